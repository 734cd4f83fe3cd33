"""Turn a deck's sections and times into what helps presenter and audience through it.

A progress mark on each page, the time in the speaker's notes, and what each click brings in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from briefgen.brief.model import Slide
from briefgen.brief.roles import subject
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.panes import panes
from briefgen.scene.items import Group, Item, Reveal, Shape, Stroke, TextBox
from briefgen.scene.layouts import NOTE_INDEX
from briefgen.scene.motifs import pane
from briefgen.scene.names import Name

_SIDE, _GAP = pt(18), pt(4)
# How the note on a slide's minutes begins, in Chinese and in English.
TIMED = ("【用时】", "[Time]")


def progress(ctx: Context, slide: Slide) -> tuple[Item, ...]:
    """A row of small panes at the top right, one for each topic; lit is the one that the slide is
    about. In a deck without topics one for each section, lit its own. On a slide that is
    about none of them in particular all are lit, as on the cover.

    It is decoration: the section's name and number stand beside it in words.
    """
    shown = panes(ctx)
    if shown is None:
        return ()
    about, section = subject(slide.fields) or slide.about, ctx.section_of(slide.id)
    lit = shown.about(about.id) if about else ()
    if section and not shown.topics:
        lit = shown.lit(section.number)
    count = len(shown.names)
    if count < 2:
        return ()
    # Many are smaller, so that what stands beside them has its room.
    area, beside = ctx.canvas.title, ctx.canvas.track
    room = area.w if ctx.canvas.narrow else area.right - beside.right - _GAP
    side = min(_SIDE, (room + _GAP) // count - _GAP)
    left = area.right - count * (side + _GAP) + _GAP
    steps: list[Item] = []
    for number in range(1, count + 1):
        place = Rect(left + (number - 1) * (side + _GAP), ctx.canvas.progress, side, side)
        if not lit or number in lit:
            steps.append(pane(ctx.theme, place, number, count))
        else:
            stroke = Stroke("muted", pt(0.75))
            steps.append(Shape(Name("progress-step", number), place, stroke=stroke))
    return (Group(Name("progress"), tuple(steps)),)


def minutes(ctx: Context, value: Decimal) -> str:
    """A time as it is said: 2分钟, 1.5 min."""
    plain = f"{value.normalize():f}"
    return ctx.say(f"{plain}分钟", f"{plain} min")


def time_note(ctx: Context, slide: Slide) -> tuple[str, ...]:
    """How long the slide takes and when it ends, for the speaker; nothing where it is not said."""
    if slide.minutes is None or slide.hidden:
        return ()
    own, end = minutes(ctx, slide.minutes), minutes(ctx, ctx.ends.get(slide.id, slide.minutes))
    whole = ctx.brief.occasion.minutes
    of = "" if whole is None else ctx.say(f"／{minutes(ctx, whole)}", f" of {minutes(ctx, whole)}")
    return (
        ctx.say(f"{TIMED[0]}{own}，讲完累计{end}{of}", f"{TIMED[1]} {own}, {end}{of} when done"),
    )


def reveals(items: Sequence[Item]) -> tuple[Reveal, ...]:
    """What each click brings in.

    Items whose names have the same number belong together (序号 2, 要点 2) and come in by that
    number. Where fewer than two are numbered so, the paragraphs of the longest text do.
    """
    numbered: dict[int, list[Name]] = {}
    for item in items:
        if item.name.number:
            numbered.setdefault(item.name.number, []).append(item.name)
    boxes = list(_bodies(items))
    if len(numbered) >= 2:
        return tuple(Reveal(tuple(numbered[n])) for n in sorted(numbered))
    longest = max(boxes, key=lambda box: len(box.paragraphs), default=None)
    if longest is None or len(longest.paragraphs) < 2:
        return ()
    return tuple(Reveal((longest.name,), part) for part in _parts(longest))


def _bodies(items: Iterable[Item]) -> Iterable[TextBox]:
    """Bodies of the layout, and boxes that are no placeholders."""
    for item in items:
        if isinstance(item, TextBox):
            slot = item.slot
            if slot is None or (slot.role == "body" and slot.index < NOTE_INDEX):
                yield item


def _parts(box: TextBox) -> list[tuple[int, int]]:
    """The paragraphs that come in together: a bold head and what follows it, else each alone."""
    heads = [
        index
        for index, paragraph in enumerate(box.paragraphs)
        if all(run.style.bold for run in paragraph.runs)
    ]
    if not heads or len(heads) == len(box.paragraphs):
        heads = list(range(len(box.paragraphs)))
    starts = sorted({0, *heads})
    return [
        (start, end - 1)
        for start, end in zip(starts, [*starts[1:], len(box.paragraphs)], strict=True)
    ]
