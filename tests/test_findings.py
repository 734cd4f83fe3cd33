"""What programs read: findings, schemas and kinds as JSON."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from outlines import DECK, OUTLINE, TOPICS, project

from briefgen.answers import described, examples
from briefgen.answers.gallery import outline as gallery
from briefgen.build import check
from briefgen.cli import briefgen
from briefgen.kinds import kinds
from briefgen.outline.convert import fields_of
from briefgen.outline.nearest import closest
from briefgen.outline.written import PageForm, SlideForm
from briefgen.request import Request

ROOT = Path(__file__).parents[1]
KEYS = {
    "code",
    "severity",
    "audience",
    "file",
    "line",
    "column",
    "end_column",
    "path",
    "found",
    "choices",
    "message",
    "hint",
    "measured",
    "allowed",
    "unit",
    "fix",
}


def found(*arguments: str) -> list[dict[str, Any]]:
    """The findings that a command prints."""
    result = CliRunner().invoke(briefgen, [*arguments, "--json", "--lang", "en"])
    listed = json.loads(result.stdout)["problems"]
    assert isinstance(listed, list)
    for each in listed:
        assert {"code", "severity", "message"} <= set(each) <= {*KEYS, "choices_at"}
        assert not any(value in ("", None, []) for value in each.values())
    return listed


def test_all_keys_are_there_where_they_are_asked_for(tmp_path: Path) -> None:
    outline = project(tmp_path, OUTLINE + TOPICS + DECK.replace("title", "titel", 1))
    result = CliRunner().invoke(briefgen, ["check", str(outline), "--json", "--all-keys"])
    listed = json.loads(result.stdout)["problems"]
    assert listed
    assert all(set(each) == KEYS for each in listed)
    few = CliRunner().invoke(briefgen, ["check", str(outline), "--json"]).stdout
    assert len(few) < len(result.stdout) * 2 // 3


def mended(outline: Path, findings: list[dict[str, Any]]) -> None:
    """Do what each finding's `fix` says, in its file."""
    root = outline.parent.parent
    for each in sorted(findings, key=lambda one: (-one["line"], -one["column"])):
        if fix := each.get("fix"):
            path = root / fix["file"]
            lines = path.read_text("utf-8").split("\n")
            line = lines[fix["line"] - 1]
            lines[fix["line"] - 1] = (
                line[: fix["column"] - 1] + fix["text"] + line[fix["end_column"] - 1 :]
            )
            path.write_text("\n".join(lines), "utf-8")


def test_a_finding_says_where_what_and_what_instead(tmp_path: Path) -> None:
    outline = project(
        tmp_path, OUTLINE + "deck:\n  - {kind: bulets, titel: 甲, points: ['占{outptu}']}\n"
    )
    (kind,) = found("check", str(outline))
    assert (kind["code"], kind["path"], kind["found"]) == ("unknown-kind", "deck[0].kind", "bulets")
    assert (kind["line"], kind["column"], kind["end_column"]) == (20, 12, 18)
    assert kind["choices"] == list(kinds())
    assert kind["fix"]["text"] == "bullets"


def test_fixes_done_as_they_are_said_leave_nothing(tmp_path: Path) -> None:
    outline = project(
        tmp_path,
        OUTLINE
        + "deck:\n"
        + "  - {kind: bulets, title: 甲, points: ['占{outptu}', 产值超3200亿元, '{firms}家']}\n"
        + "  - {kind: kpi, title: 乙, figurs: [output, firms]}\n"
        + "  - {kind: process, title: 丙, steps: [{head: 一, icon: computer}, 二]}\n",
    )
    for _ in range(6):
        listed = found("check", str(outline))
        if not any(each.get("fix") for each in listed):
            break
        mended(outline, listed)
    assert {each["code"] for each in found("check", str(outline))} <= {
        "around-unit",
        "page-from-deck",
    }
    text = outline.read_text("utf-8")
    assert "kind: bullets" in text
    assert "占{output}" in text
    assert "产值{output}" in text
    assert "icon: laptop" in text


