"""Turn the size of a deck's slides into the canvas that they are composed on: where things stand.

A canvas is about as large as the usual one of 960 x 540 pt, whatever the size of the slides, so
that type, gaps and hairlines are in proportion to them; the finished scene is scaled to the size
itself. A narrow canvas stacks what others have side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from math import sqrt
from typing import Literal

from briefgen.geometry import Rect, Size, pt
from briefgen.record import Record

GUTTER = pt(16)
# Columns of a canvas; of these a note takes so many where a key stands beside it.
_COLUMNS, NOTED = 12, 7
# The usual canvas. Others have its area; none has a side much shorter than its height, since
# titles, bodies and feet need that.
_WIDE, _HIGH = pt(960), pt(540)
_SHORTEST = pt(530)
# Type is scaled by sixteenths, on slides that are not small by eighths where it can be, so that its
# sizes stay round.
_STEPS, _SMALL = 16, 0.75
# Slides that are as much higher than wide have one column; they are read from near, as pages are,
# and type on them is smaller by this factor. On canvases of this width notes take one line.
_UPRIGHT, _NEAR, _ONE_LINE = 1.15, 0.875, pt(800)


def column(first: int, count: int, area: Rect) -> Rect:
    """Columns `first` (from 0) to `first + count` of the twelve, as high as `area`."""
    pitch = (area.w + GUTTER) / _COLUMNS
    x = area.x + round(first * pitch)
    return Rect(x, area.y, area.x + round((first + count) * pitch) - GUTTER - x, area.h)


class Stages(Record, kw_only=True):
    """The places of cover, section and closing, which have no body.

    Of a cover: the window of panes beside the words (or above them) and at which side of its place
    it stands, the title's place, whose
    height goes by its size, how wide it is where there is no window, the rule across, what stands
    below it, and the half for a photograph. Of a section the same, and where its number stands, at
    the highest too.
    """

    window: Rect
    side: Literal["left", "right"]
    text: Rect
    alone: int
    upon: int
    rule: int
    foot: int
    end: int
    half: Rect
    section_window: Rect
    section_text: Rect
    section_half: Rect
    section_top: int
    section_topmost: int


class Canvas(Record, kw_only=True):
    """Where things stand on the slides of a deck (EMU): furniture, and the body for content, with a
    note below it or without. `size` is that of the slides, `scale` how much larger they are.

    A `narrow` canvas has one column; a note takes up to `note_lines`, a title `title_lines`.
    `progress` is at which height the small panes stand, at the right above.
    """

    size: Size
    width: int
    height: int
    margin: int
    narrow: bool
    title_lines: int
    note_lines: int
    progress: int
    track: Rect
    title: Rect
    body: Rect
    noted: Rect
    note: Rect
    footer: Rect
    date: Rect
    number: Rect
    stages: Stages
    # How much larger the slides of a template are, where that is not said by their widths.
    factor: float = 0

    @property
    def scale(self) -> float:
        return self.factor or self.size.width / self.width

    def over(self, note: bool) -> Rect:
        """The body of a slide with a `note` or without one, for what has a ground of its own: that
        ends well above the note."""
        return self.noted.inset(0, 0, 0, pt(6)) if note else self.body

    def beside(self, area: Rect, *shares: int, heights: Sequence[int] = ()) -> tuple[Rect, ...]:
        """Parts of an area that take so many of its twelve columns each; on a narrow canvas one
        below the other, in shares of the height (the same, unless `heights` are given)."""
        if not self.narrow:
            starts = accumulate(shares, initial=0)
            return tuple(column(first, n, area) for first, n in zip(starts, shares, strict=False))
        shares = tuple(heights) or shares
        room = area.h - (len(shares) - 1) * GUTTER
        ends = [room * each // sum(shares) for each in accumulate(shares, initial=0)]
        return tuple(
            Rect(area.x, area.y + start + n * GUTTER, area.w, end - start)
            for n, (start, end) in enumerate(pairwise(ends))
        )

    def equal(self, area: Rect, count: int, gap: int) -> tuple[Rect, ...]:
        """Parts of one size: columns, on a narrow canvas rows."""
        return area.rows(count, gap) if self.narrow else area.columns(count, gap)

    @property
    def beside_key(self) -> Rect:
        """The place of a note that leaves room for a key."""
        return column(0, NOTED, self.note)

    @property
    def key(self) -> Rect:
        """The place of a key, beside such a note."""
        return column(NOTED, _COLUMNS - NOTED, self.note)

    @property
    def guides(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The edges of the columns, and the lines on which titles, bodies and the foot begin and
        end."""
        columns = [column(n, 1, self.body) for n in range(_COLUMNS)]
        across = tuple(edge for each in columns for edge in (each.x, each.right))
        down = (self.title.y, self.body.y, self.noted.bottom, self.body.bottom, self.footer.y)
        return across, down


