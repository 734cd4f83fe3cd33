"""Messages of the ledger, of themes, checks and pages: provoked, and their examples run."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import parts, told, whole
from outlines import OUTLINE, TOPICS, project
from PIL import Image
from tellings import assert_told, examples

import briefgen
from briefgen.answers import diff
from briefgen.build import check, load
from briefgen.checks.leaks import search
from briefgen.checks.leaks_read import read_file
from briefgen.facts.formula import FormulaError, evaluate
from briefgen.messages import (
    catalogue,
    checks,
    formulas,
    ledger,
    looks,
    pages,
    phrases,
    quantities,
    revisions,
    theme,
)
from briefgen.messages.entry import TONGUES
from briefgen.outline.folder import BASE
from briefgen.problems import NOWHERE, Problem, Problems
from briefgen.request import Request
from briefgen.theme import load as load_theme_module
from briefgen.theme.load import load_theme
from briefgen.theme.vision import DEFICIENCIES

OUTLINES = (
    ledger.MESSAGES
    | looks.MESSAGES
    | quantities.MESSAGES
    | formulas.MESSAGES
    | checks.MESSAGES
    | pages.MESSAGES
)


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems}


# ── The examples ─────────────────────────────────────────────────────────────


@pytest.mark.slow
@pytest.mark.parametrize("code", [*examples(OUTLINES), "no-theme"])
def test_the_examples_of_outlines_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    message = catalogue()[code]
    problem = assert_told(code, told(tmp_path / "wrong", message.wrong))
    assert problem.mark.line
    right = told(tmp_path / "right", message.right)
    assert code not in codes(right)
    # What is right has no other fault either.
    assert [str(each) for each in right if each.severity == "error"] == []


def themed(folder: Path, text: str) -> list[Problem]:
    """The problems of a theme of a project's own."""
    own = folder / "content/themes"
    own.mkdir(parents=True)
    (own / "ours.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    load_theme("ours", NOWHERE, problems, own)
    return list(problems)


@pytest.mark.parametrize("code", examples(theme.MESSAGES, "no-theme"))
def test_the_examples_of_themes_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    message = catalogue()[code]
    assert_told(code, themed(tmp_path / "wrong", message.wrong))
    assert [str(each) for each in themed(tmp_path / "right", message.right)] == []


# ── What needs more than the text of an example ──────────────────────────────


def test_a_theme_that_is_a_link_is_told(tmp_path: Path) -> None:
    own = tmp_path / "content/themes"
    own.mkdir(parents=True)
    (tmp_path / "elsewhere.yaml").write_text("name: 我司", encoding="utf-8")
    (own / "linked.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    problems = Problems()
    assert load_theme("linked", NOWHERE, problems, own) is None
    assert_told("theme-outside", problems)


def test_a_theme_that_the_system_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, file: str, problems: Problems) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(load_theme_module, "read_file", refuse)
    problem = assert_told("theme-unreadable", themed(tmp_path, "name: 我司"))
    assert problem.sentence("zh") == "读不了 content/themes/ours.yaml：没有权限"


def test_whom_two_colours_look_alike_to_is_told_in_both_languages() -> None:
    for key in (*DEFICIENCIES, "greyscale"):
        assert phrases()[key].en == key
        assert phrases()[key].zh


def test_a_source_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = project(tmp_path)
    for data, code in (
        ("去年全市产值超3200亿元\n".encode("gb18030") + b"\xff\xfe\xff", "source-encoding"),
        (b"PK\x03\x04" + bytes(range(99)), "source-document"),
        (b"%PDF-1.7\n", "source-document"),
        (b"\xef\xbb\xbf \r\n", "source-empty"),
    ):
        (tmp_path / "seeds/article.txt").write_bytes(data)
        problem = assert_told(code, check(Request(path, (BASE,))))
        assert "seeds/article.txt" in problem.sentence("zh")


def test_a_formula_that_is_nested_too_deeply_is_told() -> None:
    with pytest.raises(FormulaError) as refused:
        evaluate("(" * 99 + "1" + ")" * 99, {})
    problems = Problems()
    refused.value.tell(problems, NOWHERE, figure="rest")
    assert_told("formula-too-deep", problems)


LONG = "这一段文字写得实在太长" * 12


def steps(count: int, length: int) -> str:
    """A slide of so many steps, each with a text so long."""
    each = (f"{{head: 第{sign}步, text: {LONG * length}}}" for sign in "甲乙丙丁戊己"[:count])
    return f"[{{kind: process, title: 怎么办, steps: [{', '.join(each)}]}}]"


@pytest.mark.parametrize(
    ("deck", "code"),
    [
        (f"[{{kind: section, title: {LONG * 4}}}]", "overflow"),
        (f"[{{kind: section, title: {{text: {LONG * 4}, short: {LONG * 2}}}}}]", "overflow"),
        (f"[{{kind: table, title: 表, header: [甲, 乙], rows: [[{LONG * 9}, 丙]]}}]",
         "table-too-tall"),
        (steps(3, 1), "fitted"),
        (steps(6, 2), "spread"),
        (steps(4, 3), "to-the-notes"),
        ("[{kind: cards, title: 三, cards: [{head: Donaudampfschifffahrtsgesellschaft, text: 甲}, "
         "{head: 乙, text: 乙}, {head: 丙, text: 丙}]}]", "split"),
    ],
)  # fmt: skip
def test_what_does_not_fit_a_slide_is_told(tmp_path: Path, deck: str, code: str) -> None:
    problem = assert_told(code, told(tmp_path, f"deck: {deck}"))
    assert problem.mark.line == 1


def test_a_printed_page_that_was_made_to_fit_is_told(tmp_path: Path) -> None:
    def grown(times: int) -> list[Problem]:
        topics = TOPICS.replace("全市产值{output}。", "全市产值{output}。" + LONG * times)
        topics = topics.replace("打造创新轴。", "打造创新轴。" + LONG * 40)
        outline = f"{OUTLINE}{topics}\npage: {{style: article}}\n"
        return list(check(Request(project(tmp_path, outline), (BASE,), ("brief",))))

    problem = assert_told("copyfit", grown(10))
    assert problem.sentence("zh") == "打印页作了以下处理才放下：正文 9.09 磅、收紧行距和间距"
    problem = assert_told("page-too-full", grown(20))
    assert problem.sentence("zh").startswith("打印页放不下：专题，高出约 ")


def test_figures_that_a_page_in_pictures_has_no_room_for_are_told(tmp_path: Path) -> None:
    topics = TOPICS.replace("全市产值{output}。", "全市产值{output}。" + LONG * 60)
    path = project(tmp_path, OUTLINE + topics.replace("[output]", "[]"))
    problem = assert_told(
        "picture-without-figures", list(check(Request(path, (BASE,), ("brief",))))
    )
    assert problem.sentence("zh").endswith("：output")


def test_a_picture_with_too_few_pixels_is_told(tmp_path: Path) -> None:
    Image.new("RGB", (60, 40)).save(tmp_path / "photo.png")
    example = (
        "deck: [{kind: case, title: 一个案例, image: {file: photo.png, alt: 江边的楼}, "
        "figure: output, facts: [{head: 事实, text: 说明}]}]"
    )
    assert_told("blurred", told(tmp_path, example))


RESTRICTED = """\
deck:
  - {id: secret, kind: section, title: 内部掌握的情况和下一步打算, only: cadre}
  - {id: short, kind: section, title: 密, only: cadre}
  - {id: open, kind: section, title: 公开的情况}
"""


def test_what_leaks_is_told_with_its_place_in_both_languages(tmp_path: Path) -> None:
    outline = whole(RESTRICTED)
    path = project(tmp_path, outline, cadre="name: 干部\n", public="name: 公众\n")
    brief = load(Request(path, ("public",))).briefs["public"]
    problems = Problems()
    search({"demo.md": "内部掌握的情况和下一步打算".encode()}, brief, problems)
    problem = assert_told("leak", problems)
    assert problem.sentence("zh") == (
        "“内部掌握的情况和下一步打算”只给 cadre 看，却出现在 demo.md 里：正文"
    )
    assert_told("leak-unsearched", problems)


def test_where_words_stand_in_a_file_is_told_in_both_languages() -> None:
    (found,) = read_file("a.png", b"\x89PNG")
    assert [found.place.told(tongue) for tongue in TONGUES] == ["its metadata", "元数据"]


@pytest.mark.parametrize(("revision", "code"), [("HAED~1", "no-revision"), ("HEAD", "git-refuses")])
def test_a_revision_that_is_not_there_is_told(tmp_path: Path, revision: str, code: str) -> None:
    path = project(tmp_path)
    if code == "no-revision":
        subprocess.run(["git", "init", "-q", tmp_path], check=True)
    with pytest.raises(diff.NoRevisionError) as refused, diff.opened(revision, path):
        pass
    assert_told(code, refused.value)


def test_a_machine_without_git_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(diff.NoRevisionError) as refused, diff.opened("HEAD", project(tmp_path)):
        pass
    assert_told("no-git", refused.value)


# ── Whether each is there ────────────────────────────────────────────────────

# The errors of facts, each with the parts that whoever tells it adds.
RAISED: dict[str, set[str]] = {"FormulaError": {"figure"}, "QuantityError": set()}


def refusals() -> Iterator[tuple[str, set[str]]]:
    """Every code that an error of facts is raised with, and the parts it is told with."""
    for path in sorted((Path(briefgen.__file__).parent / "facts").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if called in RAISED:
                (code,) = node.args
                assert isinstance(code, ast.Constant)
                yield code.value, {str(each.arg) for each in node.keywords} | RAISED[called]


def test_what_is_refused_has_a_message_that_names_its_parts() -> None:
    found = list(refusals())
    assert len(found) > 15
    for code, given in found:
        assert given == catalogue()[code].names, code


def test_every_message_has_an_example_but_where_it_needs_more() -> None:
    rooms = OUTLINES | theme.MESSAGES | revisions.MESSAGES
    without = {code for code, each in rooms.items() if not each.wrong or not each.right}
    assert without == {
        "blurred", "copyfit", "figures-elsewhere", "fitted", "formula-too-deep",
        "formula-too-large", "formula-too-long", "git-refuses", "git-too-slow",
        "image-cropped", "image-undescribed", "leak",
        "leak-unsearched", "no-git", "outline-outside-repository", "overflow", "page-too-full",
        "picture-without-figures",
        "revision-file-too-large", "revision-path-outside", "revision-too-many-files",
        "side-has-errors",
        "source-document", "source-empty",
        "source-encoding", "split", "spread", "table-too-tall", "theme-outside",
        "theme-unreadable", "to-the-notes",
    }  # fmt: skip


def test_an_example_is_a_whole_outline() -> None:
    assert list(parts(whole("deck: []"))) == ["deck", "brief", "sources", "figures"]
