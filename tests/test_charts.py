"""Charts: the drawn face is to scale, the native one says the same, and neither can lie."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import outlines
import pytest
import yaml
from composing import sound
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation
from rows import every

from briefgen.build import Request, check, load
from briefgen.formats import FORMATS
from briefgen.geometry import Rect, pt
from briefgen.kinds import kinds
from briefgen.parts.charts.apart import kept_apart
from briefgen.parts.charts.axis import automatic, marked, unmarked
from briefgen.parts.charts.values import Charted
from briefgen.render.pptx.forms import FORMS as NATIVE
from briefgen.render.pptx.look import look
from briefgen.scene.items import Cell, Chart, ChartKind, Item, Page, Shape, Table, TextBox
from briefgen.scene.names import Name
from briefgen.scene.percents import in_fractions
from briefgen.scene.scene import Scene
from briefgen.scene.things import Thing
from briefgen.scene.walk import walk

CASE = Path(__file__).parent / "cases" / "charts" / "outline.yaml"
NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
}
AUDIENCES = ("base", "overseas")


@cache
def scene(audience: str = "base") -> Scene:
    return sound(CASE, "deck", audience)


@cache
def deck(audience: str = "base") -> Any:
    return Presentation(BytesIO(rendered(audience)))


@cache
def rendered(audience: str) -> bytes:
    made = FORMATS["deck"].render(scene(audience), "charts")
    return next(iter(made.values()))


def charts(audience: str = "base") -> dict[str, Chart]:
    """The charts of the case by the slide they stand on."""
    return {
        page.id: item
        for page in scene(audience).pages
        for item in walk(page.items)
        if isinstance(item, Chart)
    }


def natives(audience: str = "base") -> dict[str, Any]:
    """The same as they stand in the file."""
    slides = zip(scene(audience).pages, deck(audience).slides, strict=True)
    return {
        page.id: shape.chart for page, slide in slides for shape in slide.shapes if shape.has_chart
    }


def found(element: Any, path: str) -> list[Any]:
    return list(etree._Element.xpath(element, path, namespaces=NS))


def shapes(chart: Chart, kind: Thing) -> list[Shape]:
    return [i for i in chart.drawn if isinstance(i, Shape) and i.name.kind == kind]


def texts(chart: Chart, kind: Thing) -> list[str]:
    return [
        " ".join(paragraph.text for paragraph in item.paragraphs)
        for item in chart.drawn
        if isinstance(item, TextBox) and item.name.kind == kind
    ]


def _charted(slide: dict[str, Any]) -> bool:
    return issubclass(kinds()[slide["kind"]].fields, Charted) or "spark" in slide


# As the outline has them: to compose it takes a third of a second of each worker's collection.
WRITTEN = yaml.load(CASE.read_text("utf-8"), yaml.BaseLoader)["deck"]
IDS = [slide["id"] for slide in WRITTEN if _charted(slide)]
EVERY = [(audience, id) for audience in AUDIENCES for id in IDS]
# Points of a scatter chart have no categories: tests/test_scatter.py looks at them.
NAMED = [(audience, id) for audience, id in EVERY if id != "scatter"]


def test_every_kind_of_chart_is_in_the_case() -> None:
    assert all(list(charts(audience)) == IDS for audience in AUDIENCES)
    charted = {name for name, kind in kinds().items() if issubclass(kind.fields, Charted)}
    used = {slide.kind for slide in load(Request(CASE, ("base",))).briefs["base"].deck}
    assert charted <= used
    assert len(charted) == 16


# The drawn face is to scale


@pytest.mark.parametrize("id", ["bar", "minus"])
def test_bars_are_as_long_as_their_values(id: str) -> None:
    chart = charts()[id]
    bars, values = shapes(chart, "bar"), chart.series[0].values
    unit = chart.plot.w / float(chart.high - chart.low)
    zero = chart.plot.x - float(chart.low) * unit
    for bar, value in zip(bars, values, strict=True):
        assert value is not None
        assert bar.rect.w == pytest.approx(abs(float(value)) * unit, abs=2)
        start = bar.rect.right if value < 0 else bar.rect.x
        assert start == pytest.approx(zero, abs=2)


@pytest.mark.parametrize("id", ["column", "grouped", "negative"])
def test_columns_are_as_high_as_their_values(id: str) -> None:
    chart = charts()[id]
    values = [value for series in chart.series for value in series.values]
    unit = chart.plot.h / float(chart.high - chart.low)
    zero = chart.plot.bottom + float(chart.low) * unit
    for bar, value in zip(shapes(chart, "upright-bar"), values, strict=True):
        assert value is not None
        assert bar.rect.h == pytest.approx(abs(float(value)) * unit, abs=2)
        start = bar.rect.y if value < 0 else bar.rect.bottom
        assert start == pytest.approx(zero, abs=2)


@pytest.mark.parametrize("id", ["stacked", "part-whole"])
def test_pieces_of_a_whole_are_its_shares_without_a_gap(id: str) -> None:
    chart = charts()[id]
    parts = [series for series in chart.series if not series.form]
    pieces = shapes(chart, "segment")
    for column in range(len(chart.categories)):
        own = pieces[column * len(parts) : (column + 1) * len(parts)]
        total = sum(float(series.values[column] or 0) for series in parts)
        upright = id == "stacked"
        unit = (chart.plot.h if upright else chart.plot.w) / float(chart.high)
        lengths = [piece.rect.h if upright else piece.rect.w for piece in own]
        assert sum(lengths) == pytest.approx(total * unit, abs=2)
        for piece, series in zip(lengths, parts, strict=True):
            assert piece == pytest.approx(float(series.values[column] or 0) * unit, abs=2)


@pytest.mark.parametrize("id", ["trend", "growth", "flat", "area", "change"])
def test_points_lie_where_their_values_are(id: str) -> None:
    chart = charts()[id]
    unit = chart.plot.h / float(chart.high - chart.low)
    dots = iter(shapes(chart, "dot"))
    band = chart.plot.w / len(chart.categories)
    for series in chart.series:
        for index, value in enumerate(series.values):
            dot = next(dots).rect
            assert value is not None
            assert dot.x + dot.w / 2 == pytest.approx(chart.plot.x + (index + 0.5) * band, abs=4)
            y = chart.plot.bottom - (float(value) - float(chart.low)) * unit
            assert dot.y + dot.h / 2 == pytest.approx(y, abs=2)


def test_a_ring_is_divided_as_its_values_are() -> None:
    from math import atan2, pi

    chart = charts()["donut"]
    values = [float(value or 0) for value in chart.series[0].values]
    middle = chart.rect.x + chart.rect.w / 2, chart.rect.y + chart.rect.h / 2
    begun = turned = chart.turned / 360
    for piece, value in zip(shapes(chart, "arc"), values, strict=True):
        x, y = piece.path[0].points[0]
        angle = atan2(x - middle[0], middle[1] - y) / (2 * pi) % 1
        off = abs(angle - turned % 1)
        assert min(off, 1 - off) < 1e-4
        turned += value / sum(values)
    assert turned == pytest.approx(begun + 1)
    assert sum(values) == float(chart.high)


def test_a_waterfall_steps_from_level_to_level() -> None:
    chart = charts()["waterfall"]
    bars = [shape.rect for shape in shapes(chart, "upright-bar")]
    start, new, merged, left, end = bars
    assert new.bottom == pytest.approx(start.y, abs=2)
    assert merged.bottom == pytest.approx(new.y, abs=2)
    assert left.y == pytest.approx(merged.y, abs=2)
    assert left.bottom == pytest.approx(end.y, abs=2)
    assert {start.bottom, end.bottom} == {chart.plot.bottom}
    assert texts(chart, "value") == ["120", "+60", "+12.5", "−40", "152.5"]


@every(("audience", "id"), EVERY)
def test_a_chart_stays_in_its_frame(audience: str, id: str) -> None:
    chart = charts(audience)[id]
    inside = chart.rect.inset(*(-pt(12),) * 4)

    def within(rect: Rect) -> bool:
        return (
            inside.x <= rect.x <= rect.right <= inside.right
            and inside.y <= rect.y <= rect.bottom <= inside.bottom
        )

    for item in chart.drawn:
        if isinstance(item, Shape):
            assert within(item.rect), item.name
        if isinstance(item, TextBox):
            for line in item.lines:
                assert inside.x <= line.x, item.name
                assert line.x + line.width <= inside.right, item.name


@every(("audience", "id"), EVERY)
def test_labels_do_not_stand_on_each_other(audience: str, id: str) -> None:
    boxes = [
        Rect(line.x, line.baseline - size * 8 // 10, line.width, size)
        for item in charts(audience)[id].drawn
        if isinstance(item, TextBox)
        for line in item.lines
        for size in (max(span.style.size for span in line.spans),)
    ]
    for i, one in enumerate(boxes):
        for other in boxes[i + 1 :]:
            across = min(one.right, other.right) - max(one.x, other.x)
            down = min(one.bottom, other.bottom) - max(one.y, other.y)
            assert across <= pt(0.5) or down <= pt(0.5)


# The native face says the same


def plots(chart: Any) -> Iterator[Any]:
    """The series of a native chart as XML, each once."""
    # An area is drawn twice of the same cells; its line carries the labels.
    seen = {found(s, "c:val//c:f/text()")[0]: s for s in found(chart._chartSpace, "//c:ser")}
    yield from seen.values()


def test_every_kind_of_chart_has_a_native_form_and_is_among_the_cases() -> None:
    assert set(get_args(ChartKind)) == set(NATIVE) == {chart.kind for chart in charts().values()}


@pytest.mark.slow
@every(("audience", "id"), NAMED)
def test_the_native_chart_has_the_same_values_names_and_order(audience: str, id: str) -> None:
    chart, native = in_fractions(charts(audience)[id]), natives(audience)[id]
    assert tuple(native.plots[0].categories) == chart.categories
    for series, element in zip(chart.series, plots(native), strict=True):
        assert found(element, "c:tx//c:v/text()") == [series.name]
        cached = {
            int(point.get("idx")): Decimal(found(point, "c:v/text()")[0])
            for point in found(element, "c:val//c:pt")
        }
        assert cached == {i: v for i, v in enumerate(series.values) if v is not None}


@pytest.mark.slow
@pytest.mark.parametrize(("audience", "id"), EVERY)
def test_the_workbook_equals_the_cache(audience: str, id: str) -> None:
    native = natives(audience)[id]
    with_book = BytesIO(native.part.chart_workbook.xlsx_part.blob)
    import openpyxl

    sheet = openpyxl.load_workbook(with_book, data_only=True)["Sheet1"]
    # Whoever opens the data reads it in the deck's face, in the size that sheets are read in.
    assert (sheet["A2"].font.name, sheet["A2"].font.sz) == ("Microsoft YaHei", 12)
    for reference in found(native._chartSpace, "//c:strRef | //c:numRef"):
        area = found(reference, "c:f/text()")[0].replace("$", "").removeprefix("Sheet1!")
        first, last = (area.split(":") * 2)[:2]
        cells = [
            sheet[f"{first[0]}{row}"].value for row in range(int(first[1:]), int(last[1:]) + 1)
        ]
        cache = {int(p.get("idx")): found(p, "c:v/text()")[0] for p in found(reference, ".//c:pt")}
        for index, cell in enumerate(cells):
            if cell is None:
                assert index not in cache
            elif isinstance(cell, str):
                assert cache[index] == cell
            else:
                assert float(cache[index]) == cell


def shown(value: Decimal, code: str) -> str:
    """A value as a spreadsheet shows it by one of our number formats, less the space that keeps
    labels clear of lying bars."""
    code = code.removeprefix('" "').removesuffix('" "')
    match = re.fullmatch(r'((?:"[^"]*")*)(General|#,##0(?:\.0+)?|0(?:\.0+)?)(%?(?:"[^"]*")*)', code)
    assert match, code
    before, digits, after = match.groups()
    if after.startswith("%"):
        value *= 100
    number = f"{value.normalize():f}"
    if digits != "General":
        places = len(digits.partition(".")[2])
        number = f"{value:,.{places}f}" if digits.startswith("#") else f"{value:.{places}f}"
    return before.replace('"', "") + number + after.replace('"', "")


def native_labels(chart: Chart, element: Any, series: Any) -> list[str]:
    """What the labels of a native series say, point by point; those without one left out."""
    labels = found(element, "c:dLbls")[0]
    if found(labels, "c:delete"):
        return []
    # Where only a few have a label, the common look is none.
    common = next(iter(found(labels, "c:numFmt/@formatCode")), "")
    said = []
    for index, value in enumerate(series.values):
        own = found(labels, f"c:dLbl[c:idx/@val='{index}']")
        if value is None or (own and found(own[0], "c:delete")) or not (own or common):
            continue
        code = found(own[0], "c:numFmt/@formatCode")[0] if own else common
        named = found(own[0] if own else labels, "c:showSerName/@val") == ["1"]
        said.append((f"{series.name} " if named else "") + shown(value, code))
    return said


@pytest.mark.slow
@every(("audience", "id"), NAMED)
def test_native_labels_say_what_drawn_ones_say(audience: str, id: str) -> None:
    chart, native = in_fractions(charts(audience)[id]), natives(audience)[id]
    said = [
        label
        for series, element in zip(chart.series, plots(native), strict=True)
        for label in native_labels(chart, element, series)
    ]
    drawn = [text for kind in ("value", "total", "before", "after") for text in texts(chart, kind)]
    assert sorted(said) == sorted(drawn)
    # The values of a ring stand with the names of its parts.
    assert bool(said) == (chart.kind != "donut")


@pytest.mark.slow
@every(("audience", "id"), NAMED)
def test_native_and_drawn_have_the_same_scale(audience: str, id: str) -> None:
    chart, space = in_fractions(charts(audience)[id]), natives(audience)[id]._chartSpace
    if chart.kind == "donut":
        assert found(space, "//c:holeSize/@val") == [str(chart.hole)]
        assert not found(space, "//c:valAx")
        return
    at = {k: float(found(space, f"//c:plotArea/c:layout//c:{k}/@val")[0]) for k in "xywh"}
    frame, plot = chart.rect, chart.plot
    assert at["x"] * frame.w == pytest.approx(plot.x - frame.x, abs=pt(0.1))
    assert at["y"] * frame.h == pytest.approx(plot.y - frame.y, abs=pt(0.1))
    assert at["w"] * frame.w == pytest.approx(plot.w, abs=pt(0.1))
    assert at["h"] * frame.h == pytest.approx(plot.h, abs=pt(0.1))
    majors = [Decimal(each) for each in found(space, "//c:valAx/c:majorUnit/@val")]
    assert [side.major for side in chart.sides] in ([], majors)
    shown = found(space, "//c:valAx[1]/c:delete/@val") == ["0"]
    assert shown == bool(chart.ticks)
    # No end is fixed but zero: an application finds the same ones from the distance of its marks.
    ends = found(space, "//c:valAx[1]/c:scaling/c:min | //c:valAx[1]/c:scaling/c:max")
    assert [each.get("val") for each in ends] == ["0"] * (
        chart.grounded and 0 in (chart.low, chart.high)
    )
    if chart.kind == "stacked":
        assert sum(series.values[0] or 0 for series in chart.series) == chart.high
        return
    major = Decimal(found(space, "//c:valAx/c:majorUnit/@val")[0])
    values = [v for series in tops(chart) for v in series if v is not None]
    axis = automatic(values, major, chart.grounded)
    assert (axis.low, axis.high) == (chart.low, chart.high)


def tops(chart: Chart) -> list[list[Decimal]]:
    """What an application scales its axis by: values, or what they add up to."""
    own = [series for series in chart.series if series.form != "second"]
    rows = [[v or Decimal(0) for v in series.values] for series in own]
    if chart.kind != "stack":
        return rows
    bars = [row for row, series in zip(rows, chart.series, strict=True) if not series.form]
    return [[sum(column, Decimal(0)) for column in zip(*bars, strict=True)]]


@pytest.mark.parametrize(
    "id", ["bar", "column", "grouped", "waterfall", "donut", "trend", "stacked"]
)
def test_native_and_drawn_have_the_same_colours(id: str) -> None:
    chart, native = charts()[id], natives()[id]
    written = look(scene().theme, "zh-Hans").colours

    def colour(token: str) -> list[tuple[str, str]]:
        """A token as it is written: a colour of the scheme, and what is changed of it."""
        a = NS["a"]
        return parts(etree.fromstring(f'<a:fill xmlns:a="{a}">{written[token]}</a:fill>'))

    def parts(fill: Any) -> list[tuple[str, str]]:
        return [(etree.QName(each).localname, each.get("val")) for each in fill.iterdescendants()]

    for series, element in zip(chart.series, plots(native), strict=True):
        if series.form:
            continue
        place = "c:spPr/a:ln" if chart.kind == "line" else "c:spPr"
        common = found(element, f"{place}/a:solidFill")
        points = {
            point.find("c:idx", NS).get("val"): found(point, "c:spPr/a:solidFill")
            for point in found(element, "c:dPt")
        }
        for index in range(len(chart.categories)):
            token = series.colours[index if len(series.colours) > 1 else 0]
            fill = points.get(str(index), common)
            assert [parts(each) for each in fill] == ([colour(token)] if token else [])


def both_faces(folder: Path, outline: str) -> tuple[Chart, Any]:
    """The chart of an outline's one slide, in the scene and in the file."""
    made = sound(outlines.project(folder, outline))
    (chart,) = [item for item in made.pages[0].items if isinstance(item, Chart)]
    data = next(iter(FORMATS["deck"].render(made, "x").values()))
    (native,) = [s.chart for s in Presentation(BytesIO(data)).slides[0].shapes if s.has_chart]
    return chart, native


