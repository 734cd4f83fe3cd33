"""Audiences: one outline, and what each of them sees of it."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlines import DECK, OUTLINE, TOPICS, loaded, nodes, plain, project
from rows import every

from briefgen.brief.model import Brief
from briefgen.kinds import kinds
from briefgen.outline.audience.overlay import overlay
from briefgen.outline.audience.verbs import reorder
from briefgen.outline.folder import audience_names
from briefgen.outline.load import Project
from briefgen.outline.reading.nodes import Mapping
from briefgen.problems import Problems

BASE = OUTLINE + TOPICS + DECK


def overlaid(audience: str, outline: str = BASE) -> tuple[Mapping, list[str]]:
    problems = Problems()
    made = overlay(nodes(outline), nodes(audience, "audiences/x.yaml"), kinds(), problems)
    return made, [str(problem) for problem in problems]


def changed(audience: str, outline: str = BASE) -> Mapping:
    made, found = overlaid(audience, outline)
    assert not found
    return made


def ids(made: Mapping, part: str = "deck") -> list[str]:
    items = plain(made.get(part))
    if isinstance(items, dict):
        return list(items)
    assert isinstance(items, list)
    return [item["id"] for item in items]


@pytest.mark.parametrize(
    ("verbs", "left"),
    [
        ("{drop: [part, two]}", "cover numbers one end"),
        ("{keep: [end, cover]}", "cover end"),
        ("{order: [two, part]}", "cover two part numbers one end"),
        ("{order: [two, numbers]}", "cover part two numbers one end"),
        ("{order: [numbers, part]}", "cover numbers one two part end"),
        ("{add: [{before: cover, slide: {id: new}}]}", "new cover part numbers one two end"),
        ("{add: [{after: part, slide: {id: new}}]}", "cover part new numbers one two end"),
        ("{add: [{slide: {id: new}}]}", "cover part numbers one two end new"),
        ("{add: [{after: one, slide: {id: new}}, {after: new, slide: {id: newer}}]}",
         "cover part numbers one new newer two end"),
        ("{drop: [part], order: [two, one], add: [{before: end, slide: {id: new}}]}",
         "cover numbers two one new end"),
        ("{order: [cover, new, part], add: [{after: end, slide: {id: new}}]}",
         "cover new part numbers one two end"),
    ],
)  # fmt: skip
def test_verbs_choose_and_arrange_slides(verbs: str, left: str) -> None:
    assert " ".join(ids(changed(f"deck: {verbs}"))) == left


@given(st.data())
def test_order_keeps_everything_and_puts_the_named_in_order(data: st.DataObject) -> None:
    all_ids = [str(n) for n in range(data.draw(st.integers(1, 12)))]
    named = data.draw(st.lists(st.sampled_from(all_ids), unique=True))
    result = reorder(all_ids, named)
    assert sorted(result) == sorted(all_ids)
    assert [id for id in result if id in named] == named
    for before, id in pairwise(all_ids):
        if id not in named:
            assert result[result.index(id) - 1] == before


def test_order_and_drop_work_on_topics_and_figures() -> None:
    assert ids(changed("topics: {order: [second, first]}"), "topics") == ["second", "first"]
    assert ids(changed("figures: {drop: [firms]}"), "figures") == ["output"]
    made = changed("figures: {add: [{figure: {id: new, value: 5%, kind: plan}}]}")
    assert plain(made.get("figures").get("new")) == {"value": "5%", "kind": "plan"}  # type: ignore[union-attr]


def test_set_merges_mappings_and_replaces_the_rest() -> None:
    made = changed(
        """\
        deck:
          set:
            end: {title: {zh: 再见, en: Bye}}
            numbers: {figures: [firms, output], emphasis: firms}
        """
    )
    slides = {slide["id"]: slide for slide in plain(made.get("deck"))}  # type: ignore[attr-defined]
    assert slides["end"]["title"] == {"zh": "再见", "en": "Bye"}
    assert slides["numbers"] == {
        "id": "numbers", "kind": "kpi", "title": "产值{output}", "figures": ["firms", "output"],
        "emphasis": "firms",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("base", "own", "merged"),
    [
        ("{zh: 甲, en: A}", "{en: B}", {"zh": "甲", "en": "B"}),
        ("甲", "{zh: 乙, en: B}", {"zh": "乙", "en": "B"}),
        ("{zh: 甲, en: A}", "乙", "乙"),
        ("{zh: 甲, en: A}", "{text: 乙, short: 丙}", {"text": "乙", "short": "丙"}),
        ("{text: 甲, short: 乙}", "{zh: 丙, en: C}", {"zh": "丙", "en": "C"}),
        ("{text: 甲, short: 乙}", "{short: 丙}", {"text": "甲", "short": "丙"}),
    ],
)
def test_texts_merge_by_language_and_by_wording(base: str, own: str, merged: object) -> None:
    outline = f"deck:\n  - {{id: a, kind: closing, title: {base}}}\n"
    made = changed(f"deck: {{set: {{a: {{title: {own}}}}}}}", outline)
    assert plain(made.get("deck"))[0]["title"] == merged  # type: ignore[index]


def test_a_key_without_a_value_removes_the_outlines() -> None:
    outline = "deck:\n  - {id: a, kind: closing, title: 甲, notes: 乙}\n"
    made = changed("deck: {set: {a: {notes: }}}", outline)
    assert plain(made.get("deck")) == [{"id": "a", "kind": "closing", "title": "甲"}]


def test_another_kind_replaces_the_whole_slide() -> None:
    made = changed("deck: {set: {numbers: {kind: closing, title: 完}}}")
    assert plain(made.get("deck"))[2] == {"id": "numbers", "kind": "closing", "title": "完"}  # type: ignore[index]


def test_what_the_audience_brings_keeps_its_own_place() -> None:
    made = changed("deck:\n  set:\n    end:\n      title: 再见\n")
    end = made.get("deck").items[-1]  # type: ignore[union-attr]
    assert str(end.get("title").mark) == "audiences/x.yaml:4:14"
    assert str(end.get("kind").mark).startswith("outline.yaml:")


def test_the_outline_itself_is_not_changed() -> None:
    outline = nodes(BASE)
    before = plain(outline)
    audience = nodes("deck: {drop: [end], set: {one: {title: 甲}}}\nlead: [firms]")
    overlay(outline, audience, kinds(), Problems())
    assert plain(outline) == before


def test_lead_page_and_brief_are_merged() -> None:
    made = changed(
        """\
        name: 投资者
        theme: pearl-river
        brief: {subtitle: 副题}
        lead: [firms]
        page: {lead: 导语}
        """,
        BASE + "page: {figures: [output], note: 注}\n",
    )
    assert plain(made.get("page")) == {"figures": ["firms"], "note": "注", "lead": "导语"}
    merged = plain(made.get("brief"))
    assert merged["subtitle"] == "副题"  # type: ignore[index]
    assert (merged["name"], merged["theme"], merged["slug"]) == ("投资者", "pearl-river", "demo")  # type: ignore[index]


def test_lead_needs_no_page_in_the_outline() -> None:
    assert plain(changed("lead: [firms]").get("page")) == {"figures": ["firms"]}


def test_a_dropped_topic_takes_its_slides_and_its_place_on_the_page_along() -> None:
    made = changed("topics: {drop: [first]}", BASE + "page: {topics: [first, second]}\n")
    assert ids(made) == ["cover", "part", "numbers", "two", "end"]
    assert plain(made.get("page")) == {"topics": ["second"]}


MISTAKES = [
    ("deck: {drop: [numbres]}", "numbres", "error", "did you mean “numbers”?"),
    ("deck: {keep: [cover, covr]}", "covr", "error", "did you mean “cover”?"),
    ("deck: {order: [two, x, part]}", "x", "error", "deck has no “x”"),
    ("deck: {set: {onee: {title: 甲}}}", "onee", "error", "did you mean “one”?"),
    ("deck: {add: [{before: en, slide: {id: n}}]}", "en,", "error", "did you mean “end”?"),
    ("deck: {drop: [end, cover, end]}", "end]", "error", "names “end” twice"),
    ("deck: {order: [one, part, one]}", "one]", "error", "names “one” twice"),
    ("deck: {drop: [end], keep: [one]}", "keep", "error", "exclude each other"),
    ("deck: {drop: end}", "end", "error", "drop wants a list of ids"),
    ("deck: {remove: [end]}", "remove", "error", "there is no verb “remove”"),
    ("deck: [end]", "[end", "error", "deck of an audience wants verbs"),
    ("deck: {drop: []}", "[", "warning", "this drop changes nothing"),
    ("deck: {keep: [cover, part, numbers, one, two, end]}", "[", "warning", "keep changes nothing"),
    ("deck: {set: {end: {title: 谢谢, notes: 好}}}", "title", "warning", "“title” is the same"),
    ("figures: {set: {firms: {label: {zh: 企业, en: Fi}}}}", "zh", "warning", "“zh” is the same"),
    ("deck: {order: [cover, end]}", "[", "warning", "this order changes nothing"),
    ("deck: {set: {end: {title: 谢谢}}}", "end", "warning", "this set changes nothing"),
    ("deck: {set: {end: {id: fin, title: 完}}}", "id", "error", "cannot change an id"),
    ("deck: {set: {end: 完}}", "完", "error", "lines are expected here"),
    ("deck: {add: [{slide: {id: end, kind: cover}}]}", "end", "error", "there is a “end” already"),
    ("deck: {add: [{topic: {id: n}}]}", "{topic", "error", "this adds no slide"),
    ("deck: {add: [{befor: end, slide: {id: n}}]}", "befor", "error", "did you mean “before”?"),
    ("deck: {add: [{before: end, after: one, slide: {id: n}}]}", "{before", "error", "exclude"),
    ("decks: {drop: [end]}", "decks", "error", "did you mean “deck”?"),
    ("brief: {slug: x}", "slug", "error", "cannot set “slug”"),
    ("brief: {theme: x}", "theme", "error", "write “theme:” at the top of the file"),
    ("brief: {date: 2024-02}", "date", "warning", "“date” is the same without this line"),
    ("{lead: [firms], page: {figures: [output]}}", "figures", "error", "say the same"),
]  # fmt: skip


@every(("line", "needle", "severity", "words"), MISTAKES)
def test_a_mistake_is_told_at_its_line(line: str, needle: str, severity: str, words: str) -> None:
    _, found = overlaid(line)
    where = f"audiences/x.yaml:1:{line.index(needle) + 1}: {severity}: "
    assert [each for each in found if each.startswith(where) and words in each], found
    assert len(found) == 1


def audience(folder: Path, text: str, outline: str = BASE) -> Brief:
    made, found = loaded(project(folder, outline, other=text), "other")
    assert made is not None, "\n".join(map(str, found))
    return made


def test_the_same_words_in_another_language_are_no_repetition() -> None:
    """A text that reads alike has to be said again where the file is in another language."""
    _, found = overlaid("language: en\ndeck: {set: {end: {title: 谢谢, notes: Fine}}}")
    assert found == []


def test_plain_strings_of_an_audience_are_in_its_language(tmp_path: Path) -> None:
    outline = OUTLINE + "deck:\n  - {id: a, kind: closing, title: 谢谢}\n"
    made = audience(
        tmp_path, "name: Overseas\nlanguage: en\ndeck: {set: {a: {title: Thanks}}}\n", outline
    )
    assert (made.language, made.audience, str(made.audience_name)) == ("en", "other", "Overseas")
    assert str(made.title) == "Demo"
    assert str(made.deck[0].title) == "Thanks"
    assert str(made.date_text) == "February 2024"


def test_slides_without_an_id_are_named_before_the_audience_changes_them(tmp_path: Path) -> None:
    outline = (
        OUTLINE + "deck:\n" + "".join(f"  - {{kind: closing, title: {t}}}\n" for t in "甲乙丙")
    )
    made = audience(
        tmp_path,
        "name: 他人\ndeck: {drop: [closing], add: [{slide: {kind: closing, title: 丁}}]}\n",
        outline,
    )
    assert [(slide.id, str(slide.title)) for slide in made.deck] == [
        ("closing-2", "乙"), ("closing-3", "丙"), ("closing", "丁"),
    ]  # fmt: skip


def test_a_mistake_in_an_audiences_text_is_told_in_its_file(tmp_path: Path) -> None:
    path = project(tmp_path, BASE, other="name: 他人\ndeck: {set: {end: {titel: 再见}}}\n")
    made, found = loaded(path, "other")
    assert made is None
    assert [str(p.mark) for p in found] == ["content/audiences/other.yaml:2:20"]
    assert loaded(path)[0] is not None


def test_audiences_are_read_once_and_only_when_asked_for(tmp_path: Path) -> None:
    path = project(tmp_path, BASE, one="name: 甲\n", two="name: [\n")
    problems = Problems()
    read = Project.read(path, problems)
    assert read.audiences == audience_names(path) == ("one", "two")
    first = read.brief("one", kinds(), problems)
    for file in (path, path.parent / "audiences/one.yaml", tmp_path / "seeds/article.txt"):
        file.unlink()
    assert read.brief("one", kinds(), problems) == first
    assert first is not None
    assert str(first.brief.audience_name) == "甲"
    assert not problems.fatal
    assert read.brief("two", kinds(), problems) is None
    assert [p.mark.file for p in problems] == ["content/audiences/two.yaml"]


def test_names_of_audiences_are_safe_names(tmp_path: Path) -> None:
    path = project(tmp_path, BASE, good="name: 甲\n")
    for name in ("Bad Name", "base", "con"):
        (path.parent / f"audiences/{name}.yaml").write_text("name: 甲\n", encoding="utf-8")
    problems = Problems()
    Project.read(path, problems)
    assert audience_names(path) == ("good",)
    assert sorted(p.mark.file for p in problems) == [
        f"content/audiences/{name}.yaml" for name in ("Bad Name", "base", "con")
    ]


def test_an_audience_that_is_not_there(tmp_path: Path) -> None:
    path = project(tmp_path, BASE, investor="name: 甲\n")
    _, found = loaded(path, "invester")
    assert "no audience “invester”" in str(found[0])
    assert found[0].hint == "did you mean “investor”?"
