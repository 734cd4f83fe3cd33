"""Turn the plate of a sample's title into one for longer titles, where words beside it are gone.

A chapter's name before a bar, the slide's title on it: decks have one title, which needs the width
of both.
"""

from __future__ import annotations

from briefgen.geometry import Rect
from briefgen.record import replace
from briefgen.template.model import Decor
from briefgen.template.views import Said
from briefgen.template.worn import OPENINGS, Outfit

# A plate wider than this share of the page is wide enough.
_WIDE = 0.6
# What is kept free at the end of the words that a plate takes the place of, in shares of the page's
# width; and how near to it they end.
_AIR, _NEAR = 1 / 80, 1 / 40


def plated(outfit: Outfit, page: tuple[int, int]) -> Outfit:
    """An outfit whose title stands on a plate, with that over what its slide says level with it and
    decks do not; the same where there is none."""
    place = next((each for each in outfit.places if each.kind == "title"), None)
    if outfit.role in OPENINGS or place is None:
        return outfit
    title = place.said
    plate = next(
        (each for each in outfit.view.decor if each[0] in outfit.shapes and _under(each[1], title)),
        None,
    )
    if plate is None or plate[1].rect.w > _WIDE * page[0] or plate[1].group:
        return outfit
    number, rect = plate[0], plate[1].rect
    gone = [each.rect for each in outfit.view.said if each is not title and _level(each.rect, rect)]
    near = round(_NEAR * page[0])
    left = [each.x for each in gone if each.x < rect.x and abs(each.right - rect.x) <= near]
    if not left:
        return outfit
    more = rect.x - min(left) - round(_AIR * page[0])
    if more <= 0:
        return outfit
    wider = replace(place, said=replace(title, rect=title.rect.inset(-more, 0, 0, 0)))
    places = tuple(wider if each is place else each for each in outfit.places)
    return replace(outfit, places=places, moved={number: rect.inset(-more, 0, 0, 0)})


def _under(each: Decor, title: Said) -> bool:
    """Whether a shape is what a title stands on."""
    rect, words = each.rect, title.rect
    filled = each.paint is not None and each.paint.alpha > 0 and not each.paint.picture
    middle = words.y + words.h // 2
    across = rect.x <= words.x + words.w // 2 <= rect.right and words.x <= rect.right
    return filled and across and rect.y < middle < rect.bottom and rect.h < 2 * words.h


def _level(one: Rect, other: Rect) -> bool:
    return 2 * (min(one.bottom, other.bottom) - max(one.y, other.y)) > min(one.h, other.h)
