"""Turn the bare numbers of a table's rows into the quantities that its head says they are.

A row is a line whose cells are parted by | or tabs. What its numbers are is said by brackets in
its first cell (总产值（亿元）), or by the lines above the table: in thousands, except per share
amounts; 单位：万元. A number in brackets is below nothing, as accounts write it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from briefgen.facts.english_units import ENGLISH_UNITS
from briefgen.facts.forms import Quantity, QuantityError
from briefgen.facts.found import Found
from briefgen.facts.quantity import read
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern
from briefgen.record import Record, replace


class Row(Record):
    """A row of a table: where its line stands in the text, and where in it the cells begin that
    its first one names ("": none does); what heads it, and what its table says of all its numbers:
    their scale, the exceptions from it, and the unit."""

    start: int
    body: int
    end: int
    label: str
    above: str = ""
    scale: str = ""
    excepted: str = ""
    unit: str = ""
    money: str = ""


def row_of(text: SourceText, at: int) -> Row | None:
    """The row in whose cells, behind the first, a place of the matching text stands; None where it
    stands in no table."""
    rows = _rows(text.text)
    offset = text.offsets[at]
    if not rows or offset < rows[0].start:
        return None
    row = rows[bisect_right(rows, offset, key=lambda each: each.start) - 1]
    return row if row.body <= offset < row.end else None


def told(text: SourceText, found: Iterable[Found], since: int = 0) -> Iterable[Found]:
    """The numbers of a text with what tables say of those that are bare; `since` is where in the
    matching text the words begin that they were found in."""
    if not _rows(text.text):
        return found
    return (_told(text, each, since) for each in found)


def _told(text: SourceText, found: Found, since: int) -> Found:
    quantity, at = found.quantity, since + found.start
    bare = quantity.form == "number" and not quantity.unit and found.text[:1].isdecimal()
    row = row_of(text, at) if bare else None
    if row is None:
        return found
    before, behind = text.matching[max(0, at - 2) : at], text.matching[since + found.end :][:12]
    closed = behind[:1] == ")" or _CELL_ENDS.match(behind)
    sign = "-" if (before[-1:] in ("(", "-") and closed) or before[-1:] == "-" else ""
    if _SHARE_BEHIND.match(behind):
        made = _read(f"{sign}{found.text}%", text.currency)
    else:
        made = _quantity(row, found.text, sign, text.currency)
    return replace(found, quantity=made) if made else found


def _quantity(row: Row, digits: str, sign: str, currency: str) -> Quantity | None:
    own = _IN_BRACKETS.search(row.label)
    words = f"{row.above} {row.label}".lower()
    counted = row.label.lower() if "share" in row.label.lower() else words
    shares = "shares" in counted and "per share" not in counted
    each = not shares and (" per share" in f" {words}" or row.label.startswith(("EPS", "DPS")))
    money = row.money if row.money != "$" or currency else ""
    # Sums in thousands are in what their source counts in, where the table does not say.
    money = money or (_SIGNS.get(currency, "") if row.scale else "")
    but = row.excepted.replace("per share", "")
    if column := _COLUMN.search(row.label):
        # Revenue (HK$ million)
        written = f"{sign}{column['sign']}{digits} {_WORTH[column['scale'][0].lower()]}"
    elif (named := _NAMED_UNIT.search(row.label)) and named["unit"] in ENGLISH_UNITS:
        written = f"{sign}{digits} {named['unit']}"
    elif own or row.unit:
        written = f"{sign}{digits}{own['unit'] if own else row.unit}"
    elif _COUNTED.search(row.label.lower()):
        return None
    elif each:
        written = f"{sign}{money}{digits} per share"
    elif shares:
        scaled = f" {row.scale}" if row.scale and "share" not in but else ""
        written = f"{digits}{scaled} shares"
    elif row.scale and money:
        written = f"{sign}{money}{digits} {row.scale}"
    else:
        return None
    return _read(written, currency, shares)


def _read(written: str, currency: str, opaque: bool = False) -> Quantity | None:
    try:
        return read(written, currency=currency, opaque=opaque)
    except QuantityError:
        return None


_SIGNS = {"USD": "US$", "HKD": "HK$", "GBP": "£", "EUR": "€", "CNY": "RMB", "JPY": "¥"}
# The end of a cell whose bracket stands in a cell of its own, or was lost; a cell of a % alone.
_CELL_ENDS, _SHARE_BEHIND = pattern(r"\s*(?:[|\t\n]|$)"), pattern(r"\)?\s*[|\t]\s*%")

_IN_BRACKETS = pattern(r"[（(](?P<unit>[万亿]?(?:[^\W\d_]|[%‰/]){1,6})[)）]\s*$")
_NAMED_UNIT = pattern(r"\((?P<unit>(?:HK |US )?[a-z]+(?: [a-z]+)?)\)\s*$")
# What is counted, or a rate, whatever a table's head says of its sums.
_COUNTED = pattern(r"\b(?:stores|employees|number of|rate|ratio|margin|percent\w*|days|feet)\b|%")
_SCALE = pattern(
    r"(?:^|[(\s])in (?:(?P<sign>[a-z]{0,3}[$€£¥]|rmb) ?)?(?P<scale>thousand|million|billion)s?\b"
    r"(?: of (?P<money>(?:u\.?s\.? |hong kong )?dollars|euros?|pounds(?: sterling)?|yuan|rmb"
    r"|renminbi|yen))?"
    r"(?:[,;]? ?(?:except|excluding) (?P<but>[a-z ,and]+))?"
)
_UNIT = pattern(r"单位[:：]\s?(?P<unit>[万亿]?(?:[^\W\d_]|[%‰/]){1,6})\s*[)）]?\s*$")
_CELLS = pattern(r"\s*[|\t]\s*")
# A line that is longer is no head of a table.
_LONGEST_HEAD = 160


# £m, €m, HK$'000, RMB million: what a column's head says of its sums.
_COLUMN = pattern(
    r"(?P<sign>[A-Z]{0,3}[$€£¥]|RMB) ?"
    r"(?P<scale>['’]000|thousands?|millions?|billions?|mn?|bn)(?![A-Za-z])"
)
_WORTH = {"'": "thousand", "’": "thousand", "t": "thousand", "m": "million", "b": "billion"}
_NAMED = {"euro": "€", "euros": "€", "yuan": "RMB", "rmb": "RMB", "renminbi": "RMB", "yen": "¥"} | {
    "pounds": "£", "pounds sterling": "£", "dollars": "$", "hong kong dollars": "HK$",
}  # fmt: skip


class _Head(Record):
    """What the lines above a table's rows say of their numbers."""

    above: str = ""
    scale: str = ""
    excepted: str = ""
    unit: str = ""
    money: str = ""


