"""Messages about data files, images and fonts: provoked, told in both languages, examples run."""

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from faces import make_face
from outlines import OUTLINE, TOPICS, loaded, project
from PIL import Image
from tellings import assert_told, examples
from test_data import BOOK, ENTITIES, repacked
from test_faces import HAZARDS, LATIN

import briefgen
from briefgen.messages import attached, catalogue, data, fonts
from briefgen.outline.attached import images, sheets
from briefgen.outline.attached.parts import MAX_UNPACKED
from briefgen.problems import Problem

MESSAGES = {**attached.MESSAGES, **data.MESSAGES}
TABLE = "区,产值\n天河,7000亿元\n越秀,4000亿元\n"
DATA = """\
deck:
  - id: chart
    kind: column
    title: 产值
    {}
"""
CASE = """\
deck:
  - id: case
    kind: case
    title: 一个案例
    {}
    figure: output
    facts: [{{head: 事实, text: 说明}}]
"""
PHOTO = "image: {file: photo.jpg, alt: 江边的楼}"


def with_data(folder: Path, example: str, table: str = TABLE) -> list[Problem]:
    """The problems of an outline with one slide on data that stands there."""
    path = project(folder, OUTLINE + DATA.format(example))
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data/output.csv").write_text(table, "utf-8")
    (folder / "data/output.ods").write_bytes(b"PK")
    (folder / "data/output.xlsx").write_bytes(BOOK)
    return loaded(path)[1]


def with_image(folder: Path, example: str = PHOTO) -> list[Problem]:
    """The problems of an outline with one slide with an image."""
    path = project(folder, OUTLINE + TOPICS + CASE.format(example))
    (folder / "photos").mkdir(exist_ok=True)
    for name in ("photo.jpg", "photos/river.jpg", "drawing.png"):
        if not (folder / name).exists():
            Image.new("RGB", (400, 300)).save(folder / name)
    (folder / "drawing.svg").write_text("<svg/>")
    return loaded(path)[1]


def with_font(folder: Path, example: str) -> list[Problem]:
    """The problems of an outline that names a font in its brief."""
    title = "title: {zh: 示例, en: Demo}"
    return loaded(project(folder, OUTLINE.replace(title, f"{title}\n  {example}") + TOPICS))[1]


def codes(problems: list[Problem]) -> set[str]:
    return {problem.code for problem in problems}


@pytest.mark.parametrize(
    "code", [each for each in examples(MESSAGES) if MESSAGES[each].wrong.startswith("data:")]
)
def test_the_examples_of_data_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    assert_told(code, with_data(tmp_path, MESSAGES[code].wrong))
    assert code not in codes(with_data(tmp_path, MESSAGES[code].right))


@pytest.mark.parametrize(
    "code", [each for each in examples(MESSAGES) if MESSAGES[each].wrong[0] in "区天"]
)
def test_the_examples_of_csv_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    slide = "data: {file: data/output.csv, columns: [区, 产值]}"
    assert_told(code, with_data(tmp_path, slide, MESSAGES[code].wrong))
    assert code not in codes(with_data(tmp_path, slide, MESSAGES[code].right))


@pytest.mark.parametrize(
    "code", [each for each in examples(MESSAGES) if MESSAGES[each].wrong.startswith("image:")]
)
def test_the_examples_of_images_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    assert_told(code, with_image(tmp_path, MESSAGES[code].wrong))
    assert code not in codes(with_image(tmp_path, MESSAGES[code].right))


@pytest.mark.slow
@pytest.mark.parametrize("code", examples(fonts.MESSAGES))
def test_the_examples_of_fonts_are_wrong_and_right(tmp_path: Path, code: str) -> None:
    make_face(tmp_path / "Outside.ttf", LATIN)
    root = tmp_path / "project"
    make_face(root / "fonts/A.ttf", LATIN)
    make_face(root / "fonts/Name-Regular.ttf", LATIN)
    make_face(root / "fonts/Name-Regular.otf", LATIN, outlines=False)
    (root / "fonts/Name.ttc").write_bytes(b"ttcf" + bytes(99))
    (root / "fonts/Name-Regular.woff2").write_bytes(b"wOF2" + bytes(99))
    HAZARDS["variable"][0](root / "fonts/Name[wght].ttf")
    assert_told(code, with_font(root, fonts.MESSAGES[code].wrong))
    assert code not in codes(with_font(root, fonts.MESSAGES[code].right))


