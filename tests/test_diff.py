"""Which figures differ between two states of an outline: files, folders, git revisions."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from outlines import ARTICLE, DECK, OUTLINE, TOPICS, project

from briefgen.cli import briefgen

FIGURE = "  firms:\n    value: 1.3万家\n    kind: stock\n    label: {zh: 企业, en: Firms}\n    quote: 拥有1.3万家企业\n"  # noqa: E501
NEW = "  fund: {value: 10亿元, kind: plan, label: 总规模, quote: 总规模10亿元}\n"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def run(*arguments: str | Path) -> Result:
    done = CliRunner().invoke(briefgen, ["diff", *map(str, arguments)])
    assert "Traceback" not in done.output
    return done


def told(*arguments: str | Path) -> dict[str, dict[str, object]]:
    done = run(*arguments, "--json")
    assert done.exit_code == 0, done.output
    return {change["id"]: change for change in json.loads(done.stdout)["figures"]}


def git(folder: Path, *arguments: str) -> str:
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True,
        env={**os.environ, **alone},
    ).stdout  # fmt: skip


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "state")


def mend(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two commits: the second changes a figure, and its sentence."""
    folder = tmp_path / "work"
    outline = project(folder, OUTLINE + TOPICS + DECK)
    git(folder, "init", "-q", "-b", "main")
    commit(folder)
    mend(folder / "seeds/article.txt", "超3200亿元", "超3300亿元")
    mend(outline, "value: 3200亿元", "value: 3300亿元")
    mend(outline, "产值超3200亿元", "产值超3300亿元")
    commit(folder)
    monkeypatch.chdir(folder)
    return folder


def test_a_changed_figure_with_where_it_is_shown(repository: Path) -> None:
    text = run("HEAD~1").stdout
    assert "~ output  超3200亿元 → 超3300亿元  产值" in text
    assert "quote was: 去年全市产值超3200亿元" in text
    assert "now: 去年全市产值超3300亿元" in text
    assert "shown in deck 3 numbers: 标题, 关键数字" in text
    assert "shown in deck 4 one:" in text
    assert "shown in brief: " in text
    assert "firms" not in text
    assert "between HEAD~1 and the working tree: 1 changed" in text


def test_json_has_both_states(repository: Path) -> None:
    changes = told("HEAD~1", "HEAD")
    assert list(changes) == ["output"]
    change = changes["output"]
    assert change["change"] == "changed"
    assert change["keys"] == ["display", "value", "quote"]
    assert change["old"]["value"] == "320000000000"  # type: ignore[index]
    assert change["new"]["value"] == "330000000000"  # type: ignore[index]
    assert {use["slide"] for use in change["new"]["used_in"]} == {
        "cover", "numbers", "part", "one", "brief",
    }  # fmt: skip


def test_the_working_tree_against_the_last_commit(repository: Path) -> None:
    done = run()
    assert done.exit_code == 0
    assert done.stdout == "no figure differs between HEAD and the working tree\n"
    outline = repository / "content/outline.yaml"
    mend(outline, FIGURE, NEW)
    mend(outline, "拥有{firms}企业", "共{fund}")
    mend(outline, "figures: [firms]", "figures: [fund]")
    mend(outline, "figures: [output, firms]", "figures: [output, fund]")
    changes = told()
    assert {id: change["change"] for id, change in changes.items()} == {
        "fund": "added",
        "firms": "removed",
    }
    assert changes["firms"]["new"] is None
    text = run().stdout
    assert "+ fund  10亿元  总规模" in text
    assert "- firms  1.3万家  企业" in text
    assert "was shown in deck 5 two" in text
    assert text.endswith("1 added, 1 removed\n")


def test_a_sentence_that_only_moved_is_no_change(repository: Path) -> None:
    source = repository / "seeds/article.txt"
    source.write_text("序言。\n\n" + source.read_text("utf-8"), "utf-8")
    assert told("HEAD") == {}


def test_the_repository_is_only_read(repository: Path) -> None:
    before = git(repository, "status", "--porcelain"), git(repository, "rev-parse", "HEAD")
    run("HEAD~1", "HEAD")
    assert (
        git(repository, "status", "--porcelain"),
        git(repository, "rev-parse", "HEAD"),
    ) == before
    assert not (repository / "out").exists()


def test_two_files_and_two_folders(tmp_path: Path) -> None:
    old = project(tmp_path / "old", OUTLINE + TOPICS)
    new = project(
        tmp_path / "new", OUTLINE.replace("label: {zh: 产值", "label: {zh: 总产值") + TOPICS
    )
    for arguments in ((old, new), (tmp_path / "old", tmp_path / "new")):
        changes = told(*arguments)
        assert changes["output"]["keys"] == ["label"]
        assert "label was: 产值" in run(*arguments).stdout


def test_includes_and_an_outline_at_the_top_of_its_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "资料").mkdir()
    (tmp_path / "资料/article.txt").write_text(ARTICLE, "utf-8")
    head, _, figures = OUTLINE.partition("figures:")
    head = head.replace("seeds/article.txt", "资料/article.txt")
    (tmp_path / "numbers.yaml").write_text("figures:" + figures, "utf-8")
    (tmp_path / "my outline.yaml").write_text("include: [numbers.yaml]\n" + head + TOPICS, "utf-8")
    git(tmp_path, "init", "-q")
    commit(tmp_path)
    mend(tmp_path / "numbers.yaml", "kind: stock", "kind: actual")
    monkeypatch.chdir(tmp_path)
    changes = told("HEAD", "--outline", "my outline.yaml")
    assert {id: change["keys"] for id, change in changes.items()} == {"firms": ["kind"]}


@pytest.mark.parametrize("revision", ["nope", "HEAD~9", "--", "@{upstream}", "x y"])
def test_no_such_revision(repository: Path, revision: str) -> None:
    done = run("--", revision) if revision != "--" else run("HEAD", "nope")
    assert done.exit_code == 2
    assert "neither a file nor a revision" in done.stderr


def test_an_outline_that_was_not_there_yet(repository: Path) -> None:
    (repository / "other").mkdir()
    shutil.copytree(repository / "content", repository / "other/content")
    shutil.copytree(repository / "seeds", repository / "other/seeds")
    done = run("HEAD", "--outline", "other/content/outline.yaml")
    assert done.exit_code == 2
    assert "HEAD has no other/content/outline.yaml" in done.stderr


def test_no_repository_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = project(tmp_path, OUTLINE + TOPICS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    done = run("HEAD", "--outline", outline)
    assert done.exit_code == 2
    assert "in no git repository" in done.stderr
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    done = run("HEAD")
    assert done.exit_code == 2
    assert "git is not installed" in done.stderr


def test_errors_are_told_with_the_side_they_are_of(repository: Path) -> None:
    mend(repository / "content/outline.yaml", "value: 3300亿元", "value: 3400亿元")
    commit(repository)
    mend(repository / "content/outline.yaml", "value: 3400亿元", "value: 3300亿元")
    done = run("HEAD")
    assert done.exit_code == 1
    assert "error: HEAD has errors" in done.stderr
    assert "content/outline.yaml:9:12: error: 3400亿元 does not stand in the quote" in done.stderr


def test_a_link_in_a_revision_is_not_followed(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(ARTICLE, "utf-8")
    source = repository / "seeds/article.txt"
    kept = source.read_text("utf-8")
    source.unlink()
    source.symlink_to(tmp_path / "secret.txt")
    commit(repository)
    source.unlink()
    source.write_text(kept, "utf-8")
    done = run("HEAD")
    assert done.exit_code == 1
    assert "seeds/article.txt cannot be read" in done.stderr
