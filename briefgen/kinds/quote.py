"""Turn verbatim words of a source into a slide of their own."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Names, Verbatim
from briefgen.brief.model import Slide, Text, words
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed, slot
from briefgen.parts.spread import said_too
from briefgen.parts.text import Wanted, para, set_box
from briefgen.record import Record
from briefgen.scene.items import Item, Move, Page, Shape
from briefgen.scene.layouts import quote_places
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.text import Paragraph

_SIZES: tuple[Step, ...] = (step(40, 58), DECK["display"], step(32, 46), DECK["title"])
# The opening mark: two slanted strokes, in points from its place.
_STROKES = (((16, 0), (0, 40), (14, 40), (22, 0)), ((40, 0), (24, 40), (38, 40), (46, 0)))


class Quote(Record):
    """Words as they stand in the source, up to about 60 characters, and whose they are."""

    text: Annotated[Text, Verbatim("source"), Doc("The words, as they stand in the source.")]
    attribution: Annotated[Text | None, Doc("Whose words they are.")] = None
    source: Annotated[
        str, Names("source"), Doc("The source's id; may be left out where there is one.")
    ] = ""
    note: Annotated[Text | None, Doc("Where they stand, for the speaker's notes.")] = None


def compose(fields: Quote, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    layout = ctx.layouts["quote"]
    at = slot(layout, "body", 1)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        said = para(fields.text, _SIZES[level], bold=True, short=short)
        if not fields.attribution:
            return (said,)
        by = para(
            fields.attribution, DECK["body"], colour="ink2", before=pt(24), short=short, level=1
        )
        return (said, by)

    # Some templates have a place of a line or two there, and room below it.
    low = ctx.house is not None and at.rect.h * 3 < ctx.canvas.body.h
    rect = ctx.canvas.body if low else at.rect
    want = Wanted(
        at.name, rect, make, slot=at.slot, anchor=at.anchor, lines=5, mark=fields.text.mark
    )
    sign, _ = quote_places(ctx.canvas)
    items: list[Item] = [set_box(ctx, want, len(_SIZES))]
    if not ctx.house:
        items.insert(0, Shape(Name("quotation-mark"), sign, path=_opening(sign), fill="primary"))
    title = slide.title if str(slide.title) else words(ctx.say("原文摘录", "In their words"))
    spoken = said_too(slide, [fields.note]) if fields.note else slide
    return (framed(ctx, spoken, "quote", items, name=title, track=False),)


def _opening(place: Rect) -> tuple[Move, ...]:
    """The opening mark as one path: the first stroke, then the second."""
    steps: list[Move] = []
    for stroke in _STROKES:
        first, *others = ((place.x + pt(x), place.y + pt(y)) for x, y in stroke)
        steps += [Move("M", (first,)), *(Move("L", (at,)) for at in others), Move("Z")]
    return tuple(steps)


KIND = Kind(
    name="quote",
    fields=Quote,
    compose=compose,
    title="optional",
    called=Named("金句", "金句", "Quotation"),
)
