// What annals wrote into the page, made ready to be drawn: each event with its four bounds as days.
//
//   timeline.events[0] -> { id, headline, when, start: [first, last], end: [first, last], left, right, lane, record }
//
// `record` is the event as `--to json` writes it, and is what the JSON button saves.

const grains = ["second", "minute", "hour", "part-of-day", "day", "weekend", "week", "month", "season", "quarter", "half",
  "year", "decade", "century", "millennium"];

function readTimeline(data) {
  const records = new Map();
  data.documents.forEach((document, lane) => {
    for (const record of document.events) records.set(record.id, { record, lane });
  });
  const events = data.events.map((extra) => readEvent(extra, records.get(extra.id), data.sources));
  const undated = data.documents.flatMap((document, lane) => document.undated.map((record) => ({ ...record, lane })));
  return { sources: data.sources, documents: data.documents, events, undated, saved: data.saved };
}

function readEvent(extra, { record, lane }, sources) {
  const start = [dayOf(record.earliest_start), dayOf(record.latest_start)];
  const end = [dayOf(record.earliest_end, true), dayOf(record.latest_end, true)];
  const known = [...start, ...end].filter((day) => day !== null);
  const source = sources[lane];
  const words = [record.headline, textOf(source, record.sentence), ...record.who.map((one) => one.text),
    ...record.where.map((one) => one.text)].join("\n").toLowerCase();
  return {
    ...extra, when: toldDate(extra.when), record, lane, start, end, words, headline: record.headline,
    left: Math.min(...known), right: Math.max(...known), grain: grains.indexOf(record.precision),
    tentative: record.status === "planned" || record.status === "possible", disputed: record.conflicts.length > 0,
  };
}

// Offsets count code points; JavaScript counts the two halves of 𝔘 apart, so such a text is taken apart once.
function textOf(source, { start, end }) {
  if (source.points === undefined) {
    source.points = /[\ud800-\udfff]/.test(source.text) ? Array.from(source.text) : null;
  }
  return source.points ? source.points.slice(start, end).join("") : source.text.slice(start, end);
}

function lengthOf(source) {
  return textOf(source, { start: 0, end: Infinity }) && source.points ? source.points.length : source.text.length;
}

function laneClass(lane) {
  return "lane-" + (lane % 6);
}
