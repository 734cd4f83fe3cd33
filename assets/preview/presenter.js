// The speaker's window: this slide, the next one, the notes, the time. Windows move together.

import { $, beside, go, on, remember, remembered, slide, slides, step, store } from "./store.js";
import { picture, thumbnail } from "./pictures.js";
import { paragraph } from "./stage.js";
import { w } from "./words.js";

const channel = new BroadcastChannel(`briefgen ${location.pathname.split("/")[1]}`);
let started = 0; // when the clock was started, 0 while it stands
let before = 0; // what had passed then
let greeted = false; // whether other windows were asked where they are
let arriving = true; // until the first move
let size = remembered("said", 22);

export function initTogether() {
  channel.onmessage = ({ data }) => {
    if (data.id !== undefined) {
      const index = slides().findIndex((each) => each.id === data.id);
      if (index >= 0) go(index, "away");
    } else if (data.hello && slide()) {
      channel.postMessage({ id: slide().id });
    }
  };
  on("move", (from) => {
    if (from !== "away" && slide()) channel.postMessage({ id: slide().id });
  });
}

export function initPresenter() {
  document.body.classList.add("presenter");
  document.querySelector(".desk").hidden = true;
  document.querySelector(".bar").hidden = true;
  document.querySelector(".podium").hidden = false;
  on("state", () => {
    draw();
    // Only now is there a slide that the answer could name.
    if (!greeted) channel.postMessage({ hello: (greeted = true) });
  });
  on("move", (from) => {
    // To begin where another window is starts no clock.
    if (!started && !before && !(arriving && from === "away")) run();
    arriving = false;
    draw();
  });
  on("words", draw);
  $("was").onclick = () => step(-1);
  $("will").onclick = () => step(1);
  $("time-run").onclick = () => (started ? stop() : run());
  $("time-zero").onclick = () => {
    before = 0;
    started = started && Date.now();
    tick();
  };
  $("say-less").onclick = () => say(size - 2);
  $("say-more").onclick = () => say(size + 2);
  say(size);
  setInterval(tick, 500);
}

export function openPresenter() {
  open(`presenter?lang=${store.tongue}`, "briefgen-presenter", "popup,width=1200,height=760");
}

function say(wanted) {
  size = Math.max(14, Math.min(48, wanted));
  remember("said", size);
  $("said").style.fontSize = `${size}px`;
}

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
  const now = slide();
  const most = store.state?.about?.minutes;
  const plan = $("plan");
  plan.className = "";
  if (now?.until && slides().some((each) => each.minutes)) {
    const left = now.until * 60000 - passed;
    plan.textContent = `${w("planned")} ${clock(now.until * 60000)} · ${w(left < 0 ? "late" : "early", { time: clock(left) })}`;
    plan.className = left < 0 ? "late" : "early";
  } else if (most) {
    plan.textContent = w("of-minutes", { count: most });
    plan.className = passed > most * 60000 ? "late" : "";
  } else {
    plan.textContent = "";
  }
}

function put(box, made) {
  if (box.firstElementChild?.dataset.pictureKey !== made?.dataset.pictureKey || !made)
    box.replaceChildren(made ?? "");
}

function draw() {
  const now = slide();
  if (!now) return;
  put($("now"), picture(now.key));
  const next = slides()[beside(1)];
  if (next) put($("then"), thumbnail(next.key));
  else $("then").textContent = w("last");
  $("then").classList.toggle("none", !next);
  const said = now.notes.length ? now.notes : [w("notes-none")];
  $("said").replaceChildren(...said.map((each) => paragraph(each)), ...now.trail.map((each) => paragraph(each, "trail")));
  $("said").parentElement.scrollTop = 0;
  $("page-of").textContent = `${store.at + 1} / ${slides().length}`;
  $("was").disabled = beside(-1) < 0;
  $("will").disabled = !next;
  tick();
}
