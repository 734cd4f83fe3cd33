"""Slide kinds: what they show, what they do with too much, how one moves through their deck."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import composing
import pytest
import zxingcpp
from lxml import etree
from outlines import OUTLINE, TOPICS, brief, found_in
from PIL import Image
from rows import every

from briefgen.geometry import Rect, pt
from briefgen.kinds import kinds
from briefgen.machine.assets import icon_paths
from briefgen.outline.convert import fields_of
from briefgen.problems import Problem
from briefgen.render import png
from briefgen.render.pptx import render
from briefgen.scene.icons import icon
from briefgen.scene.items import Group, Item, Page, Rule, Table, TextBox
from briefgen.scene.layouts import BODY_NOTED
from briefgen.scene.names import Name
from briefgen.scene.scene import Scene
from briefgen.scene.walk import paragraphs, walk
from briefgen.theme.model import DECK

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LONG = "推动科技与产业双向奔赴，打通科研成果从样品到产品的转化通道，让广大人才安居乐业。"


def composed(folder: Path, deck: str, head: str = OUTLINE + TOPICS) -> tuple[Scene, list[Problem]]:
    """The scene of a deck whose outline is sound, and what was found in composing it."""
    return composing.composed(brief(folder, head + "deck:\n" + deck))


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems if problem.severity != "note"}


def items(page: Page, kind: type) -> list[Item]:
    return [item for item in walk(page.items) if isinstance(item, kind)]


def text(page: Page) -> str:
    boxes = (item for item in walk(page.items) if isinstance(item, TextBox))
    return "\n".join(paragraph.text for box in boxes for paragraph in box.paragraphs)


def slides(scene: Scene) -> list[etree._Element]:
    with ZipFile(BytesIO(render(scene))) as deck:
        count = len(scene.pages)
        return [
            etree.fromstring(deck.read(f"ppt/slides/slide{n}.xml")) for n in range(1, count + 1)
        ]


@every("name", sorted(kinds().built_in))
def test_every_field_says_what_it_is_for(name: str) -> None:
    kind = kinds()[name]
    assert kind.purpose
    assert [field.name for field in fields_of(kind.fields) if not field.doc] == []


def test_process_numbers_its_steps_on_over_pages(tmp_path: Path) -> None:
    steps = "\n".join(f"    - {{head: 第{c}步, text: 做好{c}事}}" for c in "甲乙丙丁戊己庚辛壬癸子")
    scene, problems = composed(tmp_path, f"- kind: process\n  title: 流程\n  steps:\n{steps}\n")
    assert not codes(problems)
    first, second = scene.pages
    assert (first.title, second.title) == ("流程（1/2）", "流程（2/2）")
    assert [item.geometry for item in items(first, TextBox)].count("chevron") == 6
    assert [item.geometry for item in items(second, TextBox)].count("chevron") == 5
    assert "07" in text(second)
    assert "06" not in text(second)
    assert (first.id, second.id) == ("process", "process--2")


def test_chevrons_point_at_each_other_without_touching(tmp_path: Path) -> None:
    steps = "[{head: 签约, text: 签}, {head: 供地, text: 供}, {head: 投产, text: 投}]"
    scene, _ = composed(tmp_path, f"- {{kind: process, title: 流程, steps: {steps}}}\n")
    boxes = [box for box in items(scene.pages[0], TextBox) if box.geometry == "chevron"]
    for left, right in pairwise(boxes):
        assert left.rect.right <= right.rect.x


def test_a_long_table_repeats_its_header(tmp_path: Path) -> None:
    names = [f"第{c}行" for c in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"]
    rows = ", ".join(f"[{name}, 内容]" for name in names)
    deck = f"- {{kind: table, title: 长表, header: [名称, 说明], rows: [{rows}]}}\n"
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    tables = [table for page in scene.pages for table in items(page, Table)]
    heads = [[cell.paragraphs[0].text for cell in table.cells[0]] for table in tables]
    assert heads == [["名称", "说明"]] * 2
    shown = [row[0].paragraphs[0].text for table in tables for row in table.cells[1:]]
    assert shown == names
    assert [len(table.cells) for table in tables] == [11, 11]


def test_rows_that_are_too_tall_go_on_another_page(tmp_path: Path) -> None:
    rows = ", ".join(f"[甲, {LONG * 3}]" for _ in range(6))
    deck = f"- {{kind: table, title: 高表, header: [名称, 说明], rows: [{rows}]}}\n"
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    assert len(scene.pages) >= 2
    for page in scene.pages:
        (table,) = items(page, Table)
        assert len(table.cells) >= 3
        assert table.rect.bottom <= pt(460)


def test_many_figures_fill_several_pages_in_the_same_section(tmp_path: Path) -> None:
    figures = ", ".join(["output", "firms"] * 4)
    deck = (
        "- {kind: section, title: 家底}\n- {kind: section, title: 后话}\n"
        f"- {{id: many, kind: kpi, title: 数字, figures: [{figures}]}}\n"
    )
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    pages = [page for page in scene.pages if page.id.startswith("many")]
    assert len(pages) == 2
    assert all("02　后话" in text(page) for page in pages)
    labels = [[p.text for p in paragraphs(items(page, Table))] for page in pages]
    assert [sum("企业" in label for label in page) for page in labels] == [2, 2]
    assert scene.sections[-1].pages[-2:] == ("many", "many--2")


def test_texts_that_fit_nowhere_go_to_the_notes(tmp_path: Path) -> None:
    points = "\n".join(f"    - {{head: 第{c}点, text: {LONG * 8}}}" for c in "甲乙丙")
    scene, problems = composed(tmp_path, f"- kind: summary\n  title: 要点\n  points:\n{points}\n")
    assert codes(problems) == {"to-the-notes"}
    (page,) = scene.pages
    assert "第甲点" in text(page)
    assert LONG not in text(page)
    assert sum(LONG in note for note in page.notes) == 3
    (warning,) = [problem for problem in problems if problem.code == "to-the-notes"]
    assert warning.mark.line > 30


def test_seven_points_stand_in_two_columns(tmp_path: Path) -> None:
    points = "\n".join(f"    - {{head: 第{c}点, text: {LONG[:30]}。}}" for c in "甲乙丙丁戊己庚")
    scene, problems = composed(tmp_path, f"- kind: summary\n  title: 要点\n  points:\n{points}\n")
    assert not codes(problems)
    (page,) = scene.pages
    boxes = [item for item in items(page, TextBox) if item.name.kind == "point"]
    assert [box.rect.x for box in boxes] == [boxes[0].rect.x] * 4 + [boxes[4].rect.x] * 3
    assert [box.rect.y for box in boxes[4:]] == [box.rect.y for box in boxes[:3]]
    assert boxes[0].rect.right < boxes[4].rect.x


def test_points_too_long_for_two_columns_go_on_another_page(tmp_path: Path) -> None:
    points = "\n".join(f"    - {{head: 第{c}点, text: {LONG * 2}}}" for c in "甲乙丙丁戊己庚辛")
    scene, problems = composed(tmp_path, f"- kind: summary\n  title: 要点\n  points:\n{points}\n")
    assert not codes(problems)
    assert [page.title for page in scene.pages] == ["要点（1/2）", "要点（2/2）"]


def test_the_closing_slides_address_can_be_read_off_the_screen(tmp_path: Path) -> None:
    address = "https://example.org/new-guangzhou"
    deck = f"- {{kind: closing, title: 谢谢, lines: [欢迎], url: '{address}'}}\n"
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    (page,) = png.render(scene, 60)
    (found_,) = zxingcpp.read_barcodes(Image.open(BytesIO(page)))
    assert found_.text == address
    with ZipFile(BytesIO(render(scene))) as made:
        assert f'Target="{address}"'.encode() in made.read("ppt/slides/_rels/slide1.xml.rels")


def test_nine_topics_go_on_two_slides(tmp_path: Path) -> None:
    listed = "".join(
        f"- {{id: t{n}, name: 专题{n}, effort: 全力建设, goal: 目标达成, summary: 摘要。, "
        "measures: [{head: 做强, text: 做强实体。}]}\n"
        for n in range(9)
    )
    deck = "- {kind: topics, title: 全部专题}\n"
    scene, problems = composed(tmp_path, deck, OUTLINE + "topics:\n" + listed)
    assert not codes(problems)
    assert [page.title for page in scene.pages] == ["全部专题（1/2）", "全部专题（2/2）"]
    (first,), (second,) = (items(page, Table) for page in scene.pages)
    assert (len(first.cells), len(second.cells)) == (6, 5)
    assert first.cells[0] == second.cells[0]


def test_a_tables_step_down_is_told(tmp_path: Path) -> None:
    rows = "\n".join(f"    - [第{c}行, {LONG}{LONG}]" for c in "甲乙丙丁")
    deck = f"- kind: table\n  title: 表\n  header: [行, 内容]\n  widths: [1, 5]\n  rows:\n{rows}\n"
    scene, problems = composed(tmp_path, deck)
    told = [problem for problem in problems if problem.code == "fitted"]
    assert len(scene.pages) == 1
    assert [problem.message for problem in told] == ["Table: fits with 1 step down the type scale"]
    assert told[0].mark.line
    (made,) = items(scene.pages[0], Table)
    assert {cell.paragraphs[0].runs[0].style.size for row in made.cells[1:] for cell in row} == {
        DECK["dense"].size
    }
    assert made.rect.h <= BODY_NOTED.h


def test_a_title_of_few_words_stands_large_on_the_cover(tmp_path: Path) -> None:
    def size(title: str) -> int:
        folder = tmp_path / str(len(title))
        folder.mkdir()
        head = OUTLINE.replace("brief:", f"brief:\n  title: {title}", 1)
        assert head != OUTLINE
        head = re.sub(r"(?m)^  title: (?!" + title + r")[^\n]*\n", "", head, count=1)
        scene, problems = composed(folder, "- kind: cover\n", head + TOPICS)
        assert not codes(problems)
        (box,) = (b for b in items(scene.pages[0], TextBox) if b.slot and b.slot.role == "title")
        return box.paragraphs[0].runs[0].style.size

    assert size("六个新广州") == pt(76)
    assert size("以六个全力的扎实举措共建六个新广州大干十二年再造新广州") == pt(54)


def test_points_below_a_big_number_go_one_step_down_at_the_most(tmp_path: Path) -> None:
    sizes: dict[bool, set[int]] = {False: set(), True: set()}
    for length in range(2, 16):
        points = ", ".join(
            f"{{head: 要点{n}, text: {'推动产业升级。' * length}}}" for n in range(3)
        )
        deck = f"- {{id: b, kind: big-number, title: 题, figure: output, points: [{points}]}}\n"
        folder = tmp_path / str(length)
        folder.mkdir()
        made, found = composed(folder, deck)
        boxes = [
            i for i in made.pages[0].items if isinstance(i, TextBox) and i.name.kind == "point"
        ]
        assert len(boxes) == 3
        assert len({box.rect.y for box in boxes}) == 1
        too_long = any(problem.code == "overflow" for problem in found)
        sizes[too_long] |= {box.paragraphs[0].runs[0].style.size for box in boxes}
    assert sizes[False] == {DECK["body"].size, DECK["dense"].size}
    assert sizes[True] == {DECK["dense"].size}


def test_steps_whose_texts_fit_nowhere_keep_their_numbers(tmp_path: Path) -> None:
    steps = "\n".join(
        f"    - {{head: 第{c}步, text: {LONG * 8}}}" for c in "甲乙丙丁戊己庚辛壬癸子"
    )
    scene, problems = composed(tmp_path, f"- kind: process\n  title: 流程\n  steps:\n{steps}\n")
    assert codes(problems) == {"to-the-notes"}
    assert [page.title for page in scene.pages] == ["流程（1/2）", "流程（2/2）"]
    assert "07" in text(scene.pages[1])
    assert sum(LONG in note for note in scene.pages[0].notes) == 11


def test_a_quotes_note_is_for_the_speaker(tmp_path: Path) -> None:
    deck = "- {kind: quote, text: 总规模10亿元, source: article, notes: 慢读, note: 见第二段}\n"
    scene, _ = composed(tmp_path, deck)
    assert scene.pages[0].notes == ("慢读", "见第二段")
    assert "见第二段" not in text(scene.pages[0])


def test_what_cannot_be_moved_is_an_error(tmp_path: Path) -> None:
    points = "\n".join(f"    - {{head: {LONG * 9}, text: 短}}" for _ in "甲乙")
    _, problems = composed(tmp_path, f"- kind: summary\n  title: 要点\n  points:\n{points}\n")
    assert "overflow" in codes(problems)


def test_actions_are_a_native_table(tmp_path: Path) -> None:
    listed = ", ".join(f"{{item: 事项{c}, owner: 规划局, due: 六月底}}" for c in "甲乙丙丁戊己庚")
    deck = f"- {{kind: actions, title: 任务, items: [{listed}]}}\n"
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    tables = [items(page, Table)[0] for page in scene.pages]
    assert [[c.paragraphs[0].text for c in table.cells[0]] for table in tables] == [
        ["#", "事项", "责任单位", "时限"]
    ] * 2
    assert tables[1].cells[1][0].paragraphs[0].text == "5"
    assert all(slide.findall(f".//{A}tbl") for slide in slides(scene))


ROADMAP = """\
- kind: roadmap
  title: 路线图
  phases: [今年, 明年, 后年]
  lanes:
    - name: 轨道
      tasks:
        - {text: 开工, phase: 1, until: 2}
        - {text: 通车, phase: PHASE, target: yes}
    - {name: 岸线, tasks: [{text: 贯通, phase: 2}]}
