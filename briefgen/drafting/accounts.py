"""Turn the tables of accounts into those that a deck shows: few of them, each called by what its
main row says, and their signs of money in no columns of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, listed
from briefgen.drafting.wording import LINE, TELLS, TITLE
from briefgen.patterns import pattern
from briefgen.record import replace

# Tables of a draft of few slides, where words have no more.
_TABLES = 4
# The row that says the most of an account, the first of these that there is.
_MAIN = (
    pattern(r"(?:Total |Net )?(?:operating )?(?:revenues?|sales)(?:,? \(.*)?|营业收入.*", 2),
    pattern(r"Total assets.*|资产总[计额].*", 2),
    pattern(r"Net (?:profit|income|earnings|loss)\b.*|.{0,6}净利润.*", 2),
    pattern(r"Total\b.*|.{0,8}[合总]计", 2),
)
_NUMBER = pattern(r"[(（]?[-−+]?[$€£¥]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s?%?[)）]?")
_MONEY = pattern(r"(?:[A-Z]{2,3})?[$€£¥]|")
_SIGN = pattern(r"(?:[A-Z]{2,3})?[$€£¥]")
# 4Q24, December 2024, 2023 (Audited): a moment.
_WHEN = pattern(r"\d[QH]\d\d|[QHF]Y?\d ?\d\d(?:\d\d)?|(?:19|20)\d\d")
_UNAUDITED = pattern(r"\s*\(?\b(?:Una|A)udited\b\)?\s*", 2)


def few(cards: Sequence[Card]) -> list[Card]:
    """The slides without the tables that are more than what stands in words takes, from the first
    on."""
    most = max(_TABLES, sum(card.kind != "table" for card in cards))
    tables = [card for card in cards if card.kind == "table"]
    # What a wide table goes on with has no blocks of its own.
    more = [card for card in tables if not card.blocks]
    whole = [card for card in tables if card.blocks]
    left_out = {id(card) for card in (*more, *whole[most:])}
    return [card for card in cards if id(card) not in left_out]


def called(cards: Iterable[Card]) -> Iterator[Card]:
    """The slides, tables under a title that says what their main row does, where it is called by
    words without a number. None is called as another is."""
    taken: set[str] = set()
    for card in cards:
        name = "" if TELLS.search(card.title) else _main(card)
        if name and name not in taken:
            plain = replace(card.plain, title=name) if card.plain else None
            notes = "\n".join(filter(None, (card.title, card.notes)))
            card = replace(card, title=name, notes=notes, plain=plain, topic=card.title)
        taken.add(card.title)
        yield card


def _main(card: Card) -> str:
    """What the main row of a table says of its first two moments; "" for none."""
    shown = (card.plain or card).fields
    heads = [_UNAUDITED.sub(" ", str(each)).strip() for each in listed(shown, "header")]
    rows = [list(map(str, row)) for row in listed(shown, "rows") if not isinstance(row, str)]
    moments = [at for at, head in enumerate(heads) if at and _WHEN.search(head)][:2]
    if card.kind != "table" or len(moments) < 2:
        return ""
    for form in _MAIN:
        for row in rows:
            full = len(row) > moments[1] and all(_NUMBER.fullmatch(row[at]) for at in moments)
            if full and "…" not in row[0] and form.fullmatch(row[0].strip()):
                return _said(row, heads, moments)
    return ""


def _said(row: Sequence[str], heads: Sequence[str], moments: Sequence[int]) -> str:
    now, before = ((row[at].strip(), heads[at]) for at in moments)
    name = row[0].strip()
    if has_hanzi(name):
        made = f"{name}：{now[1]}{now[0]}，{before[1]}{before[0]}"
    else:
        made = f"{name}: {now[0]} in {now[1]}, {before[0]} in {before[1]}"
    if cells(made) > LINE + 6 and not has_hanzi(name):
        made = f"{name}: {now[0]} in {now[1]}"
    return made if cells(made) <= TITLE else ""


def unsplit(rows: list[list[str]]) -> list[list[str]]:
    """The rows of a table, signs of money with the numbers that they stand before.

    >>> unsplit([["", "2024", "", "2023"], ["Cash", "$", "613", "206"]])
    [['', '2024', '2023'], ['Cash', '$613', '206']]
    """
    if len(rows) < 2:
        return rows
    wide = len(rows[0])
    for at in range(wide - 2, 0, -1):
        column = [row[at].strip() for row in rows[1:]]
        if not any(map(_SIGN.fullmatch, column)) or not all(map(_MONEY.fullmatch, column)):
            continue
        for number, row in enumerate(rows):
            sign, value = row[at].strip(), row[at + 1].strip()
            head = number == 0
            row[at : at + 2] = [(sign or value) if head or value in ("—", "") else sign + value]
    return rows
