// Which events are shown: by words, source, precision and confidence. All filters must hold.

function makeFilters(form, timeline, onChange) {
  const field = (name) => document.getElementById("filter-" + name);
  const several = timeline.sources.length > 1;
  document.getElementById("filter-source-label").hidden = !several;
  timeline.sources.forEach((source, lane) => {
    field("source").append(element("option", { value: lane }, source.title || source.id));
  });

  function shown() {
    const words = field("text").value.toLowerCase().split(/\s+/).filter(Boolean);
    const source = field("source").value;
    const coarsest = field("precision").value === "" ? Infinity : grains.indexOf(field("precision").value);
    const least = Number(field("confidence").value);
    return timeline.events.filter((event) =>
      words.every((word) => event.words.includes(word)) && (source === "" || event.lane === Number(source)) &&
      event.grain <= coarsest && event.record.confidence >= least);
  }

  function changed() {
    const least = Number(field("confidence").value);
    document.getElementById("confidence-shown").textContent = least > 0 ? "≥ " + least.toFixed(2) : "any";
    onChange(shown());
  }

  let waiting = 0;
  form.addEventListener("input", () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(changed); });
  form.addEventListener("reset", () => setTimeout(changed));
  form.addEventListener("submit", (event) => event.preventDefault());
  return shown;
}
