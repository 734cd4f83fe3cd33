"""Scripts that are not set letter by letter from the left are refused, whatever face has them."""

from __future__ import annotations

from pathlib import Path

import pytest
from faces import make_face
from outlines import OUTLINE, TOPICS, project

from briefgen.build import Request, check

REFUSED = {
    "مرحبا": ("right-to-left", "Arabic"),
    "שָׁלוֹם": ("right-to-left", "Hebrew"),
    "ﷺ": ("right-to-left", "Arabic"),
    "ܫܠܡܐ": ("right-to-left", "Syriac"),
    "नमस्ते": ("shaped-script", "Devanagari"),
    "สวัสดี": ("shaped-script", "Thai"),
    "བཀྲ": ("shaped-script", "Tibetan"),
    "ᠮᠣᠩᠭᠣᠯ": ("shaped-script", "Mongolian"),
}
SLIDE = "deck:\n  - {id: a, kind: compare, title: 欢迎, left: {head: 甲, points: [%s]}, "
SLIDE += "right: {head: 乙, points: [丙]}}\n"


def problems(path: Path, form: str = "deck") -> list[str]:
    found = check(Request(path, ("base",), formats=(form,)))
    return [str(problem) for problem in found if problem.severity == "error"]


@pytest.mark.parametrize("form", ["deck", "brief", "handout"])
@pytest.mark.parametrize("word", REFUSED)
def test_what_cannot_be_set_is_refused_with_its_place(tmp_path: Path, word: str, form: str) -> None:
    code, script = REFUSED[word]
    path = project(tmp_path, OUTLINE + TOPICS + SLIDE % f"欢迎{word}来")
    found = check(Request(path, ("base",), formats=(form,)))
    (problem,) = (each for each in found if each.severity == "error")
    assert problem.code == code
    said = str(problem)
    assert said.startswith("content/outline.yaml:")
    assert script in said
    assert "TrueType" not in said


def test_a_face_that_has_the_letters_does_not_help(tmp_path: Path) -> None:
    make_face(tmp_path / "A.ttf", dict.fromkeys("مرحبا", 500))
    text = OUTLINE.replace("  date:", "  faces: {print: [Noto Sans SC, A.ttf]}\n  date:")
    path = project(tmp_path, text + TOPICS + SLIDE % "مرحبا")
    assert "right to left" in problems(path)[0]


def test_cells_of_data_files_are_looked_at(tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("区,产值（亿元）\nשלום,1\n越秀,2\n", "utf-8")
    slide = "deck:\n  - {id: a, kind: bar, title: 甲, data: {file: d.csv, columns: [区, 产值]}}\n"
    found = problems(project(tmp_path, OUTLINE + slide))
    assert any(each.startswith("d.csv:2:1: error: Hebrew") for each in found)


@pytest.mark.parametrize("word", ["Ελλάδα", "Москва", "Việt Nam", "日本語かな", "한국", "€₪"])
def test_other_scripts_are_set_where_a_face_has_them(tmp_path: Path, word: str) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + SLIDE % word)
    assert not any("cannot set" in each for each in problems(path))
