"""Turn a chart's series into native ones: marks, labels, and the cells they show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from briefgen.colours import Fill, Token
from briefgen.geometry import in_pt
from briefgen.record import Record, replace
from briefgen.render.pptx.forms import FORMS
from briefgen.render.pptx.look import HAIRLINE, Look, attribute, lines, points, text
from briefgen.render.pptx.workbook import SHEET, column, number
from briefgen.scene.items import (
    BETWEEN,
    GROUND,
    LEVEL,
    LINE,
    OF_PIECES,
    POINT,
    WITHIN,
    Chart,
    Pattern,
    Place,
    Series,
    SeriesForm,
    Stroke,
)

T = TypeVar("T")

# Where labels stand (ECMA-376 Part 1, 21.2.3.11).
_PLACES: dict[Place, str] = {
    "end": "outEnd",
    "inside": "inEnd",
    "center": "ctr",
    "base": "inBase",
    "above": "t",
    "below": "b",
    "left": "l",
    "right": "r",
}
# A chart's text is in the theme's faces, so that a change of these changes it too.
_FACES = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
# A label of a lying bar stands this much clear of its end, in every application.
_CLEAR = '" "'
# What somebody adds has no label, where only some of the points have one.
_HIDDEN = "".join(
    f'<c:show{what} val="0"/>'
    for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
)
# Kinds of chart whose lines have no points but those that say their values.
_ALONE = frozenset({"small-lines", "spark"})
_NO_LABELS = '<c:dLbls><c:delete val="1"/></c:dLbls>'


def series(item: Chart, look: Look, index: int) -> str:
    """A series of bars, or the one of a ring. What somebody adds looks like most of it."""
    own = item.series[index]
    count = len(item.categories)
    paints = list(zip(each(own.colours, count), each(own.patterns or ("",), count), strict=True))
    common = (own.base, "") if own.base else max(dict.fromkeys(paints), key=paints.count)
    bar = FORMS[item.kind].tag == "barChart"
    inverted = '<c:invertIfNegative val="0"/>' if bar else ""
    apart = "".join(
        f'<c:dPt><c:idx val="{at}"/>{inverted}<c:bubble3D val="0"/>{_mark(item, look, *paint)}'
        "</c:dPt>"
        for at, paint in enumerate(paints)
        # Some applications show the points of a ring that have no colour of their own in the
        # theme's first, whatever that of the ring is.
        if paint != common or item.kind == "donut"
    )
    return (
        f"<c:ser>{name_of(item, index, index)}{_mark(item, look, *common, own.form)}{inverted}"
        f"{apart}{labels_of(item, look, own)}{cells_of(item, index)}</c:ser>"
    )


def line(item: Chart, look: Look, index: int, first: int = 0) -> str:
    """A series as a line with points; `first` is what counts before it in the chart.

    A level goes on to both edges of the plot as its own trend (21.2.2.211), half a category beyond
    its points.
    """
    own = item.series[index]
    colour: Fill = own.colours[0] if own.form in ("", "second") else ""
    stroke = look.drawn(Stroke(colour, LINE) if colour else None, end="<a:round/>")
    marker = (
        dot(look, colour, POINT)
        if item.dots and colour
        else '<c:marker><c:symbol val="none"/></c:marker>'
    )
    level = ""
    if own.form == "level":
        dashed = look.drawn(replace(LEVEL, colour=own.colours[0] or LEVEL.colour))
        level = (
            f"<c:trendline><c:spPr>{dashed}</c:spPr>"
            '<c:trendlineType val="linear"/><c:forward val="0.5"/><c:backward val="0.5"/>'
            '<c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>'
        )
    return (
        f"<c:ser>{name_of(item, index, first + index)}<c:spPr>{stroke}</c:spPr>{marker}"
        f"{_seen_points(item, look, own) if item.kind in _ALONE else ''}"
        f'{labels_of(item, look, own)}{level}{cells_of(item, index)}<c:smooth val="0"/></c:ser>'
    )


def dot(look: Look, colour: Fill, size: int) -> str:
    """A point of a line, so many EMU wide (21.2.2.190: from 2 to 72 points)."""
    wide = min(max(in_pt(look.long(size)), 2), 72)
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="{wide:.0f}"/>'
        f"<c:spPr>{look.fill(colour)}{look.line(None)}</c:spPr></c:marker>"
    )


def _seen_points(item: Chart, look: Look, own: Series) -> str:
    """The points that say their values, in the colour of these where they are the point."""
    count = len(item.categories)
    places, inks = each(own.places or ("none",), count), each(own.inks or ("ink",), count)
    return "".join(
        f'<c:dPt><c:idx val="{at}"/>'
        f"{dot(look, 'primary' if inks[at] == 'primary' else own.colours[0], POINT)}"
        '<c:bubble3D val="0"/></c:dPt>'
        for at in range(count)
        if places[at] != "none" and own.values[at] is not None
    )


def ground(item: Chart, look: Look, index: int) -> str:
    """A series as the tinted ground below its line."""
    fill = f"<c:spPr>{look.fill(GROUND)}{look.line(None)}</c:spPr>"
    return f"<c:ser>{name_of(item, index, index)}{fill}{_NO_LABELS}{cells_of(item, index)}</c:ser>"


def each(given: Sequence[T], count: int) -> list[T]:
    """One value for each point, where one may stand for all."""
    return list(given) if len(given) == count else [given[0]] * count


def name_of(item: Chart, index: int, order: int) -> str:
    """The number of a series, and what it is called."""
    return f'<c:idx val="{order}"/><c:order val="{order}"/>{called(item, index)}'


def called(item: Chart, index: int) -> str:
    """What a series is called, from its cell."""
    return (
        f"<c:tx><c:strRef><c:f>{SHEET}!${column(index + 1)}$1</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{text(item.series[index].name)}</c:v></c:pt>'
        "</c:strCache></c:strRef></c:tx>"
    )


def cells_of(item: Chart, index: int) -> str:
    """The cells of a series and their names, with what they hold now."""
    letters, count = column(index + 1), len(item.categories)
    named = column(len(item.series) + len(item.helpers)) if item.labelled else "A"
    names = "".join(
        f'<c:pt idx="{at}"><c:v>{lines(name)}</c:v></c:pt>' for at, name in enumerate(item.labels)
    )
    second = item.series[index].form == "second"
    code = item.sides[1].number_format if second else item.number_format
    values = "".join(
        f'<c:pt idx="{at}"><c:v>{number(value)}</c:v></c:pt>'
        for at, value in enumerate(item.series[index].values)
        if value is not None
    )
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!${named}$2:${named}${count + 1}</c:f>"
        f'<c:strCache><c:ptCount val="{count}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{SHEET}!${letters}$2:${letters}${count + 1}</c:f>"
        f"<c:numCache><c:formatCode>{text(code)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val>'
    )


def _mark(item: Chart, look: Look, colour: Fill, pattern: Pattern, form: SeriesForm = "") -> str:
    """A bar's colour; pieces of a whole are set apart, and a faint mark has an outline."""
    stroke = LEVEL if form == "outline" else None
    if colour and (pattern or look.theme.faint(colour)):
        # What a bullet aims at is not there yet.
        stroke = Stroke("ink2", HAIRLINE, dashed=item.kind == "bullet" and colour == "surface2")
    elif colour and item.kind in OF_PIECES:
        stroke = BETWEEN
    return f"<c:spPr>{_fill(look, colour, pattern)}{look.drawn(stroke)}</c:spPr>"


