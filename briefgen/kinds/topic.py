"""Turn one topic into a slide: its graphic, how it is done, its figures, under effort and goal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from briefgen.brief.graphic import figures_of, signed
from briefgen.brief.hints import Doc, Length, Names, Subject
from briefgen.brief.model import Measure, Ref, Segment, Slide, Text, Topic
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.figure_table import closing, figure_columns, figure_stack
from briefgen.parts.frame import framed
from briefgen.parts.hero import ground, hero
from briefgen.parts.kpi import Numeral
from briefgen.parts.proof import proof
from briefgen.parts.ruled import ruled, ruled_columns
from briefgen.parts.status import statuses
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.canvas import GUTTER, column
from briefgen.scene.items import Group, Item, Page, Shape
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.scene.walk import extent

# Columns of the twelve: what is drawn and counted on one ground, the rows beside it; figures alone.
_EVIDENCE, _ALONE = 7, 4
# Columns of a graphic and of figures that stand apart.
_THREE = (4, 3)
# What the figures take of that ground's height (in 1/100), between its edges.
_BAND, _EDGE = 40, pt(20)
# What graphic, rows and figures take of the height where they stand below each other.
_BANDS = ((8, 13, 8), (8, 15, 6), (6, 15, 8), (6, 17, 6), (5, 20, 5))
# What is read from left to right stands across: figures in so many columns, the graphic beside
# them; below these the rows side by side, so high (where there is room
# to spare below them, and where there is none) and so far away. What keeps a graphic from the
# edges of its ground there.
_PANEL, _BELOW, _UNDER, _NEAR = 5, (pt(104), pt(128)), pt(18), pt(16)
_ACROSS = ("axis", "steps", "ribbon", "progress")
# What keeps figures apart from the rows beside them.
_APART = pt(8)
# The forms of graphics that stand at the right of a topic's measures.
_AT_RIGHT = ("icons", "steps", "progress")
# So many pictures and more may do without that of the figure that leads.
_PICTURES = 3
# The first placeholder of the rows, and of a graphic's title behind them.
_ROWS, _TITLE = 1, 5
# The placeholders of a figure on a panel, behind those of a graphic's points.
_HERO = 17


class TopicSlide(Record):
    """One topic: its leading figure and its graphic at one side, its measures in rows."""

    topic: Annotated[Ref, Names("topic"), Subject(), Doc("The topic's id.")]
    figures: Annotated[
        tuple[Ref, ...] | None,
        Length(0, 3),
        Doc("The figures shown, if not all of the topic's own; [] for none."),
    ] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


class _Places(Record):
    """Where the graphic, the rows and the figures stand; None where there are none. Figures are
    `led` by one where they share the ground of the graphic, or stand `across` with it above the
    rows."""

    graphic: Rect | None
    rows: Rect
    figures: Rect | None
    led: bool = False
    across: bool = False


def compose(fields: TopicSlide, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    topic = ctx.topic(fields.topic.id)
    eyebrow = _eyebrow(topic)
    above: tuple[Item, ...] = ()
    if ctx.house and eyebrow:
        from briefgen.parts.housed import lowered  # few decks stand on a template

        ctx, above = lowered(ctx, eyebrow)
    # What the graphic shows is not said a second time beside it.
    chosen = topic.figures if fields.figures is None else fields.figures
    topic = _leading(topic, slide)
    drawn = figures_of(topic.graphic) if topic.graphic else ()
    shown = [ref.id for ref in chosen if ref.id not in drawn]
    marked = (*shown, *(signed(topic.graphic) if topic.graphic else ()))
    marks = statuses(ctx, marked)
    # Without a note and a key rows have their room too.
    spare = 0 if fields.note or len(marks) > 1 else ctx.canvas.note.bottom - ctx.canvas.noted.bottom
    items, led = _placed(ctx, slide, topic, shown, spare)
    if led and len(marks) == 1:
        # The word stands beside the figure that leads.
        marks = ()
    return (
        framed(
            ctx,
            slide,
            "title-only",
            (*above, *items),
            note=fields.note,
            eyebrow=eyebrow,
            marks=marks,
        ),
    )


def _leading(topic: Topic, slide: Slide) -> Topic:
    """The topic without the pictured figure that proves the title, which leads instead; as it is
    where none does, or where it is not one of the topic's figures or of three pictures."""
    graphic = topic.graphic
    if graphic is None or graphic.form != "icons" or len(graphic.points) < _PICTURES:
        return topic
    said = proof(slide, figures_of(graphic))
    if said not in (ref.id for ref in topic.figures):
        return topic
    others = tuple(each for each in graphic.points if not each.figure or each.figure.id != said)
    return replace(topic, graphic=replace(graphic, points=others))


