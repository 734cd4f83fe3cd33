"""Turn the lines of a set paragraph into what a proofreader would mark in them.

The rules are written down here by themselves, from W3C's Requirements for Chinese Text Layout
(CLREQ, "Prohibition rules for line start and line end"; "Prohibition rules for unbreakable
marks") and Unicode's line breaking (UAX #14: LB13, LB14, LB19, LB25, LB28, LB30), so that any
engine's lines can be held against them. Nothing of briefgen is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

# CLREQ: pause and stop marks, closing quotation marks, brackets and book title marks, connector
# marks, interpuncts and solidi do not start a line.
NOT_AT_START = frozenset("，。、；：！？.,;:!?’”」』）)》〉】〕〗]}%％‰℃°·・‧／/～~")
# CLREQ: opening quotation marks, brackets and book title marks do not end a line.
NOT_AT_END = frozenset("‘“「『（(《〈【〔〖[{￥¥$€£#№")
# CLREQ: dashes and ellipses are not torn apart, and by its strict rule they do not start a line.
MARKS = frozenset("—…⸺")

_UNITS = (
    "平方公里|平方千米|平方米|立方米|个百分点|百分点|公里|千米|千瓦时|公顷|美元|港元|欧元|元|吨|亩|米|"
    "人次|小时|分钟|个月|年|月|日|天|时|分|秒|家|个|名|位|人|条|项|辆|架|艘|座|台|套|届|期|次|倍|强|级|版|岁"
)
# Digits with their sign, decimals, per cent, scale (万, 亿 …) and unit, one word to a reader.
NUMBER = re.compile(
    rf"[-+−]?\d+(?:[.,]\d+)*(?:[%％‰℃]|[多余]?[十百千万亿]*[多余]?(?:{_UNITS})?)|百分之[一二三四五六七八九十百点]+"
)
# Words that say how a number is meant, as administrative prose puts them before it.
QUALIFIED = re.compile(r"(?:不低于|不少于|不超过|超过|突破|达到|力争|接近|近|约|超|逾|达|第)(?=\d)")
# What shows as a letter: neither white space nor punctuation, symbol or mark.
_LETTER = re.compile(r"[^\W_]")
_WESTERN = re.compile(r"[A-Za-z0-9\u00c0-\u024f]")


@dataclass(frozen=True)
class Violations:
    """What is wrong, each as the words before and after the break (`…年｜，…`)."""

    starts: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    lonely: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    def counts(self) -> dict[str, int]:
        return {field.name: len(getattr(self, field.name)) for field in fields(self)}


def violations(lines: Sequence[str]) -> Violations:
    """What breaks the rules in one paragraph, set in these lines (joined, they are its text).

    `starts` and `ends` are prohibited marks there, `marks` dashes and ellipses torn apart or at a
    start, `numbers` numbers split in themselves or from their unit, `qualifiers` those cut off
    their number, `words` Western words split without a hyphen, `lonely` last lines of one
    character.
    """
    text = "".join(lines)
    inside_number = {p for m in NUMBER.finditer(text) for p in range(m.start() + 1, m.end())}
    inside_qualified = {
        p for m in QUALIFIED.finditer(text) for p in range(m.start() + 1, m.end() + 1)
    }
    found: dict[str, list[str]] = {field.name: [] for field in fields(Violations)}
    at = 0
    for line, following in pairwise(lines):
        at += len(line)
        before, after = text[:at].rstrip(), text[at:].lstrip()
        if not before or not after or line.endswith("\n"):
            continue
        said = f"{before[-6:]}｜{after[:6]}"
        if after[0] in MARKS:
            found["marks"].append(said)
        elif after[0] in NOT_AT_START:
            found["starts"].append(said)
        if before[-1] in NOT_AT_END:
            found["ends"].append(said)
        if at in inside_number:
            found["numbers"].append(said)
        elif at in inside_qualified:
            found["qualifiers"].append(said)
        elif _WESTERN.match(line[-1:]) and _WESTERN.match(following):
            found["words"].append(said)
    if len(lines) > 1 and len(_LETTER.findall(lines[-1])) == 1 and not lines[-2].endswith("\n"):
        found["lonely"].append(f"{lines[-2][-6:]}｜{lines[-1]}")
    return Violations(**{name: tuple(each) for name, each in found.items()})


def together(found: Iterable[Violations]) -> Violations:
    """The violations of many paragraphs as one."""
    every = list(found)
    return Violations(
        **{
            field.name: tuple(said for each in every for said in getattr(each, field.name))
            for field in fields(Violations)
        }
    )
