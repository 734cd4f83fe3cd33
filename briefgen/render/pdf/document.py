"""Turn pages, what they refer to, and bookmarks into a PDF file (ISO 32000-1, 7.5 and 7.7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from briefgen.record import State, field
from briefgen.render.pdf.objects import (
    Array,
    Dictionary,
    Object,
    Objects,
    Stream,
    Value,
    name,
    string,
)

# The version, and a comment whose first bytes say that this is no text (7.5.2); its words are those
# of earlier versions, so that the same scene still gives the same bytes.
_HEAD = b"%PDF-1.7\n%\x93\x8c\x8b\x9e ReportLab Generated PDF document (opensource)\n"
# What printers of old were told that a page needs (14.2).
_PROCEDURES = ("PDF", "Text", "ImageB", "ImageC", "ImageI")
# What of the catalogue stands apart, in the order in which it is numbered.
_APART = (
    "Outlines",
    "Pages",
    "Names",
    "ViewerPreferences",
    "StructTreeRoot",
    "MarkInfo",
    "Metadata",
)


class _Catalogue(Dictionary):
    """The document's catalogue (7.7.2)."""

    def text(self, objects: Objects) -> str:
        for key in _APART:
            if key in self.entries:
                self.entries[key] = objects.refer(self.entries[key])
        return super().text(objects)


class _Page(Dictionary):
    """A page (7.7.3.3): what is drawn on it so far, and what that needs."""

    apart = True

    def __init__(self) -> None:
        super().__init__({"Type": name("Page"), "Rotate": 0, "Trans": Dictionary({})})
        self.lines: list[str] = []
        self.images: dict[str, Value] = {}
        self.annotations: list[Value] = []

    def text(self, objects: Objects) -> str:
        self.entries["Parent"] = objects.refer(self.entries["Parent"])
        return super().text(objects)


class _Place(Object):
    """A place on a page that links and bookmarks lead to (12.3.2.2), known once it is marked.

    Going there leaves the zoom as it is.
    """

    page: _Page
    top: float

    def text(self, objects: Objects) -> str:
        return Array([self.page, name("XYZ"), 0, self.top, "null"]).text(objects)


