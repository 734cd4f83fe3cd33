"""Turn the numbers that a source states into drafts of ledger entries.

What no deck shows is left out: dates, spans of time, sizes that only name a class (亿元以上项目).
Kind and period come from headings and clauses (`facts/headings.py`), the label from the subject of
the clause (`facts/labels.py`), the id from label and period, so that it stays when lines move.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress

from briefgen.chinese.hanzi import has_hanzi
from briefgen.chinese.pinyin import pinyin
from briefgen.facts import headings
from briefgen.facts.english_units import ENGLISH_NOUNS
from briefgen.facts.figures import Figure, Kind, Source
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.labels import labels
from briefgen.facts.numerals import plain
from briefgen.facts.proof.judged import judged
from briefgen.facts.quantity import Quantity, QuantityError, read
from briefgen.facts.sources import SourceText
from briefgen.facts.tables import row_of
from briefgen.facts.tongues import unread
from briefgen.facts.units import unit_of
from briefgen.facts.worth import is_worth
from briefgen.facts.year_rows import year_row
from briefgen.patterns import pattern
from briefgen.problems import Phrase, Problem, phrase
from briefgen.record import Record, replace
from briefgen.typography.segment import word_ends

_SHORTEST_QUOTE = 8
# A quote takes in so many clauses more at most, one after another; then its whole sentence.
_MOST_STEPS = 6
# What a quote does not begin or end with.
_ENDS = " ，、；：:;,。."
_PAIRS = ("（）", "()", "“”", "「」", "《》", '""')
_NOUN = pattern(r" (?P<noun>[a-z]+)")
# 跨越3个千亿元台阶: how often something went on, and no value of it.
_STEPS = pattern(r"(?:大|新|[百千万亿](?:元|斤|吨)?级?)*(?:台阶|台階|大关|大關|关口|關口|档次)")
_MORE_THAN = pattern(r"(?:达到?|達到?)[多余餘]")
_LONGEST_ID = 40


class Draft(Record, kw_only=True):
    """The draft of an entry. `why` says what about it is doubtful, if anything is; one that is not
    `whole` needs a person before it is an entry at all."""

    id: str
    stated: Stated
    quantity: Quantity
    label: str
    kind: Kind
    period: str
    quote: str
    source: str = ""
    why: Problem | Phrase | None = None
    whole: bool = True

    @property
    def figure(self) -> Figure:
        """The figure that the entry would make."""
        return Figure(
            id=self.id,
            quantity=self.quantity,
            kind=self.kind,
            label={"zh-Hans" if has_hanzi(self.label) else "en": self.label},
            source=self.source,
            quote=self.quote,
            sure=None if self.why is None else False,
        )


def drafted(
    found: Iterable[Stated],
    text: SourceText,
    source: Source,
    taken: Iterable[str] = (),
    names: Mapping[str, str] | None = None,
    known: Container[int] = (),
    proving: bool = False,
) -> list[Draft]:
    """Drafts of entries for the numbers of a source that are worth one, in order.

    No id is one of those `taken`; `names` are terms with their English, for ids. Numbers that begin
    at one of the places `known` have entries: they part clauses, and get no draft. Of a source in a
    language that is not read there is none. What a clause does not prove is in doubt (`proving`).
    """
    if unread(text.text):
        return []
    items = _first_of_rows(text, [item for item in found if is_worth(item)])
    year = int(source.date[:4]) if source.date[:4].isdigit() else 0
    month = int(source.date[5:7]) if source.date[5:7].isdigit() else 12
    used = set(taken)
    made = []
    named, times = labels(text, items), headings.told(text, items, year, month)
    proofs = judged(text, items, named, times, year) if proving else ()
    for at, (item, told, label) in enumerate(zip(items, times, named, strict=True)):
        if item.place.start in known:
            continue
        proof = proofs[at] if proofs else None
        if proof:
            label = replace(label, text=proof.label, vague=label.vague and bool(proof.why))
            told = replace(told, period=proof.period)
        label = replace(label, text=text.stand_ins.of(label.text))
        label = _earlier(label) if told.earlier and label.text and not proof else label
        base = _id(label.text, told.period, names or {}) if label.text else "number"
        numbered = (f"{base}-{number}" for number in itertools.count(2))
        id = next(each for each in itertools.chain((base,), numbered) if each not in used)
        used.add(id)
        made.append(
            Draft(
                id=id,
                stated=item,
                quantity=_counted(item),
                label=label.text,
                kind=told.kind,
                period=told.period,
                quote=quote(text, item),
                why=_doubt(item, label, told) or (proof.why if proof else None),
                whole=bool(label.text),
            )
        )
    return made


def _earlier(label: Label) -> Label:
    """A label of what another is compared with, of a year that nobody names."""
    way = f"上年同期{label.text}" if has_hanzi(label.text) else f"{label.text}, year earlier"
    return replace(label, text=way)


def _doubt(item: Stated, label: Label, told: headings.Told) -> Phrase | None:
    """Why what an entry counts is in doubt, if it is."""
    kind = unit_of(item.quantity.unit).kind
    runs = kind == "time" and "连续" in item.quantity.qualifier
    if runs or (kind == "counter" and _STEPS.match(plain(item.behind))):
        return phrase("draft-runs", label=label.text)
    # A line that begins with - may be an item of a list, and its sum no less than nothing.
    listed = item.text.startswith("-") and not item.before.strip() and kind in ("money", "counter")
    if label.vague or (listed and has_hanzi(item.behind)):
        return phrase("draft-vague", label=label.text)
    if told.astray:
        return phrase("draft-compared")
    return None if label.sure or told.in_turn else phrase("draft-list")


def _first_of_rows(text: SourceText, items: list[Stated]) -> list[Stated]:
    """The numbers without those of a table's further columns, and of rows that nothing names."""
    made, last = [], -1
    for item in items:
        row = row_of(text, item.place.start)
        if row is None or (row.label and row.start != last):
            made.append(item)
        last = row.start if row else -1
    return made


