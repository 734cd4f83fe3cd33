"""Turn what follows from a slide's matters into a panel across the foot of its body."""

from __future__ import annotations

from briefgen.brief.model import Text
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, lines_in, para, set_box
from briefgen.record import replace
from briefgen.scene.items import Slot, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import step
from briefgen.typography.text import Paragraph

# The panel of two lines, and the gap above it; its edges, and the most lines.
_HIGH, _ABOVE, _EDGE, _LINES = pt(60), pt(16), pt(24), 5
# Its sizes, the usual one behind those of few words, whose lines are close to each other where it
# takes two.
_STEPS = (step(24, 30), step(22, 27), step(20, 25), step(18, 23))
_USUAL = 2


def conclusion(ctx: Context, text: Text, area: Rect, index: int) -> tuple[TextBox, Rect]:
    """The panel with the text in the placeholder of an index, and what is left of the area."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, _STEPS[level], bold=True, colour="white", short=short),)

    needed = lines_in(ctx, make(len(_STEPS) - 1, False), area.w - 2 * _EDGE)
    lines = min(max(needed, 3 if ctx.canvas.narrow else 2), _LINES)
    high = _HIGH + (lines - 2) * _STEPS[_USUAL].leading
    foot = Rect(area.x, area.bottom - high, area.w, high)
    want = Wanted(
        Name("conclusion"),
        foot,
        make,
        slot=Slot("body", index),
        anchor="middle",
        insets=(_EDGE, 0, _EDGE, 0),
        fill="primary",
        lines=lines,
        mark=text.mark,
    )
    return set_box(ctx, want, len(_STEPS), _USUAL), replace(area, h=area.h - high - _ABOVE)
