"""Turn a module of this folder into a slide kind: its name, its fields, how it composes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, Literal, TypeVar

from briefgen.brief.model import Slide
from briefgen.messages.entry import Message
from briefgen.parts.context import Context
from briefgen.record import Record, field
from briefgen.scene.items import Page
from briefgen.scene.things import Named

F = TypeVar("F", bound=Record)


class Kind(Record, Generic[F], kw_only=True):
    """A slide kind: `compose` turns a slide, whose fields it is given as what they are, into pages.

    One slide may become several pages, where its content has to be split. `title` says whether the
    author must write one; a kind that is `generated` from the other pages is composed after them,
    and finds their figures in `Context.shown_elsewhere`. A `numbered` kind, whose slides are one
    page each, is composed last of all, and finds the numbers of pages in `Context.spans`. The pages
    of a `shared` kind are made once for audiences that do not differ in them: its `ctx.brief` tells
    neither of the audience nor of the subtitle, the other slides and the printed page. `messages`
    are what problems of the kind's own say, by code: those of a plug-in, since briefgen's stand in
    its catalogue. `called` is what the deck's layouts of the kind are called (without it: the
    kind's name).
    """

    name: str
    fields: type[F]
    compose: Callable[[F, Slide, Context], tuple[Page, ...]]
    title: Literal["required", "optional"] = "required"
    generated: bool = False
    numbered: bool = False
    shared: bool = True
    messages: Mapping[str, Message] = field(default_factory=dict)
    called: Named | None = None

    @property
    def purpose(self) -> str:
        """What it is for: the first paragraph of its fields' docstring, "" where they have none."""
        return " ".join((self.fields.__doc__ or "").strip().partition("\n\n")[0].split())
