"""What somebody who reads Chinese alone is told of wrong inputs: no English but names.

Names are keys, commands, options, kinds, files and formats, programs and units, and what the author
wrote.
"""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import click
import pytest
from outlines import OUTLINE, project

from briefgen.answers.icons import names as icons
from briefgen.cli import briefgen, main
from briefgen.cli.net import run
from briefgen.cli.say import Run
from briefgen.formats import FORMATS
from briefgen.kinds import kinds
from briefgen.outline.schema import json_schema
from briefgen.problems import Problems
from briefgen.theme.load import theme_names

SOUND = "deck:\n  - {id: a, kind: bullets, title: 题目, points: [甲, 乙]}\n"
# Programs, standards, formats, units, and keys of a keyboard.
NAMES = frozenset(
    """
    briefgen YAML Markdown PowerPoint Excel WPS PDF PNG JPEG JSON SVG CSV TrueType Tab Shift git
    UTF GB KB viewBox Noto Sans SC fonts Name pptx potx xlsx docx pdf png svg txt csv html log md
    outline audiences content seeds data out base drop keep Hans Hant ttf cm upright
    """.split()
)


def slide(fields: str) -> str:
    return f"{OUTLINE}deck:\n  - {{id: a, {fields}}}\n"


def bullets(title: str, points: str = "[甲]") -> str:
    return slide(f"kind: bullets, title: {title}, points: {points}")


def brief(line: str) -> str:
    return OUTLINE.replace("  date:", f"  {line}\n  date:") + SOUND


def ledger(old: str, new: str) -> str:
    assert old in OUTLINE
    return OUTLINE.replace(old, new) + SOUND


OUTLINES = {
    "a quote that is open": bullets('"题'),
    "a tab": OUTLINE + "deck:\n\t- {kind: cover}\n",
    "two colons": OUTLINE + "deck:\n  - kind: bullets\n    title: 重点: 两条\n",
    "a key twice": bullets("甲, title: 乙"),
    "an anchor": OUTLINE + "deck:\n  - &x {id: a, kind: cover}\n  - *x\n",
    "a tag": OUTLINE + "deck:\n  - !!map {id: a, kind: cover}\n",
    "a bracket that is open": bullets("题", "[甲"),
    "a bracket too many": bullets("题", "[甲]]"),
    "words behind a bar": OUTLINE + "deck:\n  - kind: text\n    text: |这里\n",
    "a directive": "%甲\n" + OUTLINE + SOUND,
    "a question mark": OUTLINE + "deck:\n  - kind: bullets\n    title: 甲\n    points: [甲]? 乙\n",
    "uneven lines": OUTLINE + "deck:\n  - id: a\n    kind: bullets\n   title: 题\n",
    "another document": OUTLINE + SOUND + "---\nbrief: {}\n",
    "nothing": "",
    "a list": "- 甲\n- 乙\n",
    "no brief": SOUND,
    "an unknown part": OUTLINE + SOUND + "slidez: 甲\n",
    "an unknown kind": bullets("题").replace("bullets", "bulet"),
    "an unknown key": bullets("题").replace("title", "titel"),
    "no title": slide("kind: bullets, points: [甲]"),
    "a list for a text": bullets("[题]"),
    "a title too long": bullets("标题很长" * 30),
    "no such picture": slide("kind: image, title: 题, image: {file: pics/a.png, alt: 图}"),
    "a broken picture": slide("kind: image, title: 题, image: {file: pics/bad.png, alt: 图}"),
    "a broken sign": brief("logo: {file: pics/bad.svg}"),
    "a month too many": ledger("2024-02", "2024年13月"),
    "no date": ledger("2024-02", "昨天"),
    "a quote of nothing": ledger("quote: 拥有1.3万家企业", "quote: 拥有1.4万家企业"),
    "another value": ledger("value: 1.3万家", "value: 1.5万家"),
    "no number": ledger("value: 1.3万家", "value: 许多"),
    "another qualifier": ledger("qualifier: 超", "qualifier: 约"),
    "an unknown sort": ledger("kind: stock", "kind: total"),
    "no source": ledger("seeds/article.txt", "seeds/none.txt"),
    "an unknown figure": bullets("'产值{outputs}'"),
    "a lone brace": bullets("'产值{output'"),
    "a broken formula": ledger("  firms:", "  half: {label: 半, formula: output +}\n  firms:"),
    "an unknown theme": brief("theme: lingnna"),
    "an unknown language": brief("language: french"),
    "no such template": brief("template: none.pptx"),
    "a template that is none": brief("template: pics/bad.png"),
    "no such data": slide("kind: column, title: 题, data: data/none.csv"),
    "a cell that is no number": slide("kind: column, title: 题, data: data/gap.csv"),
    "an unknown column": slide(
        "kind: column, title: 题, data: {file: data/good.csv, columns: [名称, 产量]}"
    ),
    "a broken workbook": slide("kind: column, title: 题, data: data/bad.xlsx"),
    "an unknown icon": slide("kind: process, title: 题, steps: [{head: 一, icon: rockt}, 二, 三]"),
    "a short row": slide("kind: table, title: 题, header: [名, 数], rows: [[甲], [乙, 丙]]"),
    "words of no source": slide("kind: quote, title: 题, text: 没有这句话, source: article"),
    "a file outside": slide("kind: image, title: 题, image: {file: ../../x.png, alt: 图}"),
    "an id twice": OUTLINE + SOUND + "  - {id: a, kind: cover}\n",
    "a colourful sign": bullets("题🚀"),
    "a turned text": bullets("题\u202e目"),
    "marks that are none": bullets("题", "['**甲', '[乙](nowhere)', '[^1]']"),
}
OVERLAYS = {
    "a slide that is not there": "deck: {drop: [nobody]}\n",
    "a circle": "extends: guests\n",
    "an unknown verb": "deck: {remove: [a]}\n",
    "no translation": "language: en\n",
    "an empty file": "",
}
LINES = {
    "an unknown command": ["bild"],
    "an unknown option": ["build", "--formt", "deck"],
    "an option without its value": ["build", "--theme"],
    "a value too many": ["build", "--strict=yes"],
    "an unknown format": ["build", "-f", "docx"],
    "no whole number": ["build", "-j", "两个"],
    "an unknown audience": ["check", "-a", "nobody"],
    "no outline": ["check", "none.yaml"],
    "too many words": ["check", "content/outline.yaml", "甲"],
    "a wrong size": ["build", "--size", "大"],
    "an idle option": ["build", "-f", "deck", "--press"],
    "a file for a folder": ["build", "-o", "content/outline.yaml"],
    "an unknown code": ["explain", "unkey"],
    "a file that is no template": ["template", "pics/bad.png"],
    "a folder that is there": ["new", "content"],
    "a broken document": ["new", "x", "--from", "pics/bad.docx"],
    "a document of another form": ["new", "x", "--from", "pics/bad.png"],
    "nothing to undo": ["undo"],
    "no repository": ["diff"],
    "an unknown number": ["trace", "content/outline.yaml", "none"],
    "an unknown source": ["figures", "--source", "none"],
    "nothing to merge": ["translate", "base", "--merge"],
    "options that exclude": ["check", "--watch", "--fix"],
    "an unknown part of a schema": ["schema", "nothing"],
    "a port too high": ["preview", "--port", "99999"],
    "an unknown ending": ["trace", "-o", "a.xlsx"],
}


