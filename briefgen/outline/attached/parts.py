"""Turn the bytes of a workbook's package into its parts, each walked element by element.

A package of ECMA-376, Transitional or Strict: names are compared without their namespaces, which
alone tell the two apart. One that is locked, holds macros or document types, or unpacks to more
than a table needs is not opened.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from typing import IO, TypeAlias
from xml.parsers import expat

from briefgen.patterns import pattern
from briefgen.problems import Part, phrase
from briefgen.record import State, field

MAX_UNPACKED = 50_000_000
MAX_MEMBERS = 1_000
# How the schemas write that something is so (xsd:boolean, and ST_OnOff of Strict).
TRUE = ("1", "true", "on")

# ST_Xstring (ECMA-376 Part 1, 22.9.2.19): a character by its code.
_ESCAPED = pattern(r"_x([0-9A-Fa-f]{4})_")
_CHUNK = 1 << 16
# Elements of a part, and bytes of one piece of markup: a table of 5,000 rows has ten cells in each
# many times over, and what a cell says is far shorter.
MAX_ELEMENTS, MAX_MARKUP = 500_000, 1_000_000

# What opens a part by its name in the package; None where there is none.
Opened: TypeAlias = Callable[[str], IO[bytes] | None]


class WorkbookError(Exception):
    """A workbook that is not opened: locked, damaged, or holding what no table needs."""

    def __init__(self, key: str, **more: Part) -> None:
        super().__init__(key)
        self.why = phrase(key, **more)


class StopError(Exception):
    """Enough of a part is read."""


def parts(package: zipfile.ZipFile, most: int = MAX_UNPACKED) -> Opened:
    """What opens a part by its name in the package, whatever its case; it unpacks to so many bytes
    at most."""
    members = package.infolist()
    if len(members) > MAX_MEMBERS or sum(m.file_size for m in members) > most:
        raise WorkbookError("unpacks-to-more", most=most // 10**6)
    known = {m.filename.replace("\\", "/").lower(): m for m in members}
    if any(name.endswith("vbaproject.bin") for name in known):
        raise WorkbookError("holds-macros")

    def opened(name: str) -> IO[bytes] | None:
        member = known.get(name.lstrip("/").lower())
        return package.open(member) if member else None

    return opened


def walk(
    opened: Opened,
    part: str,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] | None = None,
    words: Callable[[str], None] | None = None,
) -> None:
    """Read a part; elements and attributes are told by their local names."""
    for _ in walked(opened, part, start, end, words):
        pass


def walked(
    opened: Opened,
    part: str,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] | None = None,
    words: Callable[[str], None] | None = None,
) -> Iterator[None]:
    """Read a part as `walk` does, a piece at a time."""
    source = opened(part)
    if source is None:
        if part:
            raise WorkbookError("no-workbook")
        return
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise WorkbookError("has-a-doctype")

    elements = 0

    def begin(name: str, given: Mapping[str, str]) -> None:
        nonlocal elements
        elements += 1
        if elements > MAX_ELEMENTS:
            raise WorkbookError("holds-too-much", most=f"{MAX_ELEMENTS:,}")
        start(name.rpartition(" ")[2], {k.rpartition(" ")[2]: v for k, v in given.items()})

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begin
    if end:
        parser.EndElementHandler = lambda name: end(name.rpartition(" ")[2])
    if words:
        parser.CharacterDataHandler = words
    with source:
        try:
            fed = 0
            while chunk := source.read(_CHUNK):
                parser.Parse(chunk)
                fed += len(chunk)
                # What is not yet parsed is one piece, which is looked through anew each time.
                if fed - max(parser.CurrentByteIndex, 0) > MAX_MARKUP:
                    raise WorkbookError("holds-too-much", most=f"{MAX_ELEMENTS:,}")
                yield
            parser.Parse(b"", True)
        except StopError:
            return


def relations(opened: Opened, part: str) -> dict[str, dict[str, str]]:
    """The parts that a part names: by the last word of the relationship's type, and its id."""
    folder, name = posixpath.split(part)
    found: dict[str, dict[str, str]] = {}

    def start(element: str, given: Mapping[str, str]) -> None:
        if element == "Relationship" and given.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, given.get("Target", "")))
            kind = given.get("Type", "").rpartition("/")[2]
            found.setdefault(kind, {})[given.get("Id", "")] = target

    walk(opened, posixpath.join(folder, "_rels", f"{name}.rels"), start)
    return found


class Text(State):
    """The words of a string as they are read (ECMA-376 Part 1, 18.4.8): not how they are
    pronounced, which stands in `rPh`."""

    _pieces: list[str] = field(default_factory=list)
    _on: bool = False
    _spoken: bool = False

    def clear(self) -> None:
        self._pieces.clear()
        self._on = self._spoken = False

    def start(self, element: str) -> None:
        self._spoken = self._spoken or element == "rPh"
        self._on = element == "t" and not self._spoken

    def end(self, element: str) -> None:
        self._on = False
        self._spoken = self._spoken and element != "rPh"

    def words(self, words: str) -> None:
        if self._on:
            self._pieces.append(words)

    @property
    def said(self) -> str:
        return unescaped("".join(self._pieces))


def unescaped(words: str) -> str:
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)), words) if "_x" in words else words
