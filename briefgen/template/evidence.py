"""Turn a layout into how much speaks for it in each role: evidence that is weighed, not limits.

Evidence is the name, the type that the file gives (ECMA-376 Part 1, 19.7.15), which placeholders
there are and where, and what sample slides use it for.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.geometry import Rect
from briefgen.patterns import pattern
from briefgen.template.model import FURNITURE, Board, Holder, Inventory, Role
from briefgen.template.names import FULL, UNLIKE, copied, named, unlike

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
_TYPE, _SAMPLE, PLACE, _COPY = 4.0, 3.0, 2.0, 0.5
# A layout that closes is that of no more than this share of the sample slides.
_CLOSING = 0.2
# What speaks for a layout with a title alone.
_ALONE: Mapping[Role, float] = {"title-only": 3.0, "agenda": 1.5}
# The first characters of a slide, among which its title is.
_HEAD = 40
AGENDA = pattern(r"目\s*录|目\s*錄|议\s*程|\bcontents\b|\bagenda\b|\boutline\b")
THANKS = pattern(
    r"谢\s*谢|感\s*[谢激]|致\s*谢|謝\s*謝|\bthanks?\b|\bdanke\b|\bmerci\b|\bq\s*&\s*a\b"
)


def weighed(held: Inventory, role: Role) -> dict[int, float]:
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
    return _holds(bodies, written)


def _holds(bodies: tuple[Holder, ...], written: tuple[Holder, ...]) -> float:
    """What speaks for content, or a list of parts: one place that is the main one."""
    main = _main(written)
    if main is None or len(bodies) > 3:
        return 0.0
    if any(_large(each) > 2 * _large(main) for each in bodies if each.kind in ("chart", "table")):
        # A place for a chart, with a line of text above it.
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
    if score <= 0:
        # A closing may have places for a name, a telephone, a mail.
        return 0.1 if named(board.name).get(role, 0.0) >= FULL else 0.0
    return max(0.1, score - len(others))


def _main(written: tuple[Holder, ...]) -> Holder | None:
    """The place for running text; none where a subtitle is all there is."""
    kinds = [each for each in written if each.kind != "subtitle"]
    return max(kinds, key=_large, default=None)


def _large(holder: Holder) -> int:
    return holder.rect.w * holder.rect.h


def _pair(written: tuple[Holder, ...]) -> tuple[Holder, Holder] | None:
    """The two largest places for text, where they stand beside each other and are as large."""
    large = sorted(written, key=_large, reverse=True)[:2]
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
    # What the last slide shares with many others does not close.
    few = len(board.used) <= max(1, round(_CLOSING * slides))
    if role == "closing" and slides > 2 and slides in board.used and few:
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
        score = PLACE if same else 0.0
        if role == "content" and (main := _main(board.places("text", "content"))):
            score += PLACE * main.rect.w * main.rect.h / (held.width * held.height)
        return score
    if role in ("cover", "section", "closing"):
        score = 0.0 if same else 1.0
        largest = max((each.title.size for each in held.boards if each.title), default=0)
        if role == "cover" and largest:
            score += title.size / largest
        return score
    return 0.0


def same_place(title: Holder | None, model: Holder | None, held: Inventory) -> bool:
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
