"""Turn cells that say again what the head of their column says into cells that do not.

In English a target is “a target of 65%”; under the head “Target for 2028” it is 65%.
"""

from __future__ import annotations

from typing import Any, Literal

from briefgen.brief.model import Brief, Slide, Text
from briefgen.brief.roles import headed
from briefgen.facts.say_english import TARGETED
from briefgen.patterns import pattern
from briefgen.record import Record, field_names, replace

# What figures below a head are, where it says that nobody has reached them.
Aim = Literal["target", "plan"]
# How it says so: in English by whole words (“Claims” aims at nothing).
_SAYS = {
    "target": pattern(r"(?i:\b(?:targets?|targeted|goals?|aims?|aimed)\b)|目[标標]"),
    "plan": pattern(r"(?i:\b(?:plans?|planned)\b)|[计計][划劃]"),
}


def under_heads(brief: Brief) -> Brief:
    """A brief in English whose tables do not say twice that figures are targets."""
    deck = tuple(_slide(slide) for slide in brief.deck)
    return replace(brief, deck=deck) if deck != brief.deck else brief


def says(head: str, aim: Aim) -> bool:
    """Whether the words above figures say that these are targets, or planned.

    >>> says("Target for 2028", "target"), says("Claims", "target"), says("明年计划", "plan")
    (True, False, True)
    """
    return _SAYS[aim].search(head) is not None


def _slide(slide: Slide) -> Slide:
    fields = _fields(slide.fields)
    return slide if fields is slide.fields else replace(slide, fields=fields)


def _fields(value: Any) -> Any:
    """A slide's fields, or what stands in them, with the cells of each table below its heads."""
    if isinstance(value, tuple):
        made = tuple(map(_fields, value))
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    if not isinstance(value, Record) or isinstance(value, Text):
        return value
    rows = {
        name: _rows(getattr(value, heads), getattr(value, name))
        for name, heads in headed(type(value))
    }
    new = {name: rows.get(name) or _fields(getattr(value, name)) for name in field_names(value)}
    changed = {name: each for name, each in new.items() if each is not getattr(value, name)}
    return replace(value, **changed) if changed else value


def _rows(header: tuple[Text, ...], rows: tuple[tuple[Text, ...], ...]) -> Any:
    below = {at for at, head in enumerate(header) if says(str(head), "target")}
    if not below:
        return rows
    made = tuple(
        tuple(_cell(text) if at in below else text for at, text in enumerate(row)) for row in rows
    )
    return made if made != rows else rows


def _cell(text: Text) -> Text:
    """A cell that is a figure and nothing else, without what its head says."""
    if len(text.segments) != 1 or not text.figures:
        return text
    (only,) = text.segments
    # At the head of a cell it has a capital.
    said = only.text[:1].lower() + only.text[1:]
    if not said.startswith(TARGETED):
        return text
    return replace(text, segments=(replace(only, text=said.removeprefix(TARGETED)),))
