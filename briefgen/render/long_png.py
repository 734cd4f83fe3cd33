"""Turn the scene of a long picture into a PNG: a pixel for each of its pixels."""

from __future__ import annotations

from briefgen.render.pdf import render as render_pdf
from briefgen.render.png import rasters
from briefgen.scene.scene import Scene

# A CSS pixel is 0.75 pt (CSS Values and Units 3, 6.2), in which long pictures are measured.
_DPI = 96


def render(scene: Scene) -> bytes:
    """The picture of a scene of one page."""
    (picture,) = rasters(render_pdf(scene), _DPI)
    return picture
