"""Turn cells that say again what the head of their column says into cells that do not.

In English a target is “a target of 65%”; under the head “Target for 2028” it is 65%.
"""

from __future__ import annotations

from typing import Any

from briefgen.brief.model import Brief, Slide, Text
from briefgen.facts.say_english import TARGETED
from briefgen.record import replace

# What a head says of targets, in lower case.
_HEADS = ("target", "goal", "aim")


def under_heads(brief: Brief) -> Brief:
    """A brief in English whose tables do not say twice that figures are targets."""
    deck = tuple(_slide(slide) for slide in brief.deck)
    return replace(brief, deck=deck) if deck != brief.deck else brief


def is_head_of_targets(said: str) -> bool:
    """Whether the words above figures say that these are targets."""
    return any(word in said.lower() for word in _HEADS)


def _slide(slide: Slide) -> Slide:
    fields: Any = slide.fields
    header, rows = getattr(fields, "header", ()), getattr(fields, "rows", ())
    below = {at for at, head in enumerate(header) if is_head_of_targets(str(head))}
    if not below or not rows:
        return slide
    made = tuple(
        tuple(_cell(text) if at in below else text for at, text in enumerate(row)) for row in rows
    )
    return replace(slide, fields=replace(fields, rows=made)) if made != rows else slide


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
