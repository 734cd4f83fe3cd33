// All slides as a strip, and as a grid.

import { $, go, on, slides, store } from "./store.js";
import { thumbnail } from "./pictures.js";
import { openOverlay, closeOverlay } from "./overlay.js";
import { middle } from "./presenter.js";
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
  const more = [each.hidden ? w("hidden") : "", worst ? w(worst) : ""].filter(Boolean);
  button.setAttribute("aria-label", `${index + 1} ${each.title}${more.map((said) => ` (${said})`).join("")}`);
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
  // Where they stand in a row, what comes before and after is seen as well.
  if (now) middle($("strip"), now);
}

export function openGrid() {
  const grid = document.createElement("div");
  grid.className = "grid";
  const worst = worstBySlide();
  let section = "";
  slides().forEach((each, index) => {
    if (each.section !== section) {
      section = each.section;
      const head = document.createElement("h3");
      head.textContent = section;
      grid.append(head);
    }
    const button = thumb(each.id);
    fill(button, each, index, worst.get(index));
    if (worst.has(index)) button.dataset.said = w(worst.get(index));
    if (index === store.at) button.setAttribute("aria-current", "true");
    button.onclick = () => {
      closeOverlay();
      go(index);
    };
    grid.append(button);
  });
  openOverlay(w("grid"), grid, "wide");
  grid.querySelector("[aria-current]")?.focus();
  grid.onkeydown = (event) => {
    const all = [...grid.querySelectorAll("button")];
    const now = all.indexOf(document.activeElement);
    const next = { ArrowRight: all[now + 1], ArrowLeft: all[now - 1] };
    if (event.key === "ArrowDown" || event.key === "ArrowUp") next[event.key] = above(all, all[now], event.key === "ArrowUp");
    if (!(event.key in next)) return;
    event.preventDefault();
    event.stopPropagation();
    next[event.key]?.focus();
  };
}

// The nearest in the next row, or in the one before.
function above(all, now, up) {
  const at = now?.getBoundingClientRect();
  let best = null;
  let least = Infinity;
  for (const each of all) {
    const box = each.getBoundingClientRect();
    const away = at ? (box.top - at.top) * (up ? -1 : 1) : 0;
    const far = away * 4 + Math.abs(box.left - (at?.left ?? 0));
    if (away > 4 && far < least) [best, least] = [each, far];
  }
  return best;
}
