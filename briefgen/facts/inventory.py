"""Turn a source into the list of numbers it states, and tell which the ledger does not cover.

What counts as a number is the same for sources and for an author's own texts: quantities and
dates, in digits or numerals; not ordinals, set phrases, the article 一 (一个缩影) or the digits of
a code (5G, EH216-S).
"""

from __future__ import annotations

import contextlib
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from briefgen.facts import qualifiers
from briefgen.facts.claims import same
from briefgen.facts.figures import Figure, Kind
from briefgen.facts.ledger import Ledger
from briefgen.facts.numerals import CHINESE, plain
from briefgen.facts.quantity import Quantity, QuantityError, read
from briefgen.facts.scan import Found, scan
from briefgen.facts.sources import Place, SourceText, matching_form
from briefgen.facts.units import CALENDAR, ENGLISH_UNITS, is_counter
from briefgen.patterns import pattern
from briefgen.record import Record, replace

# Set phrases whose numeral counts nothing. What is a name only in one text (二次创业) is given by
# the outline, or found by its quotation marks.
_PHRASES = (
    "五位一体 三位一体 四位一体 一体两翼 千家万户 万家灯火 万人空巷 千人一面 百年大计 百年未有 "
    "百年之 千年之 千年大计 四个全面 三个代表 五个一 四个意识 四个自信 两个维护 两个确立 "
    "两个一百年 三个务必 一个中心 两手抓 三下乡 十个手指 五花八门 三番五次 四面八方 "
    "一个个 一条龙 一家人 八项规定 两个大局 三个面向 一个国家两种制度 百家争鸣 百家讲坛 三农 "
    "四个现代化 两个市场"
)
_DEFAULT_NAMES = tuple(_PHRASES.split())
# A short expression in quotation marks is a name: “六个全力”, “1+N”, “一区一策”.
_QUOTED = pattern(r'"([^"。！？；，]{1,8})"')
_NUMERAL_CODE = pattern(r"[\dA-Za-z+.\-]+")
_CHINESE_DIGIT = pattern(r"[一二两三四五六七八九十百千万亿]")
# 一 with a counter is an article (一个缩影, 一批企业), and so are 一天 and 一步.
_ARTICLE = pattern(r"一[^\d十百千万亿%成]*")
# What an author counts of the talk itself is no figure: 讲三件事, 两句话, 这四个数.
_TALK = (
    "[两兩二三四五六七八九](?:件事|句[话話]|部分|[笔筆][账賬]|"
    "[个個](?:部分|[词詞]|[数數](?![据據])|故事|方面|方向|[问問][题題]))"
)
# A unit of a table or an axis counts nothing: 单位：亿元, （万元）.
_UNIT = r"单位[:为]?\s?[万亿]+\w{1,3}|\([万亿]+\w{1,3}\)"
# What may be a number at all: without any of these there is none.
_TRACE = pattern(r"[\d０-９零〇一二两兩三四五六七八九十百千万萬亿億A-Za-z]")
# Digits are the number of an ordinal behind 第, and a code beside a Latin letter (EH216, 5G); two
# letters behind them are a unit (30MW).
_DIGITS = pattern(
    r"(?<![A-Za-z\d第])(?<![A-Za-z]-)\d+(?:[.,]\d+)*(?![A-Za-z](?![A-Za-z])|\d)"
    rf"|{CHINESE}分之{CHINESE}"
)
_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_ENGLISH_WORDS = _WORDS.split()
_ENGLISH = pattern(
    rf"\b({'|'.join(_ENGLISH_WORDS)})\b(?:[ -]({'|'.join(filter(str.isalpha, ENGLISH_UNITS))})\b)?",
    re.IGNORECASE,
)
_TARGET = pattern(r"力争|争取|目标|到20\d\d年")
_PLAN = pattern(r"计划|预计|预期|有望|将|拟|新增|规划")


_STOPS = "。！？；，："
_SHORTEST_QUOTE = 10


class Stated(Record):
    """A number that a source states: with the qualifier beside it, its place and its clause.

    `before` and `behind` are the words of the clause around number and qualifier.
    """

    quantity: Quantity
    text: str
    place: Place
    before: str
    behind: str


def inventory(text: SourceText, names: Iterable[str] = ()) -> tuple[Stated, ...]:
    """Every number that states a quantity or a date in `text`, in order.

    Left out are ordinals, numbers of headings, set phrases, the article 一, and what is part of
    `names` or of a name in quotation marks.
    """
    taken = _names(text.matching, names)
    stated = []
    for found in scan(text.matching):
        if _apart(found, taken) and not _counts_nothing(found, text):
            stated.append(_stated(found, text))
    return tuple(stated)


