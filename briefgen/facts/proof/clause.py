"""Turn the sentence around a number into its parts: what leads to it, what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefgen.chinese.pinyin import simplified
from briefgen.facts.clause_subject import TIME
from briefgen.facts.inventory import Stated
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern
from briefgen.record import Record


class Clause(Record):
    """The words around a number, in simplified characters: `before` are the clauses of its sentence
    back to the number before it, `lead` is its own up to it, `tail` what it goes on with."""

    before: tuple[str, ...]
    lead: str
    tail: str
    # All of the sentence before it, all of it as it is written, and whether it begins right behind
    # another number.
    said: str
    written: str
    joined: bool
    # Whether another number stands before it in its sentence, or behind it in its clause.
    later: bool
    sooner: bool


def clause_of(
    text: SourceText, item: Stated, last: Stated | None, next_: Stated | None, parted: bool = True
) -> Clause:
    """The clause of a number; `last` and `next_` are those beside it, in whatever sentence. English
    commas are no ends of its lead (`parted`)."""
    begin, last_of_all = text.bounds(item.place.start, item.place.end)
    later = last is not None and last.place.end > begin
    start = last.place.end if last and later else begin
    lead = plainly(text.matching[start : item.place.start])
    joint = _JOINT.match(lead) if later else None
    lead = lead[joint.end() :] if joint else lead
    parts = _PARTS.split(lead) if parted else [lead]
    if later and parted and len(parts) == 1 and joint is None and "、" in lead:
        # 10个“数字领航”企业、100个先进级智能工厂: behind the noun of the one before.
        parts = [lead.rpartition("、")[2]]
    end = _END.search(text.matching, item.place.end, last_of_all)
    stop = end.start() if end else last_of_all
    sooner = next_ is not None and next_.place.start < stop
    stop = next_.place.start if next_ and sooner else stop
    return Clause(
        before=tuple(part.strip() for part in parts[:-1]),
        lead=parts[-1].strip(),
        tail=plainly(text.matching[item.place.end : stop]).strip(),
        said=plainly(text.matching[begin : item.place.start]),
        written=text.matching[begin:last_of_all],
        joined=joint is not None,
        later=later,
        sooner=sooner,
    )


def as_written(clause: Clause, words: str) -> str:
    """Words of a sentence as it writes them, or around the time that it says between them (滨江新区
    去年地区生产总值); "" where they do not stand there together."""
    at = plainly(clause.written).rfind(words)
    if at >= 0:
        return clause.written[at : at + len(words)]
    kept = _without(clause.written, [each.span() for each in TIME.finditer(clause.said)])
    at = plainly(kept).rfind(words)
    return kept[at : at + len(words)] if at >= 0 else ""


def _without(words: str, gone: Sequence[tuple[int, int]]) -> str:
    ends = [0, *(end for _, end in gone)]
    starts = [*(start for start, _ in gone), len(words)]
    return "".join(words[start:end] for start, end in zip(ends, starts, strict=True))


@lru_cache(maxsize=2048)
def plainly(words: str) -> str:
    """Words in simplified characters, as long as before."""
    return "".join(map(simplified, words))


_JOINT = pattern(r"\s*(?:、|以及|和|及|与)\s*")
_PARTS = pattern(r"[，；：;]|,(?!\d{3})|:(?!\d)")
_END = pattern(r"[，。；：;!?！？、]|,(?!\d{3})|:(?!\d)|\.(?=\s|$)")