def _fill(look: Look, colour: Fill, pattern: Pattern) -> str:
    """A colour, or strokes of it on white (20.1.8.47)."""
    if not colour or not pattern:
        return look.fill(colour)
    return (
        f'<a:pattFill prst="wdUpDiag"><a:fgClr>{look.colours[colour]}</a:fgClr>'
        f"<a:bgClr>{look.colours['white']}</a:bgClr></a:pattFill>"
    )


def labels_of(item: Chart, look: Look, own: Series) -> str:
    """Each point's value, where the scene places it; those unlike the most by themselves."""
    looks = _looks(item, look, own)
    shown = [one for one in looks if one.place != "none"]
    if not shown and own.places:
        return _NO_LABELS
    if shown and len(shown) * 2 < len(looks):
        few = "".join(
            f'<c:dLbl><c:idx val="{at}"/>{_label(item, look, own, one)}</c:dLbl>'
            for at, one in enumerate(looks)
            if one.place != "none"
        )
        return f"<c:dLbls>{few}{_HIDDEN}</c:dLbls>"
    # What somebody adds is labelled as the others that stand back are. A label is moved by itself
    # only.
    plain = [one for one in shown if one.plain] or shown
    # Beyond its bar a label has room whatever its value becomes; within it only where others have.
    plain = [one for one in plain if one.place == "end"] or plain
    if shown:
        common = max(dict.fromkeys(plain), key=plain.count)
    else:
        common = replace(looks[0], place=FORMS[item.kind].label)
    # Where no label is moved above its bar, that of an aim may stand on the bar before it.
    plate = common.plate or bool(item.kind == "bullet" and common.nudge)
    common = replace(common, nudge=0, shift=0, plate=plate)
    apart = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
        if one.place == "none"
        else f'<c:dLbl><c:idx val="{at}"/>{_label(item, look, own, one)}</c:dLbl>'
        for at, one in enumerate(looks)
        if replace(one, plain=common.plain) != common
    )
    return f"<c:dLbls>{apart}{_label(item, look, own, common)}</c:dLbls>"


