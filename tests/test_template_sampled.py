"""Decks look as the sample slides of a template in what these have alike: numbers, titles, signs,
mottos, dividers, heads of tables; and what stands at the foot stays on its line."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import templates
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from rows import every
from test_template_places import deck, in_deck, opened
from test_template_worn import TITLE, H, W, filled, said

from briefgen.parts.ordinals import alike
from briefgen.template.feet import words_of
from briefgen.template.model import FURNITURE
from briefgen.template.raster import drawn_rules, drawn_spans

MOTTO, SIGN = "同心 向前", (300_000, 100_000, 500_000, 450_000)
HEAD = (1_000_000, 300_000, 6_500_000, 600_000)
CONTENT = """
deck:
  - {kind: cover, subtitle: 副题}
  - {kind: section, title: 第一部分, lead: 一句话}
  - {kind: bullets, id: points, title: 三点, points: [先做第一件, 再做第二件, 后做第三件]}
  - {kind: section, title: 第二部分}
  - kind: table
    title: 三行
    header: [名称, 情况]
    rows: [[甲, 一], [乙, 二], [丙, 三]]
  - {kind: closing, title: 到此为止, lines: [第一件事, 第二件事]}
"""


@every(
    ("sample", "number", "wanted"),
    [
        ("01", 2, "02"),
        ("1", 12, "12"),
        ("第一章", 11, "第十一章"),
        ("Part 1", 3, "Part 3"),
        ("PART ONE", 2, "PART TWO"),
        ("Section one", 12, "Section 12"),
        ("IV", 14, "XIV"),
        ("Intro", 2, ""),
    ],
)
def test_a_number_is_written_as_that_of_a_sample(sample: str, number: int, wanted: str) -> None:
    assert alike(sample, number) == wanted


def onto(sheet: Any, slide: Any) -> None:
    """Move what was drawn last on a slide to a master or a layout, below its places."""
    sheet.shapes._spTree.insert(2, slide.shapes[-1]._element)


def boxed(slide: Any, words: str, rect: tuple[int, ...], size: int) -> None:
    """A title in a text box: bold, and in a colour of its own."""
    said(slide, words, rect, size, "C02040")
    slide.shapes[-1].text_frame.paragraphs[0].runs[0].font.bold = True


def house() -> bytes:
    """A house whose layouts have a motto and places that nobody uses: a cover and its motto, a
    section, four slides with a sign and a title in text boxes, of which two have a table."""
    made = Presentation(str(templates.DEFAULT))
    bare, plain = made.slide_layouts[6], made.slide_layouts[5]
    cover, section = made.slides.add_slide(bare), made.slides.add_slide(bare)
    said(cover, MOTTO, (300_000, 6_450_000, 1_500_000, 300_000), 12, "C02040")
    onto(made.slide_masters[0], cover)
    bare._element.set("showMasterSp", "0")
    filled(cover, (0, 2_300_000, W, 1_700_000), "C02040", "Band")
    said(cover, "Our house", TITLE, 40, "FFFFFF")
    said(cover, MOTTO, (900_000, 6_100_000, 2_500_000, 400_000), 18, "C02040")
    filled(section, (0, 5_400_000, W, 900_000), "C02040", "Foot")
    said(section, "第一章", (900_000, 1_200_000, 2_500_000, 900_000), 44, "C02040")
    said(section, "Where we are", TITLE, 36, "202020")
    for number, colour in enumerate(("#C02040", "#C02040", "#2040C0", "#20C040")):
        slide = made.slides.add_slide(plain)
        slide.shapes.title._element.getparent().remove(slide.shapes.title._element)
        slide.shapes.add_picture(BytesIO(templates.png(colour)), *SIGN).name = f"Sign {number}"
        boxed(slide, f"What we say {number}", HEAD, 28)
        if number > 1:
            frame = slide.shapes.add_table(3, 2, 900_000, 1_500_000, 6_000_000, 1_500_000)
            for cell in frame.table.rows[0].cells:
                cell.fill.solid()
                cell.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_2
    out = BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.slow
def test_decks_have_what_the_samples_of_a_house_have_alike(tmp_path: Path) -> None:
    cover, section, points, second, table, *_ = list(deck(house(), tmp_path, CONTENT).slides)
    # The motto is the house's, where its cover has it.
    kept = [each.text_frame.text for each in cover.slide_layout.shapes if each.has_text_frame]
    assert MOTTO in kept
    assert "Our house" not in kept
    for slide, number in ((section, "第一章"), (second, "第二章")):
        assert number in [each.text_frame.text for each in slide.placeholders]
    title = points.shapes.title
    assert (title.left, title.top) == HEAD[:2]
    level = points.slide_layout.placeholders[0]._element.find(".//{*}lvl1pPr")
    assert level.get("algn") == "l"
    looks = level.find("{*}defRPr")
    assert (looks.get("b"), looks.find(".//{*}srgbClr").get("val")) == ("1", "C02040")
    # Of the signs the one that most have.
    assert [e.name for e in points.slide_layout.shapes if e.name.startswith("Sign")] == ["Sign 0"]
    grid = next(each.table for each in table.shapes if each.has_table)
    head = grid.cell(0, 0)
    assert head.fill.fore_color.theme_color == MSO_THEME_COLOR.ACCENT_2
    assert grid.cell(1, 0)._tc.tcPr.find("{*}solidFill/{*}schemeClr").get("val") == "accent2"
    assert grid.cell(2, 0)._tc.tcPr.find("{*}solidFill") is None


@pytest.mark.slow
def test_a_line_alone_on_a_ground_of_its_own_divides(tmp_path: Path) -> None:
    made = Presentation(str(templates.DEFAULT))
    plain, dark = made.slide_layouts[5], made.slide_layouts[2]
    dark.background.fill.solid()
    dark.background.fill.fore_color.rgb = RGBColor(16, 24, 64)
    for each in list(dark.placeholders):
        each._element.getparent().remove(each._element)
    for number in range(5):
        slide = made.slides.add_slide(dark if number == 2 else plain)
        if number == 2:
            filled(slide, (0, 6_500_000, W, 100_000), "4060C0", "Rule")
            onto(dark, slide)
            said(slide, "What is inside", (900_000, 3_000_000, 7_000_000, 700_000), 36, "FFFFFF")
        else:
            slide.shapes.title.text_frame.text = f"What we say {number}"
            said(slide, "Of this and that, at length. " * 5, TITLE, 18, "202020")
    out = BytesIO()
    made.save(out)
    template = opened(out.getvalue(), tmp_path)
    assert [each.slide for each in template.worn if each.role == "section"] == [3]
    assert template.board("section").ground.colours == ("101840",)


def strip(*, faded: bool) -> bytes:
    """A picture for the foot of a page: a rule in it, or a bar that fades to its right."""
    image = Image.new("RGBA", (960, 60), "#C0204000")
    pen = ImageDraw.Draw(image)
    if faded:
        for x in range(960):
            pen.line((x, 0, x, 59), fill=(240, 120, 20, 255 - x * 255 // 960))
    else:
        pen.rectangle((0, 29, 700, 30), fill="#C0204080")
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@pytest.mark.slow
def test_the_foot_is_clear_of_a_rule_in_a_picture_and_stays_on_a_bar_that_fades(
    tmp_path: Path,
) -> None:
    assert len(drawn_rules(strip(faded=False))) == 1
    assert not drawn_rules(strip(faded=True))
    assert not drawn_spans(strip(faded=True))
    feet = {}
    for faded in (False, True):
        made = Presentation(str(templates.DEFAULT))
        top, high = 6_200_000, 658_000
        slide = made.slides.add_slide(made.slide_layouts[6])
        _, id = made.slide_layouts[5].part.get_or_add_image_part(BytesIO(strip(faded=faded)))
        slide.shapes.add_picture(BytesIO(strip(faded=faded)), 0, top, W, high)
        slide.shapes[-1]._element.find(".//{*}blip").set(f"{{{templates.OFFICE}}}embed", id)
        onto(made.slide_layouts[5], slide)
        out = BytesIO()
        made.save(out)
        folder = tmp_path / str(faded)
        folder.mkdir()
        board = in_deck(opened(out.getvalue(), folder), "title-only")
        feet[faded] = [words_of(each) for each in board.holders if each.kind in FURNITURE]
    rule = 6_200_000 + 658_000 * 29 // 60
    assert feet[False]
    assert not any(each.y <= rule <= each.bottom for each in feet[False])
    # All that is there is on one line, and a bar is a ground like others.
    for each in feet.values():
        assert len({words.y + words.h // 2 for words in each}) == 1
    assert len(feet[True]) == 3
    assert feet[True][0].y > H * 9 // 10


@pytest.mark.slow
def test_a_closing_on_a_covers_layout_ends_as_the_cover_does(tmp_path: Path) -> None:
    made = Presentation(str(templates.DEFAULT))
    cover, inner = made.slides.add_slide(made.slide_layouts[6]), made.slide_layouts[5]
    filled(cover, (0, 0, W, 4_500_000), "204080", "Panel")
    said(cover, "Our house", (900_000, 1_500_000, 7_300_000, 800_000), 40, "FFFFFF")
    said(cover, "What it does", (900_000, 2_500_000, 7_300_000, 500_000), 20, "FFFFFF")
    said(cover, "An organisation", (900_000, 5_200_000, 7_300_000, 400_000), 16, "204080")
    for _ in range(2):
        made.slides.add_slide(inner).shapes.title.text_frame.text = "What we say"
    out = BytesIO()
    made.save(out)
    first, *_, last = list(deck(out.getvalue(), tmp_path, CONTENT).slides)
    assert first.slide_layout == last.slide_layout
    ends = [max(slide.placeholders, key=lambda each: each.top) for slide in (first, last)]
    assert ends[0].placeholder_format.idx == ends[1].placeholder_format.idx
    assert ends[0].text_frame.text.split("\n")[-1] == ends[1].text_frame.text.split("\n")[-1]
    assert "第二件事" not in ends[1].text_frame.text


@pytest.mark.slow
def test_sections_are_divided_by_the_list_of_all_where_samples_do_that(tmp_path: Path) -> None:
    made = Presentation(str(templates.DEFAULT))
    listing = made.slide_layouts[1]
    for layout in [each for each in made.slide_layouts if each not in (listing,)]:
        made.slide_layouts.remove(layout)
    for number in range(3):
        slide = made.slides.add_slide(listing)
        slide.shapes.title.text_frame.text = "目录"
        slide.placeholders[1].text_frame.text = f"第 {number} 项"
    out = BytesIO()
    made.save(out)
    slides = list(deck(out.getvalue(), tmp_path, CONTENT).slides)
    first, second = slides[1], slides[3]
    for slide, title, lit in ((first, "第一部分", 0), (second, "第二部分", 1)):
        assert slide.shapes.title.text_frame.text == title
        shown = [each for each in slide.shapes if each.has_text_frame]
        rows = [each for each in shown if each.text_frame.text.startswith("第")]
        rows = [each for each in rows if not each.is_placeholder]
        assert [each.text_frame.text.split("\n")[0] for each in rows] == ["第一部分", "第二部分"]
        bold = [each.text_frame.paragraphs[0].runs[0].font.bold for each in rows]
        assert [bool(each) for each in bold] == [number == lit for number in range(2)]
    assert "一句话" in " ".join(e.text_frame.text for e in first.shapes if e.has_text_frame)
