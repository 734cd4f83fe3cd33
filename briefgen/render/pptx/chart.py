"""Turn a chart into a native one with its workbook (ECMA-376 Part 1, 21.2)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from briefgen.geometry import pt
from briefgen.render.pptx.look import HAIRLINE, SPACES, Look, attribute, frame, points, text
from briefgen.render.pptx.package import fill
from briefgen.render.pptx.sheet import Sheet
from briefgen.render.pptx.workbook import SHEET, column, number, workbook
from briefgen.scene.items import Chart, Series, Stroke

_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
# Any two different numbers; unsigned, as the schema has them (ECMA-376 Part 1, 21.2.3.1).
_CATEGORIES, _VALUES = 111111111, 222222222
_SHOW = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def chart(sheet: Sheet, item: Chart) -> str:
    """The graphic frame of a chart; its part and its workbook are added to the package."""
    deck = sheet.deck
    deck.charts += 1
    part = deck.package.add(f"/ppt/charts/chart{deck.charts}.xml", CT.DML_CHART)
    book = deck.package.add(
        f"/ppt/embeddings/workbook{deck.charts}.xlsx", CT.SML_SHEET, workbook(item, deck.look)
    )
    fill(part, _space(item, deck.look, part.relate_to(book, RT.PACKAGE)))
    id = sheet.relate(part, RT.CHART)
    return frame(
        sheet.properties(item.name, alt=item.alt),
        item.rect,
        f'<a:graphicData uri="{_URI}"><c:chart xmlns:c="{_URI}" r:id="{id}"/></a:graphicData>',
    )


def _space(item: Chart, look: Look, book: str) -> str:
    stacked = item.kind == "stacked"
    series = "".join(_series(item, look, index) for index in range(len(item.series)))
    layout, high = _plot(item)
    bars = (
        f'<c:barChart><c:barDir val="{"col" if item.kind == "column" else "bar"}"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="{min(item.gap, 500)}"/>'
        f'<c:overlap val="{100 if stacked else 0}"/>'
        f'<c:axId val="{_CATEGORIES}"/><c:axId val="{_VALUES}"/></c:barChart>'
    )
    legend = (
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/>'
        f"{_text(look, item.category_size, 'ink2')}</c:legend>"
        if item.legend
        else ""
    )
    return (
        f'<c:chartSpace xmlns:c="{_URI}" {SPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{look.language}"/><c:roundedCorners val="0"/><c:chart>'
        f'<c:autoTitleDeleted val="1"/><c:plotArea>{layout}{bars}'
        f"{_category_axis(item, look)}{_value_axis(item, high)}"
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(look, item.category_size, 'ink')}"
        f'<c:externalData r:id="{book}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot(item: Chart) -> tuple[str, Decimal]:
    """Where the bars stand, and the value at the plot's far edge.

    Bars have the lengths that `item.plot` and `item.high` give them. But the plot goes on to the
    frame's edge, with the axis: labels at the ends of bars then lie within it, where every
    application draws them, and a value that is edited to a larger one has room.
    """
    at, plot = item.rect, item.plot
    x, y, right, bottom = plot.x, plot.y, plot.right, plot.bottom
    high, reach = item.high, item.high - item.low
    if item.kind == "bar" and plot.w:
        right = at.right
        high = item.low + reach * (right - x) / plot.w
    elif item.kind == "column" and plot.h:
        y = at.y
        high = item.low + reach * (bottom - y) / plot.h
    shares = (
        ("x", (x - at.x) / at.w),
        ("y", (y - at.y) / at.h),
        ("w", (right - x) / at.w),
        ("h", (bottom - y) / at.h),
    )
    written = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in shares)
    layout = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{written}</c:manualLayout></c:layout>'
    )
    return layout, high


def _category_axis(item: Chart, look: Look) -> str:
    upright = item.kind == "column"
    # The first category on top, as one reads (bars are drawn upwards otherwise).
    order = "minMax" if upright else "maxMin"
    room = item.rect.bottom - item.plot.bottom if upright else item.plot.x - item.rect.x
    labels = "low" if room > item.category_size else "none"
    line = look.line(Stroke("ink2", HAIRLINE)) if item.kind != "stacked" else look.line(None)
    return (
        f'<c:catAx><c:axId val="{_CATEGORIES}"/><c:scaling><c:orientation val="{order}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{"b" if upright else "l"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>'
        f"<c:spPr><a:noFill/>{line}</c:spPr>{_text(look, item.category_size, 'ink')}"
        f'<c:crossAx val="{_VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(item: Chart, high: Decimal) -> str:
    upright = item.kind == "column"
    bounds = ""
    if high > item.low:
        # Six digits do: the edge of the plot is no datum.
        bounds = f'<c:max val="{float(high):.6g}"/><c:min val="{number(item.low)}"/>'
    return (
        f'<c:valAx><c:axId val="{_VALUES}"/><c:scaling><c:orientation val="minMax"/>{bounds}'
        f'</c:scaling><c:delete val="1"/><c:axPos val="{"l" if upright else "b"}"/>'
        f'<c:numFmt formatCode="{attribute(item.number_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{_CATEGORIES}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _series(item: Chart, look: Look, index: int) -> str:
    series = item.series[index]
    count = len(item.categories)
    letters = column(index + 1)
    colours = _each_point(series.colours, count)
    points_apart = "".join(
        f'<c:dPt><c:idx val="{at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"{_bar(item, look, colour)}</c:dPt>"
        for at, colour in enumerate(colours)
        if colour != colours[0]
    )
    names = "".join(
        f'<c:pt idx="{at}"><c:v>{text(name)}</c:v></c:pt>'
        for at, name in enumerate(item.categories)
    )
    values = "".join(
        f'<c:pt idx="{at}"><c:v>{number(value)}</c:v></c:pt>'
        for at, value in enumerate(series.values)
        if value is not None
    )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f'<c:tx><c:strRef><c:f>{SHEET}!${letters}$1</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{text(series.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
        f'{_bar(item, look, colours[0])}<c:invertIfNegative val="0"/>{points_apart}'
        f"{_labels(item, look, series, colours)}"
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${count + 1}</c:f>"
        f'<c:strCache><c:ptCount val="{count}"/>{names}</c:strCache></c:strRef></c:cat>'
        f"<c:val><c:numRef><c:f>{SHEET}!${letters}$2:${letters}${count + 1}</c:f>"
        f"<c:numCache><c:formatCode>{text(item.number_format)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{values}</c:numCache></c:numRef></c:val></c:ser>'
    )


def _each_point(given: Sequence[str], count: int) -> list[str]:
    """One value for each point, where one may stand for all."""
    return list(given) if len(given) == count else [given[0]] * count


def _bar(item: Chart, look: Look, colour: str) -> str:
    """A bar's colour; pieces of a stack are set apart, and a faint bar has an outline."""
    stroke = None
    if item.kind == "stacked":
        stroke = Stroke("white", pt(1))
    elif look.faint(colour):
        stroke = Stroke("ink2", HAIRLINE)
    return f"<c:spPr>{look.fill(colour)}{look.line(stroke)}</c:spPr>"


