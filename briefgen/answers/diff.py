"""Turn two states of an outline into the figures that differ, and the slides that show them.

A state is on disk, or a revision of the git repository that the outline is in. Of a revision the
outline's folder and its sources are written into a temporary folder; the repository is only read,
and neither its filters nor its hooks are run.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from briefgen.answers.trace import Trail, Use, as_rows, trace
from briefgen.answers.trace_text import bold, clean, dim, pages, wrapped
from briefgen.formats import FORMATS
from briefgen.outline.load import BASE, Project, project_root
from briefgen.outline.reading.nodes import Mapping, Scalar, Sequence
from briefgen.outline.reading.read import read_file
from briefgen.problems import BriefgenError, ContentError, Problems, Written
from briefgen.record import Record
from briefgen.request import Request

# What makes two states of a figure differ, beside the words of its sentence: these keys of a row.
_KEYS = (
    "display", "value", "unit", "qualifier", "kind", "label", "period", "scope", "quote",
    "formula", "source",
)  # fmt: skip
_HERE = "the working tree"


class NoRevisionError(BriefgenError):
    """A revision that cannot be read: there is no git, no repository, or no such revision."""


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
        yield Side(given, _trail(_checked_out(given, outline, Path(folder)), given))


def compare(old: Side, new: Side) -> Difference:
    """The figures of the outline itself that were added, removed or changed.

    Where in the source a sentence stands, and on which pages a figure is shown, are no changes.
    """
    before = {row["id"]: row for row in _rows(old.trail)}
    after = {row["id"]: row for row in _rows(new.trail)}
    changes = []
    for id in (*after, *(id for id in before if id not in after)):
        was, now = before.get(id), after.get(id)
        keys = tuple(key for key in _KEYS if was and now and was[key] != now[key])
        if keys or not (was and now):
            changes.append(Change(id, was, now, keys))
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


def as_text(difference: Difference) -> str:
    """The difference for a terminal: each figure before and after, and where it is shown."""
    old, new = clean(difference.old.name), clean(difference.new.name)
    if not difference.changes:
        return f"no figure differs between {old} and {new}"
    lines = []
    for change in difference.changes:
        lines += [*_told(change, difference), ""]
    kinds = [change.kind for change in difference.changes]
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(kinds))
    return "\n".join([*lines, f"between {old} and {new}: {counts}"])


def _rows(trail: Trail) -> list[dict[str, Any]]:
    return as_rows(trail.entries.values(), trail.brief.language)


def _told(change: Change, difference: Difference) -> Iterator[str]:
    row = change.new or change.old
    assert row is not None
    sign = {"added": "+", "removed": "-", "changed": "~"}[change.kind]
    reads = row["display"]
    if change.old and change.new and "display" in change.keys:
        reads = f"{change.old['display']} → {change.new['display']}"
    yield bold(clean(f"{sign} {change.id}")) + clean(f"  {reads}  {row['label']}")
    if change.old and change.new:
        shown = [key for key in change.keys if key not in ("display", "value")]
        if "display" not in change.keys:
            shown += [key for key in change.keys if key == "value"]
        for key in shown:
            yield from wrapped(f"{key} was: {change.old[key] or '—'}", 4)
            yield from wrapped(f"{' ' * len(key)} now: {change.new[key] or '—'}", 4)
    elif row["quote"]:
        yield from wrapped(f"“{row['quote']}”", 4)
    side = difference.old if change.new is None else difference.new
    uses = side.trail.entries[change.id].uses
    word = "was shown" if change.new is None else "shown"
    if not uses:
        yield dim(f"    {word} nowhere")
    for use in uses:
        yield from map(dim, wrapped(f"{word} in {_place(use)}", 4))


def _place(use: Use) -> str:
    """A page and its blocks: deck 5 goals: 标题, 事件 4."""
    slide = f" {use.slide}" if FORMATS[use.output].counts == "slides" else ""
    return f"{pages((use,))}{slide}: {', '.join(use.blocks)}"


def _trail(outline: Path, name: str) -> Trail:
    """The trail of the outline itself; problems are told with the side they are of."""
    try:
        return trace(Request(outline, audiences=(BASE,)))
    except ContentError as error:
        told = Written("side", words=f"{name} has errors, of which these are the places")
        raise ContentError(Problems((told, *error.problems))) from error


def _checked_out(revision: str, outline: Path, folder: Path) -> Path:
    """Write what the outline of a revision needs into `folder`; the outline's path there."""
    outline = outline.resolve()
    top = Path(_git(outline.parent, "rev-parse", "--show-toplevel").decode().rstrip("\n")).resolve()
    asked = f"{revision}^{{commit}}"
    try:
        commit = _git(top, "rev-parse", "--verify", "--end-of-options", asked).decode().strip()
    except NoRevisionError as error:
        told = f"“{revision}” is neither a file nor a revision of the repository {top}"
        raise NoRevisionError(told) from error
    within = PurePosixPath(outline.relative_to(top).as_posix())
    root = PurePosixPath(project_root(outline).relative_to(top).as_posix())
    if not _write(top, commit, [within], folder):
        raise NoRevisionError(f"{revision} has no {within} (hint: name it with --outline)")
    _write(top, commit, [within.parent / name for name in _included(folder / within)], folder)
    _write(top, commit, [root / name for name in _sources(folder / within)], folder)
    return folder / within


def _included(outline: Path) -> list[str]:
    """The files that an outline includes; whether they may be is found when it is read."""
    nodes = read_file(outline, outline.name, Problems())
    listed = nodes.get("include") if nodes else None
    names = listed.items if isinstance(listed, Sequence) else ()
    return [name.text for name in names if isinstance(name, Scalar) and name.text]


def _sources(outline: Path) -> list[str]:
    """The files that an outline, its includes included, names as its sources."""
    nodes = Project.read(outline, Problems()).nodes
    sources = nodes.get("sources") if nodes else None
    if not isinstance(sources, Mapping):
        return []
    each = (entry.value for entry in sources.entries.values())
    files = (node.get("file") for node in each if isinstance(node, Mapping))
    return [file.text for file in files if isinstance(file, Scalar) and file.text]


def _write(top: Path, commit: str, paths: Iterable[PurePosixPath], folder: Path) -> int:
    """Write those of `paths` that a commit has into `folder`; how many there were.

    Links and submodules are left out, and paths that lead outside, so nothing is written or read
    elsewhere.
    """
    written = 0
    for path in paths:
        if path.is_absolute() or ".." in path.parts:
            continue
        listed = _git(top, "ls-tree", "-z", "--full-tree", commit, "--", str(path)).decode()
        about = listed.partition("\t")[0]
        if about.startswith("100"):  # 100644 and 100755 are files (git-fast-import, M)
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(_git(top, "cat-file", "blob", about.split()[2]))
            written += 1
    return written


def _git(folder: Path, *arguments: str) -> bytes:
    """What git answers in `folder`. Raises NoRevisionError, in git's own words if it fails."""
    command = ["git", "-C", str(folder), "--literal-pathspecs", *arguments]
    try:
        done = subprocess.run(
            command, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
        )
    except OSError as error:
        raise NoRevisionError("git is not installed, and only git knows revisions") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise NoRevisionError(f"git says: {said}")
    return done.stdout
