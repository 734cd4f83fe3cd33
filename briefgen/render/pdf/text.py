"""Turn set spans into shown glyphs that copy and search as the characters they were."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from briefgen.geometry import in_pt
from briefgen.render.pdf.fonts import Coded
from briefgen.render.pdf.objects import number
from briefgen.render.pdf.pen import Pen
from briefgen.render.pdf.truetype import Glyph, width
from briefgen.scene.items import Stroke
from briefgen.typography.fonts import INVISIBLE
from briefgen.typography.spacing import CLOSERS, OPENERS
from briefgen.typography.text import Line, Span
from briefgen.typography.truetype import TrueType

_SOFT_HYPHEN = "\u00ad"
# Advances change in steps of this many 1/1000 em, so that justified text does not need a glyph of
# its own for each of its gaps; the rest is character spacing, too little for any reader to see.
_STEP = 20
# How thick an outline makes a regular glyph bold, where no bold face has the character (1/1000 em).
_THICKER = 36
# How far below the baseline what is linked is underlined, and how thick (1/1000 em).
_BELOW, _LINE = 130, 45
# How far letters lean for which there is no slanted face: the tangent of 12°.
_SLANT = 0.2126


class _Shown(NamedTuple):
    """A character, what is added to its advance, and how far left it stands of its place (EMU)."""

    char: str
    extra: int
    shift: int = 0


def draw_line(pen: Pen, line: Line) -> None:
    """Show a line with its marker."""
    if line.marker:
        draw_spans(pen, line, (line.marker,))
    draw_spans(pen, line, line.spans)


def draw_spans(pen: Pen, line: Line, spans: tuple[Span, ...]) -> None:
    """Show some of the spans of a line, each from its `x` on the line's baseline (EMU)."""
    for span in spans:
        _draw(pen, span, bool(line.spans) and span is line.spans[-1], line.baseline)


def underline(pen: Pen, line: Line, span: Span) -> None:
    """Draw a line below a span, as applications do below what is linked."""
    size = span.style.size
    across = in_pt(span.width), in_pt(size * _LINE // 1000)
    width, height = map(number, across)
    corner = pen.point(span.x, line.baseline + size * (_BELOW + _LINE) // 1000)
    pen.write(f"{pen.fill(span.style.colour)} {corner} {width} {height} re f")


@lru_cache(maxsize=8_192)
def _groups(
    text: str, adjust: tuple[int, ...], last: bool, size: int, face: TrueType
) -> tuple[tuple[str, tuple[Coded, ...]], ...]:
    """The characters of a text that show something, in groups of one character spacing, each as
    what a font has a code for."""

    def coded(each: _Shown) -> tuple[str, Coded]:
        extra = round(each.extra * 1000 / size / _STEP) * _STEP
        if extra < 0:  # no advance of a glyph is below nothing
            extra = max(extra, -int(width(face, Glyph(face.glyph(each.char)))))
        spacing = number(in_pt(each.extra - extra * size // 1000))
        return spacing, (each.char, extra, round(each.shift * 1000 / size))

    grouped = groupby(map(coded, _visible(text, adjust, last)), key=lambda pair: pair[0])
    return tuple((spacing, tuple(each for _, each in group)) for spacing, group in grouped)


def _visible(text: str, adjust: tuple[int, ...], last: bool) -> list[_Shown]:
    """The characters that show something. A soft hyphen does where the line breaks at it."""
    adjust = adjust or (0,) * len(text)
    shown: list[_Shown] = []
    for char, extra in zip(text, adjust, strict=True):
        if char in INVISIBLE:
            continue
        before = shown[-1] if shown else None
        if char in OPENERS and before and before.extra < 0 and before.char not in CLOSERS | OPENERS:
            # Latin width for an opening quote: setting took the blank half from what is before
            # it. A space so narrow would not be read as one, so the quote itself is moved.
            shown[-1] = before._replace(extra=0)
            shown.append(_Shown(char, extra + before.extra, -before.extra))
        else:
            shown.append(_Shown(char, extra))
    if last and text.rstrip("\n").endswith(_SOFT_HYPHEN):
        shown.append(_Shown(_SOFT_HYPHEN, 0))
    return shown


def _draw(pen: Pen, span: Span, last: bool, baseline: int) -> None:
    size, style = span.style.shown, span.style
    groups = _groups(span.text, span.adjust, last, size, pen.fonts.face(span))
    if not groups:
        return
    font = pen.fonts.of(span)
    thicker = span.style.bold and not font.bold
    if thicker:
        # Right angles stay sharp, and what is narrower than 60° does not grow a spike.
        outline = Stroke(span.style.colour, size * _THICKER // 1000)
        pen.write(f"q 2 Tr 0 j 2 M {pen.stroke(outline)}")
    pen.write(
        f"BT /{font.resource} {number(in_pt(size))} Tf {pen.fill(span.style.colour)} "
        f"1 0 {number(_SLANT) if style.slanted else 0} 1 {pen.point(span.x, baseline)} Tm"
    )
    if style.rise:
        pen.write(f"{number(in_pt(style.size * style.rise // 1000))} Ts")
    for spacing, group in groups:
        pen.write(f"{spacing} Tc <{font.codes(group)}> Tj")
    # Text rise outlives the text object (ISO 32000-1, 9.3.1).
    ending = ("0 Ts " if style.rise else "") + "ET"
    pen.write(f"{ending} Q" if thicker else ending)
