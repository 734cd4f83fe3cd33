"""Turn the picture of a layout into rows of colour, and a title across two into one in a band."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefgen.geometry import Rect, bounds
from briefgen.record import replace
from briefgen.template.logos import line_of
from briefgen.template.model import Holder
from briefgen.template.raster import counted, cut
from briefgen.template.read import Template
from briefgen.theme.vision import contrast

if TYPE_CHECKING:
    from PIL.Image import Image

# Colours that differ by less than this (WCAG's ratio) are of one ground.
UNLIKE = 1.45
# The least height of a band for a title, in EMU, and the rows of its picture that are of a piece.
_BAND, _ALIKE = 28 * 12_700, 0.85


def banded(template: Template, image: Image, title: Holder) -> Holder | None:
    """A title in the largest band of one colour in its place, where it would lie across an edge."""
    w, h = template.page
    if title.rect.h * 4 > h:
        return None
    line = replace(line_of(title), x=title.rect.x, w=title.rect.w)
    rows = list(rows_in(template, image, line))
    if len({each for each in rows if each}) < 2 or _share(rows) > _ALIKE:
        return None
    place = bounds([title.rect, Rect(title.rect.x, 0, title.rect.w, 1)])
    rows = list(rows_in(template, image, place))
    best, start = (0, 0), 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or not rows[at] or contrast(rows[at], rows[at - 1] or "FFFFFF") > 1.1:
            best = max(best, (at - start if rows[start] else 0, -start))
            start = at
    scale = w / image.width
    band = Rect(title.rect.x, round(-best[1] * scale), title.rect.w, round(best[0] * scale))
    if band.h < _BAND:
        return None
    return replace(title, rect=band, anchor="middle")


def rows_in(template: Template, image: Image, place: Rect) -> Iterator[str]:
    """The colour of each row of pixels in a place; "" where it has none that most of it is."""
    piece = cut(image, place, template.page)
    for y in range(piece.height):
        found = counted(piece.crop((0, y, piece.width, y + 1)))
        main = found[0][1]
        alike = sum(count for count, each in found if contrast(each, main) <= UNLIKE)
        yield main if alike >= _ALIKE * piece.width else ""


def _share(rows: Sequence[str]) -> float:
    """How many of the rows look as most of them do."""
    return max(
        (sum(1 for each in rows if each and contrast(each, one) <= UNLIKE) for one in rows if one),
        default=0,
    ) / max(1, len(rows))
