"""Turn slides into items upon a sheet of paper: small, in a frame, with lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.geometry import Rect, mm, pt
from briefgen.record import Record
from briefgen.scene.items import Group, Item, Page, Rule, Shape, Stroke
from briefgen.scene.names import Name, called
from briefgen.scene.scaled import Scale
from briefgen.scene.scene import Scene
from briefgen.scene.stamp import drawn
from briefgen.scene.walk import figures
from briefgen.theme.model import step

# What stands at the head and foot of a sheet.
FURNITURE = step(9, 12)
GAP = mm(8)
# The distance of lines for handwriting; how many of them are worth having.
RULED, _FEW = pt(18), 3


class Placed(Record):
    """A slide upon a sheet, and where."""

    group: Group
    rect: Rect


def placed(scene: Scene, slide: Page, cell: Rect) -> Placed:
    """The slide as large as its cell allows, in the middle of its width and at its top, in a thin
    frame."""
    factor = min(cell.w / scene.width, cell.h / scene.height)
    width, height = round(scene.width * factor), round(scene.height * factor)
    rect = Rect(cell.x + (cell.w - width) // 2, cell.y, width, height)
    scale = Scale(factor, rect.x, rect.y)
    ground = Shape(Name("slide-ground"), rect, fill=slide.ground)
    frame = Shape(Name("slide-frame"), rect, stroke=Stroke("line", pt(0.5)))
    decor = scene.layout(slide.layout).decor if scene.layouts else ()
    across = scene.mark.across if scene.mark else None
    behind = (drawn(across, slide.ground),) if across else ()
    items = tuple(scale.item(item) for item in (*behind, *decor, *slide.items))
    group = Group(called(slide.title or slide.id), (ground, *items, frame), anchor=slide.id)
    return Placed(group, rect)


def lines(room: Rect, most: int = 99) -> Iterator[Item]:
    """Ruled lines for handwriting, `most` of them; none where there is room for a few only."""
    heights = list(range(room.y + RULED, room.bottom + 1, RULED))[:most]
    for y in heights if len(heights) >= _FEW else ():
        yield Rule(Name("ruled-line"), room.x, y, room.right, y, Stroke("line", pt(0.75)))


def sheet(number: int, slides: Sequence[Page], items: Sequence[Item]) -> Page:
    """The sheet with this number, called as the first of its slides."""
    title = slides[0].title or slides[0].id
    return Page(
        id=f"sheet-{number}", layout="", title=title, items=tuple(items), figures=figures(items)
    )
