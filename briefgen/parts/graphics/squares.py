"""Turn a count into squares, row by row: each a shape of its own, which can be recoloured."""

from __future__ import annotations

from decimal import Decimal

from briefgen.colours import Token
from briefgen.geometry import Rect
from briefgen.scene.items import Item, Shape, Stroke
from briefgen.scene.names import Name

# What stands between squares, in 1/100 of their pitch.
_APART = 14


def squares(
    number: int, place: Rect, across: int, filled: Decimal, count: int, colour: Token
) -> list[Item]:
    """`count` squares in rows of `across` from the top left of `place`, as wide as it; `filled`
    of them (also in part) are in a colour, the others hollow. `number` is that of their point."""
    pitch = place.w * 100 // (across * 100 - _APART)
    side = pitch - pitch * _APART // 100
    made: list[Item] = []
    for at in range(count):
        square = Rect(place.x + at % across * pitch, place.y + at // across * pitch, side, side)
        name = Name("square", at + 1, within=number)
        part = min(Decimal(1), max(Decimal(0), filled - at))
        if part < 1:
            line = Stroke("muted", max(side // 24, 6350))
            made.append(Shape(name, square, fill="white", stroke=line))
        if part:
            inner = Rect(square.x, square.y, round(side * part), side)
            made.append(Shape(name, inner, fill=colour))
    return made


def height_of_squares(width: int, across: int, rows: int) -> int:
    """The height of rows of squares that are together as wide as this."""
    pitch = width * 100 // (across * 100 - _APART)
    return rows * pitch - pitch * _APART // 100
