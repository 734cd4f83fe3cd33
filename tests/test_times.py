"""Lines over time: points that are not equally far apart are not drawn as if they were."""

from __future__ import annotations

from pathlib import Path

import outlines
import pytest
from rows import every

from briefgen.build import Request, check
from briefgen.parts.charts.times import apart_unevenly, evenly

EVEN = (
    ("2019", "2020", "2021"),
    ("2021年末", "2022年末", "2023年末"),
    ("11月", "12月", "1月", "2月"),
    ("2023年11月", "12月", "2024年1月"),
    ("1—2月", "1—3月", "1—4月"),
    ("2023-04", "2023-05", "2023-06"),
    ("2022年四季度", "2023年一季度", "2023年二季度"),
    ("2022Q3", "2022Q4", "2023Q1"),
    ("2023/5/8", "2023/5/15", "2023/5/22"),
    ("2023年1月31日", "2023年2月28日", "2023年3月31日"),
    ("Nov-23", "Dec-23", "Jan-24"),
    ("上半年", "下半年"),
)
UNEVEN = (
    ("2019", "2020", "2023"),
    ("1月", "2月", "6月"),
    ("2023年11月", "12月", "3月"),
    ("一季度", "二季度", "四季度"),
    ("2022Q1", "2022Q2", "2023Q2"),
    ("2023/5/8", "2023/5/9", "2023/5/12"),
    ("2023-01-15", "2023-02-15", "2023-04-15"),
    ("8-May-23", "9-May-23", "15-May-23"),
    ("May 2023", "June 2023", "September 2023"),
    ("2023年1月", "2022年12月", "2022年11月"),
)


@every("names", EVEN)
def test_equal_steps_are_seen(names: tuple[str, ...]) -> None:
    assert evenly(names) is True


@pytest.mark.parametrize("names", UNEVEN)
def test_unequal_steps_are_seen(names: tuple[str, ...]) -> None:
    assert evenly(names) is False


@pytest.mark.parametrize("names", [("甲", "乙"), ("2021", "2022", "2023年上半年"), ("12", "13")])
def test_other_names_are_no_times(names: tuple[str, ...]) -> None:
    assert evenly(names) is None


@pytest.mark.parametrize("names", UNEVEN)
@pytest.mark.parametrize("kind", ["trend", "area"])
def test_a_line_over_unequal_steps_is_refused(
    tmp_path: Path, names: tuple[str, ...], kind: str
) -> None:
    rows = "".join(f"      - ['{name}', {n}家]\n" for n, name in enumerate(names, 3))
    text = f"deck:\n  - id: a\n    kind: {kind}\n    title: 企业\n    rows:\n{rows}"
    text += "    header: [时间, 企业（家）]\n"
    path = outlines.project(tmp_path, outlines.OUTLINE + text)
    found = [p.code for p in check(Request(path, ("base",), formats=("deck",)))]
    assert "uneven-steps" in found


def test_columns_over_unequal_steps_are_drawn(tmp_path: Path) -> None:
    rows = "[[1月, 1家], [2月, 2家], [9月, 3家]]"
    text = f"deck:\n  - {{id: a, kind: column, title: 企业, rows: {rows}}}\n"
    path = outlines.project(tmp_path, outlines.OUTLINE + text)
    found = [p.code for p in check(Request(path, ("base",), formats=("deck",)))]
    assert "uneven-steps" not in found


def test_distances_that_are_plainly_unequal_are_told_apart() -> None:
    for names in (("2013年", "2016年", "2024年"), ("2019", "现在", "2021", "2022")):
        assert apart_unevenly(names)
    for names in (("2013年", "2016年", "2019年"), ("2019", "2024"), ("起步", "现在", "将来")):
        assert not apart_unevenly(names)
