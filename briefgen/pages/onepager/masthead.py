"""Turn title, subtitle and imprint into the masthead, and the lead into a paragraph below it."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import Block, height_of, lines_of, on_one_line, text_box
from briefgen.pages.onepager.plan import Plan
from briefgen.pages.onepager.sheet import BLEED, Sheet
from briefgen.parts.context import Context
from briefgen.parts.text import para
from briefgen.record import replace
from briefgen.scene.items import Item, Shape
from briefgen.scene.names import Name
from briefgen.theme.model import Step, step
from briefgen.typography.text import Paragraph

# Sizes of the title: on one line down to the last of the first, then on several.
_ONE_LINE = (
    step(56, 66),
    step(50, 60),
    step(44, 53),
    step(38, 46),
    step(34, 41),
    step(30, 36),
    step(27, 33),
    step(24, 29),
    step(22, 27),
    step(20, 25),
    step(18, 23),
)
_LINES = (step(18, 23), step(15, 19), step(13, 17), step(11, 14))
# How wide who and when may stand, in percent of the page.
_CORNERS = (28, 36, 44)
# How far text stands from the edges of the ground.
_INSET = mm(6)
_TAB = pt(2.5)
# How much of a page's height it takes where there is little else, in percent: more is a waste of
# ink.
_MOST = 21
# The size of the title on a full page, and how much larger it may be where there is little else.
_USUAL, _LARGER = 30, 26
# How much more leading the lead takes where there is room for it.
_LOOSEST = 0.12


def masthead(ctx: Context, plan: Plan, sheet: Sheet) -> Block:
    """Title and subtitle on the theme's dark colour, who and when at the right.

    For a press the ground runs over the edges of the sheet, into the bleed.
    """
    brief, press = ctx.brief, ctx.brief.page.press
    area = sheet.area
    imprint = _imprint(ctx, plan)
    below = step(11 + 7 * plan.density.spare, 15 + 9 * plan.density.spare)
    subtitle = para(brief.subtitle, below, colour="on-dark", short=plan.short, before=pt(2))
    inset = 0 if press else _INSET
    aside, left, words = _corner(ctx, plan, sheet, imprint, subtitle, inset)
    title = words[0]
    tall = height_of(ctx, words, left)
    least = mm(22) + round((area.h * _MOST // 100 - mm(22)) * plan.density.spare)
    height = max(least, tall + mm(6), height_of(ctx, imprint, aside) + mm(6))

    def draw(rect: Rect) -> tuple[Item, ...]:
        ground = _ground(sheet, rect, press)
        y = rect.y + (rect.h - _TAB - tall) // 2
        first = height_of(ctx, (title,), left)
        items: list[Item] = [
            Shape(Name("masthead"), ground, fill="primary-dark"),
            Shape(
                Name("masthead-rule"), Rect(ground.x, ground.bottom, ground.w, _TAB), fill="accent"
            ),
            text_box(
                ctx,
                Name("title"),
                Rect(rect.x + inset, y, left, first),
                (title,),
                heading="h1",
                mark=brief.title.mark,
            ),
        ]
        if subtitle.runs:
            top = y + first + subtitle.before
            under = Rect(rect.x + inset, top, left, tall - first - subtitle.before)
            items.append(
                text_box(ctx, Name("subtitle"), under, (subtitle,), mark=brief.subtitle.mark)
            )
        if imprint:
            corner = Rect(rect.right - inset - aside, rect.y, aside, rect.h - _TAB)
            items.append(
                text_box(
                    ctx,
                    Name("imprint"),
                    corner,
                    imprint,
                    anchor="middle",
                    mark=brief.organisation.mark,
                )
            )
        return tuple(items)

    return Block(
        height=height + _TAB, draw=draw, share=9, named="masthead-is", mark=brief.title.mark
    )


def _ground(sheet: Sheet, rect: Rect, press: bool) -> Rect:
    """The dark ground: all of the block but its tab; for a press, out to the edges of the bleed."""
    if not press:
        return Rect(rect.x, rect.y, rect.w, rect.h - _TAB)
    reach = sheet.area.y + BLEED
    return Rect(-BLEED, rect.y - reach, sheet.width + 2 * BLEED, rect.h - _TAB + reach)


def _imprint(ctx: Context, plan: Plan) -> tuple[Paragraph, ...]:
    """Who and when."""
    return tuple(
        para(
            text,
            plan.density.label,
            bold=True,
            colour="white",
            align="right",
            short=plan.short,
            keep=not ctx.chinese,
        )
        for text in (ctx.brief.organisation, ctx.brief.date_text)
        if str(text)
    )


def _corner(
    ctx: Context,
    plan: Plan,
    sheet: Sheet,
    imprint: Sequence[Paragraph],
    subtitle: Paragraph,
    inset: int,
) -> tuple[int, int, tuple[Paragraph, ...]]:
    """How wide who and when stand at the right, how wide title and subtitle, and those two.

    The first are as wide as keeps each on one line, as long as that costs the others no line.
    """
    whole = sheet.area.w

    def at(share: int) -> tuple[int, int, tuple[Paragraph, ...]]:
        aside = whole * share // 100 if imprint else 0
        wide = whole - aside - (mm(4) if aside else 0) - inset
        left = (sheet.panels[0][1] if sheet.folded else wide) - inset
        title = _title(ctx, plan, left)
        return aside, left, (title, subtitle) if subtitle.runs else (title,)

    def tall(made: tuple[int, int, tuple[Paragraph, ...]]) -> int:
        return height_of(ctx, made[2], made[1])

    narrow = at(_CORNERS[0])
    for share in _CORNERS:
        made = at(share)
        if made[2] != narrow[2] or tall(made) > tall(narrow):
            break
        if all(on_one_line(ctx, each, made[0]) for each in imprint):
            return made
    return narrow


def _title(ctx: Context, plan: Plan, width: int) -> Paragraph:
    """The title at the largest size at which it stays on one line, else on up to three."""
    largest = pt(_USUAL * min(1.0, (plan.density.text + 3) / 13.5))
    largest += round(pt(_LARGER) * plan.density.spare)

    def at(size: Step) -> Paragraph:
        return para(ctx.brief.title, size, bold=True, colour="white", short=plan.short, keep=True)

    for size in _ONE_LINE:
        if size.size <= largest and on_one_line(ctx, at(size), width):
            return at(size)
    for size in _LINES:
        if lines_of(ctx, at(size), width) <= 3:
            return at(size)
    return at(_LINES[-1])


def lead(ctx: Context, plan: Plan, width: int) -> Block | None:
    """The lead, its figures standing out."""
    text = ctx.brief.page.lead
    if not text or not str(text).strip():
        return None
    made = para(
        text,
        plan.density.lead,
        strong="primary",
        short=plan.short,
        align=ctx.running,
    )

    height = height_of(ctx, (made,), width)

    def draw(rect: Rect) -> tuple[Item, ...]:
        leading = made.leading * min(rect.h, height + stretch) // height
        loose = (replace(made, leading=leading),)
        return (text_box(ctx, Name("lead"), rect, loose, mark=text.mark),)

    stretch = round(height * _LOOSEST)
    return Block(
        height=height, draw=draw, stretch=stretch, share=10, named="lead-is", mark=text.mark
    )
