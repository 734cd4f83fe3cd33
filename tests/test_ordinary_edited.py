"""Plain slides that somebody works on: reset, with longer texts, with more items."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import editing
import pytest
from editing import drawn, own, placeholders, slides, written
from pptx import Presentation
from test_editing import EDITS, SOFFICE, faces, judged, pictured

from briefgen.answers.gallery import outline
from briefgen.build import load, make_one
from briefgen.pages.shared import Shared
from briefgen.record import replace
from briefgen.request import Request

KINDS = ("bullets", "text", "image", "two-column", "org", "matrix", "pyramid", "cycle", "gantt")


@cache
def deck() -> bytes:
    """The gallery's slides of these kinds."""
    request = Request(outline(), ("base",), formats=("deck",))
    loaded = load(request)
    whole = loaded.briefs["base"]
    brief = replace(whole, deck=tuple(slide for slide in whole.deck if slide.kind in KINDS))
    job = request.job(brief, loaded.themes["base"], "deck")
    return next(iter(make_one(job, Shared()).files.values()))


@pytest.mark.slow
def test_resetting_a_plain_slide_changes_nothing() -> None:
    opened = Presentation(BytesIO(deck()))
    told = []
    for slide, (name, root) in zip(opened.slides, slides(deck()), strict=True):
        layouts = {p.placeholder_format.idx: p._element for p in slide.slide_layout.placeholders}
        for shape in placeholders(root):
            index = int(editing.holder(shape).get("idx", 0))
            told += [f"{name}: {what}" for what in own(shape, layouts[index])]
    assert told == []


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this machine")
@pytest.mark.slow
@pytest.mark.parametrize("face", ["noto", "tall", "wenquanyi"])
def test_plain_slides_go_on_fitting_when_they_grow(face: str, tmp_path: Path) -> None:
    there = faces(tmp_path)
    if face not in there:
        pytest.skip("this face is not on this machine")
    files = []
    for name, edit in EDITS.items():
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(edit(deck()))
        files.append(path)
    told = {
        path.stem: judged(drawn(pdf), written(path.read_bytes()))
        for path, pdf in zip(files, pictured(files, there[face], tmp_path / "out"), strict=True)
    }
    assert not any(told.values()), told
