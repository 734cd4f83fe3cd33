"""Turn the definition of sRGB (IEC 61966-2-1) into an ICC profile of half a kilobyte."""

from __future__ import annotations

from struct import pack

# Primaries and white adapted to D50, as ICC profiles have them (the values of the ICC's own
# sRGB profiles), and the parameters of the transfer curve.
_RED, _GREEN, _BLUE = (
    (0.436066, 0.222488, 0.013916),
    (0.385147, 0.716873, 0.097076),
    (0.143066, 0.060608, 0.714096),
)
_WHITE = (0.964203, 1.0, 0.824905)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
# D65 to D50, Bradford (ICC.1:2010, Annex E).
_ADAPTATION = (
    1.047882,
    0.022919,
    -0.050201,
    0.029587,
    0.990479,
    -0.017059,
    -0.009232,
    0.015076,
    0.751678,
)


def srgb() -> bytes:
    """An ICC profile of version 4.2 for displays (ICC.1:2004-10), the same bytes every time."""
    curve = b"para" + bytes(4) + pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text("sRGB IEC61966-2.1"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": b"XYZ " + bytes(4) + _fixed(*_WHITE),
        b"chad": b"sf32" + bytes(4) + _fixed(*_ADAPTATION),
        b"rXYZ": b"XYZ " + bytes(4) + _fixed(*_RED),
        b"gXYZ": b"XYZ " + bytes(4) + _fixed(*_GREEN),
        b"bXYZ": b"XYZ " + bytes(4) + _fixed(*_BLUE),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(tags)
    placed: dict[bytes, int] = {}  # equal values are written once
    directory, body = [pack(">I", len(tags))], b""
    for signature, value in tags.items():
        if value not in placed:
            placed[value] = start + len(body)
            body += value + bytes(-len(value) % 4)
        directory.append(pack(">4sII", signature, placed[value], len(value)))
    header = pack(
        ">I4sI4s4s4s6H4s4sIIIQI12s4s",
        start + len(body),
        b"",
        0x04200000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        2000,
        1,
        1,
        0,
        0,
        0,
        b"acsp",
        b"",
        0,
        0,
        0,
        0,
        0,
        _fixed(*_WHITE),
        b"",
    )
    return header + bytes(128 - len(header)) + b"".join(directory) + body


def _fixed(*values: float) -> bytes:
    """Numbers as s15Fixed16."""
    return pack(f">{len(values)}i", *(round(value * 65536) for value in values))


def _text(text: str) -> bytes:
    """A multiLocalizedUnicodeType with one record, in English."""
    encoded = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + pack(">II2s2sII", 1, 12, b"en", b"US", len(encoded), 28) + encoded
