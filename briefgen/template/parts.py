"""Turn the files of a presentation into parts that lead to one another, without what must stay.

What a template carries beside its looks is reported and left behind: macros, ActiveX, embedded
objects, whatever leads out of the file but links that somebody clicks. Parts and relationships are
those of ECMA-376 Part 2, 6; what nothing leads to from the root is not taken.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, Literal
from urllib.parse import unquote

from briefgen.problems import UnfitError
from briefgen.record import Record, replace
from briefgen.template.scan import Files

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_LOOSE = "http://schemas.openxmlformats.org"
_STRICT_NAMES = (
    (_STRICT, OFFICE),
    ("http://purl.oclc.org/ooxml/presentationml/main", f"{_LOOSE}/presentationml/2006/main"),
    ("http://purl.oclc.org/ooxml/drawingml/main", f"{_LOOSE}/drawingml/2006/main"),
    ("http://purl.oclc.org/ooxml/drawingml/chart", f"{_LOOSE}/drawingml/2006/chart"),
    ("http://purl.oclc.org/ooxml/drawingml/diagram", f"{_LOOSE}/drawingml/2006/diagram"),
)
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
# The main parts that hold a presentation, or what becomes one: templates, shows, with macros.
_MAINS = (
    _MAIN,
    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml",
)
Left = Literal["macros", "control", "object", "outside", "dangling", "addin"]
# Kinds of relationships (their last word) that may not travel, and what each is.
_LEFT: Mapping[str, Left] = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "control": "control",
    "activeXControlBinary": "control",
    "oleObject": "object",
    "package": "object",
    "customXml": "addin",
    "tags": "addin",
    "webextension": "addin",
    "webExtension": "addin",
    "webextensiontaskpanes": "addin",
    "ui": "addin",
    "extensibility": "addin",
    "userXmlData": "addin",
    "attachedTemplate": "outside",
}
_LINKS = ("http://", "https://", "mailto:")


class Relation(Record):
    """What a part leads to: another part by its name (`/ppt/…`), or an address outside."""

    id: str
    kind: str
    target: str
    external: bool = False

    @property
    def word(self) -> str:
        """The kind without the address that it belongs to: `slideLayout`."""
        return self.kind.rpartition("/")[2]


class Part(Record):
    """A part of a package: its name (`/ppt/…`), its content type, its bytes, where it leads."""

    name: str
    kind: str
    data: bytes
    relations: tuple[Relation, ...] = ()

    def targets(self, word: str) -> tuple[str, ...]:
        """The parts that relationships of a kind lead to, in their order."""
        return tuple(r.target for r in self.relations if r.word == word and not r.external)

    def target(self, id: str) -> str:
        """The part that a relationship leads to; "" where there is none."""
        return next((r.target for r in self.relations if r.id == id and not r.external), "")


class Removed(Record):
    """What was left behind: what it is, where it was, what it led to."""

    what: Left
    part: str
    target: str


class Taken(Record):
    """The parts that a presentation's root leads to, by name; the main one; what is left behind."""

    main: str
    parts: Mapping[str, Part]
    removed: tuple[Removed, ...] = ()


# The main parts of what other programs of Office write.
_OTHERS = {"word/document.xml": "template-word", "xl/workbook.xml": "template-sheet"}


def take(files: Files) -> Taken:
    """The parts of a presentation. Raises UnfitError where it is none, or is damaged."""
    if other := next((code for name, code in _OTHERS.items() if name in files), ""):
        raise UnfitError(other)
    kinds = _Kinds(files)
    root = _relations(files, "/")
    main = next((r.target for r in root if r.word == "officeDocument" and not r.external), "")
    found = _named(files, main)
    if not found:
        raise UnfitError("template-no-deck")
    if kinds.of(found) not in _MAINS:
        raise UnfitError("template-no-deck")
    removed: list[Removed] = []
    parts: dict[str, Part] = {}
    ahead = [found]
    while ahead:
        name = ahead.pop()
        if name in parts:
            continue
        kept: list[Relation] = []
        for each in _relations(files, name):
            # Names are found again as the zip has them, whatever the case of their letters.
            to = each.target if each.external else _named(files, each.target)
            if left := _left(each, to):
                removed.append(Removed(left, name, each.target))
                continue
            kept.append(replace(each, target=to))
            if not each.external:
                ahead.append(to)
        kind = _MAIN if name == found else kinds.of(name)
        parts[name] = Part(name, kind, _transitional(files[name[1:]], kind), tuple(kept))
    return Taken(found, dict(sorted(parts.items())), tuple(removed))


