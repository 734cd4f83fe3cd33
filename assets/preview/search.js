// Words looked for in titles, slides and notes.

import { go, slides } from "./store.js";
import { closeOverlay, openOverlay } from "./overlay.js";
import { picture } from "./pictures.js";
import { w } from "./words.js";

const AROUND = 30;

export function openSearch() {
  const texts = slides().map((each) => [
    ["in-slide", [each.title, ...blocks(each.key)]],
    ["in-notes", each.notes],
    ["in-source", each.trail.slice(1)],
  ]);
  const box = document.createElement("div");
  box.className = "search";
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = w("search-hint");
  field.setAttribute("aria-label", w("search-hint"));
  const count = document.createElement("p");
  count.className = "counted";
  count.setAttribute("role", "status");
  const list = document.createElement("ol");
  box.append(field, count, list);
  field.oninput = () => {
    const { made, total } = results(field.value, texts);
    list.replaceChildren(...made);
    list.scrollTop = 0;
    count.textContent = told(field.value, made.length, total);
    select(list, 0);
  };
  box.onkeydown = (event) => {
    event.stopPropagation();
    if (event.isComposing) return; // Enter belongs to whoever types hanzi
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) select(list, chosen(list) + by);
    if (event.key === "Enter") list.children[chosen(list)]?.firstElementChild.click();
    if (by || event.key === "Enter") event.preventDefault();
    if (event.key === "Escape") closeOverlay();
  };
  openOverlay(w("search"), box, "narrow");
  field.focus();
}

const told = (wanted, count, total) => {
  if (!wanted.trim()) return "";
  return count ? w("found-count", { count, total }) : w("search-none");
};

const chosen = (list) => [...list.children].findIndex((each) => each.hasAttribute("aria-current"));

// The words stay in the field while one of what was found is chosen.
function select(list, at) {
  const next = list.children[Math.max(0, Math.min(list.children.length - 1, at))];
  for (const each of list.children) each.removeAttribute("aria-current");
  next?.setAttribute("aria-current", "true");
  next?.scrollIntoView({ block: "nearest" });
}

// The texts of a slide, each as a whole: its lines are put together again.
function blocks(key) {
  const made = new Map();
  for (const text of picture(key)?.querySelectorAll("text") ?? []) {
    const block = text.closest("[data-p]") ?? text.closest("[data-t]") ?? text;
    made.set(block, joined(made.get(block) ?? "", text.textContent));
  }
  return [...made.values()];
}

function joined(before, after) {
  const latin = /[!-~]$/.test(before) && /^[!-~]/.test(after);
  return before + (latin ? " " : "") + after;
}

function results(wanted, texts) {
  const plain = wanted.trim().toLowerCase();
  const made = [];
  let total = 0;
  if (!plain) return { made, total };
  texts.forEach((parts, index) => {
    // The title stands on the slide as well.
    const found = parts
      .map(([where, said]) => [where, [...new Set(said)].filter((each) => each.toLowerCase().includes(plain))])
      .filter(([, said]) => said.length);
    if (!found.length) return;
    const every = found.flatMap(([, said]) => said);
    const count = every.reduce((sum, each) => sum + each.toLowerCase().split(plain).length - 1, 0);
    total += count;
    made.push(entry(index, found, plain, count));
  });
  return { made, total };
}

function entry(index, found, plain, count) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.tabIndex = -1;
  const number = document.createElement("i");
  number.textContent = index + 1;
  const title = document.createElement("strong");
  title.textContent = slides()[index].title;
  const times = document.createElement("small");
  times.textContent = count > 1 ? `× ${count}` : "";
  button.append(number, title, times, ...found.map(([where, said]) => snippet(where, said[0], plain)));
  button.onclick = () => {
    closeOverlay();
    go(index);
  };
  item.append(button);
  return item;
}

// The first of what was found in a part of the slide, and which part that is.
function snippet(where, whole, plain) {
  const at = whole.toLowerCase().indexOf(plain);
  const made = document.createElement("span");
  const mark = document.createElement("mark");
  mark.textContent = whole.slice(at, at + plain.length);
  const [from, to] = [Math.max(0, at - AROUND), at + plain.length + AROUND];
  const part = document.createElement("b");
  part.textContent = w(where);
  made.append(
    part,
    (from ? "…" : "") + whole.slice(from, at),
    mark,
    whole.slice(at + plain.length, to) + (to < whole.length ? "…" : ""),
  );
  return made;
}
