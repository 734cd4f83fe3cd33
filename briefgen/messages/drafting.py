"""What is wrong with a file that a draft is to be made from, and what a draft says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import NOTHING, Message, Severity, Words

_FROM = Words(
    "`briefgen new DIR --from FILE` reads a text, Markdown, Word, PowerPoint or PDF file and "
    "drafts a project from it. The file is somebody's: what it claims is judged before it is "
    "unpacked, and nothing in it is run.",
    "`briefgen new 文件夹 --from 文件` 读取文本、Markdown、Word、PowerPoint 或 PDF，据此起草项目。"
    "文件可能来自别人：先核对它声称的大小再展开，里面的任何程序都不运行。",
)
_SAVE_AGAIN = Words(
    "open it in the program that made it, and save it again under a new name",
    "请用原来的软件打开，另存为新文件",
)


def _entry(severity: Severity, sentence: Words, hint: Words = NOTHING) -> Message:
    return Message(severity=severity, sentence=sentence, hint=hint, means=_FROM)


MESSAGES: Mapping[str, Message] = {
    "draft-no-file": _entry(
        "error",
        Words("there is no file {file}", "没有 {file} 这个文件"),
        Words("name a file behind --from", "请在 --from 后面写文件的路径"),
    ),
    "draft-unreadable": _entry(
        "error", Words("{file} cannot be read: {why}", "读不了 {file}：{why}")
    ),
    "draft-too-large": _entry(
        "error",
        Words("{file} is larger than {most} MB", "{file} 超过 {most} MB"),
        Words("make its pictures smaller, or part it", "请压缩其中的图片，或拆成几个文件"),
    ),
    "draft-empty": _entry("error", Words("{file} is empty", "{file} 是空的")),
    "draft-unknown-format": _entry(
        "error",
        Words("{file} is in a format that is not read", "{file} 的格式不在支持之列"),
        Words("drafts are made from {endings:or}", "起草可用的格式：{endings}"),
    ),
    "draft-other-program": _entry(
        "error",
        Words(
            "{file} is in an older format, or that of another program",
            "{file} 是旧格式，或其他软件的格式",
        ),
        Words(
            "open it and save it as one of {endings:or}; for a .doc or .wps that is .docx",
            "请打开后另存为 {endings:or}；.doc、.wps 存为 .docx",
        ),
    ),
    "draft-old-office": _entry(
        "error",
        Words("{file} is in the old format of Office", "{file} 是 Office 的旧格式"),
        Words("save it as .docx or .pptx", "请另存为 .docx 或 .pptx"),
    ),
    "draft-not-office": _entry(
        "error",
        Words(
            "{file} is not what its ending says: no Word or PowerPoint file",
            "{file} 与扩展名不符：不是 Word 或 PowerPoint 文件",
        ),
        _SAVE_AGAIN,
    ),
    "draft-not-pdf": _entry(
        "error",
        Words("{file} is no PDF", "{file} 不是 PDF"),
        Words("give it the ending of what it is", "请改成与内容相符的扩展名"),
    ),
    "draft-no-text-file": _entry(
        "error",
        Words("{file} is no text file", "{file} 不是文本文件"),
        Words("give it the ending of what it is", "请改成与内容相符的扩展名"),
    ),
    "draft-encrypted": _entry(
        "error",
        Words("{file} is protected by a password", "{file} 有密码保护"),
        Words("save a copy without a password", "请另存一份不带密码的"),
    ),
    "draft-damaged": _entry(
        "error",
        Words("{file} is damaged or cut off: {why}", "{file} 已损坏或不完整：{why}"),
        Words("copy it again, or save it under a new name", "请重新复制，或另存为新文件"),
    ),
    "draft-cut-off": _entry(
        "error",
        Words("{file} is cut off: its end is missing", "{file} 不完整：结尾缺失"),
        Words("copy or download it again", "请重新复制或下载"),
    ),
    "draft-bomb": _entry(
        "error",
        Words(
            "{file} expands to more than any document needs, and is not read",
            "{file} 展开后大得不像文档，不予读取",
        ),
        _SAVE_AGAIN,
    ),
    "draft-doctype": _entry(
        "error",
        Words(
            "{file} declares a document type, which no Office file has, and is not read",
            "{file} 里有文档类型声明（DOCTYPE），Office 文件没有这个，不予读取",
        ),
        _SAVE_AGAIN,
    ),
    "draft-many-pages": _entry(
        "error",
        Words("{file} has {pages} pages, more than {most}", "{file} 有 {pages} 页，多于 {most} 页"),
        Words("part it into several files", "请拆成几个文件"),
    ),
    "draft-scanned": _entry(
        "error",
        Words(
            "{file} has no text: its {pages} {pages:page is a picture|pages are pictures}",
            "{file} 里没有文字：它的 {pages} 页都是图片（扫描件）",
        ),
        Words(
            "recognise its text with a scanner's or PDF program (OCR), and save it again",
            "请先用扫描软件或 PDF 软件识别文字（OCR），再保存",
        ),
    ),
    "draft-no-words": _entry(
        "error", Words("{file} has no words to draft from", "{file} 里没有可以起草的文字")
    ),
    "draft-unset-script": _entry(
        "error",
        Words(
            "{file} is written in letters that briefgen does not set",
            "{file} 用的文字 briefgen 排不了",
        ),
        Words(
            "drafts are made of Chinese, English and other languages in Latin letters",
            "可以起草的是中文、英文和其他用拉丁字母的文字",
        ),
    ),
    "draft-scanned-pages": _entry(
        "warning",
        Words(
            "pages {pages:and} have no text, and are not in the draft",
            "第 {pages:and} 页没有文字，未收入草稿",
        ),
    ),
    "draft-macros": _entry(
        "note",
        Words(
            "the file has macros; they were not run, and are not in the draft",
            "文件里有宏；没有运行，也没有收入草稿",
        ),
    ),
    "draft-left-out": _entry(
        "note",
        Words(
            "the draft has {slides} {slides:slide|slides}; what stands on none is in {file}: "
            "{headings} {headings:heading|headings}, {words} {words:character|characters}",
            "草稿有 {slides} 页；没有上页的列在 {file}：{headings} 个标题，{words} 字",
        ),
        Words("move what you need into the outline", "需要的内容请移到提纲里"),
    ),
    "draft-pictures-left": _entry(
        "note",
        Words(
            "{count} {count:picture|pictures} cannot be shown, and {count:is|are} listed in {file}",
            "有 {count} 张图片无法显示，列在 {file}",
        ),
    ),
}

PHRASES: Mapping[str, Words] = {
    "draft-at-line": Words("line {number}", "第{number}行"),
    "draft-at-paragraph": Words("paragraph {number}", "第{number}段"),
    "draft-at-page": Words("page {number}", "第{number}页"),
    "draft-at-slide": Words("slide {number}", "第{number}页"),
    # What stands above the files of a draft.
    "draft-head": Words(
        "# A draft of {name}. Everything in it stands in that file; nothing was added.\n"
        "#   · Delete what you do not need: a slide reaches from “- id:” to the next one.\n"
        "#   · Change words as you like and save. `briefgen preview` shows what becomes of them,\n"
        "#     `briefgen build` makes deck and page, `briefgen kinds` tells the kinds of slides.\n"
        "#   · {{id}} is a number of the ledger, content/figures.yaml. Numbers that were not read\n"
        "#     surely stand as the source has them; `ledger: off` keeps `check` from listing them\n"
        "#     until you take it out.",
        "# 根据 {name} 起草。内容都出自原文，没有添加。\n"
        "#   · 不需要的就删：一页从“- id:”到下一个“- id:”为止。\n"
        "#   · 文字直接改，存盘即可。briefgen preview 边改边看，briefgen build 生成幻灯片和\n"
        "#     一页纸，briefgen kinds 列出有哪些页型。\n"
        "#   · {{编号}} 是台账里的数字，在 content/figures.yaml；没有把握的数字照原文保留。\n"
        "#     ledger: off 让 check 只计数、不逐个列出；定稿前删掉这一行，逐个核对。",
    ),
    "draft-head-ledger": Words(
        "# The numbers of the draft, each with the words of the source that it stands in.",
        "# 台账：草稿里的数字，每个都带着原文里的话。",
    ),
    "draft-head-left": Words(
        "<!-- What stands in {name} and not on the slides of the draft, in its order. -->",
        "<!-- {name} 里没有放进草稿的内容，按原文顺序。 -->",
    ),
}
