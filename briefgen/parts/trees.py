"""Turn a tree into places for its boxes, and the lines that lead to them, from above.

Units that have none below them stand side by side while that leaves them wide enough; else below
each other under the one above them, beside a line that leads down.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.geometry import Rect, pt
from briefgen.record import Record

# Boxes are as wide as there is room, between these; as high as there is, up to this.
_NARROW, _BROAD, _HIGH, _STACKED = pt(104), pt(200), pt(80), pt(36)
# Trees of so few columns have larger boxes.
_FEW, _FEW_BROAD, _FEW_HIGH = 4, pt(280), pt(120)
# What stands above all may be wider than the others.
_TOP = pt(220)
# Between boxes side by side, above each other in the tree, and below each other in a stack.
_GAP, _RISE, _CLOSE = pt(16), pt(30), pt(8)
# How far boxes of a stack stand right of the line that leads to them; the most in one.
_INDENT, _DEEP = pt(18), 6

Line = tuple[int, int, int, int]


class Branch(Record):
    """A unit of a tree, by those below it."""

    below: tuple[Branch, ...] = ()

    @property
    def count(self) -> int:
        """How many units there are, this one included."""
        return 1 + sum(each.count for each in self.below)

    @property
    def flat(self) -> bool:
        """Whether no unit below it has any below itself."""
        return bool(self.below) and not any(each.below for each in self.below)


class Placed(Record):
    """Where a unit stands, its level from 0, and the lines that lead to it (x1, y1, x2, y2)."""

    rect: Rect
    level: int
    lines: tuple[Line, ...] = ()


class _Form(Record):
    """How a tree is laid out in `area`: with `stacks` or without, in boxes so wide and high."""

    area: Rect
    stacks: bool
    wide: int
    high: int
    low: int


def placed(tree: Branch, area: Rect) -> tuple[Placed, ...]:
    """The places of all units, each before those below it (EMU), in the middle of `area`."""
    count = _columns(tree, False)
    stacks = (area.w + _GAP) // count - _GAP < _NARROW
    count = _columns(tree, stacks)
    few = count <= _FEW and not stacks
    wide = min(_FEW_BROAD if few else _BROAD, (area.w + _GAP) // count - _GAP)
    levels, stack = _depth(tree, stacks)
    room = area.h - (levels - 1) * _RISE
    if stack:
        low = min(_STACKED, (room - levels * _STACKED) // stack - _CLOSE)
        high = min(_HIGH, (room - stack * (low + _CLOSE)) // levels)
        # The first of a stack stands as far below as a level does.
        high = min(high, (room - _RISE + _CLOSE - stack * (low + _CLOSE)) // levels)
    else:
        low, high = 0, min(_FEW_HIGH if few else _HIGH, room // levels)
    form = _Form(area=area, stacks=stacks, wide=wide, high=high, low=low)
    span = count * (wide + _GAP) - _GAP
    tall = levels * high + (levels - 1) * _RISE
    tall += _RISE - _CLOSE + stack * (low + _CLOSE) if stack else 0
    left, top = area.x + (area.w - span) // 2, area.y + (area.h - tall) // 2
    return tuple(_walk(tree, form, left, top, 0, ()))


def _stacked(branch: Branch, stacks: bool, level: int) -> bool:
    """Whether what is below a unit stands in a stack."""
    return stacks and branch.flat and level > 0


def _columns(branch: Branch, stacks: bool, level: int = 0) -> int:
    """How many boxes stand side by side below a unit."""
    if not branch.below:
        return 1
    if _stacked(branch, stacks, level):
        return -(-len(branch.below) // _DEEP)
    return sum(_columns(each, stacks, level + 1) for each in branch.below)


def _depth(branch: Branch, stacks: bool, level: int = 0) -> tuple[int, int]:
    """How many levels of boxes there are, and how many boxes the deepest stack has below them."""
    if not branch.below:
        return level + 1, 0
    if _stacked(branch, stacks, level):
        columns = -(-len(branch.below) // _DEEP)
        return level + 1, -(-len(branch.below) // columns)
    found = [_depth(each, stacks, level + 1) for each in branch.below]
    levels = max(each for each, _ in found)
    return levels, max((deep - (levels - own) for own, deep in found), default=0)


def _walk(
    branch: Branch, form: _Form, left: int, top: int, level: int, lines: tuple[Line, ...]
) -> Iterator[Placed]:
    """A unit, over the middle of what is below it, and these from left to right."""
    span = _columns(branch, form.stacks, level) * (form.wide + _GAP) - _GAP
    wide = form.wide if level else min(span, max(form.wide, _TOP))
    rect = Rect(left + (span - wide) // 2, top, wide, form.high)
    yield Placed(rect, level, lines)
    middle, foot = rect.x + rect.w // 2, rect.bottom
    if _stacked(branch, form.stacks, level):
        yield from _stack(branch, form, left, rect, level + 1)
        return
    bus, x = foot + _RISE // 2, left
    for each in branch.below:
        wide = _columns(each, form.stacks, level + 1) * (form.wide + _GAP) - _GAP
        at = x + wide // 2
        own = ((middle, foot, middle, bus), (middle, bus, at, bus), (at, bus, at, foot + _RISE))
        straight = ((middle, foot, middle, foot + _RISE),)
        yield from _walk(each, form, x, foot + _RISE, level + 1, straight if at == middle else own)
        x += wide + _GAP


def _stack(branch: Branch, form: _Form, left: int, above: Rect, level: int) -> Iterator[Placed]:
    """Units below each other, in as many columns as they need."""
    count = len(branch.below)
    columns = -(-count // _DEEP)
    deep = -(-count // columns)
    middle, foot = above.x + above.w // 2, above.bottom
    bus = foot + _RISE // 2
    for n in range(count):
        column, row = divmod(n, deep)
        x = left + column * (form.wide + _GAP)
        y = foot + _RISE + row * (form.low + _CLOSE)
        line, at = x + pt(4), y + form.low // 2
        lead: tuple[Line, ...] = ((line, at, x + _INDENT, at),)
        if row == 0:
            lead += ((middle, foot, middle, bus), (min(line, middle), bus, max(line, middle), bus))
        start = bus if row == 0 else y - form.low // 2 - _CLOSE
        lead += ((line, start, line, at),)
        yield Placed(Rect(x + _INDENT, y, form.wide - _INDENT, form.low), level, lead)
