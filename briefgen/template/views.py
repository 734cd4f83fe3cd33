"""Turn sample slides into what each shows and says: its shapes, its words, its own ground.

Words are told apart from shapes: the first become places for others, the second are the look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from briefgen.geometry import Rect
from briefgen.patterns import pattern
from briefgen.record import Record
from briefgen.template.clean import A, P, R
from briefgen.template.decor import by_shape, written_shapes
from briefgen.template.model import Board, Decor, Inventory
from briefgen.template.parts import Part, Taken, parsed

# So many sample slides are looked at.
_MOST = 60
# How large text is of which nothing is said, in hundredths of a point.
_USUAL = 1800
# Of the page's width and height, in so many parts places are compared.
_STEPS = 200
# Below this share of the page's height words are at its foot.
_FOOT = 0.88
_NUMERAL = r"(?:\d{1,2}|[ivx]{1,4}|[一二三四五六七八九十]{1,3})"
_ORDINAL = pattern(
    rf"^\W*(?:第\s*{_NUMERAL}\s*[章节節部篇]分?"
    rf"|(?:part|chapter|section|no)\W*(?:{_NUMERAL}|one|two|three|four|five|six)"
    rf"|{_NUMERAL})\W*$"
)
_NUMBERED = pattern(
    r"^\W*(?:\d{1,2}\s*[.、．:：]|第\s*[\d一二三四五六七八九十]{1,3}\s*[章节節部篇])"
)
# What is alike on two slides: what fills it, and where it is.
Key = tuple[str, int, int, int, int]


class Said(Record, kw_only=True):
    """Words on a sample slide: their shape, its place and type of placeholder ("" for none), what
    they are, and how large (hundredths of a point)."""

    shape: Any
    rect: Rect
    type: str
    words: str
    size: int
    # Whether they are lines of several boxes, around one middle.
    centred: bool = False

    @property
    def ordinal(self) -> bool:
        """Whether they are the number of something."""
        return bool(_ORDINAL.search(self.words.lower()))

    @property
    def numbered(self) -> bool:
        """Whether they begin with a number."""
        return bool(_NUMBERED.search(self.words.lower()))


class View(Record, kw_only=True):
    """A sample slide: its number and part, its markup, the layout that it stands on, what it shows
    itself (with the number of the outermost shape), what it says, what tells its own ground from
    another ("": it has none), and whether it has a table, a chart or an object."""

    number: int
    part: Part
    root: Any
    board: Board
    decor: tuple[tuple[int, Decor], ...]
    said: tuple[Said, ...]
    ground: str
    framed: bool

    @property
    def length(self) -> int:
        """How many characters it says."""
        return sum(len(each.words) for each in self.said)

    def key(self, taken: Taken, decor: Decor, page: tuple[int, int]) -> Key:
        """By what something is known on another slide, where a picture may be another part."""
        paint = decor.paint
        what = paint.picture if paint else ""
        if what in taken.parts:
            what = _digest(taken.parts[what].data)
        elif paint and paint.colours:
            what = " ".join(paint.colours)
        across, down = page[0] // _STEPS or 1, page[1] // _STEPS or 1
        rect = decor.rect
        places = rect.x // across, rect.y // down, rect.w // across, rect.h // down
        return (what or decor.outline, *places)


def views(taken: Taken, held: Inventory, master: int) -> tuple[View, ...]:
    """The sample slides on the layouts of a master."""
    boards = {each.part: each for each in held.boards if each.master == master}
    main = taken.parts[taken.main]
    listed = parsed(main.data, main.name).findall(f"{P}sldIdLst/{P}sldId")
    found: list[View] = []
    for number, each in enumerate(listed[:_MOST], 1):
        part = taken.parts.get(main.target(each.get(f"{R}id", "")))
        board = boards.get(next(iter(part.targets("slideLayout")), "")) if part else None
        if part and board:
            found.append(_view(taken, held, number, part, board))
    return tuple(found)


def _view(taken: Taken, held: Inventory, number: int, part: Part, board: Board) -> View:
    root = parsed(part.data, part.name)
    page = held.width, held.height
    return View(
        number=number,
        part=part,
        root=root,
        board=board,
        decor=tuple(by_shape(root, board.scheme, part, page)),
        said=tuple(_said(root, board, page)),
        ground=_ground(taken, part, root),
        framed=any(True for _ in root.iter(f"{P}graphicFrame")),
    )


def _said(root: Any, board: Board, page: tuple[int, int]) -> Iterator[Said]:
    """The words that stand on the page, and are no number, date or footer of it."""
    tree = root.find(f"{P}cSld/{P}spTree")
    holders = {(each.type, each.index): each for each in board.holders}
    for shape, place in written_shapes(tree if tree is not None else ()):
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        type = "" if ph is None else ph.get("type", "obj")
        if type in ("dt", "ftr", "sldNum") or shape.find(f".//{A}fld") is not None:
            continue
        holder = None if ph is None else holders.get((type, int(ph.get("idx", "0"))))
        rect = place or (holder.rect if holder else None)
        words = " ".join(each.text for each in shape.iter(f"{A}t") if each.text).strip()
        if rect is None or not _upright(shape) or not _inside(rect, page):
            continue
        if rect.y > _FOOT * page[1] and len(words) < 12:
            continue
        size = size_of(shape) or (holder.size // 127 if holder and holder.size else _USUAL)
        yield Said(shape=shape, rect=rect, type=type, words=words, size=size)


def _upright(shape: Any) -> bool:
    """Whether the words of a shape stand as usual, not turned nor from top to bottom."""
    own, body = shape.find(f"{P}spPr/{A}xfrm"), shape.find(f"{P}txBody/{A}bodyPr")
    straight = own is None or own.get("rot", "0") in ("0", "")
    return straight and body is not None and body.get("vert", "horz") == "horz"


def _inside(rect: Rect, page: tuple[int, int]) -> bool:
    """Whether the middle of something is on the page: notes to authors stand beside it."""
    x, y = rect.x + rect.w // 2, rect.y + rect.h // 2
    return rect.w > 0 and rect.h > 0 and 0 < x < page[0] and 0 < y < page[1]


def size_of(shape: Any) -> int:
    """How large most words of a shape are that say so, in hundredths of a point; or 0."""
    sizes: Counter[int] = Counter()
    for run in shape.iter(f"{A}r"):
        looks, text = run.find(f"{A}rPr"), run.find(f"{A}t")
        said = looks.get("sz", "") if looks is not None else ""
        if said.isdecimal() and text is not None and text.text:
            # What is raised or lowered is two thirds as large (20.1.2.1.2).
            raised = looks.get("baseline", "0") not in ("0", "")
            sizes[int(said) * 2 // 3 if raised else int(said)] += len(text.text)
    for each in shape.iter(f"{A}defRPr") if not sizes else ():
        if each.get("sz", "").isdecimal():
            sizes[int(each.get("sz"))] += 1
            break
    shrunk = shape.find(f"{P}txBody/{A}bodyPr/{A}normAutofit")
    share = shrunk.get("fontScale", "") if shrunk is not None else ""
    size = sizes.most_common(1)[0][0] if sizes else 0
    return size * int(share) // 100_000 if share.isdecimal() else size


def _ground(taken: Taken, part: Part, root: Any) -> str:
    """What tells the ground that a slide has itself from others; "" where it has none."""
    own = root.find(f"{P}cSld/{P}bg")
    alone = root.get("showMasterSp", "1") in ("0", "false")
    if own is None:
        return "alone" if alone else ""
    from lxml import etree

    text = etree.tostring(own).decode()
    for each in part.relations:
        if each.id and each.target in taken.parts:
            data = taken.parts[each.target].data
            text = text.replace(f'"{each.id}"', f'"{_digest(data)}"')
    return f"{alone} {text}"


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:16]


def pictures_of(taken: Taken, shown: Iterable[Decor]) -> dict[str, bytes]:
    """The pictures in what is shown, by the names of their parts."""

    names = {each.paint.picture for each in shown if each.paint and each.paint.picture}
    return {name: taken.parts[name].data for name in names if name in taken.parts}
