"""Words written into somebody's YAML: those words and nothing else; and taken back again."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from briefgen.cli import briefgen
from briefgen.machine import rewrite as machine
from briefgen.machine.remembered import digest
from briefgen.machine.rewrite import rewrite, undo, undoable
from briefgen.outline.reading.nodes import Mapping, Scalar, Sequence, scalars
from briefgen.outline.reading.read import read
from briefgen.outline.writing import rewritten, scalar_at
from briefgen.problems import ContentError, MachineError, Mark, Problems

FILE = "content/outline.yaml"
# Every style that a text may be written in, with comments where people write them.
OUTLINE = """\
# 写给局长的
brief: {slug: demo, title: 一份简报}  # 标题
deck:
  - id: a
    kind: bullets
    title: 第一页的标题   # 改过两次
    points:
      - 抓创新
      - '建 ''平台'''
      - "引\\t人才"  # 三
    notes: |
      第一行
      第二行

      第四行
    # 这一页到此为止
  - id: b
    kind: text
    title: 折行写的
      标题
    text: >-
      很长的一段话，
      写在两行里。

      第二段。
    notes: >
      完
"""


def places(data: bytes) -> dict[str, Mark]:
    """The place of each scalar value, by what it says."""
    root = read(data, FILE, Problems())
    assert isinstance(root, Mapping)
    return {scalar.text: scalar.mark for scalar in scalars(root)}


def changed(data: bytes, words: str, new: str) -> bytes:
    return rewritten(data, places(data)[words], new)


def differing(one: bytes, other: bytes) -> list[str]:
    """The lines of the second that are not in the first."""
    before = one.decode().splitlines()
    return [line for line in other.decode().splitlines() if line not in before]


@pytest.mark.parametrize(
    ("words", "new", "written"),
    [
        ("第一页的标题", "新的标题", ["    title: 新的标题   # 改过两次"]),
        ("第一页的标题", "甲：乙", ["    title: 甲：乙   # 改过两次"]),
        ("第一页的标题", "a: b", ['    title: "a: b"   # 改过两次']),
        ("第一页的标题", "完成 #1", ['    title: "完成 #1"   # 改过两次']),
        ("第一页的标题", "{gdp}的增长", ['    title: "{gdp}的增长"   # 改过两次']),
        ("第一页的标题", '说“好”和"行"\\', ['    title: 说“好”和"行"\\   # 改过两次']),
        ("第一页的标题", "两行\n标题", ['    title: "两行\\n标题"   # 改过两次']),
        ("一份简报", "甲, 乙", ['brief: {slug: demo, title: "甲, 乙"}  # 标题']),
        ("建 '平台'", "it's", ["      - 'it''s'"]),
        ("引\t人才", '引"才"', ['      - "引\\"才\\""  # 三']),
        ("折行写的 标题", "一行", ["    title: 一行"]),
    ],
)
def test_words_stand_where_the_old_ones_stood(words: str, new: str, written: list[str]) -> None:
    data = OUTLINE.encode()
    made = changed(data, words, new)
    assert differing(data, made) == written
    assert new in places(made)


def test_a_block_stays_a_block_with_its_comment_below() -> None:
    data = OUTLINE.encode()
    made = changed(data, "第一行\n第二行\n\n第四行\n", "甲\n\n乙：丙 # 丁")
    assert "    notes: |\n      甲\n\n      乙：丙 # 丁\n    # 这一页到此为止\n" in made.decode()


def test_a_folded_block_keeps_its_paragraphs() -> None:
    data = OUTLINE.encode()
    made = changed(data, "很长的一段话， 写在两行里。\n第二段。", "甲。\n乙。")
    assert "    text: >-\n      甲。\n\n      乙。\n    notes" in made.decode()
    made = changed(data, "完\n", "真的完了")
    assert made.decode().endswith("    notes: >\n      真的完了\n")


def test_the_same_words_change_no_byte() -> None:
    data = OUTLINE.encode()
    for words in places(data):
        assert changed(data, words, words) == data


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    data = b"\xef\xbb\xbf" + OUTLINE.replace("\n", "\r\n").encode()
    made = changed(data, "第一行\n第二行\n\n第四行\n", "甲\n乙")
    assert made.startswith(b"\xef\xbb\xbf# ")
    assert made.count(b"\n") == made.count(b"\r\n")
    assert "|\r\n      甲\r\n      乙\r\n    # 这".encode() in made
    made = changed(data, "完\n", "末")
    assert made.endswith("      末\r\n".encode())


def test_where_no_text_begins_nothing_is_written() -> None:
    data = OUTLINE.encode()
    for line, column in ((1, 1), (6, 13), (6, 4), (99, 1)):
        with pytest.raises(ContentError) as refused:
            rewritten(data, Mark(FILE, line, column), "新")
        assert [each.code for each in refused.value.problems] == ["edit-nothing-there"]


def test_a_key_is_no_text() -> None:
    with pytest.raises(ContentError):
        rewritten(OUTLINE.encode(), Mark(FILE, 6, 5), "titel")


def test_what_no_file_can_hold_is_refused() -> None:
    with pytest.raises(ContentError) as refused:
        changed(OUTLINE.encode(), "抓创新", "甲\x07乙")
    assert [each.code for each in refused.value.problems] == ["edit-changes-more"]


def test_words_that_are_warned_of_are_written() -> None:
    assert "左\u200f右" in changed(OUTLINE.encode(), "抓创新", "左\u200f右").decode()


def test_characters_of_several_parts_are_not_miscounted() -> None:
    data = OUTLINE.replace("# 写给局长的", "# cafe\u0301").encode()
    with pytest.raises(ContentError) as refused:
        rewritten(data, Mark(FILE, 6, 12), "新")
    assert [each.code for each in refused.value.problems] == ["edit-uncounted"]


POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes and links")
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn", "Cf", "Zl", "Zp"])
    | st.sampled_from("\n:#'\"{}[]|>-?&*!%@`,\\ ，：“”"),
    min_size=1,
    max_size=40,
)


@pytest.mark.slow
@given(WORDS, st.integers(0, 9))
def test_any_words_are_read_back_as_they_are_or_refused(words: str, which: int) -> None:
    data = OUTLINE.encode()
    old = list(places(data))[which]
    try:
        made = changed(data, old, words)
    except ContentError:
        return
    root, before = read(made, FILE, Problems()), read(data, FILE, Problems())
    assert root is not None
    assert before is not None
    now, was = ([each.text for each in scalars(node)] for node in (root, before))
    at = was.index(old)
    assert now[:at] == was[:at]
    assert now[at + 1 :] == was[at + 1 :]
    comments = [line for line in OUTLINE.splitlines() if "#" in line]
    assert all(comment.partition("#")[2] in made.decode() for comment in comments)


def test_the_scalar_at_a_place_says_its_style() -> None:
    data = OUTLINE.encode()
    styles = {words: scalar_at(data, mark).style for words, mark in places(data).items()}
    assert styles["第一页的标题"] == ""
    assert styles["建 '平台'"] == "'"
    assert styles["第一行\n第二行\n\n第四行\n"] == "|"


# ---- the file on disk


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / FILE).write_bytes(OUTLINE.encode())
    return tmp_path


def write(project: Path, words: str, new: str) -> None:
    data = (project / FILE).read_bytes()
    rewrite(project, FILE, digest(data), changed(data, words, new))


@POSIX
def test_a_write_keeps_the_mode_and_is_taken_back(project: Path) -> None:
    (project / FILE).chmod(0o640)
    write(project, "抓创新", "抓改革")
    assert "抓改革" in (project / FILE).read_text("utf-8")
    assert stat.S_IMODE((project / FILE).stat().st_mode) == 0o640
    assert undo(project).file == FILE
    assert (project / FILE).read_bytes() == OUTLINE.encode()
    assert stat.S_IMODE((project / FILE).stat().st_mode) == 0o640


def test_nothing_is_left_beside_the_file(project: Path) -> None:
    write(project, "抓创新", "抓改革")
    assert [path.name for path in (project / "content").iterdir()] == ["outline.yaml"]


def test_a_file_that_changed_meanwhile_is_left_alone_and_both_versions_named(
    project: Path,
) -> None:
    data = (project / FILE).read_bytes()
    made = changed(data, "抓创新", "抓改革")
    (project / FILE).write_bytes(other := data + b"# more\n")
    with pytest.raises(MachineError) as refused:
        rewrite(project, FILE, digest(data), made)
    (problem,) = refused.value.problems
    assert problem.code == "changed-meanwhile"
    assert digest(data)[:8] in problem.message
    assert digest(other)[:8] in problem.message
    assert (project / FILE).read_bytes() == other
    assert undoable(project) is None


def test_writes_are_taken_back_last_first(project: Path) -> None:
    write(project, "抓创新", "一")
    write(project, "一", "二")
    undo(project)
    assert "- 一\n" in (project / FILE).read_text("utf-8")
    undo(project)
    assert (project / FILE).read_bytes() == OUTLINE.encode()
    with pytest.raises(MachineError) as refused:
        undo(project)
    assert [each.code for each in refused.value.problems] == ["nothing-to-undo"]


def test_what_was_edited_since_is_not_taken_back(project: Path) -> None:
    write(project, "抓创新", "一")
    (project / FILE).write_bytes(mine := (project / FILE).read_bytes() + b"# mine\n")
    with pytest.raises(MachineError) as refused:
        undo(project)
    assert [each.code for each in refused.value.problems] == ["changed-meanwhile"]
    assert (project / FILE).read_bytes() == mine


def test_what_was_taken_back_by_hand_is_passed_over(project: Path) -> None:
    write(project, "抓创新", "一")
    write(project, "一", "二")
    data = (project / FILE).read_bytes()
    (project / FILE).write_bytes(data.replace("- 二\n".encode(), "- 一\n".encode()))
    undo(project)
    assert (project / FILE).read_bytes() == OUTLINE.encode()


@pytest.mark.slow
def test_fifty_writes_are_remembered(project: Path) -> None:
    for number in range(53):
        data = (project / FILE).read_bytes()
        rewrite(project, FILE, digest(data), data + f"# {number}\n".encode())
    kept = sorted(path.name for path in (project / ".briefgen/undo").iterdir())
    assert len(kept) == 100
    for _ in range(50):
        undo(project)
    assert (project / FILE).read_text("utf-8") == OUTLINE + "# 0\n# 1\n# 2\n"
    with pytest.raises(MachineError):
        undo(project)


@POSIX
def test_nothing_outside_of_the_project_is_written(project: Path) -> None:
    outside = project.parent / f"{project.name}-outside.yaml"
    outside.write_text("a: b\n")
    (project / "content" / "link.yaml").symlink_to(outside)
    for file in (f"../{outside.name}", str(outside), "content/link.yaml"):
        with pytest.raises(MachineError) as refused:
            rewrite(project, file, digest(b"a: b\n"), b"a: c\n")
        assert [each.code for each in refused.value.problems] == ["write-outside"]
    assert outside.read_text() == "a: b\n"


@POSIX
def test_a_link_within_the_project_stays_a_link(project: Path) -> None:
    (project / "content" / "link.yaml").symlink_to(project / FILE)
    data = (project / FILE).read_bytes()
    rewrite(project, "content/link.yaml", digest(data), data + b"#\n")
    assert (project / "content" / "link.yaml").is_symlink()
    assert (project / FILE).read_bytes() == data + b"#\n"


def test_a_write_protected_file_stays_as_it_is(project: Path) -> None:
    (project / FILE).chmod(0o444)
    with pytest.raises(MachineError) as refused:
        write(project, "抓创新", "一")
    assert [each.code for each in refused.value.problems] == ["write-protected"]


def test_a_write_that_fails_leaves_the_file_and_nothing_to_undo(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(machine.os, "replace", full)
    with pytest.raises(MachineError):
        write(project, "抓创新", "一")
    monkeypatch.undo()
    assert (project / FILE).read_bytes() == OUTLINE.encode()
    with pytest.raises(MachineError):
        undo(project)


def test_the_command_takes_back_and_says_what(project: Path) -> None:
    write(project, "抓创新", "一")
    done = CliRunner().invoke(briefgen, ["undo", str(project)])
    assert (done.exit_code, done.stdout) == (0, f"{FILE}\n")
    assert (project / FILE).read_bytes() == OUTLINE.encode()
    again = CliRunner().invoke(briefgen, ["undo", str(project)])
    assert isinstance(again.exception, MachineError)


def test_trees_of_any_depth_are_written_into() -> None:
    data = b"a:\n- b: [c, {d: e}]\n  f: [[g]]\n"
    root = read(rewritten(data, Mark(FILE, 3, 8), "h, i"), FILE, Problems())
    assert isinstance(root, Mapping)
    inner = root.entries["a"].value
    assert isinstance(inner, Sequence)
    assert [each.text for each in scalars(inner) if isinstance(each, Scalar)] == ["c", "e", "h, i"]


def test_a_new_project_keeps_what_can_be_undone_out_of_its_repository(tmp_path: Path) -> None:
    done = CliRunner().invoke(briefgen, ["new", str(tmp_path / "mine")])
    assert done.exit_code == 0
    ignored = (tmp_path / "mine" / ".gitignore").read_text().split()
    assert ".briefgen/" in ignored
    assert os.listdir(tmp_path / "mine" / "content")
