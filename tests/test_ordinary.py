"""Plain slides as a person would write them: lists, paragraphs, pictures, two columns."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import composing
import pytest
from editing import own, placeholders, slides
from faults import faults
from lxml import etree
from outlines import OUTLINE, TOPICS, brief, found_in, project
from pptx import Presentation
from rows import every
from stray import picture

from briefgen.build import Request, check
from briefgen.problems import Problem
from briefgen.render.markdown import render as render_markdown
from briefgen.render.pptx import render
from briefgen.scene.items import Chart, Page, Picture, Table, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LONG = "推动科技与产业双向奔赴，打通科研成果从样品到产品的转化通道，让广大人才安居乐业。"


def composed(folder: Path, deck: str) -> tuple[Scene, list[Problem]]:
    """The scene of a deck whose outline is sound, and what was found in composing it."""
    (folder / "wide.png").write_bytes(picture("red", 1600, 900))
    (folder / "tall.png").write_bytes(picture("blue", 900, 1600))
    return composing.composed(brief(folder, OUTLINE + TOPICS + "deck:\n" + deck))


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems if problem.severity != "note"}


def boxes(page: Page, kind: str) -> list[TextBox]:
    found = [item for item in walk(page.items) if isinstance(item, TextBox)]
    return [box for box in found if box.name.kind == kind]


def pictures(page: Page) -> list[Picture]:
    return [item for item in walk(page.items) if isinstance(item, Picture)]


def words(page: Page) -> str:
    texts = [item for item in walk(page.items) if isinstance(item, TextBox)]
    return "\n".join(paragraph.text for box in texts for paragraph in box.paragraphs)


# Lists


def test_plain_strings_are_a_list(tmp_path: Path) -> None:
    scene, problems = composed(
        tmp_path, "- {kind: bullets, title: 五件事, points: [稳外贸, 抓项目, 保民生, 治水, 修路]}\n"
    )
    assert not codes(problems)
    made = [each for body in boxes(scene.pages[0], "body") for each in body.paragraphs]
    assert [each.text for each in made] == ["稳外贸", "抓项目", "保民生", "治水", "修路"]
    assert {each.marker.text for each in made if each.marker} == {"•"}


@pytest.mark.parametrize("count", [2, 3, 4])
def test_few_short_points_are_calls_each_on_a_panel(tmp_path: Path, count: int) -> None:
    points = ", ".join(["稳外贸", "抓项目", "保民生", "治污水"][:count])
    scene, problems = composed(
        tmp_path, f"- {{kind: bullets, title: 几件事, points: [{points}]}}\n"
    )
    assert not codes(problems)
    calls = boxes(scene.pages[0], "card")
    assert len(calls) == count
    assert all(call.slot and call.fill == "surface" for call in calls)
    assert {run.style.size for call in calls for p in call.paragraphs for run in p.runs} == {330200}


def test_one_string_is_a_list_of_one(tmp_path: Path) -> None:
    scene, problems = composed(tmp_path, "- {kind: bullets, title: 一件事, points: 稳外贸}\n")
    assert not codes(problems)
    assert "稳外贸" in words(scene.pages[0])


def test_points_below_points_are_a_level_in_the_deck(tmp_path: Path) -> None:
    scene, _ = composed(
        tmp_path,
        "- kind: bullets\n  title: 两级\n  points:\n    - {text: 创新, points: [平台, 人才]}\n"
        "    - 实体\n",
    )
    (slide,) = [root for _, root in slides(render(scene))]
    levels = {
        "".join(run.text or "" for run in paragraph.iter(A + "t")): paragraph.find(A + "pPr")
        for paragraph in slide.iter(A + "p")
    }
    deep = {text: 0 if at is None else int(at.get("lvl", 0)) for text, at in levels.items()}
    assert (deep["创新"], deep["平台"], deep["人才"], deep["实体"]) == (0, 1, 1, 0)


@pytest.mark.parametrize(
    ("numbered", "first", "below"),
    [("yes", "1.", "(1)"), ("true", "1.", "(1)"), ("一、", "一、", "（一）"), ("no", "•", "–")],
)
def test_lists_are_numbered_as_asked(tmp_path: Path, numbered: str, first: str, below: str) -> None:
    deck = f"- kind: bullets\n  title: 编号\n  numbered: {numbered}\n  points:\n"
    scene, problems = composed(
        tmp_path, deck + "    - {text: 创新, points: [平台, 人才]}\n    - 甲\n"
    )
    assert not codes(problems)
    (body,) = boxes(scene.pages[0], "body")
    marks = [each.marker.text for each in body.paragraphs if each.marker]
    assert marks[:2] == [first, below]


def test_numbers_go_on_over_slides_and_columns(tmp_path: Path) -> None:
    points = ", ".join(f"第{c}条" for c in "甲乙丙丁戊己庚辛壬癸子丑")
    deck = f"- {{kind: bullets, title: 十二条, numbered: yes, points: [{points}]}}\n"
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    assert len(scene.pages) == 2
    found = [
        each.marker.text
        for page in scene.pages
        for box in boxes(page, "body")
        for each in box.paragraphs
        if each.marker
    ]
    assert found == [f"{n}." for n in range(1, 13)]


def test_numbers_say_nothing_that_a_reset_would_take(tmp_path: Path) -> None:
    points = ", ".join(f"第{c}条" for c in "甲乙丙丁戊己庚辛壬癸子丑")
    deck = "".join(
        f"- {{kind: bullets, title: 编号, numbered: {how}, points: [{points}]}}\n"
        for how in ("yes", "一、")
    )
    data = render(composed(tmp_path, deck)[0])
    opened = Presentation(BytesIO(data))
    told = []
    for slide, (_, root) in zip(opened.slides, slides(data), strict=True):
        layouts = {p.placeholder_format.idx: p._element for p in slide.slide_layout.placeholders}
        for shape in placeholders(root):
            index = int(shape.find(".//{*}ph").get("idx", 0))
            told += own(shape, layouts[index])
    assert told == []


def test_few_words_stand_large_and_many_small(tmp_path: Path) -> None:
    few = "- {kind: bullets, title: 少, points: [稳外贸, 抓项目]}\n"
    many = f"- {{kind: bullets, title: 多, points: [{', '.join([LONG] * 6)}]}}\n"
    scene, problems = composed(tmp_path, few + many)
    assert not codes(problems)
    small, large = (
        min(run.style.size for p in boxes(page, kind)[0].paragraphs for run in p.runs)
        for page, kind in ((scene.pages[1], "body"), (scene.pages[0], "card"))
    )
    assert large >= 24 * 12700 > small >= 16 * 12700


def test_a_lead_stands_beside_the_list(tmp_path: Path) -> None:
    deck = "- {kind: bullets, title: 要求, lead: 稳中求进, points: [稳外贸, 抓项目]}\n"
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    (lead,), (body,) = boxes(scene.pages[0], "lead"), boxes(scene.pages[0], "body")
    assert lead.rect.right < body.rect.x
    assert lead.slot
    assert body.slot


def test_points_below_points_of_a_summary(tmp_path: Path) -> None:
    deck = (
        "- kind: summary\n  title: 安排\n  points:\n"
        "    - {head: 总体要求, text: 总述, points: [{head: 思想, text: 略}, 原则]}\n    - 任务\n"
    )
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    first, second = boxes(scene.pages[0], "point")
    assert [(p.text, p.level) for p in first.paragraphs] == [
        ("总体要求", 0),
        ("总述", 1),
        ("思想：略", 2),
        ("原则", 2),
    ]
    assert [p.text for p in second.paragraphs] == ["任务"]


# Paragraphs


def test_one_paragraph_is_enough_and_lines_are_paragraphs(tmp_path: Path) -> None:
    deck = "- {kind: text, title: 一段, text: 把岸线还给市民。}\n"
    deck += "- kind: text\n  title: 两段\n  text: |\n    产值{output}。\n\n    企业{firms}。\n"
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    one, two = (boxes(page, "body")[0].paragraphs for page in scene.pages)
    assert len(one) == 1
    assert [p.text for p in two] == ["产值超3200亿元。", "企业1.3万家。"]
    assert [run.figure for run in two[1].runs if run.figure] == ["firms"]
    assert scene.pages[1].figures == ("output", "firms")


@pytest.mark.slow
def test_a_picture_or_a_figure_stands_beside_the_text(tmp_path: Path) -> None:
    deck = "- {kind: text, title: 图, text: 说明, image: wide.png}\n"
    deck += "- {kind: text, title: 数, text: 说明, figure: output}\n"
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    (body,), (shown,) = boxes(scene.pages[0], "body"), pictures(scene.pages[0])
    assert body.rect.right < shown.rect.x
    assert shown.alt == "图"
    assert scene.pages[1].figures == ("output",)
    _, problems = composed(
        tmp_path, "- {kind: text, title: 图, text: 说明, image: wide.png, figure: output}\n"
    )
    assert codes(problems) == {"text-beside-twice"}


def test_many_paragraphs_go_on_further_slides(tmp_path: Path) -> None:
    texts = ", ".join([LONG * 3] * 6)
    scene, problems = composed(tmp_path, f"- {{kind: text, title: 长文, text: [{texts}]}}\n")
    assert not codes(problems)
    assert len(scene.pages) == 2
    said = "".join(words(page) for page in scene.pages)
    assert said.count(LONG) == 18


# Pictures


def test_a_plain_path_is_enough(tmp_path: Path) -> None:
    scene, problems = composed(tmp_path, "- {kind: image, title: 岸线, image: wide.png}\n")
    assert not codes(problems)
    (shown,) = pictures(scene.pages[0])
    assert (shown.alt, shown.slot is not None) == ("岸线", True)


@pytest.mark.slow
def test_two_to_four_pictures_stand_side_by_side_with_their_captions(tmp_path: Path) -> None:
    for count in (2, 3, 4):
        shown = ", ".join(f"{{file: wide.png, caption: 第{n}张}}" for n in range(count))
        scene, problems = composed(tmp_path, f"- {{kind: image, title: 几张, images: [{shown}]}}\n")
        assert not codes(problems)
        (page,) = scene.pages
        found, captions = pictures(page), boxes(page, "caption")
        assert len(found) == len(captions) == count
        assert len({each.rect.h for each in found}) == 1
        # Four are larger in a square, with their captions beside them.
        assert len({each.rect.y for each in found}) == (1 if count < 4 else 2)
        for one, caption in zip(found, captions, strict=True):
            assert (caption.rect.x == one.rect.x) == (count < 4)
            assert caption.rect.y >= one.rect.bottom or caption.rect.x >= one.rect.right
        deck = Presentation(BytesIO(render(scene)))
        indices = [p.placeholder_format.idx for p in deck.slides[0].placeholders]
        assert len(indices) == len(set(indices))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["image", "case"])
def test_a_picture_is_shown_whole_or_told_to_be_cut(tmp_path: Path, kind: str) -> None:
    more = ", facts: [甲]" if kind == "case" else ""
    deck = (
        f"- {{kind: {kind}, title: 图, image: {{file: tall.png, alt: 图, fit: contain}}{more}}}\n"
    )
    scene, problems = composed(tmp_path, deck)
    (shown,) = pictures(scene.pages[0])
    assert shown.crop == (0, 0, 0, 0)
    assert shown.rect.w / shown.rect.h == pytest.approx(900 / 1600, abs=0.01)
    assert "image-cropped" not in {problem.code for problem in problems}
    scene, problems = composed(tmp_path, deck.replace(", fit: contain", ""))
    (alone,) = pictures(scene.pages[0])
    assert (alone.rect, alone.crop) == (shown.rect, shown.crop)
    assert not codes(problems)
    scene, problems = composed(tmp_path, deck.replace("contain", "cover"))
    (note,) = [problem for problem in problems if problem.code == "image-cropped"]
    assert note.severity == "note"
    assert "fit: contain" in str(note.hint)


def test_what_is_cut_off_is_printed_by_check(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from briefgen.cli import main

    composed(tmp_path, "- {kind: image, title: 图, fit: cover, image: {file: tall.png, alt: 图}}\n")
    with pytest.raises(SystemExit):
        main(["check", str(tmp_path / "content/outline.yaml"), "--lang", "en"])
    assert "tall.png is cut off" in capfd.readouterr().err


def test_several_pictures_of_a_case_stand_above_its_facts(tmp_path: Path) -> None:
    deck = (
        "- {kind: case, title: 前后, facts: [{head: 工期, text: 八月}], images: "
        "[{file: wide.png, alt: 改造前}, {file: wide.png, alt: 改造后}]}\n"
    )
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    (page,) = scene.pages
    assert [each.alt for each in pictures(page)] == ["改造前", "改造后"]
    assert [box.paragraphs[0].text for box in boxes(page, "caption")] == ["改造前", "改造后"]
    assert boxes(page, "point")[0].rect.y > pictures(page)[0].rect.bottom


@pytest.mark.parametrize("kind", ["image", "case"])
def test_a_picture_is_missing_or_there_twice(tmp_path: Path, kind: str) -> None:
    more = ", facts: [甲]" if kind == "case" else ""
    for images in ("", ", image: wide.png, images: [wide.png, tall.png]"):
        scene, problems = composed(tmp_path, f"- {{kind: {kind}, title: 图{images}{more}}}\n")
        assert codes(problems) == {"image-or-images"}
        assert render(scene)


# Two columns


HALVES = {
    "points": "points: [岸线被占, {text: 看江不见江, points: [步道断头]}]",
    "text": "text: 老码头改造后成了城市客厅。",
    "image": "image: wide.png",
    "table": "table: {header: [事项, 时限], rows: [[交地, 六月], [开工, 七月]]}",
    "chart": "chart: {header: [年, 客流（万人次）], rows: [[前年, 100], [去年, 120]]}",
    "figures": "figures: [output, firms]",
    "figure": "figures: [output]",
}


@pytest.mark.slow
@pytest.mark.parametrize("left", HALVES)
@pytest.mark.parametrize("right", HALVES)
def test_any_two_stand_side_by_side(tmp_path: Path, left: str, right: str) -> None:
    deck = f"- {{kind: two-column, title: 两栏, left: {{{HALVES[left]}}}, "
    deck += f"right: {{head: 右, {HALVES[right]}}}}}\n"
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    (page,) = scene.pages
    data = render(scene)
    indices = [p.placeholder_format.idx for p in Presentation(BytesIO(data)).slides[0].placeholders]
    assert len(indices) == len(set(indices))
    kinds = [type(item) for item in page.items]
    # Several figures are a native table too.
    assert kinds.count(Table) == sum(side in ("table", "figures") for side in (left, right))
    assert kinds.count(Chart) == [left, right].count("chart")
    assert kinds.count(Picture) == [left, right].count("image")


@pytest.mark.parametrize("kind", ["column", "bar", "line"])
def test_small_charts_are_native_and_say_their_unit(tmp_path: Path, kind: str) -> None:
    rows = "[[2021年, 100], [2022年, 110], [2023年, 120]]"
    half = f"{{chart: {{kind: {kind}, header: [年, 客流（万人次）], rows: {rows}}}}}"
    deck = f"- {{kind: two-column, title: 图, left: {half}, right: {{text: 甲}}}}\n"
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    assert "万人次" in words(scene.pages[0])
    with ZipFile(BytesIO(render(scene))) as archive:
        assert [name for name in archive.namelist() if name.startswith("ppt/charts/chart")]


@pytest.mark.parametrize("half", ["head: 甲", "text: 甲, points: [乙]"])
def test_a_column_of_nothing_or_of_two_things_is_told(tmp_path: Path, half: str) -> None:
    deck = f"- {{kind: two-column, title: 两栏, left: {{{half}}}, right: {{text: 甲}}}}\n"
    _, problems = composed(tmp_path, deck)
    (told,) = [problem for problem in problems if problem.severity == "error"]
    assert told.code == "half-not-one"
    assert "left: {points: [甲, 乙]}" in str(told.hint)


# In words, and in the form that was meant


def test_plain_slides_are_told_in_markdown(tmp_path: Path) -> None:
    deck = (
        "- {kind: bullets, title: 列表, points: [{text: 创新, points: [平台]}, 实体]}\n"
        "- {kind: text, title: 文字, text: [第一段。, 第二段。]}\n"
        "- {kind: two-column, title: 两栏, left: {head: 左, points: [甲, 乙]}, right: {text: 丙}}\n"
    )
    said = render_markdown(composed(tmp_path, deck)[0]).decode()
    for line in ("- **创新**", "- 平台", "第一段。", "第二段。", "- 甲", "丙"):
        assert line in said


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("kind: timeline, events: [开工, 通车]", "write {when: 开工, what: …}"),
        ("kind: timeline, events: 开工；通车", "write [{when: 开工, what: …}, {when: 通车"),
        ("kind: compare, left: [甲, 乙], right: 丙", "write {head: …, points: [甲, 乙]}"),
        ("kind: actions, items: [[修路, 交通局, 六月]]", "{item: 修路, owner: 交通局, due: 六月}"),
        ("kind: bar, rows: {甲: 10, 乙: 20}", "write [[甲, 10], [乙, 20]]"),
        ("kind: graphic, graphic: steps", "write {form: steps}"),
        ("kind: summary, points: [建平台: 共享, 乙]", "write {head: 建平台, text: 共享}"),
        ("kind: bullets, points: [强产业: [培育, 做强]]", "{text: 强产业, points: [培育, 做强]}"),
        ("kind: bullets, points: {text: 甲}", "write [{text: 甲}, …]"),
        ("kind: bullets, points: [甲], lead: [甲, 乙]", "write 甲；乙"),
        ("kind: bullets, points: [甲], lead: {甲: 乙}", "write 甲：乙"),
        ("kind: table, header: 甲、乙, rows: [[甲, 乙]]", "write [甲, 乙]"),
        ("kind: actions, items: ['印发: 方案']", "write {item: '印发: 方案', owner: …, due: …}"),
        ("kind: image, image: [a.png]", "write a.png"),
        ("kind: cards, cards: [{head: 甲}, [乙, 丙]]", "write {head: 乙, text: 丙}"),
        ("kind: cards, cards: [{head: 甲}, [乙, [丙]]]", "write each key with its value"),
    ],
)
def test_a_wrong_form_is_answered_with_the_right_one(
    tmp_path: Path, written: str, right: str
) -> None:
    told = found_in(tmp_path, OUTLINE + TOPICS + f"deck:\n- {{{written}, title: 甲}}\n")
    assert any(right in line for line in told), told


@pytest.mark.parametrize(
    "written",
    [
        "kind: summary, points: [甲, 乙]",
        "kind: cards, cards: [甲, 乙]",
        "kind: process, steps: [甲, 乙]",
        "kind: big-number, figure: output, points: [甲]",
        "kind: graphic, graphic: {form: steps, points: [甲, 乙]}, measures: [甲]",
        "kind: case, image: wide.png, facts: 甲",
        "kind: compare, left: {head: 甲, points: 乙}, right: {head: 甲, points: 乙}",
        "kind: closing, lines: 谢谢",
        "kind: closing, contact: 招商办公室",
        "kind: matrix, fields: [甲, 乙, 丙, 丁]",
        "kind: matrix, fields: [[甲, 乙], [丙], 丁, {head: 戊}]",
        "kind: two-column, left: [甲, {text: 乙, points: [丙]}], right: 丁",
    ],
)
def test_a_text_stands_alone_where_head_and_text_may(tmp_path: Path, written: str) -> None:
    scene, problems = composed(tmp_path, f"- {{{written}, title: 甲}}\n")
    assert not codes(problems)
    page = scene.pages[0]
    empty = [
        box.name
        for box in walk(page.items)
        if isinstance(box, TextBox) and not all(p.text for p in box.paragraphs)
    ]
    assert empty == []


@pytest.mark.slow
def test_an_empty_value_of_each_field_is_told(tmp_path: Path) -> None:
    for written in (
        "kind: bullets, points: []",
        "kind: bullets, points: ['']",
        "kind: bullets, points: [{text: ''}]",
        "kind: text, text: ''",
        "kind: image, images: []",
        "kind: image, images: [wide.png]",
        "kind: image, image: {file: ''}",
        "kind: two-column, left: {}, right: {text: 甲}",
        "kind: two-column, left: {points: []}, right: {text: 甲}",
        "kind: two-column, left: {table: {}}, right: {text: 甲}",
        "kind: two-column, left: {chart: {}}, right: {text: 甲}",
        "kind: two-column, left: {figures: []}, right: {text: 甲}",
    ):
        outline = OUTLINE + TOPICS + f"deck:\n- {{{written}, title: 甲}}\n"
        path = tmp_path / "content/outline.yaml"
        found_in(tmp_path, outline)
        (tmp_path / "wide.png").write_bytes(picture("black", 1600, 900))
        told = check(Request(path, formats=("deck",)))
        assert any(problem.severity == "error" for problem in told), written


@every(
    ("written", "blank", "key"),
    [
        ("label: {zh: 产值, en: Output}", "{zh: '  '}", "label"),
        ("label: {zh: 企业, en: Firms}", "{}", "label"),
        ("label: {zh: 企业, en: Firms}", "{zh: '', en: ''}", "label"),
        ("title: 报道", "''", "title"),
        ("name: 实体", "{zh: ''}", "name"),
        ("head: 做强", "{zh: ' '}", "head"),
    ],
)
def test_words_that_are_blank_in_each_language_are_none(written: str, blank: str, key: str) -> None:
    outline = OUTLINE + TOPICS
    assert written in outline
    with TemporaryDirectory() as folder:
        path = project(Path(folder), outline.replace(written, f"{key}: {blank}"))
        found = check(Request(path, formats=("brief",)))
    (told,) = [each for each in found if each.code == "empty"]
    assert f"“{key}” is empty" in told.message


def test_a_deck_is_xml_that_can_be_read(tmp_path: Path) -> None:
    deck = "- {kind: bullets, title: 特殊, points: ['<甲> & \"乙\"']}\n"
    for _, root in slides(render(composed(tmp_path, deck)[0])):
        assert etree.tostring(root)


# Agenda and closing


def test_an_agenda_without_sections_lists_the_titles(tmp_path: Path) -> None:
    deck = (
        "- {kind: cover}\n- {kind: agenda}\n- {id: b, kind: text, title: 说现状, text: 甲}\n"
        "- {id: c, kind: text, title: 说打算, text: 乙, hidden: yes}\n"
        "- {id: d, kind: text, title: 说保障, text: 丙}\n- {kind: closing, title: 谢谢}\n"
    )
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    listed = boxes(scene.pages[1], "section")
    assert [(box.paragraphs[0].text, box.link) for box in listed] == [
        ("说现状", "page:b"),
        ("说保障", "page:d"),
    ]
    assert [box.paragraphs[0].text for box in boxes(scene.pages[1], "pages")] == ["3", "5"]


def test_an_agenda_lists_the_slides_that_it_is_told(tmp_path: Path) -> None:
    deck = (
        "- {kind: agenda, slides: [d, b]}\n- {kind: section, title: 一章}\n"
        "- {id: b, kind: text, title: 说现状, text: 甲}\n"
        "- {id: d, kind: text, title: 说保障, text: 丙}\n"
    )
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    listed = boxes(scene.pages[0], "section")
    assert [box.paragraphs[0].text for box in listed] == ["说保障", "说现状"]
    _, problems = composed(tmp_path, deck.replace("[d, b]", "[dd]"))
    (told,) = [problem for problem in problems if problem.code == "agenda-no-slide"]
    assert "d" in str(told.hint)


def test_an_agenda_holds_sixteen_titles_of_two_lines(tmp_path: Path) -> None:
    title = "把最好的岸线还给市民，把最好的空间留给创新，件件有回音"
    slides_of = "".join(f"- {{kind: text, title: 第{n}件：{title}, text: 甲}}\n" for n in range(16))
    scene, problems = composed(tmp_path, "- {kind: agenda}\n" + slides_of)
    assert not codes(problems)
    listed = boxes(scene.pages[0], "section")
    assert len(listed) == 16
    assert [fault.what for fault in faults(scene)] == []


def test_more_titles_than_an_agenda_holds_are_told(tmp_path: Path) -> None:
    slides_of = "".join(f"- {{kind: text, title: 第{n}页, text: 甲}}\n" for n in range(17))
    _, problems = composed(tmp_path, "- {kind: agenda}\n" + slides_of)
    (told,) = [problem for problem in problems if problem.code == "agenda-too-long"]
    assert "slides: [ids]" in str(told.hint)


def test_a_closing_says_whom_to_ask(tmp_path: Path) -> None:
    deck = (
        "- {kind: closing, title: 谢谢, lines: [甲, 乙, 丙, 丁, 戊], contact: {name: 办公室, "
        "phone: 020-1234 5678, mail: office@example.org, address: 滨江路}}\n"
    )
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    said = words(scene.pages[0])
    for line in ("办公室", "020-1234 5678", "office@example.org", "地址　滨江路", "戊"):
        assert line in said


@pytest.mark.parametrize(
    ("contact", "code"),
    [
        ("{}", "contact-empty"),
        ("{phone: 打电话}", "bad-form"),
        ("{mail: 网上}", "bad-form"),
        ("{tel: 020-1234 5678}", "unknown-key"),
    ],
)
def test_a_contact_that_says_nothing_is_told(tmp_path: Path, contact: str, code: str) -> None:
    outline = f"deck:\n- {{kind: closing, title: 谢谢, contact: {contact}}}\n"
    found_in(tmp_path, OUTLINE + TOPICS + outline)
    path = tmp_path / "content/outline.yaml"
    assert code in {problem.code for problem in check(Request(path, formats=("deck",)))}
