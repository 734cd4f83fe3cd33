"""Turn two sides into a comparison."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Slide, Text
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.text import Wanted, para, set_boxes
from briefgen.record import Record
from briefgen.scene.items import Item, Page, Slot
from briefgen.scene.layouts import BODY, BODY_NOTED, GUTTER
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.markers import Bullet
from briefgen.typography.text import Paragraph

# Sizes of the points and the space between them: few points stand large and wide apart.
_STEPS = (
    (DECK["lead"], pt(30)),
    (DECK["head"], pt(26)),
    (DECK["body"], pt(22)),
    (DECK["body"], pt(14)),
    (DECK["dense"], pt(12)),
    (DECK["dense"], pt(6)),
)


class Side(Record):
    """One side: its head and its points."""

    head: Annotated[Text, Doc("What this side is called.")]
    points: Annotated[tuple[Text, ...], Length(1, 5), Doc("What there is to say of it.")]


class Compare(Record):
    """Two sides of a matter; the right one is the one that matters."""

    left: Annotated[Side, Doc("The side that is left behind: {head, points}.")]
    right: Annotated[Side, Doc("The side that matters: {head, points}.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Compare, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    area = BODY_NOTED if fields.note else BODY
    columns = area.columns(2, GUTTER)
    looks: tuple[tuple[Side, Token, Token], ...] = (
        (fields.left, "surface2", "ink"),
        (fields.right, "primary", "white"),
    )
    items: list[Item] = []
    heads = []
    bodies = []
    for number, ((one, ground, colour), rect) in enumerate(zip(looks, columns, strict=True)):
        bar = Rect(rect.x, rect.y, rect.w, pt(44))

        def head(
            level: int, short: bool, one: Side = one, colour: Token = colour
        ) -> tuple[Paragraph, ...]:
            return (para(one.head, DECK["head"], bold=True, colour=colour, short=short),)

        def points(level: int, short: bool, one: Side = one) -> tuple[Paragraph, ...]:
            size, gap = _STEPS[level]
            return tuple(
                para(p, size, strong="primary", short=short, before=gap, marker=Bullet())
                for p in one.points
            )

        heads.append(
            Wanted(
                Name("column-head", number + 1),
                bar,
                head,
                slot=Slot("body", 2 * number + 1),
                anchor="middle",
                insets=(pt(20), 0, pt(20), 0),
                fill=ground,
                lines=1,
                mark=one.head.mark,
            )
        )
        below = Rect(rect.x, bar.bottom, rect.w, rect.bottom - bar.bottom)
        bodies.append(
            Wanted(
                Name("column", number + 1),
                below,
                points,
                slot=Slot("body", 2 * number + 2),
                anchor="top",
                insets=(pt(20), pt(24), pt(20), pt(12)),
                fill="surface",
                mark=one.points[0].mark,
            )
        )
    for top, body in zip(
        set_boxes(ctx, heads), set_boxes(ctx, bodies, len(_STEPS), normal=2), strict=True
    ):
        items += (top, body)
    return (framed(ctx, slide, "grid", items, note=fields.note),)


KIND = Kind(
    name="compare", fields=Compare, compose=compose, called=Named("对比", "對比", "Comparison")
)
