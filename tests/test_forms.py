"""Characters that look like others: radicals for hanzi, letters with their accents apart."""

from __future__ import annotations

import io
from pathlib import Path
from unicodedata import name, normalize

import pytest
from outlines import OUTLINE, TOPICS, loaded, project
from pypdf import PdfReader
from test_data import book, cells_of

from briefgen.build import Request, build
from briefgen.chinese.forms import ordinary

RADICALS = "".join(chr(code) for code in range(0x2E80, 0x2FD6) if name(chr(code), ""))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("⼭⽔⼈⽥", "山水人田"),
        ("⻋⻢⻛⻓⻔⻝⻩⻰", "车马风长门食黄龙"),
        ("e\u0301te\u0301", "été"),
        ("n\u0303", "ñ"),
        ("\u212b", "Å"),
        ("\uf900", "豈"),
        ("①½㎡", "①½㎡"),
        ("ﬁ", "ﬁ"),
    ],
)
def test_what_looks_like_another_character_becomes_it(written: str, read: str) -> None:
    assert ordinary(written) == read
    assert ordinary(read) == read


def test_every_radical_that_stands_for_a_hanzi_becomes_it() -> None:
    left = {each for each in ordinary(RADICALS) if 0x2E80 <= ord(each) <= 0x2FDF}
    assert left == {"\u2e80"}


def test_quotes_are_found_whichever_of_both_holds_them(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS)
    seed = tmp_path / "seeds/article.txt"
    plain = seed.read_text("utf-8")
    seed.write_text(plain.replace("去年全市", "去⽬全市"), "utf-8")
    path.write_text(OUTLINE.replace("去年全市", "去目全市") + TOPICS, "utf-8")
    assert loaded(path)[1] == []
    seed.write_text(plain.replace("去年全市", "去目全市"), "utf-8")
    path.write_text(OUTLINE.replace("去年全市", "去⽬全市") + TOPICS, "utf-8")
    assert loaded(path)[1] == []


def test_no_output_holds_them(tmp_path: Path) -> None:
    slide = "deck:\n  - {id: a, kind: summary, title: ⼴州⽂化, points: "
    slide += '[{head: ⻛⾷, text: "\\u2f47出"}, {head: "Cafe\\u0301", text: 甲}]}\n'
    path = project(tmp_path, OUTLINE + slide)
    made = build(Request(path, ("base",), formats=("md", "handout"), out=tmp_path / "out")).written
    said = "".join(
        each.read_text("utf-8")
        if each.suffix == ".md"
        else "".join(page.extract_text() for page in PdfReader(io.BytesIO(each.read_bytes())).pages)
        for each in made
    )
    assert not set(RADICALS) & set(said)
    assert said == normalize("NFC", said)
    for words in ("广州文化", "风食", "日出", "Café"):
        assert words in said, words


@pytest.mark.slow
def test_joined_letters_stand_in_every_file_and_are_read_back(tmp_path: Path) -> None:
    slide = (
        "deck:\n  - {id: a, kind: bullets, title: 一页, points: [ﬂ, oﬃce and ﬁeld, 好ﬀ好, waﬄe]}\n"
    )
    path = project(tmp_path, OUTLINE + slide)
    asked = Request(path, ("base",), formats=("deck", "handout"), out=tmp_path, verify=True)
    assert len(build(asked).written) == 2


def test_cells_of_workbooks_and_tables_are_read_so(tmp_path: Path) -> None:
    rows = (("区", "产值（亿元）"), ("⽩云", 1), ("cafe\u0301", 2))
    assert [row[0] for row in cells_of(book(*rows), "d.xlsx")[1:]] == ["白云", "café"]
    content = "区,产值\n⽩云,1\ncafe\u0301,2\n".encode()
    assert [row[0] for row in cells_of(content, "d.csv")[1:]] == ["白云", "café"]
