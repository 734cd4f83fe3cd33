"""Turn tiers from the top down into a pyramid, and what each of them means beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length, Says
from briefgen.brief.model import Measure, Slide, Text
from briefgen.colours import Fill
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import set_growing, step_of
from briefgen.parts.text import Wanted, label, para
from briefgen.record import Record
from briefgen.scene.canvas import column
from briefgen.scene.items import Group, Item, Move, Page, Rule, Shape, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

_STEPS = (
    (DECK["lead"], DECK["head"]),
    (DECK["lead"], DECK["body"]),
    (DECK["head"], DECK["dense"]),
    (DECK["body"], DECK["dense"]),
    (DECK["dense"], DECK["small"]),
)
_NORMAL = 2
# Between two tiers; how far the words are from the pyramid.
_GAP, _APART = pt(4), pt(24)
# The outline of the tiers, whose grounds alone are faint; how far the top's number stands down, of
# its height: in the middle of a triangle.
_EDGE, _DOWN = Stroke("muted", pt(0.75)), 0.3


class Pyramid(Record):
    """Three to six tiers, the narrowest on top, each with its head and what it means beside it."""

    tiers: Annotated[
        tuple[Measure, ...],
        Length(3, 6),
        Says(),
        Doc("From the top: a text each, or {head, text}."),
    ]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Pyramid, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    area = ctx.canvas.over(fields.note is not None)
    left, right = column(0, 6, area), column(6, 6, area)
    rows = area.rows(len(fields.tiers), _GAP)
    wanted = [
        _words(n, tier, Rect(right.x + _APART, row.y, right.w - _APART, row.h))
        for n, (tier, row) in enumerate(zip(fields.tiers, rows, strict=True), 1)
    ]
    words = set_growing(ctx, wanted, len(_STEPS), _NORMAL)
    drawing = [_tier(left, row, number) for number, row in enumerate(rows, 1)]
    numbers = [
        label(
            ctx,
            Name("ordinal", n),
            Rect(left.x, row.y, left.w, row.h).inset(0, round(row.h * _DOWN) * (n == 1), 0, 0),
            str(n),
            step_of(words, [head for head, _ in _STEPS]),
            bold=True,
            colour="white" if n == 1 else "ink",
            align="center",
            anchor="middle",
        )
        for n, row in enumerate(rows, 1)
    ]
    told = ctx.say("、", ", ").join(str(tier.head) for tier in fields.tiers)
    alt = ctx.say(f"金字塔，自上而下：{told}", f"Pyramid from the top: {told}")
    items: list[Item] = [Group(Name("pyramid"), (*drawing, *numbers), alt)]
    items += [*_lines(left, right, rows), *words]
    return (framed(ctx, slide, "title-only", items, note=fields.note),)


def _edges(place: Rect, y: int) -> tuple[int, int]:
    """The left and the right edge of the pyramid that fills a place, at a height."""
    half = place.w * (y - place.y) // (2 * place.h)
    middle = place.x + place.w // 2
    return middle - half, middle + half


def _tier(place: Rect, row: Rect, number: int) -> Shape:
    """A slice of the pyramid: the top in the accent, the others the lighter the lower."""
    (a, b), (c, d) = _edges(place, row.y), _edges(place, row.bottom)
    corners = ((a, row.y), (b, row.y), (d, row.bottom), (c, row.bottom))
    path = (Move("M", (corners[0],)), *(Move("L", (each,)) for each in corners[1:]), Move("Z"))
    fill: Fill = "primary" if number == 1 else "surface2"
    rect = Rect(c, row.y, d - c, row.h)
    return Shape(Name("tier", number), rect, path=path, fill=fill, stroke=_EDGE)


def _lines(left: Rect, right: Rect, rows: Sequence[Rect]) -> list[Item]:
    """A hairline from the foot of each tier but the last to the end of its words."""
    made: list[Item] = []
    for number, row in enumerate(rows[:-1], 1):
        y = row.bottom + _GAP // 2
        start = _edges(left, y)[1] + pt(4)
        made.append(Rule(Name("rule", number), start, y, right.right, y, Stroke("line", pt(0.75))))
    return made


def _words(number: int, tier: Measure, place: Rect) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        head, text = _STEPS[level]
        said = para(tier.head, head, bold=True, short=short)
        means = para(tier.text, text, strong="ink", short=short, before=pt(2), level=1)
        return (said, means) if means.runs else (said,)

    return Wanted(
        Name("point", number),
        place,
        make,
        slot=Slot("body", number),
        anchor="middle",
        mark=tier.head.mark,
    )


KIND = Kind(
    name="pyramid",
    fields=Pyramid,
    compose=compose,
    called=Named("金字塔", "金字塔", "Pyramid"),
)
