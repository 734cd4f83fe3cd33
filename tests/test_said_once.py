"""What stands around a figure and what the figure says of itself, said once, in English."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from briefgen.build import build, check
from briefgen.request import Request

SOURCE = (
    "全区每百名学生拥有电脑35台，每千名老人拥有床位42张。发放材料20份以上。"
    "力争覆盖率达到65%以上，力争签约率70%。\n"
)
OUTLINE = """
brief: {{slug: my, title: Test, language: en}}
sources: {{s: {{file: seeds/a.txt, title: Report}}}}
figures:
  pc:
    {{value: "{pc}", kind: actual, label: Computers per 100 pupils, quote: 每百名学生拥有电脑35台}}
  copies: {{value: 20份, qualifier: 以上, kind: actual, label: Copies, quote: 发放材料20份以上}}
  aim:
    {{value: 65%, qualifier: 力争达到以上, kind: target, label: Coverage, quote: 覆盖率达到65%以上}}
  deal: {{value: 70%, qualifier: 力争, kind: target, label: Contracts, quote: 力争签约率70%}}
deck:
  - {{id: c, kind: cover}}
  - id: b
    kind: bullets
    title: Every 100 pupils have theirs
    points: [All is done, "Sent {copies}"]
page: {{targets: {{figures: [aim, deal]}}, figures: [pc, aim]}}
"""


def project(folder: Path, pc: str = "35台/百名", copies: str = "{copies}") -> Request:
    (folder / "content").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "seeds" / "a.txt").write_text(SOURCE, encoding="utf-8")
    outline = folder / "content" / "outline.yaml"
    outline.write_text(OUTLINE.format(pc=pc, copies=copies), encoding="utf-8")
    return Request(outline, ("base",), out=folder / "out", formats=("brief",))


def told(request: Request) -> list[str]:
    return [problem.code for problem in check(request)]


def test_a_page_under_the_head_targets_does_not_say_of_each_that_it_is_one(tmp_path: Path) -> None:
    build(project(tmp_path))
    said = PdfReader(next((tmp_path / "out").glob("*.pdf"))).pages[0].extract_text()
    assert "Targets" in said
    assert "target of" not in said
    assert "70%" in said


def test_of_how_many_is_said_once_where_the_label_says_it(tmp_path: Path) -> None:
    build(project(tmp_path))
    said = PdfReader(next((tmp_path / "out").glob("*.pdf"))).pages[0].extract_text()
    assert "Computers per 100 pupils" in said
    assert "per 100 people" not in said


def test_every_100_pupils_is_no_number_typed_by_hand(tmp_path: Path) -> None:
    assert "untraced-number" not in told(project(tmp_path))


def test_more_behind_or_more_is_told(tmp_path: Path) -> None:
    assert "around-twice" in told(project(tmp_path / "a", copies="{copies} more copies"))
    assert "around-twice" not in told(project(tmp_path / "b", copies="{copies} copies"))


def test_a_value_of_each_so_many_is_told_as_an_entry_writes_it(tmp_path: Path) -> None:
    found = [each for each in check(project(tmp_path, pc="35台")) if each.severity == "error"]
    assert [each.code for each in found] == ["value-not-in-quote"]
    assert "35台/百名" in str(found[0])
