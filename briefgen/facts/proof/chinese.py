"""Turn a Chinese clause into whether it proves what a number is said to count.

A clause is used up by its time, what leads into it, its subject, its verb and its number; the label
is that subject, whole. What is left over, or taken from elsewhere, proves nothing.
"""

from __future__ import annotations

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.clause_subject import TIME
from briefgen.facts.inventory import Stated
from briefgen.facts.numerals import plain
from briefgen.facts.proof.clause import Clause, as_written, plainly
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import Record
from briefgen.typography.segment import word_ends


class Said(Record):
    """What a clause proves: the label (its own, or one that is a quote of it), and its subject for
    the clause that goes on with it. Without a label it proves nothing."""

    label: str = ""
    subject: str = ""
    # The subject without what only this number is of, and whether it is what another came from.
    base: str = ""
    earlier: bool = False


NOTHING = Said()

_LEVEL = (
    "合共|计划|预计|预期|有望|力争|争取|确保|将|拟|低于|高于|总计|合计|累计|共计|达到|达成|达至|高达"
    "|多达|达|突破|超过|超|逾|接近|近|约为|约"
    "|保持在|稳定在|控制在|维持在|保持|维持|实现|完成|录得|为|是|有|共有|共|位居|排名|不足|不到|仅"
    "|只|已经|已"
    "|仍|均|再|只有|大约|大概|首次|也|则|都|年均|平均|累积|实际|名义|跃居|稳居|跃升至|跃至"
)
_CHANGE = (
    "下调|上调|净增|增长|增加|增多|上升|提高|提升|上涨|上扬|扩大|加快|(?<!新)增|升|涨|下降|减少"
    "|降低|下滑|下跌|回落|回升|收窄|收缩"
    "|缩短|缩小|放缓|跌|降|减|翻"
)
_BESIDE = (
    "同比|环比|按年|按月|按季|比上年|较上年|比上月|比去年|较去年|较|(?<!占)比|大幅|显著|明显"
    "|轻微|略|稳步|持续|继续|快速"
)
_TO = "到|至|为"
_VERBS = pattern(rf"(?:(?:{_BESIDE}|{_CHANGE}|{_LEVEL}|{_TO}|了|的|分别)\s*)+$")
_TO_LEVEL = pattern(rf"(?:{_CHANGE})[了]?(?:{_TO})")
_MOVES = pattern(rf"(?:{_CHANGE})")
_LEADS = pattern(
    r"^(?:末(?!端|尾|期)|其中|另外|另|此外|同时|全年|目前|如今|截至|其次|首先|而|并且|并|且|但"
    r"|还|即"
    r"|按[^，]{0,6}价格?计算?|按照?可比口径"
    r"|扣除价格因素|初步[核统]算|初步统计|据测算|我[市省县区]|计划|预计|预期|预料|料|估计|力争|争取"
    r"|确保|全市共|全省共|共|累计|现有|"
    r"[（(]?[一二三四五六七八九十\d]+[）).、是]|\W)+"
)
_BRACKETS = pattern(r"[（(][^（）()]*[）)]")
_SIGNS = pattern(r"[“”\"「」『』《》〈〉、的\s·]|实现|完成")
_SUFFIX = pattern(
    r"(?:(?:年均)?(?P<grew>增速|增幅|涨幅|升幅|降幅|跌幅|增量|减量|增长|变动|提高|增加|减少"
    r"|下降|上升)"
    r"|(?P<share>占比|比重|的?比例)|排名|人数|金额)$"
)
_SUFFIX_GREW = pattern(r"(?:增速|增幅|增量|减量|增长|变动|提高|增加|减少|下降|上升)$")
_QUALIFIED = pattern(
    r"^(?:以上|以下|以内|左右|上下|多|余|之多|起|的?(?:目标|水平|规模)|[（(][^（）()]*[）)]?"
    r"|的?增长|[）)”\"」』]|$)+"
)
# What no noun has among its words: who says so, who does it, what it is about.
_NO_NOUN = frozenset(
    "我 你 他 她 它 我们 他们 她们 该 此 这 那 这些 那些 这个 那个 所 被 把 将 会 可以 能够 应 "
    "应该 须 需 令 让 使 因 因为 由于 "
    "如果 若 虽然 但 而 却 也 都 均 则 又 就 才 及其 其 对 向 跟 从 由 按 根据 据 关于 更 最 "
    "很 较 是 为 在 于 以 有 当 当中 并 并且 "
    "显示 指出 指 表示 认为 建议 提出 预计 估计 预期 要求 希望 相信 关注 研究 一直 一个 不 "
    "没有 未 无 涉及 用于 作 做 至 到 了 着 过 "
    "至于 合共 可 成为 造成 最多 团队 将会 正 至今 抓好 做好 远 超过 达 达到 因而 从而 推断 "
    "推算 可见 "
    "来自 以及 还 还有 仍 只 只是 每 各 某 上述 有关 相关 相应 如 例如 等 时".split()
)
_CARRIES = pattern(r"^(?:占|高于|低于|快于|慢于|高出|低|高|多|少|即|增速|增幅|比|较|居|列|排|位)")
_OF_IT = frozenset(
    "总量 总数 总额 总值 规模 数量 增速 增幅 降幅 涨幅 升幅 跌幅 比重 占比 产量 产值 面积 均价 "
    "投资 总投资".split()
)
_ACTS = tuple(
    (
        "新增 新建 建成 建设 改造 完成 实施 打造 培育 引进 发放 投入 开展 推进 推动 兴建 开通 "
        "新设 增设 落实 整治 办理 帮助 培训 "
        "资助 改扩建 升级改造 新改扩建 修复 治理 压减 拉动 带动 保护 提升 扶持 支持 供应 推出 "
        "建立 设立 组建 拆除 提供"
    ).split()
)
_LONGEST, _SHORTEST = 26, 2


