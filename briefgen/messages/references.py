"""What is wrong with what names something else, and with the entries of the ledger."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

MESSAGES: Mapping[str, Message] = {
    "not-an-id": Message(
        severity="error",
        sentence=Words(
            "the id of a {thing} is expected here, not {found}",
            "这里应写{thing}的编号，而不是{found}",
        ),
        hint=Words("write the id alone, without braces", "只写编号，不加花括号"),
        means=Words(
            "The field names a figure or a topic by its id. Braces belong in texts only, where the "
            "figure is to be written out.",
            "这个字段用编号指明数字或专题。花括号只用在文字里，表示在那里写出数字。",
        ),
        wrong="page: {figures: [{output}, firms]}",
        right="page: {figures: [output, firms]}",
    ),
    "unknown-figure": Message(
        severity="error",
        sentence=Words("there is no figure “{id}”", "台账里没有编号为“{id}”的数字"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "Every figure that is named stands in the ledger, the part “figures”, below its id: "
            "so that each number can be traced to its source.",
            "凡是用到的数字，都要在台账（“figures”部分）里按编号登记，才查得到出处。",
        ),
        wrong="page: {figures: [outptu, firms]}",
        right="page: {figures: [output, firms]}",
    ),
    "unknown-topic": Message(
        severity="error",
        sentence=Words("there is no topic “{id}”", "没有编号为“{id}”的专题"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "A topic is named by its id, as it stands in the part “topics”.",
            "专题用编号来指，编号以“topics”部分写的为准。",
        ),
        wrong="page: {topics: [frist, second]}",
        right="page: {topics: [first, second]}",
    ),
    "unknown-source": Message(
        severity="error",
        sentence=Words("there is no source “{id}”", "没有编号为“{id}”的来源"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "A source is named by its id, as it stands in the part “sources”.",
            "来源用编号来指，编号以“sources”部分写的为准。",
        ),
        wrong="deck: [{kind: quote, title: 报道, text: 产值超3200亿元, source: artikel}]",
        right="deck: [{kind: quote, title: 报道, text: 产值超3200亿元, source: article}]",
    ),
    "restricted-reference": Message(
        severity="error",
        sentence=Words(
            "the {thing} “{id}” is {who}, and named here",
            "{thing}“{id}”{who}，这里却用到了",
        ),
        hint=Words(
            "leave it out here, or restrict what names it alike: {example}",
            "这里不要用它，或给用到它的内容加上同样的限制：{example}",
        ),
        means=Words(
            "What is restricted to some audiences reaches no other. Whatever names it and is shown "
            "to others would either leak it or break.",
            "限定给某些受众的内容，别的受众一律看不到。别处若还用到它，不是泄露，就是缺一块。",
        ),
        wrong="figures:\n"
        "  share: {value: 3%, kind: plan, label: 占比, quote: 占3%, only: cadre}\n"
        "page: {figures: [share]}",
        right="figures:\n"
        "  share: {value: 3%, kind: plan, label: 占比, quote: 占3%, only: cadre}\n"
        "page: {figures: [{figure: share, only: cadre}]}",
    ),
    "figure-untranslated": Message(
        severity="error",
        sentence=Words(
            "“{id}” is shown, but this is not there in {language}",
            "“{id}”要显示，这里却没有{language}的写法",
        ),
        hint=Words("add {key}: …", "加上 {key}: …"),
        means=Words(
            "A figure is shown with its label, period and scope, so each of them has to be there "
            "in the audience's language. Of figures that are not shown nothing is asked.",
            "数字显示时带着名称、时期和范围，这几样都要有受众语言的写法。不显示的数字不作要求。",
        ),
        wrong="brief: {title: Output, language: en}\n"
        "figures:\n  firms: {value: 1.3万家, kind: stock, label: {zh: 企业}, "
        "quote: 拥有1.3万家企业}\npage: {figures: [firms]}",
        right="brief: {title: Output, language: en}\n"
        "figures:\n  firms: {value: 1.3万家, kind: stock, label: {zh: 企业, en: Firms}, "
        "quote: 拥有1.3万家企业}\npage: {figures: [firms]}",
    ),
    "unknown-whole": Message(
        severity="error",
        sentence=Words(
            "“{id}” is said to be a part of “{whole}”",
            "“{id}”写明属于“{whole}”，而“{whole}”不是台账里的另一个数字",
        ),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "“parts_of” names the whole that a figure is a part of: another figure of the ledger.",
            "“parts_of”写明这个数字是哪个总数的一部分，须是台账里的另一个数字。",
        ),
        wrong="figures:\n"
        "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}\n"
        "  first: {value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元, parts_of: funds}",
        right="figures:\n"
        "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}\n"
        "  first: {value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元, parts_of: fund}",
    ),
    "part-unit-differs": Message(
        severity="error",
        sentence=Words(
            "“{id}” and its whole “{whole}” have different units",
            "“{id}”和它的总数“{whole}”单位不同",
        ),
        hint=Words(
            "a part is counted in what its whole is counted in",
            "部分和总数须用同一种单位",
        ),
        means=Words(
            "A part and its whole are drawn on one scale, and their share is computed; both need "
            "one unit.",
            "部分和总数画在同一把尺子上，还要算占比，所以单位须相同。",
        ),
        wrong="figures:\n"
        "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}\n"
        "  firms: {value: 1.3万家, kind: stock, label: 企业, quote: 拥有1.3万家企业, "
        "parts_of: fund}",
        right="figures:\n"
        "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}\n"
        "  first: {value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元, parts_of: fund}",
    ),
    "part-exceeds-whole": Message(
        severity="error",
        sentence=Words(
            "“{id}” is larger than its whole “{whole}”",
            "“{id}”比它的总数“{whole}”还大",
        ),
        hint=Words(
            "check both values, and which is a part of which",
            "核对这两个数值，看看部分和总数是否写反了",
        ),
        means=Words(
            "A part is no larger than its whole; one of the two values, or what is said of them, "
            "is wrong.",
            "部分不会大于总数；不是数值有误，就是关系写错了。",
        ),
        wrong="figures:\n"
        "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元, "
        "parts_of: first}\n"
        "  first: {value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元}",
        right="figures:\n"
        "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}\n"
        "  first: {value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元, parts_of: fund}",
    ),
    "missing-source": Message(
        severity="error",
        sentence=Words("“{id}” names no source", "“{id}”没有写明来源"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "A figure stands on a sentence of a source. Where there is one source it need not be "
            "named; where there are several, or none, it is not guessed.",
            "每个数字都要有来源里的原句作依据。来源只有一个时可以不写；"
            "有好几个或一个也没有时，程序不猜。",
        ),
        wrong="sources:\n"
        "  article: {file: seeds/article.txt, title: 报道}\n"
        "  report: {file: seeds/article.txt, title: 报告}\n"
        "figures:\n"
        "  output: {value: 3200亿元, kind: actual, label: 产值, quote: 产值超3200亿元}",
        right="sources:\n"
        "  article: {file: seeds/article.txt, title: 报道}\n"
        "  report: {file: seeds/article.txt, title: 报告}\n"
        "figures:\n"
        "  output: {value: 3200亿元, kind: actual, label: 产值, quote: 产值超3200亿元, "
        "source: article}",
    ),
    "derived-without-formula": Message(
        severity="error",
        sentence=Words(
            "“{id}” is derived, but has no formula",
            "“{id}”标为推算，却没有算式",
        ),
        hint=Words(
            "write “formula: part / whole” over figures' ids",
            "加上“formula: part / whole”这样的算式，用数字的编号来列",
        ),
        means=Words(
            "A derived figure stands in no source; it is computed from others, and its formula "
            "is what can be checked.",
            "推算的数字在来源里没有原句，是由别的数字算出来的，能核对的就是算式。",
        ),
        wrong="figures:\n"
        "  firms: {value: 1.3万家, kind: derived, label: 企业, quote: 拥有1.3万家企业}",
        right="figures:\n"
        "  firms: {value: 1.3万家, kind: stock, label: 企业, quote: 拥有1.3万家企业}",
    ),
    "formula-without-quote": Message(
        severity="error",
        sentence=Words(
            "“{id}” has a formula but no quote, and is not derived",
            "“{id}”有算式，没有原句，又没有标为推算",
        ),
        hint=Words(
            "write “kind: derived”, or quote the sentence it stands in",
            "写上“kind: derived”，或补上它所在的原句",
        ),
        means=Words(
            "A figure either stands in a source, with its quote, or is derived from others by a "
            "formula. Readers are told which, so it has to be said.",
            "数字要么出自来源、带着原句，要么由别的数字推算、带着算式。"
            "这一点会告诉读者，所以须写明。",
        ),
        wrong="figures:\n"
        "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}\n"
        "  first: {value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元}\n"
        "  share: {value: 20%, kind: plan, label: 首期占比, formula: first / fund}",
        right="figures:\n"
        "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}\n"
        "  first: {value: 2亿元, kind: plan, label: 首期, quote: 首期投入2亿元}\n"
        "  share: {value: 20%, kind: derived, label: 首期占比, formula: first / fund}",
    ),
}

PHRASES: Mapping[str, Words] = {
    "figure": Words("figure", "数字"),
    "topic": Words("topic", "专题"),
    "source": Words("source", "来源"),
    "no-figures": Words("there are no figures", "台账里还没有数字"),
    "no-topics": Words("there are no topics", "提纲里还没有专题"),
    "no-sources": Words("there are no sources", "提纲里还没有来源"),
    "add-sources": Words("add a part “sources”", "加上“sources”部分"),
    "add-source": Words("add “source: {id}” or another", "加上“source: {id}”，或写别的来源"),
}
