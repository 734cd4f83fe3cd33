"""What is wrong with graphics: too many points, a share that is none, units that differ."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_FORMS = Words(
    "A form shows so many points, and each with what it draws: share and units a figure, progress "
    "a figure and its target, compass a direction, icons a picture.",
    "每种图示的项数有限，各项也要写全所画的内容：占比、计量要数字，进度要数字和目标，方位要方向，"
    "图标要图标名。",
)
_SCALE = Words(
    "What is drawn to scale is true only where its figures can be compared: of one unit, above "
    "zero, and, as a share, a part of 100 percent.",
    "按比例画出的图示，数字要能比较：单位相同、大于零；画占比的，应是整体的百分之几。",
)
_SLIDE = "deck:\n  - kind: graphic\n    title: 图示\n    graphic:\n"
_FUND = (
    "figures:\n"
    "  first: {value: 2亿元, kind: actual, label: 首期, quote: 首期投入2亿元}\n"
    "  fund: {value: 10亿元, kind: target, label: 总规模, quote: 总规模10亿元}\n"
)

MESSAGES: Mapping[str, Message] = {
    "graphic-too-many": Message(
        severity="error",
        sentence=Words(
            "the form “{form}” shows {fit} points, not {count}",
            "“{form}”图示可列 {fit} 项，现有 {count} 项",
        ),
        hint=Words("leave some out, or make two graphics", "删去几项，或分成两幅"),
        means=_FORMS,
        wrong=_SLIDE + "      form: axis\n      points: [甲, 乙, 丙, 丁, 戊, 己, 庚, 辛]\n",
        right=_SLIDE + "      form: axis\n      points: [甲, 乙, 丙, 丁, 戊, 己, 庚]\n",
    ),
    "graphic-no-room": Message(
        severity="error",
        sentence=Words(
            "there is no room in which the form “{form}” could be drawn",
            "留给“{form}”图示的地方太小，画不下",
        ),
        hint=Words(
            "leave out points, measures or figures, or give it a slide of its own (kind: graphic)",
            "删去几项、几条举措或几个数字，或让图示单独成页（kind: graphic）",
        ),
        means=_FORMS,
    ),
    "graphic-too-few": Message(
        severity="error",
        sentence=Words(
            "the form “{form}” shows {fit} points, not {count}",
            "“{form}”图示可列 {fit} 项，现只有 {count} 项",
        ),
        hint=Words("add points, or choose another form", "补上几项，或换一种形式"),
        means=_FORMS,
        wrong=_SLIDE + "      form: rings\n      points: [甲]\n",
        right=_SLIDE + "      form: rings\n      points: [甲, 乙]\n",
    ),
    "graphic-point-lacks": Message(
        severity="error",
        sentence=Words(
            "a point of the form “{form}” has no “{key}”", "“{form}”图示的这一项没有写“{key}”"
        ),
        hint=Words("write “{key}:” at the point", "在这一项下写上“{key}:”"),
        means=_FORMS,
        wrong=_SLIDE + "      form: compass\n      points: [{text: 甲, to: south}, 乙]\n",
        right=_SLIDE
        + "      form: compass\n      points: [{text: 甲, to: south}, {text: 乙, to: east}]\n",
    ),
    "graphic-no-number": Message(
        severity="error",
        sentence=Words(
            "“{id}” is no number, and the form “{form}” draws numbers to scale",
            "“{id}”不是数目，不能按比例画成“{form}”图示",
        ),
        hint=Words("choose another figure, or another form", "改用别的数字，或换一种形式"),
        means=_SCALE,
    ),
    "graphic-no-share": Message(
        severity="error",
        sentence=Words(
            "“{id}” ({shown}) is no share of a whole", "“{id}”（{shown}）不是占比，不能画成百格图"
        ),
        hint=Words(
            "draw percentages from 0 to 100 that are parts of a whole; growth is none",
            "百格图只画 0 到 100 之间、表示占整体多少的百分数；增速不算占比",
        ),
        means=_SCALE,
        wrong=_SLIDE + "      form: share\n      figures: [firms]\n",
        right="# seeds/article.txt: 集聚了全省七成实验室，即70%。\nfigures:\n"
        "  labs: {value: 70%, kind: stock, label: 实验室占全省, quote: 即70%}\n"
        + _SLIDE
        + "      form: share\n      figures: [labs]\n",
    ),
    "graphic-no-target": Message(
        severity="error",
        sentence=Words("“{id}” is no target: its kind is another", "“{id}”在台账里不是目标或计划"),
        hint=Words(
            "name a figure whose kind is target or plan, or correct the kind",
            "“target:”要写类别为目标或计划的数字；类别有误的，请改台账",
        ),
        means=_SCALE,
        wrong=_FUND
        + _SLIDE
        + "      form: progress\n      points: [{text: 基金, figure: fund, target: first}]\n",
        right=_FUND
        + _SLIDE
        + "      form: progress\n      points: [{text: 基金, figure: first, target: fund}]\n",
    ),
    "graphic-not-positive": Message(
        severity="error",
        sentence=Words("“{id}” is not above zero", "“{id}”不大于零"),
        hint=Words("leave it out, or show it in a chart", "删去这一项，或改用图表"),
        means=_SCALE,
    ),
    "graphic-units-differ": Message(
        severity="error",
        sentence=Words(
            "these figures are of different units: {shown:and}", "这些数字的单位不同：{shown:and}"
        ),
        hint=Words(
            "draw figures of one unit together, or use the form “icons”",
            "单位相同的才能画在一起；否则改用“icons”",
        ),
        means=_SCALE,
        wrong=_SLIDE + "      form: units\n      figures: [output, firms]\n",
        right=_FUND + _SLIDE + "      form: units\n      figures: [fund, first]\n",
    ),
    "graphic-steps-order": Message(
        severity="error",
        sentence=Words(
            "the steps do not fall with their figures: {shown}",
            "台阶的高低与数字的大小不一致：{shown}",
        ),
        hint=Words("put the largest first", "按从大到小排列"),
        means=Words(
            "The first step is drawn as the largest. Where steps have figures, it has to be.",
            "台阶从大画到小；写了数字的，次序要与数字一致。",
        ),
        wrong=_FUND + _SLIDE + "      form: steps\n      figures: [first, fund]\n",
        right=_FUND + _SLIDE + "      form: steps\n      figures: [fund, first]\n",
    ),
    "graphic-behind-ahead": Message(
        severity="error",
        sentence=Words(
            "“{name}” has been reached, and comes after what lies ahead",
            "“{name}”已经到了，却排在未到的后面",
        ),
        hint=Words(
            "put milestones in the order of time; write “ahead: yes” at those to come",
            "按时间先后排列，未到的写“ahead: yes”",
        ),
        means=Words(
            "The road of a ribbon is solid as far as it has been gone, and dashed beyond.",
            "道路图中，走过的是实线，前方的是虚线。",
        ),
        wrong=_SLIDE + "      form: ribbon\n      points: [{text: 明年, ahead: yes}, 去年]\n",
        right=_SLIDE + "      form: ribbon\n      points: [去年, {text: 明年, ahead: yes}]\n",
    ),
    "graphic-direction-twice": Message(
        severity="error",
        sentence=Words("two points lie to “{to}”", "有两项都在“{to}”方向"),
        hint=Words("join them, or give one another direction", "合并为一项，或改其中一项的方向"),
        means=Words(
            "A compass has one arrow for each direction.", "方位图中，一个方向只画一个箭头。"
        ),
        wrong=_SLIDE
        + "      form: compass\n      points: [{text: 甲, to: south}, {text: 乙, to: south}]\n",
        right=_SLIDE
        + "      form: compass\n      points: [{text: 甲, to: south}, {text: 乙, to: west}]\n",
    ),
}

PHRASES: Mapping[str, Words] = {}
