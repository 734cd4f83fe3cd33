"""Turn a page of the scene into a slide."""

from __future__ import annotations

from briefgen.render.pptx.look import SPACES
from briefgen.render.pptx.mark import across
from briefgen.render.pptx.movement import timing, transition
from briefgen.render.pptx.shapes import ground, tree, write_items
from briefgen.render.pptx.sheet import Sheet
from briefgen.scene.items import Item, Page
from briefgen.scene.scene import Stamp


def slide(
    sheet: Sheet,
    page: Page,
    items: tuple[Item, ...],
    inherited: str,
    effect: str = "",
    mark: Stamp | None = None,
) -> str:
    """The XML of a slide. `items` are in reading order; `inherited` is the layout's ground.

    `effect` is the transition by which the slide comes in, `mark` what is marked across it.
    """
    content = write_items(sheet, items)
    content = across(sheet, mark) + content
    background = ground(page.ground, sheet.look) if page.ground != inherited else ""
    hidden = ' show="0"' if page.hidden else ""
    return (
        f"<p:sld {SPACES}{hidden}><p:cSld>{background}{tree(content)}</p:cSld>"
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>{transition(effect)}"
        f"{timing(sheet, page.reveals, items)}</p:sld>"
    )
