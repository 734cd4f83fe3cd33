"""Turn the leading figures into a strip of equal cells: the numeral, and what it is."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Ref, Text, words
from briefgen.geometry import Rect, mm
from briefgen.pages.onepager.block import Block, height_of, on_one_line, text_box
from briefgen.pages.onepager.plan import Plan
from briefgen.parts.context import Context
from briefgen.parts.kpi import numeral
from briefgen.parts.text import para
from briefgen.record import Record
from briefgen.scene.items import Group, Item
from briefgen.scene.names import Name
from briefgen.theme.model import Step
from briefgen.typography.segment import inside_terms
from briefgen.typography.text import Paragraph

_MOST = 6
# So many topics give the page all their figures.
_FEW = 2
_GAP = mm(2.5)
_LEFT, _TOP, _RIGHT, _BOTTOM = mm(3), mm(2.5), mm(1.5), mm(2)


class _Cells(Record):
    """The cells of a strip: so many in a row, and so many rows; each `tall` at least (EMU)."""

    across: int
    texts: tuple[tuple[Paragraph, ...], ...]
    tall: int

    @property
    def down(self) -> int:
        return -(-len(self.texts) // self.across)

    @property
    def height(self) -> int:
        return self.down * self.tall + (self.down - 1) * _GAP


def strip(ctx: Context, plan: Plan, width: int) -> Block | None:
    """The strip, in as few rows as its numerals allow; they share one size, each on one line.

    Where there is room for it to grow, it takes more rows rather than cells taller than wide.
    """
    refs = leading(ctx)
    if not refs:
        return None
    least = _cells(ctx, plan, refs, width, len(refs))

    def draw(rect: Rect) -> tuple[Item, ...]:
        made = least
        while made.across > 1 and rect.h * 5 > made.down * (rect.w // made.across) * 4:
            taller = _cells(ctx, plan, refs, width, -(-made.across // 2))
            if taller.height > rect.h:
                break
            made = taller
        rows = rect.rows(made.down, _GAP)
        rects = [cell for row in rows for cell in row.columns(made.across, _GAP)]
        if len(rects) > len(refs):  # by one: the first figure takes the place of two
            first, second, *rest = rects
            rects = [Rect(first.x, first.y, second.right - first.x, first.h), *rest]
        boxes = tuple(
            text_box(
                ctx,
                Name("figure", of=ref.id),
                area,
                texts,
                fill="surface",
                one_line=(0,),
                mark=ref.mark,
                insets=(_LEFT, _TOP + (area.h - made.tall) // 2, _RIGHT, 0),
            )
            for ref, texts, area in zip(refs, made.texts, rects, strict=True)
        )
        return (Group(Name("key-figures"), boxes),)

    return Block(
        height=least.height,
        draw=draw,
        stretch=round(least.down * mm(4.5) * plan.density.figures),
        share=12,
        named="figures-are",
        mark=refs[0].mark,
        flex=least.down * round(mm(110) * plan.density.spare),
    )


def _cells(ctx: Context, plan: Plan, refs: Sequence[Ref], width: int, most: int) -> _Cells:
    """The cells, `most` in a row or as many as their numerals allow."""
    across, numerals = _numerals(ctx, plan, refs, width, most)
    inner = (width + _GAP) // across - _GAP - _LEFT - _RIGHT
    texts = tuple(
        (number, _label(ctx, plan, ref.id, inner))
        for number, ref in zip(numerals, refs, strict=True)
    )
    tall = max(height_of(ctx, text, inner) for text in texts)
    return _Cells(across, texts, tall + _TOP + _BOTTOM)


def _label(ctx: Context, plan: Plan, id: str, width: int) -> Paragraph:
    """What a figure is; where it takes two lines, broken after its period or at a term's edge."""
    name = named(ctx, id)
    made = para(name, plan.density.label, colour="ink2", short=plan.short)
    if not ctx.chinese or on_one_line(ctx, made, width):
        return made
    text, period = str(name), len(ctx.period(id))
    inside = inside_terms(text, ctx.brief.voice.lexicon)
    # Where a term begins or ends is better than anywhere else between characters.
    best = sorted(
        (
            at != period and text[at - 1] != "、",
            at - 1 not in inside and at + 1 not in inside,
            max(at, len(text) - at),
            at,
        )
        for at in range(2, len(text) - 1)
        if at not in inside and _parts(text[at - 1], text[at])
    )
    for *_, at in best:
        halves = [para(half, plan.density.label) for half in (text[:at], text[at:])]
        if all(on_one_line(ctx, half, width) for half in halves):
            return para(f"{text[:at]}\n{text[at:]}", plan.density.label, colour="ink2")
    return made


def _parts(before: str, after: str) -> bool:
    """Whether a line may end between two characters of a label."""
    return (
        after not in "、，；：。）”》"
        and before not in "（“《"
        and not (before.isascii() or after.isascii())
    )


def leading(ctx: Context) -> tuple[Ref, ...]:
    """The figures that the page names, else the first of each topic, or all of one or two."""
    most = 1 if len(ctx.brief.topics) > _FEW else _MOST
    own = tuple(ref for topic in ctx.brief.topics for ref in topic.figures[:most])
    return tuple({ref.id: ref for ref in ctx.brief.page.figures or own}.values())[:_MOST]


def _numerals(
    ctx: Context, plan: Plan, refs: Sequence[Ref], width: int, across: int
) -> tuple[int, list[Paragraph]]:
    """How many cells stand in a row, `across` at most; and their numerals, as large as fits."""
    made: list[Paragraph] = []
    least = max(plan.density.body.size * 1.4, plan.density.numerals[0].size * 0.6)
    while True:
        inner = (width + _GAP) // across - _GAP - _LEFT - _RIGHT
        for size in plan.density.numerals:
            # One that is small beside the text, or for a page that has room, is no numeral.
            if across > 1 and size.size < least:
                break
            own = plan.density.minor
            minor = max(own, Step(size.size * 9 // 25, size.leading), key=lambda s: s.size)
            made = [
                numeral(ctx, ref.id, size, minor, colour="primary", minor="ink2") for ref in refs
            ]
            if all(on_one_line(ctx, each, inner) for each in made):
                return across, made
        if across == 1:
            return across, made
        across = -(-across // 2)


def named(ctx: Context, id: str) -> Text:
    """What a figure is, with its period in front where it has one."""
    period, name = ctx.period(id), str(ctx.label(id))
    mark = ctx.figure(id).mark
    if not period or period in name:
        return words(name, mark)
    return words(ctx.say(f"{period}{name}", f"{name}, {period}"), mark)
