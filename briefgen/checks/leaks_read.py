"""Turn a finished file into all the words in it, place by place: a deck, a workbook, a PDF."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal, InvalidOperation
from xml.parsers import expat

from briefgen.checks.decoded import readings
from briefgen.patterns import pattern
from briefgen.problems import Phrase, phrase
from briefgen.record import Record

# Between two texts that do not follow each other.
BREAK = "\x1f"
_PLACES = (
    (re.compile(r"ppt/slides/slide(\d+)\.xml"), "place-slide"),
    (re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml"), "place-notes"),
    (re.compile(r"ppt/charts/\w*?(\d+)\.xml"), "place-chart"),
    (re.compile(r"(?:ppt/embeddings|.*\.xlsx)/.*"), "place-workbook"),
    (re.compile(r"docProps/.*"), "place-properties"),
)
# Elements of text that goes on in the next of them: runs and their line breaks.
_RUNS = frozenset({"t", "r", "rPr", "br", "fld", "rPh"})
_STREAM = pattern(rb"\bstream\r?\n")
# A string of PDF, literal (brackets nest) or in hexadecimal digits; nothing is read twice.
_STRING = pattern(rb"\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*+\))*+\)|<[0-9A-Fa-f\s]*+>", re.DOTALL)
_ESCAPE = pattern(rb"\\([nrtbf()\\]|[0-7]{1,3}|\r?\n)")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Found(Record):
    """What stands in one place of a file: its words, and the values of numeric cells."""

    place: Phrase | str
    text: str
    numbers: frozenset[Decimal] = frozenset()


def read_file(name: str, data: bytes) -> Iterator[Found]:
    """All the words of a file by its content; of one of no known form, in whichever encoding."""
    if data.startswith(b"PK\x03\x04"):
        yield from _package(data, "")
    elif data.startswith(b"%PDF"):
        yield from _pdf(data)
    elif not data.startswith((b"\x89PNG", b"\xff\xd8")):
        yield Found(phrase("place-text"), BREAK.join(readings(data)))
    else:
        yield Found(phrase("place-metadata"), _ascii_and_wide(data))


def _package(data: bytes, within: str) -> Iterator[Found]:
    """The parts of an Open XML package (ECMA-376 Part 2), and of packages inside it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for member in package.infolist():
            name = f"{within}{member.filename}"
            part = package.read(member)
            yield Found(_place(name), name.rpartition("/")[2])
            if part.startswith(b"PK\x03\x04"):
                yield from _package(part, f"{name}/")
            elif part.lstrip().startswith(b"<"):
                yield _xml(_place(name), part)
            else:
                yield Found(_place(name), _ascii_and_wide(part))


def _place(part: str) -> Phrase | str:
    for known, key in _PLACES:
        if match := known.fullmatch(part):
            place = phrase(key, number=match[1]) if match.groups() else phrase(key)
            return phrase("place-part", place=place, part=part)
    return part


def _xml(place: Phrase | str, data: bytes) -> Found:
    """The text of a part, runs of a paragraph joined; its attributes, each once; its numbers."""
    text: list[str] = []
    attributes: dict[str, None] = {}
    values: set[Decimal] = set()
    cell = [""]

    def start(tag: str, given: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        if local == "c":
            cell[0] = given.get("t", "n")
        for value in given.values():
            if len(value) > 1:
                attributes[value] = None
        if local not in _RUNS:
            text.append(BREAK)

    def end(tag: str) -> None:
        local = tag.rpartition(":")[2]
        # Both a sheet's cell and a chart's cached point keep a number in an element `v`.
        if local == "v" and cell[0] == "n" and text:
            with suppress(InvalidOperation):
                values.add(Decimal(text[-1]).normalize())
        if local not in _RUNS:
            text.append(BREAK)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text.append
    cell[0] = "n"
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        return Found(place, _decoded(data))
    return Found(place, BREAK.join(("".join(text), *attributes)), frozenset(values))


def _pdf(data: bytes) -> Iterator[Found]:
    """The pages' text as a reader copies it, then everything that is in no page's content."""
    from briefgen.render.pdf.readback import page_texts  # those who have a PDF have its renderer

    for number, text in enumerate(page_texts(data), 1):
        yield Found(phrase("place-page", number=number), text)
    outside, at = [], 0
    while match := _STREAM.search(data, at):
        outside.append(data[at : match.start()])
        end = data.find(b"endstream", match.end())
        end = end if end >= 0 else len(data)
        dictionary = data[max(at, data.rfind(b" obj", at, match.start())) : match.start()]
        yield from _stream(dictionary, data[match.end() : end])
        at = end + len(b"endstream")
    outside.append(data[at:])
    strings = BREAK.join(_strings(b"".join(outside)))
    yield Found(phrase("place-besides"), strings)


def _stream(dictionary: bytes, data: bytes) -> Iterator[Found]:
    """What a stream of a PDF says beside the pages' text (ISO 32000-1, 7.3.8)."""
    kinds = (b"/ObjStm", b"/Metadata", b"/EmbeddedFile")
    kind = next((each for each in kinds if each in dictionary), b"")
    if not kind:
        return
    if b"/ASCII85Decode" in dictionary:
        data = base64.a85decode(data.strip().removesuffix(b"~>"))
    if b"/FlateDecode" in dictionary:
        with suppress(zlib.error):
            data = zlib.decompressobj().decompress(data)
    if kind == b"/EmbeddedFile":
        for found in read_file("", data):
            place = phrase("place-attachment", place=found.place)
            yield Found(place, found.text, found.numbers)
    elif kind == b"/Metadata":
        yield _xml(phrase("place-metadata"), data.rstrip(b"\r\n"))
    else:
        yield Found(phrase("place-objects"), BREAK.join(_strings(data)))


def _strings(data: bytes) -> Iterator[str]:
    """The strings of PDF objects (ISO 32000-1, 7.3.4 and 7.9.2.2)."""
    for match in _STRING.finditer(data):
        found = match[0]
        if found.startswith(b"("):
            raw = _ESCAPE.sub(_escaped, found[1:-1])
        else:
            digits = re.sub(rb"\s", b"", found[1:-1])
            raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        if raw.startswith(b"\xfe\xff"):
            yield raw[2:].decode("utf-16-be", "replace")
        elif raw:
            yield _decoded(raw)


def _escaped(match: re.Match[bytes]) -> bytes:
    found = match[1]
    if found[:1].isdigit():
        return bytes([int(found, 8) & 255])
    return _ESCAPED.get(found, b"" if found.endswith(b"\n") else found)


def _decoded(data: bytes) -> str:
    """Bytes as UTF-8, else as Latin-1."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _ascii_and_wide(data: bytes) -> str:
    """Whatever can be read in a binary file: UTF-8, and both orders of UTF-16."""
    said = (data.decode(codec, "ignore") for codec in ("utf-8", "utf-16-le", "utf-16-be"))
    return BREAK.join(said)
