"""How decks on a template look: titles of one size, whole numbers, the house's colours."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import templates
import test_template_places
from templates import A, P, R
from test_template_decks import opened as made_deck
from test_template_decks import request
from test_template_places import block, deck, on_master, opened

from briefgen.build import build
from briefgen.geometry import Rect
from briefgen.record import replace
from briefgen.template.area import _off, safe_area
from briefgen.template.model import Board, Decor, Paint
from briefgen.template.tokens import coloured
from briefgen.typography.ends import blemishes
from briefgen.typography.fit import Setting
from briefgen.typography.flow import measure
from briefgen.typography.fonts import Faces, load_fonts
from briefgen.typography.text import Paragraph, Run, Style

LAYOUT = "ppt/slideLayouts/slideLayout{}.xml"
LONG = "原有动力有的在弱化，新动力尚未挑起大梁，老路子行不通"
TITLES = f"""
deck:
  - {{kind: agenda}}
  - {{kind: section, title: 第一部分}}
  - {{kind: bullets, id: short, title: 三点, points: [先做第一件, 再做第二件]}}
  - {{kind: bullets, id: long, title: "{LONG}", points: [先做第一件, 再做第二件]}}
  - {{kind: table, id: grid, title: 表格, header: [名称, 数量], rows: [[甲, 一], [乙, 二]]}}
"""
AGENDA = """
deck:
  - {kind: agenda}
  - {kind: section, title: 第一部分, lead: 由此开始}
  - {kind: bullets, id: points, title: 三点, points: [先做第一件, 再做第二件]}
  - {kind: section, title: 第二部分, lead: 到此为止}
  - {kind: bullets, id: others, title: 两点, points: [先做第一件, 再做第二件]}
"""
EM = 127_000


def size(shape: Any) -> float:
    """The size of a title, in points: its own, or the default template's."""
    found = {run.font.size for each in shape.text_frame.paragraphs for run in each.runs}
    (own,) = found
    return 44.0 if own is None else float(own.pt)


def bar(y: int, h: int, colour: str) -> str:
    return block(0, y, 9_144_000, h, colour)


@pytest.mark.slow
def test_titles_above_content_are_of_one_size_and_break_at_their_commas(tmp_path: Path) -> None:
    slides = list(deck(templates.DEFAULT.read_bytes(), tmp_path, TITLES).slides)
    titles = [slide.shapes.title for slide in slides if slide.slide_layout.name != "Section Header"]
    assert len({size(title) for title in titles}) == 1
    lines = titles[2].text_frame.text.split("\v")
    assert len(lines) == 2
    assert lines[0].endswith("，")
    assert "".join(lines) == LONG


@pytest.mark.slow
def test_sections_are_a_ruled_list_whose_rows_lead_to_them(tmp_path: Path) -> None:
    slide = deck(templates.DEFAULT.read_bytes(), tmp_path, AGENDA).slides[0]
    assert slide.slide_layout.name == "Title Only"
    rows = [each for each in slide.shapes if each.has_text_frame and "部分" in each.text_frame.text]
    assert [each.text_frame.text for each in rows] == ["第一部分\n由此开始", "第二部分\n到此为止"]
    assert all(each.click_action.target_slide is not None for each in rows)
    assert not list(slide._element.iterfind(".//{*}rPr/{*}hlinkClick"))


@pytest.mark.slow
def test_sections_are_the_templates_own_list_where_a_slide_asks_for_its_layout(
    tmp_path: Path,
) -> None:
    asked = AGENDA.replace("{kind: agenda}", "{kind: agenda, layout: Title and Content}")
    slide = deck(templates.DEFAULT.read_bytes(), tmp_path, asked).slides[0]
    assert slide.placeholders[1].text_frame.text.startswith("第一部分\n由此开始")


@pytest.mark.slow
def test_where_bars_are_black_and_grey_marks_are_grey(tmp_path: Path) -> None:
    template = opened(on_master(bar(6_200_000, 658_000, "262626")), tmp_path)
    colours = template.palette(template.board("title-only")).colours
    assert not any(coloured(colours[token]) for token in ("primary", "primary-dark", "accent"))
    assert colours["primary"] != colours["ink"]


@pytest.mark.slow
def test_beside_the_one_accent_that_is_shown_stands_a_grey(tmp_path: Path) -> None:
    template = opened(on_master(bar(6_200_000, 658_000, "8064A2")), tmp_path)
    made = template.palette(template.board("title-only"))
    assert (made.shades["primary"].slot, made.colours["primary"]) == ("accent4", "8064A2")
    assert made.colours["primary-dark"] == "8064A2"
    assert not coloured(made.colours["accent"])


