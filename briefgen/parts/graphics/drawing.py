"""Turn the points of a graphic into what its forms share: how it is set, its labels, its strokes.

A form draws marks, and says where labels stand; all labels of a drawing are set in one size.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.graphic import Direction, Graphic
from briefgen.brief.model import Segment, Text
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.kpi import numeral
from briefgen.parts.status import sign, status, word
from briefgen.parts.text import Wanted, height_in, para
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace
from briefgen.scene.items import Anchor, Item, Slot, TextBox
from briefgen.scene.names import Name
from briefgen.scene.room import TALLER
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.fit import setting_of
from briefgen.typography.text import Align, Paragraph, Run, Style

# The sign of a figure's status is no larger than a slide's furniture where sizes may differ, and
# stands this far from its words, in 1/100 of its em.
_SIGN, _APART = DECK["source"].size, 40
# A room this much wider than high is drawn from left to right.
_WIDE = 1.25


class Scale(Record, kw_only=True):
    """How a drawing is set: sizes of names, notes and numerals, the largest first and as
    many of each; its head and foot; the widths of lines, the diameter of beads, and
    what stands between things (EMU). Where it is `told`, the word of a figure's status stands
    behind its sign, and no key has to say it."""

    names: tuple[Step, ...]
    notes: tuple[Step, ...]
    numerals: tuple[Step, ...]
    head: Step
    foot: Step
    line: int
    thin: int
    bead: int
    gap: int
    told: bool = False


CLOSE = step(14, 17)
_TIGHT, _HEAD = DECK["caption"], step(18, 20)
# The last step is for many points: names and notes on lines that are close to each other.
# Beside the text of a slide; over the whole of one.
BESIDE = Scale(
    names=(DECK["body"], DECK["dense"], _TIGHT, CLOSE),
    notes=(DECK["body"], DECK["dense"], _TIGHT, CLOSE),
    numerals=(step(28, 34), step(28, 34), step(22.5, 26), step(18, 18)),
    head=_HEAD,
    foot=_HEAD,
    line=pt(4),
    thin=pt(1),
    bead=pt(18),
    gap=pt(10),
)
WHOLE = Scale(
    names=(DECK["title"], DECK["lead"], DECK["body"], DECK["dense"], CLOSE),
    notes=(DECK["head"], DECK["head"], DECK["body"], _TIGHT, CLOSE),
    numerals=(step(56, 62), step(56, 62), step(35, 42), step(28, 34), step(18, 20)),
    head=_HEAD,
    foot=_HEAD,
    line=pt(7),
    thin=pt(1.25),
    bead=pt(34),
    gap=pt(14),
)


# Over the larger part of one: names no larger than the text beside them.
WIDE = replace(
    WHOLE,
    names=BESIDE.names,
    notes=BESIDE.notes,
    numerals=(step(56, 62), step(35, 42), step(28, 34), step(18, 20)),
)


def opened(ctx: Context, place: Rect, step: Step, anchor: Anchor = "top") -> Rect:
    """The place of a single line on a slide with room for a face of taller lines; the line stays
    where it is."""
    if ctx.medium == "print":
        return place
    more = round(step.leading * (TALLER - 1)) + pt(1)
    if anchor == "middle":
        return place.inset(0, -more // 2, 0, -more // 2)
    return place.inset(0, -more, 0, 0) if anchor == "bottom" else place.inset(0, 0, 0, -more)


class Point(Record, kw_only=True):
    """One thing of a graphic, `figure` and `target` by their ids ("" where there is none)."""

    text: Text
    note: Text | None = None
    figure: str = ""
    target: str = ""
    icon: str = ""
    to: Direction | None = None
    ahead: bool = False
    mark: Mark = NOWHERE


class Label(Record, kw_only=True):
    """Where the words of a point stand, and in which colours. Its figure stands below its name, or
    `large` above it; `inline` all of it is one line. It is `down` steps below others. A large
    figure that is the `proof` of the slide's title is in the accent."""

    point: Point
    number: int
    rect: Rect
    align: Align = "left"
    anchor: Anchor = "middle"
    colour: Token = "ink"
    minor: Token = "ink2"
    large: bool = False
    inline: bool = False
    down: int = 0
    proof: bool = False


class Drawing(Record, kw_only=True):
    """A drawing: its marks, where its labels stand, what it shows in words, and whether sizes and
    places in it say nothing (示意)."""

    marks: tuple[Item, ...]
    labels: tuple[Label, ...]
    said: str
    schematic: bool


def points_of(ctx: Context, graphic: Graphic) -> tuple[Point, ...]:
    """The points as they are written, then the figures under the names that the ledger has."""
    written = (
        Point(
            text=each.text,
            note=each.note,
            figure=each.figure.id if each.figure else "",
            target=each.target.id if each.target else "",
            icon=each.icon,
            to=each.to,
            ahead=each.ahead,
            mark=each.mark,
        )
        for each in graphic.points
    )
    named = (Point(text=ctx.label(r.id), figure=r.id, mark=r.mark) for r in graphic.figures)
    return (*written, *named)


