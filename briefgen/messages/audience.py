"""What is wrong with an audience's file: what it changes, and who may see what."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_REMOVE = Words("remove it", "请删去")
_ONE_OF_THEM = Words("write one of them", "请只写一个")
_ONLY_CHANGES = Words(
    "An audience's file says only what differs from the outline. A line without effect is most "
    "often a mistake, or was overtaken by a change of the outline.",
    "受众文件只写与提纲不同之处。不起作用的一行，多半是写错了，或者提纲已经改成了这样。",
)
_IN_ORDER = Words(
    "deck, topics and figures of an audience are changed by verbs, in this order: drop or keep, "
    "set, order, add.",
    "受众文件里的 deck、topics、figures 用动词改：先 drop 或 keep，再 set、order、add。",
)
_ADDING = Words(
    "Each item of `add` holds what is added, under `slide:`, `topic:` or `figure:`, and may say "
    "`before:` or `after:` which item it stands.",
    "add 的每一项，用 slide:、topic: 或 figure: 写要添加的内容；"
    "before: 或 after: 写明放在哪一项前后，可以不写。",
)
_RESTRICTING = Words(
    "`only: [names]` shows something to these audiences alone, `not: [names]` to all but these and "
    "those that extend them. One of the two is enough, and it has to name somebody: a misspelt "
    "name would show or hide the wrong thing.",
    "only: [名称] 只给这些受众看，not: [名称] 不给这些受众及其扩展出的受众看。"
    "两者只写其一，并须写明受众：名称写错，就会把内容给错人。",
)

_ORDER = Words(
    "“order” names slides in the order they are to have; what it does not name follows what it "
    "followed before, and a closing slide that is not named stays at the end.",
    "“order”按次序列出幻灯片；没有列出的仍跟在原来的前一页后面，没有列出的结束页留在最后。",
)

MESSAGES: Mapping[str, Message] = {
    "cover-not-first": Message(
        severity="warning",
        sentence=Words(
            "this order begins with {first}, and the cover {id} comes later",
            "这个顺序以“{first}”开头，封面“{id}”排到了后面",
        ),
        hint=Words("name {id} first, or leave it out", "把“{id}”排在最前，或者不写它"),
        means=_ORDER,
        wrong="# content/audiences/投资者.yaml\ndeck: {order: [end, cover]}",
        right="# content/audiences/投资者.yaml\ndeck: {order: [cover, two, one]}",
    ),
    "closing-not-last": Message(
        severity="warning",
        sentence=Words(
            "this order puts {later:and} behind the closing slide {id}",
            "这个顺序把 {later:and} 排到了结束页“{id}”后面",
        ),
        hint=Words(
            "name {id} last, or leave it out: it stays at the end",
            "把“{id}”排在最后，或者不写它：它自会留在最后",
        ),
        means=_ORDER,
        wrong="# content/audiences/投资者.yaml\ndeck: {order: [end, cover]}",
        right="# content/audiences/投资者.yaml\ndeck: {order: [cover, two, one]}",
    ),
    "no-audience": Message(
        severity="error",
        sentence=Words("there is no audience “{name}”", "没有受众“{name}”"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "Audiences are the files in the folder `audiences` beside the outline, by their names "
            "without .yaml; `base` is the outline itself.",
            "受众就是提纲旁边 audiences 文件夹里的文件，名称不带 .yaml；base 指提纲本身。",
        ),
        wrong="deck:\n  - {kind: closing, title: 谢谢, only: [cader]}",
        right="deck:\n  - {kind: closing, title: 谢谢, only: [cadre]}",
    ),
    "not-an-audience": Message(
        severity="error",
        sentence=Words(
            "the name of an audience is expected here, not {what}",
            "这里应是受众的名称，而不是{what}",
        ),
        hint=Words("there are: {names}", "可用的有：{names}"),
        means=_RESTRICTING,
        wrong="deck:\n  - {kind: closing, title: 谢谢, only: [[cadre]]}",
        right="deck:\n  - {kind: closing, title: 谢谢, only: [cadre]}",
    ),
    "brief-key-at-top": Message(
        severity="error",
        sentence=Words(
            "an audience's brief cannot set “{key}”", "受众文件的 brief 里不能写“{key}”"
        ),
        hint=Words("write “{key}:” at the top of the file", "请把“{key}:”写到文件最外一层"),
        means=Words(
            "An audience says its name, language and theme at the top of its file, not below "
            "`brief`.",
            "受众的 name、language、theme 写在文件最外一层，不写在 brief 里。",
        ),
        wrong="brief: {language: en}",
        right="language: en",
    ),
    "outlines-own-key": Message(
        severity="error",
        sentence=Words(
            "an audience's brief cannot set “{key}”", "受众文件的 brief 里不能写“{key}”"
        ),
        hint=Words("it is the outline's", "它由提纲统一规定，请删去"),
        means=Words(
            "The names of all output files begin with the outline's slug, so that the files of one "
            "project stand together.",
            "所有成品的文件名都以提纲的 slug 开头，好让一个项目的文件排在一起。",
        ),
        wrong="brief: {slug: other}",
        right="name: 其他读者",
    ),
    "part-not-a-mapping": Message(
        severity="error",
        sentence=Words(
            "{part} wants “key: value” lines, not {what}", "{part} 里应是“键: 值”，而不是{what}"
        ),
        hint=Words("write “key: value” lines below it", "请在它下面逐行写“键: 值”"),
        means=Words(
            "`brief` and `page` of an audience are merged into the outline's, key by key.",
            "受众文件里的 brief 和 page 按键并入提纲。",
        ),
        wrong="page: [output]",
        right="page: {figures: [output]}",
    ),
    "lead-and-figures": Message(
        severity="error",
        sentence=Words("lead and page.figures say the same", "lead 与 page 里的 figures 是一回事"),
        hint=_ONE_OF_THEM,
        means=Words(
            "`lead` is the short way to say which figures stand at the top of the page.",
            "lead 是简写，用来写一页纸顶部放哪几个数字。",
        ),
        wrong="lead: [firms]\npage: {figures: [output]}",
        right="lead: [firms]",
    ),
    "no-effect": Message(
        severity="warning",
        sentence=Words(
            "“{key}” is the same without this line: it changes nothing",
            "不写这一行，“{key}”也是这样：它没有改变什么",
        ),
        hint=_REMOVE,
        means=_ONLY_CHANGES,
        wrong="deck: {set: {end: {title: 谢谢, notes: 请提问}}}",
        right="deck: {set: {end: {notes: 请提问}}}",
    ),
    "no-effect-part": Message(
        severity="warning",
        sentence=Words("what is said of {part} changes nothing", "{part} 里写的没有改变什么"),
        hint=_REMOVE,
        means=_ONLY_CHANGES,
        wrong="language: en\nbrief: {date: 2024-02}",
        right="language: en\nbrief: {date: 2024-03}",
    ),
    "audience-outside": Message(
        severity="error",
        sentence=Words("the file leads out of the project", "这个文件指向项目之外"),
        hint=Words("put a file in the place of the link", "用文件本身代替链接"),
        means=Words(
            "Only files of the project are read, and never through a link out of it: a folder that "
            "comes from somebody else could show what it does not hold.",
            "只读项目里的文件，不跟着链接到项目之外：别人给的文件夹里可能藏着指向别处的链接。",
        ),
    ),
    "no-effect-verb": Message(
        severity="warning",
        sentence=Words("this {verb} changes nothing", "这个 {verb} 没有改变什么"),
        hint=_REMOVE,
        means=_ONLY_CHANGES,
        wrong="deck: {order: [cover, part]}",
        right="deck: {order: [part, cover]}",
    ),
    "no-verbs": Message(
        severity="error",
        sentence=Words(
            "{part} of an audience wants verbs, not {what}",
            "受众文件的 {part} 里应写动词，而不是{what}",
        ),
        hint=Words("write {verbs} below it", "请在它下面写 {verbs}"),
        means=_IN_ORDER,
        wrong="deck: [cover, end]",
        right="deck: {keep: [cover, end]}",
    ),
    "unknown-verb": Message(
        severity="error",
        sentence=Words("there is no verb “{verb}”", "没有动词“{verb}”"),
        hint=Words("{offer}", "{offer}"),
        means=_IN_ORDER,
        wrong="deck: {remove: [end]}",
        right="deck: {drop: [end]}",
    ),
    "unknown-id": Message(
        severity="error",
        sentence=Words("{part} has no “{id}”", "{part} 里没有“{id}”"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "Items are named by their ids in the outline, after what this audience's verbs before "
            "have dropped. A slide without an id is named after its kind.",
            "各项用提纲里的编号来指，此前被 drop 去掉的不算。没有写编号的页面以页面类型为名。",
        ),
        wrong="deck: {drop: [closing-page]}",
        right="deck: {drop: [end]}",
    ),
    "item-not-an-id": Message(
        severity="error",
        sentence=Words(
            "the id of an item of {part} is expected here, not {what}",
            "这里应是 {part} 中一项的编号，而不是{what}",
        ),
        hint=Words("write the id alone", "请只写编号"),
        means=_IN_ORDER,
        wrong="deck: {drop: [{id: end}]}",
        right="deck: {drop: [end]}",
    ),
    "restricted-id": Message(
        severity="error",
        sentence=Words(
            "“{id}” of {part} is {who}: this audience does not have it",
            "{part} 里的“{id}”{who}，这一受众没有这一项",
        ),
        hint=Words("remove it here, or lift the restriction", "请在这里删去，或放开对它的限制"),
        means=_RESTRICTING,
    ),
    "verb-not-a-list": Message(
        severity="error",
        sentence=Words(
            "{verb} wants a list of ids, not {what}", "{verb} 后面应是编号的列表，而不是{what}"
        ),
        hint=Words("write {verb}: [id, id]", "写成 {verb}: [编号, 编号]"),
        means=_IN_ORDER,
        wrong="deck: {drop: end}",
        right="deck: {drop: [end]}",
    ),
    "named-twice": Message(
        severity="error",
        sentence=Words("{verb} names “{id}” twice", "{verb} 里“{id}”写了两次"),
        hint=Words("it stands in line {line} already", "第 {line} 行已有，请删去一个"),
        means=Words(
            "A verb names an item once: a second time it would be dropped, or placed, again.",
            "一个动词里，一项只写一次，否则就会重复删去或排列。",
        ),
        wrong="deck: {drop: [end, end]}",
        right="deck: {drop: [end]}",
    ),
    "drop-and-keep": Message(
        severity="error",
        sentence=Words("drop and keep exclude each other", "drop 和 keep 不能同时写"),
        hint=_ONE_OF_THEM,
        means=Words(
            "`drop` says which items go and `keep` which stay; either says it all.",
            "drop 写去掉哪些，keep 写留下哪些，写一个就够了。",
        ),
        wrong="deck: {drop: [end], keep: [cover]}",
        right="deck: {drop: [end]}",
    ),
    "set-not-a-mapping": Message(
        severity="error",
        sentence=Words("set wants ids, not {what}", "set 里应写编号，而不是{what}"),
        hint=Words("write “id: {{key: value}}” below it", "请在它下面写“编号: {{键: 值}}”"),
        means=_IN_ORDER,
        wrong="deck: {set: [end]}",
        right="deck: {set: {end: {title: 再见}}}",
    ),
    "set-wants-keys": Message(
        severity="error",
        sentence=Words(
            "“key: value” lines are expected here, not {what}", "这里应是“键: 值”，而不是{what}"
        ),
        hint=Words("write what {id} is to have", "请写明“{id}”要改的键和值"),
        means=Words(
            "`set` merges keys with values into an item; what it does not name stays.",
            "set 把“键: 值”并入这一项，没有写到的保持不变。",
        ),
        wrong="deck: {set: {end: 再见}}",
        right="deck: {set: {end: {title: 再见}}}",
    ),
    "set-id": Message(
        severity="error",
        sentence=Words("an audience cannot change an id", "受众文件不能改编号"),
        hint=Words("remove this line", "请删去这一行"),
        means=Words(
            "Ids name items across all files; what they name must not depend on who reads.",
            "编号在各个文件里指同一项，不能因受众而变。",
        ),
        wrong="deck: {set: {end: {id: last, title: 再见}}}",
        right="deck: {set: {end: {title: 再见}}}",
    ),
    "add-not-a-list": Message(
        severity="error",
        sentence=Words("add wants a list, not {what}", "add 后面应是列表，而不是{what}"),
        hint=Words(
            "begin each item with “- after: id”, then “{noun}:”",
            "每一项先写“- after: 编号”，再写“{noun}:”",
        ),
        means=_ADDING,
        wrong="deck: {add: {slide: {kind: closing, title: 再见}}}",
        right="deck: {add: [{slide: {kind: closing, title: 再见}}]}",
    ),
    "adds-nothing": Message(
        severity="error",
        sentence=Words("this adds no {noun}", "这一项没有写要添加的 {noun}"),
        hint=Words("write {{after: id, {noun}: {{…}}}}", "写成 {{after: 编号, {noun}: {{…}}}}"),
        means=_ADDING,
        wrong="deck: {add: [{kind: closing, title: 再见}]}",
        right="deck: {add: [{slide: {kind: closing, title: 再见}}]}",
    ),
    "before-and-after": Message(
        severity="error",
        sentence=Words("before and after exclude each other", "before 和 after 不能同时写"),
        hint=_ONE_OF_THEM,
        means=_ADDING,
        wrong="deck: {add: [{before: end, after: two, slide: {kind: closing, title: 再见}}]}",
        right="deck: {add: [{before: end, slide: {kind: closing, title: 再见}}]}",
    ),
    "id-taken": Message(
        severity="error",
        sentence=Words("there is a “{id}” already", "已经有“{id}”了"),
        hint=Words(
            "choose another id, or use set to change that one",
            "请换一个编号；要改已有的那一项，请用 set",
        ),
        means=Words(
            "An id names one item of its part. What is added needs one of its own, or none.",
            "在同一部分里，一个编号只指一项。添加的项须另起编号，也可以不写。",
        ),
        wrong="deck: {add: [{slide: {id: end, kind: closing, title: 再见}}]}",
        right="deck: {add: [{slide: {id: bye, kind: closing, title: 再见}}]}",
    ),
    "only-and-not": Message(
        severity="error",
        sentence=Words("only and not exclude each other", "only 和 not 不能同时写"),
        hint=_ONE_OF_THEM,
        means=_RESTRICTING,
        wrong="deck:\n  - {kind: closing, title: 谢谢, only: [cadre], not: [cadre]}",
        right="deck:\n  - {kind: closing, title: 谢谢, only: [cadre]}",
    ),
    "restriction": Message(
        severity="error",
        sentence=Words("this restriction names nobody", "这里的限制没有写明受众"),
        hint=Words("write [NAME, NAME]", "写成 [名称, 名称]"),
        means=_RESTRICTING,
        wrong="deck:\n  - {kind: closing, title: 谢谢, only: []}",
        right="deck:\n  - {kind: closing, title: 谢谢, only: [cadre]}",
    ),
}

PHRASES: Mapping[str, Words] = {
    "only-for": Words("only for {names}", "只给 {names} 看"),
    "not-for": Words("not for {names}", "不给 {names} 看"),
}
