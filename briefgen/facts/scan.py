"""Turn a text into the quantities that are written in it, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from briefgen.facts.calendar import DATE, ENGLISH_DATE, SPAN
from briefgen.facts.numerals import ARABIC, CHINESE, ENGLISH, NUMBER, plain
from briefgen.facts.quantity import Quantity, QuantityError, read
from briefgen.facts.units import ENGLISH_MONEY, ENGLISH_UNITS, LONGEST_FIRST
from briefgen.patterns import pattern
from briefgen.record import Record


class Found(Record):
    """A quantity as it stands at `start:end` of the text."""

    start: int
    end: int
    text: str
    quantity: Quantity


_LATIN = pattern(r"[A-Za-z²³]{2}")


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


# Digits glued to Latin letters or a plus are part of a name: EH216-S, 5G, 1+N.
_AHEAD = r"(?<![A-Za-z\d.])-?"
_BEHIND = r"(?![A-Za-z+\d]|\.\d|,\d)"


@lru_cache(maxsize=2)
def _pattern(latin: bool) -> re.Pattern[str]:
    """What a quantity looks like; English ones are looked for only where there are Latin words."""
    # 千亿支撑 counts no 支.
    units = _any(LONGEST_FIRST).replace("|支|", "|支(?![撑持付出援])|")
    # An ordinal is found to be none: what follows 第 is passed over as a whole (第二十届).
    forms = [rf"(?<![\d.]){DATE}", f"第{NUMBER}", SPAN, "翻[一两二三四]番", f"百分之{CHINESE}"]
    if latin:
        behind = rf"\s?(?:{_any(ENGLISH_UNITS)})(?![A-Za-z])"
        forms += [
            rf"(?<![\d.]){ENGLISH_DATE}",
            rf"(?:{_any(ENGLISH_MONEY)})\s?{ENGLISH}",
            rf"{_AHEAD}{ARABIC}\s?(?:trillion|billion|million|thousand)\b(?:{behind})?",
            rf"{_AHEAD}{ARABIC}{behind}",
        ]
    forms.append(rf"{_AHEAD}{NUMBER}(?:[多余][百千万亿]*)?(?:\s?(?:{units})|{_BEHIND})")
    return re.compile("|".join(forms))


@lru_cache(maxsize=2048)
def scan(text: str) -> tuple[Found, ...]:
    """Every quantity that `text` writes, in order, in Chinese or English.

    Chinese digits need a unit, or a scale of 亿: 十五运会 and 三轴 are no quantities.
    """
    found = []
    flat = plain(text)
    for match in _pattern(bool(_LATIN.search(flat))).finditer(flat):
        written = match[0].strip()
        if not (written[0].isascii() or _has_unit(written)):
            continue
        try:
            quantity = read(written)
        except QuantityError:
            continue
        found.append(Found(match.start(), match.end(), written, quantity))
    return tuple(found)


def _has_unit(written: str) -> bool:
    return not re.fullmatch(CHINESE, written) or ("亿" in written and written != "亿")
