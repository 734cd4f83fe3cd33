"""Turn a package of your own into a slide kind: all of briefgen that it may import.

    from briefgen.plugin import Context, Doc, Kind, Page, Record, Slide, Text, framed

What stands in `__all__` is kept from version to version; every other module of briefgen may change
with any of them. `.github/PLUGINS.md` makes a kind of these, step by step. Lengths are EMU: `pt`
and `mm` give them.
"""

from __future__ import annotations

from briefgen.brief.hints import (
    DATE,
    ICON,
    SLUG,
    Doc,
    Length,
    Names,
    Pattern,
    Subject,
    Verbatim,
)
from briefgen.brief.model import Image, Ref, Slide, Text, Topic, words
from briefgen.geometry import Rect, mm, pt
from briefgen.kinds.base import Kind
from briefgen.messages.entry import Message, Words
from briefgen.parts.context import Context
from briefgen.parts.frame import fill, framed, slot
from briefgen.parts.kpi import numeral
from briefgen.parts.picture import picture
from briefgen.parts.spread import spread
from briefgen.parts.text import Wanted, down, label, para, set_box, set_boxes
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace
from briefgen.scene.canvas import GUTTER
from briefgen.scene.icons import icon
from briefgen.scene.items import Group, Item, Page, Rule, Shape, Slot, Stroke
from briefgen.scene.layouts import BODY, BODY_NOTED, column
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.markers import Bullet, Numbering, hang
from briefgen.typography.text import Paragraph

__all__ = [
    "BODY",
    "BODY_NOTED",
    "DATE",
    "DECK",
    "GUTTER",
    "ICON",
    "NOWHERE",
    "SLUG",
    "Bullet",
    "Context",
    "Doc",
    "Group",
    "Image",
    "Item",
    "Kind",
    "Length",
    "Mark",
    "Message",
    "Name",
    "Named",
    "Names",
    "Numbering",
    "Page",
    "Paragraph",
    "Pattern",
    "Record",
    "Rect",
    "Ref",
    "Rule",
    "Shape",
    "Slide",
    "Slot",
    "Stroke",
    "Subject",
    "Text",
    "Topic",
    "Verbatim",
    "Wanted",
    "Words",
    "column",
    "down",
    "fill",
    "framed",
    "hang",
    "icon",
    "label",
    "mm",
    "numeral",
    "para",
    "picture",
    "pt",
    "replace",
    "set_box",
    "set_boxes",
    "slot",
    "spread",
    "words",
]
