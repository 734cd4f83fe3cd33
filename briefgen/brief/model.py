"""Turn a checked outline into typed, frozen values: the Brief of one audience in one language.

Every text keeps the place it was written at, so that whatever is found wrong with it later, by
the fonts or by the page, can be told with file, line and column.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from briefgen.brief import english, hant
from briefgen.brief.graphic import Graphic
from briefgen.brief.hints import FOCUS, ICON, INSIDE, SLUG, Dated, Doc, Length
from briefgen.brief.wording import Language as Language
from briefgen.brief.wording import Ref as Ref
from briefgen.brief.wording import Segment as Segment
from briefgen.brief.wording import Text as Text
from briefgen.brief.wording import Word as Word
from briefgen.brief.wording import words as words
from briefgen.facts.figures import Figure, Source
from briefgen.facts.quantity import Quantity
from briefgen.geometry import Size
from briefgen.problems import NOWHERE, Mark, Phrase
from briefgen.record import Record, field
from briefgen.typography.fonts import Faces
from briefgen.vector import Vector

Paper = Literal["a4", "letter", "a3"]
Orientation = Literal["portrait", "landscape"]
# How the printed page is made: a picture that is understood at a glance (一图读懂), or articles.
PageStyle = Literal["picture", "article"]
# What numbers typed by hand are: not told of, notes, warnings, errors.
Rigour = Literal["off", "note", "warn", "strict"]
# Slides as they are, so many on a sheet, or each above the speaker's notes.
Handout = Literal["slides", "2", "3", "4", "6", "notes"]


class FaceNames(Record):
    """The faces of prints, first to last: shipped families, or font files of the project."""

    print: Annotated[
        tuple[Word, ...], Length(1, 8), Doc("For all text: Noto Sans SC, fonts/Rare.ttf.")
    ] = ()
    latin: Annotated[
        tuple[Word, ...], Length(1, 8), Doc("Before them for letters and digits, and in English.")
    ] = ()


class Cell(Record):
    """A figure to be shown large: its id alone, or with a label of its own and a note."""

    figure: Annotated[Ref, Doc("The figure's id.")]
    label: Annotated[Text | None, Doc("A label here, instead of the ledger's.")] = None
    note: Annotated[Text | None, Doc("A few words below it.")] = None


class Measure(Record):
    """One thing that is to be done: a short head and what it means."""

    head: Annotated[Text, Doc("A few words.")]
    text: Annotated[Text, Doc("What it means, in a sentence.")] = words("")
    id: Annotated[str, SLUG] = ""


class Image(Record):
    """An image of the project: its file, and what it shows for those who cannot see it."""

    file: Annotated[str, INSIDE, Doc("Its path in the project: PNG, JPEG, GIF, WebP or TIFF.")]
    alt: Annotated[Text, Doc("What it shows, in a sentence; for those who cannot see it.")] = words(
        ""
    )
    credit: Annotated[Text | None, Doc("Whose it is; shown below it.")] = None
    focus: Annotated[
        str, FOCUS, Doc("What must stay when it is cropped: right and down, such as 50% 30%.")
    ] = "50% 50%"
    mark: Mark = NOWHERE
    file_mark: Mark = NOWHERE


class Logo(Record):
    """The sign of whose brief it is: on the cover, each slide and the printed page."""

    file: Annotated[
        str, INSIDE, Doc("Its path in the project: PNG, or SVG, which stays a drawing.")
    ]
    alt: Annotated[Text | None, Doc("Whose it is; else the organisation's.")] = None
    mark: Mark = NOWHERE
    file_mark: Mark = NOWHERE


class Checked(Record):
    """An image that was read, turned upright and found sound: 8-bit RGB or grey, or RGB with
    transparency, as one frame. Width and height are in pixels."""

    data: bytes
    media_type: Literal["image/png", "image/jpeg"]
    width: int
    height: int


class Data(Record, kw_only=True):
    """Columns of a CSV or XLSX file of the project; the first of them names the rows. Its path
    alone means all of them."""

    file: Annotated[str, INSIDE, Doc("Its path in the project, such as data/output.csv.")]
    columns: Annotated[
        tuple[str, ...],
        Length(2, 30),
        Doc("Their headings as in the file, all if absent; the first names rows."),
    ] = ()
    sheet: Annotated[str, Doc("The sheet of an XLSX file; the first one if absent.")] = ""
    rows: Annotated[tuple[str, ...], Length(1, 60), Doc("Only these, by name, in order.")] = ()
    unit: Annotated[str, Doc("Of bare numbers, where no heading says it in brackets.")] = ""
    header_row: Annotated[
        int | None, Doc("The row of the headings, from 1, where they are not found by themselves.")
    ] = None
    decimal: Annotated[
        Literal[",", "."] | None, Doc("What stands before decimals, where a file may mean either.")
    ] = None
    mark: Mark = NOWHERE
    file_mark: Mark = NOWHERE
    columns_mark: Mark = NOWHERE
    sheet_mark: Mark = NOWHERE
    rows_mark: Mark = NOWHERE
    unit_mark: Mark = NOWHERE
    header_row_mark: Mark = NOWHERE


class Datum(Record):
    """A cell of a data file: what it says and where. `place` is that in words; `cell` is how a
    workbook calls it (就业!C2), "" in other files; `figure` is the id under which its value is
    known, "" where it is not a quantity."""

    text: str
    mark: Mark
    place: str = ""
    figure: str = ""
    cell: str = ""


class DataTable(Record):
    """What was read for a `Data`: the columns' headings, and the rows, each with its name first."""

    header: tuple[Datum, ...]
    rows: tuple[tuple[Datum, ...], ...]


