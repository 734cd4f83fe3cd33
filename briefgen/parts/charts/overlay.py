"""Turn a note at a chart into shapes: pills, leaders, and the group that holds them.

Shapes do not follow the values of a native chart. So they are one group that says so by name,
apart from the chart, to be moved or deleted as one.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.drawing import widest
from briefgen.parts.context import Context
from briefgen.parts.derived import traced
from briefgen.parts.text import label
from briefgen.scene.items import Group, Item, Shape, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Align

# The step of all that is noted, and the lines that lead to it.
NOTE = DECK["caption"]
THIN, DASHED = Stroke("ink", pt(1)), Stroke("ink", pt(1), dashed=True)


def pill_width(ctx: Context, words: str) -> int:
    """The width of a pill with these words (EMU)."""
    # Applications that part hanzi from digits need some more.
    if not ctx.chinese:
        return widest(ctx, [words], NOTE, True) * 21 // 20 + pt(14)
    return widest(ctx, [words], NOTE, True) * 9 // 8 + pt(20)


def pill(ctx: Context, words: str, left: int, y: int, figure: str = "") -> tuple[Item, ...]:
    """Words on a white ground in the middle of a line; those of a figure, if it is one.

    The words have a box of their own: the round ends of a shape would take their room.
    """
    rect = Rect(left, y - pt(12), pill_width(ctx, words), pt(24))
    ground = Shape(Name("ground"), rect, "pill", fill="white", stroke=THIN)
    # With room for a second line, when somebody says more.
    area = Rect(rect.x, y - NOTE.leading * 9 // 8, rect.w, NOTE.leading * 9 // 4)
    text = label(
        ctx,
        Name("difference"),
        area,
        traced(ctx, words, figure),
        NOTE,
        bold=True,
        align="center",
        anchor="middle",
    )
    return ground, text


def callout_box(ctx: Context, text: Text, rect: Rect, align: Align) -> TextBox:
    """A few words about a value, over at most two lines."""
    return label(
        ctx, Name("callout"), rect, text, NOTE, bold=True, align=align, anchor="middle", lines=2
    )


def group(ctx: Context, items: Sequence[Item], told: Sequence[str]) -> tuple[Group, ...]:
    """The shapes of a chart's notes, if there are any, with what they say."""
    if not items:
        return ()
    said = ctx.say("；", "; ").join(told)
    alt = ctx.say(
        f"图上标注：{said}。标注是图形，不随数据变化。",
        f"Noted at the chart: {said}. These are shapes, which do not follow the data.",
    )
    return (Group(Name("annotations"), tuple(items), alt),)
