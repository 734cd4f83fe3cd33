"""A deck's parts are called in its own language, in the selection pane and the layout menu."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from outlines import DECK, OUTLINE, TOPICS, project

from briefgen.brief.hant import Traditional
from briefgen.build import Request, build
from briefgen.scene import names

HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
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


def test_an_english_deck_names_nothing_in_chinese(tmp_path: Path) -> None:
    path = project(tmp_path, ENGLISH)
    build(Request(path, formats=("deck",)))
    parts = words_of((tmp_path / "out/demo.pptx").read_bytes())
    assert len(parts) > 60
    chinese = {name: HAN.findall(words) for name, words in parts.items() if HAN.search(words)}
    assert chinese == {}


def test_a_chinese_deck_names_its_parts_in_chinese(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS + DECK, hk="language: zh-Hant")
    build(Request(path, formats=("deck",)))
    for file, title, layout in (("demo", "标题", "封面"), ("demo-hk", "標題", "目錄")):
        parts = words_of((tmp_path / f"out/{file}.pptx").read_bytes())
        assert f'name="{title}"' in parts["ppt/slides/slide3.xml"]
        assert any(f'<p:cSld name="{layout}">' in part for part in parts.values())


@pytest.mark.parametrize(
    ("name", "english", "traditional"),
    [
        ("要点 2", "Point 2", "要點 2"),
        ("阶段2任务 甲", "Phase 2 task 甲", "階段2任務 甲"),
        ("柱 标题", "Column 标题", "柱 标题"),
        ("创新动能", "创新动能", "创新动能"),
    ],
)
def test_a_name_is_translated_but_not_what_it_is_of(
    name: str, english: str, traditional: str
) -> None:
    assert names.in_language(name, "en-GB") == english
    assert names.in_language(name, "zh-HK") == traditional
    assert names.in_language(name, "zh-CN") == name


def test_traditional_names_are_traditional() -> None:
    convert = Traditional("hk")
    assert [t for t, _ in names._NAMES.values() if convert(t) != t] == []