def numbers(text: str, names: tuple[str, ...] = ()) -> tuple[Found, ...]:
    """Every number that an author's text writes, in order; in English, number words too.

    Left out are the same as of a source, except that quotation marks make no name of a number:
    only `names` do.
    """
    if not _TRACE.search(text):
        return ()
    taken = [match.span() for match in _pattern(names).finditer(plain(text))]
    found: list[Found] = []
    for number in (*scan(text), *_digits(plain(text)), *_english(text)):
        if _apart(number, taken):
            taken.append((number.start, number.end))
            if not _is_article(number):
                found.append(replace(number, text=text[number.start : number.end]))
    return tuple(sorted(found, key=lambda number: number.start))


def naming(item: Stated, text: SourceText, names: Iterable[str]) -> str:
    """The one of `names` that a number of the source is part of, or ""."""
    for name in names:
        wanted = matching_form(name)
        at = text.matching.find(wanted, max(0, item.place.end - len(wanted))) if wanted else -1
        if 0 <= at <= item.place.start:
            return name
    return ""


def coverage(
    stated: Sequence[Stated], figures: Mapping[str, Figure], ledger: Ledger
) -> tuple[tuple[str, ...], ...]:
    """For each of `stated`, the figures of its value whose proven quote it stands in.

    A figure covers one number: of two 1800亿 in one quote each needs its own. Only a date is the
    same day wherever the source says it.
    """
    covered: list[list[str]] = [[] for _ in stated]
    for id, proof in ledger.proofs.items():
        if proof.place is None:
            continue
        quantity, place = figures[id].quantity, proof.place
        found = [i for i, item in enumerate(stated) if _states(item, quantity, place)]
        if found and quantity.unit not in CALENDAR:
            found = [min(found, key=lambda i: len(covered[i]))]
        for i in found:
            covered[i].append(id)
    return tuple(map(tuple, covered))


def _states(item: Stated, quantity: Quantity, quote: Place) -> bool:
    """Whether a number is this quantity, and stands in the quote or is the same date."""
    if item.place.file != quote.file:
        return False
    if quote.start <= item.place.start and item.place.end <= quote.end:
        return same(quantity, Found(0, len(item.text), item.text, item.quantity))
    return quantity.unit in CALENDAR and (quantity.unit, quantity.value) == (
        item.quantity.unit,
        item.quantity.value,
    )


def yaml_entries(found: Iterable[Stated], source: str = "", taken: Iterable[str] = ()) -> str:
    """Ledger entries in YAML for `found`, ready to paste under `figures:` and to be named.

    Ids are `line-N` by the line in the source (with a number where a line states several, or the
    id is `taken`); labels are the words beside the number, to be improved; `source` is written
    where given.
    """
    items = list(found)
    lines = [item.place.line for item in items]
    used = set(taken)
    entries = []
    for item in items:
        base = f"line-{item.place.line}"
        numbered = (f"{base}-{number}" for number in itertools.count(1))
        id = base if lines.count(item.place.line) == 1 and base not in used else ""
        id = id or next(each for each in numbered if each not in used)
        used.add(id)
        keys = {
            "value": item.quantity.written,
            "qualifier": item.quantity.qualifier,
            "kind": _kind(item),
            "label": _label(item),
            "source": source,
            "quote": item.place.sentence and quote(item),
        }
        entries.append(f"{id}:\n")
        entries += (f"  {key}: {_scalar(value)}\n" for key, value in keys.items() if value)
    return "".join(entries)


def _names(matching: str, names: Iterable[str]) -> list[tuple[int, int]]:
    """Where names and set phrases stand in the text."""
    known = {matching_form(name) for name in names if name.strip()} | set(_DEFAULT_NAMES)
    taken = []
    for match in _QUOTED.finditer(matching):
        words = match[1]
        # “三万亿之城” is a name that states a quantity; so is whatever counts in 亿.
        if _CHINESE_DIGIT.search(words) and "亿" not in words:
            known.add(words)
        elif _NUMERAL_CODE.fullmatch(words):
            taken.append(match.span())
    taken += [match.span() for match in re.finditer(_any_of(known), matching)]
    return taken


