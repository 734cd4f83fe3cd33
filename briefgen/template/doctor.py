"""Turn a template into a report: what of it is used how, what is wrong with it, what to click.

The verdict is `usable`, `changes` (usable, and better after what is said) or `refuse`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from briefgen.geometry import Rect
from briefgen.problems import Mark, Part, Phrase, Problem, Problems, phrase
from briefgen.record import Record
from briefgen.template.added import beginning, drawn, lacking, moved_title
from briefgen.template.advised import of_places
from briefgen.template.called import added_name, as_ratio, in_turn, layout, master, rgb
from briefgen.template.carried import Carried, carried
from briefgen.template.model import ROLES, Board, HolderKind, Role
from briefgen.template.names import named as named_after
from briefgen.template.parts import Left
from briefgen.template.raster import least
from briefgen.template.read import Template
from briefgen.template.roles import Found, serving
from briefgen.template.shown import SLOT, bare
from briefgen.template.tokens import MARK, Accent
from briefgen.theme.vision import luminance

Verdict = Literal["usable", "changes", "refuse"]
# Roles without which a deck looks poorer; the others it hardly misses.
_WANTED: tuple[Role, ...] = ("cover", "section", "content", "title-only")
# So many layouts are listed by their names.
_LISTED = 3
# A ground that is darker than this wants lighter marks.
_DARK = 0.18
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
    yield from _rare(template, mark)
    if template.faces.filled:
        yield told("template-face-empty", faces=tuple(template.faces.filled))
    yield from _accents(template, mark)
    look = carried(template)
    if look:
        yield _look(template, look, mark)
    elif bare(template.held, template.cast.master):
        yield told("template-bare", count=len(template.held.words))
    elif template.held.colour:
        where = phrase("colour-of-samples" if template.sampled else "colour-of-layouts")
        own = rgb(_own(template))
        yield told("template-colour", colour=own, first=_first(template), where=where)
    yield from _worn(template, mark)
    numbered = "number" in _kinds(template) or not any(_wanting(template))
    for each in of_places(template, mark, numbered=numbered):
        # What goes onto the master is on its layouts then.
        if not (look and look.board is None and _holds(look, each)):
            yield each
    yield from _left(template, mark)
    if template.held.words:
        yield told("template-samples", count=len(template.held.words))
    names = [each.name for each in template.held.masters]
    chosen = names[template.cast.master]
    # The lock knows masters by their names.
    if others := [n for n, name in enumerate(names) if name != chosen and names.count(name) == 1]:
        yield told(
            "template-masters",
            count=len(names),
            master=master(template, template.cast.master),
            also=_also(template),
            others=tuple(master(template, each) for each in others),
            file=template.file,
        )


def _rare(template: Template, mark: Mark) -> Iterator[Problem]:
    """The faces that readers may lack, the fields of the dialog that have them, and what to choose
    there."""
    faces = template.faces
    pairs = (("major", faces.major), ("minor", faces.minor))
    fields = [
        (face, kind, phrase(f"field-{which}-{kind}"))
        for which, pair in pairs
        for kind, face in zip(("latin", "asian"), pair, strict=True)
    ]
    for face in faces.rare:
        own = [
            phrase(f"field-{kind}", fields=named)
            for kind in ("latin", "asian")
            if (named := tuple(field for name, of, field in fields if (name, of) == (face, kind)))
        ]
        first = _first(template)
        yield Problem.of("template-face-rare", mark, face=face, fields=in_turn(own), first=first)


def _also(template: Template) -> Phrase:
    """What stands on another master than the chosen one, and on which."""
    boards, chosen = template.held.boards, template.cast.master
    found = template.cast.found.items()
    others = {
        role: boards[each.board].master
        for role, each in found
        if boards[each.board].master != chosen
    }
    if not others:
        return phrase("masters-alone")
    roles = tuple(phrase(f"role-{role}") for role in others)
    return phrase("masters-also", roles=roles, master=master(template, next(iter(others.values()))))


def _holds(look: Carried, told: Problem) -> bool:
    """Whether something is told to be pasted that is of this look."""
    names = dict(told.parts).get("names", ()) if told.code == "template-sample-art" else ()
    own: set[Part] = {phrase("decor-named", name=name) for name in look.names}
    return isinstance(names, tuple) and bool(names) and own.issuperset(names)


def _look(template: Template, look: Carried, mark: Mark) -> Problem:
    """The look that stands on sample slides alone, and where it belongs."""
    names = tuple(phrase("decor-named", name=name) for name in look.names)
    if look.board:
        at = phrase("on-layout", layout=layout(template, look.board))
    else:
        at = phrase("on-master", master=master(template, template.cast.master))
    several = "paste-several" if len(names) > 1 else "paste-one"
    how = phrase(several, slide=look.slide, names=names, at=at)
    layouts: tuple[Part, ...] = tuple(layout(template, each) for each in look.lacking)
    if len(layouts) > _LISTED:
        above = master(template, template.cast.master)
        layouts = (phrase("layouts-of", count=len(layouts), master=above),)
    return Problem.of("template-look", mark, count=len(names), layouts=layouts, how=how)


def _worn(template: Template, mark: Mark) -> Iterator[Problem]:
    """The layouts that were made of sample slides: of which, what was taken, how to do without."""
    boards = template.held.boards
    alike: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for each in template.worn:
        alike.setdefault((each.slide, each.names), []).append(each.part)
    made: list[Phrase] = []
    keys: list[str] = []
    for (slide, taken), parts in alike.items():
        found = template.cast.found.items()
        roles = [role for role, own in found if boards[own.board].part in parts]
        names = tuple(phrase("decor-named", name=name) for name in taken[:_LISTED])
        several = "worn-more" if len(taken) > _LISTED else "worn-all"
        what = phrase(several, names=names, count=len(taken))
        if roles:
            served = tuple(phrase(f"role-{role}") for role in roles)
            what = what if names else phrase("worn-places")
            made.append(phrase("worn-one", roles=served, slide=slide, what=what))
            keys += [f"{role}:" for role in roles]
    if made:
        yield Problem.of(
            "template-worn", mark, made=in_turn(made), keys=tuple(keys), file=template.file
        )


def _left(template: Template, mark: Mark) -> Iterator[Problem]:
    """What is left behind of the layouts and masters that has to be known of; what only sample
    slides have is left with them."""
    for what in _TOLD:
        gone = [each.part for each in template.taken.removed if each.what == what]
        where = tuple(dict.fromkeys(place for part in gone for place in _where(template, part)))
        if gone and (where or what in ("macros", "addin")):
            yield Problem.of(f"template-left-{what}", mark, count=len(gone), where=where)


def _where(template: Template, name: str) -> Iterator[Phrase]:
    """The layouts and masters that a part is, or that lead to it."""
    parts, held = template.taken.parts, template.held

    def leads(sheet: str) -> bool:
        return sheet == name or any(each.target == name for each in parts[sheet].relations)

    for number, each in enumerate(held.masters):
        if leads(each.part):
            yield phrase("master-at", master=master(template, number))
    for board in held.boards:
        if leads(board.part):
            yield layout(template, board)


def _first(template: Template) -> Phrase:
    """Which master is clicked first where there are several: colours are those of one."""
    several = len(template.held.masters) > 1
    named = master(template, template.cast.master)
    return phrase("first-master" if several else "first-none", master=named)


def _own(template: Template) -> str:
    """The house's own colour, as little changed as makes marks in it read; as it is where nothing
    does."""
    board = template.board("title-only")
    palette = template.palette(board)
    found = next(each for each in palette.accents if each.slot == SLOT)
    instead = found.instead.seen(board.scheme)
    return instead if least(instead, palette.grounds) >= MARK else found.colour


def _accents(template: Template, mark: Mark) -> Iterator[Problem]:
    """The accents that are too pale, in one line, and what would not be. One that stands for the
    house's own colour in decks is none that the theme has."""
    board = template.board("title-only")
    palette = template.palette(board)
    pale = [each for each in palette.accents if each.contrast < MARK]
    pale = [each for each in pale if not (template.held.colour and each.slot == SLOT)]
    if not pale:
        return
    able = [
        each for each in pale if least(each.instead.seen(board.scheme), palette.grounds) >= MARK
    ]
    dark = luminance(palette.grounds[0]) < _DARK
    yield Problem.of(
        "template-accent",
        mark,
        how=phrase("accent-dark" if dark else "accent-light"),
        first=_first(template),
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
                colour=rgb(each.instead.seen(board.scheme)),
            )
            for each in able
        )
        or phrase("accent-none"),
    )


