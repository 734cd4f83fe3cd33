"""`import briefgen`: what Python programs and notebooks use."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from outlines import DECK, OUTLINE, TOPICS, project
from typed import checked

import briefgen

HERE = Path(__file__).parent


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    return project(tmp_path, OUTLINE + TOPICS + DECK, guest="name: 客人\ndeck: {drop: [one]}\n")


def test_what_is_exported_is_kept() -> None:
    assert briefgen.__all__ == [
        "BriefgenError",
        "Built",
        "ContentError",
        "Finding",
        "Fix",
        "MachineError",
        "Outline",
        "Slide",
        "Traced",
        "__version__",
        "build",
        "check",
        "convert",
        "load",
        "trace",
    ]
    for name in briefgen.__all__:
        assert name in dir(briefgen)
        if name != "__version__":
            assert inspect.getdoc(getattr(briefgen, name)), name


def test_signatures_are_kept() -> None:
    def said(name: str) -> list[str]:
        return list(inspect.signature(getattr(briefgen, name)).parameters)

    assert said("load") == ["outline", "audiences", "theme"]
    assert said("check") == ["outline", "audiences"]
    assert said("build")[:3] == ["outline", "audiences", "formats"]
    assert said("trace") == ["outline", "audience"]
    assert said("convert") == ["outline"]


def test_a_name_that_is_not_there_is_an_error() -> None:
    name = "bild"
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        getattr(briefgen, name)


def test_the_function_stays_where_a_module_has_its_name(outline: Path, tmp_path: Path) -> None:
    import briefgen.build as module

    assert callable(module.check)
    assert module.make_one
    made = briefgen.build(outline, ["base"], ["deck"], out=tmp_path / "out")
    assert [path.name for path in made.files] == ["demo.pptx"]
    assert made.files[0].read_bytes()[:2] == b"PK"
    assert made.seconds > 0


def test_slides_are_looked_at_one_by_one(outline: Path) -> None:
    read = briefgen.load(outline)
    assert read.sound
    assert read.audiences == ("base", "guest")
    slides = read.slides()
    assert [slide.id for slide in slides] == ["cover", "part", "numbers", "one", "two", "end"]
    numbers = slides[2]
    assert (numbers.kind, numbers.title) == ("kpi", "产值超3200亿元")
    assert numbers.figures == ("output", "firms")
    picture = numbers._repr_png_()
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert picture != slides[0].png()
    assert len(numbers.png(dpi=30)) < len(picture)
    assert "one" not in [slide.id for slide in read.slides("guest")]


def test_findings_are_typed_and_errors_leave_no_slides(tmp_path: Path) -> None:
    outline = project(tmp_path, OUTLINE + "deck:\n  - {kind: bulets, title: 甲, points: [一]}\n")
    (finding,) = briefgen.check(tmp_path)
    assert isinstance(finding, briefgen.Finding)
    assert finding.fix == briefgen.Fix("content/outline.yaml", 20, 12, 18, "bullets")
    read = briefgen.load(outline)
    assert not read.sound
    assert read.slides() == ()
    with pytest.raises(briefgen.ContentError):
        briefgen.build(outline)
    assert not (tmp_path / "out").exists()
    with pytest.raises(briefgen.MachineError):
        briefgen.load(tmp_path / "nothing.yaml")


def test_a_trace_says_where_each_number_comes_from(outline: Path) -> None:
    output, firms = briefgen.trace(outline)
    assert (output.id, output.display, output.label) == ("output", "超3200亿元", "产值")
    assert (output.file, output.line, output.column) == ("seeds/article.txt", 1, 1)
    assert "numbers" in output.slides
    assert firms.quote == "拥有1.3万家企业"


def test_an_outline_is_converted(outline: Path) -> None:
    assert briefgen.convert(outline).startswith("---\nbrief:")


UNASKED = """
import sys
before = set(sys.modules)
import briefgen
print(*sorted(name for name in set(sys.modules) - before if name != "briefgen"))
"""


def test_importing_costs_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", UNASKED], capture_output=True, text=True, check=True
    )
    heavy = ("briefgen", "yaml", "msgspec", "click", "mcp", "pydantic", "asyncio", "json")
    assert [name for name in done.stdout.split() if name.split(".")[0] in heavy] == []


@pytest.mark.slow
def test_types_are_known_to_checkers(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    program = tmp_path / "use.py"
    program.write_text(
        "import briefgen\n\n"
        "made: briefgen.Built = briefgen.build('a')\n"
        "found: tuple[briefgen.Finding, ...] = briefgen.check('a')\n"
        "wrong: int = briefgen.check('a')\n",
        "utf-8",
    )
    told = checked(program, tmp_path_factory)
    assert told.count("error:") == 1, told
    assert "use.py:5" in told
