"""Turn the nodes of an outline into a Brief, and collect everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from collections.abc import Mapping as ByName
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeAlias, get_args

from briefgen.brief.dates import spoken_date
from briefgen.brief.english import PAPERS, Country, English, english_tag
from briefgen.brief.hant import Region, Traditional
from briefgen.brief.model import (
    Brief,
    FaceNames,
    Language,
    OnePage,
    Paper,
    Slide,
    Term,
    Topic,
    words,
)
from briefgen.brief.placeholders import Fault, Placeholder, pieces
from briefgen.facts.figures import Figure, Source
from briefgen.outline.convert import convert_as, fields_of
from briefgen.outline.language import LANGUAGES, NAMES, Target, second
from briefgen.outline.ledger import figures, sources, untranslated
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.nodes import Mapping, Node, Scalar, what
from briefgen.outline.slides import SlideKind, name_slides, slides
from briefgen.outline.written import FigureForm, OutlineForm, PageForm
from briefgen.problems import Mark, Problems
from briefgen.record import replace

# Checks figures against the sources they quote, and adds what it finds to the problems.
Prove: TypeAlias = Callable[[ByName[str, Figure], tuple[Source, ...], Problems], object]

_PARTS = {field.name: field for field in fields_of(OutlineForm)}


def language_of(node: Node | None, default: Language, problems: Problems) -> Language:
    """The language that a `language` value names."""
    if node is None:
        return default
    found = LANGUAGES.get(node.text) if isinstance(node, Scalar) else None
    if found is None:
        hint = "write zh-Hans, zh-Hant or en"
        problems.error("bad-choice", f"there is no language {what(node)}", node.mark, hint)
    return found or default


def main_language(outline: Mapping, problems: Problems) -> Language:
    """The language of an outline's plain strings."""
    brief = outline.get("brief")
    node = brief.get("language") if isinstance(brief, Mapping) else None
    return language_of(node, "zh-Hans", problems)


def validate(
    outline: Mapping,
    kinds: ByName[str, SlideKind],
    problems: Problems,
    audience: str = "",
    language: Language | None = None,
    files: ByName[str, Language] = MappingProxyType({}),
    prove: Prove | None = None,
    withheld: ByName[str, str] = MappingProxyType({}),
) -> Brief | None:
    """The brief of one audience; None where an error was found.

    `outline` already is what the audience sees. `language` is the audience's (None: the
    outline's own), `files` that of plain strings in the audience's files. `prove` checks the
    ledger against its sources, once every figure of it could be read. `withheld` are the figures
    and topics that this audience may not see, by their ids, each with whom it is for.
    """
    found = Problems()
    main = main_language(outline, found)
    tongue = language or main
    traditional = _traditional(outline, found) if tongue == "zh-Hant" else None
    english = _english(outline) if tongue == "en" else None
    beside = _second(outline, tongue, main)
    to = Target(found, tongue, main, dict(files), beside, traditional, english)
    to.reading = f"{audience} reads" if audience else to.reading
    _check_choices(outline, files, found)
    for key, entry in outline.entries.items():
        if key not in _PARTS:
            hint = nearest(key, _PARTS)
            found.error("unknown-key", f"an outline has no part “{key}”", entry.key, hint)
    form = _part(outline, "brief", to)
    if outline.get("brief") is None:
        hint = "add “brief:” with slug and title"
        found.error("missing", "the outline has no part “brief”", outline.mark, hint)
    given_sources = sources(_part(outline, "sources", to) or {})
    ledger = _part(outline, "figures", to) or {}
    known_figures = figures(ledger, given_sources, found)
    if prove and len(known_figures) == len(_keys(outline.get("figures"))):
        prove(known_figures, given_sources, found)
    topics = _part(outline, "topics", to) or ()
    _unique_topics(topics, found)
    deck = name_slides(outline).get("deck")
    made = slides(deck, kinds, to) if deck else ()
    if to.second:
        made = tuple(_titled(slide, outline, to) for slide in made)
    page = _part(outline, "page", to)
    lexicon = _part(outline, "lexicon", to) or ()
    names = _part(outline, "names", to) or ()
    glossary = _part(outline, "glossary", to) or ()
    if not deck and not outline.get("topics"):
        hint = "write a part “topics” or “deck”"
        found.error("missing", "there is nothing to show", outline.mark, hint)
    used = _check_references(outline, given_sources, to, withheld)
    _check_translated(used, ledger, to)
    _note_converted(to)
    problems.extend(found)
    if found.fatal or form is None:
        return None
    tag = english_tag(english) if tongue == "en" else tongue
    date_text = form.date_text or words(spoken_date(form.date, tag), form.date_mark)
    paper: Paper = PAPERS.get(english.country, "a4") if english else "a4"
    nothing = words("", form.mark)
    return Brief(
        slug=form.slug,
        audience=audience,
        audience_name=form.name or nothing,
        language=to.language,
        theme=form.theme,
        title=form.title,
        subtitle=form.subtitle or nothing,
        organisation=form.organisation or nothing,
        author=form.author or nothing,
        date=form.date,
        date_text=date_text,
        footer=form.footer or nothing,
        sources=given_sources,
        figures=known_figures,
        topics=topics,
        deck=made,
        page=_one_page(page, paper) if page else OnePage(paper=paper, mark=form.mark),
        lexicon=tuple(map(traditional, lexicon)) if traditional else lexicon,
        names=(*names, *map(traditional, names)) if traditional else names,
        mark=form.mark,
        languages=tuple(dict.fromkeys((to.main, to.language))),
        minutes=Decimal(form.minutes) if form.minutes else None,
        minutes_mark=form.minutes_mark,
        transitions="" if form.transitions == "none" else form.transitions,
        traditional=traditional,
        english=english,
        second=to.second,
        faces_named=form.faces or FaceNames(),
        glossary=tuple(
            Term(said, means, each.mark)
            for each in glossary
            if (said := each.term.get(tongue)) and (means := (each.means or {}).get(tongue))
        ),
    )


