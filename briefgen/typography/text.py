"""Turn words into styled runs and paragraphs: the data that setting text works on and yields.

`Run` and `Paragraph` are what is to be set; `Line` and `Span` are what has been set. Lengths are
EMU. The text of a paragraph's lines, joined, is the text of its runs, character for character.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from briefgen.colours import Token
from briefgen.record import Record, field
from briefgen.typography.markers import Marker, Scheme

Align = Literal["left", "center", "right", "justify"]
# Where a text stands in a box that is higher.
Anchor = Literal["top", "middle", "bottom"]
# How an author stressed words.
Stress = Literal["", "strong", "em"]


# Raised and lowered characters: how far, in thousandths of the size (ECMA-376 leaves it to the
# author; these are PowerPoint's own), and how large they are then drawn.
RAISED, LOWERED, SMALL = 300, -250, 667


class Style(Record, cache_hash=True):
    """How a run of characters looks. `size` in EMU; `colour` is a token of the theme.

    `spacing` (EMU) follows each of its characters, but for a line's last: it sets a number apart
    from its unit without a character that a search would have to know of (`spc` in ECMA-376 Part
    1, 21.1.2.3.9; character spacing in ISO 32000-1, 9.3.2). `rise` (thousandths of the size) raises
    the characters from the baseline, or lowers them, and makes them smaller (`baseline` in the same
    clause; text rise in 9.3.7); `slanted` is for letters, not for hanzi. What is `underlined` is so
    in print: of links applications show that by themselves.
    """

    size: int
    bold: bool = False
    colour: Token = "ink"
    spacing: int = 0
    slanted: bool = False
    rise: int = 0
    underlined: bool = False

    @property
    def shown(self) -> int:
        """The size at which its characters are drawn (EMU)."""
        return self.size * SMALL // 1000 if self.rise else self.size


class Run(Record, cache_hash=True):
    """Characters of one style. `figure` names the ledger figure they were written from.

    `link` is an address (https:, http:, mailto:, tel:) or `page:ID` for another page of the scene.
    `stress` says that the author stressed the words, `note` that they are the mark of the footnote
    of this number, which is not parted from what stands before it.
    """

    text: str
    style: Style
    figure: str = ""
    link: str = ""
    stress: Stress = ""
    note: str = ""


class Paragraph(Record, cache_hash=True):
    """Runs that flow together.

    `leading` is the distance from baseline to baseline; `before` and `after` are space above and
    below (none above the first paragraph of a text).
    All its lines begin at `margin` from the text's left edge; a `marker` hangs `indent` before it.
    These are `marL` and the negative of `indent` in ECMA-376 Part 1, 21.1.2.2.7, whose first line
    begins at `marL` + `indent`: where no marker stands there, the words do, so that without one
    nothing hangs, whatever `indent` is. `level` (0 to 8, `lvl` in the same clause) is how deep it
    stands in lists within lists; it says what belongs to what and moves nothing.
    `keep_breaks` says that the planned line breaks are part of the design (titles): they are
    balanced, and in a title the deck writes them as line breaks instead of leaving them to the
    application. Without a marker the first line begins `out` before the others, as one does that
    begins with a wide quotation mark, whose left half is empty; it is no wider than they are.
    """

    runs: tuple[Run, ...]
    leading: int
    align: Align = "left"
    before: int = 0
    after: int = 0
    margin: int = 0
    indent: int = 0
    level: int = 0
    marker: Marker | None = None
    marker_colour: Token = "primary"
    keep_breaks: bool = False
    out: int = 0

    @property
    def text(self) -> str:
        if len(self.runs) == 1:
            return self.runs[0].text
        return "".join([run.text for run in self.runs])

    @property
    def hanging(self) -> int:
        """How far the first line begins before the others (EMU): as far as the marker hangs."""
        return self.indent if self.marker else self.out


class Span(Record):
    """A set piece of a line in one style and one face.

    `x` is its left edge in page coordinates, `width` its advance. `adjust` is empty, or holds for
    each character the EMU added to its advance (compression is negative, CJK-Latin space positive).
    `face` is the font file that shows it, where that is not one of the base family.
    """

    text: str
    style: Style
    x: int
    width: int
    adjust: tuple[int, ...] = ()
    figure: str = ""
    link: str = ""
    face: Path | None = None


class Line(Record):
    """One set line: spans from left to right on a baseline, in page coordinates.

    `width` is what is visible of it: white space at its end does not count. `paragraph` is the
    index of its paragraph in the text, `level` that paragraph's. `marker` is the mark hanging
    before it, if any, and `scheme` how the list is numbered that it counts ("": bullets).
    """

    spans: tuple[Span, ...]
    x: int
    baseline: int
    width: int
    paragraph: int = 0
    marker: Span | None = None
    level: int = 0
    scheme: Scheme | Literal[""] = ""

    @property
    def text(self) -> str:
        return "".join([span.text for span in self.spans])


class SetText(Record):
    """A text set to a width: its lines (relative to 0, 0 until placed) and its full height."""

    lines: tuple[Line, ...]
    height: int
    paragraphs: tuple[Paragraph, ...] = field(default=())
