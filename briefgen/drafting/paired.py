"""Turn sentences that tell one thing of two periods into a chart of both.

Revenue was $5.7 million, compared to $1.5 million a year earlier; 收入由3826.5亿元增长到4398.6亿元:
of several such things in one unit a chart stands groups of two columns, of one of them two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed
from briefgen.drafting.clauses import follows, refers, weighs
from briefgen.drafting.moments import moments_of, within
from briefgen.drafting.passages import heads
from briefgen.drafting.tree import Block, Heading, Listing, Paragraph
from briefgen.drafting.wording import TITLE, point, sentences
from briefgen.patterns import pattern
from briefgen.record import Record

# Groups of a chart, and how wide the name of one is; what is smaller than this share of the largest
# (in 1/1000) cannot be seen beside it, or is another thing in Chinese; what sums up weighs more.
_GROUPS, _NAME, _SEEN, _APART, _HEAVY = range(2, 6), 36, 8, 150, 2
_ENGLISH = 84
# Beside so few groups there is room for points, of so many columns.
_BESIDE, _POINTS, _POINT = 3, 3, 64
_SUM = (
    r"(?:US)?\$ ?\(?\d[\d,]*(?:\.\d+)?\)?(?: (?:million|billion|thousand)\b|[MBK]\b)?(?![A-Za-z\d])"
)
_MOVED = (
    r"(?:(?:de|in)creased|rose|grew|fell|declined|dropped|improved|narrowed|widened|climbed|jumped)"
)
_WAS = rf"(?:was|were|is|are|totall?ed|came in at|reached|remained|amounted|{_MOVED})"
_THAN = (
    r"(?:,? (?:as )?compared (?:to|with)|,? versus|,? vs\.?|,? (?:up |down )?from"
    r"|,? an? (?:increase|decrease|improvement|decline) from)"
)
# Revenue was $5 million, compared to $4 million; it fell from $5 million to $4 million.
_THEN_BEFORE = pattern(
    rf"(?P<name>[A-Z][^$;:.]{{2,110}}?) {_WAS}\b(?P<led>[^$;.]{{0,60}}?)(?P<now>{_SUM})"
    rf"(?P<mid>[^$;.]{{0,140}}?{_THAN}(?:[^$;.]{{0,60}}? )?)(?P<before>{_SUM})"
)
_FROM_TO = pattern(
    rf"(?P<name>[A-Z][^$;:.]{{2,110}}?) {_MOVED}(?P<led>),? from (?P<before>{_SUM})"
    rf"(?P<mid>[^$;.]{{0,60}}?),? to (?P<now>{_SUM})"
)
# By how much it changed is none of the two.
_CHANGED = pattern(
    r",? or (?:a loss of )?(?:US)?\$\(?[\d.,]+\d\)? per (?:basic |diluted |and )*share"
    r"|,? or (?:approximately )?(?:US)?\$\d(?:[\d,.]*\d)?"
    r"(?: (?:million|billion|thousand)|[MBK]\b)?,?"
    r"|,? (?:by )?(?:approximately |about |over )?\d[\d.,]*%"
    r"|,? (?:an? |the )?(?:increase|decrease|improvement|decline|reduction|growth) of"
    r" (?:approximately )?(?:US)?\$\d(?:[\d,.]*\d)?(?: (?:million|billion|thousand)|[MBK]\b)?,?"
    r"|(?<=creased) (?:by )?(?:US)?\$\d(?:[\d,.]*\d)?"
    r"(?: (?:million|billion|thousand)|[MBK]\b)?(?=,? (?:to|from) )"
    r"| \([^()$]*\)"
)
# In the third quarter, whose: what stands before and behind the name of a thing.
_WHEN = pattern(r"^(?:For|In|During) [^,$]{3,60}?(?: \d{1,2}, \d{4})?, ")
_SINCE = pattern(
    r",? (?:for|during|in|at|as of|on) (?:the |fiscal |our |its )*"
    r"(?=(?:first|second|third|fourth|full|three|six|nine|twelve|fiscal"
    r"|years?|quarters?|end|current|Q\d|\d{4}|[A-Z][a-z]+ \d))"
)
_WHOSE = pattern(r"^(?:The (?:company|Company)[’']s|Our|The|Its|Total company) ")
_NO_NAME = pattern(
    r"\b(?:we|our|it|they|he|she|which|that|who|has|have|had|recognized|reported|recorded|said"
    r"|subsidiary|This|These|increase|decrease|change|excluding|including|compared)\b"
)
_LOSS, _GAIN = pattern(r"\b(?:[Ll]oss(?:es)?)\b"), pattern(r"\b(?:income|profit|earnings|gain)\b")
_STOCK = pattern(r"\b(?:at|as of) (?:the end|year[- ]end|[A-Z][a-z]+ \d)")
_DIGITS = pattern(r"\d[\d,]*(?:\.\d+)?")
_SCALE = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "": 1}
_LETTERS = {"K": "thousand", "M": "million", "B": "billion"}
_AMOUNT = (
    r"\d+(?:\.\d+)?(?:万亿|亿|万|千)?"
    r"(?:元|吨|斤|千瓦时|千瓦|公里|人次|人|户|家|辆|亩|个百分点|[%％])"
)
_RISEN = pattern(
    rf"(?P<name>[\u4e00-\u9fff“”、]{{2,18}}?)(?:分别)?[由从從](?P<from>(?:19|20)\d\d年)?的?(?P<before>{_AMOUNT})"
    r"[、，]?(?:增[加长長至]|提[高升]|上升|[扩擴]大|[达達]|升|下降|降|减少|減少|[缩縮]小|跃升|躍升|跃|拓展|[发發]展)到?[至为為到]?"
    rf"(?P<to>(?:19|20)\d\d年)?的?(?P<now>{_AMOUNT})"
)
_UNIT = pattern(r"(?:万亿|亿|万|千)?(?P<base>[^\d.万亿千]+)$")
_ENDS = "期初", "期末"


class Pair(Record, kw_only=True):
    """One thing of two periods: its amounts as the source has them, what they are counted in, and
    the sentence that tells them."""

    name: str
    before: str
    now: str
    sizes: tuple[Decimal, Decimal]
    unit: str
    periods: tuple[str, str]
    sentence: str

    @property
    def told(self) -> tuple[tuple[Decimal, str], tuple[Decimal, str]]:
        """The two amounts, each with how the source writes it."""
        return (self.sizes[0], self.before), (self.sizes[1], self.now)


def paired(blocks: Sequence[Block], heading: Heading | None) -> tuple[list[Card], list[Block]]:
    """The charts that stand for what the blocks below a heading tell of two periods, and the blocks
    that are left. A paragraph that a chart is made of goes with it; a list stays."""
    groups: dict[tuple[str, tuple[str, str]], list[tuple[Block, Pair]]] = {}
    for block, pair in _found(blocks, heading.text if heading else ""):
        groups.setdefault((pair.unit, pair.periods), []).append((block, pair))
    cards: list[Card] = []
    gone: set[int] = set()
    for group in groups.values():
        # What is too small beside the largest stands on a chart of its own.
        while pairs := _seen([pair for _, pair in group]):
            used = [block for block, pair in group if pair in pairs]
            own = list({id(each): each for each in used if id(each) not in gone}.values())
            if own and len(pairs) in _GROUPS:
                cards.append(_grouped(pairs, own))
            elif own and _leads(pairs[0]):
                cards.append(_two(pairs[0], own))
            else:
                break
            gone |= {id(each) for each in own if _is_said(each, pairs)}
            names = {each.name for each in pairs}
            group = [each for each in group if each[1].name not in names]
    return cards, [each for each in blocks if id(each) not in gone]


def _found(blocks: Sequence[Block], above: str) -> Iterator[tuple[Block, Pair]]:
    """What each block tells of two periods; its own or the last heading says of which."""
    for block in blocks:
        if isinstance(block, Paragraph) and heads(block.text):
            above = block.text
        if isinstance(block, Paragraph | Listing):
            yield from ((block, pair) for pair in _pairs(block, above))


def repeated(cards: Sequence[Card]) -> list[Card]:
    """The charts of which another with more shows half of the values at least."""
    charts = [card for card in cards if card.kind == "grouped"]
    rows = [{str(row) for row in listed(card.fields, "rows")} for card in charts]
    return [
        card
        for card, own in zip(charts, rows, strict=True)
        if any(len(own) < len(other) and 2 * len(own & other) >= len(own) for other in rows)
    ]


def _is_said(block: Block, pairs: Sequence[Pair]) -> bool:
    """Whether a chart says what a block does: all of a paragraph, of a list a half at least."""
    if not isinstance(block, Listing):
        return True
    said = [item for item in block.items if any(each.sentence in item.text for each in pairs)]
    return 2 * len(said) >= len(block.items)


def _pairs(block: Paragraph | Listing, heading: str) -> Iterator[Pair]:
    lines = [block.text] if isinstance(block, Paragraph) else [each.text for each in block.items]
    for line in lines:
        for sentence in sentences(line):
            if has_hanzi(sentence):
                yield from _risen(sentence)
            elif pair := pair_in(sentence, heading):
                yield pair


def _risen(sentence: str) -> Iterator[Pair]:
    last = _ENDS
    for match in _RISEN.finditer(sentence):
        units = [_UNIT.search(match[each]) for each in ("before", "now")]
        if not all(units) or len({each["base"] for each in units if each}) > 1:
            continue
        sizes = _hanzi_size(match["before"]), _hanzi_size(match["now"])
        unit = units[0]["base"] if units[0] else ""
        # 从2020年的3.68万亿元增长到2025年的4.93万亿元，收入从…: the next is of the same years.
        last = periods = match["from"] or last[0], match["to"] or last[1]
        name = _OPENS.sub("", match["name"])
        if len(name) < 3:
            continue
        yield Pair(
            name=name,
            before=match["before"],
            now=match["now"],
            sizes=sizes,
            unit=unit,
            periods=periods,
            sentence=sentence,
        )


_OPENS = pattern(r"^(?:其中|全[省市区區年]|我[省市区區]|五年[来來]?|[并並且和与與]|实现|實現)")


def _hanzi_size(amount: str) -> Decimal:
    powers = {"万亿": 10**12, "亿": 10**8, "万": 10**4, "千": 1000}
    scale = next((size for word, size in powers.items() if word in amount), 1)
    digits = _DIGITS.search(amount)
    return Decimal(digits[0]) * scale if digits else Decimal(0)


def pair_in(sentence: str, heading: str) -> Pair | None:
    """The two amounts that an English sentence tells of one thing, of the two periods that it or
    its heading names; None for none."""
    when = _WHEN.match(sentence)
    behind = sentence[when.end() :] if when else sentence
    plain = _CHANGED.sub("", behind[:1].upper() + behind[1:])
    match = _FROM_TO.match(plain) or _THEN_BEFORE.match(plain)
    if not match:
        return None
    name = _WHOSE.sub("", _SINCE.split(match["name"])[0]).strip(" ,")
    name = name[:1].upper() + name[1:]
    if cells(name) > _NAME:
        name = name.removesuffix(" expenses").removesuffix(" expense")
    if not 3 <= cells(name) <= _NAME or _NO_NAME.search(name):
        return None
    if _STOCK.search(match["mid"]):
        # What there is on a day is no sum of a period.
        return None
    name, before, now = _signed(name, match)
    periods = moments_of(sentence, heading)
    if periods is None:
        return None
    return Pair(
        name=name,
        before=match["before"],
        now=match["now"],
        sizes=(before, now),
        unit="$",
        periods=periods,
        sentence=sentence,
    )


def _signed(name: str, match: re.Match[str]) -> tuple[str, Decimal, Decimal]:
    """The name of a thing and its two amounts, losses beside gains as negative ones."""
    before, now = _size(match["before"]), _size(match["now"])
    lost = bool(_LOSS.search(name))
    if lost and (gain := _GAIN.search(match["mid"])):
        # A loss of this period, a gain of the one before: both are gains, of which one is negative.
        return _LOSS.sub(gain[0], name), before, -now
    if lost:
        return name, before, now
    if _LOSS.search(match["led"][-20:]):
        return name, -before if _LOSS.search(match["mid"]) else before, -now
    return name, -before if _LOSS.search(match["mid"][-20:]) else before, now


def _size(amount: str) -> Decimal:
    digits = _DIGITS.search(amount)
    word = _scale_of(amount)
    size = Decimal(digits[0].replace(",", "")) * _SCALE[word] if digits else Decimal(0)
    return -size if "(" in amount else size


def _seen(pairs: Sequence[Pair]) -> list[Pair]:
    """Those of them that can be seen beside the largest, each name once, so many as a chart has."""
    named = list({each.name: each for each in reversed(pairs)}.values())[::-1]
    largest = max((abs(size) for each in named for size in each.sizes), default=Decimal(0))
    least = _APART if named and named[0].unit != "$" else _SEEN
    kept = [each for each in named if 1000 * max(map(abs, each.sizes)) >= least * largest]
    while len(kept) > _GROUPS.stop - 1:
        kept.remove(min(reversed(kept), key=lambda each: max(map(abs, each.sizes))))
    return kept


def _leads(pair: Pair) -> bool:
    """Whether one pair is enough for a chart: it sums up the whole, of periods that are named."""
    return weighs(f"{pair.name} {pair.now}") > _HEAVY and pair.periods != _ENDS


def _two(pair: Pair, blocks: Sequence[Block]) -> Card:
    """One thing of two periods as two columns, with what else is told beside them."""
    first, second = _written(pair, [pair])
    fields: dict[str, Value] = {
        "header": ["", pair.name],
        "rows": [[pair.periods[0], first], [pair.periods[1], second]],
        "highlight": pair.periods[1],
    }
    if points := _others([pair], blocks):
        fields = {**fields, "points": points}
    notes = "\n".join(each.text for each in blocks if isinstance(each, Paragraph))
    return Card(
        kind="column",
        title=_title([pair]),
        fields=fields,
        notes=notes,
        blocks=tuple(blocks),
        settled=True,
    )


def _grouped(pairs: Sequence[Pair], blocks: Sequence[Block]) -> Card:
    earlier, later = pairs[0].periods
    rows: list[Value] = [[each.name, *_written(each, pairs)] for each in pairs]
    fields: dict[str, Value] = {
        "header": ["", earlier, later],
        "rows": rows,
        "highlight": later,
    }
    if len(pairs) <= _BESIDE and (points := _others(pairs, blocks)):
        fields = {**fields, "points": points}
    texts = [each.text for each in blocks if isinstance(each, Paragraph)]
    texts += [item.text for each in blocks if isinstance(each, Listing) for item in each.items]
    return Card(
        kind="grouped",
        title=_title(pairs),
        fields=fields,
        notes="\n".join(texts),
        blocks=tuple(blocks),
        settled=True,
    )


def _others(pairs: Sequence[Pair], blocks: Sequence[Block]) -> list[Value]:
    """What else the blocks tell with a number, in a few words each."""
    lines = [each.text for each in blocks if isinstance(each, Paragraph)]
    told_ = {each.sentence for each in pairs}
    amounts = {amount for each in pairs for amount in (each.before, each.now)}
    found: list[Value] = []
    for sentence in (each for line in lines for each in sentences(line)):
        clauses = _CLAUSES.split(sentence.strip("。 ")) if has_hanzi(sentence) else ()
        said = clauses or (() if sentence in told_ else (point(sentence, _POINT),))
        for each in said:
            whole = weighs(each) and not follows(each) and 12 <= cells(each) <= _POINT
            whole = whole and not each.endswith("…")
            if whole and not refers(each) and not any(amount in each for amount in amounts):
                found.append(each)
    return found[:_POINTS]


def _written(pair: Pair, pairs: Sequence[Pair]) -> tuple[str, str]:
    """The amounts of a pair: as they are in Chinese; in English all in the scale of the largest."""
    if pair.unit != "$":
        return pair.before, pair.now
    words = {_scale_of(amount) for each in pairs for amount in (each.now, each.before)}
    word = max(words, key=lambda each: _SCALE[each], default="")
    first, second = (_in_scale(size, word) for size in pair.sizes)
    return first, second


def _scale_of(amount: str) -> str:
    word = next((each for each in _SCALE if each and each in amount), "")
    return word or _LETTERS.get(amount.rstrip(")")[-1:], "")


def _in_scale(size: Decimal, word: str) -> str:
    scaled = f"{abs(size) / _SCALE[word]:f}"
    digits = scaled.rstrip("0").rstrip(".") if "." in scaled else scaled
    digits = f"{int(digits):,}" if len(digits) > 4 and digits.isdigit() else digits
    return f"{'-' if size < 0 else ''}${digits}" + (f" {word}" if word else "")


def _title(pairs: Sequence[Pair]) -> str:
    """What the pair that weighs the most tells: by its two amounts, and of when they are."""
    lead = max(pairs, key=lambda each: weighs(f"{each.name} {each.now}"))
    if lead.unit != "$":
        at = lead.sentence.find(lead.before)
        start = max(lead.sentence.rfind(each, 0, at) for each in "，；。：！") + 1
        end = lead.sentence.find(lead.now, at) + len(lead.now)
        said = lead.sentence[start:end].strip()
        return said if cells(said) <= TITLE else lead.sentence[lead.sentence.find(lead.name) : end]
    before, now = (_in_scale(size, _scale_of(amount)) for size, amount in lead.told)
    grown = lead.sizes[1] >= lead.sizes[0]
    moved = "grew" if grown else "narrowed" if _LOSS.search(lead.name) else "fell"
    earlier, later = lead.periods
    if lead.sizes[0] > 0 > lead.sizes[1]:
        gain = f"{lead.name} of {before} {within(earlier)}"
        return f"{gain} turned into a loss of {now.lstrip('-')} {within(later)}"
    if lead.sizes[0] < 0 < lead.sizes[1]:
        lost = f"A loss of {before.lstrip('-')} {within(earlier)}"
        return f"{lost} turned into {lead.name.lower()} of {now} {within(later)}"
    said = f"{lead.name} {moved} from {before} {within(earlier)} to {now} {within(later)}"
    return said if cells(said) <= _ENGLISH else f"{lead.name} {moved} to {now} {within(later)}"


_CLAUSES = pattern(r"[，；]")
