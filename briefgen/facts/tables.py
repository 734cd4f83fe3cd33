"""Turn the bare numbers of a table's rows into the quantities that its head says they are.

A row is a line whose cells are parted by | or tabs. What its numbers are is said by brackets in
its first cell (总产值（亿元）), or by the lines above the table: in thousands, except per share
amounts; 单位：万元. A number in brackets is below nothing, as accounts write it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

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
    paid: bool = False


def row_of(text: SourceText, at: int) -> Row | None:
    """The row in whose cells, behind the first, a place of the matching text stands; None where it
    stands in no table."""
    rows = _rows(text.text)
    offset = text.offsets[at]
    if not rows or offset < rows[0].start:
        return None
    row = rows[bisect_right(rows, offset, key=lambda each: each.start) - 1]
    return row if row.body <= offset < row.end else None


def told(text: SourceText, found: Iterable[Found], since: int = 0) -> list[Found]:
    """The numbers of a text with what tables say of those that are bare; `since` is where in the
    matching text the words begin that they were found in."""
    made = list(found)
    if not _rows(text.text):
        return made
    return [_told(text, each, since) for each in made]


def _told(text: SourceText, found: Found, since: int) -> Found:
    quantity, at = found.quantity, since + found.start
    bare = quantity.form == "number" and not quantity.unit and found.text[:1].isdecimal()
    row = row_of(text, at) if bare else None
    if row is None:
        return found
    before, behind = text.matching[max(0, at - 2) : at], text.matching[since + found.end :][:1]
    sign = "-" if (before[-1:] in ("(", "-") and behind == ")") or before[-1:] == "-" else ""
    made = _quantity(row, found.text, sign, text.currency)
    return replace(found, quantity=made) if made else found


def _quantity(row: Row, digits: str, sign: str, currency: str) -> Quantity | None:
    own = _IN_BRACKETS.search(row.label)
    words = f"{row.above} {row.label}".lower()
    shares = "shares" in row.label.lower() and "per share" not in row.label.lower()
    each = not shares and " per share" in f" {words}"
    money = "$" if row.paid and currency else ""
    but = row.excepted.replace("per share", "")
    if own or row.unit:
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
    try:
        return read(written, currency=currency, opaque=shares)
    except QuantityError:
        return None


_IN_BRACKETS = pattern(r"[（(](?P<unit>[万亿]?(?:[^\W\d_]|[%‰/]){1,6})[)）]\s*$")
# What is counted, or a rate, whatever a table's head says of its sums.
_COUNTED = pattern(r"\b(?:stores|employees|number of|rate|ratio|margin|percent\w*|days|feet)\b|%")
_SCALE = pattern(
    r"(?:^|[(\s])in (?P<scale>thousand|million|billion)s\b"
    r"(?:[,;]? ?(?:except|excluding) (?P<but>[a-z ,and]+))?"
)
_UNIT = pattern(r"单位[:：]\s?(?P<unit>[万亿]?(?:[^\W\d_]|[%‰/]){1,6})\s*[)）]?\s*$")
_CELLS = pattern(r"\s*[|\t]\s*")
# A line that is longer is no head of a table.
_LONGEST_HEAD = 160


@lru_cache(maxsize=16)
def _rows(raw: str) -> tuple[Row, ...]:
    """The rows of all tables of a text, in order."""
    if "|" not in raw and "\t" not in raw:
        return ()
    rows: list[Row] = []
    start, scale, excepted, unit, above, paid = 0, "", "", "", "", False
    for line in raw.splitlines(keepends=True):
        words = line.strip()
        cells = [cell for cell in _CELLS.split(words) if cell]
        if len(cells) > 1:
            paid = paid or "$" in cells
            named = not _NUMERAL.fullmatch(cells[0])
            body = start + line.find(cells[0]) + len(cells[0]) * named
            label = cells[0] if named else ""
            rows.append(
                Row(start, body, start + len(line), label, above, scale, excepted, unit, paid)
            )
        elif words:
            lower = words.lower()
            long = len(words) > _LONGEST_HEAD
            if said := None if long else _SCALE.search(lower):
                scale, excepted, unit, paid = said["scale"], said["but"] or "", "", "$" in words
            elif said := None if long else _UNIT.search(words):
                scale, excepted, unit, paid = "", "", said["unit"], False
            elif long:
                scale = excepted = unit = ""
                paid = False
            above = "" if long or said else words
        start += len(line)
    return tuple(rows)


_NUMERAL = pattern(r"[$(]?[\d,.]+%?\)?")
