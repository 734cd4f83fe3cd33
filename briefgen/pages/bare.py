"""Turn a deck into what the printed page shows of it, where an outline says nothing of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from briefgen.brief.model import Brief, Event, Measure, Ref, Segment, Slide, Text, Topic, words
from briefgen.brief.roles import each_in, is_ordered, lead, references, said
from briefgen.chinese.hanzi import cells
from briefgen.patterns import pattern
from briefgen.problems import Problems, phrase
from briefgen.record import replace

# What a page has room for; what sums up a deck is at least so many points.
_FIGURES, _EVENTS, _TOPICS, _LEAST = 6, 6, 6, 3
# How many measures a topic has, and all of few topics.
_MEASURES, _MOST, _ALL = 4, 7, 14
_STOPS = ("。", "！", "？", ".", "!", "?")
# A title of more names no topic of a page, words of more head no measure; more is not said of a
# topic in its text (a hanzi is two).
_NAME, _HEAD, _TEXT = 72, 40, 132
# Letters are narrower than half a hanzi: by so much more of them are as much, in hundredths.
_LATIN = 133
# What is called by the words before its colon: 8号线一期：长城路至十里店站.
_CALLED = pattern(r"(?P<head>[^：:，。；;]{1,24}?)(?:：|: )(?P<rest>.*)", re.DOTALL)
# Slides that say nothing of the subject by themselves.
_AROUND = frozenset({"cover", "agenda", "closing", "sources", "quote", "section"})


def is_bare(brief: Brief) -> bool:
    """Whether an outline says nothing of what a page is to show."""
    page = brief.page
    said = (page.lead, page.headline, page.figures, page.topics, page.chart, page.timeline)
    return not (brief.topics or any(said) or page.targets or page.note or page.url)


def from_deck(brief: Brief, problems: Problems) -> Brief:
    """The brief with a page of its deck's first figures, events and points. Of an outline with
    topics, it stays as it is; of a page that has a lead and figures of its own, these stay, and
    events and points come below them. Where nothing is said of a page, it is told what it was made
    of, or that there is nothing."""
    if brief.topics:
        return brief
    shown = [slide for slide in brief.deck if slide.kind not in _AROUND and not slide.hidden]
    figures, events = _figures(shown), _events(shown)
    topics = _topics(brief, shown, problems)
    if not is_bare(brief):
        page = replace(brief.page, timeline=brief.page.timeline or events)
        return _with(replace(brief, page=page), topics)
    leads = (lead(slide.fields) for slide in brief.deck)
    first = next((text for text in leads if text and str(text)), None)
    if not (figures or events or topics or first):
        problems.add("page-empty", brief.mark)
        return brief
    problems.add("page-from-deck", brief.mark)
    stated = {id for topic in topics for id in _stated(topic)}
    left = tuple(ref for ref in figures if ref.id not in stated)
    page = replace(brief.page, lead=first, figures=left, timeline=events)
    return _with(replace(brief, page=page), topics)


def _stated(topic: Topic) -> Iterator[str]:
    """The figures in a topic's words."""
    measures = (text for each in topic.measures for text in (each.head, each.text))
    return (id for text in (topic.name, topic.summary, *measures) for id in text.figures)


def _with(brief: Brief, topics: tuple[Topic, ...]) -> Brief:
    """The brief with these topics, which its page shows."""
    shown = tuple(Ref(topic.id, topic.mark) for topic in topics)
    return replace(brief, page=replace(brief.page, topics=shown), topics=topics)


def _figures(slides: Iterable[Slide]) -> tuple[Ref, ...]:
    """The figures of the first slide of figures, else the first of all."""
    each = [[ref for kind, ref in references(s.fields) if kind == "figure"] for s in slides]
    chosen = next((refs for refs in each if len(refs) > 1), [ref for refs in each for ref in refs])
    return tuple({ref.id: ref for ref in chosen}.values())[:_FIGURES]


def _events(slides: Iterable[Slide]) -> tuple[Event, ...]:
    found = (tuple(each_in(slide.fields, Event)) for slide in slides)
    return next((events for events in found if events), ())[:_EVENTS]


