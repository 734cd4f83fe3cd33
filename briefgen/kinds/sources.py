"""Turn the figures that a deck shows into the list of the sentences they stand on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated

from briefgen.brief.hints import Doc
from briefgen.brief.model import Slide, Text, words
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context, in_language
from briefgen.parts.frame import framed, lines_at, slot
from briefgen.parts.spread import numbered_title, page_id
from briefgen.parts.text import Wanted, para, set_box, set_in
from briefgen.parts.trail import file_rows, grounds
from briefgen.record import Record, replace
from briefgen.scene.items import Page, Slot, TextBox
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Paragraph, Run, Style

# What figures are and read, and below it the words they stand on.
Entry = tuple[Paragraph, ...]

# How far entries stand apart, by the room there is.
_GAPS = (pt(14), pt(11), pt(8), pt(6), pt(4))


class Sources(Record):
    """Every figure of the deck with its quote, generated; split over as many slides as it takes."""

    note: Annotated[Text | None, Doc("Instead of the sources' titles, in one line.")] = None


def compose(fields: Sources, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    title = slide.title
    if not str(title):
        title = words(
            ctx.say("每个数字都有出处", "Every figure and the sentence it stands on"), slide.mark
        )
    layout = _layout(ctx, title)
    columns = [slot(layout, "body", index).rect for index in (1, 2)]
    shown = [id for id in ctx.shown_elsewhere if id in ctx.brief.figures]
    entries = [_entry(ctx, ids, ground) for ground, ids in grounds(ctx, shown).items()]
    entries += [_file_entry(ctx, *named) for named in file_rows(ctx, ctx.shown_elsewhere)]
    filled = _columns(ctx, entries, columns[0])
    sheets = [filled[i : i + 2] for i in range(0, len(filled), 2)]
    pages = []
    for number, sheet in enumerate(sheets, 1):
        both = enumerate(zip(sheet, columns, strict=False), 1)
        boxes = [_box(ctx, slide, index, own, rect) for index, (own, rect) in both if own]
        many = len(sheets) > 1
        name = numbered_title(ctx, title, number, len(sheets)) if many else title
        id = page_id(slide.id, number)
        note = fields.note or _publisher(ctx)
        pages.append(framed(ctx, slide, layout.id, boxes, note=note, name=name, id=id))
    return tuple(pages)


def _box(
    ctx: Context, slide: Slide, index: int, paragraphs: tuple[Paragraph, ...], rect: Rect
) -> TextBox:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return paragraphs

    want = Wanted(Name("evidence", index), rect, make, slot=Slot("body", index), mark=slide.mark)
    return set_box(ctx, want)


def _layout(ctx: Context, title: Text) -> Layout:
    """The layout with the taller columns, or that with the taller title."""
    own = ctx.layouts["sources"]
    at = slot(own, "title")
    many = numbered_title(ctx, title, 9, 9)
    short = lines_at(ctx, at, many, Step(at.style.size, at.leading)) == 1
    return own if short else ctx.layouts["two"]


def _columns(ctx: Context, entries: Sequence[Entry], column: Rect) -> list[tuple[Paragraph, ...]]:
    """The entries in as few columns as they need, two a page, as even as they can be, and as far
    apart as they may be in these."""
    heights = [set_in(ctx, entry, column.w).height for entry in entries]

    def starts(gap: int, high: int) -> list[int]:
        """Where columns begin that are at most `high`."""
        found, height = [], high + 1
        for number, tall in enumerate(heights):
            if height + gap + tall > high:
                found.append(number)
                height = -gap
            height += gap + tall
        return found

    most = -(-len(starts(_GAPS[-1], column.h)) // 2) * 2
    gap = next(gap for gap in _GAPS if len(starts(gap, column.h)) <= most)
    step = DECK["small"].leading // 2
    high = next((h for h in range(step, column.h, step) if len(starts(gap, h)) <= most), column.h)
    cuts = [*starts(gap, high), len(entries)]
    return [
        tuple(
            paragraph
            for first, *rest in entries[a:b]
            for paragraph in (replace(first, before=gap), *rest)
        )
        for a, b in pairwise(cuts)
    ]


def _entry(ctx: Context, ids: Sequence[str], ground: str) -> Entry:
    """What the figures are and read, and below it the words they stand on."""
    step = DECK["small"]
    strong, plain = Style(step.size, True, "primary"), Style(step.size, False, "ink")
    runs: list[Run] = []
    for id in ids:
        label = in_language(ctx.figure(id).label, ctx.language)
        runs += [Run("；" if ctx.chinese else "; ", plain)] if runs else []
        runs += [Run(f"{label} ", plain), Run(str(ctx.shown(id)), strong, id)]
    return Paragraph(tuple(runs), step.leading), para(ground, step, colour="ink2")


def _file_entry(ctx: Context, file: str, rows: str) -> Entry:
    """A data file and the rows that are shown of it."""
    step = DECK["small"]
    return (
        para(file, step, bold=True, colour="primary"),
        para(rows, step, colour="ink2"),
    )


def _publisher(ctx: Context) -> Text | None:
    """The sources by name, for the foot of the slide."""
    named = [
        f"{in_language(s.publisher, ctx.language)}《{in_language(s.title, ctx.language)}》"
        if ctx.chinese
        else f"{in_language(s.publisher, ctx.language)}, "
        + ctx.brief.quoted(in_language(s.title, ctx.language))
        for s in ctx.brief.sources
    ]
    return words(ctx.say("来源：", "Source: ") + ctx.say("；", "; ").join(named)) if named else None


KIND = Kind(
    name="sources",
    fields=Sources,
    compose=compose,
    title="optional",
    generated=True,
    called=Named("出处", "出處", "Sources"),
)
