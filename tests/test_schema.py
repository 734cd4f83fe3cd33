"""From nodes to a brief: what an outline says arrives typed, and every mistake has its place."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal

import pytest
from outlines import DECK, OUTLINE, TOPICS, brief, found_in, loaded, nodes, project
from rows import every

from briefgen.answers.described import keys
from briefgen.brief.hints import Length
from briefgen.brief.model import Ref, Text
from briefgen.kinds import kinds
from briefgen.kinds.kpi import Kpi
from briefgen.kinds.timeline import Timeline
from briefgen.machine.assets import shipped
from briefgen.outline.convert import convert, fields_of
from briefgen.outline.folder import audience_names
from briefgen.outline.language import Target
from briefgen.outline.load import Project
from briefgen.outline.schema import json_schema, schema_of
from briefgen.problems import NOWHERE, MachineError, Mark, Problems
from briefgen.record import Record


def test_a_minimal_outline_becomes_a_brief(tmp_path: Path) -> None:
    made = brief(tmp_path)
    assert (made.slug, str(made.title), made.language, made.audience) == (
        "demo",
        "示例",
        "zh-Hans",
        "",
    )
    assert made.deck == ()
    assert made.page.topics == ()
    assert made.figures["output"].quantity.value == Decimal(320_000_000_000)
    assert made.figures["output"].quantity.qualifier == "超"
    assert made.figures["firms"].source == "article"
    assert dict(made.figures["firms"].label) == {"zh-Hans": "企业", "en": "Firms"}
    assert [topic.id for topic in made.topics] == ["first", "second"]


def test_marks_lead_to_what_was_written(tmp_path: Path) -> None:
    made = brief(tmp_path)
    lines = (tmp_path / "content/outline.yaml").read_text(encoding="utf-8").split("\n")

    def at(mark: Mark) -> str:
        assert mark.file == "content/outline.yaml"
        return lines[mark.line - 1][mark.column - 1 :]

    assert at(made.title.mark).startswith("示例, en: Demo")
    assert at(made.figures["output"].mark).startswith("output:")
    assert at(made.figures["output"].quote_mark).startswith("去年全市")
    assert at(made.figures["output"].value_mark).startswith("3200亿元")
    assert at(made.topics[1].measures[0].head.mark).startswith("做强, text")
    assert at(made.topics[1].figures[0].mark).startswith("firms]")


@pytest.mark.parametrize(
    ("date", "language", "spoken"),
    [
        ("2024", "zh", "2024年"), ("2024-02", "zh", "2024年2月"),
        ("2024-02-09", "zh", "2024年2月9日"), ("2024-02-09", "en", "9 February 2024"),
        ("2024-02", "en", "February 2024"), ("2024", "en", "2024"),
    ],
)  # fmt: skip
def test_dates_read_as_in_the_language(
    tmp_path: Path, date: str, language: str, spoken: str
) -> None:
    text = f"brief: {{slug: a, title: 1, date: {date}, language: {language}}}\n"
    text += "deck: [{kind: cover}]\n"
    made = brief(tmp_path, text)
    assert str(made.date_text) == spoken
    assert made.date == date


def test_slides_carry_the_fields_of_their_kind(tmp_path: Path) -> None:
    made = brief(tmp_path, OUTLINE + TOPICS + """\
deck:
  - {kind: cover, hidden: yes}
  - kind: kpi
    title: 两个数字
    figures:
      - output
      - {figure: firms, label: 企业数}
  - kind: kpi
    title: {text: 很长的标题, short: 短}
    figures: [output, firms]
    notes: |
      第一句。
      第二句。
  - kind: timeline
    title: 时间
    events: [{when: "2024", what: 甲}, {when: "2035", what: 乙, target: yes}]
