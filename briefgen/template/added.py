"""Turn a role that no layout has into what to click for one: where to begin, what to draw where.

A new layout shows what its master shows. Where the house stands in the layouts instead, one of them
is copied.
"""

from __future__ import annotations

from briefgen.geometry import Rect
from briefgen.problems import Phrase, phrase
from briefgen.record import replace
from briefgen.template.area import safe_area
from briefgen.template.called import in_turn, layout, master, spot
from briefgen.template.inked import ink_instead
from briefgen.template.logos import clear_title
from briefgen.template.model import FURNITURE, Board, Holder, HolderKind, Level, Paint, Role
from briefgen.template.read import Template

# Where PowerPoint puts the title of a master that had none: in shares of the slide.
_TITLE = (0.06875, 0.0532, 0.8625, 0.1933)
# How high on a slide, and how high themselves, words that open something stand; its subtitle.
_OPENING, _SUBTITLE, _ALONE = (0.3, 0.2), (0.53, 0.15), (0.4, 0.2)
# The gap between two columns.
_GAP = 0.025
# How large words are that open something, in points, on a page of the usual height (EMU); no
# smaller than this.
_SIZE, _HIGH, _LEAST = 40, 6_858_000, 28
# How large titles of content are where nobody said (EMU).
_USUAL = 44 * 12_700


def beginning(template: Template) -> Phrase:
    """How a layout begins: inserted under the master, or as a copy of the one that shows the
    house, without its boxes for content."""
    if board := copied(template):
        return phrase("begin-copy", layout=layout(template, board))
    above = master(template, template.cast.master)
    insert = phrase("begin-insert", master=above)
    made = template.sampled
    if made is None:
        return insert
    if ticks := lacking(template):
        insert = phrase("begin-ticked", master=above, ticks=ticks)
    if not made.names:
        return insert
    names = tuple(phrase("decor-named", name=name) for name in made.names)
    several = "paste-several" if len(names) > 1 else "paste-one"
    paste = phrase(several, slide=made.slide, names=names, at=phrase("on-new"))
    return phrase("begin-sampled", insert=insert, paste=paste)


def lacking(template: Template) -> tuple[Phrase, ...]:
    """What a master has to have before layouts can: a title, and a slide number."""
    kinds = template.held.masters[template.cast.master].kinds
    wanted: tuple[HolderKind, ...] = ("title", "number")
    return tuple(phrase(f"tick-{kind}") for kind in wanted if kind not in kinds)


def copied(template: Template) -> Board | None:
    """The layout that new ones are copies of, if they are: the one for content, where the house
    stands on it and not on its master. One that was made of a sample slide is not in the file."""
    found = template.cast.found.get("content")
    board = template.held.boards[found.board] if found else None
    if board is None or any(each.part == board.part for each in template.worn):
        return None
    return board if any(each.own and each.paint for each in board.decor) else None


def drawn(template: Template, role: Role) -> Phrase:
    """What to change on a new layout for a role, with places and sizes."""
    board = _new(template)
    own = board.holders[0]
    title = own.rect
    area = safe_area(template.held, board)
    w, h = template.page
    half = (area.w - round(_GAP * w)) // 2
    left = replace(area, w=half)
    right = replace(left, x=area.right - half)
    if 2 * title.w < w:
        # Words that open something are larger than those that a narrow title was made for.
        title = replace(title, x=area.x, w=area.w)
    opening = _rows(title, h, _ALONE if role in ("section", "closing") else _OPENING)
    below = _rows(title, h, _SUBTITLE)
    words = _title(template, board, replace(own, rect=opening))
    boxes: dict[Role, tuple[Phrase, ...]] = {
        "cover": (words, _subtitle(own, below)),
        "section": (words,),
        "closing": (words,),
        "agenda": (_box("text", area),),
        "content": (_box("content", area),),
        "two": (_box("content", left), _box("content", right)),
        "picture": (_box("picture", left), _box("text", right)),
        "blank": (phrase("places-untick"),),
        "title-only": (phrase("places-keep"),),
    }
    return in_turn(boxes[role])


def moved_title(template: Template) -> Phrase:
    """What to do with the title that a master gets: nothing, or to put it clear of a logo."""
    board = _new(template, usual=True)
    if found := clear_title(template.page, board, board.holders[0]):
        return phrase("then-title", spot=spot(found[1]))
    return phrase("then-nothing")


def _title(template: Template, board: Board, title: Holder) -> Phrase:
    """Where the title of a new layout is put, and its colour where its own would not read."""
    size = max(_LEAST, round(_SIZE * template.page[1] / _HIGH))
    drawn = phrase("draw-title", title=spot(title.rect), size=size)
    if instead := ink_instead(template, board, title):
        return phrase("draw-coloured", title=drawn, colour=instead)
    return drawn


def _subtitle(title: Holder, place: Rect) -> Phrase:
    """A box below a cover's title, without the bullets that new boxes have, and aligned as that."""
    align = title.levels[0].align if title.levels else "left"
    named = phrase(f"align-{align if align in ('center', 'right') else 'left'}")
    return phrase("draw-subtitle", box=_box("text", place), align=named)


def _box(kind: str, place: Rect) -> Phrase:
    return phrase("draw-box", kind=phrase(f"draw-{kind}"), spot=spot(place))


def _rows(title: Rect, high: int, rows: tuple[float, float]) -> Rect:
    return replace(title, y=round(rows[0] * high), h=round(rows[1] * high))


def _new(template: Template, *, usual: bool = False) -> Board:
    """A layout as PowerPoint inserts it: what its master shows, a title, and the foot; the title
    clear of logos, or (`usual`) where it is put. As a copy it has the title and the look of the
    layout that is copied."""
    held = template.held
    if not usual and (board := copied(template)) and board.title:
        feet = tuple(each for each in board.holders if each.kind in FURNITURE)
        return replace(board, holders=(board.title, *feet))
    own = held.masters[template.cast.master]
    boards = [held.boards[n] for n in own.boards]
    like = next((each for each in boards if any(not one.own for one in each.decor)), boards[0])
    w, h = template.page
    x, y, wide, high = _TITLE
    place = Rect(round(x * w), round(y * h), round(wide * w), round(high * h))
    title = Holder(
        kind="title",
        type="title",
        index=0,
        name="Title",
        rect=own.title or place,
        levels=(Level(size=_USUAL),),
        anchor="middle",
        colour=next((e.title.colour for e in boards if e.title and not e.title.own), ""),
    )
    feet = tuple(each for each in like.holders if each.kind in FURNITURE)
    decor = tuple(each for each in like.decor if not each.own)
    ground = like.ground if like.ground.colours or like.ground.picture else Paint(("FFFFFF",))
    board = replace(like, holders=(title, *feet), decor=decor, ground=ground)
    if not usual and own.title is None and (found := clear_title(template.page, board, title)):
        board = replace(board, holders=(replace(title, rect=found[1]), *feet))
    return board
