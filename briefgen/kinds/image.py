"""Turn one image, or several side by side, into a slide of pictures with their captions."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Slide, Text
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.placed import Fit, Placed, gallery
from briefgen.parts.seen import described
from briefgen.record import Record, replace
from briefgen.scene.items import Page
from briefgen.scene.things import Named


class Images(Record):
    """One picture as large as the slide allows, or two to four side by side with their captions."""

    image: Annotated[
        Placed | None, Doc("One picture: its path, or {file, caption, alt, credit, focus, fit}.")
    ] = None
    images: Annotated[
        tuple[Placed, ...], Length(2, 4), Doc("Several, each as one is written.")
    ] = ()
    fit: Annotated[
        Fit | None, Doc("Of all: cover fills the frames, contain shows all of a picture.")
    ] = None
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Images, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    if bool(fields.image) == bool(fields.images):
        ctx.problems.add("image-or-images", slide.mark)
        return (framed(ctx, slide, "title-only", (), note=fields.note),)
    shown = [
        described(ctx, each, each.caption or slide.title)
        for each in fields.images or (fields.image,)
        if each
    ]
    if fields.fit:
        shown = [replace(each, fit=fields.fit) for each in shown]
    area = ctx.canvas.noted if fields.note else ctx.canvas.body
    return (framed(ctx, slide, "title-only", gallery(ctx, shown, area), note=fields.note),)


KIND = Kind(
    name="image",
    fields=Images,
    compose=compose,
    called=Named("图片", "圖片", "Pictures"),
)
