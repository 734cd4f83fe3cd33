"""Turn the heads of columns into boxes that are no smaller than what stands below them."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, set_boxes
from briefgen.record import replace
from briefgen.scene.items import TextBox
from briefgen.theme.model import DECK, Step

# The sizes that heads may have, and the one they have above text of the usual size.
HEADS: tuple[Step, ...] = tuple(DECK[name] for name in ("title", "lead", "head", "body"))
_USUAL = 2


def set_column_heads(
    ctx: Context, heads: Sequence[Wanted], below: Sequence[TextBox]
) -> tuple[TextBox, ...]:
    """Set heads, whose words have the sizes of HEADS, on one line each: in the size of the text
    `below` them where that is large, else in the usual one, or a step smaller."""
    sizes = [run.style.size for box in below for part in box.paragraphs[:1] for run in part.runs]
    most = max(sizes, default=0)
    first = next((n for n in range(_USUAL) if HEADS[n].size <= most), _USUAL)

    def made(want: Wanted) -> Wanted:
        return replace(want, make=lambda level, short: want.make(level + first, short))

    # What stands below in a large size makes a larger head possible, and no smaller one a fault.
    return set_boxes(ctx, [made(want) for want in heads], len(HEADS) - first, _USUAL - first)
