"""Turn a JPEG into one that holds its picture and nothing else.

What cameras, programs and people write beside it stands in segments of its own (ISO/IEC 10918-1,
B.1.1), or behind its end, where a player looks for a film and an archiver for a zip.
"""

from __future__ import annotations

from briefgen.patterns import pattern

# Tables, frames and scans: SOF, DHT and DAC, DQT, DNL, DRI (Table B.1).
_PICTURE = frozenset((*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD)) - {0xC8}
_JFIF, _ADOBE = b"JFIF\0", b"Adobe"
_SOS, _EOI = 0xDA, 0xD9
# Of JFIF all but its thumbnail, which is 0 by 0 then (ISO/IEC 10918-5, 10.1); of Adobe's segment
# what says how colours are meant (10918-6, 6.5.3).
_HEAD, _COLOURS = 12, 12
# In a scan a marker is what is neither a stuffed byte nor a restart (B.1.1.5).
_MARKER = pattern(rb"\xff+([^\x00\xff\xd0-\xd7])")


def picture_alone(data: bytes) -> bytes | None:
    """The segments of a JPEG that its picture needs, in their order; None where it is not built as
    one is."""
    out, at = [data[:2]], 2
    while found := _MARKER.match(data, at):
        kind, at = found[1][0], found.end()
        if kind == _EOI:
            return b"".join((*out, b"\xff\xd9"))
        size = int.from_bytes(data[at : at + 2], "big")
        if size < 2 or at + size > len(data):
            return None
        body = data[at + 2 : at + size]
        if kind in _PICTURE or kind == _SOS:
            out.append(data[at - 2 : at + size])
        elif kind == 0xE0 and body.startswith(_JFIF) and len(body) >= _HEAD:
            out.append(b"\xff\xe0\x00\x10" + body[:_HEAD] + b"\0\0")
        elif kind == 0xEE and body.startswith(_ADOBE) and len(body) >= _COLOURS:
            out.append(b"\xff\xee\x00\x0e" + body[:_COLOURS])
        at += size
        if kind == _SOS:
            end = _MARKER.search(data, at)
            if not end:
                return None
            out.append(data[at : end.start()])
            at = end.start()
    return None
