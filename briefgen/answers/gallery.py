"""Turn the gallery's outline into a deck in each theme, and a contact sheet of all their pages."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from briefgen.build import load, stop_at_errors
from briefgen.formats import composed
from briefgen.machine.assets import shipped
from briefgen.machine.guard import Put, put
from briefgen.problems import Problems
from briefgen.render import png
from briefgen.report import Loaded
from briefgen.request import Request
from briefgen.theme.load import theme_ids

# The contact sheet: pages across, pixels between them, and pixels to the inch of slide.
_ACROSS, _GAP, _DPI = 5, 12, 30


def gallery(folder: Path, overwrite: bool = False) -> Put:
    """Write `kinds-THEME.pptx` for each theme and `kinds.png` into `folder`, beside what was edited
    there, or over it; where they stand.

    Raises ContentError where a page of the gallery has an error.
    """
    files: dict[str, bytes] = {}
    pages: list[bytes] = []
    for theme in theme_ids():
        loaded = load(Request(outline(), ("base",), theme=theme))
        stop_at_errors(loaded.problems, strict=False)
        deck, images = _deck(loaded)
        files[f"kinds-{theme}.pptx"] = deck
        pages += images
    files["kinds.png"] = contact_sheet(pages)
    made = {folder / name: data for name, data in files.items()}
    return put(made, root=folder, overwrite=overwrite)


def outline() -> Path:
    """The outline that shows each kind."""
    return shipped("assets") / "gallery" / "outline.yaml"


def _deck(loaded: Loaded) -> tuple[bytes, tuple[bytes, ...]]:
    """The deck of the one brief that was loaded, and an image of each of its pages."""
    from briefgen.render.pptx import render as render_deck

    (brief,), (theme,) = loaded.briefs.values(), loaded.themes.values()
    problems = Problems()
    scene = composed(brief, theme, "deck", problems)
    stop_at_errors(problems, strict=False)
    return render_deck(scene), png.render(scene, _DPI)


def contact_sheet(pages: Sequence[bytes]) -> bytes:
    """All pages on one sheet, row by row, as PNG."""
    from PIL import Image

    images = [Image.open(BytesIO(page)) for page in pages]
    wide, high = (max(image.size[side] for image in images) for side in (0, 1))
    rows = -(-len(images) // _ACROSS)
    size = (_ACROSS * (wide + _GAP) + _GAP, rows * (high + _GAP) + _GAP)
    sheet = Image.new("RGB", size, (120, 120, 120))
    for number, image in enumerate(images):
        column, row = number % _ACROSS, number // _ACROSS
        sheet.paste(image, (_GAP + column * (wide + _GAP), _GAP + row * (high + _GAP)))
    out = BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()
