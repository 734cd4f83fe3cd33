"""Any values, any kind of chart: what is drawn of a value and what an application is told agree."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from itertools import accumulate
from math import atan2, pi
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import OUTLINE, TOPICS, brief

from briefgen.facts.quantity import read
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.bars import bar_chart
from briefgen.parts.charts.columns import column_chart
from briefgen.parts.charts.drawing import widest
from briefgen.parts.charts.labels import written
from briefgen.parts.charts.line import line_chart
from briefgen.parts.charts.ring import donut_chart
from briefgen.parts.charts.slope import slope_chart
from briefgen.parts.charts.stacks import stacked_chart
from briefgen.parts.charts.values import Point, Values
from briefgen.parts.charts.waterfall import waterfall_chart
from briefgen.parts.charts.whole_bar import _flush, part_whole_chart
from briefgen.parts.charts.wholes import on_part, shares
from briefgen.parts.context import Context
from briefgen.problems import NOWHERE, Problems
from briefgen.record import Record, replace
from briefgen.scene.items import POINT, Chart, Series, Shape, TextBox
from briefgen.scene.layouts import BODY_NOTED, deck_layouts
from briefgen.scene.names import Name, called
from briefgen.scene.things import Thing
from briefgen.theme.load import load_theme
from briefgen.theme.model import DECK
from briefgen.typography.fonts import load_fonts

T = TypeVar("T")

NAMES = tuple("甲乙丙丁戊己庚辛壬癸子丑寅卯")
SERIES = ("一线", "二线", "三线", "四线", "合计")
# Rounding to whole EMU, twice.
NEAR = 2


class Seen(Record):
    """A value as a native chart holds it: where, how large, in which colours, and its label."""

    series: str
    category: str
    value: Decimal
    colour: str
    label: str
    ink: str
    place: str
    nudge: int
    figure: str


def each(given: Sequence[T], count: int, default: T) -> list[T]:
    """One for each point, where one may stand for all, or none."""
    return list(given) if len(given) == count else [given[0] if given else default] * count


def said(value: Decimal, code: str) -> str:
    """A value as the number format says it: words in quotes, and digits between them."""
    digits = code.split('"')[0::2]
    (shown,) = [part for part in digits if part]
    return code.replace(shown, written(value, shown)).replace('"', "")


def native(chart: Chart) -> list[Seen]:
    """The points of a native chart that have a value and a colour or a label, series by series."""
    return [seen for series in chart.series for seen in of_series(chart, series)]


def of_series(chart: Chart, series: Series) -> list[Seen]:
    count = len(chart.categories)
    found = []
    for c, value in enumerate(series.values):
        colour = each(series.colours, count, "")[c]
        place = each(series.places, count, "none")[c]
        named = each(series.named, count, False)[c]
        if value is None:
            continue
        label = said(value, each(series.formats, count, chart.number_format)[c])
        found.append(
            Seen(
                series=series.name,
                category=chart.categories[c],
                value=value,
                colour=colour,
                label="" if place == "none" else f"{series.name} {label}" if named else label,
                ink=each(series.inks, count, "")[c],
                place=place,
                nudge=each(series.nudges, count, 0)[c],
                figure=each(series.figures, count, "")[c],
            )
        )
    return found


def shapes(chart: Chart, kind: Thing) -> list[Shape]:
    return [i for i in chart.drawn if isinstance(i, Shape) and i.name.kind == kind]


def labels(chart: Chart) -> list[TextBox]:
    """The drawn labels of values."""
    kinds = ("value", "total", "before", "after")
    return [i for i in chart.drawn if isinstance(i, TextBox) and i.name.kind in kinds]


def told(box: TextBox) -> tuple[str, str]:
    """What a drawn label says, line by line, and in which colour."""
    (colour,) = {run.style.colour for paragraph in box.paragraphs for run in paragraph.runs}
    return " ".join(paragraph.text for paragraph in box.paragraphs), colour


def same_labels(chart: Chart, seen: Sequence[Seen]) -> None:
    """Every native label is drawn once, in its ink, and nothing else is."""
    assert sorted(told(box) for box in labels(chart)) == sorted(
        (one.label, one.ink) for one in seen if one.label
    )


@cache
def context(language: str) -> Context:
    """A deck of a small brief, in a language."""
    with tempfile.TemporaryDirectory() as folder:
        found = replace(brief(Path(folder), OUTLINE + TOPICS), language=language)
    theme = load_theme("lingnan", NOWHERE, Problems())
    assert theme
    layouts = {layout.id: layout for layout in deck_layouts()}
    return Context(
        brief=found,
        theme=theme,
        fonts=load_fonts(theme.print_face),
        medium="deck",
        problems=Problems(),
        layouts=layouts,
    )


def numbers(least: int, gaps: bool = False) -> st.SearchStrategy[str]:
    number = st.decimals(least, 9999, places=2).map(lambda n: f"{n.normalize():f}")
    return st.one_of(number, st.just("")) if gaps else number


def tables(
    categories: tuple[int, int], series: tuple[int, int] = (1, 1), least: int = 0,
    gaps: bool = False,
) -> st.SearchStrategy[list[list[str]]]:  # fmt: skip
    """Rows of numbers, one for each series; of each at least one is there."""
    return st.integers(*categories).flatmap(
        lambda count: st.lists(
            st.lists(numbers(least, gaps), min_size=count, max_size=count).filter(any),
            min_size=series[0],
            max_size=series[1],
        )
    )


def values(rows: Sequence[Sequence[str]], unit: str) -> Values:
    """The numbers in a unit, each with an id of its own."""
    points = tuple(
        tuple(
            Point(read(number + unit) if number else None, f"{s}.{c}" if number else "")
            for c, number in enumerate(row)
        )
        for s, row in enumerate(rows)
    )
    names, series = NAMES[: len(rows[0])], SERIES[: len(rows)] if len(rows) > 1 else ("",)
    return Values(
        categories=names,
        series=series,
        points=points,
        keys=tuple((name,) for name in names),
        series_keys=tuple((name,) for name in series),
    )


def with_whole(ctx: Context, rows: Sequence[Sequence[str]], more: int) -> Values:
    """The rows as parts of wholes that are `more` than their sum."""
    sums = [str(sum(map(Decimal, column)) + more) for column in zip(*rows, strict=True)]
    made = shares(ctx, values([*rows, sums], "亿元"), None)
    assert made is not None
    return made


def charted(items: Sequence[object]) -> Chart:
    (chart,) = [item for item in items if isinstance(item, Chart)]
    return chart


def height(chart: Chart, value: Decimal) -> float:
    """Where a value lies on an upright axis."""
    span = float(chart.high - chart.low)
    return chart.plot.bottom - (chart.plot.h * float(value - chart.low) / span if span else 0)


def band(chart: Chart, one: Seen) -> Rect:
    at = chart.categories.index(one.category)
    return chart.plot.columns(len(chart.categories), 0)[at]


def middle(rect: Rect) -> tuple[float, float]:
    return rect.x + rect.w / 2, rect.y + rect.h / 2


def ids(seen: Sequence[Seen]) -> list[str]:
    return [one.figure for one in seen if one.figure]


UNITS = st.sampled_from(("亿元", "家", "%", "亩"))
LANGUAGES = st.sampled_from(("zh-Hans", "en"))
FEW = settings(max_examples=40, deadline=None)


@FEW
@given(tables((2, 12), least=-9999), UNITS, LANGUAGES, st.integers(0, 12))
def test_bars(rows: list[list[str]], unit: str, language: str, point: int) -> None:
    ctx, given_values = context(language), values(rows, unit)
    highlight = point if point < len(rows[0]) else None
    chart = charted(
        bar_chart(
            ctx, called("图"), given_values, highlight, BODY_NOTED, [DECK["body"]], [DECK["dense"]]
        )
    )
    seen, boxes = native(chart), labels(chart)
    same_labels(chart, seen)
    assert ids(seen) == [f"0.{c}" for c in range(len(rows[0]))]
    span = float(chart.high - chart.low)
    unit_width = chart.plot.w / span if span else 0
    zero = chart.plot.x - float(chart.low) * unit_width
    for c, (bar, one, box) in enumerate(zip(shapes(chart, "bar"), seen, boxes, strict=True)):
        assert bar.fill == one.colour
        assert (one.colour == "primary") == (highlight in (None, c))
        assert bar.rect.w == pytest.approx(abs(float(one.value)) * unit_width, abs=NEAR)
        assert (bar.rect.right if one.value < 0 else bar.rect.x) == pytest.approx(zero, abs=NEAR)
        assert told(box) == (one.label, one.ink)
        assert middle(box.rect)[1] == pytest.approx(middle(bar.rect)[1], abs=NEAR)
        if one.place == "inside":
            apart = box.rect.x - bar.rect.x if one.value < 0 else bar.rect.right - box.rect.right
            assert one.ink == ctx.theme.readable(one.colour)
            assert all(
                bar.rect.x <= line.x <= line.x + line.width <= bar.rect.right for line in box.lines
            )
        else:
            apart = bar.rect.x - box.rect.right if one.value < 0 else box.rect.x - bar.rect.right
        assert pt(6) <= apart <= pt(8)


@pytest.mark.slow
@FEW
@given(tables((2, 8), (1, 4), -9999, gaps=True), UNITS, LANGUAGES, st.integers(0, 8))
def test_columns(rows: list[list[str]], unit: str, language: str, point: int) -> None:
    many = len(rows) if len(rows) > 1 else len(rows[0])
    highlight = point if point < many else None
    chart = charted(
        column_chart(context(language), called("图"), values(rows, unit), highlight, BODY_NOTED)
    )
    seen, bars, boxes = native(chart), shapes(chart, "upright-bar"), labels(chart)
    same_labels(chart, seen)
    assert ids(seen) == [f"{s}.{c}" for s, row in enumerate(rows) for c, n in enumerate(row) if n]
    for bar, one, box in zip(bars, seen, boxes, strict=True):
        ends = sorted((height(chart, one.value), height(chart, Decimal(0))))
        assert (bar.rect.y, bar.rect.bottom) == pytest.approx(ends, abs=NEAR)
        assert band(chart, one).x <= bar.rect.x <= bar.rect.right <= band(chart, one).right + NEAR
        assert bar.fill == one.colour
        assert told(box) == (one.label, one.ink)
        x, y = middle(box.rect)
        assert x == pytest.approx(middle(bar.rect)[0], abs=NEAR)
        if one.place == "inside":
            assert bar.rect.y < y < bar.rect.bottom
            assert all(
                bar.rect.x <= line.x <= line.x + line.width <= bar.rect.right for line in box.lines
            )
        else:
            assert one.place == "end"
            assert y > bar.rect.bottom if one.value < 0 else y < bar.rect.y


@FEW
@given(tables((1, 1), (1, 4)), st.integers(1, 999), LANGUAGES)
def test_the_bar_of_a_whole(rows: list[list[str]], more: int, language: str) -> None:
    ctx = context(language)
    made = part_whole_chart(ctx, called("图"), with_whole(ctx, rows, more), BODY_NOTED, 1)
    chart = charted(made)
    seen, boxes = native(chart), {box.name: box for box in labels(chart)}
    same_labels(chart, seen)
    assert ids(seen) == [f"{s}.0" for s in range(len(rows))]
    starts = list(accumulate((one.value for one in seen), initial=Decimal(0)))[:-1]
    for piece, one, start in zip(shapes(chart, "segment"), seen, starts, strict=True):
        unit = chart.plot.w / float(chart.high)
        assert piece.rect.x == pytest.approx(chart.plot.x + float(start) * unit, abs=NEAR)
        assert piece.rect.w == pytest.approx(float(one.value) * unit, abs=NEAR)
        assert piece.fill == one.colour
        assert (one.place == "center") == bool(one.label)
        if one.label:
            assert boxes[Name("value", of=one.series)].rect == piece.rect


@pytest.mark.slow
@FEW
@given(tables((1, 6), (1, 3)), st.integers(1, 999), LANGUAGES)
def test_columns_of_wholes(rows: list[list[str]], more: int, language: str) -> None:
    ctx = context(language)
    chart = charted(stacked_chart(ctx, called("图"), with_whole(ctx, rows, more), BODY_NOTED))
    seen = native(chart)
    same_labels(chart, seen)
    assert len(ids(seen)) == (len(rows) + 1) * len(rows[0])
    boxes = {box.name: box for box in labels(chart)}
    pieces = iter(shapes(chart, "segment"))
    for category in chart.categories:
        *parts, whole = [one for one in seen if one.category == category]
        level = Decimal(0)
        for one in parts:
            piece = next(pieces)
            ends = height(chart, level + one.value), height(chart, level)
            assert (piece.rect.y, piece.rect.bottom) == pytest.approx(ends, abs=NEAR)
            assert piece.fill == one.colour
            level += one.value
            box = boxes.get(Name("value", of=f"{one.series} {category}"))
            assert one.place == ("center" if box else "none")
            assert one.ink == on_part(ctx, one.colour) or not box
            assert not box or middle(box.rect) == pytest.approx(middle(piece.rect), abs=NEAR)
        assert (whole.value, whole.colour, whole.place) == (level, "", "above")
        box = boxes[Name("total", of=category)]
        assert box.rect.bottom == pytest.approx(height(chart, level), abs=NEAR)


@FEW
@given(
    st.integers(1000, 9999), st.lists(st.integers(-100, 400), min_size=1, max_size=7), LANGUAGES
)  # fmt: skip
def test_steps_of_a_waterfall(first: int, changes: list[int], language: str) -> None:
    row = [str(n) for n in (first, *changes, first + sum(changes))]
    chart = charted(
        waterfall_chart(context(language), called("图"), values([row], "亿元"), BODY_NOTED)
    )
    seen = native(chart)
    same_labels(chart, seen)
    seen = sorted(seen, key=lambda one: chart.categories.index(one.category))
    assert ids(seen) == [f"0.{c}" for c in range(len(row))]
    stacks = [[one for one in seen if one.category == name] for name in chart.categories]
    last = len(row) - 1
    level = Decimal(0)
    for c, (bar, box, stack) in enumerate(
        zip(shapes(chart, "upright-bar"), labels(chart), stacks, strict=True)
    ):
        foot, size, *above = stack
        assert (foot.colour, foot.label) == ("", "")
        assert bar.fill == size.colour
        ends = height(chart, foot.value + size.value), height(chart, foot.value)
        assert (bar.rect.y, bar.rect.bottom) == pytest.approx(ends, abs=NEAR)
        before, level = level, Decimal(0) if c in (0, last) else level
        level += size.value if size.series not in ("减少", "Fall") else -size.value
        assert foot.value == (0 if c in (0, last) else min(before, level))
        label = above[0] if above else size
        assert label.value == size.value
        assert told(box) == (label.label, label.ink)
        if above:
            assert (label.place, label.colour) == ("base", "")
            assert box.rect.bottom == pytest.approx(bar.rect.y, abs=NEAR)
        else:
            assert label.place == "center"
            assert middle(box.rect)[1] == pytest.approx(middle(bar.rect)[1], abs=NEAR)


@FEW
@given(tables((1, 1), (1, 4)), st.integers(1, 999))
def test_a_ring(rows: list[list[str]], more: int) -> None:
    ctx = context("zh-Hans")
    chart = charted(donut_chart(ctx, called("图"), with_whole(ctx, rows, more), BODY_NOTED))
    seen = native(chart)
    same_labels(chart, seen)
    assert ids(seen) == [f"{s}.0" for s in range(len(rows))]
    assert sum(one.value for one in seen) == chart.high
    x, y = middle(chart.plot)
    starts = list(accumulate((one.value for one in seen), initial=Decimal(0)))[:-1]
    for piece, one, start in zip(shapes(chart, "arc"), seen, starts, strict=True):
        assert piece.fill == one.colour
        assert (one.place, one.label) == ("none", "")
        begin = piece.path[0].points[0]
        turn = atan2(begin[0] - x, y - begin[1]) / (2 * pi) % 1
        off = abs(turn - (float(start / chart.high) + chart.turned / 360) % 1)
        assert min(off, 1 - off) < 1e-4


def check_points(chart: Chart, seen: Sequence[Seen]) -> None:
    """Points lie where their values are, strokes are theirs, labels stand at their places."""
    same_labels(chart, seen)
    dots = shapes(chart, "dot")
    assert bool(dots) == chart.dots
    where = []
    for one in seen:
        x = middle(band(chart, one))[0]
        where.append((x, height(chart, one.value)))
    for dot, one, at in zip(dots, seen if chart.dots else (), where, strict=False):
        assert dot.fill == one.colour
        assert middle(dot.rect) == pytest.approx(at, abs=2 * NEAR)
    strokes = {shape.stroke.colour for shape in shapes(chart, "线") if shape.stroke}
    assert strokes <= {one.colour for one in seen}
    labelled = [(one, at) for one, at in zip(seen, where, strict=True) if one.label]
    for box, (one, (x, y)) in zip(labels(chart), labelled, strict=True):
        assert told(box) == (one.label, one.ink)
        across, down = middle(box.rect)
        if one.place in ("left", "right"):
            assert down == pytest.approx(y + one.nudge, abs=2 * NEAR)
            edge = box.rect.x - x if one.place == "right" else x - box.rect.right
            assert POINT / 2 < edge <= pt(12)
        else:
            assert one.nudge == 0
            assert across == pytest.approx(x, abs=2 * NEAR)
            assert down < y if one.place == "above" else down > y


@pytest.mark.slow
@FEW
@given(
    tables((3, 14), (1, 4), -9999, gaps=True), UNITS, LANGUAGES, st.integers(0, 5), st.booleans()
)
def test_lines(rows: list[list[str]], unit: str, language: str, point: int, area: bool) -> None:
    ctx, kind = context(language), "area" if area and len(rows) == 1 else "line"
    highlight = point if point < len(rows) else None
    made = values(rows, unit)
    chart = charted(line_chart(ctx, called("图"), kind, made, highlight, BODY_NOTED))
    seen = native(chart)
    assert ids(seen) == [f"{s}.{c}" for s, row in enumerate(rows) for c, n in enumerate(row) if n]
    check_points(chart, seen)


@FEW
@given(tables((3, 6)))
def test_lines_with_a_label_at_every_point(rows: list[list[str]]) -> None:
    chart = charted(
        line_chart(context("zh-Hans"), "图", "line", values(rows, "家"), None, BODY_NOTED)
    )
    seen = native(chart)
    assert all(one.label for one in seen)
    check_points(chart, seen)


def test_slopes_of_large_values_that_differ_little_are_steep() -> None:
    """Slopes compare changes; no length from zero is read from them."""
    rows = [["9010", "9400"], ["9350", "9020"]]
    chart = charted(
        slope_chart(context("zh-Hans"), called("图"), values(rows, "家"), None, BODY_NOTED)
    )
    heights = [middle(dot.rect)[1] for dot in shapes(chart, "dot")]
    assert max(heights) - min(heights) > chart.rect.h / 3


def test_a_name_beside_the_bar_of_a_whole_may_take_two_lines_where_those_are_not_short() -> None:
    frame, last = Rect(0, 0, 1000, 50), Rect(600, 0, 400, 50)
    made = _flush([(0, Rect(0, 0, 500, 50), 900), (1, last, 300)], frame)
    assert {key: (each.x, each.wide, each.flush) for key, each in made.items()} == {
        0: (0, 600, "left"),
        1: (600, 400, "left"),
    }
    # Three fifths of its width at least; and the last name has no other to make way for.
    assert _flush([(0, Rect(0, 0, 500, 50), 1001), (1, last, 300)], frame) == {}
    assert _flush([(1, Rect(800, 0, 200, 50), 300)], frame)[1].flush == "right"


def test_names_of_slopes_take_two_fifths_of_the_width_but_for_twelve_points() -> None:
    ctx = context("zh-Hans")

    def made(width: int) -> list[TextBox]:
        rows = [["9010", "9400"], ["9350", "9020"]]
        place = replace(BODY_NOTED, w=width)
        return labels(charted(slope_chart(ctx, called("图"), values(rows, "家"), None, place)))

    def size(boxes: list[TextBox]) -> int:
        return max(line.spans[0].style.size for box in boxes for line in box.lines)

    usual = made(BODY_NOTED.w)
    # As wide as they are in bold, of which one may be.
    step = next(each for each in DECK.values() if each.size == size(usual))
    wide = widest(ctx, [line.text for box in usual for line in box.lines], step, True)
    just = (wide + pt(12)) * 5 // 2 + 3
    assert size(made(just)) == size(usual)
    assert size(made(just - pt(1))) < size(usual)


@pytest.mark.slow
@FEW
@given(tables((2, 2), (2, 4), -9999), UNITS, LANGUAGES, st.integers(0, 5))
def test_slopes(rows: list[list[str]], unit: str, language: str, point: int) -> None:
    highlight = point if point < len(rows) else None
    chart = charted(
        slope_chart(context(language), called("图"), values(rows, unit), highlight, BODY_NOTED)
    )
    seen = native(chart)
    assert ids(seen) == [f"{s}.{c}" for s in range(len(rows)) for c in (0, 1)]
    check_points(chart, seen)
    assert [one.place for one in seen] == ["left", "right"] * len(rows)
