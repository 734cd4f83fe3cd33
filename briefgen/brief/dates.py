"""Turn an ISO date of any precision into words."""

from __future__ import annotations

from datetime import date

from briefgen.facts.calendar import Date
from briefgen.facts.moments import moments
from briefgen.patterns import pattern

# Of a year and its month alone: 2031/4, 2031.04.
_YEAR_MONTH = pattern(r"(\d{4})[-/.](\d{1,2})")


def spoken_date(written: str, language: str) -> str:
    """`2024-02-21`, `2024-02` or `2024` as a reader of a language (BCP 47) writes it; "" for "".

    Raises ValueError where the calendar has no such day.

    >>> spoken_date("2024-02", "zh-Hans"), spoken_date("2024-02-21", "en")
    ('2024年2月', '21 February 2024')
    """
    if not written:
        return ""
    numbers = [int(part) for part in written.split("-")]
    year, month, day = (*numbers, 1, 1)[:3]
    date(year, month, day)
    if language.startswith("en"):
        known = Date(year, month if len(numbers) > 1 else 0, day if len(numbers) > 2 else 0)
        return known.english(month_first=language == "en-US")
    return "".join(f"{n}{unit}" for n, unit in zip(numbers, "年月日", strict=False))


def iso_date(written: str) -> str:
    """A date as people write it, in the form of ISO 8601; anything else as it is.

    >>> iso_date("2031年4月9日"), iso_date("2031/4"), iso_date("April 9, 2031"), iso_date("soon")
    ('2031-04-09', '2031-04', '2031-04-09', 'soon')
    """
    plain = written.strip()
    if match := _YEAR_MONTH.fullmatch(plain):
        return f"{match[1]}-{match[2]:0>2}"
    named = moments(plain)
    if len(named) != 1 or (named[0].start, named[0].end) != (0, len(plain)):
        return written
    moment = named[0].moment
    if not moment.year:
        return written
    parts = (f"{moment.year:04}", f"{moment.month:02}", f"{moment.day:02}")
    return "-".join(parts[: 1 + bool(moment.month) + bool(moment.month and moment.day)])