@pytest.mark.slow
def test_the_colour_of_titles_leads_where_that_of_bars_does_not_read(tmp_path: Path) -> None:
    parts = templates.files_of(on_master(bar(6_200_000, 658_000, "F79646")))
    text = parts[templates.MASTER].decode()
    head, style = text.split("<p:titleStyle>", 1)
    style = style.replace('val="tx1"', 'val="accent4"', 1)
    data = templates.zipped({**parts, templates.MASTER: f"{head}<p:titleStyle>{style}".encode()})
    template = opened(data, tmp_path)
    colours = template.palette(template.board("title-only")).colours
    assert colours["primary"] == "8064A2"


@pytest.mark.slow
def test_a_bar_that_is_a_picture_gives_the_house_its_colour(tmp_path: Path) -> None:
    data = templates.png("#541B86", (64, 8))
    parts = templates.files_of(
        templates.related(templates.MASTER, "image", "../media/bar.png", data=data)
    )
    picture = (
        f'<p:pic {P} {A} {R}><p:nvPicPr><p:cNvPr id="91" name="Bar"/><p:cNvPicPr/><p:nvPr/>'
        '</p:nvPicPr><p:blipFill><a:blip r:embed="rId99"/><a:stretch><a:fillRect/></a:stretch>'
        '</p:blipFill><p:spPr><a:xfrm><a:off x="0" y="6300000"/><a:ext cx="9144000" cy="558000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    text = parts[templates.MASTER].decode().replace("</p:grpSpPr>", "</p:grpSpPr>" + picture, 1)
    parts[templates.MASTER] = text.encode()
    parts[templates.TYPES] = parts[templates.TYPES].replace(
        b"<Override", b'<Default Extension="png" ContentType="image/png"/><Override', 1
    )
    assert opened(templates.zipped(parts), tmp_path).held.colour == "541B86"


@pytest.mark.slow
@pytest.mark.parametrize("y", [6_000_000, 6_100_000, 6_130_000, 6_200_000])
def test_content_keeps_twelve_points_from_a_bar_below_it(y: int, tmp_path: Path) -> None:
    template = opened(on_master(bar(y, 6_858_000 - y, "C00000")), tmp_path)
    for role in ("title-only", "content"):
        area = safe_area(template.held, template.board(role), template.model)
        assert area.bottom <= y - 12 * 12_700


@pytest.mark.slow
def test_titles_stay_at_one_place_from_slide_to_slide(tmp_path: Path) -> None:
    parts = templates.files()
    name = LAYOUT.format(6)
    moved = (
        '<p:spPr><a:xfrm><a:off x="500000" y="200000"/><a:ext cx="8229600" cy="1143000"/></a:xfrm>'
        "</p:spPr>"
    )
    text = re.sub(r"<p:spPr\s*/>", moved, parts[name].decode(), count=1)
    assert text != parts[name].decode()
    data = templates.zipped({**parts, name: text.encode()})
    slides = deck(data, tmp_path, TITLES).slides
    shown = {s.slide_layout.name for s in slides} - {"Section Header"}
    assert shown == {"Title and Content"}


@pytest.mark.slow
def test_words_below_the_title_of_a_cover_are_smaller_than_it(tmp_path: Path) -> None:
    data = templates.changed(
        LAYOUT.format(1), lambda text: text.replace("<a:defRPr>", "<a:defRPr sz='4400'>")
    )
    cover = deck(data, tmp_path, "\ndeck:\n  - {kind: cover}\n").slides[0]
    below = cover.placeholders[1].text_frame.paragraphs[0].runs[0].font.size
    assert below is not None
    assert below.pt <= 0.72 * 44


@pytest.mark.slow
def test_what_stands_at_the_foot_is_alike_on_slides_in_smaller_type(tmp_path: Path) -> None:
    long = "这一张卡片上要写的话很多，从来由讲到去向，一句也不能少"
    card = f"{{head: 一件事, icon: flask, text: {'。'.join([long] * 5)}。}}"
    content = (
        "\ndeck:\n  - {kind: bullets, id: points, title: 三点, points: [先做第一件]}\n"
        f"  - {{kind: cards, id: cards, title: 四件事, cards: [{card}, {card}, {card}]}}\n"
    )
    slides = deck(templates.DEFAULT.read_bytes(), tmp_path, content).slides
    feet = [
        sorted(
            (each.name, each.text_frame.paragraphs[0].runs[0].font.size)
            for each in slide.placeholders
            if each.placeholder_format.idx in (10, 11)
        )
        for slide in slides
    ]
    assert feet[0]
    assert feet[0] == feet[1]


@pytest.mark.slow
def test_signs_of_a_status_are_in_the_face_of_hanzi(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outline = test_template_places.OUTLINE.replace("kind: stock", "kind: target")
    monkeypatch.setattr(test_template_places, "OUTLINE", outline)
    content = "\ndeck:\n  - {kind: kpi, id: many, title: 数字, figures: [output, firms, output]}\n"
    slide = deck(templates.DEFAULT.read_bytes(), tmp_path, content).slides[0]
    said = {each: (each.findtext("{*}t") or "").strip() for each in slide._element.iter("{*}r")}
    signs = [each for each, words in said.items() if words in ("●", "○", "△", "◇")]
    assert signs
    assert {each.find("{*}rPr/{*}latin").get("typeface") for each in signs} == {"+mn-ea"}


@pytest.mark.slow
def test_a_section_on_a_layout_for_content_has_no_line_of_our_own(tmp_path: Path) -> None:
    parts = templates.files()
    for number in (1, 3):
        name = LAYOUT.format(number)
        text = parts[name].decode().replace('type="ctrTitle"', 'type="dt"')
        parts[name] = text.replace('type="title"', 'type="dt"').encode()
    content = "\ndeck:\n  - {kind: section, title: 第一部分, lead: 一句话}\n"
    slide = build(request(tmp_path, content, templates.zipped(parts)))
    drawn = [each for each in made_deck(slide).slides[0].shapes if not each.has_text_frame]
    assert not [each for each in drawn if each.shape_type is not None]


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text, Style(EM)),), EM * 5 // 4)


