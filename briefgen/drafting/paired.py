"""Turn sentences that tell one thing of two periods into a chart of both.

Revenue was $5.7 million, compared to $1.5 million a year earlier; 收入由3826.5亿元增长到4398.6亿元:
of several such things in one unit a chart stands groups of two columns, of one of them two columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed
from briefgen.drafting.clauses import follows, refers, weighs
from briefgen.drafting.moments import within
from briefgen.drafting.pairs import ENDS, LOSS, SCALES, Amount, Pair, pairs_in
from briefgen.drafting.passages import heads
from briefgen.drafting.tree import Block, Heading, Listing, Paragraph
from briefgen.drafting.wording import TITLE, point, sentences
from briefgen.patterns import pattern

# Groups of a chart; what is smaller than this share of the largest
# (in 1/1000) cannot be seen beside it, or is another thing in Chinese; what sums up weighs more.
_GROUPS, _SEEN, _APART, _HEAVY = range(2, 6), 8, 150, 2
_ENGLISH = 84
# Beside so few groups there is room for points, of so many columns.
_BESIDE, _POINTS, _POINT = 3, 3, 64


def paired(blocks: Sequence[Block], heading: Heading | None) -> tuple[list[Card], list[Block]]:
    """The charts that stand for what the blocks below a heading tell of two periods, and the blocks
    that are left. A paragraph that a chart is made of goes with it; a list stays."""
    groups: dict[tuple[object, ...], list[tuple[Block, Pair]]] = {}
    for block, pair in _found(blocks, heading.text if heading else ""):
        # Millions beside billions would be read in fractions of these.
        scale = Decimal(1) if pair.hanzi else pair.now.scale
        # Losses as columns that rise beside sales would be read as gains.
        lost = bool(LOSS.search(pair.name))
        groups.setdefault((pair.unit, scale, pair.periods, lost), []).append((block, pair))
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
            yield from pairs_in(sentence, heading)


def _seen(pairs: Sequence[Pair]) -> list[Pair]:
    """Those of them that can be seen beside the largest, each name once, so many as a chart has."""
    named = list({each.name: each for each in reversed(pairs)}.values())[::-1]
    named = [each for each in named if not any(_is_of(each, other) for other in named)]
    largest = max((abs(size) for each in named for size in each.sizes), default=Decimal(0))
    least = _APART if named and named[0].hanzi else _SEEN
    kept = [each for each in named if 1000 * max(map(abs, each.sizes)) >= least * largest]
    while len(kept) > _GROUPS.stop - 1:
        kept.remove(min(reversed(kept), key=lambda each: max(map(abs, each.sizes))))
    return kept


def _is_of(pair: Pair, other: Pair) -> bool:
    """Whether a pair is another under a longer name: recurring fees, which are all fees."""
    longer = pair.name.casefold().endswith(other.name.casefold()) and pair.name != other.name
    return longer and pair.sizes == other.sizes


def _leads(pair: Pair) -> bool:
    """Whether one pair is enough for a chart: it sums up the whole, of periods that are named."""
    return weighs(f"{pair.name} {pair.now.written}") > _HEAVY and pair.periods != ENDS


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
    amounts = {amount.written for each in pairs for amount in (each.before, each.now)}
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
    if pair.hanzi:
        return pair.before.written, pair.now.written
    scale = max(amount.scale for each in pairs for amount in (each.now, each.before))
    return _in_scale(pair.before, scale), _in_scale(pair.now, scale)


def _in_scale(amount: Amount, scale: Decimal) -> str:
    if amount.written.endswith("%"):
        return amount.written
    scaled = f"{abs(amount.size) / scale:f}"
    digits = scaled.rstrip("0").rstrip(".") if "." in scaled and scale > 1 else scaled
    if amount.scale == scale > 1:
        # 50.0 million: with the digits that the source has.
        digits = amount.digits
    digits = f"{int(digits):,}" if len(digits) > _GROUPED and digits.isdigit() else digits
    word = SCALES[scale]
    space = " " if amount.sign.isalpha() else ""
    return f"{'-' if amount.size < 0 else ''}{amount.sign}{space}{digits}" + (
        f" {word}" if word else ""
    )


# Digits from which on thousands are parted.
_GROUPED = 4


def _title(pairs: Sequence[Pair]) -> str:
    """What the pair that weighs the most tells: by its two amounts, and of when they are."""
    lead = max(pairs, key=lambda each: weighs(f"{each.name} {each.now.written}"))
    if lead.hanzi:
        at = lead.sentence.find(lead.before.written)
        start = max(lead.sentence.rfind(each, 0, at) for each in "，；。：！") + 1
        end = lead.sentence.find(lead.now.written, at) + len(lead.now.written)
        said = lead.sentence[start:end].strip()
        if follows(said):
            # 占全国比重由7.2%提升至7.4%: what it is of stands in the clause before.
            start = lead.sentence.rfind("，", 0, max(start - 1, 0)) + 1
            whole = lead.sentence[start:end].rpartition("；")[2].strip()
            said = whole if cells(whole) <= TITLE else said
        return said if cells(said) <= TITLE else lead.sentence[lead.sentence.find(lead.name) : end]
    before, now = (_in_scale(each, each.scale) for each in (lead.before, lead.now))
    first, last = lead.sizes
    moved = "grew" if last > first else _FALLS[bool(LOSS.search(lead.name))]
    earlier, later = lead.periods
    if first > 0 > last:
        gain = f"{lead.name} of {before} {within(earlier)}"
        return f"{gain} turned into a loss of {now.lstrip('-')} {within(later)}"
    if first < 0 < last:
        lost = f"A loss of {before.lstrip('-')} {within(earlier)}"
        return f"{lost} turned into {lead.name.lower()} of {now} {within(later)}"
    if first == last:
        return f"{lead.name} was {now} {within(later)}"
    said = f"{lead.name} {moved} from {before} {within(earlier)} to {now} {within(later)}"
    short = f"{lead.name} {moved} from {before} to {now}"
    told = (each for each in (said, f"{short} {within(later)}", short) if cells(each) <= _ENGLISH)
    return next(told, f"{lead.name} {moved} to {now} {within(later)}")


_FALLS = "fell", "narrowed"
_CLAUSES = pattern(r"[，；]")
