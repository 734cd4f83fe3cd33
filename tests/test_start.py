"""The first minutes: a small project, kinds one by one, icons, and names under pictures."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from outlines import made_in
from PIL import Image
from rows import every

from briefgen.answers.gallery import contact_sheet
from briefgen.answers.icons import sheet
from briefgen.answers.kinds_told import to_copy
from briefgen.build import check, load
from briefgen.cli import briefgen, main
from briefgen.kinds import kinds
from briefgen.machine.assets import icon_paths
from briefgen.request import Request


def run(*arguments: object) -> str:
    done = CliRunner().invoke(briefgen, [*map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(params=["zh", "en"])
def small(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    run("new", folder, "--language", request.param)
    return folder


def test_a_new_project_is_small_whole_and_without_a_word_of_complaint(small: Path) -> None:
    outline = small / "content" / "outline.yaml"
    assert len(outline.read_text("utf-8").splitlines()) <= 45
    assert [str(each) for each in check(Request(outline)) if each.severity != "note"] == []
    brief = load(Request(outline, ("base",))).briefs["base"]
    assert brief.theme == "neutral"
    assert [slide.kind for slide in brief.deck] == [
        "cover", "kpi", "bullets", "column", "table", "timeline",
    ]  # fmt: skip
    assert len(brief.sources) == 1
    assert [path.name for path in (small / "content" / "audiences").iterdir()] == ["leaders.yaml"]


@pytest.mark.slow
def test_a_new_project_builds_at_once(small: Path) -> None:
    run("build", small, "-o", small / "out")
    ends = {"library.pptx", "library.pdf", "library-leaders.pptx", "library-leaders.pdf"}
    assert set(made_in(small / "out")) >= ends


def test_its_comments_are_for_who_never_saw_yaml(small: Path) -> None:
    text = (small / "content" / "outline.yaml").read_text("utf-8")
    comments = re.findall(r"(?m)(?:^|\s)# ?(.+)$", text)
    assert len(comments) >= 9
    assert any("Tab" in each or "tabs" in each for each in comments)


@pytest.mark.slow
def test_its_examples_have_every_kind_and_build(small: Path) -> None:
    examples = small / "examples" / "examples.yaml"
    loaded = load(Request(examples, ("base",)))
    assert [str(p) for p in loaded.problems if p.severity != "note"] == []
    shown = {slide.kind for slide in loaded.briefs["base"].deck}
    assert shown == set(kinds().built_in)
    found = check(Request(examples, ("base",), formats=("deck",)))
    assert [str(each) for each in found if each.severity != "note"] == []


def test_the_reference_is_there_for_who_asks(tmp_path: Path) -> None:
    run("new", tmp_path / "six", "--reference")
    text = (tmp_path / "six" / "content" / "outline.yaml").read_text("utf-8")
    assert "slug: guangzhou-six" in text
    assert len(list((tmp_path / "six" / "content" / "audiences").iterdir())) >= 5


@pytest.mark.parametrize("option", ["--reference", "--language"])
def test_a_draft_takes_neither_language_nor_reference(tmp_path: Path, option: str) -> None:
    given = [option, "en"] if option == "--language" else [option]
    arguments = ["new", str(tmp_path / "p"), "--from", "a.txt", *given]
    done = CliRunner().invoke(briefgen, arguments)
    assert done.exit_code != 0
    assert not (tmp_path / "p").exists()


@every("tongue", ["zh", "en"])
@every("kind", sorted(kinds().built_in))
def test_each_kind_has_lines_to_copy(kind: str, tongue: str) -> None:
    lines = to_copy(kind, "zh" if tongue == "zh" else "en").splitlines()
    assert lines[0].startswith("- id: ")
    assert f"kind: {kind}" in [line.strip() for line in lines]
    assert 2 <= len(lines) <= 22
    assert not any("minutes:" in line for line in lines)


def test_one_kind_is_told_with_its_purpose_and_fields() -> None:
    told = run("kinds", "compare", "--lang", "zh")
    assert told.startswith("compare  对比：")
    assert "写法（可以照抄）：" in told
    assert "    kind: compare" in told
    assert "  left " in told


def test_a_kind_that_there_is_not_is_told_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["kinds", "bulets"])
    assert "did you mean “bullets”?" in capsys.readouterr().err


@pytest.mark.slow
def test_icons_are_listed_and_shown(tmp_path: Path) -> None:
    assert run("icons").split() == sorted(icon_paths())
    run("icons", "--gallery", tmp_path)
    with Image.open(tmp_path / "icons.png") as shown:
        assert shown.height >= len(icon_paths()) // 10 * 84
        assert sum(shown.convert("L").resize((660, 400)).histogram()[:200]) > 2000
    assert sheet() == sheet()


def test_pages_of_the_gallery_have_their_names_below() -> None:
    out = BytesIO()
    Image.new("RGB", (120, 60), (10, 20, 30)).save(out, "PNG")
    with Image.open(BytesIO(contact_sheet([out.getvalue()] * 2, ["bar", "table"]))) as named:
        below = named.crop((12, 12 + 60, 12 + 120, named.height)).convert("L")
        assert below.getextrema()[1] > 200
    with Image.open(BytesIO(contact_sheet([out.getvalue()] * 2))) as bare:
        assert bare.height == named.height - 20
