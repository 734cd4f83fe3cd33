"""Turn lines whose looks say nothing into headings, items of lists and running text.

Chinese documents number their headings by custom (GB/T 9704 for official ones): 一、 then （一）
then 1. then （1）; others write 1, 1.1, 1.1.1 or 第一章. A heading may be the first sentence of its
paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.tree import Block, Heading, Item, Listing, Paragraph, Spot
from briefgen.patterns import pattern

_NUMERAL = "[一二三四五六七八九十百]"
_MARKS = (
    (pattern(rf"第{_NUMERAL}+[章编篇部](?:分)?[\s、：:.．]?"), 1),
    (pattern(rf"第{_NUMERAL}+节[\s、：:.．]?"), 2),
    (pattern(rf"{_NUMERAL}{{1,3}}[、．]\s*"), 1),
    (pattern(rf"[（(]{_NUMERAL}{{1,3}}[)）]\s*、?"), 2),
)
# 一是稳投资: in a list that a sentence leads to.
_ORDINAL = pattern(rf"{_NUMERAL}{{1,2}}[是要](?=[\u4e00-\u9fff]{{3}})")
# 2.1 Method, 3 结果: levels by the dots.
_DOTTED = pattern(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.．、]?(?:\s+|(?=[^\W\d_A-Za-z]))(?=\S)")
# 关注点一：, 专栏2：: a word and its number.
_CALLED = pattern(rf"(?!{_NUMERAL})[\u4e00-\u9fff]{{2,3}}(?:{_NUMERAL}{{1,2}}|\d{{1,2}})[：:]\s*")
_BULLET = pattern(r"[-–—•●▪■◦○*·◆★➢✓✔\uf0b7\uf0a7\uf0d8]\s+|[•●▪■◆➢\uf0b7\uf0a7\uf0d8]\s*")
_NUMBERED = pattern(r"(?:\d{1,2}[.)、．]|[(（]\d{1,2}[)）]|[①-⑳])\s*(?!\d)")
_END = tuple("。；;，,！!？?：:、")
# So many columns of a terminal a heading may take, and one that is the beginning of a paragraph.
_LONGEST, _LONGEST_LEAD = 84, 68
_SENTENCE = pattern(r"[^。！？；]+[。]")


def heading_of(line: str) -> tuple[int, str] | None:
    """The level of a numbered heading and its words; None for a line that is none."""
    line = line.strip()
    if line.endswith(_END) or cells(line) > _LONGEST:
        return None
    for form, level in _MARKS:
        if match := form.match(line):
            return (level, line) if line[match.end() :].strip() else None
    match = _DOTTED.match(line)
    if match and not line.endswith("."):
        words = line[match.end() :]
        named = words[:1].isupper() or has_hanzi(words[:1])
        if named and not (has_hanzi(words) and cells(words) > 56):
            return match["number"].count(".") + 1, line
    return None


def led(line: str) -> tuple[int, str, str] | None:
    """The level, heading and rest of a paragraph that begins with a numbered heading."""
    for form, level in _MARKS:
        match = form.match(line)
        if not match:
            continue
        sentence = _SENTENCE.match(line, match.end())
        if sentence and cells(line[: sentence.end()]) <= _LONGEST_LEAD:
            head, rest = line[: sentence.end()].rstrip("。"), line[sentence.end() :].strip()
            return (level, head, rest) if rest else None
    return None


def bare(heading: str) -> str:
    """A heading without its number.

    >>> bare("（一）2025年工作回顾"), bare("2.1 Method"), bare("亮点二：就业稳定")
    ('2025年工作回顾', 'Method', '就业稳定')
    """
    for form in (*(form for form, _ in _MARKS), _ORDINAL, _CALLED):
        if (match := form.match(heading)) and heading[match.end() :].strip():
            return heading[match.end() :].strip()
    match = _DOTTED.match(heading)
    # 3亿元 and 12项任务 begin with what is counted.
    apart = match and ("." in match[0] or match.end() > len(match["number"]))
    if match and apart and (heading[match.end()].isupper() or has_hanzi(heading[match.end()])):
        return heading[match.end() :].strip()
    return heading


def item_of(line: str) -> tuple[bool, str] | None:
    """Whether an item of a list is numbered, and its words; None for a line that is none."""
    if match := _BULLET.match(line):
        return (False, line[match.end() :].strip()) if line[match.end() :].strip() else None
    if match := _NUMBERED.match(line):
        return (True, line[match.end() :].strip()) if line[match.end() :].strip() else None
    return None


def blocks_of(lines: Sequence[tuple[str, Spot]]) -> Iterator[Block]:
    """Blocks of paragraphs in their order: numbered headings, lists, and the rest."""
    items: list[Item] = []
    numbered, start = False, Spot("line", 1)
    for line, spot in lines:
        item = None if heading_of(line) else item_of(line)
        if items and (item is None or item[0] != numbered):
            yield Listing(tuple(items), numbered, start)
            items = []
        if item:
            if not items:
                numbered, start = item[0], spot
            items.append(Item(item[1]))
        elif found := heading_of(line):
            yield Heading(found[1], found[0], spot)
        elif lead := led(line):
            yield Heading(lead[1], lead[0], spot)
            yield Paragraph(lead[2], spot)
        else:
            yield Paragraph(line, spot)
    if items:
        yield Listing(tuple(items), numbered, start)


def levelled(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the levels of their headings counted without gaps: 1, 2, 3."""
    used = sorted({block.level for block in blocks if isinstance(block, Heading)})
    rank = {level: number for number, level in enumerate(used, 1)}
    return tuple(
        Heading(each.text, rank[each.level], each.spot) if isinstance(each, Heading) else each
        for each in blocks
    )
