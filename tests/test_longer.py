"""Every word in its box: of the reference brief as it is, and of one a third as long again.

A text that grows by 30 % either still fits, or is an error at the place it was written, with how
much is too much and what to do. The boxes are measured here from the lines' own positions.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import cycle, islice, product
from pathlib import Path

import composing
import pytest
from faults import TOO_MUCH, faults, paragraphs, tells, texts
from violations import Violations, together, violations

from briefgen.brief.model import Brief, Segment, Text, words
from briefgen.brief.resolve import map_texts
from briefgen.build import BASE, Loaded, Request, load
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.problems import Mark, Problem, Problems
from briefgen.record import replace
from briefgen.scene.items import TextBox
from briefgen.scene.names import Name
from briefgen.scene.scene import Scene
from briefgen.theme.model import DECK
from briefgen.typography.fonts import load_fonts
from briefgen.typography.text import Paragraph

REFERENCE = Path(__file__).parents[1] / "content" / "outline.yaml"
AUDIENCES = (BASE, *sorted(path.stem for path in REFERENCE.parent.glob("audiences/*.yaml")))


@cache
def reference() -> Loaded:
    loaded = load(Request(REFERENCE, AUDIENCES))
    assert not loaded.problems.fatal, "\n".join(map(str, loaded.problems))
    return loaded


def composed(brief: Brief, form: str) -> tuple[Scene, list[Problem]]:
    return composing.composed(brief, form, reference().themes[brief.audience or BASE])


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


@pytest.mark.slow
@pytest.mark.parametrize("form", ["deck", "brief"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_reference_stands_in_its_boxes(audience: str, form: str) -> None:
    scene, problems = composed(reference().briefs[audience], form)
    assert [str(problem) for problem in problems if problem.severity != "note"] == []
    assert [fault.what for fault in faults(scene)] == []
    marked = together(violations(lines) for page in scene.pages for lines in paragraphs(page))
    assert marked == Violations()
    assert sum(len(texts(page)) for page in scene.pages) > 25


@pytest.mark.parametrize("form", ["deck", "brief"])
@pytest.mark.parametrize(
    ("audience", "share"),
    [
        *((audience, 0.3) for audience in AUDIENCES),
        # Of other audiences' slides most are those of base; overseas has its words in English.
        *product((BASE, "overseas"), (1.0, 3.0)),
    ],
)
@pytest.mark.slow
def test_longer_texts_fit_or_are_told(audience: str, form: str, share: float) -> None:
    brief = lengthened(reference().briefs[audience], share)
    scene, problems = composed(brief, form)
    told = [problem for problem in problems if problem.code in TOO_MUCH]
    silent = [
        fault.what for fault in faults(scene) if not any(tells(problem, fault) for problem in told)
    ]
    assert silent == []
    # There are ways to make room for texts twice as long, but not for any length.
    assert share < 3 or told or form == "brief"
    for problem in told:
        assert problem.severity == "error"
        assert re.match(r"content/\S+\.yaml:[1-9]\d*:[1-9]\d*: error: ", str(problem)), problem
        assert re.search(r"about [1-9]\d* (?:characters|lines?) too", problem.message), problem
        assert problem.hint, problem


def test_a_page_too_full_says_so() -> None:
    """Topics alone on a page of articles, far too long: told, at the place of the longest."""
    base = reference().briefs[BASE]
    page = replace(base.page, chart=(), timeline=(), style="article")
    plain = tuple(replace(t, summary=replace(t.summary, short=None)) for t in base.topics)
    brief = lengthened(replace(base, page=page, topics=plain), 3.0)
    _, problems = composed(brief, "brief")
    told = [problem for problem in problems if "topics" in problem.message]
    assert [problem.severity for problem in told] == ["error"]
    assert told[0].mark in {topic.summary.mark for topic in brief.topics}
    assert re.search(r"about [1-9]\d* lines? too tall for the printed page", told[0].message)


def test_a_picture_too_full_says_what_it_does_not_show() -> None:
    """The same in pictures: its texts go before its figures do, and what goes is told."""
    brief = lengthened(reference().briefs[BASE], 3.0)
    _, problems = composed(brief, "brief")
    (note,) = (problem for problem in problems if problem.code == "copyfit")
    assert "texts" in note.message
    assert "left out" in note.message


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_titles_share_one_size(audience: str) -> None:
    scene, _ = composed(lengthened(reference().briefs[audience], 0.3), "deck")
    special = {"cover", "agenda", "section", "quote", "closing"}
    sizes = {
        run.style.size
        for page in scene.pages
        for item in page.items
        if isinstance(item, TextBox) and item.slot and item.slot.role == "title"
        if page.kind not in special
        for paragraph in item.paragraphs
        for run in paragraph.runs
    }
    assert sizes == {DECK["title"].size}


def boxed(text: Text, width: float, height: float, steps: int) -> tuple[TextBox, list[Problem]]:
    """The text in a box of points, at the first of `steps` sizes from 20 pt that fits."""
    loaded, problems = reference(), Problems()
    theme = loaded.themes[BASE]
    fonts = load_fonts(theme.print_face)
    ctx = Context(
        brief=loaded.briefs[BASE],
        theme=theme,
        fonts=fonts,
        medium="print",
        problems=problems,
        layouts={},
    )

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return (para(text, down("head", level), short=short),)

    want = Wanted(Name("lead"), Rect(0, 0, pt(width), pt(height)), make, mark=text.mark)
    return set_box(ctx, want, steps), list(problems)


HERE = Mark("content/outline.yaml", 12, 7)
TEN = "一二三四五六七八九十"


def test_each_step_down_is_noted() -> None:
    box, notes = boxed(words(TEN * 2, HERE), 180, 60, 3)
    assert box.paragraphs[0].runs[0].style.size == pt(18)
    assert [str(note) for note in notes] == [
        "content/outline.yaml:12:7: note: Lead: fits with 1 step down the type scale"
    ]
    box, notes = boxed(replace(words(TEN * 2, HERE), short=words("一二三")), 180, 60, 3)
    assert (box.lines[0].text, len(notes)) == ("一二三", 1)
    assert notes[0].message == "Lead: fits with the short wording"
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
        "content/outline.yaml:12:7: error: Lead: about 10 characters too long for its box, "
        f"from “{TEN}” on (hint: shorten it from 40 to about 30 characters, "
        "or give it a `short:` wording)"
    ]
    _, told = boxed(words(TEN * 9, HERE), 180, 90, 2)
    assert told[0].hint == "leave something out, or shorten it from 90 to about 30 characters"
    _, told = boxed(replace(words(TEN * 6, HERE), short=words(TEN * 4)), 180, 90, 2)
    assert told[0].hint == "shorten its `short:` wording from 40 to about 30 characters"