""")  # fmt: skip
    cover, one, two, timeline = made.deck
    assert [slide.id for slide in made.deck] == ["cover", "kpi", "kpi-2", "timeline"]
    assert cover.hidden
    assert str(cover.title) == ""
    assert isinstance(one.fields, Kpi)
    assert [(str(cell.figure.id), str(cell.label or "")) for cell in one.fields.figures] == [
        ("output", ""), ("firms", "企业数"),
    ]  # fmt: skip
    assert str(two.title.short) == "短"
    assert str(two.notes) == "第一句。\n第二句。"
    assert isinstance(timeline.fields, Timeline)
    assert [event.target for event in timeline.fields.events] == [None, True]


def test_folded_chinese_has_no_spaces_where_lines_ended(tmp_path: Path) -> None:
    made = brief(tmp_path, OUTLINE + """\
deck:
  - kind: section
    title: >-
      大干十二年，
      再造新广州
      {output}
      in 2035
    lead: 一 二
""")  # fmt: skip
    assert str(made.deck[0].title) == "大干十二年，再造新广州超3200亿元 in 2035"
    assert str(made.deck[0].fields.lead) == "一 二"  # type: ignore[attr-defined]


def test_folded_english_keeps_its_spaces(tmp_path: Path) -> None:
    made = brief(tmp_path, """\
brief: {slug: a, title: T, language: en}
deck:
  - kind: section
    title: >-
      Build a “new
      city” — now
      “again”
