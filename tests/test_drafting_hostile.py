"""Files that are broken, locked, old, or made to do harm: each ends in a line, and soon."""

from __future__ import annotations

import re
import time
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from stray import bomb, docx, para, pdf, picture, zipped

from briefgen.cli import briefgen
from briefgen.drafting.project import drafted
from briefgen.drafting.read import read_document
from briefgen.problems import MachineError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
SOUND = docx(para("一句话。") * 40)


def canvas(**options: object) -> bytes:
    from io import BytesIO

    out = BytesIO()
    made = Canvas(out, **options)  # type: ignore[arg-type]
    made.drawString(60, 700, "Some words on a page that nobody may read.")
    made.save()
    return out.getvalue()


def scanned() -> bytes:
    from io import BytesIO

    from reportlab.lib.utils import ImageReader

    out = BytesIO()
    made = Canvas(out)
    for _ in range(3):
        made.drawImage(ImageReader(BytesIO(picture())), 0, 0, 595, 842)
        made.showPage()
    made.save()
    return out.getvalue()


DTD = '<!DOCTYPE w:document [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>'
CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "locked Word": (
        "a.docx",
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        "draft-encrypted",
    ),
    "old Word": ("a.docx", lambda: OLE, "draft-not-office"),
    "old ending": ("a.doc", lambda: OLE, "draft-other-program"),
    "of WPS": ("a.wps", lambda: OLE, "draft-other-program"),
    "cut Word": ("a.docx", lambda: SOUND[: len(SOUND) // 2], "draft-cut-off"),
    "damaged markup": ("a.docx", lambda: docx("<w:p><w:r>"), "draft-damaged"),
    "document type": ("a.docx", lambda: docx(para("&b;"), DTD), "draft-doctype"),
    "zip bomb": ("a.docx", lambda: docx("", more={"word/x.bin": bytes(150_000_000)}), "draft-bomb"),
    "nested without end": (
        "a.docx",
        lambda: docx("<w:tbl>" * 400 + para("x") + "</w:tbl>" * 400),
        "draft-damaged",
    ),
    "no presentation": ("a.pptx", lambda: zipped({"a": "b"}), "draft-damaged"),
    "Word as PowerPoint": ("a.pptx", lambda: SOUND, "draft-damaged"),
    "locked PDF": (
        "a.pdf",
        lambda: canvas(encrypt=StandardEncryption("secret", "owner")),
        "draft-encrypted",
    ),
    "cut PDF": ("a.pdf", lambda: canvas()[:400], "draft-damaged"),
    "no PDF": ("a.pdf", lambda: b"hello", "draft-not-pdf"),
    "scanned": ("a.pdf", scanned, "draft-scanned"),
    "PDF bomb": ("a.pdf", lambda: pdf(bomb(400)), "draft-bomb"),
    "PDF bomb in a bomb": (
        "a.pdf",
        lambda: pdf(zlib.compress(bomb(400), 9), b"[/FlateDecode /FlateDecode]"),
        "draft-bomb",
    ),
    "PDF of endless text": (
        "a.pdf",
        lambda: pdf(bomb(120, b"BT /F1 9 Tf 9 9 Td (aaaaaaaaaaaaaaaaaa) Tj ET\n")),
        "draft-bomb",
    ),
    "binary text": ("a.txt", lambda: bytes(range(256)) * 40, "draft-no-text-file"),
    "nothing": ("a.md", lambda: b" \n", "draft-empty"),
    "another format": ("a.xlsx", lambda: b"PK", "draft-unknown-format"),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_it_ends_in_a_line_within_five_seconds(tmp_path: Path, case: str) -> None:
    name, make, code = CASES[case]
    file = tmp_path / name
    file.write_bytes(make())
    start = time.process_time()
    with pytest.raises(MachineError) as caught:
        read_document(file)
    assert time.process_time() - start < 5
    (problem,) = caught.value.problems
    assert problem.code == code
    for tongue in ("en", "zh"):
        assert name in problem.sentence(tongue)
        assert "{" not in problem.told(tongue)


def test_a_page_without_end_is_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    endless = re.sub(rb"(/MediaBox ?\[ ?\S+ \S+ \S+ )", rb"\g<1>" + b"9" * 57, canvas())
    file.write_bytes(endless)
    with pytest.raises(MachineError) as caught:
        read_document(file)
    assert [each.code for each in caught.value.problems] == ["draft-scanned"]


def test_a_page_whose_own_entries_are_damaged_is_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    for damage in (b">~ /Rotate 0", b">> /Rotate -7", b">> /Rotate 99999999999", b">> /Rotate [9]"):
        file.write_bytes(canvas().replace(b">> /Rotate 0", damage))
        with suppress(MachineError):
            assert read_document(file).blocks


def test_lines_far_off_the_page_stand_beside_nothing(tmp_path: Path) -> None:
    from io import BytesIO

    out = BytesIO()
    made = Canvas(out)
    for row in range(12):
        made.drawString(60, 700 - 20 * row, f"Line {row} of a page that goes on and on.")
        made.drawString(4e9, 700 - 20 * row, f"Line {row} of a place that is on no page.")
    made.save()
    file = tmp_path / "a.pdf"
    file.write_bytes(out.getvalue())
    start = time.process_time()
    assert "Line 11 of a page" in str(read_document(file))
    assert time.process_time() - start < 5


@pytest.mark.slow
def test_what_is_said_to_be_there_without_end_is_as_much_as_there_is() -> None:
    from io import BytesIO
    from zipfile import ZipFile

    from pptx import Presentation
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    from briefgen.drafting.presentation import read_presentation
    from briefgen.drafting.tree import Grid
    from briefgen.drafting.word import read_word

    deck, sound, claimed = Presentation(), BytesIO(), {}
    data = CategoryChartData()
    data.categories = ["春", "夏", "秋"]
    data.add_series("鱼", (4, None, 6.5))
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, 10**6, 10**6, data)
    deck.save(sound)
    for name in ZipFile(sound).namelist():
        read = ZipFile(sound).read(name)
        claimed[name] = read.replace(b'<c:ptCount val="3"/>', b'<c:ptCount val="4000000000"/>')
        claimed[name] = claimed[name].replace(b'<c:pt idx="2">', b'<c:pt idx="3999999999">')
    cell = f"<w:tc><w:tcPr><w:gridSpan w:val='{10**9}'/></w:tcPr>{para('宽')}</w:tc>"
    before = f"<w:trPr><w:gridBefore w:val='{10**9}'/></w:trPr>"
    rows = f"<w:tr>{before}{cell}</w:tr><w:tr><w:tc>{para('窄')}</w:tc></w:tr>"
    start = time.process_time()
    (grid,) = (b for b in read_presentation(zipped(claimed)).blocks if isinstance(b, Grid))
    assert grid.rows == (("", "鱼"), ("春", "4"), ("夏", ""), ("秋", "6.5"))
    (grid,) = (b for b in read_word(docx(f"<w:tbl>{rows}</w:tbl>")).blocks if isinstance(b, Grid))
    assert len(grid.rows[0]) < 200
    assert time.process_time() - start < 5


def test_a_file_that_is_not_there_is_told_and_nothing_made(tmp_path: Path) -> None:
    for target in (tmp_path / "none.txt", tmp_path):
        arguments = ["new", str(tmp_path / "p"), "--from", str(target)]
        done = CliRunner().invoke(briefgen, arguments)
        assert "there is no file" in str(done.exception)
        assert not (tmp_path / "p").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一、题目\n一句话。\n", "utf-8")
    done = CliRunner().invoke(briefgen, ["new", str(tmp_path), "--from", str(tmp_path / "a.txt")])
    assert "exists and is not empty" in str(done.exception)
    assert [each.name for each in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.slow
def test_five_hundred_pages_are_drafted_within_a_minute(tmp_path: Path) -> None:
    from io import BytesIO

    out = BytesIO()
    made = Canvas(out)
    for page in range(500):
        made.setFont("Helvetica-Bold", 16)
        made.drawString(60, 790, f"Chapter {page + 1} of the report")
        made.setFont("Helvetica", 10)
        for line in range(12):
            words = (
                f"line {line} of page {page} says something about the harbour and its trade, and"
            )
            made.drawString(60, 760 - 14 * line, words)
        made.showPage()
    made.save()
    (tmp_path / "a.pdf").write_bytes(out.getvalue())
    start = time.process_time()
    arguments = ["new", str(tmp_path / "p"), "--from", str(tmp_path / "a.pdf")]
    done = CliRunner().invoke(briefgen, arguments, catch_exceptions=False)
    # A quarter of a full page stands on each, so it is done in a quarter of the time.
    assert time.process_time() - start < 15
    assert done.exit_code == 0
    left = (tmp_path / "p" / "content" / "left-out.md").read_text("utf-8")
    assert "Chapter 500 of the report" in left


ENDLESS = (
    "第{}街修路{}.5公里；",
    "第{}站有{}间房，",
    "Site {} has {} rooms. ",
    "{} of {} sites grew from ",
)


@pytest.mark.slow
@pytest.mark.parametrize("each", ENDLESS)
def test_a_line_without_end_is_drafted_in_time(tmp_path: Path, each: str) -> None:
    path = tmp_path / "notice.txt"
    path.write_text("".join(each.format(n, n + 3) for n in range(3000)), "utf-8")
    start = time.process_time()
    drafted(read_document(path), path.name)
    assert time.process_time() - start < 5
