"""Turn directions into arrows from a centre: a schematic that says where, and not how far.

Only the sides that have a point take room: arrows to the south and east leave a centre at the top
left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot

from briefgen.brief.graphic import Direction, Graphic
from briefgen.brief.model import Text
from briefgen.colours import Token
from briefgen.geometry import Rect
from briefgen.parts.context import Context
from briefgen.parts.graphics.drawing import (
    Drawing,
    Label,
    Point,
    Scale,
    height_of,
    is_wide,
    opened,
    said,
    width_of,
)
from briefgen.parts.text import label
from briefgen.record import Record, replace
from briefgen.scene.items import Anchor, Item, Move, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.typography.text import Align

LEAST, MOST = 2, 8
# How far each direction goes to the right and down, and how it is called.
_TO: Mapping[Direction, tuple[int, int, str, str]] = {
    "north": (0, -1, "北", "north"),
    "north-east": (1, -1, "东北", "north-east"),
    "east": (1, 0, "东", "east"),
    "south-east": (1, 1, "东南", "south-east"),
    "south": (0, 1, "南", "south"),
    "south-west": (-1, 1, "西南", "south-west"),
    "west": (-1, 0, "西", "west"),
    "north-west": (-1, -1, "西北", "north-west"),
}
# The centre's diameter and an arrow's length, in 1/100 of the room's lesser side: where the centre
# stands in a corner of the room, and amid it.
_HUB, _ARROW = 34, 30
_HUB_AMID, _ARROW_AMID = 23, 12
# The share of the centre in which its name stands, in 1/100.
_INNER = 86
# How far arrows to the corners reach across and down, in 1/100 of those up and down.
_CORNER = 95
# In a wide room arrows to the sides are longer, and words beside them take this share at most.
_LONGER, _WORDS = 2, 46


class _Plan(Record):
    """The middle of the centre and its radius; how far arrows reach across and down; where words
    may stand around it; and whether they stand on both sides, and both above and below."""

    x: int
    y: int
    radius: int
    across: int
    down: int
    room: Rect
    both: bool
    upright: bool


_Way = tuple[int, int]


def draw(
    ctx: Context, graphic: Graphic, points: Sequence[Point], rect: Rect, scale: Scale
) -> Drawing:
    """The arrows in a room."""
    told = [_TO[point.to] for point in points if point.to]
    ways = [(across, down) for across, down, _, _ in told]
    plan = _plan(ctx, points, ways, rect, scale, graphic.centre)
    marks: list[Item] = [_hub(plan, scale)]
    if graphic.centre:
        marks.append(_centre(ctx, plan, graphic.centre, scale))
    labels = []
    corner = _free(ways, plan)
    for number, (point, way) in enumerate(zip(points, ways, strict=True), 1):
        marks.append(_arrow(number, plan, way, scale))
        labels.append(_level(ctx, _label(number, point, plan, way, ways, scale), plan, way, scale))
    if corner:
        marks += _north(ctx, plan.room, corner, scale)
    each = (
        ctx.say(f"向{zh}：{said(ctx, point)}", f"to the {en}: {said(ctx, point)}")
        for point, (_, _, zh, en) in zip(points, told, strict=True)
    )
    centre = ctx.say(f"以{graphic.centre}为中心，", f"around {graphic.centre}, ")
    words = (centre if graphic.centre else "") + ctx.say("；", "; ").join(each)
    return Drawing(marks=tuple(marks), labels=tuple(labels), said=words, schematic=True)


def _plan(
    ctx: Context,
    points: Sequence[Point],
    ways: Sequence[_Way],
    rect: Rect,
    scale: Scale,
    centre: Text | None,
) -> _Plan:
    across, down = [way[0] for way in ways], [way[1] for way in ways]
    both = min(across) < 0 < max(across) or not any(across)
    upright = min(down) < 0 < max(down) or not any(down)
    side = min(rect.w, rect.h)
    amid = both or upright
    hub = side * (_HUB_AMID if amid else _HUB) // 100
    if centre and ctx.medium == "deck":
        # In a low room the centre is larger, so that its name stands in it.
        named = width_of(ctx, centre, scale.names[-1]) * 100 // _INNER + 4 * scale.line
        hub = min(max(hub, named), side // 2)
    arrow = side * (_ARROW_AMID if amid else _ARROW) // 100
    longer = arrow * (_LONGER if is_wide(rect) else 1)
    reach = hub // 2 + longer
    if is_wide(rect):
        # What is drawn stands in the middle of a wide room, with its words beside it.
        words = max(
            width_of(ctx, w, scale.names[0]) for p in points for w in (p.text, p.note or "")
        )
        words = min(words, rect.w * _WORDS // 100) + scale.gap
        need = min(rect.w, (2 if both else 1) * (longer + words) + hub)
        rect = Rect(rect.x + (rect.w - need) // 2, rect.y, need, rect.h)
    x = rect.x + rect.w // 2
    if not both:
        x = rect.x + hub // 2 if max(across) > 0 else rect.right - hub // 2
    y = rect.y + rect.h // 2
    if not upright:
        # With the words at the arrows' ends it stands in the middle of the room's height.
        label = Label(point=points[0], number=1, rect=rect)
        tall = max(height_of(ctx, replace(label, point=p), scale, rect.w // 2) for p in points)
        spare = max(0, rect.h - hub - arrow - scale.gap - tall * 11 // 10)
        rect = rect.inset(0, spare // 2, 0, spare // 2)
        y = rect.y + hub // 2 if max(down) > 0 else rect.bottom - hub // 2
    return _Plan(x, y, hub // 2, reach, hub // 2 + arrow, rect, both, upright)


def _free(ways: Sequence[_Way], plan: _Plan) -> _Way | None:
    """A corner of the room in which nothing stands, for the needle."""
    used = set(ways)
    if not plan.upright:
        # Words beside a centre at the top stand in the upper corners, at the foot in the lower.
        used |= {(side, -1 if any(d > 0 for _, d in ways) else 1) for side in (-1, 1)}
    return next((way for way in ((1, -1), (1, 1), (-1, -1), (-1, 1)) if way not in used), None)


def _hub(plan: _Plan, scale: Scale) -> Shape:
    place = Rect(plan.x - plan.radius, plan.y - plan.radius, 2 * plan.radius, 2 * plan.radius)
    inner = place.inset(*[scale.line // 2] * 4)
    return Shape(Name("hub"), inner, "ellipse", fill="white", stroke=Stroke("primary", scale.line))


def _centre(ctx: Context, plan: _Plan, words: Text, scale: Scale) -> Item:
    inner = plan.radius * _INNER // 100
    place = Rect(plan.x - inner, plan.y - inner, 2 * inner, 2 * inner)
    within = place.w - (2 * scale.line if ctx.medium == "deck" else 0)
    step = next((s for s in scale.names if width_of(ctx, words, s) <= within), scale.names[-2])
    name = Name("hub-name")
    return label(ctx, name, place, words, step, bold=True, align="center", anchor="middle")


def _arrow(number: int, plan: _Plan, way: _Way, scale: Scale) -> Shape:
    """A block arrow from the centre's edge outwards."""
    reach = plan.down if way[1] else plan.across
    turned = hypot(*way)
    ux, uy = way[0] / turned, way[1] / turned
    # Towards a corner it ends beside its words, and elsewhere before them.
    end = round(reach * turned * _CORNER / 100) if turned > 1 else reach - scale.gap // 2
    start = plan.radius + scale.gap // 2
    half, head = scale.bead * 26 // 100, scale.bead * 2 // 3
    neck = max(end - head, start)
    outline = (
        (start, -half),
        (neck, -half),
        (neck, -head * 2 // 3),
        (end, 0),
        (neck, head * 2 // 3),
        (neck, half),
        (start, half),
    )
    at = [
        (plan.x + round(along * ux - aside * uy), plan.y + round(along * uy + aside * ux))
        for along, aside in outline
    ]
    return _outlined(Name("arrow", number), at, "primary")


def _outlined(name: Name, at: Sequence[tuple[int, int]], fill: Token) -> Shape:
    xs, ys = [x for x, _ in at], [y for _, y in at]
    place = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    first, *others = at
    path = (Move("M", (first,)), *(Move("L", (each,)) for each in others), Move("Z"))
    return Shape(name, place, path=path, fill=fill)


def _label(
    number: int,
    point: Point,
    plan: _Plan,
    way: _Way,
    ways: Sequence[_Way],
    scale: Scale,
) -> Label:
    """Where the words of a direction stand: at the point of its arrow."""
    across, down = way
    align: Align = "center"
    if across:
        align = "left" if across > 0 else "right"
    elif not plan.both:
        align = "left" if plan.x < plan.room.x + plan.room.w // 2 else "right"
    anchor: Anchor = "top" if down > 0 else "bottom" if down < 0 else "middle"
    left, right = _across(plan, way, ways, scale)
    top, bottom = _down(plan, way, ways, scale)
    place = Rect(left, top, right - left, bottom - top)
    return Label(point=point, number=number, rect=place, align=align, anchor=anchor)


def _level(ctx: Context, label: Label, plan: _Plan, way: _Way, scale: Scale) -> Label:
    """Words at the side stand level with their arrow where they have room for that."""
    at = label.rect
    half = min(plan.y - at.y, at.bottom - plan.y)
    if way[1] or height_of(ctx, label, scale, at.w) > 2 * half:
        return label
    return replace(label, rect=Rect(at.x, plan.y - half, at.w, 2 * half))


def _across(plan: _Plan, way: _Way, ways: Sequence[_Way], scale: Scale) -> tuple[int, int]:
    across, down = way
    room = plan.room
    beyond = (plan.across if not down else plan.down * _CORNER // 100) + scale.gap // 2
    if across:
        return (plan.x + beyond, room.right) if across > 0 else (room.x, plan.x - beyond)
    cornered = any((side, down) in ways for side in (-1, 1))
    # Words above and below keep clear of a needle in a corner, and of words there.
    clear = 2 * scale.bead + scale.gap
    half = plan.down * 3 // 4 if cornered else room.w
    if plan.both:
        half = min(half, plan.x - room.x - clear, room.right - plan.x - clear)
        return plan.x - half, plan.x + half
    if plan.x < room.x + room.w // 2:
        return room.x, min(room.right - clear, plan.x + half)
    return max(room.x + clear, plan.x - half), room.right


def _down(plan: _Plan, way: _Way, ways: Sequence[_Way], scale: Scale) -> tuple[int, int]:
    across, down = way
    room = plan.room
    beyond = (plan.down * (_CORNER - 20) // 100 if across else plan.down) + scale.gap // 4
    if down:
        return (plan.y + beyond, room.bottom) if down > 0 else (room.y, plan.y - beyond)
    # Words at the side keep clear of those in the corners above and below.
    cornered = any((across, each) in ways for each in (-1, 1))
    half = plan.down * 3 // 4 if cornered else plan.down
    return max(room.y, plan.y - half), min(room.bottom, plan.y + half)


def _north(ctx: Context, rect: Rect, corner: _Way, scale: Scale) -> tuple[Item, ...]:
    """Where north is, in a corner: a needle, and its word below."""
    step, side = scale.notes[-2], scale.bead
    words = ctx.say("北", "N")
    wide = min(max(width_of(ctx, words, step, False), side) + scale.gap // 2, 2 * side)
    x = rect.right - wide if corner[0] > 0 else rect.x
    y = rect.y if corner[1] < 0 else rect.bottom - side - step.leading
    middle, half = x + wide // 2, side * 3 // 10
    at = (
        (middle, y),
        (middle + half, y + side),
        (middle, y + side * 3 // 4),
        (middle - half, y + side),
    )
    word = opened(ctx, Rect(x, y + side, wide, step.leading), step, "middle")
    return (
        _outlined(Name("needle"), at, "ink2"),
        label(
            ctx,
            Name("end-name"),
            word,
            words,
            step,
            colour="ink2",
            align="center",
            anchor="middle",
            lines=1,
        ),
    )