@lru_cache(maxsize=16)
def canvas_of(size: Size) -> Canvas:
    """The canvas on which slides of a size are composed."""
    scale = scale_of(size)
    w, h = round(size.width / scale), round(size.height / scale)
    narrow = _is_upright(size)
    margin = pt(40) if narrow else pt(48)
    inner = w - 2 * margin
    named = inner if narrow else min(pt(720), inner - pt(140))
    title_lines, note_lines = (3 if narrow else 2), (1 if w >= _ONE_LINE else 2)
    # The small panes stand beside the section's name, or where it takes all of the width above it.
    line = pt(40 if narrow else 22)
    title = Rect(margin, line + pt(21), inner, pt(112 if narrow else 78))
    top = title.bottom + pt(1)
    note = Rect(margin, h - pt(74) - (note_lines - 1) * pt(16), inner, note_lines * pt(16) + pt(4))
    foot, high, dated = h - pt(38), pt(20), pt(128 if narrow else 144)
    number = Rect(w - margin - pt(48), foot, pt(48), high)
    date = Rect(number.x - GUTTER - dated, foot, dated, high)
    return Canvas(
        size=size,
        width=w,
        height=h,
        margin=margin,
        narrow=narrow,
        title_lines=title_lines,
        note_lines=note_lines,
        progress=line - pt(26 if narrow else 4),
        track=Rect(margin, line - pt(6), named, pt(27)),
        title=title,
        body=Rect(margin, top, inner, h - pt(54) - top),
        noted=Rect(margin, top, inner, note.y - pt(8) - top),
        note=note,
        footer=Rect(margin, foot, date.x - GUTTER - margin, high),
        date=date,
        number=number,
        stages=_upright(w, h, margin) if narrow else _across(w, h, margin),
    )


def _is_upright(size: Size) -> bool:
    return size.height > _UPRIGHT * size.width


def scale_of(size: Size) -> float:
    """How much larger slides are than their canvas."""
    wanted = sqrt(size.width * size.height / (_WIDE * _HIGH)) * (_NEAR if _is_upright(size) else 1)
    count = round(wanted * _STEPS) if wanted < _SMALL else 2 * round(wanted * _STEPS / 2)
    while count > 1 and min(size.width, size.height) * _STEPS < _SHORTEST * count:
        count -= 1
    return count / _STEPS


def _across(w: int, h: int, margin: int) -> Stages:
    """Words at the left of a window, or at its right."""
    inner, foot = w - 2 * margin, h - pt(150)
    text = inner * 476 // 864
    x, top = margin + text + GUTTER, pt(102) * h // _HIGH
    area = Rect(margin, 0, inner, h)
    return Stages(
        window=Rect(x, top, w - margin - x, h - pt(192) - top),
        side="right",
        text=Rect(margin, pt(112) * h // _HIGH, text, pt(96)),
        alone=inner,
        upon=min(pt(576), inner),
        rule=h - pt(158),
        foot=foot,
        end=h - pt(36),
        half=Rect(x, 0, w - x, h),
        section_window=Rect(margin, pt(78), inner * 245 // 864, h - pt(172)),
        section_text=column(4, 8, area),
        section_half=Rect(0, 0, inner * 254 // 864 + margin, h),
        section_top=pt(76) * h // _HIGH,
        section_topmost=pt(20),
    )


def _upright(w: int, h: int, margin: int) -> Stages:
    """Words below a window."""
    inner, half = w - 2 * margin, h * 38 // 100
    text = Rect(margin, half + pt(44), inner, pt(96))
    low = h * 30 // 100
    return Stages(
        window=Rect(margin, pt(56), inner, half - pt(56)),
        side="left",
        text=text,
        alone=inner,
        upon=inner,
        rule=h - pt(158),
        foot=h - pt(150),
        end=h - pt(36),
        half=Rect(0, 0, w, half),
        section_window=Rect(margin, pt(56), inner, low - pt(56)),
        section_text=Rect(margin, 0, inner, h),
        section_half=Rect(0, 0, w, low),
        section_top=low + pt(20),
        section_topmost=low + pt(20),
    )


WIDE = canvas_of(Size())
