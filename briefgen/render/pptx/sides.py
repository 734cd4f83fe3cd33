"""Turn the two sides of a chart into native axes of values (ECMA-376 Part 1, 21.2.2.226).

No end of either is written but zero, so that nothing that somebody edits is cut off.
"""

from __future__ import annotations

from briefgen.render.pptx.look import attribute
from briefgen.render.pptx.workbook import number
from briefgen.scene.items import Chart, Side

# Any different numbers; unsigned, as the schema has them (ECMA-376 Part 1, 21.2.3.1).
CATEGORIES, VALUES = 111111111, 222222222
_OTHER, _SECOND = 333333333, 444444444
_PLAIN = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"


def upon_second(series: str) -> str:
    """Lines that stand on the second axis."""
    return (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{series}<c:marker val="1"/><c:axId val="{_OTHER}"/><c:axId val="{_SECOND}"/>'
        "</c:lineChart>"
    )


def both(item: Chart) -> str:
    """The axis of the columns at the left, that of the line at the right, and its axis of
    categories. None of them is shown: every value is written at its mark."""
    left, right = item.sides
    return (
        _values(left, VALUES, CATEGORIES, "l")
        + _values(right, _SECOND, _OTHER, "r")
        + f'<c:catAx><c:axId val="{_OTHER}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        '<c:delete val="1"/><c:axPos val="b"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_SECOND}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _values(side: Side, id: int, crossing: int, at: str) -> str:
    bounds = '<c:min val="0"/>' if side.grounded else ""
    crosses = "max" if at == "r" else "autoZero"
    # LibreOffice draws what stands on a second axis on the first where that is deleted.
    gone = int(at == "l")
    return (
        f'<c:valAx><c:axId val="{id}"/><c:scaling><c:orientation val="minMax"/>{bounds}'
        f'</c:scaling><c:delete val="{gone}"/><c:axPos val="{at}"/>'
        f'<c:numFmt formatCode="{attribute(side.number_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f'{_PLAIN}<c:crossAx val="{crossing}"/><c:crosses val="{crosses}"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{number(side.major)}"/></c:valAx>'
    )
