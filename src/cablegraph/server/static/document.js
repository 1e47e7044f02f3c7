// A paper: point at words to see the facts that rest on them, choose a fact to see its words.
"use strict";
{
const passages = JSON.parse(document.getElementById("passages").textContent);
const pieces = [...document.querySelectorAll("#text [data-p]")];
const all = [...document.querySelectorAll("#text [data-s]")];
const tip = document.getElementById("tip");
const live = document.getElementById("live");
const factOf = (number) => document.getElementById(`fact-${number}`);
const resting = document.getElementById("resting-here");
let pinned = null;
let keyed = false; // whether the reader has used a key: a passage that only an address names needs no tip
document.addEventListener("keydown", () => { keyed = true; }, true);

const numbersOf = (piece) => [...new Set(piece.dataset.p.split(" ").flatMap((index) => passages[index].facts))];

function light(cls, numbers, on) {
  for (const number of numbers) {
    const fact = factOf(number);
    if (!fact) continue;
    fact.closest(".line").classList.toggle(cls, on);
    for (const place of fact.dataset.places.trim().split(" ")) {
      const [start, end] = place.split(",").map(Number);
      for (const piece of all) {
        if (Number(piece.dataset.s) >= start && Number(piece.dataset.e) <= end) piece.classList.toggle(cls, on);
      }
    }
  }
}

// What is told of a piece, in the words of the panel: of the shortest passage first, each once.
function entriesOf(piece) {
  const found = new Map();
  for (const number of numbersOf(piece)) {
    const fact = factOf(number), entry = fact && fact.closest(".told");
    if (entry) found.set(entry, [...(found.get(entry) || []), fact]);
  }
  return found;
}

function listOf(piece, withLinks) {
  const list = document.createElement("ul");
  list.className = "facts";
  for (const [entry, facts] of entriesOf(piece)) {
    const item = document.createElement("li");
    const line = document.createElement(withLinks ? "button" : "span");
    const { said, flag } = entry.querySelector("[data-said]").dataset;
    line.className = withLinks ? "link" : "";
    line.textContent = `${said}${flag ? ` (${flag})` : ""}`;
    item.append(line);
    if (withLinks) {
      line.type = "button";
      line.addEventListener("click", () => { entry.querySelector(".behind").open = true; pinFact(facts[0].dataset.fact); });
    }
    list.append(item);
  }
  return list;
}

function showTip(piece) {
  tip.replaceChildren(listOf(piece, false));
  tip.hidden = false;
  const box = piece.getClientRects()[0];
  const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 12);
  tip.style.left = `${Math.max(8, left + scrollX)}px`;
  tip.style.top = `${box.bottom + scrollY + 8}px`;
}

function release() {
  for (const cls of ["lit", "pinned"]) {
    for (const element of document.querySelectorAll(`.${cls}`)) element.classList.remove(cls);
  }
  live.hidden = true;
  tip.hidden = true;
  pinned = null;
}

// Let go altogether: the address names no passage any more, and what a key opened is closed.
function letGo() {
  const at = pinned || document.querySelector("#text .marked");
  const opened = [...document.querySelectorAll(".behind[data-keyed]")];
  for (const box of opened) { box.open = false; delete box.dataset.keyed; }
  release();
  for (const piece of document.querySelectorAll("#text .marked")) piece.classList.remove("marked");
  if (location.search || location.hash) history.replaceState(null, "", location.pathname);
  if (at && opened.length) at.focus();
}

function pin(piece) {
  release();
  pinned = piece;
  const heading = document.createElement("p"), close = document.createElement("button");
  heading.className = "live-head";
  heading.textContent = "What rests on these words";
  close.type = "button";
  close.textContent = "close";
  close.addEventListener("click", () => { letGo(); piece.focus(); });
  heading.append(" ", close);
  live.replaceChildren(heading, listOf(piece, true));
  live.hidden = false;
  const shortest = passages[piece.dataset.p.split(" ")[0]];
  for (const other of all) {
    other.classList.toggle("pinned", Number(other.dataset.s) >= shortest.start && Number(other.dataset.e) <= shortest.end);
  }
  light("lit", numbersOf(piece), true);
}

