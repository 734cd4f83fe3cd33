"""Turn values into one scale and their labels: words for the drawn face, codes for the native."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from briefgen.facts.numerals import tidy
from briefgen.facts.quantity import QuantityError, display
from briefgen.facts.scale import Around, Scaled, common_scale
from briefgen.parts.charts.values import Values
from briefgen.parts.context import Context
from briefgen.record import Record, replace


class Scale(Record):
    """Values on one scale, `values[series][category]`, with what their labels say.

    `bare` labels leave the unit out, because it is said once for all of them; a percent sign
    stays. `unit` is in words; `code` gives number formats (ECMA-376 Part 1, 18.8.31), `plain` is
    that of the workbook: with the unit, and with a qualifier that all have.
    """

    values: tuple[tuple[Decimal | None, ...], ...]
    unit: str
    plain: str
    digits: str
    grouped: bool
    _around: tuple[tuple[Around | None, ...], ...]
    affixes: tuple[str, str] = ("", "")
    worth: Fraction = Fraction(1)

    def exact(self, value: Fraction) -> Fraction:
        """A value in the base unit on this scale."""
        return value / self.worth

    def of(self, value: Fraction) -> Decimal:
        """The same as a decimal, with more digits than any label has."""
        exact = self.exact(value)
        return tidy(Decimal(exact.numerator) / Decimal(exact.denominator))

    def plainly(self, value: Decimal) -> str:
        """The format of a number that is shown with the decimals that it has."""
        whole = "#,##0" if self.grouped else "0"
        places = len(f"{value:f}".partition(".")[2])
        return whole + ("." + "0" * places if places else "")

    def only(self, series: int) -> Scale:
        """The same scale of one of the series."""
        one = slice(series, series + 1)
        return replace(self, values=self.values[one], _around=self._around[one])

    def words(self, series: int, category: int, bare: bool = False) -> str:
        """A point's label as it is drawn; "" where there is no value."""
        value, around = self.values[series][category], self._around[series][category]
        if value is None or around is None:
            return ""
        before, after = self._affixes(around, bare)
        return before + written(value, self._digits(value)) + after

    def code(self, series: int, category: int, bare: bool = False) -> str:
        """The same label as a number format."""
        value, around = self.values[series][category], self._around[series][category]
        if value is None or around is None:
            return self.plain
        return format_code(self._digits(value), *self._affixes(around, bare))

    def ticks(self, values: Sequence[Decimal]) -> tuple[str, tuple[str, ...]]:
        """The number format of an axis, and what it says at these values."""
        whole = all(value == value.to_integral_value() for value in values)
        digits = ("#,##0" if self.grouped else "0") if whole else "General"
        words = tuple(written(value, digits) + self.sign for value in values)
        return format_code(digits, "", self.sign), words

    @property
    def sign(self) -> str:
        """A unit that is one sign and stays at each number: % or ‰."""
        return self.unit if self.unit in ("%", "‰") else ""

    def _digits(self, value: Decimal) -> str:
        """The format of one number. General groups no thousands, so where they are to be, a number
        is shown with the decimals that it has."""
        if not self.grouped or self.digits != "General":
            return self.digits
        places = len(f"{value:f}".partition(".")[2])
        return "#,##0" + ("." + "0" * places if places else "")

    def _affixes(self, around: Around, bare: bool) -> tuple[str, str]:
        if bare and not self.sign:
            return around.bare_before, around.bare_after
        return around.before, around.after


def scaled(ctx: Context, values: Values) -> Scale | None:
    """The values on one scale, or None with a problem where their units differ or none is there."""
    quantities = [point.quantity for point in values.every if point.quantity]
    if not quantities:
        ctx.problems.add("chart-all-empty", next((p.mark for p in values.every), values.mark))
        return None
    try:
        made: Scaled = common_scale(quantities, ctx.language)
    except QuantityError as problem:
        problem.tell(ctx.problems, values.mark)
        return None
    numbers, around = iter(made.values), iter(made.around)
    grouped = ctx.language == "en" or _with_commas(ctx, values)
    plain = grouped and made.digits.partition(".")[0] == "0"
    digits = f"#,##{made.digits}" if plain else made.digits
    return Scale(
        tuple(tuple(next(numbers) if p.quantity else None for p in row) for row in values.points),
        made.unit,
        made.format_code
        if digits == made.digits
        else made.format_code.replace(made.digits, digits),
        digits,
        grouped,
        tuple(tuple(next(around) if p.quantity else None for p in row) for row in values.points),
        made.affixes,
        made.worth,
    )


def _with_commas(ctx: Context, values: Values) -> bool:
    """Whether figures read with commas in them: a chart shows them as texts do."""
    every = (p.quantity for row in values.points for p in row if p.quantity)
    return any("," in each.written and "," in str(display(each, ctx.brief.tag)) for each in every)


def written(value: Decimal, digits: str) -> str:
    """A value as the number format `digits` shows it."""
    if digits == "General":
        return _general(value)
    comma = "," if digits.startswith("#") else ""
    places = len(digits.partition(".")[2])
    return format(value, f"{comma}.{places}f" if places else f"{comma}f")


# So many characters a number may have in the format General.
_GENERAL = 11


def _general(value: Decimal) -> str:
    """A value as the format General shows it: what has too many decimals is rounded."""
    whole = len(f"{abs(value):f}".partition(".")[0])
    places = max(0, _GENERAL - 1 - whole)
    if len(f"{abs(value):f}") > _GENERAL and "." in f"{value:f}":
        value = tidy(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    return f"{value:f}"


def format_code(digits: str, before: str, after: str) -> str:
    """A number format with literal words around the number."""
    return (f'"{before}"' if before else "") + digits + (f'"{after}"' if after else "")
