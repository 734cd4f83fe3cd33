// Where a figure comes from: a card by the pointer, and the whole of it in the panel.

import { $, go, on, remember, remembered, slide, slides, store, within } from "./store.js";
import { ask } from "./live.js";
import { place } from "./problems.js";
import { w } from "./words.js";

const known = new Map();
let chosen = "";
let asked = false; // whether it is to be brought into sight

on("state", () => known.clear());
// Of another slide it is told what stands there.
on("move", () => {
  if (!slide()?.figures.includes(chosen)) chosen = "";
});

async function about(id) {
  if (!known.has(id)) known.set(id, ask("trace", { figure: id }));
  return known.get(id);
}

export function choose(id) {
  chosen = id;
  asked = true;
}

function element(name, className, ...parts) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...parts.filter((each) => each !== "" && each != null));
  return made;
}

function head(said) {
  return element(
    "header",
    "figure-head",
    element("strong", "", said.display),
    element("span", `kind ${said.kind}`, w(said.kind)),
    said.quote ? element("span", "matches", `✓ ${w("matches")}`) : "",
    element("p", "", [said.label, said.period].filter(Boolean).join(" · ")),
  );
}

function quote(said) {
  const { before, words, after } = said.quote;
  const made = element("blockquote", "", before, element("mark", "", words), after);
  made.lang = store.state.about?.language ?? "";
  return made;
}

function source(said) {
  const { title, publisher, date } = said.source ?? {};
  return [title, publisher, date].filter(Boolean).join(" · ");
}

// ---- the card by the pointer

let waiting = 0;

export function initTip() {
  document.addEventListener("pointerover", (event) => {
    const at = event.target.closest?.("[data-figure]");
    clearTimeout(waiting);
    if (!at || document.body.classList.contains("showing")) return hide();
    waiting = setTimeout(() => show(at), 140);
  });
  document.addEventListener("pointerdown", () => {
    clearTimeout(waiting);
    hide();
  });
  on("state", hide);
  on("move", hide);
}

function hide() {
  $("tip").hidden = true;
}

async function show(at) {
  const said = await about(at.dataset.figure);
  if (!said.id || !at.isConnected) return;
  const tip = $("tip");
  const parts = [head(said)];
  if (said.quote) parts.push(quote(said), element("footer", "", source(said)));
  if (said.formula) parts.push(element("p", "formula", `${w("formula")}: ${said.formula}`));
  tip.replaceChildren(...parts);
  tip.hidden = false;
  const mark = tip.querySelector("mark");
  const box = tip.querySelector("blockquote");
  if (mark) box.scrollTop = mark.offsetTop - box.clientHeight / 3;
  const rect = at.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const below = rect.bottom + 10 + size.height < innerHeight;
  tip.style.top = `${below ? rect.bottom + 10 : Math.max(8, rect.top - size.height - 10)}px`;
  tip.style.left = `${Math.max(8, Math.min(innerWidth - size.width - 8, rect.left - 20))}px`;
}

// ---- the panel

export async function drawEvidence(panel) {
  const ids = slide()?.figures ?? [];
  const displays = store.state.about?.figures ?? {};
  const list = element("ul", "signing");
  const tallied = element("p", "signed", "");
  for (const id of ids) list.append(row(id, displays[id] ?? id, panel, () => tally(tallied, ids, displays)));
  tally(tallied, ids, displays);
  const shown = chosen && (chosen in displays || ids.includes(chosen)) ? chosen : ids[0];
  const parts = [
    element("h3", "", w("figures-here")),
    ids.length ? list : element("p", "none", w("figures-none")),
    ids.length ? tallied : "",
  ];
  const [count, total] = store.state.about?.proved ?? [0, 0];
  if (total) parts.unshift(element("p", count < total ? "proved" : "proved all", w("proved", { count, total })));
  if (shown) {
    const said = await about(shown);
    if (said.id) parts.push(card(said, panel));
  }
  panel.replaceChildren(...parts);
  const mark = panel.querySelector("mark");
  if (mark && asked) mark.scrollIntoView({ block: "nearest" });
  else if (mark) within(panel, mark);
  asked = false;
  light(mark);
}

// The sentence of the figure that was chosen is lit up, here and in the notes.
function light(mark) {
  const plain = chosen ? mark?.textContent : "";
  if (plain) mark.classList.add("lit");
  for (const each of document.querySelectorAll("#notes .trail"))
    each.classList.toggle("lit", Boolean(plain) && each.textContent.includes(plain));
}

// Who checks a deck ticks what was held against its sentence; a figure that changes loses its tick.
const signed = () => remembered("signed", {});
const key = (id, display) => `${store.state.about?.title ?? ""}/${id}=${display}`;

function row(id, display, panel, changed) {
  const box = document.createElement("input");
  box.type = "checkbox";
  box.title = w("sign-off");
  box.setAttribute("aria-label", `${w("sign-off")}: ${display}`);
  box.checked = Boolean(signed()[key(id, display)]);
  box.onchange = () => {
    const { [key(id, display)]: _, ...others } = signed();
    remember("signed", box.checked ? { ...others, [key(id, display)]: 1 } : others);
    changed();
  };
  const chip = element("button", id === chosen ? "chip on" : "chip", display);
  chip.onclick = () => {
    choose(id);
    drawEvidence(panel);
  };
  const words = element("small", "");
  const mark = element("b", "");
  about(id).then((said) => {
    words.textContent = said.label ?? "";
    mark.textContent = said.quote ? "✓" : said.formula ? "ƒ" : "";
    mark.title = said.quote ? w("matches") : said.formula ? w("formula") : "";
  });
  return element("li", "", box, chip, words, mark);
}

function tally(count, ids, displays) {
  const done = ids.filter((id) => signed()[key(id, displays[id] ?? id)]).length;
  count.textContent = w("checked-by", { count: done, total: ids.length });
  count.classList.toggle("all", done === ids.length);
}

function card(said, panel) {
  const made = element("article", "evidence", head(said));
  if (said.quote) {
    const [file, line, column] = said.quote.mark;
    made.append(quote(said), element("footer", "", source(said), element("br"), place({ file, line, column })));
  }
  if (said.formula) made.append(formula(said, panel));
  const foot = element("footer", "");
  const [file, line, column] = said.mark;
  if (line) foot.append(`${w("entry")} `, place({ file, line, column }));
  made.append(foot, uses(said));
  return made;
}

function formula(said, panel) {
  const made = element("div", "formula", element("p", "", `${w("formula")}: ${said.formula}`));
  for (const each of said.inputs) {
    const chip = element("button", "chip", `${each.display} ${each.label}`);
    chip.onclick = () => {
      choose(each.id);
      drawEvidence(panel);
    };
    made.append(chip);
  }
  return made;
}

function uses(said) {
  const made = element("p", "uses", `${w("shown-on")} `);
  for (const index of said.slides) {
    const button = element("button", index === store.at ? "chip on" : "chip", String(index + 1));
    button.title = slides()[index]?.title ?? "";
    button.onclick = () => go(index);
    made.append(button);
  }
  return said.slides.length ? made : "";
}
