"""Turn simplified words into the pieces that OpenCC converts one by one.

It takes the longest phrase that it knows from the left: of 百年历史 it takes 年历, a calendar, and
of 可是只有 it takes 是只, “is a (cat)”. So words are parted where a phrase would run over their
border; and what has several traditional forms is given here where no border helps.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.patterns import pattern

# Characters with several traditional forms, without which nothing here matters.
_DOUBTFUL = pattern("[历只发签制后里]")
_COUNT = "0-9〇零一二三四五六七八九十百千万亿两几数多半"
# Words that begin with a doubtful character, and what stands before them where they are none.
_BORDERS = (
    # 年历, 国历, 日历 are calendars; 农历年 is no 历年.
    r"(?=历史)|(?<![农公阴阳夏西旧日月黄佛藏回校])(?=历(?:代|届|来|年|任|次|经|程|时|尽|数))",
    # 是只, 别只, 要只 before the counter of animals; 三只有名的猫 is one.
    rf"(?<![{_COUNT}这那每哪某])(?=只(?:有|要|能|好|会|是|想|怕|看|剩|差|用|做|读|讲|说|为|因|限|"
    r"知|管|顾|争|可|需|得|许|占|及|在|增|减|不过))",
    # 被发, 白发, 毛发, 头发, 理发, 美发 are hair; behind 理 and 美 it stays so.
    r"(?<![头毛须胡黑短长卷秀])(?=发(?:票|射|现|展|布|放|掘|送|表|明|动|起|出|配|行(?!业)|电|生|挥|改|证|文|言|"
    r"达|挖|酵|育|热|光|债|包|货|力|扬|作|觉|难|问|源|端|球|稿|声|函))",
    r"(?<=仲裁)(?=制)|(?<=[聘任期轮席长责年度级员])(?=制(?![作造订定成品药衣图版片剂备]))",
)
_BORDER = pattern("|".join(_BORDERS))
# Phrases by what they are in both regions; what differs, 卫 and 台, stays outside them.
_WHOLE = {
    "校历": "校曆",
    "免签": "免簽",
    "落地签": "落地簽",
    "另纸签": "另紙簽",
    "团签": "團簽",
    "续签": "續簽",
    "代签": "代簽",
    "补签": "補簽",
    "网签": "網簽",
    "面签": "面簽",
    "改签": "改簽",
    "退签": "退簽",
    "拒签": "拒簽",
    "互签": "互簽",
    "会签": "會簽",
    "联签": "聯簽",
    "电签": "電簽",
    "发卡": "發卡",
    "观影后": "觀影後",
    "电影后": "電影後",
    "投影后": "投影後",
    "摄影后": "攝影後",
}
# A counted 里 is half a kilometre; 里面, 里头 are inside.
_PIECES = pattern(
    f"({'|'.join(_WHOLE)}|(?<=[{_COUNT}])里(?![面头边子程])|(?<![皇太王天母])后(?=卫))"
)
_ONE = {"里": "里", "后": "後"}


def pieces(words: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text in their order, each with what it becomes; "" where OpenCC says it.

    >>> list(pieces("互免签证"))
    [('互', ''), ('免签', '免簽'), ('证', '')]
    >>> [piece for piece, _ in pieces("百年历史")]
    ['百年', '历史']
    """
    if not _DOUBTFUL.search(words):
        yield words, ""
        return
    for piece in _PIECES.split(words):
        known = _WHOLE.get(piece) or (_ONE.get(piece, "") if len(piece) == 1 else "")
        if known:
            yield piece, known
        elif piece:
            for part in _BORDER.split(piece):
                if part:
                    yield part, ""
