"""Turn the paragraphs below a heading into passages: a short one with the long one it leads to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells
from briefgen.drafting.tree import Listing, Paragraph
from briefgen.drafting.wording import point, sentences
from briefgen.record import Record

# A sentence alone on a line that is no longer is the heading of what stands behind it.
_HEADLIKE = 96
# A line before a list that may be its heading.
_ABOVE = 120
# The first sentence of a paragraph that can be the head of a row.
_HEAD = 46


def introduces(text: str) -> bool:
    """Whether a paragraph only introduces what follows."""
    return text.rstrip().endswith(("：", ":"))


def heads(text: str) -> bool:
    """Whether a line before a list is its heading: no sentence, which has an end."""
    return cells(text) <= _ABOVE and not text.rstrip().endswith((*'。！？.!?；;”"',))


class Passage(Record):
    """A paragraph, or a short one with the long one that it is the heading of."""

    blocks: tuple[Paragraph, ...]

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)

    @property
    def sentences(self) -> list[str]:
        return sentences(self.text)

    @property
    def row(self) -> tuple[str, ...]:
        """A short first sentence as a head, and the next as its text; () is none."""
        said = self.sentences
        if len(said) < 2 or cells(said[0]) > _HEAD:
            return ()
        return point(said[0]), point(said[1], 100)


def passages_of(texts: Sequence[Paragraph | Listing]) -> Iterator[Passage | Listing]:
    """The paragraphs and lists of a heading, each short paragraph with the long one below it."""
    at = 0
    while at < len(texts):
        each = texts[at]
        after = texts[at + 1] if at + 1 < len(texts) else None
        if isinstance(each, Listing):
            yield each
        elif (
            isinstance(after, Paragraph)
            and 10 < cells(each.text) <= _HEADLIKE
            and not introduces(each.text)
            and cells(after.text) > 2 * cells(each.text)
        ):
            yield Passage((each, after))
            at += 1
        else:
            yield Passage((each,))
        at += 1
