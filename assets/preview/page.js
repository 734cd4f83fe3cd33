// The page as a whole: what is new is shown, keys and buttons do what they say.

import { $, go, on, presents, remember, remembered, slide, slides, step, store, tell } from "./store.js";
import { ask, connect, look } from "./live.js";
import { keep, loadFaces } from "./pictures.js";
import { choose, loadWords, w } from "./words.js";
import { drawIcons } from "./icons.js";
import { closeMenu, closeOverlay, openMenu, openOverlay, toast } from "./overlay.js";
import { initStrip, openGrid } from "./strip.js";
import { closeSpot, editNotes, initStage, showSheets } from "./stage.js";
import { initSide, openTab } from "./side.js";
import { openProblems, place } from "./problems.js";
import { initDividers } from "./dividers.js";
import { initTip } from "./evidence.js";
import { closePen, edit, initPen, redo, undo } from "./pen.js";
import { laser } from "./pointer.js";
import { openSearch } from "./search.js";
import { initSteps } from "./steps.js";
import { black, digit, enter, initPresenter, initTogether, openPresenter, typing } from "./presenter.js";

// What can be downloaded, in groups: formats and the words for them.
const FORMATS = [
  ["group-slides", ["deck", "slides-pdf", "handout", "png", "svg"]],
  ["group-brief", ["brief"]],
  ["group-long", ["long", "long-png"]],
  ["group-text", ["md"]],
];
let following = remembered("follow", true);
let gone = false;

// ---- what the server tells

on("choices", ({ audiences, themes }) => {
  store.choices = { audiences, themes };
  drawChoices();
});

on("connected", () => {
  gone = false;
  banner();
});

on("gone", () => {
  gone = true;
  banner();
});

function take(state) {
  const came = Date.now();
  const first = !store.state;
  const before = slide()?.id;
  store.state = state;
  keep(state);
  loadFaces(state.about?.faces);
  document.documentElement.style.setProperty("--ratio", state.about?.ratio ?? 16 / 9);
  for (const id of ["title", "notes", "said", "trail", "then"]) $(id).lang = state.about?.language ?? "";
  stay(first, before, state.follow);
  tell("state");
  title();
  banner();
  drawChoices();
  store.clock = { ...state.clock, ...state.stages, came, drawn: Date.now() };
  document.documentElement.dataset.clock = JSON.stringify(store.clock);
  document.documentElement.dataset.number = state.number;
  if (state.stale) {
    $("clock").textContent = "";
  } else if (!first && state.follow !== null) {
    $("clock").textContent = w("updated");
    $("clock").title = w("updated-in", { count: Math.round(store.clock.drawn - store.clock.seen) });
  }
  document.documentElement.dataset.stale = state.stale;
  if (first) arrive();
}

// Look at the slide that is being written, else at the same one as before.
function stay(first, before, follow) {
  const asked = first ? decodeURIComponent(location.hash.slice(1)) : before;
  const same = slides().findIndex((each) => each.id === asked);
  store.at = same >= 0 ? same : Math.max(0, Math.min(store.at, slides().length - 1));
  // Nobody is led away from the words that are being typed, nor from what is being presented.
  const busy = store.presenter || !$("pen").hidden || document.body.classList.contains("showing");
  if (!first && !busy && following && follow !== null && slides()[follow]) {
    const moved = store.at !== follow;
    store.at = follow;
    if (moved) tell("move", "here");
  }
}

// The address may name a place in a file: ?file=content/outline.yaml&line=42.
async function arrive() {
  const asked = new URLSearchParams(location.search);
  const line = Number(asked.get("line"));
  if (!asked.get("file") || !(line > 0)) return;
  const { page } = await ask("at", { file: asked.get("file"), line: Math.floor(line) });
  if (Number.isInteger(page)) go(page);
}

function title() {
  const said = store.state.about?.title ?? "briefgen";
  $("title").textContent = said;
  document.title = store.presenter ? `${w("presenter")} · ${said}` : `${said} · ${w("preview")}`;
}

