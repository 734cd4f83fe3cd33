"""A native chart, as LibreOffice draws it: as it was drawn here, and honest after an edit."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import c_uint
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import editing
import office
import pypdfium2 as pdfium
import pypdfium2.raw as pdf_raw
import pytest
from composing import sound
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTTextLine

from briefgen.formats import FORMATS
from briefgen.geometry import in_pt
from briefgen.scene.items import Chart, Shape
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk

CASE = Path(__file__).parent / "cases" / "charts" / "outline.yaml"
pytestmark = [office.needed, pytest.mark.slow]
BARS = ("bar", "upright-bar", "segment")
# What a page of LibreOffice is off by, in points: it works in hundredths of a millimetre.
NEAR = 2.0

Box = tuple[float, float, float, float]


@cache
def scene() -> Scene:
    return sound(CASE, "deck", "base")


@cache
def charts() -> dict[int, Chart]:
    """The charts by the number of their page, from 0."""
    return {
        number: item
        for number, page in enumerate(scene().pages)
        for item in walk(page.items)
        if isinstance(item, Chart)
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The deck as it is written, and edited, as PDFs of LibreOffice."""
    folder = tmp_path_factory.mktemp("charts")
    deck = next(iter(FORMATS["deck"].render(scene(), "charts").values()))
    (folder / "written.pptx").write_bytes(deck)
    (folder / "edited.pptx").write_bytes(editing.higher(deck))
    names = ("written", "edited")
    made = office.converted([folder / f"{name}.pptx" for name in names], "pdf", folder)
    return dict(zip(names, made, strict=True))


def filled(file: Path, number: int) -> list[tuple[str, Box]]:
    """The filled areas of a page: their colours, and their places on a slide 960 pt wide."""
    page = pdfium.PdfDocument(file)[number]
    width, height = page.get_size()
    scale = 960 / width
    found = []
    for item in page.get_objects(filter=[pdf_raw.FPDF_PAGEOBJ_PATH]):
        rgba = (c_uint(), c_uint(), c_uint(), c_uint())
        pdf_raw.FPDFPageObj_GetFillColor(item, *rgba)
        left, bottom, right, top = item.get_bounds()
        colour = "".join(f"{part.value:02X}" for part in rgba[:3])
        box = (left * scale, (height - top) * scale, right * scale, (height - bottom) * scale)
        found.append((colour, box))
    return found


def marks(file: Path, number: int, chart: Chart) -> list[tuple[str, Box]]:
    """The bars of a native chart: areas of its colours within its frame, that are no line."""
    theme = scene().theme
    colours = {theme.hex(c) for s in chart.series for c in s.colours if c}
    frame = [in_pt(n) for n in (chart.rect.x, chart.rect.y, chart.rect.right, chart.rect.bottom)]
    return [
        (colour, box)
        for colour, box in filled(file, number)
        if colour in colours
        and frame[0] - 1 <= box[0] <= box[2] <= frame[2] + 1
        and frame[1] - 1 <= box[1] <= box[3] <= frame[3] + 1
        and min(box[2] - box[0], box[3] - box[1]) > 1.5
    ]


def texts(file: Path, number: int) -> list[tuple[str, Box]]:
    """The lines of text of a page, with their places from its bottom left."""

    def lines(element: Any) -> list[tuple[str, Box]]:
        if isinstance(element, LTTextLine):
            return (
                [(element.get_text().strip(), element.bbox)] if element.get_text().strip() else []
            )
        return (
            [line for each in element for line in lines(each)]
            if hasattr(element, "__iter__")
            else []
        )

    (page,) = extract_pages(file, page_numbers=[number], laparams=LAParams(all_texts=True))
    return lines(page)


def drawn(chart: Chart) -> list[Box]:
    return [
        tuple(in_pt(n) for n in (i.rect.x, i.rect.y, i.rect.right, i.rect.bottom))
        for i in chart.drawn
        if isinstance(i, Shape) and i.name.kind in BARS
    ]  # type: ignore[misc]


def barred() -> dict[int, Chart]:
    """The charts with bars."""
    found = {number: chart for number, chart in charts().items() if drawn(chart)}
    assert len(found) >= 10
    return found


def test_a_native_chart_has_the_bars_that_were_drawn(pages: dict[str, Path]) -> None:
    """The axis that an application finds by itself is the one that was drawn for."""
    for number, chart in barred().items():
        there = [box for _, box in marks(pages["written"], number, chart)]
        for wanted in drawn(chart):
            if min(wanted[2] - wanted[0], wanted[3] - wanted[1]) < 3:
                continue
            off = min(max(abs(a - b) for a, b in zip(wanted, box, strict=True)) for box in there)
            assert off <= NEAR, (number, wanted, there)


def test_an_edited_chart_cuts_nothing_and_its_labels_fit(pages: dict[str, Path]) -> None:
    """The largest value is 40 % larger, and there is one category more."""
    for number, chart in charts().items():
        assert_nothing_is_cut(number, chart, pages)


def assert_nothing_is_cut(number: int, chart: Chart, pages: dict[str, Path]) -> None:
    found = texts(pages["edited"], number)
    width, height = pdfium.PdfDocument(pages["edited"])[number].get_size()
    for words, (left, bottom, right, top) in found:
        assert -1 < left <= right < width + 1, (number, words)
        assert -1 < bottom <= top < height + 1, (number, words)
    for (one, a), (other, b) in combinations(found, 2):
        across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        assert across <= 1.5 or down <= 1.5, (number, one, other)
    if chart.kind in ("bar", "column"):
        assert any("新增一类" in words for words, _ in found), number


def lengths(boxes: Sequence[Box], upright: bool) -> list[float]:
    return [(b[3] - b[1]) if upright else (b[2] - b[0]) for b in boxes]


def test_an_edited_bar_is_as_long_as_its_value(pages: dict[str, Path]) -> None:
    rows = {n: chart for n, chart in barred().items() if chart.kind in ("bar", "column")}
    assert len(rows) >= 4
    for number, chart in rows.items():
        assert_lengths(number, chart, pages)


def assert_lengths(number: int, chart: Chart, pages: dict[str, Path]) -> None:
    upright = chart.kind == "column"
    there = [box for _, box in marks(pages["edited"], number, chart)]
    values = [[abs(float(v or 0)) for v in series.values] for series in chart.series]
    top = max(v for row in values for v in row)
    edited = [[v * 1.4 if v == top else v for v in (*row, row[-1])] for row in values]
    assert len(there) == sum(map(len, edited)), number
    wanted = sorted(v for row in edited for v in row)
    longest = max(lengths(there, upright))
    for length, value in zip(sorted(lengths(there, upright)), wanted, strict=True):
        assert length / longest == pytest.approx(value / (top * 1.4), abs=0.01), number


def test_what_somebody_adds_is_muted(pages: dict[str, Path]) -> None:
    """One bar is accented: the one that the slide is about."""
    number = next(n for n, page in enumerate(scene().pages) if page.id == "bar")
    colours = [colour for colour, _ in marks(pages["edited"], number, charts()[number])]
    theme = scene().theme
    assert colours.count(theme.hex("primary")) == 1
    assert colours.count(theme.hex("muted")) == len(colours) - 1 == 3
