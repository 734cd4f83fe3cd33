"""Turn a sheet into one that a press trims: its boxes and its crop marks (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from briefgen.geometry import in_pt, mm
from briefgen.render.pdf.objects import Value, array, number
from briefgen.render.pdf.pen import Pen
from briefgen.scene.items import Scene

# The length of a crop mark, its thickness in points, and the margin that holds it, from the edge
# where the sheet is trimmed.
_LENGTH, _WIDTH, MARGIN = mm(5), 0.25, mm(10)


def sheet_boxes(scene: Scene) -> dict[str, Value]:
    """The page's boxes: trimmed sheet, bleed around it, and the paper that is printed on."""

    def box(reach: int) -> Value:
        near = MARGIN - reach
        ends = (near, near, MARGIN + scene.width + reach, MARGIN + scene.height + reach)
        return array([round(in_pt(end), 3) for end in ends])

    return {"MediaBox": box(MARGIN), "BleedBox": box(scene.bleed), "TrimBox": box(0)}


def draw_marks(pen: Pen, bleed: int) -> None:
    """Draw two marks at each corner, beyond the bleed, in black alone."""
    near, far = bleed + mm(1), bleed + mm(1) + _LENGTH
    lines = []
    for x, out in ((0, -1), (pen.width, 1)):
        for y in (0, pen.height):
            lines.append((pen.point(x + out * near, y), pen.point(x + out * far, y)))
    for y, out in ((0, -1), (pen.height, 1)):
        for x in (0, pen.width):
            lines.append((pen.point(x, y + out * near), pen.point(x, y + out * far)))
    with pen.structure.artifact("/Type /Page"), pen.saved():
        pen.write(f"0 0 0 1 K {number(_WIDTH)} w [] 0 d")
        pen.write(" ".join(f"{start} m {end} l S" for start, end in lines))
