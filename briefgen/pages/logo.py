"""Turn a scene into the same with the sign of whose it is: on covers, slides and printed pages.

In a deck it belongs to the layouts, so that one edit takes it off every slide that follows one;
where a slide's own picture would hide it, it stands on the slide. It takes a place at which no page
of its sort has anything, and on a dark ground it has a white one of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefgen.brief.model import Brief, Checked
from briefgen.colours import Token
from briefgen.geometry import Rect, pt
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Drawing, Group, Item, Page, Picture, Rule, Shape, TextBox
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout
from briefgen.scene.scene import Scene
from briefgen.scene.stamp import apart
from briefgen.scene.walk import extent
from briefgen.theme.model import Theme
from briefgen.theme.vision import luminance
from briefgen.typography.text import Line

# How high a logo is, and how wide at most: on covers, on other slides, on printed pages.
_COVER = (pt(36), pt(25)), pt(200)
_SLIDE = (pt(20), pt(16), pt(12)), pt(120)
_SHEET = (pt(26), pt(20), pt(15), pt(11)), pt(130)
# How far from the edges it stands, and what stays free around it.
_EDGE, _MARGIN = pt(48), pt(28)
_TOP, _FREE = pt(16), pt(5)
# How far down from the top, or up from the foot, it may stand; in what steps it is moved.
_BAND, _STEP = pt(96), pt(4)
# What of a page a shape covers that is its ground.
_GROUND = 0.6
# Below this luminance a ground is too dark for a sign that was drawn for white paper.
_LIGHT = 0.8
# How high a line of text reaches above its baseline and below, in thousandths of its size.
_ABOVE, _BELOW = 880, 220


def with_logo(scene: Scene, brief: Brief, problems: Problems) -> Scene:
    """The scene with its brief's logo. Where no page has room for it, that is told."""
    if scene.layouts:
        return _on_slides(scene, brief, problems)
    front, *others = scene.pages
    if any(isinstance(item, Group) and item.anchor for item in front.items):
        # Sheets of slides, each of which has its own.
        return scene
    box = _place(scene, (front,), (), *_SHEET, brief)
    if box is None:
        _tell(brief, problems)
        return scene
    items = (*front.items, *_items(scene, front, box, brief))
    return replace(scene, pages=(replace(front, items=items), *others))


class _Placed(Record):
    """Layouts that have the logo at one place."""

    ids: frozenset[str]
    rect: Rect


def _on_slides(scene: Scene, brief: Brief, problems: Problems) -> Scene:
    special = frozenset(layout.id for layout in scene.layouts if _is_cover(layout, scene))
    plain = frozenset(layout.id for layout in scene.layouts) - special
    placed: list[_Placed] = []
    sorts = [(plain, _SLIDE), *((frozenset({id}), _COVER) for id in sorted(special))]
    for ids, (sizes, widest) in sorts:
        pages = [page for page in scene.pages if page.layout in ids]
        layouts = [layout for layout in scene.layouts if layout.id in ids]
        if not pages:
            continue
        box = _place(scene, pages, layouts, sizes, widest, brief)
        if box is None:
            _tell(brief, problems)
        else:
            placed.append(_Placed(ids, box))
    where = {id: each.rect for each in placed for id in each.ids}
    whole = tuple(
        replace(layout, decor=(*layout.decor, *_items(scene, layout, where[layout.id], brief)))
        if layout.id in where
        else layout
        for layout in scene.layouts
    )
    own = tuple(
        replace(page, items=(*page.items, *_items(scene, page, where[page.layout], brief)))
        if page.layout in where and _hidden(page, where[page.layout])
        else page
        for page in scene.pages
    )
    return replace(scene, layouts=whole, pages=own)


def _is_cover(layout: Layout, scene: Scene) -> bool:
    """Whether a layout is for slides that begin, part or end a deck: it has a ground of its own."""
    kinds = {page.kind for page in scene.pages if page.layout == layout.id}
    return layout.cover or bool(kinds & {"cover", "section", "closing"})


def _tell(brief: Brief, problems: Problems) -> None:
    assert brief.logo is not None
    problems.add("logo-no-room", brief.logo.file_mark, file=brief.logo.file)


def _shape(brief: Brief) -> tuple[int, int]:
    logo = brief.attached.logo
    assert logo is not None
    return round(logo.width * 1000), round(logo.height * 1000)


