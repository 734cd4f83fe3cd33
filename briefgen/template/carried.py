"""Turn sample slides into the look that they carry and their layouts do not: grounds, logos, bars.

Some programs write decks whose layouts are bare, and draw the house on every slide. Sample slides
do not go into decks, so nor does the house, until somebody puts it on the master. It is looked for
each time in what the layouts show now, whatever else has been mended.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefgen.geometry import Rect
from briefgen.record import Record
from briefgen.template.decor import decorations
from briefgen.template.model import ROLES, Board, Decor, Paint
from briefgen.template.parts import parsed
from briefgen.template.read import Template
from briefgen.template.samples import slide_part
from briefgen.theme.vision import contrast

# So many sample slides are looked at; the least of a slide that something takes which is no mere
# rule, where it is no picture; what is fainter shows nothing; what differs less from white is
# white.
_MOST, _MUCH, _FAINT, _WHITE = 40, 0.01, 0.02, 1.1
# A shape is small below this share of the page's sides, and at the edge within this share.
_SMALL, _EDGE = 0.25, 0.15
# So near an edge, in shares of the page's sides, stands what is no drawing amid it.
_NEAR = 0.01
# Of the page's width and height, in so many parts places are compared.
_STEPS = 200
_Key = tuple[str, int, int, int, int]


class Carried(Record):
    """What sample slides show alike: the slide that shows all of it, what it is called there, the
    layouts that lack it, and the one that it belongs on (None: their master)."""

    slide: int
    names: tuple[str, ...]
    lacking: tuple[Board, ...]
    board: Board | None


def carried(template: Template) -> Carried | None:
    """The look that stands on sample slides alone; None where the layouts have one."""
    bare = tuple(e for e in _used(template) if _bare(e) and not _meant(template, e))
    if not bare or not template.held.words:
        return None
    own = template.held.masters[template.cast.master].boards
    boards = [template.held.boards[n] for n in own]
    slides = sorted(number for board in boards for number in board.used)[:_MOST]
    if found := _alike(template, slides):
        # One that lacks alone what the others show has it for itself.
        alone = len(bare) == 1 < sum(1 for _ in _used(template))
        return Carried(*found, lacking=bare, board=bare[0] if alone else None)
    for board in bare:
        if found := _alike(template, list(board.used)[:_MOST]):
            return Carried(*found, lacking=(board,), board=board)
    return None


def _used(template: Template) -> Iterator[Board]:
    """The layouts that slides stand on: those that serve, or where none does, what they borrow.
    Where layouts were made of sample slides the one for blank slides, which are rare, may stay
    white."""
    found = template.cast.found
    rare = ("blank",) if template.worn else ()
    parts = {template.held.boards[e.board].part for role, e in found.items() if role not in rare}
    parts |= {template.board(role).part for role in ROLES if role not in found}
    yield from (each for each in template.held.boards if each.part in parts)


def _meant(template: Template, board: Board) -> bool:
    """Whether a layout that opens something is white since the first sample slide is."""
    roles = {role for role, each in template.cast.found.items() if _is(template, each.board, board)}
    opens = bool(roles) and roles <= {"cover", "section", "closing"}
    return opens and not any(_shown(template, 1))


def _is(template: Template, number: int, board: Board) -> bool:
    return template.held.boards[number].part == board.part


def _bare(board: Board) -> bool:
    """Whether a layout shows nothing but white."""
    shown = [each for each in board.decor if each.outline or _visible(each.paint)]
    plain = not board.ground.picture and all(
        contrast(each, "FFFFFF") < _WHITE for each in board.ground.colours
    )
    return plain and not shown and not any(_visible(each.paint) for each in board.holders)


def _visible(paint: Paint | None) -> bool:
    return paint is not None and paint.alpha > _FAINT


def _within(each: Decor, page: tuple[int, int]) -> bool:
    """Whether something is small and amid the page, or a short line: a rule below or beside a
    title, which belongs to it."""
    rect = each.rect
    small = max(rect.w / page[0], rect.h / page[1]) < _SMALL
    amid = rect.y > _EDGE * page[1] and rect.bottom < (1 - _EDGE) * page[1]
    return small and (amid or each.kind == "line")


def _reaches(rect: Rect, page: tuple[int, int]) -> bool:
    """Whether something comes near an edge of the page."""
    (w, h), near = page, _NEAR
    across = rect.x < near * w or rect.right > (1 - near) * w
    return across or rect.y < near * h or rect.bottom > (1 - near) * h


def _alike(template: Template, slides: list[int]) -> tuple[int, tuple[str, ...]] | None:
    """What most of these slides show at one place: the first that shows all of it, and its names
    there; None where that is nothing much, or they are too few to tell."""
    shown = {number: list(_shown(template, number)) for number in slides}
    counts = Counter(key for own in shown.values() for key in {key for key, _ in own})
    alike = {key for key, count in counts.items() if count > 1 and 2 * count >= len(slides)}
    if not alike:
        return None
    most = max(slides, key=lambda n: (len(alike & {key for key, _ in shown[n]}), -n))
    own = [each for key, each in shown[most] if key in alike]
    page = template.page[0] * template.page[1]
    if not any(e.kind == "picture" or e.rect.w * e.rect.h > _MUCH * page for e in own):
        return None
    if not any(e.kind == "picture" or _reaches(e.rect, template.page) for e in own):
        # What stands clear of the edges is a drawing.
        return None
    return most, tuple(dict.fromkeys(each.whole for each in own if each.whole))


def _shown(template: Template, number: int) -> Iterator[tuple[_Key, Decor]]:
    """What a sample slide shows that says nothing, with what tells whether two are alike."""
    part = slide_part(template, number)
    if part is None:
        return
    root = parsed(part.data, part.name)
    scheme = template.held.masters[template.cast.master].scheme
    page = template.page
    for each in decorations(root, scheme, None, part, page, own=True):
        if each.words or each.kind == "frame" or not (each.outline or _visible(each.paint)):
            continue
        if each.kind != "picture" and _within(each, page):
            continue
        filled = (each.paint.picture, *each.paint.colours) if each.paint else ()
        what = next(filter(None, filled), each.outline)
        x, y, w, h = each.rect.x, each.rect.y, each.rect.w, each.rect.h
        across, down = page[0] // _STEPS, page[1] // _STEPS
        yield (what, x // across, y // down, w // across, h // down), each
