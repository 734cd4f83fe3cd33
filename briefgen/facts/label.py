"""Turn what was found to say what a number counts into a record of it."""

from __future__ import annotations

from briefgen.record import Record


class Label(Record):
    """What a number counts ("" where nothing says it), and whether that is in doubt: in a list,
    or because the words name no subject of their own (`vague`)."""

    text: str
    sure: bool = True
    vague: bool = False
