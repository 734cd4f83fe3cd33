"""Percentages in native charts: fractions, which the sign counts with."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from test_few_words import made

from briefgen.scene.items import Chart
from briefgen.scene.percents import in_fractions
from briefgen.scene.walk import walk


def charted(folder: Path, slide: str) -> Chart:
    page = made(folder, slide)
    return next(item for item in walk(page.items) if isinstance(item, Chart))


def test_percentages_are_fractions_with_the_sign_of_percents(tmp_path: Path) -> None:
    rows = "[[甲, 6.0%], [乙, 12.5%], [丙, 3%]]"
    chart = charted(tmp_path, f"kind: column, title: 增速, header: [镇, 增速], rows: {rows}")
    native = in_fractions(chart)
    assert native.series[0].values == (Decimal("0.060"), Decimal("0.125"), Decimal("0.03"))
    codes = {native.number_format, *native.series[0].formats}
    assert all(code.endswith("%") and '"%"' not in code for code in codes)
    assert (native.low, native.high * 100) == (chart.low, chart.high)
    assert native.major * 100 == chart.major
    # What is drawn stays as it is.
    assert native.drawn == chart.drawn


def test_other_units_and_mixed_labels_stay_as_they_are(tmp_path: Path) -> None:
    rows = "[[甲, 6], [乙, 12], [丙, 3]]"
    slide = f"kind: column, title: 家数, header: [镇, 家数], unit: 家, rows: {rows}"
    chart = charted(tmp_path, slide)
    assert in_fractions(chart) is chart
