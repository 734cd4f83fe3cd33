"""Turn the figures that a deck shows into the list of the sentences they stand on: an appendix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc
from briefgen.brief.model import Slide, Text, words
from briefgen.geometry import pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context, in_language
from briefgen.parts.frame import framed
from briefgen.parts.spread import numbered_title, page_id
from briefgen.parts.table import Grid, heights_of_rows, table
from briefgen.parts.text import para
from briefgen.parts.trail import file_rows, grounds
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Page
from briefgen.scene.layouts import BODY_NOTED
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import step
from briefgen.typography.text import Paragraph, Run, Style

# What the figures read, what they are, the words they stand on, and on which slides they are.
Entry = tuple[tuple[Paragraph, ...], ...]

# The table stands higher than other bodies, below a title of one line; so wide are its columns;
_AREA = BODY_NOTED.inset(0, pt(-28), 0, 0)
# in English numbers and names are longer.
_WIDTHS, _WIDTHS_LATIN = (150, 176, 460, 78), (162, 202, 440, 60)
_TYPE, _PAD = step(12, 15), pt(3)


class Sources(Record):
    """Every figure of the deck with its quote and its slides, generated; split over as many slides
    as it takes."""

    note: Annotated[Text | None, Doc("Instead of the sources' titles, in one line.")] = None


def compose(fields: Sources, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    title = slide.title
    if not str(title):
        title = words(
            ctx.say("每个数字都有出处", "Every figure and the sentence it stands on"), slide.mark
        )
    shown = [id for id in ctx.shown_elsewhere if id in ctx.brief.figures]
    entries = [_entry(ctx, ids, ground) for ground, ids in grounds(ctx, shown).items()]
    entries += [_file_entry(ctx, *named) for named in file_rows(ctx, ctx.shown_elsewhere)]
    # An appendix is in no section of the talk.
    own = replace(ctx, sections=())
    sheets = _sheets(own, slide, entries) or [()]
    pages = []
    for number, sheet in enumerate(sheets, 1):
        name = numbered_title(ctx, title, number, len(sheets)) if len(sheets) > 1 else title
        pages.append(
            framed(
                own,
                slide,
                "sources",
                (table(own, _grid(ctx, slide, sheet), _AREA, (_TYPE,)),) if sheet else (),
                note=fields.note if fields.note and str(fields.note) else _publisher(ctx),
                name=name,
                id=page_id(slide.id, number),
                eyebrow=words(ctx.say("附录", "Appendix")),
            )
        )
    return tuple(pages)


def _grid(ctx: Context, slide: Slide, entries: Sequence[Entry]) -> Grid:
    header = (
        ctx.say("数字", "Figure"),
        ctx.say("指标", "What it is"),
        ctx.say("原句", "Sentence"),
        ctx.say("页", "Slides"),
    )
    return Grid(
        name=Name("evidence"),
        header=header,
        rows=entries,
        widths=_WIDTHS if ctx.chinese else _WIDTHS_LATIN,
        alt=ctx.say("数字与报道原句对照表", "Figures and the sentences they stand on"),
        right=(3,),
        mark=slide.mark,
        even=False,
        pad=_PAD,
    )


def _sheets(ctx: Context, slide: Slide, entries: Sequence[Entry]) -> list[tuple[Entry, ...]]:
    """The entries on as few pages as they need, in order, as even as they can be."""
    grid = _grid(ctx, slide, entries)
    quiet = replace(ctx, problems=Problems())
    head, *tall = heights_of_rows(quiet, grid, _AREA.w, _TYPE)

    def cut(most: int) -> list[tuple[Entry, ...]]:
        sheets: list[list[Entry]] = []
        height = most + 1
        for entry, own in zip(entries, tall, strict=True):
            if height + own > most:
                sheets.append([])
                height = head
            sheets[-1].append(entry)
            height += own
        return [tuple(sheet) for sheet in sheets]

    fewest = cut(_AREA.h)
    heights = range(_AREA.h // 4, _AREA.h, _TYPE.leading)
    return next((sheets for h in heights if len(sheets := cut(h)) <= len(fewest)), fewest)


def _entry(ctx: Context, ids: Sequence[str], ground: str) -> Entry:
    """What the figures read, what they are, the words they stand on, and their slides."""
    strong, plain = Style(_TYPE.size, True, "ink"), Style(_TYPE.size, False, "ink2")
    numbers: list[Run] = []
    between = ctx.say("、", ", ")
    for id in ids:
        numbers += [Run(between, plain)] if numbers else []
        numbers.append(Run(str(ctx.shown(id)), strong, id))
    labels = ctx.say("；", "; ").join(
        dict.fromkeys(in_language(ctx.figure(id).label, ctx.language) for id in ids)
    )
    return (
        (Paragraph(tuple(numbers), _TYPE.leading),),
        (para(labels, _TYPE),),
        (para(ground, _TYPE, colour="ink2"),),
        (_pages(ctx, ids),),
    )


def _pages(ctx: Context, ids: Sequence[str]) -> Paragraph:
    """The numbers of the slides that show any of the figures, each leading to its slide."""
    style = Style(_TYPE.size, False, "primary")
    found = dict.fromkeys(page for id in ids for page in ctx.shown_on.get(id, ()))
    runs: list[Run] = []
    for id, number in sorted(found, key=lambda page: page[1]):
        runs += [Run(ctx.say("、", ", "), Style(_TYPE.size, False, "ink2"))] if runs else []
        runs.append(Run(str(number), style, link=f"page:{id}"))
    return Paragraph(tuple(runs), _TYPE.leading, "right")


def _file_entry(ctx: Context, file: str, rows: str) -> Entry:
    """A data file and the rows that are shown of it."""
    what = ctx.say("数据文件", "Data file")
    return (
        (para(file, _TYPE, bold=True),),
        (para(what, _TYPE),),
        (para(rows, _TYPE, colour="ink2"),),
        (),
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
