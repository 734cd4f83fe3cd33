"""Turn blocks as a file has them into blocks as they are meant: paragraphs whole, captions known.

What came out of a scan or a PDF is often cut at the ends of its lines, in Word files too; and what
a picture or a table is called stands in a paragraph beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.chinese.seen import UNSEEN
from briefgen.drafting.lines import bare, heading_of, item_of
from briefgen.drafting.signed import apart, signed
from briefgen.drafting.tree import (
    Block,
    Document,
    Grid,
    Heading,
    Item,
    Listing,
    Paragraph,
    Picture,
)
from briefgen.drafting.wording import sentences
from briefgen.patterns import pattern
from briefgen.record import replace

_CALLED = pattern(
    r"[【\[（(]?\s*(?:附?[图圖表]|Figure|Fig\.|Table|TABLE|FIGURE|Chart)\s*"
    r"[\d一二三四五六七八九十]+[-.．\d]*"
)
_PICTURE = pattern(
    r"[【\[（(]?\s*(?:附?[图圖]|Figure|Fig\.|FIGURE|Chart)\s*[\d一二三四五六七八九十]"
)
_UNIT = pattern(r"[（(]?\s*(?:单位|單位|计量单位|Unit)\s*[:：]?.{1,30}")
_ENDED = tuple('。！？!?；;：:.…”"’」』）)】]')
_OPENS = pattern(r"如下|下列|下表|以下|following|below|as follows")
_UNSET = pattern(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{UNSEEN}"
    "\ud800-\udfff\ue000-\uf8ff\ufffc-\uffff\U000f0000-\U0010ffff]"
)
_EXHIBIT = pattern(r"(?:Exhibit|EXHIBIT|EX-|Annex|附件|附录)\s*[\d.一二三四五六七八九十]*")
# A line that is cut is so wide at least; a caption is no wider than this.
_CUT, _LONGEST = 46, 130
# Lines above a table that say what it is, and how wide they are at most.
_LINES, _ABOVE = 4, 70
_FIRST = 20


def tidied(document: Document) -> Document:
    """A document with its paragraphs made whole, and captions with what they are of."""
    document = replace(
        document,
        title=_headed(document.title),
        subtitle=_clean(document.subtitle),
        blocks=tuple(filter(_says, map(_cleaned, document.blocks))),
    )
    document = signed(document)
    document = replace(
        document, blocks=tuple(_apart(list(_starred(_parted(list(_unglued(document.blocks)))))))
    )
    blocks = list(_named_parts(list(_captioned(list(_listed(list(_whole(document.blocks))))))))
    if not document.title:
        document = _named(document, blocks)
    if not _EXHIBIT.fullmatch(document.title):
        return replace(document, blocks=tuple(blocks))
    head = next((each for each in blocks[:_FIRST] if _is_headline(each)), None)
    if not isinstance(head, Heading | Paragraph):
        return replace(document, blocks=tuple(blocks))
    first = Paragraph(document.title, head.spot)
    rest = [first, *(each for each in blocks if each is not head)]
    return replace(document, title=head.text, blocks=tuple(rest))


def _unglued(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a text, a heading that lost its line apart from the sentence behind it."""
    for block in blocks:
        match = _GLUED.match(block.text) if isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and match:
            yield replace(block, text=match[0])
            yield replace(block, text=block.text[match.end() :], head="")
        else:
            yield block


# Growth in the northIn May, we sold: no sentence begins within a word.
_GLUED = pattern(r"[A-Z][^.!?:;]{14,110}?\b[a-z]{4,}(?=[A-Z][a-z]*[, ][\w$€£])")
# Sentences of a text that has lost its paragraphs, and of those that it is read in.
_LONG, _FEW, _PARAGRAPH = 9, 3, 4


