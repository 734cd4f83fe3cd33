"""Turn a deck's topics, or its sections, into the panes of its theme's motif.

A pane is lit where its topic is on: all of them on the cover, a section's own on its slides.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from briefgen.brief.model import Slide, Text
from briefgen.brief.roles import subject
from briefgen.geometry import Rect, pt
from briefgen.parts.context import Context
from briefgen.parts.text import para, set_in
from briefgen.record import Record, replace
from briefgen.scene.items import Group, TextBox
from briefgen.scene.motifs import Ground, Side, drawn, ink, places, window, within
from briefgen.scene.names import Name
from briefgen.scene.room import TALLER
from briefgen.theme.model import DECK, Step, step
from briefgen.typography.paragraph import place
from briefgen.typography.text import Paragraph

# Sizes of names in panes; a number instead of a name that fits at none.
_NAMES = (step(16, 20), step(14, 18), step(12, 15))
_NUMBERS = (step(28, 34), step(20, 25), step(15, 19))
# How much wider than its words a name's place is, so that other faces do not break them elsewhere.
_ROOM = 1.15
_ENDLESS = pt(10_000)


class Panes(Record):
    """What the panes stand for: the `names` of topics, or of sections; `of` each section, in order,
    the panes that are its own; the `topics` by their ids, if they are topics."""

    names: tuple[Text, ...]
    of: tuple[tuple[int, ...], ...]
    topics: tuple[str, ...] = ()
    # The slides that they lead to, by pane ("" for none).
    slides: tuple[str, ...] = ()

    def lit(self, section: int) -> tuple[int, ...]:
        """The panes (from 1) of a section, given by its number."""
        return self.of[section - 1] if 1 <= section <= len(self.of) else ()

    def about(self, topic: str) -> tuple[int, ...]:
        """The pane (from 1) of a topic; none where it has none."""
        return (self.topics.index(topic) + 1,) if topic in self.topics else ()


def panes(ctx: Context) -> Panes | None:
    """The panes of a deck: its topics, or its sections where none is about a topic; None where
    there are neither, no slide is about any of them, or the theme draws none for as many."""
    topics, sections = ctx.brief.topics, ctx.sections
    if not any(section.topics for section in sections) and not ctx.on_topics:
        topics = ()
    made: Panes | None = None
    if topics and (not sections or any(section.topics for section in sections)):
        ids = tuple(topic.id for topic in topics)
        of = tuple(
            tuple(ids.index(id) + 1 for id, _ in section.topics if id in ids)
            for section in sections
        )
        at = {id: slide for section in sections for id, slide in section.topics}
        slides = tuple(at.get(id, "") for id in ids)
        made = Panes(tuple(topic.name for topic in topics), of, ids, slides)
    elif len(sections) > 1:
        numbers = tuple((section.number,) for section in sections)
        opening = tuple(section.slide for section in sections)
        made = Panes(tuple(section.title for section in sections), numbers, slides=opening)
    return made if made and drawn(ctx.theme, len(made.names)) else None


def tells_topics(deck: Sequence[Slide]) -> bool:
    """Whether a slide of a deck tells a topic, or all of them: where none does, panes would stand
    for nothing that is seen. A deck that is made of the topics has slides of them."""
    told = (each.kind == "topics" or each.about or subject(each.fields) for each in deck)
    return not deck or any(told)


def pane_window(
    ctx: Context,
    area: Rect,
    shown: Panes,
    lit: Collection[int] | None = None,
    *,
    ground: Ground = "cover",
    side: Side = "left",
    named: bool = True,
    larger: bool = False,
) -> Group:
    """The window of a deck in the middle of `area`'s height; lit panes say their names, unless they
    are not to be `named`.

    All names are set in one size, where it is to be `larger` that of a body's text if that fits;
    where they cannot be read in the panes, numbers stand for them.
    """
    count = len(shown.names)
    area = centred(area, count, side)
    rects = places(area, count, side)
    texts = [str(name.short or name) for name in shown.names] if shown.topics else []
    on = [number for number in range(1, count + 1) if named and (lit is None or number in lit)]
    names = (DECK["label"], *_NAMES) if larger else _NAMES
    said = _set(ctx, rects, on, texts, names) or _set(
        ctx, rects, on, [f"{n}" for n in range(1, count + 1)], _NUMBERS
    )
    labels = [
        label and replace(label, link=f"page:{slide}" if slide else "")
        for label, slide in zip(map(said.get, range(1, count + 1)), shown.slides, strict=True)
    ]
    return window(ctx.theme, area, count, lit, ground=ground, side=side, labels=labels)


def readable(ctx: Context, area: Rect, shown: Panes, side: Side = "left") -> bool:
    """Whether the names of topics can be read in the panes of a window; sections have numbers."""
    count = len(shown.names)
    rects = places(centred(area, count, side), count, side)
    texts = [str(name.short or name) for name in shown.names]
    return not shown.topics or bool(_set(ctx, rects, range(1, count + 1), texts, _NAMES))


def centred(area: Rect, count: int, side: Side = "left") -> Rect:
    """The part of an area in the middle of whose height a window of so many panes stands."""
    down = (area.bottom - places(area, count, side)[-1].bottom) // 2
    return Rect(area.x, area.y + down, area.w, area.h - 2 * down)


def _set(
    ctx: Context,
    rects: Sequence[Rect],
    on: Sequence[int],
    texts: Sequence[str],
    steps: Sequence[Step],
) -> dict[int, TextBox]:
    """The texts of the panes that are lit, at the largest size at which all could be read."""
    if not texts or not on:
        return {}
    for size in steps:
        if made := ctx.once(_labels, tuple(rects), tuple(texts), size):
            return {number: made[number - 1] for number in on}
    return {}


def _labels(
    ctx: Context, rects: Sequence[Rect], texts: Sequence[str], size: Step
) -> list[TextBox] | None:
    """The texts of all panes at a size; None where one of them would not fit."""
    made: list[TextBox] = []
    for number, (rect, text) in enumerate(zip(rects, texts, strict=True), 1):
        label = _label(ctx, rect, number, len(rects), text, size)
        if label is None:
            return None
        made.append(label)
    return made


def _label(
    ctx: Context, rect: Rect, number: int, count: int, text: str, size: Step
) -> TextBox | None:
    """A name in its pane, in one line or in two; None where it would not fit."""
    words = para(text, size, bold=True, colour=ink(ctx.theme, number, count), align="center")
    for lines, width in _widths(ctx, text, words):
        made = set_in(ctx, (words,), width)
        wide = max(line.width for line in made.lines)
        at = within(ctx.theme, rect, number, wide, made.height)
        if at and len(made.lines) == lines:
            more = round(made.height * (TALLER - 1)) // 2 + pt(1)
            box = Rect(at.x - (width - at.w) // 2, at.y - more, width, at.h + 2 * more)
            return TextBox(
                name=Name("pane-name", number),
                rect=box,
                paragraphs=made.paragraphs,
                lines=place(made, box, (0, 0, 0, 0), "middle"),
                anchor="middle",
            )
    return None


def _widths(ctx: Context, text: str, words: Paragraph) -> list[tuple[int, int]]:
    """In how many lines, and how wide, a name is tried: four hanzi and more in two lines of equal
    length before one; other names the other way round."""

    def wide(part: str) -> int:
        run = replace(words.runs[0], text=part)
        return round(ctx.setting.last_line(replace(words, runs=(run,)), _ENDLESS) * _ROOM)

    whole, parts = wide(text), text.split()
    if len(parts) > 1:
        halves = [
            max(wide(" ".join(parts[:at])), wide(" ".join(parts[at:])))
            for at in range(1, len(parts))
        ]
        return [(1, whole), (2, min(halves))]
    if text.isascii() or len(text) < 4:
        return [(1, whole)]
    return [(2, wide(text[: -(-len(text) // 2)])), (1, whole)]
