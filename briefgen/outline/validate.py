"""Turn the nodes of an outline into a Brief, and collect everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as ByName
from decimal import Decimal
from typing import TypeAlias

from briefgen.brief.dates import spoken_date
from briefgen.brief.english import PAPERS, english_tag
from briefgen.brief.model import (
    Brief,
    FaceNames,
    Language,
    Occasion,
    OnePage,
    Paper,
    Slide,
    Term,
    Topic,
    Voice,
    words,
)
from briefgen.brief.row import Row
from briefgen.brief.size import size_of
from briefgen.chinese.seen import is_blank
from briefgen.facts.authored import is_bare
from briefgen.facts.figures import Figure, Source
from briefgen.facts.ledger import Ledger
from briefgen.geometry import Size
from briefgen.outline.language import Kept, Target, second
from briefgen.outline.ledger import (
    ROW_SOURCE,
    figures,
    in_terms,
    row_source,
    sources,
    valued,
    with_periods,
)
from briefgen.outline.nearest import HINTS, nearest
from briefgen.outline.parts import PARTS, once, part
from briefgen.outline.reading.nodes import Mapping, Scalar, Sequence
from briefgen.outline.references import (
    check_references,
    check_translated,
    keys,
    unique_topics,
)
from briefgen.outline.slides import SlideKind, footnotes, name_slides, slides
from briefgen.outline.voice import check_choices, english, second_language, traditional
from briefgen.outline.written import BriefForm, FigureForm, PageForm, TermForm
from briefgen.problems import NOWHERE, Mark, Phrase, Problems, phrase
from briefgen.record import Record, field, replace

# Checks figures against the sources they quote, and adds what it finds to the problems.
Prove: TypeAlias = Callable[[ByName[str, Figure], tuple[Source, ...], Problems], Ledger]


class Audience(Record, kw_only=True):
    """Whom an outline is validated for.

    `language` is theirs, `main` that of the outline's plain strings, `files` that of plain strings
    in the audience's own files. `withheld` are the figures and topics that they may not see, by
    id, each with whom it is for.
    """

    name: str = ""
    # What the files are called where the outline does not say it.
    called: str = "brief"
    language: Language = "zh-Hans"
    main: Language = "zh-Hans"
    files: ByName[str, Language] = field(default_factory=dict)
    withheld: ByName[str, Phrase] = field(default_factory=dict)
    # The row of a table that `{column}` is taken from.
    row: Row | None = None


class _Parts(Record, kw_only=True):
    """The parts of an outline, each as its form says; empty where absent or wrong."""

    brief: BriefForm | None
    sources: tuple[Source, ...]
    forms: ByName[str, FigureForm]
    figures: ByName[str, Figure]
    topics: tuple[Topic, ...]
    slides: tuple[Slide, ...]
    page: PageForm | None
    size: str
    lexicon: tuple[str, ...]
    names: tuple[str, ...]
    glossary: tuple[TermForm, ...]


# Errors of what a figure says, with which all else can be read.
_CLAIMS = frozenset(
    "quote-not-found value-not-in-quote qualifier-missing qualifier-not-in-quote fall-unsaid"
    " quote-cuts-number quote-ambiguous near-not-in-quote figure-untranslated".split()
)


def validate(
    outline: Mapping,
    kinds: ByName[str, SlideKind],
    audience: Audience,
    prove: Prove,
    problems: Problems,
    kept: dict[tuple[object, ...], Kept] | None = None,
) -> tuple[Brief, Ledger] | None:
    """The brief of one audience and the proofs of its figures; None where an error was found, but
    for those of what figures claim, which leave a brief that can be looked over.

    `outline` already is what the audience sees. `prove` checks the ledger against its sources,
    once every figure of it could be read. `kept` remembers what audiences share.
    """
    found = Problems()
    to = _target(outline, audience, found)
    to.kept = to.kept if kept is None else kept
    check_choices(outline, audience.files, found)
    _check_parts(outline, found)
    parts = _read(outline, kinds, to)
    _check_names(outline, found)
    ledger = None
    if len(parts.figures) == len(keys(outline.get("figures"))):
        ledger = prove(parts.figures, parts.sources, found)
    unique_topics(parts.topics, found)
    used = check_references(outline, parts.sources, to, audience.withheld)
    check_translated(used, parts.forms, to)
    _note_converted(to)
    problems.extend(found)
    hard = any(each.severity == "error" and each.code not in _CLAIMS for each in found)
    if hard or parts.brief is None or ledger is None:
        return None
    return _brief(parts, parts.brief, audience, to), ledger


def _target(outline: Mapping, audience: Audience, found: Problems) -> Target:
    """What the outline's nodes are converted for."""
    language = audience.language
    to = Target(
        problems=found,
        language=language,
        main=audience.main,
        files=audience.files,
        second=second_language(outline, language, audience.main),
        traditional=traditional(outline, found) if language == "zh-Hant" else None,
        english=english(outline) if language == "en" else None,
        row=audience.row,
    )
    if audience.name:
        to.reading = phrase("audience-reads", audience=audience.name)
    return to