def proves(clause: Clause, item: Stated, label: str, last: Said) -> Said:
    """What a clause proves of a label; `last` is what the one before it did, of its sentence."""
    subject, moves = _taken_apart(clause, item)
    behind = "" if clause.sooner and _VERBS.fullmatch(clause.tail) else _behind(clause.tail)
    own = _form(subject)
    if _OF_A_PLAN.search(clause.said.rpartition("，")[2]) or _SAYS_AGAIN.match(clause.lead):
        return NOTHING  # 完成年计划的118.2%: of the plan; 即22万个: the same once more
    if listed := _listed(clause, label):
        return listed
    if not (_is_named(label) and _fits(moves, item, own, label)):
        return _quoted(clause, subject, behind, moves, item, label, last)
    if "级" in item.quantity.qualifier or _is_of_a_rate(label, item):
        return NOTHING
    if _is_half_said(clause, label, own, behind):
        return NOTHING
    return (
        _direct(label, subject, own, behind)
        or _gone_on(clause, own, behind, label, last)
        or _quoted(clause, subject, behind, moves, item, label, last)
    )


def _direct(label: str, subject: str, own: str, behind: str) -> Said | None:
    """What a clause proves whose own subject, or the noun behind its number, is the label."""
    wanted, base = _form(label), _form(_SUFFIX.sub("", plainly(label)))
    if own and (wanted == own + behind or (not behind and own in (wanted, base))):
        return Said(label=label, subject=subject)
    if behind and wanted == behind and (not own or own in _ACTS):
        return Said(label=label, subject=label)
    return None


def _is_half_said(clause: Clause, label: str, own: str, behind: str) -> bool:
    """Whether a label leaves away of what it is, or its words do not stand together."""
    wanted, base = _form(label), _form(_SUFFIX.sub("", plainly(label)))
    if label.endswith(("占比", "佔比")) and clause.before and clause.before[-1].endswith("中"):
        return True  # 各聯網病人中，長者佔比: of these
    if behind.endswith(_STEPS) or (len(wanted) < _SHORT and wanted not in _ALONE):
        return True
    if clause.joined and len(own) < _NAME and not behind:
        return True  # 机器人产量增长35%、出口量居第2位: of these
    if behind and wanted != behind and _GOES_ON.match(clause.tail):
        return True
    said = f"{_form(clause.said)} {_form(TIME.sub('', clause.said))}"
    return own not in said or base.endswith("幅度")


def _is_of_a_rate(label: str, item: Stated) -> bool:
    """Whether a label is of a rate, and its number is none: 优良天数比例达到77%、增加13天."""
    base = _SUFFIX_GREW.sub("", plainly(label))
    kind = unit_of(item.quantity.unit).kind
    return base.endswith(("率", "比例", "比重", "占比")) and kind in ("counter", "time", "money")


def _is_grown(label: str) -> bool:
    suffix = _SUFFIX.search(plainly(label))
    return bool(suffix and suffix["grew"])


def _fits(moves: bool, item: Stated, own: str, label: str) -> bool:
    """Whether a label says that something moved where its clause does, and only there."""
    said = bool(item.quantity.direction) or plain(item.text)[:1] in "增升涨翻跌降减"
    grown = _is_grown(label) or unit_of(item.quantity.unit).kind == "rank"
    if moves and not (grown or said):
        return False
    return not grown or moves or said or own.endswith(_form(label)[-2:])


