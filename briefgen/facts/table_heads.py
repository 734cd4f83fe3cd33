"""Turn the lines above a table's rows into what they say of its numbers: scale, money, unit.

A line above says it of all (in thousands, except per share amounts; 单位：万元), the head of a
column of its own numbers (Change (%), £m, 产值（亿元）, Note).
"""

from __future__ import annotations

from briefgen.patterns import pattern
from briefgen.record import Record, replace

# A line that is longer is no head of a table.
_LONGEST = 160


class Head(Record):
    """What heads a table's rows, and says of all their numbers: `scale`, the exceptions from it,
    `unit`, `money`; and the cells of the rows that head its columns."""

    above: str = ""
    scale: str = ""
    excepted: str = ""
    unit: str = ""
    money: str = ""
    columns: tuple[tuple[str, ...], ...] = ()

    @property
    def has_notes(self) -> bool:
        """Whether the first column behind the names of the rows numbers notes."""
        return any(_NOTE.fullmatch(word) for cells in self.columns for word in cells[:2])

    def column(self, at: int, count: int) -> str:
        """What heads the column of the cell `at` of a row of `count` cells, whose first may have no
        head."""
        heads = (cells[at - (count - len(cells))] for cells in self.columns if _fits(cells, count))
        return " ".join(heads) if at else ""


def _fits(cells: tuple[str, ...], count: int) -> bool:
    return count - 1 <= len(cells) <= count


class Column(Record):
    """What the head of a column says of its numbers. `is_share` says that they are in hundredths,
    `is_rate` that they are no sums, `is_note` that they count nothing."""

    scale: str = ""
    money: str = ""
    unit: str = ""
    is_share: bool = False
    is_rate: bool = False
    is_note: bool = False


def column(words: str) -> Column:
    """What the words that head a column say."""
    if not words:
        return Column()
    if said := _COLUMN.search(words):
        return Column(_WORTH[said["scale"][0].lower()], said["sign"])
    if said := _IN_BRACKETS.search(words):
        share = said["unit"] in ("%", "％")
        return Column(unit="" if share else said["unit"], is_share=share)
    return Column(
        is_share=bool(_SHARE.search(words)),
        is_rate=bool(_RATE.search(words)),
        is_note=bool(_NOTE.fullmatch(words)),
    )


def told(words: str, before: Head) -> Head:
    """What a line that is no row says, with what was said before where it says nothing of units."""
    if len(words) > _LONGEST:
        return Head()
    return units(words) or replace(before, above=words, columns=())


def units(words: str) -> Head | None:
    """What a line says of the units of the rows below it, None where it says nothing."""
    lower = words.lower()
    if said := _SCALE.search(lower):
        money = (said["sign"] or "").upper() or _NAMED.get(said["money"] or "", "")
        money = money or ("US$" if "s. dollars" in lower or "us dollars" in lower else "")
        money = money or "$" * ("$" in words)
        return Head("", said["scale"], said["but"] or "", "", money)
    if said := _COLUMN.search(words):
        return Head("", _WORTH[said["scale"][0].lower()], "", "", said["sign"])
    if said := _UNIT.search(words) or _SUMS.fullmatch(words):
        return Head("", "", "", said["unit"], "")
    return None


_SCALE = pattern(
    r"(?:^|[(\s])in (?:(?P<sign>[a-z]{0,3}[$€£¥]|rmb) ?)?(?P<scale>thousand|million|billion)s?\b"
    r"(?: of (?P<money>(?:u\.?s\.? |hong kong )?dollars|euros?|pounds(?: sterling)?|yuan|rmb"
    r"|renminbi|yen))?"
    r"(?:[,;]? ?(?:except|excluding) (?P<but>[a-z ,and]+))?"
)
_UNIT = pattern(
    r"(?:[单單]位|金[额額][单單]位)\s?[:：]\s?(?:人民币|港币|美金)?"
    r"(?P<unit>[百千万亿萬億]*(?:[^\W\d_]|[%‰/]){1,6})\s*[)）]?(?:\s|$)"
)
# 千港元 over each column, 人民币百万元: the sums of accounts in Chinese.
_SUMS = pattern(
    r"(?:附[注註]\s+)?(?:(?:人民[币幣]|港[币幣])?(?P<unit>[百千万亿萬億]+(?:[港美欧歐]?元|[日韩韓][元圆圓]|英[镑鎊]))[\s|]*)"
    r"(?:(?:人民[币幣]|港[币幣])?(?P=unit)[\s|]*)*"
)
_IN_BRACKETS = pattern(r"[（(](?P<unit>[百千万亿萬億]*(?:[^\W\d_]|[%％‰/]){1,6})[)）]\s*$")
# £m, €m, HK$'000, RMB million: what a column's head says of its sums.
_COLUMN = pattern(
    r"(?P<sign>[A-Z]{0,3}[$€£¥]|RMB|USD|HKD|GBP|EUR|CNY) ?"
    r"(?P<scale>['’]000|thousands?|millions?|billions?|mn?|bn)(?![A-Za-z])"
)
_WORTH = {"'": "thousand", "’": "thousand", "t": "thousand", "m": "million", "b": "billion"}
_NAMED = {"euro": "€", "euros": "€", "yuan": "RMB", "rmb": "RMB", "renminbi": "RMB", "yen": "¥"} | {
    "pounds": "£", "pounds sterling": "£", "dollars": "$", "hong kong dollars": "HK$",
}  # fmt: skip
_SHARE = pattern(r"[%％]")
_RATE = pattern(
    r"(?i:\b(?:rate|ratio|margin|change|growth|yield)\b)|占比|比重|增[长長速幅]|增减|增減|同比|比率|变动|變動"
)
_NOTE = pattern(r"(?i:notes?|附[注註])")