@pytest.mark.parametrize(
    ("hazard", "code"),
    [
        ("text", "font-no-font"),
        ("forbidden", "font-forbidden"),
        ("truncated", "font-damaged"),
        ("beyond", "font-damaged"),
        ("symbols", "font-no-unicode"),
        ("large", "font-too-large"),
        ("folder", "font-not-a-file"),
    ],
)
def test_what_is_wrong_with_a_font_is_told(tmp_path: Path, hazard: str, code: str) -> None:
    (tmp_path / "fonts").mkdir()
    HAZARDS[hazard][0](tmp_path / "fonts/A.ttf")
    problem = assert_told(code, with_font(tmp_path, "faces: {print: [fonts/A.ttf]}"))
    assert "fonts/A.ttf" in problem.sentence("zh")


def test_a_font_that_the_system_refuses_is_told_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "loop.ttf").symlink_to(tmp_path / "loop.ttf")
    problem = assert_told("font-unreadable", with_font(tmp_path, "faces: {print: [loop.ttf]}"))
    assert problem.mark.line == 4


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(600), "设有密码"),
        (b"no workbook", "不是工作簿"),
        (repacked(BOOK, "xl/vbaProject.bin", b"x"), "带有宏"),
        (repacked(BOOK, "xl/worksheets/sheet1.xml", ENTITIES), "带有文档类型声明"),
        (repacked(BOOK, "xl/worksheets/sheet1.xml", b"<worksheet"), "不能当作工作簿读取"),
        (repacked(BOOK, "xl/media/a.bin", bytes(MAX_UNPACKED)), "解压后超过 50 MB"),
    ],
)
def test_why_a_workbook_is_not_read_is_told(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(content)
    problems = with_data(tmp_path, "data: {file: a.xlsx, columns: [区, 产值]}")
    problem = assert_told("bad-workbook", problems)
    assert problem.sentence("zh").startswith(f"a.xlsx {why}")


@pytest.mark.parametrize(
    ("code", "most"), [("data-too-large", "MAX_BYTES"), ("data-too-many-rows", "MAX_ROWS")]
)
def test_a_data_file_has_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, most: str
) -> None:
    monkeypatch.setattr(sheets, most, 2)
    sheets.read_table.cache_clear()
    assert_told(code, with_data(tmp_path, "data: {file: data/output.csv, columns: [区, 产值]}"))
    sheets.read_table.cache_clear()


@pytest.mark.parametrize(
    ("code", "most"),
    [("image-too-large", "MAX_BYTES_JPEG"), ("image-too-many-pixels", "MAX_PIXELS_JPEG")],
)
def test_an_image_has_limits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, most: str
) -> None:
    monkeypatch.setattr(images, most, 2)
    assert_told(code, with_image(tmp_path))


def test_an_image_that_is_cut_off_or_elsewhere_is_told(tmp_path: Path) -> None:
    with_image(tmp_path)
    whole = (tmp_path / "photo.jpg").read_bytes()
    (tmp_path / "photo.jpg").write_bytes(whole[: len(whole) // 2])
    assert_told("image-damaged", with_image(tmp_path))
    (tmp_path / "photo.jpg").unlink()
    (tmp_path / "photo.jpg").symlink_to("/etc/hostname")
    assert_told("image-outside", with_image(tmp_path))


@pytest.mark.skipif(os.name == "nt", reason="permissions of Unix")
def test_an_image_that_the_system_refuses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(images.ImageError, match="image-unreadable") as caught:
        images.read_image(tmp_path, make(tmp_path))
    assert str(caught.value.parts["why"]) == "there is no permission"


def make(folder: Path) -> str:
    Image.new("RGB", (4, 3)).save(folder / "a.png")
    return "a.png"


def refusals() -> Iterator[tuple[str, set[str | None]]]:
    """Every code that an ImageError or a FontError is raised with, and the parts given."""
    for path in sorted(Path(briefgen.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            if called in ("ImageError", "FontError"):
                (code,) = node.args
                yield code.value, {keyword.arg for keyword in node.keywords}


@pytest.mark.slow
def test_what_is_refused_has_a_message_that_names_its_parts_and_the_file() -> None:
    found = list(refusals())
    assert len(found) > 20
    for code, parts in found:
        assert parts | {"file"} == catalogue()[code].names, code
