"""Turn what rows of a table need into how high they are, where there is more room."""

from __future__ import annotations

from collections.abc import Sequence

# How many times as high as they need to be rows become where there is room.
_MOST_SPARE = 3


def shared_out(least: Sequence[int], room: int, another: bool, tallest_of_all: int) -> list[int]:
    """The heights of rows that need at least so much each, where they have so much together: as
    even as they can be, and all of the room, up to _MOST_SPARE times what they need; but for the
    room of `another` row. None becomes higher than the `tallest_of_all`, if that is not 0."""
    head, body = least[0], list(least[1:])
    tallest = max(body, default=0)
    even = [tallest] * len(body)
    heights = even if head + sum(even) <= room else body
    spare = room - head - sum(heights) - (tallest if another else 0)
    if spare <= 0 or not heights:
        return [head, *heights]
    share = spare // (len(heights) + another)
    bound = tallest_of_all or room
    return [head, *(max(h, min(h + share, h * _MOST_SPARE, bound)) for h in heights)]
