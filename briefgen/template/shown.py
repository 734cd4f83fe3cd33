"""Turn what layouts show into the colour that a house is known by, where its theme has it not.

Some templates have bars in their own colour and the theme of a program beside them. Charts and
marks in the theme's colours would be those of another house.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefgen.record import replace
from briefgen.template.model import Board, Inventory, Paint
from briefgen.template.raster import SAMPLED, counted, in_few, painted
from briefgen.template.tokens import ACCENTS, MARK, TEXT, coloured, distance
from briefgen.theme.vision import contrast, luminance

# The slot that the colour is put into in our copy.
SLOT = "accent1"
# Of all that the layouts show in colour, the least share of the house's; colours that are no
# further apart are one; how light it may be (WCAG's relative luminance).
_MUCH, _ONE, _LIGHT = 0.4, 24.0, 0.6
_DARK = 0.04
# In so many colours a layout is seen whose look is pictures.
_KINDS = 16
# One that reads as text goes before one that is shown no more than so many times as much.
_ENOUGH = 4
# Of the layouts' area, the least that is shown in it.
_SEEN = 0.004
# The least share of a layout that is a bar.
_BAR = 0.01


def with_colour(held: Inventory, master: int, worn: Sequence[Board] = ()) -> Inventory:
    """The inventory with the house's colour in the scheme of a master, if none of its accents is
    shown and one other colour is; where the look was sample slides', by the layouts made of these.
    """
    found = (_worn(held, master, worn) if worn else "") or _colour(held, master)
    if not found:
        return held
    boards = tuple(
        replace(each, scheme={**each.scheme, SLOT: found}) if each.master == master else each
        for each in held.boards
    )
    masters = tuple(
        replace(each, scheme={**each.scheme, SLOT: found}) if number == master else each
        for number, each in enumerate(held.masters)
    )
    plain = held.masters[master].scheme[SLOT]
    return replace(held, boards=boards, masters=masters, colour=found, plain=plain)


def _colour(held: Inventory, master: int) -> str:
    shown: Counter[str] = Counter()
    own = [each for each in held.boards if each.master == master]
    for board in own:
        for paint, area in _paints(board, held.width * held.height):
            for colour in paint.colours if not paint.picture and paint.alpha > 0.5 else ():
                if coloured(colour):
                    shown[colour] += area // len(paint.colours)
    if not shown:
        return _sampled(held) if bare(held, master) else _pictured(held, own)
    (first, most), *_ = sorted(shown.items(), key=lambda each: (-each[1], each[0]))
    scheme = held.masters[master].scheme
    slots = (*ACCENTS, "dk2", "lt2", "dk1", "lt1")
    known = any(distance(colour, scheme[slot]) < _ONE for colour in shown for slot in slots)
    much = most >= _MUCH * sum(shown.values())
    seen = most >= _SEEN * held.width * held.height * len(own)
    if not (much and seen and not known and luminance(first) < _LIGHT):
        return ""
    # What most of the layouts are on is no colour for marks there.
    lost = [each for each in own if contrast(first, (each.ground.colours or ("FFFFFF",))[0]) < MARK]
    return first if 2 * len(lost) <= len(own) else ""


def _worn(held: Inventory, master: int, boards: Sequence[Board]) -> str:
    """The colour that layouts made of sample slides show most: of bars, grounds and pictures."""
    page = held.width, held.height
    shown: Counter[str] = Counter()
    for board in {each.part: each for each in boards}.values():
        image = in_few(painted(replace(board, holders=()), held.seen, page, SAMPLED), _KINDS)
        shown.update({each: n for n, each in counted(image) if coloured(each)})
    able = {
        each: sum(n for other, n in shown.items() if distance(each, other) < _ONE)
        for each in shown
        if contrast(each, "FFFFFF") >= MARK
    }
    best = max(able, key=lambda each: (able[each], each), default="")
    read = {each: n for each, n in able.items() if contrast(each, "FFFFFF") >= TEXT}
    first = max(read, key=lambda each: (read[each], each), default="")
    best = first if first and _ENOUGH * able[first] >= able[best] else best
    scheme = held.masters[master].scheme
    if not best or any(distance(best, scheme[slot]) < _ONE for slot in ACCENTS):
        return ""
    if slot := next((each for each in ("dk2", "lt2") if distance(best, scheme[each]) < _ONE), ""):
        # The theme has it, as no accent.
        return scheme[slot]
    # As slides name it themselves: what a photograph shows is no house's colour.
    said = {each: n for each, n in held.sampled.items() if len(each) == 6}
    alike = [each for each in said if distance(each, best) < _ONE]
    return max(alike, key=said.__getitem__, default="")


def _pictured(held: Inventory, boards: Sequence[Board]) -> str:
    """The colour of the bars that the layouts have as pictures: one of a piece on most of them,
    which reads on white if one does."""
    page = held.width, held.height
    found: Counter[str] = Counter()
    for board in boards:
        image = painted(board, held.seen, page, SAMPLED)
        least = image.width * image.height * _BAR
        found.update({each for count, each in counted(image) if count > least and coloured(each)})
    often = [each for each, count in found.items() if 2 * count > len(boards)]
    scheme = boards[0].scheme if boards else {}
    if any(distance(each, scheme[slot]) < _ONE for each in often for slot in ACCENTS):
        return ""
    able = [each for each in often if contrast(each, "FFFFFF") >= TEXT and luminance(each) > 0.01]
    return min(able, key=lambda each: (luminance(each), each), default="")


def bare(held: Inventory, master: int) -> bool:
    """Whether the layouts of a master show nothing, and the house is on the sample slides alone."""
    own = [each for each in held.boards if each.master == master]
    return bool(held.words) and not any(each.decor or each.holders for each in own)


def _sampled(held: Inventory) -> str:
    """The colour that the sample slides name most often of those that are seen on white."""
    able = [
        (count, colour)
        for colour, count in held.sampled.items()
        if len(colour) == 6 and coloured(colour) and _DARK < luminance(colour) < _LIGHT
    ]
    return max(able, default=(0, ""))[1]


def _paints(board: Board, page: int) -> Iterator[tuple[Paint, int]]:
    """What fills the ground and the shapes of a layout, and how much of the page that is."""
    yield board.ground, page
    filled = [(each.paint, each.rect) for each in board.decor]
    filled += [(each.paint, each.rect) for each in board.holders]
    for paint, rect in filled:
        if paint is not None:
            yield paint, min(page, rect.w * rect.h)
