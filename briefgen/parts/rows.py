"""Turn the number of a row into the numeral at its left, and the gap below it into a rule."""

from __future__ import annotations

from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.scene.items import Rule, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import Step


def ordinal(
    ctx: Context, number: int, row: Rect, width: int, step: Step, *, digits: int = 1
) -> TextBox:
    """The numeral of a row, `width` EMU wide, with at least so many `digits`."""
    return label(
        ctx,
        Name("ordinal", number),
        Rect(row.x, row.y, width, row.h),
        f"{number:0{digits}d}",
        step,
        bold=True,
        colour="primary",
        anchor="middle",
        lines=1,
    )


def rule_below(number: int, row: Rect, gap: int) -> Rule:
    """The hairline in the middle of the `gap` (EMU) between a row and the next."""
    y = row.bottom + gap // 2
    return Rule(Name("rule", number), row.x, y, row.right, y, Stroke("line", pt(0.75)))
