"""Turn a ladder of type sizes into the first one at which a text fits its box.

A *step* is whatever the caller's type scale is made of: only its `make` looks into it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefgen.typography.flow import Medium
from briefgen.typography.fonts import Fonts
from briefgen.typography.linebreak import breaks
from briefgen.typography.paragraph import set_text
from briefgen.typography.text import Paragraph, SetText

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Room:
    """What a text has to fit into: width and height in EMU, and at most `lines` lines (0: any)."""

    width: int
    height: int
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Fitted(Generic[S]):
    """A text at the step it was set at.

    Where it does not fit even at the last step, `excess` is the number of characters too many.
    """

    step: S
    text: SetText
    excess: int = 0

    @property
    def fits(self) -> bool:
        return not self.excess


@dataclass(frozen=True, slots=True)
class Setting:
    """How texts are set: the faces, and what `set_text` wants to know besides."""

    fonts: Fonts
    medium: Medium
    language: str = "zh-Hans"
    lexicon: tuple[str, ...] = ()
    reserve: bool | None = None


def excess(text: SetText, room: Room) -> int:
    """How many characters of `text` are too many for `room`: 0 if it fits.

    They are those of the lines below the box's lower edge or over the line limit; of a line that
    is too wide, those beyond its right edge.
    """
    over = 0
    for number, line in enumerate(text.lines, start=1):
        leading = text.paragraphs[line.paragraph].leading
        size = max((span.style.size for span in line.spans), default=0)
        # The line's slot ends half the leading's white space below its em box.
        bottom = line.baseline + size * 12 // 100 + (leading - size) // 2
        if bottom > room.height or (room.lines and number > room.lines):
            over += max(1, len(line.text.strip()))
        elif line.width > room.width - line.x:
            over += max(1, len(line.text) * (line.x + line.width - room.width) // line.width)
    return over


def whole(text: SetText) -> bool:
    """Whether no line had to split a number from its unit, or a word, for want of width."""
    done: dict[int, int] = {}
    for line in text.lines:
        at = done[line.paragraph] = done.get(line.paragraph, 0) + len(line.text)
        full = text.paragraphs[line.paragraph].text
        if at < len(full) and full[at - 1] != "\n":
            start = full.rfind("\n", 0, at) + 1
            stop = full.find("\n", at)
            part = full[start : stop if stop >= 0 else len(full)]
            if at - start not in breaks(part).atoms:
                return False
    return True


def fit(
    make: Callable[[S], Sequence[Paragraph]], steps: Sequence[S], room: Room, setting: Setting
) -> Fitted[S]:
    """The text at the first of `steps` (at least one) at which it fits `room`.

    To fit also means that no number and no word is split. If it fits at no step, the text is that
    of the last, with its excess.
    """
    return fit_all([(make, room)], steps, setting)[0]


def fit_all(
    slots: Sequence[tuple[Callable[[S], Sequence[Paragraph]], Room]],
    steps: Sequence[S],
    setting: Setting,
) -> list[Fitted[S]]:
    """The texts of slots that share one size: the first step at which every one of them fits.

    Where there is none they come at the last step, each with its own excess (0 if it fits).
    """
    made: list[Fitted[S]] = []
    for step in steps:
        made, good = [], True
        for make, room in slots:
            text = set_text(
                make(step),
                room.width,
                setting.fonts,
                medium=setting.medium,
                language=setting.language,
                lexicon=setting.lexicon,
                reserve=setting.reserve,
            )
            made.append(Fitted(step, text, excess(text, room)))
            good = good and made[-1].fits and whole(text)
            if not good and step is not steps[-1]:
                break
        if good:
            break
    return made
