"""Turn a slide's title into the one figure that proves it: it alone stands in the accent."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.brief.model import Slide


def proof(slide: Slide, ids: Iterable[str]) -> str:
    """Of the figures that a slide shows (by id) the one that its title names first; "": none."""
    there = frozenset(ids)
    return next((id for id in slide.title.figures if id in there), "")