def _kinds(template: Template) -> frozenset[HolderKind]:
    return template.held.masters[template.cast.master].kinds


def _wanting(template: Template) -> Iterator[Role]:
    """The roles that no layout has, though decks would look better for it. Where the house stands
    on sample slides, slides look like it on what was made of them."""
    for role in () if template.sampled else ROLES:
        if role not in template.cast.found and role in _WANTED and not _spare(template, role):
            yield role


def _spare(template: Template, role: Role) -> bool:
    """Whether slides of a role that has no layout look the same on another: those with a title
    alone on the one for content, whose box they do not have."""
    return role == "title-only" and template.board(role).part == _content(template)


def _content(template: Template) -> str:
    found = template.cast.found.get("content")
    board = template.held.boards[found.board] if found else None
    return board.part if board and board.title else ""


def _missing(template: Template, mark: Mark) -> Iterator[Problem]:
    """Roles that no layout has, and how to add one; first what the master has to have for that."""
    kinds = _kinds(template)
    above = master(template, template.cast.master)
    wanted = list(_wanting(template))
    untitled = not template.titled
    # A copy has the title of the layout that it is made of.
    inserted = bool(wanted) and beginning(template).key != "begin-copy"
    ticks = lacking(template)
    if ticks and (inserted or (untitled and "title" not in kinds)):
        code = "template-master-unnumbered" if "title" in kinds else "template-master-untitled"
        then = phrase("then-nothing") if "title" in kinds else moved_title(template)
        yield Problem.of(code, mark, master=above, ticks=ticks, then=then)
    meant = _meant(template) if untitled else {}
    if meant:
        named = tuple(dict.fromkeys(layout(template, board) for board in meant.values()))
        at = phrase("at-layouts" if len(named) > 1 else "at-layout", layouts=named)
        yield Problem.of("template-no-title", mark, at=at)
    for role in ROLES:
        if role in template.cast.found or role in meant:
            continue
        yield Problem.of(
            _code(template, role, wanted),
            mark,
            role=phrase(f"role-{role}"),
            instead=layout(template, template.board(role)),
            begin=beginning(template),
            places=drawn(template, role),
            name=added_name(template, role),
        )


def _code(template: Template, role: Role, wanted: Sequence[Role]) -> str:
    """What is said of a role that no layout has."""
    if _spare(template, role):
        return "template-role-spare"
    if role in wanted:
        return "template-role-missing"
    optional = role in _WANTED and template.sampled
    return "template-role-optional" if optional else "template-role-absent"


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
