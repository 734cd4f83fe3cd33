"""Turn an address into a QR code (ISO/IEC 18004) as one path."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefgen.geometry import Rect, mm
from briefgen.scene.items import Move, Shape
from briefgen.scene.names import Name

# The symbol in print without its quiet zone, and that zone in modules on each side (ISO/IEC
# 18004, 9.1).
SIZE = mm(20)
QUIET = 4


def qr_code(address: str, right: int, top: int, alt: str, size: int = SIZE) -> Shape:
    """The code for an address, its quiet zone included in its rectangle, which ends at `right`.

    `size` is the least side of the symbol without that zone (EMU). Error correction is M (15 %), as
    a folded or copied sheet needs. The shape leads there too.
    """
    rows = _modules(address)
    module = -(-size // len(rows))
    side = module * (len(rows) + 2 * QUIET)
    rect = Rect(right - side, top, side, side)
    path: list[Move] = []
    for number, row in enumerate(rows):
        y = top + (QUIET + number) * module
        for start, end in _dark(row):
            x1, x2 = (rect.x + (QUIET + at) * module for at in (start, end))
            corners = ((x1, y), (x2, y), (x2, y + module), (x1, y + module))
            path += [Move("M", (corners[0],)), *(Move("L", (c,)) for c in corners[1:]), Move("Z")]
    return Shape(Name("qr-code"), rect, path=tuple(path), fill="ink", alt=alt, link=address)


@lru_cache(maxsize=8)
def _modules(address: str) -> tuple[tuple[int, ...], ...]:
    """The rows of a code, 1 where it is dark: found once, for a page that is set until it fits."""
    import segno  # only pages with an address pay for loading it

    return tuple([tuple(row) for row in segno.make(address, error="m", micro=False).matrix])


def side_of(address: str) -> int:
    """How wide and high the code for an address is, with its quiet zone (EMU)."""
    return qr_code(address, 0, 0, "").rect.w


def _dark(row: Sequence[int]) -> list[tuple[int, int]]:
    """The runs of dark modules in a row: their starts and ends."""
    padded = [0, *row, 0]
    edges = [at for at in range(len(row) + 1) if bool(padded[at]) != bool(padded[at + 1])]
    return list(zip(edges[::2], edges[1::2], strict=True))
