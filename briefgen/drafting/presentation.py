"""Turn a presentation into blocks: a heading for each slide, and what stands on it from above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

from briefgen.drafting.damage import damaged
from briefgen.drafting.markup import every, name, parse
from briefgen.drafting.office import unpack
from briefgen.drafting.tree import (
    Aside,
    Block,
    Document,
    Grid,
    Heading,
    Item,
    Listing,
    Paragraph,
    Picture,
    Spot,
)
from briefgen.patterns import pattern
from briefgen.problems import Problem, UnfitError
from briefgen.record import Record

_SPACE = pattern(r"[ \t\u3000\xa0\x0b]+")
# What stands on every slide: date, footer, number (ECMA-376 Part 1, 19.7.10).
_FURNITURE = ("DATE", "FOOTER", "SLIDE_NUMBER", "HEADER")
_TITLES = ("TITLE", "CENTER_TITLE", "VERTICAL_TITLE")
_SECTION = ("secHead",)
# Shapes whose upper edges are so near stand in one row, in EMU.
_ROW = 300_000


def read_presentation(data: bytes) -> Document:
    """A .pptx, .pptm or .potx file. Raises UnfitError where it cannot be read."""
    files = unpack(data)
    try:
        return _read(data, files)
    except (UnfitError, MemoryError):
        raise
    except Exception as problem:  # a damaged part may fail anywhere in the library
        raise damaged(problem) from None


def _read(data: bytes, files: Any) -> Document:
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    try:
        deck = Presentation(BytesIO(data))
    except PythonPptxError:
        raise UnfitError("draft-not-office") from None
    title, subtitle = "", ""
    blocks: list[Block] = []
    slides = list(deck.slides)
    for number, slide in enumerate(slides, 1):
        if slide._element.get("show") == "0":
            continue
        page = _page(slide, number)
        if not title and number == 1 and page.title and _is_cover(slide, page):
            title = page.title
            texts = [each for each in page.blocks if isinstance(each, Paragraph)]
            subtitle = texts[0].text if texts else ""
            blocks += [each for each in page.blocks if each not in texts[:1]]
            continue
        level = 1 if _layout(slide) in _SECTION else 2
        own = list(page.blocks)
        heading = page.title
        if not heading and own and isinstance(own[0], Paragraph) and len(own[0].text) <= 60:
            heading = own[0].text
            own = own[1:]
        blocks.append(Heading(heading or "", level, Spot("slide", number)))
        blocks += own
    properties = deck.core_properties
    macros = any(each.lower().endswith("vbaproject.bin") for each in files)
    return Document(
        title=title or (properties.title or "").strip(),
        subtitle=subtitle,
        blocks=tuple(blocks),
        told=(Problem.of("draft-macros"),) if macros else (),
    )


class _Page(Record):
    title: str
    blocks: tuple[Block, ...]


def _layout(slide: Any) -> str:
    return str(slide.slide_layout._element.get("type", ""))


def _is_cover(slide: Any, page: _Page) -> bool:
    few = sum(len(each.text) for each in page.blocks if isinstance(each, Paragraph)) < 200
    return few and not any(isinstance(each, Listing | Grid) for each in page.blocks)


def _page(slide: Any, number: int) -> _Page:
    """A slide's title, and its blocks in the order in which they are read: rows from above."""
    spot = Spot("slide", number)
    title, found = "", list[tuple[int, int, list[Block]]]()
    for shape, left, top in _shapes(slide.shapes):
        kind = _placeholder(shape)
        if kind in _FURNITURE:
            continue
        if kind in _TITLES and not title:
            title = _line(shape.text_frame.text)
            continue
        blocks = list(_blocks(shape, spot, kind == "SUBTITLE"))
        if blocks:
            found.append((top, left, blocks))
    ordered = [block for _, _, blocks in _by_rows(found) for block in blocks]
    if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame) is not None:
        said = "\n".join(filter(None, (_line(p.text) for p in frame.paragraphs)))
        if said:
            ordered.append(Aside(said, spot))
    return _Page(title, tuple(ordered))


def _by_rows(
    found: Sequence[tuple[int, int, list[Block]]],
) -> list[tuple[int, int, list[Block]]]:
    """Shapes from above; those in a row from the left."""
    rows: list[list[tuple[int, int, list[Block]]]] = []
    for each in sorted(found, key=lambda item: item[:2]):
        if rows and each[0] - rows[-1][0][0] < _ROW:
            rows[-1].append(each)
        else:
            rows.append([each])
    return [each for row in rows for each in sorted(row, key=lambda item: item[1])]


