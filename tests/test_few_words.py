"""Slides of few words: panels end below these, what is drawn is large, nothing is told twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from composing import composed
from faults import faults
from outlines import OUTLINE, TOPICS, brief

from briefgen.geometry import pt
from briefgen.scene.canvas import WIDE
from briefgen.scene.items import Chart, Page, Shape, Table, TextBox
from briefgen.scene.walk import walk
from briefgen.theme.model import DECK


def made(folder: Path, slide: str) -> Page:
    """The page of one slide, in which nothing is wrong."""
    scene, problems = composed(brief(folder, OUTLINE + TOPICS + f"deck:\n- {{{slide}}}\n"))
    assert [fault.what for fault in faults(scene)] == []
    assert [str(each) for each in problems if each.severity == "error"] == []
    return scene.pages[0]


def boxes(page: Page, *kinds: str) -> list[TextBox]:
    found = (each for each in walk(page.items) if isinstance(each, TextBox))
    return [each for each in found if each.name.kind in kinds]


def bold(page: Page) -> list[str]:
    """The words in bold of the list of a slide."""
    runs = [run for box in boxes(page, "body") for each in box.paragraphs for run in each.runs]
    return [run.text for run in runs if run.style.bold]


def test_names_before_colons_stand_out_where_each_point_has_one(tmp_path: Path) -> None:
    first = "修堤：从水闸到码头一段先动工，汛期以前全部合拢，两岸步道随后铺开"
    plain = "沿岸补种榕树与紫荆，由附近的学校认养"
    tail, slide = "夜航：灯光与航标一并更新，游船晚十点收班", "kind: bullets, title: 一江两岸"
    page = made(tmp_path, f"{slide}, points: [{first}, 种树：{plain}, {tail}]")
    assert bold(page) == ["修堤：", "种树：", "夜航："]
    page = made(tmp_path, f"{slide}, points: [{first}, {plain}, {tail}]")
    assert boxes(page, "body")
    assert bold(page) == []
    # What the author marked leads already.
    marked = f'"**{plain[:4]}**{plain[4:]}：好"'
    assert "修堤：" not in bold(made(tmp_path, f"{slide}, points: [{first}, {marked}, {tail}]"))
    # Short ones are a list too, since calls have one look.
    page = made(tmp_path, f"{slide}, points: [修堤：合拢, 种树：成活, 夜航：开班]")
    assert bold(page) == ["修堤：", "种树：", "夜航："]


@pytest.mark.parametrize(
    ("slide", "kinds"),
    [
        ("kind: compare, left: {head: 旧, points: [泥路]}, right: {head: 新, points: [石桥]}", ()),
        ("kind: two-column, left: {head: 人, text: 船工}, right: {head: 物, text: 缆绳}", ()),
        ("kind: cards, cards: [{head: 船, text: 晨出}, {head: 桥, text: 夜明}]", ("card",)),
        ("kind: bullets, points: [{text: 船, points: [晨]}, {text: 桥, points: [夜]}]", ("card",)),
    ],
)  # fmt: skip
def test_panels_end_soon_below_few_words(
    tmp_path: Path, slide: str, kinds: tuple[str, ...]
) -> None:
    page, body = made(tmp_path, f"{slide}, title: 河上"), WIDE.body
    grounds = [s for s in walk(page.items) if isinstance(s, Shape) and s.name.kind == "ground"]
    panels = [each.rect for each in (boxes(page, *kinds) if kinds else grounds)]
    (high,), (top,) = {each.h for each in panels}, {each.y for each in panels}
    assert body.h // 8 < high < body.h * 9 // 10
    # They begin where all bodies do.
    assert top == body.y
    words = [line for box in boxes(page, "column", "card") for line in box.lines]
    assert all(top < line.baseline < top + high for line in words)


def test_shares_of_a_ring_are_said_to_be_worked_out_once(tmp_path: Path) -> None:
    rows = ["[甲, 50]", "[乙, 30]", "[丙, 20]"]
    for count, times in ((2, 2), (3, 0)):
        ring = "kind: pie, title: 去处, unit: 万元, header: [处, 额]"
        page = made(tmp_path, f"{ring}, rows: [{', '.join(rows[:count])}]")
        names = boxes(page, "segment-name")
        assert sum("推算" in part.text for box in names for part in box.paragraphs) == times
        # The whole stands in the ring, and no line over that says it again.
        above = "".join(box.paragraphs[0].text for box in boxes(page, "subtitle-line"))
        assert ("占比为推算" in above) == (not times) == bool(above)


def test_years_that_the_author_names_are_not_named_again(tmp_path: Path) -> None:
    rows = ", ".join(f"[{2019 + n}年, {40 + n}]" for n in range(4))
    chart = f"kind: column, title: 产量, unit: 万吨, header: [年, 产量], rows: [{rows}]"
    for own, said in (
        ("粮食产量，2019—2022年", "粮食产量，2019—2022年，万吨"),
        ("粮食产量", "粮食产量，万吨，2019年—2022年"),
    ):
        (line,) = boxes(made(tmp_path, f"{chart}, subtitle: '{own}'"), "subtitle-line")
        assert line.paragraphs[0].text == said


def test_a_handful_of_short_rows_is_larger_than_more_of_them(tmp_path: Path) -> None:
    sizes = []
    for count in (3, 6):
        rows = ", ".join(f"[第{n}渡口, 轮渡]" for n in range(count))
        page = made(tmp_path, f"kind: table, title: 渡口, header: [名, 用], rows: [{rows}]")
        (table,) = [each for each in walk(page.items) if isinstance(each, Table)]
        sizes.append(table.cells[1][0].paragraphs[0].runs[0].style.size)
    assert sizes == [pt(24), pt(20)]


def test_a_name_in_a_box_of_a_tree_is_not_torn(tmp_path: Path) -> None:
    below = ", ".join(f"{{name: 工程副总监, below: [{a}, {b}]}}" for a, b in ("甲乙", "丙丁"))
    page = made(tmp_path, f"kind: org, title: 分工, top: {{name: 总监, below: [{below}, 监事会]}}")
    assert all(len(box.lines) == 1 for box in boxes(page, "node"))


def test_two_events_have_a_half_each_and_large_words(tmp_path: Path) -> None:
    page = made(
        tmp_path,
        "id: t, kind: timeline, title: 还有两步, events: [{when: 2031年, what: 桥墩完工},"
        " {when: 2033年, what: 大桥通车}]",
    )
    dates, said = boxes(page, "moment"), boxes(page, "event")
    assert [box.rect.w for box in (*dates, *said)] == [dates[0].rect.w] * 4
    assert dates[1].rect.x == dates[0].rect.right + pt(40)
    texts = [each for box in said for each in box.paragraphs]
    # Large, and no larger than the title.
    assert {run.style.size for each in texts for run in each.runs} == {DECK["large"].size}


def test_five_figures_stand_two_above_three(tmp_path: Path) -> None:
    five = "[output, firms, output, firms, output]"
    page = made(tmp_path, f"id: k, kind: kpi, title: 五个数字, figures: {five}")
    tables = [each for each in walk(page.items) if isinstance(each, Table)]
    assert [len(table.columns) for table in tables] == [2, 3]
    assert all(cell.paragraphs for table in tables for row in table.cells for cell in row)


def test_words_of_tables_end_where_rules_do_and_square_metres_are_numbers(tmp_path: Path) -> None:
    rows = "[北仓, 420㎡, 冷藏, 31人], [南仓, 1360㎡, 常温, 8人]"
    page = made(tmp_path, f"kind: table, title: 仓, header: [仓, 大小, 用, 人], rows: [{rows}]")
    (table,) = [each for each in walk(page.items) if isinstance(each, Table)]
    for row in table.cells:
        assert [cell.insets[0] == 0 for cell in row] == [True, False, False, False]
        assert [cell.insets[2] == 0 for cell in row] == [False, False, False, True]
        assert [cell.paragraphs[0].align for cell in row] == ["left", "right", "left", "right"]


def test_a_small_chart_lights_what_its_head_names_and_says_nothing_twice(tmp_path: Path) -> None:
    for head, lines, colours in (
        ("木船下水（艘）", 0, {"primary"}),
        ("乙港下水的船", 1, {"primary", "muted"}),
    ):
        chart = "{kind: bar, unit: 艘, header: [港, 下水], rows: [[甲港, 9], [乙港, 4], [丙港, 2]]}"
        page = made(
            tmp_path,
            f"kind: two-column, title: 丙港船少, left: {{head: {head}, chart: {chart}}},"
            " right: {head: 看法, points: [旧港多修船, 新港多造船]}",
        )
        (drawn,) = [each for each in walk(page.items) if isinstance(each, Chart)]
        assert set(drawn.series[0].colours) == colours
        assert len(boxes(page, "subtitle-line")) == lines


def test_many_steps_stand_in_two_rows_under_each_other(tmp_path: Path) -> None:
    steps = ", ".join(f"{{head: 工序, text: 第{n}件事}}" for n in range(9))
    page = made(tmp_path, f"kind: process, title: 造船, steps: [{steps}]")
    chevrons = [box.rect for box in boxes(page, "step")]
    assert [len({at.y for at in part}) for part in (chevrons[:5], chevrons[5:])] == [1, 1]
    assert [at.x for at in chevrons[5:]] == [at.x for at in chevrons[:4]]
    assert all(box.paragraphs[0].text == f"{n:02d}" for n, box in enumerate(boxes(page, "step"), 1))
