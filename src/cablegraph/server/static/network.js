// The network as a drawing that can be moved: forces, zoom, an edge lists its papers.
"use strict";
{
const data = JSON.parse(document.getElementById("network-data").textContent);
const arcs = document.getElementById("arcs");
const host = document.getElementById("network");
const chosen = document.getElementById("chosen");
const prefix = document.querySelector(".brand").getAttribute("href").replace(/\/$/, "");
const addressOf = (id) => id.replace(/^https:\/\/w3id\.org\/cablegraph\/(id|vocab)\//, "/page/");
const pageOf = (id) => prefix + addressOf(id);

// Nodes that hang together, the largest group first.
function groups(nodes, links) {
  const near = new Map(nodes.map((node) => [node.id, []]));
  for (const link of links) {
    near.get(link.source)?.push(link.target);
    near.get(link.target)?.push(link.source);
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const seen = new Set();
  const found = [];
  for (const node of nodes) {
    if (seen.has(node.id)) continue;
    const group = [], waiting = [node.id];
    seen.add(node.id);
    while (waiting.length) {
      const id = waiting.pop();
      group.push(byId.get(id));
      for (const other of near.get(id)) if (byId.has(other) && !seen.has(other)) { seen.add(other); waiting.push(other); }
    }
    found.push(group);
  }
  return found.sort((a, b) => b.length - a.length);
}

// Pairs that hang together with nobody else stand in rows below, not among the others.
function below(pairs, width, top, narrow) {
  const columns = Math.max(1, Math.floor(width / (narrow ? 350 : 330)));
  pairs.forEach((pair, index) => {
    const middle = (index % columns + 0.5) * (width / columns), y = top + 44 + Math.floor(index / columns) * 26;
    // The sender on the left; the names on the outer sides.
    pair.sort((a, b) => b.sent - a.sent);
    pair.forEach((node, at) => { node.x = middle + (at ? 32 : -32); node.y = y; node.fixed = true; });
  });
  return pairs.length ? 40 + Math.ceil(pairs.length / columns) * 26 : 0;
}

function settle(nodes, links, width, height, radius) {
  const simulation = d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).id((node) => node.id).distance(90).strength(0.25))
    .force("charge", d3.forceManyBody().strength(nodes.length > 150 ? -60 : -260))
    .force("x", d3.forceX(width / 2).strength(0.07)).force("y", d3.forceY(height / 2).strength(0.1))
    .force("apart", d3.forceCollide((node) => radius(node) + 8)).stop();
  for (let i = 0; i < Math.min(300, 40000 / (nodes.length + 1)); i += 1) simulation.tick();
  const x = d3.extent(nodes, (node) => node.x), y = d3.extent(nodes, (node) => node.y);
  const side = width < 600 ? 60 : 110;
  const across = Math.min((width - 2 * side) / (x[1] - x[0] || 1), 2.4), down = Math.min((height - 60) / (y[1] - y[0] || 1), 2.4);
  for (const node of nodes) {
    node.x = width / 2 + (node.x - (x[0] + x[1]) / 2) * across;
    node.y = height / 2 + (node.y - (y[0] + y[1]) / 2) * down;
  }
}

// Names where they cover neither each other nor a dot: beside, above or below; the best connected first.
function name(points, nodes, radius, width, edges) {
  const ways = edges.length > 200 ? [] : edges.flatMap((edge) => {
    const long = edge.getTotalLength();
    // Points along a line; those of its arrow count for more.
    const point = (at, weight) => { const { x, y } = edge.getPointAtLength(at); return { x, y, weight }; };
    return [...d3.range(8, long - 12, 7).map((at) => point(at, 1)), ...[12, 6, 0].map((back) => point(Math.max(0, long - back), 5))];
  });
  const taken = nodes.map((node) => [node.x - radius(node), node.y - radius(node), node.x + radius(node), node.y + radius(node), node]);
  const over = (box, own) => taken.some((t) => t[4] !== own && box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3]);
  const order = [...nodes].sort((a, b) => b.degree - a.degree);
  const text = new Map();
  points.select("text").each(function keep(node) { text.set(node, this); });
  for (const node of order) {
    const element = text.get(node);
    if (!element) continue;
    const long = element.getComputedTextLength(), r = radius(node) + 4;
    const places = [["start", r, 4], ["end", -r, 4], ["middle", 0, -r], ["middle", 0, r + 10],
      ["start", 0.8 * r, -0.7 * r], ["start", 0.8 * r, 0.7 * r + 9], ["end", -0.8 * r, -0.7 * r], ["end", -0.8 * r, 0.7 * r + 9]];
    const box = ([anchor, dx, dy]) => {
      const left = node.x + dx - (anchor === "end" ? long : anchor === "middle" ? long / 2 : 0);
      return [left, node.y + dy - 11, left + long, node.y + dy + 3, node];
    };
    const inside = (b) => b[0] >= 2 && b[2] <= width - 2;
    // Of the places that are free, the one that the fewest lines run through.
    const lines = (b) => d3.sum(ways.filter((way) => way.x > b[0] - 4 && way.x < b[2] + 4 && way.y > b[1] - 5 && way.y < b[3] + 5), (way) => way.weight);
    const free = places.filter((place) => inside(box(place)) && !over(box(place), node));
    const found = d3.least(free, (place) => lines(box(place)));
    element.toggleAttribute("data-hidden", !found);
    if (!found) continue;
    element.setAttribute("text-anchor", found[0]);
    element.setAttribute("dx", found[1]);
    element.setAttribute("dy", found[2]);
    taken.push(box(found).concat());
    taken[taken.length - 1][4] = null;
  }
}

