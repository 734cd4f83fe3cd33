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


_SIZE_EN, _SIZE_ZH = "Shape Format → the small arrow of Size", "形状格式 → “大小”右下角的小箭头"

MESSAGES: Mapping[str, Message] = {
    "template-look": advice(
        "warning",
        Words(
            "ground, logo and bars ({count} {count:shape|shapes}) stand on sample slides alone; "
            "the layouts are white, and so are decks: {layouts}",
            "底色、标志、色条（{count} 个图形）只在示例页上；版式是白的，"
            "生成的演示文稿也就是白的：{layouts}",
        ),
        Words("{how}", "{how}"),
        MASTER_VIEW,
    ),
    "template-worn": advice(
        "note",
        Words(
            "some layouts are made of sample slides, since their look stands there and not on a "
            "layout: {made}",
            "有些版式取自示例页（样子只在那里，不在版式上）：{made}",
        ),
        Words(
            "nothing to do; to do without: run briefgen template {file} --lock, open "
            "template.lock.yaml beside it in Notepad, change yes behind samples: to no (for all), "
            "or the name between the quotation marks behind {keys} to that of one of the "
            "template’s own layouts; save",
            "不用处理；不想取：运行 briefgen template {file} --lock，用记事本打开旁边的 "
            "template.lock.yaml，把 samples: 后面的 yes 改成 no（全都不取），或把 {keys} "
            "后面引号里的名字改成模板自己的版式名，保存",
        ),
        MASTER_VIEW,
    ),
    "template-room": advice(
        "warning",
        Words(
            "less than {wanted} % of the slide is free for content: {what} takes the room; on "
            "{layouts}",
            "可放内容的版面不到 {wanted}%：占地方的是{what}；版式：{layouts}",
        ),
        Words("View → Slide Master, {at} and {how}", "视图 → 幻灯片母版，{at}，{how}"),
        MASTER_VIEW,
    ),
    "template-room-drawing": advice(
        "note",
        Words(
            "less than {wanted} % of the slide is free for content: {what} takes the room; on "
            "{layouts}",
            "可放内容的版面不到 {wanted}%：占地方的是{what}；版式：{layouts}",
        ),
        Words(
            "nothing to do; to make it smaller, do this before the rest: View → Slide Master, "
            "{how}; save, and have a new report made, since other numbers change",
            "不用处理；要缩小就先做这一条：视图 → 幻灯片母版，{how}；保存，"
            "再重新出一份报告，其他数字会跟着变",
        ),
        MASTER_VIEW,
    ),
    "template-in-the-way": advice(
        "warning",
        Words(
            "{what} {count:stands|stand} on a place for content; on {layouts}",
            "{what}压在内容框上；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, {steps}",
            "视图 → 幻灯片母版，{steps}",
        ),
        MASTER_VIEW,
    ),
    "template-in-the-way-drawing": advice(
        "warning",
        Words(
            "{what} {count:stands|stand} on a place for content; on {layouts}",
            "{what}压在内容框上；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, {where}, Home → Arrange → Selection Pane, click {what} there, "
            "and drag it off the boxes for content",
            "视图 → 幻灯片母版，{where}，开始 → 排列 → 选择窗格，点{what}，把它拖到内容框以外",
        ),
        MASTER_VIEW,
    ),
    "template-foot-moved": advice(
        "warning",
        Words(
            "{what}: {why} (in decks elsewhere already); on {layouts}",
            "{what}{why}（生成的演示文稿里已移开）；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, {at} and click the edge of the {first} box, "
            f"{_SIZE_EN}: {{places}}",
            f"视图 → 幻灯片母版，{{at}}，点{{first}}框的边框，{_SIZE_ZH}：{{places}}",
        ),
        MASTER_VIEW,
    ),
    "template-foot-out": advice(
        "warning",
        Words(
            "{what}: {reason} (decks leave that out); on {layouts}",
            "{what}{reason}（生成的演示文稿里不放）；版式：{layouts}",
        ),
        Words(
            "View → Slide Master, {at}; {how}",
            "视图 → 幻灯片母版，{at}；{how}",
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
            f"View → Slide Master, {{at}} and click the edge of the title, {_SIZE_EN}: {{spot}}; "
            "Home → Align Text → Middle",
            f"视图 → 幻灯片母版，{{at}}，点标题的边框，{_SIZE_ZH}：{{spot}}；"
            "开始 → 对齐文本 → 中部对齐",
        ),
        MASTER_VIEW,
    ),
    "template-title-short": advice(
        "warning",
        Words(
            "the box of the title holds few words; in decks it is wider; on {layouts}",
            "标题框太短，放不下几个字，生成的演示文稿里加宽；版式：{layouts}",
        ),
        Words(
            f"View → Slide Master, {{at}} and click the edge of the title, {_SIZE_EN}: {{spot}}",
            f"视图 → 幻灯片母版，{{at}}，点标题的边框，{_SIZE_ZH}：{{spot}}",
        ),
        MASTER_VIEW,
    ),
    "template-title-hidden": advice(
        "warning",
        Words(
            "the words of the title stand on {what}; on {layouts}",
            "标题的字压在{what}上；版式：{layouts}",
        ),
        Words(
            f"View → Slide Master, {{at}} and click the edge of the title, {_SIZE_EN}: {{spot}}",
            f"视图 → 幻灯片母版，{{at}}，点标题的边框，{_SIZE_ZH}：{{spot}}",
        ),
        MASTER_VIEW,
    ),
    "template-sample-art": advice(
        "warning",
        Words(
            "on sample slide {slide}, but not on its layout {layout}, and so not in decks: {names}",
            "第 {slide} 张示例页上的{names}不在它的版式{layout}上，生成的演示文稿里没有",
        ),
        Words("{how}", "{how}"),
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
            f"View → Slide Master, {{at}} and click the edge of the {{what}}, {_SIZE_EN}: {{spot}}",
            f"视图 → 幻灯片母版，{{at}}，点{{what}}框的边框，{_SIZE_ZH}：{{spot}}",
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
            "master on the left (the large one), Home → Paste; keep them selected, right-click → "
            "Send to Back",
            "在示例页上选中底色和标志，开始 → 复制；视图 → 幻灯片母版，在左侧点最大的母版，"
            "开始 → 粘贴；保持选中，右键 → 置于底层",
        ),
        MASTER_VIEW,
    ),
}

