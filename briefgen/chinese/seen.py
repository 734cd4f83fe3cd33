"""Turn a text into whether anybody sees something of it."""

from __future__ import annotations

from unicodedata import category

from briefgen.patterns import pattern

# What prints nothing by itself, beside spaces and controls, as the inside of a class of a regular
# expression: the characters that Unicode calls default ignorable (DerivedCoreProperties: soft
# hyphen, joiners, fillers of Hangul, variation selectors, tags, what is unassigned among them),
# marks of interlinear notes, and the pattern of Braille that has no dot.
UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d159"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_UNSEEN = pattern(f"[{UNSEEN}]")


def without_unseen(text: str) -> str:
    """A text without the characters that print nothing."""
    return text if text.isascii() else _UNSEEN.sub("", text)


def is_blank(text: str) -> bool:
    """Whether a text says nothing that is seen: it is empty, or of spaces, controls, and characters
    that print nothing.

    >>> is_blank(""), is_blank(" \\u3164\\ufe0f"), is_blank("。")
    (True, True, False)
    """
    words = text.strip()
    # Most begin with what is seen.
    return not words or not (_is_seen(words[0]) or any(map(_is_seen, words)))


def _is_seen(char: str) -> bool:
    if char.isascii():
        return " " < char < "\x7f"
    return not (char.isspace() or _UNSEEN.match(char) or category(char) in ("Cc", "Cf"))
