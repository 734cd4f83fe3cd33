"""Turn the faces of a family into the advances and the coverage that setting text needs.

The shipped faces come with a table of advances beside them (`NAME.advances.tsv`, made by
`make_fonts.py`), which loads in a few milliseconds; any other TrueType face is read with
fontTools. Advances are in 1/1000 em.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from briefgen.assets import shipped
from briefgen.problems import MachineError

# The advance of a character the face lacks: the width of a hanzi, so that nothing overlaps.
MISSING = 1000

# Characters that say something to the line breaker or the shaper and show nothing themselves:
# no face needs to have them, they take no room, and a renderer does not draw them. A soft hyphen
# at a line's end is the exception: there it is drawn as a hyphen.
INVISIBLE = frozenset("\n\r\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f")


@dataclass(frozen=True, eq=False)
class Face:
    """One face of a family: the advance of each character it covers, in 1/1000 em.

    `quotes` gives for each curly quotation mark its advance in Latin text, and how far left of
    its place the full-width glyph then has to start.
    """

    path: Path
    advances: Mapping[str, int]
    quotes: Mapping[str, tuple[int, int]]

    def advance(self, char: str) -> int:
        """The advance of `char`; of a character the face lacks, one em."""
        return 0 if char in INVISIBLE else self.advances.get(char, MISSING)

    def covers(self, char: str) -> bool:
        """Whether the face can show `char` (characters that show nothing are always covered)."""
        return char in self.advances or char in INVISIBLE

    def measure(self, text: str) -> tuple[int, ...]:
        """The advance of each character of `text`."""
        return _measure(self, text)

    def width(self, text: str) -> int:
        """The advance of all of `text`."""
        return sum(_measure(self, text))


@lru_cache(maxsize=8192)
def _measure(face: Face, text: str) -> tuple[int, ...]:
    known = face.advances
    return tuple([0 if c in INVISIBLE else known.get(c, MISSING) for c in text])


@dataclass(frozen=True, eq=False)
class Fonts:
    """The regular and the bold face of one family."""

    family: str
    regular: Face
    bold: Face

    def face(self, bold: bool) -> Face:
        return self.bold if bold else self.regular

    def missing(self, text: str, bold: bool = False) -> list[str]:
        """The characters of `text` that the face cannot show, each once, in their order."""
        face = self.face(bold)
        return [char for char in dict.fromkeys(text) if not face.covers(char)]

    @cached_property
    def paths(self) -> dict[str, Path]:
        """The font files by style, for the renderer that embeds them."""
        return {"regular": self.regular.path, "bold": self.bold.path}


@cache
def load_fonts(family: str = "Noto Sans SC", folder: Path | None = None) -> Fonts:
    """The family's two faces, from `FamilyName-Regular.ttf` and `FamilyName-Bold.ttf`.

    `folder` is where they are; by default the fonts that came with briefgen. Raises
    `MachineError` if a face is not there or cannot be read.
    """
    where = folder or shipped("assets") / "fonts"
    stem = family.replace(" ", "")
    return Fonts(
        family, load_face(where / f"{stem}-Regular.ttf"), load_face(where / f"{stem}-Bold.ttf")
    )


@cache
def load_face(path: Path) -> Face:
    """One face, from the table beside it or else from the font itself."""
    table = path.with_suffix(".advances.tsv")
    try:
        if table.is_file() and path.is_file():
            return _from_table(path, table.read_text(encoding="utf-8"))
        return _from_font(path)
    except OSError as why:
        raise MachineError(f"cannot read the font {path.name}: {why.strerror or why}") from why


def _from_table(path: Path, table: str) -> Face:
    advances: dict[str, int] = {}
    quotes: dict[str, tuple[int, int]] = {}
    for line in table.split("\n"):
        key, _, rest = line.partition("\t")
        if key == "pwid":
            char, advance, left = rest.split("\t")
            quotes[char] = (int(advance), int(left))
        elif key:
            advances.update(dict.fromkeys(rest, int(key)))
    return Face(path, advances, quotes)


def _from_font(path: Path) -> Face:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, lazy=True) as font:
            em, metrics = font["head"].unitsPerEm, font["hmtx"]
            advances = {
                chr(point): round(metrics[glyph][0] * 1000 / em)
                for point, glyph in font.getBestCmap().items()
            }
    except TTLibError as why:
        raise MachineError(f"cannot read the font {path.name}: {why}") from why
    return Face(path, advances, {})
