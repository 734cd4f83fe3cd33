"""A target or a plan is seen as such where its figure stands in a table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import pytest
from click.testing import CliRunner
from composing import sound
from outlines import project

from briefgen.brief.hints import Headed
from briefgen.brief.model import Text
from briefgen.brief.roles import check_roles
from briefgen.cli import DONE, briefgen
from briefgen.record import Record
from briefgen.scene.items import Chart, Table

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


ENGLISH = "{slug: aims, title: Targets, language: en}"
WORDS = "产值300亿元。明年产值500亿元。投资80亿元。税收力争90亿元。\n"


def built(folder: Path, outline: str) -> str:
    """The deck as Markdown."""
    path = project(folder, outline)
    (folder / "seeds/s.txt").write_text(WORDS, encoding="utf-8")
    result = CliRunner().invoke(
        briefgen, ["build", str(path), "-f", "md", "-o", str(folder / "out")]
    )
    assert result.exit_code == DONE, result.stderr
    return (folder / "out/aims.md").read_text("utf-8")


def test_targets_and_plans_have_their_signs_in_cells_and_a_key(tmp_path: Path) -> None:
    page = built(tmp_path, OUTLINE)
    assert "| 产值 | 300亿元 | ○ 500亿元 |" in page
    named = built(tmp_path / "b", OUTLINE.replace("'{plan}'", "'{plan}项目'"))
    assert "| 投资 | △ 80亿元项目 |" in named
    # One of a column has a sign, and so the others have theirs, whatever they say.
    assert "| 投资 | △ 80亿元 | ○ 力争90亿元 |" in page
    assert "○ 目标" in page.rpartition("|")[2]
    assert "△ 计划" in page.rpartition("|")[2]


def test_a_sign_and_its_number_stand_on_one_line_below_a_short_head(tmp_path: Path) -> None:
    outline = OUTLINE[: OUTLINE.index("    header:")].replace("80亿元", "22个")
    outline += (
        "    header: [项目类别, 续建, 新建, 在建, 建成, 计划完成投资额, 市级财政资金]\n    rows:\n"
    )
    outline += "      - [社会事业等公共服务设施" + ", '{plan}'" * 4 + ", '{now}', '{now}']\n"
    path = project(tmp_path, outline)
    (tmp_path / "seeds/s.txt").write_text(WORDS.replace("80亿元", "22个"), encoding="utf-8")
    (table,) = (item for item in sound(path).pages[0].items if isinstance(item, Table))
    assert column(table, 3) == ["在建", "△ 22个"]
    assert [len(cell.lines) for row in table.cells for cell in row] == [1] * 14


def test_a_column_that_says_what_its_figures_are_needs_no_signs(tmp_path: Path) -> None:
    headed = built(tmp_path / "a", OUTLINE.replace("[项目, 今年, 明年]", "[项目, 计划, 明年目标]"))
    assert "| 投资 | 80亿元 | 力争90亿元 |" in headed
    assert "○" not in headed
    all_say_so = OUTLINE.replace("'{aim}'", "'{now}'").replace("'{plan}'", "'{now}'")
    assert "| 投资 | 300亿元 | 力争90亿元 |" in built(tmp_path / "b", all_say_so)


def test_bars_of_targets_and_of_what_was_reached_say_which_is_which(tmp_path: Path) -> None:
    bars = OUTLINE[: OUTLINE.index("    kind: table")] + "    kind: bar\n    title: 对照\n"
    made = composed_of(tmp_path / "a", bars + "    figures: [now, aim, said]\n")
    # One whose label says so, or its number, needs no word behind it.
    assert made.categories == ("产值", "目标", "税收")
    assert made.series[0].patterns == ("", "hatched", "hatched")
    worded = bars.replace("80亿元, kind", "80亿元, qualifier: 计划, kind")
    worded = worded.replace("投资80", "投资计划80")
    planned = composed_of(tmp_path / "c", worded + "    figures: [now, plan]\n", "投资计划80亿元。")
    assert planned.categories == ("产值", "投资（计划）")
    assert not any("计划" in code for code in planned.series[0].formats)
    alone = composed_of(tmp_path / "b", bars + "    figures: [aim, said]\n")
    assert alone.categories == ("目标", "税收")


def composed_of(folder: Path, outline: str, words: str = "") -> Chart:
    path = project(folder, outline)
    (folder / "seeds/s.txt").write_text(WORDS + words, encoding="utf-8")
    (chart,) = (item for item in sound(path).pages[0].items if isinstance(item, Chart))
    return chart


def test_in_english_a_cell_does_not_say_again_that_it_is_a_target(tmp_path: Path) -> None:
    assert cells_below(tmp_path, "Target") == ["Target", "RMB 50 billion", "RMB 9 billion"]


def test_words_that_hold_a_word_for_targets_are_none(tmp_path: Path) -> None:
    """“Claims” holds “aim”: only whole words say what is below."""
    said = cells_below(tmp_path / "a", "Claims")
    assert said == ["Claims", "○ RMB 50 billion", "○ a target of RMB 9 billion"]
    said = cells_below(tmp_path / "b", "Aims for 2027")
    assert said == ["Aims for 2027", "RMB 50 billion", "RMB 9 billion"]


def test_cells_of_a_small_table_do_not_say_again_what_their_head_says(tmp_path: Path) -> None:
    deck = OUTLINE[: OUTLINE.index("    kind: table")].replace("{slug: aims, title: 目标}", ENGLISH)
    half = "table: {header: [Item, Target], rows: [[Output, '{aim}'], [Tax, '{said}']]}"
    deck += f"    kind: two-column\n    title: Aims\n    left: {{{half}}}\n"
    path = project(tmp_path, deck + "    right: {points: [One, Two]}\n")
    (tmp_path / "seeds/s.txt").write_text(WORDS, encoding="utf-8")
    (table,) = (item for item in sound(path).pages[0].items if isinstance(item, Table))
    assert column(table, 1) == ["Target", "RMB 50 billion", "RMB 9 billion"]


def test_a_field_that_is_headed_names_the_texts_above_it() -> None:
    class Lost(Record):
        rows: Annotated[tuple[tuple[Text, ...], ...], Headed("heads")] = ()

    with pytest.raises(TypeError, match=r"Lost\.rows is Headed by no field"):
        check_roles(Lost)


def cells_below(folder: Path, head: str) -> list[str]:
    """The last column of a table in English, whose head says this."""
    outline = OUTLINE.replace("{slug: aims, title: 目标}", ENGLISH)
    path = project(folder, outline.replace("[项目, 今年, 明年]", f"[Item, This year, {head}]"))
    (folder / "seeds/s.txt").write_text(WORDS, encoding="utf-8")
    (table,) = (item for item in sound(path).pages[0].items if isinstance(item, Table))
    return column(table, 2)


def column(table: Table, at: int) -> list[str]:
    return ["".join(p.text for p in row[at].paragraphs) for row in table.cells]
