"""Turn a brief and its scene into what each page of a file has to say, in the authors' words.

The scene may be wrong too. So every text of a slide, whole or in its shorter wording, has to stand
on the pages that the slide became, or in their notes, and so has every figure and topic that it
names; the one-page brief has to say what copyfitting may not leave out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.brief.model import Brief, OnePage, Ref, Slide, Text
from briefgen.brief.resolve import map_texts
from briefgen.brief.roles import references
from briefgen.checks.leaks import plain
from briefgen.facts.quantity import display
from briefgen.kinds import kinds
from briefgen.kinds.table import Table, without_drawn
from briefgen.pages.handout import left_out
from briefgen.pages.storyline import storyline
from briefgen.parts.charts.values import Charted
from briefgen.parts.context import beside_label, in_language
from briefgen.parts.footnotes import marked_on
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace
from briefgen.render.readback import Readback
from briefgen.scene.items import Group, Page
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk

# Between a slide's id and the number of a page that it runs on to.
_GOES_ON = "--"


class Promise(Record):
    """Words that one of these pages (from 1) has to say, or these together: any of `wordings`."""

    pages: tuple[int, ...]
    wordings: tuple[str, ...]
    mark: Mark = NOWHERE

    def kept(self, record: Readback) -> bool:
        """Whether the words stand there, however they are set."""
        return self.stands_in(
            "".join(
                bare(passage.words)
                for number in self.pages
                if number <= len(record.pages)
                for passage in record.pages[number - 1].passages
            )
        )

    def stands_in(self, said: str) -> bool:
        """Whether the words stand in what is said, which is bare."""
        return any(bare(wording) in said for wording in self.wordings)


def bare(words: str) -> str:
    """Words as they are known again in whatever pieces a file has them."""
    return plain(words).replace("\x1f", "").replace(".", "")


def promises(brief: Brief, scene: Scene, print: bool) -> Iterator[Promise]:
    """What the files of a scene have to say; of a `print` of slides, only their titles (what does
    not fit on a slide goes to its notes, which are not printed with it)."""
    shown = _shown(scene, print)
    homes = _homes(shown)
    slides = brief.deck or storyline(brief)
    if not any(slide.id in homes for slide in slides):
        pictured = brief.page.style == "picture" or any(page.id == "long" for page in scene.pages)
        yield from (_of_picture if pictured else _of_page)(brief, brief.page)
        return
    for slide in slides:
        pages = tuple(homes.get(slide.id, ()))
        unprinted = print and (slide.hidden or left_out(brief.page, slide.kind))
        absent = kinds()[slide.kind].generated or unprinted
        if pages or not absent:
            if slide.footnotes:
                marked = [each for page in pages for each in marked_on(shown[page - 1])]
                kept = tuple(each for each in slide.footnotes if each.number in marked)
                slide = replace(slide, footnotes=kept)
            yield from _of_slide(brief, slide, pages, print)


def out_of_order(brief: Brief, scene: Scene) -> Iterator[int]:
    """The numbers of the pages that stand before one of an earlier slide."""
    turn = {slide.id: at for at, slide in enumerate(brief.deck or storyline(brief))}
    last = -1
    for number, page in enumerate(scene.pages, 1):
        at = turn.get(page.id.partition(_GOES_ON)[0], last)
        if at < last:
            yield number
        last = max(at, last)


def _shown(scene: Scene, print: bool) -> list[Page]:
    return [page for page in scene.pages if not (print and page.hidden)] or list(scene.pages)


def _homes(shown: Sequence[Page]) -> dict[str, list[int]]:
    """The numbers of the pages that each slide stands on."""
    homes: dict[str, list[int]] = {}
    for number, page in enumerate(shown, 1):
        for id in dict.fromkeys(id.partition(_GOES_ON)[0] for id in (page.id, *_anchors(page))):
            homes.setdefault(id, []).append(number)
    return homes


def _anchors(page: Page) -> Iterator[str]:
    for item in walk(page.items):
        if isinstance(item, Group) and item.anchor:
            yield item.anchor


def _of_slide(brief: Brief, slide: Slide, pages: tuple[int, ...], print: bool) -> Iterator[Promise]:
    yield _of_text(slide.title, pages)
    if print:
        return
    for text in _texts(replace(slide, fields=_named(slide.fields))):
        yield _of_text(text, pages)
    topics = {topic.id: topic for topic in brief.topics}
    for thing, ref in references(slide.fields):
        if thing == "topic":
            yield _of_text(topics[ref.id].name, pages)
        elif thing == "figure" and not isinstance(slide.fields, Charted):
            yield _of_figure(brief, ref, pages)


def _named(content: Record) -> Record:
    """The fields of a chart without its values, which are shown on a scale that they share, and
    without the headings of the columns that it is drawn from; those of a table without the columns
    that it draws as lines."""
    if isinstance(content, Table) and content.spark:
        return without_drawn(content)
    if not isinstance(content, Charted):
        return content
    return replace(content, header=(), rows=tuple(row[:1] for row in content.rows))


def _of_page(brief: Brief, page: OnePage) -> Iterator[Promise]:
    """What copyfitting never leaves out: title, lead, figures, targets, topics, note."""
    one = (1,)
    names = {topic.id: topic.name for topic in brief.topics}
    heads = (brief.title, page.headline, page.lead)
    always = (*heads, page.note, page.targets_title if page.targets else None)
    for text in (*always, *(names.get(ref.id) for ref in page.topics)):
        if text:
            yield _of_text(text, one)
    for ref in (*page.figures, *page.targets):
        yield _of_figure(brief, ref, one)


def _of_picture(brief: Brief, page: OnePage) -> Iterator[Promise]:
    """What a page in pictures never leaves out: title, headline, targets, note; of each topic its
    goal, its effort, its first figure."""
    one = (1,)
    heads = (brief.title, page.headline, page.note, page.targets_title if page.targets else None)
    ids = [ref.id for ref in page.topics]
    topics = [topic for topic in brief.topics if not ids or topic.id in ids]
    for text in (*heads, *(text for each in topics for text in (each.goal, each.effort))):
        if text:
            yield _of_text(text, one)
    for ref in (*page.targets, *(ref for each in topics for ref in each.figures[:1])):
        yield _of_figure(brief, ref, one)


def _of_text(text: Text, pages: Sequence[int]) -> Promise:
    both = (text, text.short) if text.short else (text,)
    # As runs show them, and where there can be none.
    wordings = dict.fromkeys(words for each in both for words in (each.shown, str(each)))
    return Promise(tuple(pages), tuple(wordings), text.mark)


def _of_figure(brief: Brief, ref: Ref, pages: Sequence[int]) -> Promise:
    figure = brief.figures[ref.id]
    label = in_language(figure.label, brief.language)
    said = (display(figure.quantity, brief.tag), beside_label(figure, label, brief.tag))
    return Promise(tuple(pages), tuple(dict.fromkeys(map(str, said))), ref.mark)


def _texts(value: object) -> Iterator[Text]:
    """Every text, without the shorter wordings that may stand for it."""
    found: list[Text] = []

    def note(text: Text) -> Text:
        found.append(text)
        return text

    map_texts(value, note)
    yield from found
