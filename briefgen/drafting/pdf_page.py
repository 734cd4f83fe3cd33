"""Turn a page of a PDF into what stands on it: runs of text, rules and pictures, by place.

Places are in points from the upper left corner of the page as it is shown. Characters come from
PDFium in the order in which they were drawn; text that is turned against the page (a stamp along
the margin, a watermark) is left out.
"""

from __future__ import annotations

import ctypes
import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any

from briefgen.record import Record, State, field

# A gap of so many ems parts two runs; characters whose lines differ by more than this do too.
_GAP, _LIFT = 1.25, 0.5
# Between two Latin letters a gap of so many ems is a space that was not written.
_SPACE = 0.16
_THIN = 2.5
_BOLD = 600


class Run(Record):
    """Characters of one line that stand together."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        return (self.y0 + self.y1) / 2


class Line(Record):
    """A drawn line; it lies or stands."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def lies(self) -> bool:
        return abs(self.x1 - self.x0) >= abs(self.y1 - self.y0)


class Figure(Record):
    """A picture on a page: its place, and which object of the page it is."""

    x0: float
    y0: float
    x1: float
    y1: float
    data: bytes
    ending: str


class Page(Record, kw_only=True):
    """What stands on a page, and its size in points."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    lines: tuple[Line, ...]
    figures: tuple[Figure, ...]


_Turn = Callable[[float, float], tuple[float, float]]


def read_page(page: Any, number: int, pictures: bool) -> Page:
    """What stands on a page of a document that PDFium has open; pictures only where asked for."""
    import pypdfium2.raw as raw

    left, bottom, right, top = page.get_cropbox()
    across, down = right - left, top - bottom
    # Below zero where it is damaged.
    rotation = 90 * max(raw.FPDFPage_GetRotation(page.raw), 0)
    turns: dict[int, _Turn] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    turn = turns.get(rotation, turns[0])
    width, height = (across, down) if rotation in (0, 180) else (down, across)
    runs = _merged([*_runs(page, turn, rotation)])
    return Page(
        number=number,
        width=width,
        height=height,
        runs=tuple(runs),
        lines=tuple(_lines(page, turn)),
        figures=tuple(_figures(page, turn, width * height)) if pictures else (),
    )


def _runs(page: Any, turn: _Turn, rotation: int) -> Iterator[Run]:
    import pypdfium2.raw as raw

    kept = page.get_textpage()
    text, rect = kept.raw, raw.FS_RECTF()
    wanted = math.radians(rotation)
    said = _Said()
    for at in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, at)
        if code in (0xFFFE, 2):
            # A hyphen at the end of a line that PDFium has taken away.
            code = 0x2D
        if code < 32 or 0x7F <= code < 0xA0:
            yield from said.done()
            continue
        character = chr(code)
        if character.isspace():
            said.space()
            continue
        angle = (raw.FPDFText_GetCharAngle(text, at) - wanted) % (2 * math.pi)
        if 0.1 < angle < 2 * math.pi - 0.1:
            continue
        raw.FPDFText_GetLooseCharBox(text, at, rect)
        (x0, y0), (x1, y1) = turn(rect.left, rect.top), turn(rect.right, rect.bottom)
        box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
        high = box[3] - box[1] or raw.FPDFText_GetFontSize(text, at) or 1.0
        if not all(map(math.isfinite, (*box, high))):
            continue  # of a damaged matrix
        if not said.goes_on(box, high):
            yield from said.done()
        if not said.words:
            said.size = high
            said.bold = raw.FPDFText_GetFontWeight(text, at) >= _BOLD or _named_bold(raw, text, at)
        said.add(character, box)
    yield from said.done()


class _Said(State):
    """The characters of a run while it goes on."""

    words: list[str] = field(default_factory=list)
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    size: float = 0.0
    bold: bool = False

    def goes_on(self, box: tuple[float, float, float, float], high: float) -> bool:
        """Whether a character stands in the line, and behind what is there."""
        if not self.words:
            return True
        apart = box[0] - self.box[2] > _GAP * high or box[0] < self.box[2] - high
        lifted = abs((box[1] + box[3]) - (self.box[1] + self.box[3])) / 2 > _LIFT * high
        return not (apart or lifted or abs(high - self.size) > 0.25 * self.size)

    def space(self) -> None:
        if self.words and self.words[-1] != " ":
            self.words.append(" ")

    def add(self, character: str, box: tuple[float, float, float, float]) -> None:
        if self.words:
            last = self.words[-1]
            latin = last.isascii() and last.isalnum() and character.isascii()
            if latin and character.isalnum() and box[0] - self.box[2] > _SPACE * self.size:
                self.words.append(" ")
            box = (
                min(self.box[0], box[0]),
                min(self.box[1], box[1]),
                max(self.box[2], box[2]),
                max(self.box[3], box[3]),
            )
        self.words.append(character)
        self.box = box

    def done(self) -> Iterator[Run]:
        """The run, if there is one; then another begins."""
        if self.words:
            yield Run("".join(self.words), *self.box, self.size, self.bold)
            self.words = []


def _named_bold(raw: Any, text: Any, at: int) -> bool:
    """Whether the name of a character's font says that it is bold."""
    flags = ctypes.c_int()
    room = ctypes.create_string_buffer(96)
    raw.FPDFText_GetFontInfo(text, at, room, 96, flags)
    called = room.value.decode("utf-8", "replace").lower()
    return any(word in called for word in ("bold", "black", "heavy", "simhei", "黑体"))


