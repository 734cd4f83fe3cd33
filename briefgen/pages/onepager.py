"""Turn a Brief into the scene of its printed page: one A4 sheet, from masthead to sources.

The page is a column of bands. Masthead, strip and footer have their own heights; lead and topics
take what their words need; the band with chart and timeline takes what is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.geometry import Rect, mm, pt
from briefgen.outline.model import Brief, Event, Ref, Text, Topic, words
from briefgen.pages.deck import meta
from briefgen.parts.chart import Bars, bar_chart
from briefgen.parts.context import Context, in_language
from briefgen.parts.kpi import numeral
from briefgen.parts.text import Wanted, label, para, set_box, set_boxes, set_in
from briefgen.problems import Problems
from briefgen.scene.items import Group, Item, Page, Rule, Scene, Shape, Stroke, TextBox
from briefgen.scene.walk import figures
from briefgen.theme.model import PRINT, Step, Theme, step
from briefgen.typography.fonts import Fonts
from briefgen.typography.text import Paragraph

WIDTH, HEIGHT = mm(210), mm(297)
MARGIN = mm(12)
TOP, BOTTOM = mm(10), mm(287)
COLUMN = WIDTH - 2 * MARGIN
GAP = mm(3.5)
_NUMERALS = (PRINT["numeral"], step(20, 23), step(17, 20), step(14, 17))
_FIGURES = (
    step(20, 24),
    step(18, 22),
    step(16, 20),
    PRINT["figure"],
    step(14, 18),
    step(13, 16),
    step(11, 14),
)


@dataclass(frozen=True, slots=True)
class Band:
    """A band of the page: what stands in it, and how high it is."""

    items: tuple[Item, ...]
    height: int


def compose(brief: Brief, theme: Theme, fonts: Fonts, problems: Problems) -> Scene:
    """The one-page brief. What does not fit at the type floor is an error, never a second page."""
    ctx = Context(brief, theme, fonts, "print", problems, {})
    page = brief.page
    items: list[Item] = []
    y = TOP
    for make in (_masthead, _lead, _strip):
        band = make(ctx, Rect(MARGIN, y, COLUMN, BOTTOM - y))
        items += band.items
        y += band.height + (GAP if band.height else 0)
    footer = _footer(ctx, Rect(MARGIN, y, COLUMN, BOTTOM - y))
    foot = BOTTOM - footer.height
    topics = _topics_of(ctx)
    lower = bool(page.chart or page.timeline)
    room = foot - GAP - y
    if topics:
        least = _lower_height(ctx) + GAP if lower else 0
        band = _topics(ctx, topics, Rect(MARGIN, y, COLUMN, room - least))
        items += band.items
        y += band.height + GAP
    if lower:
        items += _lower(ctx, Rect(MARGIN, y, COLUMN, foot - GAP - y))
    items += footer.items
    made = Page("brief", "", str(brief.title), tuple(items), figures=figures(items))
    return Scene(WIDTH, HEIGHT, (made,), theme, meta(brief))


def _masthead(ctx: Context, room: Rect) -> Band:
    """Title and subtitle on the theme's dark colour, who and when at the right."""
    rect = Rect(room.x, room.y, room.w, mm(23))
    ground = Shape("刊头", rect, fill="primary-dark")
    tab = Shape("刊头线", Rect(rect.x, rect.bottom, rect.w, pt(2.5)), fill="accent")
    left = rect.inset(mm(6), mm(3.2), mm(56), mm(2.5))
    title = label(
        ctx, "标题", Rect(left.x, left.y, left.w, PRINT["title"].leading), ctx.brief.title,
        PRINT["title"], bold=True, colour="white", heading="h1", lines=1, keep=True,
    )  # fmt: skip
    items: list[Item] = [ground, tab, title]
    if str(ctx.brief.subtitle):
        below = Rect(left.x, left.y + PRINT["title"].leading + pt(2), left.w, left.h)
        items.append(
            label(
                ctx, "副标题", Rect(below.x, below.y, below.w, PRINT["subtitle"].leading),
                ctx.brief.subtitle, PRINT["subtitle"], colour="on-dark", lines=1,
            )
        )  # fmt: skip
    imprint = [text for text in (ctx.brief.organisation, ctx.brief.date_text) if str(text)]
    if imprint:
        corner = Rect(rect.right - mm(54), rect.y, mm(48), rect.h)

        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            return tuple(
                para(text, PRINT["label"], bold=True, colour="white", align="right", short=short)
                for text in imprint
            )

        mark = imprint[0].mark
        items.append(set_box(ctx, Wanted("单位与日期", corner, make, anchor="middle", mark=mark)))
    return Band(tuple(items), rect.h + pt(2.5))


