"""What is read of outlines in Markdown whose lines are damaged, what they are in YAML and back, and
what becomes of a file in which a text or a slide is written anew, as hashes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from prints import ROOT, held

from briefgen.answers import edit
from briefgen.answers.convert import convert
from briefgen.kinds import kinds
from briefgen.outline.markdown.read import fields_by, read_markdown
from briefgen.outline.markdown.to_markdown import to_markdown
from briefgen.outline.markdown.to_yaml import to_yaml
from briefgen.outline.reading.nodes import scalars
from briefgen.outline.reading.read import read
from briefgen.problems import ContentError, Problems

pytestmark = pytest.mark.slow

GALLERY = Path(ROOT) / "assets" / "gallery" / "outline.yaml"
MINIMAL = Path(__file__).parent / "cases" / "minimal" / "outline.yaml"
DAMAGES: dict[str, Callable[[str], str]] = {
    "absent": lambda line: "",
    "twice": lambda line: line + line,
    "further-in": lambda line: "  " + line,
    "far-in": lambda line: "    " + line,
    "no-mark": lambda line: line.lstrip("#-*>| "),
    "item": lambda line: "- " + line,
    "number": lambda line: "3. " + line,
    "quoted": lambda line: "> " + line,
    "cells": lambda line: "| " + line.strip() + " | 二 |\n|---|--:|\n",
    "rule": lambda line: line + "---\n",
    "parted": lambda line: line + "\n",
    "code": lambda line: "```\n" + line,
    "comment": lambda line: "<!-- " + line,
    "picture": lambda line: f"![{line.strip()[:8]}](a.png){{alt=甲 focus='1 2'}}\n",
    "led": lambda line: f"**{line.strip()}**：后面\n",
    "stressed": lambda line: f"*{line.strip()}*\n",
    "attributes": lambda line: line[:-1] + " {note=甲 #id .x a='b c' minutes=2 numbered=yes}\n",
    "level": lambda line: "#" + line,
}
# What is written instead of a text.
WORDS = (
    "新的一句话",
    "有：冒号 # 和‘引号’",
    '"双引号"',
    "两行\n第二行",
    "- 像一项",
    "{figure}的数",
    "",
    "*",
    "| 格 |",
)
SLIDES = (
    "{kind: bullets, title: 新页, points: [甲, 乙]}",
    "kind: quote\ntitle: 又一页\ntext: 原话\nsource: nobody\n",
    "[甲, 乙]",
    "",
    "{open",
)


@cache
def pieces() -> tuple[str, ...]:
    """The slides of the gallery in Markdown, each as a document; and a head without any."""
    head, _, rest = convert(GALLERY).partition("\n---\n")
    return (f"{head[:400]}\n---\n", *re.split(r"(?m)^(?=## )", rest))


def told(problems: Problems) -> str:
    return "\n".join(f"{each.told('en')} {each.advice('zh')}" for each in problems)


def documents(damage: Callable[[str], str], first: int) -> Iterator[tuple[str, bytes]]:
    """Of each slide with every third line damaged: what is read, and what it is in YAML."""
    fields = fields_by(kinds())
    for number, piece in enumerate(pieces()):
        lines, found = piece.splitlines(keepends=True), []
        for at in range(first, len(lines), 3):
            made = "".join([*lines[:at], damage(lines[at]), *lines[at + 1 :]]).encode()
            problems = Problems()
            found.append(repr(read_markdown(made, "deck.md", fields, problems)))
            found.append(str(to_yaml(made, "deck.md", fields, problems)))
            found.append(told(problems))
        yield f"slide {number}", "\n".join(found).encode()


def outlines() -> Iterator[tuple[str, bytes]]:
    """What outlines in YAML are in Markdown, as far as it can say them, and in YAML again."""
    fields = fields_by(kinds())
    for path in (*sorted((Path(ROOT) / "tests" / "cases").glob("*/outline.yaml")), GALLERY):
        text = path.read_text("utf-8")
        head, _, deck = text.partition("\ndeck:\n")
        for number, slide in enumerate(["", *re.split(r"(?m)^(?=  - )", deck)]):
            problems = Problems()
            made = to_markdown(
                f"{head if not number else ''}\ndeck:\n{slide}".encode(), "o.yaml", fields, problems
            )
            back = to_yaml(made.encode(), "deck.md", fields, problems) if made else None
            yield f"{path.parent.name} {number}", f"{made}\n{back}\n{told(problems)}".encode()


def changed(change: Callable[..., object], *given: object) -> bytes:
    """What becomes of a file, or why nothing does."""
    try:
        made = change(*given)
        return made if isinstance(made, bytes) else repr(made).encode()
    except ContentError as error:
        return told(error.problems).encode()


def texts() -> Iterator[tuple[str, bytes]]:
    """A file of either form in which each text in turn has other words."""
    fields = fields_by(kinds())
    yaml = [MINIMAL.read_text("utf-8")]
    yaml += [
        "deck:\n" + each
        for each in re.split(
            r"(?m)^(?=  - )", GALLERY.read_text("utf-8").partition("\ndeck:\n")[2]
        )[1:]
    ]
    for file, parts in (("outline.yaml", yaml), ("deck.md", pieces()[1:])):
        for number, text in enumerate(parts):
            data = text.encode()
            tree = (
                read(data, file, Problems())
                if file.endswith("yaml")
                else read_markdown(data, file, fields, Problems())
            )
            found = []
            for at, scalar in enumerate(scalars(tree) if tree else ()):
                words = WORDS[(at + number) % len(WORDS)]
                found.append(changed(edit.rewritten, data, scalar.mark, words))
                found.append(changed(edit.scalar_at, data, scalar.mark))
            yield f"{file} {number}", b"\n".join(found)


def slides() -> Iterator[tuple[str, bytes]]:
    """A file with another slide for each, without it, and with one behind it."""
    for file, text in (("outline.yaml", MINIMAL.read_text("utf-8")), ("deck.md", convert(MINIMAL))):
        data = text.encode()
        for line in range(1, text.count("\n") + 2 if file.endswith("yaml") else 1):
            found = [changed(edit.slide_at, data, file, line)]
            for given in SLIDES:
                found.append(changed(edit.slide_rewritten, data, file, line, given))
            yield f"{file} line {line}", b"\n".join(found)
        for number, given in enumerate(SLIDES):
            for after in ("", "cover", "nobody"):
                made = changed(edit.added, data, file, "deck", given, after)
                yield f"{file} added {number} {after}", made
            made = changed(edit.replaced_at, data, file, ("brief", "title"), given)
            yield f"{file} title {number}", made


HELD = {
    "outlines": outlines,
    "texts": texts,
    "slides": slides,
    **{
        f"markdown-{name}": lambda damage=damage, first=at % 3: documents(damage, first)
        for at, (name, damage) in enumerate(DAMAGES.items())
    },
}


@pytest.mark.parametrize("what", HELD)
def test_outlines_are_read_and_written_as_they_were(what: str, update: bool) -> None:
    held(f"outlines-{what}", HELD[what](), update)