def sourced(
    outline: Mapping, problems: Problems
) -> tuple[tuple[Source, ...], dict[str, Figure], tuple[str, ...]]:
    """The sources, the ledger and the names of an outline, whatever else is wrong with it."""
    main = main_language(outline, problems)
    to = Target(problems, main, main)
    given = sources(_part(outline, "sources", to) or {})
    ledger = figures(_part(outline, "figures", to) or {}, given, problems)
    return given, ledger, _part(outline, "names", to) or ()


def _traditional(outline: Mapping, problems: Problems) -> Traditional:
    """How the outline wants simplified words converted."""
    to = Target(problems)
    words = {key: node.text for key in _CHOICES if (node := _of_brief(outline, key))}
    terms: dict[str, str] = _part(outline, "traditional", to) or {}
    region = words.get("region", "hk")
    # A region that there is not is told where the brief is read.
    known: Region = region if region in get_args(Region) else "hk"  # type: ignore[assignment]
    return Traditional(known, words.get("quotes") != "curly", tuple(terms.items()))


def _english(outline: Mapping) -> English | None:
    """How the outline wants English written: as it stands, where no country of it is named."""
    region = _of_brief(outline, "region")
    known: tuple[Country, ...] = get_args(Country)
    country = next((each for each in known if region and each == region.text), None)
    return English(country) if country else None


def _of_brief(outline: Mapping, key: str) -> Scalar | None:
    brief = outline.get("brief")
    node = brief.get(key) if isinstance(brief, Mapping) else None
    return node if isinstance(node, Scalar) else None


# The choices that only one language takes.
_CHOICES: ByName[str, tuple[tuple[Language, tuple[str, ...]], ...]] = {
    "region": (("zh-Hant", get_args(Region)), ("en", get_args(Country))),
    "quotes": (("zh-Hant", ("corner", "curly")),),
}


def _check_choices(outline: Mapping, files: ByName[str, Language], problems: Problems) -> None:
    """A choice that an audience makes must be one of its language; the outline's own may be for
    whichever of its audiences reads that."""
    for key, choices in _CHOICES.items():
        node = _of_brief(outline, key)
        if node is None or node.mark.file not in files:
            continue
        language = files[node.mark.file]
        fitting = [choice for whose, known in choices if whose == language for choice in known]
        if node.text not in fitting and any(node.text in known for _, known in choices):
            problems.error(
                "bad-choice",
                f"“{key}: {node.text}” is not for readers of {NAMES[language]}",
                node.mark,
                f"write {' or '.join(fitting)}" if fitting else "remove it, or set “language:”",
            )


