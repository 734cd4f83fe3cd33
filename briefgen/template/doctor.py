"""Turn a template into a report: what of it is used how, what is wrong with it, what to click.

The verdict is `usable`, `changes` (usable, and better after what is said) or `refuse`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from briefgen.geometry import Rect
from briefgen.problems import Mark, Part, Problem, Problems, phrase
from briefgen.record import Record
from briefgen.template.advised import of_places
from briefgen.template.called import as_ratio, layout, master
from briefgen.template.model import ROLES, Board, Role
from briefgen.template.names import named as named_after
from briefgen.template.parts import Left
from briefgen.template.read import Template
from briefgen.template.roles import Found, serving
from briefgen.template.shown import bare
from briefgen.template.tokens import MARK, Accent

Verdict = Literal["usable", "changes", "refuse"]
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

    def told(code: str, **parts: Part) -> Problem:
        return Problem.of(code, mark, **parts)

    yield from _missing(template, mark)
    for face in template.faces.rare:
        yield told("template-face-rare", face=face)
    if template.faces.filled:
        yield told("template-face-empty", faces=tuple(template.faces.filled))
    yield from _accents(template, mark)
    if bare(template.held, template.cast.master):
        yield told("template-bare", count=len(template.held.words))
    elif template.held.colour:
        yield told("template-colour", colour=template.held.colour)
    yield from of_places(template, mark)
    counts = Counter(each.what for each in template.taken.removed)
    for what in _TOLD:
        if counts[what]:
            first = next(r for r in template.taken.removed if r.what == what)
            part = first.part.rpartition("/")[2]
            yield told(f"template-left-{what}", count=counts[what], part=part)
    if template.held.words:
        yield told("template-samples", count=len(template.held.words))
    names = [each.name for each in template.held.masters]
    own = names[template.cast.master]
    # The lock knows masters by their names.
    if others := [n for n, name in enumerate(names) if name != own and names.count(name) == 1]:
        yield told(
            "template-masters",
            count=len(names),
            master=master(template, template.cast.master),
            others=tuple(master(template, each) for each in others),
            file=template.file,
        )


def _accents(template: Template, mark: Mark) -> Iterator[Problem]:
    """The accents that are too pale, in one line, and what would not be."""
    board = template.board("title-only")
    pale = [each for each in template.palette(board).accents if each.contrast < MARK]
    if pale:
        yield Problem.of(
            "template-accent",
            mark,
            accents=tuple(
                phrase(
                    "accent-pale",
                    number=each.slot.removeprefix("accent"),
                    colour=each.colour,
                    share=as_ratio(each.contrast),
                )
                for each in pale
            ),
            instead=tuple(
                phrase(
                    "accent-instead",
                    number=each.slot.removeprefix("accent"),
                    colour=each.instead.seen(board.scheme),
                )
                for each in pale
            ),
        )


def _missing(template: Template, mark: Mark) -> Iterator[Problem]:
    """Roles that no layout has, and how to add one; first what the master has to have for that."""
    own = template.held.masters[template.cast.master]
    above = master(template, template.cast.master)
    wanting = [role for role in ROLES if role not in template.cast.found]
    untitled = not template.titled
    if "title" not in own.kinds and (untitled or any(role in _WANTED for role in wanting)):
        yield Problem.of("template-master-untitled", mark, master=above)
    meant = _meant(template) if untitled else {}
    if meant:
        named = tuple(dict.fromkeys(layout(template, board) for board in meant.values()))
        yield Problem.of("template-no-title", mark, layouts=named)
    for role in wanting:
        if role in meant:
            continue
        code = "template-role-missing" if role in _WANTED else "template-role-absent"
        yield Problem.of(
            code,
            mark,
            role=phrase(f"role-{role}"),
            instead=layout(template, template.board(role)),
            master=above,
            places=phrase(f"places-{role}"),
            name=phrase(f"name-{role}"),
        )


def _meant(template: Template) -> dict[Role, Board]:
    """The layouts that are named after a role, and want nothing but a title."""
    own = template.held.masters[template.cast.master].boards
    boards = [template.held.boards[n] for n in own]
    found: dict[Role, Board] = {}
    for role in ROLES:
        board = max(boards, key=lambda each: named_after(each.name).get(role, 0.0), default=None)
        if board and role != "blank" and named_after(board.name).get(role, 0.0) > 0:
            found[role] = board
    return found
