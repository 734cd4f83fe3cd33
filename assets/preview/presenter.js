// The speaker's window: this slide with its notes below, the next one, the time, all slides in a
// row. Windows move together, and go black together.

import { $, beside, go, on, remember, remembered, slide, slides, step, store } from "./store.js";
import { picture, thumbnail } from "./pictures.js";
import { initPointer, laser, show } from "./pointer.js";
import { openGrid } from "./strip.js";
import { clicks, reveal } from "./steps.js";
import { paragraph } from "./stage.js";
import { w } from "./words.js";

const channel = new BroadcastChannel(`briefgen ${location.pathname.split("/")[1]}`);
let started = 0; // when the clock was started, 0 while it stands
let before = 0; // what had passed then
let greeted = false; // whether other windows were asked where they are
let arriving = true; // until the first move
let size = remembered("said", 24);
let typed = ""; // the number of a slide, digit by digit

export function initTogether() {
  channel.onmessage = ({ data }) => {
    if (data.black !== undefined) {
      darken(data.black);
    } else if (data.laser !== undefined) {
      show(data.laser);
    } else if (data.end !== undefined) {
      end(data.end);
    } else if (data.id !== undefined) {
      const index = slides().findIndex((each) => each.id === data.id);
      if (index >= 0) go(index, "away", data.click);
    } else if (data.hello && slide()) {
      channel.postMessage(here());
    }
  };
  const moved = (from) => {
    typed = "";
    darken(false);
    end(false);
    if (from !== "away" && slide()) channel.postMessage(here());
  };
  on("move", moved);
  on("click", moved);
  on("end", (over) => {
    end(over);
    channel.postMessage({ end: over });
  });
  initPointer((said) => channel.postMessage(said));
}

const here = () => ({ id: slide().id, click: store.click });

// After the last slide nothing is shown but that it is over.
const end = (over) => document.body.classList.toggle("ended", over);

export function initPresenter() {
  document.body.classList.add("presenter");
  document.querySelector(".desk").hidden = true;
  document.querySelector(".bar").hidden = true;
  document.querySelector(".podium").hidden = false;
  on("state", () => {
    draw();
    drawReel();
    // Only now is there a slide that the answer could name.
    if (!greeted) channel.postMessage({ hello: (greeted = true) });
  });
  on("move", (from) => {
    // To begin where another window is starts no clock.
    if (!started && !before && !(arriving && from === "away")) run();
    arriving = false;
    draw();
  });
  on("click", () => {
    if (!started && !before) run();
    draw();
  });
  on("words", draw);
  $("do-laser").onclick = laser;
  $("do-grid-too").onclick = openGrid;
  $("was").onclick = () => step(-1);
  $("will").onclick = () => step(1);
  $("do-black").onclick = black;
  $("now").onclick = (event) => {
    const link = event.target.closest("a[data-page]");
    const index = slides().findIndex((each) => each.id === link?.dataset.page);
    if (index < 0) return;
    event.preventDefault();
    go(index);
  };
  $("time-run").onclick = () => (started ? stop() : run());
  $("time-zero").onclick = () => {
    before = 0;
    started = started && Date.now();
    tick();
  };
  $("say-less").onclick = () => say(size - 2);
  $("say-more").onclick = () => say(size + 2);
  $("jump").onkeydown = (event) => {
    event.stopPropagation();
    if (event.key === "Enter") jump(event.target.value);
    if (event.key === "Enter" || event.key === "Escape") leave(event.target);
  };
  say(size);
  setInterval(tick, 500);
}

export function openPresenter() {
  open(`presenter?lang=${store.tongue}`, "briefgen-presenter", "popup,width=1280,height=800");
}

// ---- the screen goes black, in each window in which slides are shown

const isBlack = () => document.body.classList.contains("black");

export function black() {
  darken(!isBlack());
  channel.postMessage({ black: isBlack() });
}

function darken(dark) {
  document.body.classList.toggle("black", dark);
  $("do-black").setAttribute("aria-pressed", dark);
}

// ---- to a slide by its number: digits, then Enter

export function digit(key) {
  if (store.presenter) {
    $("jump").value = key;
    $("jump").focus();
  } else {
    typed += key;
  }
}

export const typing = () => typed !== "";

export function enter() {
  jump(typed);
}

function jump(number) {
  typed = "";
  if (/^\d+$/.test(number) && Number(number) > 0) go(Number(number) - 1);
}

function leave(field) {
  field.value = "";
  field.blur();
}

function say(wanted) {
  size = Math.max(14, Math.min(48, wanted));
  remember("said", size);
  $("said").style.fontSize = `${size}px`;
}

