"""Turn parts and their relationships into the bytes of an Open XML package.

ECMA-376 Part 2. The parts and their relationships are python-pptx's; the zip is written here,
so that it has fixed times and a fixed order: the same scene gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

__all__ = ["Package", "Part", "zipped"]

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The earliest time that a zip entry can have.
_EPOCH = (1980, 1, 1, 0, 0, 0)
# Content types that go by the ending of the part's name; all others are listed part by part.
_BY_ENDING = {
    "rels": CT.OPC_RELATIONSHIPS,
    "xml": CT.XML,
    "png": CT.PNG,
    "jpeg": CT.JPEG,
    "xlsx": CT.SML_SHEET,
}
# What is compressed already.
_STORED = (".png", ".jpeg", ".xlsx")


class Package:
    """Parts in the order they were added, and what leads to them."""

    def __init__(self) -> None:
        self._root = Part(PackURI("/"), "", None)  # type: ignore[arg-type]
        self._parts: list[Part] = []

    def add(self, name: str, content_type: str, content: str | bytes = b"") -> Part:
        """A new part `name` (`/ppt/…`). XML comes as text without a declaration."""
        part = Part(PackURI(name), content_type, None)  # type: ignore[arg-type]
        fill(part, content)
        self._parts.append(part)
        return part

    def relate(self, part: Part, kind: str) -> None:
        """Let the package itself lead to `part`, by a relationship of type `kind`."""
        self._root.relate_to(part, kind)

    def to_bytes(self) -> bytes:
        """The whole package as a zip."""
        return zipped(self._files())

    def _files(self) -> Iterator[tuple[str, bytes]]:
        yield "[Content_Types].xml", self._content_types().encode()
        yield "_rels/.rels", self._root.rels.xml
        for part in self._parts:
            yield part.partname[1:], part.blob
            if len(part.rels):
                yield part.partname.rels_uri[1:], part.rels.xml

    def _content_types(self) -> str:
        """The content type of every part (ECMA-376 Part 2, 7.2.3)."""
        endings = {part.partname.ext for part in self._parts} | {"rels", "xml"}
        defaults = "".join(
            f'<Default Extension="{ending}" ContentType="{kind}"/>'
            for ending, kind in _BY_ENDING.items()
            if ending in endings
        )
        overrides = "".join(
            f'<Override PartName="{part.partname}" ContentType="{part.content_type}"/>'
            for part in self._parts
            if _BY_ENDING.get(part.partname.ext) != part.content_type
        )
        space = "http://schemas.openxmlformats.org/package/2006/content-types"
        return f'{HEAD}<Types xmlns="{space}">{defaults}{overrides}</Types>'


def fill(part: Part, content: str | bytes) -> None:
    """Give a part its content; XML as text without a declaration."""
    part.blob = (HEAD + content).encode() if isinstance(content, str) else content


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of these files in this order, the same on every machine and at any time."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in files:
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.compress_type = ZIP_STORED if name.endswith(_STORED) else ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()
