"""Turn an inventory into which layout serves as what: by evidence that is weighed, not by limits.

Evidence is the name, the type that the file gives (ECMA-376 Part 1, 19.7.15), which placeholders
there are and where, and what sample slides use it for. A layout that cannot serve (a picture
without a place for one) is no candidate; among those that can the one with most evidence does.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.geometry import Rect
from briefgen.patterns import pattern
from briefgen.record import Record, replace
from briefgen.template.model import FURNITURE, ROLES, Board, Holder, Inventory, Role
from briefgen.template.names import FULL, UNLIKE, copied, named, unlike
from briefgen.theme.vision import contrast

# What the types of layouts speak for.
_TYPES: Mapping[str, Role] = {
    "title": "cover",
    "obj": "content",
    "tx": "content",
    "secHead": "section",
    "twoObj": "two",
    "twoColTx": "two",
    "titleOnly": "title-only",
    "picTx": "picture",
    "blank": "blank",
}
# Types of layouts that are special: of Office's own, with captions, vertical, in many parts.
_SPECIAL = frozenset(
    "objTx vertTx vertTitleAndTx vertTitleAndTxOverChart twoTxTwoObj fourObj objOnly".split()
)
_TYPE, _SAMPLE, _PLACE, _COPY = 4.0, 3.0, 2.0, 0.5
# What speaks for a layout with a title alone.
_ALONE: Mapping[Role, float] = {"title-only": 3.0, "agenda": 1.5}
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
# The first characters of a slide, among which its title is.
_HEAD = 40
AGENDA = pattern(r"目\s*录|目\s*錄|议\s*程|\bcontents\b|\bagenda\b|\boutline\b")
THANKS = pattern(
    r"谢\s*谢|感\s*[谢激]|致\s*谢|謝\s*謝|\bthanks?\b|\bdanke\b|\bmerci\b|\bq\s*&\s*a\b"
)


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
    scores = {role: _scores(held, role) for role in ROLES}
    totals = tuple(_total(held, n, scores) for n in range(len(held.masters)))
    master = max(range(len(totals)), key=lambda n: (totals[n], -n))
    return Cast(master, chosen(held, master, scores), totals)


def chosen(
    held: Inventory, master: int, scores: Mapping[Role, Mapping[int, float]] | None = None
) -> Mapping[Role, Found]:
    """What serves as what among the layouts of a master."""
    scores = scores or {role: _scores(held, role) for role in ROLES}
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
                n: score + (_PLACE if _at(held.boards[n].title, place, held) else 0)
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
    found |= _first(held, master, scores["cover"])
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


def _first(held: Inventory, master: int, scores: Mapping[int, float]) -> dict[Role, Found]:
    """What the sample slides begin with, where that is a cover of another master: a house may have
    its covers under one, and all else under another."""
    for n, board in enumerate(held.boards):
        if board.master != master and 1 in board.used and (score := scores.get(n, 0.0)) > 0:
            means = named(board.name)
            if board.type == "title" or (means and max(means, key=means.__getitem__) == "cover"):
                return {"cover": Found(role="cover", board=n, score=score)}
    return {}


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


def _total(held: Inventory, master: int, scores: Mapping[Role, Mapping[int, float]]) -> float:
    """How much speaks for a master: the best of each role, and how many slides stand on it."""
    boards = held.masters[master].boards
    best = sum(max((scores[role].get(n, 0.0) for n in boards), default=0.0) for role in ROLES)
    best += 1 if held.masters[master].title else 0
    slides = max(1, len(held.words))
    used = sum(len(held.boards[n].used) for n in boards)
    # What a house uses outweighs half of what Office's own layouts are good for.
    return best * (1 + used / slides)


def _scores(held: Inventory, role: Role) -> dict[int, float]:
    """How much speaks for each layout that can serve as `role`."""
    found: dict[int, float] = {}
    for number, board in enumerate(held.boards):
        if fits := _fits(board, role):
            said, shown = _said(board, role), _shown(held, board, role)
            # Nothing in what a layout is made of says that it closes a deck, or lists its parts.
            if role in ("agenda", "closing") and not (role in named(board.name) or shown >= 1):
                continue
            found[number] = round(fits + said + shown + _like(held, board, role), 2)
    return found


def _said(board: Board, role: Role) -> float:
    """What name and type say. A type that speaks for another role speaks against this one."""
    names = named(board.name)
    score = names.get(role, 0.0)
    if names and role not in names:
        score -= max(names.values()) / 2
    kind = _TYPES.get(board.type)
    if kind == role:
        score += _TYPE
    elif kind or board.type in _SPECIAL:
        score -= _TYPE / 2
    if unlike(board.name) and role not in names:
        score += UNLIKE
    return score - (_COPY if copied(board.name) else 0)


def _fits(board: Board, role: Role) -> float:
    """What the placeholders speak for; 0 where they cannot serve."""
    title, bodies = board.title, board.bodies
    if role == "blank":
        return 0.0 if title or bodies else 3.0
    if title is None:
        # A picture without any place for words is a cover where its name leaves no doubt.
        sure = named(board.name).get(role, 0.0) >= FULL and not bodies
        return 0.5 if sure and role in ("cover", "section", "closing") else 0.0
    if any(each.upright for each in board.holders if each.kind not in FURNITURE):
        return 0.0
    if role in ("cover", "section", "closing"):
        return _opens(board, role)
    if not bodies:
        return _ALONE.get(role, 0.0)
    if role == "title-only":
        return 0.0
    written, pictures = board.places("subtitle", "text", "content"), board.places("picture")
    if role == "picture":
        return 2.0 + 1.0 / len(pictures) + (1.0 if written else 0) if pictures else 0.0
    if role == "two":
        pair = _pair(written) and not pictures and len(bodies) < 6
        return 2.0 - 0.5 * (len(bodies) - 2) if pair else 0.0
    # Content and agenda have a title, and one place that is the main one.
    if not _main(written) or len(bodies) > 3:
        return 0.0
    return 2.5 - 0.75 * (len(bodies) - 1) - (0.5 if _pair(written) else 0)


def _opens(board: Board, role: Role) -> float:
    """What speaks for a cover, a section or a closing: a title, and little beside it."""
    bodies = board.bodies
    score = 2.0 - max(0, len(bodies) - 2)
    if role != "section" and any(each.type == "ctrTitle" for each in board.places("title")):
        score += 1.5
    score += 0.5 if any(each.kind == "subtitle" for each in bodies) else 0
    others = board.places("picture", "table", "chart", "media", "diagram")
    return max(0.1, score - len(others)) if score > 0 else 0.0


def _main(written: tuple[Holder, ...]) -> Holder | None:
    """The place for running text; none where a subtitle is all there is."""
    kinds = [each for each in written if each.kind != "subtitle"]
    return max(kinds, key=lambda each: each.rect.w * each.rect.h, default=None)


def _pair(written: tuple[Holder, ...]) -> tuple[Holder, Holder] | None:
    """The two largest places for text, where they stand beside each other and are as large."""
    large = sorted(written, key=lambda each: -each.rect.w * each.rect.h)[:2]
    if len(large) < 2:
        return None
    left, right = sorted(large, key=lambda each: each.rect.x)
    beside = left.rect.x + left.rect.w // 2 < right.rect.x
    level = min(left.rect.bottom, right.rect.bottom) - max(left.rect.y, right.rect.y)
    alike = 2 * min(left.rect.w, right.rect.w) > max(left.rect.w, right.rect.w)
    return (left, right) if beside and level > 0 and alike else None


def lists(held: Inventory) -> int:
    """How many sample slides list the parts of a deck."""
    return sum(bool(AGENDA.search(each[:_HEAD].lower())) for each in held.words)


def _shown(held: Inventory, board: Board, role: Role) -> float:
    """What sample slides use a layout for."""
    slides = len(held.words)
    if not board.used or not slides:
        return 0.0
    score = min(0.9, len(board.used) / slides)
    said = [held.words[number - 1].lower() for number in board.used]
    if role == "cover" and 1 in board.used:
        score += _SAMPLE
    if role == "closing" and slides > 2 and slides in board.used:
        score += _SAMPLE
    if role == "closing" and any(len(each) < 80 and THANKS.search(each) for each in said):
        score += _SAMPLE
    if role == "agenda" and any(AGENDA.search(each[:_HEAD]) for each in said):
        score += _SAMPLE if len(board.used) == 1 else 0.0
    return score


def _like(held: Inventory, board: Board, role: Role) -> float:
    """What places on the page speak for: titles of content stand where the master's others do,
    those of covers and sections further down and larger."""
    title = board.title
    if title is None:
        return 0.0 if role != "blank" else -0.2 * len([d for d in board.decor if d.own])
    usual = _usual(held, board.master)
    if usual is None:
        return 0.0
    same = _near(title.rect, usual, held)
    if role in ("content", "two", "title-only", "agenda"):
        score = _PLACE if same else 0.0
        if role == "content" and (main := _main(board.places("text", "content"))):
            score += _PLACE * main.rect.w * main.rect.h / (held.width * held.height)
        return score
    if role in ("cover", "section", "closing"):
        score = 0.0 if same else 1.0
        largest = max((each.title.size for each in held.boards if each.title), default=0)
        if role == "cover" and largest:
            score += title.size / largest
        return score
    return 0.0


def _at(title: Holder | None, model: Holder | None, held: Inventory) -> bool:
    return bool(title and model and _near(title.rect, model.rect, held))


def _near(one: Rect, other: Rect, held: Inventory) -> bool:
    return abs(one.y - other.y) + abs(one.x - other.x) < held.height / 20


def _usual(held: Inventory, master: int) -> Rect | None:
    """Where titles stand on most layouts of a master."""
    places: dict[tuple[int, int], list[Rect]] = {}
    for number in held.masters[master].boards:
        if title := held.boards[number].title:
            step = held.height // 20 or 1
            places.setdefault((title.rect.x // step, title.rect.y // step), []).append(title.rect)
    return max(places.values(), key=len)[0] if places else None
