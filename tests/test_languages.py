"""Languages: traditional Chinese converted, English complete, titles in two of them."""

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from outlines import DECK, OUTLINE, TOPICS, loaded, nodes, project
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from rows import every

from briefgen.brief.hant import Traditional
from briefgen.brief.model import Language
from briefgen.build import Request, build, check
from briefgen.geometry import Rect, Size, mm, pt
from briefgen.outline.voice import second_language
from briefgen.problems import NOWHERE, Problems
from briefgen.scene.bilingual import bilingual
from briefgen.scene.canvas import canvas_of
from briefgen.scene.layouts import deck_layouts
from briefgen.scene.placeholders import Layout
from briefgen.theme.load import load_theme
from briefgen.theme.vision import contrast
from briefgen.typography.fonts import load_fonts

BASE = OUTLINE + TOPICS + DECK
HANT = "language: zh-Hant"
THEMES = [
    theme
    for name in ("lingnan", "pearl-river", "neutral", "print-mono")
    if (theme := load_theme(name, NOWHERE, Problems()))
]


@pytest.mark.parametrize(
    ("simplified", "converted"),
    [
        ("发展软件，理发", "發展軟件，理髮"),
        ("皇后之后，里程三里", "皇后之後，里程三里"),
        ("说明群众、启动卫生", "説明羣眾、啓動衞生"),
        ("“内‘外’环”与Xi’an", "「內『外』環」與Xi’an"),
        ("{gdp-2023}与{{大括号}}", "{gdp-2023}與{{大括號}}"),
        ("繁體已經如此", "繁體已經如此"),
    ],
)
def test_simplified_becomes_traditional(simplified: str, converted: str) -> None:
    assert Traditional()(simplified) == converted


def test_regions_have_their_own_words() -> None:
    assert Traditional("tw")("软件与信息") == "軟體與資訊"
    assert Traditional("hk")("软件与信息") == "軟件與信息"
    assert Traditional("hk", corner=False)("“软件”") == "“軟件”"


def test_own_terms_come_first() -> None:
    own = Traditional(terms=(("整车", "整車"), ("软件", "軟體"), ("软件园", "軟件園")))
    assert own("整车里程碑，软件园的软件") == "整車里程碑，軟件園的軟體"


def test_the_printed_face_has_what_is_converted() -> None:
    """Every character of GB 2312's first level that has a traditional form in common use."""
    fonts = load_fonts()
    codes = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    common = "".join(code.decode("gb2312", "ignore") for code in codes)
    missing = fonts.missing(Traditional("hk")(common))
    assert len(missing) <= 3, missing


@pytest.mark.slow
def test_a_traditional_audience(tmp_path: Path) -> None:
    text = BASE.replace("title: 创新成轴}", "title: '“创新”成轴：产值{output}'}")
    text += "traditional: {实体: 實體}\nlexicon: [创新成轴]\n"
    taiwan = f"{HANT}\nregion: tw\nquotes: curly"
    path = project(tmp_path, text, hk=f"name: 香港\n{HANT}", tw=taiwan)
    report = build(Request(path, ("hk", "tw")))
    found = [problem for problem in report.problems if problem.code == "converted"]
    assert found
    assert all(problem.severity == "note" and problem.mark.line for problem in found)
    deck = Presentation(io.BytesIO((tmp_path / "out/demo-hk.pptx").read_bytes()))
    titles = [slide.shapes.title.text_frame.text.replace("\v", "") for slide in deck.slides]
    assert "「創新」成軸：產值超3200億元" in titles
    xml = deck.slides[3].shapes.title._element.xml
    assert 'lang="zh-HK"' in xml
    assert "typeface" not in xml
    theme = deck.part.part_related_by(RT.THEME).blob.decode()
    assert "Microsoft JhengHei" in theme
    assert "YaHei" not in theme
    curly = Presentation(io.BytesIO((tmp_path / "out/demo-tw.pptx").read_bytes()))
    xml = curly.slides[3].shapes.title._element.xml
    assert 'lang="zh-TW"' in xml
    assert "“" in xml
    page = pypdfium2.PdfDocument(tmp_path / "out/demo-hk.pdf")[0].get_textpage().get_text_range()
    assert "產值" in page
    assert "产值" not in page


