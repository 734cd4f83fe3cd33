"""What a reader would see go wrong with set text: lines out of their boxes, boxes on each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from briefgen.geometry import Rect, bounds, in_pt, mm, pt
from briefgen.problems import NOWHERE, Mark, Problem
from briefgen.scene.items import Chart, Group, Item, Page, Table, TextBox
from briefgen.scene.names import Name
from briefgen.scene.scene import Scene
from briefgen.typography.text import Line, Paragraph

# The em box of Noto Sans SC: this share above the baseline, the rest below (OS/2).
ASCENT, DESCENT = 0.88, 0.12
# Positions are rounded to whole EMU; a twentieth of a point is not seen.
SLACK = pt(0.05)
# The problems that tell of something that does not fit.
TOO_MUCH = frozenset({
    "overflow", "table-too-tall", "page-too-full", "chart-labels-too-wide", "chart-names-too-long",
    "agenda-too-long",
})  # fmt: skip
# Left, top, right, bottom: what a printer cannot reach on A4, and the frame of a slide.
MARGINS = {False: (mm(12), mm(10), mm(12), mm(10)), True: (pt(48), pt(24), pt(48), pt(20))}


@dataclass(frozen=True)
class Fault:
    """What a reader would see go wrong, and the texts that it concerns."""

    what: str
    texts: tuple[Set, ...]


@dataclass(frozen=True)
class Set:
    """A piece of set text: a text box, or the cell of a table."""

    name: Name
    rect: Rect
    room: Rect
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    mark: Mark = NOWHERE


def flat(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from flat(item.items)
        elif isinstance(item, Chart):
            yield from flat(item.drawn)


def cells(table: Table) -> Iterator[Set]:
    """The cells of a table, each in the place of all rows and columns that it goes over."""
    y = table.rect.y
    covered: set[tuple[int, int]] = set()
    for top, row in enumerate(table.cells):
        x = table.rect.x
        for left, cell in enumerate(row):
            wide, tall = cell.span
            width = sum(table.columns[left : left + wide])
            rect = Rect(x, y, width, sum(table.heights[top : top + tall]))
            room = rect.inset(*cell.insets)
            if (top, left) not in covered:
                yield Set(table.name, rect, room, cell.paragraphs, cell.lines, cell.mark)
            covered |= set(product(range(top, top + tall), range(left, left + wide)))
            x += table.columns[left]
        y += table.heights[top]


def texts(page: Page) -> list[Set]:
    found: list[Set] = []
    for item in flat(page.items):
        if isinstance(item, TextBox):
            room = item.rect.inset(*item.insets)
            found.append(Set(item.name, item.rect, room, item.paragraphs, item.lines, item.mark))
        elif isinstance(item, Table):
            found += cells(item)
    return found


def paragraphs(page: Page) -> Iterator[list[str]]:
    """The lines of each paragraph of a page."""
    for text in texts(page):
        for number in range(len(text.paragraphs)):
            yield [line.text for line in text.lines if line.paragraph == number]


def em_boxes(text: Set) -> Iterator[tuple[str, float, float, float, float]]:
    """Each line with the left, top, right and bottom edge of its largest characters."""
    for line in text.lines:
        size = max((span.style.size for span in line.spans), default=0)
        top, bottom = line.baseline - ASCENT * size, line.baseline + DESCENT * size
        yield line.text, line.x, top, line.x + line.width, bottom


def inside(box: tuple[float, float, float, float], room: Rect) -> bool:
    left, top, right, bottom = box
    return (
        left >= room.x - SLACK
        and top >= room.y - SLACK
        and right <= room.right + SLACK
        and bottom <= room.bottom + SLACK
    )


def shown(rect: Rect) -> str:
    return f"[{in_pt(rect.x):.1f} {in_pt(rect.y):.1f} {in_pt(rect.w):.1f} {in_pt(rect.h):.1f}]"


# What stands beside a mark: its box is only the room that it is set in.
_LABELS = {
    "value",
    "difference",
    "callout",
    "average",
    "segment-name",
    "status-key",
    "series-key",
    "tick",
    "link-text",
}
# What stands over the empty cells of a table.
_OVER_CELLS = {"span-text"}


def said(text: Set) -> bool:
    """Whether there are any words in it."""
    return any(line.text for line in text.lines)


def _em_rects(text: Set) -> list[Rect]:
    return [
        Rect(round(left), round(top), round(right - left), round(bottom - top))
        for _, left, top, right, bottom in em_boxes(text)
    ]


def faults(scene: Scene) -> list[Fault]:
    """Every line that leaves its box, box that leaves the page, and pair of boxes that overlap."""
    found: list[Fault] = []
    paper = Rect(0, 0, scene.width, scene.height)
    margins = paper.inset(*MARGINS[scene.width > scene.height])
    for page in scene.pages:
        boxes = texts(page)
        for text in boxes:
            assert text.lines or not text.paragraphs, f"{text.name.told('zh')} was not set"
            for line, *box in em_boxes(text):
                if not inside((box[0], box[1], box[2], box[3]), text.room):
                    what = f"{page.id}: “{line}” leaves {text.name.told('zh')} {shown(text.room)}"
                    found.append(Fault(what, (text,)))
                if not inside((box[0], box[1], box[2], box[3]), margins):
                    found.append(Fault(f"{page.id}: “{line}” leaves the page", (text,)))
            rect = text.rect
            if not inside((rect.x, rect.y, rect.right, rect.bottom), paper) or rect.h < 0:
                found.append(Fault(f"{page.id}: {text.name.told('zh')} leaves the page", (text,)))
        for one, other in combinations(boxes, 2):
            if {one.name.kind, other.name.kind} & _OVER_CELLS and not (said(one) and said(other)):
                continue
            a, b = one.rect, other.rect
            if _LABELS & {one.name.kind, other.name.kind}:
                a, b = (
                    bounds(_em_rects(each)) if each.lines else each.rect for each in (one, other)
                )
            if (
                min(a.right, b.right) - max(a.x, b.x) > SLACK
                and min(a.bottom, b.bottom) - max(a.y, b.y) > SLACK
            ):
                first, second = one.name.told("zh"), other.name.told("zh")
                what = f"{page.id}: {first} {shown(a)} overlaps {second} {shown(b)}"
                found.append(Fault(what, (one, other)))
    return found


def tells(problem: Problem, fault: Fault) -> bool:
    """Whether the problem is about this fault: it names the text, or says the page is too full."""
    if "leaves the page" in fault.what or "overlaps" in fault.what:
        return problem.message.endswith("for the printed page") or any(
            named(problem, text) for text in fault.texts
        )
    return named(problem, fault.texts[0])


def named(problem: Problem, text: Set) -> bool:
    """Whether the problem tells this text's name, and its place where it has one."""
    languages = ("zh-Hans", "zh-Hant", "en")
    told = [f"{text.name.told(language)}: " for language in languages]
    if text.name.kind == "key-figures":
        # A figure in a table of them is told by itself, at its own place.
        told = [f"{Name('figure', n).told(language)}: " for language in languages for n in range(9)]
    same = problem.message.startswith(tuple(told))
    return same and (not text.mark.line or problem.mark == text.mark)
