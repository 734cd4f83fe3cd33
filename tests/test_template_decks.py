"""Decks on a template: its layouts, placeholders, colours and faces, and nothing else of it."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import templates
from lxml import etree
from outlines import OUTLINE, TOPICS, project
from pptx import Presentation
from tellings import assert_told

from briefgen.build import Request, build, check
from briefgen.problems import ContentError
from briefgen.report import Report

LAYOUT = "ppt/slideLayouts/slideLayout{}.xml"
DECK = """
deck:
  - {kind: cover}
  - {kind: agenda}
  - {kind: section, title: 第一部分}
  - {kind: bullets, id: points, title: 三点, points: [先做第一件, 再做第二件, 后做第三件]}
  - {kind: text, id: prose, title: 两段, text: [第一段文字说明来由。, 第二段文字说明去向。]}
  - kind: two-column
    id: halves
    title: 两栏
    left: {head: 左, points: [甲事, 乙事]}
    right: {head: 右, points: [丙事, 丁事]}
  - kind: table
    id: grid
    title: 表格
    header: [名称, 数量]
    rows: [[甲, 一], [乙, 二]]
  - {kind: quote, id: said, title: 原话, text: 拥有1.3万家企业, source: article}
  - {kind: statement, title: 一句话说清要做什么, text: 座谈会上说得最多的一句话}
  - {kind: closing, title: 谢谢, lines: [下一步见]}
"""
SAMPLE = """
deck:
  - {kind: cover}
  - {kind: bullets, id: points, title: 三点, points: [先做第一件, 再做第二件, 后做第三件]}
"""


def request(folder: Path, deck: str, template: bytes, **more: Any) -> Request:
    outline = project(folder, OUTLINE + TOPICS + deck)
    path = folder / "house.pptx"
    path.write_bytes(template)
    return Request(outline, ("base",), ("deck",), template=path, **more)


def made(folder: Path, deck: str = DECK, template: bytes = b"") -> Report:
    return build(request(folder, deck, template or templates.DEFAULT.read_bytes()))


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The deck on the usual template; nobody changes it."""
    return opened(made(tmp_path_factory.mktemp("usual")))


def opened(report: Report) -> Any:
    return Presentation(report.written[0])


def words(shape: Any) -> str:
    return shape.text_frame.text if shape.has_text_frame else ""


def layouts(deck: Any) -> list[str]:
    return [slide.slide_layout.name for slide in deck.slides]


def test_each_slide_stands_on_the_layout_that_is_meant_for_it(usual: Any) -> None:
    assert layouts(usual) == [
        "Title Slide",
        "Title Only",
        "Section Header",
        "Title and Content",
        "Title and Content",
        "Two Content",
        "Title and Content",
        "Title and Content",
        "Section Header",
        "Title Slide",
    ]


@pytest.mark.slow
def test_running_text_stands_in_the_templates_own_placeholders(usual: Any) -> None:
    deck = usual
    # The list of sections is no running text.
    for slide in (each for each in deck.slides if each.slide_layout.name != "Title Only"):
        own = {each.placeholder_format.idx for each in slide.slide_layout.placeholders}
        inside = sum(len(words(each)) for each in slide.placeholders)
        total = sum(len(words(each)) for each in slide.shapes)
        assert {each.placeholder_format.idx for each in slide.placeholders} <= own
        heads = 2 if slide.slide_layout.name == "Two Content" else 0
        assert inside + heads >= 0.9 * total, slide.shapes.title.text


@pytest.mark.slow
def test_points_keep_the_templates_bullets_sizes_and_places(usual: Any) -> None:
    slide = usual.slides[3]
    body = slide.placeholders[1]
    assert body.text_frame.text.split("\n") == ["先做第一件", "再做第二件", "后做第三件"]
    assert body._element.spPr.find("{*}xfrm") is None
    for paragraph in body.text_frame.paragraphs:
        assert paragraph._p.pPr is None or not len(paragraph._p.pPr)
        assert all(run.font.size is None for run in paragraph.runs)


@pytest.mark.slow
def test_paragraphs_have_no_bullets_where_the_template_has_some(usual: Any) -> None:
    body = usual.slides[4].placeholders[1]
    assert all(each._p.pPr.find("{*}buNone") is not None for each in body.text_frame.paragraphs)


@pytest.mark.slow
def test_a_table_stands_in_the_place_for_content(usual: Any) -> None:
    slide = usual.slides[6]
    (table,) = [each for each in slide.shapes if each.has_table]
    assert table.is_placeholder
    assert table.placeholder_format.idx == 1


