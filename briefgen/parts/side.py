"""Turn what follows from a chart into words beside or below it, as a placeholder of the layout."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.growing import set_clean
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.problems import Mark
from briefgen.scene.items import Item, Rule, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.typography.text import Paragraph

_LINE = Stroke("line", pt(1))
# How far the words of a column stand from its rule.
_INSET = pt(16)
_FEW = 2


def column_beside(
    ctx: Context, points: Sequence[Text], rect: Rect, mark: Mark, index: int
) -> tuple[Item, ...]:
    """The points one below the other right of a ruled line, as the body placeholder `index`."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = down("head", level)
        return tuple(
            para(point, step, strong="ink", short=short, before=pt(14)) for point in points
        )

    rule = Rule(Name("column-rule"), rect.x, rect.y, rect.x, rect.bottom, _LINE)
    place = points[0].mark if points else mark
    want = Wanted(
        Name("text"),
        rect,
        make,
        slot=Slot("body", index),
        insets=(_INSET, pt(4), 0, 0),
        # Few stand beside the middle of what they are about.
        anchor="middle" if len(points) <= _FEW else "top",
        mark=place,
    )
    return (rule, *set_clean(ctx, (want,), 4, 2))


def conclusion(ctx: Context, points: Sequence[Text], rect: Rect, index: int) -> tuple[Item, ...]:
    """What follows from all above, under a rule, as the body placeholder `index`; one bold line,
    or a few with room for another."""
    alone = len(points) == 1

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = down("body", level)
        return tuple(para(point, step, bold=alone, strong="ink", short=short) for point in points)

    rule = Rule(Name("rule"), rect.x, rect.y, rect.right, rect.y, _LINE)
    want = Wanted(
        Name("conclusion"),
        rect,
        make,
        slot=Slot("body", index),
        anchor="middle" if alone else "top",
        insets=(0, 0 if alone else pt(8), 0, 0),
        mark=points[0].mark,
    )
    return (rule, set_box(ctx, want, 3, 1))
