"""Turn Chinese characters in the words for English readers into problems at their places.

A name given on purpose stands in round brackets behind what it is called in English: the Canton
Fair (广交会).
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.brief.model import Brief, Text, words
from briefgen.brief.resolve import texts_of
from briefgen.chinese.hanzi import HANZI
from briefgen.outline.reading.nodes import shorten
from briefgen.patterns import pattern
from briefgen.problems import Problems, phrase

_BRACKETED = pattern(r"\([^()]*\)|（[^（）]*）")
_CHINESE = pattern(f"[\u3001-\u303f{HANZI}\uff01-\uff60]+")


def check_script(brief: Brief, problems: Problems) -> None:
    """Warn of every Chinese word or mark that an English version of the brief would show.

    The second titles of a bilingual deck are Chinese, and so is the sentence that a figure stands
    on where it is not translated.
    """
    if brief.language != "en":
        return
    reader = brief.audience or phrase("the-audience")
    for text in _own(brief):
        bare = _BRACKETED.sub("", str(text))
        if text.language in (None, "en") and (found := _CHINESE.search(bare)):
            problems.add("untranslated", text.mark, words=shorten(found[0]), reader=reader)


def _own(brief: Brief) -> Iterator[Text]:
    """What the authors wrote. (Cells of data files are checked where they are shown.)"""
    yield from texts_of(brief)
    for figure in brief.figures.values():
        for wording in (figure.label, figure.period, figure.scope):
            if wording and (said := wording.get("en")):
                yield words(said, figure.mark)
    for source in brief.sources:
        for wording in (source.title, source.publisher):
            yield words(wording.get("en") or next(iter(wording.values()), ""), source.mark)
