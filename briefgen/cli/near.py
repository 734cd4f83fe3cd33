"""Turn characters that a console cannot show into the nearest that it can: an error handler.

A Chinese Windows console is in code page 936 (GBK), an older one elsewhere in one of its own. What
has no near character is a □ there where the code page has it, else an escape.
"""

from __future__ import annotations

import codecs
from unicodedata import category, combining, normalize

NAME = "briefgen-near"
# What stands for signs that have no decomposition (Unicode 15, 6.2 and 22.5).
_NEAR = {
    "−": "-",
    "‑": "-",
    "‐": "-",
    "–": "-",
    "—": "-",
    "‹": "<",
    "›": ">",
    "•": "·",
    "◦": "·",
    "▪": "·",
    "‧": "·",
    "・": "·",
    "·": ".",
    "✓": "√",
    "✔": "√",
    "☑": "√",
    "✗": "×",
    "✘": "×",
    "☐": "□",
    "◉": "◎",
    "→": "->",
    "←": "<-",
    "▶": ">",
    "➢": ">",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "„": '"',
    "…": "...",
    "€": "EUR",
    "¥": "￥",
    "£": "￡",
    "№": "No.",
    "\u00a0": " ",
    "\u200b": "",
    "\ufeff": "",
    "│": "|",
    "─": "-",
    "┃": "|",
    "━": "-",
}
# How Chinese, Japanese and Korean code pages are called.
_WIDE = ("gb", "big5", "cp9", "hz", "euc", "shift", "iso2022")


def near(error: UnicodeError) -> tuple[str, int]:
    """The nearest characters of the encoding for those that it lacks, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    found = "".join(_one(char, error.encoding) for char in error.object[error.start : error.end])
    return found, error.end


def _one(char: str, encoding: str) -> str:
    plain = normalize("NFKD", char)
    bare = "".join(each for each in plain if not combining(each)).replace("⁄", "/")
    for each in (_NEAR.get(char), _NEAR.get(bare), bare if bare != char else None):
        if each is not None and _has(encoding, each):
            return each
    if combining(char) or category(char) == "Cf":
        return ""
    # Nobody reads an escape; a box says that a character stands there.
    if encoding.lower().replace("_", "").startswith(_WIDE) and _has(encoding, "□"):
        return "□"
    return char.encode("ascii", "backslashreplace").decode("ascii")


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def register() -> str:
    """Make the handler known to Python; the name by which streams ask for it."""
    codecs.register_error(NAME, near)
    return NAME