def test_what_is_too_long_is_measured_and_cut_to_what_is_allowed_fits(tmp_path: Path) -> None:
    long = "这个标题太长"
    outline = project(
        tmp_path,
        OUTLINE
        + f"deck:\n  - {{kind: bullets, title: {long * 12}, points: [一, 二]}}\n"
        + f"  - {{kind: text, title: {long * 13}, text: 一句话}}\n"
        + f"  - {{kind: compare, title: 两边, conclusion: {long * 60}, "
        + "left: {head: 左, points: [一]}, right: {head: 右, points: [二]}}\n",
    )
    listed = [each for each in found("check", str(outline)) if each["severity"] == "error"]
    assert [each["path"] for each in listed] == [
        "deck[0].title",
        "deck[1].title",
        "deck[2].conclusion",
    ]
    text = outline.read_text("utf-8")
    for each in listed:
        assert each["unit"] == "characters"
        assert each["measured"] == len(each["found"])
        text = text.replace(each["found"] + ",", each["found"][: each["allowed"]] + ",", 1)
    outline.write_text(text, "utf-8")
    assert [each for each in found("check", str(outline)) if each["severity"] == "error"] == []


def test_lists_that_are_too_long_are_measured(tmp_path: Path) -> None:
    outline = project(
        tmp_path,
        OUTLINE
        + "deck:\n  - {kind: pyramid, title: 塔, tiers: [一, 二, 三, 四, 五, 六, 七, 八]}\n",
    )
    (each,) = found("check", str(outline))
    assert (each["measured"], each["allowed"], each["unit"]) == (8, 6, "items")


