"""What does not fit a page, and what was done so that it fits."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_FITS = Words(
    "Text is never set smaller than can be read, and never runs out of its box. First the author's "
    "`short:` wording is tried, then the next size; what fits at none is told, not cut.",
    "文字不会小到看不清，也不会溢出文本框。先用作者写的“short:”，再降字号；"
    "都放不下就报错，不会悄悄截掉。",
)
_TABLE = Words(
    "The rows of a table slide come from the outline (header: and rows:), or from columns of a "
    "data file (data:), and from one of them only.",
    "表格页的内容要么写在提纲里（header: 和 rows:），要么取自数据文件的列（data:），二者取一。",
)
_GIVE_ROWS = Words(
    "write header: and rows:, or data: {{file, columns}}",
    "写“header:”和“rows:”，或“data: {{file, columns}}”",
)
_ONE_SHEET = Words(
    "The brief is one sheet, always. What is too much for it is mended in a stated order: without "
    "measures, tighter and smaller down to the floor, short wordings, without optional parts.",
    "简报总是一张纸。放不下时按次序处理：先不列举措，再收紧、缩小字号直到下限，"
    "再用简短写法，最后去掉可有可无的部分。",
)
_GRID = "    header: [项目, 数值]\n    rows: [[甲, 1家], [乙, 2家]]\n"
_DATA = "    data: {file: data/a.csv, columns: [项目, 数值]}\n"
_SLIDE = "deck:\n  - kind: table\n    title: 对照\n"

_OF_DECK = Words(
    "A page says what it shows under “page:”, else it shows the topics. Where there are neither, "
    "the first figures, events and points of the deck stand on it.",
    "单页的内容写在“page:”里，不写就用“topics:”。两样都没有，就取幻灯片里最前面的数字、事件和要点。",
)

MESSAGES: Mapping[str, Message] = {
    "page-from-deck": Message(
        severity="note",
        sentence=Words(
            "nothing says what the page shows: it shows figures, events and points of the deck",
            "没有写单页的内容：取自幻灯片里的数字、事件和要点",
        ),
        hint=Words(
            "write “page:” or “topics:”, or make the deck alone: -f deck",
            "写上“page:”或“topics:”；只要幻灯片就用 -f deck",
        ),
        means=_OF_DECK,
        wrong="deck:\n- {kind: cover}\n- {kind: kpi, title: 要点, figures: [output, firms]}",
        right="page: {figures: [output, firms]}",
    ),
    "page-empty": Message(
        severity="note",
        sentence=Words(
            "no page is made: it would show nothing but its title",
            "没有生成单页：上面除了标题什么也没有",
        ),
        hint=Words(
            "write “page:” or “topics:”, or make the deck alone: -f deck",
            "写上“page:”或“topics:”；只要幻灯片就用 -f deck",
        ),
        means=_OF_DECK,
        wrong="deck:\n- {kind: cover}\n- {kind: closing, title: 谢谢}",
        right="page: {figures: [output, firms]}",
    ),
    "overflow": Message(
        severity="error",
        sentence=Words(
            "{name}: about {count} characters too long for its box{limit}{start}",
            "{name}：比文本框多出约 {count} 个字{limit}{start}",
        ),
        hint=Words("{mend}", "{mend}"),
        means=_FITS,
    ),
    "split": Message(
        severity="warning",
        sentence=Words(
            "{name}: “{words}” is broken over two lines where | is; its box is too narrow",
            "{name}：文本框太窄，“{words}”这个数或词断成了两行",
        ),
        hint=Words("write it shorter", "写短一些"),
        means=Words(
            "A number stays with its unit, and a Latin word is whole, wherever the box has room "
            "for it at any size.",
            "只要有一种字号放得下，数就和单位排在一起，英文单词也不拆开；这里哪种字号都不行。",
        ),
    ),
    "fitted": Message(
        severity="note",
        sentence=Words("{name}: fits with {how:and}", "{name}：{how}，才放得下"),
        means=_FITS,
    ),
    "to-the-notes": Message(
        severity="warning",
        sentence=Words(
            "the texts of “{title}” fit on no slide; they are in the speaker's notes",
            "“{title}”的说明文字哪一页也放不下，已移到演讲者备注",
        ),
        hint=Words(
            "shorten them, or give them `short:` wordings", "缩短它们，或加上“short:”简短写法"
        ),
        means=_FITS,
    ),
    "spread": Message(
        severity="note",
        sentence=Words(
            "“{title}” is spread over {count} pages",
            "“{title}”分成了 {count} 页",
        ),
        means=Words(
            "What is too much for one slide goes on as many as it needs, with at least two items "
            "on each; their titles count (1/2), (2/2).",
            "一页放不下的内容分到几页，每页至少两项，标题后面标（1/2）（2/2）。",
        ),
    ),
    "too-long": Message(
        severity="warning",
        sentence=Words(
            "the slides take {total} minutes, the event has {allowed}",
            "各页共需 {total} 分钟，而活动只有 {allowed} 分钟",
        ),
        hint=Words(
            "shorten some, or hide them with “hidden: yes”",
            "减少一些页的时间，或用“hidden: yes”隐藏几页",
        ),
        means=Words(
            "The minutes of all slides that are shown are added up, and compared with those that "
            "the brief gives for the event.",
            "把要放映的各页的分钟数加起来，和 brief 里为活动写的分钟数比较。",
        ),
        wrong="brief: {minutes: 5}\ndeck:\n"
        "  - {kind: section, title: 怎么看, minutes: 3}\n"
        "  - {kind: section, title: 怎么干, minutes: 4}",
        right="brief: {minutes: 5}\ndeck:\n"
        "  - {kind: section, title: 怎么看, minutes: 3}\n"
        "  - {kind: section, title: 怎么干, minutes: 4, hidden: yes}",
    ),
    "blurred": Message(
        severity="warning",
        sentence=Words(
            "{file} is shown {inches} inches wide with only {pixels} pixels",
            "{file} 显示宽 {inches} 英寸，却只有 {pixels} 像素",
        ),
        hint=Words(
            "use an image of at least {wanted} pixels width", "换用宽度至少 {wanted} 像素的图片"
        ),
        means=Words(
            "Below 72 pixels to the inch an image looks blurred on every screen; 220 are as sharp "
            "as a projector or an office printer can show.",
            "每英寸不到 72 像素，在哪种屏幕上都发虚；220 像素就达到投影仪和办公打印机的极限了。",
        ),
    ),
    "image-cropped": Message(
        severity="note",
        sentence=Words(
            "{share} % of {file} is cut off, so that it fills its frame",
            "{file} 为铺满画框，裁掉了 {share}%",
        ),
        hint=Words(
            "write “fit: contain” to show all of it, or “focus: 50% 30%” for what must stay",
            "要完整显示，写 fit: contain；要保住某一处，写 focus: 50% 30%",
        ),
        means=Words(
            "An image of another form than its frame loses its edges: of a photograph seldom what "
            "matters, of a diagram or a screenshot nearly always.",
            "图片和画框形状不同，边缘就会被裁掉：照片大多无妨，示意图和截图却往往缺了要紧的部分。",
        ),
    ),
    "image-undescribed": Message(
        severity="note",
        sentence=Words("nothing says what {file} shows", "没有写明 {file} 是什么图"),
        hint=Words(
            "write image: {{file: {file}, alt: …}}; until then its caption or the slide's "
            "title is said in its place",
            "写成 image: {{file: {file}, alt: …}}；在此之前，用图片说明或本页标题代替",
        ),
        means=Words(
            "Who cannot see an image hears its alternative text; PDF/UA and most offices ask for "
            "one.",
            "看不见图片的人听到的是替代文字，PDF/UA 和多数单位都要求有。",
        ),
    ),
    "table-too-tall": Message(
        severity="error",
        sentence=Words(
            "{name}: the table is about {lines} {lines:line|lines} too tall",
            "{name}：表格高出约 {lines} 行",
        ),
        hint=Words(
            "shorten its cells or split it over two slides", "缩短单元格里的文字，或分成两页"
        ),
        means=_FITS,
    ),
    "table-without-rows": Message(
        severity="error",
        sentence=Words("the table has no rows", "表格没有内容"),
        hint=_GIVE_ROWS,
        means=_TABLE,
        wrong=_SLIDE,
        right=_SLIDE + _GRID,
    ),
    "table-without-header": Message(
        severity="error",
        sentence=Words("the table's rows are without a header", "表格有各行，却没有表头"),
        hint=Words("write header: above rows:", "在“rows:”之前写“header:”"),
        means=_TABLE,
        wrong=_SLIDE + "    rows: [[甲, 1家], [乙, 2家]]\n",
        right=_SLIDE + _GRID,
    ),
    "table-rows-twice": Message(
        severity="error",
        sentence=Words("the table's rows are given twice", "表格的内容写了两遍：“rows:”和“data:”"),
        hint=_GIVE_ROWS,
        means=_TABLE,
        wrong=_SLIDE + _GRID + _DATA,
        right=_SLIDE + _DATA,
    ),
    "table-header-length": Message(
        severity="error",
        sentence=Words(
            "{names} {names:name|names} for {columns} {columns:column|columns}",
            "{columns} 列，却写了 {names} 个列名",
        ),
        hint=Words("give a name for each column", "给每一列写一个列名"),
        means=_TABLE,
        wrong=_SLIDE + "    header: [名称, 家数, 备注]\n" + _DATA,
        right=_SLIDE + "    header: [名称, 家数]\n" + _DATA,
    ),
    "cell-untranslated": Message(
        severity="error",
        sentence=Words(
            "the audience reads English, “{text}” is Chinese",
            "受众看的是英文，而“{text}”是中文",
        ),
        hint=Words(
            "give this audience a file in English, with “set:”, or drop the slide",
            "用“set:”给这一受众换一个英文的数据文件，或去掉这一页",
        ),
        means=Words(
            "Words of a data file are shown as they stand there, in one language. Values that are "
            "quantities are written in the language of the audience.",
            "数据文件里的文字只有一种语言，照原样显示；其中的量会按受众的语言来写。",
        ),
        wrong="brief: {language: en, title: Demo}\n"
        "deck:\n  - kind: table\n    title: Firms\n    header: [Item, Number]\n" + _DATA,
        right="brief: {language: en, title: Demo}\n"
        "deck:\n  - kind: table\n    title: Firms\n    header: [Item, Number]\n"
        "    rows: [[A, 1 firm], [B, 2 firms]]\n",
    ),
    "copyfit": Message(
        severity="note",
        sentence=Words(
            "the printed page fits with {done}",
            "打印页作了以下处理才放下：{done}",
        ),
        means=_ONE_SHEET,
    ),
    "picture-without-figures": Message(
        severity="warning",
        sentence=Words(
            "the page in pictures does not carry {count} {count:figure|figures}: {figures}",
            "一图读懂的页面放不下 {count} 个数字：{figures}",
        ),
        hint=Words(
            "shorten its texts, or write “style: article” under “page:”",
            "缩短页面上的文字，或在“page:”下写“style: article”",
        ),
        means=Words(
            "A page in pictures carries every figure of its lead, topics, chart, timeline and "
            "targets. Those for which it has no room, and those that only a longer wording than "
            "the one that it shows says, are told by their ids.",
            "一图读懂的页面要带上导语、专题、图表、时间轴和目标里的每个数字；"
            "实在放不下的，和只在没有采用的较长写法里出现的，按编号列出来。",
        ),
    ),
    "figures-elsewhere": Message(
        severity="note",
        sentence=Words(
            "the strip leaves out {figures}: what stands in the chart, a topic, the timeline or "
            "the targets of the page is not repeated",
            "页首数字不再列出 {figures}：页面的图表、专题、时间轴或目标里已有",
        ),
        hint=Words(
            "nothing is to be done; for a fuller strip, name other figures under “figures:”",
            "无须改动；想多列几个，就在“figures:”里换成别的数字",
        ),
        means=Words(
            "A page in pictures shows each figure once, where it says most.",
            "一图读懂的页面里，每个数字只出现一次，放在最能说明问题的地方。",
        ),
    ),
    "page-too-full": Message(
        severity="error",
        sentence=Words(
            "{part} about {lines} {lines:line|lines} too tall for the printed page",
            "打印页放不下：{part}，高出约 {lines} 行",
        ),
        hint=Words(
            "shorten what is longest there, or show less of it; type is at its least already",
            "缩短其中最长的文字，或少列几项；字号已经是最小了",
        ),
        means=_ONE_SHEET,
    ),
}

PHRASES: Mapping[str, Words] = {
    # Of a text that is too long.
    "of-at-most-lines": Words(" of at most {count} {count:line|lines}", "（最多 {count} 行）"),
    "from-words-on": Words(", from “{words}” on", "，从“{words}”起"),
    "fewer-side-by-side": Words("show fewer figures side by side", "减少并排的数字"),
    "shorter": Words(
        "from {length} to about {wanted} characters", "从 {length} 字减到约 {wanted} 字"
    ),
    "split-slide": Words("split the slide, or shorten it {shorter}", "分成两页，或{shorter}"),
    "leave-out": Words("leave something out, or shorten it {shorter}", "删去一些内容，或{shorter}"),
    "shorten-short": Words("shorten its `short:` wording {shorter}", "把“short:”的文字{shorter}"),
    "shorten-or-add-short": Words(
        "shorten it {shorter}, or give it a `short:` wording",
        "{shorter}，或加上“short:”简短写法",
    ),
    # Of a text that was made to fit.
    "the-short-wording": Words("the short wording", "用简短写法"),
    "steps-down": Words("{count} {count:step|steps} down the type scale", "字号降 {count} 级"),
    # Of the printed page.
    "text-at": Words("text at {size} pt", "正文 {size} 磅"),
    "tightened": Words("leading and spaces tightened", "收紧行距和间距"),
    "short-wordings": Words("short wordings", "用简短写法"),
    "left-out": Words("{parts:and} left out", "去掉{parts}"),
    "the-efforts": Words("the efforts", "专题的“举措”"),
    "points-of": Words("{points:and} of “{topic}”", "“{topic}”中的{points}"),
    "the-measures": Words("the measures", "举措要点"),
    "the-lead": Words("the lead", "导语"),
    "texts-of-topics": Words("texts of topics", "部分专题的说明文字"),
    "the-topics-texts": Words("the topics' texts", "专题的说明文字"),
    "the-further-figures": Words("the further figures", "其他数字"),
    "the-charts-note": Words("the chart's note", "图注"),
    "the-timeline": Words("the timeline", "时间轴"),
    "the-timelines-title": Words("the timeline's title", "时间轴的标题"),
    "the-chart": Words("the chart", "图表"),
    # Which part of the printed page is too tall.
    "masthead-is": Words("the masthead is", "报头"),
    "headline-is": Words("the headline is", "主旨"),
    "lead-is": Words("the lead is", "导语"),
    "figures-are": Words("the leading figures are", "首要数字"),
    "topics-are": Words("the topics are", "专题"),
    "targets-are": Words("the targets are", "目标"),
    "timeline-is": Words("the timeline is", "时间轴"),
    "chart-is": Words("the chart is", "图表"),
    "sources-are": Words("the definitions and sources are", "注释和来源"),
}
