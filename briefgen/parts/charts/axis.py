"""Turn the values of a chart into the axis that an application finds for them by itself.

No end of an axis is written but zero: with a fixed end, a value that somebody changes is cut off,
and the chart lies. What is written is the distance of its marks (c:majorUnit, ECMA-376 Part 1,
21.2.2.103). From it PowerPoint takes as the far end the first mark at or beyond the greatest value
and a twentieth of what the values span (Microsoft Support, “How chart axis limits are determined”);
LibreOffice does the same, of what the axis spans. Marks are chosen so that both end at the same
one. Where lines do not have to stand on zero, both begin there unless the least value is more than
five sixths of the greatest; then half of the span below the least.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache

from briefgen.facts.numerals import tidy
from briefgen.record import Record

# The shares of the span that are kept beyond the values, by either application and with a reserve.
_LEAST, _MOST = Decimal("0.045"), Decimal("0.055")
# The most steps of an axis whose marks are shown.
_STEPS = 8
_ZERO, _ONE = Decimal(0), Decimal(1)
# How far marks stand apart: from a tenth of the span up to all of it, and some beyond.
_SHARES = tuple([Decimal(n) / 200 for n in (*range(20, 200, 3), *range(200, 1001, 50))])


class Axis(Record):
    """An axis from `low` to `high` with a mark at each multiple of `major`."""

    low: Decimal
    high: Decimal
    major: Decimal

    @property
    def ticks(self) -> tuple[Decimal, ...]:
        """The values at its marks."""
        first, last = int(self.low / self.major), int(self.high / self.major)
        return tuple(tidy(self.major * n) for n in range(first, last + 1))


def lifted(numbers: Sequence[Decimal]) -> bool:
    """Whether a line of these values begins above zero in an application: from zero it would be
    almost level."""
    least, most = min(numbers), max(numbers)
    return 0 < least < most and 6 * (most - least) <= most


def automatic(numbers: Sequence[Decimal], major: Decimal, grounded: bool) -> Axis:
    """The axis of the values with marks so far apart; `grounded` ones hold zero whatever there
    is."""
    return _axis(numbers, major, grounded, _MOST)


def unmarked(
    numbers: Sequence[Decimal],
    grounded: bool,
    before: Decimal = _ZERO,
    after: Decimal = _ZERO,
) -> Axis:
    """The axis that wastes least, where its marks are not shown and may stand anywhere.

    `before` and `after` are the shares of it that have to be free below negative values, and above
    all.
    """
    return _unmarked(tuple(numbers), grounded, before, after)


@lru_cache(maxsize=256)
def _unmarked(
    numbers: tuple[Decimal, ...], grounded: bool, before: Decimal, after: Decimal
) -> Axis:
    best: Axis | None = None
    least, most, whole = min(numbers), max(numbers), _span(numbers, grounded)
    for share in _SHARES:
        axis = automatic(numbers, _distance(whole, share), grounded)
        span = axis.high - axis.low
        if best is not None and span >= best.high - best.low:
            continue
        free = least >= 0 or (least - axis.low) >= before * span
        if free and (axis.high - most) >= after * span and _agreed(numbers, axis, grounded):
            best = axis
    # The coarsest marks leave more room than any label asks for.
    return best or automatic(numbers, _distance(whole, _ONE), grounded)


def marked(numbers: Sequence[Decimal], grounded: bool) -> Axis:
    """The axis with about five steps of 1, 2 or 5; where applications agree on it, if they do on
    any of at most eight."""
    power = Decimal(1).scaleb((_span(numbers, grounded) / 4).adjusted() - 1)
    majors = [power * n for n in (5, 10, 20, 50, 100)]
    every = [automatic(numbers, major, grounded) for major in majors]

    def steps(axis: Axis) -> Decimal:
        return (axis.high - axis.low) / axis.major

    fit = [axis for axis in every if _agreed(numbers, axis, grounded)]
    return min([a for a in fit if steps(a) <= _STEPS] or every, key=lambda a: abs(steps(a) - 5))


def _axis(numbers: Sequence[Decimal], major: Decimal, grounded: bool, share: Decimal) -> Axis:
    least, most = min(numbers), max(numbers)
    if grounded or not lifted(numbers):
        least, most = min(least, _ZERO), max(most, _ZERO)
    span = most - least
    low = _ZERO if least == 0 else _multiple(least - share * span, major, ROUND_FLOOR)
    high = _ZERO if most <= 0 else most
    if least > 0:
        low = _multiple(least - span / 2, major, ROUND_FLOOR)
        span = most - low if share == _MOST else span
    if most > 0:
        high = _multiple(most + share * span, major, ROUND_CEILING)
    if low == high:
        high = low + major
    return Axis(tidy(low), tidy(high), tidy(major))


def _agreed(numbers: Sequence[Decimal], axis: Axis, grounded: bool) -> bool:
    """Whether every application ends at the same marks: whether it adds its share of what the
    values span, with zero or without, or of what the axis does."""
    least, most, major = min(numbers), max(numbers), axis.major
    if _axis(numbers, major, grounded, _LEAST) != axis:
        return False
    near, far = _LEAST * (most - least), _MOST * (axis.high - axis.low)
    if most > 0 and {_multiple(most + n, major, ROUND_CEILING) for n in (near, far)} != {axis.high}:
        return False
    lows = {_multiple(least - n, major, ROUND_FLOOR) for n in (near, far)}
    return least >= 0 or lows == {axis.low}


def _multiple(value: Decimal, major: Decimal, rounding: str) -> Decimal:
    return (value / major).to_integral_value(rounding) * major


def _span(numbers: Sequence[Decimal], grounded: bool) -> Decimal:
    """What the values span, with zero where that is on their axis."""
    least, most = min(numbers), max(numbers)
    if grounded or not lifted(numbers):
        least, most = min(least, _ZERO), max(most, _ZERO)
    return most - least or _ONE


def _distance(span: Decimal, share: Decimal) -> Decimal:
    """A share of the span in three digits."""
    wanted = span * share
    return wanted.quantize(Decimal(1).scaleb(wanted.adjusted() - 2), ROUND_CEILING)
