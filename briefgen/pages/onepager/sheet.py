"""Turn the name of a paper into where things stand on it: its size, its margins, its panels."""

from __future__ import annotations

from briefgen.brief.model import OnePage
from briefgen.geometry import Rect, mm
from briefgen.record import Record

# ISO 216, and ANSI/ASME Y14.1 size A; upright, in millimetres.
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4), "a3": (297.0, 420.0)}
# Beyond what an office printer cannot reach (about 5 mm).
SIDE, TOP, BOTTOM = mm(12), mm(10), mm(10)
# How far grounds reach beyond the edge where a press trims the sheet.
BLEED = mm(3)


class Sheet(Record):
    """A sheet: its size, the area inside its margins, and the panels that stand side by side.

    A fold runs between the two panels of an A3 sheet; no text crosses it. All lengths in EMU.
    """

    width: int
    height: int
    area: Rect
    panels: tuple[tuple[int, int], ...]
    folded: bool = False

    def panel(self, index: int, top: int) -> Rect:
        """What a panel has below `top`."""
        x, width = self.panels[index]
        return Rect(x, top, width, self.area.bottom - top)


def sheet_of(page: OnePage) -> Sheet:
    """The sheet that a page asks for; A3 is always across, as it is folded to A4."""
    short, long = (mm(side) for side in PAPERS[page.paper])
    folded = page.paper == "a3"
    across = folded or page.orientation == "landscape"
    width, height = (long, short) if across else (short, long)
    area = Rect(SIDE, TOP, width - 2 * SIDE, height - TOP - BOTTOM)
    if folded:
        half = width // 2 - 2 * SIDE
        return Sheet(width, height, area, ((SIDE, half), (width // 2 + SIDE, half)), True)
    if across:
        gap = mm(8)
        left = area.w * 40 // 100
        return Sheet(width, height, area, ((SIDE, left), (SIDE + left + gap, area.w - left - gap)))
    return Sheet(width, height, area, ((area.x, area.w),))
