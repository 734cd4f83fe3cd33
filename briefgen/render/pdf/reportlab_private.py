"""Turn what reportlab keeps to itself into functions: the one module that uses its private names.

Its document numbers and places objects and keeps the outline, but leaves out what tagged and
archival PDF needs (ISO 32000-1, ISO 14289-1, ISO 19005-2), and has no public way to add it. Its
canvas, on which others draw, is not needed for that, and takes four milliseconds to import: pages
are handed to the document here. What is used that none of its documentation promises, and for what:

    Reference           of a document: an object of its own, and a reference to it
    thisPageRef         of a document: the page being drawn
    addPage             of a document: the page that was drawn, which is then complete
    addAnnotation       of a document: a link that also stands in the structure
    refAnnotation       of a document: a reference to one, for its page
    xobjDict            of a document: the images that a page has as its resources
    Pages               of a document: its pages so far, to complete each when it is done
    Catalog             of a document: its catalogue, to complete it
    outline             of a document: its bookmarks
    delayedFonts        of a document: fonts that are written once all pages are drawn
    idToObject          of a document: what is in it already, by key
    idToObjectNumberAndVersion  of a document: the numbers of its objects, by key
    GetPDFData          of a document: the whole file
    _bookmarkReference  what the document asks of whoever draws: a place by its key
    name                of a reference: the key of its object
    BasicFonts          the key of the fonts that all pages share
    info                of a document: replaced by an information dictionary of our own
    _ID                 of a document: the file's identifier, else made of the clock
    __NoDefault__       of pages and the catalogue: which entries are written
    __RefOnly__         of an object: that it is always written apart, and referred to
    pdfdocEnc           what is written of each text: replaced by our own (`encoding`)
    TimeStamp           the clock: replaced by one that stands

The tests ran with reportlab 4.5.0, 4.5.1, 5.0.1 and 5.1.0; all give the same bytes but for the
comment in the second line. pyproject.toml lets in no major version that they did not run with.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from types import ModuleType
from typing import Any

from briefgen.render.pdf.encoding import encoded, in_document_encoding


def _later(name: str) -> None:
    """Load a module when something of it is first asked for, whoever imports it from its package
    before."""
    found = find_spec(name)
    if name not in sys.modules and found and found.loader:
        found.loader = LazyLoader(found.loader)
        made = sys.modules[name] = module_from_spec(found)
        package, _, module = name.rpartition(".")
        if package:
            setattr(sys.modules[package], module, made)
        found.loader.exec_module(made)


class _OnCall(ModuleType):
    """Stands for a module whose functions are imported by name, and loads it when one is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def function(*given: Any, **named: Any) -> Any:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
            return getattr(import_module(self.__name__), name)(*given, **named)

        return function


# reportlab is to run nothing that stands in somebody's home (.reportlab_mods, .reportlab_settings),
# nor to read the environment (RL_…): a file is the same for everybody.
for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_name, ModuleType(_name))

# It imports Pillow, which only a picture needs; what reads expressions of style sheets and
# takes longer to import than all the rest; what only its own tests use; and the widths of faces
# that are not in the file.
_later("PIL.Image")
for _name in ("reportlab.lib.rl_safe_eval", "reportlab.lib.rltempfile"):
    sys.modules.setdefault(_name, _OnCall(_name))
for _name in ("reportlab.pdfbase.pdfmetrics", "reportlab.pdfbase.pdfutils"):
    _later(_name)

_kept = {name: os.environ.pop(name) for name in [*os.environ] if name.startswith("RL_")}
try:
    from reportlab.lib.utils import TimeStamp
    from reportlab.pdfbase import pdfdoc as pdfdoc
finally:
    os.environ.update(_kept)


class _NoClock(TimeStamp):
    """The same moment for every file, whatever SOURCE_DATE_EPOCH says; none of it is written."""

    def __init__(self, invariant: object = None) -> None:
        self.t = 946684800.0
        self.lt = time.gmtime(self.t)
        self.tzname, self.YMDhms, self.dhh, self.dmm = "UTC", tuple(self.lt)[:6], 0, 0


pdfdoc.TimeStamp = _NoClock  # type: ignore[attr-defined]


def in_bytes(text: Any) -> Any:
    """What is written of a text."""
    return in_document_encoding(text) if isinstance(text, str) else text


pdfdoc.pdfdocEnc = in_bytes  # type: ignore[assignment]

# Anything that reportlab can write: its own objects, numbers, and text taken as PDF syntax.
Value = Any
# reportlab's PDFDocument, most of whose parts have no types.
Document = Any


def text_string(text: str) -> pdfdoc.PDFString:
    """A text string, whose bytes are already what they have to be."""
    return pdfdoc.PDFString(encoded(text), enc="raw")


