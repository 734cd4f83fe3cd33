"""Turn a Brief into the prints of its deck: slides alone, several on a sheet, or with notes.

The slides are those of the deck, at the size of their cells. A slide on a sheet is a group with
its id as anchor, so that links between slides and bookmarks still lead to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.brief.model import Brief, OnePage
from briefgen.geometry import Rect, mm, pt
from briefgen.pages import deck
from briefgen.pages.logo import with_logo
from briefgen.pages.onepager.sheet import sheet_of
from briefgen.pages.shared import Shared
from briefgen.pages.sheets import FURNITURE, GAP, lines, placed, sheet
from briefgen.pages.speaker import speaker
from briefgen.pages.stamp import stamped
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.scene import Scene
from briefgen.scene.things import Thing
from briefgen.theme.model import Theme
from briefgen.typography.fonts import Fonts
from briefgen.typography.text import Align

# How high head and foot of a sheet are, each with the space that parts it from the slides.
_HEAD, _FOOT = FURNITURE.leading + mm(5), FURNITURE.leading + mm(4)
# How much of the width a slide has beside ruled lines, in percent; the lines below one.
_BESIDE, _LINES = 58, 5
# Between two rows of slides, where lines stand below them.
_ROWS = mm(6)
# Slides that say nothing by themselves.
_FURNITURE = frozenset({"cover", "section", "closing"})


class Grid(Record):
    """How slides stand on a sheet: columns and rows, ruled lines beside or below each, or none."""

    across: int
    down: int
    beside: bool = False
    below: bool = False
    landscape: bool = False


_GRIDS = {
    "2": Grid(1, 2),
    "3": Grid(1, 3, beside=True),
    "4": Grid(2, 2, landscape=True),
    "6": Grid(3, 2, below=True, landscape=True),
}

# The same for slides that are higher than wide, where that makes them larger.
_UPRIGHT = _GRIDS | {
    "2": Grid(2, 1, landscape=True),
    "4": Grid(2, 2),
    "6": Grid(3, 2, below=True),
}


def compose(brief: Brief, theme: Theme, fonts: Fonts, problems: Problems, shared: Shared) -> Scene:
    """The deck's slides as pages to print, as the brief's page asks for. Hidden slides are not, nor
    are cover, sections and closing where six stand on a sheet and they are not asked for."""
    scene = deck.compose(brief, theme, fonts, problems, shared)
    scene = stamped(scene, brief, theme, fonts, Problems())
    style = brief.page.handout
    if style == "slides":
        return scene
    if brief.attached.logo is not None:
        scene = with_logo(scene, brief, Problems())
    # The sheets are marked by themselves.
    scene = replace(scene, meta=deck.meta(brief))
    ctx = Context(
        brief=brief, theme=theme, fonts=fonts, medium="print", problems=problems, layouts={}
    )
    slides = [page for page in scene.pages if not page.hidden]
    page = replace(brief.page, paper="a4" if brief.page.paper == "a3" else brief.page.paper)
    if style == "notes":
        paper = sheet_of(replace(page, orientation="portrait"))
        size = Rect(0, 0, paper.width, paper.height)
        sheets = speaker(ctx, scene, slides, _area(paper.area, head=False))
    else:
        slides = [slide for slide in slides if not left_out(page, slide.kind)] or slides
        grids = _UPRIGHT if scene.height > scene.width else _GRIDS
        sheets, size = _several(ctx, scene, slides, page, grids[style])
    there = {slide.id for slide in slides}
    kept = [
        replace(section, pages=tuple(id for id in section.pages if id in there))
        for section in scene.sections
    ]
    return Scene(
        width=size.w,
        height=size.h,
        pages=tuple(_footed(ctx, sheets, size)),
        theme=theme,
        meta=scene.meta,
        sections=tuple(section for section in kept if section.pages),
    )


def left_out(page: OnePage, kind: str) -> bool:
    """Whether slides of a kind stand on no sheet: those that say nothing by themselves, where six
    stand on one and nobody asks for them."""
    return page.handout == "6" and not page.handout_sections and kind in _FURNITURE


def _several(
    ctx: Context, scene: Scene, slides: Sequence[Page], page: OnePage, grid: Grid
) -> tuple[list[Page], Rect]:
    """So many slides on a sheet, in reading order, under a head."""
    paper = sheet_of(replace(page, orientation="landscape" if grid.landscape else "portrait"))
    rows = _area(paper.area).rows(grid.down, _ROWS if grid.below else GAP)
    cells = [cell for row in rows for cell in row.columns(grid.across, GAP)]
    if grid.beside:
        cells = [Rect(c.x, c.y, (c.w - GAP) * _BESIDE // 100, c.h) for c in cells]
    made: list[Page] = []
    for at in range(0, len(slides), len(cells)):
        here = slides[at : at + len(cells)]
        items: list[Item] = list(_head(ctx, scene, here, paper.area))
        for slide, cell in zip(here, cells, strict=False):
            one = placed(scene, slide, cell)
            items.append(one.group)
            if grid.beside:
                x = cell.right + GAP
                items += lines(Rect(x, one.rect.y, paper.area.right - x, one.rect.h))
            elif grid.below:
                room = Rect(cell.x, one.rect.bottom, cell.w, cell.bottom - one.rect.bottom)
                items += lines(room, _LINES)
        made.append(sheet(len(made) + 1, here, items))
    return made, Rect(0, 0, paper.width, paper.height)


def _area(area: Rect, head: bool = True) -> Rect:
    """What is left of a sheet between its head, where it has one, and its foot."""
    top = _HEAD if head else 0
    return Rect(area.x, area.y + top, area.w, area.h - top - _FOOT)


def _head(ctx: Context, scene: Scene, slides: Sequence[Page], area: Rect) -> Iterator[Item]:
    """What the deck is called, and the sections of the slides on the sheet."""
    ids = {slide.id for slide in slides}
    names = [section.title for section in scene.sections if ids & set(section.pages)]
    half = area.w // 2
    heads: tuple[tuple[Thing, str, int, Align], ...] = (
        ("title", str(ctx.brief.title), area.x, "left"),
        ("section-name", ctx.say("　", "  ·  ").join(names), area.x + half, "right"),
    )
    for kind, text, x, align in heads:
        yield label(
            ctx,
            Name(kind),
            Rect(x, area.y, half, FURNITURE.leading),
            text,
            FURNITURE,
            bold=align == "left",
            colour="ink" if align == "left" else "ink2",
            align=align,
            slot=Slot("date"),
            lines=1,
        )
    y = area.y + FURNITURE.leading + mm(1)
    yield Rule(Name("heading-rule"), area.x, y, area.right, y, Stroke("line", pt(0.75)))


def _footed(ctx: Context, sheets: Sequence[Page], size: Rect) -> Iterator[Page]:
    """The sheets with what the deck is called at the foot, and their numbers."""
    named = ctx.say("　", "  ·  ").join(
        filter(None, (str(ctx.brief.title), str(ctx.brief.date_text)))
    )
    height = FURNITURE.leading
    foot = Rect(mm(12), size.h - mm(10) - height, size.w - mm(24), height)
    for number, each in enumerate(sheets, 1):
        left = Rect(foot.x, foot.y, foot.w - mm(24), foot.h)
        right = Rect(foot.right - mm(20), foot.y, mm(20), foot.h)
        name = label(
            ctx,
            Name("footer"),
            left,
            named,
            FURNITURE,
            colour="ink2",
            slot=Slot("footer"),
            lines=1,
        )
        count = label(
            ctx,
            Name("slide-number"),
            right,
            f"{number} / {len(sheets)}",
            FURNITURE,
            colour="ink2",
            align="right",
            slot=Slot("number"),
        )
        yield replace(each, items=(*each.items, name, count))
