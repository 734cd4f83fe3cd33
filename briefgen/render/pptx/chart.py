"""Turn a chart into a native one with its workbook (ECMA-376 Part 1, 21.2)."""

from __future__ import annotations

from briefgen.render.pptx.forms import FORMS, Form
from briefgen.render.pptx.look import HAIRLINE, SPACES, Look, attribute, frame
from briefgen.render.pptx.opc import CT, RT
from briefgen.render.pptx.package import fill
from briefgen.render.pptx.pairs import heading, points_of
from briefgen.render.pptx.series import ground, line, series, text_properties
from briefgen.render.pptx.sheet import Sheet
from briefgen.render.pptx.sides import CATEGORIES, VALUES, both, upon_second
from briefgen.render.pptx.workbook import number, workbook
from briefgen.scene.items import PAIR_LINE, Chart, Stroke
from briefgen.scene.percents import in_fractions

_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_IDS = f'<c:axId val="{CATEGORIES}"/><c:axId val="{VALUES}"/>'


def chart(sheet: Sheet, item: Chart) -> str:
    """The graphic frame of a chart; its part and its workbook are added to the package."""
    deck, item = sheet.deck, in_fractions(item)
    deck.charts += 1
    part = deck.package.add(f"/ppt/charts/chart{deck.charts}.xml", CT.CHART)
    book = deck.package.add(
        f"/ppt/embeddings/workbook{deck.charts}.xlsx",
        CT.WORKBOOK_PACKAGE,
        workbook(item, deck.look),
    )
    fill(part, _space(item, deck.look, part.relate_to(book, RT.PACKAGE)))
    id = sheet.relate(part, RT.CHART)
    return frame(
        sheet.properties(item.name, alt=item.alt),
        item.rect,
        f'<a:graphicData uri="{_URI}"><c:chart xmlns:c="{_URI}" r:id="{id}"/></a:graphicData>',
    )


def _space(item: Chart, look: Look, book: str) -> str:
    form = FORMS[item.kind]
    axes = ""
    if item.sides and form.axes:
        axes = _category_axis(item, look, form) + both(item)
    elif form.axes:
        axes = _category_axis(item, look, form) + _value_axis(item, look, form)
    return (
        f'<c:chartSpace xmlns:c="{_URI}" {SPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{look.language}"/><c:roundedCorners val="0"/><c:chart>'
        f"{heading(item, look)}<c:plotArea>{_layout(item)}{_plots(item, look, form)}{axes}"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_properties(look, item.category_size, 'ink')}"
        f'<c:externalData r:id="{book}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plots(item: Chart, look: Look, form: Form) -> str:
    """The series as what they are drawn as."""
    match form.tag:
        case "barChart":
            return _bars(item, look, form)
        case "lineChart" if form.joined:
            return _joined(item, look)
        case "lineChart":
            return _lines(item, look, form)
        case "scatterChart":
            # Few charts are of points.
            from briefgen.render.pptx.scatter import scatter

            return scatter(item, look)
        case "doughnutChart":
            return (
                f'<c:doughnutChart><c:varyColors val="0"/>{series(item, look, 0)}'
                f'<c:firstSliceAng val="{item.turned}"/><c:holeSize val="{item.hole}"/>'
                "</c:doughnutChart>"
            )


def _bars(item: Chart, look: Look, form: Form) -> str:
    """Bars, and over them the series that are none."""
    bars = [at for at, own in enumerate(item.series) if own.form in ("", "outline")]
    every = "".join(series(item, look, at) for at in bars)
    others = [at for at in range(len(item.series)) if at not in bars]
    over = "".join(line(item, look, at) for at in others if item.series[at].form != "second")
    second = "".join(line(item, look, at) for at in others if item.series[at].form == "second")
    overlap = item.overlap if form.grouping == "clustered" else 100
    lines = (
        '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{over}<c:marker val="1"/>{_IDS}</c:lineChart>'
        if over
        else ""
    )
    return (
        f'<c:barChart><c:barDir val="{"col" if form.upright else "bar"}"/>'
        f'<c:grouping val="{form.grouping}"/><c:varyColors val="0"/>{every}'
        f'<c:gapWidth val="{min(item.gap, 500)}"/><c:overlap val="{overlap}"/>{_IDS}</c:barChart>'
        f"{lines}{upon_second(second) if second else ''}"
    )


