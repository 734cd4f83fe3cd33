"""Turn figures that stand on one sentence into rows of an appendix: figure, sentence, slides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from briefgen.chinese.hanzi import has_hanzi
from briefgen.outline.attached.used import Shown
from briefgen.parts.context import Context
from briefgen.parts.figure_words import planned_and_natural
from briefgen.parts.table_words import INSETS
from briefgen.parts.text import para
from briefgen.parts.trail import rows_in_words
from briefgen.record import Record, replace
from briefgen.theme.model import Step
from briefgen.typography.text import Paragraph, Run, Style

# Rows of what figures read and are, the words that all of these stand on, and on which slides each
# is, at a size.
Row = tuple[tuple[Paragraph, ...], ...]
Entry = Callable[[Step], tuple[Row, ...]]
# How many columns of a data file are named.
_COLUMNS = 3


def entry(ctx: Context, ids: Sequence[str], ground: str) -> Entry:
    """What the figures read and are, a row for each label, the words that all of them stand on, and
    the slides of each. Figures of one label stand before it in one row."""
    labelled: dict[str, list[str]] = {}
    for id in ids:
        labelled.setdefault(_called(ctx, id), []).append(id)

    def made(size: Step) -> tuple[Row, ...]:
        strong, plain = Style(size.size, True, "ink"), Style(size.size, False, "ink2")
        # A cell that says no size would make its row higher in some applications.
        bare = Paragraph((Run("", plain),), size.leading)
        rows: list[Row] = []
        for label, alike in labelled.items():
            numbers: list[Run] = []
            for id in alike:
                numbers += [Run(ctx.say("、", ", "), plain)] if numbers else []
                numbers.append(Run(str(ctx.shown(id)), strong, id))
            rows.append(
                (
                    (Paragraph(tuple(numbers), size.leading, "right"),),
                    (para(label, size),),
                    (bare,) if rows else (para(ground, size, colour="ink2"),),
                    (_pages(ctx, alike, size),),
                )
            )
        return tuple(rows)

    return made


def _called(ctx: Context, id: str) -> str:
    """What a figure is; of when, where others of another time are called the same."""
    label = str(ctx.label(id))
    period = ctx.since(id)
    alike = period and period not in label and len(ctx.once(_times).get(label, ())) > 1
    return ctx.dated(id, label) if alike else label


def _times(ctx: Context) -> Mapping[str, set[str]]:
    """The times of the figures of each label that the deck shows."""
    times: dict[str, set[str]] = {}
    for id in ctx.brief.figures:
        if id in ctx.shown_on and (period := ctx.period(id)):
            times.setdefault(str(ctx.label(id)), set()).add(period)
    return times


def joined(ctx: Context, entry: Entry) -> Entry:
    """An entry whose figures and what they are stand in one column, in one row and one paragraph,
    parted by semicolons."""

    def made(size: Step) -> tuple[Row, ...]:
        plain = Style(size.size, False, "ink")
        rows = entry(size)
        runs: list[Run] = []
        for (number,), (label,), *_ in rows:
            runs += [Run(ctx.say("；", "; "), plain)] if runs else []
            runs += (*number.runs, Run(ctx.say("　", "  "), plain), *label.runs)
        (_, _, sentence, _), *_ = rows
        between = ctx.say("；", "; ")
        return (((Paragraph(tuple(runs), size.leading),), sentence, _together(rows, between)),)

    return made


def _together(rows: Sequence[Row], between: str) -> tuple[Paragraph, ...]:
    """The numbers of the slides of all rows, in the order of these, parted as their figures are;
    once where they are the same."""
    first = rows[0][-1][0]
    runs: list[Run] = []
    for said in dict.fromkeys(said.runs for *_, (said,) in rows if said.runs):
        runs += [replace(said[0], text=between, link="")] if runs else []
        runs += said
    return (replace(first, runs=tuple(runs)),)


def _pages(ctx: Context, ids: Sequence[str], size: Step) -> Paragraph:
    """The numbers of the slides that show any of the figures, each leading to its slide."""
    style = Style(size.size, False, "primary")
    found = dict.fromkeys(page for id in ids for page in ctx.shown_on.get(id, ()))
    runs: list[Run] = []
    for id, number in sorted(found, key=lambda page: page[1]):
        # A mark within the link would stand on its underline; one of another colour would give that
        # to the number behind it in some applications.
        runs += [Run(ctx.say("、", ", "), style)] if runs else []
        runs.append(Run(str(number), style, link=f"page:{id}"))
    return Paragraph(tuple(runs), size.leading, "right")


def file_entry(ctx: Context, shown: Shown) -> Entry:
    """What the columns of a data file are called, the rows that are shown of it, and on which
    slides."""
    named, rows = shown.file, rows_in_words(ctx, shown.rows)
    # The words of a file are in one language.
    if shown.columns and any(map(has_hanzi, shown.columns)) == ctx.chinese:
        rows = f"{named}{ctx.say('，', ', ')}{rows}"
        named = ctx.say("、", ", ").join(shown.columns[:_COLUMNS])
        if shown.columns[_COLUMNS:]:
            named += ctx.say("等", " and others")

    def made(size: Step) -> tuple[Row, ...]:
        said = (Run(ctx.say("数据文件", "Data file"), Style(size.size, True, "ink")),)
        row = (
            (Paragraph(said, size.leading, "right"),),
            (para(named, size),),
            (para(rows, size, colour="ink2"),),
            (_pages(ctx, shown.ids, size),),
        )
        return (row,)

    return made


class AtSize(Record):
    """The rows of each entry at a size; and how wide each of their cells is on one line (EMU), as
    planned in whichever face, and in the faces that it is planned in."""

    size: Step
    entries: Sequence[tuple[Row, ...]]
    wide: Sequence[Sequence[tuple[int, int]]]

    def widest(self, at: int) -> int:
        """How wide a column (EMU) is whose cells take no further line."""
        return max((row[at][0] for row in self.wide), default=0) + INSETS[0] + INSETS[2]


class Listed:
    """All entries, and these set at each size, once."""

    def __init__(self, ctx: Context, entries: Sequence[Entry]) -> None:
        self.ctx, self.entries = ctx, entries
        self.made: dict[Step, AtSize] = {}

    def at(self, size: Step) -> AtSize:
        if size not in self.made:
            entries = [each(size) for each in self.entries]
            wide = [[self._wide(cell) for cell in row] for rows in entries for row in rows]
            self.made[size] = AtSize(size, entries, wide)
        return self.made[size]

    def _wide(self, cell: Sequence[Paragraph]) -> tuple[int, int]:
        (line,) = cell
        wide, natural = planned_and_natural(self.ctx, line)
        return wide + line.margin, natural + line.margin
