"""Turn what a build read and made into a report: files, problems, a line for each audience."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from briefgen.brief.model import Brief
from briefgen.formats import FORMATS
from briefgen.outline.load import Project, Read
from briefgen.problems import Problem, Problems
from briefgen.record import Record, field
from briefgen.theme.model import Theme


class Loaded(Record):
    """The briefs of every audience asked for, each with its theme and what it was read from."""

    project: Project
    briefs: Mapping[str, Brief]
    themes: Mapping[str, Theme]
    reads: Mapping[str, Read]
    problems: Problems = field(default_factory=Problems)
    # The same problems by audience; what is wrong for several counts for each.
    found: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)


class Made(Record):
    """One audience in one format: its files by name, what was found, how long it took."""

    audience: str
    format: str
    files: Mapping[str, bytes]
    pages: int
    problems: tuple[Problem, ...]
    seconds: float


class Line(Record):
    """What was made for one audience: slides and printed pages (None where there are none), errors
    and warnings, the size of its files in bytes, the seconds that composing and rendering took."""

    audience: str
    slides: int | None
    pages: int | None
    problems: int
    size: int
    seconds: float


class Report(Record):
    """What a build did: everything made, where it was written, every problem, the seconds; and
    the same in a line for each audience."""

    made: tuple[Made, ...]
    written: tuple[Path, ...]
    problems: Problems
    seconds: float
    lines: tuple[Line, ...]


def lines(loaded: Loaded, made: tuple[Made, ...]) -> Iterator[Line]:
    """A line for each audience, in the order in which they were loaded."""
    for name in loaded.briefs:
        own = [one for one in made if one.audience == name]
        found = {*loaded.found[name], *(problem for one in own for problem in one.problems)}
        yield Line(
            name,
            _count(own, "slides"),
            _count(own, "pages"),
            sum(problem.severity != "note" for problem in found),
            sum(len(data) for one in own for data in one.files.values()),
            sum(one.seconds for one in own),
        )


def _count(own: list[Made], what: str) -> int | None:
    """How many slides or pages there are, by the first format of the table that counts them."""
    pages = {one.format: one.pages for one in own}
    counted = (name for name, each in FORMATS.items() if each.counts == what and name in pages)
    return next((pages[name] for name in counted), None)
