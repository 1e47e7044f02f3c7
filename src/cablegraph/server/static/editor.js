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
  const found = (name) => [...new Set([...text.matchAll(new RegExp(`void[#:]${name}>? <([^>]+)>`, "g"))].map((match) => match[1]))];
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

// Names of a query that no statement of the graph has, though others of their vocabulary occur: mostly they are misspelt.
function misspelt(query, { classes, properties }) {
  const spaces = { ...known.prefixes };
  for (const [, prefix, iri] of query.matchAll(/PREFIX\s+([\w-]*):\s*<([^>]*)>/gi)) spaces[prefix] = iri;
  const every = [...classes, ...properties];
  const bare = query.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>/g, " ").replace(/#.*/g, " ").replace(/PREFIX\s+[\w-]*:/gi, " ");
  const names = new Set([...bare.matchAll(/(?<![\w?$:.-])([A-Za-z][\w-]*):([A-Za-z][\w-]*)/g)].map((match) => match[0]));
  const found = [];
  for (const name of names) {
    const [prefix, local] = name.split(":");
    const space = spaces[prefix], others = every.filter((iri) => space && iri.startsWith(space));
    // What the ontology or a question of this house names is right, also where no paper here has it.
    if (!others.length || others.includes(space + local) || known.terms.includes(space + local)) continue;
    const near = others.map((iri) => iri.slice(space.length)).map((other) => [apart(local.toLowerCase(), other.toLowerCase()), other]).sort((a, b) => a[0] - b[0])[0];
    found.push(`Nothing in the graph is called ${name}.` + (near[0] <= Math.max(2, local.length / 4) ? ` Did you mean ${prefix}:${near[1]}?` : ""));
  }
  return found;
}

// The endpoint knows our prefixes without their PREFIX lines: then the editor marks them as no mistake.
function knowingPrefixes(Yasqe) {
  const { checkSyntax } = Yasqe.prototype;
  Yasqe.prototype.checkSyntax = function checked() {
    const mode = this.getMode(), { startState } = mode;
    if (startState && !mode.knowsPrefixes) {
      mode.knowsPrefixes = true;
      mode.startState = (...given) => { const state = startState.apply(mode, given); Object.assign(state.prefixes, known.prefixes); return state; };
      this.getDoc().eachLine((line) => { line.stateAfter = null; line.styles = null; });
      this.getDoc().modeFrontier = this.getDoc().first;
      this.refresh();
    }
    return checkSyntax.call(this);
  };
}

// How many letters are to be changed to make one word the other.
function apart(a, b) {
  let above = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) row.push(Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)));
    above = row;
  }
  return above[b.length];
}

// Answers begin with names and values alone; "1917"^^xsd:integer is one click away.
function plainTables(table) {
  const { draw, drawControls } = table.prototype;
  table.prototype.draw = function drawn(kept) { return draw.call(this, { compact: true, ...kept }); };
  table.prototype.drawControls = function controls(...given) {
    if (this.persistentConfig.compact === undefined) this.persistentConfig.compact = true;
    drawControls.apply(this, given);
    const [compact, short] = this.tableControls.querySelectorAll(".label");
    if (compact) compact.textContent = "without types and languages";
    if (short) short.textContent = "cut long values";
  };
}

// The words of this house on the editor's buttons, each also as its name for who hears the page.
const NAMES = [
  [".CodeMirror textarea", "Query in SPARQL"], [".addTab", "another query"], [".closeTab", "close this query"], [".yasqe_queryButton", "ask (Ctrl + Enter)"],
  [".select_table", "Table", "span:last-child"], [".select_response", "Answer as sent", "span:last-child"], [".select_boolean", "Yes or no", "span:last-child"],
  [".select_error", "What went wrong", "span:last-child"], [".tableFilter", "only rows with these letters"], [".pageSizerLabel", "rows a page:", ""],
  [".yasr_downloadIcon", "take this answer as a file"], [".dt-paging-button.first", "first page"], [".dt-paging-button.previous", "page before"],
  [".dt-paging-button.next", "next page"], [".dt-paging-button.last", "last page"], [".pagination, nav[aria-label=pagination]", "pages of the answer"],
];
const SENTENCES = [[/^Showing (\S+ to \S+ of \S+) entries/, "rows $1"], [/ \(filtered from (\S+) total entries\)/, " (of $1 in all)"], [/^No matching records found$/, "No row has these letters."],
  [/^No data available in table$/, "The query was understood; nothing in the graph fits it."], [/^(\S+) results? in/, "$1 rows in"], [/^1 rows/, "1 row"], [/^rows 0 to 0 of 0/, "no rows"]];

function inOurWords() {
  const put = (element, name, value) => { if (element.getAttribute(name) !== value) element.setAttribute(name, value); };
  for (const [where, words, inside] of NAMES) {
    for (const element of place.querySelectorAll(where)) {
      const shown = inside === undefined ? null : inside ? element.querySelector(inside) : element;
      if (shown && shown.textContent !== words) shown.textContent = words;
      if (shown === element) continue;
      for (const name of ["title", "aria-label", ...(element.tagName === "INPUT" ? ["placeholder"] : [])]) put(element, name, words);
    }
  }
  for (const element of place.querySelectorAll(".dt-info, .dataTables_info, .yasr_response_chip, .dt-empty, .dataTables_empty")) {
    const words = SENTENCES.reduce((text, [from, to]) => text.replace(from, to), element.textContent);
    if (words !== element.textContent) element.textContent = words;
  }
  for (const element of place.querySelectorAll(".yasr_external_ref_btn")) element.remove(); // it leads to another host
}

function begin() {
  const Yasqe = window.Yasgui.Yasqe;
  knowingPrefixes(Yasqe);
  window.Yasgui.Yasr.defaults.errorRenderers = [inWords];
  // Those shipped with the editor for prefixes, properties and classes ask other hosts.
  for (const name of ["prefixes", "property", "class"]) delete Yasqe.Autocompleters[name];
  Yasqe.defaults.autocompleters = ["variables", "property", "class"];
  if (window.Yasgui.Yasr.plugins.table) plainTables(window.Yasgui.Yasr.plugins.table);
  new MutationObserver(inOurWords).observe(place, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["title", "aria-label"] });
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
  const shared = new URLSearchParams(location.search).has("query");
  tab.setQuery((!shared && sessionStorage.getItem("query")) || document.getElementById("query").value);
  // The query is still there when somebody comes back from another page.
  const keep = () => sessionStorage.setItem("query", tab.getQuery());
  keep();
  tab.getYasqe().on("change", keep);
  const said = document.getElementById("said"); // it stands between the query and its answer
  place.querySelector(".yasr").before(said);
  const tell = async (asked) => {
    said.textContent = "";
    said.textContent = misspelt(asked.getQuery(), await waiting).join(" ");
  };
  yasgui.on("query", (_, asked) => tell(asked));
  if (shared) tell(tab); // the editor asks by itself what an address brings
  plain.hidden = true;
  document.getElementById("leave").hidden = false;
  for (const field of place.querySelectorAll(".CodeMirror textarea")) field.setAttribute("aria-describedby", "leave");
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
