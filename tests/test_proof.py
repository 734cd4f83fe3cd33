"""What dominates a slide: the figure that its title names first is in the accent, and no other."""

from __future__ import annotations

from pathlib import Path

import composing
import pytest
from outlines import OUTLINE, TOPICS, brief

from briefgen.geometry import pt
from briefgen.scene.items import Chart, Group, Page, Rule, Shape, Table, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import extent, paragraphs, walk

GRAPHIC = (
    "graphic: {form: icons, title: 图示, points: [{text: 甲, icon: map}, {text: 乙, icon: car}]}"
)
FORMS = {
    "axis": "{form: axis, points: [甲, 乙, 丙]}",
    "steps": "{form: steps, points: [甲, 乙, 丙]}",
    "rings": "{form: rings, points: [甲, 乙, 丙]}",
}


def scene(folder: Path, deck: str, head: str = OUTLINE + TOPICS) -> Scene:
    made, problems = composing.composed(brief(folder, head + "deck:\n" + deck))
    assert [str(each) for each in problems if each.severity == "error"] == []
    return made


def coloured(page: Page) -> set[str]:
    """The figures of which a numeral or a word is in the accent."""
    return {
        run.figure
        for paragraph in paragraphs(page.items)
        for run in paragraph.runs
        if run.figure and run.style.colour == "primary"
    }


def sizes(page: Page) -> dict[str, int]:
    """The largest type of each figure on a page, outside its title."""
    found: dict[str, int] = {}
    for item in walk(page.items):
        if isinstance(item, TextBox) and item.heading == "p":
            for paragraph in item.paragraphs:
                for run in paragraph.runs:
                    if run.figure:
                        found[run.figure] = max(run.style.size, found.get(run.figure, 0))
    return found


@pytest.mark.parametrize(
    ("title", "expected"),
    [("企业{firms}，产值{output}", {"firms"}), ("产值{output}", {"output"}), ("年报", set())],
)
def test_of_equal_figures_the_one_that_the_title_names_first_is_in_the_accent(
    title: str, expected: set[str], tmp_path: Path
) -> None:
    deck = f"  - {{id: numbers, kind: kpi, title: '{title}', figures: [output, firms]}}\n"
    (page,) = scene(tmp_path, deck).pages
    assert coloured(page) == expected


def test_beside_a_panel_every_figure_is_in_ink(tmp_path: Path) -> None:
    deck = (
        "  - {id: numbers, kind: kpi, title: '企业{firms}', figures: [output, firms], "
        "emphasis: output}\n"
    )
    (page,) = scene(tmp_path, deck).pages
    assert coloured(page) == set()


@pytest.mark.parametrize("first", ["output", "firms"])
def test_a_card_is_in_the_accent_where_the_title_names_its_figure(
    first: str, tmp_path: Path
) -> None:
    deck = (
        f"  - {{id: c, kind: cards, title: '看{{{first}}}', cards: ["
        "{head: 产值, text: 说明, figure: output}, {head: 企业, text: 说明, figure: firms}]}\n"
    )
    (page,) = scene(tmp_path, deck).pages
    assert coloured(page) == {first}


def test_the_moment_that_the_title_names_stands_out_on_a_road(tmp_path: Path) -> None:
    deck = """\
  - id: road
    kind: timeline
    title: 企业{firms}
    events:
      - {when: 去年, what: '产值{output}', key: yes}
      - {when: 今年, what: '企业{firms}', key: yes}
      - {when: 明年, what: 再上台阶, target: yes}
"""
    (page,) = scene(tmp_path, deck).pages
    dates = {
        box.paragraphs[0].text: box.paragraphs[0].runs[0].style.colour
        for box in page.items
        if isinstance(box, TextBox) and box.name.kind == "event"
    }
    assert dates == {"去年": "ink", "今年": "primary", "明年": "ink"}


def test_a_road_ends_in_an_arrow_within_the_margins(tmp_path: Path) -> None:
    deck = """\
  - id: road
    kind: timeline
    title: 三年
    events:
      - {when: 去年, what: 起步}
      - {when: 今年, what: 开工}
      - {when: 明年, what: 建成, target: yes}
"""
    (page,) = scene(tmp_path, deck).pages
    road = [each for each in page.items if isinstance(each, Rule) and "time-axis" in each.name.kind]
    assert max(each.x2 for each in road) == pt(960 - 48)
    assert [each.arrow for each in road if each.x2 == pt(960 - 48)] == [True]


# ── Topics ───────────────────────────────────────────────────────────────────


def topic(folder: Path, title: str, figures: str = "[output, firms]", more: str = GRAPHIC) -> Page:
    head = OUTLINE + TOPICS.replace("figures: [output]", f"figures: {figures}\n    {more}", 1)
    return scene(
        folder, f"  - {{id: one, kind: topic, topic: first, title: '{title}'}}\n", head
    ).pages[0]


