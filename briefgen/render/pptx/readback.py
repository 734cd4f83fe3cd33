"""Turn a finished deck into a record of what it holds, with python-pptx and openpyxl.

Neither of them had a part in writing the deck: what they find is what PowerPoint and Excel are
given to show.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from itertools import groupby
from typing import Any

from briefgen.render.readback import Leaf, Passage, Readback

# The escape of an underscore (ECMA-376 Part 1, 22.9.2.19).
_UNDERSCORE = "_x005F_"


def read(data: bytes) -> Readback:
    """What a .pptx holds: every slide in the order of the show, with its notes.

    Raises what python-pptx, openpyxl or zipfile do where the file is none that they can open.
    """
    from pptx import Presentation  # 150 ms: only those who read a deck back pay

    slides = list(Presentation(BytesIO(data)).slides)
    numbers = {slide.part.partname: number for number, slide in enumerate(slides, 1)}
    return Readback(tuple(_leaf(slide, numbers) for slide in slides))


def _leaf(slide: Any, numbers: dict[str, int]) -> Leaf:
    passages = [*_inherited(slide.slide_layout)]
    passages += [passage for shape in slide.shapes for passage in _shape(shape, numbers)]
    if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame):
        passages += [
            Passage("note", "speaker's notes", _words(each.text)) for each in frame.paragraphs
        ]
        for each in frame.paragraphs:
            passages += _links("speaker's notes", slide.notes_slide.part, each, numbers)
    hidden = slide.element.get("show") == "0"
    return Leaf(tuple(passages), hidden)


def _inherited(layout: Any) -> Iterator[Passage]:
    """What a slide shows of its master and of its layout, whose placeholders it does not."""
    for sheet in (layout.slide_master, layout):
        for shape in sheet.shapes:
            if shape.has_text_frame and not shape.is_placeholder:
                for paragraph in shape.text_frame.paragraphs:
                    if paragraph.text.strip():
                        yield Passage("text", shape.name, _words(paragraph.text))


def _shape(shape: Any, numbers: dict[str, int]) -> Iterator[Passage]:
    """What one shape says; a group, what its members say."""
    from pptx.shapes.group import GroupShape

    name = shape.name
    own = shape.element.xpath("./*/p:cNvPr")[0]
    if alt := own.get("descr"):
        yield Passage("alt", name, alt)
    for click in own.xpath("./a:hlinkClick"):
        yield Passage("link", name, _target(shape.part, click, numbers))
    if isinstance(shape, GroupShape):
        for member in shape.shapes:
            yield from _shape(member, numbers)
    elif getattr(shape, "image", None):
        yield Passage("picture", name, shape.image.sha1)
    elif getattr(shape, "has_table", False):
        yield from _table(shape, numbers)
    elif getattr(shape, "has_chart", False):
        yield from _chart(name, shape.chart)
    elif shape.has_text_frame:
        for paragraph in shape.text_frame.paragraphs:
            if paragraph.text.strip():
                yield Passage("text", name, _words(paragraph.text))
            yield from _links(name, shape.part, paragraph, numbers)


def _table(shape: Any, numbers: dict[str, int]) -> Iterator[Passage]:
    """Every cell, row by row, empty ones too: what is next to what matters."""
    for number, row in enumerate(shape.table.rows, 1):
        for column, cell in enumerate(row.cells, 1):
            place = f"{shape.name}, row {number}, column {column}"
            paragraphs = cell.text_frame.paragraphs
            yield Passage("cell", place, _words("\n".join(each.text for each in paragraphs)))
            for paragraph in paragraphs:
                yield from _links(place, shape.part, paragraph, numbers)


def _links(place: str, part: Any, paragraph: Any, numbers: dict[str, int]) -> Iterator[Passage]:
    """Where the words of a paragraph lead, each target once for all neighbouring runs."""
    found = [
        _target(part, clicks[0], numbers) if (clicks := run.xpath("./a:rPr/a:hlinkClick")) else ""
        for run in paragraph._p.xpath("./a:r")
    ]
    for target, _ in groupby(found):
        if target:
            yield Passage("link", place, target)


def _target(part: Any, click: Any, numbers: dict[str, int]) -> str:
    """The address that a click leads to, or `page 3`; what leads nowhere is told as such."""
    relation = part.rels.get(click.rId)
    if relation is None:
        return "nowhere"
    if relation.is_external:
        return str(relation.target_ref)
    number = numbers.get(relation.target_part.partname)
    return f"page {number}" if number else "nowhere"


def _chart(name: str, chart: Any) -> Iterator[Passage]:
    """What a chart keeps of its series, drawn as it is; then what its workbook says."""
    for plot in chart.plots:
        for series in plot.series:
            own = series._element
            yield Passage("series", name, _words(series.name))
            names = _cached(own, "c:cat") or _cached(own, "c:xVal")
            values = _cached(own, "c:val") or _cached(own, "c:yVal")
            for index in sorted(names.keys() | values.keys()):
                point = f"{names.get(index, '')}: {canonical(values.get(index, ''))}"
                yield Passage("point", f"{name}, {series.name}", _words(point))
    yield from _workbook(name, chart.part.chart_workbook.xlsx_part)


def _cached(series: Any, tag: str) -> dict[int, str]:
    """The points of a series as the chart keeps them (ECMA-376 Part 1, 21.2.2.28), by number."""
    points = series.xpath(f"./{tag}//c:pt")
    return {int(point.get("idx")): "".join(point.itertext()).strip() for point in points}


def _workbook(name: str, part: Any) -> Iterator[Passage]:
    """Every cell of a chart's workbook, row by row; of formulas the values that are kept."""
    from openpyxl import load_workbook

    if part is None:
        return
    book = load_workbook(BytesIO(part.blob), data_only=True)
    try:
        for row in book.worksheets[0].iter_rows():
            for cell in row:
                place = f"{name}, cell {cell.coordinate} of the workbook"
                value = "" if cell.value is None else cell.value
                words = value if isinstance(value, str) else canonical(repr(value))
                yield Passage("workbook", place, _words(words))
    finally:
        book.close()


def canonical(number: str) -> str:
    """A number as it is compared, without an exponent or needless zeros; "" stays as it is.

    >>> canonical("1.50E+3"), canonical("8.20")
    ('1500', '8.2')
    """
    return f"{Decimal(number).normalize():f}" if number else ""


def _words(text: str) -> str:
    return text.replace(_UNDERSCORE, "_")
