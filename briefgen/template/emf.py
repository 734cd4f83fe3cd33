"""Turn a drawing in Windows' own format (EMF) into a picture with what it leaves see-through.

Only what is filled or drawn with one colour is shown: polygons, and paths of lines and Bézier
curves ([MS-EMF] 2.3.5, 2.3.10). Where a drawing has anything else that is seen, it is none of ours.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_HEADER, _SIGNATURE, _LEAST = 1, b" EMF", 88
# How wide the picture becomes, the most points and figures of a drawing, the steps of a curve.
_WIDE, _MOST, _FIGURES, _CURVE = 640, 400_000, 20_000, 6
_WINDOW_EXTENT, _WINDOW, _VIEW_EXTENT, _VIEW = 9, 10, 11, 12
_MOVE, _SELECT, _PEN, _BRUSH, _DELETE, _LINE, _LONG_PEN = 27, 37, 38, 39, 40, 54, 95
_BEGIN, _END, _CLOSE, _FILL, _FILL_STROKE, _STROKE, _ABORT = 59, 60, 61, 62, 63, 64, 68
_POLYGON, _CURVES, _LINES, _POLYGONS = 86, 88, 89, 91
# What shows nothing by itself: the end, modes, pens, clips, comments of other programs, states.
_QUIET = frozenset((13, 14, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 30, 33, 34, 58, 67, 75, 98))
_COMMENT = 70
# The brushes and pens that are always there (2.1.31); "" fills, or draws, nothing.
_STOCK: Mapping[int, str] = dict(enumerate(("FFFFFF", "C0C0C0", "808080", "404040", "000000", "")))
_STOCK_PENS: Mapping[int, str] = {6: "FFFFFF", 7: "000000", 8: ""}
_OF_STOCK = 0x8000_0000
_NO_PEN = 5

Point = tuple[float, float]
Figure = tuple[Point, ...]


class _UnknownError(Exception):
    """The drawing has something that is not read here."""


def drawn(data: bytes) -> bytes | None:
    """The drawing as PNG, as wide as pictures are sampled at most; None where it is not read."""
    if len(data) < _LEAST or data[40:44] != _SIGNATURE:
        return None
    try:
        left, top, right, bottom = struct.unpack_from("<4i", data, 8)
        if right <= left or bottom <= top:
            return None
        image = _Pen((left, top, right, bottom)).over(data)
    except (_UnknownError, struct.error, ValueError, OverflowError, ZeroDivisionError):
        return None
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def _blank(size: tuple[int, int]) -> Image:
    from PIL import Image

    return Image.new("RGBA", size)


def _records(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a drawing: what each is, and what follows its length."""
    at = 0
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<II", data, at)
        if size < 8 or at + size > len(data):
            raise _UnknownError
        yield kind, data[at + 8 : at + size]
        at += size