// A fact and its words; of several passages that one comes into view which was chosen.
function pinFact(number, place) {
  const fact = factOf(number);
  for (const element of document.querySelectorAll(".pinned")) element.classList.remove("pinned");
  light("pinned", [number], true);
  const start = place && place.split(",")[0];
  const first = (place && document.querySelector(`#text [data-s="${start}"]`)) || document.querySelector("#text .pinned");
  if (first) first.scrollIntoView({ block: "center" });
  fact.focus({ preventScroll: Boolean(first) });
}

for (const piece of pieces) {
  piece.addEventListener("pointerenter", () => { if (!pinned) light("lit", numbersOf(piece), true); showTip(piece); });
  piece.addEventListener("pointerleave", () => { if (!pinned) light("lit", numbersOf(piece), false); tip.hidden = true; });
  piece.addEventListener("focus", () => { if (!pinned) light("lit", numbersOf(piece), true); if (!pinned && keyed && piece.matches(":focus-visible")) showTip(piece); });
  piece.addEventListener("blur", () => { if (!pinned) light("lit", numbersOf(piece), false); tip.hidden = true; });
  piece.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!numbersOf(piece).some(factOf)) return; // of a long list only the first facts are here: the link shows the rest
    event.preventDefault();
    if (pinned === piece) { release(); return; }
    pin(piece);
    const [start, end] = [passages[piece.dataset.p.split(" ")[0]].start, passages[piece.dataset.p.split(" ")[0]].end];
    history.replaceState(null, "", `${location.pathname}?char=${start},${end}`);
  });
}
for (const line of document.querySelectorAll(".panel .line > .told")) {
  const own = [...line.querySelectorAll(".fact")].map((fact) => fact.dataset.fact);
  line.addEventListener("pointerenter", () => light("lit", own, true));
  line.addEventListener("pointerleave", () => light("lit", own, false));
  const behind = line.querySelector(".behind");
  behind.addEventListener("toggle", () => light("pinned", own, behind.open));
}
for (const link of document.querySelectorAll(".panel .at")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const place = new URLSearchParams(link.search).get("char");
    const facts = [...link.closest(".told").querySelectorAll(".fact")];
    pinFact((facts.find((fact) => fact.dataset.places.split(" ").includes(place)) || facts[0]).dataset.fact, place);
  });
}
// Of text and facts the shorter stays in view while the longer is read.
const columns = [document.querySelector(".reading > .text"), document.querySelector(".reading > .panel")];
function keep() {
  const shorter = columns[0].offsetHeight < columns[1].offsetHeight ? columns[0] : columns[1];
  for (const column of columns) {
    column.style.position = column === shorter ? "sticky" : "";
    column.style.top = column === shorter ? `${Math.min(16, innerHeight - column.offsetHeight - 16)}px` : "";
  }
}
new ResizeObserver(keep).observe(columns[1]);
addEventListener("resize", keep);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") { letGo(); return; }
  if (!window.singleKey(event)) return;
  const at = pieces.indexOf(document.activeElement);
  if (event.key === "j" || event.key === "k") {
    const next = pieces[event.key === "j" ? Math.min(at + 1, pieces.length - 1) : Math.max(at - 1, 0)];
    if (next) next.focus();
    if (next) showTip(next);
  } else if (event.key === "w") {
    const piece = pinned || pieces[at];
    if (!piece) return;
    if (pinned !== piece) pin(piece);
    const boxes = [...entriesOf(piece).keys()].map((entry) => entry.querySelector(".behind"));
    for (const box of boxes) { box.open = true; box.dataset.keyed = ""; }
    if (boxes.length) boxes[0].querySelector("summary").focus();
  }
});
const asked = new URLSearchParams(location.search).get("char");
if (asked) {
  const marked = document.querySelector("#text .marked");
  const exact = pieces.find((piece) => {
    const first = passages[piece.dataset.p.split(" ")[0]];
    return `${first.start},${first.end}` === asked;
  });
  const whole = exact || document.querySelector("#text .marked[data-p]");
  if (whole) {
    // The list stands beside the words now; the same above the text would say it twice.
    pin(whole);
    if (!exact) for (const piece of document.querySelectorAll("#text .pinned")) piece.classList.remove("pinned");
    if (resting) resting.hidden = true;
  }
  if (marked) marked.scrollIntoView({ block: "center" });
}
}
