"""What is noted at a chart is exact, says that it was worked out, and goes into both faces."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import outlines
import pytest
from composing import sound
from pptx import Presentation

from briefgen.build import Request, check
from briefgen.formats import FORMATS
from briefgen.scene.items import Chart, Group, Page, Rule, Shape, TextBox
from briefgen.scene.names import Name

FIGURES = """\
  ten: {value: 10亿元, kind: target, label: 总规模, period: 2024年, quote: 总规模10亿元}
  two: {value: 2亿元, kind: actual, label: 首期, quote: 首期投入2亿元}
"""
YEARS = "rows: [['2021', 100], ['2022', 120], ['2023', 146]]"
THREE = "unit: 亿元, rows: [[甲, 9], [乙, 6], [丙, 4]]"


def page(folder: Path, slide: str) -> Page:
    text = outlines.OUTLINE + FIGURES + "deck:\n  - {id: chart, title: 题, " + slide + "}\n"
    (made,) = sound(outlines.project(folder, text), "deck").pages
    return made


def problems(folder: Path, slide: str) -> str:
    text = outlines.OUTLINE + FIGURES + "deck:\n  - {id: chart, title: 题, " + slide + "}\n"
    path = outlines.project(folder, text)
    return "\n".join(map(str, check(Request(path, ("base",), formats=("deck",)))))


def chart(made: Page) -> Chart:
    (found,) = [item for item in made.items if isinstance(item, Chart)]
    return found


def notes(made: Page) -> Group | None:
    return next(
        (i for i in made.items if isinstance(i, Group) and i.name.kind == "annotations"), None
    )


def said(box: TextBox) -> str:
    return " ".join(paragraph.text for paragraph in box.paragraphs)


def native(folder: Path, slide: str) -> Any:
    text = outlines.OUTLINE + FIGURES + "deck:\n  - {id: chart, title: 题, " + slide + "}\n"
    scene = sound(outlines.project(folder, text), "deck")
    deck = next(iter(FORMATS["deck"].render(scene, "x").values()))
    (found,) = [s.chart for s in Presentation(BytesIO(deck)).slides[0].shapes if s.has_chart]
    return found


@pytest.mark.parametrize(
    ("slide", "words"),
    [
        (f"kind: bar, {THREE}, annotate: [{{difference: [甲, 丙]}}]", "差5亿元（推算）"),
        (f"kind: column, {THREE}, annotate: [{{difference: [丙, 甲]}}]", "差5亿元（推算）"),
        (f"kind: trend, unit: 家, {YEARS}, annotate: [{{difference: ['2021', '2023']}}]",
         "差46家（推算）"),
        ("kind: bar, rows: [[甲, 0.3亿元], [乙, 1000万元]], annotate: [{difference: [甲, 乙]}]",
         "差2000万元（推算）"),
        ("kind: column, rows: [[甲, 5.5%], [乙, 5.2%]], annotate: [{difference: [甲, 乙]}]",
         "差0.3个百分点（推算）"),
    ],
)  # fmt: skip
def test_a_difference_is_exact_and_says_that_it_was_worked_out(
    tmp_path: Path, slide: str, words: str
) -> None:
    group = notes(page(tmp_path, slide))
    assert group
    texts = [said(item) for item in group.items if isinstance(item, TextBox)]
    assert texts == [words]
    # Shapes do not follow the values, and the group says so.
    assert "不随数据变化" in group.alt
    assert words in group.alt


def test_the_bracket_of_a_difference_ends_where_the_bars_do(tmp_path: Path) -> None:
    made = page(tmp_path, f"kind: bar, {THREE}, annotate: [{{difference: [甲, 乙]}}]")
    bars = {
        i.name.of: i.rect for i in chart(made).drawn
        if isinstance(i, Shape) and i.name.kind == "bar"
    }  # fmt: skip
    group = notes(made)
    assert group
    level = next(i for i in group.items if isinstance(i, Rule) and i.y1 == i.y2)
    assert (level.x1, level.x2) == (bars["乙"].right, bars["甲"].right)
    assert bars["甲"].bottom < level.y1 < bars["乙"].y


def test_an_average_is_a_line_and_is_rounded_where_it_has_to_be(tmp_path: Path) -> None:
    made = page(tmp_path, f"kind: column, {THREE}, annotate: [{{average: yes}}]")
    series = chart(made).series[1]
    assert (series.name, series.form) == ("平均（推算）", "level")
    assert {str(value) for value in series.values} == {"6.3"}
    boxes = [i for i in chart(made).drawn if isinstance(i, TextBox) and i.name.kind == "value"]
    assert said(boxes[-1]) == "平均（推算） 约6.3亿元"
    exact = page(tmp_path / "b", "kind: column, unit: 亿元, rows: [[甲, 9], [乙, 6]], "
                 "annotate: [{average: yes}]")  # fmt: skip
    assert chart(exact).series[1].formats[-1] == '0.0"亿元"'


def test_a_target_is_a_series_of_the_chart_with_its_kind_and_period(tmp_path: Path) -> None:
    slide = f"kind: column, {THREE}, annotate: [{{target: ten}}]"
    made = page(tmp_path, slide)
    level = chart(made).series[1]
    assert (level.name, level.form, set(level.figures)) == ("2024年目标", "level", {"ten"})
    assert {str(value) for value in level.values} == {"10"}
    # The axis holds the target, though no value reaches it.
    assert chart(made).high >= 10
    assert "ten" in made.figures
    (line,) = [i for i in chart(made).drawn if isinstance(i, Rule) and i.name.kind == "level-line"]
    assert line.stroke.dashed
    space = native(tmp_path / "b", slide)._chartSpace
    ns = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}
    assert len(space.findall(".//c:lineChart/c:ser/c:trendline", ns)) == 1


def test_lying_bars_fill_up_the_outline_of_their_target(tmp_path: Path) -> None:
    made = page(tmp_path, f"kind: bar, {THREE}, annotate: [{{target: ten}}]")
    level = chart(made).series[1]
    assert level.form == "outline"
    outlines_ = [
        i.rect
        for i in chart(made).drawn
        if isinstance(i, Shape) and i.name == Name("target-outline")
    ]
    assert len(outlines_) == 3
    assert {rect.w for rect in outlines_} == {outlines_[0].w}
    bars = [i.rect for i in chart(made).drawn if isinstance(i, Shape) and i.name.kind == "bar"]
    assert all(bar.w < outline.w for bar, outline in zip(bars, outlines_, strict=True))


def test_a_callout_stands_clear_of_the_bars(tmp_path: Path) -> None:
    made = page(tmp_path, f"kind: column, {THREE}, annotate: [{{callout: 乙, text: 增长最快}}]")
    group = notes(made)
    assert group
    (box,) = [i for i in group.items if isinstance(i, TextBox)]
    assert said(box) == "增长最快"
    assert box.rect.bottom <= chart(made).plot.y


@pytest.mark.parametrize(
    ("slide", "message"),
    [
        ("kind: bar, rows: [[甲, 超9亿元], [乙, 6亿元]], annotate: [{difference: [甲, 乙]}]",
         "“甲” is 超9亿元: how much exactly is not known, so a difference cannot be worked out"),
        ("kind: column, rows: [[甲, 约9亿元], [乙, 6亿元]], annotate: [{average: yes}]",
         "so an average cannot be worked out"),
        ("kind: column, rows: [[甲, 5.5%], [乙, 5.2%]], annotate: [{average: yes}]",
         "the average of shares or rates is not the share or rate of all of them"),
        (f"kind: bar, {THREE}, annotate: [{{difference: [甲, 丁]}}]",
         "“丁” is not one of the values"),
        (f"kind: bar, {THREE}, annotate: [{{target: two}}]", "neither a target nor a plan"),
        (f"kind: bar, {THREE}, annotate: [{{callout: 甲}}]", "not exactly one thing"),
        (f"kind: bar, {THREE}, annotate: [{{average: yes, callout: 甲, text: 好}}]",
         "not exactly one thing"),
        ("kind: bar, rows: [[甲, 9家], [乙, 6家]], annotate: [{target: ten}]", "different units"),
        ("kind: trend, unit: 家, header: [年, 甲, 乙], rows: [['2021', 1, 2], ['2022', 2, 3], "
         "['2023', 3, 4]], annotate: [{average: yes}]", "several series has no room for notes"),
    ],
)  # fmt: skip
def test_what_cannot_be_told_honestly_is_not_noted(
    tmp_path: Path, slide: str, message: str
) -> None:
    assert message in problems(tmp_path, slide)


# The line at the head


def head(made: Page) -> str:
    (box,) = [i for i in made.items if isinstance(i, TextBox) and i.name.kind == "subtitle-line"]
    return said(box)


@pytest.mark.parametrize(
    ("slide", "words"),
    [
        ("kind: bar, figures: [output, two], labels: [甲, 乙]", "单位：亿元（来源：《报道》）"),
        (f"kind: bar, {THREE}, subtitle: 三项投资", "三项投资，亿元"),
        (f"kind: bar, {THREE}, subtitle: 三项投资（晚报）", "三项投资（晚报），亿元"),
        (f"kind: trend, unit: 家, header: [年, 企业], {YEARS}", "企业，家，2021—2023"),
        ("kind: trend, unit: 家, rows: [['2021', 100], ['2022', 101], ['2023', 102]]",
         "单位：家，2021—2023，纵轴不从零开始"),
    ],
)  # fmt: skip
def test_a_chart_says_what_it_shows_in_which_unit_and_of_when(
    tmp_path: Path, slide: str, words: str
) -> None:
    assert head(page(tmp_path, slide)) == words


@pytest.mark.parametrize(
    ("labels", "subtitle", "names"),
    [
        (("铁路货运量增速", "民航货运量增速"), "货运量增速，亿元", ["铁路", "民航"]),
        (("高新技术企业投入", "规上企业投入"), "企业投入，亿元", ["高新技术", "规上"]),
        (("常住人口", "户籍人口"), "单位：亿元", ["常住人口", "户籍人口"]),
        (("公交运营里程增长", "地铁里程增长"), "单位：亿元", ["公交运营里程增长", "地铁里程增长"]),
        (("工业投资", "投资"), "单位：亿元", ["工业投资", "投资"]),
        (("外贸增长", "投资增长"), "单位：亿元", ["外贸增长", "投资增长"]),
        (("North Bank", "South Bank"), "单位：亿元", ["North Bank", "South Bank"]),
        (("Rail freight growth", "Air freight growth"), "Freight growth，亿元", ["Rail", "Air"]),
    ],
)  # fmt: skip
def test_what_all_names_end_with_is_said_once(
    tmp_path: Path, labels: tuple[str, str], subtitle: str, names: list[str]
) -> None:
    old = "label: 首期", "label: 总规模"
    said = FIGURES.replace("kind: target", "kind: actual")
    for before, after in zip(old, labels, strict=True):
        said = said.replace(before, f"label: {after}")
    slide = "kind: bar, figures: [two, ten], highlight: " + labels[0]
    text = outlines.OUTLINE + said + "deck:\n  - {id: chart, title: 题, " + slide + "}\n"
    (made,) = sound(outlines.project(tmp_path, text), "deck").pages
    assert head(made) == f"{subtitle}（来源：《报道》）"
    assert list(chart(made).categories) == names


# Hatching


def test_series_are_told_apart_by_strokes_where_a_theme_has_greys_alone(tmp_path: Path) -> None:
    slide = (
        "kind: grouped, unit: 家, header: [区, 甲, 乙, 丙], rows: [[一, 1, 2, 3], [二, 2, 3, 4]]"
    )
    text = outlines.OUTLINE.replace("brief:\n", "brief:\n  theme: print-mono\n")
    text += FIGURES + "deck:\n  - {id: chart, title: 题, " + slide + "}\n"
    path = outlines.project(tmp_path, text)
    made = chart(sound(path, "deck").pages[0])
    shown = [i for i in made.drawn if isinstance(i, Shape) and i.name.kind == "upright-bar"]
    assert {shape.fill for shape in shown if shape.pattern} == {"chart2"}
    deck = next(iter(FORMATS["deck"].render(sound(path, "deck"), "x").values()))
    (space,) = [
        s.chart._chartSpace for s in Presentation(BytesIO(deck)).slides[0].shapes if s.has_chart
    ]
    ns = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main",
          "c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}  # fmt: skip
    hatched = [bool(s.findall("c:spPr/a:pattFill", ns)) for s in space.iterfind(".//c:ser", ns)]
    assert hatched == [False, True, False]
