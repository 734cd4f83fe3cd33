"""Turn the fields of a record into the places that blocks of a document have in it.

What a field may hold says what is written there: a list goes to the record's list, a table to its
rows. So a kind of another package is written in Markdown as those built in are.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_args, get_origin

from briefgen.brief.hints import Verbatim
from briefgen.brief.model import Image, Ref, Text, Word
from briefgen.brief.roles import innermost
from briefgen.outline.convert import Field, fields_of, unwrapped
from briefgen.record import is_record

Shape = Literal[
    "text", "texts", "ref", "refs", "word", "words", "record", "records", "rows", "else"
]
# The lists that are not a slide's content, though they are lists.
_BESIDE = (
    "header",
    "labels",
    "annotate",
    "columns",
    "widths",
    "bold",
    "coloured",
    "total",
    "parts",
)
# Where strong words by themselves stand, and where words in emphasis do.
_STRONG = ("lead", "claim", "conclusion")


class Places(dict[str, Field]):
    """The fields of records by name, and which of them takes which block."""

    @property
    def points(self) -> Field | None:
        """The field that a list fills."""
        lists = [each for each in self.values() if shape(each) in ("texts", "words", "records")]
        lists = [each for each in lists if each.name not in _BESIDE and not _is_picture(each)]
        named = [each for each in lists if each.name == "points"]
        asked = [each for each in lists if each.required]
        return next(iter((*named, *asked, *lists)), None)

    @property
    def refs(self) -> Field | None:
        """The field that a list of figures fills."""
        lists = (each for each in self.values() if shape(each) in ("refs", "records"))
        figures = [each for each in lists if each.name == "figures"]
        return next(iter(figures), None)

    @property
    def rows(self) -> Field | None:
        return next((each for each in self.values() if shape(each) == "rows"), None)

    @property
    def table(self) -> Field | None:
        """The field that is a table of its own, with header and rows."""
        records = (each for each in self.values() if shape(each) == "record")
        return next((each for each in records if places(inner(each)).rows), None)

    @property
    def quoted(self) -> Field | None:
        """The field of words that stand in a source."""
        return next(
            (f for f in self.values() if any(isinstance(r, Verbatim) for r in f.rules)), None
        )

    @property
    def strong(self) -> Field | None:
        return next((self[name] for name in _STRONG if name in self), None)

    @property
    def plain(self) -> Field | None:
        """The field of running text."""
        if self.quoted:
            return None
        return next((self[name] for name in ("text", "lead", "subtitle") if name in self), None)

    @property
    def sides(self) -> tuple[Field, ...]:
        """The fields that are records with a head of their own: the sides of a comparison."""
        return tuple(
            each
            for each in self.values()
            if shape(each) == "record" and "head" in places(unwrapped(each.hint))
        )

    @property
    def picture(self) -> Field | None:
        return next((f for f in self.values() if shape(f) == "record" and _is_picture(f)), None)

    @property
    def pictures(self) -> Field | None:
        return next((f for f in self.values() if shape(f) == "records" and _is_picture(f)), None)

    @property
    def texts(self) -> tuple[Field, ...]:
        """The fields that hold one text each, in order."""
        return tuple(each for each in self.values() if shape(each) == "text")


@cache
def places(*classes: type) -> Places:
    """The places of the fields of these records."""
    return Places({field.name: field for cls in classes for field in fields_of(cls)})


def shape(field: Field) -> Shape:
    """What a field holds, as far as a document is concerned."""
    hint = unwrapped(field.hint)
    if get_origin(hint) is tuple:
        inner = unwrapped(get_args(hint)[0])
        if get_origin(inner) is tuple:
            return "rows"
        several: dict[Shape, Shape] = {
            "text": "texts",
            "ref": "refs",
            "word": "words",
            "record": "records",
        }
        return several.get(_single(inner), "else")
    return _single(hint)


def _single(hint: Any) -> Shape:
    if hint is Text:
        return "text"
    if hint is Ref:
        return "ref"
    if hint in (str, Word, bool, int) or get_origin(hint) is Literal:
        return "word"
    return "record" if is_record(hint) else "else"


def inner(field: Field) -> type:
    """The record that a field holds, or holds several of."""
    found: type = innermost(field.hint)
    return found


def _is_picture(field: Field) -> bool:
    held = innermost(field.hint)
    return isinstance(held, type) and issubclass(held, Image)
