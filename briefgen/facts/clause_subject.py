"""Turn the clauses before a number into the subject of each, and the words from its verb on."""

from __future__ import annotations

import re

from briefgen.chinese.clauses import BARE_VERBS, LEADS, OF_SOMETHING, TAILS, TIMES, VERBS
from briefgen.chinese.hanzi import LETTER
from briefgen.facts.inventory import Stated
from briefgen.facts.label_lists import SHORT
from briefgen.facts.numerals import plain
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern
from briefgen.typography.segment import word_ends

LONGEST = 16
# Longer than fits well, but whole.
_MOST = 24


def any_of(words: str) -> str:
    """The pattern of any of some words, the longest first."""
    return "|".join(sorted(words.split(), key=len, reverse=True))


TIME = pattern(
    r"(?:在|于|於)?(?:(?:19|20)\d\d ?[-–—] ?(?:(?:19|20)\d\d|\d\d)(?:学年|學年)的?"
    r"|(?:20\d\d|二[零〇○][零〇○一二三四五六七八九]{2})[-／/](?:\d\d"
    r"|[零〇○一二三四五六七八九]{2})年度的?"
    r"|(?:20\d\d|二[零〇○][零〇○一二三四五六七八九]{2})[-／/](?:20\d\d|\d\d"
    r"|[零〇○一二三四五六七八九]{2})"
    r"(?:[两兩][个個])?(?:财政|財政|课税|課稅)年度的?"
    r"|二[零〇○][零〇○一二三四五六七八九]{2}至[零〇○一二三四五六七八九]{1,2}(?:財政|财政)?年度的?"
    r"|二[零〇○][零〇○一二三四五六七八九]{2}年(?:[一二三四五六七八九十]+月)?(?:[一二三四五六七八九十]+日)?(?:止(?:年度"
    r"|[^，]{1,3}月))?[年底末初]*|(?:19|20)\d\d(?:[-–—～/至](?:(?:19|20)\d\d"
    r"|\d\d))?年(?:度起?|\d{1,2}月(?:\d{1,2}日|份)?|[一二三四]季度|[上下]半年"
    r"|[末底](?:[之以]?前)?|[年初])?"
    r"|在?(?:過去|过去|未來|未来|今後|今后|近|[这這])(?:\d{1,2}|[一二两兩三四五六七八九十数數]+)"
    r"(?:年(?!度)|[个個]?(?:财政|財政|课税|課稅)?年度)"
    r"|[首前](?:\d{1,2}|[一二两兩三四五六七八九十]+)[个個]月(?:合[计計])?的?"
    r"|\d{1,2}[-—至~～]\d{1,2}月份?|\d{1,2}月(?:\d{1,2}日|份|[末底](?:[之以]?前)?)?"
    r"|(?<![\d去前今明上同当往每次])年底[之以]?前|[首前]三季度?|第?[一二三四1-4]季度?"
    r"|(?<![\d.])[一二两兩三四五六七八九十\d]+年(?:半(?=[间間来來内內前]))?(?!期"
    r"|任期)[间间来來内內前]?"
    rf"|[“\"]?十[一二三四]五[”\"]?(?:时期|期间|期間|時期|[末初]|以来|以來)"
    rf"|{any_of(TIMES)})(?:以来|以來)?"
)
BRACKETS = pattern(r"[（(][^（）()]*[）)]?|\[\d+\]?|[“”\"「」『』]")
# 卫生人员168.2万人（其中卫生技术人员141.2万人）: a clause of its own, though in brackets.
_OPENED = pattern(r"^[（(](?=[^（）()]+$)")
LEAD = pattern(
    rf"^(?:{any_of(LEADS)}|{LETTER}{{2,4}}社{LETTER}{{0,6}}日?电"
    rf"|[分从從按][^，]{{1,8}}[看来來]|[一二三四五六七八九十]+[、是]|按[^，]{{1,6}}计算"
    rf"|按[^，]{{0,4}}(?:价格?|口径)|[^\w]|的(?!士))+"
)
_VERB = pattern(
    rf"(?:{any_of(VERBS)}|比(?=[上去年前全\d收扩提下增减加回分末初降少多高低约累预預]"
    rf"|同期|原)|由(?=[负正])|居(?!民|住|屋)|[从由從](?=[时時]|原[先本来來]|上年|去年))"
)
_TAIL = pattern(rf"(?:{any_of(TAILS)}|(?:新增|新建|完成)(?=$)|[^\w])+$")
OF_SOMETHING_ALONE = pattern(any_of(OF_SOMETHING))
BARE_VERB = pattern(rf"(?:(?:{any_of(BARE_VERBS)})[、和及与]?)+$")


