"""Turn what an author puts into one of two columns into items: points, text, a picture, a table, a
chart or figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from briefgen.brief.hints import Alone, Doc, Headed, Length, Says
from briefgen.brief.model import Cell, Data, Ref, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.parts.cells import read_cells
from briefgen.parts.charts.bars import bar_chart
from briefgen.parts.charts.columns import column_chart
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.line import line_chart
from briefgen.parts.charts.plan import begins_above_zero
from briefgen.parts.charts.readers import values_of
from briefgen.parts.charts.subtitle import subtitle
from briefgen.parts.charts.values import Charted, Limits, Values, lit_of
from briefgen.parts.columns import numeric
from briefgen.parts.context import Context
from briefgen.parts.figure_table import closing, figure_rows
from briefgen.parts.hero import hero
from briefgen.parts.kpi import Numeral
from briefgen.parts.placed import Placed, gallery
from briefgen.parts.points import LOOKS as LIST_LOOKS
from briefgen.parts.points import Numbers, Point, led_in, listed
from briefgen.parts.prose import LOOKS, prose, split
from briefgen.parts.seen import described
from briefgen.parts.table import Grid, natural_widths, table
from briefgen.parts.text import Wanted, para, set_box
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Slot
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# What a half may hold, as its keys are called.
CONTENT = ("points", "text", "image", "table", "chart", "figures")
_NAMES = tuple(DECK[name] for name in ("dense", "small"))
_VALUES = _NAMES
_TABLE = tuple(DECK[name] for name in ("body", "dense", "small", "source"))
_SUBTITLE, _BELOW = pt(44), pt(8)
# The placeholder of a chart's subtitle, behind those of the rest.
_SUBTITLE_AT = 6


class SmallTable(Record):
    """A small table: a header and rows of cells, or columns of a file."""

    header: Annotated[tuple[Text, ...], Length(2, 4), Doc("A few words for each column.")] = ()
    rows: Annotated[
        tuple[tuple[Text, ...], ...],
        Length(1, 8),
        Headed("header"),
        Doc("Rows of cells, one for each column."),
    ] = ()
    data: Annotated[Data | None, Doc("Columns of a CSV or XLSX file, instead of rows.")] = None


class SmallChart(Record, kw_only=True):
    """A small chart: its kind and its values, written as those of a chart's slide are."""

    kind: Annotated[Literal["column", "bar", "line"], Doc("What is drawn.")] = "column"
    figures: Annotated[tuple[Ref, ...], Length(2, 8), Doc("Of the ledger, in this order.")] = ()
    header: Annotated[tuple[Text, ...], Length(2, 4), Doc("What the columns of `rows` are.")] = ()
    rows: Annotated[
        tuple[tuple[Text, ...], ...], Length(2, 12), Doc("Each a name and its values.")
    ] = ()
    unit: Annotated[str, Doc("Of bare numbers in `rows`, such as 亿元.")] = ""
    data: Annotated[Data | None, Doc("Columns of a CSV or XLSX file.")] = None
    highlight: Annotated[str, Doc("The point: a figure's id, a name, or a number from 1.")] = ""
    subtitle: Annotated[Text | None, Doc("What is shown, and of when.")] = None
    highlight_mark: Mark = NOWHERE
    unit_mark: Mark = NOWHERE


class Half(Record, kw_only=True):
    """One of two columns: a head, if any, and one of the others; points or a text alone."""

    head: Annotated[Text | None, Doc("What stands above it.")] = None
    points: Annotated[
        tuple[Point, ...],
        Length(1, 10),
        Alone("list"),
        Says(),
        Doc("Points: a text each, or {text, points}."),
    ] = ()
    numbered: Annotated[Numbers, Doc("yes for 1. and (1); 一、 for 一、 and （一）.")] = "no"
    text: Annotated[
        tuple[Text, ...], Length(1, 4), Alone("words"), Says(), Doc("A paragraph, or several.")
    ] = ()
    image: Annotated[
        Placed | None, Doc("A picture: its path, or {file, caption, alt, credit, fit}.")
    ] = None
    table: Annotated[SmallTable | None, Doc("A small table: {header, rows}.")] = None
    chart: Annotated[SmallChart | None, Doc("A small chart: {kind, header, rows}.")] = None
    figures: Annotated[
        tuple[Cell, ...], Length(1, 4), Doc("Figures, large: ids, or {figure, label, note}.")
    ] = ()
    mark: Mark = NOWHERE

    @property
    def held(self) -> tuple[str, ...]:
        """The keys of what it holds."""
        return tuple(key for key in CONTENT if getattr(self, key))


def wanted(half: Half, place: Rect, slot: int) -> Wanted | None:
    """The box of a half that is running text, which shares the steps of the slide."""
    points, texts = list(enumerate(led_in(half.points), 1)), split(half.text)
    if not points and not texts:
        return None

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        if points:
            return listed(points, LIST_LOOKS[level], half.numbered, short)
        return prose(texts, LOOKS[level], short)

    mark = points[0][1].text.mark if points else texts[0].mark
    return Wanted(Name("column", slot), place, make, slot=Slot("body", slot), mark=mark)


