"""What is told of an outline that is damaged, line by line, as hashes: each line is left out, given
twice, pushed in, or has its keys or its values changed. Of the messages themselves other tests
know; this holds that none comes, goes or moves unseen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from prints import held

from briefgen.build import BASE, Request, load
from briefgen.problems import ContentError

CASES = Path(__file__).parent / "cases"
_KEY = re.compile(r"([\w-]+):(?= |$)")
_VALUE = re.compile(r"(?<=: )[^{}\[\],]+")
_NUMBER = re.compile(r"\d+")


def _values(other: str) -> Callable[[str], str]:
    return lambda line: _VALUE.sub(other, line)


DAMAGES: dict[str, Callable[[str], str]] = {
    "absent": lambda line: "",
    "twice": lambda line: line + line,
    "further-in": lambda line: " " + line,
    "key": lambda line: _KEY.sub(lambda key: f"{key[1][1:]}{key[1][0]}:", line),
    "other-key": lambda line: _KEY.sub("kind:", line, count=1),
    "empty": _values("''"),
    "null": _values("~"),
    "number": _values("12.5"),
    "share": _values("超40%"),
    "list": _values("[甲, 乙]"),
    "map": _values("{zh: 甲, en: A}"),
    "figure": _values("'{nobody}，另有3亿元'"),
    "long": lambda line: _VALUE.sub(lambda value: value[0].strip("'\" \n") * 12, line),
    "digits": lambda line: _NUMBER.sub(lambda number: str(int(number[0]) + 1), line),
    "open": lambda line: line.replace("}", "", 1).replace("'", '"', 1),
    "marks": _values("'**甲~[^9]'"),
}
# The larger ones take longer to read, so that not all is done to them.
DONE = {
    "minimal": tuple(DAMAGES),
    "kinds": tuple(DAMAGES),
    "movement": tuple(DAMAGES),
    "ordinary": ("absent", "key", "empty"),
    "charts": ("list",),
}


def told(path: Path, folder: Path) -> str:
    """Every problem of an outline, in both languages."""
    try:
        loaded = load(Request(path, (BASE,)))
        found = list(loaded.problems)
    except ContentError as error:
        found = list(error.problems)
    lines = [f"{each.told('en')}\n{each.told('zh')}" for each in found]
    return "\n".join(sorted(lines)).replace(str(folder), "")


def damaged(case: str, damage: str, folder: Path) -> Iterator[tuple[str, bytes]]:
    """What is told of each line of an outline, where it is damaged."""
    source = CASES / case / "outline.yaml"
    lines = source.read_text("utf-8").splitlines(keepends=True)
    for file in source.parent.rglob("*"):
        if (file.is_file() and file.suffix != ".txt") or file.name == "source.txt":
            other = folder / file.relative_to(source.parent)
            other.parent.mkdir(parents=True, exist_ok=True)
            other.write_bytes(file.read_bytes())
    for number, line in enumerate(lines):
        new = DAMAGES[damage](line)
        if new != line:
            text = "".join([*lines[:number], new, *lines[number + 1 :]])
            (folder / "outline.yaml").write_text(text, "utf-8")
            yield f"line {number + 1}", told(folder / "outline.yaml", folder).encode()


@pytest.mark.parametrize(
    ("case", "damage"), [(case, damage) for case, damages in DONE.items() for damage in damages]
)
def test_what_is_told_of_each_damaged_line(
    case: str, damage: str, update: bool, tmp_path: Path
) -> None:
    held(f"damaged-{case}-{damage}", damaged(case, damage, tmp_path), update)
