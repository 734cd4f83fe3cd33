"""Bullets, dumbbells, small multiples, lines in tables: to scale, named, and fit to be edited."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from composing import composed
from lxml import etree
from outlines import OUTLINE, project
from pptx import Presentation

from briefgen.build import Request, check, load
from briefgen.checks.verify import verify
from briefgen.formats import FORMATS
from briefgen.geometry import Rect, pt
from briefgen.problems import Problems
from briefgen.scene.items import Chart, Group, Shape, Table, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.things import Thing
from briefgen.scene.walk import walk
from briefgen.theme.load import theme_ids

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
NS = {"c": C, "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
LONG = {"zh-Hans": "卫生健康与养老服务设施", "en": "Health and care facilities"}


# Pairs of values, as rows.
PAIRS = [f"[段{n}, {n}, {n + 20}]" for n in range(1, 8)]


def words(language: str, number: int) -> str:
    """A name; every fourth is long."""
    if number % 4 == 3:
        return f"{LONG[language]}{number}"
    return f"第{number}项" if language == "zh-Hans" else f"Item {number}"


def rows(language: str, count: int, *columns: list[str]) -> str:
    made = (
        f"[{words(language, at)}, {', '.join(column[at] for column in columns)}]"
        for at in range(count)
    )
    return f"[{', '.join(made)}]"


def bullet(language: str, count: int) -> str:
    values = ["2086", "-31", "1900", "0", "990.5", "-", "300"]
    aims = ["2600", "100", "1800", "60", "-", "600", "305"]
    return f"kind: bullet, unit: 亿元, highlight: 2, rows: {rows(language, count, values, aims)}"


def dumbbell(language: str, count: int) -> str:
    before = ["6000", "2400", "2700.5", "-", "40", "40", "500", "-90", "3000", "1200"]
    after = ["7000", "3000", "2500", "2300", "40", "41", "500", "75", "10", "-"]
    head = "[区, 去年, 今年]" if language == "zh-Hans" else "[District, Last year, This year]"
    made = rows(language, count, before, after)
    return f"kind: dumbbell, unit: 亿元, difference: yes, header: {head}, rows: {made}"


def multiples(language: str, count: int, form: str = "columns") -> str:
    head = ", ".join(["年" if language == "zh-Hans" else "Year"]
                     + [words(language, at) for at in range(count)])  # fmt: skip
    made = (
        f"['{year}', {', '.join(f'{(at + 1) * 3 + at % 3 * n - 6}%' for at in range(count))}]"
        for n, year in enumerate(range(2019, 2024))
    )
    return (
        f"kind: multiples, form: {form}, highlight: '2021', header: [{head}], "
        f"rows: [{', '.join(made)}]"
    )


def small_lines(language: str, count: int) -> str:
    return multiples(language, count, "lines")


def spark(language: str, count: int) -> str:
    first = ["3", "4.1", "-1", "3", "8", "2", "-"]
    last = ["5", "4", "2", "3", "-", "8", "3"]
    made = rows(language, count, first, ["4"] * 7, last)
    head = "区" if language == "zh-Hans" else "District"
    line = "走势" if language == "zh-Hans" else "Course"
    return (
        f"kind: table, header: [{head}, '2021', '2022', '2023'], rows: {made}, "
        f"spark: {{columns: ['2021', '2022', '2023'], head: {line}, unit: '%'}}"
    )


FORMS = {
    "bullet": (bullet, 7),
    "dumbbell": (dumbbell, 10),
    "multiples": (multiples, 9),
    "small-lines": (small_lines, 9),
    "spark": (spark, 7),
}
EVERY = [
    (form, count, language)
    for form, (_, most) in FORMS.items()
    for count in sorted({2, most - 3, most})
    for language in ("zh-Hans", "en")
]


def outline(slide: str, language: str = "zh-Hans", theme: str = "lingnan") -> str:
    head = "brief: {slug: demo, title: Demo, date: 2024-02, language: %s, theme: %s}\n"
    title = "一项领先" if language == "zh-Hans" else "One leads"
    return head % (language, theme) + f"deck:\n  - {{id: c, title: {title}, {slide}}}\n"


def scene(folder: Path, text: str) -> Scene:
    """The scene of an outline of which nothing is told but that its numbers are typed by hand."""
    loaded = load(Request(project(folder, text), ("base",)))
    made, problems = composed(loaded.briefs["base"], "deck", loaded.themes["base"])
    told = [p for p in (*loaded.problems, *problems) if p.severity != "note"]
    assert [str(p) for p in told if p.code != "untraced-number"] == []
    return made


def rendered(made: Scene) -> Any:
    data = next(iter(FORMATS["deck"].render(made, "x").values()))
    problems = Problems()
    return Presentation(BytesIO(data)), data, problems


def native(made: Scene) -> list[Any]:
    deck, _, _ = rendered(made)
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def charts(made: Scene) -> list[Chart]:
    return [i for page in made.pages for i in walk(page.items) if isinstance(i, Chart)]


def found(element: Any, path: str) -> list[Any]:
    return list(etree._Element.xpath(element, path, namespaces=NS))


def shapes(chart: Chart, kind: Thing) -> list[Shape]:
    return [i for i in chart.drawn if isinstance(i, Shape) and i.name.kind == kind]


def texts(chart: Chart, kind: Thing) -> list[str]:
    return [
        "".join(line.text for line in item.lines)
        for item in chart.drawn
        if isinstance(item, TextBox) and item.name.kind == kind
    ]


def sheet(chart: Any, values: bool = True) -> Any:
    book = BytesIO(chart.part.chart_workbook.xlsx_part.blob)
    return openpyxl.load_workbook(book, data_only=values)["Sheet1"]


# At two and at the most items, in both languages and all themes


@pytest.mark.slow
@pytest.mark.parametrize(("form", "count", "language"), EVERY)
def test_words_stay_in_the_frame_and_off_each_other(
    tmp_path: Path, form: str, count: int, language: str
) -> None:
    made = scene(tmp_path, outline(FORMS[form][0](language, count), language))
    for chart in charts(made):
        inside = chart.rect.inset(*(-pt(4),) * 4)
        boxes = [
            (item.name, Rect(line.x, line.baseline - size * 8 // 10, line.width, size))
            for item in chart.drawn
            if isinstance(item, TextBox)
            for line in item.lines
            for size in (max(span.style.size for span in line.spans),)
        ]
        for name, box in boxes:
            assert inside.x <= box.x <= box.right <= inside.right, name
            assert inside.y <= box.y <= box.bottom <= inside.bottom, name
        for (name, one), (_, other) in combinations(boxes, 2):
            across = min(one.right, other.right) - max(one.x, other.x)
            down = min(one.bottom, other.bottom) - max(one.y, other.y)
            assert across <= pt(0.5) or down <= pt(1.5), name


@pytest.mark.slow
@pytest.mark.parametrize("theme", theme_ids())
@pytest.mark.parametrize("form", FORMS)
def test_every_theme_has_it_and_the_file_holds_what_was_meant(
    tmp_path: Path, form: str, theme: str
) -> None:
    compose, most = FORMS[form]
    text = outline(compose("zh-Hans", most - 1), theme=theme)
    loaded = load(Request(project(tmp_path, text), ("base",)))
    made, problems = composed(loaded.briefs["base"], "deck", loaded.themes["base"])
    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    data = next(iter(FORMATS["deck"].render(made, "x").values()))
    found = Problems()
    verify({"x.pptx": data}, loaded.briefs["base"], made, found)
    assert list(found) == []


@pytest.mark.parametrize("form", FORMS)
def test_no_axis_has_a_greatest_value_that_would_cut_an_edited_one(
    tmp_path: Path, form: str
) -> None:
    compose, most = FORMS[form]
    for chart in native(scene(tmp_path, outline(compose("zh-Hans", most)))):
        assert not found(chart._chartSpace, "//c:max")
        faces = set(found(chart._chartSpace, "//a:latin/@typeface | //a:ea/@typeface"))
        assert faces <= {"+mn-lt", "+mn-ea"}


# Bullets


def test_a_value_and_its_target_are_bars_of_one_length_for_one_value(tmp_path: Path) -> None:
    (chart,) = charts(scene(tmp_path, outline(bullet("zh-Hans", 7))))
    unit = chart.plot.w / float(chart.high - chart.low)
    aims, values = (
        [value for value in series.values if value is not None] for series in chart.series
    )
    for kind, numbers in (("aim", aims), ("bar", values)):
        drawn = shapes(chart, kind)
        assert [s.rect.w for s in drawn] == pytest.approx(
            [abs(float(value)) * unit for value in numbers], abs=2
        )
    # What is aimed at looks out above the bar before it, also where that is longer.
    (aim, bar) = (next(s for s in shapes(chart, kind) if s.name.of == "第2项")
                  for kind in ("aim", "bar"))  # fmt: skip
    assert bar.rect.right > aim.rect.right
    assert aim.rect.y + pt(4) < bar.rect.y < aim.rect.bottom


def test_a_bullet_is_one_plot_of_two_series_that_share_their_axis(tmp_path: Path) -> None:
    made = scene(tmp_path, outline(bullet("zh-Hans", 4)))
    (chart,), (drawn,) = native(made), charts(made)
    assert len(found(chart._chartSpace, "//c:barChart")) == 1
    assert len(found(chart._chartSpace, "//c:valAx")) == 1
    assert found(chart._chartSpace, "//c:overlap/@val") == [str(drawn.overlap)]
    names = [series.name for series in chart.plots[0].series]
    assert names == ["目标", "已实现"]
    dashed = found(chart._chartSpace, "//c:ser[1]/c:spPr/a:ln/a:prstDash/@val")
    assert dashed == ["dash"]


@pytest.mark.parametrize("count", range(2, 8))
def test_a_targets_label_and_its_values_never_meet_whatever_they_become(
    tmp_path: Path, count: int
) -> None:
    """They stand on two levels: at the bar of the target where that looks out, and at the value's;
    as far apart that both fit where somebody adds a row."""
    rows = ["[甲, 1900, 1800]", "[乙, 10, 12]", *(f"[丙{n}, 90, 2600]" for n in range(count - 2))]
    (chart,) = charts(
        scene(tmp_path, outline(f"kind: bullet, unit: 亿元, rows: [{', '.join(rows)}]"))
    )
    assert texts(chart, "value")[:4] == ["已实现 1900", "目标 ○ 1800", "10", "○ 12"]
    boxes = [
        item for item in chart.drawn if isinstance(item, TextBox) and item.name.kind == "value"
    ]
    for bar, value, aim in zip(shapes(chart, "bar"), boxes[::2], boxes[1::2], strict=True):
        assert aim.lines[0].baseline < bar.rect.y + pt(1)
        assert value.lines[0].baseline - aim.lines[0].baseline >= chart.label_size
    offset = shapes(chart, "bar")[0].rect.y - shapes(chart, "aim")[0].rect.y
    assert offset * count / (count + 1) >= chart.label_size


def test_rows_of_different_units_are_shares_of_their_targets(tmp_path: Path) -> None:
    slide = (
        "kind: bullet, "
        "rows: [[投资, 90亿元, 120亿元], [企业, 1200家, 1500家], [岗位, 3.3万个, 3万个]]"
    )
    made = scene(tmp_path, outline(slide))
    (chart,) = charts(made)
    assert chart.categories == (
        "投资 90亿元 / 120亿元",
        "企业 1200家 / 1500家",
        "岗位 3.3万个 / 3万个",
    )
    aims, values = ([float(v or 0) for v in series.values] for series in chart.series)
    assert aims == [100, 100, 100]
    assert values == [75, 80, 110]
    assert {"75%", "已实现 110%"} <= set(texts(chart, "value"))
    line = next(i for i in made.pages[0].items if isinstance(i, TextBox) and i.slot
                and i.name.kind == "subtitle-line")  # fmt: skip
    assert "推算" in line.paragraphs[0].text


@pytest.mark.parametrize(
    ("slide", "told"),
    [
        ("kind: bullet, rows: [[甲, 1家, 2家], [乙, 3公里, -]]", "“乙” has no value, or no target"),
        ("kind: bullet, rows: [[甲, 1家, 2家], [乙, 3公里, 4家]]", "units differ"),
        ("kind: bullet, rows: [[甲, 1家], [乙, 2家]]", "1 series here, where 2 fit"),
        ("kind: dumbbell, rows: [[甲, 1家], [乙, 2家]]", "1 series here, where 2 fit"),
        (
            "kind: multiples, form: lines, header: [年, 甲, 乙], "
            "rows: [['2019', 1家, 1家], ['2020', 1家, 1家], ['2023', 1家, 1家]]",
            "equal steps",
        ),
        (
            "kind: multiples, highlight: 丙, header: [年, 甲, 乙], "
            "rows: [['2019', 1家, 1家], ['2020', 1家, 1家]]",
            "“丙” is not one of the series",
        ),
        (
            "kind: table, header: [区, 去年, 今年, 明年], rows: [[甲, 1, 2, 3], [乙, 1, 2, 3]], "
            "spark: {columns: [去年, 今年, 后年], head: 走势}",
            "“后年” is no column of the table",
        ),
        (
            "kind: table, header: [区, 去年, 今年, 明年], rows: [[甲, 1, 2, 3], [乙, 1, 2, 3]], "
            "spark: {columns: [1, 2, 3], head: 走势}",
            "the first column names the rows",
        ),
        (
            "kind: table, header: [区, 去年, 今年, 明年], rows: [[甲, 1, 若干, 3], [乙, 1, 2, 3]], "
            "spark: {columns: [2, 3, 4], head: 走势}",
            "“若干” is no number",
        ),
        (
            "kind: table, header: [区, 一, 二, 三, 四, 五, 六, 七, 八], "
            "rows: [[甲, 1, 2, 3, 4, 5, 6, 7, 8]]",
            "9 columns, where 8 fit",
        ),
    ],
)
def test_what_would_not_be_honest_or_fit_is_refused_with_the_reason(
    tmp_path: Path, slide: str, told: str
) -> None:
    text = OUTLINE + "deck:\n  - {id: c, title: 题, " + slide + "}\n"
    request = Request(project(tmp_path, text), ("base",), formats=("deck",))
    assert told in "\n".join(map(str, check(request)))


# Dumbbells


def test_points_lie_where_their_values_are_and_lines_join_them(tmp_path: Path) -> None:
    made = scene(tmp_path, outline(dumbbell("zh-Hans", 10)))
    (chart,), (built,) = charts(made), native(made)
    unit = chart.plot.h / float(chart.high - chart.low)
    dots = {shape.name.of: shape.rect for shape in shapes(chart, "dot")}
    for series in chart.series:
        for category, value in zip(chart.categories, series.values, strict=True):
            if value is not None:
                dot = dots.pop(f"{series.name} {category}")
                y = chart.plot.bottom - (float(value) - float(chart.low)) * unit
                assert dot.y + dot.h / 2 == pytest.approx(y, abs=pt(0.1))
    assert not dots
    lines = [item for item in chart.drawn if item.name.kind == "pair"]
    assert len(lines) == sum(None not in pair for pair in zip(*(s.values for s in chart.series),
                                                              strict=True))  # fmt: skip
    assert len(found(built._chartSpace, "//c:hiLowLines")) == 1
    plus, minus = (
        found(built._chartSpace, f"//c:errBars/c:{side}//c:f/text()") for side in ("plus", "minus")
    )
    assert (plus, minus) == (["Sheet1!$D$2:$D$11"], ["Sheet1!$E$2:$E$11"])


def computed(formula: str, cells: Any) -> str | float:
    """What a spreadsheet makes of the few formulas that a dumbbell's workbook has."""
    (row,) = set(re.findall(r"[ABC](\d+)", formula))
    name, before, after = (cells[f"{letter}{row}"].value for letter in "ABC")
    known = before is not None and after is not None
    if "MAX" in formula:
        if not known:
            return 0
        return max(after - before if f"C{row}-B{row}" in formula else before - after, 0)
    if not known:
        return str(name)
    code = re.search(r'TEXT\([^,]*,"(.*)"\),""\)$', formula)
    assert code
    up, down, same = code[1].replace('""', '"').split(";")
    change = after - before
    chosen = up if change > 0 else down if change < 0 else same
    parts = re.fullmatch(r'"([^"]*)"([0#,.]+)(?:"([^"]*)")?', chosen)
    assert parts, chosen
    start, digits, end = parts.groups("")
    places = len(digits.partition(".")[2])
    return f"{name}\n{start}{abs(change):.{places}f}{end}"


