// chrono-node over a text file, paragraph by paragraph, as JSON Lines. For tools/bench --peers.
import { readFileSync } from "node:fs";
import * as chrono from "chrono-node";

const day = new Date(2023, 3, 18);
const out = [];
for (const paragraph of readFileSync(process.argv[2], "utf8").split("\n\n")) {
  for (const found of chrono.parse(paragraph, day)) {
    out.push(JSON.stringify({ text: found.text, start: found.start.date(), end: found.end?.date() ?? null }));
  }
}
console.log(out.join("\n"));
