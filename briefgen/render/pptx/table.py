"""Turn a table into a native one: every fill, margin and border written out."""

from __future__ import annotations

from briefgen.render.pptx.look import Look, frame
from briefgen.render.pptx.sheet import Sheet
from briefgen.render.pptx.text import ANCHOR, paragraphs
from briefgen.scene.items import Cell, Stroke, Table

# PowerPoint's "No Style, No Grid": what a cell does not say itself, no style adds.
STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table(sheet: Sheet, item: Table) -> str:
    """The graphic frame of a table."""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in item.columns)
    rows = "".join(
        f'<a:tr h="{height}">{"".join(_cell(sheet, item, row, cell) for cell in cells)}</a:tr>'
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


def _cell(sheet: Sheet, item: Table, row: int, cell: Cell) -> str:
    left, top, right, bottom = cell.insets
    above = item.below(row - 1) if row else item.rule_top
    borders = _borders(sheet.look, above, item.below(row))
    content = paragraphs(sheet, cell.paragraphs, cell.lines, link=cell.link)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{content}</a:txBody>"
        f'<a:tcPr marL="{left}" marR="{right}" marT="{top}" marB="{bottom}" '
        f'anchor="{ANCHOR[cell.anchor]}">{borders}{sheet.look.fill(cell.fill)}</a:tcPr></a:tc>'
    )


def _borders(look: Look, above: Stroke | None, below: Stroke | None) -> str:
    """The four borders of a cell; where two cells meet, both say the same (21.1.3.15)."""
    none = tuple(look.line(None, tag) for tag in ("a:lnL", "a:lnR"))
    return "".join((*none, look.line(above, "a:lnT"), look.line(below, "a:lnB")))
