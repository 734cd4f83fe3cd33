// The panel beside the slide: problems, evidence, outline.

import { $, go, on, remember, remembered, slides, store, within } from "./store.js";
import { badge, drawProblems, openProblems } from "./problems.js";
import { drawEvidence } from "./evidence.js";
import { drawText } from "./text.js";
import { w } from "./words.js";

const TABS = { text: drawText, problems: drawProblems, figures: drawEvidence, outline: drawOutline };
let open = remembered("tab", "");
let begun = false;

export function initSide() {
  for (const name of Object.keys(TABS)) $(`tab-${name}`).onclick = () => openTab(name);
  on("state", draw);
  on("words", draw);
  on("move", () => open !== "problems" && draw());
}

export function openTab(name) {
  open = name;
  begun = true;
  remember("tab", name);
  document.body.classList.add("with-side");
  draw();
}

function draw() {
  if (!store.state) return;
  // An empty list tells nothing: without problems the panel begins with where figures come from.
  if (!begun && (!open || open === "problems")) open = openProblems() ? "problems" : "figures";
  begun = true;
  for (const name of Object.keys(TABS))
    $(`tab-${name}`).setAttribute("aria-selected", String(name === open));
  document.body.classList.toggle("writing", open === "text");
  document.body.classList.toggle("telling", open === "problems");
  badge();
  (TABS[open] ?? drawProblems)($("panel"));
}

function drawOutline(panel) {
  const list = document.createElement("ol");
  list.className = "outline";
  let section = "";
  slides().forEach((each, index) => {
    if (each.section !== section) {
      section = each.section;
      const head = document.createElement("li");
      head.className = "section";
      head.textContent = section;
      if (section) list.append(head);
    }
    const item = document.createElement("li");
    const button = document.createElement("button");
    const number = document.createElement("i");
    number.textContent = index + 1;
    const kind = document.createElement("small");
    const minutes = each.minutes ? w("minutes", { count: each.minutes }) : "";
    kind.textContent = [each.called[store.tongue], minutes].filter(Boolean).join(" · ");
    button.append(number, each.title || w("slide"), kind);
    button.onclick = () => go(index);
    if (index === store.at) button.setAttribute("aria-current", "true");
    item.append(button);
    list.append(item);
  });
  panel.replaceChildren(list);
  const now = list.querySelector("[aria-current]");
  if (now) within(panel, now);
}
