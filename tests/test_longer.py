"""Every word in its box: of the reference brief as it is, and of one a third as long again.

A text that grows by 30 % either still fits, or is an error at the place it was written, with how
much is too much and what to do. The boxes are measured here from the lines' own positions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, cycle, islice
from pathlib import Path

import pytest
from violations import Violations, together, violations

from briefgen.build import BASE, Loaded, Request, load
from briefgen.formats import FORMATS
from briefgen.geometry import Rect, in_pt, mm, pt
from briefgen.outline.model import Brief, Segment, Text, words
from briefgen.outline.resolve import map_texts
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.problems import NOWHERE, Mark, Problem, Problems
from briefgen.scene.items import Chart, Group, Item, Page, Scene, Table, TextBox
from briefgen.theme.model import DECK
from briefgen.typography.fonts import load_fonts
from briefgen.typography.text import Line, Paragraph

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"
AUDIENCES = (BASE, *sorted(path.stem for path in REFERENCE.parent.glob("audiences/*.yaml")))
# The em box of Noto Sans SC: this share above the baseline, the rest below (OS/2).
ASCENT, DESCENT = 0.88, 0.12
# Positions are rounded to whole EMU; a twentieth of a point is not seen.
SLACK = pt(0.05)
# Left, top, right, bottom: what a printer cannot reach on A4, and the frame of a slide.
MARGINS = {False: (mm(12), mm(10), mm(12), mm(10)), True: (pt(48), pt(24), pt(48), pt(20))}


@cache
def reference() -> Loaded:
    loaded = load(Request(REFERENCE, AUDIENCES))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    return loaded


def composed(brief: Brief, form: str) -> tuple[Scene, list[Problem]]:
    problems = Problems()
    theme = reference().themes[brief.audience or BASE]
    scene = FORMATS[form].compose(brief, theme, load_fonts(theme.print_face), problems)
    return scene, list(problems)


@dataclass(frozen=True)
class Fault:
    """What a reader would see go wrong, and the texts that it concerns."""

    what: str
    texts: tuple[Set, ...]


@dataclass(frozen=True)
class Set:
    """A piece of set text: a text box, or the cell of a table."""

    name: str
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
    y = table.rect.y
    for height, row in zip(table.heights, table.cells, strict=True):
        x = table.rect.x
        for width, cell in zip(table.columns, row, strict=True):
            rect = Rect(x, y, width, height)
            room = rect.inset(*cell.insets)
            yield Set(table.name, rect, room, cell.paragraphs, cell.lines)
            x += width
        y += height


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


def faults(scene: Scene) -> list[Fault]:
    """Every line that leaves its box, box that leaves the page, and pair of boxes that overlap."""
    found: list[Fault] = []
    paper = Rect(0, 0, scene.width, scene.height)
    margins = paper.inset(*MARGINS[scene.width > scene.height])
    for page in scene.pages:
        boxes = texts(page)
        for text in boxes:
            assert text.lines or not text.paragraphs, f"{text.name} was not set"
            for line, *box in em_boxes(text):
                if not inside((box[0], box[1], box[2], box[3]), text.room):
                    what = f"{page.id}: “{line}” leaves {text.name} {shown(text.room)}"
                    found.append(Fault(what, (text,)))
                if not inside((box[0], box[1], box[2], box[3]), margins):
                    found.append(Fault(f"{page.id}: “{line}” leaves the page", (text,)))
            rect = text.rect
            if not inside((rect.x, rect.y, rect.right, rect.bottom), paper) or rect.h < 0:
                found.append(Fault(f"{page.id}: {text.name} leaves the page", (text,)))
        for one, other in combinations(boxes, 2):
            a, b = one.rect, other.rect
            if (
                min(a.right, b.right) - max(a.x, b.x) > SLACK
                and min(a.bottom, b.bottom) - max(a.y, b.y) > SLACK
            ):
                what = f"{page.id}: {one.name} {shown(a)} overlaps {other.name} {shown(b)}"
                found.append(Fault(what, (one, other)))
    return found


def longer(text: Text, share: float) -> Text:
    """The text and its own words over again, until it is longer by `share`; figures stay."""
    own = "".join(segment.text for segment in text.segments if not segment.figure)
    count = -int(-len(str(text)) * share // 1)
    more = "".join(islice(cycle(own), count)) if own.strip() else ""
    return Text(
        (*text.segments, Segment(more)), text.mark, text.short and longer(text.short, share)
    )


def lengthened(brief: Brief, share: float) -> Brief:
    """The brief with all its texts, and the labels of its figures, longer by `share`."""

    def grown(text: Text) -> Text:
        return longer(text, share)

    figures = {
        id: replace(
            figure, label={key: str(grown(words(said))) for key, said in figure.label.items()}
        )
        for id, figure in brief.figures.items()
    }
    return replace(map_texts(brief, grown), figures=figures)


def tells(problem: Problem, fault: Fault) -> bool:
    """Whether the problem is about this fault: it names the text, or says the page is too full."""
    if "leaves the page" in fault.what or "overlaps" in fault.what:
        return problem.message.endswith("for the printed page") or any(
            named(problem, text) for text in fault.texts
        )
    return named(problem, fault.texts[0])


def named(problem: Problem, text: Set) -> bool:
    """Whether the problem tells this text's name, and its place where it has one."""
    same = problem.message.startswith(f"{text.name}: ")
    return same and (not text.mark.line or problem.mark == text.mark)


