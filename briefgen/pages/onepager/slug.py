"""Turn what a sheet is into the line beside it that a printing house reads."""

from __future__ import annotations

from briefgen.geometry import Rect, mm
from briefgen.pages.onepager.block import on_one_line
from briefgen.pages.onepager.sheet import BLEED
from briefgen.parts.context import Context
from briefgen.parts.text import label, para
from briefgen.scene.items import Slot, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import step

_SIZE = step(6, 8)
# How far the line stands from the bleed, and from the sheet's left edge.
_BELOW, _IN = mm(1.5), mm(15)


def slug_line(ctx: Context, width: int, height: int) -> TextBox:
    """File, date, side, size (EMU) and inks, outside the bleed, where they are cut away.

    The date is the content's, never the clock's.
    """
    brief = ctx.brief
    file = "-".join(filter(None, (brief.slug, brief.audience, "press"))) + ".pdf"
    size = f"{round(width / mm(1))} × {round(height / mm(1))} mm"
    parts = (brief.date, ctx.say("正面", "front"), size, "CMYK")
    room = Rect(_IN, height + BLEED + _BELOW, width // 2 - _IN - mm(6), _SIZE.leading)
    # A name too long for the line is cut at its start: its end says which version it is.
    said = (
        "  ·  ".join(filter(None, (name, *parts)))
        for name in (file, *(f"…{file[at:]}" for at in range(1, len(file))), "")
    )
    text = next(each for each in said if on_one_line(ctx, para(each, _SIZE), room.w))
    return label(ctx, Name("slug"), room, text, _SIZE, slot=Slot("footer"))
