"""What a revision brings along, and that reading it runs nothing of the repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from outlines import DECK, OUTLINE, TOPICS, project
from PIL import Image
from tellings import HANZI

from briefgen.answers import revision
from briefgen.cli import briefgen
from briefgen.machine import repository
from briefgen.machine.assets import shipped

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def git(folder: Path, *arguments: str) -> str:
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True,
        env={**os.environ, **alone},
    ).stdout.strip()  # fmt: skip


def committed(folder: Path) -> Path:
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "state")
    return folder


def diff(*arguments: str | Path) -> Result:
    done = CliRunner().invoke(briefgen, ["diff", *map(str, arguments)])
    assert "Traceback" not in done.output
    return done


def refused(code: str, *arguments: str | Path) -> str:
    """What is told where a revision cannot be read: one line, in either language, with its code."""
    chinese, english = (diff(*arguments, "--lang", each) for each in ("zh", "en"))
    for done in (chinese, english):
        assert done.exit_code == 2
        (line,) = done.stderr.splitlines()
        assert line.endswith(f" [{code}]")
    assert HANZI.search(chinese.stderr)
    return english.stderr


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of one commit, which holds a small project."""
    folder = tmp_path / "work"
    project(folder, OUTLINE + TOPICS + DECK)
    monkeypatch.chdir(committed(folder))
    return folder


def without_outline(folder: Path, store: Path) -> None:
    """Take the outline's content out of a repository, as if it were still to be fetched."""
    id = git(folder, "rev-parse", "HEAD:content/outline.yaml")
    (store / "objects" / id[:2] / id[2:]).unlink()


def promised(store: Path, url: str, more: str = "") -> None:
    """Say in a repository's own configuration that what is missing comes from `url`."""
    told = f"""
[core]
    repositoryformatversion = 1
[extensions]
    partialClone = far
[remote "far"]
    url = {url}
    fetch = +refs/heads/*:refs/remotes/far/*
    promisor = true
[protocol]
    allow = always
[protocol "ext"]
    allow = always
{more}"""
    with (store / "config").open("a", encoding="utf-8") as file:
        file.write(told)


def touching(marker: Path) -> str:
    return f'"ext::sh -c touch% {marker}"'