function legend(svg, most, radius, x, y) {
  const box = svg.append("g").attr("class", "legend-size").attr("transform", `translate(${x},${y})`);
  box.append("text").attr("class", "soft").attr("y", 4).text("linked with");
  let at = 76;
  for (const degree of [...new Set([1, Math.ceil(most / 3), most])]) {
    const r = radius({ degree });
    box.append("circle").attr("class", "node").attr("cx", at + r).attr("r", r);
    box.append("text").attr("class", "soft").attr("x", at + 2 * r + 4).attr("y", 4).text(degree);
    at += 2 * r + 32;
  }
}

function draw() {
  const narrow = arcs.parentNode.clientWidth < 600;
  const width = narrow ? Math.max(320, arcs.parentNode.clientWidth) : 1000;
  const nodes = data.nodes.map((node) => ({ ...node }));
  const links = data.links.map((link) => ({ ...link }));
  const most = Math.max(1, ...nodes.map((node) => node.degree));
  const radius = (node) => (narrow ? 3 : 4) + (narrow ? 7 : 10) * Math.sqrt(node.degree / most);
  const found = groups(nodes, links);
  const pairs = found[0].length > 3 ? found.filter((group) => group.length <= 2) : [];
  const main = found.filter((group) => !pairs.includes(group)).flat();
  const inMain = new Set(main.map((node) => node.id));
  const tall = narrow ? 460 : 500;
  settle(main, links.filter((link) => inMain.has(link.source)), width, tall, radius);
  const foot = below(pairs, width, tall, narrow);
  const height = tall + foot + 34;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const link of links) {
    if (typeof link.source === "string") [link.source, link.target] = [byId.get(link.source), byId.get(link.target)];
  }
  const svg = d3.create("svg").attr("class", "drawing").attr("viewBox", `0 0 ${width} ${height}`)
    .attr("role", "group").attr("aria-label", "Network; the table below holds the same links");
  const world = svg.append("g");
  svg.call(d3.zoom().scaleExtent([0.2, 8]).filter((event) => !narrow || event.type !== "wheel").on("zoom", (event) => world.attr("transform", event.transform)));
  const curve = (link) => {
    const { source: a, target: b } = link;
    if (a === b) return `M${a.x} ${a.y} c-30 -40 30 -40 0 0`;
    const dx = b.x - a.x, dy = b.y - a.y;
    const bend = a.fixed ? [(a.x + b.x) / 2, (a.y + b.y) / 2] : [(a.x + b.x) / 2 - dy * 0.12, (a.y + b.y) / 2 + dx * 0.12];
    const length = Math.hypot(b.x - bend[0], b.y - bend[1]) || 1, short = radius(b) + 3;
    const end = [b.x - ((b.x - bend[0]) / length) * short, b.y - ((b.y - bend[1]) / length) * short];
    return `M${a.x} ${a.y} Q${bend[0]} ${bend[1]} ${end[0]} ${end[1]}`;
  };
  const heads = svg.append("defs");
  for (const kind of ["letter", "relay"]) {
    heads.append("marker").attr("id", `arrow-${kind}`).attr("viewBox", "0 0 8 8").attr("refX", 6).attr("refY", 4)
      .attr("markerWidth", 9).attr("markerHeight", 9).attr("markerUnits", "userSpaceOnUse").attr("orient", "auto")
      .append("path").attr("d", "M0 0 8 4 0 8z").attr("class", `arrow ${kind}`);
  }
  const edges = world.append("g").selectAll("path").data(links).join("path")
    .attr("class", (link) => `edge ${link.kind}`).attr("stroke-width", (link) => Math.min(8, 1 + Math.sqrt(link.weight)))
    .attr("marker-end", (link) => `url(#arrow-${link.kind === "relay" ? "relay" : "letter"})`).attr("d", curve).attr("tabindex", links.length > 120 ? null : 0)
    .on("click", (event, link) => choose(event.currentTarget, link))
    .on("keydown", (event, link) => { if (event.key === "Enter") choose(event.currentTarget, link); });
  edges.append("title").text((link) => `${link.source.label} → ${link.target.label}: ${link.weight}`);
  const points = world.append("g").selectAll("a").data(nodes).join("a").attr("href", (node) => pageOf(node.id));
  points.append("circle").attr("class", (node) => `node${node.held ? "" : " cited"}${node.composed ? " made-up" : ""}`).attr("r", radius);
  points.append("title").text((node) => `${node.label}${node.short ? ` (${node.short})` : ""}: ${node.sent} sent, ${node.received} received${node.composed ? " (composed for teaching)" : ""}`);
  const shown = nodes.length > 80 ? new Set(nodes.slice(0, 60)) : new Set(nodes);
  // Papers are told apart by number and date, not by titles, which many share.
  points.filter((node) => shown.has(node) && (node.short || node.held)).append("text")
    .text((node) => node.short || (node.label.length > 30 ? `${node.label.slice(0, 28)}…` : node.label));
  const place = () => { points.attr("transform", (node) => `translate(${node.x},${node.y})`); edges.attr("d", curve); };
  place();
  points.call(d3.drag().on("drag", (event, node) => { node.x = event.x; node.y = event.y; place(); }).on("end", () => name(points, nodes, radius, width, edges.nodes())));
  if (pairs.length) {
    world.append("line").attr("class", "axis").attr("x1", 12).attr("x2", width - 12).attr("y1", tall + 2).attr("y2", tall + 2);
    world.append("text").attr("class", "soft").attr("x", 16).attr("y", tall + 18).text("Linked with nobody else:");
  }
  legend(svg, most, radius, 16, height - 18);
  host.replaceChildren(svg.node());
  host.hidden = false;
  name(points, nodes, radius, width, edges.nodes());
  arcs.setAttribute("hidden", "");
  return svg.node();
}

