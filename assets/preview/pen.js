// Words edited on the page: they go into the file at their place, or are refused.

import { $, on, store, tell } from "./store.js";
import { ask } from "./live.js";
import { toast } from "./overlay.js";
import { w } from "./words.js";

// The id of a figure in the words, and which part of it is wanted.
const FIGURE = /\{([^{}:]+)(:[^{}]*)?\}/g;
let place = null;

export function initPen() {
  const pen = $("pen");
  pen.onsubmit = (event) => {
    event.preventDefault();
    save();
  };
  $("pen-cancel").onclick = closePen;
  $("pen-words").oninput = grow;
  $("pen-words").onkeydown = (event) => {
    event.stopPropagation();
    if (event.isComposing) return; // Enter belongs to whoever types hanzi
    if (event.key === "Escape") closePen();
    if (event.key === "Enter" && (!place?.lines || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };
  $("do-undo").onclick = undo;
  on("move", closePen);
}

// `what` says which text: {page, text, paragraph, offset}, or {page, what: "title" | "notes"}.
export async function edit(what, near) {
  const found = await ask("where", what);
  if (found.problems) return toast(found.problems[0].said[store.tongue], "error");
  if (found.words === undefined) {
    if (found.open) location.href = found.open;
    return;
  }
  place = { ...found, holds: found.holds ?? 0 };
  const pen = $("pen");
  const field = { title: w("field-title"), notes: w("notes") }[what.what];
  $("pen-name").textContent = field ?? found.called?.[store.tongue] ?? "";
  $("pen-place").textContent = `${found.file}:${found.line}`;
  $("pen-place").href = found.open || "#";
  $("pen-words").value = found.words;
  $("pen-words").setAttribute("aria-label", $("pen-name").textContent);
  $("pen-keys").textContent = w(found.lines ? "pen-keys-lines" : "pen-keys");
  $("pen-said").hidden = true;
  pen.hidden = false;
  const at = near.getBoundingClientRect();
  pen.style.width = `${Math.min(innerWidth - 24, Math.max(500, Math.min(760, at.width + 24)))}px`;
  grow();
  if (what.what === "notes") over(pen, near);
  else beside(pen, near);
  $("pen-words").focus();
  $("pen-words").setSelectionRange(found.words.length, found.words.length);
  tell("pen", near);
}

// Put the pen over the words that it edits: its own begin where they do.
function over(pen, near) {
  const [at, box, words] = [near, pen, $("pen-words")].map((each) => each.getBoundingClientRect());
  const top = at.top - (words.top - box.top) - 4;
  const left = at.left - (words.left - box.left) - 10;
  pen.style.top = `${Math.max(8, Math.min(innerHeight - box.height - 8, top))}px`;
  pen.style.left = `${Math.max(8, Math.min(innerWidth - box.width - 8, left))}px`;
}

// Put a box beside what it is about: of a slide below the slide, so that all of it stays in sight.
export function beside(box, near) {
  const at = near.getBoundingClientRect();
  const whole = near.closest("#frame")?.getBoundingClientRect() ?? at;
  const size = box.getBoundingClientRect();
  const tops = [whole.bottom + 10, at.bottom + 10, at.top - size.height - 10];
  const top = tops.find((each) => each >= 8 && each + size.height <= innerHeight - 8) ?? innerHeight - size.height - 8;
  box.style.top = `${Math.max(8, top)}px`;
  box.style.left = `${Math.max(8, Math.min(innerWidth - size.width - 8, at.left - 12))}px`;
}

function grow() {
  const words = $("pen-words");
  words.style.height = "auto";
  words.style.height = `${Math.min(innerHeight * 0.5, words.scrollHeight + 2)}px`;
  const written = [...shown(words.value)].length;
  const most = place?.holds ?? 0;
  $("pen-holds").textContent = most ? w("holds", { written, count: most }) : w("written", { written });
  $("pen-holds").classList.toggle("over", most > 0 && written > most);
  figures(words.value);
}

// What the ids of figures in the words stand for now.
function figures(words) {
  const displays = store.state?.about?.figures ?? {};
  const named = [...words.matchAll(FIGURE)].filter(([, name]) => name in displays);
  const said = new Set(named.map(([, name]) => `{${name}} = ${displays[name]}`));
  $("pen-figures").hidden = !said.size;
  $("pen-figures").replaceChildren(
    ...[...said].map((each) => {
      const item = document.createElement("li");
      item.textContent = each;
      return item;
    }),
  );
}

// Words as they are shown: for the id of a figure stands the figure.
function shown(words) {
  const displays = store.state?.about?.figures ?? {};
  return words.replace(FIGURE, (id, name) => displays[name] ?? id);
}

export function closePen() {
  if ($("pen").hidden) return false;
  // What is not seen any more takes no keys.
  $("stage").focus({ preventScroll: true });
  $("pen").hidden = true;
  place = null;
  tell("pen-closed");
  return true;
}

async function save() {
  if (!place) return;
  const { file, line, column, hash } = place;
  const said = await ask("edit", { file, line, column, hash, words: $("pen-words").value });
  if (said.done) {
    closePen();
    toast(w("saved", { file }));
    return;
  }
  const problem = said.problems?.[0];
  const box = $("pen-said");
  box.hidden = false;
  box.textContent = problem ? [problem.said[store.tongue], problem.hint[store.tongue]].filter(Boolean).join(" ") : w("gone");
}

export async function redo() {
  const said = await ask("redo");
  if (said.done) toast(w("redone", { file: said.file }));
  else if (said.problems) toast(said.problems[0].said[store.tongue], "error");
}

export async function undo() {
  const said = await ask("undo");
  if (said.done) toast(w("undone", { file: said.file }));
  else if (said.problems) toast(said.problems[0].said[store.tongue], "error");
}
