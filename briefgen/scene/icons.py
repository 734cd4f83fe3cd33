"""Turn an icon's name into a stroked shape: the same path in the deck and on the printed page.

The path data is Lucide's (assets/icons), in a square of 24 units, y downwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import get_args

from briefgen.colours import Token
from briefgen.geometry import Rect
from briefgen.machine.assets import icon_paths
from briefgen.patterns import pattern
from briefgen.scene.items import Move, Op, Shape, Stroke
from briefgen.scene.names import Name

_UNITS = 24
# Lucide draws lines of 2 units; a little less goes better with text beside it.
_LINE = 1.75
_OPS: Mapping[str, Op] = {op: op for op in get_args(Op)}
_STEP = pattern(r"([MLCZ])([^MLCZ]*)")


def icon(name: str, rect: Rect, colour: Token, label: Name | None = None) -> Shape:
    """The icon `name` (one that exists) in `rect`, a square; `label` names the shape.

    It is decoration: what it stands for is said in words beside it.
    """
    scale = rect.w / _UNITS
    path = tuple(
        Move(op, tuple((rect.x + round(x * scale), rect.y + round(y * scale)) for x, y in points))
        for op, points in _steps(name)
    )
    stroke = Stroke(colour, round(_LINE * scale), round=True)
    return Shape(label or Name("icon", of=name), rect, path=path, stroke=stroke)


@cache
def _steps(name: str) -> tuple[tuple[Op, tuple[tuple[float, float], ...]], ...]:
    """The steps of an icon's path, in its own units."""
    steps = []
    for op, numbers in _STEP.findall(icon_paths()[name]):
        values = [float(number) for number in numbers.split()]
        steps.append((_OPS[op], tuple(zip(values[::2], values[1::2], strict=True))))
    return tuple(steps)
