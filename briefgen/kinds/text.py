"""Turn one to four paragraphs into a slide, with a picture or a figure beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length, Says
from briefgen.brief.model import Cell, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import lowered, room_from, set_growing, set_spread
from briefgen.parts.hero import hero
from briefgen.parts.kpi import Numeral
from briefgen.parts.placed import Placed, gallery, largest
from briefgen.parts.prose import LOOKS, NORMAL, prose, split
from briefgen.parts.seen import described
from briefgen.parts.spread import spread
from briefgen.parts.text import Wanted, lines_in
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Slot
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import step
from briefgen.typography.text import Paragraph

# Few words stand on a panel, so far from its edges.
_EDGES = (pt(24), pt(24), pt(24), pt(24))
# The steps of few words on a panel: of a sentence or two, large as a call. The first are larger
# than titles, the last is for none.
_CALLS = ((step(36, 54), pt(24)), (step(30, 46), pt(24)), (step(26, 42), pt(24)), *LOOKS[:4])
_OVER = 2
# The columns of text and of what is beside it; a picture may have more.
_SHARES = ((7, 5), (6, 6), (5, 7), (4, 8))
# What stands beside the text has the placeholders from this one on; paragraphs on one slide.
_BESIDE, _MOST = 2, 4


class Prose(Record):
    """One to four paragraphs, perhaps with a picture or a figure beside them; more go on."""

    text: Annotated[
        tuple[Text, ...],
        Length(1, 12),
        Says(),
        Doc("A paragraph, or a list of them; lines are paragraphs."),
    ]
    image: Annotated[
        Placed | None, Doc("A picture beside: its path, or {file, caption, alt, credit, fit}.")
    ] = None
    figure: Annotated[Cell | None, Doc("A figure beside: its id, or {figure, label, note}.")] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Prose, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    if fields.image and fields.figure:
        ctx.problems.add("text-beside-twice", slide.mark)
        fields = replace(fields, figure=None)
    area = ctx.canvas.noted if fields.note or fields.figure else ctx.canvas.body

    def page(ctx: Context, slide: Slide, part: Sequence[Text]) -> Page:
        places = _places(ctx, part, fields.image, area)
        beside = _beside(ctx, fields, slide, places[1])
        items = (*_text(ctx, part, places[0] if beside else area, bool(beside)), *beside)
        return framed(ctx, slide, "title-only", items, note=fields.note)

    return spread(ctx, slide, split(fields.text), _MOST, page)


def _text(ctx: Context, part: Sequence[Text], place: Rect, beside: bool) -> Sequence[Item]:
    """The paragraphs as one placeholder: few words alone on a panel, large."""
    plain = _plain(part, place)
    if beside:
        return set_spread(ctx, [replace(plain, anchor="middle")], len(LOOKS), NORMAL, running=True)

    # What is larger than a title is a call, of two lines at the most.
    width = place.w - _EDGES[0] - _EDGES[2]
    large = (n for n in range(_OVER) if lines_in(ctx, prose(part, _CALLS[n], False), width) <= 2)
    calls = _CALLS[next(large, _OVER) :]

    def called(level: int, short: bool) -> tuple[Paragraph, ...]:
        return prose(part, calls[level], short)

    panel = [replace(plain, make=called, anchor="middle", insets=_EDGES, fill="surface")]
    if room_from(ctx, panel, len(calls)) < len(calls) - 1:
        return lowered(ctx, set_growing(ctx, panel, len(calls)), place)[0]
    return set_spread(ctx, [plain], len(LOOKS), NORMAL, running=True)


def _plain(part: Sequence[Text], place: Rect) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return prose(part, LOOKS[level], short)

    return Wanted(Name("body"), place, make, slot=Slot("body", 1), mark=part[0].mark)


def _places(
    ctx: Context, part: Sequence[Text], image: Placed | None, area: Rect
) -> tuple[Rect, Rect]:
    """Where the text stands, and what is beside it or below: a picture has more room where that
    shows it larger, and the text has enough."""
    places = [_halves(ctx, area, *shares) for shares in _SHARES]
    if image is None or ctx.canvas.narrow:
        return places[0]
    steps = len(LOOKS)
    kept = [
        at for at in places if room_from(ctx, [_plain(part, at[0])], steps) <= NORMAL
    ] or places[:1]
    return kept[largest(ctx, image, [place for _, place in kept])]


def _halves(ctx: Context, area: Rect, wide: int, beside: int) -> tuple[Rect, Rect]:
    text, other = ctx.canvas.beside(area, wide, beside)
    if ctx.canvas.narrow:
        return text, other
    return text.inset(0, 0, pt(8), 0), other.inset(pt(8), 0, 0, 0)


def _beside(ctx: Context, fields: Prose, slide: Slide, place: Rect) -> Sequence[Item]:
    """What stands right of the text, as high as the body."""
    if fields.image:
        image = described(ctx, fields.image, fields.image.caption or slide.title)
        return gallery(ctx, [image], place, _BESIDE)
    if fields.figure is None:
        return ()
    own = fields.figure
    return hero(ctx, Numeral(own.figure.id, own.label, own.note), place, _BESIDE, told=True)


KIND = Kind(
    name="text",
    fields=Prose,
    compose=compose,
    called=Named("文字", "文字", "Text"),
)
