"""Turn the faces that may show text into one answer for each character: which face, how wide.

A chain names font files, first to last; for every character the first that has it gives the
advance, and is what the PDF shows it with. Files further back are read when a text first has a
character that those before them lack, so that a build without any pays nothing for them.

The shipped faces come with a table of advances beside them (`NAME.advances.tsv`, made by
`make_fonts.py`), which loads in a millisecond; any other TrueType file is read itself.
Advances are in 1/1000 em, from a baseline that all faces share.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property, lru_cache
from pathlib import Path

from briefgen.machine.assets import shipped
from briefgen.patterns import pattern
from briefgen.record import Record, State, field
from briefgen.typography.advances import Advances, read_table
from briefgen.typography.spacing import CLOSERS, OPENERS, QUOTES
from briefgen.typography.truetype import TrueType, open_face, unreadable

# The advance of a character that no face has: the width of a hanzi, so that nothing overlaps.
MISSING = 1000

# Characters that say something to the line breaker or the shaper and show nothing themselves:
# no face needs to have them, they take no room, and a renderer does not draw them. A soft hyphen
# at a line's end is the exception: there it is drawn as a hyphen.
INVISIBLE = frozenset("\n\r\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f")

HOUSE = "Noto Sans SC"
# What the house face lacks: the rest of its hanzi, and signs. Regular only.
LAST = ("Noto Sans SC Rare", "Noto Sans Symbols", "Noto Sans Symbols 2", "Carlito")

# The face that decks in other languages are planned with: as wide as Calibri, which they name. It
# is also the last that is asked in Chinese: raised and lowered digits are in no other.
DECK_LATIN = "Carlito"

# What stands for a status.
_SIGNS = frozenset("●○△◇")
# What a Latin face leads in Chinese text: letters of Latin, Greek and Cyrillic, digits, and the
# punctuation that is written with them. Full-width and curly marks stay with the hanzi.
_WESTERN = frozenset(
    chr(point)
    for low, high in (
        (0x20, 0x7E),
        (0xA0, 0xA0),
        (0xA2, 0xA5),
        (0xC0, 0xD6),
        (0xD8, 0xF6),
        (0xF8, 0x24F),
        (0x370, 0x52F),
        (0x1E00, 0x1EFF),
        (0x20AC, 0x20AC),
    )
    for point in range(low, high + 1)
)
# The widest that a mark's ink may be, if spacing is to take the other half of its em away.
_HALF_INK = 540


class Face(Record, eq=False):
    """One font file: the advance of each character it has, in 1/1000 em.

    `quotes` gives for each curly quotation mark its advance in Latin text, and how far left of
    its place the glyph then has to start.
    """

    path: Path
    advances: Advances
    quotes: Mapping[str, tuple[int, int]]


class FontFile(Record):
    """A font file of a project, and whether it is bold."""

    path: Path
    bold: bool


# The name of a shipped family, or a file of a project.
Family = str | FontFile


class Faces(Record):
    """The families that show text, first to last. Those of `latin` come before them for letters
    and digits, and in a text that is not Chinese for all that they have; those of `foreign` do so
    in a text that is not Chinese alone. Of letters and digits that are `unknown` nobody can say how
    wide they will be.

    What none of them has comes from the faces that are shipped.
    """

    text: tuple[Family, ...] = (HOUSE,)
    latin: tuple[Family, ...] = ()
    foreign: tuple[Family, ...] = ()
    unknown: bool = False

    @property
    def base(self) -> str:
        """The shipped family that decks are planned with: recipients' faces are measured by it."""
        return next((family for family in self.text if isinstance(family, str)), HOUSE)


class Chain(State):
    """The faces of one weight in the order in which they are asked for a character.

    `western` is the order for letters and digits. `base` is the face of the base family, whatever
    its place; the chain is `led` by it where it is the first in both orders. `advances` and
    `others` grow as characters are asked for: the advance of each, and the face of those that
    `base` does not show (None: no face has it).
    """

    base: Face
    faces: tuple[Path, ...]
    western: tuple[Path, ...]
    led: bool
    advances: dict[str, int]
    others: dict[str, Face | None] = field(default_factory=dict)

    def shows(self, char: str) -> Face | None:
        """The face that shows `char`, `base` for what shows nothing; None where no face has it."""
        if char not in self.advances:
            self.ask(char)
        return self.others.get(char, self.base)

    def ask(self, char: str) -> None:
        """Learn which face shows a character, and how wide."""
        # Signs are of one size in the face of hanzi.
        if self.led or char in _SIGNS:
            own = self.base.advances.get(char)
            if own is not None:
                self.advances[char] = own
                return
        paths = self.western if char in _WESTERN else self.faces
        face = next((f for f in map(load_face, paths) if char in f.advances), None)
        own = face.advances.get(char) if face else None
        self.advances[char] = MISSING if own is None else own
        if face is not self.base:
            self.others[char] = face

    def covers(self, char: str) -> bool:
        """Whether a face has `char` (what shows nothing is always covered)."""
        return self.shows(char) is not None

    def advance(self, char: str) -> int:
        """The advance of `char`; one em where no face has it."""
        self.shows(char)
        return self.advances[char]

    def quote(self, char: str) -> tuple[Face, int, int] | None:
        """A curly quotation mark in Latin text: its face, its advance, and how far left of its
        place the glyph starts; None where no face has it in Latin width."""
        faces = map(load_face, self.western)
        return next(((face, *face.quotes[char]) for face in faces if char in face.quotes), None)

    def measure(self, text: str) -> tuple[int, ...]:
        """The advance of each character of `text`."""
        return _measure(self, text)

    def width(self, text: str) -> int:
        """The advance of all of `text`."""
        return _wide(self, text)


