"""Turn a page of the scene into a slide."""

from __future__ import annotations

from briefgen.render.pptx.look import SPACES
from briefgen.render.pptx.movement import timing, transition
from briefgen.render.pptx.shapes import ground, tree, write_items
from briefgen.render.pptx.sheet import Sheet
from briefgen.scene.items import Item, Page


def slide(
    sheet: Sheet, page: Page, items: tuple[Item, ...], inherited: str, effect: str = ""
) -> str:
    """The XML of a slide. `items` are in reading order; `inherited` is the layout's ground.

    `effect` is the transition by which the slide comes in.
    """
    background = ground(page.ground, sheet.look) if page.ground != inherited else ""
    hidden = ' show="0"' if page.hidden else ""
    return (
        f"<p:sld {SPACES}{hidden}><p:cSld>{background}{tree(write_items(sheet, items))}</p:cSld>"
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>{transition(effect)}"
        f"{timing(sheet, page.reveals, items)}</p:sld>"
    )
