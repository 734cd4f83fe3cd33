"""Turn full faces of the Noto project into the subsets and advance tables that briefgen ships.

    python make_fonts.py FOLDER

FOLDER holds the static TrueType faces of the npm packages `@expo-google-fonts/noto-sans-sc`,
`noto-sans-symbols`, `noto-sans-symbols-2` and `carlito`, wherever below it they lie. Written beside
this script:

- `NotoSansSC-Regular.ttf`, `NotoSansSC-Bold.ttf`: GB2312, the 8,105 characters of 通用规范汉字表,
  Big5, what Hong Kong writes that Big5 has not, and the Latin, Greek, Cyrillic, punctuation and
  symbols of Chinese and English briefs.
- `NotoSansSCRare-Regular.ttf`: everything else that Noto Sans SC has. It is read only for a text
  with such a character.
- `NotoSansSymbols-Regular.ttf`, `NotoSansSymbols2-Regular.ttf`: the signs of U+2000–2BFF that are
  in none of the others (☎ ☑ ✔ ⚙), but for colour emoji and Braille.

- `Carlito-Regular.ttf`, `Carlito-Bold.ttf`: as they are, for the OFL reserves the name.

The subsets have no layout tables: the PDF's text is drawn glyph by glyph from the cmap. Their names
stay, as the OFL allows here (only "Source" is a reserved font name).

- `NAME.advances.tsv`, for each: what measuring needs, in a form that loads in a millisecond
  (`briefgen/typography/advances.py` says how it is written). What it says of quotation marks in
  Latin text is from the font's feature `pwid`.

The same faces give the same bytes.
"""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

from briefgen.typography.advances import table_of

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent / "fonts"
MAIN = {
    "NotoSansSC-Regular": "NotoSansSC_400Regular.ttf",
    "NotoSansSC-Bold": "NotoSansSC_700Bold.ttf",
}
RARE = ("NotoSansSCRare-Regular", "NotoSansSC_400Regular.ttf")
WHOLE = {"Carlito-Regular": "Carlito_400Regular.ttf", "Carlito-Bold": "Carlito_700Bold.ttf"}
# Forms of 常用字字形表 that Big5 has not.
HONG_KONG = "牀峯鈎裏啓羣鋭説衞敍閲藴醖嫺繮麪粧"
SIGNS = {
    "NotoSansSymbols-Regular": "NotoSansSymbols_400Regular.ttf",
    "NotoSansSymbols2-Regular": "NotoSansSymbols2_400Regular.ttf",
}
RANGES = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A
    (0x01CD, 0x01DC),  # Pinyin's third tones
    (0x02C6, 0x02DD),  # spacing modifiers: tone marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x045F),  # Cyrillic
    (0x2000, 0x206F),  # general punctuation
    (0x2070, 0x209F),  # superscripts and subscripts
    (0x20A0, 0x20CF),  # currency
    (0x2100, 0x214F),  # letterlike: ℃ № ™
    (0x2150, 0x218B),  # number forms: ⅓ Ⅳ
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematics
    (0x2460, 0x24FF),  # enclosed numbers
    (0x2500, 0x257F),  # box drawing
    (0x25A0, 0x25FF),  # geometric shapes
    (0x2600, 0x26FF),  # ★ ☆ ☑
    (0x2713, 0x2718),  # ticks and crosses
    (0x2776, 0x2793),  # ❶
    (0x2E3A, 0x2E3B),  # two-em and three-em dashes
    (0x3000, 0x303F),  # CJK punctuation
    (0x3040, 0x30FF),  # kana
    (0x3200, 0x33FF),  # enclosed CJK, squared units: ㎡ ㎞
    (0xFE30, 0xFE4F),  # vertical forms
    (0xFF01, 0xFFEE),  # full-width forms
)
SIGN_RANGE = (0x2000, 0x2BFF)
BRAILLE = (0x2800, 0x28FF)
# Emoji_Presentation=Yes in SIGN_RANGE (emoji-data.txt of Unicode 15.1): shown in colour elsewhere.
EMOJI = (
    "⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽"
    "✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕"
)
QUOTES = "‘’“”"


