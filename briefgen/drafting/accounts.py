"""Turn the tables of accounts into those that a deck shows: few of them, each called by what its
main row says, and their signs of money in no columns of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.cards import Card, Value, listed
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
_NUMBER = pattern(
    r"[(（]?[-−+]?[$€£¥]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?:\s?[-–]\s?[$€£¥]?\s?\d[\d,.]*)?(?:\s?(?:million|billion|亿元|万元|%))?[)）]?\*?"
)
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


def cleaned(card: Card) -> Card:
    """A table without what an account was laid out with: lines of a caption in its rows, columns of
    signs of money and of closing brackets, empty ones."""
    own = card.plain or card
    heads = ["" if str(each) == "—" else str(each) for each in listed(own.fields, "header")]
    body = [list(map(str, row)) for row in listed(own.fields, "rows") if not isinstance(row, str)]
    rows = [heads, *body]
    laid = any(_BRACKET.fullmatch(cell.strip()) for row in rows for cell in row)
    bare = sum(not head for head in heads[1:]) > 1
    if card.kind != "table" or not (laid or bare) or len({len(row) for row in rows}) > 1:
        return card
    while len(rows) > _ROWS and not any(cell.strip() for cell in rows[0][1:]):
        rows = rows[1:]
    while len(rows) > _ROWS and not any(_COUNTS.fullmatch(cell.strip()) for cell in rows[1]):
        both = [
            " ".join(filter(None, map(str.strip, pair))) for pair in zip(*rows[:2], strict=True)
        ]
        rows = [both, *rows[2:]]
    rows = _full(_closed(rows))
    made = [["Item" if not rows[0][0].strip() else rows[0][0], *rows[0][1:]], *rows[1:]]
    fields: dict[str, Value] = {"header": [head or "—" for head in made[0]], "rows": made[1:]}
    return replace(card, fields=fields, files=(), notes=own.notes or card.notes, plain=None)


# A sign that stands in a column of its own; an amount, and no year; rows of a table at least.
_BRACKET = pattern(r"[)）]%?|(?:[A-Z]{2,3})?[$€£¥]")
_COUNTS = pattern(r"(?!(?:19|20)\d\d$)[(（]?[-−+]?[$€£¥]?\s?\d[\d,.]*\s?%?[)）]?|[-–—]")
_ROWS = 3


def _closed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows, signs in columns of their own with the numbers beside them."""
    made = [list(rows[0])]
    for row in rows[1:]:
        cells_ = [cell.strip() for cell in row]
        for at, cell in enumerate(cells_):
            if at and cell[:1] in (")", "）") and _BRACKET.fullmatch(cell):
                cells_[at - 1], cells_[at] = cells_[at - 1] + cell, ""
            elif _BRACKET.fullmatch(cell) and at + 1 < len(cells_):
                behind = next((n for n in range(at + 1, len(cells_)) if cells_[n]), at)
                if behind > at:
                    cells_[behind], cells_[at] = cell + cells_[behind], ""
        made.append(cells_)
    return made


def _full(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows without the columns in which none but the first has something; what heads one of
    these heads the next that has numbers."""
    wide = len(rows[0])
    kept = [0, *(at for at in range(1, wide) if any(row[at].strip() for row in rows[1:]))]
    heads = list(rows[0])
    for at in range(1, wide):
        after = next((n for n in kept if n > at), None)
        if at not in kept and heads[at].strip() and after and not heads[after].strip():
            heads[after] = heads[at]
    return [[row[at] for at in kept] for row in (heads, *rows[1:])]


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
    if card.kind != "table" or not moments:
        return ""
    for form in _MAIN:
        for row in rows:
            full = len(row) > moments[-1] and all(_NUMBER.fullmatch(row[at]) for at in moments)
            if full and "…" not in row[0] and form.fullmatch(row[0].strip()):
                return _said(row, heads, moments)
    return ""


def _said(row: Sequence[str], heads: Sequence[str], moments: Sequence[int]) -> str:
    name, chinese = row[0].strip(), has_hanzi(row[0])
    said = [_when(row[at].strip("* "), heads[at], chinese) for at in moments]
    made = f"{name}：{'，'.join(said)}" if chinese else f"{name}: {', '.join(said)}"
    if cells(made) > LINE + 6 and not chinese:
        made = f"{name}: {said[0]}"
    return made if cells(made) <= TITLE + 4 else ""


def _when(value: str, head: str, chinese: bool) -> str:
    """A value with its moment: 12 in 2024, 12 at December 31, 2024."""
    return f"{head}{value}" if chinese else f"{value} {'at' if _DAY.search(head) else 'in'} {head}"


_DAY = pattern(r"[A-Z][a-z]+ \d{1,2}, \d{4}")


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
            apart = " " if number == 0 and sign and value else ""
            row[at : at + 2] = [sign if value in ("—", "") else sign + apart + value]
    return rows
