"""A slide kind from another package: one file with a `KIND`, named under an entry point."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from briefgen import kinds as packages

MODULE = '''
"""Turn a name into a name plate."""
from briefgen.record import Record
from typing import Annotated

from briefgen.kinds.base import Kind
from briefgen.brief.model import Text
from briefgen.brief.hints import Doc
from briefgen.parts.frame import fill, framed, slot


class Plate(Record):
    """A name in the middle of the slide."""

    name: Annotated[Text, Doc("Whose name it is.")]


def compose(slide, ctx):
    at = slot(ctx.layouts["content"], "body", 1)
    return (framed(ctx, slide, "content", (fill(ctx, at, slide.fields.name),)),)


KIND = Kind("plate", Plate, compose)
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
    told = json.loads(run(tmp_path, "kinds", "--json").stdout)
    assert told["plate"]["fields"] == {"name": "Whose name it is."}
    assert "cover" in told
    assert '"plate"' in run(tmp_path, "schema").stdout


def test_a_plug_in_stands_behind_what_is_built_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path)
    cover = MODULE.replace('Kind("plate"', 'Kind("cover"')
    (tmp_path / "covers.py").write_text(cover, "utf-8")
    with (tmp_path / "plates-1.0.dist-info/entry_points.txt").open("a") as points:
        points.write("cover = covers:KIND\n")
    monkeypatch.syspath_prepend(tmp_path)
    packages._plug_ins.cache_clear()
    try:
        known = packages.kinds()
        assert list(known) == [*known.built_in, "plate"]
        assert len(known) == len(known.built_in) + 1
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
