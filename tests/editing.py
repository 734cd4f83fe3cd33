"""Turn a finished deck into what somebody makes of it: reset slides, longer texts, more items.

`own` is what PowerPoint's “Reset” would take from a placeholder: what it says of its own place and
look. `longer`, `more` and `higher` are edits as a person makes them. `coloured` gives each text a
colour of its own, by which `drawn` finds it again in the PDF that an application makes of the deck.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from ctypes import c_double, c_uint
from io import BytesIO
from posixpath import normpath
from typing import Any
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation
from pypdfium2 import PdfDocument
from pypdfium2 import raw as pdfium

from briefgen.record import Record

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")
CHART = re.compile(r"ppt/charts/chart\d+\.xml")
# What a run keeps when its slide is reset.
_KEPT = {"lang", "altLang", "b", "i", "baseline", "dirty"}
_LINKS = {A + "hlinkClick", A + "hlinkMouseOver"}
MORE = "持续推进各项工作落到实处见效"[:12]
MORE_LATIN = " and further"
# What is long for its language: a hanzi is as wide as two letters.
_LONG, _LONG_LATIN = 12, 24


def slides(deck: bytes) -> Iterator[tuple[str, Any]]:
    """The slides of a deck: their parts' names and their roots, in order."""
    with ZipFile(BytesIO(deck)) as archive:
        names = [name for name in archive.namelist() if SLIDE.fullmatch(name)]
        for name in sorted(names, key=lambda name: (len(name), name)):
            yield name, etree.fromstring(archive.read(name))


def part(deck: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(deck)) as archive:
        return archive.read(name)


def holder(shape: Any) -> Any:
    """Which placeholder of its layout a shape fills (`p:ph`), if it does."""
    return shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")


def placeholders(slide: Any) -> Iterator[Any]:
    """The shapes of a slide that stand in a placeholder of its layout."""
    for shape in slide.iter(P + "sp"):
        if holder(shape) is not None:
            yield shape


def own(shape: Any, layout: Any = None) -> list[str]:
    """What a placeholder says of its own place and look, that a reset takes from it; but for what
    the placeholder of its `layout` says just so."""
    same = {etree.tostring(part) for part in layout.find(P + "spPr")} if layout is not None else ()
    found = [
        f"spPr {_tag(part)}" for part in shape.find(P + "spPr") if etree.tostring(part) not in same
    ]
    body = shape.find(P + "txBody")
    found += [f"bodyPr {name}" for name in body.find(A + "bodyPr").attrib]
    found += [f"lstStyle {_tag(part)}" for part in body.find(A + "lstStyle")]
    for properties in body.iter(A + "pPr"):
        found += [f"pPr {name}" for name in properties.attrib if name != "lvl"]
        found += [f"pPr {_tag(part)}" for part in properties]
    for tag in ("rPr", "endParaRPr"):
        for properties in body.iter(A + tag):
            found += [f"{tag} {name}" for name in properties.attrib if name not in _KEPT]
            found += [f"{tag} {_tag(part)}" for part in properties if part.tag not in _LINKS]
    return found


def _tag(element: Any) -> str:
    return str(etree.QName(element).localname)


# Edits


def edited(deck: bytes, slide: Callable[[Any], None]) -> bytes:
    """The deck with each slide's root changed by `slide`."""

    def change(name: str, data: bytes) -> bytes:
        if not SLIDE.fullmatch(name):
            return data
        root = etree.fromstring(data)
        slide(root)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return _rewritten(deck, change)


def changed(before: bytes, after: bytes) -> bytes:
    """An edited deck with the slides alone that the edit changed, or a chart on them."""
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:

        def same(part: str) -> bool:
            return _plain(old.read(part)) == _plain(new.read(part))

        kept = {
            slide
            for slide in new.namelist()
            if SLIDE.fullmatch(slide)
            and not (same(slide) and all(map(same, filter(CHART.fullmatch, _led_to(new, slide)))))
        }
        parts = _led_to(new, "ppt/presentation.xml", by_id=True)

    def change(name: str, data: bytes) -> bytes:
        if name != "ppt/presentation.xml":
            return data
        root = etree.fromstring(data)
        for entry in list(root.iter(P + "sldId")):
            if parts[entry.get(R + "id")] not in kept:
                entry.getparent().remove(entry)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return _rewritten(after, change)


def _plain(data: bytes) -> bytes:
    return etree.tostring(etree.fromstring(data), method="c14n")


def _led_to(deck: ZipFile, part: str, by_id: bool = False) -> dict[str, str]:
    """The parts that a part leads to, by their names or by the ids of its relationships."""
    folder, _, name = part.rpartition("/")
    found = {}
    for each in etree.fromstring(deck.read(f"{folder}/_rels/{name}.rels")):
        if each.get("TargetMode") != "External":
            target = normpath(f"{folder}/{each.get('Target')}")
            found[each.get("Id") if by_id else target] = target
    return found


