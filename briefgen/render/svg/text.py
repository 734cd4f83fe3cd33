"""Turn set lines into text: one element for each paragraph, a piece in it for each span.

Where setting added to advances every character has a place of its own (SVG 1.1, 10.5), so that a
picture breaks and spaces as the print does. The characters are those that were written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from briefgen.render.svg.pen import Pen, attribute, number
from briefgen.scene.items import Level
from briefgen.scene.links import is_address, page_of
from briefgen.typography.fonts import INVISIBLE, MISSING, load_face
from briefgen.typography.text import Line, Span

_SOFT_HYPHEN = "\u00ad"
_HEADINGS: dict[Level, int] = {"h1": 1, "h2": 2, "h3": 3}
# How thick an outline makes a regular glyph bold, where no bold face has the character (1/1000 em).
_THICKER = 36
# The advance of what the face does not have, as setting takes it.
_UNKNOWN = (MISSING, 0)


def draw_text(pen: Pen, lines: Sequence[Line], level: Level = "p", link: str = "") -> None:
    """Show lines, a `text` element for each paragraph; a heading's `level` is that of the first."""
    for number_, group in groupby(lines, key=lambda line: line.paragraph):
        own = tuple(group)
        if not any(line.text.strip() for line in own):
            continue
        heading = _HEADINGS.get(level)
        said = f' role="heading" aria-level="{heading}"' if heading else ""
        level = "p"
        pen.write(f'<text data-p="{number_}"{said}>')
        target = target_of(pen, link)
        if target:
            pen.write(target)
        offset = 0
        for line in own:
            if line.marker:
                _draw(pen, line.marker, line.baseline, linked=bool(target))
            for span in line.spans:
                last = span is line.spans[-1]
                _draw(pen, span, line.baseline, offset, last=last, linked=bool(target))
                offset += len(span.text)
        pen.write("</a></text>" if target else "</text>")


def target_of(pen: Pen, link: str) -> str:
    """The tag of what leads to an address, or to another page of the document."""
    if (page := page_of(link)) in pen.pages:
        return f"<a{attribute('href', f'#{page}')}{attribute('data-page', page)}>"
    if is_address(link):
        return f'<a{attribute("href", link)} target="_blank" rel="noopener noreferrer">'
    return ""


def _draw(
    pen: Pen, span: Span, baseline: int, offset: int = -1, *, last: bool = False, linked: bool
) -> None:
    """Show a span; `offset` says where in the words of its paragraph it begins (-1: nowhere)."""
    pieces = list(_pieces(pen, span, last))
    if not pieces:
        return
    style, (family, heavy) = span.style, pen.face(span)
    at = baseline - (style.size * style.rise // 1000)
    look = f' y="{number(at)}" font-size="{number(style.shown)}"'
    look += f'{attribute("font-family", family)} fill="{pen.colour(style.colour)}"'
    if heavy:
        look += ' font-weight="700"'
    elif style.bold:
        thick = number(style.size * _THICKER // 1000)
        look += f' stroke="{pen.colour(style.colour)}" stroke-width="{thick}"'
    if style.slanted:
        look += ' font-style="italic"'
    if style.underlined:
        look += ' text-decoration="underline"'
    if offset >= 0 and pen.counting:
        look += f' data-o="{offset}"'
    if span.figure:
        look += attribute("data-figure", span.figure)
    target = "" if linked else target_of(pen, span.link)
    shown = "".join(
        f'<tspan x="{" ".join(map(number, places))}"{look}>{escape(words, quote=False)}</tspan>'
        for words, places in pieces
    )
    pen.write(f"{target}{shown}</a>" if target else shown)


def _pieces(pen: Pen, span: Span, last: bool) -> Iterator[tuple[str, Sequence[int]]]:
    """The characters that show something, in pieces, and the places of those that need one.

    A character beyond the basic plane ends a piece: programs count it as one place or as two.
    """
    text, adjust = span.text, span.adjust
    soft = last and text.rstrip("\n").endswith(_SOFT_HYPHEN)
    if not adjust and text.isascii() and text.isprintable():
        yield text, (span.x,)
        return
    path = span.face or pen.bases[span.style.bold]
    face, size = load_face(path), span.style.shown
    words, places, at = "", list[int](), span.x
    for index, char in enumerate(text):
        if char in INVISIBLE:
            continue
        words += char
        places.append(at)
        own = face.advances.get(char) or face.quotes.get(char, _UNKNOWN)[0]
        at += own * size // 1000 + (adjust[index] if adjust else 0)
        if ord(char) > 0xFFFF:
            yield words, places
            words, places = "", []
    if soft:
        words += "-"
        places.append(at)
    if words:
        yield words, places if adjust else places[:1]