@pytest.mark.parametrize("form", ["deck", "brief"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_reference_stands_in_its_boxes(audience: str, form: str) -> None:
    scene, problems = composed(reference().briefs[audience], form)
    assert [str(problem) for problem in problems if problem.severity != "note"] == []
    assert [fault.what for fault in faults(scene)] == []
    marked = together(violations(lines) for page in scene.pages for lines in paragraphs(page))
    assert marked == Violations()
    assert sum(len(texts(page)) for page in scene.pages) > 30


@pytest.mark.parametrize("share", [0.3, 1.0, 3.0])
@pytest.mark.parametrize("form", ["deck", "brief"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_longer_texts_fit_or_are_told(audience: str, form: str, share: float) -> None:
    brief = lengthened(reference().briefs[audience], share)
    scene, problems = composed(brief, form)
    told = [problem for problem in problems if problem.code == "overflow"]
    silent = [
        fault.what for fault in faults(scene) if not any(tells(problem, fault) for problem in told)
    ]
    assert silent == []
    # There are ways to make room for texts twice as long, but not for any length.
    assert share < 3 or told or form == "brief"
    for problem in told:
        assert problem.severity == "error"
        assert re.match(r"content/\S+\.yaml:[1-9]\d*:[1-9]\d*: error: ", str(problem)), problem
        assert re.search(r"about [1-9]\d* (?:characters|line\(s\)) too", problem.message), problem
        assert problem.hint, problem


def test_a_page_too_full_says_so() -> None:
    """Topics alone on the printed page, far too long: told, at the place of the longest."""
    base = reference().briefs[BASE]
    brief = lengthened(replace(base, page=replace(base.page, chart=(), timeline=())), 3.0)
    _, problems = composed(brief, "brief")
    told = [problem for problem in problems if "topics" in problem.message]
    assert [problem.severity for problem in told] == ["error"]
    assert told[0].mark in {topic.summary.mark for topic in brief.topics}
    assert re.search(r"about [1-9]\d* line\(s\) too tall for the printed page", told[0].message)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_titles_share_one_size(audience: str) -> None:
    scene, _ = composed(lengthened(reference().briefs[audience], 0.3), "deck")
    special = {"cover", "agenda", "section", "quote", "closing"}
    sizes = {
        run.style.size
        for page in scene.pages
        for item in page.items
        if isinstance(item, TextBox) and item.slot and item.slot.role == "title"
        if page.layout not in special
        for paragraph in item.paragraphs
        for run in paragraph.runs
    }
    assert sizes == {DECK["title"].size}


def boxed(text: Text, width: float, height: float, steps: int) -> tuple[TextBox, list[Problem]]:
    """The text in a box of points, at the first of `steps` sizes from 20 pt that fits."""
    loaded, problems = reference(), Problems()
    theme = loaded.themes[BASE]
    fonts = load_fonts(theme.print_face)
    ctx = Context(loaded.briefs[BASE], theme, fonts, "print", problems, {})

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, down("head", level), short=short),)

    want = Wanted("导语", Rect(0, 0, pt(width), pt(height)), make, mark=text.mark)
    return set_box(ctx, want, steps), list(problems)


HERE = Mark("content/outline.yaml", 12, 7)
TEN = "一二三四五六七八九十"


def test_each_step_down_is_noted() -> None:
    box, notes = boxed(words(TEN * 2, HERE), 180, 60, 3)
    assert box.paragraphs[0].runs[0].style.size == pt(18)
    assert [str(note) for note in notes] == [
        "content/outline.yaml:12:7: note: 导语: fits with 1 step down the type scale"
    ]
    box, notes = boxed(replace(words(TEN * 2, HERE), short=words("一二三")), 180, 60, 3)
    assert (box.lines[0].text, len(notes)) == ("一二三", 1)
    assert notes[0].message == "导语: fits with the short wording"
    assert boxed(words(TEN, HERE), 200, 60, 3)[1] == []


def test_a_number_is_kept_whole_at_a_smaller_size() -> None:
    box, notes = boxed(words("突破3200亿元", HERE), 118, 300, 2)
    assert [line.text for line in box.lines] == ["突破3200亿元"]
    assert [note.severity for note in notes] == ["note"]
    box, notes = boxed(words("突破3200亿元", HERE), 60, 300, 2)
    assert box.paragraphs[0].runs[0].style.size == pt(20)
    assert [(note.severity, note.code, note.mark) for note in notes] == [("warning", "split", HERE)]


def test_what_cannot_fit_is_told_with_its_excess_and_the_nearest_fix() -> None:
    _, told = boxed(words(TEN * 4, HERE), 180, 90, 2)
    assert [str(problem) for problem in told] == [
        "content/outline.yaml:12:7: error: 导语: about 10 characters too long for its box, "
        f"from “{TEN}” on (hint: shorten it from 40 to about 30 characters, "
        "or give it a `short:` wording)"
    ]
    _, told = boxed(words(TEN * 9, HERE), 180, 90, 2)
    assert told[0].hint == "leave something out, or shorten it from 90 to about 30 characters"
    _, told = boxed(replace(words(TEN * 6, HERE), short=words(TEN * 4)), 180, 90, 2)
    assert told[0].hint == "shorten its `short:` wording from 40 to about 30 characters"
