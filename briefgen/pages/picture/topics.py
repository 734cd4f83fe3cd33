"""Turn the topics into a grid of cells: pane, goal, leading figure; effort, further figures, text.

Cells stand two in a row, each upon its rule. A topic without a neighbour, and each of three or
fewer, takes the whole row: its text stands beside its figures. In a long picture all stand one
below the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.brief.model import Text, Topic
from briefgen.geometry import Rect, pt
from briefgen.pages.onepager.block import Block, text_box
from briefgen.pages.onepager.shown import shown_topics
from briefgen.pages.picture.alike import alike
from briefgen.pages.picture.figures import (
    caption,
    further,
    grouped,
    marked,
    sat,
    value,
)
from briefgen.pages.picture.graphics import drawn
from briefgen.pages.picture.halves import halved
from briefgen.pages.picture.leads import BESIDE, CAPTION, PANE, Leads, Part, leads_of, led
from briefgen.pages.picture.measure import height_of, on_one_line, widths
from briefgen.pages.picture.pane import pane
from briefgen.pages.picture.plan import Plan
from briefgen.pages.picture.scale import GUTTER
from briefgen.parts.context import Context
from briefgen.parts.text import para, runs
from briefgen.record import Record, replace
from briefgen.scene.items import Item, Rule, Stroke, TextBox
from briefgen.scene.names import Name, called
from briefgen.typography.markers import Bullet, Numbering, hang
from briefgen.typography.text import Paragraph, Run, Style

# How thick a topic's rule is, in ems of running text.
_RULE = 0.08
# So many topics have a row each.
_WIDE = 3
# Between the value of a further figure and its caption, and between two further figures.
_CLOSE, _NEXT = 0.35, 0.6
# A last line shorter than this is a stump; so much narrower a measure may be to have none; in ems.
_STUMP, _LESS = 3.4, 4
# From an effort to its goal.
_ARROW = " → "


class Cell(Record):
    """A topic's pieces, one below the other: those at the left, and, in a wide cell, those beside
    them."""

    topic: Topic
    left: tuple[Part, ...]
    right: tuple[Part, ...] = ()
    beside: int = 0

    @property
    def height(self) -> int:
        return max(sum(p.height for p in self.left), sum(p.height for p in self.right))

    def draw(self, x: int, y: int) -> tuple[Item, ...]:
        items: list[Item] = []
        for at, parts in ((x, self.left), (x + self.beside, self.right)):
            top = y
            for part in parts:
                items += part.draw(at, top)
                top += part.height
        return tuple(items)


def topics(ctx: Context, plan: Plan, width: int, columns: int = 2) -> Block | None:
    """The topics' grid, of equal columns that are a whole number of characters wide."""
    shown = shown_topics(ctx)
    if not shown:
        return None
    scale = plan.scale
    column, step = columns_of(plan, width, columns)
    leads = leads_of(ctx, plan, column)
    rows: list[list[Cell]] = []
    numbered = list(enumerate(shown, 1))
    while numbered:
        number, topic = numbered[0]
        if columns > 1 and stands_wide(ctx, plan, topic):
            rows.append([_wide(ctx, plan, topic, number, column, step, leads)])
            numbered = numbered[1:]
        else:
            taken, numbered = numbered[:columns], numbered[columns:]
            cells = [_narrow(ctx, plan, topic, n, column, leads) for n, topic in taken]
            high = max(cell.height for cell in cells)
            rows.append([_filled(ctx, plan, cell, high, column) for cell in cells])
    pad, gap = scale.roomy(0.7, 0.9), scale.roomy(0.9, 1.6)
    heights = [pad + max(cell.height for cell in row) for row in rows]
    height = sum(heights) + gap * (len(rows) - 1)

    def draw(rect: Rect) -> tuple[Item, ...]:
        between = gap
        if len(rows) > 1:
            between += max(0, min(rect.h - height, stretch + flex)) // (len(rows) - 1)
        items: list[Item] = []
        y = rect.y
        for row, high in zip(rows, heights, strict=True):
            for at, cell in enumerate(row):
                x = rect.x + at * step
                right = x + column if len(row) > 1 else rect.x + step * (columns - 1) + column
                name = Name("heading-rule", of=str(cell.topic.name))
                items.append(Rule(name, x, y, right, y, Stroke("ink", scale.em(_RULE))))
                items += cell.draw(x, y + pad)
            y += high + between
        return tuple(items)

    stretch, flex = ((len(rows) - 1) * scale.em(each) for each in (1.4, 3.0))
    longest = max(shown, key=lambda topic: len(str(topic.summary)))
    return Block(
        height=height,
        draw=draw,
        stretch=stretch,
        flex=flex,
        share=52,
        named="topics-are",
        mark=longest.text_mark,
    )


