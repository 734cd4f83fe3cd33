"""What has been reached, is aimed at or planned is said once, where it is read; names stand at what
they name, and numbers are not torn."""

from __future__ import annotations

from pathlib import Path

import composing
import pytest
from outlines import project

from briefgen.geometry import pt
from briefgen.scene.items import Chart, Group, Page, Rule, Shape, Table, TextBox
from briefgen.scene.walk import walk
from briefgen.typography.fonts import load_fonts
from briefgen.typography.linebreak import breaks, glued

SOURCE = (
    "计划投资9.5亿元，计划修路300公里，其中乡道260公里、村道28公里，"
    "力争明年造林1.5万亩，今年已造林31.15万亩，"
    "另育苗2.5万亩。"
)
OUTLINE = """\
brief: {slug: roads, title: {zh: 修路, en: Roads}, language: zh-Hans}
sources:
  news: {file: seeds/article.txt, title: {zh: 修路新闻, en: News of roads}}
figures:
  money:
    {value: 9.5亿元, kind: plan, label: {zh: 计划投资, en: Planned funds}, quote: 计划投资9.5亿元}
  roads: {value: 300公里, kind: plan, label: {zh: 修路, en: Roads}, quote: 修路300公里}
  rural:
    {value: 260公里, kind: plan, label: {zh: 乡道, en: Rural roads}, parts_of: roads,
     quote: 乡道260公里}
  lanes:
    {value: 28公里, kind: plan, label: {zh: 村道, en: Village lanes}, parts_of: roads,
     quote: 村道28公里}
  aim: {value: 1.5万亩, kind: target, label: {zh: 造林, en: To be wooded}, quote: 造林1.5万亩}
  young: {value: 2.5万亩, kind: actual, label: {zh: 育苗, en: Young}, quote: 另育苗2.5万亩}
  wood: {value: 31.15万亩, kind: actual, label: {zh: 已造林, en: Wooded}, quote: 已造林31.15万亩}
deck:
"""


def slide(folder: Path, written: str, audience: str = "") -> Page:
    path = project(folder, OUTLINE + f"  - {written}\n", en="name: English\nlanguage: en\n")
    (folder / "seeds/article.txt").write_text(SOURCE, "utf-8")
    return composing.sound(path, "deck", audience).pages[-1]


def texts(page: Page) -> list[str]:
    boxes = [item for item in walk(page.items) if isinstance(item, TextBox)]
    return [par.text for box in boxes for par in box.paragraphs]


def test_an_event_is_what_its_figures_are_unless_its_author_says(tmp_path: Path) -> None:
    def nodes(second: str, first: str = "起步") -> tuple[list[bool], str]:
        events = f"[{{when: 今年, what: {first}}}, {{when: 明年, what: {second}}}]"
        page = slide(tmp_path, f"{{kind: timeline, title: 路, events: {events}}}")
        made = [each for each in walk(page.items) if each.name.kind == "node"]
        full = [isinstance(each, Shape) and each.fill == "primary" for each in made]
        keys = [text for text in texts(page) if "已实现" in text or "计划　" in text]
        return full, " ".join(keys)

    assert nodes("开工") == ([True, True], "")
    assert nodes('"修路{roads}"') == ([True, False], "● 已实现　△ 计划")
    assert nodes('"造林{aim}"') == ([True, False], "● 已实现　○ 目标")
    assert nodes('"修路{roads}", target: no') == ([True, True], "")
    # What was planned, and stands before what has come, has come.
    assert nodes("树种下了", '"招标{roads}"') == ([True, True], "")
    assert nodes('"修路{roads}", target: yes') == ([True, False], "● 已实现　△ 计划")
    assert nodes("开工, target: yes") == ([True, False], "● 已实现　○ 目标")
    # Of two kinds: nothing follows from them.
    assert nodes('"修路{roads}，造林{wood}"') == ([True, True], "")


