"""What the doctor says of places and colours that a deck has otherwise than its template."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Severity, Words

MASTER_VIEW = Words(
    "In PowerPoint: View → Slide Master shows the master and its layouts on the left; Slide "
    "Master → "
    "Close Master View leaves it.",
    "在 PowerPoint 里：视图 → 幻灯片母版，左边是母版和各版式；改完点幻灯片母版 → 关闭母版视图。",
)
READ = Words(
    "Text reads where its colour differs enough from what lies under it (WCAG 2.2: 4.5:1, large "
    "text and marks 3:1).",
    "文字颜色与底下的颜色要有足够差别才读得清（WCAG 2.2：4.5:1；大字和图形 3:1）。",
)


def advice(severity: Severity, sentence: Words, hint: Words, means: Words) -> Message:
    return Message(severity=severity, sentence=sentence, hint=hint, means=means)


MESSAGES: Mapping[str, Message] = {
    "template-foot-moved": advice(
        "warning",
        Words(
            "the {what} stands on a logo or a pattern; in decks it is moved; on {layouts}",
            "{what}压在标志或图案上，生成的演示文稿里已移开；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, click the layout on the left (if all are so, the master at the "
            "top), drag the {what} to a free place, or press Delete",
            "视图 → 幻灯片母版，在左侧点这个版式（若每个都这样，点最上面的母版），"
            "把{what}拖到空白处，或按 Delete 删去",
        ),
        MASTER_VIEW,
    ),
    "template-foot-out": advice(
        "warning",
        Words(
            "the {what} cannot be read where it stands; in decks it is left out; on {layouts}",
            "{what}在原处看不清，生成的演示文稿里不放；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, click the layout on the left, drag the {what} to a free place; "
            "if it is turned: Shape Format → Rotate → More Rotation Options → Rotation 0°",
            "视图 → 幻灯片母版，在左侧点这个版式，把{what}拖到空白处；若是转过的："
            "形状格式 → 旋转 → 其他旋转选项 → 旋转填 0°",
        ),
        MASTER_VIEW,
    ),
    "template-title-banded": advice(
        "warning",
        Words(
            "the title lies across the edge of a band; in decks it stands in it; on {layouts}",
            "标题跨在色带边上，生成的演示文稿里放进色带；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, click the layout on the left, drag the edges of the title until "
            "it is as high as the band, Home → Align Text → Middle",
            "视图 → 幻灯片母版，在左侧点这个版式，拖标题框的边，使它与色带同高；"
            "开始 → 对齐文本 → 中部对齐",
        ),
        MASTER_VIEW,
    ),
    "template-title-unseen": advice(
        "warning",
        Words(
            "the title has the colour of what lies under it; in decks it is moved to free ground, "
            "in a colour that reads; on {layouts}",
            "标题与底色同色，看不见，生成的演示文稿里移到空白处并换颜色；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, click the layout on the left, drag the title onto the coloured "
            "band, or Home → Font Color and take a darker or lighter one",
            "视图 → 幻灯片母版，在左侧点这个版式，把标题拖到色带上，"
            "或：开始 → 字体颜色，换更深或更浅的颜色",
        ),
        MASTER_VIEW,
    ),
    "template-bare": advice(
        "warning",
        Words(
            "the layouts are empty: grounds, logos and titles stand on the {count} sample slides "
            "alone, and are not in decks",
            "版式是空的：底色、标志和标题只在 {count} 张示例页上，生成的演示文稿里没有",
        ),
        Words(
            "on a sample slide select ground and logo, Home → Copy; View → Slide Master, click the "
            "layout on the left, Home → Paste; on the Slide Master tab tick Title, and Insert "
            "Placeholder → Content",
            "在示例页上选中底色和标志，开始 → 复制；视图 → 幻灯片母版，在左侧点版式，开始 → 粘贴；"
            "再到“幻灯片母版”选项卡勾选“标题”，并点插入占位符 → 内容",
        ),
        MASTER_VIEW,
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
        READ,
    ),
}

PHRASES: Mapping[str, Words] = {}
