"""Turn a place in a picture into the place in the file where its words were written, and back.

A drawing numbers its texts (`scene.walk.texts`) and its paragraphs, and says of each piece where
in the words of its paragraph it begins. Kinds put together what they show of several texts, so
the text that was clicked on is found by its words among those of the slide.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from briefgen.brief.model import Brief, Slide, Text
from briefgen.brief.roles import each_in
from briefgen.messages.entry import TONGUES
from briefgen.preview.session import Content, Drawn
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record
from briefgen.scene.items import Page, TextBox
from briefgen.scene.walk import texts

# Fewer characters of a text that is only shown in part are anybody's.
_TELLING = 4
# How wide a Latin letter is on average, of its size.
_LETTER = 0.52


class Origin(Record):
    """Where something was written: its place, and the text itself where it is one of the file."""

    mark: Mark
    text: Text | None = None


class Box(Record):
    """The box in which a text is shown: what it is called, by language, and how many characters of
    its size it holds (hanzi, or Latin letters in a brief in English); "" and 0 where that is not
    known."""

    called: Mapping[str, str]
    holds: int = 0


class Spot(Record):
    """A place in a drawing: the number of a text, of its paragraph, and of a character in that."""

    text: int
    paragraph: int = 0
    offset: int = 0


def slide_of(brief: Brief, page: Page) -> Slide | None:
    """The slide that a page was made of."""
    found = (slide for slide in brief.deck if slide.mark == page.mark and page.mark.line)
    return next(found, None)


def written(content: Content, page: Page, spot: Spot) -> Origin:
    """Where the words at a spot were written: the text, else what its box stands for, else the
    slide's own place."""
    brief, slide = content.brief, slide_of(content.brief, page)
    shown = next(islice(texts(page.items), spot.text, None), None)
    if shown is None or spot.paragraph >= len(shown.paragraphs):
        return Origin(page.mark)
    paragraph = shown.paragraphs[spot.paragraph]
    found = _text_at(paragraph.text, spot.offset, _candidates(brief, slide))
    if found is not None:
        return Origin(found.mark, found if found.raw else None)
    if shown.mark.line:
        return Origin(shown.mark)
    ids = (run.figure for run in paragraph.runs if run.figure in brief.figures)
    mark = next((brief.figures[id].mark for id in ids), NOWHERE)
    return Origin(mark if mark.line else page.mark)


def box_of(content: Content, page: Page, spot: Spot, text: Text | None) -> Box:
    """The box in which the words at a spot stand, of this text. What it holds is only told of a
    text that stands there as a whole, and alone."""
    shown = next(islice(texts(page.items), spot.text, None), None)
    if not isinstance(shown, TextBox) or spot.paragraph >= len(shown.paragraphs):
        return Box({})
    names: dict[str, str] = {tongue: shown.name.told(tongue) for tongue in TONGUES}
    paragraph = shown.paragraphs[spot.paragraph]
    whole = text is not None and text.shown.strip() == paragraph.text.strip()
    if len(shown.paragraphs) > 1 or not paragraph.runs or not whole:
        return Box(names)
    left, top, right, bottom = shown.insets
    wide = shown.rect.w - left - right - paragraph.margin
    rows = (shown.rect.h - top - bottom) // max(paragraph.leading, 1)
    size = max(run.style.size for run in paragraph.runs)
    letter = size if content.brief.tag.startswith("zh") else size * _LETTER
    return Box(names, max(int(wide // letter), 0) * max(rows, 1))


def spot_of(page: Page, text: Text | None) -> Spot:
    """Where on a page a text stands as a whole; at no text of it where it does not."""
    said = text.shown.strip() if text else ""
    boxes = enumerate(texts(page.items))
    there = (at for at, box in boxes if said and [p.text.strip() for p in box.paragraphs] == [said])
    return Spot(next(there, sys.maxsize))


def notes_of(content: Content, page: Page) -> Origin:
    """Where what the speaker says on a page was written; else the slide's own place."""
    slide = slide_of(content.brief, page)
    if slide is None or slide.notes is None or not slide.notes.raw:
        return Origin(page.mark)
    return Origin(slide.notes.mark, slide.notes)


def title_of(content: Content, page: Page) -> Origin:
    """Where the title of a page was written; else the slide's own place."""
    slide = slide_of(content.brief, page)
    title = slide.title if slide and slide.title.raw else None
    # A cover shows the brief's.
    title = title or _text_at(page.title, 0, _candidates(content.brief, slide))
    if title is None or not title.raw:
        return Origin(page.mark)
    return Origin(title.mark, title)


def page_at(slides: Iterable[Drawn], file: str, line: int) -> int | None:
    """The index of the first page on which stands what was written last before a line, or in it;
    None where nothing of the file is shown."""
    return page_of(lines_of(slides), file, line)


# By file the lines in which something was written that is shown, and the pages that show it first
# (counted from 0, negative, so that of those of a line the first is the greatest), sorted.
Lines = Mapping[str, Sequence[tuple[int, int]]]


def lines_of(slides: Iterable[Drawn]) -> Lines:
    """Where what the slides show was written: to be asked by `page_of` for many lines."""
    found: dict[str, set[tuple[int, int]]] = {}
    for index, drawn in enumerate(slides):
        for mark in (drawn.page.mark, *(text.mark for text in texts(drawn.page.items))):
            if mark.line:
                found.setdefault(mark.file, set()).add((mark.line, -index))
    return {file: sorted(lines) for file, lines in found.items()}


def page_of(lines: Lines, file: str, line: int) -> int | None:
    """The same as `page_at`, of lines that are known."""
    own = lines.get(file, ())
    at = bisect_right(own, (line, 0))
    return -own[at - 1][1] if at else None


def quoted(content: Content) -> dict[Mark, str]:
    """The words of the brief by the place where they were written."""
    brief = content.brief
    slides = tuple((each.title, each.second, each.fields) for each in brief.deck)
    every = chain(each_in(slides, Text), _candidates(brief, None))
    return {text.mark: text.shown.strip() for text in every if text.mark.line}


def _candidates(brief: Brief, slide: Slide | None) -> Iterator[Text]:
    """The texts that a page may show, those of its slide first."""
    groups: list[object] = [(slide.title, slide.second, slide.fields)] if slide else []
    if slide:
        groups.append(tuple(each.text for each in slide.footnotes))
    groups += [brief.topics, brief.page, (brief.title, brief.subtitle, brief.organisation)]
    groups += [(brief.author, brief.date_text, brief.footer), tuple(s.title for s in brief.deck)]
    for group in groups:
        for text in each_in(group, Text):
            yield text
            if text.short:
                yield text.short


def _text_at(words: str, offset: int, candidates: Iterable[Text]) -> Text | None:
    """The longest of the texts that stand at an offset of the words; the first of equals."""
    best, length = None, 0
    for text in candidates:
        if not text.mark.line:
            continue
        for line in _lines(text):
            if length < len(line) and _covers(words, line, offset):
                best, length = text, len(line)
    return best


def _lines(text: Text) -> Iterator[str]:
    shown = text.shown.strip()
    yield shown
    if "\n" in shown:
        yield from (each.strip() for each in shown.split("\n"))


def _covers(words: str, line: str, offset: int) -> bool:
    if not line:
        return False
    at = words.find(line)
    while at >= 0:
        if at <= offset < at + len(line):
            return True
        at = words.find(line, at + 1)
    return len(words.strip()) >= _TELLING and words.strip() in line
