"""Turn a TrueType face and the characters in use into the small face that a PDF embeds.

Table layouts are those of ISO/IEC 14496-22 (OpenType).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from struct import pack, unpack_from
from typing import NamedTuple

from briefgen.typography.truetype import WORDS, XY_VALUES, TrueType, big_endian, numbers, parts


class Glyph(NamedTuple):
    """A glyph of a face, with `extra` added to its advance, moved left by `shift` (1/1000 em)."""

    id: int
    extra: int = 0
    shift: int = 0

    @property
    def changed(self) -> bool:
        return bool(self.extra or self.shift)


def width(face: TrueType, glyph: Glyph) -> float:
    """A glyph's advance in 1/1000 em."""
    return _measured(face, glyph).width


class _Measured(NamedTuple):
    """A glyph's advance in 1/1000 em, the same to a thousandth, and its entry in the table hmtx."""

    width: float
    rounded: float
    entry: bytes


@lru_cache(maxsize=16_384)
def _measured(face: TrueType, glyph: Glyph) -> _Measured:
    metrics = _changed_metrics(face, glyph)
    advance = metrics[0] * 1000 / face.units
    return _Measured(advance, round(advance, 3), pack(">Hh", *metrics))


def widths(face: TrueType, glyphs: Iterable[Glyph]) -> list[float]:
    """Advances in 1/1000 em, to a thousandth of that."""
    return [_measured(face, glyph).rounded for glyph in glyphs]


def subset(face: TrueType, glyphs: list[Glyph]) -> bytes:
    """A face with these glyphs in this order; the first has to be the missing glyph, 0.

    A glyph may come twice, so that characters which share one can keep a code each. One that
    is moved or given another advance becomes a composite glyph of the original, which is
    added at the end like the parts of other composites. The result has the tables that a
    CIDFontType2 needs (ISO 32000-1, 9.9, Table 126), and no others.
    """
    order, outlines = list(glyphs), []
    place = {glyph: index for index, glyph in reversed(list(enumerate(order)))}
    for glyph in order:  # grows while parts are found
        outline, made_of = _drawn(face, glyph)
        for at, part in made_of:
            if part not in place:
                place[part] = len(order)
                order.append(part)
            outline = outline[:at] + pack(">H", place[part]) + outline[at + 2 :]
        outlines.append(outline)

    offsets = array("I", accumulate(map(len, outlines), initial=0))
    tables: dict[str, bytes] = {
        "glyf": b"".join(outlines),
        # Without its check sum, and with long offsets in loca.
        "head": _patched(face.table("head"), {8: bytes(4), 50: pack(">h", 1)}),
        "hhea": _patched(face.table("hhea"), {34: pack(">H", len(order))}),
        "hmtx": b"".join([_measured(face, glyph).entry for glyph in order]),
        "loca": big_endian(offsets).tobytes(),
        "maxp": _maxima(face, len(order)),
    }
    hinting = ("cvt ", "fpgm", "prep")
    tables |= {tag: face.table(tag) for tag in hinting if tag in face.tables}
    return _assemble(tables)


@lru_cache(maxsize=16_384)
def _drawn(face: TrueType, glyph: Glyph) -> tuple[bytes, tuple[tuple[int, Glyph], ...]]:
    """A glyph's description in whole words, and the glyphs that it is made of, each with where it
    is named."""
    outline = _composite(face, glyph) if glyph.changed else face.outline(glyph.id)
    made_of = tuple((at, Glyph(id)) for at, id in parts(outline))
    return outline + bytes(-len(outline) % 4), made_of


def _composite(face: TrueType, glyph: Glyph) -> bytes:
    """The original as the one part of a composite glyph, moved to the left."""
    original = face.outline(glyph.id)
    if not original:
        return b""
    box = list(unpack_from(">4h", original, 2))
    shift = _units(face, glyph.shift)
    box[0], box[2] = box[0] - shift, box[2] - shift
    return pack(">h4hHHhh", -1, *map(_short, box), WORDS | XY_VALUES, glyph.id, _short(-shift), 0)


def _changed_metrics(face: TrueType, glyph: Glyph) -> tuple[int, int]:
    advance, bearing = face.metrics(glyph.id)
    wide = min(max(advance + _units(face, glyph.extra), 0), 0xFFFF)
    return wide, _short(bearing - _units(face, glyph.shift))


def _short(units: int) -> int:
    """A length as a table holds it (OpenType, FWORD): a face may come near to the most there is."""
    return min(max(units, -0x8000), 0x7FFF)


def _maxima(face: TrueType, glyphs: int) -> bytes:
    """The table maxp for this many glyphs, composites of one more level among them."""
    maxp = face.table("maxp")
    maxima = list(unpack_from(">13H", maxp, 6))
    maxima[2], maxima[3] = max(maxima[0], maxima[2]), max(maxima[1], maxima[3])
    maxima[11], maxima[12] = max(maxima[11], 1), min(maxima[12] + 1, 0xFFFF)
    return maxp[:4] + pack(">14H", glyphs, *maxima)


def _units(face: TrueType, thousandths: int) -> int:
    return round(thousandths * face.units / 1000)


def _patched(table: bytes, places: dict[int, bytes]) -> bytes:
    changed = bytearray(table)
    for at, value in places.items():
        changed[at : at + len(value)] = value
    return bytes(changed)


def _assemble(tables: dict[str, bytes]) -> bytes:
    """A font file of these tables, with its directory and check sums."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = [
        pack(">IHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16)
    ]
    body, offset, total = [], 12 + 16 * count, 0
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        checksum = _checksum(padded)
        directory.append(pack(">4sIII", tag.encode(), checksum, offset, len(table)))
        body.append(padded)
        offset += len(padded)
        total += checksum
    # Tables are whole words, so the file's sum is that of its parts.
    total += _checksum(b"".join(directory))
    whole = b"".join(directory + body)
    at = whole.index(tables["head"], 12 + 16 * count) + 8
    return whole[:at] + pack(">I", (0xB1B0AFBA - total) % 2**32) + whole[at + 4 :]


def _checksum(padded: bytes) -> int:
    return sum(numbers(padded, 0, len(padded) // 4)) % 2**32
