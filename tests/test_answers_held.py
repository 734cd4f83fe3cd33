"""What the command line answers to every question, in both languages, as hashes of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from prints import held, mostly_slow

from briefgen.cli import briefgen
from briefgen.messages import catalogue

ROOT = Path(__file__).parents[1]
SHIPPED = str(ROOT / "content" / "outline.yaml")
CHARTS = str(ROOT / "tests" / "cases" / "charts" / "outline.yaml")
MOVEMENT = str(ROOT / "tests" / "cases" / "movement" / "outline.yaml")
QUESTIONS = {
    "kinds": [
        ["kinds"],
        ["kinds", "--json"],
        ["kinds", "--fields"],
        ["kinds", "bar"],
        ["kinds", "brr"],
        ["kinds", "page"],
        ["kinds", "bar", "quote", "--example"],
    ],
    "schema": [["schema"]],
    "themes": [["themes"]],
    "audiences": [
        ["audiences", SHIPPED],
        ["audiences", SHIPPED, "--json"],
        ["audiences", SHIPPED, "-a", "overseas", "-a", "citizen"],
        ["audiences", CHARTS],
    ],
    "figures": [
        ["figures", SHIPPED],
        ["figures", SHIPPED, "--json"],
        ["figures", SHIPPED, "--missing"],
        ["figures", SHIPPED, "--yaml"],
        ["figures", CHARTS, "--missing", "--json"],
        ["figures", CHARTS, "--source", "news"],
        ["figures", CHARTS, "--source", "nws"],
    ],
    "trace": [
        ["trace", SHIPPED],
        ["trace", SHIPPED, "--format", "csv", "--in", "handout"],
        ["trace", SHIPPED, "--format", "json", "-a", "overseas"],
        ["trace", SHIPPED, "--format", "html", "-a", "base"],
        ["trace", CHARTS, "--format", "json", "--in", "deck"],
        ["trace", CHARTS, "--in", "md"],
        ["trace", MOVEMENT, "--format", "html"],
    ],
    "diff": [
        ["diff", SHIPPED, CHARTS],
        ["diff", SHIPPED, CHARTS, "--json"],
        ["diff", CHARTS, CHARTS],
        ["diff", MOVEMENT, SHIPPED],
    ],
    "check": [
        ["check", MOVEMENT],
        ["check", CHARTS, "--json"],
        ["check", CHARTS, "--strict", "-a", "overseas"],
        ["check", CHARTS, "-a", "nobody"],
        ["check", "nowhere.yaml"],
    ],
    "explain": [*(["explain", code] for code in catalogue()), ["explain", "overflw"]],
    "explain-json": [["explain", code, "--json"] for code in catalogue()],
}
# What is another on every run or with every version.
OTHER = re.compile(r'"seconds": [\d.]+|\d+\.\d+ s\b|\d{4}-\d\d-\d\dT[\d:.Z+]+')


def answers(questions: list[list[str]], tongue: str) -> Iterator[tuple[str, bytes]]:
    """Each question, and a hash of its answer and exit code."""
    runner = CliRunner(env={"BRIEFGEN_LANG": tongue, "COLUMNS": "80"})
    for question in questions:
        done = runner.invoke(briefgen, question)
        said = OTHER.sub("", done.output.replace(str(ROOT), ""))
        asked = " ".join(question).replace(str(ROOT), "")
        yield asked, f"{done.exit_code}\n{said}".encode()


@pytest.mark.slow
@pytest.mark.parametrize("tongue", mostly_slow(["en", "zh"], "zh"))
@pytest.mark.parametrize("about", QUESTIONS)
def test_what_is_answered(about: str, tongue: str, update: bool) -> None:
    asked = QUESTIONS[about]
    if tongue == "zh" and about != "explain-json":  # what programs read is as in English
        asked = [each for each in asked if not {"--json", "json", "csv"} & {*each}]
    held(f"answers-{about}-{tongue}", answers(asked, tongue), update)
