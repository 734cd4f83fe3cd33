"""Turn the titles above content of a deck on a template into titles of one size.

A template's titles are made for few words, those of a deck say a sentence. So all of them are as
large as the template has them, or else as large as each of them can be in its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from briefgen.geometry import pt
from briefgen.parts.context import Context
from briefgen.parts.frame import over_content, spared
from briefgen.parts.text import Wanted, set_box, set_in
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Page, TextBox
from briefgen.scene.placeholders import LayoutSlot
from briefgen.typography.linebreak import NO_START
from briefgen.typography.text import Paragraph

# What is on layouts of these is no content.
_OPENING = ("cover", "section", "closing")
# Down to which share of the template's size (percent), and which size on the slide, titles go so
# that each is on one line; which share of their size on two lines is as good; and to which they go
# at all.
_ON_A_LINE, _LARGE = 60, 24
_NEARLY = 80
_SMALL = 20
# A phrase that is shorter than this share of a title (percent) is no line of its own.
_SHORT = 18


class _Heading(Record):
    """A title, and the place that it stands in."""

    item: TextBox
    at: LayoutSlot


def evened(ctx: Context, pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with titles of one size, as far as no title is too long for it."""
    found = [each for page in pages for each in _headings(ctx, page)]
    if not found:
        return tuple(pages)
    size = _size(ctx, found)
    return tuple(_with(ctx, page, size) for page in pages)


def _headings(ctx: Context, page: Page) -> Iterator[_Heading]:
    if page.layout in _OPENING:
        return
    slots = {each.slot: each for each in ctx.layouts[page.layout].slots if each.known}
    for item in page.items:
        at = slots.get(item.slot) if isinstance(item, TextBox) and item.slot else None
        if isinstance(item, TextBox) and at and at.slot.role == "title" and over_content(ctx, at):
            yield _Heading(item, at)


def _size(ctx: Context, found: Sequence[_Heading]) -> int:
    """The size of all of these titles."""
    scale = ctx.canvas.scale
    most = int(min(each.at.style.size for each in found) * scale / pt(1))
    large = min(most, max(_LARGE, most * _ON_A_LINE // 100))
    small = min(most, _SMALL)

    def largest(lines: int, *, phrased: bool = False) -> int:
        for points in range(most, small - 1, -1):
            size = round(points * pt(1) / scale)
            if all(_fits(ctx, each, size, lines, phrased=phrased) for each in found):
                return points
        return 0

    one = largest(1)
    if one < large:
        two = largest(2, phrased=True) or largest(2) or small
        one = one if one * 100 >= two * _NEARLY else two
    return round(one * pt(1) / scale)


def _fits(ctx: Context, each: _Heading, size: int, lines: int, *, phrased: bool = False) -> bool:
    """Whether a title stands in its place at a size, on so many lines at the most; if it is
    `phrased`, none of them ends within a phrase."""
    left, top, right, bottom = spared(each.at)
    paragraphs = _sized(each.item.paragraphs, each.at, size)
    text = set_in(ctx, paragraphs, each.at.rect.w - left - right)
    if len(text.lines) > lines:
        return False
    if len(text.lines) > 1 and text.height > each.at.rect.h - top - bottom:
        return False
    return not phrased or not _torn([line.text for line in text.lines])


def _torn(lines: Sequence[str]) -> bool:
    """Whether a line ends within a phrase, and there is a place between two where it could end."""
    whole = "".join(lines)
    least = max(2, len(whole) * _SHORT // 100)
    ends = [n for n, char in enumerate(whole, 1) if char in NO_START and char not in "·%％‰℃°"]
    if not any(least <= n <= len(whole) - least for n in ends):
        return False
    at = 0
    for line in lines[:-1]:
        at += len(line)
        if len(whole[:at].rstrip()) not in ends and not line.endswith(" "):
            return True
    return False


def _sized(paragraphs: Sequence[Paragraph], at: LayoutSlot, size: int) -> tuple[Paragraph, ...]:
    """Paragraphs at a size, with the leading that their place has for it."""
    return tuple(
        replace(
            each,
            runs=tuple(replace(run, style=replace(run.style, size=size)) for run in each.runs),
            leading=at.leading * size // at.style.size,
            keep_breaks=True,
        )
        for each in paragraphs
    )


def _made(paragraphs: tuple[Paragraph, ...], _level: int, _short: bool) -> tuple[Paragraph, ...]:
    return paragraphs


def _with(ctx: Context, page: Page, size: int) -> Page:
    """The page with its title at a size, if that stands in its place then."""
    changed: dict[int, TextBox] = {}
    for each in _headings(ctx, page):
        if not _fits(ctx, each, size, 2):
            continue
        item, at = each.item, each.at
        want = Wanted(
            item.name,
            at.rect,
            partial(_made, _sized(item.paragraphs, at, size)),
            slot=item.slot,
            anchor=at.anchor,
            insets=spared(at),
            heading=item.heading,
            link=item.link,
            mark=item.mark,
        )
        box = set_box(replace(ctx, problems=Problems()), want)
        changed[id(item)] = replace(box, insets=at.insets)
    return replace(page, items=tuple(changed.get(id(item), item) for item in page.items))
