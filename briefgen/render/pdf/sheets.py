"""Turn pages into a PDF file: objects numbered, placed and cross-referenced (ISO 32000-1, 7.5)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Protocol

from briefgen.record import State, field
from briefgen.render.pdf.objects import (
    Dictionary,
    Document,
    Object,
    Reference,
    Value,
    array,
    dictionary,
    name,
    string,
    written,
)

# Four bytes above 127 say that the file is binary (7.5.2).
_HEAD = b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"
# What says how a page is drawn to readers of before PDF 1.4 (14.2).
_PROCEDURES = tuple(map(name, ("PDF", "Text", "ImageB", "ImageC", "ImageI")))
# The entries of the catalogue that are objects of their own, in the order of their numbers.
_APART = (
    "Outlines",
    "Pages",
    "Names",
    "ViewerPreferences",
    "StructTreeRoot",
    "MarkInfo",
    "Metadata",
)


class Face(Protocol):
    """A font that is written when all its characters are known."""

    resource: str

    def dictionary(self, document: Document) -> Dictionary:
        """The font's dictionary; what it refers to becomes part of the document."""


class _Page(Object):
    """A page: what was drawn on it, and its entries (7.7.3.3)."""

    apart = True

    def __init__(self) -> None:
        self.code: list[str] = []
        self.annotations: list[Value] = []
        self.images: dict[str, Value] = {}
        self.entries: dict[str, Value] = {}
        self.resources: dict[str, Value] = {"ProcSet": array(_PROCEDURES)}
        self.content: Value = None
        self.parent: Value = None

    def format(self, document: Document) -> bytes:
        entries = {
            "Type": name("Page"),
            # These two are numbered in this order.
            "Parent": document.refer(self.parent),
            "Contents": document.refer(self.content),
            "Resources": dictionary(self.resources),
            **self.entries,
        }
        return dictionary(entries).format(document)


class _Place(Object):
    """A place on a page that is led to by its key; it may be marked after it was spoken of."""

    def __init__(self) -> None:
        self.page: _Page | None = None
        self.top = 0.0

    def format(self, document: Document) -> bytes:
        assert self.page, "a link leads to a place that no page has"
        values = [Reference(self.page), name("XYZ"), 0, self.top, "null"]
        return array(values).format(document)


class _Bookmark(State):
    """An entry of the outline, and those below it (12.3.3)."""

    title: str
    place: _Place
    below: list[_Bookmark] = field(default_factory=list)


