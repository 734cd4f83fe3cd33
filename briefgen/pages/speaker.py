"""Turn slides and what is said on them into the speaker's pages.

Each slide stands above its speech; below that, in a ruled box and smaller, where its figures come
from. Two slides with little to say share a sheet, each beside its speech.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from briefgen.geometry import Rect, mm, pt
from briefgen.pages.sheets import GAP, lines, placed, sheet
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, alike, height_in, lines_in, para, set_box
from briefgen.parts.trail import trail_head
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Rule, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.scene.scene import Scene
from briefgen.theme.model import Step, step
from briefgen.typography.text import Paragraph, Run, Style

# The sizes that a speech may have, and that of its sources.
_SPEECH = (step(12, 20), step(11, 18), step(10.5, 16.5), step(10, 15.5), step(9.5, 14.5))
_TRAIL, _AGAIN = step(9, 13), step(10, 14)
# How far the speech stands below the slide, and how far its sources stand from their box.
_BELOW, _INSET = mm(7), pt(8)
# What has to be left of a sheet to be ruled.
_WORTH = mm(40)
# A slide beside its speech: its share of the width in percent; and the most lines of the speech for
# which a slide is looked at twice.
_BESIDE, _SHORT = 56, 6


_LINE = Stroke("line", pt(0.75))
# What is said, before its size is known.
_SAID = Style(0)

# What makes a box of paragraphs.
_Make = Callable[[Context, Page, Rect, tuple[Paragraph, ...]], TextBox]


class _Said(Record):
    """What is said on a slide: the speech, and where its figures come from."""

    speech: tuple[tuple[Run, ...], ...]
    trail: tuple[str, ...]


class _Half(Record):
    """A slide beside its speech, and how high both are."""

    items: tuple[Item, ...]
    height: int


def speaker(ctx: Context, scene: Scene, slides: Sequence[Page], area: Rect) -> list[Page]:
    """The sheets; notes too long for one go on on the next. `area` is what a sheet has for them."""
    made: list[Page] = []
    at = 0
    while at < len(slides):
        pair = slides[at : at + 2]
        halves = _halves(ctx, scene, pair, area) if len(pair) == 2 else []
        if halves:
            made.append(sheet(len(made) + 1, pair, halves))
            at += 2
            continue
        for items in _alone(ctx, scene, slides[at], area):
            made.append(sheet(len(made) + 1, (slides[at],), items))
        at += 1
    return made


def _said(ctx: Context, slide: Page) -> _Said:
    notes = [note for note in slide.notes if note.strip()]
    head = trail_head(ctx)
    at = notes.index(head) if head in notes else len(notes)
    speech = slide.spoken or tuple((Run(note, _SAID),) for note in notes)
    return _Said(speech[:at], tuple(notes[at:]))


def _halves(ctx: Context, scene: Scene, pair: Sequence[Page], area: Rect) -> list[Item]:
    """Two slides on one sheet; nothing where either has too much to say for that, or both have
    enough for a sheet."""
    if not any(_is_short(ctx, slide, area.w) for slide in pair):
        return []
    items: list[Item] = []
    for slide, half in zip(pair, area.rows(2, GAP * 2), strict=True):
        one = _half(ctx, scene, slide, half)
        if one.height > half.h:
            return []
        items += one.items
        if items == list(one.items):
            y = half.bottom + GAP
            items.append(Rule(Name("notes-rule"), area.x, y, area.right, y, _LINE))
    return items


def _is_short(ctx: Context, slide: Page, width: int) -> bool:
    """Whether the speech on a slide is of a few lines, and without sources."""
    said = _said(ctx, slide)
    if said.trail:
        return False
    return lines_in(ctx, _speech(ctx, said.speech, _SPEECH[0], width), width) <= _SHORT


def _half(ctx: Context, scene: Scene, slide: Page, half: Rect) -> _Half:
    """A slide beside its speech, its sources below it."""
    said = _said(ctx, slide)
    left = (half.w - GAP) * _BESIDE // 100
    one = placed(scene, slide, Rect(half.x, half.y, left, half.h))
    x = one.rect.right + GAP
    room = Rect(x, half.y, half.right - x, half.h)
    boxes: list[TextBox] = []
    end = room.y
    if said.speech:
        speech = _speech(ctx, said.speech, _SPEECH[1], room.w)
        boxes.append(_box(ctx, slide, room, speech))
        end += height_in(ctx, speech, room.w)
    high = max(one.rect.bottom, end) - half.y
    if said.trail:
        below = Rect(half.x, half.y + high + _BELOW, half.w, 0)
        trail = _sources(ctx, slide, below, _trail(said.trail))
        boxes.append(trail)
        high += _BELOW + trail.rect.h
    rest = Rect(half.x, half.y + high + GAP, half.w, half.h - high - GAP)
    ruled = lines(rest) if rest.h >= _WORTH else ()
    return _Half((one.group, *boxes, *ruled), high)


def _alone(ctx: Context, scene: Scene, slide: Page, area: Rect) -> Iterator[list[Item]]:
    """A slide above its speech and its sources: the items of each sheet that they take."""
    half = min(area.h // 2, scene.height * area.w // scene.width)
    one = placed(scene, slide, Rect(area.x, area.y, area.w, half))
    items: list[Item] = [one.group]
    end, top = one.rect.bottom, one.rect.bottom + _BELOW
    head, whole = _continued(ctx, slide, area)
    for make, made in _parts(ctx, slide, Rect(area.x, top, area.w, area.bottom - top)):
        while made:
            room = Rect(area.x, top, area.w, area.bottom - top)
            count = _fitting(ctx, make, made, room)
            if not count and top > whole.y:
                yield items
                items, top = [head], whole.y
                continue
            box = make(ctx, slide, room, made[: max(1, count)])
            if end == one.rect.bottom and len(items) == 1:
                y = end + _BELOW // 2
                items.append(Rule(Name("notes-rule"), area.x, y, area.right, y, _LINE))
            items.append(box)
            end, made = box.rect.bottom, made[max(1, count) :]
            top = end + _BELOW
    if area.bottom - end - GAP >= _WORTH:
        items += lines(Rect(area.x, end + GAP, area.w, area.bottom - end - GAP))
    yield items


def _parts(ctx: Context, slide: Page, room: Rect) -> Iterator[tuple[_Make, tuple[Paragraph, ...]]]:
    """Speech and sources, and what makes a box of each: as large as stands below the slide."""
    said = _said(ctx, slide)
    trail = _trail(said.trail)
    rest = _sources(ctx, slide, room, trail).rect.h + _BELOW if trail else 0
    if said.speech:
        every = [_speech(ctx, said.speech, size, room.w) for size in _SPEECH]
        # What goes on anyway need not be small.
        fitting = (e for e in every if height_in(ctx, e, room.w) + rest <= room.h)
        yield _box, next(fitting, every[1])
    if trail:
        yield _sources, trail


def _fitting(ctx: Context, make: _Make, made: tuple[Paragraph, ...], room: Rect) -> int:
    """How many of the paragraphs fit into what is left of a sheet."""
    inset = _INSET if make is _sources else 0
    inner = room.inset(inset, inset, inset, inset)
    count = len(made)
    while count and height_in(ctx, made[:count], inner.w) > inner.h:
        count -= 1
    return count


def _continued(ctx: Context, slide: Page, area: Rect) -> tuple[TextBox, Rect]:
    """The head of a sheet on which a slide's notes go on, and what is left below it."""
    title = f"{slide.title or slide.id}{ctx.say('（续）', ' (continued)')}"
    made = (para(title, _AGAIN, bold=True, colour="ink2"),)
    rect = Rect(area.x, area.y, area.w, height_in(ctx, made, area.w))
    top = rect.bottom + _AGAIN.leading
    box = set_box(ctx, Wanted(Name("continued"), rect, lambda level, short: made, mark=slide.mark))
    return box, Rect(area.x, top, area.w, area.bottom - top)


