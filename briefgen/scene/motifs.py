"""Turn a theme's motif and a number of topics into panes: one for each topic, as vector shapes.

The motif of a theme stands for the topics of the brief (without topics for the sections of its
deck): as a window of all of them, in which some are lit, or as one pane, a topic's icon.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import Literal

from briefgen.colours import Fill, Token
from briefgen.geometry import Rect, pt
from briefgen.scene.items import Group, Item, Move, Picture, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.scene.panes import Path, Pattern, pattern_of
from briefgen.theme.model import Motif, Theme

# The most panes of a window; of more topics none is drawn.
MOST = 12
# Between two panes, and the width of the lattice's lines, as shares of a pane; the latter's bounds.
_GAP, _LINE = 0.05, 0.017
_THINNEST, _THICKEST = pt(0.5), pt(2)

# A pane without a motif: a plain square.
_PLAIN = Pattern((), (0.4, 0.3))

Side = Literal["left", "right"]
Ground = Literal["white", "cover"]
_WINDOW: tuple[Token, ...] = ("window1", "window2", "window3", "window4")
_GLASS: tuple[Token, ...] = ("glass1", "glass2", "glass3", "glass4")


def drawn(theme: Theme, count: int) -> bool:
    """Whether the theme draws a window for so many topics."""
    return theme.motif != "none" and 1 <= count <= MOST


def window(
    theme: Theme,
    area: Rect,
    count: int,
    lit: Collection[int] | None = None,
    *,
    ground: Ground = "white",
    side: Side = "left",
    labels: Sequence[Item | None] = (),
    seen: Sequence[Picture | None] = (),
) -> Group:
    """A window of `count` panes (1 to 12), as large as `area` lets it be, at its top and `side`.

    The panes whose numbers (from 1) are in `lit` are in colour (None: all), the others faint on
    `ground`. `labels` are items that go with the panes in order, such as texts set into `field`s;
    `seen` are pictures that are seen through them.
    It is decoration. Raises ValueError for a number that cannot be drawn.
    """
    if not drawn(theme, count):
        raise ValueError(f"no window of {count} panes")
    panes = []
    for number, rect in enumerate(places(area, count, side), 1):
        on = lit is None or number in lit
        picture = seen[number - 1] if number <= len(seen) else None
        label = labels[number - 1] if number <= len(labels) else None
        # Strokes that count say nothing beside a name.
        plain = bool(label) and theme.motif == "tally"
        made = pane(theme, rect, number, count, lit=on, ground=ground, seen=picture, plain=plain)
        panes.append(Group(made.name, (*made.items, label)) if label else made)
    return Group(Name("window"), tuple(panes))


def pane(
    theme: Theme,
    rect: Rect,
    number: int,
    count: int,
    *,
    lit: bool = True,
    ground: Ground = "white",
    seen: Picture | None = None,
    plain: bool = False,
) -> Group:
    """The pane of one topic: `number` (from 1) of `count`, filling `rect`; an icon at any size.

    It has the pattern and the colours that it has in the window. Without a motif it is a plain
    square, as a `plain` one is. Of a pane through which a picture is `seen` there are the lines
    alone.
    """
    made = _pane(theme.motif, rect, number, count, lit, ground, seen is not None, plain)
    return Group(made.name, (seen, *made.items)) if seen else made


@lru_cache(maxsize=1024)
def _pane(
    motif: Motif,
    rect: Rect,
    number: int,
    count: int,
    lit: bool,
    ground: Ground,
    seen: bool,
    plain: bool,
) -> Group:
    """The same, without the picture that is `seen`."""
    base, glass, edge = _colours(number, count, lit, ground)
    short = min(rect.w, rect.h)
    line = min(_THICKEST, max(_THINNEST, round(short * _LINE)))
    # The lattice is drawn around the pane: half of its line would stand out.
    inside = rect.inset(line // 2, line // 2, line // 2, line // 2)
    around = Stroke(edge, line)
    whole = Shape(Name("pane-ground", number), inside, fill="" if seen else base, stroke=around)
    items: list[Item] = [whole]
    pattern = None if plain else pattern_of(motif, number)
    fills: dict[str, Fill] = {"glass": glass, "heart": base, "spark": edge}
    for figure in pattern.figures if pattern else ():
        if seen and not figure.edged:
            continue
        stroke = Stroke(edge, max(_THINNEST, line * 3 // 5)) if figure.edged else None
        fill: Fill = "" if seen else fills[figure.stuff]
        items.append(_shape(Name("pane-figure", number), inside, figure.path, fill, stroke))
    return Group(Name("pane", number), tuple(items))


def field(theme: Theme, rect: Rect, number: int) -> Rect:
    """Where in the pane `number`, filling `rect`, a number or a name of two lines can stand."""
    pattern = pattern_of(theme.motif, number) or _PLAIN
    across, down = (part * (0.5 if pattern.pointed else 1) for part in pattern.reach)
    (x, y), wide, high = _middle(pattern, rect), round(across * rect.w), round(down * rect.h)
    return Rect(x - wide, y - high, 2 * wide, 2 * high)


def within(theme: Theme, rect: Rect, number: int, width: int, height: int) -> Rect | None:
    """Where in the pane a name of this size (EMU) stands; None where it would not fit."""
    pattern = pattern_of(theme.motif, number) or _PLAIN
    across, down = pattern.reach[0] * rect.w, pattern.reach[1] * rect.h
    shares = width / 2 / across, height / 2 / down
    if (sum(shares) if pattern.pointed else max(shares)) > 1:
        return None
    x, y = _middle(pattern, rect)
    return Rect(x - width // 2, y - height // 2, width, height)


def _middle(pattern: Pattern, rect: Rect) -> tuple[int, int]:
    return (
        rect.x + round(pattern.middle[0] * rect.w),
        rect.y + round(pattern.middle[1] * rect.h),
    )


def ink(theme: Theme, number: int, count: int) -> Token:
    """The colour of a name in a pane that is lit."""
    return theme.readable(_WINDOW[_turn(number, count)])


def places(area: Rect, count: int, side: Side = "left") -> tuple[Rect, ...]:
    """Where the panes of a window stand, row by row; all rows are equally wide.

    Rows with fewer panes than the others have wider ones, as lattices do. A window is as large as
    `area` lets it be, and stands at its top and `side`.
    """
    rows = _rows(count, area.w, area.h)
    most = max(rows)
    # One pane, and the gap: so that the widest row and all rows fit.
    across = area.w / (most + (most - 1) * _GAP)
    down = area.h / (len(rows) + (len(rows) - 1) * _GAP)
    cell = int(min(across, down))
    gap = int(cell * _GAP)
    width = most * cell + (most - 1) * gap
    x = area.x if side == "left" else area.right - width
    found: list[Rect] = []
    for row, panes in enumerate(rows):
        strip = Rect(x, area.y + row * (cell + gap), width, cell)
        found += strip.columns(panes, gap)
    return tuple(found)


@cache
def _rows(count: int, width: int, height: int) -> tuple[int, ...]:
    """How many panes each row has: the largest and most alike, fuller rows below."""

    def split(rows: int) -> tuple[int, ...]:
        return tuple(sorted(count * (n + 1) // rows - count * n // rows for n in range(rows)))

    def worth(rows: int) -> tuple[float, int]:
        made = split(rows)
        across = made[-1]
        size = min(width / (across + (across - 1) * _GAP), height / (rows + (rows - 1) * _GAP))
        # Panes of unlike widths, and a single file of many, are worth less than their size.
        unlike = (across / made[0]) ** 1.2 * (2 if across == 1 and rows > 3 else 1)
        return round(size / unlike), -rows

    return split(max(range(1, min(count, 4) + 1), key=worth))


def _turn(number: int, count: int) -> int:
    """Which of the four colours a pane has: beside and below each other never the same."""
    rows = _rows(count, 3000, 2000)
    row, at = 0, number - 1
    while at >= rows[row]:
        at -= rows[row]
        row += 1
    even = rows[0] == rows[-1] and rows[0] % 4
    return (number - 1) % 4 if even else (at + 2 * row) % 4


def _colours(number: int, count: int, lit: bool, ground: Ground) -> tuple[Token, Token, Token]:
    """The colours of a pane: its own, its glass, the lattice around it."""
    if lit:
        turn = _turn(number, count)
        return _WINDOW[turn], _GLASS[turn], "lattice"
    return ("white", "white", "line") if ground == "white" else ("cover2", "cover2", "cover-line")


def _shape(name: Name, rect: Rect, path: Path, fill: Fill, stroke: Stroke | None) -> Shape:
    """A figure of the unit square in `rect`, as a freeform."""
    left, top, wide, high = rect.x, rect.y, rect.w, rect.h
    moves = tuple(
        [
            Move(op, tuple([(left + round(x * wide), top + round(y * high)) for x, y in points]))
            for op, points in path
        ]
    )
    xs = [x for move in moves for x, _ in move.points]
    ys = [y for move in moves for _, y in move.points]
    around = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return Shape(name, around, path=moves, fill=fill, stroke=stroke)
