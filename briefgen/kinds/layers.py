"""Turn layers from the top down into bands, each with its head and the parts it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length, Says
from briefgen.brief.model import Slide, Text
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import set_clean
from briefgen.parts.text import Wanted, para, set_in
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace
from briefgen.scene.items import Group, Item, Page, Shape, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Paragraph

# Heads and parts, from the largest.
_HEADS: tuple[Step, ...] = tuple(DECK[name] for name in ("lead", "head", "body", "dense"))
# Those of layers that have no parts.
_ALONE = (DECK["large"], *_HEADS)
_PARTS: tuple[Step, ...] = tuple(DECK[name] for name in ("head", "body", "dense", "small"))
# Between two bands; between parts and beside them; above and below them; and how much of the width
# heads take, in hundredths.
_GAP, _APART, _NEAR, _SHARE = pt(8), pt(6), pt(6), 22
# Parts that stand side by side, on a narrow canvas too.
_ACROSS, _FEW = 5, 3
_EDGE, _INSET = pt(16), pt(6)
# A layer without parts is no higher than this; so much of what is left is above, in hundredths.
_HIGHEST, _OVER = pt(104), 40
# Parts are measured in this size: what their first line weighs, and each line more.
_USUAL, _ONE, _MORE = DECK["dense"], 5, 3
# Of so many steps of parts that one is taken at which words break well.
_CLEAN = 3


class Layer(Record):
    """One layer: what it is called, and what it is made of."""

    head: Annotated[Text, Doc("What it is called.")]
    parts: Annotated[
        tuple[Text, ...], Length(0, 12), Doc("What stands in it, side by side: a few words each.")
    ] = ()
    main: Annotated[bool, Doc("Whether it is what matters most.")] = False
    mark: Mark = NOWHERE


class Layers(Record):
    """Two to six layers, one upon the other, each with up to twelve parts side by side."""

    layers: Annotated[
        tuple[Layer, ...],
        Length(2, 6),
        Says(),
        Doc("From the top: {head, parts, main}, or a text alone."),
    ]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Layers, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    area = ctx.canvas.over(fields.note is not None)
    across = _FEW if ctx.canvas.narrow else _ACROSS
    lines = [max(1, -(-len(layer.parts) // across)) for layer in fields.layers]
    bands = _bands(
        _lowered(area, fields.layers),
        [_weight(ctx, *each, area) for each in zip(fields.layers, lines, strict=True)],
    )
    numbered = list(enumerate(zip(fields.layers, bands, lines, strict=True), 1))
    sizes = _HEADS if any(layer.parts for layer in fields.layers) else _ALONE
    heads = [_head(n, layer, band, sizes) for n, (layer, band, _) in numbered]
    places = [
        (text, place)
        for _, (layer, band, count) in numbered
        for text, place in zip(layer.parts, _places(layer, band, count), strict=True)
    ]
    parts = [_part(n, text, place) for n, (text, place) in enumerate(places, 1)]
    drawn = [
        Shape(
            Name("tier", n),
            band,
            fill="surface2" if layer.main else "surface",
            stroke=Stroke("primary", pt(1.25)) if layer.main else None,
        )
        for n, (layer, band, _) in numbered
    ]
    boxes = set_clean(ctx, parts, len(_PARTS), among=_CLEAN) if parts else ()
    items: list[Item] = [
        Group(Name("layers"), (*drawn, *boxes), _described(ctx, fields.layers)),
        *set_clean(ctx, heads, len(sizes), among=_CLEAN + 1),
    ]
    return (framed(ctx, slide, "title-only", items, note=fields.note),)


def _lowered(area: Rect, layers: Sequence[Layer]) -> Rect:
    """The area, or where layers are few and of names alone as much of it as these need."""
    high = len(layers) * (_HIGHEST + _GAP) - _GAP
    if high >= area.h or any(layer.parts for layer in layers):
        return area
    above = (area.h - high) * _OVER // 100
    return area.inset(0, above, 0, area.h - high - above)


def _weight(ctx: Context, layer: Layer, lines: int, area: Rect) -> int:
    """How high the band of a layer is against others: by its lines of parts, and by how many lines
    of words the longest part has."""
    places = _places(layer, area, lines)
    words = [
        len(set_in(ctx, (para(text, _USUAL),), place.w - 2 * _INSET).lines)
        for text, place in zip(layer.parts, places, strict=True)
    ]
    return lines * (_ONE + _MORE * (max(words, default=1) - 1))


def _bands(area: Rect, weights: Sequence[int]) -> list[Rect]:
    """A band for each layer over the whole width, as high as its weight makes it."""
    room = area.h - (len(weights) - 1) * _GAP
    bands, y = [], area.y
    for weight in weights:
        high = room * weight // sum(weights)
        bands.append(Rect(area.x, y, area.w, high))
        y += high + _GAP
    return bands


def _places(layer: Layer, band: Rect, lines: int) -> list[Rect]:
    """Where the parts of a layer stand in its band: right of its head, in so many lines."""
    left = band.w * _SHARE // 100
    each = -(-len(layer.parts) // lines) if layer.parts else 1
    rows = band.inset(left, _NEAR, _APART, _NEAR).rows(lines, _NEAR)
    return [place for row in rows for place in row.columns(each, _APART)][: len(layer.parts)]


def _head(number: int, layer: Layer, band: Rect, sizes: Sequence[Step]) -> Wanted:
    """The head of a layer at its left; one without parts has the band to itself."""
    colour: Token = "primary" if layer.main else "ink"

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        made = para(layer.head, sizes[level], bold=True, colour=colour, short=short)
        return (made if layer.parts else replace(made, align="center"),)

    wide = band.w * _SHARE // 100 if layer.parts else band.w
    return Wanted(
        Name("point", number),
        Rect(band.x, band.y, wide, band.h),
        make,
        slot=Slot("body", number),
        anchor="middle",
        insets=(_EDGE, pt(4), _EDGE, pt(4)),
        mark=layer.head.mark,
    )


def _part(number: int, text: Text, place: Rect) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, _PARTS[level], align="center", short=short),)

    return Wanted(
        Name("node", number),
        place,
        make,
        anchor="middle",
        insets=(_INSET, pt(1), _INSET, pt(1)),
        fill="white",
        stroke=Stroke("muted", pt(1)),
        mark=text.mark,
    )


def _described(ctx: Context, layers: Sequence[Layer]) -> str:
    """The layers and their parts in words."""
    said = []
    for layer in layers:
        parts = ctx.say("、", ", ").join(str(part) for part in layer.parts)
        inner = ctx.say(f"（{parts}）", f" ({parts})") if parts else ""
        said.append(f"{layer.head}{inner}")
    told = ctx.say("；", "; ").join(said)
    return ctx.say(f"分层图，自上而下：{told}", f"Layers from the top: {told}")


KIND = Kind(
    name="layers", fields=Layers, compose=compose, called=Named("分层图", "分層圖", "Layers")
)
