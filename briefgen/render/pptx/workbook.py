"""Turn a chart's figures into the workbook that its data is edited in.

A SpreadsheetML package (ECMA-376 Part 1, 18) of one sheet, written out as text: values stay the
decimals they are, since a library that goes through floating point turns 8.2 into
8.199999999999999; and texts are typed as texts, so that `=…` is never a formula.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from briefgen.render.pptx.look import Look, attribute, lines, text
from briefgen.render.pptx.opc import CT, RT
from briefgen.render.pptx.package import Package
from briefgen.scene.items import Chart, Series

SHEET = "Sheet1"
# The first id of number formats that are none of the application's own (18.8.30).
_FORMATS = 164
# The size of the sheet's text, in points.
_SIZE = 12
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def number(value: Decimal) -> str:
    """A decimal as it is written in cache and workbook: exact, without an exponent."""
    written = f"{value:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written


def column(index: int) -> str:
    """The letters of a column, from 0: A … Z, AA …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def workbook(item: Chart, look: Look) -> bytes:
    """The workbook of a chart: categories down column A, a column for each series."""
    package = Package()
    book = package.add("/xl/workbook.xml", CT.WORKBOOK, _book())
    package.relate(book, RT.DOCUMENT)
    sheet = package.add("/xl/worksheets/sheet1.xml", CT.WORKSHEET, _sheet(item))
    book.relate_to(sheet, RT.WORKSHEET)
    styles = package.add("/xl/styles.xml", CT.STYLES, _styles(item, look))
    book.relate_to(styles, RT.STYLES)
    return package.to_bytes()


def _book() -> str:
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_R}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _sheet(item: Chart) -> str:
    width = 10 + 2 * max((len(name) for name in item.categories), default=0)
    rows = "".join(
        f'<row r="{row}">{"".join(cells)}</row>' for row, cells in enumerate(_rows(item), 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><cols><col min="1" max="1" width="{min(width, 60)}" '
        'customWidth="1"/>'
        f'<col min="2" max="{len(item.series) + len(item.helpers) + 1}" width="18" '
        'customWidth="1"/></cols>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    )


def _rows(item: Chart) -> Iterator[list[str]]:
    heads = [each.name for each in item.series] + [each.heading for each in item.helpers]
    yield [_words("A1", item.unit)] + [
        _words(f"{column(index)}1", head) for index, head in enumerate(heads, 1)
    ]
    for row, category in enumerate(item.categories, 2):
        values = [
            f'<c r="{column(index)}{row}" s="{2 if series.form == "second" else 1}">'
            f"{_formula(series, row)}<v>{number(value)}</v></c>"
            for index, series in enumerate(item.series, 1)
            if (value := series.values[row - 2]) is not None
        ]
        made = [
            _made(f"{column(index)}{row}", helper.formulas[row - 2], helper.cells[row - 2])
            for index, helper in enumerate(item.helpers, len(item.series) + 1)
        ]
        yield [_words(f"A{row}", category), *values, *made]


def _made(cell: str, formula: str, value: Decimal | str | None) -> str:
    """A cell that a formula makes, with what it holds now."""
    if isinstance(value, Decimal):
        return f'<c r="{cell}" s="1"><f>{text(formula)}</f><v>{number(value)}</v></c>'
    return f'<c r="{cell}" t="str"><f>{text(formula)}</f><v>{lines(value or "")}</v></c>'


def _formula(series: Series, row: int) -> str:
    """What a cell is computed by, where the scene says so."""
    found = series.formulas[row - 2] if series.formulas else ""
    return f"<f>{text(found)}</f>" if found else ""


def _words(cell: str, words: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t xml:space="preserve">{text(words)}</t></is></c>'


def _styles(item: Chart, look: Look) -> str:
    """One font, and the number formats of the chart's values, each axis its own."""
    face = attribute(look.theme.deck_face)
    codes = [item.number_format, *(side.number_format for side in item.sides[1:])]
    formats = "".join(
        f'<numFmt numFmtId="{id}" formatCode="{attribute(code)}"/>'
        for id, code in enumerate(codes, _FORMATS)
    )
    cells = "".join(
        f'<xf numFmtId="{id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for id in range(_FORMATS, _FORMATS + len(codes))
    )
    plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
    return (
        f'<styleSheet xmlns="{_MAIN}">'
        f'<numFmts count="{len(codes)}">{formats}</numFmts>'
        f'<fonts count="1"><font><sz val="{_SIZE}"/><name val="{face}"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{plain}</cellStyleXfs>'
        f'<cellXfs count="{len(codes) + 1}">'
        f'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )
