"""Turn composed pages into pages on a template's layouts, with what these have places for in them.

A page is composed for the layout with a title alone. Where its running text is one, or two beside
each other, or it is a table, a chart or a picture, it goes to the layout for that, and stands in
its placeholder as the template's own text does. What has no place keeps its box.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefgen.geometry import Rect, pt
from briefgen.pages.headings import evened
from briefgen.parts.column_heads import HEAD, moved_heads
from briefgen.parts.context import Context, Layouts
from briefgen.parts.frame import foot, furniture, over_content, slot
from briefgen.parts.housed import above_foot, bodies, poured
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.house import House
from briefgen.scene.items import Chart, Item, Page, Picture, Rule, Shape, Slot, Table, TextBox
from briefgen.scene.layouts import TRACK_INDEX
from briefgen.scene.names import Name
from briefgen.scene.placeholders import LayoutSlot
from briefgen.scene.scaled import Scale
from briefgen.typography.text import Paragraph

# A place where a text has less of the size that it was composed in (percent) is for others.
_TINY = 65
_PARTING = Name("divider").kind
# Above its text a card has a sign, or as much room as that takes.
_CARD = pt(20)
# What may be lost when lengths are rounded twice.
_NEAR = pt(0.1)
Framed = Chart | Table | Picture
# Of the characters of a page's boxes, so many have to be one box's for that to be its text.
_MOST = 0.7
# The colours of text on a panel that is dark.
_ON_PANEL = ("on-cover", "on-cover2", "white")
# Layouts that pages are composed on for their own sake.
_OWN = ("cover", "section", "closing", "blank")
# What is in the placeholders that most layouts have.
_FEET = ("footer", "date", "number")
_MOVED = ("title", *_FEET)
# What a placeholder of these types holds besides words (ECMA-376 Part 1, 19.7.10).
_ANY = ("obj",)
_TAKES: Mapping[type[Framed], tuple[str, ...]] = {
    Chart: (*_ANY, "chart"),
    Table: (*_ANY, "tbl"),
    Picture: (*_ANY, "pic"),
}


# So many pages a slide had better not have.
_TWO = 2
# The code of the problem that words of a slide stand in its notes alone.
_LOST = "to-the-notes"


def housed(ctx: Context, pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages on the layouts of the context's template."""
    return evened(ctx, [_bare(ctx, _placed(ctx, page)) for page in pages])


def fitting(ctx: Context, compose: Callable[[Context], tuple[Page, ...]]) -> tuple[Page, ...]:
    """Pages composed on the template's canvas, or where they do not fit on it on one with smaller
    type, brought to the size of the first."""
    assert ctx.house is not None
    found = Problems()
    pages = compose(replace(ctx, problems=found))
    denser = ctx.house.denser
    # Smaller type comes before words that nobody sees.
    lost = found.fatal or any(each.code == _LOST for each in found)
    if denser is None or not (lost or len(pages) >= _TWO):
        ctx.problems.extend(found)
        return pages
    if not lost:
        # So it does before further pages, if it is little smaller: of two none is left then.
        quiet = Problems()
        closer = _dense(replace(ctx, problems=quiet), denser, compose)
        able = len(closer) <= max(1, len(pages) - _TWO) and not quiet.fatal
        able = able and not any(each.code == _LOST for each in quiet)
        ctx.problems.extend(quiet if able else found)
        return closer if able else pages
    return _dense(ctx, denser, lambda then: fitting(then, compose))


def _dense(
    ctx: Context, denser: House, compose: Callable[[Context], tuple[Page, ...]]
) -> tuple[Page, ...]:
    """Pages composed on a canvas with smaller type, brought to the size of the context's."""
    layouts = Layouts((layout.id, layout) for layout in denser.layouts)
    dense = replace(ctx, house=denser, canvas=denser.canvas, layouts=layouts)
    scale = Scale(denser.canvas.scale / ctx.canvas.scale)
    pages = tuple(
        replace(page, items=tuple(scale.item(item) for item in page.items))
        for page in compose(dense)
    )
    return tuple(_footed(ctx, page) for page in pages)


