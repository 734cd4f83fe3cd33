"""Turn a quantity that is written in two units, the smaller behind the larger, into one of both.

1年3个月, 2小时22分钟, 5 ft 10 in: each is one figure, held exactly in the smaller unit.
"""

from __future__ import annotations

from briefgen.facts.numerals import numeral
from briefgen.patterns import pattern
from briefgen.record import Record

_SOME = r"(?:\d+|[一二三四五六七八九十两]+)"


class Pair(Record):
    """Two units, of which `many` of the smaller are one of the larger: as Chinese writes them
    between two numerals, and English behind each."""

    unit: str
    many: int
    chinese: tuple[str, str]
    english: tuple[str, str]


_YEARS = Pair("个月", 12, ("年零", "个月"), ("year", "month"))
_HOURS = Pair("分钟", 60, ("小时", "分钟"), ("hour", "minute"))
_MINUTES = Pair("秒", 60, ("分", "秒"), ("minute", "second"))
_DAYS = Pair("小时", 24, ("天", "小时"), ("day", "hour"))
_FEET = Pair("英寸", 12, ("英尺", "英寸"), ("foot", "inch"))
_FORMS = (
    (_YEARS, rf"(?P<high>{_SOME})年零?(?P<low>{_SOME})个月"),
    (_DAYS, rf"(?P<high>{_SOME})天零?(?P<low>{_SOME})个?小时"),
    (_HOURS, rf"(?P<high>{_SOME})个?小时零?(?P<low>{_SOME})分(?:钟(?!后|内|前)|(?![钟之数]))"),
    (_MINUTES, rf"(?P<high>{_SOME})分钟?零?(?P<low>{_SOME})秒钟?"),
    (_FEET, rf"(?P<high>{_SOME})英尺(?P<low>{_SOME})英寸"),
)
_ENGLISH = (
    (_YEARS, r"(?P<high>\d+)[ -]years?(?: and)? ?(?P<low>\d+)[ -]months?"),
    (_DAYS, r"(?P<high>\d+)[ -]days?(?: and)? ?(?P<low>\d+)[ -]hours?"),
    (
        _HOURS,
        r"(?P<high>\d+)[ -]?(?:hours?|hrs?|h)(?: and)? ?(?P<low>\d+)[ -]?(?:minutes?|mins?|m)",
    ),
    (
        _MINUTES,
        r"(?P<high>\d+)[ -]?(?:minutes?|mins?)(?: and)? ?(?P<low>\d+)[ -]?(?:seconds?|secs?)",
    ),
    (
        _FEET,
        r"(?P<high>\d+)[ -]?(?:feet|foot|ft\.?)(?: and)? ?(?P<low>\d+)[ -]?(?:inches|inch|in\.?)",
    ),
)
_IRREGULAR = {"foot": "feet", "inch": "inches"}


def _bare(form: str) -> str:
    return form.replace("?P<high>", "?:").replace("?P<low>", "?:")


# How the two are found in a text.
CHINESE = rf"(?<![\d.第])(?:{'|'.join(_bare(form) for _, form in _FORMS)})"
ENGLISH = rf"(?<![\dA-Za-z.,])(?:{'|'.join(_bare(form) for _, form in _ENGLISH)})(?![A-Za-z\d])"
_READ = tuple((pair, pattern(form)) for pair, form in (*_FORMS, *_ENGLISH))


class Span(Record):
    """So many of a larger unit and so many of a smaller one."""

    high: int
    low: int
    pair: Pair

    @property
    def count(self) -> int:
        """How many of the smaller unit it is."""
        return self.high * self.pair.many + self.low

    def chinese(self) -> tuple[str, str]:
        """Its first number, and all behind that: ("2", "小时22分钟")."""
        first, second = self.pair.chinese
        return str(self.high), f"{first}{self.low}{second}"

    def english(self) -> tuple[str, str]:
        """Its first number, and all behind that: ("4", " years and 8 months")."""
        first, second = self.pair.english
        low = f"{self.low} {_plural(second, self.low)}"
        return str(self.high), f" {_plural(first, self.high)} and {low}"


def _plural(name: str, count: int) -> str:
    return name if count == 1 else _IRREGULAR.get(name, f"{name}s")


def read_span(text: str) -> Span | None:
    """What `text` (plain) writes in two units (4年零8个月, 2 hours and 22 minutes), or None."""
    for pair, form in _READ:
        if match := form.fullmatch(text):
            high, low = numeral(match["high"]), numeral(match["low"])
            return Span(int(high.value), int(low.value), pair) if high and low else None
    return None
