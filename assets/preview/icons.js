// Small drawings of what buttons do: lines in a square of 24.

const PATHS = {
  search: "M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14M16.2 16.2L21 21",
  grid: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  page: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  undo: "M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3",
  redo: "M15 14l5-5l-5-5M20 9H10a6 6 0 0 0 0 12h3",
  laser: "M4 20L13 11M15 9l1.5-1.5M18 3v3M21 9h-3M20.5 3.5l-2 2",
  download: "M12 4v11M7 10.5l5 5l5-5M4 20h16",
  presenter: "M3 5h18v11H3zM8 21l4-5l4 5M7 12l3-3l2 2l4-4",
  full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  left: "M15 5l-7 7l7 7",
  right: "M9 5l7 7l-7 7",
  pencil: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  out: "M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9",
  black: "M3 5h18v13H3zM6 8h12v7H6zM7 9.5h10M7 11.5h10M7 13.5h10",
  close: "M6 6l12 12M18 6L6 18",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

export function drawIcons() {
  for (const each of document.querySelectorAll("[data-icon]")) each.prepend(icon(each.dataset.icon));
}
