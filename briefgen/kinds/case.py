"""Turn an image and what it proves into a case: the picture, its facts, whose picture it is."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Length, Says
from briefgen.brief.model import Measure, Ref, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.figure_table import closing, figure_columns, figure_rows, figure_stack
from briefgen.parts.figure_words import ROWS
from briefgen.parts.frame import fill, framed, slot
from briefgen.parts.kpi import Numeral
from briefgen.parts.placed import Placed, gallery, placed
from briefgen.parts.ruled import ruled, ruled_columns
from briefgen.parts.seen import described
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page
from briefgen.scene.layouts import case_places
from briefgen.scene.things import Named

# How high the figure stands: above one fact or two, or below the picture beside three of them.
_ABOVE, _BELOW = (pt(164), pt(120)), pt(84)
# How far the words are from the picture, beyond the gutter; the credit from what is below it.
_APART, _GAP = pt(24), pt(8)
_MOST = 3
# The first of the placeholders of the facts, behind those of the layout.
_FACTS = 4
# Facts below several pictures: how high, how far from them, and their first placeholder, behind
# those of pictures and captions.
_FOOT, _FROM, _FOOT_AT = pt(96), pt(16), 9


class _Places(Record):
    """Where the picture, its credit, the figure and the facts stand."""

    picture: Rect
    credit: Rect
    figure: Rect
    facts: Rect


class Case(Record, kw_only=True):
    """An image with up to three facts beside it, perhaps one of them a figure set large; or two to
    four images side by side, and the facts below."""

    image: Annotated[
        Placed | None, Doc("The picture: its path, or {file, alt, credit, focus, fit}.")
    ] = None
    images: Annotated[
        tuple[Placed, ...],
        Length(2, 4),
        Doc("Several, each with its caption: {file, caption, alt}."),
    ] = ()
    facts: Annotated[
        tuple[Measure, ...],
        Length(1, 3),
        Says(),
        Doc("What it shows: a text each, or {head, text}."),
    ]
    figure: Annotated[Ref | None, Doc("A figure, set large above the facts.")] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Case, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    if bool(fields.image) == bool(fields.images):
        ctx.problems.add("image-or-images", slide.mark)
        return (framed(ctx, slide, "title-only", (), note=fields.note),)
    if fields.images:
        return (_several(ctx, fields, slide),)
    assert fields.image
    return (_one(ctx, fields, described(ctx, fields.image, slide.title), slide),)


def _several(ctx: Context, fields: Case, slide: Slide) -> Page:
    """Pictures side by side, and below them the facts in columns, the figure first."""
    body = ctx.canvas.noted if fields.note else ctx.canvas.body
    said = [each.caption or (each.alt if str(each.alt) else None) for each in fields.images]
    images = [
        replace(described(ctx, image, own or slide.title), caption=own)
        for image, own in zip(fields.images, said, strict=True)
    ]
    count = len(fields.facts) + bool(fields.figure)
    high = _FOOT * count if ctx.canvas.narrow else _FOOT
    shown = gallery(ctx, images, body.inset(0, 0, 0, high + _FROM))
    foot = Rect(body.x, body.bottom - high, body.w, high)
    places = ctx.canvas.equal(foot, count, 0 if ctx.canvas.narrow else pt(24))
    items: list[Item] = [*shown]
    if fields.figure:
        items.append(figure_columns(ctx, [Numeral(fields.figure.id, told=True)], places[0]))
        places = places[1:]
    items += ruled_columns(ctx, fields.facts, places, _FOOT_AT)
    return framed(ctx, slide, "title-only", items, note=fields.note)


def _one(ctx: Context, fields: Case, image: Placed, slide: Slide) -> Page:
    layout = ctx.layouts["picture"]
    frame, line = slot(layout, "picture"), slot(layout, "body", 3)
    places, figure = _places(ctx, fields, bool(image.credit)), fields.figure
    items: list[Item] = [placed(ctx, image, 0, places.picture, frame.slot)]
    if figure:
        items += _numeral(ctx, fields, figure.id, places.figure)
    goes_on = figure is not None and not _is_below(fields)
    items += ruled(ctx, fields.facts, places.facts, _FACTS, below=goes_on)
    if image.credit:
        items.append(fill(ctx, replace(line, rect=places.credit), image.credit, lines=1))
    return framed(ctx, slide, "picture", items, note=fields.note)


def _numeral(ctx: Context, fields: Case, id: str, place: Rect) -> tuple[Item, ...]:
    if _is_below(fields):
        made = figure_rows(ctx, [Numeral(id, told=True)], place, lines=1 if ctx.chinese else 2)
    else:
        made = figure_stack(ctx, [Numeral(id, told=True)], place, scales=ROWS)
    return (made, *closing(made, place))


def _is_below(fields: Case) -> bool:
    """Whether the figure stands below the picture: beside it, three facts take all the height."""
    return len(fields.facts) == _MOST


def _places(ctx: Context, fields: Case, credited: bool) -> _Places:
    picture, credit, facts = case_places(ctx.canvas)
    facts = facts if ctx.canvas.narrow else facts.inset(_APART, 0, 0, 0)
    below = fields.figure is not None and _is_below(fields)
    foot = _BELOW if below else 0
    low = Rect(picture.x, facts.bottom - foot, picture.w, foot)
    over = foot + (_GAP if below else 0)
    shown = picture.inset(0, 0, 0, over)
    if not credited:
        shown = replace(shown, h=facts.h - over)
    credit = replace(credit, y=credit.y - over)
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
