"""Every message about reading a file: provoked, told in both languages, its example run."""

from pathlib import Path

import pytest
import yaml
from outlines import OUTLINE, TOPICS, loaded, project
from tellings import assert_told, examples

from briefgen.messages import reading as files
from briefgen.messages import syntax
from briefgen.outline.reading import read as reading
from briefgen.outline.reading.read import read_file
from briefgen.problems import Problem, Problems

MESSAGES = {**files.MESSAGES, **syntax.MESSAGES}
INCLUDES = ("include-not-a-list", "duplicate-include", "outside", "include-unreadable")
# Their examples are commands, or more than one file.
TOGETHER = ("not-utf-8", "nested-include", "duplicate-part")


def problems_of(folder: Path, data: bytes | str) -> list[Problem]:
    file = folder / "a.yaml"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    problems = Problems()
    read_file(file, "a.yaml", problems)
    return list(problems)


@pytest.mark.parametrize("code", examples(MESSAGES, *INCLUDES, *TOGETHER))
def test_the_examples_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    assert_told(code, problems_of(tmp_path, MESSAGES[code].wrong + "\n"))
    if not code.startswith("yaml-list-ends"):  # a list, which no whole file is
        assert problems_of(tmp_path, MESSAGES[code].right + "\n") == []


@pytest.mark.parametrize("code", INCLUDES)
def test_the_examples_of_include_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    for example, right in ((MESSAGES[code].wrong, False), (MESSAGES[code].right, True)):
        path = project(tmp_path, OUTLINE + example + "\n")
        (path.parent / "topics.yaml").write_text(TOPICS, "utf-8")
        _, found = loaded(path)
        if right:
            assert found == []
        else:
            assert_told(code, found)


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("too-large", b"a: " + b"x" * 4_000_001),
        pytest.param("too-many-values", "- x\n" * 200_001, marks=pytest.mark.slow),
        ("not-utf-8", "标题: 六个新广州\n".encode("gbk")),
        ("not-utf-8", "标题: 六个新广州\n".encode("utf-16")),
        ("damaged-byte", "a: 好\nb: 好".encode() + b"\xff\n"),
        ("control-character", "a: x\x01y\x01\n"),
        ("yaml-start", "a: &\n"),
        ("yaml-start", "%YAML 3.0\n---\na: 1\n"),
        ("yaml", "a: |甲\n"),
        ("yaml", "a: ]\n"),
    ],
)
def test_what_is_wrong_with_a_file_is_told(tmp_path: Path, code: str, data: bytes | str) -> None:
    problem = assert_told(code, problems_of(tmp_path, data))
    assert problem.mark.file == "a.yaml"
    assert problem.hint


def test_an_impossible_escape_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LOADER", yaml.SafeLoader)
    assert_told("yaml-impossible-escape", problems_of(tmp_path, 'a: "\\U00110000"\n'))


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    problems = Problems()
    assert read_file(tmp_path, "content", problems) is None
    assert_told("not-a-file", problems)


@pytest.mark.parametrize(
    ("code", "included"),
    [("nested-include", "include: [more.yaml]\n"), ("duplicate-part", "topics: []\n")],
)
def test_what_is_wrong_with_an_included_file(tmp_path: Path, code: str, included: str) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + "include: [more.yaml]\n")
    (path.parent / "more.yaml").write_text(included, "utf-8")
    assert assert_told(code, loaded(path)[1]).mark.file == "content/more.yaml"