def test_differences_follow_the_values_of_the_workbook(tmp_path: Path) -> None:
    made = scene(tmp_path, outline(dumbbell("zh-Hans", 10)))
    (chart,), (built,) = charts(made), native(made)
    kept, formulas = sheet(built), sheet(built, values=False)
    assert [kept.cell(1, column).value for column in range(4, 7)] == ["升", "降", "名称与差额"]
    for row in range(2, 12):
        for letter in "DEF":
            made_of = formulas[f"{letter}{row}"].value
            assert made_of.startswith("=")
            assert computed(made_of[1:], kept) == kept[f"{letter}{row}"].value
    assert tuple(built.plots[0].categories) == chart.labels
    assert chart.labels[0] == "第0项\n◇ +1000.0"
    assert chart.labels[4] == "第4项\n◇ ±0.0"
    assert "\n" not in chart.labels[9]


def test_shares_differ_by_percentage_points(tmp_path: Path) -> None:
    slide = (
        "kind: dumbbell, difference: yes, header: [业, 前, 后], "
        "rows: [[甲, 5.2%, 6%], [乙, 11%, 9%]]"
    )
    (chart,) = charts(scene(tmp_path, outline(slide)))
    assert texts(chart, "difference") == ["◇ +0.8个百分点", "◇ −2.0个百分点"]
    english = (
        "kind: dumbbell, difference: yes, header: [I, A, B], rows: [[X, 5.2%, 6%], [Y, 11%, 9%]]"
    )
    (chart,) = charts(scene(tmp_path / "en", outline(english, "en")))
    assert texts(chart, "difference") == ["◇ +0.8 pp", "◇ −2.0 pp"]


