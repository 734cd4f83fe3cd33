"""Turn the places on a template's layouts into what is to be changed there, and what to click.

What the layouts have in common is said once, and on their master where they follow it. A layout
whose picture stands on a sample slide alone is judged as it is with that picture, so that one mend
does not bring the next complaint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefgen.geometry import Rect, bounds
from briefgen.problems import Mark, Part, Phrase, Problem, phrase
from briefgen.record import replace
from briefgen.template.bound import bounding, whole
from briefgen.template.called import box, in_turn, layout, master, spot
from briefgen.template.feet import Moved, lying
from briefgen.template.inked import Seen, ink_for, inks
from briefgen.template.logos import clear_title
from briefgen.template.mended import model_for, title_for
from briefgen.template.model import FURNITURE, ROLES, Board, Decor, Holder, HolderKind, Role
from briefgen.template.places import settled
from briefgen.template.read import Template
from briefgen.template.samples import art
from briefgen.template.widened import grown, pulled_in

# Of a slide, at least this share is wanted as room for content.
ROOM = 0.4
# Of a place for content, at least this share has to be left beside what stands on it.
_LEFT = 0.5
# A place for a date or a footer that becomes narrower than this share of it has too little room.
_NARROW = 0.6
_DRAWING, _WAY = "template-room-drawing", "template-in-the-way"
_OPENING: tuple[Role, ...] = ("cover", "section", "closing")
# What is told of several layouts at once: a code, its parts, and the kinds of placeholders that
# it is about, if those may follow the master.
_Shared = tuple[str, tuple[tuple[str, Part], ...], tuple[HolderKind, ...]]


def of_places(template: Template, mark: Mark, *, numbered: bool) -> Iterator[Problem]:
    """What is wrong with the layouts that serve: room, contrast, decorations in the way. `numbered`
    is whether places for numbers are told here, or with what layouts have to be added."""
    seen = list(_serving(template))
    for role, each in seen:
        yield from _own(role, each, mark, numbered=numbered)
    said: dict[_Shared, list[Seen]] = {}
    for role, each in seen:
        for shared in dict.fromkeys(_shared(role, each)):
            said.setdefault(shared, []).append(each)
    _joined(said)
    # What takes the room is told once, and with it what is in the way.
    large = [(dict(parts)["what"],) for code, parts, _ in said if code.startswith("template-room")]
    above = _above(said, [each for _, each in seen])
    ways: dict[Part, list[tuple[_Shared, list[Seen]]]] = {}
    for shared, own in said.items():
        code, parts, _ = shared
        if code.startswith(_WAY) and dict(parts)["what"] in large:
            continue
        if code == _WAY:
            ways.setdefault(dict(parts)["what"], []).append((shared, own))
            continue
        named = _layouts(own)
        at = _at(named)
        if shared in above:
            at = phrase("at-master", master=master(template, own[0].board.master))
        listed: tuple[Part, ...] = named
        if code.startswith("template-room"):
            shares = {layout(template, each.board): _percent(each) for each in own}
            listed = tuple(
                phrase("layout-share", layout=one, share=share) for one, share in shares.items()
            )
        yield Problem.of(code, mark, **dict(parts), layouts=listed, at=at)
    for what, told in ways.items():
        steps = [
            phrase("way-step", at=_at(_layouts(own)), **{k: v for k, v in parts if k != "what"})
            for (_, parts, _), own in told
        ]
        named = tuple(dict.fromkeys(one for _, own in told for one in _layouts(own)))
        count = len(what) if isinstance(what, tuple) else 1
        yield Problem.of(_WAY, mark, what=what, count=count, layouts=named, steps=in_turn(steps))


def _at(named: Sequence[Phrase]) -> Phrase:
    return phrase("at-layouts" if len(named) > 1 else "at-layout", layouts=tuple(named))


def _layouts(seen: Sequence[Seen]) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(layout(each.template, each.board) for each in seen))


def _joined(said: dict[_Shared, list[Seen]]) -> None:
    """Have what takes the room on several layouts told once: at the size that does for all."""
    for what in {dict(parts)["what"] for code, parts, _ in said if code == _DRAWING}:
        told = [each for each in said if each[0] == _DRAWING and dict(each[1])["what"] == what]
        least = min(told, key=lambda each: int(str(dict(each[1])["high"])))
        seen = [one for each in told for one in said[each]]
        for each in told:
            del said[each]
        said[least] = seen


def _above(said: Mapping[_Shared, Sequence[Seen]], every: Sequence[Seen]) -> set[_Shared]:
    """What is told once, on the master: where all the layouts follow it, most of them are
    concerned alike, and it does no harm to the others."""
    found: set[_Shared] = set()
    taken: set[HolderKind] = set()
    for shared, seen in sorted(said.items(), key=lambda each: -len(each[1])):
        kinds = set(shared[2])
        one = len({each.board.master for each in seen}) == 1
        follow = all(not h.own for each in seen for h in each.board.holders if h.kind in kinds)
        able = len(seen) > 1 and kinds and one and follow and not taken & kinds
        if able and not _harmed(shared, seen, every):
            found.add(shared)
            taken |= kinds
    return found


def _harmed(shared: _Shared, seen: Sequence[Seen], every: Sequence[Seen]) -> bool:
    """Whether something at the foot of another layout, which stands well, would follow the master
    to where it does not."""
    if shared[0] != "template-foot-moved":
        return False
    first = seen[0]
    moved = settled(first.template, first.board, opening=first.opening)
    new = {one.old.kind: one.new.rect for one in moved if one.new and one.old.kind in shared[2]}
    for each in every:
        board = each.board
        if board in [one.board for one in seen] or board.master != first.board.master:
            continue
        before = {one.old.kind for one in settled(each.template, board, opening=each.opening)}
        follow = {h.kind for h in board.holders if h.kind in new and not h.own} - before
        if any(
            new[h.kind].w < _NARROW * h.rect.w
            for h in board.holders
            if h.kind in follow and h.kind != "number"
        ):
            # Words that have room there would lose it.
            return True
        holders = tuple(
            replace(h, rect=new[h.kind]) if h.kind in follow else h for h in board.holders
        )
        there = replace(board, holders=holders)
        after = {one.old.kind for one in settled(each.template, there, opening=each.opening)}
        if after & follow:
            return True
    return False


def _serving(template: Template) -> Iterator[tuple[Role, Seen]]:
    """The layouts that serve, each once; not those made of sample slides, which nobody can change
    in the template."""
    known = {each.part for each in template.worn}
    for role in ROLES:
        found = template.cast.found.get(role)
        board = template.held.boards[found.board] if found else None
        if board is None or board.part in known:
            continue
        known.add(board.part)
        opening = role in _OPENING
        if opening and (more := art(template, board)):
            yield role, Seen(more[1], more[2], more[0], opening)
        else:
            yield role, Seen(template, board, None, opening)


def _own(role: Role, each: Seen, mark: Mark, *, numbered: bool) -> Iterator[Problem]:
    """What is said of one layout."""
    template, board = each.template, each.board
    named = layout(template, board)
    if each.art and each.art.names:
        names = tuple(phrase("decor-named", name=name) for name in each.art.names)
        several = "paste-several" if len(names) > 1 else "paste-one"
        how = phrase(
            several, slide=each.art.slide, names=names, at=phrase("on-layout", layout=named)
        )
        yield Problem.of(
            "template-sample-art", mark, slide=each.art.slide, layout=named, names=names, how=how
        )
    if role == "title-only" and numbered and not board.places("number"):
        able = "number" in template.held.masters[board.master].kinds
        steps = phrase("steps-number" if able else "steps-number-above", layout=named)
        yield Problem.of("template-no-number", mark, layout=named, steps=steps)
    if lent := next((one for one in template.lent if one.part == board.part), None):
        name = phrase("decor-named", name=lent.name)
        what = phrase(
            f"lent-{lent.how}", name=name, **({"slide": lent.slide} if lent.slide else {})
        )
        then = phrase("then-nothing" if lent.slide else "lent-delete", name=name)
        yield Problem.of("template-untitled-lent", mark, layout=named, what=what, then=then)
    if board.title is None and role != "blank" and template.titled:
        if like := model_for(template, board):
            model = layout(template, like)
            yield Problem.of("template-untitled-placed", mark, layout=named, like=model)
        else:
            title = title_for(template, board)
            free = clear_title(template.page, board, title)
            title = replace(title, rect=free[1]) if free else title
            size, ink = title.size // 12_700, ink_for(template, board, title)
            yield Problem.of(
                "template-untitled",
                mark,
                layout=named,
                spot=spot(title.rect),
                size=size,
                colour=ink,
            )


def _shared(role: Role, each: Seen) -> Iterator[_Shared]:
    """What may be said of several layouts at once."""
    template, board = each.template, each.board
    elsewhere = list(settled(template, board, opening=each.opening))
    yield from _feet(each, elsewhere)
    if role in ("content", "two", "title-only"):
        yield from _room(template, board)
    title = board.title
    hidden = clear_title(template.page, board, title) if title else None
    for moved in elsewhere:
        if moved.new and grown(moved.old.rect, moved.new.rect):
            continue
        if moved.old.kind == "title" and not each.opening and moved.new and not hidden:
            short = moved.new.rect.w > moved.old.rect.w
            code = "template-title-short" if short else "template-title-banded"
            yield code, (("spot", spot(moved.new.rect)),), ("title",)
    if hidden:
        decor, place = hidden
        drawn = phrase("decor-named", name=decor.whole)
        yield "template-title-hidden", (("what", drawn), ("spot", spot(place))), ("title",)
    yield from ((code, parts, ()) for code, parts in inks(each, elsewhere))
    yield from _in_the_way(template, board)


def _percent(each: Seen) -> int:
    """How much of a layout is room for content."""
    area, (w, h) = each.template.area(each.board), each.template.page
    return round(100 * area.w * area.h / (w * h))


def _room(template: Template, board: Board) -> Iterator[_Shared]:
    """What takes the room where a layout has little. A drawing may have to stay."""
    area, (w, h) = template.area(board), template.page
    if area.w * area.h < ROOM * w * h and (found := bounding(template, board, ROOM)):
        code = _DRAWING if found.drawing else "template-room"
        parts = (("wanted", round(100 * ROOM)), ("what", found.what), ("how", found.how))
        kinds: tuple[HolderKind, ...] = ("title",) if found.what.key == "room-named" else ()
        yield code, (*parts, ("high", found.high)), kinds


def _why(page: tuple[int, int], old: Holder, new: Holder) -> str:
    """Why what stands at the foot is moved; "" where its place is merely widened for its digits."""
    if new != pulled_in(page, old):
        return "foot-on-mark"
    return "" if bounds([old.rect, Rect(0, 0, *page)]) == Rect(0, 0, *page) else "foot-juts"


def _shifted(why: Phrase, holders: Sequence[Holder]) -> _Shared:
    """What stands at the foot and is moved for one reason, and where to."""
    what = tuple(phrase(f"holder-{one.kind}") for one in holders)
    places = spot(holders[0].rect)
    for one, named in zip(holders[1:], what[1:], strict=True):
        places = phrase("foot-next", places=places, what=named, spot=spot(one.rect))
    parts = (("what", what), ("why", why), ("first", what[0]), ("places", places))
    return "template-foot-moved", parts, tuple(one.kind for one in holders)


def _feet(each: Seen, elsewhere: list[Moved]) -> Iterator[_Shared]:
    """What stands at the foot and cannot stay: one line for all that is moved alike."""
    moved = [one for one in elsewhere if one.old.kind in FURNITURE]
    page = each.template.page
    found: dict[str, list[Holder]] = {}
    for one in moved:
        if one.new and (why := _why(page, one.old, one.new)):
            found.setdefault(why, []).append(one.new)
    for why, holders in found.items():
        yield _shifted(phrase(why), holders)
    for upright in (True, False):
        out = [one.old for one in moved if one.new is None and one.old.upright == upright]
        if out:
            reason = phrase("foot-upright" if upright else "foot-hidden")
            what = tuple(phrase(f"holder-{one.kind}") for one in out)
            how = _laid(each, out)
            yield "template-foot-out", (("what", what), ("reason", reason), ("how", how)), ()


def _laid(each: Seen, out: list[Holder]) -> Phrase:
    """What to do with each of what is left out at the foot: lay it, and where; or delete it."""
    gone = {id(one) for one in out}
    taken = [one for one in each.board.holders if one.kind in FURNITURE and id(one) not in gone]
    steps: list[Phrase] = []
    line: Holder | None = None
    for one in out:
        what = phrase(f"holder-{one.kind}")
        place = lying(each.template, each.board, one, taken, line, opening=each.opening)
        if place is None:
            steps.append(phrase("foot-delete", what=what))
            continue
        taken.append(place)
        line = line or place
        turn = "foot-turn" if one.turned else "foot-write" if one.upright else "foot-place"
        steps.append(phrase(turn, what=what, spot=spot(place.rect)))
    return in_turn(steps)


def _in_the_way(template: Template, board: Board) -> Iterator[_Shared]:
    """Small decorations that stand on a place for content: the place ends before all of them where
    that leaves enough, or else each has to go."""
    shown = [
        each
        for each in board.decor
        if each.paint and each.paint.alpha >= 0.1 and each.kind != "line"
    ]
    for holder in board.bodies:
        found = dict.fromkeys((d.whole, d.own) for d in shown if _stands(d, holder))
        rest = holder.rect
        for key in found:
            pieces = [each.rect for each in shown if (each.whole, each.own) == key]
            piece = bounds([*pieces, whole(board, key)])
            rest = _beside(template, rest, piece) if piece.crosses(rest) else rest
        if not found:
            continue
        if rest.w * rest.h >= _LEFT * holder.rect.w * holder.rect.h:
            what = tuple(phrase("decor-named", name=name) for name, _ in found)
            parts = (("what", what), ("words", box(board, holder)), ("spot", spot(rest)))
            yield _WAY, parts, ()
            continue
        for name, own in found:
            above = phrase("room-above", master=master(template, board.master))
            where = phrase("room-here") if own else above
            what = (phrase("decor-named", name=name),)
            yield (
                "template-in-the-way-drawing",
                (("what", what), ("count", 1), ("where", where)),
                (),
            )


def _stands(decor: Decor, holder: Holder) -> bool:
    """Whether a decoration is small beside a place for content, and stands on it."""
    inner = holder.rect
    w = min(decor.rect.right, inner.right) - max(decor.rect.x, inner.x)
    h = min(decor.rect.bottom, inner.bottom) - max(decor.rect.y, inner.y)
    small = 12 * decor.rect.w * decor.rect.h < inner.w * inner.h
    return small and w > inner.w // 50 and h > inner.h // 50


def _beside(template: Template, place: Rect, piece: Rect) -> Rect:
    """The most of a place that is beside, above or below something on it, with some air."""
    air = template.page[1] // 80
    left, right = piece.x - air - place.x, place.right - piece.right - air
    above, below = piece.y - air - place.y, place.bottom - piece.bottom - air
    tried = [
        replace(place, w=max(0, left)),
        replace(place, x=place.right - max(0, right), w=max(0, right)),
        replace(place, h=max(0, above)),
        replace(place, y=place.bottom - max(0, below), h=max(0, below)),
    ]
    return max(tried, key=lambda each: each.w * each.h)