def is_wide(rect: Rect) -> bool:
    """Whether a room is drawn from left to right."""
    return rect.w > _WIDE * rect.h


def width_of(ctx: Context, words: object, step: Step, bold: bool = True) -> int:
    """The room that words need to stay on one line (EMU), in a recipient's face too."""
    flow = setting_of(ctx.fonts, ctx.medium, ctx.language).flow(
        (Run(str(words), Style(step.size, bold)),)
    )
    return flow.places[-1] * 102 // 100_000 + pt(1)


def said(ctx: Context, point: Point) -> str:
    """A point in words: its name, its figure and what that is, what is noted of it."""
    more = []
    if point.figure:
        more = [str(ctx.shown(point.figure)), word(ctx, status(ctx.figure(point.figure)))]
    more += [str(point.note)] if point.note else []
    inner = ctx.say("，", ", ").join(more)
    return str(point.text) + (ctx.say(f"（{inner}）", f" ({inner})") if inner else "")


def on_a_line(ctx: Context, point: Point) -> str:
    """What a point's words are where they stand on one line."""
    figure = f"● {ctx.shown(point.figure)}" if point.figure else ""
    return ctx.say("　", "  ").join(filter(None, (str(point.text), figure, str(point.note or ""))))


def listed(ctx: Context, points: Sequence[Point]) -> str:
    """Points in words, in their order."""
    return ctx.say("、", "; ").join(said(ctx, point) for point in points)