function choose(element, link) {
  for (const other of host.querySelectorAll(".edge.on")) other.classList.remove("on");
  element.classList.add("on");
  const heading = document.createElement("h2");
  heading.textContent = `${link.source.told || link.source.label} → ${link.target.told || link.target.label}: ${link.weight} paper${link.weight === 1 ? "" : "s"}`;
  if (link.source.composed || link.target.composed) {
    const flag = document.createElement("span");
    flag.className = "flag";
    flag.textContent = " composed for teaching";
    heading.append(flag);
  }
  const list = document.createElement("ul");
  list.append(...papersOf(link, link.documents.map((id) => [id, ...(data.titles[id] || [id.split("/").pop(), "", addressOf(id)])])));
  chosen.replaceChildren(heading, list, otherWay(link));
  quote(link, list);
  chosen.scrollIntoView({ block: "nearest" });
  chosen.focus({ preventScroll: true });
  if (isLetter(link) && link.documents.some((id) => !data.titles[id])) namePapers(link, list);
}

const isLetter = (link) => link.kind === "letter" && /\/id\/agent\//.test(link.source.id);

function papersOf(link, papers) {
  papers.sort((a, b) => a[2].localeCompare(b[2]));
  const items = papers.map(([id, title, date, url]) => {
    const item = document.createElement("li");
    const anchor = document.createElement("a");
    anchor.href = prefix + url;
    anchor.textContent = title;
    item.append(`${date} `, anchor, " ");
    const why = document.createElement("a");
    why.className = "why";
    why.textContent = "why";
    why.href = `${prefix}/why?s=${encodeURIComponent(id)}&p=rico:hasSender&o=${encodeURIComponent(link.source.id)}`;
    if (isLetter(link)) item.append(why);
    item.dataset.paper = id;
    return item;
  });
  if (link.weight > papers.length) {
    const more = document.createElement("li");
    more.textContent = `and ${link.weight - papers.length} more`;
    if (isLetter(link)) more.replaceChildren(listOf(link, more.textContent));
    items.push(more);
  }
  return items;
}

