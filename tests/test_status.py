"""What the ledger says of a figure is a mark that is told apart by its form, and has its word."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
import scenes
from outlines import brief

from briefgen.brief.model import Language
from briefgen.facts.figures import Kind
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.status import (
    Status,
    beside,
    explained,
    key,
    sign,
    status,
    status_mark,
    statuses,
    word,
)
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.canvas import WIDE
from briefgen.scene.items import Group, Shape, TextBox
from briefgen.scene.walk import extent
from briefgen.theme.model import step
from briefgen.typography.flow import Medium
from briefgen.typography.fonts import load_fonts

ALL: tuple[Status, ...] = get_args(Status)


@cache
def context(folder: Path, language: Language = "zh-Hans", medium: Medium = "deck") -> Context:
    made = brief(folder)
    return Context(
        brief=replace(made, language=language),
        theme=scenes.THEME,
        fonts=load_fonts(scenes.THEME.print_face),
        medium=medium,
        problems=Problems(),
        layouts={},
    )


def words_of(group: Group) -> list[str]:
    return [box.lines[0].text for box in group.items if isinstance(box, TextBox)]


def test_every_kind_of_the_ledger_has_a_status(tmp_path: Path) -> None:
    figure = context(tmp_path).figure("output")
    told = {kind: status(replace(figure, kind=kind)) for kind in get_args(Kind)}
    assert told == {
        "actual": "achieved",
        "stock": "achieved",
        "target": "target",
        "plan": "plan",
        "derived": "derived",
    }
    assert statuses(context(tmp_path), ("firms", "output")) == ("achieved",)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", ["已实现", "目标", "计划", "推算"]),
        ("en", ["Achieved", "Target", "Planned", "Derived"]),
    ],
)
def test_a_mark_is_read_out_as_its_word(
    tmp_path: Path, language: Language, words: list[str]
) -> None:
    ctx = context(tmp_path, language)
    marks = [status_mark(ctx, each, Rect(0, 0, pt(9), pt(9))) for each in ALL]
    assert [mark.alt for mark in marks] == [word(ctx, each) for each in ALL] == words


def test_marks_are_told_apart_without_colour(tmp_path: Path) -> None:
    place = Rect(pt(48), pt(100), pt(8), pt(8))
    marks = [status_mark(context(tmp_path), each, place) for each in ALL]
    forms = {(mark.geometry, len(mark.path), bool(mark.fill)) for mark in marks}
    assert len(forms) == len({sign(each) for each in ALL}) == 4
    for mark in marks:
        inked = mark.rect.w + (mark.stroke.width if mark.stroke else 0)
        assert place.w * 8 // 10 <= inked <= place.w
        assert not mark.stroke or mark.stroke.width >= pt(0.75)


@pytest.mark.parametrize("medium", ["deck", "print"])
@pytest.mark.parametrize("left", [False, True])
def test_a_key_stands_on_one_line_and_explains_only_what_occurs(
    tmp_path: Path, medium: Medium, left: bool
) -> None:
    ctx = context(tmp_path, medium=medium)
    made = key(ctx, ("achieved", "target"), WIDE.note, left=left)
    assert words_of(made) == ["已实现", "目标"]
    at = extent(made)
    assert at.y == WIDE.note.y
    assert WIDE.note.x <= at.x < at.right <= WIDE.note.right
    assert (at.x - WIDE.note.x < pt(2)) if left else (at.right == WIDE.note.right)
    boxes = [box for box in made.items if isinstance(box, TextBox)]
    sizes = {run.style.size for box in boxes for par in box.paragraphs for run in par.runs}
    assert sizes == {pt(8)}
    for one, other in pairwise(made.items):
        assert extent(one).right <= extent(other).x


def test_a_mark_stands_in_the_middle_of_the_characters_beside_it(tmp_path: Path) -> None:
    made = key(context(tmp_path), ("plan",), WIDE.key, type=step(12, 14))
    mark, box = made.items
    assert isinstance(mark, Shape)
    assert isinstance(box, TextBox)
    square = beside(0, box.lines[0].baseline, pt(12))
    middle = box.lines[0].baseline - square.y - square.h // 2
    assert pt(12) * 36 // 100 <= middle <= pt(12) * 39 // 100
    assert square.y <= mark.rect.y < mark.rect.bottom <= square.bottom


def test_a_slides_key_says_each_mark_with_its_word(tmp_path: Path) -> None:
    assert explained(context(tmp_path), ("achieved", "plan")) == "● 已实现　△ 计划"
    assert explained(context(tmp_path, "en"), ("target",)) == "○ Target"
