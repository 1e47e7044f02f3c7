// Draw across the timeline: the papers of that time, as a list.
"use strict";
{
const svg = document.getElementById("timeline");
const ticks = [...svg.querySelectorAll("text")].map((text) => [Number(text.textContent), Number(text.getAttribute("x")) - 3]);
for (const element of document.querySelectorAll(".js-only")) element.hidden = false;
const prefix = document.querySelector(".brand").getAttribute("href").replace(/\/$/, "");
let begun = null;
let box = null;

const at = (event) => {
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return Math.max(20, Math.min(980, point.x));
};
function yearAt(x) {
  if (ticks.length < 2) return ticks[0][0] + (x - 20) / 960;
  const [first, last] = [ticks[0], ticks[ticks.length - 1]];
  return first[0] + ((x - first[1]) * (last[0] - first[0])) / (last[1] - first[1]);
}
function month(x) {
  const value = yearAt(x);
  const year = Math.floor(value);
  return `${year}-${String(Math.min(12, Math.floor((value - year) * 12) + 1)).padStart(2, "0")}`;
}
svg.addEventListener("pointerdown", (event) => {
  if (event.target.closest("a")) return;
  begun = at(event);
  box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  box.setAttribute("class", "selection");
  box.setAttribute("y", "20");
  box.setAttribute("height", String(svg.viewBox.baseVal.height - 28));
  svg.append(box);
  svg.setPointerCapture(event.pointerId);
});
svg.addEventListener("pointermove", (event) => {
  if (begun === null) return;
  const now = at(event);
  box.setAttribute("x", String(Math.min(begun, now)));
  box.setAttribute("width", String(Math.abs(now - begun)));
});
svg.addEventListener("pointerup", (event) => {
  if (begun === null) return;
  const [left, right] = [begun, at(event)].sort((a, b) => a - b);
  box.remove();
  begun = null;
  if (right - left < 6) return;
  const query = new URLSearchParams(location.search);
  query.set("from", month(left));
  query.set("to", month(right));
  location.href = `${prefix}/documents?${query}`;
});
}