def _head(words: str) -> _Head | None:
    """What a line says of the rows below it, None where it says nothing."""
    lower = words.lower()
    if said := _SCALE.search(lower):
        money = (said["sign"] or "").upper() or _NAMED.get(said["money"] or "", "")
        money = money or ("US$" if "s. dollars" in lower or "us dollars" in lower else "")
        money = money or "$" * ("$" in words)
        return _Head("", said["scale"], said["but"] or "", "", money)
    if column := _COLUMN.search(words):
        return _Head("", _WORTH[column["scale"][0].lower()], "", "", column["sign"])
    if said := _UNIT.search(words):
        return _Head("", "", "", said["unit"], "")
    return None


@lru_cache(maxsize=16)
def _rows(raw: str) -> tuple[Row, ...]:
    """The rows of all tables of a text, in order."""
    if "|" not in raw and "\t" not in raw:
        return ()
    rows: list[Row] = []
    start, head = 0, _Head()
    for line in raw.splitlines(keepends=True):
        words = line.strip()
        cells = [cell for cell in _CELLS.split(words) if cell]
        if len(cells) > 1:
            if not any(_NUMERAL.fullmatch(cell) and not _A_YEAR.fullmatch(cell) for cell in cells):
                head = _head(words) or head
            if "$" in cells and not head.money:
                head = replace(head, money="$")
            named = not _NUMERAL.fullmatch(cells[0])
            body = start + line.find(cells[0]) + len(cells[0]) * named
            label = cells[0] if named else ""
            rows.append(
                Row(
                    start, body, start + len(line), label, head.above, head.scale, head.excepted,
                    head.unit, head.money,
                )
            )  # fmt: skip
        elif len(words) > _LONGEST_HEAD:
            head = _Head()
        elif words:
            head = _head(words) or replace(head, above=words)
        start += len(line)
    return tuple(rows)


_A_YEAR = pattern(r"(?:19|20)\d\d")
_NUMERAL = pattern(r"[$(]?[\d,.]+%?\)?")
