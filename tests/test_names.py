"""A deck's parts are called in its own language, in the selection pane and the layout menu."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest
import scenes
from outlines import DECK, OUTLINE, TOPICS, project
from pptx import Presentation
from typed import checked

from briefgen.answers.trace import trace
from briefgen.brief.hant import Traditional
from briefgen.build import Request, build, check
from briefgen.colours import TOKENS, is_token
from briefgen.parts.movement import reveals
from briefgen.record import asdict, replace
from briefgen.render.markdown import render as markdown
from briefgen.render.pptx import render
from briefgen.scene.items import Reveal, Rule, Shape, Stroke, TextBox
from briefgen.scene.layouts import BASIC, BODY, deck_layouts
from briefgen.scene.names import Name, called
from briefgen.scene.things import THINGS, Named, Thing
from briefgen.theme.model import DERIVED

HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
# Where the words of a kind hold a number or other words.
PLACES = re.compile(r"\{\w*\}")
# Which characters no line begins or ends with (ECMA-376 Part 1, 19.2.1.17).
KINSOKU = re.compile("<p:kinsoku [^>]*>")
ENGLISH = """\
brief: {slug: demo, title: Demo, subtitle: A demo, organisation: City, date: 2024-02, footer: Demo, language: en}
sources: {article: {file: seeds/article.txt, title: Report, publisher: Paper}}
figures:
  output: {value: 3200亿元, qualifier: 超, kind: actual, label: {en: Output}, quote: 去年全市产值超3200亿元, translation: {en: Output was over RMB 320 billion}}
  firms: {value: 1.3万家, kind: stock, label: {en: Firms}, quote: 拥有1.3万家企业, translation: {en: It has 13000 firms}}
  first: {value: 2亿元, kind: plan, label: {en: First part}, parts_of: whole, quote: 首期投入2亿元, translation: {en: First RMB 200 million}}
  whole: {value: 10亿元, kind: plan, label: {en: Whole}, quote: 总规模10亿元, translation: {en: RMB 1 billion in all}}
topics:
  - {id: one, name: One, effort: Work, goal: Growth, icon: flask, summary: Growth, measures: [{head: A, text: A}], figures: [output]}
deck:
  - {id: cover, kind: cover}
  - {id: agenda, kind: agenda, title: Contents}
  - {id: part, kind: section, title: Part one, lead: Lead, minutes: 2, icon: flask}
  - {id: summary, kind: summary, title: Sum, points: [{head: A, text: A}, {head: B, text: B}, {head: C, text: C}]}
  - {id: kpi, kind: kpi, title: Figures, lead: Lead, figures: [output, firms], note: Note}
  - {id: big, kind: big-number, title: Big, figure: output, text: Text, points: [{head: A, text: A}]}
  - {id: bar, kind: bar, title: Bars, figures: [output, whole], claim: Claim, points: [A], note: Note}
  - {id: column, kind: column, title: Columns, header: [Year, RMB], rows: [[A, '{output}'], [B, '{whole}']]}
  - {id: grouped, kind: grouped, title: Groups, header: [Year, X, Y], rows: [[A, '{output}', '{whole}'], [B, '{whole}', '{output}']]}
  - {id: part-whole, kind: part-whole, title: Parts, total: whole, parts: [first], rest: Rest}
  - {id: donut, kind: donut, title: Ring, total: whole, parts: [first], rest: Rest}
  - {id: trend, kind: trend, title: Line, header: [Year, X, Y], rows: [['2021', '{output}', '{whole}'], ['2022', '{whole}', '{first}'], ['2023', '{first}', '{output}']]}
  - {id: area, kind: area, title: Area, header: [Year, X], rows: [['2021', '{output}'], ['2022', '{whole}'], ['2023', '{first}']]}
  - {id: change, kind: change, title: Change, header: [What, X, Y], rows: [[A, '{output}', '{whole}'], [B, '{whole}', '{output}']]}
  - {id: table, kind: table, title: Table, header: [A, B], rows: [[a, b], [c, d]], note: Note}
  - {id: topics, kind: topics, title: Topics}
  - {id: topic, kind: topic, topic: one, title: Topic}
  - {id: compare, kind: compare, title: Two, left: {head: A, points: [A]}, right: {head: B, points: [B]}}
  - {id: cards, kind: cards, title: Cards, build: yes, cards: [{head: A, text: A, icon: flask}, {head: B, text: B, figure: output}]}
  - {id: process, kind: process, title: Steps, steps: [{head: A, text: A}, {head: B, text: B}]}
  - {id: timeline, kind: timeline, title: Time, events: [{when: A, what: A}, {when: B, what: B, target: yes}]}
  - {id: roadmap, kind: roadmap, title: Road, phases: [A, B], lanes: [{name: X, tasks: [{phase: 1, text: T}]}]}
  - {id: schematic, kind: schematic, title: Map, nodes: [{id: a, name: A, text: T}, {id: b, name: B}], links: [{start: a, end: b, label: L}]}
  - {id: actions, kind: actions, title: To do, items: [{item: A, owner: B, due: C}]}
  - {id: quote, kind: quote, title: Words, text: Output was large, attribution: Paper, source: article}
  - {id: sources, kind: sources, title: Sources}
  - {id: closing, kind: closing, title: End, lines: [Thanks]}