function banner() {
  const box = $("banner");
  const stale = store.state?.stale && slides().length > 0;
  box.hidden = !(gone || stale);
  document.body.classList.toggle("stale", Boolean(stale));
  document.documentElement.style.setProperty("--outdated", JSON.stringify(w("outdated")));
  box.className = `banner ${gone ? "gone" : "stale"}`;
  if (gone) return (box.textContent = w("gone"));
  if (!stale) return;
  const first = store.state.problems.find((each) => each.severity === "error");
  const words = document.createElement("strong");
  words.textContent = w("stale");
  box.replaceChildren(words);
  if (!first) return;
  const why = document.createElement("button");
  why.className = "why";
  why.textContent = [first.said[store.tongue], first.hint[store.tongue]].filter(Boolean).join(store.tongue === "zh" ? "；" : "; ");
  why.title = why.textContent;
  why.onclick = () => openTab("problems");
  box.append(why);
  if (first.line) box.append(place(first, w("go-to-line")));
  if (store.state.excerpt.length) box.append(excerpt(first.line));
}

// The line that is wrong as it stands in the file, between its neighbours.
function excerpt(wrong) {
  const list = document.createElement("ol");
  list.className = "excerpt";
  for (const [line, words] of store.state.excerpt) {
    const item = document.createElement("li");
    item.classList.toggle("wrong", line === wrong);
    const number = document.createElement("i");
    number.textContent = line;
    const code = document.createElement("code");
    code.textContent = words;
    item.append(number, code);
    list.append(item);
  }
  return list;
}

// ---- audience and theme

function option(value, words, chosen) {
  const made = document.createElement("option");
  made.value = value;
  made.textContent = words;
  made.selected = value === chosen;
  return made;
}

function drawChoices() {
  const { audiences, themes } = store.choices ?? {};
  if (!audiences) return;
  const view = store.state?.view ?? { audience: "base", theme: "" };
  const own = store.state?.about?.theme;
  // Names are in Chinese and in English.
  const named = (id) => (themes[id] ?? id ?? "").split(" · ").at(store.tongue === "zh" ? 0 : -1);
  $("audience").replaceChildren(
    ...audiences.map((name) => option(name, name === "base" ? w("base") : name, view.audience)),
  );
  $("theme").replaceChildren(
    option("", view.theme ? w("theme-own") : w("theme-as", { name: named(own) }), view.theme),
    ...Object.keys(themes).map((id) => option(id, named(id), view.theme)),
  );
}

function lookAt() {
  look({ audience: $("audience").value, theme: $("theme").value });
}

// ---- buttons

function downloads() {
  const count = openProblems();
  const warning = { warning: count === 1 ? w("open-problem") : w("open-problems", { count }) };
  const made = FORMATS.flatMap(([group, formats]) => [
    { head: w(group) },
    ...formats.map((words) => [w(words), () => download(words === "slides-pdf" ? "slides" : words)]),
  ]);
  const old = store.state?.stale ? [{ warning: w("download-old") }] : [];
  return count ? [warning, ...old, ...made] : made;
}

async function download(format) {
  const view = store.state?.view ?? { audience: "base", theme: "" };
  toast(w("building"));
  const answer = await fetch(`download/${format}?${new URLSearchParams(view)}`);
  if (!answer.ok) return toast(w("download-refused"), "error");
  const name = decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(answer.headers.get("Content-Disposition"))?.[1] ?? format);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  toast(name);
}

function appearance(wanted) {
  remember("look", wanted);
  document.documentElement.dataset.look = wanted;
}

function more() {
  openMenu($("do-more"), [
    [w("language"), () => choose(store.tongue === "zh" ? "en" : "zh")],
    null,
    ...["system", "light", "dark"].map((each) => [w(each), () => appearance(each), document.documentElement.dataset.look === each ? "✓" : ""]),
    null,
    [w("follow"), () => remember("follow", (following = !following)), following ? "✓" : ""],
    [w("edit-title"), editTitle, "E"],
    [w("keys"), keys, "?"],
  ]);
}

function editTitle() {
  const element = $("frame").querySelector("[role=heading]") ?? $("frame");
  edit({ page: store.at, what: "title" }, element);
}

async function full() {
  if (document.fullscreenElement) return document.exitFullscreen();
  await $("stage").requestFullscreen();
}

document.addEventListener("fullscreenchange", () => {
  document.body.classList.toggle("showing", Boolean(document.fullscreenElement));
  document.body.classList.remove("ended");
  if (document.body.classList.contains("lit")) laser();
  tell("showing");
});

const togglePage = () => {
  const shown = $("sheets").hidden;
  remember("page", shown);
  showSheets(shown);
};

