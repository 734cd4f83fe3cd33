// Drawings by their keys, as elements of the page.

import { store } from "./store.js";

const drawings = new Map();
const parser = new DOMParser();
let copies = 0;

export function keep(state) {
  for (const [key, svg] of Object.entries(state.drawings)) drawings.set(key, svg);
  const shown = new Set([...state.slides.map((each) => each.key), ...state.sheets]);
  for (const key of drawings.keys()) if (!shown.has(key)) drawings.delete(key);
}

// A drawing may stand on the page several times; each copy has ids of its own.
export function picture(key) {
  const svg = drawings.get(key);
  if (!svg) return null;
  const own = svg.replace(/(id="|url\(#)bfid-/g, `$1p${++copies}-`);
  const made = document.importNode(parser.parseFromString(own, "image/svg+xml").documentElement, true);
  made.removeAttribute("width");
  made.removeAttribute("height");
  made.classList.add("picture");
  made.dataset.pictureKey = key;
  return made;
}

// A drawing that is only looked at: a thumbnail is no second document to those who hear the page.
export function thumbnail(key) {
  const made = picture(key);
  made?.setAttribute("aria-hidden", "true");
  for (const link of made?.querySelectorAll("a") ?? []) link.replaceWith(...link.childNodes);
  return made;
}

// The figures of a chart are numbers beside its marks: those that can be told apart are marked.
export function markFigures(element, ids) {
  const displays = store.state.about?.figures ?? {};
  const digits = (said) => (said ?? "").replace(/[^\d.]/g, "");
  for (const text of element.querySelectorAll("[role=img] text")) {
    if (text.querySelector("[data-figure]")) continue;
    const said = digits(text.textContent);
    const found = said ? ids.filter((id) => digits(displays[id]) === said) : [];
    if (found.length === 1) text.lastElementChild?.setAttribute("data-figure", found[0]);
  }
}

const faces = new Set();

export function loadFaces(own) {
  for (const [family, path] of Object.entries(own ?? {})) {
    if (faces.has(family)) continue;
    faces.add(family);
    const face = new FontFace(family, `url("${path}")`);
    face.load().then((done) => document.fonts.add(done), () => faces.delete(family));
  }
}