def _placed(
    ctx: Context, slide: Slide, topic: Topic, shown: Sequence[str], spare: int
) -> tuple[tuple[Item, ...], bool]:
    """All of it in the first places in which everything fits, and whether a figure leads there."""
    for places in _ways(ctx, topic, bool(shown), spare):
        found = Problems()
        items = _items(replace(ctx, problems=found), slide, topic, shown, places)
        if not found.fatal and (not places.led or _within(items, places)):
            break
    ctx.problems.extend(found)
    return items, places.led


def _within(items: Sequence[Item], places: _Places) -> bool:
    """Whether what is drawn stays on its ground."""
    if places.graphic is None or places.figures is None:
        return True
    right = max(places.graphic.right, places.figures.right)
    drawn = [at for each in items if isinstance(each, Group) for at in map(extent, each.items)]
    return all(at.bottom <= places.graphic.bottom and at.right <= right for at in drawn)


def _ways(ctx: Context, topic: Topic, figures: bool, spare: int) -> Iterator[_Places]:
    """The places that are tried, in turn; so much is to `spare` below them."""
    if ctx.canvas.narrow:
        yield from (_bands(ctx, topic, each, figures) for each in _BANDS)
        return
    if topic.graphic and figures and topic.graphic.form in _ACROSS and ctx.house is None:
        yield _across(ctx, topic.graphic.form in _AT_RIGHT, spare)
    yield _columns(ctx, topic, figures)
    if topic.graphic and figures:
        yield _apart(ctx, topic.graphic.form in _AT_RIGHT)


def _items(
    ctx: Context, slide: Slide, topic: Topic, shown: Sequence[str], places: _Places
) -> tuple[Item, ...]:
    """The rows, the graphic and the figures of a topic in their places."""
    rows = [_quiet(row) for row in _rows_of(topic)] if places.led else _rows_of(topic)
    items: list[Item] = []
    if places.across:
        items += ruled_columns(ctx, rows, places.rows.columns(len(rows), GUTTER), _ROWS)
    else:
        items += ruled(ctx, rows, places.rows, _ROWS)
    said = proof(slide, (*shown, *(figures_of(topic.graphic) if topic.graphic else ())))
    place = places.graphic
    if topic.graphic and place:
        # What draws is loaded for those who draw.
        from briefgen.parts.graphics.draw import graphic_items
        from briefgen.parts.graphics.drawing import BESIDE, WIDE

        if places.led:
            below = place if places.across else place.inset(0, _high(place), 0, 0)
            items.append(Shape(Name("graphic-ground"), below, fill="surface"))
        whole = places.figures is None and not ctx.canvas.narrow
        items += graphic_items(
            ctx,
            topic.graphic,
            _on_ground(places, place) if places.led else place,
            WIDE if whole else BESIDE,
            slot=_TITLE,
            ground=not places.led,
            labelled=True,
            sign="" if places.led else topic.icon,
            proof=said,
            quiet=said in shown,
        )
    if places.figures:
        figures = [Numeral(id, proof=id == said) for id in shown]
        if places.led:
            items += _led(ctx, figures, places, topic.icon)
        else:
            items += _counted(ctx, figures, places.figures)
    return tuple(items)


def _on_ground(places: _Places, place: Rect) -> Rect:
    """Where the graphic stands on its ground, or on that which it shares with figures."""
    edge, above = (_NEAR, 0) if places.across else (_EDGE, _high(place))
    return place.inset(edge, above + pt(14), edge, pt(10))


def _high(place: Rect) -> int:
    """How high the band of figures on a ground is."""
    return place.h * _BAND // 100


def _led(ctx: Context, figures: Sequence[Numeral], places: _Places, sign: str) -> Sequence[Item]:
    """The figures on a band above the graphic, or on a panel beside it, with the topic's icon that
    is its `sign`: the one that proves the title leads, else the first."""
    from briefgen.parts.band import figure_band, figure_panel  # few topics have both

    assert places.figures
    ordered = sorted(figures, key=lambda each: not each.proof)
    within = places.figures.inset(_EDGE, pt(4), _EDGE, pt(10))
    drawn = figure_panel if places.across else figure_band
    return (ground(ctx, places.figures), *drawn(ctx, ordered, within, _HERO, sign))