class Sheets:
    """The pages of a document while they are drawn, and all that it is made of.

    Lengths are points. `language` is a tag of BCP 47. All pages share one dictionary of fonts.
    """

    def __init__(self, width: float, height: float, language: str) -> None:
        self._size = width, height
        self._objects: list[Object] = []
        self._fonts = dictionary({})
        self.refer(self._fonts)
        self._faces: list[Face] = []
        self._pages: list[_Page] = []
        self._page = _Page()
        self._root = dictionary({"Type": name("Pages")})
        self._places: dict[str, _Place] = {}
        self._outline: list[_Bookmark] = []
        self._images: dict[str, Value] = {}
        self._catalogue: dict[str, Value] = {
            "Type": name("Catalog"),
            "PageMode": name("UseNone"),
            "Lang": string(language),
            "Pages": self._root,
        }

    def refer(self, value: Value) -> Value:
        """Make a value an object with a number, and refer to it; plain values stay."""
        if not isinstance(value, Object):
            return value
        if not value.number:
            self._objects.append(value)
            value.number = len(self._objects)
        return Reference(value)

    def draw(self, operators: str) -> None:
        """Add operators to the page's content."""
        self._page.code.append(operators)

    def drawn(self) -> str:
        """The page's content so far."""
        return "\n".join(self._page.code)

    def page_reference(self) -> Value:
        """The page being drawn."""
        return Reference(self._page)

    def annotate(self, entries: Mapping[str, Value]) -> Value:
        """Put an annotation on the page, and refer to it."""
        made = self.refer(dictionary(entries))
        self._page.annotations.append(made)
        return made

    def use_image(self, key: str, make: Callable[[], Object]) -> str:
        """Make an image a resource of the page; returns its name there. `make` gives its object,
        and is called once in the document for a `key`."""
        resource = f"FormXob.{key}"
        if resource not in self._images:
            self._images[resource] = self.refer(make())
        self._page.images[resource] = self._images[resource]
        return resource

    def bookmark(self, key: str, title: str, level: int, top: float) -> None:
        """A bookmark for a place on the page, and the destination `key` for links.

        `top` is the place's height on the page. Going there leaves the zoom as it is. One of level
        1 stands below the last of level 0.
        """
        place = self.destination(key)
        place.page, place.top = self._page, top
        siblings = self._outline[-1].below if level else self._outline
        siblings.append(_Bookmark(title, place))

    def destination(self, key: str) -> Value:
        """The place that `bookmark(key, …)` marks, now or later."""
        return self._places.setdefault(key, _Place())

    def end_page(self, content: Callable[[bytes], Object], boxes: Mapping[str, Value]) -> None:
        """End the page; `content` makes the stream of what was drawn, `boxes` are those of 14.11.2
        where it has others than its size. Its tab order is that of the structure."""
        page = self._page
        self.refer(page)
        lines = ["", *page.code, " ", ""]
        page.content, page.parent = content("\n".join(lines).encode("ascii")), self._root
        page.resources["Font"] = self.refer(self._fonts)
        if page.images:
            page.resources["XObject"] = dictionary(page.images)
        page.entries = {
            "MediaBox": array([0, 0, *self._size]),
            "StructParents": len(self._pages),
            "Tabs": name("S"),
            **boxes,
        }
        if page.annotations:
            page.entries["Annots"] = array(page.annotations)
        self._pages.append(page)
        self._page = _Page()

    def add_font(self, font: Face) -> None:
        """Have a font written once all pages are drawn, as a resource of all of them."""
        self._faces.append(font)

    def complete_catalogue(self, entries: Mapping[str, Value]) -> None:
        """Add entries to the document's catalogue (7.7.2)."""
        self._catalogue |= entries

    def finish(self, info: Mapping[str, Value], identity: bytes) -> bytes:
        """The whole file, with this information dictionary and this file identifier (14.4)."""
        for font in self._faces:
            self._fonts.entries[font.resource] = self.refer(font.dictionary(self))
        kids = array([Reference(page) for page in self._pages])
        self._root.entries |= {"Kids": kids, "Count": len(self._pages)}
        catalogue = _Catalogue(self._catalogue)
        root, told = self.refer(catalogue), self.refer(dictionary(info))
        if self._outline:
            top = dictionary({"Type": name("Outlines")})
            catalogue.entries["Outlines"] = self.refer(top)
            self._number(self._outline, top)
            top.entries["Count"] = sum(1 + len(each.below) for each in self._outline)
        identifier = b"[<%s><%s>]" % ((identity.hex().encode(),) * 2)
        return self._file({"ID": identifier, "Info": told, "Root": root})

    def _number(self, entries: Sequence[_Bookmark], parent: Dictionary) -> None:
        """Make the entries of an outline objects below `parent`, each before those below it."""
        made: list[Dictionary] = []
        for each in entries:
            own = dictionary(
                {"Title": string(each.title), "Parent": Reference(parent), "Dest": each.place}
            )
            self.refer(own)
            made.append(own)
            if each.below:
                own.entries["Count"] = len(each.below)
                self._number(each.below, own)
        for one, other in pairwise(made):
            one.entries["Next"], other.entries["Prev"] = Reference(other), Reference(one)
        parent.entries |= {"First": Reference(made[0]), "Last": Reference(made[-1])}

    def _file(self, trailer: Mapping[str, Value]) -> bytes:
        parts = [_HEAD]
        # What an object refers to may get its number while it is written.
        for number, each in enumerate(self._objects, 1):
            content = each.format(self)
            end = b"" if content.endswith(b"\n") else b"\n"
            parts.append(b"%d 0 obj\n%s%sendobj\n" % (number, content, end))
        *offsets, start = accumulate(map(len, parts))
        size = len(offsets) + 1
        table = "".join([f"{offset:010d} 00000 n \n" for offset in offsets])
        entries = {**trailer, "Size": size}
        said = b"\n".join(name(key) + b" " + written(entries[key], self) for key in sorted(entries))
        parts += [
            f"xref\n0 {size}\n0000000000 65535 f \n{table}".encode("ascii"),
            b"trailer\n<<\n%s\n>>\nstartxref\n%d\n%%%%EOF\n" % (said, start),
        ]
        return b"".join(parts)


class _Catalogue(Dictionary):
    """The document's catalogue, of whose entries some become objects when it is written."""

    def format(self, document: Document) -> bytes:
        for key in _APART:
            if key in self.entries:
                self.entries[key] = document.refer(self.entries[key])
        return super().format(document)
