"""Turn one topic into a slide: its graphic, how it is done, its figures, under effort and goal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length, Names, Subject
from briefgen.brief.model import Measure, Ref, Segment, Slide, Text, Topic
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.band import figure_band
from briefgen.parts.context import Context
from briefgen.parts.figure_table import closing, figure_columns, figure_stack
from briefgen.parts.frame import framed
from briefgen.parts.graphics.draw import graphic_items
from briefgen.parts.graphics.drawing import BESIDE, WIDE, figures_of, signed
from briefgen.parts.hero import hero
from briefgen.parts.kpi import Numeral
from briefgen.parts.proof import proof
from briefgen.parts.ruled import ruled
from briefgen.parts.status import statuses
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.canvas import column
from briefgen.scene.items import Item, Page, Rule, Shape, Stroke
from briefgen.scene.names import Name
from briefgen.scene.things import Named

# Columns of the twelve: what is drawn and counted on one ground, the rows beside it; figures alone.
_EVIDENCE, _ALONE = 7, 4
# What the figures take of that ground's height (in 1/100), between its edges.
_BAND, _EDGE = 41, pt(20)
# What graphic, rows and figures take of the height where they stand below each other.
_BANDS = ((8, 13, 8), (8, 15, 6), (6, 15, 8), (6, 17, 6), (5, 20, 5))
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


class _Columns(Record):
    """Where the graphic, the rows and the figures stand; None where there are none."""

    graphic: Rect | None
    rows: Rect
    figures: Rect | None


def compose(fields: TopicSlide, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    topic = ctx.topic(fields.topic.id)
    eyebrow = _eyebrow(topic)
    above: tuple[Item, ...] = ()
    if ctx.house and eyebrow:
        from briefgen.parts.housed import lowered  # few decks stand on a template

        ctx, above = lowered(ctx, eyebrow)
    # What the graphic shows is not said a second time beside it.
    chosen = topic.figures if fields.figures is None else fields.figures
    topic = _led(topic, slide)
    drawn = figures_of(topic.graphic) if topic.graphic else ()
    shown = [ref.id for ref in chosen if ref.id not in drawn]
    if ctx.canvas.narrow:
        items = _stacked(ctx, slide, topic, shown)
    else:
        items = _items(ctx, slide, topic, shown, _columns(ctx, topic, bool(shown)))
    marked = (*shown, *(signed(topic.graphic) if topic.graphic else ()))
    marks = statuses(ctx, marked)
    if len(marks) == 1 and shown and topic.graphic and not ctx.canvas.narrow:
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


def _led(topic: Topic, slide: Slide) -> Topic:
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


def _items(
    ctx: Context, slide: Slide, topic: Topic, shown: Sequence[str], columns: _Columns
) -> tuple[Item, ...]:
    """The rows, the graphic and the figures of a topic in their places."""
    items: list[Item] = list(ruled(ctx, _rows_of(topic), columns.rows, _ROWS))
    figures = [Numeral(id) for id in shown]
    said = proof(slide, (*shown, *(figures_of(topic.graphic) if topic.graphic else ())))
    place = columns.graphic
    if topic.graphic and place:
        whole = columns.figures is None
        if not whole and not ctx.canvas.narrow:
            items.append(Shape(Name("ground"), place, fill="surface"))
        items += graphic_items(
            ctx,
            topic.graphic,
            place if whole or ctx.canvas.narrow else _below(place),
            WIDE if whole else BESIDE,
            slot=_TITLE,
            ground=whole or ctx.canvas.narrow,
            labelled=True,
            sign=topic.icon,
            proof=said,
            quiet=said in shown,
        )
    if columns.figures:
        items += _figures(ctx, figures, columns.figures, said, bool(topic.graphic))
    return tuple(items)


def _below(place: Rect) -> Rect:
    """Where the graphic stands on the ground that it shares with figures."""
    return place.inset(_EDGE, place.h * _BAND // 100 + pt(4), _EDGE, pt(10))


def _stacked(ctx: Context, slide: Slide, topic: Topic, shown: Sequence[str]) -> tuple[Item, ...]:
    """All of it below each other, at the first shares of the height in which everything fits."""
    for drawn, said, figures in _BANDS:
        found = Problems()
        columns = _bands(ctx, topic, (drawn, said, figures if shown else 0))
        items = _items(replace(ctx, problems=found), slide, topic, shown, columns)
        if not found.fatal:
            break
    ctx.problems.extend(found)
    return items


def _figures(
    ctx: Context, figures: Sequence[Numeral], place: Rect, said: str, drawn: bool
) -> Sequence[Item]:
    """The figures of a topic. Above its graphic the one that proves the title leads, else the
    first. Without a graphic they stand below each other, or on a narrow canvas side by side; one
    alone that proves the title on a panel, where that is wide and high enough for it."""
    ordered = sorted(figures, key=lambda each: each.figure != said)
    if drawn and not ctx.canvas.narrow:
        line = Stroke("line", pt(1))
        rule = Rule(Name("divider"), place.x, place.bottom, place.right, place.bottom, line)
        band = figure_band(ctx, ordered, place, _HERO, proof=ordered[0].figure == said)
        return (*band, rule)
    if len(figures) == 1 and said:
        problems = Problems()
        panel = hero(replace(ctx, problems=problems), figures[0], place, _HERO)
        if not problems.fatal:
            ctx.problems.extend(problems)
            return panel
    shown = [replace(each, proof=each.figure == said) for each in figures]
    stack = (figure_columns if ctx.canvas.narrow else figure_stack)(ctx, shown, place)
    return (stack, *closing(stack, place))


def _columns(ctx: Context, topic: Topic, figures: bool) -> _Columns:
    """The columns of a topic: what is drawn and counted at the left, or at the right where it is
    read from left to right, so that topics that follow each other differ."""
    body = ctx.canvas.noted
    if topic.graphic is None:
        wide = 12 - _ALONE if figures else 12
        beside = column(wide, _ALONE, body) if figures else None
        return _Columns(None, column(0, wide, body), beside and beside.inset(_APART, 0, 0, 0))
    rows, at_right = 12 - _EVIDENCE, topic.graphic.form in _AT_RIGHT
    ground = column(rows if at_right else 0, _EVIDENCE, body)
    said = column(0 if at_right else _EVIDENCE, rows, body)
    said = said.inset(0, 0, _APART, 0) if at_right else said.inset(_APART, 0, 0, 0)
    band = ground.inset(_EDGE, pt(14), _EDGE, ground.h * (100 - _BAND) // 100 + pt(12))
    return _Columns(ground, said, band if figures else None)


def _bands(ctx: Context, topic: Topic, heights: tuple[int, int, int]) -> _Columns:
    """Graphic, rows and figures below each other; of the height 0 where there are none."""
    drawn, said, shown = heights
    shares = (*((drawn,) if topic.graphic else ()), said, *((shown,) if shown else ()))
    bands = list(ctx.canvas.beside(ctx.canvas.noted, *shares))
    graphic = bands.pop(0) if topic.graphic else None
    return _Columns(graphic, bands[0], bands[1] if shown else None)


def _rows_of(topic: Topic) -> tuple[Measure, ...]:
    """The measures; without any the summary, else what there is of effort and goal, else the
    name."""
    if topic.measures:
        return topic.measures
    said = (topic.summary, topic.effort, topic.goal)
    return (Measure(next((each for each in said if str(each)), topic.name)),)


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
