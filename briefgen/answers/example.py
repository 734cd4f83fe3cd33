"""Turn the name of a slide kind into YAML to copy: the shortest slide of it in the gallery."""

from __future__ import annotations

from textwrap import dedent

from briefgen.answers.gallery import outline
from briefgen.outline.reading.nodes import Mapping, Scalar, Sequence
from briefgen.outline.reading.read import read
from briefgen.problems import Problems


def example(kind: str) -> str:
    """The lines of a slide of this kind as they stand in the gallery's outline; "" where it has
    none, as of a plug-in's."""
    data = outline().read_bytes()
    tree = read(data, "outline.yaml", Problems())
    deck = tree.get("deck") if isinstance(tree, Mapping) else None
    items = deck.items if isinstance(deck, Sequence) else ()
    lines = data.decode("utf-8").splitlines()
    starts = [item.mark.line - 1 for item in items] + [_end(lines, items)]
    found = [
        dedent("\n".join(lines[start:stop])).rstrip()
        for item, start, stop in zip(items, starts, starts[1:], strict=False)
        if isinstance(item, Mapping) and _kind(item) == kind
    ]
    return min(found, key=lambda text: (text.count("\n"), len(text)), default="")


def _end(lines: list[str], items: tuple[object, ...]) -> int:
    """The line, from 0, behind the last slide: where the next part begins."""
    last = max((item.mark.line for item in items if isinstance(item, Mapping)), default=0)
    after = (n for n, line in enumerate(lines) if n >= last and line[:1].strip(" #-"))
    return next(after, len(lines))


def _kind(item: Mapping) -> str:
    found = item.get("kind")
    return found.text if isinstance(found, Scalar) else ""
