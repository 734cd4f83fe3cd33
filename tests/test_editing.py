"""A deck goes on being one when somebody works on it: slides that are reset, texts that grow."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from io import BytesIO
from itertools import combinations, product
from pathlib import Path
from zipfile import ZipFile

import editing
import office
import pytest
from editing import (
    Box,
    Colour,
    Sheet,
    Text,
    changed,
    drawn,
    edited,
    own,
    part,
    placeholders,
    slides,
    written,
)
from fontTools.ttLib import TTFont
from office import converted
from pptx import Presentation

from briefgen.answers.gallery import outline
from briefgen.build import load, make_one
from briefgen.machine.assets import shipped
from briefgen.pages.shared import Shared
from briefgen.record import replace
from briefgen.request import Request

CONTENT = Path(__file__).parents[1] / "content"
AUDIENCES = ("base", *sorted(path.stem for path in CONTENT.glob("audiences/*.yaml")))
# The faces that decks name, and what is shipped in their place.
FACE, LATIN = "Microsoft YaHei", "Calibri"
SHIPPED = {FACE: "NotoSansSC", LATIN: "Carlito"}
PLAIN = (
    "bullets",
    "text",
    "image",
    "two-column",
    "org",
    "matrix",
    "pyramid",
    "cycle",
    "gantt",
    "layers",
)
PAGE = re.compile(r"ppt/(slides/slide|slideLayouts/slideLayout|slideMasters/slideMaster)\d+\.xml")


@cache
def decks() -> dict[str, bytes]:
    request = Request(CONTENT / "outline.yaml", AUDIENCES, formats=("deck",))
    loaded, shared = load(request), Shared()
    found = {}
    for audience in AUDIENCES:
        job = request.job(loaded.briefs[audience], loaded.themes[audience], "deck")
        found[audience] = next(iter(make_one(job, shared).files.values()))
    return found


@cache
def plain() -> bytes:
    """The gallery's slides of plain kinds."""
    request = Request(outline(), ("base",), formats=("deck",))
    loaded = load(request)
    whole = loaded.briefs["base"]
    brief = replace(whole, deck=tuple(slide for slide in whole.deck if slide.kind in PLAIN))
    job = request.job(brief, loaded.themes["base"], "deck")
    return next(iter(make_one(job, Shared()).files.values()))


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_resetting_a_slide_changes_nothing(audience: str) -> None:
    """Whatever a placeholder looks like is said by its layout."""
    deck = decks()[audience]
    opened = Presentation(BytesIO(deck))
    told = []
    for slide, (name, root) in zip(opened.slides, slides(deck), strict=True):
        layouts = {p.placeholder_format.idx: p._element for p in slide.slide_layout.placeholders}
        for shape in placeholders(root):
            index = int(
                shape.find(f"{editing.P}nvSpPr/{editing.P}nvPr/{editing.P}ph").get("idx", 0)
            )
            called = shape.find(f"{editing.P}nvSpPr/{editing.P}cNvPr").get("name")
            told += [f"{name} {called}: {what}" for what in own(shape, layouts[index])]
    assert told == []


@pytest.mark.slow
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_deck_has_the_layouts_of_its_slides_and_seven_more_at_the_most(audience: str) -> None:
    deck = Presentation(BytesIO(decks()[audience]))
    names = [layout.name for layout in deck.slide_layouts]
    assert len(names) == len(set(names)) <= 24
    used = {slide.slide_layout.name for slide in deck.slides}
    basic = {"封面", "章节", "标题与正文", "两栏", "仅标题", "图片与文字", "空白"}
    english = {"Cover", "Section", "Title and text", "Two columns", "Title only",
               "Picture and text", "Blank"}  # fmt: skip
    assert set(names) == used | (english if audience == "overseas" else basic)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_hardly_a_text_stands_outside_the_placeholders(audience: str) -> None:
    """Of the characters outside tables and charts 95 of 100 are in the outline view, and change
    with their layout."""
    inside = outside = 0
    for _, root in slides(decks()[audience]):
        for shape in root.iter(editing.P + "sp"):
            count = sum(len(run.text or "") for run in shape.iter(editing.A + "t"))
            held = editing.holder(shape) is not None
            inside, outside = inside + count * held, outside + count * (not held)
    assert inside >= 95 * (inside + outside) / 100


