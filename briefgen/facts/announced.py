"""Turn a line that announces measures into the items of the list below it.

推出多項新措施： and then lines with marks: whatever an item says, it is to be done.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.facts.sentences import BULLET
from briefgen.patterns import pattern

_ANNOUNCES = pattern(
    r"[^\n。]{0,60}(?:措施|建[议議]|(?:计|計)(?:划|劃)|方案|政策|安排|[将將](?![军軍])|派糖|目标|目標)"
    r"[^\n。]{0,12}[：:？?]\s*"
)
_LINE = pattern(r"[^\n]+")
# A heading within a list is shorter.
_HEADING = 12


def announced(text: str) -> Iterator[tuple[int, int]]:
    """Where in a text such lists stand, in order."""
    begin = end = -1
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if not words:
            continue
        item = BULLET.match(words)
        if begin >= 0 and (item or len(words) <= _HEADING):
            end = line.end() if item else end
            continue
        if end > begin >= 0:
            yield begin, end
        begin = line.end() if _ANNOUNCES.fullmatch(line[0]) else -1
        end = begin
    if end > begin >= 0:
        yield begin, end
