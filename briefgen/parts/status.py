"""Turn what the ledger says of a figure (reached, aimed at, planned, worked out) into a mark.

The same four marks everywhere: ● achieved, ○ target, △ plan, ◇ derived. They differ in form and
not in colour, so that they are told apart in black and white (WCAG 2.2, 1.4.1).

    mark = status_mark(ctx, status(ctx.figure(id)), beside(x, baseline, size))   # drawn
    sign(status(ctx.figure(id)))                                                 # in a table's cell
    statuses_of(ctx, events)                                 # of events on an axis
    framed(…, marks=statuses(ctx, ids))                     # the key of a slide, once
    key(ctx, statuses(ctx, ids), place)                     # the key of a printed page
    word(ctx, "target")                                                          # beside a lone one
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

from briefgen.brief.model import Event, Text
from briefgen.colours import Token
from briefgen.facts import qualifiers
from briefgen.facts.figures import Figure, Kind
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import label, lines_in, para, set_in
from briefgen.record import replace
from briefgen.scene.items import Group, Item, Move, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, Step, step

Status = Literal["achieved", "target", "plan", "derived"]

_OF: Mapping[Kind, Status] = {
    "actual": "achieved",
    "stock": "achieved",
    "target": "target",
    "plan": "plan",
    "derived": "derived",
}
_SIGNS: Mapping[Status, str] = {"achieved": "●", "target": "○", "plan": "△", "derived": "◇"}
_WORDS: Mapping[Status, tuple[str, str]] = {
    "achieved": ("已实现", "Achieved"),
    "target": ("目标", "Target"),
    "plan": ("计划", "Planned"),
    "derived": ("推算", "Derived"),
}
# What lies ahead where all of it is but expected.
_EXPECTED = ("预计", "Expected")

_COME: frozenset[Status] = frozenset({"achieved", "derived"})

# The type of a printed page's key.
_KEY = step(8, 10)

# The side of a mark's square, and its middle above the baseline, in 1/100 of the type beside it:
# hanzi and capitals have their middle there.
_SIDE, _MIDDLE = 74, 37
# Round marks look larger than pointed ones of the same width, so they are drawn smaller; the
# outline of the open ones is this wide (both in 1/100 of the square's side), and at least 0.75 pt.
_ROUND, _LINE = 88, 13
# Triangle and diamond in the square, in 1/100 of its side, y downwards.
_CORNERS: Mapping[Status, tuple[tuple[int, int], ...]] = {
    "plan": ((50, 4), (98, 88), (2, 88)),
    "derived": ((50, 0), (100, 50), (50, 100), (0, 50)),
}


def status(figure: Figure) -> Status:
    """What the ledger's `kind` says of a figure; what there is in stock has been achieved."""
    return _OF[figure.kind]


def statuses(ctx: Context, figures: Iterable[str]) -> tuple[Status, ...]:
    """Those of some figures (by id), each once, in the order of a key."""
    found = {status(ctx.figure(id)) for id in figures}
    return tuple(each for each in get_args(Status) if each in found)


def statuses_of(ctx: Context, events: Sequence[Event]) -> tuple[Status, ...]:
    """Whether the events of a timeline, in their order, have come, or are aimed at or planned.

    Whether one lies ahead is as its author says, else as all of its figures are; but what stands
    before an event that has come has come too. Which of the two it is, the figures say of what
    happens; of an event that has none, those of all others that lie ahead, or of the ledger.
    """
    own = [statuses(ctx, (*event.when.figures, *event.what.figures)) for event in events]
    ahead = [
        event.target if event.target is not None else len(found) == 1 and found[0] not in _COME
        for event, found in zip(events, own, strict=True)
    ]
    said = [statuses(ctx, event.what.figures) for event in events]
    aims = [tuple(each for each in found if each not in _COME) for found in said]
    last = max((n for n, lies in enumerate(ahead) if not lies), default=-1)
    lies = [event.target or (ahead[n] and n > last) for n, event in enumerate(events)]
    others = {each for aim, own in zip(aims, lies, strict=True) if own for each in aim}
    others = others or {status(figure) for figure in ctx.brief.figures.values()} - _COME
    usual: Status = "plan" if others == {"plan"} else "target"
    return tuple(
        "achieved" if not each else aim[0] if len(aim) == 1 else usual
        for aim, each in zip(aims, lies, strict=True)
    )


def word(ctx: Context, status: Status) -> str:
    """The status in the audience's language."""
    expected = status == "plan" and ctx.once(_only_expected)
    return ctx.say(*(_EXPECTED if expected else _WORDS[status]))