@pytest.mark.slow
def test_long_points_are_smaller_in_their_place_and_whole(tmp_path: Path) -> None:
    long = "、".join(["把这一件事情从头到尾讲得清清楚楚"] * 3)
    points = ", ".join(f"{number}{long}" for number in "一二三四五六")
    deck = f"\ndeck:\n  - {{kind: bullets, id: points, title: 多, points: [{points}]}}\n"
    slide = opened(made(tmp_path, deck)).slides[0]
    body = slide.placeholders[1]
    sizes = {run.font.size.pt for each in body.text_frame.paragraphs for run in each.runs}
    assert body.text_frame.text.count(long) == 6
    assert len(sizes) == 1
    assert 12 <= sizes.pop() < 32


@pytest.mark.slow
def test_nothing_of_the_samples_is_left_and_nothing_is_there_twice(tmp_path: Path) -> None:
    deck = Presentation(templates.DEFAULT)
    deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "样例页"
    data = BytesIO()
    deck.save(data)
    parts = templates.files_of(data.getvalue())
    main = parts[templates.PRESENTATION].decode()
    more = (
        '<p:custShowLst><p:custShow name="短" id="0"><p:sldLst/></p:custShow></p:custShowLst>'
        '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14='
        '"http://schemas.microsoft.com/office/powerpoint/2010/main"/></p:ext></p:extLst>'
    )
    main = re.sub(r"<p:extLst>.*</p:extLst>", "", main, flags=re.S)
    parts[templates.PRESENTATION] = main.replace("</p:presentation>", more + "</p:presentation>")
    parts[templates.PRESENTATION] = parts[templates.PRESENTATION].encode()
    report = made(tmp_path, SAMPLE, templates.zipped(parts))
    with zipfile.ZipFile(report.written[0]) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        assert sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) for name in names) == 2
        for word in ("样例页", "custShow", "sectionLst"):
            assert not any(word.encode() in archive.read(name) for name in names), word
        led = {"[Content_Types].xml"}
        for name in (name for name in names if name.endswith(".rels")):
            folder = name.partition("_rels/")[0]
            for link in etree.fromstring(archive.read(name)):
                if link.get("TargetMode") != "External":
                    target = Path(f"/{folder}").joinpath(link.get("Target"))
                    parts: list[str] = []
                    for part in target.parts[1:]:
                        parts = parts[:-1] if part == ".." else [*parts, part]
                    assert "/".join(parts) in names
                    led.add("/".join(parts))
        # Whatever is written is led to by something.
        assert {name for name in names if not name.endswith(".rels")} == led


def test_what_runs_or_leads_out_is_not_in_the_deck(tmp_path: Path) -> None:
    report = made(tmp_path, SAMPLE, templates.macros())
    with zipfile.ZipFile(report.written[0]) as archive:
        assert not any("vba" in name.lower() for name in archive.namelist())
        assert b"macroEnabled" not in archive.read("[Content_Types].xml")


@pytest.mark.slow
def test_pictures_on_layouts_stay_as_they_are(tmp_path: Path) -> None:
    report = made(tmp_path, SAMPLE, templates.with_object())
    with zipfile.ZipFile(report.written[0]) as archive:
        assert archive.read("ppt/media/seen.png") == templates.png()


@pytest.mark.slow
def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    first = made(tmp_path / "a").written[0].read_bytes()
    assert first == made(tmp_path / "b").written[0].read_bytes()


@pytest.mark.slow
def test_no_colour_is_written_but_the_templates_own(tmp_path: Path) -> None:
    report = made(tmp_path)
    with zipfile.ZipFile(report.written[0]) as archive:
        for name in archive.namelist():
            if name.startswith(("ppt/slides/slide", "ppt/charts/chart")):
                assert b"srgbClr" not in archive.read(name), name


@pytest.mark.slow
def test_an_empty_chinese_face_is_filled_in_our_copy(tmp_path: Path) -> None:
    before = templates.files()["ppt/theme/theme1.xml"].decode()
    assert '<a:ea typeface=""/>' in before
    with zipfile.ZipFile(made(tmp_path).written[0]) as archive:
        after = archive.read("ppt/theme/theme1.xml").decode()
    assert '<a:ea typeface=""/>' not in after
    assert after.count('<a:ea typeface="微软雅黑"/>') == 2


def test_a_layout_without_a_title_gets_one_in_our_copy(tmp_path: Path) -> None:
    parts = templates.files()
    for number in range(1, 12):
        name = LAYOUT.format(number)
        text = re.sub(r"<p:sp>.*</p:sp>", "", parts[name].decode(), flags=re.S)
        parts[name] = text.encode()
    deck = opened(made(tmp_path, SAMPLE, templates.zipped(parts)))
    assert [slide.shapes.title.text for slide in deck.slides] == ["示例", "三点"]
    assert "先做第一件" in "".join(map(words, deck.slides[1].shapes))


