// The words of the page, in the language that was chosen.

import { remember, remembered, store, tell } from "./store.js";

export async function loadWords() {
  store.words = await (await fetch("words.json")).json();
  const asked = new URLSearchParams(location.search).get("lang");
  const system = navigator.language?.toLowerCase().startsWith("zh") ? "zh" : "en";
  choose(["zh", "en"].includes(asked) ? asked : remembered("tongue", system));
}

export function choose(tongue) {
  store.tongue = tongue;
  remember("tongue", tongue);
  document.documentElement.lang = tongue;
  for (const each of document.querySelectorAll("[data-w]")) each.textContent = w(each.dataset.w);
  for (const each of document.querySelectorAll("[data-a-w]"))
    each.setAttribute("aria-label", w(each.dataset.aW));
  for (const each of document.querySelectorAll("[data-p-w]")) {
    each.placeholder = w(each.dataset.pW);
    each.setAttribute("aria-label", w(each.dataset.pW));
  }
  for (const each of document.querySelectorAll("[data-t-w]")) {
    const key = each.dataset.key ? ` (${each.dataset.key})` : "";
    // What stands in the bar is told at once, by the page itself.
    if (each.closest(".tools")) each.dataset.tip = w(each.dataset.tW) + key;
    else each.title = w(each.dataset.tW) + key;
    each.setAttribute("aria-label", w(each.dataset.tW));
  }
  tell("words");
}

export function w(key, parts = {}) {
  const said = store.words[key]?.[store.tongue] ?? key;
  return said.replace(/\{(\w+)\}/g, (_, name) => parts[name] ?? "");
}
