// The slide that is looked at, large; what is pointed at on it; its notes; the printed page.

import { $, go, on, slide, slides, step, store } from "./store.js";
import { ask } from "./live.js";
import { markFigures, picture } from "./pictures.js";
import { beside, edit } from "./pen.js";
import { choose } from "./evidence.js";
import { icon } from "./icons.js";
import { openTab } from "./side.js";
import { w } from "./words.js";

// A page narrower than this is no text to point at, but a picture of one.
const LEGIBLE = 300;

export function initStage() {
  on("state", draw);
  on("move", draw);
  on("words", draw);
  $("turn-back").onclick = () => step(-1);
  $("turn-on").onclick = () => step(1);
  $("edit-notes").onclick = $("notes").ondblclick = editNotes;
  for (const area of [$("frame"), $("papers")]) listen(area);
  $("enlarge").onclick = () => enlarge(!isLarge());
  $("stage").addEventListener("pointerleave", () => glow(null));
  on("state", closeSpot);
  on("move", closeSpot);
  on("pen", (element) => {
    closeSpot();
    outline(element);
  });
  on("pen-closed", () => outline(null));
  on("words", () => enlarge(isLarge()));
  addEventListener("pointerdown", (event) => $("spot").contains(event.target) || closeSpot());
}

function draw() {
  if (!store.state) return;
  const frame = $("frame");
  const now = slide();
  $("empty").hidden = Boolean(now);
  $("empty").textContent = now ? "" : w("nothing-yet");
  if (!now) return frame.replaceChildren();
  if (frame.firstElementChild?.dataset.pictureKey !== now.key) {
    const made = picture(now.key);
    if (made) {
      frame.replaceChildren(made);
      markFigures(made, now.figures);
    }
  }
  $("glow").hidden = true;
  $("count").textContent = `${store.at + 1} / ${slides().length}`;
  $("turn-back").disabled = store.at === 0;
  $("turn-on").disabled = store.at === slides().length - 1;
  drawPlace(now);
  drawNotes(now);
  drawSheets();
}

async function drawPlace(now) {
  const link = $("place");
  link.textContent = now.line ? `${now.file}:${now.line}` : "";
  link.title = w("open");
  link.removeAttribute("href");
  if (!now.line) return;
  const { open } = await ask("open", { file: now.file, line: now.line, column: 1 });
  if (open && slide() === now) link.href = open;
}

function drawNotes(now) {
  const box = $("notes");
  const said = now.notes.length ? now.notes : [w("notes-none")];
  box.classList.toggle("none", !now.notes.length);
  $("notes-why").hidden = true;
  $("edit-notes").classList.toggle("elsewhere", !now.noted);
  box.replaceChildren(...said.map((each) => paragraph(each)), ...[...now.timed, ...now.trail].map((each) => paragraph(each, "trail")));
}

// Notes that the outline does not say itself are not edited here: it is told why.
export function editNotes() {
  const now = slide();
  if (!now) return;
  if (now.noted) return edit({ page: store.at, what: "notes" }, $("notes"));
  $("notes-why").textContent = w(now.notes.length ? "notes-of-topic" : "notes-unwritten");
  $("notes-why").hidden = false;
}

export function paragraph(said, className = "") {
  const p = document.createElement("p");
  p.className = className;
  p.textContent = said;
  return p;
}

function drawSheets() {
  const area = $("papers");
  if ($("sheets").hidden || !store.state) return;
  const keys = store.state.sheets;
  const kept = new Map([...area.children].map((each) => [each.firstChild?.dataset?.pictureKey, each]));
  area.replaceChildren(
    ...keys.map((key, index) => {
      const box = kept.get(key) ?? document.createElement("div");
      box.className = "paper";
      box.dataset.sheet = index;
      if (!box.firstChild) box.append(picture(key) ?? "");
      return box;
    }),
  );
}

const isLarge = () => document.body.classList.contains("sheets-large");

// Small, the page is beside the slide to be seen; large, to be read and pointed at.
function enlarge(large) {
  document.body.classList.toggle("sheets-large", large);
  $("enlarge").textContent = w(large ? "reduce" : "enlarge");
}

export function showSheets(shown) {
  enlarge(shown && isLarge());
  $("sheets").hidden = !shown;
  document.body.classList.toggle("with-sheets", shown);
  $("do-page").setAttribute("aria-pressed", shown);
  drawSheets();
}

