"""Values as PDF objects, held against those of reportlab, and read back by pypdf."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfbase import pdfdoc

from briefgen.render.pdf.document import Sheets
from briefgen.render.pdf.objects import (
    Array,
    Dictionary,
    Object,
    Objects,
    Stream,
    Value,
    name,
    string,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
LIKELY = st.text("Aé•€…“”–\\()\n\t\u00ad中🙂")


def theirs(value: object) -> str:
    document = pdfdoc.PDFDocument(invariant=1)
    written = pdfdoc.format(value, document)
    assert isinstance(written, bytes)
    return written.decode("latin-1")


def ours(value: Value) -> str:
    return Objects().text(value)


@given(WORDS | LIKELY)
def test_a_string_is_written_as_by_others(text: str) -> None:
    assert string(text) == theirs(pdfdoc.PDFString(text))


@given(LIKELY)
def test_a_name_is_written_as_by_others(text: str) -> None:
    assert name(text) == theirs(pdfdoc.PDFName(text))


@given(st.integers(-(10**6), 10**6) | st.floats(-(10**6), 10**6))
def test_a_number_is_written_as_by_others(value: float) -> None:
    assert ours(value) == theirs(value)


@pytest.mark.parametrize("count", range(25))
def test_lists_break_their_lines_where_others_do(count: int) -> None:
    entries = {f"K{at}": at for at in range(count)}
    assert ours(Dictionary(entries)) == theirs(pdfdoc.PDFDictionary(entries))
    assert ours(Array([*range(count)])) == theirs(pdfdoc.PDFArrayCompact(range(count)))


def test_an_object_is_numbered_when_it_is_first_referred_to_and_once() -> None:
    objects = Objects()
    first, second = Dictionary({"A": 1}), Dictionary({})
    assert [objects.refer(each) for each in (first, second, first)] == ["1 0 R", "2 0 R", "1 0 R"]
    assert objects.apart == [first, second]
    assert objects.refer("/Name") == "/Name"
    assert objects.refer(0.5) == ".5"


def test_a_stream_is_referred_to_wherever_it_is_used() -> None:
    objects = Objects()
    whole = Dictionary({"A": Dictionary({"S": Stream(b"inside")}), "N": 1})
    assert objects.text(whole) == "<<\n/A <<\n/S 1 0 R\n>> /N 1\n>>"
    (stream,) = objects.apart
    assert stream.data(objects).endswith(b"\r\nendstream\n")


def test_what_is_referred_to_only_while_others_are_written_is_written_as_well() -> None:
    class Late(Object):
        apart = True

        def text(self, objects: Objects) -> str:
            return Array([Stream(b"last", compress=False), "null"]).text(objects)

    sheets = Sheets(100, 50, "en")
    sheets.write("0 0 10 10 re f")
    sheets.end_page()
    sheets.complete_catalogue({"Extra": Late()})
    data = sheets.finish(Dictionary({"Title": string("新 (a)")}), bytes(16))
    reader = PdfReader(BytesIO(data), strict=True)
    extra = reader.trailer["/Root"]["/Extra"]
    assert extra[0].get_object().get_data() == b"last"
    assert reader.metadata is not None
    assert reader.metadata.title == "新 (a)"
    page = reader.pages[0]
    assert (page.mediabox.width, page.mediabox.height) == (100, 50)
    contents = page.get_contents()
    assert contents is not None
    assert b"0 0 10 10 re f" in contents.get_data()


def test_the_table_of_places_leads_to_every_object() -> None:
    sheets = Sheets(100, 50, "zh")
    for number in range(3):
        sheets.bookmark(f"part {number}", f"第{number}页", 0, 50)
        sheets.bookmark(f"page {number}", "内", 1, 25)
        sheets.end_page()
    data = sheets.finish(Dictionary({}), bytes(16))
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    places = [int(found) for found in re.findall(rb"^(\d{10}) 00000 n ", data[start:], re.M)]
    assert len(places) > 10
    for number, place in enumerate(places, 1):
        assert data[place:].startswith(b"%d 0 obj\n" % number)
    outline = PdfReader(BytesIO(data), strict=True).outline
    assert [each["/Title"] for each in outline[::2]] == ["第0页", "第1页", "第2页"]
    assert [len(below) for below in outline[1::2]] == [1, 1, 1]


def test_a_print_is_made_without_a_library_for_pdf_or_pictures() -> None:
    code = (
        "import sys; import briefgen.pages.printed, briefgen.render.pdf;"
        "print([m for m in ('reportlab', 'PIL', 'pypdf', 'pypdfium2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
