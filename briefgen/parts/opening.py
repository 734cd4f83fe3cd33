"""Turn a title and lines into a cover, a section or a closing in the places that a template has.

Lines of one rank are of one size and in one place; what has no place stands where there is room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from briefgen.brief.model import Cell, Image, Segment, Slide, Text, words
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.figure_table import figure_columns
from briefgen.parts.frame import framed
from briefgen.parts.housed import (
    FEET,
    LINED,
    as_there,
    bodies,
    lowest_end,
    ordinal_place,
    page_end,
    poured,
)
from briefgen.parts.kpi import Numeral
from briefgen.parts.picture import picture
from briefgen.parts.text import Wanted, lines_in, para, set_box, set_in
from briefgen.record import replace
from briefgen.scene.items import Item, Page, TextBox
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout, LayoutSlot, Tier
from briefgen.scene.room import YAHEI
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Paragraph

# Rooms on a cover from this size on are worth a picture, and a row of figures.
_PICTURE, _FIGURES = (pt(300), pt(170)), (pt(400), pt(70))
# Rooms below a title are for lines from this width on, and this height for each.
_LINES = pt(240), pt(19)
# Places that are no further apart touch each other.
_TOUCH = pt(6)
_STAGE, _ENDLESS = pt(120), pt(10_000)
# Words below a title have this share of its size (percent) at the most.
_BELOW = 72
# How much wider than its lines (percent) a place is made.
_SPARE = 8
# Below this share of its own size (percent) the place of a text is made longer.
_GROWN = 72
# Lines are rather so many steps smaller than longer than one.
_SINGLE = 3
_PLAIN = tuple(DECK[step] for step in ("lead", "head", "body", "dense", "small"))


def imprint_words(ctx: Context) -> Text:
    """Organisation and date in a line."""
    said = (str(ctx.brief.organisation), str(ctx.brief.date_text))
    return words(ctx.say("　", "  ·  ").join(filter(None, said)))


def opening(
    ctx: Context,
    slide: Slide,
    id: str,
    title: Text,
    lines: Sequence[Text],
    *,
    image: Image | None = None,
    figures: Sequence[Cell] = (),
    ordinal: str = "",
) -> Page:
    """A cover, section or closing in a template's places: lines in those below the title, what has
    none where there is room for it; the number of a section in its own place, or before its title.
    """
    assert ctx.house is not None
    if id in ctx.house.lent:
        if image or figures:
            ctx.problems.add("template-no-room", slide.mark, layout=id)
        return _staged(ctx, slide, id, _numbered(ordinal, title), lines)
    numeral = ordinal_place(ctx.layouts[id]) if ordinal else None
    if numeral is None:
        title = _numbered(ordinal, title)
    places = tuple(_quieter(ctx.layouts[id], _below(ctx.layouts[id])))
    boxes, left, crowded = _best(ctx, id, places, lines)
    items: list[Item] = list(boxes)
    if numeral:
        number = [para(words(ordinal), DECK["body"])]
        items += poured(ctx, number, numeral, numeral.name, slide.mark, single=True)
    left = left if places else list(lines)
    rooms = ctx.house.rooms
    room = rooms.get(id, ctx.canvas.body)
    if left:
        names = [f"{id}:below", f"{id}:within"] if not (image or figures) else []
        able = [each for each in names if _roomy(ctx, each, len(left))]
        own = max(able, key=lambda each: rooms[each].h, default=id)
        room = rooms.get(own, room)
        upper = replace(room, h=min(room.h, pt(60) * len(left)))
        room = room.inset(0, upper.h, 0, 0)
        items.append(_plain(ctx, id, left, upper, own))
    if image and room.w >= _PICTURE[0] and room.h >= _PICTURE[1]:
        items.append(picture(ctx, image, Name("picture"), room))
    elif image:
        ctx.problems.add("template-no-room", image.mark, layout=id)
    if figures and room.w >= _FIGURES[0] and room.h >= _FIGURES[1] and not image:
        numerals = [Numeral(each.figure.id, each.label, each.note) for each in figures]
        items.append(figure_columns(ctx, numerals, room))
    elif figures:
        ctx.problems.add("template-no-room", slide.mark, layout=id)
    ctx = _filling(ctx, id, boxes) if id == "closing" else ctx
    page = framed(ctx, slide, id, items, name=title)
    return _footless(page) if crowded else page


def _filling(ctx: Context, id: str, boxes: Sequence[TextBox]) -> Context:
    """A context in which the title of a closing on a cover's layout takes the place below it too,
    where that stays empty: a shape may stand behind both."""
    layout = ctx.layouts[id]
    title = next((each for each in layout.slots if each.slot.role == "title"), None)
    if title is None or title.anchor != "bottom" or not _as_cover(ctx, id):
        return ctx
    filled = {box.slot for box in boxes}
    below = min(_below(layout), key=lambda each: each.rect.y, default=None)
    if below is None or below.slot in filled or abs(below.rect.y - title.rect.bottom) > _TOUCH:
        return ctx
    rect = replace(title.rect, h=below.rect.bottom - title.rect.y)
    wider = replace(title, rect=rect, anchor="middle")
    slots = tuple(wider if each is title else each for each in layout.slots)
    return replace(ctx, layouts={**ctx.layouts, id: replace(layout, slots=slots)})


def _as_cover(ctx: Context, id: str) -> bool:
    return ctx.house is not None and ctx.house.sheets[id] == ctx.house.sheets["cover"]


def _numbered(ordinal: str, title: Text) -> Text:
    """A title with the number of its section before it, if it has one."""
    if not ordinal:
        return title
    return Text((Segment(f"{ordinal}　"), *title.segments), title.mark)


_Shared = tuple[list[TextBox], list[Text], bool]


def _best(ctx: Context, id: str, places: Sequence[LayoutSlot], lines: Sequence[Text]) -> _Shared:
    """Lines in the places below a title, those that have none, and whether any reach over the
    foot: the first apart from the others, where all are about as large there as the places say;
    else, and where they are of one rank, together where they are largest."""
    if len(places) < 2 or len(lines) < 2 or id == "section":
        return _shared_out(ctx, id, places, [lines], alone=len(places) == 1)
    together = [_shared_out(ctx, id, (at,), [lines], alone=True) for at in places]
    good = (each for each, at in zip(together, places, strict=True) if _good(each, at))
    usual = max(together, key=lambda each: (-len(each[1]), not each[2], *_rank(each[0])))
    whole = next(good, usual)
    # A closing on a cover's layout has at its end what a cover has there.
    ends = id == "closing" and _as_cover(ctx, id)
    at = len(lines) - 1 if ends else 1
    apart = _shared_out(ctx, id, places, [lines[:at], lines[at:]])
    if apart[1] or apart[2] or _overlap(apart[0]):
        return whole
    sizes = [_size(box) for box in apart[0]]
    small = any(
        size * 100 < at.style.size * _GROWN for size, at in zip(sizes, places, strict=False)
    )
    unlike = id == "closing" and not ends and max(sizes) > min(sizes)
    better = not whole[1] and not whole[2] and _least(whole[0]) >= min(sizes)
    return whole if better and (small or unlike) else apart


def _shared_out(
    ctx: Context,
    id: str,
    places: Sequence[LayoutSlot],
    parts: Sequence[Sequence[Text]],
    *,
    alone: bool = False,
) -> _Shared:
    """Parts of lines in places, the lines that have none, and whether any reach over the foot."""
    made: list[TextBox] = []
    left: list[Text] = []
    crowded = False
    for at, part in zip(places, parts, strict=False):
        boxes, over = _lined(ctx, id, at, part, alone=alone) if part else ((), False)
        crowded |= over
        made += boxes
        left += () if boxes else part
    return made, left, crowded


def _good(shared: _Shared, at: LayoutSlot) -> bool:
    """Whether all lines stand unbroken in a place, about as large as it says."""
    boxes, left, crowded = shared
    broken, size = _rank(boxes)
    return not (left or crowded or broken) and size * 100 >= at.style.size * _GROWN


def _rank(boxes: Sequence[TextBox]) -> tuple[int, int]:
    """How good boxes of lines are: with few that are broken, then large."""
    broken = sum(len(box.lines) - len(box.paragraphs) for box in boxes)
    return -broken, _least(boxes)


def _least(boxes: Sequence[TextBox]) -> int:
    return min(map(_size, boxes), default=0)


def _overlap(boxes: Sequence[TextBox]) -> bool:
    """Whether lines of one box stand over those of another."""
    spans = [
        (box.lines[0].baseline - _size(box), box.lines[-1].baseline) for box in boxes if box.lines
    ]
    return any(a[0] < b[1] and b[0] < a[1] for a, b in combinations(spans, 2))


def _quieter(layout: Layout, places: Sequence[LayoutSlot]) -> Iterator[LayoutSlot]:
    """Places for words below a title, in which they are smaller than that is."""
    titles = (each.style.size for each in layout.slots if each.slot.role == "title")
    most = next(titles, 0) * _BELOW // 100
    for at in places:
        first = at.tiers[0]
        if not most or at.style.size <= most:
            yield at
            continue
        size = replace(first.style, size=most)
        lower = replace(first, style=size, leading=first.leading * most // at.style.size)
        yield replace(at, tiers=(lower, *at.tiers[1:]))


_Lined = tuple[tuple[TextBox, ...], bool]


def _lined(
    ctx: Context, id: str, at: LayoutSlot, lines: Sequence[Text], *, alone: bool = False
) -> _Lined:
    """Lines in a place, and whether they reach over the foot of the page. What a place of a single
    line says tells nothing of the pitch of several."""
    made = _as_placed(ctx, id, at, lines, alone=alone)
    if made[0] or len(lines) < 2 or at.rect.h >= 2 * at.leading:
        return made
    closer = replace(at, tiers=tuple(_plainly(each) for each in at.tiers))
    return _as_placed(ctx, id, closer, lines, alone=alone)


def _as_placed(
    ctx: Context, id: str, at: LayoutSlot, lines: Sequence[Text], *, alone: bool = False
) -> _Lined:
    """Lines in a place, and whether they reach over the foot of the page. A place of one line for
    several is made longer: down to the foot, or if need be over it. `alone` is one below which no
    other is filled."""
    plain = [para(line, DECK["body"]) for line in lines]
    mark = lines[0].mark
    # Lines are no list: they begin where the title does.
    at = replace(at, tiers=tuple(replace(each, margin=0, indent=0) for each in at.tiers))
    full = [as_there(ctx, each, at, 100, 0) for each in plain]
    wide = max(line.width for line in set_in(ctx, full, _ENDLESS).lines)
    if alone:
        at = _wider(ctx, id, at, wide)

    def within(bottom: int) -> tuple[TextBox, ...]:
        rect = replace(at.rect, h=bottom - at.rect.y)
        return poured(ctx, plain, at, at.name, mark, rect=rect, single=True)

    lowest = (
        ctx.house.floors.get((id, at.slot.index), page_end(ctx)) if ctx.house else page_end(ctx)
    )
    feet = lowest_end(ctx, id, at, alone=alone, wide=wide)
    foot = min(lowest, feet)
    found: tuple[TextBox, ...] = ()
    for bottom in (min(at.rect.bottom, foot), foot):
        boxes = within(bottom)
        if boxes and _size(boxes[0]) * 100 >= at.style.size * _GROWN:
            return boxes, False
        found = max(found, boxes, key=_least)
    large = _least(found) >= round(LINED / ctx.canvas.scale)
    # Lines over the foot are better than none; where another ground begins they do not read.
    over = () if large else within(min(lowest, page_end(ctx)))
    over = over or (() if found or lowest < page_end(ctx) else within(page_end(ctx)))
    if _least(over) <= _least(found):
        return found, False
    return over, any(line.baseline > feet for box in over for line in box.lines)


def _plainly(tier: Tier) -> Tier:
    """A level whose lines stand as close as usual, and no further apart."""
    usual = round(tier.style.size * YAHEI)
    return replace(tier, leading=min(tier.leading, usual), before=0, after=0)


def _footless(page: Page) -> Page:
    """A page without what stands at its foot."""
    return replace(
        page,
        items=tuple(
            each
            for each in page.items
            if not (isinstance(each, TextBox) and each.slot and each.slot.role in FEET)
        ),
    )


def _size(box: TextBox) -> int:
    return max((run.style.size for each in box.paragraphs for run in each.runs), default=0)


def _wider(ctx: Context, id: str, at: LayoutSlot, wide: int) -> LayoutSlot:
    """A place as much wider as lines need, to where something is in the way: one in the middle to
    both sides, one at the left to the right."""
    left, _, right, _ = at.insets
    needed = wide * (100 + _SPARE) // 100 + left + right
    rect, room = at.rect, ctx.canvas
    usual = room.margin, room.width - room.margin
    x, end = ctx.house.reaches.get((id, at.slot.index), usual) if ctx.house else usual
    if at.align == "left":
        more = max(0, min(end - rect.right, needed - rect.w))
        return replace(at, rect=replace(rect, w=rect.w + more))
    if at.align != "center":
        return at
    most = min(rect.x - x, end - rect.right)
    more = max(0, min(most, (needed - rect.w) // 2))
    return replace(at, rect=Rect(rect.x - more, rect.y, rect.w + 2 * more, rect.h))


def _below(layout: Layout) -> tuple[LayoutSlot, ...]:
    """The places for words below the title of a layout, or else all of them: what is above is for
    a word or two."""
    title = next((each for each in layout.slots if each.slot.role == "title"), None)
    own = bodies(layout)
    below = tuple(each for each in own if title and each.rect.y >= title.rect.y)
    return below or own


def _staged(ctx: Context, slide: Slide, id: str, title: Text, lines: Sequence[Text]) -> Page:
    """A cover, section or closing on a layout that is meant for slides with content: a large title
    in the middle of its height, and the lines below it."""
    layout, canvas = ctx.layouts[id], ctx.canvas
    middle = canvas.height * 48 // 100
    changed: list[LayoutSlot] = []
    at = canvas.title
    for each in layout.slots:
        if each.slot.role == "title":
            at = Rect(each.rect.x, middle - _STAGE, each.rect.w, _STAGE)
            size = max(each.tiers[0].style.size, DECK["section"].size)
            look = replace(
                each.tiers[0],
                style=replace(each.tiers[0].style, size=size),
                leading=each.tiers[0].leading * size // each.tiers[0].style.size,
            )
            each = replace(each, rect=at, anchor="bottom", tiers=(look, *each.tiers[1:]))
        changed.append(each)
    made = replace(layout, slots=tuple(changed))
    stage = replace(ctx, layouts={**ctx.layouts, id: made})
    left = next((each.insets[0] for each in changed if each.slot.role == "title"), 0)
    text = Rect(at.x + left, middle + pt(14), at.w - 2 * left, canvas.body.bottom - middle - pt(14))
    items = [_plain(ctx, id, lines, text)] if lines else []
    return framed(stage, slide, id, items, name=title)


def _roomy(ctx: Context, id: str, count: int) -> bool:
    """Whether a room below a title is one for so many lines."""
    room = ctx.house.rooms.get(id) if ctx.house else None
    return room is not None and room.w >= _LINES[0] and room.h >= _LINES[1] * count


def _plain(ctx: Context, id: str, lines: Sequence[Text], place: Rect, room: str = "") -> TextBox:
    plain = ctx.house.plain if ctx.house else {}
    ink = plain.get(room, plain.get(id, "ink"))
    title = next((each for each in ctx.layouts[id].slots if each.slot.role == "title"), None)
    align = "center" if title and title.align == "center" else "left"
    if title and align == "left":
        # They begin where the title's words do, if most of their room is there.
        x = title.rect.x + title.insets[0]
        inside = place.x < x and (place.right - x) * 100 >= place.w * _GROWN
        place = replace(place, x=x, w=place.right - x) if inside else place
    first = next((n for n in range(_SINGLE) if _single(ctx, lines, _PLAIN[n], place.w)), 0)

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        step = _PLAIN[first + level]
        made = (para(line, step, colour=ink, short=short, before=pt(4)) for line in lines)
        return tuple(replace(each, align=align) for each in made)

    want = Wanted(Name("lead"), place, make, mark=lines[0].mark)
    return set_box(ctx, want, len(_PLAIN) - first, max(0, 1 - first))


def _single(ctx: Context, lines: Sequence[Text], step: Step, width: int) -> bool:
    """Whether each of some lines stands on one in a size."""
    return lines_in(ctx, [para(line, step) for line in lines], width) <= len(lines)
