"""Turn the words on a layout that do not read where they stand into what to click: a place, a
colour, or both at once, so that one mend does not bring the next complaint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.geometry import Rect
from briefgen.problems import Part, Phrase, phrase
from briefgen.record import Record, replace
from briefgen.template.called import as_ratio, colour, spot, words
from briefgen.template.frames import readable
from briefgen.template.model import FURNITURE, Board, Decor, Holder
from briefgen.template.places import Moved, floor
from briefgen.template.raster import SAMPLED, grounds_under, least, painted
from briefgen.template.read import Template
from briefgen.template.samples import Art
from briefgen.theme.vision import luminance

# A title that differs less from its ground is told as one that cannot be seen.
_UNSEEN = 1.5
# A ground that is lighter than this has words on it that are too pale, not too dark.
_LIGHT = 0.18
# A drawing that takes less of the page than this, and is no rule, is a logo or its plate; so much
# of a title's line has to be free of them, and so high is one line with air; the page in steps.
_LOGO, _RULE, _LINE, _HIGH, _STEPS = 0.08, 0.015, 0.6, 1.6, 60
Told = tuple[str, tuple[tuple[str, Part], ...]]


class Seen(Record):
    """A layout as it is judged: with what stands on its sample slide alone."""

    template: Template
    board: Board
    art: Art | None
    opening: bool


def inks(each: Seen, elsewhere: Sequence[Moved]) -> Iterator[Told]:
    """The text boxes whose words do not read where they stand. Those that have another place in
    decks (`elsewhere`) are only told where a title cannot be seen at all."""
    faint = list(_faint(each.template, each.board))
    titles = (share for holder, share in faint if holder.kind == "title")
    unseen = each.opening and any(share < _UNSEEN for share in titles)
    gone = [moved.old for moved in elsewhere]
    if unseen:
        yield from _unseen(each, [one for one, share in faint if share < _UNSEEN], elsewhere)
    for holder, share in faint:
        if (unseen and share < _UNSEEN) or any(holder is one for one in gone):
            continue
        under = _under(each.template, each.board, holder.rect)
        wanted = readable(holder)
        parts: dict[str, Part] = {
            "what": phrase(f"holder-{holder.kind}"),
            "words": words(holder),
            "how": phrase(
                "ink-pale" if luminance(under[0]) > _LIGHT else "ink-dark",
                share=as_ratio(share),
                wanted=f"{wanted:g}",
            ),
            "colour": colour(each.board, holder.colour, under, wanted),
        }
        yield "template-faint", tuple(parts.items())


def _unseen(each: Seen, holders: list[Holder], elsewhere: Sequence[Moved]) -> Iterator[Told]:
    """Words that cannot be seen: where the sample slide has them, or else where decks have them;
    places that are told together do not overlap."""
    holders.sort(key=lambda one: (one.kind != "title", one.rect.y))
    places = list(each.art.words) if each.art else []
    moved = {id(one.old): one.new for one in elsewhere if one.new}
    targets = []
    for holder in holders:
        if places:
            targets.append(_lowered(each, replace(holder, rect=places.pop(0))))
        else:
            targets.append(moved.get(id(holder)) or holder)
    for holder, target in zip(holders, _apart(targets), strict=True):
        wanted = readable(holder)
        under = _under(each.template, each.board, target.rect)
        reads = least(holder.colour, under) >= wanted
        ink = colour(each.board, holder.colour, under, wanted)
        place = spot(target.rect)
        what = phrase(f"holder-{holder.kind}")
        if each.art and reads:
            onto: dict[str, Part] = {"what": what, "slide": each.art.slide, "spot": place}
            yield "template-title-onto", tuple(onto.items())
        elif target.rect == holder.rect:
            how: Phrase = phrase("unseen-colour", colour=ink)
            yield "template-title-unseen", (("what", what), ("how", how))
        else:
            how = phrase("unseen-place" if reads else "unseen-both", spot=place, colour=ink)
            yield "template-title-unseen", (("what", what), ("how", how))


def _apart(holders: Sequence[Holder]) -> list[Holder]:
    """Places of which none reaches into one that begins below it."""
    found = []
    for holder in holders:
        rect = holder.rect
        below = [
            each.rect.y
            for each in holders
            if rect.y < each.rect.y < rect.bottom
            and min(rect.right, each.rect.right) > max(rect.x, each.rect.x)
        ]
        found.append(replace(holder, rect=replace(rect, h=min([rect.bottom, *below]) - rect.y)))
    return found


def _lowered(each: Seen, holder: Holder) -> Holder:
    """A place for words that are no title, down to where its ground ends."""
    end = floor(each.template, each.board, holder)
    if holder.kind == "title" or end >= each.template.page[1] or end <= holder.rect.bottom:
        return holder
    return replace(holder, rect=replace(holder.rect, h=end - holder.rect.y))


def _faint(template: Template, board: Board) -> Iterator[tuple[Holder, float]]:
    """The placeholders whose own colour does not read on what lies under them, and how it does;
    where nobody chose one it is chosen in decks."""
    for holder in board.holders:
        if holder.kind in FURNITURE or holder.kind == "picture" or not holder.colour:
            continue
        share = least(holder.colour, _under(template, board, holder.rect))
        if share < readable(holder):
            yield holder, share


def _under(template: Template, board: Board, place: Rect) -> tuple[str, ...]:
    """The grounds that decide: of a gradient or a photograph half has to let text read, of two
    grounds the first."""
    image = painted(board, template.held.seen, template.page, SAMPLED, guessed=False)
    under = grounds_under(image, place, template.page)
    return under[: (len(under) + 1) // 2]


def ink_for(template: Template, board: Board, holder: Holder) -> Phrase:
    """The colour for words that nobody chose one for."""
    under = _under(template, board, holder.rect)
    return colour(board, holder.colour or board.scheme["tx1"], under, readable(holder))


def clear_title(template: Template, board: Board, title: Holder) -> tuple[Decor, Rect] | None:
    """The logo that a title's words would stand on, and the nearest place below or above that is
    free of all of them; None where they stand on none, or nothing is free."""
    page = template.page[0] * template.page[1]
    logos = [
        each
        for each in board.decor
        if each.paint
        and each.paint.alpha > 0.3
        and not each.words
        and each.rect.w * each.rect.h < _LOGO * page
        and each.rect.h > _RULE * template.page[1]
        and each.rect.w > _RULE * template.page[1]
    ]
    hit = next((each for each in logos if _crosses(_line_of(title), each.rect)), None)
    if hit is None:
        return None
    high = min(title.rect.h, round(_HIGH * title.size)) if title.size else title.rect.h
    step = max(1, template.page[1] // _STEPS)
    tried = [
        replace(title.rect, y=y, h=high)
        for y in range(step, template.page[1] // 2 - high, step)
        if not any(
            _crosses(replace(title.rect, y=y - step // 2, h=high + step // 2), each.rect)
            for each in logos
        )
    ]
    tried.sort(key=lambda each: abs(each.y - title.rect.y))
    return (hit, tried[0]) if tried else None


def _line_of(title: Holder) -> Rect:
    """Where one line of a title stands that takes the usual part of its width."""
    high = min(title.rect.h, title.size * 6 // 5 or title.rect.h)
    spare = title.rect.h - high
    y = title.rect.y + {"middle": spare // 2, "bottom": spare}.get(title.anchor, 0)
    wide = round(_LINE * title.rect.w)
    align = title.levels[0].align if title.levels else "left"
    left = {"center": (title.rect.w - wide) // 2, "right": title.rect.w - wide}.get(align, 0)
    return Rect(title.rect.x + left, y, wide, high)


def _crosses(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 0 and min(one.bottom, other.bottom) - max(one.y, other.y) > 0
