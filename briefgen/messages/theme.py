"""What is wrong with a theme: its file, its faces, its colours."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_FILE = Words(
    "A theme has a name in Chinese and English, a motif, the setting of its running text, faces "
    "and a palette; or it extends a shipped theme, and says only what differs.",
    "主题文件写明中英文名称（name）、图案（motif）、正文对齐（running-text）、字体（faces）和"
    "颜色（palette）；也可以沿用（extends）一个自带的主题，只写不同之处。",
)
_FACES = Words(
    "A deck names a face of the reader's machine (deck); a printed page embeds families that came "
    "with briefgen (print, and latin for Latin letters), asked in the order given.",
    "演示文稿只写字体名称（deck），用读者电脑上的字体；打印页嵌入 briefgen 自带的字体"
    "（print，拉丁字母另用 latin），按所列顺序取用。",
)
_PALETTE = Words(
    "Every token of the palette has a colour, so that each part of every page has one.",
    "颜色表里每个名称都要有颜色，页面的每一部分才都有颜色可用。",
)
_EXAMPLE = "extends: pearl-river\nname: {zh: 我司, en: Ours}\n"

MESSAGES: Mapping[str, Message] = {
    "no-theme": Message(
        severity="error",
        sentence=Words("there is no theme “{name}”", "没有主题“{name}”"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "Themes are named by their files, in lower-case letters, digits and hyphens: the "
            "shipped ones (`briefgen themes` lists them), and those in the folder themes beside "
            "the outline.",
            "主题以文件名为名，只用小写字母、数字和连字符：有自带的（`briefgen themes` 可列出），"
            "也有提纲旁 themes 文件夹里的。",
        ),
        wrong="brief: {theme: lingnam}",
        right="brief: {theme: lingnan}",
    ),
    "theme-not-shipped": Message(
        severity="error",
        sentence=Words("{found} is no shipped theme", "{found}不是自带的主题"),
        hint=Words("{offer}", "{offer}"),
        means=Words(
            "A project's theme may extend one that came with briefgen, and no other: what it "
            "stands on is always there.",
            "项目的主题只能沿用 briefgen 自带的主题，这样它的底子总是在的。",
        ),
        wrong="extends: perl-river\nname: {zh: 我司, en: Ours}",
        right=_EXAMPLE,
    ),
    "theme-outside": Message(
        severity="error",
        sentence=Words("{file} leads out of the project", "{file} 指向项目之外"),
        hint=Words("put a file in the place of the link", "用文件本身代替链接"),
        means=Words(
            "Only files of the project are read, and never through a link out of it.",
            "只读项目里的文件，不跟着链接到项目之外。",
        ),
    ),
    "theme-unreadable": Message(
        severity="error",
        sentence=Words("{file} cannot be read: {why}", "读不了 {file}：{why}"),
        means=Words(
            "The theme's file is there, but the system does not let briefgen read it.",
            "主题文件存在，但系统不让 briefgen 读取。",
        ),
    ),
    "theme-unknown-key": Message(
        severity="error",
        sentence=Words("a theme has no “{key}”", "主题里没有“{key}”这个键"),
        hint=Words("{offer}", "{offer}"),
        means=_FILE,
        wrong=_EXAMPLE + "colours: {primary: 0A6E31}",
        right=_EXAMPLE + "palette: {primary: 0A6E31, primary-dark: 064D22, on-dark: C9F0D2}",
    ),
    "theme-no-mapping": Message(
        severity="error",
        sentence=Words("a theme needs `{key}`, a mapping", "主题须有“{key}”，内容为一组“键: 值”"),
        means=_FILE,
        wrong="extends: pearl-river\nname: 我司",
        right=_EXAMPLE,
    ),
    "theme-motif": Message(
        severity="error",
        sentence=Words("no motif “{found}”", "没有图案“{found}”"),
        hint=Words("write {motifs:or}", "改为 {motifs:or}"),
        means=Words(
            "The motif is the drawing on covers and section pages.", "图案画在封面和分节页上。"
        ),
        wrong=_EXAMPLE + "motif: clouds",
        right=_EXAMPLE + "motif: waves",
    ),
    "theme-running-text": Message(
        severity="error",
        sentence=Words("running text is not set “{found}”", "正文没有“{found}”这种对齐方式"),
        hint=Words("write justified or ragged", "改为 justified（两端对齐）或 ragged（左对齐）"),
        means=Words(
            "Running text of the printed page is justified at both edges, or ragged at the right.",
            "打印页的正文可以两端对齐，也可以左对齐、右边不齐。",
        ),
        wrong=_EXAMPLE + "running-text: centred",
        right=_EXAMPLE + "running-text: ragged",
    ),
    "theme-face-missing": Message(
        severity="error",
        sentence=Words("`faces` needs `{key}`", "“faces”里缺少“{key}”"),
        hint=Words("name a face there", "在那里写上字体名称"),
        means=_FACES,
        wrong=_EXAMPLE + "faces: {print: []}",
        right=_EXAMPLE + "faces: {print: [Noto Sans SC]}",
    ),
    "theme-unknown-family": Message(
        severity="error",
        sentence=Words(
            "there is no family “{family}” in assets/fonts", "assets/fonts 里没有字体“{family}”"
        ),
        hint=Words(
            "name a family that came with briefgen, such as Noto Sans SC",
            "改为 briefgen 自带的字体，如 Noto Sans SC",
        ),
        means=_FACES,
        wrong=_EXAMPLE + "faces: {print: [SimSun]}",
        right=_EXAMPLE + "faces: {print: [Noto Sans SC]}",
    ),
    "theme-unknown-token": Message(
        severity="error",
        sentence=Words("no token “{token}”", "颜色表里没有“{token}”这个名称"),
        hint=Words("{offer}", "{offer}"),
        means=_PALETTE,
        wrong=_EXAMPLE + "palette: {primery: 0A6E31}",
        right=_EXAMPLE + "palette: {primary: 0A6E31, primary-dark: 064D22, on-dark: C9F0D2}",
    ),
    "theme-no-colour": Message(
        severity="error",
        sentence=Words("{found} is not a colour", "{found}不是颜色"),
        hint=Words("write six hexadecimal digits, such as A8161C", "改为六位十六进制数，如 A8161C"),
        means=Words(
            "Colours are sRGB: two hexadecimal digits each for red, green and blue.",
            "颜色用 sRGB 表示：红、绿、蓝各两位十六进制数。",
        ),
        wrong=_EXAMPLE + "palette: {primary: green}",
        right=_EXAMPLE + "palette: {primary: 0A6E31, primary-dark: 064D22, on-dark: C9F0D2}",
    ),
    "theme-colour-missing": Message(
        severity="error",
        sentence=Words("the palette lacks `{token}`", "颜色表里缺少“{token}”"),
        hint=Words(
            "give it a colour, or extend a shipped theme",
            "补上它的颜色，或沿用（extends）一个自带的主题",
        ),
        means=_PALETTE,
        wrong="name: {zh: 我司, en: Ours}\n"
        "faces: {deck: Noto Sans SC, print: [Noto Sans SC]}\npalette: {ink: '000000'}",
        right=_EXAMPLE + "palette: {ink: '000000'}",
    ),
    "contrast": Message(
        severity="error",
        sentence=Words(
            "{text} on {ground} has a contrast of {got}",
            "{ground} 上的 {text} 对比度只有 {got}",
        ),
        hint=Words("at least {least} is needed to be readable", "要看得清，至少须有 {least}"),
        means=Words(
            "Text needs a contrast of 4.5 to its ground, marks that carry meaning 3 (WCAG 2.2, "
            "1.4.3 and 1.4.11): with less, many readers cannot read it, on paper or screen.",
            "文字与底色的对比度至少 4.5，有含义的图形至少 3（WCAG 2.2，1.4.3 和 1.4.11）；"
            "再低，许多人在纸上或屏幕上就看不清。",
        ),
        wrong=_EXAMPLE + "palette: {primary: 9FD8A0}",
        right=_EXAMPLE + "palette: {primary: 0A6E31, primary-dark: 064D22, on-dark: C9F0D2}",
    ),
    "confusion": Message(
        severity="error",
        sentence=Words("{one} and {other} look alike: {who}", "{one} 和 {other} 难以区分（{who}）"),
        hint=Words("make one of them much lighter or darker", "把其中一个改得浅很多或深很多"),
        means=Words(
            "The series of a chart are told apart by colour. They have to differ for readers with "
            "a colour vision deficiency, and on a grey print.",
            "图表靠颜色区分各个系列，色觉异常的读者要分得清，黑白打印也要分得清。",
        ),
        wrong=_EXAMPLE + "palette: {chart1: A8161C, chart2: 9A2A30}",
        right=_EXAMPLE,
    ),
}

PHRASES: Mapping[str, Words] = {
    "protanopia": Words("protanopia", "红色盲"),
    "deuteranopia": Words("deuteranopia", "绿色盲"),
    "tritanopia": Words("tritanopia", "蓝色盲"),
    "greyscale": Words("greyscale", "黑白打印"),
}
