"""Whether the doctor's lines, done one run after another, end: each line keeps what it says until
it is done, and none is told again that was done as told."""

from __future__ import annotations

import re
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import templates
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.util import Emu
from tellings import assert_told
from templates import A
from test_template_followed import EMU, LAYOUT, below, codes, examined, shape, without_titles
from test_template_places import deck, opened

from briefgen.template.added import drawn
from briefgen.template.doctor import Report

FEET = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
Place = tuple[float, ...]
_SPOT = re.compile(
    r"height ([\d.]+) cm, width ([\d.]+) cm; Position: horizontal ([\d.]+) cm, vertical ([\d.]+) cm"
)


def whitened(placeholder: Any, size: int = 3200) -> None:
    styles = placeholder._element.txBody.find("{*}lstStyle")
    for each in list(styles):
        styles.remove(each)
    styles.append(
        parse_xml(
            f'<a:lvl1pPr {A}><a:defRPr sz="{size}"><a:solidFill><a:srgbClr val="FFFFFF"/>'
            "</a:solidFill></a:defRPr></a:lvl1pPr>"
        )
    )


def with_written_cover(*, pasted: bool, **stands: Place) -> bytes:
    """A template whose sample cover is white above and dark below, with its words on the dark; the
    same pictures on the layout where `pasted`, whose words are white, and stand at places."""
    deck: Any = Presentation(str(templates.DEFAULT))
    layout = deck.slide_layouts[0]
    slide = deck.slides.add_slide(layout)
    for colour, top, high in (("#FFFFFF", 0, 4_000_000), ("#1F3864", 4_000_000, 2_858_000)):
        picture = BytesIO(templates.png(colour))
        made = slide.shapes.add_picture(picture, 0, top, deck.slide_width, high)
        if pasted:
            own = deepcopy(made._element)
            part = slide.part.related_part(own.blip_rId)
            link = layout.part.relate_to(part, f"{templates.OFFICE}/image")
            own.blipFill.find("{*}blip").set(f"{{{templates.OFFICE}}}embed", link)
            layout.shapes._spTree.insert(2, own)
    for text, top in (("深度学习研读会", 4_500_000), ("2026 年 1 月", 5_600_000)):
        slide.shapes.add_textbox(1_000_000, top, 7_000_000, 900_000).text_frame.text = text
    for each, kind in zip(layout.placeholders, ("title", "subtitle"), strict=False):
        whitened(each)
        each.left, each.top = Emu(685_800), Emu(600_000 if kind == "title" else 2_200_000)
        each.width, each.height = Emu(7_772_400), Emu(1_400_000)
        if kind in stands:
            high, wide, x, y = (Emu(round(one * EMU)) for one in stands[kind])
            each.left, each.top, each.width, each.height = x, y, wide, high
    data = BytesIO()
    deck.save(data)
    return data.getvalue()


def onto(report: Report) -> dict[str, Place]:
    """The places that are told for a cover's words: height, width, and from the left and the top,
    in centimetres."""
    found = {}
    for each in report.problems:
        if each.code == "template-title-onto":
            spot = _SPOT.search(each.hint)
            assert spot
            found[each.message.split("the ")[1].split()[0]] = tuple(map(float, spot.groups()))
    return found


@pytest.mark.slow
def test_places_of_a_covers_words_stay_told_once_its_picture_is_on_the_layout(
    tmp_path: Path,
) -> None:
    before = examined(with_written_cover(pasted=False), tmp_path, sampled=False)
    after = examined(with_written_cover(pasted=True), tmp_path)
    assert "template-sample-art" in codes(before)
    assert "template-sample-art" not in codes(after)
    told = onto(before)
    assert set(told) == {"title", "subtitle"}
    assert onto(after) == told
    # Where one is done, the other keeps its place; where both are, nothing is said.
    for done, left in (("title", "subtitle"), ("subtitle", "title")):
        rest = examined(with_written_cover(pasted=True, **{done: told[done]}), tmp_path)
        assert onto(rest) == {left: told[left]}
    both = examined(with_written_cover(pasted=True, **told), tmp_path)
    assert not {each for each in codes(both) if "faint" in each or "title" in each}


