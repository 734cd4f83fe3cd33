"""Turn a Brief into the prints of its deck: slides alone, several on a sheet, or with notes.

The slides are those of the deck, at the size of their cells. A slide on a sheet is a group with
its id as anchor, so that links between slides and bookmarks still lead to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.brief.model import Brief, OnePage
from briefgen.geometry import Rect, mm, pt
from briefgen.pages import deck
from briefgen.pages.onepager.sheet import sheet_of
from briefgen.pages.shared import Shared
from briefgen.pages.stamp import stamped
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, label, para, set_box, set_in
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Group, Item, Page, Rule, Scene, Shape, Slot, Stroke, TextBox
from briefgen.scene.names import Name, called
from briefgen.scene.scaled import Scale
from briefgen.scene.stamp import drawn
from briefgen.scene.walk import figures
from briefgen.theme.model import Step, Theme, step
from briefgen.typography.fonts import Fonts
from briefgen.typography.text import Paragraph

_FOOT = step(8, 11)
_GAP = mm(8)
# The speaker's notes: the sizes they may have, and how far below the slide they start.
_NOTES = (step(11, 18), step(10.5, 16.5), step(10, 15.5), step(9.5, 14.5), step(9, 13.5))
_AGAIN = step(10, 14)
_BELOW = mm(7)
_RULED = mm(8)
# How many ruled lines are worth having, and how much of the width a slide beside them has, in
# percent.
_FEW, _BESIDE = 3, 58


class Grid(Record):
    """How slides stand on a sheet: columns and rows, with ruled lines beside each or not."""

    across: int
    down: int
    ruled: bool = False
    landscape: bool = False


_GRIDS = {
    "2": Grid(1, 2),
    "3": Grid(1, 3, ruled=True),
    "4": Grid(2, 2, landscape=True),
    "6": Grid(2, 3),
}


def compose(brief: Brief, theme: Theme, fonts: Fonts, problems: Problems, shared: Shared) -> Scene:
    """The deck's slides as pages to print, as the brief's page asks for. Hidden slides are not."""
    scene = deck.compose(brief, theme, fonts, problems, shared)
    scene = stamped(scene, brief, theme, fonts, Problems())
    style = brief.page.handout
    if style == "slides":
        return scene
    # The sheets are marked by themselves.
    scene = replace(scene, meta=deck.meta(brief))
    ctx = Context(
        brief=brief, theme=theme, fonts=fonts, medium="print", problems=problems, layouts={}
    )
    slides = [page for page in scene.pages if not page.hidden]
    page = replace(brief.page, paper="a4" if brief.page.paper == "a3" else brief.page.paper)
    if style == "notes":
        sheets, size = _speaker(ctx, scene, slides, page)
    else:
        sheets, size = _several(ctx, scene, slides, page, _GRIDS[style])
    return Scene(
        width=size.w,
        height=size.h,
        pages=tuple(_footed(ctx, sheets, size)),
        theme=theme,
        meta=scene.meta,
        sections=scene.sections,
    )


def _several(
    ctx: Context, scene: Scene, slides: Sequence[Page], page: OnePage, grid: Grid
) -> tuple[list[Page], Rect]:
    """So many slides on a sheet, in reading order."""
    sheet = sheet_of(replace(page, orientation="landscape" if grid.landscape else "portrait"))
    rows = _area(sheet.area).rows(grid.down, _GAP)
    cells = [cell for row in rows for cell in row.columns(grid.across, _GAP)]
    if grid.ruled:
        cells = [Rect(c.x, c.y, (c.w - _GAP) * _BESIDE // 100, c.h) for c in cells]
    made: list[Page] = []
    for at in range(0, len(slides), len(cells)):
        items: list[Item] = []
        here = slides[at : at + len(cells)]
        for slide, cell in zip(here, cells, strict=False):
            placed = _placed(scene, slide, cell)
            items.append(placed[0])
            if grid.ruled:
                slide_at = placed[1]
                x = cell.right + _GAP
                items += _lines(Rect(x, slide_at.y, sheet.area.right - x, slide_at.h))
        made.append(_sheet(len(made) + 1, here, items))
    return made, Rect(0, 0, sheet.width, sheet.height)


def _speaker(
    ctx: Context, scene: Scene, slides: Sequence[Page], page: OnePage
) -> tuple[list[Page], Rect]:
    """Each slide above its notes; notes too long for one sheet go on on the next."""
    sheet = sheet_of(replace(page, orientation="portrait"))
    area = _area(sheet.area)
    made: list[Page] = []
    for slide in slides:
        high = min(area.h // 2, scene.height * area.w // scene.width)
        group, rect = _placed(scene, slide, Rect(area.x, area.y, area.w, high))
        top = rect.bottom + _BELOW
        below = Rect(area.x, top, area.w, area.bottom - top)
        items: list[Item] = [group]
        end = rect.bottom
        head, rest = _continued(ctx, slide, area)
        for box, rule in _notes(ctx, slide, below, rest):
            if rule is None:
                made.append(_sheet(len(made) + 1, (slide,), items))
                items = [head]
            items += (box,) if rule is None else (rule, box)
            end = box.rect.bottom
        items += _lines(Rect(area.x, end + _GAP, area.w, area.bottom - end - _GAP))
        made.append(_sheet(len(made) + 1, (slide,), items))
    return made, Rect(0, 0, sheet.width, sheet.height)


def _notes(
    ctx: Context, slide: Page, first: Rect, whole: Rect
) -> Iterator[tuple[TextBox, Rule | None]]:
    """The notes in boxes: below the slide under a rule, and on as many whole sheets as they need
    besides."""
    words = [note for note in slide.notes if note.strip()]
    if not words:
        return
    for size in _NOTES:
        if set_in(ctx, _paragraphs(ctx, words, size), first.w).height <= first.h:
            break
    else:  # what goes on anyway need not be small
        size = _NOTES[1]
    made = _paragraphs(ctx, words, size)
    room = first
    while made:
        count = len(made)
        while count > 1 and set_in(ctx, made[:count], room.w).height > room.h:
            count -= 1
        if count == 1 and room is first and set_in(ctx, made[:1], room.w).height > room.h:
            room = whole
            continue
        now, made = made[:count], made[count:]
        rule = None
        if room is first:
            y = room.y - _BELOW // 2
            rule = Rule(Name("notes-rule"), room.x, y, room.right, y, Stroke("line", pt(0.75)))
        yield _note(ctx, slide, room, now), rule
        room = whole


def _continued(ctx: Context, slide: Page, area: Rect) -> tuple[TextBox, Rect]:
    """The head of a sheet on which a slide's notes go on, and what is left below it."""
    title = f"{slide.title or slide.id}{ctx.say('（续）', ' (continued)')}"
    made = (para(title, _AGAIN, bold=True, colour="ink2"),)
    rect = Rect(area.x, area.y, area.w, set_in(ctx, made, area.w).height)
    top = rect.bottom + _AGAIN.leading
    box = set_box(ctx, Wanted(Name("continued"), rect, lambda level, short: made, mark=slide.mark))
    return box, Rect(area.x, top, area.w, area.bottom - top)