class Indirect(pdfdoc.PDFObject):
    """An object that is written apart and referred to; `format` gives its bytes."""

    __RefOnly__ = 1

    def format(self, document: Document) -> bytes:
        raise NotImplementedError


class Paper:
    """reportlab's document, and the page being drawn; what the document asks of a canvas.

    `width` and `height` are in points; `language` is a tag of BCP 47.
    """

    def __init__(self, width: float, height: float, language: str) -> None:
        self._doc: Document = pdfdoc.PDFDocument(
            compression=1, invariant=1, pdfVersion=(1, 7), lang=text_string(language)
        )
        self._size = width, height
        self._places: dict[str, Value] = {}
        self._code: list[str] = []
        self._annotations: list[Value] = []
        self._images: list[str] = []
        self._count = 0

    def draw(self, operators: str) -> None:
        """Add operators to the page being drawn."""
        self._code.append(operators)

    def drawn(self) -> str:
        """What was drawn on the page so far."""
        return "\n".join(self._code)

    def end_page(self, content: Callable[[bytes], Indirect]) -> tuple[int, Value]:
        """End the page being drawn; its index, and the page, to be completed. `content` makes the
        stream of what was drawn."""
        document = self._doc
        page: Value = pdfdoc.PDFPage()
        page.pagewidth, page.pageheight = self._size
        page.Rotate, page.hasImages = 0, True
        page.setPageTransition({})
        page.Contents = content("\n".join(["", *self._code, " ", ""]).encode("ascii"))
        page.Annots = self._annotations
        page.XObjects = document.xobjDict(self._images) if self._images else None
        page.ExtGState, page._shadingUsed = None, {}
        index = len(document.Pages.pages)
        document.addPage(page)
        self._code, self._annotations, self._images = [], [], []
        return index, page

    def reference(self, value: Value) -> Value:
        """Make a value an indirect object of the document, and refer to it."""
        return refer(self._doc, value)

    def page_reference(self) -> Value:
        """The page being drawn."""
        return self._doc.thisPageRef()

    def add_annotation(self, annotation: Value) -> Value:
        """Put an annotation on the page being drawn, and refer to it."""
        self._count += 1
        key = f"NUMBER{self._count}"
        self._doc.addAnnotation(key, annotation)
        self._annotations.append(self._doc.refAnnotation(key))
        return self.reference(annotation)

    def destination(self, key: str) -> Value:
        """The place that `bookmark(key, …)` marks, now or later."""
        if key not in self._places:
            self._places[key] = pdfdoc.Destination(key)
        return self._places[key]

    _bookmarkReference = destination  # noqa: N815 - reportlab's name

    def bookmark(self, key: str, title: str, level: int, top: float) -> None:
        """A bookmark for a place on the page being drawn, and the destination `key` for links.

        `top` is the place's height on the page in points. Going there leaves the zoom as it is.
        """
        place = self.destination(key)
        place.xyz(0, top, "null")
        place.setPage(self.page_reference())
        self._doc.outline.addOutlineEntry(key, level, text_string(title))

    def add_font(self, font: Value) -> None:
        """Have `font.addObjects(document)` called once all pages are drawn."""
        self._doc.delayedFonts.append(font)

    def use_image(self, key: str, make: Callable[[], Indirect]) -> str:
        """Make an image a resource of the page being drawn; returns its name there.

        `make` gives its object, and is called once in the document for a `key`.
        """
        resource = str(pdfdoc.xObjectName(key))
        if resource not in self._doc.idToObject:
            self._doc.Reference(make(), resource)
        self._images.append(key)
        return resource

    def complete_catalogue(self, entries: Mapping[str, Value]) -> None:
        """Add entries to the document's catalogue (ISO 32000-1, 7.7.2)."""
        complete(self._doc.Catalog, entries)

    def finish(self, info: pdfdoc.PDFObject, identity: bytes) -> bytes:
        """The whole file, with this information dictionary and this file identifier (14.4)."""
        self._doc.info = info
        hexa = identity.hex().encode()
        self._doc._ID = b"[<%s><%s>]" % (hexa, hexa)
        return bytes(self._doc.GetPDFData(self))


def refer(document: Document, value: Value) -> Value:
    """Make a value an indirect object of a document, and refer to it; plain values stay."""
    return document.Reference(value)


def number_of(document: Document, reference: Value) -> int:
    """The number by which a reference to an object is written."""
    number: int = document.idToObjectNumberAndVersion[reference.name][0]
    return number


def add_to_fonts(document: Document, resource: str, font: Value) -> None:
    """Make a font a resource of all pages, under this name."""
    document.idToObject[pdfdoc.BasicFonts].dict[resource] = refer(document, font)


def complete(node: Value, entries: Mapping[str, Value]) -> None:
    """Give a page or the catalogue entries that reportlab does not know of."""
    node.__NoDefault__ = [*node.__NoDefault__, *entries]
    for key, value in entries.items():
        setattr(node, key, value)
