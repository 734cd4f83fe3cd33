// What comes in click by click: so much of a slide is seen as was clicked for.

import { $, on, slide, store } from "./store.js";

// Show what so many clicks have brought in; all of it where nothing is presented.
export function reveal(picture, count) {
  for (const each of picture?.querySelectorAll("[data-step]") ?? [])
    each.classList.toggle("later", Number(each.dataset.step) > count);
  for (const box of picture?.querySelectorAll("[data-parts]") ?? []) {
    box.dataset.parts.split(" ").forEach((part, index) => {
      const [first, last] = part.split("-").map(Number);
      for (const text of box.querySelectorAll("[data-p]")) {
        const at = Number(text.dataset.p);
        if (at >= first && at <= last) text.classList.toggle("later", index >= count);
      }
    });
  }
}

export const clicks = () => slide()?.steps ?? 0;

export function initSteps() {
  const shown = () => document.body.classList.contains("showing");
  const draw = () => reveal($("frame").querySelector(".picture"), shown() ? store.click : Infinity);
  for (const event of ["state", "move", "click", "showing"]) on(event, draw);
}
