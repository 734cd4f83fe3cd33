"""Turn sentences into what can be said of their clauses: whether one says something by itself."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.chinese.hanzi import cells, has_hanzi
from briefgen.drafting.wording import CLAUSE, POINT, REFERS, TELLS, balanced, point
from briefgen.patterns import pattern

# 同比增长8%, 其中: a clause that says nothing without the one before it.
_AFTER = pattern(
    r"(?:同比|环比|比|[较較]|增[长長幅速]|下降|上[升涨漲]|提高|提升|[达達]|[为為]|其中|高于|低于|居|位|列"
    r"|[占佔]|超[过過]?|突破|[实實][现現]|完成|均|分[别別]|[总總][数數]|累[计計](?!争取)|[并並]|也|[还還]"
    r"|[和与與及]|[该該]|其|以上|以下|左右|约|約|近|(?:[计計][划劃])?[总總]?投[资資]|(?:[产產]值|[产產][业業][规規]模|[规規]模)(?:突破|超[过過]|[达達])|扣除|剔除|按可比|按不[变變]|[两兩二三四五]?年(?:平)?均)"
)


# 3157.4亿元, 17.3%, US$1.7 billion; a count of many. 32项 counts what somebody did.
_AMOUNT = pattern(
    r"\d[\d.,]*\s?(?:[%％倍成]|[万萬亿億]*(?:元|美元|港元|千瓦)|[万萬]?亿|億"
    r"|(?:million|billion|trillion|per ?cent)\b)|[$€£¥]\s?(?!0(?:\.0+)?(?!\d))\d"
    r"|\b(?:USD|EUR|GBP|CHF|JPY|CNY|RMB|HKD|AUD|CAD|SGD|NOK|SEK|DKK) ?\d"
)
_WHOLE = pattern(
    r"生[产產][总總]值|(?<!单位)(?<!單位)GDP|[营營][业業]收入|[总總]收入|利[润潤][总總][额額]|[进進]出口[总總](?:[额額]|值)"
    r"|\b(?:[Rr]evenues?|[Nn]et (?:sales|income|earnings)|EPS|EBITDA|[Ee]arnings per share"
    r"|[Cc]ash|[Tt]otal (?:assets|deposits|loans|operating expenses)"
    r"|[Gg]ross (?:profit|margin)|[Oo]perating (?:income|profit|margin))\b"
)
_MANY = pattern(r"\d[\d.,]*\s?[万萬千]|(?<![\d.,])\d[\d,]{2,}(?![\d,]*年)")


def weighs(words: str) -> int:
    """How much a number that words tell weighs: 3 for an amount or a share of what sums up the
    whole, 2 for another, 1 for a large count.

    >>> weighs("出台政策32项"), weighs("培训7800人"), weighs("贷款5万亿元"), weighs("GDP增长5%")
    (0, 1, 2, 3)
    """
    if _AMOUNT.search(words) and _WHOLE.search(words):
        return 3
    return 2 if _AMOUNT.search(words) else int(bool(_MANY.search(words)))


def amounts_in(words: str) -> int:
    """How many amounts and shares words tell."""
    return sum(1 for _ in _AMOUNT.finditer(words))


def follows(clause: str) -> bool:
    """Whether a Chinese clause says nothing without the one before it: 同比增长8%."""
    return bool(_AFTER.match(clause))


def telling_clause(sentence: str, most: int) -> str:
    """The clause of a Chinese sentence that tells a number and says something by itself, in so many
    columns; "" for none.

    >>> telling_clause("落实责任，粮食播种面积稳定在7150万亩左右。", 60)
    '粮食播种面积稳定在7150万亩左右'
    """
    return next(telling_clauses(sentence, most), "")


def telling_clauses(sentence: str, most: int) -> Iterator[str]:
    """The clauses of a Chinese sentence that tell a number and say something by themselves."""
    if not has_hanzi(sentence):
        return
    for clause in _INNER.split(sentence.strip()):
        said = clause.strip("。. ")
        fits = CLAUSE <= cells(said) <= most and balanced(said) and not _AFTER.match(said)
        if fits and TELLS.search(said):
            yield said
            continue
        # 新增企业7227家、商户3200家: the first of a list says something by itself.
        first = _LISTED.match(said)
        if first and CLAUSE <= cells(first[0]) <= most and not _AFTER.match(said):
            yield first[0]


_INNER = pattern(r"[，；：]")
_LISTED = pattern(r"[^、\d]+\d[\d,.]*[万亿千]?[\u4e00-\u9fff]{1,3}(?=、)")


def told(sentence: str, most: int = POINT) -> str:
    """A sentence as a point; of a long Chinese one that begins with words alone the clauses that
    tell a number.

    >>> told("坚持以人民为中心，" * 9 + "粮食产量达到760亿斤，增长2%。")
    '粮食产量达到760亿斤，增长2%'
    """
    whole = point(sentence, most)
    if not has_hanzi(sentence) or TELLS.search(whole) or not TELLS.search(sentence):
        return whole
    clauses = [each.strip() for each in _COMMA.split(sentence.strip("。 "))]
    first = next((at for at, each in enumerate(clauses) if TELLS.search(each)), len(clauses))
    while 0 < first < len(clauses) and _AFTER.match(clauses[first]):
        first -= 1
    kept: list[str] = []
    for clause in clauses[first:]:
        if cells("，".join((*kept, clause))) > most or (kept and not TELLS.search(clause)):
            break
        kept.append(clause)
    said = "，".join(kept)
    return said if cells(said) >= CLAUSE and balanced(said) else whole


_COMMA = pattern(r"[，；]")


# Then it stalled, 这说明: what goes on from another sentence.
_GOES_ON = pattern(
    r"(?:Then|Yet|But|So|And|Still|Thus|Hence|However|Though|Instead|Otherwise"
    r"|In (?:other|some) cases|The (?:same|former|latter)|One|That (?:would|is|was)|For example"
    r"|[这這]|[为為]此|[对對]此|[为為]什[么麼])(?:\b|(?=[\u4e00-\u9fff，]))"
)


def refers(sentence: str) -> bool:
    """Whether a sentence goes on from another, so that it says nothing by itself."""
    words = sentence.strip()
    return bool(_GOES_ON.match(words) or REFERS.match(words))