def _footed(ctx: Context, page: Page) -> Page:
    """The page with the same at its foot as others have, in the same type."""
    if page.layout not in ctx.layouts or page.layout in _OWN:
        return page
    kept = [each for each in page.items if _role(each) not in _FEET]
    return replace(page, items=(*kept, *furniture(ctx, ctx.layouts[page.layout])))


def _role(item: Item) -> str:
    own = item.slot if isinstance(item, TextBox) else None
    return own.role if own else ""


def _snapped(item: TextBox, at: LayoutSlot) -> TextBox:
    """A text that was composed on another canvas, in exactly the place and the sizes of the
    template's, where it has them but for what was lost in rounding."""
    near = all(
        abs(a - b) < _NEAR
        for a, b in zip(
            (item.rect.x, item.rect.y, item.rect.w, item.rect.h),
            (at.rect.x, at.rect.y, at.rect.w, at.rect.h),
            strict=True,
        )
    )
    if not near or item.rect == at.rect:
        return item
    made: list[Paragraph] = []
    for paragraph in item.paragraphs:
        tier = at.tiers[min(paragraph.level, len(at.tiers) - 1)]
        size = max((run.style.size for run in paragraph.runs), default=0)
        if abs(size - tier.style.size) < _NEAR:
            runs = tuple(
                replace(run, style=replace(run.style, size=tier.style.size))
                for run in paragraph.runs
            )
            paragraph = replace(
                paragraph, runs=runs, leading=tier.leading, before=tier.before, after=tier.after
            )
            if abs(paragraph.margin - tier.margin) < _NEAR:
                paragraph = replace(paragraph, margin=tier.margin, indent=tier.indent)
        made.append(paragraph)
    return replace(item, rect=at.rect, insets=at.insets, paragraphs=tuple(made))


def _placed(ctx: Context, page: Page) -> Page:
    """The page on the layout that has places for what it holds, and in these."""
    assert ctx.house is not None
    if page.layout in _OWN:
        return page
    texts = [
        item
        for item in page.items
        if isinstance(item, TextBox) and _is_text(item) and item.name.kind != HEAD
    ]
    framed = [item for item in page.items if isinstance(item, Framed)]
    own = page.layout in ctx.house.named.values()
    two = page.layout if own else "two"
    one = page.layout if own else page.layout if page.layout in ("quote", "agenda") else "content"
    both = _both(texts, framed)
    able = len(both) == 2 and len(bodies(ctx.layouts[two])) > 1
    if able and _beside(both[0].rect, both[1].rect):
        made = _pair(ctx, page, two, both, alone=len(both) == len(texts) + len(framed))
        if made:
            return made
    if (main := _main(texts, framed)) and (len(texts) == 1 or not main.fill):
        alone = len(texts) == 1 and not framed
        if made := _alone(ctx, page, one, main, alone=alone):
            return made
    if len(framed) == 1 and sum(_length(each) for each in texts) == 0:
        return _held(ctx, page, one, framed[0])
    return page


def _both(texts: Sequence[TextBox], framed: Sequence[Framed]) -> tuple[TextBox | Framed, ...]:
    """What a page has beside each other: what is framed and a text, or its two long texts. Text on
    a ground of its own is a card, and stays one."""
    if any(each.fill or each.insets[0] or each.insets[1] > _CARD for each in texts):
        return ()
    count = 2 - len(framed)
    longest = sorted(texts, key=_length)[-count:] if 0 < count <= len(texts) else []
    # What heads or notes them is short.
    if sum(map(_length, longest)) < _MOST * sum(map(_length, texts)):
        return ()
    kept = tuple(each for each in texts if any(each is one for one in longest))
    return (*kept, *framed)


def _is_text(item: TextBox) -> bool:
    """Whether a box has running text of the page's own, and not of a panel on it."""
    own = item.slot is not None and item.slot.role == "body" and item.slot.index < TRACK_INDEX
    on_panel = any(run.style.colour in _ON_PANEL for each in item.paragraphs for run in each.runs)
    # What leads somewhere as a whole is a row of a list that is drawn.
    return own and not on_panel and not item.link and _length(item) > 0