def _quoted(
    clause: Clause, subject: str, behind: str, moves: bool, item: Stated, label: str, last: Said
) -> Said:
    """The subject of a clause as the label of its number, where that is a noun by itself."""
    if item.quantity.unit in ("个百分点", "个千分点"):
        return NOTHING
    own = _form(subject)
    longer = _form(label).removesuffix(own) if _form(label).endswith(own) else ""
    if own and longer and not behind and not moves:
        # 实施工程13项，投资金额5800万元: of what the clause before is.
        told = longer in _form(last.label) and _is_named(label) and not _is_grown(label)
        told = told and own.endswith(_OF_THAT) and not longer.startswith((*_ACTS, "净增"))
        return Said(label=label, subject=subject) if told else NOTHING
    words, behind = as_written(clause, subject), behind and as_written(clause, behind)
    if not words or not _is_named(words + behind) or _is_relation(clause, subject):
        return NOTHING
    if len(own) < _NAME or len(behind) > _WORD or (behind and item.quantity.unit == "%"):
        return NOTHING
    if moves and (behind or subject.startswith(_ACTS)):
        return NOTHING
    return Said(label=words + _ending(subject, behind, moves, item), subject=subject)


def _is_relation(clause: Clause, subject: str) -> bool:
    """Whether the words of a clause only tell how its number is to another, or to several."""
    return "分别" in clause.lead or subject.endswith("占") or bool(_CARRIES.match(subject))


def _ending(subject: str, behind: str, moves: bool, item: Stated) -> str:
    """What a label ends in that is the subject of a clause: whether that moved, its rank, its
    share."""
    if item.quantity.form == "rank" or unit_of(item.quantity.unit).kind == "rank":
        return "排名"
    if moves:
        return "增速" if item.quantity.unit == "%" else "增量"
    if "占" in subject and not subject.endswith(("占比", "比重", "比例")):
        return "比重"
    return behind


def _listed(clause: Clause, label: str) -> Said | None:
    """What a list says of one of its numbers: 收入、支出分别增长6%和7.4%, of as many members."""
    said, _, behind = clause.said.rpartition("分别")
    own = _LEADS.sub("", TIME.sub("", _CLAUSE.split(said)[-1]))
    own = _SIGNS.sub("", own.replace("、", "和"))
    if not said or _CLAUSE.search(behind) or not own:
        return None
    moves = bool(_MOVES.search(behind)) and not _TO_LEVEL.search(behind)
    if moves != _is_grown(label):
        return None
    base = _form(_SUFFIX.sub("", plainly(label)))
    at = len(_NUMBERS.findall(behind))
    if "城乡" in own:
        members = [own.replace("城乡", way) for way in ("城镇", "农村")]
    else:
        members = [member for member in _AND.split(own) if member]
    if at >= len(members) or len(members) == 1 or not _is_named(label):
        return None
    ends = [member[-_PAIR:] if "城乡" not in own else member[:_PAIR] for member in members]
    whole = at == len(members) - 1 or members[at] != base or base.endswith(_MEASURES)
    mine = whole and ends[at] in base and not any(end in base for end in ends if end != ends[at])
    return Said(label=label, subject="") if mine else None


def _gone_on(clause: Clause, own: str, behind: str, label: str, last: Said) -> Said | None:
    """What a clause proves that names nothing of its own: what it goes on with was named before."""
    if behind:
        return None
    wanted, base = _form(label), _form(_SUFFIX.sub("", plainly(label)))
    before = [part for part in clause.before if _form(TIME.sub("", part))]
    carried = _form(last.subject)
    if not own and not before and carried and carried in (base, wanted):
        return Said(label=label, subject=last.subject)
    if len(before) == 1 and not clause.later:
        return _apart(before[0], own, label)
    # 占粮食种植面积的50%, 高于全省1.1个百分点, 产量43万吨: what is said of the subject before.
    rest = wanted.removeprefix(carried) if carried and own and not before else wanted
    new = carried.startswith((*_ACTS, "净增")) and own in _OF_IT
    said = _CARRIES.match(own) or own in _OF_IT
    if rest != wanted and not new and said and _within(rest, own):
        return Said(label=label, subject=last.subject)
    return None


def _apart(before: str, own: str, label: str) -> Said | None:
    """What a clause proves whose subject stands before a comma: 公共收入，比上年增长5%; 交通建设
    稳步推进，全年完成投资18亿元."""
    going = _GOING.search(before)
    if going and own in _OF_IT:
        whole = TIME.sub("", before[: going.start()]).strip() + own
        return Said(label=whole, subject=whole) if _is_named(whole) else None
    apart = _LEADS.sub("", TIME.sub("", before))
    same = _form(apart) in (_form(label), _form(_SUFFIX.sub("", plainly(label))))
    return Said(label=label, subject=apart) if same and not own and _is_named(apart) else None


