// The small card beside what is hovered or focused: how an expression was read, step by step. All that stands on it
// came out of an article or a rule page and is set as text, never as markup.

function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function makeCard(card) {
  let owner = null;

  function show(beside, ...children) {
    owner = beside;
    card.replaceChildren(...children);
    card.hidden = false;
    const place = beside.getBoundingClientRect();
    const left = Math.max(12, Math.min(place.left, innerWidth - card.offsetWidth - 12));
    const below = place.bottom + 8;
    const fits = below + card.offsetHeight < innerHeight - 8;
    card.style.left = left + "px";
    card.style.top = Math.max(8, fits ? below : place.top - card.offsetHeight - 8) + "px";
  }

  function hide() {
    if (owner && owner.getAttribute("aria-describedby") === card.id) owner.removeAttribute("aria-describedby");
    owner = null;
    card.hidden = true;
  }

  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("pointerdown", (event) => { if (owner && !card.contains(event.target)) hide(); });
  addEventListener("scroll", (event) => { if (owner && event.target !== card && !card.contains(event.target)) hide(); }, true);

  return {
    hide,
    reading(mark, words, timex) {
      show(mark, element("h3", null, words), element("dl", null, ...readingRows(timex)));
      mark.setAttribute("aria-describedby", card.id);
    },
    choices(beside, events, pick) {
      const rows = events.map((event) => {
        const button = element("button", { type: "button" }, event.when + "  " + event.headline);
        button.addEventListener("click", () => { hide(); pick(event); });
        return element("li", null, button);
      });
      show(beside, element("h3", null, events.length + " at this place"), element("ul", { class: "choices" }, ...rows));
      card.querySelector("button").focus();
    },
  };
}

function readingRows(timex) {
  const rows = [
    ["read as", [timex.type, timex.value, timex.mod].filter(Boolean).join(" ")],
    ["days", timex.reason ? "" : boundsOf(timex)],
    ["not placed", timex.reason],
    ["EDTF", timex.edtf],
    ["counted from", timex.anchor],
    ["policy", timex.policy],
    ["rule", timex.rule + (timex.page ? " (" + timex.page + ")" : "")],
  ].filter(([, value]) => value);
  const pairs = rows.flatMap(([name, value]) => [element("dt", null, name), element("dd", null, value)]);
  if (timex.steps.length > 0) {
    const steps = element("ol", null, ...timex.steps.map((step) => element("li", null, step)));
    pairs.push(element("dt", null, "steps"), element("dd", null, steps));
  }
  return pairs;
}

function boundsOf({ earliest_start: a, latest_start: b, earliest_end: c, latest_end: d }) {
  const side = (first, last) => (first === last ? first || "…" : (first || "…") + ".." + (last || "…"));
  return a === c && b === d ? side(a, b) : side(a, b) + " to " + side(c, d);
}