def _counted(ctx: Context, figures: Sequence[Numeral], place: Rect) -> Sequence[Item]:
    """The figures below each other, or on a narrow canvas side by side; one alone that proves the
    title on a panel, where that is wide and high enough for it."""
    if len(figures) == 1 and figures[0].proof:
        problems = Problems()
        panel = hero(replace(ctx, problems=problems), figures[0], place, _HERO)
        if not problems.fatal:
            ctx.problems.extend(problems)
            return panel
    stack = (figure_columns if ctx.canvas.narrow else figure_stack)(ctx, figures, place)
    return (stack, *closing(stack, place))


def _columns(ctx: Context, topic: Topic, figures: bool) -> _Places:
    """What is drawn and counted on one ground, at the left, or at the right where it is read from
    left to right, so that topics that follow each other differ."""
    body = ctx.canvas.noted
    if topic.graphic is None:
        wide = 12 - _ALONE if figures else 12
        beside = column(wide, _ALONE, body) if figures else None
        return _Places(None, column(0, wide, body), beside and beside.inset(_APART, 0, 0, 0))
    rows, at_right = 12 - _EVIDENCE, topic.graphic.form in _AT_RIGHT
    shared = column(rows if at_right else 0, _EVIDENCE, body)
    said = column(0 if at_right else _EVIDENCE, rows, body)
    said = said.inset(0, 0, _APART, 0) if at_right else said.inset(_APART, 0, 0, 0)
    band = replace(shared, h=_high(shared))
    return _Places(shared, said, band if figures else None, led=figures)


def _across(ctx: Context, at_right: bool, spare: int) -> _Places:
    """Figures and graphic beside each other, and below them the rows in columns, which may go on
    into what is to spare."""
    body = ctx.canvas.noted
    high = _BELOW[not spare]
    top = body.inset(0, 0, 0, high + _UNDER)
    figures = column(12 - _PANEL if at_right else 0, _PANEL, top)
    drawn = column(0 if at_right else _PANEL, 12 - _PANEL, top)
    below = body.inset(0, body.h - high, 0, -spare)
    return _Places(drawn, below, figures, led=True, across=True)


def _apart(ctx: Context, at_right: bool) -> _Places:
    """A graphic of many parts in a column of its own, the figures in another."""
    body, drawn, shown = ctx.canvas.noted, *_THREE
    rows = 12 - drawn - shown
    first = 0 if at_right else drawn
    beside = column(first + rows, shown, body).inset(_APART, 0, 0, 0)
    return _Places(
        column(12 - drawn if at_right else 0, drawn, body), column(first, rows, body), beside
    )


def _bands(ctx: Context, topic: Topic, heights: tuple[int, int, int], figures: bool) -> _Places:
    """Graphic, rows and figures below each other, in such shares of the height."""
    drawn, said, shown = heights
    shares = (*((drawn,) if topic.graphic else ()), said, *((shown,) if figures else ()))
    bands = list(ctx.canvas.beside(ctx.canvas.noted, *shares))
    graphic = bands.pop(0) if topic.graphic else None
    return _Places(graphic, bands[0], bands[1] if figures else None)


def _rows_of(topic: Topic) -> tuple[Measure, ...]:
    """The measures; without any the summary, else what there is of effort and goal, else the
    name."""
    if topic.measures:
        return topic.measures
    said = (topic.summary, topic.effort, topic.goal)
    return (Measure(next((each for each in said if str(each)), topic.name)),)


def _quiet(row: Measure) -> Measure:
    """A measure in the short wording, where there is one: beside a graphic with a large figure, few
    words are read."""
    return replace(row, text=row.text.short or row.text)


def _eyebrow(topic: Topic) -> Text | None:
    """The effort, and the goal that it leads to; what there is of them, and said nowhere else."""
    said = [row.head for row in _rows_of(topic)]
    there = [each for each in (topic.effort, topic.goal) if str(each) and each not in said]
    if len(there) < 2:
        return there[0] if there else None
    between = Segment(" → ")
    return Text((*topic.effort.segments, between, *topic.goal.segments), topic.effort.mark)


KIND = Kind(
    name="topic",
    fields=TopicSlide,
    compose=compose,
    called=Named("专题", "專題", "Topic"),
)
