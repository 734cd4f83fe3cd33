"""Turn Python values into the objects of a PDF file (ISO 32000-1, 7.3).

A value is what may stand in a dictionary or an array: bytes and text that are PDF syntax already,
numbers, references, and the objects below. Each object may get a number of its own in a document;
those that are always written `apart` get one when they are first spoken of.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log10
from typing import Any, Protocol

Value = Any

# PDFDocEncoding where it differs from Latin-1 (ISO 32000-1, D.2): codes and their characters.
_DIFFERENT = {
    0x18: "˘ˇˆ˙˝˛˚˜",
    0x80: "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž",
    0xA0: "€",
}
_CODES = {char: code + n for code, run in _DIFFERENT.items() for n, char in enumerate(run)} | {
    chr(code): code for code in range(256) if not (0x18 <= code < 0x20 or 0x80 <= code <= 0xA0)
}
# How a byte of a string is written: those that are no printed ASCII by their octal code (7.3.4.2).
_ESCAPED = {
    code: f"\\{chr(code)}" if chr(code) in "\\()" else f"\\{code:03o}"
    for code in range(256)
    if not 0x20 <= code < 0x7F or chr(code) in "\\()"
}
# What stands in a name by its code (7.3.5).
_RESERVED = frozenset("%()<>{}[]/#")


class Document(Protocol):
    """Where objects get their numbers."""

    def refer(self, value: Value) -> Value:
        """Make a value an object with a number, and refer to it; plain values stay."""


class Object:
    """What can be an object of its own: its number in its document (0: none yet)."""

    apart = False
    number = 0

    def format(self, document: Document) -> bytes:
        """The object as it is written; what it refers to gets its number now."""
        raise NotImplementedError


class Reference:
    """A reference to an object, which may get its number later."""

    __slots__ = ("to",)

    def __init__(self, to: Object) -> None:
        self.to = to


def written(value: Value, document: Document) -> bytes:
    """A value within another."""
    kind = type(value)
    if kind is bytes:
        return bytes(value)
    if kind is int or kind is float:
        return real(value)
    if kind is Reference:
        return b"%d 0 R" % value.to.number
    if kind is str:
        return bytes(value.encode("ascii"))
    if value.apart:
        return b"%d 0 R" % document.refer(value).to.number
    return bytes(value.format(document))


@lru_cache(maxsize=512)
def name(text: str) -> bytes:
    """A name object (7.3.5)."""
    codes = (c if "!" <= c <= "~" and c not in _RESERVED else f"#{ord(c):02X}" for c in text)
    return f"/{''.join(codes)}".encode("ascii")


@lru_cache(maxsize=1024)
def string(text: str) -> bytes:
    """A text string: PDFDocEncoding where that has all its characters, else UTF-16BE (7.9.2.2)."""
    try:
        codes = bytes([_CODES[char] for char in text])
    except KeyError:
        codes = b"\xfe\xff" + text.encode("utf-16-be")
    return f"({codes.decode('latin-1').translate(_ESCAPED)})".encode("ascii")


@lru_cache(maxsize=16_384)
def real(value: float) -> bytes:
    """A number in an object: at most six digits behind its point, and no 0 alone before it."""
    size = abs(value)
    if size <= 1e-7:
        return b"0"
    digits = 6 if size <= 1 else max(0, 6 - int(log10(size)))
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if digits else text
    return (text[1:] if text.startswith("0.") else text).encode("ascii")


@lru_cache(maxsize=32_768)
def number(value: float) -> str:
    """A real with four decimals at most (0.0001 pt is finer than any press)."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


class Dictionary(Object):
    """A dictionary in the order of its keys, six a line."""

    def __init__(self, entries: Mapping[str, Value]) -> None:
        self.entries = dict(entries)

    def format(self, document: Document) -> bytes:
        entries = self.entries
        parts = [name(key) + b" " + written(entries[key], document) for key in sorted(entries)]
        return b"<<\n" + _lines(parts, 6) + b"\n>>"


class Array(Object):
    """An array, ten values a line."""

    def __init__(self, values: Sequence[Value]) -> None:
        self.values = values

    def format(self, document: Document) -> bytes:
        return b"[ " + _lines([written(value, document) for value in self.values], 10) + b" ]"


def _lines(parts: list[bytes], a_line: int) -> bytes:
    if len(parts) <= a_line:
        return b" ".join(parts)
    lines = [b" ".join(parts[at : at + a_line]) for at in range(0, len(parts), a_line)]
    return b" \n  ".join(lines)


def dictionary(entries: Mapping[str, Value]) -> Dictionary:
    """A dictionary; its keys are given without their slash."""
    return Dictionary(entries)


def array(values: Sequence[Value]) -> Array:
    """An array on few lines."""
    return Array(values)


class Stream(Object):
    """A stream whose `endstream` stands on a line of its own, as ISO 19005-2, 6.1.7.1 requires.

    The end of line before it is CR and LF: after data that happens to end with CR, a single LF
    would be taken for the second half of such an end. Metadata is not compressed, so that tools
    which know nothing of PDF can read it.
    """

    apart = True

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
        head = dictionary(entries | {"Length": len(content)}).format(document)
        return head + b"\nstream\n" + content + b"\r\nendstream\n"


@lru_cache(maxsize=16)
def _compressed(content: bytes) -> bytes:
    return zlib.compress(content)
