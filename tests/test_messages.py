"""The catalogue of messages: every problem is told by a code of it, in English and in Chinese."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from rows import every

import briefgen
from briefgen.messages import catalogue, phrases
from briefgen.messages.entry import TONGUES, Message, Words

PACKAGE = Path(briefgen.__file__).parent
TELLING = {"add", "of", "phrase", "said", "refuse"}
CODE = re.compile("[a-z][a-z0-9-]+")
PHRASED = {"phrase", "said"}


def name_of(node: ast.Call) -> str:
    """What is called, without what it is of."""
    called = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    return node.func.id if isinstance(node.func, ast.Name) else called


@cache
def parsed(path: Path) -> Any:
    return ast.parse(path.read_text("utf-8"))


def calls() -> Iterator[tuple[str, ast.Call, str]]:
    """Every call that names a code or a phrase: what is called, the call, and where."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "messages" in path.parts:
            continue
        for node in ast.walk(parsed(path)):
            if not isinstance(node, ast.Call):
                continue
            called = name_of(node)
            key = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else ""
            if called in TELLING and isinstance(key, str) and CODE.fullmatch(key):
                yield called, node, f"{path.relative_to(PACKAGE)}:{node.lineno}"


@pytest.mark.slow
def test_every_code_that_is_told_stands_in_the_catalogue_with_its_parts() -> None:
    wrong = []
    for called, node, place in calls():
        key = node.args[0].value
        words = phrases().get(key) if called in PHRASED else catalogue().get(key)
        given = {keyword.arg for keyword in node.keywords}
        if words is None:
            wrong.append(f"{place}: there is no “{key}”")
        elif given != words.names and None not in given:
            wrong.append(f"{place}: “{key}” has {sorted(words.names)}, given {sorted(given)}")
    assert not wrong


# What told a sentence of its own: methods of problems, functions; and what may not hold words.
TELLING_WORDS = {".error", ".warn", ".note", "fail", "Written"}
ENDING = {
    "BriefgenError", "ContentError", "MachineError", "NoRevisionError", "ClickException",
    "UsageError", "BadParameter", "echo",
}  # fmt: skip


def words_in(node: ast.AST) -> bool:
    """Whether an expression holds words of a language, beside the program's name and a code; what
    it calls answers for its own."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        words = "" if CODE.fullmatch(node.value) else node.value.replace("briefgen: ", "")
        return bool(re.search("[A-Za-z]{3}|[㐀-鿿]", words))
    return not isinstance(node, ast.Call) and any(map(words_in, ast.iter_child_nodes(node)))


def written(path: Path, tree: ast.Module) -> Iterator[int]:
    """The lines of a module that tell a sentence which does not stand in the catalogue."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called, method = name_of(node), isinstance(node.func, ast.Attribute)
        if (
            (f".{called}" if method else called) in TELLING_WORDS
            or (called == "Problem" and path.name != "problems.py")
            or (called in ENDING and any(map(words_in, node.args)))
        ):
            yield node.lineno


@pytest.mark.slow
def test_no_message_is_written_outside_the_catalogue() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line in written(path, parsed(path))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('problems.error("code", "a sentence", mark)', 1),
        ('Problem("code", (), mark)', 1),
        ('raise MachineError(f"cannot read {path}")', 1),
        ('raise NoRevisionError("无法读取" + why)', 1),
        ('click.echo(f"{count} files")', 1),
        ('raise click.BadParameter("is not one of these")', 1),
        ('problems.add("code", mark, name=name)', 0),
        ('raise MachineError.of("not-written", path=path)', 0),
        ('click.echo(f"briefgen: {line}", err=True)', 0),
        ("raise ContentError(problems)", 0),
    ],
)
def test_a_message_that_is_written_elsewhere_is_found(source: str, count: int) -> None:
    assert len(list(written(Path("a.py"), ast.parse(source)))) == count


@every("code", catalogue())
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
        "2项：a、b、c；a、b 或 c",
    ]
