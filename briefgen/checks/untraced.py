"""Turn the texts of a brief into the numbers in them that no figure of the ledger stands for.

A number may be written by a placeholder, be a date of the outline itself, stand in words that were
found in a source, or belong to one of the outline's `names`. Any other was typed by hand, and
nobody can say where it comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import Literal

from briefgen.brief.model import Brief, Data, Slide, Text, words
from briefgen.brief.places import blanked, finder
from briefgen.brief.resolve import map_texts, texts_of
from briefgen.brief.roles import Quotation, each_in, quotations, serials
from briefgen.checks.items import counts_items, sizes_of
from briefgen.checks.known import Known, agrees, dated, is_known, known_of
from briefgen.checks.stated import Sources, equal, is_worth
from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.authored import numbers as numbers_in
from briefgen.facts.figures import only_source
from briefgen.facts.labelled import labels
from briefgen.facts.ledger import Ledger
from briefgen.facts.moments import Named, moments
from briefgen.facts.quantity import Quantity, display
from briefgen.facts.scan import Found
from briefgen.facts.sources import SourceText
from briefgen.facts.uncounted import within
from briefgen.messages.entry import Severity
from briefgen.outline.nearest import nearest
from briefgen.patterns import pattern
from briefgen.problems import Phrase, Problems, phrase
from briefgen.record import Record, replace

_DIGITS = pattern(r"\d+(?:[.,]\d+)*")
_OMISSION = pattern(r"…+|\.{3,}")
_OUTER = '“”"「」『』'
_MAX_NAMED = 3
# A number of fewer characters without a unit may be anything.
_TELLING = 3


class Level(Record):
    """What becomes of a number typed by hand: how severe it is, "" as the catalogue says; or that
    it is let off."""

    severity: Severity | Literal[""] = ""
    off: bool = False


_LEVELS: Mapping[str, Level] = {
    "off": Level(off=True),
    "note": Level("note"),
    "warn": Level(),
    "strict": Level("error"),
}


class _Part(Record):
    """A slide, or all else of a brief: its texts, the sizes of its lists, and why its numbers are
    not checked."""

    texts: Sequence[Text]
    sizes: Callable[[], frozenset[int]]
    slide: Slide | None = None

    @property
    def words(self) -> str:
        return "\n".join(map(str, self.texts))


def check_untraced(brief: Brief, ledger: Ledger, problems: Problems, strict: bool = False) -> int:
    """Tell every number typed by hand, with the figures of that value as the hint.

    `brief` is resolved, `ledger` its proven ledger. Verbatim words (of a slide that names their
    source) that the source does not hold are errors. Each number is told at its line and column,
    as severely as the outline wants; `strict` allows no less than a warning. Gives how many were
    let off, which notes tell as well.
    """
    found = {
        quotation.text
        for slide in brief.deck
        for quotation in quotations(slide.fields)
        if _stands(quotation, slide, brief, ledger, problems)
    }
    found |= {text for slide in brief.deck for text in serials(slide.fields)}
    parts = list(_whole_brief(brief, found))
    sources = Sources(ledger.texts.values(), partial(_written, brief, parts))
    known = known_of(brief, ledger, sources)
    level = _LEVELS[brief.rigour]
    level = Level() if strict and brief.rigour in ("off", "note") else level
    let_off = 0
    for part in parts:
        typed = [
            (text, number) for text in part.texts for number in _by_hand(text, brief, known, part)
        ]
        reason = part.slide.unchecked if part.slide else ""
        if typed and (level.off or reason):
            let_off += len(typed)
            place = part.slide.mark if part.slide else brief.mark
            where = phrase("block-slide", id=part.slide.id) if part.slide else phrase("the-rest")
            why = reason or phrase("ledger-off")
            problems.add("let-off", place, count=len(typed), where=where, why=why)
            continue
        words = part.words if typed else ""
        places = {id(text): finder(text) for text in {id(text): text for text, _ in typed}.values()}
        for text, number in typed:
            named = dated(number, moments(blanked(text)))
            otherwise = "add-date" if named else "add-number"
            offer, number = _offer(brief, sources, number, (text, words), otherwise)
            mark = places[id(text)](number.start, number.text)
            problems.tell("untraced-number", mark, level.severity, number=number.text, offer=offer)
    if not level.off:
        _check_wordings(brief, known, sources, level, problems)
    return let_off


def _written(brief: Brief, parts: Iterable[_Part]) -> Iterator[Found]:
    """Every number of these parts of a brief and of its ledger's words."""
    wordings = (text for text, _ in _wordings(brief))
    for text in chain(*(part.texts for part in parts), wordings):
        yield from numbers_in(blanked(text), brief.voice.names)


def _check_wordings(
    brief: Brief,
    known: Known,
    sources: Sources,
    level: Level,
    problems: Problems,
) -> None:
    """The ledger's own words may only name its numbers, or the sources'."""
    figures = [each.quantity for each in brief.figures.values()]
    for text, quote in _wordings(brief):
        for number in _by_hand(text, brief, known, figures=figures):
            # 80岁以上老人每餐补贴3元, for people over 80: a number of its quote.
            if not sources.find(number) and number.text not in _DIGITS.findall(quote):
                offer, _ = _offer(brief, sources, number, (text, ""), "add-number-to-ledger")
                said, severity = number.text, level.severity
                problems.tell("untraced-number", text.mark, severity, number=said, offer=offer)


