"""Turn texts that people go on writing into boxes with room for one more item or a few more words.

A list is the first thing that somebody adds to in a finished deck, and a sentence the first that
gets longer. So the step of the type scale is one at which that still fits, where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, eased, ends_badly, set_boxes, set_in
from briefgen.problems import Problems, phrase
from briefgen.record import replace
from briefgen.scene.items import TextBox
from briefgen.scene.room import ALIKE, MORE, TALLER, needed, room_for
from briefgen.theme.model import Step
from briefgen.typography.paragraph import place
from briefgen.typography.text import Paragraph, Run, Style

# So many characters has an item that somebody adds.
_ITEM = 24
# Items stand further apart in steps of so much, and by so many at the most: in steps, since slides
# that hardly differ share a layout.
_FURTHER, FURTHEST = pt(4), 10
_LEVEL, _SLACK = pt(6), 4
# A line that ends a text within so much of its width looks lost, in hundredths.
_SHORT = 30
# Panels begin where all bodies do and end soon below their words, in steps, if they are higher by
# so much at least. They are lower by no more than so much of what they could be, in hundredths.
_LOWER, _LEAST, _AT_MOST = pt(12), pt(24), 45
# A last line of so few characters looks lost; running text goes down by so many steps for it.
_STUB, _SMALLER = 4, 3
# A text, and what stands at its end besides.
_Longer: TypeAlias = tuple[Sequence[Paragraph], Run | None]


def set_growing(
    ctx: Context,
    wanted: Sequence[Wanted],
    steps: int,
    normal: int = 0,
    start: int | None = None,
) -> tuple[TextBox, ...]:
    """Set boxes that share one size, as `text.set_boxes` does: at the first of `steps` but for the
    last at which each has room for some words more and for an item more; where none is, at the
    first of all that fits.

    A step below `normal` is noted, at the box that grows out of the step above it. `start` is what
    `room_from` says, where that is known.
    """
    start = room_from(ctx, wanted, steps) if start is None else start
    if start == steps:
        # Where nothing more has room, what is there has it in another face at least.
        first = _roomy_from(ctx, wanted, steps)
        lower = [_from(want, first) for want in wanted]
        return _eased(ctx, set_boxes(ctx, lower, steps - first, max(0, normal - first)))
    from_here = [_from(want, start) for want in wanted]
    boxes = _eased(ctx, set_boxes(ctx, from_here, steps - start, max(0, normal - start)))
    if start > normal and (full := _full(ctx, wanted, start - 1)):
        how = (phrase("steps-down", count=start - normal),)
        ctx.problems.add("fitted", full.mark, name=full.name, how=how)
    return boxes


def _eased(ctx: Context, boxes: tuple[TextBox, ...]) -> tuple[TextBox, ...]:
    return tuple(eased(ctx, box) for box in boxes) if ctx.medium == "deck" else boxes


def set_spread(
    ctx: Context,
    wanted: Sequence[Wanted],
    steps: int,
    normal: int = 0,
    *,
    running: bool = False,
    start: int | None = None,
    furthest: int = FURTHEST,
) -> tuple[TextBox, ...]:
    """Set boxes as `set_growing` does, with their items so far apart that they take the height of
    their place but for the room that they keep, in `furthest` steps at the most.

    A step before `normal` is not taken if what stands on one line there would end with a few words
    on another at it, but for `running` text; a smaller one is, where fewer lines end badly in the
    applications that fill them. `start` is what `room_from` says, where that is known.
    """
    start = room_from(ctx, wanted, steps) if start is None else start
    if start == steps or start > normal:
        return set_growing(ctx, wanted, steps, normal, start)
    # Of words that stand apart some more go to the last line.
    kept = not running and (ctx.chinese or ctx.medium != "deck")
    while kept and start < normal and _wraps(ctx, wanted, start, normal):
        start += 1
    if running:
        start = _cleanest(ctx, wanted, range(start, min(normal + _SMALLER, steps - 1)))
    boxes = _spread(ctx, wanted, start, furthest)
    if ctx.medium != "deck":
        return boxes
    made = tuple(eased(ctx, box) for box in boxes)
    best = sum(ends_badly(ctx, box) for box in made)
    for level in range(start + 1, min(normal + 1, steps - 1)):
        if running or not best or not ctx.chinese:
            break
        tried = tuple(eased(ctx, box) for box in _spread(ctx, wanted, level, furthest))
        bad = sum(ends_badly(ctx, box) for box in tried)
        if bad < best:
            made, best = tried, bad
    return made


def _spread(
    ctx: Context, wanted: Sequence[Wanted], level: int, furthest: int
) -> tuple[TextBox, ...]:
    """Boxes at a step, with their items as far apart as lets them keep room."""
    chosen = [_from(want, level) for want in wanted]
    tried = ([_apart(want, n * _FURTHER) for want in chosen] for n in range(furthest, 0, -1))
    further = next((each for each in tried if not _full(ctx, each, 0)), chosen)
    return set_boxes(ctx, further, 1)


def set_clean(
    ctx: Context, wanted: Sequence[Wanted], steps: int, normal: int = 0, among: int = 0
) -> tuple[TextBox, ...]:
    """Set boxes as `text.set_boxes` does; at that of the first `among` steps (0: those up to the
    `normal` one) at which fewest lines end badly in the applications that fill them."""
    boxes = set_boxes(ctx, wanted, steps, normal)
    # Lines of words that stand apart end as well in any size.
    if ctx.medium != "deck" or not ctx.chinese:
        return boxes
    found: list[tuple[int, tuple[TextBox, ...]]] = []
    for level in range(among or normal + 1):
        told = Problems()
        tried = set_boxes(replace(ctx, problems=told), [_from(want, level) for want in wanted], 1)
        # What would be split here stays whole at a smaller step.
        if told.fatal or any(each.code == "split" for each in told):
            continue
        tried = tuple(eased(ctx, box) for box in tried)
        bad = sum(ends_badly(ctx, box) for box in tried)
        found.append((bad, tried))
        if not bad:
            break
    return min(found, key=lambda each: each[0])[1] if found else boxes


def levelled(ctx: Context, boxes: Sequence[TextBox]) -> tuple[TextBox, ...]:
    """Boxes side by side of one height, whose words are in the middle: all begin on one line, the
    longest in the middle of its box."""
    texts = [
        set_in(ctx, box.paragraphs, box.rect.w - box.insets[0] - box.insets[2]) for box in boxes
    ]
    if len(boxes) < 2:
        return tuple(boxes)
    made = []
    high = max(text.height for text in texts)
    for box, text in zip(boxes, texts, strict=True):
        left, top, right, bottom = box.insets
        free = (box.rect.h - top - bottom - high) // 2 // _LEVEL * _LEVEL
        # Words that stand at the top need little below them: a taller face has that.
        edges = (left, top + max(0, free), right, bottom // _SLACK)
        lines = place(text, box.rect, edges, "top")
        made.append(replace(box, anchor="top", insets=edges, lines=lines))
    return tuple(made)


def _cleanest(ctx: Context, wanted: Sequence[Wanted], levels: Sequence[int]) -> int:
    """The first step at which no last line of a paragraph has but a few characters; else the
    first."""

    def stubs(level: int) -> int:
        count = 0
        for want in wanted:
            made = tuple(want.make(level, False))
            text = set_in(ctx, made, want.rect.w - want.insets[0] - want.insets[2])
            lasts = {line.paragraph: line for line in text.lines}
            many = [line.paragraph for line in text.lines]
            count += sum(
                many.count(n) > 1 and len(line.text.strip()) <= _STUB for n, line in lasts.items()
            )
        return count

    return min(levels, key=lambda level: (stubs(level), level))


def _wraps(ctx: Context, wanted: Sequence[Wanted], level: int, normal: int) -> bool:
    """Whether an item that has one line at the `normal` step has more at this one, of which the
    last is short."""
    for want in wanted:
        width = want.rect.w - want.insets[0] - want.insets[2]
        now, usual = want.make(level, False), want.make(normal, False)
        rows = ctx.setting.rows(now, width), ctx.setting.rows(usual, width)
        more = [n for n, (a, b) in enumerate(zip(*rows, strict=True)) if a > 1 == b]
        if more and _ends_short(ctx, [now[n] for n in more], width):
            return True
    return False


def _ends_short(ctx: Context, paragraphs: Sequence[Paragraph], width: int) -> bool:
    """Whether the last line of any paragraph takes little of its width."""
    setting = ctx.setting
    return any(
        setting.last_line(each, width) * 100 < (width - each.margin) * _SHORT for each in paragraphs
    )


def lowered(ctx: Context, boxes: Sequence[TextBox], area: Rect) -> tuple[tuple[TextBox, ...], Rect]:
    """Boxes that stand on panels as high as an area, or are these, as high as their words and what
    somebody adds need, from its top on; and the part of the area that panels take then. All as it
    is where that is little less."""
    spare = min((_spare(ctx, box) for box in boxes), default=0)
    spare = min(spare, area.h * _AT_MOST // 100) // _LOWER * _LOWER
    if spare < _LEAST or ctx.house or ctx.canvas.narrow:
        return tuple(boxes), area
    made = []
    for box in boxes:
        at = box.rect
        rect = replace(at, h=at.h - spare)
        text = set_in(ctx, box.paragraphs, at.w - box.insets[0] - box.insets[2])
        lines = place(text, rect, box.insets, box.anchor)
        made.append(replace(box, rect=rect, lines=lines))
    return tuple(made), area.inset(0, 0, 0, spare)


def _spare(ctx: Context, box: TextBox) -> int:
    """By how much a box is higher than its words need, and a line that somebody adds."""
    left, top, right, bottom = box.insets
    rows = ctx.setting.rows(box.paragraphs, box.rect.w - left - right)
    high = needed(box.paragraphs, rows, _taller(ctx)) + box.paragraphs[-1].leading
    return box.rect.h - top - bottom - round(high)


def _taller(ctx: Context) -> float:
    """How much taller lines may become: where another face stands in for one of hanzi."""
    return TALLER if ctx.chinese or ctx.house else ALIKE


def step_of(boxes: Sequence[TextBox], steps: Sequence[Step]) -> Step:
    """The step in which the first words of boxes stand, that others may have its size."""
    sizes = {run.style.size for box in boxes for run in box.paragraphs[0].runs}
    return next((step for step in steps if step.size in sizes), steps[-1])


def is_on_one_line(ctx: Context, wanted: Sequence[Wanted], level: int) -> bool:
    """Whether every item has one line at a step."""
    return all(
        len(set_in(ctx, made, want.rect.w - want.insets[0] - want.insets[2]).lines) == len(made)
        for want in wanted
        for made in [tuple(want.make(level, False))]
    )


def _apart(want: Wanted, further: int) -> Wanted:
    """A box whose items stand so much further apart: those of the first level, or of the next where
    that has a head alone."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        made = tuple(want.make(level, short))
        items = min((each.level for each in made[1:]), default=0)
        return tuple(
            replace(each, before=each.before + further) if n and each.level == items else each
            for n, each in enumerate(made)
        )

    return replace(want, make=make)


