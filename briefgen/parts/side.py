"""Turn a claim and its points into the panel beside a chart."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.problems import Mark
from briefgen.scene.items import Item, Slot
from briefgen.scene.names import Name
from briefgen.typography.markers import Bullet
from briefgen.typography.text import Paragraph


def side(
    ctx: Context,
    claim: Text | None,
    points: Sequence[Text],
    rect: Rect,
    mark: Mark,
    index: int = 1,
) -> tuple[Item, ...]:
    """The panel: the claim bold, its points below, as the body placeholder `index`.

    Where there is room the claim stands large: it is what the chart is there to prove.
    """

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        made = []
        if claim:
            made.append(
                para(
                    claim, down("lead", level), bold=True, colour="primary", short=short, keep=True
                )
            )
        made += [
            para(
                point,
                down("body", level),
                strong="primary",
                short=short,
                before=pt(12),
                marker=Bullet(),
            )
            for point in points
        ]
        return tuple(made)

    place = claim.mark if claim else mark
    inner = (pt(20), pt(16), pt(16), pt(16))
    want = Wanted(
        Name("text"),
        rect,
        make,
        slot=Slot("body", index),
        anchor="middle",
        insets=inner,
        fill="surface",
        mark=place,
    )
    return (set_box(ctx, want, 4, normal=1),)
