"""A brief into others of the same kinds: longer and shorter texts, more and fewer items, nothing
optional. None of it is drawn by chance."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar, get_args, get_type_hints

from briefgen.brief.hints import Length
from briefgen.brief.model import Brief, OnePage, Text
from briefgen.record import Record, defaults, field_names, replace

Cells = tuple[object, ...]
R = TypeVar("R", bound=Record)


class Variant(Record):
    """What is done to texts, to lists (of so many items at least and at most), and whether what may
    be absent is."""

    text: Callable[[str], str] = str
    items: Callable[[Cells, int, int], Cells] = lambda items, least, most: items
    bare: bool = False


# The lists of a printed page are declared where they are written, which has another form.
PAGE = {
    "figures": Length(0, 6),
    "chart": Length(2, 8),
    "timeline": Length(1, 6),
    "targets": Length(2, 10),
}


def doubled(items: Cells, least: int, most: int) -> Cells:
    return (items * 2)[: max(most, len(items))]


def to(count: int) -> Callable[[Cells, int, int], Cells]:
    return lambda items, least, most: items[: max(least, count)]


VARIANTS = {
    "as-it-is": Variant(),
    "long": Variant(text=lambda said: said * 2),
    "short": Variant(text=lambda said: said[: max(2, len(said) // 3)]),
    "one": Variant(items=to(1)),
    "two": Variant(items=to(2)),
    "three": Variant(items=to(3)),
    "many": Variant(items=doubled),
    "much": Variant(text=lambda said: said + said[: len(said) // 2], items=doubled),
    "bare": Variant(bare=True),
}


def varied(brief: Brief, variant: Variant) -> Brief:
    """The brief with its slides and its page in another variant."""
    slides = [
        replace(each, title=_text(each.title, variant), fields=_record(each.fields, variant))
        for each in brief.deck
    ]
    return replace(brief, deck=tuple(slides), page=_record(brief.page, variant))


def of_topics(brief: Brief, count: int) -> Brief:
    """The brief as it would be with so many topics: the page alone is of use then."""
    topics = brief.topics[:count]
    there = {topic.id for topic in topics}
    page = replace(brief.page, topics=tuple([t for t in brief.page.topics if t.id in there]))
    return replace(brief, topics=topics, page=page)


def _text(text: Text, variant: Variant) -> Text:
    cut = [replace(each, text=variant.text(each.text)) for each in text.segments]
    return replace(text, segments=tuple(cut), short=None)


def _record(record: R, variant: Variant) -> R:
    given = {}
    absent = defaults(type(record))
    for name in field_names(record):
        value = getattr(record, name)
        if variant.bare and absent.get(name, ...) is None:
            given[name] = None
        else:
            given[name] = _value(value, variant, _lengths(type(record)).get(name))
    return replace(record, **given)


def _value(value: object, variant: Variant, length: Length | None) -> object:
    if isinstance(value, Text):
        return _text(value, variant)
    if isinstance(value, tuple):
        items = tuple([_value(each, variant, None) for each in value])
        return variant.items(items, length.least, length.most) if length else items
    if isinstance(value, Record):
        return _record(value, variant)
    return value


@cache
def _lengths(cls: type) -> dict[str, Length]:
    """How long each list among the fields of a record may be."""
    found = {}
    if cls is OnePage:
        return PAGE
    for name, hint in get_type_hints(cls, include_extras=True).items():
        for each in get_args(hint):
            if isinstance(each, Length):
                found[name] = each
    return found
