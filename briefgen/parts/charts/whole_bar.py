"""Turn one whole and its parts into one bar, its parts named with their shares."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import product
from typing import Literal

from briefgen.geometry import Rect, pt
from briefgen.parts.charts.aimed import parts_ahead
from briefgen.parts.charts.axis import Axis
from briefgen.parts.charts.drawing import LARGE, fitting, spoken, widest
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.marks import ChartMark, charted, drawn, said
from briefgen.parts.charts.overlay import THIN
from briefgen.parts.charts.plan import Plan
from briefgen.parts.charts.share import Share, says_once, share_said, shares_of
from briefgen.parts.charts.values import Values
from briefgen.parts.charts.wholes import including, known, on_part, part_colours, stated
from briefgen.parts.context import Context
from briefgen.parts.derived import traced
from briefgen.parts.text import Wanted, lines_in, para, set_box
from briefgen.record import Record
from briefgen.scene.items import Group, Item, Rule, Slot, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Anchor, Paragraph

# The bar's height at the most, and the room of a name above or below it.
_THICKEST, _NAME = pt(152), DECK["dense"].leading + pt(10)
# What a name takes of its width where it stands on two lines, in hundredths.
_HALF = 64
# The most lines of a name.
_LINES = 3


def part_whole_chart(
    ctx: Context, name: Name, values: Values, rect: Rect, slot: int
) -> tuple[Item, ...]:
    """One stacked bar of what `shares` gave for one whole, each part with its value on it, its name
    and share beside it, above or in turn above and below, in the placeholders from `slot` on.

    Shares are worked out, and say so; of what the sources leave open none is told.
    """
    scale = scaled(ctx, values)
    if scale is None:
        return ()
    count = len(values.series) - 1
    thick = min(_THICKEST, rect.h - 2 * _NAME)
    plot = Rect(rect.x, rect.y + (rect.h - thick) // 2, rect.w, thick)
    words = [scale.words(s, 0) for s in range(count)]
    whole = scale.values[count][0] or Decimal(0)
    plan = Plan(
        name=name,
        kind="stacked",
        values=values,
        scale=scale,
        categories=values.categories,
        series=values.series[:count],
        frame=plot,
        plot=plot,
        axis=Axis(Decimal(0), whole, whole),
        step=fitting(ctx, words, rect.w // 3, True, LARGE) or DECK["small"],
        name_step=DECK["label"],
        ahead=parts_ahead(ctx, values),
    )
    marks = _marks(ctx, plan, words)
    shares = shares_of(ctx, scale, values)
    names = [_named(ctx, plan, shares, s) for s in range(count)]
    pairs = [(names[s], words[s] if known(values, s) else "") for s in range(count)]
    told = spoken(ctx, pairs) + including(ctx, values)
    total = scale.words(count, 0)
    alt = ctx.say(f"堆积条形图：{total}中，{told}", f"Stacked bar of {total}: {told}")
    chart = charted(ctx, plan, marks, drawn(ctx, plan, marks), alt)
    return (chart, *_names(ctx, plan, marks, shares, names, slot))


def _marks(ctx: Context, plan: Plan, words: Sequence[str]) -> tuple[ChartMark, ...]:
    """The parts from the left; what is left of the whole follows from them in the workbook."""
    marks = []
    start = Decimal(0)
    colours = part_colours(ctx, plan.values)
    for s, name in enumerate(plan.series):
        x = plan.at(start)
        start += plan.scale.values[s][0] or Decimal(0)
        piece = Rect(x, plan.plot.y, plan.at(start) - x, plan.plot.h)
        fits = widest(ctx, [words[s]], plan.step, True) + pt(8) <= piece.w
        label = None
        if fits and known(plan.values, s):
            label = said(
                plan,
                s,
                0,
                name=Name("value", of=name),
                place="center",
                ink=on_part(ctx, colours[s], (s, 0) in plan.ahead),
                rect=piece,
            )
        others = "".join(f"-{chr(ord('B') + o)}2" for o in range(len(plan.series)) if o != s)
        rest = not stated(plan.values, s)
        marks.append(
            ChartMark(
                series=s,
                category=0,
                value=plan.scale.values[s][0],
                colour=colours[s],
                name=Name("segment", of=name),
                form=piece,
                label=label,
                figure=plan.values.points[s][0].figure,
                formula=f"{plan.high:f}{others}" if rest else "",
            )
        )
    return tuple(marks)


def _named(
    ctx: Context, plan: Plan, shares: Sequence[Share | None], s: int, value: str = ""
) -> str:
    """A part's name, with the `value` that has no room on it, and its share."""
    own = shares[s]
    derived = ctx.say("（推算）", " (derived)")
    name = plan.series[s].removesuffix(derived)
    if own is None:
        return f"{name} {value}".strip()
    if not own.worked:
        derived = ""
    elif says_once(shares):
        derived = "" if stated(plan.values, s) else derived
    elif not stated(plan.values, s):
        # One word for both where the part itself is worked out.
        derived = ctx.say("（均为推算）", " (both derived)")
    told = f"{name} {value}".strip()
    return ctx.say(f"{told}，{share_said(own)}{derived}", f"{told}, {own.words}{derived}")