def _check_parts(outline: Mapping, found: Problems) -> None:
    """An outline has known parts; a `brief`, and something to show."""
    unknown = [key for key in outline.entries if key not in PARTS]
    for number, key in enumerate(unknown):
        offer = nearest(key, PARTS) if number < HINTS else ""
        found.add("unknown-part", outline.entries[key].key, key=key, offer=offer)
    if outline.get("brief") is None:
        found.add("missing-brief", outline.mark)
    if not outline.get("deck") and not outline.get("topics"):
        found.add("nothing-to-show", outline.mark)


def _check_names(outline: Mapping, found: Problems) -> None:
    """A name is words: a number alone would take every number like it out of the check."""
    given = outline.get("names")
    for item in given.items if isinstance(given, Sequence) else ():
        if isinstance(item, Scalar) and is_bare(item.text):
            found.add("name-is-number", item.mark, name=item.text)


def _read(outline: Mapping, kinds: ByName[str, SlideKind], to: Target) -> _Parts:
    """Every part of the outline, in the order in which their problems are told."""
    brief = part(outline, "brief", to)
    named = part(outline, "sources", to) or {}
    given = sources(named)
    forms = part(outline, "figures", to) or {}
    units = part(outline, "units", to) or {}
    of = forms, named, units
    cells = valued(outline.get("figures"), to.row) if to.row else {}
    said = to.row.words if to.row and cells else ""
    known = once(to, "ledger", of, lambda: figures(forms, given, units, to.problems, cells, said))
    by_row = any(figure.source == ROW_SOURCE for figure in known.values())
    if to.row and by_row and all(source.id != ROW_SOURCE for source in given):
        given = (*given, row_source(to.row))
    topics = part(outline, "topics", to) or ()
    deck = name_slides(outline).get("deck")
    made = slides(deck, kinds, to) if deck else ()
    if to.second:
        made = tuple(_titled(slide, outline, to) for slide in made)
    return _Parts(
        brief=brief,
        sources=given,
        forms=forms,
        figures=known,
        topics=topics,
        slides=made,
        page=part(outline, "page", to),
        size=shape.size if (shape := part(outline, "slides", to)) else "",
        lexicon=part(outline, "lexicon", to) or (),
        names=part(outline, "names", to) or (),
        glossary=part(outline, "glossary", to) or (),
    )


def _brief(parts: _Parts, form: BriefForm, audience: Audience, to: Target) -> Brief:
    """The brief that sound parts make."""
    country = to.english
    tag = english_tag(country) if to.language == "en" else to.language
    paper: Paper = PAPERS.get(country.country, "a4") if country else "a4"
    nothing = words("", form.place)
    return Brief(
        slug=form.slug or audience.called,
        audience=audience.name,
        audience_name=form.name or nothing,
        language=to.language,
        theme=form.theme,
        title=form.title,
        subtitle=form.subtitle or nothing,
        organisation=form.organisation or nothing,
        author=form.author or nothing,
        date=form.date,
        date_text=form.date_text or words(spoken_date(form.date, tag), form.date_mark),
        footer=form.footer or nothing,
        sources=parts.sources,
        figures=in_terms(
            with_periods(parts.figures, tag), to.traditional.terms if to.traditional else ()
        ),
        topics=parts.topics,
        deck=parts.slides,
        page=_one_page(parts.page, paper, to)
        if parts.page
        else OnePage(paper=paper, mark=form.place),
        mark=form.place,
        voice=_voice(parts, to),
        occasion=Occasion(
            minutes=Decimal(form.minutes) if form.minutes else None,
            minutes_mark=form.minutes_mark,
            transitions="" if form.transitions == "none" else form.transitions,
        ),
        faces_named=form.faces or FaceNames(),
        logo=form.logo,
        template=form.template,
        template_mark=form.template_mark,
        rigour=form.ledger,
        size=size_of(parts.size) or Size(),
        stamp=form.mark if form.mark and not is_blank(str(form.mark.text)) else None,
    )


