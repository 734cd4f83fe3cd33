"""What is wrong with a file's YAML: brackets, quotes, colons, indentation."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_QUOTE = Words("put the whole text in double quotes", "把整段文字放进英文双引号")
_INNER_QUOTES = Words(
    "use “ ” inside the text, or the other quotation mark around it",
    "文字里面用“”，或在外面换用另一种英文引号",
)
_ONE_COLUMN = Words(
    "lines of one mapping begin in the same column", "同一组“键: 值”的各行要从同一列写起"
)
_SIGNS_OF_YAML = Words(
    "YAML keeps some signs for itself where a text begins; quotes say that they are text.",
    "有些符号在文字开头时 YAML 另有用途，加上引号才算文字。",
)
_QUOTED_TEXT = Words(
    "A text that begins with a quotation mark ends at the next mark of the same sort; nothing may "
    "follow it in its line.",
    "以英文引号开头的文字，到下一个同样的引号为止，后面不能再有别的字。",
)
_BRACKETED = Words(
    "Brackets [ ] hold a list and braces {{ }} hold keys with values; commas part what is in them.",
    "方括号 [ ] 里是列表，花括号 {{ }} 里是“键: 值”，各项之间用英文逗号分开。",
)
_KEYS_AND_VALUES = Words(
    "Lines of YAML are a key, a colon, a space and a value; or a longer text that is indented "
    "more than its key.",
    "YAML 的一行是“键、英文冒号、空格、值”；较长的文字换行时，要比它的键缩进更多。",
)
_COLUMNS = Words(
    "In YAML the indentation says what belongs together: what is of one rank begins in one column.",
    "YAML 靠缩进表示从属关系：同一级的内容从同一列写起。",
)

MESSAGES: Mapping[str, Message] = {
    "yaml": Message(
        severity="error",
        sentence=Words("this is not YAML ({why})", "这里不合 YAML 的写法（{why}）"),
        hint=Words(
            "check the indentation and the quotes above this line",
            "请检查这一行及以上的缩进和引号",
        ),
        means=Words(
            "The file cannot be read to its end; the reason stands in brackets.",
            "文件读不到底；括号里是原因。",
        ),
    ),
    "yaml-impossible-escape": Message(
        severity="error",
        sentence=Words("this is not YAML ({why})", "这里不合 YAML 的写法（{why}）"),
        hint=Words(
            "look for a wrong escape such as \\U00110000",
            "请找一找写错的转义，如 \\U00110000",
        ),
        means=Words(
            "In double quotes \\u and \\U name a character by its number, at most 10FFFF.",
            "在双引号里，\\u 和 \\U 用编码写字符，最大到 10FFFF。",
        ),
    ),
    "yaml-tab": Message(
        severity="error",
        sentence=Words("a tab in the indentation", "缩进里有制表符（Tab）"),
        hint=Words(
            "use spaces: YAML does not allow tabs there", "改用空格：YAML 的缩进不能用制表符"
        ),
        means=_COLUMNS,
        wrong="brief:\n\ttitle: 园区新面貌",
        right="brief:\n  title: 园区新面貌",
    ),
    "yaml-start": Message(
        severity="error",
        sentence=Words(
            "a text may not begin with {sign} without quotes", "以 {sign} 开头的文字须加引号"
        ),
        hint=_QUOTE,
        means=_SIGNS_OF_YAML,
        wrong="title: @园区新面貌",
        right='title: "@园区新面貌"',
    ),
    "yaml-bracket-text": Message(
        severity="error",
        sentence=Words(
            "a text that begins with {sign} needs quotes", "以 {sign} 开头的文字须加引号"
        ),
        hint=_QUOTE,
        means=Words(
            "A text that begins with a bracket or a brace is taken for a list or a mapping: a "
            "placeholder at the beginning of a text, too.",
            "以括号开头的文字会被当成列表或“键: 值”；文字以 {{编号}} 开头时也一样。",
        ),
        wrong="title: {gdp}再创新高",
        right='title: "{gdp}再创新高"',
    ),
    "yaml-second-colon": Message(
        severity="error",
        sentence=Words("a second “: ” in one line", "同一行里又出现了“: ”"),
        hint=Words(
            "put the whole text in double quotes, or write a full-width ：",
            "把整段文字放进英文双引号，或改用全角冒号“：”",
        ),
        means=Words(
            "A colon with a space behind it ends a key; a text that holds one needs quotes.",
            "英文冒号加空格表示前面是键；文字里有“: ”就须加引号。",
        ),
        wrong="title: 目标: 园区新面貌",
        right="title: 目标：园区新面貌",
    ),
    "item-in-text": Message(
        severity="error",
        sentence=Words(
            "an item of a list within a text: “- {words}”", "文字里夹着列表的一项：“- {words}”"
        ),
        hint=Words(
            "write the text above as “- text: …”, and below it “points:” with these items; or "
            "begin all items in one column",
            "上面那句写成“- text: …”，下面写“points:”再列这几项；或者各项都从同一列开始",
        ),
        means=Words(
            "A line that is further in goes on with the text above it, whatever it begins with: "
            "the items would stand in one line with it.",
            "缩进更深的一行，会接在上一行文字后面，不管它以什么开头；各项会连成一行。",
        ),
        wrong="lexicon:\n  - 抓创新\n    - 建平台",
        right="lexicon:\n  - 抓创新\n  - 建平台",
    ),
    "yaml-wide-colon": Message(
        severity="error",
        sentence=Words("a full-width ： after a key", "键后面用了全角冒号“：”"),
        hint=Words("write “: ” (half-width, and a space)", "改为“: ”（半角冒号加一个空格）"),
        means=Words(
            "Keys end with a half-width colon and a space; a full-width colon is part of a text.",
            "键以半角冒号加空格结尾；全角冒号只是文字的一部分。",
        ),
        wrong="slug: demo\ntitle：园区新面貌\ndate: 2024-02",
        right="slug: demo\ntitle: 园区新面貌\ndate: 2024-02",
    ),
    "yaml-no-space": Message(
        severity="error",
        sentence=Words("no space after the colon of a key", "键的冒号后面缺少空格"),
        hint=Words("write “key: value”", "写成“键: 值”，冒号后面空一格"),
        means=_KEYS_AND_VALUES,
        wrong="slug: demo\ntitle:园区新面貌\ndate: 2024-02",
        right="slug: demo\ntitle: 园区新面貌\ndate: 2024-02",
    ),
    "yaml-no-key": Message(
        severity="error",
        sentence=Words("this line is not “key: value”", "这一行不是“键: 值”"),
        hint=Words(
            "indent it more if it belongs to the text above",
            "如果它接着上面的文字，请多缩进一些",
        ),
        means=_KEYS_AND_VALUES,
        wrong="title: 园区新面貌\n展现新面貌\ndate: 2024-02",
        right="title: 园区新面貌\n  展现新面貌\ndate: 2024-02",
    ),
    "yaml-indented": Message(
        severity="error",
        sentence=Words(
            "this line is indented more than the one it belongs with, or that one needs quotes",
            "这一行比同组的上一行缩进更多，或者上一行的文字须加引号",
        ),
        hint=_ONE_COLUMN,
        means=_COLUMNS,
        wrong="title: 园区新面貌\n  date: 2024-02",
        right="title: 园区新面貌\ndate: 2024-02",
    ),
    "yaml-column": Message(
        severity="error",
        sentence=Words(
            "this line begins in a column that does not fit", "这一行的起始列与上下文对不上"
        ),
        hint=_ONE_COLUMN,
        means=_COLUMNS,
        wrong="brief:\n    title: 园区新面貌\n  date: 2024-02",
        right="brief:\n  title: 园区新面貌\n  date: 2024-02",
    ),
    "yaml-stray-item": Message(
        severity="error",
        sentence=Words(
            "a list item in a column where no list is", "这个列表项的起始列与列表对不上"
        ),
        hint=Words("begin every item in the same column", "各项的“- ”要对齐在同一列"),
        means=_COLUMNS,
        wrong="deck:\n  - {kind: cover}\n - {kind: closing}",
        right="deck:\n  - {kind: cover}\n  - {kind: closing}",
    ),
    "yaml-list-ends": Message(
        severity="error",
        sentence=Words(
            "a list ends here, in the middle of its column", "列表到这一行断开了，而这一行没有换列"
        ),
        hint=Words(
            "begin every item with “- ” in one column", "每一项都以“- ”开头，并对齐在同一列"
        ),
        means=_COLUMNS,
        wrong="- {kind: cover}\nkind: closing",
        right="- {kind: cover}\n- kind: closing",
    ),
    "yaml-item-space": Message(
        severity="error",
        sentence=Words(
            "an item of a list begins with “-” and a space: here the half-width space is missing",
            "列表的每一项以“- ”开头：这里的“-”后面少了半角空格",
        ),
        hint=Words("write a space behind the “-”", "在“-”后面加一个空格"),
        means=_COLUMNS,
        wrong="points:\n  -head: 扎实\n   text: 推进",
        right="points:\n  - head: 扎实\n    text: 推进",
    ),
    "yaml-wide-dash": Message(
        severity="error",
        sentence=Words(
            "an item of a list begins with the half-width “- ”, not with this dash",
            "列表的每一项以半角的“- ”开头，这里是另一种横线",
        ),
        hint=Words("write “- ”, with a space", "改写成半角的“- ”，带一个空格"),
        means=_COLUMNS,
        wrong="points:\n  － 扎实推进\n  － 稳步提升",
        right="points:\n  - 扎实推进\n  - 稳步提升",
    ),
    "yaml-wide-space": Message(
        severity="error",
        sentence=Words("this line is indented with full-width spaces", "这一行的缩进用了全角空格"),
        hint=Words(
            "indent it with half-width spaces, two for each step",
            "换成半角空格，每一级缩进两个",
        ),
        means=_COLUMNS,
        wrong="brief:\n　　title: 园区新面貌",
        right="brief:\n  title: 园区新面貌",
    ),
    "text-cut": Message(
        severity="warning",
        sentence=Words(
            "“{words}” behind “{text}” is taken for a comment and left out",
            "“{text}”后面的“{words}”被当成注释，不会出现",
        ),
        hint=Words(
            "put the whole text in double quotes; a comment has a space behind its #",
            "要它出现，就把整段文字放进双引号；要作注释，就在 # 后面加空格",
        ),
        means=Words(
            "In YAML a # behind a space begins a comment, up to the end of the line.",
            "在 YAML 里，空格后面的 # 开始一段注释，直到行末。",
        ),
        wrong="brief: {title: 园区新面貌, slug: demo}\ntopics: [{id: a, name: 党建}]\n"
        "page:\n  lead: 抓好 #项目年 建设",
        right="brief: {title: 园区新面貌, slug: demo}\ntopics: [{id: a, name: 党建}]\n"
        "page:\n  lead: '抓好 #项目年 建设'",
    ),
    "yaml-list-in-line": Message(
        severity="error",
        sentence=Words(
            "a list may not begin in the line of its key", "列表不能从键所在的那一行写起"
        ),
        hint=Words("begin the list in the next line", "请从下一行写起"),
        means=Words(
            "Items that begin with “- ” each have a line of their own; in one line a list is "
            "written in brackets.",
            "以“- ”开头的列表项各占一行；要写在一行里，请用方括号 [ ]。",
        ),
        wrong="points: - 做强实体",
        right="points:\n  - 做强实体",
    ),
    "yaml-no-comma": Message(
        severity="error",
        sentence=Words(
            "a comma or {bracket} is missing before this", "这里之前缺少英文逗号或 {bracket}"
        ),
        hint=Words(
            "a text with {opened} or “,” needs quotes", "文字里有 {opened} 或英文逗号，须加引号"
        ),
        means=_BRACKETED,
        wrong='points: ["做强" 实体]',
        right="points: [做强, 实体]",
    ),
    "yaml-open-bracket": Message(
        severity="error",
        sentence=Words("this {opened} is never closed", "这个 {opened} 一直没有收尾"),
        hint=Words(
            "write {bracket} where it ends, or put the whole text in double quotes",
            "在结束处写上 {bracket}，或把整段文字放进英文双引号",
        ),
        means=_BRACKETED,
        wrong="points: [做强, 实体",
        right="points: [做强, 实体]",
    ),
    "yaml-open-quote": Message(
        severity="error",
        sentence=Words("this quotation mark is never closed", "这个引号一直没有收尾"),
        hint=Words("write the same mark at the end of the text", "在文字末尾写上同样的引号"),
        means=_QUOTED_TEXT,
        wrong='title: "园区新面貌',
        right='title: "园区新面貌"',
    ),
    "yaml-after-quote": Message(
        severity="error",
        sentence=Words("text goes on after the closing quotation mark", "收尾的引号后面还有文字"),
        hint=_INNER_QUOTES,
        means=_QUOTED_TEXT,
        wrong='title: "园区"新面貌',
        right="title: “园区”新面貌",
    ),
    "yaml-quote": Message(
        severity="error",
        sentence=Words(
            "text goes on after a closing quotation mark, or the mark is not closed",
            "收尾的引号后面还有文字，或者引号没有收尾",
        ),
        hint=_INNER_QUOTES,
        means=_QUOTED_TEXT,
        wrong='title: 园区新面貌\n"展现"新面貌\ndate: 2024-02',
        right="title: 园区新面貌\n  “展现”新面貌\ndate: 2024-02",
    ),
    "yaml-escape": Message(
        severity="error",
        sentence=Words("a backslash that means nothing here", "这里的反斜杠没有意义"),
        hint=Words("in double quotes write \\\\ for a backslash", "在双引号里，反斜杠要写成 \\\\"),
        means=Words(
            "In double quotes a backslash begins an escape such as \\n or \\u5E7F. Without quotes, "
            "or in single ones, it is a backslash.",
            "在双引号里，反斜杠用来写 \\n、\\u5E7F 这样的转义；"
            "不加引号，或用单引号，它就只是反斜杠。",
        ),
        wrong='title: "A\\产值"',
        right="title: A\\产值",
    ),
    "yaml-outside": Message(
        severity="error",
        sentence=Words(
            "the text goes on outside the outline's mapping", "从这里起，内容落到了提纲之外"
        ),
        hint=Words("check this line's indentation", "请检查这一行的缩进"),
        means=_COLUMNS,
        wrong="{title: 园区新面貌}\ndate: 2024-02",
        right="{title: 园区新面貌, date: 2024-02}",
    ),
}

PHRASES: Mapping[str, Words] = {
    "signs-of-yaml": Words("&, * or !", "&、* 或 !"),
    "this-sign": Words("this", "这个符号"),
    "why-behind-block": Words(
        "nothing may stand behind | or > in its line", "“|”“>”后面，同一行不能再写字"
    ),
    "why-no-content": Words(
        "a value is missing, or a bracket closes that none opened",
        "这里缺了内容，或者多了一个右括号",
    ),
    "why-colon": Words("a space is missing behind the colon", "冒号后面少了空格"),
    "why-question": Words("“? ” cannot stand here", "这里不能写“? ”"),
}
