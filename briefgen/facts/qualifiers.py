"""Turn the words that qualify a number (超, 约, 力争, 以上 …) into their place in each language.

A qualifier may be several words (计划突破, 均超). It is part of the figure: it is always shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefgen.chinese.hanzi import LETTER
from briefgen.chinese.qualifiers import QUALIFIERS, Position, Sense, Word
from briefgen.facts import directions
from briefgen.facts.english_qualifiers import BEHIND, ENGLISH
from briefgen.facts.numerals import plain
from briefgen.facts.shares import of_plan
from briefgen.patterns import pattern

# What leaves open how much it is exactly.
OPEN: frozenset[Sense] = frozenset({"bound", "about", "scale"})
WORDS = {word.text: word for word in QUALIFIERS}
KNOWN = tuple(WORDS)

WORDS |= {name: WORDS[chinese] for name, chinese in ENGLISH.items()}
# （含）以上 as it stands in a text that is compared, and as it is shown.
_SHOWN = {plain(name): name for name in WORDS if "（" in name}
WORDS |= {name: WORDS[shown] for name, shown in _SHOWN.items()}

_LONGEST_FIRST = tuple(sorted(WORDS, key=len, reverse=True))
_BEFORE = tuple(
    n for n in _LONGEST_FIRST if n not in ENGLISH and WORDS[n].position == "before" and n != "每"
)
_AFTER = tuple(
    n
    for n in _LONGEST_FIRST
    if n not in ENGLISH and WORDS[n].position == "after" and WORDS[n].sense != "when"
)
# When in a year: 2030年前, 2025年底; 2025年前三季度 says something else.
_WHEN = pattern(
    r"(?<=年)(?:以前|之前|前(?![\d一二三四五六七八九十几后後往期列沿])|年?底(?![线線部层層])|年?末(?!端)"
    r"|年?初(?![步级級中期]))"
)
_WHENS, _ENDS = tuple("以之前年底末初"), tuple("前底末初")
# 每两年 comes again so often; 每公斤 is what a sum is of.
_EVERY = pattern(
    r"每[\d一二两三四五六七八九十]+(?:年|天|日|周|季|分钟|秒|个?(?:月|星期|季度|小时|工作日))"
)
_IN_A_YEAR = pattern(r"(?P<date>.*\d{4}年)(?P<when>" + _WHEN.pattern + ")")
_ENGLISH_BEFORE = tuple(
    f"{n} " for n in _LONGEST_FIRST if n in ENGLISH and n[0].isalpha() and n not in BEHIND
)
_ENGLISH_WORDS = tuple(f" {name}" for name in _ENGLISH_BEFORE)
_ENGLISH_AFTER = (
    "-scale",
    *(f" {name}" for name in BEHIND),
    *(f" ({n})" for n in ("target", "planned", "expected")),
)
# What stands against its number: c.£3.2bn, ~170 bps.
_TIGHT = ("c.", "~", "c")
_CIRCA = pattern(r"c(?=[\d$€£¥])")
_ALL_BEFORE = _BEFORE + _ENGLISH_BEFORE + _TIGHT[:-1]
_ALL_AFTER = _AFTER + _ENGLISH_AFTER
# Words that end like a qualifier and are none.
_NO_QUALIFIERS = (
    "节约 合约 公约 契约 签约 条约 履约 预约 大约莫 最近 附近 邻近 靠近 新近 发达 到达 抵达 下达 "
    "传达 送达 表达 赶超 反超 高超 打破 爆破 识破 首都 成都 平均 公共 通过 经过 不过 度过 渡过 "
    "通达 直达 已经过 透过 走过 过过 胜过 难过 以上 路上 线上 网上 会上 海上 陆上 水上 马上 "
    "跃上 登上 踏上 "
    "加上 晚上 早上 身上 手上 基础上 地上 之上 赶上 跟上 迈上 送上 抵上 关上 上上 村均 镇均 "
    "预期目标 临时估计 修订估计 初步估计 乡均 县均 校均 店均 单均"
)
_LOOKALIKES = tuple(_NO_QUALIFIERS.split())


@lru_cache(maxsize=512)
def split(qualifier: str) -> tuple[str, ...] | None:
    """The words of a qualifier in order (计划突破 → 计划, 突破); None if some are not known."""
    rest, found = qualifier.strip(), []
    while rest:
        name = next((n for n in _LONGEST_FIRST if rest.lower().startswith(n)), None)
        if name is None:
            return None
        found.append(name)
        rest = rest[len(name) :].strip()
    return tuple(found)


def senses(qualifier: str) -> frozenset[Sense]:
    """What the words of a qualifier mean."""
    return frozenset(WORDS[name].sense for name in split(qualifier) or ())


def strip(text: str) -> tuple[tuple[str, ...], str]:
    """The qualifying words around a written number, and the number without them."""
    before: list[str] = []
    after: list[str] = []
    changed = True
    while changed and text:
        changed = False
        lower = text.lower()
        if _CIRCA.match(text):
            before.append("c")
            text, changed = text[1:], True
        elif lower.startswith(_ALL_BEFORE):
            name = next(n for n in _ALL_BEFORE if lower.startswith(n))
            if len(name) < len(text):
                before.append(name.strip())
                text, changed = text[len(name) :].lstrip(), True
        if text.endswith(_ALL_AFTER):
            name = next(n for n in _ALL_AFTER if text.endswith(n))
            if len(name) < len(text) and not (name == "级" and _LEVEL.search(text)):
                after.insert(0, name.strip())
                text, changed = text[: -len(name)].rstrip(), True
        if text.startswith("每") and _EVERY.fullmatch(text):
            before.append("每")
            text, changed = text[1:], True
        if text.endswith(_ENDS) and "年" in text and (dated := _IN_A_YEAR.fullmatch(text)):
            after.insert(0, dated["when"])
            text, changed = dated["date"], True
        if text.endswith(_MORE) and _OVER.search(text):
            after.insert(0, text[-1])
            text, changed = text[:-1], True
    return (*before, *after), text


# 8级 is a level; 3000亿级 and 10万吨级 are sizes.
_LEVEL = pattern(r"(?<![万亿百千吨])[\d一二三四五六七八九十]级$")
_INSIDE = pattern(
    r"(?<=[\d十百千万亿])[多余](?!云)|(?<=[\d一二两三四五六七八九十]个)[多余](?=月|小时|星期|百分点)"
    # 增长约1.8倍: by so much, and not to it.
    r"|(?<=[长加高升涨大出多了值幅])(?:大?约|将?近|超过|超|逾|不到|不足)(?=[\d.一二两三四五六七八九十]+倍)"
)
# 两倍多, 5年多: behind the unit, where the number ends in no nought. 多家 and 多元 are other words.
_MORE = ("多", "余")
_OVER = pattern(r"(?<=[倍年米里时天月岁])[多余](?![元家个種种样方少数次名位年倍])")


def inside(text: str) -> tuple[str, ...]:
    """The qualifying word within a written number (300多家, 20余万人), if any."""
    match = _INSIDE.search(text) if "多" in text or "余" in text or "倍" in text else None
    return (match[0],) if match else ()


def without_inside(text: str) -> str:
    """A written number without the word that `inside` finds."""
    return _INSIDE.sub("", text, count=1) if inside(text) else text


def beside(
    text: str, start: int, end: int, timed: bool = False, dated: bool = False
) -> tuple[str, ...]:
    """The qualifying words directly around the number at `text[start:end]`, in order.

    A word for its direction, and 为 or 占, may stand between (约占三成, 预计下降约5%). Of a span of
    time (`timed`) 近 says which it is: 近五年 are the last five years. Of a date (`dated`) is said
    when: 2025年底.
    """
    found: list[str] = []
    at = start
    directed = False
    at -= text[start - 2 : start] in _SIGNS_APART
    while at:
        # 突破了3万亿元, 达到了: the particle stands between the word and its number.
        at -= text.startswith("了", at - 1)
        name, length = _name_before(text, at, start)
        if not name:
            passed = _passed(text, at, start, directed)
            if not passed:
                break
            directed = directed or passed > 1
            at -= passed
            continue
        if not (timed and (name in _TIMED or _is_during(name, text, at - length))):
            found.insert(0, name)
        at -= length
        at -= text[at - 1 : at] == " "
    if found[:1] == [">"] and not _COMPARED.search(text, max(0, start - 5), start):
        found.pop(0)  # the mark of a quotation in Markdown
    if timed and not dated and text.startswith("每", at - 1):
        found.insert(0, "每")
    name = behind(text, end, dated)
    if "价" in (lead := text[max(0, start - 28) : start]) or "口径" in lead:
        basis = (m["basis"] for m in (_BASIS.search(lead),) if m)
        found = [*(name for name in basis if name not in found), *found]
    return (*found, _SHOWN.get(name, name)) if name else tuple(found)


def behind(text: str, end: int, dated: bool = False) -> str:
    """The qualifying word behind a number that ends at a place, "" where there is none."""
    if text.startswith(_ALL_AFTER, end):
        name = next(n for n in _ALL_AFTER if text.startswith(n, end)).strip()
        return "" if name == "级" and _LEVEL.search(text, 0, end + 1) else name
    if text.startswith(" ", end) and (basis := _PRICES.match(text, end)):
        return basis["basis"]
    if text.startswith(_EXPECTED_FIRST, end) and (plan := _EXPECTED.match(text, end)):
        return plan["plan"] or plan["by"]
    if text.startswith(" each", end) and _EACH.match(text, end):
        return "each"
    if dated and text[end : end + 1] in _WHENS and (when := _WHEN.match(text, end)):
        return when[0]
    return text[end] if text.startswith(_MORE, end) and _OVER.match(text, end) else ""


# 按可比价格计算，比上年增长5.2%: what values are counted at, before what they are compared with.
_BASIS = pattern(
    r"(?P<basis>按(?:可比|不变|当年|现行)价格?|按现价|按可比口径|同口径)(?:计算|算)?，?"
    r"(?:[比较](?:上年|去年)(?:同期)?|同比|环比|年均|实际|约|近|超过?|了|"
    + "|".join((*directions.RISE_WORDS, *directions.FALL_WORDS))
    + r")*$"
)


def _is_during(name: str, text: str, at: int) -> bool:
    """Whether over says of a time while it lasts: paid over 8 years, not for over 8 years."""
    return name == "over" and not _LASTS.search(text, max(0, at - 12), at)


_LASTS = pattern(
    r"\b(?:for|of|by|than|after|lasted|takes?|took|spent|in|is|was|been|with|has|have) $"
)
_TIMED = frozenset({"近", "过", "上"})
# Up 9.8 percent year on year at comparable prices.
_PRICES = pattern(
    r"(?: year[- ]on[- ]year| (?:over|from|than) (?:the )?(?:previous|last|prior) year)"
    r" (?P<basis>at (?:comparable|constant|current) prices)\b"
)
# The 13 cents expected by analysts; £450m is forecast versus £492m last year.
_EXPECTED = pattern(
    r" (?:(?:is|are) (?:now )?(?P<plan>expected|forecast|projected|anticipated|planned|targeted)\b"
    r"(?! (?:to|from|as)\b)"
    r"|(?P<by>expected|forecast|projected|estimated|anticipated)(?= by (?!\d|the end|early|late)))"
)
_EXPECTED_FIRST = (" is ", " are ", " expected", " forecast", " projected", " estimated", " antic")
# £5,000 each; not 5 each year.
_EACH = pattern(r" each(?=[.,;，)]| and |$)")
_COMPARED = pattern(r"[^\W_][)%]? ?> ?$")
_SIGNS_APART = ("> ", "≥ ", "< ", "≤ ", "≧ ", "≦ ")
_PASSED = "为占有是"


def _name_before(text: str, at: int, start: int) -> tuple[str, int]:
    """The qualifying word that ends at a place, and how long it is; ("", 0): there is none."""
    if text.endswith(_LOOKALIKES, 0, at):
        return "", 0
    found = text.endswith(_BEFORE, 0, at)
    name = next(n for n in _BEFORE if text.endswith(n, 0, at)) if found else ""
    if name and WORDS[name].sense == "rate" and _COUNTED.match(text, at - len(name) - 1):
        name = "均"  # 连续3年均超过: each of three years
    if name:
        return ("", 0) if _is_other(name, text, at, start) else (name, len(name))
    if text.endswith(_TIGHT, 0, at):
        name = next(n for n in _TIGHT if text.endswith(n, 0, at))
        if not text[at - len(name) - 1 : at - len(name)].isalnum():
            return name, len(name)
    lower = f" {text[max(0, at - 32) : at].lower()}".translate(_JOINTS)
    if not lower.endswith(_ENGLISH_WORDS):
        return "", 0
    words = next(n for n in _ENGLISH_WORDS if lower.endswith(n))
    if words == " up to " and (
        _FROM.match(text, start) or _GOES_UP.search(text, max(0, at - 20), at)
    ):
        return "", 0  # up to 5.7% from 5.3%; growth will pick up to 6%
    return words.strip(), len(words) - 1


def _is_other(name: str, text: str, at: int, start: int) -> bool:
    """Whether a word that ends at a place qualifies something else than the number behind it."""
    if name == "计划":
        return of_plan(text, at, start)
    if name == "目标":
        return bool(_BEYOND.search(text, max(0, at - 14), at))  # 超过全年目标0.3个百分点
    # 举办过3场 happened, 过百亿元 is over; so with 上.
    return name in ("过", "上") and (at != start or text[start : start + 1] not in _BARE)


# What may stand before a qualifying word in English, as a blank does.
_JOINTS = dict.fromkeys(map(ord, "，([—–;\"“‘'"), " ")
_BEYOND = pattern(r"(?:超过|超出|高于|低于|快于|好于|优于|[比较])[^，。；\d]{0,8}目标$")
_COUNTED = pattern(r"[\d一二两三四五六七八九十几个]")
# Up to 5.7% from 5.3% is no bound.
_FROM = pattern(r"[^,;，；]{1,20}? (?:from [\d$€£¥]|\((?:[HQ][1-4] |FY ?)?(?:19|20)\d\d)")
_GOES_UP = pattern(
    r"\b(?:pick|go|mov|ramp|scal|edg|inch|build|tick)(?:e|es|s|ed|ing)? up to $"
    r"|\b(?:went|crept|built) up to $"
)
_BARE = tuple("十百千万亿半")


_NONE = Word("", "total")
_OF_YEAR = pattern(r"(?:\d{4}年|[去上前]年|全[国球省市县区年])(?:同期|全年|总量|总数|总额)?的$")
_OF_WHOLE = pattern(rf"{LETTER}{{2,7}}的$")
_SHARE_OF = pattern(rf"占{LETTER}{{2,12}}的$")
_AT_LEAST = ("不少于", "不低于", "不多于", "不超过", "不高于", "至少", "最多", "至多")


def _of_share(text: str, at: int, start: int) -> int:
    """How far before its number a word qualifies a share: 约占总量的80%, 不少于总课时的5%."""
    part = _SHARE_OF.search(text, max(0, at - 14), at)
    if part and WORDS.get(_name_before(text, part.start(), start)[0], _NONE).sense in OPEN:
        return at - part.start()
    whole = _OF_WHOLE.search(text, max(0, at - 8), at)
    if whole and text[start : start + 8].find("%") > 0:
        for begin in range(whole.start(), at - 2):
            if _name_before(text, begin, start)[0] in _AT_LEAST:
                return at - begin
    return 0


def _passed(text: str, at: int, start: int, directed: bool) -> int:
    """How much may stand between a qualifying word and its number: 为, or a direction, once; a
    rise (分别增长) behind what says that each does."""
    if text[at - 1] in _PASSED and _name_before(text, at - 1, start)[0]:
        return 1
    if (
        text.endswith((" a ", " an "), 0, at)
        and _name_before(text, text.rindex(" a", 0, at) + 1, start)[0]
    ):
        return at - text.rindex(" a", 0, at) - 1  # nearly a 5% rise
    year = _OF_YEAR.search(text, max(0, at - 12), at) if text[at - 1] == "的" else None
    if year and WORDS.get(_name_before(text, year.start(), start)[0], _NONE).sense in OPEN:
        return at - year.start()  # 超过2019年的70%
    if year is None and text[at - 1] == "的" and (part := _of_share(text, at, start)):
        return part
    if text.endswith("平均", 0, at) and _name_before(text, at - 2, start)[0]:
        return 2
    rise = next((word for word in directions.RISE_WORDS if text.endswith(word, 0, at)), "")
    sense = WORDS.get(_name_before(text, at - len(rise), start)[0], _NONE).sense if rise else ""
    if sense in ("each", "rate", "only"):
        return len(rise)
    word, begin, stop = directions.before(text, at)
    return at - begin if word and not directed and stop == at and at - begin > 1 else 0


@lru_cache(maxsize=512)
def chinese(qualifier: str) -> tuple[str, str, str]:
    """What Chinese says before the number, between number and unit, and behind the unit."""
    parts: dict[Position, str] = {"before": "", "inside": "", "after": ""}
    for name in split(qualifier) or (qualifier,):
        word = WORDS.get(name)
        if word is None:
            parts["before"] += name
        else:
            parts[word.position] += word.text
    return parts["before"], parts["inside"], parts["after"]


def around(qualifier: str) -> tuple[str, str]:
    """What stands before a direction (预计下降), and what between it and its number (下降约)."""
    lead = close = ""
    for name in split(qualifier) or (qualifier,):
        word = WORDS.get(name)
        if word is None or word.position == "before":
            if word and word.sense in ("bound", "about", "reach", "inexact"):
                close += word.text
            else:
                lead += word.text if word else name
    return lead, close


def english(qualifier: str, rounded: bool, noun: bool = True) -> tuple[str, str]:
    """What English says before and behind the number.

    `rounded` numbers say so unless the qualifier already does. Where `noun` is False (doubled) a
    plan or a target is said behind.
    """
    words = [WORDS[name] for name in split(qualifier) or ()]
    about = rounded and not any(word.sense == "about" for word in words)
    others = about or any(word.english and word.sense != "modal" for word in words)
    before: dict[str, str] = dict.fromkeys(
        ("each", "modal", "total", "only", "reach", "bound", "about", "inexact", "when"), ""
    )
    after = ""
    for word in words:
        # "planned over RMB 7 billion" is no English; "a target of over RMB 7 billion" is.
        behind = word.sense == "modal" and (
            not noun or (others and not word.english.endswith("of "))
        )
        if word.english and not behind:
            before[word.sense] = word.english
        elif word.english_after:
            after += word.english_after
    return "".join(before.values()) + ("about " if about else ""), after


def agree(claimed: str, present: Iterable[str]) -> bool:
    """Whether a claimed word is among those present, in this or a longer form (超 for 超过)."""
    word = WORDS[claimed]
    return any(
        claimed == name
        or (claimed in name and word.sense == WORDS[name].sense)
        or (_is_sign(name) and word.english == WORDS[name].english)
        or _SHOWN.get(claimed) == name
        for name in present
    )


def _is_sign(name: str) -> bool:
    """Whether a qualifier is written with a sign: >90% may be claimed as over 90%."""
    return name in ("<", ">", "≤", "≥", "≦", "≧")
