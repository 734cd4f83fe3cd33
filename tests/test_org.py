"""Trees of units: every box on the slide, over those below it, with the line that leads to it."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import composing
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outlines import OUTLINE, TOPICS, brief, found_in

from briefgen.geometry import pt
from briefgen.parts.trees import Branch, placed
from briefgen.problems import Problem
from briefgen.render.pptx import render
from briefgen.scene.items import Group, Rule, TextBox
from briefgen.scene.layouts import BODY
from briefgen.scene.scene import Scene


def composed(folder: Path, top: object) -> tuple[Scene, list[Problem]]:
    made = json.dumps({"kind": "org", "title": "谁管谁", "top": top}, ensure_ascii=False)
    return composing.composed(brief(folder, OUTLINE + TOPICS + f"deck:\n- {made}\n"))


def drawn(scene: Scene) -> Group:
    (group,) = [item for item in scene.pages[0].items if isinstance(item, Group) and item.alt]
    return group


TOP = {
    "name": "领导小组",
    "below": [
        {"name": "专家组", "dotted": "yes"},
        {"name": "办公室", "below": ["综合科", {"name": "督查科", "below": ["一组", "二组"]}]},
        "街道",
    ],
}


def test_units_stand_below_the_one_that_they_belong_to(tmp_path: Path) -> None:
    scene, problems = composed(tmp_path, TOP)
    assert [p for p in problems if p.severity != "note"] == []
    boxes = {box.paragraphs[0].text: box for box in drawn(scene).items if isinstance(box, TextBox)}
    assert len(boxes) == 8
    for above, below in (("领导小组", "办公室"), ("办公室", "综合科"), ("督查科", "二组")):
        assert boxes[above].rect.bottom < boxes[below].rect.y
    assert boxes["专家组"].rect.y == boxes["街道"].rect.y
    assert "领导小组下设专家组、办公室、街道" in drawn(scene).alt
    assert render(scene)


def test_the_line_of_whom_somebody_only_guides_is_dotted(tmp_path: Path) -> None:
    scene, _ = composed(tmp_path, TOP)
    lines = [line for line in drawn(scene).items if isinstance(line, Rule)]
    assert {line.name.number for line in lines if line.stroke.dashed} == {2}


def test_a_name_alone_is_a_unit(tmp_path: Path) -> None:
    scene, problems = composed(tmp_path, "领导小组")
    assert [p for p in problems if p.severity != "note"] == []
    assert drawn(scene).alt


@pytest.mark.parametrize(
    ("top", "said"),
    [
        ({"name": "甲", "below": [{"name": str(n), "below": ["乙"] * 12} for n in range(3)]},
         "the tree has 40 boxes"),
        ({"name": "甲", "below": []}, "0 items here"),
        ({"name": "", "below": ["乙"]}, "“name” is empty"),
        ({"below": ["乙"]}, "“name” is missing"),
        ({"name": "甲", "below": [{"乙": ["丙"]}]}, "write {name: 乙, below: [丙]}"),
        (["甲", "乙"], "write {name: …, below: [甲, 乙]}"),
    ],
)  # fmt: skip
def test_what_is_no_tree_is_told(tmp_path: Path, top: object, said: str) -> None:
    made = json.dumps({"kind": "org", "title": "谁管谁", "top": top}, ensure_ascii=False)
    outline = OUTLINE + TOPICS + f"deck:\n- {made}\n"
    told = found_in(tmp_path, outline)
    if not told:
        told = [str(problem) for problem in composed(tmp_path, top)[1]]
    assert any(said in line for line in told), told


TREES = st.recursive(
    st.just(Branch()),
    lambda inner: st.lists(inner, min_size=1, max_size=6).map(lambda b: Branch(tuple(b))),
    max_leaves=18,
)


def levels(tree: Branch) -> int:
    return 1 + max((levels(each) for each in tree.below), default=0)


@pytest.mark.slow
@settings(max_examples=300)
@given(TREES.filter(lambda tree: tree.count <= 25 and levels(tree) <= 4))
def test_any_tree_stands_on_the_slide_without_boxes_over_each_other(tree: Branch) -> None:
    places = placed(tree, BODY)
    assert len(places) == tree.count
    for each in places:
        rect = each.rect
        assert rect.x >= BODY.x
        assert rect.right <= BODY.right
        assert rect.y >= BODY.y
        assert rect.bottom <= BODY.bottom
        assert rect.w >= pt(20)
        assert rect.h >= pt(14)
    for one, other in combinations(places, 2):
        a, b = one.rect, other.rect
        assert a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