def test_a_finding_names_the_audience_that_it_is_of(tmp_path: Path) -> None:
    outline = project(
        tmp_path,
        OUTLINE + TOPICS + DECK,
        guest="name: 客人\ndeck:\n  set:\n    one: {title: 创新999亿元}\n",
    )
    (each,) = [one for one in found("check", str(outline)) if one["code"] == "untraced-number"]
    assert (each["audience"], each["path"]) == ("guest", "audiences/guest:deck.set.one.title")
    assert each["file"] == "content/audiences/guest.yaml"


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (["check"], "no-outline-here", 2),
        (["check", "nothing.yaml"], "no-outline-file", 2),
        (["build", "nothing.yaml"], "no-outline-file", 2),
        (["chek"], "unknown-command", 2),
        (["check", "--stirct"], "unknown-option", 2),
        (["kinds", "bulets"], "unknown-kind", 2),
        (["figures"], "no-outline-here", 2),
    ],
)
def test_json_is_printed_whatever_goes_wrong(
    arguments: list[str], code: str, exit_code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefgen.cli import net
    from briefgen.cli.say import Run

    monkeypatch.chdir(tmp_path)
    import io
    import sys

    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    assert net.run(briefgen, [*arguments, "--json"], Run()) == exit_code
    (problem,) = json.loads(out.getvalue())["problems"]
    assert problem["code"] == code
    assert {"code", "severity", "message"} <= set(problem) <= KEYS


def test_a_build_that_fails_says_the_same(tmp_path: Path) -> None:
    outline = project(tmp_path, OUTLINE + "deck:\n  - {kind: bulets, title: 甲}\n")
    assert found("build", str(outline)) == found("check", str(outline))


@pytest.mark.parametrize(
    ("name", "known", "meant"),
    [
        ("list", ["bullets", "bar"], "bullets"),
        ("computer", ["route", "laptop"], "laptop"),
        ("items", ["minutes", "points"], "points"),
        ("bar-chart", ["bar", "radar"], "bar"),
        ("titel", ["title", "subtitle"], "title"),
        ("computer", ["route", "timer"], ""),
    ],
)
def test_what_is_suggested_means_the_same_or_is_spelt_alike(
    name: str, known: list[str], meant: str
) -> None:
    assert closest(name, known) == meant


# Schemas


def as_json(text: str) -> Any:
    """What YAML says, as JSON has it."""
    return examples.plain(examples.nodes_of(text))


def validator(schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@cache
def of_outlines() -> jsonschema.Draft202012Validator:
    return validator(described.schema())


OUTLINES = [
    gallery(),
    *sorted((ROOT / "content").glob("*.yaml")),
    *sorted((ROOT / "tests/cases").rglob("outline.yaml")),
]


@pytest.mark.slow
@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_shipped_outlines_are_valid_by_the_schema(path: Path) -> None:
    wrong = list(of_outlines().iter_errors(as_json(path.read_text("utf-8"))))
    assert wrong == []


@pytest.mark.slow
def test_the_schema_is_compact() -> None:
    whole = json.dumps(described.schema(), ensure_ascii=False, separators=(",", ":"))
    assert len(whole) < 125_000
    for kind in kinds():
        alone = json.dumps(described.schema(kind), ensure_ascii=False, separators=(",", ":"))
        assert len(alone) < 15_000, kind


@pytest.mark.slow
@pytest.mark.parametrize("kind", [*kinds()])
def test_every_kind_has_a_schema_with_a_valid_example_of_every_field(kind: str) -> None:
    schema = described.schema(kind)
    (example,) = schema["examples"]
    check_with = validator(schema)
    assert list(check_with.iter_errors(example)) == []
    for field in fields_of(kinds()[kind].fields):
        said = schema["properties"][field.name]
        assert said["examples"], field.name
        own = {**said, "$defs": schema["$defs"]}
        for value in said["examples"]:
            assert list(jsonschema.Draft202012Validator(own).iter_errors(value)) == [], field.name


@pytest.mark.parametrize(
    "part", ["brief", "sources", "figures", "topics", "page", "glossary", "names"]
)
def test_every_part_has_a_schema_with_a_valid_example(part: str) -> None:
    schema = described.schema(part)
    (example,) = schema["examples"]
    assert list(validator(schema).iter_errors(example)) == []


def test_the_schemas_of_page_and_audience_are_short_and_have_every_field() -> None:
    for name, most in (("page", 5_600), ("audience", 3_700)):
        schema = described.schema(name)
        assert len(json.dumps(schema, ensure_ascii=False, separators=(",", ":"))) < most
    page = described.schema("page")
    fields = {field.name for field in fields_of(PageForm)}
    assert fields <= set(page["properties"])
    assert fields == set(page["examples"][0])
    assert list(validator(page).iter_errors({"titel": "甲"})) != []


def test_the_example_of_an_audience_is_valid_and_sound(tmp_path: Path) -> None:
    schema = described.schema("audience")
    (example,) = schema["examples"]
    assert list(validator(schema).iter_errors(example)) == []
    assert list(validator(schema).iter_errors({"leave_out": ["a"]})) != []
    for name in ("overseas", "citizen", "cadre", "enterprise", "investor"):
        text = (ROOT / f"content/audiences/{name}.yaml").read_text("utf-8")
        assert list(validator(schema).iter_errors(as_json(text))) == [], name


def test_a_projects_own_ids_are_enumerated(tmp_path: Path) -> None:
    outline = project(tmp_path, OUTLINE + TOPICS + DECK)
    check_with = validator(described.schema("kpi", outline))
    slide = {"kind": "kpi", "title": "甲", "figures": ["output", "firms"]}
    assert list(check_with.iter_errors(slide)) == []
    assert list(check_with.iter_errors({**slide, "figures": ["output", "outptu"]})) != []
    result = CliRunner().invoke(briefgen, ["schema", "topic", "--project", str(outline)])
    assert '"enum":["first","second"]' in result.stdout


def test_an_unknown_name_is_told_with_what_was_meant() -> None:
    result = CliRunner().invoke(briefgen, ["schema", "figurs", "--lang", "en"])
    assert result.exit_code == 2
    assert "did you mean “figures”?" in result.stderr


@pytest.mark.parametrize("kind", [*kinds()])
def test_a_kind_says_all_that_its_fields_take_and_its_example_is_sound(
    kind: str, tmp_path: Path
) -> None:
    result = CliRunner().invoke(briefgen, ["kinds", kind, "--json"])
    said = json.loads(result.stdout)
    assert said["kind"] == kind
    for field in fields_of(kinds()[kind].fields):
        own = said["fields"][field.name]
        assert {"type", "required", "about", "example"} <= set(own)
        assert own["required"] == field.required
    assert {"id", "title", "notes", "hidden"} <= set(said["common"])
    slide = as_json(said["example"])
    assert slide["kind"] == kind
    assert slide == examples.plain(examples.slide(kind) or pytest.fail(kind))


def test_several_kinds_say_once_what_every_slide_has() -> None:
    result = CliRunner().invoke(briefgen, ["kinds", "quote", "org", "--json"])
    said = json.loads(result.stdout)
    assert [each["kind"] for each in said["kinds"]] == ["quote", "org"]
    assert not any("common" in each for each in said["kinds"])
    assert {"id", "title", "notes"} <= set(said["common"])


def test_lines_to_copy_of_several_kinds_are_a_deck(tmp_path: Path) -> None:
    result = CliRunner().invoke(briefgen, ["kinds", "quote", "org", "gantt", "--example"])
    assert [each["kind"] for each in as_json(result.stdout)] == ["quote", "org", "gantt"]


@pytest.mark.parametrize(
    ("name", "part"), [("page", "page"), ("figure", "figures"), ("audience", "audience")]
)
def test_a_part_asked_for_as_a_kind_leads_to_its_schema(name: str, part: str) -> None:
    result = CliRunner().invoke(briefgen, ["kinds", name, "--lang", "en"])
    assert result.exit_code == 2
    assert f"briefgen schema {part}`" in result.stderr


@pytest.mark.slow
def test_the_examples_of_kinds_build(tmp_path: Path) -> None:
    text = gallery().read_text("utf-8")
    head = text[: text.index("\ndeck:")]
    for path in gallery().parent.rglob("*"):
        if path.is_file() and path.suffix != ".yaml":
            target = tmp_path / path.relative_to(gallery().parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    lines = ["", "deck:"]
    for kind in kinds():
        example = described.kind(kind)["example"].split("\n")
        lines += [("  - " if not at else "    ") + line for at, line in enumerate(example)]
    outline = tmp_path / "outline.yaml"
    outline.write_text(head + "\n".join(lines) + "\n", "utf-8")
    assert [str(each) for each in check(Request(outline)) if each.severity == "error"] == []


@pytest.mark.slow
def test_the_example_of_a_field_that_every_slide_may_have_is_taken(tmp_path: Path) -> None:
    said = described.schema("statement")["properties"]
    slide = {"kind": "statement", "title": "去向", "text": "一半投在产业。[^1]"}
    slides = [
        {**slide, "id": f"slide-{number}", each.name: said[each.name]["examples"][0]}
        for number, each in enumerate(fields_of(SlideForm))
        if each.name not in ("kind", "id", "layout")
    ]
    path = project(tmp_path, OUTLINE + TOPICS + "deck: " + json.dumps(slides))
    wrong = [each for each in check(Request(path)) if each.severity == "error"]
    assert [str(each) for each in wrong if each.code != "unknown-topic"] == []


def test_a_long_list_of_choices_is_told_once(tmp_path: Path) -> None:
    steps = "[{head: 一, icon: qqqq}, {head: 二, icon: zzzz}]"
    english = "[{head: One, icon: qqqq}, {head: Two, icon: zzzz}]"
    outline = project(
        tmp_path,
        OUTLINE + f"deck:\n  - {{id: steps, kind: process, title: 丙, steps: {steps}}}\n",
    )
    overlay = tmp_path / "content/audiences/overseas.yaml"
    overlay.parent.mkdir(exist_ok=True)
    overlay.write_text(
        "name: {zh: 海外, en: Overseas}\nlanguage: en\n"
        f"deck: {{set: {{steps: {{title: Steps, steps: {english}}}}}}}\n",
        "utf-8",
    )
    icons = [each for each in found("check", str(outline)) if each["code"] == "unknown-icon"]
    assert [each["found"] for each in icons].count("qqqq") == 2
    assert len(icons) == 4
    first, *others = icons
    assert len(first["choices"]) > 100
    assert {each["choices_at"] for each in others} == {first["path"]}
    assert not any("choices" in each for each in others)
    # A hint is told once, too.
    assert first["hint"]
    assert not any("hint" in each for each in others)
    every = CliRunner().invoke(briefgen, ["check", str(outline), "--json", "--all-keys"]).stdout
    whole = [each for each in json.loads(every)["problems"] if each["code"] == "unknown-icon"]
    assert [each["choices"] for each in whole] == [first["choices"]] * 4
