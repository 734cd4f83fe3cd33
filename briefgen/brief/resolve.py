"""Turn `{id}` in a brief's texts into the figures, in the audience's language, and marks within
texts (**strong**, [words](https://…), CO~2~, a note[^1]) into how their words look."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeVar

from briefgen.brief.heads import under_heads
from briefgen.brief.model import Brief, Ref, Segment, Text, words
from briefgen.brief.placeholders import Placeholder, has_braces, pieces
from briefgen.brief.places import written_at
from briefgen.brief.row import Row, segment, told_of_row
from briefgen.facts.calendar import at_head
from briefgen.facts.figures import Figure
from briefgen.facts.quantity import display, in_form
from briefgen.patterns import pattern
from briefgen.problems import Mark, Problems, phrase
from briefgen.record import field_names, replace

T = TypeVar("T")

# What holds no texts. Figures and sources hold words by language, which are not texts to resolve.
_LEAVES = frozenset({str, int, bool, Decimal, type(None), Mark, Ref, dict, Figure})
# An address, which is written the same in every language.
_ADDRESS = pattern(r"(?<=\]\()[^\s)]+|https?://[!-~]+|[!-~]+@[!-~]+")
# What to do instead, by the sign that something begins with that looks like a mark.
_MENDS = {
    "*": "mark-stars",
    "^": "mark-raised",
    "~": "mark-lowered",
    "<": "mark-tag",
    "｛": "mark-braces",
}
# Signs without which nothing in a text can be a mark or look like one; and what may begin it.
_SIGNS = pattern(r"[*^~`\[<\\@＊_#:｛]")
_OPENERS = pattern(r"[*^~`\[<\\@＊｛]|://|tel:|__|(?m:^#)")


def resolve(
    brief: Brief, problems: Problems, slides: Collection[str] = (), row: Row | None = None
) -> Brief:
    """The brief with every `{id}` written out as a segment that keeps the figure's id, and the
    marks within texts read.

    Its placeholders are those of a validated brief, so every figure exists. What looks like a mark
    and is none stays as it is, with a warning. `slides` are the ids of all slides of the outline:
    a link to one that this audience has not got loses its target with a note, to any other with a
    warning. What is no figure is a column of `row`.
    """
    known = {slide.id for slide in brief.deck}
    writer = _Writer(brief, row)

    def linked(
        text: Text, segments: tuple[Segment, ...], gone: Sequence[str]
    ) -> tuple[Segment, ...]:
        for id in gone:
            code = "link-not-here" if id in slides else "link-nowhere"
            problems.add(code, written_at(text, f"]({id})"), id=id)
            segments = tuple(_without(f"page:{id}", segments))
        return segments

    def resolved(text: Text) -> Text:
        short = resolved(text.short) if text.short else None
        raw = str(text)
        braces, signs = has_braces(raw), _may_be_marked(raw)
        if not braces and not signs:
            return text if short is text.short else replace(text, short=short)
        if text.marked:
            return text
        segments, language = text.segments, text.language or brief.tag
        if braces:
            segments = tuple(
                _segments(raw, lambda place, lead: writer.write(place, language, lead))
            )
            if row:
                segments = told_of_row(row, text, segments, problems)
            if segments and language.startswith("en"):
                segments = (_headed(segments, writer.figures), *segments[1:])
        if signs:
            segments, links = marked(text, segments, language, problems)
            segments = linked(text, segments, [id for id in links if id not in known])
        return replace(text, segments=segments, short=short)

    made = map_texts(brief, resolved)
    if writer.cells:
        cells = {**writer.cells, **made.attached.cells}
        made = replace(made, attached=replace(made.attached, cells=cells))
    return under_heads(made) if brief.language == "en" else made


class _Writer:
    """Writes placeholders out, each form once: the figures of a brief, else the cells of a row."""

    def __init__(self, brief: Brief, row: Row | None) -> None:
        self.row = row
        self.cells: dict[str, Figure] = {}
        self.figures = ChainMap(self.cells, dict(brief.figures))
        self.known = brief.figures
        self.written: dict[tuple[str, str, str], Segment] = {}

    def write(self, place: Placeholder, language: str, lead: str) -> Segment:
        """The words of a placeholder behind the words `lead`."""
        if lead and language.startswith("en") and place.id in self.known:
            said = in_form(self.known[place.id].quantity, language, place.form, lead)
            return Segment(said, place.id)
        key = (place.id, place.form, language)
        if key not in self.written and self.row and place.id not in self.known:
            self.written[key], figure = segment(self.row, place.id)
            if figure:
                self.cells[figure.id] = figure
        elif key not in self.written:
            said = in_form(self.known[place.id].quantity, language, place.form)
            self.written[key] = Segment(said, place.id)
        return self.written[key]


def _headed(segments: tuple[Segment, ...], figures: Mapping[str, Figure]) -> Segment:
    """What an English text begins with: a figure has a capital there, but not by itself, unless it
    is a time."""
    first = segments[0]
    if not first.figure or not first.text[:1].islower():
        return first
    if len(segments) > 1:
        return replace(first, text=first.text[0].upper() + first.text[1:])
    timed = figures[first.figure].quantity.form == "date"
    return replace(first, text=at_head(first.text)) if timed else first


def _without(link: str, segments: tuple[Segment, ...]) -> Iterator[Segment]:
    """The segments, of which none leads to a place."""
    for each in segments:
        leads = each.look and each.look.link == link
        yield replace(each, look=replace(each.look, link="")) if leads and each.look else each


def marked(
    text: Text, segments: tuple[Segment, ...], language: str, problems: Problems
) -> tuple[tuple[Segment, ...], tuple[str, ...]]:
    """The segments of a text with its marks read, and the ids of the slides that it leads to."""
    made = _read(text, segments, language, problems)
    links = dict.fromkeys(each.look.link for each in made if each.look)
    ids = (link.removeprefix("page:") for link in links if link.startswith("page:"))
    return made, tuple(ids)


def bare(said: str, mark: Mark, language: str, problems: Problems) -> str:
    """Words that can have no runs and no figures (labels, titles of sources, terms): without their
    marks, doubled braces undone. Any other brace is an error, what only looks like a mark a
    warning."""
    if has_braces(said):
        whole = ""
        for piece in pieces(said):
            if isinstance(piece, str):
                whole += piece
            elif isinstance(piece, Placeholder):
                problems.add("figure-in-name", mark, id=piece.id, words=said)
            else:
                problems.add(piece.code, mark, **dict(piece.parts))
        said = whole
    if _may_be_marked(said):
        made = _read(words(said, mark), (Segment(said),), language, problems)
        said = "".join([segment.plain for segment in made])
    return said


def outside_addresses(said: str, convert: Callable[[str], str]) -> str:
    """Words converted, but for the addresses in them."""
    if "://" not in said and "@" not in said:
        return convert(said)
    made: list[str] = []
    at = 0
    for match in _ADDRESS.finditer(said):
        made += [convert(said[at : match.start()]), match[0]]
        at = match.end()
    return "".join(made) + convert(said[at:])


def _may_be_marked(said: str) -> bool:
    """Whether anything in words may be a mark, or look like one; most hold no sign at all."""
    return _SIGNS.search(said) is not None and _OPENERS.search(said) is not None


def _read(
    text: Text, segments: tuple[Segment, ...], language: str, problems: Problems
) -> tuple[Segment, ...]:
    """The segments of a text with its marks read; what only looks like one is told once a text."""
    # Few briefs have marks: the others pay nothing for their reader.
    from briefgen.brief.marks import read

    made, doubts = read(segments, language.startswith("zh"))
    told: set[str] = set()
    for doubt in doubts:
        if doubt.sign[:1] not in told:
            told.add(doubt.sign[:1])
            mend = phrase(_MENDS.get(doubt.sign[:1], "mark-bare"))
            place = written_at(text, doubt.words)
            problems.add(doubt.code, place, sign=doubt.sign, words=doubt.words, mend=mend)
    return made


def _segments(raw: str, write: Callable[[Placeholder, str], Segment]) -> Iterator[Segment]:
    """The segments of a text: words between figures in one piece each."""
    gathered = ""
    for piece in pieces(raw):
        if isinstance(piece, str):
            gathered += piece
        elif isinstance(piece, Placeholder):
            one = write(piece, gathered)
            if not one.figure and not one.given:  # words of a table go on as words
                gathered += one.text
                continue
            if gathered:
                yield Segment(gathered)
            yield one
            gathered = ""
    if gathered:
        yield Segment(gathered)


def map_texts(value: T, change: Callable[[Text], Text]) -> T:
    """`value` with every Text in it changed; only what changes is built anew.

    Goes through records and tuples of any kind, such as the fields of slide kinds.
    """
    changed: T = _map(value, change)
    return changed


def _map(value: Any, change: Callable[[Text], Text]) -> Any:
    kind: Any = type(value)
    if kind in _LEAVES:
        return value
    if kind is Text:
        return change(value)
    if kind is tuple:
        items = tuple([_map(item, change) for item in value])
        return (
            items if any(new is not old for new, old in zip(items, value, strict=True)) else value
        )
    changes = {}
    for name in field_names(kind):
        old = getattr(value, name)
        new = _map(old, change)
        if new is not old:
            changes[name] = new
    return replace(value, **changes) if changes else value


def texts_of(value: object) -> list[Text]:
    """Every text that an author wrote somewhere in a brief, shorter wordings too."""
    found: list[Text] = []
    _gather(value, found, _LEAVES)
    return found


def gathered(value: object) -> list[Text | Ref]:
    """The texts of a part of a brief, and the figures and topics that it refers to."""
    found: list[Text | Ref] = []
    _gather(value, found, _LEAVES - {Ref})
    return found


def _gather(value: Any, found: list[Any], leaves: frozenset[type]) -> None:
    kind: Any = type(value)
    if kind is Text:
        found.append(value)
        if value.short:
            found.append(value.short)
    elif kind is Ref:
        found.append(value)
    elif kind not in leaves:
        parts = value if kind is tuple else [getattr(value, name) for name in field_names(kind)]
        for part in parts:
            if type(part) not in leaves:
                _gather(part, found, leaves)


def texts(brief: Brief) -> Iterator[Text]:
    """Every text that an output may show, shorter wordings too, with its place.

    The ledger's labels, quotes and displays count, in the audience's language, and the titles of
    the sources.
    """
    yield from texts_of(brief)
    for table in brief.attached.data.values():
        for datum in (*table.header, *(each for row in table.rows for each in row)):
            yield words(datum.text, datum.mark)
    for figure in brief.figures.values():
        for wording in (figure.label, figure.period, figure.scope):
            if wording and (said := wording.get(brief.language)):
                yield words(said, figure.mark)
        yield words(str(display(figure.quantity, brief.tag)), figure.value_mark)
        if figure.quote:
            yield words(figure.quote, figure.quote_mark)
    for source in brief.sources:
        for wording in (source.title, source.publisher):
            if said := wording.get(brief.language) or next(iter(wording.values()), ""):
                yield words(said, source.mark)
