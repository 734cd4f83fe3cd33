"""What the doctor says of colours that do not read, and which ones to take instead."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.doctor_places import advice
from briefgen.messages.entry import Message, Words

_READ = Words(
    "Text reads where its colour differs enough from what lies under it (WCAG 2.2: 4.5:1, large "
    "text and marks 3:1).",
    "文字颜色与底下的颜色要有足够差别才读得清（WCAG 2.2：4.5:1；大字和图形 3:1）。",
)


MESSAGES: Mapping[str, Message] = {
    "template-faint": advice(
        "warning",
        Words(
            "the {what} box {words} is {how}, and has another colour in decks; on {layouts}",
            "{what}框{words}{how}，生成的演示文稿里已换颜色；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, {at} and click the edge of the box {words}, Home → Font Color "
            "→ {colour}{then}",
            "视图 → 幻灯片母版，{at}，点{words}框的边框，开始 → 字体颜色 → {colour}{then}",
        ),
        _READ,
    ),
    "template-faint-placed": advice(
        "warning",
        Words(
            "the {what} box {words} is {how}; on {layouts}",
            "{what}框{words}{how}；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, {at} and click the edge of the box {words}, {to}",
            "视图 → 幻灯片母版，{at}，点{words}框的边框，{to}",
        ),
        _READ,
    ),
    "template-faint-mixed": advice(
        "note",
        Words(
            "the {what} box {words} is {how}; on {layouts}",
            "{what}框{words}{how}；版式：{layouts}",
        ),
        Words("nothing to do", "不用处理"),
        _READ,
    ),
    "template-title-unseen": advice(
        "warning",
        Words(
            "the {what} has the colour of what lies under it and cannot be seen; decks have it "
            "where it reads; on {layouts}",
            "{what}与底色几乎同色，看不见，生成的演示文稿里改到看得清；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, {at} and click the edge of the {what}, {how}",
            "视图 → 幻灯片母版，{at}，点{what}框的边框，{how}",
        ),
        _READ,
    ),
    "template-accent": advice(
        "note",
        Words(
            "{how} on the slide: {accents}; charts take a lighter or darker one of the same colour",
            "在页面上{how}：{accents}；图表会自动用同一颜色里更深或更浅的",
        ),
        Words(
            "nothing to do; to change them: View → Slide Master → {first}Colors → Customize Colors "
            "→ the accent → More Colors → Custom: {instead}; OK → Save",
            "不用处理；要改：视图 → 幻灯片母版 → {first}颜色 → 自定义颜色 → 点该着色 → 其他颜色 → "
            "自定义：{instead}；确定 → 保存",
        ),
        _READ,
    ),
    "template-colour": advice(
        "note",
        Words(
            "{where} are in a colour that is none of the theme's; in decks it is Accent 1, so "
            "that charts go with them",
            "{where}用的颜色不在主题颜色里；生成的演示文稿里把它作为着色 1，图表就跟它一致",
        ),
        Words(
            "nothing to do; to have it in the template too: View → Slide Master → {first}Colors → "
            "Customize Colors → Accent 1 → More Colors → Custom: {colour}; OK → Save",
            "不用处理；想让模板里也这样：视图 → 幻灯片母版 → {first}颜色 → 自定义颜色 → 着色 1 → "
            "其他颜色 → 自定义：{colour}；确定 → 保存",
        ),
        _READ,
    ),
}

PHRASES: Mapping[str, Words] = {
    "colour-of-layouts": Words("the layouts", "版式"),
    "colour-of-samples": Words("the sample slides", "示例页"),
    "accent-light": Words("too pale", "太淡"),
    "accent-dark": Words("too dark", "太深"),
    "accent-none": Words(
        "a colour that is seen on all of the slide (none of these is, lighter or darker)",
        "选一个在页面各处都看得清的颜色（这几个调深调浅都不够）",
    ),
    "ink-pale": Words(
        "too pale on what lies behind ({share}:1, words of this size need {wanted}:1)",
        "里的字与底下的颜色相比太淡（{share}:1，这个字号要 {wanted}:1）",
    ),
    "ink-dark": Words(
        "too dark on what lies behind ({share}:1, words of this size need {wanted}:1)",
        "里的字与底下的颜色相比太深（{share}:1，这个字号要 {wanted}:1）",
    ),
    "ink-shadow": Words(
        "; Shape Format → Shape Effects → Shadow → No Shadow",
        "；形状格式 → 形状效果 → 阴影 → 无阴影",
    ),
    "ink-mixed": Words(
        "on a ground of several colours, on which no colour reads well ({share}:1, words "
        "of this size need {wanted}:1)",
        "底下有好几种颜色，换什么颜色都不够清楚（{share}:1，这个字号要 {wanted}:1）",
    ),
    "unseen-place": Words(
        "Shape Format → the small arrow of Size: {spot}",
        "形状格式 → “大小”右下角的小箭头：{spot}",
    ),
    "unseen-colour": Words("Home → Font Color → {colour}", "开始 → 字体颜色 → {colour}"),
    "unseen-both": Words(
        "Shape Format → the small arrow of Size: {spot}; Home → Font Color → {colour}",
        "形状格式 → “大小”右下角的小箭头：{spot}；开始 → 字体颜色 → {colour}",
    ),
    "colour-numbers": Words(
        "Hex {colour} (older versions: Red {red}, Green {green}, Blue {blue})",
        "十六进制填 {colour}（旧版本：红色 {red}、绿色 {green}、蓝色 {blue}）",
    ),
    "first-master": Words(
        "click the master {master} on the left → ", "在左侧点母版{master}（最大的那个）→ "
    ),
    "first-none": Words("", ""),
    "accent-pale": Words(
        "Accent {number} (#{colour}, {share}:1)", "着色 {number}（#{colour}，{share}:1）"
    ),
    "accent-instead": Words("Accent {number} {colour}", "着色 {number} {colour}"),
    "colour-slot": Words("the theme colour “{slot}” (#{colour})", "主题颜色“{slot}”（#{colour}）"),
    "colour-hex": Words("More Colors → Custom: {colour}", "其他颜色 → 自定义：{colour}"),
    "slot-bg1": Words("Background 1", "背景 1"),
    "slot-tx1": Words("Text 1", "文字 1"),
    "slot-bg2": Words("Background 2", "背景 2"),
    "slot-tx2": Words("Text 2", "文字 2"),
    "slot-accent": Words("Accent {number}", "着色 {number}"),
}
