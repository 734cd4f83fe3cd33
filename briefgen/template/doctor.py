"""Turn a template into a report: what of it is used how, what is wrong with it, what to click.

The verdict is `usable`, `changes` (usable, and better after what is said) or `refuse`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from briefgen.geometry import Rect
from briefgen.problems import Mark, Phrase, Problem, Problems, phrase
from briefgen.record import Record
from briefgen.template.frames import readable
from briefgen.template.model import FURNITURE, ROLES, Board, Decor, Holder, Role
from briefgen.template.parts import Left
from briefgen.template.places import Moved, settled
from briefgen.template.raster import least
from briefgen.template.read import Template
from briefgen.template.roles import Found, serving
from briefgen.template.shown import bare
from briefgen.template.tokens import MARK, Accent

Verdict = Literal["usable", "changes", "refuse"]
# Of a slide, at least this share is wanted as room for content.
_ROOM = 0.4
# Roles without which a deck looks poorer; the others it hardly misses.
_WANTED: tuple[Role, ...] = ("cover", "section", "content", "title-only")
# What is left behind that somebody has to know of.
_TOLD: tuple[Left, ...] = ("macros", "control", "object", "outside", "addin")


class Line(Record, kw_only=True):
    """A layout in the report: for what it serves, its room for content (None: it takes none)."""

    board: Board
    roles: tuple[Role, ...]
    area: Rect


class Report(Record, kw_only=True):
    """What the doctor found. `served` is for each role what serves, and whether by itself."""

    template: Template
    verdict: Verdict
    served: tuple[tuple[Role, Found | None, bool], ...]
    lines: tuple[Line, ...]
    accents: tuple[Accent, ...]
    problems: Problems


def diagnose(template: Template, problems: Problems) -> Report:
    """The report on a template; `problems` are those that reading it had."""
    found = Problems(problems)
    found.extend(_findings(template))
    served = tuple(
        (role, serving(template.held, template.cast.found, role), role in template.cast.found)
        for role in ROLES
    )
    used = {each.board for _, each, own in served if each}
    lines = tuple(
        Line(
            board=board,
            roles=tuple(role for role, each, own in served if own and each and each.board == n),
            area=template.area(board) if n in used else Rect(0, 0, 0, 0),
        )
        for n, board in enumerate(template.held.boards)
    )
    changes = any(each.severity != "note" for each in found)
    return Report(
        template=template,
        verdict="changes" if changes else "usable",
        served=served,
        lines=lines,
        accents=template.palette(template.board("title-only")).accents,
        problems=found,
    )


def _findings(template: Template) -> Iterator[Problem]:
    mark = Mark(template.file)

    def told(code: str, **parts: str | int | Phrase | tuple[str, ...]) -> Problem:
        return Problem.of(code, mark, **parts)

    yield from _missing(template, mark)
    for face in template.faces.rare:
        yield told("template-face-rare", face=face)
    if template.faces.filled:
        yield told("template-face-empty", faces=tuple(template.faces.filled))
    for accent in template.palette(template.board("title-only")).accents:
        if accent.contrast < MARK:
            share = f"{accent.contrast:.1f}"
            number = accent.slot.removeprefix("accent")
            yield told("template-accent", number=number, colour=accent.colour, share=share)
    if bare(template.held, template.cast.master):
        yield told("template-bare", count=len(template.held.words))
    elif template.held.colour:
        yield told("template-colour", colour=template.held.colour)
    yield from _places(template, mark)
    counts = Counter(each.what for each in template.taken.removed)
    for what in _TOLD:
        if counts[what]:
            first = next(r for r in template.taken.removed if r.what == what)
            part = first.part.rpartition("/")[2]
            yield told(f"template-left-{what}", count=counts[what], part=part)
    if template.held.words:
        yield told("template-samples", count=len(template.held.words))
    if len(template.held.masters) > 1:
        name = template.held.masters[template.cast.master].name
        yield told("template-masters", count=len(template.held.masters), name=name)


def _missing(template: Template, mark: Mark) -> Iterator[Problem]:
    """Roles that no layout has, and how to add one."""
    if all(board.title is None for board in template.held.boards):
        yield Problem.of("template-no-title", mark)
        return
    for role in ROLES:
        if role in template.cast.found:
            continue
        code = "template-role-missing" if role in _WANTED else "template-role-absent"
        yield Problem.of(
            code,
            mark,
            role=phrase(f"role-{role}"),
            instead=template.board(role).label,
            places=phrase(f"places-{role}"),
            name=phrase(f"name-{role}"),
        )


def _places(template: Template, mark: Mark) -> Iterator[Problem]:
    """What is wrong with the layouts that serve: room, contrast, decorations in the way."""
    seen: set[str] = set()
    crossed: dict[str, list[str]] = {}
    moved: dict[tuple[str, str], list[str]] = {}
    faint: dict[tuple[str, float], list[tuple[float, str]]] = {}
    for role in ROLES:
        found = template.cast.found.get(role)
        board = template.held.boards[found.board] if found else None
        if board is None or board.part in seen:
            continue
        seen.add(board.part)
        if role in ("content", "two", "title-only"):
            yield from _room(template, board, mark)
        if role == "title-only" and not board.places("number"):
            yield Problem.of("template-no-number", mark, layout=board.label)
        if board.title is None and role != "blank":
            yield Problem.of("template-untitled", mark, layout=board.label)
        opening = role in ("cover", "section", "closing")
        elsewhere = list(settled(template, board, opening=opening))
        for code, kind in dict.fromkeys(_of_moved(each, opening=opening) for each in elsewhere):
            if code:
                moved.setdefault((code, kind), []).append(board.label)
        gone = [each.old for each in elsewhere]
        for holder in board.holders:
            wanted, share = readable(holder), _contrast(template, board, holder)
            if share < wanted and not any(holder is each for each in gone):
                faint.setdefault((holder.kind, wanted), []).append((share, board.label))
        for decor in _in_the_way(board):
            crossed.setdefault(decor.name or "?", []).append(board.label)
    for (kind, wanted), shares in faint.items():
        yield Problem.of(
            "template-faint",
            mark,
            what=phrase(f"holder-{kind}"),
            share=f"{min(shares)[0]:.1f}",
            wanted=f"{wanted:g}",
            layouts=tuple(dict.fromkeys(label for _, label in shares)),
        )
    for (code, kind), labels in moved.items():
        # Titles are named by what is said of them.
        own = {} if code.startswith("template-title") else {"what": phrase(f"holder-{kind}")}
        yield Problem.of(code, mark, layouts=tuple(labels), **own)
    for name, labels in crossed.items():
        yield Problem.of("template-in-the-way", mark, name=name, layouts=tuple(labels))


def _of_moved(each: Moved, *, opening: bool) -> tuple[str, str]:
    """What is said of a placeholder that has another place in decks, and what it is; of a text that
    goes with its title nothing."""
    kind = each.old.kind
    if kind == "title":
        return "template-title-unseen" if opening else "template-title-banded", kind
    if kind not in FURNITURE:
        return "", kind
    return "template-foot-moved" if each.new else "template-foot-out", kind


def _room(template: Template, board: Board, mark: Mark) -> Iterator[Problem]:
    area, (w, h) = template.area(board), template.page
    share = area.w * area.h / (w * h)
    if share < _ROOM:
        yield Problem.of("template-room", mark, layout=board.label, share=round(100 * share))


def _contrast(template: Template, board: Board, holder: Holder) -> float:
    """How a placeholder's own colour reads on what lies under it; very well where nobody chose
    one, since it is chosen in decks."""
    if holder.kind in FURNITURE or holder.kind == "picture" or not holder.colour:
        return 21.0
    return least(holder.colour, template.under(board, holder)[:1])


def _in_the_way(board: Board) -> Iterator[Decor]:
    """Small decorations that stand on a place for content."""
    for decor in board.decor:
        if decor.paint is None or decor.paint.alpha < 0.1 or decor.kind == "line":
            continue
        for holder in board.bodies:
            inner = holder.rect
            w = min(decor.rect.right, inner.right) - max(decor.rect.x, inner.x)
            h = min(decor.rect.bottom, inner.bottom) - max(decor.rect.y, inner.y)
            small = 12 * decor.rect.w * decor.rect.h < inner.w * inner.h
            if small and w > inner.w // 50 and h > inner.h // 50:
                yield decor
                break
