"""Turn a glossary and a composed scene into the terms that are first shown without what they mean.

    glossary:
      - term: {zh: 低空经济, en: low-altitude economy}
        means: {en: drones and other low-flying aircraft}

A term that means something to be explained in the audience's language has that explanation, in
these words, on the page that shows it first: beside it, or in what follows. The speaker's notes
are read on: what the page says they need not say again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize

from briefgen.brief.model import Brief, Slide, Term
from briefgen.brief.resolve import texts_of
from briefgen.patterns import pattern
from briefgen.problems import Mark, Part, Problem, Problems, phrase
from briefgen.scene.items import Chart, Page
from briefgen.scene.scene import Scene
from briefgen.scene.walk import paragraphs, walk

_SPACE = pattern(r"\s+")


def check_terms(brief: Brief, scene: Scene, problems: Problems) -> None:
    """Warn of every term of the glossary whose first use in a scene is not explained."""

    @cache
    def words(at: int) -> tuple[str, str]:
        """What a page shows, and what is said with it."""
        page = scene.pages[at]
        return _plain(" ".join(_shown(page))), _plain(" ".join(page.notes))

    for term in brief.voice.glossary:
        use = re.compile(rf"(?<![a-z]){re.escape(_plain(term.wording))}")
        meaning = _plain(term.means)
        for at, page in enumerate(scene.pages):
            shown, said = words(at)
            if not use.search(shown) and not use.search(said):
                continue
            if meaning not in shown and (use.search(shown) or meaning not in said):
                _tell(brief, term, use, page, bool(use.search(shown)), problems)
            break


def _tell(
    brief: Brief, term: Term, use: re.Pattern[str], page: Page, shown: bool, problems: Problems
) -> None:
    slide = _slide(brief, page)
    if slide:
        key = "on-slide" if shown else "in-the-notes-of"
        where = phrase(key, slide=slide.id)
    else:
        where = phrase("on-the-page") if shown else phrase("in-the-notes")
    place, means = _place(brief, use, page), term.means
    parts: dict[str, Part] = {"term": term.wording, "where": where, "means": means}
    found = Problem.of("unexplained-term", place, **parts)
    # A page may open with the title of a slide, of which this was told already.
    if not any(
        (p.code, p.mark, p.parts[0]) == (found.code, place, found.parts[0]) for p in problems
    ):
        problems.extend((found,))


def _place(brief: Brief, use: re.Pattern[str], page: Page) -> Mark:
    """Where the term stands in the outline: in the slide or the printed page, else in a figure's
    label or a topic that it shows, else in any slide."""
    slide = _slide(brief, page)
    for text in texts_of(slide or brief.page):
        if use.search(_plain(str(text))):
            return text.mark
    for figure in (brief.figures[id] for id in page.figures if id in brief.figures):
        if use.search(_plain(figure.label.get(brief.language, ""))):
            return figure.mark
    for text in texts_of(brief.topics):
        if use.search(_plain(str(text))):
            return text.mark
    for text in texts_of(brief.deck):
        if use.search(_plain(str(text))):
            return text.mark
    return slide.mark if slide else page.mark


def _slide(brief: Brief, page: Page) -> Slide | None:
    """The slide that a page, or a further page of it, was made from."""
    return next((each for each in brief.deck if each.id == page.id.partition("--")[0]), None)


def _shown(page: Page) -> Iterator[str]:
    """The words that a page shows, in reading order."""
    yield page.title
    for paragraph in paragraphs(page.items):
        yield "".join(run.text for run in paragraph.runs)
    for item in walk(page.items):
        if isinstance(item, Chart):
            yield from (*item.categories, *(series.name for series in item.series))


def _plain(words: str) -> str:
    # Lowered digits (CO₂) and those of runs that are set lower are the same.
    return _SPACE.sub(" ", normalize("NFKC", words)).casefold()
