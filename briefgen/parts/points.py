"""Turn points, and the points below them, into the paragraphs of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Text
from briefgen.brief.wording import Look as Marked
from briefgen.colours import Token
from briefgen.geometry import pt
from briefgen.parts.text import para
from briefgen.patterns import compiled
from briefgen.record import Record, replace
from briefgen.theme.model import DECK, Step
from briefgen.typography.markers import Bullet, Marker, Numbering, Scheme, hang
from briefgen.typography.text import Paragraph

# How a list is numbered: not at all, 1. and (1), or as official documents do, 一、 and （一）.
Numbers = Literal["no", "yes", "一、"]
_SCHEMES: dict[Numbers, tuple[Scheme, Scheme]] = {
    "yes": ("1.", "(1)"),
    "一、": ("一、", "（一）"),
}
_MARKS = (Bullet(), Bullet("–"))
# A name that a point begins with: a few words and a colon, with nothing before that ends a clause.
_NAME = compiled(r"(?:[^：:，。；、,.;!?！？“”\s]{2,12}：|[A-Z][^：:,.;!?]{1,27}: )")
# So many items have marks of one width.
_COUNT = 10


class Point(Record):
    """One point, and perhaps points below it."""

    text: Annotated[Text, Doc("What it says.")]
    points: Annotated[tuple[Text, ...], Length(1, 6), Doc("The points below it.")] = ()


class Look(Record):
    """How a list is set: the steps of its two levels, and the space above an item of each."""

    step: Step
    gap: int
    below: Step
    gap_below: int


# From the largest: few points stand large and wide apart.
LOOKS = (
    Look(DECK["large"], pt(24), DECK["head"], pt(12)),
    Look(DECK["large"], pt(14), DECK["head"], pt(8)),
    Look(DECK["lead"], pt(32), DECK["head"], pt(12)),
    Look(DECK["lead"], pt(24), DECK["head"], pt(10)),
    Look(DECK["lead"], pt(12), DECK["head"], pt(8)),
    Look(DECK["head"], pt(18), DECK["body"], pt(8)),
    Look(DECK["head"], pt(10), DECK["body"], pt(5)),
    Look(DECK["body"], pt(12), DECK["dense"], pt(6)),
    Look(DECK["body"], pt(6), DECK["dense"], pt(3)),
    Look(DECK["dense"], pt(8), DECK["small"], pt(4)),
    Look(DECK["dense"], pt(4), DECK["small"], pt(2)),
)
NORMAL = 5


def led_in(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points with what stands before their colons as if it were marked as strong, where each
    has such a name and none has anything else that tells what leads."""
    if len(points) < 2 or any(each.points or each.text.marked for each in points):
        return tuple(points)
    ends = [_lead_in(each.text) for each in points]
    if not all(ends):
        return tuple(points)
    return tuple(
        replace(each, text=_strong(each.text, end)) for each, end in zip(points, ends, strict=True)
    )


def is_led_in(point: Point) -> bool:
    """Whether a point begins with a name that stands out: it is no call, which has one look."""
    first = point.text.segments[0] if point.text.segments else None
    return bool(first and first.look and first.look.strong and _NAME.fullmatch(first.text))


def _lead_in(text: Text) -> int:
    """Where the name ends that a text begins with; 0 for one without."""
    first = text.segments[0] if text.segments else None
    if first is None or first.figure or first.look:
        return 0
    found = _NAME.match(first.text)
    return found.end() if found and len(str(text)) > found.end() else 0


def _strong(text: Text, end: int) -> Text:
    first, *rest = text.segments
    cut = (
        replace(first, text=first.text[:end], look=Marked(strong=True)),
        replace(first, text=first.text[end:]),
    )
    short = text.short and (_strong(text.short, at) if (at := _lead_in(text.short)) else text.short)
    return replace(text, segments=(*(each for each in cut if each.text), *rest), short=short)


def listed(
    points: Sequence[tuple[int, Point]],
    look: Look,
    numbers: Numbers,
    short: bool,
    heads: bool | None = None,
) -> tuple[Paragraph, ...]:
    """The paragraphs of numbered points in their two levels, each with its mark. Points are bold
    where any has points below it, or where they are said to be `heads`, as those in another box of
    the same list are."""
    heads = any(point.points for _, point in points) if heads is None else heads
    schemes = _SCHEMES.get(numbers)
    sizes = look.step.size, look.below.size
    hangs = [
        _hang(scheme, size) for scheme, size in zip(schemes or (None, None), sizes, strict=True)
    ]
    made: list[Paragraph] = []
    for number, point in points:
        mark = Numbering(schemes[0], number) if schemes else _MARKS[0]
        made.append(_item(point.text, look, 0, mark, 0, hangs[0], short, heads))
        for below, text in enumerate(point.points, 1):
            mark = Numbering(schemes[1], below) if schemes else _MARKS[1]
            made.append(_item(text, look, 1, mark, hangs[0], hangs[1], short))
    return tuple(made)


def headed(
    number: int, point: Point, look: Look, numbers: Numbers, short: bool
) -> tuple[Paragraph, ...]:
    """A point as the head of what stands below it, in a panel of their own."""
    schemes = _SCHEMES.get(numbers)
    mark = Numbering(schemes[0], number) if schemes else None
    head = para(
        point.text,
        look.step,
        bold=True,
        colour="primary",
        short=short,
        marker=mark,
        hanging=_hang(schemes[0], look.step.size) if schemes else 0,
    )
    first = replace(head, marker_colour="primary") if mark else head
    hanging = _hang(schemes[1] if schemes else None, look.below.size)
    # Below a coloured head they stand back by their size alone.
    below = [
        _item(text, look, 1, _mark_of(schemes, n), 0, hanging, short, colour="ink")
        for n, text in enumerate(point.points, 1)
    ]
    return (first, *below)


def _mark_of(schemes: tuple[Scheme, Scheme] | None, number: int) -> Marker:
    return Numbering(schemes[1], number) if schemes else _MARKS[0]


def called(
    number: int, point: Point, size: Step, numbers: Numbers, short: bool
) -> tuple[Paragraph, ...]:
    """A point alone in its panel, in bold, behind its number if it has one."""
    schemes = _SCHEMES.get(numbers)
    mark = Numbering(schemes[0], number) if schemes else None
    hanging = _hang(schemes[0], size.size) if schemes else 0
    return (para(point.text, size, bold=True, short=short, marker=mark, hanging=hanging),)


def _hang(scheme: Scheme | None, size: int) -> int:
    """How far the texts of a level hang: the same for one item and for ten."""
    marks: list[Marker] = list(_MARKS)
    if scheme:
        marks = [Numbering(scheme, number) for number in range(1, _COUNT + 1)]
    return hang(marks, size)


def _item(
    text: Text,
    look: Look,
    level: int,
    mark: Marker,
    edge: int,
    hanging: int,
    short: bool,
    bold: bool = False,
    colour: Token | None = None,
) -> Paragraph:
    colour = colour or ("ink2" if level else "ink")
    made = para(
        text,
        look.below if level else look.step,
        colour=colour,
        strong=colour,
        bold=bold,
        short=short,
        before=look.gap_below if level else look.gap,
        marker=mark,
        level=level,
        edge=edge,
        hanging=hanging,
    )
    # Where no application counts so, the number is words of the text, and looks as they do.
    plain = isinstance(mark, Numbering) and mark.scheme in _SCHEMES["一、"]
    return replace(made, marker_colour=colour) if plain else made
