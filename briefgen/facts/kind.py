"""Turn the words around a number into its kind: what was so, what is aimed at, what is planned."""

from __future__ import annotations

from briefgen.chinese.hanzi import has_hanzi
from briefgen.facts.arranged import is_arranged
from briefgen.facts.figures import Kind
from briefgen.facts.inventory import Stated
from briefgen.facts.plans import OBTAINED, begins_at
from briefgen.facts.sources import SourceText
from briefgen.patterns import pattern

_TARGET = pattern(
    rf"力[争爭]|[争爭]取{OBTAINED}|[确確]保|(?<![与與较較比离離距])目[标標]"
    r"(?!人群|群[体體]|市[场場]|客[户戶]|相差)|\b(?:target|aim|by 20[2-9]\d)"
)
# 会 before a verb; not that of 委员会, 会议, 机会, 社会, 年会, 开会.
WILL = (
    r"(?<![委协協商工议議学學览覽大展峰运運晚董监監博洽谈談交发發布佈社机機省都教法马馬金公总總全理事"
    r"联聯体體青乐樂酒宴茶集聚唱讨討明城规規基代约約开開参參与與介流接销銷聘证證)(?<!委[员員])(?<!家[长長])(?:(?<!年)"
    r"|(?<=[今明后後来來翌本一新下]年))"
    r"[会會](?![议議员員计計所展见見长長堂址场場费費刊徽晤面谈談师師馆館同考签簽盟社商])(?=\w)"
)
# 计划 before a verb; not the name of a programme, of which 计划 is a part.
INTENDS = (
    r"(?:计划"
    r"|計劃)(?=[\d约約总總新增建投完实實引开開启啟推设設兴興发發培改招打争爭到在于於将將今明后後未至"
    r"年用播种種向对對把再扩擴拆迁遷组組编編制製生销銷购購收筹籌募回派举舉办辦达達超最分安布采採招订訂签簽租修减減升续續研试試入进進出突超赶趕冲衝跨迈邁累力落动動竣通供交])(?!生育"
    r"|金额|外)"
    r"|(?:规划|規劃)(?=[建新投布设設总總到打引培])"
)
_PLAN = pattern(
    rf"{INTENDS}|(?:預計|预计|預料|预料)(?![数數值])|(?<![原较較於于])(?:预期|預期)"
    rf"|(?<![原较較比於于月])(?:预测|預測)"
    r"|(?<![比较較原先本来來于於月时時订訂])(?:估计|估計|估算)(?![数數值有])|有望"
    r"|将(?!军|领)|將|拟(?!合|人)|擬(?!合|人)"
    r"|建[议議](?=宣派|派|末期|中期|分派|[再增撥拨寬宽減减提把將将向為为延推設设預预發发注豁調调])"
    rf"|{WILL}|(?<![去往])在[一二两兩三四五六七八九十\d]+年[内內](?=[兴興建增提推培])"
    r"|\b(?:will|expects?|expected|plans? (?:to|for)|planned|forecasts?"
    r"|outlook|guidance|anticipates?|projected|propos(?:es|ed|ing)"
    r"|recommend(?:s|ing)|estimated (?:to|at)|to be (?:paid|invested|completed|spent|opened))\b"
)
PROPOSED = pattern(r"建[议議]|[将將](?!军|领)|(?:决|決)定")
MODAL = ("预期", "预计", "计划", "拟", "有望")
# 力争新增2000万亩，蓄积量年均增长2.5%: the aim is of all that follows.
_AIMED = pattern(rf"(?:^|[，；,;])(?:力争|力爭|争取{OBTAINED}|爭取|确保|確保)")
# 计划提高罚款，由320元加至400元: what it is to come to.
_COMES_TO = pattern(
    r"[由从從][^，。；]{0,16}?\d[^，。；\d]{0,8}[增加升降减減调調提延扩擴][高低至到展长長大]?[至到]?[约約近逾]?$"
)
_PROPOSED = pattern(
    rf"{INTENDS}|(?:计划|計劃|建议|建議|拟|擬|考虑|考慮)(?:将|將|把|提高|调高|調高"
    rf"|增加|降低|下调|下調|上调|上調)"
)
# What a clause begins with behind which all is expected, whatever later clauses say of themselves;
# and what a clause says that has happened.
_EXPECTED = pattern(
    r"(?:^|[，；,;])[^，。；,;]{0,14}?(?<![原较較比於于月])"
    r"(?:预计|預計|预期|預期|(?<![时時订訂])(?:估计|估計)|拟|擬)(?!寿命|壽命|目标|目標"
    r"|[，。；,;、的值合人])|(?:预测|預測)[，,]"
    rf"|{WILL}|将会|將(?!軍|領)|(?<![比较較原先本来來于於])估算"
    r"|(?:未来|未來)[^，。；,;]{0,4}年|来年|來年|明年|下年度|下一年度"
)
_DONE = pattern(
    r"目前已|已建成|已达|已達|已累计|已累計|(?<![比较較於于])(?:去年|上年(?!度))|此前"
    r"|录得|錄得|截至目前|至今已"
    r"|由盈转亏|由盈轉虧|扭亏为盈|\b(?:was|were|rose|fell|grew|increased|decreased|declined"
    r"|reported|achieved|delivered|generated|stood|reached|gained|totall?ed|closed|recorded|posted"
    r"|remained|edged|dropped|widened|narrowed|improved|amounted)\b"
)
# 另外2万个将在明年落成: what is said behind a number.
_AHEAD = pattern(
    rf"[^，。；,;]{{0,8}}?(?:将(?!军|领)|將|可望|预计|預計|{WILL})"
    r"| (?:\w+ ){0,2}(?:will be|to be|is expected|are expected)\b"
)
_PAST = pattern(
    r"比起|相[比較较]|現行|现行|现有|現有|现时|現時|目前|已|截至|去年|上年|同期|此前"
    r"|曾|录得|錄得|实现了|實現了|完成了"
)
# 数量控制在3000艘以内、产量控制在230万吨左右的目标.
_AIM_BEHIND = pattern(r"[^。；;，\n]{0,40}?的(?:目标|目標)(?!人群|群体|市场|客户)")
_COMMA = pattern(r"[，；;：:]|, ")


