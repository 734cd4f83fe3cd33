"""Turn a sheet into one that a press trims: its boxes (ISO 32000-1, 14.11.2), and what stands
around it for those who print it: crop and registration marks, and a bar of the inks."""

from __future__ import annotations

from briefgen.geometry import in_pt, mm
from briefgen.render.pdf.objects import Value, array, number
from briefgen.render.pdf.pen import Pen
from briefgen.scene.scene import Scene

# The length of a crop mark, its thickness in points, and the margin that holds it, from the edge
# where the sheet is trimmed.
_LENGTH, _WIDTH, MARGIN = mm(5), 0.25, mm(10)
# A registration mark: its circle's radius, half of its cross, and how far the handles of a quarter
# of a circle reach, in 1/1000 of the radius.
_RADIUS, _CROSS, _KAPPA = mm(1.5), mm(2.5), 552
# The side of a patch of the colour bar, and the inks of each.
_PATCH = mm(4)
_PATCHES = (
    "1 0 0 0",
    "0 1 0 0",
    "0 0 1 0",
    "0 0 0 1",
    "1 1 0 0",
    "0 1 1 0",
    "1 0 1 0",
    "0 0 0 .5",
)


def sheet_boxes(scene: Scene) -> dict[str, Value]:
    """The page's boxes: trimmed sheet, bleed around it, and the paper that is printed on."""

    def box(reach: int) -> Value:
        near = MARGIN - reach
        ends = (near, near, MARGIN + scene.width + reach, MARGIN + scene.height + reach)
        return array([round(in_pt(end), 3) for end in ends])

    return {"MediaBox": box(MARGIN), "BleedBox": box(scene.bleed), "TrimBox": box(0)}


def draw_marks(pen: Pen, bleed: int) -> None:
    """Draw what stands around the sheet, beyond the bleed."""
    with pen.structure.artifact("/Type /Page"), pen.saved():
        _crop_marks(pen, bleed)
        _registration_marks(pen, bleed)
        _colour_bar(pen, bleed)


def _crop_marks(pen: Pen, bleed: int) -> None:
    """Two marks at each corner, in black alone."""
    near, far = bleed + mm(1), bleed + mm(1) + _LENGTH
    lines = []
    for x, out in ((0, -1), (pen.width, 1)):
        for y in (0, pen.height):
            lines.append((pen.point(x + out * near, y), pen.point(x + out * far, y)))
    for y, out in ((0, -1), (pen.height, 1)):
        for x in (0, pen.width):
            lines.append((pen.point(x, y + out * near), pen.point(x, y + out * far)))
    pen.write(f"0 0 0 1 K {number(_WIDTH)} w [] 0 d")
    pen.write(" ".join(f"{start} m {end} l S" for start, end in lines))


def _registration_marks(pen: Pen, bleed: int) -> None:
    """A circle with a cross in the middle of each side, in all four inks: where the plates do not
    meet exactly, it is seen here. Together the inks stay within what paper takes (300 %)."""
    out = (bleed + MARGIN) // 2
    pen.write(f".75 .75 .75 .75 K {number(_WIDTH)} w [] 0 d")
    for x, y in (
        (pen.width // 2, -out),
        (pen.width // 2, pen.height + out),
        (-out, pen.height // 2),
        (pen.width + out, pen.height // 2),
    ):
        for dx, dy in ((_CROSS, 0), (0, _CROSS)):
            pen.write(f"{pen.point(x - dx, y - dy)} m {pen.point(x + dx, y + dy)} l S")
        pen.write(_circle(pen, x, y))


def _circle(pen: Pen, x: int, y: int) -> str:
    r, k = _RADIUS, _RADIUS * _KAPPA // 1000
    turns = ((1, 0, 0, 1), (0, 1, -1, 0), (-1, 0, 0, -1), (0, -1, 1, 0))
    path = [f"{pen.point(x + r, y)} m"]
    for ax, ay, bx, by in turns:
        path += (
            pen.point(x + ax * r + bx * k, y + ay * r + by * k),
            pen.point(x + bx * r + ax * k, y + by * r + ay * k),
            f"{pen.point(x + bx * r, y + by * r)} c",
        )
    return " ".join((*path, "S"))


def _colour_bar(pen: Pen, bleed: int) -> None:
    """The inks one by one, two by two, and black at half, above the sheet."""
    out = bleed + mm(1)
    for at, inks in enumerate(_PATCHES):
        x, y = mm(20) + at * _PATCH, -out
        corner = pen.point(x, y)
        side = number(in_pt(_PATCH))
        pen.write(f"{inks} k {corner} {side} {side} re f")
