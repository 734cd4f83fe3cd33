"""Turn the sample slides of a template into what they show that their layouts do not.

In some templates the picture of the cover stands on the first sample slide alone. Sample slides do
not go into decks, so nor does the picture, until somebody puts it on the layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefgen.geometry import Rect
from briefgen.record import Record, replace
from briefgen.template.clean import A, P, R
from briefgen.template.decor import decorations
from briefgen.template.model import Board, Decor, Paint
from briefgen.template.parts import Part, parsed
from briefgen.template.raster import covered
from briefgen.template.read import Template

# Of a slide, so much has to be covered.
_MUCH = 0.4


class Art(Record):
    """What a sample slide shows that its layout does not: its number, what it is called, and where
    the words on it stand, from the top down. No names: the layout has it all by now."""

    slide: int
    names: tuple[str, ...]
    words: tuple[Rect, ...]


def art(template: Template, board: Board) -> tuple[Art, Template, Board] | None:
    """What the first sample slide of a layout shows that covers much of it and is not on the
    layout; the template with it, and the layout as if it were there. None: there is none, or the
    slide is none that opens something."""
    part = slide_part(template, board.used[0]) if board.used else None
    if part is None:
        return None
    root = parsed(part.data, part.name)
    if not _opens(template, board, root):
        return None
    found = decorations(root, board.scheme, None, part, template.page, own=True)
    written = sorted((each.rect for each in found if each.words), key=lambda each: (each.y, each.x))
    shown = _missing(template, board, found)
    if covered(shown, template.page) < _MUCH:
        # What stands on the layout by now is still what the sample's words were put on.
        pasted = [each for each in board.decor if each.own and _drawn(each)]
        if not written or covered(pasted, template.page) < _MUCH:
            return None
        return Art(board.used[0], (), tuple(written)), template, board
    names = tuple(dict.fromkeys(each.whole for each in shown if each.whole))
    above = tuple(each for each in board.decor if not each.own)
    below = tuple(each for each in board.decor if each.own)
    seen = replace(board, decor=(*above, *shown, *below))
    return Art(board.used[0], names, tuple(written)), _with_pictures(template, shown), seen


def _with_pictures(template: Template, shown: Sequence[Decor]) -> Template:
    """The template that holds the pictures of what is shown too."""
    parts, held = template.taken.parts, template.held
    own = {
        name: parts[name].data
        for each in shown
        if each.paint and (name := each.paint.picture) in parts
    }
    return replace(template, held=replace(held, pictures={**held.pictures, **own}))


def _missing(template: Template, board: Board, found: Sequence[Decor]) -> list[Decor]:
    """What covers a sample slide and is not on its layout."""
    there = {_look(template, each) for each in board.decor}
    bare = (each for each in found if _drawn(each) and not each.words)
    return [each for each in bare if _look(template, each) not in there]


def _drawn(decor: Decor) -> bool:
    """Whether a decoration is a picture or a shape that covers what is under it."""
    return (
        decor.kind in ("picture", "shape") and decor.paint is not None and decor.paint.alpha > 0.5
    )


def _look(template: Template, decor: Decor) -> tuple[Rect, Paint | None, bytes]:
    """By what a drawing is known on another sheet: a picture that was pasted may be in a part of
    its own there."""
    paint = decor.paint
    part = template.taken.parts.get(paint.picture) if paint else None
    if paint is None or part is None:
        return decor.rect, paint, b""
    return decor.rect, replace(paint, picture=""), part.data


def _opens(template: Template, board: Board, root: Any) -> bool:
    """Whether a sample slide is a cover, a divider or a closing, not content that somebody put on
    such a layout: the deck's first or last slide, or one whose title is filled, and in either case
    without figures that are the slide's own."""
    if any(True for _ in root.iter(f"{P}graphicFrame")):
        return False
    if board.used[0] in (1, len(template.held.words)):
        return True
    for shape in root.iter(f"{P}sp"):
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if ph is not None and ph.get("type") in ("title", "ctrTitle"):
            return any(each.text for each in shape.iter(f"{A}t"))
    return False


def slide_part(template: Template, number: int) -> Part | None:
    """The part of a sample slide, by its number."""
    main = template.taken.parts[template.taken.main]
    listed = parsed(main.data, main.name).findall(f"{P}sldIdLst/{P}sldId")
    if number > len(listed):
        return None
    return template.taken.parts.get(main.target(listed[number - 1].get(f"{R}id", "")))
