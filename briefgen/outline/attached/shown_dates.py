"""Turn days since 1900 and a date format into the date or time that a spreadsheet shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from briefgen.facts.calendar import MONTHS
from briefgen.patterns import pattern

_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_HANZI_DIGITS = "〇一二三四五六七八九"
_WEEK = "一二三四五六日"
_CHINESE = pattern(r"(?i)\$[^-]*-(?:[0-9a-f]*(?:804|404|c04|1004|1404)|zh\b.*)")
_ELAPSED = pattern(r"(?i)h+|m+|s+")
# The last day that a sheet can show, 31 December 9999.
_LAST = 2_958_465
# By how many days counts from 1904 are behind.
_FOUR_YEARS = 1462
_DAY = 86_400


class Piece(Protocol):
    """A token of a number format."""

    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...


def is_date(tokens: Sequence[Piece]) -> bool:
    """Whether a part of a number format shows a date or a time."""
    for token in tokens:
        if token.kind == "general":
            return False
        if token.kind.isalpha() and len(token.kind) == 1 and token.kind.lower() in "ymdhsea":
            return True
        if token.kind == "bracket" and (
            _ELAPSED.fullmatch(token.text) or token.text.upper() in ("$-F800", "$-F400")
        ):
            return True
    return False


def date_words(value: Decimal, tokens: Sequence[Piece], from_1904: bool) -> str | None:
    """The date or time at `value` days, as the tokens of a date format write it; None where no
    sheet can show it. `from_1904`: days are counted from 1 January 1904, else from 1900 (with the
    29 February 1900 that never was, ECMA-376 Part 1, 18.17.4.1)."""
    if not 0 <= value <= (_LAST - _FOUR_YEARS if from_1904 else _LAST):
        return None
    pieces = _pieces(tokens)
    fine = max((len(text) - 1 for kind, text in pieces if kind == "." and len(text) > 1), default=0)
    seconds = (value * _DAY).quantize(Decimal(1).scaleb(-fine), ROUND_HALF_UP)
    days, rest = divmod(seconds, _DAY)
    first = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 30 if days >= 60 else 31)
    day = first + timedelta(days=int(days))
    locale = [text for kind, text in pieces if kind == "bracket"]
    hanzi = any(text.upper() == "DBNUM1" for text in locale)
    chinese = hanzi or any(_CHINESE.match(text) for text in locale)
    system = {text.upper() for text in locale}
    if "$-F800" in system:
        return f"{day.year}年{day.month}月{day.day}日"
    if "$-F400" in system:
        return f"{int(rest) // 3600}:{int(rest) // 60 % 60:02}:{int(rest) % 60:02}"
    out = []
    for index, (kind, text) in enumerate(pieces):
        if kind in ("y", "m", "d", "a", "e") and not _minutes(pieces, index):
            out.append(_of_day(kind, len(text), day, chinese, hanzi))
        elif kind == "bracket":
            out.append(_elapsed(text, int(seconds)))
        else:
            half = any(each == "half" for each, _ in pieces)
            out.append(_within_day(kind, text, rest, fine, half))
    return "".join(out)


def _within_day(kind: str, text: str, rest: Decimal, fine: int, half: bool) -> str:
    """A piece of a time, `rest` seconds into a day, with `fine` decimals of them; or the text
    itself of what is none."""
    if kind in ("h", "m", "s"):
        return _of_time(kind, len(text), int(rest), half)
    if kind == "half":
        return _half(text, rest)
    if kind == "." and len(text) > 1:
        return "." + f"{rest % 1:.{fine}f}".partition(".")[2]
    return text if kind in ("literal", ".", "/", ",") else ""


def _of_time(kind: str, wide: int, seconds: int, half: bool) -> str:
    hour = seconds // 3600
    counts = {
        "h": (hour + 11) % 12 + 1 if half else hour,
        "m": seconds // 60 % 60,
        "s": seconds % 60,
    }
    return f"{counts[kind]:0{min(wide, 2)}}"


def _elapsed(words: str, seconds: int) -> str:
    """Hours, minutes or seconds that go on over the end of a day; "" of other brackets."""
    if not _ELAPSED.fullmatch(words):
        return ""
    size = {"h": 3600, "m": 60, "s": 1}[words[0].lower()]
    return f"{seconds // size:0{len(words)}}"


def _pieces(tokens: Sequence[Piece]) -> list[tuple[str, str]]:
    """Tokens with the letters of a field joined (yyyy), and the marks of half days found."""
    out: list[tuple[str, str]] = []
    for token in tokens:
        kind = token.kind.lower() if len(token.kind) == 1 else token.kind
        before = out[-1] if out else ("", "")
        if kind == "0" and before[0] == ".":
            out[-1] = (".", before[1] + "0")
        elif kind.isalpha() and len(kind) == 1 and kind == before[0]:
            out[-1] = (kind, before[1] + token.text)
        else:
            out.append((kind, token.text))
    joined: list[tuple[str, str]] = []
    at = 0
    while at < len(out):
        for words in ("AM/PM", "A/P", "上午/下午"):
            said, end = "", at
            while end < len(out) and len(said) < len(words) and out[end][0] != "bracket":
                said += out[end][1]
                end += 1
            if said.upper() == words:
                joined.append(("half", words))
                at = end
                break
        else:
            joined.append(out[at])
            at += 1
    return joined


def _minutes(pieces: Sequence[tuple[str, str]], index: int) -> bool:
    """Whether an m stands for minutes: behind hours, or before seconds (18.8.31)."""
    if pieces[index][0] != "m" or len(pieces[index][1]) > 2:
        return False
    fields = "ymdhsae"
    before = next((p for p in reversed(pieces[:index]) if _field(p, fields)), ("", ""))
    after = next((p for p in pieces[index + 1 :] if _field(p, fields)), ("", ""))
    hours = before[0] == "h" or (before[0] == "bracket" and before[1][:1].lower() == "h")
    return hours or after[0] == "s"


def _field(piece: tuple[str, str], letters: str) -> bool:
    kind, text = piece
    return kind in letters if kind != "bracket" else bool(_ELAPSED.fullmatch(text))


def _of_day(kind: str, wide: int, day: datetime, chinese: bool, hanzi: bool) -> str:
    if kind == "e" or (kind == "y" and wide > 2):
        return _digits(f"{day.year:04}", hanzi)
    if kind == "y":
        return _digits(f"{day.year % 100:02}", hanzi)
    if kind == "a":
        return ("星期" if wide > 3 else "") + _WEEK[day.weekday()]
    number = day.month if kind == "m" else day.day
    if wide <= 2:
        return _counted(number) if hanzi else f"{number:0{wide}}"
    if chinese:
        if kind == "m":
            return _counted(number) + "月"
        return ("星期" if wide > 3 else "周") + _WEEK[day.weekday()]
    name = MONTHS[number - 1] if kind == "m" else _DAYS.split()[day.weekday()]
    return name[:1] if wide == 5 else name[:3] if wide == 3 else name


def _half(words: str, seconds: Decimal) -> str:
    before, after = words.split("/")
    return before if seconds < _DAY // 2 else after


def _digits(digits: str, hanzi: bool) -> str:
    return "".join(_HANZI_DIGITS[int(digit)] for digit in digits) if hanzi else digits


def _counted(number: int) -> str:
    """A number under a hundred in hanzi: 十二, 三十一."""
    tens, ones = divmod(number, 10)
    lead = ("" if tens == 1 else _HANZI_DIGITS[tens]) + "十" if tens else ""
    return lead + (_HANZI_DIGITS[ones] if ones or not tens else "")
