"""Turn the topics into a grid: name, effort, first figure, summary; their measures where there is
room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefgen.brief.model import Measure, Text, Topic
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import Block, on_one_line, text_box
from briefgen.pages.onepager.plan import Plan
from briefgen.pages.onepager.row import Placed, Row, Slot, slot
from briefgen.pages.onepager.strip import leading
from briefgen.parts.context import Context
from briefgen.parts.kpi import numeral
from briefgen.parts.text import para, runs
from briefgen.record import replace
from briefgen.scene.items import Item, Rule, Stroke, TextBox
from briefgen.scene.names import Name, called
from briefgen.theme.model import Step
from briefgen.typography.markers import Bullet, hang
from briefgen.typography.text import Paragraph, Run, Style

# Columns for so many topics, best first; a later one where the columns would be too narrow.
_ACROSS = {1: (1,), 2: (2, 1), 3: (3, 1), 4: (2, 1), 5: (3, 2, 1), 6: (3, 2, 1)}
_MANY = (3, 2, 1)
# The least line of running text in characters: shorter ones are set too loosely. Columns that would
# be too narrow for that have smaller text, down to where they are fewer.
_LINE, _NARROW = 15, 12
_TOP = mm(2)
# How much smaller a figure may be so that what it is stays beside it.
_LARGE = 0.75
# Where the summary stands among the slots of a cell, and how far a measure stands below it.
_SUMMARY, _ABOVE = 4, pt(4)
# What the topics make of room that is left: so much more leading, and so far apart at most.
_LOOSEST, _APART = 0.12, mm(3)
# The leading, in ems, up to which readers take lines for one paragraph: from 1.5 on poppler, for
# one, copies columns whose lines stand side by side line by line.
_WIDEST = 1.495


def shown_topics(ctx: Context) -> tuple[Topic, ...]:
    """The topics that the page names, else all of them."""
    refs = ctx.brief.page.topics
    return tuple(ctx.topic(ref.id) for ref in refs) if refs else ctx.brief.topics


def topics(ctx: Context, plan: Plan, width: int, alone: bool = False) -> Block | None:
    """The topics in equal columns: every row as high as its fullest cell, its lines in step.

    Where they have a panel `alone`, larger text means fewer columns; else the columns stay for
    longer, and the rest of the page grows.
    """
    shown = shown_topics(ctx)
    if not shown:
        return None
    across = _across(ctx, plan, len(shown), width, _LINE if alone else _NARROW)
    gutter = _gutter(plan)
    cell = (width + gutter) // across - gutter
    plan = _readable(plan, cell)
    rows = _rows(ctx, plan, shown, across, cell)
    gap, unit = plan.density.gap, plan.density.body.leading
    tall = sum(row.height + _TOP for row in rows) + gap * (len(rows) - 1)
    text = sum(row.text for row in rows)
    widest = round(plan.density.body.size * _WIDEST)
    most = max(0, min(round(unit * _LOOSEST), widest - unit))

    def draw(rect: Rect) -> tuple[Item, ...]:
        spare = rect.h - tall
        looser = min(most, unit * max(0, spare) // max(1, text))
        loose = [row.loosened(unit + looser) for row in rows]
        heights = [row.height + _TOP for row in loose]
        between = (rect.h - sum(heights)) // max(1, len(rows) - 1)
        between = min(between, gap + round(_APART * plan.density.figures))
        columns = rect.columns(across, gutter)
        rules: list[Item] = []
        boxes: list[Item] = []
        y = rect.y
        topic_of = iter(shown)
        for row, height in zip(loose, heights, strict=True):
            for placed, column in zip(row.placed(), columns, strict=False):
                rule, box = _drawn(ctx, next(topic_of), placed, Rect(column.x, y, column.w, height))
                rules.append(rule)
                boxes.append(box)
            y += height + between
        return (*rules, *boxes)

    longest = max(shown, key=lambda topic: len(str(topic.summary)))
    between = (len(rows) - 1) * round(_APART * plan.density.figures)
    return Block(
        height=tall,
        draw=draw,
        stretch=text // unit * most + between,
        share=42,
        named="topics-are",
        mark=longest.summary.mark,
    )


def _drawn(ctx: Context, topic: Topic, placed: Placed, area: Rect) -> tuple[Rule, TextBox]:
    """A topic in its place: the rule over it, and its text."""
    rule = Rule(
        Name("heading-rule", of=str(topic.name)),
        area.x,
        area.y,
        area.right,
        area.y,
        Stroke("primary", pt(1.5)),
    )
    box = text_box(
        ctx,
        called(topic.name),
        area,
        placed.paragraphs,
        insets=(0, _TOP + placed.top, 0, 0),
        heading="h2",
        mark=topic.summary.mark,
    )
    return rule, box


def _across(ctx: Context, plan: Plan, count: int, width: int, line: int) -> int:
    """How many columns there are: as the page asks, else as many as hold `line` characters."""
    if ctx.brief.page.columns:
        return min(count, ctx.brief.page.columns)
    narrow = line * plan.density.body.size
    choice = _ACROSS.get(count, _MANY)
    gutter = _gutter(plan)
    return next((n for n in choice if (width + gutter) // n - gutter >= narrow), choice[-1])


def _gutter(plan: Plan) -> int:
    """How far columns stand apart: so wide that readers do not run lines of two together, which
    they do at an em; a quotation mark that opens a line stands half an em out of its column."""
    return max(mm(4), round(plan.density.body.size * 1.5))


def _readable(plan: Plan, width: int) -> Plan:
    """The plan with text no larger than lets enough characters stand on a line of its columns."""
    density = plan.density
    most = _quarter_below(width / pt(1) / _LINE)
    return replace(plan, density=replace(density, text=max(density.floor, min(density.text, most))))


def _quarter_below(points: float) -> float:
    """The next quarter of a point that is no larger."""
    return points // 0.25 / 4


def _rows(ctx: Context, plan: Plan, shown: Sequence[Topic], across: int, width: int) -> list[Row]:
    """The topics' texts, row by row."""
    size = _figure_size(ctx, plan, shown, width)
    efforts = _efforts(ctx, plan, shown, width)
    every = list(zip(shown, efforts, strict=True))
    return [
        _row(ctx, plan, every[at : at + across], size, width) for at in range(0, len(every), across)
    ]