def wanted(ctx: Context, label: Label, scale: Scale, slot: Slot | None = None) -> Wanted:
    """The words of a point as a box to be set at a step of the scale."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return _paragraphs(ctx, label, scale, level, short)

    return Wanted(
        Name("graphic-label", label.number),
        label.rect,
        make,
        slot=slot,
        anchor=label.anchor,
        one_line=(0,) if label.large and label.point.figure else (),
        lines=1 if label.inline else 0,
        spare=label.rect.w - _safe(ctx, label.rect.w),
        mark=label.point.text.mark,
    )


def close(step: Step) -> int:
    """The line pitch of words that are one line until somebody adds to them."""
    return min(step.leading, step.size * CLOSE.leading // CLOSE.size)


def height_of(ctx: Context, label: Label, scale: Scale, width: int, level: int = 0) -> int:
    """The height of a point's words, set to a width at a step of the scale (EMU), in a recipient's
    face too."""
    return height_in(ctx, _paragraphs(ctx, label, scale, level, False), _safe(ctx, width))


def _safe(ctx: Context, width: int) -> int:
    """What is planned with of a width: on a slide less than there is, as for `width_of`."""
    return width if ctx.medium == "print" else (width - pt(1)) * 100 // 102


def fitted(ctx: Context, labels: Sequence[Label], scale: Scale) -> tuple[Label, ...]:
    """The labels as they are; all on one line each, where one is too high for its place and each
    is narrow enough for that."""
    # On a slide words stand on one line before they become small.
    level = 1 if ctx.medium == "deck" else -2
    high = any(height_of(ctx, each, scale, each.rect.w, level) > each.rect.h for each in labels)
    level = len(scale.names) - 1
    lines = tuple(replace(each, inline=True) for each in labels)
    if high and all(_whole(ctx, each, scale, level) for each in lines):
        return lines
    return tuple(labels)


def unbroken(ctx: Context, labels: Sequence[Label], scale: Scale) -> Scale:
    """The scale from the first step on at which every name, or numeral where it is large, stands
    on one line, at the largest two with all that is said below it if it can; as it is where there
    is none."""
    named = [label for label in labels if not label.inline]
    # One alone is a hero: it stays large.
    legible = _LEGIBLE if ctx.medium == "deck" and len(named) > 1 else 0
    for level, count in (*((n, _ALL) for n in range(legible)), *((n, 1) for n in range(_ALL))):
        if level < len(scale.names) and all(_whole(ctx, x, scale, level, count) for x in named):
            return replace(
                scale,
                names=scale.names[level:],
                notes=scale.notes[level:],
                numerals=scale.numerals[level:],
            )
    return scale


# The steps at which all of a label is tried on single lines; and more than a label has paragraphs,
# or a scale steps.
_LEGIBLE, _ALL = 3, 9


def _whole(ctx: Context, label: Label, scale: Scale, level: int, count: int = 1) -> bool:
    """Whether the first `count` of a label's paragraphs stand on one line each at a step."""
    made = _paragraphs(ctx, label, scale, level, False)[:count]
    setting = setting_of(ctx.fonts, ctx.medium, ctx.language)
    flows = [setting.flow(each.runs) for each in made if each.runs]
    return all(flow.places[-1] * 102 // 100_000 + pt(1) <= label.rect.w for flow in flows)


def _paragraphs(
    ctx: Context, label: Label, scale: Scale, level: int, short: bool
) -> tuple[Paragraph, ...]:
    """On a slide as a placeholder needs them, in which all words of a level look alike."""
    level = min(level + label.down, len(scale.names) - 1)
    point, name, note = label.point, scale.names[level], scale.notes[level]
    if label.inline:
        return (_one_line(ctx, label, name, short, told=scale.told),)
    shown: list[Paragraph] = []
    if point.figure and label.large:
        colour, minor, align = label.colour, label.minor, label.align
        colour = "primary" if label.proof else colour
        big = scale.numerals[level]
        shown.append(numeral(ctx, point.figure, big, note, colour=colour, minor=minor, align=align))
        named = para(point.text, note, colour=minor, align=align, short=short)
        mark = _sign(ctx, point, min(note.size, _SIGN), minor)
        if ctx.medium == "deck":
            mark = _plain_sign(ctx, point, Style(note.size, False, minor))
        about = _status(ctx, point, Style(note.size, False, minor)) if scale.told else ()
        shown.append(replace(named, runs=(mark, *about, *named.runs)))
    else:
        shown.append(
            para(point.text, name, bold=True, colour=label.colour, align=label.align, short=short)
        )
    if point.figure and not label.large:
        words = Text((Segment(str(ctx.shown(point.figure)), point.figure),))
        told = para(words, name, colour=label.colour, align=label.align, level=1)
        own = told.runs[0].style
        about = _status(ctx, point, own) if scale.told else ()
        shown.append(replace(told, runs=(_plain_sign(ctx, point, own), *about, *told.runs)))
    if point.note:
        level = 2 if point.figure else 1
        shown.append(
            para(point.note, note, colour=label.minor, align=label.align, short=short, level=level)
        )
    return tuple(shown)


def parted(ctx: Context, box: TextBox) -> tuple[TextBox, TextBox]:
    """A numeral above its words as two boxes: the numeral, in which sizes differ, without a
    placeholder, and the words in that of both."""
    number, *words = box.paragraphs
    high = height_in(ctx, box.paragraphs, box.rect.w)
    spare = {"top": 0, "middle": (box.rect.h - high) // 2, "bottom": box.rect.h - high}
    top = box.rect.y + spare[box.anchor]
    above = Rect(box.rect.x, top, box.rect.w, number.leading)
    opening = opened(ctx, above, Step(number.leading, number.leading), "bottom")
    higher = max(opening.y, min(top, box.rect.y))
    below = Rect(above.x, above.bottom, above.w, max(box.rect.bottom, top + high) - above.bottom)
    return (
        replace(
            box,
            rect=Rect(above.x, higher, above.w, above.bottom - higher),
            paragraphs=(number,),
            lines=tuple(line for line in box.lines if not line.paragraph),
            slot=None,
            anchor="bottom",
        ),
        replace(
            box,
            rect=below,
            paragraphs=tuple(replace(each, level=n) for n, each in enumerate(words)),
            lines=tuple(
                replace(line, paragraph=line.paragraph - 1) for line in box.lines if line.paragraph
            ),
            anchor="top",
        ),
    )


def _sign(ctx: Context, point: Point, size: int, colour: Token) -> Run:
    """Whether a figure is reached, aimed at, planned or worked out, before its words."""
    mark = Style(size, True, colour, spacing=size * _APART // 100)
    return Run(sign(status(ctx.figure(point.figure))), mark)


def _plain_sign(ctx: Context, point: Point, style: Style) -> Run:
    """The same in a placeholder, in which all words of a level look alike."""
    return Run(sign(status(ctx.figure(point.figure))) + " ", style)


def _status(ctx: Context, point: Point, style: Style) -> tuple[Run, ...]:
    """The word of a figure's status, before what it is of."""
    about = word(ctx, status(ctx.figure(point.figure)))
    return (Run(about + ctx.say("　", "  "), style),)


def _one_line(ctx: Context, label: Label, step: Step, short: bool, *, told: bool) -> Paragraph:
    """Name, figure and note one after the other, in one size; what is `large` stands first."""
    point, plain = label.point, Style(step.size, label.large, label.colour)
    name = para(point.text, step, bold=not label.large, colour=label.colour, short=short).runs
    shown: tuple[Run, ...] = ()
    if point.figure:
        figure = Run(str(ctx.shown(point.figure)), plain, point.figure)
        about = _status(ctx, point, plain) if told else ()
        shown = (_plain_sign(ctx, point, plain), *about, figure)
    noted = para(point.note, step, colour=label.colour, short=short).runs if point.note else ()
    parts = (shown, name, noted) if label.large else (name, shown, noted)
    between = Run(ctx.say("　", "  "), Style(step.size, False, label.colour))
    runs: list[Run] = []
    for part in filter(None, parts):
        runs += (between, *part) if runs else part
    return Paragraph(tuple(runs), close(step), label.align)
