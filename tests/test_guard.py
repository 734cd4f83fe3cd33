"""A build keeps what somebody wrote into its files: edited, open, write-protected, unknown."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from outlines import DECK, OUTLINE, TOPICS, made_in, project
from pptx import Presentation
from pypdf import PdfReader, PdfWriter

from briefgen.build import Request, build
from briefgen.cli import briefgen
from briefgen.machine import guard
from briefgen.machine.files import write_all
from briefgen.machine.guard import put
from briefgen.machine.origin import untouched
from briefgen.messages import catalogue
from briefgen.problems import MachineError

RECORD = ".briefgen/written.json"


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    """A project that was built once, as deck and brief."""
    path = project(tmp_path, OUTLINE + TOPICS + DECK)
    assert ran(path).exit_code == 0
    return path


def ran(outline: Path, *options: str) -> Result:
    command = ["build", str(outline), "-a", "base", "-j", "1", *options]
    return CliRunner().invoke(briefgen, command, catch_exceptions=False)


def out(outline: Path) -> Path:
    return outline.parents[1] / "out"


def retitled(outline: Path, title: str = "新例") -> None:
    """Change the outline, so that everything that is made of it changes."""
    words = outline.read_text("utf-8")
    outline.write_text(words.replace("示例", title), "utf-8")


def edited(deck: Path) -> bytes:
    """Change a word on the first slide as a person would, and save."""
    shown = Presentation(str(deck))
    shown.slides[0].shapes.title.text_frame.text = "我改过的标题"
    shown.save(str(deck))
    return deck.read_bytes()


def title_of(deck: Path) -> str:
    return str(Presentation(str(deck)).slides[0].shapes.title.text_frame.text)


def remembered(folder: Path) -> dict[str, list[str]]:
    return dict(json.loads((folder / RECORD).read_text("utf-8"))["files"])


def test_a_deck_that_nobody_touched_is_replaced_without_a_word(outline: Path) -> None:
    retitled(outline)
    done = ran(outline)
    assert done.exit_code == 0
    assert "note" not in done.stderr
    assert list(made_in(out(outline))) == ["demo.pdf", "demo.pptx"]
    assert title_of(out(outline) / "demo.pptx") == "新例"


def test_an_edited_deck_stays_and_the_new_one_lies_beside_it(outline: Path) -> None:
    mine = edited(out(outline) / "demo.pptx")
    retitled(outline)
    done = ran(outline)
    assert done.exit_code == 0
    assert (
        "out/demo.pptx: note: edited since it was built, and left as it is; what was built now is "
        "demo.new.pptx (hint: carry over what you need; or build with --overwrite, which keeps "
        "yours as demo.edited-1.pptx) [edited-kept]" in done.stderr
    )
    assert [Path(line).name for line in done.stdout.split()] == ["demo.new.pptx", "demo.pdf"]
    assert (out(outline) / "demo.pptx").read_bytes() == mine
    assert title_of(out(outline) / "demo.new.pptx") == "新例"
    assert list(made_in(out(outline))) == ["demo.new.pptx", "demo.pdf", "demo.pptx"]


def test_it_is_told_in_chinese_too(outline: Path) -> None:
    edited(out(outline) / "demo.pptx")
    told = ran(outline, "--lang", "zh").stderr
    assert "out/demo.pptx: 说明：这个文件生成之后被改过，保持原样；这次生成的是" in told


def test_json_lists_where_files_stand_and_why(outline: Path) -> None:
    edited(out(outline) / "demo.pptx")
    said = json.loads(ran(outline, "--json").stdout)
    assert [Path(path).name for path in said["files"]] == ["demo.new.pptx", "demo.pdf"]
    assert ("out/demo.pptx", "note", "edited-kept") in [
        (each["file"], each["severity"], each["code"]) for each in said["problems"]
    ]


def test_even_a_strict_build_goes_on_beside_an_edited_file(outline: Path) -> None:
    edited(out(outline) / "demo.pptx")
    assert ran(outline, "--strict").exit_code == 0
    assert (out(outline) / "demo.new.pptx").is_file()


def test_from_python_the_report_says_where_everything_stands(outline: Path) -> None:
    mine = edited(out(outline) / "demo.pptx")
    report = build(Request(outline, ("base",), jobs=1))
    assert [path.name for path in report.written] == ["demo.new.pptx", "demo.pdf"]
    assert [each.code for each in report.problems if each.mark.file == "out/demo.pptx"] == [
        "edited-kept"
    ]
    report = build(Request(outline, ("base",), jobs=1, overwrite=True))
    assert [path.name for path in report.written] == ["demo.pptx", "demo.pdf"]
    assert (out(outline) / "demo.edited-1.pptx").read_bytes() == mine


def test_the_new_file_follows_the_outline_until_the_edit_is_gone(outline: Path) -> None:
    deck, new = out(outline) / "demo.pptx", out(outline) / "demo.new.pptx"
    edited(deck)
    retitled(outline)
    ran(outline)
    outline.write_text(outline.read_text("utf-8").replace("新例", "又一例"), "utf-8")
    assert "demo.new.pptx" in ran(outline).stderr
    assert title_of(new) == "又一例"
    deck.unlink()
    done = ran(outline)
    assert "note" not in done.stderr
    assert title_of(deck) == "又一例"
    assert not new.exists()
    assert "demo.new.pptx" not in remembered(out(outline))


def test_who_takes_the_new_file_by_renaming_it_is_not_told_again(outline: Path) -> None:
    deck, new = out(outline) / "demo.pptx", out(outline) / "demo.new.pptx"
    edited(deck)
    retitled(outline)
    ran(outline)
    os.replace(new, deck)
    retitled(outline, "第三例")
    outline.write_text(outline.read_text("utf-8").replace("新例", "第三例"), "utf-8")
    assert "note" not in ran(outline).stderr
    assert title_of(deck) == "第三例"


def test_an_edit_of_the_new_file_is_kept_as_well(outline: Path) -> None:
    deck, new = out(outline) / "demo.pptx", out(outline) / "demo.new.pptx"
    mine = edited(deck)
    ran(outline)
    also_mine = edited(new)
    retitled(outline)
    assert "demo.new-2.pptx" in ran(outline).stderr
    assert (deck.read_bytes(), new.read_bytes()) == (mine, also_mine)
    assert title_of(out(outline) / "demo.new-2.pptx") == "新例"
    ran(outline)
    assert sorted(made_in(out(outline))) == [
        "demo.new-2.pptx", "demo.new.pptx", "demo.pdf", "demo.pptx",
    ]  # fmt: skip


def test_overwriting_keeps_every_edit_under_a_name_of_its_own(outline: Path) -> None:
    deck = out(outline) / "demo.pptx"
    first = edited(deck)
    ran(outline)
    done = ran(outline, "--overwrite")
    assert "replaced as asked; what stood here before is demo.edited-1.pptx" in done.stderr
    retitled(outline)
    ran(outline)
    second = edited(deck)
    ran(outline, "--overwrite")
    made = made_in(out(outline))
    assert list(made) == ["demo.edited-1.pptx", "demo.edited-2.pptx", "demo.pdf", "demo.pptx"]
    assert (made["demo.edited-1.pptx"], made["demo.edited-2.pptx"]) == (first, second)
    assert title_of(deck) == "新例"
    assert "note" not in ran(outline, "--overwrite").stderr


def test_overwriting_works_where_a_file_has_one_name_only(
    outline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(*_: object) -> None:
        raise OSError("this disk knows no second names")

    monkeypatch.setattr(os, "link", link)
    mine = edited(out(outline) / "demo.pptx")
    assert ran(outline, "--overwrite").exit_code == 0
    assert (out(outline) / "demo.edited-1.pptx").read_bytes() == mine
    assert title_of(out(outline) / "demo.pptx") == "示例"


def test_a_change_that_is_taken_back_is_none(outline: Path) -> None:
    deck = out(outline) / "demo.pptx"
    before = deck.read_bytes()
    edited(deck)
    ran(outline)
    deck.write_bytes(before)
    assert "note" not in ran(outline).stderr
    assert list(made_in(out(outline))) == ["demo.pdf", "demo.pptx"]


def test_what_is_the_same_already_is_not_written_again(outline: Path) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in out(outline).iterdir()}
    record = (out(outline) / RECORD).read_bytes()
    ran(outline)
    assert {path.name: path.stat().st_mtime_ns for path in out(outline).iterdir()} == before
    assert (out(outline) / RECORD).read_bytes() == record


@pytest.mark.slow
@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("brief", "demo.pdf"), ("handout", "demo-handout.pdf"), ("png", "demo-01.png"),
        ("md", "demo.md"), ("deck", "demo.pptx"),
    ],
)  # fmt: skip
def test_every_format_is_kept_the_same_way(outline: Path, form: str, name: str) -> None:
    ran(outline, "-f", form)
    path = out(outline) / name
    path.write_bytes(path.read_bytes() + b"\n% mine")
    mine = path.read_bytes()
    retitled(outline)
    stem, ending = name.split(".")
    assert f"{stem}.new.{ending}" in ran(outline, "-f", form).stdout
    ran(outline, "-f", form, "--overwrite")
    assert path.read_bytes() != mine
    assert (out(outline) / f"{stem}.edited-1.{ending}").read_bytes() == mine
    assert not (out(outline) / f"{stem}.new.{ending}").exists()


def test_a_page_of_the_trace_is_kept_too(outline: Path, tmp_path: Path) -> None:
    page = tmp_path / "trace" / "numbers.html"
    command = ["trace", str(outline), "-a", "base", "-o", str(page)]
    CliRunner().invoke(briefgen, command, catch_exceptions=False)
    page.write_text(page.read_text("utf-8") + "<p>核对过</p>", "utf-8")
    mine = page.read_bytes()
    done = CliRunner().invoke(briefgen, command, catch_exceptions=False)
    assert (done.exit_code, Path(done.stdout.strip()).name) == (0, "numbers.new.html")
    assert "[edited-kept]" in done.stderr
    done = CliRunner().invoke(briefgen, [*command, "--overwrite"], catch_exceptions=False)
    assert Path(done.stdout.strip()).name == "numbers.html"
    assert page.with_name("numbers.edited-1.html").read_bytes() == mine


# ── what is in the way ──────────────────────────────────


@pytest.mark.slow
@pytest.mark.parametrize("lock", ["~$demo.pptx", "~$mo.pptx", ".~lock.demo.pptx#"])
def test_a_deck_that_is_open_is_named_and_the_others_are_written(outline: Path, lock: str) -> None:
    deck = out(outline) / "demo.pptx"
    before = made_in(out(outline))
    (out(outline) / lock).write_text("someone")
    retitled(outline)
    done = ran(outline, "--overwrite")
    assert done.exit_code == 0
    assert "out/demo.pptx: note: open in another program" in done.stderr
    assert f"if it is not open, remove {lock}" in done.stderr
    made = made_in(out(outline))
    assert made["demo.pptx"] == before["demo.pptx"]
    assert made["demo.pdf"] != before["demo.pdf"]
    assert title_of(out(outline) / "demo.new.pptx") == "新例"
    (out(outline) / lock).unlink()
    assert "note" not in ran(outline).stderr
    assert title_of(deck) == "新例"
    assert not (out(outline) / "demo.new.pptx").exists()


def test_a_file_that_the_system_holds_on_to_is_named_and_the_others_are_written(
    outline: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows does while a viewer has a file open."""
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target).name == "demo.pdf":
            raise PermissionError(13, "The process cannot access the file")
        real(source, target)

    before = made_in(out(outline))
    retitled(outline)
    with monkeypatch.context() as held:
        held.setattr(os, "replace", replace)
        done = ran(outline)
        edited(out(outline) / "demo.pptx")
        assert "held-kept" in ran(outline, "--overwrite").stderr
    assert done.exit_code == 0
    assert "out/demo.pdf: note: cannot be replaced (there is no permission)" in done.stderr
    made = made_in(out(outline))
    assert made["demo.pdf"] == before["demo.pdf"]
    assert made["demo.pptx"] != before["demo.pptx"]
    assert made["demo.new.pdf"].startswith(b"%PDF")
    assert "note" not in ran(outline).stderr
    assert made_in(out(outline))["demo.pdf"] == made["demo.new.pdf"]
    assert "demo.new.pdf" not in made_in(out(outline))


