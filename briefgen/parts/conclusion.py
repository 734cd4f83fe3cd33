"""Turn what follows from a slide's matters into a panel across the foot of its body."""

from __future__ import annotations

from briefgen.brief.model import Text
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, para, set_box
from briefgen.record import replace
from briefgen.scene.items import Slot, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import step
from briefgen.typography.text import Paragraph

# The panel, and the gap above it.
_HIGH, _ABOVE = pt(56), pt(16)
# Its sizes, whose lines are close to each other where it takes two.
_STEPS = (step(20, 25), step(18, 23))


def conclusion(ctx: Context, text: Text, area: Rect, index: int) -> tuple[TextBox, Rect]:
    """The panel with the text in the placeholder of an index, and what is left of the area."""
    high = _HIGH + (_STEPS[0].leading if ctx.canvas.narrow else 0)
    foot = Rect(area.x, area.bottom - high, area.w, high)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, _STEPS[level], bold=True, colour="primary", short=short),)

    want = Wanted(
        Name("conclusion"),
        foot,
        make,
        slot=Slot("body", index),
        anchor="middle",
        insets=(pt(20), 0, pt(20), 0),
        fill="surface",
        lines=2,
        mark=text.mark,
    )
    return set_box(ctx, want, 2), replace(area, h=area.h - high - _ABOVE)
