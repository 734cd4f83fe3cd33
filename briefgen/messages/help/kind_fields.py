"""What the fields of kinds of slides are for, in Chinese, by what they say in English."""

from __future__ import annotations

from collections.abc import Mapping

KIND_FIELDS: Mapping[str, str] = {
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
    "{head, text, figure, value, icon}.": "{head, text, figure, value, icon}。",
    "A value in words, large below the head: 136人.": "以文字写的数值，大号显示在小标题下：136人。",
    "The side that is chosen, or proves the title.": "选定的一方，或证明标题的一方。",
    "Whether it is the step that matters most.": "是否为最关键的一步。",
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
    "Whether the line has a panel of its own over the columns; else only where it would run"
    " through them. Of 2 to 8 moments.": (
        "折线是否单独成图、排在柱形图上方；不写则只在折线会穿过柱子时如此。2 到 8 个时点。"
    ),
    "The series that is the line, by name or number; the last if absent.": (
        "哪一列画成折线，写名称或序号；不写则为最后一列。"
    ),
    "What this side is called.": "这一边叫什么。",
    "What there is to say of it.": "这一边的要点。",
    "One side: {head, points}.": "一边：{head, points}。",
    "The other side: {head, points}.": "另一边：{head, points}。",
    "What follows, in a line or two at the foot.": "由此得出什么，页脚一两行。",
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
    "What grows from left to right, as cost, or cost: low → high.": (
        "横轴：从左到右增大的是什么；如“成本”，或“成本：低 → 高”。"
    ),
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
    "From the top: {head, parts, main}, or a text alone.": (
        "自上而下：{head, parts, main}，或只写一句。"
    ),
    "What stands in it, side by side: a few words each.": "其中并列的部分，各几个字。",
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
    "A few words on it.": "线上的几个字。",
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
    "Rows that prove the title, by first words or number: in the theme's colour.": (
        "印证标题的行，写第一格的文字或序号；用主题色。"
    ),
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
    "A few words below it, or a list of them.": "下面的几个字，可以几行。",
    "A picture at the right, in its own colours: {file, alt, credit, focus}.": (
        "右边的图片，保持原色：{file, alt, credit, focus}。"
    ),
    "A paragraph, or several.": "一段或多段话。",
    "A picture: its path, or {file, caption, alt, credit, fit}.": (
        "图片：路径，或 {file, caption, alt, credit, fit}。"
    ),
    "A small table: {header, rows}.": "小表格：{header, rows}。",
    "A small chart: {kind, header, rows}.": "小图表：{kind, header, rows}。",
    "Figures, large: ids, or {figure, label, note}.": "大字数字：id，或 {figure, label, note}。",
    "What stands below it.": "下方的说明。",
    "cover: it fills its frame; contain: all of it is shown; else what cuts little.": (
        "cover：填满画框；contain：整张都显示；不写则取裁得少的。"
    ),
    "What it says.": "内容。",
    "The points below it.": "下面的要点。",
    "Their headings, in the order of time; or their numbers from 1.": (
        "列标题，按时间顺序；或从 1 数的列号。"
    ),
    "The heading of the column of lines.": "折线那一列的标题。",
    "Of bare numbers, such as 亿元.": "没写单位的数，单位是什么，如亿元。",
}
