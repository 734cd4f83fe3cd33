"""Turn a topic's graphic into a part of a long picture: it is drawn where it says something more.

A printed page has no room for it beside six topics; a picture as tall as it needs to be has.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.brief.graphic import Graphic
from briefgen.brief.model import Topic
from briefgen.geometry import Rect
from briefgen.pages.picture.plan import Plan
from briefgen.pages.picture.scale import Scale
from briefgen.parts.context import Context
from briefgen.problems import Problems
from briefgen.record import Record, replace
from briefgen.scene.items import Item
from briefgen.scene.scaled import Scale as Enlarged

if TYPE_CHECKING:
    from briefgen.parts.graphics.drawing import Scale as Sizes

# The running text (points) at which graphics are drawn, to be enlarged with the picture.
_USUAL = 10.0
# The least of words in a drawing, against running text.
_SMALLER = 0.84
# The rooms in which a graphic is tried, wide and high in ems of running text: lying, upright.
_ROOMS = ((24.0, 8.0), (24.0, 12.0), (15.0, 13.0))
# These point up and down as well.
_UPRIGHT = frozenset({"compass", "rings"})


class Drawn(Record):
    """A graphic that fits its room: its items from the upper left corner, enlarged by a factor, and
    how high it is then (EMU)."""

    items: tuple[Item, ...]
    larger: float
    height: int

    def at(self, x: int, y: int) -> tuple[Item, ...]:
        enlarged = Enlarged(self.larger, x, y)
        return tuple(enlarged.item(item) for item in self.items)


def graphic_of(ctx: Context, plan: Plan, topic: Topic) -> Graphic | None:
    """The graphic of a topic, if a long picture draws it: not one of figures alone that stand there
    anyway, beside their labels or in the chart."""
    graphic = topic.graphic
    if not plan.long or graphic is None:
        return None
    drawn = set(shown_by(graphic))
    said = {ref.id for ref in (*topic.figures, *ctx.brief.page.chart)}
    return graphic if not drawn or not drawn <= said else None


def shown_by(graphic: Graphic) -> Iterator[str]:
    """The figures that a graphic shows."""
    refs = [graphic.span, *graphic.figures]
    refs += [ref for point in graphic.points for ref in (point.figure, point.target)]
    yield from (ref.id for ref in refs if ref)
    texts = [text for each in graphic.points for text in (each.text, each.note)]
    texts += [graphic.title, graphic.note, graphic.centre, *graphic.ends]
    yield from (id for text in texts if text for id in text.figures)


def drawn(ctx: Context, plan: Plan, topic: Topic, width: int) -> Drawn | None:
    """The graphic of a topic in the first room in which all its words fit, if there is one."""
    graphic = graphic_of(ctx, plan, topic)
    if graphic is None:
        return None
    # What draws is loaded for those who draw.
    from briefgen.parts.graphics.draw import graphic_items

    larger = plan.scale.text / _USUAL
    usual = Scale(_USUAL, least=plan.scale.least / larger)
    for wide, high in _ROOMS[1:] if graphic.form in _UPRIGHT else _ROOMS:
        trial = replace(ctx, problems=Problems())
        room = Rect(0, 0, min(usual.em(wide), round(width / larger)), usual.em(high))
        items = graphic_items(trial, graphic, room, sizes(usual))
        # A word that is split is told of, but no error.
        if items and all(problem.severity == "note" for problem in trial.problems):
            return Drawn(items, larger, round(room.h * larger))
    return None


def sizes(scale: Scale) -> Sizes:
    """The sizes of a page as those of a graphic, whose words may be smaller than running text."""
    text, head = (scale.step(role) for role in ("text", "head"))
    from briefgen.parts.graphics.drawing import Scale as Sizes

    note = scale.sized("note", max(_SMALLER, min(1.0, scale.least / scale.text)))
    return Sizes(
        names=(scale.label, note),
        notes=(note, note),
        numerals=(head, text),
        head=text,
        foot=note,
        line=scale.em(0.2),
        thin=scale.em(0.06),
        bead=scale.em(0.9),
        gap=scale.em(0.5),
    )
