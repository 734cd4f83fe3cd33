"""Points of any ordinary length, few or many words, stand on their slides in the form that fits."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from composing import composed
from faults import faults
from outlines import OUTLINE, TOPICS, brief

from briefgen.scene.walk import walk

WORDS = {
    "zh-Hans": "全市推进高标准农田建设并完善灌溉设施提升粮食综合生产能力，加快培育新型经营主体" * 6,
    "en": "The company operates stores in many states and invests in its distribution network " * 6,
}
LENGTHS = (10, 30, 60, 120, 200)


def kinds(folder: Path, language: str, slide: str) -> set[str]:
    """What stands on the pages of a slide of bullets in which nothing is wrong."""
    outline = OUTLINE.replace("zh-Hans", language) + TOPICS
    scene, problems = composed(
        brief(folder, f"{outline}deck:\n- {{kind: bullets, title: A, {slide}}}\n")
    )
    assert [str(each) for each in problems if each.severity == "error"] == []
    assert [fault.what for fault in faults(scene)] == []
    return {item.name.kind for page in scene.pages for item in walk(page.items)}


def points(language: str, count: int, length: int, below: int = 0) -> str:
    words = WORDS[language][:length].strip()
    under = f", points: [{', '.join([WORDS[language][:40].strip()] * below)}]" if below else ""
    return f"points: [{', '.join([f'{{text: {words}{under}}}'] * count)}]"


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("more", ["", "numbered: yes, ", "note: A note, "])
def test_points_of_every_length_stand_on_a_slide(
    tmp_path: Path, language: str, count: int, more: str
) -> None:
    for length, below in product(LENGTHS, (0, 3)):
        kinds(tmp_path, language, more + points(language, count, length, below))


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-Hans", "en"])
@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("note", ["", "note: A note, "])
def test_a_lead_leaves_room_for_points_of_every_length(
    tmp_path: Path, language: str, count: int, note: str
) -> None:
    lead = WORDS[language][: 26 if language != "en" else 40].strip()
    for length in LENGTHS:
        found = kinds(tmp_path, language, f"{note}lead: {lead}, " + points(language, count, length))
        assert {"lead", "body"} <= found


def test_points_too_long_for_panels_are_a_list_and_short_ones_are_not(tmp_path: Path) -> None:
    assert "card" in kinds(tmp_path, "en", points("en", 3, 30))
    assert "body" in kinds(tmp_path, "en", points("en", 2, 120))
    assert "card" in kinds(tmp_path, "zh-Hans", points("zh-Hans", 3, 10))
    assert "body" in kinds(tmp_path, "zh-Hans", points("zh-Hans", 3, 30))
