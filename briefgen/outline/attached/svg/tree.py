"""Turn the bytes of an SVG file into its elements, each with the line it begins in.

What an editor keeps beside the drawing, in namespaces of its own, is left out; what a renderer
would have to run or fetch is refused, as is everything else that this house does not draw.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.parsers import expat

from briefgen.problems import Part
from briefgen.record import Record, State, field

MAX_BYTES = 1_000_000
MAX_ELEMENTS = 5_000
MAX_DEPTH = 40

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
# What says something of the drawing, and draws nothing.
_SAID = frozenset({"title", "desc", "metadata"})


class SvgError(Exception):
    """Something that is not drawn: a message of the catalogue with its parts, and its line."""

    def __init__(self, code: str, line: int, /, **parts: Part) -> None:
        super().__init__(code)
        self.code, self.line, self.parts = code, line, parts


class Element(Record):
    """An element: its name, its attributes, the line it begins in, what is in it, its text."""

    tag: str
    given: Mapping[str, str]
    line: int
    children: list[Element]
    text: list[str]


class _Reader(State):
    parser: expat.XMLParserType
    root: Element | None = None
    count: int = 0
    # Within what is left out, so many elements deep.
    skipped: int = 0
    open: list[Element] = field(default_factory=list)

    def start(self, name: str, given: Mapping[str, str]) -> None:
        line = self.parser.CurrentLineNumber
        space, _, tag = name.rpartition(" ")
        if self.skipped or (space not in ("", _SVG)) or tag in _SAID:
            self.skipped += 1
            return
        self.count += 1
        if self.count > MAX_ELEMENTS or len(self.open) > MAX_DEPTH:
            raise SvgError("svg-too-large", line, elements=MAX_ELEMENTS, depth=MAX_DEPTH)
        attributes = {}
        for key, value in given.items():
            where, _, local = key.rpartition(" ")
            if where in ("", _SVG) or (where == _XLINK and local == "href"):
                attributes[local] = value
        element = Element(tag, attributes, line, [], [])
        if self.open:
            self.open[-1].children.append(element)
        elif tag != "svg":
            raise SvgError("svg-no-svg", line, tag=tag)
        else:
            self.root = element
        self.open.append(element)

    def end(self, name: str) -> None:
        if self.skipped:
            self.skipped -= 1
        else:
            self.open.pop()

    def words(self, words: str) -> None:
        if self.open and not self.skipped:
            self.open[-1].text.append(words)

    def doctype(self, name: str, system: str | None, public: str | None, inner: bool) -> None:
        if inner:
            raise SvgError("svg-not-drawn", self.parser.CurrentLineNumber, what="<!ENTITY>")

    def instruction(self, target: str, data: str) -> None:
        if target == "xml-stylesheet":
            raise SvgError("svg-not-drawn", self.parser.CurrentLineNumber, what=f"<?{target}?>")


def read_tree(data: bytes) -> Element:
    """The root element of an SVG file. Raises SvgError."""
    if len(data) > MAX_BYTES:
        raise SvgError("svg-too-large", 1, elements=MAX_ELEMENTS, depth=MAX_DEPTH)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    reader = _Reader(parser)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.ProcessingInstructionHandler = reader.instruction
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", parser.CurrentLineNumber)
        raise SvgError("svg-damaged", line, why=str(error).partition(":")[0]) from None
    if reader.root is None:  # a file in an encoding of several bytes may end before its first
        raise SvgError("svg-damaged", 1, why="no element found")
    return reader.root
