"""Turn steps that follow each other into a row of chevrons, each with its words below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import ICON, Doc, Length, Says
from briefgen.brief.model import Slide, Text, words
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import levelled, lowered, set_clean
from briefgen.parts.spread import spread
from briefgen.parts.text import Wanted, down, para, set_boxes
from briefgen.record import Record, replace
from briefgen.scene.icons import icon
from briefgen.scene.items import Geometry, Item, Page, Slot, TextBox
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.theme.model import step as sized
from briefgen.typography.text import Align, Paragraph

_MOST = 5
_HIGH = pt(88)
# Over panels of few words they are up to so much higher; so much higher, their words are larger.
_TALLER, _LARGER = pt(40), pt(24)
# Without words below, the chevrons stand in the middle of the slide, so high of it or of one of two
# rows, and no higher for their width.
_ALONE, _ALONE_IN_TWO, _BROAD = 0.36, 0.62, 0.6
# How far a chevron's point and notch reach, of its height; how far its words stand from the notch.
_REACH, _INNER = 0.2, pt(10)
_ICON = pt(48)
# Panels of words are so far apart; two rows, of lower chevrons, so far.
_PANEL_GAP, _ROWS_APART, _LOW = pt(12), pt(20), pt(64)
# Names that stand alone stop so far of its point's reach before a chevron's right edge: they stand
# about its middle, where it reaches on.
_POINTED = 0.7
# The ground and the words of chevrons, and of those beside what is the key one.
_FULL: tuple[Token, Token] = ("primary", "white")
_QUIET: tuple[Token, Token] = ("surface2", "ink")
# The steps of names that stand alone, and how many those have that stand over words; the last are
# for long words in a narrow chevron.
_NAMES = tuple(DECK[name] for name in ("large", "large", "lead", "head", "body", "dense"))
_OVER = 3
# The number over a name that stands alone is as large as a figure.
_NUMBER = DECK["display"]
# Those of words below or beside names.
_BODIES = (DECK["lead"], sized(22, 31), *(DECK[n] for n in ("head", "body", "dense", "small")))
# Few words are as large as so many of the first.
_LARGE, _NORMAL = 3, 3
# Steps below each other: between two of them, and how much of the width their names take.
_APART, _SHARE = pt(16), 34


class Step(Record):
    """One step: what it is called, and what is done."""

    head: Annotated[Text, Doc("Its name, 2 to 6 characters of Chinese.")]
    text: Annotated[Text, Doc("What is done, up to 50 characters.")] = words("")
    icon: Annotated[str, ICON, Doc("The name of an icon.")] = ""
    key: Annotated[bool, Doc("Whether it is the step that matters most.")] = False


class Process(Record):
    """Two to five steps that follow each other, as chevrons; up to ten in two rows, more on further
    slides."""

    steps: Annotated[
        tuple[Step, ...], Length(2, 15), Says(ordered=True), Doc("The steps in their order.")
    ]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Process, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    numbered = list(enumerate(fields.steps, 1))

    def page(ctx: Context, slide: Slide, steps: Sequence[tuple[int, Step]]) -> Page:
        area = ctx.canvas.over(fields.note is not None)
        arranged = _rows if ctx.canvas.narrow else _row
        items = arranged(ctx, [step for _, step in steps], steps[0][0], area)
        return framed(ctx, slide, "title-only", items, note=fields.note)

    most = _MOST if ctx.canvas.narrow else 2 * _MOST
    return spread(ctx, slide, numbered, most, page, _without_text)


def _without_text(numbered: tuple[int, Step]) -> tuple[tuple[int, Step], Text]:
    number, step = numbered
    return (number, replace(step, text=words("", step.text.mark))), step.text


def _row(ctx: Context, steps: Sequence[Step], start: int, area: Rect) -> list[Item]:
    """The chevrons, their icons above them, the words below: all on one left edge a step. Many
    stand in two rows."""
    said = any(str(step.text) for step in steps)
    rows = 1 if len(steps) <= _MOST else 2
    chosen = any(step.key for step in steps)

    def lots(area: Rect, more: int = 0) -> tuple[list[Wanted], list[Wanted], list[Item]]:
        each = -(-len(steps) // rows)
        heads, bodies, icons = [], [], []
        for at, lot in enumerate(area.rows(rows, _ROWS_APART)):
            chevrons, panels, above = _lot(steps, start, each, at, lot, said, chosen, more)
            heads += chevrons
            bodies += panels
            icons += above
        return heads, bodies, icons

    heads, bodies, icons = lots(area)
    texts: tuple[TextBox, ...] = ()
    more = 0
    if said:
        texts = set_clean(ctx, bodies, len(_BODIES), _NORMAL, among=_LARGE)
        if rows == 1:
            # Panels of few words end soon below these, and chevrons take of what is left.
            texts, kept = lowered(ctx, texts, area)
            more = min(area.h - kept.h, _TALLER)
            heads, _, icons = lots(kept, more)
            texts = tuple(_down(box, more) for box in texts)
    steps_of = _OVER if said and more < _LARGER else len(_NAMES)
    names = (
        set_clean(ctx, heads, steps_of, among=steps_of)
        if ctx.chinese
        else set_boxes(ctx, heads, steps_of)
    )
    if not said:
        return [*icons, *levelled(ctx, names)]
    return [*icons, *(box for pair in zip(names, texts, strict=True) for box in pair)]


def _lot(
    steps: Sequence[Step],
    start: int,
    each: int,
    at: int,
    area: Rect,
    said: bool,
    chosen: bool,
    more: int,
) -> tuple[list[Wanted], list[Wanted], list[Item]]:
    """The chevrons of the row `at` of `each` steps, the panels below them, and their icons.
    Chevrons over words are so much `more` high than usual."""
    # A chevron ends where its panel does.
    gap = _PANEL_GAP if said else 0
    columns = area.columns(each, gap)
    low = each < len(steps)
    share = _ALONE_IN_TWO if low else _ALONE
    high = (
        (_LOW if low else _HIGH + more)
        if said
        else round(min(area.h * share, columns[0].w * _BROAD))
    )
    above = _ICON + pt(20) if any(step.icon for step in steps) else 0
    top = area.y + above if said else area.y + (area.h - high + above) // 2
    heads: list[Wanted] = []
    bodies: list[Wanted] = []
    icons: list[Item] = []
    own = list(enumerate(steps, start))[at * each : (at + 1) * each]
    for (number, step), column in zip(own, columns, strict=False):
        bar = Rect(column.x, top, column.w, high)
        large = more >= _LARGER
        heads.append(_head(step, number, bar, _colours(step, chosen), alone=not said, large=large))
        left, under = bar.x + _inner(high), bar.bottom + pt(12)
        if said:
            below = Rect(bar.x, under, column.w, area.bottom - under)
            over, below_it, right = (pt(12), pt(8), pt(8)) if low else (pt(18), pt(14), pt(12))
            inset = (_inner(high), over, right, below_it)
            panel = _body(step, number, below, number - start + 1)
            bodies.append(replace(panel, insets=inset, fill="surface"))
        if step.icon:
            place = Rect(left, top - above, _ICON, _ICON)
            icons.append(icon(step.icon, place, "primary", Name("icon", number)))
    return heads, bodies, icons


def _rows(ctx: Context, steps: Sequence[Step], start: int, area: Rect) -> list[Item]:
    """The steps below each other: an icon, the name in an arrow, and the words it points at; alone
    it has all of the width."""
    said = any(str(step.text) for step in steps)
    left = _ICON + pt(16) if any(step.icon for step in steps) else 0
    rows = area.rows(len(steps), _APART)
    wide = area.w * _SHARE // 100 if said else area.w - left
    heads, bodies, icons = [], [], []
    chosen = any(step.key for step in steps)
    for number, (step, row) in enumerate(zip(steps, rows, strict=True), start):
        bar = Rect(row.x + left, row.y, wide, min(_HIGH, row.h) if said else row.h)
        look = _colours(step, chosen)
        heads.append(_head(step, number, bar, look, alone=not said, geometry="pentagon"))
        below = Rect(bar.right + pt(16), row.y, row.right - bar.right - pt(16), row.h)
        bodies.append(_body(step, number, below, number - start + 1))
        if step.icon:
            place = Rect(row.x, bar.y + (bar.h - _ICON) // 2, _ICON, _ICON)
            icons.append(icon(step.icon, place, "primary", Name("icon", number)))
    arrows = set_boxes(ctx, heads, _OVER if said else len(_NAMES))
    if not said:
        return [*icons, *arrows]
    texts = set_boxes(ctx, bodies, len(_BODIES), _NORMAL)
    return [*icons, *(box for pair in zip(arrows, texts, strict=True) for box in pair)]


def _down(box: TextBox, by: int) -> TextBox:
    """A box so much further down."""
    lines = tuple(replace(line, baseline=line.baseline + by) for line in box.lines)
    return replace(box, rect=replace(box.rect, y=box.rect.y + by), lines=lines)


def _inner(high: int) -> int:
    """How far the words of a chevron begin right of its left edge."""
    return round(high * _REACH) + _INNER


def _colours(step: Step, chosen: bool) -> tuple[Token, Token]:
    """The ground of a chevron and its words: where one is `chosen`, the others step back."""
    return _QUIET if chosen and not step.key else _FULL


def _head(
    step: Step,
    number: int,
    rect: Rect,
    colours: tuple[Token, Token],
    *,
    alone: bool,
    large: bool = False,
    geometry: Geometry = "chevron",
) -> Wanted:
    """The name in its chevron, its number above it: a shape of its own, since placeholders cannot
    be sure of a form. Where it stands `alone` it is large, and in the middle."""
    fill, ink = colours
    pointed = geometry == "chevron"
    left = _inner(rect.h) if pointed else pt(16)
    reach = rect.h * _REACH * (_POINTED if alone else 1)
    align: Align = "left"
    if alone and pointed:
        # The middle of what the words may cover lies right of the notch.
        left, reach, align = round(rect.h * _REACH) + pt(4), pt(4), "center"

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size = _NAMES[level + (0 if alone or large else 2)]
        name = para(step.head, size, bold=True, colour=ink, short=short, align=align)
        small = DECK["head" if large else "caption"]
        if alone:
            small = _NUMBER if level < _OVER else down("head", level)
        return (para(f"{number:02d}", small, bold=True, colour=ink, align=align), name)

    return Wanted(
        Name("step", number),
        rect,
        make,
        anchor="middle",
        insets=(left, 0, round(reach), 0),
        geometry=geometry,
        fill=fill,
        lines=4 if alone else 3,
        mark=step.head.mark,
    )


def _body(step: Step, number: int, rect: Rect, slot: int) -> Wanted:
    """What is done."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(step.text, _BODIES[level], strong="ink", short=short),)

    return Wanted(Name("text", number), rect, make, slot=Slot("body", slot), mark=step.text.mark)


KIND = Kind(
    name="process", fields=Process, compose=compose, called=Named("流程", "流程", "Process")
)
