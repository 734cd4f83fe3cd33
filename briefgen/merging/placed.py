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
    figures = {id for each in nodes for id in _ids(each)}
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


def _ids(nodes: Mapping) -> Iterator[str]:
    """The ids of figures: in an audience's file, those of its `add` are looked for by their key."""
    yield from keys(nodes.get("figures"))
    own = nodes.get("figures")
    for verb in ("set", "add"):
        items = own.get(verb) if isinstance(own, Mapping) else None
        yield from keys(items)
        for item in getattr(items, "items", ()):
            if isinstance(item, Mapping):
                yield from keys(item.get("figure"))
                id = item.get("figure")
                found = id.get("id") if isinstance(id, Mapping) else None
                if isinstance(found, Scalar):
                    yield found.text


def _named(nodes: Mapping) -> Iterator[tuple[Scalar, str]]:
    """Every placeholder, with the scalar that it stands in."""
    for scalar in scalars(nodes):
        for name in named_in(scalar.text):
            yield scalar, name
