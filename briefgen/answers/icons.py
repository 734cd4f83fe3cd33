"""Turn the icons into one sheet, each with the name by which slides ask for it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from briefgen.geometry import Rect
from briefgen.machine.assets import icon_paths
from briefgen.machine.guard import Put, put
from briefgen.scene.icons import icon
from briefgen.scene.items import Move

# Icons across, pixels of an icon and of its field; drawn so much larger, for smooth edges.
_ACROSS, _SIDE, _WIDE, _HIGH = 10, 40, 132, 84
_FINER = 4
_INK, _PAPER, _WORDS = (20, 52, 60), (255, 255, 255), (90, 90, 90)
_LINE, _LETTERS = 1.75 / 24, 11
# Lines that a curve is drawn in.
_STEPS = 12


def names() -> tuple[str, ...]:
    """The names of all icons, sorted."""
    return tuple(sorted(icon_paths()))


def gallery(folder: Path, overwrite: bool = False) -> Put:
    """Write `icons.png` into `folder`: every icon above its name."""
    return put({folder / "icons.png": sheet()}, root=folder, overwrite=overwrite)


def sheet() -> bytes:
    """Every icon above its name, as PNG."""
    from PIL import Image, ImageDraw, ImageFont

    every = names()
    rows = -(-len(every) // _ACROSS)
    large = Image.new("L", (_ACROSS * _WIDE * _FINER, rows * _HIGH * _FINER), 0)
    pen = ImageDraw.Draw(large)
    for number, name in enumerate(every):
        x = (number % _ACROSS * _WIDE + (_WIDE - _SIDE) // 2) * _FINER
        y = (number // _ACROSS * _HIGH + 12) * _FINER
        side = _SIDE * _FINER
        width = round(side * _LINE)
        for line in _lines(icon(name, Rect(x, y, side, side), "ink").path):
            pen.line(line, fill=255, width=width, joint="curve")
            for end in (line[0], line[-1]):
                left, top = end[0] - width / 2, end[1] - width / 2
                pen.ellipse((left, top, left + width, top + width), fill=255)
    mask = large.resize((_ACROSS * _WIDE, rows * _HIGH), Image.Resampling.LANCZOS)
    made = Image.new("RGB", mask.size, _PAPER)
    made.paste(_INK, mask=mask)
    words, face = ImageDraw.Draw(made), ImageFont.load_default(_LETTERS)
    for number, name in enumerate(every):
        middle = number % _ACROSS * _WIDE + _WIDE // 2
        low = number // _ACROSS * _HIGH + 12 + _SIDE + 8
        words.text((middle, low), name, _WORDS, face, anchor="ma")
    out = BytesIO()
    made.save(out, "PNG", optimize=True)
    return out.getvalue()


def _lines(path: tuple[Move, ...]) -> list[list[tuple[float, float]]]:
    """The strokes of a path, curves as short lines."""
    made: list[list[tuple[float, float]]] = []
    for move in path:
        match move.op:
            case "M":
                made.append([move.points[0]])
            case "L":
                made[-1] += move.points
            case "C":
                start, (one, two, end) = made[-1][-1], move.points
                made[-1] += [_on_curve(start, one, two, end, t / _STEPS) for t in range(1, 13)]
            case _:
                made[-1].append(made[-1][0])
    return made


_Point = tuple[float, float]


def _on_curve(a: _Point, b: _Point, c: _Point, d: _Point, t: float) -> _Point:
    """A place on a cubic Bézier curve."""
    weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    points = (a, b, c, d)
    x = sum(w * p[0] for w, p in zip(weights, points, strict=True))
    return x, sum(w * p[1] for w, p in zip(weights, points, strict=True))
