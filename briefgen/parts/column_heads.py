"""Turn the heads of columns into boxes that are no smaller than what stands below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.geometry import EMU_PER_PT, Rect
from briefgen.parts.context import Context
from briefgen.parts.text import Wanted, set_box, set_boxes
from briefgen.problems import Problems
from briefgen.record import replace
from briefgen.scene.items import Item, Page, Rule, TextBox
from briefgen.scene.names import Name
from briefgen.scene.placeholders import LayoutSlot
from briefgen.theme.model import DECK, Step
from briefgen.typography.text import Line, Paragraph, Run

# The sizes that heads may have, all below that of a title, and the one they have above text of the
# usual size.
HEADS: tuple[Step, ...] = tuple(DECK[name] for name in ("lead", "head", "body"))
_USUAL = 1
# What the heads of columns are called, and the lines below them.
HEAD, _RULE = Name("column-head").kind, Name("heading-rule").kind


def set_column_heads(
    ctx: Context, heads: Sequence[Wanted], below: Sequence[TextBox]
) -> tuple[TextBox, ...]:
    """Set heads, whose words have the sizes of HEADS, on one line each: in the size of the text
    `below` them where that is large, else in the usual one, or a step smaller."""
    sizes = [run.style.size for box in below for part in box.paragraphs[:1] for run in part.runs]
    most = max(sizes, default=0)
    first = next((n for n in range(_USUAL) if HEADS[n].size <= most), _USUAL)

    def made(want: Wanted) -> Wanted:
        return replace(want, make=lambda level, short: want.make(level + first, short))

    # What stands below in a large size makes a larger head possible, and no smaller one a fault.
    return set_boxes(ctx, [made(want) for want in heads], len(HEADS) - first, _USUAL - first)


def moved_heads(
    ctx: Context, page: Page, columns: Sequence[tuple[Rect, LayoutSlot]], size: int
) -> list[tuple[Item, Item]]:
    """What heads the columns of a page, over the places that their texts have in a template: in the
    `size` (EMU) of these where that is larger, or the next below at which each stays on its line.
    """
    found = [each for column, at in columns for each in _over(page, column, at)]
    boxes = [new for _, new in found if isinstance(new, TextBox)]
    grown = iter(_grown(ctx, boxes, size))
    return [(old, next(grown) if isinstance(new, TextBox) else new) for old, new in found]


def _over(page: Page, column: Rect, at: LayoutSlot) -> Iterator[tuple[Item, Item]]:
    left, right = at.rect.x + at.insets[0], at.rect.right - at.insets[2]
    for item in page.items:
        if isinstance(item, TextBox) and item.name.kind == HEAD and item.rect.x == column.x:
            dx = left - item.rect.x
            lines = tuple(_shifted(line, dx) for line in item.lines)
            rect = replace(item.rect, x=left, w=right - left)
            yield item, replace(item, rect=rect, lines=lines)
        elif isinstance(item, Rule) and item.name.kind == _RULE and item.x1 == column.x:
            yield item, replace(item, x1=left, x2=right)


def _shifted(line: Line, dx: int) -> Line:
    spans = tuple(replace(span, x=span.x + dx) for span in line.spans)
    return replace(line, x=line.x + dx, spans=spans)


def _grown(ctx: Context, heads: Sequence[TextBox], size: int) -> Sequence[TextBox]:
    """Heads in a size, or in the next smaller one that is still larger than they are."""
    now = max((run.style.size for box in heads for run in _runs(box)), default=0)
    for points in range(size // EMU_PER_PT, now // EMU_PER_PT, -1):
        quiet = replace(ctx, problems=Problems())
        made = [_sized(quiet, each, points * EMU_PER_PT) for each in heads]
        same = all(len(new.lines) == len(old.lines) for new, old in zip(made, heads, strict=True))
        if same and not quiet.problems.fatal:
            return made
    return heads


def _runs(box: TextBox) -> Iterator[Run]:
    return (run for part in box.paragraphs for run in part.runs)


def _sized(ctx: Context, head: TextBox, size: int) -> TextBox:
    own = max(run.style.size for run in _runs(head))

    def make(level: int, short: bool) -> tuple[Paragraph, ...]:
        return tuple(
            replace(
                part,
                leading=part.leading * size // own,
                runs=tuple(replace(run, style=replace(run.style, size=size)) for run in part.runs),
            )
            for part in head.paragraphs
        )

    rect, insets = head.rect, head.insets
    want = Wanted(head.name, rect, make, anchor=head.anchor, insets=insets, mark=head.mark)
    made = set_box(ctx, want, 1)
    return replace(head, paragraphs=made.paragraphs, lines=made.lines)