def _merged(runs: list[Run]) -> list[Run]:
    """The runs of one line that stand together, but were not drawn one after the other, as one."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda each: each.middle):
        text = run.text.strip()
        if not text:
            continue
        for row in reversed(rows[-6:]):
            first = row[0]
            shared = min(first.y1, run.y1) - max(first.y0, run.y0)
            if shared > 0.55 * min(first.y1 - first.y0, run.y1 - run.y0):
                row.append(run)
                break
        else:
            rows.append([run])
    made: list[Run] = []
    for row in rows:
        last: Run | None = None
        for run in sorted(row, key=lambda each: each.x0):
            if last and run.x0 - last.x1 < 0.7 * max(last.size, run.size):
                last = _joined(last, run)
            else:
                if last:
                    made.append(last)
                last = run
        if last:
            made.append(last)
    return made


def _joined(left: Run, right: Run) -> Run:
    gap = right.x0 - left.x1
    apart = gap > _SPACE * left.size and left.text[-1:].isascii() and right.text[:1].isascii()
    larger = left if left.size >= right.size else right
    return Run(
        left.text + (" " if apart and not left.text.endswith(" ") else "") + right.text,
        min(left.x0, right.x0),
        min(left.y0, right.y0),
        max(left.x1, right.x1),
        max(left.y1, right.y1),
        larger.size,
        left.bold if len(left.text) >= len(right.text) else right.bold,
    )


def _lines(page: Any, turn: _Turn) -> Iterator[Line]:
    """The straight lines of a page: drawn ones, thin filled boxes, the edges of others."""
    import pypdfium2.raw as raw

    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        count = raw.FPDFPath_CountSegments(item.raw)
        if count > 400:
            continue
        try:
            matrix = item.get_matrix()
        except RuntimeError:
            continue
        x, y = ctypes.c_float(), ctypes.c_float()
        points: list[tuple[float, float]] = []
        for at in range(count):
            segment = raw.FPDFPath_GetPathSegment(item.raw, at)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            kind = raw.FPDFPathSegment_GetType(segment)
            place = turn(*matrix.on_point(x.value, y.value))
            if kind == raw.FPDF_SEGMENT_MOVETO:
                yield from _straight(points)
                points = [place]
            else:
                points.append(place)
                if raw.FPDFPathSegment_GetClose(segment) and len(points) > 2:
                    points.append(points[0])
        yield from _straight(points)


def _straight(points: Sequence[tuple[float, float]]) -> Iterator[Line]:
    """The lines between points; a thin closed box is one line along its middle."""
    if len(points) < 2 or not all(map(math.isfinite, itertools.chain(*points))):
        return
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    if len(points) > 3 and min(wide, high) <= _THIN and max(wide, high) > 4:
        across = wide >= high
        x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        yield Line(*((min(xs), y, max(xs), y) if across else (x, min(ys), x, max(ys))))
        return
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        lies, stands = abs(y1 - y0) < 1, abs(x1 - x0) < 1
        if lies != stands and max(abs(x1 - x0), abs(y1 - y0)) > 4:
            yield Line(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


# Pictures smaller than this share of a page are marks, larger than that are the page's ground.
_SMALLEST, _LARGEST = 0.008, 0.85


def _figures(page: Any, turn: _Turn, area: float) -> Iterator[Figure]:
    import pypdfium2.raw as raw

    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        try:
            left, bottom, right, top = item.get_bounds()
        except RuntimeError:
            continue
        x0, y0 = turn(left, top)
        x1, y1 = turn(right, bottom)
        x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        share = (x1 - x0) * (y1 - y0) / area if area else 0
        if not _SMALLEST < share < _LARGEST:
            continue
        try:
            image = item.get_bitmap(render=False).to_pil()
        except (RuntimeError, ValueError, AssertionError, MemoryError):
            continue
        out = BytesIO()
        image.convert("RGB").save(out, "PNG")
        yield Figure(x0, y0, x1, y1, out.getvalue(), "png")
