"""Zips, byte by byte those of Python's own writer, and read by it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.render.pptx.archive import zipped

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\\"), min_size=1)
FILES = st.dictionaries(NAMES | st.sampled_from(["a.png", "图.png", "a.xml"]), st.binary())


def by_python(files: list[tuple[str, bytes]]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in files:
            entry = ZipInfo(name)
            entry.create_system = 0
            entry.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=3)
    return buffer.getvalue()


@pytest.mark.slow
@given(FILES)
def test_a_zip_is_that_of_python(files: dict[str, bytes]) -> None:
    pairs = list(files.items())
    assert zipped(pairs, (".png",)) == by_python(pairs)


@pytest.mark.slow
def test_more_files_than_a_short_directory_counts_are_all_there() -> None:
    pairs = [(f"{number}.xml", b"<a/>") for number in range(66_000)]
    data = zipped(pairs)
    assert data == by_python(pairs)
    with ZipFile(BytesIO(data)) as archive:
        assert len(archive.namelist()) == 66_000
        assert archive.read("65999.xml") == b"<a/>"