# What git refuses with, on standard error; the last are words that nobody here has heard.
REFUSALS = (
    "fatal: detected dubious ownership in repository at '/srv/x'",
    "fatal: unknown repository extension found:\n\tobjectformat",
    "fatal: Expected git repo version <= 1, found 2",
    "git: 'cat-fille' is not a git command. See 'git --help'.",
    "error: unknown option `end-of-options'\nusage: git rev-parse",
    "fatal: bad config line 1 in file /srv/x/.git/config",
    "fatal: bad numeric config value 'x' for 'core.compression' in file .git/config: invalid unit",
    "fatal: unable to access '/root/.config/git/config': Permission denied",
    "fatal: cannot change to '/srv/gone': No such file or directory",
    "fatal: invalid gitfile format: /srv/x/.git",
    "error: object file .git/objects/ab/cd is empty\nfatal: loose object abcd is corrupt",
    "fatal: bad object HEAD",
    "fatal: Not a valid object name HEAD",
    "fatal: not a tree object",
    "fatal: packfile .git/objects/pack/x.pack cannot be accessed",
    "error: inflate: data stream error (incorrect header check)",
    "fatal: Out of memory, malloc failed (tried to allocate 8 bytes)",
    "error: cannot fork() for x: Too many open files",
    "fatal: something that no catalogue foresees",
    "BUG: refs.c:2057: reference backend is unknown",
    "",
)
# What ends a run, and nobody foresaw.
FAULTS = (
    ValueError("too many values to unpack (expected 2)"),
    KeyError("title"),
    AttributeError("'NoneType' object has no attribute 'rect'"),
    OSError(5, "Input/output error"),
    OSError(113, "No route to host", "outline.yaml"),
    OSError("something without a number"),
    MemoryError(),
    RecursionError("maximum recursion depth exceeded"),
    UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
    TimeoutError("timed out"),
    AssertionError(),
)


