"""Turn items that are too many for one page into pages that share a title: （1/2）, （2/2）."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate, pairwise
from typing import TypeVar

from briefgen.brief.model import Segment, Slide, Text
from briefgen.parts.context import Context
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.items import Page

T = TypeVar("T")

# A page with one item looks like a mistake.
LEAST = 2

# Makes the page of some items; their slide has the page's own id, title and notes.
Make = Callable[[Context, Slide, Sequence[T]], Page]


# How much an item weighs; items in so many parts.
Weigh = Callable[[T], int]
Shares = Callable[[Sequence[T], int], list[Sequence[T]]]
# An item without its running text, and that text.
Strip = Callable[[T], tuple[T, Text]]


def spread(
    ctx: Context,
    slide: Slide,
    items: Sequence[T],
    most: int,
    make: Make[T],
    strip: Strip[T] | None = None,
    least: int = LEAST,
    weigh: Weigh[T] | None = None,
) -> tuple[Page, ...]:
    """`items` on the fewest pages on which they fit, up to `most` and at least `least` on each; as
    many on each, or items of so much weight where these are not alike.

    Where they fit on no number of pages, their running text goes to the speaker's notes, if `strip`
    can take it off them, with a warning. What does not fit even so is told as it is on the fewest
    pages.
    """
    parted: Shares[T] = (
        partial(weighed, weights=[weigh(item) for item in items]) if weigh else shares
    )
    pages, told = _pages(ctx, slide, items, most, make, least, parted)
    if told.fatal and strip:
        bare = [strip(item) for item in items]
        spoken = said_too(slide, [text for _, text in bare])
        left = [item for item, _ in bare]
        fewer, found = _pages(ctx, spoken, left, most, make, least, parted)
        if not found.fatal:
            longest = max((text for _, text in bare), key=lambda text: len(str(text)))
            found.add("to-the-notes", longest.mark, title=str(slide.title))
            pages, told = fewer, found
    ctx.problems.extend(told)
    if len(pages) > 1:
        count = len(pages)
        ctx.problems.add("spread", slide.mark, title=str(slide.title), count=count)
    return pages


def said_too(slide: Slide, texts: Sequence[Text]) -> Slide:
    """The slide with these texts at the end of what the speaker says."""
    said = list(slide.notes.segments) if slide.notes else []
    for text in texts:
        said += [Segment("\n"), *text.segments]
    return replace(slide, notes=Text(tuple(said), slide.mark))


def _pages(
    ctx: Context,
    slide: Slide,
    items: Sequence[T],
    most: int,
    make: Make[T],
    least: int,
    parted: Shares[T],
) -> tuple[tuple[Page, ...], Problems]:
    """The pages, and what is wrong with them."""
    fewest = max(1, -(-len(items) // most))
    told = Problems()
    pages: tuple[Page, ...] = ()
    for count in range(fewest, max(fewest, len(items) // least) + 1):
        found = Problems()
        made = tuple(
            make(replace(ctx, problems=found), numbered(ctx, slide, number, count), part)
            for number, part in enumerate(parted(items, count), 1)
        )
        if not pages:
            told, pages = found, made
        if not found.fatal:
            told, pages = found, made
            break
    return pages, told


def shares(items: Sequence[T], count: int) -> list[Sequence[T]]:
    """`items` in `count` parts, in order, whose lengths differ by one at most; longer ones first.

    >>> shares("abcde", 2)
    ['abc', 'de']
    """
    ends = [-(-len(items) * n // count) for n in range(count + 1)]
    return [items[start:end] for start, end in pairwise(ends)]


def weighed(items: Sequence[T], count: int, weights: Sequence[int]) -> list[Sequence[T]]:
    """`items` in `count` parts, in order, none of them empty, whose weights are as alike as may be.

    >>> weighed("abcde", 2, [4, 4, 4, 4, 1])
    ['ab', 'cde']
    """
    sums, total = list(accumulate(weights, initial=0)), sum(weights)
    ends = [0]
    for n in range(1, count):
        left = range(ends[-1] + 1, len(items) - (count - n) + 1)
        ends.append(min(left, key=lambda end: abs(sums[end] * count - total * n)))
    ends.append(len(items))
    return [items[start:end] for start, end in pairwise(ends)]


def numbered(ctx: Context, slide: Slide, number: int, count: int) -> Slide:
    """The slide as page `number` of `count`: its title says so, only the first has its notes."""
    if count == 1:
        return slide
    title = numbered_title(ctx, slide.title, number, count)
    if number == 1:
        return replace(slide, title=title)
    return replace(slide, id=page_id(slide.id, number), title=title, notes=None, minutes=None)


def page_id(slide: str, number: int) -> str:
    """The id of a slide's page `number`; no author can write one with two hyphens."""
    return slide if number == 1 else f"{slide}--{number}"


def numbered_title(ctx: Context, title: Text, number: int, count: int) -> Text:
    """The title with （1/2） after it, in both its wordings."""
    tail = Segment(ctx.say(f"（{number}/{count}）", f" ({number}/{count})"))
    short = title.short and Text((*title.short.segments, tail), title.short.mark)
    return Text((*title.segments, tail), title.mark, short)
