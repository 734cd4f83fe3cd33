"""Turn the heights that labels want into heights at which they do not stand on each other."""

from __future__ import annotations

from collections.abc import Sequence


def kept_apart(wanted: Sequence[int], apart: int, top: int, bottom: int) -> list[int]:
    """Places as near those wanted as can be that are `apart` from each other, half of that from
    `top` and `bottom`, and in the same order.

    Labels that come too near each other share their distance (isotonic regression: what is
    fitted, without falling, is how far each is below those above it stacked tightly).
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    pools: list[tuple[int, int]] = []
    for rank, index in enumerate(order):
        total, count = wanted[index] - rank * apart, 1
        while pools and pools[-1][0] * count >= total * pools[-1][1]:
            before, many = pools.pop()
            total, count = total + before, count + many
        pools.append((total, count))
    slack = [total // count for total, count in pools for _ in range(count)]
    last = bottom - apart // 2 - (len(wanted) - 1) * apart
    placed = [0] * len(wanted)
    for rank, index in enumerate(order):
        placed[index] = max(top + apart // 2, min(slack[rank], last)) + rank * apart
    return placed
