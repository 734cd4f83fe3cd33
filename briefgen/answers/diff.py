"""Turn two states of an outline into the figures that differ, and the slides that show them.

A state is on disk, or a revision of the git repository that the outline is in. What the outline
names is written into a temporary folder; the repository is only read, and nothing of it is run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from briefgen.answers.revision import checked_out
from briefgen.answers.terminal import bold, dim, wrapped
from briefgen.answers.trace import Trail, Use, as_rows, trace
from briefgen.answers.trace_text import pages
from briefgen.chinese.hanzi import cells
from briefgen.formats import FORMATS
from briefgen.machine.repository import NoRevisionError
from briefgen.messages.answers import answer
from briefgen.messages.entry import Tongue
from briefgen.outline.folder import BASE
from briefgen.problems import ContentError, Problems, phrase, plain
from briefgen.record import Record
from briefgen.request import Request

# What makes two states of a figure differ, beside the words of its sentence: these keys of a row.
_KEYS = (
    "display",
    "value",
    "unit",
    "qualifier",
    "kind",
    "label",
    "period",
    "scope",
    "quote",
    "formula",
    "source",
)
_HERE = "the working tree"

__all__ = [
    "Change",
    "Difference",
    "NoRevisionError",
    "Side",
    "as_dict",
    "as_text",
    "compare",
    "opened",
]


class Side(Record):
    """One of the two states: how it is called, and its trail."""

    name: str
    trail: Trail


class Change(Record):
    """A figure that is not the same on both sides; a row is None where there is no such figure.

    `keys` are the keys of the rows that differ.
    """

    id: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    keys: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return "added" if self.old is None else "removed" if self.new is None else "changed"


class Difference(Record):
    """Two sides and every figure that differs, in the ledger's order, removed ones last."""

    old: Side
    new: Side
    changes: tuple[Change, ...]


@contextmanager
def opened(given: str | None, outline: Path) -> Iterator[Side]:
    """One side of a comparison: a path, a revision, or None for the outline as it is on disk.

    `outline` is the outline's file today. Raises NoRevisionError, ContentError with the problems of
    that side, MachineError.
    """
    if given is None or Path(given).exists():
        yield Side(given or _HERE, _trail(outline, given or _HERE))
        return
    with TemporaryDirectory(prefix="briefgen-") as folder:
        yield Side(given, _trail(checked_out(given, outline, Path(folder)), given))


def compare(old: Side, new: Side) -> Difference:
    """The figures of the outline itself that were added, removed or changed, and the values of
    its data files.

    Where in the source a sentence stands, in which row of a file a value, and on which pages a
    figure is shown, are no changes.
    """
    before, after = _by_name(old.trail), _by_name(new.trail)
    changes = []
    for name in (*after, *(name for name in before if name not in after)):
        was, now = before.get(name), after.get(name)
        # The quote of a value of a data file is its row, of which other values are told apart.
        looked = [key for key in _KEYS if key != "quote" or not name[0]]
        keys = tuple(key for key in looked if was and now and was[key] != now[key])
        if keys or not (was and now):
            changes.append(Change((now or was or {})["id"], was, now, keys))
    return Difference(old, new, tuple(changes))


def as_dict(difference: Difference) -> dict[str, Any]:
    """The difference, ready for JSON: the names of the sides, and the changes with both rows."""
    return {
        "old": difference.old.name,
        "new": difference.new.name,
        "figures": [
            {
                "id": change.id,
                "change": change.kind,
                "keys": list(change.keys),
                "old": change.old,
                "new": change.new,
            }
            for change in difference.changes
        ],
    }


def as_text(difference: Difference, tongue: Tongue) -> str:
    """The difference for a terminal: each figure before and after, and where it is shown."""
    sides = {"old": _called(difference.old, tongue), "new": _called(difference.new, tongue)}
    if not difference.changes:
        return answer("none-differs", tongue, **sides)
    lines = []
    for change in difference.changes:
        lines += [*_told(change, difference, tongue), ""]
    kinds = [change.kind for change in difference.changes]
    counts = tuple(
        answer(f"count-{kind}", tongue, count=kinds.count(kind)) for kind in dict.fromkeys(kinds)
    )
    return "\n".join([*lines, answer("differ", tongue, counts=counts, **sides)])


def _called(side: Side, tongue: Tongue) -> str:
    return answer("working-tree", tongue) if side.name == _HERE else plain(side.name)


def _by_name(trail: Trail) -> dict[tuple[str, str], dict[str, Any]]:
    """The rows by what stays the same: an id of the ledger; of a value of a data file, the file
    and what its row and column are called, or the cell where several are called so."""
    rows = as_rows(trail.entries.values(), trail.brief.language)
    cells = trail.brief.attached.cells
    called = Counter((row["source"], row["label"]) for row in rows if row["id"] in cells)
    return {
        (row["source"], row["label"])
        if row["id"] in cells and called[row["source"], row["label"]] == 1
        else ("", row["id"]): row
        for row in rows
    }


def _told(change: Change, difference: Difference, tongue: Tongue) -> Iterator[str]:
    row = change.new or change.old
    assert row is not None
    sign = {"added": "+", "removed": "-", "changed": "~"}[change.kind]
    reads = row["display"]
    if change.old and change.new and "display" in change.keys:
        reads = f"{change.old['display']} → {change.new['display']}"
    yield bold(plain(f"{sign} {change.id}")) + plain(f"  {reads}  {row['label']}")
    if change.old and change.new:
        shown = [key for key in change.keys if key not in ("display", "value")]
        if "display" not in change.keys:
            shown += [key for key in change.keys if key == "value"]
        for key in shown:
            name = answer(f"key-{key}", tongue)
            was, now = _value(change.old, key, tongue), _value(change.new, key, tongue)
            yield from wrapped(answer("was", tongue, key=name, value=was), 4)
            blank = " " * cells(name)
            yield from wrapped(answer("now", tongue, blank=blank, value=now), 4)
    elif row["quote"]:
        yield from wrapped(f"“{row['quote']}”", 4)
    side = difference.old if change.new is None else difference.new
    uses = side.trail.entries[change.id].uses
    was = "was-" if change.new is None else ""
    if not uses:
        yield dim("    " + answer(f"{was}shown-nowhere", tongue))
    for use in uses:
        place = _place(use)
        yield from map(dim, wrapped(answer(f"{was}shown-there", tongue, place=place), 4))


def _value(row: dict[str, Any], key: str, tongue: Tongue) -> str:
    value = row[key] or "—"
    return answer(f"kind-{value}", tongue) if key == "kind" and row[key] else str(value)


def _place(use: Use) -> str:
    """A page and its blocks: deck 5 goals: 标题, 事件 4."""
    slide = f" {use.slide}" if FORMATS[use.output].counts == "slides" else ""
    return f"{pages((use,))}{slide}: {', '.join(use.blocks)}"


def _trail(outline: Path, name: str) -> Trail:
    """The trail of the outline itself; problems are told with the side they are of."""
    try:
        return trace(Request(outline, audiences=(BASE,)))
    except ContentError as error:
        problems = Problems(error.problems)
        problems.add("side-has-errors", side=phrase("the-working-tree") if name == _HERE else name)
        raise ContentError(problems) from error
