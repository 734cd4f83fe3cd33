"""Turn one sentence into a slide of its own, set as large as its place allows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length, Says
from briefgen.brief.model import Slide, Text
from briefgen.geometry import Rect, pt
from briefgen.kinds.base import Kind
from briefgen.parts.context import Context
from briefgen.parts.frame import framed
from briefgen.parts.stage import Sizes, staged
from briefgen.parts.text import Wanted, para, set_box, set_in
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Page, Shape, Slot
from briefgen.scene.names import Name
from briefgen.scene.things import Named
from briefgen.theme.model import DECK, step
from briefgen.typography.text import Paragraph

_SIZES: Sizes = (
    (step(72, 88), 1),
    (step(60, 74), 2),
    (step(48, 60), 3),
    (step(40, 50), 3),
    (step(32, 42), 3),
    (step(26, 34), 3),
)
_BELOW = (DECK["lead"], DECK["head"], DECK["body"], DECK["dense"])
# From the panel's edges to the words; the gap to what stands below, and how high that may be.
_EDGE, _GAP, _HIGH = pt(56), pt(16), pt(120)
# From the name of the section above to the panel.
_CLEAR = pt(8)
# What ends a phrase.
_ENDS = frozenset("，、；：。！？—,;:.!?")
# The rule over the words, as covers have one, and how far above them it begins.
_RULE, _RULE_UP = (pt(64), pt(5)), pt(20)


class Statement(Record):
    """One sentence, the slide's title, set large; perhaps a few words below it."""

    text: Annotated[
        tuple[Text, ...], Length(0, 3), Says(), Doc("A few words below it, or a list of them.")
    ] = ()
    note: Annotated[Text | None, Doc("Definitions and sources, in one line.")] = None


def compose(fields: Statement, slide: Slide, ctx: Context) -> tuple[Page, ...]:
    if ctx.house:
        from briefgen.parts.opening import opening  # few decks have a template

        return (opening(ctx, slide, "section", slide.title, fields.text),)
    # So large, lines end where phrases do.
    ctx, canvas = replace(ctx, phrased=True), ctx.canvas
    area = canvas.noted if fields.note else canvas.body
    # The title stands in the panel, which has its place too.
    high = canvas.title.y + _CLEAR
    panel = Rect(area.x, high, area.w, area.bottom - high)
    x, w = panel.x + _EDGE, panel.w - 2 * _EDGE
    # So high are the words below it in their largest size, a line each.
    below = len(fields.text) * _BELOW[0].leading + _GAP if fields.text else 0
    sizes = _phrased(ctx, slide.title, w)
    tried = staged(ctx, "title-only", slide.title, x, panel.y, w, sizes)
    taken = tried.bottom - panel.y + below
    top = panel.y + (panel.h - taken + _RULE_UP) // 2
    stage = staged(ctx, "title-only", slide.title, x, top, w, sizes)
    items: list[Item] = []
    if fields.text:
        items.append(_below(ctx, fields.text, Rect(x, stage.bottom + _GAP, w, _HIGH)))
    page = framed(stage.ctx, slide, "title-only", items, note=fields.note, lines=stage.lines)
    ground = (
        Shape(Name("ground"), panel, fill="surface"),
        Shape(Name("title-rule"), Rect(x, top - _RULE_UP, *_RULE), fill="primary"),
    )
    return (replace(page, items=(*ground, *page.items)),)


def _phrased(ctx: Context, text: Text, wide: int) -> Sizes:
    """The sizes from that on at which a sentence has few lines, or the next where only there all
    of them end where phrases do."""
    found: list[tuple[int, bool]] = []
    for n, (size, most) in enumerate(_SIZES):
        lines = set_in(ctx, (para(text, size, bold=True, keep=True),), wide).lines
        if len(lines) <= most:
            found.append((n, all(line.text.rstrip()[-1:] in _ENDS for line in lines[:-1])))
    best = next((n for n, ends in found[:2] if ends), found[0][0] if found else 0)
    return _SIZES[best:]


def _below(ctx: Context, texts: Sequence[Text], at: Rect) -> Item:
    """A few words under the sentence."""

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return tuple(
            para(text, _BELOW[level], colour="ink2", short=short, before=pt(6) if n else 0)
            for n, text in enumerate(texts)
        )

    want = Wanted(Name("body"), at, make, slot=Slot("body", 1), mark=texts[0].mark)
    return set_box(ctx, want, len(_BELOW))


KIND = Kind(
    name="statement",
    fields=Statement,
    compose=compose,
    called=Named("一句话", "一句話", "Statement"),
)
