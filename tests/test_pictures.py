"""Images: what is taken, what is refused and where, and that both outputs show the same."""

from __future__ import annotations

import os
import sys
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile
from zlib import crc32

import pytest
from composing import composed
from lxml import etree
from outlines import OUTLINE, TOPICS, loaded, project
from PIL import Image
from pypdf import PdfReader

from briefgen.brief.model import Brief
from briefgen.geometry import Rect, pt
from briefgen.outline.attached.images import ImageError, read_image
from briefgen.parts.picture import cropped
from briefgen.problems import Problem
from briefgen.render.pdf import render as render_pdf
from briefgen.render.pptx import render as render_deck
from briefgen.scene.items import Picture, Table, TextBox
from briefgen.scene.layouts import BODY_NOTED
from briefgen.scene.names import Name

CASE = """\
deck:
  - id: case
    kind: case
    title: 一个案例
    image: {file: photo.jpg, alt: 江边的楼, credit: 图：示例, focus: 100% 50%, fit: cover}
    figure: output
    facts: [{head: 事实, text: 说明}]
"""
RED, BLUE = (200, 20, 20), (20, 20, 200)


def two_halves(width: int, height: int) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def save(folder: Path, name: str, image: Image.Image, **options: object) -> Path:
    image.save(folder / name, **options)  # type: ignore[arg-type]
    return folder / name


def pixels(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def near(one: object, other: tuple[int, ...], by: int = 12) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=True))


def case(folder: Path, outline: str = CASE) -> tuple[Brief | None, list[Problem]]:
    return loaded(project(folder, OUTLINE + TOPICS + outline))


def test_a_photograph_is_turned_upright_and_loses_what_the_camera_wrote(tmp_path: Path) -> None:
    image = two_halves(400, 200)
    exif = image.getexif()
    exif[0x0112] = 6  # to be turned clockwise
    exif[0x8825] = {1: "N", 2: (23.0, 7.0, 0.0)}  # where it was taken
    save(tmp_path, "photo.jpg", image, exif=exif, quality=95)
    made = read_image(tmp_path, "photo.jpg")
    assert (made.width, made.height, made.media_type) == (200, 400, "image/jpeg")
    assert near(pixels(made.data).getpixel((100, 50)), RED)
    assert near(pixels(made.data).getpixel((100, 350)), BLUE)
    assert not pixels(made.data).getexif()


def test_a_plain_photograph_is_not_encoded_again(tmp_path: Path) -> None:
    path = save(tmp_path, "photo.jpg", two_halves(40, 20), quality=90)
    assert read_image(tmp_path, "photo.jpg").data == path.read_bytes()


def test_printers_colours_and_sixteen_bits_become_plain(tmp_path: Path) -> None:
    save(tmp_path, "cmyk.jpg", two_halves(40, 20).convert("CMYK"))
    cmyk = pixels(read_image(tmp_path, "cmyk.jpg").data)
    assert cmyk.mode == "RGB"
    grey = Image.new("I;16", (10, 10), 32_768)
    save(tmp_path, "deep.png", grey)
    deep = pixels(read_image(tmp_path, "deep.png").data)
    assert deep.mode == "L"
    assert near((deep.getpixel((5, 5)),), (128,), 1)


def test_of_an_animation_the_first_frame_is_shown(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in (RED, BLUE)]
    frames[0].save(tmp_path / "moving.gif", save_all=True, append_images=frames[1:])
    made = pixels(read_image(tmp_path, "moving.gif").data)
    assert getattr(made, "n_frames", 1) == 1
    assert near(made.convert("RGB").getpixel((10, 10)), RED)


def test_transparency_stays(tmp_path: Path) -> None:
    save(tmp_path, "logo.png", Image.new("RGBA", (10, 10), (*RED, 0)))
    assert pixels(read_image(tmp_path, "logo.png").data).getchannel("A").getextrema() == (0, 0)


def test_what_is_no_sound_image_is_refused(tmp_path: Path) -> None:
    whole = save(tmp_path, "photo.jpg", two_halves(400, 200)).read_bytes()
    (tmp_path / "half.jpg").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "words.png").write_text("这不是图片", "utf-8")
    (tmp_path / "drawing.eps").write_text("%!PS-Adobe-3.0 EPSF-3.0\n", "utf-8")
    huge = BytesIO()
    Image.new("1", (8000, 6000)).save(huge, "PNG")
    (tmp_path / "huge.png").write_bytes(huge.getvalue())
    (tmp_path / "folder").mkdir()
    for name, code in (
        ("half.jpg", "image-damaged"),
        ("words.png", "image-format"),
        ("drawing.eps", "image-format"),
        ("huge.png", "image-too-many-pixels"),
        ("folder", "image-not-a-file"),
        ("none.png", "image-missing"),
    ):
        with pytest.raises(ImageError, match=code):
            read_image(tmp_path, name)


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + crc32(kind + data).to_bytes(4, "big")


