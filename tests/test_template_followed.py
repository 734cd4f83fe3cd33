"""Whether somebody who only knows PowerPoint can follow the doctor: what each line says to click,
and that doing so brings no new line."""

from __future__ import annotations

import re
import struct
from io import BytesIO
from pathlib import Path

import pytest
import templates
from PIL import Image
from pptx import Presentation
from tellings import assert_told
from templates import A, P, changed

from briefgen.problems import Problem, Problems
from briefgen.template.doctor import Report, diagnose
from briefgen.template.doctor_text import as_text
from briefgen.template.emf import drawn
from briefgen.template.read import open_template
from briefgen.theme.vision import contrast

LAYOUT = "ppt/slideLayouts/slideLayout{}.xml"
EMU = 360_000


def examined(
    data: bytes, folder: Path, name: str = "house.pptx", *, sampled: bool = True
) -> Report:
    path, problems = folder / name, Problems()
    path.write_bytes(data)
    said = "yes" if sampled else "no"
    (folder / "template.lock.yaml").write_text(f'{name}: {{samples: "{said}"}}\n')
    template = open_template(path, problems)
    assert template is not None, list(problems)
    return diagnose(template, Problems())


def codes(report: Report) -> set[str]:
    return {each.code for each in report.problems}


def shape(x: int, y: int, w: int, h: int, colour: str = "C00000", name: str = "Bar") -> str:
    return (
        f'<p:sp {P} {A}><p:nvSpPr><p:cNvPr id="90" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/>'
        "</a:solidFill></p:spPr></p:sp>"
    )


def below(text: str, *shapes: str) -> str:
    return text.replace("</p:grpSpPr>", "</p:grpSpPr>" + "".join(shapes), 1)


def without_titles(text: str) -> str:
    return re.sub(
        r"<p:sp>(?:(?!</p:sp>).)*?<p:ph type=\"(?:title|ctrTitle)\".*?</p:sp>", "", text, flags=re.S
    )


@pytest.mark.slow
def test_a_master_without_a_title_is_mended_before_its_layouts(tmp_path: Path) -> None:
    parts = templates.files()
    for name in (templates.MASTER, *map(LAYOUT.format, range(1, 12))):
        parts[name] = without_titles(parts[name].decode()).encode()
    report = examined(templates.zipped(parts), tmp_path)
    assert (
        "Master Layout → tick Title"
        in assert_told("template-master-untitled", report.problems).hint
    )
    for tongue, first in (
        ("en", "  1. before any layout: the master"),
        ("zh", "  1. 先改母版：母版"),
    ):
        lines = as_text(report, tongue).splitlines()  # type: ignore[arg-type]
        assert next(each for each in lines if each.startswith("  1. ")).startswith(first)
    # Layouts whose titles can be ticked are named.
    assert "“Title and Content”" in assert_told("template-no-title", report.problems).hint


def with_cover_picture(layout: int = 0) -> bytes:
    deck = Presentation(str(templates.DEFAULT))
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    picture = BytesIO(templates.png("#1F3864"))
    slide.shapes.add_picture(picture, 0, 0, deck.slide_width, deck.slide_height).name = "Skyline"
    made = BytesIO()
    deck.save(made)
    return made.getvalue()


@pytest.mark.slow
def test_a_picture_that_only_a_sample_cover_has_goes_onto_its_layout(tmp_path: Path) -> None:
    report = examined(with_cover_picture(), tmp_path)
    told = assert_told("template-sample-art", report.problems)
    assert "“Skyline”" in told.message
    assert "slide 1" in told.message
    assert (
        "“Title Slide” → Home → Paste → right-click what was pasted → Send to Back"
        in told.hint.replace(" on the left", "")
    )
    # What it brings is told with it: black words on dark blue.
    faint = assert_told("template-faint", report.problems)
    assert "Title Slide" in faint.message
    # Pictures of content are the slide's own.
    assert "template-sample-art" not in codes(examined(with_cover_picture(1), tmp_path))


def places(problem: Problem) -> list[dict[str, str]]:
    found = re.finditer(
        r"height (?P<height>[\d.]+) cm, width (?P<width>[\d.]+) cm; "
        r"Position: horizontal (?P<left>[\d.]+) cm, vertical (?P<top>[\d.]+) cm",
        problem.hint,
    )
    return [each.groupdict() for each in found]


