"""What is wrong with what an outline wants noted at a chart: differences, targets, averages.

What was worked out from values that are not exact would be a number that nobody stated.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_NOTES = Words(
    "A note at a chart is a difference between two values, a target, an average, or words about "
    "one value. What is worked out for it comes from exact values, and says so.",
    "图上可以标注两个数值的差、目标、平均值，或对某个数值的说明。推算用的数值必须确切，并注明是推算。",
)
_SLIDE = "deck:\n  - kind: bar\n    title: 对照\n    rows: [[甲, 1家], [乙, 2家]]\n    annotate:\n"
_SHARES = _SLIDE.replace("1家", "10%").replace("2家", "20%")
_OPEN = _SLIDE.replace("2家", "超2家")
_DIFFERENCE = "      - {difference: [甲, 乙]}\n"
_AVERAGE = "      - {average: yes}\n"
_CALLOUT = "      - {callout: 乙, text: 最多}\n"
_GROUPED = (
    "deck:\n  - kind: trend\n    title: 对照\n    header: [年, 甲, 乙]\n"
    "    rows: [[2021, 1家, 2家], [2022, 2家, 3家], [2023, 3家, 4家]]\n"
)

MESSAGES: Mapping[str, Message] = {
    "note-unclear": Message(
        severity="error",
        sentence=Words("this note is not exactly one thing", "这条标注不是恰好一项内容"),
        hint=Words(
            "write {{difference: [a, b]}}, {{target: ID}}, {{average: yes}}, or "
            "{{callout: a, text: words}}",
            "写“{{difference: [甲, 乙]}}”“{{target: 编号}}”“{{average: yes}}”"
            "或“{{callout: 甲, text: 说明}}”",
        ),
        means=_NOTES,
        wrong=_SLIDE + "      - {callout: 乙}\n",
        right=_SLIDE + _CALLOUT,
    ),
    "note-series": Message(
        severity="error",
        sentence=Words(
            "a chart of several series has no room for notes", "有几个系列的图表不能加标注"
        ),
        hint=Words("show one series, or leave “annotate:” out", "只放一个系列，或去掉“annotate:”"),
        means=_NOTES,
        wrong=_GROUPED + "    annotate: [{average: yes}]\n",
        right=_GROUPED,
    ),
    "note-no-difference": Message(
        severity="error",
        sentence=Words("these two values do not differ", "这两个数值没有差别"),
        hint=Words("name two that do", "换成两个不同的数值"),
        means=_NOTES,
        wrong=_SLIDE + "      - {difference: [甲, 甲]}\n",
        right=_SLIDE + _DIFFERENCE,
    ),
    "note-gap": Message(
        severity="error",
        sentence=Words("“{name}” has no value", "“{name}”没有数值"),
        hint=Words("name values that are there", "换成有数值的项目"),
        means=_NOTES,
        wrong="deck:\n  - kind: trend\n    title: 走势\n"
        "    rows: [[2021, 1家], [2022, -], [2023, 2家]]\n"
        "    annotate: [{difference: ['2021', '2022']}]\n",
        right="deck:\n  - kind: trend\n    title: 走势\n"
        "    rows: [[2021, 1家], [2022, -], [2023, 2家]]\n"
        "    annotate: [{difference: ['2021', '2023']}]\n",
    ),
    "note-open": Message(
        severity="error",
        sentence=Words(
            "“{name}” is {shown}: how much exactly is not known, so {what} cannot be worked out",
            "“{name}”是{shown}，没有确数，算不出{what}",
        ),
        hint=Words(
            "leave the note out; what the source says of it can stand in a callout",
            "去掉这条标注；来源里有说法的，可以写成“callout”",
        ),
        means=_NOTES,
        wrong=_OPEN + _DIFFERENCE,
        right=_OPEN + _CALLOUT,
    ),
    "note-average-of-shares": Message(
        severity="error",
        sentence=Words(
            "the average of shares or rates is not the share or rate of all of them",
            "几个占比或增速的平均值，不等于总体的占比或增速",
        ),
        hint=Words(
            "leave the average out, or put the stated figure of the whole among the values",
            "去掉平均值；来源里有总体数字的，列为其中一项",
        ),
        means=_NOTES,
        wrong=_SHARES + _AVERAGE,
        right=_SHARES + _DIFFERENCE,
    ),
    "note-no-target": Message(
        severity="error",
        sentence=Words(
            "“{id}” is neither a target nor a plan in the ledger",
            "台账里“{id}”既不是目标，也不是计划",
        ),
        hint=Words(
            "name a figure whose kind is target or plan", "改用 kind 是 target 或 plan 的数字"
        ),
        means=_NOTES,
    ),
    "note-units": Message(
        severity="error",
        sentence=Words(
            "“{id}” and the values of the chart have different units: {units}",
            "“{id}”和图表里的数值单位不同：{units}",
        ),
        hint=Words("name a target of the same unit", "改用单位相同的目标"),
        means=_NOTES,
    ),
}

PHRASES: Mapping[str, Words] = {
    "a-difference": Words("a difference", "差额"),
    "an-average": Words("an average", "平均值"),
}
