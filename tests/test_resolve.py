"""Figures written into texts: `{id}` becomes words that still know their figure."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outlines import OUTLINE, TOPICS, brief, loaded, project

from briefgen.brief.model import Ref, Segment, Text, words
from briefgen.brief.placeholders import Fault, Placeholder, is_neutral, pieces
from briefgen.brief.resolve import map_texts, resolve, texts
from briefgen.problems import Problems
from briefgen.record import Record, replace


def lead(folder: Path, written: str) -> Text:
    made = brief(folder, OUTLINE + TOPICS + f"page:\n  lead: '{written}'\n")
    assert made.page.lead is not None
    return made.page.lead


@pytest.mark.parametrize(
    ("written", "segments"),
    [
        ("产值{output}。", [("产值", ""), ("超3200亿元", "output"), ("。", "")]),
        ("{output}", [("超3200亿元", "output")]),
        ("{output}{firms}", [("超3200亿元", "output"), ("1.3万家", "firms")]),
        ("产值超过{output:number}", [("产值超过", ""), ("3200亿元", "output")]),
        ("用{{花}}括号", [("用{花}括号", "")]),
        ("{{{firms}}}", [("{", ""), ("1.3万家", "firms"), ("}", "")]),
        ("没有数字", [("没有数字", "")]),
    ],
)
def test_placeholders_become_segments(
    tmp_path: Path, written: str, segments: list[tuple[str, str]]
) -> None:
    text = lead(tmp_path, written)
    assert [(segment.text, segment.figure) for segment in text.segments] == segments


def test_the_mark_stays_with_the_text(tmp_path: Path) -> None:
    assert str(lead(tmp_path, "{output}").mark).startswith("content/outline.yaml:")


def test_figures_speak_the_language_of_the_audience(tmp_path: Path) -> None:
    deck = "deck:\n  - {kind: section, title: {zh: '产值{output}', en: 'Output of {output}'}}\n"
    path = project(tmp_path, OUTLINE + deck, overseas="name: Overseas\nlanguage: en\n")
    made, found = loaded(path, "overseas")
    assert made is not None, found
    assert str(made.deck[0].title) == "Output of over RMB 320 billion"
    assert made.deck[0].title.figures == ("output",)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Rail lines {rail}", "Rail lines over 300 km (target)"),
        ("A network of {rail}", "A network of over 300 km (target)"),
        ("Rail lines: {rail}", "Rail lines: a target of over 300 km"),
        ("{rail} of rail", "A target of over 300 km of rail"),
        ("{rail}", "a target of over 300 km"),
        ("{opening}", "Fourth quarter of 2029"),
        ("Open in {opening}", "Open in the fourth quarter of 2029"),
        ("Rail lines {rail:number}", "Rail lines 300 km"),
    ],
)
def test_english_says_a_figure_as_its_place_in_the_sentence_wants(
    tmp_path: Path, written: str, said: str
) -> None:
    more = """\
  rail:
    {value: 300公里, qualifier: 力争超过, kind: target, label: {zh: 里程, en: Length},
      quote: 里程力争超过300公里}
  opening:
    {value: 2029年四季度, kind: plan, label: {zh: 开通, en: Opening}, quote: 2029年四季度开通}
"""
    outline = OUTLINE.replace("figures:\n", "figures:\n" + more, 1)
    deck = f"deck:\n  - {{kind: section, title: {{zh: 段, en: '{written}'}}}}\n"
    path = project(tmp_path, outline + deck, overseas="name: Overseas\nlanguage: en\n")
    source = tmp_path / "seeds/article.txt"
    source.write_text(
        source.read_text("utf-8") + "里程力争超过300公里，2029年四季度开通。", "utf-8"
    )
    made, found = loaded(path, "overseas")
    assert made is not None, found
    assert str(made.deck[0].title) == said


def test_every_place_of_a_brief_is_resolved(tmp_path: Path) -> None:
    made = brief(
        tmp_path,
        (OUTLINE + TOPICS).replace("  title: {zh", "  subtitle: '{firms}'\n  title: {zh")
        + """\
deck:
  - kind: compare
    title: {text: '{output}的长标题', short: '{output}'}
    notes: 讲{firms}
    left: {head: 左, points: ['{output}']}
    right: {head: 右, points: [甲, '乙{firms}']}
page:
  timeline: {title: 时间, events: [{when: '{output}', what: 丙}]}
