"""Turn the numbers of a table, whatever marks their decimals, into numbers with a point.

In half of the world a comma stands before decimals, and files whose fields are parted by
semicolons are most often written there. So a comma there is read only where the outline, or
another number of the file, says what it is; and a group of thousands has three digits and no
leading 0 everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Datum
from briefgen.patterns import pattern
from briefgen.problems import Problems
from briefgen.record import replace

# A number with a comma or points: its sign and what stands before; the digits; its unit.
_CELL = pattern(r"(?P<before>[^\d,.]{0,6})(?P<number>\d[\d,. \u00a0\u202f'’]*)(?P<after>\D{0,8})")
_THOUSANDS = pattern(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
# A number that says by itself that its comma parts thousands, or that it cannot.
_SURELY_THOUSANDS = pattern(r"[1-9]\d{0,2}(?:,\d{3})*,\d{3}\.\d+|[1-9]\d{0,2}(?:,\d{3}){2,}")
# A decimal comma, behind thousands in groups or none.
_DECIMAL = pattern(r"(?:\d{1,3}(?:[. \u00a0\u202f'’]\d{3})+|\d+)(?:,\d+)?")


def with_points(
    rows: Sequence[Sequence[Datum]], decimal: str | None, parting: str, problems: Problems
) -> list[list[Datum]]:
    """The rows with decimal points in all cells but the first of each.

    `decimal` is what the outline says, "," or "." or nothing; `parting` what parts the
    fields of the file. What may be either is told at its cell.
    """
    cells = [datum for row in rows for datum in row[1:]]
    numbers = [m["number"].strip() for d in cells if "," in d.text and (m := _found(d.text))]
    sure = any(_SURELY_THOUSANDS.fullmatch(each) for each in numbers)
    thousands = decimal == "." or (not decimal and (parting != ";" or sure))
    return [
        [*row[:1], *(_read(datum, decimal, thousands, problems) for datum in row[1:])]
        for row in rows
    ]


def _found(words: str) -> dict[str, str] | None:
    match = _CELL.fullmatch(words)
    return match.groupdict() if match else None


def _read(datum: Datum, decimal: str | None, thousands: bool, problems: Problems) -> Datum:
    if "," not in datum.text and decimal != ",":
        return datum
    found = _found(datum.text)
    if found is None:
        return datum
    number = found["number"].strip()
    if decimal == ",":
        if "," not in number and number.count(".") != 1 and not _DECIMAL.fullmatch(number):
            # A date with points, and the like.
            return datum
        if not _DECIMAL.fullmatch(number):
            problems.add("no-decimal-comma", datum.mark, words=datum.text)
            return datum
        digits = "".join(each for each in number if each.isdigit() or each == ",")
        return replace(
            datum, text=found["before"] + digits.replace(",", ".") + found["after"].strip()
        )
    if "," in number and not (thousands and _THOUSANDS.fullmatch(number)):
        problems.add("decimal-or-thousands", datum.mark, words=datum.text)
    return datum