def _box(ctx: Context, slide: Page, room: Rect, made: tuple[Paragraph, ...]) -> TextBox:
    """The speech, as high as it is."""
    height = min(max(room.h, 0), height_in(ctx, made, room.w))
    rect = Rect(room.x, room.y, room.w, height)
    return set_box(
        ctx, Wanted(Name("notes", of=slide.id), rect, lambda level, short: made, mark=slide.mark)
    )


def _sources(ctx: Context, slide: Page, room: Rect, made: tuple[Paragraph, ...]) -> TextBox:
    """Where the figures come from, in a ruled box as high as it has to be."""
    height = height_in(ctx, made, room.w - 2 * _INSET) + 2 * _INSET
    wanted = Wanted(
        Name("sources", of=slide.id),
        Rect(room.x, room.y, room.w, height),
        lambda level, short: made,
        insets=(_INSET,) * 4,
        stroke=_LINE,
        mark=slide.mark,
    )
    return set_box(ctx, wanted)


def _speech(
    ctx: Context, said: Sequence[tuple[Run, ...]], size: Step, width: int
) -> tuple[Paragraph, ...]:
    made = [
        replace(
            para("", size, align=ctx.running, before=size.leading // 3 if number else 0),
            runs=tuple(replace(r, style=replace(r.style, size=size.size)) for r in runs),
        )
        for number, runs in enumerate(said)
    ]
    return alike(ctx, made, width)


def _trail(words: Sequence[str]) -> tuple[Paragraph, ...]:
    """The evidence: its heading bold, small and quiet."""
    return tuple(
        para(text, _TRAIL, bold=not number, colour="ink2", before=pt(2) if number else 0)
        for number, text in enumerate(words)
    )
