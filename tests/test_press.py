"""The printed brief in a printing house, in an office without colour, and in an archive."""

from __future__ import annotations

import json
import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from outlines import made_in
from pypdf import PdfReader

from briefgen.build import BASE, Request, build, load, make_one
from briefgen.geometry import mm
from briefgen.problems import NOWHERE, Problems
from briefgen.record import replace
from briefgen.render.pdf.inks import cmyk
from briefgen.request import Job, Printing
from briefgen.theme.load import load_theme, theme_ids

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"
AUDIENCES = (BASE, *sorted(path.stem for path in REFERENCE.parent.glob("audiences/*.yaml")))
MM = 72 / 25.4
OFFICE = Printing()


@cache
def made(audience: str, theme: str = "", printing: Printing = OFFICE) -> bytes:
    loaded = load(Request(REFERENCE, (audience,), theme=theme, printing=printing))
    brief, colours = loaded.briefs[audience], loaded.themes[audience]
    (data,) = make_one(Job(brief, colours, "brief", printing.attach)).files.values()
    return data


def content(pdf: bytes) -> str:
    reader = PdfReader(BytesIO(pdf))
    assert len(reader.pages) == 1
    stream = reader.pages[0].get_contents()
    assert stream is not None
    return stream.get_data().decode("latin-1")


def inks(pdf: bytes, operators: str) -> set[tuple[float, ...]]:
    """The operands of colour operators: k, K, rg or RG."""
    found = re.findall(rf"((?:[\d.]+ )+)(?:{operators})\b", content(pdf))
    return {tuple(map(float, operands.split())) for operands in found}


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_press_sheet_is_cmyk_within_the_limit(audience: str) -> None:
    pdf = made(audience, printing=Printing(press=True))
    used = inks(pdf, "k|K")
    assert len(used) > 4
    assert inks(pdf, "rg|RG") == set()
    for ink in used:
        assert len(ink) == 4
        assert sum(ink) <= 3.0
    assert (0.0, 0.0, 0.0, 1.0) in used


@pytest.mark.parametrize("theme", sorted(theme_ids()))
def test_every_colour_of_every_theme_stays_within_the_limit(theme: str) -> None:
    loaded = load_theme(theme, NOWHERE, Problems())
    assert loaded
    for token, digits in loaded.palette.items():
        shares = cmyk(token, digits)
        assert all(0 <= share <= 1 for share in shares)
        assert sum(shares) <= 3.0
    assert cmyk("ink", loaded.hex("ink")) == (0, 0, 0, 1)
    assert cmyk("ink2", loaded.hex("ink2"))[:3] == (0, 0, 0)
    assert cmyk("white", loaded.hex("white")) == (0, 0, 0, 0)


def test_a_press_sheet_has_its_boxes_bleed_and_marks() -> None:
    pdf = made(BASE, printing=Printing(press=True))
    page = PdfReader(BytesIO(pdf)).pages[0]
    trim, bleed, media = page.trimbox, page.bleedbox, page.mediabox
    assert float(trim.width) == pytest.approx(210 * MM, abs=0.05)
    assert float(trim.height) == pytest.approx(297 * MM, abs=0.05)
    assert float(trim.left - bleed.left) == pytest.approx(3 * MM, abs=0.05)
    assert float(bleed.top - trim.top) == pytest.approx(3 * MM, abs=0.05)
    assert media.left < bleed.left
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=4).to_pil().convert("L")

    def dark(x: float, y: float) -> bool:
        """Whether there is ink at a place in millimetres from the trimmed corner, top left."""
        at = ((x * MM + float(trim.left)) * 4, (float(media.top - trim.top) + y * MM) * 4)
        near = [image.getpixel((int(at[0]) + i, int(at[1]) + j)) for i in (-1, 0, 1)
                for j in (-1, 0, 1)]  # fmt: skip
        return min(float(str(value)) for value in near) < 245

    assert dark(-2.5, -2.5)  # the masthead reaches into the bleed
    assert dark(212.5, 10)
    assert not dark(-3.7, 10)  # and no further
    for x, y in ((0, -6), (-6, 0), (210, -6), (216, 0), (0, 303), (-6, 297), (210, 303)):
        assert dark(x, y), (x, y)
    assert not dark(-6, -6)


def test_a_press_sheet_has_registration_marks_inks_and_a_line_outside_the_bleed() -> None:
    pdf = made("citizen", printing=Printing(press=True))
    page = PdfReader(BytesIO(pdf)).pages[0]
    trim, media = page.trimbox, page.mediabox
    assert {(1.0, 0.0, 0.0, 0.0), (0.0, 1.0, 0.0, 0.0), (0.0, 0.0, 1.0, 0.0)} <= inks(pdf, "k")
    assert (0.75,) * 4 in inks(pdf, "K")
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        words = text.get_text_bounded(0, 0, float(media.width), float(trim.bottom) - 3 * MM)
        image = document[0].render(scale=4).to_pil().convert("RGB")
    assert "guangzhou-six-citizen-press.pdf" in words
    assert "2024-02" in words
    assert "正面" in words
    assert "CMYK" in words

    def colour(x: float, y: float) -> tuple[int, ...]:
        """The colour at a place in millimetres from the trimmed corner, top left."""
        at = ((x * MM + float(trim.left)) * 4, (float(media.top - trim.top) + y * MM) * 4)
        found = image.getpixel((int(at[0]), int(at[1])))
        assert isinstance(found, tuple)
        return found

    cyan, magenta, yellow, black = (colour(22 + 4 * n, -6) for n in range(4))
    assert cyan[0] < 60 < cyan[2]
    assert magenta[1] < 60 < magenta[0]
    assert yellow[2] < 90 < yellow[0]
    assert max(black) < 90
    for x, y in ((105, -6.5), (105, 303.5), (-6.5, 148.5), (216.5, 148.5)):
        assert min(colour(x, y)) < 160, (x, y)


