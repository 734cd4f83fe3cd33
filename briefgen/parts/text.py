"""Turn texts into boxes of set lines that fit.

A box is asked for as a `Wanted`: where it stands and how to make its paragraphs at a given step
down the type scale. `set_boxes` sets boxes that share one size at the largest step that fits all
of them; the author's `short:` wording is tried before each step down. Every step down is noted,
and what fits at no step is an error, at the place the text was written.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from briefgen.brief.model import Text
from briefgen.brief.wording import Look, Segment
from briefgen.colours import Fill, Token
from briefgen.geometry import Rect
from briefgen.parts.context import Context
from briefgen.problems import NOWHERE, Mark, Phrase, phrase
from briefgen.record import Record, replace
from briefgen.scene.items import Anchor, Geometry, Level, Slot, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, Step
from briefgen.typography.fit import Fitted, Room, fit_all, split_at, surplus, whole
from briefgen.typography.markers import Marker, hang
from briefgen.typography.paragraph import place
from briefgen.typography.text import (
    LOWERED,
    RAISED,
    Align,
    Paragraph,
    Run,
    SetText,
    Stress,
    Style,
)

Make = Callable[[int, bool], Sequence[Paragraph]]
# One try at fitting a text: the steps down the type scale, and whether in the short wording.
Try = tuple[int, bool]

# By how many halves of an em a box is made narrower at the most.
_EASED = 9
# A text that fills no more than so much of its box may take a line more for its words, in 1/100.
_PLENTY = 70
# A text that is too long by more than this share is better split than cut.
_MUCH = 0.25
# Steps of the deck's type scale that running text may go down.
RunningStep = Literal["lead", "head", "body", "dense", "small", "source"]
_LADDER: tuple[RunningStep, ...] = get_args(RunningStep)


def down(name: RunningStep, steps: int) -> Step:
    """The step `steps` below `name` on the ladder of running text (never below the last)."""
    return DECK[_LADDER[min(_LADDER.index(name) + steps, len(_LADDER) - 1)]]


class Wanted(Record):
    """A text box to be set. `make(steps_down, short)` gives its paragraphs.

    `lines` is the most lines it may have (0: as many as fit); the paragraphs whose indices are
    in `one_line` must stay on one line each. Of its width so much is `spare`, for a face that is
    wider than ours.
    """

    name: Name
    rect: Rect
    make: Make
    slot: Slot | None = None
    anchor: Anchor = "top"
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    geometry: Geometry = "rect"
    fill: Fill = ""
    stroke: Stroke | None = None
    heading: Level = "p"
    link: str = ""
    lines: int = 0
    one_line: tuple[int, ...] = ()
    spare: int = 0
    mark: Mark = NOWHERE


def runs(text: Text, style: Style, strong: Style | None = None, link: str = "") -> tuple[Run, ...]:
    """The text in `style`; the figures written into it in `strong`, where given; what the author
    marked as the marks say."""
    return tuple(
        [
            Run(s.text, strong if strong and s.figure else style, s.figure, link)
            if s.look is None
            else _marked(s, s.look, strong if strong and s.figure else style, link)
            for s in text.segments
            if s.text
        ]
    )


def _marked(segment: Segment, look: Look, style: Style, link: str) -> Run:
    rise = {1: RAISED, 0: 0, -1: LOWERED}[look.rise]
    own = replace(
        style,
        bold=style.bold or look.strong or look.stress == "bold",
        slanted=look.stress == "slanted",
        rise=rise,
        underlined=bool(look.link),
    )
    stress: Stress = "strong" if look.strong else "em" if look.stress else ""
    return Run(segment.text, own, segment.figure, look.link or link, stress, look.note)


def para(
    text: Text | str,
    step: Step,
    *,
    bold: bool = False,
    colour: Token = "ink",
    strong: Fill = "",
    short: bool = False,
    align: Align = "left",
    before: int = 0,
    marker: Marker | None = None,
    level: int = 0,
    edge: int = 0,
    hanging: int = 0,
    keep: bool = False,
    link: str = "",
) -> Paragraph:
    """One paragraph at one step of the type scale.

    `strong` is the colour token in which figures stand out in bold; `short` takes the author's
    shorter wording where there is one; `keep` makes its breaks part of the design (titles).

    In a list, the marker stands at `edge` from the left and the text `hanging` behind it (0: as
    far as this marker needs; see `markers.hang` for all of a list), as an item of its `level`.
    Without a marker the text itself stands at the edge.
    """
    style = Style(step.size, bold, colour)
    if isinstance(text, str):
        content: tuple[Run, ...] = (Run(text, style, link=link),) if text else ()
    else:
        chosen = text.short if short and text.short else text
        content = runs(chosen, style, Style(step.size, True, strong) if strong else None, link)
    indent = (hanging or hang((marker,), step.size)) if marker else 0
    return Paragraph(
        content,
        step.leading,
        align,
        before=before,
        margin=edge + indent,
        indent=indent,
        level=level,
        marker=marker,
        keep_breaks=keep,
    )


def set_in(ctx: Context, paragraphs: Sequence[Paragraph], width: int) -> SetText:
    """The paragraphs set to `width` (EMU) in the medium and language of the context."""
    return ctx.setting.set(tuple(paragraphs), width)


def lines_in(ctx: Context, paragraphs: Sequence[Paragraph], width: int) -> int:
    """How many lines the paragraphs have at `width` (EMU)."""
    return sum(ctx.setting.rows(paragraphs, width))


def height_in(ctx: Context, paragraphs: Sequence[Paragraph], width: int) -> int:
    """How high the paragraphs are at `width` (EMU)."""
    return ctx.setting.height(paragraphs, width)


def unbroken(ctx: Context, paragraphs: Sequence[Paragraph], width: int) -> bool:
    """Whether no number and no word of the paragraphs has to be broken at `width` (EMU)."""
    return whole(set_in(ctx, paragraphs, width), ctx.setting)


def alike(ctx: Context, paragraphs: Sequence[Paragraph], width: int) -> tuple[Paragraph, ...]:
    """Paragraphs that stand side by side as equals: at `width` (EMU) all justified, or none."""
    return ctx.setting.alike(paragraphs, width)


def set_boxes(
    ctx: Context, wanted: Sequence[Wanted], steps: int = 1, normal: int = 0
) -> tuple[TextBox, ...]:
    """Set boxes that share one size: the first of `steps` sizes at which every one fits.

    Steps before `normal` are larger than usual, for texts of few words; a step below it is noted.
    """
    tries = [(level, short) for level in range(steps) for short in (False, True)]
    made = fit_all([_slot(want) for want in wanted], tries, ctx.setting)
    fits = all(one.fits for one in made)
    for want, one in zip(wanted, made, strict=True):
        if not one.fits:
            _overflow(ctx, want, one)
        elif fits:
            _note(ctx, want, one, normal)
    boxes = tuple(_boxed(want, one.text) for want, one in zip(wanted, made, strict=True))
    if ctx.house is None and (ctx.medium != "deck" or not ctx.chinese):
        return boxes
    read = eased if ctx.house else _between_words
    return tuple(read(ctx, box, want.lines) for want, box in zip(wanted, boxes, strict=True))


def _between_words(ctx: Context, box: TextBox, lines: int) -> TextBox:
    """A Chinese text a little narrower, or a line longer in a box with plenty of room and no limit
    of `lines`, where an application would break its words else."""
    if len(box.lines) == len(box.paragraphs):
        return box
    from briefgen.typography.narrow import narrower  # not for every deck

    left, top, right, bottom = box.insets
    high, room = (len(box.lines) + 1) * box.paragraphs[0].leading, box.rect.h - top - bottom
    more = int(not lines and high * 100 <= room * _PLENTY)
    less = narrower(ctx.setting, box.paragraphs, box.rect.w - left - right, more)
    before = {"center": less // 2, "right": less}.get(box.paragraphs[0].align, 0)
    made = _inset(ctx, box, (left + before, top, right + less - before, bottom))
    return made if len(made.lines) <= len(box.lines) + more else box


def _inset(ctx: Context, box: TextBox, insets: tuple[int, int, int, int]) -> TextBox:
    """A box with other insets."""
    if insets != box.insets:
        text = set_in(ctx, box.paragraphs, box.rect.w - insets[0] - insets[2])
        box = replace(box, insets=insets, lines=place(text, box.rect, insets, box.anchor))
    return box


def _slot(want: Wanted) -> tuple[Callable[[Try], Sequence[Paragraph]], Room]:
    return lambda at: want.make(*at), _room(want)


def _room(want: Wanted) -> Room:
    left, top, right, bottom = want.insets
    rect = want.rect.inset(left, top, right, bottom)
    return Room(rect.w, rect.h, want.lines, want.one_line, want.spare)


def _boxed(want: Wanted, text: SetText) -> TextBox:
    return TextBox(
        name=want.name,
        rect=want.rect,
        paragraphs=text.paragraphs,
        lines=place(text, want.rect, want.insets, want.anchor),
        slot=want.slot,
        anchor=want.anchor,
        insets=want.insets,
        geometry=want.geometry,
        fill=want.fill,
        stroke=want.stroke,
        heading=want.heading,
        link=want.link,
        mark=want.mark,
    )


def eased(ctx: Context, box: TextBox, lines: int = 0) -> TextBox:
    """A box a little narrower where an application would leave a hanzi alone on a
    line of it, or part a number from its unit. It has `lines` at the most, if that is not 0."""
    return _inset(ctx, box, easing(ctx, box.paragraphs, box.rect, box.insets, lines))


def ends_badly(ctx: Context, box: TextBox) -> int:
    """How many lines of a box an application would end badly, of the ways in which it may fill
    them."""
    from briefgen.typography.ends import blemishes  # few slides need it

    left, _, right, _ = box.insets
    room = box.rect.w - left - right
    return sum(blemishes(ctx.setting, each, room) for each in box.paragraphs)


def easing(
    ctx: Context,
    paragraphs: Sequence[Paragraph],
    rect: Rect,
    insets: tuple[int, int, int, int],
    lines: int = 0,
) -> tuple[int, int, int, int]:
    """The insets at which fewest lines end badly, of those at which the paragraphs still fit."""
    from briefgen.typography.ends import blemishes  # few decks stand on a template

    setting = ctx.setting
    left, top, right, bottom = insets
    width = rect.w - left - right

    def bad(less: int) -> int:
        return sum(blemishes(setting, each, width - less) for each in paragraphs)

    best, found = bad(0), insets
    if not best:
        return insets
    size = max((run.style.size for each in paragraphs for run in each.runs), default=0)
    planned = setting.set(tuple(paragraphs), width)
    room = Room(width, max(rect.h - top - bottom, planned.height))
    # What surely stands on one line stays there.
    single = {n for n in _alone(planned) if not blemishes(setting, paragraphs[n], width)}
    for step in range(1, _EASED + 1):
        less = step * size // 2
        if less * 4 > width:
            break
        if (now := bad(less)) >= best:
            continue
        text = setting.set(tuple(paragraphs), width - less)
        if surplus(text, replace(room, width=width - less, lines=lines)) or single - _alone(text):
            break
        best = now
        before = {"center": less // 2, "right": less}.get(paragraphs[0].align, 0)
        found = (left + before, top, right + less - before, bottom)
        if not best:
            break
    return found


def _alone(text: SetText) -> frozenset[int]:
    """The paragraphs that take one line."""
    at = [line.paragraph for line in text.lines]
    return frozenset(each for each in at if at.count(each) == 1)


def _written(ctx: Context, want: Wanted, text: SetText) -> Mark:
    """Where the words of a box were written: its own place, its first figure's, or the brief's."""
    if want.mark.line:
        return want.mark
    ids = (run.figure for paragraph in text.paragraphs for run in paragraph.runs)
    return next((ctx.figure(id).mark for id in ids if id), ctx.brief.mark)


def _note(ctx: Context, want: Wanted, one: Fitted[Try], normal: int) -> None:
    """Say which steps down this text made necessary, and what no step could mend."""
    mark, name = _written(ctx, want, one.text), want.name
    if one.split:
        ctx.problems.add("split", mark, name=name, words=split_at(one.text, ctx.setting))
    level, short = one.step
    if one.forced and (level > normal or short):
        how = [phrase("the-short-wording")] if short else []
        how += [phrase("steps-down", count=level - normal)] if level > normal else []
        ctx.problems.add("fitted", mark, name=name, how=tuple(how))


def _overflow(ctx: Context, want: Wanted, one: Fitted[Try]) -> None:
    """Say how much too long a text is, from which words on, and what mends it with least ado."""
    over = surplus(one.text, _room(want))
    # A numeral is not cut: where it was pushed out, the words around it are too long.
    lines = [line for line, _ in over if line.paragraph not in want.one_line]
    start = lines[0].text.strip() if lines else ""
    start = start if len(start) <= 12 else start[:11] + "…"
    ctx.problems.add(
        "overflow",
        _written(ctx, want, one.text),
        name=want.name,
        count=one.excess,
        limit=phrase("of-at-most-lines", count=want.lines) if want.lines else "",
        start=phrase("from-words-on", words=start) if start else "",
        mend=_mend(ctx, want, one),
    )


def _mend(ctx: Context, want: Wanted, one: Fitted[Try]) -> Phrase:
    """The nearest way to make a text fit that is too long."""
    at = [line.paragraph for line in one.text.lines]
    if any(at.count(number) > 1 for number in want.one_line):
        return phrase("fewer-side-by-side")
    length = sum(len(paragraph.text) for paragraph in one.text.paragraphs)
    shorter = phrase("shorter", length=length, wanted=max(1, length - one.excess))
    if one.excess > _MUCH * length and not want.lines:
        return phrase("split-slide" if ctx.medium == "deck" else "leave-out", shorter=shorter)
    if want.make(0, True) != want.make(0, False):
        return phrase("shorten-short", shorter=shorter)
    return phrase("shorten-or-add-short", shorter=shorter)


def set_box(ctx: Context, want: Wanted, steps: int = 1, normal: int = 0) -> TextBox:
    """Set one box by itself, as `set_boxes` does."""
    return set_boxes(ctx, (want,), steps, normal)[0]


def label(
    ctx: Context,
    name: Name,
    rect: Rect,
    text: Text | str,
    step: Step,
    *,
    bold: bool = False,
    colour: Token = "ink",
    align: Align = "left",
    anchor: Anchor = "top",
    slot: Slot | None = None,
    heading: Level = "p",
    lines: int = 0,
) -> TextBox:
    """A box with one paragraph at one size."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, step, bold=bold, colour=colour, align=align, short=short),)

    mark = text.mark if isinstance(text, Text) else NOWHERE
    return set_box(
        ctx,
        Wanted(name, rect, make, slot=slot, anchor=anchor, lines=lines, mark=mark, heading=heading),
    )