@pytest.mark.parametrize("second_names", [True, False])
def test_an_edited_file_that_is_held_keeps_its_name(
    outline: Path, monkeypatch: pytest.MonkeyPatch, second_names: bool
) -> None:
    real = os.replace

    def replace(source: Path, target: Path) -> None:
        if Path(target).name == "demo.pptx":
            raise PermissionError(13, "The process cannot access the file")
        real(source, target)

    def link(*_: object) -> None:
        raise OSError("this disk knows no second names")

    mine = edited(out(outline) / "demo.pptx")
    monkeypatch.setattr(os, "replace", replace)
    if not second_names:
        monkeypatch.setattr(os, "link", link)
    assert "[held-kept]" in ran(outline, "--overwrite").stderr
    assert (out(outline) / "demo.pptx").read_bytes() == mine
    assert list(made_in(out(outline))) == ["demo.new.pptx", "demo.pdf", "demo.pptx"]


def test_a_write_protected_file_stays(outline: Path) -> None:
    deck = out(outline) / "demo.pptx"
    before = deck.read_bytes()
    deck.chmod(stat.S_IRUSR)
    retitled(outline)
    done = ran(outline, "--overwrite")
    assert done.exit_code == 0
    assert "out/demo.pptx: note: write-protected, and left as it is" in done.stderr
    assert deck.read_bytes() == before
    deck.chmod(stat.S_IRUSR | stat.S_IWUSR)
    assert "note" not in ran(outline).stderr
    assert title_of(deck) == "新例"


