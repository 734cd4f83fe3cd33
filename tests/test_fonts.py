"""The shipped faces: what they cover, and that the tables tell the truth about them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefgen.machine.assets import shipped
from briefgen.problems import MachineError
from briefgen.typography.fonts import Faces, load_face, load_fonts

FOLDER = shipped("assets") / "fonts"
FACES = ("NotoSansSC-Regular", "NotoSansSC-Bold")
LAST = ("NotoSansSCRare-Regular", "NotoSansSymbols-Regular", "NotoSansSymbols2-Regular")


@pytest.mark.slow
@pytest.mark.parametrize("name", FACES + LAST)
def test_the_table_is_the_fonts_own_cmap_and_hmtx(name: str) -> None:
    with TTFont(FOLDER / f"{name}.ttf") as font:
        metrics = font["hmtx"]
        truth = {chr(p): metrics[g][0] for p, g in font.getBestCmap().items()}
    assert load_face(FOLDER / f"{name}.ttf").advances.every() == truth


@pytest.mark.parametrize("name", FACES)
def test_faces_are_static_embeddable_and_keep_their_name(name: str) -> None:
    with TTFont(FOLDER / f"{name}.ttf") as font:
        assert "glyf" in font
        assert "fvar" not in font
        assert font["OS/2"].fsType == 0
        assert font["name"].getDebugName(1) == "Noto Sans SC"
        assert font["name"].getDebugName(6) == name
        assert "Open Font License" in font["name"].getDebugName(13)
        # The text as a whole rests on this: hanzi and marks are one em in both faces.
        assert font["hmtx"][font.getBestCmap()[ord("广")]][0] == 1000


@pytest.mark.parametrize("name", LAST)
def test_the_last_faces_may_be_shipped_and_add_what_the_others_lack(name: str) -> None:
    with TTFont(FOLDER / f"{name}.ttf") as font:
        assert "glyf" in font
        assert "fvar" not in font
        assert font["OS/2"].fsType == 0
        assert "Open Font License" in font["name"].getDebugName(13)
    own = load_face(FOLDER / f"{name}.ttf").advances.every().keys()
    for other in (*FACES, *LAST):
        if other != name:
            assert own.isdisjoint(load_face(FOLDER / f"{other}.ttf").advances.every())
    for file in ("OFL.txt", "OFL-symbols.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FOLDER / file).read_text(encoding="utf-8")


def test_every_hanzi_of_the_basic_block_and_of_extension_a_is_covered() -> None:
    hanzi = "".join(map(chr, (*range(0x4E00, 0x9FA6), *range(0x3400, 0x4DB6))))
    for bold in (False, True):
        assert load_fonts().missing(hanzi + "☎☏☑☐☒✓✔✗✘★⚙✉✈☀☁♻⚠➤■", bold) == []


def test_both_faces_cover_what_briefs_are_written_in() -> None:
    table = (FOLDER.parent / "makers" / "tgh8105.txt").read_text(encoding="utf-8").splitlines()
    standard = "".join(line for line in table if not line.startswith("#"))
    assert len(standard) == len(set(standard)) == 8105
    gb2312 = bytes(
        byte for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFA) for byte in (lead, trail)
    ).decode("gb2312")
    others = "，。、；：！？（）《》“”‘’—…·①②⑩→≥≤±×℃％‰￥¥€£²³㎡№△▲●■ÀéñüāǎαβΩДж灣體臺龍㙍𬭎"
    for name in FACES:
        assert (
            set(standard + gb2312 + others)
            <= load_face(FOLDER / f"{name}.ttf").advances.every().keys()
        )


def test_missing_characters_are_named_once_in_order() -> None:
    fonts = load_fonts()
    assert fonts.missing("广州😀的🀄😀家\u200d\u00ad\n", bold=True) == ["😀", "🀄"]
    assert fonts.regular.advance("😀") == 1000
    assert fonts.regular.advance("\u00ad") == 0


def test_a_face_without_a_table_is_read_from_the_font(tmp_path: Path) -> None:
    face = tmp_path / "Other-Regular.ttf"
    face.write_bytes((FOLDER / "NotoSansSC-Regular.ttf").read_bytes())
    read = load_face(face)
    table = load_face(FOLDER / "NotoSansSC-Regular.ttf")
    assert read.advances.every() == table.advances.every()
    assert read.path == face


def test_a_family_that_is_not_there_is_a_machine_error() -> None:
    with pytest.raises(MachineError, match=r"NoSuchFace-Regular\.ttf"):
        load_fonts(Faces(("No Such Face",))).missing("甲")


def test_a_damaged_font_is_a_machine_error(tmp_path: Path) -> None:
    face = tmp_path / "Damaged-Regular.ttf"
    face.write_bytes(b"not a font at all")
    with pytest.raises(MachineError, match="Damaged-Regular"):
        load_face(face)


def test_quotation_marks_have_a_latin_width() -> None:
    for face in (load_fonts().regular.base, load_fonts().bold.base):
        assert set(face.quotes) == set("‘’“”")
        assert all(200 < advance < 600 for advance, _ in face.quotes.values())
