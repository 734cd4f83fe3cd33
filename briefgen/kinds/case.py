"""Turn an image and what it proves into a case: the picture, its facts, whose picture it is."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Image, Measure, Ref, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.figure_table import ROWS, figure_rows, figure_stack
from briefgen.parts.frame import fill, framed, slot
from briefgen.parts.kpi import Numeral
from briefgen.parts.picture import picture
from briefgen.parts.ruled import ruled
from briefgen.parts.status import statuses
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Table
from briefgen.scene.layouts import CASE_CREDIT, CASE_FACTS, CASE_PICTURE
from briefgen.scene.things import Named

# How high the figure stands: above one fact or two, or below the picture beside three of them.
_ABOVE, _BELOW = (pt(164), pt(120)), pt(84)
# How far the words are from the picture, beyond the gutter; the credit from what is below it.
_APART, _GAP = pt(24), pt(8)
_MOST = 3
# The first of the placeholders of the facts, behind those of the layout.
_FACTS = 4


class _Places(Record):
    """Where the picture, its credit, the figure and the facts stand."""

    picture: Rect
    credit: Rect
    figure: Rect
    facts: Rect


class Case(Record):
    """An image with up to three facts beside it, perhaps one of them a figure set large."""

    image: Annotated[Image, Doc("The picture: {file, alt, credit, focus}.")]
    facts: Annotated[tuple[Measure, ...], Length(1, 3), Doc("What it shows: {head, text}.")]
    figure: Annotated[Ref | None, Doc("A figure, set large above the facts.")] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Case, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    layout = ctx.layouts["picture"]
    frame, line = slot(layout, "picture"), slot(layout, "body", 3)
    places, figure = _places(fields), fields.figure
    items: list[Item] = [picture(ctx, fields.image, frame.name, places.picture, frame.slot)]
    if figure:
        items.append(_numeral(ctx, fields, figure.id, places.figure))
    goes_on = figure is not None and not _is_below(fields)
    items += ruled(ctx, fields.facts, places.facts, _FACTS, below=goes_on)
    if fields.image.credit:
        there = replace(line, rect=places.credit)
        items.append(fill(ctx, there, fields.image.credit, lines=1))
    marks = statuses(ctx, [figure.id] if figure else [])
    return (framed(ctx, slide, "picture", items, note=fields.note, marks=marks),)


def _numeral(ctx: Context, fields: Case, id: str, place: Rect) -> Table:
    if not _is_below(fields):
        return figure_stack(ctx, [Numeral(id)], place, scales=ROWS)
    return figure_rows(ctx, [Numeral(id)], place, lines=1 if ctx.chinese else 2)


def _is_below(fields: Case) -> bool:
    """Whether the figure stands below the picture: beside it, three facts take all the height."""
    return len(fields.facts) == _MOST


def _places(fields: Case) -> _Places:
    facts = CASE_FACTS.inset(_APART, 0, 0, 0)
    below = fields.figure is not None and _is_below(fields)
    foot = _BELOW if below else 0
    low = Rect(CASE_PICTURE.x, facts.bottom - foot, CASE_PICTURE.w, foot)
    over = foot + (_GAP if below else 0)
    shown = CASE_PICTURE.inset(0, 0, 0, over)
    if not fields.image.credit:
        shown = replace(shown, h=facts.h - over)
    credit = replace(CASE_CREDIT, y=CASE_CREDIT.y - over)
    if below or not fields.figure:
        return _Places(shown, credit, low, facts)
    high = _ABOVE[len(fields.facts) - 1]
    return _Places(shown, credit, replace(facts, h=high), facts.inset(0, high, 0, 0))


KIND = Kind(
    name="case",
    fields=Case,
    compose=compose,
    called=Named("案例", "案例", "Case"),
)
