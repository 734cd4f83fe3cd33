"""Turn words with named parts, in English and Chinese, into a sentence.

A part is written `{name}`; `{count:item|items}` is the English word for a number (beside
the number itself: `{count} {count:item|items}`); `{names:or}` joins several with “or” (in Chinese
或), `{names:and}` with “and” (和), `{names}` with commas (、). Braces of an example are doubled.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Any, Literal, NamedTuple

from briefgen.record import Record

Severity = Literal["error", "warning", "note"]
Tongue = Literal["en", "zh"]
TONGUES: tuple[Tongue, ...] = ("en", "zh")

_JOINS: Mapping[tuple[str, Tongue], tuple[str, str]] = {
    ("", "en"): (", ", ", "),
    ("", "zh"): ("、", "、"),
    ("or", "en"): (", ", " or "),
    ("or", "zh"): ("、", "或"),
    ("and", "en"): (", ", " and "),
    ("and", "zh"): ("、", "和"),
}


class Words(NamedTuple):
    """The same words in English and in Chinese."""

    en: str
    zh: str

    def told(self, tongue: Tongue, parts: Mapping[str, Any]) -> str:
        """The words in a language, with their named parts. Raises KeyError for one not given."""
        return _Parts(tongue).vformat(self.zh if tongue == "zh" else self.en, (), parts)

    @property
    def names(self) -> frozenset[str]:
        """The parts that they name, in either language."""
        return frozenset(
            name for words in self for _, name, _, _ in Formatter().parse(words) if name is not None
        )


NOTHING = Words("", "")


class Message(Record, kw_only=True):
    """What a problem of one code says.

    `hint` is what to do about it (none: the sentence says it); `means` explains the code to who
    looks it up; `wrong` and `right` are an example, as an author would write it. `many` is said
    instead of several sentences about one slide: their `{count}`, and the first of what the part
    named `item` says in each. Raises ValueError where something is not said in both languages.
    """

    severity: Severity
    sentence: Words
    means: Words
    hint: Words = NOTHING
    wrong: str = ""
    right: str = ""
    many: Words = NOTHING
    item: str = ""

    def __post_init__(self) -> None:
        for what in (self.sentence, self.means, self.hint, self.many):
            if bool(what.en) != bool(what.zh):
                raise ValueError(f"a message is not there in both languages: {what}")
        if not self.sentence.en or not self.means.en:
            raise ValueError("a message needs a sentence, and what it means")
        if self.many.en and (not self.item or self.many.names != {"count", "first"}):
            raise ValueError("what is said of many counts them, and names the first")

    @property
    def names(self) -> frozenset[str]:
        """The parts that sentence and hint name."""
        return self.sentence.names | self.hint.names


# What is quoted from a file may be as long as the file; nobody reads on.
_LONGEST = 200
# So long are several quotes together, each of them cut to its share, which leaves it to be known.
_TOGETHER, _SHARE = 700, 24


def _cut(said: str, most: int) -> str:
    return said if len(said) <= most else f"{said[: most - 1]}…"


class _Parts(Formatter):
    """Puts parts into words: numbers as they are, several joined, phrases in the language."""

    def __init__(self, tongue: Tongue) -> None:
        self._tongue: Tongue = tongue

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            one, many = format_spec.split("|")
            return one if value == 1 else many
        if isinstance(value, tuple):
            between, last = _JOINS[format_spec, self._tongue]
            told = [self.format_field(each, "") for each in value]
            if sum(map(len, told)) > _TOGETHER:
                most = max(_SHARE, _TOGETHER // len(told))
                pairs = zip(told, value, strict=True)
                told = [_cut(said, most) if isinstance(each, str) else said for said, each in pairs]
            if len(told) > 1 and self._tongue == "zh" and format_spec:
                # Between Latin letters 或 has spaces, as beside them elsewhere.
                behind = " " if told[-1][:1].isascii() else ""
                last = (" " if told[-2][-1:].isascii() else "") + last + behind
            return last.join(filter(None, (between.join(told[:-1]), *told[-1:])))
        told_in = getattr(value, "told", None)
        if told_in is not None:
            return str(told_in(self._tongue))
        said = str(value)
        return _cut(said, _LONGEST)