def _place(
    scene: Scene,
    pages: Sequence[Page],
    layouts: Sequence[Layout],
    sizes: Sequence[int],
    widest: int,
    brief: Brief,
) -> Rect | None:
    """The largest place at which none of the pages has anything: in a corner, at the right above
    first; else as far to the right as there is one, at the foot or above."""
    taken = [rect for page in pages for rect in _taken(page.items, scene)]
    taken += [rect for layout in layouts for rect in _taken(layout.decor, scene)]
    taken += [
        slot.rect
        for layout in layouts
        for slot in layout.slots
        if slot.slot.role in ("title", "subtitle", "date", "number")
    ]
    wide, high = _shape(brief)
    for size in sizes:
        height = min(size, widest * high // wide)
        width = max(1, height * wide // high)
        for x, y in _spots(scene, width, height):
            spot = Rect(x, y, width, height).inset(-_FREE, -_FREE, -_FREE, -_FREE)
            if all(apart(spot, rect) for rect in taken):
                return Rect(x, y, width, height)
    return None


def _spots(scene: Scene, width: int, height: int) -> Iterator[tuple[int, int]]:
    edge = _EDGE if scene.layouts else _MARGIN
    lowest = scene.height - _TOP - height
    tops = range(_TOP, _TOP + _BAND, _STEP)
    feet = range(lowest, max(lowest - _BAND // 2, _TOP), -_STEP)
    right = scene.width - edge - width
    for rows in (tops, feet):
        for x in (right, edge):
            yield from ((x, y) for y in rows)
    # Nearer to the foot it is less in the way.
    for rows in (feet, tops):
        for y in rows:
            yield from ((x, y) for x in range(right - _STEP, edge, -_STEP))


def _taken(items: Iterable[Item], scene: Scene) -> Iterator[Rect]:
    """Where something stands that is to be seen or read; a ground is to stand upon."""
    for item in items:
        whole = extent(item)
        if isinstance(item, TextBox):
            yield from map(_area, item.lines)
            if item.stroke or (item.fill and not _is_ground(whole, scene)):
                yield whole
        elif isinstance(item, Rule):
            yield whole.inset(-pt(1), -pt(1), -pt(1), -pt(1))
        elif isinstance(item, Group):
            yield from (extent(member) for member in item.items)
        elif not (isinstance(item, Shape | Picture) and _is_ground(whole, scene)):
            yield whole


def _is_ground(rect: Rect, scene: Scene) -> bool:
    share = rect.w * rect.h / (scene.width * scene.height)
    return share >= _GROUND or (rect.w >= scene.width and rect.h >= pt(60))


def _area(line: Line) -> Rect:
    size = max((span.style.size for span in line.spans), default=0)
    top = line.baseline - size * _ABOVE // 1000
    return Rect(line.x, top, line.width, size * (_ABOVE + _BELOW) // 1000)


def _hidden(page: Page, rect: Rect) -> bool:
    """Whether something of a slide's own lies over the logo of its layout."""
    return any(
        isinstance(item, Picture | Shape) and not apart(extent(item), rect) for item in page.items
    )


def _items(scene: Scene, on: Page | Layout, rect: Rect, brief: Brief) -> tuple[Item, ...]:
    """The logo, with a ground of its own where what it stands on is dark."""
    logo = brief.attached.logo
    assert logo is not None
    alt = _alt(brief)
    sign: Item
    if isinstance(logo, Checked):
        sign = Picture(
            name=Name("logo"), rect=rect, data=logo.data, media_type=logo.media_type, alt=alt
        )
    else:
        sign = Drawing(name=Name("logo"), rect=rect, vector=logo, alt=alt)
    items = on.items if isinstance(on, Page) else on.decor
    if _is_light(scene.theme, on.ground, items, rect, scene):
        return (sign,)
    plate = rect.inset(-_FREE, -_FREE, -_FREE, -_FREE)
    return Shape(Name("logo-ground"), plate, fill="white"), sign


def _alt(brief: Brief) -> str:
    assert brief.logo is not None
    if brief.logo.alt:
        return str(brief.logo.alt)
    whose = str(brief.organisation)
    if brief.language == "en":
        return f"Logo of {whose}" if whose else "Logo"
    return whose + brief.in_script("标志")


def _is_light(theme: Theme, ground: Token, items: Iterable[Item], rect: Rect, scene: Scene) -> bool:
    """Whether the logo stands on a light ground alone."""
    fills: list[Token] = [ground]
    for item in items:
        if apart(extent(item), rect):
            continue
        if isinstance(item, Picture):
            return False
        if isinstance(item, Shape | TextBox) and item.fill:
            fills.append(item.fill)
    return luminance(theme.hex(fills[-1])) >= _LIGHT