def test_points_far_from_zero_say_that_their_axis_does_not_begin_there(tmp_path: Path) -> None:
    slide = "kind: dumbbell, header: [区, 前, 后], rows: [[甲, 60.5%, 62%], [乙, 58%, 57%]]"
    made = scene(tmp_path, outline(slide))
    (chart,) = charts(made)
    assert chart.low > 0
    assert chart.ticks
    said = [p.text for i in made.pages[0].items if isinstance(i, TextBox) for p in i.paragraphs]
    assert any("纵轴不从零开始" in words for words in said)


# Small multiples


@pytest.mark.parametrize("form", ["columns", "lines"])
def test_all_small_charts_have_one_scale_that_an_unseen_series_keeps(
    tmp_path: Path, form: str
) -> None:
    made = scene(tmp_path, outline(multiples("zh-Hans", 6, form)))
    every = charts(made)
    assert len({(chart.low, chart.high, chart.plot.h) for chart in every}) == 1
    numbers = [v for chart in every for v in chart.series[0].values if v is not None]
    for chart, built in zip(every, native(made), strict=True):
        kept = [v for v in chart.series[1].values if v is not None]
        assert kept == [max(numbers), min(numbers)]
        unseen = found(built._chartSpace, "//c:ser")[1]
        assert not found(unseen, "c:spPr//a:solidFill | c:marker//a:solidFill")
        assert found(unseen, "c:dLbls/c:delete/@val") == ["1"]
        assert len(set(found(built._chartSpace, "//c:majorUnit/@val"))) == 1


