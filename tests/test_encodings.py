"""Names and words in other encodings than UTF-8: taken as all others, or refused in a line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from test_net import POSIX, shell


@POSIX
@pytest.mark.parametrize(
    "line",
    ["build outline.yaml -f md --mark", "merge outline.yaml rows.csv -f md --name"],
)
def test_an_option_in_words_is_read_as_utf_8_or_refused(tmp_path: Path, line: str) -> None:
    text = "brief: {slug: demo, title: 示例}\ndeck:\n  - {id: cover, kind: cover}\n"
    (tmp_path / "outline.yaml").write_text(text, "utf-8")
    (tmp_path / "rows.csv").write_text("a\nb\n", "utf-8")
    # Latin 1; half a character; a surrogate, which is no character.
    for words in (r"d\351j\340", r"\345\210", r"\355\240\200"):
        done = shell(tmp_path, f"briefgen {line} $'{words}'")
        assert done.returncode == 2, done.stderr
        told = f"briefgen: {line.split()[-1]}: its bytes are not UTF-8 [option-unfit]\n"
        assert done.stderr.decode() == told


# A system that knows of no encoding of names but ASCII.
ASCII = {"PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}


@POSIX
@pytest.mark.parametrize("before", [(), ("-a", "base")], ids=str)
def test_a_name_that_the_system_cannot_say_is_no_fault_of_the_program(
    tmp_path: Path, before: tuple[str, ...]
) -> None:
    text = "brief: {slug: SLUG, title: 示例}\ndeck:\n  - {id: cover, kind: cover}\n"
    for slug, code in (("季报", 3), ("report", 0)):
        (tmp_path / "outline.yaml").write_text(text.replace("SLUG", slug), "utf-8")
        line = " ".join(("briefgen build outline.yaml -f md --mark 初稿", *before))
        done = shell(tmp_path, line, **ASCII)
        assert done.returncode == code, done.stderr
        assert (b"ascii, has no \xe2\x80\x9c\xe5\xad\xa3" in done.stderr) == bool(code)
        assert b"fault of the program" not in done.stderr
    assert "初稿" in (tmp_path / "out" / "report.md").read_text("utf-8")


@POSIX
def test_names_that_are_no_utf_8_are_taken_as_all_others(tmp_path: Path) -> None:
    # As an archive that was packed on Windows leaves them; and of no encoding at all.
    text = "brief: {slug: demo, title: 示例}\ndeck:\n  - {id: a, kind: cover, title: 共１２家}\n"
    for name in ("报告".encode("gbk"), b"\xff\xfe"):
        given = os.fsdecode(name)
        (tmp_path / f"{given}.yaml").write_text(text, "utf-8")
        (tmp_path / f"{given}.txt").write_text("一、成绩\n\n全年产值增长明显。\n", "utf-8")
        quoted = "$'" + "".join(f"\\x{each:02x}" for each in name) + "'"
        for line, code in (
            (f"check --fix {quoted}.yaml", 0),
            (f"undo {quoted}.yaml", 0),
            (f"build {quoted}.yaml -f md -o {quoted}", 0),
            (f"convert {quoted}.yaml -o {quoted}.md", 0),
            (f"trace {quoted}.yaml -o {quoted}.html", 0),
            (f"new --from {quoted}.txt made{name[0]}", 0),
        ):
            done = shell(tmp_path, f"briefgen {line}")
            assert done.returncode == code, done.stderr
    # What was written is known again, and an edit of it is kept.
    done = shell(tmp_path, f"echo >> {quoted}.md; briefgen convert {quoted}.yaml -o {quoted}.md")
    assert b"edited since it was built" in done.stderr
    drafted = (tmp_path / f"made{'报告'.encode('gbk')[0]}" / "content" / "outline.yaml").read_text(
        "utf-8"
    )
    assert "报告.txt" in drafted
