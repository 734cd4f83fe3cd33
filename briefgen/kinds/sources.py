"""Turn the figures that a deck shows into the list of the sentences they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from briefgen.geometry import pt
from briefgen.kinds.base import Kind
from briefgen.outline.model import Slide, Text, words
from briefgen.outline.rules import Doc
from briefgen.parts.context import Context, in_language
from briefgen.parts.frame import framed
from briefgen.parts.spread import numbered_title, page_id
from briefgen.parts.text import Wanted, set_box, set_in
from briefgen.parts.trail import file_rows
from briefgen.scene.items import Page, Slot
from briefgen.scene.layouts import BODY_NOTED, GUTTER
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph, Run, Style


@dataclass(frozen=True)
class Sources:
    """Every figure of the deck with its quote, generated; split over as many slides as it takes."""

    note: Annotated[Text | None, Doc("Instead of the sources' titles, in one line.")] = None


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, Sources)
    title = slide.title
    if not str(title):
        title = words(
            ctx.say("每个数字都有出处", "Every figure and the sentence it stands on"), slide.mark
        )
    columns = BODY_NOTED.columns(2, GUTTER + pt(8))
    filled: list[list[Paragraph]] = [[]]
    height = 0
    entries = [_entry(ctx, id) for id in ctx.shown_elsewhere if id in ctx.brief.figures]
    entries += [_file_entry(ctx, *named) for named in file_rows(ctx, ctx.shown_elsewhere)]
    for entry in entries:
        tall = set_in(ctx, (entry,), columns[0].w).height + entry.before
        if filled[-1] and height + tall > columns[0].h:
            filled.append([])
            height = 0
        filled[-1].append(entry)
        height += tall
    sheets = [filled[i : i + 2] for i in range(0, len(filled), 2)]
    pages = []
    for number, sheet in enumerate(sheets, 1):
        boxes = []
        for index, (paragraphs, rect) in enumerate(zip(sheet, columns, strict=False), 1):
            want = Wanted(
                f"出处 {index}", rect, lambda level, short, p=tuple(paragraphs): p,  # type: ignore[misc]
                Slot("body", index), mark=slide.mark,
            )  # fmt: skip
            if paragraphs:
                boxes.append(set_box(ctx, want))
        many = len(sheets) > 1
        name = numbered_title(ctx, title, number, len(sheets)) if many else title
        id = page_id(slide.id, number)
        note = fields.note or _publisher(ctx)
        pages.append(framed(ctx, slide, "two", boxes, note=note, name=name, id=id))
    return tuple(pages)


def _entry(ctx: Context, id: str) -> Paragraph:
    """What the figure is and reads, then the words it stands on."""
    step, figure = DECK["source"], ctx.figure(id)
    strong, plain = Style(step.size, True, "primary"), Style(step.size, False, "ink")
    label = in_language(figure.label, ctx.language)
    if figure.kind == "derived":
        ground = ctx.say("据原文推算", "derived from the source")
    else:
        ground = ctx.quoted(id)
    gap = ctx.say("　", "  ")
    runs = (
        Run(f"{label}{gap}", plain),
        Run(str(ctx.shown(id)), strong, id),
        Run(gap + ground, Style(step.size, False, "ink2")),
    )
    return Paragraph(runs, step.leading, before=pt(5))


def _file_entry(ctx: Context, file: str, rows: str) -> Paragraph:
    """A data file and the rows that are shown of it."""
    step = DECK["source"]
    runs = (
        Run(file, Style(step.size, True, "primary")),
        Run(ctx.say("　", "  ") + rows, Style(step.size, False, "ink2")),
    )
    return Paragraph(runs, step.leading, before=pt(5))


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


KIND = Kind("sources", Sources, compose, title="optional", generated=True)
