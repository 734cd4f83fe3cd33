"""Turn a drawing that has colours of its own into a form of the document, drawn where it stands.

It is one form XObject (ISO 32000-1, 8.10), whichever pages show it: gradients are shadings
(8.7.4.5), what is seen through is said by graphics states (11.6.4), and a gradient that fades by a
soft mask (11.6.5.3).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import pairwise

from briefgen.record import State, field
from briefgen.render.pdf.inks import cmyk
from briefgen.render.pdf.objects import Stream, Value, array, dictionary, name, number
from briefgen.render.pdf.pen import Pen
from briefgen.scene.items import Drawing
from briefgen.vector import Linear, Paint, Part, Path, Pencil, Radial, Solid, Stop, Vector

_LETTERS = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}


def draw_drawing(pen: Pen, item: Drawing) -> None:
    """Draw a drawing into its rectangle; the same one embeds once."""
    key = sha256(repr(item.vector).encode()).hexdigest()[:16]
    resource = pen.sheets.use_image(key, lambda: _form(item.vector, pen.press))
    left, bottom, right, top = pen.box(item.rect)
    width, height = item.vector.width, item.vector.height
    matrix = ((right - left) / width, 0, 0, (top - bottom) / height, left, bottom)
    with pen.saved():
        pen.write(" ".join(map(_exact, matrix)) + f" cm /{resource} Do")


def _exact(value: float) -> str:
    # A small drawing shown large needs more decimals than a place on paper.
    return f"{value:.7f}".rstrip("0").rstrip(".") or "0"


def _form(vector: Vector, press: bool) -> Stream:
    writer = _Writer(press)
    # y goes upwards in a document.
    writer.lines.append(f"1 0 0 -1 0 {number(vector.height)} cm")
    for part in vector.parts:
        writer.part(part)
    return writer.stream(vector)


class _Writer(State):
    """A form while it is written: its operators, and what they refer to."""

    press: bool
    lines: list[str] = field(default_factory=list)
    states: dict[str, Value] = field(default_factory=dict)
    shadings: dict[str, Value] = field(default_factory=dict)
    _height: float = 0.0

    def stream(self, vector: Vector, group: bool = False) -> Stream:
        """The form; as a `group`, what a soft mask takes its luminosity from."""
        entries: dict[str, Value] = {
            "Type": name("XObject"),
            "Subtype": name("Form"),
            "BBox": array([0, 0, vector.width, vector.height]),
            "Resources": dictionary(
                {"ExtGState": dictionary(self.states), "Shading": dictionary(self.shadings)}
            ),
        }
        if group:
            entries["Group"] = dictionary(
                {"S": name("Transparency"), "CS": name("DeviceGray"), "I": "true"}
            )
        return Stream("\n".join(self.lines).encode("ascii"), entries)

    def part(self, part: Part) -> None:
        path = _steps(part.path)
        if part.fill:
            self._filled(path, part.fill)
        if part.pencil:
            self._drawn(path, part.pencil)

    def _filled(self, path: str, paint: Paint) -> None:
        self.lines.append("q")
        if isinstance(paint, Solid):
            self._seen(paint.alpha)
            self.lines += [f"{self._ink(paint.colour)} {'k' if self.press else 'rg'}", path, "f*"]
        else:
            alphas = [stop.alpha for stop in paint.stops]
            self.lines += [path, "W* n"]
            if min(alphas) == max(alphas):
                self._seen(alphas[0])
            else:
                self._faded(paint)
            if isinstance(paint, Radial):
                self.lines.append(" ".join(map(_exact, paint.matrix)) + " cm")
            self.lines.append(f"/{self._shading(paint, self._inks, self._space)} sh")
        self.lines.append("Q")

    def _drawn(self, path: str, pencil: Pencil) -> None:
        self.lines.append("q")
        self._seen(pencil.paint.alpha)
        dashes = " ".join(map(number, pencil.dashes))
        self.lines += [
            f"{self._ink(pencil.paint.colour)} {'K' if self.press else 'RG'}",
            f"{_exact(pencil.width)} w {_CAPS[pencil.cap]} J {_JOINS[pencil.join]} j "
            f"{number(max(pencil.limit, 1))} M [{dashes}] 0 d",
            path,
            "S",
            "Q",
        ]

    def _seen(self, alpha: float) -> None:
        if alpha < 1:
            key = f"A{round(alpha * 1000)}"
            share = number(alpha)
            self.states[key] = dictionary({"ca": share, "CA": share})
            self.lines.append(f"/{key} gs")

    def _faded(self, paint: Linear | Radial) -> None:
        """Have what follows be seen as much as a gradient of greys is light."""
        mask = _Writer(press=False)
        if isinstance(paint, Radial):
            mask.lines.append(" ".join(map(_exact, paint.matrix)) + " cm")
        mask.lines.append(f"/{mask._shading(paint, _grey, 'DeviceGray')} sh")
        key = f"M{len(self.states)}"
        form = mask.stream(Vector(1e5, 1e5, ()), group=True)
        soft = dictionary({"Type": name("Mask"), "S": name("Luminosity"), "G": form})
        self.states[key] = dictionary({"SMask": soft})
        self.lines.append(f"/{key} gs")

    @property
    def _space(self) -> str:
        return "DeviceCMYK" if self.press else "DeviceRGB"

    def _ink(self, digits: str) -> str:
        return " ".join(map(number, self._inks(Stop(0, digits))))

    def _inks(self, stop: Stop) -> Sequence[float]:
        if self.press:
            return cmyk("primary", stop.colour)
        return [int(stop.colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]

    def _shading(
        self, paint: Linear | Radial, inks: Callable[[Stop], Sequence[float]], space: str
    ) -> str:
        key = f"S{len(self.shadings)}"
        if isinstance(paint, Linear):
            kind, ends = 2, [*paint.start, *paint.end]
        else:
            kind, ends = 3, [*paint.focus, 0.0, *paint.centre, paint.radius]
        self.shadings[key] = dictionary(
            {
                "ShadingType": kind,
                "ColorSpace": name(space),
                "Coords": array([_exact(each) for each in ends]),
                "Function": _function(paint.stops, inks),
                "Extend": array(["true", "true"]),
            }
        )
        return key


def _grey(stop: Stop) -> Sequence[float]:
    return (stop.alpha,)


def _steps(path: Path) -> str:
    return "\n".join(
        " ".join((*(f"{_exact(x)} {_exact(y)}" for x, y in points), _LETTERS[op]))
        for op, points in path
    )


def _function(stops: Sequence[Stop], inks: Callable[[Stop], Sequence[float]]) -> Value:
    """The colours of a gradient: from stop to stop, in a straight line (7.10.3 and 7.10.4)."""
    known = [Stop(0.0, stops[0].colour, stops[0].alpha), *stops]
    known.append(Stop(1.0, stops[-1].colour, stops[-1].alpha))
    pieces = [(a, b) for a, b in pairwise(known) if b.at > a.at]
    functions = [
        dictionary(
            {
                "FunctionType": 2,
                "Domain": array([0, 1]),
                "C0": array(list(map(number, inks(a)))),
                "C1": array(list(map(number, inks(b)))),
                "N": 1,
            }
        )
        for a, b in pieces
    ]
    if len(functions) == 1:
        return functions[0]
    return dictionary(
        {
            "FunctionType": 3,
            "Domain": array([0, 1]),
            "Functions": array(functions),
            "Bounds": array([number(b.at) for _, b in pieces[:-1]]),
            "Encode": array([0, 1] * len(functions)),
        }
    )