def drawn(ctx: Context, slide: Slide, half: Half, place: Rect, slot: int) -> Sequence[Item]:
    """The items of a half that is no running text, in the placeholders from an index on."""
    if half.image:
        image = described(ctx, half.image, half.image.caption or half.head or slide.title)
        return gallery(ctx, [image], place, slot)
    if half.figures:
        return _figures(ctx, half.figures, place, slot)
    if half.table:
        return _table(ctx, slide, half.table, half.head or slide.title, place)
    if half.chart:
        # What stands out is what the head names, which is nearer than the title.
        titled = replace(slide, title=half.head) if half.head else slide
        return _chart(ctx, titled, half, half.chart, place, slot)
    return ()


def _figures(ctx: Context, figures: Sequence[Cell], place: Rect, slot: int) -> Sequence[Item]:
    """Figures below each other, each with the word of its status, with room for one more; one
    alone on a panel, whose words stand in this placeholder and the next."""
    shown = [Numeral(each.figure.id, each.label, each.note, told=True) for each in figures]
    if len(shown) == 1:
        return hero(ctx, shown[0], place, slot, told=True)
    made = figure_rows(ctx, shown, place, lines=2 if len(shown) == 2 else 1)
    return (made, *closing(made, place))


def _table(ctx: Context, slide: Slide, own: SmallTable, said: Text, place: Rect) -> Sequence[Item]:
    header, rows = read_cells(ctx, slide, own.header, own.rows, own.data)
    for row in rows:
        if len(row) != len(header):
            mark = row[0].mark if row else slide.mark
            ctx.problems.add("table-row-length", mark, cells=len(row), columns=len(header))
            return ()
    if not rows:
        return ()
    right = [i for i in range(1, len(header)) if numeric(rows, i)]
    widths = natural_widths(ctx, header, rows, place.w, _TABLE[0], bold=(0,), right=right)
    grid = Grid(
        name=Name("table"),
        header=header,
        rows=rows,
        widths=widths,
        alt=ctx.say(f"表格：{said}", f"Table: {said}"),
        bold=(0,),
        right=right,
        tight=True,
        eased=True,
        pad=pt(3),
        mark=slide.mark,
    )
    return (table(ctx, grid, place, _TABLE),)


def _says(head: Text | None, line: Text) -> bool:
    """Whether a head has all that the line above a chart would say."""
    parts = [part.strip() for part in str(line).replace(",", "，").split("，")]
    return head is not None and all(part in str(head) for part in parts)


def _chart(
    ctx: Context, slide: Slide, half: Half, own: SmallChart, place: Rect, slot: int
) -> Sequence[Item]:
    charted = Charted(
        figures=own.figures,
        header=own.header,
        rows=own.rows,
        unit=own.unit,
        data=own.data,
        subtitle=own.subtitle,
        highlight=own.highlight,
        highlight_mark=own.highlight_mark,
        unit_mark=own.unit_mark,
    )
    values = values_of(ctx, slide, charted, _limits(own))
    scale = scaled(ctx, values) if values else None
    if values is None or scale is None:
        return ()
    more = []
    if own.kind == "line" and begins_above_zero(scale):
        more.append(ctx.say("纵轴不从零开始", "axis does not start at zero"))
    line = subtitle(ctx, charted, values, scale, more)
    if own.subtitle is None and _says(half.head, line):
        return _marks(ctx, slide, own, values, place.inset(0, _BELOW, 0, 0))

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(line, DECK["caption"], colour="ink2", short=short),)

    # It begins where the words of another column do, and has room for a second line.
    top = Rect(place.x, place.y, place.w, _SUBTITLE)
    at = Slot("body", slot + _SUBTITLE_AT)
    said = Wanted(Name("subtitle-line"), top, make, slot=at, lines=2, mark=line.mark)
    below = place.inset(0, _SUBTITLE + _BELOW, 0, 0)
    return (set_box(ctx, said), *_marks(ctx, slide, own, values, below))


def _limits(own: SmallChart) -> Limits:
    if own.kind == "line":
        return Limits((3, 12), (1, 3), gaps=True)
    return Limits((2, 8 if own.kind == "bar" else 12), (1, 1 if own.kind == "bar" else 3))


def _marks(
    ctx: Context, slide: Slide, own: SmallChart, values: Values, rect: Rect
) -> tuple[Item, ...]:
    several = len(values.series) > 1 or own.kind == "line"
    point = lit_of(ctx, slide, own, values, series=several)
    if own.kind == "line":
        return line_chart(ctx, Name("line-chart"), "line", values, point, rect, bare=True)
    if own.kind == "column":
        name = Name("grouped-columns" if several else "column-chart")
        return column_chart(ctx, name, values, point, rect, bare=True)
    return bar_chart(ctx, Name("bar-chart"), values, point, rect, _NAMES, _VALUES, bare=True)
