"""What others run of this repository: the workflows and hooks are sound, and name what is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from run import CHECKS

import briefgen

ROOT = Path(__file__).resolve().parents[1]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def refused(schema: str, *paths: Path) -> str:
    """What a schema has against some files; "" where nothing."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True)
    return done.stdout if done.returncode else ""


@pytest.mark.slow
@pytest.mark.parametrize("schema", ["vendor", "custom"])
def test_workflows_are_sound(schema: str) -> None:
    names = {
        "vendor": "vendor.github-workflows",
        "custom": "custom.github-workflows-require-timeout",
    }
    assert [path.name for path in WORKFLOWS] == ["ci.yml", "release.yml"]
    assert refused(names[schema], *WORKFLOWS) == ""


@pytest.mark.slow
def test_an_unsound_workflow_is_refused(tmp_path: Path) -> None:
    spoilt = tmp_path / "ci.yml"
    spoilt.write_text(WORKFLOWS[0].read_text("utf-8").replace("runs-on:", "runs_on:"), "utf-8")
    assert "runs_on" in refused("vendor.github-workflows", spoilt)


def test_workflows_run_what_is_there() -> None:
    for path in WORKFLOWS:
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            told = "\n".join(step.get("run", "") for step in job.get("steps", ()))
            named = re.findall(r"(?:tests|briefgen|\.github)/[\w/]+\.\w+", told)
            assert [name for name in named if not (ROOT / name).is_file()] == []
            needed = job.get("uses")
            assert needed is None or (ROOT / needed).is_file()


def test_checks_run_on_every_python_that_is_promised() -> None:
    matrix = yaml.safe_load(WORKFLOWS[0].read_text("utf-8"))["jobs"]["fast"]["strategy"]["matrix"]
    said = [name.rpartition(" ")[2] for name in PROJECT["classifiers"] if ":: 3." in name]
    assert matrix["python"] == said
    assert PROJECT["requires-python"] == f">={said[0]}"


@pytest.mark.skipif(os.name == "nt", reason="the step runs on Linux")
def test_a_release_finds_its_version_and_its_changes(tmp_path: Path) -> None:
    """The step that compares tag and version, with the files as they will be."""
    steps = yaml.safe_load(WORKFLOWS[1].read_text("utf-8"))["jobs"]["version"]["steps"]
    command = steps[-1]["run"]
    for folder in ("briefgen", ".github"):
        (tmp_path / folder).mkdir()
    module = (ROOT / "briefgen/__init__.py").read_text("utf-8")
    (tmp_path / "briefgen/__init__.py").write_text(module, "utf-8", newline="\n")
    version = briefgen.__version__
    changes = tmp_path / ".github/CHANGELOG.md"
    changes.write_text(f"# Changes\n\n## [{version}] - 2026-12-01\n", "utf-8")

    def passes(tag: str) -> bool:
        environment = {"GITHUB_REF_NAME": tag, "PATH": "/usr/bin:/bin"}
        done = subprocess.run(["bash", "-ec", command], cwd=tmp_path, env=environment)
        return done.returncode == 0

    assert passes(f"v{version}")
    assert not passes(f"v{version}1")
    changes.write_text("# Changes\n\n## [Unreleased]\n", "utf-8")
    assert not passes(f"v{version}")


@pytest.mark.slow
def test_hooks_are_sound_and_are_checks_of_the_project() -> None:
    path = ROOT / ".pre-commit-config.yaml"
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(path)]
    assert subprocess.run(command).returncode == 0
    (own,) = yaml.safe_load(path.read_text("utf-8"))["repos"]
    hooks = {hook["id"]: hook["entry"].split() for hook in own["hooks"]}
    for name, entry in hooks.items():
        first = dict(CHECKS)[name]
        assert entry[: 2 if first[0] == "ruff" else 1] == first[: 2 if first[0] == "ruff" else 1]
    assert set(hooks) == {name for name, _ in CHECKS} - {"tests"}
