"""Turn a brief without a `deck` part into a storyline: the deck that its topics ask for."""

from __future__ import annotations

from briefgen.brief.model import Brief, Cell, Ref, Segment, Slide, Text, Topic, words
from briefgen.kinds import kinds
from briefgen.record import replace

# A title of this many characters stands on one line.
_ONE_LINE = 28


def storyline(brief: Brief) -> tuple[Slide, ...]:
    """Cover, leading figures, the map of topics, a slide for each topic, the sources."""
    english = brief.language == "en"

    def slide(id: str, kind: str, title: Text, **fields: object) -> Slide:
        return Slide(
            id=id, kind=kind, title=title, fields=kinds()[kind].fields(**fields), mark=brief.mark
        )

    def said(chinese: str, in_english: str) -> Text:
        return words(in_english if english else brief.in_script(chinese), brief.mark)

    slides = [slide("cover", "cover", brief.title)]
    leading = [ref for topic in brief.topics for ref in topic.figures[:1]]
    if len(leading) >= 2:
        cells = tuple(Cell(ref) for ref in leading[:6])
        slides.append(slide("figures", "kpi", said("关键数字", "Key figures"), figures=cells))
    if len(brief.topics) > 1:
        led = any(str(topic.effort) and str(topic.goal) for topic in brief.topics)
        of = ("从举措到目标", "From effort to goal") if led else ("各项工作一览", "All topics")
        slides.append(slide("topics", "topics", said(*of)))
    slides += [
        slide(f"topic-{topic.id}", "topic", _title(topic, english), topic=Ref(topic.id, topic.mark))
        for topic in brief.topics
        if _says_more(topic)
    ]
    if brief.figures:
        slides.append(slide("sources", "sources", words("", brief.mark)))
    return tuple(slides)


def _says_more(topic: Topic) -> bool:
    """Whether there is anything to show of a topic but its name."""
    words = (topic.effort, topic.goal, topic.summary)
    return bool(topic.measures or topic.figures or topic.graphic or any(map(str, words)))


def _title(topic: Topic, english: bool) -> Text:
    """The topic's summary where it is short enough for a title, else its name, and its effort where
    it has one."""
    if 0 < len(str(topic.summary)) <= _ONE_LINE:
        segments = topic.summary.segments
        ending = replace(segments[-1], text=segments[-1].text.rstrip("。."))
        return Text((*segments[:-1], ending), topic.summary.mark)
    if not str(topic.effort):
        return topic.name
    colon = Segment(": " if english else "：")
    return Text((*topic.name.segments, colon, *topic.effort.segments), topic.effort.mark)