@pytest.mark.slow
def test_what_stands_on_a_pattern_at_the_foot_is_one_line_and_has_a_place(tmp_path: Path) -> None:
    stripes = [shape(n * 40_000, 6_200_000, 20_000, 600_000, "202020") for n in range(10, 30)]
    stripes += [shape(n * 40_000, 6_200_000, 20_000, 600_000, "202020") for n in range(190, 220)]
    data = changed(templates.MASTER, lambda text: below(text, *stripes))
    told = [each for each in examined(data, tmp_path).problems if "template-foot" in each.code]
    assert [each.code for each in told] == ["template-foot-moved"]
    assert "slide number, date" in told[0].message
    assert "click the edge of the slide number box" in told[0].hint
    assert "; then click the date box: height" in told[0].hint
    assert re.search(r"; Position: horizontal [\d.]+ cm, vertical [\d.]+ cm", told[0].hint)
    named = dict(zip(("sldNum", "dt"), places(told[0]), strict=True))

    def moved(text: str) -> str:
        for kind, at in named.items():
            emu = {key: f"{float(at[key]) * EMU:.0f}" for key in ("left", "top", "width", "height")}
            place = (
                f'<a:off x="{emu["left"]}" y="{emu["top"]}"/>'
                f'<a:ext cx="{emu["width"]}" cy="{emu["height"]}"/>'
            )
            found = rf'(<p:ph type="{kind}".*?)<a:off [^>]*/>\s*<a:ext [^>]*/>'
            text, count = re.subn(found, rf"\g<1>{place}", text, count=1, flags=re.S)
            assert count
        return below(text, *stripes)

    # Once they stand there, nothing is said of them.
    after = examined(changed(templates.MASTER, moved), tmp_path).problems
    assert not [str(each) for each in after if "template-foot" in each.code]


@pytest.mark.slow
def test_a_potx_is_opened_by_file_open(tmp_path: Path) -> None:
    bar = shape(7_000_000, 4_000_000, 1_100_000, 800_000)
    data = changed(templates.MASTER, lambda text: text.replace("</p:spTree>", f"{bar}</p:spTree>"))
    assert "File → Open → Browse → house.potx" in as_text(
        examined(data, tmp_path, "house.potx"), "en"
    )
    assert "不要双击" not in as_text(examined(data, tmp_path), "zh")


def test_the_pieces_of_a_logo_are_told_as_one_group_on_its_part(tmp_path: Path) -> None:
    pieces = (
        shape(7_000_000, 4_000_000, 500_000, 500_000, name="Oval 9"),
        shape(7_500_000, 4_000_000, 500_000, 500_000, "00A000", "Picture 11"),
    )
    group = (
        f'<p:grpSp {P} {A}><p:nvGrpSpPr><p:cNvPr id="80" name="Emblem"/><p:cNvGrpSpPr/><p:nvPr/>'
        '</p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="7000000" y="4000000"/><a:ext cx="1000000" '
        'cy="500000"/><a:chOff x="7000000" y="4000000"/><a:chExt cx="1000000" cy="500000"/>'
        f"</a:xfrm></p:grpSpPr>{''.join(pieces)}</p:grpSp>"
    )
    data = changed(
        templates.MASTER, lambda text: text.replace("</p:spTree>", group + "</p:spTree>")
    )
    problems = list(examined(data, tmp_path).problems)
    told = [each for each in problems if "Emblem" in each.message]
    assert len(told) == 1
    step = "click “Title and Content” on the left and click the edge of the box “Click to edit"
    assert step in told[0].hint
    assert not [each for each in problems if "Oval 9" in each.message + each.hint]


def test_layouts_of_one_name_are_told_by_their_place_under_the_master(tmp_path: Path) -> None:
    parts = templates.files()
    for number in (6, 7):
        name = LAYOUT.format(number)
        parts[name] = re.sub(rb'<p:cSld name="[^"]*"', b'<p:cSld name="Title Only"', parts[name])
    parts[LAYOUT.format(6)] = re.sub(
        r'<p:sp>(?:(?!</p:sp>).)*?<p:ph type="sldNum".*?</p:sp>',
        "",
        parts[LAYOUT.format(6)].decode(),
        flags=re.S,
    ).encode()
    told = assert_told("template-no-number", examined(templates.zipped(parts), tmp_path).problems)
    assert "“Title Only” (layout 6 under the master “Office Theme”)" in told.message
    assert "（母版“Office Theme”下的第 6 个版式）" in told.sentence("zh")
    assert "#" not in told.message


def test_a_faint_text_box_is_known_by_its_words_and_told_a_colour_that_reads(
    tmp_path: Path,
) -> None:
    deck = Presentation(str(templates.DEFAULT))
    layout = deck.slide_layouts[2]
    box = next(each for each in layout.placeholders if each.placeholder_format.idx == 1)
    assert box.text_frame.text.startswith("Click to edit Master")
    made = BytesIO()
    deck.save(made)
    bar = shape(0, 0, 9_144_000, 6_858_000, "7F0020")
    parts = templates.files_of(made.getvalue())
    name = LAYOUT.format(3)
    parts[name] = below(parts[name].decode(), bar).encode()
    told = assert_told("template-faint", examined(templates.zipped(parts), tmp_path).problems)
    assert "“Click to edit Master" in told.message + told.hint
    colour = re.search(r"#([0-9A-F]{6})", told.hint)
    assert colour
    assert contrast(colour[1], "7F0020") >= 3


def test_accents_are_one_line_and_what_asks_for_nothing_is_none(tmp_path: Path) -> None:
    report = examined(templates.DEFAULT.read_bytes(), tmp_path)
    assert sum(each.code == "template-accent" for each in report.problems) == 1
    for tongue, words in (("en", ("add-in", "stand on", "Faces")), ("zh", ("加载项", "删除母版"))):
        text = as_text(report, tongue)  # type: ignore[arg-type]
        assert not [each for each in words if each in text]
    assert "the theme names none" in as_text(report, "en")


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<II", kind, 8 + len(body)) + body


