"""Turn a template's parts into those that go into a deck: with what every deck has to have.

A layout on which slides stand gets a place for a title where it has none, as its master's is; a
theme without an East Asian face gets one. Nothing else of the template is changed.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from briefgen.geometry import Rect
from briefgen.record import replace
from briefgen.scene.house import HousePart, Link
from briefgen.template.clean import A, P, kept, set_place, shapes, within, written
from briefgen.template.faces import filling
from briefgen.template.legible import legible
from briefgen.template.model import ROLES, Board, Holder, Level
from briefgen.template.paints import colour
from briefgen.template.parts import Part, parsed
from briefgen.template.places import settled
from briefgen.template.read import Template
from briefgen.template.shown import SLOT
from briefgen.theme.vision import blended

_THEME, _STYLES = ".theme+xml", 3
_SHEETS = (".slideMaster+xml", ".slideLayout+xml")
_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
_ALIGN = {"left": "l", "center": "ctr", "right": "r", "justify": "just"}
# How large text is of which nothing is said (21.1.2.3.9).
_PLAIN = 18 * 12_700
# Where a title stands whose master has none: in shares of the slide's width and height; how far
# down one that opens something.
_TITLE, _OPENING = (0.05, 0.05, 0.9, 0.12), 0.34


def mended(template: Template) -> tuple[tuple[HousePart, ...], tuple[Board, ...]]:
    """The parts that go into a deck, and the layouts as they are there."""
    parts = dict(template.taken.parts)
    boards = list(template.held.boards)
    served = {template.board(role).part for role in ROLES if role != "blank"}
    for number, board in enumerate(boards):
        if board.title is None and board.part in served:
            added = (title_for(template, board), *_below(template, board))
            for holder in added:
                parts[board.part] = _titled(parts[board.part], holder)
            boards[number] = replace(board, holders=(*added, *board.holders))
    shown = replace(template, held=replace(template.held, boards=tuple(boards)))
    openings = {template.board(role).part for role in ("cover", "section", "closing")}
    for number, board in enumerate(boards):
        if board.part in served:
            root = parsed(parts[board.part].data, board.part)
            opening = board.part in openings and board.part != template.board("content").part
            board = _enlarged(root, board, opening=opening)
            board = _settled(root, shown, board, opening=opening)
            board = legible(root, shown, board)
            if board is not boards[number]:
                parts[board.part] = replace(parts[board.part], data=written(root))
                boards[number] = board
    names = kept(template.taken)
    for name in names:
        if parts[name].kind.endswith(_THEME):
            parts[name] = _faced(parts[name])
        elif parts[name].kind.endswith(_SHEETS):
            parts[name] = _opaque(parts[name])
    theme = template.held.masters[template.cast.master].theme
    if template.held.colour and theme:
        parts[theme] = _coloured(parts[theme], template.held.colour)
    made = tuple(
        HousePart(
            name,
            parts[name].kind,
            parts[name].data,
            tuple(Link(r.id, r.kind, r.target, r.external) for r in parts[name].relations),
        )
        for name in names
    )
    return made, tuple(boards)


def _settled(root: Any, template: Template, board: Board, *, opening: bool) -> Board:
    """The layout with its placeholders where their text reads, written into its markup."""
    for moved in settled(template, board, opening=opening):
        if moved.new is None:
            board = replace(board, holders=tuple(h for h in board.holders if h is not moved.old))
            continue
        new = moved.new
        board = replace(board, holders=tuple(new if h is moved.old else h for h in board.holders))
        for shape in shapes(root, moved.old):
            _place(shape, new)
    return board


def _enlarged(root: Any, board: Board, *, opening: bool) -> Board:
    """The layout with a title larger than the text below it, where neither the layout nor its
    master says how large it is, and with sizes written: applications differ in what is usual."""
    title = board.title
    text = max((each.size for each in board.bodies if each.levels), default=_PLAIN)
    if title is None or not title.levels or title.size > _PLAIN or title.size > text:
        return board
    size = text * (4 if opening else 3) // 2 // 12_700 * 12_700
    level = replace(title.levels[0], size=size)
    new = replace(title, levels=(level, *title.levels[1:]))
    for holder in (new, *board.bodies):
        for shape in shapes(root, holder):
            _sized(shape, holder)
    return replace(board, holders=tuple(new if h is title else h for h in board.holders))


def _sized(shape: Any, holder: Holder) -> None:
    """Write the sizes of a placeholder's levels into its markup."""
    body = shape.find(f"{P}txBody")
    if body is None:
        return
    styles = within(body, "lstStyle", 1)
    for number, level in enumerate(holder.levels, 1):
        own = within(within(styles, f"lvl{number}pPr", number - 1), "defRPr", 99)
        own.set("sz", str(level.size // 127))


def _place(shape: Any, holder: Holder) -> None:
    """Put a placeholder's place and anchor into its markup (ECMA-376 Part 1, 20.1.7.6)."""
    set_place(shape, holder.rect)
    box = shape.find(f"{P}txBody/{A}bodyPr")
    if box is not None and holder.anchor == "middle":
        box.set("anchor", "ctr")


def title_for(template: Template, board: Board) -> Holder:
    """The place for a title on a layout that has none: its master's, or one at the top; looking as
    titles of other layouts do."""
    w, h = template.page
    x, y, wide, high = _TITLE
    place = template.held.masters[board.master].title
    model = model_for(template, board)
    if model and model.title:
        return replace(model.title, type="title", index=0, name="Title", colour="")
    like = next(
        (each.title for each in template.held.boards if each.title and each.master == board.master),
        None,
    )
    usual = {template.board(role).part for role in ("content", "title-only")}
    if board.part not in usual and template.titled:
        # It opens something: somewhat above the middle.
        y, place = _OPENING, None
    return Holder(
        kind="title",
        type="title",
        index=0,
        name="Title",
        rect=place or Rect(round(x * w), round(y * h), round(wide * w), round(high * h)),
        levels=like.levels if like else (Level(size=round(h / 19)),),
        insets=like.insets if like else (91_440, 45_720, 91_440, 45_720),
        anchor=like.anchor if like else "middle",
    )


def _below(template: Template, board: Board) -> tuple[Holder, ...]:
    """The model's place below its title, on a cover or a closing that has none and no title."""
    model = model_for(template, board)
    if model is None or model.title is None or board.bodies:
        return ()
    kinds = [each for each in model.bodies if each.kind in ("subtitle", "text")]
    first = next((each for each in kinds if each.rect.y >= model.title.rect.y), None)
    return (replace(first, index=1, name="Subtitle", colour=""),) if first else ()


def model_for(template: Template, board: Board) -> Board | None:
    """Whose title a cover or a closing without any gets: a deck ends as it begins, and a cover
    looks as its sections do."""
    cover, section = template.board("cover"), template.board("section")
    if board.part == cover.part:
        own = template.cast.found.get("section")
        return section if own and section.master == board.master else None
    if board.part != template.board("closing").part:
        return None
    moved = {id(each.old): each.new for each in settled(template, cover, opening=True)}
    held = (moved.get(id(each), each) for each in cover.holders)
    return replace(cover, holders=tuple(each for each in held if each))


def _titled(part: Part, holder: Holder) -> Part:
    root = parsed(part.data, part.name)
    tree = root.find(f"{P}cSld/{P}spTree")
    rect = holder.rect
    ids = [int(each.get("id", "0")) for each in root.iter(f"{P}cNvPr")]
    spaces = f'xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"'
    size = holder.size // 127
    face = "mj" if holder.kind == "title" else "mn"
    level = holder.levels[0] if holder.levels else Level(size=holder.size)
    spaced = "".join(
        f'<a:{tag}><a:spcPts val="{round(space / 127)}"/></a:{tag}>'
        for tag, space in (("spcBef", level.before), ("spcAft", level.after))
    )
    bold = ' b="1"' if level.bold else ""
    shape = (
        f'<p:sp {spaces}><p:nvSpPr><p:cNvPr id="{max(ids, default=1) + 1}" name="{holder.name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_reference(holder)}</p:nvPr>'
        f'</p:nvSpPr><p:spPr><a:xfrm><a:off x="{rect.x}" y="{rect.y}"/>'
        f'<a:ext cx="{rect.w}" cy="{rect.h}"/></a:xfrm></p:spPr><p:txBody>'
        f'<a:bodyPr anchor="{_ANCHOR[holder.anchor]}"><a:normAutofit/></a:bodyPr><a:lstStyle>'
        f'<a:lvl1pPr marL="0" indent="0" algn="{_ALIGN[level.align]}">'
        f'<a:lnSpc><a:spcPct val="{level.pitch}"/></a:lnSpc>{spaced}'
        f'<a:buNone/><a:defRPr sz="{size}"{bold}>'
        f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/></a:defRPr></a:lvl1pPr>'
        '</a:lstStyle><a:p><a:endParaRPr lang="zh-CN"/></a:p>'
        "</p:txBody></p:sp>"
    )
    if tree is not None:
        tree.append(parsed(shape.encode(), part.name))
    return replace(part, data=written(root))


def _reference(holder: Holder) -> str:
    index = f' idx="{holder.index}"' if holder.index else ""
    return f'<p:ph type="{holder.type}"{index}/>'


def _coloured(part: Part, colour: str) -> Part:
    """A theme with the colour that its house shows among its accents (20.1.6.2)."""
    root = parsed(part.data, part.name)
    for slot in root.iter(f"{A}{SLOT}"):
        for each in list(slot):
            slot.remove(each)
        slot.append(parsed(f'<a:srgbClr xmlns:a="{A[1:-1]}" val="{colour}"/>'.encode(), ""))
    return replace(part, data=written(root))


def _opaque(part: Part) -> Part:
    """A master or a layout whose ground is as it is seen: a colour that lets through is laid on
    white (19.3.1.2), since there is nothing behind a slide, and some programs do not know."""
    root = parsed(part.data, part.name)
    ground = root.find(f"{P}cSld/{P}bg/{P}bgPr/{A}solidFill/{A}srgbClr")
    alpha = ground.find(f"{A}alpha") if ground is not None else None
    if alpha is None or len(ground) > 1:
        return part
    seen, share = colour(ground, {})
    ground.remove(alpha)
    ground.set("val", blended(seen, "FFFFFF", round(1000 * share)))
    return replace(part, data=written(root))


def _faced(part: Part) -> Part:
    """A theme whose fonts name an East Asian face: what it has for simplified Chinese, or ours; and
    with as many fills, lines and effects as there have to be (20.1.4.1.14), which some programs
    that write templates leave out."""
    root = parsed(part.data, part.name)
    changed = False
    for fonts in root.iter(f"{A}majorFont", f"{A}minorFont"):
        for tag, at in (("ea", 1), ("cs", 2)):
            if fonts.find(f"{A}{tag}") is None:
                fonts.insert(at, parsed(f'<a:{tag} xmlns:a="{A[1:-1]}" typeface=""/>'.encode(), ""))
                changed = True
        asian = fonts.find(f"{A}ea")
        if asian.get("typeface"):
            continue
        hans = next(
            (each.get("typeface", "") for each in fonts if each.get("script") == "Hans"), ""
        )
        latin = fonts.find(f"{A}latin")
        asian.set("typeface", filling("" if latin is None else latin.get("typeface", ""), hans))
        changed = True
    for extra in list(root.iter(f"{A}extraClrScheme")):
        # What was kept of earlier colours; some programs take the last for the theme's.
        extra.getparent().remove(extra)
        changed = True
    for tag in ("fillStyleLst", "lnStyleLst", "effectStyleLst", "bgFillStyleLst"):
        for listed in root.iter(f"{A}{tag}"):
            while 0 < len(listed) < _STYLES:
                listed.append(deepcopy(listed[-1]))
                changed = True
    return replace(part, data=written(root)) if changed else part
