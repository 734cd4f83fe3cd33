"""What a finished brief or file should not hold: untraced, untranslated, unprintable, leaked."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_QUOTATION = Words(
    "What a slide quotes stands in its source, word for word. An omission is written …; "
    "quotation marks around the whole do not count.",
    "幻灯片引用的文字须与来源逐字相同。省略的地方写“……”；整段外面的引号不计。",
)
_PROMISE = Words(
    "“only” and “not” are promises. Every finished file is read back, and searched for all that "
    "its audience may not see: slides, notes, charts and their workbooks, properties, attachments.",
    "“only”和“not”是承诺。每份成品写好后都要读回来，查找该受众不应看到的内容："
    "页面、备注、图表及其工作簿、属性、附件，一处不漏。",
)
_SCRIPTS = Words(
    "Texts are set from left to right, each character by itself. Arabic, Hebrew, Thai, the scripts "
    "of India and others would be printed backwards or in pieces, whichever font has them.",
    "文字从左到右、逐字排印。阿拉伯文、希伯来文、泰文、印度各文字等排出来会颠倒或散开，"
    "换什么字体都一样。",
)
_NO_SCRIPT = Words(
    "write it in Latin letters or hanzi, or show it as a picture",
    "请改写成汉字或拉丁字母，或用图片",
)

_AROUND = Words(
    "A figure brings its qualifier, its unit and the word for a fall along. A text that says them "
    "again, or says others, misleads though the number is right. {{id:number}} is number and unit "
    "alone, {{id:signed}} has a minus.",
    "数字自带限定词、单位和表示下降的词。正文再写一遍，或者写成别的，数虽没错，意思却错了。"
    "{{id:number}} 只写数和单位，{{id:signed}} 写成负数。",
)


def _falling(title: str) -> str:
    """An example: a slide with this title, about a fall."""
    return (
        "# seeds/article.txt: 产值同比下降4.6%。\n"
        "figures:\n  fall: {value: 下降4.6%, kind: actual, label: 产值, quote: 产值同比下降4.6%}\n"
        f"deck: [{{kind: section, title: '{title}'}}]"
    )


MESSAGES: Mapping[str, Message] = {
    "missing-glyph": Message(
        severity="error",
        sentence=Words(
            "no font has the character “{character}” ({point}, {name})",
            "没有字体能显示“{character}”（{point}）",
        ),
        hint=Words("{mend}", "{mend}"),
        means=Words(
            "The printed page embeds its fonts. A character that none of them has would be an "
            "empty box.",
            "打印的页面自带字体。哪种字体里都没有的字，印出来只是一个空框。",
        ),
        wrong="brief: {title: 园区新面貌🚀}",
        right="brief: {title: 园区新面貌★}",
    ),
    "right-to-left": Message(
        severity="error",
        sentence=Words(
            "{script} is written from right to left, which briefgen cannot set: {words}",
            "briefgen 排不了从右到左书写的文字：{words}",
        ),
        hint=_NO_SCRIPT,
        means=_SCRIPTS,
        wrong="brief: {title: 欢迎 שלום}",
        right="brief: {title: 欢迎}",
    ),
    "shaped-script": Message(
        severity="error",
        sentence=Words(
            "{script} joins, stacks or reorders its letters, which briefgen cannot set: {words}",
            "briefgen 排不了字母要连写、叠写或换序的文字：{words}",
        ),
        hint=_NO_SCRIPT,
        means=_SCRIPTS,
        wrong="brief: {title: 欢迎 สวัสดี}",
        right="brief: {title: 欢迎}",
    ),
    "words-without-source": Message(
        severity="error",
        sentence=Words(
            "words are quoted here, and not said which source they are from",
            "这里引用了文字，却没有写明出自哪个来源",
        ),
        hint=Words("{offer}", "{offer}"),
        means=_QUOTATION,
        wrong="sources:\n"
        "  article: {file: seeds/article.txt, title: 报道}\n"
        "  report: {file: seeds/article.txt, title: 报告}\n"
        "deck: [{kind: quote, title: 报道, text: 拥有1.3万家企业}]",
        right="sources:\n"
        "  article: {file: seeds/article.txt, title: 报道}\n"
        "  report: {file: seeds/article.txt, title: 报告}\n"
        "deck: [{kind: quote, title: 报道, text: 拥有1.3万家企业, source: article}]",
    ),
    "words-not-in-source": Message(
        severity="error",
        sentence=Words(
            "the words of the slide {slide} do not stand in {file}",
            "幻灯片“{slide}”引用的文字在 {file} 里找不到",
        ),
        hint=Words("{offer}", "{offer}"),
        means=_QUOTATION,
        wrong="deck: [{kind: quote, title: 报道, text: 共有1.3万家企业, source: article}]",
        right="deck: [{kind: quote, title: 报道, text: 拥有1.3万家企业, source: article}]",
    ),
    "untraced-number": Message(
        severity="warning",
        sentence=Words(
            "“{number}” is typed by hand: nothing says which sentence it comes from",
            "“{number}”是手写的，查不到出自哪一句",
        ),
        many=Words(
            "{count} numbers are typed by hand, without a sentence they come from: {first}",
            "有{count}个数是手写的，查不到出自哪一句：{first}",
        ),
        item="number",
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "Numbers in texts are written by the ids of figures, whose sentence is known and "
            "checked. A number typed by hand has nothing behind it. Dates, times and small counts "
            "that a source, “brief:” or the ledger says too, counts of a slide's own items, "
            "telephones, numbers of documents, words quoted from a source and “names” "
            "are left alone. “ledger: off, note or strict” in “brief:”, and “unchecked: why” on a "
            "slide, say otherwise.",
            "文字里的数用编号来写，每个编号背后都有核对过的原句；手写的数没有依据。"
            "来源、“brief:”或台账里也有的日期、时刻和小计数，数本页条目的数，电话、文号，"
            "引自来源的文字，“names”里的专名，都不在此列。"
            "“brief:”里的 ledger: off、note、strict 和某一页的 unchecked: 理由 可以改变这一点。",
        ),
        wrong="deck: [{kind: section, title: 产值超3200亿元}]",
        right="deck: [{kind: section, title: '产值{output}'}]",
    ),
    "around-twice": Message(
        severity="warning",
        sentence=Words(
            "“{word}” stands before or behind {shown}, which says it already",
            "“{shown}”里已经有“{word}”的意思，前后又写了一遍",
        ),
        hint=Words(
            "leave “{word}” out, or write {{{id}:number}}",
            "去掉“{word}”，或者写 {{{id}:number}}",
        ),
        means=_AROUND,
        wrong="deck: [{kind: section, title: '产值超{output}'}]",
        right="deck: [{kind: section, title: '产值超{output:number}'}]",
    ),
    "around-other": Message(
        severity="warning",
        sentence=Words(
            "the text says “{word}” of {id} ({shown}), and its source does not",
            "正文用“{word}”来说“{id}”（{shown}），来源不是这样说的",
        ),
        hint=Words("leave “{word}” out", "去掉“{word}”"),
        means=_AROUND,
        wrong="deck: [{kind: section, title: '产值不足{output:number}'}]",
        right="deck: [{kind: section, title: '产值超{output:number}'}]",
    ),
    "around-unit": Message(
        severity="warning",
        sentence=Words(
            "“{word}” stands beside {shown}, which has its unit already",
            "“{shown}”自带单位，旁边又写了“{word}”",
        ),
        hint=Words("leave “{word}” beside {{{id}}} out", "去掉 {{{id}}} 旁边的“{word}”"),
        means=_AROUND,
        wrong="deck: [{kind: section, title: '企业{firms}家'}]",
        right="deck: [{kind: section, title: '企业{firms}'}]",
    ),
    "around-direction": Message(
        severity="warning",
        sentence=Words(
            "the text says “{word}” before {shown}, which goes the other way",
            "正文在“{shown}”前面写了“{word}”，方向相反",
        ),
        hint=Words(
            "leave “{word}” out, or write {{{id}:signed}}",
            "去掉“{word}”，或者写 {{{id}:signed}}",
        ),
        means=_AROUND,
        wrong=_falling("产值增长{fall}"),
        right=_falling("产值{fall}"),
    ),
    "fall-bare": Message(
        severity="warning",
        sentence=Words(
            "{shown} is a fall, and nothing around it says so", "“{shown}”是下降，这里看不出来"
        ),
        hint=Words(
            "write {{{id}:signed}}, or say the direction before {{{id}:number}}",
            "写 {{{id}:signed}}，或者在 {{{id}:number}} 前面说明是下降",
        ),
        means=_AROUND,
        wrong=_falling("产值{fall:number}"),
        right=_falling("产值{fall:signed}"),
    ),
    "untranslated": Message(
        severity="warning",
        sentence=Words(
            "“{words}” is left in Chinese, and {reader} reads English",
            "“{words}”还是中文，而{reader}看的是英文",
        ),
        hint=Words(
            "translate it; a name given on purpose goes in brackets behind its translation",
            "译成英文；特意保留的中文名称放在译名后面的括号里",
        ),
        means=Words(
            "An English version shows no Chinese words or marks, but for names that stand in "
            "brackets behind what they are called in English.",
            "英文版里不出现中文字和中文标点，只有译名后面括号里的中文名称例外。",
        ),
        wrong="brief: {title: {en: Parks of 苏州}, language: en}\n"
        "sources:\n  article: {file: seeds/article.txt, title: {en: Report}}\n"
        "deck: [{kind: section, title: {en: Output}}]",
        right="brief: {title: {en: Parks of Suzhou (苏州)}, language: en}\n"
        "sources:\n  article: {file: seeds/article.txt, title: {en: Report}}\n"
        "deck: [{kind: section, title: {en: Output}}]",
    ),
    "unexplained-term": Message(
        severity="warning",
        sentence=Words(
            "“{term}” comes up first {where}, and is not explained there",
            "“{term}”第一次出现在{where}，那里没有解释",
        ),
        hint=Words(
            "add there what the glossary says: “{means}”",
            "在那里加上术语表里的解释：“{means}”",
        ),
        means=Words(
            "A term of the glossary is explained, in the glossary's words, on the page that shows "
            "it first: later pages may take it as known.",
            "术语表里的词，要在首次出现的那一页用术语表的说法解释，后面的页面才可以直接使用。",
        ),
        wrong="glossary: [{term: 技改, means: 企业的技术改造}]\n"
        "deck: [{kind: section, title: 技改投资}]",
        right="glossary: [{term: 技改, means: 企业的技术改造}]\n"
        "deck: [{kind: section, title: 技改投资, lead: 技改就是企业的技术改造}]",
    ),
    "leak": Message(
        severity="error",
        sentence=Words(
            "{what} is {who}, but stands in {file}: {place}",
            "{what}{who}，却出现在 {file} 里：{place}",
        ),
        hint=Words(
            "nothing is written; take it out of what {audience} shows there, or lift the "
            "restriction",
            "没有写出任何文件；从{audience}在那里显示的内容中去掉它，或取消限制",
        ),
        means=_PROMISE,
    ),
    "leak-unsearched": Message(
        severity="note",
        sentence=Words(
            "“{words}” is {who}, and too short to be searched for in the files of others",
            "“{words}”{who}，但太短，没法在别人的文件里查找",
        ),
        hint=Words("look for it yourself", "请自己查看一遍"),
        means=_PROMISE,
    ),
}

PHRASES: Mapping[str, Words] = {
    "take-no-emoji": Words(
        "colour emoji are not printed: write a word, a sign such as ★ ✔ ☎, or use an icon",
        "彩色表情符号印不出来：改为文字或★、✔、☎这样的符号，或使用图标",
    ),
    "add-a-font": Words(
        "write it another way, or put a TrueType font that has it into the project and name it: "
        "brief: {{faces: {{print: [Noto Sans SC, content/fonts/Name.ttf]}}}}",
        "换一种写法，或把有这个字的 TrueType 字体放进项目并写明："
        "brief: {{faces: {{print: [Noto Sans SC, content/fonts/Name.ttf]}}}}",
    ),
    # What to do about a number typed by hand.
    "write-figures": Words("write {figures:or}", "改为{figures:or}"),
    "figure-for": Words("{{{id}}} for {shown}", "{{{id}}}（{shown}）"),
    "number-is-stated": Words(
        "{place} states it: `briefgen figures --missing --yaml` prints the entry for the ledger; "
        "if it is part of a name, add the name to “names”",
        "{place} 写有这个数：运行 `briefgen figures --missing --yaml` 可得到台账条目；"
        "如果是专名的一部分，把专名加进“names”",
    ),
    "number-names": Words(
        "{place} has it as part of a name: add the name to “names”; if it is a number of its own, "
        "add it to “figures” and write {{its id}}",
        "{place} 里它是名称的一部分：把名称加进“names”；如果自成一数，登记到“figures”，写 {{编号}}",
    ),
    "number-is-stated-several": Words(
        "the sources state them: `briefgen figures --missing --yaml` prints the entries for the "
        "ledger; write their {{ids}} here",
        "来源里有这些数：运行 `briefgen figures --missing --yaml` 得到台账条目，这里写 {{编号}}",
    ),
    "add-number-several": Words(
        "give them to “figures”, with their sentences or with `source: own`; put a table's into a "
        "file (`data:`); or say `unchecked: why` on the slide",
        "登记到“figures”，附原句，或写 source: own（本单位数据）；整表的数放进文件（data:）；"
        "不必核对的，在这一页写 unchecked: 理由",
    ),
    "add-number": Words(
        "add it to “figures” and write {{its id}}, with the sentence it stands in; if it is part "
        "of a name, add the name to “names”",
        "连同原句登记到“figures”，这里改写成 {{编号}}；如果是专名的一部分，把专名加进“names”",
    ),
    "add-date": Words(
        "write the date as a source has it; the date of the source itself is said by its “date”",
        "照来源的写法写日期；来源本身的日期写在来源的“date”里",
    ),
    "add-number-to-ledger": Words(
        "add it to “figures”, with the sentence it stands in; if it is part of a name, add the "
        "name to “names”",
        "连同原句登记到“figures”；如果是专名的一部分，把专名加进“names”",
    ),
    "the-audience": Words("the audience", "受众"),
    "the-outline": Words("the outline", "提纲"),
    # Where a term first comes up.
    "on-slide": Words("on slide {slide}", "幻灯片“{slide}”"),
    "on-the-page": Words("on the page", "打印页"),
    "in-the-notes": Words("in the speaker's notes", "演讲者备注"),
    "in-the-notes-of": Words(
        "in the speaker's notes of slide {slide}", "幻灯片“{slide}”的演讲者备注"
    ),
    # Where in a file restricted words stand.
    "the-figure": Words("the figure {id}", "数字“{id}”"),
    "place-name": Words("its name", "文件名"),
    "place-text": Words("its text", "正文"),
    "place-metadata": Words("its metadata", "元数据"),
    "place-objects": Words("its objects", "文件内部的对象"),
    "place-page": Words("page {number}", "第 {number} 页"),
    "place-slide": Words("slide {number}", "第 {number} 张幻灯片"),
    "place-notes": Words("speaker's notes", "演讲者备注"),
    "place-chart": Words("chart {number}", "第 {number} 个图表"),
    "place-workbook": Words("a chart's workbook", "图表的工作簿"),
    "place-properties": Words("the document's properties", "文档属性"),
    "place-part": Words("{place} ({part})", "{place}（{part}）"),
    "place-besides": Words(
        "its alternative texts, bookmarks, links and properties", "替代文字、书签、链接或属性"
    ),
    "place-attachment": Words("an attachment, {place}", "附件的{place}"),
}