def asked_of_git(folder: Path) -> None:
    """Ask git for the outline's content as anybody would."""
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(
            ["git", "cat-file", "blob", "HEAD:content/outline.yaml"], cwd=folder, timeout=10,
            capture_output=True, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip


FETCHED = {
    "ext": ('"ext::sh -c touch% {marker}"', ""),
    "ssh": ("ssh://nowhere.invalid/x", '[core]\n    sshCommand = "touch {marker} #"'),
    "git": ("git://nowhere.invalid/x", '[core]\n    gitProxy = {script}'),
    "path": ("{folder}", '[remote "far"]\n    uploadpack = "touch {marker} #"'),
    "file": ("file://{folder}", '[remote "far"]\n    uploadpack = "touch {marker} #"'),
    "another helper": ('"sh -c touch% {marker}"', '[remote "far"]\n    vcs = ext'),
    "by another name": ("far:x", '[url "ext::sh -c touch% {marker} "]\n    insteadOf = far:'),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("way", FETCHED)
def test_what_is_missing_is_not_fetched(work: Path, tmp_path: Path, way: str) -> None:
    marker, script = tmp_path / "ran", tmp_path / "proxy"
    script.write_text(f"#!/bin/sh\ntouch {marker}\n")
    script.chmod(0o755)
    without_outline(work, work / ".git")
    url, more = (part.format(marker=marker, script=script, folder=work) for part in FETCHED[way])
    promised(work / ".git", url, more)
    told = refused("revision-incomplete", "HEAD")
    assert not marker.exists()
    assert "is not in this copy of the repository" in told
    asked_of_git(work)
    assert marker.exists(), "git itself does not run it, so this shows nothing"


def test_a_repository_within_a_clone_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git takes a folder with HEAD, objects and refs for a repository, its config included."""
    marker, folder = tmp_path / "ran", tmp_path / "upstream"
    project(folder / "inner", OUTLINE + TOPICS + DECK)
    committed(folder / "inner")
    without_outline(folder / "inner", folder / "inner/.git")
    promised(
        folder / "inner/.git", touching(marker), "[core]\n    worktree = .\n    bare = false\n"
    )
    for part in (folder / "inner/.git").iterdir():
        part.rename(folder / "inner" / part.name)
    (folder / "inner/.git").rmdir()
    (folder / "inner/refs/keep").write_text("")
    committed(folder)
    git(tmp_path, "clone", "-q", str(folder), "clone")
    inner = tmp_path / "clone/inner"
    assert (inner / "HEAD").is_file()
    monkeypatch.chdir(inner.parent)
    told = refused("git-refuses", "HEAD", "--outline", "inner/content/outline.yaml")
    assert "cannot use bare repository" in told
    assert not marker.exists()
    asked_of_git(inner)
    assert marker.exists(), "git itself does not run it, so this shows nothing"


# Whatever a configuration, attributes or hooks can name to be run (git-config(1), githooks(5)).
PLANTED = """
[core]
    fsmonitor = {run}
    sshCommand = {run}
    gitProxy = {run}
    askPass = {run}
    editor = {run}
    pager = {run}
    hooksPath = {hooks}
    alternateRefsCommand = {run}
    attributesFile = {attributes}
[alias]
    rev-parse = !{run}
    ls-tree = !{run}
    cat-file = !{run}
[pager]
    rev-parse = {run}
    ls-tree = {run}
    cat-file = {run}
[credential]
    helper = !{run}
[diff]
    external = {run}
[diff "x"]
    command = {run}
    textconv = {run}
[filter "x"]
    clean = {run}
    smudge = {run}
    process = {run}
    required = true
[merge "x"]
    driver = {run}
[gpg]
    program = {run}
[gpg "ssh"]
    program = {run}
    defaultKeyCommand = {run}
[log]
    showSignature = true
[uploadpack]
    packObjectsHook = {run}
[sequence]
    editor = {run}
[interactive]
    diffFilter = {run}
[trailer "x"]
    command = {run}
[submodule "x"]
    update = !{run}
[difftool "x"]
    cmd = {run}
[browser "x"]
    cmd = {run}
[man "x"]
    cmd = {run}
[imap]
    tunnel = {run}
[remote "far"]
    uploadpack = {run}
    receivepack = {run}
[extensions]
    worktreeConfig = true
[include]
    path = {more}
"""


def test_nothing_that_a_repository_plants_is_run(work: Path, tmp_path: Path) -> None:
    marker, script = tmp_path / "ran", tmp_path / "run"
    script.write_text(f"#!/bin/sh\necho $0 $* >> {marker}\nexit 1\n")
    script.chmod(0o755)
    store, hooks, more = work / ".git", tmp_path / "hooks", tmp_path / "more"
    hooks.mkdir()
    for folder in (hooks, store / "hooks"):
        for sample in (store / "hooks").glob("*.sample"):
            shutil.copy(script, folder / sample.stem)
        for name in ("post-index-change", "reference-transaction", "post-checkout"):
            shutil.copy(script, folder / name)
    attributes = "* filter=x diff=x merge=x\n"
    for file in (tmp_path / "attributes", store / "info/attributes", work / ".gitattributes"):
        file.write_text(attributes)
    git(work, "config", "core.hooksPath", str(work / "none"))
    filled = {"run": script, "hooks": hooks, "attributes": tmp_path / "attributes", "more": more}
    git(work, "add", ".gitattributes")
    git(work, "commit", "-q", "-m", "attributes")
    more.write_text(f"[core]\n    fsmonitor = {script}\n")
    (store / "config.worktree").write_text(f"[core]\n    sshCommand = {script}\n")
    marker.unlink(missing_ok=True)
    with (store / "config").open("a") as file:
        file.write(PLANTED.format(**filled))
    done = diff("HEAD~1", "HEAD")
    assert done.exit_code == 0, done.stderr
    assert not marker.exists(), marker.read_text()
    subprocess.run(["git", "status"], cwd=work, capture_output=True, check=False)
    assert marker.exists(), "what is planted is not run by git either"


def test_a_program_called_git_in_the_folder_is_not_run(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marker = tmp_path / "ran"
    (work / "git").write_text(f"#!/bin/sh\ntouch {marker}\n")
    (work / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f".{os.pathsep}{os.environ['PATH']}")
    assert diff("HEAD").exit_code == 0
    assert not marker.exists()


def test_surroundings_do_not_lead_to_another_repository(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Within a hook of git these are set, and relative to another folder."""
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/index")
    assert diff("HEAD").exit_code == 0


@pytest.mark.slow
def test_a_configuration_that_is_never_read_to_its_end(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(work / "pipe")
    with (work / ".git/config").open("a") as file:
        file.write(f"[include]\n    path = {work}/pipe\n")
    monkeypatch.setattr(repository, "_SECONDS", 1)
    assert "git gave no answer within 1 seconds" in refused("git-too-slow", "HEAD")


DATA = """\
  - id: chart
    kind: column
    title: 产值
    data: {file: data/d.csv, columns: [年, 产值]}
  - id: case
    kind: case
    title: 一个案例
    image: {file: photos/p.png, alt: 江边的楼, credit: 图：示例}
    figure: output
    facts: [{head: 事实, text: 说明}]
"""
OWN = "  theme: ours\n  faces: {latin: [fonts/Own.ttf]}\nsources:"


def rich_project(folder: Path) -> Path:
    """A project with data, an image, a theme, a font and an audience of its own, and includes."""
    outline = project(
        folder, "include: [parts/deck.yaml]\n" + OUTLINE.replace("sources:", OWN) + TOPICS,
        media="brief: {title: 新闻稿}\n",
    )  # fmt: skip
    for name in ("parts", "themes"):
        (outline.parent / name).mkdir()
    deck = DECK.replace("kind: closing,", "kind: closing, only: [media],")
    (outline.parent / "parts/deck.yaml").write_text(deck + DATA, "utf-8")
    theme = "extends: lingnan\nname: {zh: 自己的, en: Ours}\n"
    (outline.parent / "themes/ours.yaml").write_text(theme, "utf-8")
    for name in ("data", "photos", "fonts"):
        (folder / name).mkdir()
    (folder / "data/d.csv").write_text("年,产值（亿元）\n2021,10\n2022,12\n2023,15\n", "utf-8")
    Image.new("RGB", (1200, 800), (20, 90, 160)).save(folder / "photos/p.png")
    shutil.copy(shipped("assets") / "fonts/Carlito-Regular.ttf", folder / "fonts/Own.ttf")
    return outline


def changes(*arguments: str | Path) -> dict[str, dict[str, object]]:
    done = diff(*arguments, "--json")
    assert done.exit_code == 0, done.stderr
    return {each["id"]: each for each in json.loads(done.stdout)["figures"]}


@pytest.mark.slow
def test_data_images_themes_fonts_and_audiences_come_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rich_project(tmp_path / "work")
    monkeypatch.chdir(committed(tmp_path / "work"))
    assert changes("HEAD") == {}
    for name in ("data", "photos", "fonts", "content/themes", "content/parts", "seeds"):
        moved = tmp_path / name.replace("/", "-")
        (tmp_path / "work" / name).rename(moved)
        done = diff("HEAD", "HEAD")
        assert done.exit_code == 0, (name, done.stderr)
        moved.rename(tmp_path / "work" / name)


@pytest.mark.slow
def test_a_value_of_a_data_file_is_compared_by_its_row_and_column(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rich_project(tmp_path / "work")
    monkeypatch.chdir(committed(tmp_path / "work"))
    rows = "年,产值（亿元）\n2020,8\n2021,10\n2022,13\n2023,15\n"
    (tmp_path / "work/data/d.csv").write_text(rows, "utf-8")
    found = changes("HEAD")
    assert {id: (each["change"], each["keys"]) for id, each in found.items()} == {
        "data/d.csv:2:6": ("added", []),
        "data/d.csv:4:6": ("changed", ["display", "value"]),
    }
    text = diff("HEAD").stdout
    assert "12亿元 → 13亿元" in text
    assert "shown in deck" in text


@pytest.mark.slow
def test_only_content_is_versioned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = rich_project(tmp_path / "work")
    committed(outline.parent)
    monkeypatch.chdir(tmp_path / "work")
    assert changes("HEAD") == {}
    text = outline.read_text("utf-8")
    outline.write_text(text.replace("kind: stock", "kind: actual"), "utf-8")
    assert {id: each["keys"] for id, each in changes("HEAD").items()} == {"firms": ["kind"]}


def test_what_lies_outside_the_repository_and_the_project_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outline = rich_project(tmp_path / "work")
    source = tmp_path / "work/seeds/article.txt"
    source.rename(tmp_path / "secret.txt")
    source.symlink_to(tmp_path / "secret.txt")
    committed(outline.parent)
    monkeypatch.chdir(tmp_path / "work")
    done = diff("HEAD", "HEAD")
    assert done.exit_code == 1
    assert "seeds/article.txt cannot be read" in done.stderr


def test_an_outline_outside_its_repository_is_told_in_a_line(work: Path, tmp_path: Path) -> None:
    other = project(tmp_path / "other", OUTLINE + TOPICS)
    git(work, "config", "core.worktree", str(tmp_path / "work/seeds"))
    told = refused("git-refuses", "HEAD", "--outline", other)
    assert "in no git repository" in told
    told = refused("outline-outside-repository", "HEAD", "--outline", "content/outline.yaml")
    assert "lies outside" in told


def test_links_of_a_revision_are_not_followed(work: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/article.txt").write_text("秘密", "utf-8")
    shutil.rmtree(work / "seeds")
    (work / "seeds").symlink_to(tmp_path / "elsewhere")
    git(work, "add", "-A")
    git(work, "commit", "-q", "-m", "link")
    (work / "seeds").unlink()
    git(work, "checkout", "-q", "HEAD~1", "--", "seeds")
    done = diff("HEAD")
    assert done.exit_code == 1
    assert "seeds/article.txt cannot be read" in done.stderr


def test_what_is_too_large_is_not_written(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(revision, "MAX_FILE", 100)
    assert "of a revision files of up to" in refused("revision-file-too-large", "HEAD")
    monkeypatch.undo()
    monkeypatch.chdir(work)
    monkeypatch.setattr(revision, "MAX_FILES", 1)
    assert "names more than 1 files" in refused("revision-too-many-files", "HEAD")


def test_what_is_just_small_enough_is_taken(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [path for path in work.rglob("*") if path.is_file() and ".git" not in path.parts]
    monkeypatch.setattr(revision, "MAX_FILE", max(path.stat().st_size for path in files))
    assert diff("HEAD").exit_code == 0
