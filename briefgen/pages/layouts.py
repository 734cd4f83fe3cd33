"""Turn the pages of a deck into the layouts that they stand on.

A page is composed in a frame (`scene/layouts.py`), with texts in placeholders that the frame need
not have. What its placeholders look like (place, ground, and for each level of text size, colour,
pitch and spaces) becomes a layout, shared by all pages of the kind that agree with it. So a slide
says nothing of its own about how it looks: resetting it in PowerPoint changes nothing, and a slide
added by hand from the layout menu is like the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefgen.colours import Token
from briefgen.geometry import pt
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Picture, Slot, TextBox
from briefgen.scene.layouts import BASIC, TRACK_INDEX
from briefgen.scene.names import Name
from briefgen.scene.placeholders import Layout, LayoutSlot, Tier
from briefgen.scene.room import roomy
from briefgen.scene.things import Named, Thing
from briefgen.typography.text import Paragraph, Style

# What names tell apart layouts of a kind by: the size of their running text.
_LARGE = Named("· 大", "· 大", "· large")
_MIDDLE = Named("· 中", "· 中", "· medium")
_SMALL = Named("· 小", "· 小", "· small")
# Of layouts for whatever has no placeholder (charts, tables): that the note goes on below a key.
_LONG = Named("· 长注", "· 長註", "· long note")
_FURNITURE = ("footer", "date", "number")
# What the words in drawings are; and how many layouts a menu has at the most, if it can be.
_DRAWN = Name("graphic-label").kind
MOST = 24


class _Stand(Record):
    """A layout in the making: what it is a frame of, and for which kind; those without placeholders
    for content are for any ("")."""

    frame: str
    kind: str
    layout: Layout


def laid_out(
    pages: Sequence[Page], frames: Mapping[str, Layout], called: Callable[[str], Named]
) -> tuple[tuple[Page, ...], tuple[Layout, ...]]:
    """The pages on their own layouts, and these in the order of the layout menu.

    `called` gives the name of a kind of slide. The basic layouts are there whether used or not.
    """
    looks = [_wanted(page, frames[page.layout]) for page in pages]
    made = _made(pages, looks, frames, called)
    # Where a menu is too long, words in drawings are no placeholders on pages that share a layout
    # then: first on those with the fewest.
    for number in sorted(range(len(pages)), key=lambda number: len(_in_drawings(pages[number]))):
        if len(made[1]) <= MOST:
            break
        if _in_drawings(pages[number]):
            tried, others = list(pages), list(looks)
            tried[number] = page = _freed(pages[number])
            others[number] = _wanted(page, frames[page.layout])
            shorter = _made(tried, others, frames, called)
            if len(shorter[1]) < len(made[1]):
                pages, looks, made = tried, others, shorter
    return made


def _made(
    pages: Sequence[Page],
    looks: Sequence[Layout],
    frames: Mapping[str, Layout],
    called: Callable[[str], Named],
) -> tuple[tuple[Page, ...], tuple[Layout, ...]]:
    """The pages on the layouts that come of how each looks, and these."""
    stands, at = _stands(pages, looks)
    named = _named(stands, frames, called)
    placed = tuple(
        replace(page, layout=named[index].id) for page, index in zip(pages, at, strict=True)
    )
    return placed, _menu(stands, named, frames)


def _in_drawings(page: Page) -> str:
    """The words of a page that are placeholders in a drawing."""
    return "".join(
        paragraph.text
        for item in page.items
        if isinstance(item, TextBox) and item.slot and item.name.kind == _DRAWN
        for paragraph in item.paragraphs
    )


def _freed(page: Page) -> Page:
    """The page with the words of its drawings in boxes of their own."""
    items = tuple(
        replace(item, slot=None) if isinstance(item, TextBox) and item.name.kind == _DRAWN else item
        for item in page.items
    )
    return replace(page, items=items)


def _stands(pages: Sequence[Page], looks: Sequence[Layout]) -> tuple[list[_Stand], list[int]]:
    """The layouts that pages need, each of which looks so, and which of them each page has."""
    stands: list[_Stand] = []
    at: list[int] = []
    for page, wanted in zip(pages, looks, strict=True):
        own = any(_is_own(each.slot) or each.slot.role == "picture" for each in wanted.slots)
        kind = page.kind if own else ""
        found = next(
            (
                (index, merged)
                for index, stand in enumerate(stands)
                if (stand.frame, stand.kind) == (page.layout, kind)
                and (merged := _merged(stand.layout, wanted))
            ),
            None,
        )
        if found:
            at.append(found[0])
            stands[found[0]] = replace(stands[found[0]], layout=found[1])
        else:
            at.append(len(stands))
            stands.append(_Stand(page.layout, kind, wanted))
    return stands, at


def _menu(
    stands: Sequence[_Stand], named: Sequence[Layout], frames: Mapping[str, Layout]
) -> tuple[Layout, ...]:
    """The layouts made from each frame in the frame's place; of basic frames themselves too, unless
    a slide's own layout of that name takes their place."""
    menu: list[Layout] = []
    for id, frame in frames.items():
        own = [one for stand, one in zip(stands, named, strict=True) if stand.frame == id]
        if id in BASIC and not any(one.id == id for one in own):
            menu.append(frame)
        menu += own
    return tuple(menu)


