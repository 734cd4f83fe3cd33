"""Turn the brief's own words into the cover."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc
from briefgen.brief.model import Slide, Text
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import fill, framed, slot
from briefgen.record import Record
from briefgen.scene.items import Page
from briefgen.theme.model import step

# A title of few words stands larger than the layout's own size.
_LARGER = (step(72, 84), step(60, 72), step(52, 62))


class Cover(Record):
    """The first slide: title, subtitle, organisation and date, the brief's own where not given."""

    subtitle: Annotated[Text | None, Doc("Instead of the brief's own.")] = None


def compose(fields: Cover, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    layout, brief = ctx.layouts["cover"], ctx.brief
    title = slide.title if str(slide.title) else brief.title
    items = []
    subtitle = fields.subtitle or brief.subtitle
    if str(subtitle):
        items.append(fill(ctx, slot(layout, "subtitle"), subtitle, lines=2, keep=True))
    imprint = ctx.say("　", "  ·  ").join(
        filter(None, (str(brief.organisation), str(brief.date_text)))
    )
    if imprint:
        items.append(fill(ctx, slot(layout, "body", 2), imprint, lines=2))
    return (framed(ctx, slide, "cover", items, name=title, larger=_LARGER),)


KIND = Kind(name="cover", fields=Cover, compose=compose, title="optional", shared=False)
