"""Turn any two of points, text, picture, table, chart and figures into two columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc
from briefgen.brief.model import Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.column_heads import HEADS, set_column_heads
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import FURTHEST, levelled, lowered, room_from, set_spread
from briefgen.parts.half import CONTENT, Half, drawn, wanted
from briefgen.parts.placed import largest
from briefgen.parts.points import LOOKS, NORMAL
from briefgen.parts.text import Wanted, para
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.canvas import GUTTER
from briefgen.scene.items import Item, Page, Rule, Shape, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.typography.text import Paragraph

# The gap between the columns; a head, and the space below its rule.
_GAP, _HEAD, _BELOW = pt(40), pt(40), pt(14)
# The first placeholder of each column's content, and that of its head.
_SLOTS, _HEADS = (1, 9), (17, 18)
# From the edges of a panel to its words; the last step at which they are few.
_EDGES, _FEW = (pt(24), pt(12), pt(24), pt(12)), NORMAL
# On panels and elsewhere items are spread by so many steps: they stand as one list below a head.
_SPREAD, _FAR = 2, 3
# Steps of lists and texts that are as large as titles are, or whose items stand wide apart.
_HEADED = 4
# So many of the twelve columns a picture may have beside words.
_WIDER = (7, 8)

Halves = tuple[Half, Half]


class TwoColumn(Record):
    """Two columns, each of one thing: points, text, a picture, a table, a chart or figures."""

    left: Annotated[Half, Doc("{head} and one of points, text, image, table, chart, figures.")]
    right: Annotated[Half, Doc("The same.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: TwoColumn, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    halves = {"left": fields.left, "right": fields.right}
    for side, half in halves.items():
        if len(half.held) != 1:
            count = len(half.held)
            ctx.problems.add("half-not-one", half.mark, keys=CONTENT, count=count, side=side)
            return (framed(ctx, slide, "title-only", (), note=fields.note),)
    figures = any(half.figures for half in halves.values())
    area = ctx.canvas.noted if fields.note or figures else ctx.canvas.body
    items = _columns(ctx, slide, (fields.left, fields.right), area)
    return (framed(ctx, slide, "title-only", items, note=fields.note),)


def _columns(ctx: Context, slide: Slide, halves: Halves, area: Rect) -> list[Item]:
    """Both columns below their heads; running texts of both in one step. Panels end soon below
    their words."""
    # Panels end above a note, other columns on its line.
    raised = area if area == ctx.canvas.body else ctx.canvas.over(note=True)
    few = _is_few(ctx, halves, raised)
    area = raised if few else area
    headed = any(half.head for half in halves)
    # Figures have a rule of their own at their top, which stands for that of the head.
    tops = [headed * (_HEAD if half.figures else _HEAD + _BELOW) for half in halves]
    columns = _on_panels(ctx, area) if few else _places(ctx, halves, area)
    texts = [
        text if headed else replace(text, anchor="middle")
        for half, at, slot, top in zip(halves, columns, _SLOTS, tops, strict=True)
        if (text := _below(half, at.inset(0, top, 0, 0), slot, headed))
    ]
    taken = _HEADED * headed
    far = _SPREAD if few else _FAR if headed else FURTHEST
    boxes = set_spread(ctx, texts, len(LOOKS) - taken, NORMAL - taken, furthest=far)
    if few:
        boxes, area = lowered(ctx, boxes, area)
        columns = _on_panels(ctx, area)
    grounds = ctx.canvas.equal(area, 2, GUTTER) if few else ()
    places = [at.inset(0, top, 0, 0) for at, top in zip(columns, tops, strict=True)]
    heads = _heads(halves, columns)
    set_texts = {box.name: box for box in (levelled(ctx, boxes) if few and not headed else boxes)}
    set_heads = {box.name: box for box in set_column_heads(ctx, heads, boxes)}
    items: list[Item] = [
        Shape(Name("ground", number), ground, fill="surface")
        for number, ground in enumerate(grounds, 1)
    ]
    for number, (half, at, place, slot) in enumerate(
        zip(halves, columns, places, _SLOTS, strict=True), 1
    ):
        if head := set_heads.get(Name("column-head", number)):
            line, y = Stroke("ink", pt(1.5)), at.y + _HEAD
            items.append(head)
            if not half.figures:
                items.append(Rule(Name("heading-rule", number), at.x, y, at.right, y, line))
        if body := set_texts.get(Name("column", slot)):
            items.append(body)
        items += drawn(ctx, slide, half, place, slot)
    return items


def _below(half: Half, place: Rect, slot: int, headed: bool) -> Wanted | None:
    """The box of running text; below a head none is as large as a title."""
    text = wanted(half, place, slot)
    if text is None or not headed:
        return text
    make = text.make
    return replace(text, make=lambda level, short: make(level + _HEADED, short))


def _on_panels(ctx: Context, area: Rect) -> tuple[Rect, ...]:
    return tuple(ground.inset(*_EDGES) for ground in ctx.canvas.equal(area, 2, GUTTER))


def _is_few(ctx: Context, halves: Halves, area: Rect) -> bool:
    """Whether both columns are of few words, which stand large on panels."""
    high = _HEAD + _BELOW if any(half.head for half in halves) else 0
    places = [at.inset(0, high, 0, 0) for at in _on_panels(ctx, area)]
    texts = [
        _below(half, at, slot, high > 0)
        for half, at, slot in zip(halves, places, _SLOTS, strict=True)
    ]
    both = [text for text in texts if text]
    first = _HEADED if high else 0
    return len(both) == len(texts) and room_from(ctx, both, len(LOOKS) - first) <= _FEW - first


def _heads(halves: Halves, columns: Sequence[Rect]) -> list[Wanted]:
    return [
        _head(half.head, at, slot)
        for half, at, slot in zip(halves, columns, _HEADS, strict=True)
        if half.head
    ]


def _places(ctx: Context, halves: Halves, area: Rect) -> tuple[Rect, ...]:
    """Two columns of one width; or a wider one for a picture beside words, where it is seen larger
    there, and the words have room enough."""
    even = ctx.canvas.equal(area, 2, _GAP)
    at = next((n for n, half in enumerate(halves) if half.image), None)
    if at is None or ctx.canvas.narrow:
        return even
    words, image = halves[1 - at], halves[at].image
    if image is None or not (words.points or words.text):
        return even
    kept = [even]
    for wide in _WIDER:
        shares = (wide, 12 - wide) if at == 0 else (12 - wide, wide)
        left, right = ctx.canvas.beside(area, *shares)
        side = (_GAP - GUTTER) // 2
        columns = (left.inset(0, 0, side, 0), right.inset(side, 0, 0, 0))
        high = _HEAD + _BELOW if any(half.head for half in halves) else 0
        text = wanted(words, columns[1 - at].inset(0, high, 0, 0), _SLOTS[1 - at])
        found = Problems()
        set_column_heads(replace(ctx, problems=found), _heads(halves, columns), ())
        if text and not found.fatal and room_from(ctx, [text], len(LOOKS)) <= NORMAL:
            kept.append(columns)
    return kept[largest(ctx, image, [columns[at] for columns in kept])]


def _head(text: Text, at: Rect, slot: int) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, HEADS[level], bold=True, short=short),)

    return Wanted(
        Name("column-head", _HEADS.index(slot) + 1),
        Rect(at.x, at.y, at.w, _HEAD),
        make,
        slot=Slot("body", slot),
        lines=1,
        mark=text.mark,
    )


KIND = Kind(
    name="two-column",
    fields=TwoColumn,
    compose=compose,
    called=Named("两栏", "兩欄", "Two columns"),
)
