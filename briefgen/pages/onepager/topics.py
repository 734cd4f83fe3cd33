"""Turn the topics into a grid: name, effort, first figure, summary; their measures where there is
room."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Measure, Text, Topic
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import Block, label_edge, mark_before, on_one_line, text_box
from briefgen.pages.onepager.measure import columns, grid
from briefgen.pages.onepager.plan import Plan
from briefgen.pages.onepager.row import Placed, Row, Slot, slot
from briefgen.pages.onepager.shown import figure_of, shown_topics
from briefgen.pages.onepager.strip import fitting
from briefgen.parts.context import Context
from briefgen.parts.text import alike, para, runs
from briefgen.record import replace
from briefgen.scene import motifs
from briefgen.scene.items import Item, Rule, Stroke
from briefgen.scene.names import Name, called
from briefgen.typography.markers import Bullet, Numbering
from briefgen.typography.text import Paragraph, Run, Style

_TOP = mm(2)
# Where the summary stands among the slots of a cell, and how far a measure stands below it.
_SUMMARY, _ABOVE = 4, pt(4)
# What the topics make of room that is left: so much more leading, and so far apart at most.
_LOOSEST, _APART = 0.12, mm(3)
# The leading, in ems, up to which readers take lines for one paragraph: from 1.5 on poppler, for
# one, copies columns whose lines stand side by side line by line.
_WIDEST = 1.495


def topics(ctx: Context, plan: Plan, width: int) -> Block | None:
    """The topics in equal columns: every row as high as its fullest cell, its lines in step."""
    shown = shown_topics(ctx)
    if not shown:
        return None
    across, size = plan.density.across, plan.density.text
    cell, _ = grid(width, across, size)
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
        between = min(between, gap + round(_APART * plan.density.wider))
        lanes = columns(rect, across, size)
        rules: list[Item] = []
        boxes: list[Item] = []
        y = rect.y
        topic_of = iter(shown)
        for row, height in zip(loose, heights, strict=True):
            for placed, column in zip(row.placed(), lanes, strict=False):
                area = Rect(column.x, y, column.w, height)
                made = _drawn(ctx, plan, next(topic_of), placed, area)
                rules += made[:-1]
                boxes.append(made[-1])
            y += height + between
        return (*rules, *boxes)

    longest = max(shown, key=lambda topic: len(str(topic.summary)))
    between = (len(rows) - 1) * round(_APART * plan.density.wider)
    return Block(
        height=tall,
        draw=draw,
        stretch=text // unit * most + between,
        share=42,
        named="topics-are",
        mark=longest.text_mark,
    )


def _pane(ctx: Context, plan: Plan) -> int:
    """The side of a topic's pane before its name (EMU); 0 where the theme has none."""
    return plan.density.top * 11 // 10 if motifs.drawn(ctx.theme, len(ctx.brief.topics)) else 0


def _drawn(ctx: Context, plan: Plan, topic: Topic, placed: Placed, area: Rect) -> tuple[Item, ...]:
    """A topic in its place: the rule over it, its pane, and its text."""
    rule = Rule(
        Name("heading-rule", of=str(topic.name)),
        area.x,
        area.y,
        area.right,
        area.y,
        Stroke("ink", pt(1)),
    )
    box = text_box(
        ctx,
        called(topic.name),
        area,
        placed.paragraphs,
        insets=(0, _TOP + placed.top, 0, 0),
        heading="h2",
        mark=topic.text_mark,
    )
    note, id = plan.density.note, figure_of(ctx, topic)
    status = mark_before(ctx, box, id, note) if id else ()
    side = _pane(ctx, plan)
    if not side:
        return rule, *status, box
    line = area.y + _TOP + placed.top + (plan.density.head.leading - side) // 2
    number = ctx.brief.topics.index(topic) + 1
    square = Rect(area.x, line, side, side)
    return rule, motifs.pane(ctx.theme, square, number, len(ctx.brief.topics)), *status, box


