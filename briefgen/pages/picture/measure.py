"""Turn paragraphs into how wide their lines are and how high they stand.

To make a page fit, its texts are measured at one plan after the other. Most of what changes between
two plans is the space between lines, by which no line becomes longer; and audiences share texts. So
where their lines end is worked out once (`Setting.rows`).
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.pages.onepager import block
from briefgen.parts.context import Context
from briefgen.typography.text import Paragraph


def widths(ctx: Context, paragraph: Paragraph, width: int) -> tuple[int, ...]:
    """How wide each line is of a paragraph that is set to a width (EMU)."""
    made = ctx.setting.set((paragraph,), width)
    return tuple([line.width for line in made.lines])


def natural(ctx: Context, paragraph: Paragraph, most: int) -> int:
    """How wide a paragraph is on one line, or `most` if it takes more than that (EMU)."""
    found = widths(ctx, paragraph, most)
    return found[0] if len(found) == 1 else most


def lines_of(ctx: Context, paragraph: Paragraph, width: int) -> int:
    """How many lines a paragraph takes in a width (EMU)."""
    if block.is_short(ctx.fonts, paragraph, width):
        return 1
    return ctx.setting.lines(paragraph, width)


def on_one_line(ctx: Context, paragraph: Paragraph, width: int) -> bool:
    """Whether a paragraph stays on one line of a width (EMU)."""
    return lines_of(ctx, paragraph, width) <= 1


def height_of(ctx: Context, paragraphs: Sequence[Paragraph], width: int) -> int:
    """How high the paragraphs are, set to a width (EMU)."""
    return block.height_of(ctx, paragraphs, width, lines_of)
