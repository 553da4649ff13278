// Saves what is shown. annals wrote the rows of the CSV, the entries of the calendar and the records of the JSON when
// it wrote the page; here they are only chosen from, so a saved file is what the program itself would write of them.

function savedText(kind, events, timeline) {
  const ids = new Set(events.map((event) => event.id));
  if (kind === "json") {
    const documents = timeline.documents.map((document) =>
      ({ ...document, events: document.events.filter((record) => ids.has(record.id)) }));
    return JSON.stringify(documents, null, 2) + "\n";
  }
  const { head, rows, tail } = timeline.saved[kind];
  return head + events.map((event) => rows[event.id] || "").join("") + tail;
}

const mediaTypes = { csv: "text/csv", ics: "text/calendar", json: "application/json" };

function save(kind, events, timeline) {
  const blob = new Blob([savedText(kind, events, timeline)], { type: mediaTypes[kind] + ";charset=utf-8" });
  const link = element("a", { href: URL.createObjectURL(blob), download: "timeline." + kind });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
