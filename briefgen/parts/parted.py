"""Turn a section into a page that lists them all and marks it, in houses that divide decks so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.brief.model import Slide
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context, SectionStart
from briefgen.parts.frame import framed
from briefgen.parts.rows import ordinal, rule_below
from briefgen.parts.text import Wanted, down, para, set_boxes
from briefgen.record import replace
from briefgen.scene.items import Item, Page
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
from briefgen.typography.text import Paragraph

# More sections than this are no list of one column; rows are no higher than those of so few.
MOST, _FEWEST = 6, 4
# From a number to its words, and between two rows.
_INDENT, _GAP = pt(64), pt(4)


def parted(ctx: Context, slide: Slide, section: SectionStart) -> Page:
    """The sections of a deck, of which this one is in the theme's colour and says its lead."""
    every = ctx.sections
    rows = ctx.canvas.body.rows(max(len(every), _FEWEST), _GAP)
    pairs = list(zip(every, rows, strict=False))
    boxes = set_boxes(ctx, [_words(each, row, each == section) for each, row in pairs], 3)
    items: list[Item] = []
    for (each, row), box in zip(pairs, boxes, strict=True):
        colour: Token = "primary" if each == section else "ink2"
        wide, size = _INDENT - pt(8), DECK["title"]
        items += [ordinal(ctx, each.number, row, wide, size, digits=2, colour=colour), box]
        items += _rule(every, each, row)
    return framed(ctx, slide, "title-only", items, panes=False)


def _words(section: SectionStart, row: Rect, lit: bool) -> Wanted:
    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        size = down("head", level)
        colour: Token = "primary" if lit else "ink2"
        head = para(section.title, size, bold=lit, colour=colour, short=short)
        if not (lit and section.lead):
            return (head,)
        lead = para(section.lead, down("body", level), short=short, before=pt(2))
        return (head, replace(lead, level=1))

    return Wanted(
        Name("section", section.number),
        row.inset(_INDENT, 0, 0, 0),
        make,
        anchor="middle",
        link="" if lit else f"page:{section.slide}",
        mark=section.title.mark,
    )


def _rule(every: Sequence[SectionStart], section: SectionStart, row: Rect) -> Iterator[Item]:
    if section != every[-1]:
        yield rule_below(section.number, row, _GAP)
