"""Turn sentences into what they tell of one thing in two periods, by the numbers read in them.

Revenue was $5.7 million, compared to $1.5 million a year earlier; 收入由3826.5亿元增长到4398.6亿元.
Numbers are those of `scan`: one sign stands for each of them, so that patterns say what stands
between them and never how they are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.moments import moments_of
from briefgen.facts.found import Found
from briefgen.facts.scan import scan
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import Record

# How wide the name of a thing is.
_NAME = 36
ENDS = "期初", "期末"
# The sign of a number: one by its kind, in the order in which a sentence has them.
_KINDS = {"money": 0xE000, "share": 0xE400, "percent": 0xE800, "other": 0xEC00, "year": 0xF000}
_EACH = 0x400
_SUM, _SHARE, _PERCENT = "[\ue000-\ue3ff]", "[\ue400-\ue7ff]", "[\ue800-\uebff]"
_AMOUNT, _YEAR, _ANY = "[\ue000-\uefff]", "[\uf000-\uf3ff]", "\ue000-\uefff"
_MOVED = (
    r"(?:(?:de|in)creased|rose|grew|fell|declined|dropped|improved|narrowed|widened|climbed|jumped|surged"
    r"|leapt|leaped)"
)
_WAS = rf"(?:was|were|is|are|totall?ed|came in at|reached|remained|amounted|{_MOVED})"
_THAN = (
    r"(?:,? (?:as )?compared (?:to|with)|,? versus|,? vs\.?|,? (?:up |down )?from"
    r"|,? an? (?:increase|decrease|improvement|decline) from)"
)
_FORMER = (
    r"(?:previous|prior|last) year(?:[’']s? (?:period|quarter))?"
    r"|(?:(?:Q[1-4]|[1-9]M|[1-4]?H[1-2]?|FY) ?)?(?:19|20)\d\d"
)
# Revenue was $5 million, compared to $4 million; it fell from $5 million to $4 million.
_FORMS = [
    (
        pattern(
            rf"(?P<name>[A-Z][^{_ANY};:.]{{2,110}}?) {_MOVED}(?P<led>),? from (?P<before>{each})"
            rf"(?P<mid>[^{_ANY};.]{{0,60}}?),? to (?P<now>{each})"
        ),
        pattern(
            rf"(?P<name>[A-Z][^{_ANY};:.]{{2,110}}?) {_WAS}\b(?P<led>[^{_ANY};.]{{0,60}}?)"
            rf"(?P<now>{each})(?P<mid>[^{_ANY};.]{{0,140}}?{_THAN}(?:[^{_ANY};.]{{0,60}}? )?)"
            rf"(?P<before>{each})"
        ),
        # Revenue reached EUR 5 million (previous year: EUR 4 million); fees of EUR 5m (9M 2024: …).
        pattern(
            rf"(?P<name>[A-Z][^{_ANY};:.()]{{2,110}}?)"
            rf" (?:of|{_WAS}(?: strongly)?(?: by {_PERCENT})?)\b"
            rf"(?P<led>(?:(?! of )[^{_ANY};.()]){{0,40}}?)(?P<now>{each})"
            rf"(?P<mid>[^{_ANY};:.()]{{0,60}}\((?P<former>{_FORMER})(?:\(\d\))?: )"
            rf"(?P<before>{each})"
        ),
    )
    for each in (_SUM, _SHARE, _PERCENT)
]
# An improvement in gross profit, which amounted to $6 million compared to $5 million.
_WHICH = pattern(rf"^.*?\b(?:in|of) (?P<name>[a-z][a-z ]{{3,34}}), which {_WAS} ")
# By how much it changed is none of the two; nor are what a sum is of each share, and shares of one.
_BY = r"(?:by )?(?:approximately |about |over )?"
_CHANGED = pattern(
    rf",? or (?:a loss of |approximately )?(?:{_SHARE}|{_SUM}),?|,? {_BY}{_PERCENT}"
    r"|,? (?:an? |the )?(?:increase|decrease|improvement|decline|reduction|growth) of"
    rf" (?:approximately )?{_SUM},?"
    rf"|(?<=creased) (?:by )?{_SUM}(?=,? (?:to|from) )"
    rf"| \([^(){_ANY}]*\)"
)
_POINTS = pattern(
    rf",? (?:an? |the )?(?:increase|decrease|improvement|decline) of {_PERCENT},?"
    rf"|,? or {_PERCENT},?| \([^(){_ANY}]*\)"
)
# A share that something moved by is no level of it.
_BY_HOW_MUCH = pattern(rf"{_MOVED}(?: {_BY})?$")
# In the third quarter, whose: what stands before and behind the name of a thing.
_WHEN = pattern(
    r"^(?:(?:For|In|During) [^,$]{3,60}?(?: \d{1,2}, \d{4})?, "
    r"|(?:At the same time|Meanwhile|However|Overall|While|Although),? )"
)
_SINCE = pattern(
    r",? (?:for|during|in|at|as of|on) (?:the |fiscal |our |its )*"
    r"(?=(?:first|second|third|fourth|full|three|six|nine|twelve|fiscal"
    r"|years?|quarters?|end|current|Q\d|\d{4}|[A-Z][a-z]+ \d))"
)
_WHOSE = pattern(r"^(?:The (?:company|Company)[’']s|Our|The|Its|Total company) ")
_NO_NAME = pattern(
    r"\b(?:we|our|it|they|he|she|which|that|who|has|have|had|recognized|reported|recorded|said"
    r"|subsidiary|[Ss]egment|This|[Dd]rivers?|[Rr]easons?|(?:In|De)crease|Changes?|These|increase|decrease|change|excluding|including|compared)\b"
)
LOSS, _GAIN = pattern(r"\b(?:[Ll]oss(?:es)?)\b"), pattern(r"\b(?:income|profit|earnings|gain)\b")
_STOCK = pattern(r"\b(?:at|as of) (?:the end|year[- ]end|[A-Z][a-z]+ \d)")
_EACH_OF = r"(?:/[年月日天人户亩吨])?"
_RISEN = pattern(
    r"(?P<name>[\u4e00-\u9fff“”、]{2,18}?)(?:分别)?[由从從]"
    rf"(?P<from>{_YEAR})?[的约約近]?(?P<before>{_AMOUNT}{_EACH_OF})"
    r"[、，]?(?:增[加长長至]|提[高升]|上升|[扩擴]大|[达達]|升|下降|降|减少|減少|[缩縮]小|跃升|躍升|跃|拓展|[发發]展)到?[至为為到]?"
    rf"(?P<to>{_YEAR})?[的约約近]?(?P<now>{_AMOUNT}{_EACH_OF})"
)
_SPAN = pattern(r"(?:^|[，。；])[从從自由]?((?:19|20)\d\d年)[到至]((?:19|20)\d\d年)[，间間]")
_OPENS = pattern(r"^(?:其中|全[省市区區年]|我[省市区區]|五年[来來]?|[并並且和与與]|实现|實現)")
_NUMBER = pattern(r"\d[\d,]*(?:\.\d+)?")
_SIGN = pattern(r"[^\d()\s-]*")
SCALES = {
    Decimal(1): "",
    Decimal(1_000): "thousand",
    Decimal(1_000_000): "million",
    Decimal(1_000_000_000): "billion",
    Decimal(1_000_000_000_000): "trillion",
}


class Amount(Record):
    """An amount as the source writes it, and its size."""

    written: str
    size: Decimal

    @property
    def scale(self) -> Decimal:
        """What the source counts it in: 1,000,000 of $4.5 million."""
        digits = _NUMBER.search(self.written)
        number = Decimal(digits[0].replace(",", "")) if digits else Decimal(0)
        scale = abs(self.size) / number if number else Decimal(1)
        return scale if scale in SCALES else Decimal(1)

    @property
    def digits(self) -> str:
        """Its number as the source writes it."""
        found = _NUMBER.search(self.written)
        return found[0].replace(",", "") if found else ""

    @property
    def sign(self) -> str:
        """The sign of its money: $, US$, €."""
        before = _SIGN.match(self.written.lstrip("(-"))
        return before[0] if before else ""


class Pair(Record, kw_only=True):
    """One thing of two periods: its two amounts, what they are counted in, and the sentence that
    tells them."""

    name: str
    before: Amount
    now: Amount
    unit: str
    periods: tuple[str, str]
    sentence: str

    @property
    def sizes(self) -> tuple[Decimal, Decimal]:
        return self.before.size, self.now.size

    @property
    def hanzi(self) -> bool:
        return has_hanzi(self.name)


# No sentence that tells of two periods is longer.
_LONGEST = 600
_MAY = pattern(
    r"[由从從][^，。；]{0,12}\d.{0,30}[至为為到增提升扩擴达達降减減缩縮跃躍拓展]"
    rf"|\d.*\((?:{_FORMER})(?:\(\d\))?: .*\d"
    r"|\d.*\b(?:compared|versus|vs|from)\b.*\d|\bfrom\b.*\d.*\bto\b.*\d"
)


def pairs_in(sentence: str, heading: str) -> Iterator[Pair]:
    """What a sentence tells of two periods; its heading may say of which."""
    if len(sentence) > _LONGEST or not _MAY.search(sentence):
        # Numbers are read where two of a thing may be told alone.
        return
    if has_hanzi(sentence):
        yield from _risen(sentence)
    elif pair := pair_in(sentence, heading):
        yield pair


def _signed_text(sentence: str) -> tuple[str, Sequence[Found]]:
    """A sentence with a sign for each number that has an exact size, and these numbers."""
    found = [each for each in scan(sentence) if each.quantity.value is not None]
    made: list[str] = []
    last = 0
    for number, each in enumerate(found[:_EACH]):
        kind = _kind(each)
        if not kind:
            continue
        made += [sentence[last : each.start], chr(_KINDS[kind] + number)]
        last = each.end
    return "".join((*made, sentence[last:])), found


def _kind(found: Found) -> str:
    """What the sign of a number says of it; "" for one that stays as it is written."""
    unit, form = found.quantity.unit, found.quantity.form
    if form == "date":
        return "year" if unit == "年" and has_hanzi(found.text) else ""
    if form != "number" or not unit:
        return ""
    if unit in ("%", "个百分点"):
        return "percent"
    if unit_of(unit).kind == "money":
        return "money"
    if unit.endswith("/股"):
        return "share"
    return "other" if has_hanzi(found.text) else ""


def _amount(sign: str, found: Sequence[Found]) -> tuple[Amount, str]:
    """The amount that a sign stands for, and what it is counted in; what each of something has
    stands behind the sign."""
    one = found[(ord(sign[0]) - 0xE000) % _EACH]
    assert one.quantity.value is not None
    less = one.text.startswith(("-", "−")) or ("(" in one.text and one.text[-1:] != "）")
    size = abs(one.quantity.value) * (-1 if less else 1)
    written = one.text.partition(" per ")[0] + sign[1:]
    unit = "$" if "$" in written else one.quantity.unit + sign[1:]
    return Amount(written, size), unit


def _risen(sentence: str) -> Iterator[Pair]:
    flat, found = _signed_text(sentence)
    # 2020年到2025年，甲从…提升到…，乙从…: of all that follow.
    years = _SPAN.search(sentence)
    last = (years[1], years[2]) if years else ENDS
    for match in _RISEN.finditer(flat):
        (before, unit), (now, other) = (_amount(match[each], found) for each in ("before", "now"))
        if unit != other:
            continue
        own = [
            found[(ord(match[each]) - 0xE000) % _EACH].text if match[each] else last[at]
            for at, each in enumerate(("from", "to"))
        ]
        # 从2020年的3.68万亿元增长到2025年的4.93万亿元，收入从…: the next is of the same years.
        last = periods = own[0], own[1]
        name = _OPENS.sub("", match["name"])
        if len(name) < 3:
            continue
        yield Pair(name=name, before=before, now=now, unit=unit, periods=periods, sentence=sentence)


def pair_in(sentence: str, heading: str) -> Pair | None:
    """The two amounts that an English sentence tells of one thing, of the two periods that it or
    its heading names; None for none."""
    sentence = _HEAD.sub("", sentence)
    flat, found = _signed_text(sentence)
    when = _WHEN.match(flat)
    behind = flat[when.end() :] if when else flat
    if which := _WHICH.match(behind):
        behind = f"{which['name']} was {behind[which.end() :]}"
    behind = behind[:1].upper() + behind[1:]
    match = _matched(behind)
    if not match:
        return None
    name = _WHOSE.sub("", _SINCE.split(match["name"])[0]).strip(" ,")
    name = _NOTED.sub("", name[:1].upper() + name[1:])
    if cells(name) > _NAME:
        name = name.removesuffix(" expenses").removesuffix(" expense")
    if not 3 <= cells(name) <= _NAME or _NO_NAME.search(name):
        return None
    stock = bool(_STOCK.search(match["mid"]) or _STOCK.search(flat[match.end() :]))
    (before, unit), (now, other) = (_amount(match[each], found) for each in ("before", "now"))
    # What there is on a day is no sum of a period.
    periods = _days(sentence) if stock else moments_of(sentence, heading)
    if "former" in match.re.groupindex:
        periods = _beside(match["former"], sentence)
    if periods is None or unit != other:
        return None
    name, before, now = _losses(name, before, now, match)
    return Pair(name=name, before=before, now=now, unit=unit, periods=periods, sentence=sentence)


def _beside(former: str, sentence: str) -> tuple[str, str] | None:
    """The period that a bracket names, and that of a year later; of a previous year that which the
    sentence names, whose year is that of all that is told."""
    if year := _OF_YEAR.search(former):
        return former, former[: year.start()] + str(int(year[0]) + 1)
    found = _OPEN.search(sentence)
    return ("Previous year", found[1].capitalize()) if found else None


_OF_YEAR = pattern(r"(?:19|20)\d\d$")
_OPEN = pattern(r"\b((?:first|second|third|fourth) quarter|first (?:three|six|nine) months)\b", 2)


# Adjusted EBITDA1: the number of a note.
_NOTED = pattern(r"(?<=[A-Za-z]{5})\d\b")


def _days(sentence: str) -> tuple[str, str] | None:
    """The earlier and the later of the two days that a sentence names; None for any others."""
    days = list(dict.fromkeys(f"{a[:3]} {b}" for a, b in _DAY.findall(sentence)))
    return (days[1], days[0]) if len(days) == _BOTH and days[0][-4:] >= days[1][-4:] else None


_DAY, _BOTH = pattern(r"\b(?:as of|at|on|from) ([A-Z][a-z]{2,8}) (\d{1,2}, (?:19|20)\d\d)"), 2
# Operating Expenses: Total operating expenses were …: the head of an item.
_HEAD = pattern(r"^[A-Z][\w &/,-]{2,44}: (?=[A-Z])")


def _matched(flat: str) -> re.Match[str] | None:
    """The two numbers of one thing in a sentence with signs: two sums, two of each share, else two
    shares of something."""
    for at, forms in enumerate(_FORMS):
        shares = at == len(_FORMS) - 1
        plain = (_POINTS if shares else _CHANGED).sub("", flat)
        for form in forms:
            match = form.match(plain)
            moved = match and shares and _BY_HOW_MUCH.search(plain, 0, match.start("now"))
            if match and not moved:
                return match
    return None


def _losses(
    name: str, before: Amount, now: Amount, match: re.Match[str]
) -> tuple[str, Amount, Amount]:
    """The name of a thing and its two amounts, losses beside gains as negative ones."""
    lost = bool(LOSS.search(name))
    if lost and (gain := _GAIN.search(match["mid"])):
        # A loss of this period, a gain of the one before: both are gains, of which one is negative.
        return LOSS.sub(gain[0], name), before, _less(now)
    if lost:
        return name, _more(before), _more(now)
    if LOSS.search(match["led"][-20:]):
        return name, _less(before) if LOSS.search(match["mid"]) else before, _less(now)
    return name, _less(before) if LOSS.search(match["mid"][-20:]) else before, now


def _less(amount: Amount) -> Amount:
    return Amount(amount.written, -abs(amount.size))


def _more(amount: Amount) -> Amount:
    return Amount(amount.written, abs(amount.size))
