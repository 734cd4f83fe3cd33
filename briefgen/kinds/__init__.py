"""Turn one slide of the storyline into a page: one module for each kind of slide.

A module of this folder is a slide kind, its `KIND`; nothing else has to be registered. An
installed package may bring more: it names its own under the entry point `briefgen.kinds`.

    [project.entry-points."briefgen.kinds"]
    gantt = "mypackage.gantt:KIND"

What such a package may import is `briefgen.plugin`; `.github/PLUGINS.md` tells how a kind is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from briefgen.kinds.base import Kind
from briefgen.machine.reasons import as_said
from briefgen.messages import add_messages, taken
from briefgen.outline.slides import check_fields
from briefgen.problems import MachineError
from briefgen.scene.things import Named

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "briefgen.kinds"


class Kinds(Mapping[str, Kind[Any]]):
    """Every slide kind by its name: those built in, then those of plug-ins.

    A kind's module is imported when the kind is first asked for; an outline uses half of them.
    Plug-ins are looked for when a kind is asked for that is not built in, and when all are listed:
    reading the metadata of every installed package takes longer than reading an outline. A plug-in
    does not replace a built-in kind.
    """

    def __init__(self, built_in: Sequence[str]) -> None:
        self.built_in = built_in

    def __getitem__(self, name: str) -> Kind[Any]:
        return _built_in(name) if name in self.built_in else _plug_ins()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self.built_in, *_plug_ins())))

    def __len__(self) -> int:
        return len(list(iter(self)))


@cache
def kinds() -> Kinds:
    """Every slide kind by its name, in the order of their names; a plug-in's come last.

    A kind is named as its module is, with hyphens: `big_number.py` is the kind `big-number`.
    """
    names = (found.name.replace("_", "-") for found in iter_modules(__path__))
    return Kinds(tuple(sorted(name for name in names if name != "base")))


def called(name: str) -> Named:
    """What slides of a kind are called, in every language of a deck: its own name where it says
    nothing of that. Pages of no kind are called nothing."""
    own = kinds()[name].called if name else None
    return own or Named(name, name, name)


def package(name: str) -> str:
    """The package that a kind is from, as it is installed."""
    if name in kinds().built_in:
        return "briefgen"
    from importlib.metadata import entry_points

    points = entry_points(group=GROUP, name=name)
    return next((point.dist.name for point in points if point.dist), name)


@cache
def _built_in(name: str) -> Kind[Any]:
    kind: Kind[Any] = import_module(f"{__name__}.{name.replace('-', '_')}").KIND
    return kind


@cache
def _plug_ins() -> Mapping[str, Kind[Any]]:
    """The kinds of installed packages. Raises MachineError for one that cannot be used."""
    from importlib.metadata import entry_points

    points = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return {point.name: _plug_in(point) for point in points}


def _plug_in(point: EntryPoint) -> Kind[Any]:
    """The kind that an entry point names, with its messages taken in. Raises MachineError."""
    package = point.dist.name if point.dist else point.value
    about = {"kind": point.name, "package": package}
    try:
        kind = point.load()
        if isinstance(kind, Kind):
            check_fields(kind.fields)
    except Exception as problem:  # whatever goes wrong in a stranger's package
        why = as_said(problem)
        raise MachineError.of("plugin-not-loaded", **about, why=why) from problem
    if not isinstance(kind, Kind) or kind.name != point.name:
        raise MachineError.of("plugin-no-kind", **about, value=point.value)
    if codes := taken(kind.messages):
        raise MachineError.of("plugin-message-taken", **about, codes=codes)
    if codes := tuple(code for code in kind.messages if not code.startswith(f"{kind.name}-")):
        raise MachineError.of("plugin-message-name", **about, codes=codes)
    add_messages(kind.messages)
    return kind