def _apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a text, one long paragraph without others in several."""
    long = sum(isinstance(each, Paragraph) and cells(each.text) > _LONGEST for each in blocks)
    for block in blocks:
        said = sentences(block.text) if isinstance(block, Paragraph) and long < _FEW else ()
        if not isinstance(block, Paragraph) or len(said) < _LONG:
            yield block
            continue
        starts = [block.text.find(each) for each in said[_PARAGRAPH::_PARAGRAPH]]
        cuts = [0, *(at for at in starts if at > 0), len(block.text)]
        for start, end in pairwise(sorted(cuts)):
            yield replace(block, text=block.text[start:end].strip())


# Retail * After a strong year, …: a heading in the line of the first item below it.
_STARRED = pattern(r"(?P<head>[A-Z][^*.:]{2,60}?)\s?\*\s+(?P<first>[A-Z“\"][^*]{20,})")


def _starred(blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks, of a heading that its list begins behind the two apart."""
    waiting: Paragraph | None = None
    for block in blocks:
        if waiting and (match := _STARRED.fullmatch(waiting.text)):
            first = Item(match["first"])
            yield Heading(match["head"].strip(), 2, waiting.spot)
            if isinstance(block, Listing):
                block = replace(block, items=(first, *block.items))
            else:
                yield Listing((first,), False, waiting.spot)
            waiting = None
        if isinstance(block, Paragraph) and _STARRED.fullmatch(block.text):
            waiting = block
            continue
        yield block
    if waiting:
        yield waiting


# Full Year 2025 Outlook: a line of words that begin large, above what it names.
_PART = pattern(r"[A-Z\d][^.!?;]*")
_SMALL = frozenset("a an and as at by for from in of on or per the to vs with".split())
_PART_WIDE, _TEXT_WIDE = 130, 80


