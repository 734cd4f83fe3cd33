"""Turn a part of the printed page into a block: how high it must be, may be, and what it draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefgen.brief.model import Text
from briefgen.geometry import Rect, mm, pt
from briefgen.pages.onepager.plan import Density, Plan
from briefgen.parts.context import Context
from briefgen.parts.status import beside, status, status_mark
from briefgen.parts.text import Wanted, label, para, set_box
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record, replace
from briefgen.scene.items import Anchor, Item, Level, Rule, Shape, Stroke, TextBox
from briefgen.scene.names import Name
from briefgen.theme.model import Step
from briefgen.typography.fonts import Fonts
from briefgen.typography.text import Paragraph

# How far a block stands from the edges of its own ground.
_INSET = mm(7)


class Block(Record, kw_only=True):
    """A part of the page that stands across a panel.

    `height` is what it needs, `stretch` what it can make good use of besides, and `flex` what it
    can take on top of that where nothing else is there to show (EMU). `share` is its fair part of a
    page in percent: where a page is too full, the block furthest above it is named, at `mark`, as
    the phrase of messages that `named` is the key of says ("topics-are").
    """

    height: int
    draw: Callable[[Rect], tuple[Item, ...]]
    stretch: int = 0
    share: int = 0
    named: str = ""
    mark: Mark = NOWHERE
    flex: int = 0


def left_over(blocks: Sequence[Block], room: int, gap: int) -> int:
    """How much of a room so high the blocks can make no use of, so far apart (EMU)."""
    tall = sum(block.height + block.stretch + block.flex for block in blocks)
    return room - tall - gap * max(0, len(blocks) - 1)


def panel(make: Callable[[int], Block | None], width: int) -> Block | None:
    """A block upon a ground of its own, which may be as high as there is room; the block stands in
    its middle, as the eye sees it."""
    inner = make(width - 2 * _INSET)
    if inner is None:
        return None

    def draw(rect: Rect) -> tuple[Item, ...]:
        ground = Shape(Name("ground"), rect, fill="surface")
        y = rect.y + (rect.h - inner.height) * 45 // 100
        area = Rect(rect.x + _INSET, y, rect.w - 2 * _INSET, inner.height)
        return (ground, *inner.draw(area))

    return replace(inner, height=inner.height + 2 * _INSET, draw=draw, stretch=0, flex=mm(1000))


def column(blocks: Sequence[Block], rect: Rect, least: int, most: int) -> tuple[Item, ...]:
    """The blocks from the top of `rect` to its bottom.

    Room that is left first widens the gaps between them from `least` up to `most`, then the
    blocks that can use it, then those that can take it; what remains is shared among the gaps, so
    that no hole is left.
    """
    if not blocks:
        return ()
    gaps = len(blocks) - 1
    spare = max(0, rect.h - sum(block.height for block in blocks) - gaps * least)
    wider = min(spare, gaps * (most - least))
    stretch, flex = (sum(each) for each in zip(*((b.stretch, b.flex) for b in blocks), strict=True))
    used = min(spare - wider, stretch)
    more = min(spare - wider - used, flex)
    gap = least + ((spare - used - more) // gaps if gaps else 0)
    items: list[Item] = []
    y = rect.y
    for block in blocks:
        height = block.height + used * block.stretch // max(1, stretch)
        height += more * block.flex // max(1, flex)
        items += block.draw(Rect(rect.x, y, rect.w, height))
        y += height + gap
    return tuple(items)


def text_box(
    ctx: Context,
    name: Name,
    rect: Rect,
    paragraphs: tuple[Paragraph, ...],
    *,
    anchor: Anchor = "top",
    insets: tuple[int, int, int, int] = (0, 0, 0, 0),
    heading: Level = "p",
    one_line: tuple[int, ...] = (),
    mark: Mark = NOWHERE,
) -> TextBox:
    """A box of paragraphs whose size has been found already."""
    return set_box(
        ctx,
        Wanted(
            name,
            rect,
            lambda level, short: paragraphs,
            slot=None,
            anchor=anchor,
            insets=insets,
            heading=heading,
            one_line=one_line,
            mark=mark,
        ),
    )


def label_edge(size: Step) -> int:
    """How far what a figure is stands from the left, behind the mark of its status (EMU)."""
    return size.size * 11 // 10


def mark_before(ctx: Context, box: TextBox, figure: str, size: Step) -> tuple[Shape, ...]:
    """The mark of a figure's status, before the words below it in a box that say what it is."""
    shown = [
        number + 1
        for number, paragraph in enumerate(box.paragraphs[:-1])
        if any(run.figure == figure and run.style.size > size.size for run in paragraph.runs)
    ]
    found = [line for line in box.lines if line.paragraph in shown[:1]]
    if not found:
        return ()
    place = beside(box.rect.x + box.insets[0], found[0].baseline, size.size)
    return (status_mark(ctx, status(ctx.figure(figure)), place),)


