// The articles with their expressions and events marked: a sentence picks its event, an expression tells its reading.

function makeReader(root, timeline, { pick, card }) {
  const sentences = new Map();  // event id -> the sentence's element
  const heads = new Map();  // event id -> the elements of its head words, wherever it is told
  const expressions = new Map();  // lane and offset -> the expression's element
  const shown = { id: null, sentence: null };
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
      span.addEventListener("click", (event) => { if (!event.target.closest(".expression, .head")) pickFrom(sentence.events); });
      for (const event of sentence.events) sentences.set(event.id, span);
      pieces.push(span);
      at = sentence.end;
    }
    return [...pieces, ...marked(source, marks, at, lengthOf(source))];
  }

  // A click picks the event: of several of one word or one sentence, the next in turn.
  function pickFrom(events) {
    const now = events.findIndex((event) => event.id === shown.id);
    pick(events[(now + 1) % events.length], { from: "text" });
  }

  function marksOf(source, lane, events) {
    const all = source.timexes.map((timex) => ({ start: timex.start, end: timex.end, make: (words) => expression(words, timex, lane) }));
    const seen = new Map();
    for (const { event, start, end } of [...events.map((event) => ({ event, ...event.record })), ...toldAgain(source, lane)]) {
      if (start === end) continue;  // a timeline made of rows knows no head words
      if (!seen.has(start)) seen.set(start, []);
      seen.get(start).push(event);
      if (seen.get(start).length > 1) continue;
      all.push({ start, end, make: (words) => head(words, seen.get(start)) });
    }
    return all.sort((a, b) => a.start - b.start || b.end - a.end);
  }

  // Where this article tells an event whose row is another article's, or tells it a second time.
  function toldAgain(source, lane) {
    return timeline.events.flatMap((event) => event.record.mentions
      .filter((one) => (one.source === undefined ? event.lane === lane && one.start !== event.record.start : one.source === source.id))
      .filter((one) => textOf(source, one) === one.text)  // two articles may have one id
      .map(({ start, end }) => ({ event, start, end })));
  }

  function headsOf(event) {
    if (!heads.has(event.id)) heads.set(event.id, []);
    return heads.get(event.id);
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
    for (const event of events) headsOf(event).push(made);
    made.addEventListener("click", () => pickFrom(events));
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
      for (const one of root.querySelectorAll(".picked")) one.classList.remove("picked");
      shown.id = event.id;
      shown.sentence = sentences.get(event.id);
      for (const one of [shown.sentence, ...headsOf(event)]) if (one) one.classList.add("picked");
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
