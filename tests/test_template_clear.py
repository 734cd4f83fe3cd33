"""What samples and layouts show, and words of decks keep clear of or take the room of."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
import templates
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import PP_ALIGN
from test_template_openings import parts_with
from test_template_places import block, deck, opened
from test_template_worn import H, W, filled, names, said

from briefgen.template.area import clear_area
from briefgen.template.raster import least
from briefgen.template.tokens import distance, palette

TITLE = (3_000_000, 1_500_000, 5_600_000, 3_000_000)
MARK = (2_900_000, 1_000_000, 500_000, 4_000_000)
LOGO = (300_000, 200_000, 900_000, 400_000)
CHAPTER, PLATE = (600_000, 150_000, 1_700_000, 500_000), (2_300_000, 120_000, 3_400_000, 560_000)
THANKS, LINE = (900_000, 2_500_000, 7_300_000, 700_000), (600_000, 3_400_000, 7_944_000, 500_000)
RULES = ((1_000_000, 3_640_000, 1_600_000), (6_544_000, 3_640_000, 1_600_000))
CONTENT = """
deck:
  - {kind: cover}
  - {kind: bullets, id: points, title: 一句很长的题目要比样张上的长得多, points: [先做, 再做, 后做]}
  - kind: closing
    title: 到此为止
    lines: [眼下先把第一件事情做好, 下一步再把第二件事情做好]
"""


def drawn() -> bytes:
    """A house on slides of a bare layout: a cover with a mark that its title's box lies over, and a
    small logo; three slides with a chapter's name before a plate with a title; an end on which two
    rules stand beside a line of words whose box lies over both."""
    made = Presentation(str(templates.DEFAULT))
    bare = made.slide_layouts[6]
    cover, *inner, end = (made.slides.add_slide(bare) for _ in range(5))
    for slide in (cover, end):
        slide.background.fill.solid()
        slide.background.fill.fore_color.rgb = RGBColor(0x4F, 0x81, 0xBD)
    filled(cover, MARK, "FFFFFF", "Mark")
    cover.shapes.add_picture(BytesIO(templates.png("#F0C020", (64, 32))), *LOGO).name = "Logo"
    said(cover, "Our house", TITLE, 40, "FFFFFF")
    for number, slide in enumerate(inner, 1):
        filled(slide, PLATE, "204080", "Plate")
        said(slide, "Chapter", CHAPTER, 24, "204080")
        said(slide, f"What we say {number}", PLATE, 24, "FFFFFF")
    said(end, "Thank you", THANKS, 44, "FFFFFF")
    said(end, "all of you", LINE, 28, "FFFFFF")
    for x, y, w in RULES:
        rule = end.shapes.add_connector(1, x, y, x + w, y)
        rule.line.color.rgb = RGBColor(255, 255, 255)
    for shape in (cover.shapes[-1], end.shapes[0], end.shapes[1]):
        shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    out = BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.slow
def test_words_of_decks_keep_clear_of_what_samples_have_beside_theirs(tmp_path: Path) -> None:
    cover, points, end = list(deck(drawn(), tmp_path, CONTENT).slides)[:3]
    # A title's box ends before a mark; the logo stays, however small.
    assert cover.shapes.title.left >= MARK[0] + MARK[2]
    assert cover.shapes.title.left + cover.shapes.title.width > W * 3 // 4
    assert {"Logo", "Mark"} <= names(cover.slide_layout)
    # What a layout has no place for is as light as its title.
    lines = [each for each in cover.shapes if each.has_text_frame and not each.is_placeholder]
    assert lines
    for each in lines:
        run = each.text_frame.paragraphs[0].runs[0]
        assert 'val="bg1"' in run._r.xml or 'val="lt1"' in run._r.xml
    # A plate takes the room of a chapter's name that decks do not have, and the title with it.
    plate = next(each for each in points.slide_layout.shapes if each.name == "Plate")
    assert CHAPTER[0] <= plate.left < CHAPTER[0] + 300_000
    assert plate.left + plate.width == PLATE[0] + PLATE[2]
    assert points.shapes.title.left < PLATE[0]
    # Lines stand between rules, not across them.
    below = next(each for each in end.placeholders if "眼下" in each.text_frame.text)
    assert below.left >= RULES[0][0] + RULES[0][2]
    assert below.left + below.width <= RULES[1][0]


@pytest.mark.slow
def test_heads_are_no_smaller_than_the_bullets_of_a_template(tmp_path: Path) -> None:
    content = """
deck:
  - kind: compare
    id: both
    title: 两边
    left: {head: 这一边, points: [先做第一件, 再做第二件]}
    right: {head: 那一边, points: [先做第三件, 再做第四件]}
    conclusion: 两边都要做
"""
    slide = deck(templates.DEFAULT.read_bytes(), tmp_path, content).slides[0]
    body = next(each for each in slide.placeholders if "第一件" in each.text_frame.text)
    texts = [each for each in slide.shapes if each.has_text_frame]
    head = next(each for each in texts if each.text_frame.text == "这一边")
    own = body.text_frame.paragraphs[0].runs[0].font.size
    # That of the layout, where the slide does not say another.
    assert head.text_frame.paragraphs[0].runs[0].font.size.pt >= (own.pt if own else 28)


def test_a_colour_is_taken_no_further_than_it_has_to_be_to_read() -> None:
    scheme = dict.fromkeys(("bg1", "lt1", "bg2"), "FFFFFF") | dict.fromkeys(
        ("tx1", "dk1"), "000000"
    )
    scheme |= {"tx2": "404040", "accent1": "696AF5", "hlink": "0000FF", "folHlink": "800080"}
    scheme |= {f"accent{n}": "808080" for n in range(2, 7)}
    for ground, low in (("FFFFFF", 4.5), ("101010", 3.0)):
        own = dict(scheme) if ground == "FFFFFF" else scheme | {"bg1": ground, "tx1": "FFFFFF"}
        colour = palette(own, (ground,), {"696AF5": 100, ground: 900}).colours["primary"]
        assert least(colour, (ground,)) >= low
        assert distance(colour, "696AF5") < 50


@pytest.mark.slow
def test_lines_without_a_place_have_a_room_of_their_height_where_there_is_one(
    tmp_path: Path,
) -> None:
    drawing = block(3_300_000, 3_680_000, W - 3_300_000, 1_590_000, "204080")
    data = parts_with(
        layout1=lambda text: re.sub(
            r"<p:sp>(?:(?!</p:sp>).)*subTitle.*?</p:sp>", "", text, flags=re.S
        ).replace("</p:grpSpPr>", f"</p:grpSpPr>{drawing}", 1)
    )
    template = opened(data, tmp_path)
    board = template.board("cover")
    assert board.title is not None
    low, high = (
        clear_area(template.held, board, board.title.rect.bottom, lines=lines)
        for lines in (False, True)
    )
    assert low.h < H * 0.12 <= high.h
    assert low.w > high.w
