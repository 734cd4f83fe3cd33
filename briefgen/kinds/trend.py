"""Turn values over time into lines beside the claim they prove."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Slide
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.charts.annotate import Notable, Notes
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.line import line_chart
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.titles import axis_title, measured
from briefgen.parts.charts.values import Limits, Values, found
from briefgen.parts.context import Context
from briefgen.patterns import pattern
from briefgen.scene.items import Chart, Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named

# A moment that is a number alone, and one that is a year.
_BARE, _YEAR = pattern(r"[\d./]+"), pattern(r"(?:1[5-9]|20)\d\d")
# What the title of the moments takes below the plot; the placeholders of both titles.
_FOOT, _TITLES_AT = pt(24), (4, 5)


class Trend(Notable, kw_only=True):
    """One to four series over three to twenty-four moments in equal steps, as lines."""


def compose(fields: Trend, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect, notes: Notes) -> tuple[Item, ...]:
        point = found(ctx, fields.highlight, fields.highlight_mark, values.series_keys, series=True)
        name, across = Name("line-chart"), _across(fields, values)
        foot = _FOOT if across else 0
        shown = rect.inset(0, 0, 0, foot)
        made = line_chart(ctx, name, "line", values, point, shown, bare=True, notes=notes)
        # A line above that we wrote says what is measured, and in which unit.
        said = bool(fields.subtitle or fields.claim)
        return (*made, *_titles(ctx, values, made, across, rect, upward=said))

    return chart_page(ctx, slide, fields, Limits((3, 24), (1, 4), gaps=True), draw, lines=True)


def _across(fields: Trend, values: Values) -> str:
    """What the moments count, where they are no dates: these say it themselves."""
    said = str(fields.header[0]) if fields.header else ""
    bare = all(_BARE.fullmatch(each) for each in values.categories)
    dated = all(_YEAR.fullmatch(each) for each in values.categories)
    return said if bare and not dated else ""


def _titles(
    ctx: Context, values: Values, made: Sequence[Item], across: str, rect: Rect, *, upward: bool
) -> list[Item]:
    """What the axes are: `upward`, where the chart shows its marks, above the plot; and below it at
    the right."""
    chart = next((item for item in made if isinstance(item, Chart)), None)
    titles: list[Item] = []
    if upward and chart and chart.ticks and (scale := scaled(ctx, values)):
        name = values.series[0] if len(values.series) == 1 else ""
        top = Rect(rect.x, chart.rect.y, rect.w, pt(24))
        said = f"↑ {measured(ctx, name, scale.unit)}"
        if said.strip("↑ "):
            titles.append(axis_title(ctx, said, top, "left", _TITLES_AT[0]))
    if chart and across:
        foot = Rect(rect.x, rect.bottom - _FOOT, rect.w, _FOOT)
        titles.append(axis_title(ctx, f"→ {across}", foot, "right", _TITLES_AT[1]))
    return titles


KIND = Kind(name="trend", fields=Trend, compose=compose, called=Named("趋势图", "趨勢圖", "Trend"))
