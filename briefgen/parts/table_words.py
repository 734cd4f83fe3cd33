"""Turn what a cell of a table says into its paragraphs, and these into the height they need."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from briefgen.brief.model import Text
from briefgen.colours import Fill, Token
from briefgen.geometry import pt
from briefgen.parts.context import Context
from briefgen.parts.text import para
from briefgen.record import replace
from briefgen.scene.room import MORE, TALLER
from briefgen.theme.model import Step
from briefgen.typography.paragraph import How, height, last_line
from briefgen.typography.text import Align, Paragraph

INSETS = (pt(8), pt(5), pt(8), pt(5))
# Brackets of headings over numbers.
_NARROW = str.maketrans("（）", "()")

# What a cell says: a text, paragraphs, or what makes its paragraphs at a step of the type scale.
Words = Text | str | tuple[Paragraph, ...] | Callable[[Step], tuple[Paragraph, ...]]
# A cell's paragraphs; their height; and their height with some words more.
Made = tuple[tuple[Paragraph, ...], int, int]


def head_cell(
    ctx: Context,
    text: Text | str,
    step: Step,
    width: int,
    align: Align = "left",
    tight: bool = False,
) -> Made:
    made = para(text, step, bold=True, colour="ink2", align=align)
    if align == "right" and ctx.medium == "deck":
        made = _flush(made)
    return _measured(ctx, (made,), width, tight)


def _flush(paragraph: Paragraph) -> Paragraph:
    """A heading over numbers that ends where these do: its brackets are narrow where a wide one
    would end it, whose right half is blank."""
    if not paragraph.text.endswith("）"):
        return paragraph
    runs = tuple(replace(run, text=run.text.translate(_NARROW)) for run in paragraph.runs)
    return replace(paragraph, runs=runs)


def body_cell(
    ctx: Context,
    text: Words,
    step: Step,
    width: int,
    bold: bool,
    align: Align = "left",
    colour: Token = "ink",
    tight: bool = False,
) -> Made:
    if callable(text):
        made = text(step)
    elif isinstance(text, tuple):
        made = text
    else:
        strong: Fill = "" if bold or colour != "ink" else "ink"
        made = (para(text, step, bold=bold, colour=colour, strong=strong, align=align),)
    return _measured(ctx, made, width, tight)


def _measured(ctx: Context, made: tuple[Paragraph, ...], width: int, tight: bool = False) -> Made:
    """A cell's text with its height; in a deck, whose rows grow with their text, that in a face of
    taller lines (unless they are `tight`, as high as planned), and with some more words at the end
    of a text that has so many."""
    room, how = width - INSETS[0] - INSETS[2], ctx.setting.how
    if ctx.medium == "print" or tight or not made:
        planned = height(made, room, how)
        return made, planned, planned
    return made, *_grown(made, room, how, ctx.chinese)


# A row is measured where pages are shared out, and where it is drawn.
@lru_cache(maxsize=1024)
def _grown(made: tuple[Paragraph, ...], room: int, how: How, chinese: bool) -> tuple[int, int]:
    tall = round(height(made, room, how) * TALLER)
    last = made[-1]
    # A hanzi is as wide as two letters.
    many = MORE if chinese else 2 * MORE
    if sum([len(paragraph.text) for paragraph in made]) < many:
        return tall, tall
    size = max([run.style.size for run in last.runs])
    more = MORE * (size if chinese else size // 2)
    free = room - last.margin - last_line(last, room, how)
    room -= last.margin
    lines = -(-max(0, more - free) // max(room - size, size))
    return tall, tall + round(lines * last.leading * TALLER)
