"""Turn the slides of one heading into fewer: points with their picture, few points with others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.chinese.hanzi import cells
from briefgen.drafting.cards import Card
from briefgen.record import replace

# Points on a slide.
POINTS = 6
# Points beside a picture, and how wide they are together; those that go together on one slide.
_COLUMN, _COLUMN_WIDTH, _TOGETHER = 5, 360, 620


def joined(cards: Sequence[Card], name: str) -> Iterator[Card]:
    """The slides of one heading, with points and the picture beside them as one, and few points
    under the same title as one."""
    last: Card | None = None
    for card in cards:
        both = _beside(last, card, name) or _together(last, card) if last else None
        if last and not both:
            yield last
        last = both or card
    if last:
        yield last


def _beside(one: Card, other: Card, name: str) -> Card | None:
    """Points and the one picture before or behind them in two columns, if they are so."""
    points, picture = (one, other) if one.kind == "bullets" else (other, one)
    said = points.fields.get("points", ())
    image = picture.fields.get("image")
    fit = (
        points.kind == "bullets"
        and picture.kind == "image"
        and image is not None
        and picture.title in (name, points.title)
        and list(points.fields) in (["points"], ["points", "numbered"])
        and len(said) <= _COLUMN
        and all(isinstance(each, str) for each in said)
        and sum(cells(str(each)) for each in said) <= _COLUMN_WIDTH
    )
    if not fit:
        return None
    return Card(
        kind="two-column",
        title=points.title,
        fields={"left": {"points": said}, "right": {"image": image or ""}},
        notes="\n".join(filter(None, (one.notes, other.notes))),
        blocks=(*one.blocks, *other.blocks),
        files=picture.files,
        plain=points,
    )


def _together(one: Card, other: Card) -> Card | None:
    """Two lists of points under one title as one, if that is not too long."""
    plain = one.kind == other.kind == "bullets" and one.title == other.title
    if not plain or list(one.fields) != ["points"] or list(other.fields) != ["points"]:
        return None
    points = (*one.fields["points"], *other.fields["points"])
    short = sum(cells(str(each)) for each in points) <= _TOGETHER
    short = short and all(isinstance(each, str) for each in points)
    if len(points) > POINTS or not short:
        return None
    return replace(
        one,
        fields={"points": points},
        notes="\n".join(filter(None, (one.notes, other.notes))),
        blocks=(*one.blocks, *other.blocks),
        passage="",
    )
