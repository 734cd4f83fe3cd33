"""Turn the numbers of one quote into which of them a figure is about.

A quote that lists several values of one unit would bear out any of them. Which is meant is said by
the words `near`, or by the label: it has more in common with what stands at its own number.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.figures import Figure
from briefgen.facts.found import Found
from briefgen.facts.numerals import plain
from briefgen.facts.quoted import Region
from briefgen.facts.sources import matching_form
from briefgen.facts.units import CALENDAR
from briefgen.patterns import pattern

_SEPARATOR = pattern(r"[、，；。,;]|和|与|以及| and ")
# Signs and words of labels and clauses that tell nothing of what is counted.
_PLAIN_WORDS = pattern(r"[^\w]|增长|增速|同比|全年|新增|其中|达到|总量|规模|数量")


def rivals(around: Region, found: Found) -> tuple[Found, ...]:
    """The other numbers of a quote that have the unit of the one that was found."""
    unit, form = found.quantity.unit, found.quantity.form
    if unit in CALENDAR or form in ("rank", "ratio", "multiple"):
        return ()
    return tuple(
        n
        for n in around.quoted
        if n.start != found.start and n.quantity.unit == unit and n.quantity.form == form
    )


def nearest(around: Region, words: str, numbers: Sequence[Found]) -> Found | None:
    """The one of `numbers` that stands nearest to words, or in a list with 分别 at their place in
    it; None where they do not stand there."""
    wanted, flat = plain(matching_form(words)), around.flat
    # Words of English have spaces between them, which are not compared.
    places = [at for at in range(around.begin, around.end) if not flat[at].isspace()]
    first = "".join([flat[at] for at in places]).find(wanted) if wanted else -1
    if first < 0:
        return None
    at, end = places[first], places[first + len(wanted) - 1] + 1

    for number in numbers:
        for start, stop, member in _each_of(around, number):
            if start <= at and end <= stop and member in numbers:
                return member

    def distance(number: Found) -> tuple[int, int]:
        gap = flat[end : number.start] if number.start >= end else flat[number.end : at]
        return len(_SEPARATOR.findall(gap)), len(gap)

    return min(numbers, key=distance)


def telling_words(around: Region, found: Found) -> str:
    """The fewest words of the quote before a number, else behind it, that say which is meant; ""
    where none do."""
    numbers = (found, *rivals(around, found))
    for size in range(1, _LONGEST + 1):
        before = around.words[max(around.begin, found.start - size) : found.start]
        behind = around.words[found.end : min(around.end, found.end + size)]
        for words in (before, behind):
            whole = (words and not _SEPARATOR.fullmatch(words[:1])) or words in ("和", "与")
            if whole and not words.isspace() and nearest(around, words, numbers) == found:
                return words
    return ""


# The most characters of words that are offered.
_LONGEST = 8


def closer(figure: Figure, around: Region, found: Found) -> Found | None:
    """The number that a figure's label stands by: its own where the label has something in common
    with that which it has with no other; None where it tells nothing of any of them."""
    numbers = sorted((found, *rivals(around, found)), key=lambda n: n.start)
    shared = {n.start: _likeness(figure, _words_at(around, n)) for n in numbers}
    telling = {
        start: words - frozenset().union(*(w for at, w in shared.items() if at != start))
        for start, words in shared.items()
    }
    if telling[found.start]:
        return found
    best = max(numbers, key=lambda n: len(telling[n.start]))
    return best if telling[best.start] else None


def _likeness(figure: Figure, words: str) -> frozenset[str]:
    """What a figure's labels have in common with words: pairs of characters, or English words."""
    return frozenset().union(*(_shared(label, words) for label in figure.label.values()))


def _words_at(around: Region, number: Found) -> str:
    """The words between a number and its neighbours that belong to it: up to what separates. What
    leads to several numbers belongs to each, in a list with 分别 the n-th subject to the n-th."""
    flat = around.flat
    lead, members = _lead(around, number)
    if len(members) > 1 and _EACH.search(lead):
        own = (flat[at:end] for at, end, member in _each_of(around, number) if member == number)
        return next(own, lead)
    end = min((n.start for n in around.numbers if n.start >= number.end), default=len(flat))
    behind = flat[number.end : end]
    separator = _SEPARATOR.search(behind)
    return f"{lead}|{behind[: separator.start()] if separator else behind}"


def _each_of(around: Region, number: Found) -> list[tuple[int, int, Found]]:
    """Where the n-th subject of a list with 分别 stands that a number is in, and the n-th number;
    nothing where there are not as many."""
    lead, members = _lead(around, number)
    each = _EACH.search(lead) if len(members) > 1 else None
    if not each:
        return []
    names = _NAMES.split(said := lead[: each.start()].rpartition("，")[2])
    at, made = members[0].start - len(lead) + each.start() - len(said), []
    for name, member in zip(names, members, strict=False):
        made.append((at, at + len(name), member))
        at += len(name) + 1
    return made if len(names) == len(members) else []


def _lead(around: Region, number: Found) -> tuple[str, list[Found]]:
    """The words that lead to a number, and all numbers that they lead to."""
    flat = around.flat
    numbers = sorted(around.numbers, key=lambda n: n.start)
    first = last = numbers.index(number)
    while first and _JOINED.fullmatch(flat[numbers[first - 1].end : numbers[first].start]):
        first -= 1
    while last + 1 < len(numbers) and _JOINED.fullmatch(
        flat[numbers[last].end : numbers[last + 1].start]
    ):
        last += 1
    start = numbers[first - 1].end if first else 0
    before = flat[start : numbers[first].start]
    parted = [match.end() for match in _SEPARATOR.finditer(before)]
    return before[parted[0] :] if parted and start else before, numbers[first : last + 1]


# What stands between numbers of one lead: 12.0%、7.9%和4.8%, 由12%提高到82.6%, down £33m to £359m,
# 由50间小学扩展至超过110间小学.
_MOVED = (  # 提高, 增至, 扩展, 调高 …
    r"(?:提[高升]|增[加长長至]?|上升|下降|降[低至]?|[减減]少?|[扩擴][大展]|[缩縮][小短]"
    r"|[调調][高低整]|升)"
)
_JOINED = pattern(
    rf"\s?(?:[、和与與及]|{_MOVED}?了?[至到]?|{LETTER}{{1,6}}?(?:[进進]一步)?{_MOVED}[至到]"
    r"|，|to|and|，?\s?and)\s?"
    r"(?:(?:(?:19|20)\d\d(?:[-/至]\d\d)?年度?|去年|今年)的?)?(?:超[过過]|[约約近逾])?"
)
_EACH = pattern(r"分别|分別")
_NAMES = pattern(r"[、和与及]")


def _shared(label: str, words: str) -> frozenset[str]:
    if label.isascii():
        mine = frozenset(_ENGLISH.findall(label.lower()))
        return mine & frozenset(_ENGLISH.findall(words.lower()))
    label, words = _PLAIN_WORDS.sub("|", label), _PLAIN_WORDS.sub("|", words)
    pairs = {label[i : i + 2] for i in range(len(label) - 1) if "|" not in label[i : i + 2]}
    return frozenset(pair for pair in pairs if pair in words)


_ENGLISH = pattern(r"[a-z]{3,}")
