"""Turn the start of a section into its divider."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.kinds.base import Kind
from briefgen.outline.model import Slide, Text
from briefgen.parts.context import Context
from briefgen.parts.frame import fill, framed, slot
from briefgen.scene.items import Page


@dataclass(frozen=True)
class Section:
    """The start of a section: its title, and a lead of one or two sentences. Numbered by itself."""

    lead: Text | None = None


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, Section)
    layout = ctx.layouts["section"]
    section = ctx.section_of(slide.id)
    number = section.number if section else 1
    items = [fill(ctx, slot(layout, "body", 2), f"{number:02d}", lines=1)]
    if fields.lead:
        items.append(fill(ctx, slot(layout, "body", 1), fields.lead))
    return (framed(ctx, slide, "section", items),)


KIND = Kind("section", Section, compose)