def _stands(
    quotation: Quotation, slide: Slide, brief: Brief, ledger: Ledger, problems: Problems
) -> bool:
    """Whether a slide's words stand in their source; a translation cannot, and is left alone."""
    text = quotation.text
    known = [source.id for source in brief.sources if not source.own]
    id = quotation.source or only_source(brief.sources)
    if id not in known:
        offer = nearest(id, known) or phrase("add-sources")
        problems.add("words-without-source", slide.mark, offer=offer)
        return False
    source = ledger.texts.get(id)
    if source is None or _translated(text, source, brief):
        return False
    for wording in (text, *((text.short,) if text.short else ())):
        missing = next((part for part in _parts(wording) if not source.find(part)), "")
        if missing:
            offer = source.goes_on(missing)
            told = {"slide": slide.id, "file": source.file}
            problems.add("words-not-in-source", wording.mark, **told, offer=offer)
            return False
    return True


def _parts(text: Text) -> list[str]:
    """The words of a quotation between the author's omissions, without marks around the whole."""
    pieces = (piece.strip() for piece in _OMISSION.split(str(text).strip().strip(_OUTER)))
    return [piece for piece in pieces if piece]


def _translated(text: Text, source: SourceText, brief: Brief) -> bool:
    if brief.language != brief.voice.languages[0]:
        return True
    english = brief.language == "en"
    return english and has_hanzi(source.matching) and not has_hanzi(str(text))


def _whole_brief(brief: Brief, verbatim: set[Text]) -> Iterator[_Part]:
    """The slides, and all else that the author wrote, shorter wordings too, without the date, what
    the version is marked as (第2稿, 2024年2月送审稿) and what a source says itself."""
    nothing = words("")

    def whole() -> frozenset[int]:
        sections = sum(slide.kind == "section" for slide in brief.deck)
        return frozenset({len(brief.topics), sections} - {0, 1})

    def of_rest() -> frozenset[int]:
        return whole().union(sizes_of(brief.page), *(sizes_of(each) for each in brief.topics))

    def of_slide(slide: Slide) -> frozenset[int]:
        tables = (brief.attached.data.get(data) for data in each_in(slide.fields, Data))
        rows = {len(table.rows) for table in tables if table}
        return whole() | sizes_of(slide.fields) | rows

    yield _Part(texts_of(replace(brief, date_text=nothing, stamp=None, deck=())), of_rest)
    for slide in brief.deck:
        own = map_texts(slide, lambda text: nothing if text in verbatim else text)
        yield _Part(texts_of(own), partial(of_slide, slide), slide)


def _wordings(brief: Brief) -> Iterator[tuple[Text, str]]:
    """What the ledger says of its numbers in words of its own, in the audience's language, each
    with the quote."""
    for figure in brief.figures.values():
        for wording in (figure.label, figure.scope):
            if wording and (said := wording.get(brief.language)):
                yield words(said, figure.mark), figure.quote


def _by_hand(
    text: Text,
    brief: Brief,
    known: Known,
    part: _Part | None = None,
    figures: Sequence[Quantity] = (),
) -> Iterator[Found]:
    """The numbers of a text that no figure wrote, that are no dates or counts that are said
    elsewhere, and count something; those of `figures` may stand there. A date is one number,
    however it is written."""
    flat = blanked(text)
    dates = known.dates()
    numbers = [
        number
        for number in numbers_in(flat, known.names())
        if not any(equal(quantity, number) for quantity in chain(dates, figures))
    ]
    named = moments(flat) if numbers else ()
    last: Named | None = None
    for number in numbers:
        own = dated(number, named)
        if own and own[0] == last:
            continue
        if is_known(number, flat, own, known):
            continue
        if part and counts_items(number, part.sizes, flat, lambda: part.words):
            continue
        if within(number, labels(flat)) or _is_divisor(number, flat):
            continue
        last = own[0] if own else None
        yield _whole(number, own, flat)


_EACH = ("per ", "every ", "each ")


def _is_divisor(number: Found, flat: str) -> bool:
    """Whether a number says of how many each something is: per 100 students, every 100 pupils."""
    value = number.quantity.value
    if value is None or not flat[: number.start].lower().endswith(_EACH):
        return False
    # Digits that state no quantity have no number for a value.
    return value.is_finite() and value >= 100 and value == Decimal(10) ** value.adjusted()


def _whole(number: Found, named: tuple[Named, ...], flat: str) -> Found:
    """The number with all of the date that it begins."""
    start = min((number.start, *(each.start for each in named)))
    end = max((number.end, *(each.end for each in named)))
    return replace(number, start=start, end=end, text=flat[start:end])


def _offer(
    brief: Brief,
    sources: Sources,
    number: Found,
    said: tuple[Text, str],
    otherwise: str = "add-number",
) -> tuple[Phrase, Found]:
    """What to do about a number: write a figure, or take what a source states into the ledger; and
    the number with its qualifier, where the figure brings that along.

    `said` are the number's text, and all words beside it. Of a bare small number nothing is known.
    """
    flat, beside = blanked(said[0]), f"{said[0]}\n{said[1]}"
    if not number.quantity.unit and len(number.text) < _TELLING:
        return phrase(otherwise), number
    alike = [
        figure
        for figure in brief.figures.values()
        if equal(figure.quantity, number) and agrees(figure, beside)
    ]
    if alike:
        shown = (display(figure.quantity, brief.tag) for figure in alike[:_MAX_NAMED])
        each = (
            phrase("figure-for", id=figure.id, shown=str(words))
            for figure, words in zip(alike, shown, strict=False)
        )
        before = alike[0].quantity.qualifier
        if before and flat[: number.start].endswith(before):
            start = number.start - len(before)
            number = replace(number, start=start, text=before + number.text)
        return phrase("write-figures", figures=tuple(each)), number
    if found := sources.find(number):
        drafted = next((each for each in found if is_worth(each)), None)
        place = (drafted or found[0]).place
        code = "number-is-stated" if drafted else "number-names"
        return phrase(code, place=f"{place.file}:{place.line}"), number
    return phrase(otherwise), number
