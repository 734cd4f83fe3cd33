"""Turn the items of a slide into the blocks of a document, in reading order.

Items are told apart by their slots, and by their names, which say what they are (scene/names.py).
Those whose names have the same number belong together: 时间 2 and 事件 2 are one entry of a list.
What is furniture on a slide, or says with a drawing what stands in a table here, is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from briefgen.patterns import pattern
from briefgen.render.markdown.blocks import (
    Block,
    Entries,
    Entry,
    Grid,
    Quoted,
    Side,
    Words,
    joined,
)
from briefgen.render.markdown.text import escaped, is_strong, lines, strong
from briefgen.scene.items import (
    Cell,
    Chart,
    ChartKind,
    Drawing,
    Group,
    Item,
    Picture,
    Series,
    Shape,
    Slot,
    Table,
    TextBox,
)
from briefgen.scene.layouts import NOTE_INDEX, TRACK_INDEX
from briefgen.scene.things import Named, Thing
from briefgen.typography.markers import Numbering
from briefgen.typography.text import Paragraph

_FURNITURE = frozenset({"title", "footer", "date", "number"})
_TRACK, _NOTE = Slot("body", TRACK_INDEX), Slot("body", NOTE_INDEX)
# What stands in a heading already, in a chart's table, in a schematic's words, or in its address;
# what names topics a second time, or tells of slides by their numbers.
_SAID: frozenset[Thing] = frozenset(
    {
        "section-number",
        "segment-name",
        "value",
        "unit",
        "link-text",
        "qr-code",
        "pane-name",
        "pages",
    }
)
# A task that goes on from the phase before.
_ON = "→"
_OF_SEVERAL: frozenset[ChartKind] = frozenset({"small-columns", "small-lines", "spark"})
_LEFT: tuple[Side, ...] = ("left",)
_RIGHT: tuple[Side, ...] = ("right",)
_CODE = pattern(r'(?:"([^"]*)")?([^"]*)(?:"([^"]*)")?')


def blocks(items: Sequence[Item]) -> Iterator[Block]:
    """What a slide says below its title, without its notes."""
    shown = [item for item in items if _is_content(item)]
    boxes = [item for item in shown if isinstance(item, TextBox)]
    for group in (item for item in shown if isinstance(item, Group)):
        phases = [box for box in _boxes(group.items) if box.name.kind == "phase"]
        if phases:
            yield _roadmap(phases, boxes)
            return
    for number, run in groupby(shown, _number):
        yield from _belonging(number, list(run))


def remarks(items: Iterable[Item]) -> list[str]:
    """The note at the foot of a slide, line by line."""
    return [one for box in _boxes(items) if box.slot == _NOTE for one in _said(box)]


def is_above_title(item: Item) -> bool:
    """Whether an item stands above a title in the place of the section's name."""
    return isinstance(item, TextBox) and item.slot == _TRACK


def _boxes(items: Iterable[Item]) -> list[TextBox]:
    return [item for item in items if isinstance(item, TextBox)]


def _number(item: Item) -> int:
    return item.name.number if isinstance(item, TextBox) else 0


def _is_content(item: Item) -> bool:
    match item:
        case TextBox():
            role = item.slot.role if item.slot else ""
            # What stands above a title in the place of the section's name is the slide's own.
            section = is_above_title(item) and item.name.kind == "section-name"
            furniture = role in _FURNITURE or section or item.slot == _NOTE
            return not furniture and item.name.kind not in _SAID
        case Shape():
            return bool(item.alt) and item.name.kind not in _SAID
        case Group():
            return bool(item.alt) or any(map(_is_content, item.items))
        case _:
            return isinstance(item, Chart | Table | Picture | Drawing)


