"""Turn a composed page into data: items at fixed positions, each with two faces.

The *native* face (paragraphs, chart series, table cells) is what the deck's renderer writes, so
that a person can go on editing it; the *drawn* face (set lines, bars, rules) is what the PDF
renderer draws. Both were composed together. Every position is in EMU from the page's top left.
Colours are tokens of the theme.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from briefgen.colours import Fill, Token
from briefgen.geometry import Rect, pt
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record
from briefgen.scene.names import Name
from briefgen.typography.text import Anchor as Anchor
from briefgen.typography.text import Line, Paragraph, Run
from briefgen.vector import Vector

if TYPE_CHECKING:
    pass

Geometry = Literal["rect", "round", "pill", "ellipse", "chevron", "pentagon"]
Op = Literal["M", "L", "C", "Z"]
Role = Literal["title", "subtitle", "body", "picture", "footer", "date", "number"]
# The level a text has for a reader who hears the page: a heading, or running text.
Level = Literal["h1", "h2", "h3", "p", "caption"]


class Stroke(Record):
    """A drawn line: its colour token, its width in EMU, whether it is dashed, and whether its ends
    and corners are round."""

    colour: Token
    width: int
    dashed: bool = False
    round: bool = False


class Move(Record):
    """A step of a path: `op` M (move), L (line), C (cubic curve) or Z (close), with its points."""

    op: Op
    points: tuple[tuple[int, int], ...] = ()


class Slot(Record):
    """The placeholder of the layout that a text fills: its role, and its index there."""

    role: Role
    index: int = 0


class TextBox(Record, kw_only=True):
    """Text in a box: a placeholder of the layout (`slot`), a text box, or a shape with text.

    `insets` are left, top, right, bottom. `lines` are in page coordinates. `heading` is its level
    in the printed page's structure.
    """

    name: Name
    rect: Rect
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    slot: Slot | None = None
    anchor: Anchor = "top"
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    geometry: Geometry = "rect"
    fill: Fill = ""
    stroke: Stroke | None = None
    heading: Level = "p"
    link: str = ""
    mark: Mark = NOWHERE


class Tint(Record):
    """How a colour shows on a ground that it does not hide: `share` thousandths of it."""

    ground: Token
    share: int


class Shape(Record):
    """A drawn shape without text: a preset `geometry`, or a `path` in page coordinates.

    Without `alt` it is decoration, and marked so in both outputs. With a `tint` its fill is seen
    through, and overlapping parts of its path are filled too.
    """

    name: Name
    rect: Rect
    geometry: Geometry = "rect"
    path: tuple[Move, ...] = ()
    fill: Fill = ""
    stroke: Stroke | None = None
    alt: str = ""
    link: str = ""
    tint: Tint | None = None
    pattern: Pattern = ""


class Rule(Record):
    """A straight line from (x1, y1) to (x2, y2): a connector in the deck."""

    name: Name
    x1: int
    y1: int
    x2: int
    y2: int
    stroke: Stroke
    arrow: bool = False
    # Names of the shapes of this page that its ends stick to, and their connection sites.
    glue: tuple[Name, int, Name, int] | None = None


# The width of a chart's lines, the diameter of the points on them, and the ground of an area.
LINE, POINT = pt(2.25), pt(7)
# The diameter of a point that stands by itself.
SPOT = pt(11)
GROUND: Token = "surface2"
# How a chart is drawn. Several series of `bar`, `column` stand side by side; `area` is a line over
# a tinted ground; `slope` is a line for each series between two categories. A `bullet` has the bars
# of its second series before those of its first, which are what is aimed at; `pairs` are two points
# over each category with a line between them. The small ones have a heading and share a scale; a
# `spark` is a line alone. A `combo` is columns, and a line on an axis of its own;
# a `scatter` points, its first series to the right and its second upwards.
_Large = Literal[
    "bar", "column", "stacked", "stack", "line", "area", "slope", "donut", "combo", "scatter"
]
ChartKind = Literal[_Large, "bullet", "pairs", "small-columns", "small-lines", "spark"]
# Kinds of chart whose marks are pieces that lie against each other, and what sets these apart.
OF_PIECES: frozenset[ChartKind] = frozenset({"stacked", "stack", "donut"})
BETWEEN = Stroke("white", pt(1))
# The diameters of the points of `pairs`, and of those that stand out; the line between them.
PAIR, PAIR_LIT, PAIR_LINE = pt(15), pt(18), Stroke("muted", pt(4))
# Where a label stands: beyond its bar's end, within it at its end, its middle, its foot; or beside
# its point.
Place = Literal["none", "end", "inside", "center", "base", "above", "below", "left", "right"]
# The places that are on the mark itself.
WITHIN: frozenset[Place] = frozenset({"inside", "center", "base"})
# A level line across a chart, such as a target.
LEVEL = Stroke("ink", pt(1.5), dashed=True)
# What a mark is drawn as beside its colour: nothing else, or strokes of it on white.
Pattern = Literal["", "hatched"]
# What a series is where it is not what the chart's kind says: points without marks that only carry
# labels over stacks, a level line across all categories, or bars that are but a dashed outline.
# A line over columns on the second axis is one of these too.
SeriesForm = Literal["", "label", "level", "outline", "second"]


class Series(Record, kw_only=True):
    """One series of a chart. `colours` holds one token ("" for no mark), or one for each point.

    `figures` names the ledger figure of each point ("" where there is none). `formats` holds the
    format code of each point's label, where they differ from the chart's (a qualifier: "超"#,##0).
    `places` says where labels stand and `inks` in which colours, one for all or one for each
    point; without them the kind of chart decides. A `named` label says the series' name first, on
    a line of its own where it stands at a bar. `nudges` holds how far each label is moved down, in
    EMU, `shift` how far all are moved to the right. `formulas` are those of the workbook's cells
    ("" for a cell that holds its value). `base` is the colour of what somebody adds, and `patterns`
    are those of the points, as `colours`. `label_size` is that of its labels where it is not the
    chart's. A `scale` is unseen: it carries what charts have in common that are to have one scale.
    """

    name: str
    values: tuple[Decimal | None, ...]
    colours: tuple[Fill, ...]
    figures: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    inks: tuple[Token, ...] = ()
    named: tuple[bool, ...] = ()
    nudges: tuple[int, ...] = ()
    formulas: tuple[str, ...] = ()
    form: SeriesForm = ""
    base: Fill = ""
    patterns: tuple[Pattern, ...] = ()
    shift: int = 0
    label_size: int = 0
    scale: bool = False


class Side(Record, kw_only=True):
    """One of two value axes: the number formats of what stands on it and of its marks, how far
    these are apart, and whether zero is its end."""

    number_format: str
    major: Decimal
    grounded: bool = True
    tick_format: str = "General"


class Helper(Record):
    """A column of a chart's workbook that is made of the values: its heading, its cells, and the
    formula of each."""

    heading: str
    cells: tuple[Decimal | str | None, ...]
    formulas: tuple[str, ...]


class Chart(Record, kw_only=True):
    """A native chart with its workbook, and the same chart as drawn items.

    `number_format` is the Open XML format code of its labels; `unit` is said in words for the
    workbook's heading. `low` and `high` bound the value axis, whose marks are `major` apart; of its
    ends only zero is written, where it is `grounded`: the others an application finds by itself, at
    the same places (see `parts.charts.axis`). `gap` is the space between bars in
    percent of a bar's width (c:gapWidth), `overlap` that by which bars of a category cover each
    other. `plot` is where the bars stand, inside `rect`. With `ticks` the value axis is shown, its
    lines at these values, labelled by `tick_format`. Of the categories every `skip`th is named.
    `dots` says whether lines have points; `hole` is a ring's inner diameter in percent, `turned`
    at how many degrees it begins. With a `heading_size` (EMU) the name of the first series stands
    above the plot. `helpers` are further columns of the workbook; of what is `labelled`, the last
    of them is what the axis says of its categories. Of `pairs` the first two are how far the second
    value is above and below the first. A `combo` has two `sides`: its columns' and its line's; a
    `scatter` that to the right and that upwards.
    """

    name: Name
    rect: Rect
    plot: Rect
    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    number_format: str
    unit: str
    low: Decimal
    high: Decimal
    gap: int
    label_size: int
    category_size: int
    alt: str
    drawn: tuple[Item, ...]
    major: Decimal = Decimal(0)
    grounded: bool = True
    overlap: int = 0
    ticks: tuple[Decimal, ...] = ()
    tick_format: str = "General"
    tick_size: int = 0
    skip: int = 1
    dots: bool = True
    hole: int = 0
    turned: int = 0
    heading_size: int = 0
    helpers: tuple[Helper, ...] = ()
    labelled: bool = False
    sides: tuple[Side, ...] = ()
    # The placeholder of a template that it stands in.
    slot: Slot | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """What the axis says of each category."""
        return tuple(map(str, self.helpers[-1].cells)) if self.labelled else self.categories


class Cell(Record, kw_only=True):
    """A table cell: its text in both faces, its ground and its inner margins; and where it was
    written.

    It takes as many columns and rows as `span` says; those that it covers are cells without words
    of their own. `exact`: its lines are as high as planned in whichever face.
    """

    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    fill: Fill = ""
    anchor: Anchor = "middle"
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    link: str = ""
    mark: Mark = NOWHERE
    span: tuple[int, int] = (1, 1)
    exact: bool = False


class Table(Record, kw_only=True):
    """A native table: column widths and row heights in EMU, cells row by row.

    The first row is the header where `header`. `rule` is drawn under each row, `rule_head` under
    the header, `rule_top` over the first row, `rule_total` over the last, none under the rows in
    `unruled` (by index); no vertical rules.
    """

    name: Name
    rect: Rect
    columns: tuple[int, ...]
    heights: tuple[int, ...]
    cells: tuple[tuple[Cell, ...], ...]
    alt: str
    header: bool = True
    rule: Stroke | None = None
    rule_head: Stroke | None = None
    rule_top: Stroke | None = None
    rule_total: Stroke | None = None
    unruled: tuple[int, ...] = ()
    # The placeholder of a template that it stands in.
    slot: Slot | None = None

    def below(self, row: int) -> Stroke | None:
        """The rule under a row."""
        if row in self.unruled:
            return None
        if self.header and row == 0:
            return self.rule_head
        return (row == len(self.cells) - 2 and self.rule_total) or self.rule

    def owners(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Where the cell begins that covers another, by row and column of both."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for row, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                wide, tall = cell.span
                for y in range(row, row + tall):
                    for x in range(column, column + wide):
                        if (y, x) != (row, column):
                            found[y, x] = row, column
        return found


class Picture(Record, kw_only=True):
    """A raster image: the same checked bytes go to both outputs.

    `crop` is what is cut from left, top, right, bottom, in thousandths of the image. With a `slot`
    it fills the layout's picture placeholder.
    """

    name: Name
    rect: Rect
    data: bytes
    media_type: Literal["image/png", "image/jpeg"]
    alt: str
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    slot: Slot | None = None


class Drawing(Record, kw_only=True):
    """A drawing with colours of its own, such as an emblem: as large as its place. Without `alt` it
    is decoration, and marked so in both outputs."""

    name: Name
    rect: Rect
    vector: Vector
    alt: str = ""


class Group(Record):
    """Items that belong together under a name; their positions stay those of the page.

    With an `anchor` it is a page upon a page (a slide on a handout): links to `page:ANCHOR` and
    bookmarks lead to it.
    """

    name: Name
    items: tuple[Item, ...]
    alt: str = ""
    anchor: str = ""


Item = TextBox | Shape | Rule | Chart | Table | Picture | Drawing | Group


class Reveal(Record):
    """What one click of the presenter brings in: items by name, or paragraphs of the first of them.

    `paragraphs` are the first and the last paragraph's index.
    """

    items: tuple[Name, ...]
    paragraphs: tuple[int, int] | None = None


class Page(Record, kw_only=True):
    """One slide, or one printed page.

    `layout` names the frame it was composed in, and then the layout of the scene it stands on;
    `kind` is the kind of slide it was made from ("" for a printed page); `notes` are the speaker's
    notes, a paragraph each, and `spoken` the same with their marks where they have any; `figures`
    the ledger figures it shows, in order; `reveals` what clicks bring in one after the other
    (nothing: all of it is there at once).
    """

    id: str
    layout: str
    title: str
    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()
    ground: Token = "white"
    figures: tuple[str, ...] = ()
    hidden: bool = False
    mark: Mark = NOWHERE
    reveals: tuple[Reveal, ...] = ()
    kind: str = ""
    spoken: tuple[tuple[Run, ...], ...] = ()
