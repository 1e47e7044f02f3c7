// Closer and further, by buttons and by dragging; the drawing itself is the server's.
"use strict";
{
const svg = document.getElementById("map");
const box = svg.viewBox.baseVal;
function fit() {
  // Begin where the places are.
  const points = [...svg.querySelectorAll("circle")].map((c) => [Number(c.getAttribute("cx")), Number(c.getAttribute("cy"))]);
  if (!points.length) return;
  const xs = points.map((p) => p[0]), ys = points.map((p) => p[1]);
  const wide = Math.max(200, Math.max(...xs) - Math.min(...xs) + 80, (Math.max(...ys) - Math.min(...ys) + 80) / 0.48);
  show((Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2, Math.min(1000, wide));
}
function show(x, y, width) {
  const height = width * 0.48;
  box.x = x - width / 2;
  box.y = y - height / 2;
  box.width = width;
  box.height = height;
  for (const circle of svg.querySelectorAll("circle")) {
    circle.dataset.r ||= circle.getAttribute("r");
    circle.setAttribute("r", String((Number(circle.dataset.r) * width) / 1000));
  }
  for (const edge of svg.querySelectorAll(".edge")) {
    edge.dataset.w ||= edge.getAttribute("stroke-width");
    edge.setAttribute("stroke-width", String((Number(edge.dataset.w) * width) / 1000));
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
fit();
}
