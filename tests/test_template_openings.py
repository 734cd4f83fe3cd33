"""Covers, sections and closings on templates: where they stand, how large, told from each other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import templates
from test_template_places import block, deck, holder, in_deck, on_master, opened

from briefgen.problems import Problems
from briefgen.template.doctor import diagnose

LAYOUT = "ppt/slideLayouts/slideLayout{}.xml"
SECTIONS = """
deck:
  - {kind: cover}
  - {kind: section, title: 第一部分, lead: 一句话}
  - {kind: bullets, id: points, title: 三点, points: [先做第一件, 再做第二件, 后做第三件]}
"""
LINES = ("眼下先做第一件", "下一步再做第二件", "到年底全部做完")
CLOSING = f"\ndeck:\n  - {{kind: closing, title: 谢谢大家, lines: [{', '.join(LINES)}]}}\n"
WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'


def parts_with(**changes: Any) -> bytes:
    """The default template with some of its layouts changed, by their numbers."""
    parts = templates.files()
    for name, change in changes.items():
        path = LAYOUT.format(name.removeprefix("layout"))
        parts[path] = change(parts[path].decode()).encode()
    return templates.zipped(parts)


def white(layout: str) -> str:
    """A layout whose title is white."""
    own = f"<a:lstStyle><a:lvl1pPr><a:defRPr>{WHITE}</a:defRPr></a:lvl1pPr></a:lstStyle>"
    return layout.replace("<a:lstStyle/>", own, 1)


def another_cover(layout: str) -> str:
    """The layout of sections as a second cover, white on black."""
    cover = templates.files()[LAYOUT.format(1)].decode()
    cover = cover.replace('type="title" ', "").replace("Title Slide", "Title Slide (filled)")
    ground = block(0, 0, 9_144_000, 6_858_000, "101010")
    return white(cover).replace("</p:grpSpPr>", f"</p:grpSpPr>{ground}", 1)


def no_sections(layout: str) -> str:
    """The layout of sections as one that nobody can stand on."""
    return re.sub(r"<p:sp>.*</p:sp>", "", layout.replace('type="secHead" ', "")).replace(
        "Section Header", "Ground"
    )


def sizes(slide: Any) -> set[float]:
    found = {
        run.font.size.pt
        for each in slide.placeholders
        if each.text_frame.text and each.placeholder_format.type != 1
        for paragraph in each.text_frame.paragraphs
        for run in paragraph.runs
        if any(line in paragraph.text for line in LINES) and run.font.size
    }
    return found or {0.0}


@pytest.mark.slow
def test_of_two_covers_sections_take_the_one_on_the_other_ground(tmp_path: Path) -> None:
    data = parts_with(layout3=another_cover)
    template = opened(data, tmp_path)
    assert template.board("cover").label == "Title Slide"
    assert template.board("section").label == "Title Slide (filled)"
    made = deck(data, tmp_path, SECTIONS).slides
    assert [each.slide_layout.name for each in made][:2] == ["Title Slide", "Title Slide (filled)"]


def test_without_a_layout_for_them_sections_stand_where_titles_alone_do(tmp_path: Path) -> None:
    assert opened(parts_with(layout3=no_sections), tmp_path).board("section").label == "Title Only"


@pytest.mark.slow
def test_where_a_line_is_drawn_for_titles_sections_stand_on_the_cover(tmp_path: Path) -> None:
    # The title of the default template ends at 1,417,638.
    line = block(0, 1_430_000, 9_144_000, 40_000, "808080")

    def ruled(layout: str) -> str:
        return layout.replace("</p:grpSpPr>", f"</p:grpSpPr>{line}", 1)

    data = parts_with(layout2=ruled, layout3=no_sections, layout6=ruled)
    template = opened(data, tmp_path)
    assert template.board("section").label == "Title Slide"
    report = diagnose(template, Problems())
    assert "template-role-missing" in {each.code for each in report.problems}
    slide = deck(data, tmp_path, SECTIONS).slides[1]
    assert slide.slide_layout.name == "Title Slide"
    assert "第一部分" in slide.shapes.title.text_frame.text


def test_lines_of_a_closing_are_of_one_size_in_one_place(tmp_path: Path) -> None:
    def two_places(layout: str) -> str:
        """A subtitle of a line, and a small place below it."""
        low = layout.replace('cy="1752600"', 'cy="520000"')
        more = (
            '<p:sp><p:nvSpPr><p:cNvPr id="9" name="More"/><p:cNvSpPr/><p:nvPr>'
            '<p:ph type="body" idx="21"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
            '<a:off x="3400000" y="4700000"/><a:ext cx="2300000" cy="320000"/></a:xfrm></p:spPr>'
            '<p:txBody><a:bodyPr/><a:lstStyle><a:lvl1pPr algn="ctr"><a:buNone/><a:defRPr '
            'sz="2000"/></a:lvl1pPr></a:lstStyle><a:p/></p:txBody></p:sp></p:spTree>'
        )
        return low.replace("</p:spTree>", more)

    (slide,) = deck(parts_with(layout1=two_places), tmp_path, CLOSING).slides
    texts = [each for each in slide.placeholders if LINES[0] in each.text_frame.text]
    assert len(texts) == 1
    assert all(line in texts[0].text_frame.text for line in LINES)
    assert len(sizes(slide)) == 1


def test_words_below_a_title_end_with_the_box_that_is_drawn_around_them(tmp_path: Path) -> None:
    box = block(600_000, 2_000_000, 7_900_000, 2_700_000, "E6E6E6")

    def boxed(layout: str) -> str:
        low = layout.replace('cy="1752600"', 'cy="600000"').replace('y="3886200"', 'y="3600000"')
        return low.replace("</p:grpSpPr>", f"</p:grpSpPr>{box}", 1)

    (slide,) = deck(parts_with(layout1=boxed), tmp_path, CLOSING).slides
    (text,) = (each for each in slide.placeholders if LINES[0] in each.text_frame.text)
    assert text.top + text.height <= 4_700_000


def test_a_title_that_cannot_be_seen_is_moved_with_its_subtitle_and_told(tmp_path: Path) -> None:
    bar = block(0, 300_000, 9_144_000, 1_200_000, "541B86")

    def barred(layout: str) -> str:
        high = layout.replace('y="2130425"', 'y="1600000"').replace('y="3886200"', 'y="3070025"')
        return white(high).replace("</p:grpSpPr>", f"</p:grpSpPr>{bar}", 1)

    template = opened(parts_with(layout1=barred), tmp_path)
    before, after = template.board("cover"), in_deck(template, "cover")
    assert before.title
    assert after.title
    down = after.title.rect.y - before.title.rect.y
    assert down > 200_000
    old, new = holder(before, "subtitle"), holder(after, "subtitle")
    assert old
    assert new
    assert new.rect.y - old.rect.y == down
    told = [each for each in diagnose(template, Problems()).problems if "unseen" in each.code]
    assert len(told) == 1
    assert "Title Slide" in told[0].sentence("en")
    assert "标题" in told[0].sentence("zh")


@pytest.mark.slow
def test_a_cover_that_is_a_picture_has_its_title_as_sections_have(tmp_path: Path) -> None:
    def bare(layout: str) -> str:
        return re.sub(
            r'<p:sp><p:nvSpPr><p:cNvPr id="[23]".*?</p:sp>',
            "",
            layout.replace("</p:grpSpPr>", f"</p:grpSpPr>{block(0, 0, 9_144_000, 6_858_000)}", 1),
        )

    template = opened(parts_with(layout1=bare), tmp_path)
    cover, section = in_deck(template, "cover"), template.board("section")
    assert cover.label == "Title Slide"
    assert cover.title
    assert section.title
    assert (cover.title.rect, cover.title.size) == (section.title.rect, section.title.size)
    assert cover.title.levels[0].bold
    slide = deck(parts_with(layout1=bare), tmp_path, SECTIONS).slides[0]
    assert slide.slide_layout.name == "Title Slide"


@pytest.mark.slow
def test_a_number_without_any_place_stands_in_the_corner_of_the_room(tmp_path: Path) -> None:
    # Nothing at the foot is quiet, and there is no place for a number.
    stripes = [
        block(x, 5_700_000, 40_000, 1_158_000, "303030") for x in range(0, 9_144_000, 80_000)
    ]
    data = on_master(*stripes)
    parts = templates.files_of(data)
    for name, part in parts.items():
        if "slideLayouts/slideLayout" in name or "slideMasters/slideMaster" in name:
            parts[name] = re.sub(
                rb'<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="[^"]*"/>'
                rb'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
                rb'<p:ph type="(?:sldNum|dt|ftr)".*?</p:sp>',
                b"",
                part,
            )
    slide = deck(templates.zipped(parts), tmp_path, SECTIONS).slides[2]
    numbers = [each for each in slide.shapes if 'type="slidenum"' in each._element.xml]
    assert len(numbers) == 1
    assert numbers[0].top + numbers[0].height <= 5_700_000
    assert numbers[0].left + numbers[0].width > 8_000_000


def test_a_ground_that_lets_through_is_written_as_it_is_seen(tmp_path: Path) -> None:
    ground = (
        '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="FF6600"><a:alpha val="20000"/></a:srgbClr>'
        "</a:solidFill><a:effectLst/></p:bgPr></p:bg>"
    )
    data = templates.changed(
        templates.MASTER, lambda text: re.sub(r"<p:bg>.*?</p:bg>", ground, text, count=1)
    )
    master = deck(data, tmp_path, SECTIONS).slide_masters[0]._element.xml
    assert '<a:srgbClr val="FFE0CC"/>' in master
    assert "alpha" not in master.partition("</p:bg>")[0]


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 2])
def test_one_line_is_said_of_what_is_alike_on_several_layouts(tmp_path: Path, count: int) -> None:
    # A pattern under the number, and with two of them under the date too.
    edges = [6_553_200, 457_200][:count]
    marks = [
        block(left + x, 6_356_350, 60_000, 365_125, "202020")
        for left in edges
        for x in range(0, 2_133_600, 120_000)
    ]
    report = diagnose(opened(on_master(*marks), tmp_path), Problems())
    told = [each for each in report.problems if each.code == "template-foot-moved"]
    # The number is moved; a date that has no place on its line is left out.
    assert len(told) == 1
    told += [each for each in report.problems if each.code == "template-foot-out"]
    assert len({each.sentence("en") for each in told}) == len(told) == 2 * count - 1
    assert any(", " in each.sentence("en") for each in told)


def test_the_minutes_of_a_list_stand_below_it_on_the_layout_for_lists(tmp_path: Path) -> None:
    def listing(layout: str) -> str:
        """A layout for lists: a dark panel with the title at the left, the list at the right."""
        panel = block(0, 0, 3_000_000, 6_858_000, "660774")
        made = layout.replace('type="obj" ', "").replace("Title and Content", "目录")
        title = '<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>'
        body = '<p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr>'
        for mark, x, w in ((title, 200_000, 2_600_000), (body, 3_300_000, 5_500_000)):
            size = f'<a:off x="{x}" y="1000000"/><a:ext cx="{w}" cy="4600000"/>'
            frame = f"<a:xfrm>{size}</a:xfrm></p:spPr>"
            assert mark[:-1] + "/>" in made
            made = made.replace(mark[:-1] + "/>", mark + frame, 1)
        return made.replace("</p:grpSpPr>", f"</p:grpSpPr>{panel}", 1)

    parts = templates.files()
    # The layout with two columns becomes that of titles and content, which comes first.
    path = LAYOUT.format(7)
    parts[path] = listing(parts[LAYOUT.format(2)].decode()).encode()
    timed = SECTIONS.replace("id: points,", "id: points, minutes: 3,").replace(
        "- {kind: cover}", "- {kind: agenda}"
    )
    slide = deck(templates.zipped(parts), tmp_path, timed).slides[0]
    assert slide.slide_layout.name == "目录"
    (note,) = (each for each in slide.shapes if "共3" in getattr(each, "text", ""))
    assert note.left >= 3_000_000
    assert note.top + note.height <= 5_700_000
