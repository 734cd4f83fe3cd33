"""Turn a figure and the clause around it into whether its label says all that the clause does.

推出35个对接上海的重点平台 is no 推出对接上海; a 6% bump in revenue for the base business is no
bump in revenue. What a label leaves out stays a sentence; what a list has done with all its members
goes before each.
"""

from __future__ import annotations

from briefgen.chinese.hanzi import has_hanzi
from briefgen.drafting.verbs import VERB
from briefgen.facts.drafts import Draft
from briefgen.patterns import pattern

_ENDS, _ENGLISH_ENDS = pattern(r"[，。；：！？、\n]"), pattern(r"[,;:!?()\n]|\.(?=\s|$)|\s[–—-]\s")
_QUOTES = pattern(r"[“”\"'‘’《》（）()\s]")
# What stands behind a number and says nothing of what it counts.
_AROUND = pattern(
    r"^(?:以上|以下|左右|以内|多|余|餘|的|次|大关|台阶|台階|以来|水平|目标|高位|区间|[和与及或].*|（.*)+|"
    r"(?:以上|以下|左右|以内|大关|台阶|台階)$"
)
# 新增科技型企业7227家、高新技术企业3200家: what a list has done with all its members.
_DONE = pattern(
    r"(?:^|[，。；：\n])[^，。；：、\d]{0,6}?(?P<done>新增|新建|新设|新开|新认定|净增|减少|新培育|新引进|关停|淘汰|新签|新开工)"
    r"(?:[^，。；：\d]*\d[\d,.]*[万亿千]?[^，。；：、\d]{0,6}、)+[^，。；：、\d]*$"
)
# For the quarter, in 2024: of when a number is stands in its period.
_TIME = pattern(
    r"^(?:for|in|during|at|as of|from|over|on|of|compared|versus|vs\.?|by|to|through|since)"
    r"(?: the| our| its| fiscal| full| a| an| last| prior| previous| same| current| this| that)*"
    r" ?(?:$|\d|Q\d|(?:first|second|third|fourth|three|six|nine|twelve|full|fiscal|year|quarter"
    r"|month|period|week|half|FY|end|same|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b)",
    2,
)
_BINDS = pattern(
    r"^(?:for|in|of|from|at|among|excluding|on|before|after|to|with|within|by|under|across|through"
    r"|attributable|related|that|which|who)\b",
    2,
)
# Expanded for, an outflow: no name of what is counted.
_NO_NAME = pattern(
    r"^(?:an?|the|this|that)\b|\b(?:expanded|amounted|reached|totall?ed|increased|decreased|grew"
    r"|rose|fell|was|were|is|are|has|had|sitting|representing|reflecting|marking|showed|generated"
    r"|expects?|bump|outflow|inflow|improvement|surpassing|offset|compared|included|maintains|significantly"
    r"|slightly|nearly)\b|\b(?:Q|[Qq]uarter|[Pp]eriod|[Yy]ear)$",
    2,
)
_ADJECTIVES = frozenset(
    "weighted consolidated estimated expected fixed advanced deferred retained unused managed"
    " funded insured uninsured licensed registered recognized needs means".split()
)
_FROM, _TO = pattern(r"\bfrom\s*$", 2), pattern(r"\s*(?:[a-z%]+\s)?to\b")
_MADE_OF = pattern(r" (?:growth|decline|as share of .*)$")
# What may stand before a name and is no part of it.
_BEFORE = pattern(
    r"(?:^|[\s(“\"])(?:the|an?|our|its|their|his|her|of|in|on|with|and|or|to|by|for|from|at|as|that"
    r"|was|were|is|are|reported|recorded|said|total|quarterly|annual|including|company[’']s|over"
    r"|than|about|approximately|nearly|while|whether|posted|delivered|generated|achieved|recognized"
    r"|and|\w+[’']s?)\s*$",
    2,
)


def says_whole(draft: Draft, text: str, start: int, end: int) -> bool:
    """Whether the label of a figure says all of its clause; it stands at `start:end` of a text."""
    if has_hanzi(draft.label):
        behind = _ENDS.split(text[end : end + 80], maxsplit=1)[0]
        label = _QUOTES.sub("", draft.label)
        left = _AROUND.sub("", _QUOTES.sub("", behind))
        return not left or left in label or left.lstrip("的") in label
    return _says_english(draft.label, text, start, end)


def _says_english(label: str, text: str, start: int, end: int) -> bool:
    verbs = {match[0].lower() for match in VERB.finditer(_MADE_OF.sub("", label))}
    if _NO_NAME.search(label) or verbs - _ADJECTIVES:
        return False
    name = _MADE_OF.sub("", label).casefold()
    behind = _ENGLISH_ENDS.split(text[end : end + 160], maxsplit=1)[0].casefold().strip()
    at = behind.find(name)
    if at >= 0:
        rest = behind[at + len(name) :].strip()
        return bool(not rest or not _BINDS.match(rest) or _TIME.match(rest))
    before = text[max(0, start - 240) : start]
    at = before.casefold().rfind(name)
    if at < 0 or (_FROM.search(before) and _TO.match(text, end)):
        # From 4 to 5: the first is what was.
        return False
    bound = at == 0 or not before[:at].strip() or before[:at].rstrip()[-1:] in ".,;:!?)”"
    return bool(bound or _BEFORE.search(before[:at]) or label[:1] == before[at : at + 1])


def shared(draft: Draft, text: str, start: int) -> str:
    """The label of a figure, behind what the list that it stands in has done with its members.

    新增企业7家、商户9家: the shops are new, too.
    """
    if not has_hanzi(draft.label):
        return draft.label
    match = _DONE.search(text, max(0, start - 120), start)
    done = match["done"] if match else ""
    return draft.label if not done or done in draft.label else done + draft.label
