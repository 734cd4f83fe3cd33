"""Turn a place in a text into the place in the file where the author wrote it.

A text remembers the characters of the file that it was read from, with quotes, escapes, folded
lines and placeholders as they stand there. Between those and the words that are shown only white
space and the marks of YAML's styles differ (YAML 1.2, 7.3 and 8.1), so the visible characters of
both are counted, one by one. No file is read again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from unicodedata import normalize

from briefgen.brief.model import Segment, Text
from briefgen.patterns import pattern
from briefgen.problems import Mark

# Stands for a figure in a text, so that no word is read across it.
FIGURE = "\ufffc"
_BLANKED = frozenset("{0123456789")
# A placeholder, a doubled brace, an escape of a double-quoted scalar (its line break too), a
# doubled single quote, or any other visible character.
_PLACEHOLDER = r"\{(?!\{)[^{}\n]*\}|\{\{|\}\}"
_VISIBLE = pattern(rf"{_PLACEHOLDER}|\S")
_SINGLE = pattern(rf"{_PLACEHOLDER}|''|\S")
_DOUBLE = pattern(
    rf"{_PLACEHOLDER}|\\x[0-9a-fA-F]{{2}}|\\u[0-9a-fA-F]{{4}}|\\U[0-9a-fA-F]{{8}}|\\.|\\\s*\n|\S"
)
# Where a link leads.
_TARGET = pattern(r"\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)*\)")
# In a document in Markdown a text has no quotes around it, whatever it begins with.
_DOCUMENTS = (".md", ".markdown")
# Escapes that write white space or nothing visible (YAML 1.2, 5.7).
_BLANK_ESCAPE = pattern(r"\\(?:[ntvfrNLP_ \t]|\s*\n|x(?:09|0[aAdD]|20|85|[aA]0)|u(?:00A0|3000))")


def blanked(text: Text) -> str:
    """The words of a text without its marks, each figure and each cell of a table as one character,
    and so each digit of what is raised by itself: a sign for a note, [1], is no number."""
    return "".join(map(_blanked, text.segments))


def _blanked(segment: Segment) -> str:
    if segment.figure or segment.given:
        return FIGURE
    if segment.look and segment.look.rise and segment.plain == segment.text:
        return "".join(FIGURE if char.isdigit() else char for char in segment.text)
    return segment.plain


def finder(text: Text) -> Callable[[int, str], Mark]:
    """What tells where the word at an offset of `blanked(text)` was written.

    Where words were written otherwise than they are shown (traditional characters, a country's
    dates), it is the place of the word as often repeated; at the least, that of the whole text.
    """
    shown = blanked(text)
    written = list(_written(text))
    visible = [at for at, char in enumerate(shown) if not char.isspace()]
    if len(visible) < len(written) and any(segment.look for segment in text.segments):
        written = list(_unmarked(text.raw, written, [shown[at] for at in visible]))
    aligned = dict(zip(visible, written, strict=True)) if len(visible) == len(written) else {}

    def place(start: int, word: str) -> Mark:
        if start in aligned:
            return mark_at(text, aligned[start])
        at = -1
        for _ in range(shown.count(word, 0, start) + 1):
            at = text.raw.find(word, at + 1)
            if at < 0:
                return text.mark
        return mark_at(text, at)

    return place


def _written(text: Text) -> Iterator[int]:
    """Where each visible character of a scalar stands in the characters of its file."""
    raw, document = text.raw, text.mark.file.endswith(_DOCUMENTS)
    style, begin, end = _VISIBLE, 0, len(raw)
    if document:
        style = _VISIBLE
    elif raw[:1] in ("'", '"'):
        style, begin, end = (_SINGLE if raw[0] == "'" else _DOUBLE), 1, len(raw) - 1
    elif raw[:1] in ("|", ">"):
        # The header, which may end in a comment.
        begin = raw.find("\n") + 1
    for match in style.finditer(raw, begin, end):
        if not _BLANK_ESCAPE.fullmatch(match[0]):
            yield match.start()


def _unmarked(raw: str, written: Iterable[int], visible: Iterable[str]) -> Iterator[int]:
    """Those places of written characters that are shown: not the signs of marks, nor where links
    lead."""
    hidden = [match.span() for match in _TARGET.finditer(raw)]
    places = (at for at in written if not any(a < at < b for a, b in hidden))
    for char in visible:
        bare = normalize("NFKC", char).replace("−", "-")
        for at in places:
            if raw[at] in (char, bare) or (char == FIGURE and raw[at] in _BLANKED):
                yield at
                break


def written_at(text: Text, words: str) -> Mark:
    """Where words stand in a text as it was written; the text's own place where they do not."""
    at = text.raw.find(words)
    return mark_at(text, at) if at >= 0 else text.mark


def mark_at(text: Text, at: int) -> Mark:
    """Where a character of what was written of a text stands in its file."""
    return place_in(text.mark, text.raw, at)


def place_in(mark: Mark, raw: str, at: int) -> Mark:
    """The place of a character of what is written from a place on."""
    lines = raw.count("\n", 0, at)
    column = at - raw.rfind("\n", 0, at) if lines else mark.column + at
    return Mark(mark.file, mark.line + lines, column)
