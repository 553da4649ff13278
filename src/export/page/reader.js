// The articles with their expressions and events marked: a sentence picks its event, an expression tells its reading.

function makeReader(root, timeline, { pick, card }) {
  const sentences = new Map();  // event id -> the sentence's element
  const heads = new Map();
  const expressions = new Map();  // lane and offset -> the expression's element
  const shown = { sentence: null, head: null };
  root.replaceChildren(...timeline.sources.map(articleOf));

  function articleOf(source, lane) {
    const dated = source.date ? "Dated " + source.date + (source.date_from ? " (" + source.date_from + ")" : "") : "No date";
    const text = element("p", { class: "text " + laneClass(lane) });
    text.append(...piecesOfText(source, lane));
    return element("article", null, element("h2", null, source.title || source.id),
      element("p", { class: "dated" }, dated + " · " + source.name), text);
  }

  // Sentences never overlap, and marks stand within them or between them.
  function piecesOfText(source, lane) {
    const events = timeline.events.filter((event) => event.lane === lane);
    const bySentence = d3.nest().key((event) => event.record.sentence.start).entries(events)
      .map(({ values }) => ({ ...values[0].record.sentence, events: values }))
      .sort((a, b) => a.start - b.start);
    const marks = marksOf(source, lane, events);
    const pieces = [];
    let at = source.body;
    for (const sentence of bySentence) {
      if (sentence.start < at) continue;
      pieces.push(...marked(source, marks, at, sentence.start));
      const span = element("span", { class: "sentence" }, ...marked(source, marks, sentence.start, sentence.end));
      span.addEventListener("click", (event) => { if (!event.target.closest(".expression")) pickFrom(sentence.events, event); });
      for (const event of sentence.events) sentences.set(event.id, span);
      pieces.push(span);
      at = sentence.end;
    }
    return [...pieces, ...marked(source, marks, at, lengthOf(source))];
  }

  // A click on a head word picks its event; elsewhere in the sentence the next of its events in turn.
  function pickFrom(events, click) {
    const head = click.target.closest(".head");
    const byHead = head && events.find((event) => heads.get(event.id) === head);
    const now = events.findIndex((event) => event.id === shown.id);
    pick(byHead || events[(now + 1) % events.length], { from: "text" });
  }

  function marksOf(source, lane, events) {
    const all = source.timexes.map((timex) => ({ start: timex.start, end: timex.end, make: (words) => expression(words, timex, lane) }));
    const seen = new Map();
    for (const event of events) {
      const { start, end } = event.record;
      if (start === end) continue;  // a timeline made of rows knows no head words
      if (!seen.has(start)) seen.set(start, []);
      seen.get(start).push(event);
      if (seen.get(start).length > 1) continue;
      all.push({ start, end, make: (words) => head(words, seen.get(start)) });
    }
    return all.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  function marked(source, marks, from, to) {
    const pieces = [];
    let at = from;
    while (marks.length > 0 && marks[0].start < to) {
      const mark = marks.shift();
      if (mark.start < at || mark.end > to) continue;
      pieces.push(textOf(source, { start: at, end: mark.start }), mark.make(textOf(source, mark)));
      at = mark.end;
    }
    return [...pieces, textOf(source, { start: at, end: to })];
  }

  function head(words, events) {
    const made = element("span", { class: "head" }, words);
    for (const event of events) heads.set(event.id, made);
    return made;
  }

  function expression(words, timex, lane) {
    const made = element("span", { role: "button", tabindex: 0, class: "expression" + (timex.reason ? " unplaced-one" : "") }, words);
    const tell = () => card.reading(made, words.replace(/\s+/g, " "), timex);
    for (const kind of ["mouseenter", "focus", "click"]) made.addEventListener(kind, tell);
    for (const kind of ["mouseleave", "blur"]) made.addEventListener(kind, card.hide);
    expressions.set(lane + ":" + timex.start, made);
    return made;
  }

  function hasOwnWindow() {
    return getComputedStyle(root).position === "sticky";
  }

  // Scrolls the text within its window, and the page only where it has none.
  function bringIntoView(span, page) {
    if (hasOwnWindow()) {
      const offset = span.getBoundingClientRect().top - root.getBoundingClientRect().top;
      root.scrollTop += offset - root.clientHeight * 0.3;
    } else if (page) {
      span.scrollIntoView({ block: "center" });
    }
  }

  return {
    hasOwnWindow,
    pick(event, { within, page }) {
      for (const one of [shown.sentence, shown.head]) if (one) one.classList.remove("picked");
      shown.id = event.id;
      shown.sentence = sentences.get(event.id);
      shown.head = heads.get(event.id);
      for (const one of [shown.sentence, shown.head]) if (one) one.classList.add("picked");
      if (shown.sentence && within) bringIntoView(shown.sentence, page);
    },
    find(record) {
      const found = record.time ? expressions.get(record.lane + ":" + record.time.start) : expressions.get(record.lane + ":" + record.start);
      if (!found) return;
      bringIntoView(found, true);
      found.focus({ preventScroll: true });
    },
  };
}
