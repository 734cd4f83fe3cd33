"""Turn the sources into the list of the numbers they state, each with the figures that cover it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Any

from briefgen.facts.described import described
from briefgen.facts.drafts import Draft, drafted, quote
from briefgen.facts.entries import as_yaml, looked_at
from briefgen.facts.figures import Figure, Source
from briefgen.facts.inventory import Stated, coverage, in_name, inventory
from briefgen.facts.ledger import check
from briefgen.facts.left_out import LeftOut, Why, left_out
from briefgen.facts.proof.chosen import chosen
from briefgen.facts.repeated import said_once
from briefgen.facts.sources import Place, SourceText
from briefgen.facts.worth import is_worth
from briefgen.kinds import kinds
from briefgen.machine.reasons import reason
from briefgen.messages.answers import answer
from briefgen.messages.entry import Tongue
from briefgen.outline.load import Project
from briefgen.outline.validate import sourced
from briefgen.problems import ContentError, MachineError, Problems, UnfitError, plain
from briefgen.record import Record, replace

if TYPE_CHECKING:
    from rich.table import Table


class Number(Record):
    """A number that a source states, and the figures that cover it."""

    source: str
    stated: Stated
    figures: tuple[str, ...]

    @property
    def missing(self) -> bool:
        """Whether the ledger has no entry for it."""
        return not self.figures

    @property
    def wanted(self) -> bool:
        """Whether the ledger has no entry for it, and a brief may want one: dates, spans of time
        and the numbers of names are stated too."""
        return self.missing and is_worth(self.stated)


class Numbers(Record):
    """The numbers of all sources in their order, the ledger, and what is wrong with it."""

    sources: Mapping[str, Source]
    texts: Mapping[str, SourceText]
    data: Mapping[str, bytes]
    numbers: tuple[Number, ...]
    ledger: dict[str, Figure]
    names: tuple[str, ...]
    # The glossary's terms with their English, for the ids of drafts.
    terms: Mapping[str, str]
    problems: Problems

    def of(self, source: str = "", missing: bool = False) -> tuple[Number, ...]:
        """The numbers of one source ("" for all), or only those that are missing."""
        return tuple(
            number
            for number in self.numbers
            if source in ("", number.source) and (number.missing or not missing)
        )

    def left_out(self, source: str = "") -> tuple[LeftOut, ...]:
        """The numerals of one source ("" for all) that are none of its numbers, and the numbers of
        which nothing proves what they count, in order."""
        made: list[LeftOut] = []
        _, unproved = _drafts(self, self.of(source, missing=True))
        for id, text in self.texts.items():
            if source in ("", id):
                found = [number.stated for number in self.of(id)]
                places = {each.place.start for each in found}
                own = [each.stated for each in unproved if each.stated.place.file == text.file]
                told = (
                    LeftOut(words=each.text, place=each.place, why="unproved")
                    for each in own
                    if each.place.start in places
                )
                both = (*left_out(text, found, self.names), *told)
                made += sorted(both, key=lambda each: each.place.start)
        return tuple(made)


def figures(outline: Path) -> Numbers:
    """What numbers the sources of an outline state; its deck and topics may still be unwritten.

    Raises ContentError where the outline cannot be read, or a source has numbers without end;
    MachineError where there is none.
    """
    problems = Problems()
    project = Project.read(outline, problems, kinds())
    if project.nodes is None:
        raise ContentError(problems)
    given = sourced(project.nodes, project.language, problems)
    proven = project.prove(given.ledger, given.sources, problems)
    found, known = [], {source.id: source for source in given.sources}
    for id, text in proven.texts.items():
        stated = _stated(text, known[id], given.units)
        for number, covered in zip(stated, coverage(stated, given.ledger, proven), strict=True):
            # A name with a figure of its own is a number all the same: 三万亿之城.
            if covered or not in_name(number, text, given.names):
                found.append(Number(id, number, covered))
    data = {
        each.file: project.source(each.file) for id, each in known.items() if id in proven.texts
    }
    return Numbers(
        sources=known,
        texts=proven.texts,
        data=data,
        numbers=tuple(found),
        ledger=given.ledger,
        names=given.names,
        terms=given.terms,
        problems=problems,
    )


def figures_of(article: Path) -> Numbers:
    """What numbers an article itself states, a text that no outline names yet.

    Raises ContentError where its text cannot be read, MachineError where the file cannot.
    """
    problems = Problems()
    source = Source(id="article", file=article.name, title={}, publisher={}, date="")
    try:
        data = article.read_bytes()
    except OSError as error:
        raise MachineError.of("cannot-read", path=str(article), why=reason(error)) from error
    proven = check({}, [source], lambda _: data, problems)
    if not proven.texts:
        raise ContentError(problems)
    text = proven.texts[source.id]
    return Numbers(
        sources={source.id: source},
        texts=proven.texts,
        data={source.file: data},
        numbers=tuple(Number(source.id, stated, ()) for stated in _stated(text, source, ())),
        ledger={},
        names=(),
        terms={},
        problems=problems,
    )


def _stated(text: SourceText, source: Source, units: Iterable[str]) -> tuple[Stated, ...]:
    try:
        return inventory(text, units=units)
    except UnfitError as error:
        problems = Problems()
        error.tell(problems, source.mark, file=text.file)
        raise ContentError(problems) from error


def rows_of(numbers: Iterable[Number]) -> list[dict[str, Any]]:
    """The numbers as rows for JSON: `value` is an exact decimal in the base unit, where there is
    one; with `form` stand the fields that each form has (see `facts/described.py`)."""
    return [
        {
            "source": number.source,
            "file": number.stated.place.file,
            "line": number.stated.place.line,
            "column": number.stated.place.column,
            "number": number.stated.text,
            "qualifier": number.stated.quantity.qualifier,
            **described(number.stated.quantity),
            "unit": number.stated.quantity.unit,
            "sentence": number.stated.place.sentence,
            "figures": list(number.figures),
        }
        for number in numbers
    ]


def as_entries(found: Numbers, wanted: Sequence[Number], tongue: Tongue = "en") -> str:
    """Ledger entries in YAML for the numbers that no figure covers, under their own `figures:`;
    "" where there are none. What is doubtful about one is told in `tongue`.

    An entry names its source where there are several.
    """
    kept, _ = _drafts(found, wanted)
    entries = as_yaml(kept, tongue)
    return "figures:\n" + indent(entries, "  ") if entries else ""


def _drafts(found: Numbers, wanted: Sequence[Number]) -> tuple[list[Draft], list[Draft]]:
    """The drafts for numbers that no figure covers, and those that are left out."""
    made: list[Draft] = []
    for id, text in found.texts.items():
        stated = [number.stated for number in found.numbers if number.source == id]
        missing = {n.stated.place.start for n in wanted if n.source == id and n.missing}
        known = {each.place.start for each in stated} - missing
        taken = {*found.ledger, *(draft.id for draft in made)}
        named = id if len(found.sources) > 1 else ""
        drafts = drafted(stated, text, found.sources[id], taken, found.terms, known, proving=True)
        told = [each for each in found.ledger.values() if each.source == id]
        made += (replace(draft, source=named) for draft in said_once(drafts, told))
    read = {id: each for id, each in found.sources.items() if id in found.texts}
    return chosen(looked_at(made, read, found.data))


def as_table(numbers: Iterable[Number], texts: Mapping[str, SourceText], tongue: Tongue) -> Table:
    """The numbers as a table for the terminal."""
    rows = []
    for number in numbers:
        qualifier = number.stated.quantity.qualifier
        said = f"{number.stated.text} ({qualifier})" if qualifier else number.stated.text
        covered = " ".join(number.figures) or answer("no-figure", tongue)
        clause = quote(texts[number.source], number.stated)
        rows.append((number.stated.place, said, covered, clause))
    return _table(("place", "number", "figures", "sentence"), rows, tongue)


def rows_left_out(numerals: Iterable[LeftOut]) -> list[dict[str, Any]]:
    """The numerals that are no numbers of the list, as rows for JSON."""
    return [
        {
            "file": each.place.file,
            "line": each.place.line,
            "column": each.place.column,
            "words": each.words,
            "why": each.why,
            "sentence": each.place.sentence,
        }
        for each in numerals
    ]


def table_left_out(
    numerals: Iterable[LeftOut], told: Callable[[Why], str], tongue: Tongue
) -> Table:
    """The numerals that are no numbers of the list, as a table; `told` says why in words."""
    rows = [(each.place, each.words, told(each.why), each.place.sentence) for each in numerals]
    return _table(("place", "numeral", "left-out", "sentence"), rows, tongue)


def _table(
    heads: Sequence[str], rows: Iterable[tuple[Place, str, str, str]], tongue: Tongue
) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in heads:
        table.add_column(answer(f"head-{head}", tongue), overflow="fold")
    for place, *cells in rows:
        # As Text: in a str, words in brackets are markup.
        where = f"{place.file}:{place.line}:{place.column}"
        table.add_row(*(Text(plain(cell)) for cell in (where, *cells)))
    return table
