"""Chains of faces: which face shows a character, what a project may bring, what is refused."""

from __future__ import annotations

import os
import random
import re
import struct
import subprocess
import sys
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from faces import make_face
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from outlines import OUTLINE, TOPICS, loaded, project
from pdf_scenes import scene as scene_of
from pptx import Presentation
from pypdf import PdfReader

from briefgen.build import Request, build, load
from briefgen.geometry import Rect, mm, pt
from briefgen.machine.assets import shipped
from briefgen.outline.reading.nodes import Mapping
from briefgen.outline.reading.read import read
from briefgen.problems import ContentError, Problems
from briefgen.render.pdf import render
from briefgen.render.pdf.truetype import Glyph, subset
from briefgen.scene.items import TextBox
from briefgen.scene.names import called
from briefgen.theme.load import _families
from briefgen.typography.fonts import HOUSE, Faces, FontFile, Fonts, load_fonts
from briefgen.typography.paragraph import place, set_text
from briefgen.typography.text import Paragraph, Run, SetText, Span, Style
from briefgen.typography.truetype import FontError, check, parse

SIZE = pt(10)
LATIN = dict.fromkeys("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 700)
LATIN |= {" ": 300, "-": 400, ".": 300, "“": 450, "”": 450, "’": 250, "—": 900}
RARE = "𠮷"  # beyond the BMP, and in no face that is shipped


def set_in(fonts: Fonts, text: str, width: int = 400, bold: bool = False, **how: str) -> SetText:
    paragraph = Paragraph((Run(text, Style(SIZE, bold)),), pt(16), "justify")
    return set_text([paragraph], pt(width), fonts, medium="print", **how)  # type: ignore[arg-type]


def spans_of(text: SetText) -> list[Span]:
    return [span for line in text.lines for span in line.spans]


def shown_by(text: SetText) -> list[tuple[str, str]]:
    return [(span.text, span.face.stem if span.face else "") for span in spans_of(text)]


def pdf_of(text: SetText) -> bytes:
    rect = Rect(mm(20), mm(20), mm(150), mm(100))
    lines = place(text, rect, (0, 0, 0, 0), "top")
    return render(
        scene_of(TextBox(name=called("文字"), rect=rect, paragraphs=text.paragraphs, lines=lines))
    )


def embedded(pdf: bytes) -> set[str]:
    resources = PdfReader(BytesIO(pdf)).pages[0]["/Resources"]
    return {str(font["/BaseFont"]).split("+")[1] for font in resources["/Font"].values()}


# ── which face ──────────────────────────────────────────


def test_rare_hanzi_and_signs_come_from_the_last_faces_and_the_rest_does_not() -> None:
    made = set_in(load_fonts(), "王㐂在广州☑二〇二四")
    assert shown_by(made) == [
        ("王", ""),
        ("㐂", "NotoSansSCRare-Regular"),
        ("在广州", ""),
        ("☑", "NotoSansSymbols2-Regular"),
        ("二〇二四", ""),
    ]
    assert embedded(pdf_of(made)) == {
        "NotoSansSC-Regular",
        "NotoSansSCRare-Regular",
        "NotoSansSymbols2-Regular",
    }


def test_spans_of_several_faces_stand_side_by_side() -> None:
    made = set_in(load_fonts(), "王㐂说“㐂㐂”，2024年☑办完，☐没有办完的下周再办" * 3, 120)
    assert len(made.lines) > 3
    for line in made.lines:
        for one, other in pairwise(line.spans):
            assert other.x == one.x + one.width


def test_bold_falls_back_on_bold_first(tmp_path: Path) -> None:
    regular = make_face(tmp_path / "Own-Regular.ttf", {"㐂": 800, RARE: 1000})
    bold = make_face(tmp_path / "Own-Bold.ttf", {"㐂": 900}, weight=700)
    fonts = load_fonts(Faces((HOUSE, FontFile(regular, False), FontFile(bold, True))))
    text = f"广㐂{RARE}"
    assert shown_by(set_in(fonts, text)) == [("广", ""), (f"㐂{RARE}", "Own-Regular")]
    heavy = set_in(fonts, text, bold=True)
    assert shown_by(heavy) == [("广", ""), ("㐂", "Own-Bold"), (RARE, "Own-Regular")]
    assert [span.width for span in spans_of(heavy)] == [SIZE, SIZE * 9 // 10, SIZE]


def test_a_regular_face_is_thickened_where_bold_is_wanted() -> None:
    def strokes(bold: bool) -> int:
        content = PdfReader(BytesIO(pdf_of(set_in(load_fonts(), "广㐂", bold=bold)))).pages[0]
        return content.get_contents().get_data().count(b"2 Tr")  # type: ignore[union-attr]

    assert strokes(bold=True) == 1
    assert strokes(bold=False) == 0


def test_the_first_face_of_a_project_leads(tmp_path: Path) -> None:
    own = make_face(tmp_path / "Own.ttf", {"广": 1000, "州": 1000, "，": 1000, "“": 1000, "5": 640})
    fonts = load_fonts(Faces((FontFile(own, False),)))
    # Its marks fill their em box: squeezed to half of it they would collide, so ours are taken.
    assert shown_by(set_in(fonts, "广州，“5人”")) == [
        ("广州", "Own"),
        ("，“", ""),
        ("5", "Own"),
        ("人”", ""),
    ]


def test_latin_leads_for_letters_and_digits_and_in_english_for_marks_too(tmp_path: Path) -> None:
    latin = FontFile(make_face(tmp_path / "Own.ttf", LATIN), False)
    fonts = load_fonts(Faces((HOUSE,), (latin,)))
    chinese = set_in(fonts, "在“GDP”里——5人")
    assert shown_by(chinese) == [
        ("在“", ""),
        ("GDP", "Own"),
        ("”里——", ""),
        ("5", "Own"),
        ("人", ""),
    ]
    apostrophe = set_in(fonts, "在Jack’s店")
    assert shown_by(apostrophe) == [("在", ""), ("Jack’s", "Own"), ("店", "")]
    english = set_in(fonts, "“The 广州 port” — it’s", language="en")
    assert shown_by(english) == [("“The ", "Own"), ("广州", ""), (" port” — it’s", "Own")]
    (line,) = english.lines
    advances = [450, *[700] * 3, 300, 1000, 1000, 300, *[700] * 4, 450, 300, 900, 300,
                700, 700, 250, 700]  # fmt: skip
    assert line.width == sum(advances) * SIZE // 1000
    assert not any(span.adjust for span in line.spans)


def test_a_hyphen_at_a_lines_end_is_of_the_face_that_is_measured(tmp_path: Path) -> None:
    latin = FontFile(make_face(tmp_path / "Own.ttf", LATIN), False)
    made = set_in(load_fonts(Faces((HOUSE,), (latin,))), "exam\u00adple", 45, language="en")
    first, second = made.lines
    assert (first.text, second.text) == ("exam\u00ad", "ple")
    assert first.width == (4 * 700 + 400) * SIZE // 1000
    assert {span.face and span.face.stem for span in spans_of(made)} == {"Own"}


def test_decks_are_planned_with_the_shipped_face(tmp_path: Path) -> None:
    narrow = FontFile(make_face(tmp_path / "Own.ttf", {**LATIN, "广": 500, RARE: 1000}), False)
    fonts = load_fonts(Faces((narrow,), (narrow,))).planned(True)
    assert fonts.regular.width("广A5") == load_fonts().regular.width("广A5")
    assert fonts.missing(RARE) == []


@pytest.mark.slow
def test_nothing_is_read_that_no_character_asks_for(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from briefgen.build import Request, build\n"
        "from briefgen.typography.fonts import load_face\n"
        "from briefgen.typography.truetype import open_face\n"
        "import sys; to = Path(sys.argv[2])\n"
        "build(Request(Path(sys.argv[1]), ('base',), formats=('brief',), out=to, jobs=1))\n"
        "print(load_face.cache_info().currsize, open_face.cache_info().currsize)"
    )
    outline = Path(__file__).parents[1] / "content" / "outline.yaml"
    done = subprocess.run(
        [sys.executable, "-c", code, str(outline), str(tmp_path)],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert done.stdout.split() == ["2", "2"]


# ── a project's files ───────────────────────────────────


def outline_with(print_: str = "", latin: str = "", title: str = "示例") -> str:
    lists = f"print: [{print_}]" if print_ else f"latin: [{latin}]"
    return OUTLINE.replace("title: {zh: 示例, en: Demo}", f"title: {title}\n  faces: {{{lists}}}")


def test_a_projects_face_is_embedded_and_its_characters_copied(tmp_path: Path) -> None:
    face = make_face(tmp_path / "content/fonts/罕用 字.ttf", {RARE: 1000})
    named = "Noto Sans SC, content/fonts/罕用 字.ttf"
    outline = project(tmp_path, outline_with(named, title=f"王{RARE}的示例") + TOPICS)
    report = build(Request(outline, ("base",), formats=("brief", "deck"), jobs=1))
    pdf = next(path for path in report.written if path.suffix == ".pdf").read_bytes()
    assert f"王{RARE}的示例" in PdfReader(BytesIO(pdf)).pages[0].extract_text()
    # A file may be called anything; a PostScript name may not.
    assert embedded(pdf) == {"NotoSansSC-Regular", "NotoSansSC-Bold", "Face"}
    again = build(Request(outline, ("base",), formats=("brief", "deck"), jobs=1))
    assert pdf == next(path for path in again.written if path.suffix == ".pdf").read_bytes()
    face.unlink()
    with pytest.raises(ContentError, match=r"outline\.yaml:4:.*罕用 字\.ttf is not there"):
        build(Request(outline, ("base",), formats=("brief",), jobs=1))


def test_decks_name_a_face_for_hanzi_of_extension_b_alone(tmp_path: Path) -> None:
    make_face(tmp_path / "fonts/A.ttf", {RARE: 1000})
    title = f"王{RARE}㐂𬭎的示例"
    outline = project(tmp_path, outline_with("Noto Sans SC, fonts/A.ttf", title=title) + TOPICS)
    report = build(Request(outline, ("base",), formats=("deck",), jobs=1))
    shapes = Presentation(str(report.written[0])).slides[0].shapes
    assert shapes.title.text_frame.text == title
    faces = {
        run.text: {each.get("typeface") for each in run._r.rPr if each.get("typeface")}
        for run in shapes.title.text_frame.paragraphs[0].runs
    }
    assert faces == {
        "王": set(),
        RARE: {"SimSun-ExtB"},
        "㐂𬭎的示例": set(),
    }


def test_a_theme_lists_families_and_is_told_of_one_that_is_not_there() -> None:
    problems = Problems()
    text = "faces: {print: Noto Sans SC, latin: [Noto Sans Symbols, Nowhere Sans]}"
    root = read(text.encode(), "theme.yaml", problems)
    assert isinstance(root, Mapping)
    assert _families(root, "print", problems) == ("Noto Sans SC",)
    assert _families(root, "latin", problems)[0] == "Noto Sans Symbols"
    assert [str(each) for each in problems] == [
        "theme.yaml:1:57: error: there is no family “Nowhere Sans” in assets/fonts "
        "(hint: name a family that came with briefgen, such as Noto Sans SC)"
    ]


def test_an_audience_may_have_faces_of_its_own(tmp_path: Path) -> None:
    make_face(tmp_path / "fonts/Own.ttf", LATIN)
    own = "brief: {faces: {latin: [fonts/Own.ttf]}}"
    outline = project(tmp_path, OUTLINE + TOPICS, guests=own)
    made = load(Request(outline))
    assert not made.problems.fatal
    latin = {name: theme.print_face.latin for name, theme in made.themes.items()}
    assert latin == {"base": (), "guests": (FontFile(tmp_path.resolve() / "fonts/Own.ttf", False),)}


def truncated(path: Path) -> None:
    data = make_face(path, LATIN).read_bytes()
    path.write_bytes(data[: len(data) // 2])


def variable(path: Path) -> None:
    from fontTools.fontBuilder import FontBuilder

    font = TTFont(make_face(path, LATIN))
    builder = FontBuilder(font=font)
    builder.setupNameTable({"familyName": "Test", "styleName": "Thin"})
    builder.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    font.save(path)


def symbols_only(path: Path) -> None:
    font = TTFont(make_face(path, LATIN))
    font["cmap"].tables = font["cmap"].tables[:1]
    font["cmap"].tables[0].platformID, font["cmap"].tables[0].platEncID = 3, 0
    font.save(path)


def beyond(path: Path) -> None:
    """A composite glyph whose part is a glyph that there is not."""
    face = parse("x", make_face(path, LATIN).read_bytes())
    data, at = bytearray(face.data), face.tables["glyf"][0] + face.locations[1]
    data[at : at + 2] = struct.pack(">h", -1)
    data[at + 10 : at + 14] = struct.pack(">HH", 0, 60000)
    path.write_bytes(data)


def backwards(path: Path) -> None:
    """A glyph that ends before it begins, of places that are counted in halves."""
    face = parse("x", make_face(path, LATIN).read_bytes())
    data, (at, _) = bytearray(face.data), face.tables["loca"]
    data[at + 2 : at + 4] = struct.pack(">H", face.locations[-1] // 2)
    path.write_bytes(data)


HAZARDS = {
    "PostScript": (lambda path: make_face(path, LATIN, outlines=False), "PostScript outlines"),
    "variable": (variable, "variable font"),
    "collection": (lambda path: path.write_bytes(b"ttcf" + bytes(99)), "collection of fonts"),
    "web": (lambda path: path.write_bytes(b"wOF2" + bytes(99)), "packed for the web"),
    "forbidden": (lambda path: make_face(path, LATIN, rights=2), "may not be embedded"),
    "whole": (lambda path: make_face(path, LATIN, rights=0x100), "may not be embedded"),
    "text": (lambda path: path.write_text("no font at all"), "is not a font"),
    "empty": (lambda path: path.write_bytes(b""), "is not a font"),
    "truncated": (truncated, "is damaged"),
    "beyond": (beyond, "is damaged"),
    "backwards": (backwards, "is damaged"),
    "symbols": (symbols_only, "no Unicode characters"),
    "large": (lambda path: os.truncate(make_face(path, LATIN), 40_000_001), "has 40 MB"),
    "folder": (lambda path: path.mkdir(), "is not a file"),
}


@pytest.mark.parametrize("hazard", HAZARDS)
def test_a_file_that_cannot_be_used_is_told_at_its_name(tmp_path: Path, hazard: str) -> None:
    spoil, told = HAZARDS[hazard]
    (tmp_path / "fonts").mkdir()
    spoil(tmp_path / "fonts/A.ttf")
    _, problems = loaded(project(tmp_path, outline_with("Noto Sans SC, fonts/A.ttf") + TOPICS))
    (problem,) = (each for each in problems if each.severity == "error")
    assert told in problem.message
    assert problem.message.startswith("fonts/A.ttf ")
    assert (problem.mark.file, problem.mark.line) == ("content/outline.yaml", 4)
    text = outline_with("Noto Sans SC, fonts/A.ttf").split("\n")[3]
    assert problem.mark.column == text.index("fonts/A.ttf") + 1
    assert problem.hint


@pytest.mark.parametrize("rights", [0, 4, 8])
def test_faces_that_may_be_embedded_are_taken(tmp_path: Path, rights: int) -> None:
    make_face(tmp_path / "fonts/A.ttf", LATIN, rights=rights)
    brief, problems = loaded(project(tmp_path, outline_with(latin="fonts/A.ttf") + TOPICS))
    assert problems == []
    assert brief is not None


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("../Outside.ttf", "lies outside the project"),
        ("/etc/Outside.ttf", "lies outside the project"),
        ("fonts/link.ttf", "lies outside the project"),
        ("fonts/None.ttf", "is not there"),
        ("fonts/loop.ttf", "cannot be read"),
        (f"fonts/{'x' * 300}.ttf", "cannot be read"),
        ("x" * 300, "is not a family"),
        ("Noto Sans", "is not a family"),
        ("SimSun", "is not a family"),
    ],
)
def test_a_name_that_leads_to_no_face_of_the_project(tmp_path: Path, name: str, told: str) -> None:
    make_face(tmp_path / "Outside.ttf", LATIN)
    root = tmp_path / "project"
    (root / "fonts").mkdir(parents=True)
    (root / "fonts/link.ttf").symlink_to(tmp_path / "Outside.ttf")
    (root / "fonts/loop.ttf").symlink_to(root / "fonts/loop.ttf")
    _, problems = loaded(project(root, outline_with(f'"{name}"') + TOPICS))
    errors = [str(each) for each in problems if each.severity == "error"]
    assert len(errors) == 1
    assert re.match(rf"content/outline\.yaml:4:\d+: error: .*{told}.*hint:", errors[0])


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    os.mkfifo(tmp_path / "fonts/A.ttf")
    _, problems = loaded(project(tmp_path, outline_with("fonts/A.ttf") + TOPICS))
    assert [each.message for each in problems] == ["fonts/A.ttf is not a file"]


@pytest.mark.slow
def test_damaged_bytes_are_refused_or_drawn_but_never_a_traceback(tmp_path: Path) -> None:
    data = make_face(tmp_path / "A.ttf", dict(list(LATIN.items())[:20]) | {RARE: 1000}).read_bytes()
    chance, refused, drawn = random.Random(5), 0, 0
    for _ in range(1500):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 5))):
            changed[chance.randrange(len(data))] = chance.randrange(256)
        try:
            face = parse("A", bytes(changed))
            check(face)
        except FontError:
            refused += 1
            continue
        subset(face, [Glyph(0), *(Glyph(glyph, 20) for _, glyph in face.characters())])
        drawn += 1
    assert refused > 100
    assert drawn > 100


# How the first part of a composite glyph is placed: each is written in another number of bytes.
PLACED = {
    "A": (1, 0, 0, 1, 20, -30),  # offsets of one byte
    "B": (1, 0, 0, 1, 500, 0),  # of two
    "C": (0.5, 0, 0, 0.5, 20, 0),
    "D": (0.5, 0, 0, 0.75, 500, 0),
    "E": (0.5, 0.25, -0.25, 0.5, 20, 300),
}


def test_composite_glyphs_are_copied_with_all_their_parts(tmp_path: Path) -> None:
    """fontTools writes them and reads the copy."""
    font = TTFont(make_face(tmp_path / "A.ttf", LATIN))
    named = {char: f"c{ord(char):04X}" for char in LATIN}
    for char, placed in PLACED.items():
        pen = TTGlyphPen(font.getGlyphSet())
        pen.addComponent(named["x"], placed)
        pen.addComponent(named["y"], (1, 0, 0, 1, 10, 400))
        font["glyf"][named[char]] = pen.glyph()
    font.save(tmp_path / "B.ttf")
    face = parse("B", (tmp_path / "B.ttf").read_bytes())
    check(face)
    copied = subset(face, [Glyph(0), *(Glyph(face.glyph(char)) for char in PLACED)])
    with TTFont(tmp_path / "B.ttf") as whole, TTFont(BytesIO(copied)) as copy:
        # The five, the missing glyph, and the two that they are made of.
        assert copy["maxp"].numGlyphs == len(PLACED) + 3
        for number, char in enumerate(PLACED, 1):
            drawn, _, _ = copy["glyf"][copy.getGlyphName(number)].getCoordinates(copy["glyf"])
            meant, _, _ = whole["glyf"][named[char]].getCoordinates(whole["glyf"])
            assert list(drawn) == list(meant), char
            assert len(drawn) == 8, char


@pytest.mark.slow
def test_a_cmap_of_format_4_is_read_like_one_of_format_12() -> None:
    path = shipped("assets") / "fonts" / "NotoSansSC-Regular.ttf"
    with TTFont(path) as font:
        best = font.getBestCmap()
        font["cmap"].tables = [table for table in font["cmap"].tables if table.format == 4]
        out = BytesIO()
        font.save(out)
        face = parse("A", out.getvalue())
        expected = {chr(point): font.getGlyphID(name) for point, name in best.items()}
    assert dict(face.characters()) == {c: id for c, id in expected.items() if c < "\U00010000"}
    assert face.glyph("广") == expected["广"]
    assert face.glyph("𬭎") == 0


def test_a_cmap_of_format_4_whose_segments_share_a_character_is_refused() -> None:
    """A character would else have two glyphs (OpenType: segments are in order of their ends)."""
    with TTFont(shipped("assets") / "fonts" / "NotoSansSC-Regular.ttf") as font:
        table = next(table for table in font["cmap"].tables if table.format == 4)
        font["cmap"].tables = [table]
        out = BytesIO()
        font.save(out)
    data = bytearray(out.getvalue())
    with TTFont(BytesIO(data)) as font:
        start = font.reader.tables["cmap"].offset
    (at,) = struct.unpack_from(">I", data, start + 8)
    at += start
    (length,) = struct.unpack_from(">H", data, at + 6)
    ends, begins = at + 14, at + 16 + length
    parse("A", bytes(data))
    # The second segment begins where the first ends.
    data[begins + 2 : begins + 4] = data[ends : ends + 2]
    with pytest.raises(FontError):
        parse("A", bytes(data))


@pytest.mark.parametrize("char", ["😀", "✅", "🏠"])
def test_emoji_are_an_error_that_says_what_to_do(tmp_path: Path, char: str) -> None:
    outline = project(tmp_path, OUTLINE.replace("示例", f"示例{char}") + TOPICS)
    errors = [str(each) for each in load(Request(outline)).problems if each.severity == "error"]
    assert errors
    assert all(f"“{char}”" in each and "write a word, a sign" in each for each in errors)


def test_a_hanzi_without_a_face_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    outline = project(tmp_path, OUTLINE.replace("示例", f"示例{RARE}") + TOPICS)
    errors = [str(each) for each in load(Request(outline)).problems if each.severity == "error"]
    assert errors
    assert all(f"“{RARE}” (U+20BB7" in each and "TrueType" in each for each in errors)
