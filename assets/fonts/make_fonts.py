"""Turn the full Noto Sans SC faces into the two subsets and advance tables that briefgen ships.

    python make_fonts.py FOLDER

FOLDER holds static TrueType faces of Noto Sans SC, wherever below it they lie, as in the npm
package `@expo-google-fonts/noto-sans-sc`. Written beside this script, for each face:

- `NotoSansSC-Regular.ttf`: GB2312, the 8,105 characters of 通用规范汉字表, Big5, and the Latin,
  Greek, Cyrillic, punctuation and symbols of Chinese and English briefs. No layout tables: the
  PDF's text is drawn glyph by glyph from the cmap. The names stay, as the OFL allows here (only
  "Source" is a reserved font name).
- `NotoSansSC-Regular.advances.tsv`: what measuring needs, in 1/1000 em, in a form that loads in
  a millisecond. A line `555<TAB>0123456789` gives the advance of each of its characters; a line
  `pwid<TAB>“<TAB>475<TAB>549` gives a quotation mark's advance in Latin text, and how far left
  of its place the full-width glyph then has to start (from the font's feature `pwid`).

The same faces give the same bytes.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
FACES = {"NotoSansSC-Regular": "*400Regular.ttf", "NotoSansSC-Bold": "*700Bold.ttf"}
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
QUOTES = "‘’“”"


def wanted() -> set[int]:
    """The code points to keep, whether or not the face has them."""
    lines = (HERE / "tgh8105.txt").read_text(encoding="utf-8").splitlines()
    characters = {char for line in lines if not line.startswith("#") for char in line}
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
    quotes = proportional(font)
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

    kept = TTFont(target)
    by_advance: dict[int, list[str]] = defaultdict(list)
    for point, glyph in sorted(kept.getBestCmap().items()):
        by_advance[kept["hmtx"][glyph][0]].append(chr(point))
    em = kept["head"].unitsPerEm
    if em != 1000:
        raise SystemExit(f"{face.name}: {em} units per em; the tables are made for 1000")
    lines = [f"{advance}\t{''.join(chars)}" for advance, chars in sorted(by_advance.items())]
    lines += [f"pwid\t{char}\t{advance}\t{left}" for char, (advance, left) in quotes.items()]
    table = target.with_suffix(".advances.tsv")
    table.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{target.name}: {len(kept.getBestCmap())} characters, {target.stat().st_size:,} bytes")


def main() -> None:
    """Make both faces from the folder named on the command line."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    points = wanted()
    for name, pattern in FACES.items():
        faces = sorted(Path(sys.argv[1]).rglob(pattern))
        if not faces:
            raise SystemExit(f"no face {pattern} below {sys.argv[1]}")
        shrink(faces[0], HERE / f"{name}.ttf", points)


if __name__ == "__main__":
    main()