class _Bookmark(State):
    """An entry of the outline (12.3.3), and those below it."""

    entry: Dictionary
    below: list[_Bookmark] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many entries it and those below it are."""
        return 1 + _count(self.below)


def _count(bookmarks: Sequence[_Bookmark]) -> int:
    return sum([each.count for each in bookmarks])


class Sheets:
    """Pages that carry structure, and no font but those embedded.

    `width` and `height` are in points, as all lengths are; `language` is a tag of BCP 47.
    """

    def __init__(self, width: float, height: float, language: str) -> None:
        self._box = Array([0, 0, width, height])
        self._objects = Objects()
        self._fonts = Dictionary({})
        self._resources: dict[str, Value] = {
            "Font": self._objects.refer(self._fonts),
            "ProcSet": Array(
                [name(each) for each in ("PDF", "Text", "ImageB", "ImageC", "ImageI")]
            ),
        }
        self._images: dict[str, str] = {}
        self._page = _Page()
        self._done: list[_Page] = []
        self._pages = Dictionary({"Type": name("Pages")})
        self._places: dict[str, _Place] = {}
        self._bookmarks: list[_Bookmark] = []
        self._catalogue = _Catalogue(
            {
                "Type": name("Catalog"),
                "PageMode": name("UseNone"),
                "Lang": string(language),
                "Pages": self._pages,
            }
        )

    def write(self, operators: str) -> None:
        """Add operators to the content of the page being drawn."""
        self._page.lines.append(operators)

    @property
    def content(self) -> str:
        """What the page being drawn shows so far."""
        return "\n".join(self._page.lines)

    @property
    def page(self) -> Value:
        """The page being drawn, to refer to."""
        return self._page

    def refer(self, value: Value) -> str:
        """Make a value an indirect object of the document, and refer to it."""
        return self._objects.refer(value)

    def annotate(self, entries: Mapping[str, Value]) -> str:
        """Put an annotation on the page being drawn, and refer to it."""
        annotation = self.refer(Dictionary(entries))
        self._page.annotations.append(annotation)
        return annotation

    def place(self, key: str) -> Value:
        """The place that `bookmark(key, …)` marks, now or later."""
        return self._places.setdefault(key, _Place())

    def bookmark(self, key: str, title: str, level: int, top: float) -> None:
        """A bookmark for a place on the page being drawn, and the place `key` for links.

        `top` is the place's height on the page in points. `level` 0 is the highest.
        """
        place = self._places.setdefault(key, _Place())
        place.page, place.top = self._page, top
        siblings = self._bookmarks
        for _ in range(level):
            siblings = siblings[-1].below
        siblings.append(_Bookmark(Dictionary({"Title": string(title), "Dest": place})))

    def use_image(self, key: str, make: Callable[[], Stream]) -> str:
        """Make an image a resource of the page being drawn; returns its name there.

        `make` gives its object, and is called once in the document for a `key`.
        """
        resource = f"FormXob.{key}"
        if resource not in self._images:
            self._images[resource] = self.refer(make())
        self._page.images[resource] = self._images[resource]
        return resource

    def add_font(self, resource: str, font: Value) -> None:
        """Make a font a resource of all pages, under this name."""
        self._fonts.entries[resource] = self.refer(font)

    def end_page(self, boxes: Mapping[str, Value] = {}) -> None:
        """End the page, whose tab order is that of the structure, and begin the next.

        `boxes` are those of ISO 32000-1, 14.11.2, where it has others than its size.
        """
        page = self._page
        resources = dict(self._resources)
        if page.images:
            resources["XObject"] = Dictionary(page.images)
        if page.annotations:
            page.entries["Annots"] = Array(page.annotations)
        page.entries |= {
            "Parent": self._pages,
            "MediaBox": self._box,
            "Resources": Dictionary(resources),
            "Contents": Stream("\n".join(["", *page.lines, " ", ""]).encode("ascii")),
            "StructParents": len(self._done),
            "Tabs": name("S"),
            **boxes,
        }
        self.refer(page)
        self._done.append(page)
        self._page = _Page()

    def complete_catalogue(self, entries: Mapping[str, Value]) -> None:
        """Add entries to the document's catalogue (ISO 32000-1, 7.7.2)."""
        self._catalogue.entries |= entries

    def finish(self, information: Dictionary, identity: bytes) -> bytes:
        """The whole file, with this information dictionary and this file identifier (14.4)."""
        self._pages.entries |= {"Kids": Array(self._done), "Count": len(self._done)}
        hexa = identity.hex()
        trailer = {
            "Root": self.refer(self._catalogue),
            "Info": self.refer(information),
            "ID": f"[<{hexa}><{hexa}>]",
        }
        if self._bookmarks:
            # Those with others below them are counted twice, as earlier versions did.
            count = _count(self._bookmarks) + len([each for each in self._bookmarks if each.below])
            outline = Dictionary({"Type": name("Outlines"), "Count": count})
            self._catalogue.entries["Outlines"] = self.refer(outline)
            self._hang(self._bookmarks, outline)
        return _file(self._objects, trailer)

    def _hang(self, bookmarks: Sequence[_Bookmark], parent: Dictionary) -> None:
        """Tie bookmarks to each other, and to what they stand under."""
        references = []
        for each in bookmarks:
            each.entry.entries["Parent"] = self.refer(parent)
            references.append(self.refer(each.entry))
            if each.below:
                each.entry.entries["Count"] = _count(each.below)
                self._hang(each.below, each.entry)
        for (a, b), (one, other) in zip(pairwise(bookmarks), pairwise(references), strict=True):
            a.entry.entries["Next"], b.entry.entries["Prev"] = other, one
        parent.entries |= {"First": references[0], "Last": references[-1]}


def _file(objects: Objects, trailer: Mapping[str, str]) -> bytes:
    """The file of all objects (7.5), those included to which others refer as they are written."""
    parts = [_HEAD]
    offset = len(_HEAD)
    table = ["0000000000 65535 f \n"]
    for number, each in enumerate(objects.apart, 1):
        data = each.data(objects)
        end = b"endobj\n" if data.endswith(b"\n") else b"\nendobj\n"
        parts.append(b"%d 0 obj\n%b%b" % (number, data, end))
        table.append(f"{offset:010d} 00000 n \n")
        offset += len(parts[-1])
    entries = {**trailer, "Size": str(len(table))}
    ending = "\n".join(f"/{key} {value}" for key, value in sorted(entries.items()))
    parts.append(
        f"xref\n0 {len(table)}\n{''.join(table)}"
        f"trailer\n<<\n{ending}\n>>\nstartxref\n{offset}\n%%EOF\n".encode("ascii")
    )
    return b"".join(parts)