def room_from(ctx: Context, wanted: Sequence[Wanted], steps: int) -> int:
    """The first of `steps` but for the last at which every box has room for more; else `steps`.

    The last is for what is long as it is, and too small to be chosen for what may come.
    """
    levels = range(max(1, steps - 1))
    return next((level for level in levels if not _full(ctx, wanted, level)), steps)


def _roomy_from(ctx: Context, wanted: Sequence[Wanted], steps: int) -> int:
    """The first of `steps` at which what is there has room in a face of taller lines; else the
    first of all."""

    def holds(want: Wanted, level: int) -> bool:
        made = tuple(want.make(level, False))
        return not want.lines and _holds(ctx, want, ((made, None),))

    levels = range(steps)
    return next((n for n in levels if all(holds(want, n) for want in wanted)), 0)


def _from(want: Wanted, start: int) -> Wanted:
    return replace(want, make=lambda level, short: want.make(level + start, short))


def _full(ctx: Context, wanted: Sequence[Wanted], level: int) -> Wanted | None:
    """The first box without room for more at a step."""
    for want in wanted:
        made = tuple(want.make(level, False))
        if not _holds(ctx, want, ((made, None), *_grown(ctx, made))):
            return want
    return None


def _holds(ctx: Context, want: Wanted, tries: Sequence[_Longer]) -> bool:
    """Whether a box has room for each of these texts with lines as tall as they may become."""
    setting, (left, top, right, bottom) = ctx.setting, want.insets
    width, height = want.rect.w - left - right, want.rect.h - top - bottom
    # How many lines there are at least is told sooner than how many there are.
    return all(
        room_for(text, rows(text, width, more), height, _taller(ctx))
        for rows in (setting.rows_at_least, setting.rows)
        for text, more in tries
    )


def _grown(ctx: Context, made: tuple[Paragraph, ...]) -> Iterator[_Longer]:
    """The paragraphs as somebody makes them longer: with words at their end, or with an item more
    and one below it where the last has any."""
    if sum(len(paragraph.text) for paragraph in made) >= MORE:
        last = made[-1]
        style = last.runs[-1].style if last.runs else Style(pt(18))
        yield made, Run(ctx.say("长", "n") * MORE, style)
    at = max((n for n, each in enumerate(made) if each.level == made[0].level), default=0)
    if at:
        yield (*made, *(_shortened(each) for each in made[at : at + 2])), None


def _shortened(paragraph: Paragraph) -> Paragraph:
    """A paragraph with no more words than somebody adds as an item."""
    runs, left = [], _ITEM
    for run in paragraph.runs:
        runs.append(replace(run, text=run.text[:left]))
        left -= len(runs[-1].text)
    return replace(paragraph, runs=tuple(run for run in runs if run.text))
