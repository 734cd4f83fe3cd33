"""What is wrong with an outline's parts, keys, lists and slides, and with audiences' files."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

MESSAGES: Mapping[str, Message] = {
    "unknown-key": Message(
        severity="error",
        sentence=Words("there is no key “{key}” here", "这里没有“{key}”这个键"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "A key was written that this part of the outline does not have; what stands behind it "
            "would have been lost. Keys are spelled exactly, in lower case.",
            "写了这一部分没有的键，它后面的内容会被丢掉，所以报错。键名须逐字相同，用小写。",
        ),
        wrong="brief: {titel: 园区新面貌}",
        right="brief: {title: 园区新面貌}",
    ),
    "unknown-part": Message(
        severity="error",
        sentence=Words("an outline has no part “{key}”", "提纲里没有“{key}”这一部分"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "The top level of an outline has a fixed set of parts: brief, sources, figures, "
            "topics, deck, page and a few more. Whatever else stands there would never be shown.",
            "提纲最上层只有固定的几个部分，如 brief、sources、figures、topics、deck、page。"
            "写成别的名字，内容不会出现在任何成品里。",
        ),
        wrong="pages: {lead: 项目多起来，园区旺起来。}",
        right="page: {lead: 项目多起来，园区旺起来。}",
    ),
    "missing-brief": Message(
        severity="error",
        sentence=Words("the outline has no part “brief”", "提纲缺少“brief”部分"),
        hint=Words("add “brief:” with slug and title", "加上“brief:”，写明 slug 和 title"),
        means=Words(
            "The part “brief” names the files that are made (slug) and what stands on the cover "
            "(title). Without it there is nothing to call them.",
            "“brief”部分写明成品的文件名（slug）和封面标题（title），没有它，成品无从命名。",
        ),
        wrong="deck: [{kind: cover}]",
        right="brief: {slug: demo, title: 园区新面貌}\ndeck: [{kind: cover}]",
    ),
    "nothing-to-show": Message(
        severity="error",
        sentence=Words("there is nothing to show", "提纲里没有可以显示的内容"),
        hint=Words("write a part “topics” or “deck”", "写上“topics”或“deck”部分"),
        means=Words(
            "The slides come from the part “deck”, or are made from the part “topics”. An outline "
            "needs at least one of them.",
            "幻灯片按“deck”部分来做；没有“deck”，就由“topics”部分生成。提纲里至少要有其中一个。",
        ),
        wrong="brief: {slug: demo, title: 园区新面貌}",
        right="brief: {slug: demo, title: 园区新面貌}\ndeck: [{kind: cover}]",
    ),
    "missing": Message(
        severity="error",
        sentence=Words("“{key}” is missing", "缺少“{key}”"),
        hint=Words("add “{key}: …”{about}", "加上“{key}: …”"),
        means=Words(
            "This item cannot do without the key: there is nothing sensible that could be shown "
            "or computed in its place.",
            "这一项少不了这个键，没有它，就没有合适的内容可以显示或计算。",
        ),
        wrong="sources: {report: {file: seeds/report.txt}}",
        right="sources: {report: {file: seeds/report.txt, title: 报告}}",
    ),
    "empty": Message(
        severity="error",
        sentence=Words("“{key}” is empty", "“{key}”后面是空的"),
        hint=Words("write “{key}: …”{about}", "在“{key}: ”后面写上内容"),
        means=Words(
            "The key stands there, but nothing stands behind its colon, and this item cannot do "
            "without it. A key that may be left out can simply be removed.",
            "键写了，冒号后面却没有内容，而这一项又少不了它。可有可无的键，不写就行。",
        ),
        wrong="sources: {report: {file: seeds/report.txt, title: }}",
        right="sources: {report: {file: seeds/report.txt, title: 报告}}",
    ),
    "empty-item": Message(
        severity="error",
        sentence=Words("an item of this list is empty", "列表里有一项是空的"),
        hint=Words("remove it, or fill it", "删去这一项，或补上内容"),
        means=Words(
            "A line of a list begins with “- ” and ends there. It may be a leftover, or words that "
            "were forgotten; neither is guessed.",
            "列表里有一行只有“- ”，后面没有内容。是多余的还是漏写的，程序不猜。",
        ),
        wrong="lexicon:\n  - 新面貌\n  -",
        right="lexicon:\n  - 新面貌",
    ),
    "not-a-mapping": Message(
        severity="error",
        sentence=Words(
            "“key: value” lines are expected here, not {found}",
            "这里应写“键: 值”，而不是{found}",
        ),
        hint=Words("{right}; the keys are {keys}", "{right}；可写的键有：{keys}"),
        means=Words(
            "This item has several fields, each written as its key, a colon, a space and the "
            "value. A text or a list alone does not say which of them it is.",
            "这一项有好几个字段，每个都要写成键、冒号、空格、值。只写文字或列表，看不出是哪个字段。",
        ),
        wrong="sources: {article: seeds/article.txt}",
        right="sources: {article: {file: seeds/article.txt, title: 报道}}",
    ),
    "not-by-id": Message(
        severity="error",
        sentence=Words(
            "“id:” lines are expected here, not {found}",
            "这里应逐项写“编号: …”，而不是{found}",
        ),
        hint=Words("begin each with its id and a colon", "每一项先写编号和冒号"),
        means=Words(
            "Sources and figures are named by others with their ids, so each is written below "
            "an id of its own.",
            "来源和数字要靠编号引用，所以每一项都写在自己的编号下面。",
        ),
        wrong="sources: [seeds/report.txt]",
        right="sources:\n  report: {file: seeds/report.txt, title: 报告}",
    ),
    "pair-for-keys": Message(
        severity="error",
        sentence=Words(
            "“{key}” is not a key here, but seems to be words of the content",
            "“{key}”不是这里的键，看来是内容里的话",
        ),
        hint=Words("write {form}", "写成 {form}"),
        means=Words(
            "Before the colon stands the name of a field, never the content itself: a short head "
            "and what it means are two fields.",
            "冒号前面写字段名，不写内容本身：小标题和它的说明是两个字段。",
        ),
        wrong="deck:\n  - kind: summary\n    title: 要点\n    points:\n"
        "      - 建平台: 共享仪器\n      - 引人才: 给房子",
        right="deck:\n  - kind: summary\n    title: 要点\n    points:\n"
        "      - {head: 建平台, text: 共享仪器}\n      - {head: 引人才, text: 给房子}",
    ),
    "not-a-list": Message(
        severity="error",
        sentence=Words(
            "a list is expected here, not {found}",
            "这里应写列表，而不是{found}",
        ),
        hint=Words(
            "{right}, or each item in a line of its own after “- ”",
            "{right}，或每项一行、以“- ”开头",
        ),
        means=Words(
            "This field takes several items. Even a single one is written as a list.",
            "这个字段可以有好几项，哪怕只有一项，也要写成列表。",
        ),
        wrong="lexicon: 新面貌",
        right="lexicon: [新面貌]",
    ),
    "deck-not-a-list": Message(
        severity="error",
        sentence=Words("deck wants a list of slides", "“deck”应是幻灯片的列表"),
        hint=Words("begin each with “- kind: …”", "每一页以“- kind: …”开头"),
        means=Words(
            "The deck is its slides in their order, each an item of the list.",
            "“deck”部分按先后列出幻灯片，一页一项。",
        ),
        wrong="deck: {kind: cover}",
        right="deck:\n  - kind: cover",
    ),
    "too-few-items": Message(
        severity="error",
        sentence=Words(
            "{count} {count:item|items} here, where {fit} fit",
            "这里有 {count} 项，应有 {fit} 项",
        ),
        hint=Words("add some", "再补几项"),
        means=Words(
            "What this list becomes needs a certain number of items: a timeline of one event, or a "
            "comparison of one thing, shows nothing.",
            "这个列表要做成的版面须有一定的项数；只有一个节点的时间轴、只有一项的对比，"
            "看不出什么。",
        ),
        wrong="deck: [{kind: timeline, title: 节点, events: [{when: 2024年, what: 开工}]}]",
        right="deck:\n  - kind: timeline\n    title: 节点\n    events:\n"
        "      - {when: 2024年, what: 开工}\n      - {when: 2026年, what: 建成}",
    ),
    "too-many-items": Message(
        severity="error",
        sentence=Words(
            "{count} {count:item|items} here, where {fit} fit",
            "这里有 {count} 项，应有 {fit} 项",
        ),
        hint=Words("leave some out, or split it", "删去几项，或分成几处"),
        means=Words(
            "More items than this would not be legible where they are shown.",
            "项数再多，版面上就看不清了。",
        ),
        wrong="deck: [{kind: closing, title: 谢谢, lines: [1, 2, 3, 4, 5, 6, 7, 8, 9]}]",
        right="deck: [{kind: closing, title: 谢谢, lines: [一, 二, 三, 四]}]",
    ),
    "bad-id": Message(
        severity="error",
        sentence=Words("“{key}” is not an id", "“{key}”不能作编号"),
        hint=Words("an id is {form}", "编号只用{form}"),
        means=Words(
            "Ids become names of files and of places in the PDF, so they are kept to characters "
            "that are safe in all of them.",
            "编号会用作文件名和 PDF 里的定位，所以只用在各处都稳妥的字符。",
        ),
        wrong="sources: {年报: {file: seeds/report.txt, title: 年报}}",
        right="sources: {report: {file: seeds/report.txt, title: 年报}}",
    ),
    "duplicate-id": Message(
        severity="error",
        sentence=Words(
            "two {things} are called “{id}”; the other is in line {line}",
            "{things}的编号“{id}”重复了，另一处在第 {line} 行",
        ),
        hint=Words("give one of them another id", "给其中一处换个编号"),
        means=Words(
            "Ids say which item is meant: in references, and in the files of audiences. So each "
            "is there once.",
            "引用和受众文件都靠编号认定是哪一项，所以一个编号只能用一次。",
        ),
        wrong="deck:\n  - {id: start, kind: cover}\n  - {id: start, kind: agenda, title: 目录}",
        right="deck:\n  - {id: start, kind: cover}\n  - {id: parts, kind: agenda, title: 目录}",
    ),
    "unknown-kind": Message(
        severity="error",
        sentence=Words("there is no slide kind “{name}”", "没有“{name}”这种页型"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "The kind of a slide decides which fields it has and how it is laid out. "
            "`briefgen kinds` lists them, those of plug-ins too.",
            "页型决定一页有哪些字段、怎样排版。`briefgen kinds` 列出全部页型，包括插件提供的。",
        ),
        wrong="deck: [{kind: kpii, title: 产值, figures: [output, firms]}]",
        right="deck: [{kind: kpi, title: 产值, figures: [output, firms]}]",
    ),
    "missing-title": Message(
        severity="error",
        sentence=Words("a slide of kind {kind} needs a title", "页型为 {kind} 的幻灯片须有标题"),
        hint=Words("write “title: …”, what the slide says", "加上“title: …”，写这一页要说的话"),
        means=Words(
            "The title says what the slide is about, stands in the outline view and is read first "
            "by a screen reader. Only kinds that take their title from elsewhere go without.",
            "标题说明这一页讲什么，大纲视图里显示的是它，读屏软件先读的也是它。"
            "只有标题另有来处的页型可以不写。",
        ),
        wrong="deck: [{kind: section}]",
        right="deck: [{kind: section, title: 怎么干}]",
    ),
    "cannot-read": Message(
        severity="error",
        sentence=Words("cannot read {path}: {why}", "无法读取 {path}：{why}"),
        means=Words(
            "The file is not there, or the system does not let it be read.",
            "文件不存在，或者系统不允许读取。",
        ),
    ),
    "bad-audience-name": Message(
        severity="error",
        sentence=Words("“{name}” cannot be an audience's name", "“{name}”不能作受众的名称"),
        hint=Words(
            "name the file with {form}; “{base}” is the outline itself",
            "文件名只用{form}；“{base}”专指提纲本身",
        ),
        means=Words(
            "The name of an audience's file becomes part of the names of the files that are made, "
            "so it is kept to characters that are safe everywhere.",
            "受众文件的名称会成为成品文件名的一部分，所以只用在各处都稳妥的字符。",
        ),
        wrong="content/audiences/Investors 2.yaml",
        right="content/audiences/投资者.yaml",
    ),
    "outputs-of-one-name": Message(
        severity="error",
        sentence=Words(
            "two of the files that are made would have one name: {names}",
            "做出来的文件里会有两个同名：{names}",
        ),
        hint=Words(
            "give the audience another name, or make the two in folders of their own (-a, -f, -o)",
            "请给受众换个名字，或者用 -a、-f、-o 分两次做进不同的文件夹",
        ),
        means=Words(
            "The handout of “demo” and the brief of its audience “handout” are both called "
            "demo-handout.pdf. One would overwrite the other with somebody else's words. Names "
            "that differ by large and small letters alone are one file on many systems.",
            "“demo”的讲义和它的受众“handout”的简报都叫 demo-handout.pdf，"
            "后做的会把给别人的话盖在先做的上面。只差大小写的名字，在许多系统上是同一个文件。",
        ),
        wrong="# audiences/handout.yaml\nname: 读者",
        right="# audiences/readers.yaml\nname: 读者",
    ),
    "audience-twice": Message(
        severity="error",
        sentence=Words(
            "two files are of the audience “{name}”: this one and {other}",
            "受众“{name}”有两个文件：这一个和 {other}",
        ),
        hint=Words("keep one of them", "只留一个"),
        means=Words(
            "An audience is a file of its name, with the ending .yaml or .yml.",
            "一个受众就是一个同名文件，结尾为 .yaml 或 .yml。",
        ),
        wrong="content/audiences/领导.yaml, content/audiences/领导.yml",
        right="content/audiences/领导.yaml",
    ),
    "empty-audience": Message(
        severity="error",
        sentence=Words("the audience's file is empty", "受众文件是空的"),
        hint=Words("begin with “name:”", "从“name:”写起"),
        means=Words(
            "An audience's file says what it sees otherwise than the outline; its name is enough.",
            "受众文件写它与提纲有什么不同；只写名称也行。",
        ),
        wrong="# content/audiences/投资者.yaml",
        right="name: 投资者",
    ),
    "extends-cycle": Message(
        severity="error",
        sentence=Words(
            "“{name}” extends itself, by way of {way}",
            "“{name}”绕了一圈又沿用到自己：{way}",
        ),
        hint=Words(
            "let one of them stand on the outline alone",
            "去掉其中一个的“extends”，让它直接依据提纲",
        ),
        means=Words(
            "An audience may build on another one, and that on a third; but the first of them has "
            "to stand on the outline.",
            "一类受众可以沿用另一类的设置，逐级往上，但最上面的一类须直接依据提纲。",
        ),
        wrong="# audiences/guests.yaml\nextends: press\n# audiences/press.yaml\nextends: guests",
        right="# audiences/guests.yaml\nextends: press\n# audiences/press.yaml\nname: 媒体",
    ),
    "extends-too-many": Message(
        severity="error",
        sentence=Words(
            "more than {most} audiences extend each other up to “{name}”",
            "一类沿用一类，到“{name}”已超过 {most} 级",
        ),
        hint=Words(
            "let it extend one of the first of them, or none",
            "请直接沿用靠前的一类，或不沿用",
        ),
        means=Words(
            "An audience may build on another one, and that on a third; every version goes through "
            "all of them, and so there is an end.",
            "一类受众可以沿用另一类的设置，逐级往上；每个版本都要逐级走一遍，所以级数有上限。",
        ),
        wrong="\n".join(f"# audiences/v{n}.yaml\nextends: v{n + 1}" for n in range(1, 11))
        + "\n# audiences/v11.yaml\nname: 媒体",
        right="# audiences/v1.yaml\nextends: v2\n# audiences/v2.yaml\nname: 媒体",
    ),
}

PHRASES: Mapping[str, Words] = {
    # What a field is for is said in English only.
    "about": Words("; {doc}", ""),
    "slides": Words("slides", "幻灯片"),
    "written-so": Words("write {form}", "写成 {form}"),
    "as-keys": Words("write each key with its value", "逐个写出键和值"),
    "as-a-list": Words("write [a, b]", "写成[甲, 乙]"),
    "as-one-text": Words("write one text", "写成一段文字"),
    "topics": Words("topics", "专题"),
}
