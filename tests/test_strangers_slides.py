"""Slides as strangers' decks have them: what these could not be said in, or looked crammed in."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import composing
import pytest
from outlines import OUTLINE, TOPICS, brief
from PIL import Image
from pptx import Presentation
from stray import picture

from briefgen.build import Request, check
from briefgen.geometry import pt
from briefgen.problems import Problem
from briefgen.render.pptx import render
from briefgen.scene.items import Chart, Page, Picture, Shape, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk

WITHOUT_SOURCES = "brief: {slug: plain, title: 常用页, theme: neutral}\ndeck:\n"


def composed(folder: Path, deck: str, more: str = "") -> tuple[Scene, list[Problem]]:
    folder.mkdir(parents=True, exist_ok=True)
    sizes = {"wide.png": (1600, 400), "screen.png": (1600, 1000), "tall.png": (900, 900)}
    for name, size in sizes.items():
        (folder / name).write_bytes(picture("red", *size))
    return composing.composed(brief(folder, OUTLINE + TOPICS + "deck:\n" + deck + more))


def problems_of(found: list[Problem]) -> set[str]:
    return {problem.code for problem in found if problem.severity != "note"}


def boxes(page: Page, kind: str) -> list[TextBox]:
    found = [item for item in walk(page.items) if isinstance(item, TextBox)]
    return [box for box in found if box.name.kind == kind]


def drawn(scene: Scene, kind: str) -> list[TextBox]:
    """The words of a kind in the drawn face of the only chart."""
    (chart,) = [item for item in walk(scene.pages[0].items) if isinstance(item, Chart)]
    found = [item for item in walk(chart.drawn) if isinstance(item, TextBox)]
    return [box for box in found if box.name.kind == kind]


def pictures(page: Page) -> list[Picture]:
    return [item for item in walk(page.items) if isinstance(item, Picture)]


def grounds(page: Page) -> list[Shape]:
    found = [item for item in walk(page.items) if isinstance(item, Shape)]
    return [shape for shape in found if shape.name.kind == "ground"]


# One sentence


def test_a_sentence_alone_fills_its_slide_and_is_its_title(tmp_path: Path) -> None:
    scene, found = composed(tmp_path, "- {kind: statement, title: 先把水治好}\n")
    assert not problems_of(found)
    (page,) = scene.pages
    (title,) = boxes(page, "title")
    assert title.paragraphs[0].runs[0].style.size >= pt(60)
    (ground,) = grounds(page)
    assert ground.rect.y < title.rect.y < title.rect.bottom < ground.rect.bottom
    slide = Presentation(BytesIO(render(scene))).slides[0]
    assert slide.shapes.title is not None
    assert slide.shapes.title.text_frame.text == "先把水治好"
    # The ground lies below the words.
    assert page.items.index(ground) < page.items.index(title)


@pytest.mark.parametrize("count", [1, 12, 40, 70])
def test_a_sentence_of_any_length_keeps_clear_of_the_words_below_it(
    tmp_path: Path, count: int
) -> None:
    said = ("把最好的岸线还给市民，" * 8)[:count]
    slide = f"- {{kind: statement, title: {said}, text: [第一条, 第二条, 第三条]}}\n"
    scene, found = composed(tmp_path, slide)
    assert not problems_of(found)
    (title,), (below,) = boxes(scene.pages[0], "title"), boxes(scene.pages[0], "body")
    assert title.rect.bottom <= below.rect.y
    assert below.rect.bottom <= grounds(scene.pages[0])[0].rect.bottom


# Comparisons and cards


def test_a_comparison_takes_ten_points_on_a_side(tmp_path: Path) -> None:
    points = ", ".join(f"第{n}条要求写得清楚" for n in "一二三四五六七八九十")
    side = f"{{head: 甲方, points: [{points}]}}"
    slide = f"- {{kind: compare, title: 两份协议, left: {side}, right: {side}, conclusion: 先读}}\n"
    scene, found = composed(tmp_path, slide)
    assert not problems_of(found)
    assert len(boxes(scene.pages[0], "column")[0].paragraphs) == 10


def test_few_words_are_compared_on_panels_and_many_between_rules(tmp_path: Path) -> None:
    few = "{head: 软, points: [动指针]}"
    scene, _ = composed(
        tmp_path / "few", f"- {{kind: compare, title: 两种, left: {few}, right: {few}}}\n"
    )
    assert len(grounds(scene.pages[0])) == 2
    long = ", ".join(["攻击呈现出专业化、分散化、长期化，依靠单一手段难以防范"] * 5)
    many = f"{{head: 背景, points: [{long}]}}"
    scene, found = composed(
        tmp_path / "many", f"- {{kind: compare, title: 两种, left: {many}, right: {many}}}\n"
    )
    assert not problems_of(found)
    assert not grounds(scene.pages[0])


def test_what_is_chosen_stands_out_and_nothing_where_none_is(tmp_path: Path) -> None:
    side = "{head: 租, points: [省钱]}"
    steps = ["{head: 看房}", "{head: 签约, key: yes}", "{head: 入住}"]
    slides = (
        f"- {{kind: compare, title: 租房, left: {side}, right: {side}, highlight: right}}\n"
        f"- {{kind: compare, title: 买房, left: {side}, right: {side}}}\n"
        f"- {{kind: process, title: 三步, steps: [{', '.join(steps)}]}}\n"
        "- {kind: process, title: 两步, steps: [看房, 入住]}\n"
        "- {kind: cards, title: 家底, cards: [{head: 房, value: 3套}, {head: 车, value: 1辆}]}\n"
    )
    scene, found = composed(tmp_path, slides)
    assert not problems_of(found)
    lit, even, chosen, alike, valued = scene.pages[:5]
    assert [each.fill for each in grounds(lit)] == ["surface", "surface2"]
    assert {each.fill for each in grounds(even)} == {"surface"}
    assert [box.fill for box in boxes(chosen, "step")] == ["surface2", "primary", "surface2"]
    assert {box.fill for box in boxes(alike, "step")} == {"primary"}
    for card in boxes(valued, "card"):
        head, value = (part.runs[0].style.size for part in card.paragraphs)
        assert value >= 2 * head


def test_cards_end_in_what_follows_from_them(tmp_path: Path) -> None:
    cards = "[{head: 多样, text: 模型很多}, {head: 集成, text: 接口不同}, {head: 扩展, text: 要稳}]"
    said = "因此出现了统一的网关，开发者无需为每个模型重新设计调用逻辑，减少了重复，也更容易换用。"
    slide = f"- {{kind: cards, title: 三个难题, cards: {cards}, conclusion: {said}}}\n"
    scene, found = composed(tmp_path, slide)
    assert not problems_of(found)
    (panel,) = boxes(scene.pages[0], "conclusion")
    assert all(card.rect.bottom < panel.rect.y for card in boxes(scene.pages[0], "card"))
    assert len(panel.lines) == 2
    # One that a line holds at the usual size stands on one, in whichever size that takes.
    less = said.replace("，减少了重复，也更容易换用", "").replace("开发者", "各方")
    for words in (less, less.replace("因此出现了", ""), "统一网关"):
        scene, _ = composed(tmp_path, slide.replace(said, words))
        (panel,) = boxes(scene.pages[0], "conclusion")
        assert len(panel.lines) == 1


# Pictures


def test_a_drawing_is_never_cut_and_a_photograph_a_little(tmp_path: Path) -> None:
    scene, found = composed(
        tmp_path, "- {kind: image, title: 架构, image: {file: wide.png, alt: 图}}\n"
    )
    assert not problems_of(found)
    (drawing,) = pictures(scene.pages[0])
    assert drawing.crop == (0, 0, 0, 0)
    assert drawing.rect.w / drawing.rect.h == pytest.approx(4, abs=0.02)
    Image.new("RGB", (1500, 1000), "navy").save(tmp_path / "photo.jpg")
    slide = "- {kind: text, title: 江边, text: 一段话。, image: {file: photo.jpg, alt: 江}}\n"
    scene, found = composed(tmp_path, slide)
    assert not problems_of(found)
    (photo,) = pictures(scene.pages[0])
    assert photo.slot is not None or photo.crop == (0, 0, 0, 0)


def test_a_drawing_beside_few_words_takes_most_of_the_slide(tmp_path: Path) -> None:
    few = "{kind: text, title: 架构, text: 分四层。, image: {file: screen.png, alt: 四层}}"
    scene, found = composed(tmp_path, f"- {few}\n")
    assert not problems_of(found)
    (shown,), (text,) = pictures(scene.pages[0]), boxes(scene.pages[0], "body")
    assert shown.rect.w > text.rect.w
    halves = "left: {image: {file: screen.png, alt: 图}}, right: {points: [一, 二], numbered: yes}"
    scene, found = composed(tmp_path, f"- {{kind: two-column, title: 全景, {halves}}}\n")
    assert not problems_of(found)
    (shown,) = pictures(scene.pages[0])
    (list_,) = boxes(scene.pages[0], "column")
    assert shown.rect.w > list_.rect.w
    assert all(paragraph.marker for paragraph in list_.paragraphs)


def test_three_pictures_of_three_forms_are_not_small_in_a_row(tmp_path: Path) -> None:
    files = ("tall.png", "screen.png", "wide.png")
    images = ", ".join(f"{{file: {name}, alt: 图, caption: {name[:-4]}}}" for name in files)
    scene, found = composed(tmp_path, f"- {{kind: image, title: 三张, images: [{images}]}}\n")
    assert not problems_of(found)
    shown = pictures(scene.pages[0])
    assert len({each.rect.y for each in shown}) > 1
    row = pt(864 - 32) // 3
    assert sum(each.rect.w * each.rect.h for each in shown) > 1.2 * row * (row + row * 0.625)
    # The smallest of a row is larger too, and a caption begins where its picture does.
    assert shown[2].rect.w > row
    for one, caption in zip(shown, boxes(scene.pages[0], "caption"), strict=True):
        assert caption.rect.x == one.rect.x
        assert one.rect.bottom < caption.rect.y


def test_a_closing_slide_has_a_picture_in_its_own_colours(tmp_path: Path) -> None:
    slide = "- {kind: closing, title: 谢谢, lines: [请提问], image: {file: tall.png, alt: 图}}\n"
    scene, found = composed(tmp_path, slide)
    assert not problems_of(found)
    (shown,), (lines,) = pictures(scene.pages[0]), boxes(scene.pages[0], "closing-lines")
    assert shown.crop == (0, 0, 0, 0)
    assert lines.rect.right <= shown.rect.x
    with ZipFile(BytesIO(render(scene))) as deck:
        (name,) = [n for n in deck.namelist() if n.startswith("ppt/media/")]
        assert Image.open(BytesIO(deck.read(name))).convert("RGB").getpixel((5, 5)) == (255, 0, 0)


# Lists, tables, drawings


def test_points_with_points_below_them_go_on_one_by_one(tmp_path: Path) -> None:
    below = ", ".join(["学习许可证的条款和要求，明确自己的权利和义务。" * 5] * 5)
    points = ", ".join(f"{{text: 建议{n}, points: [{below}]}}" for n in "甲乙丙")
    scene, found = composed(tmp_path, f"- {{kind: bullets, title: 建议, points: [{points}]}}\n")
    assert not problems_of(found)
    assert len(scene.pages) == 3


def test_a_cell_over_columns_of_words_begins_where_they_do(tmp_path: Path) -> None:
    rows = "[[入门, <, 未读协议], [过程, 代码, 随意引入], [^, 资料, 词语敏感]]"
    slide = f"- {{kind: table, title: 常见问题, header: [环节, <, 问题], rows: {rows}}}\n"
    scene, found = composed(tmp_path, slide)
    assert not problems_of(found)
    slide_ = Presentation(BytesIO(render(scene))).slides[0]
    (frame,) = [shape for shape in slide_.shapes if shape.has_table]
    aligns = [frame.table.cell(n, 0).text_frame.paragraphs[0].alignment for n in (0, 1)]
    assert str(aligns[0]).startswith("CENTER")
    assert not str(aligns[1]).startswith("CENTER")


def test_the_column_of_long_cells_is_the_widest(tmp_path: Path) -> None:
    long = "多语言运行库、轻量桌面、数据库、框架、视觉库、容器、工业云、分布式软总线" * 2
    rows = f"[[工业云服务（含中心）, 模板中心、组件中心、应用中心, {long}], [设备, 人, {long}]]"
    slide = f"- {{kind: table, title: 架构, header: [层, 组成, 内容], rows: {rows}}}\n"
    scene, found = composed(tmp_path, slide)
    assert not problems_of(found)
    slide_ = Presentation(BytesIO(render(scene))).slides[0]
    (frame,) = [shape for shape in slide_.shapes if shape.has_table]
    first, second, third = (column.width for column in frame.table.columns)
    assert third > first * 1.15
    assert third > second * 1.15


def test_links_there_and_back_have_their_labels_on_either_side(tmp_path: Path) -> None:
    slide = (
        "- kind: schematic\n  title: 机制\n  form: hub\n  nodes: [{id: a, name: 所有者, main: yes},"
        " {id: b, name: 贡献者}, {id: c, name: 维护者}, {id: d, name: 用户}]\n  links: "
        "[{start: b, end: a, label: 贡献协议：贡献代码}, {start: a, end: b, label: 许可证：源代码},"
        " {start: a, end: d, label: 使用协议：文件}, {start: d, end: a, label: 约定：捐赠支持}]\n"
    )
    scene, found = composed(tmp_path, slide)
    assert not problems_of(found)
    labels = boxes(scene.pages[0], "link-text")
    places = [box.rect for box in (*labels, *boxes(scene.pages[0], "node"))]
    for number, one in enumerate(places[: len(labels)]):
        for other in places[number + 1 :]:
            apart = one.right <= other.x or other.right <= one.x
            assert apart or one.bottom <= other.y or other.bottom <= one.y


# Charts


@pytest.mark.parametrize("form", ["{}", "{}年"])
@pytest.mark.parametrize("count", [12, 17, 24])
def test_a_year_below_a_line_is_never_broken(tmp_path: Path, form: str, count: int) -> None:
    rows = ", ".join(f"['{form.format(2001 + n)}', {10 + n}]" for n in range(count))
    slide = f"- {{kind: trend, title: 多年, unit: 亿元, header: [年, 值], rows: [{rows}]}}\n"
    scene, found = composed(tmp_path, slide)
    assert not problems_of(found)
    names = drawn(scene, "category")
    assert names
    assert all(len(box.lines) == 1 for box in names)


def test_the_part_that_is_highlighted_is_the_one_in_the_accent(tmp_path: Path) -> None:
    rows = "[[门店, 247.0], [线上, 46.6], [批发, 20.0]]"
    slide = f"- {{kind: pie, title: 构成, unit: 亿元, rows: {rows}, highlight: 线上}}\n"
    scene, found = composed(tmp_path, slide)
    assert not problems_of(found)
    (chart,) = [item for item in walk(scene.pages[0].items) if isinstance(item, Chart)]
    assert [colour == "primary" for colour in chart.series[0].colours] == [False, True, False]
    xml = next(
        data.decode()
        for name, data in _parts(render(scene))
        if name.startswith("ppt/charts/chart") and name.endswith(".xml")
    )
    # Each has a colour of its own, for applications that pass over that of the ring.
    assert len(re.findall("<c:dPt>", xml)) == 3
    _, found = composed(tmp_path, slide.replace("highlight: 线上", "highlight: 海外"))
    assert problems_of(found) == {"unknown-highlight"}


def _parts(deck: bytes) -> list[tuple[str, bytes]]:
    with ZipFile(BytesIO(deck)) as opened:
        return [(name, opened.read(name)) for name in opened.namelist()]


@pytest.mark.parametrize(
    ("unit", "value", "said"),
    [
        ("US$ million", "303.5", "303.5"),
        ("million dollars", "303.5", "303.5"),
        ("$bn", "1.2", "1.2"),
        ("", "$303.5 million", "303.5"),
        ("", "€1.2bn", "1.2"),
    ],
)
def test_money_is_written_in_a_chart_as_english_writes_it(
    tmp_path: Path, unit: str, value: str, said: str
) -> None:
    outline = (
        "brief: {slug: sales, title: Sales, language: en, theme: neutral, ledger: off}\ndeck:\n"
        f"- {{kind: bar, title: Sales rose, unit: '{unit}', "
        f"rows: [[Stores, '{value}'], [Online, '{value}']]}}\n"
    )
    (tmp_path / "content").mkdir()
    path = tmp_path / "content/outline.yaml"
    path.write_text(outline, encoding="utf-8")
    scene = composing.sound(path)
    labels = {box.paragraphs[0].text for box in drawn(scene, "value")}
    assert labels == {said}


def test_small_steps_keep_the_scale_that_all_are_written_on(tmp_path: Path) -> None:
    rows = "[[Last year, 68.6], [Costs, -0.7], [This year, 67.9]]"
    outline = (
        "brief: {slug: sales, title: Sales, language: en, theme: neutral, ledger: off}\ndeck:\n"
        f"- {{kind: waterfall, title: It fell, unit: US$ million, rows: {rows}}}\n"
    )
    (tmp_path / "content").mkdir()
    path = tmp_path / "content/outline.yaml"
    path.write_text(outline, encoding="utf-8")
    scene = composing.sound(path)
    said = " ".join(p.text for box in drawn(scene, "value") for p in box.paragraphs)
    assert "0.7" in said
    assert "700" not in said


# What is told


def test_dates_of_an_outline_without_sources_are_not_asked_for_their_sentences(
    tmp_path: Path,
) -> None:
    events = "[{when: 2024.8, what: 立项}, {when: 2025年3月, what: 开工}, {when: 2026, what: 通车}]"
    deck = f"- {{kind: timeline, title: 2024年起步, events: {events}}}\n"
    assert "untraced-number" not in told(tmp_path / "a", WITHOUT_SOURCES + deck)
    more = WITHOUT_SOURCES + deck.replace("立项", "投资12.5亿元")
    assert told(tmp_path / "b", more).count("untraced-number") == 1


def told(folder: Path, outline: str) -> list[str]:
    (folder / "content").mkdir(parents=True)
    path = folder / "content/outline.yaml"
    path.write_text(outline, encoding="utf-8")
    return [problem.code for problem in check(Request(path))]


def test_a_title_in_english_keeps_a_number_with_what_leads_to_it(tmp_path: Path) -> None:
    title = "Q3 review: revenue up 12%, churn still too high"
    outline = f'brief: {{slug: q, title: "{title}", language: en, theme: neutral}}\ndeck:\n'
    (tmp_path / "content").mkdir()
    path = tmp_path / "content/outline.yaml"
    path.write_text(outline + "- {kind: cover}\n", encoding="utf-8")
    (box,) = boxes(composing.sound(path).pages[0], "title")
    lines = ["".join(span.text for span in line.spans).strip() for line in box.lines]
    assert lines == ["Q3 review: revenue", "up 12%, churn still too high"]


def test_two_lists_on_panels_begin_on_one_line(tmp_path: Path) -> None:
    points = "[平台多样, 专用硬件软件化, 任务强实时, 交互三维化, 显控一体, 融合, 智能]"
    scene, found = composed(tmp_path, f"- {{kind: bullets, title: 趋势, points: {points}}}\n")
    assert not problems_of(found)
    left, right = (box for box in boxes(scene.pages[0], "body"))
    assert left.fill == right.fill == "surface"
    assert left.lines[0].baseline == right.lines[0].baseline