def test_lines_have_an_exact_pitch_in_a_few_dense_boxes_alone() -> None:
    """Elsewhere the pitch is a share of the size, and grows with it."""
    counts = {audience: _exact(decks()[audience]) for audience in AUDIENCES}
    assert max(counts.values()) <= 10, counts


def _exact(deck: bytes) -> int:
    with ZipFile(BytesIO(deck)) as archive:
        parts = [name for name in archive.namelist() if PAGE.fullmatch(name)]
        return sum(archive.read(name).count(b"<a:lnSpc><a:spcPts") for name in parts)


# Edits, as another application draws them


# Faces that stand in for the one a deck names: Noto's own; taller lines with wider Latin (in 1/1000
# em, and percent), as YaHei has them; and another, where it is installed.
FACES = {"noto": (0, 0), "tall": (1320, 5), "wenquanyi": None}


def put_face(name: str, folder: Path) -> bool:
    """Put the files of a face into a folder; whether it is on this machine."""
    folder.mkdir()
    if (changes := FACES[name]) is not None:
        for family in SHIPPED:
            _stand_in(folder, family, *changes)
    elif other := _installed("WenQuanYi Micro Hei"):
        _stand_in(folder, LATIN, 0, 0)
        shutil.copy(other, folder)
    return any(folder.iterdir())


def _stand_in(folder: Path, family: str, tall: int, wide: int) -> None:
    """The shipped face under the name of a family, in both weights."""
    for style in ("Regular", "Bold"):
        font = TTFont(shipped("assets") / "fonts" / f"{SHIPPED[family]}-{style}.ttf")
        for record in font["name"].names:
            if record.nameID in (1, 16):
                record.string = family
            if record.nameID in (4, 6):
                record.string = f"{family} {style}".replace(" ", "-")
        if tall:
            _reshaped(font, tall, wide)
        font.save(folder / f"{SHIPPED[family]}-{style}.ttf")