""")  # fmt: skip
    assert str(made.deck[0].title) == "Build a “new city” — now “again”"


# A line with a mistake, how the place begins that is to be told, and what is said of it.
MISTAKES = [
    ("  - {kind: kpii, title: 题}", "kpii", "no slide kind “kpii” (hint: did you mean “kpi”?)"),
    ("  - {kind: section, titel: 题}", "titel", "“titel” here (hint: did you mean “title”?)"),
    ("  - {kind: section}", "{", "a slide of kind section needs a title"),
    ("  - {title: 题}", "{", "“kind” is missing"),
    ("  - {kind: cover, hidden: ja}", "ja", "yes or no is expected here, not “ja”"),
    ("  - {kind: bar, title: 题, figures: [output]}", "[", "1 item here, where 2–8 fit"),
    ("  - {kind: bar, title: 题, figures: output}", "output", "a list is expected here"),
    ("  - {kind: bar, title: 题, figures: [output, frims]}", "frims", "did you mean “firms”?"),
    ("  - {kind: topic, title: 题, topic: frist}", "frist", "did you mean “first”?"),
    ("  - {kind: quote, title: 题, text: 话, source: artikel}", "artikel", "mean “article”?"),
    ("  - {kind: cover, id: A b}", "A b", "“A b” is not in the right form (hint: write lower-"),
    ("  - {kind: section, title: [题]}", "[", "a text is expected here, not a list"),
    ("  - {kind: section, title: {gdp}}", "{gdp", "YAML takes {gdp} for a mapping"),
    ("  - {kind: section, title: {fr: x, zh: 题}}", "fr", "“fr” is not a key of a text"),
    ("  - {kind: section, title: {en: x}}", "{en", "no other wording"),
    ("  - {kind: section, title: '{outptu}'}", "'", "“outptu” (hint: did you mean “output”?)"),
    ("  - {kind: section, title: '超{output'}", "'", "“{” stands alone"),
    ("  - {kind: section, title: 'a}'}", "'", "“}” stands alone (hint: for a brace in the text"),
    (
        "  - {kind: section, title: '{output:x}'}",
        "'",
        "write {output}, {output:number} or {output:signed}",
    ),
    ("  - {kind: section, title: '{}'}", "'", "“{}” names no figure"),
    ("  - {kind: table, title: 题, header: [a, b], rows: [[a, b]], widths: [1.5]}", "1.5", "whole"),
    ("  - just words", "just", "lines are expected here, not “just words”"),
    ("page: {lead: 题, figure: [output]}", "figure", "(hint: did you mean “figures”?)"),
    ("page: {topics: [first, third]}", "third", "no topic “third”"),
    ("pages: {}", "pages", "no part “pages” (hint: did you mean “page”?)"),
]


@pytest.mark.parametrize(("line", "needle", "words"), MISTAKES)
def test_a_mistake_is_told_where_it_stands(
    tmp_path: Path, line: str, needle: str, words: str
) -> None:
    deck = "" if not line.startswith("  -") else "deck:\n"
    text = OUTLINE + TOPICS + deck + line + "\n"
    column = line.index(needle) + 1
    where = f"content/outline.yaml:{text.count(chr(10))}:{column}: error: "
    found = found_in(tmp_path, text)
    assert any(each.startswith(where) and words in each for each in found), found


def test_all_mistakes_of_a_file_come_together(tmp_path: Path) -> None:
    lines = [line for line, _, _ in MISTAKES if line.startswith("  -")]
    text = OUTLINE + TOPICS + "deck:\n" + "\n".join(lines) + "\nfoo: 1\n"
    start = (OUTLINE + TOPICS).count("\n") + 2
    told = {int(re.match(r"[^:]+:(\d+):", each)[1]) for each in found_in(tmp_path, text)}  # type: ignore[index]
    assert told == set(range(start, start + len(lines) + 1))


@pytest.mark.parametrize(
    ("old", "new", "needle", "words"),
    [
        ("value: 3200亿元", "value: 很多", "很多", "“很多” is not one quantity"),
        ("kind: actual", "kind: actul", "actul", "(hint: did you mean “actual”?)"),
        ("slug: demo", "slug: con", "con", "Windows"),
        ("slug: demo", "slug: ../demo", "../demo", "is not in the right form"),
        ("date: 2024-02", "date: 2024-13", "2024-13", "the calendar has no 2024-13"),
        ("date: 2024-02", "date: 二月", "二月", "is not in the right form"),
        ("title: {zh: 示例", "subtitle: {zh: 示例", "slug", "“title” is missing"),
        ("seeds/article.txt", "../article.txt", "../article", "is not in the right form"),
        ("  output:\n", "  Output:\n", "Output", "“Output” is not an id"),
        ("    label: {zh: 产值, en: Output}\n", "", "output", "“label” is missing"),
        ("kind: actual", "kind: actual\n    source: artikel", "artikel", "no source “artikel”"),
        ("quote: 拥有1.3万家企业", "quote: 拥有万家企业", "拥有万", "does not stand in"),
        ("quote: 拥有1.3万家企业", "formula: output / output", "output /", "is not derived"),
        ("kind: stock", "kind: derived", "firms", "derived, but has no formula"),
        ("date: 2024-02", "language: fr", "fr", "no language “fr”"),
    ],
)
def test_mistakes_of_the_brief_and_the_ledger(
    tmp_path: Path, old: str, new: str, needle: str, words: str
) -> None:
    text = OUTLINE.replace(old, new)
    lines = text.split("\n")
    line = next(i for i, each in enumerate(lines) if needle in each)
    where = f"content/outline.yaml:{line + 1}:{lines[line].index(needle) + 1}: error: "
    found = found_in(tmp_path, text + TOPICS)
    assert any(each.startswith(where) and words in each for each in found), found


def test_a_value_takes_the_unit_given_apart(tmp_path: Path) -> None:
    text = OUTLINE.replace("value: 3200亿元", "value: 3200亿\n    unit: 元")
    assert brief(tmp_path, text + TOPICS).figures["output"].quantity.unit == "元"


def test_an_empty_outline_has_nothing_to_show(tmp_path: Path) -> None:
    assert any("there is nothing to show" in each for each in found_in(tmp_path, OUTLINE))
    assert any("no part “brief”" in each for each in found_in(tmp_path, TOPICS))


def test_two_things_of_one_id_are_refused(tmp_path: Path) -> None:
    deck = "deck:\n  - {id: a, kind: cover}\n  - {id: a, kind: cover}\n"
    found = found_in(tmp_path, OUTLINE + TOPICS + deck)
    line = (OUTLINE + TOPICS).count("\n") + 2
    assert [each for each in found if "called “a”" in each] == [
        f"content/outline.yaml:{line + 1}:5: error: two slides are called “a”; the other is in "
        f"line {line} (hint: give one of them another id)"
    ]
    found = found_in(tmp_path, OUTLINE + TOPICS.replace("id: second", "id: first"))
    assert any("two topics are called “first”" in each for each in found)


def test_included_files_are_parts_of_the_outline(tmp_path: Path) -> None:
    path = project(tmp_path, "include: [topics.yaml]\n" + OUTLINE)
    (path.parent / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    made, found = loaded(path)
    assert made is not None, found
    assert made.topics[0].summary.mark.file == "content/topics.yaml"


def test_a_part_in_two_files_is_refused(tmp_path: Path) -> None:
    path = project(tmp_path, "include: [topics.yaml]\n" + OUTLINE + TOPICS)
    (path.parent / "topics.yaml").write_text(TOPICS, encoding="utf-8")
    _, found = loaded(path)
    assert str(found[0]).startswith(
        "content/topics.yaml:1:1: error: “topics” stands in content/outline.yaml and in "
    )


@pytest.mark.parametrize(
    ("included", "topics", "told"),
    [
        ("topics.yaml", TOPICS, "outline.yaml:1:10: error: include wants a list of files, not “"),
        ("[topics.yaml, topics.yaml]", TOPICS, "outline.yaml:1:24: error: topics.yaml is included"),
        ("[topics.yaml]", TOPICS + "include: []\n", "error: an included file cannot include oth"),
        ("[topics.yaml]", "- a list\n", "content/topics.yaml:1:1: error: the file must be a mapp"),
    ],
)
def test_what_cannot_be_included_is_told(
    tmp_path: Path, included: str, topics: str, told: str
) -> None:
    path = project(tmp_path, f"include: {included}\n" + OUTLINE)
    (path.parent / "topics.yaml").write_text(topics, encoding="utf-8")
    _, found = loaded(path)
    assert any(told in str(problem) for problem in found), list(map(str, found))


@pytest.mark.parametrize(
    "name", ["../secret.yaml", "/etc/passwd", "a/../../x.yaml", "link.yaml", "C:\\x", "~/x"]
)
def test_nothing_outside_the_folder_is_included(tmp_path: Path, name: str) -> None:
    path = project(tmp_path, f"include: ['{name}']\n" + OUTLINE + TOPICS)
    (tmp_path / "secret.yaml").write_text("topics: []\n")
    (path.parent / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    made, found = loaded(path)
    assert made is None
    assert [(p.code, p.mark.line) for p in found] == [("outside", 1)]


def test_a_missing_include_is_told_at_its_line(tmp_path: Path) -> None:
    found = found_in(tmp_path, OUTLINE + TOPICS + "include:\n  - gone.yaml\n")
    line = (OUTLINE + TOPICS).count("\n") + 2
    assert found[0].startswith(
        f"content/outline.yaml:{line}:5: error: content/gone.yaml cannot be read"
    )


def test_a_source_outside_the_project_is_not_read(tmp_path: Path) -> None:
    path = project(tmp_path / "inner", OUTLINE + TOPICS)
    (tmp_path / "outer.txt").write_text(
        "去年全市产值超3200亿元，拥有1.3万家企业。", encoding="utf-8"
    )
    seed = tmp_path / "inner/seeds/article.txt"
    seed.unlink()
    seed.symlink_to(tmp_path / "outer.txt")
    made, found = loaded(path)
    assert made is None
    assert any("cannot be read" in str(each) for each in found)


def test_an_outline_that_is_not_there_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="cannot read"):
        Project.read(tmp_path / "outline.yaml", Problems())


def test_an_outline_outside_content_is_its_own_project(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(
        "brief: {slug: a, title: 甲}\ndeck: [{kind: cover}]\n", encoding="utf-8"
    )
    made, _ = loaded(tmp_path / "plan.yaml")
    assert made is not None
    assert made.mark.file == "plan.yaml"


def test_english_needs_its_wordings(tmp_path: Path) -> None:
    deck = "deck:\n  - {kind: kpi, title: {zh: 题, en: Two}, figures: [output, firms]}\n"
    outline = OUTLINE.replace("{zh: 企业, en: Firms}", "企业") + deck
    path = project(tmp_path, outline, overseas="name: Overseas\nlanguage: en\n")
    made, found = loaded(path, "overseas")
    assert made is None
    assert [(p.code, p.mark.line) for p in found] == [("figure-untranslated", 17)], found
    assert loaded(path)[0] is not None


def test_words_that_are_the_same_everywhere_need_no_translation(tmp_path: Path) -> None:
    deck = """\
