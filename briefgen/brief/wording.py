"""Turn what an author wrote into words that know their place: texts, and references by id."""

from __future__ import annotations

from typing import Literal

from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record

Language = Literal["zh-Hans", "zh-Hant", "en"]


class Segment(Record):
    """A piece of a text; `figure` is the id of the ledger figure it was written from, or ""."""

    text: str
    figure: str = ""


class Text(Record):
    """Words in the audience's language, with the place they were written at.

    Before resolving there is one segment, in which `{gdp}` stands for a figure; after resolving
    the figures are segments of their own. `short` is the author's shorter wording, if any. `raw`
    are the characters of the file that begin at `mark` ("" where nobody wrote it).
    """

    segments: tuple[Segment, ...]
    mark: Mark = NOWHERE
    short: Text | None = None
    raw: str = ""
    # The language, where it is not the audience's: of a title's second line.
    language: Language | None = None

    def __str__(self) -> str:
        return "".join(segment.text for segment in self.segments)

    @property
    def figures(self) -> tuple[str, ...]:
        return tuple(segment.figure for segment in self.segments if segment.figure)


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
