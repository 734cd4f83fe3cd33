"""Turn the elements of an SVG file into the parts of a drawing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from briefgen.outline.attached.svg.numbers import length, numbers, transform
from briefgen.outline.attached.svg.paints import fill_of, share
from briefgen.outline.attached.svg.paths import MAX_STEPS, shape_path
from briefgen.outline.attached.svg.rings import clipped, even_odd, rings
from briefgen.outline.attached.svg.styles import Sheet, inherited
from briefgen.outline.attached.svg.tree import Element, SvgError, read_tree
from briefgen.patterns import pattern
from briefgen.record import Record, State, replace
from briefgen.vector import (
    IDENTITY,
    Box,
    Cap,
    Join,
    Matrix,
    Paint,
    Part,
    Path,
    Pencil,
    Solid,
    Stop,
    Vector,
    box,
    extent,
    times,
    transformed,
    within,
)

_SHAPES = frozenset("path rect circle ellipse line polyline polygon".split())
# What is only drawn where something refers to it.
_STORED = frozenset("defs clipPath linearGradient radialGradient style".split())
_GROUPS = frozenset({"svg", "g", "a"})
_URL = pattern(r"url\(\s*['\"]?#([^'\")]+)['\"]?\s*\)")
_DEEPEST = 12
_CAPS: Mapping[str, Cap] = {"butt": "butt", "round": "round", "square": "square"}
_JOINS: Mapping[str, Join] = {"miter": "miter", "round": "round", "bevel": "bevel"}
# How little two lengths may differ that are the same.
_SAME = 1e-6


def read_svg(data: bytes) -> Vector:
    """The drawing of an SVG file, its corner at 0, 0. Raises SvgError for what is not drawn."""
    root = read_tree(data)
    width, height, placed = _view(root)
    reader = _Reader(_by_id(root), _sheet(root), (width, height))
    edge: Box = (0.0, 0.0, width, height)
    start = _Around(placed, {}, edge, 1.0)
    parts = tuple(reader.parts(root, start, 0))
    if not parts:
        raise SvgError("svg-empty", root.line)
    return Vector(width, height, parts)


class _Around(Record):
    """What an element has from those that it is in: where it is taken, its properties, what is
    seen of it, and how much of the ground it hides."""

    matrix: Matrix
    properties: Mapping[str, str]
    edge: Box
    opacity: float
    # How many uses lead to it.
    uses: int = 0


def _view(root: Element) -> tuple[float, float, Matrix]:
    """Width and height of a drawing in its own units, and the matrix that takes its corner to 0, 0
    (SVG 1.1, 7.7)."""
    line = root.line
    if given := root.given.get("viewBox"):
        said = numbers(given, line)
        if len(said) != 4 or said[2] <= 0 or said[3] <= 0:
            raise SvgError("svg-bad-value", line, value=given[:40])
        return said[2], said[3], (1, 0, 0, 1, -said[0], -said[1])
    sizes = [root.given.get(name, "") for name in ("width", "height")]
    if any(not size or size.strip().endswith("%") for size in sizes):
        raise SvgError("svg-no-size", line)
    width, height = (length(size, 0, line) for size in sizes)
    if width <= 0 or height <= 0:
        raise SvgError("svg-no-size", line)
    return width, height, IDENTITY


def _by_id(root: Element) -> dict[str, Element]:
    found: dict[str, Element] = {}
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if id := element.given.get("id"):
            found.setdefault(id, element)
        waiting += element.children
    return found


def _sheet(root: Element) -> Sheet:
    sheet = Sheet()
    waiting = [root]
    while waiting:
        element = waiting.pop(0)
        if element.tag == "style":
            sheet.read(element)
        waiting += element.children
    return sheet


class _Reader(State):
    """What all elements of a drawing are read with."""

    elements: Mapping[str, Element]
    sheet: Sheet
    view: tuple[float, float]
    steps: int = 0

    def parts(self, element: Element, around: _Around, depth: int) -> Iterator[Part]:
        """The parts that an element is drawn as. Raises SvgError."""
        tag, line = element.tag, element.line
        if tag in _STORED:
            return
        if tag not in _SHAPES | _GROUPS | {"use"} or (tag == "svg" and depth):
            raise SvgError("svg-not-drawn", line, what=f"<{tag}>")
        own = inherited(around.properties, self.sheet.properties(element))
        if own["display"] == "none":
            return
        matrix = times(around.matrix, transform(element.given.get("transform", ""), line))
        inner = replace(around, matrix=matrix, properties=own)
        inner = replace(inner, edge=self._clip(own["clip-path"], inner, line))
        alpha = share(own["opacity"], line)
        if tag in _SHAPES:
            yield from self._shape(element, replace(inner, opacity=around.opacity), alpha)
            return
        if tag == "use":
            children, inner = self._used(element, inner)
        else:
            children = element.children
        made = [
            part
            for child in children
            for part in self.parts(child, replace(inner, opacity=1.0), depth + 1)
        ]
        alpha *= around.opacity
        if alpha < 1 and (
            (len(made) > 1 and _overlap(made)) or any(p.fill and p.pencil for p in made)
        ):
            raise SvgError("svg-not-drawn", line, what="opacity")
        yield from (_seen_through(part, alpha) for part in made)

    def _used(self, element: Element, inner: _Around) -> tuple[list[Element], _Around]:
        """What `use` draws, and where (SVG 1.1, 5.6)."""
        href = element.given.get("href", "")
        target = self.elements.get(href.removeprefix("#")) if href.startswith("#") else None
        if target is None or inner.uses == _DEEPEST:
            raise SvgError("svg-bad-value", element.line, value=href[:40])
        if target.tag not in _SHAPES | {"g", "use"}:
            raise SvgError("svg-not-drawn", target.line, what=f"<{target.tag}>")
        size = self._lengths(element)
        moved: Matrix = (1, 0, 0, 1, size("x", "0", "x"), size("y", "0", "y"))
        matrix = times(inner.matrix, moved)
        return [target], replace(inner, matrix=matrix, uses=inner.uses + 1)

    def _lengths(self, element: Element) -> Callable[[str, str, str], float]:
        across, down = self.view
        wholes = {"x": across, "y": down, "o": ((across**2 + down**2) / 2) ** 0.5}

        def size(name: str, default: str, along: str) -> float:
            return length(element.given.get(name, default), wholes[along], element.line)

        return size

    def _clip(self, words: str, around: _Around, line: int) -> Box:
        """What is seen of an element: the part of a rectangle that was seen already."""
        if words.strip() == "none":
            return around.edge
        match = _URL.fullmatch(words.strip())
        element = self.elements.get(match[1]) if match else None
        if element is None or element.tag != "clipPath":
            raise SvgError("svg-not-drawn", line, what=f"clip-path: {words}"[:40])
        matrix = times(around.matrix, transform(element.given.get("transform", ""), element.line))
        edge = self._clip(
            self.sheet.properties(element).get("clip-path", "none"), around, element.line
        )
        children = [child for child in element.children if child.tag not in _STORED]
        if len(children) != 1 or element.given.get("clipPathUnits") == "objectBoundingBox":
            raise SvgError("svg-not-drawn", element.line, what="<clipPath>")
        (child,) = children
        if child.tag == "use":
            matrix = times(matrix, transform(child.given.get("transform", ""), child.line))
            (child,), around = self._used(child, replace(around, matrix=matrix))
            matrix = around.matrix
        if child.tag not in _SHAPES:
            raise SvgError("svg-not-drawn", child.line, what=f"<clipPath><{child.tag}>")
        matrix = times(matrix, transform(child.given.get("transform", ""), child.line))
        path = transformed(shape_path(child, self._lengths(child)), matrix)
        if not _is_rectangle(path):
            raise SvgError("svg-not-drawn", child.line, what=f"<clipPath><{child.tag}>")
        left, top, right, bottom = box(path)
        return max(left, edge[0]), max(top, edge[1]), min(right, edge[2]), min(bottom, edge[3])

    def _shape(self, element: Element, around: _Around, alpha: float) -> Iterator[Part]:
        own, line = around.properties, element.line
        for child in element.children:
            raise SvgError("svg-not-drawn", child.line, what=f"<{child.tag}>")
        path = shape_path(element, self._lengths(element))
        self.steps += len(path)
        if self.steps > MAX_STEPS:
            raise SvgError("svg-too-large", line, elements=MAX_STEPS, depth=0)
        if own["visibility"] != "visible" or not rings(path):
            return
        alpha *= around.opacity
        edge = around.edge
        bounds = extent(path)
        found = fill_of(own["fill"], own, self.elements, self.sheet, bounds, self.view, line)
        fill = _shared(found, alpha * share(own["fill-opacity"], line))
        pencil = self._pencil(element, around, alpha)
        if fill and pencil and alpha < 1:
            raise SvgError("svg-not-drawn", line, what="opacity")
        placed = transformed(path, around.matrix)
        if pencil and not _holds(edge, box(placed), pencil):
            if not _apart(edge, box(placed), pencil):
                raise SvgError("svg-line-cut", line)
            pencil = None
        filled = self._filled(placed, own["fill-rule"], edge, line) if fill else ()
        if fill and filled:
            fill = within(fill, around.matrix)
        if pencil and filled == placed:
            yield Part(placed, fill, pencil)
            return
        if fill and filled:
            yield Part(filled, fill)
        if pencil:
            yield Part(placed, None, pencil)

    def _filled(self, path: Path, rule: str, edge: Box, line: int) -> Path:
        """The path as it is filled by the even-odd rule, without what is not seen."""
        closed = tuple(
            step
            for ring in rings(path)
            for step in (*ring, *((("Z", ()),) if ring[-1][0] != "Z" else ()))
        )
        if rule != "evenodd":
            same = even_odd(closed)
            if same is None:
                raise SvgError("svg-path-crosses", line)
            closed = path if len(same) == len(closed) else same
        return clipped(closed, edge) if closed else ()

    def _pencil(self, element: Element, around: _Around, alpha: float) -> Pencil | None:
        own, line = around.properties, element.line
        size = length(own["stroke-width"], self._lengths(element)("", "100%", "o"), line)
        if own["stroke"].strip() == "none" or size <= 0:
            return None
        bounds = (0.0, 0.0, 0.0, 0.0)
        paint = fill_of(own["stroke"], own, self.elements, self.sheet, bounds, self.view, line)
        if paint is None and "url" not in own["stroke"]:
            return None
        if not isinstance(paint, Solid):
            raise SvgError("svg-not-drawn", line, what="stroke: url(…)")
        scale = _scale(around.matrix)
        if not scale:
            raise SvgError("svg-not-drawn", line, what="stroke, transform")
        dashes: tuple[float, ...] = ()
        if own["stroke-dasharray"].strip() not in ("none", ""):
            given = numbers(own["stroke-dasharray"].replace("px", ""), line)
            dashes = tuple(each * scale for each in given)
            if length(own["stroke-dashoffset"], 1, line):
                raise SvgError("svg-not-drawn", line, what="stroke-dashoffset")
        cap, join = _CAPS.get(own["stroke-linecap"]), _JOINS.get(own["stroke-linejoin"])
        if cap is None or join is None:
            what = f"{own['stroke-linecap']} {own['stroke-linejoin']}"
            raise SvgError("svg-not-drawn", line, what=what)
        solid = _shared(paint, alpha * share(own["stroke-opacity"], line))
        if not isinstance(solid, Solid):
            return None
        limit = length(own["stroke-miterlimit"], 1, line)
        return Pencil(solid, size * scale, cap, join, limit, dashes)


def _scale(matrix: Matrix) -> float:
    """How many times longer a matrix makes all lengths; 0 where not all alike."""
    a, b, c, d, _, _ = matrix
    along, across = (a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5
    alike = abs(along - across) <= _SAME * along and abs(a * c + b * d) <= _SAME * along**2
    return along if alike else 0.0


def _shared(paint: Paint | None, alpha: float) -> Paint | None:
    """A paint that hides so much of what it hid; None where it hides nothing."""
    if paint is None or alpha <= 0:
        return None
    if isinstance(paint, Solid):
        return Solid(paint.colour, paint.alpha * alpha) if paint.alpha else None
    stops = tuple(Stop(stop.at, stop.colour, stop.alpha * alpha) for stop in paint.stops)
    return replace(paint, stops=stops)


def _seen_through(part: Part, alpha: float) -> Part:
    if alpha >= 1:
        return part
    pencil = part.pencil
    if pencil:
        paint = Solid(pencil.paint.colour, pencil.paint.alpha * alpha)
        pencil = replace(pencil, paint=paint)
    return Part(part.path, _shared(part.fill, alpha), pencil)


def _grown(bounds: Box, pencil: Pencil | None) -> Box:
    if pencil is None:
        return bounds
    reach = pencil.width / 2
    left, top, right, bottom = bounds
    return left - reach, top - reach, right + reach, bottom + reach


def _holds(edge: Box, bounds: Box, pencil: Pencil) -> bool:
    left, top, right, bottom = _grown(bounds, pencil)
    near = _SAME * max(1.0, edge[2] - edge[0], edge[3] - edge[1])
    return (
        left >= edge[0] - near
        and top >= edge[1] - near
        and right <= edge[2] + near
        and bottom <= edge[3] + near
    )


def _apart(edge: Box, bounds: Box, pencil: Pencil | None) -> bool:
    left, top, right, bottom = _grown(bounds, pencil)
    return right <= edge[0] or left >= edge[2] or bottom <= edge[1] or top >= edge[3]


def _overlap(parts: list[Part]) -> bool:
    """Whether the rectangles around two parts have something in common."""
    boxes = [_grown(box(part.path), part.pencil) for part in parts]
    return any(not _apart(one, other, None) for i, one in enumerate(boxes) for other in boxes[:i])


def _is_rectangle(path: Path) -> bool:
    """Whether a path is a rectangle along the axes."""
    corners = [points[0] for op, points in path if op in ("M", "L")]
    if any(op == "C" for op, _ in path) or not path:
        return False
    if len(corners) == 5 and corners[0] == corners[4]:
        corners.pop()
    left, top, right, bottom = box(path)
    near = _SAME * max(1.0, right - left, bottom - top)
    wanted = [(left, top), (right, top), (right, bottom), (left, bottom)]
    return len(corners) == 4 and all(
        any(abs(x - u) <= near and abs(y - v) <= near for u, v in wanted) for x, y in corners
    )