deck:
  - kind: timeline
    title: {zh: 题, en: Title}
    events:
      - {when: "2024", what: "{output}"}
      - {when: "{firms}", what: {zh: 乙, en: B}}
"""
    path = project(tmp_path, OUTLINE + deck, overseas="name: Overseas\nlanguage: en\n")
    made, found = loaded(path, "overseas")
    assert made is not None, found
    assert made.voice.languages == ("zh-Hans", "en")


class Inner(Record):
    """An id that may stand alone."""

    figure: Ref
    label: Text | None = None


class Every(Record):
    """One field of each type."""

    word: str
    whole: int
    exact: Decimal
    sure: bool
    choice: Literal["a", "b"]
    text: Text
    inner: tuple[Inner, ...]
    grid: tuple[tuple[Text, ...], ...] = ()
    few: Annotated[tuple[str, ...], Length(1, 2)] = ()
    mark: Mark = NOWHERE
    word_mark: Mark = NOWHERE


def test_each_type_is_read_by_its_hint() -> None:
    problems = Problems()
    made = convert(
        Every,
        nodes("""\
        word: no
        whole: 12
        exact: 1.10
        sure: no
        choice: b
        text: 1.10
        inner: [a, {figure: b, label: c}]
        grid: [[x, ""], [y, z]]
        """),
        Target(problems=problems),
    )
    assert made is not None, list(problems)
    assert (made.word, made.whole, str(made.exact), made.sure) == ("no", 12, "1.10", False)
    assert (made.choice, str(made.text)) == ("b", "1.10")
    assert [(one.figure.id, str(one.label or "")) for one in made.inner] == [("a", ""), ("b", "c")]
    assert [[str(cell) for cell in row] for row in made.grid] == [["x", ""], ["y", "z"]]
    assert (str(made.mark), str(made.word_mark)) == ("outline.yaml:1:1", "outline.yaml:1:7")


@every(
    ("key", "value"),
    [
        ("whole", "017"), ("whole", "1_000"), ("whole", "0x1F"), ("whole", "1.0"),
        ("whole", "9" * 5000), ("exact", "1e5"), ("exact", ".5"), ("exact", "1,000"),
        ("exact", "nan"), ("exact", "１"),
        ("sure", "on"), ("sure", "Yes"), ("sure", "1"), ("choice", "c"), ("word", "[a]"),
        ("few", "[a, b, c]"), ("few", "[a, ]"), ("inner", "[{label: c}]"),
        ("word", ""), ("text", '""'),
    ],
)  # fmt: skip
def test_what_is_not_quite_the_type_is_refused(key: str, value: str) -> None:
    sound: dict[str, Any] = {"word": "w", "whole": 1, "exact": 1, "sure": "yes", "choice": "a",
                             "text": "t", "inner": "[]"}  # fmt: skip
    sound[key] = value
    problems = Problems()
    convert(
        Every, nodes("".join(f"{k}: {v}\n" for k, v in sound.items())), Target(problems=problems)
    )
    if (key, value) == ("few", "[a, ]"):
        assert not list(problems)
        return
    assert [problem.mark.line for problem in problems] == [list(sound).index(key) + 1]


def test_the_schema_describes_every_kind_and_part() -> None:
    schema = json.loads(json.dumps(json_schema(kinds())))
    assert schema["$schema"].endswith("2020-12/schema")
    assert set(schema["properties"]) == {
        "include", "brief", "sources", "figures", "topics", "deck", "page", "traditional",
        "units", "lexicon", "names", "glossary", "slides",
    }  # fmt: skip
    listed = schema["properties"]["deck"]["items"]["oneOf"]
    slides = {each["properties"]["kind"]["const"]: each for each in listed}
    assert set(slides) == set(kinds())
    assert slides["bar"]["properties"]["figures"]["minItems"] == 2
    _, several = slides["bar"]["properties"]["only"]["anyOf"]
    assert (several["type"], several["minItems"]) == ("array", 1)
    assert "title" in slides["bar"]["required"]
    assert "title" not in slides["cover"]["required"]
    assert slides["bar"]["additionalProperties"] is False
    assert "mark" not in json.dumps(slides["bar"])
    figure = schema["properties"]["figures"]["additionalProperties"]
    assert figure["properties"]["kind"]["enum"] == ["actual", "target", "plan", "stock", "derived"]
    assert set(figure["required"]) == {"value", "kind", "label"}
    assert all("description" in each for each in slides.values())


def test_every_kinds_fields_are_as_they_were_read(update: bool) -> None:
    """Each with its type, its limits and its words; `--update` rewrites the list."""
    got = "".join(
        f"{name}\n" + "".join(f"  {field}\n" for field in fields_of(kind.fields))
        for name, kind in sorted(kinds().items())
    )
    expected = Path(__file__).parent / "cases" / "fields.txt"
    if update:
        expected.write_text(got, "utf-8")
    assert got == expected.read_text("utf-8")


def test_the_schema_says_each_type_by_its_hint() -> None:
    said = json.loads(json.dumps(schema_of(Every)))
    types = {
        name: field.get("type", field.get("enum")) for name, field in said["properties"].items()
    }
    assert types["whole"] == "integer"
    assert types["exact"] == "number"
    assert types["sure"] == [True, False, "yes", "no"]
    assert types["choice"] == ["a", "b"]
    assert types["inner"] == types["grid"] == types["few"] == "array"
    few = said["properties"]["few"]
    assert (few["minItems"], few["maxItems"]) == (1, 2)
    assert said["properties"]["text"] == {"$ref": "#/$defs/text"}
    assert {"word", "whole", "exact", "sure", "choice", "text", "inner"} == set(said["required"])


def test_a_kinds_fields_are_told_in_words() -> None:
    told = [str(field) for field in fields_of(kinds()["kpi"].fields)]
    assert told[0].split()[0] == "figures"
    assert "2–18 of them" in told[0]
    assert ", optional: " in told[-1]


def test_the_shipped_outline_is_sound() -> None:
    outline = shipped("content") / "outline.yaml"
    problems = Problems()
    made = Project.read(outline, problems).brief("", kinds(), problems)
    assert made is not None, "\n".join(map(str, problems))
    assert len(made.brief.deck) > 15


def test_every_shipped_audience_is_sound() -> None:
    outline = shipped("content") / "outline.yaml"
    problems = Problems()
    read = Project.read(outline, problems)
    for name in audience_names(outline):
        read.brief(name, kinds(), problems)
    assert not [str(p) for p in problems if p.severity == "error"]


def test_five_hundred_slides_are_read(tmp_path: Path) -> None:
    slide = (
        "  - {{kind: kpi, id: s{0}, title: '产值{{output}}的第{0}页', figures: [output, firms]}}\n"
    )
    text = OUTLINE + TOPICS + "deck:\n" + "".join(slide.format(i) for i in range(500))
    path = project(tmp_path, text)
    made, _ = loaded(path)
    assert made is not None
    assert str(made.deck[499].title) == "产值超3200亿元的第499页"


def test_a_deck_reads_the_same_twice(tmp_path: Path) -> None:
    text = OUTLINE + TOPICS + DECK
    assert brief(tmp_path, text) == brief(tmp_path, text)


def test_a_choice_is_told_with_its_words_where_there_are_several_and_not_too_many() -> None:
    def told(*words: str) -> str:
        field = {"enum": [*words], "description": "Which."}
        return keys({"properties": {"which": field}, "required": ["which"]})["which"]

    assert told("one") == "Which."
    assert told("one", "other") == "one | other: Which."
    assert told(*map(str, range(15))).startswith("0 | 1 | 2")
    assert told(*map(str, range(16))) == "Which."