def _row(
    ctx: Context, plan: Plan, row: Sequence[tuple[Topic, Paragraph]], size: Step, width: int
) -> Row:
    """The topics of one row.

    Measures stand beside each other, or their lists begin beside each other, where that takes no
    more than a line; else they follow upon their own summaries.
    """
    density = plan.density
    figures = _figures(ctx, plan, [topic for topic, _ in row], size, width)
    heads: list[list[Slot]] = []
    lists: list[list[Slot]] = []
    for (topic, effort), (figure, label) in zip(row, figures, strict=True):
        name = para(topic.name, density.head, bold=True, colour="primary", short=plan.short)
        summary = para(
            topic.summary,
            density.body,
            strong="primary",
            short=plan.short,
            before=pt(2),
            align=ctx.running,
        )
        said = Paragraph((), 0) if "effort" in plan.without else effort
        heads.append([slot(ctx, each, width) for each in (name, said, figure, label, summary)])
        measures = topic.measures if plan.measures else ()
        lists.append([slot(ctx, _measure(ctx, plan, each), width) for each in measures])
    unit = density.body.leading
    most = max(map(len, lists))
    every = list(zip(heads, lists, strict=True))
    flowing = Row(tuple((*h[:-1], sum(m, h[-1])) for h, m in every), _SUMMARY, unit)
    for count in (most, 1) if most else ():
        # So many slots, the rest of a list in the last of them.
        parts = [[*m[: count - 1], sum(m[count - 1 :], Slot())] for _, m in every]
        parts = [[*p, *[Slot()] * (count - len(p))] for p in parts]
        spaced = [[each.below(_ABOVE) for each in part] for part in parts]
        made = Row(
            tuple((*h, *part) for (h, _), part in zip(every, spaced, strict=True)), _SUMMARY, unit
        )
        if made.height <= flowing.height + unit:
            return made
    return flowing


def _figure_size(ctx: Context, plan: Plan, shown: Sequence[Topic], width: int) -> Step:
    """The size of the topics' figures: the largest at which each stays on one line together with
    what it is, unless that is much smaller than it could be alone."""
    ids = [id for id in (_figure(ctx, topic) for topic in shown) if id]
    sizes = plan.density.figures_beside

    def fits(make: Callable[[Context, Plan, str, Step], Paragraph], size: Step) -> bool:
        return all(on_one_line(ctx, make(ctx, plan, id, size), width) for id in ids)

    alone = next((size for size in sizes if fits(_numeral, size)), sizes[-1])
    large = [size for size in sizes if _LARGE * alone.size <= size.size <= alone.size]
    return next((size for size in large if fits(_named, size)), alone)


def _figure(ctx: Context, topic: Topic) -> str:
    """The topic's first figure; if the page leads with it by itself, the next, as a page says a
    figure large only once."""
    said = () if ctx.brief.page.figures else {ref.id for ref in leading(ctx)}
    return next((ref.id for ref in topic.figures if ref.id not in said), "")


def _numeral(ctx: Context, plan: Plan, id: str, size: Step) -> Paragraph:
    body = plan.density.body
    return replace(numeral(ctx, id, size, body, colour="ink", minor="ink2"), before=pt(3))


def _named(ctx: Context, plan: Plan, id: str, size: Step) -> Paragraph:
    """The figure, and what it is beside it."""
    shown = _numeral(ctx, plan, id, size)
    style = Style(plan.density.label.size, colour="ink2")
    tail = Run("  " + str(ctx.label(id)), style)
    return replace(shown, runs=(*shown.runs, tail))


def _figures(
    ctx: Context, plan: Plan, row: Sequence[Topic], size: Step, width: int
) -> list[tuple[Paragraph, Paragraph]]:
    """The figures of a row, large, and below each what it is, unless all have it beside them."""
    none, label = Paragraph((), 0), plan.density.label
    ids = [_figure(ctx, topic) for topic in row]
    named = [_named(ctx, plan, id, size) if id else none for id in ids]
    if all(on_one_line(ctx, each, width) for each in named if each.runs):
        return [(each, none) for each in named]
    return [
        (_numeral(ctx, plan, id, size), para(str(ctx.label(id)), label, colour="ink2"))
        if id
        else (none, none)
        for id in ids
    ]


def _measure(ctx: Context, plan: Plan, measure: Measure) -> Paragraph:
    step = plan.density.body
    head, text = plan.says(measure.head), plan.says(measure.text)
    own = Style(step.size)
    strong = Style(step.size, True, "primary")
    marker = Bullet()
    hanging = hang((marker,), step.size)
    return Paragraph(
        (
            *runs(head, Style(step.size, True)),
            Run(ctx.say("：", ": "), own),
            *runs(text, own, strong),
        ),
        step.leading,
        margin=hanging,
        indent=hanging,
        marker=marker,
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
