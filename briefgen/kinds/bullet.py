"""Turn values and what they aim at into bars before bars."""

from __future__ import annotations

from briefgen.brief.model import Slide, Text, words
from briefgen.kinds.base import Kind
from briefgen.parts.charts.bullet import bullet_chart, shared_out
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.page import chart_area, chart_slide
from briefgen.parts.charts.readers import values_of
from briefgen.parts.charts.subtitle import subtitle
from briefgen.parts.charts.values import Charted, Limits, Values, lit_of
from briefgen.parts.context import Context
from briefgen.parts.status import sign, word
from briefgen.record import replace
from briefgen.scene.items import Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named


class Bullet(Charted, kw_only=True):
    """Two to seven values, each against its target: a row of `rows` is a name, value and target.

    Values and targets of one unit stand on one axis from zero; where rows have different units,
    each bar is a share of its target.
    """


def compose(fields: Bullet, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    headed = _headed(ctx, fields)
    values = values_of(ctx, slide, headed, Limits((2, 7), (2, 2), gaps=True))
    what = ""
    if values and len({point.quantity.unit for point in values.every if point.quantity}) > 1:
        values = shared_out(ctx, values)
        what = ctx.say("完成目标的比例（推算）", "share of the target reached (derived)")
    scale = scaled(ctx, values) if values else None
    if values is None or scale is None:
        return chart_slide(ctx, slide, fields, None, ())
    point = lit_of(ctx, slide, fields, values)
    mark = sign("plan" if _planned(ctx, values) else "target")
    room = chart_area(ctx, fields)
    chart = bullet_chart(ctx, Name("bullet-chart"), values, point, room, mark, bare=True)
    line = subtitle(ctx, fields, values, scale, what=what, named=True)
    return chart_slide(ctx, slide, fields, line, (chart,) if chart else ())


def _planned(ctx: Context, values: Values) -> bool:
    """Whether what is aimed at is planned, and no target, by the ledger."""
    stated = {
        ctx.figure(point.figure).kind for point in values.points[1] if _own(ctx, point.figure)
    }
    return stated == {"plan"}


def _own(ctx: Context, id: str) -> bool:
    """Whether a figure stands in the ledger, and not in a file that says nothing of its kind."""
    return id in ctx.brief.figures


def _headed(ctx: Context, fields: Bullet) -> Bullet:
    """The fields with a header, which says what both columns of values are."""
    if fields.header or not fields.rows or any(len(row) != 3 for row in fields.rows):
        return fields
    ids = [id for row in fields.rows for id in row[2].figures]
    planned = bool(ids) and all(ctx.figure(id).kind == "plan" for id in ids)
    aim = word(ctx, "plan" if planned else "target")
    heads: tuple[Text, ...] = (words(""), words(word(ctx, "achieved")), words(aim))
    return replace(fields, header=heads)


KIND = Kind(
    name="bullet",
    fields=Bullet,
    compose=compose,
    called=Named("目标对照", "目標對照", "Bullet chart"),
)