def _length(item: TextBox) -> int:
    return sum(len(paragraph.text) for paragraph in item.paragraphs)


def _main(texts: Sequence[TextBox], framed: Sequence[Framed]) -> TextBox | None:
    """The box that has most of the words of a page, where there is one."""
    largest = max(texts, key=_length, default=None)
    if largest is None or any(isinstance(each, Table | Chart) for each in framed):
        return None
    return largest if _length(largest) >= _MOST * sum(map(_length, texts)) else None


def _beside(one: Rect, other: Rect) -> bool:
    """Whether two places stand beside each other, and are about as large."""
    left, right = sorted((one, other), key=lambda rect: rect.x)
    level = min(left.bottom, right.bottom) - max(left.y, right.y)
    return (
        left.right <= right.x + right.w // 10
        and 2 * level > min(left.h, right.h)
        and 2 * min(left.w, right.w) > max(left.w, right.w)
    )


def _on(ctx: Context, page: Page, id: str) -> Page:
    """The page on another layout, with its title and its foot where they are there."""
    if id == page.layout:
        return page
    layout = ctx.layouts[id]
    roles = {each.slot.role for each in layout.slots}
    items: list[Item] = []
    for item in page.items:
        own = item.slot if isinstance(item, TextBox) else None
        if not isinstance(item, TextBox) or own is None or own.role not in _MOVED:
            items.append(item)
        elif own.role in roles and own.role in _FEET:
            words = "".join(each.text for each in item.paragraphs)
            items.append(foot(ctx, slot(layout, own.role), words))
        elif own.role in roles:
            items.append(_again(ctx, item, slot(layout, own.role)))
    return replace(page, layout=id, items=tuple(items))


def _again(ctx: Context, item: TextBox, at: LayoutSlot) -> TextBox:
    """A text in the same placeholder of another layout."""
    single = at.slot.role == "title" and over_content(ctx, at)
    made = poured(ctx, item.paragraphs, at, item.name, item.mark, link=item.link, single=single)
    return replace(made[0], heading=item.heading) if made else replace(item, slot=at.slot)


def _alone(ctx: Context, page: Page, id: str, main: TextBox, *, alone: bool) -> Page | None:
    """The page with its text in the layout's main place: where nothing else is on it in all of
    that, else as large as it was composed."""
    places = bodies(ctx.layouts[id])
    if not places:
        return None
    at = max(places, key=lambda each: each.rect.w * each.rect.h)
    fits = alone and main.fill in ("", "surface")
    room = _above(page, main, above_foot(ctx, id, at))
    made = (
        poured(ctx, main.paragraphs, at, main.name, main.mark, link=main.link, rect=room)
        if fits
        else ()
    )
    if not made:
        rect = main.rect
        made = poured(ctx, main.paragraphs, at, main.name, main.mark, link=main.link, rect=rect)
    if not made:
        return None
    left = (Rule, Shape) if alone else ()
    moved = _on(ctx, page, id)
    items = tuple(
        made[0] if item is main else item
        for item in moved.items
        if not (isinstance(item, left) and not getattr(item, "alt", ""))
    )
    return replace(moved, items=items)


def _pair(
    ctx: Context,
    page: Page,
    id: str,
    both: Sequence[TextBox | Framed],
    *,
    alone: bool,
    largest: int | None = None,
) -> Page | None:
    """The page with what stands beside each other in the layout's two places; two texts in one
    size."""
    both = sorted(both, key=lambda each: each.rect.x)
    places = sorted(bodies(ctx.layouts[id])[:2], key=lambda each: each.rect.x)
    pairs = list(zip(both, places, strict=True))
    fit = alone and all(
        abs(item.rect.w - at.rect.w) * 5 < at.rect.w
        and 2 * item.rect.y < at.rect.y + at.rect.bottom
        for item, at in pairs
    )
    made = _halves(ctx, page, pairs, fit=fit, largest=largest)
    if not made:
        return None
    sizes = [_size(new) for _, new in made if isinstance(new, TextBox)]
    if largest is None and len(set(sizes)) > 1:
        return _pair(ctx, page, id, both, alone=alone, largest=min(sizes))
    moved = _on(ctx, page, id)
    stay = ((item.rect, replace(at, rect=item.rect, insets=(0, 0, 0, 0))) for item, at in pairs)
    columns = [(item.rect, at) for item, at in pairs] if fit else list(stay)
    heads = moved_heads(ctx, moved, columns, max(sizes, default=0))
    least = min((_size(new) for _, new in heads if isinstance(new, TextBox)), default=0)
    if least and any(size > least for size in sizes) and (largest is None or least < largest):
        # What has no room to be larger heads text that is no larger.
        return _pair(ctx, page, id, both, alone=alone, largest=least)
    made += heads
    made += _parting(moved, places) if fit else ()
    return _with(moved, made)