def kind_of(text: SourceText, item: Stated, section: Kind | None) -> Kind:
    """By the words back to the last comma, of which 、 is none: 力争新增10万户、就业40万人."""
    begin, _ = text.bounds(item.place.start, item.place.end)
    words = text.matching[begin : item.place.start]
    lead = _COMMA.split(words)[-1] + item.quantity.qualifier
    if begins_at(text.matching, item.place.start):
        return "actual"
    if item.quantity.unit and is_arranged(text.matching, item.place.start):
        return "plan"
    if _TARGET.search(lead) or _AIM_BEHIND.match(text.matching, item.place.end):
        return "target"
    if section in (None, "actual") and item.quantity.qualifier.startswith(("计划", "拟")):
        return "plan"
    # A review of a year that is not over expects its results (预计全年增长5%).
    # English says once of all that a sentence lists what is expected.
    english = not has_hanzi(words + item.behind)
    if (section is None or english) and _PLAN.search(words if english else lead):
        return "plan"
    if section is None and _AHEAD.match(item.behind):
        return "plan"
    aimed = None if english else _AIMED.search(words)
    if aimed and not _PAST.search(words, aimed.end()):
        return "target"
    if section is None and not english and _is_expected(words):
        return "plan"
    if section in ("plan", "target") and _is_done(words if english else lead):
        return "actual"
    return section or "actual"


def _is_expected(words: str) -> bool:
    """Whether the words of a sentence say that what follows is expected, or is to come to that."""
    expected = _EXPECTED.search(words)
    if expected and not _PAST.search(words, expected.end()):
        return True
    return bool(_COMES_TO.search(words) and _PROPOSED.search(words))


def begins_with_part(text: SourceText, item: Stated) -> bool:
    """Whether a number is a part of what the sentence before tells of, and no word says that it has
    happened: 其中二百亿元用于…."""
    begin, _ = text.bounds(item.place.start, item.place.end)
    part = _A_PART.match(text.matching, begin)
    return bool(part) and not _PAST.search(text.matching, begin, item.place.start)


_A_PART = pattern(r"\s*(?:其中|当中|當中)")


def _is_done(lead: str) -> bool:
    """Whether the words of a clause say that it has happened, whatever its part is about."""
    return bool(_DONE.search(lead)) and not _PLAN.search(lead)
