"""Turn a few things and what links them into a schematic, which says that it is one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, hypot, pi, sin
from typing import Annotated, Literal

from briefgen.brief.hints import SLUG, Doc, Length
from briefgen.brief.model import Segment, Slide, Text, words
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.outline.nearest import nearest
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.links import link_label
from briefgen.parts.text import Wanted, down, para, set_boxes
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace
from briefgen.scene.items import Group, Item, Page, Rule, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.typography.text import Paragraph

_WIDE, _HIGH, _LOW, _HIGHER = pt(208), pt(112), pt(84), pt(190)
_BETWEEN, _LABELLED, _BELOW = pt(56), pt(104), pt(36)
# Beside a hub of a cross labels have so much.
_SPACED = pt(184)
# Things of a flow that would be narrower than this stand below each other.
_NARROWEST = pt(50)
_STEEP = 0.35
# A hub with so many things in all is the middle of a cross.
_CROSS = 4


class Node(Record):
    """One thing of a schematic."""

    id: Annotated[str, SLUG, Doc("By which links name it.")]
    name: Annotated[Text, Doc("What it is called, up to 8 characters.")]
    text: Annotated[Text | None, Doc("A few words on it.")] = None
    main: Annotated[bool, Doc("Whether it is what matters most.")] = False
    mark: Mark = NOWHERE


class Link(Record, kw_only=True):
    """A link from one thing to another."""

    start: Annotated[str, SLUG, Doc("The id of the thing it comes from.")]
    end: Annotated[str, SLUG, Doc("The id of the thing it leads to.")]
    label: Annotated[Text | None, Doc("A few words on it.")] = None
    arrow: Annotated[bool, Doc("Whether it has a direction.")] = True
    mark: Mark = NOWHERE
    start_mark: Mark = NOWHERE
    end_mark: Mark = NOWHERE


class Schematic(Record):
    """Two to six things and their links; it is always marked as a schematic (示意)."""

    nodes: Annotated[tuple[Node, ...], Length(2, 6), Doc("The things: {id, name, text, main}.")]
    links: Annotated[
        tuple[Link, ...], Length(0, 10), Doc("What links them: {start, end, label, arrow}.")
    ] = ()
    form: Annotated[
        Literal["flow", "ring", "hub"],
        Doc("From left to right along the links, in a ring, or around the first of them."),
    ] = "flow"
    note: Annotated[Text | None, Doc("What it leaves out, in one line.")] = None


def compose(fields: Schematic, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    layers = _layers(fields.nodes, fields.links)
    if not _sound(fields, layers, ctx):
        return (framed(ctx, slide, "title-only", ()),)
    labelled = any(link.label for link in fields.links)
    if fields.form == "flow":
        area, gap = ctx.canvas.noted, _LABELLED if labelled else _BETWEEN
        down = ctx.canvas.narrow or _width(len(layers), area, gap) < _NARROWEST
        places = (_flow_down if down else _flow)(layers, area, gap)
    else:
        places = _around([node.id for node in fields.nodes], ctx.canvas.noted, fields.form == "hub")
    wanted = [_node(n, node, places[node.id]) for n, node in enumerate(fields.nodes, 1)]
    ids = [node.id for node in fields.nodes]
    boxes = dict(zip(ids, set_boxes(ctx, wanted, 3), strict=True))
    items: list[Item] = []
    labels: list[Item] = []
    taken = [box.rect for box in boxes.values()]
    led = {(link.start, link.end) for link in fields.links}
    for number, link in enumerate(fields.links, 1):
        rule = _rule(number, link, boxes[link.start], boxes[link.end])
        others = [box.rect for id, box in boxes.items() if id not in (link.start, link.end)]
        if any(_crosses(rule, rect) for rect in others):
            ctx.problems.add("schematic-crossing", link.mark, start=link.start, end=link.end)
        items.append(rule)
        if link.label:
            # Of two that lead there and back, the later thing's stands on the other side.
            back = (link.end, link.start) in led and ids.index(link.start) > ids.index(link.end)
            label = link_label(ctx, number, link.label, rule, taken, back)
            labels.append(label)
            taken.append(label.rect)
    alt = _described(ctx, fields)
    whole = Group(Name("schematic"), (*items, *boxes.values(), *labels), alt)
    return (framed(ctx, slide, "title-only", (whole,), note=_note(ctx, fields.note)),)


def _sound(fields: Schematic, layers: Sequence[Sequence[str]], ctx: Context) -> bool:
    """Whether ids are unique and known, and the form is one that the links allow."""
    problems, sound = ctx.problems, True
    known: dict[str, Mark] = {}
    for node in fields.nodes:
        if node.id in known:
            problems.add("schematic-id-twice", node.mark, id=node.id)
            sound = False
        known[node.id] = node.mark
    for link in fields.links:
        for id, mark in ((link.start, link.start_mark), (link.end, link.end_mark)):
            if id not in known:
                problems.add("schematic-unknown-id", mark, id=id, offer=nearest(id, known))
                sound = False
        if link.start == link.end:
            problems.add("schematic-self-link", link.mark)
            sound = False
    if sound and fields.form == "flow" and not layers:
        problems.add("schematic-circle", fields.links[0].mark)
        sound = False
    return sound


def _layers(nodes: Sequence[Node], links: Sequence[Link]) -> list[list[str]]:
    """The things by how many links lead to them at most; nothing where links form a circle."""
    depth = {node.id: 0 for node in nodes}
    if any(link.start not in depth or link.end not in depth for link in links):
        return []
    for _ in nodes:
        changed = False
        for link in links:
            if depth[link.end] <= depth[link.start]:
                depth[link.end] = depth[link.start] + 1
                changed = True
        if not changed:
            break
    else:
        return []
    if not links:
        return [[node.id] for node in nodes[:3]] if len(nodes) <= 3 else _halves(nodes)
    return [[id for id, at in depth.items() if at == n] for n in range(max(depth.values()) + 1)]


def _halves(nodes: Sequence[Node]) -> list[list[str]]:
    """Things without links in columns of two."""
    ids = [node.id for node in nodes]
    return [ids[at : at + 2] for at in range(0, len(ids), 2)]


def _width(count: int, area: Rect, gap: int) -> int:
    """How wide things are in so many columns that stand so far from each other."""
    return min((area.w - (count - 1) * gap) // count, _WIDE + pt(24))


def _flow(layers: Sequence[Sequence[str]], area: Rect, gap: int) -> dict[str, Rect]:
    """A column for each layer, left to right, each in the middle of the area's height."""
    count = len(layers)
    wide = _width(count, area, gap)
    spread = (area.w - count * wide) // max(count - 1, 1) if count > 1 else 0
    gap = min(spread, gap * 2)
    left = area.x + (area.w - count * wide - (count - 1) * gap) // 2
    places = {}
    # One thing after the other has the height to itself.
    most = _HIGHER if all(len(layer) == 1 for layer in layers) else _HIGH
    for column, layer in enumerate(layers):
        high = min(most, (area.h - (len(layer) - 1) * _BELOW) // len(layer))
        below = min(_BELOW * 2, (area.h - len(layer) * high) // max(len(layer) - 1, 1))
        top = area.y + (area.h - len(layer) * high - (len(layer) - 1) * below) // 2
        for row, id in enumerate(layer):
            x, y = left + column * (wide + gap), top + row * (high + below)
            places[id] = Rect(x, y, wide, high)
    return places


def _flow_down(layers: Sequence[Sequence[str]], area: Rect, gap: int) -> dict[str, Rect]:
    """A row for each layer, from top to bottom, each in the middle of the area's width. Labels
    beside lines that run down need no more room than others."""
    count = len(layers)
    gap = min(gap, _BETWEEN, area.h // (3 * count))
    high = min(_HIGH, (area.h - (count - 1) * gap) // count)
    between = min(gap * 2, (area.h - count * high) // max(count - 1, 1))
    top = area.y + (area.h - count * high - (count - 1) * between) // 2
    places = {}
    for row, layer in enumerate(layers):
        wide = min(_WIDE + pt(24), (area.w - (len(layer) - 1) * _BELOW) // len(layer))
        left = area.x + (area.w - len(layer) * wide - (len(layer) - 1) * _BELOW) // 2
        for column, id in enumerate(layer):
            x, y = left + column * (wide + _BELOW), top + row * (high + between)
            places[id] = Rect(x, y, wide, high)
    return places


def _around(ids: Sequence[str], area: Rect, hub: bool) -> dict[str, Rect]:
    """On an ellipse, the first at the top; with a `hub`, around the first."""
    centre = (area.x + area.w // 2, area.y + area.h // 2)
    places = {}
    if hub:
        if len(ids) == _CROSS:
            return _crossed(ids, area)
        places[ids[0]] = Rect(centre[0] - _WIDE // 2, centre[1] - _LOW // 2, _WIDE, _LOW)
        ids = ids[1:]
    across, down = (area.w - _WIDE) // 2 - pt(24), (area.h - _LOW) // 2
    # Around a hub, an even number stands beside it rather than above and below.
    turn = pi / len(ids) if hub and len(ids) % 2 == 0 else 0.0
    for number, id in enumerate(ids):
        angle = 2 * pi * number / len(ids) - pi / 2 + turn
        x, y = centre[0] + round(across * cos(angle)), centre[1] + round(down * sin(angle))
        places[id] = Rect(x - _WIDE // 2, y - _LOW // 2, _WIDE, _LOW)
    return places


def _crossed(ids: Sequence[str], area: Rect) -> dict[str, Rect]:
    """A hub above, one thing at each of its sides and the third below, where links have room; on a
    high area the hub between two of them, and the third beside it."""
    if area.h > area.w:
        wide = (area.w - _LABELLED) // 2
        top, low = (area.h - 3 * _LOW) // 8, area.bottom - _LOW - (area.h - 3 * _LOW) // 8
        hub = Rect(area.x, area.y + (area.h - _LOW) // 2, wide, _LOW)
        above, below = replace(hub, y=area.y + top), replace(hub, y=low)
        return dict(zip(ids, (hub, above, replace(hub, x=area.right - wide), below), strict=True))
    wide = min(_WIDE, (area.w - 2 * _SPACED) // 3)
    left, middle, right = (
        Rect(x, area.y + _BELOW, wide, _LOW)
        for x in (area.x, area.x + (area.w - wide) // 2, area.right - wide)
    )
    below = replace(middle, y=area.bottom - _LOW)
    return dict(zip(ids, (middle, left, right, below), strict=True))


def _node(number: int, node: Node, rect: Rect) -> Wanted:
    colour: Token = "white" if node.main else "ink"
    minor: Token = "white" if node.main else "ink2"

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        first, second = (down("lead", level), down("head", level))
        if rect.h <= _HIGH:
            first, second = down("head", level), down("dense", level)
        made = [
            para(
                node.name,
                first,
                bold=True,
                colour=colour,
                short=short,
                align="center",
            )
        ]
        if node.text:
            made.append(para(node.text, second, colour=minor, short=short, align="center"))
        return tuple(made)

    return Wanted(
        Name("node", number),
        rect,
        make,
        anchor="middle",
        insets=(pt(10), pt(6), pt(10), pt(6)),
        geometry="round",
        fill="primary" if node.main else "surface",
        stroke=Stroke("primary", pt(1.25)),
        mark=node.name.mark,
    )


def _sites(rect: Rect) -> tuple[tuple[int, int], ...]:
    """Where a connector sticks to a rectangle: top, left, bottom, right, as DrawingML counts."""
    x, y = rect.x + rect.w // 2, rect.y + rect.h // 2
    return (x, rect.y), (rect.x, y), (x, rect.bottom), (rect.right, y)


def _rule(number: int, link: Link, start: TextBox, end: TextBox) -> Rule:
    """A straight connector between the nearest two sites that it leaves and reaches steeply."""
    pairs = [
        (
            min(_steep(i, a, b), _steep(j, b, a)) < _STEEP,
            hypot(a[0] - b[0], a[1] - b[1]),
            i,
            j,
            a,
            b,
        )
        for i, a in enumerate(_sites(start.rect))
        for j, b in enumerate(_sites(end.rect))
    ]
    _, _, i, j, a, b = min(pairs)
    stroke = Stroke("ink2", pt(1.5))
    return Rule(
        Name("link", number), *a, *b, stroke, arrow=link.arrow, glue=(start.name, i, end.name, j)
    )


def _steep(site: int, at: tuple[int, int], other: tuple[int, int]) -> float:
    """How steeply a line from a site to another point leaves its side: 1 is at right angles, 0
    along the side; below that it would run through the shape itself."""
    outward = ((0, -1), (-1, 0), (0, 1), (1, 0))[site]
    across, down = other[0] - at[0], other[1] - at[1]
    return (across * outward[0] + down * outward[1]) / max(hypot(across, down), 1)


def _crosses(rule: Rule, rect: Rect) -> bool:
    """Whether a connector runs through a rectangle: by points along it."""
    steps = 48
    for step in range(1, steps):
        x = rule.x1 + (rule.x2 - rule.x1) * step // steps
        y = rule.y1 + (rule.y2 - rule.y1) * step // steps
        if rect.x < x < rect.right and rect.y < y < rect.bottom:
            return True
    return False


def _described(ctx: Context, fields: Schematic) -> str:
    """The links in words, for those who cannot see them."""
    names: Mapping[str, str] = {node.id: str(node.name) for node in fields.nodes}
    links = [
        f"{names[link.start]}{'→' if link.arrow else '—'}{names[link.end]}"
        + (ctx.say(f"（{link.label}）", f" ({link.label})") if link.label else "")
        for link in fields.links
    ]
    said = ctx.say("，", ", ").join(links or names.values())
    return ctx.say(f"示意图：{said}", f"Schematic: {said}")


def _note(ctx: Context, note: Text | None) -> Text:
    """The note, which says in any case that the drawing is a schematic."""
    sign = ctx.say("示意图", "Schematic")
    if note is None or not str(note):
        return words(ctx.say(f"{sign}：位置与大小不代表实际。", f"{sign}: not to scale."))
    if "示意" in str(note) or "chematic" in str(note):
        return note
    return Text((Segment(sign + ctx.say("：", ": ")), *note.segments), note.mark)


KIND = Kind(
    name="schematic",
    fields=Schematic,
    compose=compose,
    called=Named("示意图", "示意圖", "Schematic"),
)