def _named(
    stands: Sequence[_Stand], frames: Mapping[str, Layout], called: Callable[[str], Named]
) -> list[Layout]:
    """The layouts with their names. What a frame is made for keeps the frame's own name."""
    made: list[Layout] = []
    taken: set[str] = set()
    as_are = {s.frame for s in stands if s.layout.slots == frames[s.frame].slots}
    for stand in stands:
        frame, layout = frames[stand.frame], stand.layout
        own = layout.slots == frame.slots or stand.kind == frame.id
        # One for whatever has no placeholder is the frame, unless another is just as that is.
        own = own or not (stand.kind or frame.id in as_are)
        if own and frame.id not in taken:
            taken.add(frame.id)
            made.append(replace(layout, id=frame.id, name=frame.name))
            continue
        bodies = [slot for slot in layout.slots if _is_own(slot.slot)]
        step, word = _step(bodies)
        id = "-".join(filter(None, (stand.kind or frame.id, str(len(bodies) or ""), step)))
        number = 1
        while (again := id if number == 1 else f"{id}-{number}") in taken:
            number += 1
        taken.add(again)
        size = Name(word if bodies else _LONG, number if number > 1 else 0)
        count = len(bodies) if len(bodies) > 1 else 0
        what = called(stand.kind) if stand.kind else frame.name.kind
        made.append(replace(layout, id=again, name=Name(what, count, size)))
    return made


def _step(bodies: Sequence[LayoutSlot]) -> tuple[str, Named]:
    """In which step of the type scale a layout is, by its running text: that of the last level of
    its largest placeholder."""
    if not bodies:
        return "large", _LARGE
    main = max(bodies, key=lambda slot: slot.rect.w * slot.rect.h)
    size = main.tiers[-1].style.size
    if size >= pt(18):
        return "large", _LARGE
    return ("medium", _MIDDLE) if size >= pt(16) else ("small", _SMALL)


def _is_own(slot: Slot) -> bool:
    """Whether a placeholder is for the content of a kind, not for what all slides have."""
    return slot.role == "body" and 0 < slot.index < TRACK_INDEX


def _wanted(page: Page, frame: Layout) -> Layout:
    """The frame as this page fills it: its placeholders as they look there, and its own."""
    known = {each.slot: each for each in frame.slots}
    own: dict[Slot, LayoutSlot] = {}
    for item in page.items:
        slot = item.slot if isinstance(item, TextBox | Picture) else None
        if slot and slot.role not in _FURNITURE:
            own[slot] = _slot(item, slot, known.get(slot))
    # A frame's place for content that the page does not fill is none of its layout.
    slots = tuple(
        own.get(slot, each) for slot, each in known.items() if slot in own or not _is_own(slot)
    )
    more = [each for slot, each in own.items() if slot not in known]
    # First the one that other layouts' main text goes to when a slide is given another layout.
    more.sort(key=lambda each: -each.rect.w * each.rect.h)
    heads = sum(each.slot.role in ("title", "subtitle") for each in slots)
    return replace(frame, slots=(*slots[:heads], *more, *slots[heads:]))


