// The chart: events over a zoomable axis, drawn so that what is not known shows.
//
//   from ... to ...       solid between the latest start and the earliest end, fading out to the outer bounds
//   some time within      faded all over, for no part of the window is certain
//   before / since        fading out into an arrow
//   one day               a dot
//
// D3 gives the zoom and the joining of data and marks. The scale is linear over days (days.js says why).

const margin = { left: 24, right: 24 };
const labelMost = 46;

function makeChart(root, timeline, { pick, open }) {
  const svg = d3.select(root).append("svg").attr("role", "presentation").attr("focusable", "false");
  const defs = svg.append("defs");
  const grid = svg.append("g").attr("class", "grid");
  const lanesLayer = svg.append("g");
  const overview = svg.append("g");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const zoom = d3.zoom().on("zoom", draw).filter(mayZoom);
  for (const event of timeline.events) {
    event.label = shortened(event.headline, labelMost);
    event.labelWidth = widthOf(event.label) + 4;
  }

  let shown = timeline.events;
  let lanes = [];
  let picked = null;
  let width = 0;
  let height = 0;
  let base = null;       // day -> px before any zoom
  let laidAt = null;     // the zoom that `lanes` were laid out for

  // The page scrolls under an idle wheel; the chart takes it with Ctrl (as a pinch on a pad arrives) or once it is
  // focused.
  function mayZoom() {
    const event = d3.event;
    if (event.type === "wheel") return event.ctrlKey || event.metaKey || document.activeElement === root;
    return !event.button;
  }

  function transform() {
    return d3.zoomTransform(svg.node());
  }

  function frame() {
    width = Math.max(280, root.clientWidth);
    const days = timeline.events.flatMap((event) => [event.left, event.right]);
    const first = days.reduce((a, b) => Math.min(a, b), Infinity);
    const last = days.reduce((a, b) => Math.max(a, b), -Infinity);
    const span = Math.max(last - first, 2);
    const opens = timeline.events.some((event) => event.start[0] === null) ? openReach : 0;
    const most = Math.min(290, width * 0.24);  // room for the last labels, as far as they need it
    const perDay = (width - margin.left - opens - margin.right - most) / span;
    const needs = (event) => Math.max(event.labelWidth, event.end[1] === null ? openReach : 0) - (last - event.left) * perDay;
    const spare = timeline.events.reduce((a, event) => Math.min(most, Math.max(a, needs(event))), 0);
    base = d3.scaleLinear().domain([first, first + span]).range([margin.left + opens, width - margin.right - spare]);
    zoom.scaleExtent([0.8, Math.max(4, span * 30)])
      .translateExtent([[-width * 0.3, 0], [width * 1.3, 1]]).extent([[0, 0], [width, 1]]);
    arrange(overviewOrBulk().k);
  }

  // Rows are counted once, for the first view: the list beneath must not jump while one zooms.
  function arrange(k) {
    const byLane = timeline.sources.map(() => []);
    for (const event of [...timeline.events].sort((a, b) => a.left - b.left || a.right - b.right)) {
      byLane[event.lane].push(event);
    }
    const most = Math.max(3, Math.floor((width < 600 ? 9 : 14) / timeline.sources.length));
    let top = axisHeight + 6;
    lanes = [];
    byLane.forEach((events, lane) => {
      if (events.length === 0) return;
      const rows = rowsNeeded(events, (day) => base(day) * k, most);
      const clustered = layLane(events, base, rows).clusters.length > 0 || rows === most;
      const naming = timeline.sources.length > 1 ? 20 : 0;
      const source = timeline.sources[lane];
      const name = naming ? shortened(source.title || source.id, width < 600 ? 28 : 60) : "";
      lanes.push({ lane, events, rows, top, naming, name, clustered });
      top += naming + rows * rowHeight + (clustered ? 28 : 8);
    });
    height = top + 30;
    svg.attr("viewBox", `0 0 ${width} ${height}`).attr("height", height).attr("width", width);  // paper scales it
    laidAt = null;
    writeGradients();
    drawOverview();
  }

  function writeGradients() {
    const fades = { "fade-in": [[0, 0], [1, 0.85]], "fade-out": [[0, 0.85], [1, 0]], "within": [[0, 0.06], [0.5, 0.6], [1, 0.06]] };
    const all = lanes.flatMap(({ lane }) => Object.entries(fades).map(([name, stops]) => ({ lane, name, stops })));
    const gradients = defs.selectAll("linearGradient").data(all).join("linearGradient")
      .attr("id", ({ lane, name }) => name + "-" + lane).attr("class", ({ lane }) => laneClass(lane));
    gradients.selectAll("stop").data(({ stops }) => stops).join("stop")
      .attr("offset", ([at]) => at).attr("stop-opacity", ([, opacity]) => opacity);
  }

  function draw() {
    const { k, x: shift } = transform();
    const place = (day) => base(day) * k;
    if (laidAt !== k) {
      const visible = new Set(shown);
      for (const lane of lanes) {
        const events = visible.size === timeline.events.length ? lane.events : lane.events.filter((e) => visible.has(e));
        Object.assign(lane, layLane(events, place, lane.rows));
      }
      laidAt = k;
    }
    drawGrid(k, shift);
    drawLanes(place, shift);
    drawShownPart(k, shift);
  }

  function drawGrid(k, shift) {
    const dayAt = (px) => base.invert((px - shift) / k);
    const [first, last] = [dayAt(0), dayAt(width)];
    const least = ((last - first) / width) * 84;
    const ticks = ticksBetween(first, last, least).map((tick) => ({ ...tick, x: base(tick.day) * k + shift }));
    const lines = grid.selectAll("g.tick").data(ticks, (tick) => tick.day).join((enter) => {
      const group = enter.append("g").attr("class", "tick");
      group.append("line").attr("y1", axisHeight - 6);
      group.append("text").attr("y", 24).attr("dy", 0);
      return group;
    });
    lines.attr("transform", (tick) => `translate(${tick.x},0)`);
    lines.select("line").attr("y2", height - 28).attr("class", (tick) => (tick.major ? "major" : null));
    lines.select("text").attr("x", 4).attr("class", (tick) => (tick.major ? "major-name" : null))
      .text((tick) => (tick.x + 6 + boldWidth(tick.name) < width ? tick.name : ""));  // none that the edge would cut
    const named = ticks.length > 0 && ticks[0].major && ticks[0].x < 80;
    const context = named ? "" : contextOf(ticks.length > 0 && least <= 7 ? ticks[0].day : first, least);
    grid.selectAll("text.context").data(context ? [context] : []).join("text")
      .attr("class", "context major-name").attr("x", 8).attr("y", 11).text((words) => words);
  }

  function drawLanes(place, shift) {
    const groups = lanesLayer.selectAll("g.lane").data(lanes, (lane) => lane.lane).join((enter) => {
      const group = enter.append("g").attr("class", (lane) => "lane " + laneClass(lane.lane));
      group.append("line").attr("class", "lane-edge");
      group.append("g").attr("class", "marks");
      group.append("text").attr("class", "lane-name");
      return group;
    });
    groups.attr("transform", (lane) => `translate(0,${lane.top})`);
    groups.select(".lane-edge").attr("x2", width).attr("y1", -4).attr("y2", -4);
    groups.select(".lane-name").attr("x", 8).attr("y", 12).text((lane) => lane.name);
    groups.each(function (lane) {
      const marks = d3.select(this).select(".marks").attr("transform", `translate(0,${lane.naming})`);
      drawMarks(marks, lane, place, shift);
      drawClusters(marks, lane, shift);
      drawBeyond(d3.select(this), lane, shift);
    });
  }

  function drawMarks(layer, lane, place, shift) {
    const near = lane.marks.filter(({ left, right }) => right + shift > 0 && left + shift < width);
    const groups = layer.selectAll("g.event").data(near, ({ event }) => event.id).join((enter) => {
      const group = enter.append("g").attr("class", ({ event }) =>
        "event" + (event.tentative ? " tentative" : "") + (event.disputed ? " disputed" : ""));
      group.append("title").text(({ event }) => event.when + "\n" + event.headline);
      group.append("rect").attr("class", "hit").attr("rx", 4);
      group.append("g").attr("class", "bar");
      group.append("text").attr("y", 12);
      group.on("click", ({ event }) => pick(event, { from: "chart" }));
      return group;
    });
    groups.attr("transform", ({ row }) => `translate(0,${row * rowHeight})`)
      .classed("picked", ({ event }) => event === picked);
    groups.each(function (mark) {
      // A bar whose beginning has left the chart keeps its label in sight, as far as the bar reaches.
      const left = mark.left + shift;
      const label = Math.max(left, Math.min(6, mark.right + shift - mark.event.labelWidth));
      const group = d3.select(this);
      group.select("text").attr("x", label).text(labelWithin(mark.event, width - 4 - label));
      group.select(".hit").attr("x", left - 4).attr("y", -1).attr("height", rowHeight - 3)
        .attr("width", Math.max(mark.right - mark.left, label - left + mark.event.labelWidth) + 8);
      drawBar(group.select(".bar"), mark.event, lane.lane, (day) => place(day) + shift);
    });
  }

  // The label as far as the chart reaches.
  function labelWithin(event, room) {
    if (event.labelWidth <= room) return event.label;
    const letters = Math.floor((event.label.length * room) / event.labelWidth) - 1;
    return letters < 4 ? "" : shortened(event.label, letters);
  }

  // What lies beyond the edges is cut near them: at a deep zoom a bar may be longer than an SVG can count.
  function cut(px) {
    return Math.max(-2000, Math.min(width + 2000, px));
  }

  function drawBar(group, event, lane, x) {
    const { parts, arrows, dot } = piecesOf(event, x);
    group.selectAll("rect").data(parts).join("rect")
      .attr("class", (part) => (part.fade ? null : "solid"))
      .attr("fill", (part) => (part.fade ? `url(#${part.fade}-${lane})` : null))
      .attr("x", (part) => cut(part.from)).attr("y", 17).attr("height", 7).attr("rx", (part) => (part.fade ? 0 : 1.5))
      .attr("width", (part) => Math.max(0, cut(part.to) - cut(part.from)));
    group.selectAll("path").data(arrows).join("path").attr("class", "arrow")
      .attr("d", ({ at, way }) => `M${at - 5 * way},16.5l${5 * way},4l${-5 * way},4`);
    group.selectAll("circle").data(dot === null ? [] : [dot]).join("circle")
      .attr("class", ({ sure }) => (sure ? "dot" : "dot narrow")).attr("r", 4.5).attr("cx", ({ at }) => at).attr("cy", 20.5);
  }

  function drawClusters(layer, lane, shift) {
    const near = lane.clusters.map((cluster) => ({ ...cluster, x: placeOf(cluster) + shift }))
      .filter((cluster) => cluster.x > -40 && cluster.x < width + 40);
    const groups = layer.selectAll("g.cluster").data(near, (cluster) => cluster.stretch).join((enter) => {
      const group = enter.append("g").attr("class", "cluster");
      group.append("rect").attr("rx", 9).attr("height", 18);
      group.append("text").attr("y", 13);
      group.append("title");
      return group;
    });
    groups.on("click", openCluster);
    groups.classed("picked", (cluster) => cluster.events.includes(picked));
    groups.attr("transform", (cluster) => `translate(${cluster.x},${lane.rows * rowHeight + 1})`);
    groups.select("text").text((cluster) => "+" + cluster.events.length);
    groups.select("rect").attr("x", (cluster) => -badge(cluster) / 2).attr("width", badge);
    groups.select("title").text((cluster) => cluster.events.slice(0, 8).map((event) => event.when + "  " + event.headline)
      .join("\n") + (cluster.events.length > 8 ? "\n…" : ""));
  }

  // How many of a lane lie to the left and to the right of the chart, beside its name where it has one; a click leads there.
  function drawBeyond(layer, lane, shift) {
    const sides = [
      { name: "earlier", way: -1, events: lane.extents.filter(({ right }) => right + shift <= 0) },
      { name: "later", way: 1, events: lane.extents.filter(({ left }) => left + shift >= width) },
    ].filter(({ events }) => events.length > 0);
    const groups = layer.selectAll("g.beyond").data(sides, ({ name }) => name).join((enter) => {
      const group = enter.append("g").attr("class", "beyond");
      group.append("rect").attr("rx", 10).attr("height", 20).attr("y", -14);
      group.append("text").attr("text-anchor", ({ way }) => (way < 0 ? "start" : "end"));
      return group;
    });
    const left = lane.naming ? 26 + boldWidth(lane.name) : 14;
    const y = lane.naming ? 12 : height - 36 - lane.top;
    groups.attr("transform", ({ way }) => `translate(${way < 0 ? Math.min(left, width - 120) : width - 14},${y})`);
    groups.select("text").text(({ way, name, events }) =>
      way < 0 ? `← ${events.length} ${name}` : `${events.length} ${name} →`);
    groups.select("rect").each(function ({ way }) {
      const size = widthOf(this.parentNode.textContent) + 26;
      d3.select(this).attr("width", size).attr("x", way < 0 ? -9 : 9 - size);
    });
    groups.on("click", ({ way, events }) => {
      const nearest = way < 0 ? Math.max(...events.map(({ event }) => event.right)) : Math.min(...events.map(({ event }) => event.left));
      zoomTo(nearest, transform().k);
    });
  }

  function badge(cluster) {
    return 18 + 7 * String(cluster.events.length).length;
  }

  // A cluster opens by zooming; where all of it lies in one place no zoom helps, and a list does.
  function openCluster(cluster) {
    if (cluster.events.length === 1) return pick(cluster.events[0], { from: "chart" });
    const first = Math.min(...cluster.events.map((event) => event.left));
    const last = Math.max(...cluster.events.map((event) => event.left));
    const k = transform().k;
    const wanted = (width * 0.6) / (Math.max(last - first, 1e-9) * (base(1) - base(0)));
    if (last - first < 1 / 24 || k >= zoom.scaleExtent()[1] * 0.99) return open(cluster.events, d3.event);
    zoomTo((first + last) / 2, Math.min(Math.max(wanted, k * 1.6), zoom.scaleExtent()[1]));
  }

  function zoomTo(day, k) {
    const target = d3.zoomIdentity.translate(width / 2 - base(day) * k, 0).scale(k);
    moving().call(zoom.transform, target);
  }

  function moving() {
    return calm.matches ? svg : svg.transition().duration(320);
  }

  // The strip below: where all events lie, and which part of it is on the chart.
  function drawOverview() {
    const slots = new Map();
    for (const event of shown) {
      const slot = Math.round(base((event.left + event.right) / 2) / 3);
      slots.set(slot, (slots.get(slot) || 0) + 1);
    }
    const most = Math.max(1, ...slots.values());
    overview.attr("transform", `translate(0,${height - 26})`);
    overview.selectAll("rect.reach").data([...slots]).join("rect").attr("class", "reach")
      .attr("x", ([slot]) => slot * 3 - 1).attr("width", 2)
      .attr("height", ([, count]) => 4 + (14 * count) / most).attr("y", ([, count]) => 18 - (14 * count) / most);
    overview.selectAll("rect.shown-part").data([0]).join("rect").attr("class", "shown-part").attr("y", 1).attr("height", 23);
  }

  function drawShownPart(k, shift) {
    const from = Math.max(0, -shift / k);
    const to = Math.min(width, (width - shift) / k);
    overview.select(".shown-part").attr("x", from).attr("width", Math.max(3, to - from))
      .attr("visibility", k > 1.02 ? "visible" : "hidden");
  }

  // The first view. Where a few far-off dates would press all others into a corner, it is the others that are shown;
  // the counts at the edges lead to the rest.
  function overviewOrBulk() {
    const events = [...timeline.events].sort((a, b) => a.left - b.left);
    const spared = Math.floor(events.length / 8);
    let best = { size: Infinity };
    for (let i = 0; i <= spared; ++i) {
      const first = events[i].left;
      const size = events[events.length - 1 - spared + i].right - first;
      if (size < best.size) best = { first, size };
    }
    const whole = events[events.length - 1].right - events[0].left;
    if (best.size > whole / 4) return d3.zoomIdentity;
    const room = width - margin.left - Math.min(330, width * 0.3);
    const k = room / (Math.max(best.size, 1) * (base(1) - base(0)));
    return d3.zoomIdentity.translate(margin.left + 30 - base(best.first) * k, 0).scale(k);
  }

  function bringIntoView(event) {
    const { k, x: shift } = transform();
    const at = base(event.left) * k + shift;
    if (at < 10 || at > width - 60) zoomTo(event.left, k);
    const lane = lanes.find((one) => one.lane === event.lane);
    if (lane && root.scrollHeight > root.clientHeight) root.scrollTop = lane.top - 40;
  }

  svg.call(zoom).on("dblclick.zoom", null);
  frame();
  svg.call(zoom.transform, overviewOrBulk());
  new ResizeObserver(() => {
    if (root.clientWidth === 0 || Math.abs(root.clientWidth - width) < 2) return;
    const middle = base.invert((width / 2 - transform().x) / transform().k);
    const k = transform().k;
    frame();
    svg.call(zoom.transform, k === 1 ? d3.zoomIdentity : d3.zoomIdentity.translate(width / 2 - base(middle) * k, 0).scale(k));
  }).observe(root);

  return {
    show(events) { shown = events; laidAt = null; drawOverview(); draw(); },
    pick(event) { picked = event; if (event) bringIntoView(event); draw(); },
    zoomBy(factor) { moving().call(zoom.scaleBy, factor); },
    fit() { moving().call(zoom.transform, d3.zoomIdentity); },
  };
}

