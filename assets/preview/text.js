// The slide as it is written, beside the slide: edited here, it goes into the file.

import { $, on, slide, store } from "./store.js";
import { ask } from "./live.js";
import { toast } from "./overlay.js";
import { w } from "./words.js";

let held = null; // what was read: file, line, hash, words; and of which slide
let field = null;

const changed = () => Boolean(held && field?.isConnected && field.value !== held.words);

export async function drawText(panel) {
  const id = slide()?.id;
  // Nobody's words are taken away while they are being written.
  if (changed() && held.id === id && panel.contains(field)) return;
  const found = await ask("text", { page: store.at });
  if (slide()?.id !== id || $("tab-text").getAttribute("aria-selected") !== "true") return;
  if (changed() && held.id === id && panel.contains(field)) return;
  if (found.words === undefined) {
    held = null;
    panel.replaceChildren(said("none", found.problems?.[0]?.said[store.tongue] ?? w("text-none")));
    return;
  }
  if (held?.id === id && held.words === found.words && panel.contains(field)) {
    held = { ...found, id };
    return;
  }
  held = { ...found, id };
  panel.replaceChildren(form());
}

function said(className, words) {
  const made = document.createElement("p");
  made.className = className;
  made.textContent = words;
  return made;
}

function form() {
  const made = document.createElement("form");
  made.className = "text";
  const place = document.createElement("a");
  place.className = "place";
  place.textContent = `${held.file}:${held.line}`;
  place.title = w("open");
  if (held.open) place.href = held.open;
  field = document.createElement("textarea");
  field.spellcheck = false;
  field.value = held.words;
  field.setAttribute("aria-label", w("text"));
  const trouble = said("pen-said", "");
  trouble.hidden = true;
  trouble.setAttribute("role", "alert");
  const foot = document.createElement("div");
  const save = document.createElement("button");
  save.className = "strong";
  save.textContent = w("save");
  save.disabled = true;
  foot.className = "pen-foot";
  foot.append(said("", w("text-keys")), save);
  field.oninput = () => (save.disabled = !changed());
  field.onkeydown = (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) made.requestSubmit();
    else if (event.key === "s" && (event.ctrlKey || event.metaKey)) made.requestSubmit();
    else if (event.key === "Escape") field.value = held.words;
    else if (event.key === "Tab" && !event.shiftKey) field.setRangeText("  ", field.selectionStart, field.selectionEnd, "end");
    else return;
    field.oninput();
    event.preventDefault();
  };
  made.onsubmit = async (event) => {
    event.preventDefault();
    if (!changed()) return;
    const { file, line, hash } = held;
    const words = field.value.replace(/\s+$/, "");
    const answer = await ask("rewrite", { file, line, hash, words });
    trouble.hidden = Boolean(answer.done);
    if (!answer.done) {
      const first = answer.problems?.[0];
      trouble.textContent = first ? [first.said[store.tongue], first.hint[store.tongue]].filter(Boolean).join(" ") : w("gone");
      return;
    }
    held = { ...held, words: field.value };
    save.disabled = true;
    toast(w("saved", { file }));
  };
  made.append(place, field, trouble, foot);
  return made;
}

on("words", () => (held = null));
