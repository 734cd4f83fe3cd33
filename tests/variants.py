"""A brief into others of the same kinds: longer and shorter texts, more and fewer items, nothing
optional. None of it is drawn by chance."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from itertools import count
from typing import Literal, TypeVar, get_args, get_origin, get_type_hints
from zlib import crc32

from briefgen.brief.hints import Length
from briefgen.brief.model import Brief, Cell, Logo, Measure, OnePage, Ref, Stamp, Text, Word, words
from briefgen.outline.attached.svg.read import read_svg
from briefgen.record import Record, defaults, field_names, replace

Cells = tuple[object, ...]
R = TypeVar("R", bound=Record)


class Variant(Record):
    """What is done to texts, to lists (of so many items at least and at most), and whether what may
    be absent is; how many further on each choice among words is, and yes or no; whether all is
    there that may be: a sentence, figures, a measure."""

    text: Callable[[str], str] = str
    items: Callable[[Cells, int, int], Cells] = lambda items, least, most: items
    bare: bool = False
    turned: int = 0
    full: bool = False

    def next(self) -> Variant:
        """What is done to the next field of a record."""
        return self


class Mixture(Variant, kw_only=True):
    """Each field of each record is another one of these variants; which, goes by a number."""

    number: int
    among: tuple[str, ...]
    fields: Iterator[int]

    def next(self) -> Variant:
        drawn = crc32(f"{self.number} {next(self.fields)}".encode())
        return VARIANTS[self.among[drawn % len(self.among)]]


# A logo with all that is drawn: lines and curves, gradients, groups that are moved, faint, cut out.
LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
  viewBox="0 0 120 60">
  <defs>
    <linearGradient id="a" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="#a8161c"/><stop offset="60%" stop-color="rgb(201,153,63)"/>
      <stop offset="1" stop-color="white" stop-opacity=".4"/>
    </linearGradient>
    <radialGradient id="b" cx="50%" cy="40%" r="60%" gradientTransform="rotate(20)">
      <stop offset="0" stop-color="gold"/><stop offset="1" stop-color="#14336b"/>
    </radialGradient>
    <linearGradient id="c" xlink:href="#a" gradientUnits="userSpaceOnUse" x1="60" x2="110"/>
    <path id="leaf" d="M0 0 C 4 -8 12 -8 16 0 S 12 8 0 0 z"/>
  </defs>
  <rect x="2" y="2" width="50" height="30" rx="6" ry="4" fill="url(#a)"/>
  <circle cx="80" cy="20" r="14" fill="url(#b)" stroke="navy" stroke-width="1.5"/>
  <ellipse cx="30" cy="46" rx="20" ry="8" fill="url(#c)" opacity=".6"/>
  <g transform="translate(60 40) scale(1.2) rotate(-15)" style="fill: #2e7d7a; stroke: none">
    <use xlink:href="#leaf"/>
    <use xlink:href="#leaf" x="20" transform="skewX(10)" fill-opacity="0.5"/>
  </g>
  <polygon points="100,50 110,34 118,50" fill="none" stroke="#000" stroke-width="2"
    stroke-dasharray="4 2" stroke-linejoin="round"/>
  <polyline points="4 56 20 50 36 56 52 50" fill="none" stroke="currentColor"
    stroke-linecap="round"/>
  <line x1="60" y1="58" x2="96" y2="56" stroke="#c9993f"/>
  <path fill-rule="evenodd" d="M90 2 h20 v20 h-20 z m5 5 h10 v10 h-10 z" fill="crimson"/>
  <path d="M56 30 q 6 4 12 0 t 12 0 a 6 4 30 1 0 8 6 l -4 4" stroke="#336" fill="none"/>
</svg>
"""
# What the brief is called, and whose it is.
NAMED = ("title", "subtitle", "organisation", "author", "footer")
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
    """So many items, the first of them again where there are fewer."""
    return lambda items, least, most: (items * count)[
        : min(max(least, count), max(most, len(items)))
    ]


