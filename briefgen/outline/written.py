"""Turn the outline's form into records: what an author may write, part by part.

The converter reads nodes by these, and `briefgen schema` describes them. What the rest of
briefgen works on is in `model.py`; where both are alike (topics, events), only that exists.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from briefgen.brief.hints import (
    ADDRESS,
    COLUMNS,
    DATE,
    FILENAME,
    INSIDE,
    MINUTES,
    PERCENT,
    POINTS,
    SIZE,
    SLUG,
    Doc,
    Length,
    Names,
    Terms,
)
from briefgen.brief.model import (
    Event,
    FaceNames,
    Handout,
    Logo,
    Orientation,
    PageStyle,
    Paper,
    Ref,
    Rigour,
    Stamp,
    Text,
    Topic,
)
from briefgen.facts.figures import Erratum, Kind
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record

ByLanguage = Mapping[str, str]
# The currencies that a source may count in (ISO 4217).
Currency = Literal[
    "CNY", "HKD", "MOP", "TWD", "USD", "EUR", "GBP", "JPY", "KRW", "SGD", "CAD", "AUD", "INR"
]


class BriefForm(Record, kw_only=True):
    """What the brief is called, whose it is, and how it looks."""

    title: Annotated[Text, Doc("The title of the cover and of the printed page.")]
    slug: Annotated[
        str,
        FILENAME,
        Doc("The name of the files made, without their endings; the project's if absent."),
    ] = ""
    subtitle: Text | None = None
    organisation: Annotated[Text | None, Doc("Shown on the cover.")] = None
    author: Text | None = None
    date: Annotated[str, DATE, Doc("ISO 8601: 2024, 2024-02 or 2024-02-21.")] = ""
    date_text: Annotated[Text | None, Doc("The date in other words.")] = None
    language: Annotated[str, Doc("The language of plain strings: zh-Hans, zh-Hant or en.")] = ""
    theme: Annotated[str, SLUG, Doc("The name of a theme; see `briefgen themes`.")] = "lingnan"
    template: Annotated[
        str, INSIDE, Doc("A .pptx or .potx that decks stand on; see `briefgen template FILE`.")
    ] = ""
    template_mark: Mark = NOWHERE
    footer: Annotated[Text | None, Doc("A few words at the foot of each slide.")] = None
    name: Annotated[Text | None, Doc("What this version is called among the audiences'.")] = None
    mark: Annotated[
        Stamp | None, Doc("What every slide and page is marked as: 讨论稿; or {text, across: yes}.")
    ] = None
    # Of the whole: `mark` is what an author writes.
    place: Mark = NOWHERE
    logo: Annotated[
        Logo | None, Doc("A PNG or SVG, on cover, slides and page: its path, or {file, alt}.")
    ] = None
    minutes: Annotated[str, MINUTES, Doc("How long the talk may take.")] = ""
    region: Annotated[
        Literal["hk", "mo", "tw", "gb", "us"] | None,
        Doc("Whose wording traditional Chinese follows; whose dates, quotes and paper English."),
    ] = None
    quotes: Annotated[
        Literal["corner", "curly"], Doc("What quotes become in traditional Chinese: 「」 or “”.")
    ] = "corner"
    bilingual: Annotated[bool, Doc("Whether slide titles have a line in another language.")] = False
    transitions: Annotated[
        Literal["none", "fade"], Doc("How the deck goes from slide to slide.")
    ] = "none"
    ledger: Annotated[
        Rigour, Doc("Numbers typed by hand: off (counted alone), note, warn, or strict (errors).")
    ] = "warn"
    faces: Annotated[FaceNames | None, Doc("The faces of prints; the theme's if absent.")] = None
    date_mark: Mark = NOWHERE
    minutes_mark: Mark = NOWHERE


class SourceForm(Record, kw_only=True):
    """A text that figures stand on."""

    id: Annotated[str, SLUG]
    title: Annotated[ByLanguage, Doc("Its title.")]
    file: Annotated[
        str,
        INSIDE,
        Doc("Its path in the project, such as seeds/report.txt; none for your own numbers."),
    ] = ""
    publisher: ByLanguage | None = None
    author: ByLanguage | None = None
    date: Annotated[str, DATE] = ""
    currency: Annotated[
        Currency | None, Doc("What 元 and $ are in it, where not RMB: HKD, TWD, USD …")
    ] = None
    errata: Annotated[tuple[Erratum, ...], Doc("Damaged words, and what they were.")] = ()
    mark: Mark = NOWHERE


class FigureForm(Record, kw_only=True):
    """One entry of the ledger: a number, and the sentence it stands on."""

    id: Annotated[str, SLUG]
    value: Annotated[str, Doc("Number, scale and unit as the source writes them: 1.3万家.")]
    kind: Annotated[
        Kind,
        Doc(
            "actual (it was so), stock (so many there are), plan (it is decided), "
            "target (it is aimed at), derived (by a formula)."
        ),
    ]
    label: Annotated[ByLanguage, Doc("What it counts, in 4 to 12 characters of Chinese.")]
    unit: Annotated[str, Doc("The unit, where the value leaves it out.")] = ""
    qualifier: Annotated[str, Doc("As in the quote: 超, 约, 力争, 不低于 …")] = ""
    period: ByLanguage | None = None
    scope: ByLanguage | None = None
    source: Annotated[
        str, Names("source"), Doc("A source's id; may be left out where there is one.")
    ] = ""
    quote: Annotated[str, Doc("The sentence, word for word; none if its source has no file.")] = ""
    sure: Annotated[
        bool | None, Doc("Whether somebody has looked at its reading: “no” in a draft.")
    ] = None
    near: Annotated[str, Doc("Words of the quote beside the number, where it has several.")] = ""
    translation: Annotated[ByLanguage | None, Doc("The quote in other languages.")] = None
    formula: Annotated[str, Doc("Of a derived figure: + - * / ( ) over figures' ids.")] = ""
    parts_of: Annotated[str, Doc("The id of the whole that this is a part of.")] = ""
    mark: Mark = NOWHERE
    value_mark: Mark = NOWHERE
    label_mark: Mark = NOWHERE
    period_mark: Mark = NOWHERE
    scope_mark: Mark = NOWHERE
    quote_mark: Mark = NOWHERE
    qualifier_mark: Mark = NOWHERE
    formula_mark: Mark = NOWHERE
    source_mark: Mark = NOWHERE
    parts_of_mark: Mark = NOWHERE
    near_mark: Mark = NOWHERE
    sure_mark: Mark = NOWHERE


class FootnoteForm(Record):
    """What stands at the foot where texts say [^1], by its number."""

    text: Text
    mark: Mark = NOWHERE


class SlideForm(Record, kw_only=True):
    """What every slide may have, whatever its kind."""

    kind: Annotated[str, Doc("The kind of slide; see `briefgen kinds`.")]
    id: Annotated[str, SLUG, Doc("By which audiences change it; made from the kind if absent.")] = (
        ""
    )
    title: Annotated[Text | None, Doc("What the slide says, as a sentence.")] = None
    notes: Annotated[Text | None, Doc("What the speaker says.")] = None
    hidden: Annotated[bool, Doc("Whether it is left out of the show.")] = False
    minutes: Annotated[str, MINUTES, Doc("How long the speaker takes for it.")] = ""
    build: Annotated[bool, Doc("Whether its items come in one by one, at clicks.")] = False
    about: Annotated[
        Ref | None, Names("topic"), Doc("The topic it belongs to, whose pane is lit at its head.")
    ] = None
    footnotes: Annotated[
        Mapping[str, FootnoteForm] | None,
        Doc("What stands at its foot, by number: texts say [^1]."),
    ] = None
    layout: Annotated[
        str, Doc("The layout of the template that it stands on, where its kind is not to say.")
    ] = ""
    layout_mark: Mark = NOWHERE
    unchecked: Annotated[
        str, Doc("Why its numbers typed by hand are not checked: 现场估算，会后核实.")
    ] = ""
    mark: Mark = NOWHERE
    unchecked_mark: Mark = NOWHERE


class PageChart(Record):
    """The chart of the printed page."""

    figures: Annotated[tuple[Ref, ...], Length(2, 8), Doc("Figures of one unit.")]
    title: Text | None = None
    note: Text | None = None
    highlight: Annotated[str, Doc("The figure that stands out; the first if absent.")] = ""
    highlight_mark: Mark = NOWHERE


class PageTimeline(Record):
    """The timeline of the printed page."""

    events: Annotated[tuple[Event, ...], Length(1, 6)]
    title: Annotated[Text | None, Doc("In pictures, where there is room.")] = None


class PageTargets(Record):
    """A table of targets on the printed page: what, how much, until when."""

    figures: Annotated[tuple[Ref, ...], Length(1, 10)]
    title: Text | None = None


class PageForm(Record, kw_only=True):
    """What the printed one-page brief shows; what is not given is made from the topics,
    and without topics from the deck."""

    style: Annotated[PageStyle, Doc("A picture that is understood at a glance, or articles.")] = (
        "picture"
    )
    headline: Annotated[
        Text | None, Doc("What the page says, as a sentence of up to 28 characters of Chinese.")
    ] = None
    lead: Annotated[
        Text | None, Doc("Up to 110 characters of Chinese; in pictures, where there is room.")
    ] = None
    figures: Annotated[
        tuple[Ref, ...],
        Length(0, 6),
        Doc("The strip of leading figures; what stands elsewhere on the page is not repeated."),
    ] = ()
    topics: Annotated[tuple[Ref, ...], Names("topic"), Doc("Topics' ids, in order.")] = ()
    chart: PageChart | None = None
    timeline: PageTimeline | None = None
    note: Annotated[Text | None, Doc("Definitions, in one line.")] = None
    url: Annotated[str, ADDRESS, Doc("An address for more; printed as a QR code too.")] = ""
    targets: PageTargets | None = None
    paper: Annotated[
        Paper | None, Doc("The sheet; a3 is folded to A4. If absent, the reader's: a4 or letter.")
    ] = None
    orientation: Orientation = "portrait"
    columns: Annotated[str, COLUMNS, Doc("Columns of the topics; as fits if absent.")] = ""
    chart_share: Annotated[str, PERCENT, Doc("How much of its band the chart takes.")] = ""
    text: Annotated[str, POINTS, Doc("The least size of running text.")] = ""
    handout: Annotated[Handout, Doc("Slides on each sheet of the handout.")] = "slides"
    handout_sections: Annotated[
        bool, Doc("Whether handouts of six have cover, section slides and closing too.")
    ] = False
    footnotes: Annotated[
        Mapping[str, FootnoteForm] | None,
        Doc("What stands at its foot, by number: texts say [^1]."),
    ] = None
    mark: Mark = NOWHERE


class SlidesForm(Record):
    """What all slides have in common."""

    size: Annotated[
        str,
        SIZE,
        Doc("How large they are: 16:9, 16:10, 4:3, a4, a4 upright, or 25.4cm x 19.05cm."),
    ] = "16:9"


class TermForm(Record):
    """A term, how it is said in each language, and what it means where that is to be explained."""

    term: Annotated[ByLanguage, Doc("How it is said.")]
    means: Annotated[
        ByLanguage | None, Doc("What it means, in words that stand beside its first use.")
    ] = None
    mark: Mark = NOWHERE


class OutlineForm(Record, kw_only=True):
    """An outline. `include` names files beside it that hold some of its parts."""

    brief: BriefForm
    include: Annotated[tuple[str, ...], Doc("Files beside this one.")] = ()
    sources: Annotated[Mapping[str, SourceForm] | None, Doc("Texts, by id.")] = None
    figures: Annotated[Mapping[str, FigureForm] | None, Doc("The ledger, by id.")] = None
    topics: Annotated[tuple[Topic, ...], Doc("The content itself.")] = ()
    deck: Annotated[tuple[SlideForm, ...], Doc("The slides; made from the topics if absent.")] = ()
    page: PageForm | None = None
    slides: SlidesForm | None = None
    traditional: Annotated[
        Mapping[str, str] | None, Terms(), Doc("Terms in traditional Chinese: 软件: 軟件.")
    ] = None
    glossary: Annotated[tuple[TermForm, ...], Doc("Terms to be explained at first use.")] = ()
    units: Annotated[
        Mapping[str, ByLanguage] | None, Doc("Units of its own: 标准盒: {en: standard boxes}.")
    ] = None
    lexicon: Annotated[tuple[str, ...], Doc("Terms that no title is broken in.")] = ()
    names: Annotated[tuple[str, ...], Doc("Names whose number words are no figures.")] = ()
