"""Turn money as English writes it (US$ million, $303.5m) into the form in which it is read."""

from __future__ import annotations

from briefgen.patterns import pattern

_CURRENCIES = {
    "美元": "US$ USD US-dollars dollars $",
    "港元": "HK$ HKD",
    "欧元": "€ EUR euros euro",
    "英镑": "£ GBP pounds",
    "元": "RMB CNY yuan",
}
_SCALES = {
    "千": "thousand thousands k",
    "百万": "million millions mn m",
    "十亿": "billion billions bn",
    "万亿": "trillion tn",
}
_CURRENCY = {
    each.replace("-", " "): name for name, words in _CURRENCIES.items() for each in words.split()
}
_SCALE = {each: name for name, words in _SCALES.items() for each in words.split()}


def _any(names: dict[str, str]) -> str:
    longest = sorted(names, key=len, reverse=True)
    return "|".join(each.replace("$", r"\$") for each in longest)


_UNIT = pattern(
    rf"(?P<before>{_any(_CURRENCY)})?[ ']?(?P<scale>{_any(_SCALE)})?"
    rf"(?: (?P<behind>{_any(_CURRENCY)}))?"
)
_AMOUNT = pattern(
    rf"(?P<sign>[-−–]?)(?P<currency>{_any(_CURRENCY)}) ?(?P<number>\d[\d,.]*)"
    rf"(?: ?(?P<scale>{_any(_SCALE)}))?"
)


def money_unit(unit: str) -> str:
    """A unit of money in English as it is read (百万美元); any other as it stands.

    >>> money_unit("US$ million"), money_unit("million euros"), money_unit("$bn"), money_unit("km")
    ('百万美元', '百万欧元', '十亿美元', 'km')
    """
    match = _UNIT.fullmatch(unit.strip())
    if not match or not (said := match["before"] or match["behind"]):
        return unit
    if match["before"] and match["behind"]:
        return unit
    return _SCALE.get(match["scale"] or "", "") + _CURRENCY[said]


def money(words: str) -> str:
    """An amount of money in English as it is read (303.5百万美元); any other words as they stand.

    >>> money("$303.5 million"), money("-US$7.1bn"), money("303.5")
    ('303.5百万美元', '-7.1十亿美元', '303.5')
    """
    match = _AMOUNT.fullmatch(words.strip())
    if not match:
        return words
    sign, scale = "-" if match["sign"] else "", _SCALE.get(match["scale"] or "", "")
    return f"{sign}{match['number']}{scale}{_CURRENCY[match['currency']]}"
