"""Turn texts that people go on writing into boxes with room for one more item or a few more words.

A list is the first thing that somebody adds to in a finished deck, and a sentence the first that
gets longer. So the step of the type scale is one at which that still fits, where there is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.geometry import pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, set_boxes, set_in
from briefgen.problems import phrase
from briefgen.record import replace
from briefgen.scene.items import TextBox
from briefgen.scene.room import MORE, roomy
from briefgen.typography.text import Paragraph, Run, Style

# So many characters has an item that somebody adds.
_ITEM = 24


def set_growing(
    ctx: Context, wanted: Sequence[Wanted], steps: int, normal: int = 0
) -> tuple[TextBox, ...]:
    """Set boxes that share one size, as `text.set_boxes` does: at the first of `steps` but for the
    last at which each has room for some words more and for an item more; where none is, at the
    first of all that fits.

    A step below `normal` is noted, at the box that grows out of the step above it.
    """
    start = room_from(ctx, wanted, steps)
    if start == steps:
        return set_boxes(ctx, wanted, steps, normal)
    boxes = set_boxes(ctx, [_from(want, start) for want in wanted], steps - start)
    if start > normal and (full := _full(ctx, wanted, start - 1)):
        how = (phrase("steps-down", count=start - normal),)
        ctx.problems.add("fitted", full.mark, name=full.name, how=how)
    return boxes


def room_from(ctx: Context, wanted: Sequence[Wanted], steps: int) -> int:
    """The first of `steps` but for the last at which every box has room for more; else `steps`.

    The last is for what is long as it is, and too small to be chosen for what may come.
    """
    levels = range(max(1, steps - 1))
    return next((level for level in levels if not _full(ctx, wanted, level)), steps)


def _from(want: Wanted, start: int) -> Wanted:
    return replace(want, make=lambda level, short: want.make(level + start, short))


def _full(ctx: Context, wanted: Sequence[Wanted], level: int) -> Wanted | None:
    """The first box without room for more at a step."""
    for want in wanted:
        made = tuple(want.make(level, False))
        if any(not _fits(ctx, want, each) for each in (made, *_grown(ctx, made))):
            return want
    return None


def _fits(ctx: Context, want: Wanted, paragraphs: tuple[Paragraph, ...]) -> bool:
    left, _, right, _ = want.insets
    text = set_in(ctx, paragraphs, want.rect.w - left - right)
    box = TextBox(
        name=want.name,
        rect=want.rect,
        paragraphs=text.paragraphs,
        lines=text.lines,
        insets=want.insets,
    )
    return roomy(box)


def _grown(ctx: Context, made: tuple[Paragraph, ...]) -> Iterator[tuple[Paragraph, ...]]:
    """The paragraphs as somebody makes them longer: with words at their end, or with an item more
    and one below it where the last has any."""
    if sum(len(paragraph.text) for paragraph in made) >= MORE:
        last = made[-1]
        style = last.runs[-1].style if last.runs else Style(pt(18))
        yield (*made[:-1], replace(last, runs=(*last.runs, Run(ctx.say("长", "n") * MORE, style))))
    at = max((n for n, each in enumerate(made) if each.level == made[0].level), default=0)
    if at:
        yield (*made, *(_shortened(each) for each in made[at : at + 2]))


def _shortened(paragraph: Paragraph) -> Paragraph:
    """A paragraph with no more words than somebody adds as an item."""
    runs, left = [], _ITEM
    for run in paragraph.runs:
        runs.append(replace(run, text=run.text[:left]))
        left -= len(runs[-1].text)
    return replace(paragraph, runs=tuple(run for run in runs if run.text))
