"""Turn what the ledger says of a page's figures into the marks before what they are, and a key."""

from __future__ import annotations

from briefgen.pages.onepager.shown import figure_of, leading, shown_topics
from briefgen.parts.context import Context
from briefgen.parts.status import Status, statuses


def marked(ctx: Context) -> tuple[Status, ...]:
    """What is said of the figures that a page shows large: achieved, aimed at, planned …"""
    ids = [ref.id for ref in leading(ctx)]
    ids += [id for id in (figure_of(ctx, topic) for topic in shown_topics(ctx)) if id]
    return statuses(ctx, ids)
