"""Turn what slides of one kind have in common into a layout: its placeholders and their looks."""

from __future__ import annotations

from briefgen.colours import Fill, Token
from briefgen.geometry import Rect
from briefgen.record import Record
from briefgen.scene.items import Anchor, Geometry, Item, Slot, Stroke
from briefgen.scene.names import Name
from briefgen.typography.markers import Marker
from briefgen.typography.text import Align, Style


class Tier(Record, kw_only=True, cache_hash=True):
    """How text of one level looks in a placeholder: its style, pitch, alignment and spaces (EMU).

    It begins at `margin`; its `marker` hangs `indent` before it.
    """

    style: Style
    leading: int
    align: Align = "left"
    before: int = 0
    after: int = 0
    marker: Marker | None = None
    margin: int = 0
    indent: int = 0


class LayoutSlot(Record, kw_only=True):
    """A placeholder of a layout: where it stands, its ground, how text typed into it looks.

    `tiers` are the levels of its text from the first on; what is typed further down looks as the
    master says. With `exact` its lines stand at their pitch whatever the face; otherwise the
    pitch is a share of the size. While it is empty its `prompt` stands in it, or else its name.
    `known` is what a template calls the placeholder: its type and its index there; `ink` a colour
    for its text, where the template's own does not read there; `spread` how much further apart than
    usual its letters stand, in percent of their size.
    """

    slot: Slot
    name: Name
    rect: Rect
    tiers: tuple[Tier, ...]
    anchor: Anchor = "top"
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    geometry: Geometry = "rect"
    fill: Fill = ""
    stroke: Stroke | None = None
    exact: bool = False
    prompt: Name | None = None
    known: tuple[str, int] | None = None
    ink: Fill = ""
    spread: int = 0

    @property
    def style(self) -> Style:
        """The style of the first level, as `leading` and `align` are the first level's."""
        return self.tiers[0].style

    @property
    def leading(self) -> int:
        return self.tiers[0].leading

    @property
    def align(self) -> Align:
        return self.tiers[0].align

    @property
    def written(self) -> bool:
        """Whether all is written of how its text looks: LibreOffice forgets the looks of footers of
        templates."""
        return self.slot.role == "footer" and self.known is not None

    def tier(self, level: int) -> Tier | None:
        """The look of a level (from 0); None where it is left to the master."""
        return self.tiers[level] if level < len(self.tiers) else None


class Layout(Record):
    """A layout of the deck's master: its ground, its decoration (below all items), its slots.

    A `cover` is what applications take for a title slide (ECMA-376 Part 1, 19.7.15, `title`): what
    is said of all other slides, such as their numbers, does not go for it.
    """

    id: str
    name: Name
    slots: tuple[LayoutSlot, ...]
    decor: tuple[Item, ...] = ()
    ground: Token = "white"
    cover: bool = False
