"""A target or a plan is seen as such where its figure stands in a table."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from outlines import project

from briefgen.cli import DONE, briefgen

OUTLINE = """brief: {slug: aims, title: 目标}
sources:
  s: {file: seeds/s.txt, title: 报告, publisher: 市政府}
figures:
  now: {value: 300亿元, kind: actual, label: 产值, quote: 产值300亿元}
  aim: {value: 500亿元, kind: target, label: 目标, quote: 明年产值500亿元}
  plan: {value: 80亿元, kind: plan, label: 投资, quote: 投资80亿元}
  said: {value: 90亿元, qualifier: 力争, kind: target, label: 税收, quote: 税收力争90亿元}
deck:
  - id: aims
    kind: table
    title: 产值与目标
    header: [项目, 今年, 明年]
    rows:
      - [产值, '{now}', '{aim}']
      - [投资, '{plan}', '{said}']
"""


def test_targets_and_plans_have_their_signs_in_cells_and_a_key(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE)
    words = "产值300亿元。明年产值500亿元。投资80亿元。税收力争90亿元。\n"
    (tmp_path / "seeds/s.txt").write_text(words, encoding="utf-8")
    out = tmp_path / "out"
    result = CliRunner().invoke(briefgen, ["build", str(path), "-f", "md", "-o", str(out)])
    assert result.exit_code == DONE, result.stderr
    page = (out / "aims.md").read_text("utf-8")
    assert "| 产值 | 300亿元 | ○ 500亿元 |" in page
    assert "| 投资 | △ 80亿元 | 力争90亿元 |" in page
    assert "○ 目标" in page.rpartition("|")[2]
    assert "△ 计划" in page.rpartition("|")[2]