def _joined(item: Chart, look: Look) -> str:
    """Points of two series, and lines from the higher to the lower of each category (c:hiLowLines,
    21.2.2.80), which follow whatever is edited or added. Programs that know none of these draw the
    error bars in the same place."""
    every = "".join(points_of(item, look, index) for index in range(len(item.series)))
    stroke = look.drawn(PAIR_LINE)
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{every}'
        f"<c:hiLowLines><c:spPr>{stroke}</c:spPr></c:hiLowLines>"
        f'<c:marker val="1"/>{_IDS}</c:lineChart>'
    )


def _lines(item: Chart, look: Look, form: Form) -> str:
    """Series as lines. An area's line is a plot of its own over it, of the same cells."""
    every = range(len(item.series))
    before = f'<c:grouping val="{form.grouping}"/><c:varyColors val="0"/>'
    # Index and order of a series are its own in the whole chart (21.2.2.84, 21.2.2.128).
    areas, first = "", 0
    if form.ground:
        own = [index for index in every if not item.series[index].form]
        grounds = "".join(ground(item, look, index) for index in own)
        areas, first = f"<c:areaChart>{before}{grounds}{_IDS}</c:areaChart>", len(item.series)
    drops = ""
    if form.drops:
        stroke = look.drawn(Stroke("line", HAIRLINE))
        drops = f"<c:dropLines><c:spPr>{stroke}</c:spPr></c:dropLines>"
    lines = "".join(line(item, look, index, first) for index in every)
    return f'{areas}<c:lineChart>{before}{lines}{drops}<c:marker val="1"/>{_IDS}</c:lineChart>'


def _layout(item: Chart) -> str:
    """Where the marks stand: what is beside them keeps its room, whatever the values become."""
    at, plot = item.rect, item.plot
    shares = (
        ("x", (plot.x - at.x) / at.w),
        ("y", (plot.y - at.y) / at.h),
        ("w", plot.w / at.w),
        ("h", plot.h / at.h),
    )
    written = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in shares)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{written}</c:manualLayout></c:layout>'
    )


def _category_axis(item: Chart, look: Look, form: Form) -> str:
    upright = form.upright
    # The first category on top, as one reads (bars are drawn upwards otherwise).
    order = "minMax" if upright else "maxMin"
    room = item.rect.bottom - item.plot.bottom if upright else item.plot.x - item.rect.x
    labels = "low" if room > item.category_size else "none"
    names = text_properties(look, item.category_size, "ink", level=upright)
    skip = f'<c:tickLblSkip val="{item.skip}"/>' if item.skip > 1 else ""
    line = look.drawn(Stroke("ink2", HAIRLINE) if form.base else None)
    return (
        f'<c:catAx><c:axId val="{CATEGORIES}"/><c:scaling><c:orientation val="{order}"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{"b" if upright else "l"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>'
        f"<c:spPr><a:noFill/>{line}</c:spPr>{names}"
        f'<c:crossAx val="{VALUES}"/><c:crosses val="{_crossing(item)}"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{skip}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _crossing(item: Chart) -> str:
    """Where the axis of categories lies: at zero, or at the foot where zero is not shown."""
    return "min" if item.low > 0 else "autoZero"


def _value_axis(item: Chart, look: Look, form: Form) -> str:
    bounds = ""
    if item.grounded and item.low == 0:
        bounds = '<c:min val="0"/>'
    elif item.grounded and item.high == 0:
        # Of values below zero alone an application may leave zero out.
        bounds = '<c:max val="0"/>'
    shown = len(item.ticks) > 1
    lines = (
        f"<c:majorGridlines><c:spPr>{look.drawn(Stroke('line', HAIRLINE))}</c:spPr>"
        "</c:majorGridlines>"
        if shown
        else ""
    )
    style = (
        f"<c:spPr><a:noFill/>{look.line(None)}</c:spPr>"
        f"{text_properties(look, item.tick_size, 'ink2')}"
        if shown
        else ""
    )
    # The axis of a whole ends at 100 %, wherever its marks are.
    marked = item.major and form.grouping != "percentStacked"
    unit = f'<c:majorUnit val="{number(item.major)}"/>' if marked else ""
    code = item.tick_format if shown else item.number_format
    return (
        f'<c:valAx><c:axId val="{VALUES}"/><c:scaling><c:orientation val="minMax"/>{bounds}'
        f'</c:scaling><c:delete val="{0 if shown else 1}"/>'
        f'<c:axPos val="{"l" if form.upright else "b"}"/>{lines}'
        f'<c:numFmt formatCode="{attribute(code)}" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'{style}<c:crossAx val="{CATEGORIES}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="between"/>{unit}</c:valAx>'
    )
