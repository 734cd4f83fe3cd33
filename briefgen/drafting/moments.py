"""Turn the words of English sentences into the periods that they are about.

The fourth quarter of 2024 is called Q4 2024, the nine months ended September 30, 2024, Nine months
2024: short names for the columns of charts and the beginnings of titles.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.patterns import pattern

_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_PERIOD = pattern(
    r"(?P<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[- ][Qq]uarter(?: of)?(?: fiscal)?"
    r"(?: year)?"
    r"(?: [Ee]nded [A-Z][a-z]+ \d{1,2},?)? (?P<of>(?:19|20)\d\d)"
    r"|Q(?P<q>[1-4]) (?:of )?(?:fiscal )?(?P<qof>(?:19|20)\d\d)"
    r"|(?P<months>[Tt]hree|[Ss]ix|[Nn]ine|[Tt]welve) [Mm]onths? [Ee]nd(?:ed|ing) "
    r"(?P<end>[A-Z][a-z]+) \d{1,2},? (?P<mof>(?:19|20)\d\d)"
    r"|(?:[Ff]irst (?P<first>three|six|nine) months of) (?P<fof>(?:19|20)\d\d)"
    r"|(?:[Ff]iscal(?: [Yy]ear)?|FY) ?(?P<fiscal>(?:19|20)\d\d)"
    r"|(?:[Ff]ull[- ][Yy]ear(?: of| ended [A-Z][a-z]+ \d{1,2},)?"
    r"|[Yy]ear end(?:ed|ing) [A-Z][a-z]+ \d{1,2},) (?P<year>(?:19|20)\d\d)"
)
_YEAR = pattern(r"(?<![\d$,.])(?:19|20)\d\d(?![\d,.]\d)")
_ALIKE = pattern(
    r"same (?:period|quarter|time|three|six|nine|twelve)|(?:prior|previous|last|preceding)[- ]year"
    r"|year[- ](?:ago|earlier)|a year before|comparable (?:period|quarter)"
    r"|(?:corresponding|equivalent) (?:period|quarter)|prior period|last year",
    2,
)
_EARLIER = "A year earlier"
_BEFORE = "Previous year"


def periods_in(words: str) -> Iterator[tuple[str, int]]:
    """The periods that words name, each by its short name, with its year."""
    for match in _PERIOD.finditer(words):
        if match["quarter"]:
            year = match["of"] if "fiscal" not in match[0] else f"FY{match['of']}"
            yield f"Q{_ORDER[match['quarter'].lower()]} {year}", int(match["of"])
        elif match["q"]:
            yield f"Q{match['q']} {match['qof']}", int(match["qof"])
        elif match["months"]:
            count = match["months"].capitalize()
            name = f"{count} months to {match['end'][:3]}" if count != "Twelve" else "Full year"
            yield f"{name} {match['mof']}", int(match["mof"])
        elif match["first"]:
            yield f"First {match['first']} months {match['fof']}", int(match["fof"])
        elif match["fiscal"]:
            yield f"FY{match['fiscal']}", int(match["fiscal"])
        else:
            yield f"Full year {match['year']}", int(match["year"])


def moments_of(sentence: str, heading: str) -> tuple[str, str] | None:
    """The earlier and the later period of a sentence that compares two; what it leaves open its
    heading says. None where neither names one, or others than two."""
    own = list(dict.fromkeys(periods_in(sentence)))
    above = list(dict.fromkeys(periods_in(heading)))
    if len(own) > 2:
        return None
    if not own:
        own = above[:1]
    if not own:
        return None
    if len(own) == 2:
        (early, _), (late, _) = sorted(own, key=lambda each: each[1])
        return (early, late) if own[0][1] != own[1][1] else None
    name, year = own[0]
    if above and above[0][1] > year:
        # Compared to Q2 2022 is told of the period that the heading names.
        return name, above[0][0]
    stem = name.removesuffix(str(year))
    years = {int(each) for each in _YEAR.findall(sentence)} - {year}
    other = next(iter(years), 0)
    if len(years) == 1 and abs(other - year) == 1:
        first, last = sorted((year, other))
        return f"{stem}{first}", f"{stem}{last}"
    return (_EARLIER, name) if _ALIKE.search(sentence + " " + heading) else None


def within(period: str) -> str:
    """A period within a sentence.

    >>> within("Q4 2024"), within("Nine months to Sep 2024"), within("A year earlier")
    ('in Q4 2024', 'in the nine months to Sep 2024', 'a year earlier')
    """
    if period == _BEFORE:
        return f"in the {period[0].lower()}{period[1:]}"
    if period == _EARLIER:
        return period[:1].lower() + period[1:]
    if _ON_DAY.match(period):
        return f"on {period}"
    return (
        f"in {period}"
        if period[0].isdigit() or period[1:].lstrip("Y")[0].isdigit()
        else f"in the {period[0].lower()}{period[1:]}"
    )


_ON_DAY = pattern(r"[A-Z][a-z]{2} \d{1,2}, \d{4}")


def has_year(words: str) -> bool:
    """Whether Chinese words name a year, or a plan by its number."""
    return bool(_NAMED.search(words))


_NAMED = pattern(r"(?:19|20)\d\d年?|[十]?[一二三四五]五[”\"]?(?:时期|期间|规划)|五年")


def has_period(words: str) -> bool:
    """Whether words say of when they are: a period, a year, a day."""
    if has_hanzi(words):
        return bool(_WHEN.search(words))
    return bool(_YEAR.search(words) or _ALWAYS.search(words))


_WHEN = pattern(r"(?:19|20)\d\d年?|[“\"]?十[一二三四五六]五|五年|去年|今年|全年|上半年|季度")
_ALWAYS = pattern(r"\b(?:quarter|Q[1-4]|months|annual(?:ly)?|half|year|today|weekly|monthly)\b", 2)


def said_at(claim: str, period: str, most: int) -> str:
    """A claim with its period: as it is where it names one, else behind that; "" where that is too
    long."""
    if has_period(claim) or period in ("", "期末"):
        return claim if cells(claim) <= most else ""
    both = f"{period}：{claim}" if has_hanzi(claim) else f"{period}: {claim}"
    return both if cells(both) <= most else ""