def _transitional(data: bytes, kind: str) -> bytes:
    """Markup with the names of the transitional standard, which is what applications write
    (ECMA-376 Part 1, Annex A: the strict ones differ in their addresses alone)."""
    if not kind.endswith("xml") or b"purl.oclc.org" not in data:
        return data
    for strict, loose in _STRICT_NAMES:
        data = data.replace(strict.encode(), loose.encode())
    return data


def _left(relation: Relation, target: str) -> Left | None:
    """What a relationship leads to that may not travel; None where it may."""
    left = _LEFT.get(relation.word)
    # The workbook of a chart is a package, and no object of another program.
    if left and not (relation.word == "package" and target.endswith(".xlsx")):
        return left
    if relation.external:
        known = relation.word == "hyperlink" and relation.target.lower().startswith(_LINKS)
        return None if known else "outside"
    return None if target else "dangling"


class _Kinds:
    """The content type of each part (ECMA-376 Part 2, 6.2.3)."""

    def __init__(self, files: Files) -> None:
        listed = _named(files, "/[Content_Types].xml")
        if not listed:
            raise UnfitError("template-no-deck")
        self._own: dict[str, str] = {}
        self._ending: dict[str, str] = {}
        for each in parsed(files[listed[1:]], listed):
            kind = each.get("ContentType", "")
            if name := each.get("PartName"):
                self._own[name.lower()] = kind
            elif ending := each.get("Extension"):
                self._ending[ending.lower()] = kind

    def of(self, name: str) -> str:
        ending = name.rpartition("/")[2].rpartition(".")[2].lower()
        return self._own.get(name.lower()) or self._ending.get(ending, "")


def _relations(files: Files, name: str) -> list[Relation]:
    """What a part leads to; targets as absolute names."""
    folder, _, own = name.rpartition("/")
    listed = _named(files, f"{folder}/_rels/{own}.rels")
    if not listed:
        return []
    found: list[Relation] = []
    for each in parsed(files[listed[1:]], listed):
        target, id = each.get("Target", ""), each.get("Id", "")
        kind = each.get("Type", "").replace(_STRICT, OFFICE)
        external = each.get("TargetMode", "") == "External"
        if not external:
            plain = unquote(target.partition("#")[0])
            target = posixpath.normpath(posixpath.join(f"{folder}/", plain))
        found.append(Relation(id, kind, target, external))
    return found


def _named(files: Files, name: str) -> str:
    """The name of a part as the zip has it, by one that may differ in case; "" where it is none."""
    if name[1:] in files:
        return name
    wanted = name[1:].lower()
    return next((f"/{each}" for each in files if each.lower() == wanted), "")


def parsed(data: bytes, name: str) -> Any:
    """The root of a part's markup. Raises UnfitError where it is not well formed, or too deep."""
    from lxml import etree  # comes with python-pptx; only those who use a template pay

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnfitError("template-damaged", part=name.lstrip("/")) from None


def zipped(taken: Taken) -> bytes:
    """The parts as a presentation in memory, not packed, for a library to open."""
    from io import BytesIO
    from zipfile import ZIP_STORED, ZipFile

    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, data in _written(taken):
            archive.writestr(name, data)
    return buffer.getvalue()


def _written(taken: Taken) -> Iterator[tuple[str, bytes]]:
    from xml.sax.saxutils import quoteattr

    overrides = "".join(
        f"<Override PartName={quoteattr(part.name)} ContentType={quoteattr(part.kind)}/>"
        for part in taken.parts.values()
    )
    yield (
        "[Content_Types].xml",
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>".encode(),
    )
    root = Part("/", "", b"", (Relation("rId1", f"{OFFICE}/officeDocument", taken.main),))
    for part in (root, *taken.parts.values()):
        if part is not root:
            yield part.name[1:], part.data
        links = "".join(
            f"<Relationship Id={quoteattr(each.id)} Type={quoteattr(each.kind)} "
            f"Target={quoteattr(each.target)}"
            + (' TargetMode="External"' if each.external else "")
            + "/>"
            for each in part.relations
        )
        if links:
            folder, _, own = part.name.rpartition("/")
            yield (
                f"{folder}/_rels/{own}.rels"[1:],
                f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'.encode(),
            )