def setting() -> Setting:
    return Setting(load_fonts(Faces(unknown=True)), "deck")


@pytest.mark.parametrize(
    ("text", "ems", "bad"),
    [
        ("外贸规模", 3.2, True),
        ("外贸规模", 2.2, False),
        ("外贸规模", 5.0, False),
        ("全年投资达到1800亿元", 10.6, True),
        ("总书记视察广东、广州。", 10.2, True),
        ("总书记视察广东、广州。", 8.2, False),
    ],
)
def test_a_hanzi_alone_on_a_line_or_a_torn_number_is_seen(text: str, ems: float, bad: bool) -> None:
    assert (blemishes(setting(), paragraph(text), round(ems * EM)) > 0) == bad


def test_in_faces_that_nobody_knows_numbers_have_room_for_the_space_beside_them() -> None:
    def width(text: str, *, unknown: bool) -> int:
        fonts = load_fonts(Faces(unknown=unknown))
        return measure((Run(text, Style(EM)),), fonts, "deck", False, True).places[-1]

    assert width("共17亿", unknown=True) > width("共17亿", unknown=False) + EM * 100
    assert width("规模", unknown=True) == width("规模", unknown=False)


@pytest.mark.slow
def test_lines_of_a_closing_never_stand_on_each_other(tmp_path: Path) -> None:
    def two_lines(layout: str) -> str:
        """A place of a line for a name, and below it one for a date, instead of a subtitle."""
        at = 'y="3886200"/><a:ext cx="6400800" cy="1752600"'
        low = layout.replace(at, 'y="5260001"/><a:ext cx="6400800" cy="320000"')
        low = low.replace('<p:ph type="subTitle" idx="1"/>', '<p:ph type="body" idx="20"/>')
        date = (
            '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Date"/><p:cNvSpPr/><p:nvPr>'
            '<p:ph type="body" idx="21"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
            '<a:off x="1371600" y="4780000"/><a:ext cx="6400800" cy="320000"/></a:xfrm></p:spPr>'
            '<p:txBody><a:bodyPr/><a:lstStyle><a:lvl1pPr><a:defRPr sz="2000"/></a:lvl1pPr>'
            "</a:lstStyle><a:p/></p:txBody></p:sp></p:spTree>"
        )
        return low.replace("</p:spTree>", date)

    lines = "[眼下先做第一件, 下一步再做第二件, 到年底做完]"
    closing = f"\ndeck:\n  - {{kind: closing, title: 谢谢, lines: {lines}}}\n"
    (slide,) = deck(templates.changed(LAYOUT.format(1), two_lines), tmp_path, closing).slides
    places = [each for each in slide.placeholders if each.placeholder_format.idx in (20, 21)]
    texts = [each for each in places if each.text_frame.text]
    said = "\n".join(each.text_frame.text for each in texts)
    assert all(words in said for words in ("先做第一件", "再做第二件", "到年底做完"))
    spans = sorted((each.top, each.top + each.height) for each in texts)
    assert all(a[1] <= b[0] for a, b in pairwise(spans)), spans


def test_room_is_moved_down_below_a_bar_alone_and_as_far_as_it_needs() -> None:
    room, bar = Rect(0, 1000, 800, 500), Rect(0, 700, 800, 250)

    def off(*bars: Rect) -> Rect:
        decor = tuple(Decor(name="", rect=each, paint=Paint(("FF0000",))) for each in bars)
        ground = Paint(("FFFFFF",))
        board = Board(part="", name="", label="", type="", master=0, holders=(), decor=decor,
                      ground=ground, scheme={})  # fmt: skip
        return _off(room, board, 100)

    assert off() == room
    assert off(bar) == Rect(0, 1050, 800, 450)
    assert off(replace(bar, y=500)) == room
    assert off(replace(bar, w=400)) == room