class Stamp(Record):
    """What a version is marked as, on every slide and page."""

    text: Annotated[Text, Doc("A few words: 讨论稿, 第2稿, Draft.")]
    across: Annotated[bool, Doc("Whether they stand large behind the text as well.")] = False


class Topic(Record, kw_only=True):
    """One topic of the brief: the effort, the goal it leads to, its measures and figures. Its name
    is all that it must have."""

    id: Annotated[str, SLUG]
    name: Annotated[Text, Doc("Its name, in 2 to 8 characters of Chinese.")]
    effort: Annotated[Text, Doc("What is done.")] = words("")
    goal: Annotated[Text, Doc("What it leads to.")] = words("")
    summary: Annotated[Text, Doc("One sentence for the printed page.")] = words("")
    measures: Annotated[tuple[Measure, ...], Length(1, 4), Doc("How it is done.")] = ()
    numbered: Annotated[bool, Doc("Whether each measure follows the one before.")] = False
    figures: Annotated[tuple[Ref, ...], Length(0, 3), Doc("The most important first.")] = ()
    graphic: Annotated[Graphic | None, Doc("What is drawn of it; see the kind graphic.")] = None
    notes: Annotated[Text | None, Doc("What the speaker says.")] = None
    icon: Annotated[str, ICON, Doc("The name of an icon; see assets/icons.")] = ""
    mark: Mark = NOWHERE

    @property
    def text_mark(self) -> Mark:
        """Where its running text was written, else its name."""
        return self.summary.mark if self.summary.mark.line else self.name.mark


class Footnote(Record):
    """Words at the foot of a slide or page, and the number by which texts mark them: [^1]."""

    number: str
    text: Text


class Slide(Record, kw_only=True):
    """One slide of the storyline: its kind, and the kind's own fields as its record."""

    id: str
    kind: str
    title: Text
    fields: Record
    notes: Text | None = None
    hidden: bool = False
    mark: Mark = NOWHERE
    minutes: Decimal | None = None
    build: bool = False
    # The topic that it belongs to, of a kind whose fields name none.
    about: Ref | None = None
    # The title in the second language of a bilingual deck.
    second: Text | None = None
    footnotes: tuple[Footnote, ...] = ()
    # The layout of a template that it stands on, where that is not left to its kind.
    layout: str = ""
    layout_mark: Mark = NOWHERE
    # Why its numbers typed by hand are not checked; "" where they are.
    unchecked: str = ""


class Event(Record):
    """A date as it is to be read, and what happens then."""

    when: Annotated[Text, Dated(), Doc("The date, as it is to be read; or 2024-02-21.")]
    what: Annotated[Text, Doc("What happens then.")]
    target: Annotated[
        bool | None,
        Doc("Whether it lies ahead; else its figures say so, if all are aims or plans."),
    ] = None
    key: Annotated[bool, Doc("Whether it stands out among the others.")] = False


class OnePage(Record, kw_only=True):
    """What the printed one-page brief shows. `headline` is its conclusion in a sentence."""

    style: PageStyle = "picture"
    headline: Text | None = None
    lead: Text | None = None
    figures: tuple[Ref, ...] = ()
    topics: tuple[Ref, ...] = ()
    chart_title: Text | None = None
    chart: tuple[Ref, ...] = ()
    chart_note: Text | None = None
    # The figure of the chart that stands out ("": the first).
    chart_highlight: str = ""
    chart_highlight_mark: Mark = NOWHERE
    timeline_title: Text | None = None
    timeline: tuple[Event, ...] = ()
    note: Text | None = None
    url: str = ""
    # The figures of a table of targets, and its heading.
    targets: tuple[Ref, ...] = ()
    targets_title: Text | None = None
    # How it is laid out: the columns of its topics (0: as fits), the share of its band that the
    # chart takes in percent (0: as fits), the least size of running text in points.
    paper: Paper = "a4"
    orientation: Orientation = "portrait"
    columns: int = 0
    chart_share: int = 0
    text: Decimal = Decimal(9)
    # How the deck is printed, and whether with cover, sections and closing where six slides stand
    # on a sheet; and whether the brief is for a press, with bleed and crop marks.
    handout: Handout = "slides"
    handout_sections: bool = False
    press: bool = False
    footnotes: tuple[Footnote, ...] = ()
    mark: Mark = NOWHERE