def test_only_a_link_or_a_folder_in_the_place_of_a_file_stops_everything(outline: Path) -> None:
    before = made_in(out(outline))
    (out(outline) / "demo.pdf").unlink()
    (out(outline) / "demo.pdf").mkdir()
    retitled(outline)
    with pytest.raises(MachineError, match="is not a file"):
        build(Request(outline, ("base",), jobs=1))
    assert made_in(out(outline)) == {"demo.pptx": before["demo.pptx"]}


def test_a_folder_that_has_the_name_of_the_new_file_is_passed_over(outline: Path) -> None:
    edited(out(outline) / "demo.pptx")
    (out(outline) / "demo.new.pptx").mkdir()
    (out(outline) / "demo.edited-1.pptx").mkdir()
    assert "demo.new-2.pptx" in ran(outline).stdout
    ran(outline, "--overwrite")
    assert (out(outline) / "demo.edited-2.pptx").is_file()


# ── what is remembered ──────────────────────────────────


@pytest.mark.slow
@pytest.mark.parametrize(
    "damage",
    [
        b"", b"{", b"[]", b'"text"', b"\xff\xfe", b'{"files": 3, "version": 1}', b"[" * 5000,
        b'{"files": {"demo.pptx": 7}, "version": 1}', b'{"files": {}, "version": 99}', None,
    ],
)  # fmt: skip
def test_without_a_sound_record_edits_are_kept_and_the_rest_is_replaced(
    outline: Path, damage: bytes | None
) -> None:
    record = out(outline) / RECORD
    if damage is None:
        shutil.rmtree(record.parent)
    else:
        record.write_bytes(damage)
    mine = edited(out(outline) / "demo.pptx")
    before = made_in(out(outline))
    retitled(outline)
    done = ran(outline)
    assert done.exit_code == 0
    assert "out/demo.pptx: note: not known to be from a build" in done.stderr
    assert done.stderr.count("[unknown-kept]") == 1
    made = made_in(out(outline))
    assert made["demo.pptx"] == mine
    assert made["demo.pdf"] != before["demo.pdf"]
    assert set(remembered(out(outline))) == {"demo.new.pptx", "demo.pdf"}


