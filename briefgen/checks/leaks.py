"""Turn finished files into the restricted words that stand in them all the same.

A restriction is a promise, and the files themselves are what it is kept by: all XML of a deck
(slides, notes, alternative texts, charts, their workbooks, properties), all text of a PDF as a
reader extracts it, and its alternative texts, outline, metadata and attachments. Words that the
audience may see elsewhere are no leak.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal

from briefgen.brief.model import Brief, Secret
from briefgen.brief.placeholders import Placeholder, pieces
from briefgen.brief.resolve import texts
from briefgen.checks.leaks_read import Found, read_file
from briefgen.chinese.hanzi import count_hanzi
from briefgen.facts.quantity import display, in_form
from briefgen.outline.reading.nodes import shorten
from briefgen.patterns import pattern
from briefgen.problems import Phrase, Problems, phrase
from briefgen.record import Record

# The least weight of words to be searched for, a hanzi counting 2 and a letter 1: less stands in
# any text by chance. Part of a sentence has to weigh more than the whole.
WHOLE, PART = 8, 14
# The scales on which a chart's values are stored.
_SCALES = tuple(map(Decimal, ("1", "1e3", "1e4", "1e6", "1e8", "1e9", "1e12", "0.01")))
_LANGUAGES = ("zh-Hans", "zh-Hant", "en", "en-US")
_YEARS = range(1900, 2100)

_PARTS = pattern(r"[，。；：、！？,;:!?（）()“”‘’「」『』《》\n|]+|(?<=[a-z])\. ")
# Spaces part numbers, and nothing else: lines are broken anywhere in Chinese.
_LINK = pattern(r"\[([^\[\]\n]+)\]\(([^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)")
_BETWEEN_NUMBERS = pattern(r"(?<=\d)\s+(?=\d)")
_NOT_WORDS = pattern(r"[^\w%.\x1f]|_|(?<!\d)\.|\.(?!\d)")


class Needle(Record):
    """What is searched for: plain words, with `edges` a number that must not go on on either side,
    or the `values` of a figure."""

    secret: Secret
    words: str
    edges: bool = False
    values: frozenset[Decimal] = frozenset()

    def stands_in(self, found: Found) -> bool:
        """Whether it stands in what was read, which is plain too."""
        if self.values:
            return not self.values.isdisjoint(found.numbers)
        if not self.edges:
            return self.words in found.text
        return bool(re.search(rf"(?<![\d.]){re.escape(self.words)}(?!\.?\d)", found.text))


def search(files: Mapping[str, bytes], brief: Brief, problems: Problems) -> None:
    """Add an error for everything restricted that stands in the files of an audience.

    `brief` is what the audience may see, with what it may not in `withheld`. What is too short to
    be searched for is a note.
    """
    wanted = needles(brief, problems)
    for name, data in files.items():
        if not wanted:
            return
        found = [Found(phrase("place-name"), plain(name)), *map(_plain, read_file(name, data))]
        for place in found:
            for needle in wanted:
                if needle.stands_in(place):
                    _tell(needle, name, place.place, brief, problems)


def _tell(needle: Needle, file: str, place: Phrase | str, brief: Brief, problems: Problems) -> None:
    secret = needle.secret
    words, figure = shorten(secret.words), secret.figure
    problems.add(
        "leak",
        secret.mark,
        what=phrase("quoted", text=words) if words else phrase("the-figure", id=figure),
        who=secret.who,
        file=file,
        place=place,
        audience=brief.audience or phrase("the-outline"),
    )


def needles(brief: Brief, problems: Problems) -> list[Needle]:
    """What to search for: the withheld words and figures that the audience sees nowhere else."""
    if not brief.withheld:
        return []
    seen = Found("", "\x1f".join(plain(text) for text in _allowed(brief)), _numbers(brief))
    found: dict[Needle, None] = {}
    for secret in brief.withheld:
        wanted = list(_of_figure(secret) if secret.quantity else _of_words(secret, brief))
        if not wanted:
            words = shorten(secret.words) or secret.figure
            problems.add("leak-unsearched", secret.mark, words=words, who=secret.who)
        found.update(dict.fromkeys(needle for needle in wanted if not needle.stands_in(seen)))
    return list(found)


def _allowed(brief: Brief) -> Iterator[str]:
    """All words of a brief that its files may show."""
    for text in texts(brief):
        yield text.shown
        yield from (s.look.link for s in text.segments if s.look and s.look.link)
    for source in brief.sources:
        yield from (source.author or {}).values()
    for figure in brief.figures.values():
        yield from (str(display(figure.quantity, language)) for language in _LANGUAGES)


def _numbers(brief: Brief) -> frozenset[Decimal]:
    figures = (*brief.figures.values(), *brief.attached.cells.values())
    values = (figure.quantity.value for figure in figures)
    return frozenset(each for value in values if value is not None for each in _scaled(value))


def _scaled(value: Decimal) -> Iterator[Decimal]:
    for scale in _SCALES:
        yield (value / scale).normalize()


def _of_words(secret: Secret, brief: Brief) -> Iterator[Needle]:
    """The words as the audience would read them, and their longer parts."""
    written = brief.voice.english or brief.in_script
    # Where words lead is no part of them, and is searched for by itself.
    said = _LINK.sub(r"\1", secret.words)
    addresses = [match[2] for match in _LINK.finditer(secret.words)]
    scripts = dict.fromkeys((said, written(said), *addresses))
    for words in scripts:
        whole, parts = _written(words, brief)
        for said, least in ((whole, WHOLE), *((part, PART) for part in parts)):
            bare = plain(said)
            if _weight(bare) >= least:
                yield Needle(secret, bare)


def _written(words: str, brief: Brief) -> tuple[str, list[str]]:
    """The words with their figures written out, and the parts between figures and punctuation."""
    whole, bare = "", ""
    quantities = {secret.figure: secret.quantity for secret in brief.withheld}
    quantities |= {id: figure.quantity for id, figure in brief.figures.items()}
    for piece in pieces(words):
        if isinstance(piece, str):
            whole, bare = whole + piece, bare + piece
        elif isinstance(piece, Placeholder):
            bare += "|"
            if quantity := quantities.get(piece.id):
                whole += in_form(quantity, brief.tag, piece.form)
    return whole, _PARTS.split(bare)


def _of_figure(secret: Secret) -> Iterator[Needle]:
    """A figure as each language writes it, as a number, and as the values that a chart stores."""
    assert secret.quantity
    value = secret.quantity.value or Decimal(0)
    for language in _LANGUAGES:
        shown = display(secret.quantity, language)
        said, number = plain(shown.number + shown.unit), plain(shown.number)
        if _weight(said) >= 5 and not (number == said and _common(number)):
            yield Needle(secret, said, edges=said[0].isdigit() or said[-1].isdigit())
        if number.isdigit() and not _common(number):
            yield Needle(secret, number, edges=True)
    if len(value.normalize().as_tuple().digits) > 1:
        yield Needle(secret, "", values=frozenset(_scaled(value)))


def _common(number: str) -> bool:
    """Whether a number alone says too little: three digits, or a year."""
    return len(number) < 4 or (number.isdigit() and int(number) in _YEARS)


def _weight(bare: str) -> int:
    return len(bare) + count_hanzi(bare)


def _plain(found: Found) -> Found:
    return Found(found.place, plain(found.text), found.numbers)


def plain(text: str) -> str:
    """Words without case, width, punctuation and spaces, so that no setting hides them."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    text = _BETWEEN_NUMBERS.sub("\x1f", text.casefold())
    return _NOT_WORDS.sub("", text)
