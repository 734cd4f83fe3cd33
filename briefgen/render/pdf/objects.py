"""Turn Python values into PDF objects (ISO 32000-1, 7.3), and number those that stand apart.

A value is text in the syntax of PDF, a number, or an `Object`. An object is written where it is
used, or, if it is referred to, apart from there, under the number that it then gets.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from math import log10

# How many entries of a dictionary, and how many of an array, are written on a line.
_ENTRIES, _VALUES = 6, 10
# What a name has no place for as it is (7.3.5).
_DELIMITERS = frozenset("%()<>{}[]#")
# What PDFDocEncoding has where Latin-1 has other characters, or none (Annex D.3).
_SIGNS = (
    (0x18, "˘ˇˆ˙˝˛˚˜"),
    (0x80, "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž"),
    (0xA0, "€"),
)
# Where it has what Latin-1 has.
_LATIN = (*range(0x18), *range(0x20, 0x80), 0x9F, *range(0xA1, 0x100))


def _escaped(byte: int) -> str:
    """A byte within a literal string (7.3.4.2)."""
    if byte < 0x20 or byte > 0x7E:
        return f"\\{byte:03o}"
    return f"\\{chr(byte)}" if chr(byte) in "\\()" else chr(byte)


_BYTES = {byte: _escaped(byte) for byte in range(256)}
_CHARACTERS = {
    **{chr(byte): _BYTES[byte] for byte in _LATIN},
    **{char: _BYTES[first + at] for first, chars in _SIGNS for at, char in enumerate(chars)},
}


def name(text: str) -> str:
    """A name object (7.3.5)."""
    if text.isalnum() and text.isascii():
        return f"/{text}"
    return "/" + "".join(
        [c if "!" <= c <= "~" and c not in _DELIMITERS else f"#{ord(c):x}" for c in text]
    )


def string(text: str) -> str:
    """A text string: PDFDocEncoding where that has all its characters, else UTF-16BE (7.9.2.2)."""
    try:
        return f"({''.join([_CHARACTERS[char] for char in text])})"
    except KeyError:
        data = f"\ufeff{text}".encode("utf-16-be")
        return f"({data.decode('latin-1').translate(_BYTES)})"


def number(value: float) -> str:
    """A real with four decimals at most (0.0001 pt is finer than any press)."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


def _real(value: float) -> str:
    """A number outside of a page's content, with seven digits at most."""
    size = abs(value)
    if size <= 1e-7:
        return "0"
    decimals = 6 if size <= 1 else max(0, 6 - int(log10(size)))
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if decimals else text
    return text[1:] if text.startswith("0.") else text


class Object:
    """What is written into a document. One that is `apart` is always referred to."""

    apart = False
    # That under which it is written apart; 0 as long as nothing refers to it.
    number = 0

    def text(self, objects: Objects) -> str:
        """The object in the syntax of PDF."""
        raise NotImplementedError

    def data(self, objects: Objects) -> bytes:
        """The object as it is written apart."""
        return self.text(objects).encode("ascii")


Value = str | float | Object


class Objects:
    """The objects of a document that are written apart, in the order of their numbers: that in
    which they were first referred to."""

    def __init__(self) -> None:
        self.apart: list[Object] = []

    def refer(self, value: Value) -> str:
        """Have an object written apart, and refer to it; other values stay as they are."""
        if not isinstance(value, Object):
            return self.text(value)
        if not value.number:
            self.apart.append(value)
            value.number = len(self.apart)
        return f"{value.number} 0 R"

    def text(self, value: Value) -> str:
        """A value where it is used."""
        if isinstance(value, str):
            return value
        if isinstance(value, Object):
            return self.refer(value) if value.apart else value.text(self)
        return _real(value)


class Dictionary(Object):
    """A dictionary (7.3.7); its keys are letters, and given without their slash."""

    def __init__(self, entries: Mapping[str, Value]) -> None:
        self.entries = dict(entries)

    def text(self, objects: Objects) -> str:
        entries = sorted(self.entries.items())
        written = _lines([f"/{key} {objects.text(value)}" for key, value in entries], _ENTRIES)
        return f"<<\n{written}\n>>"


class Array(Object):
    """An array (7.3.6)."""

    def __init__(self, values: Sequence[Value]) -> None:
        self.values = values

    def text(self, objects: Objects) -> str:
        return f"[ {_lines([objects.text(value) for value in self.values], _VALUES)} ]"


def _lines(parts: Sequence[str], most: int) -> str:
    """Parts with space between them, and no more than so many on a line."""
    lines = [" ".join(parts[at : at + most]) for at in range(0, len(parts), most)]
    return " \n  ".join(lines)


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

    def data(self, objects: Objects) -> bytes:
        content, entries = self.content, self.entries
        if self.compress:
            content, entries = zlib.compress(content), entries | {"Filter": name("FlateDecode")}
        head = Dictionary(entries | {"Length": len(content)}).text(objects)
        return head.encode("ascii") + b"\nstream\n" + content + b"\r\nendstream\n"
