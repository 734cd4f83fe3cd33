"""Turn bytes into what a reader of other programs' files, or a server, says of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from stray import docx, para, picture

from briefgen.drafting.project import drafted, made
from briefgen.drafting.read import read_document
from briefgen.outline.attached.images import ImageError, checked
from briefgen.outline.attached.sheets import read_table
from briefgen.outline.attached.svg.read import read_svg
from briefgen.outline.attached.svg.tree import SvgError
from briefgen.problems import Mark, Problem, Problems
from briefgen.template.read import open_template
from briefgen.typography.truetype import FontError, check, parse
from fuzz import change
from fuzz.targets import GIVEN, Target, text_changed

ROOT = Path(__file__).parents[2]
AT = Mark("outline.yaml", 1, 1)


@cache
def workbooks() -> tuple[bytes, ...]:
    from openpyxl import Workbook

    found = []
    for number in range(3):
        book = Workbook()
        sheet = book.active
        sheet.append(["单位：亿元"] if number else ["年份", "产值（亿元）", "增速"])
        if number:
            sheet.append(["年份", "产值", "其中：服务业"])
            sheet.merge_cells("A1:C1")
        for year in range(4):
            sheet.append([f"{2020 + year}年", 3200.5 + year, year / 100])
            sheet.cell(sheet.max_row, 3).number_format = (
                "0.0%",
                "#,##0.00_);(#,##0.00)",
                "yyyy-m-d",
            )[number]
        if number == 2:
            book.create_sheet("别的").append(["=1+1", True, None, "x"])
            sheet.row_dimensions[4].hidden = True
        out = BytesIO()
        book.save(out)
        found.append(out.getvalue())
    return tuple(found)


def read_xlsx(data: bytes, folder: Path) -> Iterable[Problem]:
    read_table.cache_clear()
    return (
        *read_table(data, "data/a.xlsx", "", AT)[1],
        *read_table(data, "data/a.xlsx", "别的", AT)[1],
    )


@cache
def pictures() -> tuple[bytes, ...]:
    from PIL import Image

    found = []
    for mode, kind in (
        ("RGB", "PNG"),
        ("P", "PNG"),
        ("LA", "PNG"),
        ("I;16", "PNG"),
        ("RGB", "JPEG"),
        ("CMYK", "JPEG"),
        ("L", "JPEG"),
        ("P", "GIF"),
        ("RGB", "WEBP"),
        ("RGBA", "WEBP"),
        ("RGB", "TIFF"),
        ("1", "TIFF"),
        ("RGB", "BMP"),
    ):
        out = BytesIO()
        image = Image.new(mode, (23, 17))
        more: dict[str, Any] = {}
        if kind == "JPEG":
            turn = Image.Exif()
            turn[0x0112] = 6
            more = {"exif": turn, "progressive": mode == "L", "comment": b"said"}
        image.save(out, kind, **more)
        found.append(out.getvalue())
    return tuple(found)


def read_picture(data: bytes, folder: Path) -> Iterable[Problem]:
    try:
        found = checked(data)
        assert found.width > 0
    except ImageError as error:
        yield Problem(error.code, tuple({**error.parts, "file": "a.png"}.items()), AT)


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20" viewBox="0 0 40 20">'
    "<style>.a{fill:#c00;stroke-width:2px} #b{opacity:.5}</style><defs>"
    '<linearGradient id="g" x1="0" x2="1"><stop offset="0" stop-color="red"/><stop offset="1"'
    ' stop-color="rgb(0,10%,3)"/></linearGradient><clipPath id="c"><circle cx="9" cy="9" r="7"/>'
    '</clipPath></defs><g transform="translate(3 4) rotate(30 1 2) scale(.5)" class="a">'
    '<path d="M1 2h3v-4l2,2c1 1 2 2 3 3s1 1 2 2q1 2 3 4t1 1a3 4 20 1 0 5 6z" fill="url(#g)"/>'
    '<rect id="b" x="1" y="2" width="10" height="5" rx="2" clip-path="url(#c)"/>'
    '<polygon points="1,2 3,4 5 6" fill-rule="evenodd"/><ellipse cx="4" cy="4" rx="3" ry="50%"/>'
    '<line x1="0" y1="0" x2="9" y2="9" stroke="#123456" stroke-dasharray="1 2"/></g>'
    '<use href="#b" x="5"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9 0 9z"/></svg>',
)


def svg_changed(chance: Random, seed: str, others: Sequence[str]) -> bytes:
    if chance.random() < 0.5:
        return change.markup(chance, seed.encode(), [each.encode() for each in others])
    return text_changed(chance, seed, others)


def read_drawing(data: bytes, folder: Path) -> Iterable[Problem]:
    try:
        read_svg(data)
    except SvgError as error:
        yield Problem(error.code, tuple(error.parts.items()), Mark("a.svg", max(1, error.line), 1))


@cache
def faces() -> tuple[bytes, ...]:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    found = []
    for path in sorted((ROOT / "assets" / "fonts").rglob("*.ttf"))[:3]:
        face = TTFont(path)
        options = Options(glyph_names=False, layout_features=[])
        maker = Subsetter(options)
        maker.populate(text="abcAé1年大")
        maker.subset(face)
        out = BytesIO()
        face.save(out)
        found.append(out.getvalue())
    return tuple(found)


def read_face(data: bytes, folder: Path) -> Iterable[Problem]:
    from briefgen.render.pdf.truetype import Glyph, subset, width

    try:
        face = parse("a", data)
        check(face)
    except FontError as error:
        yield Problem(error.code, tuple({**error.parts, "file": "a.ttf"}.items()), AT)
        return
    for each in "abcAé1年大x":
        face.metrics(face.glyph(each))
        face.ink(face.glyph(each))
    glyphs = [Glyph(face.glyph(each), -2 * at, at) for each in "aA1年" for at in (0, 250)]
    for glyph in glyphs:
        width(face, glyph)
    subset(face, [Glyph(0), *glyphs])


@cache
def templates() -> tuple[bytes, ...]:
    """The template of python-pptx with three layouts."""
    from pptx import Presentation

    deck = Presentation()
    layouts = deck.slide_layouts
    for layout in list(layouts)[3:]:
        if layout.name != "Title Only":
            layouts.remove(layout)
    slide = deck.slides.add_slide(layouts[1])
    slide.shapes.title.text = "标题"
    out = BytesIO()
    deck.save(out)
    return (out.getvalue(),)


def read_house(data: bytes, folder: Path) -> Iterable[Problem]:
    path = folder / "a.pptx"
    path.write_bytes(data)
    problems = Problems()
    found = open_template(path, problems)
    if found and len(data) % 8 == 0:
        found.area(found.board("content"))
    return problems


@cache
def words() -> tuple[bytes, ...]:
    table = (
        "<w:tbl><w:tr><w:tc>"
        + para("年")
        + "</w:tc><w:tc>"
        + para("产值3亿元")
        + "</w:tc></w:tr></w:tbl>"
    )
    body = para("工作总结", "T") + para("一、成绩", "H1") + para("全年产值3200亿元，增长5.2%。") * 3
    return (
        docx(body + table + para("二、不足", "H1") + para("投入不够。") * 4),
        docx(para("One sentence of 12 words. ") * 20),
    )


@cache
def decks() -> tuple[bytes, ...]:
    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    deck = Presentation()
    for layout in list(deck.slide_layouts)[2:]:
        deck.slide_layouts.remove(layout)
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "全年产值增长5.2%"
    slide.placeholders[1].text = "新增企业1.3万家\n投资2亿元"
    slide.notes_slide.notes_text_frame.text = "先讲产值。"
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(1)).table
    table.cell(0, 0).text, table.cell(1, 1).text = "年", "3亿元"
    chart = CategoryChartData()
    chart.categories = ["2020", "2021"]
    chart.add_series("产值", (1.5, 2.5))
    box = Inches(1), Inches(3), Inches(4), Inches(2)
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *box, chart)
    slide.shapes.add_picture(BytesIO(picture(width=64, height=40)), Inches(1), Inches(1))
    out = BytesIO()
    deck.save(out)
    return (out.getvalue(),)


@cache
def pages() -> tuple[bytes, ...]:
    from reportlab.pdfgen.canvas import Canvas

    found = []
    for number in range(2):
        out = BytesIO()
        page = Canvas(out, pageCompression=0, invariant=1)
        page.bookmarkPage("a")
        page.addOutlineEntry("Results", "a")
        page.setFont("Helvetica-Bold", 20)
        page.drawString(60, 760, "Results of the year")
        page.setFont("Helvetica", 11)
        for line in range(12):
            page.drawString(60, 720 - 16 * line, f"Output grew by {line}.2% to {line + 3} billion.")
        if number:
            for row in range(4):
                for column in range(3):
                    page.rect(60 + 90 * column, 400 - 20 * row, 90, 20)
                    page.drawString(64 + 90 * column, 405 - 20 * row, f"{row}{column}%")
        page.showPage()
        page.save()
        found.append(out.getvalue())
    return tuple(found)


def read_draft(ending: str) -> Any:
    def read(data: bytes, folder: Path) -> Iterable[Problem]:
        path = folder / f"{GIVEN}.{ending}"
        path.write_bytes(data)
        draft = drafted(read_document(path), path.name)
        return made(draft, draft.plan.cards).problems

    return read


FILES: dict[str, Target] = {
    "xlsx": Target(workbooks, change.package, read_xlsx),
    "picture": Target(pictures, change.data, read_picture),
    "svg": Target(lambda: SVG, svg_changed, read_drawing),
    "font": Target(faces, change.data, read_face),
    "template": Target(templates, change.package, read_house, lines=False),
    "docx": Target(words, change.package, read_draft("docx"), placed=False, lines=False),
    "pptx": Target(decks, change.package, read_draft("pptx"), placed=False, lines=False),
    "pdf": Target(pages, change.data, read_draft("pdf"), placed=False, lines=False),
}