def _names(
    ctx: Context,
    plan: Plan,
    marks: Sequence[ChartMark],
    shares: Sequence[Share | None],
    names: Sequence[str],
    slot: int,
) -> tuple[Item, ...]:
    """Each part's name, above or below its piece: it begins where that begins, or ends where that
    ends, so that it is read as no other's; only where there is no room for that it is led to it."""
    told = [
        _named(ctx, plan, shares, mark.series, plan.scale.words(mark.series, 0))
        if not mark.label and known(plan.values, mark.series)
        else name
        for mark, name in zip(marks, names, strict=True)
    ]
    natural = [widest(ctx, [words], plan.name_step) * 9 // 8 + pt(14) for words in told]
    pieces = [mark.form for mark in marks if isinstance(mark.form, Rect)]
    rows, places = _placed(ctx, plan, told, natural, pieces)
    items: list[Item] = []
    for s, (words, piece) in enumerate(zip(told, pieces, strict=True)):
        at = Slot("body", slot + s)
        items += _named_piece(ctx, plan, shares, s, words, piece, places[s], bool(rows[s]), at)
    return tuple(items)


class _Place(Record):
    """Where a name stands: from `x` on, so `wide`, and with which edge of its piece it is flush."""

    x: int
    wide: int
    flush: Literal["left", "right", ""]


def _placed(
    ctx: Context, plan: Plan, told: Sequence[str], natural: Sequence[int], pieces: Sequence[Rect]
) -> tuple[tuple[int, ...], dict[int, _Place]]:
    """Which names stand below the bar (1), and where each stands: so that they have few lines, and
    few stand below."""
    best: tuple[int, tuple[int, ...], dict[int, _Place]] | None = None
    count = len(pieces)
    for rest in sorted(product((0, 1), repeat=count - 1), key=sum):
        rows = (0, *rest)
        made: dict[int, _Place] = {}
        for row in (0, 1):
            own = [(s, pieces[s], natural[s]) for s in range(count) if rows[s] == row]
            made |= _flush(own, plan.frame)
        if len(made) < count:
            continue
        lines = [
            1 if place.wide >= natural[s] else _lines(ctx, plan, told[s], place.wide)
            for s, place in made.items()
        ]
        more = sum(lines) - count
        if max(lines) <= _LINES and (best is None or more < best[0]):
            best = more, rows, made
        if not more:
            break
    return best[1:] if best else _led_to(natural, pieces, plan.frame)


def _lines(ctx: Context, plan: Plan, words: str, wide: int) -> int:
    """How many lines a name takes."""
    return lines_in(ctx, (para(words, plan.name_step),), wide - pt(6))


def _flush(wanted: Sequence[tuple[int, Rect, int]], frame: Rect) -> dict[int, _Place]:
    """Where names (key, piece, natural width) stand on one side of the bar; of none where there is
    too little room for one. A name may take two lines where those are not short."""
    made: dict[int, _Place] = {}
    end = frame.right
    for key, piece, wide in reversed(wanted):
        room = end - piece.x
        if room >= wide or (made and room * 5 >= wide * 3):
            made[key] = _Place(piece.x, room, "left")
        elif piece.right <= end and piece.right - wide >= frame.x:
            made[key] = _Place(piece.right - wide, wide, "right")
        else:
            return {}
        end = made[key].x
    return made


def _led_to(
    natural: Sequence[int], pieces: Sequence[Rect], frame: Rect
) -> tuple[tuple[int, ...], dict[int, _Place]]:
    """The names in turn above and below, moved apart, each as wide as its share of the line."""
    count = len(pieces)
    share = frame.w // -(-count // 2)
    placed: dict[int, int] = {}
    for row in (range(0, count, 2), range(1, count, 2)):
        # On two lines each, so that they stand at their pieces.
        wides = {s: min(share, max(pieces[s].w, natural[s] * _HALF // 100)) for s in row}
        placed |= _apart([(s, pieces[s].x, wides[s]) for s in row], frame)
    made = {}
    for s in range(count):
        # A name may go on to the next on its side.
        after = [placed[n] for n in placed if n > s and (n - s) % 2 == 0]
        x = placed[s]
        made[s] = _Place(x, min(after, default=frame.right) - x, "left" if x == pieces[s].x else "")
    return tuple(s % 2 for s in range(count)), made


def _apart(wanted: Sequence[tuple[int, int, int]], frame: Rect) -> dict[int, int]:
    """Where labels begin (key, place, width) that stand on one line: none over another, none beyond
    the frame."""
    placed: dict[int, int] = {}
    end = frame.x
    for key, x, wide in wanted:
        placed[key] = max(x, end)
        end = placed[key] + wide
    edge = frame.right
    for key, _, wide in reversed(wanted):
        placed[key] = min(placed[key], edge - wide)
        edge = placed[key]
    return placed


def _named_piece(
    ctx: Context,
    plan: Plan,
    shares: Sequence[Share | None],
    s: int,
    words: str,
    piece: Rect,
    place: _Place,
    below: bool,
    slot: Slot,
) -> tuple[Group, TextBox]:
    """A name, and the line that leads from it to its piece."""
    step, x, wide, what = plan.name_step, place.x, place.wide, plan.series[s]
    ends = place.flush == "right"
    lines = lines_in(ctx, (para(words, step),), wide - pt(6))
    # On several lines its share has one of its own.
    apart = ctx.say("，\n", ",\n").join(words.rsplit(ctx.say("，", ", "), 1))
    if lines > 1 and lines_in(ctx, (para(apart, step),), wide - pt(6)) == lines:
        words = apart
    high = min(lines, _LINES) * step.leading
    y = plan.plot.bottom + pt(10) if below else plan.plot.y - pt(10) - high
    edge, near = (plan.plot.bottom, y) if below else (plan.plot.y, y + high)
    more = step.leading // 12
    area = Rect(x if ends else x + pt(6), y - more, wide - pt(6), high + 2 * more)
    name = Name("segment-name", of=what)
    far = y + high if below else y
    if place.flush:
        at = piece.right if ends else x
        ways = [Rule(Name("leader"), at, edge, at, far, THIN)]
    elif (left := max(x, piece.x)) < (right := min(x + wide, piece.right)):
        # The name was moved, and still stands over a part of its piece.
        at = (left + right) // 2
        ways = [Rule(Name("leader"), at, edge, at, near, THIN)]
    else:
        # The line goes from the middle of the piece to the name first.
        at, middle = piece.x + piece.w // 2, (edge + near) // 2
        ways = [
            Rule(Name("leader"), at, edge, at, middle, THIN),
            Rule(Name("leader"), at, middle, x, middle, THIN),
            Rule(Name("leader"), x, middle, x, far, THIN),
        ]
    own = shares[s]
    said = traced(ctx, words, own.figure, own.number) if own else words

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(said, step, short=short, align="right" if ends else "left"),)

    where = plan.values.points[s][0].mark
    near_bar: Anchor = "top" if below else "bottom"
    text = set_box(ctx, Wanted(name, area, make, anchor=near_bar, slot=slot, mark=where))
    return Group(Name("leader", of=what), tuple(ways)), text
