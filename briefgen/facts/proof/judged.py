"""Turn drafts of entries into those that their own clauses prove, and those that need an eye.

An entry stands without a mark only where the grammar of its clause proves what is counted, whether
it is so or is to be, and of when. Of the others the likeliest are marked, one in five of all at
most; the rest are left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.figures import Kind
from briefgen.facts.headings import Told
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.proof import chinese, english
from briefgen.facts.proof.chinese import NOTHING, Said
from briefgen.facts.proof.clause import Clause, clause_of
from briefgen.facts.proof.kinds import comes_from, kind_is_said, period_is_said, times_of
from briefgen.facts.sections import sections
from briefgen.facts.sources import SourceText
from briefgen.facts.tables import row_of
from briefgen.facts.units import unit_of
from briefgen.facts.year_rows import year_row
from briefgen.patterns import pattern
from briefgen.problems import Phrase, phrase
from briefgen.record import Record


class Judged(Record):
    """What is proved of a number: its label and period, and why no more is (None: all is)."""

    label: str
    period: str
    why: Phrase | None = None


def judged(
    text: SourceText,
    items: Sequence[Stated],
    labels: Sequence[Label],
    told: Sequence[Told],
    year: int,
) -> list[Judged]:
    """What is proved of each number of a text, in order."""
    made: list[Judged] = []
    parts = list(sections(text, year))
    starts = [each.start for each in parts]
    dated = times_of(text, year)
    last = NOTHING
    for at, (item, label, of) in enumerate(zip(items, labels, told, strict=True)):
        before = items[at - 1] if at else None
        clause = clause_of(
            text, item, before, items[at + 1] if at + 1 < len(items) else None, _parted(text, item)
        )
        if row_of(text, item.place.start) or year_row(text, item):
            made.append(Judged(label.text, of.period))
            last = NOTHING
            continue
        said = last if clause.later else NOTHING
        hanzi = has_hanzi(clause.said + clause.tail)
        prove = chinese.proves if hanzi else english.proves
        last = prove(clause, item, label.text, said)
        section = parts[bisect_right(starts, text.offsets[item.place.start]) - 1].kind
        period = of.period
        beside = (
            before.place.end if before else 0,
            items[at + 1].place.start if at + 1 < len(items) else len(text.matching),
        )
        known = of.in_turn or period_is_said(text, item, of.kind, parts, beside, dated, period)
        period = period if known else ""
        if last.earlier and made and period == made[-1].period:
            period = ""
        if period and comes_from(text, item):
            period = ""
        words, why = _weighed(text, item, label, last, of, clause, section, period)
        made.append(Judged(words, period, why))
    return made


def _weighed(
    text: SourceText,
    item: Stated,
    label: Label,
    said: Said,
    of: Told,
    clause: Clause,
    section: Kind | None,
    period: str,
) -> tuple[str, Phrase | None]:
    """The label of a number, and what its clause does not prove, if anything."""
    if not said.label:
        return label.text, phrase("draft-unproved", label=label.text)
    words = said.label
    if unit_of(item.quantity.unit).kind == "time" and not _LASTS.search(words):
        return words, phrase("draft-runs", label=words)
    if said.earlier and not period:
        if not (of.earlier or _YEAR_AGO.search(clause.tail)):
            return words, phrase("draft-compared")
        words = f"{words}, year earlier"
    if not kind_is_said(of.kind, clause, section):
        return words, phrase("draft-kind")
    if has_hanzi(words) and comes_from(text, item):
        words = f"{words}（此前）"
    return words, None


def _parted(text: SourceText, item: Stated) -> bool:
    begin, stop = text.bounds(item.place.start, item.place.end)
    return has_hanzi(text.matching[begin:stop])


_YEAR_AGO = pattern(
    r"\b(?:(?:a|one) year (?:ago|earlier|before)|(?:the )?(?:prior|previous|last) year|year-ago"
    r"|year-earlier"
    r"|same (?:period|quarter) (?:a year|last year|of the (?:prior|previous)))\b"
)
# What is measured in years and days itself: anything else only goes on for so long.
_LASTS = pattern(
    r"年[龄齡限数數]|[岁歲]|寿命|壽命|时[间長长]|時[間長]|周期|週期|[工任学學账賬租]期|期限"
    r"|天数|天數|中位[数數]"
    r"|(?i:\b(?:length|time|age|life|duration|period|wait|tenor|term|maturity|days|years|hours)\b)"
)
