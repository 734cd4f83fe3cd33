"""A record may be written as its first field alone, where all others may be left out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import pytest
from outlines import OUTLINE, nodes, project

from briefgen.brief.hints import Doc
from briefgen.brief.model import Brief, Ref, Text
from briefgen.kinds import kinds
from briefgen.kinds.base import Kind
from briefgen.outline.convert import convert, stands_alone
from briefgen.outline.language import Target
from briefgen.outline.load import Project
from briefgen.outline.schema import schema_of
from briefgen.problems import NOWHERE, Mark, Problem, Problems
from briefgen.record import Record


class Step(Record):
    """A text that may stand alone, beside another text."""

    head: Annotated[Text, Doc("A few words.")]
    text: Text | None = None
    parts: tuple[Text, ...] = ()
    mark: Mark = NOWHERE
    head_mark: Mark = NOWHERE
    text_mark: Mark = NOWHERE


class Line(Record):
    """A text that may stand alone, without another."""

    line: Text
    strong: bool = False


class Figure(Record):
    """An id that may stand alone."""

    figure: Ref
    label: Text | None = None
    figure_mark: Mark = NOWHERE


class Pair(Record):
    """Two texts, of which neither may stand alone."""

    head: Text
    text: Text


class Steps(Record):
    """All of these."""

    steps: tuple[Step, ...] = ()
    lines: tuple[Line, ...] = ()
    figures: tuple[Figure, ...] = ()
    pairs: tuple[Pair, ...] = ()
    one: Step | None = None


def read(written: str, language: Any = "zh-Hans") -> tuple[Steps, list[Problem]]:
    """What an author wrote, and what is wrong with it."""
    problems = Problems()
    made = convert(Steps, nodes(written), Target(problems=problems, language=language))
    assert made is not None, list(problems)
    return made, list(problems)


def test_a_text_stands_for_its_record_in_each_of_its_forms() -> None:
    written = """\
    steps:
      - 先立后破
      - {zh: 先立后破, en: First things first}
      - {en: First things first, zh: 先立后破}
      - {head: 先立后破}
      - {head: {zh: 先立后破, en: First things first}}
    lines: [先立后破, {text: 先立后破, short: 先立}, {line: 先立后破}]
    one: 先立后破
    """
    made, found = read(written)
    assert found == []
    heads = [(str(each.head), each.text, each.parts) for each in (*made.steps, made.one)]
    assert heads == [("先立后破", None, ())] * 6
    assert [str(each.line) for each in made.lines] == ["先立后破"] * 3
    assert [str(each.line.short or "") for each in made.lines] == ["", "先立", ""]
    english, found = read("steps: [{zh: 先立后破, en: First things first}]", "en")
    assert (str(english.steps[0].head), found) == ("First things first", [])


def test_a_mapping_with_a_key_of_the_record_is_the_record() -> None:
    """`{text: …}` is the text of a step without a head, and is not taken for its head."""
    for written in ("{text: 不留空当}", "{text: 不留空当, short: 不留}", "{zh: 甲, text: 乙}"):
        made, found = read(f"steps: [{written}]")
        assert made.steps == ()
        assert ("missing", "head") in {(each.code, dict(each.parts).get("key")) for each in found}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("steps: [{haed: 先立后破}]", "unknown-key"),
        ("steps: [{zh: 先立后破, eng: First}]", "not-a-text-key"),
        ("steps: [{gdp}]", "unquoted-braces"),
        ("steps: [[先立后破]]", "not-a-mapping"),
        ("pairs: [先立后破]", "not-a-mapping"),
        ("pairs: [{zh: 先立后破}]", "unknown-key"),
        ("figures: [{zh: gdp}]", "unknown-key"),
    ],
)
def test_what_is_neither_is_told_as_what_it_is_nearest_to(written: str, code: str) -> None:
    _, found = read(written)
    assert code in [each.code for each in found], found


def test_places_are_kept_where_a_field_stands_alone() -> None:
    made, _ = read("steps:\n  - 先立后破\n  - {zh: 同题共答}\nfigures: [gdp]\n")
    first, second = made.steps
    places = [first.mark, first.head_mark, first.head.mark, first.text_mark]
    assert [str(mark) for mark in places] == ["outline.yaml:2:5"] * 3 + [""]
    assert (second.mark.line, second.head.mark.line, second.head.mark.column) == (3, 3, 10)
    assert str(made.figures[0].figure_mark) == "outline.yaml:4:11"


def test_only_a_first_field_stands_alone_and_only_without_others_that_must_be_there() -> None:
    assert [stands_alone(cls) and stands_alone(cls).name for cls in (Step, Line, Figure, Pair)] == [
        "head", "line", "figure", None,
    ]  # fmt: skip


def test_the_schema_lets_editors_write_them_so() -> None:
    made = schema_of(Steps)["properties"]
    text = {"$ref": "#/$defs/text"}
    assert _items(made["lines"])["anyOf"][0] == text
    *forms, record = _items(made["steps"])["anyOf"]
    assert record["required"] == ["head"]
    assert {"type": ["string", "number"]} in forms
    assert [sorted(form["properties"]) for form in forms if "properties" in form] == [
        ["en", "zh", "zh-Hans", "zh-Hant"], ["not", "only", "text"],
    ]  # fmt: skip
    assert "anyOf" not in _items(made["pairs"])


def _items(field: Any) -> Any:
    """What the items of a list are, where one may be written alone too."""
    forms = field.get("anyOf", [field])
    return next(form["items"] for form in forms if form.get("type") == "array")


def audience(folder: Path, name: str, step: str) -> tuple[Brief | None, list[Problem]]:
    """What an audience sees of a slide with this step, and one more."""
    slide = f"deck:\n  - {{id: a, kind: own, title: 题, steps: [{step}, 同题共答]}}\n"
    kind = Kind(name="own", fields=Steps, compose=lambda fields, slide, ctx: ())
    problems = Problems()
    read = Project.read(project(folder, OUTLINE + slide, guest="name: 客人"), problems)
    made = read.brief(name, {**kinds(), "own": kind}, problems)
    return made and made.brief, list(problems)


def heads(brief: Brief | None) -> list[str]:
    assert brief is not None
    fields = brief.deck[0].fields
    assert isinstance(fields, Steps)
    return [str(step.head) for step in fields.steps]


@pytest.mark.parametrize(
    "step", ["{text: 内部测算, only: [base]}", "{head: 内部测算, only: [base]}"]
)
def test_what_stands_alone_can_be_for_some_alone_and_is_searched_for(
    tmp_path: Path, step: str
) -> None:
    made, found = audience(tmp_path, "", step)
    assert heads(made) == ["内部测算", "同题共答"], found
    made, found = audience(tmp_path, "guest", step)
    assert heads(made) == ["同题共答"], found
    assert made is not None
    assert [secret.words for secret in made.withheld] == ["内部测算"]


def test_what_stands_alone_in_a_slide_that_is_withheld_is_searched_for(tmp_path: Path) -> None:
    slide = """\
deck:
  - {id: b, kind: closing, title: 谢谢}
  - {id: a, kind: own, title: 题, steps: [内部测算, {zh: 内部筹措}], only: [base]}
"""
    kind = Kind(name="own", fields=Steps, compose=lambda fields, slide, ctx: ())
    problems = Problems()
    read = Project.read(project(tmp_path, OUTLINE + slide, guest="name: 客人"), problems)
    made = read.brief("guest", {**kinds(), "own": kind}, problems)
    assert made is not None, list(problems)
    assert {"内部测算", "内部筹措"} <= {secret.words for secret in made.brief.withheld}
