"""Turn title, subtitle and imprint into the masthead, with the theme's window of the topics."""

from __future__ import annotations

from briefgen.colours import Token
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.block import Block, height_of, lines_of, on_one_line, text_box
from briefgen.pages.onepager.plan import Plan
from briefgen.pages.onepager.sheet import BLEED, Sheet
from briefgen.pages.onepager.shown import shown_topics
from briefgen.parts.context import Context
from briefgen.parts.text import para
from briefgen.problems import Mark
from briefgen.record import Record
from briefgen.scene import motifs
from briefgen.scene.items import Item, Level, Shape
from briefgen.scene.names import Name
from briefgen.theme.model import Step
from briefgen.typography.text import Paragraph

# How far text stands from the edges of the ground, and the window from its upper and lower edge.
_INSET, _FRAME = mm(6), mm(3)
# What the ground is parted from the page with, and how far the title stands from the window.
_TAB, _APART = pt(2.5), mm(6)
# A window in an upright page's masthead is so many times as wide as it is high.
_WIDE = 1.6
# The least height, and the most where there is little else, in percent of the page's.
_LEAST, _MOST = mm(26), 21


class _Words(Record):
    """What the masthead says: paragraphs, and what each of them is."""

    paragraphs: tuple[Paragraph, ...]
    names: tuple[Name, ...]


def masthead(ctx: Context, plan: Plan, sheet: Sheet) -> Block:
    """Title, subtitle, who and when on the theme's ground of covers; the window at the right.

    For a press the ground runs over the edges of the sheet into the bleed, and the window uses what
    there is above the margin.
    """
    press, area = ctx.brief.page.press, sheet.area
    light = ctx.theme.hex("cover") == ctx.theme.hex("white")
    inset = 0 if press or light else _INSET
    count = len(ctx.brief.topics)
    framed = motifs.drawn(ctx.theme, count)
    least = _LEAST + round((area.h * _MOST // 100 - _LEAST) * plan.density.spare)
    window = _window_width(sheet, count, least, inset) if framed else 0
    left = _left(sheet, inset, window)
    words = _words(ctx, plan, left)
    tall = height_of(ctx, words.paragraphs, left)
    height = max(least, tall + mm(6))

    def draw(rect: Rect) -> tuple[Item, ...]:
        ground = _ground(sheet, rect, press)
        above = min(0, ground.y + BLEED - rect.y) // 2 if press else 0
        y = rect.y + (rect.h - _TAB - tall) // 2 + above
        items: list[Item] = [
            Shape(Name("masthead"), ground, fill="cover"),
            Shape(
                Name("masthead-rule"), Rect(ground.x, ground.bottom, ground.w, _TAB), fill="accent"
            ),
        ]
        if framed:
            top = rect.y + 2 * above + _FRAME if press else rect.y + _FRAME
            end = ground.bottom - _FRAME
            right = rect.right - (0 if press or light else _FRAME)
            room = Rect(right - window, top, window, end - top)
            high = motifs.places(room, count)[-1].bottom - top
            centred = Rect(room.x, top + (room.h - high) // 2, window, high)
            items.append(_window(ctx, plan, centred))
        for paragraph, name in zip(words.paragraphs, words.names, strict=True):
            high = height_of(ctx, (paragraph,), left)
            y += paragraph.before if paragraph != words.paragraphs[0] else 0
            box = Rect(rect.x + inset, y, left, high)
            heading: Level = "h1" if name.kind == "title" else "p"
            items.append(
                text_box(ctx, name, box, (paragraph,), heading=heading, mark=_mark(ctx, name))
            )
            y += high
        return tuple(items)

    return Block(
        height=height + _TAB, draw=draw, share=9, named="masthead-is", mark=ctx.brief.title.mark
    )


def _left(sheet: Sheet, inset: int, window: int) -> int:
    """How wide the words stand: beside the window, and in the left panel of a folded sheet."""
    whole = sheet.panels[0][1] if sheet.folded else sheet.area.w - (window and window + _APART)
    return whole - 2 * inset


def _window_width(sheet: Sheet, count: int, height: int, inset: int) -> int:
    """How wide the window may be: as the right panel, or in proportion to its height."""
    high = height - 2 * _FRAME
    wide = sheet.panels[-1][1] - inset if len(sheet.panels) > 1 else round(high * _WIDE)
    panes = motifs.places(Rect(0, 0, wide, high), count)
    return panes[-1].right - panes[0].x


def _window(ctx: Context, plan: Plan, area: Rect) -> Item:
    """The window of all topics, those that the page shows lit; their names in it where they can be
    read."""
    theme, known = ctx.theme, ctx.brief.topics
    shown = {topic.id for topic in shown_topics(ctx)}
    lit = {number for number, topic in enumerate(known, 1) if topic.id in shown}
    labels: list[Item] = []
    for number, rect in enumerate(motifs.places(area, len(known), "right"), 1):
        field = motifs.field(theme, rect, number)
        ink: Token = motifs.ink(theme, number, len(known)) if number in lit else "on-cover2"
        name = para(
            known[number - 1].name, plan.density.note, bold=True, colour=ink, align="center"
        )
        if name.leading > field.h or not on_one_line(ctx, name, field.w):
            break
        labels.append(text_box(ctx, Name("pane-name", number), field, (name,), anchor="middle"))
    whole = labels if len(labels) == len(known) else []
    return motifs.window(theme, area, len(known), lit, ground="cover", side="right", labels=whole)


def _ground(sheet: Sheet, rect: Rect, press: bool) -> Rect:
    """The ground: all of the block but its tab; for a press, out to the edges of the bleed."""
    if not press:
        return Rect(rect.x, rect.y, rect.w, rect.h - _TAB)
    reach = sheet.area.y + BLEED
    return Rect(-BLEED, rect.y - reach, sheet.width + 2 * BLEED, rect.h - _TAB + reach)


def _words(ctx: Context, plan: Plan, width: int) -> _Words:
    """Title, subtitle, and who and when in one line below them."""
    brief, density = ctx.brief, plan.density
    who = ctx.say("　", "  ·  ").join(filter(None, (str(brief.organisation), str(brief.date_text))))
    every = (
        (_title(ctx, plan, width), Name("title")),
        (
            para(brief.subtitle, density.head, colour="on-cover2", short=plan.short, before=pt(2)),
            Name("subtitle"),
        ),
        (para(who, density.note, colour="on-cover", before=pt(5)), Name("imprint")),
    )
    there = [(paragraph, name) for paragraph, name in every if paragraph.runs]
    return _Words(tuple(p for p, _ in there), tuple(n for _, n in there))


def _mark(ctx: Context, name: Name) -> Mark:
    """Where what the masthead says was written."""
    brief = ctx.brief
    by = {"title": brief.title.mark, "subtitle": brief.subtitle.mark}
    return by.get(str(name.kind), brief.organisation.mark)


def _title(ctx: Context, plan: Plan, width: int) -> Paragraph:
    """The title at the largest size at which it stays on one line, else on up to three."""
    density = plan.density
    sizes = (density.title, density.figure, density.headline, density.head)

    def at(size: Step) -> Paragraph:
        return para(
            ctx.brief.title, size, bold=True, colour="on-cover", short=plan.short, keep=True
        )

    for size in sizes:
        if on_one_line(ctx, at(size), width):
            return at(size)
    for size in sizes[1:]:
        if lines_of(ctx, at(size), width) <= 3:
            return at(size)
    return at(density.body)
