"""The gallery: every kind in every theme, without a word of complaint."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image, ImageChops
from pptx import Presentation

from briefgen.answers.gallery import contact_sheet, gallery, outline
from briefgen.build import Request, check, load
from briefgen.kinds import kinds
from briefgen.theme.load import theme_ids


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {path.name: path for path in gallery(tmp_path_factory.mktemp("gallery") / "new").paths}


def test_the_gallery_shows_every_kind() -> None:
    loaded = load(Request(outline(), ("base",)))
    shown = {slide.kind for slide in loaded.briefs["base"].deck}
    assert shown == set(kinds().built_in)


def test_nothing_in_the_gallery_is_warned_of() -> None:
    """In other themes `test_prints.py` wants it, which makes their decks."""
    found = check(Request(outline(), ("base",), formats=("deck",), theme="lingnan"))
    assert [str(problem) for problem in found if problem.severity != "note"] == []


@pytest.mark.slow
def test_there_is_a_deck_for_each_theme(made: dict[str, Path]) -> None:
    assert set(made) == {"kinds.png", *(f"kinds-{theme}.pptx" for theme in theme_ids())}
    colours = set()
    for name, path in made.items():
        if name.endswith(".pptx"):
            with ZipFile(BytesIO(path.read_bytes())) as deck:
                slides = [each for each in deck.namelist() if "slides/slide" in each]
                assert len(slides) >= len(kinds().built_in)
                colours.add(deck.read("ppt/theme/theme1.xml"))
    assert len(colours) == len(theme_ids())


@pytest.mark.slow
def test_the_contact_sheet_has_a_place_for_every_page(made: dict[str, Path]) -> None:
    decks = (path for name, path in made.items() if name.endswith(".pptx"))
    pages = sum(len(Presentation(str(path)).slides) for path in decks)
    with Image.open(made["kinds.png"]) as sheet:
        across = 5
        rows = -(-pages // across)
        assert sheet.width == across * (400 + 12) + 12
        assert sheet.height == rows * (225 + 12 + 20) + 12  # each page has its name below it
        # The first page of the first theme is a cover on a dark ground; the sheet itself is grey.
        assert sheet.getpixel((6, 6)) == (120, 120, 120)
        assert sheet.getpixel((40, 40)) != (120, 120, 120)


def test_pages_stand_on_the_contact_sheet_row_by_row() -> None:
    colours = [(20 * n, 255 - 20 * n, 40) for n in range(12)]
    pages = []
    for colour in colours:
        out = BytesIO()
        Image.new("RGB", (40, 20), colour).save(out, "PNG")
        pages.append(out.getvalue())
    with Image.open(BytesIO(contact_sheet(pages))) as sheet:
        assert sheet.size == (5 * (40 + 12) + 12, 3 * (20 + 12) + 12)
        middles = [(12 + n % 5 * (40 + 12) + 20, 12 + n // 5 * (20 + 12) + 10) for n in range(15)]
        seen = [sheet.getpixel(middle) for middle in middles]
    assert seen == [*colours, *[(120, 120, 120)] * 3]
    with Image.open(BytesIO(contact_sheet(pages, ["Hp"] * 12))) as sheet:
        below = sheet.crop((12, 12 + 20, 12 + 40, 12 + 20 + 20))
        _, top, _, bottom = ImageChops.subtract(
            below, Image.new("RGB", below.size, (120,) * 3)
        ).getbbox() or (0, 0, 0, 0)
    assert bottom - top > 12  # letters that can be read
