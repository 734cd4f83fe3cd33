"""Reading YAML: what was written arrives as it was written, and what is wrong is said where."""

import sys
from codecs import BOM_UTF8
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from outlines import nodes, plain
from rows import every

from briefgen.chinese.forms import ordinary
from briefgen.outline.reading import read as reading
from briefgen.outline.reading.nodes import Mapping, Scalar, Sequence, scalars
from briefgen.outline.reading.read import read, read_file
from briefgen.problems import Problems


def problems_of(data: bytes | str) -> list[str]:
    problems = Problems()
    read(data.encode() if isinstance(data, str) else data, "a.yaml", problems)
    return [str(problem) for problem in problems]


def only(data: bytes | str) -> str:
    found = problems_of(data)
    assert len(found) == 1, found
    return found[0]


@every(
    "written",
    [
        "12:30",
        "no",
        "017",
        "1.10",
        "1_000",
        "0x1F",
        "~",
        "null",
        "2026-13-45",
        "9" * 5000,
        "=",
        "+1",
    ],
)
def test_scalars_stay_as_written(written: str) -> None:
    assert plain(nodes(f"a: {written}\nb: [{written}]")) == {"a": written, "b": [written]}


def test_keys_stay_as_written() -> None:
    assert plain(nodes("no: a\n017: b\n12:30: c\n")) == {"no": "a", "017": "b", "12:30": "c"}


def test_marks_count_characters_of_chinese_lines_from_1() -> None:
    node = nodes("标题: 六个新广州\n要点:\n  - {头: 目标, 文: “再造”}\n")
    first = node.get("标题")
    assert isinstance(first, Scalar)
    assert str(first.mark) == "outline.yaml:1:5"
    points = node.get("要点")
    assert isinstance(points, Sequence)
    item = points.items[0]
    assert isinstance(item, Mapping)
    assert str(item.key_mark("文")) == "outline.yaml:3:13"


def test_quotes_and_folding_are_known() -> None:
    node = nodes("a: x\nb: 'x'\nc: >-\n  x\n  y\nd: |\n  x\n  y\ne: x\n  y\n")
    known = {k: (e.value.plain, e.value.folded) for k, e in node.entries.items()
             if isinstance(e.value, Scalar)}  # fmt: skip
    assert known == {
        "a": (True, False), "b": (False, False), "c": (False, True), "d": (False, False),
        "e": (True, True),
    }  # fmt: skip


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfa: \xe6\x96\x87\r\nb: 2\r\n", b"a: \xe6\x96\x87\rb: 2"]
)
def test_bom_and_foreign_line_ends_are_accepted(data: bytes) -> None:
    problems = Problems()
    node = read(data, "a.yaml", problems)
    assert plain(node) == {"a": "文", "b": "2"}
    assert not list(problems)
    assert str(node.key_mark("b")) == "a.yaml:2:1"  # type: ignore[union-attr]


