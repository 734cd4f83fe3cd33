"""Turn an inventory into which layout serves as what: the one for which most evidence speaks.

A layout that cannot serve (a picture without a place for one) is no candidate.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from briefgen.record import Record, replace
from briefgen.template.evidence import PLACE, same_place, weighed
from briefgen.template.model import ROLES, Board, Inventory, Role
from briefgen.template.names import named
from briefgen.theme.vision import contrast

# Without a layout for content a master is worth this share of what speaks for it.
_WORKING: tuple[Role, ...] = ("content", "two", "title-only")
_IDLE = 0.1
# What may stand under the master of the cover.
_OPENING: tuple[Role, ...] = ("section", "closing")
# Titles in inks with this contrast to each other stand on grounds that differ.
_REVERSED = 3.0
# Roles that a layout may have beside one for which more speaks.
_ALSO: Mapping[Role, tuple[Role, ...]] = {
    "closing": ("cover", "section"),
    "agenda": ("content", "title-only"),
}
# What is composed on where a role has no layout of its own.
_INSTEAD: Mapping[Role, tuple[Role, ...]] = {
    "cover": ("title-only", "content", "two", "blank"),
    "agenda": ("title-only", "content", "two", "cover", "blank"),
    "section": ("title-only", "content", "two", "cover", "blank"),
    "content": ("title-only", "two", "cover", "blank"),
    "two": ("title-only", "content", "cover", "blank"),
    "title-only": ("content", "two", "picture", "cover", "blank"),
    "picture": ("title-only", "content", "two", "cover", "blank"),
    "blank": ("title-only", "content", "two", "cover"),
    "closing": ("cover", "title-only", "content", "two", "blank"),
}


_Scores = Mapping[Role, Mapping[int, float]]


class Found(Record, kw_only=True):
    """Which layout serves as what (by index), with its score and whatever came next."""

    role: Role
    board: int
    score: float
    next: tuple[tuple[int, float], ...] = ()
    # Whether a person said so.
    said: bool = False
    # The sample slide that the layout is made of; 0: it is the template's own.
    sample: int = 0


class Cast(Record):
    """The master that is chosen, and what serves as what; roles that nothing can are not there."""

    master: int
    found: Mapping[Role, Found]
    masters: tuple[float, ...] = ()


def cast(held: Inventory) -> Cast:
    """The master and the layouts that serve where none is asked for by name."""
    scores = {role: weighed(held, role) for role in ROLES}
    totals = tuple(_total(held, n, scores) for n in range(len(held.masters)))
    master = max(range(len(totals)), key=lambda n: (totals[n], -n))
    return Cast(master, chosen(held, master, scores), totals)


def chosen(held: Inventory, master: int, scores: _Scores | None = None) -> Mapping[Role, Found]:
    """What serves as what among the layouts of a master."""
    scores = scores or {role: weighed(held, role) for role in ROLES}
    boards = held.masters[master].boards
    best = {n: max(ROLES, key=lambda role: scores[role].get(n, 0.0)) for n in boards}
    found: dict[Role, Found] = {}
    # Content goes first: others that have a title of content are to look like it.
    first: tuple[Role, ...] = ("content",)
    for role in (*first, *(each for each in ROLES if each not in first)):
        own = {n: score for n in boards if (score := scores[role].get(n, 0.0)) > 0}
        if role in ("two", "title-only", "agenda") and (model := found.get("content")):
            place = held.boards[model.board].title
            own = {
                n: score + (PLACE if same_place(held.boards[n].title, place, held) else 0)
                for n, score in own.items()
            }
        # Of those with one score the first in the template.
        order = sorted(own.items(), key=lambda each: -each[1])
        # A layout that is more of something else serves as that.
        able = [each for each in order if best[each[0]] == role]
        able = able or [each for each in order if best[each[0]] in _ALSO.get(role, ())]
        if able:
            board, score = able[0]
            rest = tuple((n, round(s, 2)) for n, s in order if n != board)[:2]
            found[role] = Found(role=role, board=board, score=round(score, 2), next=rest)
    found |= _divider(held, found, scores["cover"])
    found |= _openings(held, master, scores, found.keys())
    found |= _end(held, found)
    return {role: found[role] for role in ROLES if role in found}


def _divider(
    held: Inventory, found: Mapping[Role, Found], scores: Mapping[int, float]
) -> dict[Role, Found]:
    """What serves for sections where nothing is meant for them: of several covers that differ in
    their ground the one that is light where the chosen one is dark, or dark where that is light.
    They are told from it, and still look like the house."""
    cover = found.get("cover")
    if cover is None or "section" in found:
        return {}
    title = held.boards[cover.board].title
    for n, score in sorted(scores.items(), key=lambda each: (-each[1], each[0])):
        other = held.boards[n].title
        if (
            title
            and other
            and (held.boards[n].master, other.rect)
            == (
                held.boards[cover.board].master,
                title.rect,
            )
        ):
            inks = (each.colour or held.boards[n].scheme["tx1"] for each in (title, other))
            if contrast(*inks) >= _REVERSED:
                return {"section": Found(role="section", board=n, score=score)}
    return {}


def _openings(
    held: Inventory, master: int, scores: _Scores, found: AbstractSet[Role]
) -> dict[Role, Found]:
    """What the sample slides begin with, where that is a cover of another master: a house may have
    its covers under one, and all else under another. What opens sections, or closes, may then
    stand there too."""
    for n, board in enumerate(held.boards):
        score = scores["cover"].get(n, 0.0)
        if board.master != master and 1 in board.used and score > 0:
            means = named(board.name)
            if board.type == "title" or (means and max(means, key=means.__getitem__) == "cover"):
                cover = Found(role="cover", board=n, score=score)
                return {"cover": cover, **_beside(held, board.master, scores, found)}
    return {}


def _beside(
    held: Inventory, master: int, scores: _Scores, found: AbstractSet[Role]
) -> dict[Role, Found]:
    """What serves for sections and closings under the cover's master, where its names say so and
    the chosen master has none."""
    beside: dict[Role, Found] = {}
    for role in _OPENING:
        meant = [n for n in held.masters[master].boards if role in named(held.boards[n].name)]
        able = {n: score for n in meant if (score := scores[role].get(n, 0.0)) > 0}
        if able and role not in found:
            best = max(able, key=able.__getitem__)
            beside[role] = Found(role=role, board=best, score=able[best])
    return beside


def _end(held: Inventory, found: Mapping[Role, Found]) -> dict[Role, Found]:
    """A cover for a closing whose own layout shows nothing, where the cover's shows the house: a
    deck ends as it begins."""
    if not ("closing" in found and "cover" in found and "content" in found):
        return {}
    closing, cover, content = (
        held.boards[found[role].board] for role in ("closing", "cover", "content")
    )
    bare = not any(each.own for each in closing.decor) and closing.ground == content.ground
    shows = any(each.own and each.paint for each in cover.decor) or cover.ground != content.ground
    if not (bare and shows and closing.master == cover.master):
        return {}
    own = found["closing"]
    return {"closing": replace(found["cover"], role="closing", next=((own.board, own.score),))}


def serving(held: Inventory, found: Mapping[Role, Found], role: Role) -> Found | None:
    """The layout on which slides of a role are composed: its own, or another's with a title. Where
    a line or a bar is drawn for a title above content, sections are on the cover's: theirs stands
    lower."""
    order = _INSTEAD[role]
    if role == "section" and "cover" in found:
        usual = next((found[each] for each in order if each in found), None)
        if usual and _ruled(held, held.boards[usual.board]):
            order = ("cover", *order)
    return next((found[each] for each in (role, *order) if each in found), None)


def _ruled(held: Inventory, board: Board) -> bool:
    """Whether a layout has a line across just below the place of its title, or a bar behind it:
    that would stay empty where a title stands lower."""
    title = board.title
    if title is None:
        return False
    middle = title.rect.y + title.rect.h // 2
    return any(
        2 * each.rect.w > held.width
        and (
            (
                20 * each.rect.h < held.height
                and abs(each.rect.y - title.rect.bottom) < held.height // 20
            )
            or (
                each.paint is not None
                and 4 * each.rect.h < held.height
                and each.rect.y < middle < each.rect.bottom
            )
        )
        for each in board.decor
    )


def _total(held: Inventory, master: int, scores: _Scores) -> float:
    """How much speaks for a master: the best of each role, and how many slides stand on it."""
    boards = held.masters[master].boards
    best = sum(max((scores[role].get(n, 0.0) for n in boards), default=0.0) for role in ROLES)
    best += 1 if held.masters[master].title else 0
    slides = max(1, len(held.words))
    used = sum(len(held.boards[n].used) for n in boards)
    # A house may have its covers alone under one master.
    works = any(scores[role].get(n, 0.0) > 0 for role in _WORKING for n in boards)
    # What a house uses outweighs half of what Office's own layouts are good for.
    return best * (1 + used / slides) * (1.0 if works else _IDLE)
