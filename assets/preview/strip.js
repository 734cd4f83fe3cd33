// All slides as a strip, and as a grid.

import { $, go, on, slides, store } from "./store.js";
import { thumbnail } from "./pictures.js";
import { openOverlay, closeOverlay } from "./overlay.js";
import { slideOf } from "./problems.js";
import { w } from "./words.js";

export function initStrip() {
  on("state", draw);
  on("move", mark);
  on("words", draw);
  $("do-grid").onclick = openGrid;
}

function draw() {
  const strip = $("strip");
  if (!store.state) return;
  const kept = new Map([...strip.querySelectorAll("button")].map((each) => [each.dataset.id, each]));
  const worst = worstBySlide();
  const made = [];
  let section = "";
  slides().forEach((each, index) => {
    if (each.section !== section) {
      section = each.section;
      const head = document.createElement("h2");
      head.textContent = section;
      if (section) made.push(head);
    }
    const button = kept.get(each.id) ?? thumb(each.id);
    fill(button, each, index, worst.get(index));
    made.push(button);
  });
  // What is taken out and put in again is laid out anew: only where something has moved.
  const same = made.length === strip.children.length && made.every((each, at) => alike(each, strip.children[at]));
  if (!same) strip.replaceChildren(...made);
  mark();
}

function alike(one, other) {
  return one === other || (one.tagName === "H2" && other.tagName === "H2" && one.textContent === other.textContent);
}

function thumb(id) {
  const button = document.createElement("button");
  button.className = "thumb";
  button.dataset.id = id;
  button.append(document.createElement("i"), document.createElement("span"));
  return button;
}

function fill(button, each, index, worst) {
  button.onclick = () => go(index);
  const number = button.querySelector("i");
  if (number.textContent !== String(index + 1)) number.textContent = index + 1;
  button.title = each.title;
  button.setAttribute("aria-label", `${index + 1} ${each.title}${each.hidden ? ` (${w("hidden")})` : ""}`);
  button.classList.toggle("is-hidden", each.hidden);
  button.dataset.worst = worst ?? "";
  const box = button.querySelector("span");
  if (box.firstChild?.dataset?.pictureKey !== each.key) box.replaceChildren(thumbnail(each.key) ?? "");
}

function worstBySlide() {
  const rank = { error: 2, warning: 1 };
  const worst = new Map();
  for (const problem of store.state.problems) {
    const index = slideOf(problem);
    if (index < 0 || !rank[problem.severity]) continue;
    if ((rank[worst.get(index)] ?? 0) < rank[problem.severity]) worst.set(index, problem.severity);
  }
  return worst;
}

function mark() {
  const buttons = [...$("strip").querySelectorAll("button")];
  const now = buttons[store.at];
  if (now?.hasAttribute("aria-current")) return;
  for (const each of buttons) each.removeAttribute("aria-current");
  now?.setAttribute("aria-current", "true");
  now?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

export function openGrid() {
  const grid = document.createElement("div");
  grid.className = "grid";
  slides().forEach((each, index) => {
    const button = thumb(each.id);
    fill(button, each, index);
    if (index === store.at) button.setAttribute("aria-current", "true");
    button.onclick = () => {
      closeOverlay();
      go(index);
    };
    grid.append(button);
  });
  openOverlay(w("grid"), grid, "wide");
  grid.children[store.at]?.focus();
  grid.onkeydown = (event) => {
    const across = getComputedStyle(grid).gridTemplateColumns.split(" ").length;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const now = [...grid.children].indexOf(document.activeElement);
    grid.children[Math.max(0, Math.min(grid.children.length - 1, now + by))]?.focus();
  };
}
