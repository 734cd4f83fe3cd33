"""Turn the mark of a scene, and a page, into whether the page would hide it."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.colours import Token
from briefgen.geometry import Rect
from briefgen.scene.items import Drawing, Group, Item, Picture, Shape, Table, TextBox, Tint
from briefgen.scene.scene import Across, Stamp
from briefgen.scene.walk import extent


def apart(one: Rect, other: Rect) -> bool:
    """Whether two rectangles have nothing in common."""
    beside = one.right <= other.x or other.right <= one.x
    return beside or one.bottom <= other.y or other.bottom <= one.y


def covered(stamp: Stamp, items: Iterable[Item]) -> bool:
    """Whether something among the items lies over the mark's line, which stands below them."""
    return any(_covers(item, stamp.line.rect) for item in items)


def once_more(stamp: Stamp | None, items: Iterable[Item]) -> tuple[TextBox, ...]:
    """The mark's line as an item upon others, where something among them hides it."""
    return (stamp.line,) if stamp and covered(stamp, items) else ()


def _covers(item: Item, rect: Rect) -> bool:
    if isinstance(item, Group):
        return any(_covers(member, rect) for member in item.items)
    opaque = isinstance(item, Picture | Drawing | Table) or (
        isinstance(item, Shape | TextBox) and bool(item.fill)
    )
    return opaque and not apart(extent(item), rect)


def drawn(across: Across, ground: Token) -> Shape:
    """The mark that runs across, as it is drawn on a page with this ground."""
    return Shape(
        across.name,
        across.rect,
        path=across.path,
        fill=across.colour,
        tint=Tint(ground, across.share),
    )
