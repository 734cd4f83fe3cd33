"""Turn a chart of points between two measures into a native one (ECMA-376 Part 1, 21.2.2.161).

Its workbook has a row for each point: its name, and the two measures. Each is a series of its own,
so that its label is the name that stands in its row, in every application.
"""

from __future__ import annotations

from briefgen.colours import Token
from briefgen.render.pptx.look import HAIRLINE, Look, attribute, text
from briefgen.render.pptx.series import dot, text_properties
from briefgen.render.pptx.workbook import SHEET, column, number
from briefgen.scene.items import SPOT, Chart, Place, Series, Side, Stroke
from briefgen.theme.model import DECK

# Any different numbers; unsigned, as the schema has them (21.2.3.1).
_ACROSS, _UP = 111111111, 222222222
_AT: dict[Place, str] = {"right": "r", "left": "l", "above": "t", "below": "b"}


def scatter(item: Chart, look: Look) -> str:
    """The points, each a series, and both axes."""
    every = "".join(_point(item, look, at) for at in range(len(item.categories)))
    return (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f'{every}<c:axId val="{_ACROSS}"/><c:axId val="{_UP}"/></c:scatterChart>'
        f"{_axis(item.sides[0], look, _ACROSS, _UP)}{_axis(item.sides[1], look, _UP, _ACROSS)}"
    )


def _point(item: Chart, look: Look, at: int) -> str:
    """The series of one point, from its row of the workbook: its name, and both measures."""
    up, row = item.series[1], at + 2
    name = (
        f"<c:tx><c:strRef><c:f>{SHEET}!$A${row}</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{text(item.categories[at])}</c:v></c:pt>'
        "</c:strCache></c:strRef></c:tx>"
    )
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{name}'
        # Some applications take the colour of a point from its series.
        f"<c:spPr>{look.fill(up.colours[at])}{look.line(None)}</c:spPr>"
        f"{dot(look, up.colours[at], SPOT)}{_label(item, look, up, at)}"
        f"{_cell(item, 0, at, 'xVal')}{_cell(item, 1, at, 'yVal')}"
        '<c:smooth val="0"/></c:ser>'
    )


def _cell(item: Chart, index: int, at: int, tag: str) -> str:
    value, cell = item.series[index].values[at], f"{SHEET}!${column(index + 1)}${at + 2}"
    kept = f'<c:pt idx="0"><c:v>{number(value)}</c:v></c:pt>' if value is not None else ""
    return (
        f"<c:{tag}><c:numRef><c:f>{cell}</c:f><c:numCache>"
        f"<c:formatCode>{text(item.sides[index].number_format)}</c:formatCode>"
        f'<c:ptCount val="1"/>{kept}</c:numCache></c:numRef></c:{tag}>'
    )


def _label(item: Chart, look: Look, up: Series, at: int) -> str:
    """The name of a point beside it, where that has room."""
    place, nudge = up.places[at], up.nudges[at] if up.nudges else 0
    if place == "none":
        return '<c:dLbls><c:delete val="1"/></c:dLbls>'
    moved = (
        '<c:layout><c:manualLayout><c:x val="0"/>'
        f'<c:y val="{nudge / item.rect.h:.5f}"/></c:manualLayout></c:layout>'
        if nudge
        else ""
    )
    own = (
        f'<c:dLbl><c:idx val="0"/>{moved}<c:spPr><a:noFill/>{look.line(None)}</c:spPr>'
        f"{_named(look, item.label_size, up.inks[at])}"
        f'<c:dLblPos val="{_AT[place]}"/>{_shown(True)}</c:dLbl>'
    )
    return f"<c:dLbls>{own}{_shown(False)}</c:dLbls>"


def _named(look: Look, size: int, ink: Token) -> str:
    return text_properties(look, size, ink).replace("<a:bodyPr/>", '<a:bodyPr wrap="none"/>')


def _shown(name: bool) -> str:
    """What a label says: the name of its series, or nothing."""
    return (
        '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/>'
        f'<c:showSerName val="{name:d}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


def _axis(side: Side, look: Look, id: int, crossing: int) -> str:
    across = id == _ACROSS
    bounds = '<c:min val="0"/>' if side.grounded else ""
    named = text_properties(look, look.long(DECK["caption"].size), "ink2")
    base = look.drawn(Stroke("ink2", HAIRLINE))
    return (
        f'<c:valAx><c:axId val="{id}"/><c:scaling><c:orientation val="minMax"/>{bounds}'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{"b" if across else "l"}"/>'
        f'<c:numFmt formatCode="{attribute(side.tick_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr><a:noFill/>{base}</c:spPr>{named}"
        f'<c:crossAx val="{crossing}"/><c:crosses val="min"/><c:crossBetween val="midCat"/>'
        f'<c:majorUnit val="{number(side.major)}"/></c:valAx>'
    )
