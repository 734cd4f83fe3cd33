"""Turn the words behind a Chinese number into the noun that it counts."""

from __future__ import annotations

from briefgen.chinese.clauses import STOPS
from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import DONE, LONGEST, any_of
from briefgen.facts.inventory import Stated
from briefgen.facts.numerals import plain
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern

_BEHIND = pattern(rf"[的为是]?(?P<noun>{LETTER}{{2,14}})")
_STOP = pattern(any_of(STOPS))


def counts(item: Stated) -> bool:
    """Whether a number counts things one by one."""
    return item.quantity.form != "rank" and unit_of(item.quantity.unit).kind in (
        "counter",
        "opaque",
    )


def noun_behind(item: Stated) -> str:
    """The noun behind a number: 340家产值超亿元企业."""
    match = _BEHIND.match(plain(item.behind))
    if match is None:
        return ""
    noun = DONE.sub("", item.behind[match.start("noun") : match.end("noun")])
    if noun[:2] in ("受惠", "受益") and unit_of(item.quantity.unit).kind == "counter":
        return f"{noun[:2]}人数"
    if served := _SERVED.fullmatch(plain(noun)):
        return f"受惠{noun[: served.end('who')]}"  # 17000个租户将会受惠
    if placed := _PLACED.match(plain(item.behind)):
        return item.behind[: placed.end()].lstrip("的")  # 300个单位安置受影响的居民
    stop = _STOP.search(plain(noun))
    modifies = stop and stop[0] == "的" and (stop.start() >= _CLAUSE or noun[0] in "有无無")
    if modifies and (head := _head(item)):
        return head
    noun = noun[: stop.start()] if stop else noun
    noun = _AND_MORE.sub("", noun)
    return noun if len(noun) > 1 else ""


_PLACED = pattern(
    r"的?(?:单位|單位|名额|名額|学位|學位|床位|宿位|泊位|车位|車位|职位|職位|岗位|崗位|座位|房间|房間)"
    r"(?:安置|作|予|给|給|供|用|以)[^，。；、\d]{2,16}"
)


def _head(item: Stated) -> str:
    """The noun that a long clause behind a number is about: 1000个照顾有特殊需要儿童的服务名额."""
    behind = item.behind.rpartition("的")[2]
    whole = _WHOLE_NOUN.fullmatch(behind)
    return behind if whole and not _STOP.search(plain(behind)) else ""


_WHOLE_NOUN = pattern(rf"{LETTER}{{2,12}}")
_CLAUSE = 5
# 14.7万个公营房屋单位及约4.4万个私营房屋单位: what the next number counts is another.
_AND_MORE = pattern(r"(?:[、和与與及](?:[約约近逾]|超[過过])?)+$")


_SERVED = pattern(rf"(?P<who>{LETTER}{{2,6}}?)(?:[将將都会會可均]|预计|預計)+(?:受惠|受益).*")
# Words that only count what stands behind: 铺画了82条运行线路.
_CLASSIFIERS = frozenset(
    "部 个 家 条 项 座 所 处 名 位 户 种 类 台 辆 艘 架 间 幢 栋 只 头 趟 批 场 宗 单 笔".split()
)
_GOT = pattern(r"(?:錄得|录得|取得|获得|獲得|收到|賺取)(?:约|約|近|逾|超[过過])?$")
# 跨越3个千亿元台阶 counts none of these.
_STEPS = ("台阶", "台階", "大关", "大關", "关口", "關口", "档次")
_VERBAL = pattern(r"(?:已|共|累计|累計).*$")
_MOST_JOINED = 12
# 以1500元为上限: what it is, with of what where the clause says it.
_IS_LIMIT = pattern(r"[为為作](?P<what>上限|下限|限[额額]|目[标標]|基[准準]|基数|起点)")
_OF_EACH = pattern(rf"以?(?P<each>每{LETTER}{{1,3}}(?:每{LETTER}{{1,3}})?)$")
# 宽减百分之五十的薪俸税; 减收政府物业短期租约约20%的租金.
_EASED = pattern(
    r"(?P<verb>[减減]收|[宽寬][减減]|[减減]免|豁免|[宽寬]免|退[还還]|免收|[调調][减減高低])"
)
_RATED = pattern(
    rf"的(?!增[长長]|[增升涨漲降跌]幅|增速|水平|速度|份[额額]|比重|比例|目[标標])(?P<noun>{LETTER}{{2,12}})"
)
# 对半导体课征百分之一百税率.
_A_RATE = pattern(r"[税稅利]率|[关關][税稅]|股[权權份]|权益|權益")
_LEVIED = pattern(rf"[对對向](?P<of>{LETTER}{{2,8}}?)(?:加征|[課课][徵征]|[徵征]收|加徵)")
_NO_MORE = pattern(
    r"[和及与、](?=百分|\d|[约近逾])|[在须須需不可将將会會已都均由]|用[于於]|作[为為]|予以|获得"
)


def counted_behind(noun: str, clause: str, item: Stated) -> str:
    """What a number counts by the noun behind it, though a subject stands before it; "" where that
    says it."""
    unit, kind = item.quantity.unit, unit_of(item.quantity.unit).kind
    flat = plain(item.behind)
    if kind in ("money", "share") and (limit := _IS_LIMIT.match(flat)):
        each = _OF_EACH.search(plain(clause))
        whose = clause[each.start("each") :] if each else noun.removeprefix("以")
        return whose + item.behind[limit.start("what") : limit.end("what")]
    if kind == "share" and unit == "%" and (rated := _RATED.match(flat)):
        return _of_rate(noun, clause, item.behind[rated.start("noun") : rated.end("noun")])
    if kind == "share" and (rate := _A_RATE.match(flat)):
        levied = _LEVIED.search(clause)
        return (levied["of"] if levied else "") + item.behind[: rate.end()]
    named = noun_behind(item)
    if not named:
        return ""
    if noun and unit in _CLASSIFIERS and not named.endswith(_STEPS):
        return _joined(noun, named)
    if kind == "money":
        if clause.endswith("的") and noun and len(noun + named) <= LONGEST:
            return noun + named  # 涉及关爱共享计划的112亿元开支
        if _GOT.search(clause):
            return named if len(named) > _NAME else noun + named  # 录得168亿元的综合盈余
    return ""


def _of_rate(noun: str, clause: str, behind: str) -> str:
    """What so many per cent of something behind them are: of 豁免50%的税款 the relief, of
    约90%的住宅 their share, where the clause has no subject of its own."""
    stop = _NO_MORE.search(plain(behind))
    what = behind[: stop.start()] if stop else behind
    eased = _EASED.search(plain(clause))
    if len(what) < _NAME:
        return ""
    if eased:
        verb = clause[eased.start() : eased.end()]
        return (
            what + verb if what.endswith(verb) is False and len(what) <= LONGEST - _NAME else what
        )
    listed = clause.startswith("的") and clause.endswith(("和", "及", "與", "与", "、"))
    alone = not noun or listed or plain(noun) in ("估计", "预计", "约")
    return f"{what}占比" if alone else ""


_NAME = 2


def _joined(noun: str, counted: str) -> str:
    """The noun behind a number with what leads to it, where both are short: 中欧班列运行线路."""
    longer = _VERBAL.sub("", noun) + counted
    fits = len(longer) <= _MOST_JOINED and not noun.endswith(("等", "中", "在"))
    return longer if fits and counted not in noun else counted