def test_damage_that_the_library_does_not_foresee_is_told(
    tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    header = chunk(b"IHDR", bytes.fromhex("00000010000000100802000000"))
    (tmp_path / "cut.png").write_bytes(b"\x89PNG\r\n\x1a\n" + header + chunk(b"tEXt", b"a\0b"))
    # A strip's offset (tag 273, ECMA and TIFF 6.0 allow whole numbers only) as a fraction.
    tags = [(256, 3, 1, 4), (257, 3, 1, 4), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
            (273, 12, 1, 8), (277, 3, 1, 1), (278, 3, 1, 4), (279, 4, 1, 16)]  # fmt: skip
    entries = b"".join(
        tag.to_bytes(2, "little") + kind.to_bytes(2, "little") + count.to_bytes(4, "little")
        + value.to_bytes(4, "little") for tag, kind, count, value in tags
    )  # fmt: skip
    directory = len(tags).to_bytes(2, "little") + entries + bytes(4)
    (tmp_path / "strip.tif").write_bytes(b"II*\0\x08\0\0\0" + directory + bytes(16))
    for name in ("cut.png", "strip.tif"):
        with pytest.raises(ImageError, match=r"image-(damaged|format)"):
            read_image(tmp_path, name)
    assert not recwarn.list


@pytest.mark.parametrize("size", [(3700, 1), (1, 2900), (18000, 2)])
def test_an_image_as_thin_as_a_line_is_a_warning(tmp_path: Path, size: tuple[int, int]) -> None:
    save(tmp_path, "photo.jpg", Image.new("RGB", size, RED))
    brief, problems = case(tmp_path)
    assert brief is not None, problems
    scene, found = composed(brief)
    assert [p.code for p in found if p.code == "blurred"] == ["blurred"]
    assert render_deck(scene)
    assert render_pdf(scene)


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
def test_nothing_outside_the_project_and_no_pipe_is_read(tmp_path: Path) -> None:
    save(tmp_path, "secret.png", two_halves(10, 10))
    inside = tmp_path / "project"
    inside.mkdir()
    (inside / "round.png").symlink_to(inside / "round.png")
    with pytest.raises(ImageError, match="image-unreadable"):
        read_image(inside, "round.png")
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    os.mkfifo(inside / "pipe.png")
    with pytest.raises(ImageError, match="image-outside"):
        read_image(inside, "link.png")
    with pytest.raises(ImageError, match="image-not-a-file"):
        read_image(inside, "pipe.png")


def test_problems_stand_at_the_files_place(tmp_path: Path) -> None:
    made, problems = case(tmp_path)
    assert made is None
    (found,) = problems
    lines = (tmp_path / "content/outline.yaml").read_text("utf-8").splitlines()
    assert lines[found.mark.line - 1][found.mark.column - 1 :].startswith("photo.jpg")
    assert "photo.jpg is not there" in found.message


def test_without_words_for_those_who_cannot_see_it_the_title_is_said_and_told(
    tmp_path: Path,
) -> None:
    save(tmp_path, "photo.jpg", two_halves(400, 200))
    made, problems = case(tmp_path, CASE.replace("alt: 江边的楼, ", ""))
    assert made is not None, problems
    scene, found = composed(made)
    (note,) = [problem for problem in found if problem.code == "image-undescribed"]
    assert (note.severity, note.mark.line > 20) == ("note", True)
    (shown,) = [item for item in scene.pages[0].items if isinstance(item, Picture)]
    assert shown.alt == "一个案例"
    made, problems = case(tmp_path, CASE.replace("100% 50%", "right"))
    assert any("two percentages" in str(problem) for problem in problems)


@pytest.mark.parametrize(
    ("size", "focus", "crop"),
    [
        ((2000, 1000), (50, 50), (250, 0, 250, 0)),
        ((2000, 1000), (0, 50), (0, 0, 500, 0)),
        ((2000, 1000), (60, 50), (350, 0, 150, 0)),
        ((1000, 2000), (50, 100), (0, 500, 0, 0)),
        ((1000, 1000), (10, 10), (0, 0, 0, 0)),
    ],
)
def test_cropping_keeps_the_focus(
    size: tuple[int, int], focus: tuple[int, int], crop: tuple[int, int, int, int]
) -> None:
    assert cropped(*size, Rect(0, 0, pt(100), pt(100)), focus) == crop


def test_both_outputs_show_the_same_part_of_the_same_bytes(tmp_path: Path) -> None:
    save(tmp_path, "photo.jpg", two_halves(4000, 1500), quality=90)
    made, problems = case(tmp_path)
    assert made is not None, problems
    scene, found = composed(made)
    assert not [problem for problem in found if problem.severity != "note"]
    (picture,) = [item for item in scene.pages[0].items if isinstance(item, Picture)]
    small = pixels(picture.data)
    assert 1400 < small.width * (1000 - picture.crop[0] - picture.crop[2]) / 1000 < 1900
    # The focus is at the right edge: all that is cut is cut on the left.
    assert picture.crop[0] > 0
    assert picture.crop[2] == 0
    with ZipFile(BytesIO(render_deck(scene))) as deck:
        slide = etree.fromstring(deck.read("ppt/slides/slide1.xml"))
        assert deck.read("ppt/media/image1.jpeg") == picture.data
    spaces = {
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    }
    (shown,) = slide.findall(".//p:pic", spaces)
    assert shown.find(".//p:ph", spaces).get("type") == "pic"
    assert shown.find(".//p:cNvPr", spaces).get("descr") == "江边的楼"
    assert shown.find(".//a:srcRect", spaces).get("l") == str(picture.crop[0] * 100)
    assert "图：示例" in "".join(slide.itertext())
    page = PdfReader(BytesIO(render_pdf(scene))).pages[0]
    (drawn,) = page["/Resources"]["/XObject"].values()
    assert drawn.get_object()._data == picture.data


@pytest.mark.slow
def test_a_picture_without_a_credit_has_its_room(tmp_path: Path) -> None:
    save(tmp_path, "photo.jpg", two_halves(4000, 1500), quality=90)

    def shown(outline: str) -> tuple[Rect, Rect, list[Rect]]:
        """Where the picture, the facts beside it and its credit stand."""
        made, problems = case(tmp_path, outline)
        assert made is not None, problems
        items = composed(made)[0].pages[0].items
        (picture,) = [item.rect for item in items if isinstance(item, Picture)]
        boxes = {item.name: item.rect for item in items if isinstance(item, TextBox)}
        return (
            picture,
            boxes[Name("point", 1)],
            [boxes[name] for name in (Name("credit"),) if name in boxes],
        )

    above, facts, (credit,) = shown(CASE)
    assert above.bottom <= credit.y
    assert credit.bottom == facts.bottom
    alone, facts, none = shown(CASE.replace(" credit: 图：示例,", ""))
    assert none == []
    assert (alone.x, alone.y, alone.w) == (above.x, above.y, above.w)
    assert alone.bottom == facts.bottom


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("credit", [True, False])
def test_figure_and_facts_stand_beside_the_picture_and_end_where_it_does(
    tmp_path: Path, count: int, credit: bool
) -> None:
    """Beside three facts the figure stands below the picture: they take all the height."""
    save(tmp_path, "photo.jpg", two_halves(4000, 1500), quality=90)
    facts = ", ".join(
        "{head: 事实, text: 仓库后退，步道贯通，市民先受益，商户跟着增收。}" for _ in range(count)
    )
    outline = CASE.replace("{head: 事实, text: 说明}", facts)
    made, problems = case(
        tmp_path, outline if credit else outline.replace(" credit: 图：示例,", "")
    )
    assert made is not None, problems
    scene, found = composed(made)
    assert not [problem for problem in found if problem.severity != "note"]
    items = scene.pages[0].items
    (picture,) = [item.rect for item in items if isinstance(item, Picture)]
    (table,) = [item.rect for item in items if isinstance(item, Table)]
    rows = [item for item in items if isinstance(item, TextBox) and item.name.kind == "point"]
    lines = [
        item.rect for item in items if isinstance(item, TextBox) and item.name.kind == "credit"
    ]
    assert len(rows) == count
    assert all(row.slot for row in rows)
    assert len({row.rect.h for row in rows}) == 1
    column = [*lines, table] if count == 3 else lines
    left = [picture, *column]
    right = [row.rect for row in rows] if count == 3 else [table, *(row.rect for row in rows)]
    for stack in (left, right):
        assert all(one.bottom <= other.y for one, other in pairwise(stack))
        assert stack[0].y == BODY_NOTED.y
        assert abs(stack[-1].bottom - BODY_NOTED.bottom) < pt(1)
    assert max(rect.right for rect in left) < min(rect.x for rect in right)


def test_an_image_that_is_too_small_is_a_warning(tmp_path: Path) -> None:
    save(tmp_path, "photo.jpg", two_halves(300, 200))
    made, _ = case(tmp_path)
    assert made is not None
    _, found = composed(made)
    (warning,) = [problem for problem in found if problem.code == "blurred"]
    assert "with only" in warning.message
    assert "pixels width" in warning.hint
