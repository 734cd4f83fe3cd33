"""Lines as they are set, for texts and widths that nobody would choose, as hashes. What is right,
`violations.py` says without looking at the engine."""

from __future__ import annotations

from collections.abc import Iterator
from struct import pack

import pytest
from prints import ROOT, held

from briefgen.geometry import Rect, pt
from briefgen.machine.assets import shipped
from briefgen.typography import truetype
from briefgen.typography.fonts import Faces, Fonts, load_face, load_fonts
from briefgen.typography.glyphs import outline
from briefgen.typography.linebreak import breaks
from briefgen.typography.markers import Bullet, Numbering
from briefgen.typography.paragraph import place, set_text
from briefgen.typography.segment import inside_terms, word_ends
from briefgen.typography.spacing import adjacent_marks, script_boundaries, stretchable, western
from briefgen.typography.text import Paragraph, Run, Style
from briefgen.typography.truetype import (
    MORE,
    SCALE,
    TWO_BY_TWO,
    XY_SCALE,
    XY_VALUES,
    open_face,
)

SEEDS = (shipped("seeds") / "guangzhou-six.txt").read_text("utf-8").splitlines()
WORDS = (
    *[line.strip() for line in SEEDS if len(line) > 40][:6],
    "“十四五”期间，（试点）单位——含《规划》……共1,234.5亿元（2024年），同比增长12.5%！？“好。”",
    "EHang在广州完成首次商业载人飞行演示，GAC Aion累计产销1,000,000辆；详见https://www.example.gov.cn/a/b?c=d。",
    "The city’s output passed RMB 3.2 trillion (up 6.5%), a well-known “second start” e.g. in R&D.",
    "Antidisestablishmentarianism and supercalifragilisticexpialidocious, 12 km² of re-used land.",
    "甲、乙、丙、丁、戊、己、庚、辛、壬、癸",
    "（（（一）））：“‘《〈二〉》’”、。，；：？！",
    "一二三四五六七八九十" * 4,
    "AI+制造、5G-A、L4级、3.0版、第1-2期、10～20℃、±0.3mm、½、№5、①②",
    "中文English混排mixed文字text，数字123与单位456km之间，加β射线、H2O和CO₂。",
    "",
    "字",
    "A",
    "  前后有空格  ，中间  也有  ",
    "𠮷野家与㐂、龘、𡃁，以及☆★●○△→，emoji",
)
WIDTHS = (23, 60, 97, 151, 240, 433)
ALIGNS = ("left", "center", "right", "justify")
TERMS = ("商业载人", "二次创业", "规划")


def runs(text: str, number: int) -> tuple[Run, ...]:
    """The text in runs of several looks."""
    plain = Style(pt(10 + number % 3), spacing=pt(1) if number % 5 == 4 else 0)
    if number % 3 == 0:
        return (Run(text, plain),)
    third = len(text) // 3
    large = Style(pt(16), bold=True, colour="primary")
    raised = Style(pt(10), rise=300 if number % 2 else -250)
    return tuple(
        run
        for run in (
            Run(text[:third], plain),
            Run(text[third : third + 6], large, figure="output"),
            Run(text[third + 6 : third + 8], raised, note="1"),
            Run(text[third + 8 :], Style(pt(10), slanted=True, underlined=True), link="page:two"),
        )
        if run.text
    )


def lines(fonts: Fonts, language: str) -> Iterator[tuple[str, bytes]]:
    markers = (None, Bullet(), Numbering("1.", 7), Numbering("（一）", 12))
    number = 0
    for at, text in enumerate(WORDS):
        found = []
        for width in WIDTHS:
            for medium in ("deck", "print"):
                number += 1
                paragraph = Paragraph(
                    runs(text, number),
                    pt(15),
                    align=ALIGNS[number % 4],
                    before=pt(number % 4),
                    after=pt(3),
                    margin=pt(12) if number % 3 == 1 and width > 60 else 0,
                    indent=pt(10) if number % 3 == 1 else 0,
                    marker=markers[number % 4],
                    keep_breaks=number % 7 in (2, 5),
                )
                second = Paragraph((Run("第二段。", Style(pt(9))),), pt(12), before=pt(2))
                made = set_text(
                    (paragraph, second),
                    pt(width),
                    fonts,
                    medium="deck" if medium == "deck" else "print",
                    language=language,
                    lexicon=TERMS if number % 2 else (),
                    reserve=(None, True, False)[number % 3],
                )
                box = Rect(pt(10), pt(20), pt(width), pt(200))
                found.append(repr(made))
                for anchor in ("top", "middle", "bottom"):
                    placed = place(made, box, (pt(1), pt(2), pt(3), pt(4)), anchor)
                    found.append(repr([(line.x, line.baseline) for line in placed]))
        yield f"{language} {at} {text[:8]}", "\n".join(found).replace(ROOT, "").encode()