def _rewritten(deck: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(deck)) as old, ZipFile(out, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, change(entry.filename, old.read(entry)))
    return out.getvalue()


def bodies(slide: Any) -> Iterator[Any]:
    """The texts of a slide: of its shapes and of the cells of its tables."""
    yield from slide.iter(P + "txBody", A + "txBody")


def said(body: Any) -> str:
    return "".join(run.text or "" for run in body.iter(A + "t"))


def _is_field(body: Any) -> bool:
    kind = holder(body.getparent())
    return kind is not None and kind.get("type") in ("ftr", "dt", "sldNum")


def longer(slide: Any) -> None:
    """Twelve hanzi more at the end of each text of twelve or more; of English, twelve letters at
    that of each as wide."""
    for body in bodies(slide):
        runs = [run for run in body.iter(A + "r") if (run.findtext(A + "t") or "").strip()]
        if not runs or _is_field(body):
            continue
        english = (runs[-1].find(A + "rPr").get("lang") or "").startswith("en")
        if len(said(body)) >= (_LONG_LATIN if english else _LONG):
            runs[-1].find(A + "t").text += MORE_LATIN if english else MORE


def more(slide: Any) -> None:
    """An item more in each list, a row more in each table."""
    for shape in placeholders(slide):
        body = shape.find(P + "txBody")
        paragraphs = body.findall(A + "p")
        if len(paragraphs) < 2 or _is_field(body):
            continue
        first = _level(paragraphs[0])
        at = max(n for n, p in enumerate(paragraphs) if _level(p) == first)
        if at:
            for paragraph in paragraphs[at:]:
                body.append(deepcopy(paragraph))
    for table in slide.iter(A + "tbl"):
        rows = table.findall(A + "tr")
        rows[-1].addnext(deepcopy(rows[-1]))


def _level(paragraph: Any) -> int:
    properties = paragraph.find(A + "pPr")
    return int(properties.get("lvl", 0)) if properties is not None else 0


def higher(deck: bytes) -> bytes:
    """The largest value of each chart 40 % larger, and a category more."""

    def change(name: str, data: bytes) -> bytes:
        if name.endswith(".xlsx"):
            return _workbook(data)
        return _chart(data) if CHART.fullmatch(name) else data

    return _rewritten(deck, change)


def _workbook(data: bytes) -> bytes:
    book = load_workbook(BytesIO(data))
    sheet = book.worksheets[0]
    for column in range(1, sheet.max_column + 1):
        last = sheet.cell(sheet.max_row, column).value
        sheet.cell(sheet.max_row + (column == 1), column, last)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _chart(data: bytes) -> bytes:
    root = etree.fromstring(data)
    caches = list(root.iter(C + "numCache", C + "strCache"))
    values = [v for cache in caches if cache.tag == C + "numCache" for v in cache.iter(C + "v")]
    top = max(values, key=lambda v: abs(float(v.text)), default=None)
    if top is not None:
        for value in values:
            if value.text == top.text and value is not top:
                value.text = f"{float(value.text) * 1.4:.6g}"
        top.text = f"{float(top.text) * 1.4:.6g}"
    for cache in caches:
        if cache.getparent().getparent().tag == C + "tx":
            continue
        points = cache.findall(C + "pt")
        count = cache.find(C + "ptCount")
        if points and count is not None:
            another = deepcopy(points[-1])
            another.set("idx", count.get("val"))
            if cache.tag == C + "strCache":
                another.find(C + "v").text = "新增一类"
            points[-1].addnext(another)
            count.set("val", str(int(count.get("val")) + 1))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


# What is drawn


def coloured(slide: Any) -> None:
    """A colour of its own for each text: red and green count, blue is 8."""
    for number, body in enumerate(bodies(slide), 1):
        colour = f"{number // 16 * 16 % 256:02X}{number % 16 * 16:02X}08"
        for run in body.iter(A + "r", A + "fld"):
            properties = run.find(A + "rPr")
            for old in properties.findall(A + "solidFill"):
                properties.remove(old)
            fill = etree.Element(A + "solidFill")
            etree.SubElement(fill, A + "srgbClr").set("val", colour)
            line = properties.find(A + "ln")
            properties.insert(0 if line is None else 1, fill)


class Text(Record):
    """A text of a slide as it is written: what it is called, and its smallest size in points."""

    name: str
    size: float


