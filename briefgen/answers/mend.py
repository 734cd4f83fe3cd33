"""Turn the edits that mend an outline into its files with them, each held against what was said.

Edits are tried in memory. After them the outline is read again: every text of every audience must
be the same but for the characters that the edits are of (for a figure the same to the character),
and nothing may be wrong that was not before. Edits that pass are kept; of several that do not pass
together each half is tried, and one that does not pass alone is withdrawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path

from briefgen.answers.changes import TIDY, Change, Fix, Sort, changes
from briefgen.brief.model import Brief, Text
from briefgen.brief.resolve import texts
from briefgen.build import load, tidied
from briefgen.checks.tidy import LETTERS, MARKS, ZEROS
from briefgen.chinese.hanzi import HANZI
from briefgen.machine.remembered import digest
from briefgen.machine.rewrite import read_for_writing, rewrite
from briefgen.messages.syntax import MESSAGES as SYNTAX
from briefgen.outline.writing import all_spliced, text_of
from briefgen.patterns import pattern
from briefgen.problems import BriefgenError, Mark, Problem, Problems
from briefgen.record import Record, State, field, replace
from briefgen.report import Loaded
from briefgen.request import Request

_ORDER: tuple[Sort, ...] = ("form", "braces", "tidy", "figure")
# More rounds than any outline needs: each mends what the one before has laid open.
_MOST = 200
_SPACE = pattern(rf"(?<=[{HANZI}〇]) +(?=[{HANZI}〇])")
_FOLDED: dict[int, int | str] = {
    **{ord(half): full for half, full in MARKS.items()},
    **LETTERS,
    **ZEROS,
}
_BRACES = str.maketrans("｛｝：", "{}:")
_PLACEHOLDER = pattern(r"\{\s*([a-z0-9-]+)\s*(?::\s*(?:number|signed)\s*)?\}")


class Mended(Record):
    """What was changed, what was withdrawn since more than its characters would be another, what
    cannot be written, and the outline as it is read with the changes."""

    done: tuple[Change, ...]
    withdrawn: tuple[Change, ...]
    refused: tuple[Problem, ...]
    loaded: Loaded

    @property
    def unplaced(self) -> int:
        """How many things are told that could be mended, and stand where nothing is written."""
        told = {each.problem for each in self.withdrawn}
        left = (each for each in self.loaded.problems if each.code in TIDY)
        return sum(each not in told for each in left)


class _Trial(State):
    """An outline while it is mended: what its files held, and hold now, and how it reads."""

    request: Request
    loaded: Loaded
    read: dict[str, bytes] = field(default_factory=dict)
    held: dict[str, bytes] = field(default_factory=dict)
    done: list[Change] = field(default_factory=list)
    withdrawn: list[Change] = field(default_factory=list)
    refused: dict[str, BriefgenError] = field(default_factory=dict)

    def files(self, edits: Sequence[Change]) -> dict[str, bytes]:
        """The files with these edits."""
        made = dict(self.held)
        for file in dict.fromkeys(each.fix.file for each in edits):
            own = [each.fix for each in edits if each.fix.file == file]
            made[file] = edited(made[file], own)
        return made

    def opened(self, file: str) -> bool:
        """Whether a file can be written; it is read when it is first asked for."""
        if file in self.held or file in self.refused:
            return file in self.held
        try:
            _, data = read_for_writing(self.loaded.project.root, file)
            text_of(data, Mark(file))
        except BriefgenError as error:
            self.refused[file] = error
            return False
        self.read[file] = self.held[file] = data
        return True


def mend(request: Request) -> Mended:
    """Mend an outline, and write its files; each write can be undone.

    Raises MachineError where a file has changed meanwhile, or cannot be written.
    """
    trial = _Trial(request, tidied(load(request)))
    for _ in range(_MOST):
        known = {_key(each) for each in trial.withdrawn}
        found = [each for each in changes(trial.loaded) if _key(each) not in known]
        found = [each for each in found if trial.opened(each.fix.file)]
        if not found:
            break
        # What keeps a file from being read comes first, one by one: the rest is seen when it can.
        sort = min((each.sort for each in found), key=_ORDER.index)
        own = [each for each in found if each.sort == sort]
        _try(trial, own[:1] if sort == "form" else own)
    root = trial.loaded.project.root
    for file, data in trial.held.items():
        if data != trial.read[file]:
            rewrite(root, file, digest(trial.read[file]), data)
    refused = Problems()
    for error in trial.refused.values():
        refused.extend(error.problems)
    return Mended(tuple(trial.done), tuple(trial.withdrawn), tuple(refused), trial.loaded)


def _key(change: Change) -> tuple[object, ...]:
    """What a change is known by while lines above it and words beside it change."""
    return change.sort, change.fix.file, change.fix.line, change.before, change.fix.text


def _try(trial: _Trial, edits: Sequence[Change]) -> None:
    """Make edits that pass together; else each half of them, and withdraw one that fails alone."""
    made = trial.files(edits)
    root = trial.loaded.project.root
    held = {Path(root / file): data for file, data in made.items()}
    after = tidied(load(replace(trial.request, held=tuple(held.items()))))
    if sound(trial.loaded, after, edits):
        trial.held, trial.loaded = made, after
        trial.done += edits
    elif len(edits) == 1:
        trial.withdrawn += edits
    else:
        half = len(edits) // 2
        # The later ones first: their places are not moved by those before.
        _try(trial, edits[half:])
        _try(trial, edits[:half])


def edited(data: bytes, fixes: Sequence[Fix]) -> bytes:
    """A file with edits of its lines, in its own line ends. Raises ContentError where its text
    cannot be counted."""
    lines = text_of(data, Mark(fixes[0].file)).split("\n")
    begins = [0, *accumulate(len(line) + 1 for line in lines)]
    starts = ((begins[fix.line - 1] - 1, fix) for fix in fixes)
    return all_spliced(
        data, ((at + fix.column, at + fix.end_column, fix.text) for at, fix in starts)
    )


def sound(before: Loaded, after: Loaded, edits: Sequence[Change]) -> bool:
    """Whether an outline says with edits what it said without them, and nothing more is wrong."""
    for name, version in before.versions.items():
        now = after.versions.get(name)
        if version.brief is None:
            continue
        if now is None or now.brief is None:
            return False
        if _said(version.brief, edits) != _said(now.brief, edits):
            return False
        if _more(version.found, now.found, edits):
            return False
    form = [each for each in edits if each.sort == "form"]
    if form:
        # What can be read further may have more that is wrong.
        return all(_further(after.problems, each) for each in form)
    return not _more(before.problems, after.problems, edits)


def _said(brief: Brief, edits: Sequence[Change]) -> list[str]:
    """Every text of a brief, without what tells apart the characters that the edits are of."""
    sorts = {each.sort for each in edits}
    said = [_written(text) if "braces" in sorts else text.shown for text in texts(brief)]
    if "tidy" in sorts:
        said = [_SPACE.sub("", each.translate(_FOLDED)) for each in said]
    return said


def _written(text: Text) -> str:
    """A text with its figures as they are written in the outline, whatever the width of braces."""
    shown = "".join(
        f"{{{each.figure}}}" if each.figure else each.text.translate(_BRACES)
        for each in text.segments
    )
    return _PLACEHOLDER.sub(r"{\1}", shown)


def _more(before: Iterable[Problem], after: Iterable[Problem], edits: Sequence[Change]) -> bool:
    """Whether there is more of any error; and where the very same words are shown, of any warning.

    A year or a number that can be read now may be one that nobody can trace.
    """
    silent = ("note", "warning") if any(each.sort == "tidy" for each in edits) else ("note",)
    one, other = (
        Counter(each.code for each in found if each.severity not in silent)
        for found in (before, after)
    )
    return any(count > one[code] for code, count in other.items())


def _further(after: Problems, edit: Change) -> bool:
    """Whether a file can be read further with an edit: the problem that it is for is gone, and
    nothing stops the reading before its place."""
    fix = edit.fix
    here = (fix.line, fix.column)
    for each in after:
        if each.mark.file != fix.file:
            continue
        if edit.problem and (each.code, each.mark) == (edit.problem.code, edit.problem.mark):
            return False
        if each.code in SYNTAX and (each.mark.line, each.mark.column) < here:
            return False
    return True
