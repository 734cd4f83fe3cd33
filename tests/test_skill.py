"""What `briefgen skill` tells an assistant is so."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from briefgen.answers.findings import Finding
from briefgen.build import build, check
from briefgen.cli import briefgen
from briefgen.request import Request

SKILL = CliRunner().invoke(briefgen, ["skill"]).stdout
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", SKILL, re.DOTALL)
WORDS = re.sub(r"```.*?```", "", SKILL, flags=re.DOTALL)
COMMANDS = sorted(set(re.findall(r"`(briefgen [^`]*)`", WORDS)))


def test_it_begins_as_a_skill_does_and_is_short() -> None:
    head = re.match(r"---\nname: ([a-z-]+)\ndescription: (.+)\n---\n", SKILL)
    assert head
    assert head[1] == "briefgen"
    assert len(head[2]) < 1024
    assert len(SKILL) < 4_500


@pytest.mark.parametrize("said", COMMANDS)
def test_every_command_that_it_names_is_there(said: str) -> None:
    name, *arguments = shlex.split(said)[1:]
    command = briefgen.get_command(click.Context(briefgen), name)
    assert command
    known = {option for param in command.params for option in param.opts}
    for each in arguments:
        if each.startswith("-"):
            assert each in known, each
    positional = [param for param in command.params if isinstance(param, click.Argument)]
    options = [each for each in arguments if each.startswith("-")]
    values = sum(
        not param.is_flag
        for each in options
        for param in command.params
        if isinstance(param, click.Option) and each in param.opts
    )
    several = any(param.nargs < 0 for param in positional)
    assert several or len(arguments) - len(options) - values <= len(positional)


def test_its_example_is_clean_and_builds(tmp_path: Path) -> None:
    (source,) = [text for kind, text in BLOCKS if kind == "text"]
    outline, audience = [text for kind, text in BLOCKS if kind == "yaml"]
    for name in ("seeds", "content/audiences"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "seeds/news.txt").write_text(source, "utf-8")
    path = tmp_path / "content/outline.yaml"
    path.write_text(outline, "utf-8")
    (tmp_path / "content/audiences/overseas.yaml").write_text(audience, "utf-8")
    assert [str(each) for each in check(Request(path)) if each.severity != "note"] == []
    written = build(Request(path, formats=("deck", "brief"), jobs=1)).written
    assert sorted(each.suffix for each in written) == [".pdf", ".pdf", ".pptx", ".pptx"]


def test_its_example_shows_every_part_of_the_page() -> None:
    outline, audience = [text for kind, text in BLOCKS if kind == "yaml"]
    for part in ("headline:", "lead:", "figures:", "chart:", "timeline:", "targets:"):
        assert part in outline.partition("page:")[2]
    assert "label:" in audience


def test_the_keys_of_problems_that_it_names_are_those_of_findings() -> None:
    fields = set(Finding.__struct_fields__)
    for key in ("fix", "path", "allowed", "unit", "choices"):
        assert key in fields
        assert f"`{key}" in SKILL


def test_it_is_installed_where_it_is_told_and_not_over_an_edited_one(tmp_path: Path) -> None:
    run = CliRunner()
    first = run.invoke(briefgen, ["skill", "--install", str(tmp_path)])
    assert first.exit_code == 0, first.stderr
    path = tmp_path / "briefgen" / "SKILL.md"
    assert path.read_text("utf-8") == SKILL
    path.write_text("mine", "utf-8")
    run.invoke(briefgen, ["skill", "--install", str(tmp_path)])
    assert path.read_text("utf-8") == "mine"
