"""Turn a page of the scene into marks of a picture, in reading order."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.geometry import Rect
from briefgen.render.grid import open_below, rects_of
from briefgen.render.svg.drawing import draw_drawing
from briefgen.render.svg.pen import Pen, attribute, number, plain
from briefgen.render.svg.shapes import draw_rect, draw_rule, draw_shape
from briefgen.render.svg.text import draw_text, target_of
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

_HIDDEN = '<g aria-hidden="true">'


def draw_page(pen: Pen, page: Page, size: Rect, decor: Iterable[Item], mark: Stamp | None) -> None:
    """Draw the ground, then the layout's decoration, then the items in reading order.

    What runs across as a mark lies between ground and decoration, its line above all.
    """
    pen.write(_HIDDEN)
    draw_rect(pen, size, page.ground, None)
    if mark and mark.across:
        draw_item(pen, drawn(mark.across, page.ground))
    for item in decor:
        draw_item(pen, item)
    pen.write("</g>")
    pen.counting = True
    steps = _steps(page)
    for item in page.items:
        step = steps.get(item.name, "")
        pen.write(f"<g{step}>" if step else "")
        draw_item(pen, item)
        pen.write("</g>" if step else "")
    pen.counting = False
    if mark:
        pen.write(_HIDDEN)
        draw_item(pen, mark.line)
        pen.write("</g>")


def _steps(page: Page) -> dict[Name, str]:
    """The attribute of each item that clicks bring in: the number of its click, or the first and
    the last paragraph of each."""
    found: dict[Name, str] = {}
    parts: dict[Name, list[str]] = {}
    for number_, reveal in enumerate(page.reveals, 1):
        for name in reveal.items:
            if reveal.paragraphs is None:
                found.setdefault(name, f' data-step="{number_}"')
            else:
                first, last = reveal.paragraphs
                parts.setdefault(name, []).append(f"{first}-{last}")
    return {**found, **{name: attribute("data-parts", " ".join(p)) for name, p in parts.items()}}


def draw_item(pen: Pen, item: Item) -> None:
    """Draw an item; one that is described is an image to those who hear the page."""
    match item:
        case TextBox():
            _draw_text_box(pen, item)
        case Rule():
            pen.write(_HIDDEN)
            draw_rule(pen, item)
            pen.write("</g>")
        case Table():
            _draw_table(pen, item)
        case Group() if not item.alt:
            anchor = attribute("id", item.anchor) if item.anchor else ""
            pen.write(f"<g{anchor}>")
            for member in item.items:
                draw_item(pen, member)
            pen.write("</g>")
        case Chart() | Drawing() | Group() | Picture() | Shape():
            alt = item.alt
            pen.write(f'<g role="img"{attribute("aria-label", alt)}>' if alt else _HIDDEN)
            _draw_within(pen, item)
            pen.write("</g>")


def _draw_within(pen: Pen, item: Chart | Drawing | Group | Picture | Shape) -> None:
    match item:
        case Shape():
            target = target_of(pen, item.link)
            pen.write(target)
            draw_shape(pen, item)
            pen.write("</a>" if target else "")
        case Picture():
            _draw_picture(pen, item)
        case Drawing():
            draw_drawing(pen, item)
        case Chart():
            for part in item.drawn:
                draw_item(pen, part)
        case Group():
            for member in item.items:
                draw_item(pen, member)


def _draw_text_box(pen: Pen, box: TextBox) -> None:
    pen.write(f"<g{pen.next_text()}>")
    draw_shape(pen, box)
    draw_text(pen, box.lines, box.heading, box.link)
    pen.write("</g>")


def _draw_table(pen: Pen, table: Table) -> None:
    said = attribute("aria-label", table.alt) if table.alt else ""
    pen.write(f'<g role="table"{said}>{_HIDDEN}')
    rects = rects_of(table)
    _draw_grid(pen, table, rects)
    pen.write("</g>")
    covered = table.owners()
    for index, row in enumerate(table.cells):
        pen.write('<g role="row">')
        for column, cell in enumerate(row):
            role = "columnheader" if table.header and index == 0 else "cell"
            own = pen.next_text()
            if (index, column) not in covered:
                pen.write(f'<g role="{role}"{own}>')
                draw_text(pen, cell.lines, "p", cell.link)
                pen.write("</g>")
        pen.write("</g>")
    pen.write("</g>")


def _draw_grid(pen: Pen, table: Table, rects: list[list[Rect]]) -> None:
    """Fill the cells' grounds and draw the rules under the rows, but for cells that go on below."""
    left, right = table.rect.x, table.rect.x + sum(table.columns)
    owners = table.owners()
    for row, cells in enumerate(table.cells):
        for column, cell in enumerate(cells):
            if cell.fill and (row, column) not in owners:
                draw_rect(pen, rects[row][column], cell.fill, None)
    if table.rule_top:
        y = table.rect.y
        draw_rule(pen, Rule(Name("rule"), left, y, right, y, table.rule_top))
    for row in range(len(rects)):
        if stroke := table.below(row):
            y = table.rect.y + sum(table.heights[: row + 1])
            for x1, x2 in open_below(table, row, owners):
                draw_rule(pen, Rule(Name("rule"), x1, y, x2, y, stroke))


def _draw_picture(pen: Pen, picture: Picture) -> None:
    """Draw a picture into its rectangle, without what is cropped: a window on the whole of it."""
    left, top, right, bottom = (share / 1000 for share in picture.crop)
    rect = picture.rect
    place = f'x="{number(rect.x)}" y="{number(rect.y)}"'
    size = f'width="{number(rect.w)}" height="{number(rect.h)}"'
    seen = f"{plain(left, 3)} {plain(top, 3)} {plain(1 - left - right, 3)} "
    seen += plain(1 - top - bottom, 3)
    source = attribute("href", pen.href(picture))
    image = f'<image width="1" height="1" preserveAspectRatio="none"{source}/>'
    pen.write(
        f'<svg {place} {size} viewBox="{seen}" preserveAspectRatio="none">',
        image,
        "</svg>",
    )
