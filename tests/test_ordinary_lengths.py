"""Ordinary slides whose words are long or many, or few: they are set so that all of it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import composed
from faults import faults
from outlines import OUTLINE, TOPICS, brief, found_in, project

from briefgen.build import Request, check
from briefgen.geometry import Rect
from briefgen.problems import Problem
from briefgen.scene.items import Chart, Item, Page, Rule, Shape, Table, TextBox
from briefgen.scene.walk import walk


def made(folder: Path, slide: str) -> tuple[tuple[Page, ...], list[Problem]]:
    """The pages of one slide, in which nothing is wrong, and what was told."""
    read = brief(folder, OUTLINE + TOPICS + f"deck:\n- {{{slide}}}\n")
    scene, problems = composed(read)
    assert [fault.what for fault in faults(scene)] == []
    assert [str(each) for each in problems if each.severity == "error"] == []
    return scene.pages, problems


def items(pages: tuple[Page, ...], kind: str) -> list[Item]:
    return [item for page in pages for item in walk(page.items) if item.name.kind == kind]


def said(item: Item) -> str:
    assert isinstance(item, TextBox)
    return "".join(paragraph.text for paragraph in item.paragraphs)


def rect(item: Item) -> Rect:
    assert isinstance(item, TextBox | Shape)
    return item.rect


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems if problem.severity != "note"}


# Schedules


TASK = "kind: gantt, title: 进度, periods: [一月, 二月, 三月, 四月], tasks: "


@pytest.mark.parametrize(
    ("task", "side"),
    [
        ("{name: 甲, start: 1, until: 4, text: 分三段推进}", "on"),
        ("{name: 甲, start: 1, text: 先做完全部征收补偿工作再进场}", "right"),
        ("{name: 甲, start: 4, text: 先做完全部征收补偿工作再进场}", "left"),
        ("{name: 甲, start: 4, moment: yes, text: 全线贯通}", "left"),
        ("{name: 甲, start: 2, moment: yes, text: 全线贯通}", "right"),
    ],
)
def test_words_of_a_task_stand_on_its_bar_or_beside_it(
    tmp_path: Path, task: str, side: str
) -> None:
    pages, _ = made(tmp_path, TASK + f"[{task}]")
    (words,) = items(pages, "span-text")
    (bar,) = [*items(pages, "span"), *items(pages, "milestone")]
    at, on = rect(words), rect(bar)
    assert (at.x >= on.right) == (side == "right")
    assert (at.right <= on.x) == (side == "left")
    if side == "on":
        assert on.x < at.x < at.right <= on.right


def test_words_of_a_task_that_stand_nowhere_follow_its_name(tmp_path: Path) -> None:
    long = "先做完征收补偿，再分三个标段进场施工，边建边向市民开放，年底前全部验收完毕，不留尾巴"
    pages, _ = made(tmp_path, TASK + f"[{{name: 甲, start: 2, until: 3, text: {long}}}]")
    assert items(pages, "span-text") == []
    (table,) = [item for item in items(pages, "table") if isinstance(item, Table)]
    assert table.cells[1][0].paragraphs[0].text == f"甲：{long}"


# Rings


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_the_words_of_a_ring_stand_beside_their_circles(tmp_path: Path, count: int) -> None:
    steps = ", ".join(f"{{head: 第{n}步, text: 一个窗口统一受理}}" for n in "甲乙丙丁戊己"[:count])
    pages, _ = made(tmp_path, f"kind: cycle, title: 循环, centre: 闭环, steps: [{steps}]")
    beads = [rect(item) for item in items(pages, "bead")]
    words = [rect(item) for item in items(pages, "point")]
    apart = {
        at.x - bead.right if at.x > bead.x else bead.x - at.right
        for bead, at in zip(beads, words, strict=True)
    }
    assert min(apart) > 0
    if count != 5:
        # Of five, arrows would cross words beside the uppermost circles.
        assert len(apart) == 1
        assert not items(pages, "leader")
    if count == 3:
        # The first of three stands at the top, and its words beside it.
        assert beads[0].y < min(beads[1].y, beads[2].y)
        assert words[0].x > beads[0].right
    for bead, at in zip(beads, words, strict=True):
        assert abs(2 * bead.y + bead.h - 2 * at.y - at.h) <= 2
    arrows = [item for item in items(pages, "link") if isinstance(item, Rule)]
    for one in arrows:
        along = [
            (one.x1 + (one.x2 - one.x1) * n // 100, one.y1 + (one.y2 - one.y1) * n // 100)
            for n in range(101)
        ]
        for at in words:
            assert not any(at.x < x < at.right and at.y < y < at.bottom for x, y in along)


# Parts of a whole


PARTS = "[甲, 30], [乙, 25], [丙, 20], [丁, 12], [戊, 8], [己, 3], [庚, 2]"


@pytest.mark.parametrize(
    "slide",
    [
        f"kind: pie, header: [业, 产值（亿元）], rows: [{PARTS}]",
        f"kind: donut, header: [业, 产值（亿元）], whole: 合计, rows: [{PARTS}, [合计, 100]]",
        f"kind: part-whole, header: [业, 产值（亿元）], whole: 合计, rows: [{PARTS}, [合计, 100]]",
    ],
)
def test_of_more_than_six_parts_the_smallest_become_one(tmp_path: Path, slide: str) -> None:
    pages, problems = made(tmp_path, slide + ", title: 占比")
    assert "parts-gathered" in codes(problems)
    (told,) = [each for each in problems if each.code == "parts-gathered"]
    assert "己" in told.message
    assert "庚" in told.message
    (chart,) = [i for page in pages for i in walk(page.items) if isinstance(i, Chart)]
    names = chart.categories if chart.kind == "donut" else [each.name for each in chart.series]
    assert list(names) == ["甲", "乙", "丙", "丁", "戊", "其他（推算）"]
    values = [v for each in chart.series for v in each.values]
    assert values[-1] == 5
    assert chart.alt.endswith("其他包括：己 3亿元；庚 2亿元")


def test_stacks_of_more_than_six_parts_say_what_the_rest_is_of(tmp_path: Path) -> None:
    heads = ", ".join(f"{n}（亿元）" for n in "甲乙丙丁戊己庚")
    rows = "[东区, 30, 25, 20, 12, 8, 3, 2, 100], [西区, 20, 20, 20, 20, 10, 6, 4, 100]"
    slide = f"kind: stacked, title: 构成, header: [区, {heads}, 合计（亿元）], whole: 合计"
    slide += f", rows: [{rows}]"
    pages, problems = made(tmp_path, slide)
    assert "parts-gathered" in codes(problems)
    (chart,) = [i for page in pages for i in walk(page.items) if isinstance(i, Chart)]
    *parts, rest, _ = chart.series
    assert [each.name for each in parts] == ["甲", "乙", "丙", "丁", "戊"]
    assert (rest.name, rest.values) == ("其他（推算）", (5, 10))
    assert chart.alt.endswith("其他包括：己 3亿元、6亿元；庚 2亿元、4亿元")


def test_what_is_called_other_already_is_part_of_the_other(tmp_path: Path) -> None:
    rows = PARTS.replace("甲, 30", "其他, 30")
    pages, _ = made(tmp_path, f"kind: pie, title: 占比, header: [业, 产值（亿元）], rows: [{rows}]")
    (chart,) = [i for page in pages for i in walk(page.items) if isinstance(i, Chart)]
    assert chart.categories == ("乙", "丙", "丁", "戊", "己", "其他（推算）")
    assert chart.series[0].values[-1] == 32


def test_long_names_of_parts_take_several_lines(tmp_path: Path) -> None:
    long = "新一代信息技术与高端装备制造产业"
    rows = ", ".join(f"[{long}{n}, {v}]" for n, v in zip("甲乙丙丁", (40, 30, 20, 10), strict=True))
    more = "points: [先抓大头, 再抓重点]"
    for kind in ("pie", "donut, whole: 合计", "part-whole, whole: 合计"):
        own = rows if kind == "pie" else rows + ", [合计, 100]"
        slide = f"kind: {kind}, title: 占比, header: [业, 产值（亿元）], rows: [{own}], {more}"
        pages, _ = made(tmp_path / kind[:4], slide)
        assert len(items(pages, "segment-name")) >= 4


# Timelines


def test_dates_in_figures_are_said_as_a_reader_writes_them(tmp_path: Path) -> None:
    events = "[{when: 2025-08-31, what: 甲}, {when: 2026-01, what: 乙}, {when: 2027, what: 丙}]"
    slide = f"kind: timeline, title: 进度, events: {events}"
    pages, _ = made(tmp_path, slide)
    assert [said(item)[:10] for item in items(pages, "event")] == [
        "2025年8月31日",
        "2026年1月乙",
        "2027丙",
    ]
    wrong = slide.replace("08-31", "02-30")
    told = found_in(tmp_path / "wrong", OUTLINE + TOPICS + f"deck:\n- {{{wrong}}}\n")
    assert any("“2025-02-30” is no day of the calendar" in each for each in told)


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("2025年8月31日", "2023年12月28日", True),
        ("2025-08-31", "2025-08-30", True),
        ("2024年二季度", "2024年3月", True),
        ("2023年", "2023年5月", False),
        ("2023年12月", "2024年", False),
        ("起步", "现在", False),
        ("2024年5月", "6月", False),
    ],
)
def test_events_out_of_order_are_told_where_they_stand(
    tmp_path: Path, first: str, second: str, wrong: bool
) -> None:
    events = f"[{{when: {first}, what: 甲}}, {{when: {second}, what: 乙}}]"
    _, problems = made(tmp_path, f"kind: timeline, title: 进度, events: {events}")
    told = [each for each in problems if each.code == "events-out-of-order"]
    assert len(told) == wrong
    assert all(each.mark.line > 1 for each in told)


@pytest.mark.parametrize(("count", "pages_wanted"), [(7, 1), (10, 1), (11, 2), (21, 3)])
def test_many_events_go_down_the_page(tmp_path: Path, count: int, pages_wanted: int) -> None:
    events = ", ".join(f"{{when: {2000 + n}年, what: 第{n}件事}}" for n in range(count))
    pages, _ = made(tmp_path, f"kind: timeline, title: 进度, events: [{events}]")
    assert len(pages) == pages_wanted
    words = items(pages, "event")
    assert len(words) == count
    for page in pages:
        own = [rect(item) for item in items((page,), "event")]
        assert len({at.x for at in own}) == (2 if len(own) > 5 else 1)
        assert own == sorted(own, key=lambda at: (at.x, at.y))


def test_long_events_go_down_the_page(tmp_path: Path) -> None:
    long = "市委常委会会议审议通过总体方案，明确时间表、路线图和任务书，" * 5
    events = ", ".join(f"{{when: {2020 + n}年, what: '{long}'}}" for n in range(4))
    pages, _ = made(tmp_path, f"kind: timeline, title: 进度, events: [{events}]")
    assert len({rect(item).x for item in items(pages, "event")}) == 1


# Steps and points


def test_steps_of_a_name_alone_are_large_and_numbered(tmp_path: Path) -> None:
    pages, _ = made(tmp_path / "bare", "kind: process, title: 流程, steps: [申请, 受理, 发证]")
    bare = items(pages, "step")
    assert [said(each) for each in bare] == ["01申请", "02受理", "03发证"]
    slide = "kind: process, title: 流程, steps: [{head: 申请, text: 交材料}, 受理, 发证]"
    pages, _ = made(tmp_path / "told", slide)
    told = items(pages, "step")
    assert [said(each) for each in told] == ["01申请", "02受理", "03发证"]
    assert rect(bare[0]).h > rect(told[0]).h
    # All stand on one ground: none is more than another.
    grounds = [each.fill for each in (*bare, *told) if isinstance(each, TextBox)]
    assert [len(set(each)) for each in (grounds[:3], grounds[3:])] == [1, 1]


def test_panels_below_steps_are_as_high_as_their_words_need(tmp_path: Path) -> None:
    def span(name: str, words: str) -> tuple[int, int, int]:
        steps = ", ".join(f"{{head: {head}, text: {words}}}" for head in ("申请", "受理", "发证"))
        pages, _ = made(tmp_path / name, f"kind: process, title: 流程, steps: [{steps}]")
        step, text = rect(items(pages, "step")[0]), rect(items(pages, "text")[0])
        return step.y, text.h, text.bottom

    few, many = span("few", "交齐材料"), span("many", "交齐材料，逐项核对，当场告知缺什么" * 3)
    assert few[1] < many[1]
    assert few[0] == many[0]
    assert few[2] < many[2]


def test_words_above_what_follows_begin_where_its_do(tmp_path: Path) -> None:
    for name, point in (("few", "坐等上门"), ("many", "窗口只在工作日开门，来办事要请半天假")):
        side = f"points: [{', '.join([point] * (3 if name == 'few' else 5))}]"
        slide = f"left: {{head: 从前, {side}}}, right: {{head: 如今, {side}}}, conclusion: 少跑一趟"
        pages, _ = made(tmp_path / name, f"kind: compare, title: 办事, {slide}")
        (below,), left = items(pages, "conclusion"), items(pages, "column")[0]
        assert isinstance(below, TextBox)
        assert (below.fill, below.rect.x + below.insets[0]) == ("primary", rect(left).x)


def test_a_table_of_few_rows_stands_lower_with_room_for_another(tmp_path: Path) -> None:
    def table(name: str, count: int) -> Table:
        rows = ", ".join(f"[{n}馆, 每天, '{n}20']" for n in range(2, 2 + count))
        slide = f"kind: table, title: 开馆, header: [馆, 开门, 座位（个）], rows: [{rows}]"
        (found,) = items(made(tmp_path / name, slide)[0], "table")
        assert isinstance(found, Table)
        return found

    two, five = table("two", 2), table("five", 5)
    assert two.rect.y > five.rect.y
    assert two.rect.bottom + two.heights[-1] <= five.rect.bottom + five.heights[-1]
    # A heading ends where its numbers do.
    assert two.cells[0][2].paragraphs[0].text == "座位(个)"


def test_few_points_with_points_below_them_stand_in_panels_side_by_side(tmp_path: Path) -> None:
    points = "[{text: 创新, points: [平台, 人才]}, {text: 实体, points: [项目]}]"
    pages, _ = made(tmp_path, f"kind: bullets, title: 两件事, numbered: 一、, points: {points}")
    one, two = items(pages, "card")
    assert said(one).endswith("平台人才")
    assert said(two).endswith("项目")
    assert rect(one).y == rect(two).y
    assert rect(one).right < rect(two).x
    boxes = [each for each in (one, two) if isinstance(each, TextBox)]
    assert all(paragraph.marker for each in boxes for paragraph in each.paragraphs)


def test_points_and_text_side_by_side_go_down_together(tmp_path: Path) -> None:
    points = ", ".join("把最好的岸线还给市民，把最好的空间留给创新" for _ in range(7))
    text = ", ".join("改造先还岸线，再引业态，商户自己定规矩、自己管卫生。" * 3 for _ in range(3))
    slide = f"kind: two-column, title: 两栏, left: [{points}], right: {{text: [{text}]}}"
    pages, _ = made(tmp_path, slide)
    sizes = {
        run.style.size
        for item in items(pages, "column")
        if isinstance(item, TextBox)
        for paragraph in item.paragraphs
        for run in paragraph.runs
    }
    assert len(sizes) == 1


def test_a_figure_alone_stands_in_either_half(tmp_path: Path) -> None:
    halves = "left: {head: 一, figures: [output]}, right: {head: 二, figures: [firms]}"
    pages, _ = made(tmp_path, f"kind: two-column, title: 两栏, {halves}")
    slots = [item.slot for item in walk(pages[0].items) if isinstance(item, TextBox) and item.slot]
    assert len(slots) == len(set(slots))


# What would be lost without a word


def test_a_list_within_a_text_is_an_error_where_it_begins(tmp_path: Path) -> None:
    points = "    - 抓创新\n      - 建平台\n      - 引人才\n"
    deck = f"deck:\n- kind: bullets\n  title: 甲\n  points:\n{points}"
    told = found_in(tmp_path, OUTLINE + TOPICS + deck)
    line = 1 + (OUTLINE + TOPICS + deck).split("\n").index("      - 建平台")
    assert any(
        each.startswith(f"content/outline.yaml:{line}:7: error: an item of a list within a text")
        for each in told
    )
    fine = deck.replace("      - 建平台\n      - 引人才", "      再建平台 - 引人才")
    assert found_in(tmp_path / "fine", OUTLINE + TOPICS + fine) == []


def test_full_width_braces_around_an_id_are_told(tmp_path: Path) -> None:
    deck = "deck:\n- {kind: bullets, title: 甲, points: ['产值｛output｝', '其中｛注｝']}\n"
    read = check(Request(project(tmp_path, OUTLINE + TOPICS + deck), ("base",), formats=("deck",)))
    told = [each for each in read if each.code == "mark-literal"]
    assert len(told) == 1
    assert "“｛” in “｛output｝”" in told[0].message


def test_a_row_of_a_file_that_lost_a_cell_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    content = "年,甲,乙,丙\n2018,1,2,3\n2019,4,6\n2020,7,8,9\n"
    (tmp_path / "data/a.csv").write_text(content, encoding="utf-8")
    deck = "deck:\n- {kind: trend, title: 走势, data: data/a.csv}\n"
    told = found_in(tmp_path, OUTLINE + TOPICS + deck)
    assert any(each.startswith("data/a.csv:3:1: warning: the row “2019”") for each in told), told
