"""What is wrong with a quantity as it is written, and with quantities that share an axis."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_READ = Words(
    "The value of a figure is one quantity as the source writes it: a number, its scale (万, 亿) "
    "and unit, a date, or a span of time. It is read exactly, so what cannot be read is not "
    "guessed.",
    "数字的值照来源的写法，写一个量：数、量级（万、亿）和单位，或者日期、时长。"
    "值须读得准确，读不懂的不猜。",
)
_ONE_AXIS = Words(
    "A chart has one axis, and what stands on it is compared by length. Only quantities of one "
    "unit can be compared so.",
    "一张图只有一根数值轴，长短要能比较，所以上面的量须是同一种单位。",
)

MESSAGES: Mapping[str, Message] = {
    "not-a-quantity": Message(
        severity="error",
        sentence=Words("“{text}” is not one quantity", "“{text}”不是一个量"),
        hint=Words(
            "write number, scale and unit as in 3万亿元, 1.3万家, 下降5%, 3%—4%, 三分之一, 2035年",
            "写明数、量级和单位，如3万亿元、1.3万家、下降5%、3%—4%、三分之一、2035年",
        ),
        means=_READ,
        wrong="figures:\n  firms: {value: 很多家, kind: stock, label: 企业, "
        "quote: 拥有1.3万家企业}",
        right="figures:\n  firms: {value: 1.3万家, kind: stock, label: 企业, "
        "quote: 拥有1.3万家企业}",
    ),
    "no-such-day": Message(
        severity="error",
        sentence=Words("“{text}” is no day of the calendar", "日历上没有“{text}”"),
        hint=Words("write a day that there is, such as 2月29日", "改为真实的日期，如2月29日"),
        means=_READ,
        wrong="# seeds/article.txt: 大会于2月28日召开。\n"
        "figures:\n  day: {value: 2月30日, kind: actual, label: 召开, quote: 大会于2月28日召开}",
        right="# seeds/article.txt: 大会于2月28日召开。\n"
        "figures:\n  day: {value: 2月28日, kind: actual, label: 召开, quote: 大会于2月28日召开}",
    ),
    "unknown-qualifier": Message(
        severity="error",
        sentence=Words("“{qualifier}” is not a known qualifier", "“{qualifier}”不是可用的限定词"),
        hint=Words(
            "as the source has it, write some of {known}",
            "照来源写，可用的有：{known}",
        ),
        means=Words(
            "A qualifier says how a number is meant: over it, about it, planned, each. It is shown "
            "in the audience's language, so it has to be one of those whose meaning is known.",
            "限定词说明这个数怎么理解：超过、约数、计划、各自等。显示时要换成受众的语言，"
            "所以只能用含义明确的词。",
        ),
        wrong="figures:\n  firms: {value: 1.3万家, qualifier: 大略, kind: stock, label: 企业, "
        "quote: 拥有1.3万家企业}",
        right="figures:\n  firms: {value: 1.3万家, kind: stock, label: 企业, "
        "quote: 拥有1.3万家企业}",
    ),
    "form-not-charted": Message(
        severity="error",
        sentence=Words(
            "“{shown}” is {form}, and a chart draws exact values",
            "“{shown}”是{form}，图上只画确切的数值",
        ),
        hint=Words("show it as a figure, or in a table", "改为作数字展示，或放进表格"),
        means=Words(
            "What stands on an axis is compared by its length. A range, a ratio, a rank or a count "
            "that is not exact has none; it is shown as its source writes it, and never drawn.",
            "数值轴上的量靠长短来比较。范围、比例、名次和约数没有确切的长短，只照来源的写法展示，不画成图。",
        ),
        wrong="# seeds/article.txt: 甲区投资数百亿元，乙区投资3亿元。\n"
        "figures:\n  one: {value: 数百亿元, kind: actual, label: 甲区, quote: 甲区投资数百亿元}\n"
        "  two: {value: 3亿元, kind: actual, label: 乙区, quote: 乙区投资3亿元}\n"
        "deck: [{kind: bar, title: 两区投资, figures: [one, two]}]",
        right="# seeds/article.txt: 甲区投资数百亿元，乙区投资3亿元。\n"
        "figures:\n  one: {value: 数百亿元, kind: actual, label: 甲区, quote: 甲区投资数百亿元}\n"
        "  two: {value: 3亿元, kind: actual, label: 乙区, quote: 乙区投资3亿元}\n"
        "deck: [{kind: kpi, title: 两区投资, figures: [one, two]}]",
    ),
    "mixed-units": Message(
        severity="error",
        sentence=Words(
            "these figures cannot share one axis: their units differ: {units}",
            "这些数字单位不同（{units}），不能放在同一根轴上",
        ),
        hint=Words(
            "chart figures of one unit only; with `kind: combo` one of them is a line on an axis "
            "of its own",
            "一张图只放同一种单位的数字；用“kind: combo”可把其中一组画成折线，另用一根轴",
        ),
        means=_ONE_AXIS,
        wrong="deck: [{kind: column, title: 产值与企业, figures: [output, firms]}]",
        right="deck: [{kind: kpi, title: 产值与企业, figures: [output, firms]}]",
    ),
    "mixed-dates": Message(
        severity="error",
        sentence=Words(
            "these figures cannot share one axis: dates are not quantities to compare",
            "日期不是可以比较大小的量，不能放在数值轴上",
        ),
        hint=Words(
            "leave the dates out, or show them as a timeline (kind: timeline)",
            "去掉日期，或改用时间轴（kind: timeline）",
        ),
        means=_ONE_AXIS,
        wrong="# seeds/article.txt: 到2035年建成，到2049年领先。\n"
        "figures:\n"
        "  built: {value: 2035年, kind: target, label: 建成, quote: 到2035年建成}\n"
        "  first: {value: 2049年, kind: target, label: 领先, quote: 到2049年领先}\n"
        "deck: [{kind: column, title: 两步走, figures: [built, first]}]",
        right="# seeds/article.txt: 到2035年建成，到2049年领先。\n"
        "figures:\n"
        "  built: {value: 2035年, kind: target, label: 建成, quote: 到2035年建成}\n"
        "  first: {value: 2049年, kind: target, label: 领先, quote: 到2049年领先}\n"
        "deck: [{kind: kpi, title: 两步走, figures: [built, first]}]",
    ),
}

PHRASES: Mapping[str, Words] = {
    "no-unit": Words("(no unit)", "无单位"),
    "form-number": Words("a number", "数"),
    "form-range": Words("a range", "范围"),
    "form-ratio": Words("a ratio", "比例"),
    "form-fraction": Words("a fraction that no decimal writes exactly", "除不尽的分数"),
    "form-multiple": Words("a multiple", "倍数"),
    "form-rank": Words("a rank", "名次"),
    "form-inexact": Words("a count that is not exact", "约数"),
    "form-date": Words("a date", "日期"),
}
