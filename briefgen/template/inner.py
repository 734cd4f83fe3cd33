"""Turn sample slides with content into what the layouts for content are: what they show alike.

What most of them show at one place is the look; what one shows alone is its content. Where their
titles stand alike, and their layout has none there, titles of decks stand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from briefgen.geometry import Rect
from briefgen.record import replace
from briefgen.template.clean import A, P
from briefgen.template.model import Board, Decor, Inventory, Role
from briefgen.template.parts import Taken
from briefgen.template.raster import covered
from briefgen.template.roles import Found
from briefgen.template.views import Key, Said, View
from briefgen.template.worn import Outfit, Place, agenda, chosen, sectioned

# Of the page a look covers at least so much, where it is no picture.
_MUCH = 0.01
# Of slides that show something alike, and of those whose titles stand alike: the least share.
_ALIKE, _TITLED = 0.5, 0.4
# A shape that reaches so much of a side, at the edge, is the slide's and not its content's.
_SIDE, _EDGE = 0.4, 0.05
# Titles stand above this share of the page's height, and as near to each other as these of its
# width and height.
_UPPER, _ACROSS, _DOWN = 0.3, 0.05, 0.06
# A shape amid the page that is smaller than this share of its sides is content even if alike.
_SMALL, _AMID = 0.25, 0.15
# Fewer slides than this say little of what is alike; what says more than so many characters is
# content.
_FEW, _SAYING = 5, 24
# What covers so much of a slide hides its layout.
_HIDDEN = 0.75
_ROLES: tuple[Role, ...] = ("content", "two", "title-only")


def contents(
    taken: Taken,
    held: Inventory,
    shown: Sequence[View],
    found: Mapping[Role, Found],
    roles: Sequence[Role],
) -> Iterator[Outfit]:
    """The outfits of layouts for content whose look stands on sample slides alone."""
    page = held.width, held.height
    slides = _inner(shown, page)
    if not slides or not any(role in roles for role in _ROLES):
        return
    base = _base(held, slides, found)
    look = _covered(shown, slides, base, page) or _look(taken, slides, base, page)
    for role in _ROLES:
        if look is None or role not in roles or (role == "two" and role not in found):
            continue
        own = held.boards[found[role].board] if role in found else base
        alike = base.title is not None and _same(own, base)
        columns = {"content": 1, "two": 2}.get(role, 0)
        yield replace(look, role=role, base=own if alike else base, columns=columns)


def _look(
    taken: Taken, slides: Sequence[View], base: Board, page: tuple[int, int]
) -> Outfit | None:
    """What most slides show alike and the layout `base` does not; None where it is nothing much."""
    alike = _alike(taken, slides, page)
    alike -= {slides[0].key(taken, each, page) for each in base.decor}
    ground, often = Counter(each.ground for each in slides).most_common(1)[0]
    grounded = bool(ground) and often >= _ALIKE * len(slides)
    able = [each for each in slides if each.ground == ground] if grounded else slides
    view = max(able, key=lambda each: (len(alike & _keys(taken, each, page)), -each.number))
    shapes = frozenset(_worn(taken, view, alike, page))
    pieces = [each for number, each in view.decor if number in shapes]
    said = base.title is not None and _as_said(slides)
    title = None if said else _title(slides, page)
    if title and not shapes and not grounded:
        view = next(each for each in slides if title in each.said)
    # Nobody writes into the layout's own place, where it has one.
    bare = base.title is not None or any(each.own for each in base.decor)
    if not (grounded or _much(pieces, page) or (title and bare)):
        return None
    places = (Place("title", title),) if title else ()
    return Outfit(
        role="content", view=view, base=base, shapes=shapes, grounded=grounded, places=places
    )


def _covered(
    shown: Sequence[View], slides: Sequence[View], base: Board, page: tuple[int, int]
) -> Outfit | None:
    """The ground of the cover, where most slides hide their layout's below a table or the like:
    nobody has seen that."""
    cover = shown[0]
    hidden = sum(_hides(each, page) for each in slides)
    if not cover.ground or cover in slides or hidden < _ALIKE * len(slides):
        return None
    return Outfit(role="content", view=cover, base=base, shapes=frozenset(), grounded=True)


def _hides(view: View, page: tuple[int, int]) -> bool:
    """Whether something framed covers most of a slide."""
    least = _HIDDEN * page[0] * page[1]
    sizes = (each.find(f"{P}xfrm/{A}ext") for each in view.root.iter(f"{P}graphicFrame"))
    places = ((each.get("cx", ""), each.get("cy", "")) for each in sizes if each is not None)
    return any(w.isdecimal() and h.isdecimal() and int(w) * int(h) >= least for w, h in places)


def _much(pieces: Sequence[Decor], page: tuple[int, int]) -> bool:
    """Whether pieces are more than rules and dots."""
    pictured = any(each.kind == "picture" for each in pieces)
    return pictured or (bool(pieces) and covered(pieces, page) >= _MUCH)


def _inner(shown: Sequence[View], page: tuple[int, int]) -> list[View]:
    """The slides that open nothing, and list no parts."""
    opening = {each.number for each in chosen(shown, page).values()}
    opening |= {each.number for each in sectioned(shown, page)}
    last = shown[-1].number if shown else 0
    return [
        each
        for each in shown
        if each.number not in opening
        and each.number > 1
        and not agenda(each)
        and (each.said or each.number < last)
    ]


def _base(held: Inventory, slides: Sequence[View], found: Mapping[Role, Found]) -> Board:
    """The layout that the slides stand on; the one for content where that has as much to show."""
    part, _ = Counter(each.board.part for each in slides).most_common(1)[0]
    own = next(each for each in held.boards if each.part == part)
    serves = found.get("content") or found.get("title-only")
    board = held.boards[serves.board] if serves else None
    return board if board and board.title and _same(board, own) else own


def _same(one: Board, other: Board) -> bool:
    """Whether two layouts of a master show the same."""
    looks = [
        (each.ground, tuple((one.rect, one.paint, one.outline) for one in each.decor))
        for each in (one, other)
    ]
    return one.master == other.master and looks[0] == looks[1]


def _as_said(slides: Sequence[View]) -> bool:
    """Whether the titles of slides stand in a placeholder, or there is none to be seen."""
    return any(each.type in ("title", "ctrTitle") for slide in slides for each in slide.said)


def _keys(taken: Taken, view: View, page: tuple[int, int]) -> set[Key]:
    return {view.key(taken, each, page) for _, each in view.decor if _shows(each, page)}


def _shows(each: Decor, page: tuple[int, int]) -> bool:
    """Whether a piece may be a look: drawn, and not a small one amid the page."""
    drawn = bool(each.outline) or (each.paint is not None and each.paint.alpha > 0)
    if not drawn or each.kind == "frame" or len(each.words) > _SAYING:
        return False
    rect = each.rect
    small = max(rect.w / page[0], rect.h / page[1]) < _SMALL
    amid = rect.y > _AMID * page[1] and rect.bottom < (1 - _AMID) * page[1]
    return each.kind == "picture" or not (small and amid)


def _amid(each: Decor, page: tuple[int, int]) -> bool:
    """Whether a piece stands clear of all edges of the page, and is no small mark."""
    rect, (w, h) = each.rect, page
    across, down = round(_EDGE * w), round(_EDGE * h)
    inside = rect.x > across and rect.right < w - across
    inside = inside and rect.y > down and rect.bottom < h - down
    return inside and max(rect.w / w, rect.h / h) >= _SMALL


def _alike(taken: Taken, slides: Sequence[View], page: tuple[int, int]) -> set[Key]:
    """What most slides show at one place; of a single slide what reaches along an edge."""
    if len(slides) == 1:
        one = slides[0]
        return {
            one.key(taken, e, page) for _, e in one.decor if _shows(e, page) and _edged(e, page)
        }
    counts = Counter(key for each in slides for key in _keys(taken, each, page))
    alike = {key for key, n in counts.items() if n > 1 and n >= _ALIKE * len(slides)}
    if len(slides) < _FEW:
        # Two of a few slides may well show one picture.
        alike -= {
            each.key(taken, one, page)
            for each in slides
            for _, one in each.decor
            if one.kind == "picture" and _amid(one, page)
        }
    return alike | _mark(taken, slides, page)


def _mark(taken: Taken, slides: Sequence[View], page: tuple[int, int]) -> set[Key]:
    """The small picture that most slides have in one place by an edge, whichever it is there: the
    one that most have. Some houses have a sign for each part of a deck."""
    signs = [
        (slide.number, each.rect, slide.key(taken, each, page))
        for slide in slides
        for _, each in slide.decor
        if each.kind == "picture" and _signs(each, page)
    ]

    def alike(place: Rect) -> list[tuple[int, Key]]:
        return [(number, key) for number, rect, key in signs if _near(rect, place, page)]

    most = max(
        (alike(rect) for _, rect, _ in signs),
        key=lambda own: len({number for number, _ in own}),
        default=[],
    )
    if len({number for number, _ in most}) < max(2, _ALIKE * len(slides)):
        return set()
    return {Counter(key for _, key in most).most_common(1)[0][0]}


def _signs(each: Decor, page: tuple[int, int]) -> bool:
    """Whether a picture is a small one in the upper or the lower part of the page."""
    rect = each.rect
    small = max(rect.w / page[0], rect.h / page[1]) < _SMALL
    return small and (rect.bottom <= _AMID * page[1] or rect.y >= (1 - _AMID) * page[1])


def _edged(each: Decor, page: tuple[int, int]) -> bool:
    """Whether a piece reaches far along an edge of the page."""
    rect, (w, h) = each.rect, page
    across = rect.w >= _SIDE * w and (rect.y <= _EDGE * h or rect.bottom >= (1 - _EDGE) * h)
    down = rect.h >= _SIDE * h and (rect.x <= _EDGE * w or rect.right >= (1 - _EDGE) * w)
    return across or down


def _worn(taken: Taken, view: View, alike: set[Key], page: tuple[int, int]) -> Iterator[int]:
    """The shapes of a slide of which all that is drawn is alike on others."""
    pieces: dict[int, list[Decor]] = {}
    for number, each in view.decor:
        if each.outline or each.paint:
            pieces.setdefault(number, []).append(each)
    for number, own in pieces.items():
        if all(view.key(taken, each, page) in alike for each in own):
            yield number


def _title(slides: Sequence[View], page: tuple[int, int]) -> Said | None:
    """The words of a slide that stand where most slides have their title; None where they have
    none at one place."""
    if len(slides) < 2:
        return None
    every = [
        (slide.number, each)
        for slide in slides
        for each in slide.said
        if each.rect.y < _UPPER * page[1] and each.type not in ("obj", "body")
    ]

    def slides_at(place: Rect) -> int:
        return len({number for number, each in every if _near(each.rect, place, page)})

    able = [(slides_at(each.rect), number, each) for number, each in every]
    able = [one for one in able if one[0] > 1 and one[0] >= _TITLED * len(slides)]
    # Titles are large and wide; of those alike the most usual one.
    best = max(able, key=lambda one: (one[2].size * one[2].rect.w, one[0], -one[1]), default=None)
    if best is None:
        return None
    alike = [one for one in able if _near(one[2].rect, best[2].rect, page)]
    large = [one for one in alike if 10 * one[2].size >= 9 * best[2].size]
    # What a single slide has is no title of the others.
    alike = large if len({number for _, number, _ in large}) > 1 else alike
    return max(alike, key=lambda one: (one[0], -one[1]))[2]


def _near(one: Rect, other: Rect, page: tuple[int, int]) -> bool:
    return abs(one.x - other.x) < _ACROSS * page[0] and abs(one.y - other.y) < _DOWN * page[1]
