"""Turn a chart's series into native ones: marks, labels, and the cells they show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from briefgen.colours import Fill, Token
from briefgen.geometry import in_pt
from briefgen.render.pptx.forms import FORMS
from briefgen.render.pptx.look import HAIRLINE, Look, attribute, points, text
from briefgen.render.pptx.workbook import SHEET, column, number
from briefgen.scene.items import (
    BETWEEN,
    GROUND,
    LINE,
    OF_PIECES,
    POINT,
    Chart,
    Place,
    Series,
    Stroke,
)

T = TypeVar("T")

# Where labels stand (ECMA-376 Part 1, 21.2.3.11).
_PLACES: dict[Place, str] = {
    "end": "outEnd",
    "center": "ctr",
    "base": "inBase",
    "above": "t",
    "below": "b",
    "left": "l",
    "right": "r",
}
_NO_LABELS = '<c:dLbls><c:delete val="1"/></c:dLbls>'


def series(item: Chart, look: Look, index: int) -> str:
    """A series of bars, or the one of a ring."""
    own = item.series[index]
    colours = each(own.colours, len(item.categories))
    bar = FORMS[item.kind].tag == "barChart"
    inverted = '<c:invertIfNegative val="0"/>' if bar else ""
    apart = "".join(
        f'<c:dPt><c:idx val="{at}"/>{inverted}<c:bubble3D val="0"/>{_mark(item, look, colour)}'
        "</c:dPt>"
        for at, colour in enumerate(colours)
        if colour != colours[0]
    )
    return (
        f"<c:ser>{_name(item, index, index)}{_mark(item, look, colours[0])}{inverted}{apart}"
        f"{_labels(item, look, own)}{_cells(item, index)}</c:ser>"
    )


def line(item: Chart, look: Look, index: int, first: int = 0) -> str:
    """A series as a line with points; `first` is what counts before it in the chart."""
    own = item.series[index]
    colour = own.colours[0]
    stroke = look.line(Stroke(colour, LINE) if colour else None, end="<a:round/>")
    marker = (
        f'<c:marker><c:symbol val="circle"/><c:size val="{in_pt(POINT):.0f}"/>'
        f"<c:spPr>{look.fill(colour)}{look.line(None)}</c:spPr></c:marker>"
        if item.dots
        else '<c:marker><c:symbol val="none"/></c:marker>'
    )
    return (
        f"<c:ser>{_name(item, index, first + index)}<c:spPr>{stroke}</c:spPr>{marker}"
        f'{_labels(item, look, own)}{_cells(item, index)}<c:smooth val="0"/></c:ser>'
    )


def ground(item: Chart, look: Look, index: int) -> str:
    """A series as the tinted ground below its line."""
    fill = f"<c:spPr>{look.fill(GROUND)}{look.line(None)}</c:spPr>"
    return f"<c:ser>{_name(item, index, index)}{fill}{_NO_LABELS}{_cells(item, index)}</c:ser>"


def each(given: Sequence[T], count: int) -> list[T]:
    """One value for each point, where one may stand for all."""
    return list(given) if len(given) == count else [given[0]] * count


def _name(item: Chart, index: int, order: int) -> str:
    return (
        f'<c:idx val="{order}"/><c:order val="{order}"/>'
        f"<c:tx><c:strRef><c:f>{SHEET}!${column(index + 1)}$1</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{text(item.series[index].name)}</c:v></c:pt>'
        "</c:strCache></c:strRef></c:tx>"
    )


def _cells(item: Chart, index: int) -> str:
    """The cells of a series and their names, with what they hold now."""
    letters, count = column(index + 1), len(item.categories)
    names = "".join(
        f'<c:pt idx="{at}"><c:v>{text(name)}</c:v></c:pt>'
        for at, name in enumerate(item.categories)
    )
    values = "".join(
        f'<c:pt idx="{at}"><c:v>{number(value)}</c:v></c:pt>'
        for at, value in enumerate(item.series[index].values)
        if value is not None
    )
    return (
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f>"
        f'<c:strCache><c:ptCount val="{count}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{SHEET}!${letters}$2:${letters}${count + 1}</c:f>"
        f"<c:numCache><c:formatCode>{text(item.number_format)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val>'
    )


def _mark(item: Chart, look: Look, colour: Fill) -> str:
    """A bar's colour; pieces of a whole are set apart, and a faint mark has an outline."""
    stroke = None
    if colour and look.theme.faint(colour):
        stroke = Stroke("ink2", HAIRLINE)
    elif colour and item.kind in OF_PIECES:
        stroke = BETWEEN
    return f"<c:spPr>{look.fill(colour)}{look.line(stroke)}</c:spPr>"


def _labels(item: Chart, look: Look, own: Series) -> str:
    """Each point's value, where the scene places it; those unlike the most by themselves."""
    count = len(item.categories)
    formats = each(own.formats or (item.number_format,), count)
    colours = each(own.colours, count)
    inks = each(own.inks, count) if own.inks else [_ink(item, look, c) for c in colours]
    named = each(own.named or (False,), count)
    nudges = each(own.nudges or (0,), count)
    places = _places(item, own, count)
    looks = list(zip(formats, inks, named, places, nudges, strict=True))
    shown = [one for one in looks if one[3] != "none"]
    if not shown and own.places:
        return _NO_LABELS
    common = (
        max(dict.fromkeys(shown), key=shown.count)
        if shown
        else (formats[0], inks[0], named[0], FORMS[item.kind].label, 0)
    )
    # A label is moved by itself only.
    common = (*common[:4], 0)
    apart = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
        if one[3] == "none"
        else f'<c:dLbl><c:idx val="{at}"/>{_label(item, look, *one)}</c:dLbl>'
        for at, one in enumerate(looks)
        if one != common
    )
    return f"<c:dLbls>{apart}{_label(item, look, *common)}</c:dLbls>"


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


def _label(
    item: Chart, look: Look, code: str, ink: Token, named: bool, place: Place, nudge: int
) -> str:
    moved = (
        f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{nudge / item.rect.h:.5f}"/>'
        "</c:manualLayout></c:layout>"
        if nudge
        else ""
    )
    return (
        f'{moved}<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(look, item.label_size, ink, label=True)}"
        f'<c:dLblPos val="{_PLACES[place]}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        f'<c:showCatName val="0"/><c:showSerName val="{named:d}"/><c:showPercent val="0"/>'
        f'<c:showBubbleSize val="0"/>{"<c:separator> </c:separator>" if named else ""}'
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
        f"{look.fill(colour)}{look.faces}</a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{look.language}"/></a:p></c:txPr>'
    )
