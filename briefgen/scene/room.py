"""Turn a box of text into whether its lines have room for another face than it was planned with."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from briefgen.scene.items import TextBox
from briefgen.typography.text import Paragraph

# The single spacing of Microsoft YaHei, of which a Chinese deck's pitches are shares, and that of
# Latin faces, in em.
YAHEI, LATIN = 1.32, 1.2
# The single spacing of Noto Sans CJK, 1.45 em, against YaHei's: so much taller may lines become
# where another face stands in.
TALLER = 1.1
# Latin faces that stand in for each other are as wide and as high.
ALIKE = 1.0
# So many characters may somebody add to a text that has as many already.
MORE = 12
# What a box that was scaled may be lower by than its lines, since all of them are whole EMU.
_ROUNDED = 64


def roomy(box: TextBox) -> bool:
    """Whether the lines of `box` would still fit it if each were a tenth taller."""
    counts = [0] * len(box.paragraphs)
    for line in box.lines:
        counts[line.paragraph] += 1
    _, top, _, bottom = box.insets
    return room_for(box.paragraphs, counts, box.rect.h - top - bottom)


def room_for(
    paragraphs: Sequence[Paragraph], counts: Sequence[int], height: int, taller: float = TALLER
) -> bool:
    """Whether paragraphs of so many lines each would still fit `height` (EMU) if each line were so
    much taller."""
    return needed(paragraphs, counts, taller) <= height + _ROUNDED


def needed(paragraphs: Sequence[Paragraph], counts: Sequence[int], taller: float = TALLER) -> float:
    """The height (EMU) that paragraphs of so many lines take if each line is so much taller."""
    pitches = sum(
        count * paragraph.leading for count, paragraph in zip(counts, paragraphs, strict=True)
    )
    apart = sum(above.after + below.before for above, below in pairwise(paragraphs))
    # White space above the first and below the last line may leave the box.
    last = paragraphs[-1] if paragraphs else None
    size = max((run.style.size for run in last.runs), default=0) if last else 0
    spare = max(0, last.leading - size) if last else 0
    return pitches * taller + apart - spare
