"""Turn the parts of a stated whole into a ring, each part named beside it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from math import acos, cos, pi, sin

from briefgen.geometry import Rect, pt
from briefgen.parts.charts.aimed import parts_ahead
from briefgen.parts.charts.apart import kept_apart
from briefgen.parts.charts.arc import Arc
from briefgen.parts.charts.axis import Axis
from briefgen.parts.charts.drawing import fitting, place_beside, spoken, widest
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.marks import ChartMark, charted, drawn, said
from briefgen.parts.charts.overlay import THIN
from briefgen.parts.charts.plan import Plan
from briefgen.parts.charts.share import says_once, share_of, share_said, shares_of
from briefgen.parts.charts.values import Values
from briefgen.parts.charts.wholes import including, known, on_part, part_colours
from briefgen.parts.context import Context
from briefgen.parts.derived import traced
from briefgen.parts.text import Wanted, para, set_box, set_boxes
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.items import Group, Item, Rule
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Align, Paragraph

# A ring's hole, in percent of its diameter: what every application can draw.
_HOLE = 55
# So many parts can be compared in a ring.
_CLEAR = 5
# How far names stand from the ring, and the least share of a turn that has room for its value.
_APART, _ROOM = pt(26), 0.08
# A name and what stands below it, from the largest; the most lines of both, and the gap between
# those of neighbours.
_NAME = DECK["dense"]
_STEPS = ((_NAME, _NAME), (_NAME, DECK["small"]), (DECK["small"], DECK["source"]))
_LINES, _BETWEEN = 4, pt(8)
# How high or low on a ring a level line would only touch it, and how far within a part it begins at
# least, as a share of a turn.
_GRAZES, _IN = 0.998, 0.003


def donut_chart(ctx: Context, name: Name, values: Values, rect: Rect) -> tuple[Item, ...]:
    """A ring of what `shares` gave for one whole: the whole within, each part's value on it, its
    name and share beside it."""
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    *parts, last = range(len(values.series))
    if len(parts) > _CLEAR:
        ctx.problems.add("ring-crowded", values.mark, count=len(parts))
    side = min(rect.h - pt(8), rect.w * 2 // 5)
    x, y = rect.x + (rect.w - side) // 2, rect.y + (rect.h - side) // 2
    ring = Rect(x, y, side, side)
    high = scale.values[last][0] or Decimal(0)
    plan = Plan(
        name=name,
        kind="donut",
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
    for c, name in enumerate(plan.categories):
        value = plan.scale.values[c][0]
        end = start + (value or Decimal(0))
        turn = float(start / plan.high), float(end / plan.high)
        words = plan.scale.words(c, 0, True)
        label = None
        wide = widest(ctx, [words], plan.step, True) <= plan.plot.w * (100 - _HOLE) // 200
        if turn[1] - turn[0] >= _ROOM and known(plan.values, c) and wide:
            x, y = _at(plan.plot, sum(turn) / 2, 0.5 + _HOLE / 200)
            label = said(
                plan,
                c,
                0,
                name=Name("value", of=name),
                place="center",
                ink=on_part(ctx, colours[c], (0, c) in plan.ahead),
                rect=place_beside(ctx, x, y, words, plan.step),
            )
        marks.append(
            ChartMark(
                series=0,
                category=c,
                value=value,
                colour=colours[c],
                name=Name("arc", of=name),
                form=Arc(plan.plot, *turn, plan.hole),
                label=label,
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


def _level(ring: Rect, arc: Arc, turn: float, y: int) -> tuple[int, int]:
    """Where a line to the height of a name leaves a part: at that height where the part reaches it
    and the line does not only graze it, so that the line is level; else at its middle."""
    up = (ring.y + ring.h / 2 - y) / (ring.h / 2)
    if abs(up) < _GRAZES:
        right = acos(up) / (2 * pi)
        level = right if turn < 0.5 else 1 - right
        if arc.start + _IN < level < arc.end - _IN:
            return _at(ring, level, 1)
    return _at(ring, turn, 1)


def _middle(ctx: Context, name: str, whole: str, rect: Rect) -> Item:
    """What the ring is of, in its hole."""
    step = fitting(ctx, [whole], rect.w, True, ("title", "dense", "small", "source"))
    step = step or DECK["source"]

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (
            para(whole, step, bold=True, align="center"),
            para(name, _NAME, colour="ink2", align="center"),
        )

    return set_box(ctx, Wanted(Name("whole"), rect, make, anchor="middle"))


def _names(ctx: Context, plan: Plan, marks: Sequence[ChartMark], rect: Rect) -> tuple[Group, ...]:
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
) -> tuple[Group, ...]:
    """The names, with room for so many lines."""
    sides: tuple[list[tuple[ChartMark, float]], list[tuple[ChartMark, float]]] = ([], [])
    for mark in marks:
        assert isinstance(mark.form, Arc)
        turn = (mark.form.start + mark.form.end) / 2
        sides[turn >= 0.5].append((mark, turn))
    most = max(len(members) for members in sides)
    height = min(lines * _NAME.leading, rect.h // most - _BETWEEN)
    wanted: list[Wanted] = []
    leaders: list[Rule] = []
    for left, members in enumerate(sides):
        ys = [_at(plan.plot, turn, 1)[1] for _, turn in members]
        placed = kept_apart(ys, height + _BETWEEN, rect.y, rect.bottom) if members else []
        for (mark, turn), y in zip(members, placed, strict=True):
            assert isinstance(mark.form, Arc)
            x = plan.plot.x - _APART if left else plan.plot.right + _APART
            leaders.append(Rule(Name("leader"), *_level(plan.plot, mark.form, turn, y), x, y, THIN))
            start, end = (rect.x, x - pt(8)) if left else (x + pt(8), rect.right)
            area = Rect(start, y - height // 2, end - start, height)
            wanted.append(_name(ctx, plan, mark, area, "right" if left else "left"))
    boxes = set_boxes(ctx, wanted, 2 if lines < _LINES else len(_STEPS), 1)
    return tuple(Group(box.name, (line, box)) for line, box in zip(leaders, boxes, strict=True))


def _name(ctx: Context, plan: Plan, mark: ChartMark, area: Rect, align: Align) -> Wanted:
    """The name of a part, and below it its share, and its value where the ring has no room."""
    name = plan.categories[mark.category]
    share = share_of(ctx, plan.scale, plan.values, mark.category)
    stated = not mark.label and known(plan.values, mark.category)
    told = [plan.scale.words(mark.category, 0, True)] if stated else []
    derived = ctx.say("（推算）", " (derived)")
    if share:
        once = not share.worked or says_once(shares_of(ctx, plan.scale, plan.values))
        alone = "" if once else derived
        told.append(ctx.say(f"{share_said(share)}{alone}", f"{share.words}{alone}"))
    line = ctx.say("，", ", ").join(each for each in told if each)
    second = traced(ctx, line, share.figure, share.number) if share else line

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        large, small = _STEPS[level]
        said = name.removesuffix(derived) if share else name
        first = para(said, large, bold=True, align=align)
        return (first, para(second, small, colour="ink2", align=align)) if line else (first,)

    where = plan.values.points[mark.category][0].mark
    return Wanted(Name("segment-name", of=name), area, make, anchor="middle", mark=where)
