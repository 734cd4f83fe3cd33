"""Turn text boxes and table cells into tagged headings, paragraphs, lists and links."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefgen.geometry import Rect
from briefgen.render.pdf.links import add_link, leads_somewhere
from briefgen.render.pdf.pen import Pen
from briefgen.render.pdf.structure import Element, list_numbering
from briefgen.render.pdf.text import draw_line, draw_spans
from briefgen.scene.items import Level
from briefgen.typography.text import Line, Span

_HEADINGS: dict[Level, int] = {"h1": 1, "h2": 2, "h3": 3}
# How far a line of text reaches above and below its baseline, in thousandths of its size.
_ABOVE, _BELOW = 880, 120


def draw_lines(pen: Pen, lines: Sequence[Line]) -> None:
    """Show lines that are no content of their own: part of a figure, or furniture."""
    for line in lines:
        draw_line(pen, line)


def draw_text(
    pen: Pen,
    parent: Element,
    lines: Sequence[Line],
    level: Level = "p",
    link: str = "",
    rect: Rect | None = None,
) -> None:
    """Show lines, each paragraph an element of `parent`.

    A heading's `level` is that of the first paragraph; what follows in the same box is text.
    Neighbouring paragraphs with bullets make one list. A `link` of the whole box covers `rect`
    and belongs to the first paragraph.
    """
    target = link if rect and leads_somewhere(pen, link) else ""
    listed: Element | None = None
    for _, group in groupby(lines, key=lambda line: line.paragraph):
        own = tuple(group)
        if not any(line.text.strip() for line in own):
            continue
        bullet = own[0].bullet
        if bullet:
            if listed is None:
                listed = _list(pen, parent, bullet.text)
            block = _list_item(pen, listed, own[0], bullet)
        else:
            listed = None
            block = _block(pen, parent, level)
        level = "p"
        if target and rect:
            anchor = pen.structure.element("Link", block)
            with pen.structure.content(anchor):
                for line in own:
                    draw_spans(pen, line, line.spans)
            add_link(pen, anchor, rect, target, _text(own))
            target = ""
        else:
            _draw_runs(pen, block, own)
    if target and rect:
        add_link(pen, pen.structure.element("Link", parent), rect, target, "")


def _block(pen: Pen, parent: Element, level: Level) -> Element:
    if level in _HEADINGS:
        return pen.structure.heading(_HEADINGS[level], parent)
    return pen.structure.element("P", parent)


def _list(pen: Pen, parent: Element, bullet: str) -> Element:
    kind = "Decimal" if bullet.strip(" .、()（）").isdecimal() else "Disc"
    return pen.structure.element("L", parent, A=list_numbering(kind))


def _list_item(pen: Pen, listed: Element, line: Line, bullet: Span) -> Element:
    """Show the bullet, and give the element for what it stands before."""
    item = pen.structure.element("LI", listed)
    with pen.structure.content(pen.structure.element("Lbl", item)):
        draw_spans(pen, line, (bullet,))
    return pen.structure.element("LBody", item)


def _draw_runs(pen: Pen, block: Element, lines: Sequence[Line]) -> None:
    """Show the spans of a paragraph; what is linked is a Link in it, over all its lines."""
    pieces = [(line, span) for line in lines for span in line.spans]

    def target(piece: tuple[Line, Span]) -> str:
        link = piece[1].link
        return link if link and leads_somewhere(pen, link) else ""

    for link, group in groupby(pieces, key=target):
        part = list(group)
        element = pen.structure.element("Link", block) if link else block
        with pen.structure.content(element):
            for line, span in part:
                draw_spans(pen, line, (span,))
        if link:
            text = "".join(span.text for _, span in part)
            for line, of_line in groupby(part, key=lambda piece: piece[0]):
                add_link(pen, element, _area(line, [span for _, span in of_line]), link, text)


def _area(line: Line, spans: Sequence[Span]) -> Rect:
    """The rectangle that spans take up on their line."""
    size = max(span.style.size for span in spans)
    top = line.baseline - size * _ABOVE // 1000
    right = spans[-1].x + spans[-1].width
    return Rect(spans[0].x, top, right - spans[0].x, size * (_ABOVE + _BELOW) // 1000)


def _text(lines: Sequence[Line]) -> str:
    return "".join(line.text for line in lines).strip()
