"""Turn a module of this folder into a slide kind: its name, its fields, how it composes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from briefgen.brief.model import Slide
from briefgen.parts.context import Context
from briefgen.record import Record
from briefgen.scene.items import Page

# The fields of a slide are the kind's own record; `compose` knows which.
Compose = Callable[[Slide, "Context"], tuple[Page, ...]]


class Kind(Record):
    """A slide kind. One slide may become several pages, where its content has to be split.

    `title` says whether the author must write one; a kind that is `generated` from the other
    pages is composed after them, and finds their figures in `Context.shown_elsewhere`. The pages of
    a `shared` kind are made once for audiences that do not differ in them: its `ctx.brief` tells
    neither of the audience nor of the subtitle, the other slides and the printed page.
    """

    name: str
    fields: type
    compose: Compose
    title: Literal["required", "optional"] = "required"
    generated: bool = False
    spoken: bool = True
    shared: bool = True

    @property
    def purpose(self) -> str:
        """What it is for: the first line of its fields' docstring."""
        return (self.fields.__doc__ or "").strip().splitlines()[0]
