"""Turn neighbouring characters into the places where their spacing changes.

Every function gives positions in a text; how much is added or taken there depends on the size of
the type and is the paragraph's business. All are cached: a text is looked at once, however many
sizes and widths it is tried at.
"""

from __future__ import annotations

from functools import lru_cache

from briefgen.patterns import pattern

# Full-width marks whose right half, or left half, is blank in the faces of mainland China; CLREQ
# lets that half go at a line's end or start and beside another mark ("punctuation width
# adjustment").
CLOSERS = frozenset("，。、；：！？）》〉」』】〕〗’”．")
OPENERS = frozenset("（《〈「『【〔〖‘“")
QUOTES = frozenset("‘’“”")

_CLOSER, _OPENER = (f"[{''.join(sorted(marks))}]" for marks in (CLOSERS, OPENERS))
# Any letter of the scripts above U+1FFF: hanzi, kana. (A class of all hanzi compiles slowly.)
_HAN = r"(?:(?=\w)[^\x00-\u1fff])"
_LETTER = "[0-9A-Za-z%$€£°\u00c0-\u024f\u0370-\u04ff]"

_ADJACENT = pattern(rf"{_CLOSER}(?={_CLOSER}|{_OPENER})|{_OPENER}(?={_OPENER})")
_BOUNDARY = pattern(rf"{_HAN}(?={_LETTER})|{_LETTER}(?={_HAN})")
_APOSTROPHE = pattern(r"(?<=[A-Za-z])’(?=[A-Za-z])")
_CURLY = pattern("[‘’“”]")
_WESTERN = pattern(r"[!-~\u00a1-\u024f\u0370-\u04ff\u2030]+")
_HAN_ONE = pattern(_HAN)
_SOLID = "[!-~\u00a1-\u024f\u0370-\u04ff‘’“”—…⸺]"
_FIXED = pattern(rf"(?<={_SOLID})(?={_SOLID})")


@lru_cache(maxsize=8192)
def adjacent_marks(text: str) -> tuple[int, ...]:
    """The marks that lose half an em because another mark follows."""
    return tuple([m.start() for m in _ADJACENT.finditer(text)])


@lru_cache(maxsize=8192)
def script_boundaries(text: str) -> tuple[int, ...]:
    """The characters after which Chinese meets Latin letters or digits without a space."""
    return tuple([m.start() for m in _BOUNDARY.finditer(text)])


@lru_cache(maxsize=8192)
def latin_quotes(text: str, latin: bool) -> tuple[int, ...]:
    """The curly marks that take their Latin width: all in a Latin text, else apostrophes."""
    return tuple([m.start() for m in (_CURLY if latin else _APOSTROPHE).finditer(text)])


@lru_cache(maxsize=8192)
def western(text: str) -> tuple[tuple[int, int, int], ...]:
    """The stretches of Western characters: start, end, and how many hanzi stand beside them."""
    return tuple(
        [
            (
                m.start(),
                m.end(),
                len(_HAN_ONE.findall(text[max(0, m.start() - 1) : m.start()]))
                + len(_HAN_ONE.findall(text[m.end() : m.end() + 1])),
            )
            for m in _WESTERN.finditer(text)
        ]
    )


@lru_cache(maxsize=8192)
def large(text: str) -> tuple[tuple[int, ...], ...]:
    """The digits and capitals of each stretch of Western characters: where they stand."""
    return tuple(
        [
            tuple([i for i in range(start, end) if text[i] < "a" and text[i].isalnum()])
            for start, end, _ in western(text)
        ]
    )


@lru_cache(maxsize=8192)
def stretchable(line: str) -> tuple[int, ...]:
    """The characters of a line after which justification may add space.

    Between hanzi, between scripts and after spaces; not inside Western words, —— or …….
    In a line without hanzi, after spaces alone.
    """
    fixed = {m.start() for m in _FIXED.finditer(line)}
    return tuple([i for i in range(len(line) - 1) if i + 1 not in fixed and line[i + 1] != " "])


@lru_cache(maxsize=8192)
def has_han(text: str) -> bool:
    """Whether there is a hanzi or kana in `text`."""
    return _HAN_ONE.search(text) is not None
