"""Decks on templates whose look stands on sample slides alone: their layouts are made of these."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import templates
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Pt
from tellings import assert_told
from test_template import ran
from test_template_places import deck, opened

from briefgen.problems import Problems
from briefgen.template.doctor import diagnose
from briefgen.template.read import open_template

W, H = 9_144_000, 6_858_000
TITLE = (900_000, 2_500_000, 7_300_000, 800_000)
BELOW = (900_000, 3_300_000, 7_300_000, 500_000)
NUMBER = (900_000, 1_200_000, 1_500_000, 900_000)
HEAD = (500_000, 150_000, 6_000_000, 500_000)
CONTENT = """
deck:
  - {kind: cover}
  - {kind: section, title: 第一部分, lead: 一句话}
  - {kind: bullets, id: points, title: 三点, points: [先做第一件, 再做第二件, 后做第三件]}
  - {kind: closing, title: 到此为止}
"""


def filled(slide: Any, rect: tuple[int, ...], colour: str, name: str) -> None:
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *rect)
    shape.fill.solid()
    shape.fill.fore_color.rgb = RGBColor(*bytes.fromhex(colour))
    shape.line.fill.background()
    shape.name = name


def said(slide: Any, words: str, rect: tuple[int, ...], size: int, colour: str) -> None:
    frame = slide.shapes.add_textbox(*rect).text_frame
    frame.text = words
    font = frame.paragraphs[0].runs[0].font
    font.size, font.color.rgb = Pt(size), RGBColor(*bytes.fromhex(colour))


def sampled(layout: int = 6) -> bytes:
    """A house that is drawn on six slides of a bare layout: a cover with a band, and a label for a
    name that decks do not have; a section; three slides with a bar, one with a picture of its own;
    an end on a dark ground."""
    made = Presentation(str(templates.DEFAULT))
    bare = made.slide_layouts[layout]
    cover, section, *inner, end = (made.slides.add_slide(bare) for _ in range(6))
    filled(cover, (0, 2_300_000, W, 1_700_000), "204080", "Band")
    filled(cover, (6_800_000, 5_200_000, 1_600_000, 400_000), "E0E0E0", "Label")
    said(cover, "Our house", TITLE, 40, "FFFFFF")
    said(cover, "What it does", BELOW, 20, "FFFFFF")
    said(cover, "A name", (6_900_000, 5_250_000, 1_400_000, 300_000), 12, "202020")
    filled(section, (0, 0, 600_000, H), "204080", "Side")
    filled(section, (0, 5_400_000, W, 900_000), "204080", "Foot")
    said(section, "01", NUMBER, 44, "204080")
    said(section, "Where we are", TITLE, 36, "202020")
    for number, slide in enumerate(inner, 1):
        filled(slide, (0, 0, W, 800_000), "204080", "Bar")
        said(slide, f"What we say {number}", HEAD, 24, "FFFFFF")
    inner[1].shapes.add_picture(
        BytesIO(templates.png("#30A030", (64, 64))), 3_000_000, 2_000_000, 3_000_000, 3_000_000
    ).name = "Photograph"
    end.background.fill.solid()
    end.background.fill.fore_color.rgb = RGBColor(16, 24, 48)
    said(end, "Thank you", TITLE, 44, "FFFFFF")
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def names(layout: Any) -> set[str]:
    return {each.name for each in layout.shapes if not each.is_placeholder}


def place(shape: Any) -> tuple[int, int]:
    return shape.left, shape.top


@pytest.mark.slow
def test_layouts_are_made_of_the_sample_slides_that_carry_the_look(tmp_path: Path) -> None:
    cover, section, points, end = list(deck(sampled(), tmp_path, CONTENT).slides)[:4]
    assert "Band" in names(cover.slide_layout)
    # What goes with words that decks do not have stays behind, as do the words themselves.
    assert "Label" not in names(cover.slide_layout)
    made = (cover, section, points, end)
    kept = " ".join(
        each.text_frame.text for s in made for each in s.slide_layout.shapes if each.has_text_frame
    )
    assert not any(each in kept for each in ("A name", "Our house", "Where we are", "Thank"))
    assert "Bar" in names(points.slide_layout)
    assert "Photograph" not in names(points.slide_layout)
    assert {"Side", "Foot"} <= names(section.slide_layout)
    assert end.slide_layout.background.fill.type is not None
    # Words stand where those of the samples do, in placeholders: nothing is said on the slide.
    for slide, rect in ((cover, TITLE), (section, TITLE), (end, TITLE), (points, HEAD)):
        title = slide.shapes.title
        assert title.text_frame.text
        assert title._element.spPr.find("{*}xfrm") is None
        assert abs(title.left - rect[0]) < 30_000
        assert abs(title.top - rect[1]) < 300_000
    own = [each for each in section.placeholders if each.text_frame.text == "01"]
    assert [place(each) for each in own] == [NUMBER[:2]]
    assert "01" not in section.shapes.title.text_frame.text
    body = next(each for each in points.placeholders if "先做第一件" in each.text_frame.text)
    assert body.top > 800_000


@pytest.mark.slow
def test_the_doctor_says_what_was_taken_and_the_lock_does_without(tmp_path: Path) -> None:
    template = opened(sampled(), tmp_path)
    slides = {each.role: each.slide for each in template.worn}
    assert (slides["cover"], slides["section"], slides["closing"]) == (1, 2, 6)
    assert slides["content"] in (3, 4, 5)
    problems = diagnose(template, Problems()).problems
    assert "samples: to no" in assert_told("template-worn", problems).hint
    told = [each.message for each in problems if each.code == "template-worn"]
    assert any("cover of slide 1 " in one and "“Band”" in one for one in told)
    path, lock = tmp_path / "house.pptx", tmp_path / "template.lock.yaml"
    assert ran(str(path), "--lock").exit_code == 0
    text = lock.read_text()
    assert "samples: yes" in text
    assert [each.slide for each in opened(sampled(), tmp_path).worn] == list(slides.values())
    lock.write_text(text.replace("samples: yes", "samples: no"))
    found = Problems()
    without = open_template(path, found)
    assert without is not None
    assert not without.worn
    assert not [each for each in found if each.severity == "error"]
    # One role alone, by a name of the template's own.
    label = next(line for line in text.splitlines() if line.startswith("    cover:"))
    lock.write_text(text.replace(label, '    cover: "Title Slide"'))
    roles = {each.role for each in opened(sampled(), tmp_path).worn}
    assert "cover" not in roles
    assert "section" in roles


@pytest.mark.slow
def test_what_layouts_show_themselves_is_left_as_it_is(tmp_path: Path) -> None:
    # Slides of another house's content on layouts of its own say nothing of a look.
    plain = Presentation(str(templates.DEFAULT))
    for number in (0, 1, 1):
        slide = plain.slides.add_slide(plain.slide_layouts[number])
        slide.shapes.title.text_frame.text = "Results"
    out = BytesIO()
    plain.save(out)
    assert not opened(out.getvalue(), tmp_path).worn
