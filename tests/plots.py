"""Every kind of chart with other data than anybody would choose for an example: few values and
many, below zero, alike, far apart, absent, qualified, with long names and with all that can be
noted. Some are refused: that too is held."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from decimal import Decimal

HEAD = "brief: {slug: plots, title: Plots, date: 2024-02, language: %s, theme: %s}\n"
NAMES = (
    "天河",
    "白云",
    "黄埔",
    "番禺",
    "南沙",
    "花都",
    "增城",
    "从化",
    "海珠",
    "荔湾",
    "越秀",
    "东莞",
)
LONG = "卫生健康与养老服务设施"
ENGLISH = ("East", "West", "Harbour", "Old town", "Island", "Airport", "Hills", "Springs", "Pearl",
           "Lychee", "Centre", "Next door")  # fmt: skip
LONG_ENGLISH = "Health and care facilities"

# What a value is, by its row and its column, from 0.
Values = Callable[[int, int], str]
# By name: the values, and whether names are long.
DATA: dict[str, tuple[Values, bool]] = {
    "rising": (lambda row, column: f"{100 + 12 * row + 30 * column}", False),
    "mixed": (lambda row, column: f"{(row * 37 + column * 53) % 90 - 35}", False),
    "shares": (lambda row, column: f"{5 + row * 1.7 + column * 2.3:.1f}%", True),
    "apart": (lambda row, column: ("3", "12345678.9", "410", "96000")[(row + column) % 4], False),
    "alike": (lambda row, column: f"{100 + (row + column) % 3 / 10}", False),
    "equal": (lambda row, column: "250", False),
    "none": (lambda row, column: "-" if (row + 2 * column) % 4 == 2 else f"{row + 3}", True),
    "below": (lambda row, column: f"-{12.5 * (row + 1) + column}", False),
    "said": (lambda row, column: f"{('超', '约', '', '')[row % 4]}{40 + 9 * row - column}", True),
    "units": (lambda row, column: f"{3 + row}{('家', '亿元')[(row + column) % 2]}", False),
    "falling": (lambda row, column: f"{2000 - 150 * row - 7 * column}", False),
    "timed": (lambda row, column: f"{(30 + 17 * row - 9 * column) % 110}", False),
}
# By kind: the most rows and the most columns of values, whether its rows are moments, and more.
KINDS = {
    "bar": (8, 1, False, ""),
    "column": (12, 1, False, ""),
    "grouped": (6, 4, False, ""),
    "stacked": (6, 4, False, "whole: '%s', "),
    "combo": (12, 4, True, ""),
    "scatter": (12, 2, False, ""),
    "pie": (6, 1, False, ""),
    "trend": (24, 4, True, ""),
    "area": (24, 1, True, ""),
    "change": (6, 2, False, ""),
    "waterfall": (8, 1, False, ""),
    "bullet": (7, 2, False, ""),
    "dumbbell": (10, 2, False, "difference: yes, "),
    "multiples": (12, 6, True, ""),
    "small-lines": (24, 9, True, "form: lines, "),
    "spark": (7, 5, False, ""),
}
# What is noted at charts of one series, in turn.
NOTED = (
    "{average: yes}",
    "{difference: ['%s', '%s']}",
    "{callout: '%s', text: 注意}, {average: yes}",
    "{difference: ['%s', '%s']}, {callout: '%s', text: 超额完成全年目标任务}",
    "",
)


def _name(row: int, moments: bool, long: bool, chinese: bool, step: int = 0) -> str:
    if moments:
        years = f"{2001 + row}"
        quarters = (
            f"20{20 + row // 4}年{row % 4 + 1}季度"
            if chinese
            else f"Q{row % 4 + 1} 20{20 + row // 4}"
        )
        months = (
            f"20{20 + row // 12}年{row % 12 + 1}月"
            if chinese
            else f"20{20 + row // 12}-{row % 12 + 1:02}"
        )
        halves = (
            f"20{20 + row // 2}年{'上下'[row % 2]}半年"
            if chinese
            else f"H{row % 2 + 1} 20{20 + row // 2}"
        )
        named = f"{calendar.month_abbr[row % 12 + 1]} 20{20 + row // 12}"
        days = (
            f"2024年{row % 12 + 1}月{row + 1}日"
            if chinese
            else f"2024-{row % 12 + 1:02}-{row + 1:02}"
        )
        return (years, quarters, months, halves, named, days)[step]
    names = NAMES if chinese else ENGLISH
    longer = LONG if chinese else LONG_ENGLISH
    return f"{names[row]}{longer}" if long and row % 3 == 1 else names[row]


def _list(words: list[str]) -> str:
    return ", ".join([f"'{word}'" for word in words])


def _sum(values: list[str], more: int = 0) -> str:
    """What the numbers among the values make, and some more."""
    numbers = [Decimal(value.strip("超约%家亿元")) for value in values if value != "-"]
    return f"{sum(numbers) + more}{'%' if values[0].endswith('%') else ''}"


def _slide(kind: str, data: str, rows: int, columns: int, number: int, chinese: bool) -> str:
    """A slide with so many rows and columns of values; what it has besides goes by its number."""
    values, long = DATA[data]
    _, _, moments, more = KINDS[kind]
    step = number // 3 % 3 if data != "timed" else 3 + number % 3
    names = [_name(row, moments, long, chinese, step) for row in range(rows)]
    heads = [_name(column, kind == "spark", False, chinese) for column in range(columns)]
    made = [[f"'{name}'", *(values(row, at) for at in range(columns))]
            for row, name in enumerate(names)]  # fmt: skip
    if kind == "stacked":
        heads[-1] = "合计" if chinese else "All"
        more %= heads[-1]
        made = [[*row[:-1], _sum(row[1:-1], 0 if number % 2 else 7)] for row in made]
    if kind == "waterfall" and data != "falling":
        made[-1][1] = _sum([row[1] for row in made[:-1]])
    if kind == "combo":
        heads = [f"{head}（亿元）" for head in heads[:-1]] + [f"{heads[-1]}（%）"]
    unit = (
        ""
        if data == "shares" or kind == "combo"
        else ("unit: 亿元, ", "unit: 家, ", "")[number % 3]
    )
    if kind == "spark":
        more += f"spark: {{columns: [{_list(heads)}], head: 走势}}, "
        unit = ""
    if columns == 1 and kind not in ("pie", "waterfall"):
        noted = NOTED[number % len(NOTED)]
        more += f"annotate: [{noted % tuple(names[: noted.count('%s')])}], " if noted else ""
    if number % 2 and kind != "spark":
        more += f"highlight: '{1 + number % rows}', "
    if number % 3 == 1 and kind != "spark":
        more += "claim: 结构不同而各有所长, "
    if number % 4 == 2 and kind != "spark":
        more += "points: [是否重叠未说明, 口径见附注], "
    if number % 5 == 3:
        more += "note: 口径不含农村。, "
    shown = {"small-lines": "multiples", "spark": "table"}.get(kind, kind)
    header = f"header: [项, {_list(heads)}], "
    table = ", ".join(f"[{', '.join(row)}]" for row in made)
    id = f"{kind}-{data}-{rows}-{columns}"
    title = "一项领先" if chinese else "One leads"
    if data == "timed":
        title = f"{names[1]}领先" if chinese else f"{names[1]} leads {names[-1]}s"
    return f"  - {{id: {id}, kind: {shown}, title: {title}, {unit}{more}{header}rows: [{table}]}}\n"


def plots(kind: str, language: str = "zh-Hans", theme: str = "lingnan") -> str:
    """An outline of a slide of the kind for all data, with few values and with many."""
    most, widest, _, _ = KINDS[kind]
    slides: dict[str, None] = {}
    number = len(kind)
    for data in DATA:
        for rows, columns in (
            (3, min(2, widest)),
            (most // 2 + 1, (widest + 1) // 2),
            (most, widest),
        ):
            number += 1
            columns = max(columns, 3 if kind == "spark" else min(2, widest))
            slides[_slide(kind, data, rows, columns, number, language != "en")] = None
    unique = {slide.partition("kind:")[0]: slide for slide in slides}
    return HEAD % (language, theme) + "deck:\n" + "".join(unique.values())
