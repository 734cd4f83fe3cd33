"""The README as its readers use it: pasted into a terminal, copied into an outline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CHINESE, ENGLISH = README.split('<a id="in-english"></a>')


def block(tag: str) -> list[str]:
    """The lines of the block of code behind a tag."""
    found = re.search(rf"<!-- {tag} -->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert found
    return found[1].splitlines()


def test_the_block_for_windows_is_pasted_into_powershell_as_it_is() -> None:
    lines = block("windows")
    assert any("pip install" in line for line in lines)
    for line in lines:
        # PowerShell 5 has no &&, and reads quotes, $ and ` in its own way.
        assert not re.search(r"&&|python3|\.venv/bin|[\"'`$|<>;]", line), line


@pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_each_language_has_the_way_to_the_first_deck(text: str) -> None:
    for command in ("briefgen new", "briefgen preview", "briefgen check", "briefgen build"):
        assert command in text
    assert "--from" in text


@pytest.mark.parametrize("text", [CHINESE, ENGLISH], ids=["zh", "en"])
def test_ten_frequent_mistakes_are_told(text: str) -> None:
    (mistakes,) = re.findall(
        r"\n## (?:常见的十个错误|Ten frequent mistakes)\n(.*?)\n## ", text, re.DOTALL
    )
    rows = [line for line in mistakes.splitlines() if line.startswith("| ") and "---" not in line]
    assert len(rows) == 11  # and their head


def test_every_outline_in_it_is_yaml() -> None:
    written = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert len(written) >= 4
    for each in written:
        assert yaml.safe_load(each)