// ---- what is pointed at

// The text at a point, between its lines too: the smallest whose box it lies in.
function spotAt(event) {
  const picture = event.target.closest?.(".picture");
  const text = event.target.closest?.("[data-t]") ?? smallest(picture, event);
  if (!text) return null;
  const paper = text.closest("[data-sheet]");
  const piece = nearest(text, event);
  return {
    element: text,
    what: {
      page: paper ? Number(paper.dataset.sheet) : store.at,
      sheet: Boolean(paper),
      text: Number(text.dataset.t),
      paragraph: Number(piece?.closest("[data-p]").dataset.p ?? 0),
      offset: Number(piece?.dataset.o ?? 0),
    },
  };
}

function smallest(picture, { clientX: x, clientY: y }) {
  let best = null;
  let least = Infinity;
  for (const each of picture?.querySelectorAll("[data-t]") ?? []) {
    const at = each.getBoundingClientRect();
    const within = x >= at.left - 3 && x <= at.right + 3 && y >= at.top - 3 && y <= at.bottom + 3;
    const area = at.width * at.height;
    if (within && area > 0 && area < least) [best, least] = [each, area];
  }
  return best;
}

function nearest(text, { target, clientX: x, clientY: y }) {
  const own = target.closest?.("[data-o]");
  if (own) return own;
  let best = null;
  let least = Infinity;
  for (const each of text.querySelectorAll("[data-o]")) {
    const at = each.getBoundingClientRect();
    const away = Math.hypot(Math.max(at.left - x, 0, x - at.right), 3 * Math.max(at.top - y, 0, y - at.bottom));
    if (away < least) [best, least] = [each, away];
  }
  return best;
}

function listen(area) {
  area.addEventListener("pointermove", (event) => glow(spotAt(event)?.element));
  area.addEventListener("pointerleave", () => glow(null));
  area.addEventListener("click", (event) => {
    if (document.body.classList.contains("showing")) return;
    if (area === $("papers") && area.clientWidth < LEGIBLE) return enlarge(true);
    const figure = event.target.closest("[data-figure]");
    const link = event.target.closest("a");
    if (link?.dataset.page) {
      event.preventDefault();
      const index = slides().findIndex((each) => each.id === link.dataset.page);
      if (index >= 0) go(index);
      return;
    }
    if (link || String(getSelection())) return;
    if (figure) {
      choose(figure.dataset.figure);
      openTab("figures");
    }
    const spot = spotAt(event);
    if (spot) point(spot);
  });
  area.addEventListener("dblclick", (event) => {
    const spot = spotAt(event);
    if (!spot || document.body.classList.contains("showing")) return;
    getSelection().removeAllRanges();
    edit(spot.what, spot.element);
  });
}

// What is pointed at is outlined; what was chosen stays so while it is asked about or edited.
function glow(element) {
  if ($("spot").hidden && $("pen").hidden) outline(element);
}

function outline(element) {
  const box = $("glow");
  box.hidden = !element || !$("stage").contains(element);
  if (box.hidden) return;
  const at = element.getBoundingClientRect();
  const stage = $("stage").getBoundingClientRect();
  Object.assign(box.style, {
    left: `${at.left - stage.left - 6}px`,
    top: `${at.top - stage.top - 5}px`,
    width: `${at.width + 12}px`,
    height: `${at.height + 10}px`,
  });
}

// A click says where the words were written: the place opens the editor there.
async function point(spot) {
  const found = await ask("where", spot.what);
  if (!found.file) return;
  const box = $("spot");
  const name = document.createElement("strong");
  name.textContent = found.called?.[store.tongue] ?? "";
  const link = document.createElement("a");
  link.className = "place";
  link.textContent = `${found.file}:${found.line}`;
  link.title = w("open");
  if (found.open) link.href = found.open;
  box.replaceChildren(name, link);
  if (found.words !== undefined) {
    const pencil = document.createElement("button");
    pencil.append(icon("pencil"), w("edit"));
    pencil.onclick = () => edit(spot.what, spot.element);
    box.append(pencil);
  }
  outline(spot.element);
  box.hidden = false;
  beside(box, spot.element);
}

export function closeSpot() {
  const shown = !$("spot").hidden;
  $("spot").hidden = true;
  if (shown) outline(null);
  return shown;
}
