"""What is wrong with a value: a choice, a number, a date, a text and its languages."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

MESSAGES: Mapping[str, Message] = {
    "bad-choice": Message(
        severity="error",
        sentence=Words("“{found}” is not one of the choices", "“{found}”不在可选之列"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "This field takes one of a few words, spelled exactly.",
            "这个字段只能从几个词里选一个，须逐字相同。",
        ),
        wrong="brief: {transitions: wipe}",
        right="brief: {transitions: fade}",
    ),
    "not-yes-or-no": Message(
        severity="error",
        sentence=Words(
            "yes or no is expected here, not {found}",
            "这里应写 yes 或 no，而不是{found}",
        ),
        hint=Words("write yes or no", "改为 yes 或 no"),
        means=Words(
            "The field switches something on or off. yes, no, true and false are understood; other "
            "words are not guessed at.",
            "这个字段是开关，只认 yes、no、true、false，别的写法不作猜测。",
        ),
        wrong="brief: {bilingual: 好}",
        right="brief: {bilingual: yes}",
    ),
    "unknown-language": Message(
        severity="error",
        sentence=Words("there is no language {found}", "{found}不是可用的语言"),
        hint=Words("write zh-Hans, zh-Hant or en", "改为 zh-Hans、zh-Hant 或 en"),
        means=Words(
            "Contents are in simplified Chinese (zh-Hans, or zh), traditional Chinese (zh-Hant) or "
            "English (en): for these there are faces, line breaking and words of our own.",
            "内容可用简体中文（zh-Hans 或 zh）、繁体中文（zh-Hant）或英文（en），"
            "字体、断行和固定用语都按这三种准备。",
        ),
        wrong="brief: {language: fr}",
        right="brief: {language: en}",
    ),
    "choice-of-other-language": Message(
        severity="error",
        sentence=Words(
            "“{key}: {value}” is not for readers of {language}",
            "“{key}: {value}”不适用于{language}读者",
        ),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "A region or the form of the quotes belongs to one language: hk, mo and tw to "
            "traditional Chinese, gb and us to English. An audience's choice has to fit its own.",
            "地区和引号样式各属一种语言：hk、mo、tw 用于繁体中文，gb、us 用于英文。"
            "受众选的须与自己的语言相配。",
        ),
        wrong="# audiences/overseas.yaml\nlanguage: en\nregion: hk",
        right="# audiences/overseas.yaml\nlanguage: en\nregion: gb",
    ),
    "bad-form": Message(
        severity="error",
        sentence=Words("“{found}” is not in the right form", "“{found}”的写法不对"),
        hint=Words("write {form}", "改为{form}"),
        means=Words(
            "The value has to be written in a certain form, so that it can be used as it stands: "
            "as a name of files, a date, a path, a share.",
            "这个值要按一定的写法，才能直接用作文件名、日期、路径或比例。",
        ),
        wrong="brief: {date: 明年2月}",
        right="brief: {date: 2024-02}",
    ),
    "bad-date": Message(
        severity="error",
        sentence=Words("the calendar has no {date}", "日历上没有 {date}"),
        hint=Words("write a date such as 2024-02-21", "改为真实的日期，如 2024-02-21"),
        means=Words(
            "The date is well formed, but there is no such month or day.",
            "日期的写法没错，但没有这个月份或这一天。",
        ),
        wrong="brief: {date: 2024-02-30}",
        right="brief: {date: 2024-02-29}",
    ),
    "bad-size": Message(
        severity="error",
        sentence=Words("slides cannot be as large as “{found}”", "幻灯片不能是“{found}”这么大"),
        hint=Words("make each side 10 to 142 cm", "宽和高都取 10 到 142 厘米"),
        means=Words(
            "PowerPoint opens no slides of more than 142 cm; on less than 10 cm nothing is read.",
            "PowerPoint 打不开边长超过 142 厘米的幻灯片；不到 10 厘米的，什么也看不清。",
        ),
        wrong="slides: {size: 9cm x 5cm}",
        right="slides: {size: 32cm x 18cm}",
    ),
    "reserved-name": Message(
        severity="error",
        sentence=Words(
            "“{name}” is a name that Windows keeps for itself",
            "“{name}”是 Windows 保留的名称",
        ),
        hint=Words("choose another", "另取一个"),
        means=Words(
            "con, prn, aux, nul, com1 to com9 and lpt1 to lpt9 name devices on Windows, whatever "
            "the ending; a file of that name cannot be opened there.",
            "con、prn、aux、nul、com1 至 com9、lpt1 至 lpt9 在 Windows 里指设备，不论扩展名是什么，"
            "叫这些名字的文件都打不开。",
        ),
        wrong="brief: {slug: con}",
        right="brief: {slug: conference}",
    ),
    "unknown-icon": Message(
        severity="error",
        sentence=Words("there is no icon “{name}”", "没有“{name}”这个图标"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "Icons are named by the files of the folder assets/icons, without their endings.",
            "图标的名称就是 assets/icons 文件夹里的文件名，不带扩展名。",
        ),
        wrong="deck: [{kind: section, title: 怎么干, icon: compas}]",
        right="deck: [{kind: section, title: 怎么干, icon: compass}]",
    ),
    "not-terms": Message(
        severity="error",
        sentence=Words(
            "“word: word” lines are expected here, not {found}",
            "这里应逐行写“词: 词”，而不是{found}",
        ),
        hint=Words("write a term, a colon, and its wording", "先写原词，再写冒号和替换的词"),
        means=Words(
            "Each line says how one term is to be written instead.",
            "每一行写明一个词换成什么写法。",
        ),
        wrong="brief: {language: zh-Hant}\ntraditional: [軟件]",
        right="brief: {language: zh-Hant}\ntraditional: {软件: 軟件}",
    ),
    "not-a-whole-number": Message(
        severity="error",
        sentence=Words("{found} is not a whole number", "{found}不是整数"),
        hint=Words("write one such as 3", "改为整数，如 3"),
        means=Words(
            "The field counts something, in digits 0–9 without a fraction.",
            "这个字段用来计数，只用数字 0–9，不带小数。",
        ),
        wrong="deck:\n  - kind: table\n    title: 对照\n    header: [项目, 数值]\n"
        "    rows: [[甲, 乙]]\n    widths: [1.5, 2]",
        right="deck:\n  - kind: table\n    title: 对照\n    header: [项目, 数值]\n"
        "    rows: [[甲, 乙]]\n    widths: [3, 4]",
    ),
    "not-a-number": Message(
        severity="error",
        sentence=Words("{found} is not a number", "{found}不是数"),
        hint=Words("write one such as 3 or 2.5", "改为数，如 3 或 2.5"),
        means=Words(
            "The field is a bare number, in digits 0–9 with a decimal point, without a unit.",
            "这个字段只写数，用数字 0–9 和小数点，不带单位。",
        ),
    ),
    "not-a-word": Message(
        severity="error",
        sentence=Words("words are expected here, not {found}", "这里应写文字，而不是{found}"),
        hint=Words("write them in one line", "写成一行文字"),
        means=Words(
            "The field is a plain string of characters, the same in every language.",
            "这个字段就是一串字符，各种语言都一样。",
        ),
        wrong="brief: {slug: [demo]}",
        right="brief: {slug: demo}",
    ),
    "not-a-text": Message(
        severity="error",
        sentence=Words("a text is expected here, not {found}", "这里应写一段文字，而不是{found}"),
        hint=Words("{right}", "{right}"),
        means=Words(
            "What is shown here is one text: a string, or a map of languages whose values are "
            "strings.",
            "这里显示的是一段文字：可以是一个字符串，也可以按语言分列，每种语言一个字符串。",
        ),
        wrong="brief: {title: [园区, 新面貌]}",
        right="brief: {title: 园区新面貌}",
    ),
    "empty-text": Message(
        severity="error",
        sentence=Words("“text” has no words", "“text”后面没有文字"),
        hint=Words("write them after “text: ”", "在“text: ”后面写上文字"),
        means=Words(
            "A text with a shorter wording has both: “text” is what is shown, “short” stands in "
            "for it where room is scarce.",
            "带简短写法的文字两样都要有：平常显示“text”，地方不够时用“short”。",
        ),
        wrong="brief: {title: {text: , short: 新面貌}}",
        right="brief: {title: {text: 园区新面貌, short: 新面貌}}",
    ),
    "not-a-text-key": Message(
        severity="error",
        sentence=Words("“{key}” is not a key of a text", "一段文字里没有“{key}”这个键"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "A text is a string, or one for each language (zh, zh-Hant, en), or “text” with a "
            "“short” wording. There are no other keys.",
            "一段文字可以是一个字符串，可以按语言分列（zh、zh-Hant、en），也可以是“text”加“short”，"
            "没有别的键。",
        ),
        wrong="brief: {title: {zh: 园区新面貌, eng: The Parks Renewed}}",
        right="brief: {title: {zh: 园区新面貌, en: The Parks Renewed}}",
    ),
    "language-twice": Message(
        severity="error",
        sentence=Words(
            "“{key}” is there twice: zh and zh-Hans are the same",
            "“{key}”写了两遍：zh 和 zh-Hans 是同一种语言",
        ),
        hint=Words("remove one of them", "删去其中一个"),
        means=Words(
            "zh is the short form of zh-Hans, simplified Chinese. Of two wordings in one language "
            "none is chosen.",
            "zh 是 zh-Hans（简体中文）的简写。同一种语言写了两种说法，程序不替你选。",
        ),
        wrong="brief: {title: {zh: 园区新面貌, zh-Hans: 新面貌}}",
        right="brief: {title: {zh: 园区新面貌, en: The Parks Renewed}}",
    ),
    "unquoted-braces": Message(
        severity="error",
        sentence=Words(
            "YAML takes {written} for a mapping",
            "YAML 把 {written} 当成了一组“键: 值”",
        ),
        hint=Words(
            "a text that begins with {{ needs double quotes around the whole text",
            "以 {{ 开头的文字，整段要加双引号",
        ),
        means=Words(
            "In YAML a brace at the beginning of a value opens a mapping. Within a text, and in "
            "quotes, braces are characters like others.",
            "在 YAML 里，值以花括号开头就是一组“键: 值”；花括号在文字中间或引号里才是普通字符。",
        ),
        wrong="brief: {title: {output}}",
        right='brief: {title: "{output}"}',
    ),
    "lone-brace": Message(
        severity="error",
        sentence=Words("“{brace}” stands alone", "“{brace}”没有配对"),
        hint=Words(
            "for a brace in the text write {twice}",
            "要在文字里显示花括号，写成 {twice}",
        ),
        means=Words(
            "Braces around an id stand for a figure of the ledger. A single one is more likely a "
            "slip than a character to be shown.",
            "花括号里写编号，就换成台账里的数字。只有一半的花括号多半是笔误，不会照样显示。",
        ),
        wrong="brief: {title: '产值{output'}",
        right="brief: {title: '产值{output}'}",
    ),
    "empty-braces": Message(
        severity="error",
        sentence=Words("“{{}}” names no figure", "“{{}}”里没有编号"),
        hint=Words("write a figure's id between the braces", "在花括号里写上数字的编号"),
        means=Words(
            "Braces stand for a figure of the ledger, which is named by its id.",
            "花括号代表台账里的一个数字，用编号指明是哪一个。",
        ),
        wrong="brief: {title: '产值{}'}",
        right="brief: {title: '产值{output}'}",
    ),
    "unknown-brace-form": Message(
        severity="error",
        sentence=Words(
            "“{written}” asks for a form that there is not",
            "没有“{written}”这种写法",
        ),
        hint=Words(
            "write {{{id}}}, {{{id}:number}} or {{{id}:signed}}",
            "改为 {{{id}}}、{{{id}:number}} 或 {{{id}:signed}}",
        ),
        means=Words(
            "A figure is written in full, with its qualifier and unit, or with “:number” as number "
            "and unit alone, where the sentence says the qualifier itself; with “:signed” a fall "
            "has a minus instead of its word.",
            "数字默认连同限定词和单位一起写出；句子里已有限定词时，加“:number”，只写数和单位；"
            "加“:signed”，下降的数写成负数。",
        ),
        wrong="brief: {title: '产值{output:short}'}",
        right="brief: {title: '产值{output:number}'}",
    ),
    "wide-commas": Message(
        severity="warning",
        sentence=Words(
            "{found} is one item of the list: full-width commas part none",
            "{found} 算作列表的一项：全角逗号不分项",
        ),
        hint=Words(
            "write half-width commas between items; put one text with commas in double quotes",
            "要分项就用半角逗号；本来就是一句话，就放进双引号",
        ),
        means=Words(
            "In a list in brackets half-width commas part the items; full-width ones are part of "
            "the words.",
            "方括号里的列表用半角逗号分项；全角逗号是文字的一部分。",
        ),
        wrong="deck:\n- {kind: bullets, title: 要点, points: [稳增长，抓创新]}",
        right="deck:\n- {kind: bullets, title: 要点, points: [稳增长, 抓创新]}",
    ),
    "wide-brackets": Message(
        severity="error",
        sentence=Words(
            "a list is expected here; {found} stands in full-width brackets",
            "这里要写一个列表，{found} 用的是全角括号",
        ),
        hint=Words(
            "write half-width [ ] and commas, or each item in a line of its own after “- ”",
            "改用半角的 [ ] 和逗号，或者每项另起一行，以“- ”开头",
        ),
        means=Words(
            "A list stands in half-width square brackets, with half-width commas between items.",
            "列表写在半角方括号里，各项之间用半角逗号。",
        ),
        wrong="deck:\n- {kind: bullets, title: 两点, points: 【稳增长，抓创新】}",
        right="deck:\n- {kind: bullets, title: 两点, points: [稳增长, 抓创新]}",
    ),
    "missing-translation": Message(
        severity="error",
        sentence=Words(
            "“{words}” {state}, and {reader} {language}",
            "“{words}”{state}，而{reader}{language}",
        ),
        many=Words(
            "{count} texts are not there in the audience's language: {first}",
            "有{count}处文字没有受众所用语言的写法：{first}",
        ),
        item="words",
        hint=Words("{mend}", "{mend}"),
        means=Words(
            "Everything that an audience sees is in its language. Simplified Chinese is converted "
            "to traditional; between Chinese and English nothing is translated by machine.",
            "给受众看的内容须全是该受众的语言。简体可以自动转成繁体，中英文之间不作机器翻译。",
        ),
        wrong="brief: {title: {zh: 园区新面貌}, language: en}",
        right="brief: {title: {zh: 园区新面貌, en: The Parks Renewed}, language: en}",
    ),
    "converted": Message(
        severity="note",
        sentence=Words(
            "from here on, {count} {count:text is|texts are} converted to traditional Chinese",
            "从这里起，有 {count} 处文字由程序转换成了繁体",
        ),
        hint=Words(
            "add zh-Hant: … to a text, or a term to “traditional:”, where it should read otherwise",
            "哪处要换写法，就给它加上 zh-Hant: …，或在“traditional:”里加上这个词",
        ),
        means=Words(
            "For readers of traditional Chinese, texts without a wording of their own are "
            "converted, in the terms of the region. A person should read them once.",
            "读者用繁体时，没有单独写繁体的文字按所在地区的用词转换，定稿前请人看一遍。",
        ),
        wrong="brief: {title: {zh: 软件产业}, language: zh-Hant}",
        right="brief: {title: {zh: 软件产业, zh-Hant: 軟體產業}, language: zh-Hant}",
    ),
}

PHRASES: Mapping[str, Words] = {
    "in-both": Words("{en}", "{zh}"),
    "simplified-chinese": Words("simplified Chinese", "简体中文"),
    "traditional-chinese": Words("traditional Chinese", "繁体中文"),
    "english": Words("English", "英文"),
    # Of a text that lacks a language: what it has, who wants it, and what to do.
    "in-one-language": Words("is in {language} only", "只有{language}"),
    "no-other-wording": Words("has no other wording", "没有别的语言的写法"),
    "the-audience-reads": Words("the audience reads", "受众看的是"),
    "audience-reads": Words("{audience} reads", "{audience}看的是"),
    "second-lines-are-in": Words("the titles' second lines are in", "标题第二行用的是"),
    "write-both-several": Words(
        "`briefgen translate AUDIENCE` lists them to be filled in, and merges them back",
        "运行 `briefgen translate 受众` 得到待译清单，填好后合并回来",
    ),
    "add-wording-several": Words(
        "`briefgen translate AUDIENCE` lists them to be filled in, and merges them back",
        "运行 `briefgen translate 受众` 得到待译清单，填好后合并回来",
    ),
    "write-both": Words(
        "write {{{written}: …, {wanted}: …}}, or set it in the audience's file",
        "写成 {{{written}: …, {wanted}: …}}，或在该受众的文件里另写",
    ),
    "add-wording": Words("add {wanted}: …", "加上 {wanted}: …"),
    "and-alike": Words("{names} …", "{names} 等"),
    # Of a choice that belongs to another language.
    "write-choice": Words("write {choices:or}", "改为 {choices:or}"),
    "remove-choice": Words("remove it, or set “language:”", "删去，或写明“language:”"),
}