class Term(Record):
    """A term of the glossary in the audience's language, and what it means."""

    wording: str
    means: str
    mark: Mark = NOWHERE


class Secret(Record):
    """What an audience may not see: words as they are written, or a figure with its quantity.

    `who` says whom it is for, as a phrase of messages.
    """

    words: str
    mark: Mark
    who: Phrase
    quantity: Quantity | None = None
    figure: str = ""


class Voice(Record, kw_only=True):
    """In which words a brief is told, beside its language."""

    # The languages that it is written in, the outline's own first.
    languages: tuple[str, ...] = ("zh-Hans",)
    # How simplified words become traditional, for an audience that reads these.
    traditional: hant.Traditional | None = None
    # How English words are written, for an audience in a certain country.
    english: english.English | None = None
    # The language of the titles' second lines in a bilingual deck.
    second: Language | None = None
    # Terms that titles do not break in.
    lexicon: tuple[str, ...] = ()
    # Names and terms whose number words state no figure.
    names: tuple[str, ...] = ()
    # Terms to be explained where they are first shown.
    glossary: tuple[Term, ...] = ()


class Occasion(Record, kw_only=True):
    """What the deck is shown at: its minutes, and how it goes from slide to slide."""

    minutes: Decimal | None = None
    minutes_mark: Mark = NOWHERE
    transitions: str = ""


class Attached(Record, kw_only=True):
    """What was read from the files that the outline names."""

    # The images of the slides, by the path that is written.
    images: Mapping[str, Checked] = field(default_factory=dict)
    # The tables of data files, and their values as figures by the place they stand at.
    data: Mapping[Data, DataTable] = field(default_factory=dict)
    cells: Mapping[str, Figure] = field(default_factory=dict)
    # The sign of whose it is, as a picture or a drawing.
    logo: Checked | Vector | None = None
    # The families of its prints.
    faces: Faces = field(default_factory=lambda: Faces(()))


class Brief(Record, kw_only=True):
    """The whole content for one audience, validated; texts in that audience's language."""

    slug: str
    audience: str
    audience_name: Text
    language: Language
    theme: str
    title: Text
    subtitle: Text
    organisation: Text
    author: Text
    date: str
    date_text: Text
    footer: Text
    sources: tuple[Source, ...]
    figures: Mapping[str, Figure]
    topics: tuple[Topic, ...]
    deck: tuple[Slide, ...]
    page: OnePage
    mark: Mark = NOWHERE
    voice: Voice = Voice()
    occasion: Occasion = Occasion()
    attached: Attached = Attached()
    # The faces of its prints as the outline names them.
    faces_named: FaceNames = FaceNames()
    # What this audience may not see, so that its files can be searched for it.
    withheld: tuple[Secret, ...] = ()
    # What it is marked as.
    stamp: Stamp | None = None
    # The sign of whose it is.
    logo: Logo | None = None
    # How large its slides are.
    size: Size = Size()
    # The template that its decks stand on ("": none), and where that is said.
    template: str = ""
    template_mark: Mark = NOWHERE
    # What numbers typed by hand are, and how many of them are not told of.
    rigour: Rigour = "warn"
    let_off: int = 0

    def in_script(self, chinese: str) -> str:
        """Simplified words in the characters that the audience reads."""
        convert = self.voice.traditional
        return convert(chinese) if convert else chinese

    def quoted(self, quote: str) -> str:
        """Words in the audience's quotation marks; what they quote themselves has single ones."""
        written = self.voice.english or self.in_script
        inner = quote if "‘" in quote else quote.replace("“", "‘").replace("”", "’")
        return written(f"“{inner}”")

    @property
    def tag(self) -> str:
        """The language tag of its files (BCP 47), with the region that it is in."""
        if self.language == "zh-Hant":
            return hant.TAGS[self.voice.traditional.region if self.voice.traditional else "hk"]
        return english.english_tag(self.voice.english) if self.language == "en" else self.language