@pytest.mark.parametrize(("beside", "place"), [("60", "right"), ("4", "above")])
def test_a_label_stands_beside_a_low_dip_whose_line_would_cross_it_above(
    tmp_path: Path, beside: str, place: str
) -> None:
    rows = f"[[2020, {beside}], [2021, 3.9], [2022, {beside}], [2023, 100]]"
    slide = f"deck:\n  - {{id: c, kind: trend, title: 题, rows: {rows}}}\n"
    chart, _ = both_faces(tmp_path, outlines.OUTLINE + slide)
    assert chart.series[0].places[1] == place


def test_a_moved_label_is_moved_in_both_faces(tmp_path: Path) -> None:
    text = outlines.OUTLINE + (
        "deck:\n  - {id: c, kind: change, title: 题, unit: 亿元, header: [区, 前, 后], "
        "rows: [[甲, 100, 101], [乙, 100.5, 101.5], [丙, 40, 90]]}\n"
    )
    chart, native = both_faces(tmp_path, text)
    moved = 0
    for series, element in zip(chart.series, plots(native), strict=True):
        for index, nudge in enumerate(series.nudges):
            own = found(element, f".//c:dLbl[c:idx/@val='{index}']//c:manualLayout/c:y/@val")
            assert [round(float(y) * chart.rect.h) for y in own] == (
                [pytest.approx(nudge, abs=chart.rect.h / 10**5)] if nudge else []
            )
            moved += bool(nudge)
    assert moved >= 2