def _only_expected(ctx: Context) -> bool:
    """Whether nothing in the ledger is planned, but some of it expected: 预计40亿吨."""
    ahead = [each.quantity.qualifier for each in ctx.brief.figures.values() if each.kind == "plan"]
    return bool(ahead) and all(
        any(
            qualifiers.WORDS[name].english == "an expected "
            for name in qualifiers.split(each) or ()
        )
        for each in ahead
    )


def before(ctx: Context, status: Status, label: Text | str) -> str:
    """The status and a gap, to stand before a label; "" where the label says it itself."""
    told = word(ctx, status)
    return "" if told.lower() in str(label).lower() else told + ctx.say("　", "  ")


def behind(ctx: Context, status: Status) -> str:
    """The status behind a label that does not say it: 2030年客流目标, but 五条线路总长（推算）."""
    told = word(ctx, status)
    return ctx.say(told if status == "target" else f"（{told}）", f" ({told.lower()})")


def sign(status: Status) -> str:
    """The mark as a character, for cells of native tables, in which nothing drawn can stand."""
    return _SIGNS[status]


def beside(x: int, baseline: int, size: int) -> Rect:
    """The square of a mark that begins at `x`, beside type of `size` on a baseline (EMU)."""
    side = size * _SIDE // 100
    return Rect(x, baseline - size * _MIDDLE // 100 - side // 2, side, side)


def status_mark(
    ctx: Context, status: Status, place: Rect, *, colour: Token = "ink2", number: int = 0
) -> Shape:
    """The mark in the square `place`, read out as its word. `number` is that of its figure."""
    width = max(place.w * _LINE // 100, pt(0.75))
    name, alt = Name("status", number), word(ctx, status)
    if corners := _CORNERS.get(status):
        inner = place.inset(width // 2, width // 2, width // 2, width // 2)
        steps = [(inner.x + inner.w * x // 100, inner.y + inner.h * y // 100) for x, y in corners]
        first, *others = steps
        path = (Move("M", (first,)), *(Move("L", (at,)) for at in others), Move("Z"))
        return Shape(name, inner, path=path, stroke=Stroke(colour, width), alt=alt)
    side = place.w * _ROUND // 100
    disc = Rect(place.x + (place.w - side) // 2, place.y + (place.h - side) // 2, side, side)
    if status == "achieved":
        return Shape(name, disc, "ellipse", fill=colour, alt=alt)
    ring = disc.inset(width // 2, width // 2, width // 2, width // 2)
    return Shape(name, ring, "ellipse", stroke=Stroke(colour, width), alt=alt)


def key(
    ctx: Context,
    statuses: Iterable[Status],
    place: Rect,
    *,
    left: bool = False,
    type: Step | None = None,
) -> Group:
    """What the marks of a page mean: each of `statuses` with its word, on one line from the right
    of `place` (or from its `left`). In 8 pt, unless `type` says."""
    own = type or _KEY
    gap, apart = own.size * 35 // 100, own.size * 3 // 2
    side = own.size * _SIDE // 100
    shown = [(each, word(ctx, each)) for each in statuses]
    widths = [_width(ctx, said, own) for _, said in shown]
    total = sum(side + gap + width for width in widths) + apart * (len(shown) - 1)
    x = place.x if left else place.right - total
    items: list[Item] = []
    for number, ((each, said), width) in enumerate(zip(shown, widths, strict=True), 1):
        area = Rect(x + side + gap, place.y, width, own.leading * 6 // 5)
        box = label(ctx, Name("status-key", number), area, said, own, colour="ink2")
        mark = beside(x, box.lines[0].baseline, own.size)
        items += (status_mark(ctx, each, mark, number=number), box)
        x = area.right + apart
    return Group(Name("status-key"), tuple(items))


def explained(ctx: Context, statuses: Iterable[Status]) -> str:
    """What the marks of a slide mean, in words: each as a character with its word."""
    return ctx.say("　", "   ").join(f"{sign(each)} {word(ctx, each)}" for each in statuses)


def _width(ctx: Context, said: str, type: Step) -> int:
    """The width of a word's box: wider than the word, for faces that are."""
    line = set_in(ctx, (para(said, type),), pt(4000)).lines[0]
    return line.width * (110 if ctx.medium == "deck" else 101) // 100 + pt(1)


def key_line(ctx: Context, note: Text | None) -> tuple[Rect, Rect]:
    """Where a slide's key stands, and its note: on one line, or where the note is too long for
    that, the key on the line below."""
    line, beside = ctx.canvas.note, ctx.canvas.beside_key
    step = DECK["source"]
    most = ctx.canvas.note_lines
    if note is None or lines_in(ctx, (para(note, step),), beside.w) <= most:
        return ctx.canvas.key, beside
    return replace(line, y=line.bottom - pt(1), h=pt(20)), line
