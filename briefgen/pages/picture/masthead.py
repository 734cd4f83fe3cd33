"""Turn title, subtitle and imprint into the masthead, with the theme's window beside them; and the
conclusion into the headline below it."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text
from briefgen.geometry import Rect, mm
from briefgen.pages.onepager.block import Block, text_box
from briefgen.pages.picture.halves import halved
from briefgen.pages.picture.measure import height_of, lines_of, on_one_line
from briefgen.pages.picture.pane import window, window_height, window_width
from briefgen.pages.picture.plan import Plan
from briefgen.pages.picture.scale import TITLES, Role
from briefgen.pages.picture.sheet import BLEED
from briefgen.parts.context import Context, in_language
from briefgen.parts.text import para
from briefgen.patterns import pattern
from briefgen.scene.items import Item, Level, Shape
from briefgen.scene.names import Name
from briefgen.theme.model import Step
from briefgen.typography.text import Paragraph

# In ems of running text: how far the words stand from the edges of the ground, in a long picture
# too; the band along its top; how high the window is, and how high it may be in a long picture.
_INSET, _LONG_INSET, _BAND, _HIGH, _TALL = 1.4, 1.5, 0.4, 6.2, 6.0
# The shares of the width that the window may take, in percent.
_WINDOW = (40, 30, 22)
# How far the words of a page for a press stand above its margins, and how much higher the window is
# that reaches into them.
_LIFT, _ABOVE = mm(3), mm(6)
# Between what a page is, where it comes from and when.
_SEPARATOR = " · "
# A lead of so few lines has lines of about the same length.
_EVEN = 2
# Kinds of slides that say what is where, and no conclusion.
_FURNITURE = frozenset({"cover", "agenda", "section", "closing", "sources"})


def masthead(ctx: Context, plan: Plan, width: int, page_width: int, top: int) -> Block:
    """Title, subtitle and imprint on a light ground, the window at the right (below, where the
    picture is one column). For a press the ground reaches into the bleed, `top` above it."""
    scale, press = plan.scale, ctx.brief.page.press
    inset = 0 if press else scale.em(_LONG_INSET if plan.long else _INSET)
    pad, band = scale.roomy(0.5, 1.1), scale.em(_BAND)
    inner = width - 2 * inset
    area, room = _shared(ctx, plan, inner)
    below = window_height(ctx, area) if plan.long else 0
    words = _words(ctx, plan, room)
    text = height_of(ctx, words, room)
    under = below + scale.em(1.0) if below else 0
    # Above the margins there is ground as well, which would else be empty: words and window use it.
    lift, larger = (_LIFT, _ABOVE) if press else (0, 0)
    height = band + 2 * pad + max(text + under, area.h - larger if room < inner else 0) - lift

    def draw(rect: Rect) -> tuple[Item, ...]:
        ground = rect
        if press:
            ground = Rect(-BLEED, -BLEED, page_width + 2 * BLEED, top + BLEED + rect.h)
        edge = Rect(ground.x, ground.y, ground.w, band + (BLEED if press else 0))
        high = rect.h - band + lift
        upper = rect.y + band - lift
        y = upper + (high - text - under) // 2
        x, right = rect.x + inset, rect.right - inset
        middle = (edge.bottom + rect.bottom - area.h) // 2
        place = Rect(right - area.w, middle, area.w, area.h)
        if plan.long:
            place = Rect(x, y + text + under - below, inner, below)
        return (
            Shape(Name("masthead"), ground, fill="surface"),
            Shape(Name("masthead-rule"), edge, fill="primary"),
            *_boxes(ctx, words, Rect(x, y, room, text)),
            *window(ctx, place, right=not plan.long),
        )

    return Block(height=height, draw=draw, share=14, named="masthead-is", mark=ctx.brief.title.mark)


def _shared(ctx: Context, plan: Plan, inner: int) -> tuple[Rect, int]:
    """Where the window may stand (its size alone), and how wide the words beside it are: the window
    is as wide as lets the title be as large as it would be beside the narrowest."""
    scale = plan.scale
    if plan.long:
        return Rect(0, 0, inner, scale.em(_TALL)), inner
    tries = []
    for share in _WINDOW:
        high = scale.em(_HIGH) + (_ABOVE if ctx.brief.page.press else 0)
        area = Rect(0, 0, inner * share // 100, high)
        taken = window_width(ctx, area)
        tries.append((area, inner - taken - (scale.em(_INSET) if taken else 0)))
    sizes = [_title(ctx, plan, room).leading for _, room in tries]
    return tries[sizes.index(max(sizes))]


def _words(ctx: Context, plan: Plan, width: int) -> tuple[Paragraph, ...]:
    brief, scale = ctx.brief, plan.scale
    title = _title(ctx, plan, width)
    imprint = _imprint(ctx)
    made = [title]
    if str(brief.subtitle):
        gap = scale.em(0.2)
        made.append(para(plan.says(brief.subtitle), scale.step("head"), before=gap))
    if imprint:
        roles: tuple[Role, ...] = ("text", "note")
        said = _SEPARATOR.join(imprint)
        tries = [para(said, scale.step(r), colour="ink2", before=scale.em(0.5)) for r in roles]
        lines = "\n".join((_SEPARATOR.join(imprint[:-1]), imprint[-1]) if imprint[1:] else imprint)
        last = para(lines, scale.step("note"), colour="ink2", before=scale.em(0.5))
        made.append(next((t for t in tries if on_one_line(ctx, t, width)), last))
    return tuple(made)


def _boxes(ctx: Context, words: Sequence[Paragraph], area: Rect) -> list[Item]:
    """Title, subtitle and imprint, one below the other; the last two as there are."""
    brief = ctx.brief
    names = [Name("title")]
    names += [Name("subtitle")] if str(brief.subtitle) else []
    names += [Name("imprint")] if len(words) > len(names) else []
    boxes: list[Item] = []
    y = area.y
    for name, each in zip(names, words, strict=True):
        y += each.before if boxes else 0
        tall = height_of(ctx, (each,), area.w)
        heading: Level = "p" if boxes else "h1"
        place = Rect(area.x, y, area.w, tall)
        boxes.append(text_box(ctx, name, place, (each,), heading=heading, mark=brief.title.mark))
        y += tall
    return boxes


def _title(ctx: Context, plan: Plan, width: int) -> Paragraph:
    """The title at the largest size at which it takes one line, else on several of the least."""
    title = ctx.brief.title

    def at(size: Step, text: Text) -> Paragraph:
        return para(text, size, bold=True, colour="primary", keep=True)

    sizes = [plan.scale.sized("title", ratio) for ratio in TITLES]
    for size in sizes[:-1]:
        if on_one_line(ctx, at(size, title), width):
            return at(size, title)
    short = title.short
    if short and lines_of(ctx, at(sizes[-1], title), width) > 3:
        return at(sizes[-1], short)
    return at(sizes[-1], title)


# Who publishes and is no paper: what it says is no report, and its name has no marks of a title.
_OFFICE = pattern(
    r"[局委厅廳办辦院署所校馆館]$|政府|委员会|委員會|公司|集团|集團|大学|大學|网站|網站|中心|协会|協會"
    r"|(?i:\b(?:council|government|ministry|bureau|department|office|university|company|group|inc|ltd"
    r"|plc|agency|authority|board|commission|committee)\b)"
)


def _imprint(ctx: Context) -> tuple[str, ...]:
    """What the page is, where it comes from, and when."""
    brief = ctx.brief
    source = str(brief.organisation)
    if not source and brief.sources:
        publisher = in_language(brief.sources[0].publisher, ctx.language)
        if publisher:
            source = ctx.say(f"据{publisher}信息整理", f"From information of {publisher}")
            if not _OFFICE.search(publisher):
                source = ctx.say(f"据《{publisher}》报道整理", f"From reports of {publisher}")
    parts = (ctx.say("一图读懂", "At a glance"), source, str(brief.date_text))
    return tuple(part for part in parts if part)


def headline(ctx: Context) -> Text | None:
    """The conclusion of the page: as it is written, else the title of the deck's summary, else that
    of the first slide that says something."""
    brief = ctx.brief
    if brief.page.headline and str(brief.page.headline).strip():
        return brief.page.headline
    told = [s for s in brief.deck if s.kind not in _FURNITURE and str(s.title) and not s.hidden]
    summary = next((slide for slide in told if slide.kind == "summary"), None)
    first = summary or next(iter(told), None)
    return first.title if first else None


def headlined(ctx: Context, plan: Plan, width: int) -> Block | None:
    """The headline, and the lead below it where there is room."""
    text, lead = headline(ctx), ctx.brief.page.lead if plan.shows("lead") else None
    scale = plan.scale
    made: list[Paragraph] = []
    if text:
        made.append(para(plan.says(text), scale.step("headline"), bold=True, keep=True))
    if lead:
        told = para(plan.says(lead), scale.step("text"), strong="ink")
        made.append(halved(ctx, told, scale.measure(width)))
    if not made:
        return None
    wide = [width if each.keep_breaks else _even(ctx, plan, each, width) for each in made]
    heights = [height_of(ctx, (each,), w) for each, w in zip(made, wide, strict=True)]
    gap = scale.em(0.5)
    height = sum(heights) + gap * (len(made) - 1)

    def draw(rect: Rect) -> tuple[Item, ...]:
        items: list[Item] = []
        y = rect.y
        for each, tall, w in zip(made, heights, wide, strict=True):
            said = text if each.keep_breaks else lead
            name = Name("headline") if each.keep_breaks else Name("lead")
            level: Level = "h2" if each.keep_breaks else "p"
            mark = said.mark if said else ctx.brief.page.mark
            place = Rect(rect.x, y, w, tall)
            items.append(text_box(ctx, name, place, (each,), heading=level, mark=mark))
            y += tall + gap
        return tuple(items)

    mark = (text or lead or ctx.brief.title).mark
    return Block(height=height, draw=draw, share=12, named="lead-is", mark=mark)


def _even(ctx: Context, plan: Plan, paragraph: Paragraph, width: int) -> int:
    """The least measure, of whole characters, in which a paragraph takes no more lines than in a
    width: its lines are then about equally long (EMU)."""
    em, most = plan.scale.em(1), plan.scale.measure(width)
    if "\n" in paragraph.text:
        return most
    lines = lines_of(ctx, paragraph, most)
    if lines > _EVEN:
        return most
    low, high = max(1, most // em // 2), most // em
    while low < high:
        at = (low + high) // 2
        if lines_of(ctx, paragraph, at * em) <= lines:
            high = at
        else:
            low = at + 1
    return high * em
