"""Turn a ledger figure into a cell: what it is, the numeral with qualifier and unit, a note."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, para, set_boxes, set_in
from briefgen.record import Record, replace
from briefgen.scene.items import Slot, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.paragraph import place
from briefgen.typography.text import Align, Paragraph, Run, Style

NUMERALS = (DECK["numeral"], step(36, 42), step(30, 36), step(26, 32))
# The same for cells with room: numeral, its unit, its label.
_WIDE = (
    (step(60, 68), DECK["lead"], DECK["body"]),
    (step(52, 60), DECK["lead"], DECK["body"]),
)
_LADDER = (
    (NUMERALS[0], DECK["head"], DECK["dense"]),
    (NUMERALS[1], DECK["body"], DECK["dense"]),
    (NUMERALS[2], DECK["dense"], DECK["dense"]),
    (NUMERALS[3], DECK["small"], DECK["dense"]),
)


class Numeral(Record):
    """A figure to be shown large. Without `label` it takes the ledger's."""

    figure: str
    label: Text | None = None
    note: Text | None = None


def numeral(
    ctx: Context,
    id: str,
    big: Step,
    small: Step,
    *,
    colour: Token,
    minor: Token,
    align: Align = "left",
) -> Paragraph:
    """The figure on one line: qualifier and unit small, the number large and bold."""
    shown = ctx.shown(id)
    little = Style(small.size, False, minor)
    large = Style(big.size, True, colour)
    parts = (
        (shown.before, little),
        (shown.number, large),
        (shown.unit, Style(small.size, True, colour)),
        (shown.after, little),
    )
    return Paragraph(
        tuple(Run(text, style, id) for text, style in parts if text), big.leading, align
    )


def cell(
    ctx: Context,
    item: Numeral,
    rect: Rect,
    index: int,
    *,
    strong: bool = False,
    ladder: Sequence[tuple[Step, Step, Step]] = _LADDER,
) -> Wanted:
    """The cell of one figure as a body placeholder; `strong` sets it on the primary colour."""
    colour: Token = "white" if strong else "primary"
    minor: Token = "on-dark" if strong else "ink2"

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        big, unit, label = ladder[level]
        made = [
            para(item.label or ctx.label(item.figure), label, colour=minor, short=short),
            numeral(ctx, item.figure, big, unit, colour=colour, minor=minor),
        ]
        if item.note:
            made.append(para(item.note, DECK["small"], colour=minor, short=short, before=pt(4)))
        return tuple(made)

    mark = item.label.mark if item.label else ctx.figure(item.figure).mark
    return Wanted(
        Name("figure", index),
        rect,
        make,
        slot=Slot("body", index),
        anchor="middle",
        insets=(pt(16), pt(12), pt(12), pt(12)),
        fill="primary-dark" if strong else "surface",
        one_line=(1,),
        mark=mark,
    )


def cells(
    ctx: Context,
    items: Sequence[Numeral],
    rects: Sequence[Rect],
    emphasis: str = "",
    *,
    wide: bool = False,
) -> tuple[TextBox, ...]:
    """Cells of equal rank: their numerals share one size, stay on one line each, and stand on
    one baseline in each row. `wide` lets them be as large as a slide of figures allows."""
    ladder = (*_WIDE, *_LADDER) if wide else _LADDER
    wanted = [
        cell(ctx, item, rect, number, strong=item.figure == emphasis, ladder=ladder)
        for number, (item, rect) in enumerate(zip(items, rects, strict=True), 1)
    ]
    boxes = set_boxes(ctx, wanted, len(ladder), normal=len(_WIDE) if wide else 0)
    tallest: dict[int, int] = {}
    for box in boxes:
        inside = box.rect.w - box.insets[0] - box.insets[2]
        height = set_in(ctx, box.paragraphs, inside).height
        tallest[box.rect.y] = max(height, tallest.get(box.rect.y, 0))
    return tuple(_hung(ctx, box, tallest[box.rect.y]) for box in boxes)


def _hung(ctx: Context, box: TextBox, tallest: int) -> TextBox:
    """The cell with its text hung where the fullest cell of its row begins."""
    left, top, right, bottom = box.insets
    top = max(top, (box.rect.h - tallest) // 2)
    insets = (left, top, right, min(bottom, box.rect.h - top - tallest))
    text = set_in(ctx, box.paragraphs, box.rect.w - left - right)
    lines = place(text, box.rect, insets, "top")
    return replace(box, lines=lines, anchor="top", insets=insets)
