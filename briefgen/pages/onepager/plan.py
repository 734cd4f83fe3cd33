"""Turn a size of running text into all the sizes and distances of a printed page.

Six sizes, each with its task: title, figures, headline, heads, running text, and notes with what
labels a figure. They stand in fixed proportions to the running text, so whatever is done to make
a page fit, a figure stays 1.6 times as large as a head or more, and the title the largest. On a
page that has little to say all grow together, and the figures a little on top of that.
"""

from __future__ import annotations

from briefgen.brief.model import Text
from briefgen.geometry import in_pt, mm, pt
from briefgen.record import Record
from briefgen.theme.model import Step

# The sizes in ems of the running text, and those of figures and title on a page that says little.
_NOTE, _HEADLINE, _FIGURE, _TITLE = 0.84, 1.6, 2.0, 2.9
_FIGURE_MOST, _TITLE_MOST = 3.0, 3.2
# What a head is, about: a fraction of the line that heads and lead are set on.
HEAD = 1.2
# No text is smaller (points), nor notes larger.
_LEAST, _NOTE_MOST = 9.0, 13.0
# The size that is set where there is room for it, and how far leading and spaces may tighten.
NORMAL = 10.0
TIGHT = 0.9
# The text (points) up to which only text grows, that of a page that says next to nothing, and how
# many times as far things stand apart at both.
_FULL, _SPARSE, _WIDER, _WIDEST = 12.0, 18.0, 1.3, 3.6


class Density(Record):
    """How large and how close a page is set.

    `text` is the size of running text and `top` that of heads (EMU), `across` how many columns the
    topics have, `tight` whether leading and spaces are at their least.
    """

    text: int
    top: int
    across: int = 1
    tight: bool = False

    def _step(self, size: float, ratio: float) -> Step:
        return Step(round(size), round(size * ratio * (TIGHT if self.tight else 1)))

    @property
    def points(self) -> float:
        """The size of running text in points."""
        return in_pt(self.text)

    @property
    def note(self) -> Step:
        """Notes, sources, efforts, and what a figure is."""
        return self._step(pt(min(max(_LEAST, self.points * _NOTE), _NOTE_MOST)), 1.36)

    @property
    def body(self) -> Step:
        # Below an em and a half, or readers take each line for a paragraph (see topics).
        return self._step(self.text, 1.48)

    @property
    def label(self) -> Step:
        """Running text that stands by itself: names of bars, events of a timeline."""
        return self._step(self.text, 1.3)

    @property
    def head(self) -> Step:
        return self._step(self.top, 1.32)

    @property
    def lead(self) -> Step:
        return self._step(self.top, 1.52)

    @property
    def headline(self) -> Step:
        return self._step(self.text * _HEADLINE, 1.34)

    @property
    def figure(self) -> Step:
        return self._step(self.text * (_FIGURE + (_FIGURE_MOST - _FIGURE) * self.spare), 1.22)

    @property
    def title(self) -> Step:
        return self._step(self.text * (_TITLE + (_TITLE_MOST - _TITLE) * self.spare), 1.2)

    @property
    def wider(self) -> float:
        """How many times as far apart things stand as on a full page, where there is room."""
        points = self.points
        if points <= _FULL:
            return 1 + (points - _LEAST) / (_FULL - _LEAST) * (_WIDER - 1)
        return _WIDER + (points - _FULL) / (_SPARSE - _FULL) * (_WIDEST - _WIDER)

    @property
    def gap(self) -> int:
        """The least distance between blocks (EMU)."""
        return mm(2.6 if self.tight else 3.5)

    @property
    def widest(self) -> int:
        """How far apart blocks stand where there is room (EMU)."""
        return mm(5 * max(1.0, self.wider**0.6))

    @property
    def spare(self) -> float:
        """How far the page is from one that is full: 0, and up to 1 where it says very little."""
        return min(1.0, max(0.0, (self.points - _FULL) / (_SPARSE - _FULL)))


class Plan(Record):
    """One way to set a page: how densely, with the topics' measures or not, in which wordings,
    and without which optional parts."""

    density: Density
    measures: bool = False
    short: bool = False
    without: tuple[str, ...] = ()

    def says(self, text: Text) -> Text:
        """The wording of this plan."""
        return text.short if self.short and text.short else text
