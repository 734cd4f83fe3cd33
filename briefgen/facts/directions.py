"""Turn the words before a number into the direction that it goes: 下降4.6% is a fall.

下降到4.6% says where it went, not how far: that is no fall of 4.6 %.
"""

from __future__ import annotations

import re

from briefgen.chinese.directions import DIRECTIONS, ENGLISH_DIRECTIONS, RISES
from briefgen.chinese.hanzi import LETTER
from briefgen.chinese.qualifiers import QUALIFIERS
from briefgen.patterns import pattern

WORDS = {word.text: word for word in DIRECTIONS}
_CHINESE = tuple(sorted(WORDS, key=len, reverse=True))
_ENGLISH = tuple(sorted(ENGLISH_DIRECTIONS, key=len, reverse=True))
# Verbs whose object stands between: reduces spending by $2.9 billion. A reduced 5% rate is no fall,
# so that they are read back alone.
_CUTS = (
    *"reductions reduction reducing reduced reduces reduce cutting cuts cut lowering".split(),
    *"lowered lowers decreasing decreased decreases decrease trimming trimmed trims trim".split(),
    *"narrowing narrowed narrows".split(),
    *(f"{how} {what}" for how in ("negatively", "adversely") for what in ("affected", "impacted")),
    *"slashing slashed slashes slash shrinking shrinks shrink".split(),
)
_BEGINNINGS = (*_CHINESE, *_ENGLISH, *_CUTS)
# Words that end like one and say something else: 至少3家, 多少.
_LOOKALIKES = tuple(
    "最低 高低 水土流失 "
    "少减 "
    "至少 不少 最少 多少 缺少 较少 稀少 很少 减亏 扭亏 扶贫减 霜降 空降 升降 迫降 加减 增减 裁减 "
    "轻减 连跌 连降 连减 连挫 下跌后 涨跌 止跌 转跌 盈亏 吃亏 侵蚀 腐蚀 投降 扭亏减亏 升跌".split()
)
# What may stand between the word and its number.
_CLOSE = frozenset({"bound", "about", "reach", "only"})
_FILLERS = tuple(
    sorted(
        {"了", "为", "约为", "幅度"}
        | {w.text for w in QUALIFIERS if w.position == "before" and w.sense in _CLOSE},
        key=len,
        reverse=True,
    )
)
# What is so much; a verb before 为 says what it came to: 降幅为3%, 降为3%.
_NOUNS = ("降幅", "跌幅", "减幅", "亏损", "净亏损", "逆差", "赤字", "幅度")
# Verbs of a fall whose object may stand between (压减粗钢产量500万吨), and what it may not hold.
_OBJECT = pattern(
    r"(?P<word>压减|削减|减少|降低|压缩|缩减|压降|调减|拉低)(?P<object>" + LETTER + r"{2,12})$"
)
_NO_OBJECT = pattern(
    r"[的至到为从由比是和与以使后等新增涨升达超约近均各共有]|企业|项目|措施|行动|政策|工程|任务|试点|计划|"
    r"力争|目标|预计|其中|同比|累计|建设|完成|实现|引进|培育"
)
# What a text says of falls, wherever it stands; characters of many words count behind none.
_FALL_WORDS = {*WORDS, "转负", "下行", "负向"} - {"少", "减", "降", "亏", "蚀", "跌", "收窄"}
FALLS = pattern(
    "|".join(sorted(sorted(_FALL_WORDS), key=len, reverse=True))
    + r"|(?<![加裁增])减(?!税|灾|排|负|碳|贫|重|震|速)|(?<![升空迫])降(?!水|雨|雪|解|临)"
    + r"|(?<![升涨止])跌"
)
ENGLISH_FALLS = pattern(
    r"\b(?:down|fell|fall(?:en|ing)?|drop(?:ped)?|declin\w+|decreas\w+|loss(?:es)?|deficit"
    r"|shrank|shrink\w*|contract(?:ed|ion)|reduc\w+|lower|slump\w*|slipped)\b",
    re.IGNORECASE,
)
# What directly before a figure says that it rises.
RISE_WORDS = tuple(sorted(sorted(set(RISES) - {"多", "升", "涨", "增"}), key=len, reverse=True))


FALL_WORDS = tuple(name for name in _CHINESE if len(name) > 1)


