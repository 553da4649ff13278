// Which event stands in which row, and which wait in a cluster because the rows are full.
//
// Places are counted at one zoom without its shift, so that moving the chart sideways moves everything and changes
// nothing. Events come from left to right and take the first free row; those that find none join the cluster of their
// stretch of the axis.

const rowHeight = 30;
const axisHeight = 34;
const clusterStretch = 76;
const badgeMost = 48;  // the badge of a cluster of thousands
const leastWidth = 9;
const openReach = 70;  // how far an open end is drawn

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();

function widthOf(text) {
  if (!widths.has(text)) {
    pen.font = "12px " + getComputedStyle(document.body).fontFamily;
    widths.set(text, pen.measureText(text).width);
  }
  return widths.get(text);
}

function boldWidth(text) {
  return widthOf(text) * 1.12;
}

function shortened(text, most) {
  if (text.length <= most) return text;
  const letters = Array.from(text);  // never half of a letter
  return letters.length <= most ? text : letters.slice(0, most - 1).join("").trimEnd() + "…";
}

// Where an event begins and ends on the chart, an open end as far as it is drawn.
function extentOf(event, x) {
  const left = x(event.left) - (event.start[0] === null ? openReach : 0);
  const right = x(event.right) + (event.end[1] === null ? openReach : 0);
  return { left, right: Math.max(right, left + leastWidth) };
}

function layLane(events, x, rows) {
  const ends = new Array(rows).fill(-Infinity);
  const marks = [];
  const clusters = new Map();
  const extents = [];
  for (const event of events) {
    const { left, right } = extentOf(event, x);
    extents.push({ event, left, right });
    const row = ends.findIndex((end) => end <= left);
    if (row >= 0) {
      ends[row] = Math.max(right, left + event.labelWidth) + 14;
      marks.push({ event, left, right, row });
    } else {
      const stretch = Math.floor(left / clusterStretch);
      if (!clusters.has(stretch)) clusters.set(stretch, { stretch, events: [], sum: 0 });
      const cluster = clusters.get(stretch);
      cluster.events.push(event);
      cluster.sum += left;
    }
  }
  return { marks, clusters: apart([...clusters.values()]), extents };
}

const placeOf = (cluster) => cluster.sum / cluster.events.length;

// Badges that would touch become one.
function apart(clusters) {
  const kept = [];
  for (const cluster of clusters.sort((a, b) => placeOf(a) - placeOf(b))) {
    const before = kept[kept.length - 1];
    if (before && placeOf(cluster) - placeOf(before) < badgeMost) {
      before.events.push(...cluster.events);
      before.sum += cluster.sum;
    } else {
      kept.push(cluster);
    }
  }
  return kept;
}

// The least number of rows that hold all, but never more than `most`.
function rowsNeeded(events, x, most) {
  for (let rows = 1; rows < most; ++rows) {
    if (layLane(events, x, rows).clusters.length === 0) return rows;
  }
  return most;
}