@pytest.mark.parametrize(("audience", "label"), [("", "计划投资"), ("en", "Planned funds")])
def test_a_status_that_a_label_says_is_not_said_before_it(
    tmp_path: Path, audience: str, label: str
) -> None:
    told = texts(
        slide(
            tmp_path,
            "{kind: kpi, title: {zh: 路, en: Roads}, figures: [money, roads], emphasis: money}",
            audience,
        )
    )
    assert label in told
    other = texts(
        slide(
            tmp_path,
            "{kind: kpi, title: {zh: 路, en: Roads}, figures: [money, roads], emphasis: roads}",
            audience,
        )
    )
    assert ("计划　修路" if not audience else "Planned  Roads") in other


def test_what_was_all_reached_has_one_sign_beside_the_figure_that_leads(tmp_path: Path) -> None:
    def signs(figures: str) -> str:
        page = slide(tmp_path, f"{{kind: kpi, title: 林, figures: {figures}, emphasis: wood}}")
        tables = [item for item in page.items if isinstance(item, Table)]
        cells = [cell for table in tables for row in table.cells for cell in row]
        return "".join(par.text for cell in cells for par in cell.paragraphs)

    assert "●" not in signs("[wood, young]")
    assert "○" in signs("[wood, aim]")


def test_a_chart_says_that_its_values_are_planned_or_rounded(tmp_path: Path) -> None:
    bars = "{kind: bar, title: {zh: 路, en: Roads}, figures: [%s]}"
    assert any("，计划（" in text for text in texts(slide(tmp_path, bars % "rural, lanes")))
    assert any(
        ", planned (" in text for text in texts(slide(tmp_path, bars % "rural, lanes", "en"))
    )
    mixed = texts(slide(tmp_path, bars % "wood, aim", "en"))
    assert any("rounded" in text for text in mixed)
    assert not any("target" in text.lower() for text in mixed)


@pytest.mark.parametrize("audience", ["", "en"])
def test_names_of_parts_begin_or_end_at_their_part(tmp_path: Path, audience: str) -> None:
    page = slide(
        tmp_path,
        "{kind: part-whole, title: {zh: 路, en: Roads}, total: roads, parts: [rural, lanes],"
        " rest: {zh: 其他道路, en: Other roads}}",
        audience,
    )
    (chart,) = (each for each in walk(page.items) if isinstance(each, Chart))
    drawn = [each for each in chart.drawn if isinstance(each, Shape)]
    pieces = [each.rect for each in drawn if each.name.kind == "segment"]
    leaders = [
        each for each in page.items if isinstance(each, Group) and each.name.kind == "leader"
    ]
    names = [
        each
        for each in page.items
        if isinstance(each, TextBox) and each.name.kind == "segment-name"
    ]
    assert len(pieces) == len(leaders) == len(names) == 3
    for piece, leader, name in zip(pieces, leaders, names, strict=True):
        (line,) = leader.items
        assert isinstance(line, Rule)
        assert line.x1 in (piece.x, piece.right)
        at = name.rect.x if line.x1 == piece.x else name.rect.right
        assert abs(at - line.x1) <= pt(6)
        assert len(name.lines) == 1
    # Of several shares the line above says once that they are worked out; what is left says so of
    # how much it is.
    told = [name.paragraphs[0].text for name in names]
    worked = "（推算）" if not audience else "(derived)"
    assert [worked in each for each in told] == [False, False, True]
    once = "占比为推算" if not audience else "shares derived"
    assert any(once in each for each in texts(page))