"""


def test_a_roadmap_spans_its_phases(tmp_path: Path) -> None:
    scene, problems = composed(tmp_path, ROADMAP.replace("PHASE", "3"))
    assert not codes(problems)
    boxes = {paragraph.text: box for box in items(scene.pages[0], TextBox)
             for paragraph in box.paragraphs}  # fmt: skip
    works, goal, opened = boxes["开工"], boxes["通车"], boxes["贯通"]
    assert works.rect.x == boxes["今年"].rect.x
    assert works.rect.right == boxes["明年"].rect.right
    assert opened.rect.x == boxes["明年"].rect.x
    assert goal.stroke is not None
    assert goal.stroke.dashed
    assert {box.slot.role for box in (works, goal, opened) if box.slot} == {"body"}


@pytest.mark.parametrize(
    ("phase", "told"), [("4", "there is no phase 4"), ("2", "two tasks of “轨道” stand in phase 2")]
)
def test_a_roadmap_says_which_task_stands_wrong(tmp_path: Path, phase: str, told: str) -> None:
    _, problems = composed(tmp_path, ROADMAP.replace("PHASE", phase))
    (found,) = [problem for problem in problems if problem.severity == "error"]
    assert told in found.message
    lines = (tmp_path / "content/outline.yaml").read_text("utf-8").splitlines()
    assert "通车" in lines[found.mark.line - 1]


SCHEMATIC = """\
- kind: schematic
  title: 相互支撑
  form: FORM
  nodes:
    - {id: campus, name: 大学城, text: 人才}
    - {id: port, name: 创新港, main: yes}
    - {id: park, name: 制造园}
    - {id: river, name: 社区}
  links:
    - {start: campus, end: port, label: 成果}
    - {start: port, end: park}
    - {start: port, end: river}
