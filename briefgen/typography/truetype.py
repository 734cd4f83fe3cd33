"""Turn the bytes of a TrueType file into characters, metrics and outlines, or say what is wrong.

Only what measuring and drawing need is read, and glyphs only when asked for: opening a face of
15,000 glyphs takes about a millisecond. Table layouts are those of ISO/IEC 14496-22 (OpenType).
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from struct import unpack_from

from briefgen.machine.assets import shipped
from briefgen.machine.reasons import reason
from briefgen.problems import MachineError, UnfitError
from briefgen.record import Record

# Flags of a composite glyph's component (glyf, "Composite glyph description").
WORDS, XY_VALUES, SCALE, MORE = 0x0001, 0x0002, 0x0008, 0x0020
XY_SCALE, TWO_BY_TWO = 0x0040, 0x0080

_TABLES = ("OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp")
# OS/2, fsType: the lowest four bits are one choice, the others stand for themselves.
_RESTRICTED, _NO_SUBSET, _BITMAPS = 0x0002, 0x0100, 0x0200
# What weighs this or more counts as bold (OS/2, usWeightClass: 600 is semi-bold).
_BOLD = 600


class FontError(UnfitError):
    """A font file cannot be used."""


# A file's bytes, read or mapped.
_Data = bytes | mmap


class TrueType(Record, kw_only=True, eq=False):
    """An opened face. Metrics are in 1/1000 em, as PDF wants them; nothing in it ever changes."""

    name: str
    data: _Data
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

    @property
    def bold(self) -> bool:
        return self.weight >= _BOLD

    def glyph(self, char: str) -> int:
        """The glyph of a character, 0 (the missing glyph) where the face has none."""
        point = ord(char)
        group = bisect_right(self.starts, point) - 1
        if group < 0 or point > self.ends[group]:
            return 0
        return self.firsts[group] + point - self.starts[group]

    def characters(self) -> Iterator[tuple[str, int]]:
        """Every character that the face has, with its glyph."""
        for start, end, first in zip(self.starts, self.ends, self.firsts, strict=True):
            for point in range(start, end + 1):
                if first + point - start:
                    yield chr(point), first + point - start

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

    def outline(self, glyph: int) -> bytes:
        """A glyph's description, as the table glyf has it."""
        start = self.tables["glyf"][0]
        return self.data[start + self.locations[glyph] : start + self.locations[glyph + 1]]

    def ink(self, glyph: int) -> tuple[int, int]:
        """Where a glyph's outline begins and ends from left to right, in 1/1000 em."""
        outline = self.outline(glyph)
        if not outline:
            return 0, 0
        left, _, right = unpack_from(">3h", outline, 2)
        return round(left * 1000 / self.units), round(right * 1000 / self.units)

    def table(self, tag: str) -> bytes:
        """The bytes of a table."""
        offset, length = self.tables[tag]
        return self.data[offset : offset + length]


@lru_cache(maxsize=16)
def open_face(path: Path) -> TrueType:
    """Open a static face with TrueType outlines; once in a process, for it is never changed.

    Raises MachineError where the file cannot be read or is not such a face.
    """
    try:
        return parse(path.stem, _content(path))
    except OSError as error:
        raise unreadable(path, error) from error
    except FontError as error:
        raise MachineError.of(error.code, file=str(path), **error.parts) from error


def _content(path: Path) -> _Data:
    """A file's bytes. A shipped face, of whose megabytes a text needs few, is mapped; that of a
    project is not, since somebody may write into it meanwhile."""
    if path.is_relative_to(shipped("assets")):
        # A mapped file stays open, of which a process may have few.
        with suppress(OSError), path.open("rb") as file:
            return mmap(file.fileno(), 0, access=ACCESS_READ)
    return path.read_bytes()


def unreadable(path: Path, error: OSError) -> MachineError:
    """The system does not let a font file be read."""
    return MachineError.of("font-unreadable", file=str(path), why=reason(error))


def parse(name: str, data: _Data) -> TrueType:
    """The face in `data`, without looking at each of its glyphs. Raises FontError."""
    try:
        return _parse(name, data)
    except (KeyError, IndexError, ValueError, OverflowError, struct.error):
        raise FontError("font-damaged") from None


def check(face: TrueType) -> None:
    """Raise FontError where a face may not be embedded, or a part of it leads nowhere."""
    try:
        _check(face)
    except (IndexError, struct.error):
        raise FontError("font-damaged") from None


def _check(face: TrueType) -> None:
    (rights,) = unpack_from(">H", face.table("OS/2"), 8)
    if rights & 0x000F == _RESTRICTED or rights & (_NO_SUBSET | _BITMAPS):
        raise FontError("font-forbidden")
    if not _sound(face):
        raise FontError("font-damaged")


def _is_truetype(begins: bytes) -> None:
    """Raise FontError where the first four bytes of a file are not those of a TrueType face."""
    match begins:
        case b"\0\1\0\0" | b"true":
            return
        case b"OTTO":
            raise FontError("font-postscript")
        case b"ttcf":
            raise FontError("font-collection")
        case b"wOFF":
            raise FontError("font-web", format="WOFF")
        case b"wOF2":
            raise FontError("font-web", format="WOFF2")
    raise FontError("font-no-font")


