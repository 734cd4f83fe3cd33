"""Turn the figure that leads a slide into a group: its mark, label and numeral, set very large."""

from __future__ import annotations

from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.figure_words import lines_of, noted, planned
from briefgen.parts.kpi import Numeral, numeral
from briefgen.parts.status import before, beside, status, status_mark
from briefgen.parts.text import Wanted, down, height_in, para, set_box
from briefgen.record import replace
from briefgen.scene.items import Group, Item, Rule, Shape, Slot, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, step
from briefgen.typography.text import Paragraph, Run, Style

# The digits of a figure on a panel beside others. A numeral is a single line, so its pitch moves
# nothing: the lower it is, the less a box grows in faces of tall lines.
_STEPS = tuple(step(size, size) for size in (112, 96, 80, 64, 56, 48, 40, 32))
# Where a template's face may be wide, digits may be smaller still.
_LESS = tuple(step(size, size) for size in (28, 24))
# The panel's margins, at the sides of a narrow one less, and how much of its foot is for what
# stands below the hairline.
_EDGE, _NEAR, _NARROW, _TOP, _FOOT = pt(24), pt(16), pt(300), pt(20), pt(84)
# The digits of a figure that is a whole slide's message, with a list below it and without.
_HUGE = tuple(step(size, size * 0.9) for size in (160, 136, 112, 96, 80, 64, 52, 44))
_ALONE = (step(208, 188), *_HUGE)
# How high the label of such a figure is.
LABEL = pt(36)


def hero(
    ctx: Context, item: Numeral, rect: Rect, slot: int, *, told: bool = False
) -> tuple[Group, *tuple[TextBox, ...]]:
    """The figure on a panel of its own: a group of its ground, mark and numeral; on it its label,
    behind the word of its status where that is `told`, and its notes, in the placeholder `slot` and
    the next."""
    edge = _EDGE if rect.w > _NARROW else _NEAR
    inner = rect.inset(edge, _TOP, edge, _TOP)
    said, at = item.label or ctx.label(item.figure), ctx.figure(item.figure).mark

    def named(level: int, short: bool) -> tuple[Paragraph, ...]:
        own = para(said, down("body", level), colour="on-cover", short=short)
        about = before(ctx, status(ctx.figure(item.figure)), said) if told else ""
        if not about:
            return (own,)
        return (replace(own, runs=(replace(own.runs[0], text=about, figure=""), *own.runs)),)

    want = Wanted(Name("text"), inner, named, slot=Slot("body", slot), mark=at)
    mark, head = _headed(ctx, item, inner, want, "on-cover2")
    items: list[Item] = [ground(ctx, rect), mark]
    texts = [head]
    further = noted(ctx, item)
    foot = rect.bottom - _FOOT if further else inner.bottom

    steps = (*_STEPS, *_LESS) if ctx.house else _STEPS

    def number(level: int, short: bool) -> tuple[Paragraph, ...]:
        digits = steps[level]
        return lines_of(ctx, item, digits, colour="on-cover", minor="on-cover2", qualified=False)

    top = head.rect.bottom
    want = Wanted(
        Name("figure"),
        Rect(inner.x, top, inner.w, foot - pt(8) - top),
        number,
        anchor="bottom" if further and rect.w > _NARROW else "middle",
        one_line=(0, 1, 2),
        mark=at,
    )
    items.append(set_box(ctx, want, len(steps), normal=len(steps) - 1))
    if further:
        line = Stroke("cover-line", pt(0.75))
        items.append(Rule(Name("divider"), inner.x, foot, inner.right, foot, line))

        def note(level: int, short: bool) -> tuple[Paragraph, ...]:
            return (para(further or "", down("body", level), colour="on-cover2", short=short),)

        below = Rect(inner.x, foot + pt(12), inner.w, inner.bottom - foot - pt(12))
        at_foot = Slot("body", slot + 1)
        texts.append(
            set_box(ctx, Wanted(Name("note"), below, note, slot=at_foot, mark=further.mark), 3)
        )
    return (Group(Name("figure", of=str(said)), tuple(items)), *texts)


def ground(ctx: Context, rect: Rect) -> Shape:
    """The panel in the ground of the deck's cover; where that is as light as paper, an outline."""
    # A template's own colour needs no edge.
    faint = ctx.theme.faint("cover") and ctx.house is None
    edge = Stroke("ink", pt(1.5)) if faint else None
    return Shape(Name("ground"), rect, fill="cover", stroke=edge)


def digits_of(group: Group) -> int:
    """The size (EMU) of the digits of a figure's group: of its largest type."""
    boxes = [item for item in group.items if isinstance(item, TextBox)]
    return max(run.style.size for box in boxes for par in box.paragraphs for run in par.runs)


def large(
    ctx: Context, item: Numeral, rect: Rect, slot: int, *, alone: bool = False, below: int = 0
) -> tuple[TextBox, Group]:
    """The figure across `rect`; over it, in the placeholder `slot`, the word of its status, its
    period and its label, and so much room `below` these for the caller. It may be larger where it
    stands `alone`."""
    said, at = item.label or ctx.label(item.figure), ctx.figure(item.figure).mark
    period = ctx.period(item.figure)
    gap = ctx.say("　", "  ")
    parts = [before(ctx, status(ctx.figure(item.figure)), said).removesuffix(gap)]
    parts.append(period if period not in str(said) else "")
    told = " · ".join(filter(None, parts))

    def named(level: int, short: bool) -> tuple[Paragraph, ...]:
        type = down("body", level)
        named = para(said, type, bold=True, short=short)
        ahead = (Run(told + gap, Style(type.size)),) if told else ()
        return (replace(named, runs=(*ahead, *named.runs)),)

    top = Rect(rect.x, rect.y, rect.w, LABEL)
    want = Wanted(Name("text"), top, named, slot=Slot("body", slot), lines=1, mark=at)
    mark, head = _headed(ctx, item, top, want, "ink2")
    area = rect.inset(0, LABEL + below, 0, 0)
    # The lines of large digits are lower than these: by themselves they would fit into less.
    every = _ALONE if alone else _HUGE
    steps = tuple(step for step in every if step.size <= area.h) or every[-1:]

    def number(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (numeral(ctx, item.figure, steps[level], colour="primary", minor="ink2"),)

    want = Wanted(Name("figure"), area, number, anchor="middle", one_line=(0,), mark=at)
    value = set_box(ctx, want, len(steps), normal=len(steps) - 1)
    return head, Group(Name("figure", of=str(said)), (mark, value))


def _headed(
    ctx: Context, item: Numeral, area: Rect, want: Wanted, colour: Token
) -> tuple[Shape, TextBox]:
    """The mark of the figure's status, and behind it the label at the top of an area, as high as
    it is."""
    side = DECK["body"].size * 11 // 10
    wanted = replace(want, rect=area.inset(side, 0, 0, 0))
    # A label that stands on one line at a smaller size is set in that.
    whole = (n for n in range(3) if planned(ctx, want.make(n, False)[0]) <= wanted.rect.w)
    start = next(whole, 0)
    smaller = replace(wanted, make=lambda level, short: want.make(level + start, short))
    box = set_box(ctx, smaller, 3 - start, normal=2 - start)
    high = height_in(ctx, box.paragraphs, wanted.rect.w) * 5 // 4
    box = replace(box, rect=Rect(wanted.rect.x, area.y, wanted.rect.w, high))
    size = box.paragraphs[0].runs[0].style.size
    square = beside(area.x, box.lines[0].baseline, size)
    return status_mark(ctx, status(ctx.figure(item.figure)), square, colour=colour), box
