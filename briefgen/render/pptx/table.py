"""Turn a table into a native one: every fill, margin and border written out."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.render.pptx.look import Look, frame
from briefgen.render.pptx.sheet import Sheet
from briefgen.render.pptx.text import ANCHOR, paragraphs
from briefgen.scene.items import Stroke, Table

# PowerPoint's "No Style, No Grid": what a cell does not say itself, no style adds.
STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
# The faces of cells are those of the theme: some applications take others where the style of a
# template's tables says nothing that they read.
_FACES = (
    '<a:lstStyle><a:lvl1pPr><a:defRPr><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>'
    '<a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></a:lstStyle>'
)
# A cell has no borders at its sides.
_SIDES = "<a:lnL><a:noFill/></a:lnL><a:lnR><a:noFill/></a:lnR>"


def table(sheet: Sheet, item: Table) -> str:
    """The graphic frame of a table."""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in item.columns)
    owners = item.owners()
    rows = "".join(
        f'<a:tr h="{height}">'
        + "".join(_cell(sheet, item, (row, column), owners) for column in range(len(cells)))
        + "</a:tr>"
        for row, (height, cells) in enumerate(zip(item.heights, item.cells, strict=True))
    )
    first = ' firstRow="1"' if item.header else ""
    return frame(
        sheet.properties(item.name, alt=item.alt),
        item.rect,
        f'<a:graphicData uri="{_URI}"><a:tbl><a:tblPr{first}><a:tableStyleId>{STYLE}'
        f"</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
        "</a:graphicData>",
    )


def _cell(
    sheet: Sheet,
    item: Table,
    at: tuple[int, int],
    owners: Mapping[tuple[int, int], tuple[int, int]],
) -> str:
    row, column = at
    cell = item.cells[row][column]
    top, first = owners.get(at, at)
    wide, tall = item.cells[top][first].span
    left, above, right, below = cell.insets
    # What is covered has the borders of the cell that covers it: applications differ in whose
    # they draw.
    over = item.below(top - 1) if top else item.rule_top
    borders = _borders(sheet.look, over, item.below(top + tall - 1))
    content = paragraphs(sheet, cell.paragraphs, cell.lines, link=cell.link, exact=cell.exact)
    fill = sheet.look.fill(item.cells[top][first].fill)
    return (
        f"<a:tc{_merged(row - top, column - first, wide, tall)}>"
        f"<a:txBody><a:bodyPr/>{_FACES if sheet.deck.housed else '<a:lstStyle/>'}{content}"
        "</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{above}" marB="{below}" '
        f'anchor="{ANCHOR[cell.anchor]}">{borders}{fill}</a:tcPr></a:tc>'
    )


def _merged(down: int, across: int, wide: int, tall: int) -> str:
    """What says of a cell that it is one of several that are one (ECMA-376 Part 1, 21.1.3.16), so
    far down and across from the first of them: how many it goes over, in its row or column, and
    whether it goes on from the cell before."""
    spans = f' rowSpan="{tall}"' if tall > 1 and not down else ""
    spans += f' gridSpan="{wide}"' if wide > 1 and not across else ""
    return spans + (' hMerge="1"' if across else "") + (' vMerge="1"' if down else "")


def _borders(look: Look, above: Stroke | None, below: Stroke | None) -> str:
    """The four borders of a cell; where two cells meet, both say the same (21.1.3.15)."""
    return _SIDES + look.line(above, "a:lnT") + look.line(below, "a:lnB")