def test_many_names_are_thinned_out_in_both_faces(tmp_path: Path) -> None:
    months = ", ".join(f"[{y}年{m}月, {m}]" for y in (2022, 2023) for m in range(1, 13))
    text = outlines.OUTLINE + "deck:\n  - {id: c, kind: trend, title: 题, rows: [" + months + "]}\n"
    chart, native = both_faces(tmp_path, text)
    assert chart.skip > 1
    assert texts(chart, "category") == list(chart.categories[:: chart.skip])
    assert found(native._chartSpace, "//c:tickLblSkip/@val") == [str(chart.skip)]
    assert len(native.plots[0].categories) == 24
    assert found(native._chartSpace, "//c:marker/c:symbol/@val") == ["none"]


def test_a_label_shows_the_qualifier_of_its_figure() -> None:
    chart, space = charts()["bar"], natives()["bar"]._chartSpace
    assert texts(chart, "value") == ["2600", "1800", "超1800"]
    # The common format, which a bar that somebody adds will have, is that of the others.
    assert found(space, "//c:dLbls/c:numFmt/@formatCode") == ['" "0" "']
    assert found(space, "//c:dLbl[c:idx/@val='2']/c:numFmt/@formatCode") == ['" ""超"0" "']
    english = natives("overseas")["bar"]._chartSpace
    assert '" ""over "#,##0" "' in found(english, "//c:dLbl/c:numFmt/@formatCode")


