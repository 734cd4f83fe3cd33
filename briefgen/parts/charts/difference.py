"""Turn two series into how they differ: in words, and as a formula of a workbook."""

from __future__ import annotations

from decimal import Decimal

from briefgen.parts.charts.labels import Scale, format_code, written
from briefgen.record import Record

# The sign of what was worked out from other values.
DERIVED = "◇"
# Shares differ by points, and not by a share of something: 5% and 6% by 1 point (ISO 80000-1, 6.5).
_POINTS = {"%": ("个百分点", " pp"), "‰": ("个千分点", " per mille points")}


class Difference(Record):
    """By how much the second series of a scale is above the first (+) or below it (−).

    With `bare_unit` the unit is left out, since it is said elsewhere.
    """

    scale: Scale
    bare_unit: bool = False

    def value(self, category: int) -> Decimal | None:
        """None where one of both values is missing."""
        before, after = (self.scale.values[s][category] for s in (0, 1))
        return None if before is None or after is None else after - before

    def bare(self, category: int) -> str:
        """Sign, number and unit; "" where there is no difference to be told."""
        value = self.value(category)
        if value is None:
            return ""
        sign = "−" if value < 0 else "+" if value else "±"
        before, after = self._affixes()
        return sign + before + written(abs(value), self._digits()) + after

    def words(self, category: int) -> str:
        """The same after the sign of what is derived."""
        said = self.bare(category)
        return f"{DERIVED} {said}" if said else ""

    def formula(self, category: int) -> str:
        """The name of a category and below it its difference, if there is one, made of the cells
        of its row."""
        row = category + 2
        before, after = self._affixes()
        code = ";".join(
            format_code(self._digits(), f"{DERIVED} {sign}{before}", after) for sign in "+−±"
        )
        quoted = code.replace('"', '""')
        change = f'TEXT(C{row}-B{row},"{quoted}")'
        known = f"COUNT(B{row}:C{row})=2"
        return f'A{row}&IF({known},CHAR(10)&{change},"")'

    def _affixes(self) -> tuple[str, str]:
        if self.scale.sign:
            chinese, english = _POINTS[self.scale.sign]
            return "", english if self.scale.grouped else chinese
        return ("", "") if self.bare_unit else self.scale.affixes

    def _digits(self) -> str:
        """With as many decimals as the values have: TEXT knows no format that leaves them open."""
        numbers = [value for row in self.scale.values for value in row if value is not None]
        places = max(len(f"{value:f}".partition(".")[2]) for value in numbers)
        whole = "#,##0" if self.scale.grouped else "0"
        return whole + ("." + "0" * places if places else "")
