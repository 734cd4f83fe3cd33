// Words edited on the page: they go into the file at their place, or are refused.

import { $, on, store, tell } from "./store.js";
import { ask } from "./live.js";
import { toast } from "./overlay.js";
import { w } from "./words.js";

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
  place = found;
  const pen = $("pen");
  $("pen-place").textContent = `${found.file}:${found.line}`;
  $("pen-place").href = found.open || "#";
  $("pen-words").value = found.words;
  $("pen-said").hidden = true;
  pen.hidden = false;
  const at = near.getBoundingClientRect();
  const width = Math.min(innerWidth - 24, Math.max(360, at.width + 24));
  pen.style.width = `${width}px`;
  pen.style.left = `${Math.max(12, Math.min(innerWidth - width - 12, at.left - 12))}px`;
  grow();
  const height = pen.getBoundingClientRect().height;
  const below = at.bottom + 8 + height < innerHeight;
  pen.style.top = `${below ? at.bottom + 8 : Math.max(12, at.top - height - 8)}px`;
  $("pen-words").focus();
  $("pen-words").setSelectionRange(found.words.length, found.words.length);
  tell("pen");
}

function grow() {
  const words = $("pen-words");
  words.style.height = "auto";
  words.style.height = `${Math.min(innerHeight * 0.5, words.scrollHeight + 2)}px`;
}

export function closePen() {
  if ($("pen").hidden) return false;
  $("pen").hidden = true;
  place = null;
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

export async function undo() {
  const said = await ask("undo");
  if (said.done) toast(w("undone", { file: said.file }));
  else if (said.problems) toast(said.problems[0].said[store.tongue], "error");
}
