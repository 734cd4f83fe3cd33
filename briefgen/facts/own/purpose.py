"""Turn what a sum or share is for into its label: 撥款三億元支持旅遊業, 其中一半用於還債.

Where money is spoken of as it is spent (撥款, 預留, 節省, 發行), the verb before it and the words
behind it say what it is; what stands before the verb is who spends it.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import CLAUSE, TIME, split
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern

_LONGEST = 26
_ABOUT = r"(?:了|共|合共|约|达|接?近|逾|超过?|最多|至少|额外|多达|高达|总额|一笔过)*$"
_PART = pattern(rf"(?:[^，]{{0,6}}(?:其中|当中)|其中|当中|另外?|其余|余下|包括)?{_ABOUT}")
_PURPOSE = pattern(
    r"[将会则]{0,2}(?:以(?=[推支加改兴]|资助|应付|协助|提升|落实))?(?P<what>(?:推展|用[于作来以]|作为?|予|给予?|拨[予给]|投入|投放|支[持援]|资助|推[行动广]|发展"
    rf"|兴建|建设|购[买置]|采购|落实|设立|成立|安置|供|让|补[贴助]|鼓励|加强|由)[^，。；：;:]{{2,{_LONGEST}}})"
)
_SPENDS = pattern(
    r"(?P<verb>(?:额外|再|增|追加)?(?:拨款|预留|拨出|拨备|注资|斥资|投放|投入|动用|增拨|预备|耗资|申请|拨予?))"
    + _ABOUT
)
# 增拨3000万元，优化就业计划: what it is spent on comes next.
_NEXT = pattern(
    r"[，,;](?:以便?|用以|用[于来])?(?P<what>(?:在[^，]{2,10}?(?:推行|成立|设立)|推展|优化|加强|支[援持]|资助|推行|协助|推动|改善|落实|采购|购买|提升|扩大"
    r"|兴建|发展)[^，。；：;、\d]{2,16})"
)
_DOES = pattern(
    r"(?P<verb>(?:每年|每月|每季)?(?:可|能|会|将)*(?:为政府|再|额外)?(?P<does>增加|减少|节省|节约|带来|录得|产生"
    r"|发行|追加|批出|获批|申请|增拨|收回|退还|征收|料?涉及?|设立|成立|(?:发放|提供|派发)额外|可?获得?|获发|领取))"
    + _ABOUT
)
_NOUN = pattern(rf"的?(?P<noun>{LETTER}{{2,10}}?)(?:(?:以|予|用[于作]|给).*|，.*)?")
_PUT = pattern(rf"(?P<what>(?:投放|用)[于在作][^，。；：;:]{{2,{_LONGEST // 2}}})")
_RELATED = pattern(r"(?P<what>[与和跟][^，。；;]{2,12}有关)的?")
_DONE = pattern(r"(?P<noun>[^\W\d_]{2,6}?)(?P<done>已[^，。；;]{2,12})")
_TOUCHES = pattern(r"(?P<verb>影响|涉及|惠及|覆盖)" + _ABOUT)
# 增加住户津贴16.7%至25%.
_RAISED = pattern(
    r"(?:并|亦|也|会|将|把|全面|大幅)*(?:增加|提高|调高|上调|减少|调低|削减|下调)(?=.{3,}$)(?!.*[至到为]$)"
)
# 收回约700公顷私人土地.
_LAND = pattern(
    rf"的?(?P<noun>{LETTER}{{0,4}}?(?:土地|用地|农田|耕地|绿地|林地|湿地|海域|公路|道路|铁路|管网|河道))"
)
_ACTS = pattern(
    r"(?P<verb>收回|开垦|整治|修复|新建|建设|改造|提供|供应|出让|推出|平整|兴建)(?=[^，]{0,4}$)"
)
# 可容纳2万人的表演场馆, 可提供600个泊位的港湾.
_HOLDS = pattern(r"(?P<verb>可?(?:容纳|提供|处理|服务|接待|停泊|停放))[^，]{0,4}$")
_HELD_BY = pattern(rf"(?P<what>{LETTER}{{2,4}})?的(?P<noun>{LETTER}{{2,10}})")
_OF_NOUN = pattern(rf"的(?P<noun>{LETTER}{{2,14}})")
_OF_RATE = pattern(r"的(?P<noun>[^\W\d的]{0,6}(?:增速|增长率?|增幅|速度|失业率|利率))$")
_AMONG = pattern(r"中" + _ABOUT)
# Who does it, and that it will be done, is no part of what it is.
MODAL = pattern(
    r"^(?:(?:我们?|政府|当局|局方|公司)?(?:将会|[会将拟](?![议员计所展否])|计划(?=[向于在将为])|已|亦|并|也|还|把)+(?=\S\S))"
)


def spent(
    words: str, clauses: Sequence[str], item: Stated, made: Sequence[Label], rest: str
) -> str:
    """The label of a sum or share by what it is for; `words` where nothing says so. `rest` is what
    follows it in its sentence."""
    behind = CLAUSE.split(rest)[0]
    then = rest[len(behind) :]
    kind = unit_of(item.quantity.unit).kind
    behind = behind.replace('"', "").strip(" 。")
    own = TIME.sub("", clauses[-1]).replace('"', "").strip()
    part = bool(_PART.fullmatch(own))
    share = kind == "share" or item.quantity.form == "fraction"
    if (share or kind == "money") and part and made and (related := _RELATED.match(behind)):
        return f"{related['what']}的{made[-1].text}"
    if share:
        return _shared(words, own, behind, made[-1].text if part and made else "")
    if kind == "measure" and (land := _LAND.match(behind)) and land["noun"] not in words:
        return (done["verb"] if (done := _ACTS.search(own)) else "") + land["noun"]
    if kind == "counter":
        if (holds := _HOLDS.search(own)) and (held := _HELD_BY.fullmatch(behind)):
            return held["noun"] + (held["what"] or holds["verb"])
        return words.removesuffix("中") if words.endswith("行业中") else words
    return _paid(words, own, behind, part, then) if kind == "money" else words


def _shared(words: str, own: str, behind: str, whole: str) -> str:
    """The label of a share by what it does, or what it is of."""
    if words and (put := _PUT.match(behind)) and words in own:
        return words.removeprefix("我").removeprefix("以") + put["what"]
    if whole and (purpose := _PURPOSE.match(behind)):
        longer = whole.removesuffix("占比") + purpose["what"]
        return longer if len(longer) <= _LONGEST + _LONGEST // 2 else purpose["what"]
    touches, noun = _TOUCHES.search(own), _OF_NOUN.fullmatch(behind)
    raised = _RAISED.match(own)
    if raised and words and words in own and not words.endswith(("增速", "占比", "率")):
        return f"{words}增速"
    if touches and noun:
        return f"{touches['verb']}的{noun['noun']}占比"
    if (rate := _OF_RATE.match(behind)) and split(own)[0] in (words, "", f"{words}"):
        return words.removesuffix("增速") + rate["noun"]
    words = words.removeprefix("把").removeprefix("将")
    if words.endswith("中") and _AMONG.search(own) and 2 <= len(behind) <= _LONGEST // 2:
        return words + behind
    return words


def _paid(words: str, own: str, behind: str, part: bool, then: str) -> str:
    """The label of a sum by what is done with it."""
    purpose = _PURPOSE.match(behind)
    if part and purpose:
        return purpose["what"]
    if part and (done := _DONE.fullmatch(behind)):
        return f"{done['done']}的{done['noun']}"
    spends, noun = _SPENDS.search(own), _NOUN.fullmatch(behind)
    if spends and purpose:
        return spends["verb"] + purpose["what"]
    if spends and not behind:
        if next_one := _NEXT.match(then):
            return spends["verb"] + next_one["what"]
        return words if spends["verb"] in words or not words else words + spends["verb"]
    does = _DOES.search(own)
    if does and noun and not noun["noun"].startswith(("以上", "以下", "左右")):
        when = does["verb"][:2] if does["verb"].startswith("每") else ""
        when = when or ("每年" if own.find("每年") >= 0 else "")
        return when + does["does"] + noun["noun"]
    return words