def _topics(brief: Brief, slides: Sequence[Slide], problems: Problems) -> tuple[Topic, ...]:
    """What the deck says, as topics: the points that sum it up, else those of its slides that say
    something in words, else their titles."""
    for slide in slides:
        summed = said(slide.fields, sums_up=True)
        if _LEAST <= len(summed) <= _TOPICS and all(_named(brief, first) for first, *_ in summed):
            return tuple(
                _topic(brief, problems, slide, first, (more,) if more else (), f"-{number}")
                for number, (first, *more) in enumerate(summed, 1)
            )
    titled = [slide for slide in slides if _named(brief, slide.title)]
    for slide in slides:
        if slide not in titled and said(slide.fields):
            left = (phrase("left-out", parts=(str(slide.title),)),)
            problems.add("copyfit", slide.title.mark, done=left)
    told = [slide for slide in titled if said(slide.fields)]
    claims = [slide for slide in titled if _claims(slide)]
    # Titles alone stand by themselves, where there are some; beside others their cells are empty.
    chosen = (told or (claims if len(claims) >= _LEAST else ()))[:_TOPICS]
    most = max(_MEASURES, min(_MOST, _ALL // max(1, len(chosen))))
    return tuple(
        _topic(brief, problems, slide, slide.title, said(slide.fields), most=most)
        for slide in slides
        if any(slide is each for each in chosen)
    )


def _claims(slide: Slide) -> bool:
    """Whether a slide's title is all that a page can say of it: its figures or events stand there
    by themselves."""
    shown = any(True for _ in references(slide.fields)) or any(each_in(slide.fields, Event))
    return not (shown or said(slide.fields))


def _named(brief: Brief, name: Text) -> bool:
    """Whether words are short enough for the name of a topic."""
    return 0 < cells(str(name)) <= _most(brief, _NAME)


def _most(brief: Brief, count: int) -> int:
    """What `count` cells of hanzi are in the brief's language."""
    return count * _LATIN // 100 if brief.language == "en" else count


def _topic(
    brief: Brief,
    problems: Problems,
    slide: Slide,
    name: Text,
    says: Sequence[Sequence[Text]],
    number: str = "",
    most: int = _MEASURES,
) -> Topic:
    """A topic of so many things that are said of it: in a few words, and one by one, `most` of
    them; what it has no room for is told."""
    english = brief.language == "en"
    colon, pause, end, more = (": ", "; ", ".", " …") if english else ("：", "；", "。", "……")
    whole = [_joined(each, colon, pause) for each in says]
    parts = _within(whole, _most(brief, _TEXT)) or [each[0] for each in says[:1]]
    # What goes on is not said as if it were all.
    end = end if parts == whole else more
    listed = tuple(_listed(_called(says[:most]), pause))
    heads, room = [str(each.head) for each in listed], _most(brief, _HEAD) + 1
    headed = len(heads) > 1 and all(cells(e) < room and not e.endswith(_STOPS) for e in heads)
    shown = parts if not headed else [*parts, *whole[:most]]
    left = tuple(str(each[0]) for each, text in zip(says, whole, strict=True) if text not in shown)
    if left:
        told = phrase("points-of", topic=str(name), points=left)
        problems.add("copyfit", slide.mark, done=(phrase("left-out", parts=(told,)),))
    return Topic(
        id=slide.id + number,
        name=name,
        summary=_joined(parts, pause, pause, end),
        measures=_ended_alike(listed) if headed else (),
        numbered=headed and not number and is_ordered(slide.fields),
        mark=slide.mark,
    )


def _listed(says: Sequence[Sequence[Text]], pause: str) -> Iterator[Measure]:
    """What is said as a list, each with the texts below it as one. What begins with a capital there
    is no sentence by that alone: a dot stands before it, and between all texts of the list."""
    if pause == "; " and any(str(text)[:1].isupper() for _, *more in says for text in more[1:]):
        pause = " · "
    for first, *more in says:
        yield Measure(head=first, text=_joined(more, pause, pause, sentences=False))


def _ended_alike(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Measures without the stop of one sentence where others of the list have none."""
    said = [each for each in measures if str(each.text)]
    if all(str(each.text).endswith(_STOPS) for each in said):
        return measures
    return tuple(replace(each, text=_unstopped(each.text)) for each in measures)


def _unstopped(text: Text) -> Text:
    whole = str(text)
    if not whole.endswith(("。", ".")) or any(stop in whole[:-1] for stop in ("。", ". ")):
        return text
    *others, last = text.segments
    return replace(text, segments=(*others, replace(last, text=last.text[:-1])))


def _within(parts: Sequence[Text], room: int) -> list[Text]:
    """As many of what is said, from the first, as a topic's text has room for."""
    kept: list[Text] = []
    for each in parts:
        room -= cells(str(each))
        if room < 0:
            break
        kept.append(each)
    return kept


def _called(says: Sequence[Sequence[Text]]) -> Sequence[Sequence[Text]]:
    """What is said, parted into what each is called and the rest, where all say it so."""
    parted = []
    for each in says:
        first = each[0].segments[0]
        match = _CALLED.fullmatch(first.text) if len(each) == 1 and not first.figure else None
        behind = each[0].segments[1:]
        if not match or not (match["rest"].strip() or behind):
            return says
        head = replace(each[0], segments=(replace(first, text=match["head"]),), short=None)
        rest = (replace(first, text=match["rest"]), *behind) if match["rest"] else behind
        parted.append((head, replace(each[0], segments=rest, short=None)))
    return parted


def _joined(
    texts: Sequence[Text], first: str, others: str, end: str = "", *, sentences: bool = True
) -> Text:
    """Texts as one, with `first` behind the first of them and `others` behind the next; sentences
    stay sentences, and so are in English those that begin with a capital, where they may be."""
    if not texts:
        return words("")
    segments: list[Segment] = []
    stopped = False
    for number, text in enumerate(texts, 1):
        last = text.segments[-1]
        whole = last.text.rstrip("；;")
        segments += (*text.segments[:-1], replace(last, text=whole))
        if whole.endswith(_STOPS):
            segments.append(Segment("" if whole.endswith("。") else " "))
        elif number < len(texts):
            sign = first if number == 1 else others
            if sentences and sign == "; " and str(texts[number])[:1].isupper():
                sign, stopped = ". ", True
            segments.append(Segment(sign))
        else:
            segments.append(Segment(end or ("." if stopped else "")))
    ending = replace(segments[-1], text=segments[-1].text.rstrip(" "))
    kept = (*segments[:-1], ending) if ending.text else segments[:-1]
    return Text(tuple(kept), texts[0].mark)
