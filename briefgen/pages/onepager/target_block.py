"""Turn targets into a table of what, how much and until when."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import (
    Block,
    heading,
    heading_height,
    height_of,
)
from briefgen.pages.onepager.plan import Density, Plan
from briefgen.parts.context import Context
from briefgen.parts.kpi import numeral
from briefgen.parts.table import INSETS, Grid, table
from briefgen.parts.text import para, set_in
from briefgen.scene.items import Item
from briefgen.scene.names import Name
from briefgen.typography.text import Paragraph

# What a cell says.
Said = Text | str | tuple[Paragraph, ...]


def targets(ctx: Context, plan: Plan, width: int) -> Block | None:
    """A table of targets: what, how much, until when."""
    page, density = ctx.brief.page, plan.density
    if not page.targets:
        return None
    title: Text | str = page.targets_title or ctx.say("目标与任务", "Targets")
    head = plan.says(title) if isinstance(title, Text) else title
    periods = [ctx.period(ref.id) for ref in page.targets]
    header: list[Text | str] = [ctx.say("指标", "Target"), ctx.say("数值", "Value")]
    if any(periods):
        header.append(ctx.say("时间", "When"))
    rows: list[list[Said]] = []
    for ref, period in zip(page.targets, periods, strict=True):
        value = (numeral(ctx, ref.id, density.body, density.body, colour="primary", minor="ink"),)
        row: list[Said] = [ctx.label(ref.id), value]
        rows.append([*row, period] if any(periods) else row)
    widths = _columns(ctx, density, [header, *rows], width)
    alt = ctx.say(f"表格：{title}", f"Table: {title}")
    name = Name("targets")
    grid = Grid(
        name=name, header=header, rows=rows, widths=widths, alt=alt, mark=page.targets[0].mark
    )

    def cell(text: Said, share: int) -> int:
        own = text if isinstance(text, tuple) else (para(text, density.body),)
        inner = width * share // sum(widths) - INSETS[0] - INSETS[2] - 2
        return height_of(ctx, own, inner) + INSETS[1] + INSETS[3]

    top = heading_height(ctx, head, density, width)
    every: list[Sequence[Said]] = [header, *rows]
    tall = sum(max(map(cell, row, widths)) for row in every)

    def draw(rect: Rect) -> tuple[Item, ...]:
        made, y = heading(ctx, Name("goal"), head, density, rect)
        return (*made, table(ctx, grid, Rect(rect.x, y, rect.w, rect.bottom - y), (density.body,)))

    return Block(
        height=top + tall,
        draw=draw,
        stretch=len(every) * mm(1.5),
        share=25,
        named="targets-are",
        mark=page.targets[0].mark,
        flex=round(tall * 0.4 * density.spare),
    )


def _columns(
    ctx: Context,
    density: Density,
    rows: Sequence[Sequence[Said]],
    width: int,
) -> list[int]:
    """The widths of the targets' columns: values and times on one line each, a quarter of the table
    at least and a third at most; what the targets are has the rest."""
    most, least = width // 3, width // 4
    inner = most - INSETS[0] - INSETS[2]

    def wanted(cell: Said) -> int:
        own = cell if isinstance(cell, tuple) else (para(cell, density.body, bold=True),)
        lines = set_in(ctx, own, inner).lines
        whole = max((line.width for line in lines), default=0)
        return (whole if len(lines) < 2 else inner) + INSETS[0] + INSETS[2] + pt(1)

    others = [max(least, *map(wanted, column)) for column in list(zip(*rows, strict=True))[1:]]
    others = [min(most, each) for each in others]
    return [width - sum(others), *others]
