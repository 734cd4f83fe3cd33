"""Turn the name of a paper into where a picture page stands, and how large its text may be."""

from __future__ import annotations

from briefgen.brief.model import OnePage
from briefgen.geometry import Rect, mm
from briefgen.pages.onepager.sheet import BLEED as BLEED
from briefgen.pages.onepager.sheet import PAPERS
from briefgen.pages.picture.scale import sizes
from briefgen.record import Record

# Beyond what an office printer cannot reach. The size of running text in points: usually, at the
# least, and at the most.
_MARGIN, _TEXT, _LEAST, _MOST = mm(12), 10.0, 9.0, 17.0
# A3 is A4 enlarged (ISO 216): a page for a wall is read from further away.
_LARGER = {"a3": 2**0.5}


class Sheet(Record):
    """A sheet and the area inside its margins (EMU), in how many columns it is filled, and the
    sizes that running text may have on it (points), of which the one numbered `usual` is wanted."""

    width: int
    height: int
    area: Rect
    columns: int
    sizes: tuple[float, ...]
    usual: int

    @property
    def across(self) -> bool:
        return self.width > self.height


def sheet_of(page: OnePage) -> Sheet:
    """The sheet that a page asks for; running text is never smaller than the page wants it."""
    short, long = (mm(side) for side in PAPERS[page.paper])
    width, height = (long, short) if page.orientation == "landscape" else (short, long)
    larger = _LARGER.get(page.paper, 1.0)
    margin = round(_MARGIN * larger)
    area = Rect(margin, margin, width - 2 * margin, height - 2 * margin)
    columns = 3 if width > height else 2
    least, most = max(_LEAST * larger, float(page.text)), _MOST * larger
    found = sizes(area.w, columns, least, most)
    usual = sum(size < _TEXT * larger for size in found)
    return Sheet(width, height, area, columns, found, min(usual, len(found) - 1))