def test_what_an_application_holds_together_makes_text_smaller(tmp_path: Path) -> None:
    steps = ", ".join(
        f'{{head: {{zh: 步, en: Step {n}}}, text: {{zh: 林, en: "{{wood}} closed"}}}}'
        for n in range(5)
    )
    page = slide(
        tmp_path, f"{{kind: process, title: {{zh: 林, en: Woods}}, steps: [{steps}]}}", "en"
    )
    lines = [
        line.text.strip()
        for box in walk(page.items)
        if isinstance(box, TextBox)
        for line in box.lines
    ]
    assert any("20,767 hectares" in line for line in lines)
    assert not any(line.endswith("20,767") for line in lines)
    text = "over 20,767 hectares"
    assert breaks(text).inside(0, len(text))[0][0] == 5
    assert glued(text) == "over 20,767\u00a0hectares"
    for text, held in (
        ("Posted 3 March, opened 14 April", ("3_March", "14_April")),
        ("the buses of Route 45 begin to run", ("Route_45",)),
        ("trains from Platform 9, not 12", ("Platform_9",)),
        ("a bridge over 40 metres", ("40_metres",)),
    ):
        assert all(each in glued(text).replace("\u00a0", "_") for each in held)


def test_a_closing_has_a_rule_only_above_something(tmp_path: Path) -> None:
    def rules(more: str) -> int:
        page = slide(tmp_path, f"{{kind: closing, title: 谢谢{more}}}")
        return sum(isinstance(each, Rule) and each.name.kind == "divider" for each in page.items)

    assert rules("") == 0
    assert rules(", url: 'https://example.org'") == 1


def test_years_as_english_writes_them_are_years_in_chinese(tmp_path: Path) -> None:
    text = OUTLINE.replace("label: {zh: 育苗", 'period: "2021/22", label: {zh: 育苗')
    text = text.replace("label: {zh: 已造林", 'period: "2022", label: {zh: 已造林')
    written = "{kind: kpi, title: {zh: 林, en: Wood}, figures: [wood, young]}"
    for audience, said in (("", ("2022年", "2021/22年度")), ("en", ("2022", "2021/22"))):
        path = project(
            tmp_path / f"a{audience}", text + f"  - {written}\n", en="name: English\nlanguage: en\n"
        )
        (path.parent.parent / "seeds/article.txt").write_text(SOURCE, "utf-8")
        page = composing.sound(path, "deck", audience).pages[-1]
        rows = [item for item in walk(page.items) if isinstance(item, Table)]
        cells = "\n".join(
            paragraph.text
            for each in rows
            for row in each.cells
            for cell in row
            for paragraph in cell.paragraphs
        )
        assert all(each in cells for each in said)
        assert ("年" in cells) == (not audience)


def test_signs_of_statuses_are_in_the_face_of_hanzi() -> None:
    fonts = load_fonts().planned(chinese=False)
    wide = {fonts.regular.advance(sign) for sign in "●○△◇"}
    wide |= {fonts.face(False, latin=True).advance(sign) for sign in "●○△◇"}
    assert wide == {1000}


def test_a_road_is_dashed_from_sign_to_sign_and_what_a_title_names_with_others_is_not_lit(
    tmp_path: Path,
) -> None:
    def made(title: str) -> Page:
        months = "".join(f"{{when: {n}月, what: 第{n}段开工, target: yes}}, " for n in range(3, 8))
        first = '{when: 1月, what: "造林{wood}"}, {when: 2月, what: "育苗{young}"}, '
        return slide(tmp_path, f"{{kind: timeline, title: '{title}', events: [{first}{months}]}}")

    page = made("林{wood}")
    ahead = [each for each in walk(page.items) if each.name.kind == "time-axis-ahead"]
    lengths = {each.y2 - each.y1 for each in ahead if isinstance(each, Rule)}
    # Of five months ahead the one that begins the second column has none before it.
    assert (len(ahead), len(lengths)) == (4, 1)
    assert lit(page) == ["1月"]
    assert lit(made("从{wood}到{young}")) == []


def lit(page: Page) -> list[str]:
    """The dates in the accent."""
    return [
        par.text
        for box in walk(page.items)
        if isinstance(box, TextBox) and box.name.kind == "moment"
        for par in box.paragraphs
        if par.runs[0].style.colour == "primary"
    ]
