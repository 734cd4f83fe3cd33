"""Turn what follows from a slide's matters into a panel across the foot of its body."""

from __future__ import annotations

from briefgen.brief.model import Text
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, lines_in, para, set_box
from briefgen.record import replace
from briefgen.scene.items import Slot, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import Step, step
from briefgen.typography.text import Paragraph

# The panel of two lines, and the gap above it; its edges, and the most lines.
_HIGH, _ABOVE, _EDGE, _LINES = pt(60), pt(16), pt(24), 5
# Its sizes, the usual one behind those of few words. One line at that is wanted more than two that
# are larger.
_STEPS = (step(24, 30), step(22, 27), step(20, 25), step(18, 23))
_USUAL = 2


def conclusion(ctx: Context, text: Text, area: Rect, index: int) -> tuple[TextBox, Rect]:
    """The panel with the text in the placeholder of an index, and what is left of the area."""

    wide = area.w - 2 * _EDGE

    def set_at(step: Step, short: bool = False) -> tuple[Paragraph, ...]:
        return (para(text, step, bold=True, colour="white", short=short),)

    on_one = (
        at for at, step in enumerate(_STEPS[: _USUAL + 1]) if lines_in(ctx, set_at(step), wide) == 1
    )
    steps = _STEPS[next(on_one, 0) :]
    needed = lines_in(ctx, set_at(steps[-1]), wide)
    lines = min(max(needed, 3 if ctx.canvas.narrow else 2), _LINES)
    high = _HIGH + (lines - 2) * _STEPS[_USUAL].leading
    foot = Rect(area.x, area.bottom - high, area.w, high)
    want = Wanted(
        Name("conclusion"),
        foot,
        lambda level, short: set_at(steps[level], short),
        slot=Slot("body", index),
        anchor="middle",
        insets=(_EDGE, 0, _EDGE, 0),
        fill="primary",
        lines=lines,
        mark=text.mark,
    )
    usual = max(0, _USUAL - _STEPS.index(steps[0]))
    return set_box(ctx, want, len(steps), usual), replace(area, h=area.h - high - _ABOVE)
