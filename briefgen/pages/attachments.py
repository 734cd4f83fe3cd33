"""Turn a brief and its scene into the files that ride along in a print: content and ledger.

They are made from what this audience sees, not from the project's files: nothing that was meant
for another audience, and no speaker's notes, leaves with them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from briefgen.brief.model import Brief, Ref, Text
from briefgen.facts.described import described
from briefgen.facts.quantity import Quantity, display
from briefgen.problems import Mark
from briefgen.record import field_names, is_record
from briefgen.scene.scene import Attachment, Scene

_BRIEF = ("slug", "title", "subtitle", "organisation", "author", "date", "language", "theme")
_FIGURE = ("id", "kind", "label", "period", "scope", "source", "quote", "formula")
# Where things were written, what only the speaker sees, and how it is printed.
_LEFT_OUT = frozenset({"notes", "mark", "handout", "handout_sections", "press"})


def attachments(brief: Brief, scene: Scene) -> tuple[Attachment, ...]:
    """The content of the printed page as JSON, and the ledger of the figures the scene shows."""
    outline: dict[str, Any] = {
        "brief": {key: _plain(getattr(brief, key)) for key in _BRIEF},
        "topics": _plain(brief.topics),
        "page": _plain(brief.page),
    }
    if scene.mark:
        outline["brief"] |= {"mark": scene.mark.words}
    shown = dict.fromkeys(id for page in scene.pages if not page.hidden for id in page.figures)
    ledger = [
        {
            "display": str(display(figure.quantity, brief.tag)),
            **_worth(figure.quantity),
            "unit": figure.quantity.unit,
            "qualifier": figure.quantity.qualifier,
            **{key: _plain(getattr(figure, key)) for key in _FIGURE},
        }
        for figure in (brief.figures[id] for id in shown if id in brief.figures)
    ]
    return (
        _file("ledger.json", "The figures shown, with the sentences they stand on", ledger),
        _file("outline.json", "The content that this was made from", outline),
    )


def _worth(quantity: Quantity) -> dict[str, Any]:
    """The exact value of a quantity, or what is exact of one that has none."""
    if quantity.value is not None:
        return {"value": f"{quantity.value:f}"}
    return described(quantity)


def _file(name: str, description: str, content: object) -> Attachment:
    data = json.dumps(content, ensure_ascii=False, indent=1).encode()
    return Attachment(name, "application/json", description, data)


def _plain(value: object) -> object:
    """A value of the brief as JSON has it: texts and references as strings."""
    if isinstance(value, Text):
        return str(value)
    if isinstance(value, Ref):
        return value.id
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if is_record(value) and not isinstance(value, Mark):
        return {
            name: _plain(getattr(value, name))
            for name in field_names(value)
            if name not in _LEFT_OUT and getattr(value, name) not in (None, "", ())
        }
    return value if isinstance(value, bool | int) or value is None else str(value)
