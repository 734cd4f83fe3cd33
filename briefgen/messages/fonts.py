"""What is wrong with the font files that an outline names."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_STATIC = Words(
    "take the static TrueType version (.ttf) of it: only such outlines are drawn",
    "请换用它的静态 TrueType 版本（.ttf）：只有这种轮廓能画出来",
)
_DRAWN = Words(
    "The PDF embeds the glyphs that it shows, and can do so with static TrueType outlines only "
    "(the tables glyf and loca).",
    "PDF 会嵌入用到的字形，只支持静态的 TrueType 轮廓（glyf 和 loca 表）。",
)
_PROJECTS_FONT = Words(
    "A face is the name of a family that came with briefgen, or the path of a TrueType file in the "
    "project; nothing outside it is read.",
    "字体写 briefgen 自带的字体名，或项目里 TrueType 文件的路径；项目之外的文件不读。",
)

MESSAGES: Mapping[str, Message] = {
    "font-unknown-family": Message(
        severity="error",
        sentence=Words(
            "{file} is not a family that came with briefgen", "{file} 不是 briefgen 自带的字体"
        ),
        hint=Words(
            "{offer}; or give a font file of the project, such as fonts/Name-Regular.ttf",
            "{offer}；也可写项目里的字体文件，如 fonts/Name-Regular.ttf",
        ),
        means=_PROJECTS_FONT,
        wrong="faces: {print: [SimSun]}",
        right="faces: {print: [Noto Sans SC]}",
    ),
    "font-missing": Message(
        severity="error",
        sentence=Words("{file} is not there", "没有 {file} 这个文件"),
        hint=Words("put it into {folder}/, or mend its path", "请把它放进 {folder}/，或改正路径"),
        means=_PROJECTS_FONT,
        wrong="faces: {print: [fonts/Gone.ttf]}",
        right="faces: {print: [fonts/A.ttf]}",
    ),
    "font-unreadable": Message(
        severity="error",
        sentence=Words("{file} cannot be read: {why}", "读不了 {file}：{why}"),
        hint=Words("mend its path or its permissions", "请改正路径或读取权限"),
        means=Words(
            "The system does not let briefgen read the font file.",
            "系统不让 briefgen 读取这个字体文件。",
        ),
    ),
    "font-outside": Message(
        severity="error",
        sentence=Words("{file} lies outside the project", "{file} 在项目之外"),
        hint=Words("copy it into the project", "请把它复制到项目里"),
        means=_PROJECTS_FONT,
        wrong="faces: {print: [../Outside.ttf]}",
        right="faces: {print: [fonts/A.ttf]}",
    ),
    "font-not-a-file": Message(
        severity="error",
        sentence=Words("{file} is not a file", "{file} 不是文件"),
        hint=Words(
            "name a TrueType file (.ttf) of the project",
            "请指定项目里的一个 TrueType 文件（.ttf）",
        ),
        means=_PROJECTS_FONT,
        wrong="faces: {print: [fonts/]}",
        right="faces: {print: [fonts/A.ttf]}",
    ),
    "font-too-large": Message(
        severity="error",
        sentence=Words("{file} has {size} MB", "{file} 有 {size} MB"),
        hint=Words(
            "a font may have {most} MB; cut it to what is needed",
            "字体文件不能超过 {most} MB；请裁剪到需要的字",
        ),
        means=Words(
            "The largest faces of hanzi have about 30 MB; a larger file is something else.",
            "最大的汉字字体约 30 MB，更大的文件多半不是单个字体。",
        ),
    ),
    "font-no-font": Message(
        severity="error",
        sentence=Words("{file} is not a font", "{file} 不是字体文件"),
        hint=Words("name a TrueType file (.ttf)", "请指定一个 TrueType 文件（.ttf）"),
        means=_DRAWN,
    ),
    "font-postscript": Message(
        severity="error",
        sentence=Words(
            "{file} has PostScript outlines (OpenType CFF)",
            "{file} 用的是 PostScript 轮廓（OpenType CFF）",
        ),
        hint=_STATIC,
        means=_DRAWN,
        wrong="faces: {print: [fonts/Name-Regular.otf]}",
        right="faces: {print: [fonts/Name-Regular.ttf]}",
    ),
    "font-collection": Message(
        severity="error",
        sentence=Words("{file} is a collection of fonts", "{file} 是字体合集"),
        hint=Words(
            "save the one face that you need as a .ttf of its own",
            "请把要用的那一款单独存为 .ttf",
        ),
        means=Words(
            "A collection (.ttc) holds several faces; which one is meant, its name does not say.",
            "合集（.ttc）里有好几款字体，光看文件名分不清要用哪一款。",
        ),
        wrong="faces: {print: [fonts/Name.ttc]}",
        right="faces: {print: [fonts/Name-Regular.ttf]}",
    ),
    "font-web": Message(
        severity="error",
        sentence=Words(
            "{file} is packed for the web ({format})", "{file} 是网页用的压缩格式（{format}）"
        ),
        hint=_STATIC,
        means=_DRAWN,
        wrong="faces: {print: [fonts/Name-Regular.woff2]}",
        right="faces: {print: [fonts/Name-Regular.ttf]}",
    ),
    "font-variable": Message(
        severity="error",
        sentence=Words("{file} is a variable font", "{file} 是可变字体"),
        hint=Words(
            "take a static face of it, such as Name-Regular.ttf",
            "请换用它的静态字体，如 Name-Regular.ttf",
        ),
        means=Words(
            "A variable font holds all weights between two ends. Only its default would be shown, "
            "which in many is the thinnest.",
            "可变字体包含从细到粗的各种字重，这里只会显示默认的一种，往往是最细的。",
        ),
        wrong="faces: {print: ['fonts/Name[wght].ttf']}",
        right="faces: {print: [fonts/Name-Regular.ttf]}",
    ),
    "font-forbidden": Message(
        severity="error",
        sentence=Words(
            "{file} may not be embedded: its maker forbids it (OS/2 fsType)",
            "{file} 不能嵌入：厂商不允许（OS/2 fsType）",
        ),
        hint=Words(
            "take a face with an open licence, or ask its maker for one that may be embedded",
            "请换用开放授权的字体，或向厂商索取允许嵌入的版本",
        ),
        means=Words(
            "Every PDF embeds a part of its fonts. The field fsType of a font says whether its "
            "maker allows that (OpenType, OS/2).",
            "每份 PDF 都会嵌入字体的一部分；厂商是否允许，看字体的 fsType 字段（OS/2 表）。",
        ),
    ),
    "font-no-unicode": Message(
        severity="error",
        sentence=Words("{file} has no Unicode characters", "{file} 里没有 Unicode 字符"),
        hint=Words("take a face that is made for Unicode", "请换用按 Unicode 编码的字体"),
        means=Words(
            "Old symbol fonts number their glyphs in ways of their own: nobody could search or "
            "copy such a text.",
            "旧的符号字体自编字码，用它排的文字无法搜索、复制。",
        ),
    ),
    "font-damaged": Message(
        severity="error",
        sentence=Words("{file} is damaged", "{file} 已损坏"),
        hint=Words("take a new copy of it, or another face", "请重新取一份，或换用别的字体"),
        means=Words(
            "A table of the font is missing, cut off or contradicts another.",
            "字体里有的表缺失、不全，或彼此矛盾。",
        ),
    ),
}

PHRASES: Mapping[str, Words] = {}
