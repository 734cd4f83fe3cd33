"""The corpus of sentences, read: what each states by hand, and what the reader finds."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import cycle, pairwise
from pathlib import Path

from briefgen.facts import directions
from briefgen.facts.calendar import Date
from briefgen.facts.drafts import drafted
from briefgen.facts.entries import looked_at
from briefgen.facts.figures import Source
from briefgen.facts.forms import Inexact, Multiple, Portion, Quantity, Range, Rank, Ratio
from briefgen.facts.inventory import inventory
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import written_as
from briefgen.facts.scan import scan
from briefgen.facts.sources import SourceText, prepare
from briefgen.problems import Problems
from briefgen.record import Record

CORPUS = Path(__file__).parent / "corpus"


class Sentence(Record):
    """A sentence of the corpus: its place, what it is an example of, its words and readings."""

    place: str
    row: str
    words: str
    readings: tuple[str, ...]


def sentences(files: Iterable[Path] | None = None) -> Iterator[Sentence]:
    """Every sentence of the corpus, or of files of its form."""
    for path in files or sorted(CORPUS.glob("*.txt")):
        row = ""
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if line.startswith("#"):
                row = line.lstrip("# ")
                continue
            words, *_, told = line.split("\t")
            readings = () if told == "-" else tuple(map(canonical, told.split(" | ")))
            yield Sentence(f"{path.stem}:{number}", row, words, readings)


def source(words: str, currency: str = "") -> SourceText:
    """A text as a source."""
    given = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="", currency=currency)
    return prepare(given, words, Problems())


def article(length: int) -> str:
    """A text of so many characters, of sentences of the corpus, none of which is there twice."""
    text = ""
    for number, sentence in enumerate(cycle(sentences())):
        text += f"{_name(number)}区{sentence.words}\n"
        if len(text) >= length:
            return text[:length]
    return text


def _name(number: int) -> str:
    """Two characters for a number: a name without numerals."""
    return chr(0x6000 + number // 64) + chr(0x6C00 + number % 64)


def timed(length: int) -> dict[str, float]:
    """The CPU seconds that a text of this length takes to be read, drafted and checked."""
    given = Source(id="s", file="seeds/s.txt", title={}, publisher={}, date="2026-01")
    words = article(length)
    scan.cache_clear()
    times = [time.process_time()]
    text = source(words)
    stated = inventory(text)
    times.append(time.process_time())
    drafts = drafted(stated, text, given)
    times.append(time.process_time())
    looked_at(drafts, {"s": given}, {"seeds/s.txt": words.encode()})
    times.append(time.process_time())
    spent = (after - before for before, after in pairwise(times))
    return dict(zip(("read", "draft", "check"), spent, strict=True))


def read(words: str, currency: str = "") -> tuple[str, ...]:
    """What the reader finds in a text, as the corpus writes it."""
    found = inventory(source(words, currency))
    return tuple(told(each.quantity) for each in found)


def told(quantity: Quantity) -> str:
    """A quantity as the corpus writes it."""
    named = quantity.qualifier and quantity.form != "inexact"
    qualifier = f" q={plain(quantity.qualifier)}" if named else ""
    return canonical(f"{_content(quantity)} {plain(quantity.unit)}{qualifier}")


def canonical(reading: str) -> str:
    """A reading with its numbers in one form: 2.1e4 is 21000."""
    content, _, rest = reading.strip().partition(" ")
    unit, _, qualifier = plain(rest).partition("q=")
    unit = "" if content[0] == "@" else unit
    sign = content[0] if content[0] in "x#~@" else ""
    body = content[len(sign) :]
    if sign != "~":
        for mark in ("..", ":", "/"):
            if mark in body:
                body = mark.join(f"{Decimal(part).normalize():f}" for part in body.split(mark))
                break
        else:
            body = f"{Decimal(body).normalize():f}"
    elif not qualifier.strip() and body[0].isascii():
        # English words: Tens of thousands.
        return reading.strip()
    return " ".join(
        filter(
            None, (sign + body, unit.strip(), qualifier.strip() and f"q={plain(qualifier.strip())}")
        )
    )


def _content(quantity: Quantity) -> str:
    match written_as(quantity):
        case Range(low, high):
            sign = directions.sign(quantity.direction)
            ends = sorted((low.value * sign, high.value * sign))
            return ("@" if isinstance(low, Date) else "") + "..".join(f"{end:f}" for end in ends)
        case Ratio(terms):
            return ":".join(f"{term.value:f}" for term in terms)
        case Portion(part) if quantity.form == "fraction":
            return f"{Fraction(part) * directions.sign(quantity.direction)}"
        case Multiple(times):
            return f"x{times:f}"
        case Rank(rank):
            return f"#{rank}"
        case Inexact(about):
            return f"~{about}"
        case Date():
            return f"@{quantity.value:f}"
    if quantity.form == "inexact":
        return f"~{quantity.qualifier}{quantity.written.removesuffix(quantity.unit)}"
    mark = {"multiple": "x", "rank": "#"}.get(quantity.form, "")
    return f"{mark}{quantity.value:f}"
