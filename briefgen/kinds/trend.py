"""Turn values over time into lines beside the claim they prove."""

from __future__ import annotations

from briefgen.brief.model import Slide
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.charts.annotate import Notable, Notes
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.line import line_chart
from briefgen.parts.charts.page import chart_page
from briefgen.parts.charts.titles import axis_title, measured
from briefgen.parts.charts.values import Limits, Values, lit_of
from briefgen.parts.context import Context
from briefgen.patterns import pattern
from briefgen.scene.items import Chart, Item, Page
from briefgen.scene.names import Name
from briefgen.scene.things import Named

# A moment that is a number alone, and one that is a year.
_BARE, _YEAR = pattern(r"[\d./]+"), pattern(r"(?:1[5-9]|20)\d\d")
# What a title of an axis takes above or below the plot; the placeholders of both.
_TITLE, _TITLES_AT = pt(24), (4, 5)


class Trend(Notable, kw_only=True):
    """One to four series over three to twenty-four moments in equal steps, as lines."""


def compose(fields: Trend, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    def draw(values: Values, rect: Rect, notes: Notes) -> tuple[Item, ...]:
        point = lit_of(ctx, slide, fields, values, series=True)
        across = _across(fields, values)
        foot = _TITLE if across else 0

        def lines(head: int) -> tuple[Item, ...]:
            area, name = rect.inset(0, head, 0, foot), Name("line-chart")
            return line_chart(ctx, name, "line", values, point, area, bare=True, notes=notes)

        made, upward = lines(0), ""
        # A line above that we wrote says what is measured, and in which unit.
        if (fields.subtitle or fields.claim) and any(
            isinstance(item, Chart) and item.ticks for item in made
        ):
            upward = _upward(ctx, values)
            made = lines(_TITLE) if upward else made
        return (*made, *_titles(ctx, upward, across, rect)) if made else ()

    return chart_page(ctx, slide, fields, Limits((3, 24), (1, 4), gaps=True), draw, lines=True)


def _across(fields: Trend, values: Values) -> str:
    """What the moments count, where they are no dates: these say it themselves."""
    said = str(fields.header[0]) if fields.header else ""
    bare = all(_BARE.fullmatch(each) for each in values.categories)
    dated = all(_YEAR.fullmatch(each) for each in values.categories)
    return said if bare and not dated else ""


def _upward(ctx: Context, values: Values) -> str:
    """What is measured upwards, where an axis shows its marks."""
    scale = scaled(ctx, values)
    name = values.series[0] if len(values.series) == 1 else ""
    return measured(ctx, name, scale.unit) if scale else ""


def _titles(ctx: Context, upward: str, across: str, rect: Rect) -> list[Item]:
    """What the axes are: above the plot, and below it at the right."""
    titles: list[Item] = []
    if upward:
        top = Rect(rect.x, rect.y, rect.w, _TITLE)
        titles.append(axis_title(ctx, f"↑ {upward}", top, "left", _TITLES_AT[0]))
    if across:
        foot = Rect(rect.x, rect.bottom - _TITLE, rect.w, _TITLE)
        titles.append(axis_title(ctx, f"→ {across}", foot, "right", _TITLES_AT[1]))
    return titles


KIND = Kind(name="trend", fields=Trend, compose=compose, called=Named("趋势图", "趨勢圖", "Trend"))