VARIANTS = {
    "as-it-is": Variant(),
    "long": Variant(text=lambda said: said * 2),
    "far-too-long": Variant(text=lambda said: said * 9),
    "short": Variant(text=lambda said: said[: max(2, len(said) // 3)]),
    **{f"of-{count}": Variant(items=to(count)) for count in range(1, 9)},
    "many": Variant(items=doubled),
    "much": Variant(text=lambda said: said + said[: len(said) // 2], items=doubled),
    "bare": Variant(bare=True),
    "full": Variant(full=True),
    "full-and-long": Variant(full=True, text=lambda said: said * 2),
    "turned": Variant(turned=1),
    "turned-on": Variant(turned=2),
}

# What a mixture is made of: lengths of texts, what is there, how many there are.
LENGTHS = ("as-it-is", "long", "short", "turned", "turned-on", "bare")
COUNTS = ("much", *(f"of-{count}" for count in (1, 2, 3, 5, 7)))


def mixture(number: int, *among: str) -> Variant:
    return Mixture(number=number, among=among, fields=count())


# What is added where something may be; the figures are the gallery's.
ADDED: dict[type, tuple[object, ...]] = {
    Text: (words("补充说明一句话。"), words("再补充一句。")),
    Ref: (Ref("growth"), Ref("firms")),
    Cell: (Cell(Ref("growth")), Cell(Ref("firms"), words("企业"), words("高新技术企业"))),
    Measure: (Measure(words("补充"), words("把该补充的都补充上。")), Measure(words("再补充"))),
}


def varied(brief: Brief, variant: Variant) -> Brief:
    """The brief with its slides and its page in another variant."""
    slides = [
        replace(each, title=_text(each.title, variant), fields=_record(each.fields, variant))
        for each in brief.deck
    ]
    named = {name: _text(getattr(brief, name), variant) for name in NAMED}
    return replace(brief, deck=tuple(slides), page=_record(brief.page, variant), **named)


def dressed(brief: Brief, number: int) -> Brief:
    """The brief with what it may have besides its words: built up step by step, with slides hidden,
    titles in a second language, a mark across, a logo. Which of them, and how, goes by a number."""
    slides = [
        replace(
            each,
            build=at % 3 != number,
            hidden=at % 9 == number,
            second=words(f"Number {at}", each.mark) if number != 1 else None,
        )
        for at, each in enumerate(brief.deck)
    ]
    given = {
        "deck": tuple(slides),
        "stamp": Stamp(words(("讨论稿", "第2稿", "Draft")[number]), number != 1),
        "voice": replace(brief.voice, second="en" if number != 1 else None),
    }
    if number != 2:
        given["logo"] = Logo("logo.svg", words("新区"))
        given["attached"] = replace(brief.attached, logo=read_svg(LOGO.encode()))
    return replace(brief, **given)


def of_sections(brief: Brief, count: int) -> Brief:
    """The brief with so many sections, each as long as its number tells."""
    by_kind = {slide.kind: slide for slide in brief.deck}
    deck = [by_kind["cover"], by_kind["agenda"]]
    for number in range(1, count + 1):
        title = words("滨江新区的路径" * (1 + number % 3))
        deck.append(replace(by_kind["section"], id=f"part-{number}", title=title))
        deck += [replace(by_kind["quote"], id=f"quote-{number}", minutes=Decimal(number))]
    return replace(brief, deck=(*deck, by_kind["closing"]))


def of_topics(brief: Brief, count: int) -> Brief:
    """The brief as it would be with so many topics: the page alone is of use then."""
    topics = brief.topics[:count]
    there = {topic.id for topic in topics}
    page = replace(brief.page, topics=tuple([t for t in brief.page.topics if t.id in there]))
    return replace(brief, topics=topics, page=page)


def _text(text: Text, variant: Variant) -> Text:
    cut = [replace(each, text=variant.text(each.text)) for each in text.segments]
    return replace(text, segments=tuple(cut), short=None)


def _record(record: R, whole: Variant) -> R:
    given = {}
    absent = defaults(type(record))
    for name in field_names(record):
        value = getattr(record, name)
        variant = whole.next()
        if variant.bare and absent.get(name, ...) is None:
            given[name] = None
        else:
            choices = _choices(type(record)).get(name, ())
            if choices and variant.turned:
                value = choices[(choices.index(value) + variant.turned) % len(choices)]
            if variant.full and value in (None, ()):
                value = _filled(_hints(type(record))[name], value)
            given[name] = _value(value, whole, variant, _lengths(type(record)).get(name))
    return replace(record, **given)


def _value(value: object, whole: Variant, variant: Variant, length: Length | None) -> object:
    if isinstance(value, Text):
        return _text(value, variant)
    if isinstance(value, Word) and not value.text.isdecimal():
        return replace(value, text=variant.text(value.text))
    if isinstance(value, tuple):
        items = tuple([_value(each, whole, variant, None) for each in value])
        return variant.items(items, length.least, length.most) if length else items
    if isinstance(value, Record):
        return _record(value, whole)
    return value


def _filled(hint: object, absent: object) -> object:
    """What may stand in a field that says nothing; what it was where nothing known may."""
    of = [each for each in get_args(hint) if each not in (type(None), Ellipsis)]
    made = ADDED.get(of[0], ()) if len(of) == 1 and isinstance(of[0], type) else ()
    if not made:
        return absent
    return made if get_origin(hint) is tuple else made[0]


@cache
def _hints(cls: type) -> dict[str, object]:
    return get_type_hints(cls)


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


@cache
def _choices(cls: type) -> dict[str, tuple[object, ...]]:
    """What each field may be that is one of several words, or yes or no."""
    found: dict[str, tuple[object, ...]] = {}
    for name, hint in _hints(cls).items():
        words = [each for of in (hint, *get_args(hint)) for each in _words(of)]
        if words:
            found[name] = (*words, *([None] if type(None) in get_args(hint) else []))
    return found


def _words(hint: object) -> tuple[object, ...]:
    if hint is bool:
        return (False, True)
    return get_args(hint) if get_origin(hint) is Literal else ()
