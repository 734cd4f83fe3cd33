"""What is wrong with plain slides: lists, paragraphs, pictures, two columns."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_PERIODS = Words(
    "A task names the periods in which it begins and ends as the slide calls them, or by number.",
    "任务用时段的名称或序号写明从哪里开始、到哪里结束。",
)
_GANTT = "deck:\n  - kind: gantt\n    title: 进度\n    periods: [一月, 二月, 三月]\n"
_MATRIX = "deck:\n  - kind: matrix\n    title: 取舍\n"

MESSAGES: Mapping[str, Message] = {
    "image-or-images": Message(
        severity="error",
        sentence=Words(
            "a slide of pictures has either “image” or “images”",
            "图片页写“image”或“images”，只写一样",
        ),
        hint=Words(
            "write image: photos/a.jpg for one, images: [photos/a.jpg, photos/b.jpg] for several",
            "一张写 image: photos/a.jpg，几张写 images: [photos/a.jpg, photos/b.jpg]",
        ),
        means=Words(
            "One picture takes the whole slide; two to four stand side by side.",
            "一张图占满一页，两到四张并排。",
        ),
    ),
    "text-beside-twice": Message(
        severity="error",
        sentence=Words(
            "either a picture or a figure stands beside the text",
            "文字旁边放图片或数字，只放一样",
        ),
        hint=Words("take one of them out", "去掉其中一样"),
        means=Words(
            "The text has one place beside it, as high as the slide's body.",
            "文字旁边只有一个位置，和正文一样高。",
        ),
    ),
    "contact-empty": Message(
        severity="error",
        sentence=Words("the contact says nothing", "“contact”里什么都没写"),
        hint=Words(
            "write one of name, phone, mail, address", "写上 name、phone、mail、address 中的一样"
        ),
        means=Words(
            "A contact is a person or an office, and the ways to it; any of them may be missing, "
            "but not all.",
            "联系方式是联系人或单位，以及电话、邮箱、地址；可以缺几样，不能全缺。",
        ),
        wrong="deck:\n  - {kind: closing, title: 谢谢, contact: {phone: ''}}\n",
        right="deck:\n  - {kind: closing, title: 谢谢, contact: {phone: 020-1234 5678}}\n",
    ),
    "org-too-many": Message(
        severity="error",
        sentence=Words(
            "the tree has {count} boxes, where {most} fit",
            "组织结构图有 {count} 个框，最多放 {most} 个",
        ),
        hint=Words("show one part of it on a slide of its own", "把其中一支单独放一页"),
        means=Words(
            "More boxes than this could only be shown in type that cannot be read in a room.",
            "框再多，字就小得坐在会场里看不清了。",
        ),
    ),
    "gantt-no-period": Message(
        severity="error",
        sentence=Words("there is no period “{name}”", "没有“{name}”这个时段"),
        hint=Words("{offer}", "{offer}"),
        means=_PERIODS,
        wrong=_GANTT + "    tasks: [{name: 施工, start: 四月}]\n",
        right=_GANTT + "    tasks: [{name: 施工, start: 二月, until: 三月}]\n",
    ),
    "gantt-ends-before": Message(
        severity="error",
        sentence=Words(
            "the task ends in {last}, before it begins in {first}",
            "任务在“{first}”开始，却在“{last}”结束，时间倒了",
        ),
        hint=Words("exchange “start” and “until”", "把“start”和“until”换过来"),
        means=_PERIODS,
        wrong=_GANTT + "    tasks: [{name: 施工, start: 三月, until: 二月}]\n",
        right=_GANTT + "    tasks: [{name: 施工, start: 二月, until: 三月}]\n",
    ),
    "scatter-unnamed": Message(
        severity="note",
        sentence=Words(
            "points too near each other have no name: {names}",
            "有的点离得太近，没有标名称：{names}",
        ),
        hint=Words("show fewer of them, or shorter names", "减少几个，或改用短名称"),
        means=Words(
            "A name stands beside its point where it covers neither another name nor a point. All "
            "of them are in the chart's workbook.",
            "名称标在点的旁边，不盖住别的名称和点；所有名称都在图表的数据表里。",
        ),
    ),
    "combo-unsaid": Message(
        severity="note",
        sentence=Words(
            "values of the line cover those of columns, which are not shown: {names}",
            "折线的数值盖住了柱子的数值，这几个没有标：{names}",
        ),
        hint=Words("show fewer columns, or a table", "减少柱子，或改用表格"),
        means=Words(
            "The value of a column stands in its foot or at its upper end, wherever the line's own "
            "does not. All of them are in the chart's workbook.",
            "柱子的数值标在柱底或柱顶，避开折线的数值；所有数值都在图表的数据表里。",
        ),
    ),
    "matrix-no-field": Message(
        severity="error",
        sentence=Words("there is no field {number}", "没有第 {number} 格"),
        hint=Words(
            "they are 1 to 4, from the upper left to the lower right",
            "从左上到右下是第 1 到第 4 格",
        ),
        means=Words(
            "“highlight” names the one field that the title is about.",
            "“highlight”写明标题说的是哪一格。",
        ),
        wrong=_MATRIX
        + "    highlight: 5\n    fields: [{head: 甲}, {head: 乙}, {head: 丙}, {head: 丁}]\n",
        right=_MATRIX
        + "    highlight: 2\n    fields: [{head: 甲}, {head: 乙}, {head: 丙}, {head: 丁}]\n",
    ),
    "matrix-empty-field": Message(
        severity="error",
        sentence=Words("field {number} says nothing", "第 {number} 格是空的"),
        hint=Words("write {{head: …}} or {{points: […]}}", "写上 {{head: …}} 或 {{points: […]}}"),
        means=Words(
            "Each of the four fields has a head, points, or both.",
            "四格各有小标题、要点，或两样都有。",
        ),
        wrong=_MATRIX + "    fields: [{head: 甲}, {}, {head: 丙}, {head: 丁}]\n",
        right=_MATRIX + "    fields: [{head: 甲}, {head: 乙}, {head: 丙}, {head: 丁}]\n",
    ),
    "half-not-one": Message(
        severity="error",
        sentence=Words(
            "a column holds one of {keys:or}, not {count}",
            "一栏里放{keys:or}中的一样，这里有 {count} 样",
        ),
        hint=Words(
            "write {side}: {{points: [甲, 乙]}}, or {side}: {{image: photos/a.jpg}} and so on",
            "写成 {side}: {{points: [甲, 乙]}}，或 {side}: {{image: photos/a.jpg}} 等",
        ),
        means=Words(
            "Each of the two columns shows one thing: points, text, a picture, a table, a chart or "
            "figures. It may have a head above.",
            "两栏各放一样东西：要点、文字、图片、表格、图表或数字，上面可以有栏头。",
        ),
        wrong="deck:\n  - kind: two-column\n    title: 对照\n    left: {head: 甲}\n"
        "    right: {points: [乙]}\n",
        right="deck:\n  - kind: two-column\n    title: 对照\n    left: {head: 甲, text: 甲方}\n"
        "    right: {points: [乙]}\n",
    ),
    "ring-crowded": Message(
        severity="note",
        sentence=Words(
            "a ring of {count} parts: from five on, which is larger is hard to see",
            "环形图有 {count} 个部分：超过四五个就看不清谁大谁小",
        ),
        hint=Words(
            "kind: bar shows the same rows sorted, the longest first",
            "改用 kind: bar，同样的数据按长短排列",
        ),
        means=Words(
            "Lengths on one line are compared more exactly than angles. A ring is for two to five "
            "parts, one of which is the point.",
            "比长短比比角度准。环形图适合两到五个部分、突出其中一个。",
        ),
    ),
    "parts-gathered": Message(
        severity="warning",
        sentence=Words(
            "{count} parts here, where {most} can be told from each other; the smallest are drawn "
            "as one: {names}",
            "这里有 {count} 个部分，图上分得清的是 {most} 个，最小的几个合为“其他”：{names}",
        ),
        hint=Words(
            "add up the smallest yourself and name them (rest: …), or show a table",
            "请自己合并最小的几项并起名（rest: …），或改用表格",
        ),
        means=Words(
            "Of a whole with many parts the largest are shown by name. What the others are in all "
            "follows from the whole, and is marked as worked out.",
            "部分太多时，只标出最大的几个，其余合在一起，由总量推算得出，图上注明“推算”。",
        ),
    ),
}
PHRASES: Mapping[str, Words] = {}
