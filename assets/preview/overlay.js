// What lies over the page for a while: a sheet, a menu, a word of what was done.

import { $ } from "./store.js";
import { icon } from "./icons.js";
import { w } from "./words.js";

export function openOverlay(title, content, look = "") {
  const sheet = $("sheet");
  const head = document.createElement("header");
  const name = document.createElement("h2");
  name.textContent = title;
  const close = document.createElement("button");
  close.append(icon("close"));
  close.setAttribute("aria-label", w("close"));
  close.onclick = closeOverlay;
  head.append(name, close);
  sheet.className = `overlay ${look}`;
  sheet.replaceChildren(head, content);
  sheet.onclick = (event) => event.target === sheet && closeOverlay();
  if (!sheet.open) sheet.showModal();
}

export function closeOverlay() {
  if ($("sheet").open) $("sheet").close();
  $("sheet").replaceChildren();
}

// Entries are [words, action, detail], {head} or {warning}; null is a rule between them.
export function openMenu(anchor, entries) {
  const menu = $("menu");
  if (!menu.hidden && menu.anchor === anchor) return closeMenu();
  menu.anchor = anchor;
  menu.replaceChildren(
    ...entries.map((entry) => {
      if (!entry) return document.createElement("hr");
      if (entry.head || entry.warning) return line(entry);
      const [words, action, detail] = entry;
      const button = document.createElement("button");
      button.setAttribute("role", "menuitem");
      button.textContent = words;
      if (detail) {
        const more = document.createElement("small");
        more.textContent = detail;
        button.append(more);
      }
      button.onclick = () => {
        closeMenu();
        action();
      };
      return button;
    }),
  );
  menu.hidden = false;
  const at = anchor.getBoundingClientRect();
  menu.style.top = `${at.bottom + 6}px`;
  menu.style.right = `${Math.max(8, innerWidth - at.right)}px`;
  menu.querySelector("button")?.focus();
  menu.onkeydown = (event) => {
    const all = [...menu.querySelectorAll("button")];
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") closeMenu();
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
  };
}

function line({ head, warning }) {
  const made = document.createElement(head ? "h3" : "p");
  made.className = head ? "" : "warn";
  made.textContent = head ?? warning;
  return made;
}

export function closeMenu() {
  const menu = $("menu");
  if (menu.hidden) return false;
  menu.hidden = true;
  menu.anchor?.focus({ preventScroll: true });
  return true;
}

let fading = 0;

export function toast(said, kind = "") {
  const box = $("toast");
  box.textContent = said;
  box.className = `toast shown ${kind}`;
  clearTimeout(fading);
  fading = setTimeout(() => box.classList.remove("shown"), 3500);
}

addEventListener("pointerdown", (event) => {
  const menu = $("menu");
  if (!menu.hidden && !menu.contains(event.target) && !menu.anchor?.contains(event.target)) closeMenu();
});
