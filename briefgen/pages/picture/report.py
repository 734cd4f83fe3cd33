"""Turn what a picture page could not show into what is told of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefgen.brief.model import Text
from briefgen.pages.onepager.block import Block
from briefgen.pages.onepager.shown import leading, shown_topics
from briefgen.pages.picture.figures import further, others
from briefgen.pages.picture.masthead import headline
from briefgen.pages.picture.plan import Part, Plan, is_list
from briefgen.pages.picture.topics import texts
from briefgen.parts.context import Context
from briefgen.problems import phrase
from briefgen.scene.items import Item
from briefgen.scene.walk import paragraphs

# What the parts are called in messages.
_PARTS: dict[Part, str] = {
    "measures": "the-measures",
    "timeline-title": "the-timelines-title",
    "lead": "the-lead",
    "plain-texts": "texts-of-topics",
    "texts": "the-topics-texts",
    "strip": "the-further-figures",
    "timeline": "the-timeline",
    "chart": "the-chart",
}


def owed(ctx: Context, plan: Plan) -> tuple[str, ...]:
    """The figures of everything that the outline gives the page, each once: lead, leading figures,
    topics, chart, timeline, targets, note. Measures are not owed where there is no room for any."""
    page = ctx.brief.page
    said = [page.lead, page.note, page.chart_title, page.chart_note, page.timeline_title]
    said += [text for event in page.timeline for text in (event.when, event.what)]
    ids = [ref.id for ref in (*leading(ctx), *page.chart, *page.targets)]
    for topic in shown_topics(ctx):
        ids += [ref.id for ref in topic.figures]
        said += [topic.name, topic.effort, topic.goal, topic.summary]
        said += [text for each in plan.lists(topic) for text in (each.head, each.text)]
    return tuple(dict.fromkeys((*ids, *(id for text in said if text for id in text.figures))))


def carried(ctx: Context, plan: Plan) -> frozenset[str]:
    """The figures that a page at a plan shows, known before it is drawn."""
    page = ctx.brief.page
    said: list[Text | None] = [headline(ctx), page.note]
    said += [page.lead] if plan.shows("lead") else []
    said += [page.chart_title, page.chart_note] if plan.shows("chart") else []
    if plan.shows("timeline"):
        said += [page.timeline_title] if plan.shows("timeline-title") else []
        said += [text for event in page.timeline for text in (event.when, event.what)]
    ids = [ref.id for ref in page.targets]
    ids += [ref.id for ref in page.chart] if plan.shows("chart") else []
    ids += others(ctx, plan) if plan.shows("strip") else ()
    for topic in shown_topics(ctx):
        ids += [ref.id for ref in topic.figures[:1]]
        ids += further(ctx, plan, topic)
        said += [topic.name, topic.effort, topic.goal]
        ids += [id for text in texts(ctx, plan, topic) for id in text.figures]
    return frozenset((*ids, *(id for text in said if text for id in plan.says(text).figures)))


def lost(ctx: Context, plan: Plan, shown: Collection[str]) -> tuple[str, ...]:
    """The figures that a page owes and does not show."""
    return tuple(id for id in owed(ctx, plan) if id not in shown)


def told(ctx: Context, plan: Plan, shown: Collection[str]) -> None:
    """Tell what was left out, and which figures with it; but for measures, which no page has room
    for but a short one."""
    mark = ctx.brief.page.mark
    silent = {"measures"}
    # All texts are more than some.
    silent |= {"plain-texts"} if "texts" in plan.left_out else set()
    left = tuple(phrase(_PARTS[part]) for part in plan.left_out if part not in silent)
    if left:
        ctx.problems.add("copyfit", mark, done=(phrase("left-out", parts=left),))
    named = [ref.id for ref in ctx.brief.page.figures]
    strip = others(ctx, plan) if plan.shows("strip") else ()
    elsewhere = tuple(id for id in named if id in shown and id not in strip)
    if elsewhere and plan.shows("strip"):
        ctx.problems.add("figures-elsewhere", mark, figures=elsewhere)
    missing = lost(ctx, plan, shown)
    if missing:
        ctx.problems.add("picture-without-figures", mark, figures=missing, count=len(missing))


def shortened(ctx: Context, items: Sequence[Item]) -> None:
    """Tell which points of lists do not stand on the page."""
    words = _close("".join(run.text for each in paragraphs(items) for run in each.runs))
    for topic in filter(is_list, shown_topics(ctx)):
        heads = tuple(str(each.head) for each in topic.measures)
        left = tuple(head for head in heads if _close(head) not in words)
        if left:
            part = phrase("points-of", topic=str(topic.name), points=left)
            ctx.problems.add("copyfit", topic.mark, done=(phrase("left-out", parts=(part,)),))


def _close(words: str) -> str:
    return "".join(words.split())


def too_full(ctx: Context, blocks: Sequence[Block], room: int, excess: int, plan: Plan) -> None:
    """Name the block that takes most over its share, and by how many lines the page is too full."""
    lines = -(-excess // plan.scale.step("text").leading)
    worst = max(blocks, key=lambda block: block.height - room * block.share // 100)
    mark = worst.mark if worst.mark.line else ctx.brief.page.mark
    ctx.problems.add("page-too-full", mark, part=phrase(worst.named), lines=lines)
