"""A slide kind from another package: one file with a `KIND`, named under an entry point."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import zipfile
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from tellings import assert_told

from briefgen import kinds as packages
from briefgen import messages
from briefgen.build import check
from briefgen.kinds.base import Kind
from briefgen.messages import add_messages, taken
from briefgen.messages.entry import TONGUES
from briefgen.problems import MachineError, Mark, Problem
from briefgen.record import replace
from briefgen.request import Request

MODULE = '''
"""Turn a name into a name plate."""
from typing import Annotated

from briefgen.plugin import Doc, Kind, Record, Text, fill, framed, slot


class Plate(Record):
    """A name in the middle of the slide."""

    name: Annotated[Text, Doc("Whose name it is.")]


def compose(fields, slide, ctx):
    at = slot(ctx.layouts["content"], "body", 1)
    return (framed(ctx, slide, "content", (fill(ctx, at, fields.name),)),)


KIND = Kind(name="plate", fields=Plate, compose=compose)
'''
OUTLINE = """\
brief: {slug: demo, title: 示例}
deck:
  - {id: who, kind: plate, title: 今天的主讲人, name: 李明}
"""


def install(site: Path, kind: str = "plate", module: str = MODULE) -> None:
    """Put the package where Python finds it, with what an installer would write beside it."""
    (site / "plates.py").write_text(module, "utf-8")
    info = site / "plates-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: plates\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[briefgen.kinds]\n{kind} = plates:KIND\n")


def run(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "briefgen.cli", *arguments],
        capture_output=True, text=True, encoding="utf-8", cwd=tmp_path, timeout=60,
        env={"PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"},
    )  # fmt: skip


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    path = tmp_path / "outline.yaml"
    path.write_text(OUTLINE, "utf-8")
    return path


@pytest.mark.slow
def test_a_plug_in_brings_a_slide_kind(tmp_path: Path, outline: Path) -> None:
    install(tmp_path)
    done = run(tmp_path, "build", str(outline), "-f", "deck", "-o", str(tmp_path / "out"))
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "out" / "demo.pptx") as deck:
        assert "李明" in deck.read("ppt/slides/slide1.xml").decode()
    told = json.loads(run(tmp_path, "kinds", "--json", "--fields").stdout)
    assert told["plate"]["fields"] == {"name": "Whose name it is."}
    assert "cover" in told
    assert '"plate"' in run(tmp_path, "schema").stdout


def test_a_plug_in_stands_behind_what_is_built_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path)
    cover = MODULE.replace('name="plate"', 'name="cover"')
    (tmp_path / "covers.py").write_text(cover, "utf-8")
    with (tmp_path / "plates-1.0.dist-info/entry_points.txt").open("a") as points:
        points.write("cover = covers:KIND\n")
    monkeypatch.syspath_prepend(tmp_path)
    packages._plug_ins.cache_clear()
    try:
        known = packages.kinds()
        built_in = len(known.built_in)
        assert list(known)[:built_in] == list(known.built_in)
        assert "plate" in list(known)[built_in:]
        assert len(known) == len(set(known))
        assert known["plate"].fields.__name__ == "Plate"
        assert known["cover"].fields.__name__ == "Cover"
        with pytest.raises(KeyError):
            known["badge"]
    finally:
        packages._plug_ins.cache_clear()


@pytest.mark.slow
def test_without_the_plug_in_the_kind_is_unknown(tmp_path: Path, outline: Path) -> None:
    done = run(tmp_path, "check", str(outline))
    assert done.returncode == 1
    assert "there is no slide kind “plate”" in done.stderr


@pytest.mark.parametrize(
    ("kind", "module", "told"),
    [
        ("plate", "import nothing_of_this_name", "“plate” of plates cannot be loaded"),
        ("plate", "KIND = 3", "is not a Kind named “plate”"),
        ("badge", MODULE, "is not a Kind named “badge”"),
        ("plate", MODULE.replace("    name:", "    notes:"), "Plate.notes: every slide has"),
    ],
)
@pytest.mark.slow
def test_a_plug_in_that_cannot_be_used_is_named(
    tmp_path: Path, outline: Path, kind: str, module: str, told: str
) -> None:
    install(tmp_path, kind, module)
    done = run(tmp_path, "check", str(outline))
    assert done.returncode == 3
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, module: str) -> Kind[Any]:
    """The kind that is called `plate` in a module."""
    name = f"plates_{tmp_path.name}"
    (tmp_path / f"{name}.py").write_text(module, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(messages, "_ADDED", {})
    return packages._plug_in(EntryPoint("plate", f"{name}:KIND", packages.GROUP))


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("names: list[str]", "no way to read"),
        ("title: Text", "Plate.title: every slide has a field of this name already"),
        ("more: tuple['Plate', ...] = ()", "Plate is a part of itself"),
        ("name: Annotated[Text, Verbatim('source')]", "of no field that names a source"),
    ],
)
def test_fields_that_cannot_be_read_are_refused_when_the_kind_is_loaded(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fields: str, told: str
) -> None:
    module = MODULE.replace('name: Annotated[Text, Doc("Whose name it is.")]', fields)
    module = module.replace("import Doc", "import Verbatim, Doc")
    with pytest.raises(MachineError) as caught:
        loaded(monkeypatch, tmp_path, module)
    assert told in assert_told("plugin-not-loaded", caught.value).message


def test_fields_have_to_be_a_record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="is no Record"):
        loaded(monkeypatch, tmp_path, MODULE.replace("fields=Plate", "fields=dict"))


def test_a_kind_without_a_docstring_has_no_purpose(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kind = loaded(monkeypatch, tmp_path, MODULE.replace('"""A name in', 'pass  # """'))
    assert kind.purpose == ""


