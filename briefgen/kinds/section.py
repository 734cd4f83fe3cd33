"""Turn the start of a section into its divider."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import ICON, Doc, Lead
from briefgen.brief.model import Slide, Text
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import fill, framed, slot
from briefgen.record import Record, replace
from briefgen.scene.icons import icon
from briefgen.scene.items import Item, Page
from briefgen.scene.layouts import box


class Section(Record):
    """The start of a section: its title, and a lead of one or two sentences. Numbered by itself."""

    lead: Annotated[Text | None, Lead(), Doc("One or two sentences on what follows.")] = None
    icon: Annotated[str, ICON, Doc("The name of an icon.")] = ""


def compose(fields: Section, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    layout = ctx.layouts["section"]
    section = ctx.section_of(slide.id)
    number = section.number if section else 1
    figure = fill(ctx, slot(layout, "body", 2), f"{number:02d}", lines=1)
    items: list[Item] = [replace(figure, link=f"page:{ctx.agenda}" if ctx.agenda else "")]
    if fields.icon:
        items.append(icon(fields.icon, box(52, 288, 48, 48), "on-dark"))
    if fields.lead:
        items.append(fill(ctx, slot(layout, "body", 1), fields.lead))
    return (framed(ctx, slide, "section", items),)


KIND = Kind(name="section", fields=Section, compose=compose)
