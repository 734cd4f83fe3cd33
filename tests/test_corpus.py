"""A real newspaper article at forty widths, proofread by rules that know nothing of the engine."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from rows import every
from violations import NUMBER, Violations, together, violations

from briefgen.chinese.units import UNITS
from briefgen.geometry import pt
from briefgen.machine.assets import shipped
from briefgen.typography.fonts import load_fonts
from briefgen.typography.linebreak import breaks
from briefgen.typography.paragraph import set_text
from briefgen.typography.text import Align, Paragraph, Run, Style

ARTICLE = (shipped("seeds") / "guangzhou-six.txt").read_text(encoding="utf-8")
LINES = [line.strip() for line in ARTICLE.splitlines() if line.strip()]
HEADINGS = [line.lstrip("# ") for line in LINES if line.startswith("#")]
BODY = [line for line in LINES if not line.startswith("#")]
# 8 to about 48 em, hardly any of them a whole number of hanzi wide.
WIDTHS = [8 + 1.02 * n for n in range(40)]
EM = pt(10)
Medium = Literal["deck", "print"]


def runs(text: str) -> tuple[Run, ...]:
    """The text as pages set it: its numbers in bold, each a run of its own."""
    made, at = [], 0
    for found in NUMBER.finditer(text):
        made += [Run(text[at : found.start()], Style(EM)), Run(found[0], Style(EM, True))]
        at = found.end()
    return tuple(run for run in (*made, Run(text[at:], Style(EM))) if run.text)


def set_lines(text: str, ems: float, medium: Medium, align: Align, title: bool) -> list[str]:
    paragraph = Paragraph(runs(text), pt(15), align, keep_breaks=title)
    made = set_text([paragraph], round(ems * EM), load_fonts(), medium=medium)
    assert "".join(line.text for line in made.lines) == text
    assert all(line.width <= round(ems * EM) for line in made.lines)
    return [line.text for line in made.lines]


@pytest.mark.parametrize("align", ["left", "justify"])
@pytest.mark.parametrize("medium", ["deck", "print"])
@pytest.mark.slow
def test_no_rule_is_broken_at_forty_widths(medium: Medium, align: Align) -> None:
    # Each width of every medium and of every alignment.
    widths = WIDTHS[(medium == "deck") ^ (align == "left") :: 2]
    set_ = [set_lines(text, ems, medium, align, False) for ems in widths for text in BODY]
    assert sum(len(lines) for lines in set_) > 5_000
    assert together(map(violations, set_)) == Violations()


@pytest.mark.parametrize("medium", ["deck", "print"])
def test_no_rule_is_broken_in_headings(medium: Medium) -> None:
    set_ = [set_lines(text, ems, medium, "left", True) for ems in WIDTHS for text in HEADINGS]
    assert together(map(violations, set_)) == Violations()
    for lines in set_:
        longest = max(map(len, lines))
        assert len(lines) == 1 or min(map(len, lines)) * 3 >= longest, lines


# $ stands before its number alone.
@every("unit", [unit for unit in UNITS if unit not in ("", "$")])
def test_every_unit_of_the_ledger_stays_with_its_number(unit: str) -> None:
    text = f"共有12{unit}整"
    assert not {4, *range(4, 4 + len(unit))} & set(breaks(text).atoms)


def test_the_article_asks_for_the_rules() -> None:
    assert len(HEADINGS) > 5
    assert len(re.findall("[，。、；：！？）》”]", ARTICLE)) > 500
    assert len(NUMBER.findall(ARTICLE)) > 50


@every(
    ("lines", "kind"),
    [
        (["开春第一会", "，吹响"], "starts"),
        (["新广州", "”的蓝图"], "starts"),
        (["项目等", "——看今朝"], "marks"),
        (["提出“", "二次创业"], "ends"),
        (["出自《", "羊城晚报》"], "ends"),
        (["总投资600亿元以上…", "…还有"], "marks"),
        (["总投资超3200", "亿元"], "numbers"),
        (["拥有1.", "3万家企业"], "numbers"),
        (["增长5", "%左右"], "numbers"),
        (["世界500", "强企业"], "numbers"),
        (["增速不低于", "6%"], "qualifiers"),
        (["广州塔Gua", "ngzhou"], "words"),
        (["共建新广", "州。"], "lonely"),
    ],
)
def test_the_proofreader_sees(lines: list[str], kind: str) -> None:
    assert violations(lines).counts()[kind] == 1


@pytest.mark.parametrize(
    "lines",
    [
        ["开春第一会，", "吹响"],
        ["总投资", "超3200亿元，", "还有两个"],
        ["智能EH216-", "S型无人机"],
        ["“二次", "创业”"],
        ["第一段\n", "。"],
    ],
)
def test_the_proofreader_lets_pass(lines: list[str]) -> None:
    assert not violations(lines)
