"""The catalogue of messages: every problem is told by a code of it, in English and in Chinese."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import briefgen
from briefgen.messages import catalogue, phrases
from briefgen.messages.entry import TONGUES, Message, Words

PACKAGE = Path(briefgen.__file__).parent
TELLING = {"add", "of", "phrase"}


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call that names a code or a phrase: what is called, the call, and where."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "messages" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            called = node.func.id if isinstance(node.func, ast.Name) else called
            key = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
            if called in TELLING and isinstance(key, str) and re.fullmatch("[a-z][a-z0-9-]+", key):
                yield called, node, f"{path.relative_to(PACKAGE)}:{node.lineno}"


def test_every_code_that_is_told_stands_in_the_catalogue_with_its_parts() -> None:
    wrong = []
    for called, node, place in calls():
        key = node.args[0].value
        words = phrases().get(key) if called == "phrase" else catalogue().get(key)
        given = {keyword.arg for keyword in node.keywords}
        if words is None:
            wrong.append(f"{place}: there is no “{key}”")
        elif given != words.names and None not in given:
            wrong.append(f"{place}: “{key}” has {sorted(words.names)}, given {sorted(given)}")
    assert not wrong


@pytest.mark.parametrize("code", catalogue())
def test_a_message_names_the_same_in_both_languages(code: str) -> None:
    message = catalogue()[code]
    for words in (message.sentence, message.hint):
        for text in words:
            assert {name for _, name, _, _ in Formatter().parse(text) if name} <= words.names
    assert any("㐀" <= char <= "鿿" for char in message.sentence.zh + message.hint.zh)
    assert any("㐀" <= char <= "鿿" for char in message.means.zh)


def test_a_message_without_one_language_is_refused() -> None:
    words, none = Words("a", "甲"), Words("", "")
    with pytest.raises(ValueError, match="both languages"):
        Message(severity="error", sentence=Words("a", ""), means=words)
    with pytest.raises(ValueError, match="both languages"):
        Message(severity="error", sentence=words, means=words, hint=Words("a", ""))
    with pytest.raises(ValueError, match="needs a sentence"):
        Message(severity="error", sentence=words, means=none)


def test_parts_are_joined_as_the_language_does() -> None:
    words = Words("{n} {n:item|items}: {names}; {names:or}", "{n}项：{names}；{names:or}")
    parts = {"n": 2, "names": ("a", "b", "c")}
    assert [words.told(tongue, parts) for tongue in TONGUES] == [
        "2 items: a, b, c; a, b or c",
        "2项：a、b、c；a、b或c",
    ]
