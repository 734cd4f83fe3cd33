"""What is wrong with marks within texts: emphasis, links, raised characters, footnotes."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_WHERE = Words(
    "Marks open directly before a word and close directly behind one, on the same line. What is no "
    "mark is printed as it stands, which is seldom meant.",
    "标记紧贴文字开头，紧贴文字结尾，并在同一行里成对。配不成的标记会照原样印出来，多半不是本意。",
)
_FOOT = Words(
    "A footnote is marked in a text as [^1], and its words stand in “footnotes” of the slide or of "
    "the page that shows the mark: at its foot both are printed.",
    "脚注在文字里写成 [^1]，注文写在显示它的那张幻灯片（或单页）的“footnotes”里，印在页脚。",
)

MESSAGES: Mapping[str, Message] = {
    "mark-literal": Message(
        severity="warning",
        sentence=Words(
            "“{sign}” in “{words}” is no mark here, and is printed as it stands",
            "“{words}”里的“{sign}”不成标记，会照原样印出来",
        ),
        hint=Words(
            "{mend}; for the sign itself, put a backslash before it",
            "{mend}；如果就要这个符号，前面加反斜杠 \\",
        ),
        means=_WHERE,
        wrong="page: {lead: 产值**再创新高}",
        right="page: {lead: 产值**再创新高**}",
    ),
    "link-refused": Message(
        severity="warning",
        sentence=Words(
            "no link may lead to the address behind “{sign}” in “{words}”: all of it is printed as "
            "it stands",
            "“{words}”里“{sign}”后面的地址不能做链接，会照原样印出来",
        ),
        hint=Words(
            "a link leads to an address with http://, https://, mailto: or tel:, or to the id of a "
            "slide",
            "链接可以是 http://、https://、mailto:、tel: 开头的地址，或一张幻灯片的编号",
        ),
        means=Words(
            "Files are passed on. An address that runs something, or opens a file on the reader’s "
            "machine, has no place in them.",
            "文件会转给别人，不能带上会运行程序或打开对方电脑上文件的地址。",
        ),
        wrong="page: {lead: '[通报](file:///a.txt)'}",
        right="page: {lead: '[通报](https://www.example.org/a)'}",
    ),
    "link-nowhere": Message(
        severity="warning",
        sentence=Words(
            "there is no slide “{id}” that the link could lead to",
            "链接指向的幻灯片“{id}”不存在",
        ),
        hint=Words(
            "write the id of a slide of the part “deck”, or a whole address",
            "写“deck”部分里一张幻灯片的编号，或写完整的网址",
        ),
        means=Words(
            "Words in brackets lead to an address or to a slide of the outline. Without one they "
            "are shown as words alone.",
            "方括号里的文字可以链接到网址或本提纲的幻灯片；找不到时只显示文字。",
        ),
        wrong="deck: [{kind: cover, id: front, title: '[详见](frnot)'}]",
        right="deck: [{kind: cover, id: front, title: '[详见](front)'}]",
    ),
    "link-not-here": Message(
        severity="note",
        sentence=Words(
            "this audience has no slide “{id}”: the words lead nowhere",
            "这一受众没有幻灯片“{id}”，相应文字不带链接",
        ),
        means=Words(
            "The outline has the slide; what this audience sees has not. The words are shown "
            "without a link.",
            "提纲里有这张幻灯片，但这一受众看不到，文字照样显示，只是不带链接。",
        ),
        wrong=(
            "deck:\n"
            "  - {id: front, kind: cover, title: '[详见](inner)'}\n"
            "  - {id: inner, kind: cover, only: [cadre]}"
        ),
        right=(
            "deck:\n"
            "  - {id: front, kind: cover, title: '[详见](inner)'}\n"
            "  - {id: inner, kind: cover}"
        ),
    ),
    "footnote-missing": Message(
        severity="warning",
        sentence=Words(
            "the text is marked with footnote {number}, which is not there",
            "文字里标了脚注{number}，却没有这条注文",
        ),
        hint=Words(
            "write footnotes: {{{number}: …}} on {where}",
            "在{where}写 footnotes: {{{number}: …}}",
        ),
        means=_FOOT,
        wrong="deck: [{kind: cover, title: '产值[^1]'}]",
        right="deck: [{kind: cover, title: '产值[^1]', footnotes: {1: 快报数}}]",
    ),
    "footnote-unused": Message(
        severity="warning",
        sentence=Words(
            "footnote {number} is marked nowhere on {where}, and is not printed",
            "{where}没有文字标到脚注{number}，这条注文不会印出来",
        ),
        hint=Words(
            "write [^{number}] behind the words that it explains, or take it out",
            "在要注释的文字后面写 [^{number}]，或删去这条注文",
        ),
        means=_FOOT,
        wrong="deck: [{kind: cover, title: 产值, footnotes: {1: 快报数}}]",
        right="deck: [{kind: cover, title: '产值[^1]', footnotes: {1: 快报数}}]",
    ),
    "bad-footnote": Message(
        severity="error",
        sentence=Words(
            "a footnote is called by a number, not “{key}”", "脚注要用数字编号，不能用“{key}”"
        ),
        hint=Words("write 1 to 99: footnotes: {{1: …}}", "写 1 到 99：footnotes: {{1: …}}"),
        means=_FOOT,
        wrong="deck: [{kind: cover, footnotes: {a: 快报数}}]",
        right="deck: [{kind: cover, title: '产值[^1]', footnotes: {1: 快报数}}]",
    ),
    "figure-in-name": Message(
        severity="error",
        sentence=Words(
            "no figure can stand in “{words}”, which is a name", "“{words}”是名称，里面不能引用数字"
        ),
        hint=Words(
            "write it without {{{id}}}, or for a brace write {{{{",
            "去掉 {{{id}}}；要显示花括号就写 {{{{",
        ),
        means=Words(
            "Labels, periods, titles of sources and terms are names: charts, bookmarks and lists "
            "show them as plain words, before any figure is known.",
            "数字的标签、时间、来源标题和术语都是名称，会用在图表、书签和清单里，不能再引用别的数字。",
        ),
        wrong="glossary: [{term: '产值{output}'}]",
        right="glossary: [{term: 产值}]",
    ),
}

PHRASES: Mapping[str, Words] = {
    "mark-stars": Words(
        "write **words** or *words*, without a space within the asterisks",
        "写成 **文字** 或 *文字*，星号内侧不留空格",
    ),
    "mark-raised": Words(
        "a raised piece is written m^3^: directly behind a letter, digit or hanzi, at most six "
        "digits, signs or Latin letters",
        "上标写成 m^3^：紧跟在字母、数字或汉字后面，最多六个数字、符号或拉丁字母",
    ),
    "mark-lowered": Words(
        "a lowered piece is written CO~2~: directly behind a Latin letter, at most six digits, "
        "signs or Latin letters",
        "下标写成 CO~2~：紧跟在拉丁字母后面，最多六个数字、符号或拉丁字母",
    ),
    "mark-tag": Words(
        "tags are not read: write **words** or *words*", "不认 HTML 标签，请写 **文字** 或 *文字*"
    ),
    "mark-braces": Words("write half-width braces around an id", "编号外面改用半角的花括号"),
    "mark-bare": Words("take the sign out", "去掉这个符号"),
    "the-slide": Words("slide {id}", "幻灯片“{id}”"),
    "the-printed-page": Words("the part “page”", "“page”部分"),
}
