"""Turn what a part is, and what it leads to, into the names that an Open XML package has for it.

Part names and references are those of ECMA-376 Part 2 (Open Packaging Conventions, the numbering
of its fifth edition); content types and types of relationships are those that Part 1 gives for each
part. Everything here is text: what holds parts is `package`.
"""

from __future__ import annotations

from typing import Final

# The XML of a relationships part (Part 2, 6.5.3) and of the content types (7.2.3).
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"

_OFFICE = "application/vnd.openxmlformats-officedocument"
_PACKAGE = "application/vnd.openxmlformats-package"
_SLIDES = f"{_OFFICE}.presentationml"
_SHEETS = f"{_OFFICE}.spreadsheetml"
_DOCUMENT_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE_LINKS = RELATIONSHIPS


class CT:
    """Content types (ECMA-376 Part 2, 6.2.3), named after what they are the type of."""

    # Of every package: relationships (Part 2, 6.5.3), core properties (8.3), XML, pictures.
    RELATIONSHIPS: Final = f"{_PACKAGE}.relationships+xml"
    CORE_PROPERTIES: Final = f"{_PACKAGE}.core-properties+xml"
    XML: Final = "application/xml"
    PNG: Final = "image/png"
    JPEG: Final = "image/jpeg"
    # Shared by all documents (Part 1, 14 and 15).
    THEME: Final = f"{_OFFICE}.theme+xml"
    CHART: Final = f"{_OFFICE}.drawingml.chart+xml"
    EXTENDED_PROPERTIES: Final = f"{_OFFICE}.extended-properties+xml"
    # Of presentations (Part 1, 13.3).
    PRESENTATION: Final = f"{_SLIDES}.presentation.main+xml"
    PRESENTATION_PROPERTIES: Final = f"{_SLIDES}.presProps+xml"
    VIEW_PROPERTIES: Final = f"{_SLIDES}.viewProps+xml"
    TABLE_STYLES: Final = f"{_SLIDES}.tableStyles+xml"
    SLIDE: Final = f"{_SLIDES}.slide+xml"
    SLIDE_LAYOUT: Final = f"{_SLIDES}.slideLayout+xml"
    SLIDE_MASTER: Final = f"{_SLIDES}.slideMaster+xml"
    NOTES_SLIDE: Final = f"{_SLIDES}.notesSlide+xml"
    NOTES_MASTER: Final = f"{_SLIDES}.notesMaster+xml"
    # Of workbooks (Part 1, 12.3), and a whole workbook as a part of something else.
    WORKBOOK_PACKAGE: Final = f"{_SHEETS}.sheet"
    WORKBOOK: Final = f"{_SHEETS}.sheet.main+xml"
    WORKSHEET: Final = f"{_SHEETS}.worksheet+xml"
    STYLES: Final = f"{_SHEETS}.styles+xml"


class RT:
    """Types of relationships (ECMA-376 Part 2, 6.5.1), named after what they lead to."""

    CORE_PROPERTIES: Final = f"{_PACKAGE_LINKS}/metadata/core-properties"
    EXTENDED_PROPERTIES: Final = f"{_DOCUMENT_LINKS}/extended-properties"
    DOCUMENT: Final = f"{_DOCUMENT_LINKS}/officeDocument"
    THEME: Final = f"{_DOCUMENT_LINKS}/theme"
    CHART: Final = f"{_DOCUMENT_LINKS}/chart"
    IMAGE: Final = f"{_DOCUMENT_LINKS}/image"
    HYPERLINK: Final = f"{_DOCUMENT_LINKS}/hyperlink"
    # A package within this one: the workbook of a chart.
    PACKAGE: Final = f"{_DOCUMENT_LINKS}/package"
    PRESENTATION_PROPERTIES: Final = f"{_DOCUMENT_LINKS}/presProps"
    VIEW_PROPERTIES: Final = f"{_DOCUMENT_LINKS}/viewProps"
    TABLE_STYLES: Final = f"{_DOCUMENT_LINKS}/tableStyles"
    SLIDE: Final = f"{_DOCUMENT_LINKS}/slide"
    SLIDE_LAYOUT: Final = f"{_DOCUMENT_LINKS}/slideLayout"
    SLIDE_MASTER: Final = f"{_DOCUMENT_LINKS}/slideMaster"
    NOTES_SLIDE: Final = f"{_DOCUMENT_LINKS}/notesSlide"
    NOTES_MASTER: Final = f"{_DOCUMENT_LINKS}/notesMaster"
    WORKSHEET: Final = f"{_DOCUMENT_LINKS}/worksheet"
    STYLES: Final = f"{_DOCUMENT_LINKS}/styles"


def ending(name: str) -> str:
    """What follows the last dot of a part's name, by which its content type may go (7.2.3)."""
    return name.rpartition("/")[2].rpartition(".")[2]


def relationships_name(name: str) -> str:
    """The name of the part that holds another's relationships (6.5.2); `/` is the package.

    >>> relationships_name("/ppt/slides/slide1.xml"), relationships_name("/")
    ('/ppt/slides/_rels/slide1.xml.rels', '/_rels/.rels')
    """
    folder, _, own = name.rpartition("/")
    return f"{folder}/_rels/{own}.rels"


def reference(source: str, target: str) -> str:
    """The name of a part as a relative reference from another (6.4).

    >>> reference("/ppt/slides/slide1.xml", "/ppt/media/image1.png")
    '../media/image1.png'
    """
    here, there = source.split("/")[1:-1], target.split("/")[1:]
    shared = 0
    while shared < len(here) and here[shared] == there[shared]:
        shared += 1
    return "/".join((*[".."] * (len(here) - shared), *there[shared:]))
