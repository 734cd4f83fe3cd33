"""What holds of every problem that is told, and of every example in the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefgen.messages import catalogue
from briefgen.messages.entry import TONGUES, Message
from briefgen.problems import BriefgenError, Problem

HANZI = re.compile("[㐀-鿿]")


def assert_told(code: str, found: Iterable[Problem] | BriefgenError) -> Problem:
    """The problem of this code among those found, told as a whole sentence in both languages."""
    problems = list(found.problems) if isinstance(found, BriefgenError) else list(found)
    problem = next((each for each in problems if each.code == code), None)
    assert problem is not None, [str(each) for each in problems]
    # A named part that was not given: `{name}`, `{count:item|items}`.
    names = "|".join(catalogue()[code].names)
    for tongue in TONGUES:
        line = problem.told(tongue)
        assert not names or not re.search(rf"\{{({names})[:}}]", line), line
        assert "None" not in line
        assert not line.endswith((" ", ":", "：", "()", "（）"))
    assert HANZI.search(problem.sentence("zh") + problem.advice("zh"))
    return problem


def examples(messages: Mapping[str, Message], *without: str) -> list[str]:
    """The codes that have an example, but those that need more than its text."""
    assert set(without) <= messages.keys()
    return [code for code, each in messages.items() if each.wrong and code not in without]