"""  # noqa: E501
WORK = "Much work has been done and more is to be done. "


def words_of(data: bytes, within: str = "") -> dict[str, str]:
    """The parts of a package, and of the workbooks in it, as text."""
    found: dict[str, str] = {}
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            part = package.read(name)
            if part.startswith(b"PK"):
                found |= words_of(part, f"{name}/")
            elif name.endswith((".xml", ".rels")):
                found[within + name] = KINSOKU.sub("", part.decode())
    return found


@pytest.mark.slow
def test_an_english_deck_names_nothing_in_chinese(tmp_path: Path) -> None:
    path = project(tmp_path, ENGLISH)
    build(Request(path, formats=("deck",)))
    parts = words_of((tmp_path / "out/demo.pptx").read_bytes())
    assert len(parts) > 60
    chinese = {name: HAN.findall(words) for name, words in parts.items() if HAN.search(words)}
    assert chinese == {}


def test_a_problem_calls_a_box_as_its_file_does(tmp_path: Path) -> None:
    long = ENGLISH.replace("figure: output, text: Text,", f"figure: output, text: {WORK * 30},")
    found = check(Request(project(tmp_path, long), formats=("deck",)))
    told = [problem.message.partition(":")[0] for problem in found if problem.code == "overflow"]
    assert told == ["Text"]


def test_a_trace_names_the_blocks_of_a_file_as_the_file_does(tmp_path: Path) -> None:
    request = Request(project(tmp_path, ENGLISH), formats=("deck",))
    uses = {use.slide: use.blocks for use in trace(request).entries["output"].uses}
    assert uses["kpi"] == ("Key figures",)
    assert uses["grouped"] == ("Grouped columns",)


@pytest.mark.slow
def test_a_chinese_deck_names_its_parts_in_chinese(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + DECK, hk="language: zh-Hant")
    build(Request(path, formats=("deck",)))
    for file, title, layout in (("demo", "标题", "封面"), ("demo-hk", "標題", "標題與正文")):
        parts = words_of((tmp_path / f"out/{file}.pptx").read_bytes())
        assert f'name="{title}"' in parts["ppt/slides/slide3.xml"]
        assert any(f'<p:cSld name="{layout}">' in part for part in parts.values())


@pytest.mark.parametrize(
    ("name", "simplified", "traditional", "english"),
    [
        (Name("point", 2), "要点 2", "要點 2", "Point 2"),
        (Name("task", 3, within=2), "阶段2任务 3", "階段2任務 3", "Phase 2 task 3"),
        (Name("upright-bar", of="标题"), "柱 标题", "柱 标题", "Column 标题"),
        (Name("figure", of="gdp 2023"), "数字 gdp 2023", "數字 gdp 2023", "Figure gdp 2023"),
        (Name("heading-rule", of=Name("chart")), "图表 线", "圖表 線", "Chart rule"),
        (Name("heading-rule", of="产业 {of}"), "产业 {of} 线", "产业 {of} 線", "产业 {of} rule"),
        (called("创新动能"), "创新动能", "创新动能", "创新动能"),
        (called("目标 2"), "目标 2", "目标 2", "目标 2"),
    ],
)
def test_a_name_is_told_in_its_language_but_not_what_it_is_of(
    name: Name, simplified: str, traditional: str, english: str
) -> None:
    assert {name.told(tag) for tag in ("zh", "zh-CN", "zh-Hans", "ZH-SG")} == {simplified}
    tags = ("zh-Hant", "zh-hk", "zh-TW", "zh-MO", "zh-Hant-HK")
    assert {name.told(tag) for tag in tags} == {traditional}
    assert {name.told(tag) for tag in ("en", "en-GB", "EN-us")} == {english}


def test_every_kind_of_thing_has_words_in_every_language() -> None:
    assert set(THINGS) == set(get_args(Thing))
    convert = Traditional("hk")
    for kind, named in THINGS.items():
        if kind == "called":
            assert (named.zh, named.hant, named.en) == ("", "", "")
            continue
        assert HAN.search(named.zh), kind
        assert HAN.search(named.hant), kind
        assert convert(named.hant) == named.hant, kind
        assert re.match("[{A-Z]", named.en), kind
        assert not HAN.search(named.en), kind
        assert len({tuple(sorted(PLACES.findall(w))) for w in asdict(named).values()}) == 1, kind


def test_no_two_kinds_are_told_by_the_same_words_but_where_that_is_meant() -> None:
    """What is told alike in Chinese stands nowhere on the same slide."""
    seen: dict[str, list[Thing]] = {}
    for kind, named in THINGS.items():
        seen.setdefault(named.zh, []).append(kind)
    alike = [kinds for kinds in seen.values() if len(kinds) > 1]
    assert alike == [["rule", "stroke"]]


def test_a_kind_that_there_is_not_cannot_be_built() -> None:
    for kind in ("pont", "要点", "", "Point"):
        with pytest.raises(ValueError, match=f"no kind of thing “{kind}”"):
            Name(kind)
        with pytest.raises(ValueError, match="no kind of thing"):
            replace(Name("point", 2), kind=kind)


TYPOS = """\
from briefgen.parts.context import Context
from briefgen.parts.text import down, para
from briefgen.scene.items import Shape, Stroke
from briefgen.scene.layouts import BODY
from briefgen.scene.names import Name
from briefgen.theme.model import DECK
def sound(ctx: Context) -> None:
    Shape(Name("title-rule", 2), BODY, fill="accent", stroke=Stroke("chart4", 1))
    para("", DECK["head"], colour="on-dark", strong="primary"), down("head", 1)
    ctx.layouts["two"], ctx.theme.hex("ink2")
