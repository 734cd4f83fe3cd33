"""What the printed page says of a short outline: all that was written for it, each thing once."""

from __future__ import annotations

from pathlib import Path

import composing
import pytest
from outlines import loaded, project

from briefgen.answers.findings import Finding
from briefgen.build import check
from briefgen.geometry import pt
from briefgen.pages.bare import from_deck
from briefgen.pages.picture.evidence import _labelled, across
from briefgen.pages.picture.plan import Plan
from briefgen.pages.picture.scale import Scale
from briefgen.parts.context import Context
from briefgen.problems import NOWHERE, Problems
from briefgen.request import Request
from briefgen.scene.items import Rule, Table, TextBox
from briefgen.scene.walk import walk
from briefgen.theme.load import load_theme
from briefgen.typography.fonts import Fonts

SOURCE = (
    "去年全区粮食产量42.6万吨，蔬菜产量18.3万吨，水果产量7.9万吨。建成高标准农田1200亩，"
    "新增合作社31家。今年培育家庭农场达到85家，明年力争粮食产量突破50万吨，2028年农田面积达到9000亩。"
)
OUTLINE = """\
brief: {slug: farm, title: {zh: 全区农业一年见效, en: A year of farming}, language: zh-Hans}
sources:
  news: {file: seeds/article.txt, title: {zh: 农业新闻, en: News of farming}}
figures:
  grain:
    value: 42.6万吨
    kind: actual
    label: {zh: 粮食产量, en: Grain}
    quote: 粮食产量42.6万吨
  greens:
    value: 18.3万吨
    kind: actual
    label: {zh: 蔬菜产量, en: Greens}
    quote: 蔬菜产量18.3万吨
  fruit: {value: 7.9万吨, kind: actual, label: {zh: 水果产量, en: Fruit}, quote: 水果产量7.9万吨}
  groups:
    value: 31家
    kind: actual
    label: {zh: 新增合作社, en: New groups}
    period: {zh: 去年, en: Last year}
    quote: 新增合作社31家
  farms:
    value: 85家
    qualifier: 达到
    kind: target
    label: {zh: 家庭农场, en: Farms}
    quote: 培育家庭农场达到85家
  aim:
    value: 50万吨
    qualifier: 力争突破
    kind: target
    label: {zh: 粮食产量, en: Grain}
    quote: 力争粮食产量突破50万吨
  land:
    value: 9000亩
    qualifier: 达到
    kind: target
    label: {zh: 高标准农田面积, en: Land}
    quote: 农田面积达到9000亩
deck:
  - {id: cover, kind: cover}
page:
  headline: {zh: 全区粮食产量再上台阶, en: More grain than ever}
  figures: [grain, groups]
  chart: {figures: [grain, greens, fruit], title: {zh: 粮食产量居首, en: Grain leads}}
  timeline:
    title: {zh: 往后看三年, en: The years ahead}
    events:
      - when: {zh: 今年, en: This year}
        what: {zh: "家庭农场{farms:number}", en: "{farms:number} farms"}
      - {when: {zh: 明年, en: Next year}, what: {zh: 农田连片, en: Land joined up}, target: yes}
  targets: {figures: [farms, aim, land], title: {zh: 目标, en: Targets}}
"""


EVENT = '{zh: "家庭农场{farms:number}", en: "{farms:number} farms"}'


def page(
    folder: Path, audience: str = "base", event: str = EVENT
) -> tuple[list[TextBox], list[Table], list[Finding]]:
    outline = OUTLINE.replace(EVENT, event)
    path = project(folder, outline, english="name: English\nlanguage: en\n")
    (folder / "seeds/article.txt").write_text(SOURCE, "utf-8")
    found = check(Request(path, (audience,), formats=("brief",)))
    (made,) = composing.sound(path, "brief", "" if audience == "base" else audience).pages
    every = list(walk(made.items))
    boxes = [item for item in every if isinstance(item, TextBox)]
    return boxes, [item for item in every if isinstance(item, Table)], found