// The page brings the titles of the heaviest links' papers; those of another are asked for when it is chosen.
async function namePapers(link, list) {
  const answer = await fetch(`${prefix}/documents.json?${wantedOf(link)}&_size=6`).catch(() => null);
  if (!answer?.ok) return;
  const { rows } = await answer.json();
  list.replaceChildren(...papersOf(link, rows.map((row) => [row.id, row.name + (row.number && !row.name.includes(row.number) ? `, No. ${row.number}` : ""), row.date || "", row.url])));
  quote(link, list);
}

// An arrow has one direction; what went the other way is another arrow, one press away.
function otherWay(link) {
  const line = document.createElement("p");
  const back = [...host.querySelectorAll(".edge")].find((edge) => edge.__data__.source === link.target && edge.__data__.target === link.source && edge.__data__.kind === link.kind);
  if (link.source === link.target || !["agent", "place"].includes(host.dataset.by)) return line;
  line.append(`The other way, ${link.target.label} → ${link.source.label}: `);
  if (!back) line.append("nothing here");
  else {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "link";
    button.textContent = `${back.__data__.weight} ${UNITS[link.kind] || "paper"}${back.__data__.weight === 1 ? "" : "s"}`;
    button.addEventListener("click", () => choose(back, back.__data__));
    line.append(button);
  }
  return line;
}

const UNITS = { cites: "citation" };
// What an edge rests on: of whom or what its two ends are read in a paper.
const RESTS_ON = {
  agent: (link, paper) => [[paper, "rico:hasSender", link.source.id], [paper, "rico:hasAddressee", link.target.id]],
  place: (link, paper) => [[paper, "cg:sentFrom", link.source.id], [paper, "cg:sentTo", link.target.id]],
  topic: (link, paper) => [[paper, "rico:hasOrHadSubject", link.target.id]],
  document: (link, paper) => [[paper, "cg:cites", link.target.id]],
};

// Of who passed a paper on, whichever end of the edge that is: what is not said of it has no words.
const RELAYED = (link, paper) => [link.source.id, link.target.id].flatMap((id) => [[paper, "cg:relayedBy", id], [paper, "rico:hasSender", id], [paper, "rico:hasAddressee", id]]);

// The words below each paper of the list, asked for at once.
async function quote(link, list) {
  const restsOn = link.kind === "relay" ? RELAYED : RESTS_ON[host.dataset.by];
  const items = [...list.querySelectorAll("[data-paper]")];
  const asked = items.flatMap((item) => restsOn(link, item.dataset.paper).map(([s, p, o]) => ({ item, edge: { s, p, o } })));
  if (!asked.length) return;
  const answer = await fetch(`${prefix}/why.json`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(asked.map(({ edge }) => edge)) }).catch(() => null);
  if (!answer?.ok) return;
  const { statements: answers } = await answer.json();
  items.forEach((item) => item.querySelector(".words-of")?.remove());
  asked.forEach(({ item }, at) => {
    const reading = answers[at].readings.find(({ spans }) => spans.length);
    if (!answers[at].asserted || !reading) return;
    let line = item.querySelector(".words-of");
    if (!line) { line = document.createElement("p"); line.className = "words-of note"; item.append(line); } else line.append(" · ");
    const words = document.createElement("a"), [span] = reading.spans;
    words.href = prefix + reading.url + `#char=${span.start},${span.end}`;
    words.textContent = `“${span.quote.length > 160 ? `${span.quote.slice(0, 150)}…` : span.quote}”`;
    line.append(words);
  });
}

function wantedOf(link) {
  // The papers of an edge among all papers, under the filters of this drawing.
  const wanted = new URLSearchParams(location.search);
  for (const own of ["by", "kind", "min_weight"]) wanted.delete(own);
  wanted.set("sender", link.source.id.split("/").pop());
  wanted.set("addressee", link.target.id.split("/").pop());
  return wanted;
}

function listOf(link, words) {
  const anchor = document.createElement("a");
  anchor.href = `${prefix}/documents?${wantedOf(link)}`;
  anchor.textContent = words;
  return anchor;
}

if (window.d3 && data.nodes.length) {
  const svg = draw();
  globalThis.offerPictures(() => svg, "network");
}
}
