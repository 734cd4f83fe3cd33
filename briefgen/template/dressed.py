"""Turn a template whose look stands on sample slides into one whose layouts have it."""

from __future__ import annotations

from briefgen.record import replace
from briefgen.template.derived import Worn, derived
from briefgen.template.inner import contents
from briefgen.template.lock import Lock
from briefgen.template.model import ROLES, Inventory, Role
from briefgen.template.parts import Taken
from briefgen.template.roles import Cast, Found
from briefgen.template.views import views
from briefgen.template.worn import openings

# What is composed on the layouts for content where these show the look, and its own does not.
_AFTER: tuple[Role, ...] = ("agenda", "picture")
# What is composed on the layout for a cover where that shows the look, and its own nothing.
_LIKE: tuple[Role, ...] = ("section", "closing")


def dressed(
    taken: Taken, held: Inventory, cast: Cast, lock: Lock | None, *, content: bool = True
) -> tuple[Taken, tuple[Worn, ...]]:
    """The parts with the layouts that sample slides give, and which those are. What the lock names
    by a layout of the template's own stays; `content` is whether layouts for content are made."""
    shown = views(taken, held, cast.master)
    labels = {each.label for each in held.boards}
    named = {role for role, (label, _) in lock.roles.items() if label in labels} if lock else set()
    free = [role for role in ROLES if role not in named]
    if not shown:
        return taken, ()
    outfits = list(openings(taken, held, shown, free))
    if content:
        outfits += contents(taken, held, shown, cast.found, free)
    return derived(taken, held, outfits) if outfits else (taken, ())


def recast(before: Cast, held: Inventory, now: Inventory, worn: tuple[Worn, ...]) -> Cast:
    """What serves as what, with the layouts that were made."""
    places = {each.part: number for number, each in enumerate(now.boards)}
    found: dict[Role, Found] = {
        role: replace(
            each,
            board=places[held.boards[each.board].part],
            next=tuple((places[held.boards[n].part], score) for n, score in each.next),
        )
        for role, each in before.found.items()
    }
    for each in worn:
        old = found.get(each.role)
        after = ((old.board, old.score), *old.next)[:2] if old else ()
        found[each.role] = Found(
            role=each.role,
            board=places[each.part],
            score=old.score if old else 0.0,
            next=after,
            sample=each.slide,
        )
    if any(each.role == "content" for each in worn):
        for role in _AFTER:
            if role in found and not found[role].said:
                del found[role]
    cover = next((each for each in worn if each.role == "cover"), None)
    for role in _LIKE if cover else ():
        old = found.get(role)
        bare = old and not any(each.own for each in now.boards[old.board].decor)
        if old and bare and not old.said and not old.sample:
            # What shows nothing of its own would be poorer than what the deck begins with.
            next_ = ((old.board, old.score), *old.next)[:2]
            board = found["cover"].board
            found[role] = replace(old, board=board, next=next_, sample=found["cover"].sample)
    return replace(before, found={role: found[role] for role in ROLES if role in found})
