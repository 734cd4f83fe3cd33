"""Turn a TrueType face and the characters in use into the small face that a PDF embeds.

Only what drawing needs is read, and glyphs only when asked for: opening a face of 15,000 glyphs
takes about a millisecond. Table layouts are those of ISO/IEC 14496-22 (OpenType).
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from struct import pack, unpack_from
from typing import NamedTuple

from briefgen.problems import MachineError

# Flags of a composite glyph's component (glyf, "Composite glyph description").
_WORDS, _XY_VALUES, _SCALE, _MORE = 0x0001, 0x0002, 0x0008, 0x0020
_XY_SCALE, _TWO_BY_TWO = 0x0040, 0x0080


class Glyph(NamedTuple):
    """A glyph of a face, with `extra` added to its advance, moved left by `shift` (1/1000 em)."""

    id: int
    extra: int = 0
    shift: int = 0

    @property
    def changed(self) -> bool:
        return bool(self.extra or self.shift)


@dataclass(frozen=True)
class Face:
    """An opened face. Metrics are in 1/1000 em, as PDF wants them; nothing in it ever changes."""

    name: str
    data: bytes
    tables: dict[str, tuple[int, int]]
    units: int
    bbox: tuple[int, int, int, int]
    ascent: int
    descent: int
    cap_height: int
    weight: int
    advances: int
    locations: array[int]
    starts: array[int]
    ends: array[int]
    firsts: array[int]

    def glyph(self, char: str) -> int:
        """The glyph of a character, 0 (the missing glyph) where the face has none."""
        point = ord(char)
        group = bisect_right(self.starts, point) - 1
        if group < 0 or point > self.ends[group]:
            return 0
        return self.firsts[group] + point - self.starts[group]

    def metrics(self, glyph: int) -> tuple[int, int]:
        """A glyph's advance and left side bearing, in the units of the face."""
        start, last = self.tables["hmtx"][0], self.advances - 1
        if glyph <= last:
            advance, bearing = unpack_from(">Hh", self.data, start + 4 * glyph)
        else:
            (advance,) = unpack_from(">H", self.data, start + 4 * last)
            (bearing,) = unpack_from(
                ">h", self.data, start + 4 * self.advances + 2 * (glyph - last - 1)
            )
        return advance, bearing

    def width(self, glyph: Glyph) -> float:
        """A glyph's advance in 1/1000 em."""
        return self._changed_metrics(glyph)[0] * 1000 / self.units

    def outline(self, glyph: int) -> bytes:
        """A glyph's description, as the table glyf has it."""
        start = self.tables["glyf"][0]
        return self.data[start + self.locations[glyph] : start + self.locations[glyph + 1]]

    def subset(self, glyphs: list[Glyph]) -> bytes:
        """A face with these glyphs in this order; the first has to be the missing glyph, 0.

        A glyph may come twice, so that characters which share one can keep a code each. One that
        is moved or given another advance becomes a composite glyph of the original, which is
        added at the end like the parts of other composites. The result has the tables that a
        CIDFontType2 needs (ISO 32000-1, 9.9, Table 126), and no others.
        """
        order, outlines = list(glyphs), []
        place = {glyph: index for index, glyph in reversed(list(enumerate(order)))}
        for glyph in order:  # grows while parts are found
            outline = self._composite(glyph) if glyph.changed else self.outline(glyph.id)
            for at, id in _parts(outline):
                part = Glyph(id)
                if part not in place:
                    place[part] = len(order)
                    order.append(part)
                outline = outline[:at] + pack(">H", place[part]) + outline[at + 2 :]
            outlines.append(outline + bytes(-len(outline) % 4))

        offsets = array("I", accumulate(map(len, outlines), initial=0))
        metrics = (self._changed_metrics(glyph) for glyph in order)
        tables: dict[str, bytes] = {
            "glyf": b"".join(outlines),
            # Without its check sum, and with long offsets in loca.
            "head": _patched(self._table("head"), {8: bytes(4), 50: pack(">h", 1)}),
            "hhea": _patched(self._table("hhea"), {34: pack(">H", len(order))}),
            "hmtx": b"".join(pack(">Hh", *each) for each in metrics),
            "loca": _big_endian(offsets).tobytes(),
            "maxp": self._maxima(len(order)),
        }
        hinting = ("cvt ", "fpgm", "prep")
        tables |= {tag: self._table(tag) for tag in hinting if tag in self.tables}
        return _assemble(tables)

    def _composite(self, glyph: Glyph) -> bytes:
        """The original as the one part of a composite glyph, moved to the left."""
        original = self.outline(glyph.id)
        if not original:
            return b""
        box = list(unpack_from(">4h", original, 2))
        shift = self._units(glyph.shift)
        box[0], box[2] = box[0] - shift, box[2] - shift
        return pack(">h4hHHhh", -1, *box, _WORDS | _XY_VALUES, glyph.id, -shift, 0)

    def _changed_metrics(self, glyph: Glyph) -> tuple[int, int]:
        advance, bearing = self.metrics(glyph.id)
        return advance + self._units(glyph.extra), bearing - self._units(glyph.shift)

    def _maxima(self, glyphs: int) -> bytes:
        """The table maxp for this many glyphs, composites of one more level among them."""
        maxp = self._table("maxp")
        maxima = list(unpack_from(">13H", maxp, 6))
        maxima[2], maxima[3] = max(maxima[0], maxima[2]), max(maxima[1], maxima[3])
        maxima[11], maxima[12] = max(maxima[11], 1), maxima[12] + 1
        return maxp[:4] + pack(">14H", glyphs, *maxima)

    def _units(self, thousandths: int) -> int:
        return round(thousandths * self.units / 1000)

    def _table(self, tag: str) -> bytes:
        offset, length = self.tables[tag]
        return self.data[offset : offset + length]


