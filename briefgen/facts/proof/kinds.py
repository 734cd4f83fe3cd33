"""Turn a sentence and its headings into whether they prove the kind and the period of a number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.clause_subject import TIME
from briefgen.facts.figures import Kind
from briefgen.facts.inventory import Stated
from briefgen.facts.kind import INTENDS, WILL
from briefgen.facts.numerals import plain
from briefgen.facts.periods import TIMES, period_of
from briefgen.facts.proof.clause import Clause
from briefgen.facts.sections import Section
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern

# Each way to say that something is not so yet, and by it what it is.
_AIMS = pattern(
    r"目标|力争|(?<!累计)(?<!向上)争取(?!到|了)|确保|到20\d\d年|到[“\"]?十[四五六]五"
    r"|\b(?:targets?|aim(?:s|ed)?|goals?|by 20\d\d|objective)\b"
)
_PLANS = pattern(
    rf"预[计期料测]|估计|料(?=[有可将会])|拟(?!合|人)|计划(?=[将在于内下今明新增建投完])"
    rf"|{INTENDS}|{WILL}|建议"
    r"|将(?!军|领)|有望|可望|未来|明年|来年|下年|考虑"
    r"|\b(?:will|would|shall|may|could|should|expects?|expected|plans?|planned|forecasts?|outlook"
    r"|guidance|anticipates?|anticipated|projected|projects|estimated (?:to|at)|propos(?:es|ed"
    r"|ing|al)"
    r"|recommend(?:s|ed)?|intends?|budget(?:ed)?|to be|next year)\b"
)
_DONE = pattern(
    r"已|完成了|实现了|(?<![比较于])(?:去年|上年)(?!同期|度)|同比|比上年|较上年|此前|曾|录得|截至"
    r"|\b(?:was|were|rose|fell|grew|increased|decreased|declined|reported|achieved|reached"
    r"|totall?ed"
    r"|recorded|posted|has|have|had)\b"
)


def kind_is_said(kind: Kind, clause: Clause, section: Kind | None) -> bool:
    """Whether a sentence, or the heading above it, says a kind, and nothing says another."""
    near = f"{clause.lead} {clause.tail}"
    aims = bool(_AIMS.search(clause.said) or _AIMS.search(clause.tail))
    plans = bool(_PLANS.search(clause.said) or _PLANS.search(clause.tail))
    done = bool(_DONE.search(near))
    if kind == "actual":
        return not aims and not plans
    if done and not (_AIMS.search(near) or _PLANS.search(near)):
        return False
    if kind == "target":
        return aims or (section == "target" and not plans)
    return (plans and not aims) or (section == "plan" and not aims)


def period_is_said(
    text: SourceText,
    item: Stated,
    kind: Kind,
    sections: Sequence[Section],
    beside: tuple[int, int],
    dated: Sequence[tuple[int, str]] = (),
    period: str = "",
) -> bool:
    """Whether the clause of a number, or nothing but its sentence or heading, says its period;
    `beside` is where the numbers before and behind it end and begin, `dated` where words of time
    stand in the text, with what they say."""
    begin, stop = text.bounds(item.place.start, item.place.end)
    own, end = text.clause(item.place.start, item.place.end)
    if not has_hanzi(text.matching[begin:stop]):
        own, end = max(begin, beside[0]), min(stop, beside[1])
        if own > begin:
            own = text.matching.rfind("，", own, item.place.start) + 1 or own
        if _times(text, item.place.end, end):
            return len(_times(text, item.place.end, end)) == 1
        inner = _times(text, own, item.place.start) or _times(text, begin, own)
        return (
            len(inner) == 1
            if _times(text, begin, stop)
            else _heads(text, item, kind, sections, dated, period)
        )
    said, inner = _times(text, begin, stop), _times(text, own, end)
    rest = TIMES.sub("", _AGO.sub("", plain(text.matching[begin : item.place.start])))
    if TIME.search(rest) and not inner:
        return False  # 上年度, of a year that nobody names
    if len(said) > 1:
        # Of several times the one of its own clause is its own, where that has no other; of a
        # clause that has several, the one that is its own alone.
        near = _times(text, max(own, beside[0]), min(end, beside[1]))
        return (len(inner) == 1 and not _FROM.search(text.matching, own, end)) or len(near) == 1
    return True if said else _heads(text, item, kind, sections, dated, period)


def _times(text: SourceText, begin: int, end: int) -> set[str]:
    return {match[0] for match in TIMES.finditer(text.matching, begin, end)}


def times_of(text: SourceText, year: int) -> list[tuple[int, str]]:
    """Where words of time stand in a text, and what they say; not what others are compared with."""
    return [
        (match.start(), period_of(match, year))
        for match in TIMES.finditer(text.matching)
        if not _THAN.search(text.matching, max(0, match.start() - 1), match.start())
        and not _THIS_YEAR.fullmatch(match[0])
    ]


def _heads(
    text: SourceText,
    item: Stated,
    kind: Kind,
    sections: Sequence[Section],
    dated: Sequence[tuple[int, str]],
    period: str,
) -> bool:
    """Whether the part of a text that a number stands in tells when it is."""
    at = text.offsets[item.place.start]
    line = text.text.rfind("\n", 0, at) + 1
    if TIME.search(TIMES.sub("", _AGO.sub("", plain(text.text[line:at])))):
        return False  # 五年来: since then, and not in the year of the heading
    last = bisect_right([each.start for each in sections], at) - 1
    section = sections[last]
    # A paragraph that tells of another time leaves open of when the next one is.
    known = bisect_right(dated, (item.place.start, ""))
    before = dated[known - 1] if known else (0, "")
    below = text.text.find("\n", section.start + 1)
    if text.offsets[before[0]] > below > 0 and before[1] not in ("", period):
        return False
    first = next(each for each in sections if each.period == section.period)
    return kind == "actual" or (section.kind == kind and first.kind in (kind, None))


_AGO = pattern(
    r"(?:[比较較与與]|相[比较較])(?:上年|去年|上月|上季度?|上年同期|去年同期|同期)|同期|同比"
    r"|[连連][续續][一二三四五六七八九十两兩\d]+[年季月]"
)
_THIS_YEAR = pattern(r"(?:[这這]|[过過]去|近)一年")
_THAN = pattern(r"[比较較与與于於至到]$")
_FROM = pattern(r"[由从從][^，。；]*\d[^，。；]*[到至]")


def comes_from(text: SourceText, item: Stated) -> bool:
    """Whether a number is what something came from, and says of no year of its own: 由3650元上升至
    5270元."""
    begin, stop = text.clause(item.place.start, item.place.end)
    lead = plain(text.matching[begin : item.place.start])
    tail = plain(text.matching[item.place.end : stop])
    found = _OUT_OF.search(lead)
    return bool(found and _INTO.search(tail) and not TIMES.search(found[0]))


_OUT_OF = pattern(r"[由从從自][^，。；到至]{0,12}$")
_INTO = pattern(r"^[^，。；\d]{0,10}[到至为為]")
