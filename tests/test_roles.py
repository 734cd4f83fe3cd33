"""What a field is for is noted on it: what it is called says nothing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import pytest
from outlines import DECK, OUTLINE, TOPICS, project
from rows import every

from briefgen.brief.hints import Doc, Lead, Names, Subject, Verbatim
from briefgen.brief.model import Data, Ref, Slide, Text, words
from briefgen.brief.roles import (
    check_roles,
    each_in,
    innermost,
    lead,
    quotations,
    references,
    spoken,
)
from briefgen.checks.untraced import check_untraced
from briefgen.kinds import kinds
from briefgen.kinds.base import Kind
from briefgen.outline.load import Project, Read
from briefgen.outline.schema import json_schema, schema_of
from briefgen.problems import Problem, Problems
from briefgen.record import Record, replace

BASE = OUTLINE + TOPICS + DECK


class Plain(Record):
    """The names of a quotation's fields, without their meaning."""

    text: Text
    source: str = ""
    topic: str = ""
    lead: Text | None = None


class Said(Record):
    """Their meaning, under other names."""

    words: Annotated[Text, Verbatim("paper"), Doc("What was said.")]
    paper: Annotated[str, Names("source")] = ""


class Voices(Record):
    """Several quotations, and a text of the author's own."""

    voices: tuple[Said, ...]
    text: Text | None = None


class Plan(Record):
    """A topic, others beside it, a figure and a file, all under names of their own."""

    about: Annotated[Ref, Names("topic"), Subject()]
    beside: Annotated[tuple[Ref, ...], Names("topic")] = ()
    topic: Ref | None = None
    table: Data | None = None
    opening: Annotated[Text | None, Lead()] = None


def own(fields: type[Record]) -> dict[str, Kind[Any]]:
    """The kinds there are, and one called `own`."""
    kind = Kind(name="own", fields=fields, compose=lambda fields, slide, ctx: ())
    return {**{name: kinds()[name] for name in kinds().built_in}, "own": kind}


def read(
    folder: Path, fields: type[Record], slide: str, audience: str = ""
) -> tuple[Read | None, list[Problem]]:
    """What an outline with this slide holds for an audience, and the problems."""
    outline = BASE + f"  - {{id: own, kind: own, title: 题, {slide}}}\n"
    path = project(folder, outline, **({"guest": audience} if audience else {}))
    problems = Problems()
    known = Project.read(path, problems)
    made = known.brief("guest" if audience else "", own(fields), problems)
    if made is not None:
        check_untraced(made.brief, made.ledger, problems)
    return made, list(problems)


def codes(found: list[Problem]) -> list[str]:
    return [problem.code for problem in found]


def test_a_source_beside_a_text_makes_no_quotation(tmp_path: Path) -> None:
    _, found = read(tmp_path, Plain, "text: 首期投入9亿元, source: nobody, topic: none")
    assert codes(found) == ["untraced-number"]
    assert list(quotations(Plain(words("甲"), "article"))) == []


def test_words_said_to_be_a_sources_are_looked_for_in_it(tmp_path: Path) -> None:
    sound = "words: 首期投入2亿元, paper: article"
    assert read(tmp_path / "a", Said, sound)[1] == []
    assert read(tmp_path / "b", Said, "words: 首期投入2亿元")[1] == []
    _, found = read(tmp_path / "c", Said, sound.replace("2亿", "9亿"))
    assert codes(found) == ["words-not-in-source", "untraced-number"]
    _, found = read(tmp_path / "d", Said, sound.replace("article", "artcle"))
    assert codes(found) == ["unknown-source"]


def test_each_quotation_of_a_slide_is_looked_for(tmp_path: Path) -> None:
    voices = "voices: [{words: 首期投入2亿元}, {words: 总规模9亿元}], text: 首期投入2亿元"
    _, found = read(tmp_path, Voices, voices)
    assert codes(found) == ["words-not-in-source", "untraced-number", "untraced-number"]
    assert sorted({problem.mark.line for problem in found}) == [BASE.count("\n") + 1]


def test_an_id_is_of_what_its_note_says(tmp_path: Path) -> None:
    made, found = read(tmp_path / "a", Plan, "about: first, beside: [second], topic: output")
    assert made is not None, found
    fields = made.brief.deck[-1].fields
    assert [(thing, ref.id) for thing, ref in references(fields)] == [
        ("topic", "first"), ("topic", "second"), ("figure", "output"),
    ]  # fmt: skip
    _, found = read(tmp_path / "b", Plan, "about: output, beside: [firms], topic: first")
    assert codes(found) == ["unknown-topic", "unknown-topic", "unknown-figure"]