def test_the_first_build_that_remembers_replaces_what_earlier_ones_made(outline: Path) -> None:
    shutil.rmtree(out(outline) / ".briefgen")
    retitled(outline)
    done = ran(outline)
    assert "note" not in done.stderr
    assert list(made_in(out(outline))) == ["demo.pdf", "demo.pptx"]
    assert title_of(out(outline) / "demo.pptx") == "新例"


def test_what_others_made_is_not_taken_for_a_build_of_ours(outline: Path) -> None:
    deck, page = out(outline) / "demo.pptx", out(outline) / "demo.pdf"
    assert untouched(deck.read_bytes())
    assert untouched(page.read_bytes())
    assert not untouched(edited(deck))
    again = PdfWriter(clone_from=PdfReader(page))
    again.add_metadata({"/Subject": "改过"})
    written = BytesIO()
    again.write(written)
    added = PdfWriter(BytesIO(page.read_bytes()), incremental=True)
    added.add_metadata({"/Subject": "改过"})
    appended = BytesIO()
    added.write(appended)
    for changed in (written.getvalue(), appended.getvalue(), page.read_bytes() + b"x" * 9):
        assert not untouched(changed)
    for other in (b"", b"PK", b"PK\x03\x04" + b"\0" * 90, b"%PDF-1.7", b"# Markdown"):
        assert not untouched(other)


def test_a_file_of_unknown_origin_is_never_destroyed(outline: Path) -> None:
    theirs = out(outline) / "demo.md"
    theirs.write_text("# 我的笔记", "utf-8")
    assert "[unknown-kept]" in ran(outline, "-f", "md").stderr
    assert theirs.read_text("utf-8") == "# 我的笔记"
    ran(outline, "-f", "md", "--overwrite")
    assert (out(outline) / "demo.edited-1.md").read_text("utf-8") == "# 我的笔记"
    assert "demo.md" in remembered(out(outline))


def test_an_unknown_file_with_the_very_same_bytes_is_taken_over(outline: Path) -> None:
    ran(outline, "-f", "md")
    shutil.rmtree(out(outline) / ".briefgen")
    assert "note" not in ran(outline, "-f", "md").stderr
    retitled(outline)
    assert "note" not in ran(outline, "-f", "md").stderr


