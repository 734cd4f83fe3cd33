"""Every message about an audience's file: provoked, told in both languages, its example run."""

from pathlib import Path

import pytest
from outlines import DECK, OUTLINE, TOPICS, loaded, project
from tellings import assert_told, examples

from briefgen.messages.audience import MESSAGES
from briefgen.problems import Problem


def found_with(folder: Path, example: str) -> list[Problem]:
    """The problems of a project with this example: an audience's file, or a deck."""
    if example.startswith("deck:\n"):
        return loaded(project(folder, OUTLINE + TOPICS + example, cadre="name: 干部"), "cadre")[1]
    path = project(folder, OUTLINE + TOPICS + DECK, other=example, cadre="name: 干部")
    return loaded(path, "other")[1]


@pytest.mark.slow
@pytest.mark.parametrize("code", examples(MESSAGES))
def test_the_examples_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    assert_told(code, found_with(tmp_path / "wrong", MESSAGES[code].wrong))
    assert code not in {each.code for each in found_with(tmp_path, MESSAGES[code].right)}


def test_every_message_about_an_audience_is_provoked() -> None:
    without = {"audience-outside", "restricted-id"}
    assert MESSAGES.keys() - set(examples(MESSAGES)) == without


@pytest.mark.parametrize("rule", ["not: [other]", "only: [cadre]"])
def test_an_item_that_is_withheld_is_told_with_whom_it_is_for(tmp_path: Path, rule: str) -> None:
    deck = DECK.replace("title: 谢谢", f"title: 谢谢, {rule}")
    path = project(
        tmp_path, OUTLINE + TOPICS + deck, other="deck: {drop: [end]}", cadre="name: 干部"
    )
    problem = assert_told("restricted-id", loaded(path, "other")[1])
    said = {"not": ("not for other", "不给 other 看"), "only": ("only for cadre", "只给 cadre 看")}
    english, chinese = said[rule.partition(":")[0]]
    assert english in problem.sentence("en")
    assert chinese in problem.sentence("zh")


@pytest.mark.parametrize("part", ["topics: {shuffle: [first]}", "figures: {shuffle: [firms]}"])
def test_verbs_are_the_same_for_every_part(tmp_path: Path, part: str) -> None:
    problem = assert_told("unknown-verb", found_with(tmp_path, part))
    assert "drop、keep、set、order、add" in problem.advice("zh")
