"""Turn a page into the plain sequence of what is on it: items, where they are, what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.geometry import Rect, bounds
from briefgen.scene.items import Cell, Chart, Group, Item, Rule, Table, TextBox
from briefgen.typography.text import Paragraph


def walk(items: Iterable[Item]) -> Iterator[Item]:
    """Every item in reading order; a group before its members."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from walk(item.items)


def extent(item: Item) -> Rect:
    """The rectangle around an item and all that is in it."""
    if isinstance(item, Group):
        return bounds([extent(member) for member in item.items])
    if isinstance(item, Rule):
        x, y = min(item.x1, item.x2), min(item.y1, item.y2)
        return Rect(x, y, abs(item.x2 - item.x1), abs(item.y2 - item.y1))
    return item.rect


def paragraphs(items: Iterable[Item]) -> Iterator[Paragraph]:
    """Every paragraph of text boxes and table cells, in reading order."""
    for item in walk(items):
        yield from _own(item)


def _own(item: Item) -> Sequence[Paragraph]:
    """The paragraphs of a text box or of a table's cells."""
    if isinstance(item, TextBox):
        return item.paragraphs
    if isinstance(item, Table):
        return [each for row in item.cells for cell in row for each in cell.paragraphs]
    return ()


def texts(items: Iterable[Item]) -> Iterator[TextBox | Cell]:
    """Every text box and every cell in reading order, those that a chart is drawn with too: by
    their numbers in this order a picture of the page knows them."""
    for item in items:
        match item:
            case TextBox():
                yield item
            case Table():
                for row in item.cells:
                    yield from row
            case Group():
                yield from texts(item.items)
            case Chart():
                yield from texts(item.drawn)


def figures(items: Iterable[Item]) -> tuple[str, ...]:
    """The ids of the ledger figures that the items show, each once, in reading order."""
    seen: dict[str, None] = {}
    _see(items, seen)
    seen.pop("", None)
    return tuple(seen)


def _see(items: Iterable[Item], seen: dict[str, None]) -> None:
    """Add the figures of items to those that were seen."""
    for item in items:
        if isinstance(item, Group):
            _see(item.items, seen)
        elif isinstance(item, Chart):
            seen |= dict.fromkeys([id for series in item.series for id in series.figures])
        elif own := _own(item):
            seen |= dict.fromkeys([run.figure for each in own for run in each.runs])
