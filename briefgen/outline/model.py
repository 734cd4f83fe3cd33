"""Turn a checked outline into typed, frozen values: the Brief of one audience in one language.

Every text keeps the place it was written at, so that whatever is found wrong with it later, by
the fonts or by the page, can be told with file, line and column.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from briefgen.facts.figures import Figure, Source
from briefgen.outline.rules import SLUG, Doc, Length
from briefgen.problems import NOWHERE, Mark

Language = Literal["zh-Hans", "zh-Hant", "en"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a text; `figure` is the id of the ledger figure it was written from, or ""."""

    text: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in the audience's language, with the place they were written at.

    Before resolving there is one segment, in which `{gdp}` stands for a figure; after resolving
    the figures are segments of their own. `short` is the author's shorter wording, if any.
    """

    segments: tuple[Segment, ...]
    mark: Mark = NOWHERE
    short: Text | None = None

    def __str__(self) -> str:
        return "".join(segment.text for segment in self.segments)

    @property
    def figures(self) -> tuple[str, ...]:
        return tuple(segment.figure for segment in self.segments if segment.figure)


def words(value: str, mark: Mark = NOWHERE) -> Text:
    """Plain words as a Text."""
    return Text((Segment(value),), mark)


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a figure or a topic by its id, and where it was written."""

    id: str
    mark: Mark = NOWHERE


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure to be shown large: its id alone, or with a label of its own and a note."""

    figure: Annotated[Ref, Doc("The figure's id.")]
    label: Annotated[Text | None, Doc("A label here, instead of the ledger's.")] = None
    note: Annotated[Text | None, Doc("A few words below it.")] = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is to be done: a short head and what it means."""

    head: Annotated[Text, Doc("A few words.")]
    text: Annotated[Text, Doc("What it means, in a sentence.")]
    id: Annotated[str, SLUG] = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic of the brief: the effort, the goal it leads to, its measures and figures."""

    id: Annotated[str, SLUG]
    name: Annotated[Text, Doc("Its name, in 2 to 8 characters of Chinese.")]
    effort: Annotated[Text, Doc("What is done.")]
    goal: Annotated[Text, Doc("What it leads to.")]
    summary: Annotated[Text, Doc("One sentence for the printed page.")]
    measures: Annotated[tuple[Measure, ...], Length(1, 4), Doc("How it is done.")]
    figures: Annotated[tuple[Ref, ...], Length(0, 3), Doc("The most important first.")] = ()
    notes: Annotated[Text | None, Doc("What the speaker says.")] = None
    icon: Annotated[str, Doc("The name of an icon.")] = ""
    mark: Mark = NOWHERE


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide of the storyline: its kind, and the kind's own fields as its dataclass."""

    id: str
    kind: str
    title: Text
    fields: object
    notes: Text | None = None
    hidden: bool = False
    mark: Mark = NOWHERE


@dataclass(frozen=True, slots=True)
class Event:
    """A date as it is to be read, and what happens then."""

    when: Annotated[Text, Doc("The date, as it is to be read.")]
    what: Annotated[Text, Doc("What happens then.")]
    target: Annotated[bool, Doc("Whether it lies ahead.")] = False


@dataclass(frozen=True, slots=True)
class OnePage:
    """What the printed one-page brief shows."""

    lead: Text | None = None
    figures: tuple[Ref, ...] = ()
    topics: tuple[Ref, ...] = ()
    chart_title: Text | None = None
    chart: tuple[Ref, ...] = ()
    chart_note: Text | None = None
    timeline_title: Text | None = None
    timeline: tuple[Event, ...] = ()
    note: Text | None = None
    url: str = ""
    mark: Mark = NOWHERE


@dataclass(frozen=True, slots=True)
class Brief:
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
    lexicon: tuple[str, ...] = ()
    # Names and terms whose number words state no figure.
    names: tuple[str, ...] = ()
    mark: Mark = NOWHERE
    languages: tuple[str, ...] = field(default=("zh-Hans",))