@pytest.mark.parametrize(("named", "other"), [("output", "firms"), ("firms", "output")])
def test_the_figure_that_the_title_names_leads_a_topic(
    named: str, other: str, tmp_path: Path
) -> None:
    page = topic(tmp_path, f"看{{{named}}}")
    large = sizes(page)
    assert large[named] >= pt(40)
    assert large[other] <= pt(18)
    # It stands on the ground of covers, which is the accent of its slide.
    assert coloured(page) == set()
    (ground,) = (each for each in page.items if each.name.kind == "ground")
    assert isinstance(ground, Shape)
    assert ground.fill == "cover"


def test_where_the_title_names_no_figure_the_first_leads_in_ink(tmp_path: Path) -> None:
    page = topic(tmp_path, "创新成轴")
    assert sizes(page)["output"] >= pt(40)
    assert coloured(page) == set()


def test_beside_a_leading_figure_the_drawing_is_in_ink(tmp_path: Path) -> None:
    for form, more in FORMS.items():
        page = topic(tmp_path / form, "看{output}", "[output]", f"graphic: {more}")
        drawn = next(e for e in page.items if isinstance(e, Group) and e.name.kind == "graphic")
        used = {each.fill for each in drawn.items if isinstance(each, Shape)}
        used |= {e.stroke.colour for e in drawn.items if isinstance(e, Rule)}
        assert "primary" not in used, form


def test_figures_stand_on_a_band_above_the_drawing_on_its_ground(tmp_path: Path) -> None:
    page = topic(tmp_path, "看{output}")
    (band,) = (each.rect for each in page.items if each.name.kind == "ground")
    (ground,) = (each.rect for each in page.items if each.name.kind == "graphic-ground")
    assert (band.x, band.w, band.bottom) == (ground.x, ground.w, ground.y)
    for kind, place in (("figure", band), ("graphic", ground)):
        part = extent(next(each for each in page.items if each.name.kind == kind))
        assert part.x >= place.x
        assert part.right <= place.right
        assert part.y >= place.y
        assert part.bottom <= place.bottom
    rows = [extent(each) for each in page.items if each.name.kind == "point"]
    assert all(row.right < band.x or row.x > band.right for row in rows)


def test_the_word_of_its_status_stands_beside_the_figure_that_leads(tmp_path: Path) -> None:
    page = topic(tmp_path, "看{output}")
    said = [paragraph.text for paragraph in paragraphs(page.items)]
    assert any(text.startswith("已实现") and "产值" in text for text in said)
    # Both have been reached: a key would say it a second time.
    assert not any(text.startswith("●") and "已实现" in text for text in said)


# ── Rows ─────────────────────────────────────────────────────────────────────


def test_efforts_are_said_in_short_where_the_table_is_larger_then(tmp_path: Path) -> None:
    long = "全力推进重大平台建设、重点产业发展、重要改革举措落地"
    topics = "".join(
        f"  - id: t{n}\n    name: 名{n}\n"
        f"    effort: {{text: {long}, short: 推进平台建设}}\n"
        f"    goal: 目标更高\n    summary: 概述\n"
        f"    measures: [{{head: 头, text: 文}}]\n    figures: [output]\n"
        for n in range(6)
    )
    deck = "  - {id: all, kind: topics, title: 全部专题}\n"
    (page,) = scene(tmp_path, deck, OUTLINE + "topics:\n" + topics).pages
    (made,) = (each for each in page.items if isinstance(each, Table))
    first = made.cells[1][0].paragraphs[0]
    assert (first.text, first.runs[0].style.size) == ("推进平台建设", pt(18))


def test_the_bar_that_a_title_is_about_is_in_the_accent(tmp_path: Path) -> None:
    rows = "header: [港区, 吞吐量（万吨）], rows: [[东渡, 30], [海沧, 52], [海沧北, 21]]"
    wanted = {
        "海沧增长最快": {"海沧"},
        "海沧北起步": {"海沧北"},
        "海沧和东渡各有所长": {"东渡", "海沧", "海沧北"},
        "比海沧少的都在追赶": {"东渡", "海沧", "海沧北"},
        "三个港区": {"东渡", "海沧", "海沧北"},
    }
    slides = (
        f"- {{id: b{n}, kind: bar, title: {title}, {rows}}}\n" for n, title in enumerate(wanted)
    )
    pages = scene(tmp_path, "".join(slides)).pages
    for page, lit in zip(pages, wanted.values(), strict=True):
        (chart,) = (each for each in walk(page.items) if isinstance(each, Chart))
        (series,) = chart.series
        pairs = zip(chart.categories, series.colours, strict=True)
        assert {name for name, colour in pairs if colour == "primary"} == lit
