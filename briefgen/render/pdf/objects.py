"""Turn Python values into the PDF objects that reportlab's canvas does not write itself.

reportlab numbers and places the objects, draws paths and keeps bookmarks; this module is the one
place that knows where its document has to be completed: streams, pages and the catalogue with the
entries of tagged and archival PDF (ISO 32000-1, ISO 14289-1, ISO 19005-2).
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

# Anything that reportlab can write: its own objects, numbers, and text taken as PDF syntax.
Value = Any
# reportlab's PDFDocument, most of whose parts have no types.
Document = Any


def name(text: str) -> str:
    """A name object (ISO 32000-1, 7.3.5)."""
    return str(pdfdoc.PDFName(text))


def string(text: str) -> pdfdoc.PDFString:
    """A text string: PDFDocEncoding where that has all its characters, else UTF-16BE (7.9.2.2)."""
    return pdfdoc.PDFString(text)


def dictionary(entries: Mapping[str, Value]) -> pdfdoc.PDFDictionary:
    """A dictionary; its keys are written without their slash."""
    return pdfdoc.PDFDictionary(dict(entries))


def array(values: list[Value]) -> pdfdoc.PDFArrayCompact:
    """An array on few lines."""
    return pdfdoc.PDFArrayCompact(values)


def number(value: float) -> str:
    """A real with four decimals at most (0.0001 pt is finer than any press)."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


class Stream(pdfdoc.PDFObject):
    """A stream whose `endstream` stands on a line of its own.

    reportlab's own has no end of line there; ISO 19005-2, 6.1.7.1 requires one. It is CR and LF:
    after data that happens to end with CR, a single LF would be taken for the second half of such
    an end. Metadata is not compressed, so that tools which know nothing of PDF can read it.
    """

    __RefOnly__ = 1

    def __init__(
        self, content: bytes, entries: Mapping[str, Value] | None = None, *, compress: bool = True
    ) -> None:
        self.content = content
        self.entries = dict(entries or {})
        self.compress = compress

    def format(self, document: Document) -> bytes:
        content, entries = self.content, self.entries
        if self.compress:
            content, entries = zlib.compress(content), entries | {"Filter": name("FlateDecode")}
        head: bytes = dictionary(entries | {"Length": len(content)}).format(document)
        return head + b"\nstream\n" + content + b"\r\nendstream\n"


class Sheets(Canvas):
    """reportlab's canvas, writing pages that carry structure and no font but ours.

    `width` and `height` are in points; `language` is a tag of BCP 47.
    """

    # What reportlab's types leave out of its canvas.
    _doc: Document
    _formsinuse: list[str]
    _pagesize: tuple[float, float]
    _addAnnotation: Callable[[Value], None]  # noqa: N815
    _bookmarkReference: Callable[[str], Value]  # noqa: N815
    getpdfdata: Callable[[], bytes]

    def __init__(self, width: float, height: float, language: str) -> None:
        super().__init__(
            BytesIO(),
            pagesize=(width, height),
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
            lang=language,
        )

    def _make_preamble(self) -> None:
        # The canvas would select Helvetica, which then stays in the file, named and not embedded.
        self._preamble = ""

    def showPage(self, boxes: Mapping[str, Value] = {}) -> None:  # noqa: N802 - reportlab's name
        """End the page: its content as our stream, its tab order that of the structure.

        `boxes` are those of ISO 32000-1, 14.11.2, where it has others than its size.
        """
        index = len(self._doc.Pages.pages)
        super().showPage()
        page = self._doc.Pages[index]
        page.Contents = Stream(page.stream.encode("ascii"))
        complete(page, {"StructParents": index, "Tabs": name("S"), **boxes})

    def reference(self, value: Value) -> Value:
        """Make a value an indirect object of the document, and refer to it."""
        return self._doc.Reference(value)

    def page_reference(self) -> Value:
        """The page being drawn."""
        return self._doc.thisPageRef()

    def annotate(self, entries: Mapping[str, Value]) -> Value:
        """Put an annotation on the page being drawn."""
        annotation = dictionary(entries)
        self._addAnnotation(annotation)
        return self._doc.Reference(annotation)

    def bookmark(self, key: str, title: str, level: int, top: float) -> None:
        """A bookmark for a place on the page being drawn, and the destination `key` for links.

        `top` is the place's height on the page in points. Going there leaves the zoom as it is.
        """
        self.bookmarkPage(key, fit="XYZ", left=0, top=top)
        self.addOutlineEntry(title, key, level)

    def destination(self, key: str) -> Value:
        """The place that `bookmark(key, …)` marks, now or later."""
        return self._bookmarkReference(key)

    def add_font(self, font: Value) -> None:
        """Have `font.addObjects(document)` called once all pages are drawn."""
        self._doc.delayedFonts.append(font)

    def use_image(self, key: str, make: Callable[[], Stream]) -> str:
        """Make an image a resource of the page being drawn; returns its name there.

        `make` gives its object, and is called once in the document for a `key`.
        """
        resource = str(pdfdoc.xObjectName(key))
        if resource not in self._doc.idToObject:
            self._doc.Reference(make(), resource)
        self._formsinuse.append(key)
        return resource

    def complete_catalogue(self, entries: Mapping[str, Value]) -> None:
        """Add entries to the document's catalogue (7.7.2)."""
        complete(self._doc.Catalog, entries)

    def finish(self, info: pdfdoc.PDFObject, identity: bytes) -> bytes:
        """The whole file, with this information dictionary and this file identifier (14.4)."""
        self._doc.info = info
        hexa = identity.hex().encode()
        self._doc._ID = b"[<%s><%s>]" % (hexa, hexa)
        return bytes(self.getpdfdata())


def complete(node: Value, entries: Mapping[str, Value]) -> None:
    """Give a page or the catalogue entries that reportlab does not know of."""
    node.__NoDefault__ = [*node.__NoDefault__, *entries]
    for key, value in entries.items():
        setattr(node, key, value)
