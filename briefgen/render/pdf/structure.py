"""Turn what is drawn into a tagged PDF: which marks are a heading, a cell, a figure, or nothing.

A structure tree (ISO 32000-1, 14.7) says what the content is and in which order it is read; each
piece of content is either part of one element of the tree or marked as an artifact (14.8.2.2),
as ISO 14289-1 (PDF/UA-1), 7.1 wants.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from briefgen.render.pdf.objects import Document, Sheets, Value, array, dictionary, name, string
from briefgen.render.pdf.reportlab_private import Indirect, refer

_ELEMENT = name("StructElem")


class Element(Indirect):
    """An element of the tree: what it is, what it stands in, and what is in it.

    `kids` are elements, numbers of marked content on the element's page, or object references.
    """

    def __init__(
        self, kind: str, parent: Value, page: Value = None, entries: Mapping[str, Value] = {}
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.page = page
        self.entries = dict(entries)
        self.kids: list[Value] = []

    def format(self, document: Document) -> bytes:
        kids = [kid if type(kid) is int else refer(document, kid) for kid in self.kids]
        entries = self.entries | {
            "Type": _ELEMENT,
            "S": name(self.kind),
            "P": refer(document, self.parent),
            "K": array(kids),
        }
        if self.page is not None:
            entries["Pg"] = self.page
        return bytes(dictionary(entries).format(document))


class Structure:
    """The structure tree of a document while its pages are drawn on `sheets`."""

    def __init__(self, sheets: Sheets) -> None:
        self._sheets = sheets
        self._root = dictionary({"Type": name("StructTreeRoot")})
        self._content: list[list[Element]] = []  # for each page, the element of each piece
        self._annotations: list[Element] = []
        self._headings: list[int] = []  # the levels of those that the present place is under
        self.document = Element("Document", self._root)

    def begin_page(self) -> None:
        """Count the pieces of content of the next page from 0."""
        self._content.append([])

    def element(self, kind: str, parent: Element, **entries: Value) -> Element:
        """A new last element of `parent`, on the page being drawn."""
        element = Element(kind, parent, self._sheets.page_reference(), entries)
        parent.kids.append(element)
        return element

    def heading(self, level: int, parent: Element) -> Element:
        """A heading, one level below the nearest higher one before it.

        The first heading of a document has to be H1, and no level may be skipped on the way down
        (ISO 14289-1, 7.4.2): small headings without a larger one above them move up.
        """
        while self._headings and self._headings[-1] >= level:
            self._headings.pop()
        self._headings.append(level)
        return self.element(f"H{len(self._headings)}", parent)

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile belongs to this element (14.7.4)."""
        page = self._content[-1]
        element.kids.append(len(page))
        self._sheets.draw(f"/{element.kind} <</MCID {len(page)}>> BDC")
        page.append(element)
        yield
        self._sheets.draw("EMC")

    @contextmanager
    def artifact(self, properties: str = "") -> Iterator[None]:
        """What is drawn meanwhile is decoration, or furniture of the page."""
        self._sheets.draw(f"/Artifact <<{properties}>> BDC" if properties else "/Artifact BMC")
        yield
        self._sheets.draw("EMC")

    def annotate(self, element: Element, entries: Mapping[str, Value]) -> None:
        """Put an annotation on the page and into an element (14.7.4.3)."""
        key = _FIRST_ANNOTATION + len(self._annotations)
        annotation = self._sheets.annotate(dict(entries) | {"StructParent": key})
        self._annotations.append(element)
        reference = dictionary(
            {"Type": name("OBJR"), "Obj": annotation, "Pg": self._sheets.page_reference()}
        )
        element.kids.append(reference)

    def finish(self) -> None:
        """Hang the tree into the document's catalogue."""
        refer = self._sheets.reference
        numbers: list[Value] = []
        for index, elements in enumerate(self._content):
            numbers += [index, array([refer(element) for element in elements])]
        for index, element in enumerate(self._annotations):
            numbers += [_FIRST_ANNOTATION + index, refer(element)]
        self._root["K"] = refer(self.document)
        self._root["ParentTree"] = refer(dictionary({"Nums": array(numbers)}))
        self._root["ParentTreeNextKey"] = _FIRST_ANNOTATION + len(self._annotations)
        self._sheets.complete_catalogue(
            {
                "StructTreeRoot": refer(self._root),
                "MarkInfo": dictionary({"Marked": "true"}),
            }
        )


# Keys of the parent tree: pages have those from 0, annotations those from here.
_FIRST_ANNOTATION = 1_000_000


def layout_box(left: float, bottom: float, right: float, top: float) -> Value:
    """The layout attribute that says where a figure stands (14.8.5.4.3), in points."""
    return dictionary(
        {
            "O": name("Layout"),
            "Placement": name("Block"),
            "BBox": array([round(value, 3) for value in (left, bottom, right, top)]),
        }
    )


def list_numbering(kind: str) -> Value:
    """The attribute that says how a list is marked: Disc, Decimal (14.8.5.5)."""
    return dictionary({"O": name("List"), "ListNumbering": name(kind)})


def table_cell(span: tuple[int, int], heading: bool) -> Value | None:
    """The attributes of a table's cell (14.8.5.7): that it heads its column, and over how many
    columns and rows it goes; None where there are none."""
    wide, tall = span
    said: dict[str, Value] = {"O": name("Table")}
    if heading:
        said["Scope"] = name("Column")
    if wide > 1:
        said["ColSpan"] = wide
    if tall > 1:
        said["RowSpan"] = tall
    return dictionary(said) if len(said) > 1 else None


def table_summary(text: str) -> Value:
    """The attribute that says in words what a table shows (14.8.5.7)."""
    return dictionary({"O": name("Table"), "Summary": string(text)})
