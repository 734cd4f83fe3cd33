"""Consoles in a code page of their own: what is told prints, and can be read."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from outlines import DECK, OUTLINE, TOPICS, project
from prints import mostly_slow

from briefgen.cli import near

NAME = near.register()


@pytest.mark.parametrize(
    ("text", "codec", "shown"),
    [
        ("面积9−2=7m²，‹名称›，约½", "gbk", "面积9-2=7m2，<名称>，约1/2"),
        ("◉ 两者 ✓ • 项", "gbk", "◎ 两者 √ · 项"),
        ("naïve Ångström łódź", "gbk", "naive Angstrom □ódz"),
        ("𠮷野家🚀", "gbk", "□野家□"),
        ("e\u0301\u200b\u202e", "gbk", "e"),
        ("“广州” → 5%…", "cp1252", "“\\u5e7f\\u5dde” -> 5%…"),
        ("“a” – …", "latin-1", '"a" - ...'),
        ("│─┃", "big5", "│─|"),
    ],
)
def test_what_a_code_page_lacks_is_written_as_what_is_near(
    text: str, codec: str, shown: str
) -> None:
    assert text.encode(codec, NAME).decode(codec) == shown


def told(folder: Path, encoding: str, *arguments: str) -> str:
    """What a command prints on a console of this encoding, standard error too."""
    surroundings = {
        **os.environ,
        "PYTHONIOENCODING": encoding,
        "PYTHONUTF8": "0",
        "BRIEFGEN_LANG": "zh",
        "COLUMNS": "100",
    }
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", *arguments],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        check=False,
    )
    said = (done.stdout + done.stderr).decode(encoding)
    assert "Traceback" not in said
    return said


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that shows and says what a Chinese code page lacks."""
    folder = tmp_path_factory.mktemp("console")
    title, point = "降了−3℃的9m²，名ł", "扎实 推进ø"
    deck = DECK + f'  - {{id: odd, kind: bullets, title: "{title}", points: ["{point}"]}}\n'
    project(folder, OUTLINE + TOPICS + deck, guests="deck: {drop: [one]}\n")
    return folder


COMMANDS = {
    ("check",): "9m2",
    ("check", "--format", "github"): "::warning",
    ("check", "--json"): '"message"',
    ("build", "--strict"): "没有写出任何文件",
    ("check", "-a", "base"): "扎实",
    ("figures",): "台账条目",
    ("audiences",): "◎",
    ("trace", "output", "-a", "base"): "3200亿元",
    ("explain", "lost-character"): "含义",
    ("explain", "--sentences"): "<",
    ("kinds", "bar"): "bar",
    ("bild",): "是不是想写“build”",
    ("--help",): "用法",
    ("build", "--help"): "选项",
    ("check", "--fix", "-a", "base"): "扎实 推进□ → 扎实推进□",
    ("undo",): "恢复",
}


@pytest.mark.slow
@pytest.mark.parametrize("arguments", mostly_slow(COMMANDS, *list(COMMANDS)[:4]))
def test_each_command_is_read_on_a_chinese_console(
    written: Path, arguments: tuple[str, ...]
) -> None:
    said = told(written, "cp936", *arguments)
    assert COMMANDS[arguments] in said
    if "--json" not in arguments:
        assert not re.search(r"\\[uxU]", said), said


def test_marks_stand_below_their_characters_where_quotes_are_wide(tmp_path: Path) -> None:
    fields = "kind: bullets, title: “甲”的“乙”占½且🚀, points: [甲], haeder: 1"
    deck = f"deck:\n  - {{id: a, {fields}}}\n"
    path = project(tmp_path, OUTLINE + deck)
    line, below = told(tmp_path, "cp936", "check", str(path)).split("\n")[1:3]
    # On such a console a quotation mark of Chinese is as wide as a hanzi.
    before = line[: line.index("haeder")].encode("gbk")
    assert below.index("^") == len(before)