SAID = """
KIND = Kind(
    name="plate", fields=Plate, compose=compose,
    messages={CODE: Message(
        severity="warning", sentence=Words("{name} is no name", "“{name}”不像人名"),
        means=Words("A plate is for people.", "名牌是给人用的。"),
    )},
)
"""


def saying(code: str) -> str:
    """The module with a message under this code."""
    module = MODULE.replace("import Doc", "import Message, Words, Doc")
    return module + SAID.replace("CODE", repr(code))


def test_a_kinds_messages_are_told_as_briefgens_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kind = loaded(monkeypatch, tmp_path, saying("plate-no-name"))
    assert list(kind.messages) == ["plate-no-name"]
    problem = Problem("plate-no-name", (("name", "厂房"),), Mark("a.yaml", 3, 5))
    assert problem.told("zh") == "a.yaml:3:5: 警告：“厂房”不像人名"
    assert problem.told("en") == "a.yaml:3:5: warning: 厂房 is no name"
    assert taken(kind.messages) == ()
    add_messages(kind.messages)
    other = {"plate-no-name": replace(kind.messages["plate-no-name"], severity="note")}
    assert taken(other) == ("plate-no-name",)
    with pytest.raises(ValueError, match="there already: plate-no-name"):
        add_messages(other)


def test_a_kind_may_not_take_the_code_of_another_message(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(MachineError) as caught:
        loaded(monkeypatch, tmp_path, saying("missing-title"))
    problem = assert_told("plugin-message-taken", caught.value)
    assert "missing-title" in problem.sentence("zh")
    assert "\n" not in str(caught.value)
    assert messages._ADDED == {}


def test_the_code_of_a_kinds_message_begins_with_its_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(MachineError) as caught:
        loaded(monkeypatch, tmp_path, saying("plates-no-name"))
    assert "“plate-”" in assert_told("plugin-message-name", caught.value).sentence("zh")
    assert "\n" not in str(caught.value)
    assert messages._ADDED == {}


FRAMED = 'framed(ctx, slide, "content", (fill(ctx, at, fields.name),))'


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("return 1 / 0", "ZeroDivisionError: division by zero"),
        ("raise ValueError('one\\n  two')", "ValueError: one two"),
        ("raise OSError(2, 'gone', 'x' * 9000)", "FileNotFoundError: [Errno 2] gone"),
        ("def again(): again()\n    again()", "RecursionError: "),
        ("return framed(ctx, slide, 'content', ())", "TypeError: "),
        ("ctx.problems.add('plate-gone', slide.mark)", "no message has the code 'plate-gone'"),
        ("ctx.problems.add('plate-no-name', slide.mark)", "'plate-no-name' is told without name"),
        ("ctx.layouts['conten']", "there is no layout 'conten', only cover agenda "),
        ("slot(ctx.layouts['content'], 'body', 2)", "'content' has no placeholder body 2"),
        ("slot(ctx.layouts['content'], 'picture')", "'content' has no placeholder picture"),
        ("at = slot(ctx.layouts['section'], 'subtitle')", "has no placeholder subtitle"),
        ("Numbering('a.', 1)", "ValueError: 'a.' is none of the schemes 1. 1) (1) ① 一、 （一）"),
        ("return (replace(FRAMED, layout='conten'),)", "there is no layout 'conten'"),
    ],
)
def test_a_fault_of_a_kind_is_told_with_kind_package_and_slide(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, outline: Path, body: str, why: str
) -> None:
    module = saying("plate-no-name").replace("import Message", "import Numbering, replace, Message")
    usual = f"    return ({FRAMED},)"
    install(
        tmp_path, module=module.replace(usual, f"    {body.replace('FRAMED', FRAMED)}\n{usual}")
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "plates", raising=False)
    monkeypatch.setattr(messages, "_ADDED", {})
    packages._plug_ins.cache_clear()
    try:
        with pytest.raises(MachineError) as caught:
            check(Request(outline))
    finally:
        packages._plug_ins.cache_clear()
        del sys.modules["plates"]
    problem = assert_told("kind-failed", caught.value)
    assert problem.mark == Mark(outline.name, 3, 5)
    for tongue in TONGUES:
        assert why in problem.sentence(tongue)
        assert "\n" not in problem.told(tongue)
        assert len(problem.told(tongue)) < 700
    assert problem.sentence("en").startswith(
        "the slide kind “plate” of plates cannot make the slide “who” ("
    )


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_traceback_of_a_kinds_fault_is_shown_to_who_asks_for_it(
    tmp_path: Path, outline: Path, jobs: str
) -> None:
    install(tmp_path, module=MODULE.replace('["content"]', '["conten"]'))
    (tmp_path / "audiences").mkdir()
    (tmp_path / "audiences/guest.yaml").write_text("name: 来宾", "utf-8")
    arguments = ("build", str(outline), "-f", "deck", "-f", "md", "--jobs", jobs)
    done = run(tmp_path, "--lang", "zh", *arguments)
    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert "outline.yaml:3:5: 错误：plates 的页面类型“plate”做不出页面“who”" in line
    assert line.endswith("[kind-failed]")
    done = run(tmp_path, "--debug", *arguments)
    assert done.returncode == 3
    assert 'at = slot(ctx.layouts["conten"], "body", 1)' in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_error_from_a_worker_keeps_its_notes() -> None:
    error = MachineError.of("out-of-memory")
    error.add_note("in a worker process")
    again = pickle.loads(pickle.dumps(error))
    assert (list(again.problems), again.__notes__) == (list(error.problems), error.__notes__)


@pytest.mark.slow
def test_no_plug_in_is_looked_for_without_need(tmp_path: Path) -> None:
    path = tmp_path / "outline.yaml"
    path.write_text(OUTLINE.replace("plate", "closing").replace(", name: 李明", ""), "utf-8")
    install(tmp_path, module="raise SystemExit(9)")
    code = (
        "import sys; from briefgen.build import Request, check; from pathlib import Path; "
        f"check(Request(Path({str(path)!r}))); print('importlib.metadata' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, timeout=60,
        env={"PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert done.stdout.strip() == "False", done.stderr
