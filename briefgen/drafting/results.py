"""Turn Chinese sentences of several clauses into what they say came of all that was done."""

from __future__ import annotations

from briefgen.chinese.hanzi import cells
from briefgen.patterns import pattern

# A clause that is a title has so many columns at least.
_LEAST = 14


def result_in(sentence: str) -> str:
    """What a Chinese sentence of several clauses says at its end that came of all of it; "" for
    none.

    >>> result_in("一年来，我们着力稳增长，全力抓项目，经济实力迈上新台阶")
    '经济实力迈上新台阶'
    """
    match = _RESULT.search(sentence)
    said = match["result"] if match else ""
    return said if cells(said) >= _LEAST and not DIRECTS.match(said) else ""


def is_result(title: str) -> bool:
    """Whether a Chinese title says what came of something."""
    return _RESULT.search(f"，{title}") is not None and not DIRECTS.match(title)


_RESULT = pattern(
    r"，(?P<result>(?!我[们們]|[这這])[^，。；：]{2,16}"
    r"(?:[迈邁再跃躍]上|[迈邁]出|取得|[实實][现現]|[结結]出|展[现現]|得到|呈[现現]|[创創]造|[开開][创創]|保持|持[续續]|不[断斷]"
    r"|[稳穩]中|向好|回升|改善|增[强強]|[显顯]著|明[显顯]|更加|日益|[稳穩]步|有力|有效|全面|加快|大幅|再[创創]|[创創])[^，。；：\d]{0,12})$"
)
# 全力推动经济稳定增长: what says by itself what is to be done.
DIRECTS = pattern(
    r"(?:全[力面]|扎[实實]|加[快强強大]|深[入化]|持[续續]|大力|[坚堅][持决決定]|推[动動进進]|着力|切[实實]"
    r"|促[进進]|做[好强強优優]|抓[好紧緊实實]|牢[牢固]|聚焦|[优優]化|提[升高振]|巩固|鞏固|[强強]化|打造|培育"
    r"|[统統][筹籌]|[积積][极極]|[扩擴]大|完善|健全|保[障持]|[构構]建|更好|更加|努力|[实實]施|落[实實]|激[发發])"
)
