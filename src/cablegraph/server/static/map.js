// Closer, further and to the sides, by buttons and by dragging; the drawing itself is the server's.
"use strict";
{
const svg = document.getElementById("map");
const box = svg.viewBox.baseVal;
const form = Math.max(box.height / box.width, innerWidth < 600 ? 0.55 : 0);
const names = [...svg.querySelectorAll(".place")];
const dots = [...svg.querySelectorAll("circle")];
const head = svg.querySelector("marker");
const edges = [...svg.querySelectorAll(".edge")].map((edge) => ({ edge, grip: edge.previousElementSibling, way: edge.getAttribute("d").match(/-?[\d.]+/g).map(Number), to: edge.dataset.to.split(" ").map(Number) }));
const over = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

// A name stands beside, above or below its dot, where it covers no other name and, if it can, no dot.
function place(name, unit, taken, spots) {
  const [x, y] = name.dataset.at.split(" ").map(Number);
  const r = Number(name.dataset.r), gap = (r + 3) * unit, high = 13 * unit;
  const wide = name.getComputedTextLength();
  const ways = [["start", x + gap, y + 4 * unit, x + gap], ["end", x - gap, y + 4 * unit, x - gap - wide],
    ["middle", x, y - gap, x - wide / 2], ["middle", x, y + gap + 9 * unit, x - wide / 2]]
    .map(([anchor, atX, atY, left]) => ({ anchor, atX, atY, area: [left, atY - high, left + wide, atY + 2 * unit] }))
    .filter(({ area }) => area[0] >= box.x && area[2] <= box.x + box.width && !taken.some((other) => over(area, other)));
  const free = ways.find(({ area }) => !spots.some((spot) => (spot.x !== x || spot.y !== y) && over(area, spot.area)));
  // On a phone a name that would lie on a dot is left to the table.
  const found = free || (name.dataset.busy && innerWidth >= 600 ? ways[0] : undefined);
  name.setAttribute("visibility", found ? "visible" : "hidden");
  if (!found) return;
  name.setAttribute("text-anchor", found.anchor);
  name.setAttribute("x", String(found.atX));
  name.setAttribute("y", String(found.atY));
  taken.push(found.area);
}

function show(x, y, width) {
  box.x = x - width / 2;
  box.y = y - (width * form) / 2;
  box.width = width;
  box.height = width * form;
  // Marks and letters keep their size on the screen, however near the map is; an arrow ends at the border of its dot.
  const unit = width / Math.min(1000, svg.clientWidth || 1000);
  const spots = dots.map((circle) => {
    const r = circle.dataset.r * unit, cx = Number(circle.getAttribute("cx")), cy = Number(circle.getAttribute("cy"));
    circle.setAttribute("r", String(r));
    return { x: cx, y: cy, area: [cx - r, cy - r, cx + r, cy + r] };
  });
  for (const { edge, grip, way, to } of edges) {
    const [fromX, fromY, bendX, bendY] = way, [atX, atY, r] = to;
    const long = Math.hypot(atX - bendX, atY - bendY) || 1, short = Math.min((r + 1) * unit, long / 2);
    edge.setAttribute("d", `M${fromX} ${fromY} Q${bendX} ${bendY} ${atX - ((atX - bendX) / long) * short} ${atY - ((atY - bendY) / long) * short}`);
    grip.setAttribute("d", edge.getAttribute("d"));
    grip.setAttribute("stroke-width", String(12 * unit));
    edge.setAttribute("stroke-width", String(edge.dataset.w * unit));
    if (edge.dataset.dash) edge.setAttribute("stroke-dasharray", edge.dataset.dash.split(" ").map((long) => long * unit).join(" "));
  }
  for (const side of ["markerWidth", "markerHeight"]) head.setAttribute(side, String(9 * unit));
  for (const name of names) name.setAttribute("font-size", String(12 * unit));
  // The largest places first.
  const taken = [];
  for (const name of names) place(name, unit, taken, spots);
}

for (const button of document.querySelectorAll("[data-zoom], [data-move]")) {
  button.hidden = false;
  const [right, down] = (button.dataset.move || "0 0").split(" ").map(Number), nearer = Number(button.dataset.zoom || 1);
  button.addEventListener("click", () => {
    const width = Math.min(1000, Math.max(30, box.width / nearer));
    show(box.x + box.width / 2 + right * box.width, box.y + box.height / 2 + down * box.height, width);
  });
}
let held = null;
svg.addEventListener("pointerdown", (event) => { if (!event.target.closest("a")) held = [event.clientX, event.clientY]; });
svg.addEventListener("pointermove", (event) => {
  if (!held) return;
  const step = box.width / svg.clientWidth;
  box.x -= (event.clientX - held[0]) * step;
  box.y -= (event.clientY - held[1]) * step;
  held = [event.clientX, event.clientY];
});
addEventListener("pointerup", () => { if (held) show(box.x + box.width / 2, box.y + box.height / 2, box.width); held = null; });
show(box.x + box.width / 2, box.y + box.height / 2, box.width);
globalThis.offerPictures(() => svg, "map");
}
