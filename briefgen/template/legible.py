"""Turn colours of a layout that do not show on what lies under them into ones that do, in our copy.

A title in an accent keeps it, darker or lighter; a bullet gets the colour of text. Other words have
the token that reads, on each slide, and cast no shadow that was made for another colour.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefgen.record import replace
from briefgen.template.clean import A, P, shapes, within
from briefgen.template.frames import readable
from briefgen.template.model import Board, Holder
from briefgen.template.parts import parsed
from briefgen.template.raster import SAMPLED, grounds_under, least, painted
from briefgen.template.read import Template
from briefgen.template.tokens import ACCENTS, DARKER, LIGHTER, MARK, Shade, coloured, inked, reading
from briefgen.theme.vision import luminance

# What stands before the colour of a bullet in the markup of a level (ECMA-376 Part 1, 21.1.2.2.7).
_BEFORE = ("lnSpc", "spcBef", "spcAft")
_UNSEEN = (
    f'<a:effectLst xmlns:a="{A[1:-1]}"><a:outerShdw><a:srgbClr val="000000"><a:alpha val="0"/>'
    "</a:srgbClr></a:outerShdw></a:effectLst>"
)
# What stands behind the effects of a shape.
_AFTER = ("scene3d", "sp3d", "extLst")


def legible(root: Any, template: Template, board: Board) -> Board:
    """The layout with what shows, written into its markup."""
    image = painted(board, template.held.seen, template.page, SAMPLED, guessed=False)
    for holder in (*board.places("title"), *board.bodies):
        under = grounds_under(image, holder.rect, template.page)
        # Of a gradient or a photograph half has to let it show, of two grounds the first.
        half = under[: (len(under) + 1) // 2]
        if holder.kind == "title":
            new = _titled(root, template, board, holder, half)
        else:
            new = _marked(root, board, holder, half)
        if new is not holder:
            board = replace(board, holders=tuple(new if h is holder else h for h in board.holders))
    return board


def _titled(
    root: Any, template: Template, board: Board, holder: Holder, under: tuple[str, ...]
) -> Holder:
    """A title that reads: as it is, in its own accent, or without the shadow of another colour."""
    own, wanted = holder.colour, readable(holder)
    if not own or least(own, under) >= wanted:
        return holder
    if shade := _toned(board.scheme, own, under, wanted):
        return _in(root, board, holder, shade)
    if not shadowed(template, board, holder):
        return holder
    for shape in shapes(root, holder):
        _shadowless(shape)
    # Another one, since its markup is.
    return replace(holder)


def _in(root: Any, board: Board, holder: Holder, shade: Shade) -> Holder:
    """A title in a colour of the scheme."""
    for body in _bodies(root, holder):
        looks = within(_level(body, 1), "defRPr", 99)
        for each in looks.findall(f"{A}solidFill"):
            looks.remove(each)
        looks.insert(int(looks.find(f"{A}ln") is not None), _coloured("solidFill", shade))
    return replace(holder, colour=shade.seen(board.scheme))


def shadowed(template: Template, board: Board, holder: Holder) -> bool:
    """Whether the words of a title have an effect, of its own or of its master's."""
    master = replace(holder, type="title", index=0)
    names = board.part, template.held.masters[board.master].part
    found = [
        shape
        for name, each in zip(names, (holder, master), strict=True)
        for shape in shapes(parsed(template.taken.parts[name].data, name), each)
    ]
    return any(len(each) for shape in found for each in shape.iterfind(f"{P}spPr/{A}effectLst"))


def _toned(
    scheme: Mapping[str, str], own: str, under: tuple[str, ...], wanted: float
) -> Shade | None:
    """An accent as little darker, or lighter, as makes it read; None where a colour is none, or
    none any more when it reads."""
    slot = next((each for each in ACCENTS if scheme[each] == own), "")
    if not slot or not coloured(own):
        return None
    ways = DARKER if luminance(own) < luminance(under[0]) else LIGHTER
    found = reading(scheme, slot, under, ways, wanted)
    seen = found.seen(scheme)
    return found if coloured(seen) and least(seen, under) >= wanted else None


def _marked(root: Any, board: Board, holder: Holder, under: tuple[str, ...]) -> Holder:
    """A place whose bullets show."""
    levels = list(holder.levels)
    faint = [n for n, e in enumerate(levels) if e.tint and least(e.tint, under) < MARK]
    if not faint:
        return holder
    shade = inked(board.scheme, under)
    for at in faint:
        levels[at] = replace(levels[at], tint=shade.seen(board.scheme))
        for body in _bodies(root, holder):
            own = _level(body, at + 1)
            for each in own.findall(f"{A}buClr"):
                own.remove(each)
            first = sum(own.find(f"{A}{tag}") is not None for tag in _BEFORE)
            own.insert(first, _coloured("buClr", shade))
    return replace(holder, levels=tuple(levels))


def _shadowless(shape: Any) -> None:
    """Let a placeholder cast a shadow that nobody sees (ECMA-376 Part 1, 20.1.8.45): words without
    a ground of their own cast that of their master's, and some programs do not know an empty list.
    """
    own = shape.find(f"{P}spPr")
    for each in own.findall(f"{A}effectLst") + own.findall(f"{A}effectDag"):
        own.remove(each)
    after = sum(own.find(f"{A}{tag}") is not None for tag in _AFTER)
    own.insert(len(own) - after, parsed(_UNSEEN.encode(), ""))


def _bodies(root: Any, holder: Holder) -> list[Any]:
    """The markup of a placeholder's text."""
    found = (shape.find(f"{P}txBody") for shape in shapes(root, holder))
    return [each for each in found if each is not None]


def _level(body: Any, number: int) -> Any:
    """The looks of a level in a placeholder's markup."""
    styles = within(body, "lstStyle", 1)
    before = ("defPPr", *(f"lvl{each}pPr" for each in range(1, number)))
    at = sum(styles.find(f"{A}{tag}") is not None for tag in before)
    return within(styles, f"lvl{number}pPr", at)


def _coloured(tag: str, shade: Shade) -> Any:
    """An element with a colour of the scheme in it."""
    made = f'<a:lumMod val="{shade.mod}"/>' if shade.mod != 100_000 else ""
    made += f'<a:lumOff val="{shade.off}"/>' if shade.off else ""
    colour = f'<a:schemeClr val="{shade.slot}">{made}</a:schemeClr>'
    return parsed(f'<a:{tag} xmlns:a="{A[1:-1]}">{colour}</a:{tag}>'.encode(), "")
