"""Turn the last words into the closing slide, which mirrors the cover."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import ADDRESS, Doc, Length
from briefgen.brief.model import Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed, slot
from briefgen.parts.qr import qr_code
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.record import Record
from briefgen.scene.items import Item, Page, Shape
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# The least side of the code's symbol.
_CODE = pt(84)


class Closing(Record):
    """The last slide: the call as its title, up to four lines below, an address with its code."""

    lines: Annotated[tuple[Text, ...], Length(0, 4), Doc("Thanks, contact, what to do now.")] = ()
    url: Annotated[str, ADDRESS, Doc("An address for more; shown as a QR code too.")] = ""


def compose(fields: Closing, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    at = slot(ctx.layouts["closing"], "body", 1)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = down("body", level)
        made = [
            para(line, step, colour="on-dark", short=short, before=pt(6)) for line in fields.lines
        ]
        if fields.url:
            # The code is the link: applications show linked words in the theme's colour for
            # links, which cannot be read on a dark ground.
            made.append(para(fields.url, DECK["small"], colour="on-dark", before=pt(6)))
        return tuple(made)

    items: list[Item] = []
    if fields.lines or fields.url:
        mark = fields.lines[0].mark if fields.lines else slide.mark
        items.append(set_box(ctx, Wanted(at.name, at.rect, make, slot=at.slot, mark=mark), 2))
    if fields.url:
        alt = ctx.say(f"二维码：{fields.url}", f"QR code: {fields.url}")
        code = qr_code(fields.url, 0, 0, alt, _CODE)
        place = Rect(at.rect.x, at.rect.bottom + pt(8), code.rect.w, code.rect.h)
        items.append(Shape(Name("qr-ground"), place, fill="white"))
        items.append(qr_code(fields.url, place.right, place.y, alt, _CODE))
    return (framed(ctx, slide, "closing", items),)


KIND = Kind(name="closing", fields=Closing, compose=compose)
