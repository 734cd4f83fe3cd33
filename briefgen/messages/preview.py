"""What keeps a file from being written; and the words of the page that shows an outline."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_ONE_TEXT = Words(
    "What is edited on a page, or mended by a command, replaces the characters of one text in its "
    "file. The file is read again before it is written: unless it then says the same but for that "
    "text, it stays as it is.",
    "在网页上改的，或由命令改的，只替换文件里那一处文字。写入之前会把改好的文件重新读一遍："
    "除了那一处，其余必须与原来完全一致，否则文件保持原样。",
)
_ONE_VERSION = Words(
    "A file is only written where it still is what was read, so that nobody's work is lost. What "
    "is told are the first characters of the SHA-256 of both versions.",
    "只有文件仍是读取时的样子，才会写入，免得覆盖别人的修改。"
    "提示里的是两个版本各自 SHA-256 的前几位。",
)
_UNDO = Words(
    "The last 50 writes into a project's files are kept in its `.briefgen/undo/`, and are taken "
    "back one by one, the last first.",
    "写进项目文件的最近 50 次修改，保存在项目的 `.briefgen/undo/` 里，可以从最后一次起逐次撤销。",
)

MESSAGES: Mapping[str, Message] = {
    "edit-nothing-there": Message(
        severity="error",
        sentence=Words("no text begins here any more", "这里已经没有要改的文字"),
        hint=Words("look at the file in an editor", "请在编辑器里看看这个文件"),
        means=_ONE_TEXT,
    ),
    "edit-changes-more": Message(
        severity="error",
        sentence=Words(
            "these words cannot be written here without changing something else in the file",
            "这些文字写到这里，会牵动文件里别的内容",
        ),
        hint=Words("edit the file itself", "请直接编辑文件"),
        means=_ONE_TEXT,
    ),
    "edit-uncounted": Message(
        severity="error",
        sentence=Words(
            "the file holds characters that are put together of several, so that places in it "
            "cannot be told exactly",
            "文件里有由几个部分拼成的字符，无法准确定位",
        ),
        hint=Words("edit the file itself", "请直接编辑文件"),
        means=_ONE_TEXT,
    ),
    "changed-meanwhile": Message(
        severity="error",
        sentence=Words(
            "{file} has changed meanwhile: {read} was read, {found} is there now; nothing was "
            "written",
            "{file} 已被改动：读取时是 {read}，现在是 {found}；没有写入",
        ),
        hint=Words("look at it as it is now, and edit again", "请看过现在的内容，再改一次"),
        means=_ONE_VERSION,
    ),
    "write-outside": Message(
        severity="error",
        sentence=Words("{file} is outside of the project", "{file} 在项目之外"),
        means=_ONE_VERSION,
    ),
    "write-protected": Message(
        severity="error",
        sentence=Words("{file} is write-protected", "{file} 是只读的"),
        hint=Words("allow writing it", "请取消只读"),
        means=_ONE_VERSION,
    ),
    "nothing-to-undo": Message(
        severity="error",
        sentence=Words("there is nothing to undo", "没有可以撤销的修改"),
        means=_UNDO,
    ),
    "nothing-to-redo": Message(
        severity="error",
        sentence=Words("there is nothing to redo", "没有可以重做的修改"),
        means=_UNDO,
    ),
    "no-free-port": Message(
        severity="error",
        sentence=Words("port {port} cannot be listened to: {why}", "无法使用端口 {port}：{why}"),
        hint=Words("name another with --port, or none", "请用 --port 换一个，或不指定"),
        means=Words(
            "The preview is served to this machine alone, at a port of its own: the one asked for, "
            "or any that is free.",
            "预览只对本机开放，占用一个端口：指定的那个，或任意空闲的。",
        ),
    ),
}

PHRASES: Mapping[str, Words] = {}

# The words of the page itself.
UI: Mapping[str, Words] = {
    "preview": Words("Preview", "预览"),
    "presenter": Words("Presenter view", "演讲者视图"),
    "slides": Words("Slides", "全部页面"),
    "slide": Words("Slide", "页"),
    "page": Words("One-page brief", "一页简报"),
    "audience": Words("Audience", "受众"),
    "base": Words("Default", "通用版"),
    "theme": Words("Theme", "主题"),
    "theme-own": Words("As the outline says", "提纲指定的"),
    "theme-as": Words("{name} (the outline's)", "{name}（提纲指定）"),
    "problems": Words("Problems", "问题"),
    "problem-none": Words("No problems", "没有问题"),
    "traced-all": Words("all {count} figures have their sentence", "{count} 个数字都有原句"),
    "traced-of": Words("{count} figures", "{count} 个数字"),
    "traced-sentences": Words("{count} with their sentence", "{count} 个有原句"),
    "traced-rows": Words("{count} from a row of a data file", "{count} 个出自数据文件"),
    "traced-computed": Words("{count} computed from others", "{count} 个由其他数字算出"),
    "error": Words("error", "错误"),
    "warning": Words("warning", "警告"),
    "note": Words("note", "说明"),
    "show-notes": Words("Show notes on fit ({count})", "显示排版说明（{count}）"),
    "stale": Words(
        "Showing the last version without errors", "提纲有错误，正在显示上一个无误的版本"
    ),
    "nothing-yet": Words(
        "The outline has errors, so there is no picture yet.", "提纲有错误，还没有可以显示的画面。"
    ),
    "gone": Words(
        "The preview is not running any more. Start `briefgen preview` again.",
        "预览已经停止。请重新运行 `briefgen preview`。",
    ),
    "figures": Words("Evidence", "出处"),
    "figures-here": Words("Figures on this slide", "这一页的数字"),
    "figures-none": Words("No figure of the ledger stands here.", "这一页没有台账里的数字。"),
    "evidence": Words("Where it comes from", "数字出处"),
    "formula": Words("Computed from", "由此算出"),
    "shown-on": Words("Shown on", "出现在"),
    "entry": Words("entry in the ledger", "台账条目"),
    "actual": Words("achieved", "已实现"),
    "target": Words("target", "目标"),
    "plan": Words("plan", "计划"),
    "stock": Words("present", "现有"),
    "derived": Words("derived", "推算"),
    "outline": Words("Outline", "提纲"),
    "search": Words("Search", "搜索"),
    "search-hint": Words("Search slides and notes", "搜索页面和备注"),
    "search-none": Words("Found nowhere.", "没有找到。"),
    "in-slide": Words("slide", "页面"),
    "in-notes": Words("notes", "备注"),
    "in-source": Words("source", "出处"),
    "grid": Words("All slides", "全部页面"),
    "fullscreen": Words("Full screen", "全屏放映"),
    "previous": Words("Previous", "上一页"),
    "next": Words("Next", "下一页"),
    "download": Words("Download", "下载"),
    "deck": Words("PowerPoint deck", "PowerPoint 演示文稿"),
    "brief": Words("One-page brief (PDF)", "一页简报（PDF）"),
    "handout": Words("Handout as the outline says (PDF)", "讲义（PDF，按提纲设定）"),
    "png": Words("Pictures of the slides (PNG)", "每页图片（PNG）"),
    "svg": Words("Drawings of the slides (SVG)", "每页矢量图（SVG）"),
    "long": Words("Long image (PDF)", "长图（PDF）"),
    "long-png": Words("Long image (PNG)", "长图（PNG）"),
    "md": Words("Document (Markdown)", "文档（Markdown）"),
    "download-refused": Words(
        "It could not be built: see the problems.", "没有生成：请看问题列表。"
    ),
    "download-old": Words(
        "The outline has errors: files are made of the last version without errors",
        "提纲有错误：下载的是上一个无误的版本",
    ),
    "building": Words("Building …", "正在生成……"),
    "notes": Words("Notes", "备注"),
    "notes-none": Words("No notes on this slide.", "这一页没有备注。"),
    "notes-of-topic": Words(
        "These notes are not written at this slide but are its topic's, or were put together: "
        "edit them there, or give this slide notes of its own in the outline.",
        "这段备注不写在这一页，而是来自专题或自动汇集：请到那里修改，或在提纲里给这一页另写备注。",
    ),
    "notes-unwritten": Words(
        "This slide has no notes in the outline yet: write a line `notes:` there (key T).",
        "提纲里这一页还没有备注：请在那里写一行 `notes:`（按 T）。",
    ),
    "edit": Words("Edit", "编辑"),
    "edit-title": Words("Edit the title", "编辑标题"),
    "edit-notes": Words("Edit the notes", "编辑备注"),
    "open": Words("Open in the editor", "在编辑器中打开"),
    "save": Words("Save", "保存"),
    "cancel": Words("Cancel", "取消"),
    "undo": Words("Undo the last edit", "撤销上次修改"),
    "redo": Words("Redo what was undone", "重做刚撤销的修改"),
    "redone": Words("Done again in {file}.", "已重做对 {file} 的修改。"),
    "text": Words("Text", "文本"),
    "text-none": Words(
        "This slide is not written in a YAML outline: open it in the editor.",
        "这一页不在 YAML 提纲里，请在编辑器中打开。",
    ),
    "text-keys": Words("Ctrl+Enter saves, Esc takes it as it was", "Ctrl+回车保存，Esc 还原"),
    "laser": Words("Laser pointer", "激光笔"),
    "step-of": Words("step {number} of {count}", "第 {number}／{count} 步"),
    "ended": Words("The end. Press Esc to leave.", "放映结束，按 Esc 退出。"),
    "key-laser": Words("while presenting: laser pointer", "放映时：激光笔"),
    "key-grid": Words("all slides, while presenting too", "全部页面，放映时也可用"),
    "checked-by": Words("{count} of {total} signed off here", "本页已签核 {count}／{total}"),
    "sign-off": Words("Seen and right", "已看过，无误"),
    "undone": Words("Taken back in {file}.", "已撤销对 {file} 的修改。"),
    "saved": Words("Written into {file}.", "已写入 {file}。"),
    "follow": Words("Go to the slide being edited", "跟随正在编辑的页面"),
    "language": Words("中文", "English"),
    "light": Words("Light", "浅色"),
    "dark": Words("Dark", "深色"),
    "system": Words("As the system", "跟随系统"),
    "keys": Words("Keys", "快捷键"),
    "close": Words("Close", "关闭"),
    "more": Words("More", "更多"),
    "timer-start": Words("Start", "开始"),
    "timer-pause": Words("Pause", "暂停"),
    "timer-reset": Words("Reset", "重置"),
    "elapsed": Words("Elapsed", "已用"),
    "now": Words("Now", "现在"),
    "planned": Words("planned to here", "计划讲到此处"),
    "of-minutes": Words("of {count} min", "共 {count} 分钟"),
    "late": Words("{time} late", "慢了 {time}"),
    "early": Words("{time} to spare", "富余 {time}"),
    "upcoming": Words("Next", "下一页"),
    "last": Words("This is the last slide.", "这是最后一页。"),
    "hidden": Words("hidden", "隐藏"),
    "larger": Words("Larger notes", "备注放大"),
    "smaller": Words("Smaller notes", "备注缩小"),
    "key-move": Words("next, previous slide", "下一页、上一页"),
    "key-ends": Words("first, last slide", "第一页、最后一页"),
    "skip": Words("To the slide", "跳到页面"),
    "present": Words("Present", "放映"),
    "updated": Words("Updated", "已更新"),
    "updated-in": Words("Shown {count} ms after it was saved", "保存后 {count} 毫秒显示"),
    "go-to-line": Words("Go to the line", "跳到那一行"),
    "outdated": Words("Outdated", "旧版"),
    "on-slide": Words("slide {number}", "第 {number} 页"),
    "on-sheet": Words("one-page brief", "一页简报"),
    "places": Words("{count} places", "{count} 处"),
    "matches": Words("Matches the source", "与原文一致"),
    "proved": Words(
        "{count} of {total} figures in the deck are proved.",
        "全稿 {total} 个数字，{count} 个已核对。",
    ),
    "group-slides": Words("Slides", "各页"),
    "group-brief": Words("Brief", "简报"),
    "group-long": Words("Long image", "长图"),
    "group-text": Words("Text", "文字"),
    "slides-pdf": Words("Slides (PDF)", "幻灯片（PDF）"),
    "open-problems": Words("{count} problems are open", "还有 {count} 个问题"),
    "open-problem": Words("1 problem is open", "还有 1 个问题"),
    "field-title": Words("Title", "标题"),
    "holds": Words("{written} of about {count} characters", "已写 {written} 字，约可放 {count} 字"),
    "written": Words("{written} characters", "已写 {written} 字"),
    "pen-keys": Words("Enter saves, Esc leaves", "回车保存，Esc 放弃"),
    "pen-keys-lines": Words("Ctrl+Enter saves, Esc leaves", "Ctrl+回车保存，Esc 放弃"),
    "found-count": Words("{count} slides, {total} places", "{count} 页，共 {total} 处"),
    "enlarge": Words("Larger", "放大"),
    "reduce": Words("Smaller", "缩小"),
    "divider": Words("Drag to resize, double-click to reset", "拖动调整大小，双击还原"),
    "minutes": Words("{count} min", "{count} 分钟"),
    "this-slide": Words("this slide {count} min", "本页 {count} 分钟"),
    "left-of": Words("{time} left", "还剩 {time}"),
    "over-by": Words("{time} over", "超时 {time}"),
    "not-aloud": Words(
        "Sources of the figures ({count}), not to be read aloud", "数字出处（{count} 条，不必念）"
    ),
    "black": Words("Black screen", "黑屏"),
    "black-now": Words("The screen is black. Press B to go on.", "屏幕已黑，按 B 恢复。"),
    "jump": Words("Go to slide", "跳到第几页"),
    "daytime": Words("Time of day", "现在时间"),
    "key-jump": Words("while presenting: to the slide of that number", "放映时：到这一页"),
    "key-black": Words("while presenting: black screen", "放映时：黑屏"),
}
