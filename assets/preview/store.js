// What the page knows, and who hears of it.

export const store = {
  state: null, // what the server told last
  at: 0, // the slide that is looked at
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

// Go to a slide; `from` says who went there ("away": another window).
export function go(index, from = "here") {
  const last = slides().length - 1;
  if (last < 0) return;
  const next = Math.max(0, Math.min(last, index));
  const moved = next !== store.at;
  store.at = next;
  if (moved) tell("move", from);
}

// The slide that comes next, or before: what is hidden is passed over where slides are presented.
export function beside(by) {
  const presents = store.presenter || document.body.classList.contains("showing");
  let index = store.at + by;
  while (presents && slides()[index]?.hidden) index += by;
  return slides()[index] ? index : -1;
}

export function step(by) {
  const index = beside(by);
  if (index >= 0) go(index);
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
