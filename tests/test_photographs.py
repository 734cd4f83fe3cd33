"""Photographs on covers and sections: through panes, on a half, behind all; always readable."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from composing import composed
from lxml import etree
from outlines import OUTLINE, TOPICS, loaded, project
from PIL import Image, ImageStat

from briefgen.machine.assets import shipped
from briefgen.problems import NOWHERE, Problems
from briefgen.render.pptx import render
from briefgen.scene.items import Group, Page, Picture, TextBox
from briefgen.scene.scene import Scene
from briefgen.scene.walk import walk
from briefgen.theme.load import load_theme, theme_ids
from briefgen.theme.vision import contrast

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# As many pixels as show words; what is hardest to read upon has those of a large photograph.
WIDTH, HEIGHT = 800, 450


def white() -> Image.Image:
    return Image.new("RGB", (WIDTH, HEIGHT), "white")


def black() -> Image.Image:
    return Image.new("RGB", (WIDTH, HEIGHT), "black")


def busy() -> Image.Image:
    """Patches of all greys, each beside a quite different one."""
    seeded = random.Random(7)
    small = Image.new("L", (160, 90))
    small.putdata([seeded.randrange(256) for _ in range(160 * 90)])
    return small.resize((2 * WIDTH, 2 * HEIGHT), Image.Resampling.NEAREST).convert("RGB")


def waterfront() -> Image.Image:
    return Image.open(shipped("assets") / "gallery" / "waterfront.jpg").resize((900, 600))


def deck(
    tmp_path: Path, photo: Image.Image, fit: str, theme: str = "lingnan", **image: str
) -> Scene:
    """A cover and a section with the photograph."""
    given = {"file": "photo.png", "alt": "江边的楼", **image}
    said = ", ".join(f"{key}: {value}" for key, value in given.items())
    path = project(
        tmp_path,
        OUTLINE + TOPICS + "deck:\n"
        f"  - {{id: cover, kind: cover, subtitle: 照片上的字, fit: {fit}, image: {{{said}}}}}\n"
        f"  - {{id: part, kind: section, title: 第一部分, fit: {fit}, image: {{{said}}}}}\n"
        "  - {id: topic, kind: topic, topic: first, title: 创新成轴}\n",
    )
    photo.save(tmp_path / "photo.png", compress_level=1)
    brief, told = loaded(path)
    assert brief
    assert not told
    found = load_theme(theme, NOWHERE, Problems())
    assert found
    scene, problems = composed(brief, "deck", found)
    assert [str(each) for each in problems if each.severity == "error"] == []
    return scene


def pictures(page: Page) -> list[Picture]:
    return [item for item in walk(page.items) if isinstance(item, Picture)]


@pytest.mark.slow
@pytest.mark.parametrize("theme", theme_ids())
@pytest.mark.parametrize("photo", [white, black, busy, waterfront])
def test_words_upon_a_photograph_can_be_read(tmp_path: Path, photo: object, theme: str) -> None:
    scene = deck(tmp_path, photo(), "full", theme)  # type: ignore[operator]
    for page in scene.pages[:2]:
        (picture,) = pictures(page)
        assert (picture.rect.w, picture.rect.h) == (scene.width, scene.height)
        seen = Image.open(BytesIO(picture.data)).convert("RGB")
        checked = 0
        for box in (item for item in walk(page.items) if isinstance(item, TextBox)):
            for line in () if box.fill else box.lines:
                for span in line.spans:
                    size = span.style.size
                    sides = (span.x, line.baseline - size, span.x + span.width, line.baseline)
                    scales = (seen.width / scene.width, seen.height / scene.height) * 2
                    under = seen.crop(tuple(int(a * b) for a, b in zip(sides, scales, strict=True)))  # type: ignore[arg-type]
                    colours = under.getcolors(under.width * under.height)
                    assert colours
                    worst = min(
                        contrast(scene.theme.hex(span.style.colour), f"{r:02X}{g:02X}{b:02X}")
                        for _, (r, g, b) in colours  # type: ignore[misc]
                    )
                    assert worst >= 4.5, (page.id, box.name, span.text, worst)
                    checked += 1
        assert checked >= 3


@pytest.mark.slow
def test_a_photograph_that_is_dark_already_stays_as_it_is(tmp_path: Path) -> None:
    def light(photo: Image.Image, folder: str) -> float:
        (tmp_path / folder).mkdir()
        (picture,) = pictures(deck(tmp_path / folder, photo, "full").pages[0])
        seen = Image.open(BytesIO(picture.data)).convert("L")
        right = seen.crop((seen.width * 9 // 10, 0, seen.width, seen.height * 9 // 10))
        return float(ImageStat.Stat(right).mean[0])

    assert light(busy(), "busy") > light(black(), "black") + 20


@pytest.mark.slow
def test_all_panes_show_their_part_of_one_picture(tmp_path: Path) -> None:
    scene = deck(tmp_path, waterfront(), "panes")
    seen = pictures(scene.pages[0])
    assert len(seen) == 2
    assert len({picture.data for picture in seen}) == 1
    assert [picture.alt for picture in seen] == ["江边的楼", ""]
    for picture in seen:
        left, top, right, bottom = picture.crop
        assert min(picture.crop) >= 0
        assert left + right < 1000 > top + bottom
    assert seen[0].crop[0] == seen[1].crop[2] == 0
    # A section shows it where its topics are lit, and only there.
    assert len(pictures(scene.pages[1])) == 1
    with ZipFile(BytesIO(render(scene))) as file:
        cover = etree.fromstring(file.read("ppt/slides/slide1.xml"))
        media = [name for name in file.namelist() if name.startswith("ppt/media/")]
    assert len({blip.get(next(iter(blip.keys()))) for blip in cover.iter(f"{A}blip")}) == 1
    assert len(media) == 2
    names = [name.get("name") for name in cover.iter(f"{P}cNvPr")]
    assert names.count("图片 1") == 1


@pytest.mark.slow
@pytest.mark.parametrize("theme", theme_ids())
def test_a_photograph_has_the_colours_of_the_theme(tmp_path: Path, theme: str) -> None:
    scene = deck(tmp_path, waterfront(), "half", theme)
    (picture,) = pictures(scene.pages[0])
    assert picture.rect.right == scene.width
    assert picture.rect.h == scene.height
    seen = Image.open(BytesIO(picture.data)).convert("RGB").resize((60, 60))
    tones = {"lingnan": (0, 2), "pearl-river": (2, 0), "neutral": (1, 0), "print-mono": (0, 0)}
    more, less = tones[theme]
    bands = ImageStat.Stat(seen).mean
    assert bands[more] >= bands[less]
    if theme == "print-mono":
        assert max(bands) - min(bands) < 0.02 * max(bands)


@pytest.mark.slow
@pytest.mark.parametrize("fit", ["panes", "half", "full"])
def test_a_photograph_says_once_what_it_shows_and_whose_it_is(tmp_path: Path, fit: str) -> None:
    scene = deck(tmp_path, waterfront(), fit, credit="图：示例")
    for page in scene.pages[:2]:
        assert [picture.alt for picture in pictures(page) if picture.alt] == ["江边的楼"]
        credits = [
            box for box in page.items if isinstance(box, TextBox) and box.name.kind == "credit"
        ]
        assert ["".join(line.text for line in box.lines) for box in credits] == ["图：示例"]


@pytest.mark.slow
def test_words_come_before_nothing_but_the_picture_that_they_stand_on(tmp_path: Path) -> None:
    scene = deck(tmp_path, waterfront(), "full")
    with ZipFile(BytesIO(render(scene))) as file:
        tree = etree.fromstring(file.read("ppt/slides/slide1.xml")).find(f".//{P}spTree")
    tags = [
        etree.QName(each).localname for each in tree if etree.QName(each).localname in ("sp", "pic")
    ]
    assert tags[0] == "pic"
    assert tags.count("pic") == 1


@pytest.mark.slow
def test_without_topics_and_sections_a_photograph_for_panes_takes_a_half(tmp_path: Path) -> None:
    path = project(
        tmp_path,
        OUTLINE + "deck:\n  - {id: cover, kind: cover, image: {file: photo.png, alt: 楼}}\n",
    )
    waterfront().save(tmp_path / "photo.png", compress_level=1)
    brief, _ = loaded(path)
    assert brief
    scene, _ = composed(brief)
    (picture,) = pictures(scene.pages[0])
    assert picture.rect.h == scene.height
    assert not [
        item
        for item in scene.pages[0].items
        if isinstance(item, Group) and item.name.kind == "window"
    ]


@pytest.mark.slow
def test_the_same_photograph_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        made.append(render(deck(tmp_path / folder, waterfront(), "full")))
    assert made[0] == made[1]


def test_a_photograph_too_small_for_a_slide_is_a_warning(tmp_path: Path) -> None:
    path = project(
        tmp_path,
        OUTLINE
        + "deck:\n  - {id: cover, kind: cover, fit: full, image: {file: photo.png, alt: 楼}}\n",
    )
    waterfront().resize((400, 300)).save(tmp_path / "photo.png")
    brief, _ = loaded(path)
    assert brief
    _, problems = composed(brief)
    assert "blurred" in {problem.code for problem in problems}
