"""Turn the words around a sum into whether it is what projects are to cost, and not what was spent:
安排重点项目458个，总投资7206.7亿元; 30 projects with a total investment of $2 billion were signed.
"""

from __future__ import annotations

from briefgen.patterns import pattern

# What stands directly before such a sum, and what says that it has been spent.
_SUM = pattern(
    r"(?<!完成)(?<!累计)(?<!累計)(?<!实现)(?<!實現)"
    r"(?:总投资|總投資|投资总额|投資總額|(?:协议|協議|意向|合同)(?:总|總)?(?:投资|投資))"
    r"(?:额|額|规模|規模)?(?:共计|共計|合计|合計|约|約|近|超过|超過|超|逾|达到|達到|达|達|为|為)*$"
    r"|\btotal (?:planned )?investments? (?:volume |value )?(?:of|is|was|worth|reaching)"
    r" (?:about |over |more than |around |nearly |some )?$"
)
# What projects are that stand before it, and what tells that they have been built.
_PROJECTS = pattern(
    r"(?:签约|簽約|签订|簽訂|签署|簽署|安排|计划|計劃|拟|擬|新建|在建|开工|開工|列入|纳入|納入|引进"
    r"|引進|储备|儲備|谋划|謀劃|实施|實施|推进|推進|洽谈|洽談|落户|落戶)"
    r"[^。；]{0,40}$|(?:项目|項目)[^。；，]{0,12}(?:共|个|個|项|項)[^。；，]{0,8}，$"
    r"|\b(?:sign(?:s|ed|ing)?|plan(?:s|ned)?|arrang(?:es?|ed)|launch(?:es|ed)?|broke ground"
    r"|pipeline|agreements?|to be built|projects?)\b[^.;]{0,90}$"
)
_BUILT = pattern(
    r"建成|竣工|投产|投產|完工|投用|通车|通車|交付|\b(?:completed|finished|spent|in operation)\b"
)


def is_arranged(flat: str, start: int) -> bool:
    """Whether the sum at `start` of words is what projects are to cost that are not done yet."""
    before = flat[max(0, start - 160) : start]
    found = _SUM.search(before)
    if not found:
        return False
    begin = max(before.rfind(mark, 0, found.start()) for mark in "。；;\n") + 1
    lead = before[begin : found.start()]
    return bool(_PROJECTS.search(lead)) and not _BUILT.search(lead)
