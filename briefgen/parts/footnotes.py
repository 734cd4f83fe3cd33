"""Turn the marks of footnotes that a page shows into the footnotes at its foot.

    footnotes: {1: 快报数, 2: 不含深汕特别合作区}        of a slide, or of the printed page

Only what is marked on a page stands at its foot, in the order of the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.brief.model import Footnote, Text
from briefgen.brief.resolve import texts_of
from briefgen.brief.wording import Look, Segment
from briefgen.parts.context import Context
from briefgen.problems import Mark, Part, phrase
from briefgen.record import replace
from briefgen.scene.items import Item, Page
from briefgen.scene.walk import paragraphs
from briefgen.typography.text import Run


def marked(items: Iterable[Item]) -> frozenset[str]:
    """The numbers of the footnotes that are marked in what items say."""
    return _of_runs(run for paragraph in paragraphs(items) for run in paragraph.runs)


def marked_on(page: Page) -> frozenset[str]:
    """The numbers of the footnotes that are marked on a page, or in what is said on it."""
    return marked(page.items) | _of_runs(run for runs in page.spoken for run in runs)


def _of_runs(runs: Iterable[Run]) -> frozenset[str]:
    return frozenset(run.note for run in runs if run.note)


def marked_in(value: object) -> frozenset[str]:
    """The numbers of the footnotes that are marked in the texts of a part of a brief."""
    return frozenset(
        segment.look.note
        for text in texts_of(value)
        for segment in text.segments
        if segment.look and segment.look.note
    )


def numbered(ctx: Context, footnote: Footnote) -> Text:
    """A footnote behind its number: [1] as in Chinese, or raised."""
    number = footnote.number
    if ctx.chinese:
        head: tuple[Segment, ...] = (Segment(f"[{number}] "),)
    else:
        head = (Segment(number, look=Look(rise=1)), Segment(" "))
    return Text((*head, *footnote.text.segments), footnote.text.mark)


def chosen(footnotes: Sequence[Footnote], numbers: frozenset[str]) -> tuple[Footnote, ...]:
    """Those of these numbers, in the order of the numbers."""
    return tuple(sorted((f for f in footnotes if f.number in numbers), key=_place))


def _place(footnote: Footnote) -> int:
    return int(footnote.number)


def in_one(ctx: Context, footnotes: Iterable[Footnote], note: Text | None) -> Text | None:
    """A note and footnotes as one text; None where there are neither."""
    every = [note] if note and note.segments and note.shown else []
    every += [numbered(ctx, each) for each in footnotes]
    if not every:
        return None
    between = Segment(ctx.say("　", "  "))
    segments = [*every[0].segments]
    for each in every[1:]:
        segments += [between, *each.segments]
    return Text(tuple(segments), every[0].mark)


def check_footnotes(
    ctx: Context,
    footnotes: Sequence[Footnote],
    used: frozenset[str],
    mark: Mark,
    where: Part,
) -> None:
    """Warn of footnotes that are marked and not there, and of those that are marked nowhere."""
    given = {each.number: each.text.mark for each in footnotes}
    for number in sorted(used - given.keys(), key=int):
        ctx.problems.add("footnote-missing", mark, number=number, where=where)
    for number in sorted(given.keys() - used, key=int):
        ctx.problems.add("footnote-unused", given[number], number=number, where=where)


def printed(ctx: Context) -> Text | None:
    """The footnotes at the foot of the printed page: those that its texts mark, and its topics'."""
    page = ctx.brief.page
    if not page.footnotes:
        return None
    shown = replace(page, footnotes=())
    numbers = marked_in((ctx.brief.title, ctx.brief.subtitle, shown, ctx.brief.topics))
    return in_one(ctx, chosen(page.footnotes, numbers), None)


def check_printed(ctx: Context, items: Iterable[Item]) -> None:
    """The same as `check_footnotes`, for the items of the printed page."""
    page, used = ctx.brief.page, marked(items)
    if used or page.footnotes:
        check_footnotes(ctx, page.footnotes, used, page.mark, phrase("the-printed-page"))