def _labels(item: Chart, look: Look, series: Series, colours: Sequence[str]) -> str:
    """Each bar's value: beside it in its colour, or within a stack in what reads on it.

    A point for which the ledger has no figure gets no label, where the others have one.
    """
    count = len(colours)
    formats = _each_point(series.formats or (item.number_format,), count)
    shown = [bool(id) for id in series.figures] if len(series.figures) == count else [True] * count
    inks = [_label_colour(item, look, colour) for colour in colours]
    common = formats[0], inks[0]
    apart = "".join(
        f'<c:dLbl><c:idx val="{at}"/><c:delete val="1"/></c:dLbl>'
        if not show
        else f'<c:dLbl><c:idx val="{at}"/>{_label(item, look, *own)}</c:dLbl>'
        for at, (show, own) in enumerate(zip(shown, zip(formats, inks, strict=True), strict=True))
        if not show or own != common
    )
    return f"<c:dLbls>{apart}{_label(item, look, *common)}</c:dLbls>"


def _label_colour(item: Chart, look: Look, colour: str) -> str:
    if item.kind == "stacked":
        return look.readable(colour)
    return "primary" if colour == "primary" else "ink"


def _label(item: Chart, look: Look, code: str, ink: str) -> str:
    place = "ctr" if item.kind == "stacked" else "outEnd"
    return (
        f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'{_text(look, item.label_size, ink, label=True)}<c:dLblPos val="{place}"/>{_SHOW}'
    )


def _text(look: Look, size: int, colour: str, *, label: bool = False) -> str:
    """The text properties of a part of the chart. A `label` of a bar is bold, and on one line."""
    wrap = ' wrap="none"' if label else ""
    return (
        f"<c:txPr><a:bodyPr{wrap}/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{points(size)}" b="{label:d}">'
        f"{look.fill(colour)}{look.faces}</a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{look.language}"/></a:p></c:txPr>'
    )
