"""Turn the labels of a Chinese sentence's numbers into ones that say of whom and of what measure.

A bulletin says once what it measures (增加值, 居民消费价格) and of whom (普通高中58所), and then
only names the members of its lists (中型企业下降2.8%) or what is counted of each (在校生13.01万人).
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.chinese.hanzi import LETTER
from briefgen.facts.inventory import Stated
from briefgen.facts.label import Label
from briefgen.facts.sources import SourceText
from briefgen.facts.units import unit_of
from briefgen.patterns import pattern
from briefgen.record import Record, replace

_LONGEST = 16
_GROWTH = "增速"
# What growth is said of: the whole, and the measure at its end.
_MEASURED = pattern(
    r"(?P<whole>.*?(?P<what>增加值|零售额|营业收入|消费价格|出厂价格|购进价格|总产值|用电量|投资额?|进出口(?:总?额)?))(?:增速)?"
)
# A member of a list that names no measure itself: 中型企业下降2.8%.
_MEMBER = pattern(
    rf"[\s、，；：]*(?P<name>[^，；。：]*?{LETTER}(?:类|企业|[造产服流融息乐游输储饮理工采林渔]业|业))"
    r"(?:比上年|同比)?(?:增长|上涨|下降|下跌)"
)
_PRICES = "价格"
_OWNED = pattern(
    r"(?:利润总额|营业收入|全员劳动生产率|竣工面积|在校学?生|招生|毕业生|受伤|死亡|直接经济损失|开户数)(?:增速)?"
)
# Of whom a number is, before what is measured of them.
_OWNER = pattern(
    r"(?P<who>.{2,}?)(?:实现|完成)?(?:成本费用利润率|利润总额|营业收入|(?:建筑业)?总产值|(?:建筑)?施工面积)"
)
_AROUND = pattern(r"^(?:全[市省县区国])?(?:各[类级])?|(?:累计)?总数$|数量$")
_HERE = pattern(
    r"^(?P<here>全[市省县区国])?(?:共(?!同|享|建|青|和|产|用|轨)(?:有|发生|支付|报告|设置|举办|发行)?|(?:夺得|获得)(?!感)|[来來]自|有(?![色线線限机機效关關害望序])|发生(?!率|额|量))"
    rf"(?={LETTER}{{2}})"
)
_LEVEL = pattern(r"(?:国家|省部?|地市?|市|县|区|世界|部)级(?:及?以上)?")
_AND = pattern(r"[、及和与與]")
_AMONG, _NAME = pattern(r"分[别別]"), 4
_PLACE = pattern(r"(?:全[市省县区国])?有?|")
_NAMED = pattern(
    rf"[^，。；]{{1,12}}?被?(?:评为|认定为|命名为|列为|获评)(?P<title>{LETTER}{{3,14}})"
)
# 为724家企业发放补贴: who gets it does not give it.
_GIVEN = pattern(
    rf"(?:企业|单位|居民|家庭|群众|学生|农户|(?P<who>{LETTER}{{0,4}}机构))(?:发放|提供|支付|减免)(?P<what>{LETTER}{{3,}})"
)
_PEOPLE, _HARMED = ("受伤", "死亡"), pattern(r"(?<=[伤亡])(?=增速$)|(?<=[伤亡])$")
_EACH = pattern(r".*人均.*(?P<what>支出|收入)(?:增速)?")


class Said(Record):
    """What a paragraph has said that it measures, and where that paragraph is."""

    line: int = -1
    whole: str = ""
    what: str = ""


def owned(
    text: SourceText, run: Sequence[Stated], labels: Sequence[Label], said: Said
) -> tuple[list[Label], Said]:
    """The labels of one sentence's numbers with what they are of; and what the sentence measures,
    for those that follow in its paragraph: `said` is what those before it measured."""
    said = said if said.line == run[0].place.line else Said(line=run[0].place.line)
    opened, owner, each = said, "", ""
    made: list[Label] = []
    last, _ = text.bounds(run[0].place.start, run[0].place.end)
    for at, (item, label) in enumerate(zip(run, labels, strict=True)):
        lead, last = text.matching[last : item.place.start], item.place.end
        words = _plainly(label.text, item)
        before = (run[at - 1], made[-1].text) if made else None
        if before:
            words = _beside(words, lead, item, *before)
        plainly, words = words, _measured(words, lead, opened)
        if _OWNED.fullmatch(words) and owner:
            words = _joined(owner, words)
        if each and words.removesuffix(_GROWTH).endswith(each) and "人均" not in words:
            words = "人均" + words if item.quantity.unit == "%" else words
        if (whole := _EACH.fullmatch(words)) and not made:
            each = whole["what"]
        if opened is said and words == plainly and (new := _MEASURED.fullmatch(words)):
            opened = Said(line=said.line, whole=new["whole"], what=new["what"])
        owner = _owner(words, item) or owner
        if words.removesuffix(_GROWTH).endswith(_PEOPLE) and item.quantity.unit in ("人", "%"):
            words = _HARMED.sub("人数", words)
        made.append(replace(label, text=words) if words != label.text else label)
    return made, opened


def _plainly(words: str, item: Stated) -> str:
    """A label without what only leads to it: 全市有文化馆, 企业发放补贴."""
    if _PLACE.fullmatch(words) and (named := _NAMED.match(item.behind)):
        return named["title"]
    if given := _GIVEN.fullmatch(words):
        counts = unit_of(item.quantity.unit).kind == "counter"
        return given["who"] if counts and given["who"] else given["what"]
    return _HERE.sub(lambda match: match["here"] or "", words)


def _beside(words: str, lead: str, item: Stated, other: Stated, before: str) -> str:
    """A label with what the one before it says for it too."""
    alike = item.quantity.unit == other.quantity.unit
    counted = unit_of(other.quantity.unit).kind == "counter"
    if _LEVEL.fullmatch(words) and alike and counted:
        levelled = _LEVEL.match(before)
        return words + (before[levelled.end() :] if levelled else _AROUND.sub("", before))
    if lead.startswith("、") and alike and len(words) == len("银牌") < len(before):
        # 省赛金牌3枚、银牌5枚
        return before[: -len(words)] + words if before[-1] == words[-1] else words
    if lead.startswith(("(", "（")) and _AMONG.search(lead) and before.endswith("率"):
        # 肥胖的比率为20.9%(女孩及男孩分别为15.9%及25.6%)
        return f"{before}（{words}）" if alike and 1 < len(words) <= _NAME else words
    if _AND.fullmatch(lead) and before.endswith("）") and alike and 1 < len(words) <= _NAME:
        return f"{before.partition('（')[0]}（{words}）"
    base = words.removesuffix(_GROWTH)
    if base != words and counted and base == before and base.endswith(("企业", "单位", "机构")):
        return f"{base}数{_GROWTH}"
    return words


def _measured(words: str, lead: str, said: Said) -> str:
    """The growth of a list's member with what the sentence measures of all."""
    name = words.removesuffix(_GROWTH)
    if not said.what or name == words or not _MEMBER.match(lead.rpartition("，")[2]):
        return words
    if not name.endswith(("类", "企业", "业")):
        return words
    if said.what.endswith(_PRICES):
        made = f"{said.whole}{name}{_GROWTH}"
        return made if len(made) <= _LONGEST else f"{name}{_PRICES}{_GROWTH}"
    made = f"{name}{said.what}{_GROWTH}"
    whose = said.whole.removesuffix(said.what)
    longer = f"{whose}{made}"
    whose_own = name.endswith("企业") and not whose.endswith("企业")
    return longer if whose_own and len(longer) <= _LONGEST else made


def _owner(words: str, item: Stated) -> str:
    """Of whom the numbers behind one are, "" where it does not say."""
    if match := _OWNER.fullmatch(words.removesuffix(_GROWTH)):
        return match["who"]
    counts = item.quantity.unit in ("所", "家", "起", "个") and not words.startswith(("含", "其中"))
    return _AROUND.sub("", words) if counts else ""


def _joined(owner: str, words: str) -> str:
    made = owner + words
    return made if len(made) <= _LONGEST else words
