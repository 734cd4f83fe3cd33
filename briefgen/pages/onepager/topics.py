"""Turn the topics into a grid: name, effort, first figure, summary; their measures where there is
room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.geometry import Rect, mm, pt
from briefgen.outline.model import Measure, Text, Topic
from briefgen.pages.onepager.block import Block, height_of, on_one_line, text_box
from briefgen.pages.onepager.plan import Plan
from briefgen.parts.context import Context
from briefgen.parts.kpi import numeral
from briefgen.parts.text import para, runs
from briefgen.scene.items import Item, Rule, Stroke
from briefgen.theme.model import Step
from briefgen.typography.text import Paragraph, Run, Style

# Columns for so many topics, best first; a later one where the columns would be too narrow.
_ACROSS = {1: (1,), 2: (2, 1), 3: (3, 1), 4: (2, 1), 5: (3, 2, 1), 6: (3, 2, 1)}
_MANY = (3, 2, 1)
# The least width of a column, in characters of its text.
_NARROW = 13
_GUTTER, _TOP = mm(4), mm(2)


def shown_topics(ctx: Context) -> tuple[Topic, ...]:
    """The topics that the page names, else all of them."""
    refs = ctx.brief.page.topics
    return tuple(ctx.topic(ref.id) for ref in refs) if refs else ctx.brief.topics


def topics(ctx: Context, plan: Plan, width: int) -> Block | None:
    """The topics in equal columns, every row as high as its fullest cell."""
    shown = shown_topics(ctx)
    if not shown:
        return None
    across = _across(ctx, plan, len(shown), width)
    cell = (width + _GUTTER) // across - _GUTTER
    size = _figure_size(ctx, plan, shown, cell)
    efforts = _efforts(ctx, plan, shown, cell)
    made = [
        _words(ctx, plan, topic, effort, size, cell)
        for topic, effort in zip(shown, efforts, strict=True)
    ]
    heights = [height_of(ctx, texts, cell) for texts in made]
    rows = [max(heights[at : at + across]) + _TOP for at in range(0, len(shown), across)]
    gap = plan.density.gap

    def draw(rect: Rect) -> tuple[Item, ...]:
        columns = rect.columns(across, _GUTTER)
        spare = (rect.h - sum(rows) - gap * (len(rows) - 1)) // len(rows)
        rules: list[Item] = []
        boxes: list[Item] = []
        y = rect.y
        for row, height in enumerate(rows):
            for at, column in enumerate(columns):
                number = row * across + at
                if number < len(shown):
                    topic = shown[number]
                    area = Rect(column.x, y, column.w, height)
                    stroke = Stroke("primary", pt(1.5))
                    rules.append(Rule(f"{topic.name} 线", area.x, y, area.right, y, stroke))
                    boxes.append(
                        text_box(
                            ctx, str(topic.name), area, made[number], insets=(0, _TOP, 0, 0),
                            heading="h2", mark=topic.summary.mark,
                        )
                    )  # fmt: skip
            y += height + gap + spare
        return (*rules, *boxes)

    longest = max(shown, key=lambda topic: len(str(topic.summary)))
    return Block(
        sum(rows) + gap * (len(rows) - 1), draw,
        round(len(rows) * mm(4.5) * plan.density.figures), 42, "the topics are",
        longest.summary.mark,
    )  # fmt: skip


def _across(ctx: Context, plan: Plan, count: int, width: int) -> int:
    """How many columns there are: as the page asks, else as many as are wide enough."""
    if ctx.brief.page.columns:
        return min(count, ctx.brief.page.columns)
    narrow = _NARROW * plan.density.body.size
    choice = _ACROSS.get(count, _MANY)
    return next((n for n in choice if (width + _GUTTER) // n - _GUTTER >= narrow), choice[-1])


def _figure_size(ctx: Context, plan: Plan, shown: Sequence[Topic], width: int) -> Step:
    """The largest size at which every topic's figure stays on one line."""
    ids = [topic.figures[0].id for topic in shown if topic.figures]
    sizes = plan.density.figures_beside
    return next(
        (
            size
            for size in sizes
            if all(on_one_line(ctx, _numeral(ctx, plan, id, size), width) for id in ids)
        ),
        sizes[-1],
    )


def _numeral(ctx: Context, plan: Plan, id: str, size: Step) -> Paragraph:
    return numeral(ctx, id, size, plan.density.body, colour="ink", minor="ink2")


def _words(
    ctx: Context, plan: Plan, topic: Topic, effort: Paragraph, size: Step, width: int
) -> tuple[Paragraph, ...]:
    density, short = plan.density, plan.short
    made = [para(topic.name, density.head, bold=True, colour="primary", short=short)]
    if "effort" not in plan.without:
        made.append(effort)
    if topic.figures:
        made += _figure(ctx, plan, topic.figures[0].id, size, width)
    made.append(
        para(
            topic.summary, density.body, strong="primary", short=short, before=pt(2),
            align="justify" if ctx.chinese else "left",
        )
    )  # fmt: skip
    if plan.measures:
        made += [_measure(ctx, plan, measure) for measure in topic.measures]
    return tuple(each for each in made if each.runs)


def _figure(ctx: Context, plan: Plan, id: str, size: Step, width: int) -> tuple[Paragraph, ...]:
    """The figure large, and what it is: beside it, or else below it."""
    density = plan.density
    shown = _numeral(ctx, plan, id, size)
    name, style = str(ctx.label(id)), Style(density.label.size, colour="ink2")
    tail = Run(ctx.say("　", "  ") + name, style)
    beside = Paragraph((*shown.runs, tail), shown.leading, before=pt(3))
    if on_one_line(ctx, beside, width):
        return (beside,)
    return replace(shown, before=pt(3)), para(name, density.label, colour="ink2")


def _measure(ctx: Context, plan: Plan, measure: Measure) -> Paragraph:
    step = plan.density.body
    head, text = plan.says(measure.head), plan.says(measure.text)
    own = Style(step.size)
    strong = Style(step.size, True, "primary")
    return Paragraph(
        (
            *runs(head, Style(step.size, True)),
            Run(ctx.say("：", ": "), own),
            *runs(text, own, strong),
        ),
        step.leading,
        before=pt(3),
        indent=round(step.size * 1.1),
        bullet="•",
    )


def _efforts(ctx: Context, plan: Plan, shown: Sequence[Topic], width: int) -> list[Paragraph]:
    """The efforts in one size, each on one line if any size of a label allows it; those that are
    too long at the least size in their short wording."""

    def fits(made: Paragraph) -> bool:
        return on_one_line(ctx, made, width)

    def at(size: Step, text: Text) -> Paragraph:
        return para(text, size, bold=True, colour="accent-text")

    texts = [plan.says(topic.effort) for topic in shown]
    least = plan.density.labels[-1]
    texts = [t if t.short is None or fits(at(least, t)) else t.short for t in texts]
    sizes = (size for size in plan.density.labels if all(fits(at(size, t)) for t in texts))
    size = next(sizes, least)
    return [at(size, text) for text in texts]
