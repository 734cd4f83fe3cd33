"""Turn what a build read and made into a report: files, problems, a line for each audience."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from briefgen.brief.model import Brief
from briefgen.formats import FORMATS
from briefgen.outline.load import Project, Read
from briefgen.problems import Problem, Problems
from briefgen.record import Record
from briefgen.scene.house import House
from briefgen.theme.model import Theme


class Version(Record):
    """What one audience gets: its brief, to be printed as asked, the theme, what it was read from,
    and the template that its deck stands on; None where an error was found. What is wrong for
    several audiences counts for each."""

    brief: Brief | None = None
    theme: Theme | None = None
    read: Read | None = None
    found: tuple[Problem, ...] = ()
    house: House | None = None


class Loaded(Record, dict=True):
    """The versions of every audience asked for, and everything that is wrong with them."""

    project: Project
    versions: Mapping[str, Version]
    problems: Problems

    @cached_property
    def briefs(self) -> Mapping[str, Brief]:
        """The briefs without errors, by audience."""
        return {name: one.brief for name, one in self.versions.items() if one.brief}

    @cached_property
    def themes(self) -> Mapping[str, Theme]:
        """The theme of each brief without errors."""
        return {name: one.theme for name, one in self.versions.items() if one.theme}

    @cached_property
    def houses(self) -> Mapping[str, House | None]:
        """The template that the deck of each brief without errors stands on."""
        return {name: one.house for name, one in self.versions.items() if one.brief}

    @cached_property
    def reads(self) -> Mapping[str, Read]:
        """What each brief without errors was read from."""
        return {name: one.read for name, one in self.versions.items() if one.read}


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
        found = {
            *loaded.versions[name].found,
            *(problem for one in own for problem in one.problems),
        }
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
