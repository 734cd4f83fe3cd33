"""Turn files into a zip that is the same on every machine and at any time.

The layout is that of APPNOTE.TXT (PKWARE, 4.3), as ISO/IEC 21320-1 restricts it: for each file a
header and its data, and at the end the directory of all. Python's own writer, which packs each
header twice and loads compressors that no package uses, took a hundredth of a build.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from functools import lru_cache
from zlib import DEFLATED, MAX_WBITS, compressobj, crc32

# What both headers of a file say (4.3.7, 4.3.12): the version that it takes to read it, flags, how
# it is compressed, time, date, checksum, its two sizes, the lengths of its name and of nothing.
_FILE = struct.Struct("<5H3L2H")
# What the directory says besides: no comment, the first disk, what kind it is, rights, its place.
_LISTED = struct.Struct("<3H2L")
# The end of the directory (4.3.16), and that for more files than it can count (4.3.14, 4.3.15).
_END = struct.Struct("<4s4H2LH")
_LONG_END, _LONG_PLACE = struct.Struct("<4sQ2H2L4Q"), struct.Struct("<4sLQL")
_VERSION, _LONG_VERSION = 20, 45
_MOST = 0xFFFF
# A name with other letters than those of ASCII is in UTF-8 (4.4.4).
_UTF_8 = 1 << 11
# The earliest date there is: 1 January 1980.
_DATE = 1 << 5 | 1
# A file that its owner may read and write.
_RIGHTS = 0o600 << 16


def zipped(files: Iterable[tuple[str, bytes]], stored: tuple[str, ...] = ()) -> bytes:
    """A zip of these files in this order; those whose names end as said by `stored` are not
    compressed."""
    parts: list[bytes] = []
    listed: list[bytes] = []
    place = 0
    for name, data in files:
        plain = name.endswith(stored)
        packed = data if plain else _deflated(data)
        written = name.encode()
        header = _FILE.pack(
            _VERSION,
            0 if name.isascii() else _UTF_8,
            0 if plain else DEFLATED,
            0,
            _DATE,
            crc32(data),
            len(packed),
            len(data),
            len(written),
            0,
        )
        parts += (b"PK\3\4", header, written, packed)
        listed += (
            b"PK\1\2",
            struct.pack("<H", _VERSION),
            header,
            _LISTED.pack(0, 0, 0, _RIGHTS, place),
            written,
        )
        place += 4 + _FILE.size + len(written) + len(packed)
    directory = b"".join(listed)
    return b"".join((*parts, directory, _end(len(listed) // 5, len(directory), place)))


# The level of compression: half the time of the usual one, for a tenth more.
_QUICK = 3
# The smallest window that zlib knows, and what of each is not looked back to (its MIN_LOOKAHEAD).
_LEAST_WBITS, _AHEAD = 9, 262


# Shorter parts are often the same: what slides of one layout lead to, and decks of one theme.
_SHORT = 2048


def _deflated(data: bytes) -> bytes:
    """Data compressed (RFC 1951)."""
    return _short(data) if len(data) < _SHORT else _packed(data)


def _packed(data: bytes) -> bytes:
    # A window as large as it suffices: the result is the same, and a large one takes longer to
    # make than a small part to compress.
    bits = max(_LEAST_WBITS, min(MAX_WBITS, (len(data) + _AHEAD).bit_length()))
    packer = compressobj(_QUICK, wbits=-bits)
    return packer.compress(data) + packer.flush()


_short = lru_cache(maxsize=1024)(_packed)


def _end(count: int, size: int, place: int) -> bytes:
    """The end of the directory, which lists so many files, is so large, and begins there."""
    more = b""
    if count > _MOST:
        own = (b"PK\6\6", _LONG_END.size - 12, _LONG_VERSION, _LONG_VERSION, 0, 0)
        more = _LONG_END.pack(*own, count, count, size, place)
        more += _LONG_PLACE.pack(b"PK\6\7", 0, place + size, 1)
        count = _MOST
    return more + _END.pack(b"PK\5\6", 0, 0, count, count, size, place, 0)
