"""What a second look at a source finds, and which of several numbers of a quote is meant."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_NEAR = Words(
    "correct the value, shorten the quote to one number, or write near: with words beside it",
    "改正数值，或者把原句截到只有一个数，或者用 near: 写明它旁边的文字",
)
_SINGLED = Words(
    "A quote with several values of one unit would bear out any of them. Which is meant is said by "
    "`near` (words of the quote beside the number), or by a label in the words of the source.",
    "一个原句里有好几个同单位的数时，填哪一个都对得上。指的是哪一个，用 near（数旁边的原文）写明，"
    "或者让名称用来源的说法。",
)

MESSAGES: Mapping[str, Message] = {
    "second-look": Message(
        severity="warning",
        sentence=Words("{id} is read as {read}; {why}", "“{id}”读作“{read}”，{why}"),
        hint=Words(
            "write value and unit as they are meant; if they are right, write sure: yes",
            "照本意写明数值和单位；读得没错就写 sure: yes",
        ),
        means=Words(
            "A second look at the source, which does not ask the reader again, finds something "
            "beside the number that was not used for its value: a longer unit, another number, a "
            "word for a fall or for a rate. It may be nothing; a person has to look.",
            "对来源的复核不依赖读数的程序。它发现数的旁边还有没用上的东西："
            "更长的单位、另一个数、表示下降或均值的词。也许没有问题，但要有人看一眼。",
        ),
        wrong="# seeds/article.txt: 全年共有3万高新企业。\n"
        "figures:\n  firms: {value: 3万, kind: stock, label: 总量, "
        "quote: 全年共有3万高新企业, qualifier: 共}",
        right="# seeds/article.txt: 全年共有3万高新企业。\n"
        "figures:\n  firms: {value: 3万, kind: stock, label: 高新企业, quote: 全年共有3万高新企业, "
        "qualifier: 共}",
    ),
    "not-sure": Message(
        severity="warning",
        sentence=Words(
            "{where} stands what nobody has looked at yet: {ids}",
            "{where}用了还没有人核对过的数字：{ids}",
        ),
        hint=Words(
            "hold each against its sentence, then delete its sure: no",
            "请逐个对照原句核对，然后删去 sure: no",
        ),
        means=Words(
            "A draft marks with sure: no what it may have got wrong. Whoever has held the entry "
            "against its sentence deletes the mark.",
            "草稿里没有把握的条目带有 sure: no。有人对照原句核对过之后，删去这个标记。",
        ),
        wrong="figures:\n  output: {value: 3200亿元, qualifier: 超, kind: actual, label: 产值, "
        "quote: 去年全市产值超3200亿元, sure: no}",
        right="figures:\n  output: {value: 3200亿元, qualifier: 超, kind: actual, label: 产值, "
        "quote: 去年全市产值超3200亿元}",
    ),
    "neighbour-closer": Message(
        severity="warning",
        sentence=Words(
            "{id} has {number}, and its label stands by {other} in its quote",
            "“{id}”填的是“{number}”，原句里挨着它的说法的却是“{other}”",
        ),
        hint=_NEAR,
        means=_SINGLED,
        wrong="# seeds/article.txt: 工业产值增长11.5%，农业产值增长7.5%。\n"
        "figures:\n  industry: {value: 7.5%, kind: actual, label: 工业产值增长, "
        "quote: '工业产值增长11.5%，农业产值增长7.5%'}",
        right="# seeds/article.txt: 工业产值增长11.5%，农业产值增长7.5%。\n"
        "figures:\n  industry: {value: 11.5%, kind: actual, label: 工业产值增长, "
        "quote: '工业产值增长11.5%，农业产值增长7.5%'}",
    ),
    "not-singled-out": Message(
        severity="warning",
        sentence=Words(
            "the quote of {id} has {others} beside {number}, and nothing says which is meant",
            "“{id}”的原句里除了“{number}”还有{others}，看不出指的是哪一个",
        ),
        hint=Words(
            "if the value is right, {offer}; else correct it", "数值无误就{offer}；否则改正数值"
        ),
        means=_SINGLED,
        wrong="# seeds/article.txt: 甲增长11.5%，乙增长7.5%。\n"
        "figures:\n  first: {value: 11.5%, kind: actual, label: 首项, "
        "quote: '甲增长11.5%，乙增长7.5%'}",
        right="# seeds/article.txt: 甲增长11.5%，乙增长7.5%。\n"
        "figures:\n  first: {value: 11.5%, kind: actual, label: 首项, near: 甲增长, "
        "quote: '甲增长11.5%，乙增长7.5%'}",
    ),
    "near-another": Message(
        severity="error",
        sentence=Words(
            "“{near}” stands by {other} in the quote of {id}, not by {number}",
            "“{id}”的原句里，挨着“{near}”的是“{other}”，不是“{number}”",
        ),
        hint=Words("correct the value, or the words", "改正数值，或者改 near 的文字"),
        means=_SINGLED,
        wrong="# seeds/article.txt: 甲增长11.5%，乙增长7.5%。\n"
        "figures:\n  first: {value: 7.5%, kind: actual, label: 首项, near: 甲增长, "
        "quote: '甲增长11.5%，乙增长7.5%'}",
        right="# seeds/article.txt: 甲增长11.5%，乙增长7.5%。\n"
        "figures:\n  first: {value: 11.5%, kind: actual, label: 首项, near: 甲增长, "
        "quote: '甲增长11.5%，乙增长7.5%'}",
    ),
    "near-not-in-quote": Message(
        severity="error",
        sentence=Words(
            "“{near}” does not stand in the quote of {id}", "“{id}”的原句里没有“{near}”"
        ),
        hint=Words("copy words of the quote", "照原句抄几个字"),
        means=_SINGLED,
        wrong="# seeds/article.txt: 甲增长11.5%，乙增长7.5%。\n"
        "figures:\n  first: {value: 11.5%, kind: actual, label: 首项, near: 丙增长, "
        "quote: '甲增长11.5%，乙增长7.5%'}",
        right="# seeds/article.txt: 甲增长11.5%，乙增长7.5%。\n"
        "figures:\n  first: {value: 11.5%, kind: actual, label: 首项, near: 甲增长, "
        "quote: '甲增长11.5%，乙增长7.5%'}",
    ),
}

PHRASES: Mapping[str, Words] = {
    "draft-compared": Words(
        "the sentence compares with it, and does not say of when it is",
        "句子拿它作比较，没有说它是什么时候的",
    ),
    "draft-kind": Words(
        "its sentence does not prove whether it is so or is yet to be",
        "句子不能证明它是实际还是目标、计划",
    ),
    "draft-list": Words(
        "the list has as many numbers as its sentence does not name subjects for",
        "这串数和句子里的名称对不上",
    ),
    "draft-runs": Words(
        "it says how long or how often something went on, and is no value of “{label}”",
        "它说的是多久、多少次，不是“{label}”的数值",
    ),
    "draft-unproved": Words(
        "its clause does not prove that it is of “{label}”",
        "它所在的分句不能证明它说的是“{label}”",
    ),
    "draft-vague": Words(
        "“{label}” does not say of what it is",
        "“{label}”没有说清是谁的",
    ),
    "write-near": Words("write near: {words}", "写 near: {words}"),
    "write-near-words": Words("write near: with words beside it", "用 near: 写明它旁边的文字"),
    "look-behind": Words("the source goes on “{words}”", "来源接下来写的是“{words}”"),
    "look-before": Words("the source says “{words}”", "来源写的是“{words}”"),
    "look-joined": Words(
        "another number is joined to it: “{words}”", "它还连着另一个数：“{words}”"
    ),
    "look-unused": Words("“{words}” stands between its parts", "它的几部分之间还有“{words}”"),
    "look-fall": Words("the source says “{word}” before it", "来源在前面说的是“{word}”"),
    "look-rate": Words(
        "the source says “{word}” of it, and its entry does not",
        "来源说的是“{word}”，登记时没有写",
    ),
}
