"""Turn sentences into whether they only lead to others, and say nothing by themselves."""

from __future__ import annotations

from briefgen.patterns import pattern


def introduced(text: str) -> bool:
    """Whether a sentence only says that something follows, or where it is from."""
    return bool(_INTRO.search(text.strip()))


# What only introduces, and says nothing by itself.
_INTRO = pattern(
    r"^(?![^.]*(?:[$€£¥]\s?\d|\d%|million))[^.]{2,160} (?:is pleased to announce|announced"
    r"|reported) (?:[\w-]+ ){0,6}results\b[^.]*\.$"
    r"|^(?:Note|Source|注|资料来源|来源)\s*[:：]|(?:^|，)[^，,；;]{0,24}(?:以下|如下|下列)[^，,；;]{0,8}[。：:]?$"
    r"|^[^，。]{0,16}，?[^，。]{0,8}(?:主要抓了|重点抓了|做了以下|主要做了|抓好以下|重点做好|重点抓好|着力做好|着重抓好)"
    r"[^，。]{0,8}(?:方面|[项項])[^，。]{0,4}工作[。：:]?$"
    r"|^For (?:additional|further|more) (?:information|discussion|details)\b|\btables? below\.?$"
    r"|^(?:Unless otherwise|See the accompanying"
    r"|The following (?:financial )?(?:information|tables?)|The terms? [“\"]|Results compare)\b"
    r"|^(?:[^，]{1,8}，)?(?:[^，,；;]{0,16}(?:做好|抓好|推进|实现|落实|突出|聚焦|围绕)|主要(?:做了|有|包括))"
    r"[一二三四五六七八九十\d以下这几]{1,3}[个方项件点]?(?:方面|项|大)?(?:的)?(?:重点)?(?:工作|任务|内容)?[。：:]?$"
)
