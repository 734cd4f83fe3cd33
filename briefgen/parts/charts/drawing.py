"""Turn the pieces that charts share into items: labels, legends, axes, and their colours."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefgen.colours import Fill, Token
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import label
from briefgen.scene.items import Group, Item, Pattern, Rule, Shape, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import DECK, DeckStep, Step
from briefgen.typography.flow import SCRIPT_SPACE
from briefgen.typography.spacing import script_boundaries
from briefgen.typography.text import Align

HAIRLINE = pt(0.75)
# What marks have around them that are too light to be seen on white by themselves.
OUTLINE = Stroke("ink2", HAIRLINE)
# The step of what an axis of values says.
TICK_STEP = DECK["caption"]
# Colours of series that stand side by side, in their order.
SERIES: tuple[Token, ...] = ("chart1", "chart2", "chart3", "chart4")
# What stands beside the series that is the point.
OTHERS: tuple[Token, ...] = ("muted", "ink2", "surface2")
# The steps that labels of a chart may take, largest first; and those of values that have room.
STEPS: tuple[DeckStep, ...] = ("dense", "small", "source")
LARGE: tuple[DeckStep, ...] = ("title", "lead", "head", "dense", "small")
# Recipients' digits may be wider than those of the face that is measured with.
_DRIFT = 1.08


def widest(ctx: Context, texts: Sequence[str], step: Step, bold: bool = False) -> int:
    """The advance of the widest text (EMU): in a deck with room for a recipient's wider digits, in
    print with what is set between hanzi and digits or letters."""
    face = ctx.fonts.face(bold)
    if ctx.medium == "deck":
        most = max((face.width(text) for text in texts), default=0)
        return round(most * step.size / 1000 * _DRIFT)
    apart = [SCRIPT_SPACE * len(script_boundaries(text)) for text in texts]
    most = max(
        (face.width(text) + space for text, space in zip(texts, apart, strict=True)), default=0
    )
    return round(most * step.size / 1000)


def fitting(
    ctx: Context,
    texts: Sequence[str],
    width: int,
    bold: bool = False,
    among: Sequence[DeckStep] = STEPS,
) -> Step | None:
    """The largest step at which every text takes one line of `width`; None where none does."""
    steps = (DECK[name] for name in among)
    return next((step for step in steps if widest(ctx, texts, step, bold) <= width), None)


def ink(colour: Fill) -> Token:
    """The colour of a label beside a mark: that of the point itself, else plain ink."""
    return "primary" if colour == "primary" else "ink"


def outline(ctx: Context, token: Token) -> Stroke | None:
    """The outline of a mark that is faint on white (WCAG 2.2, 1.4.11: 3:1)."""
    return OUTLINE if ctx.theme.faint(token) else None


def hatching(ctx: Context, colour: Fill) -> Pattern:
    """How marks of a colour are drawn in the theme."""
    return "hatched" if colour in ctx.theme.hatched else ""


def shades(count: int, highlight: int | None) -> tuple[Token, ...]:
    """A colour for each of several series."""
    if highlight is None:
        return SERIES[:count]
    others = iter(OTHERS)
    return tuple("primary" if i == highlight else next(others) for i in range(count))


def beside(
    ctx: Context,
    name: Name,
    x: int,
    y: int,
    words: str,
    step: Step,
    *,
    align: Align = "center",
    bold: bool = True,
    colour: Token = "ink",
) -> TextBox:
    """One line of text whose middle height is `y`: centred on `x`, or beginning or ending there."""
    rect = place_beside(ctx, x, y, words, step, align, bold)
    return label(
        ctx, name, rect, words, step, bold=bold, colour=colour, align=align, anchor="middle"
    )


def place_beside(
    ctx: Context,
    x: int,
    y: int,
    words: str,
    step: Step,
    align: Align = "center",
    bold: bool = True,
) -> Rect:
    """Where such a text stands: one line, or as many as it has."""
    # Wider than the words, which stay on one line whatever reserve lines are set with.
    lines = words.split("\n")
    width = widest(ctx, lines, step, bold) * 5 // 4 + step.size
    left = {"center": x - width // 2, "left": x, "right": x - width}[align]
    height = step.leading * len(lines)
    return Rect(left, y - height // 2, width, height)


def category_labels(
    ctx: Context, names: Sequence[str], bands: Sequence[Rect], step: Step
) -> tuple[Item, ...]:
    """Names under their bands, centred, over as many lines as the bands have room for."""
    return tuple(
        label(ctx, Name("category", of=name), band, name, step, align="center", anchor="top")
        for name, band in zip(names, bands, strict=True)
    )


def category_step(ctx: Context, names: Sequence[str], width: int) -> tuple[Step, int]:
    """The step at which names take at most two lines of `width`, and the lines they take."""
    for lines, room in ((1, width), (2, 1.7 * width)):
        for name in STEPS:
            if widest(ctx, names, DECK[name]) <= room:
                return DECK[name], lines
    return DECK[STEPS[-1]], 2


def legend(
    ctx: Context, entries: Sequence[tuple[str, Fill]], rect: Rect, step: Step
) -> tuple[Item, ...]:
    """Names with the colours of what they name, left to right in one row, each a group."""
    groups: list[Item] = []
    x, side = rect.x, step.size * 3 // 4
    for name, colour in entries:
        swatch = Rect(x, rect.y + (rect.h - side) // 2, side, side)
        width = widest(ctx, [name], step) * 5 // 4 + step.size
        words = Rect(x + side + pt(6), rect.y, width, rect.h)
        text = label(
            ctx, Name("segment-name", of=name), words, name, step, colour="ink2", anchor="middle"
        )
        pattern = hatching(ctx, colour)
        shape = Shape(Name("swatch", of=name), swatch, fill=colour, stroke=OUTLINE, pattern=pattern)
        groups.append(Group(Name("series-key", of=name), (shape, text)))
        x = words.right + pt(12)
    return tuple(groups)


def along(value: Decimal, low: Decimal, high: Decimal, length: int) -> int:
    """How far from the axis's beginning a value lies, of `length` EMU from `low` to `high`."""
    return round(length * (value - low) / (high - low)) if high > low else 0


def gridlines(
    ctx: Context, plot: Rect, ticks: Sequence[Decimal], words: Sequence[str], step: Step
) -> tuple[Item, ...]:
    """A hairline across the plot at each tick, its label to the left."""
    items: list[Item] = []
    for tick, said in zip(ticks, words, strict=True):
        y = plot.bottom - along(tick, ticks[0], ticks[-1], plot.h)
        items.append(
            Rule(Name("grid-line", of=said), plot.x, y, plot.right, y, Stroke("line", HAIRLINE))
        )
        items.append(
            beside(
                ctx,
                Name("tick", of=said),
                plot.x - pt(6),
                y,
                said,
                step,
                align="right",
                bold=False,
                colour="ink2",
            )
        )
    return tuple(items)


def spoken(ctx: Context, pairs: Sequence[tuple[str, str]]) -> str:
    """Names and values as a sentence of an alternative text."""
    return ctx.say("；", "; ").join(f"{name} {value}".strip() for name, value in pairs)
