"""Turn cells that stand side by side into texts whose lines share their baselines.

A cell is a list of slots: name, effort, figure, what the figure is, running text, measures. The
same slot starts at the same height in every cell of a row, so that heads stand beside heads and
figures beside figures. Running text has the grid's unit as its leading and, within a slot, no
space between paragraphs: whatever lines of two cells stand at one height share a baseline.
"""

from __future__ import annotations

from briefgen.pages.onepager.block import height_of
from briefgen.parts.context import Context
from briefgen.record import Record, replace
from briefgen.typography.text import Paragraph


class Slot(Record):
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


class Placed(Record):
    """A cell's paragraphs, how far below the row's top the first stands, where the last ends."""

    top: int
    paragraphs: tuple[Paragraph, ...]
    bottom: int


def slot(ctx: Context, paragraph: Paragraph, width: int) -> Slot:
    """A paragraph as a slot of a cell so wide; one without words takes no room."""
    if not paragraph.runs:
        return Slot()
    return Slot((paragraph,), height_of(ctx, (paragraph,), width))


class Row(Record):
    """Cells side by side, each of as many slots. From slot number `running` on they are running
    text, of leading `unit` (EMU)."""

    cells: tuple[tuple[Slot, ...], ...]
    running: int
    unit: int

    @property
    def height(self) -> int:
        return max(each.bottom for each in self.placed())

    @property
    def text(self) -> int:
        """How high the running text of the fullest cell is (EMU)."""
        return max(sum(each.height for each in cell[self.running :]) for cell in self.cells)

    def loosened(self, unit: int) -> Row:
        """The row with its running text on another leading (EMU)."""
        cells = tuple(
            (*cell[: self.running], *(_led(each, self.unit, unit) for each in cell[self.running :]))
            for cell in self.cells
        )
        return Row(cells, self.running, unit)

    def placed(self) -> list[Placed]:
        """The cells, every slot at one height across them.

        Where a cell lacks what stands above its running text in others, that moves up by whole
        lines, so that no hole is left.
        """
        made: list[list[Paragraph]] = [[] for _ in self.cells]
        tops, ends = [0] * len(made), [0] * len(made)
        y = 0
        for at in range(len(self.cells[0])):
            there = [(n, cell[at]) for n, cell in enumerate(self.cells) if cell[at].paragraphs]
            if not there:
                continue
            space = max(each.paragraphs[0].before for _, each in there)
            start = y + (space if y else 0)
            for number, each in there:
                own = ends[number] + (space if ends[number] else 0)
                up = (start - own) // self.unit * self.unit if at == self.running else 0
                if made[number]:
                    each = each.below(start - up - ends[number])
                else:
                    tops[number] = start - up
                made[number] += each.paragraphs
                ends[number] = start - up + each.height
            y = max(ends)
        return [
            Placed(top, tuple(paragraphs), end)
            for top, paragraphs, end in zip(tops, made, ends, strict=True)
        ]


def _led(slot: Slot, before: int, leading: int) -> Slot:
    """Running text on another leading."""
    paragraphs = tuple(replace(each, leading=leading) for each in slot.paragraphs)
    return Slot(paragraphs, slot.height // before * leading)
