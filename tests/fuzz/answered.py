"""Turn an outline, however odd, into all that is answered about it: findings, mends, traces."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from outlines import DECK, OUTLINE, TOPICS

from briefgen.answers import mend, trace_forms
from briefgen.answers.audiences import as_table, audiences
from briefgen.answers.diff import Side, as_text, compare
from briefgen.answers.findings import findings
from briefgen.answers.trace import Trail, trail
from briefgen.build import load
from briefgen.cli.excerpt import excerpt
from briefgen.cli.github import commands
from briefgen.problems import Problem
from briefgen.request import Request
from fuzz.targets import Target, outline_changed, outline_room, outlines

_KEPT: dict[str, Trail] = {}


def _before(folder: Path) -> Trail:
    """What another outline is held against."""
    if not _KEPT:
        path = folder / "before.yaml"
        path.write_text(OUTLINE + TOPICS + DECK, "utf-8")
        _KEPT["trail"] = trail(load(Request(path, ("base",))))
    return _KEPT["trail"]


def read_answers(data: bytes, folder: Path) -> Iterable[Problem]:
    """The problems of an outline, each told in every form; then its edits, and where its figures
    stand, which may be refused as the outline is."""
    path = folder / "outline.yaml"
    path.write_bytes(data)
    loaded = load(Request(path, ("base",)))
    for tongue in ("en", "zh"):
        list(commands(findings(loaded, tongue), folder))  # type: ignore[arg-type]
    for each in loaded.problems:
        excerpt(each, folder)
    if not loaded.problems.fatal:
        found = trail(loaded, ("deck", "brief"))
        for figure in (None, *list(found.entries)[:1]):
            for form in ("table", "json", "csv", "html"):
                trace_forms.tell(found, figure, form, "zh")
        as_table(audiences(Request(path, ("base",))), "en")
        as_text(compare(Side("old", _before(folder)), Side("new", found)), "en")
    try:
        mend.mend(Request(path, ("base",)))
    finally:
        shutil.rmtree(folder / ".briefgen", ignore_errors=True)
    return loaded.problems


ANSWERED: dict[str, Target] = {
    "answers": Target(outlines, outline_changed, read_answers, outline_room),
}