""",
    )
    slide = made.deck[0]
    assert str(made.subtitle) == "1.3万家"
    assert str(made.topics[0].summary) == "全市产值超3200亿元。"
    assert (str(slide.title), str(slide.title.short)) == ("超3200亿元的长标题", "超3200亿元")
    assert str(slide.notes) == "讲1.3万家"
    assert str(slide.fields.right.points[1]) == "乙1.3万家"  # type: ignore[attr-defined]
    assert str(made.page.timeline[0].when) == "超3200亿元"
    assert not any("{" in str(text) for text in texts(made))


def test_texts_are_all_that_may_be_shown(tmp_path: Path) -> None:
    deck = "deck:\n  - {kind: quote, title: {text: 长, short: 短标题}, text: 引文, notes: 讲稿}\n"
    shown = {str(text): text.mark for text in texts(brief(tmp_path, OUTLINE + TOPICS + deck))}
    for said in (
        "示例",
        "长",
        "短标题",
        "引文",
        "讲稿",
        "成轴",
        "产值",
        "去年全市产值超3200亿元",
        "报道",
    ):
        assert said in shown
    assert all(mark.file == "content/outline.yaml" for said, mark in shown.items() if said)


class Leaf(Record):
    text: Text
    ref: Ref
    note: Text | None = None


class Tree(Record):
    leaves: tuple[Leaf, ...]
    grid: tuple[tuple[Text, ...], ...]
    name: str = "名"


def test_only_what_changes_is_built_anew() -> None:
    tree = Tree(
        (Leaf(words("a"), Ref("r")), Leaf(words("b"), Ref("r"), words("c"))), ((words("d"),),)
    )

    def change(text: Text) -> Text:
        return words(str(text).upper()) if str(text) == "c" else text

    made = map_texts(tree, change)
    assert str(made.leaves[1].note) == "C"
    assert made.leaves[0] is tree.leaves[0]
    assert made.grid is tree.grid
    assert map_texts(tree, lambda text: text) is tree


def test_resolving_what_is_resolved_changes_nothing(tmp_path: Path) -> None:
    made = brief(tmp_path)
    assert resolve(made, Problems()) is made


PLAIN = st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), max_size=12)
IDS = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,4})?", fullmatch=True)


@pytest.mark.slow
@given(st.lists(st.one_of(PLAIN, st.sampled_from("{}"), IDS.map(lambda id: (id,))), max_size=8))
def test_what_is_written_is_what_is_found(parts: list[str | tuple[str]]) -> None:
    written = "".join(
        f"{{{part[0]}}}" if isinstance(part, tuple) else part * (1 + (part in ("{", "}")))
        for part in parts
    )
    # Three braces in a row read from the left, as everywhere; what comes out must still be whole.
    found = list(pieces(written))
    if any(isinstance(piece, Fault) for piece in found):
        assert "{{{" in written or "}}}" in written or "}{" in written
        return
    ids = [piece.id for piece in found if isinstance(piece, Placeholder)]
    if "{{{" not in written and "}}}" not in written:
        assert ids == [part[0] for part in parts if isinstance(part, tuple)]
        said = "".join(piece for piece in found if isinstance(piece, str))
        assert said == "".join(part for part in parts if isinstance(part, str))


@given(st.text("ab{}:-1 ", max_size=20))
def test_no_braces_raise_or_lose_their_place(written: str) -> None:
    for piece in pieces(written):
        if isinstance(piece, Fault):
            assert written[piece.start] in "{}"


@pytest.mark.parametrize(
    ("text", "neutral"),
    [
        ("2024", True),
        ("{gdp}", True),
        ("{gdp} → {x}", True),
        ("约", False),
        ("GDP", False),
        ("5%", True),
    ],
)
def test_what_needs_no_translation(text: str, neutral: bool) -> None:
    assert is_neutral(text) is neutral


def test_five_hundred_slides_resolve(tmp_path: Path) -> None:
    one = brief(
        tmp_path,
        OUTLINE + TOPICS + """\
deck:
  - kind: summary
    title: 产值
    notes: 讲
    points: [{head: 甲, text: 乙}, {head: 丙, text: 丁}, {head: 戊, text: 己}]
""",
    )  # fmt: skip
    raw = Text((Segment("产值{output}，企业{firms}"),))
    slide = replace(one.deck[0], title=raw, notes=raw)
    large = replace(one, deck=tuple(replace(slide, id=f"s{n}") for n in range(500)))
    made = resolve(large, Problems())
    assert str(made.deck[499].notes) == "产值超3200亿元，企业1.3万家"
