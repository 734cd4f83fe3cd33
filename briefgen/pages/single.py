"""Turn the items of a printed page into the scene of its one sheet."""

from __future__ import annotations

from briefgen.pages.deck import meta
from briefgen.pages.onepager.sheet import BLEED
from briefgen.parts.context import Context
from briefgen.parts.footnotes import check_printed
from briefgen.scene.items import Item, Page
from briefgen.scene.scene import Scene
from briefgen.scene.walk import figures


def single(
    ctx: Context, items: tuple[Item, ...], width: int, height: int, id: str = "brief"
) -> Scene:
    """The sheet, so wide and high (EMU), its footnotes checked; for a press with its slug."""
    brief = ctx.brief
    check_printed(ctx, items)
    if brief.page.press:
        from briefgen.pages.onepager.slug import slug_line  # few pages go to one

        items = (*items, slug_line(ctx, width, height))
    page = Page(id=id, layout="", title=str(brief.title), items=items, figures=figures(items))
    return Scene(
        width=width,
        height=height,
        pages=(page,),
        theme=ctx.theme,
        meta=meta(brief),
        bleed=BLEED if brief.page.press else 0,
    )