def columns_of(plan: Plan, width: int, columns: int) -> tuple[int, int]:
    """How wide each of so many columns is (a whole number of characters), and how far their left
    edges are apart (EMU)."""
    scale = plan.scale
    if columns == 1:
        return scale.measure(width), 0
    column = scale.measure((width - (columns - 1) * scale.em(GUTTER)) // columns)
    return column, (width - column) // (columns - 1)


def _narrow(ctx: Context, plan: Plan, topic: Topic, number: int, width: int, leads: Leads) -> Cell:
    parts = (
        _head(ctx, plan, topic, number, width, leads),
        *_effort(ctx, plan, topic, width),
        *_further(ctx, plan, topic, width),
        *_text(ctx, plan, topic, width),
        *_graphic(ctx, plan, topic, width),
    )
    return Cell(topic, parts)


def _filled(ctx: Context, plan: Plan, cell: Cell, high: int, width: int) -> Cell:
    """A cell with the first of its measures that says something new and has room in its row, whose
    height its neighbour gives; the cell as it is where none does."""
    if plan.long or plan.shows("measures") or not plan.shows("texts"):
        return cell
    said = texts(ctx, plan, cell.topic)
    for each in cell.topic.measures:
        head, text = plan.says(each.head), plan.says(each.text)
        if any(alike(f"{head}{text}", str(other)) for other in said):
            continue
        made, name = _measure(ctx, plan, head, text, 0), Name("point", of=str(cell.topic.name))
        more = _box(ctx, name, (made,), width, cell.topic, plan.scale.em(0.25))
        if cell.height + more[0].height <= high:
            return replace(cell, left=(*cell.left, *more))
    return cell


def _wide(
    ctx: Context,
    plan: Plan,
    topic: Topic,
    number: int,
    column: int,
    beside: int,
    leads: Leads,
) -> Cell:
    """The text of a topic beside its figures; where there is none, its further figures."""
    head = (_head(ctx, plan, topic, number, column, leads), *_effort(ctx, plan, topic, column))
    more, text = _further(ctx, plan, topic, column), _text(ctx, plan, topic, column)
    if not text:
        return Cell(topic, head, more, beside)
    return Cell(topic, (*head, *more), text, beside)


def _goal(plan: Plan, topic: Topic) -> tuple[Text, bool]:
    """The head of a topic, and whether its goal still has to be said: a goal that names the topic
    (创新动能 → 创新动能澎湃) says both."""
    name, goal = plan.says(topic.name), plan.says(topic.goal)
    named = str(name).casefold() in str(goal).casefold()
    return (goal, False) if named else (name, bool(str(goal)))


def _head(ctx: Context, plan: Plan, topic: Topic, number: int, width: int, leads: Leads) -> Part:
    """The pane with its number; beside it the goal, and below that the leading figure."""
    scale = plan.scale
    side = scale.em(PANE)
    left = side + scale.em(BESIDE)
    inner = width - left
    words, _ = _goal(plan, topic)
    head = halved(ctx, para(words, scale.step("head"), bold=True, keep=not ctx.chinese), inner)
    tall = height_of(ctx, (head,), inner)
    id = topic.figures[0].id if topic.figures else ""
    lead = led(ctx, plan, id, inner, leads) if id else None
    whole = tall + (lead.height if lead else 0)
    height = max(side, whole) + scale.em(0.5)

    def draw(x: int, y: int) -> tuple[Item, ...]:
        area = Rect(x, y, side, side)
        top = y + max(0, side - whole) // 2
        place = Rect(x + left, top, inner, tall)
        box = text_box(ctx, called(topic.name), place, (head,), heading="h2", mark=topic.name.mark)
        more = lead.draw(x + left, top + tall) if lead else ()
        return (pane(ctx, number, area, scale.step("headline")), box, *more)

    return Part(height, draw)


def _effort(ctx: Context, plan: Plan, topic: Topic, width: int) -> tuple[Part, ...]:
    """What is done; and what it leads to, on its line or on its own, where the head does not say
    it."""
    step = plan.scale.step("text")

    def made(*texts: Text) -> Paragraph:
        parts = [runs(text, Style(step.size, True, "ink2")) for text in texts]
        arrow = Run(_ARROW, Style(step.size, True, "ink2"))
        return Paragraph((*parts[0], *(r for p in parts[1:] for r in (arrow, *p))), step.leading)

    effort = topic.effort
    if not str(effort).strip():
        # Without an effort there is only what it leads to.
        effort = topic.goal if _goal(plan, topic)[1] else topic.effort
        texts: tuple[Paragraph, ...] = (made(plan.says(effort)),) if str(effort).strip() else ()
        return _box(ctx, Name("effort", of=str(topic.name)), texts, width, topic) if texts else ()
    if effort.short and not on_one_line(ctx, made(effort), width):
        effort = effort.short
    _, goal = _goal(plan, topic)
    texts = (made(effort, plan.says(topic.goal)),) if goal else (made(effort),)
    if goal and not on_one_line(ctx, texts[0], width):
        led = made(plan.says(topic.goal))
        arrow = replace(led.runs[0], text=_ARROW.lstrip())
        texts = (made(effort), replace(led, runs=(arrow, *led.runs)))
    return _box(ctx, Name("effort", of=str(topic.name)), texts, width, topic)


def _further(ctx: Context, plan: Plan, topic: Topic, width: int) -> tuple[Part, ...]:
    """The further figures, side by side as far as they fit: each its value, mark and label."""
    scale = plan.scale
    gap, apart = scale.em(_CLOSE), scale.em(_NEXT)
    rows: list[list[tuple[str, Paragraph, int, int]]] = []
    room = 0
    for id in further(ctx, plan, topic):
        made = value(ctx, id, scale, "head")
        own = min(width, widths(ctx, made, width)[0] + pt(0.5))
        label = caption(ctx, id, scale.label, width)
        wide = own + gap + marked(scale.label.size) + max(widths(ctx, label.words, width))
        wide += pt(0.5)
        if not rows or wide > room:
            rows.append([])
            room = width
        rows[-1].append((id, made, own, wide))
        room -= wide + apart
    return tuple(_row(ctx, plan, row, width) for row in rows)


def _row(
    ctx: Context, plan: Plan, row: Sequence[tuple[str, Paragraph, int, int]], width: int
) -> Part:
    scale = plan.scale
    gap, apart = scale.em(_CLOSE), scale.em(_NEXT)
    tall = max(made.leading for _, made, _, _ in row)
    captions = [
        caption(ctx, id, scale.label, max(scale.em(CAPTION), min(wide, width) - own - gap))
        for id, _, own, wide in row
    ]
    above = scale.em(0.15)
    height = above + max(tall, max(each.height for each in captions))

    def draw(x: int, y: int) -> tuple[Item, ...]:
        items: list[Item] = []
        y += above
        for (id, made, own, wide), said in zip(row, captions, strict=True):
            box = text_box(ctx, Name("value", of=id), Rect(x, y, own, tall), (made,))
            first = sat(ctx, box.name, said.words, 0, said.width, box.lines[0].baseline)
            items.append(grouped(id, (box, *said.draw(ctx, x + own + gap, first.rect.y))))
            x += wide + apart
        return tuple(items)

    return Part(height, draw)


def stands_wide(ctx: Context, plan: Plan, topic: Topic) -> bool:
    """Whether a topic has a row for itself: each of few, and the first of an odd number."""
    shown = shown_topics(ctx)
    odd = len(shown) % 2 == 1 and topic.id == shown[0].id
    return not plan.long and (len(shown) <= _WIDE or odd)


def texts(ctx: Context, plan: Plan, topic: Topic) -> tuple[Text, ...]:
    """What is said of a topic in running text, each in the wording in which it is said.

    That is its summary, in full where it has a row for itself or states figures that the shorter
    wording does not; where its measures are shown, these,
    and the summary only if they do not state all its figures.
    """
    if not plan.shows("texts"):
        return ()
    full, led = topic.summary, {ref.id for ref in topic.figures}
    said = full if stands_wide(ctx, plan, topic) else plan.says(full)
    # What only the longer wording states would be lost with it.
    said = said if set(full.figures) <= {*said.figures, *led} else full
    own = set(said.figures) - led
    if not (plan.shows("plain-texts") or own or topic.id in plan.kept):
        return ()
    summary = (said,) if str(said).strip() else ()
    listed = plan.lists(topic)
    if not listed:
        return summary
    parts = tuple(plan.says(t) for each in listed for t in (each.head, each.text))
    stated = {id for text in parts for id in text.figures} | led
    # Beside them, what they leave is said in few words.
    brief = plan.says(full) if set(plan.says(full).figures) | stated >= set(full.figures) else full
    return parts if set(full.figures) <= stated else (brief, *parts)


def _text(ctx: Context, plan: Plan, topic: Topic, width: int) -> tuple[Part, ...]:
    """The summary, or the measures as a list."""
    scale, name = plan.scale, Name("text", of=str(topic.name))
    said = texts(ctx, plan, topic)
    made: list[Paragraph] = []
    if len(said) % 2:
        step = scale.step("text")
        made.append(para(said[0], step, strong="ink", align=ctx.running))
    pairs = said[len(said) % 2 :]
    for number, (head, text) in enumerate(zip(pairs[::2], pairs[1::2], strict=True), 1):
        made.append(_measure(ctx, plan, head, text, number if topic.numbered else 0))
    return _box(ctx, name, tuple(made), width, topic, scale.em(0.25), plan) if made else ()


def _unstumped(ctx: Context, plan: Plan, words: Paragraph, width: int) -> int:
    """The measure of a Chinese paragraph: some characters less where its last line would be a
    stump."""
    em, setting = plan.scale.em(1), ctx.setting
    (lines,) = setting.rows((words,), width)
    if not ctx.chinese or lines < 2 or setting.last_line(words, width) >= _STUMP * em:
        return width
    for less in range(1, _LESS + 1):
        narrower = width - less * em
        same = setting.rows((words,), narrower) == (lines,)
        if same and setting.last_line(words, narrower) >= _STUMP * em:
            return narrower
    return width


def _graphic(ctx: Context, plan: Plan, topic: Topic, width: int) -> tuple[Part, ...]:
    """What a long picture draws of a topic."""
    if not plan.long or not (made := drawn(ctx, plan, topic, width)):
        return ()
    above = plan.scale.em(1.0)
    return (Part(above + made.height, lambda x, y: made.at(x, y + above)),)


def _measure(ctx: Context, plan: Plan, head: Text, text: Text, number: int) -> Paragraph:
    step = plan.scale.step("text")
    marker = Numbering("1.", number) if number else Bullet()
    hanging = hang((marker,), step.size)
    said = (
        *runs(head, Style(step.size, True)),
        *((Run(ctx.say("：", ": "), Style(step.size)),) if str(text) else ()),
        *runs(text, Style(step.size), Style(step.size, True)),
    )
    before = plan.scale.em(0.2)
    return Paragraph(
        said,
        step.leading,
        ctx.running,
        before=before,
        margin=hanging,
        indent=hanging,
        marker=marker,
    )


def _box(
    ctx: Context,
    name: Name,
    texts: tuple[Paragraph, ...],
    width: int,
    topic: Topic,
    above: int = 0,
    plan: Plan | None = None,
) -> tuple[Part, ...]:
    """A box of running text, so far below what is above it; a single paragraph without a stump at a
    `plan`."""
    tall = height_of(ctx, texts, width)

    def draw(x: int, y: int) -> tuple[TextBox, ...]:
        # It takes as many lines either way: only what is drawn has to know.
        own = _unstumped(ctx, plan, texts[0], width) if plan and len(texts) == 1 else width
        place = Rect(x, y + above, own, tall)
        return (text_box(ctx, name, place, texts, mark=topic.text_mark),)

    return (Part(above + tall, draw),)