def _second(outline: Mapping, language: Language, main: Language) -> Language | None:
    """The second language of a bilingual deck: the outline's own beside English, else English."""
    node = _of_brief(outline, "bilingual")
    if node is None or node.text not in ("yes", "true"):
        return None
    if language != "en":
        return "en"
    return main if main != "en" else "zh-Hans"


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
        to.problems.note(
            "converted", f"from here on, {count} texts are converted to traditional Chinese", mark,
            "add zh-Hant: … to a text, or a term to “traditional:”, where it should read otherwise",
        )  # fmt: skip


def _part(outline: Mapping, name: str, to: Target) -> Any:
    """A top-level part as its form says; None where it is absent or has problems."""
    node = outline.get(name)
    if node is None:
        return None
    field = _PARTS[name]
    return convert_as(field.hint, node, to, name, field.rules)


def _one_page(form: PageForm, paper: Paper) -> OnePage:
    chart, timeline, targets = form.chart, form.timeline, form.targets
    return OnePage(
        form.lead,
        form.figures,
        form.topics,
        chart_title=chart.title if chart else None,
        chart=chart.figures if chart else (),
        chart_note=chart.note if chart else None,
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
        mark=form.mark,
    )


def _unique_topics(topics: Iterable[Topic], problems: Problems) -> None:
    first: dict[str, Mark] = {}
    for topic in topics:
        if topic.id in first:
            line = first[topic.id].line
            message = f"two topics are called “{topic.id}”; the other is in line {line}"
            problems.error("duplicate-id", message, topic.mark, "give one of them another id")
        first.setdefault(topic.id, topic.mark)


def _check_references(
    outline: Mapping, given: tuple[Source, ...], to: Target, withheld: ByName[str, str]
) -> dict[str, Mark]:
    """Every id that is named must exist. The figures named, with the first place of each.

    What exists is taken from the nodes, so that an item with another problem still counts.
    """
    known = {
        "figure": _keys(outline.get("figures")),
        "topic": _listed_ids(outline.get("topics")),
        "source": _keys(outline.get("sources")) or [source.id for source in given],
    }
    used: dict[str, Mark] = {}

    def check(kind: str, id: str, mark: Mark) -> None:
        if kind == "figure":
            used.setdefault(id, mark)
        if id not in known[kind] and id in withheld and kind != "source":
            to.error(
                "restricted", f"the {kind} “{id}” is {withheld[id]}, and named here", mark,
                "leave it out here, or restrict what names it alike: "
                + (f"{{{kind}: {id}, only: […]}}" if kind == "figure" else "only: […]"),
            )  # fmt: skip
        elif id not in known[kind]:
            hint = nearest(id, known[kind]) or f"there are no {kind}s"
            to.error(f"unknown-{kind}", f"there is no {kind} “{id}”", mark, hint)

    for kind, ref in to.references:
        check(kind, ref.id, ref.mark)
    for text in to.texts:
        for piece in pieces(str(text)):
            if isinstance(piece, Placeholder):
                check("figure", piece.id, text.mark)
            elif isinstance(piece, Fault):
                to.error("braces", piece.message, text.mark, piece.hint)
    return used


def _check_translated(used: ByName[str, Mark], ledger: ByName[str, FigureForm], to: Target) -> None:
    """A figure that is shown needs its label in the audience's language."""
    for id in used:
        form = ledger.get(id)
        mark = untranslated(form, to.language) if form else None
        if mark is not None:
            key = "zh" if to.language == "zh-Hans" else to.language
            message = f"“{id}” is shown, but this is not there in {to.language}"
            to.error("missing-translation", message, mark, f"add {key}: …")


def _keys(node: Node | None) -> list[str]:
    return list(node.entries) if isinstance(node, Mapping) else []


def _listed_ids(node: Node | None) -> list[str]:
    items = getattr(node, "items", ())
    found = (item.get("id") for item in items if isinstance(item, Mapping))
    return [id.text for id in found if isinstance(id, Scalar)]