@lru_cache(maxsize=8192)
def _measure(chain: Chain, text: str) -> tuple[int, ...]:
    known = chain.advances
    try:
        return tuple([known[char] for char in text])
    except KeyError:
        for char in text:
            if char not in known:
                chain.ask(char)
        return tuple([known[char] for char in text])


@lru_cache(maxsize=8192)
def _wide(chain: Chain, text: str) -> int:
    return sum(_measure(chain, text))


class Fonts(Record, eq=False, dict=True):
    """The chains that text is set with: `regular` and `bold`, in a Chinese text or another."""

    faces: Faces

    @cached_property
    def regular(self) -> Chain:
        return self._chain(False, False)

    @cached_property
    def bold(self) -> Chain:
        return self._chain(True, False)

    @cached_property
    def _foreign(self) -> tuple[Chain, Chain]:
        if not self.faces.latin and not self.faces.foreign:
            return self.regular, self.bold
        return self._chain(False, True), self._chain(True, True)

    def face(self, bold: bool, latin: bool = False) -> Chain:
        """The chain of a weight; `latin` in a text whose language is not Chinese."""
        if latin:
            return self._foreign[bold]
        return self.bold if bold else self.regular

    def missing(self, text: str, bold: bool = False) -> list[str]:
        """The characters of `text` that no face can show, each once, in their order."""
        chain = self.face(bold)
        if chain.advances.keys() >= set(text) and None not in chain.others.values():
            return []  # each was asked for before, and none was missing
        return [char for char in dict.fromkeys(text) if not chain.covers(char)]

    def planned(self, chinese: bool, *, unknown: bool = False) -> Fonts:
        """For a deck, whose applications use faces of their own: they are measured by the shipped
        ones, so these come first, and a project's files only show what they lack. On a template
        the applications' faces are `unknown`."""
        files = (family for family in self.faces.text if isinstance(family, FontFile))
        foreign = () if chinese else (DECK_LATIN,)
        return load_fonts(Faces((self.faces.base, *files), foreign=foreign, unknown=unknown))

    def _chain(self, bold: bool, foreign: bool) -> Chain:
        text = dict.fromkeys((*self.faces.text, HOUSE, *LAST))
        first = self.faces.foreign if foreign else ()
        western = _files((*first, *self.faces.latin, *text), bold)
        faces = western if foreign else _files(text, bold)
        return _chained(shipped_face(self.faces.base, bold), faces, western)


@lru_cache(maxsize=64)
def _chained(base: Path, faces: tuple[Path, ...], western: tuple[Path, ...]) -> Chain:
    """The chain of these files: a page's and a deck's are often the same."""
    led = western[0] == faces[0] == base
    chain = Chain(load_face(base), faces, western, led, dict.fromkeys(INVISIBLE, 0))
    if (hyphen := chain.shows("-")) is not chain.base:
        chain.others["\u00ad"] = hyphen  # as which it is drawn
    return chain


def _files(families: Iterable[Family], bold: bool) -> tuple[Path, ...]:
    """The files of families in the order of the chain: bold ones first for bold, then regular."""
    heavy: list[Path] = []
    plain: list[Path] = []
    for family in families:
        if isinstance(family, FontFile):
            (heavy if family.bold else plain).append(family.path)
        else:
            plain.append(shipped_face(family, False))
            if bold and (path := shipped_face(family, True)) != plain[-1]:
                heavy.append(path)
    return (*heavy, *plain) if bold else tuple(plain)


def is_shipped(family: str) -> bool:
    """Whether there is a family of this name; one that is a path, or none at all, is not."""
    return bool(_FAMILY.fullmatch(family)) and shipped_face(family, False).is_file()


_FAMILY = pattern(r"[A-Za-z0-9](?:[A-Za-z0-9 -]{0,58}[A-Za-z0-9])?")


def shipped_face(family: str, bold: bool) -> Path:
    """The file of a shipped family: `FamilyName-Bold.ttf` where there is one, else `-Regular`."""
    stem = shipped("assets") / "fonts" / family.replace(" ", "")
    heavy = stem.with_name(f"{stem.name}-Bold.ttf")
    return heavy if bold and heavy.is_file() else stem.with_name(f"{stem.name}-Regular.ttf")


_HOUSE = Faces()


@cache
def load_fonts(faces: Faces = _HOUSE) -> Fonts:
    """The chains of these families.

    Asking a chain raises `MachineError` if a file that it comes to is not there or cannot be read.
    """
    return Fonts(faces)


@cache
def load_face(path: Path) -> Face:
    """One face, from the table beside it or else from the font itself. Raises `MachineError`."""
    table = path.with_suffix(".advances.tsv")
    try:
        if table.is_file() and path.is_file():
            return Face(path, *read_table(table.read_text(encoding="utf-8")))
        return _from_font(path, open_face(path))
    except OSError as why:
        raise unreadable(path, why) from why


def _from_font(path: Path, font: TrueType) -> Face:
    """A face of which nothing is known: marks that could not be spaced like Chinese ones are left
    to the next face, curly quotes of Latin width kept for Latin text."""
    advances: dict[str, int] = {}
    quotes: dict[str, tuple[int, int]] = {}
    for char, glyph in font.characters():
        advance = round(font.metrics(glyph)[0] * 1000 / font.units)
        if char in CLOSERS or char in OPENERS:
            left, right = font.ink(glyph)
            blank = left >= 1000 - _HALF_INK if char in OPENERS else right <= _HALF_INK
            if advance != 1000 or not blank:
                if char in QUOTES and advance < 1000:
                    quotes[char] = advance, 0
                continue
        advances[char] = advance
    return Face(path, Advances(advances), quotes)
