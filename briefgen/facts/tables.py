"""Turn the bare numbers of a table's rows into the quantities that its head says they are.

A row is a line whose cells are parted by |, tabs or runs of blanks. What its numbers are is said
by brackets in its first cell (总产值（亿元）), by a cell of its own (亿元), by the head of their
column, or by the lines above: in thousands, except per share amounts; 单位：万元. A number in
brackets is below nothing, as accounts write it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from briefgen.facts.calendar import YEAR
from briefgen.facts.english_units import ENGLISH_UNITS
from briefgen.facts.forms import Quantity, QuantityError
from briefgen.facts.found import Found, Span
from briefgen.facts.numerals import plain
from briefgen.facts.quantity import read
from briefgen.facts.sentences import LETTER_MARK
from briefgen.facts.sources import SourceText
from briefgen.facts.table_heads import Column, Head, column, units
from briefgen.facts.table_heads import told as heads_told
from briefgen.facts.units import known, unit_of
from briefgen.patterns import pattern
from briefgen.record import Record, replace


class Row(Record):
    """A row of a table: where its line stands in the text, and where in it the cells begin that
    its first one names ("": none does); where each cell stands, what heads it all, and the unit
    that a cell of its own names. One that `is_head` heads the columns itself."""

    start: int
    body: int
    end: int
    label: str
    cells: tuple[tuple[int, int], ...]
    head: Head
    unit: str = ""
    is_head: bool = False

    @property
    def above(self) -> str:
        """What the line above the table says."""
        return self.head.above

    def cell(self, offset: int) -> tuple[int, int]:
        """Where the cell stands that a place of the text is in."""
        return self.cells[bisect_right(self.cells, offset, key=lambda cell: cell[0]) - 1]

    def column(self, offset: int) -> Column:
        """What is said of the numbers of the column that a place of the text stands in."""
        at = bisect_right(self.cells, offset, key=lambda cell: cell[0]) - 1
        said = column(self.head.column(at, len(self.cells)))
        return replace(said, is_note=True) if at == 1 and self.head.has_notes else said


def row_of(text: SourceText, at: int) -> Row | None:
    """The row in whose cells, behind the first, a place of the matching text stands; None where it
    stands in no table."""
    rows = _rows(text.text)
    offset = text.offsets[at]
    if not rows or offset < rows[0].start:
        return None
    row = rows[bisect_right(rows, offset, key=lambda each: each.start) - 1]
    return row if row.body <= offset < row.end else None


def told(
    text: SourceText, found: Iterable[Found], since: int = 0, until: int = -1
) -> Iterable[Found]:
    """The numbers of a text with what tables say of those that are bare; `since` and `until` are
    where in the matching text the words begin and end that they were found in."""
    if not _rows(text.text):
        return found
    if not _SMALL_LOSS.search(text.text):
        # One after the other: who asks may stop at the most that a source may state.
        return (one for each in found if (one := _told(text, each, since)) is not None)
    until = len(text.matching) if until < 0 else until
    kept = [one for each in found if (one := _told(text, each, since)) is not None]
    lost = _lost(text, kept, since, until)
    return sorted((*kept, *lost), key=lambda each: each.start) if lost else kept


def _lost(text: SourceText, found: list[Found], since: int, until: int) -> list[Found]:
    """The numbers of cells in which none was found: (12) is elsewhere the mark of an item."""
    first, last = text.offsets[since], text.offsets[until - 1] if until > since else 0
    starts = [text.offsets[since + each.start] for each in found]
    made = []
    for row in _rows(text.text):
        if row.end <= first or row.start > last:
            continue
        for start, end in row.cells[1:] if row.label else row.cells:
            at = bisect_right(starts, start - 1)
            if at < len(starts) and starts[at] < end:
                continue
            if _SMALL_LOSS.fullmatch(text.text, start, end) and first <= start <= last:
                begin = text.offsets.first_from(start + 1, len(text.matching)) - since
                digits = text.text[start + 1 : end - 1]
                span = (Span("number", begin, begin + len(digits)),)
                bare = Found(begin, begin + len(digits), digits, read(digits), span)
                one = _told(text, bare, since)
                made += [one] if one is not None and one.quantity.unit else []
    return made


_SMALL_LOSS = pattern(r"\(\d{1,2}\)")


def _told(text: SourceText, found: Found, since: int) -> Found | None:
    """A number with what its table says of it, None where it counts nothing."""
    quantity, at = found.quantity, since + found.start
    row = row_of(text, at) if quantity.form == "number" else None
    if row is None:
        return found
    offset = text.offsets[at]
    if _counts_nothing(row, offset, text.text, found):
        return None
    begin, end = row.cell(offset)
    if not quantity.unit and _SPREAD.fullmatch(text.text, begin, end):
        return _spread(text, found, offset - begin, text.text[begin:end])
    digits = found.text.lstrip("-−–")
    paid = _SUM.fullmatch(plain(found.text))
    bare = not quantity.unit and digits[:1].isdecimal()
    if not (bare or paid):
        return found
    head = row.column(offset)
    note = bare and head.is_note and digits.isdecimal() and len(digits) <= _LONGEST_NOTE
    if note and text.matching[at - 1 : at] != "(":
        return None
    if paid:
        quantity_or_none = _paid(row, head, paid["digits"], paid["money"], quantity, text.currency)
        return replace(found, quantity=quantity_or_none) if quantity_or_none else found
    made = _of_cell(text, row, head, found, at)
    return replace(found, quantity=made) if made else found


def _of_cell(text: SourceText, row: Row, head: Column, found: Found, at: int) -> Quantity | None:
    """What a bare number at a place of the text is by its sign, the cell behind it, and heads."""
    digits, end = found.text.lstrip("-−–"), at + len(found.text)
    before, behind = text.matching[max(0, at - 2) : at], text.matching[end : end + 12]
    closed = behind[:1] == ")" or _CELL_ENDS.match(behind)
    below = found.text[:1] in _MINUS or before[-1:] in _MINUS or (before[-1:] == "(" and closed)
    sign = "-" if below else ""
    if unit := _UNIT_BEHIND.match(behind):
        return _read(f"{sign}{digits}{unit['unit']}", text.currency)
    return _quantity(row, head, digits, sign, text.currency)


def _spread(text: SourceText, found: Found, at: int, words: str) -> Found | None:
    """The range that a cell is as a whole (40-45), for the first of its two numbers."""
    made = _read(words, text.currency)
    if made is None or at:
        return found if made is None else None
    spans = (Span("number", found.start, found.start + len(words)),)
    return replace(found, end=found.start + len(words), text=words, quantity=made, spans=spans)


_SPREAD = pattern(r"\d{1,3}[-–]\d{1,3}")


def _counts_nothing(row: Row, offset: int, raw: str, found: Found) -> bool:
    """Whether what was found is the cell of a row that names its unit, or a year or a unit that
    heads a column."""
    if row.unit and raw[slice(*row.cell(offset))].strip() == row.unit:
        return True
    year = YEAR.fullmatch(found.text)
    return row.is_head and bool(year or not _DIGIT.search(found.text))


def _paid(
    row: Row, head: Column, digits: str, money: str, quantity: Quantity, currency: str
) -> Quantity | None:
    """A sum with its sign of money, in the scale of its table, or of a share."""
    if "/" in quantity.unit or unit_of(quantity.unit).kind != "money":
        return None
    sign = "-" if quantity.value is not None and quantity.value < 0 else ""
    if _is_each(row):
        return _read(f"{sign}{money}{digits} per share", currency)
    scale = head.scale or row.head.scale
    small = "." in digits and len(digits.partition(".")[2]) == 2 and "," not in digits
    return _read(f"{sign}{money}{digits} {scale}", currency) if scale and not small else None


def _is_each(row: Row) -> bool:
    words = f"{row.above} {row.label}".lower()
    return not _is_shares(row) and (" per share" in f" {words}" or bool(_EACH.search(row.label)))


_EACH = pattern(r"\b(?:EPS|DPS)\b")


def _is_shares(row: Row) -> bool:
    """Whether a row counts shares."""
    label = row.label.lower()
    counted = label if "share" in label else f"{row.above.lower()} {label}"
    return "shares" in counted and "per share" not in counted


def _quantity(row: Row, head: Column, digits: str, sign: str, currency: str) -> Quantity | None:
    written, opaque = _written(row, head, digits, sign, currency)
    return _read(written, currency, opaque) if written else None


def _written(row: Row, head: Column, digits: str, sign: str, currency: str) -> tuple[str, bool]:
    """A bare number of a row as its head would have it written, "" where nothing says what it is;
    and whether its unit is a noun of its own."""
    own = _IN_BRACKETS.search(row.label)
    shares, named = _is_shares(row), _NAMED_UNIT.search(row.label)
    money = head.money or row.head.money
    scale = head.scale or row.head.scale
    # Sums in thousands are in what their source counts in, where the table does not say.
    money = money or (_SIGNS.get(currency, "") if scale else "")
    but = row.head.excepted.replace("per share", "")
    if head.is_share:
        return f"{sign}{digits}%", False
    if (of_row := column(row.label)).scale:
        return f"{sign}{of_row.money}{digits} {of_row.scale}", False
    if named and named["unit"] in ENGLISH_UNITS:
        return f"{sign}{digits} {named['unit']}", False
    if unit := own["unit"] if own else row.unit or head.unit:
        return f"{sign}{digits}{unit}", False
    if head.is_rate or _COUNTED.search(row.label.lower()):
        return ("%" in row.label) * f"{sign}{digits}%", False
    if row.head.unit:
        return f"{sign}{digits}{row.head.unit}", False
    if _is_each(row):
        return f"{sign}{money}{digits} per share", False
    if shares:
        return f"{digits}{f' {scale}' if scale and 'share' not in but else ''} shares", True
    return (f"{sign}{money}{digits} {scale}" if scale and money else ""), False


def _read(written: str, currency: str, opaque: bool = False) -> Quantity | None:
    try:
        return read(written, currency=currency, opaque=opaque)
    except QuantityError:
        return None


_DIGIT, _LONGEST_NOTE = pattern(r"\d"), 2
_MINUS = ("-", "−", "–")
_SIGNS = {"USD": "US$", "HKD": "HK$", "GBP": "£", "EUR": "€", "CNY": "RMB", "JPY": "¥"}
# The end of a cell whose bracket stands in a cell of its own, or was lost; a cell of a % alone.
_CELL_ENDS = pattern(r"\s*(?:[|\t\n]|$)")
_UNIT_BEHIND = pattern(r"\)?\s*[|\t]\s*(?P<unit>%|bps|pts|ppts|pp)(?![A-Za-z])")
_SUM = pattern(r"-?(?P<money>[A-Z]{0,3}[$€£¥]) ?\(?(?P<digits>[\d,.]+)\)?")
_IN_BRACKETS = pattern(r"[（(](?P<unit>[百千万亿萬億]*(?:[^\W\d_]|[%％‰/]){1,6})[)）]\s*$")
_NAMED_UNIT = pattern(r"\((?P<unit>(?:HK |US )?[a-z]+(?: [a-z]+)?)\)\s*$")
# What is counted, or a rate, whatever a table's head says of its sums.
_COUNTED = pattern(
    r"\b(?:stores|employees|number of|rate|ratio|margin|percent\w*|days|feet)\b|%"
    r"|人数|數目|数目|[比利倍税稅]率|天数|天數|日数|日數|家数|家數"
)
_CELLS = pattern(r"\s*[|\t]\s*|(?<=\S) {2,}(?=\S)")


@lru_cache(maxsize=16)
def _rows(raw: str) -> tuple[Row, ...]:
    """The rows of all tables of a text, in order."""
    if "|" not in raw and "\t" not in raw and not _RUN.search(raw):
        return ()
    rows: list[Row] = []
    start, head, headed = 0, Head(), False
    for line in raw.splitlines(keepends=True):
        cells = tuple(_cells(line, start))
        words = [raw[begin:end] for begin, end in cells]
        row = _is_row(line, words)
        if row and not any(map(_is_value, words[1:] or words)):
            said = units(line.strip())
            kept = head if not said else replace(said, above=head.above)
            head = replace(kept, columns=(*(head.columns if headed else ()), tuple(words)))
            headed = True
            rows.append(replace(_row(line, start, cells, words, head), is_head=True))
        elif row:
            rows.append(_row(line, start, cells, words, head))
            if "$" in words and not head.money:
                head = replace(head, money="$")
                rows[-1] = replace(rows[-1], head=head)
            headed = False
        elif line.strip() and not _RULE.fullmatch(line.strip()):
            head, headed = heads_told(line.strip(), head), False
        start += len(line)
    return tuple(rows)


def _row(
    line: str, start: int, cells: tuple[tuple[int, int], ...], words: list[str], head: Head
) -> Row:
    named = not _NUMERAL.fullmatch(words[0]) and not _names_unit(words[0])
    own = words[1] if len(words) > 2 and _names_unit(words[1]) else ""
    body = cells[0][1] if named else cells[0][0]
    return Row(start, body, start + len(line), words[0] * named, cells, head, own)


def _names_unit(words: str) -> bool:
    """Whether a cell is the name of a unit and nothing else: 亿元, 万人, %."""
    name = plain(words).strip()
    # A sign of money stands before its number, in a cell of its own too.
    if not name or name == "$" or name.isdecimal() or not name.strip("百千万亿"):
        return False
    scale = len(name) - len(name.lstrip("百千万亿"))
    return any(known(name[at:]) is not None for at in range(scale + 1))


def _cells(line: str, start: int) -> Iterator[tuple[int, int]]:
    """Where the cells of a line stand, without those that are empty at its ends."""
    body = line.rstrip(" \t\r\n|")
    at = len(body) - len(body.lstrip(" \t|"))
    for gap in _CELLS.finditer(body, at):
        yield start + at, start + gap.start()
        at = gap.end()
    if body[at:]:
        yield start + at, start + len(body)


def _is_row(line: str, words: list[str]) -> bool:
    """Whether a line is a row: of cells that signs part, or that runs of blanks do where all
    behind the first are numbers or heads of columns."""
    if len(words) < 2 or LETTER_MARK.match(line) or all(_RULE.fullmatch(word) for word in words):
        return False
    if "|" in line or "\t" in line.strip():
        return True
    behind = words[1:]
    return all(map(_is_value, behind)) or all(len(word) <= _LONGEST_HEAD for word in words)


_LONGEST_HEAD = 24
_RULE = pattern(r"[-–—=:|+ ]+")
_RUN = pattern(r"\S {2,}\S")


def _is_value(words: str) -> bool:
    return bool(_VALUE.fullmatch(words)) and not YEAR.fullmatch(words)


_NUMERAL = pattern(r"[$(]?[\d,.]+%?\)?")
_VALUE = pattern(
    r"[-–—−+]?(?:[A-Z]{0,3}[$€£¥] ?)?\(?[-–−+]?(?:[A-Z]{0,3}[$€£¥] ?)?[\d,.]*\d\)?"
    r" ?(?:%|％|p|bps|pts|ppts?|pp|x|m|bn|million|billion)?\)?"
)