def _any_of(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """What takes its numbers out of an author's text: names, set phrases, units."""
    known = {plain(name.strip()) for name in names if name.strip()} | set(_DEFAULT_NAMES)
    return re.compile(f"{_any_of(known)}|{_TALK}|{_UNIT}", re.IGNORECASE)


def _digits(flat: str) -> Iterator[Found]:
    """Digits and fractions in forms that no figure has (2024.2.21, 1+N, 三分之一)."""
    for match in _DIGITS.finditer(flat):
        nothing = Quantity(Decimal("NaN"), "", match[0])
        yield Found(match.start(), match.end(), match[0], nothing)


def _english(text: str) -> Iterator[Found]:
    """English number words from two to twenty, with the unit behind them (three years)."""
    for match in _ENGLISH.finditer(text):
        value = _ENGLISH_WORDS.index(match[1].lower()) + 2
        with contextlib.suppress(QuantityError):
            quantity = read(f"{value} {match[2] or ''}")
            yield Found(match.start(), match.end(), match[0], quantity)


def _apart(found: Found, taken: Iterable[tuple[int, int]]) -> bool:
    """Whether a number touches none of the places that are taken."""
    return not any(start < found.end and found.start < end for start, end in taken)


def _is_article(found: Found) -> bool:
    """Whether a number is an article, a nought, or a quarter of no year: an ordinal."""
    quantity = found.quantity
    return bool(_ARTICLE.fullmatch(found.text) or not quantity.value or quantity.unit == "季度")


def _counts_nothing(found: Found, text: SourceText) -> bool:
    """Whether a number is an article, a nought, an ordinal, or the number of a heading."""
    if _is_article(found):
        return True
    offset = text.offsets[found.start]
    line = text.text.rfind("\n", 0, offset) + 1
    if re.fullmatch(r"[#\s]*", text.text[line:offset]) and text.text[line:offset].startswith("#"):
        return not found.quantity.unit
    return False


def _stated(found: Found, text: SourceText) -> Stated:
    begin, end = text.clause(found.start, found.end)
    region = text.matching[begin:end]
    start, stop = found.start - begin, found.end - begin
    words = qualifiers.beside(plain(region), start, stop)
    quantity = read(found.text, "".join(words)) if words else found.quantity
    before = region[:start]
    for word in reversed(words):
        before = before.removesuffix("了").removesuffix(word)
    behind = region[stop:]
    for word in words:
        behind = behind.removeprefix(word)
    return Stated(quantity, found.text, text.place(found.start, found.end), before, behind)


def _kind(item: Stated) -> Kind:
    words = quote(item)
    lead = words[: max(0, plain(words).find(item.text))] + item.quantity.qualifier
    if _TARGET.search(lead):
        return "target"
    return "plan" if _PLAN.search(lead) else "actual"


def _label(item: Stated) -> str:
    """Up to twelve characters beside the number: what is counted, or what has the value."""
    behind = re.sub(r"^的|^\W+|[\d\W].*", "", item.behind)[:12]
    before = re.sub(r".*[\d\W](?=\w)|\W", "", item.before)[-12:]
    if is_counter(item.quantity.unit):
        return behind or before or "（待写）"
    return before or behind or "（待写）"


def quote(item: Stated) -> str:
    """The sentence if it is short, else its clauses around the number, as the source reads."""
    sentence = item.place.sentence
    if len(sentence) <= 40:
        return sentence
    at = _position(item)
    if at < 0:
        return sentence
    start = max(sentence.rfind(mark, 0, at) for mark in _STOPS) + 1
    ends = [m.start() for m in re.finditer(f"[{_STOPS}]", sentence) if m.start() > at]
    # A date that opens a sentence says little alone: the next clause says what happened.
    end = next((end for end in ends if end - start >= _SHORTEST_QUOTE), len(sentence))
    return sentence[start:end].strip()


def _position(item: Stated) -> int:
    """Where the number stands in its sentence; -1 where white space keeps it from being found."""
    sentence = plain(item.place.sentence)
    near = item.before[-4:] + "".join(qualifiers.chinese(item.quantity.qualifier)[:1]) + item.text
    at = sentence.find(plain(near))
    return at if at >= 0 else sentence.find(item.text)


def _scalar(text: str) -> str:
    """A YAML scalar: plain where that is safe, else double quoted (JSON's form is YAML's)."""
    safe = re.fullmatch(r"\w[\w.，、。；（）“”《》％%·]*", text)
    if safe and not re.fullmatch(r"[\d._xob]+|y|n|yes|no|true|false|on|off|null", text, re.I):
        return text
    return json.dumps(text, ensure_ascii=False)