@lru_cache(maxsize=8)
def open_face(path: Path) -> Face:
    """Open a static face with TrueType outlines; once in a process, for it is never changed.

    Raises MachineError where the file cannot be read or is not such a face.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MachineError(f"{path}: the font cannot be read: {error.strerror}") from error
    try:
        return _parse(path.stem, data)
    except (KeyError, IndexError, ValueError, struct.error) as error:
        raise MachineError(f"{path}: not a static TrueType font with a format 12 cmap") from error


def _parse(name: str, data: bytes) -> Face:
    (count,) = unpack_from(">H", data, 4)
    records = (unpack_from(">4sIII", data, 12 + 16 * index) for index in range(count))
    tables = {tag.decode("latin-1"): (offset, length) for tag, _, offset, length in records}
    head, hhea, os2 = tables["head"][0], tables["hhea"][0], tables["OS/2"][0]
    units: int = unpack_from(">H", data, head + 18)[0]
    (long_offsets,) = unpack_from(">h", data, head + 50)
    (glyphs,) = unpack_from(">H", data, tables["maxp"][0] + 4)
    (version,) = unpack_from(">H", data, os2)

    def scaled(value: int) -> int:
        return round(value * 1000 / units)

    left, bottom, right, top = unpack_from(">4h", data, head + 36)
    ascent, descent = unpack_from(">hh", data, hhea + 4)
    cap_height = unpack_from(">h", data, os2 + 88)[0] if version >= 2 else ascent
    starts, ends, firsts = _characters(data, tables["cmap"][0])
    return Face(
        name=name,
        data=data,
        tables=tables,
        units=units,
        bbox=(scaled(left), scaled(bottom), scaled(right), scaled(top)),
        ascent=scaled(ascent),
        descent=scaled(descent),
        cap_height=scaled(cap_height),
        weight=unpack_from(">H", data, os2 + 4)[0],
        advances=unpack_from(">H", data, hhea + 34)[0],
        locations=_locations(data, tables["loca"][0], glyphs, bool(long_offsets)),
        starts=starts,
        ends=ends,
        firsts=firsts,
    )


def _locations(data: bytes, start: int, glyphs: int, long_offsets: bool) -> array[int]:
    if long_offsets:
        return _numbers(data, start, glyphs + 1)
    halves = array("H", data[start : start + 2 * (glyphs + 1)])
    return array("I", [2 * half for half in _big_endian(halves)])


def _characters(data: bytes, start: int) -> tuple[array[int], array[int], array[int]]:
    """The groups of cmap format 12: first and last character, and the first one's glyph."""
    (count,) = unpack_from(">H", data, start + 2)
    for index in range(count):
        (offset,) = unpack_from(">I", data, start + 8 + 8 * index)
        if unpack_from(">H", data, start + offset) == (12,):
            (groups,) = unpack_from(">I", data, start + offset + 12)
            numbers = _numbers(data, start + offset + 16, 3 * groups)
            return numbers[0::3], numbers[1::3], numbers[2::3]
    raise ValueError("no cmap of format 12")


def _parts(outline: bytes) -> list[tuple[int, int]]:
    """Where a composite glyph names its parts, and the glyphs it names."""
    if len(outline) < 10 or unpack_from(">h", outline)[0] >= 0:
        return []
    found, at, more = [], 10, True
    while more:
        flags, part = unpack_from(">HH", outline, at)
        found.append((at + 2, part))
        at += 8 if flags & _WORDS else 6
        at += 2 * bool(flags & _SCALE) + 4 * bool(flags & _XY_SCALE) + 8 * bool(flags & _TWO_BY_TWO)
        more = bool(flags & _MORE)
    return found


def _patched(table: bytes, places: dict[int, bytes]) -> bytes:
    changed = bytearray(table)
    for at, value in places.items():
        changed[at : at + len(value)] = value
    return bytes(changed)


def _assemble(tables: dict[str, bytes]) -> bytes:
    """A font file of these tables, with its directory and check sums."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    directory = [pack(">IHHHH", 0x00010000, count, power * 16, power.bit_length() - 1,
                      (count - power) * 16)]  # fmt: skip
    body, offset = [], 12 + 16 * count
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        directory.append(pack(">4sIII", tag.encode(), _checksum(padded), offset, len(table)))
        body.append(padded)
        offset += len(padded)
    whole = b"".join(directory + body)
    at = whole.index(tables["head"], 12 + 16 * count) + 8
    return whole[:at] + pack(">I", (0xB1B0AFBA - _checksum(whole)) % 2**32) + whole[at + 4 :]


def _checksum(padded: bytes) -> int:
    return sum(_numbers(padded, 0, len(padded) // 4)) % 2**32


def _numbers(data: bytes, start: int, count: int) -> array[int]:
    return _big_endian(array("I", data[start : start + 4 * count]))


def _big_endian(numbers: array[int]) -> array[int]:
    """The same array in the other byte order, where the machine is little-endian."""
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
