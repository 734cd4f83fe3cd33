"""Turn paragraphs of running text into what a box is set from, at the steps that they may have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.brief.model import Segment, Text
from briefgen.geometry import pt
from briefgen.parts.text import para
from briefgen.record import replace
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.text import Paragraph

# A step of running text, and the space between its paragraphs; the largest first.
LOOKS: tuple[tuple[Step, int], ...] = (
    (step(24, 38), pt(20)),
    (DECK["lead"], pt(16)),
    (step(20, 31), pt(14)),
    (DECK["body"], pt(12)),
    (DECK["dense"], pt(9)),
)
NORMAL = 2


def prose(texts: Sequence[Text], look: tuple[Step, int], short: bool) -> tuple[Paragraph, ...]:
    """The paragraphs at one step."""
    size, gap = look
    return tuple(para(text, size, strong="ink", short=short, before=gap) for text in texts)


def split(texts: Sequence[Text]) -> tuple[Text, ...]:
    """The texts, each line of one that has several by itself; without empty ones."""
    return tuple(line for text in texts for line in _lines(text))


def _lines(text: Text) -> Iterator[Text]:
    if "\n" not in str(text):
        yield text
        return
    lines: list[list[Segment]] = [[]]
    for segment in text.segments:
        first, *others = segment.text.split("\n")
        for n, words in enumerate((first, *others)):
            if n:
                lines.append([])
            lines[-1].append(replace(segment, text=words))
    for line in lines:
        if "".join(each.text for each in line).strip():
            yield replace(text, segments=tuple(line), short=None)
