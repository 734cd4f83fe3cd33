"""What the doctor says of places on layouts: room, what stands in the way, what decks have
elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Severity, Words

MASTER_VIEW = Words(
    "In PowerPoint: View → Slide Master shows the master and its layouts on the left; Slide "
    "Master → "
    "Close Master View leaves it.",
    "在 PowerPoint 里：视图 → 幻灯片母版，左边是母版和各版式；改完点幻灯片母版 → 关闭母版视图。",
)


def advice(severity: Severity, sentence: Words, hint: Words, means: Words) -> Message:
    return Message(severity=severity, sentence=sentence, hint=hint, means=means)


MESSAGES: Mapping[str, Message] = {
    "template-room": advice(
        "warning",
        Words(
            "less than {wanted} % of the slide is free for content: {what} takes the room; on "
            "{layouts}",
            "可放内容的版面不到 {wanted}%：占地方的是{what}；版式：{layouts}",
        ),
        Words("View → Slide Master, {how}", "视图 → 幻灯片母版，{how}"),
        MASTER_VIEW,
    ),
    "template-in-the-way": advice(
        "warning",
        Words(
            "{what} stands on a place for content; on {layouts}",
            "{what}压在内容占位符上；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, {where}, Home → Arrange → Selection Pane, click {what} there, "
            "and drag it aside; if it is a logo that has to stay, drag the edge of the content "
            "placeholder away from it instead",
            "视图 → 幻灯片母版，{where}，开始 → 排列 → 选择窗格，点{what}，把它拖开；"
            "若是不能动的标志，就拖内容占位符的边，让开它",
        ),
        MASTER_VIEW,
    ),
    "template-foot-moved": advice(
        "warning",
        Words(
            "on a logo or a pattern: {what}; decks have it elsewhere; on {layouts}",
            "{what}压在标志或图案上，生成的演示文稿里已移开；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, click the layout on the left, click each box, Shape Format → the "
            "small arrow of Size → size, and position from the top left corner: {places}",
            "视图 → 幻灯片母版，在左侧点这个版式，分别点各框，形状格式 → “大小”右下角的小箭头 → "
            "大小，以及从左上角算的位置：{places}",
        ),
        MASTER_VIEW,
    ),
    "template-foot-out": advice(
        "warning",
        Words(
            "{what}: {reason}; decks leave that out; on {layouts}",
            "{what}{reason}，生成的演示文稿里不放；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, click the layout on the left, click the edge of each box: {how}",
            "视图 → 幻灯片母版，在左侧点这个版式，点各框的边：{how}",
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
            "View → Slide Master, click the layout on the left, click the edge of the title, "
            "Shape Format → the small arrow of Size: height {height} cm, width {width} cm; "
            "Position: horizontal {left} cm, vertical {top} cm; Home → Align Text → Middle",
            "视图 → 幻灯片母版，在左侧点这个版式，点标题框的边，形状格式 → “大小”右下角的小箭头："
            "高度 {height} 厘米、宽度 {width} 厘米；位置：水平 {left} 厘米、垂直 {top} 厘米；"
            "开始 → 对齐文本 → 中部对齐",
        ),
        MASTER_VIEW,
    ),
    "template-sample-art": advice(
        "warning",
        Words(
            "on sample slide {slide}, but not on its layout {layout}, and so not in decks: {names}",
            "第 {slide} 张示例页上的{names}不在它的版式{layout}上，生成的演示文稿里没有",
        ),
        Words(
            "on slide {slide} click {names} (several: hold Ctrl), Home → Copy; View → Slide "
            "Master → click {layout} on the left → Home → Paste → right-click it → Send to Back",
            "在第 {slide} 页点{names}（多个按住 Ctrl），开始 → 复制；视图 → 幻灯片母版 → "
            "在左侧点{layout} → 开始 → 粘贴 → 右键点它 → 置于底层",
        ),
        MASTER_VIEW,
    ),
    "template-title-onto": advice(
        "warning",
        Words(
            "the {what} cannot be read where it stands; on sample slide {slide} the words stand "
            "elsewhere; on {layouts}",
            "{what}在原处看不清；第 {slide} 张示例页上的字在别处；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, click the layout on the left, click the edge of the {what}, "
            "Shape Format → the small arrow of Size: height {height} cm, width {width} cm; "
            "Position: horizontal {left} cm, vertical {top} cm",
            "视图 → 幻灯片母版，在左侧点这个版式，点{what}框的边，形状格式 → "
            "“大小”右下角的小箭头：高度 {height} 厘米、宽度 {width} 厘米；位置：水平 {left} 厘米、"
            "垂直 {top} 厘米",
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
}

PHRASES: Mapping[str, Words] = {
    # Layouts and masters, as the left side of the master view shows them.
    "layout-named": Words("“{name}”", "“{name}”"),
    "layout-nth": Words(
        "“{name}” (layout {number} under the master {master})",
        "“{name}”（母版{master}下的第 {number} 个版式）",
    ),
    "layout-share": Words("{layout} ({share} %)", "{layout}（{share}%）"),
    "layout-at": Words("{master}, layout {number}", "{master}下第 {number} 个"),
    "master-named": Words("“{name}”", "“{name}”"),
    "master-nth": Words("no. {number} from the top", "（从上数第 {number} 个）"),
    "decor-named": Words("“{name}”", "“{name}”"),
    # What bounds the room for content, and what to do about it.
    "room-named": Words("the title", "标题框"),
    "room-title": Words(
        "click the layout on the left, click the edge of the title, Shape Format → Size: height "
        "{height} cm",
        "在左侧点这个版式，点标题框的边，形状格式 → 大小：高度填 {height} 厘米",
    ),
    "room-here": Words("click the layout on the left", "在左侧点这个版式"),
    "room-above": Words(
        "click the master {master} on the left (the large one)",
        "在左侧点母版{master}（最大的那个）",
    ),
    "room-decor": Words(
        "{where}, Home → Arrange → Selection Pane, click “{name}”, drag it to the edge or make it "
        "smaller; if it is a logo that has to stay, leave it",
        "{where}，开始 → 排列 → 选择窗格，点“{name}”，把它拖到边上或缩小；"
        "若是不能动的标志，就不用改",
    ),
    "room-own": Words("the content placeholder itself", "内容占位符本身太小"),
    "room-place": Words(
        "click {layout} on the left, click the edge of the content placeholder, Shape Format → "
        "the small arrow of Size: height {height} cm, width {width} cm; Position: horizontal "
        "{left} cm, vertical {top} cm",
        "在左侧点{layout}，点内容占位符的边，形状格式 → “大小”右下角的小箭头：高度 {height} 厘米、"
        "宽度 {width} 厘米；位置：水平 {left} 厘米、垂直 {top} 厘米",
    ),
    # What stands at the foot.
    "foot-at": Words(
        "{what} (height {height} cm, width {width} cm; horizontal {left} cm, vertical {top} cm)",
        "{what}（高度 {height} 厘米，宽度 {width} 厘米；水平 {left} 厘米，垂直 {top} 厘米）",
    ),
    "foot-upright": Words("upright", "是竖着的"),
    "foot-hidden": Words(
        "on a logo or a pattern, with no free place near",
        "压在标志或图案上，附近没有空白处",
    ),
    "foot-turn": Words(
        "{what}: Shape Format → the small arrow of Size → Rotation 0°, height {height} cm, width "
        "{width} cm, then Position: horizontal {left} cm, vertical {top} cm",
        "{what}：形状格式 → “大小”右下角的小箭头 → 旋转填 0°，高度 {height} 厘米，宽度 {width} "
        "厘米；再填位置：水平 {left} 厘米，垂直 {top} 厘米",
    ),
    "foot-write": Words(
        "{what}: Home → Text Direction → Horizontal; Shape Format → the small arrow of Size → "
        "height {height} cm, width {width} cm, Position: horizontal {left} cm, vertical {top} cm",
        "{what}：开始 → 文字方向 → 横排；形状格式 → “大小”右下角的小箭头 → 高度 {height} 厘米，"
        "宽度 {width} 厘米，位置：水平 {left} 厘米，垂直 {top} 厘米",
    ),
    "foot-place": Words(
        "{what}: Shape Format → the small arrow of Size → height {height} cm, width {width} cm, "
        "Position: horizontal {left} cm, vertical {top} cm",
        "{what}：形状格式 → “大小”右下角的小箭头 → 高度 {height} 厘米，宽度 {width} 厘米，"
        "位置：水平 {left} 厘米，垂直 {top} 厘米",
    ),
    "foot-and": Words("{first}; {then}", "{first}；{then}"),
    "foot-delete": Words("{what}: press Delete", "{what}：按 Delete 删去"),
}
