"""What in a finished file is not as it was meant."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.messages.entry import Message, Words

_REPORT = Words(
    "nothing is written; the content is not at fault: please report it with the outline",
    "没有写出任何文件；这不是内容的错，请连同提纲一起报告",
)
_MEANS = Words(
    "With --verify every finished file is opened again, by libraries that had no part in writing "
    "it, and held against what was to be in it. What differs is a fault of briefgen, or of the "
    "machine.",
    "加了 --verify，每份成品都用另外的程序库重新打开，与应有的内容逐项核对。"
    "有出入就是 briefgen 或这台机器的问题。",
)


def _fault(en: str, zh: str) -> Message:
    """Every fault has one meaning, and one thing to do about it."""
    return Message(severity="error", sentence=Words(en, zh), hint=_REPORT, means=_MEANS)


def _passage(en: str, zh: str) -> Message:
    """A fault of one passage of a page."""
    return _fault(f"{{file}}, {{page}}: {en} ({{what}} in {{place}})", f"{{file}}，{{page}}：{zh}")


MESSAGES: Mapping[str, Message] = {
    "verify-unreadable": _fault(
        "{file} cannot be read back: {why}", "{file} 写成之后读不回来：{why}"
    ),
    "verify-not-read": Message(
        severity="warning",
        sentence=Words(
            "{file} is not verified: it is no deck, no PDF and no text",
            "{file} 没有核对：它不是幻灯片、PDF 或文本",
        ),
        means=Words(
            "--verify opens decks and PDFs again, and looks for the outline's words in texts. "
            "Files of other formats are written as they are.",
            "--verify 会重新打开幻灯片和 PDF，并在文本文件里查找提纲的文字；"
            "其他格式的文件直接写出。",
        ),
    ),
    "verify-order": _fault(
        "page {number} stands after one of a later slide", "第 {number} 页排到了后面的幻灯片之后"
    ),
    "verify-promise": _fault(
        "{file}: “{words}” of the outline is missing{pages}",
        "{file}：提纲里的“{words}”不见了{pages}",
    ),
    "verify-misplaced": _fault(
        "{file}, {page}: it shows what {other} should", "{file}，{page}：这里是别的页的内容"
    ),
    "verify-page-missing": _fault("{file}: {page} is missing", "{file}：缺{page}"),
    "verify-page-extra": _fault("{file}: {page} was not expected", "{file}：多出{page}"),
    "verify-hidden": _fault(
        "{file}, {page}: it was to be hidden, and is shown", "{file}，{page}：应当隐藏，却没有隐藏"
    ),
    "verify-shown": _fault(
        "{file}, {page}: it was to be shown, and is hidden", "{file}，{page}：不该隐藏，却隐藏了"
    ),
    "verify-changed": _passage(
        "expected “{expected}”, found “{found}”", "{what}应为“{expected}”，实为“{found}”"
    ),
    "verify-missing": _passage("“{words}” is missing", "{what}“{words}”不见了"),
    "verify-doubled": _passage("“{words}” is there once too often", "{what}“{words}”多了一处"),
    "verify-moved": _passage("“{words}” is out of its order", "{what}“{words}”的次序错了"),
    "verify-unexpected": _passage("“{words}” was not expected", "{what}“{words}”不该出现"),
}

PHRASES: Mapping[str, Words] = {
    "on-pages": Words(" (page {pages})", "（第 {pages} 页）"),
    "kind-text": Words("text", "文字"),
    "kind-cell": Words("table cell", "单元格"),
    "kind-series": Words("chart series", "图表系列"),
    "kind-point": Words("chart value", "图表数值"),
    "kind-workbook": Words("workbook cell", "工作簿单元格"),
    "kind-note": Words("speaker's note", "备注"),
    "kind-alt": Words("alternative text", "替代文字"),
    "kind-link": Words("link", "链接"),
    "kind-picture": Words("picture", "图片"),
    "kind-bookmark": Words("bookmark", "书签"),
}