def strip(text: str) -> tuple[str, str]:
    """The word for a direction that a written number begins with, and the number without it."""
    lower = text.lower()
    if not lower.startswith(_BEGINNINGS):
        return "", text
    for name in _CHINESE:
        if lower.startswith(name) and len(name) < len(text) and text[len(name)] not in "到至":
            return name, text[len(name) :].lstrip("了 ")
    for name in (*_ENGLISH, *_CUTS):
        if lower.startswith(f"{name} "):
            return ENGLISH_DIRECTIONS.get(name, "下降"), text[len(name) :].lstrip()
    return "", text


def sign(direction: str) -> int:
    """The sign that a direction gives to its number."""
    word = WORDS.get(direction)
    return word.sign if word else 1


def before(text: str, at: int) -> tuple[str, int, int]:
    """The direction of the number at a place of a text, and where its word stands ("" for none).

    What qualifies the number (约, 超) is passed over; `text` is plain.
    """
    if (at and text[at - 1] == " ") or text[at - 1 : at].isascii():
        found = _english(text, at)
        if found[0]:
            return found
    start = at
    while text.endswith(_FILLERS, 0, start):
        start -= len(next(filler for filler in _FILLERS if text.endswith(filler, 0, start)))
    for stop in dict.fromkeys((start, at)):
        found = _chinese(text, stop)
        passed = text[stop:at]
        if found[0] and ("为" not in passed or found[0] in _NOUNS or "幅度" in passed):
            return found
    return ("", at, at) if text[at - 1 : at] in ("到", "至") else _of_object(text, start)


def _chinese(text: str, at: int) -> tuple[str, int, int]:
    if not text.endswith(_CHINESE, 0, at) or text.endswith(_LOOKALIKES, 0, at):
        return "", at, at
    name = next(n for n in _CHINESE if text.endswith(n, 0, at))
    less = name in ("少", "低") and not _LESS.search(text, max(0, at - 12), at - 1)
    if less and not _BY_TENTHS.match(text, at):
        return "", at, at
    return name, at - len(name), at


# 比上年少3万人: less than something; 少六成 is less anyhow.
_BY_TENTHS = pattern(r"[\d.一二两三四五六七八九十]+(?:成|%)")
_LESS = pattern(r"[比较]\S{0,8}$")


def _of_object(text: str, at: int) -> tuple[str, int, int]:
    match = _OBJECT.search(text, max(0, at - 14), at)
    if match is None:
        return "", at, at
    if match["word"] in ("降低", "拉低") and _THINGS.match(text, at):
        return "", at, at  # 降低企业成本35条措施
    # 拉低经济增速0.3个百分点: what is pulled down may itself be growth.
    words = match["object"].removesuffix("增速").removesuffix("增长")
    if _NO_OBJECT.search(words):
        return "", at, at
    return match["word"], match.start(), match.start() + len(match["word"])


_THINGS = pattern(r"[\d一二三四五六七八九十]+[余多]?(?:条|项|个(?!百分点|基点)|家|件|种|批|款)")


def behind(text: str, end: int) -> tuple[str, int, int]:
    """The direction that is said behind a number: 3.2% lower, a 12% drop, 3%的降幅."""
    if fall := _FALL_BEHIND.match(text, end):
        return fall["word"], fall.start("word"), fall.end("word")
    if (
        lost := _LOST_BEHIND.match(text, end)
        if _ARTICLE.search(text, max(0, end - 40), end) or _PER_SHARE.match(text, end)
        else None
    ):
        return ENGLISH_DIRECTIONS[lost["word"]], lost.start("word"), lost.end("word")
    if taken := _TAKEN.match(text, end):
        cut = _TAKING.search(text, max(0, end - 48), end)
        if cut and not taken["to"]:
            return "下降", *cut.span("cut")
    if alone := _FALL_ALONE.match(text, end):
        group = "word" if alone["word"] else "fall"
        return ENGLISH_DIRECTIONS[alone[group]], *alone.span(group)
    match = _BEHIND.match(text, end)
    if match is None or (match["noun"] and not _ARTICLE.search(text, max(0, end - 40), end)):
        return "", end, end
    word = "下降" if match["word"] == "below" else ENGLISH_DIRECTIONS[match["word"]]
    return word, match.start("word"), match.end("word")


