"""Few words fill their place, numbers stand apart from words, a chart says what its axes are."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from composing import composed
from faults import faults
from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import OUTLINE, TOPICS, brief, project
from PIL import Image

from briefgen.build import Request, check
from briefgen.geometry import Rect, pt
from briefgen.problems import Problem
from briefgen.render.pptx import render
from briefgen.scene.canvas import WIDE
from briefgen.scene.items import Chart, Page, Picture, Rule, Shape, Table, TextBox
from briefgen.scene.walk import walk

WORDS = "岸线码头步道湿地照明仓库轨道公寓堤防商户"


def made(folder: Path, slide: str) -> tuple[Page, list[Problem]]:
    """The page of one slide, in which nothing is wrong, and what was told."""
    scene, problems = composed(brief(folder, OUTLINE + TOPICS + f"deck:\n- {{{slide}}}\n"))
    assert [fault.what for fault in faults(scene)] == []
    assert [str(each) for each in problems if each.severity == "error"] == []
    return scene.pages[0], problems


def boxes(page: Page, kind: str) -> list[TextBox]:
    return [
        item for item in walk(page.items) if isinstance(item, TextBox) and item.name.kind == kind
    ]


def sizes(box: TextBox) -> set[int]:
    return {run.style.size for each in box.paragraphs for run in each.runs}


# Words in their place


@pytest.mark.parametrize("count", [5, 6, 8, 10])
def test_points_take_the_height_of_their_place(tmp_path: Path, count: int) -> None:
    points = ", ".join(WORDS[2 * n : 2 * n + 2] + "整治工程" for n in range(count))
    page, _ = made(tmp_path, f"kind: bullets, title: 任务, points: [{points}]")
    lists = boxes(page, "body")
    taken = max(max(line.baseline for line in box.lines) for box in lists)
    first = min(min(line.baseline for line in box.lines) for box in lists)
    place = lists[0].rect
    # Room for an item more is left, and no more than that and the edges.
    assert taken - first > place.h * 45 // 100


@pytest.mark.parametrize("kind", ["compare", "two-column"])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_sides_of_few_words_stand_together_on_one_line(
    tmp_path: Path, kind: str, count: int
) -> None:
    left = ", ".join(["甲事", "乙事", "丙事", "丁事"][:count])
    page, _ = made(
        tmp_path,
        f"kind: {kind}, title: 两面, left: {{head: 左, points: [{left}]}}, "
        "right: {head: 右, points: [戊事, 己事]}",
    )
    columns = boxes(page, "column")
    starts = {box.lines[0].baseline for box in columns}
    assert len(starts) == 1
    longest = max(columns, key=lambda box: len(box.lines))
    above = longest.lines[0].baseline - longest.rect.y
    below = longest.rect.bottom - longest.lines[-1].baseline
    # They stand together below their heads, and not far above the middle.
    assert -pt(40) < below - above < pt(80)
    apart = [b.baseline - a.baseline for a, b in pairwise(longest.lines)]
    assert all(each < pt(80) for each in apart)


def test_a_point_does_not_wrap_for_the_sake_of_its_size(tmp_path: Path) -> None:
    point = "用心用情用力增进人民福祉"
    points = ", ".join([point] * 3)
    page, _ = made(
        tmp_path,
        f"kind: compare, title: 两面, left: {{head: 左, points: [{points}]}}, "
        f"right: {{head: 右, points: [{points}]}}",
    )
    for box in boxes(page, "column"):
        assert len(box.lines) == 3


@pytest.mark.parametrize("count", [1, 2, 4])
def test_fields_of_a_matrix_have_their_words_in_the_middle(tmp_path: Path, count: int) -> None:
    field = "{head: 甲, points: [" + ", ".join(["一件事"] * count) + "]}"
    page, _ = made(tmp_path, f"kind: matrix, title: 四格, fields: [{', '.join([field] * 4)}]")
    for box in boxes(page, "card"):
        above = box.lines[0].baseline - box.rect.y
        below = box.rect.bottom - box.lines[-1].baseline
        assert abs(above - below) < pt(30)
        assert box.stroke is None


def test_a_figure_that_leads_and_is_listed_again_stands_beside_itself(tmp_path: Path) -> None:
    for listed in ("output, output", "output, firms, output"):
        page, _ = made(tmp_path, f"kind: kpi, title: 一, figures: [{listed}], emphasis: output")
        assert page.items


def test_steps_have_their_numbers_in_their_arrows_and_large_words_below(tmp_path: Path) -> None:
    steps = ", ".join(f"{{head: 第{n}步, text: 办结一件事}}" for n in "一二三")
    page, _ = made(tmp_path, f"kind: process, title: 三步, steps: [{steps}]")
    for number, arrow in enumerate(boxes(page, "step"), 1):
        assert next(each.text for each in arrow.paragraphs) == f"{number:02d}"
    for box in boxes(page, "text"):
        (words,) = box.paragraphs
        assert words.runs[0].style.size >= pt(20)


def test_cards_of_words_alone_are_large_and_in_the_middle(tmp_path: Path) -> None:
    cards = ", ".join(
        f"{{head: {n}, text: 事情越少见，信息越多}}" for n in ("可加", "递减", "归零")
    )
    page, _ = made(tmp_path, f"kind: cards, title: 三条, cards: [{cards}]")
    for box in boxes(page, "card"):
        assert min(sizes(box)) >= pt(22)
        above = box.lines[0].baseline - box.rect.y
        below = box.rect.bottom - box.lines[-1].baseline
        assert abs(above - below) < pt(60)


def test_a_statement_stands_under_a_short_rule_and_beside_no_bar(tmp_path: Path) -> None:
    page, _ = made(tmp_path, "kind: statement, title: 先把水治好")
    (rule,) = [
        item for item in page.items if isinstance(item, Shape) and item.name.kind == "title-rule"
    ]
    title = boxes(page, "title")[0]
    assert rule.rect.w > rule.rect.h
    assert rule.rect.x == title.rect.x
    assert rule.rect.bottom <= title.rect.y


def test_panels_end_above_a_note(tmp_path: Path) -> None:
    fields = "[{head: 甲}, {head: 乙}, {head: 丙}, {head: 丁}]"
    page, _ = made(tmp_path, f"kind: matrix, title: 四格, note: 据统计, fields: {fields}")
    (note,) = boxes(page, "note")
    assert note.rect.y - max(box.rect.bottom for box in boxes(page, "card")) >= pt(10)


# Tables


def edges(table: Table, row: int, column: int) -> tuple[int, int]:
    """Where the words of a cell begin and end (EMU)."""
    cell = table.cells[row][column]
    left = table.rect.x + sum(table.columns[:column]) + cell.insets[0]
    right = table.rect.x + sum(table.columns[: column + 1]) - cell.insets[2]
    wide = max(line.width for line in cell.lines)
    if cell.paragraphs[0].align == "right":
        return right - wide, right
    return left, left + wide


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(1, 999_999), min_size=2, max_size=8),
    st.lists(
        st.sampled_from(["农村老人", "社区卫生服务中心、乡镇卫生院", "略"]), min_size=8, max_size=8
    ),
)
def test_numbers_stand_apart_from_the_words_behind_them(
    tmp_path_factory: pytest.TempPathFactory, numbers: list[int], words: list[str]
) -> None:
    rows = ", ".join(f"[第{n}项, {n * 7}个, {w}]" for n, w in zip(numbers, words, strict=False))
    page, _ = made(
        tmp_path_factory.mktemp("t"),
        f"kind: table, title: 实事, header: [实事, 数量, 惠及], rows: [{rows}]",
    )
    (table,) = [item for item in walk(page.items) if isinstance(item, Table)]
    for row in range(1, len(table.cells)):
        assert edges(table, row, 2)[0] - edges(table, row, 1)[1] >= pt(24)


TARGETS = "header: [指标, 完成, 目标], rows: [[生产总值, 5%, 5%], [财政收入, 13%, 4%]], "


def inks(page: Page) -> list[list[str]]:
    (table,) = [item for item in walk(page.items) if isinstance(item, Table)]
    return [
        [str(cell.paragraphs[0].runs[0].style.colour) for cell in row] for row in table.cells[1:]
    ]


def test_a_row_that_proves_the_title_stands_out_in_the_columns_that_are_coloured(
    tmp_path: Path,
) -> None:
    slide = f"kind: table, title: 目标, {TARGETS} coloured: [目标]"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    page, _ = made(tmp_path / "a", f"{slide}, highlight: [财政收入]")
    assert inks(page) == [["ink", "ink", "ink"], ["ink", "ink", "primary"]]
    page, _ = made(tmp_path / "b", slide)
    assert inks(page) == [["ink", "ink", "primary"]] * 2


def test_a_row_alone_stands_out_as_a_whole(tmp_path: Path) -> None:
    page, _ = made(tmp_path, f"kind: table, title: 目标, {TARGETS} highlight: ['1']")
    assert inks(page) == [["primary"] * 3, ["ink"] * 3]


def test_a_row_that_there_is_not_is_told_with_the_nearest(tmp_path: Path) -> None:
    deck = f"deck:\n- {{kind: table, title: 目标, {TARGETS} highlight: [财政]}}\n"
    found = check(Request(outline=project(tmp_path, OUTLINE + TOPICS + deck)))
    (problem,) = [each for each in found if each.code == "table-row"]
    assert "财政" in str(problem)


# Charts


COMBO = (
    "kind: combo, title: 客流, header: [年, 客流（万人次）, 增速（%）], "
    "rows: [['2021', 60, 20], ['2022', 96, 60], ['2023', 150, 56]]"
)


def charts(page: Page) -> list[Chart]:
    return [item for item in walk(page.items) if isinstance(item, Chart)]


def test_a_line_over_columns_may_have_a_panel_of_its_own(tmp_path: Path) -> None:
    scene, problems = composed(
        brief(tmp_path, OUTLINE + TOPICS + f"deck:\n- {{{COMBO}, panels: yes}}\n")
    )
    assert [each for each in problems if each.severity != "note"] == []
    line, columns = charts(scene.pages[0])
    assert (line.kind, columns.kind) == ("line", "column")
    assert line.rect.bottom <= columns.rect.y
    # Each moment stands over itself.
    assert (line.plot.x, line.plot.w) == (columns.plot.x, columns.plot.w)
    titles = ["".join(p.text for p in box.paragraphs) for box in boxes(scene.pages[0], "text")]
    # What stands behind each number is not said above them again.
    assert titles == ["增速", "客流（万人次）"]
    files = ZipFile(BytesIO(render(scene)))
    assert len([name for name in files.namelist() if name.endswith(".xlsx")]) == 2
    # The moments are named once, below the columns.
    named = [b'tickLblPos val="none"' in files.read(f"ppt/charts/chart{n}.xml") for n in (1, 2)]
    assert named[0]


def test_a_line_that_would_run_through_columns_stands_apart_unless_told_no(tmp_path: Path) -> None:
    low = COMBO.replace("150, 56", "150, -3")
    tries = ((COMBO, 1), (low, 2), (f"{low}, panels: no", 1))
    assert [len(charts(made(tmp_path, each)[0])) for each, _ in tries] == [n for _, n in tries]


def test_axes_of_a_line_are_named(tmp_path: Path) -> None:
    rows = ", ".join(f"['{n}', {n}]" for n in range(13))
    page, _ = made(
        tmp_path,
        "kind: trend, title: 信息, unit: 比特, subtitle: 逐次减半, header: [减半次数, 自信息], "
        f"rows: [{rows}]",
    )
    titles = ["".join(p.text for p in box.paragraphs) for box in boxes(page, "text")]
    assert titles == ["↑ 自信息（比特）", "→ 减半次数"]
    (chart,) = charts(page)
    assert boxes(page, "text")[0].rect.bottom <= chart.rect.y
    assert boxes(page, "text")[1].rect.y >= chart.rect.bottom


def test_years_need_no_name(tmp_path: Path) -> None:
    rows = ", ".join(f"['{n}', {n - 1990}]" for n in range(2001, 2020))
    page, _ = made(
        tmp_path,
        f"kind: trend, title: 客流, unit: 万人次, header: [年份, 客流], rows: [{rows}]",
    )
    assert boxes(page, "text") == []


@pytest.mark.parametrize(("count", "told"), [(5, False), (6, True)])
def test_a_ring_of_many_parts_is_told_what_shows_them_better(
    tmp_path: Path, count: int, told: bool
) -> None:
    rows = ", ".join(f"[{n}, {10 - i}]" for i, n in enumerate("甲乙丙丁戊己"[:count]))
    _, problems = made(tmp_path, f"kind: pie, title: 构成, unit: 亿元, rows: [{rows}]")
    assert ("ring-crowded" in {each.code for each in problems}) == told


# Closing


def test_the_rule_of_a_closing_ends_before_its_code(tmp_path: Path) -> None:
    page, _ = made(
        tmp_path, "kind: closing, title: 谢谢, contact: {phone: 020-1234 5678}, url: 'https://a.cn'"
    )
    (code,) = [
        item.rect
        for item in page.items
        if isinstance(item, Shape) and item.name.kind == "qr-ground"
    ]
    rules = [item for item in page.items if isinstance(item, Rule)]
    assert rules
    for rule in rules:
        crosses = code.y <= rule.y1 <= code.bottom
        assert not (crosses and rule.x2 > code.x)


# Pictures


def test_a_picture_alone_is_as_high_as_its_caption_lets_it_be(tmp_path: Path) -> None:
    outline = OUTLINE + TOPICS
    outline += "deck:\n- {kind: image, title: 图, image: {file: a.png, alt: 图, caption: 架构}}\n"
    Image.new("RGB", (900, 800), "white").save(tmp_path / "a.png")
    scene, _ = composed(brief(tmp_path, outline))
    (page,) = scene.pages
    (shown,) = [item for item in page.items if isinstance(item, Picture)]
    (caption,) = boxes(page, "caption")
    assert shown.rect.y == pt(122)
    assert shown.rect.bottom < caption.rect.y < shown.rect.bottom + pt(12)
    assert within(caption.rect, WIDE.body)
    assert caption.paragraphs[0].align == "center"
    assert abs(2 * shown.rect.x + shown.rect.w - 2 * WIDE.body.x - WIDE.body.w) <= 2


def within(inner: Rect, outer: Rect) -> bool:
    return (
        outer.x <= inner.x
        and inner.right <= outer.right
        and outer.y <= inner.y
        and inner.bottom <= outer.bottom
    )


# Lines as applications fill them


def filled(text: str, width: int, size: int, digit: float) -> list[str]:
    """The lines of a text where as many characters as fit stand on each, hanzi of one em and digits
    of a share of it; digits and points stay together."""
    lines, line, used = [], "", 0.0
    for piece in re.findall(r"[\d.%A-Za-z]+|.", text):
        wide = size * (1.0 if len(piece) == 1 and not piece.isascii() else digit * len(piece))
        if line and used + wide > width and piece not in "，。、；：”）":
            lines.append(line)
            line, used = "", 0.0
        line, used = line + piece, used + wide
    return [*lines, line]


@pytest.mark.parametrize("digit", [0.52, 0.555, 0.58])
def test_numbers_beside_a_chart_keep_their_units_however_wide_digits_are(
    tmp_path: Path, digit: float
) -> None:
    points = [
        "规上工业增幅居全国第7位",
        "一产增幅高于全国0.7个百分点",
        "社零增幅高于全国0.2个百分点",
    ]
    rows = "[[甲, 5], [乙, 4], [丙, 3]]"
    page, _ = made(
        tmp_path, f"kind: bar, title: 增长, unit: '%', rows: {rows}, points: [{', '.join(points)}]"
    )
    (box,) = boxes(page, "text")
    keeps_units(box, points, digit)


@pytest.mark.parametrize("digit", [0.52, 0.555, 0.58])
def test_numbers_in_steps_keep_their_units(tmp_path: Path, digit: float) -> None:
    texts = ["全年新增就业22.89万人", "粮食总产量达到871.6亿斤", "组网卫星增至144颗，居全国前列"]
    steps = ", ".join(f"{{head: 第{n}步, text: {t}}}" for n, t in zip("一二三", texts, strict=True))
    page, _ = made(tmp_path, f"kind: process, title: 三步, steps: [{steps}]")
    for box, text in zip(boxes(page, "text"), texts, strict=True):
        keeps_units(box, [text], digit)


def keeps_units(box: TextBox, texts: list[str], digit: float) -> None:
    left, _, right, _ = box.insets
    size = box.paragraphs[-1].runs[0].style.size
    for text in texts:
        lines = filled(text, box.rect.w - left - right, size, digit)
        assert len(lines[-1]) > 1
        for line in lines[:-1]:
            assert not line[-1].isdigit(), lines
