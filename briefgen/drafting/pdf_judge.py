"""Turn the bytes of a stranger's PDF into a refusal, where its streams grow without end.

PDFium unpacks what a page names before anybody can look at it, so every stream that is packed by
Flate (ISO 32000-2, 7.4.4) is unpacked here first, up to what a page may need.
"""

from __future__ import annotations

import zlib

from briefgen.patterns import pattern
from briefgen.problems import UnfitError

_STREAM = pattern(rb"stream\r?\n")
_PICTURE = pattern(rb"/Subtype\s*/Image|/ColorSpace|/BitsPerComponent")
# What the text and drawings of a page, and a picture, may unpack to; and how much larger than it
# was something is that is no longer believed.
_MOST, _MOST_PICTURE, _RATIO = 24_000_000, 300_000_000, 60
_DICTIONARY = 600
_PIECE, _STEP = 65_536, 8_000_000


def judge(data: bytes) -> None:
    """Raise UnfitError where a stream of a PDF unpacks to more than any page needs."""
    for match in _STREAM.finditer(data):
        start = match.end()
        # The first byte of what zlib packs (RFC 1950, 2.2).
        if data[start : start + 1] not in (b"\x78", b"\x48", b"\x58", b"\x68"):
            continue
        before = data[max(0, match.start() - _DICTIONARY) : match.start()]
        picture = _PICTURE.search(before[before.rfind(b" obj") :])
        _unpack(data, start, _MOST_PICTURE if picture else _MOST)


def _unpack(data: bytes, start: int, most: int) -> None:
    """Unpack a stream piece by piece, and what is packed twice again."""
    outer, inner = zlib.decompressobj(), zlib.decompressobj()
    taken = size = grown = 0
    twice: bool | None = None
    while start < len(data) and not outer.eof:
        rest = data[start : start + _PIECE]
        start += len(rest)
        taken += len(rest)
        while rest and not outer.eof:
            try:
                made = outer.decompress(rest, _STEP)
            except zlib.error:
                return
            rest = outer.unconsumed_tail
            size += len(made)
            if twice is None:
                twice = made[:1] == b"\x78"
            if twice:
                more, twice = _again(inner, made)
                grown += more
            if max(size, grown) > max(most, _RATIO * taken):
                raise UnfitError("draft-bomb")


def _again(inner: zlib._Decompress, packed: bytes) -> tuple[int, bool]:
    """How much more something is that was packed twice, and whether it goes on to be that."""
    try:
        made = len(inner.decompress(packed, _MOST * 2))
    except zlib.error:
        return 0, False
    return made, not inner.eof and not inner.unconsumed_tail
