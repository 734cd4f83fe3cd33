"""Turn an ISO date of any precision into words."""

from __future__ import annotations

from datetime import date

from briefgen.facts.calendar import Date


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
