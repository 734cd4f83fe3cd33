"""Turn blocks into those that say something: without the cells of a table that lost its rows.

Where a table was copied as text, each of its cells stands on a line of its own. What they are the
figures of is lost with the rows, so that they are left out as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefgen.chinese.hanzi import cells
from briefgen.drafting.tree import Aside, Block, Paragraph, words_of
from briefgen.patterns import pattern

# A cell is no wider; so many stand together, and this share of them are numbers.
_WIDE, _MANY, _SHARE = 96, 12, 0.3
_NUMBER = pattern(r"[$€£¥(（+\-–—\s]*[\d.,]*\s?[%％)）]*|n/?m|N/?A")
_ENDED = tuple("。！？.!?；;：:，,")


def gathered(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without runs of lines that are the cells of a table."""
    kept: list[Block] = []
    for short, run in groupby(blocks, _is_cell):
        together = list(run)
        numbers = sum(_is_number(words_of(each)) for each in together)
        scattered = short and len(together) >= _MANY and numbers >= _SHARE * len(together)
        kept += [] if scattered else together
    return kept


def _is_cell(block: Block) -> bool:
    # What stands indented in Markdown is no text of its own.
    if not isinstance(block, Paragraph | Aside) or cells(block.text) > _WIDE:
        return False
    return _is_number(block.text) or not block.text.endswith(_ENDED)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text.strip()))