@pytest.mark.slow
def test_a_dark_template_has_light_text_on_it(tmp_path: Path) -> None:
    ground = (
        '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="101820"/></a:solidFill><a:effectLst/></p:bgPr>'
        "</p:bg>"
    )
    data = templates.changed(
        templates.MASTER, lambda text: re.sub(r"<p:bg>.*?</p:bg>", ground, text, flags=re.S)
    )
    slide = opened(made(tmp_path, SAMPLE, data)).slides[1]
    colours = {
        fill.get("val")
        for shape in slide.placeholders
        for fill in shape._element.iterfind(".//{*}rPr/{*}solidFill/{*}schemeClr")
    }
    written = [each for each in slide.placeholders if each.placeholder_format.idx < 10]
    texts = [run for shape in written for run in shape._element.iter("{*}rPr")]
    assert colours == {"bg1"}
    assert all(run.find("{*}solidFill") is not None for run in texts)


def sizes(slide: Any) -> set[int]:
    """The sizes (pt/100) that the texts of a slide are set in, where they say one."""
    return {int(each.get("sz")) for each in slide._element.iter("{*}rPr") if each.get("sz")}


@pytest.mark.slow
def test_no_type_is_smaller_than_twelve_points_where_there_is_room(tmp_path: Path) -> None:
    more = "  - {kind: kpi, id: many, title: 数字, figures: [output, output], note: 均为全年口径}\n"
    deck = opened(made(tmp_path, DECK.replace("  - {kind: closing", more + "  - {kind: closing")))
    assert min(min(sizes(slide), default=1200) for slide in deck.slides) == 1200


@pytest.mark.slow
def test_words_are_smaller_on_a_slide_before_they_are_lost(tmp_path: Path) -> None:
    long = "这一张卡片上要写的话很多，从来由讲到去向，一句也不能少"
    card = f"{{head: 一件事, icon: flask, text: {'。'.join([long] * 5)}。}}"
    deck = (
        f"\ndeck:\n  - {{kind: cards, id: cards, title: 四件事, cards: [{card}, {card}, {card}]}}\n"
    )
    (slide,) = opened(made(tmp_path, deck)).slides
    said = "".join(words(shape) for shape in slide.shapes)
    assert said.count(long) == 15
    # Where there is room, nothing in a card is smaller than 14 pt.
    assert min(sizes(slide)) < 1400


@pytest.mark.slow
def test_slides_are_as_large_as_the_templates(usual: Any) -> None:
    deck = usual
    assert (deck.slide_width, deck.slide_height) == (9_144_000, 6_858_000)
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.width is not None:
                assert shape.left >= 0
                assert shape.left + shape.width <= deck.slide_width
                assert shape.top + shape.height <= deck.slide_height


@pytest.mark.slow
@pytest.mark.parametrize(
    "size", [(9_906_000, 6_858_000), (9_144_000, 5_715_000), (5_400_000, 9_600_000)]
)
def test_slides_of_any_size_hold_all_that_is_on_them(tmp_path: Path, size: tuple[int, int]) -> None:
    def scaled(text: str) -> str:
        for names, new, old in (("x|cx", size[0], 9_144_000), ("y|cy", size[1], 6_858_000)):
            text = re.sub(
                rf' ({names})="(-?\d+)"',
                lambda m, new=new, old=old: f' {m[1]}="{int(m[2]) * new // old}"',
                text,
            )
        return text

    parts = templates.files()
    for name, data in parts.items():
        if name.endswith(".xml") and "theme" not in name:
            parts[name] = scaled(data.decode()).encode()
    deck = opened(made(tmp_path, DECK, templates.zipped(parts)))
    assert (deck.slide_width, deck.slide_height) == size
    assert len(deck.slides) == 10
    for shape in (shape for slide in deck.slides for shape in slide.shapes):
        if shape.width is not None:
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= size[0]
            assert shape.top + shape.height <= size[1]


@pytest.mark.slow
def test_a_slide_may_name_its_layout_and_is_told_of_one_that_is_not_there(tmp_path: Path) -> None:
    deck = SAMPLE.replace("title: 三点", "title: 三点, layout: Content with Caption")
    assert layouts(opened(made(tmp_path, deck)))[1] == "Content with Caption"
    wrong = SAMPLE.replace("title: 三点", "title: 三点, layout: Title and Contents")
    with pytest.raises(ContentError) as found:
        made(tmp_path, wrong)
    told = assert_told("template-no-layout", found.value)
    assert "Title and Content" in told.hint
    assert told.mark.line


@pytest.mark.slow
def test_the_lock_says_on_which_layout_slides_stand(tmp_path: Path) -> None:
    lock = "house.pptx:\n  roles:\n    content: Comparison\n"
    asked = request(tmp_path, SAMPLE, templates.DEFAULT.read_bytes())
    (tmp_path / "template.lock.yaml").write_text(lock)
    assert layouts(opened(build(asked)))[1] == "Comparison"