def pieces() -> Iterator[tuple[str, bytes]]:
    for at, text in enumerate(WORDS):
        found: list[object] = [breaks(text), breaks(text, ((2, 6),)), sorted(word_ends(text))]
        found += [adjacent_marks(text), script_boundaries(text), western(text), stretchable(text)]
        found += [sorted(inside_terms(text, TERMS))]
        yield f"{at} {text[:8]}", repr(found).encode()


def glyphs() -> Iterator[tuple[str, bytes]]:
    """What the shipped faces say of characters, composed ones among them."""
    for path in sorted((shipped("assets") / "fonts").glob("*.ttf")):
        face = open_face(path)
        for char in "AgÉöñÅ½ﬁ1%“字龘，☆●→🅰":
            glyph = face.glyph(char)
            said = (glyph, face.metrics(glyph), face.ink(glyph), list(outline(face, glyph)))
            yield f"{path.name} {char}", repr(said).encode()
        yield f"{path.name} bold", repr((face.bold, face.units)).encode()
        yield f"{path.name} face", repr(sorted(load_face(path).quotes.items())).encode()


class Parts:
    """A face of a triangle, and of glyphs that are put together of it."""

    def __init__(self, *parts: bytes) -> None:
        triangle = pack(">5h HH 3B 3h 3h", 1, 0, 0, 80, 40, 2, 0, 1, 1, 1, 0, 80, -80, 0, 0, 40)
        self.outlines = [triangle, *(pack(">5h", -1, 0, 0, 0, 0) + part for part in parts)]

    def outline(self, glyph: int) -> bytes:
        return self.outlines[glyph]


def test_parts_of_a_glyph_are_moved_scaled_and_turned() -> None:
    whole, half = 1 << 14, 1 << 13
    words, places, more = truetype.WORDS, XY_VALUES, MORE
    face = Parts(
        pack(">HHhh", words | places, 0, 10, 20),
        pack(">HHbbh", places | SCALE, 0, 1, 2, half),
        pack(">HHbb2h", places | XY_SCALE, 0, 0, 0, half, whole),
        pack(">HHbb4h", places | TWO_BY_TWO, 0, 0, 0, 0, whole, -whole, 0),
        pack(">HHbb", places | more, 0, 1, 1) + pack(">HHbb", 0, 0, 9, 9),
    )

    def corners(glyph: int) -> list[tuple[float, float]]:
        return [step[1][0] for step in outline(face, glyph) if step[0] == "M" or step[1]]  # type: ignore[arg-type]

    assert corners(0)[:3] == [(0, 0), (80, 0), (0, 40)]
    assert corners(1)[:3] == [(10, 20), (90, 20), (10, 60)]
    assert corners(2)[:3] == [(1, 2), (41, 2), (1, 22)]
    assert corners(3)[:3] == [(0, 0), (40, 0), (0, 40)]
    assert corners(4)[:3] == [(0, 0), (0, 80), (-40, 0)]
    # A part that is matched by points stays where it is.
    assert corners(5)[0] == (1, 1)
    assert corners(5)[4] == (0, 0)


def test_glyphs_are_read_as_they_were(update: bool) -> None:
    held("lines-glyphs", glyphs(), update)


@pytest.mark.slow
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_lines_are_set_as_they_were(language: str, update: bool) -> None:
    latin = Faces(("Noto Sans SC",), ("Carlito",)) if language == "en" else Faces()
    held(f"lines-{language}", lines(load_fonts(latin), language), update)


def test_pieces_of_lines_are_found_as_they_were(update: bool) -> None:
    held("lines-pieces", pieces(), update)