def _lead(ctx: Context, room: Rect) -> Band:
    lead = ctx.brief.page.lead
    if not lead:
        return Band((), 0)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(lead, PRINT["lead"], strong="primary", short=short, align="justify"),)

    height = set_in(ctx, make(0, False), room.w).height
    rect = Rect(room.x, room.y, room.w, min(height, 4 * PRINT["lead"].leading))
    return Band((set_box(ctx, Wanted("导语", rect, make, mark=lead.mark)),), rect.h)


def _strip(ctx: Context, room: Rect) -> Band:
    """The leading figures in equal cells, their numerals in one size, each on one line."""
    refs = ctx.brief.page.figures or tuple(
        ref for topic in ctx.brief.topics for ref in topic.figures[:1]
    )
    refs = refs[:6]
    if not refs:
        return Band((), 0)
    rects = Rect(room.x, room.y, room.w, mm(21)).columns(len(refs), mm(2.5))

    def wanted(ref: Ref, rect: Rect) -> Wanted:
        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            return (
                numeral(
                    ctx, ref.id, _NUMERALS[level], PRINT["lead"], colour="primary", minor="ink2"
                ),
                para(_named(ctx, ref.id), PRINT["label"], colour="ink2", short=short),
            )

        inner = (mm(3), mm(2.5), mm(1.5), mm(1))
        return Wanted(
            f"数字 {ref.id}", rect, make, None, "top", inner, fill="surface", one_line=(0,),
            mark=ref.mark,
        )  # fmt: skip

    boxes = set_boxes(ctx, [wanted(r, b) for r, b in zip(refs, rects, strict=True)], len(_NUMERALS))
    return Band((Group(ctx.say("关键数字", "Key figures"), boxes),), rects[0].h)


def _named(ctx: Context, id: str) -> Text:
    """What a figure is, with its period in front where it has one."""
    period, name = ctx.period(id), str(ctx.label(id))
    mark = ctx.figure(id).mark
    if not period or period in name:
        return words(name, mark)
    return words(ctx.say(f"{period}{name}", f"{name}, {period}"), mark)


def _topics_of(ctx: Context) -> tuple[Topic, ...]:
    refs = ctx.brief.page.topics
    return tuple(ctx.topic(ref.id) for ref in refs) if refs else ctx.brief.topics


