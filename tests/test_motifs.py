"""Motifs: the panes of topics on cover, sections, agenda and closing, in every theme."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations
from pathlib import Path
from zipfile import ZipFile

import pytest
from composing import composed
from lxml import etree
from outlines import OUTLINE, loaded, project
from rows import every

from briefgen.colours import Token
from briefgen.geometry import Rect, bounds, pt
from briefgen.problems import NOWHERE, Problems
from briefgen.render.pptx import render
from briefgen.scene.items import Group, Item, Page, Shape, TextBox
from briefgen.scene.motifs import MOST, drawn, pane, places, window, within
from briefgen.scene.panes import pattern_of
from briefgen.scene.scene import Scene
from briefgen.scene.walk import extent, walk
from briefgen.theme.load import load_theme, theme_ids
from briefgen.theme.model import Theme
from briefgen.theme.vision import contrast

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COVER, STRIP, TALL = (
    Rect(pt(9), pt(7), pt(w), pt(h)) for w, h in ((372, 246), (500, 40), (277, 368))
)
NAMES = (
    "创新动能",
    "实体经济",
    "市场需求",
    "高端资源",
    "经济纵深",
    "企业生态",
    "文化",
    "绿色低碳发展",
)


def theme_of(id: str) -> Theme:
    found = load_theme(id, NOWHERE, Problems())
    assert found
    return found


def topics(count: int) -> str:
    """So many topics, the first of which has a figure."""
    made = "topics:\n" if count else ""
    for number, name in enumerate(NAMES[:count]):
        made += (
            f"  - id: t{number}\n    name: {name}\n    effort: 全力\n    goal: 目标\n"
            "    summary: 一句话。\n    measures: [{head: 平台, text: 开放共享。}]\n"
        )
        made += "    figures: [output]\n" if number == 0 else ""
    return made


def deck(tmp_path: Path, count: int, slides: str, theme: str = "lingnan") -> Scene:
    path = project(tmp_path, f"{OUTLINE}{topics(count)}deck:\n{slides}")
    brief, told = loaded(path)
    assert brief
    assert not told
    scene, problems = composed(brief, "deck", theme_of(theme))
    assert [str(each) for each in problems if each.severity != "note"] == []
    return scene


def windows(page: Page) -> list[Group]:
    return [
        each for each in walk(page.items) if isinstance(each, Group) and each.name.kind == "window"
    ]


def lit(group: Group, theme: Theme) -> list[int]:
    """The panes that are in colour."""
    grounds = [
        each
        for each in walk((group,))
        if isinstance(each, Shape) and each.name.kind == "pane-ground"
    ]
    return [each.name.number for each in grounds if each.stroke and each.stroke.colour == "lattice"]


@every("area", [COVER, STRIP, TALL])
@every("count", range(1, MOST + 1))
def test_panes_fill_a_window_without_touching_or_leaving_it(count: int, area: Rect) -> None:
    for side in ("left", "right"):
        rects = places(area, count, side)  # type: ignore[arg-type]
        whole = bounds(list(rects))
        assert len(rects) == count
        assert area.x <= whole.x
        assert whole.right <= area.right
        assert area.y == whole.y
        assert whole.bottom <= area.bottom
        assert whole.x == area.x if side == "left" else whole.right == area.right
        for one, other in combinations(rects, 2):
            beside = one.right < other.x or other.right < one.x
            assert beside or one.bottom < other.y or other.bottom < one.y
        # All rows end at the same edge.
        assert {r.right for r in rects if r.y == rects[0].y} & {whole.right}
        assert max(r.right for r in rects if r.y == rects[-1].y) == whole.right


def test_six_topics_are_two_rows_of_three() -> None:
    rects = places(COVER, 6)
    assert len({r.y for r in rects}) == 2
    assert [r.w for r in rects] == [pytest.approx(pt(120), abs=pt(1))] * 6


@every("theme", theme_ids())
@every("count", range(1, MOST + 1))
def test_neighbouring_panes_never_have_one_colour(count: int, theme: str) -> None:
    found = theme_of(theme)
    rects = places(COVER, count)
    grounds: list[Token] = []
    for number, rect in enumerate(rects, 1):
        ground = pane(found, rect, number, count).items[0]
        assert isinstance(ground, Shape)
        assert ground.fill
        grounds.append(ground.fill)
    for (one, a), (other, b) in combinations(zip(rects, grounds, strict=True), 2):
        side = one.y == other.y and other.x - one.right < pt(10)
        above = (
            one.y < other.y < one.bottom + pt(10) and one.x < other.right and other.x < one.right
        )
        assert a != b or not (side or above)


@pytest.mark.parametrize("theme", theme_ids())
def test_a_pane_stays_within_its_place_at_any_size(theme: str) -> None:
    found = theme_of(theme)
    for side in (14, 18, 24, 46, 120):
        for number in range(1, MOST + 1):
            place = Rect(pt(5), pt(6), pt(side), pt(side))
            made = pane(found, place, number, MOST)
            at = extent(made)
            # A smooth curve's handles may stand out, by less than the curve is high.
            assert place.x <= at.x
            assert at.right <= place.right
            assert place.y <= at.y
            assert at.bottom <= place.bottom


@pytest.mark.parametrize("theme", theme_ids())
def test_names_in_panes_can_be_read(theme: str) -> None:
    found = theme_of(theme)
    for number in (1, 2, 3, 4):
        token = f"window{number}"
        assert contrast(found.hex(found.readable(token)), found.hex(token)) >= 4.5  # type: ignore[arg-type]


def test_a_name_that_is_too_wide_for_a_pane_has_no_place_there() -> None:
    theme = theme_of("lingnan")
    place = Rect(0, 0, pt(120), pt(120))
    assert within(theme, place, 1, pt(34), pt(42))
    # On a pointed field a wide name has to be low.
    assert within(theme, place, 1, pt(60), pt(14))
    assert within(theme, place, 1, pt(60), pt(42)) is None
    assert within(theme, place, 2, pt(60), pt(42))


def test_no_window_has_no_pane_or_too_many() -> None:
    theme = theme_of("lingnan")
    assert not drawn(theme, 0)
    assert not drawn(theme, MOST + 1)
    with pytest.raises(ValueError, match="no window of 0 panes"):
        window(theme, COVER, 0)
    assert pattern_of("none", 1) is None


SECTIONS = """\
  - {id: cover, kind: cover}
  - {id: agenda, kind: agenda}
  - {id: one, kind: section, title: 第一部分}
  - {id: q, kind: kpi, title: 两个数字, figures: [output, firms]}
  - {id: a, kind: topic, topic: t0, title: 第一个专题}
  - {id: two, kind: section, title: 第二部分}
  - {id: b, kind: topic, topic: t1, title: 第二个专题}
  - {id: c, kind: topic, topic: t2, title: 第三个专题}
  - {id: closing, kind: closing, title: 结语}
