"""Turn parts and their relationships into the bytes of an Open XML package.

ECMA-376 Part 2; the names are those of `opc`. The parts stand in a fixed order: the same scene
gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.render.pptx.archive import zipped
from briefgen.render.pptx.look import attribute
from briefgen.render.pptx.opc import (
    CONTENT_TYPES,
    CT,
    RELATIONSHIPS,
    ending,
    reference,
    relationships_name,
)

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Content types that go by the ending of the part's name; all others are listed part by part.
_BY_ENDING = {
    "rels": CT.RELATIONSHIPS,
    "xml": CT.XML,
    "png": CT.PNG,
    "jpeg": CT.JPEG,
    "xlsx": CT.WORKBOOK_PACKAGE,
}
# What is compressed already.
STORED = (".png", ".jpeg", ".xlsx")


class Part:
    """A part: its name (`/ppt/…`), its content type, its content, and what it leads to in the
    order in which that was asked for."""

    def __init__(self, name: str, content_type: str) -> None:
        self.name = name
        self.content_type = content_type
        self.content = b""
        # Relationships whose ids are given, by what a template's markup says.
        self.fixed: tuple[tuple[str, str, str, bool], ...] = ()
        self._links: dict[tuple[str, str, bool], str] = {}

    def relate_to(self, target: Part | str, kind: str) -> str:
        """The id of the relationship of type `kind` to a part, or to an address outside."""
        external = isinstance(target, str)
        where = target if isinstance(target, str) else target.name
        return self._links.setdefault((kind, where, external), f"rId{len(self._links) + 1}")

    def relationships(self) -> str:
        """What the part leads to (ECMA-376 Part 2, 6.5.3); "" where that is nothing."""
        own = ((id, *link) for link, id in self._links.items())
        links = "".join(
            f'<Relationship Id="{id}" Type="{kind}" Target="{attribute(where)}" '
            'TargetMode="External"/>'
            if external
            else f'<Relationship Id="{id}" Type="{kind}" Target="{reference(self.name, where)}"/>'
            for id, kind, where, external in (*self.fixed, *own)
        )
        return (
            f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}">{links}</Relationships>' if links else ""
        )


class Package:
    """Parts in the order they were added, and what leads to them."""

    def __init__(self) -> None:
        self._root = Part("/", "")
        self._parts: list[Part] = []
        self._names: set[str] = set()

    def add(self, name: str, content_type: str, content: str | bytes = b"") -> Part:
        """A new part `name` (`/ppt/…`), or where there is one a name like it. XML comes as text
        without a declaration."""
        stem, dot, ending = name.rpartition(".")
        while name.lower() in self._names:
            stem += "-"
            name = f"{stem}{dot}{ending}"
        self._names.add(name.lower())
        part = Part(name, content_type)
        fill(part, content)
        self._parts.append(part)
        return part

    def relate(self, part: Part, kind: str) -> None:
        """Let the package itself lead to `part`, by a relationship of type `kind`."""
        self._root.relate_to(part, kind)

    def to_bytes(self) -> bytes:
        """The whole package as a zip."""
        return zipped(self._files(), STORED)

    def _files(self) -> Iterator[tuple[str, bytes]]:
        yield "[Content_Types].xml", self._content_types().encode()
        yield "_rels/.rels", self._root.relationships().encode()
        for part in self._parts:
            yield part.name[1:], part.content
            if links := part.relationships():
                yield relationships_name(part.name)[1:], links.encode()

    def _content_types(self) -> str:
        """The content type of every part (ECMA-376 Part 2, 7.2.3)."""
        endings = {ending(part.name) for part in self._parts} | {"rels", "xml"}
        defaults = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in _BY_ENDING.items()
            if ending in endings
        )
        overrides = "".join(
            f'<Override PartName="{part.name}" ContentType="{part.content_type}"/>'
            for part in self._parts
            if _BY_ENDING.get(ending(part.name)) != part.content_type
        )
        return f'{HEAD}<Types xmlns="{CONTENT_TYPES}">{defaults}{overrides}</Types>'


def fill(part: Part, content: str | bytes) -> None:
    """Give a part its content; XML as text without a declaration."""
    part.content = (HEAD + content).encode() if isinstance(content, str) else content