def _note(ctx: Context, slide: Page, room: Rect, made: tuple[Paragraph, ...]) -> TextBox:
    height = min(room.h, set_in(ctx, made, room.w).height)
    rect = Rect(room.x, room.y, room.w, height)
    return set_box(
        ctx, Wanted(Name("notes", of=slide.id), rect, lambda level, short: made, mark=slide.mark)
    )


def _paragraphs(ctx: Context, words: Sequence[str], size: Step) -> tuple[Paragraph, ...]:
    return tuple(
        para(text, size, align=ctx.running, before=size.leading // 3 if number else 0)
        for number, text in enumerate(words)
    )


def _placed(scene: Scene, slide: Page, cell: Rect) -> tuple[Group, Rect]:
    """The slide as large as its cell allows, in the middle of it, in a thin frame."""
    factor = min(cell.w / scene.width, cell.h / scene.height)
    width, height = round(scene.width * factor), round(scene.height * factor)
    rect = Rect(cell.x + (cell.w - width) // 2, cell.y + (cell.h - height) // 2, width, height)
    scale = Scale(factor, rect.x, rect.y)
    ground = Shape(Name("slide-ground"), rect, fill=slide.ground)
    frame = Shape(Name("slide-frame"), rect, stroke=Stroke("line", pt(0.5)))
    decor = scene.layout(slide.layout).decor if scene.layouts else ()
    across = scene.mark.across if scene.mark else None
    behind = (drawn(across, slide.ground),) if across else ()
    items = tuple(scale.item(item) for item in (*behind, *decor, *slide.items))
    return Group(called(slide.title or slide.id), (ground, *items, frame), anchor=slide.id), rect


def _lines(room: Rect) -> Iterator[Item]:
    """Ruled lines for handwriting; none where there is room for a few only."""
    heights = range(room.y + _RULED, room.bottom + 1, _RULED)
    for y in heights if len(heights) >= _FEW else ():
        yield Rule(Name("ruled-line"), room.x, y, room.right, y, Stroke("muted", pt(0.5)))


def _area(area: Rect) -> Rect:
    """What is left above the foot of a sheet."""
    return Rect(area.x, area.y, area.w, area.h - _FOOT.leading - mm(5))


def _sheet(number: int, slides: Sequence[Page], items: Sequence[Item]) -> Page:
    title = slides[0].title or slides[0].id
    return Page(
        id=f"sheet-{number}", layout="", title=title, items=tuple(items), figures=figures(items)
    )


def _footed(ctx: Context, sheets: Sequence[Page], size: Rect) -> Iterator[Page]:
    """The sheets with what the deck is called at the foot, and their numbers."""
    named = ctx.say("　", "  ·  ").join(
        filter(None, (str(ctx.brief.title), str(ctx.brief.date_text)))
    )
    foot = Rect(mm(12), size.h - mm(10) - _FOOT.leading, size.w - mm(24), _FOOT.leading)
    for number, sheet in enumerate(sheets, 1):
        left = Rect(foot.x, foot.y, foot.w - mm(24), foot.h)
        right = Rect(foot.right - mm(20), foot.y, mm(20), foot.h)
        name = label(
            ctx, Name("footer"), left, named, _FOOT, colour="ink2", slot=Slot("footer"), lines=1
        )
        count = label(
            ctx,
            Name("slide-number"),
            right,
            f"{number} / {len(sheets)}",
            _FOOT,
            colour="ink2",
            align="right",
            slot=Slot("number"),
        )
        yield replace(sheet, items=(*sheet.items, name, count))
