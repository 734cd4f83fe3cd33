"""Turn the gallery's outline into a deck in each theme, and a contact sheet of all their pages."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from briefgen.build import load, stop_at_errors
from briefgen.formats import composed
from briefgen.machine.assets import shipped
from briefgen.machine.guard import Put, put
from briefgen.patterns import pattern
from briefgen.problems import Problems
from briefgen.render import png
from briefgen.report import Loaded
from briefgen.request import Request
from briefgen.theme.load import theme_ids

# The contact sheet: pages across, pixels between them, and pixels to the inch of slide.
_ACROSS, _GAP, _DPI = 5, 12, 30
# The height of a name below a page.
_NAME = 20


def gallery(folder: Path, overwrite: bool = False) -> Put:
    """Write `kinds-THEME.pptx` for each theme and `kinds.png` into `folder`, beside what was edited
    there, or over it; where they stand.

    Raises ContentError where a page of the gallery has an error.
    """
    files: dict[str, bytes] = {}
    pages: list[bytes] = []
    names: list[str] = []
    for theme in theme_ids():
        loaded = load(Request(outline(), ("base",), theme=theme))
        stop_at_errors(loaded.problems, strict=False)
        deck, images, kinds = _deck(loaded)
        files[f"kinds-{theme}.pptx"] = deck
        pages += images
        names += kinds
    files["kinds.png"] = contact_sheet(pages, names)
    made = {folder / name: data for name, data in files.items()}
    return put(made, root=folder, overwrite=overwrite)


def outline() -> Path:
    """The outline that shows each kind."""
    return shipped("assets") / "gallery" / "outline.yaml"


def _deck(loaded: Loaded) -> tuple[bytes, tuple[bytes, ...], list[str]]:
    """The deck of the one brief that was loaded, an image of each of its pages, and the kind of
    each."""
    from briefgen.render.pptx import render as render_deck

    (brief,), (theme,) = loaded.briefs.values(), loaded.themes.values()
    problems = Problems()
    scene = composed(brief, theme, "deck", problems)
    stop_at_errors(problems, strict=False)
    kinds = {slide.id: slide.kind for slide in brief.deck}
    shown = [
        kinds.get(page.id) or kinds.get(_CONTINUED.sub("", page.id), "") for page in scene.pages
    ]
    return render_deck(scene), png.render(scene, _DPI), shown


_CONTINUED = pattern(r"-\d+$")


def contact_sheet(pages: Sequence[bytes], names: Sequence[str] = ()) -> bytes:
    """All pages on one sheet, row by row, as PNG; below each its name, where there are names."""
    from PIL import Image, ImageDraw, ImageFont

    images = [Image.open(BytesIO(page)) for page in pages]
    wide, high = (max(image.size[side] for image in images) for side in (0, 1))
    rows = -(-len(images) // _ACROSS)
    step = high + _GAP + (_NAME if names else 0)
    size = (_ACROSS * (wide + _GAP) + _GAP, rows * step + _GAP)
    sheet = Image.new("RGB", size, (120, 120, 120))
    pen, face = ImageDraw.Draw(sheet), ImageFont.load_default(_NAME - 4) if names else None
    for number, image in enumerate(images):
        x = _GAP + number % _ACROSS * (wide + _GAP)
        y = _GAP + number // _ACROSS * step
        sheet.paste(image, (x, y))
        if names:
            pen.text((x, y + high + 2), names[number], (255, 255, 255), face)
    out = BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()