def _within(rest: str, own: str) -> bool:
    """Whether the words of a clause say all that stands behind a subject."""
    return bool(rest) and all(char in own + "增速比重占提高" for char in rest)


def _taken_apart(clause: Clause, item: Stated) -> tuple[str, bool]:
    """The subject of a clause, and whether its verb says that this changed by its number."""
    lead = _BRACKETS.sub("", TIME.sub("", clause.lead))
    lead = (
        lead.replace("“", "").replace("”", "").replace('"', "").replace("「", "").replace("」", "")
    )
    if item.quantity.form == "rank":
        lead = _RANKED.sub("", lead)
    verb = _VERBS.search(lead)
    noun = lead[: verb.start()] if verb else lead
    words = verb[0] if verb else ""
    noun = _LEADS.sub("", noun).strip()
    noun = _OUT_OF.sub("", noun)
    moves = bool(_MOVES.search(words)) and not _TO_LEVEL.search(words)
    return noun, moves


def _behind(tail: str) -> str:
    return _form(_QUALIFIED.sub("", tail))


def _form(words: str) -> str:
    """Words as labels are compared: without signs, and without 的."""
    return _SIGNS.sub("", plainly(words))


def _is_named(label: str) -> bool:
    """Whether a label is a noun, or what is done to one: no sentence, and not the rest of one."""
    words = plainly(label)
    if not _SHORTEST <= len(words) <= _LONGEST or not _LETTERS.search(words):
        return False
    ends = sorted(word_ends(plain(words)))
    tokens = [words[a:b] for a, b in zip([0, *ends], [*ends, len(words)], strict=False) if a < b]
    if words.endswith(_HANGS) or words.startswith(_NO_HEAD):
        return False
    if words.count("（") + words.count("(") != words.count("）") + words.count(")"):
        return False
    if _MAY_BE.search(words):
        tokens = [token for token in tokens if token != "可"]
    return not any(token in _NO_NOUN for token in tokens)


_GOING = pattern(
    r"(?:(?:稳步|持续|加快|加速|扎实|顺利|全面|深入|有序|快速|蓬勃)(?:推进|发展|增长|实施|开展"
    r"|建设|壮大|提升)"
    r"|进展顺利|成效(?:显著|明显)|稳中(?:有进|向好))$"
)
_OUT_OF = pattern(r"(?:在|于)?[由从自]?$")
_AND = pattern(r"[和及与]")
_CLAUSE = pattern(r"[，；：。]")
_NUMBERS = pattern(r"\d[\d.,]*")
_STEPS = ("台阶", "大关", "里程碑", "关口", "档次")
_SHORT, _ALONE = 3, frozenset("出口 进口 人口 税收 票房".split())
_NO_HEAD = (
    "低于",
    "高于",
    "远",
    "增至",
    "升至",
    "降至",
    "减至",
    "跌至",
    "提高至",
    "提升至",
    "末",
    "指",
    "若",
    "均",
)
_RANKED = pattern(r"(?:[均都仍]?[稳位跃名]?[居列排位]名?)+$")
_OF_THAT = ("金额", "面积", "规模", "总量", "产量", "产值", "收入", "投资", "总额")
_MAY_BE = pattern(r"可(?:支配|再生|持续|比|回收|降解)")
_GOES_ON = pattern(r"[”\"」』]?[和及与、]")
_OF_A_PLAN = pattern(r"(?:计划|目标|任务)的")
_SAYS_AGAIN = pattern(r"\W*(?:即|也就是|亦即|相当于)")
# What a member of a list ends in that needs no noun of the last one.
_MEASURES = (
    "收入",
    "支出",
    "投资",
    "额",
    "量",
    "率",
    "数",
    "值",
    "费",
    "价格",
    "次",
    "面积",
    "就业",
    "贷款",
    "存款",
    "花费",
    "消费",
    "出口",
    "进口",
    "游客",
    "规模",
    "余额",
    "销售",
    "里程",
    "人口",
)
_HANGS = (
    "时",
    "合",
    "共",
    "获",
    "期间",
    "以来",
    "批",
    "基本",
    "双双",
    "全部",
    "均",
    "中",
    "里",
    "和",
    "及",
    "与",
    "、",
    "等",
    "的",
    "从",
    "由",
    "在",
    "将",
    "后",
)
_NAME, _WORD, _PAIR = 4, 3, 2
_LETTERS = pattern(rf"{LETTER}{{2}}")
