"""What is wrong with slides of one kind: the shape of a table, a roadmap's phases, links."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_PHASES = Words(
    "The phases of a roadmap are counted from 1. A task stands in one of them, or spans several "
    "with “until:”; in a lane no two stand above each other.",
    "路线图的阶段从 1 数起。一项任务占一个阶段，写“until:”可跨几个阶段；同一行里任务不能重叠。",
)
_LINKS = Words(
    "Links name things of the schematic by their ids, each of which names one thing. In the form "
    "“flow” they lead from left to right.",
    "示意图的连线用编号指明两端，一个编号只指一项。“flow”形式里，连线从左往右。",
)
_COLUMNS = Words(
    "Every row of a table has as many cells as its header, so that each stands below its heading.",
    "表格每一行的格数与表头相同，各格才对得上列名。",
)
_TABLE = "deck:\n  - kind: table\n    title: 对照\n    header: [项目, 数值]\n"
_WIDE = (
    "deck:\n  - kind: table\n    title: 对照\n"
    "    header: [区, 2019, 2020, 2021, 2022, 2023, 主业, 面积, 人口]\n"
    "    rows: [[甲, 1家, 2家, 3家, 3家, 4家, 港口, 2亩, 3人], "
    "[乙, 2家, 2家, 1家, 1家, 1家, 制造, 3亩, 2人]]\n"
)
_SPANS = Words(
    "A cell may go over several columns and rows: the cells that it covers are written “<” where "
    "they go on from the left, “^” where from above.",
    "一格可以跨几列几行：被它盖住的格，从左边延伸来的写“<”，从上面延伸来的写“^”。",
)
_SPARK = Words(
    "A table can draw columns of numbers over time as a line in each row: “spark:” names these "
    "columns, and gives the one column of lines its heading.",
    "表格可以把按时间排列的几列数在每一行画成一条走势线：“spark:”写明这几列，以及走势这一列的表头。",
)
_ROADMAP = "deck:\n  - kind: roadmap\n    title: 路线图\n    phases: [起步, 推进]\n"
_SCHEMATIC = (
    "deck:\n  - kind: schematic\n    title: 关系\n"
    "    nodes: [{id: plan, name: 规划}, {id: work, name: 建设}]\n"
)
_SECTIONS = "  - {kind: section, title: 怎么看}\n"

MESSAGES: Mapping[str, Message] = {
    "events-out-of-order": Message(
        severity="warning",
        sentence=Words(
            "“{when}” stands behind what comes after it", "“{when}”排在了比它晚的事后面"
        ),
        hint=Words(
            "put the events in the order of their dates, or correct the date",
            "请按时间先后排列，或改正日期",
        ),
        means=Words(
            "A timeline is read from its beginning: what stands behind comes later. Events are "
            "shown as they are written, not sorted.",
            "时间轴从前往后读，后面的就是以后的事。程序照写的顺序显示，不会重排。",
        ),
    ),
    "empty-agenda": Message(
        severity="error",
        sentence=Words("the agenda has nothing to list", "目录页没有可列的内容"),
        hint=Words(
            "add slides with titles, or `kind: section`",
            "请加上有标题的页面，或“kind: section”的章节页",
        ),
        means=Words(
            "An agenda lists the sections of the deck, each with its number, and links to them; "
            "without sections it lists the titles of the slides.",
            "目录页列出各章节及其序号，点击可以跳转；没有章节时，列出各页标题。",
        ),
        wrong="deck:\n  - kind: agenda\n  - {kind: closing, title: 谢谢}\n",
        right="deck:\n  - kind: agenda\n" + _SECTIONS,
    ),
    "agenda-too-long": Message(
        severity="error",
        sentence=Words(
            "the agenda holds {most} lines, not {count}",
            "目录页最多列 {most} 条，现有 {count} 条",
        ),
        hint=Words(
            "join some sections, or name the slides to be listed: “slides: [ids]”",
            "请合并几个章节，或写明要列哪几页：“slides: [编号]”",
        ),
        means=Words(
            "Two columns of eight lines are what a slide can show at a size that can be read.",
            "目录页排两栏、每栏八条，再多字就太小了。",
        ),
        wrong="deck:\n  - kind: agenda\n" + _SECTIONS * 17,
        right="deck:\n  - kind: agenda\n" + _SECTIONS * 16,
    ),
    "agenda-no-slide": Message(
        severity="error",
        sentence=Words("there is no slide “{id}” with a title", "没有编号为“{id}”、有标题的页面"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "“slides:” of an agenda names the slides to be listed by their ids, in that order. A "
            "slide that is hidden, or that this audience does not see, cannot be listed.",
            "目录页的“slides:”按编号写明要列的页面和先后；隐藏的页面、这一受众看不到的页面列不了。",
        ),
        wrong="deck:\n  - {kind: agenda, slides: [two]}\n"
        "  - {id: one, kind: text, title: 甲, text: 乙}\n",
        right="deck:\n  - {kind: agenda, slides: [one]}\n"
        "  - {id: one, kind: text, title: 甲, text: 乙}\n",
    ),
    "roadmap-no-phase": Message(
        severity="error",
        sentence=Words("there is no phase {first} to {last}", "没有第 {first} 到第 {last} 阶段"),
        hint=Words(
            "the phases are 1 to {count}, and none ends before it begins",
            "阶段从 1 到 {count}，并且结束不能早于开始",
        ),
        means=_PHASES,
        wrong=_ROADMAP + "    lanes: [{name: 创新, tasks: [{text: 成轴, phase: 3}]}]\n",
        right=_ROADMAP + "    lanes: [{name: 创新, tasks: [{text: 成轴, phase: 2}]}]\n",
    ),
    "roadmap-two-tasks": Message(
        severity="error",
        sentence=Words(
            "two tasks of “{lane}” stand in phase {phase}",
            "“{lane}”有两项任务都在第 {phase} 阶段",
        ),
        hint=Words(
            "make them one, or give one a lane of its own", "合并为一项，或把其中一项另起一行"
        ),
        means=_PHASES,
        wrong=_ROADMAP + "    lanes:\n      - name: 创新\n"
        "        tasks: [{text: 成轴, phase: 1, until: 2}, {text: 成带, phase: 2}]\n",
        right=_ROADMAP + "    lanes:\n      - name: 创新\n"
        "        tasks: [{text: 成轴, phase: 1}, {text: 成带, phase: 2}]\n",
    ),
    "actions-header": Message(
        severity="error",
        sentence=Words(
            "the header has {count} {count:column|columns}, not 3", "表头有 {count} 列，应有 3 列"
        ),
        hint=Words("write words for item, owner and due", "写三个列名，对应 item、owner 和 due"),
        means=Words(
            "A table of actions has three columns beside the numbers: what is to be done, by whom, "
            "until when.",
            "任务表除序号外有三列：做什么、谁来做、何时完成。",
        ),
        wrong="deck:\n  - kind: actions\n    title: 任务\n    header: [任务, 时限]\n"
        "    items: [{item: 成轴, owner: 市委, due: 六月底}]\n",
        right="deck:\n  - kind: actions\n    title: 任务\n    header: [任务, 单位, 时限]\n"
        "    items: [{item: 成轴, owner: 市委, due: 六月底}]\n",
    ),
    "table-row-length": Message(
        severity="error",
        sentence=Words(
            "this row has {cells} {cells:cell|cells}, the header has {columns}",
            "这一行有 {cells} 格，而表头有 {columns} 列",
        ),
        hint=Words("give every row one cell for each column", "每一行按列数写满，一列一格"),
        means=_COLUMNS,
        wrong=_TABLE + "    rows: [[甲, 1家], [乙]]\n",
        right=_TABLE + "    rows: [[甲, 1家], [乙, 2家]]\n",
    ),
    "table-too-wide": Message(
        severity="error",
        sentence=Words(
            "the table has {columns} columns, where {most} fit",
            "表格有 {columns} 列，最多放 {most} 列",
        ),
        hint=Words(
            "leave some out; or draw numbers over time as a line with “spark:”",
            "减少几列；按时间排列的数可用“spark:”画成走势线",
        ),
        means=_COLUMNS,
        wrong=_WIDE,
        right=_WIDE + "    spark: {columns: [2021, 2022, 2023], head: 走势}\n",
    ),
    "spark-column": Message(
        severity="error",
        sentence=Words("“{name}” is no column of the table", "表格里没有“{name}”这一列"),
        hint=Words(
            "name columns as the header does, or by their numbers from 1",
            "列名要与表头一致，或写从 1 数起的序号",
        ),
        means=_SPARK,
        wrong=_WIDE + "    spark: {columns: [2021, 2022, 2024], head: 走势}\n",
        right=_WIDE + "    spark: {columns: [2021, 2022, 2023], head: 走势}\n",
    ),
    "spark-columns-unfit": Message(
        severity="error",
        sentence=Words(
            "the first column names the rows, and no column can be drawn twice",
            "第一列是各行的名称，不能画成走势；同一列也不能写两次",
        ),
        hint=Words(
            "name each column of numbers once, in the order of time",
            "按时间顺序写各数值列，每列一次",
        ),
        means=_SPARK,
        wrong=_WIDE + "    spark: {columns: [区, 2021, 2022], head: 走势}\n",
        right=_WIDE + "    spark: {columns: [2021, 2022, 2023], head: 走势}\n",
    ),
    "table-column": Message(
        severity="error",
        sentence=Words("the table has no column “{name}”", "表格没有“{name}”这一列"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "“bold:” and “coloured:” name columns by their headings, or by their numbers from 1.",
            "“bold:”和“coloured:”用列名或从 1 数起的列号指明哪些列。",
        ),
        wrong=_TABLE + "    rows: [[甲, 1家], [乙, 2家]]\n    bold: [数字]\n",
        right=_TABLE + "    rows: [[甲, 1家], [乙, 2家]]\n    bold: [数值]\n",
    ),
    "table-row": Message(
        severity="error",
        sentence=Words("the table has no row “{name}”", "表格没有“{name}”这一行"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "“highlight:” names rows by the words of their first cell, or by their numbers from 1.",
            "“highlight:”用第一格的文字或从 1 数起的行号指明哪些行。",
        ),
        wrong=_TABLE + "    rows: [[甲, 1家], [乙, 2家]]\n    highlight: [丙]\n",
        right=_TABLE + "    rows: [[甲, 1家], [乙, 2家]]\n    highlight: [乙]\n",
    ),
    "table-rows-per-slide": Message(
        severity="error",
        sentence=Words(
            "a slide of a table has {least} to {most} rows", "一页表格可放 {least} 到 {most} 行"
        ),
        hint=Words("write rows_per_slide: 10, or leave it out", "写 rows_per_slide: 10，或不写"),
        means=Words(
            "Rows that are too many go on further slides under the same header; “rows_per_slide:” "
            "says how many stand on each.",
            "行数太多就续到下一页，表头重复；“rows_per_slide:”写明每页放几行。",
        ),
        wrong=_TABLE + "    rows: [[甲, 1家], [乙, 2家]]\n    rows_per_slide: 40\n",
        right=_TABLE + "    rows: [[甲, 1家], [乙, 2家]]\n    rows_per_slide: 10\n",
    ),
    "table-span-from-none": Message(
        severity="error",
        sentence=Words("“{sign}” has no cell that it could go on from", "“{sign}”没有可合并的格"),
        hint=Words(
            "“^” goes on from the cell above, in a row below the first; “<” from that to the left",
            "“^”并入上面一格，不能用在第一行；“<”并入左边一格",
        ),
        means=_SPANS,
        wrong=_TABLE + "    rows: [[甲, 1家], [<, 2家]]\n",
        right=_TABLE + "    rows: [[甲, 1家], [^, 2家]]\n",
    ),
    "table-span-no-rectangle": Message(
        severity="error",
        sentence=Words(
            "the cells that go on from “{words}” are no rectangle", "并入“{words}”的各格不成矩形"
        ),
        hint=Words("write “^” and “<” in all cells that it covers", "它盖住的每一格都写“^”或“<”"),
        means=_SPANS,
        wrong=_TABLE + "    rows: [[甲, <], [^, 2家]]\n",
        right=_TABLE + "    rows: [[甲, <], [^, <]]\n",
    ),
    "table-total": Message(
        severity="warning",
        sentence=Words(
            "the rows of “{heading}” do not add up to {stated}",
            "“{heading}”各行相加不等于 {stated}",
        ),
        hint=Words("mend a row or the sum", "请核对各行与合计"),
        means=Words(
            "A last row 合计 or “total:” says what the rows above have together. Amounts of one "
            "unit are added up; shares, dates and values that are not exact are not.",
            "最后一行“合计”或“total:”是上面各行之和。同单位的数会相加核对；比例、日期、约数不核对。",
        ),
        wrong=_TABLE + "    rows: [[甲, 1家], [乙, 2家]]\n    total: [合计, 4家]\n",
        right=_TABLE + "    rows: [[甲, 1家], [乙, 2家]]\n    total: [合计, 3家]\n",
    ),
    "table-widths": Message(
        severity="error",
        sentence=Words(
            "{widths} {widths:width|widths} for {columns} {columns:column|columns}",
            "{columns} 列，却写了 {widths} 个宽度",
        ),
        hint=Words("give one for each column", "每一列写一个宽度"),
        means=Words(
            "“widths:” says how wide the columns are, relative to each other; without it they are "
            "as wide as their words.",
            "“widths:”写明各列的相对宽度；不写则按文字多少定。",
        ),
        wrong=_TABLE + "    rows: [[甲, 1家], [乙, 2家]]\n    widths: [3, 2, 1]\n",
        right=_TABLE + "    rows: [[甲, 1家], [乙, 2家]]\n    widths: [3, 2]\n",
    ),
    "schematic-id-twice": Message(
        severity="error",
        sentence=Words("two things are called “{id}”", "有两项的编号都是“{id}”"),
        hint=Words("give one of them another id", "请给其中一项换一个编号"),
        means=_LINKS,
        wrong=_SCHEMATIC.replace("id: work", "id: plan"),
        right=_SCHEMATIC,
    ),
    "schematic-unknown-id": Message(
        severity="error",
        sentence=Words("the schematic has no “{id}”", "示意图里没有“{id}”"),
        hint=Words("{offer}", "{offer}"),
        means=_LINKS,
        wrong=_SCHEMATIC + "    links: [{start: plan, end: wrok}]\n",
        right=_SCHEMATIC + "    links: [{start: plan, end: work}]\n",
    ),
    "schematic-self-link": Message(
        severity="error",
        sentence=Words("a link leads to itself", "这条连线的两端是同一项"),
        hint=Words("remove it", "请删去"),
        means=_LINKS,
        wrong=_SCHEMATIC + "    links: [{start: plan, end: plan}]\n",
        right=_SCHEMATIC + "    links: [{start: plan, end: work}]\n",
    ),
    "schematic-circle": Message(
        severity="error",
        sentence=Words(
            "the links lead in a circle, which has no left and right",
            "连线绕成了圈，分不出左右",
        ),
        hint=Words("write “form: ring”", "写上“form: ring”"),
        means=_LINKS,
        wrong=_SCHEMATIC + "    links: [{start: plan, end: work}, {start: work, end: plan}]\n",
        right=_SCHEMATIC + "    links: [{start: plan, end: work}, {start: work, end: plan}]\n"
        "    form: ring\n",
    ),
    "schematic-crossing": Message(
        severity="warning",
        sentence=Words(
            "the link from {start} to {end} runs through another thing",
            "从“{start}”到“{end}”的连线穿过了别的项",
        ),
        hint=Words("choose another form, or another order", "换一种形式，或调整各项的次序"),
        means=Words(
            "Links are straight. One that runs through a thing seems to begin or end there.",
            "连线是直的，穿过别的项，看上去就像连到了那一项。",
        ),
    ),
}

PHRASES: Mapping[str, Words] = {}
