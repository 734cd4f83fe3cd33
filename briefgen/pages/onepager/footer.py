"""Turn definitions and sources into the foot of the page, with a code for its address."""

from __future__ import annotations

from briefgen.brief.model import Text
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import Block, height_of, note, text_box
from briefgen.pages.onepager.marks import marked
from briefgen.pages.onepager.plan import Plan
from briefgen.parts.context import Context, in_language, in_marks
from briefgen.parts.footnotes import printed
from briefgen.parts.qr import qr_code, side_of
from briefgen.parts.status import key
from briefgen.scene.items import Item, Rule, Stroke
from briefgen.scene.names import Name

_RULE = mm(1.5)


def footer(ctx: Context, plan: Plan, width: int) -> Block | None:
    """What the words mean, where the figures come from, and where there is more."""
    page = ctx.brief.page
    lines: list[tuple[Text | str, str]] = [(page.note, "")] if page.note else []
    if notes := printed(ctx):
        lines.append((notes, ""))
    sources = ctx.say("；", "; ").join(_source(ctx, i) for i in range(len(ctx.brief.sources)))
    if sources:
        lines.append((ctx.say("来源：", "Source: ") + sources, ""))
    elif str(ctx.brief.footer):
        # Whoever names no sources says at the foot of slides where it is all from.
        lines.append((ctx.brief.footer, ""))
    if page.url:
        lines.append((ctx.say("更多：", "More: ") + page.url, page.url))
    if not any(str(text) for text, _ in lines):
        return None
    side = side_of(page.url) if page.url else 0
    inner = width - side - (mm(2) if side else 0)
    made = tuple(note(text, plan, link) for text, link in lines)
    own = plan.density.note
    every = marked(ctx)
    first = own.leading if every else 0
    tall = height_of(ctx, made, inner)
    height = _RULE + max(first + tall, side)
    mark = page.note.mark if page.note else page.mark

    def draw(rect: Rect) -> tuple[Item, ...]:
        top = rect.bottom - height
        y = top + _RULE
        items: list[Item] = [
            Rule(Name("footer-rule"), rect.x, top, rect.right, top, Stroke("line", pt(0.75))),
        ]
        if every:
            items.append(key(ctx, every, Rect(rect.x, y, inner, first), left=True, type=own))
        below = Rect(rect.x, y + first, inner, tall)
        items.append(text_box(ctx, Name("sources"), below, made, mark=mark))
        if page.url:
            alt = ctx.say(f"二维码：{page.url}", f"QR code: {page.url}")
            items.append(qr_code(page.url, rect.right, y, alt))
        return tuple(items)

    return Block(height=height, draw=draw, share=8, named="sources-are", mark=mark)


def _source(ctx: Context, index: int) -> str:
    source = ctx.brief.sources[index]
    publisher = in_language(source.publisher, ctx.language)
    title = in_language(source.title, ctx.language)
    return ctx.say(
        publisher + in_marks(title), f"{publisher}, {ctx.brief.quoted(title)}".removeprefix(", ")
    )
