"""Turn a theme's motif into vector shapes for its covers.

Each motif fills the lower part of a rectangle, in colours that stay quiet on `primary-dark`.
"""

from __future__ import annotations

from collections.abc import Callable

from briefgen.colours import Fill
from briefgen.geometry import Rect, pt
from briefgen.scene.items import Move, Op, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.theme.model import Motif

# A wok-ear gable wall (镬耳山墙), the outline of old Lingnan houses, in a unit square, y upwards.
_GABLE: tuple[tuple[Op, tuple[tuple[float, float], ...]], ...] = (
    ("M", ((0.0, 0.0),)),
    ("L", ((0.0, 0.46),)),
    ("C", ((0.10, 0.46), (0.19, 0.52), (0.19, 0.64))),
    ("C", ((0.19, 0.86), (0.32, 1.0), (0.5, 1.0))),
    ("C", ((0.68, 1.0), (0.81, 0.86), (0.81, 0.64))),
    ("C", ((0.81, 0.52), (0.90, 0.46), (1.0, 0.46))),
    ("L", ((1.0, 0.0),)),
)


def _gable(name: Name, area: Rect, fill: Fill, stroke: Stroke | None, closed: bool = True) -> Shape:
    steps = [
        Move(
            op,
            tuple((area.x + round(x * area.w), area.bottom - round(y * area.h)) for x, y in points),
        )
        for op, points in _GABLE
    ]
    if closed:
        steps.append(Move("Z"))
    return Shape(name, area, path=tuple(steps), fill=fill, stroke=stroke)


def gables(area: Rect) -> tuple[Shape, ...]:
    """A row of wok-ear gables along the right of `area`'s foot, larger towards its edge."""
    shapes = []
    area = Rect(area.x + area.w * 9 // 20, area.y, area.w - area.w * 9 // 20, area.h)
    edge = area.x
    for number, (share, height) in enumerate(
        ((0.16, 0.42), (0.21, 0.60), (0.27, 0.80), (0.36, 1.0))
    ):
        width, tall = round(area.w * share), round(area.h * height)
        outer = Rect(edge, area.bottom - tall, width, tall)
        rim = pt(9)
        inner = Rect(outer.x + rim, outer.y + rim, outer.w - 2 * rim, outer.h - rim)
        shapes.append(_gable(Name("gable", number + 1), outer, "primary", None))
        shapes.append(
            _gable(
                Name("gable-line", number + 1), inner, "", Stroke("accent", pt(1.25)), closed=False
            )
        )
        edge += width
    return tuple(shapes)


def waves(area: Rect) -> tuple[Shape, ...]:
    """A river along the foot of `area`, and lines of light on it."""
    area = Rect(area.x, area.bottom - area.h * 5 // 8, area.w, area.h * 5 // 8)

    def band(name: Name, crest: float, swing: float, fill: Fill, stroke: Stroke | None) -> Shape:
        x, w = area.x, area.w
        top, dip = area.bottom - round(area.h * crest), round(area.h * swing)
        path = [
            Move("M", ((x, top),)),
            Move("C", ((x + w // 6, top - dip), (x + w // 3, top - dip), (x + w // 2, top))),
            Move(
                "C", ((x + 2 * w // 3, top + dip), (x + 5 * w // 6, top + dip), (x + w, top - dip))
            ),
        ]
        if fill:
            path += [
                Move("L", ((x + w, area.bottom),)),
                Move("L", ((x, area.bottom),)),
                Move("Z"),
            ]
        rect = Rect(x, top - dip, w, area.bottom - top + dip)
        return Shape(name, rect, path=tuple(path), fill=fill, stroke=stroke)

    return (
        band(Name("water", 1), 0.55, 0.22, "primary", None),
        band(Name("ripple", 1), 0.47, 0.22, "", Stroke("accent", pt(1.25))),
        band(Name("ripple", 2), 0.36, 0.20, "", Stroke("on-dark", pt(0.75))),
        band(Name("ripple", 3), 0.25, 0.18, "", Stroke("on-dark", pt(0.75))),
    )


MOTIFS: dict[Motif, Callable[[Rect], tuple[Shape, ...]]] = {
    "gables": gables,
    "waves": waves,
    "none": lambda area: (),
}