"""


@pytest.mark.parametrize("form", ["flow", "ring", "hub"])
def test_connectors_of_a_schematic_stick_to_its_shapes(tmp_path: Path, form: str) -> None:
    scene, problems = composed(tmp_path, SCHEMATIC.replace("FORM", form))
    assert not [problem for problem in problems if problem.severity == "error"]
    (page,) = scene.pages
    assert "示意" in text(page)
    boxes = [box for box in items(page, TextBox) if box.geometry == "round"]
    assert len({(box.rect.x, box.rect.y) for box in boxes}) == 4
    (slide,) = slides(scene)
    names = {e.get("id"): e.get("name") for e in slide.iter(f"{P}cNvPr")}
    glued = [
        (names[c.find(f".//{A}stCxn").get("id")], names[c.find(f".//{A}endCxn").get("id")])
        for c in slide.iter(f"{P}cxnSp")
    ]
    assert glued == [("节点 1", "节点 2"), ("节点 2", "节点 3"), ("节点 2", "节点 4")]
    groups = slide.iterfind(f".//{P}grpSp/{P}nvGrpSpPr/{P}cNvPr")
    assert any("大学城→创新港（成果）" in group.get("descr", "") for group in groups)


def test_links_end_at_the_edges_of_what_they_link(tmp_path: Path) -> None:
    scene, _ = composed(tmp_path, SCHEMATIC.replace("FORM", "flow"))
    boxes = {box.name: box.rect for box in items(scene.pages[0], TextBox)}
    for rule in items(scene.pages[0], Rule):
        assert isinstance(rule, Rule)
        assert rule.glue is not None
        start, end = boxes[rule.glue[0]], boxes[rule.glue[2]]
        assert (rule.x1, rule.y1) == (start.right, start.y + start.h // 2)
        assert (rule.x2, rule.y2) == (end.x, end.y + end.h // 2)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("end: river}", "end: campus}", "the links lead in a circle"),
        ("end: river}", "end: rivers}", "did you mean “river”?"),
        ("id: river", "id: park", "two things are called “park”"),
    ],
)
def test_a_schematic_that_cannot_be_drawn(tmp_path: Path, old: str, new: str, told: str) -> None:
    _, problems = composed(tmp_path, SCHEMATIC.replace("FORM", "flow").replace(old, new))
    assert any(told in str(problem) for problem in problems)


def test_an_unknown_icon_is_told_with_the_nearest(tmp_path: Path) -> None:
    found = found_in(tmp_path, OUTLINE + TOPICS.replace("name: 创新", "name: 创新\n    icon: flsk"))
    assert len(found) == 1
    assert re.search(r"outline\.yaml:\d+:11: error: there is no icon “flsk”.*“flask”", found[0])


def test_every_icon_can_be_drawn() -> None:
    for name in icon_paths():
        shape = icon(name, Rect(pt(100), pt(50), pt(24), pt(24)), "primary")
        assert shape.path[0].op == "M", name
        for move in shape.path:
            assert len(move.points) == {"M": 1, "L": 1, "C": 3, "Z": 0}[move.op], name
            for x, y in move.points:
                # Control points may lie a little outside of the square.
                assert pt(98) <= x <= pt(126), name
                assert pt(48) <= y <= pt(76), name


def icon_of(form: Any) -> bool:
    """Whether a freeform is an icon."""
    return "图标" in form.getparent().getparent().find(f".//{P}cNvPr").get("name")


def test_a_topics_icon_is_a_freeform_in_the_deck(tmp_path: Path) -> None:
    drawn = "icon: flask\n    graphic: {form: axis, title: 轴, points: [甲, 乙]}"
    head = OUTLINE + TOPICS.replace("name: 创新", f"name: 创新\n    {drawn}")
    scene, _ = composed(tmp_path, "- {kind: topic, topic: first, title: 创新成轴}\n", head)
    (slide,) = slides(scene)
    (form,) = (each for each in slide.iter(f"{A}custGeom") if icon_of(each))
    line = form.getparent().find(f"{A}ln")
    assert line.get("cap") == "rnd"
    assert form.getparent().find(f"{A}noFill") is not None


TIMED = """\
- {kind: cover, minutes: 0.5}
- {id: agenda, kind: agenda}
- {id: a, kind: section, title: 第一, minutes: 1}
- {kind: kpi, title: 数字, figures: [output, firms], minutes: 2.5}
- {id: b, kind: section, title: 第二}
- {kind: topics, title: 对照, minutes: 3}
- {id: spare, kind: quote, text: 拥有1.3万家企业, source: article, hidden: yes, minutes: 9}
"""


def with_minutes(allowed: str) -> str:
    return OUTLINE.replace("date: 2024-02", f"date: 2024-02\n  minutes: {allowed}", 1) + TOPICS


def test_minutes_are_summed_on_the_agenda_and_in_the_notes(tmp_path: Path) -> None:
    scene, problems = composed(tmp_path, TIMED, with_minutes("10"))
    assert not codes(problems)
    agenda = text(scene.pages[1])
    assert "共7分钟" in agenda
    assert re.findall(r"^[\d.]+分钟$", agenda, re.M) == ["3.5分钟", "3分钟"]
    assert "【用时】2.5分钟，讲完累计4分钟／10分钟" in scene.pages[3].notes
    assert not any("用时" in note for note in scene.pages[6].notes)
    assert scene.pages[6].hidden


def test_more_minutes_than_the_event_has_are_a_warning(tmp_path: Path) -> None:
    _, problems = composed(tmp_path, TIMED, with_minutes("5"))
    (found,) = [problem for problem in problems if problem.code == "too-long"]
    assert "take 7 minutes, the event has 5" in found.message
    assert (found.mark.line, found.mark.column) == (5, 12)


def test_a_time_that_is_none_is_an_error(tmp_path: Path) -> None:
    found = found_in(tmp_path, with_minutes("-3"))
    assert any("a number of minutes such as 2" in each for each in found)


def test_sections_link_and_show_how_far_one_is(tmp_path: Path) -> None:
    scene, _ = composed(tmp_path, TIMED)
    links = {item.name: item.link for page in scene.pages for item in items(page, TextBox)}
    assert (links[Name("section", 1)], links[Name("section", 2)]) == ("page:a", "page:b")
    assert links[Name("section-number")] == "page:agenda"
    assert links[Name("pages")] == f"page:{scene.pages[5].id}"
    assert links[Name("section-name")] == "page:b"
    (row,) = (each for each in items(scene.pages[3], Group) if each.name.kind == "progress")
    assert [step.name.kind for step in row.items] == ["pane", "progress-step"]
    slide = slides(scene)[3]
    assert slide.find(f".//{A}hlinkClick") is not None


def test_eight_sections_stand_in_two_columns(tmp_path: Path) -> None:
    names = "甲乙丙丁戊己庚辛"
    deck = "- {kind: agenda}\n" + "".join(f"- {{kind: section, title: 第{c}部分}}\n" for c in names)
    scene, problems = composed(tmp_path, deck)
    assert not codes(problems)
    boxes = [box for box in items(scene.pages[0], TextBox) if box.name.kind == "section"]
    assert len({box.rect.x for box in boxes}) == 2
    assert len({box.rect.y for box in boxes}) == 4


BUILDS = """\
- id: rows
  kind: summary
  title: 逐条
  build: yes
  points: [{head: 一, text: 甲}, {head: 二, text: 乙}, {head: 三, text: 丙}]
