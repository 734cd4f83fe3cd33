"""Answers about the content in Chinese: no word of the English ones is left in them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefgen.cli import briefgen
from briefgen.messages.answers import ANSWERS

ROOT = Path(__file__).resolve().parents[1]
OUTLINE = str(ROOT / "content" / "outline.yaml")
# Names of outputs, keys and files, which are the same in every language.
NAMES = frozenset("deck figures page plan source sources target topics withheld".split())
WORDS = {
    word for words in ANSWERS.values() for word in re.findall(r"(?<![{:|\w])[a-z]{4,}", words.en)
} - NAMES


def answered(*arguments: str) -> str:
    done = CliRunner().invoke(briefgen, ["--lang", "zh", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def english(text: str) -> set[str]:
    """The words of the English answers that stand alone in a text: not in an id or a path."""
    return {word for word in re.findall(r"(?<![\w./-])[a-z]+(?![\w./-])", text) if word in WORDS}


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ("trace",),
        # Not of all audiences: pages in English are told in their own words.
        ("trace", "gdp-2023", "-a", "base"),
        ("trace", "fund-first-share", "-a", "cadre"),
        ("audiences", "-a", "base", "-a", "cadre"),
        ("figures",),
        ("figures", "--left-out"),
    ],
    ids=" ".join,
)
def test_an_answer_in_chinese_has_no_english(arguments: tuple[str, ...]) -> None:
    command, *rest = arguments
    assert not english(answered(command, OUTLINE, *rest))


@pytest.mark.slow
def test_a_difference_is_told_in_chinese(tmp_path: Path) -> None:
    for folder in ("content", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    ledger = tmp_path / "content" / "figures.yaml"
    written = ledger.read_text("utf-8")
    assert "kind: stock" in written
    ledger.write_text(written.replace("kind: stock", "kind: plan"), "utf-8")
    told = answered("diff", OUTLINE, str(tmp_path / "content" / "outline.yaml"))
    assert "类别原为：存量" in told
    assert "    现为：计划" in told
    assert not english(told)


@pytest.mark.slow
def test_the_same_state_differs_in_nothing() -> None:
    assert "之间没有数字不同" in answered("diff", OUTLINE, OUTLINE)
