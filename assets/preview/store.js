// What the page knows, and who hears of it.

export const store = {
  state: null, // what the server told last
  at: 0, // the slide that is looked at
  click: 0, // how much of it was clicked for, where it comes in step by step
  tongue: "zh",
  words: {},
  presenter: location.pathname.endsWith("/presenter"),
};

const heard = new Map();

export function on(event, listener) {
  if (!heard.has(event)) heard.set(event, []);
  heard.get(event).push(listener);
}

export function tell(event, ...said) {
  for (const listener of heard.get(event) ?? []) listener(...said);
}

export const slides = () => store.state?.slides ?? [];
export const slide = () => slides()[store.at];
export const $ = (id) => document.getElementById(id);

// Go to a slide, and on it to a click; `from` says who went there ("away": another window).
export function go(index, from = "here", click = 0) {
  const last = slides().length - 1;
  if (last < 0) return;
  const next = Math.max(0, Math.min(last, index));
  const moved = next !== store.at;
  const clicked = Math.min(click, slides()[next].steps ?? 0);
  const more = clicked !== store.click;
  store.at = next;
  store.click = clicked;
  if (moved) tell("move", from);
  else if (more) tell("click", from);
}

// The slide that comes next, or before: what is hidden is passed over where slides are presented.
export function beside(by) {
  let index = store.at + by;
  while (presents() && slides()[index]?.hidden) index += by;
  return slides()[index] ? index : -1;
}

export const presents = () => store.presenter || document.body.classList.contains("showing");

export function step(by) {
  const clicked = store.click + by;
  if (presents() && clicked >= 0 && clicked <= (slide()?.steps ?? 0)) return go(store.at, "here", clicked);
  const index = beside(by);
  if (index >= 0) go(index, "here", by > 0 ? 0 : Infinity);
  else if (by > 0 && presents()) tell("end", true);
}

// Bring into sight what stands in a box that is moved on its own; the page itself stays where it is.
export function within(box, each) {
  const [around, at] = [box.getBoundingClientRect(), each.getBoundingClientRect()];
  if (at.top < around.top) box.scrollTop -= around.top - at.top;
  else if (at.bottom > around.bottom) box.scrollTop += at.bottom - around.bottom;
}

export function remember(key, value) {
  try {
    localStorage.setItem(`briefgen.${key}`, JSON.stringify(value));
  } catch {
    // a browser that remembers nothing
  }
}

export function remembered(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(`briefgen.${key}`)) ?? otherwise;
  } catch {
    return otherwise;
  }
}