def clauses_before(text: SourceText, last: int, item: Stated) -> list[str]:
    """The clauses before a number, back to the number before it; its own is the last. A clause of
    nothing but words of time is none of its own."""
    words = text.matching[last : item.place.start]
    *earlier, own = CLAUSE.split(words)
    if own.endswith("、"):
        earlier, own = [*earlier, own], ""
    earlier = [clause for clause in earlier if clause.strip()]
    if earlier and own.strip(" 、的") and not TIME.sub("", own).strip(" 、的"):
        own = earlier.pop()
    return [*earlier, own]


CLAUSE = pattern(r"[，；：;]|,(?!\d{3})|:(?!\d)")


def split(lead: str) -> tuple[str, str]:
    """The subject of a clause, and the words from its verb on; dates and brackets are no part."""
    words = BRACKETS.sub("", _OPENED.sub("", TIME.sub("", lead)))
    while (cut := LEAD.sub("", words, count=1)) != words:
        words = cut
    words = re.sub(r".*\d+(?:[年天]|[个個]月|小[时時]|[%‰]|[个個]?百分[点點])", "", words)
    words = _AIMS.sub("", _AMONG.sub("", words))
    verb = _VERB.search(words)
    noun = words[: verb.start()] if verb else words
    noun = _FORESEEN.sub("", noun)
    noun = _ENDED.sub(
        "", _TAIL.sub("", re.sub(r"[\d.]+$|已?[经經]?超[过過][百千]?[万亿萬億]$", "", noun))
    )
    noun = DONE.sub("", LEAD.sub("", _SUCH_AS.sub("", noun))) if len(noun) > 1 else ""
    return (noun if len(noun) > 1 else ""), words[len(noun) :]


# 总量在全省91个县中继续排名第一.
_AMONG = pattern(r"在[^，]{0,4}\d+[个個][^，]{1,8}中(?:继续|稳居)?(?=排|居|位|列|$).*")
_AIMS = pattern(r"(?:争取|力争|确保|爭取|力爭|確保)(?=新[增建]|建成|完成)")
# 房委会预计本年度的盈余: who foresees it is no part of what it is.
_FORESEEN = pattern(
    rf"^{LETTER}{{1,8}}?(?:预计|預計|预测|預測|估计|估計|预期"
    rf"|預期)(?![为為将將达達可会會至到在的值数數])"
    rf"(?={LETTER}{{3}})"
)
# 公屋项目如甲邨、乙邨及丙邨: a few of them, by name.
_SUCH_AS = pattern(rf"(?<={LETTER}{{3}})(?:例?如|像)[^，、]{{2,12}}、[^，]*$")
_ENDED = pattern(r"(?:[、和与與]|(?<![惠涉普])及)+$")
# 全市实现生产总值: the verb says nothing of what is counted.
DONE = pattern(rf"(?:实现|實現|完成)(?={LETTER}{{2}})")


def cut(label: str) -> str:
    """A label that is too long without its first words."""
    if len(label) <= _MOST:
        return label
    what = label.rpartition("等")[2] if "、" in label else ""
    if SHORT < len(what) < len(label) and "、" not in what and "、" in label[: -len(what)]:
        return what  # 鉴赏会、读者沙龙等文化品牌活动
    if "、" in label:
        # 物流中心进出口额 of two that are named; but the whole of 电力、热力、燃气供应业增加值.
        first, _, last = label.rpartition("、")
        if len(first) > SHORT < len(last) <= LONGEST and "、" not in first:
            return last
        if len(label) <= LONGEST + SHORT:
            return label
    # 单位通过公共网络实现的商品零售额 is a part of 商品零售额.
    if SHORT <= len(way := label.rpartition("通过")[2]) <= LONGEST and "的" in way:
        return way
    if SHORT <= len(own := label.rpartition("的")[2]) <= LONGEST and "的" in label:
        return own  # 以劳动密集型产业为主的加工贸易进出口
    ends = [
        end
        for end in sorted(word_ends(plain(label)))
        if len(label) - end <= _MOST and not label.startswith(("及", "和", "等", "、", "的"), end)
    ]
    return LEAD.sub("", label[ends[0] :] if ends else label[-_MOST:])
