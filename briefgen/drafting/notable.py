"""Turn figures into whether they lead a slide: no few things, no wild growth, no mere size."""

from __future__ import annotations

from decimal import Decimal

from briefgen.facts.drafts import Draft
from briefgen.patterns import pattern

# What the labels of rates end with.
GROWTH = ("增速", "增幅", "涨幅", "漲幅", "升幅", " growth")
# What only says how large or how old something is.
_SIZES = frozenset({"英寸", "纳米", "周年", "岁", "层", "nm", "inch", "inches"})

_BIRTHDAY = pattern(r"周年|英寸|岁")

# A growth that says little; what nobody leads with.
_WILD, _LOST = 300, pattern(r"(?i:\bloss|\bcosts?\b|expenses?\b)|亏损|虧損|成本|费用")


def year_of(draft: Draft) -> int:
    found = _YEARS.search(draft.period)
    return int(found[0]) if found and draft.kind != "target" else 0


_YEARS = pattern(r"(?:19|20)\d\d")

# Fewer things than these are few; what counts things.
_FEW = 20

_THING = frozenset("次个個项項件条條家所位处處座场場种種类類名批届屆轮輪张張部部门")


def trifling(draft: Draft, few: int = _FEW) -> bool:
    """Whether a figure only counts things, and fewer than a `few`: three visits, 8 parks."""
    quantity = draft.quantity
    if _LOST.search(draft.label) or (quantity.direction and draft.label.endswith(GROWTH)):
        # What something cost or lost, and a fall called a growth, is nothing to lead with.
        return True
    if quantity.unit == "%" and draft.label.endswith(GROWTH):
        # From next to nothing anything grows a thousandfold.
        return abs(quantity.value or Decimal(0)) > _WILD
    if quantity.unit in _SIZES or _BIRTHDAY.search(draft.stated.text):
        return True
    counts = quantity.form == "number" and (quantity.unit in _THING or bool(quantity.named))
    return counts and abs(quantity.value or Decimal(0)) < few