class _Pen:
    """What is drawn so far, and the state in which the next record is read."""

    def __init__(self, bounds: tuple[int, int, int, int]) -> None:
        left, top, right, bottom = bounds
        self.left, self.top = left, top
        self.scale = _WIDE / (right - left)
        high = min(2 * _WIDE, max(1, round((bottom - top) * self.scale)))
        self.image = _blank((_WIDE, high))
        self.frames = {_WINDOW: (0, 0), _WINDOW_EXTENT: (1, 1), _VIEW: (0, 0), _VIEW_EXTENT: (1, 1)}
        self.brushes: dict[int, str] = {}
        self.pens: dict[int, str] = {}
        self.colour, self.pen = _STOCK[0], _STOCK_PENS[7]
        self.figures: list[Figure] = []
        self.figure: list[Point] = []
        self.points = self.filled = 0
        self.does: Mapping[int, Callable[[bytes], None]] = {
            **{each: partial(self._framed, each) for each in self.frames},
            _MOVE: self._moved,
            _LINE: self._lined,
            _SELECT: self._selected,
            _BRUSH: self._brushed,
            _PEN: partial(self._penned, 4, 16),
            _LONG_PEN: partial(self._penned, 20, 32),
            _DELETE: self._deleted,
            _BEGIN: self._begun,
            _ABORT: self._begun,
            _END: self._ended,
            _CLOSE: self._ended,
            _FILL: self._painted,
            _STROKE: self._stroked,
            _FILL_STROKE: self._both,
            _CURVES: self._curved,
            _LINES: self._lines,
            _POLYGON: self._polygon,
            _POLYGONS: self._polygons,
        }

    def over(self, data: bytes) -> Image:
        """The picture of all records. Raises _UnknownError where one of them is not read."""
        for kind, body in _records(data):
            if kind in self.does:
                self.does[kind](body)
            elif kind == _COMMENT:
                # Newer programs put their own drawing there, in place of these records.
                if body[4:8] == b"EMF+":
                    raise _UnknownError
            elif kind != _HEADER and kind not in _QUIET:
                raise _UnknownError
        return self.image

    def _at(self, x: int, y: int) -> Point:
        """A point of the drawing in the picture."""
        self.points += 1
        if self.points > _MOST:
            raise _UnknownError
        (wx, wy), (ww, wh) = self.frames[_WINDOW], self.frames[_WINDOW_EXTENT]
        (vx, vy), (vw, vh) = self.frames[_VIEW], self.frames[_VIEW_EXTENT]
        seen_x, seen_y = (x - wx) * vw / ww + vx, (y - wy) * vh / wh + vy
        return (seen_x - self.left) * self.scale, (seen_y - self.top) * self.scale

    def _framed(self, kind: int, body: bytes) -> None:
        x, y = struct.unpack_from("<ii", body)
        self.frames[kind] = x, y

    def _moved(self, body: bytes) -> None:
        self._ended(b"")
        self.figure = [self._at(*struct.unpack_from("<ii", body))]

    def _lined(self, body: bytes) -> None:
        self.figure.append(self._at(*struct.unpack_from("<ii", body)))

    def _selected(self, body: bytes) -> None:
        (number,) = struct.unpack_from("<I", body)
        known = number & _OF_STOCK
        at = number & 0xFF if known else number
        self.colour = (_STOCK if known else self.brushes).get(at, self.colour)
        self.pen = (_STOCK_PENS if known else self.pens).get(at, self.pen)

    def _brushed(self, body: bytes) -> None:
        number, style, colour = struct.unpack_from("<III", body)
        self._made(self.brushes, number, "" if style == 1 else _hex(colour))

    def _penned(self, style_at: int, colour_at: int, body: bytes) -> None:
        """A pen, whose style and colour stand at these bytes ([MS-EMF] 2.3.7.7, 2.3.7.9)."""
        number, style, colour = (
            struct.unpack_from("<I", body, at)[0] for at in (0, style_at, colour_at)
        )
        self._made(self.pens, number, "" if style & 0xF == _NO_PEN else _hex(colour))

    def _made(self, kept: dict[int, str], number: int, colour: str) -> None:
        self._forgotten(number)
        kept[number] = colour

    def _deleted(self, body: bytes) -> None:
        self._forgotten(struct.unpack_from("<I", body)[0])

    def _forgotten(self, number: int) -> None:
        self.brushes.pop(number, None)
        self.pens.pop(number, None)

    def _begun(self, body: bytes) -> None:
        self.figures, self.figure = [], []

    def _ended(self, body: bytes) -> None:
        if len(self.figure) > 2:
            self.figures.append(tuple(self.figure))
        self.figure = []

    def _few(self, body: bytes) -> list[Point]:
        """The points of a record that has them in 16 bits each."""
        (count,) = struct.unpack_from("<I", body, 16)
        return self._shorts(body, 20, count)

    def _shorts(self, body: bytes, at: int, count: int) -> list[Point]:
        if count > _MOST:
            raise _UnknownError
        flat = struct.unpack_from(f"<{2 * count}h", body, at)
        return [self._at(x, y) for x, y in zip(flat[::2], flat[1::2], strict=True)]

    def _curved(self, body: bytes) -> None:
        points = self._few(body)
        for one, two, end in zip(points[::3], points[1::3], points[2::3], strict=False):
            if not self.figure:
                raise _UnknownError
            start = self.figure[-1]
            self.figure += [
                _bezier(step / _CURVE, start, one, two, end) for step in range(1, _CURVE + 1)
            ]

    def _lines(self, body: bytes) -> None:
        self.figure += self._few(body)

    def _polygon(self, body: bytes) -> None:
        self._lay([tuple(self._few(body))])

    def _polygons(self, body: bytes) -> None:
        count, _ = struct.unpack_from("<II", body, 16)
        if count > _FIGURES:
            raise _UnknownError
        at = 24 + 4 * count
        figures = []
        for each in struct.unpack_from(f"<{count}I", body, 24):
            figures.append(tuple(self._shorts(body, at, each)))
            at += 4 * each
        self._lay(figures)

    def _painted(self, body: bytes) -> None:
        self._lay(self.figures)
        self._begun(body)

    def _stroked(self, body: bytes) -> None:
        self._outline()
        self._begun(body)

    def _both(self, body: bytes) -> None:
        self._lay(self.figures)
        self._stroked(body)

    def _outline(self) -> None:
        """Draw the figures as lines with the pen: as hairlines, which show where they are."""
        from PIL import ImageDraw

        if self.pen:
            for figure in self.figures:
                ImageDraw.Draw(self.image).line(figure, fill=f"#{self.pen}")

    def _lay(self, figures: Sequence[Figure]) -> None:
        """Fill figures with the brush: what lies in an odd number of them."""
        from PIL import Image, ImageChops, ImageDraw

        self.filled += len(figures)
        if self.filled > _FIGURES:
            raise _UnknownError
        if not self.colour:
            return
        mask = Image.new("1", self.image.size)
        for figure in figures:
            if len(figure) < 3:
                continue
            left, top = (max(0, int(min(axis))) for axis in zip(*figure, strict=True))
            right, bottom = (int(max(axis)) + 1 for axis in zip(*figure, strict=True))
            box = left, top, min(right, mask.width), min(bottom, mask.height)
            if box[2] <= left or box[3] <= top:
                continue
            piece = Image.new("1", (box[2] - left, box[3] - top))
            moved = [(x - left, y - top) for x, y in figure]
            ImageDraw.Draw(piece).polygon(moved, fill=1)
            mask.paste(ImageChops.logical_xor(mask.crop(box), piece), box)
        self.image.paste(f"#{self.colour}", (0, 0), mask.convert("L"))


def _hex(colour: int) -> str:
    """Six hex digits of a COLORREF: red in the lowest byte ([MS-WMF] 2.2.1.6)."""
    return f"{colour & 0xFF:02X}{colour >> 8 & 0xFF:02X}{colour >> 16 & 0xFF:02X}"


def _bezier(t: float, start: Point, one: Point, two: Point, end: Point) -> Point:
    """The point of a curve at `t`, from 0 to 1."""
    s = 1 - t
    shares = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    points = (start, one, two, end)
    return (
        sum(share * each[0] for share, each in zip(shares, points, strict=True)),
        sum(share * each[1] for share, each in zip(shares, points, strict=True)),
    )
