"""Turn the words that qualify a number (超, 约, 力争, 以上 …) into their place in each language.

A qualifier may be several words (计划突破, 均超). It is part of the figure: it is always shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from briefgen.chinese.qualifiers import QUALIFIERS, Position, Sense
from briefgen.patterns import pattern

# What leaves open how much it is exactly.
OPEN: frozenset[Sense] = frozenset({"bound", "about", "scale"})
WORDS = {word.text: word for word in QUALIFIERS}

# English qualifiers and the Chinese word of the same meaning, for outlines written in English.
_ENGLISH = {
    "over": "超",
    "more than": "超",
    "exceeding": "超",
    "above": "超",
    "nearly": "近",
    "almost": "近",
    "about": "约",
    "around": "约",
    "roughly": "约",
    "approximately": "约",
    "at least": "不低于",
    "no less than": "不低于",
    "under": "低于",
    "less than": "低于",
    "below": "低于",
    "up to": "不超过",
    "at most": "不超过",
    "no more than": "不超过",
    "reaching": "达",
    "a target of": "力争",
    "a planned": "计划",
    "an expected": "预计",
    "each": "均",
    "only": "仅",
    "just": "仅",
    "a total of": "共",
    "or more": "以上",
    "-scale": "级",
    "in a row": "连续",
    "(target)": "力争",
    "(planned)": "计划",
    "(expected)": "预计",
}
WORDS |= {name: WORDS[chinese] for name, chinese in _ENGLISH.items()}

_LONGEST_FIRST = tuple(sorted(WORDS, key=len, reverse=True))
_BEFORE = tuple(n for n in _LONGEST_FIRST if n not in _ENGLISH and WORDS[n].position == "before")
_AFTER = tuple(n for n in _LONGEST_FIRST if n not in _ENGLISH and WORDS[n].position == "after")
_ENGLISH_BEFORE = tuple(f"{n} " for n in _LONGEST_FIRST if n in _ENGLISH and n[0].isalpha())
_ENGLISH_AFTER = (
    "-scale",
    *(f" {n}" for n in ("or more", "in a row")),
    *(f" ({n})" for n in ("target", "planned", "expected")),
)
_ALL_BEFORE, _ALL_AFTER = _BEFORE + _ENGLISH_BEFORE, _AFTER + _ENGLISH_AFTER
# Words that end like a qualifier and are none.
_NO_QUALIFIERS = (
    "节约 合约 公约 契约 签约 条约 履约 预约 大约莫 最近 附近 邻近 靠近 新近 发达 到达 抵达 下达 "
    "传达 送达 表达 赶超 反超 高超 打破 爆破 识破 首都 成都 平均 人均 公共"
)
_LOOKALIKES = tuple(_NO_QUALIFIERS.split())


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
        if lower.startswith(_ALL_BEFORE):
            name = next(n for n in _ALL_BEFORE if lower.startswith(n))
            if len(name) < len(text):
                before.append(name.strip())
                text, changed = text[len(name) :].lstrip(), True
        if text.endswith(_ALL_AFTER):
            name = next(n for n in _ALL_AFTER if text.endswith(n))
            if len(name) < len(text):
                after.insert(0, name.strip())
                text, changed = text[: -len(name)].rstrip(), True
    return (*before, *after), text


_INSIDE = pattern(r"(?<=[\d十百千万亿])[多余]")


def inside(text: str) -> tuple[str, ...]:
    """The qualifying word within a written number (300多家, 20余万人), if any."""
    match = _INSIDE.search(text)
    return (match[0],) if match else ()


def without_inside(text: str) -> str:
    """A written number without the word that `inside` finds."""
    return _INSIDE.sub("", text, count=1)


def beside(text: str, start: int, end: int) -> tuple[str, ...]:
    """The qualifying words directly around the number at `text[start:end]`, in order."""
    found: list[str] = []
    at = start
    while at:
        # 突破了3万亿元, 达到了: the particle stands between the word and its number.
        at -= text.startswith("了", at - 1)
        if any(text.endswith(word, 0, at) for word in _LOOKALIKES):
            break
        name = next((n for n in _BEFORE if text.endswith(n, 0, at)), None)
        if name is None:
            name = next((n.strip() for n in _ENGLISH_BEFORE if text[:at].lower().endswith(n)), None)
            at -= name is not None
        if name is None:
            break
        found.insert(0, name)
        at -= len(name)
        at -= text[at - 1 : at] == " "
    name = next((n for n in _ALL_AFTER if text.startswith(n, end)), None)
    return (*found, name.strip()) if name else tuple(found)


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


def english(qualifier: str, rounded: bool, noun: bool = True) -> tuple[str, str]:
    """What English says before and behind the number.

    `rounded` numbers say so unless the qualifier already does. Where `noun` is False (doubled) a
    plan or a target is said behind.
    """
    words = [WORDS[name] for name in split(qualifier) or ()]
    about = rounded and not any(word.sense == "about" for word in words)
    others = about or any(word.english and word.sense != "modal" for word in words)
    before: dict[str, str] = dict.fromkeys(
        ("each", "modal", "total", "only", "reach", "bound", "about"), ""
    )
    after = ""
    for word in words:
        # "a planned over RMB 7 billion" is no English; "a target of over RMB 7 billion" is.
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
    return any(
        claimed == name or (claimed in name and WORDS[claimed].sense == WORDS[name].sense)
        for name in present
    )