def _shapes(shapes: Any, depth: int = 0) -> Iterator[tuple[Any, int, int]]:
    """Shapes with their places, those of groups too."""
    for shape in shapes:
        if hasattr(shape, "shapes") and depth < 20:
            inner = list(_shapes(shape.shapes, depth + 1))
            yield from ((each, shape.left or 0, shape.top or 0) for each, _, _ in inner)
        else:
            yield shape, shape.left or 0, shape.top or 0


def _placeholder(shape: Any) -> str:
    if not shape.is_placeholder:
        return ""
    kind = shape.placeholder_format.type
    return kind.name if kind is not None else ""


def _line(text: str) -> str:
    return _SPACE.sub(" ", text.replace("\n", " ")).strip()


def _blocks(shape: Any, spot: Spot, plain: bool) -> Iterator[Block]:
    if getattr(shape, "has_table", False):
        yield _grid(shape.table, spot)
    elif getattr(shape, "has_chart", False):
        yield from _chart(shape.chart, spot)
    elif shape._element.tag.endswith("}graphicFrame"):
        yield from _diagram(shape, spot)
    elif (picture := _picture(shape, spot)) is not None:
        yield picture
    elif shape.has_text_frame:
        yield from _texts(shape.text_frame, spot, plain or not shape.is_placeholder)


def _picture(shape: Any, spot: Spot) -> Picture | None:
    try:
        image = shape.image
    except (AttributeError, ValueError, KeyError):
        return None
    described = shape._element.xpath(".//p:cNvPr/@descr")
    alt = _line(described[0]) if described else ""
    return Picture(image.blob, image.ext, spot, alt)


def _texts(frame: Any, spot: Spot, plain: bool) -> Iterator[Block]:
    """A frame's paragraphs: a list where there are several, of their levels."""
    items = [
        Item(line, min(paragraph.level, 2))
        for paragraph in frame.paragraphs
        if (line := _line(paragraph.text))
    ]
    if len(items) == 1 or (plain and len(items) < 3):
        yield from (Paragraph(item.text, spot) for item in items)
    elif items:
        yield Listing(tuple(items), False, spot)


def _grid(table: Any, spot: Spot) -> Grid:
    rows = []
    for row in table.rows:
        cells = []
        for cell in row.cells:
            tc = cell._tc
            sign = "<" if tc.hMerge else "^" if tc.vMerge else ""
            cells.append(sign or "\n".join(filter(None, map(_line, cell.text.split("\n")))))
        rows.append(tuple(cells))
    return Grid(tuple(rows), spot)


_CATEGORY = "./c:ser[1]/c:cat"


def _chart(chart: Any, spot: Spot) -> Iterator[Block]:
    """The values of a chart as a table: categories down, series across."""
    title = ""
    if chart.has_title and chart.chart_title.has_text_frame:
        title = _line(chart.chart_title.text_frame.text)
    try:
        plots = list(chart.plots)
    except ValueError:
        # A kind of chart that the library does not know (bubbles, stock, surfaces).
        plots = []
    if not plots:
        yield from (Paragraph(title, spot),) if title else ()
        return
    element = plots[0]._element
    named = element.xpath(f"{_CATEGORY}//c:lvl[1]/c:pt") or element.xpath(f"{_CATEGORY}//c:pt")
    categories = {point.idx: point.v.text or "" for point in named}
    series = [each for plot in plots for each in plot.series]
    if not categories or not series:
        return
    header = ("", *(_line(each.name or "") for each in series))
    values = [_values(each) for each in series]
    rows = [
        (categories.get(at, ""), *(_number(each.get(at)) for each in values))
        for at in sorted(categories.keys() | set().union(*values))
    ]
    yield Grid((header, *rows), spot, title)


def _values(series: Any) -> dict[int, float]:
    """The values of a series by their places: those that are there, however many there are said to
    be."""
    points = series._element.xpath("./c:val//c:pt | ./c:yVal//c:pt")
    return {point.idx: point.value for point in points}


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _diagram(shape: Any, spot: Spot) -> Iterator[Block]:
    """The words of a SmartArt drawing, as a list."""
    for each in shape._element.iter():
        id = next((v for k, v in each.attrib.items() if k.endswith("}dm")), "")
        part = shape.part.related_part(id) if id else None
        if part is None:
            continue
        lines = []
        for paragraph in every(parse(part.blob), "p"):
            words = "".join(t.text or "" for t in paragraph.iter() if name(t) == "t")
            if line := _line(words):
                lines.append(Item(line))
        if lines:
            yield Listing(tuple(lines), False, spot)
