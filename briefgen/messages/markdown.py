"""What is wrong with an outline in Markdown, and what of an outline Markdown cannot say."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_FORM = Words(
    "An outline in Markdown has YAML between two lines of three hyphens at its top, then “#” for "
    "a section and “##” for a slide.",
    "Markdown 提纲开头是两行“---”之间的 YAML，往下“#”是章节，“##”是一张幻灯片。",
)
_PLACES = Words(
    "Lists go to a kind's list, tables to its rows, paragraphs to its text or lead, “>” to words "
    "of a source, pictures to its image, the comment at the end to the notes. A kind without such "
    "a field has no place for it.",
    "列表对应页型的条目，表格对应 rows，段落对应 text 或 lead，“>”对应引文，图片对应 "
    "image，末尾的注释对应讲稿。页型没有这样的字段，就没有地方放。",
)
_IN_YAML = Words(
    "write it in a block ```yaml below the heading, by its field's name; `briefgen kinds` lists "
    "them",
    "在标题下面的 ```yaml 块里按字段名写；字段见 briefgen kinds",
)

MESSAGES: Mapping[str, Message] = {
    "md-head-open": Message(
        severity="error",
        sentence=Words("the head matter does not end", "开头的 YAML 没有收尾"),
        hint=Words("write --- in a line of its own below it", "在它下面单独写一行 ---"),
        means=_FORM,
        wrong="---\nbrief: {slug: a, title: 标题}\n\n## 第一张",
        right="---\nbrief: {slug: a, title: 标题}\n---\n\n## 第一张",
    ),
    "md-yaml-no-keys": Message(
        severity="error",
        sentence=Words("this YAML has no keys", "这段 YAML 里没有“键: 值”"),
        hint=Words(
            "write a field's name, a colon and its value in each line",
            "每行写字段名、冒号和值",
        ),
        means=_IN_YAML,
        wrong="```yaml\n- infra\n- industry\n```",
        right="```yaml\nfigures: [infra, industry]\n```",
    ),
    "md-before-slides": Message(
        severity="error",
        sentence=Words(
            "this stands before the first slide", "这段文字在第一张幻灯片之前，不知道放在哪里"
        ),
        hint=Words(
            "write a heading above it: “## What the slide says”", "在它上面写标题：“## 结论”"
        ),
        means=_FORM,
    ),
    "md-attribute": Message(
        severity="error",
        sentence=Words("“{written}” is no attribute", "花括号里的“{written}”不是属性"),
        hint=Words(
            'write #id, key=value, or key="more words"', '写 #编号、字段=值，或 字段="带空格的值"'
        ),
        means=Words(
            "Braces behind a heading, an item of a list or a picture hold its further fields.",
            "标题、列表条目和图片后面的花括号里，写它的其他字段。",
        ),
        wrong="## 三类投资各有去处 {kind=table wide}",
        right="## 三类投资各有去处 {kind=table #investment}",
    ),
    "md-no-place": Message(
        severity="error",
        sentence=Words(
            "{what} has no place on a slide of the kind “{kind}”",
            "页型“{kind}”的幻灯片上没有地方放{what}",
        ),
        hint=_IN_YAML,
        means=_PLACES,
    ),
    "md-code": Message(
        severity="error",
        sentence=Words("a block of “{info}” is shown nowhere", "“{info}”代码块不会显示"),
        hint=Words(
            "remove it; fields stand in a block of ```yaml", "删掉；要写字段，就用 ```yaml 块"
        ),
        means=_PLACES,
    ),
    "md-fence-open": Message(
        severity="error",
        sentence=Words("this block does not end", "这个代码块没有收尾"),
        hint=Words("write ``` in a line of its own below it", "在它下面单独写一行 ```"),
        means=_FORM,
    ),
    "md-comment-open": Message(
        severity="error",
        sentence=Words("this comment does not end", "这段注释没有收尾"),
        hint=Words("write --> behind it", "在它后面写 -->"),
        means=_FORM,
        wrong="<!-- 讲稿",
        right="<!-- 讲稿 -->",
    ),
    "md-in-quote": Message(
        severity="error",
        sentence=Words("only words may stand in a quote", "引文里只能写文字"),
        hint=Words("move it out of the quote", "把它移到引文外面"),
        means=_PLACES,
    ),
    "md-cannot-say": Message(
        severity="error",
        sentence=Words("Markdown cannot say this: {field}", "Markdown 写不出这一处：{field}"),
        hint=Words(
            "leave this outline in YAML, or write this otherwise",
            "这份提纲仍用 YAML，或把这里换个写法",
        ),
        means=Words(
            "An outline is converted only where all of it can be said in the other form and reads "
            "the same there. Slides have to be a list in block style, in the file itself.",
            "只有每一处都能用另一种写法写出来、读起来一样，才转换。幻灯片要在本文件里，写成块状列表。",
        ),
    ),
    "md-deck-elsewhere": Message(
        severity="error",
        sentence=Words(
            "this outline has no slides of its own to be converted", "这个文件里没有幻灯片可以转换"
        ),
        hint=Words("put “deck” into the outline itself", "把 deck 写在提纲文件里"),
        means=Words(
            "In Markdown the slides stand in the outline's own file, below its head matter; parts "
            "that it includes stay in YAML.",
            "写成 Markdown 时，幻灯片都在提纲自己的文件里；用 include 引入的部分仍是 YAML。",
        ),
    ),
}

PHRASES: Mapping[str, Words] = {
    "md-a-list": Words("a list", "列表"),
    "md-a-table": Words("a table", "表格"),
    "md-a-paragraph": Words("a paragraph", "段落"),
    "md-a-quote": Words("a quote", "引文"),
    "md-a-picture": Words("a picture", "图片"),
    "md-a-heading": Words("a heading of the third level", "三级标题"),
    "md-further": Words("this further part", "多出来的这部分"),
}
