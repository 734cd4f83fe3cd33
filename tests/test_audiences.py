"""Audiences from their files alone: extending one another, restrictions, the matrix."""

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from outlines import DECK, OUTLINE, TOPICS, loaded, project
from pptx import Presentation

from briefgen.answers.audiences import as_dict, audiences
from briefgen.build import Request, build
from briefgen.cli import briefgen

BASE = OUTLINE + TOPICS + DECK
ROOT = Path(__file__).resolve().parents[1]


def ids(path: Path, audience: str) -> list[str]:
    made, found = loaded(path, audience)
    assert made is not None, "\n".join(map(str, found))
    return [slide.id for slide in made.deck]


def problems(path: Path, audience: str) -> list[str]:
    return [str(problem) for problem in loaded(path, audience)[1]]


def test_an_audience_extends_another(tmp_path: Path) -> None:
    path = project(
        tmp_path, BASE,
        public="name: 公众\ntheme: pearl-river\ndeck: {drop: [two], set: {one: {title: 公众标题}}}",
        guests="name: 来宾\nextends: public\ndeck: {drop: [end]}",
        press="extends: guests\ndeck: {set: {one: {notes: 给记者的话}}}",
    )  # fmt: skip
    assert ids(path, "press") == ["cover", "part", "numbers", "one"]
    press, _ = loaded(path, "press")
    assert press
    assert (press.theme, str(press.audience_name)) == ("pearl-river", "来宾")
    one = press.deck[3]
    assert (str(one.title), str(one.notes)) == ("公众标题", "给记者的话")
    assert one.title.mark.file == "content/audiences/public.yaml"


@pytest.mark.parametrize(
    ("public", "guests", "said"),
    [
        ("extends: guests", "extends: public", "extends itself, by way of"),
        ("extends: public", "name: x", "extends itself, by way of"),
        ("extends: gests", "name: x", "did you mean “guests”?"),
        ("extends: [guests]", "name: x", "there is no audience “a list”"),
    ],
)
def test_what_cannot_be_extended_is_an_error(
    tmp_path: Path, public: str, guests: str, said: str
) -> None:
    path = project(tmp_path, BASE, public=public, guests=guests)
    found = problems(path, "public")
    assert any(said in problem and "yaml:1:10: error" in problem for problem in found), found


def test_plain_words_are_in_the_language_of_their_own_file(tmp_path: Path) -> None:
    path = project(
        tmp_path, BASE,
        public="brief: {organisation: 市政府}",
        abroad="extends: public\nlanguage: en\ndeck: {keep: [cover]}",
    )  # fmt: skip
    found = problems(path, "abroad")
    assert any(
        "audiences/public.yaml:1:23: error: “" in p and "abroad reads English" in p for p in found
    )


RESTRICTED = BASE.replace(
    "kind: closing, title: 谢谢}", "kind: closing, title: 谢谢, not: [abroad]}"
).replace(
    "- {head: 做强, text: 做强实体。}",
    "- {head: 做强, text: 做强实体。}\n      - {head: 内部, text: 内部口径仅供参阅。, only: [cadre]}",  # noqa: E501
).replace(
    "title: 做强实体}", "title: 做强实体, notes: {text: 只对干部说的话要记住, only: cadre}}"
)  # fmt: skip


def test_restrictions_decide_who_sees_what(tmp_path: Path) -> None:
    path = project(
        tmp_path, RESTRICTED, cadre="name: 干部", abroad="name: 海外", tokyo="extends: abroad"
    )
    cadre, abroad = loaded(path, "cadre")[0], loaded(path, "abroad")[0]
    assert cadre
    assert abroad
    assert [len(topic.measures) for topic in cadre.topics] == [1, 2]
    assert [len(topic.measures) for topic in abroad.topics] == [1, 1]
    assert [str(slide.notes) for slide in cadre.deck if slide.notes] == ["只对干部说的话要记住"]
    assert [slide.notes for slide in abroad.deck if slide.notes] == []
    assert "end" in ids(path, "")
    assert "end" not in ids(path, "abroad")
    # Who extends an audience is kept from what that one may not see, and sees no more than it.
    assert "end" not in ids(path, "tokyo")
    assert {secret.words for secret in abroad.withheld} == {
        "内部", "内部口径仅供参阅。", "只对干部说的话要记住", "谢谢"
    }  # fmt: skip
    assert {secret.words for secret in cadre.withheld} == set()


def test_a_restricted_slide_is_not_made_visible_by_an_overlay(tmp_path: Path) -> None:
    path = project(tmp_path, RESTRICTED, cadre="name: 干部", abroad="deck: {keep: [cover, end]}")
    found = problems(path, "abroad")
    assert found == [
        "content/audiences/abroad.yaml:1:22: error: “end” of deck is not for abroad: this audience "
        "does not have it (hint: remove it here, or lift the restriction)"
    ]


def test_a_restricted_figure_cannot_be_named_by_others(tmp_path: Path) -> None:
    text = BASE.replace("label: {zh: 企业, en: Firms}", "label: {zh: 企业}\n    only: [cadre]")
    path = project(tmp_path, text, cadre="name: 干部", abroad="name: 海外")
    assert problems(path, "cadre") == []
    found = problems(path, "abroad")
    assert any("the figure “firms” is only for cadre, and named here" in each for each in found)
    kept = "{figure: firms, only: [cadre]}"
    mended = text.replace("figures: [output, firms]", f"figures: [output, {kept}]")
    mended = mended.replace("figures: [firms]", f"figures: [{kept}]")
    mended = mended.replace(
        "summary: 拥有{firms}企业。", "summary: 做强实体。"
    ).replace("kind: kpi,", "kind: kpi, only: [cadre],")  # fmt: skip
    path = project(tmp_path, mended, cadre="name: 干部", abroad="name: 海外")
    assert problems(path, "abroad") == []
    assert problems(path, "cadre") == []