def test_a_waterfall_can_be_edited_by_its_changes() -> None:
    """The foot of each step, the total and the labels are formulas of rises and falls."""
    import openpyxl

    book = BytesIO(natives()["waterfall"].part.chart_workbook.xlsx_part.blob)
    formulas = openpyxl.load_workbook(book)["Sheet1"]
    kept = openpyxl.load_workbook(book, data_only=True)["Sheet1"]

    def value(cell: str) -> float:
        written = formulas[cell].value
        if isinstance(written, str) and written.startswith("="):
            terms = re.findall(r"([+-]?)([A-F]\d)", written[1:])
            return sum((-1 if sign == "-" else 1) * value(name) for sign, name in terms)
        return float(written or 0)

    for column in "BEF":
        for row in range(2, 7):
            cell = f"{column}{row}"
            assert value(cell) == pytest.approx(float(kept[cell].value or 0)), cell
    assert formulas["E6"].value == "=B5+C5+E5"
    assert [formulas[f"C{row}"].value for row in range(2, 7)] == [None, 60, 12.5, None, None]


def test_every_chart_says_its_values_to_those_who_cannot_see_it() -> None:
    alts = {id: chart.alt for id, chart in charts().items()}
    assert alts["bar"] == "条形图：基建 2600亿元；城市更新 1800亿元；工业投资 超1800亿元"
    assert alts["donut"] == "环形图：15亿元中，首期 3.5亿元；二期 6亿元；以后各期（推算） 5.5亿元"
    assert alts["waterfall"].endswith("退出 −40亿元；年末 152.5亿元")
    assert charts("overseas")["change"].alt == (
        "Before and after: Tianhe Last year RMB 600 bn, This year RMB 700 bn; "
        "Baiyun Last year RMB 240 bn, This year RMB 300 bn"
    )
    assert all(re.search(r"\d", alt) for alt in alts.values())


