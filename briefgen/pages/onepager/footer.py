"""Turn definitions and sources into the foot of the page, with a code for its address."""

from __future__ import annotations

from briefgen.brief.model import Text
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import Block, height_of, note, text_box
from briefgen.pages.onepager.plan import Plan
from briefgen.parts.context import Context, in_language
from briefgen.parts.qr import qr_code, side_of
from briefgen.record import replace
from briefgen.scene.items import Item, Rule, Stroke
from briefgen.scene.names import Name
from briefgen.typography.text import Paragraph

_RULE = mm(1.5)


def footer(ctx: Context, plan: Plan, width: int) -> Block | None:
    """What the words mean, where the figures come from, and where there is more."""
    page = ctx.brief.page
    lines: list[tuple[Text | str, str]] = [(page.note, "")] if page.note else []
    sources = ctx.say("；", "; ").join(_source(ctx, i) for i in range(len(ctx.brief.sources)))
    if sources:
        lines.append((ctx.say("来源：", "Source: ") + sources, ""))
    if page.url:
        lines.append((ctx.say("更多：", "More: ") + page.url, page.url))
    if not any(str(text) for text, _ in lines):
        return None
    side = side_of(page.url) if page.url else 0
    inner = width - side - (mm(2) if side else 0)
    made = tuple(note(ctx, text, plan, inner, link) for text, link in lines)
    # All of them in the size of the smallest.
    least = min((each.runs[0].style.size, each.leading) for each in made if each.runs)
    made = tuple(_at(each, *least) for each in made)
    tall = height_of(ctx, made, inner)
    height = _RULE + max(tall, side)
    mark = page.note.mark if page.note else page.mark

    def draw(rect: Rect) -> tuple[Item, ...]:
        top = rect.bottom - height
        y = top + _RULE
        items: list[Item] = [
            Rule(Name("footer-rule"), rect.x, top, rect.right, top, Stroke("line", pt(0.75))),
            text_box(ctx, Name("sources"), Rect(rect.x, y, inner, tall), made, mark=mark),
        ]
        if page.url:
            alt = ctx.say(f"二维码：{page.url}", f"QR code: {page.url}")
            items.append(qr_code(page.url, rect.right, y, alt))
        return tuple(items)

    return Block(height=height, draw=draw, share=8, named="sources-are", mark=mark)


def _at(paragraph: Paragraph, size: int, leading: int) -> Paragraph:
    runs = tuple(replace(run, style=replace(run.style, size=size)) for run in paragraph.runs)
    return replace(paragraph, runs=runs, leading=leading)


def _source(ctx: Context, index: int) -> str:
    source = ctx.brief.sources[index]
    publisher = in_language(source.publisher, ctx.language)
    title = in_language(source.title, ctx.language)
    named = ctx.say(
        f"{publisher}《{title}》", f"{publisher}, {ctx.brief.quoted(title)}".removeprefix(", ")
    )
    corrected = len(source.errata)
    if corrected:
        many = "" if corrected == 1 else "s"
        named += ctx.say(
            f"（原文扫描误字{corrected}种已更正）", f" ({corrected} scanning error{many} corrected)"
        )
    return named
