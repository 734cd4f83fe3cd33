"""Turn a label that still ends in what only leads on (陆续于, 维持, 亦会进一步) into one without.

What is left of a clause that tells an aim, a grant or how long something takes is said with that:
目标是兴建, 获得额外拨款, 入伙需时.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import BRACKETS, TIME, split
from briefgen.facts.inventory import Stated
from briefgen.facts.label_lists import SHORT
from briefgen.facts.labels_behind import counts, noun_behind
from briefgen.facts.own.core import led
from briefgen.facts.own.measures import GROWN
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern


def trimmed(words: str, clauses: Sequence[str], item: Stated, rest: str, earlier: str) -> str:
    """A label without what only leads to or from it; `rest` is what follows its number, `earlier`
    the label before it in its paragraph."""
    own = clauses[-1]
    kind = unit_of(item.quantity.unit).kind
    told = (kind == "money" and (_granted(own, rest) or _more(words, earlier))) or (
        _takes(words, clauses) if kind == "time" else ""
    )
    if told:
        return told
    if kind == "share" or item.quantity.form == "fraction":
        words = _answered(own, rest, earlier) or words
    words = _beside(own, item, rest, earlier) or _aimed(words, clauses)
    words = _went(_named_too(words, rest))
    cut = _LEADS.sub("", _AGAIN.sub(r"\1", _ENDS.sub("", words)))
    if cut.endswith(tuple("增减升降")) and f"{cut[-1]}至" in own:
        cut = cut[:-1]  # 由2014年的500户增至2020年的900户
    if counts(item) and (stop := _STOP.search(cut, 2)):
        cut = cut[: stop.start()]
    cut = _of_then(cut, own, earlier, item) or _whose(cut, earlier)
    return cut if len(cut) > 1 else words


def _granted(own: str, rest: str) -> str:
    """What a sum is that is granted: 获得额外的103亿元拨款，用以加强培育; 已作出80亿元拨款."""
    grants, granted = _GRANTS.search(own), _GRANTED.match(rest)
    if not grants or not granted:
        return ""
    what = _FOR.match(rest, granted.end())
    purpose = _NO_WHOSE.sub("", TIME.sub("", what["what"])) if what else ""
    way = grants["way"] + ("额外" if "额外" in grants[0] else "")
    if way.startswith(("作", "批")) and purpose:
        return f"{purpose}{granted['noun']}"
    return f"{way}{granted['noun']}{purpose}" if len(purpose) <= _MOST else way + granted["noun"]


def _more(words: str, earlier: str) -> str:
    """A sum that is set aside once more for what another was: 我会预留额外五百亿元."""
    more = _MORE.fullmatch(words)
    if more is None or not (more["again"] or more["extra"]):
        return ""
    base = _SET_ASIDE.sub("", GROWN.sub("", earlier), count=1)
    same = base != GROWN.sub("", earlier) and len(base) > SHORT - 2
    way = (more["again"] or "额外") + more["verb"]
    return way + (base if same else "款项")


def _takes(words: str, clauses: Sequence[str]) -> str:
    """What takes so long, where a clause says that alone: 由动工至入伙，仅需时约1年半."""
    takes = _TIMES.fullmatch(words)
    if takes is None or len(clauses) < 2:
        return ""
    what = led(BRACKETS.sub("", TIME.sub("", clauses[-2])).strip())
    return f"{what}{takes['way']}" if SHORT < len(what) <= _MOST else ""


def _aimed(words: str, clauses: Sequence[str]) -> str:
    """An aim with what it is of: 推出过渡性房屋项目，目标是兴建21000伙."""
    aim = _AIM.match(words)
    if aim is None or len(clauses) < 2:
        return words
    whose = split(clauses[-2])[0] or led(clauses[-2])
    project = _PROJECT.search(TIME.sub("", whose))
    return f"{project['noun']}目标{aim['what']}" if project else words


def _named_too(words: str, rest: str) -> str:
    """A label that ends before the name of what it goes on with: 入住传统公屋或「简约公屋」."""
    if not _JOINED.search(words):
        return words
    at = rest.find(words[-SHORT:])
    named = _NAME.match(rest, at + len(words[-SHORT:])) if at >= 0 else None
    return words + named["name"] if named else words[:-1]


def _whose(words: str, earlier: str) -> str:
    """What 有关的经常性开支 points back to, whole."""
    same = _SAME.match(words)
    base = GROWN.sub("", earlier)
    whole = same and base.endswith(words[same.end() :]) and len(words) > same.end() + 1
    return base if whole else words


def _beside(own: str, item: Stated, rest: str, earlier: str) -> str:
    """What a number is by the noun of the one before, or behind it: 600辆巴士及3000辆的士; 38万宗,
    其中25万宗已获批; 从事贸易的商户."""
    base = GROWN.sub("", earlier)
    noun = noun_behind(item) if counts(item) else ""
    if noun and own.endswith("应对"):
        return f"应对{noun}"
    joint = _AND.fullmatch(own)
    whole = joint and noun and rest.find(f"{noun}的") < 0 and base.endswith(joint["one"])
    head = base[: -len(joint["one"])] if whole and joint else ""
    if head and head not in _HAVE:
        return head + noun
    if (done := _DONE.match(rest)) and base and _OF_THESE.fullmatch(own) and counts(item):
        return f"{done['done']}的{base}"
    does = _WHO_DO.match(rest) if counts(item) and _THERE.fullmatch(own) else None
    return does["who"] if does else ""


def _answered(own: str, rest: str, earlier: str) -> str:
    """What those asked answer, where the share before was of them: 半数受访者支持，三成反对."""
    asked, answer = _ASKED.match(earlier), _ANSWER.match(rest)
    alone = _ONLY_ABOUT.fullmatch(own)
    return f"{asked['who']}{answer['what']}" if asked and answer and alone else ""


def _went(words: str) -> str:
    """What went from so much to so much, without how: 津贴额会由每月调高至."""
    if went := _FROM_TO.fullmatch(words):
        return (went["each"] or "") + went["noun"]
    return f"{words}可获款项" if _EACH.fullmatch(words) else words


_ASKED = pattern(
    rf"(?P<who>{LETTER}{{0,8}}?受访(?:者|市民|居民|人士|学生|家长|企业|长者|青年|家庭|员工|教师))"
)
_ANSWER = pattern(
    r"(?:人|人士|的人)?(?P<what>(?:反对|支持|同意|不同意|认为|表示|满意|不满|赞成|没有|有意|曾|会|不会"
    r"|希望|觉得|打算|担心|选择|愿意|不愿)[^，。；\d]{0,18})(?=[，。；]|$)"
)
_ONLY_ABOUT = pattern(r"(?:另有?|亦?有|也有|而|其中|约|近|逾|超过|只有|仅)*")
_AND = pattern(rf"(?P<one>{LETTER}{{1,8}})(?:以?及|和|与|、)(?:约|近|逾|超过|共)*")
_HAVE = ("拥有", "有", "包括", "共有", "设有", "现有")
_OF_THESE = pattern(r"(?:其中|当中)(?:约|近|逾|超过|有|共)*")
_DONE = pattern(
    r"(?P<done>已?(?:获批准?|批出|完[成工]|竣工|建成|落成|入伙|投产|开业|动工|启用|结案|获处理|成功就业|康复)"
    r"[^，。；\d]{0,4})(?=[，。；]|$)"
)
_THERE = pattern(rf"{LETTER}{{0,4}}(?:现有|现共?有|现时?有|现|共有|有)(?:约|近|逾|超过|共)*")
_WHO_DO = pattern(
    rf"(?P<who>(?:从事|来自|参与|参加){LETTER}{{2,10}}的{LETTER}{{2,6}}?)(?=[，。；]|$)"
)
_FROM_TO = pattern(
    r"(?P<noun>.{2,14}?)(?:将会?|会)?[由从](?P<each>每[年月日周人户名])?(?:.{0,4})"
    r"(?:调高|调低|调整|提高|提升|增加|上调|下调|增|升|降|减少?)[至到]"
)
_EACH = pattern(r"每[校人户名家间所个宗幅]")


def _of_then(words: str, own: str, earlier: str, item: Stated) -> str:
    """A bare noun with whose it is, or what it was that is compared with an earlier time."""
    base, counted = GROWN.sub("", earlier), noun_behind(item) if counts(item) else ""
    if then := _THAN.search(BRACKETS.sub("", own)):
        alike = words in _BARE or (counted and counted in base)
        return f"{then['then']}{base}" if base and alike else ""
    if words not in _BARE:
        return ""
    noun = split(own)[0]
    return f"{noun}{words}" if SHORT - 1 < len(noun) <= _MOST and words not in noun else ""


_MOST = 20
_JOINED = pattern(r"(?:[或和与]|(?<![惠普涉遍波顾以])及)$")
_GRANTS = pattern(r"(?P<way>作出|批出|获得|得到|取得|获)了?(?:额外|合共|共|约|近|逾|的)*$")
_GRANTED = pattern(r"的?(?P<noun>拨款|注资|资助|补贴|津贴|贷款|捐款|承担额)(?=[，。；,]|$)")
_FOR = pattern(
    r"[，,](?:以便?|用[以于来作])(?:其)?(?P<what>[^，。；;：:]{3,20}?)(?:的开支)?(?=[，。；;]|$|及|和)"
)
_NO_WHOSE = pattern(r"(?<=^..)[其的]")
_MORE = pattern(
    r"(?P<again>再|另)?(?P<verb>预留|拨出|投放|投入|注资|动用|增拨|拨款)(?P<extra>额外)?"
)
_SET_ASIDE = pattern(r"^(?:再|额外|另)?(?:预留|拨出|投放|投入|注资|动用|增拨|拨款)")
_TIMES = pattern(r"(?:仅|只|约)?(?P<way>需时|历时|耗时|为期|用时)")
_AIM = pattern(r"目标是(?P<what>.{2,})")
_PROJECT = pattern(
    rf"(?:推出|推行|设立|展开|有|^)?(?P<noun>{LETTER}{{2,12}}?(?:项目|计划|工程|服务|基金|中心))$"
)
_NAME = pattern(r"[「“\"](?P<name>[^」”\"，。；]{2,10})[」”\"]")
_SAME = pattern(r"(?:有关|相关|上述|该|此)的?")
_LEADS = pattern(
    r"^(?:近年来?|近期|长期以来|(?:[由自])?(?:1[0-2]|[一二三四五六七八九十\d])+月(?:\d+日)?起|例如|譬如|政府又|其中有)(?=.{3})"
)
_AGAIN = pattern(r"(?:增|升|降|减|跌)[至到]([增升跌降涨]幅)$")
_ENDS = pattern(
    r"(?<=..)(?:[,，]|(?:亦|也|并|又|则)(?:将会?|会|已|都|再|进一步)*+|(?:将会?)?进一步|将会"
    r"|(?:一直|持续|不断)(?:增|升|降|减|增长|上升|下降|增加|减少)?|逐步|陆续|相继|先后"
    r"|维持在?|保持在?|(?<=[落建完]成)[于在]二?|每年)+$"
)
_BARE = ("单位", "名额", "学位", "床位", "宿位", "泊位", "车位", "职位", "岗位", "座位", "项目")
_THAN = pattern(r"[较比](?P<then>上一个?[^，。；的\d]{1,6}[期年季月度])的?(?:约|近|逾|超过)*$")
_STOP = pattern(
    r"相继于|陆续于|先后于|(?<=.)已(?:分别|陆续|相继|经|于)|大幅(?:提高|增加|减少|上升|下降)约?"
)
