"""Help in Chinese: complete, without a word of English that is no name, within the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
from click.testing import CliRunner
from rows import every

from briefgen.brief.hints import Doc
from briefgen.brief.roles import notes_of
from briefgen.chinese.hanzi import cells
from briefgen.cli import briefgen
from briefgen.formats import FORMATS
from briefgen.kinds import kinds
from briefgen.messages.help import COMMANDS, FIELDS, KINDS, first_paragraph
from briefgen.outline.schema import json_schema
from briefgen.record import Record

# Names of keys, commands, files, formats and programs, which are the same in every language.
NAMES = frozenset(
    """
    briefgen new mybrief cd build out check explain trace figures YAML PowerPoint JSON PDF PNG CMYK
    BRIEFGEN_LANG BRIEFGEN_EDITOR base page preview template lock yaml git CODE OLD NEW Schema DIR
    FILE NAME edited pptx potx vscode cursor vscodium zed idea none path line column Ctrl gdp cm
    default id upright auto x from txt md docx pdf Markdown deck Model Context Protocol pip
    install mcp CSV XLSX SQLite Dask failed csv manifest TABLE OUTLINE SHA merge dask
    FOLDER KIND SKILL WHAT brief audience figures claude skills AUDIENCE translate
    GitHub long png NAME handout svg deck
    """.split()
)

# Where the records of an outline are.
ROOMS = ("briefgen.brief.", "briefgen.kinds.", "briefgen.parts.", "briefgen.outline.written")


def commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(briefgen)
    yield "", briefgen
    for name in briefgen.list_commands(context):
        command = briefgen.get_command(context, name)
        assert command is not None
        yield name, command


def helps() -> Iterator[str]:
    for _, command in commands():
        yield first_paragraph(command.help or "")
        yield from (each.about for each in FORMATS.values() if command.epilog)
        for each in command.get_params(click.Context(command)):
            if isinstance(each, click.Option):
                yield first_paragraph(each.help or "")


def shown(name: str, columns: int = 80) -> str:
    arguments = [name, "--help", "--lang", "zh"] if name else ["--lang", "zh", "--help"]
    done = CliRunner().invoke(briefgen, arguments, terminal_width=columns)
    assert done.exit_code == 0
    return done.output


def test_every_help_text_has_its_chinese_and_no_other() -> None:
    assert {each for each in helps() if each} == set(COMMANDS)


def test_every_kind_has_its_chinese() -> None:
    assert set(KINDS) == set(kinds())


def docs(cls: type = Record) -> Iterator[str]:
    """What the fields of all records of an outline are for."""
    for each in cls.__subclasses__():
        if each.__module__.startswith(ROOMS):
            yield from (doc.text for noted in notes_of(each).values() if (doc := noted.first(Doc)))
        yield from docs(each)


def test_every_field_has_its_chinese_and_no_other() -> None:
    json_schema(kinds())  # by way of which every record of an outline is known
    assert set(docs()) == set(FIELDS)


@every("name", [name for name, _ in commands()])
def test_help_in_chinese_has_no_english_but_names(name: str) -> None:
    text = shown(name)
    text = re.sub(r"\[[^\]]*\]|-{1,2}[a-z][a-z-]*( [A-Z]+)?|^  [a-z]+ ", " ", text, flags=re.M)
    words = set(re.findall(r"[A-Za-z_]{2,}", text))
    options = {part for _, each in commands() for part in each.name.split("-") if each.name}
    assert words - NAMES - options - set(re.findall(r"[A-Z]+", " ".join(words))) == set()


@every("columns", [50, 80, 100])
@every("name", [name for name, _ in commands()])
def test_no_line_is_wider_than_the_terminal(name: str, columns: int) -> None:
    for line in shown(name, columns).splitlines():
        # A usage or a choice that cannot be broken may stand out.
        assert cells(line) <= columns or "[" in line or "briefgen" in line


def test_lines_do_not_begin_with_stops() -> None:
    for name, _ in commands():
        for line in shown(name, 60).splitlines():
            assert not line.strip().startswith(tuple("，。；：、）”》"))


def test_help_in_english_is_as_it_was() -> None:
    done = CliRunner().invoke(briefgen, ["build", "--help", "--lang", "en"])
    assert done.output.startswith("Usage: briefgen build [OPTIONS] [OUTLINE]")
