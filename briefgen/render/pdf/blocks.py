"""Turn text boxes and table cells into tagged headings, paragraphs, lists and links."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from briefgen.geometry import Rect
from briefgen.record import Record
from briefgen.render.pdf.links import add_link, leads_somewhere
from briefgen.render.pdf.pen import Pen
from briefgen.render.pdf.structure import Element, list_numbering
from briefgen.render.pdf.text import draw_line, draw_spans, underline
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
    Neighbouring paragraphs with markers make one list, those of a deeper level a list within its
    last item. A `link` of the whole box covers `rect` and belongs to the first paragraph.
    """
    target = link if rect and leads_somewhere(pen, link) else ""
    lists: list[_List] = []
    for _, group in groupby(lines, key=lambda line: line.paragraph):
        own = tuple(group)
        if not any(line.text.strip() for line in own):
            continue
        if own[0].marker:
            block = _list_item(pen, lists, parent, own[0], own[0].marker)
        else:
            _close(lists, own[0].level)
            block = _block(pen, lists[-1].body if lists else parent, level)
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


class _List(Record):
    """A list that is open: its element, its level, its numbering, the body of its last item."""

    element: Element
    level: int
    scheme: str
    body: Element


def _close(lists: list[_List], level: int) -> None:
    """Leave the lists that are not above this level: what comes is no item of theirs."""
    while lists and lists[-1].level >= level:
        lists.pop()


def _list_item(pen: Pen, lists: list[_List], parent: Element, line: Line, marker: Span) -> Element:
    """Show the marker, and give the element for what it stands before.

    The line is an item of the list that is open at its level, or the first of a new one: in the
    last item of the list above it, if there is one (ISO 32000-1, 14.8.4.3.3).
    """
    structure = pen.structure
    _close(lists, line.level + 1)
    if lists and (lists[-1].level, lists[-1].scheme) == (line.level, line.scheme):
        element = lists.pop().element
    else:
        _close(lists, line.level)
        # Hanzi and circled numbers have no name in 14.8.5.5, but are in order all the same.
        kind = list_numbering("Decimal" if line.scheme else "Disc")
        element = structure.element("L", lists[-1].body if lists else parent, A=kind)
    item = structure.element("LI", element)
    with structure.content(structure.element("Lbl", item)):
        draw_spans(pen, line, (marker,))
    body = structure.element("LBody", item)
    lists.append(_List(element, line.level, line.scheme, body))
    return body


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
                if link and span.style.underlined:
                    underline(pen, line, span)
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
