"""Turn the words on a layout that do not read where they stand into what to click: a place, a
colour, or both at once, so that one mend does not bring the next complaint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.geometry import Rect
from briefgen.problems import Part, Phrase, phrase
from briefgen.record import Record, replace
from briefgen.template.called import as_ratio, box, colour, ink, reads_any, spot
from briefgen.template.feet import Moved
from briefgen.template.frames import readable
from briefgen.template.legible import shadowed
from briefgen.template.model import FURNITURE, Board, Holder, HolderKind
from briefgen.template.places import floor
from briefgen.template.raster import SAMPLED, grounds_under, least, painted
from briefgen.template.read import Template
from briefgen.template.samples import Art
from briefgen.theme.vision import luminance

# A title that differs less from its ground is told as one that cannot be seen.
_UNSEEN = 1.5
# How high one line is with air, in shares of its size; the page in steps.
_HIGH, _STEPS = 1.6, 60
# What a cover has its words in.
_WRITTEN: tuple[HolderKind, ...] = ("title", "subtitle", "text")
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
    # Beside the sample's words each box is judged for itself: a person may have moved one alone.
    judged = (share for holder, share in faint if each.art or holder.kind == "title")
    unseen = each.opening and any(share < _UNSEEN for share in judged)
    gone = [moved.old for moved in elsewhere]
    if unseen:
        yield from _unseen(each, [one for one, share in faint if share < _UNSEEN], elsewhere)
    for holder, share in faint:
        if (unseen and share < _UNSEEN) or any(holder is one for one in gone):
            continue
        yield _told(each, holder, share)


def _told(each: Seen, holder: Holder, share: float) -> Told:
    """What to do about a text box that does not read: another colour; where none reads on all of
    its ground, a place where one does; where there is none, nothing has to be done."""
    under = _under(each.template, each.board, holder.rect)
    wanted = readable(holder)
    parts: dict[str, Part] = {
        "what": phrase(f"holder-{holder.kind}"),
        "words": box(each.board, holder),
    }
    known = {"share": as_ratio(share), "wanted": f"{wanted:g}"}
    if reads_any(each.board, under, wanted):
        better = ink(each.board, holder.colour, under, wanted)[1]
        pale = luminance(better) < luminance(holder.colour)
        parts["how"] = phrase("ink-pale" if pale else "ink-dark", **known)
        parts["colour"] = colour(each.board, holder.colour, under, wanted)
        title = holder.kind == "title"
        shadow = title and shadowed(each.template, each.board, holder)
        parts["then"] = phrase("ink-shadow") if shadow else ""
        return "template-faint", tuple(parts.items())
    parts["how"] = phrase("ink-mixed", **known)
    place = _plain(each, holder)
    if place is None:
        return "template-faint-mixed", tuple(parts.items())
    ground = _under(each.template, each.board, place)
    reads = least(holder.colour, ground) >= wanted
    then = colour(each.board, holder.colour, ground, wanted)
    parts["to"] = phrase("unseen-place" if reads else "unseen-both", spot=spot(place), colour=then)
    return "template-faint-placed", tuple(parts.items())


def _plain(each: Seen, holder: Holder) -> Rect | None:
    """The nearest place of a text box on a ground where a colour reads, clear of the other boxes
    and with nothing else under it: in its own colour if there is one, as large as it is, or else
    one line high."""
    w, h = each.template.page
    wanted, step, edge = readable(holder), max(1, h // _STEPS), w // 40
    line = min(holder.rect.h, round(_HIGH * holder.size)) if holder.size else holder.rect.h
    others = [one.rect for one in each.board.holders if one is not holder]
    image = painted(each.board, each.template.held.seen, (w, h), SAMPLED, guessed=False)
    for size in dict.fromkeys((holder.rect.h, line)):
        wide = min(holder.rect.w, w - 2 * edge)
        tried = [
            Rect(x, y, wide, size)
            for x in sorted({min(max(holder.rect.x, edge), w - edge - wide), edge})
            for y in range(step, h - size - step, step)
        ]
        tried = [one for one in tried if not any(one.crosses(other) for other in others)]
        tried.sort(key=lambda one: (abs(one.y - holder.rect.y), abs(one.x - holder.rect.x)))
        grounds = [(one, grounds_under(image, one, (w, h))) for one in tried]
        own = (one for one, under in grounds if least(holder.colour, under) >= wanted)
        other = (one for one, under in grounds if reads_any(each.board, under, wanted))
        if found := next(own, None) or next(other, None):
            return found
    return None


def _unseen(each: Seen, holders: list[Holder], elsewhere: Sequence[Moved]) -> Iterator[Told]:
    """Words that cannot be seen: where the sample slide has them, or else where decks have them;
    places that are told together do not overlap."""
    holders.sort(key=_in_order)
    written = sorted((one for one in each.board.holders if one.kind in _WRITTEN), key=_in_order)
    words = each.art.words if each.art else ()
    there = {id(one): place for one, place in zip(written, words, strict=False)}
    moved = {id(one.old): one.new for one in elsewhere if one.new}
    targets = []
    for holder in holders:
        if place := there.get(id(holder)):
            targets.append(_lowered(each, replace(holder, rect=place)))
        else:
            targets.append(moved.get(id(holder)) or holder)
    stay = [one.rect for one in written if all(one is not holder for holder in holders)]
    for holder, target in zip(holders, _apart(targets, stay), strict=True):
        wanted = readable(holder)
        under = _under(each.template, each.board, target.rect)
        if not reads_any(each.board, under, wanted) and (free := _plain(each, target)):
            target = replace(target, rect=free)
            under = _under(each.template, each.board, free)
        reads = least(holder.colour, under) >= wanted
        shade = colour(each.board, holder.colour, under, wanted)
        at = spot(target.rect)
        what = phrase(f"holder-{holder.kind}")
        if each.art and reads:
            onto: dict[str, Part] = {"what": what, "slide": each.art.slide, "spot": at}
            yield "template-title-onto", tuple(onto.items())
        elif target.rect == holder.rect:
            how: Phrase = phrase("unseen-colour", colour=shade)
            yield "template-title-unseen", (("what", what), ("how", how))
        else:
            how = phrase("unseen-place" if reads else "unseen-both", spot=at, colour=shade)
            yield "template-title-unseen", (("what", what), ("how", how))


def _in_order(holder: Holder) -> tuple[bool, int]:
    """The title first, then what is written below it."""
    return holder.kind != "title", holder.rect.y


def _apart(holders: Sequence[Holder], stay: Sequence[Rect]) -> list[Holder]:
    """Places of which none reaches into one that begins below it, nor into those that stay."""
    found = []
    for holder in holders:
        rect = holder.rect
        below = [
            each.y
            for each in (*(one.rect for one in holders), *stay)
            if rect.y < each.y < rect.bottom and min(rect.right, each.right) > max(rect.x, each.x)
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


def ink_instead(template: Template, board: Board, holder: Holder) -> Phrase | None:
    """The colour for words whose own would not read where they are put; None where that reads, or
    nothing is known of it."""
    under = _under(template, board, holder.rect)
    if not holder.colour or least(holder.colour, under) >= readable(holder):
        return None
    return colour(board, holder.colour, under, readable(holder))