def wanted() -> set[int]:
    """The code points to keep, whether or not the face has them."""
    lines = (HERE / "tgh8105.txt").read_text(encoding="utf-8").splitlines()
    characters = {char for line in lines if not line.startswith("#") for char in line}
    characters.update(HONG_KONG)
    for codec in ("gb2312", "big5"):
        for lead in range(0xA1, 0xFF):
            for trail in range(0x40, 0xFF):
                try:
                    characters.update(bytes((lead, trail)).decode(codec))
                except UnicodeDecodeError:
                    continue
    points = {ord(char) for char in characters}
    points.update(point for low, high in RANGES for point in range(low, high + 1))
    return points


def signs() -> set[int]:
    """The code points of signs that are not shown in colour."""
    low, high = SIGN_RANGE
    return set(range(low, high + 1)) - set(range(BRAILLE[0], BRAILLE[1] + 1)) - set(map(ord, EMOJI))


def proportional(font: TTFont) -> dict[str, tuple[int, int]]:
    """Each quotation mark's (advance, shift to the left) as the feature `pwid` has it."""
    table, cmap, glyf, hmtx = font["GSUB"].table, font.getBestCmap(), font["glyf"], font["hmtx"]
    found: dict[str, tuple[int, int]] = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "pwid":
            continue
        for index in record.Feature.LookupListIndex:
            for each in table.LookupList.Lookup[index].SubTable:
                mapping = getattr(each, "ExtSubTable", each).mapping
                for char in QUOTES:
                    full = cmap[ord(char)]
                    if full in mapping:
                        narrow = mapping[full]
                        shift = glyf[full].xMin - glyf[narrow].xMin
                        found[char] = (hmtx[narrow][0], shift)
    return found


def shrink(face: Path, target: Path, points: set[int]) -> None:
    """Write the subset of `face` and its advance table."""
    font = TTFont(face, recalcTimestamp=False)
    quotes = proportional(font) if ord(QUOTES[0]) in points else {}
    options = subset.Options(
        layout_features=[],
        glyph_names=False,
        notdef_outline=True,
        recalc_timestamp=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14],
        drop_tables=["BASE", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "vhea", "vmtx"],
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    font.save(target)

    tabulate(target, quotes)


def tabulate(target: Path, quotes: dict[str, tuple[int, int]]) -> None:
    """Write the advance table of a face that is shipped."""
    kept = TTFont(target)
    em = kept["head"].unitsPerEm
    # No glyph of a text, and the end of a line of the table.
    ends = ("Cc", "Zl", "Zp")
    advances = {
        chr(point): round(kept["hmtx"][glyph][0] * 1000 / em)
        for point, glyph in kept.getBestCmap().items()
        if unicodedata.category(chr(point)) not in ends
    }
    lines = table_of(advances)
    lines += [f"pwid\t{char}\t{advance}\t{left}" for char, (advance, left) in quotes.items()]
    table = target.with_suffix(".advances.tsv")
    table.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{target.name}: {len(kept.getBestCmap())} characters, {target.stat().st_size:,} bytes")


def find(folder: Path, file: str) -> Path:
    """The face of this file name below the folder."""
    faces = sorted(folder.rglob(file))
    if not faces:
        raise SystemExit(f"no face {file} below {folder}")
    return faces[0]


def characters(face: Path) -> set[int]:
    """The code points that a face has."""
    return set(TTFont(face).getBestCmap())


def main() -> None:
    """Make every face from the folder named on the command line."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = Path(sys.argv[1])
    for name, file in MAIN.items():
        shrink(find(folder, file), FONTS / f"{name}.ttf", wanted())
    rare, source = RARE[0], find(folder, RARE[1])
    shrink(source, FONTS / f"{rare}.ttf", characters(source) - wanted())
    for name, file in WHOLE.items():
        target = FONTS / f"{name}.ttf"
        target.write_bytes(find(folder, file).read_bytes())
        latin = TTFont(target)
        widths = {char: latin["hmtx"][latin.getBestCmap()[ord(char)]][0] for char in QUOTES}
        em = latin["head"].unitsPerEm
        tabulate(target, {char: (round(wide * 1000 / em), 0) for char, wide in widths.items()})
    taken = characters(source)
    for name, file in SIGNS.items():
        source = find(folder, file)
        shrink(source, FONTS / f"{name}.ttf", (characters(source) & signs()) - taken)
        taken |= characters(source)


if __name__ == "__main__":
    main()