def test_values_of_a_file_are_traced_to_file_and_rows() -> None:
    pages = {page.id: page for page in scene().pages}
    assert pages["growth"].figures[0] == "data/output.csv:2:22"
    assert "data/output.csv：第2–7行" in pages["growth"].notes
    assert "data/jobs.xlsx：第2–4行" in pages["grouped"].notes
    rows = [
        ["".join(line.text for line in cell.lines) for cell in row]
        for page in scene().pages
        for item in page.items
        if page.kind == "sources" and isinstance(item, Table)
        for row in item.cells
    ]
    (found,) = (row for row in rows if "data/districts.csv，第2–4行" in row)
    assert "".join(found[:-2]).replace("\u3000", "") == "数据文件工业、服务业、合计"
    assert found[-1] == "4"
    # An application makes rows higher whose cells say no size.
    cells = [cell for page in scene().pages for item in page.items for cell in _cells(page, item)]
    assert all(cell.paragraphs for cell in cells)


def _cells(page: Page, item: Item) -> tuple[Cell, ...]:
    """The cells of an appendix."""
    if page.kind != "sources" or not isinstance(item, Table):
        return ()
    return tuple(cell for row in item.cells for cell in row)


def test_the_trail_leads_to_the_cell() -> None:
    from briefgen.answers.trace import as_rows, trail

    rows = as_rows(trail(load(Request(CASE, ("base",)))).entries.values(), "zh-Hans")
    cell = next(row for row in rows if row["id"] == "data/jobs.xlsx:就业!C2")
    assert (cell["value"], cell["unit"]) == ("91000", "人")
    assert (cell["source"], cell["line"], cell["column"]) == ("data/jobs.xlsx", 2, 3)
    assert cell["sentence"] == "高校毕业生，8.2，9.1"
    assert [use["page"] for use in cell["used_in"]] == [3]


