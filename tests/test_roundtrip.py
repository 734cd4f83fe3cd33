"""A deck that went through another office suite is still a deck: LibreOffice opens and saves it."""

from __future__ import annotations

from pathlib import Path

import office
import pytest
from composing import composed
from pptx import Presentation

from briefgen.answers.gallery import outline
from briefgen.build import BASE, Request, load
from briefgen.record import replace
from briefgen.render.pptx import render
from briefgen.scene.items import Chart, Table
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk


def native(path: Path) -> list[dict[str, int]]:
    """How many charts, tables and titles each slide of a deck holds."""
    return [
        {
            "charts": sum(shape.has_chart for shape in slide.shapes),
            "tables": sum(shape.has_table for shape in slide.shapes),
            "titles": bool(slide.shapes.title and slide.shapes.title.text_frame.text),
        }
        for slide in Presentation(str(path)).slides
    ]


def charted(path: Path) -> list[list[list[float | None]]]:
    """The values of every series of every chart, in order."""
    return [
        [
            [None if value is None else round(value, 6) for value in series.values]
            for plot in shape.chart.plots
            for series in plot.series
        ]
        for slide in Presentation(str(path)).slides
        for shape in slide.shapes
        if shape.has_chart
    ]


def some() -> Scene:
    """The gallery's charts and tables, and every fifth of its other slides: most of the time is the
    other suite's, slide by slide."""
    loaded = load(Request(outline(), (BASE,), formats=("deck",)))
    whole = loaded.briefs[BASE]
    shown = {
        page.id
        for page in composed(whole)[0].pages
        if any(isinstance(item, Chart | Table) for item in walk(page.items))
    }
    kept = (each for n, each in enumerate(whole.deck) if each.id in shown or n % 5 == 0)
    scene, problems = composed(replace(whole, deck=tuple(kept)))
    assert not any(each.severity == "error" for each in problems)
    assert len(scene.pages) > len(shown) + 3
    return scene


@office.needed
@pytest.mark.slow
def test_charts_and_tables_stay_native_in_another_suite(tmp_path: Path) -> None:
    deck = tmp_path / "kinds.pptx"
    deck.write_bytes(render(some()))
    other = tmp_path / "saved"
    other.mkdir()
    (saved,) = office.converted([deck], "pptx:Impress MS PowerPoint 2007 XML", other)
    assert sum(slide["charts"] for slide in native(deck)) >= 10
    assert sum(slide["tables"] for slide in native(deck)) >= 3
    assert native(saved) == native(deck)
    assert charted(saved) == charted(deck)