def _voice(parts: _Parts, to: Target) -> Voice:
    """In which words the brief is told."""
    convert = to.traditional
    return Voice(
        languages=tuple(dict.fromkeys((to.main, to.language))),
        traditional=convert,
        english=to.english,
        second=to.second,
        lexicon=tuple(map(convert, parts.lexicon)) if convert else parts.lexicon,
        names=(*parts.names, *map(convert, parts.names)) if convert else parts.names,
        glossary=tuple(
            Term(said, means, each.mark)
            for each in parts.glossary
            if (said := each.term.get(to.language))
            and (means := (each.means or {}).get(to.language))
        ),
    )


def sourced(outline: Mapping, language: Language, problems: Problems) -> Sourced:
    """What an outline says of its numbers in `language`, whatever else of it is wrong."""
    to = Target(problems=problems, language=language, main=language)
    given = sources(part(outline, "sources", to) or {})
    units = part(outline, "units", to) or {}
    ledger = figures(part(outline, "figures", to) or {}, given, units, problems)
    return Sourced(
        sources=given,
        ledger=ledger,
        names=part(outline, "names", to) or (),
        units=tuple(units),
        terms={
            said: english
            for each in part(outline, "glossary", to) or ()
            if (said := each.term.get(to.language)) and (english := each.term.get("en"))
        },
    )


class Sourced(Record):
    """The sources of an outline, its ledger, its names, the units of its own, and the terms of its
    glossary with their English."""

    sources: tuple[Source, ...]
    ledger: dict[str, Figure]
    names: tuple[str, ...]
    units: tuple[str, ...]
    terms: ByName[str, str]


def _titled(slide: Slide, outline: Mapping, to: Target) -> Slide:
    """A cover whose title is the brief's takes that in the second language too."""
    brief = outline.get("brief")
    title = brief.get("title") if isinstance(brief, Mapping) else None
    if slide.kind != "cover" or slide.second or str(slide.title) or title is None:
        return slide
    return replace(slide, second=second(title, to))


def _note_converted(to: Target) -> None:
    """Say of each file how many of its words were converted, at the first of them."""
    first: dict[str, Mark] = {}
    for mark in sorted(set(to.converted)):
        first.setdefault(mark.file, mark)
    for file, mark in first.items():
        count = len({each for each in to.converted if each.file == file})
        to.add("converted", mark, count=count)


def _one_page(form: PageForm, paper: Paper, to: Target) -> OnePage:
    chart, timeline, targets = form.chart, form.timeline, form.targets
    return OnePage(
        style=form.style,
        headline=form.headline,
        lead=form.lead,
        figures=form.figures,
        topics=form.topics,
        chart_title=chart.title if chart else None,
        chart=chart.figures if chart else (),
        chart_note=chart.note if chart else None,
        chart_highlight=chart.highlight if chart else "",
        chart_highlight_mark=chart.highlight_mark if chart else NOWHERE,
        timeline_title=timeline.title if timeline else None,
        timeline=timeline.events if timeline else (),
        note=form.note,
        url=form.url,
        targets=targets.figures if targets else (),
        targets_title=targets.title if targets else None,
        paper=form.paper or paper,
        orientation=form.orientation,
        columns=int(form.columns or 0),
        chart_share=int(form.chart_share.removesuffix("%") or 0),
        text=Decimal(form.text or 9),
        handout=form.handout,
        handout_sections=form.handout_sections,
        footnotes=footnotes(form.footnotes, to),
        mark=form.mark,
    )