def _topics(ctx: Context, topics: Sequence[Topic], room: Rect) -> Band:
    """The topics in a grid of up to three columns, every row as high as its fullest cell."""
    across = min(3, len(topics))
    down = -(-len(topics) // across)
    columns = room.columns(across, mm(4))
    inner = (0, mm(2), 0, 0)
    steps = (
        step(12, 20),
        step(11, 18),
        step(10.5, 17),
        step(10, 16),
        step(9.5, 15),
        PRINT["body"],
        step(9, 12.5),
    )

    def wanted(topic: Topic, rect: Rect) -> Wanted:
        def make(level: int, short: bool) -> tuple[Paragraph, ...]:
            return _topic_words(ctx, topic, steps[level], level, short, rect.w)

        return Wanted(
            str(topic.name), rect, make, insets=inner, heading="h2", mark=topic.summary.mark,
        )  # fmt: skip

    gap = mm(3)
    chosen = len(steps) - 1
    tall: list[int] = []
    for level in range(len(steps)):
        heights = [
            set_in(ctx, wanted(topic, columns[0]).make(level, False), columns[0].w).height
            for topic in topics
        ]
        tall = [max(heights[r * across : (r + 1) * across]) + inner[1] for r in range(down)]
        if sum(tall) + gap * (down - 1) <= room.h:
            chosen = level
            break
    spare = room.h - sum(tall) - gap * (down - 1)
    if spare < 0:
        longest = max(topics, key=lambda topic: len(str(topic.summary)))
        ctx.problems.error(
            "overflow",
            "the topics are about "
            f"{-(spare // steps[-1].leading)} line(s) too tall for the printed page",
            longest.summary.mark,
            "shorten their summaries, this one first, or show fewer topics",
        )
        spare = 0
    tall = [h + min(spare // down, mm(5)) for h in tall]
    items: list[Item] = []
    y = room.y
    cells: list[Wanted] = []
    for row, height in enumerate(tall):
        for topic, column in zip(topics[row * across :], columns, strict=False):
            rect = Rect(column.x, y, column.w, height)
            cells.append(wanted(topic, rect))
            items.append(
                Rule(f"{topic.name} 线", rect.x, y, rect.right, y, Stroke("primary", pt(1.5)))
            )
        y += height + gap
    fixed = [
        Wanted(
            w.name, w.rect, lambda level, short, w=w: w.make(chosen, short),  # type: ignore[misc]
            insets=inner, heading="h2", mark=w.mark,
        )
        for w in cells
    ]  # fmt: skip
    items += set_boxes(ctx, fixed)
    return Band(tuple(items), y - gap - room.y)


def _topic_words(
    ctx: Context, topic: Topic, body: Step, level: int, short: bool, width: int
) -> tuple[Paragraph, ...]:
    made = [
        para(topic.name, PRINT["head"], bold=True, colour="primary", short=short),
        para(
            _on_one_line(ctx, topic.effort, width), PRINT["label"], bold=True, colour="accent-text"
        ),
    ]
    if topic.figures:
        id = topic.figures[0].id
        figure = numeral(ctx, id, _FIGURES[level], PRINT["body"], colour="ink", minor="ink2")
        tail = para(ctx.say("　", "  ") + str(ctx.label(id)), PRINT["label"], colour="ink2")
        made.append(Paragraph((*figure.runs, *tail.runs), figure.leading, before=pt(3)))
    made.append(
        para(topic.summary, body, strong="primary", short=short, align="justify", before=pt(2))
    )
    return tuple(made)


def _on_one_line(ctx: Context, text: Text, width: int) -> Text:
    """The text, or its short wording where only that stays on one line."""
    if text.short is None:
        return text
    lines = set_in(ctx, (para(text, PRINT["label"], bold=True),), width).lines
    return text if len(lines) == 1 else text.short


def _lower_height(ctx: Context) -> int:
    """What the band of chart and timeline needs to stand well."""
    page = ctx.brief.page
    return max(mm(14) + mm(13) * len(page.chart), mm(10) + mm(8) * len(page.timeline), mm(40))


def _lower(ctx: Context, room: Rect) -> tuple[Item, ...]:
    """Chart to the left, timeline to the right; either alone takes the whole width."""
    page = ctx.brief.page
    gap = mm(6)
    if page.chart and page.timeline:
        wide = (room.w - gap) * 108 // 183
        left = Rect(room.x, room.y, wide, room.h)
        right = Rect(room.x + wide + gap, room.y, room.w - wide - gap, room.h)
        return (*_chart(ctx, left), *_timeline(ctx, page.timeline, right))
    return _chart(ctx, room) if page.chart else _timeline(ctx, page.timeline, room)


def _heading(ctx: Context, name: str, text: Text | str, room: Rect) -> tuple[tuple[Item, ...], int]:
    """A band's heading over a rule; and where the band goes on."""
    rect = Rect(room.x, room.y + mm(1.5), room.w, PRINT["head"].leading)
    items: tuple[Item, ...] = (
        Rule(f"{name} 线", room.x, room.y, room.right, room.y, Stroke("primary", pt(1.5))),
        label(
            ctx, name, rect, text, PRINT["head"], bold=True, colour="primary", lines=1, heading="h2"
        ),
    )
    return items, rect.bottom + mm(1)


def _chart(ctx: Context, room: Rect) -> tuple[Item, ...]:
    page = ctx.brief.page
    name = page.chart_title or words(ctx.say("主要数字对比", "Compared"), page.mark)
    head, y = _heading(ctx, "图表", name, room)
    bottom = room.bottom
    items = list(head)
    if page.chart_note:
        height = set_in(ctx, (para(page.chart_note, PRINT["note"]),), room.w).height
        bottom -= height
        items.append(
            label(
                ctx, "图注", Rect(room.x, bottom, room.w, height), page.chart_note, PRINT["note"],
                colour="ink2",
            )
        )  # fmt: skip
    bars = Bars(
        str(name), [ref.id for ref in page.chart], page.chart[0].id, mark=page.chart[0].mark
    )
    plot = Rect(room.x, y, room.w, bottom - mm(1) - y)
    chart = bar_chart(ctx, bars, plot, PRINT["body"], PRINT["head"])
    return (*items, chart) if chart else tuple(items)


def _timeline(ctx: Context, events: Sequence[Event], room: Rect) -> tuple[Item, ...]:
    """A vertical timeline: dates, nodes on an axis, events; goals hollow."""
    name = ctx.brief.page.timeline_title or words(ctx.say("时间线", "Timeline"))
    head, y = _heading(ctx, "时间线", name, room)
    body = Rect(room.x, y, room.w, room.bottom - y)
    when = mm(23)
    axis = body.x + when + mm(3)
    what = Rect(axis + mm(3.5), y, body.right - axis - mm(3.5), body.h)
    label_step = PRINT["label"]
    heights = [
        max(
            set_in(ctx, (para(event.what, label_step, strong="primary"),), what.w).height,
            set_in(ctx, (para(event.when, label_step, bold=True),), when).height,
        )
        for event in events
    ]
    spare = body.h - sum(heights)
    if spare < 0:
        ctx.problems.error(
            "overflow",
            "the timeline is about "
            f"{-(spare // label_step.leading)} line(s) too tall for the printed page",
            events[-1].what.mark,
            "shorten its events, or leave one out",
        )
    gap = max(0, min(spare // max(1, len(events)), mm(8)))
    items: list[Item] = list(head)
    nodes: list[int] = []
    boxes: list[TextBox] = []
    for event, height in zip(events, heights, strict=True):
        nodes.append(y + label_step.leading // 2)
        date = Rect(body.x, y, when, height)
        boxes.append(
            label(
                ctx, f"时间 {event.when}", date, event.when, label_step, bold=True,
                colour="primary", align="right",
            )
        )  # fmt: skip
        boxes.append(_event(ctx, event, Rect(what.x, y, what.w, height)))
        y += height + gap
    items.append(Rule("时间轴", axis, nodes[0], axis, nodes[-1], Stroke("primary", pt(1))))
    size = mm(2.2)
    for event, centre in zip(events, nodes, strict=True):
        spot = Rect(axis - size // 2, centre - size // 2, size, size)
        ground = "white" if event.target else "primary"
        items.append(
            Shape(
                f"节点 {event.when}", spot, "ellipse", fill=ground, stroke=Stroke("primary", pt(1))
            )
        )
    return (*items, *boxes)


def _event(ctx: Context, event: Event, rect: Rect) -> TextBox:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(event.what, PRINT["label"], strong="primary", short=short),)

    return set_box(ctx, Wanted(f"事件 {event.when}", rect, make, mark=event.what.mark))


def _footer(ctx: Context, room: Rect) -> Band:
    """What the words mean and where the figures come from, at the foot of the page."""
    lines: list[Text | str] = [ctx.brief.page.note] if ctx.brief.page.note else []
    sources = "；".join(_source(ctx, i) for i in range(len(ctx.brief.sources)))
    if sources:
        lines.append(ctx.say("来源：", "Source: ") + sources)
    if not lines:
        return Band((), 0)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return tuple(para(line, PRINT["note"], colour="ink2", short=short) for line in lines)

    height = set_in(ctx, make(0, False), room.w).height
    top = room.bottom - height
    rect = Rect(room.x, top, room.w, height)
    rule = Rule(
        "页脚线", room.x, top - mm(1.5), room.right, top - mm(1.5), Stroke("line", pt(0.75))
    )
    box = set_box(ctx, Wanted("来源", rect, make))
    return Band((rule, box), height + mm(1.5))


def _source(ctx: Context, index: int) -> str:
    source = ctx.brief.sources[index]
    publisher = in_language(source.publisher, ctx.language)
    title = in_language(source.title, ctx.language)
    named = ctx.say(f"{publisher}《{title}》", f"{publisher}, “{title}”")
    corrected = len(source.errata)
    if corrected:
        named += ctx.say(
            f"（原文扫描误字{corrected}处已更正）", f" ({corrected} scanning errors corrected)"
        )
    return named
