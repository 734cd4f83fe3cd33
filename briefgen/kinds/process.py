"""Turn steps that follow each other into a row of chevrons, each with its words below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import ICON, Doc, Length
from briefgen.brief.model import Slide, Text, words
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.spread import spread
from briefgen.parts.text import RunningStep, Wanted, down, para, set_boxes
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.icons import icon
from briefgen.scene.items import Geometry, Item, Page, Slot
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

_MOST = 5


class _Look(Record):
    """How the row stands: how high chevrons are, how far below the top of the body without icons,
    and from which step down words are set."""

    high: int
    top: int
    words: RunningStep
    steps: int


# Few words are large, and stand nearer to the middle of the slide.
_ROOMY, _CLOSE = _Look(pt(96), pt(56), "lead", 1), _Look(pt(72), pt(24), "head", 4)
_HIGH = _CLOSE.high
# Without words below, the chevrons stand in the middle of the slide, so high of it, and no higher
# for their width.
_ALONE, _BROAD = 0.5, 0.9
# How far a chevron's point and notch reach, of its height; how far its words stand from the notch.
_REACH, _INNER = 0.3, pt(10)
_ICON = pt(48)
# The steps of names that stand alone.
_NAMES = tuple(DECK[name] for name in ("title", "lead", "head"))
# Steps below each other: between two of them, and how much of the width their names take.
_APART, _SHARE = pt(16), 34


class Step(Record):
    """One step: what it is called, and what is done."""

    head: Annotated[Text, Doc("Its name, 2 to 6 characters of Chinese.")]
    text: Annotated[Text, Doc("What is done, up to 50 characters.")] = words("")
    icon: Annotated[str, ICON, Doc("The name of an icon.")] = ""


class Process(Record):
    """Two to five steps that follow each other, as chevrons; more go on further slides."""

    steps: Annotated[tuple[Step, ...], Length(2, 15), Doc("The steps in their order.")]
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Process, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    numbered = list(enumerate(fields.steps, 1))

    def page(ctx: Context, slide: Slide, steps: Sequence[tuple[int, Step]]) -> Page:
        area = ctx.canvas.noted if fields.note else ctx.canvas.body
        arranged = _rows if ctx.canvas.narrow else _row
        items = arranged(ctx, [step for _, step in steps], steps[0][0], area)
        return framed(ctx, slide, "title-only", items, note=fields.note)

    return spread(ctx, slide, numbered, _MOST, page, _without_text)


def _without_text(numbered: tuple[int, Step]) -> tuple[tuple[int, Step], Text]:
    number, step = numbered
    return (number, replace(step, text=words("", step.text.mark))), step.text


def _row(ctx: Context, steps: Sequence[Step], start: int, area: Rect) -> list[Item]:
    """The chevrons, their icons above them, the words below: all on one left edge a step."""
    problems = Problems()
    items = _looking(replace(ctx, problems=problems), steps, start, area, _ROOMY)
    if any(str(step.text) for step in steps) and problems.fatal:
        return _looking(ctx, steps, start, area, _CLOSE)
    ctx.problems.extend(problems)
    return items


def _looking(
    ctx: Context, steps: Sequence[Step], start: int, area: Rect, look: _Look
) -> list[Item]:
    said = any(str(step.text) for step in steps)
    columns = area.columns(len(steps), 0)
    high = look.high if said else round(min(area.h * _ALONE, columns[0].w * _BROAD))
    above = _ICON + pt(20) if any(step.icon for step in steps) else 0
    top = area.y + (above or look.top) if said else area.y + (area.h - high + above) // 2
    heads, bodies, icons = [], [], []
    for number, (step, column) in enumerate(zip(steps, columns, strict=True), start):
        bar = Rect(column.x, top, column.w, high)
        heads.append(_head(step, number, bar, alone=not said))
        left, under = bar.x + _inner(high), bar.bottom + pt(24)
        if said:
            below = Rect(left, under, bar.right - left, area.bottom - under)
            bodies.append(_body(step, number, below, number - start + 1, look.words))
        if step.icon:
            place = Rect(left, top - above, _ICON, _ICON)
            icons.append(icon(step.icon, place, "primary", Name("icon", number)))
    chevrons = set_boxes(ctx, heads, 3)
    if not said:
        return [*icons, *chevrons]
    texts = set_boxes(ctx, bodies, look.steps, normal=look.steps > 1)
    return [*icons, *(box for pair in zip(chevrons, texts, strict=True) for box in pair)]


def _rows(ctx: Context, steps: Sequence[Step], start: int, area: Rect) -> list[Item]:
    """The steps below each other: an icon, the name in an arrow, and the words it points at; alone
    it has all of the width."""
    said = any(str(step.text) for step in steps)
    left = _ICON + pt(16) if any(step.icon for step in steps) else 0
    rows = area.rows(len(steps), _APART)
    wide = area.w * _SHARE // 100 if said else area.w - left
    heads, bodies, icons = [], [], []
    for number, (step, row) in enumerate(zip(steps, rows, strict=True), start):
        bar = Rect(row.x + left, row.y, wide, min(_HIGH, row.h) if said else row.h)
        heads.append(_head(step, number, bar, alone=not said, geometry="pentagon"))
        below = Rect(bar.right + pt(16), row.y, row.right - bar.right - pt(16), row.h)
        bodies.append(_body(step, number, below, number - start + 1))
        if step.icon:
            place = Rect(row.x, bar.y + (bar.h - _ICON) // 2, _ICON, _ICON)
            icons.append(icon(step.icon, place, "primary", Name("icon", number)))
    arrows = set_boxes(ctx, heads, 3)
    if not said:
        return [*icons, *arrows]
    texts = set_boxes(ctx, bodies, 4, normal=1)
    return [*icons, *(box for pair in zip(arrows, texts, strict=True) for box in pair)]


def _inner(high: int) -> int:
    """How far the words of a chevron begin right of its left edge."""
    return round(high * _REACH) + _INNER


def _head(
    step: Step, number: int, rect: Rect, *, alone: bool, geometry: Geometry = "chevron"
) -> Wanted:
    """The name in its chevron: a shape of its own, since placeholders cannot be sure of a form;
    `alone` it has its number above it."""
    left = _inner(rect.h) if geometry == "chevron" else pt(16)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size = _NAMES[level] if alone else down("head", level)
        name = para(step.head, size, bold=True, colour="white", short=short)
        if not alone:
            return (name,)
        return (para(f"{number:02d}", down("head", level), colour="white"), name)

    return Wanted(
        Name("step", number),
        rect,
        make,
        anchor="middle",
        insets=(left, 0, round(rect.h * _REACH), 0),
        geometry=geometry,
        fill="primary",
        lines=4 if alone else 2,
        mark=step.head.mark,
    )


def _body(step: Step, number: int, rect: Rect, slot: int, largest: RunningStep = "head") -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size = down(largest, level)
        numeral = para(f"{number:02d}", size, bold=True, colour="primary")
        text = para(step.text, size, strong="ink", short=short, before=pt(4), level=1)
        return (numeral, text) if text.runs else (numeral,)

    return Wanted(Name("text", number), rect, make, slot=Slot("body", slot), mark=step.text.mark)


KIND = Kind(
    name="process", fields=Process, compose=compose, called=Named("流程", "流程", "Process")
)
