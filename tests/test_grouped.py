"""Problems of one cause on one slide are one line; `--all`, and JSON, tell each."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result
from outlines import OUTLINE, project

from briefgen.cli import briefgen

_DECK = """\
deck:
  - {id: cover, kind: cover}
  - id: yields
    kind: table
    title: 各镇收成
    header: [镇, 亩产, 面积]
    rows:
      - [东镇, 431公斤, 2.7万亩]
      - [西镇, 428公斤, 3.9万亩]
      - [南镇, 455公斤, 6.4万亩]
  - {id: prices, kind: bullets, title: 价格涨了7.7%, points: [小麦一斤1.4元, 玉米一斤1.1元]}
"""


def run(folder: Path, *options: str, outline: str = OUTLINE + _DECK) -> Result:
    path = project(folder, outline)
    return CliRunner().invoke(briefgen, ["check", str(path), *options])


def lines(result: Result) -> list[str]:
    return [line for line in result.stderr.splitlines() if "untraced-number" in line]


def test_one_line_a_slide_says_how_many_and_names_three(tmp_path: Path) -> None:
    yields, prices = lines(run(tmp_path, "--lang", "en"))
    assert "the slide “yields”: 6 numbers" in yields
    assert "431公斤, 2.7万亩, 428公斤 …" in yields
    assert ":14:" not in prices
    assert "the slide “prices”: 3 numbers" in prices
    assert "7.7%" in prices


def test_the_lines_that_are_not_shown_are_counted(tmp_path: Path) -> None:
    told = run(tmp_path, "--lang", "zh")
    assert "另有 7 处" in told.stderr
    assert "check --all" in told.stderr
    assert "9 个警告" in told.stderr


def test_all_tells_each_in_a_line_of_its_own(tmp_path: Path) -> None:
    told = run(tmp_path, "--all", "--lang", "zh")
    assert len(lines(told)) == 9
    assert "另有" not in told.stderr


def test_json_keeps_each_single_finding(tmp_path: Path) -> None:
    found = json.loads(run(tmp_path, "--json").stdout)["problems"]
    typed = [each for each in found if each["code"] == "untraced-number"]
    assert len(typed) == 9
    assert {"file", "line", "column", "severity", "code", "message", "hint"} <= set(typed[0])
    assert len({(each["line"], each["column"]) for each in typed}) == 9


def test_errors_that_each_want_another_mend_stay_apart(tmp_path: Path) -> None:
    wrong = _DECK.replace("header:", "haeder:").replace("    rows:", "    raws:")
    told = run(tmp_path, "--lang", "en", outline=OUTLINE + wrong)
    assert "“header”?" in told.stderr
    assert "“rows”?" in told.stderr
