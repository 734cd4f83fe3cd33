"""Turn the last words into the closing slide, which mirrors the cover."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import ADDRESS, Doc, Length
from briefgen.brief.model import Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed, slot
from briefgen.parts.panes import pane_window, panes
from briefgen.parts.qr import qr_code
from briefgen.parts.stage import CLOSING, imprint, rule_across, staged
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Shape, Slot
from briefgen.scene.layouts import (
    COVER_ALONE,
    COVER_END,
    COVER_FOOT,
    COVER_RULE,
    COVER_TEXT,
    COVER_WINDOW,
)
from briefgen.scene.names import Name
from briefgen.scene.placeholders import LayoutSlot
from briefgen.scene.things import Named
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# The least side of the code's symbol.
_CODE = pt(84)


class Closing(Record):
    """The last slide: the call as its title, up to four lines below, an address with its code."""

    lines: Annotated[tuple[Text, ...], Length(0, 4), Doc("Thanks, contact, what to do now.")] = ()
    url: Annotated[str, ADDRESS, Doc("An address for more; shown as a QR code too.")] = ""


def compose(fields: Closing, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    shown = panes(ctx)
    width = COVER_TEXT.w if shown else pt(COVER_ALONE)
    stage = staged(ctx, "closing", slide.title, COVER_TEXT.x, COVER_TEXT.y, width, CLOSING)
    items: list[Item] = []
    if shown:
        items.append(pane_window(ctx, COVER_WINDOW, shown, side="right", named=False))
    if fields.lines:
        top = stage.bottom + pt(4)
        place = Rect(COVER_TEXT.x, top, width, COVER_RULE - pt(8) - top)
        items.append(_lines(ctx, fields, replace(slot(stage.layout, "body", 1), rect=place)))
    items.append(rule_across(COVER_TEXT.x, COVER_TEXT.x + width, COVER_RULE))
    items += _address(ctx, fields.url) if fields.url else imprint(ctx, stage.layout)
    return (framed(stage.ctx, slide, "closing", items, lines=stage.lines),)


def _lines(ctx: Context, fields: Closing, at: LayoutSlot) -> Item:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = down("head", level)
        return tuple(
            para(line, step, colour="on-cover2", short=short, before=pt(6)) for line in fields.lines
        )

    mark = fields.lines[0].mark
    return set_box(ctx, Wanted(at.name, at.rect, make, slot=at.slot, mark=mark), 4)


def _address(ctx: Context, url: str) -> tuple[Item, ...]:
    """The address below the rule, and its code below the window's place."""
    alt = ctx.say(f"二维码：{url}", f"QR code: {url}")
    code = qr_code(url, COVER_WINDOW.right, 0, alt, _CODE)
    code = qr_code(url, COVER_WINDOW.right, COVER_END - code.rect.h, alt, _CODE)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        # The code is the link: applications show linked words in the theme's colour for links,
        # which cannot be read on a dark ground.
        return (para(url, DECK["small"], colour="on-cover2"),)

    right = code.rect.x - pt(16)
    place = Rect(COVER_TEXT.x, COVER_FOOT, right - COVER_TEXT.x, COVER_END - COVER_FOOT)
    words = set_box(ctx, Wanted(Name("text"), place, make, slot=Slot("body", 2)))
    return (
        words,
        Shape(Name("qr-ground"), code.rect, fill="white"),
        code,
    )


KIND = Kind(
    name="closing",
    fields=Closing,
    compose=compose,
    shared=False,
    called=Named("封底", "封底", "Closing"),
)
