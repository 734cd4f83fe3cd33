"""Turn the headings of a source, and the words of time before a number, into its kind and period.

A heading says what a part of a report is about: what was done (工作回顾), what is aimed at (工作
安排), what is planned (规划), and of which year. Within a paragraph the last word of time before a
number holds (一季度, 这五年), but not one that it is compared with (比上年, from 2018).
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from briefgen.facts.announced import announced
from briefgen.facts.by_then import DATELINE, is_by_then, same_time, told_in
from briefgen.facts.compared import compared
from briefgen.facts.figures import Kind
from briefgen.facts.held_on import spoken_in
from briefgen.facts.inventory import Stated
from briefgen.facts.kind import MODAL, PROPOSED, begins_with_part, kind_of
from briefgen.facts.offsets import Spans
from briefgen.facts.periods import DAY, TIMES, begins, named, period_of
from briefgen.facts.sections import Section, sections
from briefgen.facts.sources import SourceText
from briefgen.facts.within_period import SPANNED, of_both, of_number
from briefgen.facts.year_rows import year_row
from briefgen.patterns import pattern
from briefgen.record import Record

_COMPARED = pattern(
    r"(?:比|较|較|与|與|接近|相[当當][于於]|高于|高於|低于|低於|快于|上年"
    r"|\bfrom|\bthan|\bversus|\bvs\.?|\bwith|\bto)\s*(?:the )?$"
)
# What a number begins from is of the time beside it alone: 由2020年的38.6亿; (H1 2019: £37.9m).
_ITS_OWN = pattern(r"(?:[由从從(（]\s*|prior[- ]year )$")
# Not what something grew to: 增加到2024年的43.8万亿元.
_BY_THEN = pattern(r"(?<![加长長高升大降增涨漲得达達落跌减減少缩縮退年月季度])[到至]$")
# 是2020年的3倍: what it is compared with.
_BEGUN = pattern(r"[自按]\s*$|自[从從]\s*$")
_BASE = pattern(r"(?:不变|不變|可比|价|價)|以来|以來|的[约近超]?[\d.一二两三四五六七八九十]+多?倍")


class Told(Record):
    """What headings and clauses tell of a number: its kind, and its period ("" where none does)."""

    kind: Kind
    period: str
    # Whether a list names a time for each of its numbers.
    in_turn: bool = False
    # Whether its sentence compares another with it, and does not say of when it is.
    astray: bool = False
    # Whether it is of a year earlier than another, and nobody says of which.
    earlier: bool = False


class _Time(Record):
    """A word of time: where it stands, its period, and whether that is of one number alone."""

    start: int
    end: int
    line: int
    period: str
    alone: bool
    english: bool
    # Whether it is what is to be reached by then: 到2030年.
    aim: bool = False
    # The year that it names itself, 0 where it names none.
    year: int = 0
    # The sentence whose alone it is; -1: it holds for those that follow too.
    sentence: int = -1


def told(text: SourceText, stated: Iterable[Stated], year: int = 0, month: int = 12) -> list[Told]:
    """Kind and period of each number; `year` is that of the source (0: not
    known), `month` the one of that year in which it was published."""
    # Without a date of its own a text is of the day of its dateline.
    if not year and (day := DATELINE.match(text.text)):
        year, month = int(day["year"]), int(day["month"])
    parts = list(sections(text, year))
    starts = [part.start for part in parts]
    now = spoken_in(text, year)
    year = year or now
    times = list(_times(text, parts, starts, year, now, month))
    places = [time.start for time in times]
    made: list[Told] = []
    items, last = list(stated), -1
    lists = Spans.of(list(announced(text.text)))
    for item in items:
        start = item.place.start
        section = parts[bisect_right(starts, text.offsets[start]) - 1]
        known = bisect_right(places, start)
        sentence = bisect_right(text.sentence_ends, start)
        own_time = _behind(text, times[known:], item)
        time = own_time or _last(text, times[:known], start, item.place.line, sentence)
        period = time.period if time else section.period
        base = None if own_time or (time and time.alone) else compared(text, start, last, period)
        before, period, last = last, base.period if base else period, item.place.end
        period = of_number(text, item, period, (time.start, time.end) if time else None)
        period = row.period if (row := year_row(text, item)) else period
        announced_there = section.kind is None and lists.touch(*_place(text, item))
        kind = _of_time(text, item, time, "plan" if announced_there else section.kind, year)
        kind = _beside(text, item, kind, before, made[-1:] if section.kind is None else ())
        unsure = base is not None and not base.sure
        made.append(
            Told(
                kind,
                period,
                astray=unsure and not (base and base.earlier),
                earlier=unsure and bool(base and base.earlier),
            )
        )
    for at, period in _in_turn(text, items, times):
        made[at] = Told(made[at].kind, period, in_turn=True)
    return made


def _beside(text: SourceText, item: Stated, kind: Kind, last: int, before: Sequence[Told]) -> Kind:
    """The kind of a number beside others: is expected to reach $10.5m, compared to $6.2m in 2024;
    会预留五百亿元。其中二百亿元…. `last` is where the one before ended."""
    if kind == "plan" and _BESIDE.search(text.matching, last, item.place.start):
        return "actual"
    if kind == "actual" and before and begins_with_part(text, item):
        return before[0].kind
    return kind


def _place(text: SourceText, item: Stated) -> tuple[int, int]:
    """Where a number stands in the text as it is written."""
    return text.offsets[item.place.start], text.offsets[item.place.end - 1] + 1


def _of_time(
    text: SourceText, item: Stated, time: _Time | None, part: Kind | None, year: int
) -> Kind:
    """The kind of a number in a part of that kind, whose time is that of its words."""
    modal = item.quantity.qualifier.startswith(MODAL)
    if time is None:
        return kind_of(text, item, part)
    if time.aim and not modal:
        return "target"
    # What a plan says of a year that is over has been done.
    # A financial year that began in one ends in the next.
    past = (
        0 < time.year + ("/" in time.period) < year
        and not modal
        and not PROPOSED.search(item.before)
    )
    # What is said of a year to come is not done yet.
    ahead: Kind | None = "plan" if year < time.year and year else part
    return kind_of(text, item, "actual" if past else part or ahead)


def _in_turn(
    text: SourceText, items: Sequence[Stated], times: Sequence[_Time]
) -> Iterator[tuple[int, str]]:
    """The periods of lists that have one for each number: 2023年、2024年分别增长5.2%和4.8%."""
    starts = [time.start for time in times]
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and _listed(text, items[end - 1], items[end]):
            end += 1
        if end > at + 1:
            first, last = items[at].place, items[end - 1].place
            begin, stop = text.bounds(first.start, first.end)
            known = times[bisect_right(starts, begin - 1) : bisect_right(starts, first.start)]
            known = known[at - end :]
            lead = text.matching[known[-1].end : first.start] if known else ""
            if said := of_both(text, begin, first.start, last.end, stop):
                periods = said
            else:
                apart = [text.matching[a.end : b.start] for a, b in itertools.pairwise(known)]
                each = "分别" in lead or "分別" in lead
                joined = each and all(_JOINT.fullmatch(words) for words in apart)
                periods = [time.period for time in known] if joined else []
                if each and len(known) == 1 and (years := SPANNED.fullmatch(known[0].period)):
                    # 2025—2027年净利润分别为…: a year for each.
                    ran = range(int(years[1]), int(years[2]) + 1)
                    periods = [f"{year}年" for year in ran]
            if len(periods) == end - at:
                yield from zip(range(at, end), periods, strict=True)
        at = end


def _listed(text: SourceText, one: Stated, other: Stated) -> bool:
    """Whether two numbers are neighbours in a list."""
    alike = one.quantity.unit == other.quantity.unit
    return alike and bool(_JOINT.fullmatch(text.matching[one.place.end : other.place.start]))


_JOINT = pattern(r"[、和与及與]|以及|，? ?and ")


def _last(
    text: SourceText, times: list[_Time], start: int, line: int, sentence: int
) -> _Time | None:
    """The word of time that holds for a number at a place."""
    for time in reversed(times):
        if time.line != line:
            return None
        if time.sentence not in (-1, sentence):
            continue
        if time.sentence == sentence and _PART_ENDS.search(text.matching, time.end, start):
            continue  # what one part of a list of clauses says of when is of no other
        if not time.alone or start - time.end <= 3:
            return time
    return None


def _behind(text: SourceText, times: list[_Time], item: Stated) -> _Time | None:
    """The time that English says behind a number: £400 million in 2020."""
    end = item.place.end
    if not times or not times[0].english or not text.matching[end : end + 1].isascii():
        return None
    if times[0].start >= text.bounds(item.place.start, end)[1]:
        return None
    between = text.matching[end : times[0].start]
    return None if _PARTED.search(between) or len(between) > _NEAR else times[0]


# A time farther off, or behind another number or clause, is not said of a number.
# So is that of what a change is over: 22%) over the same period in 2024.
_NEAR, _PARTED = (
    30,
    pattern(
        r"[\d.，,;；(（\n]|\b(?:over|than|from|versus)\b[^.]*\b(?:period|quarter|year|months?)\b"
    ),
)


def _times(
    text: SourceText,
    parts: list[Section],
    starts: list[int],
    year: int,
    now: int,
    month: int = 12,
) -> Iterator[_Time]:
    """The words of time that a number's period may be told by, in order."""
    said, opened, last = (-1, 0, ""), (-1, -1), 0
    for match in TIMES.finditer(text.matching):
        lead = text.matching[max(0, match.start() - 12) : match.start()]
        if _is_base(text, match, lead):
            continue
        offset = text.offsets[match.start()]
        section = parts[bisect_right(starts, offset) - 1]
        line = bisect_right(text.lines, offset)
        by_then = bool(_BY_THEN.search(lead))
        # A year by whose end something is to be done tells nothing of what is said after it.
        if match["year"] and not (by_then or match["part"] in _ENDS):
            said = line, int(match["year"]), match["part"]
        elif match["spoken"] and not by_then:
            said = line, named(match), ""
        # A quarter is of the year that its paragraph names last.
        paragraph = told_in(match, said[1:], year) if said[0] == line else section.year
        counted = _counted_from(match["relative"], paragraph, now)
        # In January the fourth quarter is that of the year before.
        ended = match["bare"] and paragraph == year and not section.kind
        ended = ended and _is_over(match["bare"], month)
        near = text.matching[match.end() : match.end() + _NEAR].partition("。")[0]
        ended = ended and not _TO_COME.search(lead + near)
        period = same_time(text, match, period_of(match, counted - bool(ended)))
        # A whole year that nobody names is none that was said before.
        if not (period or match["bare"] or match["relative"]):
            continue
        period, day = _whole(text, match, period, section)
        own = named(match)
        sentence = bisect_right(text.sentence_ends, match.start())
        begin = text.sentence_ends[sentence - 1] if sentence else 0
        split = _splits(text, match, begin, last if opened == (sentence, line) else -1)
        # Nor does a year to come that a later clause names say when the next sentence is.
        ahead = own and not 0 < own <= year
        later = ahead and text.matching.find("，", begin, match.start()) >= 0
        to_come = is_by_then(match, text.matching[match.end() : match.end() + _NEAR])
        split = any((split, day, later, to_come, period.endswith("同期")))
        opened, last = (sentence, line), match.end()
        yield _Time(
            start=match.start(),
            end=match.end(),
            line=line,
            period=period,
            alone=bool(_ITS_OWN.search(lead)) or _is_compared(text, match, begin),
            english=_is_english(match),
            aim=not section.kind if to_come else by_then and own > year,
            year=own,
            sentence=sentence if split else -1,
        )