def test_a_moved_folder_is_known_again(outline: Path, tmp_path: Path) -> None:
    edited(out(outline) / "demo.pptx")
    moved = tmp_path / "elsewhere" / "results"
    shutil.copytree(out(outline), moved)
    retitled(outline)
    done = ran(outline, "-o", str(moved))
    assert done.stderr.count("[edited-kept]") == 1
    assert list(made_in(moved)) == ["demo.new.pptx", "demo.pdf", "demo.pptx"]
    assert str(tmp_path) not in (moved / RECORD).read_text("utf-8")


def test_two_outlines_may_write_into_one_folder(outline: Path, tmp_path: Path) -> None:
    other = project(tmp_path / "other", (OUTLINE + TOPICS).replace("slug: demo", "slug: second"))
    ran(other, "-o", str(out(outline)))
    assert list(remembered(out(outline))) == ["demo.pdf", "demo.pptx", "second.pdf", "second.pptx"]
    edited(out(outline) / "demo.pptx")
    retitled(other)
    assert "note" not in ran(other, "-o", str(out(outline))).stderr
    retitled(outline)
    assert "[edited-kept]" in ran(outline).stderr


@pytest.mark.slow
def test_builds_at_the_same_time_forget_nothing(tmp_path: Path) -> None:
    names = [f"group-{number}" for number in range(4)]
    audiences = dict.fromkeys(names, "language: zh-Hans\n")
    path = project(tmp_path, OUTLINE + TOPICS, **audiences)
    command = (sys.executable, "-m", "briefgen", "build", str(path), "-f", "md", "-j", "1", "-a")
    running = [subprocess.Popen([*command, name]) for name in names]
    assert [each.wait() for each in running] == [0] * 4
    assert list(remembered(tmp_path / "out")) == [f"demo-{name}.md" for name in names]


def test_the_record_says_the_same_for_the_same_builds(tmp_path: Path) -> None:
    records = []
    for folder in ("one", "two"):
        path = project(tmp_path / folder, OUTLINE + TOPICS + DECK)
        for options in ((), ("-f", "md"), ("-f", "handout")):
            ran(path, *options)
        records.append((out(path) / RECORD).read_bytes())
    assert records[0] == records[1]
    assert list(json.loads(records[0])["files"]) == [
        "demo-handout.pdf", "demo.md", "demo.pdf", "demo.pptx",
    ]  # fmt: skip
    assert os.listdir(tmp_path / "one/out/.briefgen") == ["written.json"]


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_after_a_build_that_was_killed_nothing_counts_as_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turn: int
) -> None:
    one, two = tmp_path / "a.md", tmp_path / "b.md"
    real, calls = os.replace, []

    def replace(source: Path, target: Path) -> None:
        calls.append(target)
        if len(calls) == turn:
            raise KeyboardInterrupt
        real(source, target)

    put({one: b"1", two: b"1"}, root=tmp_path)
    with monkeypatch.context() as killed:
        killed.setattr(os, "replace", replace)
        with pytest.raises(KeyboardInterrupt):
            put({one: b"2", two: b"2"}, root=tmp_path)
    assert put({one: b"3", two: b"3"}, root=tmp_path).problems == ()
    assert made_in(tmp_path) == {"a.md": b"3", "b.md": b"3"}


def test_a_record_that_cannot_be_written_stops_before_any_file_is_touched(tmp_path: Path) -> None:
    (tmp_path / ".briefgen").write_text("a file")
    with pytest.raises(MachineError, match="cannot make the folder"):
        put({tmp_path / "a.md": b"1"}, root=tmp_path)
    assert made_in(tmp_path) == {".briefgen": b"a file"}


def test_new_projects_have_no_record_yet(tmp_path: Path) -> None:
    CliRunner().invoke(briefgen, ["new", str(tmp_path / "mine")], catch_exceptions=False)
    assert not list((tmp_path / "mine").rglob(".briefgen"))
    write_all({tmp_path / "raw.txt": b"1"})
    assert not (tmp_path / ".briefgen").exists()


def test_what_is_always_told_are_the_notes_of_this_room() -> None:
    from briefgen.cli.say import NOTES

    told = [code for code, each in catalogue().items() if code.endswith(("-kept", "-replaced"))]
    told = [code for code in told if catalogue()[code].severity == "note"]
    assert all(code in Path(guard.__file__).read_text("utf-8") for code in told)
    # Beside these, a page that was made otherwise, and what is left of earlier builds.
    assert sorted([*told, "page-empty", "page-from-deck", "stale-files"]) == sorted(NOTES)
