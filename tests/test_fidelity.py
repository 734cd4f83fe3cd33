"""What an outline says stands in the finished files: every text, cell, value, note and link, in
order, as libraries read it that had no part in writing, and as nobody composed it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import fidelity
import pypdfium2
import pytest
from openpyxl import load_workbook
from outlines import project
from pptx import Presentation
from prints import mostly_slow
from pypdf import PdfReader

from briefgen.answers.gallery import outline as gallery
from briefgen.build import BASE, build, load
from briefgen.checks.promised import bare, promises
from briefgen.formats import FORMATS, composed, stem
from briefgen.problems import Problems
from briefgen.request import Request

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"


def solid(words: str) -> str:
    return "".join(words.split())


def shapes(parent: Any) -> Iterator[Any]:
    for shape in parent.shapes:
        if shape.shape_type == 6:  # MSO_SHAPE_TYPE.GROUP
            yield from shapes(shape)
        else:
            yield shape


def frames(slide: Any) -> Iterator[Any]:
    for shape in shapes(slide):
        if shape.has_text_frame:
            yield shape.text_frame
        if getattr(shape, "has_table", False):
            for row in shape.table.rows:
                yield from (cell.text_frame for cell in row.cells)


def said_on(slide: Any) -> str:
    return solid("".join(frame.text for frame in frames(slide)))


def links_on(slide: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for frame in frames(slide):
        for paragraph in frame.paragraphs:
            for run in paragraph.runs:
                if address := run.hyperlink.address:
                    found[address] = found.get(address, "") + run.text
    return {solid(words): address for address, words in found.items()}


def tables_on(slide: Any) -> list[list[list[str]]]:
    return [
        [[solid(cell.text) for cell in row.cells] for row in shape.table.rows]
        for shape in shapes(slide)
        if getattr(shape, "has_table", False)
    ]


def charts_on(slide: Any) -> list[Any]:
    return [
        each.chart for each in shapes(slide) if getattr(each, "has_chart", False) and each.has_chart
    ]


def plotted(chart: Any) -> dict[str, list[Decimal]]:
    return {
        series.name: [Decimal(str(value)) for value in series.values if value is not None]
        for plot in chart.plots
        for series in plot.series
    }


def in_workbook(chart: Any) -> list[list[Any]]:
    book = load_workbook(BytesIO(chart.part.chart_workbook.xlsx_part.blob), data_only=True)
    return [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]


def check_slide(slide: Any, said: fidelity.Said) -> int:
    """Hold a slide against what it has to say; how many things were held."""
    words = said_on(slide)
    assert solid(slide.shapes.title.text_frame.text) == said.title
    for text in said.texts:
        assert words.count(text) == 1, text
    if said.cells:
        assert said.cells in tables_on(slide)
    if said.series:
        (chart,) = charts_on(slide)
        assert plotted(chart) == said.series
        assert [solid(str(each)) for each in chart.plots[0].categories] == said.categories
        rows = in_workbook(chart)
        cells = {str(cell) for row in rows for cell in row if cell is not None}
        assert {*said.categories, *said.series} <= cells
        for at, name in enumerate(said.categories):
            (row,) = [row for row in rows if row[0] == name]
            numbers = [Decimal(str(cell)) for cell in row[1:] if isinstance(cell, int | float)]
            for values in said.series.values():
                assert values[at] in numbers
    notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
    assert said.notes in solid(notes)
    assert links_on(slide) == said.links
    return (
        1
        + len(said.texts)
        + sum(map(len, said.cells))
        + sum(map(len, said.series.values()))
        + bool(said.notes)
        + len(said.links)
    )


def held_deck(data: bytes, expected: list[fidelity.Said]) -> int:
    slides = [each for each in Presentation(BytesIO(data)).slides if each.shapes.title]
    titles = {said.title for said in expected}
    own = [each for each in slides if solid(each.shapes.title.text_frame.text) in titles]
    assert [solid(each.shapes.title.text_frame.text) for each in own] == [
        said.title for said in expected
    ]
    return sum(check_slide(slide, said) for slide, said in zip(own, expected, strict=True))


def by_pypdf(data: bytes) -> list[str]:
    return [solid(page.extract_text()) for page in PdfReader(BytesIO(data)).pages]


def by_pdfium(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as document:
        return [solid(page.get_textpage().get_text_range()) for page in document]


def held_print(data: bytes, expected: list[fidelity.Said]) -> int:
    held = 0
    for read in (by_pypdf, by_pdfium):
        said = "".join(read(data))
        at = [said.index(each.title) for each in expected]
        assert at == sorted(at)
        for each in expected:
            cells = [cell for row in each.cells for cell in row]
            for text in (*each.texts, *cells, *each.categories, *each.series):
                assert text in said, text
                held += 1
    addresses = {
        note.get_object()["/A"]["/URI"]
        for page in PdfReader(BytesIO(data)).pages
        for note in page.get("/Annots") or ()
        if "/URI" in note.get_object().get("/A", {})
    }
    assert {address for each in expected for address in each.links.values()} <= addresses
    return held


def tried(folder: Path, seed: int, slides: int) -> int:
    text, expected = fidelity.outline(seed, slides)
    path = project(folder, text)
    made = build(Request(path, ("base",), formats=("deck", "handout"), out=folder / "made"))
    files = {each.suffix: each.read_bytes() for each in made.written}
    return held_deck(files[".pptx"], expected) + held_print(files[".pdf"], expected)


@pytest.mark.parametrize("seed", mostly_slow([11, 29, 47], 29))
def test_what_a_short_outline_of_chance_says_stands_in_its_files(tmp_path: Path, seed: int) -> None:
    assert tried(tmp_path, seed, 8) > 60


@pytest.mark.slow
@pytest.mark.parametrize("seed", [3, 1009, 70001])
def test_what_long_outlines_of_chance_say_stands_in_their_files(tmp_path: Path, seed: int) -> None:
    assert tried(tmp_path, seed, 40) > 400


def readers_of(data: bytes) -> list[list[str]]:
    """The words of every page, by each reader that knows the file."""
    if data.startswith(b"%PDF"):
        return [by_pypdf(data), by_pdfium(data)]
    slides = Presentation(BytesIO(data)).slides
    return [
        [
            said_on(slide)
            + solid(slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else "")
            + "".join(solid(each) for each in slide.element.xpath(".//p:cNvPr/@descr"))
            + "".join(str(each) for chart in charts_on(slide) for each in in_workbook(chart))
            for slide in slides
        ]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("outline", [REFERENCE, gallery()], ids=["reference", "gallery"])
@pytest.mark.parametrize("form", ["deck", "brief", "handout"])
def test_every_audience_finds_what_its_outline_says(outline: Path, form: str) -> None:
    # Handouts show the slides that decks do: one of each language is enough.
    some = (BASE, "overseas") if form == "handout" and outline == REFERENCE else ()
    loaded = load(Request(outline, some))
    held = 0
    for name, brief in loaded.briefs.items():
        scene = composed(brief, loaded.themes[name], form, Problems())
        (data,) = FORMATS[form].render(scene, stem(brief)).values()
        for pages in readers_of(data):
            for promise in promises(brief, scene, form != "deck"):
                said = "".join(bare(pages[number - 1]) for number in promise.pages)
                assert promise.stands_in(said), (name, promise)
                held += 1
    assert held > 15 * len(loaded.briefs)