def _is_over(bare: str, month: int) -> bool:
    """Whether a part of a year that is told of in this month can only be one of the year before."""
    if bare in ("全年", "年末"):
        return month == 1
    quarter = "季" in bare and not bare.startswith(("前", "首"))
    return begins(bare) > month or (quarter and begins(bare) + 2 > month + 1)


def _whole(
    text: SourceText, match: re.Match[str], period: str, section: Section
) -> tuple[str, bool]:
    """The period of a word of time with the day that it goes on with, and whether it does."""
    if match["span"]:
        this = section.year and section.kind == "actual" and _THIS_YEAR.fullmatch(match["span"])
        return f"{section.year}年" if this else text.words(match.start(), match.end()), False
    day = DAY.match(text.matching, match.end())
    return (period + day[0] if period else "", True) if day else (period, False)


def _is_base(text: SourceText, match: re.Match[str], lead: str) -> bool:
    """Whether a word of time is but what a number is compared with or counted from, or a day's."""
    end = match.end()
    return bool(
        _COMPARED.search(lead)
        or (text.matching.startswith("同期", end) and not same_time(text, match))
        or _DAY_ALONE.match(text.matching, end)
        or _BASE.match(text.matching, end)
        or _BEGUN.search(lead)
    )


def _is_compared(text: SourceText, match: re.Match[str], begin: int) -> bool:
    """Whether a day is of a number that another is compared with: $31.6m as of March 31, 2026."""
    near = max(begin, match.start() - _NEAR - _NEAR)
    return bool(match["day"]) and bool(_AGAINST.search(text.matching, near, match.start()))