// The slide comes first: the page stands beside it where there is room, else when it is asked for.
// Where there is none at all it lies over the slide.
const roomy = matchMedia("(min-width: 1181px)");
const beginSheets = () => showSheets(roomy.matches && remembered("page", innerWidth >= 1920));

on("show-sheets", () => $("sheets").hidden && togglePage());

function keys() {
  const list = document.createElement("dl");
  list.className = "keys";
  const rows = [
    ["→ ←  PgDn PgUp  Space", "key-move"], ["Home End", "key-ends"], ["/", "search"], ["G", "grid"],
    ["B", "page"], ["F", "present"], ["P", "presenter"], ["D", "download"], ["E", "edit-title"],
    ["N", "edit-notes"], ["U", "undo"], ["Shift U", "redo"], ["T", "text"], ["1", "problems"], ["2", "figures"], ["3", "outline"],
    ["L", "language"], ["?", "keys"], ["Esc", "close"], ["B", "key-black"], ["L", "key-laser"], ["G", "key-grid"], ["1 2 Enter", "key-jump"],
  ];
  for (const [key, words] of rows) {
    const term = document.createElement("dt");
    for (const each of key.split(/ +/)) {
      const cap = document.createElement("kbd");
      cap.textContent = each;
      term.append(cap, " ");
    }
    const said = document.createElement("dd");
    said.textContent = w(words);
    list.append(term, said);
  }
  openOverlay(w("keys"), list, "narrow");
}

// ---- keys

const KEYS = {
  ArrowRight: () => step(1), ArrowDown: () => step(1), PageDown: () => step(1),
  " ": () => step(1), ArrowLeft: () => step(-1), ArrowUp: () => step(-1),
  PageUp: () => step(-1), Home: () => go(0), End: () => go(slides().length - 1),
};
// Where slides are presented there are few keys; a number and Enter go to that slide.
function presenting(key) {
  if (/^\d$/.test(key)) return () => digit(key);
  if (key === "Enter") return typing() ? enter : null;
  return { b: black, ".": black, l: laser, g: openGrid, f: store.presenter ? null : full }[key];
}

const DESK = {
  "/": openSearch, g: openGrid, b: togglePage, f: full, p: openPresenter, u: undo, e: editTitle, "?": keys,
  t: () => openTab("text"),
  n: editNotes, d: () => $("do-download").click(),
  1: () => openTab("problems"), 2: () => openTab("figures"), 3: () => openTab("outline"),
  l: () => choose(store.tongue === "zh" ? "en" : "zh"),
};

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && (closeMenu() || closePen() || closeSpot())) return;
  if (event.ctrlKey || event.metaKey || event.altKey || $("sheet").open || !$("menu").hidden) return;
  const field = event.target.closest?.("input, textarea, select");
  const scrolls = event.target.closest?.("#panel, .notes, .sheets, .said, .proof") && !event.key.startsWith("ArrowL") && !event.key.startsWith("ArrowR");
  const presses = event.key === " " && event.target.closest?.("button, a");
  if (field || presses) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const again = key === "u" && event.shiftKey;
  const act = (scrolls ? null : KEYS[event.key]) ?? (presents() ? presenting(key) : again ? redo : DESK[key]);
  if (!act) return;
  event.preventDefault();
  act();
});

// ---- begin

async function begin() {
  appearance(remembered("look", "system"));
  drawIcons();
  on("words", () => {
    drawChoices();
    if (store.state) title();
    banner();
  });
  on("move", () => {
    if (slide()) history.replaceState(null, "", `#${encodeURIComponent(slide().id)}`);
  });
  initTogether();
  if (store.presenter) {
    initPresenter();
  } else {
    initStrip();
    initStage();
    initSide();
    initSteps();
    initTip();
    initPen();
    initDividers();
    $("audience").onchange = $("theme").onchange = lookAt;
    $("do-search").onclick = openSearch;
    $("do-page").onclick = togglePage;
    $("do-redo").onclick = redo;
    $("do-full").onclick = full;
    $("do-presenter").onclick = openPresenter;
    $("do-download").onclick = () => openMenu($("do-download"), downloads());
    $("do-more").onclick = more;
    roomy.onchange = beginSheets;
    beginSheets();
    $("stage").addEventListener("click", (event) => {
      if (document.body.classList.contains("showing") && !event.target.closest("button, a")) step(1);
    });
  }
  await loadWords();
  on("kind-state", take);
  connect();
}

begin();