# What would lie is refused

FIGURES = """\
  ten: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}
  two: {value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元}
"""


def problems(folder: Path, slide: str, figures: str = FIGURES) -> str:
    """What is wrong with an outline of this one slide."""
    text = outlines.OUTLINE + figures + "deck:\n  - {id: chart, title: 题, " + slide + "}\n"
    return "\n".join(
        map(str, check(Request(outlines.project(folder, text), ("base",), formats=("deck",))))
    )


YEARS = (
    "  old: {value: 2亿元, kind: actual, label: 首期, period: 2022年, quote: 首期投入2亿元}\n"
    "  new: {value: 10亿元, kind: actual, label: 总规模, period: 2023年, quote: 总规模10亿元}\n"
)
PART = FIGURES.replace("label: 首期,", "label: 首期, parts_of: ten,")


@pytest.mark.parametrize(
    ("slide", "message"),
    [
        ("kind: bar, figures: [output, firms]", "share one axis: their units differ: 元, 家"),
        ("kind: donut, total: ten, parts: [two]", "nothing says that “two” is a part of “ten”"),
        ("kind: part-whole, total: ten, parts: [two]", "“parts_of: ten”"),
        (
            "kind: stacked, whole: 合计, header: [区, 甲, 合计], "
            "rows: [[一, '{two}', '{ten}'], [二, '{two}', '{ten}']]",
            "nothing says that “two” is a part of “ten”",
        ),
        (
            "kind: stacked, whole: 合计, unit: 亿元, header: [区, 甲, 乙, 合计], "
            "rows: [[一, 3, 4, 6], [二, 1, 1, 6]]",
            "the parts of 一 add up to more than the whole",
        ),
        ("kind: stacked, whole: 总, header: [区, 甲, 合计], rows: [[一, 1, 2], [二, 1, 2]]",
         "“总” is not one of the series (hint: there are: 甲, 合计)"),
        ("kind: donut, whole: 合计, rows: [[甲, -1], [合计, 2]]", "below zero has no place"),
        ("kind: trend, rows: [[2019, 1], [2020, 2], [2023, 3]]",
         "the dates do not follow each other in equal steps: 2019, 2020, 2023"),
        ("kind: waterfall, unit: 亿元, rows: [[初, 10], [增, 5], [末, 16]]",
         "“初” and the changes make 15亿元, “末” is 16亿元"),
        ("kind: waterfall, rows: [[初, 10], [减, -15], [末, -5]]", "the sum falls below zero"),
        ("kind: column, rows: [[甲, 1], [乙, -]]", "a value is missing here"),
        ("kind: column, rows: [[甲, 1], [乙, 无]]", "“无” is no number"),
        ("kind: column, rows: [[甲, 1], [甲, 2]]", "two values are called “甲”"),
        ("kind: bar, rows: [[甲, 1], [乙, 2]], highlight: 丙",
         "“丙” is not one of the values (hint: there are: 甲, 乙)"),
        ("kind: bar", "the chart has no values"),
        ("kind: bar, figures: [ten, two], rows: [[甲, 1], [乙, 2]]", "figures and rows exclude"),
        ("kind: grouped, header: [区, 甲], rows: [[一, 1], [二, 2]]", "1 series here"),
        ("kind: donut, total: ten", "the whole is not said once"),
        ("kind: trend, header: [年, 甲, 乙, 丙, 丁, 戊], "
         "rows: [[2021, 1, 2, 3, 4, 5], [2022, 2, 3, 4, 5, 6], [2023, 3, 4, 5, 6, 7]]",
         "5 series here, where 1–4 fit"),
        ("kind: change, header: [区, 前, 后], rows: [[一, 1]]", "1 item here, where 2–60 fit"),
    ],
)  # fmt: skip
def test_what_would_not_be_honest_is_refused_with_the_reason(
    tmp_path: Path, slide: str, message: str
) -> None:
    assert message in problems(tmp_path, slide)