def on_stripes(foot: str = "") -> bytes:
    """A template whose section has white words on stripes of white, black and grey under its
    title, down to a foot of one colour if there is any."""
    deck: Any = Presentation(str(templates.DEFAULT))
    layout = deck.slide_layouts[2]
    for each in layout.placeholders:
        if each.placeholder_format.idx == 1:
            whitened(each, 1400)
            each.left, each.top, each.width, each.height = 700_000, 3_000_000, 7_700_000, 900_000
        if each.placeholder_format.idx == 0:
            each.left, each.top, each.width, each.height = 700_000, 300_000, 7_700_000, 1_400_000
    data = BytesIO()
    deck.save(data)
    parts = templates.files_of(data.getvalue())
    wide = 9_144_000 // 40
    stripe = ("FFFFFF", "000000", "FFFFFF", "000000", "777777")
    stripes = [shape(n * wide, 1_900_000, wide, 4_958_000, stripe[n % 5]) for n in range(40)]
    if foot:
        stripes.append(shape(0, 4_600_000, 9_144_000, 2_258_000, foot))
    name = LAYOUT.format(3)
    parts[name] = below(parts[name].decode(), *stripes).encode()
    return templates.zipped(parts)


@pytest.mark.slow
def test_white_words_where_no_colour_reads_are_told_a_place_or_that_nothing_is_to_do(
    tmp_path: Path,
) -> None:
    report = examined(on_stripes("101828"), tmp_path)
    told = assert_told("template-faint-placed", report.problems)
    spot = _SPOT.search(told.hint)
    assert spot
    assert float(spot[4]) * EMU >= 4_500_000
    # White reads there, and is not asked for.
    assert "Font Color" not in told.hint
    report = examined(on_stripes(), tmp_path)
    told = assert_told("template-faint-mixed", report.problems)
    assert told.severity == "note"
    assert "template-faint" not in codes(report)
    assert "too dark" not in told.message


@pytest.mark.slow
def test_what_is_moved_at_the_foot_is_in_decks_and_its_boxes_are_apart(tmp_path: Path) -> None:
    # Below the date and the number there are stripes; the footer stays.
    stripes = [shape(n * 40_000, 6_200_000, 20_000, 600_000, "202020") for n in range(10, 30)]
    stripes += [shape(n * 40_000, 6_200_000, 20_000, 600_000, "202020") for n in range(190, 220)]
    data = templates.changed(templates.MASTER, lambda text: below(text, *stripes))
    slides = list(deck(data, tmp_path).slides)
    shown = [
        (each.left, each.top, each.left + each.width, each.top + each.height)
        for each in slides[2].placeholders
        if each.placeholder_format.type in FEET
    ]
    dates = [each for each in slides[2].placeholders if each.placeholder_format.type == FEET[0]]
    assert len(shown) == 3
    assert [each.text_frame.text for each in dates] == ["2024年2月"]
    for number, one in enumerate(shown):
        for other in shown[number + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0]
            assert apart or one[3] <= other[1] or other[3] <= one[1]
    # As wide as the longest date in its size.
    assert dates[0].width > 9 * 12 * 12_700


def test_a_new_cover_has_a_subtitle_without_bullets_and_says_which_tab(tmp_path: Path) -> None:
    parts = templates.files()
    for name in (templates.MASTER, *map(LAYOUT.format, range(1, 12))):
        parts[name] = without_titles(parts[name].decode()).encode()
    told = drawn(opened(templates.zipped(parts), tmp_path), "cover").told("zh")
    assert "字号 40；幻灯片母版 → 插入占位符 → 文本" in told
    assert told.endswith("；开始 → 项目符号 → 无，左对齐")
