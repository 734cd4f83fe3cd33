"""Turn the names, links and pictures of a page into ids and relationships of its part."""

from __future__ import annotations

from hashlib import sha256
from urllib.parse import quote, urlsplit

from briefgen.record import State, field
from briefgen.render.pptx.look import Look, attribute
from briefgen.render.pptx.opc import RT
from briefgen.render.pptx.package import Package, Part
from briefgen.scene.items import Group, Item, Picture, Slot
from briefgen.scene.links import is_address, page_of
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout
from briefgen.scene.walk import walk

# Id 1 is the tree of shapes itself.
FIRST_ID = 2

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)
# Linked words keep their own colour, which was chosen for their ground ([MS-ODRAWXML] 2.28.1).
_OWN_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>'
    "</a:ext></a:extLst>"
)


class Deck(State):
    """What all sheets of a deck share: its package, its look, its slides by page id."""

    package: Package
    look: Look
    # Whether it stands on a template.
    housed: bool = False
    slides: dict[str, Part] = field(default_factory=dict)
    charts: int = 0
    _media: dict[str, Part] = field(default_factory=dict)

    def picture(self, item: Picture) -> Part:
        """The part that holds an image; the same bytes are stored once."""
        key = sha256(item.data).hexdigest()
        if key not in self._media:
            ending = item.media_type.removeprefix("image/")
            name = f"/ppt/media/image{len(self._media) + 1}.{ending}"
            self._media[key] = self.package.add(name, item.media_type, item.data)
        return self._media[key]


class Sheet:
    """A slide, layout or master being written: ids and names that are unique on it, its links.

    `layout` is the layout that it is, or stands on; a master has none. Its shapes are numbered from
    `first` on.
    """

    def __init__(
        self,
        deck: Deck,
        part: Part,
        items: tuple[Item, ...] = (),
        layout: Layout | None = None,
        number: int = 0,
        first: int = FIRST_ID,
    ) -> None:
        self.deck = deck
        self.look = deck.look
        self.part = part
        self.slots = {slot.slot: slot for slot in layout.slots} if layout else {}
        if deck.housed:
            # What a template does not have is no placeholder.
            self.slots = {key: slot for key, slot in self.slots.items() if slot.known}
        self.cover = layout is not None and layout.cover
        self.number = number
        self._next = first
        self._names: set[str] = set()
        # Shapes are numbered in the order they are written in; a connector may be written
        # before the shapes it sticks to.
        self.glued: dict[Name, int] = {}
        for id, item in enumerate(walk(items), FIRST_ID):
            self.glued.setdefault(item.name, id)

    def relate(self, part: Part, kind: str) -> str:
        """The id of a relationship of type `kind` to `part`."""
        return self.part.relate_to(part, kind)

    def properties(
        self, name: Name, *, alt: str = "", link: str = "", decorative: bool = False
    ) -> str:
        """The `p:cNvPr` of the next shape: its id, a name no other has, what it shows."""
        id, self._next = self._next, self._next + 1
        told = name.told(self.look.language)
        unique, count = told, 1
        while unique in self._names:
            count += 1
            unique = f"{told} {count}"
        self._names.add(unique)
        described = f' descr="{attribute(alt)}"' if alt else ""
        inner = self.link(link) + (_DECORATIVE if decorative else "")
        return f'<p:cNvPr id="{id}" name="{attribute(unique)}"{described}>{inner}</p:cNvPr>'

    def link(self, target: str, *, words: bool = False) -> str:
        """What opens `target` on a click, on a shape or on `words`.

        Nothing for a page that the deck does not have, and for an address that files do not open.
        """
        colour = _OWN_COLOUR if words else ""
        if page := page_of(target):
            slide = self.deck.slides.get(page)
            if slide is None:
                return ""
            id = self.relate(slide, RT.SLIDE)
            action = "ppaction://hlinksldjump"
            return f'<a:hlinkClick r:id="{id}" action="{action}">{colour}</a:hlinkClick>'
        address = web_address(target)
        if not address:
            return ""
        id = self.part.relate_to(address, RT.HYPERLINK)
        return f'<a:hlinkClick r:id="{id}">{colour}</a:hlinkClick>'


def web_address(target: str) -> str:
    """An https:, http:, mailto: or tel: address as an ASCII URI (RFC 3986), or nothing."""
    if not is_address(target):
        return ""
    try:
        parts = urlsplit(target)
        host = parts.hostname or ""
        name = parts.netloc if host.isascii() else parts.netloc.encode("idna").decode()
        target = parts._replace(netloc=name).geturl()
    except ValueError:
        return ""
    return quote(target, safe="%/:?#[]@!$&'()*+,;=-._~")


def in_reading_order(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items with the title before everything else that is read.

    Decoration stays where it is: it may lie below the title.
    """
    title = next((i for i, item in enumerate(items) if _is_title(item)), 0)
    first = next((i for i, item in enumerate(items[:title]) if _is_read(item)), title)
    return (*items[:first], items[title], *items[first:title], *items[title + 1 :]) if items else ()


def _is_title(item: Item) -> bool:
    slot = getattr(item, "slot", None)
    return isinstance(slot, Slot) and slot.role == "title"


def _is_read(item: Item) -> bool:
    # A picture before the title is one that everything stands on.
    if isinstance(item, Picture):
        return False
    return isinstance(item, Group) or bool(getattr(item, "alt", "") or hasattr(item, "paragraphs"))
