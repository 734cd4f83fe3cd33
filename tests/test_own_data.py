"""Numbers of one's own have no sentence; they are shown as such, and hide no other fault."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner
from outlines import project
from pptx import Presentation

from briefgen.cli import CONTENT, DONE, briefgen

_HEAD = """\
brief: {slug: own, title: 季度情况}
sources:
  article: {file: seeds/article.txt, title: 报道}
  own: {title: 统计快报第3期, publisher: 县统计局}
figures:
  output: {value: 3200亿元, qualifier: 超, kind: actual, label: 产值, quote: 去年全市产值超3200亿元}
  seats: {value: 640个, kind: actual, label: 学位, source: own}
  share: {value: 23.4%, kind: actual, label: 占比, source: own}
"""
_DECK = """\
deck:
  - {id: c, kind: cover, title: 季度情况, figures: []}
  - {id: k, kind: kpi, title: 三个数, figures: [output, seats, share]}
  - {id: s, kind: sources}
"""


def run(folder: Path, command: str, *options: str, outline: str = _HEAD + _DECK) -> tuple[int, str]:
    path = project(folder, outline)
    done = CliRunner().invoke(briefgen, [command, str(path), "--lang", "en", *options])
    return done.exit_code, done.stdout + done.stderr


def shown(folder: Path, outline: str = _HEAD + _DECK) -> str:
    """All words of the last slide."""
    code, said = run(folder, "build", "-f", "deck", "-o", str(folder / "made"), outline=outline)
    assert code == DONE, said
    slide = Presentation(str(folder / "made/own.pptx")).slides[-1]
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    for shape in slide.shapes:
        if shape.has_table:
            texts += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(texts)


def test_own_figures_need_no_sentence(tmp_path: Path) -> None:
    code, said = run(tmp_path, "check", "--strict")
    assert (code, said.splitlines()[-1]) == (DONE, "no problems")


def test_the_list_of_sources_says_whose_they_are(tmp_path: Path) -> None:
    words = shown(tmp_path)
    assert "本单位数据：统计快报第3期" in words
    assert "640个" in words
    assert "县统计局《统计快报第3期》（本单位数据）" in words
    assert "“去年全市产值超3200亿元”" in words
    assert "每个数字都有出处" not in words


def test_trace_tells_them_apart(tmp_path: Path) -> None:
    said = run(tmp_path, "trace")[1]
    assert "3 figures: 1 quoted, all found in their sources; 2 of your own data" in said
    assert "own data: 县统计局 · 统计快报第3期" in said
    rows = json.loads(run(tmp_path, "trace", "--format", "json")[1])
    assert [row["source"] for row in rows] == ["seeds/article.txt", "own", "own"]
    page = run(tmp_path, "trace", "--format", "html")[1]
    assert "本单位数据 统计快报第3期" in page
    assert "<b>2</b> 个为本单位数据" in page


def test_other_figures_go_on_standing_on_the_only_text(tmp_path: Path) -> None:
    wrong = (_HEAD + _DECK).replace("quote: 去年全市产值超3200", "quote: 去年全市产值超3300")
    code, said = run(tmp_path, "check", outline=wrong)
    assert code == CONTENT
    assert "quote-not-found" in said


def test_a_number_without_a_sentence_says_where_it_is_from(tmp_path: Path) -> None:
    code, said = run(tmp_path, "check", outline=(_HEAD + _DECK).replace(", source: own}", "}"))
    assert code == CONTENT
    assert said.count("quote-missing") == 2
    assert "source: own" in said


def test_nothing_can_be_quoted_from_what_has_no_file(tmp_path: Path) -> None:
    quoted = (_HEAD + _DECK).replace("学位, source: own", "学位, source: own, quote: 学位640个")
    code, said = run(tmp_path, "check", outline=quoted)
    assert code == CONTENT
    assert "quote-of-own" in said


def test_what_is_let_off_stands_on_the_list_of_sources(tmp_path: Path) -> None:
    typed = (_HEAD + _DECK).replace("brief: {", "brief: {ledger: off, ")
    typed = typed.replace("title: 三个数", "title: 增长7.1%，新增52家")
    assert "另有2个手写的数未核对" in shown(tmp_path, typed)
    said = run(tmp_path, "trace", outline=typed)[1]
    assert "2 numbers typed by hand not checked" in " ".join(said.split())
