"""Turn figures that nobody has looked at yet into a warning for each slide and page with them."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.brief.model import Brief, Ref
from briefgen.brief.resolve import gathered
from briefgen.problems import Mark, Phrase, Problems, phrase


def check_sure(brief: Brief, problems: Problems) -> None:
    """Warn of every slide, and of the page, that shows figures whose entries say `sure: no`."""
    unsure = [id for id, figure in brief.figures.items() if figure.sure is False]
    if not unsure:
        return
    topics = {topic.id: _shown(topic) for topic in brief.topics}
    for where, mark, value in _places(brief):
        ids = _shown(value)
        ids |= {id for topic in ids & set(topics) for id in topics[topic]}
        if seen := tuple(id for id in unsure if id in ids):
            problems.add("not-sure", mark, where=where, ids=seen)


def _places(brief: Brief) -> Iterator[tuple[Phrase, Mark, object]]:
    for slide in brief.deck:
        yield phrase("on-slide", slide=slide.id), slide.mark, slide
    headline = brief.page.headline
    mark = headline.mark if headline else brief.mark
    yield phrase("on-the-page"), mark, (brief.page, brief.topics)


def _shown(value: object) -> set[str]:
    """The ids of figures and topics that a part of a brief names."""
    found: set[str] = set()
    for each in gathered(value):
        found.update((each.id,) if isinstance(each, Ref) else each.figures)
    return found