def _named_parts(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks of an English text without headings, the lines that name its parts as headings:
    those behind its first paragraph."""
    headed = any(isinstance(block, Heading) for block in blocks)
    begun = False
    for at, block in enumerate(blocks):
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        follows = isinstance(after, Listing) or (
            isinstance(after, Paragraph) and cells(after.text) > _TEXT_WIDE
        )
        named = isinstance(block, Paragraph) and _names_part(block.text)
        if begun and not headed and follows and named and isinstance(block, Paragraph):
            yield Heading(block.text, 2, block.spot)
            continue
        begun = begun or (isinstance(block, Paragraph) and cells(block.text) > _TEXT_WIDE)
        yield block


def _names_part(text: str) -> bool:
    words = text.split()
    if has_hanzi(text) or not len(words) >= 2 or cells(text) > _PART_WIDE or apart(text):
        return False
    words = [word.lstrip('"“‘(') for word in words]
    large = all(word[:1].isupper() or not word[:1].isalpha() or word in _SMALL for word in words)
    return large and bool(_PART.fullmatch(text))


# Company Reports Second Quarter Results; Raises Outlook
_REPORTS = pattern(r"\b(?:Reports?|Announces?|Posts|Delivers|Raises|Completes|Declares)\b")


def _is_headline(block: Block) -> bool:
    """Whether a block behind the number of an exhibit says what it is: a heading, or a line that
    a company's news begins with."""
    if isinstance(block, Heading):
        return True
    line = isinstance(block, Paragraph) and not block.text.endswith((".", ":"))
    return (
        line
        and isinstance(block, Paragraph)
        and cells(block.text) <= _LONGEST
        and bool(_REPORTS.search(block.text))
    )


def _named(document: Document, blocks: list[Block]) -> Document:
    """A document without a title under that of its first heading, where it begins with one."""
    first = next((i for i, block in enumerate(blocks) if not isinstance(block, Picture)), None)
    head = blocks[first] if first is not None else None
    if not isinstance(head, Heading) or cells(head.text) > _LONGEST or not head.text.strip():
        return document
    others = [each for each in blocks if isinstance(each, Heading) and each.level <= head.level]
    if len(others) == 1 and first is not None:
        del blocks[first]
    return replace(document, title=bare(head.text))


def _clean(text: str) -> str:
    """A text without characters that no file should hold: controls, halves of others, private
    ones; nor with the spaces that a layout left beside hanzi. Marks between hanzi are as wide as
    these."""
    text = _BESIDE_SIGNS.sub("", _UNSET.sub("", _WIDE_PERCENT.sub("%", text)))
    return _HALF.sub(lambda mark: _WIDE[mark[0]], text)


# 5.1％: beside digits a sign is as wide as they are.
_WIDE_PERCENT = pattern(r"(?<=\d) ?％")
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_HALF = pattern(
    r"(?<=[\u4e00-\u9fff）”》%％])[,;:?!](?=[\d“（《\u4e00-\u9fff]|$)"
    r"|(?<=\d)[,;?!](?=[\u4e00-\u9fff“（《])"
)


# “回水 ”: within quotes, before a comma; 4 方面: between a number and a hanzi.
_BESIDE_SIGNS = pattern(
    r"(?<=[“「《（(]) +(?=[\u4e00-\u9fff\d])|(?<=[\u4e00-\u9fff\d%]) +(?=[”」》），。；：、])"
    r"|(?<=[\u4e00-\u9fff]) +(?=\))|(?<=^\") (?=[A-Z])|(?<=\w) (?=,\")"
    r"|(?<=[\u4e00-\u9fff]\d) +(?=[%％])|(?<=[\u4e00-\u9fff]\d\.\d) +(?=[%％])"
    r"|(?<=[\u4e00-\u9fff]\d\d) +(?=[%％])|(?<=[\u4e00-\u9fff]\d\d\.\d) +(?=[%％])"
)
_BESIDE_NUMBERS = pattern(
    r"(?<=[\u4e00-\u9fff，。、；：”」》）]) +(?=[\d“「《（])|(?<=[\d%]) +(?=[\u4e00-\u9fff])"
)


# 地区生产总值[2]18500.81亿元: the number of a note.
_NOTED = pattern(r"(?<=[\u4e00-\u9fff）”])\[\d{1,2}\](?=[\u4e00-\u9fff\d，。；、（]|$)")


# 综 合: two hanzi that were set apart.
_SET_APART = pattern(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) +([\u4e00-\u9fff])$")


def _headed(text: str) -> str:
    """A heading, clean, without the numbers of its notes; two hanzi that were set apart as one
    word."""
    return _SET_APART.sub(r"\1\2", _NOTED.sub("", _clean(text)))


def _closed(text: str) -> str:
    """Running text, clean, without the spaces beside its numbers and the
    numbers of its notes."""
    clean = _clean(text)
    # 图1 岸线, 表2 各区产值: there the space parts a number from the name.
    return clean if _CALLED.match(clean) else _NOTED.sub("", _BESIDE_NUMBERS.sub("", clean))


def _says(block: Block) -> bool:
    """Whether something is left of a line."""
    return not isinstance(block, Heading | Paragraph) or bool(block.text.strip())


def _cleaned(block: Block) -> Block:
    match block:
        case Listing():
            items = tuple(replace(item, text=_closed(item.text)) for item in block.items)
            return replace(block, items=items)
        case Grid():
            rows = tuple(tuple(map(_clean, row)) for row in block.rows)
            return replace(block, rows=rows, caption=_clean(block.caption))
        case Picture():
            return replace(block, alt=_clean(block.alt), caption=_clean(block.caption))
        case Heading():
            return replace(block, text=_headed(block.text))
        case Paragraph():
            return replace(block, text=_closed(block.text), head=_clean(block.head))
        case _:
            return replace(block, text=_clean(block.text))


def _whole(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with paragraphs that were cut in the middle of a sentence as one."""
    last: Paragraph | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            if last and _goes_on(last.text, block.text):
                gap = " " if last.text[-1:].isascii() and block.text[:1].isascii() else ""
                last = replace(last, text=last.text + gap + block.text)
            else:
                if last:
                    yield last
                last = block
            continue
        if last:
            yield last
            last = None
        yield block
    if last:
        yield last


def _parted(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with a heading in capitals that stands in the line of its paragraph above it, and
    with who speaks in one paragraph with the words."""
    lowest = max((each.level for each in blocks if isinstance(each, Heading)), default=0)
    last: Paragraph | None = None
    for block in blocks:
        if last and isinstance(block, Paragraph) and block.text.startswith(("“", '"')):
            block, last = replace(block, text=f"{last.text} {block.text}"), None
        if last:
            yield last
        last = block if isinstance(block, Paragraph) and _SPEAKS.match(block.text) else None
        if last:
            continue
        match = _CAPITALS.match(block.text) if isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and match:
            yield Heading(match[1], min(lowest + 1, _DEEPEST), block.spot)
            yield replace(block, text=block.text[match.end() :])
        else:
            yield block
    if last:
        yield last


# Ann Roe, Chair, commented: whose the words of the next paragraph are.
_SPEAKS = pattern(
    r"[A-Z][^“”.:]{3,110},? (?:commented|said|noted|stated|added|continued"
    r"|remarked|explained)[:,]?\s*$"
)


_CAPITALS, _DEEPEST = pattern(r"([A-Z]{3,}(?:[ &/-]+[A-Z&]+){1,6})\s+(?=[A-Z][a-z]+[’' ])"), 6


def _listed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with paragraphs that begin with the sign of an item as lists."""
    items: list[Paragraph] = []
    for block in (*blocks, None):
        if isinstance(block, Paragraph) and _SIGNED.match(block.text):
            items.append(block)
            continue
        if len(items) >= _ITEMS:
            said = (item_of(each.text) for each in items)
            yield Listing(tuple(Item(each[1]) for each in said if each), False, items[0].spot)
        else:
            yield from items
        items = []
        if block:
            yield block


# The signs of items that begin nothing else; paragraphs with one that are a list.
_SIGNED, _ITEMS = pattern(r"[●•▪■◆\uf0b7\uf0a7\uf0d8]\s*\S"), 2


def _goes_on(text: str, more: str) -> bool:
    """Whether a paragraph is the rest of the one before it."""
    if text.endswith(_ENDED) or cells(text) < _CUT or "\n" in text + more:
        return False
    if _CALLED.match(more) or _UNIT.fullmatch(more) or heading_of(more) or item_of(more):
        return False
    if has_hanzi(text):
        return text.endswith(("，", "、")) or not _CALLED.match(text)
    return more[:1].islower() or text.endswith((",", "-"))


def _captioned(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with the paragraphs that name a picture or table taken into it."""
    taken: set[int] = set()
    made: dict[int, Block] = {}
    for at, block in enumerate(blocks):
        if isinstance(block, Picture | Grid) and not block.caption:
            before = _before(blocks, at, taken, isinstance(block, Picture))
            after = at + 1 if not before and isinstance(block, Picture) else 0
            behind = blocks[after] if 0 < after < len(blocks) else None
            if isinstance(behind, Paragraph) and _is_caption(behind.text, _PICTURE):
                before = [after]
            if before:
                taken |= set(before)
                said = [each.text for i in before if isinstance(each := blocks[i], Paragraph)]
                made[at] = replace(block, caption="\n".join(said))
    for at, block in enumerate(blocks):
        if at not in taken:
            yield made.get(at, block)


def _before(blocks: Sequence[Block], at: int, taken: set[int], picture: bool) -> list[int]:
    """The places of the paragraphs above a block that say what it is."""
    found: list[int] = []
    called = False
    for place in range(at - 1, max(-1, at - 1 - _LINES), -1):
        block = blocks[place]
        if not isinstance(block, Paragraph) or place in taken or called:
            break
        called = _is_caption(block.text, _PICTURE if picture else _CALLED)
        ended = block.text.endswith(("。", "；", ".")) and not apart(block.text)
        short = cells(block.text) <= _ABOVE and not ended
        unit = bool(_UNIT.fullmatch(block.text))
        if not (called or unit or (short and not picture and not _OPENS.search(block.text))):
            break
        found.insert(0, place)
    return found if called or not picture else []


def _is_caption(text: str, form: re.Pattern[str]) -> bool:
    return bool(form.match(text)) and cells(text) <= _LONGEST and not text.endswith("。")
