"""Turn a source into the language that it is written in, where its numbers are not read.

Chinese and English are. Of others the script tells, or the small words of a language in Latin
letters; a few foreign words do not make a source foreign.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from briefgen.patterns import pattern

# Where a script begins and ends (Unicode blocks), by the key of its name in the catalogue.
_SCRIPTS = (
    ("kana", 0x3040, 0x30FF),
    ("hangul", 0xAC00, 0xD7AF),
    ("cyrillic", 0x0400, 0x052F),
    ("greek", 0x0370, 0x03FF),
    ("arabic", 0x0600, 0x06FF),
    ("hebrew", 0x0590, 0x05FF),
    ("devanagari", 0x0900, 0x097F),
    ("thai", 0x0E00, 0x0E7F),
)
_SMALL: Mapping[str, frozenset[str]] = {
    "english": frozenset("the of and to in for with was by from".split()),
    "german": frozenset("der die und das den von mit ist für auf".split()),
    "french": frozenset("le les des et du une est dans pour sur".split()),
    "spanish": frozenset("el los las del que por con una para en".split()),
    "portuguese": frozenset("os das dos uma não com para em ao que".split()),
    "italian": frozenset("il gli della di che per con una nel sono".split()),
    "dutch": frozenset("het een van en voor met zijn op dat niet".split()),
    "vietnamese": frozenset("của và là các trong được cho với năm không".split()),
    "indonesian": frozenset("yang dan di dari untuk dengan pada ini dalam tahun".split()),
}
_LOOKED_AT = 4000
# Of all letters so many of a script make a text of its language; and so many small words, of which
# twice as many have to be of that language as English ones.
_SHARE, _WORDS = 0.1, 8
_WORD = pattern(r"[^\W\d_]+")


# What is of neither Chinese nor Latin letters, nor a sign of theirs.
_OTHER = pattern("[^\x00-\u036f\u2000-\u303f\u3400-\u9fff]")


def unread(text: str) -> str:
    """The key of the language or script that a text is written in, "" where it is read."""
    sample = text[:_LOOKED_AT]
    if not sample.isascii():
        others = Counter(_OTHER.findall(sample))
        for key, first, last in _SCRIPTS if others else ():
            own = sum(count for char, count in others.items() if first <= ord(char) <= last)
            if own > sum(map(str.isalpha, sample)) * _SHARE:
                return key
    if any("\u3400" <= char <= "\u9fff" for char in sample[:200]):
        return ""
    words = Counter(_WORD.findall(sample.lower()))
    counted = {key: sum(words[word] for word in small) for key, small in _SMALL.items()}
    key = max(counted, key=lambda each: counted[each])
    foreign = counted[key] >= _WORDS and counted[key] > 2 * counted["english"]
    return key if foreign and key != "english" else ""
