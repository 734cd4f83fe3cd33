"""Messages about what the machine does not allow: provoked, and told in both languages."""

import errno
import os
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest
from tellings import HANZI, assert_told

from briefgen.kinds import GROUP, _plug_ins
from briefgen.machine import files
from briefgen.machine.files import write_all
from briefgen.machine.new import new
from briefgen.machine.parallel import Workers
from briefgen.machine.reasons import reason
from briefgen.problems import MachineError, Phrase, phrase
from briefgen.typography.fonts import load_face
from briefgen.typography.truetype import open_face


def refused(path: Path, number: int) -> OSError:
    return OSError(number, os.strerror(number), str(path))


@pytest.mark.parametrize(
    ("code", "prepare"),
    [
        ("target-is-no-file", lambda path: path.mkdir()),
        ("target-is-a-link", lambda path: path.symlink_to("/etc/hostname")),
    ],
)
def test_what_stands_where_an_output_goes_is_told(
    tmp_path: Path, code: str, prepare: Callable[[Path], None]
) -> None:
    prepare(tmp_path / "a.pdf")
    with pytest.raises(MachineError) as caught:
        write_all({tmp_path / "a.pdf": b"new"})
    problem = assert_told(code, caught.value)
    assert problem.advice("zh") == "请移走它，再生成一次"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(MachineError) as caught:
        write_all({tmp_path / "out/more/a.pdf": b"x"})
    assert "路径中有一段不是文件夹" in assert_told("folder-not-made", caught.value).told("zh")


def test_a_folder_without_permission_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files.os, "access", lambda *_: False)
    with pytest.raises(MachineError) as caught:
        write_all({tmp_path / "a.pdf": b"x"})
    assert str(tmp_path) in assert_told("folder-not-writable", caught.value).sentence("zh")


@pytest.mark.parametrize(
    ("code", "call", "number", "why"),
    [
        ("not-written", "fsync", errno.ENOSPC, "磁盘已满"),
        ("not-replaced", "replace", errno.EACCES, "没有权限"),
    ],
)
def test_what_cannot_be_written_is_told_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, call: str, number: int, why: str
) -> None:
    def refuse(*_: object) -> None:
        raise refused(tmp_path, number)

    monkeypatch.setattr(files.os, call, refuse)
    with pytest.raises(MachineError) as caught:
        write_all({tmp_path / "a.pdf": b"x"})
    assert assert_told(code, caught.value).sentence("zh").endswith(f"a.pdf：{why}")


def test_a_new_project_needs_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(MachineError) as caught:
        new(tmp_path, {})
    assert_told("folder-not-empty", caught.value)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked")
def test_a_killed_worker_is_told() -> None:
    me = os.getpid()

    def die(n: int) -> int:
        if os.getpid() != me:
            os._exit(9)
        return n

    with Workers(die, 2) as workers, pytest.raises(MachineError) as caught:
        workers.run([1, 2])
    assert "--jobs 1" in assert_told("worker-killed", caught.value).advice("zh")


def test_a_font_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineError) as caught:
        open_face(tmp_path / "Gone.ttf")
    assert "没有这个文件" in assert_told("font-unreadable", caught.value).sentence("zh")
    (tmp_path / "Text.ttf").write_text("no font at all")
    with pytest.raises(MachineError) as caught:
        load_face(tmp_path / "Text.ttf")
    assert_told("font-no-font", caught.value)


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC,
                                    errno.EROFS, errno.ENAMETOOLONG, errno.ELOOP, errno.EEXIST,
                                    errno.EMFILE, errno.ENOTDIR, errno.EFBIG])  # fmt: skip
def test_the_systems_reasons_are_told_in_both_languages(number: int) -> None:
    said = reason(refused(Path("a"), number))
    assert isinstance(said, Phrase)
    assert HANZI.search(said.told("zh"))
    assert not HANZI.search(said.told("en"))


def test_a_reason_of_ones_own_is_kept_and_a_rare_one_told_as_the_system_does() -> None:
    assert reason(OSError(phrase("larger-than", most=20))) == phrase("larger-than", most=20)
    rare = reason(refused(Path("a"), errno.EIO))
    assert str(rare) == os.strerror(errno.EIO)
    assert isinstance(rare, Phrase)
    assert rare.told("zh") == f"原文“{os.strerror(errno.EIO)}”"
    assert str(reason(ValueError("embedded null byte"))) == "embedded null byte"


@pytest.mark.parametrize(
    ("code", "value"),
    [("plugin-not-loaded", "no_such_package:KIND"), ("plugin-no-kind", "pathlib:Path")],
)
def test_a_plug_in_that_cannot_be_used_is_told(
    monkeypatch: pytest.MonkeyPatch, code: str, value: str
) -> None:
    point = metadata.EntryPoint("plate", value, GROUP)
    monkeypatch.setattr(metadata, "entry_points", lambda group: [point])
    with pytest.raises(MachineError) as caught:
        _plug_ins.__wrapped__()
    assert "“plate”" in assert_told(code, caught.value).sentence("zh")
