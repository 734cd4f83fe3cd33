"""Turn who is set over whom into a tree from above: boxes, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Slide, Text
from briefgen.colours import Fill, Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import set_clean
from briefgen.parts.text import Wanted, para
from briefgen.parts.trees import Branch, Line, Placed, placed
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record
from briefgen.scene.items import Group, Item, Page, Rule, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Paragraph

# Boxes on one slide.
_MOST = 25
# A name and what stands below it, from the largest.
_STEPS: tuple[tuple[Step, Step], ...] = (
    (DECK["large"], DECK["head"]),
    (DECK["lead"], DECK["head"]),
    (DECK["head"], DECK["dense"]),
    (DECK["body"], DECK["small"]),
    (DECK["dense"], DECK["small"]),
    (DECK["small"], DECK["small"]),
)
# Of so many of them that is taken at which names break well.
_CLEAN = 4
_INSET = pt(6)
_LINE = pt(1.25)
# A line that is bent has so many parts; the level one of a dotted line is so much higher.
_BENT, _HIGHER = 3, pt(7)
# Grounds and inks of the levels; the others stand in an outline.
_GROUNDS: tuple[tuple[Fill, Token], ...] = (("primary", "white"), ("surface2", "ink"))


class Unit(Record):
    """A unit of the lowest level: its name, perhaps who leads it or what it does."""

    name: Annotated[Text, Doc("What it is called.")]
    text: Annotated[Text | None, Doc("A few words below: who leads it, what it does.")] = None
    dotted: Annotated[bool, Doc("Whether the line from above is dotted: it guides, not leads.")] = (
        False
    )
    mark: Mark = NOWHERE


class Third(Unit):
    """A unit of the third level."""

    below: Annotated[tuple[Unit, ...], Length(1, 12), Doc("The units below it.")] = ()


class Second(Unit):
    """A unit of the second level."""

    below: Annotated[tuple[Third, ...], Length(1, 12), Doc("The units below it.")] = ()


class Top(Unit):
    """What stands above all."""

    below: Annotated[tuple[Second, ...], Length(1, 12), Doc("The units below it.")] = ()


class Org(Record):
    """A tree from above: up to 25 boxes over four levels, with full or dotted lines."""

    top: Annotated[Top, Doc("What stands above all: {name, text, below}; units are names alone.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Org, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    tree = _branch(fields.top)
    count = tree.count
    if count > _MOST:
        ctx.problems.add("org-too-many", fields.top.mark, count=count, most=_MOST)
        return (framed(ctx, slide, "title-only", (), note=fields.note),)
    places = placed(tree, ctx.canvas.noted if fields.note else ctx.canvas.body)
    units = list(_units(fields.top))
    boxes = set_clean(
        ctx,
        [_box(n, unit, at) for n, (unit, at) in enumerate(zip(units, places, strict=True), 1)],
        len(_STEPS),
        among=_CLEAN,
    )
    top = places[0].rect
    lines: list[Item] = [
        Rule(Name("link", n), *line, Stroke("muted", _LINE, dashed=unit.dotted))
        for n, (unit, at) in enumerate(zip(units, places, strict=True), 1)
        for line in (_aside(at, top) if unit.dotted else at.lines)
    ]
    whole = Group(Name("org-chart"), (*lines, *boxes), _described(ctx, fields.top))
    return (framed(ctx, slide, "title-only", (whole,), note=fields.note),)


def _aside(unit: Placed, top: Rect) -> Sequence[Line]:
    """The lines to a unit, of which none lies on that of another: from the side of what stands
    above all, else with their level part above those of others."""
    lines = unit.lines
    if len(lines) != _BENT:
        return lines
    (middle, _, _, bus), _, (at, _, _, end) = lines
    if unit.level == 1 and not top.x <= at <= top.right:
        side, y = top.right if at > middle else top.x, top.y + top.h // 2
        return ((min(side, at), y, max(side, at), y), (at, y, at, end))
    return ((middle, bus - _HIGHER, at, bus - _HIGHER), (at, bus - _HIGHER, at, end))


def _below(unit: Unit) -> Sequence[Unit]:
    return unit.below if isinstance(unit, Top | Second | Third) else ()


def _branch(unit: Unit) -> Branch:
    return Branch(tuple(_branch(each) for each in _below(unit)))


def _units(unit: Unit) -> Iterator[Unit]:
    """A unit and all below it, each before those that are below it."""
    yield unit
    for each in _below(unit):
        yield from _units(each)


def _box(number: int, unit: Unit, at: Placed) -> Wanted:
    """The box of a unit: on a ground in the two upper levels, in an outline below."""
    known = at.level < len(_GROUNDS)
    ground, ink = _GROUNDS[at.level] if known else ("white", "ink")

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        name, more = _STEPS[level]
        bold = at.level < len(_GROUNDS)
        made = [para(unit.name, name, bold=bold, colour=ink, align="center", short=short)]
        if unit.text:
            minor: Token = ink if at.level == 0 else "ink2"
            made.append(para(unit.text, more, colour=minor, align="center", short=short, level=1))
        return tuple(made)

    return Wanted(
        Name("node", number),
        at.rect,
        make,
        anchor="middle",
        insets=(_INSET, pt(2), _INSET, pt(2)),
        fill=ground,
        stroke=None if known else Stroke("muted", pt(1)),
        mark=unit.name.mark,
    )


def _described(ctx: Context, top: Top) -> str:
    """Who is set over whom, in words."""
    said = []
    for unit in _units(top):
        if names := [str(each.name) for each in _below(unit)]:
            joined = ctx.say("、", ", ").join(names)
            said.append(ctx.say(f"{unit.name}下设{joined}", f"{unit.name} over {joined}"))
    told = ctx.say("；", "; ").join(said) or str(top.name)
    return ctx.say(f"组织结构图：{told}", f"Organisation: {told}")


KIND = Kind(
    name="org",
    fields=Org,
    compose=compose,
    called=Named("组织结构", "組織結構", "Organisation"),
)
