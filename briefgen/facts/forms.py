"""Turn a written number into what it is: a number, a range, a ratio, a fraction, a rank …

What charts and formulas take of each form is one table here, `TAKEN`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from briefgen.facts.calendar import Date
from briefgen.facts.numerals import Numeral, tidy
from briefgen.facts.two_units import Span
from briefgen.facts.units import unit_of
from briefgen.problems import UnfitError, phrase
from briefgen.record import Record

Form = Literal[
    "number", "range", "ratio", "fraction", "multiple", "rank", "inexact", "date"
]  # fmt: skip


class QuantityError(UnfitError):
    """A text that is not one quantity, or quantities that do not go together."""


class Quantity(Record, cache_hash=True):
    """What a source states, exactly.

    `value` is in the base unit (3万亿元 is Decimal 3000000000000 of 元), negative for a fall; it is
    None where there is no exact decimal (3%—4%, 三分之一, 十几万人). `written` is the source's own
    way of writing number, scale and unit. `qualifier` is 超, 约, 力争 … as the source says it,
    `direction` the word for a fall (下降, 亏损), `named` the English of a unit that is not known.
    """

    value: Decimal | None
    unit: str
    written: str
    qualifier: str = ""
    form: Form = "number"
    direction: str = ""
    named: str = ""


class Termed(Quantity):
    """A quantity whose outline writes words otherwise in traditional characters: `terms`."""

    terms: tuple[tuple[str, str], ...] = ()


class Display(Record, cache_hash=True):
    """A quantity in words for a reader: what stands before the number, the number, its unit
    (with the scale), and what stands after. Joined, the four are the quantity in running text."""

    before: str
    number: str
    unit: str
    after: str = ""

    def __str__(self) -> str:
        return self.before + self.number + self.unit + self.after


class Number(Record):
    """A number with its unit ("" where it has none), and whether English words write it."""

    numeral: Numeral
    unit: str = ""
    english: bool = False

    @property
    def value(self) -> Decimal:
        """What it is worth in the base unit."""
        factor = unit_of(self.unit).factor
        return self.numeral.value if factor == 1 else tidy(self.numeral.value * factor)


class Range(Record):
    """From `low` to `high`, both with scale and unit; `link` is the sign or word between them."""

    low: Number | Date
    high: Number | Date
    link: str


class Ratio(Record):
    """Terms of one proportion: 4.1：55.3：40.6."""

    terms: tuple[Numeral, ...]


class Portion(Record):
    """A part of one (三分之一, 一半), or of a unit (半小时: half an hour, two and a half hours)."""

    part: Fraction
    unit: str = ""


class Multiple(Record):
    """What something has become: `times` what it was. `said` is how: by doubling (翻番), by so much
    more (增加三倍: four times), or to so much (增加到三倍)."""

    times: Decimal
    said: Literal["fold", "by", "to"]


class Rank(Record):
    """A place in an order, and of what: 全国第4位. `top` is one of the first so many: 前10强."""

    rank: int
    of: str = ""
    top: bool = False


class Inexact(Record):
    """A count that is not exact: 十几万, 数百, 上千; `least` is the power of ten that it begins at,
    of which there are `few` (2) or one and some more (1)."""

    about: str
    unit: str
    least: Decimal
    few: bool = True


# What a quantity can be written as.
Written: TypeAlias = (
    Number | Date | Span | Range | Ratio | Portion | Multiple | Rank | Inexact
)  # fmt: skip


class Taken(Record):
    """What charts, and what formulas, take of a form: its value, what is exact of it, its years, or
    nothing."""

    chart: Literal["value", ""]
    formula: Literal["value", "exact", "years", ""]


TAKEN: Mapping[Form, Taken] = {
    "number": Taken("value", "value"),
    "fraction": Taken("value", "exact"),
    "multiple": Taken("value", "value"),
    "date": Taken("", "years"),
    "range": Taken("", ""),
    "ratio": Taken("", ""),
    "rank": Taken("", ""),
    "inexact": Taken("", ""),
}


def amount(quantity: Quantity) -> Decimal:
    """The exact value of a quantity that is compared by length.

    Raises QuantityError for a form of which charts take nothing, and for a fraction that no decimal
    writes.
    """
    value = quantity.value
    if value is None or (quantity.form != "date" and not TAKEN[quantity.form].chart):
        form = phrase(f"form-{quantity.form}")
        raise QuantityError("form-not-charted", shown=quantity.written, form=form)
    return value


def is_charted(quantity: Quantity) -> bool:
    """Whether a chart can show a quantity."""
    return quantity.value is not None and bool(TAKEN[quantity.form].chart)
