"""What is wrong with a command line; and the lines about a run that are no problems."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_OUTLINE = Words(
    "A command works on the outline that is named, a file or the folder of its project; else on "
    "content/outline.yaml in the folder where it is called.",
    "命令处理的是指定的提纲（文件，或项目文件夹）；没有指定，就处理当前文件夹里的 "
    "content/outline.yaml。",
)
_OPTIONS = Words(
    "Each command takes options of its own, which `--help` lists; --debug is the program's own and "
    "stands before the command, --lang may stand before or behind it.",
    "每个命令有自己的选项，用 `--help` 可以查到；--debug 是程序本身的选项，写在命令之前；"
    "--lang 写在命令前后都行。",
)

MESSAGES: Mapping[str, Message] = {
    "unknown-described": Message(
        severity="error",
        sentence=Words("there is nothing called “{name}” to be described", "没有“{name}”可以说明"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "`briefgen schema` describes a slide kind, a part of an outline, or “audience”.",
            "briefgen schema 后面可以写页型、提纲的一个部分，或 audience。",
        ),
        wrong="briefgen schema figure",
        right="briefgen schema figures",
    ),
    "part-and-no-kind": Message(
        severity="error",
        sentence=Words(
            "“{name}” is no slide kind, but a part of what is written",
            "“{name}”不是页型，而是提纲或读者文件的一部分",
        ),
        hint=Words("see `briefgen schema {part}`", "见 briefgen schema {part}"),
        means=Words(
            "`briefgen kinds` tells kinds of slides; `briefgen schema` tells the parts of an "
            "outline too, and what an audience's file holds.",
            "briefgen kinds 只说页型；提纲的各个部分和读者文件怎么写，由 briefgen schema 说明。",
        ),
        wrong="briefgen kinds page",
        right="briefgen schema page",
    ),
    "no-outline-here": Message(
        severity="error",
        sentence=Words("there is no {path} here", "当前文件夹里没有 {path}"),
        hint=Words(
            "`briefgen new DIR` makes a project, or name the outline: `briefgen build "
            "path/to/outline.yaml`",
            "运行 `briefgen new 文件夹` 新建项目，或指定提纲：`briefgen build 路径/outline.yaml`",
        ),
        means=_OUTLINE,
        wrong="cd Downloads && briefgen build",
        right="cd mybrief && briefgen build",
    ),
    "no-outline-file": Message(
        severity="error",
        sentence=Words("{path}: no such file", "没有 {path} 这个文件"),
        means=_OUTLINE,
        wrong="briefgen build content/outlin.yaml",
        right="briefgen build content/outline.yaml",
    ),
    "figures-of-document": Message(
        severity="error",
        sentence=Words("{path} is a document, no outline or text", "{path} 是文档，不是提纲或文本"),
        hint=Words(
            "type `briefgen new DIR --from {path}`, then `briefgen figures DIR`",
            "先运行 briefgen new DIR --from {path}，再运行 briefgen figures DIR",
        ),
        means=_OUTLINE,
        wrong="briefgen figures report.docx",
        right="briefgen figures report.txt",
    ),
    "nothing-to-merge": Message(
        severity="error",
        sentence=Words("there is no {path} to merge", "没有可以合并的 {path}"),
        hint=Words(
            "`briefgen translate {audience}` writes it, to be filled in",
            "先运行 briefgen translate {audience} 生成清单，填好再合并",
        ),
        means=Words(
            "Translations are merged from the list that `briefgen translate` wrote, once somebody "
            "has filled it in.",
            "先用 briefgen translate 生成待译清单，填好译文后再合并。",
        ),
        wrong="briefgen translate base --merge",
        right="briefgen translate base",
    ),
    "trace-ending": Message(
        severity="error",
        sentence=Words(
            "a trace cannot be written as .{ending}", "trace 的结果不能写成 .{ending} 文件"
        ),
        hint=Words(
            "write it as {endings:or}; a spreadsheet opens .csv",
            "可以写成 {endings:or}；表格软件能打开 .csv",
        ),
        means=Words(
            "A file whose ending says something else than what is in it opens in no program.",
            "文件的结尾与内容不符，什么程序都打不开。",
        ),
        wrong="briefgen trace -o trace.xlsx",
        right="briefgen trace -o trace.csv",
    ),
    "idle-option": Message(
        severity="error",
        sentence=Words(
            "--{option} changes nothing in {formats:and}",
            "--{option} 对 {formats:and} 不起作用",
        ),
        hint=Words("it is for {apt:and}", "它用于 {apt:and}"),
        means=Words(
            "An option that changes nothing in what is to be made is most often a slip, so nothing "
            "is made.",
            "选项对要生成的成品不起作用，多半是写错了，所以什么都不生成。",
        ),
        wrong="briefgen build -f deck --press",
        right="briefgen build -f brief --press",
    ),
    "unknown-command": Message(
        severity="error",
        sentence=Words("there is no command “{name}”", "没有“{name}”这个命令"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "The first word behind `briefgen` is a command; `briefgen --help` lists them.",
            "`briefgen` 后面的第一个词是命令；用 `briefgen --help` 可以查到有哪些命令。",
        ),
        wrong="briefgen bild",
        right="briefgen build",
    ),
    "missing-command": Message(
        severity="error",
        sentence=Words("a command is missing", "没有写命令"),
        hint=Words("`{command} --help` lists them", "用 `{command} --help` 查看有哪些命令"),
        means=_OPTIONS,
        wrong="briefgen --debug",
        right="briefgen --debug build",
    ),
    "unknown-option": Message(
        severity="error",
        sentence=Words("there is no option {option}", "没有 {option} 这个选项"),
        hint=Words("{offer}", "{offer}"),
        means=_OPTIONS,
        wrong="briefgen build --formt deck",
        right="briefgen build --format deck",
    ),
    "option-without-value": Message(
        severity="error",
        sentence=Words("{option} needs a value", "{option} 后面须写值"),
        means=_OPTIONS,
        wrong="briefgen build --theme",
        right="briefgen build --theme lingnan",
    ),
    "option-takes-no-value": Message(
        severity="error",
        sentence=Words("{option} takes no value", "{option} 后面不写值"),
        hint=Words("write the option alone", "只写选项本身"),
        means=_OPTIONS,
        wrong="briefgen build --strict=yes",
        right="briefgen build --strict",
    ),
    "option-choice": Message(
        severity="error",
        sentence=Words("{what} takes {choices:or}", "{what} 可以写 {choices:or}"),
        means=_OPTIONS,
        wrong="briefgen build --format docx",
        right="briefgen build --format deck",
    ),
    "option-whole-number": Message(
        severity="error",
        sentence=Words(
            "{what} is no whole number from {least} on", "{what} 的值须是整数，最小 {least}"
        ),
        hint=Words("write one such as {least}", "改为整数，如 {least}"),
        means=_OPTIONS,
        wrong="briefgen build --jobs 0",
        right="briefgen build --jobs 2",
    ),
    "option-wants-file": Message(
        severity="error",
        sentence=Words("{what} names a folder", "{what} 指定的是文件夹"),
        hint=Words("name a file", "请指定文件"),
        means=_OPTIONS,
        wrong="briefgen trace --out out",
        right="briefgen trace --out out/figures.csv",
    ),
    "option-wants-folder": Message(
        severity="error",
        sentence=Words("{what} names a file", "{what} 指定的是文件"),
        hint=Words("name a folder", "请指定文件夹"),
        means=_OPTIONS,
        wrong="briefgen build --out out/brief.pdf",
        right="briefgen build --out out",
    ),
    "option-unfit": Message(
        severity="error",
        sentence=Words("{what}: {said}", "{what} 的值不合要求：{said}"),
        means=_OPTIONS,
    ),
    "missing-argument": Message(
        severity="error",
        sentence=Words("{what} is missing", "缺少 {what}"),
        hint=Words("`{command} --help` says what it is", "用 `{command} --help` 查看说明"),
        means=_OPTIONS,
        wrong="briefgen new",
        right="briefgen new mybrief",
    ),
    "extra-argument": Message(
        severity="error",
        sentence=Words("“{arguments}” is more than the command takes", "命令多写了“{arguments}”"),
        hint=Words(
            "`{command} --help` says what it takes; an option that is given again is named again",
            "用 `{command} --help` 查看可以写什么；同一选项给几个值，每次都要写选项名",
        ),
        means=_OPTIONS,
        wrong="briefgen build outline.yaml -f deck brief",
        right="briefgen build outline.yaml -f deck -f brief",
    ),
    "wrong-usage": Message(
        severity="error",
        sentence=Words("{said}", "命令有误：{said}"),
        means=_OPTIONS,
    ),
    "new-slides": Message(
        severity="error",
        sentence=Words(
            "--slides says how long a draft is, and there is none without --from",
            "--slides 只管草稿有几页，没有 --from 就没有草稿",
        ),
        hint=Words("add --from FILE, or leave it out", "加上 --from 文件，或者不写它"),
        means=Words(
            "The small project and the reference are as long as they are; a draft may be shorter.",
            "入门小样和参考内容的页数是定好的，只有草稿可以少几页。",
        ),
        wrong="briefgen new mybrief --slides 12",
        right="briefgen new mybrief --from report.docx --slides 12",
    ),
    "new-either": Message(
        severity="error",
        sentence=Words(
            "--from takes its language and its content from the file, so --{option} says nothing",
            "--from 的语言和内容都出自文件，--{option} 不起作用",
        ),
        hint=Words("leave one of them out", "两个选项留一个"),
        means=Words(
            "A new project is a small one to begin with, the reference, or drafted from a file.",
            "新项目可以是入门小样、参考内容，或根据文件起草，三者选一。",
        ),
        wrong="briefgen new mybrief --from report.docx --reference",
        right="briefgen new mybrief --from report.docx",
    ),
    "unknown-code": Message(
        severity="error",
        sentence=Words("there is no code “{code}”", "没有“{code}”这个代码"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "Every problem has a code, which stands in square brackets at the end of its line.",
            "每条问题都有代码，写在行末的方括号里。",
        ),
        wrong="briefgen explain unknwon-key",
        right="briefgen explain unknown-key",
    ),
}

PHRASES: Mapping[str, Words] = {
    "new-audience": Words(
        "{offer}; a new one is a file audiences/{name}.yaml beside the outline, with what differs: "
        "`briefgen schema audience`",
        "{offer}；要新增，就在提纲旁边写 audiences/{name}.yaml，只写不同之处，写法见 "
        "briefgen schema audience",
    ),
    "help-lists-options": Words("`{command} --help` lists them", "用 `{command} --help` 可以查到"),
    "explain-lists-codes": Words("`briefgen explain` lists them", "用 `briefgen explain` 可以查到"),
    "trace-lists-figures": Words(
        "`briefgen trace` lists them all", "用 `briefgen trace` 可以查到全部数字"
    ),
    "did-you-mean-some": Words("did you mean {names}?", "是不是想写 {names:or}？"),
    # How many problems there are, and what came of a run.
    "all-shows-each": Words(
        "{count} more of the same kinds are in these lines: `briefgen check --all` tells each",
        "另有 {count} 处并在以上各行里：briefgen check --all 逐条列出",
    ),
    "and-more": Words(
        "and {count} more: `briefgen check --all` tells each",
        "另有 {count} 处：briefgen check --all 逐条列出",
    ),
    "no-problems": Words("no problems", "没有问题"),
    "some-errors": Words("{count} {count:error|errors}", "{count} 个错误"),
    "some-warnings": Words("{count} {count:warning|warnings}", "{count} 个警告"),
    "errors-and-warnings": Words(
        "{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}",
        "{errors} 个错误、{warnings} 个警告",
    ),
    "translate-head": Words(
        "What the audience {audience} reads, and the outline does not say in its language.\n"
        "Fill in each “{key}”; ids in braces stay. Then: briefgen translate {audience} --merge",
        "受众“{audience}”要看、提纲里还没有这种语言写法的文字。\n"
        "在每个“{key}”后面填上译文，花括号里的编号照抄。"
        "填好后：briefgen translate {audience} --merge",
    ),
    "texts-to-translate": Words(
        "{count} {count:text|texts} to translate for {audience}, {done} filled in",
        "受众“{audience}”有 {count} 处文字要译，已填 {done} 处",
    ),
    "nothing-to-translate": Words(
        "nothing is missing for {audience}", "受众“{audience}”没有要译的文字"
    ),
    "translations-merged": Words(
        "{count} {count:translation|translations} merged, {left} still missing",
        "已合并 {count} 处译文，还缺 {left} 处",
    ),
    "and-let-off": Words(
        "{told}; {count} {count:number|numbers} not checked", "{told}；{count} 个数未核对"
    ),
    "sound-versions": Words(
        "`briefgen build {options}` makes the versions without an error now",
        "没有错误的版本现在就可以生成：briefgen build {options}",
    ),
    "nothing-written": Words("{count}; nothing was written", "{count}；没有写出任何文件"),
    "files-made": Words(
        "{count} {count:file|files} in {seconds} s", "共 {count} 个文件，用时 {seconds} 秒"
    ),
    "project-made": Words("{folder}: {count} {count:file|files}", "{folder}：共 {count} 个文件"),
    "preview-on": Words("Showing {path}; Ctrl+C ends it", "正在预览 {path}；按 Ctrl+C 结束"),
    "undone": Words("{file} is as it was before", "{file} 已恢复原样"),
    "go-on": Words("Next: {command}", "下一步：{command}"),
    "numbers-found": Words(
        "{count} {count:number|numbers}, {without} not in the ledger, {worth} worth an entry",
        "共 {count} 个数，其中 {without} 个不在台账里，值得入账的 {worth} 个",
    ),
    "numerals-left-out": Words("{count} {count:numeral|numerals} left out", "略去 {count} 处数字"),
    "left-document": Words("number of a document, telephone, address", "文号、电话、网址"),
    "left-day": Words("date without its year, clock, decade", "不带年份的日期、钟点、年代"),
    "left-name": Words("name", "名称"),
    "left-mark": Words("mark of an item, a note or a page", "序号、注号、图表号"),
    "left-code": Words("code", "型号、代号"),
    "left-everybody": Words("everybody, and no count", "泛指众多"),
    "left-given": Words("one of the outline’s names", "大纲 names 里的名称"),
    "left-phrase": Words("set phrase", "固定说法"),
    "left-quoted": Words("name in quotation marks", "引号里的名称"),
    "left-ordinal": Words("ordinal", "序数"),
    "left-article": Words("one, as an article; nought", "“一个”之类；零"),
    "left-heading": Words("number of a heading", "标题的编号"),
    "left-unproved": Words("what its clause does not prove", "分句证明不了的数"),
    "left-bare": Words("without a unit", "没有单位"),
    "not-compared": Words(
        "the figures cannot be compared until this is mended", "改正之后才能比较数字"
    ),
    "interrupted": Words("interrupted", "已中断"),
    "merge-progress": Words(
        "{count} rows, {failed} failed, {rate} a second, {left} left",
        "已完成 {count} 行，失败 {failed} 行，每秒 {rate} 行，还需 {left}",
    ),
    "merge-stopped": Words(
        "{count} {count:row|rows} done; the same command goes on from there",
        "已完成 {count} 行；再运行同样的命令，从这里继续",
    ),
    "merge-more-failed": Words(
        "{count} more {count:row|rows} failed: see the list", "另有 {count} 行失败，见清单"
    ),
    "merge-in-rows": Words("(in {count} {count:row|rows})", "（{count} 行）"),
    "merge-left": Words(
        "files of {count} {count:row|rows} that the table no longer has are still there",
        "文件夹里还有 {count} 行的成品，表格里已没有这些行",
    ),
    "merge-done": Words(
        "{made} {made:row|rows} made, {kept} unchanged, {failed} failed, in {seconds} s: {out}",
        "生成 {made} 行，{kept} 行没有变化，{failed} 行失败，用时 {seconds} 秒：{out}",
    ),
    # The line that says what a build is doing, and the heads of the table at its end.
    "draft-made": Words(
        "{folder}: {slides} {slides:slide|slides}, {figures} {figures:figure|figures} in the "
        "ledger, {tables} {tables:table|tables}, {pictures} {pictures:picture|pictures}",
        "{folder}：{slides} 页幻灯片，台账 {figures} 个数字，{tables} 张表，{pictures} 张图片",
    ),
    "draft-look-at": Words(
        "Look at: titles, what to delete, and the {doubtful} {doubtful:number|numbers} left as the "
        "source writes {doubtful:it|them}",
        "请看一遍：标题、要删的内容，以及照原文保留的 {doubtful} 个数字",
    ),
    "step-drafting": Words("reading {file} …", "正在读取 {file} …"),
    "step-reading": Words("reading", "正在读取"),
    "step-writing": Words("writing", "正在写入"),
    "head-audience": Words("audience", "受众"),
    "head-slides": Words("slides", "页面"),
    "head-pages": Words("pages", "打印页"),
    "head-problems": Words("problems", "问题"),
    "head-kilobytes": Words("KB", "KB"),
    "head-seconds": Words("seconds", "秒"),
    "explain-head": Words("{code} ({severity})", "{code}（{severity}）"),
    "explain-hint": Words("What to do", "怎么改"),
    "explain-means": Words("What it means", "含义"),
    "explain-wrong": Words("Wrong", "错误写法"),
    "explain-right": Words("Right", "正确写法"),
}
