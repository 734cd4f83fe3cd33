"""Turn the number of a section into one that is written as a template writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefgen.patterns import pattern
from briefgen.typography.markers import hanzi

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENFOLD = str.maketrans("IVX", "XLC")


def alike(sample: str, number: int) -> str:
    """A number from 1 to 99 written as that of a sample; "" for a sample that has none.

    >>> [alike(each, 2) for each in ("01", "1", "第一章", "Part 1", "PART ONE", "IV", "Intro")]
    ['02', '2', '第二章', 'Part 2', 'PART TWO', 'II', '']
    """
    for form, written in _FORMS.items():
        if found := pattern(form).search(sample):
            said = written(found[0], number)
            return f"{sample[: found.start()]}{said}{sample[found.end() :]}"
    return ""


def _roman(sample: str, number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"{_ROMAN[tens].translate(_TENFOLD)}{_ROMAN[ones]}"


def _spelled(sample: str, number: int) -> str:
    said = _WORDS[number - 1] if number <= len(_WORDS) else str(number)
    return said.upper() if sample.isupper() else said.title() if sample[0].isupper() else said


_FORMS: Mapping[str, Callable[[str, int], str]] = {
    r"\d+": lambda sample, number: f"{number:0{len(sample)}d}",
    r"[一二三四五六七八九十]+": lambda sample, number: hanzi(number),
    rf"(?i)\b(?:{'|'.join(_WORDS)})\b": _spelled,
    r"\b[IVX]+\b": _roman,
}