def test_a_small_chart_is_headed_by_the_name_in_its_own_cell(tmp_path: Path) -> None:
    made = scene(tmp_path, outline(multiples("zh-Hans", 4)))
    for chart, built in zip(charts(made), native(made), strict=True):
        assert texts(chart, "panel") == [chart.series[0].name]
        assert found(built._chartSpace, "//c:title//c:v/text()") == [chart.series[0].name]
        assert found(built._chartSpace, "//c:title//c:f/text()") == ["Sheet1!$B$1"]
        assert sheet(built)["B1"].value == chart.series[0].name


@pytest.mark.parametrize(("point", "lit"), [("乙", {(1, 0), (1, 1)}), ("2020", {(0, 1), (1, 1)})])
def test_one_small_chart_stands_out_or_one_moment_in_all(
    tmp_path: Path, point: str, lit: set[tuple[int, int]]
) -> None:
    slide = (
        f"kind: multiples, highlight: '{point}', header: [年, 甲, 乙], "
        "rows: [['2019', 1%, 2%], ['2020', 3%, 4%]]"
    )
    seen = {
        (at, moment)
        for at, chart in enumerate(charts(scene(tmp_path, outline(slide))))
        for moment, bar in enumerate(shapes(chart, "upright-bar"))
        if bar.fill == "primary"
    }
    assert seen == lit


