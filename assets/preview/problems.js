// What is wrong, with its line; a click goes to the slide, the place opens the editor.

import { $, go, remember, remembered, slides, store } from "./store.js";
import { ask } from "./live.js";
import { w } from "./words.js";

// The slide on which a problem was written: the last one that begins before it in its file.
export function slideOf(problem) {
  let found = -1;
  let best = 0;
  slides().forEach((each, index) => {
    if (each.file === problem.file && each.line <= problem.line && each.line > best) {
      best = each.line;
      found = index;
    }
  });
  return found;
}

export function drawProblems(panel) {
  const all = store.state.problems;
  const notes = remembered("notes", true);
  const shown = all.filter((each) => notes || each.severity !== "note");
  const list = document.createElement("ol");
  list.className = "problems";
  for (const problem of shown) list.append(entry(problem));
  const none = document.createElement("p");
  none.className = "none";
  none.textContent = w("problem-none");
  const parts = [shown.length ? list : none];
  if (all.some((each) => each.severity === "note")) parts.unshift(filter(notes, panel));
  panel.replaceChildren(...parts);
}

function filter(notes, panel) {
  const label = document.createElement("label");
  label.className = "filter";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = notes;
  box.onchange = () => {
    remember("notes", box.checked);
    drawProblems(panel);
  };
  label.append(box, w("show-notes"));
  return label;
}

function entry(problem) {
  const item = document.createElement("li");
  item.className = problem.severity;
  const index = slideOf(problem);
  const said = document.createElement("button");
  said.className = "said";
  const kind = document.createElement("b");
  kind.textContent = w(problem.severity);
  said.append(kind, problem.said[store.tongue]);
  said.onclick = async () => {
    if (index >= 0) return go(index);
    const { page } = await ask("at", { file: problem.file, line: problem.line });
    if (Number.isInteger(page)) go(page);
  };
  item.append(said);
  if (problem.hint[store.tongue]) {
    const hint = document.createElement("p");
    hint.textContent = problem.hint[store.tongue];
    item.append(hint);
  }
  const foot = document.createElement("footer");
  if (problem.line) foot.append(place(problem));
  if (index >= 0) foot.append(` ${w("slide")} ${index + 1}`);
  const code = document.createElement("code");
  code.textContent = problem.code;
  foot.append(code);
  item.append(foot);
  return item;
}

// A link to a place in a file. The address is asked for when it is needed.
export function place({ file, line, column }) {
  const link = document.createElement("a");
  link.className = "place";
  link.textContent = `${file}:${line}`;
  link.title = w("open");
  link.href = "#";
  link.onclick = async (event) => {
    event.preventDefault();
    const { open } = await ask("open", { file, line, column: column ?? 1 });
    if (open) location.href = open;
  };
  return link;
}

export function badge() {
  const count = (kind) => store.state.problems.filter((each) => each.severity === kind).length;
  const errors = count("error");
  const warnings = count("warning");
  $("badge").textContent = errors + warnings || "";
  $("badge").className = errors ? "error" : warnings ? "warning" : "";
}