def test_our_own_words_are_converted(tmp_path: Path) -> None:
    path = project(tmp_path, BASE.replace("kind: closing, title: 谢谢", "kind: sources"), hk=HANT)
    build(Request(path, ("hk",), formats=("deck",)))
    deck = Presentation(io.BytesIO((tmp_path / "out/demo-hk.pptx").read_bytes()))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    tables = [shape.table for shape in shapes if shape.has_table]
    rows = [[cell.text_frame.text for cell in row.cells] for each in tables for row in each.rows]
    said = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    words = "\n".join([*said, *(text for row in rows for text in row)])
    assert "每個數字都有出處" in words
    assert "附錄" in words
    assert ["數字", "指標", "原句", "頁"] in rows
    assert "「去年全市產值超3200億元」" in words
    assert not {"数", "处", "个"} & set(words)


def test_a_wording_of_its_own_is_kept(tmp_path: Path) -> None:
    text = BASE.replace("title: 谢谢}", "title: {zh: 谢谢, zh-Hant: 多謝晒}}")
    made, found = loaded(project(tmp_path, text, hk=HANT), "hk")
    assert made, found
    assert str(made.deck[-1].title) == "多謝晒"


def test_english_lists_every_missing_wording(tmp_path: Path) -> None:
    path = project(tmp_path, BASE, abroad="language: en")
    found = [p for p in check(Request(path, ("abroad",))) if p.code == "missing-translation"]
    lines = path.read_text("utf-8").split("\n")
    for chinese in ("第一部分", "全力创新", "做强实体。"):
        at = next(number for number, line in enumerate(lines, 1) if chinese in line)
        assert any(p.mark.line == at and p.severity == "error" for p in found)
    assert len(found) >= 15


def test_times_of_the_calendar_say_themselves_in_english(tmp_path: Path) -> None:
    """In the outline, which is Chinese, and in the audience's own file alike."""
    slide = """\
deck:
  - id: way
    kind: timeline
    title: {zh: 进展, en: The way}
    events:
      - {when: 前三季度, what: {zh: 一, en: One}}
      - {when: 截至10月底, what: {zh: 二, en: Two}}
      - {when: {zh: 2027年上半年}, what: {zh: 三, en: Three}, target: yes}
"""
    abroad = "language: en\ndeck:\n  set:\n    way: {title: 2030年底前}\n"
    made, found = loaded(project(tmp_path, OUTLINE + slide, abroad=abroad), "abroad")
    assert made, found
    (way,) = made.deck
    fields: Any = way.fields
    assert [str(event.when) for event in fields.events] == [
        "First three quarters", "As of the end of October", "First half of 2027",
    ]  # fmt: skip
    assert str(way.title) == "By the end of 2030"


BILINGUAL = """\
bilingual: yes
deck:
  set:
    part: {title: {zh: 第一部分, en: Part one}}
    numbers: {title: {zh: '产值{output}', en: 'Output of {output}'}}
    one: {title: {zh: 创新成轴, en: An axis of innovation}}
    two: {title: {zh: 做强实体, en: A strong real economy}}
    end: {title: {zh: 谢谢, en: Thank you}}
"""


@pytest.mark.slow
def test_titles_in_two_languages(tmp_path: Path) -> None:
    path = project(tmp_path, BASE, both=BILINGUAL)
    report = build(Request(path, ("both",)))
    assert [str(p) for p in report.problems if p.severity == "error"] == []
    deck = Presentation(io.BytesIO((tmp_path / "out/demo-both.pptx").read_bytes()))
    seconds = []
    for slide in deck.slides:
        boxes = [p for p in slide.placeholders if p.placeholder_format.idx == 22]
        assert len(boxes) == 1
        assert boxes[0].placeholder_format.type.name == "SUBTITLE"
        own = {p.placeholder_format.idx for p in slide.slide_layout.placeholders}
        assert 22 in own
        seconds.append(boxes[0].text_frame.text)
        title = slide.shapes.title
        assert boxes[0].top >= title.top + title.height
    assert seconds == [
        "Demo", "Part one", "Output of over RMB\u00a0320\u00a0billion", "An axis of innovation",
        "A strong real economy", "Thank you",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("own", "language", "second"),
    [
        ("zh-Hans", "zh-Hans", "en"),
        ("zh-Hant", "zh-Hant", "en"),
        ("zh-Hans", "en", "zh-Hans"),
        ("zh-Hant", "en", "zh-Hant"),
        ("en", "en", "zh-Hans"),
    ],
)
def test_the_second_language_is_the_outlines_own_beside_english(
    own: Language, language: Language, second: Language
) -> None:
    outline = nodes("brief: {bilingual: yes}")
    assert second_language(outline, language, own) == second
    assert second_language(nodes("brief: {slug: x}"), language, own) is None


