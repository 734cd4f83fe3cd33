"""Turn a chart, the line that says what it shows, and what follows from it into a slide."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefgen.brief.model import Slide, Text
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.charts.annotate import NOTHING, Notable, Notes, noted
from briefgen.parts.charts.labels import scaled
from briefgen.parts.charts.named_once import named_once
from briefgen.parts.charts.plan import begins_above_zero
from briefgen.parts.charts.readers import values_of
from briefgen.parts.charts.subtitle import subtitle
from briefgen.parts.charts.times import evenly
from briefgen.parts.charts.values import Charted, Limits, Values
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.growing import room_from
from briefgen.parts.side import column_beside, conclusion
from briefgen.parts.text import Wanted, lines_in, para, set_box
from briefgen.record import replace
from briefgen.scene.canvas import column
from briefgen.scene.items import Anchor, Item, Page, Slot
from briefgen.scene.names import Name
from briefgen.scene.room import TALLER
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

Draw = Callable[[Values, Rect, Notes], tuple[Item, ...]]

# The heights of the claim, of the subtitle and of the conclusion at the foot; the width of the
# points beside is three columns.
_CLAIM, _SUBTITLE, _FOOT = pt(30), pt(28), pt(38)
_GAP = pt(10)
_CLAIMS = (DECK["body"], DECK["dense"])
_SUBTITLES = tuple(DECK[each] for each in ("label", "dense", "small", "source"))
# What stands in which placeholder.
_POINTS_AT, _SUBTITLE_AT, _CLAIM_AT = 1, 2, 3


def chart_page(
    ctx: Context,
    slide: Slide,
    fields: Charted,
    limits: Limits,
    draw: Draw,
    *,
    lines: bool = False,
) -> tuple[Page, ...]:
    """The slide of a chart that `draw` makes of the values, where they are fit for it.

    `lines` do not have to stand on zero, and say so where they do not.
    """
    values = values_of(ctx, slide, fields, limits)
    if values and fields.figures and not fields.labels:
        values = named_once(values)
    scale = scaled(ctx, values) if values else None
    if values is None or scale is None:
        return chart_slide(ctx, slide, fields, None, ())
    more = []
    if lines and begins_above_zero(scale):
        more.append(ctx.say("纵轴不从零开始", "axis does not start at zero"))
    if evenly(values.categories) is False:
        more.append(ctx.say("时间间隔不等", "times unevenly spaced"))
    notes = NOTHING
    if isinstance(fields, Notable):
        notes = noted(ctx, values, scale, fields.annotate)
    line = subtitle(ctx, fields, values, scale, more)
    return chart_slide(ctx, slide, fields, line, draw(values, chart_area(ctx, fields), notes))


def chart_area(ctx: Context, fields: Charted, *, taken: bool = False, lined: bool = True) -> Rect:
    """Where a chart stands: below claim and subtitle, where it is `lined` with one, on nine columns
    beside several points, or where other things have `taken` the column beside it; and above what
    follows."""
    area = _upper(ctx, taken)
    right = 0
    if not ctx.canvas.narrow and (taken or len(fields.points) > 1):
        area, right = column(0, 9, area), pt(16)
    head = _head(ctx, fields) if lined or fields.claim else 0
    return area.inset(0, head, right, _foot(ctx, fields, taken))


def column_area(ctx: Context, fields: Charted, *, taken: bool = False) -> Rect:
    """The column beside a chart: all of the body's height where other things have `taken` it."""
    if ctx.canvas.narrow:
        return _halves(ctx)[1]
    area = column(9, 3, ctx.canvas.noted)
    return area if taken else area.inset(0, _head(ctx, fields), 0, 0)


def _halves(ctx: Context) -> tuple[Rect, Rect]:
    """On a narrow canvas, where the chart stands and below it what takes its column."""
    upper, lower = ctx.canvas.beside(ctx.canvas.noted, 9, 3, heights=(8, 4))
    return upper, lower


