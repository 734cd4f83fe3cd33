"""What the doctor says of layouts that are missing: where one begins, and what is drawn on it."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.doctor_places import advice
from briefgen.messages.entry import Message, Words

ROLES = Words(
    "Slides stand on the layout that is meant for them: cover, contents, section, content, two "
    "columns, title only, picture, blank, closing. Where a template has none of a sort, they are "
    "composed on another, so they look less like the template.",
    "各类页面用各自的版式：封面、目录、章节、内容、两栏、仅标题、图片、空白、封底。模板缺哪一种，"
    "就借用别的版式，页面便不那么像原模板。",
)
_MISSING = Words(
    "no layout is meant for {role}; such slides use {instead}",
    "没有{role}版式；这类页面用{instead}",
)
_SPARE = Words(
    "no layout is meant for {role}; such slides use {instead}, and look the same",
    "没有{role}版式；这类页面用{instead}，效果一样",
)
_ADD = Words(
    "View → Slide Master → {begin}; {places}; right-click the new one on the left → Rename Layout "
    "→ type {name} → Rename",
    "视图 → 幻灯片母版 → {begin}；{places}；在左侧右键点新版式 → 重命名版式 → 填{name} → 重命名",
)
_WANTED = Words(f"nothing to do; if you want one: {_ADD.en}", f"不用处理；想要的话：{_ADD.zh}")


MESSAGES: Mapping[str, Message] = {
    "template-role-missing": advice("warning", _MISSING, _ADD, ROLES),
    "template-role-absent": advice("note", _MISSING, _WANTED, ROLES),
    "template-role-optional": advice("note", _MISSING, _WANTED, ROLES),
    "template-role-spare": advice("note", _SPARE, _WANTED, ROLES),
    "template-master-untitled": advice(
        "warning",
        Words(
            "before any layout: the master {master} has no place for a title, so its layouts "
            "cannot have one (their box Title is grey)",
            "先改母版：母版{master}没有标题占位符，下面的版式就勾选不了“标题”（框是灰的）",
        ),
        Words(
            "View → Slide Master → click the master {master} on the left (the large one) → Master "
            "Layout → tick {ticks:and} → OK{then}",
            "视图 → 幻灯片母版 → 在左侧点母版{master}（最大的那个）→ 母版版式 → 勾选{ticks:and} → "
            "确定{then}",
        ),
        ROLES,
    ),
    "template-master-unnumbered": advice(
        "warning",
        Words(
            "before a new layout: the master {master} has no slide number, so new layouts have "
            "none",
            "插入新版式之前：母版{master}没有页码，新版式也就没有",
        ),
        Words(
            "View → Slide Master → click the master {master} on the left (the large one) → Master "
            "Layout → tick {ticks:and} → OK{then}",
            "视图 → 幻灯片母版 → 在左侧点母版{master}（最大的那个）→ 母版版式 → 勾选{ticks:and} → "
            "确定{then}",
        ),
        ROLES,
    ),
    "template-no-title": advice(
        "warning",
        Words(
            "no layout has a place for a title; decks get one in their own copy",
            "没有一个版式有标题占位符；生成的演示文稿里会补上",
        ),
        Words(
            "View → Slide Master, {at} and tick Title on the Slide Master tab",
            "视图 → 幻灯片母版，{at}，在“幻灯片母版”选项卡勾选“标题”",
        ),
        ROLES,
    ),
    "template-untitled": advice(
        "warning",
        Words(
            "the layout {layout} has no place for a title; decks get one in their own copy",
            "版式{layout}没有标题占位符；生成的演示文稿里会补上",
        ),
        Words(
            "View → Slide Master, click {layout} on the left, tick Title on the Slide Master tab; "
            "click the edge of the new title, Shape Format → the small arrow of Size: {spot}; Home "
            "→ Font Size {size}, Font Color → {colour}",
            "视图 → 幻灯片母版，在左侧点{layout}，在“幻灯片母版”选项卡勾选“标题”；"
            "点新标题的边框，形状格式 → “大小”右下角的小箭头：{spot}；开始 → 字号 {size}，"
            "字体颜色 → {colour}",
        ),
        ROLES,
    ),
    "template-untitled-placed": advice(
        "note",
        Words(
            "the layout {layout} has no place for a title; decks get one as {like} has it",
            "版式{layout}没有标题占位符；生成的演示文稿里照{like}补上",
        ),
        Words("nothing to do", "不用处理"),
        ROLES,
    ),
    "template-untitled-lent": advice(
        "note",
        Words(
            "the layout {layout} has no place for a title; decks get one at {what}",
            "版式{layout}没有标题占位符；生成的演示文稿里在{what}的位置补上",
        ),
        Words(
            "nothing to do; to have it in the template too: View → Slide Master, click {layout} on "
            "the left, tick Title on the Slide Master tab, put the title where {what} is{then}",
            "不用处理；想让模板里也有：视图 → 幻灯片母版，在左侧点{layout}，在“幻灯片母版”选项卡"
            "勾选“标题”，把标题放到{what}的位置{then}",
        ),
        ROLES,
    ),
    "template-no-number": advice(
        "note",
        Words("the layout {layout} has no slide number", "版式{layout}没有页码"),
        Words(
            "nothing to do; to have one there: View → Slide Master, {steps}",
            "不用处理；想要页码：视图 → 幻灯片母版，{steps}",
        ),
        ROLES,
    ),
}

PHRASES: Mapping[str, Words] = {
    "then-nothing": Words("", ""),
    "then-title": Words(
        "; it would stand on the logo: click the edge of the title, Shape Format → the small arrow "
        "of Size: {spot}",
        "；新标题一开始压住标志，所以再点标题的边框，形状格式 → “大小”右下角的小箭头：{spot}",
    ),
    "tick-title": Words("Title", "“标题”"),
    "tick-number": Words("Slide number", "“幻灯片编号”"),
    "begin-insert": Words(
        "click the master {master} on the left (the large one) → Insert Layout",
        "在左侧点母版{master}（最大的那个）→ 插入版式",
    ),
    # The house stands on a sample slide alone: its shapes are copied from there.
    "begin-sampled": Words(
        "{insert}; {paste}",
        "{insert}；{paste}",
    ),
    "begin-ticked": Words(
        "click the master {master} on the left (the large one) → Master Layout → tick {ticks:and} "
        "→ OK → Insert Layout",
        "在左侧点母版{master}（最大的那个）→ 母版版式 → 勾选{ticks:and} → 确定 → 插入版式",
    ),
    "on-new": Words("click the new layout on the left", "在左侧点新版式"),
    "lent-prompt": Words("the text box {name}", "文本框{name}"),
    "lent-place": Words("the placeholder {name}", "占位符{name}"),
    "lent-sample": Words("{name} of sample slide {slide}", "示例第 {slide} 页{name}"),
    "lent-delete": Words(", and delete {name}", "，再删去{name}"),
    "begin-copy": Words(
        "right-click {layout} on the left → Duplicate Layout; in the copy click the edge of each "
        "box but the title, date, footer and slide number, and press Delete",
        "在左侧右键点{layout} → 复制版式；在复制出的版式里点标题、日期、页脚、页码以外各框的边框，"
        "按 Delete",
    ),
    "steps-number": Words(
        "click {layout} on the left, tick Footers on the Slide Master tab",
        "在左侧点{layout}，在“幻灯片母版”选项卡勾选“页脚”",
    ),
    "steps-number-above": Words(
        "click the master on the left (the large one) → Master Layout → tick Slide number → OK; "
        "then click {layout} on the left, tick Footers on the Slide Master tab",
        "在左侧点最大的母版 → 母版版式 → 勾选“幻灯片编号” → 确定；再点{layout}，"
        "在“幻灯片母版”选项卡勾选“页脚”",
    ),
    # What to draw on a new layout.
    "draw-title": Words(
        "click the edge of the title, Shape Format → the small arrow of Size: {title}; Home → Font "
        "Size {size}",
        "先点标题的边框，形状格式 → “大小”右下角的小箭头：{title}；开始 → 字号 {size}",
    ),
    "draw-coloured": Words("{title}; Font Color → {colour}", "{title}；字体颜色 → {colour}"),
    "draw-box": Words(
        "Slide Master → Insert Placeholder → {kind}, draw it anywhere, Shape Format → the small "
        "arrow of Size: {spot}",
        "幻灯片母版 → 插入占位符 → {kind}，先在页面上任意拖出，再在形状格式 → "
        "“大小”右下角的小箭头：{spot}",
    ),
    "draw-subtitle": Words(
        "{box}; Home → Bullets → None, {align}", "{box}；开始 → 项目符号 → 无，{align}"
    ),
    "align-left": Words("Align Left", "左对齐"),
    "align-center": Words("Center", "居中"),
    "align-right": Words("Align Right", "右对齐"),
    "draw-text": Words("Text", "文本"),
    "draw-content": Words("Content", "内容"),
    "draw-picture": Words("Picture", "图片"),
    "places-keep": Words("change nothing on it", "新版式里不用再改"),
    "places-untick": Words(
        "untick Title on the Slide Master tab", "在“幻灯片母版”选项卡取消勾选“标题”"
    ),
    "name-cover": Words("Title Slide", "标题幻灯片"),
    "name-agenda": Words("Agenda", "目录"),
    "name-section": Words("Section Header", "节标题"),
    "name-content": Words("Title and Content", "标题和内容"),
    "name-two": Words("Two Content", "两栏内容"),
    "name-title-only": Words("Title Only", "仅标题"),
    "name-picture": Words("Picture with Caption", "图片与标题"),
    "name-blank": Words("Blank", "空白"),
    "name-closing": Words("Closing", "封底"),
    "name-plain": Words("“{name}”", "“{name}”"),
    "name-another": Words(
        "“{name} {letter}” (a layout is called “{name}” already)",
        "“{name} {letter}”（已有版式叫“{name}”）",
    ),
    "name-sampled": Words("{name} (sample slide {slide})", "{name}（示例第 {slide} 页）"),
}
