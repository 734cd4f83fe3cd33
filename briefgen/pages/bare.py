"""Turn a deck into what the printed page shows of it, where an outline says nothing of a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.brief.model import Brief, Event, Measure, Ref, Slide, Text, Topic
from briefgen.brief.resolve import texts_of
from briefgen.brief.roles import each_in, lead, references
from briefgen.chinese.hanzi import cells
from briefgen.problems import Problems
from briefgen.record import replace

# What a page has room for.
_FIGURES, _EVENTS, _TOPICS, _MEASURES = 6, 6, 6, 4
# A title of more names no topic of a page; points of more are no heads (a hanzi is two).
_NAME, _HEAD = 32, 60
# Slides that say nothing of the subject by themselves.
_AROUND = frozenset({"cover", "agenda", "closing", "sources", "quote", "section"})


def is_bare(brief: Brief) -> bool:
    """Whether an outline says nothing of what a page is to show."""
    page = brief.page
    said = (page.lead, page.headline, page.figures, page.topics, page.chart, page.timeline)
    return not (brief.topics or any(said) or page.targets or page.note or page.url)


def from_deck(brief: Brief, problems: Problems) -> Brief:
    """The brief with a page of its deck's first figures, events and points; as it is, where it says
    itself what a page shows. Both are told: what the page was made of, or that there is nothing."""
    if not is_bare(brief):
        return brief
    shown = [slide for slide in brief.deck if slide.kind not in _AROUND and not slide.hidden]
    figures, events = _figures(shown), _events(shown)
    topics = tuple(_topics(shown))
    leads = (lead(slide.fields) for slide in brief.deck)
    first = next((text for text in leads if text and str(text)), None)
    if not (figures or events or topics or first):
        problems.add("page-empty", brief.mark)
        return brief
    problems.add("page-from-deck", brief.mark)
    page = replace(
        brief.page,
        lead=first,
        figures=figures,
        timeline=events,
        topics=tuple(Ref(topic.id, topic.mark) for topic in topics),
    )
    return replace(brief, page=page, topics=topics)


def _figures(slides: Iterable[Slide]) -> tuple[Ref, ...]:
    """The figures of the first slide of figures, else the first of all."""
    each = [[ref for kind, ref in references(s.fields) if kind == "figure"] for s in slides]
    chosen = next((refs for refs in each if len(refs) > 1), [ref for refs in each for ref in refs])
    return tuple({ref.id: ref for ref in chosen}.values())[:_FIGURES]


def _events(slides: Iterable[Slide]) -> tuple[Event, ...]:
    found = (tuple(each_in(slide.fields, Event)) for slide in slides)
    return next((events for events in found if events), ())[:_EVENTS]


def _topics(slides: Iterable[Slide]) -> Iterator[Topic]:
    """The slides of points as topics: what they are called, and their first points."""
    count = 0
    for slide in slides:
        points = _points(slide)
        if count < _TOPICS and len(points) > 1 and 0 < cells(str(slide.title)) <= _NAME:
            count += 1
            measures = tuple(Measure(head=text) for text in points[:_MEASURES])
            yield Topic(id=slide.id, name=slide.title, measures=measures, mark=slide.mark)


def _points(slide: Slide) -> list[Text]:
    """The short texts of a slide that has nothing but texts."""
    if any(True for _ in references(slide.fields)) or any(each_in(slide.fields, Event)):
        return []
    texts = texts_of(slide.fields)
    return texts if all(0 < cells(str(text)) <= _HEAD for text in texts) else []
