"""What is wrong with the values of a chart: in number, in form, or because it would not be honest.

A chart that would mislead is refused with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_ONE_OF_THREE = Words(
    "The values of a chart are figures of the ledger (figures:), rows in the outline (rows:), or "
    "columns of a data file (data:), and one of these only.",
    "图表的数值可以用台账里的数字（figures:），可以在提纲里逐行写（rows:），"
    "也可以取自数据文件的列（data:），三者取一。",
)
_GIVE_VALUES = Words(
    "write figures: [ids], or rows:, or data: {{file, columns}}",
    "写“figures: [编号]”、“rows:”或“data: {{file, columns}}”",
)
_NUMBERS = Words(
    "Every value of a chart is a number with its unit, written in the cell, in brackets behind the "
    "heading, or with “unit:”. A hyphen says that there is none.",
    "图表里每个数值都是带单位的数，单位写在单元格里、表头的括号里，或用“unit:”写明；"
    "没有数值写连字符 -。",
)
_WRITE_NUMBER = Words(
    "write a number, with its unit here or in the heading's brackets; - where there is none",
    "改为数，单位写在这里或表头的括号里；没有数值写 -",
)
_ROOM = Words(
    "Each kind of chart holds as many values and series as can be told apart at a glance.",
    "每种图表能放的数值和系列都有限，多了就一眼看不清。",
)
_HIGHLIGHT = Words(
    "What is to stand out, or is the whole, is named as in the chart: by a figure's id, by its "
    "name, or by its number from 1.",
    "要突出的（或作为总量的）那一项，按图表里的写法指明：数字的编号、名称，或从 1 数起的序号。",
)
_NAMES = Words(
    "The names of values and series are words that this audience reads, and no two are the same.",
    "图表里各数值、各系列的名称要用受众的语言，并且互不相同。",
)
_WHOLE = Words(
    "Stacks and shares say that parts make up a whole. The ledger has to say so too (parts_of:), "
    "and what the parts add up to may not exceed the whole.",
    "堆积图和占比图表示各部分合成一个总量。台账也须写明（parts_of:），各部分之和不能超过总量。",
)
_STEPS = Words(
    "A waterfall leads from its first value over the changes to its last: the changes have to add "
    "up, and never lead below zero.",
    "瀑布图从第一个数值起，经过各项增减，到最后一个数值：加减须对得上，中途不能低于零。",
)
_WIDTH = Words(
    "The words beside a chart's values are never set smaller than can be read, and never cut.",
    "图表里的文字不会小到看不清，也不会截掉。",
)
_SHORTER = Words("give shorter names with “labels:”", "用“labels:”写短一些的名称")
_LABELS = Words("name the values with “labels:”", "用“labels:”写明名称")
_SLIDE = "deck:\n  - kind: {kind}\n    title: 对照\n"
_BAR, _TREND = _SLIDE.format(kind="bar"), _SLIDE.format(kind="trend")
_WATERFALL, _STACKED = _SLIDE.format(kind="waterfall"), _SLIDE.format(kind="stacked")
_GROUPED, _DONUT = _SLIDE.format(kind="grouped"), _SLIDE.format(kind="donut")
_BULLET = _SLIDE.format(kind="bullet")
_TWO = "    rows: [[甲, 1家], [乙, 2家]]\n"
_DATA = "    data: {file: data/a.csv, columns: [项目, 数值]}\n"
_ENGLISH = (
    "brief: {language: en, title: Demo}\ndeck:\n  - kind: bar\n    title: Firms\n"
    "    header: [Item, Number]\n" + _DATA
)

MESSAGES: Mapping[str, Message] = {
    "chart-without-values": Message(
        severity="error",
        sentence=Words("the chart has no values", "图表没有数值"),
        hint=_GIVE_VALUES,
        means=_ONE_OF_THREE,
        wrong=_BAR,
        right=_BAR + _TWO,
    ),
    "chart-values-twice": Message(
        severity="error",
        sentence=Words("{forms:and} exclude each other", "{forms:and}不能同时写"),
        hint=_GIVE_VALUES,
        means=_ONE_OF_THREE,
        wrong=_BAR + _TWO + _DATA,
        right=_BAR + _TWO,
    ),
    "chart-row-length": Message(
        severity="error",
        sentence=Words(
            "this row has {cells} {cells:cell|cells}, where {wanted} are wanted",
            "这一行有 {cells} 格，应有 {wanted} 格",
        ),
        hint=Words(
            "a name, and a value for each further column of the header",
            "先写名称，再按表头每列写一个数值",
        ),
        means=_ONE_OF_THREE,
        wrong=_BAR + "    rows: [[甲, 1家, 2家], [乙, 2家]]\n",
        right=_BAR + _TWO,
    ),
    "chart-header-length": Message(
        severity="error",
        sentence=Words(
            "{names} {names:name|names} for {columns} {columns:column|columns}",
            "{columns} 列，却写了 {names} 个列名",
        ),
        hint=Words(
            "give a name for each column, that of the first included",
            "给每一列写一个列名，第一列也要写",
        ),
        means=_ONE_OF_THREE,
        wrong=_BAR + "    header: [项目, 家数, 备注]\n" + _DATA,
        right=_BAR + "    header: [项目, 家数]\n" + _DATA,
    ),
    "chart-labels-length": Message(
        severity="error",
        sentence=Words(
            "{labels} {labels:label|labels} for {values} {values:value|values}",
            "{values} 个数值，却写了 {labels} 个名称",
        ),
        hint=Words("give one for each, in their order", "按次序给每个数值写一个名称"),
        means=_NAMES,
        wrong=_BAR + "    labels: [一, 二, 三]\n" + _TWO,
        right=_BAR + "    labels: [一, 二]\n" + _TWO,
    ),
    "chart-no-unit": Message(
        severity="error",
        sentence=Words("“{unit}” is not a unit", "“{unit}”不是单位"),
        hint=Words("write 亿元, 家, % …", "改为亿元、家、% 等"),
        means=_NUMBERS,
        wrong=_BAR + "    unit: 单位：家\n    rows: [[甲, 1], [乙, 2]]\n",
        right=_BAR + "    unit: 家\n    rows: [[甲, 1], [乙, 2]]\n",
    ),
    "chart-no-number": Message(
        severity="error",
        sentence=Words("“{words}” is no number", "“{words}”不是数"),
        hint=_WRITE_NUMBER,
        means=_NUMBERS,
        wrong=_BAR + "    rows: [[甲, 1家], [乙, 若干]]\n",
        right=_BAR + _TWO,
    ),
    "data-no-number": Message(
        severity="error",
        sentence=Words(
            "{cell} says “{words}”, which is no number",
            "{cell}里的“{words}”不是数",
        ),
        hint=_WRITE_NUMBER,
        means=_NUMBERS,
    ),
    "chart-value-missing": Message(
        severity="error",
        sentence=Words("a value is missing here", "这里缺一个数值"),
        hint=Words(
            "fill it in, or leave its row out; a formula's value is there once a spreadsheet has "
            "saved it",
            "补上数值，或去掉这一行；如果是公式，先用表格软件打开并保存，文件里才有结果",
        ),
        means=Words(
            "Only lines may have gaps: in other charts a missing value would look like zero.",
            "只有折线可以断开；在其他图表里，缺了的数值看上去像是零。",
        ),
        wrong=_BAR + "    rows: [[甲, 1家], [乙, -]]\n",
        right=_BAR + _TWO,
    ),
    "chart-all-empty": Message(
        severity="error",
        sentence=Words("the chart has no values", "图表没有一个数值"),
        hint=Words("fill some in", "请填上数值"),
        means=_NUMBERS,
        wrong=_TREND + "    rows: [[2021, -], [2022, -], [2023, -]]\n",
        right=_TREND + "    rows: [[2021, 1家], [2022, -], [2023, 2家]]\n",
    ),
    "chart-value-negative": Message(
        severity="error",
        sentence=Words(
            "a value below zero has no place in this chart", "这种图表放不下小于零的数值"
        ),
        hint=Words("show it as bars or columns", "改用条形图或柱形图"),
        means=Words(
            "Shares and stacks show sizes, which have no sign.",
            "占比图和堆积图画的是大小，没有正负。",
        ),
        wrong=_DONUT + "    whole: 合计\n    rows: [[甲, -1家], [合计, 2家]]\n",
        right=_DONUT + "    whole: 合计\n    rows: [[甲, 1家], [合计, 2家]]\n",
    ),
    "chart-too-few": Message(
        severity="error",
        sentence=Words(
            "{count} {what} here, where {fit} fit", "{what}有 {count} 个，应有 {fit} 个"
        ),
        hint=Words("add some", "请补上"),
        means=_ROOM,
        wrong=_GROUPED + "    header: [区, 企业]\n" + _TWO,
        right=_GROUPED
        + "    header: [区, 企业, 园区]\n    rows: [[甲, 1家, 3家], [乙, 2家, 4家]]\n",
    ),
    "chart-too-many": Message(
        severity="error",
        sentence=Words(
            "{count} {what} here, where {fit} fit", "{what}有 {count} 个，最多放 {fit} 个"
        ),
        hint=Words("leave some out, or split the slide", "减少几个，或分成两页"),
        means=_ROOM,
        wrong=_BAR + "    header: [区, 企业, 园区]\n    rows: [[甲, 1家, 3家], [乙, 2家, 4家]]\n",
        right=_BAR + _TWO,
    ),
    "unknown-highlight": Message(
        severity="error",
        sentence=Words("“{name}” is not one of the {what}", "{what}里没有“{name}”"),
        hint=Words("{offer}", "{offer}"),
        means=_HIGHLIGHT,
        wrong=_BAR + "    highlight: 丙\n" + _TWO,
        right=_BAR + "    highlight: 乙\n" + _TWO,
    ),
    "chart-name-twice": Message(
        severity="error",
        sentence=Words("two values are called “{name}”", "有两个数值都叫“{name}”"),
        hint=Words("give them different names with “labels:”", "用“labels:”写不同的名称"),
        means=_NAMES,
        wrong=_BAR + "    rows: [[甲, 1家], [甲, 2家]]\n",
        right=_BAR + _TWO,
    ),
    "chart-name-untranslated": Message(
        severity="error",
        sentence=Words(
            "the audience reads English, “{name}” is Chinese",
            "受众看的是英文，而“{name}”是中文",
        ),
        hint=_LABELS,
        means=_NAMES,
        wrong=_ENGLISH,
        right=_ENGLISH + "    labels: [A, B]\n",
    ),
    "chart-heading-untranslated": Message(
        severity="error",
        sentence=Words(
            "the audience reads English, “{name}” is Chinese",
            "受众看的是英文，而“{name}”是中文",
        ),
        hint=Words(
            "give the columns names with “header:”, and the rows with “labels:”",
            "用“header:”写各列的名称，用“labels:”写各行的名称",
        ),
        means=_NAMES,
        wrong=_ENGLISH.replace("    header: [Item, Number]\n", "") + "    labels: [A, B]\n",
        right=_ENGLISH + "    labels: [A, B]\n",
    ),
    "mixed-periods": Message(
        severity="error",
        sentence=Words(
            "these figures cannot share one axis: their periods differ: {periods}",
            "这几个数字不能放在一个坐标轴上：时期不同（{periods}）",
        ),
        hint=Words(
            "chart figures of one period, or of one thing over several periods",
            "改用同一时期的数字，或同一事物在各个时期的数字",
        ),
        means=Words(
            "Side by side, figures of different periods would be compared as if they were of one.",
            "不同时期的数字并排，看上去像是同一时期的，会误导读者。",
        ),
    ),
    "uneven-steps": Message(
        severity="error",
        sentence=Words(
            "the dates do not follow each other in equal steps: {times}",
            "各时点的间隔不相等：{times}",
        ),
        hint=Words(
            "add the dates between with - for their values, or show columns",
            "补上中间的时点，数值写 -；或改用柱形图",
        ),
        means=Words(
            "The slope of a line tells a pace. Over years, quarters, months or days that are not "
            "equally far apart it would tell a wrong one.",
            "折线的坡度表示快慢；年、季、月、日的间隔不等，坡度就失真了。",
        ),
        wrong=_TREND + "    rows: [[2019, 1家], [2020, 2家], [2023, 3家]]\n",
        right=_TREND + "    rows: [[2019, 1家], [2020, 2家], [2021, -], [2022, -], [2023, 3家]]\n",
    ),
    "waterfall-below-zero": Message(
        severity="error",
        sentence=Words("with “{name}” the sum falls below zero", "算到“{name}”，累计值就小于零了"),
        hint=Words("show the changes as columns", "改用柱形图显示各项增减"),
        means=_STEPS,
        wrong=_WATERFALL + "    rows: [[年初, 2家], [关闭, -3家], [年末, -1家]]\n",
        right=_WATERFALL + "    rows: [[年初, 2家], [关闭, -1家], [年末, 1家]]\n",
    ),
    "does-not-add-up": Message(
        severity="error",
        sentence=Words(
            "“{first}” and the changes make {reached}, “{last}” is {stated}",
            "从“{first}”经各项增减得 {reached}，而“{last}”是 {stated}",
        ),
        hint=Words(
            "give every change; what is not known by name is a change of its own, such as 其他",
            "补全各项增减；说不清的部分另列一项，如“其他”",
        ),
        means=_STEPS,
        wrong=_WATERFALL + "    rows: [[年初, 2家], [新设, 3家], [年末, 6家]]\n",
        right=_WATERFALL + "    rows: [[年初, 2家], [新设, 3家], [其他, 1家], [年末, 6家]]\n",
    ),
    "whole-unsaid": Message(
        severity="error",
        sentence=Words("the whole is not said once", "没有写明总量，或写得不止一处"),
        hint=Words(
            "write total: ID and parts: [ids]; or, with rows or data, whole: NAME of a row",
            "写“total: 编号”和“parts: [编号]”；用“rows:”或“data:”时，写“whole: 总量那一行的名称”",
        ),
        means=_WHOLE,
        wrong=_DONUT + "    total: output\n",
        right=_DONUT + "    whole: 合计\n    rows: [[甲, 1家], [合计, 2家]]\n",
    ),
    "not-a-part": Message(
        severity="error",
        sentence=Words(
            "nothing says that “{part}” is a part of {whole}: stacks and shares would claim it",
            "没有写明“{part}”是{whole}的一部分，而堆积图和占比图会让人这样理解",
        ),
        hint=Words(
            "if the source says so, write “parts_of: {id}” at the figure in the ledger; else "
            "compare them as bars",
            "来源里这样说，就在台账的这个数字下写“parts_of: {id}”；否则改用条形图对比",
        ),
        means=_WHOLE,
    ),
    "parts-exceed": Message(
        severity="error",
        sentence=Words(
            "the parts of {name} add up to more than the whole",
            "“{name}”各部分之和超过了总量",
        ),
        hint=Words(
            "check the values, and that no part holds another",
            "请核对数值，并看看各部分有没有重复计算",
        ),
        means=_WHOLE,
        wrong=_STACKED + "    header: [区, 企业, 园区, 合计]\n    whole: 合计\n"
        "    rows: [[甲, 3家, 4家, 6家], [乙, 1家, 1家, 6家]]\n",
        right=_STACKED + "    header: [区, 企业, 园区, 合计]\n    whole: 合计\n"
        "    rows: [[甲, 3家, 2家, 6家], [乙, 1家, 1家, 6家]]\n",
    ),
    "bullet-no-share": Message(
        severity="error",
        sentence=Words(
            "“{name}” has no value, or no target above zero, of which its bar would be a share",
            "“{name}”没有数值，或没有大于零的目标，算不出完成的比例",
        ),
        hint=Words(
            "fill both in, or leave the row out; rows of one unit may have gaps",
            "两项都补上，或去掉这一行；各行单位相同时可以缺项",
        ),
        means=Words(
            "Rows of different units share an axis as shares of their targets: each target is "
            "100%.",
            "各行单位不同时，图里画的是完成目标的比例，每个目标都是100%。",
        ),
        wrong=_BULLET + "    rows: [[甲, 1家, 2家], [乙, 3公里, -]]\n",
        right=_BULLET + "    rows: [[甲, 1家, 2家], [乙, 3公里, 4公里]]\n",
    ),
    "chart-labels-too-wide": Message(
        severity="error",
        sentence=Words(
            "{name}: the labels are wider than the columns", "{name}：数值标签比柱子还宽"
        ),
        hint=Words(
            "show fewer of them, or leave claim and points out for the whole width",
            "减少几项，或去掉“claim:”和“points:”，让图表占满整页",
        ),
        means=_WIDTH,
    ),
    "chart-names-too-long": Message(
        severity="error",
        sentence=Words(
            "{name}: the names are too long to stand beside the lines",
            "{name}：名称太长，线的两端放不下",
        ),
        hint=_SHORTER,
        means=_WIDTH,
    ),
}

PHRASES: Mapping[str, Words] = {
    "of-values": Words("values", "数值"),
    "of-series": Words("series", "系列"),
    "this-whole": Words("“this whole”", "这个总量"),
    "an-id": Words("ID", "编号"),
}
