"""Turn characters that the embedded faces cannot draw into problems at their places."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from briefgen.brief.model import Brief, Text
from briefgen.brief.resolve import texts
from briefgen.patterns import pattern
from briefgen.problems import Problems, phrase
from briefgen.typography.fonts import Fonts

# Symbols of these categories are drawn in colour; of others some font may have a glyph.
_EMOJI = ("So", "Sk")
# Words of scripts from right to left (UAX #9): Hebrew to Arabic Extended-A, their presentation
# forms, those of the supplementary planes; and of scripts whose letters are joined, reordered or
# stacked, and whose words no blanks part: Devanagari to Myanmar, Khmer, Mongolian, Tai Tham to
# Vedic signs, Limbu to Khmer symbols, Meetei Mayek and its like.
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_JOINED = "\u0900-\u0e3e\u0e40-\u109f\u1700-\u18af\u1900-\u1cff\ua800-\ua82f"
_JOINED += "\ua840-\ua8ff\ua930-\uaaff\uabc0-\uabff"
_UNSET = pattern(f"[{_RIGHT}]+|[{_JOINED}]+")
_FROM_RIGHT = pattern(f"[{_RIGHT}]")


def check_coverage(brief: Brief, fonts: Fonts, problems: Problems) -> None:
    """Name every character without a glyph, with its code point and its place in the YAML, and
    the words of scripts that are not set from left to right, letter by letter.

    Without this a missing character is printed as an empty box, Arabic unjoined and backwards, and
    nobody says so.
    """
    every = list(texts(brief))
    if not unset("".join(map(str, every)), fonts):
        return
    for text in every:
        words, missing = _unset(str(text), fonts)
        if words:
            _tell_scripts(text, words, problems)
        for character in missing:
            emoji = unicodedata.category(character) in _EMOJI
            problems.add(
                "missing-glyph",
                text.mark,
                character=character,
                point=f"U+{ord(character):04X}",
                name=unicodedata.name(character, "unnamed").lower(),
                mend=phrase("take-no-emoji") if emoji else phrase("add-a-font"),
            )


def unset(text: str, fonts: Fonts) -> frozenset[str]:
    """The characters of a text that are not set: without a glyph, or of words that are not set
    letter by letter."""
    return frozenset("".join(_UNSET.findall(text))).union(fonts.missing(text))


@lru_cache(maxsize=4096)
def _unset(said: str, fonts: Fonts) -> tuple[Sequence[str], Sequence[str]]:
    """What cannot be set of a text that audiences share: words of scripts that are not set letter
    by letter, else the characters that no face has."""
    words = () if said.isascii() else _UNSET.findall(said)
    return words, () if words else fonts.missing(said)


def _tell_scripts(text: Text, found: Sequence[str], problems: Problems) -> None:
    scripts: dict[str, list[str]] = {}
    for word in dict.fromkeys(found):
        script = unicodedata.name(word[0], "unnamed").partition(" ")[0].title()
        scripts.setdefault(script, []).append(word)
    for script, words in scripts.items():
        code = "right-to-left" if _FROM_RIGHT.match(words[0]) else "shaped-script"
        problems.add(code, text.mark, words=tuple(words[:3]), script=script)
