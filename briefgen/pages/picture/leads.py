"""Turn the leading figures of topics into what stands beside their panes: all in one way, so that
none seems to weigh more than another for no reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefgen.geometry import Rect
from briefgen.pages.onepager.block import text_box
from briefgen.pages.onepager.shown import shown_topics
from briefgen.pages.picture.figures import Caption, caption, fitting_role, grouped, sat, value
from briefgen.pages.picture.measure import height_of, widths
from briefgen.pages.picture.plan import Plan
from briefgen.pages.picture.scale import Role
from briefgen.parts.context import Context
from briefgen.record import Record
from briefgen.scene.items import Item
from briefgen.scene.names import Name
from briefgen.typography.text import Paragraph

# The side of a pane, and how far what stands beside it is from it, in ems of running text.
PANE, BESIDE = 4.1, 0.9
# Between a numeral and its caption; the least width of a caption beside it.
_APART, CAPTION = 0.7, 5.0


class Part(Record):
    """A piece of a cell: how high it is, and what it draws from a place."""

    height: int
    draw: Callable[[int, int], tuple[Item, ...]]


class Leads(Record):
    """The leading figures of all topics, by their ids, in one size; and those whose captions stand
    behind them and not below."""

    values: Mapping[str, Paragraph]
    beside: frozenset[str]
    role: Role


def leads_of(ctx: Context, plan: Plan, width: int) -> Leads:
    """How the leading figures stand beside panes in columns of a width: all in one way."""
    return ctx.once(_leads, plan, width)


def _leads(ctx: Context, plan: Plan, width: int) -> Leads:
    scale = plan.scale
    inner = width - scale.em(PANE) - scale.em(BESIDE)
    ids = [topic.figures[0].id for topic in shown_topics(ctx) if topic.figures]
    role = fitting_role(ctx, ids, scale, inner)
    values = {id: value(ctx, id, scale, role, "primary") for id in ids}
    beside = frozenset(id for id in ids if _captioned(ctx, plan, id, values[id], inner))
    # On a page too full for texts, each caption stands where it takes least room.
    alike = plan.shows("texts") and len(beside) < len(values)
    return Leads(values, frozenset() if alike else beside, role)


def _captioned(
    ctx: Context, plan: Plan, id: str, made: Paragraph, width: int
) -> tuple[int, Caption] | None:
    """How wide a figure is, and its caption behind it; None where that has no room."""
    scale = plan.scale
    own = min(width, widths(ctx, made, width)[0] + scale.em(0.1))
    room = width - own - scale.em(_APART)
    said = caption(ctx, id, scale.label, room) if room >= scale.em(CAPTION) else None
    if said is None or said.height > made.leading or said.narrow(ctx):
        return None
    return own, said


def led(ctx: Context, plan: Plan, id: str, width: int, leads: Leads) -> Part:
    """A figure large, its caption behind it on its line, or below it."""
    scale = plan.scale
    made = leads.values[id]
    tall = height_of(ctx, (made,), width)
    apart = scale.em(_APART)
    found = _captioned(ctx, plan, id, made, width) if id in leads.beside else None
    own, said = found or (width, None)
    below = None if said else caption(ctx, id, scale.label, width)
    height = tall + (below.height if below else 0)

    def draw(x: int, y: int) -> tuple[Item, ...]:
        box = text_box(
            ctx, Name("value", of=id), Rect(x, y, width if below else own, tall), (made,)
        )
        if below:
            return (grouped(id, (box, *below.draw(ctx, x, y + tall))),)
        assert said
        last = sat(ctx, box.name, said.words, 0, said.width, box.lines[0].baseline, -1)
        top = min(last.rect.y, y + tall - said.height)
        return (grouped(id, (box, *said.draw(ctx, x + own + apart, top))),)

    return Part(height, draw)
