"""Turn the places on a template's layouts into what is to be changed there, and what to click.

What the layouts have in common is said once. A layout whose picture stands on a sample slide alone
is judged as it is with that picture, so that one mend does not bring the next complaint.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from briefgen.geometry import Rect
from briefgen.problems import Mark, Part, Phrase, Problem, phrase
from briefgen.record import Record, replace
from briefgen.template.bound import bounding
from briefgen.template.called import as_ratio, colour, layout, master, words
from briefgen.template.frames import readable
from briefgen.template.model import FURNITURE, ROLES, Board, Decor, Holder, Role
from briefgen.template.places import Moved, floor, lying, placed, settled
from briefgen.template.raster import SAMPLED, grounds_under, least, painted
from briefgen.template.read import Template
from briefgen.template.samples import Art, art

# Of a slide, at least this share is wanted as room for content.
ROOM = 0.4
_OPENING: tuple[Role, ...] = ("cover", "section", "closing")
# A title that differs less from its ground is told as one that cannot be seen.
_UNSEEN = 1.5


class _Seen(Record):
    """A layout as it is judged: with what stands on its sample slide alone."""

    template: Template
    board: Board
    role: Role
    art: Art | None


def of_places(template: Template, mark: Mark) -> Iterator[Problem]:
    """What is wrong with the layouts that serve: room, contrast, decorations in the way."""
    seen = list(_serving(template))
    for each in seen:
        yield from _own(each, mark)
    said: dict[tuple[str, tuple[tuple[str, Part], ...]], list[Part]] = {}
    for each in seen:
        for code, parts in dict.fromkeys(_shared(each)):
            named = layout(template, each.board)
            if code == "template-room":
                named = phrase("layout-share", layout=named, share=_percent(each))
            said.setdefault((code, parts), []).append(named)
    # What takes the room is told once, and with it what is in the way.
    large = [dict(parts)["what"] for code, parts in said if code == "template-room"]
    for (code, parts), layouts in said.items():
        if code == "template-in-the-way" and dict(parts)["what"] in large:
            continue
        yield Problem.of(code, mark, **dict(parts), layouts=tuple(dict.fromkeys(layouts)))


def _serving(template: Template) -> Iterator[_Seen]:
    """The layouts that serve, each once."""
    known: set[str] = set()
    for role in ROLES:
        found = template.cast.found.get(role)
        board = template.held.boards[found.board] if found else None
        if board is None or board.part in known:
            continue
        known.add(board.part)
        if role in _OPENING and (more := art(template, board)):
            yield _Seen(more[1], more[2], role, more[0])
        else:
            yield _Seen(template, board, role, None)


def _own(each: _Seen, mark: Mark) -> Iterator[Problem]:
    """What is said of one layout."""
    template, board, role = each.template, each.board, each.role
    named = layout(template, board)
    if each.art:
        names = tuple(phrase("decor-named", name=name) for name in each.art.names)
        yield Problem.of(
            "template-sample-art", mark, slide=each.art.slide, layout=named, names=names
        )
    if role == "title-only" and not board.places("number"):
        able = "number" in template.held.masters[board.master].kinds
        steps = phrase("steps-number" if able else "steps-number-above", layout=named)
        yield Problem.of("template-no-number", mark, layout=named, steps=steps)
    if board.title is None and role != "blank" and template.titled:
        yield Problem.of("template-untitled", mark, layout=named)


_Shared = tuple[str, tuple[tuple[str, Part], ...]]


def _shared(each: _Seen) -> Iterator[_Shared]:
    """What may be said of several layouts at once: a code, and its parts."""
    template, board = each.template, each.board
    opening = each.role in _OPENING
    elsewhere = list(settled(template, board, opening=opening))
    yield from _feet(each, elsewhere, opening)
    if each.role in ("content", "two", "title-only"):
        yield from _room(template, board)
    for moved in elsewhere:
        if moved.old.kind == "title" and not opening and moved.new:
            yield "template-title-banded", tuple(placed(moved.new).items())
    yield from _inks(each, [moved.old for moved in elsewhere])
    for decor in _in_the_way(board):
        above = phrase("room-above", master=master(template, board.master))
        where = phrase("room-here") if decor.own else above
        yield (
            "template-in-the-way",
            (("what", phrase("decor-named", name=decor.whole)), ("where", where)),
        )


def _inks(each: _Seen, gone: list[Holder]) -> Iterator[_Shared]:
    """The text boxes whose words do not read where they stand; `gone` have another place in decks,
    and are only told where a title cannot be seen at all."""
    template, board = each.template, each.board
    faint = list(_faint(template, board))
    opening = each.role in _OPENING
    unseen = opening and any(one.kind == "title" and share < _UNSEEN for one, share in faint)
    places = list(each.art.words) if each.art else []
    for holder, share in faint:
        wanted = readable(holder)
        what = phrase(f"holder-{holder.kind}")
        ink = colour(board, holder.colour, _under(template, board, holder.rect), wanted)
        if unseen and share < _UNSEEN:
            moved = _lowered(each, replace(holder, rect=places.pop(0))) if places else holder
            if each.art and least(holder.colour, _under(template, board, moved.rect)) >= wanted:
                onto: dict[str, Part] = {"what": what, "slide": each.art.slide, **placed(moved)}
                yield "template-title-onto", tuple(onto.items())
            else:
                yield "template-title-unseen", (("what", what), ("colour", ink))
        elif not any(holder is one for one in gone):
            parts: dict[str, Part] = {
                "what": what,
                "words": words(holder),
                "share": as_ratio(share),
            }
            parts |= {"wanted": f"{wanted:g}", "colour": ink}
            yield "template-faint", tuple(parts.items())


def _lowered(each: _Seen, holder: Holder) -> Holder:
    """A place for words that are no title, down to where its ground ends."""
    end = floor(each.template, each.board, holder)
    if holder.kind == "title" or end >= each.template.page[1] or end <= holder.rect.bottom:
        return holder
    return replace(holder, rect=replace(holder.rect, h=end - holder.rect.y))


def _percent(each: _Seen) -> int:
    """How much of a layout is room for content."""
    area, (w, h) = each.template.area(each.board), each.template.page
    return round(100 * area.w * area.h / (w * h))


def _room(template: Template, board: Board) -> Iterator[_Shared]:
    """What takes the room where a layout has little."""
    area, (w, h) = template.area(board), template.page
    if area.w * area.h < ROOM * w * h and (found := bounding(template, board, ROOM)):
        what, how = found
        yield "template-room", (("wanted", round(100 * ROOM)), ("what", what), ("how", how))


def _feet(each: _Seen, elsewhere: list[Moved], opening: bool) -> Iterator[_Shared]:
    """What stands at the foot and cannot stay: one line for all that is moved alike."""
    moved = [one for one in elsewhere if one.old.kind in FURNITURE]
    if shifted := [one.new for one in moved if one.new]:
        yield (
            "template-foot-moved",
            (
                ("what", tuple(phrase(f"holder-{one.kind}") for one in shifted)),
                ("places", tuple(_at(one) for one in shifted)),
            ),
        )
    for upright in (True, False):
        out = [one.old for one in moved if one.new is None and one.old.upright == upright]
        if out:
            reason = phrase("foot-upright" if upright else "foot-hidden")
            what = tuple(phrase(f"holder-{one.kind}") for one in out)
            how = _laid(each, out, opening)
            yield "template-foot-out", (("what", what), ("reason", reason), ("how", how))


def _laid(each: _Seen, out: list[Holder], opening: bool) -> Phrase:
    """What to do with each of what is left out at the foot: lay it, and where; or delete it."""
    gone = {id(one) for one in out}
    taken = [one for one in each.board.holders if one.kind in FURNITURE and id(one) not in gone]
    steps: list[Phrase] = []
    for one in out:
        what = phrase(f"holder-{one.kind}")
        place = lying(each.template, each.board, one, taken, opening=opening)
        if place is None:
            steps.append(phrase("foot-delete", what=what))
            continue
        taken.append(place)
        turn = "foot-turn" if one.turned else "foot-write" if one.upright else "foot-place"
        steps.append(phrase(turn, what=what, **placed(place)))
    return reduce(lambda first, then: phrase("foot-and", first=first, then=then), steps)


def _at(holder: Holder) -> Part:
    at = placed(holder)
    return phrase("foot-at", what=phrase(f"holder-{holder.kind}"), **at)


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


def _in_the_way(board: Board) -> Iterator[Decor]:
    """Small decorations that stand on a place for content, each group once."""
    known: set[tuple[str, bool]] = set()
    for decor in board.decor:
        if decor.paint is None or decor.paint.alpha < 0.1 or decor.kind == "line":
            continue
        if (key := (decor.whole, decor.own)) in known:
            continue
        for holder in board.bodies:
            inner = holder.rect
            w = min(decor.rect.right, inner.right) - max(decor.rect.x, inner.x)
            h = min(decor.rect.bottom, inner.bottom) - max(decor.rect.y, inner.y)
            small = 12 * decor.rect.w * decor.rect.h < inner.w * inner.h
            if small and w > inner.w // 50 and h > inner.h // 50:
                known.add(key)
                yield decor
                break
