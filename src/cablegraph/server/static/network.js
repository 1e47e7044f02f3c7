// The network as a drawing that can be moved: forces, zoom, an edge lists its papers.
"use strict";
{
const data = JSON.parse(document.getElementById("network-data").textContent);
const arcs = document.getElementById("arcs");
const host = document.getElementById("network");
const chosen = document.getElementById("chosen");
const prefix = document.querySelector(".brand").getAttribute("href").replace(/\/$/, "");
const pageOf = (id) => prefix + id.replace(/^https:\/\/w3id\.org\/cablegraph\/(id|vocab)\//, "/page/");

function draw() {
  const width = 1000, height = 620;
  const nodes = data.nodes.map((node) => ({ ...node }));
  const links = data.links.map((link) => ({ ...link }));
  const most = Math.max(1, ...nodes.map((node) => node.degree));
  const radius = (node) => 4 + 10 * Math.sqrt(node.degree / most);
  const svg = d3.create("svg").attr("class", "drawing").attr("viewBox", `0 0 ${width} ${height}`)
    .attr("role", "group").attr("aria-label", "Network; the table below holds the same links");
  const world = svg.append("g");
  svg.call(d3.zoom().scaleExtent([0.2, 8]).on("zoom", (event) => world.attr("transform", event.transform)));
  const simulation = d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).id((node) => node.id).distance(90).strength(0.25))
    .force("charge", d3.forceManyBody().strength(nodes.length > 150 ? -60 : -220))
    .force("x", d3.forceX(width / 2).strength(0.06)).force("y", d3.forceY(height / 2).strength(0.09))
    .force("apart", d3.forceCollide((node) => radius(node) + 6)).stop();
  for (let i = 0; i < Math.min(300, 40000 / (nodes.length + 1)); i += 1) simulation.tick();
  const x = d3.extent(nodes, (node) => node.x), y = d3.extent(nodes, (node) => node.y);
  const scale = Math.min((width - 220) / (x[1] - x[0] || 1), (height - 60) / (y[1] - y[0] || 1), 2);
  for (const node of nodes) {
    node.x = width / 2 + (node.x - (x[0] + x[1]) / 2) * scale;
    node.y = height / 2 + (node.y - (y[0] + y[1]) / 2) * scale;
  }
  const curve = (link) => {
    const { source: a, target: b } = link;
    if (a === b) return `M${a.x} ${a.y} c-30 -40 30 -40 0 0`;
    const dx = b.x - a.x, dy = b.y - a.y, length = Math.hypot(dx, dy) || 1;
    const end = [b.x - (dx / length) * (radius(b) + 3), b.y - (dy / length) * (radius(b) + 3)];
    return `M${a.x} ${a.y} Q${(a.x + b.x) / 2 - dy * 0.12} ${(a.y + b.y) / 2 + dx * 0.12} ${end[0]} ${end[1]}`;
  };
  svg.append("defs").append("marker").attr("id", "arrow").attr("viewBox", "0 0 8 8").attr("refX", 6).attr("refY", 4)
    .attr("markerWidth", 9).attr("markerHeight", 9).attr("markerUnits", "userSpaceOnUse").attr("orient", "auto")
    .append("path").attr("d", "M0 0 8 4 0 8z").attr("class", "arrow");
  const edges = world.append("g").selectAll("path").data(links).join("path")
    .attr("class", (link) => `edge ${link.kind}`).attr("stroke-width", (link) => Math.min(8, 1 + Math.sqrt(link.weight)))
    .attr("marker-end", "url(#arrow)").attr("d", curve).attr("tabindex", links.length > 120 ? null : 0)
    .on("click", (event, link) => choose(event.currentTarget, link))
    .on("keydown", (event, link) => { if (event.key === "Enter") choose(event.currentTarget, link); });
  edges.append("title").text((link) => `${link.source.label} → ${link.target.label}: ${link.weight}`);
  const points = world.append("g").selectAll("a").data(nodes).join("a").attr("href", (node) => pageOf(node.id));
  points.append("circle").attr("class", (node) => `node${node.held ? "" : " cited"}`).attr("r", radius);
  points.append("title").text((node) => `${node.label}: ${node.sent} sent, ${node.received} received`);
  const shown = nodes.length > 80 ? new Set(nodes.slice(0, 40)) : new Set(nodes);
  points.filter((node) => shown.has(node)).append("text").attr("dx", (node) => radius(node) + 3).attr("dy", 4)
    .text((node) => (node.label.length > 30 ? `${node.label.slice(0, 28)}…` : node.label));
  const place = () => { points.attr("transform", (node) => `translate(${node.x},${node.y})`); edges.attr("d", curve); };
  place();
  points.call(d3.drag().on("drag", (event, node) => { node.x = event.x; node.y = event.y; place(); }));
  host.replaceChildren(svg.node());
  host.hidden = false;
  arcs.setAttribute("hidden", "");
  return svg.node();
}

function choose(element, link) {
  for (const other of host.querySelectorAll(".edge.on")) other.classList.remove("on");
  element.classList.add("on");
  const heading = document.createElement("h2");
  heading.textContent = `${link.source.label} → ${link.target.label}: ${link.weight} paper${link.weight === 1 ? "" : "s"}`;
  const list = document.createElement("ul");
  for (const id of link.documents) {
    const [title, date, url] = data.titles[id] || [id.split("/").pop(), "", pageOf(id)];
    const item = document.createElement("li");
    const anchor = document.createElement("a");
    anchor.href = prefix + url;
    anchor.textContent = title;
    item.append(`${date} `, anchor, " ");
    const why = document.createElement("a");
    why.className = "why";
    why.textContent = "why";
    why.href = `${prefix}/why?s=${encodeURIComponent(id)}&p=rico:hasSender&o=${encodeURIComponent(link.source.id)}`;
    if (link.kind === "letter" && /\/id\/agent\//.test(link.source.id)) item.append(why);
    list.append(item);
  }
  chosen.replaceChildren(heading, list);
}

function styled(svg) {
  // A file of its own carries the colours it is seen in.
  const copy = svg.cloneNode(true);
  const from = svg.querySelectorAll("*"), to = copy.querySelectorAll("*");
  from.forEach((element, index) => {
    const seen = getComputedStyle(element);
    for (const name of ["fill", "stroke", "stroke-opacity", "font-family", "font-size"]) to[index].setAttribute(name, seen.getPropertyValue(name));
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", "1000");
  copy.setAttribute("height", "620");
  return new XMLSerializer().serializeToString(copy);
}

function save(blob, name) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}

if (window.d3 && data.nodes.length) {
  const svg = draw();
  const asSvg = document.getElementById("as-svg"), asPng = document.getElementById("as-png");
  asSvg.hidden = asPng.hidden = false;
  asSvg.addEventListener("click", () => save(new Blob([styled(svg)], { type: "image/svg+xml" }), "network.svg"));
  asPng.addEventListener("click", () => {
    const image = new Image();
    image.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = 2000;
      canvas.height = 1240;
      const context = canvas.getContext("2d");
      context.fillStyle = getComputedStyle(document.body).getPropertyValue("--sheet") || "#fff";
      context.fillRect(0, 0, 2000, 1240);
      context.drawImage(image, 0, 0, 2000, 1240);
      canvas.toBlob((blob) => save(blob, "network.png"));
    });
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(styled(svg))}`;
  });
}
}
