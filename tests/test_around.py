"""Words around a figure that repeat or contradict what it says are told; others are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from outlines import project

from briefgen.build import check
from briefgen.outline.folder import BASE
from briefgen.problems import Problem
from briefgen.request import Request

TEXT = (
    "外贸进出口超8500亿元，城镇新增就业28万人，失业率5.5%左右，产值同比下降4.6%，"
    "投资增长6%，到2026年建成，粮食120万吨。"
    "产值是前年的两倍多，出口增长约1.8倍，2030年前达峰，接种率>90%。"
)
OUTLINE = """
brief: {slug: demo, title: 示例, date: 2024-02}
sources: {article: {file: seeds/article.txt, title: 报道}}
figures:
  trade:
    {value: 8500亿元, qualifier: 超, kind: actual, label: 外贸进出口, quote: 外贸进出口超8500亿元}
  jobs: {value: 28万人, kind: actual, label: 城镇新增就业, quote: 城镇新增就业28万人}
  un: {value: 5.5%, qualifier: 左右, kind: actual, label: 失业率, quote: 失业率5.5%左右}
  fall: {value: 下降4.6%, kind: actual, label: 产值增速, quote: 产值同比下降4.6%}
  rise: {value: 6%, kind: actual, label: 投资增长, quote: 投资增长6%}
  more: {value: 2倍, qualifier: 多, kind: actual, label: 产值, quote: 产值是前年的两倍多}
  grown: {value: 增长1.8倍, qualifier: 约, kind: actual, label: 出口, quote: 出口增长约1.8倍}
  peak: {value: 2030年, qualifier: 前, kind: target, label: 达峰, quote: 2030年前达峰}
  rate: {value: 90%, qualifier: '>', kind: actual, label: 接种率, quote: '接种率>90%'}
  year: {value: 2026年, kind: plan, label: 建成, quote: 到2026年建成}
deck:
  - {id: s, kind: section, title: 'TITLE'}
"""


def told(tmp_path: Path, title: str) -> list[Problem]:
    path = project(tmp_path, OUTLINE.replace("TITLE", title))
    (tmp_path / "seeds/article.txt").write_text(TEXT, encoding="utf-8")
    found = list(check(Request(path, (BASE,), ("deck",))))
    assert not [each for each in found if each.severity == "error"], list(map(str, found))
    return [p for p in found if p.code.startswith(("around-", "fall-"))]


WRONG = [
    ("外贸超{trade}", "around-twice"),
    ("外贸突破{trade}", "around-twice"),
    ("外贸逾{trade}", "around-twice"),
    ("外贸不足{trade}", "around-other"),
    ("外贸约{trade}", "around-other"),
    ("外贸不足{trade:number}", "around-other"),
    ("就业超{jobs}", "around-other"),
    ("就业{jobs}人", "around-unit"),
    ("失业率{un}左右", "around-twice"),
    ("失业率约{un}", "around-twice"),
    ("产值为{more}多", "around-twice"),
    ("出口增长{grown}", "around-twice"),
    ("{peak}前达峰", "around-twice"),
    ("接种率超{rate}", "around-twice"),
    ("接种率<{rate}", "around-other"),
    ("到{year}年", "around-unit"),
    ("产值增长{fall}", "around-direction"),
    ("产值增长了{fall:number}", "around-direction"),
    ("产值下降{fall}", "around-twice"),
    ("产值下降{fall:signed}", "around-twice"),
    ("产值{fall:number}", "fall-bare"),
    ("{fall}", "fall-bare"),
    ("投资下降{rise}", "around-direction"),
    ("投资减少{rise:number}", "around-direction"),
]


@pytest.mark.parametrize(("title", "code"), WRONG)
def test_what_contradicts_a_figure_is_told(tmp_path: Path, title: str, code: str) -> None:
    (problem,) = told(tmp_path, title)
    assert problem.code == code
    assert problem.severity == "warning"
    assert problem.mark.line == OUTLINE[: OUTLINE.index("TITLE")].count("\n") + 1


@pytest.mark.parametrize(
    "title",
    [
        "产值为{more}", "出口{grown}", "{peak}达峰", "接种率{rate}", "接种率超{rate:number}",
        "外贸{trade}", "外贸达{trade}", "外贸超{trade:number}", "外贸突破{trade:number}",
        "就业{jobs}人才", "失业率{un}", "失业率约{un:number}", "失业率{un:number}左右",
        "到{year}年底", "到{year}建成", "产值{fall}", "产值下降{fall:number}", "投资{rise}",
        "产值增速{fall:signed}", "投资增长{rise}", "产值下降了{fall:number}",
    ],
)  # fmt: skip
def test_what_agrees_with_it_is_not(tmp_path: Path, title: str) -> None:
    assert told(tmp_path, title) == []
