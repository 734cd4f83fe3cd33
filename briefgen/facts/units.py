"""Turn units into what figures need of them: their longest names first, and those of English."""

from __future__ import annotations

from briefgen.chinese.units import UNITS

LONGEST_FIRST = tuple(sorted((name for name in UNITS if name), key=len, reverse=True))

# Units of points in time; their values are digits in order (28 December 2023 is 20231228).
CALENDAR = frozenset({"年", "年月", "年月日", "月日", "年季", "季度"})


def plural(english: str, one: bool) -> str:
    """The English unit, in the singular for exactly one."""
    return english[:-1] if one and english.endswith("s") else english


def is_counter(base: str) -> bool:
    """Whether a base unit only counts things, so that its values are pure numbers."""
    unit = UNITS.get(base)
    return unit is not None and unit.kind == "counter"


# What English puts before and behind a number, back to the unit: for reading.
ENGLISH_MONEY = {
    unit.english.strip(): name for name, unit in UNITS.items() if unit.kind == "money"
} | {"RMB": "元", "CNY": "元", "¥": "元", "US$": "美元", "HK$": "港元", "HKD": "港元"}
ENGLISH_UNITS: dict[str, str] = {}
for _name, _unit in UNITS.items():
    if _unit.kind not in ("money", "rank", "counter") and _unit.metric == 1:
        for _word in {_unit.english.strip(), plural(_unit.english.strip(), True)}:
            ENGLISH_UNITS.setdefault(_word, _name)
