"""The help of the command line, in Chinese, by what it says in English."""

from __future__ import annotations

from collections.abc import Mapping

# A line of its own is a paragraph; what stands behind \b keeps its lines.
COMMANDS: Mapping[str, str] = {
    "One YAML outline becomes a PowerPoint deck and a one-page printed brief.": """\
一份 YAML 提纲，同时生成 PowerPoint 演示文稿和一页纸简报。

\b
从这里开始：
  briefgen new mybrief      新建一个文件夹，里面是可以改的示例提纲
  cd mybrief
  briefgen build            为每种受众生成演示文稿和简报，放进 out/
  briefgen check            内容有什么问题，在哪一行
  briefgen explain CODE     某个问题代码是什么意思，附例子
  briefgen trace            每个数字出自哪里
  briefgen figures          来源里有哪些数字，哪些还没进台账
""",
    "Show the version and exit.": "显示版本后退出。",
    "Show this message and exit.": "显示本说明后退出。",
    "Show the traceback of whatever ends the run.": "出错时显示完整的调用过程。",
    "Language of messages (default: BRIEFGEN_LANG, else the system's).": (
        "提示所用的语言（默认：BRIEFGEN_LANG，否则随系统）。"
    ),
    "Show which slide, topic and figure goes to whom.": "显示哪一页、哪个专题、哪个数字给谁看。",
    "Only this audience (may be given again); 'base' is the outline itself.": (
        "只做这种受众（可多次写）；base 是提纲本身。"
    ),
    "Print one JSON document.": "输出一份 JSON。",
    "Make the deck and the printed brief, for every audience.": """\
为每种受众生成演示文稿和一页纸简报。

生成的文件列在标准输出；问题、进度和小结写到标准错误。
""",
    "What to make; may be given again (default: deck and brief).": (
        "生成什么，可多次写（默认：演示文稿和简报）。"
    ),
    "a PowerPoint deck, to be shown and edited": "可放映、可编辑的 PowerPoint 演示文稿",
    "one printed page, as PDF": "打印用的一页纸简报，PDF",
    "prints of the slides, alone, several on a sheet or with notes, as PDF": (
        "幻灯片讲义：一页一张、一页几张或带讲稿，PDF"
    ),
    "a picture of each slide": "每页一张图片",
    "a drawing of each slide whose text stays text, in the faces of the print": (
        "每页一张矢量图，文字仍是文字，用打印的字体"
    ),
    "the printed page as one long picture for phones, as PDF": "手机看的单页长图，PDF",
    "the same, 1080 pixels wide, as PNG": "同上，宽 1080 像素，PNG",
    "the slides as a Markdown document, with what the speaker says in comments": (
        "各页写成 Markdown 文档，讲稿放在注释里"
    ),
    "Use this theme for everything.": "全部使用这个主题。",
    "Decks stand on this .pptx or .potx; see 'briefgen template FILE'.": (
        "演示文稿套用这个 .pptx 或 .potx，见 briefgen template FILE。"
    ),
    "Where to write (default: out/ in the project).": "写到哪里（默认：项目里的 out/）。",
    "Warnings count as errors.": "警告也算错误。",
    "Processes at once.": "同时运行几个进程。",
    "The sheet of prints (default: the outline's page, else a4; a3 is folded).": (
        "印刷用纸（默认：提纲 page 里的，否则 a4；a3 对折）。"
    ),
    "Lay the printed brief across.": "简报横排。",
    "The brief for a press: CMYK, bleed, crop marks.": "供印刷厂用的简报：CMYK、出血、裁切线。",
    "Make the handout with so many slides on a sheet, or the speaker's pages.": (
        "讲义每页放几张，或做成讲稿页。"
    ),
    "Make a long picture of the page, for phones: PNG and PDF.": (
        "把单页做成手机看的长图：PNG 和 PDF。"
    ),
    "How the printed brief is made (default: the outline's page, else picture).": (
        "简报的样式（默认：提纲 page 里的，否则一图读懂）。"
    ),
    "How large slides are: 16:9, 16:10, 4:3, a4, 'a4 upright', or '25.4cm x 19.05cm'.": (
        "页面大小：16:9、16:10、4:3、a4、'a4 upright'，或 '25.4cm x 19.05cm'。"
    ),
    "Attach content and ledger to PDF files.": "把内容和数字台账附在 PDF 里。",
    "Read the finished files back; write nothing unless they hold what was meant.": (
        "把做好的文件读回来核对；与原意不符就一个也不写。"
    ),
    "Mark every slide and page, such as 讨论稿; '' for no mark (default: the outline's).": (
        "给每页加标记，如 讨论稿；'' 表示不加（默认：按提纲）。"
    ),
    "Replace files that were edited, and keep those as NAME.edited-1.": (
        "覆盖被人改过的文件，原文件另存为 NAME.edited-1。"
    ),
    "Make a deck and a brief for each row of TABLE: CSV, XLSX or SQLite.": """\
为表格 TABLE（CSV、XLSX 或 SQLite）的每一行生成演示文稿和一页纸简报。

提纲里的 '{列名}' 就是这一行的格子：正文、数字的值、文件名都可以用。值取自格子的数字，由这一行作证。

失败的行列在 failed.csv，下次运行会再试；再次运行只做缺的和变了的。
manifest.csv 列出每个文件和它的 SHA-256。
""",
    "What to make of each row; may be given again (default: deck and brief).": (
        "每行生成什么，可多次写（默认：演示文稿和简报）。"
    ),
    "How files are named: '{city}/notice-{name}' (default: the slug and the first column).": (
        "文件怎么命名：'{城市}/通知-{名称}'（默认：提纲的文件名加第一列）。"
    ),
    "Only these rows: lines such as 2-10,15, or column=words (may be given again).": (
        "只做这些行：行号如 2-10,15，或“列名=文字”（可多次写）。"
    ),
    "The sheet, or the table of a database.": "工作表，或数据库里的表。",
    "For this audience, or the one that a column names: '{reader}' (default: base).": (
        "给这种受众，或某一列指明的受众：'{读者}'（默认：base）。"
    ),
    "Where to write (default: a folder named after the table, in out/).": (
        "写到哪里（默认：out/ 里以表格命名的文件夹）。"
    ),
    "Make the rows on this Dask cluster.": "在这个 Dask 集群上生成。",
    "Say what is wrong with the content, and where; write nothing.": """\
说明内容有什么问题、在哪里；不写文件。

加 --fix 时直接改：YAML 须用半角而写成全角的符号、汉字之间的半角标点、全角的数字和字母、
汉字之间的空格、年份里的零、手写而台账里有的数字（改成 {id}）。会牵动别处的不改；
改过的文件可以用 briefgen undo 撤回。
""",
    "Mend what can be mended without changing what is said; show each change.": (
        "不改变意思、能自动改的直接改好，并逐处列出。"
    ),
    "How to tell it: as text, as JSON, or as annotations of GitHub (default: text).": (
        "以什么形式输出：文字、JSON，或 GitHub 的标注（默认：文字）。"
    ),
    "Check again on each save, until Ctrl+C.": "每次保存后再检查一遍，按 Ctrl+C 结束。",
    "Say which figures differ between two outlines, or since a git revision, and where shown.": """\
说明两份提纲之间（或自某个 git 版本以来）哪些数字变了，显示在哪里。

OLD 和 NEW 是提纲（文件或文件夹）或 git 版本。不写 NEW 是磁盘上现在的提纲，不写 OLD 是上一次提交。
""",
    "The outline to compare, where revisions are given.": "写 git 版本时，比较哪份提纲。",
    "Say what the CODE of a problem means, with an example; without one, list all codes.": """\
解释问题代码 CODE 的意思，附例子；不写代码则列出全部代码。

每条问题的代码写在行尾的方括号里。
""",
    "List the numbers that the sources state, and which figures of the ledger cover them.": (
        "列出来源里的数字，以及台账的哪一条与之对应。"
    ),
    "Only this source.": "只看这个来源。",
    "Only the numbers that no figure covers.": "只列台账里还没有的数字。",
    "Print ledger entries for the missing ones.": "为缺少的数字输出台账条目。",
    "The numerals that are left out, and why.": "列出略去的数目字，并说明原因。",
    "List the slide kinds, a line each; of a KIND all that there is, and lines to copy.": (
        "列出各种页型，每种一行；写上页型名 KIND（可写几个），则列出全部，并给出可以照抄的写法。"
    ),
    "In JSON, the keys too that say nothing.": "JSON 里连空的键也写出来。",
    "With the fields of each kind.": "连同每种页型的字段。",
    "Of each KIND the lines to copy alone.": "每种页型 KIND 只给出可以照抄的写法。",
    "With the sentence of each code, and in JSON all of it.": (
        "连同每个代码的那句话；JSON 里给出全部内容。"
    ),
    "List the icons by name.": "列出全部图标名。",
    "Write a sheet of all icons with their names into DIR.": (
        "把全部图标连同名称画在一张图上，放进 DIR。"
    ),
    "Write a deck of every kind in each theme, and a sheet of all their pages, into DIR.": (
        "把每种页型在每个主题下各做一份，并做一张总览图，放进 DIR。"
    ),
    "Make a project folder: a small complete project, to be changed into one's own.": """\
新建项目文件夹：一个小而完整的项目，改成自己的就行。

写 --from 时由文件起草：标题成为页，句子成为要点，读得准的数字记入台账；不添加文件里没有的内容。
""",
    "At most so many slides of a draft, 3 to 40 (default: 40).": (
        "草稿最多几页，3 到 40（默认 40）。"
    ),
    "Draft it from a .txt, .md, .docx, .pptx or .pdf file.": (
        "由一个 .txt、.md、.docx、.pptx 或 .pdf 文件起草。"
    ),
    "Language of the small project (default: that of messages).": (
        "小项目的语言（默认：与提示相同）。"
    ),
    "The reference content, with five audiences.": "用完整的示例内容，含五种受众。",
    "Turn an outline in Markdown (deck.md) into YAML, one in YAML into Markdown.": """\
把 Markdown 提纲（deck.md）转成 YAML，或把 YAML 提纲转成 Markdown。

注释全部保留，两种写法做出的成品相同。另一种写法表达不了的内容，会指出在哪一行，并且不写文件。
""",
    "Write it to this file (default: to standard output).": "写到这个文件（默认：标准输出）。",
    "Serve a project's tools to an assistant (Model Context Protocol, on standard streams).": """\
把项目的工具提供给智能助手（Model Context Protocol，走标准输入输出）。

FOLDER 是项目文件夹，不写则为当前文件夹；文件夹以外的内容不读也不写。需要另装：
pip install 'briefgen[mcp]'。
""",
    "Say to an assistant how briefgen is used: a SKILL.md.": (
        "告诉智能助手怎样使用 briefgen：SKILL.md。"
    ),
    "Write it as DIR/briefgen/SKILL.md, such as ~/.claude/skills (default: print it).": (
        "写成 DIR/briefgen/SKILL.md，DIR 如 ~/.claude/skills（默认：直接显示）。"
    ),
    "Show the deck and the page while the outline is written.": """\
边写提纲边看演示文稿和单页。

浏览器里的页面随每次保存更新；标题、要点和讲稿可以直接在上面改。只供本机访问，按 Ctrl+C 结束。
""",
    "The audience shown first (default: base).": "先显示哪种受众（默认：base）。",
    "The theme shown first.": "先用哪个主题显示。",
    "The port (default: one that is free).": "端口（默认：任一空闲端口）。",
    "What opens a place: vscode, cursor, vscodium, zed, idea, none, or an address with "
    "{path}, {line}, {column} (default: BRIEFGEN_EDITOR, else vscode).": (
        "用什么打开原文：vscode、cursor、vscodium、zed、idea、none，或带 {path}、{line}、{column} "
        "的地址（默认：BRIEFGEN_EDITOR，否则 vscode）。"
    ),
    "Do not open the page in the browser.": "不自动打开浏览器。",
    "Print the outline's JSON Schema, for editors and programs that write outlines.": """\
输出提纲的 JSON Schema，供编辑器和写提纲的程序使用。

WHAT 是页型名、提纲的一部分（brief、figures、page 等）或 audience：只输出这一部分，每个字段附例子。
""",
    "Enumerate the ids of this outline (a file or a project's folder).": (
        "列举这份提纲里的 id（写文件或项目文件夹）。"
    ),
    "Tell every problem in a line of its own.": "每个问题各写一行。",
    "List the texts that an AUDIENCE's language lacks, to be filled in; or merge them back.": """\
列出某种受众的语言还缺的文字，填好后合并回去。

填好的内容再次列出时保留，有错的清单不会被覆盖；合并可以用 briefgen undo 撤销。
""",
    "Where the list is (default: translate-AUDIENCE.yaml in the project).": (
        "清单在哪里（默认：项目里的 translate-AUDIENCE.yaml）。"
    ),
    "Write what is filled in into the outline's files.": "把填好的内容写进提纲的各个文件。",
    "Say how well a .pptx or .potx serves as a template, and what to change in it.": """\
说明一个 .pptx 或 .potx 适不适合当模板，要改什么。

不能用时退出码为 1。
""",
    "Write a picture of the layouts and of the room on each to this file.": (
        "把各版式和可用版面画成图，写到这个文件。"
    ),
    "Write the choice of layouts to template.lock.yaml beside it, to be changed there.": (
        "把版式的选择写进模板旁的 template.lock.yaml，可在那里改。"
    ),
    "List the themes, those of the project in this folder too.": (
        "列出各主题，包括本文件夹项目自己的。"
    ),
    "Say where every number comes from: value, sentence, place in the source, where shown.": """\
说明每个数字出自哪里：值、原句、在来源中的位置、显示在哪里。

写上数字的 id，则列出关于它的全部信息：`briefgen trace gdp-2023`。
""",
    "Only this audience; 'base' is the outline itself (default: the base, and all files).": (
        "只看这种受众；base 是提纲本身（默认：base 和全部文件）。"
    ),
    "How to tell it (default: by the ending of FILE, else table).": (
        "以什么形式输出（默认：按 FILE 的扩展名，否则表格）。"
    ),
    "Say where these show it; may be given again (default: deck and brief).": (
        "说明在哪些成品里显示，可多次写（默认：演示文稿和简报）。"
    ),
    "Write it to this file.": "写到这个文件。",
    "Take back the last edit that was written into a file of the project.": (
        "撤销最近一次写进项目文件的修改。"
    ),
}

# What stands around it: heads and marks of the parser's own help.
FRAME: Mapping[str, str] = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Formats": "格式",
    "[OPTIONS]": "[选项]",
    "COMMAND [ARGS]...": "命令 [参数]...",
    "default": "默认",
    "required": "必填",
}