def unsound(ctx: Context) -> None:
    Name("title-rul")
    Shape(Name("title-rule"), BODY, fill="acent")
    Stroke("chart5", 1)
    para("", DECK["head"], colour="red")
    para("", DECK["head"], strong="primry")
    DECK["hed"]
    down("hero", 1)
    ctx.theme.hex("ink3")
"""


@pytest.mark.slow
def test_a_typo_is_found_before_anything_runs(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """In a kind of thing, a colour and a step of the type scale."""
    path = tmp_path / "typos.py"
    path.write_text(TYPOS, "utf-8")
    told = checked(path, tmp_path_factory)
    lines = TYPOS.splitlines()
    found = {int(n) for n in re.findall(r"typos\.py:(\d+): error", told)}
    assert found == set(
        range(lines.index("def unsound(ctx: Context) -> None:") + 2, len(lines) + 1)
    )


def test_layouts_have_ids_of_their_own_and_tokens_are_those_of_their_type() -> None:
    ids = [layout.id for layout in deck_layouts()]
    assert len(ids) == len(set(ids))
    assert set(BASIC) <= set(ids)
    assert set(TOKENS) == set(scenes.THEME.palette) | set(DERIVED)
    assert all(scenes.THEME.known(token) for token in TOKENS)
    assert [is_token(word) for word in ("ink", "on-dark", "", "red")] == [True, True, False, False]


# What is done with items goes by what they are, not by what they are told by.


def box(name: Name, *words: str) -> TextBox:
    return scenes.text_box(name, BODY, *(scenes.para(word) for word in words))


def test_clicks_bring_in_what_has_the_same_number() -> None:
    tasks = (Name("lane", 1), Name("task", 1, within=2), Name("lane", 2), Name("task", 2, within=1))
    own = Name(Named("表盘", "錶盤", "Gauge"), 2)
    items = (*(box(name, "字") for name in (*tasks, own)), Shape(Name("icon", of="star"), BODY))
    assert reveals(items) == (Reveal(tasks[:2]), Reveal((*tasks[2:], own)))


def test_a_number_among_the_words_of_a_name_is_none() -> None:
    """Series that are years do not come in by the year."""
    legend = tuple(Shape(Name("swatch", of=year), BODY) for year in ("2022", "2023"))
    plain = box(called("要点 1"), "字"), box(called("要点 2"), "字")
    assert reveals((*legend, *plain)) == ()


def test_connectors_stick_to_values() -> None:
    """Two shapes are told alike; the connector sticks to the one that is meant."""
    one, other, end = called("节点 1"), Name("node", 1), Name("node", 2)
    stroke = Stroke("ink", 12700)
    items = (
        *(Shape(name, BODY, alt="字") for name in (one, other, end)),
        Rule(Name("link", 1), 0, 0, 9, 9, stroke, glue=(other, 3, end, 1)),
        Rule(Name("link", 2), 0, 0, 9, 9, stroke, glue=(called("节点 2"), 3, one, 1)),
    )
    page = scenes.content_page("glued", *items)
    slide = Presentation(BytesIO(render(scenes.deck(pages=(page,))))).slides[0]
    ids = {shape.name: str(shape.shape_id) for shape in slide.shapes}
    ends = [
        [(end.tag.rpartition("}")[2], end.get("id")) for end in shape._element.iter()
         if end.tag.endswith(("stCxn", "endCxn"))]
        for shape in slide.shapes if shape.name.startswith("连线")
    ]  # fmt: skip
    assert ends == [
        [("stCxn", ids["节点 1 2"]), ("endCxn", ids["节点 2"])],
        [("endCxn", ids["节点 1"])],
    ]


def test_a_document_tells_items_by_what_they_are() -> None:
    own = Name(Named("表盘", "錶盤", "Gauge"), 1)
    page = scenes.content_page(
        "told",
        box(own, "八成"),
        box(replace(own, number=2), "九成"),
        box(called("值 1"), "不在图里"),
        box(Name("value", of="天河"), "在图里"),
    )
    text = markdown(scenes.deck(pages=(page,))).decode()
    assert "- 八成\n- 九成\n\n不在图里\n" in text
    assert "\n在图里" not in text


@pytest.mark.parametrize(
    ("language", "told"),
    [("zh-CN", "表盘"), ("zh-HK", "錶盤"), ("zh-TW", "錶盤"), ("en-US", "Gauge")],
)
def test_a_plug_in_names_what_is_its_own_in_every_language(language: str, told: str) -> None:
    gauge = Named(zh="表盘", hant="錶盤", en="Gauge")
    items = (
        box(Name(gauge, 1), "八成"),
        box(Name(gauge, of="天河"), "九成"),
        box(Name(gauge), "字"),
    )
    scene = scenes.deck(
        pages=(scenes.content_page("own", *items),), meta=replace(scenes.META, language=language)
    )
    slide = Presentation(BytesIO(render(scene))).slides[0]
    names = [shape.name for shape in slide.shapes]
    assert [name for name in names if name.startswith(told)] == [f"{told} 1", f"{told} 天河", told]
