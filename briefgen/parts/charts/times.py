"""Turn the names of a chart's categories into points in time, to tell how far apart they are."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from briefgen.brief.model import Segment, Text, words
from briefgen.facts.calendar import MONTHS
from briefgen.facts.numerals import numeral, plain
from briefgen.parts.context import Context
from briefgen.patterns import pattern
from briefgen.problems import Mark
from briefgen.record import Record, replace

_Y = r"(?P<year>[12]\d{3})"
_MONTH = rf"(?P<named>{'|'.join(f'{name}|{name[:3]}' for name in MONTHS)}|Sept)\.?"
_D = r"(?P<day>\d{1,2})"
# A count that has grown since January is of the month it goes to: 1—5月.
_M = r"(?:1\s*[-—–－至到~～]\s*)?(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_FORMS = tuple(
    pattern(f"(?i){form}")
    for form in (
        rf"{_Y}\s*(?:年[度末底]?)?",
        rf"(?:FY|CY)\s?{_Y}",
        rf"(?:{_Y}\s*年?\s*)?(?:第?(?P<quarter>[1-4一二三四])季度?|Q(?P<q>[1-4]))",
        rf"(?P<q>[1-4])Q\s?{_Y}|Q(?P<q2>[1-4])\s+(?P<y2>[12]\d{{3}})",
        rf"(?:{_Y}\s*年?\s*)?(?P<half>[上下])半年",
        rf"(?:{_Y}\s*年\s*)?{_M}月(?:份|末|底)?",
        rf"{_Y}[-/.](?P<month>\d{{1,2}})",
        rf"(?:{_Y}\s*年\s*)?(?P<month>\d{{1,2}})月{_D}[日号]?",
        rf"{_Y}[-/.](?P<month>\d{{1,2}})[-/.]{_D}",
        rf"{_MONTH}(?:[ \-](?:{_Y}|(?P<short>\d\d)))?",
        rf"{_D}[ \-]{_MONTH}(?:[ \-](?:{_Y}|(?P<short>\d\d)))?",
        rf"{_MONTH} {_D},?(?: {_Y})?",
    )
)
_LIKELY = pattern(r"\d|[月季度半年份]$")
_SHORT = frozenset(name[:3] for name in MONTHS)
_SIZES = {"year": 0, "half": 2, "quarter": 4, "month": 12, "day": 0}


class _Moment(Record):
    """A point in time, as exact as its name: its year (0 where it is not said), and the number of
    the half, quarter or month in it, or the day."""

    unit: str
    year: int
    number: int = 0
    day: int = 0


def evenly(names: Sequence[str]) -> bool | None:
    """Whether names of times follow each other in equal steps; None where they are no times, or
    are not of one form."""
    found = [_moment(name) for name in names]
    moments = _with_years([each for each in found if each])
    if len(moments) < len(names) or len({(m.unit, bool(m.year)) for m in moments}) > 1:
        return None
    if moments[0].unit == "day":
        return _even_days(moments)
    size = _SIZES[moments[0].unit]
    places = [m.year * size + m.number if size else m.year for m in moments]
    steps = {b - a for a, b in pairwise(places)}
    if size and not moments[0].year:
        # Without a year December is followed by January.
        steps = {step % size for step in steps}
    return len(steps) == 1 and min(steps) > 0


def apart_unevenly(names: Sequence[str]) -> bool:
    """Whether names of times, of three or more that say their year, are plainly not equally far
    apart; what is no time is passed over."""
    found = _with_years([each for name in names if (each := _moment(name))])
    starts = [start for each in found if each.year for start, _ in [_bounds(each)]]
    days = [(year * 12 + month) * 30 + day for year, month, day in starts]
    steps = [b - a for a, b in pairwise(days)]
    return len(steps) > 1 and max(steps) * 4 > min(steps) * 5


_RELATIVE = pattern(
    r"(?i)\b(?:last|this|next|previous|past|following|same) (?:\w+ )?year\b|[去今明后当上本翌]年"
)


def backwards(names: Sequence[str]) -> int | None:
    """The first of names of times that lies before the one above it; what is no time is passed
    over."""
    found = [(index, each) for index, name in enumerate(names) if (each := _moment(name))]
    dated = zip(found, _with_years([each for _, each in found]), strict=True)
    latest, whole, last = (0, 0, 0), False, 0
    for (index, said), moment in dated:
        start, end = _bounds(moment)
        # Nor need it be of the year before, behind “Last year”.
        whole = whole or any(_RELATIVE.search(name) for name in names[last:index])
        last = index
        # April behind 2022/23 need not be one of that year.
        whole = said.unit == "year" if said.year else whole
        if whole and not said.year:
            continue
        if moment.year and end < latest:
            return index
        latest = max(latest, start) if moment.year else latest
    return None


def _bounds(moment: _Moment) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """The first and the last day of a moment (year, month, day)."""
    year, n = moment.year, moment.number
    months = {"year": (1, 12), "half": (6 * n - 5, 6 * n), "quarter": (3 * n - 2, 3 * n)}
    first, last = months.get(moment.unit, (n, n))
    return (year, first, moment.day or 1), (year, last, moment.day or 31)


def _with_years(moments: Sequence[_Moment]) -> list[_Moment]:
    """The moments with the year of the one before where they say none: 2023年11月, 12月."""
    out: list[_Moment] = []
    for moment in moments:
        year = moment.year or (out[-1].year if out else 0)
        out.append(replace(moment, year=year))
    return out


def _even_days(moments: Sequence[_Moment]) -> bool:
    """Days are evenly apart by their number, or by months: the same day of each, or the last."""
    try:
        # A year that is not said is taken for one without 29 February, unless that is named.
        leap = any(m.number == 2 and m.day == 29 for m in moments)
        days = [date(m.year or (2000 if leap else 2001), m.number, m.day) for m in moments]
    except ValueError:
        return False
    steps = {(b - a).days for a, b in pairwise(days)}
    if len(steps) == 1:
        return min(steps) > 0
    last = all(d.day == monthrange(d.year, d.month)[1] for d in days)
    if not last and len({d.day for d in days}) > 1:
        return False
    months = {(b.year - a.year) * 12 + b.month - a.month for a, b in pairwise(days)}
    return len(months) == 1 and min(months) > 0


def _moment(name: str) -> _Moment | None:
    words = plain(name.strip())
    # Most names are no times, and to look at them so costs a dozen patterns.
    if not (_LIKELY.search(words) or words[:3].title() in _SHORT):
        return None
    for form in _FORMS:
        if match := form.fullmatch(words):
            said = {key: value for key, value in match.groupdict().items() if value}
            return _read(said)
    return None


def _read(said: dict[str, str]) -> _Moment | None:
    year = int(said.get("year") or said.get("y2") or 0)
    if short := said.get("short"):
        year = 2000 + int(short)
    if quarter := said.get("quarter") or said.get("q") or said.get("q2"):
        return _Moment("quarter", year, _count(quarter))
    if half := said.get("half"):
        return _Moment("half", year, 1 + (half == "下"))
    if named := said.get("named"):
        number = next(i for i, full in enumerate(MONTHS, 1) if full[:3] == named[:3].title())
    elif month := said.get("month"):
        number = _count(month)
        if number > len(MONTHS) and not said.get("day"):
            # 2022/23 is a year of two.
            return _Moment("year", year) if year else None
    else:
        return _Moment("year", year)
    day = said.get("day")
    return _Moment("day" if day else "month", year, number, int(day or 0))


def _count(words: str) -> int:
    found = numeral(words)
    return int(found.value) if found else int(words)


def not_to_scale(ctx: Context, note: Text | None, mark: Mark) -> Text:
    """A note with what equal distances between unequal times have to say, where it does not."""
    said = ctx.say("时间间距不按比例。", "Distances are not to scale.")
    if note is None or not str(note):
        return words(said, note.mark if note else mark)
    if any(each in str(note).lower() for each in ("比例", "等比", "scale")):
        return note
    stop = ctx.say("" if str(note)[-1] in "。；！？" else "；", " ")
    return replace(note, segments=(*note.segments, Segment(stop + said)))
