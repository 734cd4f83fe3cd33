"""Turn what a page names into what it shows: its topics, a figure of each, those that lead it."""

from __future__ import annotations

from briefgen.brief.model import Ref, Topic
from briefgen.parts.context import Context

# How many figures lead a page, and how many topics give it all of theirs.
_MOST, _FEW = 6, 2


def shown_topics(ctx: Context) -> tuple[Topic, ...]:
    """The topics that the page names, else all of them."""
    return ctx.once(_named)


def _named(ctx: Context) -> tuple[Topic, ...]:
    refs = ctx.brief.page.topics
    return tuple(ctx.topic(ref.id) for ref in refs) if refs else ctx.brief.topics


def leading(ctx: Context) -> tuple[Ref, ...]:
    """The figures that the page names, else the first of each topic, or all of one or two."""
    most = 1 if len(ctx.brief.topics) > _FEW else _MOST
    own = tuple(ref for topic in ctx.brief.topics for ref in topic.figures[:most])
    return tuple({ref.id: ref for ref in ctx.brief.page.figures or own}.values())[:_MOST]


def figure_of(ctx: Context, topic: Topic) -> str:
    """The topic's first figure; if the page leads with it by itself, the next, as a page says a
    figure large only once."""
    said = () if ctx.brief.page.figures else {ref.id for ref in leading(ctx)}
    return next((ref.id for ref in topic.figures if ref.id not in said), "")
