"""Turn titles that say what is aimed at as if it had come into titles that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells
from briefgen.drafting.cards import Card, retitled
from briefgen.drafting.results import is_result
from briefgen.drafting.tree import Block, Heading
from briefgen.drafting.wording import TITLE
from briefgen.patterns import pattern

# “十五五”时期主要目标任务: what stands below such a heading is aimed at.
_AIMS = pattern(
    r"(?P<when>“?十[一二三四五六七八九]五”?(?:[时時]期)?|20\d\d年)[^，。]{0,10}(?:目[标標]|[设設]想|展望)"
)
_SAYS = pattern(r"目[标標]|力[争爭]|[将將]|展望")


def aimed(cards: Sequence[Card], blocks: Sequence[Block]) -> Iterator[Card]:
    """The slides, those under a heading that names aims of a period called so, where their titles
    say what came of something."""
    when = dict(_periods(blocks))
    for card in cards:
        period = next((when[id(block)] for block in card.blocks if id(block) in when), "")
        said = f"{period}目标：{card.title}"
        fits = period and is_result(card.title.partition("：")[0]) and not _SAYS.search(card.title)
        yield retitled(card, said) if fits and cells(said) <= TITLE else card


def _periods(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The blocks below headings that name aims, each (by its id) with their period."""
    level, period = 0, ""
    for block in blocks:
        if isinstance(block, Heading):
            if match := _AIMS.search(block.text):
                level, period = block.level, match["when"]
            elif block.level <= level:
                period = ""
        if period:
            yield id(block), period