def _counted(item: Stated) -> Quantity:
    """A number with the noun that English counts by (2,300 customers), and without what is said of
    all members of its list: of one of them 分别 says nothing."""
    if "分" in item.quantity.qualifier:
        alone = item.quantity.qualifier.replace("分别", "").replace("分別", "")
        return replace(item.quantity, qualifier=alone)
    if _MORE_THAN.fullmatch(item.quantity.qualifier):
        # 达到3900多辆: that it is reached, the count with 多 says by itself.
        return replace(item.quantity, qualifier=item.quantity.qualifier[-1])
    match = _NOUN.match(item.behind)
    if match is None or item.quantity.unit or match["noun"] not in ENGLISH_NOUNS:
        return item.quantity
    with suppress(QuantityError):
        made = read(f"{item.text} {match['noun']}", item.quantity.qualifier, opaque=True)
        return replace(made, direction=item.quantity.direction, value=item.quantity.value)
    return item.quantity


def _id(label: str, period: str, names: Mapping[str, str]) -> str:
    """An id of the words of a label, in pinyin or English, and its period: chanzhi-2024q1."""
    for term, english in names.items():
        label = label.replace(term, f" {english} ")
    ends = word_ends(label) if has_hanzi(label) else frozenset()
    spaced = "".join(c + " " * (at in ends) for at, c in enumerate(label, 1))
    words = [_latin(word) for word in spaced.split()]
    kept: list[str] = []
    for word in filter(None, words):
        if kept and len("-".join((*kept, word))) > _LONGEST_ID:
            break
        kept.append(word[:_LONGEST_ID])
    return "-".join((*kept, *filter(None, (_when(period),))))


def _latin(word: str) -> str:
    said = pinyin(word) if has_hanzi(word) else word.lower()
    return re.sub(r"[^a-z0-9]+", "-", said).strip("-")


def _when(period: str) -> str:
    """A period in an id: 2024q1, 2024h1, 2020-1-3."""
    words = re.sub(r"([一二三四])季度", lambda m: f"q{'一二三四'.index(m[1]) + 1}", period)
    if " ended " in words or " to " in words:
        words = words[-4:]
    words = words.replace("上半年", "h1").replace("下半年", "h2")
    words = re.sub(r"年(?=\d)", "-", words).replace("年", "")
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def quote(text: SourceText, item: Stated) -> str:
    """The shortest clause that holds a number, as the source reads: longer where it would say too
    little, would part brackets or quotation marks, or stands in other sentences too."""
    start, end = item.place.start, item.place.end
    if row := year_row(text, item):
        return text.words(row.start, row.end).strip()
    first, last = text.bounds(start, end)
    begin, stop = (first, last) if row_of(text, start) else text.clause(start, end)
    while begin > first and stop - begin < _SHORTEST_QUOTE:
        begin, _ = text.clause(max(first, begin - 2), begin - 1)
    words = text.words(begin, stop)
    while not _balanced(words) and (begin > first or stop < last):
        begin = text.clause(max(first, begin - 2), max(first + 1, begin - 1))[0]
        stop = text.clause(min(last - 1, stop + 1), min(last, stop + 2))[1] if stop < last else last
        words = text.words(begin, stop)
    steps = 0
    while (begin > first or stop < last) and _elsewhere(text, words, first, last):
        if (steps := steps + 1) > _MOST_STEPS:
            return text.words(first, last).strip(_ENDS)
        if begin > first:
            begin = text.clause(max(first, begin - 2), max(first + 1, begin - 1))[0]
        else:
            stop = text.clause(min(last - 1, stop + 1), min(last, stop + 2))[1]
        words = text.words(begin, stop)
    return words.strip(_ENDS)


def _elsewhere(text: SourceText, words: str, first: int, last: int) -> bool:
    """Whether words of a sentence stand outside of it too."""
    return text.stands_outside(words.strip(_ENDS), first, last)


def _balanced(words: str) -> bool:
    for pair in _PAIRS:
        if pair[0] == pair[1]:
            if words.count(pair[0]) % 2:
                return False
        elif words.count(pair[0]) != words.count(pair[1]):
            return False
    return True
