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
            "the {what} box “{words}” reads poorly: contrast {share}:1, {wanted}:1 is needed; on "
            "{layouts}",
            "{what}框“{words}”看不清：对比 {share}:1，需要 {wanted}:1；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, click the layout on the left, click the edge of the box "
            "“{words}”, Home → Font Color → {colour}",
            "视图 → 幻灯片母版，在左侧点这个版式，点“{words}”那个框的边，"
            "开始 → 字体颜色 → {colour}",
        ),
        _READ,
    ),
    "template-title-unseen": advice(
        "warning",
        Words(
            "the {what} has the colour of what lies under it and cannot be seen; decks have it "
            "elsewhere, in a colour that reads; on {layouts}",
            "{what}与底色几乎同色，看不见，生成的演示文稿里移到空白处并换颜色；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, click the layout on the left, click the edge of each box ({what})"
            ", Home → Font Color → {colour}",
            "视图 → 幻灯片母版，在左侧点这个版式，分别点{what}框的边，开始 → 字体颜色 → {colour}",
        ),
        _READ,
    ),
    "template-accent": advice(
        "note",
        Words(
            "too pale on the slide: {accents}; charts take a shade of them that reads",
            "在页面上太淡：{accents}；图表用它们的深浅变体",
        ),
        Words(
            "nothing to do; to change them: View → Slide Master → Colors → Customize Colors → the "
            "accent → More Colors → Custom → Hex: {instead}",
            "不用处理；要改：视图 → 幻灯片母版 → 颜色 → 自定义颜色 → 点该着色 → 其他颜色 → "
            "自定义 → 十六进制：{instead}",
        ),
        _READ,
    ),
    "template-colour": advice(
        "warning",
        Words(
            "the layouts are in #{colour}, which is none of the theme's colours; in decks it is "
            "Accent 1",
            "版式用的 #{colour} 不在主题颜色里；生成的演示文稿里作为着色 1",
        ),
        Words(
            "View → Slide Master → Colors → Customize Colors → Accent 1 → More Colors → Custom → "
            "Hex: {colour}",
            "视图 → 幻灯片母版 → 颜色 → 自定义颜色 → 着色 1 → 其他颜色 → 自定义 → "
            "十六进制填 {colour}",
        ),
        _READ,
    ),
}

PHRASES: Mapping[str, Words] = {
    "accent-pale": Words(
        "Accent {number} (#{colour}, {share}:1)", "着色 {number}（#{colour}，{share}:1）"
    ),
    "accent-instead": Words("Accent {number} {colour}", "着色 {number} 填 {colour}"),
    "colour-slot": Words("the theme colour “{slot}” (#{colour})", "主题颜色“{slot}”（#{colour}）"),
    "colour-hex": Words(
        "More Colors → Custom → Hex: {colour}", "其他颜色 → 自定义 → 十六进制填 {colour}"
    ),
    "slot-bg1": Words("Background 1", "背景 1"),
    "slot-tx1": Words("Text 1", "文字 1"),
    "slot-bg2": Words("Background 2", "背景 2"),
    "slot-tx2": Words("Text 2", "文字 2"),
    "slot-accent": Words("Accent {number}", "着色 {number}"),
}
