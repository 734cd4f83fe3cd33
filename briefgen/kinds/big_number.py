"""Turn one figure into the slide's whole message."""

from __future__ import annotations

from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Measure, Ref, Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.kpi import numeral
from briefgen.parts.text import Wanted, down, para, set_box
from briefgen.record import Record
from briefgen.scene.items import Item, Page, Rule, Slot, Stroke
from briefgen.scene.layouts import BODY_NOTED, column
from briefgen.theme.model import DECK, step
from briefgen.typography.text import Paragraph

_HUGE = (step(96, 108), step(80, 92), step(64, 76), step(52, 64))


class BigNumber(Record):
    """One figure, set very large, with up to three points beside it."""

    figure: Annotated[Ref, Doc("The figure's id.")]
    label: Annotated[Text | None, Doc("A label here, instead of the ledger's.")] = None
    text: Annotated[Text | None, Doc("A sentence below it.")] = None
    points: Annotated[tuple[Measure, ...], Length(0, 3), Doc("What follows: {head, text}.")] = ()
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(slide: Slide, ctx: Context) -> tuple[Page, ...]:
    fields = slide.fields
    assert isinstance(fields, BigNumber)
    beside = bool(fields.points)
    left = column(0, 7, BODY_NOTED) if beside else BODY_NOTED
    label = fields.label or ctx.label(fields.figure.id)

    def hero(level: int, short: bool) -> tuple[Paragraph, ...]:
        made = [
            para(label, DECK["head"], colour="ink2", short=short),
            numeral(
                ctx, fields.figure.id, _HUGE[level], DECK["display"], colour="primary", minor="ink2"
            ),
        ]
        if fields.text:
            made.append(
                para(fields.text, DECK["body"], short=short, strong="primary", before=pt(8))
            )
        return tuple(made)

    items: list[Item] = [
        set_box(
            ctx,
            Wanted("数字", left, hero, Slot("body", 1), "middle", one_line=(1,), mark=label.mark),
            len(_HUGE),
        )
    ]
    if beside:
        right = column(7, 5, BODY_NOTED)
        items.append(
            Rule("分隔线", right.x, right.y, right.x, right.bottom, Stroke("line", pt(0.75)))
        )

        def points(level: int, short: bool) -> tuple[Paragraph, ...]:
            out: list[Paragraph] = []
            for point in fields.points:
                out.append(
                    para(point.head, down("body", level), bold=True, short=short, before=pt(18))
                )
                out.append(
                    para(
                        point.text, down("dense", level), colour="ink2", strong="primary",
                        short=short, before=pt(2),
                    )
                )  # fmt: skip
            return tuple(out)

        inner = Rect(right.x + pt(24), right.y, right.w - pt(24), right.h)
        items.append(
            set_box(
                ctx,
                Wanted(
                    "要点", inner, points, Slot("body", 2), "middle",
                    mark=fields.points[0].head.mark,
                ),
                2,
            )
        )  # fmt: skip
    return (framed(ctx, slide, "two", items, note=fields.note),)


KIND = Kind("big-number", BigNumber, compose)
