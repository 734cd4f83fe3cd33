"""Turn figures of one unit into squares, each of which stands for so much of it: to scale.

How much a square stands for is 1, 2 or 5 times a power of ten; what is left of a square is drawn
as that part of one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, Decimal
from math import ceil

from briefgen.brief.graphic import Graphic
from briefgen.colours import Token
from briefgen.facts.numerals import write_chinese
from briefgen.facts.quantity import amount, display, read
from briefgen.geometry import Rect
from briefgen.parts.context import Context
from briefgen.parts.graphics.drawing import (
    Drawing,
    Label,
    Point,
    Scale,
    close,
    is_wide,
    listed,
    on_a_line,
    opened,
    width_of,
)
from briefgen.parts.graphics.squares import height_of_squares, squares
from briefgen.parts.text import label
from briefgen.record import replace
from briefgen.scene.items import Item
from briefgen.scene.names import Name

LEAST, MOST = 2, 7
# So many squares the greatest figure may take: of few figures, and of more than `_FEW`.
_MANY_SQUARES, _SQUARES, _FEW = 40, 20, 4
# How many squares a row may have; and the share of a wide room that names take at most, in 1/100.
_ROWS = (10, 15, 20, 25, 30, 40)
_NAMES = 32
# In a room as wide as so many hanzi of a name, names stand beside their squares.
_ROOMY = 20
# Rows of ten are preferred where their squares have this share of the largest side, in 1/100.
_TENS = 92


def draw(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> Drawing:
    """A row for each figure: its name and numeral above its squares, in a wide room beside them."""
    values = [amount(ctx.figure(point.figure).quantity) for point in points]
    each = unit_of(max(values), _MANY_SQUARES if len(points) <= _FEW else _SQUARES)
    counts = [value / each for value in values]
    key = _key(ctx, points[0], each)
    foot = scale.notes[-2].leading
    area = Rect(rect.x, rect.y, rect.w, rect.h - foot - scale.gap)
    roomy = is_wide(rect) and rect.w >= _ROOMY * scale.names[0].size
    placed = _beside if roomy else _below
    marks: list[Item] = []
    labels = []
    across, rooms = placed(ctx, points, counts, area, scale)
    rows = zip(points, counts, rooms, strict=True)
    for number, (point, count, (place, field, inline)) in enumerate(rows, 1):
        words = Label(point=point, number=number, rect=place, inline=inline)
        lower = not roomy and _lower(ctx, points)
        labels.append(replace(words, anchor="bottom", down=1) if lower else words)
        whole = int(count.to_integral_value(ROUND_CEILING))
        colour: Token = "primary" if values[number - 1] == max(values) else "ink2"
        marks += squares(number, field, across, count, whole, colour)
    x = rooms[0][1].x
    at = opened(ctx, Rect(x, rect.bottom - foot, rect.right - x, foot), scale.notes[-2], "middle")
    marks.append(
        label(
            ctx,
            Name("square-key"),
            at,
            key,
            scale.notes[-2],
            colour="ink2",
            anchor="middle",
            lines=1,
        )
    )
    told = f"{listed(ctx, points)}{ctx.say('；', '; ')}{key}"
    return Drawing(marks=tuple(marks), labels=tuple(labels), said=told, schematic=False)


def unit_of(greatest: Decimal, most: int) -> Decimal:
    """What a square stands for where the greatest figure takes at most so many.

    >>> unit_of(Decimal("260000000000"), 40) == 10**10, unit_of(Decimal(7), 40)
    (True, Decimal('0.2'))
    """
    power = Decimal(1).scaleb((greatest / most).adjusted())
    return next(power * n for n in (1, 2, 5, 10) if greatest / (power * n) <= most)


# How many squares a row has; for each point the place of its words, that of its squares (EMU), and
# whether its words are one line.
_Placed = tuple[int, list[tuple[Rect, Rect, bool]]]


def _below(
    ctx: Context, points: Sequence[Point], counts: Sequence[Decimal], area: Rect, scale: Scale
) -> _Placed:
    """Squares below their words; on a slide few words have room for a second line above them."""
    few = len(points) <= _FEW
    head = scale.names[0 if few else -1].leading
    gap, under = (scale.gap, scale.gap // 2) if few else (scale.gap // 3, 0)
    if _lower(ctx, points):
        head, gap = 2 * close(scale.names[1]), 0
    room = area.h - len(points) * (head + under) - (len(points) - 1) * gap
    across, width = _fitted(counts, area.w, room)
    tall = [height_of_squares(width, across, ceil(count / across)) for count in counts]
    y = area.y + max(0, room - sum(tall)) // 2
    rooms = []
    for high in tall:
        place = Rect(area.x, y, area.w, head)
        field = Rect(area.x, place.bottom + under, width, high)
        rooms.append((place, field, True))
        y = field.bottom + gap
    return across, rooms


def _lower(ctx: Context, points: Sequence[Point]) -> bool:
    """Whether words above squares stand at the foot of places as high as two lines."""
    return ctx.medium == "deck" and len(points) <= _FEW


def _beside(
    ctx: Context, points: Sequence[Point], counts: Sequence[Decimal], area: Rect, scale: Scale
) -> _Placed:
    """Squares to the right of their words."""
    rows = area.rows(len(points), scale.gap)
    high = rows[0].h
    inline = high < scale.names[-2].leading * 2
    step = scale.names[-1 if inline else 0]
    words = [on_a_line(ctx, p) if inline else p.text for p in points]
    words += [] if inline else [str(ctx.shown(p.figure)) for p in points]
    names = min(area.w * _NAMES // 100, max(width_of(ctx, each, step) for each in words))
    left = area.x + names + scale.gap
    width = area.right - left
    one = ceil(max(counts))
    across = _in_rows(max(counts), width, high) if len(points) < _FEW - 1 else max(one, _ROWS[0])
    width = min(width, high // ceil(max(counts) / across) * across)
    rooms = []
    for count, row in zip(counts, rows, strict=True):
        tall = height_of_squares(width, across, ceil(count / across))
        field = Rect(left, row.y + (row.h - tall) // 2, width, tall)
        rooms.append((Rect(area.x, row.y, names, row.h), field, inline))
    return across, rooms


def _in_rows(most: Decimal, width: int, height: int) -> int:
    """The fewest squares in rows of a width at which the greatest figure keeps to a height."""
    for across in _ROWS:
        if height_of_squares(width, across, ceil(most / across)) <= height:
            return across
    return _ROWS[-1]


def _fitted(counts: Sequence[Decimal], width: int, height: int) -> tuple[int, int]:
    """How many squares a row has, and how wide the rows are: tens, which are easily counted, where
    squares are not much smaller for that; else so that these are largest."""

    def side(across: int) -> int:
        return min(width // across, height // sum(ceil(count / across) for count in counts))

    best = max(_ROWS, key=lambda across: (side(across), -across))
    if side(_ROWS[0]) * 100 >= side(best) * _TENS:
        best = _ROWS[0]
    return best, side(best) * best


def _key(ctx: Context, point: Point, each: Decimal) -> str:
    """What a square stands for, in words."""
    unit = ctx.figure(point.figure).quantity.unit
    digits, scale = write_chinese(each)
    shown = str(display(read(f"{digits}{scale}{unit}"), ctx.brief.tag))
    return ctx.say(f"每格{shown}", f"Each square: {shown}")