def _upper(ctx: Context, taken: bool) -> Rect:
    """Where a chart stands, with its claim and what follows from it."""
    return _halves(ctx)[0] if taken and ctx.canvas.narrow else ctx.canvas.noted


def _below(ctx: Context, fields: Charted, taken: bool) -> bool:
    """Whether what follows from the chart stands below it: a single point, or where there is no
    column for it beside."""
    return bool(fields.points) and (len(fields.points) == 1 or taken or ctx.canvas.narrow)


def _lines(ctx: Context) -> int:
    """How many lines claim and subtitle may take."""
    return 2 if ctx.canvas.narrow else 1


def _head(ctx: Context, fields: Charted) -> int:
    """How much claim and subtitle take from the top of a slide's body."""
    return ((_CLAIM if fields.claim else 0) + _SUBTITLE) * _lines(ctx) + _GAP


def _foot(ctx: Context, fields: Charted, taken: bool) -> int:
    """How much what follows takes from its foot: one point, or where the column is taken all of
    them and one more."""
    if not _below(ctx, fields, taken):
        return 0
    count = len(fields.points)
    if ctx.canvas.narrow:
        said = [para(point, DECK["body"], bold=count == 1) for point in fields.points]
        count = lines_in(ctx, said, ctx.canvas.noted.w)
    if count == 1:
        return _FOOT + _GAP
    return round((count + 1) * DECK["body"].leading * TALLER) + pt(8) + _GAP


def chart_slide(
    ctx: Context,
    slide: Slide,
    fields: Charted,
    line: Text | None,
    items: Sequence[Item],
    *,
    taken: bool = False,
) -> tuple[Page, ...]:
    """A slide with a chart's items under claim and subtitle. Several points stand in the column
    beside it, unless the items have `taken` that; then, as one point does, below."""
    body = _upper(ctx, taken)
    content: list[Item] = []
    top, lines = body.y, _lines(ctx)
    wide = column(0, 9, body).w if taken and not ctx.canvas.narrow else body.w
    if fields.claim:
        place = Rect(body.x, top, wide, _CLAIM * lines)
        content.append(_line(ctx, fields.claim, place, claim=True))
        top += _CLAIM * lines
    if line is not None:
        content.append(_line(ctx, line, Rect(body.x, top, wide, _SUBTITLE * lines), claim=False))
    content += items
    if fields.points and not _below(ctx, fields, taken):
        place = column_area(ctx, fields)
        content += column_beside(ctx, fields.points, place, slide.mark, _POINTS_AT)
    elif fields.points:
        tall = _foot(ctx, fields, taken) - _GAP
        place = Rect(body.x, body.bottom - tall, wide, tall)
        content += conclusion(ctx, fields.points, place, _POINTS_AT)
    return (framed(ctx, slide, "title-only", content, note=fields.note),)


def _line(ctx: Context, text: Text, rect: Rect, *, claim: bool) -> Item:
    """The claim, or the subtitle, on one line, on a narrow canvas two; a step smaller where one is
    too long."""
    steps = _CLAIMS if claim else _SUBTITLES
    first = 0

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        colour: Token = "ink" if claim else "ink2"
        return (para(text, steps[first + level], bold=claim, colour=colour, short=short),)

    index = _CLAIM_AT if claim else _SUBTITLE_AT
    name = Name("lead") if claim else Name("subtitle-line")
    most, at = _lines(ctx), Slot("body", index)
    # A subtitle keeps clear of a title of two lines.
    anchor: Anchor = "top" if claim else "bottom"
    want = Wanted(name, rect, make, slot=at, lines=most, anchor=anchor, mark=text.mark)
    # It is as large as lets somebody add to it, with what applications add between scripts.
    spaced = replace(want, rect=replace(rect, w=rect.w * 92 // 100))
    if not claim and room_from(ctx, [spaced], 2):
        first = 1
        tries = ((at, make(at - 1, False)) for at in range(1, len(steps)))
        able = (at for at, each in tries if lines_in(ctx, each, spaced.rect.w) <= most)
        first = next(able, first)
    return set_box(ctx, want, len(steps) - first)
