"""What an outline lets off, and what its author vouches for: own numbers, names, slides."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_OWN = Words(
    "A source without a file stands for numbers of your own, which no text states: they have no "
    "quote, and pages show them as own data. What is quoted stands in a file.",
    "没有文件的来源表示本单位自己的数据，没有原文可引：不写原句，成品上注明是本单位数据。"
    "要引原句，来源须有文件。",
)
_SOURCES = "sources:\n  article: {file: seeds/article.txt, title: 报道}\n  own: {title: 内部快报}\n"

MESSAGES: Mapping[str, Message] = {
    "let-off": Message(
        severity="note",
        sentence=Words(
            "{where}: {count} {count:number|numbers} typed by hand not checked ({why})",
            "{where}：{count} 个手写的数没有核对（{why}）",
        ),
        means=Words(
            "What an outline lets off is counted: “ledger: off” in “brief:”, or “unchecked: why” "
            "on a slide. Entries of the ledger, quotes, {{ids}} and data files are proved all the "
            "same. `--strict` on the command line checks in spite of “ledger: off”.",
            "提纲免核对的数都要计数：“brief:”里的 ledger: off，或者某一页的 unchecked: 理由。"
            "台账条目、引文、{{编号}}和数据文件照样核对。命令行的 --strict 不受 ledger: off 影响。",
        ),
        wrong="deck: [{kind: section, title: 增长7.3%, unchecked: 现场估算}]",
        right="deck: [{kind: section, title: '产值{output}'}]",
    ),
    "sum-not-spent": Message(
        severity="warning",
        sentence=Words(
            "{number} is what projects are to cost, and {id} tells it as done",
            "“{number}”是项目的总投资，不是已完成的投资，“{id}”却写成已实现",
        ),
        hint=Words(
            "write kind: plan; or “sure: yes” if it has been spent",
            "写 kind: plan；确已投入的，写“sure: yes”",
        ),
        means=Words(
            "The total investment of projects that are arranged, signed or under way is spent over "
            "years. Pages mark what is done apart from what is planned.",
            "安排、签约和在建项目的总投资要几年才投得完。成品上已实现和计划的标记不同。",
        ),
        wrong="# seeds/article.txt: 新签约项目36个，总投资418亿元。\n"
        "figures:\n  sum: {value: 418亿元, kind: actual, label: 总投资, quote: 总投资418亿元}",
        right="# seeds/article.txt: 新签约项目36个，总投资418亿元。\n"
        "figures:\n  sum: {value: 418亿元, kind: plan, label: 总投资, quote: 总投资418亿元}",
    ),
    "unchecked-unexplained": Message(
        severity="error",
        sentence=Words(
            "“unchecked” says why the numbers of {id} are not checked",
            "“unchecked”要写明“{id}”这一页的数为什么不核对",
        ),
        hint=Words(
            "write the reason, such as 现场估算，会后核实", "写理由，如：现场估算，会后核实"
        ),
        means=Words(
            "A slide whose numbers are not checked says why; who reads the check or the list of "
            "sources wants to know.",
            "不核对数字的那一页要写明理由，看核对结果和来源页的人都要知道。",
        ),
        wrong="deck: [{kind: section, title: 增长7.3%, unchecked: yes}]",
        right="deck: [{kind: section, title: 增长7.3%, unchecked: 现场估算}]",
    ),
    "name-is-number": Message(
        severity="error",
        sentence=Words(
            "“{name}” in “names” is a number, and no name with a number in it",
            "“names”里的“{name}”只是一个数，不是带数的专名",
        ),
        hint=Words(
            "write the whole name, as 12345热线; a number needs a figure, or `source: own`",
            "写完整的专名，如“12345热线”；数要登记到“figures”，没有原句的写 source: own",
        ),
        means=Words(
            "Names are words whose numerals count nothing. A bare number there would take every "
            "number like it out of the check.",
            "“names”是带数字的专名。单独一个数放进去，全文凡是这个数都不再核对。",
        ),
        wrong="names: ['12345']",
        right="names: [12345热线]",
    ),
    "translation-figures": Message(
        severity="warning",
        sentence=Words(
            "the translation of “{words}” does not name the same figures, and is left out",
            "“{words}”的译文里数字编号不一致，没有采用",
        ),
        hint=Words("keep {figures:and} in it, as they are", "译文里要原样保留 {figures:and}"),
        means=Words(
            "Figures stand in a text by their ids. A translation that lacks one, or has another, "
            "would say another number.",
            "文字里的数用编号表示。译文少了编号或换了编号，说的就是另一个数。",
        ),
    ),
    "quote-of-own": Message(
        severity="error",
        sentence=Words(
            "the source of {id} has no file, so nothing can be quoted from it",
            "“{id}”的来源没有文件，无从核对原句",
        ),
        hint=Words(
            "leave the quote out, or give the source its “file”",
            "去掉“quote”，或者给来源写上“file”",
        ),
        means=_OWN,
        wrong=_SOURCES + "figures:\n  jobs: {value: 90个, kind: actual, label: 岗位, source: own, "
        "quote: 岗位90个}",
        right=_SOURCES + "figures:\n  jobs: {value: 90个, kind: actual, label: 岗位, source: own}",
    ),
    "erratum-of-own": Message(
        severity="error",
        sentence=Words(
            "the source {id} has no file, so no words of it can be corrected",
            "来源“{id}”没有文件，没有文字可勘误",
        ),
        hint=Words(
            "leave “errata” out, or give the source its “file”",
            "去掉“errata”，或者给来源写上“file”",
        ),
        means=_OWN,
        wrong="sources:\n  article: {file: seeds/article.txt, title: 报道}\n"
        "  own: {title: 内部快报, errata: [{damaged: 甲, corrected: 乙, reason: 误}]}",
        right="sources:\n  article: {file: seeds/article.txt, title: 报道}\n"
        "  own: {title: 内部快报}",
    ),
}

PHRASES: Mapping[str, Words] = {
    "ledger-off": Words("ledger: off", "ledger: off"),
    "the-rest": Words("topics and page", "主题和单页"),
}
