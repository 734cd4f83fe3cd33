"""The PDF as a reader, a screen reader and a printing house meet it."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from pdf_scenes import HEIGHT, META, PALETTE, THEME, WIDTH, line, scene, simple, span, text_box
from PIL import Image
from pypdf import PdfReader

from briefgen.geometry import Rect, mm, pt
from briefgen.problems import MachineError
from briefgen.record import replace
from briefgen.render.pdf import render
from briefgen.render.pdf.objects import Stream
from briefgen.scene.items import (
    Cell,
    Chart,
    Geometry,
    Group,
    Move,
    Page,
    Picture,
    Rule,
    Series,
    Shape,
    Slot,
    Stroke,
    Table,
    TextBox,
)
from briefgen.scene.names import called
from briefgen.scene.placeholders import Layout
from briefgen.scene.scene import Section
from briefgen.typography.fonts import Faces, load_fonts
from briefgen.typography.paragraph import place, set_text
from briefgen.typography.text import Line, Paragraph, Run, Style

INK = Style(pt(10.5))
BOLD = Style(pt(10.5), True, "primary")
SENTENCE = "一季度开工319个项目，总投资超3200亿元；“1+N”政策（《大干十二年》），𬭎、𬬭与广。"


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def read_by_pypdf(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in opened(pdf).pages)


def read_by_pdfium(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = (document[index].get_textpage() for index in range(len(document)))
        return "\n".join(page.get_text_range() for page in pages).replace("\r", "")


def seen(pdf: bytes, page: int = 0, scale: float = 2) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page].render(scale=scale).to_pil().convert("RGB")


def colour_at(image: Image.Image, x: int, y: int) -> str:
    """The colour at a place in EMU, as six hex digits."""
    pixel = image.getpixel((round(x / WIDTH * image.width), round(y / HEIGHT * image.height)))
    assert isinstance(pixel, tuple)
    return "".join(f"{part:02X}" for part in pixel)


def tree(node: Any) -> Any:
    """The structure below an element: its kind and its children; content and links as words."""
    if isinstance(node, int):
        return "content"
    node = node.get_object()
    if node.get("/Type") == "/OBJR":
        return "link"
    kids = node.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    return (str(node.get("/S", "/Root"))[1:], [tree(kid) for kid in kids])


def structure(pdf: bytes) -> Any:
    """What is in the document element."""
    root = tree(opened(pdf).root_object["/StructTreeRoot"])
    assert root[1][0][0] == "Document"
    return root[1][0][1]


def elements(pdf: bytes, kind: str) -> list[Any]:
    """The elements of a kind, in reading order."""

    def walk(node: Any) -> Any:
        node = node.get_object() if not isinstance(node, int) else {}
        if node.get("/S") == f"/{kind}":
            yield node
        kids = node.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            yield from walk(kid)

    return list(walk(opened(pdf).root_object["/StructTreeRoot"]))


def set_box(
    *runs: Run, width: float = 100, language: str = "zh-Hans", align: Any = "justify"
) -> TextBox:
    """A text box set by the real setter, as the printed page has it."""
    rect = Rect(mm(20), mm(30), mm(width), mm(100))
    paragraphs = (Paragraph(runs, pt(16), align),)
    text = set_text(paragraphs, rect.w, load_fonts(), medium="print", language=language)
    return TextBox(
        name=called("文字"),
        rect=rect,
        paragraphs=paragraphs,
        lines=place(text, rect, (0, 0, 0, 0), "top"),
    )


def red_png(mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> bytes:
    """A picture whose left half is red and whose right half is blue, or see-through."""
    image = Image.new(mode, size, "red")
    right = (0, 0, 255, 0) if mode == "RGBA" else "blue"
    image.paste(right, (size[0] // 2, 0, size[0], size[1]))
    file = BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("read", [read_by_pypdf, read_by_pdfium])
@pytest.mark.parametrize("width", [40, 57, 80, 150])
def test_text_copies_as_the_same_characters_however_it_is_spaced(read: Any, width: int) -> None:
    box = set_box(Run(SENTENCE, INK), Run("广州GDP增速4.6%", BOLD), width=width)
    assert any(any(span.adjust) for line in box.lines for span in line.spans)
    assert read(render(scene(box))).replace("\n", "") == SENTENCE + "广州GDP增速4.6%"


@pytest.mark.parametrize("read", [read_by_pypdf, read_by_pdfium])
def test_english_keeps_its_spaces_and_quotes(read: Any) -> None:
    text = "The city’s “second start-up” and a ‘new Guangzhou’ – over RMB 320 billion."
    box = set_box(Run(text, INK), width=150, language="en", align="left")
    assert read(render(scene(box))).replace("\n", "") == text


def test_characters_that_share_a_glyph_stay_apart() -> None:
    text = "\u00b5\u03bc \u2126\u03a9 \u00a0\u0020|"
    assert opened(render(scene(simple(text)))).pages[0].extract_text() == text


def test_a_character_the_face_lacks_copies_as_itself() -> None:
    assert read_by_pdfium(render(scene(simple("这个字𰻞没有字形")))) == "这个字𰻞没有字形"


def test_a_soft_hyphen_shows_at_the_end_of_a_line_only() -> None:
    shown = text_box(line("infra\u00ad", x=mm(20), baseline=mm(30)))
    hidden = text_box(line("infra\u00adstructure", x=mm(20), baseline=mm(30)))
    plain = text_box(line("infrastructure", x=mm(20), baseline=mm(30)))
    with_hyphen = text_box(line("infra-", x=mm(20), baseline=mm(30)))
    assert seen(render(scene(hidden))).tobytes() == seen(render(scene(plain))).tobytes()
    assert seen(render(scene(shown))).tobytes() == seen(render(scene(with_hyphen))).tobytes()


def test_every_character_stands_where_it_was_set() -> None:
    box = set_box(Run(SENTENCE.replace("𬭎、𬬭与", "") * 2, INK), width=90)
    fonts = load_fonts()
    wanted = []
    for each in (one for row in box.lines for one in row.spans):
        x, before = each.x, 0
        for char, extra in zip(each.text, each.adjust or (0,) * len(each.text), strict=True):
            # What is taken before an opening mark is taken from its own blank half.
            own = char in "“《（" and wanted[-1][0] not in "，；：、。”》）“《（"
            taken = min(before, 0) if own else 0
            wanted.append((char, (x - taken) / 12700))
            before = extra
            x += fonts.regular.advance(char) * each.style.size // 1000 + extra
    with pypdfium2.PdfDocument(render(scene(box))) as document:
        page = document[0].get_textpage()
        shown = [
            (page.get_text_range(index, 1), page.get_charbox(index, loose=True)[0])
            for index in range(page.count_chars())
        ]
    shown = [(char, left) for char, left in shown if char not in "\r\n"]
    assert [char for char, _ in shown] == [char for char, _ in wanted]
    lefts = [left for _, left in shown]
    assert lefts == pytest.approx([x for _, x in wanted], abs=0.06)


def test_fonts_are_embedded_subset_and_loaded_only_where_used() -> None:
    pdf = render(scene(text_box(line("常规", ("粗体", BOLD), x=mm(20), baseline=mm(30)))))
    fonts = opened(pdf).pages[0]["/Resources"]["/Font"]
    for font in fonts.values():
        inner = font["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in inner["/FontDescriptor"]
        assert "/ToUnicode" in font
    names = sorted(str(font["/BaseFont"]).split("+")[1] for font in fonts.values())
    assert names == ["NotoSansSC-Bold", "NotoSansSC-Regular"]
    assert b"Helvetica" not in pdf
    regular_only = opened(render(scene(simple("常规"))))
    assert len(regular_only.pages[0]["/Resources"]["/Font"]) == 1


def test_embedded_face_is_sound_and_small() -> None:
    from fontTools.ttLib import TTFont

    pdf = render(scene(set_box(Run(SENTENCE, INK), width=57)))
    (font,) = opened(pdf).pages[0]["/Resources"]["/Font"].values()
    inner = font["/DescendantFonts"][0].get_object()
    data = inner["/FontDescriptor"]["/FontFile2"].get_object().get_data()
    face = TTFont(BytesIO(data), checkChecksums=2)
    assert len(data) < 20_000
    advances = [face["hmtx"][name][0] for name in face.getGlyphOrder()]
    widths = [float(width) for width in inner["/W"][1]]
    assert advances[: len(widths)] == pytest.approx(widths)
    for name in face.getGlyphOrder():
        face["glyf"][name].getCoordinates(face["glyf"])


def test_tags_say_what_is_heading_paragraph_list_and_link() -> None:
    bullets = [
        Line(
            (span(f"措施{index}", mm(25), INK),),
            mm(25),
            mm(60 + 8 * index),
            0,
            index,
            span("•", mm(20), INK),
        )
        for index in range(2)
    ]
    after = line("不在列表里", x=mm(20), baseline=mm(80))
    linked = Line(
        (
            span("见", mm(20), INK),
            span("市政府网站", mm(24), INK, link="https://www.gz.gov.cn/信息?a=1&b=2"),
            span("。", mm(50), INK),
        ),
        mm(20),
        mm(100),
        0,
    )
    pdf = render(
        scene(
            simple("六个新广州", 20, "h1", 24),
            simple("创新动能", 40, "h2"),
            text_box(*bullets, replace(after, paragraph=2)),
            text_box(linked),
        )
    )
    assert structure(pdf) == [
        ("H1", ["content"]),
        ("H2", ["content"]),
        (
            "L",
            [
                ("LI", [("Lbl", ["content"]), ("LBody", ["content"])]),
                ("LI", [("Lbl", ["content"]), ("LBody", ["content"])]),
            ],
        ),
        ("P", ["content"]),
        ("P", ["content", ("Link", ["content", "link"]), "content"]),
    ]
    (annotation,) = opened(pdf).pages[0]["/Annots"]
    entries = annotation.get_object()
    assert entries["/A"]["/URI"] == "https://www.gz.gov.cn/%E4%BF%A1%E6%81%AF?a=1&b=2"
    assert entries["/Contents"] == "市政府网站"
    left, bottom, right, top = (float(value) for value in entries["/Rect"])
    assert left == pytest.approx(mm(24) / 12700, abs=0.01)
    assert right - left == pytest.approx(5 * 10.5, abs=0.01)
    baseline = (HEIGHT - mm(100)) / 12700
    assert bottom < baseline < top
    assert "/StructParent" in entries


def test_headings_start_at_one_and_skip_no_level() -> None:
    levels: list[Any] = ["h3", "h1", "h3", "h3", "h2"]
    pdf = render(scene(*(simple("标题", 20 + 10 * at, each) for at, each in enumerate(levels))))
    assert [kind for kind, _ in structure(pdf)] == ["H1", "H1", "H2", "H2", "H2"]


def test_only_the_first_paragraph_of_a_box_is_its_heading() -> None:
    first = line("标题", x=mm(20), baseline=mm(30))
    second = replace(line("正文", x=mm(20), baseline=mm(40)), paragraph=1)
    assert [
        kind for kind, _ in structure(render(scene(text_box(first, second, heading="h1"))))
    ] == [
        "H1",
        "P",
    ]


def table() -> Table:
    rect = Rect(mm(20), mm(50), mm(90), mm(24))
    rows = []
    for row in range(3):
        cells = []
        for column in range(2):
            words = line(f"第{row}行{column}列", x=mm(22 + 45 * column), baseline=mm(55 + 8 * row))
            runs = tuple(Run(one.text, one.style) for one in words.spans)
            fill = "surface" if row == 1 else ""
            cells.append(Cell(paragraphs=(Paragraph(runs, pt(16)),), lines=(words,), fill=fill))
        rows.append(tuple(cells))
    return Table(
        name=called("表"),
        rect=rect,
        columns=(mm(45), mm(45)),
        heights=(mm(8), mm(8), mm(8)),
        cells=tuple(rows),
        alt="各区目标",
        rule=Stroke("line", pt(1)),
        rule_head=Stroke("primary", pt(2)),
    )


def test_a_table_is_tagged_row_by_row_and_ruled() -> None:
    pdf = render(scene(simple("标题", 20, "h1"), table()))
    cell = [("P", ["content"])]
    assert structure(pdf)[1] == (
        "Table",
        [("TR", [("TH", cell), ("TH", cell)])] + 2 * [("TR", [("TD", cell), ("TD", cell)])],
    )
    assert elements(pdf, "Table")[0]["/A"]["/Summary"] == "各区目标"
    assert elements(pdf, "TH")[0]["/A"]["/Scope"] == "/Column"
    image = seen(pdf, scale=4)
    assert colour_at(image, mm(60), mm(62)) == PALETTE["surface"]
    assert colour_at(image, mm(60), mm(58)) == PALETTE["primary"]
    assert colour_at(image, mm(60), mm(66)) == PALETTE["line"]
    assert colour_at(image, mm(60), mm(70)) == "FFFFFF"


def chart() -> Chart:
    rect = Rect(mm(20), mm(100), mm(80), mm(40))
    bar = Shape(called("柱"), Rect(mm(40), mm(110), mm(30), mm(8)), fill="primary")
    label = text_box(line("2600亿元", x=mm(72), baseline=mm(116)))
    return Chart(
        name=called("图"),
        rect=rect,
        plot=rect,
        kind="bar",
        categories=("投资",),
        series=(Series(name="投资", values=(Decimal(2600),), colours=("primary",)),),
        number_format="0",
        unit="亿元",
        low=Decimal(0),
        high=Decimal(3000),
        gap=50,
        label_size=pt(9),
        category_size=pt(9),
        alt="基建投资2600亿元",
        drawn=(bar, label),
    )


def test_figures_have_their_words_and_their_place() -> None:
    star = Shape(called("星"), Rect(mm(150), mm(100), mm(10), mm(10)), fill="accent", alt="重点")
    group = Group(called("示意"), (replace(star, alt=""), simple("三脉", 150)), alt="三脉示意图")
    pdf = render(scene(simple("标题", 20, "h1"), chart(), star, group))
    assert structure(pdf)[1:] == 3 * [("Figure", ["content"])]
    figures = elements(pdf, "Figure")
    assert [figure["/Alt"] for figure in figures] == ["基建投资2600亿元", "重点", "三脉示意图"]
    box = [float(value) for value in figures[0]["/A"]["/BBox"]]
    expected = [mm(20), HEIGHT - mm(140), mm(100), HEIGHT - mm(100)]
    assert box == pytest.approx([value / 12700 for value in expected], abs=0.01)
    assert colour_at(seen(pdf), mm(55), mm(114)) == PALETTE["primary"]
    assert "2600亿元" in read_by_pdfium(pdf)


def test_decoration_and_furniture_are_not_read_out() -> None:
    footer = replace(simple("羊城晚报·内部资料", 285), slot=Slot("footer"))
    number = replace(simple("3", 285), slot=Slot("number"))
    bar = Shape(called("色条"), Rect(0, 0, WIDTH, mm(5)), fill="primary")
    ruler = Rule(called("线"), mm(20), mm(50), mm(100), mm(50), Stroke("line", pt(1)))
    grouped = Group(called("组"), (bar, simple("组里的话", 60)))
    pdf = render(scene(bar, simple("标题", 20, "h1"), ruler, grouped, footer, number))
    assert structure(pdf) == [("H1", ["content"]), ("P", ["content"])]
    content = opened(pdf).pages[0].get_contents().get_data()
    assert b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC" in content
    assert content.count(b"BDC") + content.count(b"BMC") == content.count(b"EMC")


def test_all_that_is_drawn_is_marked() -> None:
    pdf = render(scene(simple("标题", 20, "h1"), table(), chart(), text_box(
        line("底色上的字", x=mm(20), baseline=mm(200)), fill="surface")))  # fmt: skip
    depth = 0
    for row in opened(pdf).pages[0].get_contents().get_data().decode("ascii").splitlines():
        words = row.split()
        depth += words.count("BDC") + words.count("BMC") - words.count("EMC")
        if {"Tj", "TJ", "S", "f*", "B*", "Do"} & set(words):
            assert depth == 1, row


@pytest.mark.parametrize(
    ("geometry", "inside", "outside"),
    [
        ("rect", [(0.01, 0.02), (0.99, 0.98)], []),
        ("round", [(0.5, 0.01), (0.04, 0.5)], [(0.002, 0.005)]),
        ("ellipse", [(0.5, 0.03), (0.03, 0.5)], [(0.1, 0.1), (0.9, 0.9)]),
        ("pentagon", [(0.02, 0.5), (0.97, 0.5)], [(0.97, 0.1)]),
        ("chevron", [(0.3, 0.5), (0.97, 0.5), (0.02, 0.02)], [(0.05, 0.5), (0.97, 0.1)]),
    ],
)
def test_shapes_cover_what_their_geometry_says(
    geometry: Geometry, inside: Any, outside: Any
) -> None:
    rect = Rect(mm(30), mm(40), mm(80), mm(40))
    image = seen(
        render(scene(Shape(called("形"), rect, geometry=geometry, fill="primary"))), scale=3
    )
    for share, wanted in ((inside, PALETTE["primary"]), (outside, "FFFFFF")):
        for x, y in share:
            found = colour_at(image, rect.x + int(x * rect.w), rect.y + int(y * rect.h))
            assert found == wanted, (x, y)


def test_a_rectangle_ends_where_it_should() -> None:
    rect = Rect(mm(30), mm(40), mm(50), mm(20))
    image = seen(render(scene(Shape(called("形"), rect, fill="primary"))), scale=4)
    for x, y, wanted in [
        (rect.x + mm(0.3), rect.y + mm(0.3), PALETTE["primary"]),
        (rect.x - mm(0.3), rect.y + mm(1), "FFFFFF"),
        (rect.right - mm(0.3), rect.bottom - mm(0.3), PALETTE["primary"]),
        (rect.right + mm(0.3), rect.bottom - mm(1), "FFFFFF"),
        (rect.x + mm(1), rect.bottom + mm(0.3), "FFFFFF"),
    ]:
        assert colour_at(image, x, y) == wanted


def test_paths_leave_their_holes_open_and_strokes_are_dashed() -> None:
    def square(x: int, y: int, side: int) -> tuple[Move, ...]:
        corners = ((x, y), (x + side, y), (x + side, y + side), (x, y + side))
        first, *rest = corners
        return (Move("M", (first,)), *(Move("L", (each,)) for each in rest), Move("Z"))

    frame = Shape(
        called("框"),
        Rect(mm(30), mm(30), mm(60), mm(60)),
        path=square(mm(30), mm(30), mm(60)) + square(mm(50), mm(50), mm(20)),
        fill="primary",
    )
    dashed = Rule(
        called("虚线"), mm(30), mm(120), mm(150), mm(120), Stroke("ink", pt(2), dashed=True)
    )
    image = seen(render(scene(frame, dashed)), scale=4)
    assert colour_at(image, mm(40), mm(40)) == PALETTE["primary"]
    assert colour_at(image, mm(60), mm(60)) == "FFFFFF"
    row = [colour_at(image, mm(30) + step * pt(0.5), mm(120)) for step in range(200)]
    changes = sum(one != other for one, other in pairwise(row))
    assert changes > 8
    assert {"FFFFFF", PALETTE["ink"]} <= set(row)


def test_a_hatched_shape_has_strokes_of_its_colour_within_its_edges() -> None:
    rect = Rect(mm(20), mm(20), mm(60), mm(30))
    shape = Shape(called("x"), rect, fill="primary", pattern="hatched")
    image = seen(render(scene(shape)), scale=2)

    def share(area: Rect) -> float:
        """How much of an area is in the colour."""
        box = [round(n / 12700 * 2) for n in (area.x, area.y, area.right, area.bottom)]
        shown = image.crop(tuple(box)).convert("L").point(lambda n: 255 if n < 160 else 0)
        return sum(shown.histogram()[255:]) / (shown.width * shown.height)

    assert 0.2 < share(rect.inset(mm(1), mm(1), mm(1), mm(1))) < 0.5
    assert share(Rect(rect.right + mm(1), rect.y, mm(20), rect.h)) == 0
    assert share(Rect(rect.x, rect.y - mm(12), rect.w, mm(11))) == 0


def test_an_arrow_points_at_its_second_end() -> None:
    arrow = Rule(
        called("箭头"), mm(30), mm(50), mm(90), mm(50), Stroke("primary", pt(3)), arrow=True
    )
    image = seen(render(scene(arrow)), scale=4)
    thick = [
        x
        for x in range(mm(25), mm(95), mm(0.5))
        if colour_at(image, x, mm(50) + pt(2.5)) == PALETTE["primary"]
    ]
    assert thick
    assert mm(85) < min(thick) <= max(thick) < mm(90)


def test_pictures_are_cropped_placed_and_embedded_once() -> None:
    data = red_png()
    whole = Picture(
        name=called("图"),
        rect=Rect(mm(20), mm(40), mm(40), mm(20)),
        data=data,
        media_type="image/png",
        alt="左红右蓝",
    )
    blue = replace(whole, rect=Rect(mm(80), mm(40), mm(20), mm(20)), crop=(500, 0, 0, 0), alt="")
    pdf = render(scene(whole, blue))
    image = seen(pdf)
    assert colour_at(image, mm(22), mm(50)) == "FF0000"
    assert colour_at(image, mm(58), mm(50)) == "0000FF"
    assert colour_at(image, mm(82), mm(50)) == "0000FF"
    assert colour_at(image, mm(78), mm(50)) == "FFFFFF"
    assert len(opened(pdf).pages[0]["/Resources"]["/XObject"]) == 1
    assert structure(pdf) == [("Figure", ["content"])]


def test_transparent_and_jpeg_pictures_show_what_they_are() -> None:
    clear = Picture(
        name=called("图"),
        rect=Rect(mm(20), mm(40), mm(40), mm(20)),
        data=red_png("RGBA"),
        media_type="image/png",
        alt="",
    )
    file = BytesIO()
    Image.new("RGB", (64, 64), "blue").save(file, "JPEG")
    photo = Picture(
        name=called("照片"),
        rect=Rect(mm(20), mm(80), mm(20), mm(20)),
        data=file.getvalue(),
        media_type="image/jpeg",
        alt="蓝",
    )
    pdf = render(
        scene(Shape(called("底"), Rect(0, 0, WIDTH, mm(70)), fill="surface"), clear, photo)
    )
    image = seen(pdf)
    assert colour_at(image, mm(25), mm(50)) == "FF0000"
    assert colour_at(image, mm(55), mm(50)) == PALETTE["surface"]
    assert colour_at(image, mm(30), mm(90))[4:] in ("FE", "FF")
    assert file.getvalue() in pdf


def deck() -> Any:
    ground = Shape(called("底纹"), Rect(0, mm(280), WIDTH, mm(17)), fill="accent")
    words = simple("版式上的字", 290)
    layouts = (Layout("plain", called("普通"), (), (ground, words), "surface"),)

    def page(id: str, title: str, **more: Any) -> Page:
        there = Line((span("下一页", mm(20), INK, link="page:end"),), mm(20), mm(60), 0)
        items = (simple(title, 30, "h1"), text_box(there))
        return Page(id=id, layout="plain", title=title, items=items, ground="surface", **more)

    return scene(
        pages=(
            page("cover", "封面"),
            page("one", "创新动能"),
            page("secret", "隐藏页", hidden=True),
            page("two", "实体经济"),
            page("end", "结尾"),
        ),
        layouts=layouts,
        sections=(Section("六个全力", ("one", "secret", "two")),),
    )


def test_a_deck_has_bookmarks_links_grounds_and_no_hidden_pages() -> None:
    pdf = render(deck())
    reader = opened(pdf)
    assert len(reader.pages) == 4

    def titles(outline: Any) -> Any:
        return [titles(each) if isinstance(each, list) else each.title for each in outline]

    assert titles(reader.outline) == ["封面", "六个全力", ["创新动能", "实体经济"], "结尾"]
    assert [kind for kind, _ in structure(pdf)] == 4 * ["Sect"]
    assert structure(pdf)[0][1] == [("H1", ["content"]), ("P", [("Link", ["content", "link"])])]
    action = reader.pages[0]["/Annots"][0].get_object()["/A"]
    assert action["/S"] == "/GoTo"
    assert action["/D"][0] == reader.pages[3].indirect_reference
    image = seen(pdf, 1)
    assert colour_at(image, mm(100), mm(150)) == PALETTE["surface"]
    assert colour_at(image, mm(100), mm(285)) == PALETTE["accent"]
    assert "版式上的字" in read_by_pypdf(pdf)


def test_one_page_needs_no_bookmarks() -> None:
    assert opened(render(scene(simple("一页")))).outline == []


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "page:none", "x"])
def test_links_that_lead_nowhere_or_do_harm_are_left_out(target: str) -> None:
    words = Line((span("点我", mm(20), INK, link=target),), mm(20), mm(60), 0)
    pdf = render(scene(text_box(words, link=target)))
    assert "/Annots" not in opened(pdf).pages[0]
    assert read_by_pypdf(pdf) == "点我"


def test_a_link_over_two_lines_is_one_link_with_two_areas() -> None:
    lines = [
        Line((span("很长的链接", mm(20), INK, link="mailto:a@b.cn"),), mm(20), mm(60 + 6 * at), 0)
        for at in range(2)
    ]
    pdf = render(scene(text_box(*lines)))
    assert structure(pdf) == [("P", [("Link", ["content", "link", "link"])])]


def test_boxes_and_shapes_link_as_a_whole() -> None:
    rect = Rect(mm(20), mm(20), mm(60), mm(30))
    box = text_box(line("看数据", x=mm(22), baseline=mm(30)), rect=rect, link="https://a.cn/")
    icon = Shape(
        called("图标"), Rect(mm(100), mm(20), mm(9), mm(9)), fill="ink", link="https://b.cn/"
    )
    pdf = render(scene(box, icon))
    assert structure(pdf) == [("P", [("Link", ["content", "link"])]), ("Link", ["link"])]
    areas = [each.get_object()["/Rect"] for each in opened(pdf).pages[0]["/Annots"]]
    assert float(areas[0][2]) - float(areas[0][0]) == pytest.approx(mm(60) / 12700, abs=0.01)
    assert float(areas[1][2]) - float(areas[1][0]) == pytest.approx(mm(9) / 12700, abs=0.01)


def test_page_size_language_and_what_the_document_says_of_itself() -> None:
    reader = opened(render(scene(simple("一页"))))
    assert [round(float(value)) for value in reader.pages[0].mediabox] == [0, 0, 595, 842]
    root = reader.root_object
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == META.title
    assert reader.metadata.author == META.author
    assert reader.metadata["/CreationDate"] == "D:20240201000000Z"
    xmp = reader.xmp_metadata
    assert xmp is not None
    assert xmp.dc_title["x-default"] == META.title
    assert xmp.dc_creator == [META.author]
    assert xmp.dc_language == ["zh-CN"]
    assert xmp.pdf_keywords == "广州, 简报"
    assert xmp.xmp_create_date is not None
    assert xmp.xmp_create_date.year == 2024


@pytest.mark.parametrize(
    ("date", "stamp"),
    [("2024", "D:20240101000000Z"), ("2024-02-19", "D:20240219000000Z"), ("去年", None)],
)
def test_dates_are_as_exact_as_they_are_given(date: str, stamp: str | None) -> None:
    reader = opened(render(scene(simple("一页"), meta=replace(META, date=date))))
    assert reader.metadata is not None
    assert reader.metadata.get("/CreationDate") == stamp


def test_colours_are_defined_for_print() -> None:
    from PIL import ImageCms

    (intent,) = opened(render(scene(simple("一页")))).root_object["/OutputIntents"]
    profile = intent.get_object()["/DestOutputProfile"].get_object().get_data()
    ours = ImageCms.ImageCmsProfile(BytesIO(profile))
    grey = Image.linear_gradient("L").convert("RGB")
    grey.paste((168, 22, 28), (0, 0, 128, 128))
    converted = ImageCms.profileToProfile(grey, ours, ImageCms.createProfile("sRGB"))
    assert converted is not None
    assert max(map(abs, map(int.__sub__, converted.tobytes(), grey.tobytes()))) <= 1


def test_the_same_scene_gives_the_same_bytes_and_another_one_another_identity() -> None:
    first, second = scene(simple("甲")), scene(simple("乙乙"))
    # In one process, one after the other: nothing of a document may stay behind for the next.
    together = [render(each) for each in (first, second, first)]
    assert together[0] == together[2]
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from pdf_scenes import scene, simple; from briefgen.render.pdf import render;"
        "sys.stdout.buffer.write(render(scene(simple('乙乙'))))"
    )
    folder = str(__file__).rpartition("test_pdf.py")[0]
    apart = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, check=True)
    assert apart.stdout == together[1]
    identities = [opened(pdf).trailer["/ID"][0] for pdf in together]
    assert identities[0] == identities[2] != identities[1]


def test_no_data_can_be_taken_for_the_end_of_line_after_it() -> None:
    """Whoever takes an end of line off the data before `endstream` comes to their Length."""
    count = 0
    for n in range(40):  # data of many ends, some of them ends of lines
        pdf = render(scene(simple(f"第{n}版")))
        for match in re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", pdf):
            end = pdf.index(b"endstream", match.end() + int(match[1]))
            data = re.sub(rb"(\r\n|\r|\n)\Z", b"", pdf[match.end() : end])
            assert len(data) == int(match[1])
            count += pdf[end - 3 : end - 2] in (b"\r", b"\n")
    assert count > 0


def test_a_font_that_is_not_there_is_said_so() -> None:
    missing = replace(
        scene(simple("甲")), theme=replace(THEME, print_face=Faces(("No Such Face",)))
    )
    with pytest.raises(MachineError, match=r"NoSuchFace-Regular\.ttf"):
        render(missing)


@pytest.mark.parametrize("last", [b"\r", b"\n", b"a"])
def test_streams_end_where_their_length_says_whatever_they_end_with(last: bytes) -> None:
    # The last byte of compressed data is a sum of what it holds (RFC 1950).
    content = bytes([last[0] - 1])
    assert zlib.compress(content).endswith(last)
    found = re.fullmatch(
        rb".*/Length (\d+).*?\nstream\n(.*)endstream\n", Stream(content).format(None), re.DOTALL
    )
    assert found
    # A reader that takes CR, LF or both as one end of line finds the very bytes.
    data = re.sub(rb"(\r\n|\r|\n)\Z", b"", found[2])
    assert len(data) == int(found[1])
    assert zlib.decompress(data) == content


@pytest.mark.slow
@pytest.mark.parametrize("fill", ["", "surface"])
@pytest.mark.parametrize("stroke", [None, Stroke("primary", pt(2))])
def test_a_shape_has_the_fill_and_the_edge_it_is_given(fill: str, stroke: Stroke | None) -> None:
    rect = Rect(mm(50), mm(50), mm(40), mm(30))
    page = seen(render(scene(Shape(called("方"), rect, fill=fill, stroke=stroke))), scale=8)
    inside = PALETTE[fill] if fill else "FFFFFF"
    middle = rect.y + mm(15)
    # So near the edge that the thinnest line would be seen, which is what no width stands for.
    assert colour_at(page, rect.x + pt(0.25), middle) == (PALETTE["primary"] if stroke else inside)
    assert colour_at(page, rect.x + mm(20), middle) == inside
    assert colour_at(page, rect.x - mm(1), middle) == "FFFFFF"
