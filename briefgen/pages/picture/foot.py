"""Turn marks, definitions, sources and address into the foot of a picture page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefgen.brief.dates import spoken_date
from briefgen.geometry import Rect
from briefgen.pages.onepager.block import Block, text_box
from briefgen.pages.picture.measure import height_of, on_one_line
from briefgen.pages.picture.plan import Plan
from briefgen.parts.charts.times import evenly
from briefgen.parts.context import Context, in_language, in_marks
from briefgen.parts.footnotes import printed
from briefgen.parts.qr import SIZE, qr_code
from briefgen.parts.status import Status, key
from briefgen.parts.text import label, para
from briefgen.scene.items import Item, Rule, Stroke
from briefgen.scene.names import Name
from briefgen.scene.walk import extent
from briefgen.typography.text import Align, Paragraph


def foot(ctx: Context, plan: Plan, width: int, shown: Sequence[Status]) -> Block:
    """The key of the marks `shown`, what words mean, where the figures come from, and where there
    is more."""
    page, scale = ctx.brief.page, plan.scale
    size = round(SIZE * scale.text / 10) if plan.long else SIZE
    alt = ctx.say(f"二维码：{page.url}", f"QR code: {page.url}")
    side = qr_code(page.url, 0, 0, alt, size).rect.w if page.url else 0
    inner = width - side - (scale.em(0.8) if side else 0)
    words = _words(ctx, plan)
    head, above = _key(ctx, plan, shown, inner)
    tall = height_of(ctx, words, inner)
    rule = scale.em(0.6)
    height = rule + max(side, above + tall)
    mark = page.note.mark if page.note else page.mark

    def draw(rect: Rect) -> tuple[Item, ...]:
        top = rect.bottom - height
        y = top + rule
        stroke = Stroke("line", scale.em(0.075))
        items: list[Item] = [Rule(Name("footer-rule"), rect.x, top, rect.right, top, stroke)]
        items += head(rect.x, y)
        if words:
            place = Rect(rect.x, y + above, inner, tall)
            items.append(text_box(ctx, Name("sources"), place, words, mark=mark))
        if page.url:
            items.append(qr_code(page.url, rect.right, y, alt, size))
        return tuple(items)

    return Block(height=height, draw=draw, share=8, named="sources-are", mark=mark)


def _key(
    ctx: Context, plan: Plan, shown: Sequence[Status], width: int
) -> tuple[Callable[[int, int], tuple[Item, ...]], int]:
    """What draws the key of the marks, and at the right of it, or below, that the time axis is not
    to scale; and how high they are with the space below them (EMU)."""
    note = plan.scale.step("note")
    events = ctx.brief.page.timeline if plan.shows("timeline") else ()
    uneven = bool(events) and not evenly([str(event.when) for event in events])
    said = ctx.say("时间轴非等比", "Time axis not to scale") if uneven else ""
    if not shown and not said:
        return lambda x, y: (), 0
    line = Rect(0, 0, width, note.leading)
    made = extent(key(ctx, shown, line, left=True, type=note)) if shown else None
    row = max(note.leading, made.bottom if made else 0)
    left = made.right + plan.scale.em(1) if made else 0
    beside = on_one_line(ctx, para(said, note), width - left) if said else True
    height = row + (0 if beside else note.leading)

    def draw(x: int, y: int) -> tuple[Item, ...]:
        items: list[Item] = []
        if shown:
            place = Rect(x, y, width, note.leading)
            items.append(key(ctx, shown, place, left=True, type=note))
        if said:
            place = Rect(x + left, y, width - left, note.leading)
            if not beside:
                place = Rect(x, y + row, width, note.leading)
            align: Align = "right" if beside else "left"
            items.append(label(ctx, Name("note"), place, said, note, colour="ink2", align=align))
        return tuple(items)

    return draw, height + plan.scale.em(0.3)


def _words(ctx: Context, plan: Plan) -> tuple[Paragraph, ...]:
    """Definitions; sources with publisher, title and date; the address."""
    page, step = ctx.brief.page, plan.scale.step("note")
    made = [para(plan.says(page.note), step, colour="ink2")] if page.note else []
    if notes := printed(ctx):
        made.append(para(notes, step, colour="ink2"))
    sources = ctx.say("；", "; ").join(_source(ctx, i) for i in range(len(ctx.brief.sources)))
    if sources:
        made.append(para(ctx.say("来源：", "Source: ") + sources, step, colour="ink2"))
    elif str(ctx.brief.footer):
        # Whoever names no sources says at the foot of slides where it is all from.
        made.append(para(ctx.brief.footer, step, colour="ink2"))
    if page.url:
        more = ctx.say("更多：", "More: ") + page.url
        made.append(para(more, step, colour="ink2", link=page.url))
    return tuple(made)


def _source(ctx: Context, index: int) -> str:
    source = ctx.brief.sources[index]
    publisher = in_language(source.publisher, ctx.language)
    title = in_language(source.title, ctx.language)
    date = spoken_date(source.date, ctx.brief.tag)
    if ctx.chinese:
        return ctx.brief.in_script(publisher + in_marks(title) + (f"（{date}）" if date else ""))
    parts = (publisher, ctx.brief.quoted(title) if title else "", date)
    return ", ".join(part for part in parts if part)