def farm(folder: Path, outline: str = OUTLINE) -> Path:
    path = project(folder, outline)
    (folder / "seeds/article.txt").write_text(SOURCE, "utf-8")
    return path


def context(folder: Path) -> Context:
    """What the page of the farms is made in."""
    brief, _ = loaded(farm(folder))
    theme = load_theme("neutral", NOWHERE, Problems())
    assert brief
    assert theme
    return Context(
        brief=brief,
        theme=theme,
        fonts=Fonts(theme.print_face),
        medium="print",
        problems=Problems(),
        layouts={},
    )


def said(boxes: list[TextBox]) -> list[str]:
    return ["".join(par.text for par in box.paragraphs) for box in boxes]


@pytest.mark.parametrize(
    ("audience", "title"), [("base", "往后看三年"), ("english", "The years ahead")]
)
def test_the_timeline_has_its_title(tmp_path: Path, audience: str, title: str) -> None:
    boxes, _, _ = page(tmp_path, audience)
    assert title in said(boxes)


def test_an_event_has_its_number_alone_where_it_was_written_so(tmp_path: Path) -> None:
    boxes, _, _ = page(tmp_path)
    assert "85家" in said(boxes)


def test_a_lone_number_among_events_stays_in_its_words(tmp_path: Path) -> None:
    more = "      - {when: 后年, what: 水渠通水, target: yes}\n  targets:"
    path = farm(tmp_path, OUTLINE.replace("  targets:", more, 1))
    made = composing.sound(path, "brief", "").pages[0]
    boxes = said([each for each in walk(made.items) if isinstance(each, TextBox)])
    assert "家庭农场85家" in boxes
    assert "85家" not in boxes


def test_a_title_that_says_targets_needs_no_mark_and_no_word_at_numbers(tmp_path: Path) -> None:
    outline = OUTLINE.replace("qualifier: 力争突破", "qualifier: 目标").replace("力争粮", "目标粮")
    for title, marked in (("目标", False), ("任务", True)):
        folder = tmp_path / title
        path = project(folder, outline.replace("zh: 目标, en", f"zh: {title}, en"))
        words = SOURCE.replace("力争粮食产量突破50", "粮食产量目标50")
        (folder / "seeds/article.txt").write_text(words, "utf-8")
        text = path.read_text("utf-8").replace("目标粮食产量突破50", "粮食产量目标50")
        path.write_text(text, "utf-8")
        made = composing.sound(path, "brief", "").pages[0]
        tables = [each for each in walk(made.items) if isinstance(each, Table)]
        cells = [
            "".join(par.text for par in cell.paragraphs)
            for table in tables
            for row in table.cells
            for cell in row
        ]
        assert any("○" in each for each in cells) == marked
        assert ("目标50万吨" in cells) == marked
        assert ("50万吨" in cells) != marked


@pytest.mark.slow
@pytest.mark.parametrize(
    ("audience", "written", "alone"),
    [
        ("english", "Farms that families run: {farms:number}", "Farms that families run"),
        ("english", "Network of farms of {farms:number}", "Network of farms"),
        ("english", "{farms:number}: farms run by families", "farms run by families"),
        ("english", "Family farms number {farms:number}", "Family farms number"),
        ("english", "Farming is now done in {farms:number}", ""),
        ("english", "Family farms, {farms:number}", ""),
        ("base", "家庭农场：{farms:number}", "家庭农场"),
        ("base", "家庭农场增加到{farms:number}", ""),
        # A verb alone names nothing.
        ("english", "Runs {farms:number}", ""),
        ("english", "The district handles {farms:number}", ""),
        ("english", "{farms:number} planned by families", ""),
        ("english", "Planted land {farms:number}", "Planted land"),
        ("base", "新建成{farms:number}", ""),
        ("base", "农场数量突破{farms:number}", ""),
    ],
)
def test_a_number_is_set_apart_where_the_other_words_stand_alone(
    tmp_path: Path, audience: str, written: str, alone: str
) -> None:
    key = "en" if audience == "english" else "zh"
    other = "zh: 农场" if audience == "english" else "en: Farms"
    texts, _, _ = page(tmp_path, audience, f'{{{key}: "{written}", {other}}}')
    number = "85家" if key == "zh" else "85"
    lines = [each.replace("\n", " ") for each in said(texts)]
    if alone:
        assert number in lines
        assert alone in lines
    else:
        assert number not in lines
        assert written.replace("{farms:number}", number) in lines


