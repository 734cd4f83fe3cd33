"""Turn the parts of a printed page into the plan at which they fill exactly one sheet.

What is tried, in this order, until everything fits:

1. with the topics' measures, at the normal size or above
2. without them, at any size: the largest that fits; below the normal one leading and spaces
   tighten first, then sizes go down to the floor
3. the same with the authors' `short:` wordings
4. the same without the optional parts, one after the other: efforts, chart's note, timeline, chart

What fits at none of them is an error that names the part furthest above its share of the page.
Where even the loosest leaves a panel half empty, what it says stands on a ground of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate

from briefgen.geometry import Rect, mm
from briefgen.pages.onepager.block import Block, column, left_over, panel
from briefgen.pages.onepager.evidence import band, evidence
from briefgen.pages.onepager.footer import footer
from briefgen.pages.onepager.masthead import masthead
from briefgen.pages.onepager.measure import densities
from briefgen.pages.onepager.opening import opening
from briefgen.pages.onepager.plan import NORMAL, Plan
from briefgen.pages.onepager.sheet import Sheet
from briefgen.pages.onepager.shown import leading, shown_topics
from briefgen.pages.onepager.strip import strip
from briefgen.pages.onepager.target_block import targets
from briefgen.pages.onepager.topics import topics
from briefgen.parts.context import Context
from briefgen.problems import phrase
from briefgen.record import Record, replace
from briefgen.scene.items import Item

# The room in a panel that looks as if something were missing.
_EMPTY = mm(12)
# What the optional parts are called in messages.
_WITHOUT = {
    "effort": phrase("the-efforts"),
    "chart note": phrase("the-charts-note"),
    "timeline": phrase("the-timeline"),
    "chart": phrase("the-chart"),
}


class Draft(Record):
    """The page at one plan: the masthead, and the blocks of each panel, its foot last."""

    plan: Plan
    head: Block
    panels: tuple[tuple[Block, ...], ...]

    def excess(self, sheet: Sheet) -> int:
        """How much the fullest panel is too tall (EMU); nothing or less where all fits."""
        gap = self.plan.density.gap
        room = sheet.area.h - self.head.height - gap
        return max(
            sum(block.height for block in blocks) + gap * max(0, len(blocks) - 1) - room
            for blocks in self.panels
        )

    def draw(self, sheet: Sheet) -> tuple[Item, ...]:
        """The items at their places; on a page that is too full they run over its foot."""
        area, gap = sheet.area, self.plan.density.gap
        items = self.head.draw(Rect(area.x, area.y, area.w, self.head.height))
        top = area.y + self.head.height + gap
        for number, blocks in enumerate(self.panels):
            items += column(blocks, sheet.panel(number, top), gap, self.plan.density.widest)
        return items


def fit(ctx: Context, sheet: Sheet) -> tuple[Item, ...]:
    """The items of the page, exactly one sheet; what was done for that is noted."""
    sheet = _suited(ctx, sheet)
    last = None
    for plans in _tiers(ctx, sheet):
        last = _loosest(plans, lambda plan: _draft(ctx, sheet, plan), sheet)
        if last.excess(sheet) <= 0:
            _note(ctx, last)
            break
    else:
        assert last
        _overflow(ctx, sheet, last)
    return _grounded(ctx, sheet, last).draw(sheet)


def _suited(ctx: Context, sheet: Sheet) -> Sheet:
    """The sheet in one panel where there is nothing to stand in one of two, unless it is folded."""
    page = ctx.brief.page
    proves = leading(ctx) or page.targets or page.chart or page.timeline
    opens = proves or ((page.headline or page.lead) and len(shown_topics(ctx)) > 1)
    if sheet.folded or (opens and shown_topics(ctx)):
        return sheet
    return replace(sheet, panels=((sheet.area.x, sheet.area.w),))


def _grounded(ctx: Context, sheet: Sheet, draft: Draft) -> Draft:
    """The draft of a page that says so little that it would be half empty: what it says stands on
    a ground as high as there is room."""
    density = draft.plan.density
    loosest = densities(ctx.brief.page, sheet, len(shown_topics(ctx)))[-1]
    if density != loosest:
        return draft
    room = sheet.area.h - draft.head.height - density.widest
    panels = list(draft.panels)
    for at, (blocks, (_, width)) in enumerate(zip(draft.panels, sheet.panels, strict=True)):
        if left_over(blocks, room, density.widest) < _EMPTY:
            continue
        for make in (opening, topics, strip):
            plain = make(ctx, draft.plan, width)
            own = [
                number for number, each in enumerate(blocks) if plain and each.mark == plain.mark
            ]
            made = panel(partial(make, ctx, draft.plan), width) if own else None
            if made:
                panels[at] = (*blocks[: own[0]], made, *blocks[own[0] + 1 :])
                break
    grounded = replace(draft, panels=tuple(panels))
    return grounded if grounded.excess(sheet) <= 0 else draft


def _tiers(ctx: Context, sheet: Sheet) -> Iterator[list[Plan]]:
    """The plans of each way to mend an overflow, from the densest to the loosest."""
    every = densities(ctx.brief.page, sheet, len(shown_topics(ctx)))
    normal = [density for density in every if not density.tight]
    if any(topic.measures for topic in shown_topics(ctx)):
        yield [Plan(density, measures=True) for density in normal]
    yield [Plan(density) for density in every]
    yield [Plan(density, short=True) for density in every]
    for without in accumulate(_optional(ctx), lambda before, one: (*before, *one)):
        yield [Plan(density, short=True, without=without) for density in every]


def _optional(ctx: Context) -> list[tuple[str, ...]]:
    """What the page has that it can do without, the least important first."""
    page = ctx.brief.page
    has = {
        "effort": bool(shown_topics(ctx)),
        "chart note": bool(page.chart_note and page.chart),
        "timeline": bool(page.timeline),
        "chart": bool(page.chart),
    }
    return [(name,) for name, there in has.items() if there]


def _loosest(plans: list[Plan], make: Callable[[Plan], Draft], sheet: Sheet) -> Draft:
    """The draft of the loosest plan that fits; that of the densest if none does.

    The search starts where the densest lets expect it. From one that fits it goes on in growing
    strides; between one that fits and one that does not, to where what both have to spare says.
    """
    best = make(plans[0])
    if best.excess(sheet) > 0:
        return best
    low, high, stride = 0, len(plans), 1
    at = _expected(plans, best, sheet)
    while high - low > 1:
        at = min(max(at, low + 1), high - 1)
        draft = make(plans[at])
        over = draft.excess(sheet)
        if over <= 0:
            best, low = draft, at
        else:
            high = at
        if high == len(plans):
            at, stride = low + stride, stride * 2
        elif over > 0:
            spare = -best.excess(sheet)
            at = low + (high - low) * spare // (spare + over)
        else:
            at = (low + high) // 2
    return best


def _expected(plans: list[Plan], densest: Draft, sheet: Sheet) -> int:
    """Which plan the room that one leaves should allow: text grows in both directions."""
    room = sheet.area.h - densest.head.height
    growth: float = (room / max(1, room + densest.excess(sheet))) ** 0.7
    own = densest.plan.density
    return sum(plan.density.text <= growth * own.text for plan in plans) - 1


def _draft(ctx: Context, sheet: Sheet, plan: Plan) -> Draft:
    """The page at a plan."""
    widths = [width for _, width in sheet.panels]
    head = masthead(ctx, plan, sheet)
    first, last = widths[0], widths[-1]
    opens = (opening(ctx, plan, first), strip(ctx, plan, first))
    foot = footer(ctx, plan, last)
    if len(widths) == 1:
        rest = (targets(ctx, plan, first), topics(ctx, plan, first), *band(ctx, plan, first))
        return Draft(plan, head, (_sunk(_there(*opens, *rest, foot), foot),))
    left, right = _there(*opens), _there(topics(ctx, plan, last), foot)
    makers: list[Callable[[int], Block | None]] = [partial(targets, ctx, plan)]
    makers += evidence(ctx, plan)
    for make in makers:
        # What is left stands where there is more room, above the foot.
        if _tall(left) <= _tall(right):
            left = _there(*left, make(first))
        else:
            at = len(right) - bool(foot)
            right = _there(*right[:at], make(last), *right[at:])
    return Draft(plan, head, (left, _sunk(right, foot)))


def _sunk(blocks: tuple[Block, ...], foot: Block | None) -> tuple[Block, ...]:
    """The blocks of a panel; its foot stands at the bottom, even if nothing is above it."""
    return (replace(foot, flex=mm(1000)),) if foot and blocks == (foot,) else blocks


def _tall(blocks: Sequence[Block]) -> int:
    return sum(block.height for block in blocks)


def _there(*blocks: Block | None) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block)


def _note(ctx: Context, draft: Draft) -> None:
    """Say what was done to make the page fit."""
    plan, density = draft.plan, draft.plan.density
    normal = max(NORMAL, float(ctx.brief.page.text))
    small = density.points < normal
    done = [phrase("text-at", size=f"{density.points:.3g}")] if small else []
    done += [phrase("tightened")] if density.tight else []
    done += [phrase("short-wordings")] if plan.short else []
    without = tuple(_WITHOUT[part] for part in plan.without)
    done += [phrase("left-out", parts=without)] if without else []
    if done:
        ctx.problems.add("copyfit", ctx.brief.page.mark, done=tuple(done))


def _overflow(ctx: Context, sheet: Sheet, draft: Draft) -> None:
    """Name the block that takes most over its share, and by how many lines the page is too full."""
    lines = -(-draft.excess(sheet) // draft.plan.density.body.leading)
    blocks = [draft.head, *(block for panel in draft.panels for block in panel)]
    worst = max(blocks, key=lambda block: block.height - sheet.area.h * block.share // 100)
    ctx.problems.add("page-too-full", worst.mark, part=phrase(worst.named), lines=lines)