def drawing(*more: bytes) -> bytes:
    """A Windows drawing, 100 by 10, whose left fifth is red."""
    corners = ((0, 0), (20, 0), (20, 10), (0, 10))
    header = struct.pack("<8i", 0, 0, 100, 10, 0, 0, 2600, 260) + b" EMF" + bytes(60)
    points = b"".join(struct.pack("<hh", *each) for each in corners)
    return b"".join(
        (
            record(1, header),
            record(39, struct.pack("<IIII", 1, 0, 0x0000FF, 0)),
            record(37, struct.pack("<I", 1)),
            *more,
            record(86, struct.pack("<4iI", 0, 0, 20, 10, 4) + points),
            record(14, bytes(12)),
        )
    )


def test_a_windows_drawing_is_see_through_where_it_is_empty() -> None:
    data = drawn(drawing())
    assert data
    image = Image.open(BytesIO(data))
    assert image.getpixel((image.width // 10, image.height // 2)) == (255, 0, 0, 255)
    assert image.getpixel((image.width // 2, image.height // 2))[3] == 0  # type: ignore[index]


def test_lines_of_a_drawing_are_seen_in_the_colour_of_their_pen() -> None:
    path = (
        record(95, struct.pack("<10I", 2, 0, 0, 0, 0, 0x10000, 1, 0, 0x00FF00, 0)),
        record(37, struct.pack("<I", 2)),
        record(59, b""),
        record(27, struct.pack("<ii", 60, 2)),
        *(record(54, struct.pack("<ii", *each)) for each in ((90, 2), (90, 8), (60, 8), (60, 2))),
        record(60, b""),
        record(64, bytes(16)),
    )
    image = Image.open(BytesIO(drawn(drawing(*path)) or b""))
    across = [image.getpixel((x, image.height // 2)) for x in range(image.width // 2, image.width)]
    assert (0, 255, 0, 255) in across
    assert image.getpixel((image.width * 3 // 4, image.height // 2))[3] == 0  # type: ignore[index]


@pytest.mark.parametrize(
    "data",
    [
        drawing(record(81, bytes(72))),
        drawing(record(70, struct.pack("<I", 4) + b"EMF+")),
        drawing()[:-30],
        drawing()[:60],
        b"",
        drawing().replace(struct.pack("<I", 4) + struct.pack("<hh", 0, 0), b"\xff" * 8),
    ],
    ids=["bitmap", "newer", "cut", "short", "empty", "counts"],
)
def test_a_drawing_with_anything_else_is_not_looked_at(data: bytes) -> None:
    assert drawn(data) is None


@pytest.mark.slow
def test_what_takes_the_room_is_named_with_a_height_after_which_nothing_is_said(
    tmp_path: Path,
) -> None:
    def tall(high: int) -> bytes:
        return changed(
            templates.MASTER,
            lambda text: (
                re.sub(
                    r'(<p:ph type="title".*?<a:ext cx="\d+" cy=")\d+',
                    rf"\g<1>{high}",
                    text,
                    count=1,
                    flags=re.S,
                )
                .replace('y="1600200"', 'y="3800000"')
                .replace('cy="4525963"', 'cy="2326163"')
            ),
        )

    told = assert_told("template-room", examined(tall(3_400_000), tmp_path).problems)
    assert "the title takes the room" in told.message
    assert "40 %" in told.message
    height = re.search(r"height ([\d.]+) cm", told.hint)
    assert height
    assert float(height[1]) < 3


@pytest.mark.slow
def test_a_title_that_reads_only_where_the_sample_has_it_is_told_that_place(tmp_path: Path) -> None:
    deck = Presentation(BytesIO(with_cover_picture()))
    slide = deck.slides[0]
    slide.shapes[-1]._element.getparent().remove(slide.shapes[-1]._element)
    for colour, top, high in (("#FFFFFF", 0, 4_000_000), ("#1F3864", 4_000_000, 2_858_000)):
        picture = BytesIO(templates.png(colour))
        slide.shapes.add_picture(picture, 0, top, deck.slide_width, high)
    box = slide.shapes.add_textbox(1_000_000, 4_500_000, 7_000_000, 1_000_000)
    box.text_frame.text = "深度学习研读会"
    made = BytesIO()
    deck.save(made)
    parts = templates.files_of(made.getvalue())
    white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    name = LAYOUT.format(1)
    parts[name] = re.sub(
        r"(type=\"ctrTitle\".*?)<a:lstStyle/>",
        rf"\1<a:lstStyle><a:lvl1pPr><a:defRPr>{white}</a:defRPr></a:lvl1pPr></a:lstStyle>",
        parts[name].decode(),
        count=1,
        flags=re.S,
    ).encode()
    told = assert_told(
        "template-title-onto", examined(templates.zipped(parts), tmp_path, sampled=False).problems
    )
    assert "horizontal 2.78 cm, vertical 12.5 cm" in told.hint
    assert "sample slide 1" in told.message
