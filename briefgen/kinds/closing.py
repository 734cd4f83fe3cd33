"""Turn the last words into the closing slide, which mirrors the cover."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from briefgen.geometry import pt
from briefgen.kinds.base import Kind
from briefgen.outline.model import Slide, Text
from briefgen.outline.rules import Doc, Length
from briefgen.parts.context import Context
from briefgen.parts.frame import framed, slot
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.scene.items import Item, Page
from briefgen.typography.text import Paragraph


@dataclass(frozen=True)
class Closing:
    """The last slide: the call as its title, up to four lines below."""

    lines: Annotated[tuple[Text, ...], Length(0, 4), Doc("Thanks, contact, what to do now.")] = ()


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, Closing)
    at = slot(ctx.layouts["closing"], "body", 1)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = down("body", level)
        return tuple(
            para(line, step, colour="on-dark", short=short, before=pt(6)) for line in fields.lines
        )

    items: list[Item] = []
    if fields.lines:
        want = Wanted(at.name, at.rect, make, at.slot, mark=fields.lines[0].mark)
        items.append(set_box(ctx, want, 2))
    return (framed(ctx, slide, "closing", items),)


KIND = Kind("closing", Closing, compose)
