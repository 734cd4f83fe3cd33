"""Turn the nodes of a deck into slides, each with the fields of its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping as ByName
from decimal import Decimal
from typing import Literal, Protocol

from briefgen.brief.model import Footnote, Slide, words
from briefgen.outline.convert import check_readable, convert, convert_together, fields_of
from briefgen.outline.language import Target, second
from briefgen.outline.nearest import likeliest, nearest
from briefgen.outline.reading import nodes
from briefgen.outline.reading.nodes import Entry, Mapping, Node, Scalar, text_at
from briefgen.outline.written import FootnoteForm, SlideForm
from briefgen.problems import Mark, phrase
from briefgen.record import is_record


class SlideKind(Protocol):
    """What reading needs to know of a slide kind."""

    @property
    def fields(self) -> type: ...

    @property
    def title(self) -> Literal["required", "optional"]: ...


def check_fields(cls: type) -> None:
    """Raise TypeError where a class cannot be the fields of a slide kind.

    It has to be a record, whose fields can be read and are none of those that every slide has.
    """
    if not is_record(cls):
        raise TypeError(f"{cls!r} is no Record")
    check_readable(cls)
    every = {field.name for field in fields_of(SlideForm)}
    if own := [field.name for field in fields_of(cls) if field.name in every]:
        raise TypeError(f"{cls.__name__}.{own[0]}: every slide has a field of this name already")


def name_slides(outline: Mapping) -> Mapping:
    """The outline with an id on every slide: one without gets its kind's name, made unique."""
    deck = outline.get("deck")
    if not isinstance(deck, nodes.Sequence):
        return outline
    taken = {text_at(item, "id") for item in deck.items}
    named: list[Node] = []
    for item in deck.items:
        if isinstance(item, Mapping) and item.get("id") is None:
            base = text_at(item, "kind") or "slide"
            number, id = 1, base
            while id in taken:
                number += 1
                id = f"{base}-{number}"
            taken.add(id)
            item = item.with_entry("id", Entry(item.mark, Scalar(id, item.mark)))
        named.append(item)
    entry = Entry(outline.key_mark("deck"), nodes.Sequence(tuple(named), deck.mark))
    return outline.with_entry("deck", entry)


def slides(deck: Node, kinds: ByName[str, SlideKind], to: Target) -> tuple[Slide, ...]:
    """The slides of a deck whose every slide has an id; those with problems are left out."""
    if not isinstance(deck, nodes.Sequence):
        to.add("deck-not-a-list", deck.mark)
        return ()
    made = []
    first: dict[str, Mark] = {}
    for item in deck.items:
        slide = _slide(item, kinds, to)
        id = text_at(item, "id")
        if id in first:
            things = phrase("slides")
            to.add("duplicate-id", item.mark, things=things, id=id, line=first[id].line)
        elif id:
            first[id] = item.mark
        if slide is not None:
            made.append(slide)
    return tuple(made)


def _slide(item: Node, kinds: ByName[str, SlideKind], to: Target) -> Slide | None:
    name = item.get("kind") if isinstance(item, Mapping) else None
    if not isinstance(item, Mapping) or not isinstance(name, Scalar):
        # Without its kind nothing else of a slide can be judged.
        convert(SlideForm, _of_every_kind(item) if isinstance(item, Mapping) else item, to)
        return None
    kind = kinds.get(name.text)
    if kind is None:
        to.add(
            "unknown-kind", name.mark, name=name.text, offer=nearest(name.text, kinds, whole=True)
        )
        return None
    found = convert_together((SlideForm, kind.fields), item, to)
    untitled = kind.title == "required" and item.get("title") is None
    if untitled and not any(likeliest(key, ("title",)) for key in item.entries):
        to.add("missing-title", item.mark, kind=name.text)
        return None
    if found is None:
        return None
    form, fields = found
    if form.unchecked.strip().lower() in _NO_REASON:
        to.add("unchecked-unexplained", form.unchecked_mark, id=form.id)
    title = form.title or words("", item.mark)
    own_title = item.get("title")
    return Slide(
        id=form.id,
        kind=form.kind,
        title=title,
        fields=fields,
        notes=form.notes,
        hidden=form.hidden,
        mark=form.mark,
        minutes=Decimal(form.minutes) if form.minutes else None,
        build=form.build,
        about=form.about,
        second=second(own_title, to) if to.second and own_title is not None else None,
        footnotes=footnotes(form.footnotes, to),
        layout=form.layout,
        layout_mark=form.layout_mark,
        unchecked=form.unchecked,
    )


# What somebody writes who takes a reason for a switch.
_NO_REASON = frozenset({"yes", "true", "on", "y", "是", "对", "1", "no", "false", "off", "否"})


def footnotes(forms: ByName[str, FootnoteForm] | None, to: Target) -> tuple[Footnote, ...]:
    """Footnotes in the order written, whose numbers are from 1 to 99."""
    made = []
    for key, form in (forms or {}).items():
        if re.fullmatch("[1-9][0-9]?", key):
            made.append(Footnote(key, form.text))
        else:
            to.add("bad-footnote", form.mark, key=key)
    return tuple(made)


def _of_every_kind(item: Mapping) -> Mapping:
    """What every slide may have of a slide, and what seems to be meant for its kind."""
    every = {field.name for field in fields_of(SlideForm)}
    other = (key for key in item.entries if key not in every)
    return item.without(*(key for key in other if not likeliest(key, ("kind",))))