@pytest.mark.slow
def test_the_outline_names_its_template_and_an_audience_another(tmp_path: Path) -> None:
    outline = OUTLINE.replace("  slug: demo\n", "  slug: demo\n  template: a.pptx\n")
    path = project(tmp_path, outline + TOPICS + SAMPLE, guests="template: b.pptx\n")
    (tmp_path / "a.pptx").write_bytes(templates.DEFAULT.read_bytes())
    other = templates.changed(
        LAYOUT.format(2), lambda text: text.replace('"Title and Content"', '"标题和内容"')
    )
    (tmp_path / "b.pptx").write_bytes(other)
    report = build(Request(path, ("base", "guests"), ("deck",)))
    decks = [Presentation(each) for each in report.written]
    assert [layouts(deck)[1] for deck in decks] == ["Title and Content", "标题和内容"]


def test_a_template_outside_the_project_is_refused_in_the_outline(tmp_path: Path) -> None:
    outline = OUTLINE.replace("  slug: demo\n", "  slug: demo\n  template: gone.pptx\n")
    path = project(tmp_path, outline + TOPICS + SAMPLE)
    assert assert_told("template-missing", check(Request(path, ("base",), ("deck",))))


@pytest.mark.slow
def test_the_printed_page_takes_the_templates_colours(tmp_path: Path) -> None:
    asked = request(tmp_path, SAMPLE, templates.DEFAULT.read_bytes())
    from briefgen.build import load

    theme = load(asked).themes["base"]
    assert theme.hex("white") == "FFFFFF"
    assert theme.hex("primary") != "A8161C"
    assert theme.deck_face == "微软雅黑"


@pytest.mark.slow
def test_a_mark_stands_on_each_slide_of_a_template(tmp_path: Path) -> None:
    report = build(request(tmp_path, SAMPLE, templates.DEFAULT.read_bytes(), mark="讨论稿"))
    for slide in opened(report).slides:
        assert "讨论稿" in "".join(map(words, slide.shapes))


@pytest.mark.slow
def test_a_cover_without_a_layout_of_its_own_has_its_title_in_the_middle(tmp_path: Path) -> None:
    parts = templates.files()
    keep = {6: "Title Only"}
    for number in (number for number in range(1, 12) if number not in keep):
        name = LAYOUT.format(number)
        text = re.sub(r' type="\w+" preserve', " preserve", parts[name].decode(), count=1)
        text = re.sub(r'(<p:cSld name=)"[^"]*"', rf'\1"版式{number}"', text)
        parts[name] = re.sub(r"<p:sp>.*</p:sp>", "", text, flags=re.S).encode()
    slide = opened(made(tmp_path, SAMPLE, templates.zipped(parts))).slides[0]
    title = slide.shapes.title
    assert slide.slide_layout.name == "Title Only"
    assert title.top > 1_500_000
    assert title.top + title.height < 4_000_000


@pytest.mark.slow
def test_the_picture_that_the_lock_names_is_the_printed_pages_logo(tmp_path: Path) -> None:
    asked = request(tmp_path, SAMPLE, templates.with_object())
    lock = tmp_path / "template.lock.yaml"
    lock.write_text("house.pptx:\n  logo: ppt/media/seen.png\n")
    from briefgen.build import load

    assert load(asked).briefs["base"].attached.logo is not None
    lock.write_text("house.pptx:\n  logo: SEEN.png\n")
    assert load(asked).briefs["base"].attached.logo is not None
    lock.write_text("house.pptx:\n  sha256: x\n  logo: ppt/media/unseen.png\n")
    told = assert_told("template-no-picture", load(asked).problems)
    assert "ppt/media/seen.png" in told.hint
    assert told.mark.line == 3
    lock.write_text("house.pptx:\n  logo: 标志\n")
    asked = request(tmp_path, SAMPLE, templates.zipped(templates.files()))
    told = assert_told("template-no-picture", load(asked).problems)
    assert "logo:" in told.hint


@pytest.mark.slow
def test_of_texts_that_are_alike_none_is_set_otherwise_than_the_others(tmp_path: Path) -> None:
    deck = """
deck:
  - kind: topic
    id: first
    topic: first
    title: 创新成轴
"""
    topics = TOPICS.replace(
        "      - {head: 成轴, text: 打造创新轴。}\n",
        "".join(
            f"      - {{head: 第{n}条, text: 这一条说明第{n}件事情怎么做。}}\n" for n in "一二三"
        ),
    )
    outline = project(tmp_path, OUTLINE + topics + deck)
    (tmp_path / "house.pptx").write_bytes(templates.DEFAULT.read_bytes())
    asked = Request(outline, ("base",), ("deck",), template=tmp_path / "house.pptx")
    slide = opened(build(asked)).slides[0]
    rows = [each for each in slide.shapes if words(each).startswith("第")]
    assert len(rows) == 3
    assert not any(each.is_placeholder for each in rows)