def test_figures_of_different_periods_share_no_axis(tmp_path: Path) -> None:
    slide = "kind: bar, figures: [old, new]"
    assert "their periods differ: 2022年, 2023年" in problems(tmp_path, slide, YEARS)
    same_thing = YEARS.replace("总规模,", "首期,")
    assert "periods" not in problems(tmp_path / "b", slide, same_thing)


@pytest.mark.parametrize("slide", ["kind: donut, total: ten, parts: [two]",
                                   "kind: part-whole, total: ten, parts: [two]"])  # fmt: skip
def test_parts_that_the_ledger_states_are_shown(tmp_path: Path, slide: str) -> None:
    assert "error" not in problems(tmp_path, slide, PART)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("two: {value: 2亿元, parts_of: tne,", "a part of “tne” (hint: did you mean “ten”?"),
        ("two: {value: 2亿元, parts_of: two,", "“two” is said to be a part of “two”"),
        ("two: {value: 2亿元, parts_of: firms,", "its whole “firms” have different units"),
        ("two: {value: 2亿元, parts_of: one,", "“two” is larger than its whole “one”"),
    ],
)  # fmt: skip
def test_a_part_is_a_part_of_something_larger_of_its_kind(
    tmp_path: Path, line: str, message: str
) -> None:
    figures = FIGURES.replace("two: {value: 2亿元,", line)
    figures += "  one: {value: 1亿元, kind: plan, label: 小, quote: 首期投入2亿元}\n"
    assert message in problems(tmp_path, "kind: bar, figures: [ten, two]", figures)


