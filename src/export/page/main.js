// The page in one function: read what annals wrote, draw it three times (chart, lists, text), and let whatever is
// picked in one be picked in all.

function main() {
  const timeline = readTimeline(JSON.parse(document.getElementById("timeline").textContent));
  const root = document.getElementById("chart");
  const card = makeCard(document.getElementById("card"));
  let shown = timeline.events;
  let picked = null;
  let chartInSight = true;

  const reader = makeReader(document.getElementById("reader"), timeline, { pick, card });
  const lists = makeLists(timeline, { pick, findText: reader.find });
  const chart = timeline.events.length > 0
    ? makeChart(root, timeline, { pick, open: (events, click) => card.choices(click.target, events, (event) => pick(event, { from: "chart" })) })
    : null;
  if (!chart) document.querySelector(".chart").hidden = document.getElementById("filters").hidden = true;

  // From the chart the page goes to the sentence; keys walk along the chart and leave the page where it is.
  function pick(event, { from }) {
    picked = event;
    reader.pick(event, { within: from !== "text", page: from === "chart" });
    lists.pick(event, from === "chart" && reader.hasOwnWindow());
    chart.pick(event);
    back.hidden = chartInSight;
    document.getElementById("spoken").textContent = event.when + ": " + event.headline;
  }

  function show(events) {
    shown = events;
    lists.show(events);
    if (chart) chart.show(events);
  }

  function go(index) {
    if (shown.length > 0) pick(shown[Math.max(0, Math.min(shown.length - 1, index))], { from: "key" });
  }

  function step(way) {
    const now = shown.indexOf(picked);
    go(now >= 0 ? now + way : way > 0 ? 0 : shown.length - 1);
  }

  const keys = {
    ArrowRight: () => step(1), ArrowLeft: () => step(-1),
    Home: () => go(0), End: () => go(Infinity),
    "+": () => chart.zoomBy(1.7), "=": () => chart.zoomBy(1.7), "-": () => chart.zoomBy(1 / 1.7), "0": () => chart.fit(),
    Enter: () => { if (picked) pick(picked, { from: "chart" }); },
  };
  root.addEventListener("keydown", (event) => {
    if (!keys[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    keys[event.key]();
  });

  const back = document.getElementById("back");
  back.addEventListener("click", () => { root.scrollIntoView({ block: "center" }); root.focus({ preventScroll: true }); });
  new IntersectionObserver(([seen]) => {
    chartInSight = seen.isIntersecting;
    back.hidden = chartInSight || !picked;
  }).observe(root);

  document.getElementById("zoom-in").addEventListener("click", () => chart.zoomBy(1.7));
  document.getElementById("zoom-out").addEventListener("click", () => chart.zoomBy(1 / 1.7));
  document.getElementById("zoom-fit").addEventListener("click", () => chart.fit());
  for (const button of document.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => save(button.dataset.save, shown, timeline));
  }
  document.getElementById("summary").textContent = summaryOf(timeline);
  show(makeFilters(document.getElementById("filters"), timeline, show)());
}

function summaryOf({ events, undated, sources }) {
  const some = (count, one, more) => (count === 1 ? "1 " + one : count + " " + more);
  const parts = [some(events.length, "event", "events")];
  if (undated.length > 0) parts.push(undated.length + " undated");
  if (sources.length > 1) parts.push(sources.length + " articles");
  if (sources.length === 1 && sources[0].date) parts.push("article of " + sources[0].date);
  if (sources.length === 1) parts.push(sources[0].name);
  return parts.join(" · ");
}

main();
