"""The deck as a file: opened with python-pptx, and read part by part."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import scenes
from lxml import etree
from outlines import made_in
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from briefgen.geometry import pt
from briefgen.record import replace
from briefgen.render.pptx import render
from briefgen.scene.items import Group, Page, Rule, Series, Shape, Slot, Stroke
from briefgen.scene.layouts import box
from briefgen.scene.names import Name, called
from briefgen.scene.placeholders import Layout
from briefgen.scene.scene import Scene, Section
from briefgen.theme.model import SCHEME
from briefgen.theme.vision import contrast
from briefgen.typography.markers import Bullet, Numbering
from briefgen.typography.text import Line, Paragraph, Run, Span, Style

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "dc": "http://purl.org/dc/elements/1.1/",
}


@pytest.fixture(scope="module")
def data() -> bytes:
    return render(scenes.deck())


@pytest.fixture(scope="module")
def prs(data: bytes) -> Any:
    return Presentation(BytesIO(data))


def opened(scene: Scene) -> Any:
    return Presentation(BytesIO(render(scene)))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def xml(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(parts(data)[name])


def found(element: Any, path: str) -> list[Any]:
    """XPath that python-pptx's own elements allow too."""
    return etree._Element.xpath(element, path, namespaces=NS)  # type: ignore[no-any-return]


def named(slide: Any, name: str) -> Any:
    return next(shape for shape in slide.shapes if shape.name == name)


