// A drawing as a file of its own, SVG or PNG: in the colours it is seen in, with a caption that says what it shows.
"use strict";
{
const SVG = "http://www.w3.org/2000/svg";
const SEEN = ["fill", "fill-opacity", "stroke", "stroke-opacity", "font-family", "font-size", "font-weight", "paint-order", "stroke-width", "stroke-linejoin",
  "stroke-dasharray", "vector-effect", "visibility"];
const LINE = 15, WIDE = 1000;

// A picture that leaves the page says what it shows, whose papers, what its marks mean, the version, the day and where it is from.
function sentences(width, caption) {
  const chosen = [...document.querySelectorAll(".chips a[aria-label^=remove]")].map((chip) => chip.textContent.replace("✕", "").trim());
  const version = document.querySelector("footer code")?.textContent || "";
  const said = [document.querySelector("h1").textContent, ...chosen, caption, `version ${version}`,
    `drawn ${new Date().toISOString().slice(0, 10)}`, location.href].join(" · ");
  const lines = [""];
  for (const word of said.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (lines.at(-1) && longer.length * 6 > width - 16) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return { said, lines };
}

function made(name, given) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(given)) element.setAttribute(key, String(value));
  return element;
}

function styled(svg, caption) {
  const copy = svg.cloneNode(true);
  const from = svg.querySelectorAll("*"), to = copy.querySelectorAll("*");
  from.forEach((element, index) => {
    const seen = getComputedStyle(element);
    for (const name of SEEN) to[index].setAttribute(name, seen.getPropertyValue(name));
  });
  const { width, height } = svg.viewBox.baseVal;
  // A map shows a part of the world: it is drawn as large as other drawings, and ends at its border.
  const across = Math.min(WIDE, Math.max(width, svg.clientWidth)), down = (height / width) * across;
  for (const [key, value] of Object.entries({ x: 0, y: 0, width: across, height: down, overflow: "hidden" })) copy.setAttribute(key, String(value));
  for (const key of ["id", "class", "style"]) copy.removeAttribute(key);
  const said = sentences(across, caption), tall = down + 13 + said.lines.length * LINE;
  const sheet = made("svg", { xmlns: SVG, width: across, height: tall, viewBox: `0 0 ${across} ${tall}` });
  const title = made("title", {});
  title.textContent = said.said;
  sheet.append(title, made("rect", { width: across, height: tall, fill: getComputedStyle(document.body).getPropertyValue("--sheet") || "#fff" }), copy);
  const ink = getComputedStyle(document.body).color;
  said.lines.forEach((text, at) => {
    const line = made("text", { x: 8, y: down + 18 + at * LINE, "font-size": 11, "font-family": "sans-serif", fill: ink });
    line.textContent = text;
    sheet.append(line);
  });
  return { text: new XMLSerializer().serializeToString(sheet), across, tall };
}

function save(blob, name) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 1000);
}

// The buttons SVG and PNG of a page; find gives the drawing that is seen when one is pressed.
globalThis.offerPictures = (find, name) => {
  const buttons = { svg: document.getElementById("as-svg"), png: document.getElementById("as-png") };
  const caption = document.querySelector("[data-caption]").dataset.caption;
  buttons.svg.hidden = buttons.png.hidden = false;
  buttons.svg.addEventListener("click", () => save(new Blob([styled(find(), caption).text], { type: "image/svg+xml" }), `${name}.svg`));
  buttons.png.addEventListener("click", () => {
    const { text, across, tall } = styled(find(), caption);
    const image = new Image();
    image.addEventListener("load", () => {
      const canvas = document.createElement("canvas");
      canvas.width = 2 * across;
      canvas.height = 2 * tall;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => save(blob, `${name}.png`));
    });
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  });
};
}
