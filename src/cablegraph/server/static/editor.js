// The vendored editor, behind a thin wrapper: our endpoint, our prefixes, our examples; completion from our own description.
"use strict";
{
const known = JSON.parse(document.getElementById("editor-data").textContent);
const prefix = document.querySelector(".brand").getAttribute("href").replace(/\/$/, "");
const plain = document.getElementById("plain");
const place = document.getElementById("yasgui");
const endpoint = `${location.origin}${prefix}/sparql`;

async function terms() {
  // Classes and properties that the graph holds, as its description (VoID) counts them.
  const reply = await fetch(`${prefix}/.well-known/void`, { headers: { accept: "text/turtle" } });
  const text = await reply.text();
  const found = (name) => [...text.matchAll(new RegExp(`void#${name}> <([^>]+)>`, "g"))].map((match) => match[1]);
  return { classes: found("class"), properties: found("property") };
}

// A refusal of our endpoint in words: what is wrong, where, what to do.
async function inWords(error) {
  let problem;
  try { problem = JSON.parse(error.text); } catch { return undefined; }
  if (!problem || !problem.title) return undefined;
  const box = document.createElement("div");
  const add = (name, text) => { const made = document.createElement(name); made.textContent = text; box.append(made); return made; };
  box.className = "went-wrong";
  box.setAttribute("role", "alert");
  add("p", problem.title).className = "flag";
  add("p", `${problem.line ? `Line ${problem.line}${problem.column ? `, column ${problem.column}` : ""}: ` : ""}${problem.detail || ""}`);
  if (problem.source) add("pre", `${problem.source}${problem.column ? `\n${" ".repeat(problem.column - 1)}▲` : ""}`);
  for (const hint of problem.hint || []) add("p", hint);
  if (problem.type) {
    const more = add("p", "").appendChild(document.createElement("a"));
    more.href = prefix + problem.type;
    more.textContent = "what to do about it";
  }
  return box;
}

function begin() {
  const Yasqe = window.Yasgui.Yasqe;
  window.Yasgui.Yasr.defaults.errorRenderers = [inWords];
  // Those shipped with the editor for prefixes, properties and classes ask other hosts.
  for (const name of ["prefixes", "property", "class"]) delete Yasqe.Autocompleters[name];
  Yasqe.defaults.autocompleters = ["variables", "property", "class"];
  const waiting = terms().catch(() => ({ classes: [], properties: [] }));
  const completer = (name, kind) => ({
    name,
    autoShow: false,
    bulk: true,
    get: async () => (await waiting)[kind],
    isValidCompletionPosition: (yasqe) => {
      const token = yasqe.getCompleteToken();
      return token.string.length > 1 && !token.string.startsWith("?") && token.type !== "keyword";
    },
    preProcessToken: (yasqe, token) => Yasqe.preprocessIriForCompletion ? Yasqe.preprocessIriForCompletion(yasqe, token) : token,
    postprocessHints: (yasqe, hints) => hints,
  });
  Yasqe.registerAutocompleter(completer("property", "properties"));
  Yasqe.registerAutocompleter(completer("class", "classes"));
  place.hidden = false;
  const yasgui = new window.Yasgui(place, {
    requestConfig: { endpoint, method: "POST" },
    copyEndpointOnNewTab: true,
    persistenceId: null,
    endpointCatalogueOptions: { getData: () => [] },
    yasqe: { prefixCcApi: "", showQueryButton: true, createShareableLink: null },
    yasr: { prefixes: known.prefixes, prefixCcApi: "" },
  });
  const tab = yasgui.getTab() || yasgui.addTab(true);
  tab.setQuery(document.getElementById("query").value);
  plain.hidden = true;
  const answered = document.getElementById("answered");
  if (answered) {
    // Somebody followed the address of a query: its answer stands in the editor.
    answered.hidden = true;
    tab.query().catch(() => {}); // what went wrong stands there too
  }
  for (const link of document.querySelectorAll("[data-example]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const now = yasgui.getTab();
      now.setQuery(known.examples[link.dataset.example]);
      now.query().catch(() => {});
    });
  }
  const share = document.createElement("p");
  const link = document.createElement("a");
  link.textContent = "address of this query, to share";
  link.href = "#";
  link.addEventListener("pointerdown", () => { link.href = `?query=${encodeURIComponent(yasgui.getTab().getQuery())}`; });
  link.addEventListener("focus", () => { link.href = `?query=${encodeURIComponent(yasgui.getTab().getQuery())}`; });
  share.append(link);
  place.after(share);
}
if (window.Yasgui) begin();
}
