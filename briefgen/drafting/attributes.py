"""Turn what a sentence says alike of several things into a table: a row for each, its values."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import cells
from briefgen.patterns import pattern

# Things of a table, what is said of each, and columns of a thing's name.
_THINGS, _SAID, _NAME = range(3, 9), range(2, 6), 32
_PARTS = pattern(r"[；;]|。")
_CLAUSES = pattern(r"[，,]")
# 线路长27.4公里: what is measured, and how much it is.
_VALUE = pattern(
    r"(?P<what>[\u4e00-\u9fff]{1,8}?)(?:[达達]到?|[为為]|[约約]|是)?"
    r"(?P<value>[约約超近]?\d[^，]{0,24})"
)
_LED = pattern(r"^(?:[^，。]{0,24}[：:])?(?:其中[，,：:]?)?")
# 8号线一期工程由长城路至十里店站: what it is called ends before where it lies.
_WHERE = pattern(r"(?:由|从|從|位于|位於|[东東西南北]起|起于)")


def tabled(sentence: str, head: str) -> list[list[str]]:
    """The header and the rows of what a sentence says of several things; [] where it says nothing
    alike. `head` is that of the things' names.

    >>> tabled("一号线长20公里，设站9座；二号线长8公里，设站5座；三号线长7公里，设站5座。", "")[1]
    ['一号线', '20公里', '9座']
    """
    parts = [part for part in _PARTS.split(_LED.sub("", sentence)) if part.strip()]
    things = [found for part in parts if (found := _thing(part.strip()))]
    if len(things) not in _THINGS or len(things) < len(parts):
        return []
    heads = [what for what in things[0][1] if all(what in said for _, said in things)]
    if len(heads) not in _SAID:
        return []
    rows = [[name, *(said[what] for what in heads)] for name, said in things]
    return [[head, *heads], *rows] if len({row[0] for row in rows}) == len(rows) else []


def _thing(part: str) -> tuple[str, dict[str, str]] | None:
    """The name of a thing, and what is said of it; None where a part has no such form."""
    first, *rest = _CLAUSES.split(part)
    name = _WHERE.split(first)[0].strip()
    said = {each["what"]: each["value"] for each in map(_VALUE.fullmatch, rest) if each}
    own = _OWN.fullmatch(first)
    if own:
        name, said = own["name"], {own["what"]: own["value"], **said}
    return (name, said) if said and 0 < cells(name) <= _NAME else None


# 二号线长18公里: a thing whose measure stands with its name.
_OWN = pattern(
    r"(?P<name>[^，]{1,14}?[线線路段号號站桥橋园園厂廠校院区區县縣市])"
    r"(?P<what>[长長高宽寬重设設]\S{0,3}?)"
    r"[为為]?(?P<value>\d[^，]{0,16})"
)


def rows_of(sentences: Sequence[str], head: str) -> list[list[str]]:
    """The table of the first sentence that says things alike."""
    return next(filter(None, (tabled(each, head) for each in sentences)), [])
