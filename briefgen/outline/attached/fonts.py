"""Turn the faces that an outline names into families that can be embedded, or say what is wrong.

A name is that of a family which came with briefgen, or the path of a TrueType file in the project.
Files may come from anywhere, so one is looked at as a whole before a character is set in it.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefgen.brief.model import FaceNames
from briefgen.machine import reads
from briefgen.machine.reasons import reason
from briefgen.outline.nearest import nearest
from briefgen.problems import Problems
from briefgen.record import State, field
from briefgen.typography.fonts import HOUSE, Faces, Family, FontFile, shipped_face
from briefgen.typography.truetype import FontError, check, parse

# The largest faces of hanzi have about 30 MB.
MAX_BYTES = 40_000_000
_ENDINGS = (".ttf", ".otf", ".ttc", ".otc", ".woff", ".woff2")


class FontFiles(State):
    """The font files of a project, each looked at once."""

    root: Path
    _known: dict[str, Family | FontError] = field(default_factory=dict)

    def of(self, names: FaceNames, problems: Problems) -> Faces:
        """The families of these names; those that cannot be used are problems at their places."""
        text, latin = (
            [(word, self._family(word.text)) for word in words]
            for words in (names.print, names.latin)
        )
        for word, found in (*text, *latin):
            if isinstance(found, FontError):
                found.tell(problems, word.mark, file=word.text)
        return Faces(
            tuple(found for _, found in text if not isinstance(found, FontError)),
            tuple(found for _, found in latin if not isinstance(found, FontError)),
        )

    def _family(self, name: str) -> Family | FontError:
        if name not in self._known:
            try:
                self._known[name] = self._read(name)
            except FontError as problem:
                self._known[name] = problem
            except FileNotFoundError:
                self._known[name] = FontError("font-missing", folder=self.root.name)
            except (OSError, RuntimeError, ValueError) as problem:  # loops of links, odd paths
                self._known[name] = FontError("font-unreadable", why=reason(problem))
        return self._known[name]

    def _read(self, name: str) -> Family:
        if not ("/" in name or "\\" in name or name.lower().endswith(_ENDINGS)):
            if not _is_shipped(name):
                raise FontError("font-unknown-family", offer=nearest(name, [HOUSE]))
            return name
        path = (self.root / name).resolve()
        face = parse(path.stem, self._bytes(path))
        check(face)
        return FontFile(path, face.bold)

    def _bytes(self, path: Path) -> bytes:
        if not path.is_relative_to(self.root.resolve()):
            raise FontError("font-outside")
        found = os.stat(path)
        if not stat.S_ISREG(found.st_mode):
            raise FontError("font-not-a-file")
        if found.st_size > MAX_BYTES:
            size = f"{found.st_size / 1_000_000:.0f}"
            raise FontError("font-too-large", size=size, most=MAX_BYTES // 1_000_000)
        return reads.read(path)


def _is_shipped(name: str) -> bool:
    """Whether a family came with briefgen; none has a name that a system refuses."""
    try:
        return shipped_face(name, False).is_file()
    except OSError:
        return False