def test_the_masthead_of_a_press_sheet_is_no_plain_bar_above_its_words() -> None:
    """What the bleed adds above the margin is used by the window."""
    pdf = made(BASE, printing=Printing(press=True))
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=2).to_pil().convert("RGB")
    left, top = (10 * MM * 2, 10 * MM * 2)
    band = image.crop((int(left), int(top), int(left + 210 * MM * 2), int(top + 13 * MM * 2)))
    assert len(band.getcolors(100_000) or ()) > 20


def test_a_press_sheet_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(made(BASE, printing=Printing(press=True))))
    intent = reader.root_object["/OutputIntents"][0].get_object()  # type: ignore[index]
    assert intent["/S"] == "/GTS_PDFX"
    packet = reader.root_object["/Metadata"].get_object().get_data().decode()  # type: ignore[union-attr]
    assert "<pdfuaid:part>1<" in packet
    assert "pdfaid:part>" not in packet


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_mono_has_no_colour_at_all(audience: str) -> None:
    pdf = made(audience, "print-mono")
    for ink in inks(pdf, "rg|RG"):
        assert len(set(ink)) == 1, ink
    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=0.5).to_pil().convert("RGB")
    red, green, blue = image.split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_an_office_sheet_is_small_and_archival(audience: str) -> None:
    pdf = made(audience)
    assert len(pdf) < 400_000
    reader = PdfReader(BytesIO(pdf))
    packet = reader.root_object["/Metadata"].get_object().get_data().decode()  # type: ignore[union-attr]
    assert "<pdfaid:part>2<" in packet
    assert "<pdfaid:conformance>U<" in packet
    assert reader.metadata
    assert str(reader.metadata.title) in packet


def test_content_and_ledger_ride_along_for_this_audience_alone() -> None:
    pdf = made("citizen", printing=Printing(attach=True))
    reader = PdfReader(BytesIO(pdf))
    packet = reader.root_object["/Metadata"].get_object().get_data().decode()  # type: ignore[union-attr]
    assert "<pdfaid:part>3<" in packet
    files = {name: json.loads(data[0]) for name, data in reader.attachments.items()}
    assert set(files) == {"ledger.json", "outline.json"}
    by_id = {entry["id"]: entry for entry in files["ledger.json"]}
    assert "165万名" in by_id["students"]["display"]
    assert by_id["students"]["quote"]
    topics = files["outline.json"]["topics"]
    assert all("notes" not in topic for topic in topics)
    text = json.dumps(files, ensure_ascii=False)
    assert "投资者简报" not in text
    assert len(reader.root_object["/AF"]) == 2  # type: ignore[arg-type]


def test_the_files_lie_beside_each_other(tmp_path: Path) -> None:
    options = {"audiences": (BASE,), "formats": ("brief",), "out": tmp_path}
    build(Request(REFERENCE, **options))  # type: ignore[arg-type]
    report = build(Request(REFERENCE, **options, printing=Printing("letter", press=True)))  # type: ignore[arg-type]
    assert list(made_in(tmp_path)) == [
        "guangzhou-six-press.pdf",
        "guangzhou-six.pdf",
    ]
    page = PdfReader(report.written[0]).pages[0]
    assert float(page.trimbox.width) == pytest.approx(mm(215.9) / 12_700, abs=0.05)


ADDRESSES = (
    "https://www.example.org/",
    "https://www.example.org/six?from=brief&lang=zh-Hans#top",
    "https://www.example.org/" + "a-long-address/" * 12 + "%E5%B9%BF%E5%B7%9E",
)


@pytest.mark.parametrize(
    ("address", "printing", "theme"),
    [
        # Each address on each paper, in either theme.
        (address, printing, ("", "print-mono")[(at + number) % 2])
        for at, address in enumerate(ADDRESSES)
        for number, printing in enumerate((OFFICE, Printing(press=True), Printing(paper="a3")))
    ],
)
@pytest.mark.slow
def test_the_code_on_the_printed_sheet_leads_to_the_address(
    address: str, printing: Printing, theme: str
) -> None:
    loaded = load(Request(REFERENCE, (BASE,), theme=theme, printing=printing))
    brief = loaded.briefs[BASE]
    brief = replace(brief, page=replace(brief.page, url=address))
    (pdf,) = make_one(Job(brief, loaded.themes[BASE], "brief")).files.values()
    with pypdfium2.PdfDocument(pdf) as document:
        # A scan of a print, in grey: an independent reader finds one code, and what it says.
        image = document[0].render(scale=200 / 72).to_pil().convert("L")
    (found,) = zxingcpp.read_barcodes(image)
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    assert found.text == address