# Lines in tables


def test_a_line_stands_over_the_cell_of_its_row_and_says_its_last_value(tmp_path: Path) -> None:
    made = scene(tmp_path, outline(spark("zh-Hans", 5)))
    (table,) = [i for i in made.pages[0].items if isinstance(i, Table)]
    assert [cell.paragraphs[0].text for cell in table.cells[0]] == ["区", "走势"]
    y = table.rect.y + table.heights[0]
    left = table.rect.x + table.columns[0]
    for row, chart in enumerate(charts(made), 1):
        cell = Rect(left, y, table.columns[1], table.heights[row])
        y += cell.h
        assert cell.x <= chart.rect.x <= chart.rect.right <= cell.right
        assert cell.y <= chart.rect.y <= chart.rect.bottom <= cell.bottom
        assert chart.name.of == table.cells[row][0].paragraphs[0].text
    assert [texts(chart, "value") for chart in charts(made)] == [
        ["5%"],
        ["4%"],
        ["2%"],
        ["3%"],
        ["4%"],
    ]
    assert charts(made)[0].alt == "第0项的走势：2021 3%；2022 4%；2023 5%"


def test_a_row_without_values_has_no_line(tmp_path: Path) -> None:
    slide = (
        "kind: table, header: [区, 一, 二, 三], rows: [[甲, 1%, 2%, 3%], [乙, -, -, -]], "
        "spark: {columns: [2, 3, 4], head: 走势}"
    )
    made = charts(scene(tmp_path, outline(slide)))
    assert [chart.name.of for chart in made] == ["甲"]