PHRASES: Mapping[str, Words] = {
    "worn-one": Words(
        "{roles} of slide {slide} (taken: {what})", "{roles}取自第 {slide} 页（取了：{what}）"
    ),
    "worn-all": Words("{names}", "{names}"),
    "worn-more": Words("{names} and more ({count} in all)", "{names}等（共 {count} 个）"),
    "worn-places": Words("its ground and the places of its words", "底色和文字的位置"),
    # Layouts and masters, as the left side of the master view shows them.
    "layout-named": Words("“{name}”", "“{name}”"),
    "layout-nth": Words(
        "“{name}” (layout {number} under the master {master})",
        "“{name}”（母版{master}下的第 {number} 个版式）",
    ),
    "layout-share": Words("{layout} ({share} %)", "{layout}（{share}%）"),
    "layout-at": Words("{master}, layout {number}", "{master}下第 {number} 个"),
    "layout-short": Words("{name}", "{name}"),
    "layout-short-nth": Words("{name} (layout {number})", "{name}（第 {number} 个）"),
    "layout-short-of": Words("{name} (of the master {master})", "母版{master}的{name}"),
    "layout-short-both": Words(
        "{name} (layout {number} under the master {master})",
        "母版{master}的{name}（第 {number} 个）",
    ),
    "master-named": Words("“{name}”", "“{name}”"),
    "master-nth": Words("no. {number} from the top", "（从上数第 {number} 个）"),
    "master-at": Words("the master {master}", "母版{master}"),
    "decor-named": Words("“{name}”", "“{name}”"),
    "layouts-of": Words(
        "{count} layouts of the master {master}", "母版{master}下的 {count} 个版式"
    ),
    "at-layout": Words("click {layouts} on the left", "在左侧点{layouts}"),
    "at-layouts": Words(
        "do this for each of {layouts}: click it on the left",
        "在左侧依次点{layouts}（每个都照做）",
    ),
    "at-master": Words(
        "click the master {master} on the left (the large one; its layouts follow)",
        "在左侧点母版{master}（最大的那个，下面的版式会跟着变）",
    ),
    "on-layout": Words("click {layout} on the left", "在左侧点{layout}"),
    "on-master": Words(
        "click the master {master} on the left (the large one)",
        "在左侧点母版{master}（最大的那个）",
    ),
    # A place and its size, as the dialog of a shape has them.
    "spot": Words(
        "height {height} cm, width {width} cm; Position: horizontal {left} cm, vertical {top} cm",
        "高度 {height} 厘米、宽度 {width} 厘米；位置：水平 {left} 厘米、垂直 {top} 厘米",
    ),
    "paste-one": Words(
        "View → Normal; on slide {slide} open Home → Arrange → Selection Pane, click {names}, Home "
        "→ Copy (the slide keeps its own); View → Slide Master → {at} → Home → Paste → right-click "
        "what was pasted → Send to Back",
        "视图 → 普通；在第 {slide} 页打开 开始 → 排列 → 选择窗格，点{names}，开始 → 复制"
        "（那一页原来的留着）；视图 → 幻灯片母版 → {at} → 开始 → 粘贴 → 右键点粘贴出来的 → "
        "置于底层",
    ),
    "paste-several": Words(
        "View → Normal; on slide {slide} open Home → Arrange → Selection Pane, click {names} (hold "
        "Ctrl), Home → Copy (the slide keeps its own); View → Slide Master → {at} → Home → Paste → "
        "keep all selected, right-click one → Send to Back",
        "视图 → 普通；在第 {slide} 页打开 开始 → 排列 → 选择窗格，按住 Ctrl 点{names}，"
        "开始 → 复制（那一页原来的留着）；视图 → 幻灯片母版 → {at} → 开始 → 粘贴 → 保持选中，"
        "右键点其中一个 → 置于底层",
    ),
    "way-step": Words(
        f"{{at}} and click the edge of the box {{words}}, {_SIZE_EN}: {{spot}}",
        f"{{at}}，点{{words}}框的边框，{_SIZE_ZH}：{{spot}}",
    ),
    # A text box by what it says: where several say the same, or it says nothing, by more.
    "box-says": Words("“{words}”", "“{words}”"),
    "box-nth": Words(
        "“{words}” (no. {number} from the top of the {count} that say so)",
        "“{words}”（{count} 个同样的框里从上数第 {number} 个）",
    ),
    "box-level": Words(
        "“{words}” (no. {number} from the left of the {count} that say so)",
        "“{words}”（{count} 个同样的框里从左数第 {number} 个）",
    ),
    "box-left": Words("“{words}” (the left one of the two)", "“{words}”（两个里左边那个）"),
    "box-right": Words("“{words}” (the right one of the two)", "“{words}”（两个里右边那个）"),
    "box-upper": Words("“{words}” (the upper one of the two)", "“{words}”（两个里上面那个）"),
    "box-lower": Words("“{words}” (the lower one of the two)", "“{words}”（两个里下面那个）"),
    "box-named": Words(
        "“{words}” (Home → Arrange → Selection Pane shows that name)",
        "“{words}”（名字见 开始 → 排列 → 选择窗格）",
    ),
    # What bounds the room for content, and what to do about it.
    "room-named": Words("the title", "标题框"),
    "room-title": Words(
        "click the edge of the title, Shape Format → Size: height {height} cm; the boxes for "
        "content may stay as they are, decks use the room that is free then",
        "点标题的边框，形状格式 → 大小：高度填 {height} 厘米；内容框不用动，"
        "生成时会用上空出来的地方",
    ),
    "room-here": Words("click the layout on the left", "在左侧点这个版式"),
    "room-above": Words(
        "click the master {master} on the left (the large one)",
        "在左侧点母版{master}（最大的那个）",
    ),
    "room-decor": Words(
        f"{{where}}, Home → Arrange → Selection Pane, click “{{name}}”, {_SIZE_EN}: {{spot}}",
        f"{{where}}，开始 → 排列 → 选择窗格，点“{{name}}”，{_SIZE_ZH}：{{spot}}",
    ),
    "room-copies": Words(
        "the same drawing on other layouts takes the same numbers: {copies}",
        "其他版式上的同一个图形照填同样的数字：{copies}",
    ),
    "room-copy": Words("“{name}” on {layout}", "{layout}上的“{name}”"),
    "room-own": Words("the content placeholder itself", "内容占位符本身太小"),
    "room-place": Words(
        f"click the edge of the content placeholder, {_SIZE_EN}: {{spot}}",
        f"点内容占位符的边框，{_SIZE_ZH}：{{spot}}",
    ),
    # What stands at the foot.
    "foot-next": Words(
        "{places}; then click the {what} box: {spot}", "{places}；再点{what}框：{spot}"
    ),
    "foot-on-mark": Words("on a logo or a pattern", "压在标志或图案上"),
    "foot-juts": Words("beyond the edge of the slide", "超出了页边"),
    "foot-upright": Words("upright", "是竖着的"),
    "foot-hidden": Words(
        "on a logo or a pattern, with no free place on its line",
        "压在标志或图案上，同一行没有空白处",
    ),
    "foot-turn": Words(
        f"click the edge of the {{what}} box, {_SIZE_EN}: Rotation 0°, {{spot}}",
        f"点{{what}}框的边框，{_SIZE_ZH}：旋转填 0°，{{spot}}",
    ),
    "foot-write": Words(
        f"click the edge of the {{what}} box, Home → Text Direction → Horizontal; {_SIZE_EN}: "
        "{spot}",
        f"点{{what}}框的边框，开始 → 文字方向 → 横排；{_SIZE_ZH}：{{spot}}",
    ),
    "foot-place": Words(
        f"click the edge of the {{what}} box, {_SIZE_EN}: {{spot}}",
        f"点{{what}}框的边框，{_SIZE_ZH}：{{spot}}",
    ),
    "in-turn": Words("{first}; {then}", "{first}；{then}"),
    "foot-delete": Words(
        "click the edge of the {what} box, press Delete (on this layout there is no free place for "
        "it)",
        "点{what}框的边框，按 Delete 删去（这个版式上没有空白处放它）",
    ),
}
