"""What the fields of an outline are for, in Chinese, by what they say in English."""

from __future__ import annotations

from collections.abc import Mapping

# What may be written.
TYPES: Mapping[str, str] = {
    "list of": "列表",
    "by id:": "按 id 写",
    "yes or no": "yes 或 no",
    "whole number": "整数",
    "number": "数",
    "text": "文字",
    "word": "词",
}

FIELDS: Mapping[str, str] = {
    # brief/graphic.py
    "What it is called, in up to 8 characters of Chinese.": "名称，中文最多 8 个字。",
    "A few words on it.": "一句简短的说明。",
    "Its figure; with share, progress and units it is drawn.": (
        "它的数字；share、progress、units 会把它画出来。"
    ),
    "With progress: the figure that is aimed at.": "progress 用：目标数字。",
    "With icons: the name of one; see assets/icons.": "icons 用：图标名，见 assets/icons。",
    "With compass: where it lies.": "compass 用：在哪个方向。",
    "With ribbon: whether it lies ahead.": "ribbon 用：是否尚未到来。",
    "axis: beads on a line. steps: tiers in the order given. rings: one in the other, from the "
    "outermost. compass: directions from a centre. ribbon: a road to a date. share: percentages as "
    "squares of 100. progress: bars up to targets. units: one square for so much. icons: a picture "
    "for each.": (
        "axis：一条线上的节点。steps：按所写顺序的台阶。rings：由外到内的同心圆。"
        "compass：从中心指向各方。ribbon：通向某个日期的路。share：百格图表示百分比。"
        "progress：朝目标推进的条。units：一格代表多少。icons：每项一个图标。"
    ),
    "{text, note, figure, target, icon, to, ahead}": (
        "{text, note, figure, target, icon, to, ahead}"
    ),
    "Further points: figures, named as in the ledger.": "更多要点：数字的 id，名称按台账。",
    "With axis: what its two ends are called.": "axis 用：两端各叫什么。",
    "With axis: a figure that says how long it is.": "axis 用：表示长度的数字。",
    "With compass: what it starts from.": "compass 用：中心是什么。",
    "What is drawn, in a few words.": "图的标题，几个字。",
    "What it leaves out, in one line.": "图中没有表示的内容，一行。",
    # brief/model.py
    "For all text: Noto Sans SC, fonts/Rare.ttf.": "全部文字的字体：Noto Sans SC、fonts/Rare.ttf。",
    "Before them for letters and digits, and in English.": "字母、数字和英文优先用的字体。",
    "The figure's id.": "数字的 id。",
    "A label here, instead of the ledger's.": "此处的名称，代替台账里的。",
    "A few words below it.": "下方一句简短的说明。",
    "A few words.": "几个字。",
    "What it means, in a sentence.": "一句话说明它的意思。",
    "Its path in the project: PNG, JPEG, GIF, WebP or TIFF.": (
        "项目内的路径：PNG、JPEG、GIF、WebP 或 TIFF。"
    ),
    "What it shows, in a sentence; for those who cannot see it.": (
        "一句话说明画面内容，供看不见的人听读。"
    ),
    "Whose it is; shown below it.": "图片归属，显示在图下。",
    "What must stay when it is cropped: right and down, such as 50% 30%.": (
        "裁切时必须保留的位置：向右、向下，如 50% 30%。"
    ),
    "Its path in the project: PNG, or SVG, which stays a drawing.": (
        "项目内的路径：PNG，或保持矢量的 SVG。"
    ),
    "Whose it is; else the organisation's.": "标志归属；不写则为本单位。",
    "Its path in the project, such as data/output.csv.": "项目内的路径，如 data/output.csv。",
    "Their headings as in the file, all if absent; the first names rows.": (
        "按文件里的列标题；不写则取全部；第一列是行名。"
    ),
    "The sheet of an XLSX file; the first one if absent.": "XLSX 的工作表；不写则取第一张。",
    "Only these, by name, in order.": "只取这些行，按名称和顺序。",
    "Of bare numbers, where no heading says it in brackets.": (
        "列标题的括号里没写单位时，这些数的单位。"
    ),
    "The row of the headings, from 1, where they are not found by themselves.": (
        "列标题在第几行（从 1 数），自动找不到时写。"
    ),
    "What stands before decimals, where a file may mean either.": (
        "小数点用什么符号，文件两可时写。"
    ),
    "A few words: 讨论稿, 第2稿, Draft.": "几个字：讨论稿、第2稿、Draft。",
    "Whether they stand large behind the text as well.": "是否同时以大字斜置于正文之后。",
    "Its name, in 2 to 8 characters of Chinese.": "名称，中文 2 到 8 个字。",
    "What is done.": "做什么。",
    "What it leads to.": "达到什么目标。",
    "One sentence for the printed page.": "印在单页上的一句话。",
    "How it is done.": "怎么做。",
    "The most important first.": "最重要的写在最前。",
    "What is drawn of it; see the kind graphic.": "它的图，见 graphic 版式。",
    "What the speaker says.": "讲稿（备注）。",
    "The name of an icon; see assets/icons.": "图标名，见 assets/icons。",
    "The date, as it is to be read; or 2024-02-21.": "日期，按想显示的样子写；或 2024-02-21。",
    "What happens then.": "那时发生什么。",
    "Whether it lies ahead.": "是否尚未到来（目标）。",
    "Whether it stands out among the others.": "是否突出显示。",
    # kinds
    "What is to be done, up to 40 characters.": "要办的事，最多 40 个字。",
    "Who does it.": "由谁办。",
    "Until when.": "何时办完。",
    "The most urgent first.": "最急的写在最前。",
    "Other words for item, owner and due.": "“事项、责任、时限”的其他叫法。",
    "Definitions and sources, in one line.": "口径和出处，一行。",
    "Ids of slides to list, instead of sections.": "要列出的页的 id，代替章节。",
    "Of the ledger, in this order.": "台账里的数字，按此顺序。",
    "A sentence above it.": "上方的一句话。",
    "What follows: {head, text}.": "由此说明什么：{head, text}。",
    "The points: a text each, or {text, points}.": "要点：各写一句，或 {text, points}。",
    "What the points add up to, in a panel beside them.": "要点归结为什么，放在旁边的色块里。",
    "yes for 1. and (1); 一、 for 一、 and （一）.": "yes：1. 和 (1)；一、：一、和（一）。",
    "What it means, up to 60 characters.": "说明，最多 60 个字。",
    "A figure, below them.": "下方的数字。",
    "The name of an icon, above them.": "上方图标的名称。",
    "{head, text, figure, icon}.": "{head, text, figure, icon}。",
    "The picture: its path, or {file, alt, credit, focus, fit}.": (
        "图片：路径，或 {file, alt, credit, focus, fit}。"
    ),
    "Several, each with its caption: {file, caption, alt}.": (
        "多张图片，各带说明：{file, caption, alt}。"
    ),
    "What it shows: a text each, or {head, text}.": "它说明什么：各写一句，或 {head, text}。",
    "A figure, set large above the facts.": "大字显示在要点上方的数字。",
    "A person or an office.": "联系人或部门。",
    "A telephone number, or several.": "电话，可写多个。",
    "An address for mail.": "邮箱。",
    "Where it is.": "地址。",
    "Thanks, what to do now.": "致谢，或接下来做什么。",
    "Whom to ask: {name, phone, mail, address}, any of them.": (
        "联系方式：{name, phone, mail, address}，写其中几项均可。"
    ),
    "An address for more; shown as a QR code too.": "更多信息的网址，同时生成二维码。",
    "The series that is the line, by name or number; the last if absent.": (
        "哪一列画成折线，写名称或序号；不写则为最后一列。"
    ),
    "What this side is called.": "这一边叫什么。",
    "What there is to say of it.": "这一边的要点。",
    "One side: {head, points}.": "一边：{head, points}。",
    "The other side: {head, points}.": "另一边：{head, points}。",
    "What follows, in one line at the foot.": "由此得出什么，页脚一行。",
    "Instead of the brief's own.": "代替 brief 里的。",
    "Instead of the page's first figures, or the first kpi slide's; [] for none.": (
        "代替单页的前几个数字或第一页 kpi 的数字；[] 表示不要。"
    ),
    "A photograph: {file, alt, credit, focus}.": "照片：{file, alt, credit, focus}。",
    "Where it is seen: through the panes, on half of the slide, or on all of it.": (
        "照片放在哪里：窗格里、半页，或整页。"
    ),
    "In their order: a text each, or {head, text}.": "按顺序：各写一句，或 {head, text}。",
    "What it is all about, in the middle.": "中间写的主题。",
    "Whether each says by how much its second value differs, marked as derived.": (
        "是否写出两个值之差（标明为推算）。"
    ),
    "The period in which it begins: as it is called, or its number.": (
        "从哪一期开始：写名称或序号。"
    ),
    "The period in which it ends; the same if absent.": "到哪一期结束；不写则为同一期。",
    "A few words on its bar.": "条上的几个字。",
    "Whether it is what the title is about.": "是否为标题所说的那一项。",
    "Whether it is a moment at the end of its period.": "是否为期末的一个时点。",
    "Months, quarters: what they are called.": "各期名称：月份、季度。",
    "{name, start, until, text, key, moment}.": "{name, start, until, text, key, moment}。",
    "Its form, its points and figures.": "图的形式、要点和数字。",
    "What it shows, beside it: {head, text}.": "图旁的说明：{head, text}。",
    "One picture: its path, or {file, caption, alt, credit, focus, fit}.": (
        "一张图片：路径，或 {file, caption, alt, credit, focus, fit}。"
    ),
    "Several, each as one is written.": "多张图片，每张写法相同。",
    "Of all: cover fills the frames, contain shows all of a picture.": (
        "全部图片：cover 铺满画框，contain 显示全图。"
    ),
    "Figures' ids, or {figure, label, note}.": "数字的 id，或 {figure, label, note}。",
    "The figure that is set largest, on a panel of its own.": "字号最大、单独成块的数字。",
    "A sentence above them.": "上方的一句话。",
    "What it is called; of a SWOT by itself.": "名称；SWOT 会自动填写。",
    "What stands in it.": "格中的内容。",
    "From the upper left to the lower right: a head, points, or {head, points}.": (
        "从左上到右下：标题、要点，或 {head, points}。"
    ),
    "Whether they are strengths, weaknesses, opportunities, threats.": (
        "是否为优势、劣势、机会、威胁。"
    ),
    "What grows from left to right.": "横轴：从左到右增大的是什么。",
    "What grows from below.": "纵轴：从下到上增大的是什么。",
    "The field that matters most, from 1.": "最要紧的一格，从 1 数。",
    "What the columns of `rows` are: the moments, then a name for each small chart.": (
        "`rows` 各列的标题：先是时间，然后是每张小图的名称。"
    ),
    "Columns, for few moments, or lines.": "柱（时点少时）或线。",
    "The point: one small chart, by its name; or one moment in all of them.": (
        "重点：某张小图的名称，或各图中的同一时点。"
    ),
    "What it is called.": "名称。",
    "A few words below: who leads it, what it does.": "下方几个字：谁负责、做什么。",
    "Whether the line from above is dotted: it guides, not leads.": (
        "与上级之间是否为虚线：指导而非领导。"
    ),
    "The units below it.": "下属单位。",
    "What stands above all: {name, text, below}; units are names alone.": (
        "最上级：{name, text, below}；下属单位可只写名称。"
    ),
    "Shown large beside the bar.": "在条旁以大字显示的数字。",
    "Its name, 2 to 6 characters of Chinese.": "名称，中文 2 到 6 个字。",
    "What is done, up to 50 characters.": "做什么，最多 50 个字。",
    "The name of an icon.": "图标名。",
    "The steps in their order.": "步骤，按顺序。",
    "From the top: a text each, or {head, text}.": "自上而下：各写一句，或 {head, text}。",
    "The words, as they stand in the source.": "原话，与来源一字不差。",
    "Whose words they are.": "谁说的。",
    "The source's id; may be left out where there is one.": "来源的 id；只有一个来源时可不写。",
    "Where they stand, for the speaker's notes.": "在来源中的位置，写进讲稿。",
    "What is done, up to 30 characters a phase.": "做什么，每个阶段最多 30 个字。",
    "The phase in which it begins, counted from 1.": "从第几阶段开始，从 1 数。",
    "The phase in which it ends, where that is a later one.": "到第几阶段结束；跨阶段时写。",
    "Whether it is a goal, not yet begun.": "是否为尚未开始的目标。",
    "Its name, up to 10 characters.": "名称，最多 10 个字。",
    "{text, phase, until}, in order.": "{text, phase, until}，按顺序。",
    "The phases, first to last.": "各阶段，从先到后。",
    "The lines of work: {name, tasks}.": "各条工作线：{name, tasks}。",
    "By which links name it.": "连线引用它的名字。",
    "What it is called, up to 8 characters.": "名称，最多 8 个字。",
    "Whether it is what matters most.": "是否最要紧。",
    "The id of the thing it comes from.": "起点的 id。",
    "The id of the thing it leads to.": "终点的 id。",
    "Up to 6 characters on it.": "线上的字，最多 6 个。",
    "Whether it has a direction.": "是否有方向。",
    "The things: {id, name, text, main}.": "各个要素：{id, name, text, main}。",
    "What links them: {start, end, label, arrow}.": "要素之间的连线：{start, end, label, arrow}。",
    "From left to right along the links, in a ring, or around the first of them.": (
        "沿连线从左到右、排成一圈，或围绕第一个要素。"
    ),
    "One or two sentences on what follows.": "一两句话引出下文。",
    "Instead of the sources' titles, in one line.": "代替来源标题的一行字。",
    "The name of the column that is the whole of the others.": "表示合计的那一列的名称。",
    "What the parts leave is called so.": "各部分之外的剩余叫什么。",
    "The points below it: a text each, or {head, text}.": "下面的要点：各写一句，或 {head, text}。",
    "The proofs: a text each, or {head, text, points}.": (
        "依据：各写一句，或 {head, text, points}。"
    ),
    "A few words for each column.": "各列标题，几个字。",
    "Rows of cells, one for each column; ^ goes on from above, < from the left.": (
        "各行的单元格，每列一个；^ 与上格合并，< 与左格合并。"
    ),
    "Columns of a CSV or XLSX file, instead of rows.": "CSV 或 XLSX 的列，代替 rows。",
    "The cells of a last row that says the sums.": "最后合计行的单元格。",
    "The columns' widths relative to each other, [3, 5]; else as wide as their words.": (
        "列宽之比，如 [3, 5]；不写则按内容定。"
    ),
    "Columns in bold, by heading or number; else the first.": (
        "加粗的列，写标题或序号；不写则为第一列。"
    ),
    "Columns in the theme's colour, by heading or number.": "用主题色的列，写标题或序号。",
    "So many rows on each slide, 2 to 15; else as many as fit.": (
        "每页几行，2 到 15；不写则放得下多少放多少。"
    ),
    "Columns to be drawn as a line in each row: {columns, head, unit}.": (
        "在每行画成小折线的列：{columns, head, unit}。"
    ),
    "A paragraph, or a list of them; lines are paragraphs.": "一段话，或多段；每行是一段。",
    "A picture beside: its path, or {file, caption, alt, credit, fit}.": (
        "旁边的图片：路径，或 {file, caption, alt, credit, fit}。"
    ),
    "A figure beside: its id, or {figure, label, note}.": (
        "旁边的数字：id，或 {figure, label, note}。"
    ),
    "{when, what, target, key}, in order.": "{when, what, target, key}，按时间顺序。",
    "The topic's id.": "专题的 id。",
    "The figures shown, if not all of the topic's own; [] for none.": (
        "显示哪些数字；不写则为专题的全部；[] 表示不要。"
    ),
    "Other words for effort, goal and figure.": "“举措、目标、数字”的其他叫法。",
    "{head} and one of points, text, image, table, chart, figures.": (
        "{head}，再加 points、text、image、table、chart、figures 之一。"
    ),
    "The same.": "同上。",
    # outline/written.py
    "The name of the files made, without their endings; the project's if absent.": (
        "生成文件的名称，不含扩展名；不写则用项目文件夹的名称。"
    ),
    "The title of the cover and of the printed page.": "封面和单页的标题。",
    "Shown on the cover.": "显示在封面上。",
    "ISO 8601: 2024, 2024-02 or 2024-02-21.": "按 ISO 8601：2024、2024-02 或 2024-02-21。",
    "The date in other words.": "日期的其他写法。",
    "The language of plain strings: zh-Hans, zh-Hant or en.": (
        "正文所用语言：zh-Hans、zh-Hant 或 en。"
    ),
    "The name of a theme; see `briefgen themes`.": "主题名，见 `briefgen themes`。",
    "A .pptx or .potx that decks stand on; see `briefgen template FILE`.": (
        "演示文稿套用的 .pptx 或 .potx，见 `briefgen template FILE`。"
    ),
    "A few words at the foot of each slide.": "每页页脚的几个字。",
    "What this version is called among the audiences'.": "本版本在各受众版本中叫什么。",
    "What every slide and page is marked as: 讨论稿; or {text, across: yes}.": (
        "每页的标记：讨论稿；或 {text, across: yes}。"
    ),
    "A PNG or SVG, on cover, slides and page: its path, or {file, alt}.": (
        "封面、各页和单页上的 PNG 或 SVG：路径，或 {file, alt}。"
    ),
    "How long the talk may take.": "讲多少分钟。",
    "Whose wording traditional Chinese follows; whose dates, quotes and paper English.": (
        "繁体中文按哪里的用语；英文按哪里的日期、引号和纸张。"
    ),
    "What quotes become in traditional Chinese: 「」 or “”.": "繁体中文的引号：「」或“”。",
    "Whether slide titles have a line in another language.": "标题下是否加一行另一种语言。",
    "How the deck goes from slide to slide.": "换页方式。",
    "The faces of prints; the theme's if absent.": "印刷品的字体；不写则用主题的。",
    "Its path in the project, such as seeds/report.txt; none for your own numbers.": (
        "项目内的路径，如 seeds/report.txt；自己的数字不用写。"
    ),
    "Numbers typed by hand: off (counted alone), note, warn, or strict (errors).": (
        "手写的数字：off（只计数）、note（提示）、warn（警告）、strict（错误）。"
    ),
    "Why its numbers typed by hand are not checked: 现场估算，会后核实.": (
        "这一页手写的数字为什么不核对：现场估算，会后核实。"
    ),
    "Its title.": "标题。",
    "What 元 and $ are in it, where not RMB: HKD, TWD, USD …": (
        "文中的元和 $ 若不是人民币，是什么：HKD、TWD、USD……"
    ),
    "Damaged words, and what they were.": "损坏的字词及其原文。",
    "Number, scale and unit as the source writes them: 1.3万家.": (
        "数、量级、单位，按来源写法：1.3万家。"
    ),
    "actual (it was so), stock (so many there are), plan (it is decided), target (it is aimed at), "
    "derived (by a formula).": (
        "actual（已经如此）、stock（现有这么多）、plan（已定的计划）、target（争取的目标）、"
        "derived（由算式推算）。"
    ),
    "What it counts, in 4 to 12 characters of Chinese.": "数的是什么，中文 4 到 12 个字。",
    "The unit, where the value leaves it out.": "值里没写单位时的单位。",
    "As in the quote: 超, 约, 力争, 不低于 …": "与原句一致：超、约、力争、不低于……",
    "A source's id; may be left out where there is one.": "来源的 id；只有一个来源时可不写。",
    "The sentence, word for word; none if its source has no file.": (
        "原句，一字不差；来源没有文件时不写。"
    ),
    "Whether somebody has looked at its reading: “no” in a draft.": (
        "读法是否有人核对过；草稿中为 no。"
    ),
    "Words of the quote beside the number, where it has several.": (
        "原句里有几个数时，这个数旁边的字词。"
    ),
    "The quote in other languages.": "原句的其他语言译文。",
    "Of a derived figure: + - * / ( ) over figures' ids.": (
        "推算数字：用 id 和 + - * / ( ) 写成算式。"
    ),
    "The id of the whole that this is a part of.": "它所属总数的 id。",
    "The kind of slide; see `briefgen kinds`.": "版式，见 `briefgen kinds`。",
    "By which audiences change it; made from the kind if absent.": (
        "供受众文件引用；不写则由版式名生成。"
    ),
    "What the slide says, as a sentence.": "这一页的结论，写成一句话。",
    "Whether it is left out of the show.": "放映时是否跳过。",
    "How long the speaker takes for it.": "这一页讲几分钟。",
    "Whether its items come in one by one, at clicks.": "各项是否单击后逐条出现。",
    "The topic it belongs to, whose pane is lit at its head.": "所属专题，页头对应的窗格会点亮。",
    "What stands at its foot, by number: texts say [^1].": "页脚的脚注，按编号；正文里写 [^1]。",
    "The layout of the template that it stands on, where its kind is not to say.": (
        "用模板的哪个版式；不写则由页的种类决定。"
    ),
    "Figures of one unit.": "同一单位的数字。",
    "The figure that stands out; the first if absent.": "突出显示的数字；不写则为第一个。",
    "A picture that is understood at a glance, or articles.": "一图读懂，或文章式。",
    "What the page says, as a sentence of up to 28 characters of Chinese.": (
        "单页的结论，一句话，中文最多 28 个字。"
    ),
    "Up to 110 characters of Chinese; in pictures, where there is room.": (
        "中文最多 110 个字；一图读懂里有空位才放。"
    ),
    "The strip of leading figures.": "醒目数字一栏。",
    "Topics' ids, in order.": "专题的 id，按顺序。",
    "Definitions, in one line.": "口径，一行。",
    "An address for more; printed as a QR code too.": "更多信息的网址，同时印成二维码。",
    "The sheet; a3 is folded to A4. If absent, the reader's: a4 or letter.": (
        "纸张；a3 对折成 A4。不写则按读者所在地：a4 或 letter。"
    ),
    "Columns of the topics; as fits if absent.": "专题分几栏；不写则自动。",
    "How much of its band the chart takes.": "图表占所在横栏的多少。",
    "The least size of running text.": "正文的最小字号。",
    "Slides on each sheet of the handout.": "讲义每页放几张。",
    "Whether handouts of six have cover, section slides and closing too.": (
        "每页六张的讲义是否也放封面、章节页和结束页。"
    ),
    "How large they are: 16:9, 16:10, 4:3, a4, a4 upright, or 25.4cm x 19.05cm.": (
        "页面大小：16:9、16:10、4:3、a4、a4 upright，或 25.4cm x 19.05cm。"
    ),
    "How it is said.": "怎么说。",
    "What it means, in words that stand beside its first use.": "释义，写在首次出现处旁边。",
    "Files beside this one.": "与本文件放在一起的其他文件。",
    "Texts, by id.": "来源文本，按 id。",
    "The ledger, by id.": "数字台账，按 id。",
    "The content itself.": "内容本身。",
    "The slides; made from the topics if absent.": "各页；不写则由专题生成。",
    "Terms in traditional Chinese: 软件: 軟件.": "繁体用语：软件: 軟件。",
    "Terms to be explained at first use.": "首次出现时要解释的术语。",
    "Units of its own: 标准盒: {en: standard boxes}.": "自定单位：标准盒: {en: standard boxes}。",
    "Terms that no title is broken in.": "标题换行时不拆开的词。",
    "Names whose number words are no figures.": "含数字但不是数字的名称。",
    # parts
    "How far two values are apart: their ids or names.": "两个值相差多少：写 id 或名称。",
    "A line at a figure that is a target or a plan.": "在目标或计划数字处画线。",
    "A line at the average of all values.": "在平均值处画线。",
    "The value that `text` is about: its id or name.": "`text` 说的是哪个值：id 或名称。",
    "A few words, with `callout`.": "几个字，与 `callout` 同用。",
    "{difference: [a, b]}, {target: ID}, {average: yes}, {callout: a, text: …}": (
        "{difference: [a, b]}、{target: ID}、{average: yes}、{callout: a, text: …}"
    ),
    "Of the ledger; one series, in this order.": "台账里的数字；一个系列，按此顺序。",
    "What the columns of `rows` are; names for `data`'s.": (
        "`rows` 各列的标题；或 `data` 各列的名称。"
    ),
    "Each a name and its values: “{id}” of a figure, or a quantity; - for none.": (
        "每行：名称和各值；“{id}”引用数字，或直接写数量；- 表示没有。"
    ),
    "Of bare numbers in `rows`, such as 亿元.": "`rows` 里没写单位的数，单位是什么，如亿元。",
    "Columns of a CSV or XLSX file.": "CSV 或 XLSX 的列。",
    "Names here, instead of the ledger's or file's.": "此处的名称，代替台账或文件里的。",
    "The point: a figure's id, a name, or a number from 1.": (
        "重点：数字的 id、名称，或从 1 数的序号。"
    ),
    "What is shown, and of when; unit, period and source follow by themselves.": (
        "图中是什么、何时的；单位、时期、来源会自动补上。"
    ),
    "What the chart shows, in one line above it.": "图说明什么，图上方一行。",
    "What follows from it.": "由此得出什么。",
    "Definitions, at the foot.": "口径，放在页脚。",
    "The whole, a figure of the ledger.": "总数：台账里的数字。",
    "Its parts: figures whose “parts_of” is the whole.": "各部分：“parts_of” 指向总数的数字。",
    "With rows or data: the name of the row that is the whole.": (
        "用 rows 或 data 时：总数那一行的名称。"
    ),
    "What is left of the whole is called so.": "总数的剩余部分叫什么。",
    "Rows of cells, one for each column.": "各行的单元格，每列一个。",
    "What is drawn.": "画什么图。",
    "What the columns of `rows` are.": "`rows` 各列的标题。",
    "Each a name and its values.": "每行：名称和各值。",
    "What is shown, and of when.": "图中是什么、何时的。",
    "What stands above it.": "上方的小标题。",
    "Points: a text each, or {text, points}.": "要点：各写一句，或 {text, points}。",
    "A paragraph, or several.": "一段或多段话。",
    "A picture: its path, or {file, caption, alt, credit, fit}.": (
        "图片：路径，或 {file, caption, alt, credit, fit}。"
    ),
    "A small table: {header, rows}.": "小表格：{header, rows}。",
    "A small chart: {kind, header, rows}.": "小图表：{kind, header, rows}。",
    "Figures, large: ids, or {figure, label, note}.": "大字数字：id，或 {figure, label, note}。",
    "What stands below it.": "下方的说明。",
    "cover: it fills its frame; contain: all of it is shown.": (
        "cover：铺满画框；contain：显示全图。"
    ),
    "What it says.": "内容。",
    "The points below it.": "下面的要点。",
    "Their headings, in the order of time; or their numbers from 1.": (
        "列标题，按时间顺序；或从 1 数的列号。"
    ),
    "The heading of the column of lines.": "折线那一列的标题。",
    "Of bare numbers, such as 亿元.": "没写单位的数，单位是什么，如亿元。",
}
