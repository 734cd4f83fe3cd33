"""Turn what all composing shares into one value that is handed down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, Concatenate, ParamSpec, TypeVar

from briefgen.brief.heads import Aim, says
from briefgen.brief.model import Brief, Text, Topic, words
from briefgen.facts.calendar import goes_before, in_running
from briefgen.facts.figures import Figure
from briefgen.facts.quantity import Display, display
from briefgen.facts.say_english import TARGETED
from briefgen.problems import Problems
from briefgen.record import Record, field, replace
from briefgen.scene.canvas import WIDE, Canvas
from briefgen.scene.house import House
from briefgen.scene.placeholders import Layout
from briefgen.theme.model import Theme
from briefgen.typography.fit import Setting, setting_of
from briefgen.typography.flow import Medium
from briefgen.typography.fonts import Fonts
from briefgen.typography.text import Align

# What says of a number no more than that it is a target or planned.
_ALONE: Mapping[Aim, frozenset[str]] = {
    "target": frozenset((TARGETED.strip(), "目标", "目標")),
    "plan": frozenset(("planned", "计划", "計劃", "拟", "擬")),
}

Given = ParamSpec("Given")
Made = TypeVar("Made")


class SectionStart(Record):
    """A section of the deck: its number from 1, the slide that opens it, and that slide's words.

    `topics` are those that its slides are about, each with the slide, in the slides' order.
    """

    number: int
    slide: str
    title: Text
    lead: Text | None
    pages: tuple[str, ...]
    minutes: Decimal = Decimal(0)
    topics: tuple[tuple[str, str], ...] = ()


class Layouts(dict[str, Layout]):
    """Layouts by their ids. KeyError for one that there is not, with those that there are."""

    def __missing__(self, id: str) -> Layout:
        raise KeyError(f"there is no layout {id!r}, only {' '.join(self)}")


class Context(Record, kw_only=True, dict=True):
    """What composing a page needs besides its own content."""

    brief: Brief
    theme: Theme
    fonts: Fonts
    medium: Medium
    problems: Problems
    layouts: Mapping[str, Layout]
    # What slides are composed on.
    canvas: Canvas = WIDE
    # The template that they stand on.
    house: House | None = None
    # Whether its titles break where phrases end, however uneven lines get; so they do on templates.
    phrased: bool = False
    sections: tuple[SectionStart, ...] = ()
    # Whether a slide of the deck tells a topic.
    on_topics: bool = True
    # The figures that the other pages show, for a kind that is generated from them, and on which
    # pages: their ids and numbers.
    shown_elsewhere: tuple[str, ...] = ()
    shown_on: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    # The page of the agenda ("" if there is none), and for each slide that says how long it takes,
    # the minutes that have passed when it is done.
    agenda: str = ""
    ends: Mapping[str, Decimal] = field(default_factory=dict)
    # For a kind that is composed when all pages are numbered: of each slide the number of its first
    # page and of its last one; of one that opens a section, of the last one of its content.
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.brief.language

    @cached_property
    def _made(self) -> dict[object, Any]:
        return {}

    def once(
        self,
        make: Callable[Concatenate[Context, Given], Made],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Made:
        """What `make` makes in this context of what it is given, made when first asked for; it
        tells no problems."""
        key = make, given, *named.items()
        made = self._made
        if key not in made:
            made[key] = make(self, *given, **named)
        found: Made = made[key]
        return found

    @cached_property
    def chinese(self) -> bool:
        return self.brief.language != "en"

    @cached_property
    def setting(self) -> Setting:
        """How texts are set in its medium and language."""
        lexicon = self.brief.voice.lexicon
        phrased = self.phrased or self.house is not None
        return setting_of(self.fonts, self.medium, self.language, lexicon, None, phrased)

    def figure(self, id: str) -> Figure:
        known = self.brief.figures.get(id) or self.brief.attached.cells.get(id)
        return known or self._worked[id]

    @cached_property
    def _worked(self) -> dict[str, Figure]:
        """What charts work out of the ledger's figures, by its formula."""
        return {}

    def is_worked(self, formula: str) -> bool:
        """Whether a formula can be worked out of figures of the ledger; it is the id of what comes
        of it then."""
        if formula not in self._worked and " " in formula:
            from briefgen.facts.worked import worked

            if made := worked(formula, self.brief.figures):
                self._worked[formula] = made
        return formula in self._worked

    @cached_property
    def _topics(self) -> Mapping[str, Topic]:
        return {topic.id: topic for topic in self.brief.topics}

    def topic(self, id: str) -> Topic:
        return self._topics[id]

    @cached_property
    def _shown(self) -> dict[str, Display]:
        return {}

    def shown(self, id: str) -> Display:
        """The figure as it reads in the audience's language beside its label: without the word that
        it is a target or planned, and in English without “per 100 people”, where that says so."""
        if id not in self._shown:
            self._shown[id] = beside_label(self.figure(id), str(self.label(id)), self.brief.tag)
        return self._shown[id]

    def say(self, chinese: str, english: str) -> str:
        """One of our own few words (目录, Sources …) in the audience's language."""
        return self.brief.in_script(chinese) if self.chinese else english

    @property
    def running(self) -> Align:
        """How running text of prints is set: other languages, which we do not hyphenate, ragged."""
        return "justify" if self.chinese and self.theme.justified else "left"

    def label(self, id: str) -> Text:
        """What a figure is, in the audience's language."""
        figure = self.figure(id)
        return words(in_language(figure.label, self.brief.language), figure.mark)

    def quote(self, id: str) -> str:
        """The words a figure stands on, in the audience's language where they were translated."""
        figure = self.brief.figures[id]
        return (figure.translation or {}).get(self.brief.language) or figure.quote

    def quoted(self, id: str) -> str:
        """The same in the audience's quotation marks, and in its characters."""
        return self.brief.quoted(self.quote(id))

    def period(self, id: str) -> str:
        figure = self.figure(id)
        return in_language(figure.period or {}, self.brief.language)

    def since(self, id: str) -> str:
        """The period of a figure as it stands behind its label, within a line."""
        period = self.period(id)
        return period if self.chinese else in_running(period)

    def dated(self, id: str, said: str) -> str:
        """What a figure is called with its period, which it has: 2025年投资; Investment, 2025."""
        period = self.since(id)
        if self.chinese:
            # 2025年底前 of what is 年底前建成.
            twice = next((n for n in range(len(period), 1, -1) if said.startswith(period[-n:])), 0)
            return f"{period}{said[twice:]}" if goes_before(period) else f"{said}（{period}）"
        return f"{said}, {period}"

    def section_of(self, slide: str) -> SectionStart | None:
        """The section of a slide, or of a further page of it."""
        slide = slide.partition("--")[0]
        return next((section for section in self.sections if slide in section.pages), None)


def beside_label(figure: Figure, label: str, language: str) -> Display:
    """A figure as it reads beside its label (`Context.shown`)."""
    shown = display(figure.quantity, language)
    if shown.unit.startswith(" per 1"):
        each = " ".join(shown.unit.split()[:2])
        if f"{each} " in f"{label} ":
            return replace(shown, unit="")
    if figure.kind == "target" or figure.kind == "plan":
        alone = shown.before.strip() in _ALONE[figure.kind]
        return replace(shown, before="") if alone and says(label, figure.kind) else shown
    return shown


def in_language(texts: Mapping[str, str], language: str) -> str:
    """The wording for `language`, else the first there is, else ""."""
    return texts.get(language) or next(iter(texts.values()), "")


def in_marks(title: str) -> str:
    """A Chinese title between its marks; one that has such marks itself stands as it is.

    >>> in_marks("统计公报"), in_marks("《晚报》报道")
    ('《统计公报》', '《晚报》报道')
    """
    return title if "《" in title else f"《{title}》"
