"""Turn what an author wrote into words that know their place: texts, and references by id."""

from __future__ import annotations

from typing import Literal

from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace

Language = Literal["zh-Hans", "zh-Hant", "en"]


# What is written for raised and lowered characters where a text can have no runs.
_RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


class Look(Record):
    """What an author's marks say of words: `**strong**`, `*stressed*`, `^raised^` (1), `~lowered~`
    (-1), `[linked](https://…)`, `[^1]` for the footnote of this number.

    What is stressed is shown bold, or where no hanzi is in it, slanted. `link` is as in a run.
    """

    strong: bool = False
    stress: Literal["", "bold", "slanted"] = ""
    rise: Literal[-1, 0, 1] = 0
    link: str = ""
    note: str = ""

    def plain(self, words: str) -> str:
        """The words without marks, for what can have no runs: 10⁻⁶ is not 10-6."""
        if self.note:
            return ""
        if not self.rise:
            return words
        made = words.translate(_RAISED if self.rise > 0 else _LOWERED)
        return made if all(a != b for a, b in zip(made, words, strict=True)) else words


class Segment(Record):
    """A piece of a text; `figure` is the id of the ledger figure it was written from, or "";
    `look` what its marks say; `given` that its numbers are those of a table's cell."""

    text: str
    figure: str = ""
    look: Look | None = None
    given: bool = False

    @property
    def plain(self) -> str:
        """Its words where they can have no marks."""
        return self.text if self.look is None else self.look.plain(self.text)


class Text(Record):
    """Words in the audience's language, with the place they were written at.

    Before resolving there is one segment, in which `{gdp}` stands for a figure and marks stand as
    they were written; after resolving the figures are segments of their own, and what is marked is.
    As a string it is its words without marks. `short` is the author's shorter wording, if any.
    `raw` are the characters of the file that begin at `mark` ("" where nobody wrote it).
    """

    segments: tuple[Segment, ...]
    mark: Mark = NOWHERE
    short: Text | None = None
    raw: str = ""
    # The language, where it is not the audience's: of a title's second line.
    language: Language | None = None

    def __str__(self) -> str:
        if len(self.segments) == 1:
            return self.segments[0].plain
        return "".join([s.text if s.look is None else s.plain for s in self.segments])

    @property
    def shown(self) -> str:
        """The words as runs show them, with the numbers of footnotes."""
        return "".join([segment.text for segment in self.segments])

    @property
    def marked(self) -> bool:
        """Whether any of its words are marked."""
        return any(segment.look for segment in self.segments)

    @property
    def lines(self) -> tuple[tuple[Segment, ...], ...]:
        """Its lines that say something, each as its segments."""
        lines: list[list[Segment]] = [[]]
        for segment in self.segments:
            for number, part in enumerate(segment.text.split("\n")):
                if number:
                    lines.append([])
                if part:
                    lines[-1].append(replace(segment, text=part))
        return tuple(tuple(line) for line in lines if any(part.text.strip() for part in line))

    @property
    def figures(self) -> tuple[str, ...]:
        return tuple([segment.figure for segment in self.segments if segment.figure])


def words(value: str, mark: Mark = NOWHERE) -> Text:
    """Plain words as a Text."""
    return Text((Segment(value),), mark)


class Ref(Record):
    """A reference to a figure or a topic by its id, and where it was written."""

    id: str
    mark: Mark = NOWHERE


class Word(Record):
    """Characters as they are written, and where."""

    text: str
    mark: Mark = NOWHERE