def _belonging(number: int, items: Sequence[Item]) -> Iterator[Block]:
    """The blocks of items that follow each other: of one entry, or each by itself."""
    boxes = _boxes(items)
    if number and len(boxes) == len(items):
        yield from _numbered(number, boxes)
        return
    for several, run in groupby(items, _is_one_of_several):
        if several:
            yield _charts([item for item in run if isinstance(item, Chart)])
        else:
            for item in run:
                yield from _block(item)


def _is_one_of_several(item: Item) -> bool:
    """Whether a chart stands beside others of the same moments."""
    return isinstance(item, Chart) and item.kind in _OF_SEVERAL


def _block(item: Item) -> Iterator[Block]:
    match item:
        case TextBox():
            yield from _text(item)
        case Chart():
            yield _chart(item)
        case Table():
            yield _table(item)
        case Group():
            if item.alt:
                yield Words((escaped(item.alt),))
            yield from blocks(item.items)
        case Picture() | Drawing() | Shape() if item.alt:
            yield Words((f"![{escaped(item.alt)}]()",))


def _numbered(number: int, boxes: Sequence[TextBox]) -> Iterator[Block]:
    """An entry of a list: what its boxes say first, and below that what follows, in its levels.

    A box, or a box's first line, that only says the entry's number is said by the list. Boxes that
    begin with points have nothing that these would stand below, and are lists by themselves.
    """
    own: list[str] = []
    below: list[Block] = []
    counted = False
    what = boxes[-1].name.kind
    for box in boxes:
        left = []
        for paragraph in box.paragraphs:
            if _counts(box, paragraph, number):
                counted = True
            elif paragraph.text.strip():
                left.append(paragraph)
        while left and not below and not left[0].marker and not (own and left[0].level):
            own += _inline(left.pop(0), "" if own else box.link)
        below += _listed(left, what, "" if own else box.link)
    if own or counted:
        yield Entries(what, (Entry(tuple(own), tuple(joined(below))),), number if counted else 0)
    else:
        yield from below


def _counts(box: TextBox, paragraph: Paragraph, number: int) -> bool:
    first = paragraph is box.paragraphs[0] and not paragraph.marker
    return box.name.kind == "ordinal" or (first and paragraph.text == f"{number:02d}")


def _text(box: TextBox) -> Iterator[Block]:
    """A box by itself: paragraphs, points, or heads each with their text."""
    what = box.name.kind
    said = [p for p in box.paragraphs if p.text.strip()]
    if what == "quoted":
        yield Quoted(tuple(tuple(lines(p, box.link)) for p in said))
    elif _has_heads(said):
        starts = [at for at, p in enumerate(said) if is_strong(p)]
        ends = [*starts[1:], len(said)]
        parts = (said[start:end] for start, end in zip(starts, ends, strict=True))
        yield Entries(what, tuple(Entry(tuple(_each(part, box.link))) for part in parts))
    elif any(map(is_strong, said)) and not any(p.marker for p in said):
        yield Words(tuple(_each(said, box.link)))
    else:
        yield from _listed(said, what, box.link)


def _listed(said: Sequence[Paragraph], what: Thing | Named, link: str) -> Iterator[Block]:
    """Paragraphs as lists and what stands between them. What follows an item of a list at deeper
    levels belongs to it: further lists, and paragraphs without a marker."""
    rest = said
    while rest:
        own, others = rest[0], rest[1:]
        lines = tuple(_inline(own, link))
        if not own.marker:
            yield Words(lines)
            rest = others
            continue
        ends = (at for at, each in enumerate(others) if each.level <= own.level)
        end = next(ends, len(others))
        number = own.marker.number if isinstance(own.marker, Numbering) else 0
        below = joined(_listed(others[:end], what, link))
        yield Entries(what, (Entry(lines, tuple(below)),), number)
        rest = others[end:]


def _has_heads(said: Sequence[Paragraph]) -> bool:
    """Whether a text is made of several heads, each with running text below it."""
    heads = [is_strong(p) for p in said]
    alternate = bool(heads) and heads[0] and not any(a and b for a, b in pairwise((*heads, True)))
    return alternate and sum(heads) > 1 and not any(p.marker for p in said)


