"""Turn a figure into the words of a table's cells: its numeral, what it is, since when."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefgen.brief.model import Segment, Text
from briefgen.colours import Token
from briefgen.geometry import pt
from briefgen.parts.context import Context
from briefgen.parts.kpi import Numeral, measure, numeral, qualifier, qualifier_size
from briefgen.parts.status import before, sign, status
from briefgen.parts.text import para
from briefgen.record import Record, replace
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.paragraph import RESERVE_LINE
from briefgen.typography.text import Paragraph, Run, Style


class Scale(Record):
    """The type of a figure: its digits, its label, and its period and note."""

    digits: Step
    label: Step
    note: Step


# What a figure is, and since when: one size beside one numeral. Digits of 56 and 35 pt have units
# as large as a slide's title, of 22.5 as large as its text, so that a slide has few sizes.
_LABEL, _CLOSE = step(18, 24), step(16, 21)
ROWS = (
    Scale(step(72, 72), _LABEL, _LABEL),
    Scale(step(56, 58), _LABEL, _LABEL),
    Scale(step(35, 40), _LABEL, _LABEL),
    Scale(step(35, 40), _CLOSE, _CLOSE),
    Scale(step(28, 34), _CLOSE, _CLOSE),
    Scale(step(22.5, 28), _CLOSE, _CLOSE),
    Scale(step(22.5, 28), step(14, 18), step(14, 18)),
)
COLUMNS = (
    Scale(step(128, 128), _LABEL, _LABEL),
    Scale(step(112, 112), _LABEL, _LABEL),
    Scale(step(88, 88), _LABEL, _LABEL),
    *ROWS,
)
STACK = (
    Scale(step(35, 40), _LABEL, _LABEL),
    Scale(step(35, 40), _CLOSE, _CLOSE),
    Scale(step(28, 34), _CLOSE, _CLOSE),
    Scale(step(22.5, 26), _CLOSE, _CLOSE),
    Scale(step(22.5, 26), DECK["small"], DECK["small"]),
)

# The signs of the status are as large as a slide's furniture, in 1/100 of this em apart.
_SIGN, _APART = pt(12), 40
# The height from which a numeral may have its qualifier above it.
_HIGH = pt(80)

# What makes the paragraphs of a cell at a scale, in the author's short wording or not.
Make = Callable[[Scale, bool], tuple[Paragraph, ...]]


def shown(ctx: Context, item: Numeral, height: int, column: bool = False) -> Make:
    """The figure itself; what qualifies it above where there is height enough, in a `column` of its
    own and in English, whose words are wide."""
    inline = height < _HIGH or (ctx.chinese and not column)
    return lambda scale, short: lines_of(
        ctx,
        item,
        scale.digits,
        colour="primary" if item.proof else "ink",
        minor="ink2",
        qualified=inline,
    )


def level(
    ctx: Context, items: Sequence[Numeral], made: Sequence[Make], width: int
) -> Callable[[Scale], Sequence[Make]]:
    """Figures side by side at a scale: in English each on one line, so that all their digits are
    level, where each has room for that in a width; else as they are `made`."""
    if ctx.chinese:
        return lambda scale: made

    def flat(item: Numeral) -> Make:
        colour: Token = "primary" if item.proof else "ink"
        return lambda scale, short: (
            numeral(ctx, item.figure, scale.digits, colour=colour, minor="ink2"),
        )

    lines = [flat(item) for item in items]
    return lambda scale: (
        lines if all(planned(ctx, one(scale, False)[0]) <= width for one in lines) else made
    )


def lines_of(
    ctx: Context,
    item: Numeral,
    digits: Step,
    *,
    colour: Token,
    minor: Token,
    qualified: bool = True,
) -> tuple[Paragraph, ...]:
    """The figure, and where it takes many words, what it measures on a line of its own; with
    `qualified` false what qualifies it, too. So wider digits fit."""
    size = qualifier_size(digits.size)
    small = Step(size, size * 5 // 4)
    said = [
        numeral(
            ctx,
            item.figure,
            digits,
            colour=colour,
            minor=minor,
            qualified=qualified,
            measured=False,
        )
    ]
    if not qualified and (before := qualifier(ctx, item.figure)):
        said[0] = replace(said[0], before=digits.size // 10)
        said.insert(0, para(before, small, colour=minor))
    if measured := measure(ctx, item.figure):
        said.append(para(measured, small, bold=True, colour=colour))
    return tuple(said)


def labelled(ctx: Context, item: Numeral) -> Make:
    """What the figure is, after the sign of its status."""

    def make(scale: Scale, short: bool) -> tuple[Paragraph, ...]:
        said = para(item.label or ctx.label(item.figure), scale.label, short=short)
        own = status(ctx.figure(item.figure))
        about = before(ctx, own, item.label or ctx.label(item.figure)) if item.told else ""
        told = (Run(about, Style(scale.label.size)),) if about else ()
        return (replace(said, runs=(*_mark(ctx, item), *told, *said.runs)),)

    return make


def _mark(ctx: Context, item: Numeral) -> tuple[Run, ...]:
    """The sign of its status, as it is set; none for a figure whose status is said beside it."""
    style = Style(_SIGN, True, spacing=_SIGN * _APART // 100)
    return () if item.bare else (Run(sign(status(ctx.figure(item.figure))), style),)


def _further(ctx: Context, item: Numeral, *, flush: bool = False) -> Make:
    """Its period and its note, below the words or `flush` with the sign before them."""

    def make(scale: Scale, short: bool) -> tuple[Paragraph, ...]:
        further = noted(ctx, item)
        if further is None:
            return ()
        said = para(further, scale.note, colour="ink2", short=short)
        mark = _mark(ctx, item)
        hanging = _width(ctx, mark) // 1000 if mark and not flush else 0
        return (replace(said, margin=hanging),)

    return make


def described(ctx: Context, item: Numeral, *, joined: bool = False, flush: bool = False) -> Make:
    """What the figure is, and below it, or `joined` behind it, its period and its note: `flush`
    where the second line of a label begins below its sign."""
    label, further = labelled(ctx, item), _further(ctx, item, flush=flush)

    def make(scale: Scale, short: bool) -> tuple[Paragraph, ...]:
        said, more = label(scale, short), further(scale, short)
        if not (joined and more):
            return (*said, *more)
        first, last = said[0], more[0]
        between = Run(ctx.say("　", "  "), first.runs[0].style)
        return (replace(first, runs=(*first.runs, between, *last.runs)),)

    return make


def noted(ctx: Context, item: Numeral) -> Text | None:
    """The figure's period, where neither its label nor its note says it, and the note."""
    period, note = ctx.period(item.figure), item.note
    if (
        not period
        or period in str(item.label or ctx.label(item.figure))
        or period in str(note or "")
    ):
        return note
    between = ctx.say("，", "; ") if note else ""
    rest = note.segments if note else ()
    mark = note.mark if note else ctx.figure(item.figure).mark
    return Text((Segment(period + between), *rest), mark)


def planned(ctx: Context, paragraph: Paragraph) -> int:
    """The width (EMU) of a box in which a paragraph stands on one line, in whichever face."""
    return planned_and_natural(ctx, paragraph)[0]


def planned_and_natural(ctx: Context, paragraph: Paragraph) -> tuple[int, int]:
    """The same width, and that of the paragraph on one line in the faces that it is planned in."""
    wide, reserve = _width(ctx, paragraph.runs), RESERVE_LINE if ctx.medium == "deck" else 0
    return wide // (1000 - reserve) + pt(1), wide // 1000


def _width(ctx: Context, runs: Sequence[Run]) -> int:
    """How wide runs are on one line (1/1000 EMU)."""
    return ctx.setting.flow(tuple(runs)).places[-1]