_FALL_BEHIND = pattern(rf"的{LETTER}{{0,2}}(?P<word>跌幅|降幅|减幅)")
_BEHIND = pattern(
    r" (?:year-o(?:n|ver)-year |quarter-o(?:n|ver)-quarter |annual |quarterly |sequential "
    r"|organic )?"
    r"(?P<word>lower|fewer|less|down|slower|weaker|smaller|cheaper"
    r"|below(?! (?:the )?(?:\w+ )?(?:poverty|surface|ground|sea|water|street|deck))"
    r"|(?:decline|decrease|drop|fall|reduction|contraction|slump|plunge)(?= in\b)"
    r"|(?P<noun>decline|decrease|drop|fall|reduction|contraction|slump|plunge|dip))\b"
)
_LOST_BEHIND = pattern(
    r" (?:(?!(?:of|to|in|for|on|from|and|or|the|an?|with|after|by|as|at|that|which|despite|was|is"
    r"|were|are|against|over|than|before|offset|compared|versus|into|net of|while|its|gain|profit"
    r"|income|due) )[A-Za-z-]+ ){0,4}"
    r"(?P<word>loss|deficit)(?! of| carry| ratio| allowance)\b"
)
# £130m loss), 19% headcount reduction: no article leads to what is told in notes.
_FALL_ALONE = pattern(
    r" (?P<word>loss|deficit)(?=[).;，]|$)"
    r"|(?<=[%t]) (?:[a-z]+ )?(?P<fall>reduction|decline|decrease|drop)\b(?! (?:of|to|target|from))"
)
_PER_SHARE = pattern(r"(?: net| adjusted| diluted)? loss per ")
# Trimming $7.2 million from its costs; but cut 5% from $3 million says from what.
_TAKEN = pattern(r" (?:from|off) (?P<to>[\d$€£¥]|a year|the (?:prior|previous|same|year)|last)?")
_TAKING = pattern(
    r"\b(?P<cut>[Tt]rim(?:s|med|ming)?|[Cc]ut(?:s|ting)?|[Ss]hav(?:e[sd]?|ing)|[Ss]lash(?:ed|es|ing)?"
    r"|[Kk]nock(?:ed|ing|s)|[Ww]ip(?:ed|es|ing)) (?:(?:about|nearly|over|some|more than|up to) )?"
    r"[A-Z]{0,3}[$€£¥\d][^ ]*(?: [a-z]+){0,2}$"
)
_ARTICLE = pattern(
    r"(?:\b(?:[Aa]n?|[Tt]he|another|its|this|that|their|our)|['’\"]s) (?:[\w.,$€£¥]+ ){0,3}[^ ]*$"
)


def _english(text: str, at: int) -> tuple[str, int, int]:
    if text.endswith(("oss of (", "osses of ("), 0, at):
        at -= 1  # a net loss of ($654,000)
    lead = text[max(0, at - 40) : at].lower().rstrip()
    if lead.endswith(_ENGLISH_FILLERS):
        lead = lead[: -len(next(f for f in _ENGLISH_FILLERS if lead.endswith(f)))].rstrip()
    for name in _ENGLISH if lead.endswith(_ENGLISH) else ():
        if lead.endswith(name) and not lead[: -len(name)][-1:].isalpha():
            stop = max(0, at - 40) + len(lead)
            if name == "down" and _PHRASAL.search(lead):
                break  # shut down 55 factories
            if name.startswith("narrow") and (cut := _NARROWED.search(text, max(0, at - 100), at)):
                return "下降", *cut.span("cut")
            return ENGLISH_DIRECTIONS[name], stop - len(name), stop
    return _lost(text, at)


def _lost(text: str, at: int) -> tuple[str, int, int]:
    """A loss that is named before a sum: loss from operations of $5.6 million."""
    begin = max(0, at - _FARTHEST)
    if text.endswith(_OF, 0, at) and (match := _FALL_OF.search(text, begin, at)):
        return "下降", *match.span("fall")
    if text.endswith(_BY, 0, at) and (match := _CUT.search(text, begin, at)):
        return "下降", *match.span("cut")
    if text.find("oss", begin, at) < 0:
        return "", at, at
    match = _LOSS.search(text, begin, at) or _LOSS_ALONE.search(text, begin, at)
    return ("亏损", *match.span("loss")) if match else ("", at, at)