def test_a_restricted_topic_takes_its_slides_along(tmp_path: Path) -> None:
    text = BASE.replace("- id: second", "- id: second\n    only: [cadre]")
    path = project(tmp_path, text, cadre="name: 干部", abroad="name: 海外")
    assert "two" in ids(path, "cadre")
    assert "two" not in ids(path, "abroad")


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("only: [cader]", "there is no audience “cader” (hint: did you mean “cadre”?)"),
        ("only: []", "this restriction names nobody"),
        ("only: [cadre], not: [cadre]", "only and not exclude each other"),
    ],
)
def test_a_wrong_restriction_is_an_error(tmp_path: Path, rule: str, said: str) -> None:
    text = BASE.replace("kind: closing, title: 谢谢}", f"kind: closing, title: 谢谢, {rule}}}")
    path = project(tmp_path, text, cadre="name: 干部")
    assert any(said in problem and "outline.yaml" in problem for problem in problems(path, "cadre"))


def test_notes_differ_by_audience(tmp_path: Path) -> None:
    path = project(
        tmp_path, BASE.replace("id: one,", "id: one, notes: 讲给大家听,"),
        cadre="deck: {set: {one: {notes: 讲给干部听}}}", public="name: 公众",
    )  # fmt: skip
    build(Request(path, ("cadre", "public"), formats=("deck",)))
    spoken = {}
    for name in ("cadre", "public"):
        deck = Presentation(io.BytesIO((tmp_path / f"out/demo-{name}.pptx").read_bytes()))
        slides = [slide for slide in deck.slides if slide.has_notes_slide]
        spoken[name] = "\n".join(s.notes_slide.notes_text_frame.text for s in slides)
    assert "讲给干部听" in spoken["cadre"]
    assert "讲给大家听" not in spoken["cadre"]
    assert "讲给大家听" in spoken["public"]


def test_the_matrix_says_what_goes_to_whom(tmp_path: Path) -> None:
    path = project(tmp_path, RESTRICTED, cadre="name: 干部", abroad="deck: {drop: [numbers, two]}")
    matrix = audiences(Request(path))
    seen = {(row.part, row.id): row.seen for row in matrix.rows}
    assert [column.name for column in matrix.columns] == ["base", "abroad", "cadre"]
    assert [column.withheld for column in matrix.columns] == [3, 4, 0]
    assert set(seen["slide", "end"]) == {"base", "cadre"}
    assert set(seen["slide", "numbers"]) == {"base", "cadre"}
    assert seen["topic", "second"] == {"base": "dp", "abroad": "p", "cadre": "dp"}
    assert seen["figure", "output"]["abroad"] == "dp"
    told = json.loads(json.dumps(as_dict(matrix), ensure_ascii=False))
    assert {each["name"]: each["title"] for each in told["audiences"]}["cadre"] == "干部"
    firms = next(each for each in told["figures"] if each["id"] == "firms")
    assert firms["seen"]["cadre"] == ["deck", "brief"]


def test_the_matrix_on_the_command_line(tmp_path: Path) -> None:
    path = project(tmp_path, RESTRICTED, cadre="name: 干部", abroad="name: 海外")
    shown = CliRunner().invoke(briefgen, ["audiences", str(path)])
    assert shown.exit_code == 0, shown.output
    end = next(line for line in shown.stdout.split("\n") if line.startswith("end "))
    assert [mark for mark in end if mark in "●·"] == ["●", "·", "●"]
    told = json.loads(CliRunner().invoke(briefgen, ["audiences", str(path), "--json"]).stdout)
    assert {"audiences", "slides", "topics", "figures"} == set(told)


def test_the_summary_has_a_line_for_each_audience(tmp_path: Path) -> None:
    path = project(tmp_path, BASE, cadre="name: 干部")
    done = CliRunner().invoke(briefgen, ["build", str(path)])
    lines = {line.split()[0]: line.split() for line in done.stderr.split("\n") if line.strip()}
    assert lines["base"][1:4] == ["6", "1", "0"]
    assert lines["cadre"][1:4] == ["6", "1", "0"]
    assert len(done.stdout.strip().split("\n")) == 4


@pytest.mark.slow
def test_a_new_audience_of_ten_lines(tmp_path: Path) -> None:
    """The audience that the reference shows, with the reference outline."""
    readme = (ROOT / "content" / "REFERENCE.md").read_text("utf-8")
    shown = readme.split("<!-- audience -->")[1].split("```")[1].removeprefix("yaml\n")
    assert len(shown.strip().split("\n")) <= 10
    copy = tmp_path / "copy"
    for source in (*(ROOT / "content").rglob("*.*"), *(ROOT / "seeds").rglob("*.*")):
        target = copy / source.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    (copy / "content/audiences/alumni.yaml").write_text(shown, "utf-8")
    report = build(Request(copy / "content/outline.yaml", ("alumni",)))
    assert [path.suffix for path in report.written] == [".pptx", ".pdf"]
    assert [str(p) for p in report.problems if p.severity != "note"] == []
