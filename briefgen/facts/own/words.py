"""Turn a label that the short rules have not made certain into one of the source's own words.

What a number counts is said in its clause or the one before. A label that ends with a verb or a
particle, begins inside a word, or is a measure that everything has (产量) says too little: it
takes the words that its sentence has for it, rather longer than wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.chinese.clauses import BARE_VERBS, TAILS, VERBS
from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import BRACKETS, CLAUSE, LEAD, LONGEST, TIME, any_of, split
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.label_lists import SHORT
from briefgen.facts.labels_behind import counts, noun_behind
from briefgen.facts.numerals import plain
from briefgen.facts.own.lists import added, in_brackets, in_turn, seen_as, total
from briefgen.facts.own.measures import (
    AT_VERB,
    CUT,
    GROWN,
    HERE_ALONE,
    MEASURE,
    MEASURED,
    QUALIFIED,
    done,
    whose_of,
)
from briefgen.facts.own.purpose import MODAL, spent
from briefgen.facts.own.sizes import sized, to_be
from briefgen.facts.own.trimmed import trimmed
from briefgen.facts.own.whole import whole
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.typography.segment import word_ends

_TRAIL = pattern(
    r"(?:(?<=..)(?:[自由从在对向把被于与和、的了着著到至为将就也还又并其]|目前|现在|如今"
    r"|同比|环比|较|双双|首次|一共|已经?"
    r"|不[多少高低大小晚早][于於]?|不[超逾足]过?"
    r"|(?<![惠涉普])及|以及|其中|包括))+$"
)
_VERB_ALONE = pattern(
    rf"可?(?:(?:{any_of(BARE_VERBS)}|帮扶|帮助|服务|吸引|接待|受益|助力|启动|投放|拨出|扩建|减少"
    rf"|增加|节约|节省|撬动)[、和及与]?)+"
)
_HERE = pattern(r"^(?:我们?|全|本|该|各|这)[市省县区国州旗乡镇村港校院](?:的)?(?=.{2})")
_FIRST = pattern(
    r"^(?:\d{1,2}、|以[内上下外]、|(?:增长|下降)、(?=增长面|增幅|降幅)|[①-⑳]|[^\w“\"（(《]+|[内间来]就(?:实现)?|首次|特别是|双双|共同|则有|亦有|就有|至于"
    r"|另有)(?:实现)?(?=..)"
)
# From so many up to so many: 由十年前的不足百个发展到目前的1735个.
_FROM = pattern(
    rf"(?P<noun>{LETTER}{{2,}}?)(?:[由从](?!业|事)|自(?!然|主|治|由|来|动|贸))(?P<from>[^，；。]*)$"
)
_UP_TO = pattern(rf"{LETTER}{{0,4}}[到至为](?:目前|现在|如今|今年|去年|当前)*的?")
_PERSONS = {"人": "人数", "户": "户数", "家": "家数"}


def in_own_words(
    text: SourceText, run: Sequence[Stated], labels: Sequence[Label], before: str
) -> list[Label]:
    """The labels of one sentence's numbers, those that say too little in the words around them;
    `before` is what the last number of its paragraph was of."""
    begin, _ = text.bounds(run[0].place.start, run[0].place.end)
    ends = word_ends(plain(text.matching[begin : run[-1].place.end]))
    made: list[Label] = []
    owner, last = before, begin
    for at, (item, label) in enumerate(zip(run, labels, strict=True)):
        clauses = CLAUSE.split(text.matching[last : item.place.start])
        between = (
            text.matching[item.place.end : run[at + 1].place.start] if at + 1 < len(run) else ""
        )
        apart = _apart(clauses)
        lead = text.matching[last : item.place.start]
        words = _named(label.text, clauses, between, made)
        words = _beside(lead, item, run[:at], made) or words
        words = _untorn(_same(_object(words), made, clauses), lead, last - begin, ends)
        words = _ended(words, text.matching[item.place.end : item.place.end + _FAR])
        words = _TRAIL.sub("", words)
        words, vague = _said(_own_noun(words, clauses, item), apart or owner, clauses, item)
        words = _times(done(words, clauses[-1]), text, item)
        words = _with_rest(words, clauses, item) if words == label.text else words
        words = _counted(words, clauses, item, made, text)
        words = spent(words, clauses, item, made, _rest(text, item))
        words = MODAL.sub("", words)
        words = added(words, clauses, item, made).lstrip("、，；：· ")
        words = total(words, clauses, made)
        told = made[-1].text if made else ""
        words = whole(words, text, run, at, told, owner)
        short, words = words, trimmed(words, clauses, item, _rest(text, item), told or before)
        vague = vague and len(words) <= len(short)
        # One measure for all of a list is as sure as the list's own times or subjects are.
        vague = vague and (label.sure or words != label.text or not MEASURED.fullmatch(words))
        changed = words != label.text
        made.append(Label(words, sure=label.sure, vague=vague) if changed or vague else label)
        owner = (words if whose_of(words) else "") or apart or owner
        last = item.place.end
    return in_turn(text, run, in_brackets(text, run, seen_as(text, begin, run, made), before))


def _rest(text: SourceText, item: Stated) -> str:
    """The words from a number towards the end of its sentence."""
    _, stop = text.bounds(item.place.start, item.place.end)
    return text.matching[item.place.end : min(stop, item.place.end + _FAR)]


def _named(words: str, clauses: Sequence[str], between: str, made: Sequence[Label]) -> str:
    """A label as far as it names something, or what its clause names instead."""
    words = _from_to(clauses, made) or _before_verb(words, between) or words
    words = "" if words.isdecimal() or _SPEAKER.search(words) else _FIRST.sub("", words)
    return _extreme(clauses) or words


def _same(words: str, made: Sequence[Label], clauses: Sequence[str]) -> str:
    """What a word stands for that points back (相关数字), or is but the end of what was said."""
    base = GROWN.sub("", words)
    if not made:
        return words
    said = made[-1].text
    if len(base) > 1 and said != base and said.endswith(base) and base not in clauses[-1]:
        return said + words[len(base) :]
    if not _SAME.fullmatch(base):
        return words
    return GROWN.sub("", said) + words[len(base) :]


def _own_noun(words: str, clauses: Sequence[str], item: Stated) -> str:
    """The noun behind a number alone, where an earlier clause has lent it a subject."""
    named = noun_behind(item) if counts(item) else ""
    lent = words.endswith(named) and words.removesuffix(named) not in clauses[-1]
    return named if named and lent else words


def _apart(clauses: Sequence[str]) -> str:
    """What a clause without a number names before the last one, "" where none does."""
    for clause in reversed(clauses[:-1]):
        noun = split(clause)[0]
        if clause.startswith(_TAILS_OFF):
            continue
        if len(noun) >= _NAMED and not (noun.endswith(_TELL) or _NO_OWNER.match(noun)):
            return noun
    return ""


def _extreme(clauses: Sequence[str]) -> str:
    """What is the most of its kind, where the clause before says so: 以顾问流失率最高，达7.4%."""
    if len(clauses) < 2 or split(clauses[-1])[0]:
        return ""
    most = _MOST.match(clauses[-2])
    return most["noun"] if most else ""


_MOST = pattern(rf"(?:其中|当中)?以?(?P<noun>{LETTER}{{3,16}}?)(?:最[高低多少大小快]|居首|次之)$")
_SPEAKER = pattern(
    r".{4,}(?:(?:周[一二三四五六日]|今[日天]|昨[日天]|日前|续|补充|直言|强调|回应)指?"
    r"|(?<![恒沪深期科纳道美汇股价国])指|指出|表示|透露)$"
)


def _from_to(clauses: Sequence[str], made: Sequence[Label]) -> str:
    """What went from so many up to so many, "" where a clause says no such thing."""
    own = BRACKETS.sub("", TIME.sub("", clauses[-1]))
    if len(clauses) == 1 and made and _UP_TO.fullmatch(own):
        return made[-1].text if len(made[-1].text) > 1 else ""
    risen = _FROM.search(own)
    if risen is None:
        return ""
    noun = split(risen["noun"])[0]
    return _HERE.sub("", noun) if len(noun) > 1 and len(risen["from"]) <= _NAMED + _NAMED else ""


def _beside(lead: str, item: Stated, before: Sequence[Stated], made: Sequence[Label]) -> str:
    """What a number counts that another is compared with, or by how much: 较去年同期88宗少两成."""
    if not made:
        return ""
    unit = item.quantity.unit
    if _THAN_THEN.search(lead):
        alike = (
            label.text
            for one, label in zip(reversed(before), reversed(made), strict=False)
            if one.quantity.unit == unit
        )
        return next(alike, "")
    less = item.quantity.direction or _LESS.fullmatch(lead)
    then = len(before) > 1 and made[-1].text == made[-2].text
    counted = before[-1].quantity.unit != unit
    if then and counted and less and len(lead) <= SHORT and unit_of(unit).kind == "share":
        return f"{GROWN.sub('', made[-1].text)}增速"
    return ""


_THAN_THEN = pattern(
    r"(?:(?:比|较|与|和|跟|同|相比起?)(?:去年|上年|前年)?同期|(?:去年|上年)同期)(?:的"
    r"|则?[只仅]?有|则为|为)?$"
)
_LESS = pattern(r"(?:大幅|略|微|显著)?(?:[多少增减升跌降]|上升|下跌|下降|增加|减少)?(?:约|近|逾)?")


def _object(words: str) -> str:
    """What is done something with: 将门槛由60岁提升至65岁."""
    done = _DONE_WITH.search(words)
    return done["noun"] if done else words


def _before_verb(words: str, between: str) -> str:
    """The noun behind a number where a verb leads on to the next one: 482个书屋补充图书11万册."""
    alike = len(words) > SHORT - 1 and between.startswith(words[:SHORT])
    if not between or not alike or CLAUSE.search(between) or "、" in between:
        return ""
    verb = _VERB.search(between, 2)
    return between[: verb.start()] if verb and verb.end() < len(between) else ""


def _untorn(words: str, lead: str, begin: int, ends: frozenset[int]) -> str:
    """A label that begins inside a word with the whole of it."""
    at = lead.rfind(words) if len(words) > 1 else -1
    if at <= 0 or begin + at in ends or not _HANZI.match(lead, at - 1):
        return words
    start = max((end - begin for end in ends if begin <= end < begin + at), default=0)
    times = TIME.finditer(lead) if lead[start] in "年月日" else ()
    if any(time.start() < start < time.end() for time in times):
        return words  # 2025年销售额: the year's own 年 is no part of it
    return lead[start:at] + words


def _ended(words: str, behind: str) -> str:
    """A label that ends inside a word of those behind its number without what is left of that."""
    end = len(words)
    if end > 1 and behind.startswith(words) and (best := _BEST.match(behind, end)):
        return words + best[0]
    if end < 2 or not behind.startswith(words) or not _HANZI.match(behind, end):
        return words
    ends = word_ends(behind)
    if end in ends:
        return words
    whole = min((each for each in ends if each > end), default=end)
    return behind[:whole] if whole - end <= 2 else words


# 3家高新区位列全国50强.
_BEST = pattern(r"(?:前)?\d+强")


def _said(words: str, whose: str, clauses: Sequence[str], item: Stated) -> tuple[str, bool]:
    """A label with whose it is, where it alone is but a verb or a measure; and whether it says too
    little even so."""
    if not words or HERE_ALONE.fullmatch(words):
        behind = noun_behind(item) if unit_of(item.quantity.unit).kind != "share" else ""
        words = behind or words or _of_clause(clauses) or whose
        return words, not words or bool(HERE_ALONE.fullmatch(words))
    if _ONLY_VERBS.fullmatch(words) and whose:
        return GROWN.sub("", whose), False
    if paid := _paid_for(words, item):
        return paid, False
    if _NOTHING.fullmatch(GROWN.sub("", words)):
        return words, True
    of = whose_of(whose)
    if _VERB_ALONE.fullmatch(words):
        counted = _PERSONS.get(item.quantity.unit.lstrip("万亿百千"), "")
        whose_too = of if of not in words else ""
        return (f"{whose_too}{words}{counted}", False) if whose_too or counted else (words, True)
    if item.quantity.unit in ("%", "‰") and (share := _share_of(words, clauses)):
        return share, False
    if MEASURE.fullmatch(GROWN.sub("", words)):
        return (of + words, False) if of and of not in words else (words, True)
    return words, False


def _paid_for(words: str, item: Stated) -> str:
    """What a sum is that the noun behind it names: 发放5000元“消费券”; "" where none does."""
    if unit_of(item.quantity.unit).kind != "money":
        return ""
    if named := _QUOTED.match(item.behind):
        return named["name"]
    behind = noun_behind(item) if AT_VERB.search(words) and not _VERB_ALONE.fullmatch(words) else ""
    whole = behind if words.startswith(_GIVES) else words + behind
    return behind and (whole if len(whole) <= _WHOLE else behind)


def _share_of(words: str, clauses: Sequence[str]) -> str:
    """A share with what it is of, where its clause says so; "" where it does not."""
    of_what = _SHARE.search(clauses[-1])
    if of_what is None or not (words.endswith("占比") or clauses[-1].startswith(f"{words}占")):
        return ""
    return f"{words.removesuffix('占比')}{of_what['verb']}{of_what['whole']}比重"


def _with_rest(words: str, clauses: Sequence[str], item: Stated) -> str:
    """A label carried on from an earlier clause with what its own says besides: 供股价, 较收市价
    折让约26%."""
    own = LEAD.sub("", BRACKETS.sub("", TIME.sub("", clauses[-1])))
    rest = _KNOWN.sub("", own)
    alike = any(words[at : at + 2] in own for at in range(len(words) - 1))
    counted = counts(item) or words[:2] in item.behind
    if counted or len(clauses) < 2 or len(rest) < _TELLING or alike or CUT.search(own):
        return words
    longer = GROWN.sub("", words) + _TRAIL.sub("", QUALIFIED.sub("", own))
    return longer if len(words) > 1 and len(longer) <= _WHOLE + SHORT else words


_KNOWN = pattern(
    rf"{any_of(VERBS)}|{any_of(TAILS)}|[比较了的]|\W|以上|以下|左右|增速|增幅|排名|其中|达成"
    rf"|已经|高见|低见|曾|一度|每"
)


def _times(words: str, text: SourceText, item: Stated) -> str:
    """How many times one thing is another: 住院开支是受助金额的近1.5倍."""
    if item.quantity.form not in ("multiple", "fraction") and item.quantity.unit != "倍":
        return words
    begin, _ = text.bounds(item.place.start, item.place.end)
    clauses = CLAUSE.split(text.matching[begin : item.place.start])
    apart = _apart(clauses) if _OF_IT.match(clauses[-1]) else ""
    return f"{apart}与{words}之比" if apart and apart not in words else words


def _counted(
    words: str, clauses: Sequence[str], item: Stated, made: Sequence[Label], text: SourceText
) -> str:
    """A label that is but a short noun (平台, 群众) with what its clause says of it: of which list
    they are, what they do, or what leads to them."""
    _, stop = text.bounds(item.place.start, item.place.end)
    follows = CLAUSE.split(text.matching[item.place.end : stop])[0]
    if size := sized(clauses, item, follows):
        return size
    if item.quantity.form == "ratio" and not _RATIO.search(words):
        return _apart(clauses) or words
    if words.endswith("排名") and made and words[:-2] in made[-1].text[-_SO_SHORT:]:
        return made[-1].text + "排名"
    behind = follows.replace('"', "").strip().strip("。；，、：和及与")
    if not words and _NAMED <= len(behind) <= _WHOLE:
        return behind
    paid = unit_of(item.quantity.unit).kind in ("money", "share")
    if counts(item) and words and behind.startswith(words) and (noun := to_be(behind)):
        return noun
    short = 0 < len(words) <= _SO_SHORT and item.behind.startswith(words)
    return _longer(words, behind, clauses) if short and not paid else words


def _longer(words: str, behind: str, clauses: Sequence[str]) -> str:
    """A short noun with the list that it sums up, what it does, or what leads to it."""
    lead = split(clauses[-1])[0] or BRACKETS.sub("", TIME.sub("", clauses[-1]))
    lead = "" if clauses[-1].rstrip().endswith("、") else _LEFT.sub("", lead)
    listed = lead if lead.endswith("等") else ""
    if listed and "、" in listed and len(listed) + len(words) <= _WHOLE:
        return listed + words
    if (
        len(words) + 2 <= len(behind) <= _WHOLE
        and behind.startswith(words)
        and not CUT.search(behind)
    ):
        return behind
    fits = len(lead) > 1 and len(lead) + len(words) <= _WHOLE and not lead.endswith("等")
    return lead + words if fits and words not in lead else words


_GIVES = ("向", "给", "为", "对")
_NOTHING = pattern(r"数[据字]|利率|两者均?|指数|其他|其余|情况|结果")
_SAME = pattern(r"(?:[相有]关|[该此这上]述?)(?:数字|数据|比率|比例|数目|指标|金额|开支|款项)")
_DONE_WITH = pattern(rf"[将把](?P<noun>{LETTER}{{4,}})$")
_ONLY_VERBS = pattern(
    rf"(?:{any_of(VERBS)}|维持在?|保持在?|之间|介乎|徘徊|(?:中午|半日|全日)?收市?报?|尾市|报"
    rf"|[高低]见|[高低]见|曾|每盎司|每桶|每[股吨]|最|一度|较早时|在|到|至|[升降增减跌]|为)+"
)
# 的「就业支援补助金」: what a sum is, by its name.
_QUOTED = pattern(r"的[\"“「『](?P<name>[^\"”」』]{3,14})[\"”」』]")
_OF_IT = pattern(r"(?:约?[是为]|相当于)")
_SO_SHORT, _WHOLE, _FAR, _TELLING = 5, 24, 40, 3
_RATIO = pattern(r"结构|比|之比|构成")
_LEFT = pattern(r"^[^\w]+|(?:了|的|共|近|约|达|逾|超过|[^\w]+)$")


def _of_clause(clauses: Sequence[str]) -> str:
    """The words of a clause itself, as far as they name something."""
    words = LEAD.sub("", BRACKETS.sub("", TIME.sub("", clauses[-1])))
    words = _TRAIL.sub("", re.sub(r"^[^\w]+|[^\w]+$", "", words))
    return words if _NAMED <= len(words) <= LONGEST + SHORT else ""


# Of what a share is: 占种植业产值的33.9%.
_SHARE = pattern(
    rf"(?P<verb>(?<!应)占(?!比)|相当于)(?P<whole>{LETTER}{{2,14}}?)(?:的(?:比重|比例|份额)?|比重|比例)?"
    r"(?:已|达到?|为|近|约|超过?|逾|不足|升至|提高到|提高至|从|由)*$"
)
_VERB = pattern(rf"{any_of(BARE_VERBS)}|拉动|撬动|吸引|受惠|减免|节约")
_HANZI = pattern(LETTER)
_NAMED = 4
_NO_OWNER = pattern(
    r"(?:符合|[好差多高低]于?[过于]|[创再]|扭转|刷新|受|因|由于|随着|为了?|按|据|根据|为|随"
    r"|通过|经|其中|不过|仍|已)"
)
# 以及相关海域，年产量200万吨: of the last member of a list alone nothing is said.
_TAILS_OFF = ("以及", "和", "及", "与")
_TELL = ("表示", "指出", "认为", "显示", "介绍", "方面")
