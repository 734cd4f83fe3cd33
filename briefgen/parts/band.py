"""Turn the figures of a topic into a band: the first very large, the others said beside it."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.figure_words import noted, planned
from briefgen.parts.growing import set_growing
from briefgen.parts.kpi import Numeral, numeral
from briefgen.parts.status import beside, sign, status, status_mark, word
from briefgen.parts.text import Wanted, para, set_box
from briefgen.record import replace
from briefgen.scene.icons import icon
from briefgen.scene.items import Group, Item, Slot
from briefgen.scene.names import Name
from briefgen.theme.model import Step, step
from briefgen.typography.text import Paragraph, Run, Style

# How high the label of the first figure is, with room for a second line, and what its numeral takes
# of the width where others stand beside it, in 1/100.
_LABEL, _FIRST = pt(38), 46
_STEP = (step(18, 22), step(16, 20), step(14, 18))
_GAP, _ICON = pt(16), pt(30)
# How far the numeral keeps from the label above it, which may begin so far above the band.
_CLEAR, _UP = pt(6), pt(4)
# The digits of the first: it leads, so it is at least as large as a title.
_STEPS = tuple(step(size, size) for size in (56, 40, 28))


def figure_band(
    ctx: Context, figures: Sequence[Numeral], rect: Rect, slot: int, sign: str = ""
) -> tuple[Item, ...]:
    """The first figure across `rect`, which lies on the ground of covers: over it, in the
    placeholder `slot`, the word of its status, its period and its label. The others stand at its
    right, in the placeholder behind that; in the corner above them the icon that is the `sign`."""
    first, *others = figures
    mark = ctx.figure(first.figure).mark
    head = Rect(rect.x, rect.y - _UP, rect.w, _LABEL + _UP)
    side = _STEP[0].size * 11 // 10
    corner = Rect(rect.right - _ICON, rect.y + pt(8), _ICON, _ICON)
    place = head.inset(side, 0, _ICON + _GAP if sign else 0, 0)
    # A label that stands on one line at a smaller size is set in that.
    whole = (n for n, own in enumerate(_STEP) if _width(ctx, first, own) <= place.w)
    steps = _STEP[next(whole, 0) :]
    named = Wanted(
        Name("text"),
        place,
        lambda level, short: (_named(ctx, first, steps[level], short),),
        slot=Slot("body", slot),
        anchor="bottom",
        mark=mark,
    )
    label = set_box(ctx, named, len(steps))
    size = label.paragraphs[0].runs[0].style.size
    square = beside(rect.x, label.lines[0].baseline, size)
    drawn = status_mark(ctx, status(ctx.figure(first.figure)), square, colour="on-cover2")
    area = rect.inset(0, _LABEL + _CLEAR, 0, 0)
    if others:
        area = replace(area, w=rect.w * _FIRST // 100)
    # In faces of tall lines a numeral stands higher than is planned: it stays clear of its label.
    digits = tuple(each for each in _STEPS if each.size * 6 <= area.h * 5) or _STEPS[-1:]

    def number(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (numeral(ctx, first.figure, digits[level], colour="on-cover", minor="on-cover2"),)

    want = Wanted(Name("figure"), area, number, anchor="middle", one_line=(0,), mark=mark)
    value = set_box(ctx, want, len(digits), normal=len(digits) - 1)
    said = str(first.label or ctx.label(first.figure))
    signs = (icon(sign, corner, "on-cover2", Name("topic-icon")),) if sign else ()
    group = Group(Name("figure", of=said), (drawn, value, *signs))
    if not others:
        return (group, label)
    left = area.right + _GAP
    right = Rect(left, area.y, rect.right - left, area.h)

    def further(level: int, short: bool) -> tuple[Paragraph, ...]:
        return tuple(_told(ctx, each, _STEP[level], short, first) for each in others)

    want = Wanted(
        Name("note"), right, further, slot=Slot("body", slot + 1), anchor="middle", mark=mark
    )
    return (group, label, *set_growing(ctx, (want,), len(_STEP), 1))


def _width(ctx: Context, item: Numeral, own: Step) -> int:
    """How wide a figure's label is on one line."""
    return planned(ctx, _named(ctx, item, own, False))


def _named(ctx: Context, item: Numeral, own: Step, short: bool) -> Paragraph:
    """What the figure is, behind the word of its status and its period."""
    said = item.label or ctx.label(item.figure)
    named = para(said, own, bold=True, colour="on-cover", short=short)
    period = ctx.period(item.figure)
    told = word(ctx, status(ctx.figure(item.figure)))
    told += f" · {period}" if period and period not in str(said) else ""
    before = Run(told + ctx.say("　", "  "), Style(own.size, False, "on-cover"))
    return replace(named, runs=(before, *named.runs))


def _told(ctx: Context, item: Numeral, own: Step, short: bool, first: Numeral) -> Paragraph:
    """A figure in words: the sign of its status, the figure, what it is, since when, unless the
    first figure says that."""
    plain, bold = Style(own.size, False, "on-cover"), Style(own.size, True, "on-cover")
    named = para(item.label or ctx.label(item.figure), own, colour="on-cover", short=short)
    mark = sign(status(ctx.figure(item.figure))) + " "
    since = ctx.period(item.figure) == ctx.period(first.figure)
    more = item.note if since else noted(ctx, item)
    after = (
        (Run(ctx.say("，", ", "), plain), *para(more, own, colour="on-cover").runs) if more else ()
    )
    number = Run(str(ctx.shown(item.figure)), bold, item.figure)
    between = Run(" ", plain)
    return replace(
        named,
        runs=(Run(mark, plain), number, between, *named.runs, *after),
        before=pt(6),
    )