"""


@pytest.mark.parametrize("theme", theme_ids())
def test_a_pane_is_lit_where_its_topic_is_on(tmp_path: Path, theme: str) -> None:
    scene = deck(tmp_path, 6, SECTIONS, theme)
    pages = {page.id: page for page in scene.pages}
    at = {id: lit(group, scene.theme) for id, page in pages.items() for group in windows(page)}
    everything = [1, 2, 3, 4, 5, 6]
    assert at == {
        "cover": everything, "agenda": everything, "closing": everything, "one": [1], "two": [2, 3],
    }  # fmt: skip
    rows = {
        page.id: [step.name.kind for step in group.items]
        for page in scene.pages
        for group in page.items
        if isinstance(group, Group) and group.name.kind == "progress"
    }
    plain = ["progress-step"] * 6
    # A slide that is about no single topic shows them all.
    assert rows["q"] == ["pane"] * 6
    assert rows["a"] == ["pane", *plain[1:]]
    assert rows["c"] == [*plain[:2], "pane", *plain[3:]]


def test_names_of_topics_stand_in_the_panes_of_a_cover_and_beside_those_of_a_section(
    tmp_path: Path,
) -> None:
    scene = deck(tmp_path, 6, SECTIONS)
    pages = {page.id: page for page in scene.pages}

    def named(id: str) -> dict[str, str]:
        boxes = (each for each in walk(pages[id].items) if isinstance(each, TextBox))
        return {
            "".join(line.text for line in box.lines): box.link
            for box in boxes
            if box.name.kind == "pane-name"
        }

    assert list(named("cover")) == list(NAMES[:6])
    # Those of a section are named beside its window, by what leads to their slides.
    assert not named("two")
    beside = {
        paragraph.text: box.link
        for box in walk(pages["two"].items)
        if isinstance(box, TextBox) and box.link
        for paragraph in box.paragraphs
    }
    assert beside["实体经济"] == "page:b"
    assert beside["市场需求"] == "page:c"
    sizes = {
        run.style.size
        for box in walk(pages["cover"].items)
        if isinstance(box, TextBox) and box.name.kind == "pane-name"
        for paragraph in box.paragraphs
        for run in paragraph.runs
    }
    assert len(sizes) == 1


def test_a_window_is_made_of_named_freeforms_in_groups(tmp_path: Path) -> None:
    scene = deck(tmp_path, 6, SECTIONS)
    with ZipFile(BytesIO(render(scene))) as file:
        cover = etree.fromstring(file.read("ppt/slides/slide1.xml"))
    groups = {
        group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("name"): group for group in cover.iter(f"{P}grpSp")
    }
    assert [name for name in groups if name.startswith("窗片")] == [
        f"窗片 {n}" for n in range(1, 7)
    ]
    for number in range(1, 7):
        assert groups[f"窗片 {number}"].getparent() is groups["窗格"]
        assert len(groups[f"窗片 {number}"].findall(f".//{A}custGeom")) == 2


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 7, 8])
@pytest.mark.parametrize("theme", theme_ids())
def test_covers_stand_with_any_number_of_topics(tmp_path: Path, count: int, theme: str) -> None:
    slides = "  - {id: cover, kind: cover}\n  - {id: end, kind: closing, title: 谢谢, url: 'https://example.org'}\n"
    told = "  - {id: one, kind: bullets, title: 一事, points: [先做], about: t0}\n" if count else ""
    scene = deck(tmp_path / "told", count, slides + told, theme)
    for page in scene.pages[:2]:
        assert len(windows(page)) == bool(count)
        for item in page.items:
            at = extent(item)
            assert at.x >= 0
            assert at.right <= scene.width
            assert at.y >= 0
            assert at.bottom <= scene.height
    # Panes that no slide tells of stand for nothing.
    assert not any(map(windows, deck(tmp_path / "untold", count, slides, theme).pages))


def test_without_topics_panes_stand_for_sections(tmp_path: Path) -> None:
    slides = "".join(f"  - {{id: s{n}, kind: section, title: 第{n}部分}}\n" for n in (1, 2, 3))
    scene = deck(tmp_path, 0, "  - {id: cover, kind: cover}\n" + slides)
    # Numbers alone say nothing on a cover.
    assert windows(scene.pages[0]) == []
    assert [lit(group, scene.theme) for group in windows(scene.pages[2])] == [[2]]


def test_a_section_lists_its_topics_and_the_pages_that_follow(tmp_path: Path) -> None:
    scene = deck(tmp_path, 6, SECTIONS)
    pages = {page.id: page for page in scene.pages}
    said = {
        box.name.kind + str(box.name.number or ""): "".join(p.text for p in box.paragraphs)
        for box in pages["one"].items
        if isinstance(box, TextBox)
    }
    assert (said["topics1"], said["key-figures1"]) == ("创新动能", "产值　超3200亿元")
    assert said["pages"] == "第4—5页"
    # What stands behind the last section is no part of it.
    last = [
        box for box in pages["two"].items if isinstance(box, TextBox) and box.name.kind == "pages"
    ]
    assert [line.text for line in last[0].lines] == ["第7—8页"]
    assert last[0].link == "page:b"


def test_the_agenda_says_where_sections_begin(tmp_path: Path) -> None:
    scene = deck(tmp_path, 6, SECTIONS)
    pages = [
        box for box in scene.pages[1].items if isinstance(box, TextBox) and box.name.kind == "pages"
    ]
    assert [box.lines[0].text for box in pages] == ["3", "6"]
    assert len({box.rect.right for box in pages}) == 1


def figures(page: Page) -> list[str]:
    """The figures of a cover, each with the words below it, which stand in placeholders."""
    boxes = [each for each in page.items if isinstance(each, TextBox)]
    numerals = [each for each in boxes if each.name.kind == "figure"]
    below = [each for each in boxes if each.name.kind == "text"]
    assert all(each.slot for each in below)
    return [f"{text(one)}|{text(other)}" for one, other in zip(numerals, below, strict=True)]


def text(item: Item) -> str:
    assert isinstance(item, TextBox)
    return "".join(line.text for line in item.lines)


@pytest.mark.parametrize(
    ("cover", "shown"),
    [
        ("  - {id: cover, kind: cover}\n", ["超3200亿元|产值", "1.3万家|企业"]),
        ("  - {id: cover, kind: cover, figures: [firms]}\n", ["1.3万家|企业"]),
        (
            "  - {id: cover, kind: cover, figures: [{figure: firms, label: 高企}]}\n",
            ["1.3万家|高企"],
        ),
        ("  - {id: cover, kind: cover, figures: []}\n", []),
    ],
)
def test_the_cover_shows_the_leading_figures_or_those_that_are_asked_for(
    tmp_path: Path, cover: str, shown: list[str]
) -> None:
    kpi = "  - {id: kpi, kind: kpi, title: 两个数字, figures: [output, firms]}\n"
    assert figures(deck(tmp_path, 2, cover + kpi).pages[0]) == shown


def test_a_cover_without_figures_draws_none(tmp_path: Path) -> None:
    assert figures(deck(tmp_path, 2, "  - {id: cover, kind: cover}\n").pages[0]) == []


def test_a_target_on_the_cover_says_that_it_is_one(tmp_path: Path) -> None:
    outline = OUTLINE.replace("kind: actual", "kind: target\n    period: 到2030年", 1)
    path = project(tmp_path, f"{outline}deck:\n  - {{id: cover, kind: cover, figures: [output]}}\n")
    brief, _ = loaded(path)
    assert brief
    scene, _ = composed(brief)
    assert figures(scene.pages[0]) == ["超3200亿元|到2030年产值目标"]


@pytest.mark.parametrize("theme", theme_ids())
def test_covers_sections_and_closings_of_a_theme_have_one_ground(
    tmp_path: Path, theme: str
) -> None:
    scene = deck(tmp_path, 6, SECTIONS, theme)
    grounds = {page.kind: scene.theme.hex(page.ground) for page in scene.pages}
    assert grounds["cover"] == grounds["section"] == grounds["closing"]
    # What is printed on any printer has no dark ground.
    assert (grounds["cover"] == "FFFFFF") == (theme == "print-mono")