def test_a_long_table_has_its_lines_on_the_page_of_their_rows(tmp_path: Path) -> None:
    row = ", ".join(f"[区{n}, {n}%, 2%, {n + 1}%]" for n in range(9))
    slide = (
        f"kind: table, header: [区, 一, 二, 三], rows: [{row}], "
        "spark: {columns: [2, 3, 4], head: 走势}"
    )
    made = scene(tmp_path, outline(slide))
    names = [[i.name.of for i in page.items if isinstance(i, Chart)] for page in made.pages]
    assert [len(page) for page in names] == [5, 4]
    assert names[1][0] == "区5"


# As a document


@cache
def markdown(slide: str, folder: Path) -> str:
    made = scene(folder, outline(slide))
    return next(iter(FORMATS["md"].render(made, "x").values())).decode()


def test_the_document_says_the_values_in_tables(tmp_path: Path) -> None:
    said = markdown(multiples("zh-Hans", 2), tmp_path / "m")
    assert "|  | 2019 | 2020 | 2021 | 2022 | 2023 |" in said
    assert "| 第1项 | 0% | 1% | 2% | 3% | 4% |" in said
    assert "共同比例" not in said
    said = markdown(spark("zh-Hans", 2), tmp_path / "s")
    assert "| 第0项 | 3% | 4% | 5% |" in said
    said = markdown(bullet("zh-Hans", 2), tmp_path / "b")
    assert "| 第0项 | ○ 2600 | 2086 |" in said
    said = markdown(dumbbell("zh-Hans", 2), tmp_path / "d")
    assert "| 第0项 | 6000 | 7000 |" in said


def test_both_values_say_once_what_they_are_and_need_no_key(tmp_path: Path) -> None:
    for slide in (bullet("zh-Hans", 3), dumbbell("zh-Hans", 3)):
        made = scene(tmp_path, outline(slide))
        (chart,) = charts(made)
        assert [series.named.count(True) for series in chart.series] == [1, 1]
        said = texts(chart, "value")
        assert all(any(series.name in each for each in said) for series in chart.series)
        assert not [i for i in walk(made.pages[0].items) if i.name.kind == "swatch"]


def test_names_too_long_for_their_points_stand_in_one_group(tmp_path: Path) -> None:
    long = "改造之前一年接待的游客"
    slide = f"kind: dumbbell, header: [路段, {long}, 后], unit: 万, rows: [{', '.join(PAIRS)}]"
    made = scene(tmp_path, outline(slide))
    (chart,) = charts(made)
    assert not any(any(series.named) for series in chart.series)
    assert len(keys_of(made)) == 1


def keys_of(made: Scene) -> list[Group]:
    """The groups that say what colours mean."""
    return [i for i in made.pages[0].items if isinstance(i, Group) and i.name.kind == "series-key"]