def _looks(item: Chart, look: Look, own: Series) -> list[_LabelLook]:
    """What the label of each point looks like."""
    count = len(item.categories)
    formats = each(own.formats or (item.number_format,), count)
    colours = each(own.colours, count)
    patterns = each(own.patterns or ("",), count)
    inks = each(own.inks, count) if own.inks else [_ink(item, look, c) for c in colours]
    named = each(own.named or (False,), count)
    nudges = each(own.nudges or (0,), count)
    places = _places(item, own, count)
    return [
        _LabelLook(
            code=formats[at],
            ink=inks[at],
            named=named[at],
            place=places[at],
            plate=own.form == "second"
            or (bool(patterns[at] and colours[at]) and places[at] in WITHIN)
            or (len(item.ticks) > 1 and places[at] == "right"),
            nudge=nudges[at],
            shift=own.shift,
            plain=not own.base or colours[at] == own.base,
        )
        for at in range(count)
    ]


class _LabelLook(Record, kw_only=True):
    """What a label looks like: its number format, its colour, whether it says its series' name,
    where it stands, whether on a plate, how far it is moved down and to the right (EMU), and
    whether its mark is none that stands out."""

    code: str
    ink: Token
    named: bool
    place: Place
    plate: bool
    nudge: int
    shift: int
    plain: bool


def _places(item: Chart, own: Series, count: int) -> list[Place]:
    """Where labels stand. Unless the scene says so, a point without a figure has none where
    others have one."""
    if own.places:
        return each(own.places, count)
    known = own.figures if len(own.figures) == count else ("known",) * count
    return [FORMS[item.kind].label if id else "none" for id in known]


def _ink(item: Chart, look: Look, colour: Fill) -> Token:
    """The colour of a label that the scene gives none: what can be read on its mark, or beside."""
    if colour and FORMS[item.kind].label == "center":
        return look.theme.readable(colour)
    return "primary" if colour == "primary" else "ink"


def _label(item: Chart, look: Look, own: Series, one: _LabelLook) -> str:
    moved = (
        f'<c:layout><c:manualLayout><c:x val="{one.shift / item.rect.w:.5f}"/>'
        f'<c:y val="{one.nudge / item.rect.h:.5f}"/></c:manualLayout></c:layout>'
        if one.nudge or one.shift
        else ""
    )
    form = FORMS[item.kind]
    clear = form.grouping == "clustered" and not form.upright
    code = f"{_CLEAR}{one.code}{_CLEAR}" if clear else one.code
    place = f'<c:dLblPos val="{_PLACES[one.place]}"/>' if form.tag != "doughnutChart" else ""
    # A name above its value in a column is broken by the application.
    upright = form.grouping == "clustered" and form.upright and own.form != "second"
    between = "\n" if upright or own.form == "level" else " "
    return (
        f'{moved}<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/>'
        f"<c:spPr>{look.fill('white' if one.plate else '')}<a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(look, own.label_size or item.label_size, one.ink, label=True)}"
        f'{place}<c:showLegendKey val="0"/><c:showVal val="1"/>'
        f'<c:showCatName val="0"/><c:showSerName val="{one.named:d}"/><c:showPercent val="0"/>'
        '<c:showBubbleSize val="0"/>'
        f"{f'<c:separator>{between}</c:separator>' if one.named else ''}"
    )


def text_properties(
    look: Look, size: int, colour: Token, *, label: bool = False, level: bool = False
) -> str:
    """The text properties of a part of the chart. A `label` of a mark is bold, and on one line;
    a `level` text is not turned where room is scarce."""
    wrap = ' wrap="none"' if label else ' rot="0" vert="horz"' if level else ""
    return (
        f"<c:txPr><a:bodyPr{wrap}/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{points(size)}" b="{label:d}">'
        f"{look.fill(colour)}{_FACES}</a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{look.language}"/></a:p></c:txPr>'
    )