UPRIGHT = canvas_of(Size(mm(210), mm(297)))


@every("layout", [*deck_layouts(), *deck_layouts(UPRIGHT)], ids=lambda layout: layout.id)
def test_the_second_line_takes_its_room_from_the_title_alone(layout: Layout) -> None:
    made = bilingual(layout)
    before = {each.slot: each for each in layout.slots}
    titles = [each for each in layout.slots if each.slot.role == "title"]
    assert len(made.slots) == len(layout.slots) + len(titles)
    for each in made.slots[: len(layout.slots)]:
        assert each == before[each.slot] or each.slot.role == "title"
    for old, second in zip(titles, made.slots[len(layout.slots) :], strict=True):
        first = next(each for each in made.slots if each.slot == old.slot)
        assert first.rect.bottom == second.rect.y
        assert (first.rect.x, first.rect.y, first.rect.w) == (old.rect.x, old.rect.y, old.rect.w)
        assert (second.rect.x, second.rect.w) == (old.rect.x, old.rect.w)
        assert 0 <= second.rect.bottom - old.rect.bottom <= pt(4)
        assert second.style.size <= old.style.size
        # As many lines as before, of smaller type with as much air, and one of the second language.
        assert first.rect.h // first.leading >= old.rect.h // old.leading
        assert first.style.size * old.leading == pytest.approx(
            old.style.size * first.leading, rel=0.001
        )
        assert second.rect.h == second.leading
        # It is read on the ground that it stands on, whatever the theme.
        for theme in THEMES:
            ground = theme.hex(layout.ground)
            assert contrast(theme.hex(second.style.colour), ground) >= 4.5, theme.id
        others = (each.rect for each in layout.slots if each is not old)
        assert not any(intersect(second.rect, rect) for rect in others)


def intersect(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right and other.x < one.right
        and one.y < other.bottom and other.y < one.bottom
    )  # fmt: skip


def test_a_second_title_makes_no_slide_a_title_slide(tmp_path: Path) -> None:
    """What goes for all but the title slide, such as slide numbers, is told by these types."""
    titles = {}
    for name, second in (("both", BILINGUAL), ("one", "theme: lingnan")):
        path = project(tmp_path, BASE, **{name: second})
        build(Request(path, (name,), formats=("deck",), jobs=1))
        deck = Presentation(io.BytesIO((tmp_path / f"out/demo-{name}.pptx").read_bytes()))
        layouts = {
            layout.name: layout.element.get("type")
            for layout in deck.slide_layouts
            if layout.element.get("type")
        }
        assert [name for name, kind in layouts.items() if kind == "title"] == ["封面"]
        titles[name] = [s.shapes.title.placeholder_format.type.name for s in deck.slides]
        prompts = [
            holder.placeholder_format.type.name
            for layout in deck.slide_layouts
            for holder in layout.placeholders
            if holder.placeholder_format.idx == 0
        ]
        assert prompts == ["CENTER_TITLE", *["TITLE"] * (len(prompts) - 1)]
        # The layout without any placeholder for words has no title either.
        assert len(prompts) == len(deck.slide_layouts) - 1
    assert titles["both"] == titles["one"] == ["CENTER_TITLE", *["TITLE"] * 5]


def test_a_missing_second_title_is_an_error(tmp_path: Path) -> None:
    path = project(tmp_path, BASE, both="bilingual: yes")
    found = [str(problem) for problem in check(Request(path, ("both",)))]
    titled = [problem for problem in found if "titles' second lines are in English" in problem]
    assert len(titled) == 5