def written(deck: bytes) -> list[dict[Colour, Text]]:
    """The texts of each slide of a coloured deck by their colours."""
    found = []
    for slide in Presentation(BytesIO(deck)).slides:
        styles = {
            each.placeholder_format.idx: each._element.find(f"{P}txBody/{A}lstStyle")
            for each in slide.slide_layout.placeholders
            if each._element.find(P + "txBody") is not None
        }
        texts: dict[Colour, Text] = {}
        for body in bodies(slide._element):
            runs = [run for run in body.iter(A + "r", A + "fld") if run.findtext(A + "t")]
            if runs:
                colour = runs[0].find(f"{A}rPr/{A}solidFill/{A}srgbClr").get("val")
                size = min(_size(run, body, styles) for run in runs)
                texts[tuple(bytes.fromhex(colour))] = Text(_called(body), size)
        found.append(texts)
    return found


def _size(run: Any, body: Any, styles: dict[int, Any]) -> float:
    """The size of a run in points: its own, or its level's in the layout's placeholder."""
    own = run.find(A + "rPr").get("sz")
    if own is None:
        place = styles[int(holder(body.getparent()).get("idx", 0))]
        level = _level(run.getparent()) + 1
        own = place.find(f"{A}lvl{level}pPr/{A}defRPr").get("sz")
    return int(own) / 100


def _called(body: Any) -> str:
    """What the shape is called that a text stands in; of a cell, where it is in its table."""
    shape = body.getparent()
    if shape.tag == P + "sp":
        return str(shape.find(f"{P}nvSpPr/{P}cNvPr").get("name"))
    row = shape.getparent()
    return f"row {row.getparent().index(row) - 1}, cell {row.index(shape) + 1}"


Box = tuple[float, float, float, float]
Colour = tuple[int, ...]


class Seen(Record):
    """A text as an application drew it: its smallest size, and the boxes that the ink of its lines
    fills, from the page's bottom left (points)."""

    size: float
    boxes: tuple[Box, ...]


class Sheet(Record):
    """A slide as an application drew it: its size in points, its texts by their colour, and pieces
    of text that have none: those of charts."""

    width: float
    height: float
    texts: dict[Colour, Seen]
    others: tuple[tuple[str, Box], ...]


class _Char(Record):
    char: str
    colour: Colour
    size: float
    base: float
    box: Box


def drawn(pdf: bytes) -> list[Sheet]:
    """Every page of a PDF that was made of a coloured deck."""
    sheets = []
    with PdfDocument(pdf) as document:
        for page in document:
            found: dict[Colour, list[_Char]] = {}
            for char in _chars(page.get_textpage()):
                found.setdefault(char.colour, []).append(char)
            texts = {key: _seen(chars) for key, chars in found.items() if key[2] == 8}
            others = _words([c for key, chars in found.items() if key[2] != 8 for c in chars])
            sheets.append(Sheet(*page.get_size(), texts, others))
    return sheets


def _chars(page: Any) -> Iterator[_Char]:
    """The characters of a page that have ink."""
    colour = [c_uint() for _ in range(4)]
    edges = [c_double() for _ in range(4)]
    x, y = c_double(), c_double()
    for at in range(pdfium.FPDFText_CountChars(page)):
        char = chr(pdfium.FPDFText_GetUnicode(page, at))
        if not char.isprintable() or char.isspace():
            continue
        pdfium.FPDFText_GetFillColor(page, at, *colour)
        pdfium.FPDFText_GetCharBox(page, at, *edges)
        pdfium.FPDFText_GetCharOrigin(page, at, x, y)
        left, right, bottom, top = (edge.value for edge in edges)
        size = pdfium.FPDFText_GetFontSize(page, at)
        rgb = tuple(part.value for part in colour[:3])
        yield _Char(char, rgb, size, y.value, (left, bottom, right, top))


def _seen(chars: list[_Char]) -> Seen:
    lines: dict[int, list[_Char]] = {}
    for char in chars:
        lines.setdefault(round(char.base), []).append(char)
    return Seen(min(c.size for c in chars), tuple(_around(line) for line in lines.values()))


def _words(chars: list[_Char]) -> tuple[tuple[str, Box], ...]:
    """What follows each other closely on a line is one piece of text."""
    words: list[list[_Char]] = []
    for char in chars:
        last = words[-1][-1] if words else None
        near = last and abs(char.base - last.base) < 1 and last.colour == char.colour
        if last and near and -1 < char.box[0] - last.box[2] < last.size * 0.6:
            words[-1].append(char)
        else:
            words.append([char])
    return tuple(("".join(c.char for c in word), _around(word)) for word in words)


def _around(chars: list[_Char]) -> Box:
    edges = list(zip(*(char.box for char in chars), strict=True))
    return min(edges[0]), min(edges[1]), max(edges[2]), max(edges[3])
