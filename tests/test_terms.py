"""Terms are explained where they first come up; nothing Chinese is left in English by mistake."""

from pathlib import Path

import pytest
from outlines import OUTLINE, TOPICS, project

from briefgen.build import Request, check

GLOSSARY = """\
glossary:
  - {term: {zh: 低空经济, en: low-altitude economy}, means: {en: drones and the like}}
"""
DECK = """\
deck:
  - {id: first, kind: summary, title: '一', points: [{head: 甲, text: 甲}, {head: 乙, text: 乙}, {head: 丙, text: 丙}]}
  - {id: second, kind: closing, title: 完}
"""  # noqa: E501
ABROAD = """\
language: en
brief: {title: Demo}
topics: {drop: [first, second]}
deck:
  set:
    first:
      title: %s
      notes: %s
      points: [{head: A, text: %s}, {head: B, text: B}, {head: C, text: C}]
    second: {title: %s}
page: {lead: %s}
"""


def told(folder: Path, *texts: str, audience: str = ABROAD) -> list[str]:
    words = (*texts, *("Nothing",) * (5 - len(texts)))
    text = (
        OUTLINE.replace("title: 报道", "title: {zh: 报道, en: Report}") + TOPICS + DECK + GLOSSARY
    )
    path = project(folder, text, abroad=audience % words)
    codes = ("unexplained-term", "untranslated")
    return [str(p) for p in check(Request(path, ("abroad",))) if p.code in codes]


TERM, EXPLAINED = "The low-altitude economy", "The low-altitude economy (drones and the like)"


@pytest.mark.parametrize(
    ("texts", "line", "where"),
    [
        ((TERM,), 7, "on slide first"),
        (("One", "Nothing", TERM), 9, "on slide first"),
        (("One", "Nothing", "Two", TERM, EXPLAINED), 10, "on slide second"),
        (("One", TERM), 8, "in the speaker's notes of slide first"),
        (("One", "Nothing", "Two", "End", TERM), 11, "on the page"),
        ((TERM, "It means drones and the like"), 7, "on slide first"),
    ],
)
def test_a_term_that_is_not_explained_is_told_where_it_stands(
    tmp_path: Path, texts: tuple[str, ...], line: int, where: str
) -> None:
    (found,) = told(tmp_path, *texts)
    assert found.startswith(f"content/audiences/abroad.yaml:{line}:")
    assert f"comes up first {where}" in found
    assert "“drones and the like”" in found


def test_a_term_in_a_label_or_a_topic_is_told_there(tmp_path: Path) -> None:
    """A slide that only names its figures and its topic has no words of its own to point at."""
    outline = OUTLINE.replace("{zh: 产值, en: Output}", "低空经济产值")
    topics = TOPICS.replace("text: 做强实体。", "text: 做强海洋牧场。")
    deck = (
        "deck:\n- {id: n, kind: kpi, title: 甲, figures: [output, firms]}\n"
        "- {id: t, kind: topic, topic: second, title: 乙}\n"
    )
    glossary = (
        "glossary:\n- {term: {zh: 低空经济}, means: {zh: 飞行汽车等}}\n"
        "- {term: {zh: 海洋牧场}, means: {zh: 海上养殖}}\n"
    )
    path = project(tmp_path, outline + topics + deck + glossary)
    found = [p for p in check(Request(path, formats=("deck",))) if p.code == "unexplained-term"]
    lines = path.read_text("utf-8").splitlines()
    at = [lines[problem.mark.line - 1].strip() for problem in found]
    assert at == ["output:", "- {head: 做强, text: 做强海洋牧场。}"]
    assert ["on slide n" in found[0].message, "on slide t" in found[1].message] == [True, True]


@pytest.mark.parametrize(
    "texts",
    [
        (EXPLAINED, TERM, TERM, TERM, EXPLAINED),
        ("About drones and the like", "Nothing", TERM),
        ("One", EXPLAINED),
        ("No altitude", "Nothing", "Shallow-altitude economy"),
    ],
)
def test_an_explained_term_is_no_problem(tmp_path: Path, texts: tuple[str, ...]) -> None:
    assert told(tmp_path, *texts) == []


def test_readers_of_the_language_itself_need_no_explanation(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + DECK.replace("完", "低空经济") + GLOSSARY)
    assert [p.code for p in check(Request(path)) if p.code == "unexplained-term"] == []


@pytest.mark.parametrize("left", ["A 二次创业 city", "Growth，and more", "《Plan》"])
def test_chinese_left_in_english_is_told(tmp_path: Path, left: str) -> None:
    (found,) = told(tmp_path, f'"{left}"')
    assert found.startswith("content/audiences/abroad.yaml:7:14: warning: “")
    assert "is left in Chinese, and abroad reads English" in found


def test_a_name_in_brackets_is_given_on_purpose(tmp_path: Path) -> None:
    assert told(tmp_path, "The Canton Fair (广交会) opens") == []


def test_a_term_in_what_is_made_by_itself_is_told_at_its_slide(tmp_path: Path) -> None:
    """The list of sources has the title of a source, which stands in no text of a slide."""
    outline = OUTLINE.replace("title: 报道", "title: {zh: 报道, en: Low-altitude economy}")
    deck = "deck:\n  - {id: list, kind: sources, title: 来源}\n"
    abroad = "language: en\nbrief: {title: Demo}\ndeck: {set: {list: {title: Sources}}}\n"
    path = project(tmp_path, outline + deck + GLOSSARY, abroad=abroad)
    told = check(Request(path, ("abroad",), ("deck",)))
    assert [(p.code, p.mark.line) for p in told if p.code == "unexplained-term"] == [
        ("unexplained-term", 20)
    ]
