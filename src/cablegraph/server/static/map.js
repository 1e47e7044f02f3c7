// Closer and further, by buttons and by dragging; the drawing itself is the server's.
"use strict";
{
const svg = document.getElementById("map");
const box = svg.viewBox.baseVal;
const form = innerWidth < 600 ? 0.7 : 0.48;
const names = [...svg.querySelectorAll(".place")];
const head = svg.querySelector("marker");

function show(x, y, width) {
  box.x = x - width / 2;
  box.y = y - (width * form) / 2;
  box.width = width;
  box.height = width * form;
  // Marks and letters keep their size on the screen, however near the map is.
  const unit = width / Math.min(1000, svg.clientWidth || 1000);
  for (const circle of svg.querySelectorAll("circle")) circle.setAttribute("r", String(circle.dataset.r * unit));
  for (const edge of svg.querySelectorAll(".edge")) edge.setAttribute("stroke-width", String(edge.dataset.w * unit));
  for (const side of ["markerWidth", "markerHeight"]) head.setAttribute(side, String(9 * unit));
  for (const name of names) {
    const [atX, atY, dx, dy] = name.dataset.at.split(" ").map(Number);
    name.setAttribute("x", String(atX + dx * unit));
    name.setAttribute("y", String(atY + dy * unit));
    name.setAttribute("font-size", String(12 * unit));
  }
  // The largest places first: a name stands where it covers no other.
  const taken = [];
  for (const name of names) {
    let own = name.getBBox();
    if (own.x + own.width > box.x + box.width || own.x < box.x) {
      // Past the border of the map a name goes to the other side of its dot.
      const [atX, , dx] = name.dataset.at.split(" ").map(Number);
      name.setAttribute("text-anchor", own.x < box.x ? "start" : "end");
      name.setAttribute("x", String(atX + (own.x < box.x ? 1 : -1) * Math.abs(dx || 5) * unit));
      own = name.getBBox();
    }
    const over = taken.some((t) => own.x < t.x + t.width && t.x < own.x + own.width && own.y < t.y + t.height && t.y < own.y + own.height);
    name.setAttribute("visibility", over ? "hidden" : "visible");
    if (!over) taken.push(own);
  }
}
for (const button of document.querySelectorAll("[data-zoom]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const width = Math.min(1000, Math.max(30, box.width / Number(button.dataset.zoom)));
    show(box.x + box.width / 2, box.y + box.height / 2, width);
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
addEventListener("pointerup", () => { held = null; });
show(box.x + box.width / 2, box.y + box.height / 2, box.width);
}
