"""Turn steps that follow each other into a row of chevrons, each with its words below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import ICON, Doc, Length, Says
from briefgen.brief.model import Slide, Text, words
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import levelled, set_clean
from briefgen.parts.spread import spread
from briefgen.parts.text import Wanted, down, para, set_boxes, set_in
from briefgen.record import Record, replace
from briefgen.scene.icons import icon
from briefgen.scene.items import Geometry, Item, Page, Slot, TextBox
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.theme.model import step as sized
from briefgen.typography.text import Paragraph

_MOST = 5
_HIGH = pt(88)
# Without words below, the chevrons stand in the middle of the slide, so high of it, and no higher
# for their width.
_ALONE, _BROAD = 0.5, 0.9
# How far a chevron's point and notch reach, of its height; how far its words stand from the notch.
_REACH, _INNER = 0.2, pt(10)
_ICON = pt(48)
# Panels of words are so far apart.
_PANEL_GAP = pt(12)
# Names that stand alone stop so far of its point's reach before a chevron's right edge: they stand
# about its middle, where it reaches on.
_POINTED = 0.7
# The steps of names that stand alone, and how many those have that stand over words; the last are
# for long words in a narrow chevron.
_NAMES = tuple(DECK[name] for name in ("display", "title", "lead", "head", "body", "dense"))
_OVER = 3
# Those of words below or beside names.
_BODIES = (DECK["lead"], sized(22, 31), *(DECK[n] for n in ("head", "body", "dense", "small")))
# The size of numerals over few words, in so many steps; else it is that of the words.
_NUMERAL, _NUMBERED, _NORMAL = sized(32, 40), 3, 3
# Panels are lower by steps of so much, if by so much at least.
_LOWER, _LEAST = pt(12), pt(24)
# Steps below each other: between two of them, and how much of the width their names take.
_APART, _SHARE = pt(16), 34


class Step(Record):
    """One step: what it is called, and what is done."""

    head: Annotated[Text, Doc("Its name, 2 to 6 characters of Chinese.")]
    text: Annotated[Text, Doc("What is done, up to 50 characters.")] = words("")
    icon: Annotated[str, ICON, Doc("The name of an icon.")] = ""


class Process(Record):
    """Two to five steps that follow each other, as chevrons; more go on further slides."""

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

    return spread(ctx, slide, numbered, _MOST, page, _without_text)


def _without_text(numbered: tuple[int, Step]) -> tuple[tuple[int, Step], Text]:
    number, step = numbered
    return (number, replace(step, text=words("", step.text.mark))), step.text


def _row(ctx: Context, steps: Sequence[Step], start: int, area: Rect) -> list[Item]:
    """The chevrons, their icons above them, the words below: all on one left edge a step."""
    said = any(str(step.text) for step in steps)
    # Panels are equal; a chevron reaches to the next, the last to the edge of its panel.
    gap = _PANEL_GAP if said else 0
    columns = area.columns(len(steps), gap)
    high = _HIGH if said else round(min(area.h * _ALONE, columns[0].w * _BROAD))
    above = _ICON + pt(20) if any(step.icon for step in steps) else 0
    top = area.y + above if said else area.y + (area.h - high + above) // 2
    heads, bodies, icons = [], [], []
    for number, (step, column) in enumerate(zip(steps, columns, strict=True), start):
        last = number - start + 1 == len(steps)
        bar = Rect(column.x, top, column.w + (0 if last else gap), high)
        heads.append(_head(step, number, bar, alone=not said))
        left, under = bar.x + _inner(high), bar.bottom + pt(12)
        if said:
            below = Rect(bar.x, under, column.w, area.bottom - under)
            panel = replace(
                _body(step, number, below, number - start + 1, panel=True),
                insets=(pt(18), pt(18), pt(14), pt(14)),
                fill="surface",
            )
            bodies.append(panel)
        if step.icon:
            place = Rect(left, top - above, _ICON, _ICON)
            icons.append(icon(step.icon, place, "primary", Name("icon", number)))
    steps_of = _OVER if said else len(_NAMES)
    chevrons = (
        set_clean(ctx, heads, steps_of, among=steps_of)
        if ctx.chinese
        else set_boxes(ctx, heads, steps_of)
    )
    if not said:
        return [*icons, *levelled(ctx, chevrons)]
    texts = set_clean(ctx, bodies, len(_BODIES), _NORMAL, among=_NUMBERED)
    if spare := _spare(ctx, texts):
        # Panels of few words end soon below them, and all stands in the middle of the body.
        return _row(ctx, steps, start, area.inset(0, spare // 2, 0, spare - spare // 2))
    return [*icons, *(box for pair in zip(chevrons, texts, strict=True) for box in pair)]


def _spare(ctx: Context, texts: Sequence[TextBox]) -> int:
    """By how much panels are higher than their words and a line more, in steps; nothing where
    that is little."""
    needs = []
    for box in texts:
        left, top, right, bottom = box.insets
        text = set_in(ctx, box.paragraphs, box.rect.w - left - right)
        needs.append(text.height + top + bottom + box.paragraphs[-1].leading)
    spare = (texts[0].rect.h - max(needs)) // _LOWER * _LOWER
    return spare if spare >= _LEAST else 0


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
    arrows = set_boxes(ctx, heads, _OVER if said else len(_NAMES))
    if not said:
        return [*icons, *arrows]
    texts = set_boxes(ctx, bodies, len(_BODIES), _NORMAL)
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
    reach = rect.h * _REACH * (_POINTED if alone else 1)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size = _NAMES[level + (0 if alone else 2)]
        name = para(step.head, size, bold=True, short=short)
        if not alone:
            return (name,)
        return (para(f"{number:02d}", down("head", level), bold=True, colour="primary"), name)

    return Wanted(
        Name("step", number),
        rect,
        make,
        anchor="middle",
        insets=(left, 0, round(reach), 0),
        geometry=geometry,
        fill="surface2",
        lines=4 if alone else 2,
        mark=step.head.mark,
    )


def _body(step: Step, number: int, rect: Rect, slot: int, *, panel: bool = False) -> Wanted:
    """What is done; on a `panel` under a large number, where there is room."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size = _BODIES[level]
        large = _NUMERAL if panel and level < _NUMBERED else size
        numeral = para(f"{number:02d}", large, bold=True, colour="primary")
        gap = pt(8) if large is not size else pt(4)
        text = para(step.text, size, strong="ink", short=short, before=gap, level=1)
        return (numeral, text) if text.runs else (numeral,)

    return Wanted(Name("text", number), rect, make, slot=Slot("body", slot), mark=step.text.mark)


KIND = Kind(
    name="process", fields=Process, compose=compose, called=Named("流程", "流程", "Process")
)