def test_an_axis_of_two_events_runs_to_the_edge(tmp_path: Path) -> None:
    path = farm(tmp_path, OUTLINE.replace(", target: yes", ""))
    (made,) = composing.sound(path, "brief", "").pages
    every = list(walk(made.items))
    axis = [each.x2 for each in every if isinstance(each, Rule) and each.name.kind == "time-axis"]
    edge = max(each.rect.right for each in every if isinstance(each, Table))
    assert len(axis) == 2
    assert max(axis) >= edge


@pytest.mark.parametrize("count", [3, 5, 6])
def test_rows_of_figures_are_as_long_as_each_other(tmp_path: Path, count: int) -> None:
    ctx = context(tmp_path)
    plan = Plan(scale=Scale(10.0))
    ids = ["grain", "greens", "fruit", "groups", "aim", "farms"][:count]
    for width in (200, 260, 300, 480):
        assert count % across(ctx, plan, ids, pt(width), "figure") == 0


def test_bars_take_half_of_their_box_and_the_unit_is_said_once(tmp_path: Path) -> None:
    ctx = context(tmp_path)
    wide = _labelled(ctx, Plan(scale=Scale(10.0)), pt(400))
    assert (wide.unit, wide.long) == ("", True)
    close = _labelled(ctx, Plan(scale=Scale(10.0)), pt(210))
    assert (close.unit, close.long) == ("万吨", True)


def test_three_targets_stand_in_one_table_each_value_on_one_line(tmp_path: Path) -> None:
    _, tables, _ = page(tmp_path)
    (table,) = [each for each in tables if each.name.kind == "targets"]
    assert len(table.cells) == 4
    assert [len(row[1].lines) for row in table.cells] == [1, 1, 1, 1]


def test_a_figure_that_the_strip_leaves_out_is_told(tmp_path: Path) -> None:
    _, _, found = page(tmp_path)
    (told,) = [each for each in found if each.code == "figures-elsewhere"]
    assert told.severity == "note"
    assert "grain" in told.message
    assert "groups" not in told.message


def test_a_period_behind_a_label_has_no_capital(tmp_path: Path) -> None:
    boxes, _, _ = page(tmp_path, "english")
    assert any("New groups, last year" in each.replace("\n", " ") for each in said(boxes))


def test_a_page_says_which_slide_it_leaves_out(tmp_path: Path) -> None:
    long = "两岸田地连成一片，" * 5
    slide = "  - {{kind: bullets, title: {title}, points: [深耕, 密植]}}\n"
    outline = "brief: {slug: a, title: 田}\ndeck:\n"
    outline += slide.format(title=long) + slide.format(title="种好田")
    brief, _ = loaded(project(tmp_path, outline))
    problems = Problems()
    assert brief
    assert [str(each.name) for each in from_deck(brief, problems).topics] == ["种好田"]
    assert any(long in str(each) for each in problems if each.code == "copyfit")


def test_a_page_made_of_a_deck_shows_the_first_six_of_its_events(tmp_path: Path) -> None:
    events = "".join(f"      - {{when: {n}月, what: 第{n}批开工}}\n" for n in range(1, 9))
    outline = "brief: {slug: a, title: 开工}\ndeck:\n  - kind: timeline\n    title: 按月\n"
    brief, _ = loaded(project(tmp_path, f"{outline}    events:\n{events}"))
    assert brief
    shown = from_deck(brief, Problems()).page.timeline
    assert [str(each.what) for each in shown] == [f"第{n}批开工" for n in range(1, 7)]