def _parse(name: str, data: _Data) -> TrueType:
    _is_truetype(data[:4])
    (count,) = unpack_from(">H", data, 4)
    records = (unpack_from(">4sIII", data, 12 + 16 * index) for index in range(count))
    tables = {tag.decode("latin-1"): (offset, length) for tag, _, offset, length in records}
    if "glyf" not in tables and ("CFF " in tables or "CFF2" in tables):
        raise FontError("font-postscript")
    if "fvar" in tables:
        # Without this its default would be shown, which in many is the thinnest.
        raise FontError("font-variable")
    if any(sum(tables[tag]) > len(data) for tag in _TABLES):
        raise ValueError("a table ends beyond the file")
    head, hhea, os2 = tables["head"][0], tables["hhea"][0], tables["OS/2"][0]
    units: int = unpack_from(">H", data, head + 18)[0]
    (long_offsets,) = unpack_from(">h", data, head + 50)
    outlines, glyphs = unpack_from(">IH", data, tables["maxp"][0])
    (version,) = unpack_from(">H", data, os2)
    if not 16 <= units <= 16384 or outlines != 0x00010000 or tables["maxp"][1] < 32:
        raise ValueError("no sizes of TrueType outlines")

    def scaled(value: int) -> int:
        return round(value * 1000 / units)

    left, bottom, right, top = unpack_from(">4h", data, head + 36)
    ascent, descent = unpack_from(">hh", data, hhea + 4)
    cap_height = unpack_from(">h", data, os2 + 88)[0] if version >= 2 else ascent
    starts, ends, firsts = _characters(data, tables["cmap"][0])
    return TrueType(
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


def _sound(face: TrueType) -> bool:
    """Whether every character has a glyph, and every glyph its metrics, outline and parts."""
    places, glyphs = face.locations, len(face.locations) - 1
    groups = list(zip(face.starts, face.ends, face.firsts, strict=True))
    edges = [edge for start, end, _ in groups for edge in (start, end)]
    metrics = 4 * face.advances + 2 * (glyphs - face.advances)
    if (
        not 1 <= face.advances <= glyphs
        or metrics > face.tables["hmtx"][1]
        or places[-1] > face.tables["glyf"][1]
        or _falls(places)
        or _falls(edges)
        or edges[-1:] > [0x10FFFF]
        or any(first + end - start >= glyphs for start, end, first in groups)
    ):
        return False
    start = face.tables["hmtx"][0]
    if min(unpack_from(f">{2 * face.advances}h", face.data, start)[::2]) < 0:
        return False  # an advance of 32,768 units or more
    for glyph in range(glyphs):
        outline = face.outline(glyph)
        if outline and (len(outline) < 10 or any(part >= glyphs for _, part in parts(outline))):
            return False
    return True


def _falls(numbers: Sequence[int]) -> bool:
    """Whether one of them is less than the one before."""
    return any(a > b for a, b in pairwise(numbers))


def parts(outline: bytes) -> list[tuple[int, int]]:
    """Where a composite glyph names its parts, and the glyphs it names."""
    if len(outline) < 10 or unpack_from(">h", outline)[0] >= 0:
        return []
    found, at, more = [], 10, True
    while more:
        flags, part = unpack_from(">HH", outline, at)
        found.append((at + 2, part))
        at += 8 if flags & WORDS else 6
        at += 2 * bool(flags & SCALE) + 4 * bool(flags & XY_SCALE) + 8 * bool(flags & TWO_BY_TWO)
        more = bool(flags & MORE)
    return found


def _locations(data: _Data, start: int, glyphs: int, long_offsets: bool) -> array[int]:
    if long_offsets:
        return numbers(data, start, glyphs + 1)
    halves = array("H", data[start : start + 2 * (glyphs + 1)])
    return array("I", [2 * half for half in big_endian(halves)])


def _characters(data: _Data, start: int) -> tuple[array[int], array[int], array[int]]:
    """The groups of the cmap: first and last character of each, and the first one's glyph."""
    (count,) = unpack_from(">H", data, start + 2)
    known: dict[int, int] = {}
    for index in range(count):
        platform, encoding, offset = unpack_from(">HHI", data, start + 4 + 8 * index)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            known.setdefault(unpack_from(">H", data, start + offset)[0], start + offset)
    if 12 in known:
        (groups,) = unpack_from(">I", data, known[12] + 12)
        found = numbers(data, known[12] + 16, 3 * groups)
        starts, ends, firsts = found[0::3], found[1::3], found[2::3]
    elif 4 in known:
        starts, ends, firsts = _basic(data, known[4])
    else:
        raise FontError("font-no-unicode")
    return starts, ends, firsts


def _basic(data: _Data, start: int) -> tuple[array[int], array[int], array[int]]:
    """The same of a cmap of format 4 (the Basic Multilingual Plane), a group a character."""
    (length,) = unpack_from(">H", data, start + 6)
    count = length // 2
    columns = (14, 16 + length, 16 + 2 * length, 16 + 3 * length)
    lasts, firsts, deltas, offsets = (
        unpack_from(f">{count}H", data, start + column) for column in columns
    )
    points, glyphs = array("I"), array("I")
    before = -1
    for index, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        if first <= before or last < first:
            raise ValueError("the cmap is not in order")
        before = last
        for point in range(first, min(last, 0xFFFE) + 1):
            glyph = point
            if offsets[index]:
                place = start + columns[3] + 2 * index + offsets[index] + 2 * (point - first)
                (glyph,) = unpack_from(">H", data, place)
            if glyph or not offsets[index]:
                glyph = (glyph + deltas[index]) % 65536
            if glyph:
                points.append(point)
                glyphs.append(glyph)
    return points, points, glyphs


def numbers(data: _Data, start: int, count: int) -> array[int]:
    """So many unsigned numbers of 32 bits. Raises ValueError where they are not all there."""
    found = array("I", data[start : start + 4 * count])
    if len(found) != count:
        raise ValueError("the table is too short")
    return big_endian(found)


def big_endian(numbers: array[int]) -> array[int]:
    """The same array in the other byte order, where the machine is little-endian."""
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