def every_shape(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every_shape(shape.shapes)


# The package


def test_two_builds_give_the_same_bytes_with_fixed_times(data: bytes) -> None:
    assert render(scenes.deck()) == data
    for whole in (data, parts(data)["ppt/embeddings/workbook1.xlsx"]):
        with zipfile.ZipFile(BytesIO(whole)) as archive:
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_relationship_leads_to_a_part_with_a_content_type(data: bytes) -> None:
    files = parts(data)
    types = etree.fromstring(files["[Content_Types].xml"])
    overrides = {e.get("PartName") for e in types if e.get("PartName")}
    endings = {e.get("Extension") for e in types if e.get("Extension")}
    assert overrides <= {f"/{name}" for name in files}
    for name in files:
        assert f"/{name}" in overrides or name.rsplit(".", 1)[-1] in endings
    reached = set()
    for name in (n for n in files if n.endswith(".rels")):
        base = name.replace("_rels/", "").rsplit("/", 1)[0] if "/" in name else ""
        for relation in etree.fromstring(files[name]):
            if relation.get("TargetMode") != "External":
                path: list[str] = [] if name == "_rels/.rels" else base.split("/")
                for step in relation.get("Target", "").split("/"):
                    path = path[:-1] if step == ".." else [*path, step]
                reached.add("/".join(path))
    assert {n for n in files if not n.endswith(".rels")} - reached == {"[Content_Types].xml"}


def test_the_same_picture_is_stored_once(data: bytes, prs: Any) -> None:
    assert [n for n in parts(data) if "/media/" in n] == ["ppt/media/image1.png"]
    first, second = (s for s in prs.slides[2].shapes if s.shape_type == MSO_SHAPE_TYPE.PICTURE)
    assert first.image.blob == second.image.blob == scenes.png(300, 200)
    assert (first.crop_left, first.crop_top) == (pytest.approx(0.167), 0)


def test_properties_come_from_the_content_not_the_clock(data: bytes, prs: Any) -> None:
    core = prs.core_properties
    assert (core.title, core.author, core.subject) == ("六个新广州 & <再造>", "羊城晚报", "要点")
    assert core.keywords == "创新动能; 城市"
    assert core.language == "zh-CN"
    assert (
        core.created.replace(tzinfo=UTC)
        == datetime(2024, 2, 1, tzinfo=UTC)
        == (core.modified.replace(tzinfo=UTC))
    )
    long = replace(scenes.META, title="长" * 300, date="")
    assert opened(scenes.deck(meta=long)).core_properties.title == "长" * 255


def test_presentation_says_size_line_breaking_and_language(data: bytes, prs: Any) -> None:
    assert (prs.slide_width, prs.slide_height) == (pt(960), pt(540))
    root = xml(data, "ppt/presentation.xml")
    tags = [etree.QName(child).localname for child in root]
    assert tags.index("kinsoku") == tags.index("defaultTextStyle") - 1
    (kinsoku,) = found(root, "p:kinsoku")
    assert kinsoku.get("lang") == "zh-CN"
    assert set("，。、；：！？）》」』】”’…") <= set(kinsoku.get("invalStChars"))
    assert set("（《「『【“‘") <= set(kinsoku.get("invalEndChars"))
    assert root.get("saveSubsetFonts") is None


# Theme, master, layouts


def test_the_theme_holds_colours_and_faces(data: bytes) -> None:
    theme = xml(data, "ppt/theme/theme1.xml")
    scheme = {etree.QName(e).localname: e[0].get("val") for e in found(theme, "//a:clrScheme/*")}
    assert scheme == {slot: scenes.PALETTE[token] for slot, token in SCHEME.items()}
    for kind in ("major", "minor"):
        fonts = found(theme, f"//a:{kind}Font/*/@typeface")
        assert fonts == [scenes.FACE] * 5  # latin, ea, cs, Hans, Hant
    assert theme.get("name") == "岭南"


def test_layouts_have_the_look_of_what_stands_on_them(prs: Any) -> None:
    scene = scenes.deck()
    assert [layout.name for layout in prs.slide_layouts] == [
        lay.name.told("zh") for lay in scene.layouts
    ]
    layout, own = prs.slide_layouts[3], scene.layouts[3]
    title = next(p for p in layout.placeholders if p.placeholder_format.idx == 0)
    slot = own.slots[0]
    assert (title.left, title.top, title.width, title.height) == (
        slot.rect.x, slot.rect.y, slot.rect.w, slot.rect.h,
    )  # fmt: skip
    level = found(title._element, ".//a:lstStyle/a:lvl1pPr")[0]
    # 36 pt of 28: a share of 1.32 times the size, so that larger type gets lines further apart.
    assert found(level, "a:lnSpc/a:spcPct/@val") == ["97000"]
    assert found(level, "a:defRPr/@sz") == [str(slot.style.size // 127)]
    assert found(level, "a:defRPr/@b") == ["1"]
    assert slot.prompt is not None
    assert title.text_frame.text == slot.prompt.told("zh")
    kinds = {p.placeholder_format.type for p in layout.placeholders}
    assert {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.SLIDE_NUMBER} <= kinds
    footer = next(p for p in layout.placeholders
                  if p.placeholder_format.type == PP_PLACEHOLDER.FOOTER)  # fmt: skip
    assert footer.text_frame.text == "六个新广州"
    # Single spacing: exact spacing sets a field off the line of words in LibreOffice.
    assert found(footer._element, ".//a:lvl1pPr/a:lnSpc/a:spcPct/@val") == ["100000"]


def test_a_slide_added_by_hand_gets_the_layouts_placeholders(prs: Any) -> None:
    prs = opened(scenes.deck())
    slide = prs.slides.add_slide(prs.slide_layouts[3])
    slide.shapes.title.text = "新加的一页"
    assert slide.shapes.title.top == scenes.deck().layouts[3].slots[0].rect.y
    out = BytesIO()
    prs.save(out)
    assert Presentation(out).slides[-1].shapes.title.text == "新加的一页"


def test_the_cover_has_its_ground_and_rule_on_the_layout(data: bytes, prs: Any) -> None:
    cover = xml(data, "ppt/slideLayouts/slideLayout1.xml")
    assert cover.get("type") == "title"
    assert found(cover, "p:cSld/p:bg//a:schemeClr/@val") == ["tx2"]
    assert [name for name in found(cover, ".//p:cNvPr/@name") if name == "标题线"]
    assert not found(xml(data, "ppt/slides/slide1.xml"), "p:cSld/p:bg")
    kinds = {p.placeholder_format.type for p in prs.slides[0].placeholders}
    assert {PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.SUBTITLE} <= kinds


# Slides


def test_titles_are_placeholders_and_come_first(prs: Any) -> None:
    # Where a title's line is planned to break there is a vertical tab in its text.
    titles = [slide.shapes.title.text_frame.text.replace("\v", "") for slide in prs.slides]
    assert titles == [page.title for page in scenes.deck().pages]
    for slide in prs.slides:
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id


def test_a_title_drawn_late_is_read_first_but_decoration_stays_below_it() -> None:
    page = scenes.content_page("late")
    title, *rest = page.items
    band = Shape(called("底色"), box(0, 0, 960, 120), fill="surface")
    body = scenes.text_box("正文", box(48, 128, 100, 50), scenes.para("字"), slot=Slot("body", 1))
    slide = opened(scenes.deck(pages=(replace(page, items=(band, body, title, *rest)),))).slides[0]
    assert [shape.name for shape in slide.shapes][:3] == ["底色", "标题", "正文"]


def test_placeholders_inherit_where_they_agree_with_the_layout(prs: Any) -> None:
    slide = prs.slides[1]
    title, body = slide.shapes.title, named(slide, "正文")
    assert found(title._element, "p:spPr/*") == []
    assert found(title._element, ".//a:r/a:rPr/@sz") == []
    assert found(title._element, ".//a:r/a:rPr/a:solidFill") == []
    # The body is narrower than its slot, so it says where it stands.
    assert (body.left, body.width) == (pt(48), pt(700))
    assert body.placeholder_format.idx == 1
    # It fits as it is, and goes on fitting when somebody adds words.
    assert found(body._element, ".//a:bodyPr/a:normAutofit")
    assert not found(body._element, ".//a:bodyPr/a:normAutofit/@*")


def test_footer_date_and_number_are_placeholders(prs: Any) -> None:
    slide = prs.slides[1]
    kinds = {p.placeholder_format.type: p for p in slide.placeholders}
    assert kinds[PP_PLACEHOLDER.FOOTER].text_frame.text == "六个新广州"
    assert kinds[PP_PLACEHOLDER.DATE].text_frame.text == "2024年2月"
    number = kinds[PP_PLACEHOLDER.SLIDE_NUMBER]._element
    assert found(number, ".//a:fld/@type") == ["slidenum"]
    assert found(number, ".//a:fld/a:t/text()") == ["2"]


def test_a_placeholder_that_the_layout_lacks_becomes_a_text_box() -> None:
    stray = scenes.text_box("多余", box(48, 128, 200, 50), scenes.para("字"), slot=Slot("body", 9))
    slide = opened(scenes.deck(pages=(scenes.content_page("x", stray),))).slides[0]
    assert not named(slide, "多余").is_placeholder
    assert named(slide, "多余").text_frame.text == "字"


@pytest.mark.parametrize(
    ("look", "plain"),
    [
        ({}, True),
        ({"fill": "surface"}, False),
        ({"stroke": Stroke("line", pt(1))}, False),
        ({"geometry": "ellipse"}, False),
    ],
)
def test_what_has_a_form_or_a_ground_is_no_text_box(look: dict[str, Any], plain: bool) -> None:
    """Applications offer a text box and a shape different things, and wrap and resize them so."""
    made = scenes.text_box("框", box(48, 128, 200, 50), scenes.para("字"), **look)
    slide = opened(scenes.deck(pages=(scenes.content_page("x", made),))).slides[0]
    assert found(named(slide, "框")._element, ".//p:cNvSpPr/@txBox") == ["1"] * plain


def test_ids_and_names_are_unique_on_each_slide(prs: Any) -> None:
    for slide in (*prs.slides, *prs.slide_layouts):
        shapes = list(every_shape(slide.shapes))
        assert len({s.shape_id for s in shapes}) == len(shapes)
        assert len({s.name for s in shapes}) == len(shapes)
    assert [s.name for s in prs.slides[2].shapes if s.name.startswith("现场")] == ["现场", "现场 2"]


def test_hidden_slides_and_grounds_of_their_own(data: bytes) -> None:
    shows = [xml(data, f"ppt/slides/slide{n}.xml").get("show") for n in range(1, 5)]
    assert shows == [None, None, None, "0"]
    last = xml(data, "ppt/slides/slide4.xml")
    assert found(last, "p:cSld/p:bg//a:schemeClr/@val") == ["bg2"]


def test_decoration_is_marked_and_the_rest_described(prs: Any) -> None:
    for slide in prs.slides:
        for shape in every_shape(slide.shapes):
            props = found(shape._element, ".//p:cNvPr")[0]
            quiet = found(props, ".//adec:decorative/@val") == ["1"]
            if shape.shape_type in (MSO_SHAPE_TYPE.PICTURE, MSO_SHAPE_TYPE.CHART,
                                    MSO_SHAPE_TYPE.TABLE):  # fmt: skip
                assert props.get("descr")
            if shape.name in ("山", "底", "连线"):
                assert quiet
            else:
                assert not quiet


# Text


def test_every_run_has_the_themes_faces_and_says_its_language(data: bytes) -> None:
    """Changing the theme's fonts changes all text."""
    runs = 0
    for number in range(1, 5):
        slide = xml(data, f"ppt/slides/slide{number}.xml")
        for props in found(slide, "//a:rPr | //a:endParaRPr"):
            assert not found(props, "a:latin | a:ea | a:cs")
            assert (props.get("lang"), props.get("altLang")) == ("zh-CN", "en-US")
            runs += 1
        boxes = found(slide, "//p:sp[not(p:nvSpPr/p:nvPr/p:ph)]//a:p/a:pPr")
        for props in (*boxes, *found(slide, "//a:tc//a:p/a:pPr")):
            breaking = [props.get(k) for k in ("eaLnBrk", "latinLnBrk", "hangingPunct")]
            assert breaking == ["1", "0", "0"]
    assert runs > 30
    layout = xml(data, "ppt/slideLayouts/slideLayout4.xml")
    for level in found(layout, "//a:lstStyle/*"):
        assert [level.get(k) for k in ("eaLnBrk", "latinLnBrk", "hangingPunct")] == ["1", "0", "0"]
        faces = [found(level, f"a:defRPr/a:{s}/@typeface")[0][:4] for s in ("latin", "ea", "cs")]
        assert len(set(faces)) == 1
        assert faces[0] in ("+mj-", "+mn-")


def test_runs_keep_their_style_and_text(prs: Any) -> None:
    first = named(prs.slides[1], "正文").text_frame.paragraphs[0]
    assert first.text == "一季度开工319个项目，总投资超3200亿元，见原文。"
    red = next(run for run in first.runs if run.text == "319个")
    assert red.font.bold
    assert red.font.color.theme_color == MSO_THEME_COLOR.ACCENT_1
    note = named(prs.slides[1], "注").text_frame.paragraphs[0]
    assert note.text == "注：口径与出处"


def test_bullets_are_real_and_pitches_are_shares_of_the_size(prs: Any) -> None:
    _, dot, one, two, _ = (p._p for p in named(prs.slides[1], "正文").text_frame.paragraphs)
    assert found(dot, "a:pPr/a:buChar/@char") == ["•"]
    assert (dot.pPr.get("marL"), dot.pPr.get("indent")) == (str(pt(20)), str(-pt(20)))
    assert found(dot, "a:pPr/a:spcBef/a:spcPts/@val") == ["600"]
    for numbered in (one, two):
        assert found(numbered, "a:pPr/a:buAutoNum/@type") == ["arabicPeriod"]
        assert found(numbered, "a:pPr/a:buAutoNum/@startAt") == []
    box_ = named(prs.slides[1], "返回")._element
    assert found(box_, ".//a:lnSpc/a:spcPct/@val") == ["114000"]


def test_numbering_goes_on_from_where_a_list_starts() -> None:
    marks = (Numbering("1.", 3), Numbering("1.", 4), Bullet(), Numbering("1.", 5))
    pars = [scenes.para("字", marker=mark, margin=pt(20), indent=pt(20)) for mark in marks]
    item = scenes.text_box("表", box(48, 128, 300, 200), *pars)
    slide = opened(scenes.deck(pages=(scenes.content_page("x", item),))).slides[0]
    starts = found(named(slide, "表")._element, ".//a:buAutoNum/@startAt")
    assert starts == ["3", "3", "5"]


def _kept(words: str, *lines: str) -> Any:
    style = Style(pt(28), True)
    pieces = re.split("(新)", words)  # runs that do not end where the lines do
    par = Paragraph(tuple(Run(p, style) for p in pieces if p), pt(36), keep_breaks=True)
    planned = tuple(
        Line((Span(line, style, 0, 0),), 0, pt(36) * number, 0) for number, line in enumerate(lines)
    )
    title = replace(
        scenes.content_page("x").items[0],
        paragraphs=(par,),
        lines=planned,  # type: ignore[call-arg]
    )
    scene = scenes.deck(pages=(Page(id="x", layout="content", title=words, items=(title,)),))
    return found(opened(scene).slides[0].shapes.title._element, ".//a:p")[0]


@pytest.mark.parametrize(
    ("words", "lines", "expected"),
    [
        ("大干十二年，再造新广州", ("大干十二年，", "再造新广州"), "大干十二年，|再造新广州"),
        ("大干新广州", ("大干新", "广州"), "大干新|广州"),
        ("大干新广州大道", ("大干新广州", "大道"), "大干新广州|大道"),
        ("再造新区新广州", ("再造新区", "新广", "州"), "再造新区|新广|州"),
        ("Six new cities", ("Six new ", "cities"), "Six new|cities"),
        ("一行新题", ("一行新题",), "一行新题"),
        ("甲\n乙", (), "甲|乙"),
        ("gover\u00adnance", ("gover\u00ad", "nance"), "gover-|nance"),
    ],
)
def test_planned_breaks_of_titles_are_written(
    words: str, lines: tuple[str, ...], expected: str
) -> None:
    paragraph = _kept(words, *lines)
    got = "".join(
        "|" if etree.QName(e).localname == "br" else "".join(found(e, "a:t/text()"))
        for e in paragraph
    )
    assert got == expected


def test_only_titles_are_broken_by_hand() -> None:
    style = Style(pt(28), True)
    runs = (Run("投资", style), Run("超3200亿元", style, "projects"), Run("，一季度开工", style))
    par = Paragraph(runs, pt(36), keep_breaks=True)
    for slot, words in (
        (Slot("title"), "投资超3200亿元，\v一季度开工"),
        (Slot("body", 1), "投资超3200亿元，一季度开工"),
        (None, "投资超3200亿元，一季度开工"),
    ):
        item = scenes.text_box("题", box(48, 128, 260, 100), par, slot=slot)
        assert [line.text for line in item.lines] == ["投资超3200亿元，", "一季度开工"]
        _, *rest = scenes.content_page("x").items
        page = replace(scenes.content_page("x"), items=(item, *rest))
        slide = opened(scenes.deck(pages=(page,))).slides[0]
        made = named(slide, "题").text_frame.paragraphs[0]
        assert made.text == words
    assert [run.text for run in made.runs] == ["投资", "超3200亿元", "，一季度开工"]


def test_an_application_cannot_part_a_number_from_its_unit() -> None:
    figure = Run("over RMB 320 billion", Style(pt(18), True), "f")
    par = scenes.para("It is ", figure, " on 2 million m² of land, in 2035 at last")
    item = scenes.text_box("正文", box(48, 128, 700, 100), par)
    slide = opened(scenes.deck(pages=(scenes.content_page("x", item),))).slides[0]
    assert named(slide, "正文").text_frame.text == (
        "It is over RMB\u00a0320\u00a0billion on 2\u00a0million\u00a0m² of land, in 2035 at last"
    )


def test_texts_in_shapes_get_the_width_they_were_set_to(data: bytes) -> None:
    """A preset keeps text away from its rounded sides; the margins leave that out."""
    (body,) = found(xml(data, "ppt/slides/slide2.xml"), "//p:sp[p:nvSpPr/p:cNvPr/@name='返回']"
                    "/p:txBody/a:bodyPr")  # fmt: skip
    corner = round(0.08 * pt(32) * (1 - 0.5**0.5))
    assert int(body.get("lIns")) == pytest.approx(pt(4) - corner, abs=2)
    assert (body.get("wrap"), body.get("anchor")) == ("square", "ctr")


HOSTILE = ("_x0041_ 甲", "=cmd|'/c calc'!A1", "<b>粗</b>", "A&B \"引\" 'x'", "\x0b\x1b坏\ufffe")


def test_hostile_text_stays_text_everywhere() -> None:
    pars = tuple(scenes.para(words) for words in HOSTILE)
    item = scenes.text_box(HOSTILE[2], box(48, 128, 700, 150), *pars)
    chart = replace(scenes.chart(box(48, 300, 700, 150), HOSTILE[:3]), alt=HOSTILE[3])
    page = scenes.content_page("x", item, chart, notes=HOSTILE)
    meta = replace(scenes.META, title=HOSTILE[2], author=HOSTILE[3])
    section = Section(HOSTILE[3], ("x",))
    data = render(scenes.deck(pages=(page,), meta=meta, sections=(section,)))
    prs = Presentation(BytesIO(data))
    slide = prs.slides[0]
    shown = [p.text for p in named(slide, HOSTILE[2]).text_frame.paragraphs]
    # Office reads _x0041_ as the letter A, unless its underscore is escaped.
    assert shown == ["_x005F_x0041_ 甲", *HOSTILE[1:4], "坏"]
    notes = [p.text for p in slide.notes_slide.notes_text_frame.paragraphs]
    assert notes == shown
    assert prs.core_properties.title == HOSTILE[2]
    assert prs.core_properties.author == HOSTILE[3]
    graphic = next(s for s in slide.shapes if s.has_chart)
    assert found(graphic._element, ".//p:cNvPr/@descr") == [HOSTILE[3]]
    assert list(graphic.chart.plots[0].categories) == ["_x005F_x0041_ 甲", *HOSTILE[1:3]]
    sheet = xml(parts(data)["ppt/embeddings/workbook1.xlsx"], "xl/worksheets/sheet1.xml")
    assert not found(sheet, "//x:f")
    assert found(sheet, "//x:c[@r='A3']/@t") == ["inlineStr"]
    assert found(sheet, "//x:c[@r='A3']//x:t/text()") == [HOSTILE[1]]


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("zh-Hans", "3200亿元", ("zh-CN", "en-US")),
        ("zh-Hans", "GDP", ("zh-CN", "en-US")),
        ("zh-Hant", "廣州", ("zh-TW", "en-US")),
        ("en", "over RMB 320 billion", ("en-GB", "zh-CN")),
        ("en", "广州", ("zh-CN", "en-GB")),
        ("en-US", "over RMB 320 billion", ("en-US", "zh-CN")),
    ],
)
def test_runs_say_their_language(language: str, words: str, expected: tuple[str, str]) -> None:
    item = scenes.text_box("字", box(48, 128, 300, 50), scenes.para(words))
    meta = replace(scenes.META, language=language)
    slide = opened(scenes.deck(pages=(scenes.content_page("x", item),), meta=meta)).slides[0]
    (props,) = found(named(slide, "字")._element, ".//a:r/a:rPr")
    assert (props.get("lang"), props.get("altLang")) == expected


# Links


def test_links_resolve_and_unsafe_ones_are_not_written(prs: Any) -> None:
    slide = prs.slides[1]
    runs = {r.text: r for p in named(slide, "正文").text_frame.paragraphs for r in p.runs}
    assert runs["原文"].hyperlink.address == "https://example.com/a%20b?q=%E5%B9%BF%E5%B7%9E"
    assert runs["作者"].hyperlink.address == "mailto:a@example.com"
    assert runs["危险"].hyperlink.address is None
    assert named(slide, "返回").click_action.target_slide.slide_id == prs.slides[0].slide_id
    island = named(prs.slides[3], "乙地").click_action
    assert island.target_slide.slide_id == prs.slides[1].slide_id


@pytest.mark.parametrize(
    "target",
    [
        "page:nowhere",
        "file:///etc/passwd",
        "https://[bad",
        "http://",
        "ms-word:x",
        "mailto:",
        "\\\\h\\x",
    ],
)
def test_a_link_that_leads_nowhere_is_plain_text(target: str) -> None:
    run = Run("字", Style(pt(18)), link=target)
    item = scenes.text_box("字", box(48, 128, 300, 50), scenes.para(run), link=target)
    slide = opened(scenes.deck(pages=(scenes.content_page("x", item),))).slides[0]
    assert not found(slide._element, "//a:hlinkClick")
    assert {r.reltype.rsplit("/", 1)[-1] for r in slide.part.rels.values()} == {"slideLayout"}


# Shapes


def test_connectors_stick_to_their_shapes(prs: Any) -> None:
    slide = prs.slides[3]
    line = named(slide, "连线")
    start, end = (found(line._element, f".//a:{tag}")[0] for tag in ("stCxn", "endCxn"))
    assert (int(start.get("id")), start.get("idx")) == (named(slide, "甲地").shape_id, "6")
    assert (int(end.get("id")), end.get("idx")) == (named(slide, "乙地").shape_id, "1")
    assert (line.begin_x, line.begin_y) == (pt(160), pt(260))
    assert (line.end_x, line.end_y) == (pt(400), pt(220))
    assert found(line._element, ".//a:tailEnd/@type") == ["triangle"]


def test_groups_keep_the_slides_coordinates(prs: Any) -> None:
    group = named(prs.slides[3], "组合")
    assert (group.left, group.top, group.width, group.height) == (
        pt(700), pt(200), pt(180), pt(90),
    )  # fmt: skip
    inner = group.shapes[1]
    assert (inner.left, inner.top) == (pt(740), pt(230))
    assert not inner.is_placeholder
    frame = found(group._element, "p:grpSpPr/a:xfrm/*")
    assert [dict(e.attrib) for e in frame[:2]] == [dict(e.attrib) for e in frame[2:]]


def test_a_group_within_a_group_and_a_rule_drawn_backwards() -> None:
    rule = Rule(called("斜线"), pt(300), pt(200), pt(100), pt(150), scenes.Stroke("line", pt(1)))
    dot = Shape(called("点"), box(400, 300, 20, 20), geometry="ellipse", fill="accent")
    group = Group(called("外"), (Group(called("内"), (rule,)), dot), alt="示意")
    slide = opened(scenes.deck(pages=(scenes.content_page("x", group),))).slides[0]
    outer = named(slide, "外")
    assert (outer.left, outer.top, outer.width, outer.height) == (
        pt(100), pt(150), pt(320), pt(170),
    )  # fmt: skip
    line = outer.shapes[0].shapes[0]
    assert (line.begin_x, line.begin_y, line.end_x, line.end_y) == (
        pt(300), pt(200), pt(100), pt(150),
    )  # fmt: skip


def test_a_freeform_is_drawn_from_its_own_corner(prs: Any) -> None:
    hill = named(prs.slides[3], "山")
    assert (hill.left, hill.top) == (pt(500), pt(300))
    (path,) = found(hill._element, ".//a:path")
    assert (path.get("w"), path.get("h")) == (str(pt(100)), str(pt(60)))
    points = [(int(e.get("x")), int(e.get("y"))) for e in found(path, ".//a:pt")]
    assert points == [(0, pt(60)), (pt(20), 0), (pt(80), 0), (pt(100), pt(60))]


# Tables


def test_tables_are_native_with_explicit_rules(prs: Any) -> None:
    frame = named(prs.slides[2], "各区目标")
    assert frame.has_table
    table = frame.table
    assert table.first_row
    assert not table.horz_banding
    assert [[c.text_frame.text for c in row.cells] for row in table.rows] == [
        ["区", "目标"], ["天河区", "7000亿元"], ["白云区", "引进86个项目"],
    ]  # fmt: skip
    assert sum(c.width for c in table.columns) == frame.width
    assert sum(r.height for r in table.rows) == frame.height
    head, first = (table.cell(row, 0)._tc.tcPr for row in (0, 1))
    # Where two cells meet, both draw the same line.
    assert [found(head, "a:lnB/@w"), found(first, "a:lnT/@w")] == [[str(pt(1.5))]] * 2
    assert found(first, "a:lnB/@w") == [str(pt(0.75))]
    assert found(head, "a:lnL/a:noFill")
    assert found(head, "a:lnR/a:noFill")
    assert table.cell(0, 0).fill.fore_color.theme_color == MSO_THEME_COLOR.ACCENT_1
    assert table.cell(1, 0).margin_left == pt(8)
    style = found(frame._element, ".//a:tableStyleId/text()")
    assert style == found(
        etree.fromstring(parts(render(scenes.deck()))["ppt/tableStyles.xml"]),
        "//a:tblStyle/@styleId",
    )


# Charts


def charts(prs: Any, index: int = 2) -> list[Any]:
    return [shape.chart for shape in prs.slides[index].shapes if shape.has_chart]


def cells(chart: Any) -> dict[str, str]:
    """What stands in the cells of a chart's workbook, as written there."""
    sheet = xml(chart.part.chart_workbook.xlsx_part.blob, "xl/worksheets/sheet1.xml")
    return {
        cell.get("r"): "".join(found(cell, "x:v/text() | x:is/x:t/text()"))
        for cell in found(sheet, "//x:c")
    }


def test_charts_are_native_and_their_workbook_equals_their_cache(prs: Any) -> None:
    for chart in charts(prs):
        sheet = cells(chart)
        space = chart._chartSpace
        for reference in found(space, "//c:strRef | //c:numRef"):
            area = found(reference, "c:f/text()")[0].replace("$", "").removeprefix("Sheet1!")
            first, last = (area.split(":") * 2)[:2]
            rows = range(int(first[1:]), int(last[1:]) + 1)
            cache = {int(e.get("idx")): found(e, "c:v/text()")[0]
                     for e in found(reference, ".//c:pt")}  # fmt: skip
            assert {i: sheet[f"{first[0]}{row}"] for i, row in enumerate(rows)} == cache


def test_values_are_the_decimals_they_were(prs: Any) -> None:
    bar = charts(prs)[0]
    # Through floating point, 8.2 is written 8.199999999999999 by common libraries.
    assert [cells(bar)[f"B{row}"] for row in (2, 3, 4)] == ["2600.5", "8.2", "1800"]
    assert cells(bar)["A1"] == "单位：亿元"
    assert bar.plots[0].series[0].values == (2600.5, 8.2, 1800.0)


def test_chart_data_can_be_edited(prs: Any) -> None:
    from pptx.chart.data import CategoryChartData

    again = opened(scenes.deck())
    chart = charts(again)[0]
    new = CategoryChartData()
    new.categories = ["甲", "乙"]
    new.add_series("改", (1, 2))
    chart.replace_data(new)
    out = BytesIO()
    again.save(out)
    assert charts(Presentation(out))[0].plots[0].series[0].values == (1.0, 2.0)


def test_bar_charts_read_downwards_and_label_each_bar(prs: Any) -> None:
    space = charts(prs)[0]._chartSpace
    assert found(space, "//c:barDir/@val") == ["bar"]
    assert found(space, "//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]
    assert found(space, "//c:valAx/c:delete/@val") == ["1"]
    assert found(space, "//c:valAx/c:scaling/c:min/@val") == ["0"]
    assert found(space, "//c:dLblPos/@val")[0] == "outEnd"
    assert found(space, "//c:dLbls/c:numFmt/@formatCode") == ['" "#,##0.0"亿元"" "']
    assert found(space, "c:lang/@val") == ["zh-CN"]
    assert found(space, "//c:autoTitleDeleted/@val") == ["1"]
    assert all(int(id) > 0 for id in found(space, "//c:axId/@val"))
    assert not found(space, "//c:legend")
    for props in found(space, "//a:defRPr"):
        faces = [found(props, f"a:{s}/@typeface") for s in ("latin", "ea", "cs")]
        assert faces == [["+mn-lt"], ["+mn-ea"], ["+mn-cs"]]
    # The highlighted bar alone is in the primary colour: what somebody adds is muted and outlined.
    assert found(space, "//c:ser/c:spPr/a:solidFill/*/@val") == ["accent6"]
    assert found(space, "//c:dPt/c:idx/@val") == ["0"]
    assert found(space, "//c:dPt/c:spPr/a:solidFill/*/@val") == ["accent1"]
    assert found(space, "//c:ser/c:spPr/a:ln/@w") == [str(pt(0.75))]


def test_bars_have_the_lengths_they_are_drawn_with(prs: Any) -> None:
    """The plot is that of the scene, and its far end is left to the application."""
    item = next(i for i in scenes.deck().pages[2].items if i.name == called("投资额"))
    space = charts(prs)[0]._chartSpace
    share = {k: float(found(space, f"//c:plotArea/c:layout//c:{k}/@val")[0]) for k in "xywh"}
    assert share["x"] * item.rect.w == pytest.approx(item.plot.x - item.rect.x, rel=1e-4)
    assert share["w"] * item.rect.w == pytest.approx(item.plot.w, rel=1e-4)
    assert found(space, "//c:valAx//c:min/@val") == ["0"]
    assert not found(space, "//c:valAx//c:max")


def test_stacked_bars_label_what_has_a_figure_legibly(prs: Any) -> None:
    chart = charts(prs)[1]
    space = chart._chartSpace
    # The bar of one whole is as long as the plot, whatever its parts become.
    assert found(space, "//c:grouping/@val") == ["percentStacked"]
    assert found(space, "//c:overlap/@val") == ["100"]
    assert not chart.has_legend
    paid, rest = found(space, "//c:ser")
    assert found(paid, "c:dLbls/c:dLblPos/@val") == ["ctr"]
    assert found(paid, "c:dLbls//a:solidFill/*/@val") == ["bg1"]
    assert found(rest, "c:dLbls/c:dLbl/c:delete/@val") == ["1"]
    for series, fill in ((paid, "primary"), (rest, "surface2")):
        ink = {"bg1": "white", "tx1": "ink"}[found(series, "c:dLbls//a:solidFill/*/@val")[-1]]
        pair = (scenes.PALETTE[ink], scenes.PALETTE[fill])
        assert contrast(*pair) >= 4.5


def test_a_label_can_carry_the_qualifier_of_its_figure() -> None:
    area = box(48, 132, 540, 300)
    codes = ('"超"#,##0"亿元"', '#,##0"亿元"')
    series = Series(
        name="投资",
        values=(Decimal(3200), None),
        colours=("chart1", "chart2"),
        figures=("a", "b"),
        formats=codes,
    )
    item = scenes.chart(area, ("甲", "乙"), (), kind="column", series=(series,), high=Decimal(3200))
    (chart,) = charts(opened(scenes.deck(pages=(scenes.content_page("x", item),))), 0)
    space = chart._chartSpace
    assert found(space, "//c:dLbls/c:numFmt/@formatCode") == [codes[0]]
    assert found(space, "//c:dLbl[c:idx/@val='1']/c:numFmt/@formatCode") == [codes[1]]
    assert found(space, "//c:barDir/@val") == ["col"]
    assert chart.plots[0].series[0].values == (3200.0, None)
    assert "B3" not in cells(chart)


# Sections and notes


def test_every_slide_is_in_exactly_one_section(data: bytes) -> None:
    root = xml(data, "ppt/presentation.xml")
    sections = found(root, "//p14:section")
    assert [s.get("name") for s in sections] == ["开篇", "数据"]
    listed = [found(s, ".//p14:sldId/@id") for s in sections]
    assert [len(ids) for ids in listed] == [2, 2]
    assert [*listed[0], *listed[1]] == found(root, "p:sldIdLst/p:sldId/@id")
    assert len({s.get("id") for s in sections}) == 2


def test_a_page_that_no_section_names_stays_with_the_one_before_it() -> None:
    extra = scenes.content_page("extra")
    root = xml(render(scenes.deck(extra)), "ppt/presentation.xml")
    counts = [len(found(s, ".//p14:sldId")) for s in found(root, "//p14:section")]
    assert counts == [2, 3]


def test_notes_stand_on_a_notes_master(data: bytes, prs: Any) -> None:
    first = prs.slides[0]
    assert first.has_notes_slide
    paragraphs = [p.text for p in first.notes_slide.notes_text_frame.paragraphs]
    assert paragraphs == ["先说结论。", "【数据出处】"]
    kinds = [p.placeholder_format.type for p in first.notes_slide.placeholders]
    assert kinds == [PP_PLACEHOLDER.SLIDE_IMAGE, PP_PLACEHOLDER.BODY]
    assert not prs.slides[1].has_notes_slide
    assert "ppt/notesMasters/notesMaster1.xml" in parts(data)
    silent = replace(scenes.content_page("x"), notes=())
    assert not [n for n in parts(render(scenes.deck(pages=(silent,)))) if "notes" in n]


# Speed


@pytest.mark.slow
def test_a_deck_is_built_without_a_library_for_decks(tmp_path: Path) -> None:
    request = (
        "Request(Path('content/outline.yaml'), ('base',), ('deck',), "
        f"out=Path({str(tmp_path)!r}), jobs=1)"
    )
    code = (
        "import sys; from pathlib import Path; from briefgen.build import Request, build;"
        f"build({request}); print(sorted({{'pptx', 'lxml', 'xlsxwriter'}} & {{*sys.modules}}))"
    )
    root = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root
    )
    assert done.stdout == "[]\n"
    assert [Path(name).suffix for name in made_in(tmp_path)] == [".pptx"]


def test_a_master_without_a_layout_to_follow_has_placeholders_on_the_slide() -> None:
    bare = Layout(id="bare", name=Name("title-only"), slots=())
    page = Page(id="one", layout="bare", title="一", items=())
    prs = opened(replace(scenes.deck(), layouts=(bare,), pages=(page,), sections=()))
    found = {each.placeholder_format.type.name: each for each in prs.slide_master.placeholders}
    assert set(found) == {"TITLE", "BODY", "DATE", "FOOTER", "SLIDE_NUMBER"}
    boxes = [(one.left, one.top, one.width, one.height) for one in found.values()]
    # Date, footer and number stand in one row at the foot.
    (foot,) = {found[name].top for name in ("DATE", "FOOTER", "SLIDE_NUMBER")}
    assert foot > prs.slide_height * 9 // 10
    for left, top, width, height in boxes:
        assert min(left, top, width, height) > 0
        assert left + width <= prs.slide_width
        assert top + height <= prs.slide_height
    for (x, y, w, h), (left, top, width, height) in combinations(boxes, 2):
        assert x >= left + width or left >= x + w or y >= top + height or top >= y + h
