"""Turn a scene into PNG pictures: its pages as the PDF draws them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from briefgen.render.pdf import render as render_pdf
from briefgen.scene.scene import Scene

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

POINTS_PER_INCH = 72


def render(scene: Scene, dpi: int = 144) -> tuple[bytes, ...]:
    """A picture of each page of a scene, at `dpi` pixels to the inch of its canvas: slides have
    about as many pixels whatever their size."""
    return rasters(render_pdf(scene), dpi / scene.scale)


def rasters(pdf: bytes, dpi: float = 144) -> tuple[bytes, ...]:
    """A picture of each page of a PDF, in its order, at `dpi` pixels to the inch.

    The same PDF gives the same bytes: a PNG written so holds no time and no name. Pages are
    drawn one at a time, so that a long deck needs the memory of one page.
    """
    import pypdfium2  # 40 ms and a library of its own: only those who want pictures pay

    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(_png(document[index], dpi) for index in range(len(document)))


def raster(pdf: bytes, index: int, dpi: float) -> bytes:
    """A picture of one page of a PDF, by its index from 0, at `dpi` pixels to the inch."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return _png(document[index], dpi)


def _png(page: PdfPage, dpi: float) -> bytes:
    file = BytesIO()
    image = page.render(scale=dpi / POINTS_PER_INCH).to_pil()
    # The resolution travels with the picture, so that it prints at the size of the page.
    image.convert("RGB").save(file, "PNG", dpi=(dpi, dpi), compress_level=6)
    return file.getvalue()
