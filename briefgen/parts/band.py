"""Turn the figures of a topic into a band: the first very large, the others said beside it; or
into a panel, the others said below it."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.figure_words import noted, planned
from briefgen.parts.growing import set_growing
from briefgen.parts.kpi import Numeral, numeral
from briefgen.parts.status import before, beside, sign, status, status_mark
from briefgen.parts.text import Wanted, height_in, para, set_box
from briefgen.record import replace
from briefgen.scene.icons import icon
from briefgen.scene.items import Group, Item, Slot
from briefgen.scene.names import Name
from briefgen.theme.model import Step, step
from briefgen.typography.text import Paragraph, Run, Style

# How high the label of the first figure is, with room for a line more, behind its status and below
# it; and what its numeral takes of the width where others stand beside it, at least and at most, in
# 1/100.
_LABEL, _HEAD, _FIRST = pt(38), pt(56), (46, 60)
_STEP = (step(18, 22), step(16, 20), step(14, 18))
_GAP, _ICON = pt(16), pt(30)
# How far the numeral keeps from the label above it, which may begin so far above the band.
_CLEAR, _UP = pt(6), pt(4)
# The digits of the first: it leads, so it is at least as large as a title.
_STEPS = tuple(step(size, size) for size in (56, 40, 28))
_LARGER = (*(step(size, size) for size in (112, 96, 80, 72, 64)), *_STEPS)


def figure_band(
    ctx: Context, figures: Sequence[Numeral], rect: Rect, slot: int, sign: str = ""
) -> tuple[Item, ...]:
    """The first figure across `rect`, which lies on the ground of covers: over it, in the
    placeholder `slot`, the word of its status, its period and its label. The others stand at its
    right, in the placeholder behind that; in the corner above them the icon that is the `sign`."""
    first, *others = figures
    area = rect.inset(0, _LABEL + _CLEAR, 0, 0)
    digits = _digits(_STEPS, area.h)
    if not others:
        return _first(ctx, first, rect, area, digits, slot, sign)
    said = numeral(ctx, first.figure, digits[0], colour="on-cover", minor="on-cover2")
    least, most = (rect.w * share // 100 for share in _FIRST)
    area = replace(area, w=min(max(least, planned(ctx, said) + _GAP), most))
    left = area.right + _GAP
    right = Rect(left, area.y, rect.right - left, area.h)
    want = _further(ctx, first, others, right, slot + 1)
    more = set_growing(ctx, (replace(want, anchor="middle"),), len(_STEP), 1)
    return (*_first(ctx, first, rect, area, digits, slot, sign), *more)


def figure_panel(
    ctx: Context, figures: Sequence[Numeral], rect: Rect, slot: int, sign: str = ""
) -> tuple[Item, ...]:
    """The same on a panel that is higher: the first figure larger, the others below it."""
    first, *others = figures
    area = rect.inset(0, _HEAD + _CLEAR, 0, 0)
    more: tuple[Item, ...] = ()
    if others:
        # As high as its words at the usual size, and a line for those who add some.
        said = [_told(ctx, each, _STEP[0], False, first) for each in others]
        high = height_in(ctx, said, rect.w) + _STEP[0].leading
        below = Rect(rect.x, rect.bottom - high, rect.w, high)
        area = replace(area, h=below.y - area.y)
        more = set_growing(ctx, (_further(ctx, first, others, below, slot + 1),), len(_STEP), 1)
    digits = _digits(_LARGER, area.h)
    return (*_first(ctx, first, rect, area, digits, slot, sign, lines=2), *more)


def _digits(steps: Sequence[Step], high: int) -> Sequence[Step]:
    """The sizes of digits that stay clear of the label above them in so high an area, in faces of
    tall lines too."""
    return tuple(each for each in steps if each.size * 6 <= high * 5) or steps[-1:]


def _first(
    ctx: Context,
    first: Numeral,
    rect: Rect,
    area: Rect,
    digits: Sequence[Step],
    slot: int,
    sign: str,
    lines: int = 1,
) -> tuple[Item, ...]:
    """The figure that leads, in an area, and at the head of `rect` what it is: behind its status
    and period, or, in two `lines`, below them."""
    mark = ctx.figure(first.figure).mark
    head = Rect(rect.x, rect.y - _UP, rect.w, (_LABEL if lines == 1 else _HEAD) + _UP)
    side = _STEP[0].size * 11 // 10
    corner = Rect(rect.right - _ICON, rect.y + pt(8), _ICON, _ICON)
    place = head.inset(side, 0, _ICON + _GAP if sign else 0, 0)
    # A label that stands on one line at a smaller size is set in that.
    whole = (n for n, own in enumerate(_STEP) if _width(ctx, first, own, lines) <= place.w)
    steps = _STEP[next(whole, 0) :]
    named = Wanted(
        Name("text"),
        place,
        lambda level, short: _named(ctx, first, steps[level], short, lines),
        slot=Slot("body", slot),
        anchor="bottom",
        mark=mark,
    )
    label = set_box(ctx, named, len(steps))
    size = label.paragraphs[0].runs[0].style.size
    square = beside(rect.x, label.lines[0].baseline, size)
    drawn = status_mark(ctx, status(ctx.figure(first.figure)), square, colour="on-cover2")

    def number(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (numeral(ctx, first.figure, digits[level], colour="on-cover", minor="on-cover2"),)

    want = Wanted(Name("figure"), area, number, anchor="middle", one_line=(0,), mark=mark)
    value = set_box(ctx, want, len(digits), normal=len(digits) - 1)
    said = str(first.label or ctx.label(first.figure))
    signs = (icon(sign, corner, "on-cover2", Name("topic-icon")),) if sign else ()
    return (Group(Name("figure", of=said), (drawn, value, *signs)), label)


def _further(
    ctx: Context, first: Numeral, others: Sequence[Numeral], place: Rect, slot: int
) -> Wanted:
    """The figures behind the first in words, in a placeholder."""

    def told(level: int, short: bool) -> tuple[Paragraph, ...]:
        return tuple(_told(ctx, each, _STEP[level], short, first) for each in others)

    mark = ctx.figure(first.figure).mark
    return Wanted(Name("note"), place, told, slot=Slot("body", slot), mark=mark)


def _width(ctx: Context, item: Numeral, own: Step, lines: int) -> int:
    """How wide a figure's label is where each of its lines is whole."""
    return max(planned(ctx, each) for each in _named(ctx, item, own, False, lines))


def _named(
    ctx: Context, item: Numeral, own: Step, short: bool, lines: int
) -> tuple[Paragraph, ...]:
    """What the figure is, behind the word of its status and its period, or below them."""
    said = item.label or ctx.label(item.figure)
    named = para(said, own, bold=True, colour="on-cover", short=short)
    period = ctx.period(item.figure)
    gap = ctx.say("　", "  ")
    parts = [before(ctx, status(ctx.figure(item.figure)), said).removesuffix(gap)]
    parts.append(period if period not in str(said) else "")
    told = " · ".join(filter(None, parts))
    plain = Style(own.size, False, "on-cover")
    if not told:
        return (named,)
    if lines > 1:
        return (replace(named, runs=(Run(told, plain),)), named)
    return (replace(named, runs=(Run(told + gap, plain), *named.runs)),)


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
