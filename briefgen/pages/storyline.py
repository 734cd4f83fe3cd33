"""Turn a brief without a `deck` part into a storyline: the deck that its topics ask for."""

from __future__ import annotations

from briefgen.kinds import kinds
from briefgen.outline.model import Brief, Cell, Ref, Slide, Text, words


def _slide(id: str, kind: str, title: Text, brief: Brief, **fields: object) -> Slide:
    return Slide(id, kind, title, kinds()[kind].fields(**fields), mark=brief.mark)


def storyline(brief: Brief) -> tuple[Slide, ...]:
    """Cover, leading figures, the map of topics, a slide for each topic, sources, closing."""
    english = brief.language == "en"
    slides = [_slide("cover", "cover", brief.title, brief)]
    leading = [ref for topic in brief.topics for ref in topic.figures[:1]]
    if len(leading) >= 2:
        title = words("Key figures" if english else "关键数字", brief.mark)
        cells = tuple(Cell(ref) for ref in leading[:6])
        slides.append(_slide("figures", "kpi", title, brief, figures=cells))
    if len(brief.topics) > 1:
        slides.append(_slide("topics", "topics", brief.subtitle, brief))
    slides += [
        _slide(f"topic-{topic.id}", "topic", topic.summary if len(str(topic.summary)) <= 28 else topic.effort, brief, topic=Ref(topic.id, topic.mark))
        for topic in brief.topics
    ]  # fmt: skip
    if brief.figures:
        slides.append(_slide("sources", "sources", words("", brief.mark), brief))
    slides.append(_slide("closing", "closing", brief.title, brief))
    return tuple(slides)
