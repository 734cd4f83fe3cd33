// A point of light that the audience sees where the speaker points: in full screen the speaker's own,
// in the speaker's window on this slide; each window shows it on its own picture.

import { $, on, store } from "./store.js";

const DOT = 14; // its size at the least, in pixels
const STILL = 2500; // a pointer that is not moved for so many milliseconds is not seen
let lit = false;
let idle = 0;
let send = () => {};

const dot = () => $("laser");
const frame = () => $(store.presenter ? "now" : "frame");

export function initPointer(post) {
  send = post;
  addEventListener("pointermove", (event) => {
    document.body.classList.remove("still");
    clearTimeout(idle);
    idle = setTimeout(() => document.body.classList.add("still"), STILL);
    if (!lit) return;
    const box = frame().getBoundingClientRect();
    const at = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    const within = at.every((each) => each >= 0 && each <= 1);
    show(within ? at : null);
    send({ laser: within ? at : null });
  });
  on("move", () => lit && send({ laser: null }));
}

export function laser() {
  lit = !lit;
  document.body.classList.toggle("lit", lit);
  $("do-laser").setAttribute("aria-pressed", lit);
  if (!lit) {
    show(null);
    send({ laser: null });
  }
}

export function show(at) {
  dot().hidden = !at;
  if (!at) return;
  const box = frame().getBoundingClientRect();
  const size = Math.max(DOT, box.width / 70);
  // What is not of the full screen is not seen in it.
  const home = document.fullscreenElement ?? document.body;
  if (dot().parentElement !== home) home.append(dot());
  Object.assign(dot().style, {
    width: `${size}px`,
    height: `${size}px`,
    left: `${box.left + at[0] * box.width - size / 2}px`,
    top: `${box.top + at[1] * box.height - size / 2}px`,
  });
}