def pages() -> dict[str, Any]:
    return {page.id: page for page in scene().pages}


def told_at_head(page: Any) -> str:
    """The subtitle of a chart."""
    (box,) = [i for i in page.items if isinstance(i, TextBox) and i.name == Name("subtitle-line")]
    return "".join(paragraph.text for paragraph in box.paragraphs)


def test_a_line_that_does_not_begin_at_zero_says_so() -> None:
    chart, page = charts()["growth-of-five"], pages()["growth-of-five"]
    assert chart.low > 0
    assert chart.ticks
    assert "纵轴不从零开始" in told_at_head(page)
    assert "从零" not in told_at_head(pages()["flat"])
    for id in ("bar", "column", "grouped", "stacked", "area", "waterfall"):
        assert charts()[id].low == 0


def test_values_that_are_parts_say_of_what(tmp_path: Path) -> None:
    """Bars of the parts alone: the line at their head names the whole that the ledger states."""
    parts = PART + (
        "  rest: {value: 8亿元, kind: derived, label: 二期, parts_of: ten, quote: 总规模10亿元, "
        "formula: ten - two}\n"
    )
    slide = "deck:\n  - {id: chart, kind: bar, title: 题, figures: [rest, two]}\n"
    text = outlines.OUTLINE + parts.replace(" quote: 总规模10亿元, formula", " formula") + slide
    made = sound(outlines.project(tmp_path, text))
    assert told_at_head(made.pages[0]).startswith("总规模，亿元")


# Helpers that every chart stands on


NUMBERS = st.lists(
    st.decimals(-(10**6), 10**6, places=3), min_size=1, max_size=8
)  # fmt: skip


@given(NUMBERS, st.booleans())
def test_an_axis_holds_all_values_and_its_marks_are_round(
    numbers: list[Decimal], grounded: bool
) -> None:
    axis = marked(numbers, grounded)
    assert axis.low <= min(numbers)
    assert axis.high >= max(numbers)
    assert 2 <= len(axis.ticks) <= 12
    assert {b - a for a, b in pairwise(axis.ticks)} == {axis.major}
    digits = str(axis.major.normalize().scaleb(-axis.major.normalize().adjusted())).strip("0.")
    assert digits in ("1", "2", "5")


@given(NUMBERS, st.booleans(), st.decimals(0, "0.3", places=2))
def test_an_axis_without_marks_wastes_little_and_keeps_room(
    numbers: list[Decimal], grounded: bool, room: Decimal
) -> None:
    axis = unmarked(numbers, grounded, room)
    span = axis.high - axis.low
    assert axis.low <= min(numbers) <= max(numbers) <= axis.high
    if grounded:
        assert axis.low <= 0 <= axis.high
    if min(numbers) < 0:
        assert min(numbers) - axis.low >= room * span * Decimal("0.99")
    if min(numbers) >= 0 < max(numbers) and grounded:
        assert max(numbers) >= Decimal("0.9") * axis.high


@settings(max_examples=200)
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=6))
def test_labels_are_spread_within_their_room(wanted: list[int]) -> None:
    placed = kept_apart(wanted, 100, 0, 1000)
    ordered = sorted(placed)
    assert all(b - a >= 100 for a, b in pairwise(ordered))
    assert ordered[0] >= 50
    assert ordered[-1] <= 950
    pairs = sorted(zip(wanted, placed, strict=True))
    assert all(a < b for (one, a), (other, b) in pairwise(pairs) if one < other)


@pytest.mark.slow
def test_the_names_under_a_chart_are_kept_level() -> None:
    """What is turned by an application where room is scarce was planned to lie level; names beside
    lying bars are not turned anyway."""
    c = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    body = "{http://schemas.openxmlformats.org/drawingml/2006/main}bodyPr"
    level = {"rot": "0", "vert": "horz"}
    seen = set()
    for id, chart in charts().items():
        space = natives()[id]._chartSpace
        assert not list(space.iter(f"{c}legend")), id
        for axis in space.iter(f"{c}valAx"):
            assert not [each for each in axis.iter(body) if each.get("rot")], id
        for axis in space.iter(f"{c}catAx"):
            for each in axis.iter(body):
                lying = chart.kind in ("bar", "bullet", "stacked")
                assert dict(each.attrib) == ({} if lying else level), id
                seen.add(lying)
    assert seen == {True, False}
