"""Turn the number of a row into the numeral at its left, the gap below it into a rule, and what the
rows of a table need into how high they are."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.scene.items import Rule, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import Step

# How many times as high as they need to be rows become where there is room.
_MOST_SPARE = 3


def ordinal(
    ctx: Context,
    number: int,
    row: Rect,
    width: int,
    step: Step,
    *,
    digits: int = 1,
    colour: Token = "primary",
) -> TextBox:
    """The numeral of a row, `width` EMU wide, with at least so many `digits`."""
    return label(
        ctx,
        Name("ordinal", number),
        Rect(row.x, row.y, width, row.h),
        f"{number:0{digits}d}",
        step,
        bold=True,
        colour=colour,
        anchor="middle",
        lines=1,
    )


def rule_below(number: int, row: Rect, gap: int) -> Rule:
    """The hairline in the middle of the `gap` (EMU) between a row and the next."""
    y = row.bottom + gap // 2
    return Rule(Name("rule", number), row.x, y, row.right, y, Stroke("line", pt(0.75)))


def shared_out(least: Sequence[int], room: int, another: bool, tallest_of_all: int) -> list[int]:
    """The heights of rows that need at least so much each, where they have so much together: as
    even as they can be, and all of the room, up to _MOST_SPARE times what they need; but for the
    room of `another` row. None becomes higher than the `tallest_of_all`, if that is not 0."""
    head, body = least[0], list(least[1:])
    tallest = max(body, default=0)
    even = [tallest] * len(body)
    heights = even if head + sum(even) <= room else body
    spare = room - head - sum(heights) - (tallest if another else 0)
    if spare <= 0 or not heights:
        return [head, *heights]
    share = spare // (len(heights) + another)
    bound = tallest_of_all or room
    return [head, *(max(h, min(h + share, h * _MOST_SPARE, bound)) for h in heights)]
