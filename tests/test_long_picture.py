"""The long picture for phones: its size, what it carries, its files."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import composing
import pytest
from click.testing import CliRunner
from faults import em_boxes, flat, texts
from outlines import OUTLINE, TOPICS, project
from PIL import Image
from pypdf import PdfReader
from test_picture import AUDIENCES, composed, reference, sizes, with_page, words_of

from briefgen.brief.model import Brief, words
from briefgen.build import BASE
from briefgen.cli import briefgen
from briefgen.formats import FORMATS
from briefgen.geometry import in_pt
from briefgen.record import replace
from briefgen.scene.items import Group
from briefgen.scene.scene import Scene

# A CSS pixel (CSS Values and Units 3, 6.2).
PIXEL = 0.75


def long(brief: Brief) -> Scene:
    scene, problems = composing.composed(brief, "long", reference().themes[brief.audience or BASE])
    assert [str(p) for p in problems if p.severity != "note"] == []
    return scene


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_it_carries_what_the_page_in_pictures_carries(audience: str) -> None:
    brief = reference().briefs[audience]
    page, _ = composed(brief)
    assert set(page.pages[0].figures) <= set(long(brief).pages[0].figures)


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_its_text_is_large_enough_for_a_phone(audience: str) -> None:
    found = [size / PIXEL for size in sizes(long(reference().briefs[audience]))]
    assert len(found) <= 6
    assert min(found) >= 26
    assert sorted(found)[1] >= 36


@pytest.mark.parametrize("audience", AUDIENCES)
def test_nothing_stands_over_anything_or_beside_the_page(audience: str) -> None:
    scene = long(reference().briefs[audience])
    found = texts(scene.pages[0])
    for text in found:
        for line, left, top, right, bottom in em_boxes(text):
            assert left >= 0, line
            assert top >= 0, line
            assert right <= scene.width, line
            assert bottom <= scene.height, line
    for number, one in enumerate(found):
        for other in found[number + 1 :]:
            across = min(one.rect.right, other.rect.right) - max(one.rect.x, other.rect.x)
            down = min(one.rect.bottom, other.rect.bottom) - max(one.rect.y, other.rect.y)
            assert across <= 10 or down <= 10, (one.name, other.name)


@pytest.mark.slow
@pytest.mark.parametrize("audience", [BASE, "overseas"])
def test_the_picture_is_1080_pixels_wide_and_as_tall_as_its_page(audience: str) -> None:
    scene = long(reference().briefs[audience])
    files = FORMATS["long-png"].render(scene, "x")
    picture = Image.open(BytesIO(files["x.long.png"]))
    assert picture.width == 1080
    assert picture.height == in_pt(scene.height) / PIXEL
    (page,) = PdfReader(BytesIO(FORMATS["long"].render(scene, "x")["x.long.pdf"])).pages
    assert float(page.mediabox.width) / PIXEL == 1080
    assert float(page.mediabox.height) / PIXEL == picture.height


def test_its_foot_ends_where_the_page_does() -> None:
    scene = long(reference().briefs[BASE])
    last = max(item.rect.bottom for item in texts(scene.pages[0]))
    assert 0 < scene.height - last < in_pt(scene.height) * 12_700 * 0.03


@pytest.mark.slow
def test_the_same_brief_gives_the_same_picture() -> None:
    brief = reference().briefs["citizen"]
    first, second = (FORMATS["long-png"].render(long(brief), "x") for _ in range(2))
    assert first == second


def test_what_a_printed_page_is_made_for_is_no_matter() -> None:
    brief = reference().briefs[BASE]
    printed = with_page(brief, press=True, paper="a3", orientation="landscape", style="article")
    assert FORMATS["long"].render(long(printed), "x") == FORMATS["long"].render(long(brief), "x")


def test_its_parts_stand_in_one_column() -> None:
    scene = long(reference().briefs[BASE])
    efforts = [i for i in flat(scene.pages[0].items) if i.name.kind == "effort"]
    assert len({item.rect.x for item in efforts if hasattr(item, "rect")}) == 1
    assert len(efforts) == 6
    assert words_of(efforts[0])


def test_it_draws_of_a_topic_what_its_figures_do_not_say() -> None:
    brief = reference().briefs[BASE]
    drawn = [i for i in flat(long(brief).pages[0].items) if i.name.kind == "graphic"]
    said = " ".join(item.alt for item in drawn if isinstance(item, Group))
    for title in (
        "活力创新轴",
        "先进制造业集群",
        "让“顶流”广州更宜游",
        "联通世界、链接全球",
        "百千万工程",
    ):
        assert title in said
    # The land stands beside its labels.
    assert len(drawn) == 5
    page, _ = composed(brief)
    assert not [i for i in flat(page.pages[0].items) if i.name.kind == "graphic"]


def test_a_graphic_whose_words_do_not_fit_is_not_drawn() -> None:
    brief = reference().briefs[BASE]
    topic = brief.topics[0]
    assert topic.graphic
    point = replace(topic.graphic.points[0], text=words("很长的名称" * 30))
    graphic = replace(topic.graphic, points=(point, *topic.graphic.points[1:]))
    wide = replace(brief, topics=(replace(topic, graphic=graphic), *brief.topics[1:]))
    drawn = [i for i in flat(long(wide).pages[0].items) if i.name.kind == "graphic"]
    assert len(drawn) == 4


@pytest.mark.slow
def test_one_option_makes_both_files(tmp_path: Path) -> None:
    path = project(tmp_path, OUTLINE + TOPICS)
    run = CliRunner().invoke(briefgen, ["build", str(path), "-a", BASE, "-f", "brief", "--long"])
    assert run.exit_code == 0, run.output
    made = {file.name for file in (tmp_path / "out").iterdir()}
    assert {"demo.pdf", "demo.long.pdf", "demo.long.png"} <= made
    told = CliRunner().invoke(briefgen, ["build", "--help"]).output
    assert "--long" in told
    assert ".long.png" in told
