// The lines between the parts of the page: dragged, or moved by keys, they say how wide parts are.

import { remember, remembered } from "./store.js";

// The part that each sizes: from which edge of the window it is measured, and its least and most.
const PARTS = {
  strip: { from: "left", least: 110, most: 420 },
  sheets: { from: "right", least: 130, most: 900 },
  side: { from: "right", least: 220, most: 620 },
  under: { from: "bottom", least: 60, most: 900 },
};
const STEP = 16;
let sizes = remembered("sizes", {});

export function initDividers() {
  for (const each of document.querySelectorAll(".divider")) listen(each, each.dataset.sizes);
  for (const name of Object.keys(PARTS)) if (Number.isFinite(sizes[name])) apply(name, sizes[name]);
}

function apply(name, size) {
  const { least, most } = PARTS[name];
  sizes = { ...sizes, [name]: Math.round(Math.max(least, Math.min(most, size))) };
  document.documentElement.style.setProperty(`--${name}`, `${sizes[name]}px`);
}

function reset(name) {
  sizes = { ...sizes, [name]: undefined };
  document.documentElement.style.removeProperty(`--${name}`);
  remember("sizes", sizes);
}

function listen(divider, name) {
  const { from } = PARTS[name];
  const upright = from !== "bottom";
  const part = () => divider.nextElementSibling;
  const now = () => {
    const box = (from === "left" ? divider.previousElementSibling : part()).getBoundingClientRect();
    return upright ? box.width : box.height;
  };
  divider.setAttribute("role", "separator");
  divider.setAttribute("aria-orientation", upright ? "vertical" : "horizontal");
  divider.tabIndex = 0;
  divider.ondblclick = () => reset(name);
  divider.onpointerdown = (event) => {
    event.preventDefault();
    divider.setPointerCapture(event.pointerId);
    const [began, size] = [upright ? event.clientX : event.clientY, now()];
    divider.onpointermove = ({ clientX, clientY }) => {
      const by = (upright ? clientX : clientY) - began;
      apply(name, from === "left" ? size + by : size - by);
    };
    divider.onpointerup = divider.onpointercancel = () => {
      divider.onpointermove = divider.onpointerup = divider.onpointercancel = null;
      remember("sizes", sizes);
    };
  };
  divider.onkeydown = (event) => {
    const by = (upright ? { ArrowRight: STEP, ArrowLeft: -STEP } : { ArrowDown: STEP, ArrowUp: -STEP })[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    apply(name, now() + (from === "left" ? by : -by));
    remember("sizes", sizes);
  };
}
