// Programs that others wrote read what annals wrote: GEDCOM 7 by js-gedcom with the tables of its specification, JSON-LD
// by jsonld, EDTF by edtf.js, Markdown by commonmark.js.
//
//   node others.mjs FILE...     each by its ending: .gedcom, .jsonld, .edtf, .md; prints what they complain of, exit code 1
import { readFileSync } from "node:fs";
import { GEDCStruct, G7Dataset, G7Lookups, g7ConfGEDC, g7validation } from "@fetsorn/js-gedcom";
import { Parser } from "commonmark";
import { parse } from "edtf";
import jsonld from "jsonld";

const complaints = [];

function readGedcom(text, complain) {
  const parsed = GEDCStruct.fromString(text, g7ConfGEDC, complain);
  G7Dataset.fromGEDC(parsed, new G7Lookups(g7validation, complain, complain)).validate?.();
  if (parsed.length < 2) complain("no records");
}

// Nothing is fetched: a context that has to be would be an error.
const documentLoader = (url) => { throw new Error("asks for " + url); };

async function readJsonLd(text, complain) {
  const document = JSON.parse(text);
  const expanded = await jsonld.expand(document, { documentLoader, safe: true });
  const quads = await jsonld.toRDF(document, { documentLoader, safe: true });
  if (expanded.length !== document["@graph"].length) complain(`${expanded.length} nodes, not ${document["@graph"].length}`);
  for (const { predicate, object } of quads) {
    if (!/^(https:\/\/schema\.org\/[a-zA-Z]+|http:\/\/www\.w3\.org\/.+|urn:annals:.+)$/.test(predicate.value)) complain("odd property " + predicate.value);
    if (object.datatype?.value.endsWith("XMLSchema#date") && !/^-?\d{4,}-\d\d-\d\d$/.test(object.value)) complain("odd date " + object.value);
  }
}

// A date, blanks, a headline. edtf.js knows the syntax of all levels.
function readEdtf(text, complain) {
  for (const line of text.split("\n").filter(Boolean)) {
    const [date] = line.split(/\s/, 1);
    try { parse(date); } catch { complain("no EDTF: " + date); }
  }
}

// A list, and nothing of an article's words in it that became markup.
function readMarkdown(text, complain) {
  const walker = new Parser().parse(text).walker();
  let items = 0;
  for (let step = walker.next(); step; step = walker.next()) {
    if (!step.entering) continue;
    if (step.node.type === "item") items += 1;
    if (["html_block", "html_inline", "link", "image", "code_block"].includes(step.node.type)) complain("holds a " + step.node.type);
  }
  const lines = text.match(/^- /gm).length;
  if (items !== lines) complain(`${items} items, not ${lines}`);
}

const readers = { gedcom: readGedcom, jsonld: readJsonLd, edtf: readEdtf, md: readMarkdown };
for (const path of process.argv.slice(2)) {
  const complain = (what) => complaints.push(`${path}: ${what}`);
  try { await readers[path.split(".").pop()](readFileSync(path, "utf8"), complain); } catch (error) { complain(error.message); }
}
console.log(complaints.join("\n") || `${process.argv.length - 2} files read`);
process.exit(complaints.length > 0 ? 1 : 0);
