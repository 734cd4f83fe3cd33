"""Turn what a picture page may show into plans, from all of it to the least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from briefgen.brief.model import Measure, Text, Topic
from briefgen.pages.onepager.shown import shown_topics
from briefgen.pages.picture.scale import Scale
from briefgen.parts.context import Context
from briefgen.record import Record, replace

# What a page can do without, the least important first.
Part = Literal[
    "measures", "timeline-title", "lead", "plain-texts", "texts", "strip", "timeline", "chart"
]
_ORDER: tuple[Part, ...] = (
    "measures",
    "timeline-title",
    "lead",
    "plain-texts",
    "texts",
    "strip",
    "timeline",
    "chart",
)
# The air that a page must have which shows what it could do without.
_EASY = 0.4
# Ways in which a full page is made first: without the lead, and with it rather than without others.
_LEAD: tuple[tuple[Part, ...], ...] = (
    ("measures", "timeline-title", "lead"),
    ("measures", "timeline-title"),
)
# Ways in which a page of lists is made before these are left out.
_LISTS: tuple[tuple[Part, ...], ...] = ((), ("timeline-title",), ("timeline-title", "lead"))
# Measures are told where there are so few topics: with more, each would stand in a few lines.
_FEW = 3


class Plan(Record, kw_only=True):
    """One way to make the page: how large, and without which of its parts.

    Where `plain-texts` are left out, topics' texts that state no figure of their own are, but for
    those of the topics `kept`, by their ids. `left_out` are the parts for which there was no room,
    `without` also those that the page would not have shown anyway. Of a topic that is `cut`, so
    many measures are listed. A page that is not `neat` has short bars and holes between figures
    rather than that something is left out. A `long` picture is one column.
    """

    scale: Scale
    without: frozenset[Part] = frozenset()
    left_out: tuple[Part, ...] = ()
    long: bool = False
    kept: frozenset[str] = frozenset()
    cut: tuple[tuple[str, int], ...] = ()
    neat: bool = True

    def shows(self, part: Part) -> bool:
        return part not in self.without

    def about(self, *parts: Part) -> Plan:
        """The plan as far as it says how large everything is, and whether these parts are shown."""
        without = self.without & {*parts}
        return Plan(scale=self.scale, without=without, long=self.long)

    def lists(self, topic: Topic) -> tuple[Measure, ...]:
        """The measures of a topic that the page lists."""
        if not self.shows("measures"):
            return ()
        return topic.measures[: dict(self.cut).get(topic.id)]

    def says(self, text: Text) -> Text:
        """A text in the author's shorter wording, where there is one: a picture is of few words."""
        return text.short or text


def is_list(topic: Topic) -> bool:
    """Whether a topic is what its measures say, of which its text is no more than the first."""
    first = str(topic.measures[0].head) if topic.measures else ""
    return bool(first) and str(topic.summary).startswith(first)


def plans(ctx: Context, text: float) -> Iterator[Plan]:
    """With all that the page has, then without one part after the other, at the usual size of text
    (points).

    Measures, lead and the timeline's title are shown where there is room for them with some air.
    All else is shown without any, the lead too where that saves what only it says; and so are
    measures where topics say nothing else.
    """
    has = _has(ctx)
    never = frozenset(part for part in _ORDER if not has[part])
    easy: tuple[tuple[Part, ...], ...] = ((), *(_ORDER[:n] for n in (1, 2)))
    listed = has["measures"] and any(map(is_list, shown_topics(ctx)))
    tight = (*_LEAD, *(_ORDER[:n] for n in range(1, len(_ORDER) + 1)))
    tried: set[tuple[frozenset[Part], float]] = set()

    def made(way: Sequence[Part], air: float, cut: tuple[tuple[str, int], ...] = ()) -> Plan:
        left = tuple(part for part in _ORDER if part in way and has[part])
        return Plan(scale=Scale(text, air), without=never | set(way), left_out=left, cut=cut)

    lists = _LISTS if listed else ()
    uneven = has["chart"] or len(ctx.brief.page.figures) > 1
    for air, ways in ((_EASY, easy[:1]), (0.0, lists), (_EASY, easy[1:]), (0.0, tight)):
        for way in ways:
            without: frozenset[Part] = never | set(way)
            if (without, air) in tried or (not air and "measures" not in without and not listed):
                continue
            tried.add((without, air))
            yield made(way, air)
            # Lists are in smaller type first.
            if uneven and not (listed and air):
                yield replace(made(way, air), neat=False)
        if ways is lists:
            yield from (made(_LISTS[-1], 0.0, cut) for cut in _cuts(ctx) if listed)


def _cuts(ctx: Context) -> Iterator[tuple[tuple[str, int], ...]]:
    """How many measures of each topic are listed: one less of the longest list after the other, to
    one of each."""
    counts = {topic.id: len(topic.measures) for topic in shown_topics(ctx)}
    while (most := max(counts.values(), default=0)) > 1:
        counts[next(id for id in reversed(counts) if counts[id] == most)] -= 1
        yield tuple(counts.items())


def _has(ctx: Context) -> dict[Part, bool]:
    page, topics = ctx.brief.page, shown_topics(ctx)
    return {
        "measures": len(topics) <= _FEW and any(topic.measures for topic in topics),
        "timeline-title": bool(page.timeline and page.timeline_title),
        "lead": bool(page.lead and str(page.lead).strip()),
        "plain-texts": any(str(topic.summary).strip() for topic in topics),
        "texts": any(str(topic.summary).strip() for topic in topics),
        "strip": True,
        "timeline": bool(page.timeline),
        "chart": bool(page.chart),
    }
