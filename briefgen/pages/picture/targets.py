"""Turn the page's targets into tables of what and how much, one for each time until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.brief.model import Text
from briefgen.geometry import Rect
from briefgen.pages.onepager.block import Block
from briefgen.pages.picture.figures import titled, value
from briefgen.pages.picture.measure import height_of, natural
from briefgen.pages.picture.plan import Plan
from briefgen.pages.picture.topics import columns_of
from briefgen.parts.aims import under_title
from briefgen.parts.context import Context
from briefgen.parts.status import sign, status, statuses, word
from briefgen.parts.text import para, set_in
from briefgen.record import Record, replace
from briefgen.scene.items import Cell, Item, Stroke, Table
from briefgen.scene.names import Name
from briefgen.typography.paragraph import place
from briefgen.typography.text import Paragraph, Run, Style

# What a target is has this share of its table's width, less where its value is wide, but not less
# than the other (in 1/100). Up to so many targets stand in one table.
_SHARE, _LEAST, _ONE = 62, 35, 3
# And where they take more lines then, one of these.
_SHARES = (43, 50, 56)


class _Row(Record):
    what: Paragraph
    value: Paragraph
    height: int


def targets(ctx: Context, plan: Plan, width: int, columns: int = 2) -> Block | None:
    """The targets in tables side by side, each with a header; what is aimed at to the left, how
    much at the right edge."""
    page, scale = ctx.brief.page, plan.scale
    if not page.targets:
        return None
    count = len(page.targets)
    columns = 1 if count <= _ONE else columns
    column, step = columns_of(plan, width, columns)
    title: Text | str = page.targets_title or ctx.say("目标与任务", "Targets")
    head = para(
        plan.says(title) if isinstance(title, Text) else title, scale.step("head"), bold=True
    )
    ids = [ref.id for ref in page.targets]
    alike = len(statuses(ctx, ids)) == 1
    if alike and not titled(ctx):
        # One mark says it of all.
        mark = _marked(ctx, plan, ids[0])
        told = f"  {mark.text}{word(ctx, status(ctx.figure(ids[0])))}"
        head = replace(head, runs=(*head.runs, replace(mark, text=told)))
    half = -(-len(ids) // columns)
    tables = [ids[at : at + half] for at in range(0, len(ids), half)]
    bare = {id: under_title(value(ctx, id, scale, "head"), page.targets_title) for id in ids}
    values = {id: replace(each, align="right") for id, each in bare.items()}
    widest = max(natural(ctx, each, column) for each in values.values()) + scale.em(0.5)
    first = max(column * _LEAST // 100, min(column * _SHARE // 100, column - widest))
    # Where words that are side by side take two lines, they may share the width otherwise.
    lefts = (first, *(column * share // 100 for share in _SHARES if column * share // 100 > first))
    made = [_rows(ctx, plan, tables, values, (left, column), not alike) for left in lefts]
    heights, rows, left = min(
        ((_heights(own, half), own, left) for own, left in zip(made, lefts, strict=True)),
        key=lambda each: sum(each[0]),
    )
    header = height_of(ctx, (head,), left) + scale.em(0.4)
    height = header + sum(heights)

    def draw(rect: Rect) -> tuple[Item, ...]:
        more = min(scale.em(0.6), max(0, rect.h - height) // (half + 1))
        made = []
        for number, own in enumerate(rows):
            place = Rect(rect.x + number * step, rect.y, column, 0)
            tall = [header + more, *[h + more for h in heights[: len(own)]]]
            # The title stands once; the columns of each table have their names.
            said = para(ctx.say("指标", "Target"), scale.label, bold=True, colour="ink2")
            said = said if number else head
            made.append(_table(ctx, plan, own, said, (place, left), tall, head.text))
        return tuple(made)

    return Block(
        height=height,
        draw=draw,
        stretch=scale.em(0.6) * (half + 1),
        share=25,
        named="targets-are",
        mark=page.targets[0].mark,
    )


def _rows(
    ctx: Context,
    plan: Plan,
    tables: Sequence[Sequence[str]],
    values: Mapping[str, Paragraph],
    widths: tuple[int, int],
    marked: bool,
) -> list[list[_Row]]:
    """The rows of the tables, the first column and the whole of which are so wide (EMU)."""
    return [[_row(ctx, plan, id, values[id], widths, marked) for id in each] for each in tables]


def _heights(rows: Sequence[Sequence[_Row]], count: int) -> list[int]:
    """How high the rows are, which stand beside each other in all tables."""
    return [max(own[at].height for own in rows if at < len(own)) for at in range(count)]


def _marked(ctx: Context, plan: Plan, id: str) -> Run:
    """The mark of a figure, as a character."""
    style = Style(plan.scale.step("note").size, True, "ink2")
    return Run(sign(status(ctx.figure(id))) + " ", style)


def _row(
    ctx: Context, plan: Plan, id: str, number: Paragraph, widths: tuple[int, int], marked: bool
) -> _Row:
    """A target in a table whose first column, and all of it, are so wide (EMU)."""
    scale = plan.scale
    period, label = ctx.since(id), str(ctx.label(id))
    title = ctx.brief.page.targets_title
    if period and period not in str(title or ""):  # 2027年目标 says it of all
        label = ctx.say(f"{label}（{period}）", f"{label}, {period}")
    what = para(label, scale.label)
    if marked:
        what = replace(what, runs=(_marked(ctx, plan, id), *what.runs))
    left, width = widths
    tall = max(height_of(ctx, (what,), left), height_of(ctx, (number,), width - left))
    return _Row(what, number, tall + scale.em(0.35))


def _table(
    ctx: Context,
    plan: Plan,
    rows: Sequence[_Row],
    head: Paragraph,
    place: tuple[Rect, int],
    heights: Sequence[int],
    title: str,
) -> Table:
    """A table so wide, its first column too, its rows so high; the targets' heading is that of its
    first column."""
    at, left = place
    amount = ctx.say("数值", "Value")
    heads = (head, para(amount, plan.scale.label, bold=True, colour="ink2", align="right"))
    cells: list[tuple[Cell, ...]] = []
    y = at.y
    for (what, number), high in zip(
        [heads, *((r.what, r.value) for r in rows)], heights, strict=True
    ):
        places = (Rect(at.x, y, left, high), Rect(at.x + left, y, at.w - left, high))
        cells.append(
            tuple(_cell(ctx, each, p) for each, p in zip((what, number), places, strict=True))
        )
        y += high
    return Table(
        name=Name("targets"),
        rect=Rect(at.x, at.y, at.w, sum(heights)),
        columns=(left, at.w - left),
        heights=tuple(heights),
        cells=tuple(cells),
        alt=ctx.say(f"表格：{title}", f"Table: {title}"),
        rule=Stroke("line", plan.scale.em(0.075)),
        rule_head=Stroke("ink", plan.scale.em(0.1)),
    )


def _cell(ctx: Context, words: Paragraph, area: Rect) -> Cell:
    text = set_in(ctx, (words,), area.w)
    lines = place(text, area, (0, 0, 0, 0), "middle")
    return Cell(paragraphs=text.paragraphs, lines=lines)