@every(
    ("data", "place", "words"),
    [
        ("a: 1\nb: &x 2\n", "2:4", "anchor"),
        ("a: *x\n", "1:4", "alias"),
        ("a: !!python/object:os.system x\n", "1:4", "tag"),
        ("a: {<<: {b: 1}}\n", "1:5", "“<<”"),
        ("a: 1\nb: 2\na: 3\n", "3:1", "in line 1 and in line 3"),
        ("? [a]\n: b\n", "1:3", "cannot be a key"),
        ("a: 1\n---\nb: 2\n", "2:1", "second YAML document"),
        ("", "1:1", "empty"),
        ("# nothing\n", "1:1", "empty"),
        ("a:\n\tb: 1\n", "2:1", "a tab"),
        ("a: 六: 个\n", "1:5", "second “: ”"),
        ("a: 1\n  b: 2\n", "2:4", "indented more"),
        ("a: [1, 2\n", "1:4", "never closed"),
        ("a: 甲\nb: [x, y: ", "2:10", "a value is missing"),
        ("a: {x, y: [u, v:\n\n\n", "1:17", "a value is missing"),
        ("a: “x”\nb: 'y\n", "2:4", "quotation mark is never closed"),
        ('a: "x" y\n', "1:8", "after the closing quotation mark"),
        ("a: {gdp}超\n", "1:9", "begins with { needs quotes"),
        ("a: @x\n", "1:4", "begin with @"),
        ("a: 1\nb:2\nc: 3\n", "2:1", "no space after the colon"),
        ("a: 1\n标题：x\nc: 3\n", "2:1", "full-width ："),
        ("标题：x\nc: 3\n", "1:1", "full-width ："),
        ("a:\n  - b\n - c\n", "3:2", "column"),
        ('a: "\\q"\n', "1:5", "backslash"),
        ("a: b\x01c\n", "1:5", "U+0001"),
        ('a: "\\u0007"\n', "1:4", "U+0007"),
        ("a: b\ufffec\n", "1:5", "U+FFFE"),
        ("甲: 乙\ue000\n", "1:5", "private-use"),
        ("a: b\u2028c\n", "1:5", "U+2028"),
        ("a: \ufffd\n", "1:4", "lost"),
        ("a: x\u202ey\n", "1:5", "warning: an invisible character turns the direction"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(data: str, place: str, words: str) -> None:
    found = only(data)
    assert found.startswith(f"a.yaml:{place}: ")
    assert words in found
    assert "(hint: " in found


def test_an_impossible_escape_is_refused_by_both_parsers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "backslash" in only('a: "\\U00110000"\n')
    monkeypatch.setattr(reading, "LOADER", yaml.SafeLoader)
    assert "escape" in only('a: "\\U00110000"\n')


def test_lone_surrogates_are_refused() -> None:
    assert "backslash" in only('a: "\\ud800"\n')
    assert "not UTF-8" in only(b"a: \xed\xa0\x80\n")


def test_each_wrong_character_is_told_once_with_its_count() -> None:
    found = problems_of("a: x\x01y\x01\nb: \x02\n")
    assert [line.split(" stands")[0] for line in found] == [
        "a.yaml:1:5: error: an invisible control character (U+0001, 2 times)",
        "a.yaml:2:4: error: an invisible control character (U+0002)",
    ]


@pytest.mark.parametrize(
    ("codec", "text", "name"),
    [
        ("gbk", "标题: 六个新广州的高质量发展\n", "GBK"),
        ("big5", "標題: 大幹十二年再造新廣州\n", "Big5"),
        ("utf-16", "标题: 六个新广州\n", "UTF-16"),
        ("utf-16-le", "title: six goals\n", "UTF-16LE"),
        ("utf-16-be", "title: six goals\n", "UTF-16BE"),
    ],
)
def test_other_encodings_are_recognised(codec: str, text: str, name: str) -> None:
    found = only(text.encode(codec))
    assert f"not UTF-8; it looks like {name} " in found
    assert "iconv -f" in found


def test_one_damaged_byte_is_found_at_its_column() -> None:
    for mark in (b"", BOM_UTF8):
        found = only(mark + "a: 好\nb: 好".encode() + b"\xff\n")
        assert found.startswith("a.yaml:2:5: error: the file is not UTF-8: the byte 0xFF")


@pytest.mark.slow
@pytest.mark.parametrize("loader", ["C", "Python"])
@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_deep_nesting_is_refused(loader: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if loader == "Python":
        monkeypatch.setattr(reading, "LOADER", yaml.SafeLoader)
    assert "nested more than 40 deep" in only(text)


def test_forty_levels_are_read() -> None:
    assert not problems_of("[" * 40 + "]" * 40)


@pytest.mark.slow
def test_too_much_is_refused() -> None:
    assert "4 MB" in only(b"a: " + b"x" * 4_000_001)
    assert "200,000 values" in only("- x\n" * 200_001)


def test_several_problems_of_a_file_come_together() -> None:
    found = problems_of("a: &x 1\nb: *x\na: 2\nc: \ue000\n? [d]\n: e\n")
    assert [line.split(":")[1] for line in found] == ["1", "2", "3", "4", "5"]


def test_the_pure_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: 文 # 注\nb:\n  - {c: 'd', e: [f, \"g\"]}\n  - >-\n    h\n    i\n"
    with_c = nodes(text)
    monkeypatch.setattr(reading, "LOADER", yaml.SafeLoader)
    assert nodes(text) == with_c


def test_a_file_must_be_a_mapping(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("- a\n")
    problems = Problems()
    assert read_file(file, "a.yaml", problems) is None
    assert str(next(iter(problems))).startswith("a.yaml:1:1: error: the file must be a mapping")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no FIFOs on Windows")
def test_a_fifo_does_not_hang(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "a.yaml")
    problems = Problems()
    assert read_file(tmp_path / "a.yaml", "a.yaml", problems) is None
    assert "not a regular file" in str(next(iter(problems)))


# What a file may hold, as Python strings: no controls, surrogates, private use or noncharacters.
WORDS = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn", "Zl", "Zp"],
                  exclude_characters="\ufffd\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"),
    max_size=30,
)  # fmt: skip


@pytest.mark.slow
@given(st.lists(WORDS, min_size=1, max_size=5))
def test_any_words_survive_quoting(words: list[str]) -> None:
    text = yaml.safe_dump({"a": words}, allow_unicode=True, default_style='"', width=10_000)
    problems = Problems()
    node = read(text.encode(), "a.yaml", problems)
    assert not list(problems)
    assert node is not None
    assert [scalar.text for scalar in scalars(node)] == [ordinary(word) for word in words]


@given(st.sampled_from((b"", BOM_UTF8)), st.text(max_size=20), st.binary(max_size=200))
def test_no_bytes_raise(mark: bytes, words: str, data: bytes) -> None:
    problems = Problems()
    if read(mark + words.encode() + data, "a.yaml", problems) is None:
        assert problems.fatal


@given(st.text("abc:-[]{},\"'#&*!|>%@ \n\t\\?~", max_size=60))
def test_no_syntax_raises(text: str) -> None:
    problems = Problems()
    if read(text.encode(), "a.yaml", problems) is None:
        assert problems.fatal
    for problem in problems:
        assert problem.mark.line <= text.count("\n") + 2
        assert "yaml." not in problem.message