def height_of(
    ctx: Context,
    paragraphs: Sequence[Paragraph],
    width: int,
    lines: Callable[[Context, Paragraph, int], int] | None = None,
) -> int:
    """How high the paragraphs are, set to a width (EMU); `lines` counts the lines of each."""
    height, count = 0, lines or lines_of
    for number, paragraph in enumerate(paragraphs):
        height += (paragraphs[number - 1].after + paragraph.before) if number else 0
        height += paragraph.leading * count(ctx, paragraph, width)
    return height


def lines_of(ctx: Context, paragraph: Paragraph, width: int) -> int:
    """How many lines a paragraph takes in a width (EMU)."""
    if is_short(ctx.fonts, paragraph, width):
        return 1
    return ctx.setting.lines(paragraph, width)


def is_short(fonts: Fonts, paragraph: Paragraph, width: int) -> bool:
    """Whether a paragraph is so short that it need not be set to see that it takes one line."""
    room = width - paragraph.margin
    return 0 < _bare(fonts, paragraph) * 8 < room * 7 and "\n" not in paragraph.text


def _bare(fonts: Fonts, paragraph: Paragraph) -> int:
    """How wide a paragraph is on one line without the spacing that setting it adds (EMU)."""
    runs = paragraph.runs
    if len(runs) == 1:
        style = runs[0].style
        return fonts.face(style.bold).width(runs[0].text) * style.size // 1000
    return sum([fonts.face(r.style.bold).width(r.text) * r.style.size for r in runs]) // 1000


def on_one_line(ctx: Context, paragraph: Paragraph, width: int) -> bool:
    """Whether a paragraph stays on one line of a width (EMU)."""
    # Spacing changes a line by less than this; only what is close has to be set.
    if _bare(ctx.fonts, paragraph) * 3 > width * 4:
        return False
    return lines_of(ctx, paragraph, width) == 1


def note(text: Text | str, plan: Plan, link: str = "") -> Paragraph:
    """A note below something."""
    return para(text, plan.density.note, colour="ink2", short=plan.short, link=link)


def heading_height(ctx: Context, text: Text | str, density: Density, width: int) -> int:
    """How high `heading` is."""
    return mm(2.5) + height_of(ctx, (para(text, density.head, bold=True),), width)


def heading(
    ctx: Context, name: Name, text: Text | str, density: Density, rect: Rect
) -> tuple[tuple[Item, ...], int]:
    """A block's heading under a rule; and where the block goes on."""
    height = heading_height(ctx, text, density, rect.w) - mm(2.5)
    area = Rect(rect.x, rect.y + mm(1.5), rect.w, height)
    items: tuple[Item, ...] = (
        Rule(
            Name("heading-rule", of=name),
            rect.x,
            rect.y,
            rect.right,
            rect.y,
            Stroke("ink", pt(1)),
        ),
        label(
            ctx,
            name,
            area,
            text,
            density.head,
            bold=True,
            heading="h2",
        ),
    )
    return items, area.bottom + mm(1)
