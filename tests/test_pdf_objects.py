"""What the values of a PDF file are written as, and what others read in them."""

from __future__ import annotations

import re
from io import BytesIO
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdf.generic import TextStringObject, read_object

import briefgen
from briefgen.render.pdf.objects import Stream, name, real, string
from briefgen.render.pdf.sheets import Sheets


def read_back(value: bytes) -> object:
    """What pypdf reads in a value."""
    return read_object(BytesIO(value), None)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_string_is_read_as_it_was_written(text: str) -> None:
    # Control characters of PDFDocEncoding have no character of Unicode that readers agree on.
    text = re.sub(r"[\x00-\x1f\x7f-\x9f\xad]", "", text)
    read = read_back(string(text))
    assert isinstance(read, TextStringObject | str)
    assert str(read) == text


@pytest.mark.parametrize("text", ["Größe", "naïve – “x”", "1 €", "†‡•…™ŒŠŸŽ", "˘ˇˆ˙˝˛˚˜", "(a)\\"])
def test_what_has_a_code_of_one_byte_takes_one_byte_a_character(text: str) -> None:
    written = string(text)
    assert not written.startswith(rb"(\376\377")
    assert str(read_back(written)) == text


@given(st.floats(-1e6, 1e6))
def test_a_number_is_read_as_it_was_written(value: float) -> None:
    written = real(value)
    assert re.fullmatch(rb"-?(\d+|\d*\.\d+)", written)
    assert isclose(float(written), value, rel_tol=1e-6, abs_tol=1e-6)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, b"0"),
        (0.5, b".5"),
        (-0.5, b"-0.5"),
        (595, b"595"),
        (841.8898, b"841.8898"),
        (1e-9, b"0"),
    ],
)
def test_a_number_is_written_as_shortly_as_it_may_be(value: float, written: bytes) -> None:
    assert real(value) == written


def test_what_delimits_is_written_by_its_code_in_a_name() -> None:
    assert name("Noto Sans(SC)/1#") == b"/Noto#20Sans#28SC#29#2F1#23"


def document(pages: int) -> PdfReader:
    """A document of empty pages under two sections, of which the second follows a page of none."""
    sheets = Sheets(200, 100, "en")
    for number in range(pages):
        if number in (0, 3):
            sheets.bookmark(f"s{number}", f"Section {number}", 0, 100)
        sheets.bookmark(f"p{number}", f"Page {number}", 0 if number == 2 else 1, 50)
        sheets.draw("q Q")
        sheets.end_page(Stream, {})
    data = sheets.finish({"Title": string("t")}, bytes(16))
    return PdfReader(BytesIO(data), strict=True)


def test_every_object_stands_where_the_table_says() -> None:
    reader = document(5)
    offsets = reader.xref[0]
    data = reader.stream.read() if not reader.stream.seek(0) else b""
    assert sorted(offsets) == list(range(1, len(offsets) + 1))
    for number, offset in offsets.items():
        assert data[offset:].startswith(b"%d 0 obj\n" % number)
    assert reader.trailer["/Size"] == len(offsets) + 1


def test_bookmarks_are_counted_with_those_below_them() -> None:
    reader = document(5)
    outlines = reader.root_object["/Outlines"]
    assert outlines["/Count"] == 7
    assert [each.title for each in reader.outline if not isinstance(each, list)] == [
        "Section 0",
        "Page 2",
        "Section 3",
    ]
    assert outlines["/First"]["/Count"] == 2
    inside = [each for each in reader.outline if isinstance(each, list)]
    assert [[each.title for each in below] for below in inside] == [
        ["Page 0", "Page 1"],
        ["Page 3", "Page 4"],
    ]


def test_pages_stand_in_their_order_with_a_tab_order_of_their_own() -> None:
    reader = document(3)
    assert [page["/StructParents"] for page in reader.pages] == [0, 1, 2]
    assert all(page["/Tabs"] == "/S" for page in reader.pages)
    assert [list(page.mediabox) for page in reader.pages] == [[0, 0, 200, 100]] * 3


def test_a_file_is_of_no_other_program() -> None:
    sheets = Sheets(200, 100, "en")
    sheets.end_page(Stream, {})
    data = sheets.finish({"Producer": string("briefgen")}, bytes(16))
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}\n1 0 obj\n", data)
    assert b"ReportLab" not in data
    assert briefgen.__name__.encode() in data
