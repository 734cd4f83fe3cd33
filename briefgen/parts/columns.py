"""Turn the cells of a table into what its columns and rows are: numbers, or a sum.

Words alone tell them, in whichever form the table was given: a column of numbers stands to the
right, and a row of sums is ruled off.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefgen.brief.model import Text
from briefgen.facts.quantity import Quantity, amount, step
from briefgen.outline.attached.cells import heading, measured
from briefgen.parts.context import Context
from briefgen.patterns import pattern

# A number with its sign and its unit; and one in the brackets in which accounts have what they
# take off.
_NUMBER = pattern(r"[-+−±]?[¥$€£]?\d[\d,.]*\s?(?:[%‰％\w/·²³㎡-㏕]{0,6}|p\.p\.?)")
_TAKEN_OFF = pattern(r"[¥$€£]?\s?[(（]\s?[¥$€£]?\s?\d[\d,.]*\s?[%‰％]?\s?[)）]\s?[%‰％]?")
# A date, or the number of a thing, is compared with nothing.
_WHEN = pattern(r"[月日号]")
# Words that stand in the place of a number (未提供, not given), and how many numbers a column has
# at least for each of them.
_WORDED, _FOR_EACH = pattern(r"[^\W\d_]{1,6}|[A-Za-z]{1,10}(?: [A-Za-z]{1,8})?"), 2
# What stands for none.
_NONE = pattern(r"[-–—−…/]{0,2}%?|\.{3}|无|不详|待定|n/?a|N/?A|tbc|TBC")
_SUMS = frozenset(
    "合计 总计 总和 总数 共计 总 全部 合計 總計 總和 總數 共計 total sum all".split()
) | {"grand total", "in total"}


def is_number(text: Text) -> bool:
    """Whether a cell holds one figure, or a number and nothing else."""
    segments = [segment for segment in text.segments if segment.text.strip()]
    if len(segments) == 1 and segments[0].figure:
        return True
    said = str(text).strip()
    if _TAKEN_OFF.fullmatch(said):
        return True
    return bool(_NUMBER.fullmatch(said)) and not _WHEN.search(said)


def numeric(rows: Sequence[Sequence[Text]], column: int) -> bool:
    """Whether a column holds numbers, and where it does not, something that stands for none."""
    cells = [row[column] for row in rows]
    numbers = [is_number(cell) for cell in cells]
    pairs = zip(numbers, cells, strict=True)
    others = [said for number, cell in pairs if not number and (said := str(cell).strip())]
    worded = [said for said in others if not _NONE.fullmatch(said)]
    return (
        any(numbers)
        and numbers.count(True) >= _FOR_EACH * len(worded)
        and all(_WORDED.fullmatch(said) for said in worded)
    )


def is_sum(row: Sequence[Text]) -> bool:
    """Whether a row says by its first words that it is the sum of those above."""
    first = next((words for text in row if (words := str(text).strip())), "")
    return "".join(first.split()).rstrip(":：") in _SUMS or first.lower().rstrip(":") in _SUMS


def check_sums(
    ctx: Context, header: Sequence[Text], rows: Sequence[Sequence[Text]], total: Sequence[Text]
) -> None:
    """Tell each column of amounts whose sum is stated as another than its rows have together.

    Shares, dates, and values that are not exact have no sum; where rows are rounded, so far may
    their sum be off as each of them.
    """
    for column in range(1, len(header)):
        _, unit = heading(str(header[column]))
        stated = _exact(ctx, total[column], unit)
        parts = [_exact(ctx, row[column], unit) for row in rows]
        known = [part for part in parts if part]
        if stated is None or len(known) < len(parts) or len(known) < 2:
            continue
        if {part.unit for part in known} != {stated.unit} or stated.unit in _NO_SUM:
            continue
        added = sum(map(amount, known), Decimal(0))
        off = sum((_loose(part) for part in (*known, stated)), Decimal(0))
        if abs(added - amount(stated)) > off:
            given = {"heading": str(header[column]), "stated": str(total[column])}
            ctx.problems.add("table-total", total[column].mark, **given)


_NO_SUM = frozenset({"%", "‰", "个百分点", "年", "月", "年月", "年月日", "月日", "岁", "倍", "°C"})


def _exact(ctx: Context, text: Text, unit: str) -> Quantity | None:
    words = str(text).strip()
    if len(text.figures) == 1 and is_number(text):
        quantity: Quantity | None = ctx.figure(text.figures[0]).quantity
    else:
        quantity = measured(words, unit) if _NUMBER.fullmatch(words) else None
    exact = quantity and not quantity.qualifier and quantity.value is not None
    return quantity if exact else None


def _loose(quantity: Quantity) -> Decimal:
    """How far the exact value may lie from one that is written rounded: half of its last digit."""
    last = step(quantity)
    return Decimal(0) if last == 1 else last / 2
