"""What is read of workbooks, tables and drawings that are odd or damaged, as hashes: for formats of
numbers, parts of a workbook, bytes of a table and pieces of an SVG that nobody would think of."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest
from prints import held, in_pdf, in_zip
from variants import LOGO

from briefgen.build import BASE, Request, load
from briefgen.formats import FORMATS, composed
from briefgen.geometry import Rect, pt
from briefgen.outline.attached.sheets import read_table
from briefgen.outline.attached.shown import shown_number, shown_text
from briefgen.outline.attached.svg.read import read_svg
from briefgen.outline.attached.svg.tree import SvgError
from briefgen.problems import Mark, Problems
from briefgen.record import replace
from briefgen.request import Printing
from briefgen.scene.items import Drawing
from briefgen.scene.names import Name
from briefgen.vector import Vector

MINIMAL = Path(__file__).parent / "cases" / "minimal" / "outline.yaml"
AT = Mark("outline.yaml", 1, 1)
CODES = (
    """\
General|0|0.0|0.00|#,##0|#,##0.00|#,##0;(#,##0)|0%|0.00%|0.00E+00|##0.0E+0|# ?/?|# ??/??|# ?/8|?.??
0.0;[Red]-0.0|[>=10000]0.0,"千";[<0]"负"0;0|0\\.0,"万"|0.00,,"百万"|"约"0"家"|00-00|0 0 0|@|;;;
0;-0;"零";@"区"|_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)|+0.0%;-0.0%|[$¥-804]#,##0.00
yyyy-mm-dd|yyyy"年"m"月"d"日"|m/d/yy|d-mmm-yy|mmmm d, yyyy|mmmmm|ddd dddd|aaa aaaa|e"年"|yy.m
[DBNum1][$-804]yyyy"年"m"月"d"日"|[DBNum1]m"月"d"日"|[$-F800]dddd|[$-F400]h:mm|h:mm|h:mm:ss AM/PM
上午/下午h"时"mm"分"|mm:ss.00|[h]:mm|[mm]:ss|[ss].0|yyyy/m/d h:mm|hh"h"m"m"|s|m|A/P h|[红色]0.0
[Color 3]0|[=1]"一";[<>2]0.0;"二"|0.##|#.#|000.000|0,|0,,.0|"a""b"0|!a0|*x0|_a0|G/通用格式
General"家"
""".replace("\n", "|")
    .rstrip("|")
    .split("|")
)
NUMBERS = """\
0 1 -1 2 12 0.5 -0.5 0.049 -0.04 1.005 2.5 -2.5 33.3333333333333 999.995 1234.5678 -1234.5 12345
123456789 123456789012 0.000012345 1E15 0.75 45054 45054.75 45351.999999 60 61 59.5 1.5 2958465
3000000 -45054 0.0000116 0.9999 366 1462""".split()
TABLES = {
    "plain": "区,值\n甲,1\n乙,2\n",
    "tabs": "区\t值\n甲\t1\n",
    "semicolons": "区;值\n甲;1,5\n乙;2,25\n",
    "quoted": '区,值\n"甲,丙",1\n"乙 ""二""",2\n"两\n行",3\n',
    "open": '区,值\n"甲,1\n乙,2\n',
    "ragged": "区,值,注\n甲,1\n乙,2,3,4\n\n,,\n丙\n",
    "blank": "\n\n",
    "nothing": "",
    "wide": ",".join("abcdefgh" * 20) + "\n" + ",".join("12345678" * 20) + "\n",
    "spaces": " 区 , 值 \n　甲　,\t1 \n",
    "thousands": '区,值\n甲,"1,234"\n乙,"12,345.60"\n丙,1.234\n',
    "continental": "区;值\n甲;1.234,5\n乙;12,5\n",
    "one": "区\n甲\n乙\n",
    "title": "全市情况\n单位：亿元\n区,值（亿元）\n甲,1\n",
    "control": "区,值\n甲\x07,1\n乙\x00,2\n",
    "returns": "区,值\r甲,1\r\n乙,2\r",
    "quote-within": 'a,b\n1"2,3\n4,5"\n',
}
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "big5", "latin-1")
# A workbook with all that a sheet may have.
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORKBOOK = {
    "_rels/.rels": f"""
<Relationships xmlns="{PACKAGE}">
<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>
</Relationships>""",
    "xl/workbook.xml": f"""
<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><workbookPr date1904="0"/><sheets>
<sheet name="隐藏" sheetId="2" state="hidden" r:id="r2"/>
<sheet name="表" sheetId="1" r:id="r1"/>
<sheet name="空" sheetId="3" r:id="r3"/></sheets></workbook>""",
    "xl/_rels/workbook.xml.rels": f"""
<Relationships xmlns="{PACKAGE}">
<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="r2" Type="{OFFICE}/worksheet" Target="/xl/worksheets/sheet2.xml"/>
<Relationship Id="r3" Type="{OFFICE}/worksheet" Target="worksheets/sheet3.xml"/>
<Relationship Id="r4" Type="{OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="r5" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>
</Relationships>""",
    "xl/styles.xml": f"""
<styleSheet xmlns="{SHEET}"><numFmts count="2">
<numFmt numFmtId="164" formatCode="0&quot;亿元&quot;"/>
<numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/>
<xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="22"/></cellXfs></styleSheet>""",
    "xl/sharedStrings.xml": f"""
<sst xmlns="{SHEET}" count="6"><si><t>全市情况</t></si><si><t>区</t></si>
<si><r><t>产</t></r><r><rPr><b/></rPr><t>值</t></r><rPh sb="0" eb="1"><t>cz</t></rPh></si>
<si><t xml:space="preserve"> 天 河 </t></si><si><t>白云_x000D_</t></si><si><t/></si></sst>""",
    "xl/worksheets/sheet1.xml": f"""
<worksheet xmlns="{SHEET}"><sheetFormatPr zeroHeight="0"/>
<cols><col min="6" max="7" hidden="1"/><col min="8" max="8" width="0"/></cols><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c></row>
<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" t="s"><v>2</v></c>
<c r="D2" t="inlineStr"><is><t>占比</t></is></c><c r="E2" t="str"><v>日期</v></c>
<c r="F2" t="str"><v>藏</v></c></row>
<row r="3"><c r="B3" t="str"><v>工业</v></c><c r="C3" t="str"><v>服务</v></c></row>
<row r="4"><c r="A4" t="s"><v>3</v></c><c r="B4" s="1"><v>820.5</v></c><c r="C4"><v>5400</v></c>
<c r="D4" s="2"><v>0.125</v></c><c r="E4" s="3"><v>45054</v></c><c r="F4" t="b"><v>1</v></c></row>
<row r="5"><c r="A5" t="s"><v>4</v></c><c r="B5" s="4"><f>B4+1</f><v>821.5</v></c>
<c r="C5"><f>1+1</f></c><c r="D5" t="e"><v>#N/A</v></c><c r="E5" s="5"><v>45054.75</v></c></row>
<row r="6" hidden="1"><c r="A6" t="s"><v>1</v></c><c r="B6"><v>7</v></c></row>
<row r="7" ht="0"><c t="b"><v>0</v></c><c><v>8</v></c></row>
<row><c t="d"><v>2024-02-21</v></c><c><v>-1E-7</v></c><c t="s"><v>5</v></c></row>
</sheetData><mergeCells><mergeCell ref="A1:E1"/><mergeCell ref="B2:C2"/><mergeCell ref="A2:A3"/>
</mergeCells></worksheet>""",
    "xl/worksheets/sheet2.xml": f"""
<worksheet xmlns="{SHEET}"><sheetData><row><c t="str"><v>甲</v></c><c><v>1</v></c></row>
</sheetData></worksheet>""",
    "xl/worksheets/sheet3.xml": f'<worksheet xmlns="{SHEET}"><sheetData/></worksheet>',
}
PIECES = (
    '<rect x="10" y="5" width="20" height="10" rx="3"/>',
    '<rect x="10%" y="10%" width="50%" height="50%" rx="4" ry="40"/>',
    '<circle cx="50" cy="25" r="10" stroke="red" stroke-width="2" opacity="1"/>',
    '<ellipse cx="50" cy="25" rx="20" ry="10" fill-opacity=".5"/>',
    '<line x1="5" y1="5" x2="40" y2="30" stroke="#123" stroke-width="3" stroke-linecap="square"/>',
    '<polyline points="5,5 10,20 30 8" fill="none" stroke="teal" stroke-dasharray="3 1 2"/>',
    '<polygon points="5,5 10,20 30,8" fill-rule="evenodd"/>',
    '<path d="M10 10h10v10H5V12z m2 2l3 3-2 1z" fill-rule="evenodd"/>',
    '<path d="M10 30a10 12 30 0 1 20 0A5 5 0 1 0 40 30z"/>',
    '<path d="M5 10q10 20 20 0t10 0T45 20Q50 5 60 10z"/>',
    '<path d="M5 20C5 5 20 5 20 20s10 5 15 0S50 30 60 20c1 2 3 4 5 6z"/>',
    '<path d="M10 10L20 20 30 10 20 5zL5 5" stroke-linejoin="bevel" stroke="blue"/>',
    '<g transform="translate(5 6) rotate(10)"><rect width="9" height="9"/></g>',
    '<g transform="translate(5) scale(2 .5) skewX(10) skewY(5)"><rect width="9" height="9"/></g>',
    '<g transform="matrix(1 .2 .1 1 3 4)"><circle cx="9" cy="9" r="4"/></g>',
    '<g transform="rotate(30 20 20)" opacity=".5"><rect width="9" height="9" fill="red"/></g>',
    '<g opacity=".5"><rect width="9" height="9"/><rect x="5" width="9" height="9"/></g>',
    '<g style="fill:red;stroke:none" display="none"><rect width="9" height="9"/></g>',
    '<g visibility="hidden"><rect width="9" height="9" visibility="visible"/></g>',
    '<defs><linearGradient id="a" x1=".1" y1="20%" x2="1"><stop offset="0" stop-color="red"/>'
    '<stop offset="50%" stop-color="#0f0" stop-opacity=".3"/><stop offset="1"/></linearGradient>'
    '</defs><rect x="4" y="3" width="30" height="20" fill="url(#a)" fill-opacity=".8"/>',
    '<radialGradient id="b" cx="40%" cy=".6" r="70%" fx=".5" gradientTransform="scale(1 2)">'
    '<stop offset=".2" stop-color="navy"/><stop offset=".9" stop-color="white"/>'
    '</radialGradient><circle cx="20" cy="20" r="15" fill="url(#b)"/>',
    '<linearGradient id="c" gradientUnits="userSpaceOnUse" x1="5" x2="30" y2="9">'
    '<stop offset="0" stop-color="red"/></linearGradient>'
    '<rect width="9" height="8" fill="url(#c)"/>',
    '<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="9" cy="4" r="8" fx="7" fy="3" '
    'gradientTransform="translate(3 4) rotate(30) scale(2 1)"><stop offset="0" stop-color="red"/>'
    '<stop offset="1"/></radialGradient><g transform="translate(20 5) rotate(-10) scale(1.5)">'
    '<rect width="20" height="15" fill="url(#g)"/></g>',
    '<rect width="9" height="9" fill="url(#nobody) blue"/>',
    '<clipPath id="d"><rect x="5" y="5" width="20" height="12"/></clipPath>'
    '<g clip-path="url(#d)"><circle cx="15" cy="15" r="9"/><path d="M0 8h40v4h-40z"/></g>',
    '<clipPath id="e"><circle r="9"/></clipPath><rect width="9" height="9" clip-path="url(#e)"/>',
    '<symbol id="f" viewBox="0 0 10 10"><rect width="9" height="9"/></symbol>'
    '<use href="#f" x="5" y="6" width="20" height="20"/>',
    "<style>.a{fill:red} rect.b{fill:blue} #c{stroke:green} .a .b{fill:none}</style>"
    '<rect class="a b" id="c" width="9" height="9"/><circle class="a" cx="20" cy="20" r="4"/>',
    '<svg x="5" y="5" width="20" height="20" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>',
    '<text x="5" y="5">字</text>',
    '<title>标题</title><desc>说明</desc><metadata/><rect width="9" height="9"/>',
    '<a href="https://example.org"><rect width="9" height="9"/></a>',
    '<path d="M0 0h20v20h-20z M5 5v10h10v-10z M7 7h3v3h-3z" fill-rule="evenodd"/>',
    '<path d="M0 0h20v20h-20z M10 10h20v20h-20z" fill-rule="evenodd"/>',
    '<rect width="9mm" height="1cm" x="1pt" y="2pc"/>',
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">\n%s\n</svg>'
SVG_NUMBER = re.compile(r"(?<![#\w])-?\d*\.?\d+")


def drawing(text: str) -> str:
    try:
        return repr(read_svg(text.encode()))
    except SvgError as error:
        return repr(vars(error))


def formats() -> Iterator[tuple[str, bytes]]:
    for code in CODES:
        said = [shown_number(Decimal(number), code) for number in NUMBERS]
        said += [shown_number(Decimal(number), code, from_1904=True) for number in NUMBERS]
        said += [shown_text(words, code) for words in ("天河", "", "12")]
        yield code, "\n".join(said).encode()


def drawings() -> Iterator[tuple[str, bytes]]:
    """Each piece as it is, and with each of its numbers in turn below zero, and larger."""
    for number, piece in enumerate((*PIECES, LOGO.partition(">")[2].rpartition("</svg>")[0])):
        whole = SVG % piece
        found = [drawing(whole)]
        for match in SVG_NUMBER.finditer(whole, whole.index("\n")):
            before, after = whole[: match.start()], whole[match.end() :]
            value = match[0]
            for other in (
                f"-{value}".replace("--", ""),
                f"1{value.lstrip('-')}",
                "0",
                f"{value} 3",
            ):
                found.append(drawing(before + other + after))
        yield f"piece {number}", "\n".join(found).encode()


def vectors() -> Iterator[Vector]:
    for piece in (*PIECES, LOGO.partition(">")[2].rpartition("</svg>")[0]):
        with suppress(SvgError):
            yield read_svg((SVG % piece).encode())


def drawn() -> Iterator[tuple[str, bytes]]:
    """The pieces as a slide, a print and a press have them."""
    loaded = load(Request(MINIMAL, (BASE,)))
    brief, theme = loaded.briefs[BASE], loaded.themes[BASE]
    for form, printing in (
        ("deck", Printing()),
        ("brief", Printing()),
        ("brief", Printing(press=True)),
    ):
        scene = composed(printing.of(brief), theme, form, Problems())
        for number, vector in enumerate(vectors()):
            item = Drawing(
                name=Name("logo"),
                rect=Rect(pt(20), pt(30), pt(200), pt(90)),
                vector=vector,
                alt="logo",
            )
            page = replace(scene.pages[0], items=(item,))
            (data,) = FORMATS[form].render(replace(scene, pages=(page,)), "x").values()
            parts = dict(in_zip(data) if form == "deck" else in_pdf(data))
            kept = {k: v for k, v in parts.items() if form == "brief" or "slides/slide1" in k}
            yield f"{form} {printing.press} {number}", repr(kept).encode()


def tables() -> Iterator[tuple[str, bytes]]:
    for (name, text), encoding in product(TABLES.items(), ENCODINGS):
        try:
            data = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        sheet, problems = read_table(data, "d.csv", "", AT)
        told = [each.told("en") for each in problems]
        yield f"{name} {encoding}", f"{sheet!r}\n{told}".encode()


def packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def workbooks() -> Iterator[tuple[str, bytes]]:
    """Its sheets; and what is read where an attribute or an element of a part is another."""
    files = {name: text.strip().encode() for name, text in WORKBOOK.items()}

    def read(name: str, files: dict[str, bytes], sheet: str = "") -> tuple[str, bytes]:
        found, problems = read_table(packed(files), "d.xlsx", sheet, AT)
        told = [each.told("en") for each in problems]
        if found:
            told += [*sorted(found.hidden), *sorted(found.unsaved)]
            found = replace(found, hidden=frozenset(), unsaved=frozenset())
        return name, f"{found!r}\n{told}".encode()

    for sheet in ("", "表", "隐藏", "空", "nobody"):
        yield read(f"sheet {sheet}", files, sheet)
    for part in files:
        yield read(f"without {part}", {k: v for k, v in files.items() if k != part})
    for part, text in WORKBOOK.items():
        for number, match in enumerate(re.finditer(r' ([\w:]+)="([^"]*)"|<v>([^<]*)</v>', text)):
            for new in ("", ' x="1"', f' {match[1]}="1"' if match[1] else "<v>1e400</v>"):
                other = text[: match.start()] + new + text[match.end() :]
                yield read(f"{part} {number} {new.strip()}", files | {part: other.encode()})


HELD = {
    "formats": formats,
    "drawings": drawings,
    "drawn": drawn,
    "tables": tables,
    "workbooks": workbooks,
}


@pytest.mark.slow
@pytest.mark.parametrize("what", HELD)
def test_odd_files_are_read_as_they_were(what: str, update: bool) -> None:
    held(f"attached-{what}", HELD[what](), update)