# Loss before tax £792m: in a line of results nothing leads from the one to the other.
_LOSS_ALONE = pattern(
    r"(?:^|[.;(·•\n-] ?|(?<![a-z] ))(?P<loss>(?:Net |Operating |Pre-tax )?[Ll]oss)"
    r"(?: (?:before|after) tax(?:ation)?| for the (?:year|period|quarter|half))(?: |，)$"
)
# Down is no fall behind a verb of its own.
_PHRASAL = pattern(
    r"\b(?:shut(?:s|ting)?|clos(?:e[sd]?|ing)|br[eo]ak(?:s|ing)?|broke|broken|tear(?:s|ing)?|tore|torn"
    r"|took|tak(?:es?|ing|en)|track(?:s|ed|ing)?|settl(?:e[sd]?|ing)|hunt(?:s|ed|ing)?|puts?|sets?"
    r"|knock(?:s|ed|ing)?|lays?|laid|laying|writ(?:es?|ing|ten)|wrote|hand(?:s|ed|ing)?|pay(?:s|ing)?"
    r"|paid|pull(?:s|ed|ing)?|turn(?:s|ed|ing)?|count(?:s|ed|ing)?) down$"
)


_FARTHEST = 100
# Declines of 5%; a fall in the price of oil of $3.
_OF = (
    " of ",
    " of about ",
    " of nearly ",
    " of over ",
    " of some ",
    " of more than ",
    " of up to ",
)
_FALL_OF = pattern(
    r"\b(?P<fall>(?:[Dd]eclin|[Dd]ecreas|[Rr]eduction|[Dd]rop|[Ff]all|[Cc]ontraction|[Ss]lump|[Cc]ut)"
    r"(?:es|e|s)?)(?: (?:in|to)(?: (?!increas|and\b|from\b|by\b)[A-Za-z'’\"-]+){1,7}?)?"
    r" of(?: (?:about|nearly|over|some|more than|up to))? $"
)
# Lower than the estimate by $3.5 billion; reduced its costs by 3%.
_BY = (
    " by ",
    " by about ",
    " by nearly ",
    " by over ",
    " by some ",
    " by more than ",
    " by up to ",
    " by a further ",
    " by another ",
)
_CUT = pattern(
    r"\b(?P<cut>(?:negatively|adversely) (?:affected|impacted)"
    r"|lower|less|fewer|[Rr]educ(?:e[sd]?|ing|tions?)|[Cc]ut(?:s|ting)?|lower(?:ed|ing|s)"
    r"|[Dd]ecreas(?:ed?|es|ing)|trim(?:s|med|ming)?|slash(?:ed|es|ing)?|shr[aiu]nk(?:ing|s)?)"
    r"(?: (?!increas|rais|grow|and\b|to\b|by\b)[a-z'’\"-]+){1,9} by"
    r"(?: (?:about|nearly|over|some|more than|up to|a further|another))? $"
)
# A surplus that narrows falls; a loss that does so does not.
_NARROWED = pattern(
    r"\b(?:surplus|margins?|spread|profit|income|lead)\b[^.;，]{0,40}\b(?P<cut>narrow(?:ed|ing|s)?)"
    r"(?: [a-z]+){0,3}? by(?: [a-z]+){0,2} $"
)
# Of what and when a loss may be, before what it came to.
_OF_LOSS = (
    "from before after for to of per in on the a an its and attributable tax taxes taxation income "
    "interest operations continuing discontinued operating quarter year period half first second "
    "third fourth full fiscal share shareholders stockholders common ordinary equity holders "
    "owners parent company basic diluted basis adjusted exceptional items three six nine twelve "
    "months"
)
_LOSS = pattern(
    r"(?<![(\w-])(?<!profit or )(?<!profit and )"
    r"(?<!loan )(?<!credit )(?<!lease )(?P<loss>[Ll]oss(?:es)?)"
    rf"(?: (?:{'|'.join(_OF_LOSS.split())}|20\d\d))*"
    r" (?:of|was|were|is|(?:is|are|was) (?:expected|projected|forecast) to be"
    r"|totall?ed|totall?ing|came in at|came to|stood at|amounted to|reached"
    r"|widened to|between)(?: (?:between|about|nearly|over|more than|almost|around|approximately"
    r"|roughly|at least|just|only))? $"
)
_ENGLISH_FILLERS = tuple(
    f" {words}"
    for words in (
        "about|nearly|over|more than|almost|around|some|approximately|roughly|at least|just|only|"
        "a further|less than|up to|as much as|close to|another|just on"
    ).split("|")
)