def told(folder: Path, arguments: Sequence[str], text: str = OUTLINE + SOUND, **more: str) -> str:
    """What a run in a project says, without the lines of its files."""
    folder = folder / "项目"
    project(folder, text, **more)
    for name, data in {
        "pics/bad.png": b"\x89PNG\r\n\x1a\nnothing",
        "pics/bad.docx": b"PK\x03\x04nothing",
        "pics/bad.svg": b"<svg><script>alert(1)</script></svg>",
        "data/gap.csv": "名称,产值（亿元）\n甲,1\n乙,若干\n".encode(),
        "data/good.csv": "名称,产值（亿元）\n甲,1\n乙,2\n".encode(),
        "data/bad.xlsx": b"PK\x03\x04nothing",
    }.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said), pytest.raises(SystemExit):
        main(arguments)
    lines = said.getvalue().splitlines()
    return "\n".join(line for line in lines if not re.match(r" +\d* \|", line))


def english(said: str, written: str) -> set[str]:
    """The Latin words of what is told that are neither names nor the author's."""
    said = re.sub(r"\[[a-z0-9-]+\]$", "", said, flags=re.M)
    # What a machine says in its own words is quoted as such.
    said = re.sub("原文“[^”]*”", "", said)
    words = set(re.findall(r"[A-Za-z]{2,}", said))
    return words - names() - set(re.findall(r"[A-Za-z]+", written))


def names() -> frozenset[str]:
    """All that has a name of its own: keys, kinds, choices, commands, options, formats, themes."""
    schema = json.dumps(json_schema(kinds()))
    found = {*NAMES, *FORMATS, *theme_names(Problems()), *kinds(), *icons()}
    found |= set(re.findall(r'"([a-z_]+)": \{', schema)) | set(_values(json_schema(kinds())))
    context = click.Context(briefgen)
    for name in briefgen.list_commands(context):
        command = briefgen.get_command(context, name)
        assert command is not None
        found |= {name, *(each for option in command.params for each in option.opts)}
    return frozenset(re.findall(r"[A-Za-z]+", " ".join(found)))


def _values(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        yield from map(str, node.get("enum", ()))
        for each in node.values():
            yield from _values(each)
    elif isinstance(node, list):
        for each in node:
            yield from _values(each)


@pytest.fixture(autouse=True)
def chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFGEN_LANG", "zh")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "项目").mkdir()
    monkeypatch.chdir(tmp_path / "项目")


@pytest.mark.slow
@pytest.mark.parametrize("what", OUTLINES)
def test_a_wrong_outline_is_told_in_chinese_alone(tmp_path: Path, what: str) -> None:
    said = told(tmp_path, ["check"], OUTLINES[what])
    assert "错误：" in said or "警告：" in said
    assert english(said, OUTLINES[what]) == set(), said


@pytest.mark.slow
@pytest.mark.parametrize("what", OVERLAYS)
def test_a_wrong_audience_is_told_in_chinese_alone(tmp_path: Path, what: str) -> None:
    said = told(tmp_path, ["check"], guests=OVERLAYS[what])
    assert "错误：" in said
    assert english(said, OUTLINE + SOUND + OVERLAYS[what] + "guests") == set(), said


@pytest.mark.slow
@pytest.mark.parametrize("what", LINES)
def test_a_wrong_command_line_is_told_in_chinese_alone(tmp_path: Path, what: str) -> None:
    said = told(tmp_path, LINES[what])
    assert re.search("[一-鿿]", said)
    assert english(said, OUTLINE + SOUND + " ".join(LINES[what])) == set(), said


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="git is a script here")
@pytest.mark.parametrize("said", REFUSALS)
def test_what_git_refuses_is_told_in_chinese_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' {shlex.quote(said)} >&2\nexit 128\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    heard = told(tmp_path, ["diff"])
    assert "git 提示：" in heard
    assert english(heard, "safe.directory config list show origin fsck diff") == set(), heard


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS, ids=repr)
def test_what_nobody_foresaw_is_told_in_chinese_alone(
    capsys: pytest.CaptureFixture[str], fault: Exception
) -> None:
    @click.command()
    def falls() -> None:
        raise fault

    assert run(falls, [], Run(tongue="zh")) == 3
    heard = capsys.readouterr().err
    assert re.search("[一-鿿]", heard)
    assert english(heard, "outline.yaml debug") == set(), heard


@pytest.mark.slow
def test_a_build_is_told_in_chinese_alone(tmp_path: Path) -> None:
    said = told(tmp_path, ["build"], OUTLINE + SOUND)
    assert "共 2 个文件" in said
    assert english(said, OUTLINE + SOUND) == set(), said


def test_what_is_mended_is_told_in_chinese_alone(tmp_path: Path) -> None:
    said = told(tmp_path, ["check", "--fix"], bullets("稳中有进 很好", "[第５条]"))
    assert "改了 2 处" in said
    assert english(said, OUTLINE + SOUND) == set(), said


def test_words_of_english_messages_are_no_names() -> None:
    words = "error hint unknown there did you mean should cannot nothing expected"
    assert not set(words.split()) & names()
