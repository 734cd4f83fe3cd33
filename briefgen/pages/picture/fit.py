"""Turn the parts of a picture page into the plan at which they fill exactly one sheet.

Sizes stand in fixed ratios, so what is too much is left out, in this order, until the rest fits:
measures, the timeline's title, lead, topics' texts that state no figure of their own, all texts,
further figures, timeline, chart. What is left out is told, and every figure that goes with it. What
has room grows as a whole; then the spaces do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from operator import eq

from briefgen.geometry import Rect
from briefgen.pages.onepager.block import Block, column
from briefgen.pages.onepager.shown import shown_topics
from briefgen.pages.picture.axis import axis
from briefgen.pages.picture.evidence import evidence
from briefgen.pages.picture.figures import marks
from briefgen.pages.picture.foot import foot
from briefgen.pages.picture.masthead import headline, headlined, masthead
from briefgen.pages.picture.plan import Part, Plan, plans
from briefgen.pages.picture.report import carried, lost, shortened, told, too_full
from briefgen.pages.picture.scale import Scale
from briefgen.pages.picture.sheet import Sheet
from briefgen.pages.picture.targets import targets
from briefgen.pages.picture.topics import columns_of, texts, topics
from briefgen.parts.context import Context
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Item
from briefgen.scene.walk import figures

# The steps in which the air of a page grows.
_AIR = 10
# Parts whose figures may stand elsewhere.
_UNMISSED: frozenset[Part] = frozenset({"measures", "timeline-title", "lead"})
# How text gives way: the page is so many powers of its size high.
_REFLOW = 0.8
# The air that text has before it grows beyond its usual size.
_EASY = 0.6
# What all of the air takes of a page is about one part of so many, and at least one of so many.
_USUAL_AIR, _LIGHTEST = 8, 16


class Draft(Record):
    """The page at one plan: what stands across it at the top, the panels beside each other, what
    stands across it at the foot."""

    plan: Plan
    top: tuple[Block, ...]
    panels: tuple[tuple[tuple[Block, ...], int, int], ...]
    foot: Block

    @property
    def gap(self) -> int:
        return self.plan.scale.roomy(0.9, 1.5)

    @property
    def blocks(self) -> list[Block]:
        inside = [block for blocks, _, _ in self.panels for block in blocks]
        return [*self.top, *inside, self.foot]

    def excess(self, room: int) -> int:
        """By how much the page is too tall for a room (EMU); nothing or less where it fits."""
        tallest = max((_tall(blocks, self.gap) for blocks, _, _ in self.panels), default=0)
        parts = [_tall(self.top, self.gap), tallest, self.foot.height]
        return _joined(parts, self.gap) - room

    def draw(self, area: Rect) -> tuple[Item, ...]:
        gap, widest = self.gap, self.plan.scale.em(2.2)
        if len(self.panels) < 2:
            inside = self.panels[0][0] if self.panels else ()
            return column((*self.top, *inside, self.foot), area, gap, widest)
        head = _tall(self.top, gap)
        items = column(self.top, Rect(area.x, area.y, area.w, head), gap, gap)
        y, bottom = area.y + head + gap, area.bottom - self.foot.height - gap
        for blocks, x, width in self.panels:
            items += column(blocks, Rect(area.x + x, y, width, bottom - y), gap, widest)
        last = Rect(area.x, bottom + gap, area.w, self.foot.height)
        return (*items, *self.foot.draw(last))


Make = Callable[[Plan], Draft]
# The band of chart and figures at a plan, in a width.
Band = Callable[[Plan, int], Block | None]


def _tall(blocks: Sequence[Block], gap: int) -> int:
    return _joined([block.height for block in blocks], gap)


def _joined(heights: Sequence[int], gap: int) -> int:
    there = [height for height in heights if height]
    return sum(there) + gap * max(0, len(there) - 1)


def fit(ctx: Context, sheet: Sheet) -> tuple[Item, ...]:
    """The items of the page, exactly one sheet; what was left out for that is told."""
    # Only what is drawn in the end has anything to tell.
    trial = replace(ctx, problems=Problems())
    band = cache(partial(evidence, trial))
    make = cache(partial(_draft, trial, sheet, band))
    draft = _found(trial, sheet, make, band)
    if draft.excess(sheet.area.h) <= 0:
        draft = _grown(sheet, make, _filled(trial, sheet, make, draft))
    tried = frozenset(trial.problems)
    items = draft.draw(sheet.area)
    ctx.problems.extend(problem for problem in trial.problems if problem not in tried)
    over = draft.excess(sheet.area.h)
    if over > 0:
        too_full(ctx, draft.blocks, sheet.area.h, over, draft.plan)
    else:
        told(ctx, draft.plan, figures(items))
        shortened(ctx, items)
    return items


def _found(ctx: Context, sheet: Sheet, make: Make, band: Band) -> Draft:
    """The first draft that fits and lacks no figure, else the first that fits; the leanest if none
    does."""
    best = last = None
    every = list(plans(ctx, sheet.sizes[sheet.usual]))
    least = next(plan for plan in every if not plan.scale.air and not plan.shows("measures"))
    full = make(least).excess(sheet.area.h) > 0
    failed: list[Draft] = []
    for plan in every:
        # Where the page is full without them, there is no room for what needs some air.
        if full and plan.scale.air:
            continue
        if best and not set(plan.left_out) <= _UNMISSED:
            break
        if plan != every[-1] and any(_fails_too(ctx, sheet, plan, each, band) for each in failed):
            continue
        last = make(plan) if plan.scale.air else _sized(sheet, make, plan)
        if last.excess(sheet.area.h) <= 0:
            best = best or last
            if not lost(ctx, plan, carried(ctx, plan)):
                return last
        else:
            failed.append(last)
    assert last
    return best or last


def _fails_too(ctx: Context, sheet: Sheet, plan: Plan, failed: Draft, band: Band) -> bool:
    """Whether a plan is too tall since a draft is that shows no more, at no larger a scale: by more
    than it may save in the band, where other figures may stand."""
    before, width = failed.plan, sheet.area.w
    # What failed without air did so at the least size; with some, it says nothing of that.
    plan = plan if plan.scale.air or before.scale.air else replace(plan, scale=before.scale)
    less = plan.without - before.without
    if plan.cut != before.cut or plan.scale != before.scale or less - {"plain-texts"}:
        return False
    said = ([texts(ctx, each, topic) for topic in shown_topics(ctx)] for each in (plan, before))
    if less and not all(map(eq, *said)):
        return False
    if sheet.across:
        width, _ = columns_of(plan, width, sheet.columns)
    then, now = (made.height if (made := band(each, width)) else 0 for each in (before, plan))
    return failed.excess(sheet.area.h) > then - now


def _sized(sheet: Sheet, make: Make, plan: Plan, most: int | None = None) -> Draft:
    """The draft of a plan at the largest size of text, up to the usual one (or the one at `most`),
    at which it fits; at the least if none. It is sought where the excess of that one lets expect
    it."""
    room, most = sheet.area.h, sheet.usual if most is None else most

    def at(index: int) -> Draft:
        return make(replace(plan, scale=Scale(sheet.sizes[index], 0.0)))

    made = at(most)
    over = made.excess(room)
    if over <= 0 or not most:
        return made
    expected: float = sheet.sizes[most] * (room / (room + over)) ** _REFLOW
    index = sum(size <= expected for size in sheet.sizes[:most]) - 1
    index = max(0, index)
    made = at(index)
    while made.excess(room) > 0 and index > 0:
        index -= 1
        made = at(index)
    if made.excess(room) > 0:
        return made
    # Below one that did not fit there is none that is larger.
    for larger in range(index + 1, most):
        more = at(larger)
        if more.excess(room) > 0:
            break
        made = more
    return made


def _filled(ctx: Context, sheet: Sheet, make: Make, draft: Draft) -> Draft:
    """The draft with as many of the texts that were left out as there is room for, at any size."""
    if "plain-texts" not in draft.plan.left_out or "texts" in draft.plan.left_out:
        return draft
    plan = replace(draft.plan, scale=Scale(sheet.sizes[0], 0.0))
    for topic in shown_topics(ctx):
        more = replace(plan, kept=plan.kept | {topic.id})
        if texts(ctx, more, topic) != texts(ctx, plan, topic):
            plan = more if make(more).excess(sheet.area.h) <= 0 else plan
    # With more texts it is no larger.
    return _sized(sheet, make, plan, sheet.sizes.index(draft.plan.scale.text))


def _grown(sheet: Sheet, make: Make, draft: Draft) -> Draft:
    """The draft as large as it may be on the sheet, and then with as much air as there is room."""

    def at(text: float, air: float) -> Draft:
        return make(replace(draft.plan, scale=Scale(text, air)))

    best, room = draft, sheet.area.h
    easier = (_EASY - draft.plan.scale.air) * room / _LIGHTEST
    if draft.plan.scale.text == sheet.sizes[sheet.usual] and draft.excess(room) + easier <= 0:
        best = _most(sheet.sizes[sheet.usual :], lambda text: at(text, _EASY), best, sheet)
    return _aired(sheet, at, best)


def _aired(sheet: Sheet, at: Callable[[float, float], Draft], draft: Draft) -> Draft:
    """The draft with as much air as there is room for: what it takes grows evenly with it, so a
    first try tells how much that is."""
    text, least, room = draft.plan.scale.text, draft.plan.scale.air, sheet.area.h
    spare, first = -draft.excess(room), round(least * _AIR)
    if spare < room / _LIGHTEST / _AIR:
        return draft
    tried: dict[int, Draft] = {}
    step = min(_AIR, max(first + 1, int(first + spare * _AIR * _USUAL_AIR / room)))
    while step > first and step not in tried:
        made = tried[step] = at(text, step / _AIR)
        taken = (made.excess(room) + spare) / (step - first)
        step = min(_AIR, int(first + spare / taken)) if taken > 0 else _AIR
    # What is rounded may take a little more.
    fitting = (step for step in sorted(tried, reverse=True) if tried[step].excess(room) <= 0)
    return tried[best] if (best := next(fitting, 0)) else draft


def _most(
    values: Sequence[float], make: Callable[[float], Draft], start: Draft, sheet: Sheet
) -> Draft:
    """The draft of the largest value that fits, which the first of them may be taken to do."""
    best, low, high = start, 0, len(values)
    at = 1
    while high - low > 1:
        made = make(values[at])
        if made.excess(sheet.area.h) <= 0:
            best, low = made, at
        else:
            high = at
        at = (low + high) // 2
    return best


def _draft(ctx: Context, sheet: Sheet, band: Band, plan: Plan) -> Draft:
    """The page at a plan. Across, what leads stands in the left column and the topics beside it."""
    area = sheet.area
    head = ctx.once(masthead, plan.about(), area.w, sheet.width, area.y)
    opening = ctx.once(headlined, plan.about("lead"), area.w)
    panels: tuple[tuple[tuple[Block, ...], int, int], ...]
    if sheet.across:
        column_, step = columns_of(plan, area.w, sheet.columns)
        left = _there(
            *_ahead(ctx, plan, column_, 1),
            band(plan, column_),
        )
        if left:
            right = _there(topics(ctx, plan, area.w - step))
            panels = ((left, 0, column_), (right, step, area.w - step))
        else:
            panels = ((_there(topics(ctx, plan, area.w)), 0, area.w),)
    else:
        panels = ((_column(ctx, plan, area.w, band), 0, area.w),)
    top = _there(head, opening)
    last = foot(ctx, plan, area.w, marks(ctx, plan))
    return Draft(plan, top, panels, last)


def _ahead(ctx: Context, plan: Plan, width: int, columns: int) -> tuple[Block | None, ...]:
    """The axis of events and the targets."""
    events = plan.about("timeline", "timeline-title")
    return ctx.once(axis, events, width), ctx.once(targets, plan.about(), width, columns)


def _column(ctx: Context, plan: Plan, width: int, band: Band) -> tuple[Block, ...]:
    """The parts one below the other: what proves the headline stands next to it."""
    when, aims = _ahead(ctx, plan, width, 2)
    grid, proof = topics(ctx, plan, width), band(plan, width)
    page, told = ctx.brief.page, headline(ctx)
    stated = set(told.figures) if told else set()
    events = {id for event in page.timeline for id in (*event.when.figures, *event.what.figures)}
    shown = shown_topics(ctx)
    first = {ref.id for ref in shown[0].figures} if shown else set()
    if stated & events:
        return _there(when, aims, grid, proof)
    if stated & {ref.id for ref in page.targets}:
        return _there(aims, when, grid, proof)
    return _there(grid, when, aims, proof) if stated & first else _there(when, aims, grid, proof)


def _there(*blocks: Block | None) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block)