// ---- the time

function run() {
  started = Date.now();
  tick();
}

function stop() {
  before += Date.now() - started;
  started = 0;
  tick();
}

const clock = (ms) => {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (n) => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return `${hours ? `${hours}:` : ""}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

function tick() {
  const passed = before + (started ? Date.now() - started : 0);
  $("time").textContent = clock(passed);
  $("time-run").textContent = w(started ? "timer-pause" : "timer-start");
  $("daytime").textContent = new Date().toTimeString().slice(0, 5);
  plan(passed);
}

// What was meant: for this slide, up to here, for the whole; and how far it is from that. Up to a slide
// or for the whole it is known only where every slide on the way says it.
function plan(passed) {
  const now = slide();
  const all = slides();
  const known = (some) => some.length > 0 && some.every((each) => each.minutes);
  const sum = known(all) ? all.reduce((minutes, each) => minutes + each.minutes, 0) : 0;
  const most = store.state?.about?.minutes || sum;
  const until = known(all.slice(0, all.indexOf(now) + 1)) ? now?.until : 0;
  const said = [];
  let late = false;
  if (now?.minutes) said.push(w("this-slide", { count: now.minutes }));
  if (until) {
    const left = until * 60000 - passed;
    late = left < 0;
    said.push(`${w("planned")} ${clock(until * 60000)}`, w(late ? "late" : "early", { time: clock(left) }));
  }
  if (most) {
    const left = most * 60000 - passed;
    late ||= left < 0;
    said.push(`${w("of-minutes", { count: most })} · ${w(left < 0 ? "over-by" : "left-of", { time: clock(left) })}`);
  }
  $("plan").textContent = said.join(" · ");
  $("plan").className = late ? "late" : until ? "early" : "";
}

// ---- what is shown

function put(box, made) {
  if (box.firstElementChild?.dataset.pictureKey !== made?.dataset.pictureKey || !made)
    box.replaceChildren(made ?? "");
}

function draw() {
  const now = slide();
  if (!now) return;
  put($("now"), picture(now.key));
  reveal($("now").firstElementChild, store.click);
  // What the next click brings: more of this slide, or another one.
  const more = store.click < clicks();
  const next = more ? now : slides()[beside(1)];
  if (next) put($("then"), thumbnail(next.key));
  if (next) reveal($("then").firstElementChild, more ? store.click + 1 : 0);
  else $("then").textContent = w("last");
  $("then").classList.toggle("none", !next);
  const said = now.notes.length ? now.notes : [w("notes-none")];
  $("said").classList.toggle("none", !now.notes.length);
  $("said").replaceChildren(...said.map((each) => paragraph(each)));
  $("said").parentElement.scrollTop = 0;
  drawTrail(now.trail.slice(1));
  $("page-of").textContent = `${store.at + 1} / ${slides().length}`;
  const count = clicks();
  $("step-of").textContent = count ? w("step-of", { number: store.click, count }) : "";
  $("was").disabled = beside(-1) < 0 && !store.click;
  $("will").disabled = !next;
  mark();
  tick();
}

// Where figures come from is there for whoever is asked, and not for being read aloud.
function drawTrail(trail) {
  $("proof").hidden = !trail.length;
  $("proof").firstElementChild.textContent = w("not-aloud", { count: trail.length });
  $("trail").replaceChildren(...trail.map((each) => paragraph(each)));
}

function drawReel() {
  const kept = new Map([...$("reel").children].map((each) => [each.dataset.id, each]));
  $("reel").replaceChildren(
    ...slides().map((each, index) => {
      const button = kept.get(each.id) ?? document.createElement("button");
      button.dataset.id = each.id;
      button.className = each.hidden ? "is-hidden" : "";
      button.title = `${index + 1} ${each.title}`;
      button.setAttribute("aria-label", button.title);
      button.onclick = () => go(index);
      if (button.dataset.key !== each.key) {
        const number = document.createElement("i");
        number.textContent = index + 1;
        button.replaceChildren(thumbnail(each.key) ?? "", number);
        button.dataset.key = each.key;
      }
      button.querySelector("i").textContent = index + 1;
      return button;
    }),
  );
  mark();
}

function mark() {
  [...$("reel").children].forEach((each, index) => {
    if (index === store.at) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  });
  middle($("reel"), $("reel").children[store.at]);
}

// Have something in a row stand in the middle of what is seen of it.
export function middle(row, each) {
  if (!each) return;
  const [around, at] = [row.getBoundingClientRect(), each.getBoundingClientRect()];
  row.scrollLeft += at.left - around.left - (around.width - at.width) / 2;
}
