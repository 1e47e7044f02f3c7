// Draw across the timeline: the papers of that time, as a list.
"use strict";
{
for (const element of document.querySelectorAll(".js-only")) element.hidden = false;
const prefix = document.querySelector(".brand").getAttribute("href").replace(/\/$/, "");

// The day at a place of the axis: within a run by its scale, in a break the nearer border.
function dayAt(x, runs) {
  const run = runs.find((each) => x <= each[1]) || runs[runs.length - 1];
  const [left, right, first, last] = run;
  const share = Math.max(0, Math.min(1, (x - left) / (right - left || 1)));
  return new Date(Date.parse(first) + share * (Date.parse(last) - Date.parse(first))).toISOString().slice(0, 10);
}
for (const svg of document.querySelectorAll("svg.timeline")) {
  const runs = JSON.parse(svg.dataset.runs);
  let begun = null, box = null;
  const at = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return Math.max(runs[0][0], Math.min(runs[runs.length - 1][1], point.x));
  };
  const stop = () => {
    box?.remove();
    begun = box = null;
  };
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
  // A finger that scrolls up or down takes the pointer away.
  svg.addEventListener("pointercancel", stop);
  svg.addEventListener("pointerup", (event) => {
    if (begun === null) return;
    const [left, right] = [begun, at(event)].sort((a, b) => a - b);
    stop();
    if (right - left < 6) return;
    const query = new URLSearchParams(location.search);
    query.set("from", dayAt(left, runs));
    query.set("to", dayAt(right, runs));
    location.href = `${prefix}/documents?${query}`;
  });
}
if (document.querySelector("svg.timeline")) globalThis.offerPictures(() => [...document.querySelectorAll("svg.timeline")].find((svg) => svg.getClientRects().length), "timeline");
}