def _halves(
    ctx: Context,
    page: Page,
    pairs: Sequence[tuple[TextBox | Framed, LayoutSlot]],
    *,
    fit: bool,
    largest: int | None,
) -> list[tuple[Item, Item]]:
    """What stands beside each other as it is in its places; nothing where a text is too small."""
    made: list[tuple[Item, Item]] = []
    for item, at in pairs:
        if isinstance(item, TextBox):
            # Below its head, where it has one; what stands beside something of another size stays
            # as large as it was composed.
            top = max(at.rect.y, item.rect.y)
            there = Rect(at.rect.x, top, at.rect.w, at.rect.bottom - top)
            rect = _above(page, item, there) if fit else item.rect
            boxes = poured(
                ctx, item.paragraphs, at, item.name, item.mark, rect=rect, largest=largest
            )
            if not boxes or _size(boxes[0]) * 100 < _size(item) * _TINY:
                return []
            made.append((item, boxes[0]))
        elif at.known and at.known[0] in _TAKES[type(item)]:
            made.append((item, replace(item, slot=at.slot)))
    return made


def _parting(page: Page, places: Sequence[LayoutSlot]) -> Iterator[tuple[Item, Item]]:
    """The line between two columns, in the middle between the places of the template."""
    middle = (places[0].rect.right + places[1].rect.x) // 2
    for item in page.items:
        if isinstance(item, Rule) and item.name.kind == _PARTING:
            yield item, replace(item, x1=middle, x2=middle)


def _size(box: TextBox) -> int:
    """The size of a text (EMU)."""
    return max(run.style.size for paragraph in box.paragraphs for run in paragraph.runs)


def _above(page: Page, item: TextBox, place: Rect) -> Rect:
    """A text's place in the template, down to what it was composed above on its page, if anything
    with words stands below it there."""
    over = any(
        isinstance(other, TextBox)
        and _role(other) not in _FEET
        and other.rect.y >= item.rect.bottom - _NEAR
        and other.rect.x < item.rect.right
        and item.rect.x < other.rect.right
        for other in page.items
    )
    bottom = min(place.bottom, item.rect.bottom) if over else place.bottom
    return replace(place, h=max(0, bottom - place.y))


def _held(ctx: Context, page: Page, id: str, item: Framed) -> Page:
    """The page with its table, chart or picture in the layout's place for such."""
    for at in bodies(ctx.layouts[id]):
        if at.known and at.known[0] in _TAKES[type(item)]:
            return _with(_on(ctx, page, id), [(item, replace(item, slot=at.slot))])
    return page


def _with(page: Page, changes: Sequence[tuple[Item, Item]]) -> Page:
    """The page with some of its items changed."""

    def now(item: Item) -> Item:
        return next((new for old, new in changes if old is item), item)

    return replace(page, items=tuple(now(item) for item in page.items))


def _bare(ctx: Context, page: Page) -> Page:
    """The page without slots that its layout does not have."""
    known = {each.slot: each for each in ctx.layouts[page.layout].slots if each.known}
    taken: set[Slot] = set()
    items: list[Item] = []
    for item in page.items:
        own = item.slot if isinstance(item, TextBox | Framed) else None
        if isinstance(item, TextBox) and own in known:
            item = _snapped(item, known[own])
        if isinstance(item, TextBox | Framed) and own:
            if own not in known or own in taken:
                item = replace(item, slot=None)
            taken.add(own)
        items.append(item)
    return replace(page, items=tuple(items))
