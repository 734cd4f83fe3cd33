"""What is wrong with a file as it is read: bytes, characters, keys, and what it includes."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_AS_TEXT = "remove it, or put the text in quotes if it begins with {}"
_OWN_YAML = Words(
    "YAML programs use it to copy parts of a file or to say what a value is. An outline takes only "
    "structure from YAML, so that what is written is what is shown.",
    "这是 YAML 给程序用的写法，用来复制内容或说明值的类型。提纲只取 YAML "
    "的层次，写什么就是什么，所以不用它。",
)
_SHOWN_NOWHERE = Words(
    "Such a character cannot be shown by every output, or shows something else than what is "
    "stored. It is refused once, while reading, so that nothing invisible gets into a file.",
    "这类字符有的成品显示不出来，有的显示的与存的不一样。读文件时一律拦下，不让看不见的东西进入成品。",
)

MESSAGES: Mapping[str, Message] = {
    "too-large": Message(
        severity="error",
        sentence=Words(
            "the file has more than {most} MB, which no outline needs",
            "文件超过 {most} MB，提纲用不了这么大",
        ),
        hint=Words(
            "split it, or leave out what is not outline",
            "拆成几个文件用 include 引入，或删去不属于提纲的内容",
        ),
        means=Words(
            "A file of text this long is no outline of a deck; reading it would cost memory for "
            "nothing.",
            "一套幻灯片的提纲不会这么长，多半是选错了文件，所以不读。",
        ),
    ),
    "too-many-values": Message(
        severity="error",
        sentence=Words("more than {most} values", "文件里的值超过 {most} 个"),
        hint=Words("split it", "拆成几个文件，用 include 引入"),
        means=Words(
            "A file may hold so many values, lists and mappings together, and not more: a file "
            "that needs more was made to exhaust a machine.",
            "一个文件里的值、列表和“键: 值”合计有上限，超出的多半不是提纲，所以不读。",
        ),
    ),
    "too-deep": Message(
        severity="error",
        sentence=Words("nested more than {most} deep", "嵌套超过 {most} 层"),
        hint=Words(
            "an outline needs about 8; look for brackets that are not closed",
            "提纲一般不过 8 层；请检查有没有没收尾的括号",
        ),
        means=Words(
            "Lists and mappings may stand in each other so deep, and not deeper.",
            "列表和“键: 值”一层套一层，层数有上限。",
        ),
        wrong="title: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        right="title: 园区新面貌",
    ),
    "not-utf-8": Message(
        severity="error",
        sentence=Words(
            "the file is not UTF-8; it looks like {encoding}",
            "文件不是 UTF-8 编码，看来是 {encoding}",
        ),
        hint=Words(
            "save it as UTF-8 in your editor, or: iconv -f {codec} -t UTF-8 {file} > {new}",
            "在编辑器里另存为 UTF-8，或运行：iconv -f {codec} -t UTF-8 {file} > {new}",
        ),
        means=Words(
            "briefgen reads text files as UTF-8 only. In any other encoding Chinese characters "
            "would turn into other characters without a word.",
            "briefgen 只按 UTF-8 读文本文件；按别的编码读，汉字会变成别的字而无人察觉。",
        ),
        wrong="iconv -f UTF-8 -t GBK topics.yaml > outline.yaml",
        right="iconv -f GBK -t UTF-8 topics.yaml > outline.yaml",
    ),
    "damaged-byte": Message(
        severity="error",
        sentence=Words(
            "the file is not UTF-8: the byte 0x{byte} here is damaged",
            "文件不全是 UTF-8：这里的字节 0x{byte} 已损坏",
        ),
        hint=Words(
            "write the text here again, or take an undamaged copy of the file",
            "把这里的文字重新输入一遍，或换用完好的文件",
        ),
        means=Words(
            "The file is UTF-8 up to here, and no known Chinese encoding as a whole: most likely "
            "some bytes were lost or changed.",
            "文件到这里为止都是 UTF-8，整体又不像别的中文编码，多半是传输或存盘时损坏了几个字节。",
        ),
    ),
    "bidi": Message(
        severity="warning",
        sentence=Words(
            "an invisible character turns the direction of the text ({shown}, {name})",
            "这里有一个看不见的字符（{shown}），会颠倒文字的方向",
        ),
        hint=Words(
            "remove it, unless the text is Arabic or Hebrew",
            "除非文字是阿拉伯文或希伯来文，请删去它",
        ),
        means=Words(
            "Directional formatting characters (UAX #9, section 2) make a text read otherwise than "
            "it is stored: what is proven and searched is not what is seen.",
            "这类字符（UAX #9 第 2 节）让文字读起来与存的顺序不同：核对的、搜索的就不是看到的了。",
        ),
        wrong='title: "园区\\u202E新面貌"',
        right="title: 园区新面貌",
    ),
    "private-use": Message(
        severity="error",
        sentence=Words(
            "a private-use character ({shown}) has no meaning outside its own font",
            "私用区字符（{shown}）换了字体就没有意义",
        ),
        hint=Words("write the standard character for it", "改用对应的标准字符"),
        means=_SHOWN_NOWHERE,
        wrong='title: "园区新面貌\\uE000"',
        right="title: 园区新面貌",
    ),
    "lost-character": Message(
        severity="error",
        sentence=Words(
            "“�” ({shown}) stands where a character was lost",
            "“�”（{shown}）处原有的字已经丢失",
        ),
        hint=Words(
            "look up the character in the original and write it again",
            "对照原文，把这个字重新写上",
        ),
        means=Words(
            "Another program could not read a character and put U+FFFD in its place. Which "
            "character it was, only the original says.",
            "别的程序读不出某个字，就用 U+FFFD 顶替。原来是什么字，只有原文知道。",
        ),
        wrong="title: 园区�面貌",
        right="title: 园区新面貌",
    ),
    "control-character": Message(
        severity="error",
        sentence=Words(
            "an invisible control character ({shown}) stands here",
            "这里有一个看不见的控制字符（{shown}）",
        ),
        hint=Words(
            "delete it; if you cannot see it, write the line again",
            "请删去；如果看不见它，把这一行重新输入一遍",
        ),
        means=_SHOWN_NOWHERE,
        wrong='title: "园区新面貌\\u0007"',
        right="title: 园区新面貌",
    ),
    "not-a-file": Message(
        severity="error",
        sentence=Words("{file} is not a regular file", "{file} 不是普通文件"),
        hint=Words("name a YAML file", "请指定一个 YAML 文件"),
        means=Words(
            "A folder, a pipe or a device cannot be read as an outline; a pipe would be waited for "
            "without end.",
            "文件夹、管道、设备不能当作提纲来读；读管道还会一直等下去。",
        ),
    ),
    "file-not-a-mapping": Message(
        severity="error",
        sentence=Words("the file must be a mapping", "文件内容应是一组“键: 值”"),
        hint=Words("begin with lines such as “brief:”", "从“brief:”这样的行写起"),
        means=Words(
            "Outlines and audiences' files consist of parts with names: a key, a colon, and what "
            "belongs to it.",
            "提纲和受众文件由若干部分组成，每个部分先写键和冒号，再写内容。",
        ),
        wrong="- 园区新面貌",
        right="brief: {title: 园区新面貌}",
    ),
    "empty-file": Message(
        severity="error",
        sentence=Words("the file is empty", "文件是空的"),
        hint=Words("begin with “brief:”", "从“brief:”写起"),
        means=Words(
            "There is nothing in the file but comments and blank lines.",
            "文件里除了注释和空行，什么也没有。",
        ),
        wrong="# 园区新面貌",
        right="brief: {title: 园区新面貌}",
    ),
    "second-document": Message(
        severity="error",
        sentence=Words("a second YAML document begins here", "从这里起是第二个 YAML 文档"),
        hint=Words(
            "a file holds one; remove the line “---”", "一个文件只写一个；请删去“---”这一行"
        ),
        means=Words(
            "A line “---” parts documents in YAML. What stands behind it would not be read.",
            "YAML 用“---”分隔文档，它后面的内容不会被读到，所以报错。",
        ),
        wrong="brief: {title: 园区新面貌}\n---\ndeck: []",
        right="brief: {title: 园区新面貌}\ndeck: []",
    ),
    "yaml-anchor": Message(
        severity="error",
        sentence=Words(
            "“&{name}” is a YAML anchor, which an outline may not have",
            "“&{name}”是 YAML 的锚点，提纲里不能用",
        ),
        hint=Words(_AS_TEXT.format("&"), "请删去；如果文字本来就以 & 开头，请加引号"),
        means=_OWN_YAML,
        wrong="title: &name 园区新面貌",
        right="title: 园区新面貌",
    ),
    "yaml-alias": Message(
        severity="error",
        sentence=Words(
            "“*{name}” is a YAML alias, which an outline may not have",
            "“*{name}”是 YAML 的别名，提纲里不能用",
        ),
        hint=Words(
            "write the text out, or put it in quotes if it begins with *",
            "请把文字写全；如果文字本来就以 * 开头，请加引号",
        ),
        means=_OWN_YAML,
        wrong="title: *name",
        right="title: 园区新面貌",
    ),
    "yaml-tag": Message(
        severity="error",
        sentence=Words(
            "“{tag}” is a YAML tag, which an outline may not have",
            "“{tag}”是 YAML 的标签，提纲里不能用",
        ),
        hint=Words(_AS_TEXT.format("!"), "请删去；如果文字本来就以 ! 开头，请加引号"),
        means=_OWN_YAML,
        wrong="date: !!str 2024-02",
        right="date: 2024-02",
    ),
    "yaml-merge-key": Message(
        severity="error",
        sentence=Words(
            "“<<” merges YAML mappings, which an outline may not do",
            "“<<”用来合并 YAML 的“键: 值”，提纲里不能用",
        ),
        hint=Words("write the values out", "请把各个值写全"),
        means=_OWN_YAML,
        wrong="brief: {<<: {title: 园区新面貌}}",
        right="brief: {title: 园区新面貌}",
    ),
    "list-as-key": Message(
        severity="error",
        sentence=Words("a list or mapping cannot be a key", "列表或“键: 值”不能作键"),
        hint=Words("a text that begins with [ or {{ needs quotes", "以 [ 或 {{ 开头的文字须加引号"),
        means=Words(
            "A key is a word. Brackets or braces before a colon are most often a text whose quotes "
            "were forgotten.",
            "键是一个词。冒号前面出现括号，多半是忘了给文字加引号。",
        ),
        wrong="? [园区新面貌]\n: 目标",
        right='"[园区新面貌]": 目标',
    ),
    "duplicate-key": Message(
        severity="error",
        sentence=Words(
            "“{key}” stands twice: in line {first} and in line {second}",
            "“{key}”写了两次：第 {first} 行和第 {second} 行",
        ),
        hint=Words("keep one of the two", "请只留一个"),
        means=Words(
            "A key may stand once in its part. Most programs would silently take the last.",
            "同一部分里，一个键只能写一次。多数程序会悄悄只取最后一个，所以报错。",
        ),
        wrong="title: 园区新面貌\ntitle: 展现新面貌",
        right="title: 园区新面貌\nsubtitle: 展现新面貌",
    ),
    "include-not-a-list": Message(
        severity="error",
        sentence=Words(
            "include wants a list of files, not {what}", "include 后面应是文件列表，而不是{what}"
        ),
        hint=Words(
            "write include: [figures.yaml, topics.yaml]",
            "写成 include: [figures.yaml, topics.yaml]",
        ),
        means=Words(
            "An outline may be spread over several files; `include` lists those beside it.",
            "提纲可以分成几个文件，include 列出放在它旁边的文件。",
        ),
        wrong="include: topics.yaml",
        right="include: [topics.yaml]",
    ),
    "duplicate-include": Message(
        severity="error",
        sentence=Words("{file} is included twice", "{file} 引入了两次"),
        hint=Words("remove one", "请删去一个"),
        means=Words(
            "A part may come from one file only, so a file has nothing to add a second time.",
            "每个部分只能来自一个文件，同一个文件引入第二次没有意义。",
        ),
        wrong="include: [topics.yaml, topics.yaml]",
        right="include: [topics.yaml]",
    ),
    "outside": Message(
        severity="error",
        sentence=Words(
            "{what} does not lead to a file of the outline's folder",
            "{what}不在提纲所在的文件夹里",
        ),
        hint=Words(
            "include files beside the outline, such as topics.yaml",
            "请引入放在提纲旁边的文件，如 topics.yaml",
        ),
        means=Words(
            "Only files beside the outline or in a folder below it are included: an outline that "
            "somebody sends cannot reach anything else on the machine.",
            "只引入提纲旁边或其子文件夹里的文件：别人发来的提纲碰不到电脑上的其他文件。",
        ),
        wrong="include: [../topics.yaml]",
        right="include: [topics.yaml]",
    ),
    "include-unreadable": Message(
        severity="error",
        sentence=Words("{file} cannot be read: {why}", "读不了 {file}：{why}"),
        hint=Words(
            "check the name, or remove it from include", "请核对文件名，或把它从 include 里删去"
        ),
        means=Words(
            "A file that `include` lists has to be there, and readable.",
            "include 列出的文件须存在，并且可读。",
        ),
        wrong="include: [topic.yaml]",
        right="include: [topics.yaml]",
    ),
    "nested-include": Message(
        severity="error",
        sentence=Words("an included file cannot include others", "被引入的文件不能再引入别的文件"),
        hint=Words(
            "list the file in the outline's own include", "请把这个文件写进提纲自己的 include"
        ),
        means=Words(
            "Which files an outline consists of is said in one place, the outline's own `include`.",
            "提纲由哪些文件组成，只在提纲自己的 include 里写明，一处就能看全。",
        ),
        wrong="# topics.yaml\ninclude: [measures.yaml]",
        right="# outline.yaml\ninclude: [topics.yaml, measures.yaml]",
    ),
    "duplicate-part": Message(
        severity="error",
        sentence=Words(
            "“{part}” stands in {one} and in {other}", "“{part}”在 {one} 和 {other} 里都有"
        ),
        hint=Words("keep it in one of the two", "请只在一个文件里写"),
        means=Words(
            "A part of the outline (brief, figures, topics, deck …) stands whole in one file: "
            "nobody has to guess how two would be joined.",
            "提纲的每个部分（brief、figures、topics、deck 等）完整地写在一个文件里，不分两处拼接。",
        ),
        wrong="# outline.yaml\ninclude: [topics.yaml]\ntopics: []\n# topics.yaml\ntopics: []",
        right="# outline.yaml\ninclude: [topics.yaml]\n# topics.yaml\ntopics: []",
    ),
}

PHRASES: Mapping[str, Words] = {
    "times": Words("{character}, {count} times", "{character}，共 {count} 处"),
}