def _is_english(match: re.Match[str]) -> bool:
    """Whether a word of time is an English one."""
    return match[0].replace("，", ",").isascii()


def _splits(text: SourceText, match: re.Match[str], begin: int, last: int) -> bool:
    """Whether a word of time is of its sentence alone, which begins at `begin` and whose word of
    time before ended at `last` (-1: it has none)."""
    start = match.start()
    # What parts a sentence (分季度看，一季度下降6.8%) is of that alone.
    if _WITHIN.search(text.matching, begin, start):
        return True
    # What English says within a sentence is of that alone; at its head, of what follows.
    if _is_english(match):
        return not _AT_HEAD.fullmatch(text.matching, begin, start)
    if last < 0:
        # 增加9%，涉及去年计划的112亿元; “十四五”期间最大的项目: of what its clause alone is about.
        modifies = match["span"] and start > begin and _MODIFIES.match(text.matching, match.end())
        # A heading is no sentence of what stands below it.
        lead = text.text[text.offsets[begin] : text.offsets[start]].rpartition("\n")[2]
        return bool(modifies or _COUNTED_BEFORE.search(lead))
    return not _JOINT.fullmatch(text.matching, last, start)


def _counted_from(relative: str | None, paragraph: int, now: int) -> int:
    """The year that a word of time counts from: 去年 is the one before that of the speech, whatever
    year a heading or paragraph names, and none where nobody says when it was held."""
    if not relative:
        return paragraph
    return now or paragraph * (relative != "去年")


