"""Turn pieces of known widths into the best lines, by dynamic programming over all breaks.

A text is a row of pieces, numbered from 0. `starts[i]` is where a line that begins with piece i
starts, and `ends[j]` is where one that ends before piece j ends (`ends[0]` is never used), on one
scale: a line of the pieces i to j - 1 is `ends[j] - starts[i]` wide. What is spoilt is counted in
squared ems, so that white space at a line's end and other blemishes weigh against each other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from math import inf

# A line may be left this many ems short to mend what follows; more is never worth it.
_SHORTEST = 5.0
# How much more a stretched line weighs than a squeezed one, how much more one that is squeezed as
# far as it gives; and by which share of its width a line may be too long before longer ones are not
# looked at.
_STRETCHED, _NEARLY_ALL, _BEYOND = 2.0, 5.0, 0.5


def fill(
    starts: Sequence[int],
    ends: Sequence[int],
    limit: int,
    em: int,
    penalties: Mapping[int, float],
    last: Callable[[int], float],
) -> list[int]:
    """The breaks that fill lines of width `limit` most evenly, the last line being free.

    `penalties` weigh against a break before a piece; `last(i)` against a last line that begins
    with piece i. Returns the number of the piece after each line.
    """
    count = len(starts)
    best = [inf] * (count + 1)
    came = [0] * (count + 1)
    best[0] = 0.0
    for i in range(count):
        so_far = best[i]
        if so_far == inf:
            continue
        room = starts[i] + limit
        if ends[count] <= room:
            cost = so_far + last(i)
            if cost < best[count]:
                best[count], came[count] = cost, i
            continue
        # A piece wider than the line stands alone: nothing weaker was left to split it at.
        far = max(bisect_right(ends, room, i + 1, count) - 1, i + 1)
        for j in range(far, i, -1):
            slack = (room - ends[j]) / em
            if slack > _SHORTEST and far - j > 1:
                break
            cost = so_far + slack * slack + penalties.get(j, 0.0)
            if cost < best[j]:
                best[j], came[j] = cost, i
    return _trace(came, count)


def justify(
    starts: Sequence[int],
    ends: Sequence[int],
    limit: int,
    gives: Callable[[int, int], tuple[int, int]],
    last: Callable[[int], float],
) -> list[int]:
    """The breaks at which every line but the last can be set to width `limit`; none if there are
    none.

    `gives(i, j)` is how much a line of the pieces i to j - 1 may be squeezed and stretched;
    `last(i)` weighs against a last line that begins with piece i, which may be squeezed but not
    stretched, and is none at all where that is infinite. Lines that have to be stretched weigh
    more than others, and each the more, the more of what it gives is asked of it. Returns the
    number of the piece after each line.
    """
    count = len(starts)
    best = [inf] * (count + 1)
    came = [0] * (count + 1)
    best[0] = 0.0
    for i in range(count):
        so_far = best[i]
        if so_far == inf:
            continue
        room = starts[i] + limit
        for j in range(i + 1, count + 1):
            spare = room - ends[j]
            least, most = gives(i, j)
            if spare < -least:
                # Marks at a line's end take less room, and so a longer line may be narrower.
                if spare < -_BEYOND * limit:
                    break
                continue
            cost = last(i) if j == count else 0.0
            if spare < 0:
                share = spare / least
                cost += share**2 * (1 + _NEARLY_ALL * share**4)
            elif j < count and spare > most:
                continue
            elif j < count and spare:
                cost += _STRETCHED * (spare / most) ** 2
            if so_far + cost < best[j]:
                best[j], came[j] = so_far + cost, i
    return _trace(came, count) if best[count] < inf else []


def lines_needed(starts: Sequence[int], ends: Sequence[int], limit: int) -> int:
    """The smallest number of lines of width `limit` that the pieces fit in."""
    count, i, lines = len(starts), 0, 0
    while i < count:
        i = max(bisect_right(ends, starts[i] + limit, i + 1, count + 1) - 1, i + 1)
        lines += 1
    return lines


def balance(
    starts: Sequence[int],
    ends: Sequence[int],
    limit: int,
    em: int,
    penalties: Sequence[float],
    lines: int,
) -> list[int]:
    """The breaks that make exactly `lines` lines of the most equal widths, none over `limit`.

    `penalties[j]` weighs against a break before piece j. Returns the piece after each line.
    """
    count = len(starts)
    target = (ends[count] - starts[0]) / lines
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(1, lines + 1):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for i, (so_far, path) in best.items():
            stops = (count,) if line == lines else range(i + 1, count)
            for j in stops:
                width = ends[j] - starts[i]
                if width > limit and j > i + 1:
                    break
                off = (width - target) / em
                cost = so_far + off * off + (penalties[j] if j < count else 0.0)
                if j > i and (j not in reached or cost < reached[j][0]):
                    reached[j] = (cost, (*path, j))
        best = reached
    return list(best[count][1]) if count in best else []


def _trace(came: Sequence[int], count: int) -> list[int]:
    found, at = [], count
    while at > 0:
        found.append(at)
        at = came[at]
    return found[::-1]
