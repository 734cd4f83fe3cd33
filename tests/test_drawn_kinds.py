"""Four fields, pyramids, rings of steps, schedules: their words in placeholders, what they draw in
words for those who cannot see it, and wrong values told."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import composing
import pytest
from outlines import OUTLINE, TOPICS, brief, found_in

from briefgen.problems import Problem
from briefgen.render.pptx import render
from briefgen.scene.items import Group, Item, Page, Shape, Table, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk


def composed(folder: Path, deck: str) -> tuple[Scene, list[Problem]]:
    return composing.composed(brief(folder, OUTLINE + TOPICS + "deck:\n" + deck))


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems if problem.severity != "note"}


def boxes(page: Page, kind: str) -> list[TextBox]:
    found = [item for item in walk(page.items) if isinstance(item, TextBox)]
    return [box for box in found if box.name.kind == kind]


def shapes(page: Page, kind: str) -> list[Shape]:
    found: list[Item] = [item for item in walk(page.items) if isinstance(item, Shape)]
    return [each for each in found if isinstance(each, Shape) and each.name.kind == kind]


def alt(page: Page) -> str:
    (group,) = [item for item in page.items if isinstance(item, Group) and item.alt]
    return group.alt


def test_a_swot_names_its_fields_by_itself(tmp_path: Path) -> None:
    fields = "[{points: [甲]}, {points: [乙]}, {head: 机遇, points: [丙]}, {points: [丁]}]"
    scene, problems = composed(
        tmp_path, f"- {{kind: matrix, title: 长短, swot: yes, fields: {fields}}}\n"
    )
    assert not codes(problems)
    cards = boxes(scene.pages[0], "card")
    assert [card.paragraphs[0].text for card in cards] == ["优势", "劣势", "机遇", "威胁"]
    assert all(card.slot for card in cards)
    rows = {card.rect.y for card in cards}
    assert len(rows) == len({card.rect.x for card in cards}) == 2


def test_what_two_questions_lead_to_stands_between_two_arrows(tmp_path: Path) -> None:
    deck = (
        "- {kind: matrix, title: 取舍, across: 紧急, up: 重要, highlight: 2, "
        "fields: [{head: 甲}, {head: 乙}, {head: 丙}, {head: 丁}]}\n"
    )
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    cards = boxes(scene.pages[0], "card")
    assert [bool(card.stroke) for card in cards] == [False, True, False, False]
    inks = [card.paragraphs[0].runs[0].style.colour for card in cards]
    assert inks == ["ink", "primary", "ink", "ink"]
    assert [box.paragraphs[0].text for box in boxes(scene.pages[0], "text")] == ["紧急", "重要"]


def test_what_an_arrow_grows_from_and_to_stands_at_its_ends(tmp_path: Path) -> None:
    scene, problems = composed(
        tmp_path,
        "- {kind: matrix, title: 取舍, across: 难度：低 → 高, up: '价值: 小->大', "
        "fields: [甲, 乙, 丙, 丁]}\n"
        "- {kind: matrix, title: 取舍, across: 从低 → 高, up: 价值：**小** → 大, "
        "fields: [甲, 乙, 丙, 丁]}\n",
    )
    assert not codes(problems)
    said = {box.paragraphs[0].text: box.lines[0] for box in boxes(scene.pages[0], "text")}
    assert sorted(said) == sorted(["难度", "低", "高", "价值", "小", "大"])
    assert said["低"].x < said["难度"].x < said["高"].x
    assert said["低"].baseline == said["难度"].baseline == said["高"].baseline
    assert said["小"].baseline > said["价值"].baseline > said["大"].baseline
    # Without a name, or with words that are marked, it is left as it is written.
    whole = [box.paragraphs[0].text for box in boxes(scene.pages[1], "text")]
    assert len(whole) == 2
    assert all("→" in text for text in whole)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (
            "highlight: 5, fields: [{head: 甲}, {head: 乙}, {head: 丙}, {head: 丁}]",
            "matrix-no-field",
        ),
        ("fields: [{head: 甲}, {}, {head: 丙}, {head: 丁}]", "matrix-empty-field"),
    ],
)
def test_a_matrix_that_lacks_a_field_is_told(tmp_path: Path, written: str, code: str) -> None:
    scene, problems = composed(tmp_path, f"- {{kind: matrix, title: 取舍, {written}}}\n")
    assert code in codes(problems)
    assert render(scene)


@pytest.mark.parametrize("count", [3, 4, 6])
def test_a_pyramid_is_narrowest_on_top(tmp_path: Path, count: int) -> None:
    tiers = ", ".join(f"{{head: 第{n}层, text: 说明}}" for n in range(count))
    scene, problems = composed(tmp_path, f"- {{kind: pyramid, title: 层次, tiers: [{tiers}]}}\n")
    assert not codes(problems)
    (page,) = scene.pages
    drawn, said = shapes(page, "tier"), boxes(page, "point")
    assert len(drawn) == count
    assert all(above.rect.w < below.rect.w for above, below in pairwise(drawn))
    for tier, text in zip(drawn, said, strict=True):
        assert tier.rect.y == text.rect.y
        assert text.slot
    assert "第0层、第1层" in alt(page)


def test_layers_lie_one_upon_the_other_with_their_parts_in_them(tmp_path: Path) -> None:
    scene, problems = composed(
        tmp_path,
        "- kind: layers\n  title: 平台\n  layers:\n"
        "    - {head: 应用层, parts: [办事, 调度, 服务]}\n"
        "    - {head: 数据层, main: yes, parts: [汇聚, 清洗, 建模, 共享, 开放, 归档, 审计]}\n"
        "    - 硬件\n",
    )
    assert not codes(problems)
    (page,) = scene.pages
    bands, heads, parts = shapes(page, "tier"), boxes(page, "point"), boxes(page, "node")
    assert [box.paragraphs[0].text for box in heads] == ["应用层", "数据层", "硬件"]
    assert all(above.rect.bottom < below.rect.y for above, below in pairwise(bands))
    assert bands[1].rect.h > bands[0].rect.h
    within = [next(n for n, band in enumerate(bands) if _holds(band, box)) for box in parts]
    assert within == [0] * 3 + [1] * 7
    assert len({box.rect.y for box in parts}) == 3
    assert heads[2].rect.w == bands[2].rect.w
    assert all(box.slot for box in heads)
    assert "应用层（办事、调度、服务）；数据层" in alt(page)


def _holds(band: Shape, box: TextBox) -> bool:
    return band.rect.y < box.rect.y < box.rect.bottom < band.rect.bottom


def test_a_layer_of_long_parts_is_higher(tmp_path: Path) -> None:
    scene, problems = composed(
        tmp_path,
        "- kind: layers\n  title: 平台\n  layers:\n    - {head: 上, parts: [短, 短, 短]}\n"
        "    - {head: 下, parts: [这里要写的话比一行能写下的多出许多来, 短, 短]}\n",
    )
    assert not codes(problems)
    above, below = shapes(scene.pages[0], "tier")
    assert below.rect.h > above.rect.h


@pytest.mark.parametrize("count", [3, 4, 5, 6])
def test_the_words_of_a_ring_stand_beside_its_steps(tmp_path: Path, count: int) -> None:
    steps = ", ".join(f"{{head: 第{n}步, text: 说明}}" for n in range(1, count + 1))
    scene, problems = composed(
        tmp_path, f"- {{kind: cycle, title: 循环, centre: 闭环, steps: [{steps}]}}\n"
    )
    assert not codes(problems)
    (page,) = scene.pages
    beads, said = shapes(page, "bead"), boxes(page, "point")
    assert [box.paragraphs[0].text for box in said] == [f"第{n}步" for n in range(1, count + 1)]
    for bead, box in zip(beads, said, strict=True):
        assert box.rect.x >= bead.rect.right or box.rect.right <= bead.rect.x
        assert box.rect.y < bead.rect.bottom
        assert box.rect.bottom > bead.rect.y
    assert "再回到开头" in alt(page)


def test_bars_of_a_schedule_stand_over_the_periods_that_they_take(tmp_path: Path) -> None:
    deck = (
        "- kind: gantt\n  title: 进度\n  periods: [一月, 二月, 三月]\n  tasks:\n"
        "    - {name: 征收, start: 一月, until: 2}\n    - {name: 贯通, start: 三月, moment: yes}\n"
    )
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    (page,) = scene.pages
    (table,) = [item for item in page.items if isinstance(item, Table)]
    (bar,), (moment,) = shapes(page, "span"), shapes(page, "milestone")
    edges = [table.rect.x]
    for width in table.columns:
        edges.append(edges[-1] + width)
    assert edges[1] < bar.rect.x < edges[2]
    assert edges[2] < bar.rect.right < edges[3]
    assert edges[3] < moment.rect.x < moment.rect.right < edges[4]
    assert alt(page) == "征收，一月至二月；贯通，三月"


def test_a_long_schedule_goes_on(tmp_path: Path) -> None:
    tasks = ", ".join(f"{{name: 任务{n}, start: 1}}" for n in range(14))
    deck = f"- {{kind: gantt, title: 进度, periods: [一月, 二月], tasks: [{tasks}]}}\n"
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    assert [page.title for page in scene.pages] == ["进度（1/2）", "进度（2/2）"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("kind: gantt, periods: [一月, 二月], tasks: [{name: 甲, start: 三月}]", "“三月”"),
        ("kind: gantt, periods: [一月, 二月], tasks: [{name: 甲, start: 3}]", "“3”"),
        ("kind: gantt, periods: [一月, 二月], tasks: [{name: 甲, start: 2, until: 1}]", "before"),
        ("kind: gantt, periods: [一月], tasks: [{name: 甲, start: 1}]", "1 item here"),
        ("kind: gantt, periods: [一月, 二月], tasks: [甲]", "write {name: 甲, start: …}"),
        ("kind: matrix, fields: [{head: 甲}]", "1 item here"),
        ("kind: gantt, periods: [一月, 二月], tasks: [[修路, 一月]]", "{name: 修路, start: 一月}"),
        ("kind: pyramid, tiers: [甲, 乙]", "2 items here"),
        ("kind: pyramid, tiers: [甲, '', 丙]", "empty"),
        ("kind: layers, layers: [甲]", "1 item here"),
        ("kind: layers, layers: [甲, '']", "empty"),
        ("kind: layers, layers: [甲, {parts: [乙]}]", "head"),
        ("kind: cycle, steps: [甲: 做甲, 乙: 做乙, 丙: 做丙]", "write {head: 甲, text: 做甲}"),
    ],
)
def test_a_wrong_value_is_told(tmp_path: Path, written: str, said: str) -> None:
    deck = f"- {{{written}, title: 题}}\n"
    told = found_in(tmp_path, OUTLINE + TOPICS + "deck:\n" + deck)
    told = told or [str(problem) for problem in composed(tmp_path, deck)[1]]
    assert any(said in line for line in told), told