def test_the_schema_says_what_an_id_is_of() -> None:
    made = schema_of(Plan)["properties"]
    restricted = {key: made[key]["anyOf"][1]["required"] for key in ("about", "topic")}
    assert restricted == {"about": ["topic"], "topic": ["figure"]}
    assert made["beside"]["items"]["anyOf"][1]["required"] == ["topic"]
    assert "pattern" in schema_of(Said)["properties"]["paper"]
    assert "pattern" not in schema_of(Plain)["properties"]["source"]
    listed = json_schema(kinds())["properties"]["page"]["properties"]["topics"]
    assert listed["items"]["anyOf"][1]["required"] == ["topic"]


def test_a_slide_goes_with_the_topic_that_it_is_about(tmp_path: Path) -> None:
    audience = "topics: {drop: [first]}\n"
    made, found = read(tmp_path / "a", Plan, "about: first", audience)
    assert made is not None, found
    assert [slide.id for slide in made.brief.deck] == ["cover", "part", "numbers", "two", "end"]
    made, found = read(tmp_path / "b", Plain, "text: 甲, topic: first", audience)
    assert made is not None, found
    assert made.brief.deck[-1].id == "own"
    _, found = read(tmp_path / "c", Plan, "about: second, beside: [first]", audience)
    assert codes(found) == ["unknown-topic"]


def test_the_speaker_says_a_topics_notes_where_the_slide_has_none(tmp_path: Path) -> None:
    made, _ = read(tmp_path, Plan, "about: first")
    assert made is not None
    slide, notes = made.brief.deck[-1], words("先说创新")
    topics = [replace(made.brief.topics[0], notes=notes), made.brief.topics[1]]
    assert spoken(slide, topics) == notes
    assert spoken(replace(slide, notes=words("另说")), topics) == words("另说")
    assert spoken(replace(slide, fields=Plan(Ref("second"))), topics) is None
    assert spoken(replace(slide, fields=Plain(words("甲"), topic="first")), topics) is None


def test_a_file_of_data_is_read_whatever_its_field_is_called(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.csv").write_text("年份,产值（亿元）\n2022,3\n2023,4\n", "utf-8")
    table = "table: {file: content/a.csv, columns: [年份, 产值]}"
    made, found = read(tmp_path, Plan, f"about: first, {table}")
    assert made is not None, found
    (data,) = each_in(made.brief.deck[-1].fields, Data)
    assert [[cell.text for cell in row] for row in made.brief.attached.data[data].rows] == [
        ["2022", "3"], ["2023", "4"],
    ]  # fmt: skip


def test_the_lead_is_the_text_that_is_noted_so() -> None:
    opening = words("导语")
    assert lead(Plan(Ref("first"), opening=opening)) == opening
    assert lead(Plain(words("甲"), lead=opening)) is None


class Lost(Record):
    text: Annotated[Text, Verbatim("source")]


class Unnamed(Record):
    text: Annotated[Text, Verbatim("source")]
    source: str = ""


class Counted(Record):
    number: Annotated[Decimal, Verbatim("source")]
    source: Annotated[str, Names("source")] = ""


class NoTopic(Record):
    figure: Annotated[Ref, Subject()]


class Many(Record):
    topics: Annotated[tuple[Ref, ...], Names("topic"), Subject()]


class Twice(Record):
    one: Annotated[Text, Lead()]
    two: Annotated[Text, Lead()]


@pytest.mark.parametrize(
    ("cls", "told"),
    [
        (Lost, "Lost.text is Verbatim of no field that names a source"),
        (Unnamed, "Unnamed.text is Verbatim of no field that names a source"),
        (Counted, "Counted.number is no Text, and not Verbatim"),
        (NoTopic, "NoTopic.figure is the Subject, and does not name a topic"),
        (Many, "Many.topics is no Ref, and no Subject"),
        (Twice, "Twice has more than one Lead: one, two"),
    ],
)
def test_a_note_on_a_field_that_cannot_bear_it_is_refused(cls: type, told: str) -> None:
    with pytest.raises(TypeError, match=f"^{told}$"):
        check_roles(cls)


@every("name", kinds().built_in)
def test_the_notes_of_every_kind_are_sound(name: str) -> None:
    check_roles(kinds()[name].fields)


def test_what_a_hint_is_about() -> None:
    assert innermost(tuple[tuple[Annotated[Text | None, Lead()], ...], ...]) is Text
    assert innermost(Slide) is Slide