- id: paragraphs
  kind: closing
  title: 谢谢
  build: yes
  lines: [第一行, 第二行]
- {id: still, kind: closing, title: 完}
"""


def test_build_steps_reveal_what_belongs_together(tmp_path: Path) -> None:
    head = OUTLINE.replace("date: 2024-02", "date: 2024-02\n  transitions: fade", 1) + TOPICS
    scene, _ = composed(tmp_path, BUILDS, head)
    rows, paragraphs, still = slides(scene)
    names = {e.get("id"): e.get("name") for e in rows.iter(f"{P}cNvPr")}
    clicks = rows.xpath(
        "//p:cTn[@nodeType='mainSeq']/p:childTnLst/p:par", namespaces={"p": P[1:-1]}
    )
    shown = [[names[t.get("spid")] for t in click.iter(f"{P}spTgt")] for click in clicks]
    assert shown == [
        ["序号 1", "要点 1", "线 1"],
        ["序号 2", "要点 2", "线 2"],
        ["序号 3", "要点 3"],
    ]
    built = {names[e.get("spid")] for e in rows.iter(f"{P}bldP")}
    assert built == {f"{what} {n}" for what in ("序号", "要点") for n in (1, 2, 3)}
    ranges = [(e.get("st"), e.get("end")) for e in paragraphs.iter(f"{P}pRg")]
    assert ranges == [("0", "0"), ("1", "1")]
    assert still.find(f"{P}timing") is None
    for slide in (rows, paragraphs, still):
        assert slide.find(f"{P}transition/{P}fade") is not None
        ids = [e.get("id") for e in slide.iter(f"{P}cTn")]
        assert len(ids) == len(set(ids))


def test_without_a_word_nothing_moves(tmp_path: Path) -> None:
    scene, _ = composed(tmp_path, BUILDS.replace("  build: yes\n", ""))
    for slide in slides(scene):
        assert slide.find(f"{P}timing") is None
        assert slide.find(f"{P}transition") is None
