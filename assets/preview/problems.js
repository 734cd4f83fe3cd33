// What is wrong, with the words that it is about; a click goes to the slide, the place opens the
// editor.

import { $, go, remember, remembered, store, tell } from "./store.js";
import { ask } from "./live.js";
import { w } from "./words.js";

// More places than these are folded, and of longer words the beginning is shown.
const PLACES = 4;
const WORDS = 40;

// The slide on which a problem stands, -1 where there is none.
export const slideOf = (problem) => problem.page ?? -1;

export function drawProblems(panel) {
  const all = store.state.problems;
  const notes = remembered("notes-shown", false);
  const quiet = all.filter((each) => each.severity === "note");
  const list = document.createElement("ol");
  list.className = "problems";
  const shown = notes ? all : all.filter((each) => each.severity !== "note");
  for (const alike of grouped(shown)) list.append(entry(alike));
  const none = document.createElement("p");
  none.className = "none fine";
  none.textContent = [w("problem-none"), proved()].filter(Boolean).join(store.tongue === "zh" ? "：" : ": ");
  const wrong = all.length > quiet.length;
  const parts = [wrong ? "" : none, shown.length ? list : ""];
  if (quiet.length) parts.push(filter(notes, quiet.length, panel));
  panel.replaceChildren(...parts);
}

// What was held against the sources, where that is all there is on the slides.
function proved() {
  const { sentences = 0, rows = 0, computed = 0, total = 0 } = store.state.about?.traced ?? {};
  if (!total || sentences + rows + computed < total) return "";
  if (sentences === total) return w("traced-all", { count: total });
  const said = [["traced-sentences", sentences], ["traced-rows", rows], ["traced-computed", computed]];
  const parts = said.filter(([, count]) => count).map(([words, count]) => w(words, { count }));
  return [w("traced-of", { count: total }), ...parts].join(store.tongue === "zh" ? "，" : ", ");
}

// Problems of which the same is said are told once.
function grouped(problems) {
  const groups = new Map();
  for (const each of problems) {
    const key = [each.severity, each.code, each.said.en, each.hint.en].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups.values();
}

function filter(notes, count, panel) {
  const label = document.createElement("label");
  label.className = "filter";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = notes;
  box.onchange = () => {
    remember("notes-shown", box.checked);
    drawProblems(panel);
  };
  label.append(box, w("show-notes", { count }));
  return label;
}

async function visit(problem) {
  if (problem.sheet) return tell("show-sheets");
  const index = slideOf(problem);
  if (index >= 0) return go(index);
  const { page } = await ask("at", { file: problem.file, line: problem.line });
  if (Number.isInteger(page)) go(page);
}

function entry(alike) {
  const [problem] = alike;
  const item = document.createElement("li");
  item.className = problem.severity;
  item.title = problem.code;
  const said = document.createElement("button");
  said.className = "said";
  const kind = document.createElement("b");
  kind.textContent = w(problem.severity);
  said.append(kind, problem.said[store.tongue]);
  said.onclick = () => visit(problem);
  item.append(said);
  if (problem.hint[store.tongue]) {
    const hint = document.createElement("p");
    hint.textContent = problem.hint[store.tongue];
    item.append(hint);
  }
  const places = document.createElement("ul");
  places.append(...alike.map(spot));
  item.append(alike.length > PLACES ? folded(places, alike.length) : places);
  return item;
}

function folded(places, count) {
  const made = document.createElement("details");
  const head = document.createElement("summary");
  head.textContent = w("places", { count });
  made.append(head, places);
  return made;
}

// Where it is: on which slide, which words, in which line.
function spot(problem) {
  const made = document.createElement("li");
  const index = slideOf(problem);
  if (problem.sheet || index >= 0) {
    const chip = document.createElement("button");
    chip.className = "chip";
    chip.textContent = problem.sheet ? w("on-sheet") : w("on-slide", { number: index + 1 });
    chip.onclick = () => visit(problem);
    made.append(chip);
  }
  if (problem.quote) {
    const words = document.createElement("q");
    words.lang = store.state.about?.language ?? "";
    words.textContent = problem.quote.length > WORDS ? `${problem.quote.slice(0, WORDS)}…` : problem.quote;
    made.append(words);
  }
  if (problem.line) made.append(place(problem));
  return made;
}

// A link to a place in a file. The address is asked for when it is needed.
export function place({ file, line, column }, words = `${file}:${line}`) {
  const link = document.createElement("a");
  link.className = "place";
  link.textContent = words;
  link.title = words === `${file}:${line}` ? w("open") : `${file}:${line}`;
  link.href = "#";
  link.onclick = async (event) => {
    event.preventDefault();
    const { open } = await ask("open", { file, line, column: column ?? 1 });
    if (open) location.href = open;
  };
  return link;
}

// How many errors and warnings are open.
export function openProblems() {
  return (store.state?.problems ?? []).filter((each) => each.severity !== "note").length;
}

export function badge() {
  const count = (kind) => store.state.problems.filter((each) => each.severity === kind).length;
  const errors = count("error");
  const warnings = count("warning");
  $("badge").textContent = errors + warnings || "";
  $("badge").className = errors ? "error" : warnings ? "warning" : "";
}
