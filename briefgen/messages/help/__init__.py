"""Turn what help says in English into Chinese: commands, kinds, fields.

The English stands where the thing is (a command's docstring, a field's `Doc`), and is the key here;
a test holds both complete. Nothing of this is loaded for a run in English.
"""

from __future__ import annotations

import inspect

from briefgen.messages.help.commands import COMMANDS, FRAME
from briefgen.messages.help.fields import OUTLINE_FIELDS, TYPES
from briefgen.messages.help.kind_fields import KIND_FIELDS
from briefgen.messages.help.kinds import KINDS, Kind

__all__ = [
    "COMMANDS",
    "FIELDS",
    "FRAME",
    "KINDS",
    "TYPES",
    "Kind",
    "command_help",
    "first_paragraph",
]

FIELDS = {**OUTLINE_FIELDS, **KIND_FIELDS}


def first_paragraph(text: str) -> str:
    """The first paragraph of a docstring or help text, on one line."""
    return " ".join(inspect.cleandoc(text).partition("\n\n")[0].split())


def command_help(text: str) -> str:
    """The Chinese for a help text of the command line; itself where there is none."""
    return COMMANDS.get(first_paragraph(text), text)