def _slot(item: Item, slot: Slot, known: LayoutSlot | None) -> LayoutSlot:
    """The placeholder that looks as this item does."""
    kind: Thing = "picture" if slot.role == "picture" else "body"
    name = known.name if known else Name(kind, slot.index)
    prompt = known.prompt if known else None
    if not isinstance(item, TextBox):
        plain = known.tiers if known else (Tier(style=Style(pt(14)), leading=pt(20)),)
        assert isinstance(item, Picture)
        return LayoutSlot(slot=slot, name=name, rect=item.rect, tiers=plain, prompt=prompt)
    return LayoutSlot(
        slot=slot,
        name=name,
        rect=item.rect,
        tiers=_tiers(item.paragraphs),
        anchor=item.anchor,
        insets=item.insets,
        geometry=item.geometry,
        fill=item.fill,
        stroke=item.stroke,
        exact=not roomy(item),
        prompt=prompt,
    )


def _tiers(paragraphs: Sequence[Paragraph]) -> tuple[Tier, ...]:
    """How the text of each level looks, down to the deepest. A level between that has no text looks
    as the one above it."""
    found: dict[int, Tier] = {}
    for paragraph in paragraphs:
        tier = tier_of(paragraph)
        before = found.setdefault(paragraph.level, tier)
        if tier.before > before.before:
            found[paragraph.level] = replace(before, before=tier.before)
    tiers: list[Tier] = []
    for level in range(max(found, default=0) + 1):
        tiers.append(found[level] if level in found else tiers[-1] if tiers else found[max(found)])
    return tuple(tiers)


def tier_of(paragraph: Paragraph) -> Tier:
    """The look of a paragraph: most of its characters have this size and this colour."""
    looks: dict[tuple[int, Token], int] = {}
    for run in paragraph.runs:
        look = (run.style.size, run.style.colour)
        looks[look] = looks.get(look, 0) + len(run.text)
    size, colour = max(looks, key=lambda look: looks[look]) if looks else (pt(18), "ink")
    bold = bool(paragraph.runs) and all(run.style.bold for run in paragraph.runs)
    marker = paragraph.marker
    return Tier(
        style=Style(size, bold, colour),
        leading=paragraph.leading,
        align=paragraph.align,
        before=paragraph.before,
        after=paragraph.after,
        marker=marker,
        margin=paragraph.margin,
        indent=paragraph.hanging,
    )


def _merged(one: Layout, other: Layout) -> Layout | None:
    """The layout on which slides of both can stand, if there is one: what both have is alike, and
    one of them has nothing that the other lacks."""
    if one == other:
        return one
    first = {each.slot: each for each in one.slots}
    second = {each.slot: each for each in other.slots}
    if not (first.keys() <= second.keys() or second.keys() <= first.keys()):
        return None
    larger = one if len(first) >= len(second) else other
    slots: list[LayoutSlot] = []
    for each in larger.slots:
        a, b = first.get(each.slot), second.get(each.slot)
        both = _alike(a, b) if a and b else each
        if both is None:
            return None
        slots.append(both)
    return replace(larger, slots=tuple(slots))


def _alike(one: LayoutSlot, other: LayoutSlot) -> LayoutSlot | None:
    """The placeholder that serves both: with the levels of the deeper one."""
    if one == other:
        return one
    # What differs does so by its place most often; a long deck compares thousands.
    if one.rect != other.rect:
        return None
    deeper, flatter = (one, other) if len(one.tiers) >= len(other.tiers) else (other, one)
    tiers = [*map(_same, deeper.tiers, flatter.tiers), *deeper.tiers[len(flatter.tiers) :]]
    if None in tiers:
        return None
    both = replace(
        deeper,
        tiers=tuple(tier for tier in tiers if tier),
        exact=one.exact or other.exact,
    )
    plain = replace(flatter, tiers=both.tiers, exact=both.exact)
    return both if plain == both else None


def _same(one: Tier, other: Tier) -> Tier | None:
    """The look of both. A single paragraph may say no space above it; it has none anyway."""
    before = max(one.before, other.before)
    bold = one.style.bold and other.style.bold
    first, second = (
        replace(tier, before=before, style=replace(tier.style, bold=bold)) for tier in (one, other)
    )
    return first if first == second else None