# A day on which something was so; not one that a report is of, or was told on.
_DAY_ALONE = pattern(
    r"\d{1,2}日(?![，起当當至])"
    r"|\d{1,2}日，(?:[^，]{0,8}(?:记者|記者|获悉|獲悉)|[据據从從由]"
    r"|[^，。]{2,16}(?:公布|公佈|发布|發布|發表|表示|消息))"
)
_THIS_YEAR = pattern(r"(?:这|這|过去|過去)一年")
_PART_ENDS = pattern(r"[；;]")
_MODIFIES = pattern(r"[^，。；]{1,8}(?:最|的)")
_AGAINST = pattern(r"\b(?:compared|versus|vs\.?|than|from)\b[^;；]*$")
_BESIDE = pattern(
    r"\b(?:(?:as )?compared (?:to|with)|versus|(?:up|down) from) "
    r"(?!an? (?:estimate|forecast))[$€£¥(]*$|\((?:[HQ][1-4] )?20\d\d: [$€£¥]?$"
)
_TO_COME = pattern(r"预计|預計|力争|力爭|目标|目標|计划|計劃|将|將|拟|擬|有望")
_COUNTED_BEFORE = pattern(r"(?:\d|百分之)[^，；。年月日]*[，；]")
_AT_HEAD = pattern(
    r"\W*(?:(?:In|For|During|Over|At|By|Throughout) )?(?:[Tt]he )?(?:full |fiscal )?"
)
_ENDS = ("底", "年底", "末", "年末")
_WITHIN = pattern(
    r"\b(?:compared|versus|vs)\b|\bfrom [$€£¥A-Z\d]|其中|分(?:季度|月|阶段|階段)[看来來]"
)
