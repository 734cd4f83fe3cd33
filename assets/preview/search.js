// Words looked for in titles, slides and notes.

import { go, slides } from "./store.js";
import { closeOverlay, openOverlay } from "./overlay.js";
import { picture } from "./pictures.js";
import { w } from "./words.js";

const AROUND = 24;

export function openSearch() {
  const texts = slides().map((each) => [each.title, words(each.key), [...each.notes, ...each.trail].join("\n")]);
  const box = document.createElement("div");
  box.className = "search";
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = w("search-hint");
  field.setAttribute("aria-label", w("search-hint"));
  const list = document.createElement("ol");
  box.append(field, list);
  field.oninput = () => list.replaceChildren(...results(field.value, texts));
  box.onkeydown = (event) => {
    const all = [...list.querySelectorAll("button")];
    const at = all.indexOf(document.activeElement);
    if (event.key === "Enter" && at < 0 && !event.isComposing) all[0]?.click();
    if (event.key === "ArrowDown") (all[at + 1] ?? all[0])?.focus();
    if (event.key === "ArrowUp") (all[at - 1] ?? field).focus();
    if (event.key.startsWith("Arrow") && event.key !== "ArrowLeft" && event.key !== "ArrowRight") event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") closeOverlay();
  };
  openOverlay(w("search"), box, "narrow");
  field.focus();
}

function words(key) {
  return [...(picture(key)?.querySelectorAll("text") ?? [])].map((each) => each.textContent).join("\n");
}

function results(wanted, texts) {
  const plain = wanted.trim().toLowerCase();
  if (!plain) return [];
  const made = [];
  texts.forEach((parts, index) => {
    const whole = parts.find((each) => each.toLowerCase().includes(plain));
    if (whole === undefined) return;
    const item = document.createElement("li");
    const button = document.createElement("button");
    const number = document.createElement("i");
    number.textContent = index + 1;
    const title = document.createElement("strong");
    title.textContent = slides()[index].title;
    button.append(number, title, snippet(whole, plain));
    button.onclick = () => {
      closeOverlay();
      go(index);
    };
    item.append(button);
    made.push(item);
  });
  if (made.length) return made;
  const none = document.createElement("li");
  none.className = "none";
  none.textContent = w("search-none");
  return [none];
}

function snippet(whole, plain) {
  const at = whole.toLowerCase().indexOf(plain);
  const made = document.createElement("span");
  const mark = document.createElement("mark");
  mark.textContent = whole.slice(at, at + plain.length);
  const from = Math.max(0, at - AROUND);
  made.append(
    (from ? "…" : "") + whole.slice(from, at).replaceAll("\n", " "),
    mark,
    whole.slice(at + plain.length, at + plain.length + AROUND).replaceAll("\n", " "),
  );
  return made;
}