def _reshaped(font: TTFont, tall: int, wide: int) -> None:
    """Lines of `tall`/1000 em, and ASCII `wide` percent wider."""
    em = font["head"].unitsPerEm
    ascent, descent = tall * em * 4 // 5000, tall * em // 5000
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = ascent, -descent, 0
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ascent, -descent, 0
    os2.usWinAscent, os2.usWinDescent = ascent, descent
    glyphs = {name for code, name in font.getBestCmap().items() if code < 0x80}
    for name in glyphs:
        advance, bearing = font["hmtx"][name]
        font["hmtx"][name] = (advance * (100 + wide) // 100, bearing)


def _installed(family: str) -> Path | None:
    if shutil.which("fc-match") is None:
        return None
    said = subprocess.run(
        ["fc-match", "-f", "%{family}|%{file}", family], capture_output=True, text=True, check=True
    ).stdout
    found, _, file = said.partition("|")
    return Path(file) if family in found else None


def pictured(files: Sequence[Path], face: Path, folder: Path) -> list[bytes]:
    """The decks as LibreOffice prints them, in the face of a folder."""
    folder.mkdir()
    config = folder / "fonts.conf"
    family = "WenQuanYi Micro Hei" if face.name == "wenquanyi" else FACE
    config.write_text(
        f"<fontconfig><dir>{face}</dir><cachedir>{folder / 'cache'}</cachedir>"
        f'<alias binding="same"><family>{FACE}</family><accept><family>{family}</family></accept>'
        "</alias></fontconfig>",
        "utf-8",
    )
    surroundings = {"FONTCONFIG_FILE": str(config), "HOME": str(folder), "PATH": "/usr/bin:/bin"}
    return [path.read_bytes() for path in converted(files, "pdf", folder, **surroundings)]


EDITS: dict[str, Callable[[bytes], bytes]] = {
    "longer": lambda deck: edited(deck, editing.longer),
    # Charts are no lists: both grow in one file, which saves the application reading another.
    "more": lambda deck: edited(editing.higher(deck), editing.more),
}


@cache
def grown() -> dict[str, bytes]:
    """Each deck as each edit leaves it, its texts coloured: the slides that the edit changed."""
    found = {}
    for (name, deck), (how, edit) in product({**decks(), "plain": plain()}.items(), EDITS.items()):
        made = changed(deck, edit(deck))
        if b"<p:sldId " in part(made, "ppt/presentation.xml"):
            found[f"{name}-{how}"] = edited(made, editing.coloured)
    assert {name.rpartition("-")[2] for name in found} == set(EDITS)
    return found


OTHERS = {
    "cadre": ("noto", "cadre-longer"),
    "citizen": ("noto", "citizen-more"),
    "enterprise": ("tall", "enterprise-longer"),
    "investor": ("tall", "investor-more"),
}


@office.needed
@pytest.mark.slow
@pytest.mark.parametrize("face", FACES)
def test_texts_go_on_fitting_when_they_grow(face: str, tmp_path: Path) -> None:
    """Twelve hanzi or letters more in each text; an item more in each list, a row more in each
    table; each chart's largest value higher, and a category more."""
    if not put_face(face, tmp_path / face):
        pytest.skip("this face is not on this machine")
    files = []
    # All in one start of the application, which costs as much as two decks. Every kind meets each
    # face with each edit; decks of the same kinds with other words one of each.
    for name, deck in grown().items():
        if OTHERS.get(name.rpartition("-")[0], (face, name)) != (face, name):
            continue
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(deck)
        files.append(path)
    told = {
        path.stem: judged(drawn(pdf), written(path.read_bytes()))
        for path, pdf in zip(files, pictured(files, tmp_path / face, tmp_path / "out"), strict=True)
    }
    assert not any(told.values()), told


def judged(sheets: Sequence[Sheet], slides: Sequence[Mapping[Colour, Text]]) -> list[str]:
    """What is wrong with the texts of a deck as an application drew them, against as they are
    written in it: at least 95 of 100 of their own size, none made smaller than 14 points."""
    told, shrunk, count = [], [], 0
    for number, (sheet, texts) in enumerate(zip(sheets, slides, strict=True), 1):
        for colour, seen in sheet.texts.items():
            text = texts[colour]
            where = f"{number} {text.name}"
            count += 1
            if seen.size < 0.985 * text.size:
                shrunk.append(f"{where}: {seen.size:.1f} of {text.size:g} pt")
                if seen.size < 14 * 0.985 and text.size > 12:
                    told.append(f"{where}: {seen.size:.1f} pt")
            if any(not _within(box, sheet) for box in seen.boxes):
                told.append(f"{where}: leaves the slide")
        pieces = [(texts[colour].name, seen.boxes) for colour, seen in sheet.texts.items()]
        pieces += [(words, (box,)) for words, box in sheet.others]
        for (one, boxes), (other, others) in combinations(pieces, 2):
            if _over(boxes, others):
                told.append(f"{number}: {one} over {other}")
    return told + shrunk if len(shrunk) > 0.05 * count else told


def _within(box: Box, sheet: Sheet) -> bool:
    left, bottom, right, top = box
    return left > -1 and bottom > -1 and right < sheet.width + 1 and top < sheet.height + 1


def _over(one: Sequence[Box], other: Sequence[Box]) -> bool:
    """Whether lines of two texts are printed over each other by more than a hair."""
    return any(
        min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1
        for a in one
        for b in other
    )
