// What every page can do: light and dark, keys, the list of keys.
"use strict";
{
const root = document.documentElement;
const theme = document.querySelector(".theme");
theme.hidden = false;
theme.addEventListener("click", () => {
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
});

// On a phone the papers come first; what narrows their list is one tap away.
if (innerWidth < 600) for (const part of document.querySelectorAll(".narrow-by, .fold")) part.open = false;
// An answer of many rows begins with a handful there; a button shows the others.
if (innerWidth < 600) for (const rows of document.querySelectorAll("table.stack > tbody")) {
  const later = [...rows.rows].slice(10);
  if (later.length < 3) continue;
  for (const row of later) row.classList.add("later");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `show the other ${later.length} rows`;
  button.addEventListener("click", () => {
    for (const row of later) row.classList.remove("later");
    button.remove();
    later[0].querySelector("a")?.focus();
  });
  rows.closest(".scroll").append(button);
}

// A browser that goes back fills forms in as they were left; the drawing or list below is of what they first said.
addEventListener("pageshow", (event) => {
  const [way] = performance.getEntriesByType("navigation");
  if (!event.persisted && way?.type !== "back_forward") return;
  for (const form of document.querySelectorAll("form.filters, form[role=search]")) form.reset();
});

const help = document.getElementById("help");
const off = document.getElementById("keys-off");
off.checked = localStorage.getItem("keys") === "off";
off.addEventListener("change", () => localStorage.setItem("keys", off.checked ? "off" : "on"));
for (const button of document.querySelectorAll("[data-help]")) {
  button.closest("[hidden]").hidden = false;
  button.addEventListener("click", () => help.showModal());
}

window.singleKey = (event) =>
  !off.checked && !event.ctrlKey && !event.metaKey && !event.altKey &&
  !event.target.closest("input, textarea, select, [contenteditable], .CodeMirror");

document.addEventListener("keydown", (event) => {
  if (!window.singleKey(event)) return;
  if (event.key === "/") {
    event.preventDefault();
    (document.getElementById("q") || document.getElementById("find")).focus();
  } else if (event.key === "?") {
    help.showModal();
  }
});
}
