"""Turn forms of which one may stand in a text into one pattern that is quick to look for.

Most places of a text are none where a number begins, and of the others each can only be one of some
forms: so a form says what it begins with, and is not tried elsewhere.

    a   a letter of the Latin alphabet, at the beginning of a word
    0   a digit
    $   another sign, of money for instance
    中   a hanzi
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

# Its name, what it may begin with, and the source of its pattern.
Form: TypeAlias = tuple[str, str, str]

# The hanzi that any of them begins with.
HANZI = (
    "零一二两三四五六七八九十百千万亿数好几上半每第前负翻倍增提扩涨多高首全世亚国省市区县中西东行同电热传邮手总客"
    "平昭令大明民下凌清早晚傍夜今当后附专图表注脚榜升周週星礼禮"
)
_PLACES = {
    "a": r"(?<![A-Za-z])(?=[A-Za-z])",
    "0": r"(?=[0-9])",
    "$": r"(?=[!-/:-@[-`−€£¥₩₹₽฿〔])",
    "中": f"(?=[{HANZI}])",
}


def together(forms: Iterable[Form]) -> str:
    """The source of a pattern of forms, those before others first; of what it finds `named` tells
    the form. Forms of one name stand together."""
    each = tuple(forms)
    ways = []
    for number, (begin, place) in enumerate(_PLACES.items()):
        own = [form for form in each if begin in form[1]]
        groups = [
            f"(?P<{name}_{number}>{'|'.join(form for *_, form in alike)})"
            for name, alike in groupby(own, itemgetter(0))
        ]
        ways.append(f"{place}(?:{'|'.join(groups)})")
    return "|".join(ways)


def named(group: str | None) -> str:
    """The name of the form that a group of such a pattern (`lastgroup`) is."""
    return (group or "").rpartition("_")[0]
