"""Turn Python values into PDF objects, and pages into those of tagged and archival PDF.

reportlab numbers and places the objects and keeps the bookmarks; every operator on a page is ours.
What its document lacks (ISO 32000-1, ISO 14289-1, ISO 19005-2) is added here, by way of
`reportlab_private`.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import lru_cache

from briefgen.render.pdf.encoding import in_document_encoding
from briefgen.render.pdf.reportlab_private import (
    Document,
    Indirect,
    Paper,
    Value,
    complete,
    number_of,
    pdfdoc,
    text_string,
)

__all__ = [
    "Document",
    "Sheets",
    "Stream",
    "Value",
    "array",
    "dictionary",
    "name",
    "number",
    "string",
]


@lru_cache(maxsize=512)
def name(text: str) -> bytes:
    """A name object (ISO 32000-1, 7.3.5)."""
    return in_document_encoding(str(pdfdoc.PDFName(text)))


def string(text: str) -> pdfdoc.PDFString:
    """A text string (ISO 32000-1, 7.9.2.2)."""
    return text_string(text)


def dictionary(entries: Mapping[str, Value]) -> Dictionary:
    """A dictionary; its keys are given without their slash."""
    return Dictionary(dict(entries))


def array(values: list[Value]) -> Array:
    """An array on few lines."""
    return Array(values)


@lru_cache(maxsize=16_384)
def real(value: float) -> bytes:
    """A number as reportlab writes it in an object."""
    return bytes(pdfdoc.format(value, None))


def written(value: Value, document: Document) -> bytes:
    """A value within another: as reportlab writes it, in a tenth of its time where it is simple."""
    kind = type(value)
    if kind is bytes:
        return bytes(value)
    if kind is int or kind is float:
        return real(value)
    if kind is pdfdoc.PDFObjectReference:
        return b"%d 0 R" % number_of(document, value)
    return bytes(pdfdoc.format(value, document))


class Dictionary(pdfdoc.PDFDictionary):
    """A dictionary in the order of its keys, six a line; the same bytes as reportlab's."""

    def format(self, document: Document, IND: bytes = b"") -> bytes:  # noqa: N803
        entries = self.dict
        parts = [name(key) + b" " + written(entries[key], document) for key in sorted(entries)]
        return b"<<\n" + _lines(parts, 6) + b"\n>>"


class Array(pdfdoc.PDFArrayCompact):
    """An array, ten values a line; the same bytes as reportlab's."""

    def format(self, document: Document, IND: bytes = b"") -> bytes:  # noqa: N803
        return b"[ " + _lines([written(value, document) for value in self.sequence], 10) + b" ]"


def _lines(parts: list[bytes], a_line: int) -> bytes:
    if len(parts) <= a_line:
        return b" ".join(parts)
    lines = [b" ".join(parts[at : at + a_line]) for at in range(0, len(parts), a_line)]
    return b" \n  ".join(lines)


@lru_cache(maxsize=32_768)
def number(value: float) -> str:
    """A real with four decimals at most (0.0001 pt is finer than any press)."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


class Stream(Indirect):
    """A stream whose `endstream` stands on a line of its own.

    reportlab's own has no end of line there; ISO 19005-2, 6.1.7.1 requires one. It is CR and LF:
    after data that happens to end with CR, a single LF would be taken for the second half of such
    an end. Metadata is not compressed, so that tools which know nothing of PDF can read it.
    """

    def __init__(
        self, content: bytes, entries: Mapping[str, Value] | None = None, *, compress: bool = True
    ) -> None:
        self.content = content
        self.entries = dict(entries or {})
        self.compress = compress

    def format(self, document: Document) -> bytes:
        content, entries = self.content, self.entries
        if self.compress:
            content, entries = _compressed(content), entries | {"Filter": name("FlateDecode")}
        head: bytes = dictionary(entries | {"Length": len(content)}).format(document)
        return head + b"\nstream\n" + content + b"\r\nendstream\n"


# The level of compression: little more than half the time of the usual one, for 4 % more.
_QUICK = 3


@lru_cache(maxsize=16)
def _compressed(content: bytes) -> bytes:
    return zlib.compress(content, _QUICK)


class Sheets(Paper):
    """Pages that carry structure, and no font but ours. Lengths are points."""

    def show(self, boxes: Mapping[str, Value] = {}) -> None:
        """End the page: its content as our stream, its tab order that of the structure.

        `boxes` are those of ISO 32000-1, 14.11.2, where it has others than its size.
        """
        index, page = self.end_page(Stream)
        complete(page, {"StructParents": index, "Tabs": name("S"), **boxes})

    def annotate(self, entries: Mapping[str, Value]) -> Value:
        """Put an annotation on the page being drawn."""
        return self.add_annotation(dictionary(entries))
