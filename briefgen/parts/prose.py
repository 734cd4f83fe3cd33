"""Turn paragraphs of running text into what a box is set from, at the steps that they may have."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text
from briefgen.geometry import pt
from briefgen.parts.text import para
from briefgen.record import replace
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.text import Paragraph

# A step of running text, and the space between its paragraphs; the largest first, as many as lists
# have, beside which they stand.
LOOKS: tuple[tuple[Step, int], ...] = (
    (step(26, 40), pt(24)),
    (step(26, 38), pt(16)),
    (step(24, 38), pt(20)),
    (DECK["lead"], pt(16)),
    (DECK["lead"], pt(12)),
    (step(20, 31), pt(14)),
    (step(20, 31), pt(8)),
    (DECK["body"], pt(12)),
    (DECK["body"], pt(6)),
    (DECK["dense"], pt(9)),
    (DECK["dense"], pt(4)),
)
NORMAL = 5


def prose(texts: Sequence[Text], look: tuple[Step, int], short: bool) -> tuple[Paragraph, ...]:
    """The paragraphs at one step."""
    size, gap = look
    return tuple(para(text, size, strong="ink", short=short, before=gap) for text in texts)


def split(texts: Sequence[Text]) -> tuple[Text, ...]:
    """The texts, each line of one that has several by itself; without empty ones."""
    return tuple(line for text in texts for line in _parted(text))


def _parted(text: Text) -> tuple[Text, ...]:
    lines = text.lines
    if len(lines) == 1:
        return (text,)
    return tuple(replace(text, segments=line, short=None) for line in lines)
