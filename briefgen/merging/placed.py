"""Turn the places of an outline that name columns into problems, where the table lacks one."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.brief.row import named_in
from briefgen.merging.table import Table
from briefgen.outline.folder import BASE
from briefgen.outline.load import Project
from briefgen.outline.nearest import nearest
from briefgen.outline.reading.nodes import Mapping, Scalar, scalars
from briefgen.outline.references import keys
from briefgen.problems import Mark, Phrase, Problems, phrase


def check_columns(
    project: Project, audiences: tuple[str, ...], table: Table, problems: Problems
) -> None:
    """Tell each place that names neither a figure nor a column; and where none names a column, that
    every row gives the same."""
    assert project.nodes is not None
    nodes = [project.nodes]
    for name in audiences:
        if name != BASE and name in project.audiences:
            nodes += filter(None, (project.overlay(name, problems),))
    figures = dict.fromkeys(id for each in nodes for id in _ids(each, each is not nodes[0]))
    named = 0
    for each in nodes:
        for scalar, name in _named(each):
            if name in table.columns:
                named += 1
            elif name not in figures:
                offer = nearest(name, [*table.columns, *figures])
                told = {"name": name, "table": table.file}
                problems.add("merge-no-column", scalar.mark, **told, offer=offer or _all(table))
    if not named and not any("{" in each for each in audiences):
        problems.add("merge-no-place", Mark(nodes[0].mark.file), table=table.file)


def _all(table: Table) -> Phrase:
    return phrase("there-are", names=table.columns)


def _ids(nodes: Mapping, overlay: bool) -> Iterator[str]:
    """The ids of figures: in an audience's file, of those that it sets and those that it adds."""
    own = nodes.get("figures")
    if not overlay:
        yield from keys(own)
    elif isinstance(own, Mapping):
        yield from keys(own.get("set"))
        for item in getattr(own.get("add"), "items", ()):
            figure = item.get("figure") if isinstance(item, Mapping) else None
            id = figure.get("id") if isinstance(figure, Mapping) else None
            if isinstance(id, Scalar):
                yield id.text


def _named(nodes: Mapping) -> Iterator[tuple[Scalar, str]]:
    """Every placeholder, with the scalar that it stands in."""
    for scalar in scalars(nodes):
        for name in named_in(scalar.text):
            yield scalar, name
