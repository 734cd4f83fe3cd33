"""Turn cells that stand side by side into texts whose lines share their baselines.

A cell is a list of slots: name, effort, figure, what the figure is, running text, measures. The
same slot starts at the same height in every cell of a row, so that heads stand beside heads and
figures beside figures. Running text has the grid's unit as its leading and, within a slot, no
space between paragraphs: whatever lines of two cells stand at one height share a baseline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefgen.pages.onepager.block import height_of
from briefgen.parts.context import Context
from briefgen.typography.text import Paragraph


@dataclass(frozen=True, slots=True)
class Slot:
    """What stands in one slot of a cell, and how high it is without the space above it (EMU)."""

    paragraphs: tuple[Paragraph, ...] = ()
    height: int = 0

    def __add__(self, after: Slot) -> Slot:
        return Slot(self.paragraphs + after.paragraphs, self.height + after.height)

    def below(self, space: int) -> Slot:
        """The slot with some space above it."""
        if not self.paragraphs:
            return self
        first, *rest = self.paragraphs
        return Slot((replace(first, before=space), *rest), self.height)


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell's paragraphs, how far below the row's top the first stands, where the last ends."""

    top: int
    paragraphs: tuple[Paragraph, ...]
    bottom: int


def slot(ctx: Context, paragraph: Paragraph, width: int) -> Slot:
    """A paragraph as a slot of a cell so wide; one without words takes no room."""
    if not paragraph.runs:
        return Slot()
    return Slot((paragraph,), height_of(ctx, (paragraph,), width))


def side_by_side(cells: Sequence[Sequence[Slot]], running: int, unit: int) -> list[Placed]:
    """The cells of a row, every slot at one height across them.

    Slot number `running` is running text, of leading `unit` (EMU): where a cell lacks what stands
    above it in others, it moves up by whole lines, so that no hole is left.
    """
    made: list[list[Paragraph]] = [[] for _ in cells]
    tops, ends = [0] * len(cells), [0] * len(cells)
    y = 0
    for at in range(len(cells[0])):
        there = [(number, cell[at]) for number, cell in enumerate(cells) if cell[at].paragraphs]
        if not there:
            continue
        space = max(each.paragraphs[0].before for _, each in there)
        start = y + (space if y else 0)
        for number, each in there:
            own = ends[number] + (space if ends[number] else 0)
            here = start - (start - own) // unit * unit if at == running else start
            if made[number]:
                each = each.below(here - ends[number])
            else:
                tops[number] = here
            made[number] += each.paragraphs
            ends[number] = here + each.height
        y = max(ends)
    return [
        Placed(top, tuple(paragraphs), end)
        for top, paragraphs, end in zip(tops, made, ends, strict=True)
    ]
