"""What is wrong with a figure and the sentence it stands on, and with a source and its errata."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_SOURCES = Words(
    "A source is a text file of the project, in UTF-8: it is read character by character, so that "
    "every quote can be found in it. What cannot be read proves nothing.",
    "来源是项目里 UTF-8 编码的文本文件，逐字读取，原句才对得上。读不了的来源证明不了任何数字。",
)
_QUOTED = Words(
    "A figure stands on words of its source, copied as they are. White space, line ends, "
    "full-width forms and the style of quotation marks make no difference; every other character "
    "does.",
    "数字以来源里的原句为证，须逐字照抄。空格、换行、全角半角和引号样式不计，其余一字不能差。",
)
_QUALIFIED = Words(
    "Words such as 超, 约 or 力争 change what a number claims. A figure has exactly those that its "
    "source has.",
    "“超”“约”“力争”这类限定词会改变数的含义，数字的限定词须与来源一致，不多也不少。",
)
_AS_THE_SOURCE = Words("{write}, as the source does", "{write}，照来源的写法")
_ERRATA = Words(
    "An erratum gives words of a source as they stand there, damaged, and as they should read. "
    "Each is applied once, to all its places; the file itself is never changed.",
    "勘误写明来源里的误文和正文，每条只写一次，对所有出处生效；来源文件本身不改动。",
)


MESSAGES: Mapping[str, Message] = {
    "source-unreadable": Message(
        severity="error",
        sentence=Words("the source {file} cannot be read: {why}", "来源 {file} 无法读取：{why}"),
        hint=Words("give the path of a file of this project", "改为本项目里一个文件的路径"),
        means=_SOURCES,
        wrong="sources:\n  article: {file: seeds/artcle.txt, title: 报道}",
        right="sources:\n  article: {file: seeds/article.txt, title: 报道}",
    ),
    "source-encoding": Message(
        severity="error",
        sentence=Words(
            "the source {file} is no text in UTF-8 or GB 18030 (line {line})",
            "来源 {file} 不是 UTF-8 或 GB 18030 编码的文本（第 {line} 行）",
        ),
        hint=Words("save the file as UTF-8", "把文件另存为 UTF-8 编码"),
        means=_SOURCES,
    ),
    "source-document": Message(
        severity="error",
        sentence=Words(
            "the source {file} is {kind}, and no plain text", "来源 {file} 是{kind}，不是纯文本"
        ),
        hint=Words(
            "copy its text into a file .txt, and name that",
            "把其中的文字复制到 .txt 文件里，来源改写成那个文件",
        ),
        means=_SOURCES,
    ),
    "source-empty": Message(
        severity="error",
        sentence=Words("the source {file} is empty", "来源 {file} 是空的"),
        hint=Words("paste the article into it, and save it", "把文章粘贴进去再保存"),
        means=_SOURCES,
    ),
    "erratum-empty": Message(
        severity="error",
        sentence=Words("this erratum corrects nothing", "这条勘误什么也没有改"),
        hint=Words(
            "write what the words should read under “corrected”, or drop it",
            "在“corrected”后面写上正文，或删去这一条",
        ),
        means=_ERRATA,
        wrong="sources:\n  article:\n    file: seeds/article.txt\n    title: 报道\n"
        "    errata: [{damaged: 产值, corrected: 产值, reason: 误植}]",
        right="# seeds/article.txt: 全年产直很高。\n"
        "sources:\n  article:\n    file: seeds/article.txt\n    title: 报道\n"
        "    errata: [{damaged: 产直, corrected: 产值, reason: 误植}]",
    ),
    "erratum-unmatched": Message(
        severity="error",
        sentence=Words(
            "the source {file} does not say “{words}”",
            "来源 {file} 里没有“{words}”",
        ),
        hint=Words(
            "copy the damaged words from the source, or drop the erratum",
            "照来源抄录误文，或删去这条勘误",
        ),
        means=_ERRATA,
        wrong="sources:\n  article:\n    file: seeds/article.txt\n    title: 报道\n"
        "    errata: [{damaged: 产直, corrected: 产值, reason: 误植}]",
        right="# seeds/article.txt: 全年产直很高。\n"
        "sources:\n  article:\n    file: seeds/article.txt\n    title: 报道\n"
        "    errata: [{damaged: 产直, corrected: 产值, reason: 误植}]",
    ),
    "erratum-twice": Message(
        severity="error",
        sentence=Words("“{words}” is corrected twice", "“{words}”勘误了两次"),
        hint=Words("drop one", "删去其中一条"),
        means=_ERRATA,
        wrong="# seeds/article.txt: 全年产直很高。\n"
        "sources:\n  article:\n    file: seeds/article.txt\n    title: 报道\n    errata:\n"
        "      - {damaged: 产直, corrected: 产值, reason: 误植}\n"
        "      - {damaged: 产直, corrected: 产能, reason: 误植}",
        right="# seeds/article.txt: 全年产直很高。\n"
        "sources:\n  article:\n    file: seeds/article.txt\n    title: 报道\n    errata:\n"
        "      - {damaged: 产直, corrected: 产值, reason: 误植}",
    ),
    "quote-missing": Message(
        severity="error",
        sentence=Words(
            "the figure {id} has neither a quote nor a formula",
            "数字“{id}”既没有原句，也没有算式",
        ),
        hint=Words(
            "quote the sentence that states it; of your own numbers: source: own, and "
            "sources: {{own: {{title: …}}}} without a file",
            "在“quote”后面抄录写有它的原句；本单位自己的数写 source: own，"
            "并在 sources 里写 own: {{title: …}}，不写文件",
        ),
        means=Words(
            "Every figure stands on something that can be checked: a sentence of a source, or a "
            "formula over other figures.",
            "每个数字都要有据可查：要么是来源里的原句，要么是由别的数字列出的算式。",
        ),
        wrong="figures:\n  fund: {value: 10亿元, kind: plan, label: 总规模}",
        right="figures:\n  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}",
    ),
    "quote-not-found": Message(
        severity="error",
        sentence=Words(
            "the quote of {id} does not stand in {file}",
            "{file} 里找不到“{id}”的原句",
        ),
        hint=Words("{offer}", "{offer}"),
        means=_QUOTED,
        wrong="figures:\n  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模为10亿元}",
        right="figures:\n  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}",
    ),
    "quote-damaged": Message(
        severity="error",
        sentence=Words(
            "the quote of {id} has damaged words that an erratum corrects",
            "“{id}”的原句抄的是勘误之前的误文",
        ),
        hint=Words("quote the corrected words", "改抄勘误之后的正文"),
        means=Words(
            "Quotes are shown to readers, in the notes and in the evidence. Where a source is "
            "damaged they follow its errata, not the slip.",
            "原句会出现在备注和依据里给读者看。来源有误的地方，原句按勘误后的正文抄。",
        ),
        wrong="# seeds/article.txt: 今年是大千十二年的开局之年。\n"
        "sources:\n  article:\n    file: seeds/article.txt\n    title: 报道\n"
        "    errata: [{damaged: 大千, corrected: 大干, reason: 形近误识}]\n"
        "figures:\n  years: {value: 十二年, kind: plan, label: 年限, quote: 大千十二年}",
        right="# seeds/article.txt: 今年是大千十二年的开局之年。\n"
        "sources:\n  article:\n    file: seeds/article.txt\n    title: 报道\n"
        "    errata: [{damaged: 大千, corrected: 大干, reason: 形近误识}]\n"
        "figures:\n  years: {value: 十二年, kind: plan, label: 年限, quote: 大干十二年}",
    ),
    "quote-ambiguous": Message(
        severity="warning",
        sentence=Words(
            "the quote of {id} stands in {file} {count} times, in different sentences "
            "(lines {lines})",
            "“{id}”的原句在 {file} 里出现 {count} 次，分属不同的句子（第 {lines} 行）",
        ),
        hint=Words(
            "quote more words around it, so that it is found once",
            "前后多抄几个字，使它只对上一处",
        ),
        means=Words(
            "A quote says where its figure comes from. If it stands in several sentences, nobody "
            "can tell which of them is meant.",
            "原句指明数字出自哪里。好几句里都有同样的字，就看不出指的是哪一句。",
        ),
        wrong="# seeds/article.txt: 甲区投资100亿元，乙区也很好。丙区引进100亿元项目。\n"
        "figures:\n  invested: {value: 100亿元, kind: actual, label: 投资, quote: 100亿元}",
        right="# seeds/article.txt: 甲区投资100亿元，乙区也很好。丙区引进100亿元项目。\n"
        "figures:\n  invested: {value: 100亿元, kind: actual, label: 投资, quote: 甲区投资100亿元}",
    ),
    "quote-cuts-number": Message(
        severity="error",
        sentence=Words(
            "the quote of {id} cuts {number} in two",
            "“{id}”的原句把“{number}”从中间截断了",
        ),
        hint=Words("quote the whole number with its unit", "把数连同单位抄全"),
        means=Words(
            "Half a number, or one without its unit, says something else than the source does.",
            "数只抄一半，或漏掉单位，意思就和来源不同了。",
        ),
        wrong="figures:\n  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿}",
        right="figures:\n  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}",
    ),
    "value-not-in-quote": Message(
        severity="error",
        sentence=Words(
            "{value} does not stand in the quote of {id}",
            "“{id}”的原句里没有“{value}”",
        ),
        hint=Words("{stated}", "{stated}"),
        means=Words(
            "Value and unit of a figure are those of its quote, in whichever way either is "
            "written: 3万亿元 is 30000亿元, and is not 3万亿美元.",
            "数字的数值和单位须与原句一致，写法可以不同：3万亿元就是30000亿元，但不是3万亿美元。",
        ),
        wrong="figures:\n  fund: {value: 20亿元, kind: plan, label: 总规模, quote: 总规模10亿元}",
        right="figures:\n  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}",
    ),
    "qualifier-not-in-quote": Message(
        severity="error",
        sentence=Words(
            "the source does not say {word} of {number}",
            "来源写“{number}”时没有用“{word}”",
        ),
        hint=_AS_THE_SOURCE,
        means=_QUALIFIED,
        wrong="figures:\n"
        "  fund: {value: 10亿元, qualifier: 约, kind: plan, label: 总规模, quote: 总规模10亿元}",
        right="figures:\n  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}",
    ),
    "qualifier-missing": Message(
        severity="error",
        sentence=Words(
            "the source says {word} of {number}, and {id} leaves it out",
            "来源写“{number}”时用了“{word}”，“{id}”漏掉了",
        ),
        hint=_AS_THE_SOURCE,
        means=_QUALIFIED,
        wrong="figures:\n"
        "  output: {value: 3200亿元, kind: actual, label: 产值, quote: 全市产值超3200亿元}",
        right="figures:\n  output: {value: 3200亿元, qualifier: 超, kind: actual, label: 产值, "
        "quote: 全市产值超3200亿元}",
    ),
    "reach-unsaid": Message(
        severity="warning",
        sentence=Words(
            "the source says {word} of {number}, and {id} leaves it out",
            "来源写“{number}”时用了“{word}”，“{id}”没有写",
        ),
        hint=_AS_THE_SOURCE,
        means=Words(
            "达 says that a value is reached, which changes it little: the figure is proven all "
            "the same, but reads otherwise than its source.",
            "“达”只说明达到了这个数，出入不大：数字仍然成立，只是说法和来源不同。",
        ),
        wrong="# seeds/article.txt: 新设基金规模达15亿元。\n"
        "figures:\n  size: {value: 15亿元, kind: actual, label: 规模, quote: 基金规模达15亿元}",
        right="# seeds/article.txt: 新设基金规模达15亿元。\n"
        "figures:\n  size: {value: 15亿元, qualifier: 达, kind: actual, label: 规模, "
        "quote: 基金规模达15亿元}",
    ),
    "plan-unsaid": Message(
        severity="warning",
        sentence=Words(
            "the source says {word} before {number}, and {id} leaves it out",
            "来源在“{number}”之前说了“{word}”，“{id}”没有写",
        ),
        hint=_AS_THE_SOURCE,
        means=Words(
            "What is planned or aimed at may not pass as done. The word stands at some distance, "
            "and may belong to something else; so a person has to look.",
            "计划或力争的事，不能说成已经做到。这个词离数有一段距离，也可能说的是别的事，请核对。",
        ),
        wrong="# seeds/article.txt: 力争全年形成1000亿元投资实物量。\n"
        "figures:\n  works: {value: 1000亿元, kind: target, label: 投资实物量, "
        "quote: 全年形成1000亿元投资实物量}",
        right="# seeds/article.txt: 力争全年形成1000亿元投资实物量。\n"
        "figures:\n  works: {value: 1000亿元, qualifier: 力争, kind: target, label: 投资实物量, "
        "quote: 力争全年形成1000亿元投资实物量}",
    ),
    "source-dollars": Message(
        severity="warning",
        sentence=Words(
            "{file} counts in $ from line {line} on ({number}), and nothing says whose dollars",
            "{file} 从第 {line} 行起用 $ 计数（{number}），没有说明是哪里的元",
        ),
        hint=Words(
            "write currency: USD, HKD, TWD … at the source: until then such sums are shown with $",
            "请在来源里写 currency: USD、HKD、TWD 等；写明之前这些金额都带着 $ 显示",
        ),
        means=Words(
            "A bare $ is the dollar of the country whose source it stands in. Until the "
            "source says "
            "which, its sums are kept as they are written, and go together with no other money.",
            "单独一个 $ 是来源所在地的货币。来源写明币种之前，这些金额照原样写 "
            "$，也不与其他货币放在一起算。",
        ),
        wrong="# seeds/article.txt: Revenue was $48 million.\n"
        "figures:\n  output: {value: 3200亿元, qualifier: 超, kind: actual, label: 产值, "
        "source: article, quote: 去年全市产值超3200亿元}",
        right="# seeds/article.txt: Revenue was US$48 million.\n"
        "figures:\n  output: {value: 3200亿元, qualifier: 超, kind: actual, label: 产值, "
        "source: article, quote: 去年全市产值超3200亿元}",
    ),
    "source-unread": Message(
        severity="warning",
        sentence=Words(
            "{file} is written in {language}, whose numbers are not read",
            "{file} 用{language}写成，里面的数读不了",
        ),
        hint=Words(
            "prove figures by a source in Chinese or English, or hold each against its sentence",
            "请改用中文或英文的来源，或者逐个对照原句核对",
        ),
        means=Words(
            "Numbers, units and the words around them are read in Chinese, simplified and "
            "traditional, and in English. What is found in another language may be read wrong.",
            "能读的是中文（简体和繁体）和英文里的数、单位和前后的文字，别的语言可能读错。",
        ),
        wrong="# seeds/article.txt: 平成26年の売上は増加した。\n"
        "figures:\n  output: {value: 3200亿元, qualifier: 超, kind: actual, label: 产值, "
        "source: article, quote: 去年全市产值超3200亿元}",
        right="# seeds/article.txt: 2014年的收入有所增加。\n"
        "figures:\n  output: {value: 3200亿元, qualifier: 超, kind: actual, label: 产值, "
        "source: article, quote: 去年全市产值超3200亿元}",
    ),
    "fall-unsaid": Message(
        severity="error",
        sentence=Words(
            "the source says {word} of {number}, and {id} has it as a rise",
            "来源写“{number}”时说的是“{word}”，“{id}”却没有写出来",
        ),
        hint=Words(
            "write value: {word}{number}, or its number with a minus",
            "写 value: {word}{number}，或者把数写成负数",
        ),
        means=Words(
            "A fall is negative: it is shown with its word (下降4.6%), and lies below zero in "
            "charts and formulas.",
            "下降的数是负的：成文时带上“下降”这样的词（下降4.6%），在图和算式里是负值。",
        ),
        wrong="# seeds/article.txt: 产值同比下降4.6%。\n"
        "figures:\n  fall: {value: 4.6%, kind: actual, label: 产值, quote: 产值同比下降4.6%}",
        right="# seeds/article.txt: 产值同比下降4.6%。\n"
        "figures:\n  fall: {value: 下降4.6%, kind: actual, label: 产值, quote: 产值同比下降4.6%}",
    ),
    "number-claimed-twice": Message(
        severity="error",
        sentence=Words(
            "{one} and {other} both stand on the same {number} of the source",
            "“{one}”和“{other}”用的是来源里同一个“{number}”",
        ),
        hint=Words(
            "correct the value of one; the ledger has one entry for each number",
            "改正其中一个的数值；来源里的一个数在台账里只登记一次",
        ),
        means=Words(
            "A quote with several numbers would bear out any of them. If two figures have the same "
            "one, one of them most likely took over the other's value.",
            "一个原句里有好几个数时，填哪一个都对得上。两个数字用了同一个数，多半是填错了一个。",
        ),
        wrong="figures:\n"
        "  first: {value: 10亿元, kind: plan, label: 首期, quote: '首期投入2亿元，总规模10亿元'}\n"
        "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: '首期投入2亿元，总规模10亿元'}",
        right="figures:\n"
        "  first: {value: 2亿元, kind: plan, label: 首期, quote: '首期投入2亿元，总规模10亿元'}\n"
        "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: '首期投入2亿元，总规模10亿元'}",
    ),
}

PHRASES: Mapping[str, Words] = {
    "file-of-office": Words("a document of Word, Excel or PowerPoint", " Word、Excel 或 PPT 文件"),
    "file-of-pdf": Words("a PDF", " PDF 文件"),
    "language-kana": Words("Japanese", "日文"),
    "language-hangul": Words("Korean", "韩文"),
    "language-cyrillic": Words("a language in Cyrillic letters", "西里尔字母的语言"),
    "language-greek": Words("Greek", "希腊文"),
    "language-arabic": Words("a language in Arabic letters", "阿拉伯字母的语言"),
    "language-hebrew": Words("Hebrew", "希伯来文"),
    "language-devanagari": Words("a language in Devanagari", "天城文的语言"),
    "language-thai": Words("Thai", "泰文"),
    "language-german": Words("German", "德文"),
    "language-french": Words("French", "法文"),
    "language-spanish": Words("Spanish", "西班牙文"),
    "language-portuguese": Words("Portuguese", "葡萄牙文"),
    "language-italian": Words("Italian", "意大利文"),
    "language-dutch": Words("Dutch", "荷兰文"),
    "language-vietnamese": Words("Vietnamese", "越南文"),
    "language-indonesian": Words("Indonesian", "印度尼西亚文"),
    "copy-from-the-source": Words("copy the words from the source", "照来源逐字抄录"),
    "agrees-up-to": Words(
        "up to “{found}” it agrees; then the source says “{then}”",
        "到“{found}”为止是对的，来源接下来写的是“{then}”",
    ),
    "write-qualifier": Words("write qualifier: {qualifier}", "写 qualifier: {qualifier}"),
    "leave-qualifier-out": Words("leave the qualifier out", "去掉限定词"),
    "quote-states": Words("the quote states {numbers}", "原句里写的是{numbers}"),
    "quote-states-nothing": Words("the quote states no number", "原句里没有数"),
    "quote-states-no-year": Words(
        "a month, day or time without its year is no figure: write it as text, without an entry",
        "没有年份的月、日、时刻不作数字：直接写成文字，不用列进台账",
    ),
}