// The parts of a bar: solid, "fade-in", "fade-out" or "within"; where arrows stand; and the dot of a single day, or of a window
// too narrow to be drawn.
function piecesOf(event, x) {
  const [earliestStart, latestStart] = event.start;
  const [earliestEnd, latestEnd] = event.end;
  const arrows = [];
  const left = earliestStart === null ? x(event.left) - openReach : x(earliestStart);
  const right = latestEnd === null ? x(event.right) + openReach : x(latestEnd);
  if (earliestStart === null) arrows.push({ at: left, way: -1 });
  if (latestEnd === null) arrows.push({ at: right, way: 1 });
  if (arrows.length === 0 && right - left < leastWidth + 1) return { parts: [], arrows, dot: { at: (left + right) / 2, sure: event.right - event.left <= 1 } };

  const certain = latestStart !== null && earliestEnd !== null && latestStart < earliestEnd;
  if (!certain) return { parts: [{ from: left, to: right, fade: fadeOf(arrows) }], arrows, dot: null };
  const parts = [{ from: x(latestStart), to: x(earliestEnd) }];
  if (left < x(latestStart)) parts.push({ from: left, to: x(latestStart), fade: "fade-in" });
  if (right > x(earliestEnd)) parts.push({ from: x(earliestEnd), to: right, fade: "fade-out" });
  return { parts, arrows, dot: null };
}

// Nothing is certain of it: faded all over, or towards the one end that is open.
function fadeOf(arrows) {
  if (arrows.length !== 1) return "within";
  return arrows[0].way < 0 ? "fade-in" : "fade-out";
}
