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
            "“{name}” on “{layout}” stands on a logo or a pattern; in decks it is moved",
            "版式“{layout}”的“{name}”压在标志或图案上；成稿中已移开",
        ),
        Words(
            "View → Slide Master, click “{layout}”, drag “{name}” to a free place, or clear it "
            "with Delete",
            "视图 → 幻灯片母版，选中“{layout}”，把“{name}”拖到空白处，或按 Delete 删去",
        ),
        MASTER_VIEW,
    ),
    "template-foot-out": advice(
        "warning",
        Words(
            "“{name}” on “{layout}” cannot be read where it stands; in decks it is left out",
            "版式“{layout}”的“{name}”在原处看不清；成稿中不放",
        ),
        Words(
            "View → Slide Master, click “{layout}”, drag “{name}” to a free place and set its "
            "rotation to 0° (Shape Format → Rotate)",
            "视图 → 幻灯片母版，选中“{layout}”，把“{name}”拖到空白处，旋转设为 0°"
            "（形状格式 → 旋转）",
        ),
        MASTER_VIEW,
    ),
    "template-title-banded": advice(
        "warning",
        Words(
            "the title of “{layout}” lies across the edge of a band; in decks it stands in it",
            "版式“{layout}”的标题跨在色带边上；成稿中放进色带",
        ),
        Words(
            "View → Slide Master, click “{layout}”, make “{name}” as high as the band, Home → "
            "Align Text → Middle",
            "视图 → 幻灯片母版，选中“{layout}”，把“{name}”调到与色带同高，"
            "开始 → 对齐文本 → 中部对齐",
        ),
        MASTER_VIEW,
    ),
    "template-bare": advice(
        "warning",
        Words(
            "the layouts are empty: grounds, logos and titles stand on the {count} sample slides "
            "alone, and are not in decks",
            "版式是空的：底色、标志和标题只在 {count} 张样例页上，成稿中没有",
        ),
        Words(
            "on a sample slide select ground and logo, Copy; View → Slide Master, click the "
            "layout, Paste; Slide Master → Insert Placeholder and tick Title",
            "在样例页上选中底色和标志并复制；视图 → 幻灯片母版，选中版式并粘贴；"
            "幻灯片母版 → 插入占位符，并勾选标题",
        ),
        MASTER_VIEW,
    ),
    "template-colour": advice(
        "warning",
        Words(
            "the layouts are in #{colour}, which is none of the theme's colours; in decks it is "
            "Accent 1",
            "版式用的 #{colour} 不在主题颜色里；成稿中作为着色 1",
        ),
        Words(
            "View → Slide Master → Colors → Customize Colors → Accent 1: #{colour}",
            "视图 → 幻灯片母版 → 颜色 → 自定义颜色 → 着色 1：#{colour}",
        ),
        READ,
    ),
}

PHRASES: Mapping[str, Words] = {}
