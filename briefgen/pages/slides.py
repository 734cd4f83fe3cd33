"""Turn one slide into its pages by its kind, held against what a kind may give.

A kind may be a stranger's. Whatever it raises, and what would go wrong only later, when its pages
are written and its problems told, ends the run here, with the kind, its package and the slide.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefgen.brief.model import Slide, words
from briefgen.brief.roles import spoken
from briefgen.kinds import package
from briefgen.kinds.base import Kind
from briefgen.machine.reasons import as_said
from briefgen.messages import message
from briefgen.parts.context import Context
from briefgen.parts.footnotes import check_footnotes, marked_on
from briefgen.problems import (
    NOWHERE,
    BriefgenError,
    MachineError,
    Mark,
    Part,
    Problem,
    Problems,
    phrase,
)
from briefgen.record import replace
from briefgen.scene.items import Page, Picture, TextBox
from briefgen.scene.layouts import TRACK_INDEX

# The most of an exception's words that are told.


class _Told(Problems):
    """Problems that can be told, which what a stranger's package adds may not be."""

    def add(self, code: str, mark: Mark = NOWHERE, /, **parts: Part) -> None:
        """Raises LookupError for a code without a message, or without a part that this names."""
        missing = message(code).names - parts.keys()
        if missing:
            raise LookupError(f"{code!r} is told without {', '.join(sorted(missing))}")
        super().add(code, mark, **parts)


def pages_of(kind: Kind[Any], slide: Slide, ctx: Context) -> tuple[Page, ...]:
    """The pages of a slide of this kind, which say so, with what the speaker says on it.

    What is wrong with its content is added to the problems of the context. Raises MachineError
    where the kind itself is at fault; its cause is what the kind raised. What is nobody's fault, as
    that there is not enough memory, is raised as it is.
    """
    told = replace(slide, notes=spoken(slide, ctx.brief.topics))
    if slide.footnotes and getattr(told.fields, "note", told) is None:
        # Kinds leave room for a note at the foot, with which the footnotes stand.
        told = replace(told, fields=replace(told.fields, note=words("")))
    found = _Told()
    try:
        made = kind.compose(told.fields, told, replace(ctx, problems=found))
        pages = tuple(replace(page, kind=slide.kind) for page in made)
        _check_slots(pages, ctx)
        used = frozenset[str]().union(*map(marked_on, pages))
        if used or slide.footnotes:
            where = phrase("the-slide", id=slide.id)
            check_footnotes(replace(ctx, problems=found), slide.footnotes, used, slide.mark, where)
    except (BriefgenError, MemoryError, BrokenPipeError):
        raise
    except Exception as fault:  # whatever goes wrong in a stranger's package
        raise _failed(slide, fault) from fault
    ctx.problems.extend(found)
    return pages


def _failed(slide: Slide, fault: Exception) -> MachineError:
    about = {"kind": slide.kind, "package": package(slide.kind), "slide": slide.id}
    return MachineError([Problem.of("kind-failed", slide.mark, **about, why=as_said(fault))])


def _check_slots(pages: Iterable[Page], ctx: Context) -> None:
    """Raises LookupError for an item whose placeholder its layout does not have."""
    for page in pages:
        if not page.layout:
            continue
        there = {each.slot for each in ctx.layouts[page.layout].slots}
        for item in page.items:
            if isinstance(item, TextBox | Picture) and item.slot and item.slot not in there:
                if item.slot.role in ("body", "picture") and 0 < item.slot.index < TRACK_INDEX:
                    continue
                lacks = f"has no placeholder {item.slot.role} {item.slot.index}"
                raise LookupError(f"the layout {page.layout!r} {lacks}")
