"""Font files made for tests: glyphs are plain boxes, so that their metrics can be told apart."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

UNITS = 2000


def make_face(
    path: Path,
    advances: Mapping[str, int],
    *,
    weight: int = 400,
    rights: int = 0,
    outlines: bool = True,
) -> Path:
    """A face with these characters and advances (1/1000 em), 2,000 units to the em.

    `rights` is its OS/2 fsType; without `outlines` they are PostScript ones.
    """
    names = {ord(char): f"c{ord(char):04X}" for char in advances}
    widths = {".notdef": UNITS} | {
        names[ord(char)]: advance * UNITS // 1000 for char, advance in advances.items()
    }
    font = FontBuilder(UNITS, isTTF=outlines)
    font.setupGlyphOrder(list(widths))
    font.setupCharacterMap(names)
    if outlines:
        font.setupGlyf({name: _box(TTGlyphPen(None), width) for name, width in widths.items()})
    else:
        strings = {name: _box(T2CharStringPen(w, None), w) for name, w in widths.items()}
        font.setupCFF("Test", {}, strings, {})
    font.setupHorizontalMetrics({name: (width, 100) for name, width in widths.items()})
    font.setupHorizontalHeader(ascent=1700, descent=-400)
    font.setupNameTable({"familyName": "Test", "styleName": "Regular"})
    font.setupOS2(usWeightClass=weight, fsType=rights, sCapHeight=1400)
    font.setupPost()
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)
    return path


def _box(pen, width: int):  # type: ignore[no-untyped-def]
    """A box that leaves 50/1000 em free on both sides."""
    left, right = 100, max(200, width - 100)
    pen.moveTo((left, 0))
    for point in ((left, 1400), (right, 1400), (right, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph() if isinstance(pen, TTGlyphPen) else pen.getCharString()
