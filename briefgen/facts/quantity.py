"""Turn a written quantity into an exact decimal with its unit, and back, in each language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact value as a source states it.

    `value` is in the base unit (3万亿元 is Decimal 3000000000000 of 元). `written` is the source's
    own way of writing number, scale and unit. `qualifier` is 超, 约, 力争 … as the source says it.
    """

    value: Decimal
    unit: str
    written: str
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Display:
    """A quantity in words for a reader: what stands before the number, the number, its unit
    (with the scale), and what stands after. Joined, the four are the quantity in running text."""

    before: str
    number: str
    unit: str
    after: str = ""

    def __str__(self) -> str:
        return self.before + self.number + self.unit + self.after


class QuantityError(ValueError):
    """A text that is not one quantity; the message says what was expected."""


def read(text: str, qualifier: str = "") -> Quantity:
    """The quantity that `text` writes: 3万亿元, 1.3万家, 百个, 4年零8个月, 翻一番, 5%, 2035年 …"""
    raise QuantityError(text)


def display(quantity: Quantity, language: str, precision: int | None = None) -> Display:
    """How `quantity` reads in `language` ("zh-Hans", "zh-Hant", "en")."""
    return Display(quantity.qualifier, quantity.written, "")