def _said(box: TextBox) -> list[str]:
    return [one for p in box.paragraphs for one in lines(p, box.link)]


def _each(paragraphs: Iterable[Paragraph], link: str) -> list[str]:
    return [one for p in paragraphs for one in _inline(p, link)]


def _inline(paragraph: Paragraph, link: str) -> list[str]:
    """The lines of a paragraph, in strong emphasis where it is bold."""
    said = lines(paragraph, link)
    return strong(said) if is_strong(paragraph) else said


def _table(item: Table) -> Grid:
    rows = [tuple(map(_cell, row)) for row in item.cells]
    body = item.cells[1:] if item.header else item.cells
    found = tuple(_side(column) for column in zip(*body, strict=True))
    sides = found or _LEFT * len(rows[0])
    if item.header:
        return Grid(rows[0], tuple(rows[1:]), sides)
    return Grid(("",) * len(rows[0]), tuple(rows), sides)


def _cell(cell: Cell) -> str:
    return "<br>".join(one for p in cell.paragraphs for one in lines(p, cell.link))


def _side(column: Iterable[Cell]) -> Side:
    sides = {p.align for cell in column for p in cell.paragraphs[:1]}
    return "right" if sides == {"right"} else "center" if sides == {"center"} else "left"


def _chart(chart: Chart) -> Grid:
    """Categories and values, these as their labels say them: with qualifier and unit."""
    shown = [each for each in chart.series if each.formats and not each.scale] or list(chart.series)
    alone = len(shown) == 1 and not any(shown[0].colours)
    names = [chart.unit] if alone else [each.name for each in shown]
    columns = [_values(each, chart.number_format) for each in shown]
    rows = zip(map(escaped, chart.categories), *columns, strict=True)
    return Grid(("", *map(escaped, names)), tuple(rows), _LEFT + _RIGHT * len(shown))


def _charts(charts: Sequence[Chart]) -> Grid:
    """Charts of the same moments in one table: a row for each chart."""
    moments = tuple(map(escaped, charts[0].categories))
    rows = tuple(
        (escaped(one.series[0].name), *_values(one.series[0], one.number_format)) for one in charts
    )
    return Grid(("", *moments), rows, _LEFT + _RIGHT * len(moments))


def _values(series: Series, usual: str) -> list[str]:
    codes = series.formats or (usual,) * len(series.values)
    if len(codes) == 1:
        codes *= len(series.values)
    return [_value(value, code) for value, code in zip(series.values, codes, strict=True)]


def _value(value: Decimal | None, code: str) -> str:
    """A value in its number format (ECMA-376 Part 1, 18.8.31); no value is a hyphen."""
    found = _CODE.fullmatch(code)
    if value is None or not found:
        return "-" if value is None else f"{value:f}"
    before, digits, after = found.groups("")
    places = len(digits.partition(".")[2])
    comma = "," if digits.startswith("#") else ""
    number = f"{value:f}" if digits == "General" else format(value, f"{comma}.{places}f")
    return escaped(before + number + after)


def _roadmap(phases: Sequence[TextBox], boxes: Sequence[TextBox]) -> Grid:
    """Lanes as rows, phases as columns; a task stands where it begins, and is seen to go on."""
    rows = []
    for lane in (box for box in boxes if box.name.kind == "lane"):
        cells = ["<br>".join(_said(lane))] + [""] * len(phases)
        for task in boxes:
            if task.name.kind == "task" and task.name.number == lane.name.number:
                words = "<br>".join(_said(task))
                for at, phase in enumerate(phases, 1):
                    if task.rect.x < phase.rect.right and phase.rect.x < task.rect.right:
                        cells[at], words = words, _ON
        rows.append(tuple(cells))
    header = ("", *("<br>".join(_said(phase)) for phase in phases))
    return Grid(header, tuple(rows), _LEFT * len(header))
