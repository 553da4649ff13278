// The lists beneath the chart: what is dated, what its sources date differently, and what found no date.

function makeLists(timeline, { pick, findText }) {
  const rows = new Map(timeline.events.map((event) => [event.id, eventRow(event, timeline, pick)]));
  const disputed = timeline.events.filter((event) => event.disputed);
  const events = document.getElementById("events");
  let picked = null;

  fillSection("conflicts", disputed.map((event) => conflictRow(event, pick)));
  fillSection("undated", timeline.undated.map((record) => undatedRow(record, timeline, findText)));

  return {
    show(shown) {
      events.replaceChildren(...shown.map((event) => rows.get(event.id)));
      const all = timeline.events.length;
      document.getElementById("nothing").hidden = shown.length > 0 || all === 0;
      document.getElementById("none").hidden = all > 0;
      document.getElementById("events-count").textContent = shown.length === all ? all : shown.length + " of " + all;
    },
    pick(event, scroll) {
      if (picked) picked.classList.remove("picked");
      picked = event ? rows.get(event.id) : null;
      if (!picked) return;
      picked.classList.add("picked");
      if (scroll) picked.scrollIntoView({ block: "nearest" });
    },
  };
}

function fillSection(name, items) {
  document.getElementById(name + "-section").hidden = items.length === 0;
  document.getElementById(name + "-count").textContent = items.length;
  document.getElementById(name).replaceChildren(...items);
}

function headlineButton(words, onClick) {
  const button = element("button", { type: "button", class: "what" }, words);
  button.addEventListener("click", onClick);
  return button;
}

// A narrow column breaks it between its dates, never within one.
function timeOf(event) {
  const dates = event.when.split(/(?<=\.\.| – | or )/).map((date) => element("span", null, date));
  return element("time", null, ...dates.flatMap((date, i) => (i > 0 ? [element("wbr"), date] : [date])));
}

function eventRow(event, timeline, pick) {
  const { record } = event;
  const source = timeline.sources[event.lane];
  const said = record.time ? "“" + record.time.text.replace(/\s+/g, " ") + "”" : "";
  const timex = record.time ? source.timexes.find((one) => one.start === record.time.start) : null;
  const facts = [
    said + (timex && timex.anchor ? " counted from " + timex.anchor : ""),
    record.status === "actual" ? "" : record.status + (record.attributed_to ? " by " + record.attributed_to : ""),
    record.approximate ? "approximate" : "",
    record.basis === "stated" ? "" : record.basis,
    record.note || "",
    timeline.sources.length > 1 ? source.title || source.id : "",
    "confidence " + record.confidence.toFixed(2),
  ].filter(Boolean);
  const why = element("details", null, element("summary", null, "Why"),
    element("ol", null, ...event.why.map((step) => element("li", null, step))));
  return element("li", { class: laneClass(event.lane), "data-id": event.id },
    timeOf(event),
    headlineButton(event.headline, () => pick(event, { from: "list" })),
    element("p", null, facts.join(" · ")),
    event.disputed ? element("p", { class: "why-not" }, record.conflicts.map((one) => one.what).join("; ")) : null,
    event.why.length > 0 ? why : null);
}

function conflictRow(event, pick) {
  return element("li", { class: laneClass(event.lane) },
    timeOf(event),
    headlineButton(event.headline, () => pick(event, { from: "list" })),
    ...event.record.conflicts.map((one) => element("p", { class: "why-not" },
      one.what + (one.between.length > 0 ? ": " + one.between.map((place) => "“" + place.text + "”").join(", ") : ""))));
}

function undatedRow(record, timeline, findText) {
  const words = record.headline || record.text;
  return element("li", { class: laneClass(record.lane) },
    element("span", { class: "unplaced" }, record.headline ? record.text.replace(/\s+/g, " ") : "?"),
    headlineButton(words.replace(/\s+/g, " "), () => findText(record)),
    element("p", { class: "why-not" }, record.reason));
}
