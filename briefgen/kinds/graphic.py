"""Turn a graphic, and what it shows in words, into a slide."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.graphic import Graphic, figures_of, signed
from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Measure, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.graphics.draw import graphic_items
from briefgen.parts.graphics.drawing import WHOLE, WIDE
from briefgen.parts.proof import proof
from briefgen.parts.ruled import ruled
from briefgen.parts.status import statuses
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page
from briefgen.scene.things import Named

# The first placeholder of the words beside, and of the graphic behind them.
_WORDS, _GRAPHIC = 1, 4
# So many figures have the word of their status beside them.
_TOLD = 4


class GraphicSlide(Record):
    """A drawing of what is said: an axis, steps, rings, a compass, a road, shares, progress."""

    graphic: Annotated[Graphic, Doc("Its form, its points and figures.")]
    measures: Annotated[
        tuple[Measure, ...], Length(0, 3), Doc("What it shows, beside it: {head, text}.")
    ] = ()
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: GraphicSlide, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    body = ctx.canvas.noted if fields.note or signed(fields.graphic) else ctx.canvas.body
    items: list[Item] = []
    area = body
    if fields.measures:
        area, words = ctx.canvas.beside(body, 8, 4, heights=(7, 5))
        words = words if ctx.canvas.narrow else words.inset(pt(12), 0, 0, 0)
        items += ruled(ctx, fields.measures, words, _WORDS)
    shown = signed(fields.graphic)
    # Of few figures that are alike the word stands beside each, and needs no key.
    told = len(shown) <= _TOLD and len(statuses(ctx, shown)) == 1
    found = Problems()
    drawn = _drawn(replace(ctx, problems=found), fields, slide, area, told=told)
    if told and found.fatal:
        # On one line with all else the word has no room.
        told, found = False, Problems()
        drawn = _drawn(replace(ctx, problems=found), fields, slide, area, told=False)
    ctx.problems.extend(found)
    items += drawn
    marks = statuses(ctx, shown) if drawn and not told else ()
    return (framed(ctx, slide, "title-only", items, note=fields.note, marks=marks),)


def _drawn(
    ctx: Context, fields: GraphicSlide, slide: Slide, area: Rect, *, told: bool
) -> tuple[Item, ...]:
    return graphic_items(
        ctx,
        fields.graphic,
        area,
        WIDE if fields.measures else WHOLE,
        slot=_GRAPHIC,
        labelled=True,
        ground=True,
        proof=proof(slide, figures_of(fields.graphic)),
        told=told,
    )


KIND = Kind(
    name="graphic", fields=GraphicSlide, compose=compose, called=Named("图示", "圖示", "Graphic")
)
