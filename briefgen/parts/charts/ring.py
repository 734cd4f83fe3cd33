"""Turn the parts of a stated whole into a ring, each part named beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from math import atan2, ceil, cos, pi, sin, sqrt

from briefgen.geometry import Rect, pt
from briefgen.parts.charts.aimed import parts_ahead
from briefgen.parts.charts.apart import kept_apart
from briefgen.parts.charts.arc import Arc
from briefgen.parts.charts.axis import Axis
from briefgen.parts.charts.drawing import fitting, spoken
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.marks import ChartMark, charted, drawn
from briefgen.parts.charts.overlay import THIN
from briefgen.parts.charts.plan import Plan
from briefgen.parts.charts.share import says_once, share_of, share_said, shares_of
from briefgen.parts.charts.values import Values
from briefgen.parts.charts.wholes import including, known, part_colours
from briefgen.parts.context import Context
from briefgen.parts.derived import traced
from briefgen.parts.text import Wanted, para, set_box, set_boxes
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.items import Group, Item, Rule, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Align, Paragraph

# A ring's hole, in percent of its diameter: what every application can draw.
_HOLE = 55
# So many parts can be compared in a ring.
_CLEAR = 5
# How far names stand from the ring; and how much further those to which a line leads.
_APART, _LED = pt(12), pt(16)
# A name and what stands below it, from the largest; the most lines of both, and the gap between
# those of neighbours.
_NAME = DECK["label"]
_STEPS = (_NAME, DECK["dense"], DECK["small"], DECK["source"])
_LINES, _BETWEEN, _SLACK = 4, pt(4), pt(6)
# A ring begins where names stand beside their parts: at one of so many degrees apart, so that few
# are so high or low, as a share of its radius, that they would stand over or under it.
_TURN, _STEEP = 5, 0.75


def donut_chart(ctx: Context, name: Name, values: Values, rect: Rect) -> tuple[Item, ...]:
    """A ring of what `shares` gave for one whole: the whole within, each part's value on it, its
    name and share beside it."""
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    *parts, last = range(len(values.series))
    if len(parts) > _CLEAR:
        ctx.problems.add("ring-crowded", values.mark, count=len(parts))
    side = min(rect.h - pt(28), rect.w * 2 // 5)
    x, y = rect.x + (rect.w - side) // 2, rect.y + (rect.h - side) // 2
    ring = Rect(x, y, side, side)
    high = scale.values[last][0] or Decimal(0)
    turned = _turned([scale.values[s][0] or Decimal(0) for s in parts], high, ring, rect)
    plan = Plan(
        name=name,
        kind="donut",
        turned=turned,
        values=values,
        scale=scale,
        categories=values.series[:-1],
        series=values.categories,
        frame=ring,
        plot=ring,
        axis=Axis(Decimal(0), high, high),
        step=DECK["dense"],
        name_step=_NAME,
        hole=_HOLE,
        bare=True,
        # Each part is a category of the ring.
        ahead=frozenset((c, s) for s, c in parts_ahead(ctx, values)),
    )
    marks = _marks(ctx, plan)
    pairs = [(values.series[s], scale.words(s, 0) * known(values, s)) for s in parts]
    told, whole = spoken(ctx, pairs) + including(ctx, values), scale.words(last, 0)
    alt = ctx.say(f"环形图：{whole}中，{told}", f"Ring of {whole}: {told}")
    hole = side * _HOLE // 100 * 3 // 4
    inner = Rect(ring.x + (side - hole) // 2, ring.y + (side - hole) // 2, hole, hole)
    return (
        charted(ctx, plan, marks, drawn(ctx, plan, marks), alt),
        _middle(ctx, values.categories[0], whole, inner),
        *_names(ctx, plan, marks, rect),
    )


def _marks(ctx: Context, plan: Plan) -> tuple[ChartMark, ...]:
    colours, start, marks = part_colours(ctx, plan.values), Decimal(0), []
    first = plan.turned / 360
    for c, name in enumerate(plan.categories):
        value = plan.scale.values[c][0]
        end = start + (value or Decimal(0))
        turn = first + float(start / plan.high), first + float(end / plan.high)
        marks.append(
            ChartMark(
                series=0,
                category=c,
                value=value,
                colour=colours[c],
                name=Name("arc", of=name),
                form=Arc(plan.plot, *turn, plan.hole),
                figure=plan.values.points[c][0].figure,
            )
        )
        start = end
    return tuple(marks)


def _at(ring: Rect, turn: float, share: float) -> tuple[int, int]:
    """A point at a share of the turn, and of the radius."""
    angle, radius = 2 * pi * turn, ring.w / 2 * share
    x, y = ring.x + ring.w / 2, ring.y + ring.h / 2
    return round(x + radius * sin(angle)), round(y - radius * cos(angle))


def _turned(values: Sequence[Decimal], whole: Decimal, ring: Rect, rect: Rect) -> int:
    """At how many degrees the ring begins, so that the names stand beside their parts as nearly as
    can be; at the top where that is as good."""
    if not whole:
        return 0
    ends = [float(end / whole) for end in accumulate(values, initial=Decimal(0))]
    height = 2 * _NAME.leading + _SLACK

    def off(degrees: int) -> tuple[int, int, int]:
        first = degrees / 360
        arcs = [Arc(ring, first + start, first + end, _HOLE) for start, end in pairwise(ends)]
        placed = _placed(ring, arcs, height, rect)
        led = sum(_leader(ring, arc, x, y) is not None for arc, _, x, y in placed)
        moved = sum(abs(y - _at(ring, _middle_of(arc), 1)[1]) for arc, _, _, y in placed)
        steep = sum(
            max(0, round((abs(cos(2 * pi * _middle_of(arc))) - _STEEP) * ring.w / 2))
            for arc in arcs
        )
        return led, (moved + steep) // pt(2), min(degrees, 360 - degrees)

    # Where names stand beside their parts without a line, a ring begins at the top, as all do.
    led, _, _ = off(0)
    return min(range(0, 360, _TURN), key=off) if led else 0


def _middle(ctx: Context, name: str, whole: str, rect: Rect) -> Item:
    """What the ring is of, in its hole."""
    step = fitting(ctx, [whole], rect.w, True, ("label", "dense", "small", "source"))
    step = step or DECK["source"]
    below = fitting(ctx, [name], rect.w, among=("label", "dense")) or DECK["dense"]

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (
            para(whole, step, bold=True, align="center"),
            para(name, below, colour="ink2", align="center"),
        )

    return set_box(ctx, Wanted(Name("whole"), rect, make, anchor="middle"))


def _names(
    ctx: Context, plan: Plan, marks: Sequence[ChartMark], rect: Rect
) -> tuple[Group | TextBox, ...]:
    """Each part's name and share on the side of the ring where it lies, a line leading to it; in
    as many lines as they need."""
    for lines in range(2, _LINES):
        found = Problems()
        made = _beside(replace(ctx, problems=found), plan, marks, rect, lines)
        if not any(problem.code == "overflow" for problem in found):
            ctx.problems.extend(found)
            return made
    return _beside(ctx, plan, marks, rect, _LINES)


def _beside(
    ctx: Context, plan: Plan, marks: Sequence[ChartMark], rect: Rect, lines: int
) -> tuple[Group | TextBox, ...]:
    """The names, with room for so many lines."""
    marked: dict[Arc, ChartMark] = {}
    for mark in marks:
        assert isinstance(mark.form, Arc)
        marked[mark.form] = mark
    ring, count = plan.plot, len(marks)
    lefts = sum(_middle_of(arc) >= 0.5 for arc in marked)
    height = min(lines * _NAME.leading + _SLACK, rect.h // max(lefts, count - lefts) - _BETWEEN)
    wanted: list[Wanted] = []
    leaders: list[Rule | None] = []
    for arc, left, x, y in _placed(ring, list(marked), height, rect):
        leaders.append(_leader(ring, arc, x, y))
        start, end = (rect.x, x) if left else (x, rect.right)
        area = Rect(start, y - height // 2, end - start, height)
        wanted.append(_name(ctx, plan, marked[arc], area, "right" if left else "left"))
    boxes = set_boxes(ctx, wanted, 3 if lines < _LINES else len(_STEPS))
    return tuple(
        Group(box.name, (line, box)) if line else box
        for line, box in zip(leaders, boxes, strict=True)
    )


def _placed(
    ring: Rect, arcs: Sequence[Arc], height: int, rect: Rect
) -> list[tuple[Arc, bool, int, int]]:
    """The parts, those on the right first; whether each is on the left; and where words of that
    height begin or end beside it: x, and their middle y."""
    made = []
    for left in (False, True):
        own = [arc for arc in arcs if (_middle_of(arc) >= 0.5) == left]
        ys = [_at(ring, _middle_of(arc), 1)[1] for arc in own]
        placed = kept_apart(ys, height + _BETWEEN, rect.y, rect.bottom) if own else []
        for arc, y in zip(own, placed, strict=True):
            out = _beyond(ring, y, height)
            x = ring.x + ring.w // 2 + (-out if left else out)
            if _leader(ring, arc, x, y):
                x += -_LED if left else _LED
            made.append((arc, left, x, y))
    return made


def _middle_of(arc: Arc) -> float:
    """The middle of a part, as a share of a turn from the top."""
    return (arc.start + arc.end) / 2 % 1


def _beyond(ring: Rect, y: int, height: int) -> int:
    """How far from the ring's middle words of that height about `y` stand clear of it."""
    radius = ring.w // 2 + _APART
    near = max(0, abs(y - ring.y - ring.h // 2) - height // 2)
    return max(_APART, round(sqrt(max(0, radius**2 - near**2))))


def _leader(ring: Rect, arc: Arc, x: int, y: int) -> Rule | None:
    """A line from a part to its words where these do not stand beside it."""
    angle = atan2(x - ring.x - ring.w / 2, ring.y + ring.h / 2 - y) / (2 * pi)
    if arc.start <= angle + ceil(arc.start - angle) <= arc.end:
        return None
    near = pt(4) if x < ring.x + ring.w // 2 else pt(-4)
    return Rule(Name("leader"), *_at(ring, _middle_of(arc), 1), x + near, y, THIN)


def _name(ctx: Context, plan: Plan, mark: ChartMark, area: Rect, align: Align) -> Wanted:
    """The name of a part and how much it is, and below it its share."""
    name = plan.categories[mark.category]
    share = share_of(ctx, plan.scale, plan.values, mark.category)
    derived = ctx.say("（推算）", " (derived)")
    told = plan.scale.words(mark.category, 0, True) if known(plan.values, mark.category) else ""
    line = ""
    if share:
        once = not share.worked or says_once(shares_of(ctx, plan.scale, plan.values))
        alone = "" if once else derived
        line = ctx.say(f"{share_said(share)}{alone}", f"{share.words}{alone}")
        name = name.removesuffix(derived)
    second = traced(ctx, line, share.figure, share.number) if share else line
    first = f"{name}  {told}".rstrip()

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = _STEPS[level]
        head = para(first, step, bold=True, align=align)
        return (head, para(second, step, colour="ink2", align=align)) if line else (head,)

    where = plan.values.points[mark.category][0].mark
    return Wanted(
        Name("segment-name", of=plan.categories[mark.category]),
        area,
        make,
        anchor="middle",
        mark=where,
    )
