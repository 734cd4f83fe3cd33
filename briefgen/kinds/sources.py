"""Turn the figures that a deck shows into the list of the sentences they stand on: an appendix."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc
from briefgen.brief.model import Segment, Slide, Text, words
from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.figures import Source
from briefgen.kinds.base import Kind
from briefgen.outline.attached.used import shown_of
from briefgen.parts.appendix import entry, file_entry
from briefgen.parts.appendix_sheets import on_sheets, sheet_area
from briefgen.parts.context import Context, in_language, in_marks
from briefgen.parts.frame import framed
from briefgen.parts.spread import numbered_title, page_id
from briefgen.parts.table import table
from briefgen.parts.trail import grounds
from briefgen.record import Record, replace
from briefgen.scene.items import Page
from briefgen.scene.things import Named


class Sources(Record):
    """Every figure of the deck with its quote and its slides, generated; split over as many slides
    as it takes."""

    note: Annotated[Text | None, Doc("Instead of the sources' titles, in one line.")] = None


def compose(fields: Sources, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    title = slide.title
    if not str(title):
        title = words(_titled(ctx), slide.mark)
    shown = [id for id in ctx.shown_elsewhere if id in ctx.brief.figures or ctx.is_worked(id)]
    # An appendix is in no section of the talk.
    own = replace(ctx, sections=())
    entries = [entry(ctx, ids, ground) for ground, ids in grounds(ctx, shown).items()]
    entries += [file_entry(ctx, each) for each in shown_of(ctx.brief, ctx.shown_elsewhere)]
    size, grids = on_sheets(own, slide, entries)
    pages = []
    for number, grid in enumerate(grids, 1):
        name = numbered_title(ctx, title, number, len(grids)) if len(grids) > 1 else title
        pages.append(
            framed(
                own,
                slide,
                "sources",
                (table(own, grid, sheet_area(ctx), (size,)),) if grid.rows else (),
                note=_note(ctx, fields),
                name=name,
                id=page_id(slide.id, number),
                eyebrow=words(ctx.say("附录", "Appendix")),
                panes=False,
            )
        )
    return tuple(pages)


def _titled(ctx: Context) -> str:
    """What the list is called; it promises no more than it has."""
    figures = (ctx.brief.figures[id] for id in ctx.shown_elsewhere if id in ctx.brief.figures)
    if ctx.brief.let_off or any(not each.quote and not each.formula for each in figures):
        return ctx.say("数字出处", "Where the figures come from")
    return ctx.say("每个数字都有出处", "Every figure and the sentence it stands on")


def _note(ctx: Context, fields: Sources) -> Text | None:
    """The sources by name, or what the author says instead; and how many numbers that somebody
    typed were not checked."""
    note = fields.note if fields.note and str(fields.note) else _publisher(ctx)
    if note and not ctx.chinese and _in_chinese(ctx):
        note = replace(note, segments=(*note.segments, Segment("; sentences as in the original")))
    off = ctx.brief.let_off
    if not off:
        return note
    numbers = "number" if off == 1 else "numbers"
    said = ctx.say(f"另有{off}个手写的数未核对", f"{off} {numbers} typed by hand not checked")
    if note is None:
        return words(said)
    more = Segment(ctx.say("；", "; ") + said)
    return replace(note, segments=(*note.segments, more))


def _in_chinese(ctx: Context) -> bool:
    """Whether any sentence of the list is in Chinese."""
    ids = (id for id in ctx.shown_elsewhere if id in ctx.brief.figures)
    return any(has_hanzi(ctx.quote(id)) for id in ids)


def _publisher(ctx: Context) -> Text | None:
    """The sources by name."""
    named = [_named_source(ctx, source) for source in ctx.brief.sources]
    return words(ctx.say("来源：", "Source: ") + ctx.say("；", "; ").join(named)) if named else None


def _named_source(ctx: Context, source: Source) -> str:
    publisher, title = (
        in_language(each, ctx.language) for each in (source.publisher, source.title)
    )
    if ctx.chinese:
        return publisher + in_marks(title) + ("（本单位数据）" if source.own else "")
    between = ", " if publisher else ""
    own = " (own data)" if source.own else ""
    return f"{publisher}{between}{ctx.brief.quoted(title)}{own}"


KIND = Kind(
    name="sources",
    fields=Sources,
    compose=compose,
    title="optional",
    generated=True,
    called=Named("出处", "出處", "Sources"),
)
