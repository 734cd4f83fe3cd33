"""Decks on layouts whose words stand in plain boxes; what such words keep clear."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import templates
from pptx import Presentation
from pptx.util import Pt
from tellings import assert_told
from templates import A, P
from test_template_places import LAYOUT, block, deck, holder, in_deck, on_master, opened

from briefgen.problems import Problems
from briefgen.template.doctor import diagnose

PLACE = (1_000_000, 2_600_000, 6_000_000, 900_000)
BELOW = (1_000_000, 3_700_000, 6_000_000, 500_000)


def text(said: str, rect: tuple[int, ...], size: int) -> str:
    """A text box that somebody drew."""
    x, y, w, h = rect
    return (
        f'<p:sp {P} {A}><p:nvSpPr><p:cNvPr id="80" name="Words {size}"/><p:cNvSpPr txBox="1"/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
        f'<a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN" sz="{size}"/>'
        f"<a:t>{said}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def bare(layout: str, more: str = "") -> str:
    """A layout without places for words."""
    there = re.sub(r"<p:sp>.*</p:sp>", "", layout, flags=re.S)
    return there.replace("</p:grpSpPr>", "</p:grpSpPr>" + more, 1)


def prompted(first: str, then: str) -> bytes:
    """Covers that ask for words in text boxes of the layout."""
    more = text(first, PLACE, 4000) + text(then, BELOW, 2000)
    return with_cover(lambda layout: bare(layout, more))


def with_cover(change: Any) -> bytes:
    parts = templates.files()
    name = LAYOUT.format(1)
    return templates.zipped({**parts, name: change(parts[name].decode()).encode()})


def sampled() -> bytes:
    """Covers that have a band, and words of a sample slide on it."""
    band = block(0, 2_400_000, 9_144_000, 2_000_000, "7A1020")
    shown = Presentation(BytesIO(with_cover(lambda layout: bare(layout, band))))
    slide = shown.slides.add_slide(shown.slide_layouts[0])
    for said, (x, y, w, h), size in (("某某学院", PLACE, 40), ("汇报人：", BELOW, 18)):
        frame = slide.shapes.add_textbox(x, y, w, h).text_frame
        frame.text = said
        frame.paragraphs[0].runs[0].font.size = Pt(size)
    shown.slides.add_slide(shown.slide_layouts[5])
    made = BytesIO()
    shown.save(made)
    return made.getvalue()


def places() -> bytes:
    """Covers whose two places are for content."""

    def change(layout: str) -> str:
        return layout.replace('type="ctrTitle"', 'idx="11"').replace('type="subTitle"', "")

    return with_cover(change)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "how"),
    [
        (prompted("Title goes here", "Subtitle, two lines"), "text box"),
        (prompted("单击此处添加标题", "点击输入副标题"), "text box"),
        (sampled(), "sample slide 1"),
        (places(), "placeholder"),
    ],
    ids=["asked for", "asked for in Chinese", "on a sample", "places for content"],
)
def test_a_cover_has_its_title_where_its_own_words_are(
    tmp_path: Path, data: bytes, how: str
) -> None:
    template = opened(data, tmp_path)
    assert template.board("cover").label == "Title Slide"
    told = assert_told("template-untitled-lent", diagnose(template, Problems()).problems)
    assert how in str(told)
    slide = deck(data, tmp_path).slides[0]
    assert slide.slide_layout.name == "Title Slide"
    title = slide.shapes.title
    assert title.text_frame.text
    if how != "placeholder":
        assert (title.left, title.top) == PLACE[:2]
        # Nothing that asks for words is left to be read.
        assert not [each for each in slide.slide_layout.shapes if not each.is_placeholder][1:]
        below = next(each for each in slide.placeholders if each.placeholder_format.idx)
        assert (below.left, below.top) == BELOW[:2]


@pytest.mark.slow
def test_words_of_a_layout_are_kept_clear_of_and_a_title_moved_off_a_logo_is_on_no_other(
    tmp_path: Path,
) -> None:
    motto = text("厚德 博学 笃行", (300_000, 6_300_000, 2_600_000, 420_000), 2000)
    # A name, and a rule across below it.
    logo = block(300_000, 200_000, 2_400_000, 500_000)
    rule = block(2_800_000, 800_000, 6_000_000, 15_000)
    template = opened(on_master(motto, logo, rule), tmp_path)
    board = in_deck(template, "title-only")
    title, date = holder(board, "title"), holder(board, "date")
    assert title is not None
    assert title.rect.y >= 700_000
    assert date is None or date.rect.x >= 2_900_000 or date.rect.y >= 6_720_000
    assert_told("template-title-hidden", diagnose(template, Problems()).problems)


@pytest.mark.slow
def test_a_narrow_place_for_content_leaves_the_page_beside_it_to_others(tmp_path: Path) -> None:
    def change(layout: str) -> str:
        body = '<p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        assert body in layout
        place = '<a:xfrm><a:off x="457200" y="1600200"/><a:ext cx="3600000" cy="4525963"/></a:xfrm>'
        return layout.replace(body, body.replace("<p:spPr/>", f"<p:spPr>{place}</p:spPr>"))

    parts = templates.files()
    name = LAYOUT.format(2)
    data = templates.zipped({**parts, name: change(parts[name].decode()).encode()})
    template = opened(data, tmp_path)
    assert template.area(template.board("content")).right > 8_400_000


@pytest.mark.slow
def test_numbers_that_a_layout_writes_itself_are_not_written_twice_and_places_hold_three_digits(
    tmp_path: Path,
) -> None:
    number = text("1", (8_200_000, 6_300_000, 700_000, 300_000), 1000).replace(
        '<a:r><a:rPr lang="zh-CN" sz="1000"/><a:t>1</a:t></a:r>',
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        '<a:rPr lang="en-US"/>'
        "<a:t>‹#›</a:t></a:fld>",
    )
    parts = templates.files()
    for at in range(1, 12):
        name = LAYOUT.format(at)
        parts[name] = re.sub(
            r'<p:sp>(?:(?!</p:sp>).)*type="sldNum".*?</p:sp>', "", parts[name].decode(), flags=re.S
        ).encode()
    master = parts[templates.MASTER].decode()
    parts[templates.MASTER] = master.replace("</p:grpSpPr>", f"</p:grpSpPr>{number}", 1).encode()
    slides = deck(templates.zipped(parts), tmp_path).slides
    assert not [each for slide in slides for each in slide.shapes._spTree.iter("{*}fld")]
    narrow = templates.changed(
        templates.MASTER,
        lambda text: (
            text.replace('<a:ext cx="2133600" cy="365125"/>', "@", 1)
            .replace('<a:ext cx="2133600" cy="365125"/>', '<a:ext cx="200000" cy="365125"/>')
            .replace("@", '<a:ext cx="2133600" cy="365125"/>')
        ),
    )
    board = in_deck(opened(narrow, tmp_path), "title-only")
    found = holder(board, "number")
    assert found is not None
    assert found.rect.w - found.insets[0] - found.insets[2] >= 1.8 * found.size


@pytest.mark.slow
def test_words_at_a_slant_are_no_place_and_lower_levels_are_read_too(tmp_path: Path) -> None:
    def slanted(layout: str) -> str:
        return layout.replace(
            '<a:xfrm><a:off x="1371600"', '<a:xfrm rot="20400000"><a:off x="1371600"'
        )

    cover = opened(with_cover(slanted), tmp_path).board("cover")
    assert cover.label == "Title Slide"
    assert holder(cover, "subtitle") is None
    pale = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    data = templates.changed(
        templates.MASTER,
        lambda text: re.sub(
            r"(<p:bodyStyle>.*?<a:lvl2pPr.*?<a:defRPr[^>]*>)<a:solidFill>.*?</a:solidFill>",
            lambda match: match[1] + pale,
            text,
            count=1,
            flags=re.S,
        ),
    )
    outline = (
        "\ndeck:\n  - {kind: cover}\n"
        "  - {kind: bullets, id: p, title: 三点,"
        " points: [{text: 先做第一件, points: [甲, 乙]}, 再做]}\n"
    )
    slide = deck(data, tmp_path, outline).slides[1]
    runs = [
        run
        for each in slide.placeholders
        for paragraph in each.text_frame.paragraphs
        if paragraph.level
        for run in paragraph.runs
    ]
    assert runs
    assert all(run.font.color and run.font.color.type is not None for run in runs)


@pytest.mark.slow
def test_titles_whose_letters_stand_apart_have_room_for_them(tmp_path: Path) -> None:
    def apart(master: str) -> str:
        head, _, rest = master.partition("<p:titleStyle>")
        return head + "<p:titleStyle>" + rest.replace("<a:defRPr ", '<a:defRPr spc="600" ', 1)

    outline = (
        "\ndeck:\n  - {kind: bullets, id: p, title: 先把眼下的几件要紧事一件一件办好,"
        " points: [先做, 再做]}\n"
    )

    def size(data: bytes) -> float:
        title = deck(data, tmp_path, outline).slides[0].shapes.title
        runs = title.text_frame.paragraphs[0].runs
        return float(runs[0].font.size.pt) if runs[0].font.size else 44.0

    assert size(templates.changed(templates.MASTER, apart)) < size(templates.DEFAULT.read_bytes())
