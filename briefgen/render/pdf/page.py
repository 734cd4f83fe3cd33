"""Turn a page of the scene into marks on paper, each with its place in the document's structure."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.geometry import Rect
from briefgen.render.grid import open_below, rects_of
from briefgen.render.outlines import outline
from briefgen.render.pdf.blocks import draw_lines, draw_text
from briefgen.render.pdf.links import add_link, leads_somewhere
from briefgen.render.pdf.objects import string
from briefgen.render.pdf.pen import Pen
from briefgen.render.pdf.shapes import draw_path, draw_rule, draw_shape
from briefgen.render.pdf.structure import Element, layout_box, table_cell, table_summary
from briefgen.scene.items import (
    Chart,
    Drawing,
    Group,
    Item,
    Page,
    Picture,
    Rule,
    Shape,
    Table,
    TextBox,
)
from briefgen.scene.names import Name
from briefgen.scene.scene import Stamp
from briefgen.scene.stamp import drawn
from briefgen.scene.walk import extent

# What stands on every page is not content (ISO 32000-1, 14.8.2.2.2): a reader is spared it.
_FURNITURE = {
    "footer": "/Type /Pagination /Subtype /Footer",
    "date": "/Type /Pagination",
    "number": "/Type /Pagination",
}
_WATERMARK = "/Type /Pagination /Subtype /Watermark"


def draw_page(
    pen: Pen, page: Page, decor: Iterable[Item], parent: Element, mark: Stamp | None = None
) -> None:
    """Draw the ground, then the layout's decoration, then the items in reading order.

    What runs across as a mark lies between ground and decoration, its line above all.
    """
    with pen.structure.artifact():
        if pen.theme.hex(page.ground).upper() != "FFFFFF":
            whole = Rect(0, 0, pen.width, pen.height)
            draw_path(pen, outline("rect", whole), page.ground, None)
    if mark and mark.across:
        with pen.structure.artifact(_WATERMARK):
            draw_plainly(pen, drawn(mark.across, page.ground))
    with pen.structure.artifact():
        for item in decor:
            draw_plainly(pen, item)
    for item in page.items:
        draw_item(pen, item, parent)
    if mark:
        with pen.structure.artifact(_WATERMARK):
            draw_plainly(pen, mark.line)


def draw_item(pen: Pen, item: Item, parent: Element) -> None:
    """Draw an item, its content as elements of `parent` and its decoration as artifacts."""
    match item:
        case TextBox():
            _draw_text_box(pen, item, parent)
        case Table():
            _draw_table(pen, item, parent)
        case Group() if item.anchor:
            part = pen.structure.element("Sect", parent, T=string(item.name.told(pen.language)))
            for member in item.items:
                draw_item(pen, member, part)
        case Group() if not item.alt:
            for member in item.items:
                draw_item(pen, member, parent)
        case Chart() | Drawing() | Group() | Picture() | Shape() if item.alt:
            _draw_figure(pen, item, item.alt, parent)
        case _:
            with pen.structure.artifact():
                draw_plainly(pen, item)
    if isinstance(item, Shape) and leads_somewhere(pen, item.link):
        add_link(pen, pen.structure.element("Link", parent), item.rect, item.link, item.alt)


def draw_plainly(pen: Pen, item: Item) -> None:
    """Draw an item within content, or an artifact, that is already marked."""
    match item:
        case TextBox():
            draw_shape(pen, item)
            draw_lines(pen, item.lines)
        case Shape():
            draw_shape(pen, item)
        case Rule():
            draw_rule(pen, item)
        case Picture():
            from briefgen.render.pdf.images import draw_picture  # few pages have one

            draw_picture(pen, item)
        case Drawing():
            # Few have a logo.
            from briefgen.render.pdf.drawing import draw_drawing

            draw_drawing(pen, item)
        case Chart():
            for part in item.drawn:
                draw_plainly(pen, part)
        case Group():
            for member in item.items:
                draw_plainly(pen, member)
        case Table():
            _draw_grid(pen, item)
            for row in item.cells:
                for cell in row:
                    draw_lines(pen, cell.lines)


def _draw_figure(
    pen: Pen, item: Chart | Drawing | Group | Picture | Shape, alt: str, parent: Element
) -> None:
    box = layout_box(*pen.box(extent(item)))
    with pen.structure.content(pen.structure.element("Figure", parent, Alt=string(alt), A=box)):
        draw_plainly(pen, item)


def _draw_text_box(pen: Pen, box: TextBox, parent: Element) -> None:
    if box.fill or box.stroke:
        with pen.structure.artifact():
            draw_shape(pen, box)
    furniture = _FURNITURE.get(box.slot.role) if box.slot else None
    if furniture:
        with pen.structure.artifact(furniture):
            draw_lines(pen, box.lines)
    else:
        draw_text(pen, parent, box.lines, box.heading, box.link, box.rect)


def _draw_table(pen: Pen, table: Table, parent: Element) -> None:
    with pen.structure.artifact():
        _draw_grid(pen, table)
    summary = table_summary(table.alt) if table.alt else None
    whole = pen.structure.element("Table", parent, **({"A": summary} if summary else {}))
    covered = table.owners()
    for index, (row, rects) in enumerate(zip(table.cells, rects_of(table), strict=True)):
        line = pen.structure.element("TR", whole)
        for column, (cell, rect) in enumerate(zip(row, rects, strict=False)):
            if (index, column) in covered:
                continue
            heading = table.header and index == 0
            said = table_cell(cell.span, heading)
            own = {"A": said} if said else {}
            element = pen.structure.element("TH" if heading else "TD", line, **own)
            draw_text(pen, element, cell.lines, "p", cell.link, rect)


def _draw_grid(pen: Pen, table: Table) -> None:
    """Fill the cells' grounds and draw the rules under the rows, but for cells that go on below."""
    left, right = table.rect.x, table.rect.x + sum(table.columns)
    owners, grid = table.owners(), rects_of(table)
    for row, (cells, rects) in enumerate(zip(table.cells, grid, strict=True)):
        for column, (cell, rect) in enumerate(zip(cells, rects, strict=False)):
            if cell.fill and (row, column) not in owners:
                draw_path(pen, outline("rect", rect), cell.fill, None)
    if table.rule_top:
        y = table.rect.y
        draw_rule(pen, Rule(Name("rule"), left, y, right, y, table.rule_top))
    for row in range(len(grid)):
        if stroke := table.below(row):
            y = table.rect.y + sum(table.heights[: row + 1])
            for x1, x2 in open_below(table, row, owners):
                draw_rule(pen, Rule(Name("rule"), x1, y, x2, y, stroke))
