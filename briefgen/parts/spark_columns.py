"""Turn what an outline says of small lines in a table into the columns that they are drawn of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from briefgen.brief.hints import Doc, Length
from briefgen.brief.model import Text
from briefgen.problems import NOWHERE, Mark
from briefgen.record import Record


class Spark(Record, kw_only=True):
    """Columns of a table that are drawn as a line in each row, and not written."""

    columns: Annotated[
        tuple[str, ...],
        Length(3, 24),
        Doc("Their headings, in the order of time; or their numbers from 1."),
    ]
    head: Annotated[Text, Doc("The heading of the column of lines.")]
    unit: Annotated[str, Doc("Of bare numbers, such as 亿元.")] = ""
    columns_mark: Mark = NOWHERE
    unit_mark: Mark = NOWHERE


def chosen_of(columns: Sequence[str], names: Sequence[str]) -> list[int]:
    """The columns of a table that are meant, by their headings or their numbers from 1; -1 for
    one that there is not."""
    return [
        names.index(name)
        if name in names
        else int(name) - 1
        if name.isdecimal() and 1 <= int(name) <= len(names)
        else -1
        for name in columns
    ]