def _rows(ctx: Context, plan: Plan, shown: Sequence[Topic], across: int, width: int) -> list[Row]:
    """The topics' texts, row by row; their running text is justified in all of them, or in none."""
    efforts = _efforts(ctx, plan, shown, width)
    listed = [topic.measures if plan.measures else () for topic in shown]
    summaries = alike(
        ctx,
        [
            _summary(ctx, plan, topic, bool(measures))
            for topic, measures in zip(shown, listed, strict=True)
        ],
        width,
    )
    every = list(zip(shown, efforts, summaries, strict=True))
    return [_row(ctx, plan, every[at : at + across], width) for at in range(0, len(every), across)]


def _summary(ctx: Context, plan: Plan, topic: Topic, listed: bool) -> Paragraph:
    """The topic's running text; nothing where its measures say the same at more length."""
    if listed or not str(topic.summary).strip():
        return Paragraph((), 0)
    return para(
        topic.summary,
        plan.density.body,
        strong="ink",
        short=plan.short,
        before=pt(4),
        align=ctx.running,
    )


def _row(
    ctx: Context, plan: Plan, row: Sequence[tuple[Topic, Paragraph, Paragraph]], width: int
) -> Row:
    """The topics of one row.

    Measures stand beside each other, or their lists begin beside each other, where that takes no
    more than a line; else they follow upon their own summaries.
    """
    density = plan.density
    edge = _pane(ctx, plan) * 3 // 2
    heads: list[list[Slot]] = []
    lists: list[list[Slot]] = []
    figures = _on_one_line([_figure(ctx, plan, topic, width) for topic, *_ in row])
    for (topic, effort, summary), figure in zip(row, figures, strict=True):
        name = para(topic.name, density.head, bold=True, short=plan.short, edge=edge)
        said = Paragraph((), 0) if "effort" in plan.without else effort
        shown = (name, said, figure, _called(ctx, plan, topic), summary)
        heads.append([slot(ctx, each, width) for each in shown])
        measures = topic.measures if plan.measures else ()
        numbered = [(n if topic.numbered else 0, each) for n, each in enumerate(measures, 1)]
        lists.append([slot(ctx, _measure(ctx, plan, each, n), width) for n, each in numbered])
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


def _figure(ctx: Context, plan: Plan, topic: Topic, width: int) -> Paragraph:
    """The topic's figure, large."""
    id = figure_of(ctx, topic)
    if not id:
        return Paragraph((), 0)
    return replace(fitting(ctx, plan, id, "ink", width, 1), before=pt(3))


def _on_one_line(figures: Sequence[Paragraph]) -> list[Paragraph]:
    """Figures side by side, of whatever sizes, on the line of the largest."""
    tallest = max(figures, key=lambda figure: figure.leading)
    return [
        replace(each, runs=(*each.runs, tallest.runs[-1]), leading=tallest.leading)
        if 0 < each.leading < tallest.leading
        else each
        for each in figures
    ]


def _called(ctx: Context, plan: Plan, topic: Topic) -> Paragraph:
    """What the topic's figure is."""
    id, note = figure_of(ctx, topic), plan.density.note
    if not id:
        return Paragraph((), 0)
    return para(ctx.label(id), note, colour="ink2", edge=label_edge(note))


def _measure(ctx: Context, plan: Plan, measure: Measure, number: int) -> Paragraph:
    step = plan.density.body
    head, text = plan.says(measure.head), plan.says(measure.text)
    own = Style(step.size)
    strong = Style(step.size, True)
    marker = Numbering("1.", number) if number else Bullet()
    between = (Run(ctx.say("：", ": "), own),) if str(text) else ()
    hanging = step.size  # so that its lines, too, are a whole number of characters
    return Paragraph(
        (
            *runs(head, Style(step.size, True)),
            *between,
            *runs(text, own, strong),
        ),
        step.leading,
        margin=hanging,
        indent=hanging,
        marker=marker,
    )


def _efforts(ctx: Context, plan: Plan, shown: Sequence[Topic], width: int) -> list[Paragraph]:
    """The efforts; those that are too long for one line in their short wording."""

    def at(text: Text) -> Paragraph:
        if not str(text).strip():
            return Paragraph((), 0)
        return para(text, plan.density.note, colour="ink2", before=pt(2.5))

    texts = [plan.says(topic.effort) for topic in shown]
    return [at(t if t.short is None or on_one_line(ctx, at(t), width) else t.short) for t in texts]
