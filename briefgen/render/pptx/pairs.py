"""Turn pairs of points into native series with a line between them, and a name into a heading."""

from __future__ import annotations

from decimal import Decimal

from briefgen.render.pptx.look import Look
from briefgen.render.pptx.series import (
    called,
    cells_of,
    dot,
    each,
    labels_of,
    name_of,
    text_properties,
)
from briefgen.render.pptx.workbook import SHEET, column, number
from briefgen.scene.items import PAIR, PAIR_LINE, PAIR_LIT, Chart


def points_of(item: Chart, look: Look, index: int) -> str:
    """A series as points alone, those unlike the most by themselves."""
    own = item.series[index]
    colours = each(own.colours, len(item.categories))
    common = own.base or max(dict.fromkeys(colours), key=colours.count)
    # A point by itself is larger too: LibreOffice takes its colour only where it is.
    apart = "".join(
        f'<c:dPt><c:idx val="{at}"/>{dot(look, colour, PAIR_LIT)}<c:bubble3D val="0"/></c:dPt>'
        for at, colour in enumerate(colours)
        if colour != common
    )
    return (
        f"<c:ser>{name_of(item, index, index)}<c:spPr>{look.line(None)}</c:spPr>"
        f"{dot(look, common, PAIR)}{apart}{labels_of(item, look, own)}"
        f"{'' if index else _reaching(item, look)}{cells_of(item, index)}"
        '<c:smooth val="0"/></c:ser>'
    )


def _reaching(item: Chart, look: Look) -> str:
    """Error bars (21.2.2.55) from the points of the first series to those of the second, by cells
    that say how far these are above and below."""
    count = len(item.categories)
    sides = []
    for tag, helper, letters in zip(
        ("plus", "minus"), item.helpers, (column(3), column(4)), strict=False
    ):
        known = "".join(
            f'<c:pt idx="{at}"><c:v>{number(value)}</c:v></c:pt>'
            for at, value in enumerate(helper.cells)
            if isinstance(value, Decimal)
        )
        sides.append(
            f"<c:{tag}><c:numRef><c:f>{SHEET}!${letters}$2:${letters}${count + 1}</c:f>"
            f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{count}"/>{known}'
            f"</c:numCache></c:numRef></c:{tag}>"
        )
    return (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="1"/>{"".join(sides)}<c:spPr>{look.drawn(PAIR_LINE)}</c:spPr>'
        "</c:errBars>"
    )


def heading(item: Chart, look: Look) -> str:
    """The name of the first series above the plot, from its cell; or that there is none.

    A chart's own title (c:title, 21.2.2.210): it goes where the chart goes, and says what the cell
    says.
    """
    if not item.heading_size:
        return '<c:autoTitleDeleted val="1"/>'
    place = '<c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0"/><c:y val="0"/>'
    words = text_properties(look, item.heading_size, "ink", label=True)
    return (
        f"<c:title>{called(item, 0)}<c:layout><c:manualLayout>{place}</c:manualLayout></c:layout>"
        f'<c:overlay val="0"/>{words}</c:title><c:autoTitleDeleted val="0"/>'
    )
