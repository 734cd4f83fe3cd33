"""Turn words into the places that a template has for them, in the looks that they have there.

Titles, subtitles and bodies keep the template's sizes, bullets and pitches as far as the text fits;
then they are smaller in equal steps. What a template has no place for stands in boxes of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.frame import LEAST, SHARES, least_on_a_line, spared, whole
from briefgen.parts.text import Wanted, eased, label, lines_in, set_box
from briefgen.problems import NOWHERE, Mark, Problems
from briefgen.record import replace
from briefgen.scene.items import Slot, TextBox
from briefgen.scene.layouts import ORDINAL_INDEX, TRACK_INDEX
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout, LayoutSlot
from briefgen.theme.model import DECK
from briefgen.typography.markers import Numbering, hang
from briefgen.typography.text import Paragraph

# Colours that tell levels of text apart, which a template does in its own way.
_QUIET = ("ink2", "on-cover", "on-cover2")
_LINE = pt(22)
# The least size to which lines of a cover go so that none is broken.
LINED = pt(14)
FEET = ("footer", "date", "number")


def bodies(layout: Layout) -> tuple[LayoutSlot, ...]:
    """The places that a template's layout has for words besides its title."""
    return tuple(
        each
        for each in layout.slots
        if each.known and each.slot.role == "body" and each.slot.index < TRACK_INDEX
    )


def ordinal_place(layout: Layout) -> LayoutSlot | None:
    """The place that a template's layout has for the number of a section."""
    at = Slot("body", ORDINAL_INDEX)
    return next((each for each in layout.slots if each.known and each.slot == at), None)


def above_foot(ctx: Context, id: str, at: LayoutSlot) -> Rect:
    """A place without what it shares with the next one, or with what stands at the foot."""
    return replace(at.rect, h=min(at.rect.h, lowest_end(ctx, id, at) - at.rect.y))


def lowest_end(
    ctx: Context, id: str, at: LayoutSlot, *, alone: bool = False, wide: int | None = None
) -> int:
    """Where words that begin in a place end at the latest: above the next place (not if it is
    `alone`), or the words at the foot, but for those that lines so `wide` do not reach."""
    top = at.rect.y + _LINE
    reach = at.rect.x + at.insets[0] + wide if wide and at.align == "left" else at.rect.right
    feet = (s for s in ctx.layouts[id].slots if s.slot.role in FEET and s.rect.x < reach)
    nexts = () if alone else bodies(ctx.layouts[id])
    tops = [y for y in map(_words, feet) if y > top]
    return min([*tops, *(s.rect.y for s in nexts if s.rect.y > top), page_end(ctx)])


def _words(at: LayoutSlot) -> int:
    """Where the words of a place at the foot begin."""
    first, (_, top, _, bottom) = at.tiers[0], at.insets
    spare = max(0, at.rect.h - top - bottom - first.leading)
    return at.rect.y + top + {"middle": spare // 2, "bottom": spare}.get(at.anchor, 0)


def page_end(ctx: Context) -> int:
    """Where words end at the latest on a page with nothing at its foot."""
    return ctx.canvas.height - pt(12)


def lowered(ctx: Context, text: Text) -> tuple[Context, tuple[TextBox, ...]]:
    """Words at the top of the body, and a context whose body begins below them."""
    canvas = ctx.canvas
    place = replace(canvas.body, h=_LINE)
    box = label(
        ctx, Name("effort"), place, text, DECK["small"], bold=True, colour="primary", lines=1
    )
    less = _LINE + pt(8)
    below = replace(
        canvas, body=canvas.body.inset(0, less, 0, 0), noted=canvas.noted.inset(0, less, 0, 0)
    )
    return replace(ctx, canvas=below), (box,)


def poured(
    ctx: Context,
    paragraphs: Sequence[Paragraph],
    at: LayoutSlot,
    name: Name,
    mark: Mark = NOWHERE,
    *,
    link: str = "",
    rect: Rect | None = None,
    single: bool = False,
    largest: int | None = None,
) -> tuple[TextBox, ...]:
    """Paragraphs in a template's place, looking as its levels do, at the largest share of its sizes
    at which they fit, not above `largest` (EMU); nothing where they fit at none. A `single` one,
    each for itself, is rather smaller than longer than a line."""
    least = round(LEAST / ctx.canvas.scale)
    shares: tuple[int, ...] = (100, *SHARES)
    if largest is not None:
        small = (share for share in shares if at.style.size * share // 100 <= largest)
        shares = tuple(small) or SHARES[-1:]
    insets = spared(at, rect)
    width = (rect or at.rect).w - insets[0] - insets[2]
    full = at.style.size
    title = at.slot.role == "title"
    lowest = least_on_a_line(ctx, full) if title else min(full, round(LINED / ctx.canvas.scale))
    for number, share in enumerate(shares if single else ()):
        made = [as_there(ctx, each, at, share, least) for each in paragraphs]
        if full * share // 100 < lowest:
            break
        if lines_in(ctx, made, width) == len(made):
            shares = shares[number:]
            break

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        pars = (as_there(ctx, each, at, shares[level], least) for each in paragraphs)
        return tuple(replace(each, keep_breaks=title) for each in pars)

    quiet = replace(ctx, problems=Problems())
    want = Wanted(
        name,
        rect or at.rect,
        make,
        slot=at.slot,
        anchor=at.anchor,
        insets=insets,
        link=link,
        mark=mark,
    )
    box = replace(set_box(quiet, want, len(shares)), insets=at.insets)
    return () if quiet.problems.fatal else (box if title else eased(ctx, box),)


def as_there(
    ctx: Context, paragraph: Paragraph, at: LayoutSlot, share: int, least: int
) -> Paragraph:
    """A paragraph as the template's level looks, at a share of its size."""
    tier = at.tiers[min(paragraph.level, len(at.tiers) - 1)]
    full = tier.style.size
    size = full if share == 100 else whole(ctx, max(full * share // 100, min(full, least)))
    runs = tuple(
        replace(
            run,
            style=replace(
                run.style,
                size=size,
                bold=run.style.bold or tier.style.bold,
                spacing=0,
                colour=at.ink or ("ink" if run.style.colour in _QUIET else run.style.colour),
            ),
        )
        for run in paragraph.runs
    )
    marker, margin, indent = paragraph.marker, tier.margin, tier.indent
    if marker is None:
        # Words that are no item of a list begin where the first line of one does.
        margin, indent = (max(0, tier.margin - tier.indent), 0) if not tier.marker else (0, 0)
    elif isinstance(marker, Numbering):
        hanging = hang((marker,), size)
        margin, indent = max(margin, hanging), max(indent, hanging)
    else:
        marker = tier.marker or marker
        if not tier.indent:
            margin = indent = hang((marker,), size)
    return replace(
        paragraph,
        runs=runs,
        leading=tier.leading * size // full,
        align=tier.align,
        before=tier.before * size // full,
        after=tier.after * size // full,
        marker=marker,
        margin=margin,
        indent=indent,
    )
