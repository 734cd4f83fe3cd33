"""A deck that went through another office suite is still a deck: LibreOffice opens and saves it."""

from __future__ import annotations

from pathlib import Path

import office
import pytest
from composing import sound
from pptx import Presentation

from briefgen.answers.gallery import outline
from briefgen.render.pptx import render


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


@office.needed
@pytest.mark.slow
def test_charts_and_tables_stay_native_in_another_suite(tmp_path: Path) -> None:
    deck = tmp_path / "kinds.pptx"
    deck.write_bytes(render(sound(outline())))
    other = tmp_path / "saved"
    other.mkdir()
    (saved,) = office.converted([deck], "pptx:Impress MS PowerPoint 2007 XML", other)
    assert sum(slide["charts"] for slide in native(deck)) >= 10
    assert sum(slide["tables"] for slide in native(deck)) >= 3
    assert native(saved) == native(deck)
    assert charted(saved) == charted(deck)
